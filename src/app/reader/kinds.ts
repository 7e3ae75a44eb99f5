// What can be marked in an article that is read, how each kind is called, and which of them is followed.
import type { GraphEdge, GraphNode } from '../../core/model';
import { isArgumentType, type NodeType } from '../../core/vocabulary';
import type { Mark } from '../../core/passage';
import type { MarkKind } from '../view';

export const MARK_NAMES = {
  claims: 'Claims',
  recommendations: 'Recommendations',
  actors: 'People and bodies',
  reports: 'Reports',
  arguments: 'Disputes, answers',
  rest: 'All else',
} as const satisfies Record<MarkKind, string>;

/** What is marked unless something else is asked for. */
export const USUAL: readonly MarkKind[] = ['claims', 'recommendations'];

const NODE_KINDS = {
  claim: 'claims',
  recommendation: 'recommendations',
  person: 'actors',
  organisation: 'actors',
  report: 'reports',
  topic: 'rest',
  article: 'rest',
} as const satisfies Record<NodeType, MarkKind>;

const isNode = (item: GraphNode | GraphEdge): item is GraphNode => !('source' in item);

/** The kind of mark that a node or edge makes. */
export const toKind = (item: GraphNode | GraphEdge): MarkKind =>
  isNode(item) ? NODE_KINDS[item.type] : isArgumentType(item.type) ? 'arguments' : 'rest';

/** Of marks that share words, which is followed: what is asked for beside the usual comes before it. */
const RANK = {
  actors: 0,
  reports: 1,
  arguments: 2,
  recommendations: 3,
  claims: 4,
  rest: 5,
} as const satisfies Record<MarkKind, number>;

/** The marks of some kinds, those that are followed first in front. */
export const toMarksOf = (marks: readonly Mark[], kinds: readonly MarkKind[]): Mark[] =>
  marks
    .filter(({ item }) => kinds.includes(toKind(item)))
    .toSorted((a, b) => RANK[toKind(a.item)] - RANK[toKind(b.item)]);
