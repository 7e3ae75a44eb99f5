// The terms of a query in words, and what is left without each.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING, parseQuery, printQuery, QUERY_KEYS, type Query } from '../../src/core/query';
import { EDGE_TYPES, NODE_TYPES } from '../../src/core/vocabulary';
import { printTerm, toTerms } from '../../src/app/terms';
import { CORPUS } from '../shipped';

const terms = (text: string) => toTerms(CORPUS, parseQuery(text, CORPUS));
const words = (text: string) => terms(text).map(printTerm);

describe('the terms of a query', () => {
  test.each([
    ['', []],
    ['topic:one-word-judgment', ['Topic: Should inspections end in a one-word judgment?']],
    ['actor:ofsted,adcs', ['Said by: Ofsted', 'Said by: ADCS']],
    ['date:2014/2016', ['When: 2014 to 2016']],
    ['date:2014-06/..', ['When: from June 2014']],
    ['stance:mixed speech:direct', ['Stance: both for and against', 'Speech: quoted']],
    ['type:claim', ['Only: claims']],
    ['type:none', ['Only: none']],
    [`type:${NODE_TYPES.filter((type) => type !== 'claim').join(',')}`, ['Without: claims']],
    [`edge:${EDGE_TYPES.join(',')}`, []],
    ['edge:disputes basis:stated', ['Only lines: disputes', 'Only lines: stated in the text']],
    ['isolated:hidden', ['No nodes without a line']],
    ['hide:ofsted', ['Without: Ofsted']],
    ['one "two words" one', ['Words: “one”', 'Words: “two words”']],
  ])('“%s” are %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('taken out one after the other leave everything', () => {
    const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 9 });
    const query: fc.Arbitrary<Query> = fc.record(
      {
        words: fc.array(fc.constantFrom('Ofsted', 'one word')),
        type: some(NODE_TYPES),
        edge: some(EDGE_TYPES),
        actor: some(['organisation:ofsted', 'person:eileen-munro', 'person:nobody']),
        date: some(['2014', '2015/2016']),
      },
      { requiredKeys: ['words'] },
    );
    fc.assert(
      fc.property(query, (one) => {
        let left = one;
        for (let [term] = toTerms(CORPUS, left); term; [term] = toTerms(CORPUS, left)) {
          expect(toTerms(CORPUS, term.without).length).toBe(toTerms(CORPUS, left).length - 1);
          left = term.without;
        }
        // All there is of a closed list filters nothing.
        const all = (key: 'type' | 'edge', most: number) => (left[key]?.length ?? most) === most;
        expect(all('type', NODE_TYPES.length) && all('edge', EDGE_TYPES.length)).toBe(true);
        expect(printQuery({ ...left, type: undefined, edge: undefined })).toBe(printQuery(EVERYTHING));
      }),
    );
  });

  test('have names of their own, so that none is taken for another', () => {
    for (const key of QUERY_KEYS) expect(terms(`${key}:none`)).toHaveLength(1);
    const ids = terms('type:claim edge:disputes actor:ofsted hide:ofsted ofsted').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
