// Measures the graph as numbers: made, and looked around and through in it, beside bare graphology.
import { MultiDirectedGraph, MultiUndirectedGraph } from 'graphology';
import { bidirectional } from 'graphology-shortest-path/unweighted';
import { adjacencyOf, Marks } from '../../src/core/adjacency';
import { neighbourhood } from '../../src/core/graph';
import type { Corpus } from '../../src/core/model';
import { findPathsInSteps } from '../../src/core/paths';
import { atOnce } from '../../src/core/steps';
import { measureEach, measureTimes, type Cost, type Spread } from './measure';
import { toChance, toSynthetic } from './synthetic';

/** How many nodes, or pairs of them, chance picks, and how many hubs, those with the most edges, are looked at besides. */
const PICKS = 200;
const HUBS = 10;

type Beside<T> = { ours: T; graphology: T };
export type GraphFigures = {
  building: Beside<Cost>;
  around: Beside<Spread>;
  /** The same around the greatest hubs, where the p99 is the slowest. */
  aroundHubs: Beside<Spread>;
  /** Ours are all the shortest paths, up to sixty, in their order; graphology's is any one. */
  shortest: Beside<Spread>;
  /** All paths of up to five steps, or the sixty most telling. */
  five: Spread;
};

function toGraphology(corpus: Corpus): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const id of corpus.nodes.keys()) graph.addNode(id);
  for (const { id, source, target } of corpus.edges.values())
    graph.addDirectedEdgeWithKey(id, source, target);
  return graph;
}

/** The same without arrows, which its shortest path would follow. */
function toUndirected(corpus: Corpus): MultiUndirectedGraph {
  const graph = new MultiUndirectedGraph();
  for (const id of corpus.nodes.keys()) graph.addNode(id);
  for (const { id, source, target } of corpus.edges.values())
    graph.addUndirectedEdgeWithKey(id, source, target);
  return graph;
}

/** What neighbourhood finds within two steps, by graphology. */
function lookAround(graph: MultiDirectedGraph, centre: string): string[] {
  const near = new Set([centre]);
  for (let steps = 0; steps < 2; steps++)
    for (const node of new Set(near)) graph.forEachNeighbor(node, (other) => near.add(other));
  const found = [...near];
  for (const node of near)
    graph.forEachOutEdge(node, (edge, _, __, target) => {
      if (near.has(target)) found.push(edge);
    });
  return found;
}

export function measureGraph(size: number): GraphFigures {
  const corpus = toSynthetic(size);
  const building = {
    // What follows from a corpus is worked out once, so each time it is another one.
    ours: measureTimes(() => adjacencyOf.atOnce({ ...corpus })),
    graphology: measureTimes(() => toGraphology(corpus)),
  };
  const graph = toGraphology(corpus);
  const undirected = toUndirected(corpus);
  const adjacency = adjacencyOf.atOnce(corpus);
  const visible = new Marks(
    adjacency,
    new Uint8Array(adjacency.nodes.length + adjacency.edges.length).fill(1),
  );
  const ids = [...corpus.nodes.keys()];
  const chance = toChance(size);
  const pick = () => ids[Math.floor(chance() * ids.length)]!;
  const hubs = ids.toSorted((a, b) => graph.degree(b) - graph.degree(a)).slice(0, HUBS);
  const centres = Array.from({ length: PICKS }, pick);
  const pairs = [
    ...Array.from({ length: PICKS }, () => [pick(), pick()] as const),
    ...hubs.map((hub) => [hub, pick()] as const),
  ].filter(([from, to]) => from !== to);
  const [warm, warmPairs] = [centres.slice(0, 50), pairs.slice(0, 50)];
  /** Measured after some tries, so that it is compiled. */
  const measureWarm = <T>(tasks: readonly T[], tries: readonly T[], work: (task: T) => unknown): Spread => {
    for (const task of tries) work(task);
    return measureEach(tasks, work);
  };
  const measureAround = (some: readonly string[]): Beside<Spread> => ({
    ours: measureWarm(some, warm, (id) => neighbourhood(corpus, { ids: [id], depth: 2 }, visible)),
    graphology: measureWarm(some, warm, (id) => lookAround(graph, id)),
  });
  return {
    building,
    around: measureAround(centres),
    aroundHubs: measureAround(hubs),
    shortest: {
      ours: measureWarm(pairs, warmPairs, ([from, to]) =>
        atOnce(findPathsInSteps(corpus, from, to, { within: visible })),
      ),
      graphology: measureWarm(pairs, warmPairs, ([from, to]) => bidirectional(undirected, from, to)),
    },
    five: measureWarm(pairs, warmPairs, ([from, to]) =>
      atOnce(findPathsInSteps(corpus, from, to, { steps: 5 })),
    ),
  };
}
