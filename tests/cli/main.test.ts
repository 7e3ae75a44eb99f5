// The command line, run as people run it: what it prints where, and how it ends.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { accountFor, MAX_FILE, readCorpus, readDraft, type Files } from '../../src/core/corpus';
import { apply } from '../../src/core/edit';
import { toAlike, toTotal } from '../../src/core/agreement';
import { toStored } from '../../src/core/graphfile';
import { writeZip } from '../../src/core/pack';
import type { Corpus } from '../../src/core/model';
import { readPicture } from '../../src/core/picture';
import { compareCorpora, toSettlement } from '../../src/core/settlement';
import { atOnce } from '../../src/core/steps';
import { NODE_TYPES } from '../../src/core/vocabulary';
import { toVisible } from '../../src/core/filter';
import { prepareExport } from '../../src/core/formats/formats';
import { parseQuery } from '../../src/core/query';
import { toLong } from '../core/long';
import { ARTICLE_FILE, CORPUS, edit, FILES, OTHER_FILE, replace, ROOT, SHARED } from '../shipped';
import { CLAIMSCAPE, lines, run as runProgram } from './run';

const folder = mkdtempSync(path.join(tmpdir(), 'claimscape-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (
  command: string,
  words: readonly string[],
  how: { cwd?: string; stop?: boolean; zone?: string } = {},
) => runProgram(command, words, { cwd: folder, ...how });
const claimscape = (...words: string[]) => run(process.execPath, [CLAIMSCAPE, ...words]);
const real = (...words: string[]) => claimscape('--corpus', ROOT, ...words);

/** A folder that holds these files. */
function write(name: string, files: Files): string {
  for (const [file, text] of files) {
    mkdirSync(path.join(folder, name, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, name, file), text);
  }
  return path.join(folder, name);
}

describe.concurrent('claimscape check', { timeout: 30_000 }, () => {
  test('finds nothing wrong with the shipped corpus', async () => {
    const { code, out, said } = await real('check');
    expect(said).toBe(`${CORPUS.nodes.size} nodes, ${CORPUS.edges.size} edges, 3 stories: no problems\n`);
    expect(lines(out)).toHaveLength(CORPUS.articles.size);
    for (const line of lines(out))
      expect(line).toMatch(/^seeds\/\S+\.txt: \d+ sentences, \d+ coded, \d+ left out$/);
    expect(code).toBe(0);
  });

  test('with --coverage lists every sentence that is left out, with its reason', async () => {
    const { code, out } = await real('check', '--coverage');
    const left = [...CORPUS.articles.keys()].flatMap((article) =>
      accountFor(CORPUS, article).flatMap(({ state, reason, text }) =>
        state === 'left out' ? [`  ${reason}: ${text}`] : [],
      ),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(lines(out).filter((line) => line.startsWith('  '))).toEqual(left);
    expect(lines(out)).toHaveLength(left.length + CORPUS.articles.size);
    expect(code).toBe(0);
  });

  test('names every problem of a broken copy on standard error, and ends with 1', async () => {
    let files = edit(
      ARTICLE_FILE,
      (draft) => (draft.nodes[1]!.passages[0]!.quote = 'Nobody ever wrote this.'),
    );
    files = edit(OTHER_FILE, (draft) => (draft.edges[0]!.source = 'person:nobody'), files);
    files = replace({ 'seeds/stranger.txt': 'A stranger.' }, files);
    const { code, out, said } = await claimscape('check', '--corpus', write('broken', files));
    expect(out).toBe('');
    expect(lines(said)).toEqual([
      'seeds/stranger.txt: no article node in graph/ has this file as its seed',
      expect.stringMatching(
        `^${ARTICLE_FILE}: \\S+ \\(passages\\.0\\): “Nobody ever wrote this\\.” is not in seeds/`,
      ),
      expect.stringMatching(`^${OTHER_FILE}: \\S+: leads from person:nobody, which is no node`),
      '3 problems',
    ]);
    expect(code).toBe(1);
  });

  test('names a sentence that nobody coded, and ends with 1', async () => {
    const seed = [...FILES.keys()].find((name) => name.startsWith('seeds/'))!;
    const files = replace({ [seed]: `${FILES.get(seed)!}\nNobody coded this.\n` });
    const { code, said } = await claimscape('--corpus', write('uncoded', files), 'check');
    expect(lines(said)).toEqual([
      expect.stringMatching(`^${seed}: “Nobody coded this\\.” is neither coded nor left out`),
      '1 problem',
    ]);
    expect(code).toBe(1);
  });

  test('names what is wrong with a story, whatever else is wrong, and ends with 1', async () => {
    const name = [...FILES.keys()].find((file) => file.startsWith('graph/stories/'))!;
    const untrue = FILES.get(name)!.replace(/"quote": "[^"]+"/, '"quote": "Nobody ever wrote this."');
    const told = await claimscape('check', '--corpus', write('untrue', replace({ [name]: untrue })));
    expect(lines(told.said)).toEqual([
      expect.stringMatching(
        `^${name}: steps\\.0\\.quote: “Nobody ever wrote this\\.” is not in seeds/\\S+: copy the words exactly$`,
      ),
      '1 problem',
    ]);
    expect(told.code).toBe(1);
    const files = edit(
      ARTICLE_FILE,
      (draft) => (draft.nodes[1]!.passages[0]!.quote = 'Nobody ever wrote this.'),
      replace({ [name]: '{' }),
    );
    const both = await claimscape('check', '--corpus', write('both', files));
    expect(lines(both.said)).toEqual([
      expect.stringMatching(`^${ARTICLE_FILE}: `),
      expect.stringMatching(`^${name}: is not JSON: `),
      '2 problems',
    ]);
  });

  test('names the folder where there is no corpus, and how to name another', async () => {
    const { code, out, said } = await claimscape('check', '--corpus', path.join(folder, 'nowhere'));
    expect(out).toBe('');
    expect(said).toBe(
      `claimscape: there is no folder graph/ in ${path.join(folder, 'nowhere')}: name the folder that holds graph/ and seeds/ with --corpus\n`,
    );
    expect(code).toBe(1);
  });
});

describe.concurrent('claimscape stats and schema', { timeout: 30_000 }, () => {
  test('stats counts nodes and edges by type', async () => {
    const { code, out, said } = await real('stats');
    const counts = new Map(
      lines(out)
        .slice(1)
        .map((line) => line.trim().split(/\s+/) as [string, string]),
    );
    for (const type of NODE_TYPES)
      expect(counts.get(type)).toBe(
        String([...CORPUS.nodes.values()].filter((node) => node.type === type).length),
      );
    expect(counts.get('nodes')).toBe(String(CORPUS.nodes.size));
    expect(counts.get('edges')).toBe(String(CORPUS.edges.size));
    expect(lines(out)[0]).toBe('5 articles, 2010–2019');
    expect(said).toBe('');
    expect(code).toBe(0);
  });

  test('schema prints what graph/schema.json holds, wherever it is run', async () => {
    const { code, out, said } = await claimscape('schema');
    expect(out).toBe(readFileSync(path.join(ROOT, 'graph/schema.json'), 'utf8'));
    expect([code, said]).toEqual([0, '']);
  });
});

describe.concurrent('claimscape export', { timeout: 30_000 }, () => {
  type Written = {
    nodes: { id: string; type: string }[];
    edges: { id: string; source: string; target: string }[];
  };

  test('prints the document and nothing else on standard output, the same bytes each time', async () => {
    for (const format of ['json', 'graphml']) {
      const [one, two] = await Promise.all([
        real('export', '--format', format),
        real('export', '--format', format),
      ]);
      expect(one.code).toBe(0);
      expect(one.out === two.out).toBe(true);
      expect(one.said).toBe(`${CORPUS.nodes.size} nodes, ${CORPUS.edges.size} edges\n`);
      if (format === 'json') {
        const { nodes, edges } = JSON.parse(one.out) as Written;
        expect([nodes.length, edges.length]).toEqual([CORPUS.nodes.size, CORPUS.edges.size]);
      } else expect(one.out).toMatch(/^<\?xml [\s\S]*<\/graphml>\n$/);
    }
  });

  test('with --query writes what matches', async () => {
    const { code, out, said } = await real(
      'export',
      '--format',
      'json',
      '--query',
      'type:claim edge:disputes',
    );
    const { nodes, edges } = JSON.parse(out) as Written;
    expect(new Set(nodes.map(({ type }) => type))).toEqual(new Set(['claim']));
    for (const { id, source, target } of edges) {
      expect(id).toMatch(/^disputes:/);
      expect(nodes.map((node) => node.id)).toEqual(expect.arrayContaining([source, target]));
    }
    expect(said).toBe(`${nodes.length} nodes, ${edges.length} edges\n`);
    expect(code).toBe(0);
  });

  test('with --query takes every key: who says it, how and when, and what to leave out', async () => {
    const query = 'actor:eileen-munro speech:direct,indirect date:2014 hide:ofsted';
    const { code, out } = await real('export', '--format', 'json', '--query', query);
    const { nodes, edges } = JSON.parse(out) as Written;
    const ids = nodes.map(({ id }) => id);
    expect(code).toBe(0);
    expect(ids).toContain('person:eileen-munro');
    expect(ids).not.toContain('organisation:ofsted');
    const said = [...CORPUS.edges.values()].filter(
      (edge) =>
        edge.type === 'authored' &&
        edge.source === 'person:eileen-munro' &&
        /^(claim|recommendation):/.test(edge.target) &&
        (edge.speech === 'direct' || edge.speech === 'indirect'),
    );
    expect(said.length).toBeGreaterThan(10);
    for (const { id, target } of said) {
      expect(ids).toContain(target);
      expect(edges.map((edge) => edge.id)).toContain(id);
    }
  });

  test.each([
    ['Ofsted actor:munro', '‘munro’ names no organisation or person or report here; perhaps', 'munro'],
    ['topic:weather', '‘weather’ names no topic here', 'weather'],
    ['date:2014 date:soon', '‘soon’ is no date: use a year', 'soon'],
    ['speech:loud', '‘loud’ is no speech: use direct, indirect, narration', 'loud'],
    ['hide:claim:nowhere', '‘claim:nowhere’ names no article or organisation', 'claim:nowhere'],
  ])('with --query %s says what is wrong, and where', async (text, message, wrong) => {
    const { code, out, said } = await real('export', '--format', 'json', '--query', text);
    expect([code, out]).toEqual([1, '']);
    const [first, query, mark] = said.split('\n') as [string, string, string];
    expect(first).toContain(`claimscape: the query cannot be read: ${message}`);
    expect(query.slice(mark.indexOf('^'))).toBe(wrong);
  });

  test('with --around writes what lies around a node', async () => {
    const [id] = [...CORPUS.nodes.values()]
      .filter(({ type }) => type === 'person')
      .map((node) => node.id) as [string];
    const near = JSON.parse((await real('export', '--format', 'json', '--around', id)).out) as Written;
    const far = JSON.parse(
      (await real('export', '--format', 'json', '--around', id, '--depth', '2')).out,
    ) as Written;
    expect(near.nodes.map((node) => node.id)).toContain(id);
    expect(far.nodes.length).toBeGreaterThan(near.nodes.length);
    expect(far.nodes.map((node) => node.id)).toEqual(
      expect.arrayContaining(near.nodes.map((node) => node.id)),
    );
  });

  test('with --network writes who agrees with whom in what a query leaves, as GraphML or CSV', async () => {
    const words = ['--network', 'congruence', '--query', 'date:2014/2016'];
    const { code, out, said } = await real('export', '--format', 'graphml', ...words);
    expect(out).toContain('edgedefault="undirected"');
    const ties = out.match(/<edge /g)!.length;
    expect(said).toBe(`${out.match(/<node /g)!.length} actors, ${ties} ties\n`);
    const all = await real('export', '--format', 'graphml', '--network', 'congruence');
    expect(all.out.match(/<edge /g)!.length).toBeGreaterThan(ties);
    expect([code, all.code]).toEqual([0, 0]);
    const affiliation = await real('export', '--format', 'graphml', '--network', 'affiliation');
    expect(affiliation.said).toMatch(/^\d+ actors and questions, \d+ ties\n$/);
    const json = await real('export', '--format', 'json', ...words);
    expect([json.code, json.out]).toEqual([1, '']);
    expect(json.said).toContain('write a network as GraphML or CSV');
    const csv = await real('export', '--format', 'csv', ...words);
    expect([csv.code, csv.said]).toEqual([0, said]);
    expect(csv.out.trimEnd().split('\r\n').length).toBe(1 + ties);
  });

  test('with --actors people writes the network of who speaks, and says how much no person says', async () => {
    const words = ['--format', 'graphml', '--network', 'congruence'];
    const { code, out, said } = await real('export', ...words, '--actors', 'people');
    expect(code).toBe(0);
    const ids = Array.from(out.matchAll(/<node id="([^"]+)"/g), ([, id]) => id!);
    expect(ids.filter((id) => !id.startsWith('person:'))).toEqual([]);
    expect(said).toMatch(
      new RegExp(
        `^Left out: 218 of 408 statements, which no person is known to make\\.\\n${ids.length} people, \\d+ ties\\n$`,
      ),
    );
    const [bodies, plain] = [
      await real('export', ...words, '--actors', 'bodies'),
      await real('export', ...words),
    ];
    expect([bodies.out === plain.out, bodies.said]).toEqual([true, plain.said]);
    const none = await real('export', '--format', 'graphml', '--actors', 'people');
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.said).toContain('name that with --network');
  });

  test('as CSV writes who says what in what a query leaves, and how many rows that is', async () => {
    const { code, out, said } = await real('export', '--format', 'csv', '--query', 'date:2014');
    expect(code).toBe(0);
    expect(out).toMatch(/^\uFEFFstatement,date,/);
    expect(said).toMatch(/^\d+ rows\n$/);
    const { data } = Papa.parse<{ date: string }>(out, { header: true, skipEmptyLines: true });
    expect(`${data.length} rows\n`).toBe(said);
    for (const { date } of data) expect(date).toMatch(/^2014/);
  });

  test('with --out writes the same document to a file', async () => {
    const out = path.join(folder, 'out.graphml');
    writeFileSync(out, 'before');
    const [toFile, toScreen] = await Promise.all([
      real('export', '--format', 'graphml', '--out', out),
      real('export', '--format', 'graphml'),
    ]);
    expect(toFile).toMatchObject({ code: 0, out: '' });
    expect(toFile.said).toContain(` in ${out}\n`);
    expect(readFileSync(out, 'utf8') === toScreen.out).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('leaves a file that is there as it was where the corpus, the query or the folder is wrong', async () => {
    const out = path.join(folder, 'kept.json');
    writeFileSync(out, 'before');
    const broken = write('broken-export', replace({ [ARTICLE_FILE]: '{' }));
    const results = await Promise.all([
      claimscape('--corpus', broken, 'export', '--format', 'json', '--out', out),
      real('export', '--format', 'json', '--query', 'type:', '--out', out),
      real('export', '--format', 'json', '--out', path.join(out, 'under', 'a-file.json')),
    ]);
    expect(results.map(({ code }) => code)).toEqual([1, 1, 1]);
    expect(results.map(({ out: printed }) => printed)).toEqual(['', '', '']);
    expect(results[2].said).toContain('a-file.json cannot be written');
    expect(readFileSync(out, 'utf8')).toBe('before');
  });

  test('names a node that is not there, and shows what ids look like', async () => {
    const { code, out, said } = await real('export', '--format', 'json', '--around', 'person:nobody');
    expect([code, out]).toEqual([1, '']);
    expect(said).toBe(
      "claimscape: --around: there is no node person:nobody; ids look like 'person:eileen-munro'\n",
    );
  });

  test('shows where a query cannot be read', async () => {
    const { code, out, said } = await real(
      'export',
      '--format',
      'json',
      '--query',
      'Ofsted type:claim,planet',
    );
    expect([code, out]).toEqual([1, '']);
    const [first, query, mark] = said.split('\n') as [string, string, string];
    expect(first).toMatch(/^claimscape: the query cannot be read: ‘planet’ is no type: use article/);
    expect(query.slice(mark.indexOf('^'))).toBe('planet');
  });

  test.each([
    [[], '--format'],
    [['--format', 'pdf'], 'graphml'],
    [['--format', 'graphml', '--network', 'friends'], 'congruence'],
    [['--format', 'csv', '--network', 'conflict', '--actors', 'authors'], 'people'],
    [['--format', 'json', '--depth', '0'], 'whole number from 1 to 99'],
    [['--format', 'json', '--depth', '1.5'], 'whole number from 1 to 99'],
    [['--format', 'json', '--colour', 'red'], '--colour'],
    [['--format', 'json', '--out', ''], 'must not be empty'],
    [['--format', 'json', '--around', ' '], 'must not be empty'],
    [['--format', 'json', '--corpus', ''], 'must not be empty'],
  ])('does not take %j, and says what it takes', async (words, hint) => {
    const { code, out, said } = await real('export', ...words);
    expect([code, out]).toEqual([1, '']);
    expect(said).toContain(hint);
    expect(said).toContain('Usage:');
  });

  test('takes no number of steps around nothing', async () => {
    const { code, out, said } = await real('export', '--format', 'json', '--depth', '2');
    expect([code, out]).toEqual([1, '']);
    expect(said).toBe('claimscape: --depth: it counts the steps around a node: name that with --around\n');
  });

  test('ends quietly where its reader has seen enough, as with | head -1', async () => {
    const { code, out, said } = await run(
      process.execPath,
      [CLAIMSCAPE, '--corpus', ROOT, 'export', '--format', 'json'],
      { stop: true },
    );
    expect(out.startsWith('{')).toBe(true);
    expect(said).not.toMatch(/EPIPE|Error|at /);
    expect(code).toBe(0);
  });

  test('names the commands there are where a command is unknown', async () => {
    const { code, out, said } = await claimscape('frobnicate');
    expect([code, out]).toEqual([1, '']);
    for (const word of ['frobnicate', 'check', 'stats', 'schema', 'export', 'extract', 'pack', '--corpus'])
      expect(said).toContain(word);
  });
});

describe.concurrent('claimscape pack', { timeout: 60_000 }, () => {
  test('writes one zip of the files under their paths, and the picture, the same bytes each time', async () => {
    const [one, two] = [path.join(folder, 'one.zip'), path.join(folder, 'two.zip')];
    const [first, second] = await Promise.all([
      real('pack', '--out', one),
      run(process.execPath, [CLAIMSCAPE, '--corpus', ROOT, 'pack', '--out', two], {
        zone: 'Asia/Tokyo',
      }),
    ]);
    expect([first.code, first.out, second.code]).toEqual([0, '', 0]);
    expect(lines(first.said)).toEqual([
      `laying out ${CORPUS.nodes.size} nodes`,
      `${CORPUS.articles.size} articles, ${CORPUS.nodes.size} nodes, ${CORPUS.edges.size} edges, 3 stories in ${one}`,
    ]);
    expect(Buffer.compare(readFileSync(one), readFileSync(two))).toBe(0);
    const files = unzipSync(readFileSync(one));
    expect(Object.keys(files)).toEqual([...FILES.keys(), 'picture.json']);
    for (const [name, text] of FILES) expect(strFromU8(files[name]!)).toBe(text);
    const { drawing } = readPicture(strFromU8(files['picture.json']!));
    expect([drawing.nodes.length, drawing.edges.length]).toEqual([CORPUS.nodes.size, CORPUS.edges.size]);
  });

  test('names the first problems of many and counts the others, where `check` names them all', async () => {
    const files = edit(SHARED, (draft) => {
      for (const node of draft.nodes) node.passages[0]!.quote = 'Nobody ever wrote this.';
    });
    const broken = write('many-problems', files);
    const [packed, checked] = await Promise.all([
      claimscape('--corpus', broken, 'pack', '--out', path.join(folder, 'never.zip')),
      claimscape('--corpus', broken, 'check'),
    ]);
    const all = lines(checked.said).length - 1;
    expect(all).toBeGreaterThan(25);
    expect(lines(packed.said)).toEqual([
      ...lines(checked.said).slice(0, 20),
      `and ${all - 20} more`,
      `${all} problems`,
    ]);
    expect(existsSync(path.join(folder, 'never.zip'))).toBe(false);
  });

  test('leaves a file that is there as it was where the corpus or a story has problems', async () => {
    const out = path.join(folder, 'kept.zip');
    writeFileSync(out, 'before');
    const story = [...FILES.keys()].find((file) => file.startsWith('graph/stories/'))!;
    const results = await Promise.all([
      claimscape('--corpus', write('broken-pack', replace({ [ARTICLE_FILE]: '{' })), 'pack', '--out', out),
      claimscape('--corpus', write('untold-pack', replace({ [story]: '{' })), 'pack', '--out', out),
    ]);
    expect(results.map(({ code }) => code)).toEqual([1, 1]);
    expect(results[0].said).toContain(`${ARTICLE_FILE}: is not JSON`);
    expect(results[1].said).toContain(`${story}: is not JSON`);
    expect(readFileSync(out, 'utf8')).toBe('before');
  });
});

describe('agree', () => {
  const [first, second] = ['first', 'second'].map((coder) =>
    path.join(ROOT, 'tests/codings', coder, 'too-tough-2015.json'),
  ) as [string, string];

  test('tells how far two codings agree, lists what they do not, and merges them into what can be read', async () => {
    const merged = path.join(folder, 'merged.json');
    const { code, out, said } = await claimscape(
      '--corpus',
      ROOT,
      'agree',
      first,
      second,
      '--list',
      '--merge',
      merged,
    );
    expect(code).toBe(0);
    expect(out).toContain('first 41, second 36, both 36');
    expect(out).toContain('agreement (F1)              94 %');
    expect(out).toMatch(/alpha on the words +0\.\d\d/);
    expect(out).toContain('only first: One word does little to describe councils’ challenges');
    const listed = /(\d+) disagreements to settle/.exec(out)!;
    expect(out.match(/^line \d+: /gm)).toHaveLength(Number(listed[1]));
    // As the page merges them where nobody chooses otherwise.
    const seed = 'seeds/001_b7e7e7cfa3d0a4a3.txt';
    const [ours, theirs] = [first, second].map((file) =>
      readDraft(
        replace({ 'graph/coding.json': readFileSync(file, 'utf8') }, new Map([[seed, FILES.get(seed)!]])),
      ),
    ) as [Corpus, Corpus];
    const settled = apply(
      ours,
      atOnce(toSettlement(ours, theirs, atOnce(compareCorpora(ours, theirs)))),
    ).corpus;
    const written = JSON.parse(readFileSync(merged, 'utf8')) as { nodes: object[]; edges: object[] };
    expect(written.nodes).toEqual([...settled.nodes.values()].map((node) => toStored(node)));
    expect(written.edges).toEqual([...settled.edges.values()].map((edge) => toStored(edge)));
    expect(said).toBe(`${settled.nodes.size} nodes, ${settled.edges.size} edges in ${merged}\n`);
    const again = await claimscape('--corpus', ROOT, 'agree', merged, merged);
    expect(again.out).toContain('agreement (F1)              100 %');
    expect(again.out).toContain('0 disagreements to settle');
  });

  test('takes projects as they are saved, a folder or a zip, and one file of them, and merges them', async () => {
    const files = edit(ARTICLE_FILE, ({ edges }) => {
      for (const edge of edges) if (edge.type === 'about' && edge.stance === 'for') edge.stance = 'mixed';
    });
    const project = write('theirs', files);
    const packed = path.join(folder, 'theirs.zip');
    writeFileSync(
      packed,
      Buffer.concat([...writeZip(Array.from(files, ([name, text]) => [`theirs/${name}`, text] as const))]),
    );
    const merged = path.join(folder, 'both.json');
    const [asFolder, asZip, one] = await Promise.all([
      claimscape('agree', ROOT, project, '--merge', merged),
      claimscape('agree', ROOT, packed),
      claimscape('agree', path.join(ROOT, ARTICLE_FILE), path.join(project, ARTICLE_FILE)),
    ]);
    expect([asFolder.code, asZip.code, one.code]).toEqual([0, 0, 0]);
    expect(asZip).toMatchObject({ out: asFolder.out, said: '' });
    // Every article under its title, and all of them together.
    for (const { node } of CORPUS.articles.values())
      expect(asFolder.out).toContain(`${node.label} (seeds/${node.seed})\n`);
    const theirs = readDraft(files);
    const comparison = atOnce(compareCorpora(CORPUS, theirs));
    const total = toTotal(Array.from(comparison.articles.values(), ({ agreement }) => agreement));
    const { same, alpha } = toAlike(total.readings.stance);
    expect(asFolder.out).toMatch(/\nall 5 articles\n(?!.*alpha on the words)/);
    expect(asFolder.out).toContain(
      `(${same} of ${total.readings.stance.length}), alpha ${alpha.toFixed(2)}\n`,
    );
    expect(same).toBeLessThan(total.readings.stance.length);
    expect(one.out).toMatch(/^claims and recommendations/);
    expect(asFolder.out).toContain(one.out);
    const settled = apply(CORPUS, atOnce(toSettlement(CORPUS, theirs, comparison))).corpus;
    const read = readDraft(
      new Map([
        ['graph/both.json', readFileSync(merged, 'utf8')],
        ...[...FILES].filter(([name]) => name.startsWith('seeds/')),
      ]),
    );
    expect([...read.nodes.values()]).toEqual([...settled.nodes.values()]);
    expect([...read.edges.values()]).toEqual([...settled.edges.values()]);
    expect(read.articles).toEqual(settled.articles);
    // What cannot be read is named with where it lies.
    writeFileSync(path.join(project, ARTICLE_FILE), '{');
    const broken = await claimscape('agree', project, ROOT);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.said).toContain(path.join(project, ARTICLE_FILE));
    writeFileSync(packed, 'PK, and no zip');
    const cut = await claimscape('agree', ROOT, packed);
    expect([cut.code, cut.said]).toEqual([1, expect.stringContaining(packed)]);
  });

  test('compares a coding that is unfinished, as the page does', async () => {
    const coding = JSON.parse(readFileSync(second, 'utf8')) as {
      nodes: object[];
      edges: { type: string; target: string }[];
    };
    const isUtterance = ({ type, target }: { type: string; target: string }) =>
      (type === 'authored' || type === 'states') && target.startsWith('claim:');
    const { target } = coding.edges.find(isUtterance)!;
    const edges = coding.edges.filter((edge) => !isUtterance(edge) || edge.target !== target);
    expect(edges.length).toBeLessThan(coding.edges.length);
    const unfinished = path.join(folder, 'unfinished.json');
    writeFileSync(unfinished, JSON.stringify({ ...coding, edges }));
    const { code, out } = await claimscape('--corpus', ROOT, 'agree', first, unfinished);
    expect(code).toBe(0);
    expect(out).toContain('first 41, second 36, both 36');
  });

  test('refuses codings of different articles, and what is none, and writes nothing', async () => {
    const other = path.join(ROOT, 'tests/codings/first/ilacs-review-2019.json');
    const merged = path.join(folder, 'not-merged.json');
    const different = await claimscape('--corpus', ROOT, 'agree', first, other, '--merge', merged);
    expect(different.code).toBe(1);
    expect(different.said).toContain('they must code the same article');
    const none = await claimscape(
      '--corpus',
      ROOT,
      'agree',
      first,
      path.join(ROOT, 'package.json'),
      '--merge',
      merged,
    );
    expect(none.code).toBe(1);
    expect(none.said).toMatch(/version.*must be 1/);
    expect(none.said).toContain('package.json: ');
    // A file of graph/ without those beside it that hold what it names: told once, not for every line.
    const part = path.join(folder, 'alone.json');
    writeFileSync(part, FILES.get(ARTICLE_FILE)!);
    const beside = await claimscape('--corpus', ROOT, 'agree', part, part, '--merge', merged);
    expect(beside.code).toBe(1);
    expect(lines(beside.said)).toEqual([
      expect.stringMatching(
        /does not stand alone: it names \d+ nodes that it does not hold, such as \S+:\S+\. Name the folder or the zip/,
      ),
    ]);
    const shared = await claimscape('--corpus', ROOT, 'agree', path.join(ROOT, SHARED), first);
    expect(lines(shared.said)).toEqual([expect.stringContaining('must code one article, not 0')]);
    expect(existsSync(merged)).toBe(false);
  });
});

describe('the package', { timeout: 60_000 }, () => {
  test('holds a command that runs in an empty folder, with what it declares', async () => {
    // What is built is packed, not built again under the other tests.
    const packed = await run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
      cwd: ROOT,
    });
    expect(packed.code).toBe(0);
    await run('tar', ['-xf', packed.out.trim().split('\n').at(-1)!]);
    const home = path.join(folder, 'package');
    const manifest = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
      bin: { claimscape: string };
      dependencies: Record<string, string>;
    };
    const main = path.join(home, manifest.bin.claimscape);
    const source = readFileSync(main, 'utf8');
    expect(source.startsWith('#!/usr/bin/env node\n')).toBe(true);

    // Only what the package declares is there to be imported.
    const built = path.join(home, 'dist/cli');
    const sources = readdirSync(built, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(path.join(built, name), 'utf8'));
    const names = sources
      .flatMap((text) => [
        ...text.matchAll(/^import\b[^'"]*['"]([^'".][^'"]*)['"]/gm),
        ...text.matchAll(/\bimport\(\s*['"`]([^'"`.][^'"`]*)['"`]/g),
      ])
      .map(([, name]) => name!)
      .filter((name) => !name.startsWith('node:'))
      // Of 'package/part' and '@scope/package/part' the package.
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)![0]);
    for (const name of names) {
      expect(Object.keys(manifest.dependencies)).toContain(name);
    }
    symlinkSync(path.join(ROOT, 'node_modules'), path.join(home, 'node_modules'), 'junction');
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    cpSync(path.join(ROOT, 'graph'), path.join(folder, 'elsewhere/graph'), { recursive: true });
    cpSync(path.join(ROOT, 'seeds'), path.join(folder, 'elsewhere/seeds'), { recursive: true });
    const { code, said } = await run(
      process.execPath,
      [main, 'check', '--corpus', path.join(folder, 'elsewhere')],
      {
        cwd: empty,
      },
    );
    expect(said).toMatch(/^\d+ nodes, \d+ edges, 3 stories: no problems\n$/);
    expect(code).toBe(0);
    // Its threads start, too, and read what takes libraries.
    const page = path.join(ROOT, 'tests/core/article/fixtures/too-tough.html');
    const extracted = await run(process.execPath, [main, 'extract', '--json', page], { cwd: empty });
    expect(extracted.said).toBe('1 read\n');
    expect(extracted.out).toContain('Debbie Jones');
    expect(extracted.code).toBe(0);
    expect(readdirSync(empty)).toEqual([]);
    expect(readdirSync(path.join(home, 'dist'))).not.toContain('test');
  });
});

describe.concurrent('claimscape import', { timeout: 60_000 }, () => {
  test('turns what was exported back into a graph file that check finds nothing wrong with', async () => {
    const home = write('home', new Map([...FILES].filter(([name]) => !/^graph\/[^/]+\.json$/.test(name))));
    const graphml = path.join(folder, 'home.graphml');
    await real('export', '--format', 'graphml', '--out', graphml);
    const out = path.join(home, 'graph/all.json');
    const { code, said } = await claimscape('import', graphml, '--out', out);
    expect(said).toContain(`${CORPUS.nodes.size} nodes, ${CORPUS.edges.size} edges in ${out}`);
    expect(code).toBe(0);
    const checked = await claimscape('check', '--corpus', home);
    expect(checked.said).toBe(
      `${CORPUS.nodes.size} nodes, ${CORPUS.edges.size} edges, 3 stories: no problems\n`,
    );
  });

  test('refuses what would be too long for one graph file, and writes it into a folder', async () => {
    const long = toLong(CORPUS, MAX_FILE);
    const query = parseQuery('', long);
    const part = { kind: 'visible', query, ids: toVisible(long, query), focus: undefined } as const;
    const graphml = path.join(folder, 'long.graphml');
    writeFileSync(graphml, [...atOnce(prepareExport(long, part, 'graphml')).write()].join(''));
    const home = write('long', new Map([...FILES].filter(([name]) => name.startsWith('seeds/'))));
    const one = path.join(folder, 'long.json');
    for (const words of [['--out', one], []]) {
      const { code, out, said } = await claimscape('import', graphml, ...words);
      expect(said).toContain('write it into a folder, as with --out mended/');
      expect([code, out, existsSync(one)]).toEqual([1, '', false]);
    }
    const graph = path.join(home, 'graph/');
    const { code, said } = await claimscape('import', graphml, '--out', graph);
    expect(said).toContain(`${long.nodes.size} nodes, ${CORPUS.edges.size} edges in ${graph}`);
    expect(code).toBe(0);
    const counted = await claimscape('stats', '--corpus', home);
    expect([counted.said, counted.code]).toEqual(['', 0]);
    const again = await claimscape('import', graphml, '--out', graph);
    expect(again.said).toContain('is there already: name an empty folder, or a new one');
    expect(again.code).toBe(1);
  });

  test('names what cannot be read with its line, writes nothing, and ends with 1', async () => {
    const broken = path.join(folder, 'broken.graphml');
    writeFileSync(broken, '<?xml version="1.0"?>\n<graphml>\n<graph>');
    const out = path.join(folder, 'broken.json');
    const { code, said } = await claimscape('import', broken, '--out', out);
    expect(lines(said)).toEqual([
      expect.stringContaining(`${broken}:3: is GraphML, but not Claimscape's`),
      '1 problem',
    ]);
    expect([code, existsSync(out)]).toEqual([1, false]);
    const missing = await claimscape('import', path.join(folder, 'nowhere.graphml'));
    expect(missing.said).toContain('nowhere.graphml cannot be read: ');
    expect([missing.code, missing.out]).toEqual([1, '']);
  });
});

describe.concurrent('a coding that is unfinished', { timeout: 60_000 }, () => {
  const files = edit(ARTICLE_FILE, (draft) => {
    const { source } = draft.edges.find(({ type }) => type === 'about')!;
    draft.edges = draft.edges.filter((edge) => edge.type !== 'about' || edge.source !== source);
  });
  const article = path.join(folder, 'fresh.txt');
  writeFileSync(article, 'Inspectors were welcome\n\n“They listened,” said Alan Wood.\n');

  test.each([
    ['stats'],
    ['export', '--format', 'graphml'],
    ['pack', '--out', path.join(folder, 'unfinished.zip')],
    ['extract', article, '--json'],
    ['add', article, '--title', 'New', '--publisher', 'Community Care', '--date', '2014'],
  ])('is read by %s as by the page', async (...words) => {
    const { code, said } = await claimscape('--corpus', write(`unfinished-${words[0]}`, files), ...words);
    expect([code, said]).toEqual([0, expect.not.stringContaining('problem')]);
  });

  test('is refused by check, which says what it lacks', async () => {
    const { code, said } = await claimscape('--corpus', write('unfinished', files), 'check');
    expect([code, said]).toEqual([1, expect.stringMatching(/ belongs to no topic: .*\n1 problem\n$/)]);
  });
});

describe.concurrent('claimscape add', { timeout: 60_000 }, () => {
  const toFixture = (name: string) => path.join(ROOT, 'tests/core/article/fixtures', name);
  const readAll = (home: string): Files =>
    new Map(
      ['graph', 'seeds'].flatMap((below) =>
        readdirSync(path.join(home, below))
          .filter((name) => /\.(json|txt)$/.test(name))
          .map((name): [string, string] => [
            `${below}/${name}`,
            readFileSync(path.join(home, below, name), 'utf8'),
          ]),
      ),
    );

  test('begins a corpus: what lacks something or cannot be read is named, the rest goes in', async () => {
    const home = path.join(folder, 'begun');
    const text =
      'Inspectors were welcome\n\nBy Joe Lepper\n\n“They listened,” said Alan Wood.\n\nSubscribe to our newsletter\n';
    const file = path.join(folder, 'welcome.txt');
    writeFileSync(file, text);
    // Where nothing goes in, nothing is made.
    const none = await claimscape('--corpus', home, 'add', path.join(folder, 'not-there.txt'));
    expect([none.code, existsSync(home)]).toEqual([1, false]);
    const named = [toFixture('too-tough.html'), toFixture('scan.pdf'), file];
    const first = await claimscape('--corpus', home, 'add', ...named);
    expect(lines(first.said)).toEqual([
      expect.stringMatching(/scan\.pdf: it holds pictures of pages and no text/),
      `${file}: Say who published it. (--publisher)`,
      expect.stringMatching(/^1 article added, 2 not: graph\/ofsted-too-tough/),
    ]);
    expect([first.code, first.out]).toEqual([1, '']);
    const wrong = await claimscape(
      '--corpus',
      home,
      'add',
      file,
      '--publisher',
      'P',
      '--date',
      '2014',
      '--url',
      'javascript:alert(1)',
    );
    expect(lines(wrong.said)[0]).toBe(
      `${file}: The web address must begin with https:// or http://. (--url)`,
    );
    const url = 'https://example.org/welcome';
    const stated = ['--publisher', 'Community Care', '--date', 'June 3rd, 2014', '--url', url];
    const second = await claimscape('--corpus', home, 'add', file, ...stated);
    expect([second.code, lines(second.said)]).toEqual([0, [expect.stringMatching(/^1 article added: /)]]);
    // Git leaves the texts as they are, unless it was told otherwise before.
    expect(readFileSync(path.join(home, '.gitattributes'), 'utf8')).toBe('seeds/*.txt -text\n');
    const own = write('told', new Map([['.gitattributes', '* text=auto\n']]));
    expect((await claimscape('--corpus', own, 'add', file, ...stated)).code).toBe(0);
    expect(readFileSync(path.join(own, '.gitattributes'), 'utf8')).toBe('* text=auto\n');
    const corpus = readCorpus(readAll(home));
    const added = [...corpus.articles.values()].find((article) => article.text === text)!;
    expect(added.node).toMatchObject({
      label: 'Inspectors were welcome',
      publisher: 'Community Care',
      date: '2014-06-03',
      url,
    });
    expect(added.leftOut.map(({ quote }) => quote)).toEqual(['Subscribe to our newsletter']);
    expect(corpus.nodes.get('person:joe-lepper')?.passages).toHaveLength(2);
  });

  test('adds to a corpus and leaves all else to the letter; a text that is there is told', async () => {
    const home = write('added', FILES);
    const stated = ['--title', 'Again', '--publisher', 'Community Care', '--date', '2014'];
    const file = path.join(folder, 'again.txt');
    writeFileSync(file, 'One word is not enough, said the council.\n');
    const { code } = await claimscape('--corpus', home, 'add', file, ...stated);
    expect(code).toBe(0);
    expect(existsSync(path.join(home, '.gitattributes'))).toBe(false);
    const after = readAll(home);
    expect([...after.keys()].filter((name) => !FILES.has(name))).toEqual([
      'graph/again-2014.json',
      'seeds/again-2014.txt',
    ]);
    const changed = [...FILES].filter(([name, before]) => (after.get(name) ?? before) !== before);
    expect(changed).toEqual([]);
    const again = await claimscape('--corpus', home, 'add', file, ...stated);
    expect(lines(again.said)).toEqual([
      `${file}: it is there already, as ‘Again’.`,
      '0 articles added, 1 not',
    ]);
    expect([again.code, readAll(home)]).toEqual([1, after]);
    // An updated copy goes in, and is told; so is a date that is still to come.
    const update = path.join(folder, 'update.txt');
    const [seed] = [...FILES].find(([name]) => name.startsWith('seeds/001'))!;
    writeFileSync(update, `${FILES.get(seed)!}\nA spokesman has replied since.\n`);
    const told = await claimscape(
      '--corpus',
      home,
      'add',
      update,
      ...stated.slice(0, 4),
      '--date',
      '2199-06',
    );
    expect(told.code).toBe(0);
    expect(lines(told.said)).toEqual([
      `${update}: June 2199 lies in the future: is that right?`,
      expect.stringMatching(
        /update\.txt: Nearly the same as ‘Ofsted ‘too tough’ .*’ \(99 % of its words\)\. If it is an update, /,
      ),
      expect.stringMatching(/^1 article added: /),
    ]);
  });
});
