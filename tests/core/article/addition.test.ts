// Articles that were confirmed go into a corpus word by word, however many at once, and come out of it again.
import { expect, test } from 'vitest';
import * as addition from '../../../src/core/article/addition';
import { findAuthor, findTwin, parseWritten, type Confirmed } from '../../../src/core/article/addition';
import { findFurniture } from '../../../src/core/article/furniture';
import { readCorpus } from '../../../src/core/corpus';
import { apply } from '../../../src/core/edit';
import { writeCorpus } from '../../../src/core/graphfile';
import type { Corpus } from '../../../src/core/model';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';

const EMPTY: Corpus = { articles: new Map(), nodes: new Map(), edges: new Map() };
const [first] = CORPUS.articles.values();

const toAddition = (corpus: Corpus, added: readonly Confirmed[]) =>
  atOnce(addition.toAddition(corpus, added));

/** An article of the corpus as somebody would confirm it. */
const toConfirmed = (part: Partial<Confirmed> = {}): Confirmed => ({
  text: first!.text,
  title: first!.node.label,
  publisher: first!.node.publisher,
  date: first!.node.date,
  authors: [],
  leftOut: first!.leftOut.map(({ start, end }) => ({ start, end })),
  ...part,
});

test('a text goes in to the letter, with what is left out, and can be taken back', () => {
  const { edit, articles } = toAddition(EMPTY, [toConfirmed()]);
  const { corpus, reverse } = apply(EMPTY, edit);
  const [id] = articles;
  const article = corpus.articles.get(id!)!;
  expect(article.text).toBe(first!.text);
  expect(article.leftOut.map(({ quote }) => quote)).toEqual(first!.leftOut.map(({ quote }) => quote));
  expect(article.node).toMatchObject({
    label: first!.node.label,
    publisher: first!.node.publisher,
    date: first!.node.date,
  });
  expect(readCorpus(writeCorpus(corpus)).articles.get(id!)!.text).toBe(first!.text);
  expect(apply(corpus, reverse).corpus.articles.size).toBe(0);
});

test('many at once have ids and files of their own, also where all of them have one title', () => {
  const many = Array.from({ length: 30 }, (_, place) => toConfirmed({ text: `${first!.text}\n${place}` }));
  const { edit, articles } = toAddition(CORPUS, many);
  const { corpus } = apply(CORPUS, edit);
  expect(new Set(articles).size).toBe(30);
  expect(articles.map((id) => corpus.articles.get(id)!.text)).toEqual(many.map(({ text }) => text));
  const seeds = [...corpus.articles.values()].map(({ node }) => node.seed);
  expect(new Set(seeds).size).toBe(seeds.length);
});

test('no id is given that something gone had', () => {
  const taken = new Set([toAddition(EMPTY, [toConfirmed()]).articles[0]!]);
  const [id] = atOnce(addition.toAddition(EMPTY, [toConfirmed()], taken)).articles;
  expect(id).toBe(`${[...taken][0]}-2`);
});

test('a text that is there already is refused, whether in the graph or among those that are added', () => {
  expect(findTwin(CORPUS, first!.text)).toBe(first!.node.id);
  expect(findTwin(CORPUS, `${first!.text} `)).toBeUndefined();
  expect(() => toAddition(CORPUS, [toConfirmed()])).toThrow(
    `as ‘${first!.node.label}’: its text is the same`,
  );
  expect(() => toAddition(EMPTY, [toConfirmed(), toConfirmed({ title: 'Again' })])).toThrow(
    '‘Again’ is there already',
  );
  expect(() => toAddition(EMPTY, [toConfirmed({ text: ' \n' })])).toThrow('cannot be empty');
});

test('authors whom the text names wrote it, by their byline; the others are in no node', () => {
  const text =
    'A new report\n\nBy Eileen Munro and Joanna Nobody\n\nAnnual reports are out. Alan Woodward says so.';
  const { edit, articles } = toAddition(CORPUS, [
    toConfirmed({
      text,
      title: 'A new report',
      authors: ['Eileen Munro', 'Joanna Nobody', 'Ann', 'Alan Wood'],
      leftOut: [],
    }),
    toConfirmed({
      text: `${text}!`,
      title: 'A new report',
      authors: ['joanna nobody', 'Joanna Nobody'],
      leftOut: [],
    }),
  ]);
  const { corpus } = apply(CORPUS, edit);
  const written = [...corpus.edges.values()].filter(({ target }) => articles.includes(target));
  expect(written.map(({ source, target }) => [source, articles.indexOf(target)])).toEqual([
    ['person:eileen-munro', 0],
    ['person:joanna-nobody', 0],
    ['person:joanna-nobody', 1],
  ]);
  for (const { passages, basis } of written) {
    expect(basis).toBe('stated');
    expect(passages[0]!.quote).toMatch(/^(Eileen Munro|Joanna Nobody)$/);
  }
  expect(corpus.nodes.get('person:joanna-nobody')!.passages.map(({ article }) => article)).toEqual(articles);
  expect(corpus.nodes.get('person:eileen-munro')!.passages.length).toBe(
    CORPUS.nodes.get('person:eileen-munro')!.passages.length + 1,
  );
  expect(findAuthor(text, 'Ann')).toBeUndefined();
});

test('authors whom only a vowel sign tells apart are two people, each by their whole name', () => {
  const { edit } = toAddition(
    EMPTY,
    ['राम', 'रोम'].map((name) => toConfirmed({ text: `शीर्षक\n${name}`, authors: [name], leftOut: [] })),
  );
  const { corpus } = apply(EMPTY, edit);
  const people = [...corpus.nodes.values()].filter(({ type }) => type === 'person');
  expect(people.map(({ label }) => label)).toEqual(['राम', 'रोम']);
  expect(findAuthor('रामू', 'राम')).toBeUndefined();
});

test('a text that says the same over and over goes in whole, and its anchors stay small', () => {
  const text = `A headline\n${'Subscribe now\nOne word is not enough.\n'.repeat(1500)}`;
  const { edit, articles } = toAddition(EMPTY, [toConfirmed({ text, leftOut: findFurniture(text) })]);
  expect(JSON.stringify(edit).length).toBeLessThan(10 * text.length);
  expect(apply(EMPTY, edit).corpus.articles.get(articles[0]!)!.text).toBe(text);
});

test.each([
  ['3 June 2014', '2014-06-03'],
  ['June 3rd, 2014', '2014-06-03'],
  ['June 2014', '2014-06'],
  ['29 February 2016', '2016-02-29'],
  ['31 February 2023', undefined],
  ['32 March 2023', undefined],
  ['31st of June, 2014', undefined],
  ['March 32, 2023', undefined],
  ['31/02/2023', undefined],
  ['2023-02-31', undefined],
  ['3 June 2014 (updated 2015-02-10)', '2014-06-03'],
  ['31 June 2014, or 3/6/2014, not 2015-02-10', '2014-06-03?'],
  // A school year, and the day.
  ['for 2011-12, published 27 November 2012', '2012-11-27'],
])('the date ‘%s’ is read as what it is, or not at all', (written, date) => {
  expect(parseWritten(written)).toBe(date);
});
