// A briefing: all that is said on each question, as the debate counts it, each with its own words.
import { expect, test } from 'vitest';
import { toDocument } from '../../src/app/paper/briefing';
import { START } from '../../src/app/view';
import { MOST_SAID, toBriefing, type Briefing, type Question } from '../../src/core/briefing';
import { parseDate } from '../../src/core/date';
import { matchStatements, toVisible } from '../../src/core/filter';
import { incidenceOf } from '../../src/core/graph';
import { toBodies, toDebate } from '../../src/core/lanes';
import { isArgument } from '../../src/core/model';
import { EVERYTHING, parseQuery } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { toSynthetic } from '../bench/synthetic';
import { CORPUS } from '../shipped';

const see = (text: string) => {
  const query = parseQuery(text, CORPUS);
  return { query, visible: toVisible(CORPUS, query) };
};
const write = (text = '', topic?: string): Briefing => {
  const { query, visible } = see(text);
  return atOnce(toBriefing(CORPUS, query, visible, topic));
};
const toEntries = ({ sides }: Question) => sides.flatMap(({ entries }) => entries);

for (const filter of ['', 'date:2014', 'actor:organisation:adcs', 'basis:stated', 'speech:direct'])
  test(`with “${filter}” every question has the claims, sides and bodies of its debate`, () => {
    const { query, visible } = see(filter);
    for (const { topic, size, bodies, sides } of write(filter).questions) {
      if (!topic) continue;
      const debate = atOnce(toDebate(CORPUS, topic.id, query, visible));
      const own = debate.cards.filter(({ stance }) => stance !== undefined);
      expect(size).toBe(own.length);
      expect(bodies).toBe(toBodies(debate).size);
      for (const { stance, entries } of sides)
        expect(entries.map(({ said }) => said.id).toSorted()).toEqual(
          own.flatMap((card) => (card.stance === stance ? [card.id] : [])).toSorted(),
        );
    }
  });

test('all that anybody says is in it, what is about no question too, and the question on which most is said comes first', () => {
  const { questions } = write();
  const told = new Set(questions.flatMap((one) => toEntries(one).map(({ said }) => said.id)));
  const { query, visible } = see('');
  expect(told).toEqual(new Set(atOnce(matchStatements(CORPUS, query, visible)).map(({ said }) => said.id)));
  const sizes = questions.filter(({ topic }) => topic).map(({ size }) => size);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  for (const [index, { topic }] of questions.entries()) if (!topic) expect(index).toBe(questions.length - 1);
});

test('each claim stands with everybody who says it, in the order of time, in words of their article', () => {
  for (const question of write().questions)
    for (const { said, voices } of toEntries(question)) {
      expect(voices.length).toBeGreaterThan(0);
      const starts = voices.map(({ date }) => parseDate(date)!.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const { utterance, attributions } of voices) {
        expect(utterance.target).toBe(said.id);
        expect(new Set(attributions).size).toBe(attributions.length);
        for (const { article, quote, start, end } of utterance.passages)
          expect(CORPUS.articles.get(article)!.text.slice(start, end)).toBe(quote);
      }
    }
});

test('every dispute, support and answer stands at both its ends', () => {
  const ends = new Map<string, Set<string>>();
  for (const question of write().questions)
    for (const { said, argument } of toEntries(question))
      for (const { edge, other } of argument) {
        expect([edge.source, edge.target].toSorted()).toEqual([said.id, other.id].toSorted());
        ends.set(edge.id, (ends.get(edge.id) ?? new Set()).add(said.id));
      }
  const said = new Set(['claim', 'recommendation']);
  for (const edge of CORPUS.edges.values())
    if (isArgument(edge))
      expect(ends.get(edge.id)?.size ?? 0).toBe(
        [edge.source, edge.target].filter((id) => said.has(CORPUS.nodes.get(id)!.type)).length,
      );
});

test('the articles at its end are those that are quoted, each once', () => {
  const { questions, works } = write('actor:organisation:adcs');
  const quoted = questions.flatMap((one) =>
    toEntries(one).flatMap(({ voices }) =>
      voices.flatMap(({ utterance }) => utterance.passages.map(({ article }) => article)),
    ),
  );
  expect(works.map(({ node }) => node.id)).toEqual([...new Set(quoted)]);
  expect(works.length).toBeLessThan(CORPUS.articles.size);
});

test('what nobody would read is refused, with what to do', () => {
  const corpus = toSynthetic(10_000);
  const all = new Set([...corpus.nodes.keys(), ...corpus.edges.keys()]);
  expect(() => atOnce(toBriefing(corpus, EVERYTHING, all))).toThrow(
    new RegExp(`more than anybody reads\\. Filter until at most ${MOST_SAID} are left\\.`),
  );
});

test('an article whose web address is known is listed with it, and it leads there', () => {
  const url = 'https://example.org/a';
  const [first, ...others] = write().works.map(({ node }) => node);
  const toSources = (address: string | undefined) => {
    const article = CORPUS.articles.get(first!.id)!;
    const corpus = {
      ...CORPUS,
      articles: new Map(CORPUS.articles).set(first!.id, {
        ...article,
        node: { ...article.node, url: address },
      }),
    };
    const opened = { corpus, incidence: incidenceOf(corpus) } as unknown as Parameters<typeof toDocument>[0];
    const { visible } = see('');
    const { paragraphs } = atOnce(toDocument(opened, START, visible, undefined, undefined))!;
    return paragraphs.filter(({ is }) => is === 'source').map(({ runs }) => runs);
  };
  const [source, ...rest] = toSources(url);
  expect(source!.at(-1)).toEqual({ text: url, link: url });
  expect(source![0]!.text).toContain(first!.label);
  expect(rest).toHaveLength(others.length);
  expect(toSources(undefined).every((runs) => runs.every(({ link }) => link === undefined))).toBe(true);
});
