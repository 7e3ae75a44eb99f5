// What is drawn of a debate too large to be drawn whole: counted against a plain reading of its statements.
import { describe, expect, test } from 'vitest';
import { adjacencyOf, Marks, toMarks } from '../../src/core/adjacency';
import { toStatements } from '../../src/core/discourse';
import { readBundle, toDrawing } from '../../src/core/drawing';
import { matchStatements, toVisible } from '../../src/core/filter';
import { toFirstDrawing, toOverview } from '../../src/core/overview';
import { EVERYTHING, parseQuery } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { toSynthetic } from '../bench/synthetic';
import { CORPUS } from '../shipped';

const LARGE = toSynthetic(13_000);
const ALL = toVisible(LARGE, EVERYTHING);
const STATEMENTS = toStatements(LARGE);
const OVERVIEW = atOnce(toFirstDrawing(LARGE));
/** The body that says most. */
const MOST_SAYING = OVERVIEW.edges.find((edge) => edge.bundles !== undefined)!.source;
const idsOf = (items: readonly { id: string }[]) => new Set(items.map(({ id }) => id));

describe('a large debate', () => {
  test('opens on at most two hundred topics and those who speak, each joined to another', () => {
    expect(OVERVIEW.nodes.length).toBeGreaterThan(100);
    expect(OVERVIEW.nodes.length).toBeLessThanOrEqual(200);
    const joined = new Set(OVERVIEW.edges.flatMap(({ source, target }) => [source, target]));
    for (const { id, type } of OVERVIEW.nodes) {
      expect(joined).toContain(id);
      expect(['topic', 'organisation', 'person', 'report']).toContain(type);
    }
  });

  test('shows the topics that most is said on', () => {
    const numbers = new Map<string, number>();
    for (const { about } of STATEMENTS)
      for (const { target } of about) numbers.set(target, (numbers.get(target) ?? 0) + 1);
    const most = [...numbers].toSorted(([, a], [, b]) => b - a).slice(0, 20);
    const drawn = idsOf(OVERVIEW.nodes);
    for (const [id] of most) expect(drawn).toContain(id);
  });

  test.each(['', 'date:2005/2018', 'stance:against', `hide:${MOST_SAYING}`])(
    'bundles what one says on a topic: each line stands for as many statements as ‘%s’ leaves, what is said again on a date once',
    (text) => {
      const query = parseQuery(text);
      const visible = toVisible(LARGE, query);
      const { edges } = atOnce(toOverview(LARGE, query, visible));
      const bundles = edges.filter((edge) => edge.bundles !== undefined);
      expect(bundles.length).toBeGreaterThan(100);
      const statements = atOnce(matchStatements(LARGE, query, visible));
      for (const { id, source, target, bundles: number } of bundles) {
        expect(readBundle(id)).toEqual({ body: source, topic: target });
        const made = statements
          .filter(
            ({ bodies, about }) => bodies.includes(source) && about.some((edge) => edge.target === target),
          )
          .map(({ said, date }) => `${said.id} ${date}`);
        expect(number).toBe(new Set(made).size);
      }
    },
  );

  test('unfolds what is asked for: a claim with all its neighbours, and every edge between what is drawn', () => {
    const claim = [...LARGE.nodes.values()].findLast(({ type }) => type === 'claim')!.id;
    const drawing = atOnce(toOverview(LARGE, EVERYTHING, ALL, [claim]));
    const drawn = idsOf(drawing.nodes);
    const touching = [...LARGE.edges.values()].filter((edge) => [edge.source, edge.target].includes(claim));
    expect(touching.length).toBeGreaterThan(0);
    for (const { id, source, target } of touching) {
      expect(drawn).toContain(source);
      expect(drawn).toContain(target);
      expect(idsOf(drawing.edges)).toContain(id);
    }
    const between = [...LARGE.edges.values()].filter(
      ({ source, target }) => drawn.has(source) && drawn.has(target),
    );
    expect(idsOf(drawing.edges.filter((edge) => edge.bundles === undefined))).toEqual(idsOf(between));
  });

  test('is drawn one by one where a filter leaves little of it', () => {
    const [topic] = [...LARGE.nodes.values()].filter(({ type }) => type === 'topic').toReversed();
    const query = parseQuery(`topic:${topic!.id}`);
    const few = toVisible(LARGE, query);
    const drawing = atOnce(toOverview(LARGE, query, few));
    expect(idsOf([...drawing.nodes, ...drawing.edges])).toEqual(new Set(few));
  });

  test('never draws an edge without both its ends, nor what filters leave out', () => {
    const query = parseQuery('date:2010/2014');
    const visible = toVisible(LARGE, query);
    const hub = OVERVIEW.nodes.find(({ id }) => visible.has(id))!.id;
    const drawing = atOnce(toOverview(LARGE, query, visible, [hub], ['claim:nowhere']));
    const drawn = idsOf(drawing.nodes);
    for (const id of drawn) expect(visible.has(id)).toBe(true);
    for (const { id, source, target, bundles } of drawing.edges) {
      expect(drawn.has(source) && drawn.has(target)).toBe(true);
      expect(bundles !== undefined || visible.has(id)).toBe(true);
    }
  });
});

test('a debate of the size of the five articles is drawn whole', () => {
  expect(atOnce(toFirstDrawing(CORPUS))).toEqual(toDrawing(CORPUS));
});

test('a part of a drawing has the same sizes as the whole', () => {
  const adjacency = adjacencyOf.atOnce(CORPUS);
  const ids = new Set([...CORPUS.nodes.keys()].slice(0, 20));
  const part = toDrawing(CORPUS, new Marks(adjacency, toMarks(adjacency, ids)));
  const whole = new Map(toDrawing(CORPUS).nodes.map((node) => [node.id, node]));
  expect(part.nodes).toEqual([...ids].map((id) => whole.get(id)));
  expect(part.edges).toEqual([]);
});
