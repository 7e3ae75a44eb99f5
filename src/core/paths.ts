// How two nodes are connected: the shortest paths between them, or all of so many steps, the most telling first.
import { adjacencyOf, toMarks, type Adjacency } from './adjacency';
import { perCorpus } from './memo';
import type { Corpus, GraphEdge, Ids } from './model';
import { EDGE_TYPES, type EdgeType } from './vocabulary';
import type { Steps } from './steps';

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
/** After how many beginnings of paths the search gives up. */
const EFFORT = 60_000;
/** How many edges are looked at before a pause. */
const STRETCH = 8192;
/** What it costs to go on from where no way leads on, and from where that is not yet known. */
const NEVER = 2 ** 30;
const UNKNOWN = NEVER + 1;

/** A search from one end, ring by ring around it. */
type Side = {
  /** Where the edges of each node that lead away from this end begin and end in the adjacency's `at`. */
  readonly begin: Int32Array;
  readonly end: Int32Array;
  /** How many steps each node is away; -1 where that is not known. */
  readonly away: Int32Array;
  /** The nodes of which it is known, nearest first; the outermost ring begins at `ring`. */
  readonly queue: Int32Array;
  size: number;
  ring: number;
  depth: number;
  /** How many edges meet at the nodes of the outermost ring. */
  edges: number;
};

/** What a search notes of every node, left clean for the next: arrays of this size take longer to make than to use. */
type Scratch = {
  readonly ahead: Pick<Side, 'away' | 'queue'>;
  readonly back: Pick<Side, 'away' | 'queue'>;
  /** After how many steps the shortest paths are at a node; -1 where none passes it. */
  readonly position: Int32Array;
  /** What it costs at least to go on from a node that a shortest path passes. */
  readonly least: Int32Array;
  /** What the cheapest edge from the node at hand costs; 0 where there is none. */
  readonly cheapest: Int32Array;
};

/** A search that pauses may be overtaken by another, or given up: each takes one from here, and brings it back in the end. */
const spareScratches = perCorpus((): Scratch[] => []);

const makeScratch = (size: number): Scratch => ({
  ahead: { away: new Int32Array(size).fill(-1), queue: new Int32Array(size) },
  back: { away: new Int32Array(size).fill(-1), queue: new Int32Array(size) },
  position: new Int32Array(size).fill(-1),
  least: new Int32Array(size).fill(NEVER),
  cheapest: new Int32Array(size),
});

/** What is asked of every edge and node on the way, over the adjacency's numbers. */
type Rules = {
  readonly graph: Adjacency;
  readonly start: number;
  readonly goal: number;
  /** What it costs to take the edge that stands at an index of `at`; 0 where it may not be taken. */
  readonly toCost: (index: number) => number;
  /** What it costs to pass a node. */
  readonly toPass: (node: number) => number;
  /** Whether it is time for a pause, now that the edges of a node are looked at. */
  readonly isDue: (node: number) => boolean;
};

function toRules(
  graph: Adjacency,
  start: number,
  goal: number,
  along: PathSearch['along'],
  counts?: Uint8Array,
): Rules {
  const { nodes, types, from, at, others } = graph;
  const costs = Int32Array.from(EDGE_TYPES, (type) =>
    along === undefined || along.includes(type) ? STEP_COST[type] : 0,
  );
  let seen = 0;
  return {
    graph,
    start,
    goal,
    toCost: (index) => {
      const edge = at[index]!;
      if (counts && (counts[nodes.length + edge] === 0 || counts[others[index]!] === 0)) return 0;
      return costs[types[edge]!]!;
    },
    toPass: (node) => (node === goal ? 0 : 31 - Math.clz32(from[node + 1]! - from[node]!)),
    isDue: (node) => {
      seen += 1 + from[node + 1]! - from[node]!;
      if (seen < STRETCH) return false;
      seen = 0;
      return true;
    },
  };
}

function reach({ graph: { from } }: Rules, side: Side, node: number): void {
  side.away[node] = side.depth;
  side.queue[side.size++] = node;
  side.edges += from[node + 1]! - from[node]!;
}

/** Looks one step further from one end; whether the other end knows a node that is found. */
function* widen(rules: Rules, side: Side, { away }: Side): Steps<boolean> {
  const { others } = rules.graph;
  const first = side.ring;
  side.ring = side.size;
  side.depth += 1;
  side.edges = 0;
  let met = false;
  for (let place = first; place < side.ring; place++) {
    const node = side.queue[place]!;
    for (let index = side.begin[node]!; index < side.end[node]!; index++) {
      const other = others[index]!;
      if (side.away[other] !== -1 || rules.toCost(index) === 0) continue;
      reach(rules, side, other);
      met ||= away[other] !== -1;
    }
    if (rules.isDue(node)) yield undefined;
  }
  return met;
}

/** The nodes one may be at after each number of steps, and what it costs at least to go on from there to the goal. */
type Layers = {
  readonly layers: readonly (readonly number[])[];
  readonly least: Int32Array;
  /** Where in `least` the cost of going on from a node after so many steps stands; -1 where one is not there by then. */
  readonly toState: (taken: number, node: number) => number;
};

/** The layers of the shortest paths; none where there is no path. */
function* layShortest(rules: Rules, ahead: Side, back: Side, scratch: Scratch): Steps<Layers> {
  const { others } = rules.graph;
  const { position, least } = scratch;
  const layers: number[][] = [];
  const result: Layers = { layers, least, toState: (taken, node) => (position[node] === taken ? node : -1) };
  for (let met = false; !met;) {
    const [side, other] = ahead.edges <= back.edges ? [ahead, back] : [back, ahead];
    if (side.ring === side.size) return result;
    met = yield* widen(rules, side, other);
  }
  const [middle, last] = [ahead.depth, ahead.depth + back.depth];
  for (let taken = 0; taken <= last; taken++) layers.push([]);
  const enter = (taken: number, node: number) => {
    position[node] = taken;
    least[node] = node === rules.goal ? 0 : UNKNOWN;
    layers[taken]!.push(node);
  };
  /** Enters what lies one step from a layer, away from one end and so much nearer to the other. */
  function* goOn(taken: number, next: number, side: Side, away: Int32Array, left: number): Steps<void> {
    for (const node of layers[taken]!) {
      for (let index = side.begin[node]!; index < side.end[node]!; index++) {
        const other = others[index]!;
        if (away[other] === left && position[other] === -1 && rules.toCost(index) > 0) enter(next, other);
      }
      if (rules.isDue(node)) yield undefined;
    }
  }
  // Had the two ends met nearer, they would have met before: what both know is in the outermost ring of both.
  for (let place = ahead.ring; place < ahead.size; place++)
    if (back.away[ahead.queue[place]!] !== -1 && ahead.away[ahead.queue[place]!] === middle)
      enter(middle, ahead.queue[place]!);
  for (let taken = middle; taken < last; taken++)
    yield* goOn(taken, taken + 1, ahead, back.away, last - taken - 1);
  for (let taken = middle; taken > 0; taken--) yield* goOn(taken, taken - 1, back, ahead.away, taken - 1);
  return result;
}

/** The layers of all paths of at most so many steps; some nodes in them are on none. */
function* layAll(rules: Rules, ahead: Side, back: Side, steps: number): Steps<Layers> {
  const { others, nodes } = rules.graph;
  const { start, goal } = rules;
  const reached = Math.floor(steps / 2);
  while (back.depth < reached) yield* widen(rules, back, ahead);
  const least = new Int32Array((steps + 1) * nodes.length).fill(NEVER);
  const toState = (taken: number, node: number) => taken * nodes.length + node;
  const layers: number[][] = [[start]];
  for (let taken = 1; taken <= steps; taken++) {
    const layer: number[] = [];
    const left = steps - taken;
    for (const node of layers[taken - 1]!) {
      if (node === goal) continue;
      for (let index = ahead.begin[node]!; index < ahead.end[node]!; index++) {
        const other = others[index]!;
        const state = toState(taken, other);
        if (least[state] !== NEVER || other === start || other === node) continue;
        if (left <= reached && (back.away[other] === -1 || back.away[other]! > left)) continue;
        if (rules.toCost(index) === 0) continue;
        least[state] = other === goal ? 0 : UNKNOWN;
        layer.push(other);
      }
      if (rules.isDue(node)) yield undefined;
    }
    layers.push(layer);
  }
  return { layers, least, toState };
}

/** Works out what it costs at least to go on from every node of the layers. */
function* boundCosts(rules: Rules, { layers, least, toState }: Layers, { begin, end }: Side): Steps<void> {
  const { others } = rules.graph;
  for (let taken = layers.length - 2; taken >= 0; taken--)
    for (const node of layers[taken]!) {
      if (node === rules.goal) continue;
      let fewest = NEVER;
      for (let index = begin[node]!; index < end[node]!; index++) {
        const other = others[index]!;
        const state = toState(taken + 1, other);
        if (state === -1 || least[state]! >= NEVER) continue;
        const cost = rules.toCost(index);
        if (cost > 0) fewest = Math.min(fewest, cost + rules.toPass(other) + least[state]!);
      }
      least[toState(taken, node)] = fewest;
      if (rules.isDue(node)) yield undefined;
    }
}

/** A path that is begun: its last node, how it came there, what it cost. */
type Begun = {
  readonly node: number;
  readonly before: Begun | undefined;
  readonly length: number;
  readonly cost: number;
};

function passes(begun: Begun, node: number): boolean {
  for (let at: Begun | undefined = begun; at; at = at.before) if (at.node === node) return true;
  return false;
}

/** The paths through the layers, the cheapest first, as what ends at the goal; whether these are all. */
function* gather(
  rules: Rules,
  { least, toState }: Layers,
  { begin, end }: Side,
  { cheapest }: Scratch,
  most: number,
): Steps<{ found: Begun[]; complete: boolean }> {
  const { others } = rules.graph;
  const onward = new Map<number, readonly { readonly node: number; readonly cost: number }[]>();
  /** The nodes one step on that lead to the goal, and what it costs to go there. */
  const toSteps = ({ node, length }: Begun) => {
    const state = toState(length, node);
    const known = onward.get(state);
    if (known) return known;
    const next: number[] = [];
    for (let index = begin[node]!; index < end[node]!; index++) {
      const other = others[index]!;
      const after = toState(length + 1, other);
      if (after === -1 || !(least[after]! < NEVER)) continue;
      const cost = rules.toCost(index);
      if (cost === 0) continue;
      if (cheapest[other] === 0) next.push(other);
      if (cheapest[other] === 0 || cost < cheapest[other]!) cheapest[other] = cost;
    }
    const all = next.map((other) => ({ node: other, cost: cheapest[other]! + rules.toPass(other) }));
    for (const other of next) cheapest[other] = 0;
    onward.set(state, all);
    return all;
  };
  const buckets: Begun[][] = [];
  const take = (one: Begun) => (buckets[one.cost + least[toState(one.length, one.node)]!] ??= []).push(one);
  const found: Begun[] = [];
  let effort = 0;
  take({ node: rules.start, before: undefined, length: 0, cost: 0 });
  // A beginning never costs less than the one it goes on from, so no bucket is filled behind this one.
  for (let at = 0; at < buckets.length; at++)
    for (let one = buckets[at]?.pop(); one; one = buckets[at]!.pop()) {
      if (found.length === most || effort++ > EFFORT) return { found, complete: false };
      if (one.node === rules.goal) {
        found.push(one);
        continue;
      }
      for (const { node, cost } of toSteps(one))
        if (!passes(one, node)) take({ node, before: one, length: one.length + 1, cost: one.cost + cost });
      if (rules.isDue(one.node)) yield undefined;
    }
  return { found, complete: true };
}

/** The edges that may be taken from one node to another, the most telling first: looked for at the one that has fewer. */
function toEdges({ graph, toCost }: Rules, ahead: Side, back: Side, one: number, other: number): GraphEdge[] {
  const isOneLess = ahead.end[one]! - ahead.begin[one]! < back.end[other]! - back.begin[other]!;
  const [side, here, there] = isOneLess ? [ahead, one, other] : [back, other, one];
  const found: { edge: number; cost: number }[] = [];
  for (let index = side.begin[here]!; index < side.end[here]!; index++) {
    const cost = graph.others[index] === there ? toCost(index) : 0;
    if (cost > 0) found.push({ edge: graph.at[index]!, cost });
  }
  return found.toSorted((a, b) => a.cost - b.cost || a.edge - b.edge).map(({ edge }) => graph.edges[edge]!);
}

function toPath(rules: Rules, ahead: Side, back: Side, last: Begun): Path {
  const nodes: string[] = [];
  const steps: GraphEdge[][] = [];
  for (let one: Begun | undefined = last; one; one = one.before) {
    nodes.push(rules.graph.nodes[one.node]!.id);
    if (one.before) steps.push(toEdges(rules, ahead, back, one.before.node, one.node));
  }
  return { nodes: nodes.toReversed(), steps: steps.toReversed(), cost: last.cost };
}

/**
 * The paths between two different nodes, told from `from` to `to`. Edges between the same two nodes make one step. A step
 * costs what its most telling edge costs (STEP_COST); passing a node costs the logarithm of the number of its edges, for the
 * more meets at a node, the less it tells that two things do (Adamic and Adar 2003, 'Friends and neighbors on the Web').
 *
 * Which nodes may lie on short enough paths is found by breadth-first search from both ends (Pohl 1971, 'Bi-directional
 * search'), for the shortest always on from the one with fewer edges before it; what each of them costs at least to go on
 * from, step by step backwards (Bellman 1958). With these bounds the beginnings are taken up cheapest first, from buckets of
 * equal cost (Dial 1969), so that the paths come out in their order and the search may stop after the first `most`.
 */
export function* findPathsInSteps(
  corpus: Corpus,
  from: string,
  to: string,
  { steps, directed = false, along, within }: PathSearch = {},
  most = MOST,
): Steps<Paths> {
  const graph = yield* adjacencyOf.inSteps(corpus);
  const size = graph.nodes.length;
  const [start, goal] = [graph.placeOf(from), graph.placeOf(to)];
  const counts = within && toMarks(graph, within);
  const isThere = (place: number | undefined): place is number =>
    place !== undefined && place < size && counts?.[place] !== 0;
  if (start === goal || !isThere(start) || !isThere(goal)) return { paths: [], complete: true };

  const rules = toRules(graph, start, goal, along, counts);
  const spare = spareScratches(corpus);
  const scratch = spare.pop() ?? makeScratch(size);
  const ends = graph.from.subarray(1);
  const ahead = toSide(scratch.ahead, graph.from, directed ? graph.turn : ends);
  const back = toSide(scratch.back, directed ? graph.turn : graph.from, ends);
  reach(rules, ahead, start);
  reach(rules, back, goal);
  const layers = yield* steps === undefined
    ? layShortest(rules, ahead, back, scratch)
    : // No path has more steps than there are other nodes.
      layAll(rules, ahead, back, Math.min(steps, size - 1));
  yield* boundCosts(rules, layers, ahead);
  const isConnected = layers.layers.length > 0 && layers.least[layers.toState(0, start)]! < NEVER;
  const { found, complete } = isConnected
    ? yield* gather(rules, layers, ahead, scratch, most)
    : { found: [], complete: true };
  const paths = found.map((last) => toPath(rules, ahead, back, last));
  clean(scratch, [ahead, back], layers);
  spare.push(scratch);
  return { paths, complete };
}

function toSide(arrays: Pick<Side, 'away' | 'queue'>, begin: Int32Array, end: Int32Array): Side {
  return { ...arrays, begin, end, size: 0, ring: 0, depth: 0, edges: 0 };
}

function clean({ position, least }: Scratch, sides: readonly Side[], { layers }: Layers): void {
  for (const { away, queue, size } of sides)
    for (let place = 0; place < size; place++) away[queue[place]!] = -1;
  for (const layer of layers)
    for (const node of layer) {
      position[node] = -1;
      least[node] = NEVER;
    }
}
