// The time line: how it is cut into steps, and how steps become dates and dates steps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate, parseInterval } from '../../src/core/date';
import { findStep, printBrush, stepsOf, toBrush, toSteps } from '../../src/core/timeline';
import { CORPUS } from '../shipped';

const from = (...dates: string[]) => toSteps(dates.map((date) => parseDate(date)!));
const names = (...dates: string[]) =>
  from(...dates).map(({ first, last }) => (first === last ? first : `${first}/${last}`));

describe('the steps of time', () => {
  test('are the years from the first article to the last in the real corpus, empty ones too', () => {
    expect(stepsOf(CORPUS).map(({ first }) => first)).toEqual(
      Array.from({ length: 10 }, (_, index) => `${2010 + index}`),
    );
  });

  test('are finer where everything was said within little time', () => {
    expect(names('2014-02-27', '2014-03-02')).toEqual([
      '2014-02-27',
      '2014-02-28',
      '2014-03-01',
      '2014-03-02',
    ]);
    expect(names('2014-11-03', '2015-02-01')).toEqual(['2014-11', '2014-12', '2015-01', '2015-02']);
    expect(names('2014-02-03', '2016-11-01').slice(0, 2)).toEqual(['2014-01/2014-03', '2014-04/2014-06']);
    expect(names('2014-02-03', '2016-11-01')).toHaveLength(12);
  });

  test('are never finer than most dates are known', () => {
    expect(names('2014', '2014', '2015', '2014-06-03')).toEqual(['2014', '2015']);
    expect(names('2014?')).toEqual(['2014']);
  });

  test('are tens of years, and hundreds, over a long time', () => {
    expect(names('1894', '2019')[0]).toBe('1890/1899');
    expect(names('1894', '2019')).toHaveLength(13);
    expect(names('0044', '2019')).toHaveLength(21);
    expect(from('-0044', '2019').length).toBeLessThanOrEqual(80);
  });

  test('are none where nothing has a date', () => {
    expect(toSteps([])).toEqual([]);
    expect(toBrush([], ['2014'])).toBeUndefined();
  });

  test('follow on one another without a gap, are dates that can be read, and hold every date given', () => {
    const date = fc
      .date({ min: new Date('0050-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
      .map((one) => one.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 5 }), (dates) => {
        const steps = from(...dates);
        for (const [index, step] of steps.entries()) {
          const text = step.first === step.last ? step.first : `${step.first}/${step.last}`;
          expect(parseInterval(text)).toEqual({ start: step.start, end: step.end });
          if (index > 0) expect(step.start).toBe(steps[index - 1]!.end + 1);
        }
        for (const one of dates) {
          const { start } = parseDate(one)!;
          const step = steps[findStep(steps, start)]!;
          expect(step.start <= start && start <= step.end).toBe(true);
        }
      }),
    );
  });
});

describe('a brush', () => {
  const steps = stepsOf(CORPUS);

  test('is the interval from its first step to its last, and found again from it', () => {
    for (let first = 0; first < steps.length; first++)
      for (let last = first; last < steps.length; last++) {
        const text = printBrush(steps, { from: first, to: last });
        if (text === undefined) expect([first, last]).toEqual([0, steps.length - 1]);
        else expect(toBrush(steps, [text])).toEqual({ from: first, to: last });
      }
    expect(printBrush(steps, { from: 4, to: 4 })).toBe('2014');
    expect(printBrush(steps, { from: 4, to: 6 })).toBe('2014/2016');
  });

  test('shows dates that lie across steps, open intervals, and several at once', () => {
    expect(toBrush(steps, undefined)).toBeUndefined();
    expect(toBrush(steps, ['2014-06-03'])).toEqual({ from: 4, to: 4 });
    expect(toBrush(steps, ['2014-06/2015-02'])).toEqual({ from: 4, to: 5 });
    expect(toBrush(steps, ['2015/..'])).toEqual({ from: 5, to: 9 });
    expect(toBrush(steps, ['../2011'])).toEqual({ from: 0, to: 1 });
    expect(toBrush(steps, ['2010', '2014'])).toEqual({ from: 0, to: 4 });
  });

  test('is none where the dates touch no step, and what touches none does not widen it', () => {
    expect(toBrush(steps, ['2500'])).toBeUndefined();
    expect(toBrush(steps, ['1066', '2500'])).toBeUndefined();
    expect(toBrush(steps, ['../2009'])).toBeUndefined();
    expect(toBrush(steps, ['2014', '2500'])).toEqual({ from: 4, to: 4 });
    expect(toBrush(steps, ['1066/2014-02'])).toEqual({ from: 0, to: 4 });
    expect(toBrush(steps, ['2018/2500'])).toEqual({ from: 8, to: 9 });
  });
});
