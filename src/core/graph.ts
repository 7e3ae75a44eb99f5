// The corpus as a graph: its parts, what meets at a node, and what lies around it.
import type { Corpus, GraphEdge } from './model';
import { perCorpus } from './memo';
import type { EdgeType } from './schema';

/**
 * The part of a corpus that the given ids of nodes and edges name; an edge needs both its ends. Articles stay, so that
 * every passage can still be read. Order is kept.
 */
export function subset(corpus: Corpus, ids: ReadonlySet<string>): Corpus {
  const nodes = new Map([...corpus.nodes].filter(([id]) => ids.has(id)));
  const edges = new Map(
    [...corpus.edges].filter(([id, edge]) => ids.has(id) && nodes.has(edge.source) && nodes.has(edge.target)),
  );
  return { ...corpus, nodes, edges };
}

/** The edges at every node, whichever way they lead. */
export function toIncidence(corpus: Corpus): ReadonlyMap<string, readonly GraphEdge[]> {
  const incidence = new Map<string, GraphEdge[]>([...corpus.nodes.keys()].map((id) => [id, []]));
  for (const edge of corpus.edges.values()) {
    incidence.get(edge.source)?.push(edge);
    incidence.get(edge.target)?.push(edge);
  }
  return incidence;
}

/** toIncidence, worked out once for a corpus. */
export const incidenceOf = perCorpus(toIncidence);

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
  within?: ReadonlySet<string>,
): Set<string> {
  const incidence = incidenceOf(corpus);
  const counts = (id: string) => within === undefined || within.has(id);
  const isAlong = (edge: GraphEdge) => along === undefined || along.includes(edge.type);
  const ids = new Set(centres.filter((id) => corpus.nodes.has(id)));
  /** Adds what lies one step from a node; what was new of it. */
  const step = (at: string, takes: (edge: GraphEdge) => boolean): string[] =>
    (incidence.get(at) ?? []).flatMap((edge) => {
      const other = edge.source === at ? edge.target : edge.source;
      if (ids.has(other) || !counts(edge.id) || !counts(other) || !takes(edge)) return [];
      ids.add(other);
      return [other];
    });
  let ring = [...ids];
  for (let steps = 0; steps < depth && ring.length > 0; steps++)
    ring = ring.flatMap((at) =>
      step(
        at,
        (edge) =>
          isAlong(edge) &&
          (direction === undefined || (direction === 'out' ? edge.source : edge.target) === at),
      ),
    );
  for (const id of expanded) if (ids.has(id)) step(id, () => true);
  const found = [...ids];
  for (const at of found)
    for (const edge of incidence.get(at) ?? [])
      if (
        edge.source === at &&
        ids.has(edge.target) &&
        counts(edge.id) &&
        (isAlong(edge) || expanded.includes(edge.source) || expanded.includes(edge.target))
      )
        ids.add(edge.id);
  return ids;
}
