// Who says what as an event list: every statement once for each body and question, to be counted anywhere.
import { expect, test } from 'vitest';
import { printDate } from '../../../src/core/date';
import { toStatements } from '../../../src/core/discourse';
import { toVisible } from '../../../src/core/filter';
import { prepareExport } from '../../../src/core/formats/formats';
import { toDebate } from '../../../src/core/lanes';
import { toNetwork, type GraphPart } from '../../../src/core/formats/part';
import {
  toAffiliations,
  toTies,
  type ActorNetwork,
  type AffiliationNetwork,
} from '../../../src/core/network';
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

test('every statement has the web address of its article, where that is known', () => {
  expect(new Set(ALL.map(({ article_url }) => article_url))).toEqual(new Set(['']));
  const rows = write({ kind: 'visible', query: EVERYTHING, ids: toVisible(DEBATE, EVERYTHING) }, DEBATE);
  for (const { article, article_url } of rows)
    expect(article_url).toBe(DEBATE.articles.get(article!)!.node.url ?? '');
  expect(rows.map(({ article_url }) => article_url)).toContain('https://daily.example/grades?a=1&b=<2>');
});

test.each([
  '',
  'type:claim',
  'basis:stated',
  'date:2014 speech:direct',
  'topic:one-word-judgment',
  'hide:organisation:adcs',
  'hide:topic:consistency,person:eileen-munro',
  'hide:organisation:ofsted,person:steve-crocker',
])('the networks of bodies and of people of what filters leave can be counted from it: %s', (text) => {
  const part = toPart(text);
  const rows = write({ kind: 'visible', ...part }).filter(({ topic }) => topic !== '');
  const countClaims = (some: typeof rows) => new Set(some.map(({ claim }) => claim)).size;
  for (const [actors, column] of [
    ['bodies', 'body'],
    ['people', 'person'],
  ] as const) {
    const own = rows.filter((row) => row[column] !== '');
    const network = atOnce(toNetwork(CORPUS, { kind: 'affiliation', actors, ...part })) as AffiliationNetwork;
    const said = groupBy(own, (row) => `${row[column]} ${row.topic}`);
    expect(said.size).toBeGreaterThan(5);
    expect(new Map([...said].map(([tie, some]) => [tie, countClaims(some)]))).toEqual(
      new Map(
        [...toAffiliations(network)].map(({ source, target, weight }) => [`${source} ${target}`, weight]),
      ),
    );
    const all = new Set(rows.map(({ statement }) => statement)).size;
    const taken = new Set(own.map(({ statement }) => statement)).size;
    expect(network.coverage).toEqual({ statements: all, leftOut: all - taken });
    // A side is the one that more of what one says is on, each claim's topic once.
    const toSide = (some: typeof rows) => {
      const stances = new Map(some.map(({ claim, stance }) => [claim, stance]));
      const count = (stance: string) => [...stances.values()].filter((one) => one === stance).length;
      return Math.sign(count('for') - count('against'));
    };
    const sides = new Map([...said].map(([tie, some]) => [tie, toSide(some)]));
    const names = [...new Set(own.map((row) => row[column]!))];
    const topics = [...new Set(own.map(({ topic }) => topic!))];
    for (const [kind, sign] of [
      ['congruence', 1],
      ['conflict', -1],
    ] as const) {
      const wanted = names.flatMap((one, index) =>
        names.slice(index + 1).flatMap((other) => {
          const joined = topics.filter(
            (topic) => (sides.get(`${one} ${topic}`) ?? 0) * (sides.get(`${other} ${topic}`) ?? 0) === sign,
          );
          return joined.length > 0 ? [`${[one, other].toSorted().join(' ')}: ${joined.length}`] : [];
        }),
      );
      const ties = toTies(atOnce(toNetwork(CORPUS, { kind, actors, ...part })) as ActorNetwork);
      const told = Array.from(
        ties,
        ({ source, target, weight }) => `${[source, target].toSorted().join(' ')}: ${weight}`,
      );
      expect(told.toSorted()).toEqual(wanted.toSorted());
    }
  }
});

test('a row names the person who says it for the body, also where a report says it that several wrote', () => {
  for (const { speaker, speaker_kind: kind, person, person_name: name } of ALL) {
    if (kind === 'person') expect(person).toBe(speaker);
    if (kind === 'organisation') expect(person).toBe('');
    expect(name).toBe(CORPUS.nodes.get(person!)?.label ?? '');
  }
  const own = CORPUS.edges.get('authored:impower-to-impower-2015')!;
  const authors = ['person:alan-wood', 'person:steve-crocker', 'person:debbie-jones'];
  const wrote = authors.map((source) => [source, { ...own, id: `authored:${source}`, source }] as const);
  const corpus = { ...CORPUS, edges: new Map([...CORPUS.edges, ...wrote]) };
  const rows = write({ kind: 'visible', ...toPart() }, corpus).filter(
    ({ speaker }) => speaker === own.target,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const some of groupBy(rows, ({ statement, topic }) => `${statement} ${topic}`).values())
    expect(some.map(({ body, person }) => `${body} ${person}`).toSorted()).toEqual([
      'organisation:adcs person:alan-wood',
      'organisation:adcs person:steve-crocker',
      'organisation:impower ',
      'organisation:ofsted person:debbie-jones',
    ]);
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
