// Proposals from articles: who is named, what they say, and that no text makes them fail.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Proposal } from '../../../src/core/extract/proposal';
import { propose } from '../../../src/core/extract/propose';
import { readNews, scoreNews } from '../../bench/extract';

const SEEDS = path.resolve(import.meta.dirname, '../../../seeds');
const readSeed = (name: string) => readFileSync(path.join(SEEDS, name), 'utf8');

const toSpans = (proposal: Proposal) => [
  proposal.passage,
  ...('mentions' in proposal ? proposal.mentions : []),
  ...('speakers' in proposal ? proposal.speakers : []),
  ...('authors' in proposal ? proposal.authors : []),
];

/** Whether all words of all proposals stand in the text where they are said to. */
function expectVerbatim(text: string): void {
  for (const proposal of propose(text, []))
    for (const { start, end, quote } of toSpans(proposal)) {
      expect(quote).not.toBe('');
      expect(text.slice(start, end)).toBe(quote);
    }
}

describe('whatever the text', () => {
  const words = fc.constantFrom(
    ...'Ofsted|said|that|“|”|"|‘|’|\'|(|)|ADCS|Mr|Munro|she|according to|,|.|:|\n\n|•|councils|should|be|Professor Eileen Munro|the report|found|—|💡|שלום|1,200|U.S.|of|and'.split(
      '|',
    ),
  );
  test('every passage stands in it, word for word', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => expectVerbatim(list.join(' '))),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), expectVerbatim), { numRuns: 300 });
  });

  test('the same text gives the same proposals', () => {
    const text = readSeed('003_5031a30f68856265.txt');
    const first = propose(text, []);
    propose(readSeed('000_22c91d1266f468ca.txt'), []);
    expect(propose(text, [])).toEqual(first);
  });
});

test('news is read as well as it was', { timeout: 60_000 }, () => {
  const { content, both } = scoreNews(readNews());
  expect(content.f1).toBeGreaterThanOrEqual(0.7);
  expect(both.f1).toBeGreaterThanOrEqual(0.62);
});
