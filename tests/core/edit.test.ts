// Changing a corpus: wholly or not at all, and always with a way back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CorpusError } from '../../src/core/corpus';
import { apply, Edit, type Item } from '../../src/core/edit';
import { readHomes, toStored, writeCorpus } from '../../src/core/graphfile';
import type { Corpus } from '../../src/core/model';
import { findOpen } from '../../src/core/rules';
import { atOnce } from '../../src/core/steps';
import { CORPUS, FILES } from '../shipped';

const HOMES = readHomes(FILES);
const EDGES = [...CORPUS.edges.values()];
const NODES = [...CORPUS.nodes.values()];
const CLAIM = CORPUS.nodes.get('claim:one-word-judgment-does-not-work')!;
const ARTICLE = 'article:too-tough-2015';
const OTHER = [...CORPUS.articles.values()].find(({ node }) => node.id !== ARTICLE)!.node;

/** The whole corpus as its files, which differ where anything does. */
const toText = (corpus: Corpus) => JSON.stringify([...writeCorpus(corpus, HOMES)]);
const BEFORE = toText(CORPUS);

const refused = (edit: Edit): string => {
  try {
    apply(CORPUS, edit);
  } catch (error) {
    expect(error).toBeInstanceOf(CorpusError);
    expect(toText(CORPUS)).toBe(BEFORE);
    return (error as Error).message;
  }
  throw new Error('The edit was not refused.');
};

/** A whole article with all that rests on it, as one edit that takes it away. */
function toWithout(article: string): Edit {
  const rests = (item: { passages: { article: string }[] }) =>
    item.passages.some((passage) => passage.article === article);
  const nodes = new Set(NODES.filter(rests).map(({ id }) => id));
  const edges = EDGES.filter((edge) => rests(edge) || nodes.has(edge.source) || nodes.has(edge.target));
  return { remove: [...nodes, ...edges.map(({ id }) => id)] };
}

const DEFINITION = fc.record(
  {
    means: fc.stringMatching(/^[A-Z][a-z ’|]{0,40}[a-z]$/),
    example: fc.stringMatching(/^[a-z “”]{0,40}[a-z]$/),
    rule: fc.stringMatching(/^[A-Z][a-z ]{0,40}[a-z]$/),
  },
  { requiredKeys: ['means'] },
);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  // Edges go.
  fc.uniqueArray(fc.constantFrom(...EDGES), { minLength: 1, maxLength: 8 }).map((all) => ({
    remove: all.map(({ id }) => id),
  })),
  // Nodes are named otherwise.
  fc
    .record({ node: fc.constantFrom(...NODES), label: fc.stringMatching(/^[A-Z][a-z ’]{0,40}[a-z]$/) })
    .map(({ node, label }) => ({ put: [{ ...toStored(node), label }] })),
  // Nodes go with their edges.
  fc.constantFrom(...NODES.filter(({ type }) => type !== 'article')).map(({ id }) => ({
    remove: [
      id,
      ...EDGES.filter(({ source, target }) => source === id || target === id).map((edge) => edge.id),
    ],
  })),
  // Something is said of it all.
  fc.option(fc.stringMatching(/^[A-Z][a-z ]{0,30}[a-z]$/)).map((title) => ({ title })),
  // Types mean something else, or what they mean elsewhere.
  fc
    .record(
      { claim: fc.option(DEFINITION), disputes: fc.option(DEFINITION), topic: fc.option(DEFINITION) },
      { requiredKeys: [] },
    )
    .map((definitions) => ({ definitions })),
  // Words are no longer left out.
  fc.constantFrom(...CORPUS.articles.keys()).map((article) => ({ leftOut: [{ article, words: [] }] })),
);

describe('an edit', () => {
  test('and its reverse leave every file to the letter as it was, one after the other or many', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 4 }), (all) => {
        let corpus = CORPUS;
        const back: Edit[] = [];
        for (const edit of all) {
          try {
            const edited = apply(corpus, edit);
            corpus = edited.corpus;
            back.unshift(edited.reverse);
          } catch (error) {
            // Two may take away the same.
            expect(error).toBeInstanceOf(CorpusError);
          }
        }
        for (const reverse of back) corpus = apply(corpus, reverse).corpus;
        expect(toText(corpus)).toBe(BEFORE);
      }),
      { numRuns: 60 },
    );
  });

  test('taken back and done again is done', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const { corpus, reverse } = apply(CORPUS, edit);
        const back = apply(corpus, reverse);
        expect(toText(apply(back.corpus, back.reverse).corpus)).toBe(toText(corpus));
      }),
      { numRuns: 40 },
    );
  });

  test('takes a whole article away with all that rests on it, and brings it back with its text', () => {
    const { corpus, reverse } = apply(CORPUS, toWithout(ARTICLE));
    expect(corpus.articles.has(ARTICLE)).toBe(false);
    expect(corpus.articles.size).toBe(CORPUS.articles.size - 1);
    const back = apply(corpus, reverse).corpus;
    expect(toText(back)).toBe(BEFORE);
    expect(back.articles.get(ARTICLE)!.leftOut).toEqual(CORPUS.articles.get(ARTICLE)!.leftOut);
  });

  test('gives no title that could not be read again', () => {
    expect(Edit.safeParse({ title: 'How Ofsted inspects' }).success).toBe(true);
    expect(Edit.safeParse({ title: null }).success).toBe(true);
    for (const title of ['', ' ', 'Ofsted'.repeat(60)]) expect(Edit.safeParse({ title }).success).toBe(false);
  });

  test('adds an article with a claim, its speaker and topic, each on its words', () => {
    const text = 'Ofsted said that grades help parents.';
    const words = [{ article: 'article:new-2020', quote: 'grades help parents' }];
    const edit: Edit = {
      texts: [{ seed: 'new.txt', text }],
      put: [
        {
          id: 'article:new-2020',
          type: 'article',
          label: 'Grades help',
          date: '2020',
          seed: 'new.txt',
          publisher: 'Community Care',
          passages: [{ article: 'article:new-2020', quote: 'Ofsted said' }],
        },
        {
          id: 'claim:grades-help',
          type: 'claim',
          label: 'Grades help parents',
          statement: 'Grades help parents.',
          passages: words,
        },
      ],
    };
    const { corpus } = apply(CORPUS, edit);
    expect(corpus.nodes.get('claim:grades-help')!.passages[0]).toMatchObject({ start: 17, end: 36 });
    // What it lacks is told, and does not keep it out.
    expect(atOnce(findOpen(corpus)).map(({ id, reason }) => `${id} ${reason}`)).toEqual([
      expect.stringContaining('claim:grades-help nobody says it'),
      expect.stringContaining('claim:grades-help belongs to no topic'),
    ]);
    const whole = apply(corpus, {
      put: [
        {
          id: 'authored:ofsted-to-grades-help',
          type: 'authored',
          source: 'organisation:ofsted',
          target: 'claim:grades-help',
          basis: 'stated',
          speech: 'indirect',
          passages: [{ article: 'article:new-2020', quote: text }],
        },
        {
          id: 'about:grades-help-to-one-word-judgment',
          type: 'about',
          source: 'claim:grades-help',
          target: 'topic:one-word-judgment',
          basis: 'inferred',
          rationale: 'It takes the side of the grade.',
          stance: 'for',
          passages: words,
        },
      ],
    }).corpus;
    expect(atOnce(findOpen(whole))).toEqual([]);
  });

  test.each<[string, Edit, RegExp]>([
    [
      'words that are not there',
      { put: [{ ...toStored(CLAIM), passages: [{ article: ARTICLE, quote: 'never said' }] }] },
      /“never said” is not in seeds\/001_/,
    ],
    [
      'words that are there twice',
      { put: [{ ...toStored(CLAIM), passages: [{ article: ARTICLE, quote: 'Ofsted' }] }] },
      /“Ofsted” is \d+ times in seeds\/001_/,
    ],
    [
      'an article that is not there',
      { put: [{ ...toStored(CLAIM), passages: [{ article: 'article:none', quote: 'a' }] }] },
      /there is no article article:none/,
    ],
    [
      'an article with the file of another',
      { put: [{ ...toStored(CORPUS.articles.get(ARTICLE)!.node), seed: OTHER.seed } as Item] },
      new RegExp(`${ARTICLE}: seeds/\\S+ already belongs to ${OTHER.id}`),
    ],
    [
      'two new articles with one file',
      {
        texts: [{ seed: 'new.txt', text: 'Grades help.' }],
        put: ['article:one', 'article:two'].map((id) => ({
          id: id as 'article:one',
          type: 'article',
          label: 'Grades help',
          date: '2020',
          seed: 'new.txt',
          publisher: 'Community Care',
          passages: [{ article: id, quote: 'Grades' }],
        })),
      },
      /article:two: seeds\/new\.txt already belongs to article:one/,
    ],
    [
      'an edge to nowhere',
      { put: [{ ...toStored(EDGES[0]!), target: 'claim:none' }] },
      /leads to claim:none, which is no node/,
    ],
    [
      'an edge between what may not meet',
      { put: [{ ...toStored(EDGES.find(({ type }) => type === 'rated')!), target: CLAIM.id }] },
      /'rated' may lead to organisation/,
    ],
    [
      'an edge that is there under another id',
      { put: [{ ...toStored(EDGES.find(({ type }) => type === 'disputes')!), id: 'disputes:again' }] },
      /says the same as disputes:/,
    ],
    [
      'a node without its edges',
      { remove: [CLAIM.id] },
      /leads to claim:one-word-judgment-does-not-work, which is no node/,
    ],
    ['what is not there', { remove: ['claim:none'] }, /claim:none: cannot be removed/],
    ['the same twice', { put: [toStored(CLAIM), toStored(CLAIM)] }, /is put twice/],
    [
      'an article without its text',
      { put: [{ ...toStored(CORPUS.nodes.get(ARTICLE)!), id: 'article:other', seed: 'other.txt' } as never] },
      /comes without the text/,
    ],
    [
      'another text of an article, in which what rests on it is not',
      { texts: [{ seed: '001_b7e7e7cfa3d0a4a3.txt', text: 'Other' }] },
      /is not in seeds\/001_/,
    ],
    [
      'an article whose text would take the place of another’s',
      {
        texts: [{ seed: '001_b7e7e7cfa3d0a4a3.txt', text: 'Other' }],
        put: [{ ...toStored(CORPUS.nodes.get(ARTICLE)!), id: 'article:other' }] as never,
      },
      /seeds\/001_b7e7e7cfa3d0a4a3\.txt already belongs to article:too-tough-2015/,
    ],
    [
      'an article that others rest on',
      { remove: [ARTICLE] },
      /rests on words of article:too-tough-2015, which is removed/,
    ],
  ])('that brings %s is refused, and changes nothing', (_, edit, reason) => {
    expect(refused(edit)).toMatch(reason);
  });
});
