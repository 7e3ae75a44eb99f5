// The graph as numbers: nodes and edges by their places, and which edges meet at each node, so that hundreds of thousands are gone through within a frame.
import { perCorpusInSteps } from './memo';
import type { Corpus, GraphEdge, GraphNode, Ids } from './model';
import { EDGE_TYPES } from './vocabulary';
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
  /**
   * The edges at the node n stand in `at` from `from[n]` to before `from[n + 1]`: those that lead from it, in their order, and
   * from `turn[n]` on those that lead to it, in theirs; beside each in `others` the node at its other end.
   */
  readonly from: Int32Array;
  readonly turn: Int32Array;
  readonly at: Int32Array;
  readonly others: Int32Array;
};

/** How many nodes or edges are looked at before a pause. */
const STRETCH = 4096;
/** Fewer places than this are sorted: that is quick also when it has not been done for a while, as looking at all is not. */
const FEW = 8192;
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
  const turn = new Int32Array(nodes.length);
  for (const [place, { id, type, source, target }] of edges.entries()) {
    toShard(id).set(id, nodes.length + place);
    types[place] = EDGE_TYPES.indexOf(type);
    const [begin, end] = [placeOf(source)!, placeOf(target)!];
    sources[place] = begin;
    targets[place] = end;
    turn[begin]! += 1;
    from[begin + 1]! += 1;
    from[end + 1]! += 1;
    if (place % STRETCH === 0) yield undefined;
  }
  for (let node = 0; node < nodes.length; node++) {
    from[node + 1]! += from[node]!;
    turn[node]! += from[node]!;
  }
  yield undefined;
  const [nextFrom, nextTo] = [from.slice(), turn.slice()];
  const at = new Int32Array(2 * edges.length);
  const others = new Int32Array(2 * edges.length);
  for (let edge = 0; edge < edges.length; edge++) {
    if (edge % (16 * STRETCH) === 0) yield undefined;
    const [begin, end] = [sources[edge]!, targets[edge]!];
    const [out, back] = [nextFrom[begin]!++, nextTo[end]!++];
    at[out] = edge;
    others[out] = end;
    at[back] = edge;
    others[back] = begin;
  }
  return { nodes, edges, placeOf, types, sources, targets, from, turn, at, others };
}

/** The adjacency of a corpus, worked out once: in steps, or what is left of them at once. */
export const adjacencyOf = perCorpusInSteps(buildAdjacency);

/**
 * Some nodes and edges of a corpus, nodes first, then edges: given as a mark for each place, or where they are few as those
 * places, in any order, which become marks when they are first asked for.
 */
export class Marks implements Ids {
  readonly #places: Int32Array | undefined;
  #marks: Uint8Array | undefined;
  #size: number | undefined;

  constructor(
    readonly adjacency: Adjacency,
    given: Uint8Array | Int32Array,
  ) {
    if (given instanceof Uint8Array) this.#marks = given;
    else {
      this.#places = given;
      this.#size = given.length;
    }
  }

  get marks(): Uint8Array {
    if (this.#marks === undefined) {
      this.#marks = new Uint8Array(this.adjacency.nodes.length + this.adjacency.edges.length);
      for (const place of this.#places!) this.#marks[place] = 1;
    }
    return this.#marks;
  }

  get size(): number {
    if (this.#size === undefined) {
      let size = 0;
      for (let place = 0; place < this.marks.length; place++) size += this.marks[place]!;
      this.#size = size;
    }
    return this.#size;
  }

  /** How many of them are nodes. */
  countNodes(): number {
    const { length } = this.adjacency.nodes;
    let nodes = 0;
    if (this.#places) for (const place of this.#places) nodes += place < length ? 1 : 0;
    else for (let place = 0; place < length; place++) nodes += this.marks[place]!;
    return nodes;
  }

  /** How many of them have each number from 0 to 255: `numbers` are those of the places from `first` on. */
  tally(numbers: Uint8Array, first: number): Int32Array {
    const tally = new Int32Array(256);
    const end = first + numbers.length;
    if (this.#places) {
      for (const place of this.#places)
        if (place >= first && place < end) tally[numbers[place - first]!]! += 1;
    } else
      for (let place = first; place < end; place++) tally[numbers[place - first]!]! += this.marks[place]!;
    return tally;
  }

  has(id: string): boolean {
    const place = this.adjacency.placeOf(id);
    return place !== undefined && this.marks[place] === 1;
  }

  /** The places of those that are nodes, in order. */
  toNodePlaces(): Int32Array {
    return this.#toPlaces(0, this.adjacency.nodes.length);
  }

  /** The places of those that are edges, counted by themselves, in order. */
  toEdgePlaces(): Int32Array {
    const { nodes, edges } = this.adjacency;
    return this.#toPlaces(nodes.length, nodes.length + edges.length);
  }

  /** Those from `begin` to before `end`, in order, counted from `begin`. */
  #toPlaces(begin: number, end: number): Int32Array {
    // To sort many takes longer than to look at all.
    if (this.#places && (this.#marks === undefined || this.#places.length < FEW)) {
      const some = this.#places.filter((place) => place >= begin && place < end).toSorted();
      return begin === 0 ? some : some.map((place) => place - begin);
    }
    const { marks } = this;
    const places = new Int32Array(end - begin);
    let size = 0;
    for (let place = begin; place < end; place++) if (marks[place] === 1) places[size++] = place - begin;
    return places.slice(0, size);
  }

  *[Symbol.iterator](): Generator<string> {
    const { nodes, edges } = this.adjacency;
    const toId = (place: number) => (nodes[place] ?? edges[place - nodes.length]!).id;
    if (this.#places) for (const place of this.#places.toSorted()) yield toId(place);
    else
      for (let place = 0; place < this.marks.length; place++) if (this.marks[place] === 1) yield toId(place);
  }
}

/** Some ids as marks of a graph: those that are in it. */
export function markIn(adjacency: Adjacency, ids: Ids): Marks {
  if (ids instanceof Marks && ids.adjacency === adjacency) return ids;
  const marks = new Uint8Array(adjacency.nodes.length + adjacency.edges.length);
  for (const id of ids) {
    const place = adjacency.placeOf(id);
    if (place !== undefined) marks[place] = 1;
  }
  return new Marks(adjacency, marks);
}

/** Of some ids a mark for each node or edge that is among them, nodes first, then edges. */
export const toMarks = (adjacency: Adjacency, ids: Ids): Uint8Array => markIn(adjacency, ids).marks;
