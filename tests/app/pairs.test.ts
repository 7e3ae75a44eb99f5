// Where the coalitions view draws actors, and what it tells of pairs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arrange, printAccord, printPair, toJoined, toVisibleCoalitions } from '../../src/app/views/pairs';
import { EVERYTHING } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const ALL = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]);
const STANDING = atOnce(toVisibleCoalitions(CORPUS, EVERYTHING, ALL));
const toPair = (first: string, second: string) =>
  STANDING.pairs.find((pair) => pair.first.node.id === first && pair.second.node.id === second)!;

test.each([
  ['a desk', { width: 592, height: 648 }],
  ['a small window', { width: 400, height: 300 }],
  ['a phone', { width: 390, height: 380 }],
])('on %s all names are in sight, and none lies over another', (_, room) => {
  const { places, width, height } = arrange(STANDING, room);
  expect({ width, height }).toEqual(room);
  for (const [index, { x, y }] of places.entries()) {
    expect(x).toBeGreaterThanOrEqual(60);
    expect(x).toBeLessThanOrEqual(width - 60);
    expect(y).toBeGreaterThanOrEqual(38);
    expect(y).toBeLessThanOrEqual(height - 38);
    for (const other of places.slice(index + 1))
      expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(70);
  }
});

test('where there is no room for all, the drawing is larger than what is seen of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { maxLength: 100 }),
      fc.record({ width: fc.integer({ min: 1, max: 900 }), height: fc.integer({ min: 1, max: 900 }) }),
      (numbers, room) => {
        const positions = Float64Array.from(numbers.slice(0, 2 * Math.floor(numbers.length / 2)));
        const { places, width, height } = arrange({ positions }, room);
        expect(places).toHaveLength(positions.length / 2);
        expect(width).toBeGreaterThanOrEqual(room.width);
        expect(height).toBeGreaterThanOrEqual(room.height);
        for (const { x, y } of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(height);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('a pair is told in words', () => {
  const pair = toPair('organisation:ofsted', 'organisation:adcs');
  expect(printPair(CORPUS, pair)).toBe('Ofsted and ADCS');
  expect(printAccord(pair)).toBe('on the same side on 12 questions, on opposite sides on 5');
  expect(printAccord(toPair('organisation:ofsted', 'organisation:university-of-birmingham'))).toBe(
    'on opposite sides on 5 questions',
  );
});

test('lines of one type, or of so many questions, are left out with the pairs that have no other', () => {
  const { pairs } = STANDING;
  expect(toJoined(pairs, {})).toMatchObject({ least: 1, most: 12 });
  expect(toJoined(pairs, {}).joined.map(({ pair }) => pair)).toEqual(pairs);
  const conflict = toJoined(pairs, { ties: 'conflict', least: 2 });
  expect(conflict.most).toBe(7);
  expect(conflict.joined.map(({ pair }) => pair)).toEqual(
    pairs
      .filter(({ opposite }) => opposite.length >= 2)
      .toSorted((a, b) => b.opposite.length - a.opposite.length),
  );
  for (const { ties } of conflict.joined) expect(ties.map(({ type }) => type)).toEqual(['conflict']);
  expect(toJoined(pairs, { least: 12 }).joined.map(({ ties }) => ties)).toEqual([
    [{ type: 'congruence', number: 12 }],
  ]);
  expect(toJoined(pairs, { least: 13 })).toEqual({ joined: [], least: 13, most: 12 });
  expect(toJoined([], {})).toEqual({ joined: [], least: 1, most: 1 });
});

test('by which prevails, a pair has one line, and none where neither does', () => {
  const { joined } = toJoined(STANDING.pairs, { ties: 'balance' });
  const uneven = STANDING.pairs.filter(({ same, opposite }) => same.length !== opposite.length);
  expect(new Set(joined.map(({ pair }) => pair))).toEqual(new Set(uneven));
  for (const { pair, ties } of joined)
    expect(ties).toEqual([
      {
        type: pair.same.length > pair.opposite.length ? 'congruence' : 'conflict',
        number: Math.abs(pair.same.length - pair.opposite.length),
      },
    ]);
});

test('where there are too many lines to be told apart, those of most questions are drawn until one asks', () => {
  const [pair] = STANDING.pairs;
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...pair!,
    same: Array.from({ length: 1 + (index % 10) }, (__, number) => `topic:t${number}`),
    opposite: [],
  }));
  const { joined, least, most } = toJoined(many, {});
  expect([joined.length, least, most]).toEqual([90, 8, 10]);
  expect(toJoined(many, { least: 1 }).joined).toHaveLength(300);
  // Where all are alike there is nothing to choose by.
  expect(toJoined(many.fill(many[0]!), {})).toMatchObject({ least: 1, most: 1 });
});
