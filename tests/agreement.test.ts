import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toNewId } from '../src/core/act';
import { compareCodings, mergeCodings, toAlpha, toF1 } from '../src/core/agreement';
import { EMPTY } from '../src/core/model';
import { GraphFile } from '../src/core/schema';
import { readCorpus } from '../src/core/corpus';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const ARTICLES = [
  ['demand-no-excuse-2010', '004_1f30778279557ceb.txt'],
  ['high-caseloads-2014', '000_22c91d1266f468ca.txt'],
  ['too-tough-2015', '001_b7e7e7cfa3d0a4a3.txt'],
  ['inspection-changes-2016', '002_42f8d32c885e2004.txt'],
  ['ilacs-review-2019', '003_5031a30f68856265.txt'],
] as const;

const readCoding = (coder: string, article: string) =>
  GraphFile.parse(JSON.parse(read(`tests/codings/${coder}/${article}.json`)));
const CODINGS = ARTICLES.map(([article, seed]) => ({
  article,
  seed,
  text: read(`seeds/${seed}`),
  first: readCoding('first', article),
  second: readCoding('second', article),
}));
const COUNTED = ['first', 'second', 'both', 'sameType', 'sharedTopic', 'topics', 'sameStance'] as const;
type Counts = Record<(typeof COUNTED)[number], number>;
const agreements = CODINGS.map(({ article, first, second, text }) => ({
  article,
  ...compareCodings(first, second, text),
}));
const all = Object.fromEntries(
  COUNTED.map((key) => [key, agreements.reduce((sum, one) => sum + one[key], 0)]),
) as Counts;
const percent = (share: number) => `${Math.round(100 * share)} %`;
const toRow = (name: string, a: Counts) =>
  `| ${name} | ${a.first} | ${a.second} | ${a.both} | ${percent(toF1(a))} | ${percent(a.sameType / a.both)} | ${percent(a.sharedTopic / a.both)} | ${percent(a.sameStance / a.topics)} |`;

test.each([...agreements.map((one) => [one.article, one] as const), ['all', all] as const])(
  'the codebook tells how far the two codings of %s agree',
  (name, agreement) => {
    expect(read('graph/CODEBOOK.md')).toContain(toRow(name, agreement));
  },
);

test('a coding agrees with itself wholly, and with an empty one not at all', () => {
  for (const { first, text } of CODINGS) {
    const same = compareCodings(first, first, text);
    expect(same.both).toBe(same.first);
    expect(same.sameStance).toBe(same.topics);
    expect(same.alpha).toBe(1);
    expect(same.disagreements).toEqual([]);
    const none = compareCodings(first, { ...first, nodes: [], edges: [] }, text);
    expect(none.both).toBe(0);
    expect(none.alpha).toBeLessThan(0);
    expect(none.disagreements.map(({ kind }) => kind)).toEqual(Array(none.first).fill('only first'));
  }
});

test('all that two coders do not agree on is listed, in the order of the text, with what each has', () => {
  for (const { article, first, second, both, sameType, topics, sameStance, disagreements } of agreements) {
    const countOf = (kind: string) => disagreements.filter((one) => one.kind === kind).length;
    expect([article, countOf('only first'), countOf('only second')]).toEqual([
      article,
      first - both,
      second - both,
    ]);
    expect(countOf('type')).toBe(both - sameType);
    expect(countOf('stance')).toBe(topics - sameStance);
    expect(disagreements.map(({ at }) => at)).toEqual(
      disagreements.map(({ at }) => at).toSorted((a, b) => a - b),
    );
    for (const { kind, readings } of disagreements)
      if (!kind.startsWith('only')) expect(readings!.first).not.toBe(readings!.second);
  }
});

test('Krippendorff’s alpha is his: of his example of two observers, of chance, of all alike', () => {
  // Krippendorff 2011, example B: nominal data, two observers, no missing data.
  const [one, other] = ['a a b b d c c c e d d a', 'b a b b b c c c e d d d'].map((row) => row.split(' '));
  expect(toAlpha(one!, other!)).toBeCloseTo(0.692, 3);
  expect(toAlpha(['a', 'a'], ['a', 'a'])).toBe(1);
  expect(toAlpha(['a', 'b'], ['b', 'a'])).toBeLessThan(0);
});

describe('two codings merged', () => {
  test.each(CODINGS)(
    'of $article are one that can be read, with all that either found',
    ({ first, second, text, seed }) => {
      const merged = mergeCodings(first, second, text);
      const corpus = readCorpus(
        new Map([
          ['graph/merged.json', JSON.stringify(merged)],
          [`seeds/${seed}`, text],
        ]),
      );
      expect(corpus.nodes.size).toBe(merged.nodes.length);
      const of = (file: GraphFile) => compareCodings(file, merged, text);
      for (const coding of [first, second]) expect(of(coding).both).toBe(of(coding).first);
      const { both, first: one, second: other } = compareCodings(first, second, text);
      expect(of(first).second).toBe(one + other - both);
    },
  );

  test('keep apart topics whose questions differ in their last words only, whose ids are the same', () => {
    const { first, text, seed } = CODINGS[0]!;
    const [topic] = first.nodes.filter((node) => node.type === 'topic');
    const ask = (whom: string): GraphFile => {
      const label = `Should inspections of children’s services end in one word for ${whom}?`;
      const id = toNewId(EMPTY, 'topic', label);
      const edges = first.edges.map((edge) => (edge.target === topic!.id ? { ...edge, target: id } : edge));
      return {
        ...first,
        nodes: first.nodes.map((node) => (node === topic ? { ...topic, id, label } : node)),
        edges,
      };
    };
    const [one, other] = [ask('schools'), ask('councils')];
    const { sharedTopic, disagreements } = compareCodings(one, other, text);
    expect(sharedTopic).toBeLessThan(compareCodings(one, one, text).sharedTopic);
    expect(new Set(disagreements.map(({ kind }) => kind))).toEqual(new Set(['topics']));
    const { nodes, edges } = readCorpus(
      new Map([
        ['graph/merged.json', JSON.stringify(mergeCodings(one, other, text))],
        [`seeds/${seed}`, text],
      ]),
    );
    const asked = [...nodes.values()].filter(({ label }) => /for (schools|councils)\?$/.test(label));
    const about = (id: string) => [...edges.values()].filter(({ target }) => target === id).length;
    const before = first.edges.filter(({ target }) => target === topic!.id).length;
    expect(asked.map(({ id }) => about(id))).toEqual([before, before]);
  });

  test('have one node for who has one name, however it is written, and one article', () => {
    const { first, text, seed } = CODINGS.find(({ article }) => article === 'high-caseloads-2014')!;
    const file = JSON.stringify(first)
      .replaceAll('"person:eileen-munro"', '"person:munro"')
      .replaceAll('"label":"Eileen Munro"', '"label":"eileen  munro"')
      .replaceAll(`"article:high-caseloads-2014"`, '"article:caseloads"');
    const merged = mergeCodings(first, GraphFile.parse(JSON.parse(file)), text);
    expect(merged.nodes.map(({ id }) => id)).toEqual(first.nodes.map(({ id }) => id));
    expect(merged.edges.length).toBe(first.edges.length);
    expect(() =>
      readCorpus(
        new Map([
          ['graph/merged.json', JSON.stringify(merged)],
          [`seeds/${seed}`, text],
        ]),
      ),
    ).not.toThrow();
  });

  test('rest on the first’s words alone where the second reads them otherwise', () => {
    const { first, text } = CODINGS[0]!;
    const about = first.edges.find((edge) => edge.type === 'about' && edge.stance === 'for')!;
    const other = first.edges.find(({ passages }) => passages[0]!.quote !== about.passages[0]!.quote)!;
    const second: GraphFile = {
      ...first,
      edges: first.edges.map((edge) =>
        edge.id === about.id && edge.type === 'about'
          ? { ...edge, stance: 'against', passages: other.passages }
          : edge,
      ),
    };
    expect(mergeCodings(first, second, text)).toEqual(first);
  });

  test('of the same are the same', () => {
    for (const { first, text } of CODINGS) expect(mergeCodings(first, first, text)).toEqual(first);
  });
});
