// What rests on which words: the passages of an article laid over its text.
import type { Span } from './anchor';
import { perCorpus } from './memo';
import { isSaid, type Corpus, type GraphEdge, type GraphNode } from './model';

/** A node or edge, and one stretch of an article that it rests on. */
export type Mark = Span & { item: GraphNode | GraphEdge };

/** A stretch of text throughout which the same marks lie; none where nothing rests on it. */
export type Run = Span & { marks: readonly Mark[] };

const isNode = (item: GraphNode | GraphEdge): item is GraphNode => !('source' in item);

/** Which of several a reader most likely means who points at words, the least first: what is said, before who says it. */
export const toRank = (item: GraphNode | GraphEdge): number =>
  isSaid(item) ? 0 : isNode(item) && item.type !== 'article' ? 1 : 2;

/** The shorter of two alike. */
const precedence = ({ item, start, end }: Mark) => toRank(item) * 1_000_000 + (end - start);

/** Every passage of a corpus by the article it stands in, in the order of nodes and edges. */
const passagesOf = perCorpus((corpus) => {
  const byArticle = new Map<string, Mark[]>([...corpus.articles.keys()].map((id) => [id, []]));
  for (const items of [corpus.nodes, corpus.edges])
    for (const item of items.values())
      for (const { article, start, end } of item.passages) byArticle.get(article)?.push({ start, end, item });
  return byArticle;
});

/** The nodes with words in each article, by its id. */
export const codedIn = perCorpus(({ nodes }) => {
  const found = new Map<string, GraphNode[]>();
  for (const node of nodes.values())
    for (const article of new Set(node.passages.map((passage) => passage.article))) {
      const list = found.get(article);
      if (list) list.push(node);
      else found.set(article, [node]);
    }
  return found;
});

/** Every passage in an article, the most telling first: claims, then other nodes, then edges; the shorter before the longer. */
export function toMarks(corpus: Corpus, article: string): Mark[] {
  return (passagesOf(corpus).get(article) ?? []).toSorted((a, b) => precedence(a) - precedence(b));
}

/** The marks that share a character with a span, in the order given. */
export function toMarksAt(marks: readonly Mark[], { start, end }: Span): Mark[] {
  return marks.filter((mark) => mark.start < end && start < mark.end);
}

/** A stretch of text cut where marks begin and end: runs without gaps from `start` to `end` (UTF-16 code units). */
export function toRuns({ start, end }: Span, marks: readonly Mark[]): Run[] {
  const inside = toMarksAt(marks, { start, end });
  const cuts = new Set([start, end]);
  for (const mark of inside) cuts.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index]!;
    return { start: from, end: to, marks: toMarksAt(inside, { start: from, end: to }) };
  });
}

/** The lines of a text that hold more than white space. */
export function toParagraphs(text: string): Span[] {
  return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map((line) => ({
    start: line.index,
    end: line.index + line[0].length,
  }));
}
