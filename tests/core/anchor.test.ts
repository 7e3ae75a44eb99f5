// Quotes are found exactly where they stand, and nowhere else.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNearest, locate, uniteAnchors } from '../../src/core/anchor';
import { CORPUS } from '../shipped';

/** A text with a stretch of it that is not empty. */
const stretch = (text: fc.Arbitrary<string>) =>
  text
    .filter((words) => words.length > 0)
    .chain((words) =>
      fc
        .tuple(fc.nat({ max: words.length - 1 }), fc.nat({ max: words.length - 1 }))
        .map(([a, b]) => ({ text: words, start: Math.min(a, b), end: Math.max(a, b) + 1 })),
    );
/** Texts in which stretches come again and again. */
const repetitive = fc.array(fc.constantFrom('a', 'b', '’', '🧑🏽‍🏫')).map((parts) => parts.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), repetitive);

describe('locate', () => {
  test('finds any stretch of any text where it stands', () => {
    fc.assert(
      fc.property(stretch(anyText), ({ text, start, end }) => {
        expect(locate(text, { quote: text.slice(start, end) })).toContainEqual({ start, end });
      }),
    );
  });

  test('finds any stretch of a real article', () => {
    const articles = fc.constantFrom(...[...CORPUS.articles.values()].map(({ text }) => text));
    fc.assert(
      fc.property(stretch(articles), ({ text, start, end }) => {
        expect(locate(text, { quote: text.slice(start, end) })).toContainEqual({ start, end });
      }),
    );
  });

  test('finds only places where the words stand, each once and in order', () => {
    fc.assert(
      fc.property(stretch(anyText), ({ text, start, end }) => {
        const quote = text.slice(start, end);
        const spans = locate(text, { quote });
        for (const span of spans) expect(text.slice(span.start, span.end)).toBe(quote);
        const places = spans.map((span) => span.start);
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      }),
    );
  });

  test('singles a stretch out by all that stands before and after it', () => {
    fc.assert(
      fc.property(stretch(anyText), ({ text, start, end }) => {
        const quote = text.slice(start, end);
        expect(locate(text, { quote, before: text.slice(0, start), after: text.slice(end) })).toEqual([
          { start, end },
        ]);
      }),
    );
  });

  test('with before or after, finds a quote only right between them', () => {
    const text = 'One judgment, two judgments, one judgment.';
    expect(locate(text, { quote: 'judgment' })).toHaveLength(3);
    expect(locate(text, { quote: 'judgment', before: 'two ' })).toEqual([{ start: 18, end: 26 }]);
    expect(locate(text, { quote: 'judgment', after: '.' })).toEqual([{ start: 33, end: 41 }]);
    expect(locate(text, { quote: 'judgment', before: 'one ', after: '.' })).toEqual([{ start: 33, end: 41 }]);
    expect(locate(text, { quote: 'judgment', before: 'two' })).toEqual([]);
    expect(locate(text, { quote: 'judgment', before: 'One ', after: '.' })).toEqual([]);
  });

  test('finds a quote that overlaps itself at each of its places', () => {
    expect(locate('aaaa', { quote: 'aaa' })).toEqual([
      { start: 0, end: 3 },
      { start: 1, end: 4 },
    ]);
  });

  test('finds no look-alike: another apostrophe, case, space or accent', () => {
    const text = 'children’s services, naïve';
    expect(locate(text, { quote: 'children’s services' })).toEqual([{ start: 0, end: 19 }]);
    for (const quote of [
      "children's services",
      'Children’s services',
      'children’s\u00a0services',
      'naive',
      'nai\u0308ve',
    ])
      expect(locate(text, { quote })).toEqual([]);
  });

  test('is kept once by those who unite anchors, wherever it is there again', () => {
    const [one, other] = ['Ofsted', 'Munro'].map((quote) => ({ article: 'article:a', quote }));
    expect(uniteAnchors([one!], [{ ...one! }, other!, { ...other! }])).toEqual([one, other]);
  });

  test('counts UTF-16 code units', () => {
    expect(locate('🧑🏽‍🏫 says', { quote: 'says' })).toEqual([{ start: 8, end: 12 }]);
  });
});

describe('the words nearest to a place that name somebody', () => {
  const text =
    'EDUCATION MINISTRY\n\nA grant was made. The teachers’ union and the education\nministry met Ofsted, McOfsted and Alan Grant.';
  test.each([
    ['Ofsted', 'Ofsted'],
    ['OFSTED', 'Ofsted'],
    ['The Education Ministry', 'education\nministry'],
    ["Teachers' union", 'teachers’ union'],
    ['alan grant', 'Alan Grant'],
    ['Grant', 'Grant'],
    ['Made', undefined],
    ['Union (', undefined],
    ['', undefined],
    [' ', undefined],
  ])('for ‘%s’ are ‘%s’', (name, words) => {
    const found = findNearest(text, name, text.length);
    expect(found && text.slice(found.start, found.end)).toBe(words);
  });
});
