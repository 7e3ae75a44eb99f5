// The real seeds/ and graph/ are what they promise to be.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { accountFor, findUnaccounted } from '../src/core/corpus';
import { toPassages } from '../src/core/model';
import { toJsonSchema } from '../src/core/schema';
import { CORPUS, FILES, findProblems, parseFile, ROOT } from './shipped';

/** sha256 of each article as it was handed over. */
const SEEDS = {
  '000_22c91d1266f468ca.txt': 'f5f832f11c32a3f708ee5328682f123fbf9ea3cb61a38bcf65dfdf63618f836d',
  '001_b7e7e7cfa3d0a4a3.txt': '5e62e7d6c10afd6b29c03668c9133ade199117205625913930c631114e0ca40c',
  '002_42f8d32c885e2004.txt': '369a74badbd7fb2077a081505ed5a6c686aae3d5f1749554e32ec9f18af93b04',
  '003_5031a30f68856265.txt': 'ac4b9a66dd6e0d7a7872ecff436434eb8d99d3d565babf65bfdbdadd4401e735',
  '004_1f30778279557ceb.txt': 'd215ae41654b792e21b6cddcfe2369430e8bf16d2b8f9be04192a5602f566d15',
};

const NODES = [...CORPUS.nodes.values()];
const EDGES = [...CORPUS.edges.values()];
const GRAPH_FILES = [...FILES.keys()].filter(
  (name) => /^graph\/[^/]+\.json$/.test(name) && !name.endsWith('schema.json'),
);

describe('the articles', () => {
  test('are byte for byte what was handed over', () => {
    expect([...FILES.keys()].filter((name) => name.startsWith('seeds/'))).toEqual(
      Object.keys(SEEDS).map((name) => `seeds/${name}`),
    );
    for (const [name, hash] of Object.entries(SEEDS)) {
      const bytes = readFileSync(path.join(ROOT, 'seeds', name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
      expect(Buffer.from(FILES.get(`seeds/${name}`)!).equals(bytes)).toBe(true);
    }
  });

  test('have every sentence coded or left out for a reason', () => {
    expect(findUnaccounted(CORPUS)).toEqual([]);
    for (const article of CORPUS.articles.keys())
      for (const sentence of accountFor(CORPUS, article)) {
        expect(sentence.state).not.toBe('unaccounted');
        expect(sentence.gaps).toEqual([]);
      }
  });

  test('are mostly coded, not left out', () => {
    for (const article of CORPUS.articles.keys()) {
      const sentences = accountFor(CORPUS, article);
      const coded = sentences.filter(({ state }) => state === 'coded');
      expect(coded.length / sentences.length).toBeGreaterThan(0.5);
    }
  });
});

describe('the graph', () => {
  test('has no problems', () => {
    expect(findProblems(FILES)).toEqual([]);
  });

  test('has for every node and edge a passage that stands word for word where it says', () => {
    const odd = [...NODES, ...EDGES].filter(
      (item) =>
        item.passages.length === 0 ||
        toPassages(item).some(
          ({ article, quote, start, end }) =>
            quote.trim() === '' || CORPUS.articles.get(article)!.text.slice(start, end) !== quote,
        ),
    );
    expect(odd.map(({ id }) => id)).toEqual([]);
  });

  test('has not lost anything since it was coded', () => {
    const size = (...types: string[]) => NODES.filter(({ type }) => types.includes(type)).length;
    expect(size('article')).toBe(5);
    expect(size('claim')).toBeGreaterThanOrEqual(200);
    expect(size('recommendation')).toBeGreaterThanOrEqual(30);
    expect(size('person', 'organisation', 'report')).toBeGreaterThanOrEqual(80);
    expect(size('topic')).toBeGreaterThanOrEqual(20);
    const edges = (...types: string[]) => EDGES.filter(({ type }) => types.includes(type)).length;
    expect(edges('authored', 'states')).toBeGreaterThanOrEqual(size('claim', 'recommendation'));
    expect(edges('about')).toBeGreaterThanOrEqual(size('claim', 'recommendation'));
    expect(edges('disputes')).toBeGreaterThanOrEqual(20);
    expect(edges('supports')).toBeGreaterThanOrEqual(150);
    expect(edges('responds-to')).toBeGreaterThanOrEqual(30);
  });

  test('has headlines of claims and recommendations of at most 60 characters', () => {
    const long = NODES.filter(
      ({ type, label }) => (type === 'claim' || type === 'recommendation') && label.length > 60,
    );
    expect(long.map(({ label }) => label)).toEqual([]);
  });

  test('has claims and recommendations under at most three topics, as the codebook says', () => {
    const topics = new Map<string, number>();
    for (const { type, source } of EDGES)
      if (type === 'about') topics.set(source, (topics.get(source) ?? 0) + 1);
    const wide = NODES.filter(
      ({ id, type }) => (type === 'claim' || type === 'recommendation') && topics.get(id)! > 3,
    );
    expect(wide.map(({ id }) => id)).toEqual([]);
  });

  test('has topics that are questions', () => {
    for (const { type, label } of NODES) if (type === 'topic') expect(label).toMatch(/\?$/);
  });

  test('says of every inferred edge why, and of no other', () => {
    const odd = EDGES.filter(({ basis, rationale }) => (rationale !== undefined) !== (basis === 'inferred'));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

describe('the files of the graph', () => {
  test('are one for each article, named like it, and shared.json', () => {
    expect(GRAPH_FILES.toSorted()).toEqual(
      [
        'graph/shared.json',
        ...[...CORPUS.articles.keys()].map((id) => `graph/${id.replace('article:', '')}.json`),
      ].toSorted(),
    );
    for (const id of CORPUS.articles.keys())
      expect(parseFile(`graph/${id.replace('article:', '')}.json`).nodes.map((node) => node.id)).toContain(
        id,
      );
  });

  test('point to their schema, which is the one the program has', () => {
    for (const name of GRAPH_FILES) expect(parseFile(name).$schema).toBe('./schema.json');
    expect(FILES.get('graph/schema.json')).toBe(`${JSON.stringify(toJsonSchema(), null, 2)}\n`);
  });
});
