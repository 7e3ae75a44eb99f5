// What every export says of a node or an edge: all that the model stores, each passage with its file and its place.
import { locate } from '../anchor';
import type { Corpus, GraphEdge, GraphNode, Passage } from '../model';
import type { Anchor } from '../schema';

/** What a file says of itself: its title, and in `description` the filter, the counts and the date of the corpus. */
export type About = { title: string; description: string };

/**
 * Words of an article: the id of its node, the name of its file in seeds/, and where in it they stand (UTF-16 code units).
 * Without `seed` where the corpus does not hold the article.
 */
export type PassageRecord = { article: string; seed?: string; quote: string; start?: number; end?: number };

type Recorded<T> = T extends unknown
  ? Omit<T, 'passages' | 'datePassage'> & { passages: PassageRecord[]; datePassage?: PassageRecord }
  : never;
export type NodeRecord = Recorded<GraphNode>;
export type EdgeRecord = Recorded<GraphEdge>;

function toPassageRecord({ articles }: Corpus, words: Anchor | Passage): PassageRecord {
  const article = articles.get(words.article);
  const span = 'start' in words ? words : article && locate(article.text, words)[0];
  return {
    article: words.article,
    ...(article && { seed: article.node.seed }),
    quote: words.quote,
    ...(span && { start: span.start, end: span.end }),
  };
}

/** The words that give a date are a passage like any other, so they are written like one. */
const withDatePassage = (corpus: Corpus, own: object | { datePassage?: Anchor }) =>
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
