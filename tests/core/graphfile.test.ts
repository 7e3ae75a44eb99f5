// Writing a corpus back: the same files where nothing has changed, the same corpus wherever things are kept.
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/core/corpus';
import { readHomes, writeCorpus } from '../../src/core/graphfile';
import { CORPUS, FILES } from '../shipped';

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
});
