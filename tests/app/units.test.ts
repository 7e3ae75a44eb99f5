// What of a debate's chart is drawn and told: that its arrows stay on it, and that it is counted as elsewhere on the page.
import { describe, expect, test } from 'vitest';
import { pointOn, toCurve } from '../../src/app/figures/Arrow';
import { matchPositions } from '../../src/app/positions';
import { toArrangement, toTexts, toUnits } from '../../src/app/views/units';
import { matchStatements, toVisible } from '../../src/core/filter';
import { neighbourhood } from '../../src/core/graph';
import { groupBy } from '../../src/core/group';
import { DETAILS, toBodies, toChart, toDebate, type Rectangle, type Room } from '../../src/core/lanes';
import { toStatements } from '../../src/core/discourse';
import { toEntries, toTopicMatrix } from '../../src/core/matrix';
import type { Corpus, EdgeOf } from '../../src/core/model';
import { EVERYTHING, parseQuery } from '../../src/core/query';
import { STANCES } from '../../src/core/vocabulary';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const ALL = toVisible(CORPUS, EVERYTHING);
const TOPICS = [...CORPUS.nodes.values()].filter(({ type }) => type === 'topic').map(({ id }) => id);
const PHONE: Room = { width: 390, height: 363, left: 8, top: 114, above: 28, more: 41 };
const toMiddle = ({ left, top, width, height }: Rectangle) => ({ x: left + width / 2, y: top + height / 2 });

describe('an arrow', () => {
  test('is on the chart from end to end, even on a phone', () => {
    const cut: string[] = [];
    let drawn = 0;
    for (const topic of TOPICS) {
      const debate = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
      const { cards, edges } = debate;
      const chart = toChart(cards, PHONE);
      const units = toUnits(chart, toTexts(CORPUS, topic, debate), 1);
      const { boxes, edges: bows } = toArrangement(units, edges, undefined, { left: 8, top: 114 });
      for (const { id, source, target } of edges) {
        const bow = bows.get(id);
        if (bow === undefined) continue;
        const curve = toCurve(toMiddle(boxes.get(source)!), toMiddle(boxes.get(target)!), bow);
        const across = Array.from({ length: 101 }, (_, step) => pointOn(curve, step / 100).x);
        // Its head is wider than its line.
        if (Math.min(...across) < 4 || Math.max(...across) > chart.width - 4) cut.push(id);
        drawn += 1;
      }
    }
    expect(cut).toEqual([]);
    expect(drawn).toBeGreaterThan(100);
  });
});

/** A report of two authors where there was one: what it says is said for both. */
function toCowritten(): Corpus {
  const { speaker, bodies } = toStatements(CORPUS).find(
    (statement) => statement.speaker.startsWith('report:') && statement.about.length > 0,
  )!;
  const authored = [...CORPUS.edges.values()].find(
    (edge): edge is EdgeOf<'authored'> => edge.type === 'authored' && edge.target === speaker,
  )!;
  const id = 'authored:also';
  const source = ['organisation:adcs', 'organisation:impower'].find((body) => !bodies.includes(body))!;
  return { ...CORPUS, edges: new Map([...CORPUS.edges, [id, { ...authored, id, source }]]) };
}

describe('the numbers of a debate', () => {
  test.each([
    '',
    'edge:disputes,supports,responds-to',
    'type:claim,recommendation,person',
    'basis:stated',
    'speech:direct',
    'actor:organisation:ofsted',
    'hide:organisation:ofsted',
    'stance:against date:2014/2019',
    'topic:consistency',
    'grades',
  ])('are the same beside every topic as in its chart: %s', (text) => {
    const query = parseQuery(text);
    const all = toVisible(CORPUS, query);
    const near = neighbourhood(CORPUS, { ids: ['organisation:adcs'], depth: 2 }, all);
    for (const visible of [all, near]) {
      const positions = new Map(
        atOnce(matchPositions(CORPUS, query, visible)).map((position) => [position.topic.id, position]),
      );
      for (const topic of TOPICS) {
        const { cards } = atOnce(toDebate(CORPUS, topic, query, visible));
        const told = STANCES.map((stance) => cards.filter((card) => card.stance === stance).length);
        const { numbers, size } = positions.get(topic) ?? { numbers: undefined, size: 0 };
        expect(STANCES.map((stance) => numbers?.[stance] ?? 0)).toEqual(told);
        expect(size).toBe(told.reduce((sum, number) => sum + number, 0));
      }
    }
  });

  test.each([
    ['of one author each', CORPUS],
    ['of several authors', toCowritten()],
  ])(
    'are, cards and what stands in other lanes together, a body’s cell in the matrix: reports %s',
    (_, corpus) => {
      const visible = toVisible(corpus, EVERYTHING);
      const matrix = atOnce(toTopicMatrix(corpus, atOnce(matchStatements(corpus, EVERYTHING, visible))));
      for (const topic of TOPICS) {
        const debate = atOnce(toDebate(corpus, topic, EVERYTHING, visible));
        const { countShared, guests } = toTexts(corpus, topic, debate);
        const lanes = new Set(debate.cards.map(({ body }) => body));
        for (const { body } of matrix.columns) {
          const own = debate.cards.filter((card) => card.stance && card.body === body);
          expect(own.length + countShared(body)).toBe(toEntries(matrix, topic, { body }).length);
          expect(guests.has(body)).toBe(!lanes.has(body) && toEntries(matrix, topic, { body }).length > 0);
        }
      }
    },
  );

  test('are of as many bodies as say something on the topic in the matrix, whoever said it first', () => {
    const matrix = atOnce(toTopicMatrix(CORPUS, toStatements(CORPUS)));
    for (const topic of TOPICS) {
      const bodies = toBodies(atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL)));
      expect(bodies).toEqual(new Set(matrix.cells.get(topic)?.keys()));
    }
  });

  test('name whom the chart has no lane for, and whose lanes its claims are in', () => {
    const topic = 'topic:single-framework';
    const debate = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
    expect(toTexts(CORPUS, topic, debate).guests).toEqual(
      new Map([['organisation:directors', new Set(['organisation:ofsted'])]]),
    );
  });
});

describe('a card', () => {
  test('tells as much as those it stands beside, at every zoom no less than before', () => {
    for (const topic of TOPICS) {
      const debate = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
      const texts = toTexts(CORPUS, topic, debate);
      const chart = toChart(debate.cards, {
        width: 800,
        height: 700,
        left: 118,
        top: 60,
        above: 0,
        more: 25,
      });
      const before = new Map<string, number>();
      for (const zoom of [1, 2, 3, 4, 6, 9, 14]) {
        for (const [cell, units] of groupBy(toUnits(chart, texts, zoom), (unit) => unit.cell)) {
          const [detail, ...others] = new Set(units.map((unit) => DETAILS.indexOf(unit.detail)));
          expect(others).toEqual([]);
          const { id } = cell.cards[0]!;
          expect(detail).toBeGreaterThanOrEqual(before.get(id) ?? 0);
          before.set(id, detail!);
        }
      }
      expect([...before.values()].every((detail) => DETAILS[detail] !== 'dot')).toBe(true);
    }
  });

  test('tells the words and the year of the time it stands at, where one says the same twice', () => {
    const topic = 'topic:one-word-judgment';
    const { cards } = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
    const utterance = CORPUS.edges.get(cards[0]!.utterance) as EdgeOf<'states'>;
    const earlier = { ...utterance, id: 'states:earlier', date: '2009' };
    const corpus: Corpus = { ...CORPUS, edges: new Map([...CORPUS.edges, [earlier.id, earlier]]) };
    const debate = atOnce(toDebate(corpus, topic, EVERYTHING, toVisible(corpus, EVERYTHING)));
    const { own } = toTexts(corpus, topic, debate);
    expect(own(cards[0]!.id).date).toBe('2009');
    for (const { id, start, end, speaker, body } of debate.cards)
      expect(own(id)).toMatchObject({ range: { start, end }, speaker, body });
  });

  test('tells the arrows at it that are drawn, and no others', () => {
    const topic = 'topic:one-word-judgment';
    for (const text of ['', 'edge:disputes', 'date:2019', 'basis:stated']) {
      const query = parseQuery(text);
      const debate = atOnce(toDebate(CORPUS, topic, query, toVisible(CORPUS, query)));
      const { edges } = toTexts(CORPUS, topic, debate);
      const told = debate.cards.flatMap(({ id }) => edges(id));
      expect(told.map(({ id }) => id).toSorted()).toEqual(
        debate.edges.flatMap(({ id }) => [id, id]).toSorted(),
      );
      if (text === 'edge:disputes')
        expect(new Set(told.map(({ type }) => type))).toEqual(new Set(['disputes']));
    }
  });
});
