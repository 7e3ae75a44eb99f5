import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ASPECTS, compareCodings, toAlike, toAlpha, toF1, toTotal, type Total } from '../src/core/agreement';
import { readDraft } from '../src/core/corpus';
import { GraphFile } from '../src/core/schema';
import { compareCorpora } from '../src/core/settlement';
import { atOnce } from '../src/core/steps';

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
const agreements = CODINGS.map(({ article, seed, text, first, second }) => {
  const [one, other] = [first, second].map((file) =>
    readDraft(
      new Map([
        [`graph/${article}.json`, JSON.stringify(file)],
        [`seeds/${seed}`, text],
      ]),
    ),
  );
  const [compared] = atOnce(compareCorpora(one!, other!)).articles.values();
  return { article, ...compared!.agreement };
});
const all = toTotal(agreements);
const percent = (share: number) => `${Math.round(100 * share)} %`;
const toShare = ({ readings }: Total, aspect: (typeof ASPECTS)[number]) =>
  toAlike(readings[aspect]).same / readings[aspect].length;
const toRow = (name: string, a: Total) =>
  `| ${name} | ${a.first} | ${a.second} | ${a.both} | ${percent(toF1(a))} | ${percent(toShare(a, 'type'))} | ${percent(a.sharedTopic / a.both)} | ${percent(toShare(a, 'stance'))} |`;

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
    for (const aspect of ASPECTS)
      expect(toAlike(same.readings[aspect])).toEqual({ same: same.readings[aspect].length, alpha: 1 });
    expect(same.alpha).toBe(1);
    expect(same.disagreements).toEqual([]);
    const none = compareCodings(first, { ...first, nodes: [], edges: [] }, text);
    expect(none.both).toBe(0);
    expect(none.alpha).toBeLessThan(0);
    expect(none.disagreements.map(({ kind }) => kind)).toEqual(Array(none.first).fill('only first'));
  }
});

test('all that two coders do not agree on is listed, in the order of the text, with what each has', () => {
  for (const { article, first, second, both, disagreements, ...agreement } of agreements) {
    const countOf = (kind: string) => disagreements.filter((one) => one.kind === kind).length;
    expect([article, countOf('only first'), countOf('only second')]).toEqual([
      article,
      first - both,
      second - both,
    ]);
    for (const aspect of ASPECTS)
      expect(countOf(aspect)).toBe(
        agreement.readings[aspect].length - toAlike(agreement.readings[aspect]).same,
      );
    for (const aspect of ['type', 'speakers', 'topics'] as const)
      expect(agreement.readings[aspect]).toHaveLength(both);
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

test('how what both found is read is told by Krippendorff’s alpha, of each article and of all together', () => {
  for (const aspect of ASPECTS) {
    const pairs = agreements.flatMap(({ readings }) => readings[aspect]);
    expect(all.readings[aspect]).toEqual(pairs);
    const { same, alpha } = toAlike(pairs);
    // Above chance, and below the share of those alike, from which chance is taken.
    expect(alpha).toBeGreaterThan(0.5);
    expect(alpha).toBeLessThan(same / pairs.length);
    expect(alpha).toBe(
      toAlpha(
        pairs.map(([one]) => one),
        pairs.map(([, other]) => other),
      ),
    );
  }
  const [one] = CODINGS;
  const swapped = {
    ...one!.first,
    edges: one!.first.edges.map((edge) =>
      edge.type === 'about' && edge.stance !== 'neutral'
        ? { ...edge, stance: edge.stance === 'for' ? ('against' as const) : ('for' as const) }
        : edge,
    ),
  };
  const { readings } = compareCodings(one!.first, swapped, one!.text);
  expect(toAlike(readings.stance).alpha).toBeLessThan(0.1);
  for (const aspect of ['type', 'speakers', 'topics'] as const)
    expect(toAlike(readings[aspect]).alpha).toBe(1);
});
