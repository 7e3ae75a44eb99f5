// How two nodes are connected: every path is one, none is missing, the most telling comes first.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus, GraphEdge, GraphNode } from '../../src/core/model';
import { findPathsInSteps, STEP_COST, type Path, type PathSearch } from '../../src/core/paths';
import { atOnce } from '../../src/core/steps';
import { EDGE_TYPES, type EdgeType } from '../../src/core/vocabulary';
import { CORPUS } from '../shipped';

const NODES = [...CORPUS.nodes.keys()];
const node = (index: number) => `claim:n${index}`;

/** A corpus of bare nodes and edges: of all else paths know nothing. */
function toBare(size: number, links: readonly (readonly [number, number, EdgeType])[]): Corpus {
  const nodes = Array.from({ length: size }, (_, index) => ({ id: node(index) }) as GraphNode);
  const edges = links.map(
    ([source, target, type], index) =>
      ({ id: `${type}:e${index}`, type, source: node(source), target: node(target) }) as GraphEdge,
  );
  return {
    articles: new Map(),
    nodes: new Map(nodes.map((one) => [one.id, one])),
    edges: new Map(edges.map((one) => [one.id, one])),
  };
}

/** All paths by trying everything: the sequences of nodes. */
function tryEverything(
  corpus: Corpus,
  from: string,
  to: string,
  { steps = Infinity, directed, along, within }: PathSearch,
): string[] {
  const found: string[] = [];
  const edges = [...corpus.edges.values()].filter(
    (edge) => (!along || along.includes(edge.type)) && (!within || within.has(edge.id)),
  );
  const go = (passed: readonly string[]) => {
    const at = passed.at(-1)!;
    if (at === to) found.push(passed.join(' '));
    if (at === to || passed.length > steps) return;
    const next = new Set(
      edges.flatMap(({ source, target }) =>
        source === at ? [target] : target === at && !directed ? [source] : [],
      ),
    );
    for (const other of next)
      if (!passed.includes(other) && (!within || within.has(other))) go([...passed, other]);
  };
  if (from !== to && (!within || (within.has(from) && within.has(to)))) go([from]);
  return found.toSorted();
}

const toLine = (path: Path) => path.nodes.join(' ');
const SIZE = 7;
const small = fc
  .array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1), fc.constantFrom(...EDGE_TYPES)), { maxLength: 16 })
  .map((links) => toBare(SIZE, links));
const search = fc.record(
  {
    directed: fc.boolean(),
    along: fc.subarray([...EDGE_TYPES], { minLength: 3 }),
    within: fc
      .subarray(
        Array.from({ length: SIZE }, (_, index) => index),
        { minLength: 4 },
      )
      .map((kept) => new Set(kept.map(node))),
  },
  { requiredKeys: [] },
);
const findPaths = (...asked: Parameters<typeof findPathsInSteps>) => atOnce(findPathsInSteps(...asked));
/** Within some nodes and all edges. */
const withEdges = (corpus: Corpus, asked: PathSearch): PathSearch =>
  asked.within ? { ...asked, within: new Set([...asked.within, ...corpus.edges.keys()]) } : asked;

describe('the paths of so many steps', () => {
  test('are all there are, and each once', () => {
    fc.assert(
      fc.property(small, search, fc.integer({ min: 1, max: 6 }), (corpus, asked, steps) => {
        const wanted = { ...withEdges(corpus, asked), steps };
        const { paths, complete } = findPaths(corpus, node(0), node(1), wanted, Infinity);
        expect(complete).toBe(true);
        expect(paths.map(toLine).toSorted()).toEqual(tryEverything(corpus, node(0), node(1), wanted));
      }),
    );
  });

  test('are paths: every step is made of all the edges that may be taken between its two nodes', () => {
    fc.assert(
      fc.property(small, search, (corpus, asked) => {
        const { along, directed } = asked;
        const { paths } = findPaths(corpus, node(0), node(1), { ...withEdges(corpus, asked), steps: 5 });
        for (const path of paths)
          for (const [index, edges] of path.steps.entries()) {
            const [a, b] = [path.nodes[index], path.nodes[index + 1]];
            const between = [...corpus.edges.values()].filter(
              ({ type, source, target }) =>
                (!along || along.includes(type)) &&
                ((source === a && target === b) || (!directed && source === b && target === a)),
            );
            expect(new Set(edges)).toEqual(new Set(between));
            expect(edges.length).toBeGreaterThan(0);
          }
      }),
    );
  });

  test('come the most telling first, as the weights have it', () => {
    fc.assert(
      fc.property(small, (corpus) => {
        const degree = (id: string) =>
          [...corpus.edges.values()].reduce(
            (sum, { source, target }) => sum + Number(source === id) + Number(target === id),
            0,
          );
        const { paths } = findPaths(corpus, node(0), node(1), { steps: 5 });
        for (const { nodes, steps, cost } of paths) {
          const taken = steps.map((edges) => Math.min(...edges.map(({ type }) => STEP_COST[type])));
          const passed = nodes.slice(1, -1).map((id) => Math.floor(Math.log2(degree(id))));
          expect(cost).toBe([...taken, ...passed].reduce((a, b) => a + b, 0));
        }
        const costs = paths.map(({ cost }) => cost);
        expect(costs).toEqual(costs.toSorted((a, b) => a - b));
      }),
    );
  });

  test('through an argument are told before those through a topic or a hub', () => {
    const corpus = toBare(9, [
      [0, 2, 'authored'],
      [3, 2, 'disputes'],
      [1, 3, 'authored'],
      [2, 4, 'about'],
      [3, 4, 'about'],
      [0, 5, 'affiliated-with'],
      [1, 5, 'affiliated-with'],
      ...[6, 7, 8, 2, 3, 4].map((other): [number, number, EdgeType] => [other, 5, 'addressed-to']),
    ]);
    const lines = findPaths(corpus, node(0), node(1), { steps: 4 }).paths.map(toLine);
    expect(lines[0]).toBe([0, 5, 1].map(node).join(' '));
    expect(lines[1]).toBe([0, 2, 3, 1].map(node).join(' '));
    expect(lines.indexOf([0, 2, 4, 3, 1].map(node).join(' '))).toBeGreaterThan(1);
  });

  test('stop after the number asked for, with the most telling, and say that there are more', () => {
    const all = findPaths(CORPUS, 'person:alan-wood', 'organisation:ofsted', { steps: 4 }, Infinity);
    expect(all.paths.length).toBeGreaterThan(10);
    const some = findPaths(CORPUS, 'person:alan-wood', 'organisation:ofsted', { steps: 4 }, 10);
    expect(some.complete).toBe(false);
    expect(some.paths).toEqual(all.paths.slice(0, 10));
  });

  test('are given up where there are too many beginnings, soon', () => {
    const links = Array.from({ length: 40 }, (_, a) =>
      Array.from({ length: 40 }, (__, b): [number, number, EdgeType] => [a, b, 'supports']),
    ).flat();
    const { complete } = findPaths(toBare(42, [...links, [40, 41, 'about']]), node(0), node(1), { steps: 9 });
    expect(complete).toBe(false);
  });
});

describe('the shortest paths', () => {
  test('are all those of the fewest steps', () => {
    fc.assert(
      fc.property(small, search, (corpus, asked) => {
        const wanted = withEdges(corpus, asked);
        const every = tryEverything(corpus, node(0), node(1), wanted).map((line) => line.split(' '));
        const least = Math.min(...every.map((line) => line.length));
        const { paths, complete } = findPaths(corpus, node(0), node(1), wanted, Infinity);
        expect(complete).toBe(true);
        expect(paths.map(toLine).toSorted()).toEqual(
          every.filter((line) => line.length === least).map((line) => line.join(' ')),
        );
      }),
    );
  });

  test('of the five articles are as short as a plain search says, and the same both ways', () => {
    const distance = (from: string) => {
      const found = new Map([[from, 0]]);
      for (const [id, steps] of found)
        for (const { source, target } of CORPUS.edges.values())
          for (const [a, b] of [
            [source, target],
            [target, source],
          ] as const)
            if (a === id && !found.has(b)) found.set(b, steps + 1);
      return found;
    };
    for (const from of ['person:alan-wood', 'topic:one-word-judgment', NODES.at(-1)!]) {
      const distances = distance(from);
      for (const to of NODES.filter((id, index) => id !== from && index % 9 === 0)) {
        const { paths } = findPaths(CORPUS, from, to, {}, Infinity);
        expect(new Set(paths.map(({ steps }) => steps.length))).toEqual(
          new Set(distances.has(to) ? [distances.get(to)] : []),
        );
        const back = findPaths(CORPUS, to, from, {}, Infinity).paths;
        expect(back.map(({ nodes }) => nodes.toReversed().join(' ')).toSorted()).toEqual(
          paths.map(toLine).toSorted(),
        );
      }
    }
  });

  test('are found as long as a whole chain', () => {
    const corpus = toBare(
      5000,
      Array.from({ length: 4999 }, (_, index): [number, number, EdgeType] => [index, index + 1, 'supports']),
    );
    const { paths } = findPaths(corpus, node(0), node(4999));
    expect(paths.map(({ steps }) => steps.length)).toEqual([4999]);
    expect(findPaths(corpus, node(4999), node(0), { directed: true }).paths).toEqual([]);
  });
});

test('between a node and itself, or one that is not there or not shown, there is no path', () => {
  const nowhere = { paths: [], complete: true };
  expect(findPaths(CORPUS, NODES[0]!, NODES[0]!)).toEqual(nowhere);
  expect(findPaths(CORPUS, NODES[0]!, 'claim:nowhere')).toEqual(nowhere);
  expect(findPaths(CORPUS, '__proto__', NODES[0]!)).toEqual(nowhere);
  expect(
    findPaths(CORPUS, 'person:alan-wood', 'organisation:ofsted', { within: new Set(['person:alan-wood']) }),
  ).toEqual(nowhere);
});

describe('long searches', () => {
  const LARGE = 20_000;
  // Every node leads on to three others, picked evenly, and many to a hub.
  const corpus = toBare(
    LARGE,
    Array.from({ length: 3 * LARGE }, (_, index): [number, number, EdgeType] => [
      index % LARGE,
      index % 7 === 0 ? 0 : (index * 7919 + 13) % LARGE,
      EDGE_TYPES[index % EDGE_TYPES.length]!,
    ]),
  );
  const pairs = [
    [1, 9000],
    [0, 77],
    [12_345, 678],
  ] as const;

  test('pause, and those that go on by turns, or are given up, do not disturb one another', () => {
    for (const steps of [undefined, 5]) {
      const alone = pairs.map(([from, to]) => findPaths({ ...corpus }, node(from), node(to), { steps }));
      const searches = pairs.map(([from, to]) => findPathsInSteps(corpus, node(from), node(to), { steps }));
      const left = findPathsInSteps(corpus, node(5), node(6), { steps: 5 });
      left.next();
      const found = new Map<number, unknown>();
      let pauses = 0;
      while (found.size < searches.length)
        for (const [index, job] of searches.entries()) {
          if (found.has(index)) continue;
          const { done, value } = job.next();
          if (done) found.set(index, value);
          else pauses += 1;
        }
      expect(pauses).toBeGreaterThan(3);
      expect(pairs.map((_, index) => found.get(index))).toEqual(alone);
      for (const { paths } of alone) expect(paths.length).toBeGreaterThan(0);
    }
  });
});
