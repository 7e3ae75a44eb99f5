// What of a scene is named on the canvas, and how early each name gets its room.
import { isArgumentType, type NodeType } from '../../core/vocabulary';
import { count } from '../numbers';
import { EDGE_LOOK } from '../vocabulary';
import type { Dot, Labelled } from './labels';
import { isShown, toNamed, type Scene } from './scene';

const LABEL_RANK = {
  topic: 40,
  organisation: 34,
  person: 35,
  report: 12,
  article: 10,
  recommendation: 1,
  claim: 0,
} as const satisfies Record<NodeType, number>;
const LABEL_FACE = {
  topic: 'title',
  organisation: 'name',
  person: 'name',
  report: 'note',
  article: 'note',
  recommendation: 'note',
  claim: 'note',
} as const satisfies Record<NodeType, Labelled['face']>;
/** A node gets a label from this radius on, in the layout's pixels, which grow as the map is zoomed. */
const LABEL_RADIUS = 7;
/** … and only from this one on, in pixels on screen: a small screen names the largest only. */
const LEAST_RADIUS = 3.5;
/** Fewer nodes and edges than this are little to show. */
const FEW = 150;
/** Of what lies around something that more than this touches only the larger is named. */
const MUCH = 600;

/** Where the scene is on the canvas. */
export type Canvas = {
  toMiddle: (node: string) => Dot;
  /** Tells every node in sight: where it is, its size, its radius in pixels. */
  forEachInSight: (tell: (id: string, x: number, y: number, size: number, radius: number) => void) => void;
  /** The camera's. */
  ratio: number;
};

/** The names of the lines near what is pointed at or selected, each with how much it bows. */
export function toRelations(
  scene: Scene,
  bows: ReadonlyMap<string, number>,
  { toMiddle }: Pick<Canvas, 'toMiddle'>,
): Labelled[] {
  const { held, near, selected } = scene;
  const allNamed = toNamed(scene);
  return [...(near ?? [])].flatMap((id) => {
    const edge = held.edges.get(id);
    const bow = bows.get(id);
    if (!edge || bow === undefined || !isShown(scene, id)) return [];
    const named = allNamed.has(id);
    if (!isArgumentType(edge.type) && !named) return [];
    const [from, to] = [toMiddle(edge.source), toMiddle(edge.target)];
    return [
      {
        text: edge.bundles === undefined ? EDGE_LOOK[edge.type].out : count(edge.bundles, 'statement'),
        x: (from.x + to.x) / 2 + (to.y - from.y) * bow,
        y: (from.y + to.y) / 2 - (to.x - from.x) * bow,
        radius: 0,
        rank: named || [edge.source, edge.target].includes(selected.at(-1) ?? '') ? 60 : -1,
        face: 'relation' as const,
        colour: isArgumentType(edge.type) ? EDGE_LOOK[edge.type].colour : '--ink',
      },
    ];
  });
}

/** What of the map is to be named, if there is room, and what it should not hide: `x`, `y` and radius of each dot, one after the other. */
export function toNames(scene: Scene, canvas: Canvas): { items: Labelled[]; dots: number[] } {
  const { held, visible, near } = scene;
  const items: Labelled[] = [];
  const dots: number[] = [];
  const named = toNamed(scene);
  // Where little is shown everything is named, as far as there is room.
  const few = (visible !== undefined && visible.size < FEW) || held.total < FEW;
  const least = LABEL_RADIUS * Math.sqrt(canvas.ratio);
  canvas.forEachInSight((id, x, y, size, radius) => {
    if (near !== undefined && !near.has(id)) return;
    dots.push(x, y, radius);
    const always = named.has(id);
    const isSmall = size < least || radius < LEAST_RADIUS;
    if (isSmall && !always && !few && (near === undefined || near.size > MUCH)) return;
    if (!isShown(scene, id)) return;
    const { type, label } = held.nodes.get(id)!;
    items.push({
      text: label,
      x,
      y,
      radius,
      rank: LABEL_RANK[type] + 1.5 * size + (near && near.size < 60 ? 10 : 0),
      face: LABEL_FACE[type],
      colour: type === 'topic' ? '--topic' : '--ink',
      always,
    });
  });
  if (near !== undefined) items.push(...toRelations(scene, held.curvatures, canvas));
  return { items, dots };
}
