// A coded debate in memory: nodes and edges, each with the places of the words it rests on.
import type { Span } from './anchor';
import type { Anchor, CodebookFile, LeftOut, StoredEdge, StoredNode } from './schema';
import { isArgumentType, type ArgumentType, type EdgeType, type NodeType } from './vocabulary';

/** Words of an article and where they stand in it (UTF-16 code units). */
export type Passage = Anchor & Span;

/** A stored node or edge with its words found. */
export type Located<T> = T extends { datePassage?: Anchor | undefined }
  ? Omit<T, 'passages' | 'datePassage'> & { passages: Passage[]; datePassage?: Passage }
  : Omit<T, 'passages'> & { passages: Passage[] };
export type GraphNode = Located<StoredNode>;
export type GraphEdge = Located<StoredEdge>;
export type NodeOf<T extends NodeType> = Extract<GraphNode, { type: T }>;
export type EdgeOf<T extends EdgeType> = Extract<GraphEdge, { type: T }>;

/** An article as read: its node, its text, and the words of it that are deliberately not coded. */
export type Article = { node: NodeOf<'article'>; text: string; leftOut: (LeftOut & Span)[] };

/** A whole coded debate: everything by id, in the order of the files. Never mutated. */
export type Corpus = {
  /** What the articles are about, where the files say it. */
  title?: string;
  /** What types mean here, where that is not what they mean elsewhere (codebook.ts). */
  definitions?: CodebookFile['definitions'];
  articles: ReadonlyMap<string, Article>;
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
};

/** A corpus with nothing in it yet. */
export const EMPTY: Corpus = { articles: new Map(), nodes: new Map(), edges: new Map() };

/** The ids of some nodes and edges: a Set of them, or what else can tell. */
export type Ids = { readonly size: number; has: (id: string) => boolean } & Iterable<string>;

/** All the words a node or edge rests on, those that give its date last. */
export function toPassages(item: GraphNode | GraphEdge): Passage[] {
  return 'datePassage' in item && item.datePassage ? [...item.passages, item.datePassage] : item.passages;
}

/** Whether words of an article are among those that a node or edge rests on, or that give its date. */
export const restsOn = (item: GraphNode | GraphEdge, article: string): boolean =>
  toPassages(item).some((passage) => passage.article === article);

/** An edge's type and ends in one string, the same for edges that join the same in the same way. */
export const toTriple = ({ type, source, target }: Pick<StoredEdge, 'type' | 'source' | 'target'>): string =>
  `${type} ${source} ${target}`;

/** What somebody can say. */
export type Said = NodeOf<'claim'> | NodeOf<'recommendation'>;
export const isSaid = (item: GraphNode | GraphEdge): item is Said =>
  item.type === 'claim' || item.type === 'recommendation';

/** An edge of the argument: who disputes, supports or answers what. */
export type Argument = EdgeOf<ArgumentType>;
export const isArgument = (item: GraphNode | GraphEdge): item is Argument => isArgumentType(item.type);

/** Whether an edge is somebody, or a report, putting forward a claim or recommendation. */
export function isUtterance(
  corpus: Pick<Corpus, 'nodes'>,
  edge: GraphEdge,
): edge is EdgeOf<'authored'> | EdgeOf<'states'> {
  if (edge.type !== 'authored' && edge.type !== 'states') return false;
  const target = corpus.nodes.get(edge.target);
  return target !== undefined && isSaid(target);
}

/** One thing wrong in the files: where (`id` of a node or edge, `path` of a field), what, and how to mend it. */
export type Problem = { file: string; id?: string; path?: string; reason: string };
