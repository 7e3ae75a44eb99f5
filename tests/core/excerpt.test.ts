// Keyword in context, on the articles' own sentences.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toExcerpt } from '../../src/core/excerpt';
import { toSentences } from '../../src/core/coverage';
import { CORPUS } from '../shipped';

const SENTENCES = [...CORPUS.articles.values()].flatMap(({ text }) =>
  toSentences(text).map(({ start, end }) => text.slice(start, end)),
);
const found = (text: string, search: string) =>
  toExcerpt(text, search).pieces.flatMap((piece) => (piece.found ? [piece.text] : []));

describe('an excerpt', () => {
  test.each([
    ['Ofsted’s judgments', 'ofsted', ['Ofsted’s']],
    ['Ofsted’s judgments', "OFSTED'S judg", ['Ofsted’s', 'judgments']],
    ['the one-word judgment', 'one word', ['one', 'word']],
    ['the one-word judgment', '"one word"', ['one-word']],
    ['one day a word', '“one word”', []],
    ['a naïve view', 'naive', ['naïve']],
    ['reform, not form', 'form', ['form']],
    ['says Łukasz Weiß', 'lukasz weiss', ['Łukasz', 'Weiß']],
    ['राम, रोम', 'राम', ['राम']],
    ['reform', '', []],
  ])('of “%s” for %s emphasises %j', (text, search, expected) => {
    expect(found(text, search)).toEqual(expected);
  });

  test('is no longer than asked for, begins and ends between words, and holds what was found', () => {
    const long = SENTENCES.filter((sentence) => sentence.length > 200 && /inspect/i.test(sentence));
    expect(long.length).toBeGreaterThan(10);
    for (const sentence of long) {
      const { pieces, before, after } = toExcerpt(sentence, 'inspection', 120);
      const text = pieces.map((piece) => piece.text).join('');
      expect(text.length).toBeLessThanOrEqual(121);
      expect(before || after).toBe(true);
      const at = sentence.indexOf(text);
      expect(before).toBe(at > 0);
      if (before) expect(sentence[at - 1]).toBe(' ');
      if (after) expect(sentence[at + text.length]).toBe(' ');
      if (/(^|[^\p{L}])inspection/iu.test(sentence)) expect(pieces.some((piece) => piece.found)).toBe(true);
    }
  });

  test('for a phrase of signs alone finds nothing, and is in one piece', () => {
    for (const search of ['"—"', '“…”', '" "'])
      expect(toExcerpt('Ofsted’s one-word judgment', search).pieces).toEqual([
        { text: 'Ofsted’s one-word judgment', found: false },
      ]);
  });

  test('without a limit is the whole text, whatever is searched for', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...SENTENCES), fc.string({ unit: 'binary' })),
        fc.oneof(fc.constantFrom('Ofsted', '"one word" judg', '“'), fc.string({ unit: 'binary' })),
        (text, search) => {
          const { pieces, before, after } = toExcerpt(text, search);
          expect(pieces.map((piece) => piece.text).join('')).toBe(text);
          expect([before, after]).toEqual([false, false]);
        },
      ),
    );
  });
});
