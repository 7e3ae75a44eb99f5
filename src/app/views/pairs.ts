// What of who agrees with whom is drawn, and where.
import { toStatements, toStatementsInSteps } from '../../core/discourse';
import { matchStatements } from '../../core/filter';
import { perCorpusInSteps } from '../../core/memo';
import type { Corpus, Ids } from '../../core/model';
import type { Actor } from '../../core/network';
import { TIE_TYPES, type ActorKind, type TieType } from '../../core/vocabulary';
import { toCoalitions, type Coalitions, type Pair } from '../../core/coalitions';
import { separate } from '../../core/overlap';
import type { Steps } from '../../core/steps';
import { count } from '../numbers';
import type { View } from '../view';
import { listNames, toShortName } from '../words';
import { toHeading } from './cells';

/** How the lines of a type are called and drawn. */
export const TIE_LOOK = {
  congruence: { name: 'on the same side', colour: '--for', dots: undefined },
  conflict: { name: 'on opposite sides', colour: '--against', dots: '0.1 7' },
} as const satisfies Record<TieType, { name: string; colour: string; dots: string | undefined }>;

/** How many actors are drawn at first, and how many more each time one asks. */
const MOST = 24;

const toWhole = (kind: ActorKind) =>
  perCorpusInSteps(function* (corpus) {
    return yield* toCoalitions(corpus, yield* toStatementsInSteps(corpus), MOST, undefined, kind);
  });
const wholeOf = { bodies: toWhole('bodies'), people: toWhole('people') } satisfies Record<ActorKind, unknown>;

/**
 * Which bodies, or which people, agree with whom in what is visible: so many `times` as many actors as at first. Whatever is left
 * out, the picture is the same way round as that of the whole.
 */
export function* toVisibleCoalitions(
  corpus: Corpus,
  query: View['query'],
  visible: Ids,
  { times, actors }: Pick<View['coalitions'], 'times' | 'actors'>,
): Steps<Coalitions> {
  const statements = yield* matchStatements(corpus, query, visible);
  const whole = yield* wholeOf[actors].inSteps(corpus);
  const all = toStatements(corpus);
  const isWhole = statements.length === all.length && statements.every((one, at) => one === all[at]);
  if (isWhole && times === 1) return whole;
  return yield* toCoalitions(corpus, statements, MOST * times, whole, actors);
}

/** The questions that join a pair by lines of a type. */
export const toJoining = ({ same, opposite }: Pair, type: TieType): readonly string[] =>
  type === 'congruence' ? same : opposite;

/** A pair with the lines between the two that are asked for, each with on how many questions it is so. */
export type Joined = {
  readonly pair: Pair;
  readonly ties: readonly { readonly type: TieType; readonly number: number }[];
};

/** No more lines can be told apart, where nobody says from how many questions on they are drawn. */
const MOST_TIES = 90;

/** The lines between two: of one type, of both, or the one that prevails by as much as it does. */
function toTies(pair: Pair, asked: View['coalitions']['ties']): Joined['ties'] {
  const ties = TIE_TYPES.map((type) => ({ type, number: toJoining(pair, type).length }));
  if (asked !== 'subtract') return ties.filter(({ type, number }) => number > 0 && (asked ?? type) === type);
  const [same, opposite] = ties.map(({ number }) => number) as [number, number];
  if (same === opposite) return [];
  return [{ type: same > opposite ? 'congruence' : 'conflict', number: Math.abs(same - opposite) }];
}

const countTies = ({ ties }: Joined) => ties.reduce((sum, { number }) => sum + number, 0);

/**
 * The pairs that have any of the lines that are asked for, of `least` so many questions or more, those with most first; and the
 * `most` questions that any line is for. A pair that is open has all its lines.
 */
export function toJoined(
  pairs: readonly Pair[],
  { ties: asked, least: wanted, pair }: Pick<View['coalitions'], 'ties' | 'least' | 'pair'>,
): { joined: readonly Joined[]; least: number; most: number } {
  const all = pairs.map((one) => ({ pair: one, ties: toTies(one, asked) }));
  const numbers = all.flatMap(({ ties }) => ties.map(({ number }) => number)).toSorted((a, b) => b - a);
  const most = numbers[0] ?? 1;
  const least = wanted ?? Math.min(most, (numbers[MOST_TIES] ?? 0) + 1);
  const joined = all
    .map(({ pair: one, ties }): Joined => {
      const shown = ties.filter(({ number }) => number >= least);
      return { pair: one, ties: shown.length === 0 && isBetween(one, pair) ? toTies(one, undefined) : shown };
    })
    .filter(({ ties }) => ties.length > 0)
    .toSorted((a, b) => countTies(b) - countTies(a));
  return { joined, least, most };
}

/** Whether a pair is of these two, whichever is named first. */
export const isBetween = ({ first, second }: Pair, ids: readonly string[] | undefined): boolean =>
  ids?.includes(first.node.id) === true && ids.includes(second.node.id);

/** 'on the same side on 12 questions, on opposite sides on 5'. */
export function printAccord(pair: Pair): string {
  return TIE_TYPES.flatMap((type) => {
    const { length } = toJoining(pair, type);
    return length > 0 ? [[TIE_LOOK[type].name, length] as const] : [];
  })
    .map(([name, number], index) => `${name} on ${index === 0 ? count(number, 'question') : number}`)
    .join(', ');
}

export const toKey = ({ first, second }: Pair): string => `${first.node.id} ${second.node.id}`;

/** 'Ofsted and ADCS'. */
export const printPair = (corpus: Corpus, { first, second }: Pair): string =>
  [first, second].map(({ node }) => toHeading(corpus, { body: node.id })).join(' and ');

/** The bodies that a person speaks for: 'ADCS and Ofsted'; of a body ''. */
export const printBodies = (corpus: Corpus, { bodies }: Actor): string =>
  listNames(bodies.map((body) => toShortName(corpus.nodes.get(body)!)));

/** How large an actor is drawn, in pixels: by its share of the most that is said for any. */
export const toDiameter = (share: number): number => 16 + 24 * Math.sqrt(share);
/** How wide a line is drawn, in pixels: by its share of the most questions that join any two, where those are some. */
export const toWidth = (number: number, most: number): number =>
  1 + Math.min(6, 1.5 * most) * (number / most) ** 0.75;

/** How far from an actor another can be drawn, names and all, and how far from the edge, in pixels. */
const ROOM = { radius: 38, across: 62, down: 40 };
/** How much room more the bodies below the names of people take, in pixels. */
const LINE = 28;
/** How many pixels part two at most who neither agree nor disagree: a few do not fill the room. */
const FARTHEST = 380;
/** How much of the room is tried to be filled, one after the other. */
const SHARES = [1, 0.85, 0.7, 0.5] as const;

type Point = { readonly x: number; readonly y: number };
/** Places in pixels, and how much room they take in all. */
export type Arranged = { places: readonly Point[]; width: number; height: number };

/** Puts actors where there is so much room, as large as fits, none over another; as high as they need. */
export function arrange(
  { positions, actors = [] }: Pick<Coalitions, 'positions'> & Partial<Pick<Coalitions, 'actors'>>,
  room: { width: number; height: number },
): Arranged {
  const down = ROOM.down + (actors.some(({ bodies }) => bodies.length > 0) ? LINE : 0);
  const size = positions.length / 2;
  const toRange = (values: Float64Array, axis: 0 | 1): [number, number] => {
    const some = values.filter((_, index) => index % 2 === axis);
    return [Math.min(...some), Math.max(...some)];
  };
  const [left, right] = toRange(positions, 0);
  const [top, bottom] = toRange(positions, 1);
  const scale = Math.min(
    FARTHEST,
    (room.width - 2 * ROOM.across) / (right - left || 1),
    (room.height - 2 * down) / (bottom - top || 1),
  );
  // Where making room for names takes them out of sight, all of it is drawn closer together.
  let scaled = positions;
  for (const share of SHARES) {
    scaled = positions.map((value) => value * Math.max(1, share * scale));
    separate(scaled, new Float64Array(size).fill(ROOM.radius), 0, 1.05);
    const [wide, high] = ([0, 1] as const).map((axis) => {
      const [least, most] = toRange(scaled, axis);
      return most - least;
    });
    if (wide! <= room.width - 2 * ROOM.across && high! <= room.height - 2 * down) break;
  }
  if (size === 0) return { places: [], width: room.width, height: 0 };
  const [[fromX, toX], [fromY, toY]] = [toRange(scaled, 0), toRange(scaled, 1)];
  const width = Math.max(room.width, toX - fromX + 2 * ROOM.across);
  const height = toY - fromY + 2 * down;
  const [shiftX, shiftY] = [(width - fromX - toX) / 2, down - fromY];
  return {
    width,
    height,
    places: Array.from({ length: size }, (_, at) => ({
      x: scaled[2 * at]! + shiftX,
      y: scaled[2 * at + 1]! + shiftY,
    })),
  };
}

/** How much a line may bow, to either side, the least first: the height of its arc over its length, doubled. */
const BOWS = [0, 0.12, 0.24, 0.36, 0.5] as const;
/** How far a line keeps from whom it does not join, in pixels, and at how many points that is looked at. */
const CLEAR = 24;
const POINTS = 16;

/** Where a line from one place to another with such a bow passes, its ends left out. */
function* toPoints(from: Point, to: Point, bow: number): Generator<Point> {
  const middle = toBend(from, to, bow);
  for (let at = 1; at < POINTS; at++) {
    const t = at / POINTS;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    yield { x: a * from.x + b * middle.x + c * to.x, y: a * from.y + b * middle.y + c * to.y };
  }
}
const toBend = (from: Point, to: Point, bow: number): Point => ({
  x: (from.x + to.x) / 2 - bow * (to.y - from.y),
  y: (from.y + to.y) / 2 + bow * (to.x - from.x),
});

/**
 * The lines between two places as SVG paths: as straight as passes by all `others`, so that no line seems to join whom it does
 * not; two of the same pair to either side.
 */
export function toPaths(from: Point, to: Point, number: number, others: readonly Point[]): string[] {
  const isClear = (bow: number) => {
    for (const { x, y } of toPoints(from, to, bow))
      if (others.some((other) => Math.hypot(other.x - x, other.y - y) < CLEAR)) return false;
    return true;
  };
  const find = (bows: readonly number[]) => bows.find(isClear) ?? bows[0]!;
  const bent = BOWS.filter((bow) => bow > 0);
  const bows =
    number > 1
      ? [find(bent), find(bent.map((bow) => -bow))]
      : [find(BOWS.flatMap((bow) => (bow === 0 ? [0] : [bow, -bow])))];
  return bows.map((bow) => {
    if (bow === 0) return `M${from.x} ${from.y}L${to.x} ${to.y}`;
    const { x, y } = toBend(from, to, bow);
    return `M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`;
  });
}

/** The paths of the lines of each pair, in their order, where the actors stand. */
export function toAllPaths(
  joined: readonly Joined[],
  actors: Coalitions['actors'],
  places: readonly Point[],
): string[][] {
  const atOf = new Map(actors.map(({ node }, at) => [node.id, at]));
  return joined.map(({ pair, ties }) => {
    const [from, to] = [atOf.get(pair.first.node.id)!, atOf.get(pair.second.node.id)!];
    const others = places.filter((_, at) => at !== from && at !== to);
    return toPaths(places[from]!, places[to]!, ties.length, others);
  });
}
