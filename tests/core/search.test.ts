// Search as you type, over the real corpus.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPassages } from '../../src/core/model';
import { toSearcher, toSearchParts, type Hit } from '../../src/core/search';
import { fold } from '../../src/core/text';
import { finish, toHits, toIndex } from '../indexed';
import { CORPUS } from '../shipped';

const parts = [...toSearchParts(CORPUS)];
const index = toIndex(parts);
const searcher = finish(toSearcher(CORPUS, index));
const search = (text: string) => toHits(finish(searcher.find(text)));
const labels = (hits: readonly Hit[]) => hits.flatMap((hit) => (hit.kind === 'node' ? [hit.node.label] : []));
const quotes = (hits: readonly Hit[]) => hits.flatMap((hit) => (hit.kind === 'passage' ? [hit.quote] : []));

describe('a search', () => {
  test.each(['Munro', 'munro', 'MUNRO', 'Múnro', 'eileen munro', 'munro, eileen'])(
    'for “%s” finds Eileen Munro first',
    (text) => {
      expect(labels(search(text))[0]).toBe('Eileen Munro');
    },
  );

  test('finds people by another of their names', () => {
    for (const node of CORPUS.nodes.values())
      if (node.type === 'person')
        for (const alias of node.aliases ?? []) expect(labels(search(alias))).toContain(node.label);
  });

  test('finds every node by its label', () => {
    for (const { label } of CORPUS.nodes.values()) expect(labels(search(label))).toContain(label);
  });

  test('finds words of an article with whichever apostrophe and quotation marks', () => {
    const curly = search('children’s services departments');
    expect(quotes(curly).length).toBeGreaterThan(0);
    expect(search("children's services departments")).toEqual(curly);
    expect(quotes(search('"one-dimensional lens"'))).toEqual(quotes(search('“one-dimensional lens”')));
    expect(quotes(search('"one-dimensional lens"')).length).toBeGreaterThan(0);
  });

  test('finds a word by its beginning', () => {
    expect(labels(search('Eil Mun'))).toContain('Eileen Munro');
    expect(quotes(search('one-dimens')).join()).toContain('one-dimensional');
    expect(labels(search('unro'))).not.toContain('Eileen Munro');
  });

  test('finds only what holds every word', () => {
    for (const quote of quotes(search('Munro Ofsted'))) {
      expect(fold(quote)).toContain('munro');
      expect(fold(quote)).toContain('ofsted');
    }
    expect(search('Munro zounds')).toEqual([]);
  });

  test('gives sentences as they stand in an article, each with something that rests on it', () => {
    const hits = search('inspection').filter((hit) => hit.kind === 'passage');
    expect(hits.length).toBeGreaterThan(20);
    for (const { id, article, quote } of hits) {
      const { text } = CORPUS.articles.get(article)!;
      const start = text.indexOf(quote);
      expect(start).toBeGreaterThanOrEqual(0);
      const item = CORPUS.nodes.get(id) ?? CORPUS.edges.get(id)!;
      expect(
        item.passages.some(
          (passage) =>
            passage.article === article &&
            // A sentence may stand twice in an article.
            (text.slice(passage.start, passage.end).includes(quote) ||
              quote.includes(passage.quote) ||
              (passage.start < start + quote.length && start < passage.end) ||
              text.indexOf(quote, start + 1) !== -1),
        ),
      ).toBe(true);
    }
  });

  test('names the passage that a sentence lies in', () => {
    let others = 0;
    for (const hit of search('ofsted')) {
      if (hit.kind !== 'passage') continue;
      const passage = toPassages(CORPUS.nodes.get(hit.id) ?? CORPUS.edges.get(hit.id)!)[hit.passage]!;
      expect(passage.article).toBe(hit.article);
      const { text } = CORPUS.articles.get(hit.article)!;
      const around = text.slice(
        Math.max(0, passage.start - hit.quote.length),
        passage.end + hit.quote.length,
      );
      expect(around).toContain(hit.quote);
      if (hit.passage > 0) others += 1;
    }
    expect(others).toBeGreaterThan(0);
  });

  test('finds nothing where there is nothing to look for', () => {
    for (const text of ['', ' ', '—', '“”', 'zounds']) expect(search(text)).toEqual([]);
  });

  test('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(search(text))).toBe(true);
      }),
    );
    for (const text of ['__proto__', 'constructor', 'toString', '.*', '(', '\\', 'a'.repeat(10_000)])
      expect(Array.isArray(search(text))).toBe(true);
  });
});
