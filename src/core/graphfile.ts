// A corpus as the files it is kept in: a graph file an article, shared.json for what several name, the articles beside them.
import { withoutPlace } from './anchor';
import { CODEBOOK, isGraphFile, parseJson, type Files } from './corpus';
import type { Corpus, GraphEdge, GraphNode, Passage } from './model';
import {
  VERSION,
  type CodebookFile,
  type GraphFile,
  type LeftOut,
  type StoredEdge,
  type StoredNode,
} from './schema';
import { atOnce, type Steps } from './steps';

/** A graph file as it lies in graph/, an item at a time. */
export function* printGraphFile({ nodes, edges, leftOut, ...own }: GraphFile): Generator<string> {
  const indented = (value: unknown, by: string) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
  yield '{';
  let comma = '';
  for (const [key, value] of Object.entries({ $schema: './schema.json', ...own })) {
    yield `${comma}\n  ${JSON.stringify(key)}: ${indented(value, '  ')}`;
    comma = ',';
  }
  for (const [key, items] of Object.entries({ nodes, edges, ...(leftOut && { leftOut }) })) {
    yield `,\n  ${JSON.stringify(key)}: [`;
    let separator = '';
    for (const item of items) {
      yield `${separator}\n    ${indented(item, '    ')}`;
      separator = ',';
    }
    yield items.length > 0 ? '\n  ]' : ']';
  }
  yield '\n}\n';
}

/** `graph/codebook.json` as it lies there. */
function printCodebookFile(definitions: CodebookFile['definitions']): string {
  const file: CodebookFile = { $schema: './schema.json#/$defs/codebook', version: VERSION, definitions };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const SHARED = 'graph/shared.json';
/** The file of an article, unless it is called like one that holds something else. */
function toOwnFile(article: string): string {
  const path = `graph/${article.slice('article:'.length)}.json`;
  return isGraphFile(path) ? path : SHARED;
}

/** A node or edge as it is stored: its words without their places. */
export function toStored(item: GraphNode): StoredNode;
export function toStored(item: GraphEdge): StoredEdge;
export function toStored(item: GraphNode | GraphEdge): StoredNode | StoredEdge;
export function toStored(item: GraphNode | GraphEdge): StoredNode | StoredEdge {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (key === 'passages') return [key, item.passages.map(withoutPlace)];
      return [key, key === 'datePassage' ? withoutPlace(value as Passage) : value];
    }),
  ) as StoredNode | StoredEdge;
}

/** Which file each node and edge is kept in, and the file that says what all is about. */
export type Homes = { items: ReadonlyMap<string, string>; title?: string | undefined };

/** The homes of what files hold that readCorpus has read. */
export function readHomes(files: Files): Homes {
  const items = new Map<string, string>();
  let title: string | undefined;
  for (const [path, text] of files) {
    if (!isGraphFile(path)) continue;
    const file = parseJson(text).json as GraphFile;
    for (const { id } of [...file.nodes, ...file.edges]) items.set(id, path);
    if (file.title !== undefined) title = path;
  }
  return { items, title };
}

/** Where a new node or edge is kept: with the article that all its words are in, else with what several share. */
export function toHome(item: GraphNode | GraphEdge): string {
  const articles = new Set(item.passages.map(({ article }) => article));
  return articles.size === 1 ? toOwnFile([...articles][0]!) : SHARED;
}

/** How many nodes or edges are written before a pause. */
const STRETCH = 64;

/**
 * A corpus as files that readCorpus reads as the same corpus. What has a home stays in it, in the order it was there, what is
 * new comes after it; the words left out of an article go where the article is.
 */
export const writeCorpus = (corpus: Corpus, homes?: Homes): Files => atOnce(writeInSteps(corpus, homes));

/** writeCorpus with short pauses, for a page that is to stay usable meanwhile. */
export function* writeInSteps(corpus: Corpus, homes: Homes = { items: new Map() }): Steps<Files> {
  const files = new Map<string, Required<Pick<GraphFile, 'nodes' | 'edges'>> & { leftOut: LeftOut[] }>();
  const open = (path: string) => {
    const file = files.get(path) ?? { nodes: [], edges: [], leftOut: [] };
    files.set(path, file);
    return file;
  };
  function* inOrder<T extends GraphNode | GraphEdge>(items: ReadonlyMap<string, T>) {
    for (const id of homes.items.keys()) {
      const item = items.get(id);
      if (item) yield item;
    }
    for (const item of items.values()) if (!homes.items.has(item.id)) yield item;
  }
  let written = 0;
  for (const node of inOrder(corpus.nodes)) {
    open(homes.items.get(node.id) ?? toHome(node)).nodes.push(toStored(node));
    if (++written % STRETCH === 0) yield;
  }
  for (const edge of inOrder(corpus.edges)) {
    open(homes.items.get(edge.id) ?? toHome(edge)).edges.push(toStored(edge));
    if (++written % STRETCH === 0) yield;
  }
  for (const { node, leftOut } of corpus.articles.values()) {
    const file = open(homes.items.get(node.id) ?? toHome(node));
    for (const { reason, ...words } of leftOut) file.leftOut.push({ ...withoutPlace(words), reason });
  }
  const titled =
    homes.title !== undefined && files.has(homes.title) ? homes.title : [...files.keys()].toSorted()[0];
  const texts = new Map<string, string>();
  for (const [path, { nodes, edges, leftOut }] of files) {
    let text = '';
    const pieces = printGraphFile({
      version: VERSION,
      ...(corpus.title !== undefined && path === titled && { title: corpus.title }),
      nodes,
      edges,
      ...(leftOut.length > 0 && { leftOut }),
    });
    for (const piece of pieces) {
      text += piece;
      if (++written % STRETCH === 0) yield;
    }
    texts.set(path, text);
  }
  if (corpus.definitions) texts.set(CODEBOOK, printCodebookFile(corpus.definitions));
  for (const { node, text } of corpus.articles.values()) texts.set(`seeds/${node.seed}`, text);
  return texts;
}
