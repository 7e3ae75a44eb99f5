// Dates as people write them → EDTF.
import type { Span } from '../anchor';
import { isEdtf, parseDate, printDate, toTime } from '../date';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** The name of a month, as a pattern. */
export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';

const two = (number: number) => String(number).padStart(2, '0');
const toDays = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function toDate(year: number, month?: number, day?: number): string | undefined {
  // One that is yet to come is a date, and asked about (findDoubt).
  if (year < 1500 || year > 2999) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  return day < 1 || day > toDays(year, month) ? undefined : `${year}-${two(month)}-${two(day)}`;
}
const toMonth = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Ways to write a date. */
type Ways = readonly [RegExp, (found: RegExpExecArray) => string | undefined][];
/** … to the day … */
const DAYS: Ways = [
  [
    /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/g,
    (found) => toDate(Number(found[1]), Number(found[2]), Number(found[3])),
  ],
  [
    /\b(\d{4})\/(\d{2})\/(\d{2})(?!\d)/g,
    (found) => toDate(Number(found[1]), Number(found[2]), Number(found[3])),
  ],
  [
    new RegExp(`\\b${DAY}\\s{1,3}(?:of\\s)?${MONTH}\\.?,?\\s{1,3}(\\d{4})\\b`, 'gi'),
    (found) => toDate(Number(found[3]), toMonth(found[2]!), Number(found[1])),
  ],
  [
    new RegExp(`\\b${MONTH}\\.?\\s{1,3}${DAY},?\\s{1,3}(\\d{4})\\b`, 'gi'),
    (found) => toDate(Number(found[3]), toMonth(found[1]!), Number(found[2])),
  ],
  [
    /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/g,
    (found) => {
      const [first, second, year] = [Number(found[1]), Number(found[2]), Number(found[3])];
      // 3/6 is 3 June to most and March 6 to some.
      if (first === second || first > 12) return toDate(year, second, first);
      if (second > 12) return toDate(year, first, second);
      const date = toDate(year, second, first);
      return date && `${date}?`;
    },
  ],
];
/** … and to the month: ‘2011-12’ may be a school year, so that what tells a day goes before. */
const MONTHS_ALONE: Ways = [
  [/\b(\d{4})-(\d{2})(?![\d-])/g, (found) => toDate(Number(found[1]), Number(found[2]))],
  [
    // A day in front of it that no month has makes no date of it.
    new RegExp(`(?<!\\d(?:st|nd|rd|th)?\\s{1,3}(?:of\\s)?)\\b${MONTH}\\.?,?\\s{1,3}(\\d{4})\\b`, 'gi'),
    (found) => toDate(Number(found[2]), toMonth(found[1]!)),
  ],
];

function findFirst(ways: Ways, text: string): (Span & { date: string }) | undefined {
  const firsts = ways.flatMap(([pattern, read]) => {
    for (const found of text.matchAll(pattern)) {
      const date = read(found);
      if (date) return [{ date, start: found.index, end: found.index + found[0].length }];
    }
    return [];
  });
  return firsts.toSorted((one, other) => one.start - other.start)[0];
}

/** The first day written in a text, else the first month, and where it stands; undefined where there is neither. */
export const findDate = (text: string): (Span & { date: string }) | undefined =>
  findFirst(DAYS, text) ?? findFirst(MONTHS_ALONE, text);

/** A date as it is written in EDTF, however somebody put it; undefined where it is none. */
export function parseWritten(written: string): string | undefined {
  const text = written.trim();
  return isEdtf(text) ? text : findDate(text)?.date;
}

/** What is wrong with a date that somebody wrote, as a sentence; undefined where it can be read. */
export const findFault = (written: string): string | undefined =>
  parseWritten(written) === undefined
    ? `‘${written.trim()}’ is no date that can be read: write the day, or 2014-06, or 2014? where unsure.`
    : undefined;

/** Whether a date that somebody wrote lies after the day it is `now`, where they are. */
function isAhead(written: string, now: Date): boolean {
  const date = parseWritten(written);
  const today = toTime(now.getFullYear(), now.getMonth(), now.getDate());
  return date !== undefined && parseDate(date)!.start > today;
}

/** What to look at again in a date that somebody wrote, which may be right, as a sentence; undefined where there is nothing. */
export const findDoubt = (written: string, now: Date): string | undefined =>
  isAhead(written, now)
    ? `${printDate(parseWritten(written)!)} lies in the future: is that right?`
    : undefined;
