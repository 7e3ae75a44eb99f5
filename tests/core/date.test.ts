// Dates of uncertain precision are read by the standard, placed in time and put into words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isEdtf,
  parseDate,
  parseInterval,
  printDate,
  printInterval,
  printShortDate,
} from '../../src/core/date';

const day = (date: string) => Date.parse(`${date}T00:00:00Z`);
const DAY = 86_400_000;

describe('a date', () => {
  test.each(['2014-06-03', '2010-11', '2019', '2019?', '2019~', '2019%', '2010-11?', '201X', '2014-06-XX'])(
    'may be %s',
    (date) => {
      expect(isEdtf(date)).toBe(true);
    },
  );

  test.each(['2010/2014', '2010-11/2014-06', '2019-21', '2014-06-03T10:00:00Z'])(
    'may be a stretch, a season or a moment: %s',
    (date) => {
      expect(isEdtf(date)).toBe(true);
    },
  );

  test.each([
    '',
    ' ',
    '3 June 2014',
    '2014-6-3',
    '2014-13',
    '2014-02-29',
    '2014-02-29/2015',
    '1900-02-29',
    '2014-02-30',
    '2014-06-31',
    '03/06/2014',
    '2014-06-03 ',
    '14-06-03',
    '?2019',
    'unknown',
    '../2014',
    '2014/..',
    '{2014,2015}',
    'constructor',
    '__proto__',
  ])('may not be “%s”', (date) => {
    expect(isEdtf(date)).toBe(false);
  });

  test('is nothing but text that cannot be read, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof isEdtf(text)).toBe('boolean');
        if (!isEdtf(text)) expect(printDate(text)).toBe(text);
      }),
    );
  });

  test('covers the days it may lie on', () => {
    expect(parseDate('2014-06-03')).toMatchObject({ start: day('2014-06-03'), year: 2014, uncertain: false });
    expect(parseDate('2010-11')).toMatchObject({ start: day('2010-11-01'), year: 2010, uncertain: false });
    expect(parseDate('2019?')).toMatchObject({ start: day('2019-01-01'), year: 2019, uncertain: true });
    for (const [date, last] of [
      ['2014-06-03', '2014-06-03'],
      ['2010-11', '2010-11-30'],
      ['2019?', '2019-12-31'],
      ['2010/2014', '2014-12-31'],
    ] as const) {
      const { end } = parseDate(date)!;
      expect(end).toBeGreaterThanOrEqual(day(last));
      expect(end).toBeLessThan(day(last) + DAY);
    }
  });

  test('of a season is within its three months, a winter into the next year', () => {
    for (const [date, first, last] of [
      ['2014-21', '2014-03-01', '2014-05-31'],
      ['2014-22', '2014-06-01', '2014-08-31'],
      ['2014-23', '2014-09-01', '2014-11-30'],
      ['2015-24', '2015-12-01', '2016-02-29'],
    ] as const) {
      const { start, end, year } = parseDate(date)!;
      expect([start, end + 1]).toEqual([day(first), day(last) + DAY]);
      expect(year).toBe(Number(first.slice(0, 4)));
      expect(parseInterval(date)).toEqual({ start, end });
    }
  });

  test('that is looked for may begin or end nobody knows when, long ago too', () => {
    for (const ends of ['..', '']) {
      expect(parseInterval(`${ends}/1960`)).toEqual({ start: -Infinity, end: parseDate('1960')!.end });
      expect(parseInterval(`2015/${ends}`)).toEqual({ start: day('2015-01-01'), end: Infinity });
    }
    expect(parseInterval('2014-02-29/..')).toBeUndefined();
  });

  test('of the calendar is read as that day', () => {
    const days = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('2999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const text = date.toISOString().slice(0, 10);
        expect(parseDate(text)).toMatchObject({ start: day(text), year: date.getUTCFullYear() });
      }),
    );
  });

  test.each([
    ['2014-06-03', '3 June 2014'],
    ['2010-11', 'November 2010'],
    ['2010-11?', 'November 2010 (uncertain)'],
    ['2019', '2019'],
    ['2019?', '2019 (uncertain)'],
    ['2014-06-03~', '3 June 2014 (approximate)'],
    ['2014-06%', 'June 2014 (uncertain and approximate)'],
    ['2010/2014', '2010 to 2014'],
    ['2010-11?/2014-06-03', 'November 2010 (uncertain) to 3 June 2014'],
    ['2014-21', 'spring 2014'],
    ['2014-22', 'summer 2014'],
    ['2014-23', 'autumn 2014'],
    ['2014-24', 'winter 2014'],
    ['0999-24', 'winter 999'],
    ['0001-01-01', '1 January 1'],
    ['0000-01-01?', '1 January 1 BC (uncertain)'],
    ['2014/..', '2014/..'],
    ['2016/2014', '2016/2014'],
    ['some day', 'some day'],
  ])('%s is put into words as “%s”', (date, words) => {
    expect(printDate(date)).toBe(words);
  });

  test.each([
    ['2014-06-03', '2014'],
    ['2019?', '2019?'],
    ['2010-11?', '2010?'],
    ['2015-04-22~', 'c. 2015'],
    ['2015%', 'c. 2015?'],
    ['2014-24', '2014'],
    ['2014/2016', '2014–2016'],
    ['2014-06/2014-07', '2014'],
    ['201X', '201X'],
    ['2014-XX', '2014'],
    ['0000', '1 BC'],
    ['some day', 'some day'],
  ])('%s is told where there is little room as “%s”', (date, words) => {
    expect(printShortDate(date)).toBe(words);
  });

  test('that is looked for may be a season, or an interval, with an open end too', () => {
    expect(printInterval('2014-21')).toBe('spring 2014');
    expect(printInterval('2014/..')).toBe('from 2014');
    expect(printInterval('../2014')).toBe('until 2014');
    expect(printInterval('2014/2016')).toBe('2014 to 2016');
  });
});
