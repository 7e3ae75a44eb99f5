// The passages of an article laid over its text, without losing a character.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toMarks, toMarksAt, toParagraphs, toRuns, type Mark } from '../../src/core/passage';
import { CORPUS } from '../shipped';
import { toClaim } from './formats/corpora';

const ITEMS = [...CORPUS.nodes.values(), ...CORPUS.edges.values()];
const span = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const mark = span
  .filter(({ start, end }) => start < end)
  .map((place): Mark => ({ ...place, item: toClaim('claim:a', 'a') }));

/** Runs must follow one another from end to end of a stretch, and each carry the marks that lie on it, all along. */
function expectRuns(place: { start: number; end: number }, marks: readonly Mark[]): void {
  const runs = toRuns(place, marks);
  let at = place.start;
  for (const run of runs) {
    expect(run.start).toBe(at);
    expect(run.end).toBeGreaterThan(run.start);
    expect(run.marks).toEqual(marks.filter(({ start, end }) => start < run.end && run.start < end));
    for (const { start, end } of run.marks) {
      expect(start).toBeLessThanOrEqual(run.start);
      expect(end).toBeGreaterThanOrEqual(run.end);
    }
    at = run.end;
  }
  expect(at).toBe(place.end);
}

describe('runs', () => {
  test('cover a stretch without gaps and in order, and carry every mark that lies on them', () => {
    fc.assert(fc.property(span, fc.array(mark), expectRuns));
  });

  test('cover every paragraph of every article', () => {
    for (const [article, { text }] of CORPUS.articles) {
      const marks = toMarks(CORPUS, article);
      for (const paragraph of toParagraphs(text)) {
        expectRuns(paragraph, marks);
        const words = toRuns(paragraph, marks).map(({ start, end }) => text.slice(start, end));
        expect(words.join('')).toBe(text.slice(paragraph.start, paragraph.end));
      }
    }
  });

  test('are one run where nothing rests on a stretch, and none where it is empty', () => {
    expect(toRuns({ start: 3, end: 9 }, [])).toEqual([{ start: 3, end: 9, marks: [] }]);
    expect(toRuns({ start: 3, end: 3 }, [])).toEqual([]);
  });
});

describe('marks', () => {
  test('are every passage of an article, each once', () => {
    for (const article of CORPUS.articles.keys()) {
      const expected = ITEMS.flatMap((item) =>
        item.passages
          .filter((passage) => passage.article === article)
          .map(({ start, end }) => `${item.id} ${start} ${end}`),
      );
      const found = toMarks(CORPUS, article).map(({ item, start, end }) => `${item.id} ${start} ${end}`);
      expect(found.toSorted()).toEqual(expected.toSorted());
    }
  });

  test('come with what is said before who says it, and the shorter before the longer', () => {
    for (const article of CORPUS.articles.keys()) {
      const marks = toMarks(CORPUS, article);
      const rank = ({ item }: Mark) =>
        item.type === 'claim' || item.type === 'recommendation'
          ? 0
          : CORPUS.edges.has(item.id) || item.type === 'article'
            ? 2
            : 1;
      for (const [index, next] of marks.slice(1).entries()) {
        const last = marks[index]!;
        expect(rank(last)).toBeLessThanOrEqual(rank(next));
        if (rank(last) === rank(next))
          expect(last.end - last.start).toBeLessThanOrEqual(next.end - next.start);
      }
    }
  });

  test('at a place are those that share a character with it, not those that only touch it', () => {
    const [first, second]: Mark[] = [
      { start: 0, end: 5, item: toClaim('claim:a', 'a') },
      { start: 5, end: 9, item: toClaim('claim:b', 'b') },
    ];
    expect(toMarksAt([first!, second!], { start: 4, end: 5 })).toEqual([first]);
    expect(toMarksAt([first!, second!], { start: 5, end: 6 })).toEqual([second]);
    expect(toMarksAt([first!, second!], { start: 4, end: 6 })).toEqual([first, second]);
    expect(toMarks(CORPUS, 'article:nowhere')).toEqual([]);
  });
});

describe('paragraphs', () => {
  test('are the lines of a text that hold more than white space', () => {
    const text = '\nA headline\r\n\r\n  \nJoe Lepper \n';
    expect(toParagraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'A headline',
      'Joe Lepper ',
    ]);
  });

  test('leave out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u00a0', '“') }), (text) => {
        const kept = toParagraphs(text).map(({ start, end }) => text.slice(start, end));
        expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
