// A drawing with where everything stands, as a small file: the map can be shown before any article is read.
import * as z from 'zod';
import { toBundleId, type Drawing } from './drawing';
import type { Positions } from './layout';
import { EdgeType, NodeType } from './schema';

/** What is drawn, and where: x and y of every node in the order of the drawing, `[x0, y0, x1, y1, …]`. */
export type Picture = { drawing: Drawing; positions: Positions };

/**
 * A node is [id, label, size, x, y]. Edges are in columns, which are smaller when compressed: ids, or types where the id
 * follows from the ends; sources; targets; whether inferred. `bundles` are how many statements each of the first edges stands for.
 */
const PictureFile = z.object({
  nodes: z.array(z.tuple([z.string(), z.string(), z.number(), z.number(), z.number()])),
  edges: z
    .tuple([
      z.array(z.string()),
      z.array(z.int().min(0)),
      z.array(z.int().min(0)),
      z.array(z.literal([0, 1])),
    ])
    .refine((columns) => new Set(columns.map(({ length }) => length)).size === 1),
  bundles: z.array(z.int().min(1)).optional(),
});

const slug = (id: string) => id.slice(id.indexOf(':') + 1);
const typeOf = (id: string) => id.slice(0, id.indexOf(':'));
const toUsualId = (type: string, source: string, target: string) =>
  `${type}:${slug(source)}-to-${slug(target)}`;
const round = (number: number) => Math.round(number * 10) / 10;

/** A picture as JSON text; sizes to a tenth of a pixel, places to a whole one. */
export function writePicture({ drawing, positions }: Picture): string {
  const places = new Map(drawing.nodes.map(({ id }, index) => [id, index]));
  const bundles = drawing.edges.flatMap((edge) => edge.bundles ?? []);
  const file: z.infer<typeof PictureFile> = {
    nodes: drawing.nodes.map(({ id, label, size }, index) => [
      id,
      label,
      round(size),
      Math.round(positions[2 * index]!),
      Math.round(positions[2 * index + 1]!),
    ]),
    edges: [
      drawing.edges.map(({ id, type, source, target, bundles: bundled }) =>
        bundled !== undefined || id === toUsualId(type, source, target) ? type : id,
      ),
      drawing.edges.map(({ source }) => places.get(source)!),
      drawing.edges.map(({ target }) => places.get(target)!),
      drawing.edges.map(({ inferred }) => (inferred ? 1 : 0)),
    ],
    ...(bundles.length > 0 && { bundles }),
  };
  return JSON.stringify(file);
}

/**
 * Reads what writePicture wrote.
 * @throws Error where the text is not JSON, or not a picture.
 */
export function readPicture(text: string): Picture {
  const { nodes, edges, bundles } = PictureFile.parse(JSON.parse(text));
  const [names, sources, targets, inferred] = edges;
  const id = (index: number) => {
    if (index >= nodes.length) throw new Error(`the picture has no node ${index}`);
    return nodes[index]![0];
  };
  return {
    drawing: {
      nodes: nodes.map(([name, label, size]) => ({
        id: name,
        type: NodeType.parse(typeOf(name)),
        label,
        size,
      })),
      edges: names.map((name, index) => {
        const bundled = bundles?.[index];
        const [source, target] = [id(sources[index]!), id(targets[index]!)];
        const type = EdgeType.parse(name.includes(':') ? typeOf(name) : name);
        return {
          id: name.includes(':')
            ? name
            : bundled === undefined
              ? toUsualId(type, source, target)
              : toBundleId(source, target),
          type,
          source,
          target,
          inferred: inferred[index] === 1,
          ...(bundled !== undefined && { bundles: bundled }),
        };
      }),
    },
    positions: Float64Array.from(nodes.flatMap(([, , , x, y]) => [x, y])),
  };
}

/** Where nodes stand in a picture, in their order, for `layout` to keep them there; NaN for those it has not. */
export function toKnown({ drawing, positions }: Picture, nodes: Drawing['nodes']): Positions {
  const places = new Map(drawing.nodes.map(({ id }, place) => [id, place]));
  const known = new Float64Array(2 * nodes.length).fill(NaN);
  for (const [index, { id }] of nodes.entries()) {
    const place = places.get(id);
    if (place !== undefined) known.set(positions.subarray(2 * place, 2 * place + 2), 2 * index);
  }
  return known;
}
