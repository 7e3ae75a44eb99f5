// What a coder does: each act is an edit that can be done and taken back, and loses no word.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toArticleRemoval, toMerge, toRemoval, toSplit, toUnited } from '../../src/core/act';
import { describe as describeSpan, locate } from '../../src/core/anchor';
import { readCorpus } from '../../src/core/corpus';
import { apply, type Edit, type Item } from '../../src/core/edit';
import { toStored, writeCorpus } from '../../src/core/graphfile';
import {
  isUtterance,
  type Article,
  type Corpus,
  type EdgeOf,
  type GraphEdge,
  type GraphNode,
  type NodeOf,
} from '../../src/core/model';
import { findOpen } from '../../src/core/rules';
import type { Anchor, StoredEdge } from '../../src/core/schema';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const NODES = [...CORPUS.nodes.values()];
const EDGES = [...CORPUS.edges.values()];
const ARTICLES = [...CORPUS.articles.values()];
const toText = (corpus: Corpus) =>
  JSON.stringify([...writeCorpus(corpus)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
const sorted = (corpus: Corpus) => ({
  nodes: [...corpus.nodes.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  edges: [...corpus.edges.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});
/** Does an act and takes it back. */
function act(edit: Edit): Corpus {
  const { corpus, reverse } = apply(CORPUS, edit);
  expect(sorted(apply(corpus, reverse).corpus)).toEqual(sorted(CORPUS));
  return corpus;
}
const touching = (id: string) => EDGES.filter(({ source, target }) => source === id || target === id);

describe('the anchor of words', () => {
  test('leads to just these words, whichever they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ARTICLES),
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        ({ text, node }, at, length) => {
          const start = at % (text.length - 60);
          const span = { start, end: start + length };
          const anchor = describeSpan(text, span, node.id);
          expect(anchor.quote).toBe(text.slice(span.start, span.end));
          expect(locate(text, anchor)).toEqual([span]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('takes as much of what stands around them as it needs, also where all is the same', () => {
    expect(describeSpan('One word. One word.', { start: 4, end: 8 }, 'article:a')).toEqual({
      article: 'article:a',
      quote: 'word',
      after: '. One word.',
    });
    const same = 'a'.repeat(300);
    for (const start of [0, 120, 299]) {
      const span = { start, end: start + 1 };
      expect(locate(same, describeSpan(same, span, 'article:a'))).toEqual([span]);
    }
  });
});

/** The removal of an article, but that whose date alone rests on it is left as it is. */
function toWithout(corpus: Corpus, article: string): Edit {
  const { put = [], ...rest } = toArticleRemoval(corpus, article);
  const isHere = ({ id }: Item) =>
    (corpus.nodes.get(id) ?? corpus.edges.get(id))!.passages.some((passage) => passage.article === article);
  return { ...rest, put: put.filter(isHere) };
}

describe('removing', () => {
  test('takes every edge along', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NODES.filter(({ type }) => type !== 'article')), ({ id }) => {
        const corpus = act(toRemoval(CORPUS, [id]));
        expect(CORPUS.edges.size - corpus.edges.size).toBe(new Set(touching(id)).size);
      }),
      { numRuns: 40 },
    );
  });

  test('an article leaves what others name too, with their words, and can be read again', () => {
    for (const { node } of ARTICLES) {
      const corpus = act(toArticleRemoval(CORPUS, node.id));
      const left = [...corpus.nodes.values(), ...corpus.edges.values()].flatMap(({ passages }) => passages);
      expect(left.filter(({ article }) => article === node.id)).toEqual([]);
      expect(corpus.nodes.has('organisation:ofsted')).toBe(true);
    }
  });

  test('an article leaves what is said in others with who says it and what it is about, though only it names them', () => {
    for (const { node: gone } of ARTICLES) {
      const isHere = ({ article }: Anchor) => article === gone.id;
      const spread = NODES.filter(
        ({ type, passages }) =>
          ['person', 'organisation', 'report', 'topic'].includes(type) &&
          passages.some(isHere) &&
          !passages.every(isHere),
      );
      expect(spread.length).toBeGreaterThan(5);
      // The same coding, had the coder marked them in this article alone.
      const put = spread.map((node) => {
        const stored = toStored(node);
        return { ...stored, passages: stored.passages.filter(isHere) };
      });
      const lean = apply(CORPUS, { put }).corpus;
      const { corpus, reverse } = apply(lean, toArticleRemoval(lean, gone.id));
      expect(sorted(apply(corpus, reverse).corpus)).toEqual(sorted(lean));
      const whole = apply(CORPUS, toArticleRemoval(CORPUS, gone.id)).corpus;
      expect([...corpus.edges.values()]).toEqual([...whole.edges.values()]);
      for (const { id } of spread) {
        const ends = [...whole.edges.values()].filter(({ source, target }) => source === id || target === id);
        const quotes = ends.flatMap(({ passages }) => passages.map(({ quote }) => quote));
        const kept = corpus.nodes.get(id);
        expect(kept?.passages.length).toBe(ends.length > 0 ? 1 : undefined);
        if (kept) expect(quotes).toContain(kept.passages[0]!.quote);
      }
    }
  });

  test('an article leaves a claim that is said in another, and none that is only disputed there', () => {
    const [{ node: gone }, { node: other }] = ARTICLES as [Article, Article];
    const said = EDGES.find(
      (edge) => isUtterance(CORPUS, edge) && edge.passages.every(({ article }) => article === other.id),
    )!;
    const claim = toStored(CORPUS.nodes.get(said.target)!);
    const [words] = toStored(gone).passages;
    const moved = apply(CORPUS, { put: [{ ...claim, passages: [words!] }] }).corpus;
    const kept = apply(moved, toArticleRemoval(moved, gone.id)).corpus;
    expect(kept.nodes.get(claim.id)!.passages.map(({ article }) => article)).toEqual([other.id]);
    const disputes = EDGES.filter(
      ({ type, source, target }) =>
        type === 'disputes' &&
        CORPUS.nodes.get(source)!.passages[0]!.article !== CORPUS.nodes.get(target)!.passages[0]!.article,
    );
    expect(disputes.length).toBeGreaterThan(0);
    for (const { target } of disputes) {
      const { article } = CORPUS.nodes.get(target)!.passages[0]!;
      expect(apply(CORPUS, toArticleRemoval(CORPUS, article)).corpus.nodes.has(target)).toBe(false);
    }
  });

  test('an article takes along the words in it that give a date to what rests on others', () => {
    const [gone, other] = ARTICLES as [Article, Article];
    const isReport = (node: GraphNode): node is NodeOf<'report'> =>
      node.type === 'report' && node.passages.every(({ article }) => article === other.node.id);
    const report = toStored(NODES.find(isReport)!);
    const datePassage = describeSpan(gone.text, gone.node.passages[0]!, gone.node.id);
    const dated = apply(CORPUS, { put: [{ ...report, date: '2010', datePassage } as Item] }).corpus;
    expect(() => apply(dated, toWithout(dated, gone.node.id))).toThrow(
      `${report.id}: rests on words of ${gone.node.id}, which is removed`,
    );
    const { corpus } = apply(dated, toArticleRemoval(dated, gone.node.id));
    expect(corpus.nodes.get(report.id)).toMatchObject({ date: '2010' });
    expect(corpus.nodes.get(report.id)).not.toHaveProperty('datePassage');
  });
});

type Dated = { date?: string; datePassage?: Anchor };
const ANSWER = 'responds-to:ofsted-act-on-both-reviews-2014-to-';
const ABOUT = EDGES.find(({ type }) => type === 'about')!.id;

describe('merging', () => {
  const pairs = fc.constantFrom(...NODES.filter(({ type }) => type !== 'article')).chain((one) =>
    fc.record({
      from: fc.constant(one),
      into: fc.constantFrom(...NODES.filter(({ id, type }) => type === one.type && id !== one.id)),
    }),
  );

  test('keeps every passage, and every edge but those that would say the same or lead to itself', () => {
    fc.assert(
      fc.property(pairs, ({ from, into }) => {
        const corpus = act(toMerge(CORPUS, from.id, into.id));
        expect(corpus.nodes.has(from.id)).toBe(false);
        const quotes = (id: string) =>
          corpus.nodes.get(id)!.passages.map(({ article, start }) => `${article} ${start}`);
        for (const { article, start } of from.passages)
          expect(quotes(into.id)).toContain(`${article} ${start}`);
        const words = new Set(
          [...corpus.edges.values()].flatMap(({ passages }) =>
            passages.map(({ article, start }) => `${article} ${start}`),
          ),
        );
        for (const edge of touching(from.id)) {
          const isLoop = [edge.source, edge.target].every((end) => end === from.id || end === into.id);
          if (!isLoop)
            for (const { article, start } of edge.passages) expect(words).toContain(`${article} ${start}`);
        }
        // What is written can be read.
        if (atOnce(findOpen(corpus)).length === 0)
          expect(toText(readCorpus(writeCorpus(corpus)))).toBe(toText(corpus));
      }),
      { numRuns: 20 },
    );
  });

  test('of topics whose poles are turned puts what is for the one against the other, and nothing else', () => {
    const into = 'topic:one-word-judgment';
    const one = NODES.find(({ id, type }) => type === 'topic' && id !== into)!.id;
    const isAbout = (edge: GraphEdge): edge is EdgeOf<'about'> => edge.type === 'about';
    const about = touching(one).filter(isAbout);
    const elsewhere = new Set(
      touching(into)
        .filter(isAbout)
        .map(({ source }) => source),
    );
    for (const turned of [false, true]) {
      const corpus = act(toMerge(CORPUS, one, into, { turned }));
      const turns = { for: 'against', against: 'for', mixed: 'mixed', neutral: 'neutral' } as const;
      for (const { id, source, stance } of about) {
        if (elsewhere.has(source)) continue;
        expect(corpus.edges.get(id)).toMatchObject({ target: into, stance: turned ? turns[stance] : stance });
      }
      for (const edge of touching(into).filter(isAbout))
        expect(corpus.edges.get(edge.id)).toMatchObject({ stance: edge.stance });
    }
  });

  test('of people keeps the other’s names', () => {
    const corpus = act(toMerge(CORPUS, 'person:alan-wood', 'person:eileen-munro'));
    expect(corpus.nodes.get('person:eileen-munro')!.aliases).toContain('Alan Wood');
  });

  test('of topics leaves what is for the one and against the other both, on the words of both', () => {
    const about = (topic: string, of: Corpus = CORPUS) =>
      [...of.edges.values()].find(
        ({ type, source, target }) =>
          type === 'about' && source === 'claim:inspection-pileups-strain-councils' && target === topic,
      ) as EdgeOf<'about'>;
    const [from, into] = ['topic:scheduling', 'topic:inspection-burden'];
    expect([about(from).stance, about(into).stance]).toEqual(['against', 'for']);
    const quotes = (edge: GraphEdge) => edge.passages.map(({ quote }) => quote);
    const mixed = about(into, act(toMerge(CORPUS, from, into)));
    expect(mixed).toMatchObject({ id: about(into).id, stance: 'mixed', basis: 'stated' });
    expect(new Set(quotes(mixed))).toEqual(new Set([...quotes(about(from)), ...quotes(about(into))]));
    const turned = about(into, act(toMerge(CORPUS, from, into, { turned: true })));
    expect(turned).toMatchObject({ stance: 'for' });
    // What takes no side on the one is where it stands on the other.
    const grade = 'claim:one-third-inadequate-2010';
    const stances = (topic: string, of: Corpus) =>
      [...of.edges.values()].flatMap((edge) =>
        edge.type === 'about' && edge.source === grade && edge.target === topic
          ? [[edge.stance, edge.basis, edge.rationale]]
          : [],
      );
    const state = 'topic:state-of-services';
    expect(stances(state, act(toMerge(CORPUS, 'topic:one-word-judgment', state)))).toEqual([
      ['against', 'stated', undefined],
    ]);
  });

  test('makes a line stated only where words say what it says then, and keeps the reasons where they do not', () => {
    const line = (one: Partial<EdgeOf<'about'>>) =>
      ({
        ...toStored(CORPUS.edges.get(ABOUT)!),
        basis: 'stated',
        ...one,
        ...(one.basis === 'inferred' && { rationale: `It is ${one.stance}.` }),
      }) as StoredEdge;
    const unite = (one: Partial<EdgeOf<'about'>>, other: Partial<EdgeOf<'about'>>) => {
      const { basis, rationale } = toUnited(line(one), line(other));
      return [basis, rationale];
    };
    expect(unite({ stance: 'for' }, { stance: 'for', basis: 'inferred' })).toEqual(['stated', undefined]);
    expect(unite({ stance: 'for' }, { stance: 'against', basis: 'inferred' })).toEqual([
      'inferred',
      'It is against.',
    ]);
    expect(unite({ stance: 'for', basis: 'inferred' }, { stance: 'against', basis: 'inferred' })).toEqual([
      'inferred',
      'It is for. It is against.',
    ]);
    expect(unite({ stance: 'neutral' }, { stance: 'for', basis: 'inferred' })).toEqual([
      'inferred',
      'It is for.',
    ]);
  });

  test('of recommendations that were answered otherwise says no more than both answers do', () => {
    const answered = (id: string, response: EdgeOf<'responds-to'>['response']): Item =>
      ({ ...toStored(CORPUS.edges.get(`${ANSWER}${id}`)!), response }) as Item;
    const [panel, moderation] = ['consistency-panel', 'transparent-moderation'];
    for (const [one, other, both] of [
      ['accepted', 'accepted', 'accepted'],
      ['accepted', 'rejected', 'partly'],
      ['noted', 'accepted', 'partly'],
      ['partly', 'rejected', 'partly'],
      ['rejected', 'noted', 'noted'],
    ] as const) {
      const before = apply(CORPUS, { put: [answered(panel, one), answered(moderation, other)] }).corpus;
      const edit = toMerge(before, `recommendation:${panel}`, `recommendation:${moderation}`);
      const { corpus } = apply(before, edit);
      expect(corpus.edges.get(`${ANSWER}${moderation}`)).toMatchObject({ response: both });
    }
  });

  test('of reports keeps the date that only one has, with the words that give it', () => {
    const [from, into] = ['report:munro-sif-review-2014', 'report:sif-evaluation-2014'];
    const datePassage = toStored(CORPUS.nodes.get(from)!).passages[0]!;
    const put = (id: string, dated: object) => {
      const { date: _, datePassage: __, ...rest } = toStored(CORPUS.nodes.get(id)!) as Item & Dated;
      return { ...rest, ...dated } as Item;
    };
    const merge = (...items: Item[]) => {
      const before = apply(CORPUS, { put: items }).corpus;
      const report = apply(before, toMerge(before, from, into)).corpus.nodes.get(into) as NodeOf<'report'>;
      return [report.date, report.datePassage?.quote];
    };
    const { quote } = datePassage;
    expect(merge(put(from, { date: '2014-22', datePassage }), put(into, {}))).toEqual(['2014-22', quote]);
    expect(merge(put(from, { date: '2014', datePassage }), put(into, { date: '2014' }))).toEqual([
      '2014',
      quote,
    ]);
    // Words that give another date do not give its own.
    expect(merge(put(from, { date: '2013', datePassage }), put(into, { date: '2014' }))).toEqual([
      '2014',
      undefined,
    ]);
  });

  test('of what is not alike, or of articles, is refused', () => {
    expect(() => toMerge(CORPUS, 'person:alan-wood', 'organisation:ofsted')).toThrow('cannot be one');
    const [one, other] = ARTICLES;
    expect(() => toMerge(CORPUS, one!.node.id, other!.node.id)).toThrow('Articles are never one');
  });
});

describe('splitting', () => {
  test('and merging again gives back what there was, but for the name', () => {
    const several = NODES.filter(({ type, passages }) => passages.length > 1 && type !== 'article');
    fc.assert(
      fc.property(fc.constantFrom(...several), fc.nat(), (node, choice) => {
        const edges = touching(node.id);
        const edit = toSplit(CORPUS, node.id, {
          label: 'The new one',
          passages: [choice % node.passages.length],
          edges: edges.filter((_, index) => index % 2 === 0).map(({ id }) => id),
        });
        const corpus = act(edit);
        const added = [...corpus.nodes.keys()].find((id) => !CORPUS.nodes.has(id))!;
        expect(corpus.nodes.get(added)!.label).toBe('The new one');
        const again = apply(corpus, toMerge(corpus, added, node.id)).corpus;
        const quotes = (of: Corpus) =>
          of.nodes
            .get(node.id)!
            .passages.map(({ article, start }) => `${article} ${start}`)
            .toSorted();
        expect(quotes(again)).toEqual(quotes(CORPUS));
        expect(new Set(again.edges.keys())).toEqual(new Set(CORPUS.edges.keys()));
      }),
      { numRuns: 40 },
    );
  });

  test('off a part without words, or with an edge that is another’s, is refused', () => {
    const id = 'organisation:ofsted';
    expect(() => toSplit(CORPUS, id, { label: 'A', passages: [], edges: [] })).toThrow(
      'nothing stands without its words',
    );
    const foreign = EDGES.find(({ source, target }) => source !== id && target !== id)!;
    expect(() => toSplit(CORPUS, id, { label: 'A', passages: [0], edges: [foreign.id] })).toThrow(
      'is no edge of',
    );
  });
});
