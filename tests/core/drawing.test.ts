// What is drawn of a corpus: every node, the larger the more meets there.
import { describe, expect, test } from 'vitest';
import { toDrawing } from '../../src/core/drawing';
import { CORPUS } from '../shipped';

const DRAWING = toDrawing(CORPUS);

describe('what is drawn of a corpus', () => {
  test('is every node and edge in order', () => {
    expect(DRAWING.nodes.map(({ id }) => id)).toEqual([...CORPUS.nodes.keys()]);
    expect(DRAWING.edges).toEqual(
      [...CORPUS.edges.values()].map(({ id, type, source, target, basis }) => ({
        id,
        type,
        source,
        target,
        inferred: basis === 'inferred',
      })),
    );
  });

  test('has a larger node where there are more edges, within the limits of its type', () => {
    const degrees = new Map<string, number>();
    for (const { source, target } of CORPUS.edges.values())
      for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
    for (const one of DRAWING.nodes) {
      expect(one.size).toBeGreaterThan(0);
      expect(one.size).toBeLessThan(20);
      for (const other of DRAWING.nodes)
        if (one.type === other.type && (degrees.get(one.id) ?? 0) <= (degrees.get(other.id) ?? 0))
          if (one.size > other.size) throw new Error(`${one.id} is larger than ${other.id}`);
    }
  });

  test('is plain data, which a worker can be handed', () => {
    expect(structuredClone(DRAWING)).toEqual(DRAWING);
  });
});
