// Words selected with the mouse: none is cut in two.
import { describe, expect, test } from 'vitest';
import { toWhole } from '../../src/app/coding/words';

describe('what is selected begins and ends with whole words', () => {
  // What is selected stands between the bars; beside it, what is taken.
  test.each([
    ['Of|sted said it w|ould review this', 'Ofsted said it would'],
    ['|Ofsted| said it would', 'Ofsted'],
    ['Ofsted |s|aid it would', 'said'],
    // A name without its ’s is whole; the ’s alone is not.
    ['|Ofsted|’s director', 'Ofsted'],
    ["|Ofsted|'s director", 'Ofsted'],
    ['Ofsted|’s dir|ector', 'Ofsted’s director'],
    ['it |was|n’t said', 'wasn’t'],
    // Each part of what a hyphen joins is a word.
    ['a one-|wo|rd judgment', 'word'],
    ['a |on|e-word judgment', 'one'],
    // Quotation marks are taken or left as they were.
    ['they said “|too tou|gh” on councils', 'too tough'],
    ['they said |“too tough”| on councils', '“too tough”'],
    ['in |2|015–16, 3.5 per cent', '2015'],
    ['in 2015, 3|.|5 per cent', '3.5'],
    ['thanks |👩‍👧| all', '👩‍👧'],
    ['thanks 👩‍|👧 a|ll', '👩‍👧 all'],
    ['café|s in Brom|ley', 'cafés in Bromley'],
  ])('%s', (text, words) => {
    const [before, selected, after] = text.split('|') as [string, string, string];
    const plain = before + selected + after;
    const { start, end } = toWhole(plain, { start: before.length, end: before.length + selected.length });
    expect(plain.slice(start, end)).toBe(words);
  });
});
