// Writing a corpus back: the same files where nothing has changed, the same corpus wherever things are kept.
import { describe, expect, test } from 'vitest';
import { isGraphFile, MAX_FILE, readCorpus, readDraft, type Files } from '../../src/core/corpus';
import { printGraphFiles, readHomes, toKept, writeCorpus } from '../../src/core/graphfile';
import type { GraphFile } from '../../src/core/schema';
import { atOnce } from '../../src/core/steps';
import { CORPUS, FILES } from '../shipped';
import { toLong } from './long';

const isGraph = ([name]: readonly [string, string]) => isGraphFile(name);
/** What the shipped graph files hold together. */
const KEPT = (() => {
  const files = [...FILES].filter(isGraph).map(([, text]) => JSON.parse(text) as GraphFile);
  return toKept({
    version: 1,
    title: CORPUS.title,
    nodes: files.flatMap(({ nodes }) => nodes),
    edges: files.flatMap(({ edges }) => edges),
    leftOut: files.flatMap(({ leftOut = [] }) => leftOut),
  });
})();

describe('a corpus written', () => {
  test('is, with what it was read from, the same files to the letter', () => {
    const written = writeCorpus(CORPUS, readHomes(FILES));
    for (const [name, text] of written) expect([name, text]).toEqual([name, FILES.get(name)]);
    const left = [...FILES.keys()].filter(
      (name) => !written.has(name) && !/^graph\/(stories\/|schema)/.test(name),
    );
    expect(left).toEqual([]);
  });

  test('is read again as the same corpus, wherever its parts are put', () => {
    const again = readCorpus(writeCorpus(CORPUS));
    expect(again.title).toBe(CORPUS.title);
    expect(again.nodes).toEqual(CORPUS.nodes);
    expect(again.edges).toEqual(CORPUS.edges);
    for (const [id, article] of CORPUS.articles) expect(again.articles.get(id)).toEqual(article);
  });

  test('is in no file longer than may be, the same corpus all the same, and stays in those files', () => {
    const most = 50_000;
    const split = (homes = readHomes(FILES)) => atOnce(printGraphFiles(KEPT, homes, most));
    const files = split();
    expect(files.size).toBeGreaterThan(10);
    for (const [name, text] of files) expect([name, text.length <= most]).toEqual([name, true]);
    expect([...files.keys()]).toContain('graph/shared.2.json');
    const all: Files = new Map([...files, ...[...FILES].filter(([name]) => name.startsWith('seeds/'))]);
    const again = readCorpus(all);
    expect(again.title).toBe(CORPUS.title);
    const sort = <T>(items: ReadonlyMap<string, T>) =>
      new Map([...items].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    expect(sort(again.nodes)).toEqual(sort(CORPUS.nodes));
    expect(sort(again.edges)).toEqual(sort(CORPUS.edges));
    const homes = readHomes(FILES);
    for (const [id, home] of readHomes(files).items)
      expect(home.replace(/\.\d+\.json$/, '.json')).toBe(homes.items.get(id));
    expect(sort(split(readHomes(files)))).toEqual(sort(files));
  });

  test('longer than a file may be is read again', () => {
    const long = toLong(CORPUS, MAX_FILE);
    const written = writeCorpus(long);
    for (const [name, text] of written) expect([name, text.length <= MAX_FILE]).toEqual([name, true]);
    expect(readDraft(written).nodes.size).toBe(long.nodes.size);
  });
});
