// Time as a row of equal steps: when things were said, and the EDTF interval that some of the steps make up.
import { parseDate, parseInterval, toTime, type DateRange, type Interval } from './date';
import { toStatements } from './discourse';
import { perCorpus } from './memo';
import type { Corpus } from './model';

/** A stretch of the time line, `end` included (milliseconds since 1970, UTC); `first` and `last` are its ends as EDTF dates. */
export type Step = Interval & { first: string; last: string };

const UNITS = ['day', 'month', 'quarter', 'year'] as const;
type Unit = (typeof UNITS)[number];

/** How many steps of a unit are still told apart. */
const MOST = { day: 31, month: 24, quarter: 24, year: 80 } as const satisfies Record<Unit, number>;
const MONTHS = { month: 1, quarter: 3, year: 12 } as const;
/** What share of the dates must lie within one step: finer steps would claim to know more than the articles say. */
const WITHIN_ONE = 0.75;
const DAY = 86_400_000;

const toMonth = (time: number) => new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth();
const pad = (number: number, length: number) => String(number).padStart(length, '0');

/** A year as an EDTF date: 2014 → '2014', 999 → '0999', 12000 → 'Y12000'. */
export function printYear(year: number): string {
  if (year < -9999 || year > 9999) return `Y${year}`;
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}
const printMonth = (month: number) =>
  `${printYear(Math.floor(month / 12))}-${pad((((month % 12) + 12) % 12) + 1, 2)}`;

/** Which step of a unit a time lies in, counted from year 0 or, days, from 1970. */
const toPlace = (time: number, months: number | undefined) =>
  months === undefined ? Math.floor(time / DAY) : Math.floor(toMonth(time) / months);

function toStep(place: number, months: number | undefined): Step {
  if (months === undefined) {
    const day = new Date(place * DAY).toISOString().slice(0, 10);
    return { start: place * DAY, end: (place + 1) * DAY - 1, first: day, last: day };
  }
  const [from, to] = [place * months, (place + 1) * months];
  const print = months % 12 === 0 ? (month: number) => printYear(Math.floor(month / 12)) : printMonth;
  return { start: toTime(0, from), end: toTime(0, to) - 1, first: print(from), last: print(to - 1) };
}

/** Equal steps from the first date to the last: days, months, quarters, years or tens of them, as fine as the dates bear. */
export function toSteps(dates: readonly Interval[]): readonly Step[] {
  if (dates.length === 0) return [];
  const start = dates.reduce((least, date) => Math.min(least, date.start), Infinity);
  const end = dates.reduce((most, date) => Math.max(most, date.end), -Infinity);
  const count = (months: number | undefined) => toPlace(end, months) - toPlace(start, months) + 1;
  const isKnown = (months: number | undefined) =>
    dates.filter((date) => toPlace(date.start, months) === toPlace(date.end, months)).length >=
    WITHIN_ONE * dates.length;
  const unit = UNITS.find((one) => {
    const months = one === 'day' ? undefined : MONTHS[one];
    return count(months) <= MOST[one] && isKnown(months);
  });
  let months = unit === 'day' ? undefined : MONTHS[unit ?? 'year'];
  while (count(months) > MOST.year) months! *= 10;
  return Array.from({ length: count(months) }, (_, index) => toStep(toPlace(start, months) + index, months));
}

/** The steps over everything in a corpus that has a date. */
export const stepsOf = perCorpus((corpus: Corpus): readonly Step[] => {
  const dates: DateRange[] = toStatements(corpus).map(({ range }) => range);
  for (const node of corpus.nodes.values())
    if ('date' in node && node.date !== undefined) dates.push(parseDate(node.date)!);
  return toSteps(dates);
});

/** The place of the step that a time lies in, from 0; of the nearest where it lies in none. */
export function findStep(steps: readonly Step[], time: number): number {
  let [from, to] = [0, steps.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (steps[middle]!.start <= time) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** From and to which step: places from 0, both included. */
export type Brush = { readonly from: number; readonly to: number };

/**
 * From the first step that a date of a query touches to the last that one does, those between two dates among them; undefined
 * where it asks for no date or for none of these.
 */
export function toBrush(steps: readonly Step[], dates: readonly string[] | undefined): Brush | undefined {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last) return undefined;
  const intervals = (dates ?? [])
    .map(parseInterval)
    .filter((one): one is Interval => one !== undefined && one.start <= last.end && first.start <= one.end);
  if (intervals.length === 0) return undefined;
  const start = Math.min(...intervals.map((one) => one.start));
  const end = Math.max(...intervals.map((one) => one.end));
  return { from: findStep(steps, start), to: findStep(steps, end) };
}

/** The EDTF date or interval of some steps; undefined where they are all there are. */
export function printBrush(steps: readonly Step[], { from, to }: Brush): string | undefined {
  if (from === 0 && to === steps.length - 1) return undefined;
  const [first, last] = [steps[from]!, steps[to]!];
  return first.first === last.last ? first.first : `${first.first}/${last.last}`;
}
