// Rows are put in order as any sort would, in small steps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, orderInSteps, type Key } from '../../src/core/order';

/** What comes of it, and how many pauses there were. */
function order(keys: readonly Key[], descending = false) {
  const steps = orderInSteps(keys, descending);
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { places: value, pauses };
  }
}

test('names come as in an English index, whatever their case and accents', () => {
  const names = ['Adler', 'Åberg', 'al-Amin', 'Łukasz', 'Lund', 'Öhman', 'Ofsted', 'Zoë', 'Мария', '李明'];
  expect(names.toReversed().toSorted(compareNames)).toEqual([
    'Åberg',
    'Adler',
    'al-Amin',
    'Łukasz',
    'Lund',
    'Ofsted',
    'Öhman',
    'Zoë',
    'Мария',
    '李明',
  ]);
});

describe('the order of rows', () => {
  test('is that of the keys, and of the rows where keys are the same, either way round', () => {
    expect(order([3, 1, 2, 1]).places).toEqual([1, 3, 2, 0]);
    expect(order([3, 1, 2, 1], true).places).toEqual([0, 2, 1, 3]);
    expect(order(['b', 'a', 'b'], true).places).toEqual([0, 2, 1]);
    expect(order([]).places).toEqual([]);
  });

  test('has what has no key last, either way round', () => {
    expect(order([undefined, 2, undefined, 1]).places).toEqual([3, 1, 0, 2]);
    expect(order([undefined, 2, undefined, 1], true).places).toEqual([1, 3, 0, 2]);
  });

  test('is the same as that of one sort at a stretch, however many rows there are', () => {
    const key = fc.oneof(fc.nat({ max: 50 }), fc.constantFrom('a', 'b', 'Council 1'), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5000, size: 'max' }), fc.boolean(), (keys, descending) => {
        const rank = (one: Key) =>
          one === undefined ? 2 : Number(typeof one === 'string') * (descending ? -1 : 1);
        const expected = keys
          .map((one, place) => ({ one, place }))
          .toSorted((a, b) => {
            if (rank(a.one) !== rank(b.one)) return rank(a.one) - rank(b.one);
            const [low, high] = descending ? [b.one!, a.one!] : [a.one!, b.one!];
            return (low < high ? -1 : low > high ? 1 : 0) || a.place - b.place;
          })
          .map(({ place }) => place);
        expect(order(keys, descending).places).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('of 100,000 rows is found with a pause every thousand comparisons', () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 100_003);
    const { places, pauses } = order(keys);
    expect(pauses).toBeGreaterThan(700);
    expect(places.every((place, at) => at === 0 || keys[places[at - 1]!]! <= keys[place]!)).toBe(true);
  });
});
