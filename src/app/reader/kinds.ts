// What can be marked in an article that is read, how each is called and underlined.
import type { GraphEdge, GraphNode } from '../../core/model';
import { isArgumentType, type NodeType } from '../../core/vocabulary';
import type { Mark } from '../../core/passage';
import type { MarkKind } from '../view';

/** `line` is a style of underline, so that no kind is told by its colour alone. */
export const MARK_LOOK = {
  claims: { name: 'Claims', colour: '--claim', line: 'solid' },
  recommendations: { name: 'Recommendations', colour: '--recommendation', line: 'double' },
  actors: { name: 'People and bodies', colour: '--person', line: 'dotted' },
  reports: { name: 'Reports', colour: '--report', line: 'dashed' },
  arguments: { name: 'Disputes, answers', colour: '--disputes', line: 'wavy' },
  rest: { name: 'All else', colour: '--ink-soft', line: 'solid' },
} as const satisfies Record<MarkKind, { name: string; colour: string; line: string }>;

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
