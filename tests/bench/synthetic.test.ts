// The made-up debates are debates: they keep the rules, and are as large and as even as they say.
import { expect, test } from 'vitest';
import { readCorpus } from '../../src/core/corpus';
import { incidenceOf } from '../../src/core/graph';
import { toFiles, toSynthetic } from './synthetic';

const CORPUS = toSynthetic(1000);

test('a debate of 1,000 nodes has three times as many edges and keeps every rule', () => {
  const read = readCorpus(toFiles(CORPUS));
  expect(read.nodes.size).toBe(1000);
  expect(read.edges.size).toBe(3000);
  expect(new Set(read.nodes.keys())).toEqual(new Set(CORPUS.nodes.keys()));
  for (const [id, edge] of CORPUS.edges) expect(read.edges.get(id)).toEqual(edge);
});

test('the same size gives the same debate, another size another', () => {
  expect(toFiles(toSynthetic(1000))).toEqual(toFiles(CORPUS));
  expect(toSynthetic(1001).nodes.get('claim:c0')).not.toEqual(CORPUS.nodes.get('claim:c0'));
});

test('statements and passages are as long as in the articles, a few nodes are hubs, dates run from 2000 to 2025', () => {
  const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const nodes = [...CORPUS.nodes.values()];
  const statements = nodes.flatMap((node) => ('statement' in node ? [node.statement.length] : []));
  expect(mean(statements)).toBeGreaterThan(115);
  expect(mean(statements)).toBeLessThan(135);
  const passages = nodes.flatMap((node) => (node.type === 'article' ? [] : [node.passages[0]!.quote.length]));
  expect(mean(passages)).toBeGreaterThan(295);
  expect(mean(passages)).toBeLessThan(315);
  const degrees = nodes.map(({ id }) => incidenceOf(CORPUS).get(id)!.length).toSorted((a, b) => b - a);
  expect(degrees[0]).toBeGreaterThan(100);
  expect(degrees[500]).toBeLessThan(10);
  const years = [...CORPUS.articles.values()].map(({ node }) => Number(node.date.slice(0, 4)));
  expect(Math.min(...years)).toBe(2000);
  expect(Math.max(...years)).toBe(2024);
});
