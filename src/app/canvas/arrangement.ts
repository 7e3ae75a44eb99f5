// Nodes as cards: where they are to stand instead of on the map, and how far they are on their way.
import type Sigma from 'sigma';
import type { Rectangle } from '../../core/lanes';
import { WHOLE } from '../camera';
import type { Held, Place } from './held';

/**
 * Nodes as cards: each in its box (pixels from the canvas's top left corner with the camera on WHOLE), and the edges drawn
 * between them, each with its curvature. Nothing else is shown.
 */
export type Arrangement = {
  /** How much of the canvas something lies over, in pixels from its left and top. */
  over: { left: number; top: number };
  boxes: ReadonlyMap<string, Rectangle>;
  edges: ReadonlyMap<string, number>;
};

/** An arrangement (none: the map) on its way: the nodes that move, in the graph's coordinates, and how far they are, from 0 to 1. */
export type Arranged = {
  arrangement: Arrangement | undefined;
  moves: ReadonlyMap<string, { from: Place; to: Place }>;
  /** These nodes, and the edges of the arrangement. */
  ids: ReadonlySet<string>;
  /** Half the width and height of each node's box, in framed coordinates. */
  halves: ReadonlyMap<string, readonly [number, number]>;
  progress: number;
};

/** The camera on all of the map: the pixels of an arrangement are those of the canvas then. */
export const HOME = { ...WHOLE, angle: 0 };

/** How long nodes take from the map to a debate, in milliseconds. */
const DURATION = 550;
/** … and how much of that they go from one frame to the next at most. */
const LONGEST_STEP = 80;
const ease = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** What sets out from where everything is now into an arrangement, or (undefined) back to the map. */
export function setOut(
  sigma: Sigma,
  { graph, onMap }: Held,
  before: Arranged | undefined,
  arrangement: Arrangement | undefined,
): Arranged {
  const here = (id: string): Place => {
    const { x, y } = graph.getNodeAttributes(id);
    return { x: x as number, y: y as number };
  };
  const there = (id: string): Place => {
    const box = arrangement?.boxes.get(id);
    if (!box) return onMap.get(id)!;
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    return sigma.viewportToGraph(middle, { cameraState: HOME });
  };
  const toFramed = (pixels: number) => {
    const [left, right] = [0, 1].map(
      (x) => sigma.framedGraphToViewport({ x, y: 0 }, { cameraState: HOME }).x,
    );
    return pixels / (right! - left!);
  };
  const ids = new Set([...(arrangement?.boxes.keys() ?? []), ...(before?.moves.keys() ?? [])]);
  return {
    arrangement,
    moves: new Map([...ids].map((id) => [id, { from: here(id), to: there(id) }])),
    ids: new Set([...ids, ...(arrangement?.edges.keys() ?? [])]),
    halves: new Map(
      [...(arrangement?.boxes ?? [])].map(([id, { width, height }]) => [
        id,
        [toFramed(width / 2), toFramed(height / 2)],
      ]),
    ),
    progress: 0,
  };
}

/** What has arrived: what came back to the map is part of it again. */
export function toArrived(arranged: Arranged, { boxes, edges }: Arrangement): Arranged {
  return {
    ...arranged,
    moves: new Map([...arranged.moves].filter(([id]) => boxes.has(id))),
    ids: new Set([...boxes.keys(), ...edges.keys()]),
  };
}

/** Puts the nodes of an arrangement where they are on their way, in the graph; Sigma is not told. */
export function advance({ graph }: Held, arranged: Arranged, progress: number): void {
  arranged.progress = progress;
  const t = ease(progress);
  for (const [id, { from, to }] of arranged.moves) {
    // What is set through the graph is told to Sigma, node by node.
    const data = graph.getNodeAttributes(id);
    data.x = from.x + (to.x - from.x) * t;
    data.y = from.y + (to.y - from.y) * t;
  }
}

/** Moves the nodes until they are there, or are not wanted there any more. */
export function move(sigma: Sigma, held: Held, arranged: Arranged, isWanted: () => boolean): Promise<void> {
  const nodes = [...arranged.moves.keys()];
  return new Promise((arrive) => {
    let last = performance.now();
    const step = () => {
      const now = performance.now();
      // Where drawing is slow it takes longer, but is still seen to move.
      const progress = arranged.progress + Math.min(now - last, LONGEST_STEP) / DURATION;
      last = now;
      if (isWanted()) {
        advance(held, arranged, Math.min(1, progress));
        sigma.refresh({ partialGraph: { nodes } });
      }
      if (!isWanted() || arranged.progress === 1) arrive();
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}
