import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compare, type Agreement } from './agreement';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const ARTICLES = [
  ['demand-no-excuse-2010', '004_1f30778279557ceb.txt'],
  ['high-caseloads-2014', '000_22c91d1266f468ca.txt'],
  ['too-tough-2015', '001_b7e7e7cfa3d0a4a3.txt'],
  ['inspection-changes-2016', '002_42f8d32c885e2004.txt'],
  ['ilacs-review-2019', '003_5031a30f68856265.txt'],
] as const;

const agreements = ARTICLES.map(([article, seed]) => {
  const codings = ['first', 'second'].map((coder): unknown =>
    JSON.parse(read(`tests/codings/${coder}/${article}.json`)),
  );
  return [article, compare(codings[0], codings[1], read(`seeds/${seed}`))] as const;
});
const all = agreements.reduce<Agreement>(
  (sum, [, next]) =>
    Object.fromEntries(
      Object.entries(sum).map(([key, value]) => [key, value + next[key as keyof Agreement]]),
    ) as Agreement,
  { first: 0, second: 0, both: 0, sameType: 0, sharedTopic: 0, topics: 0, sameStance: 0 },
);
const percent = (share: number) => `${Math.round(100 * share)} %`;
const toRow = (name: string, a: Agreement) =>
  `| ${name} | ${a.first} | ${a.second} | ${a.both} | ${percent((2 * a.both) / (a.first + a.second))} | ${percent(a.sameType / a.both)} | ${percent(a.sharedTopic / a.both)} | ${percent(a.sameStance / a.topics)} |`;

test.each([...agreements, ['all', all] as const])(
  'the codebook tells how far the two codings of %s agree',
  (name, agreement) => {
    expect(read('graph/CODEBOOK.md')).toContain(toRow(name, agreement));
  },
);

test('a coding agrees with itself wholly, and with an empty one not at all', () => {
  const file = JSON.parse(read('tests/codings/first/too-tough-2015.json')) as object;
  const text = read('seeds/001_b7e7e7cfa3d0a4a3.txt');
  const same = compare(file, file, text);
  expect(same.both).toBe(same.first);
  expect(same.sameStance).toBe(same.topics);
  expect(compare(file, { ...file, nodes: [], edges: [] }, text).both).toBe(0);
});
