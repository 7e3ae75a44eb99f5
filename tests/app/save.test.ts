// Saving a project as files: to the letter those it was read from, and only what was changed differs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toFiles, toPast, toPlan, type Past } from '../../src/app/project/save';
import { toRemoval } from '../../src/core/act';
import { readCorpus, type Files } from '../../src/core/corpus';
import { apply, type Edit } from '../../src/core/edit';
import { readHomes, toStored } from '../../src/core/graphfile';
import type { Corpus } from '../../src/core/model';
import { atOnce } from '../../src/core/steps';
import { isStoryFile } from '../../src/core/story';
import { CORPUS, FILES, replace, ROOT, SHARED } from '../shipped';

const HOMES = readHomes(FILES);
const STORIES = new Map([...FILES].filter(([path]) => isStoryFile(path)));
const SHIPPED = replace(
  {
    'graph/schema.json': undefined,
    '.gitattributes': readFileSync(join(ROOT, '.gitattributes'), 'utf8'),
  },
  FILES,
);
const ITEMS = [...CORPUS.nodes.values(), ...CORPUS.edges.values()];

const toOpened = (corpus: Corpus) => ({ corpus, local: { name: 'five', stories: STORIES } }) as never;
const save = (corpus: Corpus): Files => atOnce(toFiles(toOpened(corpus), HOMES, 'Inspection'));
const toOwnPast = (edits: Edit[] = []): Past =>
  toPast(
    toOpened(CORPUS),
    HOMES,
    edits.map((edit) => ({ name: '', at: '', edit, reverse: {} })),
  );

/** The lines that only one of two texts has. */
const differ = (one: string, other: string) => {
  const [a, b] = [one.split('\n'), other.split('\n')];
  return [a.filter((line) => !b.includes(line)), b.filter((line) => !a.includes(line))];
};

describe('the files of a project', () => {
  test('that holds the shipped corpus are those in graph/ and seeds/, byte for byte', () => {
    const saved = save(CORPUS);
    expect([...saved.keys()].toSorted()).toEqual([...SHIPPED.keys()].toSorted());
    for (const [path, text] of saved) expect([path, text]).toEqual([path, SHIPPED.get(path)]);
    expect(toPlan(saved, SHIPPED, toOwnPast())).toEqual({
      fresh: [],
      changed: [],
      same: [...saved.keys()],
      gone: [],
      foreign: [],
    });
  });

  test('differ after one edit only in the file it is kept in, and there in one line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CORPUS.nodes.values()), (node) => {
        const { corpus, reverse } = apply(CORPUS, { put: [{ ...toStored(node), label: 'Named otherwise' }] });
        const saved = save(corpus);
        const { changed, fresh } = toPlan(saved, SHIPPED, toOwnPast());
        expect([changed, fresh]).toEqual([[HOMES.items.get(node.id)], []]);
        const [path] = changed;
        expect(differ(FILES.get(path!)!, saved.get(path!)!)[1]).toEqual([
          expect.stringContaining('"label": "Named otherwise"'),
        ]);
        expect(toPlan(save(apply(corpus, reverse).corpus), SHIPPED, toOwnPast()).changed).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('are read again as the same corpus, whatever was removed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ITEMS.filter(({ type }) => type === 'supports')), ({ id }) => {
        const { corpus } = apply(CORPUS, toRemoval(CORPUS, [id]));
        const again = readCorpus(save(corpus));
        expect(again.nodes).toEqual(corpus.nodes);
        expect(again.edges).toEqual(corpus.edges);
      }),
      { numRuns: 5 },
    );
  });

  test('say what the articles are about, though the file that said it is gone', () => {
    const homes = { ...HOMES, title: 'graph/away.json' };
    const files = atOnce(toFiles(toOpened(CORPUS), homes, 'Inspection'));
    expect(readCorpus(files).title).toBe(CORPUS.title);
  });

  test('are called what the project is called, where nothing else says what they are about', () => {
    const { title: _, ...untitled } = CORPUS;
    expect(readCorpus(save(untitled)).title).toBe('Inspection');
  });
});

describe('in a folder', () => {
  const saved = save(CORPUS);

  test('only what differs is to be written', () => {
    const seed = [...saved.keys()].find((path) => path.startsWith('seeds/'))!;
    const there = replace({ [SHARED]: '{}', [seed]: undefined }, SHIPPED);
    const { changed, fresh, same } = toPlan(saved, there, toOwnPast());
    expect([changed, fresh, same.length]).toEqual([[SHARED], [seed], saved.size - 2]);
  });

  test('what git is told of the texts comes beside them, and what it is told there already stays', () => {
    const without = toPlan(saved, replace({ '.gitattributes': undefined }, SHIPPED), toOwnPast());
    expect([without.fresh, without.changed]).toEqual([['.gitattributes'], []]);
    const own = toPlan(saved, replace({ '.gitattributes': '*.txt text\n' }, SHIPPED), toOwnPast());
    expect([own.fresh, own.changed, own.gone, own.foreign]).toEqual([[], [], [], []]);
  });

  test('JSON whose lines git ended otherwise is the same, an article is not', () => {
    const toWindows = (path: string) => ({ [path]: FILES.get(path)!.replaceAll('\n', '\r\n') });
    const seed = [...saved].find(([path, text]) => path.startsWith('seeds/') && text.includes('\n'))![0];
    const there = replace({ ...toWindows(SHARED), ...toWindows(seed) }, SHIPPED);
    expect(toPlan(saved, there, toOwnPast()).changed).toEqual([seed]);
  });

  test('what the project put there and holds no more can go; what is not its own stays, and is named', () => {
    const own = {
      'graph/added.json': '{"version":1,"nodes":[{"id":"article:added"}],"edges":[]}',
      'seeds/added.txt': 'Added.',
    };
    const others = {
      'graph/other.json': '{"version":1,"nodes":[{"id":"article:other"}],"edges":[]}',
      'graph/broken.json': '{',
      'seeds/other.txt': 'Other.',
    };
    const beside = { 'graph/CODEBOOK.md': '#', 'graph/stories/mine.json': '{}', 'README.md': '#' };
    const past = toOwnPast([
      {
        put: [{ id: 'article:added', type: 'article' } as never],
        texts: [{ seed: 'added.txt', text: 'Added.' }],
      },
    ]);
    const plan = toPlan(saved, replace({ ...own, ...others, ...beside }, SHIPPED), past);
    expect(plan.gone).toEqual(Object.keys(own));
    expect(plan.foreign).toEqual(Object.keys(others));
    expect([plan.changed, plan.fresh]).toEqual([[], []]);
  });

  test('a codebook goes where the project went back to what types mean elsewhere; another’s stays, and is named', () => {
    const there = replace({ 'graph/codebook.json': '{"version":1,"definitions":{}}' }, SHIPPED);
    expect(toPlan(saved, there, toOwnPast([{ definitions: { claim: null } }])).gone).toEqual([
      'graph/codebook.json',
    ]);
    expect(toPlan(saved, there, toOwnPast()).foreign).toEqual(['graph/codebook.json']);
  });
});
