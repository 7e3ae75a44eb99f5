// What a coder writes down of words, new or anew, as the one edit that enters it: nodes, and the lines between them.
import { toNewId } from './act';
import type { Edit, Item } from './edit';
import { toStored } from './graphfile';
import { incidenceOf } from './graph';
import type { Corpus, GraphNode } from './model';
import { toMoved } from './rules';
import type { StoredEdge, StoredNode } from './schema';
import { EDGE_ENDS, EDGE_TYPES, type EdgeType, type NodeType } from './vocabulary';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A node or line that has no id yet. */
export type NewNode = Without<StoredNode, 'id'>;
export type NewEdge = Without<StoredEdge, 'id' | 'source' | 'target'> & { source: End; target: End };
/** Where a line begins or ends: at a node of the corpus by its id, or at one that is entered with it, the same object. */
export type End = string | NewNode | StoredNode;

/** The types of line that may lead from a node of one type to one of another; all where an end is still open. */
export const toEdgeTypes = (source: NodeType | undefined, target: NodeType | undefined): EdgeType[] =>
  EDGE_TYPES.filter((type) => {
    const [from, to] = EDGE_ENDS[type] as readonly [readonly NodeType[], readonly NodeType[]];
    return (!source || from.includes(source)) && (!target || to.includes(target));
  });

const toSlug = (id: string) => id.slice(id.indexOf(':') + 1);

/**
 * Enters nodes and lines. A node with an id takes the place of what has it; the others, and all lines, get ids of their own.
 * What an end names that is not among `nodes` is entered too.
 */
export function toEntry(
  corpus: Corpus,
  nodes: readonly (NewNode | StoredNode)[],
  edges: readonly NewEdge[] = [],
): { edit: Edit; ids: string[] } {
  const put: Item[] = [];
  const taken = new Set<string>();
  const known = new Map<NewNode | StoredNode, string>();
  const enter = (item: Item) => {
    taken.add(item.id);
    put.push(item);
    return item.id;
  };
  const enterNode = (node: NewNode | StoredNode): string => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const id = 'id' in node ? node.id : toNewId(corpus, node.type, node.label, taken);
    known.set(node, enter({ ...node, id }));
    return id;
  };
  const toId = (end: End) => (typeof end === 'string' ? end : enterNode(end));
  const ids = nodes.map(enterNode);
  for (const edge of edges) {
    const [source, target] = [toId(edge.source), toId(edge.target)];
    const id = toNewId(corpus, edge.type, `${toSlug(source)} to ${toSlug(target)}`, taken);
    ids.push(enter({ ...edge, id, source, target }));
  }
  return { edit: { put }, ids };
}

/**
 * Enters a line anew. What a line's id says of its type must hold, so that one of another type gets another id.
 */
export function toMended(corpus: Corpus, edge: StoredEdge): { edit: Edit; id: string } {
  if (corpus.edges.get(edge.id)?.type === edge.type) return { edit: { put: [edge] }, id: edge.id };
  const id = toNewId(corpus, edge.type, `${toSlug(edge.source)} to ${toSlug(edge.target)}`);
  return { edit: { put: [{ ...edge, id }], remove: [edge.id] }, id };
}

/** A node as one of another type, under another id, with all its lines; which of them may not lead there `apply` tells. */
export function toRetyped(corpus: Corpus, before: GraphNode, node: NewNode): { edit: Edit; id: string } {
  const id = toNewId(corpus, node.type, node.label);
  const moved = (incidenceOf(corpus).get(before.id) ?? []).map((edge) =>
    toMoved(toStored(edge), new Map([[before.id, id]])),
  );
  return { edit: { put: [{ ...node, id }, ...moved], remove: [before.id] }, id };
}
