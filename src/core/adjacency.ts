// The graph as numbers: nodes and edges by their places, and which edges meet at each node, so that hundreds of thousands are gone through within a frame.
import { perCorpusInSteps } from './memo';
import type { Corpus, GraphEdge, GraphNode, Ids } from './model';
import { EDGE_TYPES } from './schema';
import type { Steps } from './steps';

/** A node's place is its number in the order of the corpus; an edge's likewise, counted by itself. */
export type Adjacency = {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The place of a node, or of an edge counted on from the last node; undefined where there is neither. */
  readonly placeOf: (id: string) => number | undefined;
  /** For each edge its type as a place in EDGE_TYPES, and the places of the nodes it leads from and to. */
  readonly types: Uint8Array;
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  /** The edges at the node n stand in `at` from `from[n]` to before `from[n + 1]`, in their order; one from a node to itself twice. */
  readonly from: Int32Array;
  readonly at: Int32Array;
};

/** How many nodes or edges are looked at before a pause. */
const STRETCH = 4096;
/** How many maps hold the places: one that grows to hundreds of thousands takes several frames each time it does. */
const SHARDS = 256;

function* buildAdjacency(corpus: Corpus): Steps<Adjacency> {
  const nodes = [...corpus.nodes.values()];
  const edges = [...corpus.edges.values()];
  const shards = Array.from({ length: SHARDS }, () => new Map<string, number>());
  const toShard = (id: string) => {
    const { length } = id;
    // Of an id too short to have them, a character's code is NaN, as an integer 0.
    return shards[
      (length + 7 * (id.charCodeAt(length - 1) | 0) + 31 * (id.charCodeAt(length - 2) | 0)) % SHARDS
    ]!;
  };
  const placeOf = (id: string) => toShard(id).get(id);
  yield undefined;
  for (const [place, { id }] of nodes.entries()) {
    toShard(id).set(id, place);
    if (place % STRETCH === 0) yield undefined;
  }
  const types = new Uint8Array(edges.length);
  const sources = new Int32Array(edges.length);
  const targets = new Int32Array(edges.length);
  const from = new Int32Array(nodes.length + 1);
  for (const [place, { id, type, source, target }] of edges.entries()) {
    toShard(id).set(id, nodes.length + place);
    types[place] = EDGE_TYPES.indexOf(type);
    const ends = [placeOf(source)!, placeOf(target)!] as const;
    [sources[place], targets[place]] = ends;
    for (const end of ends) from[end + 1]! += 1;
    if (place % STRETCH === 0) yield undefined;
  }
  for (let node = 0; node < nodes.length; node++) from[node + 1]! += from[node]!;
  yield undefined;
  const next = from.slice();
  const at = new Int32Array(2 * edges.length);
  for (let edge = 0; edge < edges.length; edge++) {
    at[next[sources[edge]!]!++] = edge;
    at[next[targets[edge]!]!++] = edge;
  }
  return { nodes, edges, placeOf, types, sources, targets, from, at };
}

/** The adjacency of a corpus, worked out once: in steps, or what is left of them at once. */
export const adjacencyOf = perCorpusInSteps(buildAdjacency);

/** Some nodes and edges of a corpus: a mark for each that is among them, nodes first, then edges. */
export class Marks implements Ids {
  #size: number | undefined;

  constructor(
    readonly adjacency: Adjacency,
    readonly marks: Uint8Array,
  ) {}

  get size(): number {
    if (this.#size === undefined) {
      let size = 0;
      for (let place = 0; place < this.marks.length; place++) size += this.marks[place]!;
      this.#size = size;
    }
    return this.#size;
  }

  has(id: string): boolean {
    const place = this.adjacency.placeOf(id);
    return place !== undefined && this.marks[place] === 1;
  }

  *[Symbol.iterator](): Generator<string> {
    const { nodes, edges } = this.adjacency;
    for (let place = 0; place < nodes.length; place++) if (this.marks[place] === 1) yield nodes[place]!.id;
    for (let place = 0; place < edges.length; place++)
      if (this.marks[nodes.length + place] === 1) yield edges[place]!.id;
  }
}

/** Whether the node or edge at a place is among some: every one where there are none given. */
export function toHasPlace(adjacency: Adjacency, ids: Ids | undefined): (place: number) => boolean {
  if (ids === undefined) return () => true;
  if (ids instanceof Marks && ids.adjacency === adjacency) {
    const { marks } = ids;
    return (place) => marks[place] === 1;
  }
  const { nodes, edges } = adjacency;
  return (place) => ids.has((nodes[place] ?? edges[place - nodes.length]!).id);
}
