// A debate on one topic as a chart: a lane for each body that speaks, a column for each time, a card for each claim.
import type { Span } from './anchor';
import { toTime } from './date';
import type { Statement } from './discourse';
import { matchStatements } from './filter';
import { incidenceOf } from './graph';
import { groupBy } from './group';
import { isArgument, type Argument, type Corpus, type Ids } from './model';
import type { Query } from './query';
import type { Stance } from './vocabulary';
import type { Steps } from './steps';

/** Something said in a debate, as plain data that can be handed to a worker. */
export type Card = {
  id: string;
  /** The id of the body it is filed under. */
  body: string;
  speaker: string;
  /** The id of the edge by which it stands here, as the speaker's and at this time. */
  utterance: string;
  /** The days it may have been said on, as milliseconds since 1970 (UTC), and whether even that is uncertain. */
  start: number;
  end: number;
  uncertain: boolean;
  /** Its side; undefined where it is about another topic, but answers or disputes what is said on this one. */
  stance: Stance | undefined;
  /** How much of the argument it carries. */
  weight: number;
  label: string;
};

/** What is said on a topic, the edges of the argument between the cards, and by the id of each card all who say it. */
export type Debate = {
  cards: readonly Card[];
  edges: readonly Argument[];
  statements: ReadonlyMap<string, readonly Statement[]>;
};

/** How many statements, and how many claims with their edges, are gone through before a pause. */
const STRETCH = 1024;
const FEW = 128;

/**
 * The debate on a topic, of what a query and what is `visible` under it leave, as matchStatements tells it: all claims and
 * recommendations about it, and those about other topics that dispute or answer one of them, or are disputed or answered by
 * one. Each stands where it was first surely said, by one of those who put it forward rather than by who only relates it.
 */
export function* toDebate(corpus: Corpus, topic: string, query: Query, visible: Ids): Steps<Debate> {
  const incidence = incidenceOf(corpus);
  const matching = yield* matchStatements(corpus, query, visible);
  const stances = new Map<string, Stance>();
  let seen = 0;
  for (const { said, about } of matching) {
    if (++seen % STRETCH === 0) yield undefined;
    for (const { target, stance } of about) if (target === topic) stances.set(said.id, stance);
  }
  const ids = new Set(stances.keys());
  for (const id of stances.keys()) {
    if (++seen % FEW === 0) yield undefined;
    for (const edge of incidence.get(id) ?? [])
      if ((edge.type === 'disputes' || edge.type === 'responds-to') && visible.has(edge.id))
        ids.add(edge.source === id ? edge.target : edge.source);
  }
  const statements = new Map<string, Statement[]>();
  for (const statement of matching) {
    if (++seen % STRETCH === 0) yield undefined;
    const { id } = statement.said;
    const known = statements.get(id);
    if (known) known.push(statement);
    else if (ids.has(id)) statements.set(id, [statement]);
  }
  const first = new Map(
    Array.from(statements, ([id, all]) => [
      id,
      all.reduce((one, other) => (comesBefore(other, one) ? other : one)),
    ]),
  );
  const edges: Argument[] = [];
  for (const id of first.keys()) {
    if (++seen % FEW === 0) yield undefined;
    for (const edge of incidence.get(id) ?? [])
      if (isArgument(edge) && edge.source === id && first.has(edge.target) && visible.has(edge.id))
        edges.push(edge);
  }
  yield undefined;
  const weights = new Map<string, number>();
  for (const { source, target, type } of edges) {
    const across = first.get(source)!.body === first.get(target)!.body ? 1 : type === 'disputes' ? 4 : 3;
    for (const id of [source, target]) weights.set(id, (weights.get(id) ?? 0) + across);
  }
  const cards = [...first.values()].map(({ said, body, speaker, utterance, range }) => {
    const stance = stances.get(said.id);
    return {
      id: said.id,
      body,
      speaker,
      utterance: utterance.id,
      start: range.start,
      end: range.end,
      uncertain: range.uncertain,
      stance,
      weight: (weights.get(said.id) ?? 0) + (stance === undefined ? 0 : 100),
      label: said.label,
    };
  });
  yield undefined;
  return { cards, edges, statements };
}

/** The bodies for which something on the topic is said, those among them that have no lane since others said it first. */
export function toBodies({ cards, statements }: Debate): ReadonlySet<string> {
  const all = new Set<string>();
  for (const { id, stance } of cards)
    if (stance) for (const { bodies } of statements.get(id)!) for (const body of bodies) all.add(body);
  return all;
}

const isRelated = ({ utterance }: Statement) => utterance.speech === 'narration';

function comesBefore(one: Statement, other: Statement): boolean {
  if (isRelated(one) !== isRelated(other)) return isRelated(other);
  return (
    one.range.end < other.range.end ||
    (one.range.end === other.range.end && one.range.start > other.range.start)
  );
}

/** How many bodies, and how many cards, a chart has at most: more than these nobody finds their way in. */
const MOST = { bodies: 60, cards: 500 };

/** What of a debate is drawn: all of it, or of a very large one what the bodies that carry most of the argument say, and of that what carries most. */
export function limitDebate(debate: Debate): Debate {
  const weights = new Map<string, number>();
  for (const { body, weight } of debate.cards) weights.set(body, (weights.get(body) ?? 0) + weight);
  if (weights.size <= MOST.bodies && debate.cards.length <= MOST.cards) return debate;
  const bodies = new Set(
    [...weights]
      .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, MOST.bodies)
      .map(([body]) => body),
  );
  const cards = debate.cards
    .filter(({ body }) => bodies.has(body))
    .toSorted((a, b) => b.weight - a.weight || a.start - b.start || (a.id < b.id ? -1 : 1))
    .slice(0, MOST.cards);
  const ids = new Set(cards.map(({ id }) => id));
  const edges = debate.edges.filter(({ source, target }) => ids.has(source) && ids.has(target));
  return { cards, edges, statements: debate.statements };
}

/** A rectangle in pixels, from the top left corner. */
export type Rectangle = { left: number; top: number; width: number; height: number };

/** What one body says in one period: its cards, the weightiest first, each with its room inside `box`. */
export type Cell = { body: string; box: Rectangle; cards: readonly { id: string; box: Rectangle }[] };
export type Lane = { body: string; top: number; height: number };
/** A stretch of time across the chart; a gap stands for years in which nothing was said; `uncertain` where the date of all that was said in it is. */
export type Column = { label: string; left: number; width: number; gap: boolean; uncertain: boolean };
export type Chart = {
  lanes: Lane[];
  columns: Column[];
  cells: Cell[];
  width: number;
  height: number;
  room: Room;
};

/**
 * The room there is, in pixels: `left` is kept for the names of the lanes, `top` for the axis, `above` in each lane for its
 * name, `more` in a cell for the button that tells how many cards are not listed. A lane is at least as high as `names` tells
 * of its body.
 */
export type Room = {
  width: number;
  height: number;
  left: number;
  top: number;
  above: number;
  more: number;
  names?: Readonly<Record<string, number>>;
};

/** Text of a card, in pixels: how high its letters and its lines are. */
const SIZE = 12.5;
const LINE = 16;
/** Room inside a card beside its text: across (with its coloured edge), and above and below together. */
const PADDING = { across: 20, down: 9 };
/** The sign of a card's side is as wide as two letters. */
const SIGN = 'mi ';
/** Between cards, and between lanes. */
const GAP = 6;
const LANE_GAP = 12;
const LEAST_COLUMN = 124;
const MOST_COLUMN = 360;
const GAP_COLUMN = 26;

/**
 * How wide a letter is beside its height in the wider of the usual sans-serif faces: no browser need be asked, and what is laid
 * out is the same everywhere.
 */
function toEm(letter: string): number {
  if (/[iIjl.,:;|!'’‘]/.test(letter)) return 0.29;
  if (/[frt()"“”\-–]/.test(letter)) return 0.42;
  if (/[mwMW%@—]/.test(letter)) return 0.94;
  return /[A-Z]/.test(letter) ? 0.7 : 0.61;
}
const SPACE = 0.27;
function toEms(word: string): number {
  let ems = 0;
  for (const letter of word) ems += toEm(letter);
  return ems;
}

/** How many lines a text of a size takes in so many pixels across, words kept whole. */
export function countLines(text: string, width: number, size = SIZE): number {
  const most = Math.max(1, width / size);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const wide = toEms(word);
    if (used > 0 && used + SPACE + wide > most) {
      lines += 1;
      used = 0;
    }
    used += (used > 0 ? SPACE : 0) + wide;
    // A word longer than a line is broken.
    lines += Math.max(0, Math.ceil(used / most) - 1);
    used = used > most ? used % most : used;
  }
  return lines;
}

/** How high a card must be, in pixels, to show a text at a width. */
export const toCardHeight = (text: string, width: number, meta: boolean) =>
  countLines(SIGN + text, width - PADDING.across) * LINE + (meta ? 15 : 0) + PADDING.down;

const UNITS = ['year', 'month', 'day'] as const;
type Unit = (typeof UNITS)[number];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A stretch of time with a column of its own: `key` puts it in order, `from` and `to` are its first and last year. */
type Period = { key: number; label: string; from: number; to: number };

/** The period a card falls into: where its date is not as exact as the unit, one of its own before those that are. */
function toPeriod({ start, end }: Span, unit: Unit): Period {
  const [first, last] = [new Date(start), new Date(end)];
  const [from, to] = [first.getUTCFullYear(), last.getUTCFullYear()];
  // Of those that begin in a year the least exact is the first.
  if (from !== to) return { key: toTime(from) - 1 - (to - from), label: `${from}–${to}`, from, to };
  const month = first.getUTCMonth();
  if (unit === 'year' || last.getUTCMonth() !== month)
    return { key: toTime(from) - 1, label: String(from), from, to };
  const day = first.getUTCDate();
  if (unit === 'month' || last.getUTCDate() !== day)
    return { key: toTime(from, month) - 0.5, label: `${MONTHS[month]} ${from}`, from, to };
  return { key: toTime(from, month, day), label: `${day} ${MONTHS[month]} ${from}`, from, to };
}

/** The coarsest unit that parts the cards into several periods, but for days. */
const toUnit = (cards: readonly Card[]): Unit =>
  UNITS.find((unit) => new Set(cards.map((card) => toPeriod(card, unit).key)).size > 1) ?? 'year';

/** How many columns and rows a cell's cards are laid in, so that the smallest zoom shows the words of each. */
function toGrid(count: number, width: number, height: number): { across: number; down: number } {
  let best = { across: 1, down: count, zoom: Infinity };
  for (let across = 1; across <= count; across++) {
    const down = Math.ceil(count / across);
    const zoom = Math.max(130 / (width / across), 62 / (height / down));
    if (zoom < best.zoom) best = { across, down, zoom };
  }
  return best;
}

const LEANING = ['for', 'mixed', 'against', 'neutral'] as const;

/** On which side most of what a body says is; those that say as much on both are between, last those on neither. */
function toLeaning(cards: readonly Card[]): number {
  const sum = (stance: Stance) => cards.filter((card) => card.stance === stance).length;
  const [pro, con] = [sum('for'), sum('against')];
  if (pro !== con) return LEANING.indexOf(pro > con ? 'for' : 'against');
  return LEANING.indexOf(pro > 0 || sum('mixed') > 0 ? 'mixed' : 'neutral');
}

/**
 * Lays the cards of a debate out. Lanes run from those for to those against, then those on neither side, of each the
 * earliest first; columns are the periods in which something was said, as wide as the room allows, with a gap for empty
 * years. A cell is high enough for the words of its weightiest card, and of more where there is height left over; all its
 * cards are laid in it side by side, to be read when zoomed. Nothing overlaps.
 */
export function toChart(cards: readonly Card[], room: Room): Chart {
  const unit = toUnit(cards);
  const byKey = new Map<number, Period>();
  for (const card of cards) {
    const period = toPeriod(card, unit);
    byKey.set(period.key, period);
  }
  const periods = [...byKey.values()].toSorted((a, b) => a.key - b.key);
  // Up to which year something may have been said before each of them.
  let latest = -Infinity;
  const before = periods.map(({ from, to }, index) => {
    const year = index === 0 ? from : latest;
    latest = Math.max(latest, to);
    return year;
  });
  const gaps = periods.filter(({ from }, index) => from - before[index]! > 1).length;
  const available = room.width - room.left - GAP_COLUMN * gaps - GAP;
  const wide = Math.max(
    LEAST_COLUMN,
    Math.min(MOST_COLUMN, Math.floor(available / Math.max(1, periods.length))),
  );
  const columns: Column[] = [];
  const lefts = new Map<number, number>();
  let left = room.left;
  for (const [index, { key, label, from }] of periods.entries()) {
    const [first, last] = [before[index]! + 1, from - 1];
    if (first <= last) {
      const years = first === last ? String(first) : `${first}–${last}`;
      columns.push({ label: years, left, width: GAP_COLUMN, gap: true, uncertain: false });
      left += GAP_COLUMN;
    }
    const inside = cards.filter((card) => toPeriod(card, unit).key === key);
    const uncertain = inside.every((card) => card.uncertain);
    columns.push({ label, left, width: wide, gap: false, uncertain });
    lefts.set(key, left);
    left += wide;
  }

  const byBody = groupBy(cards, ({ body }) => body);
  const firstOf = (of: readonly Card[]) => Math.min(...of.map(({ start }) => start));
  const bodies = [...byBody].toSorted(
    ([a, one], [b, other]) =>
      toLeaning(one) - toLeaning(other) || firstOf(one) - firstOf(other) || (a < b ? -1 : 1),
  );
  const width = wide - GAP;
  const between = room.above + LANE_GAP;
  const rows = bodies.map(([body, own]) => {
    const meta = new Set(own.map(({ speaker }) => speaker)).size > 1;
    const byPeriod = [...groupBy(own, (card) => toPeriod(card, unit).key)].map(
      ([key, inside]) =>
        [key, inside.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))] as const,
    );
    const heights = byPeriod.map(([, inside]) => inside.map(({ label }) => toCardHeight(label, width, meta)));
    return {
      body,
      byPeriod,
      least: Math.max(
        (room.names?.[body] ?? 0) - between,
        ...heights.map((cell) => cell[0]! + (cell.length > 1 ? room.more : 0)),
      ),
      most: Math.max(...heights.map((cell) => cell.reduce((sum, height) => sum + height, 0))),
    };
  });
  const spare = room.height - room.top - rows.reduce((sum, { least }) => sum + least + between, 0);
  const wanted = rows.reduce((sum, { least, most }) => sum + Math.max(0, most - least), 0);
  const share = Math.min(1, Math.max(0, spare / Math.max(1, wanted)));

  const lanes: Lane[] = [];
  const cells: Cell[] = [];
  let top = room.top;
  for (const { body, byPeriod, least, most } of rows) {
    const height = least + Math.max(0, most - least) * share;
    for (const [key, inside] of byPeriod) {
      const box = { left: lefts.get(key)! + GAP / 2, top: top + room.above + LANE_GAP / 2, width, height };
      const { across, down } = toGrid(inside.length, width, height);
      const [w, h] = [width / across, height / down];
      const inner = inside.length === 1 ? 0 : 0.02;
      cells.push({
        body,
        box,
        cards: inside.map(({ id }, index) => ({
          id,
          box: {
            left: box.left + (index % across) * w + w * inner,
            top: box.top + Math.floor(index / across) * h + h * inner,
            width: w * (1 - 2 * inner),
            height: h * (1 - 2 * inner),
          },
        })),
      });
    }
    lanes.push({ body, top, height: height + between });
    top += height + between;
  }
  return { lanes, columns, cells, width: left + GAP, height: top, room };
}

/**
 * How much of a card is shown: nothing but its place, its label, that with who said it and when, the whole statement in place
 * of the label, or its quote as well.
 */
export const DETAILS = ['dot', 'headline', 'signed', 'statement', 'quote'] as const;
export type Detail = (typeof DETAILS)[number];

/** The quote is set in a serif face of 14 pixels, whose letters are narrower. */
const QUOTE = { size: 13.5, line: 20 };
/** The line for who said it and when, or for what else it is about. */
const FOOT = 28;

/** The most that a card of a size (pixels on the screen) has room for. */
export function toDetail(
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
  texts: { label: string; statement: string; quote: string; meta: boolean },
): Detail {
  const across = width - PADDING.across;
  if (across < 90 || toCardHeight(texts.label, width, texts.meta) > height) return 'dot';
  const statement = countLines(SIGN + texts.statement, across) * LINE + FOOT + PADDING.down;
  if (statement > height)
    return toCardHeight(texts.label, width, false) + FOOT > height ? 'headline' : 'signed';
  // A line more than counted, since the face may be wider.
  const quote = (countLines(texts.quote, across, QUOTE.size) + 1) * QUOTE.line + FOOT + 10;
  return statement + quote > height ? 'statement' : 'quote';
}

/** How many of a cell's labels can be listed in a size (pixels on the screen), with a line for how many more there are. */
export function countListed(
  { width, height }: Pick<Rectangle, 'width' | 'height'>,
  labels: readonly string[],
  meta: boolean,
  more: number,
): number {
  if (width - PADDING.across < 90) return 0;
  let used = 0;
  let listed = 0;
  for (const [index, label] of labels.entries()) {
    used += toCardHeight(label, width, meta);
    if (used + (index < labels.length - 1 ? more : 0) > height) break;
    listed += 1;
  }
  return listed;
}
