// Dates of uncertain precision: EDTF (ISO 8601-2) level 1, checked, placed on the time line and put into words.
import edtf from 'edtf';

/** The days an EDTF date may lie on, as milliseconds since 1970 (UTC), `end` included; `year` is the year of its start. */
export type DateRange = { start: number; end: number; year: number; uncertain: boolean };

const known = new Map<string, DateRange | undefined>();

/** '2014-21' to '2014-24', spring to winter. */
const SEASON = /^(\d{4})-2([1-4])$/;

/** When a day begins, as milliseconds since 1970 (UTC); `month` from 0. Date.UTC takes the years 0 to 99 for 1900 to 1999. */
export const toTime = (year: number, month = 0, day = 1): number =>
  new Date(0).setUTCFullYear(year, month, day);

/**
 * The ends of a date or interval, null where an interval has none that is known. Seasons are those of the north, three months
 * from March on, so that a winter ends in the next year.
 * @throws Error where the text is neither.
 */
function readEnds(text: string): { min: number | null; max: number | null } {
  const ends = edtf(text, { level: 1, types: ['Date', 'Year', 'Season', 'Interval'] });
  // edtf.js takes the day after the last of a February for one.
  for (const [, year, month, day] of text.matchAll(/(\d{4})-(\d{2})-(\d{2})/g))
    if (new Date(toTime(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day))
      throw new Error(`${text} is no day of the calendar`);
  // … and seasons for the quarters of a year.
  const [, year, season] = (SEASON.exec(text) ?? []).map(Number);
  return season === undefined
    ? ends
    : { min: toTime(year!, 3 * season - 1), max: toTime(year!, 3 * season + 2) - 1 };
}

function read(date: string): DateRange | undefined {
  try {
    const { min, max } = readEnds(date);
    if (min === null || max === null || !Number.isFinite(min) || !Number.isFinite(max)) return undefined;
    return {
      start: min,
      end: max,
      year: new Date(min).getUTCFullYear(),
      uncertain: /[?~%X]/.test(date),
    };
  } catch {
    return undefined;
  }
}

/** The range an EDTF date covers; undefined where the text is not EDTF level 1 or has no beginning or end. */
export function parseDate(date: string): DateRange | undefined {
  if (!known.has(date)) known.set(date, read(date));
  return known.get(date);
}

/** Days from `start` to `end`, as milliseconds since 1970 (UTC), `end` included; infinite where there is no first or last. */
export type Interval = Pick<DateRange, 'start' | 'end'>;

/**
 * What an EDTF date or interval covers, one with an open or unknown end too ('2014', '2014-06/2016', '2015/..', '/2016');
 * undefined where the text is neither, or ends before it begins.
 */
export function parseInterval(text: string): Interval | undefined {
  try {
    const { min, max } = readEnds(text);
    const [start, end] = [min ?? -Infinity, max ?? Infinity];
    return start <= end ? { start, end } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a text is an EDTF level 1 date with a beginning and an end. */
export function isEdtf(date: string): boolean {
  return parseDate(date) !== undefined;
}

const formats = new Map<'day' | 'month' | 'year', Intl.DateTimeFormat>();

/** How dates of a precision are put into words; made when first asked for, since loading the language's data takes long. */
function toFormat(precision: 'day' | 'month' | 'year'): Intl.DateTimeFormat {
  const format =
    formats.get(precision) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'UTC',
      year: 'numeric',
      ...(precision !== 'year' && { month: 'long' }),
      ...(precision === 'day' && { day: 'numeric' }),
    });
  formats.set(precision, format);
  return format;
}

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** What is not certain of a date, by the sign that EDTF has for it at its end. */
const DOUBTS = { '?': 'uncertain', '~': 'approximate', '%': 'uncertain and approximate' } as const;

/**
 * An EDTF date in words: '2014-06-03' → '3 June 2014', '2010-11?' → 'November 2010 (uncertain)', '2010-11~' → 'November 2010
 * (approximate)', '2014-21' → 'spring 2014', '2014/2016' → '2014 to 2016'.
 */
export function printDate(date: string): string {
  // The commonest needs no language data, which take long to load.
  if (/^\d{4}$/.test(date)) return date;
  const range = parseDate(date);
  if (!range) return date;
  if (date.includes('/')) return printInterval(date);
  const [, ofYear, season] = SEASON.exec(date) ?? [];
  if (season) return `${SEASONS[Number(season) - 1]} ${Number(ofYear)}`;
  const parts = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?([?~%])?$/.exec(date);
  if (!parts) return date;
  const words = toFormat(parts[3] ? 'day' : parts[2] ? 'month' : 'year').format(range.start);
  // The year 0 is the one before the year 1, and is written so.
  const doubt = DOUBTS[parts[4] as keyof typeof DOUBTS];
  return `${words}${range.year < 1 ? ' BC' : ''}${doubt ? ` (${doubt})` : ''}`;
}

/**
 * The year of an EDTF date, with what is not certain of it: '2010-11?' → '2010?', '2015-04-22~' → 'c. 2015', '2014/2016' →
 * '2014–2016'.
 */
export function printShortDate(date: string): string {
  const [from, to] = date.split('/').map((end) => {
    const range = parseDate(end);
    // Of which year it is not even the digits are known.
    if (!range || /^-?\d*X/.test(end)) return end;
    const year = range.year < 1 ? `${1 - range.year} BC` : range.year;
    return `${/[~%]$/.test(end) ? 'c. ' : ''}${year}${/[?%]$/.test(end) ? '?' : ''}`;
  });
  return to === undefined || to === from ? from! : `${from}–${to}`;
}

/** An EDTF date or interval in words: '2014/2016' → '2014 to 2016', '2015/..' → 'from 2015', '../2016' → 'until 2016'. */
export function printInterval(text: string): string {
  const [first = '', last] = text.split('/');
  if (last === undefined) return printDate(first);
  const isOpen = (end: string) => end === '' || end === '..';
  if (isOpen(first)) return isOpen(last) ? 'at any time' : `until ${printDate(last)}`;
  return isOpen(last) ? `from ${printDate(first)}` : `${printDate(first)} to ${printDate(last)}`;
}
