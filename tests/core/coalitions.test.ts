// Who stands with whom: pairs as the networks of actors tell them, and places where those who agree are near.
import { expect, test } from 'vitest';
import { toCoalitions, toPairTable } from '../../src/core/coalitions';
import { toStatements } from '../../src/core/discourse';
import { writeCsv } from '../../src/core/formats/csv';
import { toActorNetwork, toLeaning, toTiedClaims, toTies } from '../../src/core/network';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const STATEMENTS = toStatements(CORPUS);
const ALL = atOnce(toCoalitions(CORPUS, STATEMENTS, 1000));
const toKey = (...ids: string[]) => ids.toSorted().join(' ');

test.each([
  ['congruence', 'same'],
  ['conflict', 'opposite'],
] as const)('the pairs have the questions of the %s network', (type, name) => {
  const network = atOnce(toActorNetwork(CORPUS, STATEMENTS, type));
  const ties = Array.from(toTies(network), ({ source, target, topics }) => [
    toKey(source, target),
    topics.toSorted(),
  ]);
  const pairs = ALL.pairs
    .filter((pair) => pair[name].length > 0)
    .map((pair) => [toKey(pair.first.node.id, pair.second.node.id), pair[name].toSorted()]);
  expect(new Map(pairs as [string, string[]][])).toEqual(new Map(ties as [string, string[]][]));
});

test('people have the pairs of their networks, with what each says, and as much is left out', () => {
  const { pairs, coverage, matrix } = atOnce(toCoalitions(CORPUS, STATEMENTS, 1000, undefined, 'people'));
  expect(coverage.leftOut).toBe(STATEMENTS.filter(({ people }) => people.length === 0).length);
  for (const [type, name] of [
    ['congruence', 'same'],
    ['conflict', 'opposite'],
  ] as const) {
    const network = atOnce(toActorNetwork(CORPUS, STATEMENTS, type, 'people'));
    expect(network.coverage).toEqual(coverage);
    const ties = [...toTies(network)];
    const some = pairs.filter((pair) => pair[name].length > 0);
    expect(some).toHaveLength(ties.length);
    for (const tie of ties) {
      const pair = some.find(
        ({ first, second }) => toKey(first.node.id, second.node.id) === toKey(tie.source, tie.target),
      )!;
      expect(pair[name].toSorted()).toEqual(tie.topics.toSorted());
      const said = tie.topics.flatMap((topic) =>
        [pair.first, pair.second].flatMap((actor) => toLeaning(matrix, actor, topic)),
      );
      expect(new Set(said.map((entry) => entry.said!.id))).toEqual(new Set(toTiedClaims(network, tie)));
    }
  }
});

test('what puts a pair on its sides are the claims that the network’s file names', () => {
  const network = atOnce(toActorNetwork(CORPUS, STATEMENTS, 'conflict'));
  for (const tie of toTies(network)) {
    const pair = ALL.pairs.find(
      ({ first, second }) => toKey(first.node.id, second.node.id) === toKey(tie.source, tie.target),
    )!;
    const said = pair.opposite.flatMap((topic) =>
      [pair.first, pair.second].flatMap((actor) =>
        toLeaning(ALL.matrix, actor, topic).map((entry) => entry.said!.id),
      ),
    );
    expect(new Set(said)).toEqual(new Set(toTiedClaims(network, tie)));
  }
});

test('those with most said for them are taken where there are too many, and how many there are is told', () => {
  const { actors, total, pairs, positions } = atOnce(toCoalitions(CORPUS, STATEMENTS, 4));
  expect(actors.map(({ node }) => node.id)).toEqual(ALL.actors.slice(0, 4).map(({ node }) => node.id));
  expect(ALL.actors.map(({ statements }) => statements)).toEqual(
    ALL.actors.map(({ statements }) => statements).toSorted((a, b) => b - a),
  );
  expect([total, positions.length]).toEqual([ALL.actors.length, 8]);
  const ids = actors.map(({ node }) => node.id);
  for (const { first, second } of pairs)
    expect(ids).toEqual(expect.arrayContaining([first.node.id, second.node.id]));
});

/** How far apart two are drawn, and how far apart they would be if a plane could show it. */
const DISTANCES = ALL.pairs.map(({ first, second, accord }) => {
  const [one, other] = [first, second].map((actor) => ALL.actors.indexOf(actor));
  const { positions } = ALL;
  return {
    first: first.node.id,
    second: second.node.id,
    drawn: Math.hypot(
      positions[2 * one!]! - positions[2 * other!]!,
      positions[2 * one! + 1]! - positions[2 * other! + 1]!,
    ),
    wanted: 1 - accord.score,
  };
});

test('the more two agree the nearer they stand, the same each time', () => {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const spread = (numbers: readonly number[]) => numbers.map((one) => one - mean(numbers));
  const [drawn, wanted] = (['drawn', 'wanted'] as const).map((key) =>
    spread(DISTANCES.map((one) => one[key])),
  );
  const product = (a: readonly number[], b: readonly number[]) => mean(a.map((one, at) => one * b[at]!));
  const correlation =
    product(drawn!, wanted!) / Math.sqrt(product(drawn!, drawn!) * product(wanted!, wanted!));
  expect(correlation).toBeGreaterThan(0.8);
  const between = (a: string, b: string) =>
    DISTANCES.find(({ first, second }) => toKey(first, second) === toKey(a, b))!.drawn;
  const [ofsted, impower] = ['organisation:ofsted', 'organisation:impower'];
  expect(between(ofsted, impower)).toBeGreaterThan(between(ofsted, 'organisation:adcs'));
  expect(between(ofsted, impower)).toBeGreaterThan(between(impower, 'organisation:university-of-birmingham'));
  expect(atOnce(toCoalitions(CORPUS, STATEMENTS, 1000)).positions).toEqual(ALL.positions);
});

test('they spread farthest across, around the middle, who says most on the left', () => {
  const across = ALL.positions.filter((_, index) => index % 2 === 0);
  const down = ALL.positions.filter((_, index) => index % 2 === 1);
  const sum = (numbers: Float64Array) => numbers.reduce((all, one) => all + one, 0);
  expect(sum(across)).toBeCloseTo(0);
  expect(sum(down)).toBeCloseTo(0);
  expect(sum(across.map((x) => x * x))).toBeGreaterThan(sum(down.map((y) => y * y)));
  expect(sum(across.map((x, at) => x * down[at]!))).toBeCloseTo(0);
  expect(across[0]).toBeLessThan(0);
});

test.each(['2014', '2015', '2019'])(
  'what is left of %s is the same way round as the whole: however it is turned or mirrored, no nearer to it',
  (year) => {
    const some = STATEMENTS.filter(({ date }) => date.startsWith(year));
    const { actors, positions } = atOnce(toCoalitions(CORPUS, some, 1000, ALL));
    const free = atOnce(toCoalitions(CORPUS, some, 1000));
    const shared = actors.map(({ node }) => ALL.actors.findIndex((actor) => actor.node.id === node.id));
    /** How far all of them are from where they stand in the whole, both around the same middle. */
    const toGap = (places: Float64Array) => {
      const around = (of: Float64Array, ids: readonly number[]) => {
        const [x, y] = [0, 1].map(
          (axis) => ids.reduce((sum, at) => sum + of[2 * at + axis]!, 0) / ids.length,
        );
        return ids.map((at) => [of[2 * at]! - x!, of[2 * at + 1]! - y!] as const);
      };
      const here = around(places, [...actors.keys()]);
      return around(ALL.positions, shared).reduce(
        (sum, [x, y], at) => sum + (x - here[at]![0]) ** 2 + (y - here[at]![1]) ** 2,
        0,
      );
    };
    const gap = toGap(positions);
    expect(shared.length).toBeGreaterThan(1);
    for (const mirror of [1, -1])
      for (let degrees = 0; degrees < 360; degrees += 5) {
        const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
        const other = free.positions.map((_, index, all) => {
          const [x, y] = [all[index - (index % 2)]!, mirror * all[index - (index % 2) + 1]!];
          return index % 2 === 0 ? x * cosine - y * sine : x * sine + y * cosine;
        });
        expect(gap).toBeLessThanOrEqual(toGap(other) + 1e-9);
      }
  },
);

test('who stands alone, or with nobody known, stands somewhere too', () => {
  const one = atOnce(toCoalitions(CORPUS, STATEMENTS, 1, ALL));
  expect([...one.positions].every(Number.isFinite)).toBe(true);
  const strangers = atOnce(
    toCoalitions(CORPUS, STATEMENTS, 5, { actors: [], positions: new Float64Array() }),
  );
  expect([...strangers.positions].every(Number.isFinite)).toBe(true);
});

test.each([0, 1, 2])('of %i who take a side all stand somewhere', (most) => {
  const { positions, pairs } = atOnce(toCoalitions(CORPUS, STATEMENTS, most));
  expect(positions).toHaveLength(2 * most);
  for (const place of positions) expect(place).toSatisfy(Number.isFinite);
  expect(pairs).toHaveLength(most === 2 ? 1 : 0);
});

test('nothing said makes nothing', () => {
  expect(atOnce(toCoalitions(CORPUS, [], 10))).toMatchObject({ actors: [], total: 0, pairs: [] });
});

test('the table has a row for each pair, and its names are never run as formulas', () => {
  const { header, rows } = toPairTable(CORPUS, ALL.pairs);
  expect(header).toEqual([
    'first_id',
    'first',
    'second_id',
    'second',
    'congruence',
    'conflict',
    'agreement',
    'same_side',
    'opposite_sides',
  ]);
  const row = rows.find(
    ([first, , second]) => toKey(first!, second!) === 'organisation:adcs organisation:ofsted',
  );
  expect(row!.slice(4, 7)).toEqual(['9', '4', '0.279']);
  expect(row![8]!.split(' | ')).toHaveLength(4);
  expect(rows).toHaveLength(ALL.pairs.length);
  const hostile = ALL.pairs.map((pair) => ({
    ...pair,
    first: { ...pair.first, node: { ...pair.first.node, label: '=1+1' } },
  }));
  const table = toPairTable(CORPUS, hostile);
  expect([...writeCsv(table.header, table.rows)].join('')).not.toMatch(/(^|,)"?=1/m);
});
