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
      expect(speakers).toContain(person ?? organization);
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
        subtract: [Math.abs(same.length - opposite.length), [...same, ...opposite]],
      }[type] as [number, string[]];
      return weight === 0
        ? []
        : [[[one, other].toSorted().join(' – '), weight, topics.toSorted().join(' | ')] as const];
    }),
  );
  expect(ties).toEqual(wanted.toSorted(([one], [other]) => (one < other ? -1 : 1)));
});

test('one who speaks for two organisations is affiliated with both, on the words that say so', () => {
  const [first] = CODED.filter(
    ({ person, organization }) => person !== undefined && organization !== undefined,
  );
  const { corpus } = read(
    toDna(3, [first!, { ...first!, start: first!.start + 1, organization: 'Another body' }]),
  );
  const affiliated = [...corpus.edges.values()].filter(({ type }) => type === 'affiliated-with');
  expect(affiliated.map(({ target }) => corpus.nodes.get(target)!.label)).toEqual([
    first!.organization,
    'Another body',
  ]);
});

test('what cannot be taken over is told, and the rest is there', () => {
  const [some] = CODED as [Statement];
  const { corpus, notes } = read(
    toDna(3, [
      some,
      { article: some.article, start: some.start, stop: some.stop },
      { ...some, article: 'article:nowhere' },
      { ...some, start: 10_000_000, stop: 10_000_010 },
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
    '1 statement without a concept left out.',
    '2 statements whose words are in no text left out.',
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
