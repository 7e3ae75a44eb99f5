// Where each node stands on the map: force-directed, from a seeded start, so that the same corpus gives the same picture.
import { forceCollide, forceSimulation } from 'd3-force';
import { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Drawing } from './drawing';
import type { EdgeType } from './schema';

/** x and y of every node, in the order of the drawing: `[x0, y0, x1, y1, …]`. */
export type Positions = Float64Array;

/** How strongly each type of edge draws its ends together: what is about a topic gathers round it. */
const PULL = {
  authored: 0.25,
  states: 0.1,
  disputes: 0.3,
  supports: 0.2,
  'responds-to': 0.2,
  'addressed-to': 0.05,
  about: 3,
  'affiliated-with': 1,
  commissioned: 0.6,
  'based-on': 0.4,
  rated: 1,
} as const satisfies Record<EdgeType, number>;

/** Marsaglia's xorshift32: numbers in [0, 1), the same for the same seed. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Weighted = MultiDirectedGraph<{ x: number; y: number; size: number }, { weight: number }>;

function runForces(graph: Weighted, iterations: number, scalingRatio: number): void {
  const settings = {
    barnesHutOptimize: graph.order > 1000,
    strongGravityMode: true,
    gravity: 0.06,
    scalingRatio,
    slowDown: 1 + Math.log(graph.order),
  };
  forceAtlas2.assign(graph, { iterations, settings, getEdgeWeight: 'weight' });
}

/** Room between two nodes, in pixels. */
const MARGIN = 4;
/** The share of the picture that nodes, with the room around them, may take. */
const DENSITY = 0.26;

/** Brings a layout to the size at which its nodes, drawn at their radii, fill the wanted share of it. */
function rescale(graph: Weighted): void {
  let [area, reach] = [0, 0];
  graph.forEachNode((_, { x, y, size }) => {
    area += (2 * (size + MARGIN)) ** 2;
    reach = Math.max(reach, Math.abs(x), Math.abs(y));
  });
  const scale = Math.sqrt(area / DENSITY) / (2 * reach || 1);
  graph.updateEachNodeAttributes((_, { x, y, size }) => ({ x: x * scale, y: y * scale, size }));
}

/** Pushes overlapping nodes apart, each as far as the other; where every node then stands, by id. */
function separate(graph: Weighted): Map<string, { x: number; y: number }> {
  const bodies = graph.mapNodes((id, { x, y, size }) => ({ id, x, y, size }));
  forceSimulation(bodies)
    .stop()
    .velocityDecay(0.5)
    .force('apart', forceCollide<(typeof bodies)[number]>(({ size }) => size + MARGIN / 2).iterations(3))
    .tick(150);
  return new Map(bodies.map((body) => [body.id, body]));
}

/**
 * ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) in two steps, then overlaps removed: first actors,
 * reports and topics, drawn together by what they say or take up in common; then everything, each claim starting from its
 * topics. Deterministic.
 */
export function layout({ nodes, edges }: Drawing): Positions {
  const random = toRandom(2010);
  const jitter = (spread: number) => (random() - 0.5) * spread;
  const isSaid = new Set(
    nodes.filter(({ type }) => type === 'claim' || type === 'recommendation').map(({ id }) => id),
  );
  const around = new Map<string, [string, number][]>();
  const backbone: Weighted = new MultiDirectedGraph();
  for (const { id, size } of nodes)
    if (!isSaid.has(id)) backbone.addNode(id, { x: jitter(1000), y: jitter(1000), size });
  for (const { source, target, type } of edges) {
    if (isSaid.has(source) === isSaid.has(target)) {
      if (!isSaid.has(source)) backbone.addDirectedEdge(source, target, { weight: PULL[type] });
      continue;
    }
    const [said, other] = isSaid.has(source) ? [source, target] : [target, source];
    around.set(said, [...(around.get(said) ?? []), [other, PULL[type]]]);
  }
  for (const others of around.values())
    for (const [index, [one, pull]] of others.entries())
      for (const [other, otherPull] of others.slice(index + 1))
        if (one !== other)
          backbone.addDirectedEdge(one, other, { weight: (pull * otherPull) / others.length });
  runForces(backbone, 400, 30);

  const graph: Weighted = new MultiDirectedGraph();
  for (const { id, size } of nodes) {
    if (!isSaid.has(id)) {
      const { x, y } = backbone.getNodeAttributes(id);
      graph.addNode(id, { x: x * 3, y: y * 3, size });
      continue;
    }
    let [x, y, sum] = [0, 0, 0];
    for (const [other, pull] of around.get(id) ?? []) {
      const at = backbone.getNodeAttributes(other);
      x += at.x * pull;
      y += at.y * pull;
      sum += pull;
    }
    graph.addNode(id, { x: (x / (sum || 1)) * 3 + jitter(20), y: (y / (sum || 1)) * 3 + jitter(20), size });
  }
  for (const { source, target, type } of edges) graph.addDirectedEdge(source, target, { weight: PULL[type] });
  runForces(graph, 150, 12);
  rescale(graph);
  const placed = separate(graph);
  const positions = new Float64Array(nodes.length * 2);
  for (const [index, { id }] of nodes.entries()) {
    const { x, y } = placed.get(id)!;
    positions[2 * index] = x;
    positions[2 * index + 1] = y;
  }
  return positions;
}
