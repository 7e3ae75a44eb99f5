// Who says what as an event list: every statement once for each body and question, to be counted anywhere.
import { expect, test } from 'vitest';
import { printDate } from '../../../src/core/date';
import { toStatements } from '../../../src/core/discourse';
import { toVisible } from '../../../src/core/filter';
import { prepareExport } from '../../../src/core/formats/formats';
import { toDebate } from '../../../src/core/lanes';
import { toNetwork, type GraphPart } from '../../../src/core/formats/part';
import { toAffiliations, type AffiliationNetwork } from '../../../src/core/network';
import { groupBy } from '../../../src/core/group';
import { EVERYTHING, parseQuery } from '../../../src/core/query';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';
import { DEBATE } from './corpora';
import { readRows } from './readers';

const toPart = (text = '') => {
  const query = parseQuery(text, CORPUS);
  return { query, ids: toVisible(CORPUS, query) };
};
const write = (part: GraphPart, corpus = CORPUS) => {
  const { rows, write: writeIt } = atOnce(prepareExport(corpus, part, 'csv'));
  const read = readRows([...writeIt()].join(''));
  expect(read.length).toBe(rows);
  return read;
};
const ALL = write({ kind: 'visible', ...toPart() });

test('every statement is there, once for each body it is for and each question it is about', () => {
  const told = groupBy(ALL, ({ statement }) => statement!);
  const statements = toStatements(CORPUS);
  expect([...told.keys()]).toEqual(statements.map(({ utterance }) => utterance.id));
  for (const { utterance, said, speaker, bodies, about, article } of statements) {
    const rows = told.get(utterance.id)!;
    expect(rows.map(({ body, topic, stance }) => [body, topic, stance])).toEqual(
      bodies.flatMap((body) =>
        about.length === 0 ? [[body, '', '']] : about.map(({ target, stance }) => [body, target, stance]),
      ),
    );
    for (const row of rows) {
      expect(row).toMatchObject({ speaker, article, claim: said.id, claim_statement: said.statement });
      expect(row.words).toBe(utterance.passages[0]!.quote);
      expect(CORPUS.articles.get(row.article!)!.text).toContain(row.words);
      for (const end of ['speaker', 'body', 'topic', 'article'])
        expect(row[`${end}_name`]).toBe(CORPUS.nodes.get(row[end]!)?.label ?? '');
    }
  }
});

test.each([
  '',
  'type:claim',
  'basis:stated',
  'date:2014 speech:direct',
  'topic:one-word-judgment',
  'hide:organisation:adcs',
  'hide:topic:consistency,person:eileen-munro',
])('the affiliation network of what filters leave can be counted from it: %s', (text) => {
  const part = toPart(text);
  const network = atOnce(toNetwork(CORPUS, { kind: 'affiliation', ...part })) as AffiliationNetwork;
  const said = groupBy(
    write({ kind: 'visible', ...part }).filter(({ topic }) => topic !== ''),
    ({ body, topic }) => `${body} ${topic}`,
  );
  const weights = new Map(
    [...said].map(([tie, rows]) => [tie, new Set(rows.map(({ claim }) => claim)).size]),
  );
  expect(weights.size).toBeGreaterThan(5);
  expect(weights).toEqual(
    new Map(
      [...toAffiliations(network)].map(({ source, target, weight }) => [`${source} ${target}`, weight]),
    ),
  );
});

test('a date is EDTF, with the first and the last day it may lie on', () => {
  const days = new Map(ALL.map(({ date, earliest, latest }) => [date, [earliest, latest]]));
  expect(days.get('2010-11?')).toEqual(['2010-11-01', '2010-11-30']);
  for (const [date, [earliest, latest]] of days) {
    expect(printDate(date!)).not.toBe('');
    expect(earliest! <= latest!).toBe(true);
  }
});

test('of a debate it has what its chart has', () => {
  for (const topic of ['topic:one-word-judgment', 'topic:demand-excuse']) {
    const part = toPart('date:2010/2016');
    const { statements } = atOnce(toDebate(CORPUS, topic, part.query, part.ids));
    const rows = write({ kind: 'debate', topic, ...part });
    expect(new Set(rows.map(({ statement }) => statement))).toEqual(
      new Set([...statements.values()].flat().map(({ utterance }) => utterance.id)),
    );
    expect(rows.some((row) => row.topic === topic)).toBe(true);
  }
});

test('of what is selected, or lies around it, it has all who say the claims in it', () => {
  const claim = 'claim:ofsted-judgments-inconsistent-2014';
  const say = (rows: Record<string, string>[]) =>
    new Set(rows.filter((row) => row.claim === claim).map(({ speaker_name }) => speaker_name));
  const selected = write({ kind: 'selection', ids: [claim] });
  expect(new Set(selected.map((row) => row.claim))).toEqual(new Set([claim]));
  expect(say(selected).size).toBe(3);
  const around = write({ kind: 'around', focus: { ids: ['person:eileen-munro'], depth: 2 } });
  expect(say(around)).toEqual(say(selected));
  expect(write({ kind: 'selection', ids: ['organisation:ofsted'] })).toEqual([]);
});

test('a statement about no question is a row without one', () => {
  const edges = new Map([...DEBATE.edges].filter(([, { type }]) => type !== 'about'));
  const ids = new Set([...DEBATE.nodes.keys(), ...edges.keys()]);
  const rows = write({ kind: 'visible', ids, query: EVERYTHING }, { ...DEBATE, edges });
  expect(rows.map(({ statement, topic, stance }) => [statement, topic, stance])).toEqual(
    toStatements(DEBATE).map(({ utterance }) => [utterance.id, '', '']),
  );
});
