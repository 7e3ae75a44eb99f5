// What a person asks to be exported, of graphs of any shape: whole in itself, and what was asked for.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../../src/core/formats/formats';
import { countPart, toExport, type GraphPart } from '../../../src/core/formats/part';
import { readCorpus } from '../../../src/core/corpus';
import { toVisible } from '../../../src/core/filter';
import { toDebate } from '../../../src/core/lanes';
import { EVERYTHING, parseQuery } from '../../../src/core/query';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';
import { subset } from './corpora';

type Written = {
  nodes: { id: string; passages: { article: string; seed?: string; quote: string }[] }[];
  edges: { id: string; source: string; target: string; passages: { seed?: string; quote: string }[] }[];
};

const NODES = [...CORPUS.nodes.keys()];
const IDS = [...NODES, ...CORPUS.edges.keys()];
const TOPICS = NODES.filter((id) => id.startsWith('topic:'));
/** Any nodes and edges at all, edges without their ends among them, and ids that are not there. */
const some = fc.array(fc.constantFrom(...IDS, '__proto__', 'claim:nobody', ''), { maxLength: 300 });
const part: fc.Arbitrary<GraphPart> = fc.oneof(
  some.map((ids): GraphPart => ({ kind: 'visible', ids: new Set(ids), query: EVERYTHING })),
  some.map((ids): GraphPart => ({ kind: 'selection', ids })),
  fc
    .tuple(fc.array(fc.constantFrom(...NODES, 'claim:nobody'), { maxLength: 5 }), fc.nat({ max: 3 }))
    .map(([ids, depth]): GraphPart => ({ kind: 'around', focus: { ids, depth } })),
  fc
    .tuple(fc.constantFrom(...TOPICS, 'topic:none'), some, fc.boolean())
    .map(([topic, ids, all]): GraphPart => ({
      kind: 'debate',
      topic,
      ids: new Set(all ? IDS : ids),
      query: EVERYTHING,
    })),
);
const read = (corpus: typeof CORPUS, one: GraphPart) => {
  const { corpus: exported, about } = atOnce(toExport(corpus, one));
  return JSON.parse([...FORMATS.json.write(exported, about, corpus)].join('')) as Written;
};

test('every part holds both ends of each of its edges, and names the file of each of its passages', () => {
  fc.assert(
    fc.property(part, (one) => {
      const { nodes, edges } = read(CORPUS, one);
      const ids = new Set(nodes.map(({ id }) => id));
      expect(ids.size).toBe(nodes.length);
      for (const { source, target } of edges) expect(ids.has(source) && ids.has(target)).toBe(true);
      for (const { passages } of [...nodes, ...edges])
        for (const { seed, quote } of passages) {
          const article = [...CORPUS.articles.values()].find(({ node }) => node.seed === seed)!;
          expect(article.text).toContain(quote);
        }
    }),
    { numRuns: 60 },
  );
});

test('every part is written as GraphML and JSON, with as many nodes and edges as it says of itself', () => {
  fc.assert(
    fc.property(part, (one) => {
      const { corpus, about } = atOnce(toExport(CORPUS, one));
      expect(atOnce(countPart(CORPUS, one))).toEqual({ nodes: corpus.nodes.size, edges: corpus.edges.size });
      expect(about.description).toContain(
        `${corpus.nodes.size} of ${CORPUS.nodes.size} nodes, ${corpus.edges.size} of ${CORPUS.edges.size} edges.`,
      );
      for (const id of ['graphml', 'json'] as const) {
        const text = [...FORMATS[id].write(corpus, about, CORPUS)].join('');
        const [nodes, edges] = id === 'json' ? [/^{"id":"/gm, /"source":"/g] : [/<node /g, /<edge /g];
        const items = text.match(nodes)?.length ?? 0;
        expect(id === 'json' ? items - corpus.edges.size : items).toBe(corpus.nodes.size);
        expect(text.match(edges)?.length ?? 0).toBe(corpus.edges.size);
      }
    }),
    { numRuns: 20 },
  );
});

test('a debate holds its topic, and of all that is said in it who says it', () => {
  for (const topic of TOPICS) {
    const { nodes, edges } = read(CORPUS, { kind: 'debate', topic, ids: new Set(IDS), query: EVERYTHING });
    const ids = new Set(nodes.map(({ id }) => id));
    expect(ids.has(topic)).toBe(true);
    const said = [...ids].filter((id) => /^(claim|recommendation):/.test(id));
    expect(
      said.filter((id) => !edges.some(({ source, target }) => target === id && ids.has(source))),
    ).toEqual([]);
  }
});

test.each([
  '',
  'actor:organisation:ofsted',
  'speech:direct',
  'hide:organisation:ofsted',
  'type:claim,person edge:disputes,supports',
])('a debate holds just those who say what its chart has, and which side that is on: %s', (text) => {
  const query = parseQuery(text);
  const ids = toVisible(CORPUS, query);
  for (const topic of TOPICS) {
    const { nodes, edges } = read(CORPUS, { kind: 'debate', topic, ids, query });
    const { cards, statements } = atOnce(toDebate(CORPUS, topic, query, ids));
    const said = [...statements.values()].flat();
    const actors = said.flatMap((one) => one.actors).filter((id) => !query.hide?.includes(id));
    const told = new Set([topic, ...cards.map(({ id }) => id), ...actors]);
    expect(nodes.map(({ id }) => id).toSorted()).toEqual([...told].toSorted());
    const lines = edges.map(({ id }) => id);
    expect(lines).toEqual(expect.arrayContaining(said.map(({ utterance }) => utterance.id)));
    const sides = edges.filter(({ source, target }) => target === topic && !source.startsWith('report:'));
    expect(sides.map(({ source }) => source).toSorted()).toEqual(
      cards.flatMap(({ id, stance }) => (stance ? [id] : [])).toSorted(),
    );
  }
});

test('a debate says of what filters leave that it is no more', () => {
  const query = parseQuery('date:2019');
  const focus = { ids: ['organisation:ofsted'], depth: 1 as const };
  const { about } = atOnce(
    toExport(CORPUS, { kind: 'debate', topic: TOPICS[0]!, ids: new Set(IDS), query, focus }),
  );
  expect(about.description).toContain(`The debate on ${TOPICS[0]}. Filter: date:2019.`);
  expect(about.description).toContain('Around organisation:ofsted, 1 step.');
});

test('a graph of nothing, and a debate on nothing, are parts like any other', () => {
  const empty = readCorpus(new Map([['graph/a.json', '{"version":1,"nodes":[],"edges":[]}']]));
  for (const one of [
    { kind: 'visible', ids: new Set<string>(), query: EVERYTHING },
    { kind: 'selection', ids: [] },
    { kind: 'around', focus: { ids: [], depth: 3 } },
    { kind: 'debate', topic: 'topic:none', ids: new Set<string>(), query: EVERYTHING },
  ] satisfies GraphPart[])
    expect(read(empty, one)).toEqual({ nodes: [], edges: [] });
});

describe('what some ids name', () => {
  test('keeps what is named and only edges with both their ends, in order', () => {
    fc.assert(
      fc.property(fc.subarray(IDS), (chosen) => {
        const ids = new Set(chosen);
        const named = subset(CORPUS, ids);
        expect([...named.nodes.keys()]).toEqual(NODES.filter((id) => ids.has(id)));
        expect([...named.edges.values()]).toEqual(
          [...CORPUS.edges.values()].filter(
            ({ id, source, target }) => ids.has(id) && ids.has(source) && ids.has(target),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('keeps the articles, so that every passage can be read', () => {
    expect(subset(CORPUS, new Set()).articles).toBe(CORPUS.articles);
  });

  test('is everything where everything is named, and nothing where only strangers are', () => {
    expect(subset(CORPUS, new Set(IDS))).toEqual(CORPUS);
    const none = subset(CORPUS, new Set(['claim:nowhere', '__proto__']));
    expect([none.nodes.size, none.edges.size]).toEqual([0, 0]);
  });

  test('leaves the whole as it was', () => {
    const before = structuredClone(CORPUS);
    subset(CORPUS, new Set(NODES.slice(0, 9)));
    expect(CORPUS).toEqual(before);
  });
});
