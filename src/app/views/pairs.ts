// What of who agrees with whom is drawn, and where.
import { toStatements, toStatementsInSteps } from '../../core/discourse';
import { matchStatements } from '../../core/filter';
import { perCorpusInSteps } from '../../core/memo';
import type { Corpus, Ids } from '../../core/model';
import { NETWORK_TYPES, type NetworkType } from '../../core/network';
import { toCoalitions, type Coalitions, type Pair } from '../../core/coalitions';
import { separate } from '../../core/overlap';
import type { Steps } from '../../core/steps';
import { count } from '../numbers';
import type { View } from '../view';
import { toHeading } from './cells';

/** How the lines of a type are called and drawn. */
export const TIE_LOOK = {
  congruence: { name: 'on the same side', colour: '--for', dots: undefined },
  conflict: { name: 'on opposite sides', colour: '--against', dots: '0.1 7' },
} as const satisfies Record<NetworkType, { name: string; colour: string; dots: string | undefined }>;

/** How many actors are drawn at first, and how many more each time one asks. */
const MOST = 24;
/** However often one asks, no more are drawn. */
export const MOST_ACTORS = 5 * MOST;

const wholeOf = perCorpusInSteps(function* (corpus) {
  return yield* toCoalitions(corpus, yield* toStatementsInSteps(corpus), MOST);
});

/**
 * Who agrees with whom in what is visible: so many `times` as many actors as at first. Whatever is left out, the picture is the
 * same way round as that of the whole.
 */
export function* toVisibleCoalitions(
  corpus: Corpus,
  query: View['query'],
  visible: Ids,
  times = 1,
): Steps<Coalitions> {
  const statements = yield* matchStatements(corpus, query, visible);
  const whole = yield* wholeOf.inSteps(corpus);
  const all = toStatements(corpus);
  const isWhole = statements.length === all.length && statements.every((one, at) => one === all[at]);
  if (isWhole && times === 1) return whole;
  return yield* toCoalitions(corpus, statements, Math.min(MOST_ACTORS, MOST * times), whole);
}

/** The questions that join a pair by lines of a type. */
export const toJoining = ({ same, opposite }: Pair, type: NetworkType): readonly string[] =>
  type === 'congruence' ? same : opposite;

/** A pair with the lines between the two that are asked for, each with on how many questions it is so. */
export type Joined = {
  readonly pair: Pair;
  readonly ties: readonly { readonly type: NetworkType; readonly number: number }[];
};

/** No more lines can be told apart, where nobody says from how many questions on they are drawn. */
const MOST_TIES = 90;

/** The lines between two: of one type, of both, or the one that prevails by as much as it does. */
function toTies(pair: Pair, asked: View['coalitions']['ties']): Joined['ties'] {
  const ties = NETWORK_TYPES.map((type) => ({ type, number: toJoining(pair, type).length }));
  if (asked !== 'balance') return ties.filter(({ type, number }) => number > 0 && (asked ?? type) === type);
  const [same, opposite] = ties.map(({ number }) => number) as [number, number];
  if (same === opposite) return [];
  return [{ type: same > opposite ? 'congruence' : 'conflict', number: Math.abs(same - opposite) }];
}

const countTies = ({ ties }: Joined) => ties.reduce((sum, { number }) => sum + number, 0);

/**
 * The pairs that have any of the lines that are asked for, of `least` so many questions or more, those with most first; and the
 * `most` questions that any line is for.
 */
export function toJoined(
  pairs: readonly Pair[],
  { ties: asked, least: wanted }: Pick<View['coalitions'], 'ties' | 'least'>,
): { joined: readonly Joined[]; least: number; most: number } {
  const all = pairs.map((pair) => ({ pair, ties: toTies(pair, asked) }));
  const numbers = all.flatMap(({ ties }) => ties.map(({ number }) => number)).toSorted((a, b) => b - a);
  const most = numbers[0] ?? 1;
  const least = wanted ?? Math.min(most, (numbers[MOST_TIES] ?? 0) + 1);
  const joined = all
    .map(({ pair, ties }) => ({ pair, ties: ties.filter(({ number }) => number >= least) }))
    .filter(({ ties }) => ties.length > 0)
    .toSorted((a, b) => countTies(b) - countTies(a));
  return { joined, least, most };
}

/** 'on the same side on 12 questions, on opposite sides on 5'. */
export function printAccord(pair: Pair): string {
  return NETWORK_TYPES.flatMap((type) => {
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

/** How large an actor is drawn, in pixels: by its share of the most that is said for any. */
export const toDiameter = (share: number): number => 16 + 24 * Math.sqrt(share);
/** How wide a line is drawn, in pixels: by its share of the most questions that join any two. */
export const toWidth = (share: number): number => 1 + 6 * share ** 0.75;

/** How far from an actor another can be drawn, names and all, and how far from the edge, in pixels. */
const ROOM = { radius: 38, across: 62, down: 40 };

/** How much of the room is tried to be filled, one after the other. */
const SHARES = [1, 0.85, 0.7, 0.5] as const;

/** Places in pixels, and how much room they take in all. */
export type Arranged = { places: readonly { x: number; y: number }[]; width: number; height: number };

/** Puts actors where there is so much room, as large as fits, none over another. */
export function arrange(
  { positions }: Pick<Coalitions, 'positions'>,
  room: { width: number; height: number },
): Arranged {
  const size = positions.length / 2;
  const toRange = (values: Float64Array, axis: 0 | 1): [number, number] => {
    const some = values.filter((_, index) => index % 2 === axis);
    return [Math.min(...some), Math.max(...some)];
  };
  const [left, right] = toRange(positions, 0);
  const [top, bottom] = toRange(positions, 1);
  const scale = Math.min(
    (room.width - 2 * ROOM.across) / (right - left || 1),
    (room.height - 2 * ROOM.down) / (bottom - top || 1),
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
    if (wide! <= room.width - 2 * ROOM.across && high! <= room.height - 2 * ROOM.down) break;
  }
  const [[fromX, toX], [fromY, toY]] = [toRange(scaled, 0), toRange(scaled, 1)];
  const width = Math.max(room.width, toX - fromX + 2 * ROOM.across);
  const height = Math.max(room.height, toY - fromY + 2 * ROOM.down);
  const [shiftX, shiftY] = [(width - fromX - toX) / 2, (height - fromY - toY) / 2];
  return {
    width,
    height,
    places: Array.from({ length: size }, (_, at) => ({
      x: scaled[2 * at]! + shiftX,
      y: scaled[2 * at + 1]! + shiftY,
    })),
  };
}

/** A line from one place to another as an SVG path: two of the same pair bow apart. */
export function toPath(
  from: { x: number; y: number },
  to: { x: number; y: number },
  type: NetworkType,
  bows: boolean,
): string {
  if (!bows) return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  const bow = type === 'congruence' ? 0.12 : -0.12;
  const [x, y] = [(from.x + to.x) / 2 - bow * (to.y - from.y), (from.y + to.y) / 2 + bow * (to.x - from.x)];
  return `M${from.x} ${from.y}Q${x} ${y} ${to.x} ${to.y}`;
}
