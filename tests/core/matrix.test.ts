// The matrix of actors and topics, and of actors and claims, against a plain reading of the files.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStatements } from '../../src/core/discourse';
import { matchStatements, toVisible } from '../../src/core/filter';
import {
  limitMatrix,
  toAccord,
  toClaimMatrix,
  toEntries,
  toKey,
  toLean,
  toMatrixTable,
  toSides,
  toTopicMatrix,
  toTotals,
  type Entry,
  type Matrix,
  type Sides,
} from '../../src/core/matrix';
import type { GraphEdge, GraphNode } from '../../src/core/model';
import { parseQuery } from '../../src/core/query';
import { seriate, sortMatrix } from '../../src/core/seriation';
import { STANCES } from '../../src/core/vocabulary';
import { CORPUS } from '../shipped';
import { toSynthetic } from '../bench/synthetic';
import { atOnce } from '../../src/core/steps';

const STATEMENTS = toStatements(CORPUS);
const ALL = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]);
const OFSTED = 'organisation:ofsted';
const ADCS = 'organisation:adcs';
const IMPOWER = 'organisation:impower';
const TOPICS = atOnce(toTopicMatrix(CORPUS, STATEMENTS));
const CLAIMS = atOnce(toClaimMatrix(CORPUS, STATEMENTS, ALL));
const edges = [...CORPUS.edges.values()];

describe('a report of two bodies', () => {
  const own = edges.find(
    ({ type, source, target }) => type === 'authored' && source === IMPOWER && target.startsWith('report:'),
  )!;
  const LABOUR = 'organisation:labour';
  const wrote = { ...own, id: 'authored:labour-too', source: LABOUR };
  const joint = { ...CORPUS, edges: new Map([...CORPUS.edges, [wrote.id, wrote]]) };
  const ofReport = (statements: typeof STATEMENTS) =>
    statements.filter(({ speaker }) => speaker === own.target);
  const whole = ofReport(toStatements(joint));

  test.each([
    [IMPOWER, LABOUR],
    [LABOUR, IMPOWER],
  ])('is told for the other where one is hidden: %s', (hidden, other) => {
    expect(whole.length).toBeGreaterThan(5);
    for (const { bodies, body } of whole) expect([body, bodies]).toEqual([IMPOWER, [IMPOWER, LABOUR]]);
    const query = parseQuery(`hide:${hidden}`);
    const statements = atOnce(matchStatements(joint, query, toVisible(joint, query)));
    expect(ofReport(statements).map(({ utterance }) => utterance.id)).toEqual(
      whole.map(({ utterance }) => utterance.id),
    );
    for (const { bodies, body, actors } of ofReport(statements)) {
      expect([body, bodies]).toEqual([other, [other]]);
      expect(actors).not.toContain(hidden);
    }
    const columns = atOnce(toTopicMatrix(joint, statements)).columns.map(({ body }) => body);
    expect(columns).toContain(other);
    expect(columns).not.toContain(hidden);
  });

  test('is told for nobody where both are hidden', () => {
    const query = parseQuery(`hide:${IMPOWER},${LABOUR}`);
    expect(ofReport(atOnce(matchStatements(joint, query, toVisible(joint, query))))).toEqual([]);
  });
});

describe('topics against actors', () => {
  test('tell of every claim once in the cell of each body that says it, on the side it is on', () => {
    const expected = new Map<string, Set<string>>();
    for (const { said, body } of STATEMENTS)
      for (const edge of edges)
        if (edge.type === 'about' && edge.source === said.id) {
          const cell = `${edge.target} ${body} ${edge.stance}`;
          expected.set(cell, (expected.get(cell) ?? new Set()).add(said.id));
        }
    let found = 0;
    for (const row of TOPICS.rows)
      for (const column of TOPICS.columns)
        for (const stance of STANCES) {
          const some = toEntries(TOPICS, row.id, column).filter(({ kind }) => kind === stance);
          const want = expected.get(`${row.id} ${column.body} ${stance}`) ?? new Set();
          expect(some.map(({ said }) => said!.id).toSorted()).toEqual([...want].toSorted());
          found += some.length;
        }
    expect(found).toBe([...expected.values()].reduce((sum, { size }) => sum + size, 0));
  });

  test('have the words of every claim, and of why it is on that side', () => {
    for (const line of TOPICS.cells.values())
      for (const entries of line.values())
        for (const { edge, statements } of entries) {
          expect(edge.passages.length).toBeGreaterThan(0);
          expect(statements.length).toBeGreaterThan(0);
          for (const { utterance } of statements) expect(utterance.passages.length).toBeGreaterThan(0);
        }
  });

  test('open a body into those who speak for it, whose claims are together the body’s', () => {
    const open = atOnce(toTopicMatrix(CORPUS, STATEMENTS, [OFSTED]));
    const parts = open.columns.filter(({ body, speaker }) => body === OFSTED && speaker !== undefined);
    expect(parts.map(({ speaker }) => speaker!).toSorted()).toEqual(
      [...new Set(STATEMENTS.filter(({ body }) => body === OFSTED).map(({ speaker }) => speaker))].toSorted(),
    );
    expect(open.speakers.get(OFSTED)).toBe(parts.length);
    for (const row of open.rows) {
      const ids = (entries: readonly { said: { id: string } | undefined }[]) =>
        [...new Set(entries.map(({ said }) => said!.id))].toSorted();
      expect(ids(parts.flatMap((part) => toEntries(open, row.id, part)))).toEqual(
        ids(toEntries(open, row.id, { body: OFSTED })),
      );
    }
    expect(open.columns.filter(({ speaker }) => speaker === undefined)).toHaveLength(TOPICS.columns.length);
  });

  test('follow the filters: only what is said as they ask, and nobody hidden', () => {
    const query = parseQuery('stance:against date:2015/2019');
    const some = atOnce(
      toTopicMatrix(CORPUS, atOnce(matchStatements(CORPUS, query, toVisible(CORPUS, query)))),
    );
    const kinds = [...some.cells.values()].flatMap((line) =>
      [...line.values()].flatMap((entries) => entries.map(({ kind }) => kind)),
    );
    expect(new Set(kinds)).toEqual(new Set(['against']));
    for (const line of some.cells.values())
      for (const entries of line.values())
        for (const { statements } of entries)
          for (const { date } of statements) expect(Number(date.slice(0, 4))).toBeGreaterThanOrEqual(2015);
    const hidden = parseQuery(`hide:${OFSTED}`);
    const without = atOnce(
      toTopicMatrix(CORPUS, atOnce(matchStatements(CORPUS, hidden, toVisible(CORPUS, hidden)))),
    );
    expect(without.columns.map(({ body }) => body)).not.toContain(OFSTED);
    expect(without.columns.map(({ body }) => body)).toContain(ADCS);
  });

  test('tell who says it even where types or words that are looked for leave only claims on the map', () => {
    const query = parseQuery('type:claim grade');
    const some = atOnce(
      toTopicMatrix(CORPUS, atOnce(matchStatements(CORPUS, query, toVisible(CORPUS, query)))),
    );
    expect(some.columns.length).toBeGreaterThan(1);
    for (const line of some.cells.values())
      for (const entries of line.values())
        for (const { said } of entries)
          expect(JSON.stringify([said, said!.passages]).toLowerCase()).toContain('grade');
  });
});

describe('claims against actors', () => {
  test('have a row for just what more than one body says, supports, disputes or answers', () => {
    const bodiesOf = (id: string) => STATEMENTS.filter(({ said }) => said.id === id).map(({ body }) => body);
    for (const { said } of STATEMENTS) {
      const bodies = new Set(bodiesOf(said.id));
      for (const edge of edges)
        if (edge.target === said.id && /^(disputes|supports|responds-to)$/.test(edge.type))
          for (const body of bodiesOf(edge.source)) bodies.add(body);
      const actors = edges.filter(
        ({ type, source, target }) =>
          target === said.id && /^(disputes|supports)$/.test(type) && /^(person|organisation):/.test(source),
      );
      if (actors.length === 0) expect(CLAIMS.rows.some(({ id }) => id === said.id)).toBe(bodies.size > 1);
    }
  });

  test('tell each dispute between two bodies, with the claim that disputes', () => {
    const disputes = edges.filter(({ type }) => type === 'disputes');
    expect(disputes.length).toBeGreaterThan(10);
    for (const edge of disputes) {
      const by = STATEMENTS.filter(({ said }) => said.id === edge.source);
      const target = STATEMENTS.find(({ said }) => said.id === edge.target);
      for (const { body } of by) {
        if (!target || target.body === body) continue;
        const found = toEntries(CLAIMS, edge.target, { body }).find((entry) => entry.edge.id === edge.id)!;
        expect(found).toMatchObject({ kind: 'disputes', said: { id: edge.source } });
      }
    }
  });

  test.each(['disputes', 'supports', 'responds-to'] as const)(
    'tell that a report itself %s it, in the cell of the body the report is by',
    (type) => {
      const manner = type === 'responds-to' ? 'answers' : type;
      const report = 'report:sif-evaluation-2014';
      const body = STATEMENTS.find(({ speaker }) => speaker === report)!.body;
      const target = STATEMENTS.find((one) => one.body === IMPOWER)!;
      const { passages } = edges.find(({ source }) => source === report)!;
      const edge = {
        id: `${type}:by-report`,
        type,
        source: report,
        target: target.said.id,
        basis: 'stated',
        passages,
      } as GraphEdge;
      const corpus = { ...CORPUS, edges: new Map([...CORPUS.edges, [edge.id, edge]]) };
      const statements = toStatements(corpus);
      const matrix = atOnce(toClaimMatrix(corpus, statements, new Set([...ALL, edge.id]), [body]));
      for (const column of [{ body }, { body, speaker: report }]) {
        const found = toEntries(matrix, target.said.id, column).find((entry) => entry.edge.id === edge.id);
        expect(found).toEqual({ kind: manner, edge, said: undefined, statements: [] });
      }
    },
  );

  test('count for each body just those who have a column once it is unfolded', () => {
    for (const [body, count] of CLAIMS.speakers) {
      const open = atOnce(toClaimMatrix(CORPUS, STATEMENTS, ALL, [body]));
      const parts = open.columns.filter((column) => column.body === body && column.speaker !== undefined);
      expect([body, parts.length]).toEqual([body, count]);
    }
    expect([...CLAIMS.speakers.keys()].toSorted()).toEqual(CLAIMS.columns.map(({ body }) => body).toSorted());
  });

  test('leave out lines that are not visible', () => {
    const without = new Set([...ALL].filter((id) => CORPUS.edges.get(id)?.type !== 'disputes'));
    const matrix = atOnce(toClaimMatrix(CORPUS, STATEMENTS, without));
    const kinds = [...matrix.cells.values()].flatMap((line) => [...line.values()].flat());
    expect(kinds.some(({ kind }) => kind === 'disputes')).toBe(false);
    expect(kinds.some(({ kind }) => kind === 'supports')).toBe(true);
  });
});

const sides = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(1 as const, -1 as const))
  .map((one): Sides => new Map(Object.entries(one)));

describe('agreement', () => {
  const of = (one: Record<string, 1 | -1>): Sides => new Map(Object.entries(one));

  test('is congruence less conflict over the geometric mean of the sides taken', () => {
    expect(toAccord(of({ a: 1, b: -1 }), of({ a: 1, b: -1 }))).toEqual({ same: 2, opposite: 0, score: 1 });
    expect(toAccord(of({ a: 1, b: -1 }), of({ a: -1, b: 1 })).score).toBe(-1);
    expect(toAccord(of({ a: 1, b: 1 }), of({ a: 1, b: -1 }))).toEqual({ same: 1, opposite: 1, score: 0 });
    expect(toAccord(of({ a: 1 }), of({ a: 1, b: 1, c: 1, d: 1 })).score).toBe(0.5);
    expect(toAccord(of({ a: 1 }), of({ b: 1 }))).toEqual({ same: 0, opposite: 0, score: 0 });
    expect(toAccord(of({}), of({})).score).toBe(0);
  });

  test('is the same both ways and never beyond -1 and 1', () => {
    fc.assert(
      fc.property(sides, sides, (a, b) => {
        const { score } = toAccord(a, b);
        expect(toAccord(b, a).score).toBe(score);
        expect(Math.abs(score)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  test('leans to the side most claims are on, and to none where they are even', () => {
    const entry = (kind: 'for' | 'against' | 'mixed' | 'neutral') => ({ kind, edge: edges[0]! });
    expect(toLean([entry('for'), entry('for'), entry('against')])).toBe(1);
    expect(toLean([entry('against'), entry('neutral')])).toBe(-1);
    expect(toLean([entry('for'), entry('against'), entry('mixed')])).toBe(0);
    expect(
      toSides([
        ['a', [entry('for')]],
        ['b', [entry('neutral')]],
      ]),
    ).toEqual(new Map([['a', 1]]));
  });
});

describe('an order in which those who agree stand together', () => {
  test('has everyone once, is always the same, and puts two camps side by side', () => {
    fc.assert(
      fc.property(fc.array(sides, { maxLength: 12 }), (vectors) => {
        const order = seriate(vectors);
        expect(order.toSorted((a, b) => a - b)).toEqual(vectors.map((_, place) => place));
        expect(seriate(vectors)).toEqual(order);
      }),
    );
    const [left, right]: Sides[] = [
      new Map([
        ['a', 1],
        ['b', 1],
      ]),
      new Map([
        ['a', -1],
        ['b', -1],
      ]),
    ];
    const camps = seriate([left!, right!, left!, right!, left!, right!]).map((place) => place % 2);
    expect([camps.join(''), camps.toReversed().join('')]).toContain('000111');
  });

  test('brings those next to each other in the real debate closer than the order by name does', () => {
    const closeness = (matrix: Matrix) => {
      const vectors = matrix.columns.map((column) =>
        toSides(matrix.rows.map((row) => [row.id, toEntries(matrix, row.id, column)])),
      );
      return vectors
        .slice(1)
        .reduce((sum, vector, place) => sum + toAccord(vectors[place]!, vector).score, 0);
    };
    for (const matrix of [TOPICS, CLAIMS])
      expect(closeness(sortMatrix(CORPUS, matrix, 'agreement'))).toBeGreaterThan(
        closeness(sortMatrix(CORPUS, matrix, 'name')),
      );
  });
});

describe('a matrix in another order', () => {
  const names = (matrix: Matrix) =>
    matrix.columns.map(({ body, speaker }) => CORPUS.nodes.get(speaker ?? body)!.label);

  test('holds the same, by name from A to Z and by number from the most', () => {
    const open = atOnce(toTopicMatrix(CORPUS, STATEMENTS, [ADCS]));
    for (const order of ['agreement', 'name', 'number'] as const) {
      const sorted = sortMatrix(CORPUS, open, order);
      expect(sorted.rows.map(({ id }) => id).toSorted()).toEqual(open.rows.map(({ id }) => id).toSorted());
      expect(sorted.columns.map(toKey).toSorted()).toEqual(open.columns.map(toKey).toSorted());
      const place = sorted.columns.findIndex(({ body }) => body === ADCS);
      const parts = sorted.columns.slice(place, place + 1 + open.speakers.get(ADCS)!);
      expect(new Set(parts.map(({ body }) => body))).toEqual(new Set([ADCS]));
      expect(parts[0]!.speaker).toBeUndefined();
    }
    const byName = names(sortMatrix(CORPUS, TOPICS, 'name'));
    expect(byName).toEqual(byName.toSorted((a, b) => a.localeCompare(b, 'en')));
    const byNumber = sortMatrix(CORPUS, TOPICS, 'number');
    const { byColumn, byRow } = toTotals(byNumber);
    const totals = byNumber.columns.map((column) => byColumn.get(toKey(column))!);
    expect(totals).toEqual(totals.toSorted((a, b) => b - a));
    const rowTotals = byNumber.rows.map(({ id }) => byRow.get(id)!);
    expect(rowTotals).toEqual(rowTotals.toSorted((a, b) => b - a));
    expect(byNumber.columns[0]!.body).toBe(OFSTED);
  });

  test('cut to some rows and bodies keeps those with most in them', () => {
    const few = limitMatrix(TOPICS, 3, 2);
    const byNumber = sortMatrix(CORPUS, TOPICS, 'number');
    expect(new Set(few.rows.map(({ id }) => id))).toEqual(
      new Set(byNumber.rows.slice(0, 3).map(({ id }) => id)),
    );
    expect(few.columns.map(({ body }) => body).toSorted()).toEqual([ADCS, OFSTED].toSorted());
  });

  test('of a large debate, cut to what a screen holds, is there at once', () => {
    const corpus = toSynthetic(10_000);
    const statements = toStatements(corpus);
    const before = performance.now();
    const whole = atOnce(toTopicMatrix(corpus, statements));
    const part = sortMatrix(corpus, limitMatrix(whole, 60, 60), 'agreement');
    const took = performance.now() - before;
    expect(whole.columns.length).toBeGreaterThan(60);
    expect(part.columns).toHaveLength(60);
    expect(took).toBeLessThan(1000);
  });

  test('is a table with a line for each cell that holds anything', () => {
    const { header, rows } = toMatrixTable(CORPUS, TOPICS, STANCES);
    expect(header).toEqual(['row_id', 'row', 'actor_id', 'actor', 'speaker_id', 'speaker', ...STANCES]);
    expect(rows).toHaveLength([...TOPICS.cells.values()].reduce((sum, line) => sum + line.size, 0));
    const line = rows.find(([row, , actor]) => row === 'topic:one-word-judgment' && actor === OFSTED)!;
    expect(line.slice(6)).toEqual(
      STANCES.map((stance) =>
        String(
          toEntries(TOPICS, 'topic:one-word-judgment', { body: OFSTED }).filter(({ kind }) => kind === stance)
            .length,
        ),
      ),
    );
  });

  test('is a table in the order of its rows and columns', () => {
    for (const matrix of [
      atOnce(toTopicMatrix(CORPUS, STATEMENTS, [OFSTED, ADCS])),
      atOnce(toClaimMatrix(CORPUS, STATEMENTS, ALL, [OFSTED])),
    ])
      for (const some of [sortMatrix(CORPUS, matrix, 'number'), limitMatrix(matrix, 9, 5)]) {
        const expected = some.rows.flatMap((row) =>
          some.columns.flatMap((column) =>
            toEntries(some, row.id, column).length > 0
              ? [[row.id, row.label, column.body, column.speaker ?? '']]
              : [],
          ),
        );
        const { rows } = toMatrixTable(CORPUS, some, [...STANCES, 'says', 'disputes']);
        expect(rows.map(([id, label, body, , speaker]) => [id, label, body, speaker])).toEqual(expected);
        for (const [id, , body, , speaker, , ...counts] of rows) {
          const column = speaker === '' ? { body: body! } : { body: body!, speaker: speaker! };
          const kinds = toEntries(some, id!, column).map(({ kind }) => kind);
          expect(counts).toEqual(
            [...STANCES, 'says', 'disputes'].map((kind) =>
              String(kinds.filter((one) => one === kind).length),
            ),
          );
        }
      }
  });

  test('is a table without a look at the cells that hold nothing, where few of very many hold anything', () => {
    let looks = 0;
    class Cells extends Map<string, readonly Entry[]> {
      override get(key: string) {
        looks++;
        return super.get(key);
      }
    }
    const nodes = Array.from({ length: 6000 }, (_, place): GraphNode => ({
      id: `organisation:o-${place}`,
      type: 'organisation',
      label: `${place}`,
      passages: [],
    }));
    const entry: Entry = { kind: 'for', edge: edges[0]!, said: undefined, statements: [] };
    const matrix: Matrix = {
      rows: nodes,
      columns: nodes.map(({ id }) => ({ body: id })),
      cells: new Map(nodes.map(({ id }) => [id, new Cells([[id, [entry]]])])),
      speakers: new Map(),
    };
    const corpus = { ...CORPUS, nodes: new Map(nodes.map((node) => [node.id, node])) };
    expect(toMatrixTable(corpus, matrix, STANCES).rows).toHaveLength(6000);
    expect(looks).toBe(0);
  });
});
