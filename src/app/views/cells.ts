// What of the matrix a view shows, and how a cell of it and the head of a column are told at a glance.
import { matchStatements } from '../../core/filter';
import {
  limitMatrix,
  toClaimMatrix,
  toLean,
  toTopicMatrix,
  type Column,
  type Entry,
  type Matrix,
} from '../../core/matrix';
import type { Corpus, Ids } from '../../core/model';
import { sortInSteps } from '../../core/seriation';
import type { Steps } from '../../core/steps';
import { MANNER_KINDS, STANCE_KINDS } from '../ui/Kind';
import type { View } from '../view';
import { toShortName } from '../words';

/** How many rows and bodies are shown at first, and how many more each time one asks. */
const MOST = { rows: 120, bodies: 40 };

/** All of the matrix that a view asks for, of what is visible. */
export function* toAllCells(
  corpus: Corpus,
  { matrix, query, unfolded }: Pick<View, 'matrix' | 'query' | 'unfolded'>,
  visible: Ids,
): Steps<Matrix> {
  const statements = yield* matchStatements(corpus, query, visible);
  return yield* matrix === 'topics'
    ? toTopicMatrix(corpus, statements, unfolded)
    : toClaimMatrix(corpus, statements, visible, unfolded);
}

/** The part of a matrix with most in it, so many `times` as much as at first, in the order of a view. */
export function* toShownCells(corpus: Corpus, all: Matrix, order: View['order'], times = 1): Steps<Matrix> {
  const most = limitMatrix(all, MOST.rows * times, MOST.bodies * times);
  yield undefined;
  return yield* sortInSteps(corpus, most, order);
}

/** How many bodies have a column of their own. */
export const countBodies = ({ columns }: Matrix): number =>
  columns.filter(({ speaker }) => speaker === undefined).length;

/** What is told of a row and a column: stances on questions, or how one stands to claims. */
export const toKinds = (matrix: View['matrix']) => (matrix === 'topics' ? STANCE_KINDS : MANNER_KINDS);

/**
 * The kind that most of a cell is, and how many entries are of it; of stances the side it leans to. What leans to neither side is
 * mixed: '1:1' where there is as much on either, else how much is both.
 */
export function toLead(entries: readonly Entry[]): { kind: Entry['kind']; number: string } {
  const numbers = new Map<Entry['kind'], number>();
  for (const { kind } of entries) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  const of = (kind: Entry['kind']) => numbers.get(kind) ?? 0;
  const hasSide = numbers.size > 1 && STANCE_KINDS.some((kind) => numbers.has(kind));
  if (hasSide) {
    const lean = toLean(entries);
    if (lean === 0)
      return {
        kind: 'mixed',
        number: of('for') > 0 ? `${of('for')}:${of('against')}` : String(of('mixed')),
      };
    const kind = lean === 1 ? 'for' : 'against';
    return { kind, number: String(of(kind)) };
  }
  const [kind] = [...MANNER_KINDS, ...STANCE_KINDS]
    .filter((one) => numbers.has(one))
    .toSorted((one, other) => of(other) - of(one));
  return { kind: kind!, number: String(of(kind!)) };
}

/** Beside what stands in a cell there is room for a sign, but for a tie of many. */
export const hasRoom = (number: string): boolean => number.length <= 3;

/** The name at the head of a column, short: 'ADCS', and among those who speak for it 'ADCS itself'. */
export function toHeading(corpus: Corpus, { body, speaker }: Column): string {
  const name = toShortName(corpus.nodes.get(speaker ?? body)!);
  if (speaker !== undefined && speaker === body) return `${name} itself`;
  return /^(.*) \(.*\)$/.exec(name)?.[1] ?? name;
}
