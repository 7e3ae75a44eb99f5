// What every export says of a node or an edge: all that the model stores, each passage with its file and its place.
import type { Corpus, GraphEdge, GraphNode, Passage } from '../model';

/** What a file says of itself: its title, and in `description` the filter, the counts and the date of the corpus. */
export type About = { title: string; description: string };

/**
 * Words of an article: the id of its node, the name of its file in seeds/, and where in it they stand (UTF-16 code units).
 * Without `seed` where the corpus does not hold the article.
 */
export type PassageRecord = Passage & { seed?: string };

type Recorded<T> = T extends unknown
  ? Omit<T, 'passages' | 'datePassage'> & { passages: PassageRecord[]; datePassage?: PassageRecord }
  : never;
export type NodeRecord = Recorded<GraphNode>;
export type EdgeRecord = Recorded<GraphEdge>;

/** Words as the exports tell them. */
export function toPassageRecord({ articles }: Corpus, words: Passage): PassageRecord {
  const { article, quote, start, end, before, after } = words;
  const seed = articles.get(article)?.node.seed;
  return {
    article,
    ...(seed !== undefined && { seed }),
    quote,
    start,
    end,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** The words that give a date are a passage like any other, so they are written like one. */
const withDatePassage = (corpus: Corpus, own: object | { datePassage?: Passage }) =>
  'datePassage' in own && own.datePassage ? { datePassage: toPassageRecord(corpus, own.datePassage) } : {};

/** A node as the exports tell it: what all nodes have first, then the fields of its type as the model stores them. */
export function toNodeRecord(corpus: Corpus, node: GraphNode): NodeRecord {
  const { id, type, label, aliases, passages, ...own } = node;
  return {
    id,
    type,
    label,
    ...(aliases && { aliases }),
    passages: passages.map((passage) => toPassageRecord(corpus, passage)),
    ...own,
    ...withDatePassage(corpus, own),
  } as NodeRecord;
}

/** An edge as the exports tell it: what all edges have first, then the fields of its type as the model stores them. */
export function toEdgeRecord(corpus: Corpus, edge: GraphEdge): EdgeRecord {
  const { id, type, source, target, basis, passages, ...own } = edge;
  return {
    id,
    type,
    source,
    target,
    basis,
    passages: passages.map((passage) => toPassageRecord(corpus, passage)),
    ...own,
    ...withDatePassage(corpus, own),
  } as EdgeRecord;
}
