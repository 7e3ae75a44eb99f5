// What the canvas of the map shows, as data: for a figure of it.
import type { EdgeType, NodeType } from '../../core/vocabulary';
import type { EdgeLook } from './edges';
import type { Layer } from './frame';
import type { Dot, LabelPainter, Placed } from './labels';
import { toNames, type Canvas } from './names';
import { isFaded, isShown, toEdgeLook, toNodeLook, type Scene } from './scene';

/** What the canvas shows, in pixels: edges and nodes from the lowest up, and the labels. */
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

/** The scene on a canvas of so many pixels; enlarged, but for words, where that is less than `least`. */
export function toOutline(
  scene: Scene,
  canvas: Canvas,
  painter: LabelPainter,
  { width, height }: { width: number; height: number },
  least: number,
): Outline {
  const { drawing } = scene.held;
  const scale = Math.max(1, least / Math.max(width, height));
  const size = { width: width * scale, height: height * scale };
  const enlarge = <T extends Dot>(dot: T): T => ({
    ...dot,
    x: dot.x * scale,
    y: dot.y * scale,
    radius: dot.radius * scale,
  });
  const toMiddle = (id: string) => enlarge(canvas.toMiddle(id));
  const byLayer = (a: { layer: Layer }, b: { layer: Layer }) => a.layer - b.layer;
  const { items, dots } = toNames(scene, canvas);
  return {
    ...size,
    nodes: drawing.nodes
      .filter(({ id }) => isShown(scene, id))
      .map(({ id, type }) => ({ ...toNodeLook(scene, id, {}), id, type, ...toMiddle(id) }))
      .toSorted(byLayer)
      .map((node) => ({ ...node, faded: isFaded(scene, node.layer) })),
    edges: drawing.edges
      .filter(({ id }) => isShown(scene, id))
      .map((edge) => ({ ...edge, look: toEdgeLook(scene, edge.id, {}) }))
      .toSorted((a, b) => byLayer(a.look, b.look) || a.look.zIndex! - b.look.zIndex!)
      .map(({ id, type, source, target, look }) => ({
        id,
        type,
        source: toMiddle(source),
        target: toMiddle(target),
        colour: isFaded(scene, look.layer) ? look.fadedColor : look.color!,
        width: look.size!,
        look,
      })),
    labels: painter.place(
      items.map(enlarge),
      dots.map((length) => length * scale),
      [],
      scene.theme.sans,
      size,
    ),
  };
}
