// Reading a corpus from a folder, and writing a file that is there whole or not at all.
import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFiles, writeFile } from '../../src/cli/files';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'claimscape-files-'))));
afterEach(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]) => path.join(folder, ...names);

describe('reading a folder', () => {
  test('takes graph/*.json, graph/stories/*.json and seeds/*.txt, in the order of their names, and nothing else', async () => {
    for (const name of ['graph', 'seeds', 'graph/old', 'graph/stories', 'other']) mkdirSync(at(name));
    for (const name of [
      'graph/b.json',
      'graph/a.json',
      'graph/CODEBOOK.md',
      'graph/old/c.json',
      'graph/stories/d.json',
      'graph/stories/README.md',
      'seeds/a.txt',
      'seeds/README.md',
      'other/a.json',
    ])
      writeFileSync(at(name), name);
    expect([...(await readFiles(folder))]).toEqual(
      ['graph/a.json', 'graph/b.json', 'graph/stories/d.json', 'seeds/a.txt'].map((name) => [name, name]),
    );
  });

  test('names the folder that is not there, and says what to do', async () => {
    await expect(readFiles(folder)).rejects.toThrow(
      `there is no folder graph/ in ${folder}: name the folder`,
    );
    mkdirSync(at('graph'));
    await expect(readFiles(folder)).rejects.toThrow(`there is no folder seeds/ in ${folder}`);
    await expect(readFiles(at('nowhere'))).rejects.toThrow(`there is no folder graph/ in ${at('nowhere')}`);
  });

  test('names a file that stands where a folder should', async () => {
    writeFileSync(at('graph'), '');
    await expect(readFiles(folder)).rejects.toThrow(`${at('graph')} cannot be read`);
  });
});

describe('writing a file', () => {
  const fail = function* (): Generator<string> {
    yield 'half';
    throw new Error('the disk is full');
  };

  test('writes all chunks, over what stood there', async () => {
    writeFileSync(at('out.json'), 'something much longer that stood there before');
    await writeFile(at('out.json'), ['one ', 'two ', '“three”']);
    expect(readFileSync(at('out.json'), 'utf8')).toBe('one two “three”');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  test('that fails half way leaves what stood there, and no draft', async () => {
    writeFileSync(at('out.json'), 'before');
    await expect(writeFile(at('out.json'), fail())).rejects.toThrow(
      `${at('out.json')} cannot be written: the disk is full`,
    );
    expect(readFileSync(at('out.json'), 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  test('that fails half way leaves nothing where nothing stood', async () => {
    await expect(writeFile(at('out.json'), fail())).rejects.toThrow('cannot be written');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('names a folder that is not there, or stands where the file should', async () => {
    await expect(writeFile(at('nowhere', 'out.json'), ['a'])).rejects.toThrow(
      `${at('nowhere', 'out.json')} cannot be written`,
    );
    mkdirSync(at('out.json'));
    for (const name of [at('out.json'), '.'])
      await expect(writeFile(name, ['a'])).rejects.toThrow(`${name} cannot be written: it is a folder`);
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  test.skipIf(process.platform === 'win32')(
    'writes into a pipe or device instead of replacing it',
    async () => {
      const [make, read] = ['mkfifo', 'cat'] as const;
      execFileSync(make, [at('pipe')]);
      const reader = promisify(execFile)(read, [at('pipe')], { timeout: 5000 });
      await writeFile(at('pipe'), ['one ', 'two']);
      expect((await reader).stdout).toBe('one two');
      expect(readdirSync(folder)).toEqual(['pipe']);
    },
  );
});
