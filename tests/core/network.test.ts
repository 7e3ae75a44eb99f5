// Who agrees and who disagrees with whom, counted anew from the statements.
import { expect, test } from 'vitest';
import { toStatements } from '../../src/core/discourse';
import {
  toActorNetwork,
  toAffiliationNetwork,
  toAffiliations,
  toTiedClaims,
  toTies,
  type ActorTie,
} from '../../src/core/network';
import { ACTOR_NETWORK_TYPES, STANCES, TIE_TYPES } from '../../src/core/vocabulary';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const STATEMENTS = toStatements(CORPUS);
const networks = Object.fromEntries(
  ACTOR_NETWORK_TYPES.map((type) => [type, atOnce(toActorNetwork(CORPUS, STATEMENTS, type))]),
);

/** The side that most of what a body's claims say of a topic is on: positive for, negative against. */
function countSide(body: string, topic: string): number {
  const edges = new Map(
    STATEMENTS.filter((one) => one.body === body)
      .flatMap(({ about }) => about)
      .filter(({ target }) => target === topic)
      .map((edge) => [edge.id, edge]),
  );
  const number = (stance: string) => [...edges.values()].filter((edge) => edge.stance === stance).length;
  return Math.sign(number('for') - number('against'));
}
const BODIES = [...new Set(STATEMENTS.map(({ body }) => body))];
const TOPICS = [...CORPUS.nodes.values()].filter(({ type }) => type === 'topic').map(({ id }) => id);
const printPair = (pair: readonly string[]) => pair.toSorted().join(' ');

test.each(TIE_TYPES)(
  'in the %s network are just those joined whom a question joins, and by just these',
  (type) => {
    const wanted = new Map<string, string[]>();
    for (const [index, a] of BODIES.entries())
      for (const b of BODIES.slice(index + 1)) {
        const joined = TOPICS.filter(
          (topic) => countSide(a, topic) * countSide(b, topic) === (type === 'congruence' ? 1 : -1),
        );
        if (joined.length > 0) wanted.set(printPair([a, b]), joined.toSorted());
      }
    const { size, nodes } = networks[type]!;
    const ties = [...toTies(networks[type]!)];
    expect(new Map(ties.map((tie) => [printPair([tie.source, tie.target]), tie.topics.toSorted()]))).toEqual(
      wanted,
    );
    expect([ties.length, size]).toEqual([wanted.size, wanted.size]);
    for (const tie of ties) expect([tie.type, tie.weight]).toEqual([type, tie.topics.length]);
    const siding = BODIES.filter((body) => TOPICS.some((topic) => countSide(body, topic) !== 0));
    expect([...nodes.keys()].toSorted()).toEqual(siding.toSorted());
    for (const [body, { statements, sides }] of nodes) {
      const own = STATEMENTS.filter((one) => one.body === body && one.about.length > 0);
      expect([statements, sides.size]).toEqual([
        new Set(own.map(({ said, date }) => `${said.id} ${date}`)).size,
        TOPICS.filter((topic) => countSide(body, topic) !== 0).length,
      ]);
    }
  },
);

test('what a body and its own report say alike on a date is one statement of the body', () => {
  const { nodes } = networks.congruence!;
  // The academics say each of their ten claims themselves and in their appendix.
  expect(nodes.get('organisation:university-of-birmingham')!.statements).toBe(10);
  const numbers = new Map<string, Set<string>>();
  for (const { bodies, said, date, about } of STATEMENTS)
    if (about.length > 0)
      for (const body of bodies)
        numbers.set(body, (numbers.get(body) ?? new Set()).add(`${said.id} ${date}`));
  for (const [body, { statements }] of nodes)
    expect([body, statements]).toEqual([body, numbers.get(body)!.size]);
});

test('all networks tell of a pair how often it agrees and disagrees, and the last which of the two prevails', () => {
  const [congruence, conflict, subtract] = ACTOR_NETWORK_TYPES.map(
    (type) =>
      new Map(Array.from(toTies(networks[type]!), (tie) => [printPair([tie.source, tie.target]), tie])),
  ) as [Map<string, ActorTie>, Map<string, ActorTie>, Map<string, ActorTie>];
  for (const [pair, { topics, accord }] of congruence) {
    expect(accord.same).toBe(topics.length);
    expect(accord.opposite).toBe(conflict.get(pair)?.topics.length ?? 0);
  }
  for (const [, { topics, accord }] of conflict) expect(accord.opposite).toBe(topics.length);
  const pairs = new Map([...congruence, ...conflict]);
  const prevailing = [...pairs].filter(([, { accord }]) => accord.same !== accord.opposite);
  expect(prevailing.length).toBeLessThan(pairs.size);
  expect([...subtract.keys()].toSorted()).toEqual(prevailing.map(([pair]) => pair).toSorted());
  expect(networks.subtract!.size).toBe(subtract.size);
  for (const [pair, { type, weight, topics, accord }] of subtract) {
    expect(weight).toBe(accord.same - accord.opposite);
    expect(type).toBe(accord.same > accord.opposite ? 'congruence' : 'conflict');
    expect(accord).toEqual(pairs.get(pair)!.accord);
    expect(topics.toSorted()).toEqual(
      [...(congruence.get(pair)?.topics ?? []), ...(conflict.get(pair)?.topics ?? [])].toSorted(),
    );
  }
});

test('the affiliation network joins each body with each question that it says something on', () => {
  const network = atOnce(toAffiliationNetwork(CORPUS, STATEMENTS));
  const ties = [...toAffiliations(network)];
  const wanted = new Map<string, Map<string, string>>();
  for (const { body, said, about } of STATEMENTS)
    for (const { target, stance } of about) {
      const key = printPair([body, target]);
      wanted.set(key, (wanted.get(key) ?? new Map<string, string>()).set(said.id, stance));
    }
  expect(ties.map(({ source, target }) => printPair([source, target])).toSorted()).toEqual(
    [...wanted.keys()].toSorted(),
  );
  expect(network.size).toBe(wanted.size);
  for (const { source, target, stance, weight, stances, claims } of ties) {
    const said = wanted.get(printPair([source, target]))!;
    expect(claims.toSorted()).toEqual([...said.keys()].toSorted());
    expect(weight).toBe(said.size);
    for (const one of STANCES)
      expect(stances[one]).toBe([...said.values()].filter((other) => other === one).length);
    const side = countSide(source, target);
    const split = stances.for + stances.mixed > 0 ? 'mixed' : 'neutral';
    expect(stance).toBe(side > 0 ? 'for' : side < 0 ? 'against' : split);
  }
  expect(new Set(ties.map(({ stance }) => stance))).toEqual(new Set(STANCES));
  const ends = new Set(ties.flatMap(({ source, target }) => [source, target]));
  expect([...network.nodes.keys()].toSorted()).toEqual([...ends].toSorted());
});

test('a network of people joins those who speak, whatever body they speak for, and tells what no person says', () => {
  const made = STATEMENTS.filter(({ people }) => people.length > 0);
  const isPerson = (id: string) => CORPUS.nodes.get(id)!.type === 'person';
  for (const { actors, people } of STATEMENTS) expect(people).toEqual(actors.filter(isPerson));
  // Alan Wood and Steve Crocker speak for the ADCS, and disagree.
  const [wood, crocker] = ['person:alan-wood', 'person:steve-crocker'];
  for (const type of ACTOR_NETWORK_TYPES) {
    const { nodes, coverage } = atOnce(toActorNetwork(CORPUS, STATEMENTS, type, 'people'));
    expect([...nodes.keys()].every(isPerson)).toBe(true);
    expect(coverage).toEqual({ statements: STATEMENTS.length, leftOut: STATEMENTS.length - made.length });
    expect(nodes.get(wood)!.bodies).toEqual(['organisation:adcs']);
    expect(nodes.get('person:eileen-munro')!.bodies).toEqual([]);
    expect(networks[type]!.coverage).toEqual({ statements: STATEMENTS.length, leftOut: 0 });
  }
  const conflict = atOnce(toActorNetwork(CORPUS, STATEMENTS, 'conflict', 'people'));
  const tie = [...toTies(conflict)].find(
    ({ source, target }) => printPair([source, target]) === printPair([wood, crocker]),
  )!;
  expect(tie.topics).toHaveLength(1);
  for (const person of [wood, crocker])
    expect(
      toTiedClaims(conflict, tie).some((id) =>
        STATEMENTS.some(({ said, speaker }) => said.id === id && speaker === person),
      ),
    ).toBe(true);
});

test('a report that people wrote is said by them, and by no person where a body wrote it', () => {
  const speakers = (report: string) =>
    STATEMENTS.filter(({ speaker }) => speaker === report).map(({ people }) => people);
  const munro = speakers('report:munro-sif-review-2014');
  expect(munro.length).toBeGreaterThan(20);
  for (const people of munro) expect(people).toEqual(['person:eileen-munro']);
  for (const people of speakers('report:impower-2015')) expect(people).toEqual([]);
  const { edges } = CORPUS;
  const own = edges.get('authored:impower-to-impower-2015')!;
  const wrote = ['person:alan-wood', 'person:debbie-jones'].map(
    (source) => [`${source} wrote`, { ...own, id: `${source} wrote`, source }] as const,
  );
  const both = { ...CORPUS, edges: new Map([...edges, ...wrote]) };
  for (const { speaker, people, bodies } of toStatements(both))
    if (speaker === own.target) {
      expect(people.toSorted()).toEqual(['person:alan-wood', 'person:debbie-jones']);
      expect(bodies).toContain('organisation:impower');
    }
});

test('on one-word judgments the ADCS is with Munro and Impower, and Ofsted against them', () => {
  const on = (type: string) =>
    [...toTies(networks[type]!)]
      .filter(({ topics }) => topics.includes('topic:one-word-judgment'))
      .map(({ source, target }) => printPair([source, target]));
  expect(on('congruence')).toContain(printPair(['organisation:adcs', 'person:eileen-munro']));
  expect(on('congruence')).toContain(printPair(['organisation:adcs', 'organisation:impower']));
  for (const other of ['organisation:adcs', 'person:eileen-munro', 'organisation:impower'])
    expect(on('conflict')).toContain(printPair(['organisation:ofsted', other]));
});

test.each(ACTOR_NETWORK_TYPES)(
  'every tie of the %s network leads to claims of both, with their words',
  (type) => {
    const network = networks[type]!;
    for (const tie of toTies(network)) {
      const claims = toTiedClaims(network, tie);
      expect(new Set(claims).size).toBe(claims.length);
      for (const body of [tie.source, tie.target])
        expect(claims.some((id) => STATEMENTS.some((one) => one.body === body && one.said.id === id))).toBe(
          true,
        );
      for (const id of claims) expect(CORPUS.nodes.get(id)!.passages.length).toBeGreaterThan(0);
    }
  },
);

test('a report speaks for each of the bodies that wrote it', () => {
  const own = CORPUS.edges.get('authored:impower-to-impower-2015')!;
  const wrote = { ...own, id: 'authored:labour-to-impower-2015', source: 'organisation:labour' };
  const edges = new Map([...CORPUS.edges, [wrote.id, wrote]]);
  const corpus = { ...CORPUS, edges };
  const statements = toStatements(corpus);
  const { nodes } = atOnce(toActorNetwork(corpus, statements, 'congruence'));
  const before = networks.congruence!.nodes.get('organisation:impower')!;
  expect(nodes.get('organisation:impower')).toMatchObject({ statements: before.statements });
  expect(Object.fromEntries(nodes.get('organisation:impower')!.sides)).toEqual(
    Object.fromEntries(before.sides),
  );
  const inReport = statements.filter(({ speaker, about }) => speaker === own.target && about.length > 0);
  const labour = nodes.get('organisation:labour')!;
  const others = statements.filter(
    ({ bodies, speaker, about }) =>
      bodies.includes('organisation:labour') && speaker !== own.target && about.length > 0,
  );
  expect(inReport.length).toBeGreaterThan(5);
  const distinct = new Set([...inReport, ...others].map(({ said, date }) => `${said.id} ${date}`));
  expect(labour.statements).toBe(distinct.size);
  const tie = [...toTies(atOnce(toActorNetwork(corpus, statements, 'congruence')))].find(
    ({ source, target }) => printPair([source, target]) === 'organisation:impower organisation:labour',
  );
  expect(tie!.topics.length).toBeGreaterThan(1);
});
