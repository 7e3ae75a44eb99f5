// What of a map is in sight, from the lowest up, and what of it lies under the pointer: found in numbers, without drawing it.
import { LAYER, toLayer, type Frame, type Layers } from './frame';
import { toDistance } from './nodes';
import type { Records } from './records';

/** Numbers of records in the order in which they are drawn: first what is `far`, then what is `near` or chosen. */
export type Sight = { items: Uint32Array; far: Uint32Array; near: Uint32Array };

type IsIn = (records: Records, at: number) => boolean;

/** Of the layers that are drawn what passes a test; undefined as soon as it is more than so many. */
function toItems(
  records: Records,
  { drawn }: Layers,
  look: number,
  isIn: IsIn,
  most = Infinity,
): Sight | undefined {
  const { bits, ids, count } = records;
  const step = records.texels * 4;
  const turns = drawn === 'all' ? [0, 0, 0, 0] : Object.values(LAYER).map((layer) => drawn.indexOf(layer));
  const sizes = [0, 0, 0, 0];
  const found = new Uint32Array(count);
  let length = 0;
  for (let item = 0; item < count; item++) {
    if (ids[item] === undefined) continue;
    const turn = turns[toLayer(bits[item * step + look]!)]!;
    if (turn < 0 || !isIn(records, item * step)) continue;
    sizes[turn]!++;
    found[length++] = item;
    if (length > most) return undefined;
  }
  const items = new Uint32Array(length);
  const places = sizes.map((_, turn) => sizes.slice(0, turn).reduce((sum, size) => sum + size, 0));
  const near = drawn === 'all' ? length : (places[turns[LAYER.near]!] ?? length);
  for (let index = 0; index < length; index++) {
    const item = found[index]!;
    items[places[turns[toLayer(bits[item * step + look]!)]!]!++] = item;
  }
  return { items, far: items.subarray(0, near), near: items.subarray(near) };
}

/** Says what of some records is in sight; all of it where that is more than half. Where nothing is another, it is the same object. */
export function toSeer(look: number, toIsIn: (frame: Frame) => IsIn) {
  let all: (Sight & { version: number; layers: string }) | undefined;
  return (records: Records, layers: Layers, frame: Frame): Sight => {
    const key = `${String(layers.drawn)}`;
    if (all?.version !== records.version || all.layers !== key)
      all = { ...toItems(records, layers, look, () => true)!, version: records.version, layers: key };
    return toItems(records, layers, look, toIsIn(frame), all.items.length / 2) ?? all;
  };
}

/** Room around what is drawn, in pixels: rings, arrow heads. */
const MARGIN = 16;

export const toSeenNodes = () =>
  toSeer(3, ({ matrix: m, width, height, sizeRatio }) => ({ floats }, at) => {
    const x = floats[at]!;
    const y = floats[at + 1]!;
    const reach = 2 * ((1.25 * floats[at + 2]!) / sizeRatio + MARGIN);
    return (
      Math.abs(m[0]! * x + m[3]! * y + m[6]!) < 1 + reach / width &&
      Math.abs(m[1]! * x + m[4]! * y + m[7]!) < 1 + reach / height
    );
  });

export const toSeenEdges = () =>
  toSeer(8, ({ matrix: m, width, height }) => {
    const [across, up] = [1 + (2 * MARGIN) / width, 1 + (2 * MARGIN) / height];
    return ({ floats }, at) => {
      const x = floats[at]!;
      const y = floats[at + 1]!;
      const toX = floats[at + 2]!;
      const toY = floats[at + 3]!;
      const x0 = m[0]! * x + m[3]! * y + m[6]!;
      const y0 = m[1]! * x + m[4]! * y + m[7]!;
      const x1 = m[0]! * toX + m[3]! * toY + m[6]!;
      const y1 = m[1]! * toX + m[4]! * toY + m[7]!;
      const bow = Math.abs(floats[at + 7]!);
      const bowX = (bow * Math.abs(y1 - y0) * height) / width;
      const bowY = (bow * Math.abs(x1 - x0) * width) / height;
      const isBeside =
        Math.min(x0, x1) - bowX > across ||
        Math.max(x0, x1) + bowX < -across ||
        Math.min(y0, y1) - bowY > up ||
        Math.max(y0, y1) + bowY < -up;
      if (isBeside) return false;
      // What goes past a corner has all of the canvas on one side.
      const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
      return Math.abs(x0 * (y1 - y0) - y0 * (x1 - x0)) <= high * (across + bowX) + wide * (up + bowY);
    };
  });

/** Those of some edges that begin or end in sight, and do not only pass; undefined as soon as they are more than so many. */
export function toEnding(
  { floats, texels }: Records,
  items: Uint32Array,
  { matrix: m }: Frame,
  most: number,
): Set<number> | undefined {
  const isIn = (x: number, y: number) =>
    Math.abs(m[0]! * x + m[3]! * y + m[6]!) < 1 && Math.abs(m[1]! * x + m[4]! * y + m[7]!) < 1;
  const ending = new Set<number>();
  for (const item of items) {
    const at = item * texels * 4;
    if (!isIn(floats[at]!, floats[at + 1]!) && !isIn(floats[at + 2]!, floats[at + 3]!)) continue;
    ending.add(item);
    if (ending.size > most) return undefined;
  }
  return ending;
}

/** Where a place of the graph is in a frame, in pixels from the left and top. */
export const toPixels = (
  { matrix: m, width, height }: Frame,
  x: number,
  y: number,
): readonly [number, number] => [
  ((m[0]! * x + m[3]! * y + m[6]! + 1) / 2) * width,
  ((1 - (m[1]! * x + m[4]! * y + m[7]!)) / 2) * height,
];

/** A finger or a shaky hand may miss by a little: a node by so many pixels, an edge by so many from its middle. */
const MISSES = { node: 5, edge: 3.5 };

/** The node at a point of the frame, in pixels: what the point lies on, the uppermost of it, or else what it misses the least. */
export function pickNode(
  records: Records,
  { items }: Sight,
  frame: Frame,
  x: number,
  y: number,
): string | undefined {
  const { floats, bits, ids } = records;
  let [found, least]: [string | undefined, number] = [undefined, MISSES.node];
  for (let index = items.length - 1; index >= 0; index--) {
    const at = items[index]! * records.texels * 4;
    const radius = floats[at + 2]! / frame.sizeRatio;
    const [left, top] = toPixels(frame, floats[at]!, floats[at + 1]!);
    if (Math.abs(x - left) > 1.3 * radius + least || Math.abs(y - top) > 1.3 * radius + least) continue;
    const away = toDistance(bits[at + 3]! & 15, (x - left) / radius, (top - y) / radius) * radius;
    if (away >= least) continue;
    [found, least] = [ids[items[index]!], away];
    if (away <= 0) break;
  }
  return found;
}

const STEPS = 20;
/** The edge at a point of the frame, in pixels: the nearest, or of two as near the uppermost. */
export function pickEdge(
  records: Records,
  { items }: Sight,
  frame: Frame,
  x: number,
  y: number,
): string | undefined {
  const { floats, ids } = records;
  let [found, least]: [string | undefined, number] = [undefined, Infinity];
  for (let index = items.length - 1; index >= 0; index--) {
    const at = items[index]! * records.texels * 4;
    const most = Math.max(MISSES.edge, floats[at + 6]! / 2);
    const [x0, y0] = toPixels(frame, floats[at]!, floats[at + 1]!);
    const [x1, y1] = toPixels(frame, floats[at + 2]!, floats[at + 3]!);
    // As the shader does it, which counts from below.
    const curvature = floats[at + 7]!;
    const [bowX, bowY] = [(y1 - y0) * curvature, (x0 - x1) * curvature];
    const [wide, high] = [most + Math.abs(bowX), most + Math.abs(bowY)];
    if (
      x < Math.min(x0, x1) - wide ||
      x > Math.max(x0, x1) + wide ||
      y < Math.min(y0, y1) - high ||
      y > Math.max(y0, y1) + high
    )
      continue;
    let away = Infinity;
    let [beforeX, beforeY] = [x0, y0];
    const steps = curvature === 0 ? 1 : STEPS;
    for (let step = 1; step <= steps; step++) {
      const t = step / steps;
      const rise = 4 * t * (1 - t);
      const nextX = x0 + (x1 - x0) * t + bowX * rise;
      const nextY = y0 + (y1 - y0) * t + bowY * rise;
      const [alongX, alongY] = [nextX - beforeX, nextY - beforeY];
      const length = alongX ** 2 + alongY ** 2;
      const share =
        length === 0
          ? 0
          : Math.max(0, Math.min(1, ((x - beforeX) * alongX + (y - beforeY) * alongY) / length));
      away = Math.min(away, Math.hypot(x - beforeX - share * alongX, y - beforeY - share * alongY));
      [beforeX, beforeY] = [nextX, nextY];
    }
    if (away > most || away >= least) continue;
    [found, least] = [ids[items[index]!], away];
  }
  return found;
}
