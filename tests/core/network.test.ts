// Who agrees and who disagrees with whom, counted anew from the statements.
import { expect, test } from 'vitest';
import { toStatements } from '../../src/core/discourse';
import { toActorNetwork, toTiedClaims, toTies, type ActorTie } from '../../src/core/network';
import { NETWORK_TYPES } from '../../src/core/vocabulary';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const STATEMENTS = toStatements(CORPUS);
const networks = Object.fromEntries(
  NETWORK_TYPES.map((type) => [type, atOnce(toActorNetwork(CORPUS, STATEMENTS, type))]),
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

test.each(NETWORK_TYPES)(
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
    const { size, actors } = networks[type]!;
    const ties = [...toTies(networks[type]!)];
    expect(new Map(ties.map((tie) => [printPair([tie.source, tie.target]), tie.topics.toSorted()]))).toEqual(
      wanted,
    );
    expect([ties.length, size]).toEqual([wanted.size, wanted.size]);
    const siding = BODIES.filter((body) => TOPICS.some((topic) => countSide(body, topic) !== 0));
    expect([...actors.keys()].toSorted()).toEqual(siding.toSorted());
    for (const [body, { statements, sides }] of actors) {
      const own = STATEMENTS.filter((one) => one.body === body && one.about.length > 0);
      expect([statements, sides.size]).toEqual([
        new Set(own.map(({ said, date }) => `${said.id} ${date}`)).size,
        TOPICS.filter((topic) => countSide(body, topic) !== 0).length,
      ]);
    }
  },
);

test('what a body and its own report say alike on a date is one statement of the body', () => {
  const { actors } = networks.congruence!;
  // The academics say each of their ten claims themselves and in their appendix.
  expect(actors.get('organisation:university-of-birmingham')!.statements).toBe(10);
  const numbers = new Map<string, Set<string>>();
  for (const { bodies, said, date, about } of STATEMENTS)
    if (about.length > 0)
      for (const body of bodies)
        numbers.set(body, (numbers.get(body) ?? new Set()).add(`${said.id} ${date}`));
  for (const [body, { statements }] of actors)
    expect([body, statements]).toEqual([body, numbers.get(body)!.size]);
});

test('both networks tell of a pair how often it agrees and disagrees', () => {
  const [congruence, conflict] = NETWORK_TYPES.map(
    (type) =>
      new Map(Array.from(toTies(networks[type]!), (tie) => [printPair([tie.source, tie.target]), tie])),
  ) as [Map<string, ActorTie>, Map<string, ActorTie>];
  for (const [pair, { topics, accord }] of congruence) {
    expect(accord.same).toBe(topics.length);
    expect(accord.opposite).toBe(conflict.get(pair)?.topics.length ?? 0);
  }
  for (const [, { topics, accord }] of conflict) expect(accord.opposite).toBe(topics.length);
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

test.each(NETWORK_TYPES)('every tie of the %s network leads to claims of both, with their words', (type) => {
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
});

test('a report speaks for each of the bodies that wrote it', () => {
  const own = CORPUS.edges.get('authored:impower-to-impower-2015')!;
  const wrote = { ...own, id: 'authored:labour-to-impower-2015', source: 'organisation:labour' };
  const edges = new Map([...CORPUS.edges, [wrote.id, wrote]]);
  const corpus = { ...CORPUS, edges };
  const statements = toStatements(corpus);
  const { actors } = atOnce(toActorNetwork(corpus, statements, 'congruence'));
  const before = networks.congruence!.actors.get('organisation:impower')!;
  expect(actors.get('organisation:impower')).toMatchObject({ statements: before.statements });
  expect(Object.fromEntries(actors.get('organisation:impower')!.sides)).toEqual(
    Object.fromEntries(before.sides),
  );
  const inReport = statements.filter(({ speaker, about }) => speaker === own.target && about.length > 0);
  const labour = actors.get('organisation:labour')!;
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
