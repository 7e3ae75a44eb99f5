// Where the coalitions view draws actors, and what it tells of pairs.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrange,
  printAccord,
  printPair,
  toAllPaths,
  toJoined,
  toVisibleCoalitions,
} from '../../src/app/views/pairs';
import { START } from '../../src/app/view';
import { EVERYTHING } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const ALL = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]);
const STANDING = atOnce(toVisibleCoalitions(CORPUS, EVERYTHING, ALL, START.coalitions));
const toPair = (first: string, second: string) =>
  STANDING.pairs.find((pair) => pair.first.node.id === first && pair.second.node.id === second)!;

test.each([
  ['a desk', { width: 592, height: 648 }],
  ['a small window', { width: 400, height: 300 }],
  ['a phone', { width: 390, height: 380 }],
])('on %s all names are in sight, and none lies over another', (_, room) => {
  const { places, width, height } = arrange(STANDING, room);
  expect(width).toBe(room.width);
  expect(height).toBeLessThanOrEqual(room.height);
  for (const [index, { x, y }] of places.entries()) {
    expect(x).toBeGreaterThanOrEqual(60);
    expect(x).toBeLessThanOrEqual(width - 60);
    expect(y).toBeGreaterThanOrEqual(38);
    expect(y).toBeLessThanOrEqual(height - 38);
    for (const other of places.slice(index + 1))
      expect(Math.hypot(x - other.x, y - other.y)).toBeGreaterThan(70);
  }
});

test('two who agree stand side by side, however much room there is', () => {
  const { places } = arrange({ positions: Float64Array.of(-0.01, 0, 0.01, 0) }, { width: 1200, height: 800 });
  expect(places[1]!.x - places[0]!.x).toBeLessThan(90);
  const { places: apart } = arrange(
    { positions: Float64Array.of(-1, 0, 1, 0) },
    { width: 1200, height: 800 },
  );
  expect(apart[1]!.x - apart[0]!.x).toBeCloseTo(760);
});

test('no line passes by somebody it does not join, nor over the other of its pair', () => {
  const { places } = arrange(STANDING, { width: 720, height: 640 });
  const { joined } = toJoined(STANDING.pairs, {});
  const all = toAllPaths(joined, STANDING.actors, places);
  const toPoints = (path: string) => {
    const [, x1, y1, , cx, cy, x2, y2] = /^M(\S+) (\S+)(Q(\S+) (\S+) |L)(\S+) (\S+)$/.exec(path)!.map(Number);
    const [middleX, middleY] = path.includes('Q') ? [cx!, cy!] : [(x1! + x2!) / 2, (y1! + y2!) / 2];
    return Array.from({ length: 39 }, (_, index) => {
      const t = (index + 1) / 40;
      return {
        x: (1 - t) ** 2 * x1! + 2 * t * (1 - t) * middleX + t ** 2 * x2!,
        y: (1 - t) ** 2 * y1! + 2 * t * (1 - t) * middleY + t ** 2 * y2!,
      };
    });
  };
  for (const [index, { pair, ties }] of joined.entries()) {
    expect(all[index]).toHaveLength(ties.length);
    expect(new Set(all[index]).size).toBe(ties.length);
    for (const path of all[index]!)
      for (const [at, place] of places.entries()) {
        if ([pair.first, pair.second].includes(STANDING.actors[at]!)) continue;
        const nearest = Math.min(...toPoints(path).map(({ x, y }) => Math.hypot(x - place.x, y - place.y)));
        expect(nearest).toBeGreaterThan(18);
      }
  }
});

test('a pair that is open has its lines, whatever is asked for', () => {
  const pair = ['organisation:impower', 'organisation:ofsted'] as const;
  const { joined } = toJoined(STANDING.pairs, { ties: 'congruence', least: 5, pair });
  const open = joined.find(
    (one) => one.pair.second.node.id === pair[0] && one.pair.first.node.id === pair[1],
  )!;
  expect(open.ties.map(({ number }) => number)).toEqual([2, 7]);
  expect(joined).toHaveLength(toJoined(STANDING.pairs, { ties: 'congruence', least: 5 }).joined.length + 1);
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
  expect(printAccord(pair)).toBe('on the same side on 9 questions, on opposite sides on 4');
  expect(printAccord(toPair('organisation:ofsted', 'organisation:university-of-birmingham'))).toBe(
    'on opposite sides on 5 questions',
  );
});

test('lines of one type, or of so many questions, are left out with the pairs that have no other', () => {
  const { pairs } = STANDING;
  expect(toJoined(pairs, {})).toMatchObject({ least: 1, most: 9 });
  expect(toJoined(pairs, {}).joined.map(({ pair }) => pair)).toEqual(pairs);
  const conflict = toJoined(pairs, { ties: 'conflict', least: 2 });
  expect(conflict.most).toBe(7);
  expect(conflict.joined.map(({ pair }) => pair)).toEqual(
    pairs
      .filter(({ opposite }) => opposite.length >= 2)
      .toSorted((a, b) => b.opposite.length - a.opposite.length),
  );
  for (const { ties } of conflict.joined) expect(ties.map(({ type }) => type)).toEqual(['conflict']);
  expect(toJoined(pairs, { least: 9 }).joined.map(({ ties }) => ties)).toEqual([
    [{ type: 'congruence', number: 9 }],
  ]);
  expect(toJoined(pairs, { least: 10 })).toEqual({ joined: [], least: 10, most: 9 });
  expect(toJoined([], {})).toEqual({ joined: [], least: 1, most: 1 });
});

test('by which prevails, a pair has one line, and none where neither does', () => {
  const { joined } = toJoined(STANDING.pairs, { ties: 'subtract' });
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
