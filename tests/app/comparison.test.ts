// A comparison as a table, against what the comparison itself holds.
import { describe, expect, test } from 'vitest';
import { printRelation, toComparisonTable } from '../../src/app/views/comparison';
import { compare, type ByTopic } from '../../src/core/compare';
import { toStatements } from '../../src/core/discourse';
import { CORPUS } from '../shipped';
import { atOnce } from '../../src/core/steps';

const ALL = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]);
const flat = <T>(groups: ByTopic<T>): T[] => groups.flatMap(({ items }) => [...items]);

describe.each([
  ['organisation:adcs', 'organisation:ofsted'],
  ['organisation:impower', 'organisation:ofsted'],
  ['article:high-caseloads-2014', 'article:ilacs-review-2019'],
  ['../2014', '2015/..'],
])('%s beside %s, as a table', (first, second) => {
  const found = atOnce(compare(CORPUS, toStatements(CORPUS), ALL, [first, second]));
  const { header, rows } = toComparisonTable(CORPUS, found, ['one', 'the other']);
  const read = rows.map((row) => Object.fromEntries(row.map((cell, at) => [header[at]!, cell])));

  test('has a row for everything that is compared, and for nothing twice', () => {
    const ties = [...flat(found.agreements), ...flat(found.disagreements), ...flat(found.answers)];
    const wanted = new Set([
      ...flat(found.same).map(({ said }) => said.id),
      ...ties.flatMap((tie) => [tie.first.node.id, tie.second.node.id]),
      ...[...flat(found.onlyFirst), ...flat(found.onlySecond)].map(({ node }) => node.id),
    ]);
    expect(new Set(read.map((row) => row.Id))).toEqual(wanted);
    expect(new Set(read.map((row) => `${row.Id} ${row['Who says it']}`)).size).toBe(rows.length);
    for (const row of rows) expect(row).toHaveLength(header.length);
  });

  test('says who says it: one, the other, or both', () => {
    const both = flat(found.same).map(({ said }) => said.id);
    for (const { Id, 'Who says it': who } of read)
      if (both.includes(Id!)) expect(who).toBe('one and the other');
      else expect(['one', 'the other']).toContain(who);
    for (const { node } of flat(found.onlyFirst))
      expect(read.find(({ Id }) => Id === node.id)).toMatchObject({
        'Who says it': 'one',
        'Where they stand': 'only one, without a line to the other',
      });
  });

  test('tells each line between the two from both its ends, with the words it rests on', () => {
    for (const { edge, first: mine, second: theirs } of flat(found.disagreements))
      for (const [end, other] of [
        [mine.node, theirs.node],
        [theirs.node, mine.node],
      ] as const) {
        const row = read.find(
          ({ Id, 'Where they stand': stand }) => Id === end.id && stand!.includes('disagree'),
        )!;
        const relation = printRelation(edge, edge.source === end.id ? 'out' : 'back');
        expect(row['How it stands to the other side']).toContain(`${relation} “${other.label}”`);
        expect(row['The words for that']).toContain(edge.passages[0]!.quote);
      }
  });

  test('gives of each utterance who says it, when, the words and the article, in the same order', () => {
    for (const { said, first: mine, second: theirs } of flat(found.same)) {
      const row = read.find(({ Id }) => Id === said.id)!;
      const quotes = [...new Set([...mine, ...theirs])].map(({ utterance }) => utterance.passages[0]!.quote);
      expect(row['Its words in the article']).toBe(quotes.join('\n'));
      expect(row.Speakers!.split('\n')).toHaveLength(quotes.length);
      expect(row.Article!.split('\n')).toHaveLength(quotes.length);
    }
    for (const row of read) expect(row['Its words in the article']).not.toBe('');
  });
});
