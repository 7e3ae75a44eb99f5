// The corpus as a graph: what meets at a node, and what lies around it.
import { adjacencyOf, Marks, toMarks } from './adjacency';
import type { Corpus, GraphEdge, Ids } from './model';
import { perCorpus } from './memo';
import { EDGE_TYPES, type EdgeType } from './vocabulary';

/** The edges at every node, whichever way they lead, in the order of the files; undefined for what is no node. */
export type Incidence = { readonly get: (id: string) => readonly GraphEdge[] | undefined };

/** The incidence of a corpus, of each node worked out when it is first asked for. */
export const incidenceOf = perCorpus((corpus): Incidence => {
  const { nodes, edges, placeOf, from, at } = adjacencyOf.atOnce(corpus);
  const known: (readonly GraphEdge[] | undefined)[] = [];
  return {
    get: (id) => {
      const place = placeOf(id);
      if (place === undefined || place >= nodes.length) return undefined;
      // One from a node to itself twice.
      return (known[place] ??= Array.from(
        at.subarray(from[place], from[place + 1]).toSorted(),
        (edge) => edges[edge]!,
      ));
    },
  };
});

/**
 * Nodes and what lies around them: so many steps along the edges that lead `out` of each node, `in` to it, or both; of the
 * types in `along`, or of all. Around those in `expanded` one step more is taken, along whatever there is.
 */
export type Focus = {
  readonly ids: readonly string[];
  readonly depth: number;
  readonly direction?: 'out' | 'in' | undefined;
  readonly along?: readonly EdgeType[] | undefined;
  readonly expanded?: readonly string[] | undefined;
};

/** What a search marks and lists on its way, kept clean for the next: arrays of this size take longer to make than to use. */
const scratchOf = perCorpus((corpus) => {
  const { nodes, edges } = adjacencyOf.atOnce(corpus);
  return { isFound: new Uint8Array(nodes.length), found: new Int32Array(nodes.length + edges.length) };
});

/**
 * The ids of the nodes around the nodes of a focus, themselves included, and of the edges of its types between two of them
 * (the induced subgraph). `within` are the ids of the nodes and edges that count at all. Empty where there are no such nodes.
 */
export function neighbourhood(
  corpus: Corpus,
  { ids: centres, depth, direction, along, expanded = [] }: Focus,
  within?: Ids,
): Marks {
  const graph = adjacencyOf.atOnce(corpus);
  const { nodes, types, from, turn, at, others } = graph;
  const toPlaces = (ids: readonly string[]) =>
    ids.map(graph.placeOf).filter((place): place is number => place !== undefined && place < nodes.length);
  const counts = within && toMarks(graph, within);
  const lines = along && Uint8Array.from(EDGE_TYPES, (type) => Number(along.includes(type)));
  const { isFound, found } = scratchOf(corpus);
  let size = 0;
  const take = (node: number) => {
    if (isFound[node] === 1) return;
    isFound[node] = 1;
    found[size++] = node;
  };
  /** Takes what lies one step from a node along the edges of some types that stand from `begin` to before `end`. */
  const step = (begin: number, end: number, kinds: Uint8Array | undefined) => {
    for (let index = begin; index < end; index++) {
      const other = others[index]!;
      if (isFound[other] === 1) continue;
      const edge = at[index]!;
      if (kinds && kinds[types[edge]!] === 0) continue;
      if (counts && (counts[nodes.length + edge] === 0 || counts[other] === 0)) continue;
      take(other);
    }
  };
  for (const place of toPlaces(centres)) take(place);
  for (let steps = 0, begin = 0; steps < depth && begin < size; steps++)
    for (const end = size; begin < end; begin++) {
      const node = found[begin]!;
      step(
        direction === 'in' ? turn[node]! : from[node]!,
        direction === 'out' ? turn[node]! : from[node + 1]!,
        lines,
      );
    }
  const opened = toPlaces(expanded).filter((node) => isFound[node] === 1);
  for (const node of opened) step(from[node]!, from[node + 1]!, undefined);
  const isOpened = new Set(opened);
  const nodeCount = size;
  for (let place = 0; place < nodeCount; place++) {
    const node = found[place]!;
    for (let index = from[node]!; index < turn[node]!; index++) {
      const other = others[index]!;
      if (isFound[other] === 0) continue;
      const edge = at[index]!;
      if (counts && counts[nodes.length + edge] === 0) continue;
      if (lines && lines[types[edge]!] === 0 && !isOpened.has(node) && !isOpened.has(other)) continue;
      found[size++] = nodes.length + edge;
    }
  }
  for (let place = 0; place < nodeCount; place++) isFound[found[place]!] = 0;
  return new Marks(graph, found.slice(0, size));
}

/** How many neighbours of a node there are in a graph, along the edges in it, that are not `visible`. */
export function countBeyond({ adjacency, marks }: Marks, visible: Ids, id: string): number {
  const { nodes, placeOf, from, at, others } = adjacency;
  const isVisible = toMarks(adjacency, visible);
  const place = placeOf(id)!;
  const beyond = new Set<number>();
  for (let index = from[place]!; index < from[place + 1]!; index++) {
    const other = others[index]!;
    if (isVisible[other] === 0 && marks[other] === 1 && marks[nodes.length + at[index]!] === 1)
      beyond.add(other);
  }
  return beyond.size;
}
