// A drawing with where everything stands, as a small file: the map can be shown before any article is read.
import { toBundleId, type Drawing } from './drawing';
import type { Positions } from './layout';
import { EDGE_TYPES, NODE_TYPES } from './vocabulary';

/** What is drawn, and where: x and y of every node in the order of the drawing, `[x0, y0, x1, y1, …]`. */
export type Picture = { drawing: Drawing; positions: Positions };

/**
 * What a picture file holds, in columns, which are smaller when compressed and sooner read. Of nodes: ids, labels, sizes,
 * places across and down. Of edges: ids, or types where the id follows from the ends; sources; targets; whether inferred.
 * `bundles` are how many statements each of the first edges stands for.
 */
type PictureFile = {
  nodes: [ids: string[], labels: string[], sizes: number[], x: number[], y: number[]];
  edges: [names: string[], sources: number[], targets: number[], inferred: number[]];
  bundles?: number[];
};

/** No node stands farther out, in pixels: to a layout that much wider there is no end. */
const FARTHEST = 1e7;

const isColumn = (isOne: (one: unknown) => boolean) => (column: unknown) =>
  Array.isArray(column) && column.every(isOne);
const isTexts = isColumn((one) => typeof one === 'string');
const isNumbers = isColumn((one) => typeof one === 'number' && Math.abs(one) <= FARTHEST);

/** Whether these are columns of equal length that pass these tests. */
function areColumns(columns: unknown, tests: readonly ((column: unknown) => boolean)[]): boolean {
  if (!Array.isArray(columns) || columns.length !== tests.length) return false;
  return columns.every((column, index) => tests[index]!(column) && column.length === columns[0].length);
}

/** Checked by hand, not by zod, which would have to be loaded before anything is on the screen. */
function isPictureFile(value: unknown): value is PictureFile {
  const file = value as Partial<PictureFile> | null;
  return (
    typeof file === 'object' &&
    file !== null &&
    areColumns(file.nodes, [isTexts, isTexts, isNumbers, isNumbers, isNumbers]) &&
    areColumns(file.edges, [isTexts, isNumbers, isNumbers, isNumbers]) &&
    (file.bundles === undefined || isNumbers(file.bundles))
  );
}

function toType<T extends string>(types: readonly T[], name: string): T {
  const type = types.find((one) => one === name);
  if (type === undefined) throw new Error(`the picture has a type that there is none of: ${name}`);
  return type;
}

const slug = (id: string) => id.slice(id.indexOf(':') + 1);
const typeOf = (id: string) => id.slice(0, id.indexOf(':'));
const toUsualId = (type: string, source: string, target: string) =>
  `${type}:${slug(source)}-to-${slug(target)}`;
const round = (number: number) => Math.round(number * 10) / 10;

/** A picture as JSON text; sizes to a tenth of a pixel, places to a whole one. */
export function writePicture({ drawing, positions }: Picture): string {
  const places = new Map(drawing.nodes.map(({ id }, index) => [id, index]));
  const bundles = drawing.edges.flatMap((edge) => edge.bundles ?? []);
  const file: PictureFile = {
    nodes: [
      drawing.nodes.map(({ id }) => id),
      drawing.nodes.map(({ label }) => label),
      drawing.nodes.map(({ size }) => round(size)),
      drawing.nodes.map((_, index) => Math.round(positions[2 * index]!)),
      drawing.nodes.map((_, index) => Math.round(positions[2 * index + 1]!)),
    ],
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
  const file: unknown = JSON.parse(text);
  if (!isPictureFile(file)) throw new Error('the text is not a picture');
  const [ids, labels, sizes, across, down] = file.nodes;
  const [names, sources, targets, inferred] = file.edges;
  const id = (index: number) => {
    const found = ids[index];
    if (found === undefined) throw new Error(`the picture has no node ${index}`);
    return found;
  };
  return {
    drawing: {
      nodes: ids.map((name, index) => ({
        id: name,
        type: toType(NODE_TYPES, typeOf(name)),
        label: labels[index]!,
        size: sizes[index]!,
      })),
      edges: names.map((name, index) => {
        const bundled = file.bundles?.[index];
        const [source, target] = [id(sources[index]!), id(targets[index]!)];
        const type = toType(EDGE_TYPES, name.includes(':') ? typeOf(name) : name);
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
    positions: Float64Array.from({ length: 2 * ids.length }, (_, index) =>
      index % 2 === 0 ? across[index / 2]! : down[(index - 1) / 2]!,
    ),
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
