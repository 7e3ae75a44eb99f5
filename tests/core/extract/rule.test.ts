// Every rule that proposes is told in plain words.
import { expect, test } from 'vitest';
import { propose } from '../../../src/core/extract/propose';
import { printRule, RULES } from '../../../src/core/extract/rule';
import { CORPUS } from '../../shipped';

test('each rule that proposes from the shipped articles is a sentence', () => {
  const rules = new Set(
    [...CORPUS.articles.values()].flatMap(({ text }) => propose(text, []).map(({ rule }) => rule)),
  );
  expect(rules.size).toBeGreaterThan(10);
  for (const rule of rules) expect(Object.keys(RULES)).toContain(rule);
  for (const words of Object.values(RULES)) expect(words).toMatch(/^[a-z].*\.$/);
});

test('a rule of another version is told by its name', () => {
  expect(printRule('constructor')).toBe('the rule ‘constructor’ applies.');
});
