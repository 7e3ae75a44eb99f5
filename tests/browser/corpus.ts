// What the browser tests expect of the page: the articles and their coding as they lie on disk, read without src/core.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Anchor, StoredEdge, StoredNode, StoryFile } from '../../src/core/schema';

const root = path.resolve(import.meta.dirname, '../..');
const read = (folder: string, wanted: RegExp) =>
  readdirSync(path.join(root, folder))
    .filter((name) => wanted.test(name) && name !== 'schema.json')
    .map((name): [string, string] => [
      `${folder}/${name}`,
      readFileSync(path.join(root, folder, name), 'utf8'),
    ]);

/** Path → text, as the page fetches it. */
export const FILES: Readonly<Record<string, string>> = Object.fromEntries([
  ...read('graph', /\.json$/),
  ...read('seeds', /\.txt$/),
]);

type GraphJson = { nodes: StoredNode[]; edges: StoredEdge[] };
const graphs = Object.entries(FILES)
  .filter(([name]) => name.endsWith('.json'))
  .map(([, text]) => JSON.parse(text) as GraphJson);

export const NODES: readonly StoredNode[] = graphs.flatMap(({ nodes }) => nodes);
export const EDGES: readonly StoredEdge[] = graphs.flatMap(({ edges }) => edges);
const nodes = new Map(NODES.map((node) => [node.id, node]));

/** The node with this id, which the test knows to be there. */
export function toNode<T extends StoredNode['type']>(id: string, type?: T): Extract<StoredNode, { type: T }> {
  const node = nodes.get(id);
  if (!node || (type !== undefined && node.type !== type)) throw new Error(`the corpus has no ${id}`);
  return node as Extract<StoredNode, { type: T }>;
}

/** The nodes of one type, in the order of the files. */
export const ofType = <T extends StoredNode['type']>(type: T) =>
  NODES.filter((node): node is Extract<StoredNode, { type: T }> => node.type === type);

/** All edges that touch a node. */
export const edgesAt = (id: string) => EDGES.filter(({ source, target }) => source === id || target === id);

/** Ids of the nodes at most so many steps away, and of every edge between two of them. */
export function around(id: string, depth: number): { nodes: string[]; edges: string[] } {
  let near = new Set([id]);
  for (let step = 0; step < depth; step++)
    near = new Set([
      ...near,
      ...EDGES.flatMap(({ source, target }) =>
        near.has(source) || near.has(target) ? [source, target] : [],
      ),
    ]);
  return {
    nodes: [...near],
    edges: EDGES.filter(({ source, target }) => near.has(source) && near.has(target)).map((edge) => edge.id),
  };
}

/** The lines of a text that say something. */
const toLines = (text: string) => [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)];

/** Where the reader must mark an anchor: which paragraph, how far into it, and the words, one string a paragraph. */
export function toPlace(anchor: Anchor): { paragraph: number; offset: number; words: string[] } {
  const text = FILES[`seeds/${toNode(anchor.article, 'article').seed}`]!;
  const { before = '', quote, after = '' } = anchor;
  const start = text.indexOf(before + quote + after) + before.length;
  const lines = toLines(text);
  const paragraph = lines.findIndex((line) => start < line.index + line[0].length);
  return {
    paragraph,
    offset: start - lines[paragraph]!.index,
    words: toLines(quote).map(([line]) => line),
  };
}

/** The dispute about the one-word judgment that the first screen leads to. */
export const JUDGMENT = toNode('topic:one-word-judgment', 'topic');

/** The shipped stories, the first the one that newcomers are offered. */
export const STORIES: readonly StoryFile[] = readdirSync(path.join(root, 'graph/stories'))
  .map((name) => JSON.parse(readFileSync(path.join(root, 'graph/stories', name), 'utf8')) as StoryFile)
  .toSorted((a, b) => a.order! - b.order!);
