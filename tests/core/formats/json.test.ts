// JSON: everything the model stores, parsed back as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Corpus } from '../../../src/core/model';
import { DEBATE, toClaim, toCorpus, toDispute, write } from './corpora';

type Item = Record<string, unknown> & { id: string; passages: Record<string, unknown>[] };
type Written = { nodes: Item[]; edges: Item[] };

const read = (corpus: Corpus) => JSON.parse(write('json', corpus)) as Written;
const find = (items: readonly Item[], id: string) => items.find((item) => item.id === id)!;

describe('JSON', () => {
  test('holds nodes and edges in the order of the corpus', () => {
    const { nodes, edges, ...rest } = read(DEBATE);
    expect(nodes.map(({ id }) => id)).toEqual([...DEBATE.nodes.keys()]);
    expect(edges.map(({ id }) => id)).toEqual([...DEBATE.edges.keys()]);
    expect(rest).toEqual({});
  });

  test('writes one node or edge a line', () => {
    const lines = write('json', DEBATE).split('\n');
    const items = lines.filter((line) => line.startsWith('{"id":'));
    expect(items).toHaveLength(DEBATE.nodes.size + DEBATE.edges.size);
    for (const line of items) expect(() => JSON.parse(line.replace(/,$/, '')) as unknown).not.toThrow();
  });

  test('is valid for a corpus without nodes or edges', () => {
    expect(read(toCorpus([]))).toEqual({ nodes: [], edges: [] });
  });

  test('gives each passage its article, the name of its file, its words and its place', () => {
    const { nodes, edges } = read(DEBATE);
    for (const item of [...nodes, ...edges])
      for (const passage of item.passages) {
        const { before, after, ...rest } = passage;
        expect(Object.keys(rest)).toEqual(['article', 'seed', 'quote', 'start', 'end']);
        const { node, text } = DEBATE.articles.get(passage.article as string)!;
        expect(passage.seed).toBe(node.seed);
        expect(text.slice(passage.start as number, passage.end as number)).toBe(passage.quote);
        const stored = [...DEBATE.nodes.values(), ...DEBATE.edges.values()].find(({ id }) => id === item.id)!;
        const anchor = stored.passages.find(
          ({ start, end }) => start === passage.start && end === passage.end,
        );
        expect([before, after]).toEqual([anchor!.before, anchor!.after]);
      }
  });

  test('writes the words that give a date like any passage', () => {
    const article = find(read(DEBATE).nodes, 'article:first');
    const { text } = DEBATE.articles.get('article:first')!;
    const start = text.indexOf('3 June 2014');
    expect(article.datePassage).toEqual({
      article: 'article:first',
      seed: 'first.txt',
      quote: '3 June 2014',
      start,
      end: start + '3 June 2014'.length,
    });
  });

  test('holds every field of every node and edge as the corpus does', () => {
    const { nodes, edges } = read(DEBATE);
    for (const [written, stored] of [
      [nodes, DEBATE.nodes],
      [edges, DEBATE.edges],
    ] as const)
      for (const item of written) {
        const { passages: _, datePassage: __, ...fields } = item;
        const { passages, datePassage, ...own } = stored.get(item.id) as unknown as Item;
        expect(fields).toEqual(own);
        expect(item.passages.map(({ quote }) => quote)).toEqual(passages.map(({ quote }) => quote));
        expect('datePassage' in item).toBe(datePassage !== undefined);
      }
  });

  test('leaves out the file name of an article that the corpus does not hold', () => {
    const { nodes } = read(toCorpus([toClaim('claim:a', 'words')]));
    expect(nodes[0]!.passages).toEqual([{ article: 'article:first', quote: 'words', start: 0, end: 5 }]);
  });

  test('reads back any text as it was, lone surrogates and control characters included', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, fc.string({ unit: 'binary' }), (label, quote) => {
        const claim = { ...toClaim('claim:a', label), passages: toClaim('claim:b', quote).passages };
        const edge = toDispute('disputes:a', 'claim:a', 'claim:a', quote);
        expect(read(toCorpus([claim], [edge]))).toEqual({ nodes: [claim], edges: [edge] });
      }),
    );
  });
});
