// The corpus as a graph: its parts, what meets at a node, and what lies around it.
import type { Corpus, GraphEdge } from './model';

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

/**
 * The ids of the nodes at most `depth` steps from a node, whichever way the edges lead, itself included, and of every
 * edge between two of them (the induced subgraph). Empty where there is no such node.
 */
export function neighbourhood(corpus: Corpus, id: string, depth: number): Set<string> {
  const ids = new Set<string>();
  if (!corpus.nodes.has(id)) return ids;
  const incidence = toIncidence(corpus);
  let ring = [id];
  ids.add(id);
  for (let step = 0; step < depth && ring.length > 0; step++) {
    const next: string[] = [];
    for (const at of ring)
      for (const { source, target } of incidence.get(at) ?? []) {
        const other = source === at ? target : source;
        if (!ids.has(other)) {
          ids.add(other);
          next.push(other);
        }
      }
    ring = next;
  }
  for (const edge of corpus.edges.values())
    if (ids.has(edge.source) && ids.has(edge.target)) ids.add(edge.id);
  return ids;
}
