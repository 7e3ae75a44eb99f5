// Databases of Discourse Network Analyzer: what was coded there is here, with its words, and gives the same networks.
import initSqlJs from 'sql.js';
import { expect, test } from 'vitest';
import { readInSteps } from '../../../src/core/corpus';
import { toStatements } from '../../../src/core/discourse';
import { readDna } from '../../../src/core/formats/dna';
import type { Corpus } from '../../../src/core/model';
import { toActorNetwork, toTies } from '../../../src/core/network';
import { PackError } from '../../../src/core/pack';
import { atOnce } from '../../../src/core/steps';
import { fold } from '../../../src/core/text';
import { ACTOR_NETWORK_TYPES } from '../../../src/core/vocabulary';
import { CODED, toDay, toDna, type Statement } from '../../dna';
import { CORPUS } from '../../shipped';

const { Database } = await initSqlJs();

const read = (database: ReturnType<typeof toDna>) => {
  const { files, notes } = atOnce(readDna(database));
  return { corpus: atOnce(readInSteps(files, () => {}, true)), notes };
};

/** Who is joined with whom by which questions, and how. */
const readTies = (corpus: Corpus, type: (typeof ACTOR_NETWORK_TYPES)[number]) => {
  const { nodes } = corpus;
  const label = (id: string) => nodes.get(id)!.label;
  return Array.from(
    toTies(atOnce(toActorNetwork(corpus, toStatements(corpus), type))),
    ({ source, target, weight, topics }) =>
      [
        [label(source), label(target)].toSorted().join(' – '),
        weight,
        topics.map(label).toSorted().join(' | '),
      ] as const,
  ).toSorted(([one], [other]) => (one < other ? -1 : 1));
};

test.each([3, 'beta of 3', 2] as const)(
  'from version %s come all documents to the letter, and every statement on its words',
  (version) => {
    const { corpus, notes } = read(toDna(version, CODED));
    expect(notes).toEqual([]);
    const originals = [...CORPUS.articles.values()];
    expect([...corpus.articles.values()].map(({ text }) => text)).toEqual(originals.map(({ text }) => text));
    expect(
      [...corpus.articles.values()].map(({ node: { label, publisher, date } }) => [label, publisher, date]),
    ).toEqual(originals.map(({ node }) => [node.label, node.publisher, toDay(node.date)]));
    const byText = new Map([...corpus.articles].map(([id, { text }]) => [text, id]));
    const said = toStatements(corpus);
    for (const { article, start, stop, person, organization, concept, agreement } of CODED) {
      const id = byText.get(CORPUS.articles.get(article)!.text);
      const found = said.filter(
        ({
          utterance: {
            passages: [words],
          },
        }) => words!.article === id && words!.start === start && words!.end === stop,
      );
      const speakers = found.map(({ speaker }) => corpus.nodes.get(speaker)!.label);
      expect(speakers.some((label) => label.startsWith(person ?? organization!))).toBe(true);
      // For whom it is said is kept of each statement.
      if (organization !== undefined)
        expect(found.map(({ body }) => corpus.nodes.get(body)!.label)).toContain(organization);
      const sides = found.flatMap(({ about }) =>
        about.map(({ target, stance }) => [corpus.nodes.get(target)!.label, stance]),
      );
      expect(sides).toContainEqual([concept, agreement ? 'for' : 'against']);
    }
  },
);

test('who the article names is stated to say it, with the words that name them; who only the coder names is inferred', () => {
  const { corpus } = read(toDna(3, CODED));
  const utterances = toStatements(corpus).map(({ utterance }) => utterance);
  const namesOf = (id: string) => {
    const { label } = corpus.nodes.get(id)!;
    return [label, label.split(' ').at(-1)!, ...(/\((.+)\)$/.exec(label)?.slice(1) ?? [])].map(fold);
  };
  const stated = utterances.filter(({ basis }) => basis === 'stated');
  expect(stated.length).toBeGreaterThan(utterances.length / 2);
  for (const { source, passages } of stated)
    expect(namesOf(source).some((name) => passages.some(({ quote }) => fold(quote).includes(name)))).toBe(
      true,
    );
  for (const { basis, rationale } of utterances)
    if (basis === 'inferred') expect(rationale).toContain('Discourse Network Analyzer');
});

test.each(ACTOR_NETWORK_TYPES)('the %s network is that of the same statements coded here', (type) => {
  // Where the same words are told of twice, DNA has a statement for each; here they are one claim: sides are counted by claims.
  const single = CODED.flatMap(({ organization, person, ...rest }) =>
    organization === undefined || person !== undefined ? [{ ...rest, person }] : [],
  );
  const ties = readTies(read(toDna(3, single)).corpus, type);
  expect(ties.length).toBeGreaterThan(3);
  const sides = new Map<string, number>();
  const seen = new Set<string>();
  for (const { article, start, stop, person, concept, agreement } of single) {
    const key = [person, concept, article, start, stop].join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const cell = `${person}\n${concept}`;
    sides.set(cell, (sides.get(cell) ?? 0) + (agreement ? 1 : -1));
  }
  const people = [...new Set(single.map(({ person }) => person!))];
  const concepts = [...new Set(single.map(({ concept }) => concept!))];
  const wanted = people.flatMap((one, index) =>
    people.slice(index + 1).flatMap((other) => {
      const product = (concept: string) =>
        Math.sign(sides.get(`${one}\n${concept}`) ?? 0) * Math.sign(sides.get(`${other}\n${concept}`) ?? 0);
      const on = (sign: number) => concepts.filter((concept) => product(concept) === sign);
      const [same, opposite] = [on(1), on(-1)];
      const [weight, topics] = {
        congruence: [same.length, same],
        conflict: [opposite.length, opposite],
        subtract: [same.length - opposite.length, [...same, ...opposite]],
      }[type] as [number, string[]];
      return weight === 0
        ? []
        : [[[one, other].toSorted().join(' – '), weight, topics.toSorted().join(' | ')] as const];
    }),
  );
  expect(ties).toEqual(wanted.toSorted(([one], [other]) => (one < other ? -1 : 1)));
});

/** Who says what for whom, and on which side, by their names. */
const tell = (corpus: Corpus) =>
  toStatements(corpus).map(({ speaker, body, about }) => [
    ...[speaker, body].map((id) => corpus.nodes.get(id)!.label),
    ...about.map(({ stance }) => stance),
  ]);

test('one who speaks for two organisations in an article is there once for each, and says for each what is coded', () => {
  const first = CODED.find(({ person, organization }) => person !== undefined && organization !== undefined)!;
  const { person, organization: _, ...alone } = { ...first, person: 'Lee, Ann' };
  const { corpus, notes } = read(
    toDna(3, [
      { ...alone, person, organization: 'Port' },
      { ...alone, person, start: first.start + 1, organization: 'Union' },
      { ...alone, person, start: first.start + 2 },
    ]),
  );
  expect(tell(corpus).map(([speaker, body]) => [speaker, body])).toEqual([
    ['Lee, Ann (Port)', 'Port'],
    ['Lee, Ann (Union)', 'Union'],
    ['Lee, Ann', 'Lee, Ann'],
  ]);
  expect(notes).toEqual([
    'There once for each organisation, since one article has them speak for several: ‘Lee, Ann’.',
  ]);
  // Whoever reads ‘Ann Lee’ in another article finds her.
  expect(corpus.nodes.get('person:lee-ann')).toMatchObject({ aliases: ['Ann Lee'] });
});

test('of several variables the one that DNA begins with tells the concept, and the others are named', () => {
  const database = toDna(3, CODED.slice(0, 5));
  const { corpus } = read(database);
  database.exec("INSERT INTO VARIABLES VALUES(6, 'frame', 'short text', 1), (7, 'quality', 'integer', 1)");
  database.exec("INSERT INTO ENTITIES VALUES(900, 6, 'health frame')");
  for (let id = 1; id <= 5; id++)
    database.exec(`INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES(${id}, 6, 900)`);
  const { corpus: framed, notes } = read(database);
  expect(tell(framed)).toEqual(tell(corpus));
  expect([...framed.nodes.keys()]).toEqual([...corpus.nodes.keys()]);
  expect(notes).toEqual(['Not taken over: what the variables ‘frame’, ‘quality’ tell.']);
});

test.each([
  [
    [0, 1, 1],
    ['against', 'for', 'for'],
  ],
  [
    [-1, 0, 1],
    ['against', 'neutral', 'for'],
  ],
  [
    [1, 3, 5],
    ['against', 'neutral', 'for'],
  ],
])('whether somebody agrees may be told by numbers: %s', (numbers, stances) => {
  const { agreement: _, ...one } = CODED[0]!;
  const database = toDna(
    3,
    numbers.map((__, place) => ({ ...one, start: one.start + place })),
  );
  database.exec("UPDATE VARIABLES SET DataType = 'integer' WHERE Variable = 'agreement'");
  database.exec(
    'CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER)',
  );
  for (const [place, number] of numbers.entries())
    database.exec(
      `INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES(${place + 1}, 4, ${number})`,
    );
  expect(tell(read(database).corpus).map((told) => told[2])).toEqual(stances);
});

test('what one coder has agree and another disagree is both, and is told', () => {
  const one = CODED[0]!;
  const { corpus, notes } = read(toDna(3, [one, { ...one, agreement: !one.agreement }]));
  expect(tell(corpus).map((told) => told[2])).toEqual(['mixed']);
  expect(notes).toEqual(['1 statement coded as agreeing and as disagreeing: told as both for and against.']);
});

test('what two papers print alike are two articles, each with its own date and statements', () => {
  const [article] = CORPUS.articles.values();
  const twin = { ...article!, node: { ...article!.node, id: 'article:twin' as const, date: '2020-01-02' } };
  const one = CODED.find((coded) => coded.article === article!.node.id)!;
  const { corpus } = read(toDna(3, [one, { ...one, article: twin.node.id }], [article!, twin]));
  expect([...corpus.articles.values()].map(({ text }) => text)).toEqual([
    article!.text,
    `${article!.text}\n`,
  ]);
  expect(toStatements(corpus).map(({ date }) => date)).toEqual([toDay(article!.node.date), '2020-01-02']);
});

test.each([
  // Version 2 stores when a day began where the coder sat: in Berlin, in New York, in New Delhi, before 1973, before 1970.
  [2, '2014-06-02T22:00Z', '2014-06-03'],
  [2, '2014-06-03T04:00Z', '2014-06-03'],
  [2, '2014-06-02T18:30Z', '2014-06-03'],
  [2, '2014-06-03T12:00Z', '2014-06-03'],
  [2, '1970-06-01T00:00Z', '1970-06-01'],
  [2, '1970-01-01T00:00Z', '1970-01-01'],
  [2, '1961-08-12T23:00Z', '1961-08-13'],
  [3, '2014-06-03T22:00Z', '2014-06-03'],
  [3, '1961-08-13T23:00Z', '1961-08-13'],
  ['beta of 3', '1970-06-01T12:00Z', '1970-06-01'],
] as const)('in version %s a document of %s is of %s', (version, stored, day) => {
  const database = toDna(version, CODED.slice(0, 1));
  database.exec(`UPDATE DOCUMENTS SET Date = ${Date.parse(stored) * (version === 2 ? 1 : 0.001)}`);
  const [article] = read(database).corpus.articles.values();
  expect(article!.node.date).toBe(day);
});

test('who coded it is told, and nothing else of how it came', () => {
  const { corpus } = read(toDna(3, CODED.slice(0, 3)));
  for (const { type, provenance } of corpus.nodes.values())
    if (type !== 'article') expect(provenance).toEqual({ coder: 'Admin' });
});

test('what cannot be taken over is told, and the rest is there', () => {
  const [some] = CODED as [Statement];
  const { corpus, notes } = read(
    toDna(3, [
      some,
      { article: some.article, start: some.start, stop: some.stop },
      { ...some, article: 'article:nowhere' },
      { ...some, start: 10_000_000, stop: 10_000_010 },
      { ...some, start: -10, stop: -2 },
      { ...some, start: 5, stop: 10_000_000 },
      {
        article: some.article,
        start: some.start,
        stop: some.start + 20,
        concept: 'Said by nobody',
        agreement: true,
      },
    ]),
  );
  expect(notes).toEqual([
    '1 statement of the type ‘Annotation’ left out: it has no variable for a concept.',
    '4 statements whose words are in no text left out.',
    '1 statement without a person or organisation: nobody says it here.',
  ]);
  expect(toStatements(corpus)).toHaveLength(1);
});

test('a database of something else, or one that was tampered with, is refused with the reason', () => {
  const other = new Database();
  other.exec('CREATE TABLE moz_bookmarks(id INTEGER)');
  expect(() => atOnce(readDna(other))).toThrow(PackError);
  expect(() => atOnce(readDna(other))).toThrow(/holds no documents of Discourse Network Analyzer/);
  const broken = toDna(3, CODED.slice(0, 3));
  broken.exec("UPDATE STATEMENTS SET Start = 'soon' WHERE ID = 2");
  expect(() => atOnce(readDna(broken))).toThrow(
    /^Row 2 of the table STATEMENTS is not as .* writes it \(Start: /,
  );
  const named = toDna(3, CODED.slice(0, 3));
  named.exec("UPDATE VARIABLES SET Variable = 'Aussage' WHERE Variable = 'concept'");
  expect(() => atOnce(readDna(named))).toThrow(
    /^None of its statements has a concept: .* called ‘concept’, .* the variables are .*‘Aussage’/,
  );
  const late = toDna(3, []);
  late.exec('UPDATE DOCUMENTS SET Date = 9e99 WHERE ID = 1');
  expect(() => atOnce(readDna(late))).toThrow(/has no date that can be read/);
});

test('names that mean something to a program are names', () => {
  const [some] = CODED as [Statement];
  const { corpus } = read(
    toDna(3, [{ ...some, person: '__proto__', organization: '<img src=x>', concept: 'constructor' }]),
  );
  expect([...corpus.nodes.values()].map(({ label }) => label)).toEqual(
    expect.arrayContaining(['__proto__', '<img src=x>', 'constructor']),
  );
});
