// Texts that a reader takes for the same are the same once folded.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/core/text';

describe('fold', () => {
  test.each([
    ['OFSTED', 'ofsted'],
    ['children’s ‘x’ ′y`', "children's 'x' 'y'"],
    ['“One-word” „judgment‟', '"one-word" "judgment"'],
    ['2010–2019 — one‑word', '2010-2019 - one-word'],
    ['naïve Zoë', 'naive zoe'],
    [' a\u00a0b\n\tc ', 'a b c'],
    ['ﬁnding', 'finding'],
  ])('reads “%s” as “%s”', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('keeps apart what is not the same', () => {
    expect(fold('one word')).not.toBe(fold('one-word'));
    expect(fold('inspections')).not.toBe(fold('inspection'));
  });

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
