// `claimscape extract`, run as people run it: many files, some broken, printed or written, begun again after a break.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Proposal, Words } from '../../src/core/extract/proposal';
import type { LinkedProposal } from '../../src/core/extract/similar';
import { CORPUS, FILES, ROOT } from '../shipped';
import { CLAIMSCAPE, lines, run as runProgram, type Result } from './run';

const folder = mkdtempSync(path.join(tmpdir(), 'claimscape-extract-'));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (words: readonly string[], how: { kill?: boolean; stop?: boolean } = {}) =>
  runProgram(process.execPath, [CLAIMSCAPE, ...words], { cwd: folder, ...how });
const extract = (...words: string[]) => run(['extract', ...words]);

type Extracted = {
  file: string;
  title: string | null;
  publisher: string | null;
  date: string | null;
  text: string;
  proposals: Proposal[];
};
const parse = (text: string) => lines(text).map((line) => JSON.parse(line) as Extracted);

const SEEDS = [...FILES].filter(([name]) => name.startsWith('seeds/'));
const FIXTURES = path.join(ROOT, 'tests/core/article/fixtures');

/** A folder of its own with files in it. */
function place(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.join(folder, name, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, name, file), content);
  }
  return path.join(folder, name);
}

describe('claimscape extract', { timeout: 60_000 }, () => {
  test('--json prints an article a line, in the order of the arguments, with every word where it says', async () => {
    const named = SEEDS.toReversed().map(([name]) => path.join(ROOT, name));
    const { code, out, said } = await extract('--json', ...named);
    expect(code).toBe(0);
    expect(said).toBe('5 read\n');
    const articles = parse(out);
    expect(articles.map(({ file }) => file)).toEqual(named);
    for (const [index, { text, proposals }] of articles.entries()) {
      expect(text).toBe(SEEDS.toReversed()[index]![1]);
      expect(proposals.length).toBeGreaterThan(10);
      for (const proposal of proposals) {
        expect(proposal.confidence).toBeGreaterThan(0);
        expect(proposal.confidence).toBeLessThanOrEqual(1);
        expect(proposal.rule).toMatch(/^[a-z-]+$/);
        const all: Words[] = [proposal.passage];
        if ('mentions' in proposal) all.push(...proposal.mentions);
        if ('speakers' in proposal) all.push(...proposal.speakers);
        for (const { start, end, quote } of all) expect(quote).toBe(text.slice(start, end));
      }
    }
    const tooTough = articles.find(({ title }) => title?.startsWith("Ofsted 'too tough'"))!;
    expect(tooTough).toMatchObject({ date: '2015-04-29' });
    expect(tooTough.proposals.map(({ kind }) => kind)).toContain('claim');
    // What is page furniture says nothing.
    const end = tooTough.text.indexOf('CYP Now Digital');
    for (const { passage } of tooTough.proposals) expect(passage.start).toBeLessThan(end);
  });

  test('knows the actors of the corpus it is given, and none without one', async () => {
    const file = path.join(ROOT, SEEDS[1]![0]);
    const toIds = ({ out }: Result) =>
      parse(out)[0]!.proposals.flatMap((proposal) => ('id' in proposal && proposal.id ? [proposal.id] : []));
    const known = toIds(await extract('--corpus', ROOT, '--json', file));
    expect(known.length).toBeGreaterThan(2);
    for (const id of known) expect(CORPUS.nodes.has(id)).toBe(true);
    expect(toIds(await extract('--json', file))).toEqual([]);
  });

  test('links what is said with topics and claims of the corpus it is given, and with none without one', async () => {
    const file = path.join(ROOT, SEEDS[1]![0]);
    const read = ({ out }: Result) => (JSON.parse(out) as { proposals: LinkedProposal[] }).proposals;
    const proposals = read(await extract('--corpus', ROOT, '--json', file));
    const said = proposals.filter(({ kind }) => kind === 'claim' || kind === 'recommendation');
    expect(said.length).toBeGreaterThan(5);
    for (const { topics, similar } of said) {
      expect(topics!.length).toBeGreaterThan(0);
      for (const { id } of [...topics!, ...similar!]) expect(CORPUS.nodes.has(id)).toBe(true);
    }
    // All of it is coded already.
    const again = said.filter(({ similar }) => similar!.some(({ kind }) => kind === 'same'));
    expect(again.length).toBeGreaterThan(said.length * 0.8);
    expect(proposals.filter((one) => !said.includes(one)).some((one) => one.topics ?? one.similar)).toBe(
      false,
    );
    for (const proposal of read(await extract('--json', file))) {
      expect(proposal).not.toHaveProperty('topics');
      expect(proposal).not.toHaveProperty('similar');
    }
    const { out } = await extract('--corpus', ROOT, file);
    expect(out).toMatch(/^ {25}about topic:[a-z-]+(?:, topic:[a-z-]+){0,2}\?$/m);
    expect(out).toMatch(/^ {25}same as claim:[a-z0-9-]+\?$/m);
  });

  test('without --json tells people what was proposed, with its words, speaker and rule', async () => {
    const { code, out } = await extract(path.join(FIXTURES, 'too-tough.html'));
    expect(code).toBe(0);
    expect(lines(out).slice(0, 2)).toEqual([
      "Ofsted 'too tough' on child protection teams, finds scathing report",
      `${path.join(FIXTURES, 'too-tough.html')} · Children & Young People Now · Joe Lepper · 29 April 2015`,
    ]);
    expect(out).toMatch(/^ {2} \d\d % {2}person {10}Debbie Jones \(1 mention, [a-z-]+\)$/m);
    expect(out).toMatch(
      /^ {2} \d\d % {2}claim {11}.*“Critically, the single-word judgment .+” \([a-z-]+\)$/m,
    );
  });

  test('--out writes a file an article, passes over what is there, and reads again what changed', async () => {
    const source = place('source', {
      ...Object.fromEntries(SEEDS.map(([name, text]) => [path.basename(name), text])),
      'sub/page.html': readFileSync(path.join(FIXTURES, 'too-tough.html')),
      'sub/page_files/script.js': 'alert(1)',
      '.hidden.txt': 'Hidden.',
    });
    const out = path.join(folder, 'written');
    const first = await extract(source, '--out', out);
    expect(first).toEqual({ code: 0, out: '', said: `6 read in ${out}\n` });
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .toSorted();
    expect(files).toEqual([
      ...SEEDS.map(([name]) => `${path.basename(name, '.txt')}.json`).toSorted(),
      'sub/page.json',
    ]);
    const written = JSON.parse(readFileSync(path.join(out, 'sub/page.json'), 'utf8')) as Extracted;
    expect(written.text).toContain('Ofsted is unfairly tough');

    const [seed, text] = SEEDS[0]!;
    writeFileSync(path.join(source, path.basename(seed)), `${text}\n\nOfsted said it would answer.`);
    const at = (name: string) => statSync(path.join(out, name)).mtimeMs;
    const before = at('sub/page.json');
    const second = await extract(source, '--out', out);
    expect(second.said).toBe(`1 read, 5 there already in ${out}\n`);
    expect(at('sub/page.json')).toBe(before);
    // Who is known changes what is proposed.
    expect((await extract('--corpus', ROOT, source, '--out', out)).said).toBe(`6 read in ${out}\n`);

    const third = await extract('--corpus', ROOT, source, '--out', out, '--json');
    expect(third.said).toBe(`0 read, 6 there already in ${out}\n`);
    expect(parse(third.out).map(({ file }) => path.relative(source, file))).toEqual([
      ...SEEDS.map(([name]) => path.basename(name)).toSorted(),
      'sub/page.html',
    ]);
    expect(Object.keys(parse(third.out)[0]!)).not.toContain('hash');
  });

  test('names what is broken, goes on with the rest, and ends with 1', async () => {
    const source = place('broken', {
      'a.txt': SEEDS[0]![1],
      'b.txt': '',
      'c.bin': Uint8Array.from({ length: 3000 }, (_, index) => (index * 7919) & 255),
      'd.txt': SEEDS[1]![1],
    });
    for (const name of ['locked.pdf', 'scan.pdf', 'ilacs.pdf'])
      copyFileSync(path.join(FIXTURES, name), path.join(source, name));
    const { code, out, said } = await extract('--json', source, path.join(folder, 'nowhere.txt'));
    expect(code).toBe(1);
    expect(parse(out).map(({ file }) => path.basename(file))).toEqual(['a.txt', 'd.txt', 'ilacs.pdf']);
    const at = (name: string) => path.join(source, name);
    expect(lines(said)).toEqual([
      `${at('b.txt')}: it is empty. Open a file with text in it.`,
      expect.stringContaining(`${at('c.bin')}: it is no text`),
      `${at('locked.pdf')}: it has a password. Save a copy without a password and open that.`,
      expect.stringContaining(
        `${at('scan.pdf')}: it holds pictures of pages and no text (a scan). Run text recognition`,
      ),
      `${path.join(folder, 'nowhere.txt')}: there is no such file or folder`,
      '3 read, 5 failed',
    ]);
  });

  test('of 1,000 files, some broken, reads all others; broken off, it goes on where it was', async () => {
    const source = place(
      'many',
      Object.fromEntries(
        Array.from({ length: 1000 }, (_, index) => [
          `${String(index).padStart(4, '0')}.txt`,
          index % 100 === 7
            ? new Uint8Array(100)
            : `Ofsted answers number ${index}\n\n“This is answer ${index},” said Christine Gilbert of Ofsted.\n`,
        ]),
      ),
    );
    const out = path.join(folder, 'many-written');
    await run(['extract', source, '--out', out, '--json'], { kill: true });
    const begun = readdirSync(out).filter((name) => name.endsWith('.json'));
    // Whatever is there is whole.
    for (const name of begun)
      expect(() => JSON.parse(readFileSync(path.join(out, name), 'utf8')) as unknown).not.toThrow();
    const { code, said } = await extract(source, '--out', out);
    expect(code).toBe(1);
    expect(lines(said).filter((line) => line.includes('it is no text'))).toHaveLength(10);
    expect(lines(said).at(-1)).toBe(
      `${990 - begun.length} read, ${begun.length} there already, 10 failed in ${out}`,
    );
    expect(begun.length).toBeGreaterThan(0);
    expect(readdirSync(out).filter((name) => name.endsWith('.json'))).toHaveLength(990);
  });

  test('keeps apart files that differ only in their kind, and refuses to write two to one', async () => {
    const source = place('kinds', { 'a.txt': SEEDS[0]![1], 'a.md': SEEDS[1]![1], 'b/a.txt': SEEDS[2]![1] });
    const out = path.join(folder, 'kinds-written');
    await extract(source, '--out', out);
    for (const name of ['a.txt.json', 'a.md.json', 'b/a.json'])
      expect(existsSync(path.join(out, name))).toBe(true);
    const { code, said } = await extract(
      path.join(source, 'a.txt'),
      path.join(source, 'b/a.txt'),
      '--out',
      out,
    );
    expect(code).toBe(1);
    expect(said).toContain('would both be written to');
  });

  test('writes beside the articles without reading what it has written', async () => {
    const source = place('beside', { 'a.txt': SEEDS[0]![1], 'b.txt': SEEDS[1]![1] });
    for (const said of [`2 read in ${source}\n`, `0 read, 2 there already in ${source}\n`])
      expect(await extract(source, '--out', source)).toEqual({ code: 0, out: '', said });
  });

  test('ends where its reader has seen enough, as with | head -1', async () => {
    const source = place('enough', Object.fromEntries(SEEDS));
    const { code, out, said } = await run(['extract', source], { stop: true });
    expect(out).not.toBe('');
    expect(said).not.toMatch(/EPIPE|Error/);
    expect(code).toBe(0);
  });

  test.skipIf(process.platform === 'win32')('passes over a pipe in a folder', async () => {
    const source = place('pipes', { 'a.txt': SEEDS[0]![1] });
    const make = 'mkfifo';
    execFileSync(make, [path.join(source, 'b.txt')]);
    expect(parse((await extract('--json', source)).out)).toHaveLength(1);
  });

  test('of an empty folder says so', async () => {
    mkdirSync(path.join(folder, 'bare'));
    const { code, said } = await extract(path.join(folder, 'bare'));
    expect(code).toBe(1);
    expect(said).toContain('there is no file in');
  });

  test('names a file that stands where the results should go, once', async () => {
    const source = place('occupied', { 'a.txt': 'Ofsted said so.', 'b.txt': 'Ofsted said no.' });
    const { code, out, said } = await extract(source, '--out', path.join(source, 'a.txt'));
    expect([code, out]).toEqual([1, '']);
    expect(lines(said)).toEqual([
      expect.stringMatching(/a\.txt cannot be made: a file stands where a folder should$/),
    ]);
  });
});
