// Networks of actors as GraphML: valid, undirected, weighed, and read alike by those who draw and count them.
import { UndirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { expect, test } from 'vitest';
import { FORMATS, prepareExport } from '../../../src/core/formats/formats';
import { countPart, toNetwork, type NetworkPart } from '../../../src/core/formats/part';
import { toTiedClaims, toTies } from '../../../src/core/network';
import { NETWORK_TYPES } from '../../../src/core/vocabulary';
import { toVisible } from '../../../src/core/filter';
import { parseQuery } from '../../../src/core/query';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';
import { readWithPython, testWithPython, validate } from './readers';

const toPart = (kind: NetworkPart['kind'], text = ''): NetworkPart => {
  const query = parseQuery(text, CORPUS);
  return { kind, query, ids: toVisible(CORPUS, query) };
};
const write = (part: NetworkPart) => [...atOnce(prepareExport(CORPUS, part, 'graphml')).write()].join('');
const read = (graphml: string) => parse(UndirectedGraph, graphml);
const PARTS = NETWORK_TYPES.flatMap((type) => [toPart(type), toPart(type, 'date:2014/2016')]);
const cases = PARTS.map((part) => [part.kind, part.query.date ? '2014 to 2016' : 'all years', part] as const);

test.each(cases)('the %s network of %s is valid GraphML', async (_, __, part) => {
  expect(await validate(write(part))).toEqual([]);
});

test.each(cases)(
  'the %s network of %s has all actors and ties, weighed by their questions',
  (_, __, part) => {
    const network = atOnce(toNetwork(CORPUS, part));
    const graph = read(write(part));
    expect(graph.size).toBeGreaterThan(0);
    expect(atOnce(countPart(CORPUS, part))).toEqual({ nodes: graph.order, edges: graph.size });
    expect(graph.nodes()).toEqual([...network.actors.keys()]);
    for (const [id, { node, statements, sides }] of network.actors)
      expect(graph.getNodeAttributes(id)).toMatchObject({
        label: node.label,
        kind: node.type,
        statements,
        topics: sides.size,
      });
    const ties = [...toTies(network)];
    expect([graph.size, network.size]).toEqual([ties.length, ties.length]);
    for (const tie of ties) {
      const { claims, ...told } = graph.getEdgeAttributes(tie.source, tie.target);
      expect(told).toEqual({
        label: part.kind,
        weight: tie.topics.length,
        congruence: tie.accord.same,
        conflict: tie.accord.opposite,
        agreement: tie.accord.score,
        topics: tie.topics.map((topic) => CORPUS.nodes.get(topic)!.label).join(' | '),
      });
      expect(JSON.parse(claims as string)).toEqual(toTiedClaims(network, tie));
    }
  },
);

test('the file says what it is, and of which part of the debate', () => {
  const about = String(read(write(toPart('conflict', 'date:2014/2016'))).getAttribute('description'));
  expect(about).toMatch(
    /^Who disagrees with whom: .* opposite sides\. Filter: date:2014\/2016\. \d+ actors, \d+ ties\.$/,
  );
});

test('where nobody takes a side there is a network of nobody, valid all the same', async () => {
  const part = toPart('congruence', 'type:article');
  expect(atOnce(countPart(CORPUS, part))).toEqual({ nodes: 0, edges: 0 });
  expect(await validate(write(part))).toEqual([]);
});

test('what XML forbids in a name is left out, and counted', async () => {
  const part = toPart('conflict');
  const ofsted = CORPUS.nodes.get('organisation:ofsted')!;
  const nodes = new Map([...CORPUS.nodes, [ofsted.id, { ...ofsted, label: 'Of\u0001sted\u0000' }]]);
  const corpus = { ...CORPUS, nodes };
  const { removed, write: writeIt } = atOnce(
    prepareExport(corpus, { ...part, ids: toVisible(corpus, part.query) }, 'graphml'),
  );
  const graphml = [...writeIt()].join('');
  expect(removed).toBe(2);
  expect(await validate(graphml)).toEqual([]);
  expect(read(graphml).getNodeAttribute(ofsted.id, 'label')).toBe('Ofsted');
});

test('a format for the graph alone refuses a network, and names the one to take', () => {
  expect(FORMATS.json.writeNetwork).toBeUndefined();
  expect(() => atOnce(prepareExport(CORPUS, toPart('conflict'), 'json'))).toThrow(/as GraphML/);
});

testWithPython('networkx and igraph find the actors, ties and weights that graphology finds', () => {
  for (const part of PARTS) {
    const graphml = write(part);
    const graph = read(graphml);
    const { networkx, igraph } = readWithPython(graphml);
    for (const reading of [networkx, igraph]) {
      expect(reading.directed).toBe(false);
      expect(Object.keys(reading.nodes).toSorted()).toEqual(graph.nodes().toSorted());
      for (const id of graph.nodes()) expect(reading.nodes[id]).toMatchObject(graph.getNodeAttributes(id));
      expect(reading.edges).toHaveLength(graph.size);
      for (const { source, target, attributes } of reading.edges)
        expect(attributes).toMatchObject(graph.getEdgeAttributes(source, target));
    }
  }
});
