// How two nodes are connected: the shortest paths between them, or all of so many steps, the most telling first.
import { incidenceOf } from './graph';
import type { Corpus, GraphEdge, Ids } from './model';
import type { EdgeType } from './schema';

/** Which paths are looked for. */
export type PathSearch = {
  /** Paths of at most so many steps; without it only the shortest. */
  readonly steps?: number | undefined;
  /** Whether every step must follow its arrow. */
  readonly directed?: boolean | undefined;
  /** The types of edge that may be taken; all where it is left out. */
  readonly along?: readonly EdgeType[] | undefined;
  /** The ids of the nodes and edges that count at all. */
  readonly within?: Ids | undefined;
};

/** A way from one node to another that passes no node twice; `steps[i]` are the edges between `nodes[i]` and `nodes[i + 1]`. */
export type Path = {
  readonly nodes: readonly string[];
  /** The most telling edge of each step first; never empty. */
  readonly steps: readonly (readonly GraphEdge[])[];
  /** The less, the more telling. */
  readonly cost: number;
};

export type Paths = {
  /** The most telling first. */
  readonly paths: readonly Path[];
  /** Whether these are all there are. */
  readonly complete: boolean;
};

/** How little a step of each type tells of how two nodes are connected: an argument most, a shared topic least. */
export const STEP_COST = {
  disputes: 1,
  supports: 1,
  'responds-to': 1,
  authored: 2,
  states: 2,
  'addressed-to': 2,
  commissioned: 2,
  'affiliated-with': 2,
  'based-on': 3,
  rated: 4,
  about: 4,
} as const satisfies Record<EdgeType, number>;

/** How many paths are given at most. */
const MOST = 60;
/** After how many beginnings of paths the search gives up: on two cores of 2020 some 100 ms. */
const EFFORT = 60_000;

/** A path that is begun: its last node, how it came there, what it cost. */
type Begun = {
  node: string;
  edges: readonly GraphEdge[];
  before: Begun | undefined;
  length: number;
  cost: number;
};

/**
 * The paths between two different nodes, told from `from` to `to`. Edges between the same two nodes make one step. A step
 * costs what its most telling edge costs (STEP_COST); passing a node costs the logarithm of the number of its edges, for the
 * more meets at a node, the less it tells that two things do (Adamic and Adar 2003, 'Friends and neighbors on the Web').
 *
 * Which nodes lie on short enough paths is found by breadth-first search from `to`; what each of them costs at least to go on
 * from, step by step backwards (Bellman 1958). With these bounds the beginnings are taken up cheapest first, from buckets of
 * equal cost (Dial 1969), so that the paths come out in their order and the search may stop after the first `most`.
 */
export function findPaths(
  corpus: Corpus,
  from: string,
  to: string,
  { steps, directed = false, along, within }: PathSearch = {},
  most = MOST,
): Paths {
  const incidence = incidenceOf(corpus);
  const counts = (id: string) => within === undefined || within.has(id);
  if (from === to || !corpus.nodes.has(from) || !corpus.nodes.has(to) || !counts(from) || !counts(to))
    return { paths: [], complete: true };
  /** Calls `visit` for every edge that may be taken at a node: `out` from it, or else to it. */
  const forEachEdge = (at: string, out: boolean, visit: (edge: GraphEdge, other: string) => void) => {
    for (const edge of incidence.get(at)!) {
      if (directed && (out ? edge.source : edge.target) !== at) continue;
      const other = edge.source === at ? edge.target : edge.source;
      if ((along === undefined || along.includes(edge.type)) && counts(edge.id) && counts(other))
        visit(edge, other);
    }
  };

  /** How many steps `to` is away. */
  const away = new Map([[to, 0]]);
  let ring = [to];
  for (let distance = 1; ring.length > 0 && !(steps === undefined && away.has(from)); distance++) {
    if (steps !== undefined && distance > steps) break;
    const next: string[] = [];
    for (const at of ring)
      forEachEdge(at, false, (_, other) => {
        if (away.has(other)) return;
        away.set(other, distance);
        next.push(other);
      });
    ring = next;
  }
  const farthest = steps ?? away.get(from);
  if (farthest === undefined || !away.has(from)) return { paths: [], complete: true };

  const stepCost = (edge: GraphEdge) => STEP_COST[edge.type];
  const passCost = (id: string) => (id === to ? 0 : Math.floor(Math.log2(incidence.get(id)!.length)));
  const known = new Map<string, ReadonlyMap<string, readonly GraphEdge[]>>();
  /** The nodes one step on, each with the edges to it, the most telling first. */
  const toSteps = (at: string): ReadonlyMap<string, readonly GraphEdge[]> => {
    const found = known.get(at);
    if (found) return found;
    const all = new Map<string, GraphEdge[]>();
    forEachEdge(at, true, (edge, other) => {
      if (other === from || other === at || !away.has(other)) return;
      const edges = all.get(other);
      if (edges) edges.push(edge);
      else all.set(other, [edge]);
    });
    for (const edges of all.values()) if (edges.length > 1) edges.sort((a, b) => stepCost(a) - stepCost(b));
    known.set(at, all);
    return all;
  };

  /** For each number of steps taken the nodes one may be at by then, with what it costs at least to go on to `to`. */
  const layers: Map<string, number>[] = [new Map([[from, Infinity]])];
  for (let taken = 1; taken <= farthest; taken++) {
    const layer = new Map<string, number>();
    for (const at of layers[taken - 1]!.keys())
      if (at !== to)
        for (const other of toSteps(at).keys())
          if (away.get(other)! <= farthest - taken) layer.set(other, other === to ? 0 : Infinity);
    layers.push(layer);
  }
  for (let taken = farthest - 1; taken >= 0; taken--) {
    const after = layers[taken + 1]!;
    for (const at of layers[taken]!.keys()) {
      if (at === to) continue;
      let least = Infinity;
      for (const [other, edges] of toSteps(at))
        least = Math.min(least, stepCost(edges[0]!) + passCost(other) + (after.get(other) ?? Infinity));
      layers[taken]!.set(at, least);
    }
  }

  const buckets: Begun[][] = [];
  const begin = (one: Begun) => {
    const atLeast = one.cost + layers[one.length]!.get(one.node)!;
    if (atLeast < Infinity) (buckets[atLeast] ??= []).push(one);
  };
  const passes = (one: Begun, id: string): boolean => {
    for (let at: Begun | undefined = one; at; at = at.before) if (at.node === id) return true;
    return false;
  };
  begin({ node: from, edges: [], before: undefined, length: 0, cost: 0 });
  const paths: Path[] = [];
  let effort = 0;
  // A beginning never costs less than the one it goes on from, so no bucket is filled behind this one.
  for (let at = 0; at < buckets.length; at++)
    for (let one = buckets[at]?.pop(); one; one = buckets[at]!.pop()) {
      if (paths.length === most || effort++ > EFFORT) return { paths, complete: false };
      if (one.node === to) {
        paths.push(toPath(one));
        continue;
      }
      const after = layers[one.length + 1];
      for (const [other, edges] of toSteps(one.node))
        if (after?.has(other) && !passes(one, other))
          begin({
            node: other,
            edges,
            before: one,
            length: one.length + 1,
            cost: one.cost + stepCost(edges[0]!) + passCost(other),
          });
    }
  return { paths, complete: true };
}

function toPath(last: Begun): Path {
  const nodes: string[] = [];
  const steps: (readonly GraphEdge[])[] = [];
  for (let one: Begun | undefined = last; one; one = one.before) {
    nodes.unshift(one.node);
    if (one.before) steps.unshift(one.edges);
  }
  return { nodes, steps, cost: last.cost };
}
