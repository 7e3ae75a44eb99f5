// GraphML comes home: what was written is read as it was stored, from other programs too, and what cannot be read is named.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CorpusError, printProblem, readCorpus } from '../../../src/core/corpus';
import { LIMITS } from '../../../src/core/formats/elements';
import { readGraphml } from '../../../src/core/formats/reader';
import type { Corpus, GraphEdge, GraphNode, Passage } from '../../../src/core/model';
import { CORPUS } from '../../shipped';
import { DEBATE, write } from './corpora';

const read = (graphml: string) => readGraphml([graphml], 'a.graphml').graph;

/** What is said of a file that cannot be read. */
function refuse(graphml: string | Iterable<string>): string[] {
  try {
    readGraphml(typeof graphml === 'string' ? [graphml] : graphml, 'a.graphml');
  } catch (error) {
    if (error instanceof CorpusError) return error.problems.map(printProblem);
    throw error;
  }
  throw new Error('it was read');
}

/** A corpus as a graph file holds it. */
function toStored(corpus: Corpus) {
  const bare = (passage: Passage): object =>
    Object.fromEntries(Object.entries(passage).filter(([name]) => name !== 'start' && name !== 'end'));
  const store = ({ passages, ...item }: GraphNode | GraphEdge) => ({
    ...item,
    ...('datePassage' in item && item.datePassage && { datePassage: bare(item.datePassage) }),
    passages: passages.map(bare),
  });
  return {
    nodes: [...corpus.nodes.values()].map(store),
    edges: [...corpus.edges.values()].map(store),
    leftOut: [...corpus.articles.values()].flatMap(({ leftOut }) => leftOut.map(bare)),
  };
}

/** A graph file with the articles of a corpus, read as any corpus is. */
const readHome = (graph: object, corpus: Corpus) =>
  readCorpus(
    new Map([
      ['graph/all.json', JSON.stringify(graph)],
      ...[...corpus.articles.values()].map(({ node, text }) => [`seeds/${node.seed}`, text] as const),
    ]),
  );

const WRITTEN = write('graphml', DEBATE);
const lineOf = (graphml: string, words: string) =>
  graphml.slice(0, graphml.indexOf(words)).split('\n').length;

describe('GraphML that was written', () => {
  test.each([
    ['a debate with every type and field', DEBATE],
    ['the shipped corpus', CORPUS],
  ])('is read as it was stored: %s', (_, corpus) => {
    const graph = read(write('graphml', corpus));
    expect({ nodes: graph.nodes, edges: graph.edges, leftOut: graph.leftOut }).toEqual(toStored(corpus));
    expect(graph.title).toBe(corpus.title);
    expect(graph.version).toBe(1);
  });

  test('is the same when it is written, read, checked against the articles, and written again', () => {
    for (const corpus of [DEBATE, CORPUS]) {
      const written = write('graphml', corpus);
      const home = readHome(read(written), corpus);
      expect(write('graphml', home) === written).toBe(true);
      // JSON tells the fields of an item in the order of its file.
      expect(JSON.parse(write('json', home))).toEqual(JSON.parse(write('json', corpus)));
    }
  });

  test('is the same whatever its texts are, and wherever the chunks end', () => {
    const anyText = fc
      .oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(
            fc.constantFrom('&', '<', '>', '"', "'", ']]>', '&amp;', ' ', '\n', '\t', '\u0085', '🧑🏽‍🏫', '{"'),
          )
          .map((parts) => parts.join('')),
      )
      // What XML cannot hold is lost when it is written.
      .map((text) => `${text.replace(/[^\t\n -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')}.`);
    fc.assert(
      fc.property(
        fc.record({ label: anyText, alias: anyText, statement: anyText, role: anyText, why: anyText }),
        fc.integer({ min: 1, max: 500 }),
        ({ label, alias, statement, role, why }, size) => {
          const nodes = new Map(DEBATE.nodes);
          const claim = DEBATE.nodes.get('claim:grades-do-little') as GraphNode & { type: 'claim' };
          nodes.set(claim.id, { ...claim, label, aliases: [alias, label], statement });
          const edges = new Map(DEBATE.edges);
          const said = DEBATE.edges.get('authored:munro-2010') as GraphEdge & { type: 'authored' };
          edges.set(said.id, { ...said, role });
          const inferred = DEBATE.edges.get('supports:munro-grades')!;
          edges.set(inferred.id, { ...inferred, rationale: why });
          const corpus = { ...DEBATE, nodes, edges };
          const written = write('graphml', corpus);
          const chunks = Array.from({ length: Math.ceil(written.length / size) }, (_, index) =>
            written.slice(index * size, (index + 1) * size),
          );
          const { graph } = readGraphml(chunks, 'a.graphml');
          expect(graph.nodes).toEqual(toStored(corpus).nodes);
          expect(graph.edges).toEqual(toStored(corpus).edges);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  test('tells how many characters were left out of it', () => {
    const nodes = new Map([...DEBATE.nodes].map(([id, node]) => [id, { ...node, label: `${node.label}\0` }]));
    expect(readGraphml([write('graphml', { ...DEBATE, nodes })], 'a').removed).toBe(DEBATE.nodes.size);
    expect(readGraphml([WRITTEN], 'a').removed).toBe(0);
  });
});

describe('GraphML that another program wrote from ours', () => {
  const expectHome = (graphml: string) => {
    const { nodes, edges } = read(graphml);
    expect({ nodes, edges }).toEqual({ nodes: toStored(DEBATE).nodes, edges: toStored(DEBATE).edges });
  };

  test('may give the keys other ids, in another order, with wider types', () => {
    let graphml = WRITTEN;
    for (const [index, [, id]] of [...WRITTEN.matchAll(/<key id="([a-z_]+)"/g)].entries())
      graphml = graphml
        .replaceAll(`key id="${id}"`, `key id="d${index}"`)
        .replaceAll(`key="${id}"`, `key="d${index}"`);
    const keys = graphml.match(/ {2}<key .*\n/g)!;
    for (const tag of keys) graphml = graphml.replace(tag, '');
    const turned = keys
      .toReversed()
      .join('')
      .replaceAll(/attr\.type="(?:int|boolean)"/g, 'attr.type="string"');
    expectHome(graphml.replace('  <graph ', `${turned}  <graph `));
  });

  test('may put edges before nodes, write True for true, and empty data for what is missing', () => {
    const edges = WRITTEN.match(/ {4}<edge .*\n/g)!.join('');
    expectHome(
      WRITTEN.replace(edges, '')
        .replace('    <node', `${edges}    <node`)
        .replaceAll('>true<', '>True<')
        .replaceAll('</node>', '<data key="n_pole_for"></data></node>')
        .replace('<data key="n_pole_for"></data></node>', '</node>')
        .replace(/(<data key="n_pole_for">Keep grades.*)<data key="n_pole_for"><\/data>/, '$1'),
    );
  });

  test('may number nodes and edges anew, as yEd and Cytoscape do', () => {
    let graphml = WRITTEN;
    for (const [index, id] of [...DEBATE.nodes.keys()].entries())
      for (const name of ['node id', 'source', 'target'])
        graphml = graphml.replaceAll(`${name}="${id}"`, `${name}="n${index}"`);
    expectHome(graphml.replaceAll(/<edge id="[^"]*"/g, '<edge'));
  });

  test('may draw: positions, shapes within data, CDATA, defaults, comments and prefixes are no harm', () => {
    const drawn = WRITTEN.replace(
      '  <graph ',
      '<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="node" id="x" attr.name="x" attr.type="double"/><!-- drawn -->\n  <graph ',
    )
      .replaceAll(
        '</node>',
        '<data key="x">1.5</data><data key="d6"><y:ShapeNode><y:NodeLabel>label<data key="n_label">no</data></y:NodeLabel></y:ShapeNode></data></node>',
      )
      .replaceAll(/(<data key="n_label">)([^<&]*)(<)/g, '$1<![CDATA[$2]]>$3');
    expectHome(drawn);
    expectHome(
      WRITTEN.replaceAll(/<(\/?)(graphml|key|graph|node|edge|data|desc)\b/g, '<$1g:$2').replace(
        'xmlns=',
        'xmlns:g=',
      ),
    );
  });

  test('may be Gephi’s, which calls the type of an edge “Edge Label”', () => {
    expectHome(
      WRITTEN.replace(
        '<key id="label" for="edge" attr.name="label"',
        '<key id="label" for="edge" attr.name="Edge Label"',
      ),
    );
  });

  test('brings home what was mended in it', () => {
    const graph = read(
      WRITTEN.replace('>One-word grades do little for children.<', '>One word does little.<').replaceAll(
        /(<edge id="authored:munro-2019".*?<data key="e_date">)[^<]*/g,
        '$12018',
      ),
    );
    expect(graph.nodes.find(({ id }) => id === 'claim:grades-do-little')).toMatchObject({
      statement: 'One word does little.',
    });
    expect(graph.edges.find(({ id }) => id === 'authored:munro-2019')).toMatchObject({ date: '2018' });
  });

  const PYTHON = '/usr/bin/python3';
  const has = (library: string) => spawnSync(PYTHON, ['-c', `import ${library}`]).status === 0;
  /** What a Python program makes of GraphML; undefined where its library is not installed. */
  function rewrite(library: string, program: string, graphml: string): string | undefined {
    if (!has(library)) {
      console.warn(`${library} is not installed: apt-get install python3-${library}`);
      return undefined;
    }
    const folder = mkdtempSync(path.join(tmpdir(), 'claimscape-'));
    try {
      const [from, to] = [path.join(folder, 'a.graphml'), path.join(folder, 'b.graphml')];
      writeFileSync(from, graphml);
      execFileSync(PYTHON, ['-c', `import sys, ${library} as library; ${program}`, from, to]);
      return readFileSync(to, 'utf8');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const byId = <T extends { id: string }>(items: readonly T[]) =>
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

  test('the shipped corpus comes home from networkx', { timeout: 60_000 }, () => {
    const program =
      'library.write_graphml(library.read_graphml(sys.argv[1], force_multigraph=True), sys.argv[2])';
    const written = rewrite('networkx', program, write('graphml', CORPUS));
    if (written === undefined) return;
    const graph = read(written);
    const stored = toStored(CORPUS);
    expect(byId(graph.nodes)).toEqual(byId(stored.nodes));
    expect(byId(graph.edges)).toEqual(byId(stored.edges));
    expect(readHome(graph, CORPUS).edges.size).toBe(CORPUS.edges.size);
  });

  // Of a larger graph igraph 0.10.2 garbles the end of some long text or other: '…"start":2!'. It cannot write all characters either.
  test('a small corpus comes home from igraph', { timeout: 60_000 }, () => {
    const program = 'library.Graph.Read_GraphML(sys.argv[1]).write_graphml(sys.argv[2])';
    const plain = write('graphml', DEBATE).replace(/[^\n -~]/g, '~');
    const written = rewrite('igraph', program, plain);
    if (written === undefined) return;
    const [home, graph] = [read(written), read(plain)];
    expect(byId(home.nodes)).toEqual(byId(graph.nodes));
    expect(byId(home.edges)).toEqual(byId(graph.edges));
  });
});

describe('GraphML that cannot be read is refused with its line and the reason', () => {
  const claim = '<node id="claim:grades-needed"';

  test('not XML, not GraphML, GraphML of others, nothing at all', () => {
    expect(refuse('{"nodes": []}')).toEqual([expect.stringMatching(/^a\.graphml:1: is not XML: /)]);
    expect(refuse('')).toEqual([expect.stringMatching(/^a\.graphml:1: is not XML: /)]);
    expect(refuse('PK\u0003\u0004\0\0')).toEqual([expect.stringMatching(/^a\.graphml:1: is not XML: /)]);
    expect(refuse('<html/>')).toEqual(['a.graphml:1: is XML but not GraphML: it begins with <html>']);
    expect(
      refuse(
        '<graphml>\n<key id="k" for="node" attr.name="weight"/>\n<graph><node id="a"/></graph></graphml>',
      ),
    ).toEqual([expect.stringMatching(/^a\.graphml:3: is GraphML, but not Claimscape's/)]);
    expect(refuse('<graphml/>')).toEqual(['a.graphml:1: is GraphML without a graph']);
  });

  test('cut off, wherever it is', () => {
    for (const share of [0.2, 0.5, 0.9, 0.999])
      expect(refuse(WRITTEN.slice(0, Math.floor(WRITTEN.length * share)))).toEqual([
        expect.stringMatching(/^a\.graphml:\d+: is cut off: /),
      ]);
  });

  test('a DOCTYPE, and with it every entity that could swell', () => {
    const lol = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join(
      '\n',
    );
    const laughs = `<?xml version="1.0"?>\n<!DOCTYPE graphml [<!ENTITY l0 "lol">\n${lol}]>\n<graphml>&l9;</graphml>`;
    expect(refuse(laughs)).toEqual([expect.stringMatching(/^a\.graphml:\d+: has a DOCTYPE/)]);
    expect(
      refuse(WRITTEN.replace('<graphml', '<!DOCTYPE graphml SYSTEM "file:///etc/passwd"><graphml')),
    ).toEqual([expect.stringMatching(/^a\.graphml:2: has a DOCTYPE/)]);
    expect(refuse(WRITTEN.replace('Ofsted', '&l9;'))).toEqual([
      expect.stringMatching(/^a\.graphml:\d+: is not well-formed XML: undefined entity/),
    ]);
  });

  test('a text of a gigabyte, a tag of a gigabyte, elements without end, an encoding that is not UTF-8', () => {
    function* endless(start: string, more: string) {
      yield start;
      for (let length = 0; length < 1_000_000_000; length += more.length) yield more;
    }
    const more = 'word '.repeat(20_000);
    const [head] = WRITTEN.split('<data key="labels">');
    const tooLong = [
      `a.graphml:${lineOf(WRITTEN, '<data key="labels">')}: has a text or tag of more than ${LIMITS.text} characters`,
    ];
    expect(refuse(endless(`${head}<data key="n_label">`, more))).toEqual(tooLong);
    expect(refuse(endless(`${head}<data key="`, more))).toEqual(tooLong);
    expect(refuse(endless('<!DOCTYPE ', more))).toEqual([
      expect.stringMatching(/^a\.graphml:1: has a text or tag/),
    ]);
    expect(refuse(endless('<graphml>', '<a>'.repeat(1000)))).toEqual([
      'a.graphml:1: has elements more than 64 deep',
    ]);
    expect(refuse(WRITTEN.replace('UTF-8', 'ISO-8859-1'))).toEqual([
      'a.graphml:2: is written in ISO-8859-1: save it as UTF-8',
    ]);
  });

  test('every problem of the items, with its line and id', () => {
    const broken = WRITTEN.replace(/(<data key="n_form">)proposal/, '$1idea')
      .replace(/(<node id="topic:grades".*)<data key="n_pole_against">[^<]*<\/data>/, '$1')
      .replace(/(<edge id="about:recommendation-panel".*<data key="label">)about/, '$1concerns')
      .replace('target="report:review"', 'target="report:lost"')
      .replace(/(<data key="n_aliases">)[^<]*/, '$1Munro; Eileen')
      .replace(/(<edge id="supports:munro-grades".*<data key="e_passage">)[^<]*/, '$1other words');
    const at = (id: string) => `a.graphml:${lineOf(broken, `id="${id}"`)}: ${id}`;
    expect(refuse(broken)).toEqual([
      `${at('person:eileen-munro')} (aliases): “Munro; Eileen” is not a list in JSON, as Claimscape wrote it`,
      expect.stringContaining(`${at('recommendation:panel')} (form): “idea”: `),
      expect.stringContaining(`${at('topic:grades')} (poles.against): `),
      `${at('supports:munro-grades')} (passage): “other words” is not the first of 'passages': mend both alike`,
      expect.stringContaining(
        `${at('about:recommendation-panel')} (label): “concerns”: must be one of authored, states`,
      ),
      `${at('commissioned:review')}: leads to report:lost, which is no node of this file`,
    ]);
  });

  test('an item twice, an item without words, a second graph, no direction, another version', () => {
    const node = new RegExp(`${claim}.*\n`).exec(WRITTEN)![0];
    expect(refuse(WRITTEN.replace(node, node + node))).toEqual([
      expect.stringMatching(/claim:grades-needed: this id is there twice, first in line \d+$/),
    ]);
    expect(refuse(WRITTEN.replace(claim, `<node id="n99"/>\n${claim}`))).toEqual([
      expect.stringMatching(/^a\.graphml:\d+: n99: is a node without words/),
    ]);
    expect(refuse(WRITTEN.replace('</graphml>', '<graph edgedefault="directed"/></graphml>'))).toEqual([
      expect.stringContaining('holds a second graph: keep one'),
    ]);
    expect(refuse(WRITTEN.replace('"directed"', '"undirected"'))).toEqual([
      expect.stringContaining('this edge has no direction'),
    ]);
    expect(refuse(WRITTEN.replace(/(vocabulary_version">)1/, '$12'))).toEqual([
      expect.stringContaining('was written with version “2” of the vocabulary'),
    ]);
  });

  test('a key with two defaults', () => {
    const twice =
      '<key id="m" for="node" attr.name="note"><default>one</default><default>two</default></key>';
    expect(refuse(WRITTEN.replace('  <graph ', `${twice}\n  <graph `))).toEqual([
      expect.stringMatching(/^a\.graphml:\d+: has a default of the attribute 'note' twice$/),
    ]);
  });

  test('ids and attributes named like parts of every object are names like others', () => {
    const hostile = WRITTEN.replace(
      claim,
      `<node id="__proto__" constructor="x"><data key="__proto__">x</data></node>\n${claim}`,
    ).replace(
      '  <graph ',
      '<key id="__proto__" for="node" attr.name="__proto__"/><key id="constructor" for="constructor" attr.name="passage"/>\n  <graph ',
    );
    expect(refuse(hostile)).toEqual([expect.stringMatching(/__proto__: is a node without words/)]);
    const list = '[{"quote":"a","article":"article:first","__proto__":{"polluted":true}}]';
    refuse(WRITTEN.replace(/(<data key="e_passages">)[^<]*/, `$1${list}`));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('tells no more than a thousand problems', () => {
    const nodes = Array.from({ length: 3_000 }, (_, at) => `<node id="n${at}"/>`).join('\n');
    const said = refuse(WRITTEN.replace('    <node', `${nodes}<node`));
    expect(said).toHaveLength(LIMITS.problems + 1);
    expect(said.at(-1)).toContain('1000 problems: the rest is not read');
  });
});
