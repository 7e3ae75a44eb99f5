// GraphML: valid by the standard, read alike by graphology, networkx and igraph, and nothing lost on the way.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { readFiles } from '../../../src/cli/files';
import { readCorpus } from '../../../src/core/corpus';
import type { Article, Corpus, GraphEdge, GraphNode } from '../../../src/core/model';
import { FORMATS, type About } from '../../../src/core/formats/formats';
import { countForbidden, writeGraphml } from '../../../src/core/formats/graphml';
import { toEdgeRecord, toNodeRecord } from '../../../src/core/formats/record';
import { atOnce } from '../../../src/core/steps';
import { StoredEdge, StoredNode } from '../../../src/core/schema';
import { ABOUT, DEBATE, subset, toClaim, toCorpus, toDispute, write } from './corpora';
import { hasReaders, readWithPython, testWithPython, validate } from './readers';

const countRemoved = (corpus: Corpus, about: About) => atOnce(countForbidden(corpus, about));
const read = (graphml: string) => parse(MultiDirectedGraph, graphml);
const roundTrip = (corpus: Corpus) => read(write('graphml', corpus));

/** What is left of a text in XML, told in other words than the writer's. */
function keep(text: string): string {
  let kept = '';
  for (const char of text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) {
    const code = char.codePointAt(0)!;
    if (code >= 0xd800 && code <= 0xdfff) kept += '\uFFFD';
    else if ((code >= 0x20 || char === '\t' || char === '\n') && code !== 0xfffe && code !== 0xffff)
      kept += char;
  }
  return kept;
}

const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '&amp;',
        ' ',
        '\r',
        '\n',
        '\t',
        '\0',
        '\u0085',
        '\u2028',
        '\uD83D',
      ),
    )
    .map((parts) => parts.join('')),
);

/** Texts that files of other programs have stumbled over. */
const TEXTS = {
  markup: `R&D <draft> "q" 'p' ]]> &lt; <!-- --> <?x?>`,
  script: '<script>alert(1)</script></data></node>',
  'quotes and dashes': '“curly” ‘quotes’ – — £ é',
  'astral characters': '🧑🏽‍🏫 𝒳 🇬🇧',
  'other scripts': 'العربية 中文 ไทย',
  'line breaks and tabs': 'one\ntwo\tthree\n\nfour',
  'spaces of all kinds': 'a\u00A0b\u200Bc\u2028d\u0085e\uFEFFf',
  'words that are names in JavaScript': '__proto__ constructor null undefined NaN',
  'a long passage': 'Word after word. '.repeat(65_536),
} as const;

describe('GraphML', () => {
  test('is valid by the schema of the standard', async () => {
    expect(await validate(write('graphml', DEBATE))).toEqual([]);
    expect(await validate(write('graphml', toCorpus([])))).toEqual([]);
  });

  test('would be refused by that schema with an id twice, an edge to nowhere or an unknown key', async () => {
    const graphml = write('graphml', DEBATE);
    const node = /<node id="person:.*<\/node>/.exec(graphml)![0];
    expect(await validate(graphml.replace(node, node + node))).not.toEqual([]);
    expect(await validate(graphml.replace(node, ''))).not.toEqual([]);
    expect(await validate(graphml.replace('key="n_label"', 'key="n_nothing"'))).not.toEqual([]);
  });

  test('is UTF-8 without BOM or DOCTYPE, in the default namespace of the standard', () => {
    const graphml = write('graphml', DEBATE);
    expect(graphml).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<graphml xmlns="http:\/\/graphml\.graphdrawing\.org\/xmlns" /,
    );
    expect(graphml).not.toContain('<!DOCTYPE');
  });

  test('is directed, with all nodes before all edges', () => {
    const graphml = write('graphml', DEBATE);
    expect(graphml).toContain('<graph id="claimscape" edgedefault="directed">');
    expect(graphml).not.toContain(' directed=');
    expect(graphml.lastIndexOf('<node ')).toBeLessThan(graphml.indexOf('<edge '));
    expect(roundTrip(DEBATE).type).not.toBe('undirected');
  });

  test('declares each key once, with what it is for and its type, without default, and only keys that occur', () => {
    const graphml = write('graphml', DEBATE);
    const keys = [...graphml.matchAll(/<key [^>]*>/g)].map(([key]) => key);
    const ids = keys.map((key) => {
      const parts =
        /^<key id="([a-z_]+)" for="(?:graph|node|edge)" attr\.name="[a-z_]+" attr\.type="(?:string|int|double|boolean)"\/>$/;
      expect(key).toMatch(parts);
      return parts.exec(key)![1]!;
    });
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(graphml).toContain(`<data key="${id}">`);
    expect(graphml).not.toContain('<default');
    const claims = write('graphml', toCorpus([toClaim('claim:a', 'words')]));
    expect(claims).not.toContain('for="edge"');
    expect(claims).not.toMatch(
      /attr\.name="(?:passages|seed|date|pole_for|collective|removed_characters|left_out|passage_before|passage_after|corpus_title)"/,
    );
  });

  test('uses no attribute name that a reader keeps for itself', () => {
    const names = [...write('graphml', DEBATE).matchAll(/attr\.name="([^"]*)"/g)].map(([, name]) => name);
    for (const name of ['id', 'source', 'target', 'key', 'type', 'SUID', 'selected', 'x', 'y'])
      expect(names).not.toContain(name);
  });

  test('has no empty data: what is missing is left out', () => {
    const graphml = write('graphml', toCorpus([{ ...toClaim('claim:a', '\u0001'), statement: '' }]), {
      title: '',
      description: '',
    });
    expect(graphml).not.toMatch(/><\/data>|undefined|null|NaN|\[object/);
    expect(graphml).not.toMatch(/g_title|n_label|n_name|n_statement/);
  });

  test('tells the title, the description and the version of the vocabulary of the graph', () => {
    expect(roundTrip(DEBATE).getAttributes()).toEqual({
      id: 'claimscape',
      ...ABOUT,
      vocabulary_version: 1,
    });
  });

  test('gives each node its kind, label, passage, article and place, and Cytoscape and igraph a name', () => {
    expect(roundTrip(DEBATE).getNodeAttributes('organisation:inspectors')).toEqual({
      kind: 'organisation',
      name: 'inspectors',
      label: 'inspectors',
      collective: true,
      original_id: 'organisation:inspectors',
      passage: 'Inspectors',
      passage_count: 1,
      article: 'article:first',
      seed: 'first.txt',
      quote_start: 309,
      quote_end: 319,
    });
    // With a <desc> in it, igraph's R package (1.3) reads one node and stops, without an error.
    expect(write('graphml', DEBATE)).not.toContain('<desc>');
    expect(write('graphml', DEBATE)).toContain('<node id="organisation:ofsted"><data key="labels">');
  });

  test('gives each edge its type as the first datum, its basis, passage and weight', () => {
    const graphml = write('graphml', DEBATE);
    for (const [edge] of graphml.matchAll(/<edge .*/g))
      expect(edge).toMatch(/^<edge [^>]*><data key="label">[a-z-]+</);
    expect(read(graphml).getEdgeAttributes('supports:munro-grades')).toMatchObject({
      label: 'supports',
      basis: 'inferred',
      rationale: 'She and the review say "so" & more.',
      passage: 'told councils',
      article: 'article:first',
      weight: 2,
    });
    expect(graphml).toContain('<key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>');
  });

  test('tells several passages as a count, the first in columns, and all as JSON text', () => {
    const attributes = roundTrip(DEBATE).getNodeAttributes('claim:grades-do-little');
    const { passages } = DEBATE.nodes.get('claim:grades-do-little')!;
    expect(attributes).toMatchObject({
      passage: passages[0]!.quote,
      passage_count: 2,
      article: 'article:first',
    });
    expect(JSON.parse(attributes.passages as string)).toEqual(
      passages.map((passage) => ({ ...passage, seed: DEBATE.articles.get(passage.article)!.node.seed })),
    );
    expect(roundTrip(DEBATE).getNodeAttributes('organisation:ofsted')).not.toHaveProperty('passages');
  });

  test('tells what singles a passage out, and of an article what is left out and why', () => {
    const graph = roundTrip(DEBATE);
    expect(graph.getNodeAttributes('report:review')).toMatchObject({
      passage: 'The review',
      passage_after: ', perhaps',
    });
    expect(graph.getNodeAttributes('report:review')).not.toHaveProperty('passage_before');
    expect(JSON.parse(graph.getNodeAttribute('article:first', 'left_out') as string)).toEqual([
      { quote: '3 June 2014', reason: 'furniture' },
    ]);
    expect(graph.getNodeAttributes('article:second')).not.toHaveProperty('left_out');
  });

  test('repeats every id as a datum, for programs that number nodes and edges anew', () => {
    const graph = roundTrip(DEBATE);
    graph.forEachNode((id, { original_id }) => expect(original_id).toBe(id));
    graph.forEachEdge((id, { original_id }) => expect(original_id).toBe(id));
  });

  test('pauses while it looks through a large corpus, before and between its chunks', () => {
    const claims = Array.from({ length: 5_000 }, (_, index) => toClaim(`claim:${index}`, 'words'));
    const chunks = [...FORMATS.graphml.write(toCorpus(claims), ABOUT)];
    expect(chunks.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => ''));
    expect(chunks.slice(10)).not.toContain('');
  });

  test('dates a claim or recommendation by its earliest utterance, other nodes by their own date', () => {
    const graph = roundTrip(DEBATE);
    const dates = graph.mapNodes((id, { date, year }) => [id, date as string, year as number]);
    expect(dates).toEqual([
      ['article:first', '2014-06-03', 2014],
      ['article:second', '2019-02', 2019],
      ['person:eileen-munro', undefined, undefined],
      ['organisation:ofsted', undefined, undefined],
      ['organisation:inspectors', undefined, undefined],
      ['report:review', '2013?', 2013],
      ['claim:grades-do-little', '2010-11', 2010],
      ['claim:grades-needed', '2013?', 2013],
      ['recommendation:panel', '2014-06-03', 2014],
      ['topic:grades', undefined, undefined],
    ]);
  });

  test('dates an edge by its own date, else by the article of its first passage', () => {
    const graph = roundTrip(DEBATE);
    expect(graph.getEdgeAttributes('authored:munro-2010')).toMatchObject({
      date: '2010-11',
      year: 2010,
      date_passage: 'in November 2010',
      date_passage_article: 'article:first',
    });
    expect(graph.getEdgeAttribute('authored:munro-2019', 'date')).toBe('2019-02');
    expect(graph.getEdgeAttribute('disputes:munro-grades', 'date')).toBe('2019-02');
    expect(graph.getEdgeAttributes('disputes:munro-grades')).not.toHaveProperty('date_passage');
  });

  test('dates a claim in a part of a corpus by its first utterance in the whole', () => {
    const part = subset(DEBATE, new Set(['claim:grades-do-little']));
    const dated = read(write('graphml', part, ABOUT, DEBATE));
    expect(dated.nodes()).toEqual(['claim:grades-do-little']);
    expect(dated.getNodeAttributes('claim:grades-do-little')).toMatchObject({ date: '2010-11', year: 2010 });
    expect(dated.getNodeAttribute('claim:grades-do-little', 'seed')).toBe('first.txt');
  });

  test('keeps parallel edges, each with its own id', () => {
    const graph = roundTrip(DEBATE);
    expect(graph.size).toBe(DEBATE.edges.size);
    const parallel = graph.edges('person:eileen-munro', 'claim:grades-needed');
    expect(parallel.toSorted()).toEqual(['disputes:munro-grades', 'supports:munro-grades']);
  });

  test('holds every text that the schema can store', () => {
    const graph = roundTrip(DEBATE);
    const written = (attributes: Record<string, unknown>, extra: readonly string[]) => {
      const texts = new Set<unknown>(extra);
      for (const [name, value] of Object.entries(attributes)) {
        texts.add(value);
        if (name === 'aliases' || name === 'passages')
          JSON.stringify(JSON.parse(value as string), (_, part: unknown) => (texts.add(part), part));
      }
      return texts;
    };
    const check = (record: object, texts: ReadonlySet<unknown>) =>
      void JSON.stringify(record, (_, value: unknown) => {
        if (typeof value === 'string') expect(texts).toContain(value);
        return value;
      });
    const fields = { node: new Set<string>(), edge: new Set<string>() };
    for (const node of DEBATE.nodes.values()) {
      check(toNodeRecord(DEBATE, node), written(graph.getNodeAttributes(node.id), [node.id]));
      for (const field of Object.keys(node)) fields.node.add(field);
    }
    for (const edge of DEBATE.edges.values()) {
      const ids = [edge.id, edge.source, edge.target];
      check(toEdgeRecord(DEBATE, edge), written(graph.getEdgeAttributes(edge.id), ids));
      for (const field of Object.keys(edge)) fields.edge.add(field);
    }
    const stored = (options: readonly { shape: object }[]) =>
      new Set(options.flatMap((option) => Object.keys(option.shape)));
    expect(fields.node, 'a field of a node is not in the debate that this tests').toEqual(
      stored(StoredNode.options),
    );
    expect(fields.edge, 'a field of an edge is not in the debate that this tests').toEqual(
      stored(StoredEdge.options),
    );
  });

  test.each(Object.entries(TEXTS))('keeps %s', async (_, text) => {
    const corpus = toCorpus(
      [toClaim('claim:a', text), toClaim('claim:b', 'b')],
      [toDispute('disputes:a', 'claim:a', 'claim:b', text)],
    );
    const graphml = write('graphml', corpus);
    const graph = read(graphml);
    expect(graph.getNodeAttribute('claim:a', 'label') === text).toBe(true);
    expect(graph.getNodeAttribute('claim:a', 'passage') === text).toBe(true);
    expect(graph.getEdgeAttribute('disputes:a', 'passage') === text).toBe(true);
    expect(countRemoved(corpus, ABOUT)).toBe(0);
    expect(await validate(graphml)).toEqual([]);
  });

  test('turns CRLF and CR into LF', () => {
    const graph = roundTrip(toCorpus([toClaim('claim:a', 'one\r\ntwo\rthree\n')]));
    expect(graph.getNodeAttribute('claim:a', 'passage')).toBe('one\ntwo\nthree\n');
  });

  test('removes what XML forbids, puts U+FFFD for lone surrogates, and tells how many', async () => {
    const controls = String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code));
    const claim = toClaim('claim:a', `a${controls}b\uFFFE\uFFFFc`);
    const corpus = toCorpus([{ ...claim, label: 'A \uD83D lone \uDE00 pair 😀' }]);
    expect(countRemoved(corpus, ABOUT)).toBe(29 + 2 + 2);
    expect(countRemoved(corpus, { title: '\0', description: '\0' })).toBe(29 + 2 + 2 + 2);
    const graphml = write('graphml', corpus);
    expect(await validate(graphml)).toEqual([]);
    expect(read(graphml).getNodeAttributes('claim:a')).toMatchObject({
      label: 'A \uFFFD lone \uFFFD pair 😀',
      passage: 'a\t\n\nbc',
    });
    expect(read(graphml).getAttribute('removed_characters')).toBe(33);
  });

  test('tells of what it removes from words that are left out, too', () => {
    const [[id, article]] = [...DEBATE.articles] as [[string, Article]];
    const leftOut = [{ article: id, quote: 'Print\f', reason: 'furniture' as const, start: 0, end: 6 }];
    const corpus = { ...DEBATE, articles: new Map([...DEBATE.articles, [id, { ...article, leftOut }]]) };
    expect(countRemoved(corpus, ABOUT)).toBe(1);
    expect(read(write('graphml', corpus)).getAttribute('removed_characters')).toBe(1);
  });

  test('says nothing of removed characters where there were none', () => {
    expect(countRemoved(DEBATE, ABOUT)).toBe(0);
    expect(write('graphml', DEBATE)).not.toContain('removed_characters');
  });

  test('keeps ids that XML can have, __proto__ among them', () => {
    const ids = ['__proto__', 'constructor', 'claim:a-b.c_d', '17', '-'];
    const graph = roundTrip(toCorpus(ids.map((id) => toClaim(id, 'words'))));
    expect(graph.nodes()).toEqual(ids);
    expect(graph.getNodeAttributes('__proto__').label).toBe('words');
  });

  test('makes valid, unique ids of those that XML or a reader cannot have, and keeps the original', async () => {
    const ids = ['a b', 'a_20_b', 'n_a_20_b', 'café & <co>', '', '\0', '\uD83D', 'x"y'];
    const nodes = ids.map((id) => toClaim(id, 'words'));
    const edges = ['1', '01', '-1', '1_0', 'a b'].map((id) => toDispute(id, 'a b', 'x"y', 'words'));
    const graphml = write('graphml', toCorpus(nodes, edges));
    expect(await validate(graphml)).toEqual([]);
    const graph = read(graphml);
    expect(graph.order).toBe(nodes.length);
    expect(graph.size).toBe(edges.length);
    expect(graph.nodes()).toContain('a_20_b');
    const [first] = graph.nodes();
    expect(graph.getNodeAttribute(first, 'original_id')).toBe('a b');
    for (const edge of graph.edges()) {
      expect(edge).toMatch(/[A-Za-z]/);
      expect(graph.source(edge)).toBe(first);
    }
  });

  test('refuses an edge to a node that is not written, before anything is written', () => {
    const corpus = toCorpus(
      [toClaim('claim:a', 'words')],
      [toDispute('disputes:a', 'claim:a', 'claim:b', 'words')],
    );
    expect(() => writeGraphml(corpus, ABOUT).next()).toThrow(
      'disputes:a leads from or to claim:b, which is not among the nodes to write',
    );
  });

  test('keeps any text but for what XML forbids', () => {
    fc.assert(
      fc.property(anyText, anyText, (label, quote) => {
        const claim = { ...toClaim('claim:a', label), passages: toClaim('claim:a', quote).passages };
        const corpus = toCorpus([claim], [toDispute('disputes:a', 'claim:a', 'claim:a', quote)]);
        const graph = roundTrip(corpus);
        expect(graph.getNodeAttribute('claim:a', 'label') ?? '').toBe(keep(label));
        expect(graph.getNodeAttribute('claim:a', 'passage') ?? '').toBe(keep(quote));
        expect(graph.getEdgeAttribute('disputes:a', 'passage') ?? '').toBe(keep(quote));
      }),
      { numRuns: 500 },
    );
  });

  test('is valid whatever the texts and ids are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyText, { minLength: 1, maxLength: 20 }),
        fc.uniqueArray(anyText, { maxLength: 20 }),
        async (nodeIds, edgeIds) => {
          const nodes = nodeIds.map((id) => toClaim(id, id));
          const edges = edgeIds.map((id) => toDispute(id, nodeIds[0]!, nodeIds.at(-1)!, id));
          expect(await validate(write('graphml', toCorpus(nodes, edges)))).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});

/** Checks that networkx and igraph find what graphology finds. */
function expectSameReadings(graphml: string): void {
  const graph = read(graphml);
  const readings = readWithPython(graphml);
  for (const reading of [readings.networkx, readings.igraph]) {
    expect(reading.directed).toBe(true);
    expect(reading.graph).toMatchObject({ title: graph.getAttribute('title') as string });
    expect(Object.keys(reading.nodes).toSorted()).toEqual(graph.nodes().toSorted());
    for (const id of graph.nodes()) expect(reading.nodes[id]).toMatchObject(graph.getNodeAttributes(id));
    expect(new Map(reading.edges.map(({ id, source, target }) => [id, [source, target]]))).toEqual(
      new Map(graph.mapEdges((id, _, source, target) => [id, [source, target]])),
    );
    expect(reading.edges).toHaveLength(graph.size);
    for (const { id, attributes } of reading.edges)
      expect(attributes).toMatchObject(graph.getEdgeAttributes(id));
  }
  for (const id of graph.nodes()) expect(readings.networkx.nodes[id]).toEqual(graph.getNodeAttributes(id));
}

describe('networkx and igraph', () => {
  testWithPython('find the nodes, edges and attributes that graphology finds', () => {
    expectSameReadings(write('graphml', DEBATE));
  });

  testWithPython('read numbers as numbers and booleans as booleans', () => {
    const { networkx, igraph } = readWithPython(write('graphml', DEBATE));
    for (const reading of [networkx, igraph]) {
      expect(reading.nodes['claim:grades-do-little']).toMatchObject({ year: 2010, passage_count: 2 });
      expect(reading.nodes['organisation:inspectors']).toMatchObject({ collective: true });
      expect(reading.nodes['organisation:ofsted']).toMatchObject({ collective: false });
    }
  });

  testWithPython('find the same in a graph without parallel edges', () => {
    expectSameReadings(
      write('graphml', subset(DEBATE, new Set([...DEBATE.nodes.keys(), 'states:review-needed']))),
    );
  });

  testWithPython('read every text as it was, but for what XML forbids', () => {
    const texts = [...Object.values(TEXTS), ...fc.sample(anyText, { seed: 1, numRuns: 300 })];
    const nodes = texts.map((text, index) => toClaim(`claim:${index}`, text));
    const edges = texts.map((text, index) =>
      toDispute(`disputes:${index}`, 'claim:0', `claim:${index}`, text),
    );
    const readings = readWithPython(write('graphml', toCorpus(nodes, edges)));
    for (const reading of [readings.networkx, readings.igraph]) {
      const passages = new Map(reading.edges.map(({ id, attributes }) => [id, attributes.passage]));
      for (const [index, text] of texts.entries()) {
        expect((reading.nodes[`claim:${index}`]!.label ?? '') === keep(text)).toBe(true);
        expect((reading.nodes[`claim:${index}`]!.passage ?? '') === keep(text)).toBe(true);
        expect((passages.get(`disputes:${index}`) ?? '') === keep(text)).toBe(true);
      }
    }
  });

  testWithPython('read ids that XML cannot have as distinct ids', () => {
    const ids = ['a b', '1', '01', '1_0', '10', '']; // To Python, 01 and 1_0 are the integers 1 and 10.
    const nodes = ids.map((id) => toClaim(id, 'words'));
    const edges = ids.map((id) => toDispute(id, 'a b', '1', 'words'));
    expectSameReadings(write('graphml', toCorpus(nodes, edges)));
  });
});

describe('the shipped corpus', () => {
  const ROOT = path.join(import.meta.dirname, '../../..');
  const hasGraph = readdirSync(path.join(ROOT, 'graph')).some((name) => name.endsWith('.json'));

  test('is written as valid GraphML that every reader reads alike', { timeout: 60_000 }, async ({ skip }) => {
    skip(!hasGraph, 'there is no graph/*.json yet');
    const corpus = readCorpus(await readFiles(ROOT));
    const graphml = write('graphml', corpus);
    expect(await validate(graphml)).toEqual([]);
    const graph = read(graphml);
    const check = (item: GraphNode | GraphEdge, attributes: Record<string, unknown>) =>
      expect(attributes.passage).toBe(keep(item.passages[0]!.quote));
    expect(graph.nodes()).toEqual([...corpus.nodes.keys()]);
    expect(graph.edges()).toEqual([...corpus.edges.keys()]);
    for (const node of corpus.nodes.values()) check(node, graph.getNodeAttributes(node.id));
    for (const edge of corpus.edges.values()) check(edge, graph.getEdgeAttributes(edge.id));
    if (hasReaders) expectSameReadings(graphml);
  });
});
