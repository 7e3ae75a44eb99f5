// Who changed sides, against a plain count of what is said in each year, and against the comparison of both times.
import { expect, test } from 'vitest';
import { toChanges } from '../../src/core/change';
import { compare } from '../../src/core/compare';
import { parseDate } from '../../src/core/date';
import { toStatements, type Statement } from '../../src/core/discourse';
import { matchStatements, toVisible } from '../../src/core/filter';
import { parseQuery } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const STATEMENTS = toStatements(CORPUS);
const CHANGES = atOnce(toChanges(CORPUS, STATEMENTS));
const atDate = (statements: readonly Statement[], date: string): Statement[] =>
  statements.map((statement) => ({ ...statement, date, range: parseDate(date)! }));

test('those changed sides whose claims are more on one side in the first year and on the other in the last', () => {
  // No date here reaches from one year into another.
  const tallies = new Map<string, Map<number, Map<string, string>>>();
  for (const { bodies, about, range } of STATEMENTS)
    for (const body of bodies)
      for (const { id, target, stance } of about) {
        const years = tallies.get(`${body} ${target}`) ?? new Map<number, Map<string, string>>();
        tallies.set(`${body} ${target}`, years);
        years.set(range.year, (years.get(range.year) ?? new Map<string, string>()).set(id, stance));
      }
  const wanted = [...tallies].flatMap(([key, years]) => {
    const sides = [...years]
      .toSorted(([a], [b]) => a - b)
      .map(([, stances]) => {
        const count = (stance: string) => [...stances.values()].filter((one) => one === stance).length;
        return Math.sign(count('for') - count('against'));
      })
      .filter((side) => side !== 0);
    return sides.length > 0 && sides[0] !== sides.at(-1) ? [key] : [];
  });
  expect(CHANGES.map(({ body, topic }) => `${body} ${topic}`).toSorted()).toEqual(wanted.toSorted());
  expect(wanted).toHaveLength(5);
});

test('both times of a change, compared, lean to opposite sides, by as many claims as it tells', () => {
  for (const { body, topic, first, last } of CHANGES) {
    const query = parseQuery(`actor:${body} topic:${topic}`, CORPUS);
    const visible = toVisible(CORPUS, query);
    const statements = atOnce(matchStatements(CORPUS, query, visible));
    const { stands } = atOnce(compare(CORPUS, statements, visible, [first.date, last.date]));
    expect(stands.map((stand) => [stand.topic.id, stand.lean])).toEqual([[topic, 'opposite']]);
    for (const [moment, positions] of [
      [first, stands[0]!.first],
      [last, stands[0]!.second],
    ] as const)
      for (const stance of ['for', 'against'] as const)
        expect(
          positions
            .filter(({ edge }) => edge.stance === stance)
            .map(({ voice }) => voice.node.id)
            .toSorted(),
        ).toEqual(moment[stance].toSorted());
  }
});

test('the most told is first, and a year is one time with the days in it', () => {
  const [most] = CHANGES;
  expect(most).toMatchObject({ body: 'organisation:ofsted', topic: 'topic:state-of-services' });
  expect([most!.first.side, most!.first.for.length, most!.first.against.length]).toEqual([-1, 1, 9]);
  expect([most!.last.side, most!.last.for.length, most!.last.against.length]).toEqual([1, 11, 5]);
  const single = CHANGES.find(({ topic }) => topic === 'topic:single-framework')!;
  expect([single.first.date, single.last.date]).toEqual(['2014', '2019?']);
});

test('nobody changed sides in what may all have been said at once, or where only one side is taken', () => {
  expect(atOnce(toChanges(CORPUS, atDate(STATEMENTS, '2014')))).toEqual([]);
  const [half, rest] = [STATEMENTS.slice(0, 200), STATEMENTS.slice(200)];
  const overlapping = [...atDate(half, '2010/2014'), ...atDate(rest, '2013/2019')];
  expect(atOnce(toChanges(CORPUS, overlapping))).toEqual([]);
  const parted = atOnce(toChanges(CORPUS, [...atDate(half, '2010/2012'), ...atDate(rest, '2013/2019')]));
  expect(parted.length).toBeGreaterThan(0);
  for (const { first, last } of parted) expect([first.date, last.date]).toEqual(['2010/2012', '2013/2019']);
  const onOne = STATEMENTS.map((statement) => ({
    ...statement,
    about: statement.about.filter(({ stance }) => stance !== 'against'),
  }));
  expect(atOnce(toChanges(CORPUS, onOne))).toEqual([]);
});

test('a time that no date covers is told from its first day to its last', () => {
  const [some] = CHANGES;
  const own = STATEMENTS.filter(
    ({ bodies, about }) => bodies.includes(some!.body) && about.some(({ target }) => target === some!.topic),
  );
  const early = own.filter(({ range }) => range.year === 2010);
  const [first, ...others] = early;
  const statements = [
    ...atDate([first!], '2010-11/2011-02'),
    ...atDate(others, '2011-01/2011-06'),
    ...own.filter((one) => !early.includes(one)),
  ];
  const [change] = atOnce(toChanges(CORPUS, statements));
  expect(change!.first.date).toBe('2010-11-01/2011-06-30');
});
