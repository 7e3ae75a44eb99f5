// Page furniture, measured beside what the coders of the five articles left out, and told apart from the article's own words.
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../src/core/anchor';
import { findFurniture } from '../../../src/core/article/furniture';
import { CORPUS } from '../../shipped';

const toLetters = (text: string, spans: readonly Span[]) =>
  new Set(
    spans.flatMap(({ start, end }) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => start + index),
    ),
  );
const isIn = (spans: readonly Span[]) => (span: Span) =>
  spans.some(({ start, end }) => span.start < end && start < span.end);

const articles = [...CORPUS.articles.values()].map(({ text, leftOut }) => ({
  text,
  gold: leftOut.filter(({ reason }) => reason === 'furniture'),
  found: findFurniture(text),
}));

describe('page furniture in the five articles', () => {
  test('is all found that was left out by hand, and hardly more', () => {
    let [hits, found, gold] = [0, 0, 0];
    for (const article of articles) {
      const [ours, theirs] = [toLetters(article.text, article.found), toLetters(article.text, article.gold)];
      hits += [...ours].filter((at) => theirs.has(at)).length;
      found += ours.size;
      gold += theirs.size;
    }
    console.log(
      `Page furniture, by letters and digits: recall ${((100 * hits) / gold).toFixed(1)} %, precision ${((100 * hits) / found).toFixed(1)} %`,
    );
    expect(hits / gold).toBeGreaterThan(0.95);
    expect(hits / found).toBeGreaterThan(0.8);
    for (const { text, gold: wanted, found: ours } of articles)
      expect(
        wanted.filter((span) => !isIn(ours)(span)).map(({ start, end }) => text.slice(start, end)),
      ).toEqual([]);
  });

  test('never takes in what somebody says in them', () => {
    const said = [...CORPUS.nodes.values()].filter(
      ({ type }) => type === 'claim' || type === 'recommendation',
    );
    for (const { node, text } of CORPUS.articles.values()) {
      const ours = findFurniture(text).filter(({ reason }) => reason !== 'a heading within the article');
      const taken = said
        .flatMap(({ passages }) => passages)
        .filter(
          ({ article, start, end }) =>
            article === node.id && ours.some((span) => span.start < end && start < span.end),
        );
      expect(taken.map(({ quote }) => quote)).toEqual([]);
    }
  });

  test('is in order, never overlaps, and says what it is', () => {
    for (const { text, found } of articles)
      for (const [index, { start, end, reason }] of found.entries()) {
        expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
        expect(text.slice(start, end).trim()).not.toBe('');
        expect(reason).toMatch(/^(a|an|about|at|how|the|where) /);
      }
  });
});

const PARAGRAPH =
  'Ofsted has answered the review of how it inspects children’s services, saying that most of it can be done.';
const find = (line: string) =>
  findFurniture(`Ofsted answers its critics\n\n${PARAGRAPH}\n\n${line}\n\n${PARAGRAPH}`);

describe('a line of its own', () => {
  test.each([
    'Share this article',
    'Follow us on Twitter',
    'We use cookies to give you the best experience on our website.',
    'Accept all cookies',
    'Sign up to our daily newsletter',
    'Subscribe now for full access',
    'Read more: Debbie Jones to leave Ofsted',
    'Related articles',
    'Most read',
    'More on this story',
    '23 comments',
    'Leave a reply',
    'Tags: Ofsted, inspection',
    'Photograph: Phil Adams',
    'Ofsted’s offices in London (photo: Phil Adams)',
    '© 2015 Community Care. All rights reserved.',
    'Advertisement',
    'For more information contact socialcare@ofsted.gov.uk',
    'Listen to this article',
    'Skip to main content',
    '4 min read',
  ])('“%s” is furniture', (line) => {
    const [span, ...more] = find(line);
    expect(more).toEqual([]);
    expect(span).toMatchObject({ end: span!.start + line.length });
  });

  test.each([
    'Share prices of care providers fell after the announcement, analysts said.',
    'From £5m in 2010, the budget for inspection rose to £9m in 2014.',
    'More in hope than in expectation, councils asked for another visit.',
    'Published in 2010, the report found no link between demand and quality.',
    'No comments were made by the inspectorate on the matter at that time.',
    'Comments by Munro on the review were welcomed by directors of services.',
    'Search teams found that the records of the council had been lost in 2012.',
    'Home visits were too rare, inspectors said.',
    'Print this on every door: inspection is not improvement.',
    '“Subscribe to that view and you will never improve anything,” said Munro.',
    'Donate more of your time to families, Munro told directors of services.',
    'Sponsored by the council, the study asked 40 families what they thought.',
    'Contact with families was too rare, inspectors said.',
    '  • Publish the evidence behind every judgment',
    'Recommendations',
  ])('“%s” is the article’s', (line) => {
    expect(find(line)).toEqual([]);
  });

  test('a menu of short lines is furniture, a list of bullets is not', () => {
    const menu = ['Home', 'News', 'Children', 'Adults', 'Inspections'];
    const found = findFurniture(`${menu.join('\n')}\n\nOfsted answers its critics\n\n${PARAGRAPH}\n`);
    expect(found.map(({ reason }) => reason)).toEqual(menu.map(() => expect.any(String)));
    expect(find(menu.map((word) => `  • ${word}`).join('\n'))).toEqual([]);
  });

  test('what follows the last paragraph among furniture is furniture, but a list that ends the article is not', () => {
    const text = `Ofsted answers its critics\n\n${PARAGRAPH}\n\nIt will:\n\n  • visit more often\n  • write shorter reports\n\nShare this\n\nDebbie Jones to leave Ofsted\n\nInspections at a glance`;
    expect(findFurniture(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Share this',
      'Debbie Jones to leave Ofsted',
      'Inspections at a glance',
    ]);
  });

  test('a text of nothing but offers with a price is read', () => {
    for (const text of ['£5 a month', '£5 a month\n£50 a year', '  • £5 a month\n£50 a year\n'])
      expect(() => findFurniture(text)).not.toThrow();
  });
});
