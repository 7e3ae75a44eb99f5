// Correcting an article: what still stands is kept at its own place, what does not is named, and nothing moves by itself.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../src/core/anchor';
import type { Details } from '../../src/core/article/addition';
import { toDetails } from '../../src/core/article/details';
import { readCorpus } from '../../src/core/corpus';
import {
  isStanding,
  toBlocks,
  toCorrection,
  toMovedProposals,
  toStanding,
  type Settled,
} from '../../src/core/correction';
import { toStatements } from '../../src/core/discourse';
import { apply } from '../../src/core/edit';
import { toKnownActors } from '../../src/core/extract/known';
import type { Proposal } from '../../src/core/extract/proposal';
import { propose } from '../../src/core/extract/propose';
import { readHomes, writeCorpus } from '../../src/core/graphfile';
import { toPassages, type Corpus } from '../../src/core/model';
import { CORPUS, FILES } from '../shipped';

const HOMES = readHomes(FILES);
const NONE: Settled = new Map();
const toText = (corpus: Corpus) => JSON.stringify([...writeCorpus(corpus, HOMES)]);
const BEFORE = toText(CORPUS);
const ARTICLES = [...CORPUS.articles.keys()];
const textOf = (article: string) => CORPUS.articles.get(article)!.text;

/** One stretch of a text with another in its place. */
type Change = Span & { by: string };
const correct = (text: string, { start, end, by }: Change) => text.slice(0, start) + by + text.slice(end);

/** A small correction: some characters go, and some come, be it words that stand elsewhere in the article too. */
const changes = fc.constantFrom(...ARTICLES).chain((article) => {
  const text = textOf(article);
  const place = fc.nat({ max: text.length });
  const by = fc.oneof(
    fc.constant(''),
    fc.stringMatching(/^[a-zA-Z ’.]{1,20}$/),
    fc.tuple(place, fc.nat({ max: 120 })).map(([at, long]) => text.slice(at, at + long)),
  );
  return fc.record({
    article: fc.constant(article),
    change: fc
      .tuple(place, fc.nat({ max: 40 }), by)
      .map(([start, long, words]) => ({ start, end: Math.min(text.length, start + long), by: words })),
  });
});

/** All passages of an article with where they stand, by what rests on them. */
const placesOf = (corpus: Corpus, article: string): Map<string, Span> =>
  new Map(
    [
      ...[...corpus.nodes.values(), ...corpus.edges.values()].flatMap((item) =>
        toPassages(item).map((passage, index) => ({ passage, name: `${item.id} ${index}` })),
      ),
      ...corpus.articles
        .get(article)!
        .leftOut.map((passage, index) => ({ passage, name: `left out ${index}` })),
    ]
      .filter(({ passage }) => passage.article === article)
      .map(({ passage: { start, end }, name }) => [name, { start, end }]),
  );

describe('a small correction', () => {
  test('keeps passages with the same words at the corresponding place, and loses none that stands once elsewhere untouched', () => {
    fc.assert(
      fc.property(changes, ({ article, change }) => {
        const old = textOf(article);
        const text = correct(old, change);
        const { lost } = toCorrection(CORPUS, article, text);
        const gone = new Set(lost.map(({ key }) => key));
        const by = change.by.length - (change.end - change.start);
        const settled: Settled = new Map(
          lost.map(({ key, place, isNeeded }) => [
            key,
            place.end > place.start ? place : isNeeded ? { start: 0, end: 1 } : null,
          ]),
        );
        const { edit } = toCorrection(CORPUS, article, text, settled);
        if (text === old || text === '') return;
        const { corpus, reverse } = apply(CORPUS, edit!);
        const after = new Set(
          [...placesOf(corpus, article).values()].map(({ start, end }) => `${start}-${end}`),
        );
        const wrong = [...placesOf(CORPUS, article).values()].filter(({ start, end }) => {
          const quote = old.slice(start, end);
          // The same text can come of several changes, as where words are put in front of their like.
          const [isBefore, isBehind] = [text.startsWith(old.slice(0, end)), text.endsWith(old.slice(start))];
          const isOnce = [old, text].every((one) => one.indexOf(quote) === one.lastIndexOf(quote));
          // What is touched may stand as it did where what comes is what went, or brings its words along.
          const isTouched = isBefore === isBehind;
          const shifts = isTouched ? [0, by] : [isBefore ? 0 : by];
          if (isTouched && isOnce && text.includes(quote)) shifts.push(text.indexOf(quote) - start);
          const stands = shifts.some(
            (shift) =>
              text.slice(start + shift, end + shift) === quote &&
              after.has(`${start + shift}-${end + shift}`),
          );
          if (!gone.has(`${start}-${end}`)) return !stands;
          // Words that nothing else looks like are followed wherever nothing happened to them.
          return (isBefore || isBehind) && isOnce;
        });
        expect(wrong).toEqual([]);
        expect(toText(apply(corpus, reverse).corpus)).toBe(BEFORE);
      }),
      {
        numRuns: 60,
        // Words put in front of their like.
        examples: [[0, 70] as const, [1, 48] as const].map(([start, end]) => {
          const article = 'article:demand-no-excuse-2010';
          return [{ article, change: { start: 0, end: 0, by: textOf(article).slice(start, end) } }];
        }),
      },
    );
  });

  test('can be written and read again', () => {
    const article = ARTICLES[0]!;
    const text = `Corrected on Monday.\n${textOf(article)}`;
    const { edit, lost } = toCorrection(CORPUS, article, text);
    expect(lost).toEqual([]);
    expect(edit).toEqual({ texts: [{ seed: CORPUS.articles.get(article)!.node.seed, text }] });
    const { corpus } = apply(CORPUS, edit!);
    const again = readCorpus(writeCorpus(corpus, HOMES));
    expect(again.nodes).toEqual(corpus.nodes);
    expect(again.edges).toEqual(corpus.edges);
    expect(again.articles).toEqual(corpus.articles);
  });
});

describe('words that stand in several places', () => {
  const item = CORPUS.nodes.get('claim:one-word-judgment-does-not-work')!;
  const { article, start, end, quote } = item.passages[0]!;
  const old = textOf(article);

  test('are told apart when they come to stand twice, and what singles them out is renewed', () => {
    const text = `${old}\n${quote}`;
    const { edit, lost } = toCorrection(CORPUS, article, text);
    expect(lost.filter(({ span }) => span.start === start)).toEqual([]);
    const { corpus } = apply(CORPUS, edit!);
    const [passage] = corpus.nodes.get(item.id)!.passages;
    expect(passage).toMatchObject({ quote, start, end });
    expect((passage!.before ?? '') + (passage!.after ?? '')).not.toBe('');
  });

  test('never move to those that look alike', () => {
    // The words are gone from where they stood, and stand at the end now.
    const text = `${correct(old, { start, end, by: '' })}\n${quote}`;
    const { edit, lost } = toCorrection(CORPUS, article, text);
    const [found] = lost.filter(({ span }) => span.start === start);
    expect(found).toMatchObject({ quote, isNeeded: false });
    expect(found!.uses.map(({ id }) => id)).toContain(item.id);
    expect(edit).toBeUndefined();
  });
});

describe('words that do not stand any more', () => {
  const item = CORPUS.nodes.get('claim:one-word-judgment-does-not-work')!;
  const { article, start, end, quote } = item.passages[0]!;
  const old = textOf(article);
  const by = quote.replace(/\w+/, 'Whatever');
  const text = correct(old, { start, end, by });

  test('are listed with what stands there now, and take on the words that are chosen', () => {
    const { edit, lost } = toCorrection(CORPUS, article, text);
    expect(edit).toBeUndefined();
    const found = lost.find(({ span }) => span.start === start && span.end === end)!;
    expect(text.slice(found.place.start, found.place.end)).toBe(by);
    const settled = new Map(lost.map(({ key, place }) => [key, place]));
    const { corpus, reverse } = apply(CORPUS, toCorrection(CORPUS, article, text, settled).edit!);
    expect(corpus.nodes.get(item.id)!.passages[0]!.quote).toBe(by);
    expect(corpus.nodes.size).toBe(CORPUS.nodes.size);
    expect(toText(apply(corpus, reverse).corpus)).toBe(BEFORE);
  });

  test('take along what rests on nothing else, with its lines, when they are let go; what that is was said before', () => {
    const { lost } = toCorrection(CORPUS, article, text);
    const settled = new Map(lost.map(({ key }) => [key, null]));
    const { edit } = toCorrection(CORPUS, article, text, settled);
    expect(lost.find(({ span }) => span.start === start)!.falling).toContain(item.id);
    expect(new Set(edit!.remove)).toEqual(new Set(lost.flatMap(({ falling }) => falling)));
    const { corpus, reverse } = apply(CORPUS, edit!);
    expect(corpus.nodes.has(item.id)).toBe(false);
    expect(toText(apply(corpus, reverse).corpus)).toBe(BEFORE);
  });

  test('cannot be let go where the article itself rests on them', () => {
    const { node } = CORPUS.articles.get(article)!;
    const none = 'Nothing of it is left.';
    const { lost } = toCorrection(CORPUS, article, none);
    const needed = lost.filter(({ isNeeded }) => isNeeded);
    expect(needed.length).toBe(new Set(node.passages.map((one) => `${one.start}-${one.end}`)).size);
    const letGo: Settled = new Map(lost.map(({ key }) => [key, null]));
    expect(toCorrection(CORPUS, article, none, letGo).edit).toBeUndefined();
    const chosen: Settled = new Map([
      ...letGo,
      ...needed.map(({ key }) => [key, { start: 0, end: 7 }] as const),
    ]);
    const { corpus } = apply(CORPUS, toCorrection(CORPUS, article, none, chosen).edit!);
    expect(corpus.articles.get(article)!.node.passages[0]!.quote).toBe('Nothing');
    expect([...corpus.nodes.values()].filter(({ id }) => id.startsWith('topic:')).length).toBeGreaterThan(0);
  });
});

describe('what is said of an article', () => {
  const { node, text } = CORPUS.articles.get('article:too-tough-2015')!;
  const details = toDetails(CORPUS, node.id);
  /** The edit for it with some of that, and perhaps the text, as it is then: words that are lost are those in their place. */
  const change = (part: Partial<Details>, now = text, corpus = CORPUS) => {
    const all = { ...details, ...part };
    const { lost } = toCorrection(corpus, node.id, now, undefined, all);
    const settled: Settled = new Map(lost.map(({ key, place }) => [key, place]));
    return toCorrection(corpus, node.id, now, settled, all).edit!;
  };
  const idOf = (item: { id: string }) => item.id;

  test('is as its node and its authors have it, and as it was where nothing of it is changed', () => {
    expect(details).toEqual({
      title: node.label,
      publisher: 'Children & Young People Now',
      date: '2015-04-29',
      authors: ['Joe Lepper'],
    });
    for (const article of ARTICLES) expect(toCorrection(CORPUS, article, textOf(article)).edit).toEqual({});
  });

  test('is corrected under the same id, with the date of all that is said in it, and can be taken back', () => {
    const edit = change({ title: 'Another title', publisher: 'Ofsted', date: '2022-03-05' });
    const { corpus, reverse } = apply(CORPUS, edit);
    expect(edit.put!.map(idOf)).toEqual([node.id]);
    const { node: corrected } = corpus.articles.get(node.id)!;
    expect(corrected).toMatchObject({ label: 'Another title', publisher: 'Ofsted', date: '2022-03-05' });
    expect([corpus.nodes.get(node.id), corrected.seed]).toEqual([corrected, node.seed]);
    // The words that gave the other date give none.
    expect(corrected.datePassage).toBeUndefined();
    const toDates = (all: Corpus) =>
      toStatements(all).flatMap(({ utterance, article, date }) =>
        article === node.id && utterance.date === undefined ? [date] : [],
      );
    // What reports say is said on the date of the report.
    expect(toDates(CORPUS)).toContain('2015-04-29');
    expect(toDates(corpus)).toEqual(
      toDates(CORPUS).map((date) => (date === '2015-04-29' ? '2022-03-05' : date)),
    );
    expect(readCorpus(writeCorpus(corpus, HOMES)).nodes.get(node.id)!.label).toBe('Another title');
    expect(toText(apply(corpus, reverse).corpus)).toBe(BEFORE);
  });

  test('has its web address given, changed and taken away', () => {
    const url = 'https://example.org/a';
    const given = apply(CORPUS, change({ url })).corpus;
    expect(toDetails(given, node.id)).toEqual({ ...details, url });
    expect(change({ url }, text, given)).toEqual({});
    const { corpus, reverse } = apply(given, change({ url: undefined }, text, given));
    expect(toText(corpus)).toBe(BEFORE);
    expect(apply(corpus, reverse).corpus.nodes.get(node.id)).toMatchObject({ url });
  });

  test('rests on its title and its date where the corrected text has them', () => {
    const now = text.replace(node.passages[0]!.quote, 'Inspectors ‘too tough’').replace('April 29', 'May 5');
    const added = apply(CORPUS, change({ title: 'Inspectors ‘too tough’', date: '2015-05-05' }, now)).corpus;
    const { node: corrected } = added.articles.get(node.id)!;
    expect(corrected.passages[0]!.quote).toBe('Inspectors ‘too tough’');
    expect(corrected.datePassage!.quote).toMatch(/May 5, 2015$/);
    // Where it is called otherwise than in its text, it rests on the words it did.
    expect(change({ title: 'Too tough' }).put).toMatchObject([
      { label: 'Too tough', passages: node.passages.map(({ quote }) => ({ quote })) },
    ]);
  });

  test('names other authors by the words that name them, and leaves those of whom nothing else is told to go', () => {
    const { corpus, reverse } = apply(CORPUS, change({ authors: ['Phil Adams', 'Nobody Named', 'Impower'] }));
    expect(toDetails(corpus, node.id).authors).toEqual(['Phil Adams', 'Impower']);
    expect(corpus.nodes.get('person:phil-adams')!.passages[0]!.quote).toBe('Phil Adams');
    expect([...corpus.nodes.keys()].filter((id) => !CORPUS.nodes.has(id))).toEqual(['person:phil-adams']);
    expect(toText(apply(corpus, reverse).corpus)).toBe(BEFORE);
    // The journalist is told to write for a paper too, and stays; of the photographer nothing else is.
    const back = toCorrection(corpus, node.id, text, NONE, details).edit!;
    expect([...apply(corpus, back).corpus.nodes.keys()]).toEqual([...CORPUS.nodes.keys()]);
    // Whoever does not change stays, however they are written.
    const both = apply(CORPUS, change({ authors: ['joe lepper', 'Phil Adams'] }));
    expect(toDetails(both.corpus, node.id).authors).toEqual(['Joe Lepper', 'Phil Adams']);
    expect(both.reverse.put).toBeUndefined();
    // Who wrote something else too, or is told of, stays as they are.
    const edit = toCorrection(
      CORPUS,
      'article:ilacs-review-2019',
      textOf('article:ilacs-review-2019'),
      NONE,
      {
        ...toDetails(CORPUS, 'article:ilacs-review-2019'),
        authors: [],
      },
    ).edit!;
    expect(edit.remove).toHaveLength(1);
    expect(apply(CORPUS, edit).corpus.nodes.has('organisation:community-care')).toBe(true);
  });

  test('has an author under the same id by the name that is mended in the text', () => {
    const now = text.replace('Joe Lepper', 'Jo Leppard');
    const { corpus, reverse } = apply(CORPUS, change({ authors: ['Jo Leppard'] }, now));
    expect(toDetails(corpus, node.id).authors).toEqual(['Jo Leppard']);
    expect(corpus.nodes.get('person:joe-lepper')!.label).toBe('Jo Leppard');
    expect(corpus.nodes.size).toBe(CORPUS.nodes.size);
    expect(toText(apply(corpus, reverse).corpus)).toBe(BEFORE);
    // Who is in the graph already under that name is that one.
    const known = apply(CORPUS, change({ authors: ['Impower'] }, text.replace('Joe Lepper', 'Impower')));
    expect(known.corpus.nodes.get('person:joe-lepper')!.label).toBe('Joe Lepper');
  });
});

test('what two texts have in common is common to them, in order, and everything where they are the same', () => {
  fc.assert(
    fc.property(changes, ({ article, change }) => {
      const old = textOf(article);
      const now = correct(old, change);
      let [from, to] = [0, 0];
      for (const block of toBlocks(old, now)) {
        expect(block.from).toBeGreaterThanOrEqual(from);
        expect(block.to).toBeGreaterThanOrEqual(to);
        [from, to] = [block.from + block.length, block.to + block.length];
        expect(old.slice(block.from, from)).toBe(now.slice(block.to, to));
      }
    }),
    { numRuns: 100 },
  );
  const text = textOf(ARTICLES[0]!);
  expect(toBlocks(text, text)).toEqual([{ from: 0, to: 0, length: text.length }]);
  expect(toBlocks(text, '')).toEqual([]);
});

test('what is proposed follows its words, waits where they are gone, and stands again when they are back', () => {
  const article = 'article:too-tough-2015';
  const old = textOf(article);
  const proposals = propose(old, toKnownActors(CORPUS));
  const [first] = proposals.filter(({ kind }) => kind === 'claim');
  const { start, end } = first!.passage;
  const now = `Corrected. ${correct(old, { start, end, by: 'Something else' })}`;
  const moved = toMovedProposals(proposals, old, now);
  expect(moved.length).toBe(proposals.length);
  expect(moved.map(({ rule }) => rule)).toEqual(proposals.map(({ rule }) => rule));
  const gone = moved.filter((proposal) => !isStanding(now, proposal));
  expect(gone.map(({ passage }) => passage)).toContainEqual(first!.passage);
  expect(gone.length).toBeLessThan(proposals.length / 2);
  const back = toMovedProposals(moved, now, old);
  expect(back.map(({ passage }) => passage)).toEqual(proposals.map(({ passage }) => passage));
});

test('who says something waits where their name is corrected: no other words are taken for it', () => {
  const old = 'Eileen Munroe said that “requires improvement” can harm as much as “inadequate”.\n';
  const now = `A first paragraph was forgotten, and tells of something else altogether.\n\n${old.replace('Munroe', 'Munro')}`;
  const proposals = propose(old, [
    { id: 'person:eileen-munro', type: 'person', label: 'Eileen Munroe', aliases: [] },
  ]);
  const toSpeakers = (text: string, some: readonly Proposal[]) =>
    some.flatMap((one) => {
      const standing = toStanding(text, one);
      return isStanding(text, one) && 'speakers' in standing ? standing.speakers : [];
    });
  expect(toSpeakers(old, proposals)).toMatchObject([{ quote: 'Eileen Munroe' }]);
  const moved = toMovedProposals(proposals, old, now);
  expect(moved.some((one) => one.kind === 'claim' && isStanding(now, one))).toBe(true);
  expect(toSpeakers(now, moved)).toEqual([]);
  expect(toMovedProposals(moved, now, old)).toEqual(proposals);
});
