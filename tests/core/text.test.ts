// Texts that a reader takes for the same are the same once folded.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { abbreviate, clip, fold, toWords } from '../../src/core/text';

describe('fold', () => {
  test.each([
    ['OFSTED', 'ofsted'],
    ['children’s ‘x’ ′y`', "children's 'x' 'y'"],
    ['“One-word” „judgment‟', '"one-word" "judgment"'],
    ['2010–2019 — one‑word', '2010-2019 - one-word'],
    ['naïve Zoë', 'naive zoe'],
    [' a\u00a0b\n\tc ', 'a b c'],
    ['ﬁnding', 'finding'],
    ['Łukasz Søren Đorđe Weiß Œuvre ıŁŁ', 'lukasz soren dorde weiss oeuvre ill'],
    ['Ёлкин, Андрей, Παπαδόπουλος', 'елкин, андреи, παπαδοπουλος'],
    ['مُحَمَّد שָׁלוֹם', 'محمد שלום'],
    ['葛\u{E0100} ❤\uFE0F', '葛 ❤'],
    ['children´s', 'children s'],
  ])('reads “%s” as “%s”', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('keeps apart what is not the same', () => {
    expect(fold('one word')).not.toBe(fold('one-word'));
    expect(fold('inspections')).not.toBe(fold('inspection'));
  });

  test.each(['राम रोम रीम', 'はは はば ぱぱ', 'กา กำ ก่า', 'ރާމް ރޮމް'])(
    'keeps apart what only signs on the letters tell apart, as %s, and finds each in what it says',
    (written) => {
      const names = written.split(' ');
      expect(new Set(names.map(fold)).size).toBe(names.length);
      expect(toWords(written)).toEqual(names.map(fold));
      expect(fold(written.normalize('NFD'))).toBe(fold(written));
    },
  );

  test('changes nothing in a text that is folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('does not mind case or the form of accents', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'Ü', 'ñ', 'ç', 'X', ' ', '’', '“', '—') }),
        (text) => {
          expect(fold(text.toUpperCase())).toBe(fold(text));
          expect(fold(text.normalize('NFD'))).toBe(fold(text));
        },
      ),
    );
  });
});

describe('a text that is cut', () => {
  const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;

  test('never ends in half a character, and is no longer than there is room for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '😀', '𠮷') }),
        fc.integer({ min: 1, max: 12 }),
        (text, most) => {
          for (const cut of [clip(text, most), abbreviate(text, most)]) {
            expect(cut).not.toMatch(HALF);
            expect(cut.length).toBeLessThanOrEqual(most);
          }
          expect(text.startsWith(clip(text, most))).toBe(true);
          if (text.length <= most) expect(abbreviate(text, most)).toBe(text);
        },
      ),
    );
  });
});
