// The corpus as a graph: its parts, what meets at a node, and what lies around it.
import { adjacencyOf, Marks, toHasPlace } from './adjacency';
import type { Corpus, GraphEdge, Ids } from './model';
import { perCorpus } from './memo';
import { EDGE_TYPES, type EdgeType } from './schema';

/**
 * The part of a corpus that the given ids of nodes and edges name; an edge needs both its ends. Articles stay, so that
 * every passage can still be read. Order is kept.
 */
export function subset(corpus: Corpus, ids: Ids): Corpus {
  const nodes = new Map([...corpus.nodes].filter(([id]) => ids.has(id)));
  const edges = new Map(
    [...corpus.edges].filter(([id, edge]) => ids.has(id) && nodes.has(edge.source) && nodes.has(edge.target)),
  );
  return { ...corpus, nodes, edges };
}

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
      return (known[place] ??= Array.from(at.subarray(from[place], from[place + 1]), (edge) => edges[edge]!));
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
  const { nodes, sources, targets, from, at } = graph;
  const toPlaces = (ids: readonly string[]) =>
    ids.map(graph.placeOf).filter((place): place is number => place !== undefined && place < nodes.length);
  const counts = toHasPlace(graph, within);
  const isAlong = Uint8Array.from(EDGE_TYPES, (type) => Number(along === undefined || along.includes(type)));
  const marks = new Uint8Array(nodes.length + graph.edges.length);
  const found: number[] = [];
  const mark = (node: number) => {
    if (marks[node] === 1) return;
    marks[node] = 1;
    found.push(node);
  };
  /** Marks what lies one step from a node. */
  const step = (node: number, takes: (edge: number) => boolean) => {
    for (let index = from[node]!; index < from[node + 1]!; index++) {
      const edge = at[index]!;
      const other = sources[edge] === node ? targets[edge]! : sources[edge]!;
      if (marks[other] === 0 && takes(edge) && counts(nodes.length + edge) && counts(other)) mark(other);
    }
  };
  for (const place of toPlaces(centres)) mark(place);
  const ends = direction === 'out' ? sources : targets;
  for (let steps = 0, begin = 0; steps < depth && begin < found.length; steps++) {
    const end = found.length;
    for (; begin < end; begin++) {
      const node = found[begin]!;
      step(
        node,
        (edge) => isAlong[graph.types[edge]!] === 1 && (direction === undefined || ends[edge] === node),
      );
    }
  }
  const opened = toPlaces(expanded).filter((node) => marks[node] === 1);
  for (const node of opened) step(node, () => true);
  const isOpened = new Set(opened);
  for (const node of found)
    for (let index = from[node]!; index < from[node + 1]!; index++) {
      const edge = at[index]!;
      const target = targets[edge]!;
      if (
        sources[edge] === node &&
        marks[target] === 1 &&
        (isAlong[graph.types[edge]!] === 1 || isOpened.has(node) || isOpened.has(target)) &&
        counts(nodes.length + edge)
      )
        marks[nodes.length + edge] = 1;
    }
  return new Marks(graph, marks);
}
