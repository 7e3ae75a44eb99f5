// Every sentence of an article is accounted for: coded, left out for a reason, or named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locate } from '../../src/core/anchor';
import { toCoverage, toSentences } from '../../src/core/coverage';
import { CORPUS } from '../shipped';

const find = (text: string, quote: string) => locate(text, { quote })[0]!;
const sentences = (text: string) => toSentences(text).map(({ start, end }) => text.slice(start, end));

describe('the sentences of a text', () => {
  test('end at full stops, question marks and line breaks', () => {
    expect(sentences('Ofsted agreed. Did it? Yes!\n\nA headline\r\nJoe Lepper')).toEqual([
      'Ofsted agreed.',
      'Did it?',
      'Yes!',
      'A headline',
      'Joe Lepper',
    ]);
  });

  test('do not end inside a number', () => {
    expect(sentences('It rose by 2.5 per cent. It fell.')).toEqual(['It rose by 2.5 per cent.', 'It fell.']);
  });

  test('are none where there is no letter or digit', () => {
    expect(sentences('')).toEqual([]);
    expect(sentences(' \n — … ***\n')).toEqual([]);
  });

  test('are in order, do not overlap, have no white space at their ends, and leave out no letter or digit', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom('A b', '. ', '? ', '\n', '“c” ', '1.5 ', '\u00a0')).map((all) => all.join('')),
      fc.constantFrom(...[...CORPUS.articles.values()].map(({ text }) => text)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const sentence of [...toSentences(text), { start: text.length, end: text.length }]) {
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(end, sentence.start)).not.toMatch(/[\p{L}\p{N}]/u);
          const words = text.slice(sentence.start, sentence.end);
          expect(words).toBe(words.trim());
          ({ end } = sentence);
        }
      }),
    );
  });
});

describe('coverage', () => {
  const text = 'Ofsted agreed to it. Councils did not. Comments are closed.';
  const leftOut = { ...find(text, 'Comments are closed.'), reason: 'furniture' } as const;

  test('tells what is coded, what is left out and why, and what is neither', () => {
    expect(
      toCoverage(text, [find(text, 'Ofsted agreed')], [leftOut]).map(({ state, reason }) => [state, reason]),
    ).toEqual([
      ['coded', undefined],
      ['unaccounted', undefined],
      ['left out', 'furniture'],
    ]);
  });

  test('takes a sentence that is both coded and left out for coded', () => {
    const [only] = toCoverage(
      'Comments are closed.',
      [{ start: 0, end: 8 }],
      [{ start: 9, end: 20, reason: 'furniture' }],
    );
    expect(only).toMatchObject({ state: 'coded', reason: undefined, gaps: [] });
  });

  test('does not count a passage that only touches the end of a sentence', () => {
    const [first, second] = toCoverage('Yes. No.', [{ start: 0, end: 5 }], []);
    expect(first!.state).toBe('coded');
    expect(second!.state).toBe('unaccounted');
  });

  test('lets five words between two quotes pass, and names six', () => {
    const five = '“Grades harm,” as the review said then, “children.”';
    const six = '“Grades harm,” as the review has said then, “children.”';
    const gaps = (words: string) =>
      toCoverage(words, [find(words, 'Grades harm'), find(words, 'children')], []).flatMap((sentence) =>
        sentence.gaps.map(({ start, end }) => words.slice(start, end)),
      );
    expect(gaps(five)).toEqual([]);
    expect(gaps(six)).toEqual(['as the review has said then']);
  });

  test('counts a word that a passage cuts through as covered', () => {
    const words = 'one two three four five six seven';
    expect(toCoverage(words, [find(words, 'ur fi')], [])[0]!.gaps).toEqual([]);
  });

  test('has one entry for each sentence, with its words', () => {
    for (const { text: words } of CORPUS.articles.values()) {
      const covered = toCoverage(words, [], []);
      expect(covered.map(({ start, end }) => ({ start, end }))).toEqual(toSentences(words));
      for (const sentence of covered) {
        expect(sentence.text).toBe(words.slice(sentence.start, sentence.end));
        expect(sentence.state).toBe('unaccounted');
      }
    }
  });
});
