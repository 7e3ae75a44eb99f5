// What is drawn of a corpus: every node with its size, every edge.
import type { Corpus } from './model';
import type { EdgeType, NodeType } from './schema';

/** Plain data that can be handed to a worker. Sizes are radii, in pixels on the unzoomed map. */
export type Drawing = {
  nodes: { id: string; type: NodeType; label: string; size: number }[];
  edges: { id: string; type: EdgeType; source: string; target: string; inferred: boolean }[];
};

/** Smallest and largest radius of each type of node, in pixels on the unzoomed map. */
const RADII = {
  topic: [7, 15],
  organisation: [5, 17],
  person: [8, 15],
  report: [7, 12],
  article: [8, 9],
  recommendation: [4.5, 6],
  claim: [3.5, 5.5],
} as const satisfies Record<NodeType, readonly [number, number]>;

/** What is drawn of a corpus. A node's radius grows with the root of the number of its edges. */
export function toDrawing(corpus: Corpus): Drawing {
  const degrees = new Map<string, number>();
  for (const { source, target } of corpus.edges.values())
    for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return {
    nodes: [...corpus.nodes.values()].map(({ id, type, label }) => {
      const [least, most] = RADII[type];
      return { id, type, label, size: Math.min(most, least + Math.sqrt(degrees.get(id) ?? 0)) };
    }),
    edges: [...corpus.edges.values()].map(({ id, type, source, target, basis }) => ({
      id,
      type,
      source,
      target,
      inferred: basis === 'inferred',
    })),
  };
}

/** Whether two drawings show the same nodes and edges in the same order, under the same names. */
export function isSame(one: Drawing, other: Drawing): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.edges.length === other.edges.length &&
    one.nodes.every(({ id, label }, place) => {
      const twin = other.nodes[place]!;
      return id === twin.id && label === twin.label;
    }) &&
    one.edges.every(({ id, source, target, inferred }, place) => {
      const twin = other.edges[place]!;
      return id === twin.id && source === twin.source && target === twin.target && inferred === twin.inferred;
    })
  );
}
