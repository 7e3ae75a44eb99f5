// Articles that were confirmed go into a corpus word by word, however many at once, and come out of it again.
import { expect, test } from 'vitest';
import * as addition from '../../../src/core/article/addition';
import { findAuthor, findTwin, type Confirmed } from '../../../src/core/article/addition';
import { findFurniture } from '../../../src/core/article/furniture';
import { findDoubt, parseWritten } from '../../../src/core/article/writtendate';
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

test('a web address goes in as it is given, and is refused in a sentence where it is none', () => {
  const url = 'https://Example.org/A?utm_source=x';
  const { edit, articles } = toAddition(EMPTY, [toConfirmed({ url })]);
  const { corpus } = apply(EMPTY, edit);
  expect(readCorpus(writeCorpus(corpus)).nodes.get(articles[0]!)).toMatchObject({ url });
  const lacks = (written: string) =>
    addition.findLacks({ title: 'T', publisher: 'P', date: '2014', url: written });
  expect([lacks(''), lacks(` ${url} `)]).toEqual([{}, {}]);
  expect(lacks('javascript:alert(1)')).toEqual({
    url: 'The web address must begin with https:// or http://.',
  });
  expect(lacks('http://u:p@x/').url).toMatch(/^The web address must not hold a user name or password/);
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

test('a date after today is asked about, however it is written, and one of today or before is not', () => {
  const now = new Date(2022, 2, 5, 23, 59);
  expect(findDoubt('2202-03-05', now)).toBe('5 March 2202 lies in the future: is that right?');
  expect(findDoubt('5 March 2202', now)).toBe(findDoubt('2202-03-05', now));
  expect(findDoubt('6 March 2022', now)).toBe('6 March 2022 lies in the future: is that right?');
  expect(findDoubt('2022-04', now)).toBe('April 2022 lies in the future: is that right?');
  for (const written of ['5 March 2022', '2022-03', '2022', '2022?', '2015-04-29', 'soon', ''])
    expect(findDoubt(written, now)).toBeUndefined();
});

test('somebody who is named among the authors by two of their names wrote it once', () => {
  const text = 'By Eileen Munro (Professor Eileen Munro)';
  const { edit, articles } = toAddition(CORPUS, [
    toConfirmed({ text, authors: ['Eileen Munro', 'Professor Eileen Munro'], leftOut: [] }),
  ]);
  const written = [...apply(CORPUS, edit).corpus.edges.values()].filter(
    ({ target }) => target === articles[0],
  );
  expect(written.map(({ source }) => source)).toEqual(['person:eileen-munro']);
});
