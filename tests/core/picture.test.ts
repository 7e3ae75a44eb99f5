// The map before its articles: a picture written is read again as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSame, toDrawing } from '../../src/core/drawing';
import { layout } from '../../src/core/layout';
import { readPicture, writePicture } from '../../src/core/picture';
import { CORPUS } from '../shipped';

const drawing = toDrawing(CORPUS);

describe('a picture', () => {
  test('of the real corpus is read as it was written, sizes to a tenth of a pixel, places to a whole one', () => {
    const positions = layout(drawing);
    const read = readPicture(writePicture({ drawing, positions }));
    expect(isSame(read.drawing, drawing)).toBe(true);
    expect(read.drawing.edges).toEqual(drawing.edges);
    for (const [index, { label, type, size }] of drawing.nodes.entries()) {
      expect(read.drawing.nodes[index]).toMatchObject({ label, type });
      expect(Math.abs(read.drawing.nodes[index]!.size - size)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(read.positions[2 * index]! - positions[2 * index]!)).toBeLessThanOrEqual(0.5001);
      expect(Math.abs(read.positions[2 * index + 1]! - positions[2 * index + 1]!)).toBeLessThanOrEqual(
        0.5001,
      );
    }
  });

  test('keeps any label, and any id of an edge', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 6 }),
        fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
        fc.boolean(),
        (labels, slug, inferred) => {
          const nodes = labels.map((label, index) => ({
            id: `claim:c${index}`,
            type: 'claim' as const,
            label,
            size: 4,
          }));
          const edges = [
            {
              id: `disputes:${slug}`,
              type: 'disputes' as const,
              source: 'claim:c0',
              target: 'claim:c1',
              inferred,
            },
          ];
          const positions = new Float64Array(2 * nodes.length);
          expect(readPicture(writePicture({ drawing: { nodes, edges }, positions }))).toEqual({
            drawing: { nodes, edges },
            positions,
          });
        },
      ),
    );
  });

  test.each([
    ['not JSON', '{', 'JSON'],
    ['something else', '[]', 'not a picture'],
    ['nothing', 'null', 'not a picture'],
    [
      'a node without a place',
      '{"nodes":[["claim:a"],["A"],[4],[0],[]],"edges":[[],[],[],[]]}',
      'not a picture',
    ],
    [
      'a node without a column of places',
      '{"nodes":[["claim:a"],["A"],[4],[0]],"edges":[[],[],[],[]]}',
      'not a picture',
    ],
    [
      'a label that is no text',
      '{"nodes":[["claim:a"],[7],[4],[0],[0]],"edges":[[],[],[],[]]}',
      'not a picture',
    ],
    [
      'a node farther out than any layout puts one',
      '{"nodes":[["claim:a"],["A"],[4],[1e300],[0]],"edges":[[],[],[],[]]}',
      'not a picture',
    ],
    [
      'a node infinitely far out',
      '{"nodes":[["claim:a"],["A"],[4],[0],[-1e999]],"edges":[[],[],[],[]]}',
      'not a picture',
    ],
    ['a node of an unknown type', '{"nodes":[["clam:a"],["A"],[4],[0],[0]],"edges":[[],[],[],[]]}', 'clam'],
    [
      'an edge to no node',
      '{"nodes":[["claim:a"],["A"],[4],[0],[0]],"edges":[["disputes"],[0],[7],[0]]}',
      'no node 7',
    ],
    [
      'an edge to half a node',
      '{"nodes":[["claim:a"],["A"],[4],[0],[0]],"edges":[["disputes"],[0],[0.5],[0]]}',
      'no node 0.5',
    ],
    [
      'an edge without a target',
      '{"nodes":[["claim:a"],["A"],[4],[0],[0]],"edges":[["disputes"],[0],[],[0]]}',
      'not a picture',
    ],
    [
      'an edge of an unknown type',
      '{"nodes":[["claim:a"],["A"],[4],[0],[0]],"edges":[["loves"],[0],[0],[0]]}',
      'loves',
    ],
  ])('that holds %s is refused', (_, text, reason) => {
    expect(() => readPicture(text)).toThrow(reason);
  });

  test('of another corpus is told from it', () => {
    const fewer = { ...drawing, edges: drawing.edges.slice(1) };
    expect(isSame(drawing, drawing)).toBe(true);
    expect(isSame(fewer, drawing)).toBe(false);
  });

  test('of the same ids under other names, or with a line to elsewhere, is told from it', () => {
    const [node, ...nodes] = drawing.nodes;
    const [edge, ...edges] = drawing.edges;
    expect(isSame({ ...drawing, nodes: [{ ...node!, label: 'Another' }, ...nodes] }, drawing)).toBe(false);
    expect(isSame({ ...drawing, edges: [{ ...edge!, target: edge!.source }, ...edges] }, drawing)).toBe(
      false,
    );
  });
});
