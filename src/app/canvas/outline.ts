// What the canvas of the map shows, as data: for a figure of it.
import type { Steps } from '../../core/steps';
import type { EdgeType, NodeType } from '../../core/vocabulary';
import type { EdgeLook } from './edges';
import type { Layer } from './frame';
import type { Dot, LabelPainter, Placed } from './labels';
import { toNames, type Canvas } from './names';
import type { Theme } from './theme';
import { isFaded, isShown, toEdgeLook, toNodeLook, type Scene } from './scene';

/** What the canvas shows, in pixels: edges and nodes any part of which is on it, from the lowest up, and the labels. */
export type Outline = {
  width: number;
  height: number;
  nodes: readonly {
    id: string;
    type: NodeType;
    x: number;
    y: number;
    radius: number;
    faded: boolean;
    ring: string;
    ringWidth: number;
  }[];
  edges: readonly {
    id: string;
    type: EdgeType;
    source: Dot;
    target: Dot;
    colour: string;
    width: number;
    look: Pick<EdgeLook, 'curvature' | 'dashed' | 'arrow'>;
  }[];
  labels: readonly Placed[];
};

/** How many nodes or edges are gone through before a pause. */
const STRETCH = 256;
function* toEach<T, R>(items: readonly T[], work: (item: T) => readonly R[]): Steps<R[]> {
  const all: R[] = [];
  for (const [index, item] of items.entries()) {
    if (index % STRETCH === 0) yield undefined;
    all.push(...work(item));
  }
  return all;
}

type Size = { width: number; height: number };

const isInside = ({ x, y, radius }: Dot, { width, height }: Size): boolean =>
  x > -radius && y > -radius && x < width + radius && y < height + radius;

/** Whether the straight line between two points crosses a canvas (Liang and Barsky 1984). */
function isCrossing(from: Dot, to: Dot, { width, height }: Size): boolean {
  let [enters, leaves] = [0, 1];
  for (const [start, end, most] of [
    [from.x, to.x, width],
    [from.y, to.y, height],
  ] as const) {
    if (start === end) {
      if (start < 0 || start > most) return false;
      continue;
    }
    const [zero, far] = [-start / (end - start), (most - start) / (end - start)];
    enters = Math.max(enters, Math.min(zero, far));
    leaves = Math.min(leaves, Math.max(zero, far));
  }
  return enters <= leaves;
}

/** A scene on a canvas of so many pixels, and what places its labels. */
export type Sketch = Canvas & Size & { scene: Scene; painter: LabelPainter };

/** All that is on the canvas, in the colours of a theme; enlarged, but for words, where it is less than so many pixels. */
export function* toOutline(sketch: Sketch, theme: Theme, least: number): Steps<Outline> {
  const { width, height, painter } = sketch;
  const scene = { ...sketch.scene, theme };
  const { drawing } = scene.held;
  const scale = Math.max(1, least / Math.max(width, height));
  const size = { width: width * scale, height: height * scale };
  const enlarge = <T extends Dot>(dot: T): T => ({
    ...dot,
    x: dot.x * scale,
    y: dot.y * scale,
    radius: dot.radius * scale,
  });
  const toMiddle = (id: string) => enlarge(sketch.toMiddle(id));
  const byLayer = (a: { layer: Layer }, b: { layer: Layer }) => a.layer - b.layer;
  const { items, dots } = toNames(scene, sketch);
  const nodes = yield* toEach(drawing.nodes, ({ id, type }) => {
    if (!isShown(scene, id)) return [];
    const middle = toMiddle(id);
    if (!isInside(middle, size)) return [];
    const look = toNodeLook(scene, id, {});
    return [{ ...look, id, type, ...middle, faded: isFaded(scene, look.layer) }];
  });
  const edges = yield* toEach(drawing.edges, ({ id, type, source, target }) => {
    if (!isShown(scene, id)) return [];
    const [start, end] = [toMiddle(source), toMiddle(target)];
    if (!isCrossing(start, end, size)) return [];
    const look = toEdgeLook(scene, id, {});
    return [
      {
        id,
        type,
        source: start,
        target: end,
        colour: isFaded(scene, look.layer) ? look.fadedColor : look.color!,
        width: look.size!,
        look,
      },
    ];
  });
  return {
    ...size,
    nodes: nodes.toSorted(byLayer),
    edges: edges.toSorted((a, b) => byLayer(a.look, b.look) || a.look.zIndex! - b.look.zIndex!),
    labels: painter.place(
      items.map(enlarge),
      dots.map((length) => length * scale),
      [],
      theme.sans,
      size,
    ),
  };
}
