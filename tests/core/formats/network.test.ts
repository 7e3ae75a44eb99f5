// Networks of actors as GraphML: valid, undirected, weighed, and read alike by those who draw and count them.
import { UndirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { expect, test } from 'vitest';
import { FORMATS, prepareExport } from '../../../src/core/formats/formats';
import { countPart, toNetwork, type NetworkPart } from '../../../src/core/formats/part';
import type { Sides } from '../../../src/core/matrix';
import {
  toAffiliations,
  toTiedClaims,
  toTies,
  type ActorNetwork,
  type AffiliationNetwork,
} from '../../../src/core/network';
import { NETWORK_TYPES } from '../../../src/core/vocabulary';
import { toVisible } from '../../../src/core/filter';
import { parseQuery } from '../../../src/core/query';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';
import { readRows, readWithPython, testWithPython, validate } from './readers';

const toPart = (kind: NetworkPart['kind'], text = '', actors?: NetworkPart['actors']): NetworkPart => {
  const query = parseQuery(text, CORPUS);
  return { kind, actors, query, ids: toVisible(CORPUS, query) };
};
const write = (part: NetworkPart) => [...atOnce(prepareExport(CORPUS, part, 'graphml')).write()].join('');
const read = (graphml: string) => parse(UndirectedGraph, graphml);
const PARTS = NETWORK_TYPES.flatMap((type) => [
  toPart(type),
  toPart(type, 'date:2014/2016'),
  toPart(type, '', 'people'),
]);
const toCase = ({ actors, query }: NetworkPart) =>
  actors === 'people' ? 'people' : query.date ? '2014 to 2016' : 'all years';
const cases = PARTS.map((part) => [part.kind, toCase(part), part] as const);

test.each(cases)('the %s network of %s is valid GraphML', async (_, __, part) => {
  expect(await validate(write(part))).toEqual([]);
});

test.each(cases)('the %s network of %s has all that it counts', (_, __, part) => {
  const network = atOnce(toNetwork(CORPUS, part));
  const graph = read(write(part));
  expect(graph.size).toBeGreaterThan(0);
  expect(atOnce(countPart(CORPUS, part))).toEqual({ nodes: graph.order, edges: graph.size });
  expect(graph.nodes()).toEqual([...network.nodes.keys()]);
  for (const [id, { node }] of network.nodes)
    expect(graph.getNodeAttributes(id)).toMatchObject({ label: node.label, kind: node.type });
});

test.each(cases.filter(([kind]) => kind !== 'affiliation'))(
  'the %s network of %s tells of each tie its weight, plain and normalised, its questions and claims',
  (_, __, part) => {
    const network = atOnce(toNetwork(CORPUS, part)) as ActorNetwork;
    const graph = read(write(part));
    for (const [id, { statements, sides }] of network.nodes)
      expect(graph.getNodeAttributes(id)).toMatchObject({ statements, topics: sides.size });
    const ties = [...toTies(network)];
    expect([graph.size, network.size]).toEqual([ties.length, ties.length]);
    for (const tie of ties) {
      const { claims, ...told } = graph.getEdgeAttributes(tie.source, tie.target);
      const [one, other] = [tie.source, tie.target].map((id) => network.nodes.get(id)!.sides) as [
        Sides,
        Sides,
      ];
      // All pairs of a question and a side that either takes.
      const either = new Set([...one, ...other].map((taken) => taken.join(' '))).size;
      expect(told).toEqual({
        label: tie.type,
        weight: tie.weight,
        average_activity: tie.weight / ((one.size + other.size) / 2),
        jaccard: tie.weight / either,
        cosine: tie.weight / Math.sqrt(one.size * other.size),
        congruence: tie.accord.same,
        conflict: tie.accord.opposite,
        agreement: tie.accord.score,
        topics: tie.topics.map((topic) => CORPUS.nodes.get(topic)!.label).join(' | '),
      });
      expect(JSON.parse(claims as string)).toEqual(toTiedClaims(network, tie));
    }
  },
);

test('the affiliation network tells of each tie the side, how many claims are on which, and which they are', () => {
  const network = atOnce(toNetwork(CORPUS, toPart('affiliation'))) as AffiliationNetwork;
  const graph = read(write(toPart('affiliation')));
  const ties = [...toAffiliations(network)];
  expect(graph.size).toBe(ties.length);
  for (const { source, target, stance, weight, stances, claims } of ties) {
    const { claims: told, ...rest } = graph.getEdgeAttributes(source, target);
    expect(rest).toEqual({ label: stance, weight, ...stances });
    expect(JSON.parse(told as string)).toEqual(claims);
  }
  for (const [id, { node, statements }] of network.nodes) {
    expect(graph.getNodeAttribute(id, 'statements')).toBe(statements);
    expect(statements === undefined).toBe(node.type === 'topic');
  }
});

test.each(PARTS)(
  'as CSV the $kind network has a row for each tie, with all that GraphML tells of it',
  (part) => {
    const graph = read(write(part));
    const { write: writeIt, removed } = atOnce(prepareExport(CORPUS, part, 'csv'));
    const rows = readRows([...writeIt()].join(''));
    expect([rows.length, removed]).toEqual([graph.size, 0]);
    for (const { source, source_name, target, target_name, ...told } of rows) {
      expect([source_name, target_name]).toEqual(
        [source, target].map((id) => graph.getNodeAttribute(id, 'label')),
      );
      const attributes = graph.getEdgeAttributes(source, target);
      for (const [name, cell] of Object.entries(told)) expect(cell).toBe(String(attributes[name]));
      expect(Object.keys(told)).toEqual(Object.keys(attributes));
    }
  },
);

test('the file says what it is, and of which part of the debate', () => {
  const about = String(read(write(toPart('conflict', 'date:2014/2016'))).getAttribute('description'));
  expect(about).toMatch(
    /^Who disagrees with whom: .* opposite sides\. An actor’s side .* Filter: date:2014\/2016\. \d+ actors, \d+ ties\.$/,
  );
});

test('of people it names the bodies each speaks for, and says whom it leaves out; of bodies it says no such thing', () => {
  const graph = read(write(toPart('affiliation', '', 'people')));
  expect(graph.getNodeAttribute('person:steve-crocker', 'bodies')).toBe(
    'Association of Directors of Children’s Services (ADCS)',
  );
  expect(graph.getNodeAttribute('person:eileen-munro', 'bodies')).toBeUndefined();
  expect(graph.getAttribute('description')).toMatch(
    / Its actors are the people who speak, for whatever body\. Left out: 218 of 408 statements, which no person is known to make\. No filter\. \d+ people and questions, \d+ ties\.$/,
  );
  const [head] = write(toPart('affiliation')).split('<node ');
  expect(head).not.toMatch(/"bodies"|Left out|the people/);
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

test('a format for the graph alone refuses a network, and names those to take', () => {
  expect(FORMATS.json.writeNetwork).toBeUndefined();
  expect(() => atOnce(prepareExport(CORPUS, toPart('conflict'), 'json'))).toThrow(/as GraphML or CSV/);
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
