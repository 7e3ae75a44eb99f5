// What is drawn of a corpus: every node with its size, every edge.
import { adjacencyOf, type Marks } from './adjacency';
import type { Corpus } from './model';
import type { EdgeType, NodeType } from './vocabulary';

/** Plain data that can be handed to a worker. Sizes are radii, in pixels on the unzoomed map. */
export type Drawing = {
  nodes: { id: string; type: NodeType; label: string; size: number }[];
  edges: {
    id: string;
    type: EdgeType;
    source: string;
    target: string;
    inferred: boolean;
    /** How many statements it stands for, where it is drawn for many. */
    bundles?: number;
  }[];
};

/** What a layout goes by. */
export type Plan = {
  nodes: Pick<Drawing['nodes'][number], 'id' | 'type' | 'size'>[];
  edges: Pick<Drawing['edges'][number], 'type' | 'source' | 'target'>[];
};

/** A drawing without its words and names of lines, handed to a worker in a third of the time. */
export const toPlan = ({ nodes, edges }: Drawing): Plan => ({
  nodes: nodes.map(({ id, type, size }) => ({ id, type, size })),
  edges: edges.map(({ type, source, target }) => ({ type, source, target })),
});

/** A corpus of more nodes than this is not drawn whole. */
const MOST_WHOLE = 12_000;

export const isLarge = (corpus: Corpus): boolean => corpus.nodes.size > MOST_WHOLE;

/** A bundle's id: all that a body says on a topic. */
export const toBundleId = (body: string, topic: string) => `bundle:${body} ${topic}`;
/** The body and the topic of a bundle; undefined for any other id. */
export function readBundle(id: string): { body: string; topic: string } | undefined {
  const [body, topic] = id.startsWith('bundle:') ? id.slice('bundle:'.length).split(' ') : [];
  return body !== undefined && topic !== undefined ? { body, topic } : undefined;
}

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

/** The radius of a node that has so great a share, from 0 to 1, of what the greatest has: its area grows with it. */
export function toRadius(type: NodeType, share: number): number {
  const [least, most] = RADII[type];
  return least + (most - least) * Math.sqrt(share);
}

/**
 * What is drawn of a corpus, or of some nodes and edges of it. A node's radius grows with the root of the number of edges it
 * has in the corpus.
 */
export function toDrawing(corpus: Corpus, some?: Marks): Drawing {
  const { nodes, edges, from } = adjacencyOf.atOnce(corpus);
  const drawing: Drawing = { nodes: [], edges: [] };
  for (const place of some?.toNodePlaces() ?? nodes.keys()) {
    const { id, type, label } = nodes[place]!;
    const [least, most] = RADII[type];
    const size = Math.min(most, least + Math.sqrt(from[place + 1]! - from[place]!));
    drawing.nodes.push({ id, type, label, size });
  }
  for (const place of some?.toEdgePlaces() ?? edges.keys()) {
    const { id, type, source, target, basis } = edges[place]!;
    drawing.edges.push({ id, type, source, target, inferred: basis === 'inferred' });
  }
  return drawing;
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
