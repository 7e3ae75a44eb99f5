// Which side of a comparison something belongs to: who says it, or itself.
import { expect, test } from 'vitest';
import { findSide, printSide } from '../../src/app/views/sides';
import { toStatements } from '../../src/core/discourse';
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

test('a side is called by its short name, a time by its years', () => {
  expect(printSide(CORPUS, '../2014')).toBe('up to 2014');
  expect(printSide(CORPUS, '2015/..')).toBe('from 2015');
  expect(printSide(CORPUS, '2010/2014')).toBe('2010–2014');
});
