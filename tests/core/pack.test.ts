// Packed files: what is written is read again to the letter, and nothing else than a sound zip of a corpus is.
import { Inflate, strToU8, zipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { readCorpus, readInSteps } from '../../src/core/corpus';
import { toDrawing } from '../../src/core/drawing';
import type { Corpus } from '../../src/core/model';
import {
  findCorpus,
  MOST,
  PackError,
  PICTURE,
  readPack,
  writePack,
  type LazyFiles,
} from '../../src/core/pack';
import { readPicture, type Picture } from '../../src/core/picture';
import { atOnce } from '../../src/core/steps';
import { CORPUS, FILES } from '../shipped';

const drawing = toDrawing(CORPUS);
const picture: Picture = {
  drawing,
  positions: Float64Array.from(drawing.nodes.flatMap((_, index) => [index, -index / 2])),
};

function join(pieces: Iterable<Uint8Array>): Uint8Array {
  return Uint8Array.from([...pieces].flatMap((piece) => [...piece]));
}
const PACKED = join(writePack(FILES, picture));

const open = (bytes: Uint8Array): LazyFiles => atOnce(readPack(bytes));
const read = (bytes: Uint8Array): Corpus => atOnce(readInSteps(open(bytes)));
const zip = (files: Iterable<readonly [string, string]>, options = {}) =>
  zipSync(Object.fromEntries([...files].map(([path, text]) => [path, strToU8(text)])), options);
const under = (folder: string) => [...FILES].map(([path, text]) => [folder + path, text] as const);

/** The place of a file's entry in the directory of a zip. */
function findEntry(bytes: Uint8Array, path: string): number {
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 46; at++)
    if (
      view.getUint32(at, true) === 0x02014b50 &&
      Buffer.from(bytes.subarray(at + 46, at + 46 + path.length)).toString() === path
    )
      return at;
  throw new Error(`no ${path}`);
}
/** The packed corpus with something changed in the directory's entry of its first file. */
function spoil(change: (view: DataView, at: number) => void): Uint8Array {
  const copy = PACKED.slice();
  change(new DataView(copy.buffer), findEntry(copy, [...FILES.keys()][0]!));
  return copy;
}

describe('a packed file', () => {
  test('holds every file under its own path, to the letter, and the picture', () => {
    const files = open(PACKED);
    expect([...files.keys()]).toEqual([...FILES.keys(), PICTURE]);
    for (const [path, text] of FILES) expect(files.get(path)).toBe(text);
    const { drawing: drawn, positions } = readPicture(files.get(PICTURE)!);
    expect(drawn.nodes.map(({ id }) => id)).toEqual([...CORPUS.nodes.keys()]);
    expect([...positions].slice(0, 6)).toEqual([0, 0, 1, 0, 2, -1]);
  });

  test('gives the corpus that the files give', () => {
    expect(read(PACKED)).toEqual(readCorpus(FILES));
  });

  test('is the same bytes each time', () => {
    expect(Buffer.compare(join(writePack(FILES, picture)), PACKED)).toBe(0);
  });
});

describe('a zip made by hand', () => {
  test.each(['', 'debate/', 'a/b/'])(
    'is read with the folders below “%s”, and without a picture',
    (folder) => {
      const files = open(zip(under(folder)));
      expect(files.has(PICTURE)).toBe(false);
      expect(atOnce(readInSteps(files)).edges.size).toBe(CORPUS.edges.size);
    },
  );

  test('may hold other files, folders, those of a Mac and backslashes; they are passed over', () => {
    const others = [
      ['debate/', ''],
      ['debate/README.md', 'read me'],
      ['debate/graph/CODEBOOK.md', 'code'],
      ['debate/old/graph/a.json', '{'],
      ['__MACOSX/debate/graph/._a.json', 'x'],
      ['debate/graph/._a.json', 'x'],
    ] as const;
    expect(read(zip([...others, ...under('debate/')])).nodes.size).toBe(CORPUS.nodes.size);
    expect(
      read(zip(under('debate\\').map(([path, text]) => [path.replaceAll('/', '\\'), text]))).nodes.size,
    ).toBe(CORPUS.nodes.size);
  });

  test('may be stored without compression', () => {
    expect(read(zip(FILES, { level: 0 })).nodes.size).toBe(CORPUS.nodes.size);
  });
});

describe('what is refused, with a sentence:', () => {
  const refused = (bytes: Uint8Array) => {
    try {
      read(bytes);
    } catch (error) {
      if (error instanceof PackError) return error.message;
      throw error;
    }
    return 'nothing';
  };

  test.each([
    ['nothing', new Uint8Array(), 'This file isn’t a zip'],
    ['a text', strToU8('graph/ seeds/ and more'), 'This file isn’t a zip'],
    ['an empty zip', zip([]), 'There is nothing in it.'],
    ['a zip without graph/', zip([['seeds/a.txt', 'a']]), 'There is no graph/ in it'],
    ['several graphs', zip([...under('one/'), ...under('two/')]), 'several graphs in it, in one/ and two/'],
    ['a path that leads out', zip([...FILES, ['seeds/../../a.txt', 'a']]), 'names a file outside itself'],
    ['a path from the root', zip([...FILES, ['/seeds/a.txt', 'a']]), 'names a file outside itself'],
    ['a path on a drive', zip([...FILES, ['C:\\seeds\\a.txt', 'a']]), 'names a file outside itself'],
    ['a password', spoil((view, at) => view.setUint16(at + 8, 1, true)), 'The zip has a password'],
    ['another packing', spoil((view, at) => view.setUint16(at + 10, 14, true)), 'method 14'],
    ['a file too large', spoil((view, at) => view.setUint32(at + 24, 0xfffffff0, true)), '4295 MB unpacked'],
    ['a wrong size', spoil((view, at) => view.setUint32(at + 24, 1000, true)), 'is damaged'],
    ['a wrong sum', spoil((view, at) => view.setUint32(at + 16, 1, true)), 'is damaged'],
    ['a wrong place', spoil((view, at) => view.setUint32(at + 42, 7, true)), 'cut short or damaged'],
    [
      'too many files',
      spoil((view) => view.setUint16(view.byteLength - 12, 65_535, true)),
      'more than 65535 files',
    ],
  ])('%s', (_, bytes, sentence) => {
    expect(refused(bytes)).toContain(sentence);
  });

  test('a zip cut short anywhere', () => {
    for (let part = 1; part < 20; part++)
      expect(refused(PACKED.subarray(0, Math.floor((PACKED.length * part) / 20)))).toContain('cut short');
    expect(refused(PACKED.subarray(0, -1))).toContain('cut short');
  });

  test('a zip that unpacks to much more than it says takes no more room than it says', () => {
    const bomb = zip([...FILES, ['seeds/bomb.txt', 'a'.repeat(20_000_000)]]);
    new DataView(bomb.buffer).setUint32(findEntry(bomb, 'seeds/bomb.txt') + 24, 100, true);
    expect(() => open(bomb).get('seeds/bomb.txt')).toThrow('seeds/bomb.txt in the zip is damaged');
  });

  test('a zip that unpacks to much more than it says is looked at no further than that', () => {
    const push = vi.spyOn(Inflate.prototype, 'push');
    const looked = (path: string, text: string, size: number): number => {
      const bomb = zip([...FILES, [path, text]]);
      new DataView(bomb.buffer).setUint32(findEntry(bomb, path) + 24, size, true);
      const files = open(bomb);
      push.mockClear();
      expect(() => files.get(path)).toThrow(`${path} in the zip is damaged`);
      expect(push).toHaveBeenCalled();
      return push.mock.calls.reduce((sum, [{ length }]) => sum + length, 0);
    };
    // 90 kB packed, and 40 kB: what is looked at does not grow with them.
    const [much, less] = [90_000_000, 40_000_000].map((length) =>
      looked('seeds/bomb.txt', 'a'.repeat(length), 100),
    );
    expect(much).toBe(less);
    expect(much).toBeLessThan(40_000);
    push.mockRestore();
  });

  test('files that are too large all together', () => {
    const more = zip(Array.from({ length: 11 }, (_, index) => [`graph/${index}.json`, '{}'] as const));
    for (let index = 0; index < 11; index++)
      new DataView(more.buffer).setUint32(findEntry(more, `graph/${index}.json`) + 24, MOST.file, true);
    expect(refused(more)).toContain('1100 MB unpacked');
  });
});

test('a folder is a corpus below whatever it is called', () => {
  expect([...findCorpus(['my debate/graph/a.json', 'my debate/seeds/a.txt', 'my debate/notes.txt'])]).toEqual(
    [
      ['graph/a.json', 'my debate/graph/a.json'],
      ['seeds/a.txt', 'my debate/seeds/a.txt'],
    ],
  );
  expect(() => findCorpus(['my debate/notes.txt'])).toThrow('There is no graph/ in it');
});
