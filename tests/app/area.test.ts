// A text area knows one end of a line: what is written in it is found again in a text with others, and changes no line beside it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readShown, toShown, toShownAt, toTextAt } from '../../src/app/coding/area';

/** Texts of words and every end of a line, one behind the other too. */
const TEXTS = fc
  .array(fc.constantFrom('a', 'b ', '\n', '\r\n', '\r', 'Ofsted'), { maxLength: 20 })
  .map((parts) => parts.join(''));

describe('what a text area shows', () => {
  test('is read as the text that it was made of, where nothing is changed', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        expect(readShown(toShown(text), text)).toBe(text);
      }),
    );
  });

  test('is shown again as it was written', () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (before, written) => {
        const shown = toShown(written);
        expect(toShown(readShown(shown, before))).toBe(shown);
      }),
    );
  });

  test('leaves the ends of lines that are not touched as they are, and ends new lines as the text does', () => {
    const before = 'First.\r\nSecond.\nThird.';
    expect(readShown('First.\nSecond, too.\nThird.', before)).toBe('First.\r\nSecond, too.\nThird.');
    expect(readShown('First.\nNew.\nSecond.\nThird.', before)).toBe('First.\r\nNew.\r\nSecond.\nThird.');
    expect(readShown('First.\nSecond.', 'First.')).toBe('First.\nSecond.');
  });

  test('is at the place where it is in the text, and back', () => {
    const text = 'One\r\ntwo\nthree';
    for (const word of ['One', 'two', 'three']) {
      expect(toShownAt(text, text.indexOf(word))).toBe(toShown(text).indexOf(word));
      expect(toTextAt(text, toShown(text).indexOf(word))).toBe(text.indexOf(word));
    }
  });
});
