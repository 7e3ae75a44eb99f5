// The corpus as a graph: what meets at a node, and what lies around it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjacencyOf, markIn } from '../../src/core/adjacency';
import { countBeyond, neighbourhood, incidenceOf, type Focus } from '../../src/core/graph';
import { EDGE_TYPES } from '../../src/core/vocabulary';
import { CORPUS } from '../shipped';

const NODES = [...CORPUS.nodes.keys()];
const EDGES = [...CORPUS.edges.values()];
const IDS = [...NODES, ...CORPUS.edges.keys()];

describe('the edges at a node', () => {
  test('are those that lead from it or to it', () => {
    const incidence = incidenceOf(CORPUS);
    for (const id of NODES)
      expect(incidence.get(id)).toEqual(EDGES.filter(({ source, target }) => source === id || target === id));
    for (const id of [EDGES[0]!.id, 'claim:nowhere', '__proto__', ''])
      expect(incidence.get(id)).toBeUndefined();
  });
});

const around = (id: string, depth: number) => new Set(neighbourhood(CORPUS, { ids: [id], depth }));

describe('a neighbourhood', () => {
  const nodesOf = (ids: ReadonlySet<string>) => NODES.filter((id) => ids.has(id));
  const sample = fc.constantFrom(...NODES);

  test('of 0 steps is the node alone', () => {
    for (const id of NODES) expect(around(id, 0)).toEqual(new Set([id]));
  });

  test('of 1 step is the node, whatever an edge joins it to, and the edges between all these', () => {
    fc.assert(
      fc.property(sample, (id) => {
        const near = new Set([
          id,
          ...EDGES.flatMap(({ source, target }) =>
            source === id ? [target] : target === id ? [source] : [],
          ),
        ]);
        const between = EDGES.filter(({ source, target }) => near.has(source) && near.has(target));
        expect(around(id, 1)).toEqual(new Set([...near, ...between.map((edge) => edge.id)]));
      }),
      { numRuns: 30 },
    );
  });

  test('of 2 steps has the nodes that are 1 step from those 1 step away', () => {
    fc.assert(
      fc.property(sample, (id) => {
        const near = nodesOf(around(id, 1));
        const far = new Set(near.flatMap((other) => nodesOf(around(other, 1))));
        expect(nodesOf(around(id, 2))).toEqual(nodesOf(far));
      }),
      { numRuns: 10 },
    );
  });

  test('never has an edge without both its ends', () => {
    for (const id of NODES.slice(0, 20)) {
      const ids = around(id, 2);
      for (const edge of EDGES) expect(ids.has(edge.id)).toBe(ids.has(edge.source) && ids.has(edge.target));
    }
  });

  test('ends where the graph ends', () => {
    const all = around(NODES[0]!, 1000);
    expect(around(NODES[0]!, 99)).toEqual(all);
    expect(around(NODES[0]!, Infinity)).toEqual(all);
  });

  test('of no node is empty', () => {
    for (const id of ['claim:nowhere', '__proto__', '', EDGES[0]!.id])
      expect(around(id, 1)).toEqual(new Set());
  });

  test('goes along the arrows, the types and the parts that are asked for, as a plain reading has it', () => {
    const wanted = fc.record(
      {
        ids: fc.subarray(NODES, { minLength: 1, maxLength: 3 }),
        depth: fc.nat(3),
        direction: fc.constantFrom('out' as const, 'in' as const),
        along: fc.subarray([...EDGE_TYPES], { minLength: 1 }),
        expanded: fc.subarray(NODES, { maxLength: 20 }),
      },
      { requiredKeys: ['ids', 'depth'] },
    );
    const within = fc.option(
      fc.subarray(IDS, { minLength: 800 }).map((ids) => new Set(ids)),
      { nil: undefined },
    );
    fc.assert(
      fc.property(wanted, within, (focus, part) => {
        const found = neighbourhood(CORPUS, focus, part);
        const plain = readPlainly(focus, part);
        expect(new Set(found)).toEqual(plain);
        expect(found.size).toBe(plain.size);
        expect(IDS.filter((id) => found.has(id))).toEqual([...found]);
      }),
    );
  });
});

test('the neighbours out of sight are those that 1 step more would show, each once', () => {
  const graph = adjacencyOf.atOnce(CORPUS);
  fc.assert(
    fc.property(fc.constantFrom(...NODES), fc.subarray(IDS), fc.subarray(NODES), (id, part, seen) => {
      const left = new Set([id, ...part]);
      const visible = new Set(seen.filter((node) => left.has(node))).add(id);
      const near = readPlainly({ ids: [id], depth: 1 }, left);
      const beyond = NODES.filter((node) => near.has(node) && !visible.has(node));
      expect(countBeyond(markIn(graph, left), visible, id)).toBe(beyond.length);
    }),
  );
});

/** A neighbourhood by looking at every edge of the corpus for every step. */
function readPlainly(
  { ids, depth, direction, along, expanded = [] }: Focus,
  part?: Set<string>,
): Set<string> {
  const counts = (id: string) => part === undefined || part.has(id);
  const isAlong = ({ type }: (typeof EDGES)[number]) => along === undefined || along.includes(type);
  const near = new Set(ids);
  for (let steps = 0; steps < depth; steps++) {
    const before = new Set(near);
    for (const id of before)
      for (const edge of EDGES) {
        const { source, target } = edge;
        if (!counts(edge.id) || !isAlong(edge)) continue;
        if (source === id && direction !== 'in' && counts(target)) near.add(target);
        if (target === id && direction !== 'out' && counts(source)) near.add(source);
      }
  }
  const opened = expanded.filter((id) => near.has(id));
  for (const { id, source, target } of EDGES)
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const)
      if (opened.includes(one) && counts(id) && counts(other)) near.add(other);
  const between = EDGES.filter(
    (edge) =>
      near.has(edge.source) &&
      near.has(edge.target) &&
      counts(edge.id) &&
      (isAlong(edge) || opened.includes(edge.source) || opened.includes(edge.target)),
  );
  return new Set([...near, ...between.map(({ id }) => id)]);
}
