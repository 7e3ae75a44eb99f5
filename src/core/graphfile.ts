// A corpus as the files it is kept in: a graph file an article, shared.json for what several name, the articles beside them.
import { withoutPlace } from './anchor';
import { CODEBOOK, isGraphFile, MAX_FILE, parseJson, type Files } from './corpus';
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

const indented = (value: unknown, by: string) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${by}`);
const printItem = (item: object) => `\n    ${indented(item, '    ')}`;
function* printItems(items: Iterable<object>): Generator<string> {
  for (const item of items) yield printItem(item);
}

/** The lists of a graph file, each item as it is printed. */
type Printed = Record<'nodes' | 'edges', Iterable<string>> & { leftOut?: Iterable<string> | undefined };

function* printLists(own: Omit<GraphFile, keyof Printed>, lists: Printed): Generator<string> {
  yield '{';
  let comma = '';
  for (const [key, value] of Object.entries({ $schema: './schema.json', ...own })) {
    yield `${comma}\n  ${JSON.stringify(key)}: ${indented(value, '  ')}`;
    comma = ',';
  }
  for (const key of ['nodes', 'edges', 'leftOut'] as const) {
    const items = lists[key];
    if (!items) continue;
    yield `,\n  ${JSON.stringify(key)}: [`;
    let separator = '';
    for (const item of items) {
      yield `${separator}${item}`;
      separator = ',';
    }
    yield separator === '' ? ']' : '\n  ]';
  }
  yield '\n}\n';
}

/** A graph file as it lies in graph/, an item at a time. */
export const printGraphFile = ({ nodes, edges, leftOut, ...own }: GraphFile): Generator<string> =>
  printLists(own, {
    nodes: printItems(nodes),
    edges: printItems(edges),
    leftOut: leftOut && printItems(leftOut),
  });

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
export function toHome(item: Pick<StoredNode | StoredEdge, 'passages'>): string {
  const articles = new Set(item.passages.map(({ article }) => article));
  return articles.size === 1 ? toOwnFile([...articles][0]!) : SHARED;
}

/** How many nodes or edges are written before a pause. */
const STRETCH = 64;

/** The most characters of a graph file that is written: though each took three bytes, both readCorpus and readPack take it. */
const MOST = Math.floor((2 * MAX_FILE) / 3);

/** What graph files hold, all of them together. */
export type Kept = {
  title?: string | undefined;
  nodes: ReadonlyMap<string, GraphNode | StoredNode>;
  edges: ReadonlyMap<string, GraphEdge | StoredEdge>;
  leftOut?: Iterable<LeftOut> | undefined;
};

/** The same of one graph file. */
export const toKept = ({ title, nodes, edges, leftOut }: GraphFile): Kept => ({
  title,
  nodes: new Map(nodes.map((node) => [node.id, node])),
  edges: new Map(edges.map((edge) => [edge.id, edge])),
  leftOut,
});

/** A graph file that is being filled, each item as it is printed. */
type Part = Record<'nodes' | 'edges' | 'leftOut', string[]> & { length: number };

/** graph/shared.2.json after graph/shared.json, and so on: no article's own file is called so. */
const toNextPath = (path: string) =>
  path.replace(/(?:\.(\d+))?\.json$/, (_, number?: string) => `.${Number(number ?? 1) + 1}.json`);

/**
 * Graph files that hold all of it, none longer than `most` characters. What has a home stays in it as long as there is room, in
 * the order it was there, what is new comes after it; the words left out of an article go where the article is.
 */
export function* printGraphFiles(
  { title, nodes, edges, leftOut = [] }: Kept,
  homes: Homes = { items: new Map() },
  most = MOST,
): Steps<Map<string, string>> {
  const parts = new Map<string, Part>();
  const own = { version: VERSION, ...(title !== undefined && { title }) } as const;
  // With the line on which each list ends.
  const frame = [...printGraphFile({ ...own, nodes: [], edges: [], leftOut: [] })].join('').length + 12;
  const add = (path: string, list: 'nodes' | 'edges' | 'leftOut', item: object) => {
    const text = printItem(item);
    const part = parts.get(path) ?? { length: frame, nodes: [], edges: [], leftOut: [] };
    parts.set(path, part);
    if (part.length > frame && part.length + text.length >= most) return add(toNextPath(path), list, item);
    part[list].push(text);
    part.length += text.length + 1;
  };
  let written = 0;
  for (const id of homes.items.keys()) {
    const [node, edge] = [nodes.get(id), edges.get(id)];
    if (node) add(homes.items.get(id)!, 'nodes', toStored(node as GraphNode));
    if (edge) add(homes.items.get(id)!, 'edges', toStored(edge as GraphEdge));
    if (++written % STRETCH === 0) yield;
  }
  for (const node of nodes.values()) {
    if (!homes.items.has(node.id)) add(toHome(node), 'nodes', toStored(node as GraphNode));
    if (++written % STRETCH === 0) yield;
  }
  for (const edge of edges.values()) {
    if (!homes.items.has(edge.id)) add(toHome(edge), 'edges', toStored(edge as GraphEdge));
    if (++written % STRETCH === 0) yield;
  }
  for (const words of leftOut) {
    add(homes.items.get(words.article) ?? toHome(nodes.get(words.article)!), 'leftOut', words);
    if (++written % STRETCH === 0) yield;
  }
  const titled =
    homes.title !== undefined && parts.has(homes.title) ? homes.title : [...parts.keys()].toSorted()[0];
  const texts = new Map<string, string>();
  for (const [path, { leftOut: left, ...lists }] of parts) {
    let text = '';
    const pieces = printLists(path === titled ? own : { version: VERSION }, {
      ...lists,
      leftOut: left.length > 0 ? left : undefined,
    });
    for (const piece of pieces) {
      text += piece;
      if (++written % STRETCH === 0) yield;
    }
    texts.set(path, text);
  }
  return texts;
}

/** The words left out of the articles as they are stored. */
function* toLeftOut({ articles }: Corpus): Generator<LeftOut> {
  for (const { leftOut } of articles.values())
    for (const { reason, ...words } of leftOut) yield { ...withoutPlace(words), reason };
}

/** All of a corpus as one graph file. */
export const toGraphFile = (corpus: Corpus): GraphFile => ({
  version: VERSION,
  ...(corpus.title !== undefined && { title: corpus.title }),
  nodes: [...corpus.nodes.values()].map((node) => toStored(node)),
  edges: [...corpus.edges.values()].map((edge) => toStored(edge)),
  leftOut: [...toLeftOut(corpus)],
});

/**
 * A corpus as files that readCorpus reads as the same corpus: its graph files, its codebook where it has one, and its articles.
 */
export const writeCorpus = (corpus: Corpus, homes?: Homes): Files => atOnce(writeInSteps(corpus, homes));

/** writeCorpus with short pauses, for a page that is to stay usable meanwhile. */
export function* writeInSteps(corpus: Corpus, homes?: Homes): Steps<Files> {
  const { title, nodes, edges } = corpus;
  const texts = yield* printGraphFiles({ title, nodes, edges, leftOut: toLeftOut(corpus) }, homes);
  if (corpus.definitions) texts.set(CODEBOOK, printCodebookFile(corpus.definitions));
  for (const { node, text } of corpus.articles.values()) texts.set(`seeds/${node.seed}`, text);
  return texts;
}
