// Overlaps: whatever lies on a heap is pushed apart, and what is added finds room.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { separate, toRoom } from '../../src/core/overlap';

type Disc = { x: number; y: number; radius: number };

const isApart = (one: Disc, other: Disc) =>
  Math.hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius;
const findOverlap = (discs: readonly Disc[]) =>
  discs.find((one, index) => discs.slice(index + 1).some((other) => !isApart(one, other)));

/** Discs on a heap, some in the very same place, some far out. */
const heap = fc.array(
  fc.record({
    x: fc.oneof(
      fc.constant(0),
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: -1e5, max: 1e5, noNaN: true }),
    ),
    y: fc.oneof(fc.constant(0), fc.double({ min: -50, max: 50, noNaN: true })),
    radius: fc.double({ min: 1, max: 20, noNaN: true }),
  }),
  { maxLength: 60 },
);

function push(discs: readonly Disc[], spread: number): Disc[] {
  const places = Float64Array.from(discs.flatMap(({ x, y }) => [x, y]));
  separate(
    places,
    Float64Array.from(discs, ({ radius }) => radius),
    4,
    spread,
  );
  return discs.map(({ radius }, index) => ({ x: places[2 * index]!, y: places[2 * index + 1]!, radius }));
}

describe('separate', () => {
  test('leaves no two discs on each other, whether or not everything may be spread', () => {
    fc.assert(
      fc.property(heap, fc.constantFrom(1, 1.1), (discs, spread) => {
        expect(findOverlap(push(discs, spread))).toBeUndefined();
      }),
    );
  });

  test('moves nothing that has room', () => {
    const discs = Array.from({ length: 100 }, (_, index) => ({
      x: 30 * (index % 10),
      y: 30 * Math.floor(index / 10),
      radius: 14,
    }));
    expect(push(discs, 1.1)).toEqual(discs);
  });

  test('finds room for a heap of a thousand in one place', () => {
    const heaped = Array.from({ length: 1000 }, (_, index) => ({ x: 0, y: 0, radius: 3 + (index % 5) }));
    expect(findOverlap(push(heaped, 1.1))).toBeUndefined();
  });
});

describe('room', () => {
  test('is found for each, one after the other, near where it is wanted', () => {
    fc.assert(
      fc.property(heap, (discs) => {
        const room = toRoom(2);
        const placed: Disc[] = [];
        for (const { x, y, radius } of discs) {
          const [foundX, foundY] = room.find(x, y, radius);
          room.fill(foundX, foundY, radius);
          placed.push({ x: foundX, y: foundY, radius });
          expect(Math.hypot(foundX - x, foundY - y)).toBeLessThan(100 * Math.sqrt(discs.length));
        }
        expect(findOverlap(placed)).toBeUndefined();
      }),
    );
  });

  test('is right there where nothing stands', () => {
    const room = toRoom(2);
    room.fill(0, 0, 10);
    expect(room.find(23, 0, 10)).toEqual([23, 0]);
    expect(room.find(21, 0, 10)).not.toEqual([21, 0]);
  });
});
