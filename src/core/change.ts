// Who changed sides on a question, from the first time that anything is said for them on it to the last.
import { parseInterval } from './date';
import type { Statement } from './discourse';
import { toLean, toSide, toTopicMatrix, type Entry } from './matrix';
import type { Corpus } from './model';
import type { Steps } from './steps';

/** A time at which a body takes a side: the EDTF date or interval of all that is said then, and the claims on either side. */
export type Moment = {
  side: -1 | 1;
  date: string;
  /** The ids of what is said. */
  for: readonly string[];
  against: readonly string[];
};

/** A body that is on one side of a topic when it first takes one, and on the other when it last does. */
export type Change = { body: string; topic: string; first: Moment; last: Moment };

/** What is said between two days, of which nobody can tell what was said first. */
type Time = { start: number; end: number; dates: Map<string, Statement['range']>; entries: Set<Entry> };

/** Dates that overlap are one time, the earliest first. */
function toTimes(entries: readonly Entry[]): Time[] {
  const times: Time[] = [];
  const all = entries.flatMap((entry) => entry.statements.map(({ date, range }) => ({ entry, date, range })));
  for (const { entry, date, range } of all.toSorted((a, b) => a.range.start - b.range.start)) {
    let last = times.at(-1);
    if (!last || last.end < range.start)
      times.push((last = { start: range.start, end: range.end, dates: new Map(), entries: new Set() }));
    last.end = Math.max(last.end, range.end);
    last.dates.set(date, range);
    last.entries.add(entry);
  }
  return times;
}

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** A time as EDTF: the date that covers all of it, where there is one, else from its first day to its last. */
function printTime({ start, end, dates }: Time): string {
  const [whole] = [...dates].find(([, range]) => range.start === start && range.end === end) ?? [];
  const days = `${toDay(start)}/${toDay(end)}`;
  // EDTF has no interval from or to a year of more than four digits.
  return whole ?? (parseInterval(days) ? days : [...dates.keys()][0]!);
}

function toMoment(time: Time): Moment | undefined {
  const entries = [...time.entries];
  const side = toLean(entries);
  const on = (wanted: -1 | 1) =>
    entries.filter((entry) => toSide(entry) === wanted).map(({ said }) => said!.id);
  return side === 0 ? undefined : { side, date: printTime(time), for: on(1), against: on(-1) };
}

const sizeOf = ({ first, last }: Change) =>
  [first, last].reduce((sum, one) => sum + one.for.length + one.against.length, 0);

/**
 * The bodies that changed sides on a topic, those with most said at both times first. A body's side at a time is the one that more
 * of what is said for it then is on.
 */
export function* toChanges(corpus: Corpus, statements: readonly Statement[]): Steps<readonly Change[]> {
  const matrix = yield* toTopicMatrix(corpus, statements);
  const changes: Change[] = [];
  for (const { id: topic } of matrix.rows)
    for (const [body, entries] of matrix.cells.get(topic)!) {
      const moments = toTimes(entries).flatMap((time) => toMoment(time) ?? []);
      const [first, last] = [moments[0], moments.at(-1)];
      if (first && last && first.side !== last.side) changes.push({ body, topic, first, last });
      yield undefined;
    }
  return changes.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}
