// Who stands with whom: pairs of actors with the questions that part or join them, and places where those who agree are near.
import type { Statement } from './discourse';
import { toAccord, type Accord, type Matrix } from './matrix';
import type { Corpus } from './model';
import { toSidingActors, type Actor, type Coverage } from './network';
import { seriate } from './seriation';
import type { Steps } from './steps';
import type { ActorKind } from './vocabulary';

/** Two actors, and the ids of the questions on which they take the same side and opposite sides, of which there are some. */
export type Pair = {
  readonly first: Actor;
  readonly second: Actor;
  readonly same: readonly string[];
  readonly opposite: readonly string[];
  readonly accord: Accord;
};

export type Coalitions = {
  /** Those with most said for them first, at most as many as asked for, of `total` that take a side on anything. */
  readonly actors: readonly Actor[];
  readonly total: number;
  readonly coverage: Coverage;
  /** Those with most questions in common first. */
  readonly pairs: readonly Pair[];
  /**
   * x and y of each actor, `[x0, y0, x1, y1, …]`, in lengths of which 1 parts two who neither agree nor disagree, 0 those who
   * agree on everything, 2 those who disagree on everything, as far as a plane can show it. They spread farthest across.
   */
  readonly positions: Float64Array;
  readonly matrix: Matrix;
};

/** How often everything is moved, and how much a pair counts that has no question in common. */
const ROUNDS = 200;
const FAINT = 0.3;

function toPair(first: Actor, second: Actor): Pair {
  const [same, opposite]: [string[], string[]] = [[], []];
  for (const [topic, side] of first.sides) {
    const other = second.sides.get(topic);
    if (other !== undefined) (other === side ? same : opposite).push(topic);
  }
  return { first, second, same, opposite, accord: toAccord(first.sides, second.sides) };
}

/**
 * Places of which each two are as far apart as 1 less their accord, as nearly as can be, those with more questions in common
 * more nearly: stress majorization (E. R. Gansner, Y. Koren and S. North, 'Graph Drawing by Stress Majorization', GD 2004,
 * doi:10.1007/978-3-540-31843-9_25), one node after the other, from a circle on which those who agree are neighbours.
 */
function* place(actors: readonly Actor[], pairOf: (one: number, other: number) => Pair): Steps<Float64Array> {
  const size = actors.length;
  const positions = new Float64Array(2 * size);
  for (const [rank, at] of seriate(actors.map(({ sides }) => sides)).entries()) {
    const angle = (2 * Math.PI * rank) / size;
    positions.set([Math.cos(angle), Math.sin(angle)], 2 * at);
  }
  const distances = new Float64Array(size * size);
  const weights = new Float64Array(size * size);
  for (let one = 0; one < size; one++)
    for (let other = 0; other < size; other++) {
      if (one === other) continue;
      const { same, opposite, accord } = pairOf(one, other);
      distances[one * size + other] = 1 - accord.score;
      weights[one * size + other] = Math.max(FAINT, Math.sqrt(same.length + opposite.length));
    }
  for (let round = 0; round < ROUNDS; round++) {
    yield undefined;
    for (let one = 0; one < size; one++) {
      const [x, y] = [positions[2 * one]!, positions[2 * one + 1]!];
      let [sumX, sumY, sum] = [0, 0, 0];
      for (let other = 0; other < size; other++) {
        if (one === other) continue;
        const [dx, dy] = [x - positions[2 * other]!, y - positions[2 * other + 1]!];
        const stretch = distances[one * size + other]! / (Math.hypot(dx, dy) || 1);
        const weight = weights[one * size + other]!;
        sumX += weight * (positions[2 * other]! + stretch * dx);
        sumY += weight * (positions[2 * other + 1]! + stretch * dy);
        sum += weight;
      }
      if (sum > 0) positions.set([sumX / sum, sumY / sum], 2 * one);
    }
  }
  return turn(positions);
}

/** Places around 0, turned so that they spread farthest across (the first principal axis), the first of them on the left. */
function turn(positions: Float64Array): Float64Array {
  const size = positions.length / 2;
  let [middleX, middleY] = [0, 0];
  for (let at = 0; at < size; at++) {
    middleX += positions[2 * at]! / size;
    middleY += positions[2 * at + 1]! / size;
  }
  let [xx, yy, xy] = [0, 0, 0];
  for (let at = 0; at < size; at++) {
    const [x, y] = [positions[2 * at]! - middleX, positions[2 * at + 1]! - middleY];
    xx += x * x;
    yy += y * y;
    xy += x * y;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const turned = new Float64Array(2 * size);
  for (let at = 0; at < size; at++) {
    const [x, y] = [positions[2 * at]! - middleX, positions[2 * at + 1]! - middleY];
    turned.set([x * cosine + y * sine, y * cosine - x * sine], 2 * at);
  }
  if (turned[0]! > 0) for (let at = 0; at < size; at++) turned[2 * at]! *= -1;
  return turned;
}

/**
 * The places, turned and mirrored as a whole so that who stands in `known` too stands as near as can be to where it does there:
 * the orthogonal Procrustes problem (P. H. Schönemann 1966, doi:10.1007/BF02289451) in a plane.
 */
function align(
  positions: Float64Array,
  actors: readonly Actor[],
  known: Pick<Coalitions, 'actors' | 'positions'>,
): Float64Array {
  const placeOf = new Map(known.actors.map(({ node }, at) => [node.id, at]));
  const shared = actors.flatMap(({ node }, at) => {
    const there = placeOf.get(node.id);
    return there === undefined ? [] : [[at, there] as const];
  });
  const toMiddle = (of: Float64Array, side: 0 | 1) =>
    ([0, 1] as const).map(
      (axis) => shared.reduce((sum, pair) => sum + of[2 * pair[side] + axis]!, 0) / shared.length,
    );
  const [[ownX, ownY], [knownX, knownY]] = [toMiddle(positions, 0), toMiddle(known.positions, 1)];
  const fit = (mirror: 1 | -1) => {
    let [cosine, sine] = [0, 0];
    for (const [at, there] of shared) {
      const [x, y] = [positions[2 * at]! - ownX!, mirror * (positions[2 * at + 1]! - ownY!)];
      const [toX, toY] = [known.positions[2 * there]! - knownX!, known.positions[2 * there + 1]! - knownY!];
      cosine += x * toX + y * toY;
      sine += x * toY - y * toX;
    }
    return { mirror, length: Math.hypot(cosine, sine), angle: Math.atan2(sine, cosine) };
  };
  const [plain, mirrored] = [fit(1), fit(-1)];
  const { mirror, angle } = mirrored.length > plain.length ? mirrored : plain;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return positions.map((_, index) => {
    const [x, y] = [positions[index - (index % 2)]!, mirror * positions[index - (index % 2) + 1]!];
    return index % 2 === 0 ? x * cosine - y * sine : x * sine + y * cosine;
  });
}

/**
 * Who takes the same side as whom, and who the opposite, of the bodies with most said for them, or of the people who say most,
 * `most` at most. An actor's side on a question is the one that more of what is said for or by it is on. With others that are
 * `known` the picture is the same way round as theirs.
 */
export function* toCoalitions(
  corpus: Corpus,
  statements: readonly Statement[],
  most: number,
  known?: Pick<Coalitions, 'actors' | 'positions'>,
  kind: ActorKind = 'bodies',
): Steps<Coalitions> {
  const { actors: all, matrix, coverage } = yield* toSidingActors(corpus, statements, kind);
  const actors = [...all.values()]
    .toSorted((a, b) => b.statements - a.statements || (a.node.id < b.node.id ? -1 : 1))
    .slice(0, most);
  yield undefined;
  const rows: Pair[][] = [];
  for (const [index, actor] of actors.entries()) {
    rows.push(actors.slice(0, index).map((other) => toPair(other, actor)));
    yield undefined;
  }
  const placed = yield* place(actors, (one, other) => rows[Math.max(one, other)]![Math.min(one, other)]!);
  const positions = known ? align(placed, actors, known) : placed;
  const inCommon = ({ same, opposite }: Pair) => same.length + opposite.length;
  const pairs = rows
    .flat()
    .filter((pair) => inCommon(pair) > 0)
    .toSorted((a, b) => inCommon(b) - inCommon(a) || b.same.length - a.same.length);
  return { actors, total: all.size, coverage, pairs, positions, matrix };
}

/** The pairs as a table of texts, a row for each: who, on how many questions on the same side and on opposite sides, and on which. */
export function toPairTable(corpus: Corpus, pairs: readonly Pair[]): { header: string[]; rows: string[][] } {
  const names = (ids: readonly string[]) => ids.map((id) => corpus.nodes.get(id)!.label).join(' | ');
  return {
    header: [
      'first_id',
      'first',
      'second_id',
      'second',
      'congruence',
      'conflict',
      'agreement',
      'same_side',
      'opposite_sides',
    ],
    rows: pairs.map(({ first, second, same, opposite, accord }) => [
      first.node.id,
      first.node.label,
      second.node.id,
      second.node.label,
      String(same.length),
      String(opposite.length),
      accord.score.toFixed(3),
      names(same),
      names(opposite),
    ]),
  };
}
