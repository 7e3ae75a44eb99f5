// The order in which those who agree stand together: of the rows and columns of a matrix, or of any who take sides.
import { agnes, type Cluster } from 'ml-hclust';
import {
  toAccord,
  toEntries,
  toKey,
  toSides,
  toTotals,
  type Column,
  type Matrix,
  type Sides,
} from './matrix';
import type { Corpus } from './model';
import { compareNames } from './order';
import { atOnce, type Steps } from './steps';

/**
 * The places of some vectors in an order in which those that agree stand together: agglomerative clustering by average
 * linkage of 1 - accord, each pair of clusters joined at the ends that are nearest (G. Gruvaeus and H. Wainer, 'Two
 * additions to hierarchical cluster analysis', British Journal of Mathematical and Statistical Psychology 25, 1972). Takes
 * time that grows with the third power of how many there are.
 */
export const seriate = (vectors: readonly Sides[]): number[] => atOnce(seriateInSteps(vectors));

function* seriateInSteps(vectors: readonly Sides[]): Steps<number[]> {
  if (vectors.length < 3) return vectors.map((_, place) => place);
  const distances: number[][] = [];
  for (const [i, a] of vectors.entries()) {
    distances.push(vectors.map((b, j) => (i === j ? 0 : 1 - toAccord(a, b).score)));
    yield undefined;
  }
  const between = (a: number | undefined, b: number | undefined) => distances[a!]![b!]!;
  const arrange = ({ isLeaf, index, children }: Cluster): number[] => {
    if (isLeaf) return [index];
    const [left, right] = children.map(arrange) as [number[], number[]];
    const turns = [
      { gap: between(left.at(-1), right[0]), left, right },
      { gap: between(left.at(-1), right.at(-1)), left, right: right.toReversed() },
      { gap: between(left[0], right[0]), left: left.toReversed(), right },
      { gap: between(left[0], right.at(-1)), left: left.toReversed(), right: right.toReversed() },
    ];
    const nearest = turns.reduce((best, turn) => (turn.gap < best.gap ? turn : best));
    return [...nearest.left, ...nearest.right];
  };
  return arrange(agnes(distances, { method: 'average', isDistanceMatrix: true }));
}

/** How rows and columns are sorted: those who agree together, by name, or those with most in them first. */
export type Order = 'agreement' | 'name' | 'number';

/** A matrix with its rows and columns in another order; who speaks for a body stays right after it. */
export function* sortInSteps(corpus: Corpus, matrix: Matrix, order: Order): Steps<Matrix> {
  const { byRow, byColumn } = toTotals(matrix);
  const name = (id: string) => corpus.nodes.get(id)!.label;
  const byName = (a: string, b: string) => compareNames(name(a), name(b)) || (a < b ? -1 : 1);
  const byNumber = (totals: ReadonlyMap<string, number>) => (a: string, b: string) =>
    (totals.get(b) ?? 0) - (totals.get(a) ?? 0) || (a < b ? -1 : 1);
  const bodies = matrix.columns.flatMap(({ body, speaker }) => (speaker === undefined ? [body] : []));
  const rows = matrix.rows.map(({ id }) => id);
  const arrange = function* (
    ids: readonly string[],
    totals: ReadonlyMap<string, number>,
    toSidesOf: (id: string) => Sides,
  ): Steps<string[]> {
    if (order === 'name') return ids.toSorted(byName);
    const most = ids.toSorted(byNumber(totals));
    if (order === 'number') return most;
    // Who takes no side agrees with nobody, and comes last.
    const sides = new Map<string, Sides>();
    for (const id of most) {
      const own = toSidesOf(id);
      if (own.size > 0) sides.set(id, own);
      yield undefined;
    }
    const siding = [...sides.keys()];
    const seriated = (yield* seriateInSteps([...sides.values()])).map((place) => siding[place]!);
    // Either way round it is the same order: it is read from the half with most in it.
    const weigh = (half: readonly string[]) => half.reduce((sum, id) => sum + (totals.get(id) ?? 0), 0);
    const middle = Math.floor(seriated.length / 2);
    const isHeavyFirst = weigh(seriated.slice(0, middle)) >= weigh(seriated.toReversed().slice(0, middle));
    const rest = most.filter((id) => !sides.has(id));
    return [...(isHeavyFirst ? seriated : seriated.toReversed()), ...rest];
  };
  yield undefined;
  const sortedBodies = yield* arrange(bodies, byColumn, (body) =>
    toSides(rows.map((row) => [row, toEntries(matrix, row, { body })])),
  );
  const sortedRows = yield* arrange(rows, byRow, (row) =>
    toSides(bodies.map((body) => [body, toEntries(matrix, row, { body })])),
  );
  const bySpeaker = (a: Column, b: Column) =>
    order === 'name' ? byName(a.speaker!, b.speaker!) : byNumber(byColumn)(toKey(a), toKey(b));
  return {
    ...matrix,
    rows: sortedRows.map((id) => corpus.nodes.get(id)!),
    columns: sortedBodies.flatMap((body) => [
      { body },
      ...matrix.columns
        .filter((column) => column.body === body && column.speaker !== undefined)
        .toSorted(bySpeaker),
    ]),
  };
}

/** sortInSteps without a pause. */
export const sortMatrix = (corpus: Corpus, matrix: Matrix, order: Order): Matrix =>
  atOnce(sortInSteps(corpus, matrix, order));
