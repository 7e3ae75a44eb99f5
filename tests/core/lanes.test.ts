// A debate as a chart: what is on it, and that nothing on it overlaps or stands at the wrong time.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/core/date';
import { toStatements } from '../../src/core/discourse';
import { matchStatements, toVisible } from '../../src/core/filter';
import {
  countLines,
  countListed,
  toCardHeight,
  toChart,
  toDebate,
  toDetail,
  type Card,
  type Rectangle,
  type Room,
} from '../../src/core/lanes';
import { toTopicMatrix } from '../../src/core/matrix';
import type { EdgeOf } from '../../src/core/model';
import { EVERYTHING, parseQuery, printQuery } from '../../src/core/query';
import { STANCES, type Stance } from '../../src/core/vocabulary';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const ALL = toVisible(CORPUS, EVERYTHING);
const TOPICS = [...CORPUS.nodes.values()].filter(({ type }) => type === 'topic').map(({ id }) => id);
const ROOM: Room = { width: 764, height: 767, left: 124, top: 98, above: 0, more: 25 };
const JUDGMENT = 'topic:one-word-judgment';

const card: fc.Arbitrary<Card> = fc
  .record({
    body: fc.constantFrom('organisation:ofsted', 'organisation:adcs', 'person:eileen-munro'),
    speaker: fc.constantFrom('person:alan-wood', 'organisation:ofsted'),
    date: fc.constantFrom(
      '0050',
      '0099-12-31',
      '2010',
      '2010-11?',
      '2010/2019',
      '2014',
      '2014-06-03',
      '2014-06-04',
      '2019?',
      '2025-12',
    ),
    stance: fc.constantFrom(...STANCES, undefined),
    weight: fc.nat({ max: 20 }),
    label: fc.lorem({ maxCount: 9 }),
  })
  .map(({ date, ...rest }) => {
    const { start, end, uncertain } = parseDate(date)!;
    return { ...rest, id: '', utterance: '', start, end, uncertain };
  });
const cards = fc
  .array(card, { minLength: 1, maxLength: 40 })
  .map((all) => all.map((one, index) => ({ ...one, id: `claim:c-${index}` })));
const room: fc.Arbitrary<Room> = fc.record({
  width: fc.integer({ min: 320, max: 2000 }),
  height: fc.integer({ min: 300, max: 1400 }),
  left: fc.constantFrom(8, 124),
  top: fc.constantFrom(66, 98),
  above: fc.constantFrom(0, 22),
  more: fc.constantFrom(25, 41),
});

const overlap = (a: Rectangle, b: Rectangle) =>
  a.left < b.left + b.width - 1e-6 &&
  b.left < a.left + a.width - 1e-6 &&
  a.top < b.top + b.height - 1e-6 &&
  b.top < a.top + a.height - 1e-6;
const isInside = (a: Rectangle, b: Rectangle) =>
  a.left >= b.left - 1e-6 &&
  a.top >= b.top - 1e-6 &&
  a.left + a.width <= b.left + b.width + 1e-6 &&
  a.top + a.height <= b.top + b.height + 1e-6;

describe('a debate', () => {
  test('has all that is claimed or recommended on its topic, each with its stance', () => {
    for (const topic of TOPICS) {
      const stances = new Map(
        atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL)).cards.flatMap(({ id, stance }) =>
          stance ? [[id, stance] as const] : [],
        ),
      );
      const expected = [...CORPUS.edges.values()].flatMap((edge) =>
        edge.type === 'about' && edge.target === topic && !edge.source.startsWith('report:')
          ? [[edge.source, edge.stance] as const]
          : [],
      );
      expect(stances).toEqual(new Map(expected));
    }
  });

  test('has what disputes or answers something said on its topic, or is disputed or answered by it', () => {
    const { cards: all } = atOnce(toDebate(CORPUS, JUDGMENT, EVERYTHING, ALL));
    const own = new Set(all.filter(({ stance }) => stance).map(({ id }) => id));
    const near = [...CORPUS.edges.values()].flatMap(({ type, source, target }) =>
      type === 'disputes' || type === 'responds-to'
        ? [
            ...(own.has(source) && !own.has(target) ? [target] : []),
            ...(own.has(target) && !own.has(source) ? [source] : []),
          ]
        : [],
    );
    const asides = all.filter(({ stance }) => !stance).map(({ id }) => id);
    expect(asides.length).toBeGreaterThan(0);
    expect(asides.toSorted()).toEqual(
      [...new Set(near)].filter((id) => /^(claim|recommendation):/.test(id)).toSorted(),
    );
  });

  test('files what a magazine relates of somebody under that body, at the time the body said it', () => {
    const { cards: all } = atOnce(toDebate(CORPUS, JUDGMENT, EVERYTHING, ALL));
    const toldBy = (id: string) =>
      toStatements(CORPUS)
        .filter(({ said }) => said.id === id)
        .map(({ body }) => body);
    const related = 'claim:one-third-inadequate-2010';
    expect(toldBy(related)).toContain('organisation:community-care');
    expect(all.find(({ id }) => id === related)!.body).toBe('organisation:ofsted');
    const only = 'claim:only-lincolnshire-outstanding-2010';
    expect(new Set(toldBy(only))).toEqual(new Set(['organisation:community-care']));
    expect(all.find(({ id }) => id === only)!.body).toBe('organisation:community-care');
  });

  test('files each card under the body that its speaker speaks for, at a time when it was said', () => {
    for (const topic of TOPICS)
      for (const { id, body, speaker, utterance, start, end } of atOnce(
        toDebate(CORPUS, topic, EVERYTHING, ALL),
      ).cards)
        expect(
          toStatements(CORPUS).some(
            (statement) =>
              statement.utterance.id === utterance &&
              statement.said.id === id &&
              statement.body === body &&
              statement.speaker === speaker &&
              statement.range.start === start &&
              statement.range.end === end,
          ),
        ).toBe(true);
  });

  test('on one-word judgments has Ofsted for, the others against, last who takes no side, from 2010 to 2019', () => {
    const { cards: all, edges } = atOnce(toDebate(CORPUS, JUDGMENT, EVERYTHING, ALL));
    const { lanes, columns } = toChart(all, ROOM);
    expect(lanes.map(({ body }) => body)).toEqual([
      'organisation:ofsted',
      'organisation:adcs',
      'person:eileen-munro',
      'organisation:impower',
      'organisation:cardiff-university',
      'organisation:university-of-birmingham',
      'organisation:community-care',
    ]);
    expect(columns.map(({ label }) => label)).toEqual([
      '2010',
      '2011–2013',
      '2014',
      '2015',
      '2016',
      '2017–2018',
      '2019',
    ]);
    expect(columns.filter(({ gap }) => gap)).toHaveLength(2);
    const bodyOf = new Map(all.map(({ id, body }) => [id, body]));
    const disputed = edges.filter(
      ({ type, source }) => type === 'disputes' && bodyOf.get(source) === 'organisation:ofsted',
    );
    expect(new Set(disputed.map(({ target }) => bodyOf.get(target)))).toEqual(
      new Set(['organisation:university-of-birmingham', 'organisation:adcs', 'organisation:impower']),
    );
  });

  test('has only what the filters leave', () => {
    const query = parseQuery('date:2019');
    const visible = toVisible(CORPUS, query);
    const { cards: all, edges } = atOnce(toDebate(CORPUS, JUDGMENT, query, visible));
    expect(all.length).toBeGreaterThan(5);
    for (const { id } of [...all, ...edges]) expect(visible.has(id)).toBe(true);
    expect(atOnce(toDebate(CORPUS, JUDGMENT, EVERYTHING, new Set()))).toMatchObject({ cards: [], edges: [] });
    expect(toChart([], ROOM).cells).toEqual([]);
  });
});

/** What filters may leave of a debate: who speaks, how, when, on which side, and what of it is drawn. */
const QUERIES = [
  '',
  'hide:organisation:ofsted',
  'actor:organisation:ofsted',
  'speech:direct',
  'basis:stated',
  'edge:disputes,supports,responds-to',
  'type:claim,person',
  'stance:against',
  'topic:consistency date:2012/2019',
  'article:article:ilacs-review-2019',
  'isolated:hidden grades',
].map((text) => parseQuery(text));

describe('whatever filters leave, a debate', () => {
  test.each(QUERIES.map((query) => [printQuery(query), query] as const))(
    'has what the matrix has, on the same sides and by the same bodies: %s',
    (_, query) => {
      const visible = toVisible(CORPUS, query);
      const matrix = atOnce(toTopicMatrix(CORPUS, atOnce(matchStatements(CORPUS, query, visible))));
      let all = 0;
      for (const topic of TOPICS) {
        const { cards: some, statements } = atOnce(toDebate(CORPUS, topic, query, visible));
        const cells = [...(matrix.cells.get(topic) ?? [])].flatMap(([body, entries]) =>
          entries.map(({ kind, said }) => `${said!.id} ${kind} ${body}`),
        );
        const told = some.flatMap(({ id, stance }) =>
          stance
            ? [...new Set(statements.get(id)!.flatMap(({ bodies }) => bodies))].map(
                (body) => `${id} ${stance} ${body}`,
              )
            : [],
        );
        expect(told.toSorted()).toEqual(cells.toSorted());
        for (const { id, body, stance } of some)
          if (stance) expect(cells).toContain(`${id} ${stance} ${body}`);
        all += some.length;
      }
      expect(all).toBeGreaterThan(0);
    },
  );

  test('has nobody in it who is hidden, and nothing that was said otherwise than asked for', () => {
    for (const query of QUERIES)
      for (const topic of TOPICS) {
        const { cards: some } = atOnce(toDebate(CORPUS, topic, query, toVisible(CORPUS, query)));
        for (const { body, speaker, utterance } of some) {
          const { speech, basis } = CORPUS.edges.get(utterance) as EdgeOf<'authored'>;
          expect(query.hide ?? []).not.toContain(body);
          expect(query.hide ?? []).not.toContain(speaker);
          if (query.speech) expect(query.speech).toContain(speech);
          if (query.basis) expect(query.basis).toContain(basis);
        }
      }
  });
});

describe('a chart', () => {
  test('has who says as much for as against between the two sides, last who takes neither', () => {
    const at = (body: string, stance: Stance, number: number): Card => ({
      id: `claim:c-${number}`,
      body,
      speaker: body,
      utterance: '',
      start: number,
      end: number,
      uncertain: false,
      stance,
      weight: 0,
      label: '',
    });
    const { lanes } = toChart(
      [
        at('neither', 'neutral', 0),
        at('both', 'for', 1),
        at('both', 'against', 2),
        at('con', 'against', 3),
        at('mixed', 'mixed', 4),
        at('pro', 'for', 5),
      ],
      ROOM,
    );
    expect(lanes.map(({ body }) => body)).toEqual(['pro', 'both', 'mixed', 'con', 'neither']);
  });

  test('has every card once, in the lane of its body and the column of its time', () => {
    fc.assert(
      fc.property(cards, room, (all, space) => {
        const { lanes, columns, cells } = toChart(all, space);
        const placed = cells.flatMap((cell) => cell.cards.map(({ id, box }) => ({ id, box, cell })));
        expect(placed.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
        for (const { id, box, cell } of placed) {
          const one = all.find((other) => other.id === id)!;
          expect(cell.body).toBe(one.body);
          expect(isInside(box, cell.box)).toBe(true);
          const lane = lanes.find(({ body }) => body === one.body)!;
          expect(cell.box.top).toBeGreaterThanOrEqual(lane.top);
          expect(cell.box.top + cell.box.height).toBeLessThanOrEqual(lane.top + lane.height + 1e-6);
          const column = columns.find(
            ({ left, width }) => left <= cell.box.left && cell.box.left + cell.box.width <= left + width,
          )!;
          expect(column.gap).toBe(false);
          expect(column.label).toContain(String(new Date(one.start).getUTCFullYear()));
        }
      }),
    );
  });

  test('has the years of antiquity where they were, and the gap between them as long as it was', () => {
    const at = (id: string, date: string): Card => {
      const { start, end } = parseDate(date)!;
      const speaker = 'organisation:ofsted';
      return {
        id,
        body: speaker,
        speaker,
        utterance: '',
        start,
        end,
        uncertain: false,
        stance: 'for',
        weight: 0,
        label: id,
      };
    };
    const { columns } = toChart(
      [at('claim:b', '0099-03-01'), at('claim:a', '0050'), at('claim:c', '0101')],
      ROOM,
    );
    expect(columns.map(({ label }) => label)).toEqual(['50', '51–98', '99', '100', '101']);
  });

  test('has a column of its own for what may have been said in any of several years', () => {
    const at = (date: string, index: number): Card => {
      const { start, end, uncertain } = parseDate(date)!;
      const speaker = 'organisation:ofsted';
      const id = `claim:c-${index}`;
      const said = { id, body: speaker, speaker, utterance: '', label: id };
      return { ...said, start, end, uncertain, stance: 'for', weight: 0 };
    };
    const toColumns = (...dates: string[]) =>
      toChart(dates.map(at), ROOM).columns.map(({ label, uncertain }) => [label, uncertain]);
    expect(toColumns('2010/2019', '2010', '2010?', '2010/2011', '2015')).toEqual([
      ['2010–2019', false],
      ['2010–2011', false],
      ['2010', false],
      ['2015', false],
    ]);
    // No year of it is told to be empty.
    expect(toColumns('201X', '2015', '2022')).toEqual([
      ['2010–2019', true],
      ['2015', false],
      ['2020–2021', false],
      ['2022', false],
    ]);
    expect(toColumns('2014-06/2014-09', '2014-06')).toEqual([
      ['2014', false],
      ['Jun 2014', false],
    ]);
  });

  test('has nothing over anything else, and time running from left to right', () => {
    fc.assert(
      fc.property(cards, room, (all, space) => {
        const { cells, columns, lanes } = toChart(all, space);
        const boxes = cells.flatMap((cell) => cell.cards.map(({ box }) => box));
        for (const [index, box] of boxes.entries())
          for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
        for (const [index, { left, width }] of columns.entries())
          if (index > 0) expect(left).toBe(columns[index - 1]!.left + columns[index - 1]!.width);
          else expect(left + width).toBeGreaterThan(left);
        for (const [index, { top }] of lanes.entries())
          if (index > 0) expect(top).toBeCloseTo(lanes[index - 1]!.top + lanes[index - 1]!.height);
        const starts = cells
          .toSorted((a, b) => a.box.left - b.box.left)
          .map((cell) => new Date(all.find(({ id }) => id === cell.cards[0]!.id)!.start).getUTCFullYear());
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });

  test('has room in every cell for the words of its weightiest card, at rest', () => {
    for (const topic of TOPICS) {
      const { cards: all } = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
      const { cells } = toChart(all, ROOM);
      for (const { box, body, cards: inside } of cells) {
        const labels = inside.map(({ id }) => all.find((one) => one.id === id)!.label);
        const meta = new Set(all.filter((one) => one.body === body).map(({ speaker }) => speaker)).size > 1;
        expect(countListed(box, labels, meta, ROOM.more)).toBeGreaterThanOrEqual(1);
      }
    }
  });

  test('is in every lane as high as the name of its body, where that is told', () => {
    for (const topic of TOPICS) {
      const { cards: all } = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
      const names = Object.fromEntries(all.map(({ body }) => [body, 4 * body.length]));
      for (const { body, height } of toChart(all, { ...ROOM, names }).lanes)
        expect(height).toBeGreaterThanOrEqual(names[body]!);
    }
  });

  test('shows the words of every card when it is zoomed as far as the canvas goes', () => {
    const zoom = 1 / 0.1;
    for (const topic of TOPICS) {
      const { cards: all } = atOnce(toDebate(CORPUS, topic, EVERYTHING, ALL));
      for (const { cards: inside } of toChart(all, ROOM).cells)
        for (const { id, box } of inside) {
          const node = CORPUS.nodes.get(id)!;
          const statement = 'statement' in node ? node.statement : '';
          const detail = toDetail(
            { width: box.width * zoom, height: box.height * zoom },
            { label: node.label, statement, quote: '', meta: true },
          );
          expect(detail).toBe('quote');
        }
    }
  });
});

describe('the detail of a card', () => {
  const texts = {
    label: 'One-word grades',
    statement: 'One-word grades are too blunt.',
    quote: 'too blunt',
    meta: false,
  };

  test('grows with its size and never shrinks', () => {
    const order = ['dot', 'headline', 'signed', 'statement', 'quote'];
    fc.assert(
      fc.property(fc.nat({ max: 600 }), fc.nat({ max: 400 }), fc.nat({ max: 200 }), (width, height, more) => {
        const [small, large] = [
          toDetail({ width, height }, texts),
          toDetail({ width: width + more, height: height + more }, texts),
        ];
        expect(order.indexOf(large)).toBeGreaterThanOrEqual(order.indexOf(small));
      }),
    );
    expect(toDetail({ width: 40, height: 400 }, texts)).toBe('dot');
    expect(toDetail({ width: 150, height: toCardHeight(texts.label, 150, false) }, texts)).toBe('headline');
    expect(toDetail({ width: 150, height: 60 }, texts)).toBe('signed');
    expect(toDetail({ width: 400, height: 200 }, texts)).toBe('quote');
  });

  test('counts lines by whole words, and breaks only those longer than a line', () => {
    expect(countLines('one two three', 60, 10)).toBe(2);
    expect(countLines('one', 60, 10)).toBe(1);
    expect(countLines('a'.repeat(25), 60, 10)).toBe(3);
    expect(countLines('', 60, 10)).toBe(1);
    // Wide letters take more room than narrow ones.
    expect(countLines('mm mm mm mm', 60, 10)).toBeGreaterThan(countLines('il il il il', 60, 10));
  });
});
