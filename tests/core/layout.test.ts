// The map: the same corpus gives the same picture, and no node hides another.
import { describe, expect, test } from 'vitest';
import { toDrawing, type Drawing } from '../../src/core/drawing';
import { layout, type Positions } from '../../src/core/layout';
import { subset } from '../../src/core/graph';
import { CORPUS } from '../shipped';
import { DEBATE, toCorpus } from './formats/corpora';

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

  test('leaves what is drawn as it was', () => {
    expect(DRAWING).toEqual(toDrawing(CORPUS));
  });

  test('puts what is about a topic nearer to it than other claims, on the whole', () => {
    const place = new Map(
      DRAWING.nodes.map(({ id }, i) => [id, [POSITIONS[2 * i]!, POSITIONS[2 * i + 1]!] as const]),
    );
    const distance = (a: string, b: string) => {
      const [[ax, ay], [bx, by]] = [place.get(a)!, place.get(b)!];
      return Math.hypot(ax - bx, ay - by);
    };
    const mean = (numbers: readonly number[]) =>
      numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    const about = DRAWING.edges.filter(({ type }) => type === 'about');
    const claims = DRAWING.nodes.filter(({ type }) => type === 'claim');
    const own = mean(about.map(({ source, target }) => distance(source, target)));
    const any = mean(about.flatMap(({ target }) => claims.map(({ id }) => distance(id, target))));
    expect(own).toBeLessThan(any / 2);
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
