// Which side of a comparison something belongs to: who says it, or itself.
import { expect, test } from 'vitest';
import { findSide, printElse, printRest, printSide, toChoices, toHalves } from '../../src/app/views/sides';
import { parseDate } from '../../src/core/date';
import { toStatements } from '../../src/core/discourse';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

test('an actor and an article are sides themselves, a claim and its being said are of the body that says it', () => {
  const [statement] = toStatements(CORPUS);
  const { body, said, utterance, article } = statement!;
  expect(findSide(CORPUS, body)).toBe(body);
  expect(findSide(CORPUS, article)).toBe(article);
  expect(findSide(CORPUS, said.id)).toBe(body);
  expect(findSide(CORPUS, utterance.id)).toBe(body);
});

test('what nobody says, and nothing, is on no side', () => {
  const topic = [...CORPUS.nodes.values()].find(({ type }) => type === 'topic')!;
  expect(findSide(CORPUS, topic.id)).toBeUndefined();
  expect(findSide(CORPUS, undefined)).toBeUndefined();
});

test('a side is called by its short name, an article by its year too, with what is not certain of it, a time by its years', () => {
  expect(printSide(CORPUS, 'organisation:adcs')).toBe('ADCS');
  expect(printSide(CORPUS, 'article:ilacs-review-2019')).toBe('Community Care, 2019?');
  expect(printSide(CORPUS, 'article:high-caseloads-2014')).toMatch(/, 2014$/);
  expect(printSide(CORPUS, '../2014')).toBe('until 2014');
  expect(printSide(CORPUS, '2015/..')).toBe('from 2015');
  expect(printSide(CORPUS, '2010/2014')).toBe('2010 to 2014');
});

test('what the few words for a side leave out is told beside them, so that no name is cut', () => {
  expect(printRest(CORPUS, 'organisation:adcs')).toBe('Association of Directors of Children’s Services');
  expect(printRest(CORPUS, 'article:ilacs-review-2019')).toBe(
    CORPUS.nodes.get('article:ilacs-review-2019')!.label,
  );
  expect(printRest(CORPUS, 'organisation:ofsted')).toBe('');
  expect(printRest(CORPUS, '2010')).toBe('');
});

test.each([
  ['organisation:councils', 'What else is said by Councils (local authorities)'],
  ['report:ilacs-review-2019', 'What else is said by Ofsted’s review of its ILACS inspections (2019)'],
  ['article:ilacs-review-2019', 'What else is said in Community Care, 2019?'],
  ['topic:one-word-judgment', 'What else is said on Should inspections end in a one-word judgment?'],
  ['2010', 'What else is said in 2010'],
  ['2014-06', 'What else is said in June 2014'],
  ['2014-06-03', 'What else is said on 3 June 2014'],
  ['2010/2014', 'What else is said from 2010 to 2014'],
  ['../2014', 'What else is said until 2014'],
  ['2015/..', 'What else is said from 2015'],
])('what else is said on the side of %s is called “%s”', (side, words) => {
  expect(printElse(CORPUS, side)).toBe(words);
});

test('times are offered as dates that can be read, in the first thousand years too', () => {
  const [one] = toStatements(CORPUS);
  const statements = ['-0044', '0999', '2014', 'Y12000'].map((date) => {
    const range = parseDate(date)!;
    return { ...one!, date, range };
  });
  const choices = new Map(atOnce(toChoices(CORPUS, statements)));
  expect(choices.get('Times')!.map(([id]) => id)).toEqual([
    '-0044',
    '0999',
    '2014',
    'Y12000',
    '../-0044',
    '../0999',
    '../2014',
    '0999/..',
    '2014/..',
  ]);
});

test('two times are offered, before and since the middle of the years, where dates can say so', () => {
  expect(toHalves([2010, 2014, 2015, 2019])).toEqual(['../2014', '2015/..']);
  expect(toHalves([998, 999])).toEqual(['../0998', '0999/..']);
  expect(toHalves([2014])).toBeUndefined();
  expect(toHalves([2014, 12_000])).toBeUndefined();
});
