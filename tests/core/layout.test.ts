// The map: the same corpus gives the same picture, no node hides another, and what was there stays where it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDrawing, type Drawing } from '../../src/core/drawing';
import { layout, type Positions } from '../../src/core/layout';
import { toKnown } from '../../src/core/picture';
import { CORPUS } from '../shipped';
import { DEBATE, subset, toCorpus } from './formats/corpora';

const DRAWING = toDrawing(CORPUS);
const POSITIONS = layout(DRAWING);

/** Pairs of nodes that cover each other at the sizes they are drawn at. */
function findOverlaps({ nodes }: Drawing, positions: Positions): string[] {
  const overlaps: string[] = [];
  for (const [i, one] of nodes.entries())
    for (const [j, other] of nodes.entries()) {
      if (j <= i) continue;
      const [dx, dy] = [positions[2 * i]! - positions[2 * j]!, positions[2 * i + 1]! - positions[2 * j + 1]!];
      if (Math.hypot(dx, dy) < one.size + other.size) overlaps.push(`${one.id} ${other.id}`);
    }
  return overlaps;
}

/** The mean distance of the claims that count to the topics they are about, and of any claim to those topics. */
function toNearness({ nodes, edges }: Drawing, positions: Positions, counts: (claim: string) => boolean) {
  const place = new Map(nodes.map(({ id }, i) => [id, [positions[2 * i]!, positions[2 * i + 1]!] as const]));
  const distance = (a: string, b: string) => {
    const [[ax, ay], [bx, by]] = [place.get(a)!, place.get(b)!];
    return Math.hypot(ax - bx, ay - by);
  };
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const about = edges.filter(({ type, source }) => type === 'about' && counts(source));
  const claims = nodes.filter(({ type }) => type === 'claim');
  return {
    own: mean(about.map(({ source, target }) => distance(source, target))),
    any: mean(about.flatMap(({ target }) => claims.map(({ id }) => distance(id, target)))),
  };
}

describe('the layout of the real corpus', () => {
  test('is the same to the byte each time', () => {
    const again = layout(structuredClone(DRAWING));
    expect(Buffer.from(again.buffer).equals(Buffer.from(POSITIONS.buffer))).toBe(true);
  });

  test('has a finite place for every node', () => {
    expect(POSITIONS).toHaveLength(2 * DRAWING.nodes.length);
    expect(POSITIONS.every(Number.isFinite)).toBe(true);
  });

  test('lets no two nodes overlap', () => {
    expect(findOverlaps(DRAWING, POSITIONS)).toEqual([]);
  });

  test('keeps near what nothing is joined with, so that all else stays as large', () => {
    const ofsted = CORPUS.nodes.get('organisation:ofsted')!;
    const lone = ['one', 'two', 'three'].map((name) => ({
      ...ofsted,
      id: `organisation:${name}`,
      label: name,
    }));
    const nodes = new Map([...CORPUS.nodes, ...lone.map((node) => [node.id, node] as const)]);
    const drawing = toDrawing({ ...CORPUS, nodes });
    const positions = layout(drawing);
    const toMedian = (drawn: Drawing, places: Positions) =>
      drawn.nodes
        .flatMap(({ id }, i) =>
          CORPUS.nodes.has(id) ? [Math.hypot(places[2 * i]!, places[2 * i + 1]!)] : [],
        )
        .toSorted((a, b) => a - b)[CORPUS.nodes.size >> 1]!;
    expect(toMedian(drawing, positions)).toBeGreaterThan(0.95 * toMedian(DRAWING, POSITIONS));
    expect(findOverlaps(drawing, positions)).toEqual([]);
  });

  test('leaves what is drawn as it was', () => {
    expect(DRAWING).toEqual(toDrawing(CORPUS));
  });

  test('puts what is about a topic nearer to it than other claims, on the whole', () => {
    const { own, any } = toNearness(DRAWING, POSITIONS, () => true);
    expect(own).toBeLessThan(any / 2);
  });

  test('tells how far it has come, up to the end', () => {
    const shares: number[] = [];
    layout(DRAWING, undefined, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(100);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
  });
});

describe('the layout of a small corpus', () => {
  test.each([0, 1, 2, 3])('of %i nodes without edges is finite and without overlaps', (size) => {
    const drawing = toDrawing(toCorpus([...CORPUS.nodes.values()].slice(0, size)));
    const positions = layout(drawing);
    expect(positions).toHaveLength(2 * size);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(findOverlaps(drawing, positions)).toEqual([]);
  });

  test('of claims alone, of one pair, and of a whole debate is finite and without overlaps', () => {
    const claims = [...CORPUS.nodes.values()].filter(({ type }) => type === 'claim');
    const [edge] = CORPUS.edges.values();
    for (const corpus of [
      subset(CORPUS, new Set([...claims.map(({ id }) => id), ...CORPUS.edges.keys()])),
      subset(CORPUS, new Set([edge!.id, edge!.source, edge!.target])),
      DEBATE,
    ]) {
      const drawing = toDrawing(corpus);
      const positions = layout(drawing);
      expect(positions.every(Number.isFinite)).toBe(true);
      expect(findOverlaps(drawing, positions)).toEqual([]);
    }
  });
});

describe('the layout of a corpus that has grown', () => {
  /** The picture of a part of the corpus, then of all of it with that part known. */
  const grow = (part: (id: string) => boolean) => {
    const ids = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()].filter(part));
    const before = toDrawing(subset(CORPUS, ids));
    const known = toKnown({ drawing: before, positions: layout(before) }, DRAWING.nodes);
    const positions = layout(DRAWING, known);
    const sizes = new Map(before.nodes.map(({ id, size }) => [id, size]));
    const grown = DRAWING.nodes.map(({ id, size }) => size - (sizes.get(id) ?? size));
    const moved = DRAWING.nodes.map((_, i) =>
      Math.hypot(positions[2 * i]! - known[2 * i]!, positions[2 * i + 1]! - known[2 * i + 1]!),
    );
    return {
      known,
      positions,
      isNew: new Set(DRAWING.nodes.filter((_, i) => Number.isNaN(known[2 * i])).map(({ id }) => id)),
      growth: Math.max(...grown),
      move: Math.max(0, ...moved.filter(Number.isFinite)),
    };
  };

  test.each([...CORPUS.articles.keys()])('by %s keeps what was there, and has no overlaps', (article) => {
    const isElsewhere = (id: string) =>
      (CORPUS.nodes.get(id) ?? CORPUS.edges.get(id))!.passages[0]!.article !== article;
    const { known, positions, isNew, move } = grow(isElsewhere);
    expect(isNew.size).toBeGreaterThan(50);
    expect(move).toBeLessThan(2);
    expect(positions.every(Number.isFinite)).toBe(true);
    expect(findOverlaps(DRAWING, positions)).toEqual([]);
    const { own, any } = toNearness(DRAWING, positions, (claim) => isNew.has(claim));
    expect(own).toBeLessThan(any * 0.6);
    expect(layout(DRAWING, known)).toEqual(positions);
  });

  test('by any of its nodes moves what was there no farther than nodes have grown, and has no overlaps', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (stream, share) => {
          const part = new Set([...CORPUS.nodes.keys()].filter(() => stream.next().value! < share));
          const { positions, growth, move } = grow((id) => CORPUS.edges.has(id) || part.has(id));
          expect(move).toBeLessThanOrEqual(growth + 1);
          expect(positions.every(Number.isFinite)).toBe(true);
          expect(findOverlaps(DRAWING, positions)).toEqual([]);
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);

  test('by nothing is the same to the byte', () => {
    expect(layout(DRAWING, POSITIONS)).toEqual(POSITIONS);
  });

  test('from nothing is that of the corpus', () => {
    expect(layout(DRAWING, new Float64Array(POSITIONS.length).fill(NaN))).toEqual(POSITIONS);
  });

  test('by what is linked to nothing known puts it beside the rest, and where nothing else stands too', () => {
    const claims = [...CORPUS.nodes.values()].filter(({ type }) => type === 'claim').slice(0, 9);
    const { nodes } = toDrawing(toCorpus(claims));
    for (const count of [1, 2, 8]) {
      const known = new Float64Array(2 * nodes.length).fill(NaN);
      known.set(Float64Array.from({ length: 2 * count }, (_, i) => 20 * i));
      const positions = layout({ nodes, edges: [] }, known);
      expect(positions.subarray(0, 2 * count)).toEqual(known.subarray(0, 2 * count));
      expect(positions.every(Number.isFinite)).toBe(true);
      expect(findOverlaps({ nodes, edges: [] }, positions)).toEqual([]);
    }
  });
});
