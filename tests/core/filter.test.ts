// What filters leave and what each further choice would leave, against a plain reading of the same rule.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStatements } from '../../src/core/discourse';
import { countSeen, seeInSteps, toVisible } from '../../src/core/filter';
import { parseInterval } from '../../src/core/date';
import { EVERYTHING, parseQuery, type Query, type QueryKey } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { BASES, EDGE_TYPES, NODE_TYPES, SPEECH, STANCES } from '../../src/core/vocabulary';
import { CORPUS } from '../shipped';

const STATEMENTS = toStatements(CORPUS);
const TOPICS = [...CORPUS.nodes.keys()].filter((id) => id.startsWith('topic:'));
const ACTORS = [...new Set(STATEMENTS.flatMap(({ actors }) => actors))];
const YEARS = ['2010', '2014', '2015', '2016', '2019'];

const some = (values: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
const query: fc.Arbitrary<Query> = fc.record(
  {
    words: fc.array(fc.constantFrom('Ofsted', 'children', 'one word'), { maxLength: 1 }),
    type: some(NODE_TYPES),
    edge: some(EDGE_TYPES),
    basis: some(BASES),
    actor: some(ACTORS),
    topic: some(TOPICS),
    stance: some(STANCES),
    speech: some(SPEECH),
    article: some([...CORPUS.articles.keys()]),
    date: some([...YEARS, '2014/2016', '../2014-06-02', '2015-04-25/..']),
    hide: some([...CORPUS.nodes.keys()]),
  },
  { requiredKeys: ['words'] },
);

/** Whether a statement is one that a query asks for: some topic it is about must fit topic and stance together. */
function toFit(one: Query): (statement: (typeof STATEMENTS)[number]) => boolean {
  const has = (key: QueryKey, value: string) => one[key] === undefined || one[key].includes(value);
  const intervals = one.date?.map((text) => parseInterval(text)!);
  return (statement) => {
    const sides: { target: string; stance: string }[] =
      statement.about.length > 0 ? [...statement.about] : [{ target: '', stance: '' }];
    return (
      statement.actors.some((actor) => has('actor', actor)) &&
      has('speech', statement.utterance.speech ?? '') &&
      has('article', statement.article) &&
      (!intervals ||
        intervals.some(({ start, end }) => statement.range.start <= end && start <= statement.range.end)) &&
      sides.some(({ target, stance }) => has('topic', target) && has('stance', stance))
    );
  };
}

const isSaid = (id: string) => id.startsWith('claim:') || id.startsWith('recommendation:');

describe('filters that combine', () => {
  test('leave what is said where one utterance of it fits all of them', () => {
    fc.assert(
      fc.property(query, (one) => {
        const asked = toVisible(CORPUS, { words: one.words, ...(one.type && { type: one.type }) });
        const expected = new Set(
          STATEMENTS.filter(toFit(one))
            .map(({ said }) => said.id)
            .filter((id) => asked.has(id) && !one.hide?.includes(id)),
        );
        const found = [...toVisible(CORPUS, one)].filter((id) => CORPUS.nodes.has(id) && isSaid(id));
        expect(found.toSorted()).toEqual([...expected].toSorted());
      }),
      { numRuns: 150 },
    );
  });

  test('leave nobody and no topic without something said that fits, but those that are named', () => {
    fc.assert(
      fc.property(query, (one) => {
        if (!(one.actor ?? one.topic ?? one.stance ?? one.speech ?? one.date)) return;
        const company = new Set(
          STATEMENTS.filter(toFit(one)).flatMap(({ actors, about }) => [
            ...actors,
            ...about.map(({ target }) => target),
          ]),
        );
        for (const id of [...(one.actor ?? []), ...(one.topic ?? [])]) company.add(id);
        for (const id of toVisible(CORPUS, one))
          if (/^(person|organisation|topic):/.test(id) && !id.startsWith('organisation:'))
            expect(company.has(id) || hasReport(id)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('count beside every value what would be left if it alone were chosen', () => {
    fc.assert(
      fc.property(query, (one) => {
        const { counts } = atOnce(seeInSteps(CORPUS, one));
        const only = (key: QueryKey, value: string) => toVisible(CORPUS, { ...one, [key]: [value] });
        for (const [type, number] of counts.type)
          expect([...only('type', type)].filter((id) => id.startsWith(`${type}:`))).toHaveLength(number);
        for (const [type, number] of counts.edge)
          expect([...only('edge', type)].filter((id) => CORPUS.edges.has(id))).toHaveLength(number);
        for (const [basis, number] of counts.basis)
          expect([...only('basis', basis)].filter((id) => CORPUS.edges.has(id))).toHaveLength(number);
        // What is said is counted whatever its type where no type of it is asked for.
        const types = one.type?.some((type) => type === 'claim' || type === 'recommendation') ?? true;
        const { type: _, ...untyped } = one;
        const base = types ? one : untyped;
        for (const key of ['actor', 'topic', 'stance', 'speech', 'article'] as const)
          for (const [value, number] of counts[key])
            expect(
              [...toVisible(CORPUS, { ...base, [key]: [value] })]
                .filter(isSaid)
                .filter((id) => CORPUS.nodes.has(id)),
              `${key}:${value}`,
            ).toHaveLength(number);
      }),
      { numRuns: 25 },
    );
  });

  test('with none of them count everything', () => {
    const { counts, ids, dated } = atOnce(seeInSteps(CORPUS, EVERYTHING));
    expect(ids.size).toBe(CORPUS.nodes.size + CORPUS.edges.size);
    for (const type of NODE_TYPES)
      expect(counts.type.get(type)).toBe(
        [...CORPUS.nodes.values()].filter((node) => node.type === type).length,
      );
    const said = [...CORPUS.nodes.keys()].filter(isSaid);
    expect([...new Set(dated.map(({ id }) => id))].toSorted()).toEqual(said.toSorted());
    const times = STATEMENTS.map(({ said: { id }, range: { start, end } }) => `${id} ${start} ${end}`);
    expect(dated.map(({ id, start, end }) => `${id} ${start} ${end}`).toSorted()).toEqual(
      [...new Set(times)].toSorted(),
    );
  });

  test('keep the body somebody speaks for, so that Ofsted’s director is found under Ofsted', () => {
    const ids = toVisible(CORPUS, parseQuery('actor:organisation:ofsted date:2016'));
    expect(ids.has('person:eleanor-schooling')).toBe(true);
    expect([...ids].filter((id) => id.startsWith('claim:')).length).toBeGreaterThan(20);
  });

  test('hide nodes, with every edge at them', () => {
    const ids = toVisible(CORPUS, parseQuery('hide:organisation:ofsted'));
    expect(ids.has('organisation:ofsted')).toBe(false);
    for (const { id, source, target } of CORPUS.edges.values())
      expect(ids.has(id)).toBe(source !== 'organisation:ofsted' && target !== 'organisation:ofsted');
  });
});

/** Whether somebody is there for a report of theirs. */
const hasReport = (id: string) =>
  [...CORPUS.edges.values()].some(
    ({ type, source, target }) =>
      (type === 'authored' && source === id && /^(report|article):/.test(target)) ||
      (type === 'about' && target === id && source.startsWith('report:')),
  );

test('with a focus what is counted of types, lines and years is what is seen, whatever is ticked among them', () => {
  const see = (text: string, ids: string[]) =>
    atOnce(seeInSteps(CORPUS, parseQuery(text), { ids, depth: 2 }));
  const countOf = (ids: Iterable<string>, toValue: (id: string) => string | undefined) => {
    const counts = new Map<string, number>();
    for (const id of ids) {
      const value = toValue(id);
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  for (const id of ['person:eileen-munro', 'claim:ofsted-unfairly-tough', 'topic:one-word-judgment']) {
    const { ids, counts, dated } = see('', [id]);
    expect(ids.size).toBeLessThan(CORPUS.nodes.size + CORPUS.edges.size);
    expect(counts.type).toEqual(countOf(ids, (one) => CORPUS.nodes.get(one)?.type));
    expect(counts.edge).toEqual(countOf(ids, (one) => CORPUS.edges.get(one)?.type));
    expect(counts.basis).toEqual(countOf(ids, (one) => CORPUS.edges.get(one)?.basis));
    const said = [...ids].filter(isSaid);
    expect(new Set(dated.map((one) => one.id))).toEqual(new Set(said));
    expect(see('type:claim,person,topic', [id]).counts.type).toEqual(counts.type);
    expect(see('basis:stated', [id]).counts.basis).toEqual(counts.basis);
    expect(see('edge:authored,about', [id]).counts.edge).toEqual(counts.edge);
    expect(see('date:2014', [id]).dated).toEqual(dated);
  }
});

describe('with nodes without a line hidden', () => {
  const see = (text: string) => atOnce(seeInSteps(CORPUS, parseQuery(`isolated:hidden ${text}`)));
  const ofType = (ids: Iterable<string>, type: string) => [...ids].filter((id) => id.startsWith(`${type}:`));

  test('what is counted of types, lines and years is what is seen, whatever is ticked among them', () => {
    const { ids, counts, dated } = see('edge:responds-to');
    expect(ofType(ids, 'claim').length).toBeLessThan(50);
    for (const text of [
      'edge:responds-to',
      'edge:disputes basis:inferred',
      'edge:responds-to date:2019',
      '',
    ]) {
      const seen = see(text);
      for (const type of NODE_TYPES)
        expect(seen.counts.type.get(type) ?? 0).toBe(ofType(seen.ids, type).length);
      for (const { id } of seen.dated) if (!text.includes('date')) expect(seen.ids.has(id)).toBe(true);
    }
    expect(new Set(dated.map(({ id }) => id))).toEqual(new Set([...ids].filter(isSaid)));
    // 2010, of which the audit of the time line was.
    const of2010 = dated.filter(({ start }) => new Date(start).getUTCFullYear() === 2010).map(({ id }) => id);
    expect([ofType(of2010, 'claim').length, ofType(of2010, 'recommendation').length]).toEqual([5, 2]);
    expect(see('edge:responds-to type:claim,topic').counts.type).toEqual(counts.type);
    expect(see('edge:responds-to date:2014').dated).toEqual(dated);
    expect(see('edge:responds-to,disputes').counts.edge).toEqual(see('').counts.edge);
  });

  test('what is said is counted where it has a line only, whatever one has chosen', () => {
    const asked = parseQuery('isolated:hidden edge:responds-to');
    const { ids } = see('edge:responds-to');
    for (const key of SAID_KEYS) {
      const counts = atOnce(countSeen(CORPUS, asked, undefined, key));
      expect(counts.size).toBeGreaterThan(1);
      const [value] = counts.keys();
      expect(atOnce(countSeen(CORPUS, { ...asked, [key]: [value!] }, undefined, key))).toEqual(counts);
    }
    const actors = atOnce(countSeen(CORPUS, asked, undefined, 'actor'));
    for (const [actor, number] of actors)
      expect(number).toBe(
        new Set(
          STATEMENTS.filter((one) => ids.has(one.said.id) && one.actors.includes(actor)).map(
            ({ said }) => said.id,
          ),
        ).size,
      );
  });
});

const SAID_KEYS = ['actor', 'topic', 'stance', 'speech', 'article'] as const;

test('around everything, what is said is counted as without a focus', () => {
  const everything = { ids: [...CORPUS.nodes.keys()], depth: 1 };
  fc.assert(
    fc.property(query, fc.constantFrom(...SAID_KEYS), (one, key) => {
      const isOfSaid = one.type?.some((type) => type === 'claim' || type === 'recommendation');
      const asked = { ...one, words: [], hide: undefined, type: isOfSaid ? one.type : undefined };
      // A focus keeps what it is around, of whatever type.
      const counts = atOnce(countSeen(CORPUS, asked, everything, key));
      const whole = atOnce(seeInSteps(CORPUS, { ...asked, type: undefined })).counts[key];
      expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(whole));
    }),
    { numRuns: 40 },
  );
});

test('around some nodes, what is said there is counted, and what one has chosen leaves the others to be chosen', () => {
  const focus = { ids: ['claim:ofsted-unfairly-tough'], depth: 2 };
  const { ids } = atOnce(seeInSteps(CORPUS, EVERYTHING, focus));
  const left = STATEMENTS.filter(({ said }) => ids.has(said.id));
  const actors = atOnce(countSeen(CORPUS, EVERYTHING, focus, 'actor'));
  expect(actors.size).toBeGreaterThan(1);
  const saidBy = (actor: string) =>
    new Set(left.filter((one) => one.actors.includes(actor)).map(({ said }) => said.id));
  expect([...actors]).toEqual([...actors.keys()].map((actor) => [actor, saidBy(actor).size]));
  const [one] = actors.keys();
  expect(atOnce(countSeen(CORPUS, { ...EVERYTHING, actor: [one!] }, focus, 'actor'))).toEqual(actors);
  // People alone are drawn: what they say counts all the same.
  expect(atOnce(countSeen(CORPUS, parseQuery('type:person'), focus, 'actor'))).toEqual(actors);
  expect(atOnce(countSeen(CORPUS, parseQuery('type:recommendation'), focus, 'actor'))).not.toEqual(actors);
});
