// For whom somebody speaks where several lines tell it.
import { expect, test } from 'vitest';
import { incidenceOf } from '../../src/core/graph';
import type { Corpus, EdgeOf, GraphEdge } from '../../src/core/model';
import { toBody } from '../../src/core/voices';
import { CORPUS } from '../shipped';

const WOOD = 'person:alan-wood';
/** The articles from the first to the last. */
const ARTICLES = [...CORPUS.articles.values()]
  .map(({ node }) => node)
  .toSorted((a, b) => (a.date < b.date ? -1 : 1));

/** A line that is told in an article, on words of it. */
function belong(to: string, { id: article }: (typeof ARTICLES)[number], date?: string): GraphEdge {
  const any = [...CORPUS.edges.values()].find(({ passages }) => passages[0]!.article === article)!;
  return {
    id: `affiliated-with:${to}`,
    type: 'affiliated-with',
    source: WOOD,
    target: to,
    basis: 'stated',
    passages: [any.passages[0]!],
    ...(date !== undefined && { date }),
  } satisfies EdgeOf<'affiliated-with'>;
}

/** The shipped articles, with nothing told of him but these lines. */
function withLines(...lines: readonly GraphEdge[]): Corpus {
  const others = [...CORPUS.edges.values()].filter(
    ({ type, source }) => type !== 'affiliated-with' || source !== WOOD,
  );
  return { ...CORPUS, edges: new Map([...lines, ...others].map((edge) => [edge.id, edge])) };
}
const bodyOf = (corpus: Corpus, article: string) => toBody(corpus, incidenceOf(corpus), WOOD, article);

test('of lines that other articles tell, the last before an article counts, else the first after it, in whatever order they were coded', () => {
  const [first, second, third, , last] = ARTICLES;
  const lines = [belong('organisation:adcs', second!), belong('organisation:ofsted', last!)];
  for (const corpus of [withLines(...lines), withLines(...lines.toReversed())]) {
    expect(bodyOf(corpus, first!.id)).toBe('organisation:adcs');
    expect(bodyOf(corpus, third!.id)).toBe('organisation:adcs');
    expect(bodyOf(corpus, last!.id)).toBe('organisation:ofsted');
  }
});

test('a line’s own date tells from when it holds', () => {
  const [first, second, third, , last] = ARTICLES;
  const lines = [
    belong('organisation:adcs', first!),
    // Told only at the end, of the time before.
    belong('organisation:ofsted', last!, second!.date),
  ];
  for (const corpus of [withLines(...lines), withLines(...lines.toReversed())])
    expect(bodyOf(corpus, third!.id)).toBe('organisation:ofsted');
});
