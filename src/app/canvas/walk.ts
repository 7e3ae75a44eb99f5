// Walking over the map by keyboard: from a node to one of those an edge joins it to.
import { adjacencyOf, toMarks } from '../../core/adjacency';
import { isSaid, type GraphEdge, type GraphNode, type Ids } from '../../core/model';
import { isArgumentType } from '../../core/vocabulary';
import type { Opened } from '../store';
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import { count } from '../numbers';
import { capitalise, printName, printVoice } from '../words';
import type { Point } from './lasso';

/** What one edge leads to from a node. */
export type Neighbour = { edge: GraphEdge; node: GraphNode };

/** What the shown edges of a node lead to, each node once: what it argues with first. */
export function toNeighbours({ corpus, incidence }: Opened, visible: Ids, id: string): Neighbour[] {
  const neighbours = new Map<string, Neighbour>();
  const shown = (incidence.get(id) ?? []).filter((edge) => visible.has(edge.id));
  for (const edge of shown.toSorted(
    (a, b) => Number(isArgumentType(b.type)) - Number(isArgumentType(a.type)),
  )) {
    const other = edge.source === id ? edge.target : edge.source;
    if (other !== id && !neighbours.has(other))
      neighbours.set(other, { edge, node: corpus.nodes.get(other)! });
  }
  return [...neighbours.values()];
}

/** The shown node that most shown edges meet at; undefined where nothing is shown. */
export function toHub({ corpus }: Opened, visible: Ids): string | undefined {
  const adjacency = adjacencyOf.atOnce(corpus);
  const { nodes, edges, sources, targets } = adjacency;
  const isVisible = toMarks(adjacency, visible);
  const degrees = new Int32Array(nodes.length);
  for (let edge = 0; edge < edges.length; edge++) {
    if (isVisible[nodes.length + edge] === 0) continue;
    degrees[sources[edge]!]! += 1;
    degrees[targets[edge]!]! += 1;
  }
  let hub: number | undefined;
  for (let node = 0; node < nodes.length; node++)
    if (isVisible[node] === 1 && (hub === undefined || degrees[node]! > degrees[hub]!)) hub = node;
  return hub === undefined ? undefined : nodes[hub]!.id;
}

/** Which of some places lies most in a direction (x to the right, y upwards, as the place it is seen from); none that lies aside, or nowhere. */
export function toward<T>(
  from: Point,
  direction: Point,
  others: readonly T[],
  place: (other: T) => Point | undefined,
): T | undefined {
  let [best, straightest] = [undefined as T | undefined, Math.cos(Math.PI / 3)];
  for (const other of others) {
    const there = place(other);
    if (!there) continue;
    const [across, up] = [there.x - from.x, there.y - from.y];
    const straight = (across * direction.x + up * direction.y) / Math.hypot(across, up);
    if (straight > straightest) [best, straightest] = [other, straight];
  }
  return best;
}

/** A node in a few words: 'claim “Grades do little”, Eileen Munro (2010)'. */
export function printStop(opened: Opened, node: GraphNode): string {
  const voice = isSaid(node) ? `, ${printVoice(opened, node)}` : '';
  return `${NODE_LOOK[node.type].one.toLowerCase()} ${printName(node.label)}${voice}`;
}

/** A step in a sentence: 'Disputed by: claim “…”, Ofsted (2019). 3 of 12 neighbours of …'. */
export function printStep(
  opened: Opened,
  from: string,
  neighbours: readonly Neighbour[],
  at: string,
): string {
  const index = neighbours.findIndex(({ node }) => node.id === at);
  const { edge, node } = neighbours[index]!;
  const relation = EDGE_LOOK[edge.type][edge.source === from ? 'out' : 'back'];
  return `${capitalise(relation)}: ${printStop(opened, node)}. ${index + 1} of ${count(neighbours.length, 'neighbour')} of ${printName(opened.corpus.nodes.get(from)!.label)}.`;
}
