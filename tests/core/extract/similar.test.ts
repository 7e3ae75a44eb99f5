// Which claims a proposal is like and which topics it may be about: on the real corpus, an article or a claim left out.
import { describe, expect, test } from 'vitest';
import { toAnchor } from '../../../src/core/act';
import { apply } from '../../../src/core/edit';
import { toKnownActors } from '../../../src/core/extract/known';
import { propose } from '../../../src/core/extract/propose';
import { isSaying } from '../../../src/core/extract/proposal';
import {
  findSimilar,
  link,
  printReason,
  proposeTopics,
  toNeighbours,
  type Unlinked,
} from '../../../src/core/extract/similar';
import { toTerms } from '../../../src/core/extract/terms';
import { isSaid, type Corpus } from '../../../src/core/model';
import { atOnce } from '../../../src/core/steps';
import { scoreCoders, scoreLinks, scoreSame, scoreTopics, scoreTopicsInOrder } from '../../bench/links';
import { toWords } from '../../../src/core/text';
import { CORPUS } from '../../shipped';

const EMPTY: Corpus = { articles: new Map(), nodes: new Map(), edges: new Map() };
const saying = (quote: string, about?: Unlinked['about']): Unlinked => ({
  passage: { start: 0, end: quote.length, quote },
  speakers: [],
  ...(about && { about }),
});
const linksOf = (quote: string, about?: Unlinked['about']) =>
  atOnce(findSimilar(CORPUS, [saying(quote, about)]))[0]!;

describe('what is said again', () => {
  test('is the same in other words than those it was coded with', () => {
    for (const [quote, id] of [
      [
        'Ofsted’s single-word judgment does not provide balance for the detail in an inspection report',
        'claim:single-word-unbalanced',
      ],
      [
        'increased demand for child protection is not an excuse for poor performance',
        'claim:demand-no-excuse',
      ],
    ] as const) {
      const [best] = linksOf(quote);
      expect(CORPUS.nodes.has(id)).toBe(true);
      expect(best).toMatchObject({ id, kind: 'same', rule: 'shared-words' });
      expect(best!.similarity).toBeGreaterThan(0.5);
    }
  });

  test('is not found where the corpus holds nothing, or the words tell nothing', () => {
    expect(atOnce(findSimilar(EMPTY, [saying('demand is no excuse')]))).toEqual([[]]);
    expect(atOnce(proposeTopics(EMPTY, [saying('demand is no excuse')]))).toEqual([[]]);
    expect(atOnce(findSimilar(CORPUS, []))).toEqual([]);
    for (const quote of ['', '“…”', 'and it was', 'xylophone zeugma', '__proto__ constructor toString'])
      expect(linksOf(quote)).toEqual([]);
    expect(atOnce(proposeTopics(CORPUS, [saying('xylophone')]))).toEqual([[]]);
  });

  test('disputes what it negates, or what it says the opposite of, and tells by which words', () => {
    const isDisputed = (quote: string, id: string) => linksOf(quote).find((one) => one.id === id);
    expect(
      isDisputed(
        'Increased demand for child protection is an excuse for poor performance',
        'claim:demand-no-excuse',
      ),
    ).toMatchObject({ kind: 'disputes', rule: 'negation', contrast: ['not'] });
    const inconsistent = [...CORPUS.nodes.values()].find(
      (node) =>
        isSaid(node) &&
        node.statement === 'Ofsted’s judgments in its inspections of children’s services are inconsistent.',
    )!;
    expect(isDisputed('Ofsted’s judgments in its inspections are consistent', inconsistent.id)).toMatchObject(
      { kind: 'disputes', rule: 'opposite-words', contrast: ['consistent', 'inconsistent'] },
    );
  });

  test('is told for a reason in words, with the words that both have', () => {
    const quote = 'Increased demand for child protection is an excuse for poor performance';
    const negated = linksOf(quote).find(({ id }) => id === 'claim:demand-no-excuse')!;
    expect(printReason(negated)).toMatch(
      /^One has ‘not’ and the other does not, and both speak of ‘\w+’(?:, ‘\w+’)* and ‘\w+’\.$/,
    );
    expect(printReason({ rule: 'shared-words', shared: ['demand'], contrast: [] })).toBe(
      'Both speak of ‘demand’.',
    );
  });

  test('supports or disputes by the side that a person has settled, whatever the words', () => {
    const quote = 'enables the public and government to easily understand the quality of children’s services';
    const topic = 'topic:one-word-judgment';
    const toKinds = (stance: 'for' | 'against') =>
      new Map(linksOf(quote, [{ topic, stance }]).map(({ id, kind, rule }) => [id, `${kind} ${rule}`]));
    const stanceOf = new Map(
      [...CORPUS.edges.values()].flatMap((edge) =>
        edge.type === 'about' && edge.target === topic ? [[edge.source, edge.stance]] : [],
      ),
    );
    const [held, opposed] = [toKinds('for'), toKinds('against')];
    const opponents = [...held].filter(([id]) => stanceOf.get(id) === 'against');
    expect(opponents.length).toBeGreaterThan(0);
    for (const [id, kind] of opponents) {
      expect(kind).toBe('disputes opposite-sides');
      expect(opposed.get(id) ?? 'supports same-side').toMatch(/^(?:supports same-side|same shared-words)$/);
    }
  });

  test('always gives the same links, in order, each by words of the proposal that the claim has too', () => {
    for (const { text, node } of CORPUS.articles.values()) {
      const proposals = propose(text, toKnownActors(CORPUS));
      const linked = atOnce(link(CORPUS, proposals, node.id));
      expect(atOnce(link({ ...CORPUS }, proposals, node.id))).toEqual(linked);
      for (const [place, { topics, similar, ...proposal }] of linked.entries()) {
        expect(proposal).toEqual(proposals[place]);
        if (proposal.kind !== 'claim' && proposal.kind !== 'recommendation') {
          expect(topics ?? similar).toBeUndefined();
          continue;
        }
        expect(topics!.map(({ score }) => score)).toEqual(
          topics!.map(({ score }) => score).toSorted((a, b) => b - a),
        );
        for (const { id, score, words, rule } of topics!) {
          expect(CORPUS.nodes.get(id)!.type).toBe('topic');
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(words.length > 0).toBe(rule === 'words');
          for (const word of words) expect(proposal.passage.quote).toContain(word);
        }
        for (const { id, similarity, shared } of similar!) {
          const said = CORPUS.nodes.get(id)!;
          if (!isSaid(said)) throw new Error(`${id} is not said`);
          expect(similarity).toBeGreaterThan(0);
          expect(similarity).toBeLessThanOrEqual(1);
          const terms = toTerms(
            toWords([said.label, said.statement, ...said.passages.map(({ quote }) => quote)].join(' ')),
          );
          expect(shared.length).toBeGreaterThan(0);
          for (const word of shared) {
            expect(proposal.passage.quote).toContain(word);
            expect(terms).toContain(toTerms(toWords(word))[0]);
          }
        }
      }
    }
  });
});

describe('a topic', () => {
  const article = 'article:too-tough-2015';
  const { text } = CORPUS.articles.get(article)!;

  test('is proposed by the words that are usual with it', () => {
    const [best] = atOnce(
      proposeTopics(CORPUS, [saying('high caseloads drive social workers out of the weakest councils')]),
    )[0]!;
    expect(best).toMatchObject({ id: 'topic:caseloads-workforce', rule: 'words' });
    expect(best!.words).toContain('caseloads');
  });

  test('is known by its own question and poles before anything is coded with it', () => {
    const topic = CORPUS.nodes.get('topic:one-word-judgment')!;
    const bare: Corpus = { ...EMPTY, nodes: new Map([[topic.id, topic]]) };
    const [topics] = atOnce(proposeTopics(bare, [saying('inspections should not end in one word')]));
    expect(topics!.map(({ id }) => id)).toEqual([topic.id]);
  });

  test('is proposed for words that tell nothing by what is coded right beside them', () => {
    const at = text.indexOf('a catastrophic spiralling effect');
    const here = { ...saying('it'), passage: { start: at + 40, end: at + 42, quote: 'it' } };
    expect(atOnce(proposeTopics(CORPUS, [here]))).toEqual([[]]);
    const [topics] = atOnce(proposeTopics(CORPUS, [here], article));
    expect(topics![0]).toMatchObject({ rule: 'nearby', words: [] });
    // What is coded now is beside it too.
    const start = at + 43;
    const { corpus } = apply(CORPUS, {
      put: [
        {
          id: 'claim:new',
          type: 'claim',
          label: 'New',
          statement: 'Something new is said.',
          passages: [toAnchor(CORPUS, article, { start, end: start + 30 })],
        },
        {
          id: 'about:new',
          type: 'about',
          source: 'claim:new',
          target: 'topic:self-evaluation',
          stance: 'for',
          basis: 'stated',
          passages: [toAnchor(CORPUS, article, { start, end: start + 30 })],
        },
      ],
    });
    expect(atOnce(proposeTopics(corpus, [here], article))[0]!.map(({ id }) => id)).toContain(
      'topic:self-evaluation',
    );
  });

  test('is told by what is said next to it as well as by all that is said', () => {
    for (const [id, one] of CORPUS.articles) {
      const said = propose(one.text, toKnownActors(CORPUS)).filter(isSaying);
      const all = atOnce(proposeTopics(CORPUS, said, id));
      for (const [place, proposal] of said.entries()) {
        const near = toNeighbours(said, proposal);
        expect(near.length).toBeLessThan(10);
        const topics = atOnce(proposeTopics(CORPUS, near, id))[near.indexOf(proposal)];
        expect(topics).toEqual(all[place]);
      }
    }
  });

  test('comes with the stance that its speaker took last, by name too, and without where they took none', () => {
    const toStance = (label: string, id?: string) => {
      const quote = 'a one-word judgment';
      const speaker = { start: 0, end: 1, quote: label, label, ...(id !== undefined && { id }) };
      const [topics] = atOnce(proposeTopics(CORPUS, [{ ...saying(quote), speakers: [speaker] }]));
      return topics!.find(({ id: topic }) => topic === 'topic:one-word-judgment')!.stance;
    };
    const wood = CORPUS.nodes.get('person:alan-wood')!;
    expect(toStance('Wood', wood.id)).toBe('against');
    expect(toStance(wood.label)).toBe('against');
    expect(toStance('Eileen Munro’s neighbour')).toBeUndefined();
  });
});

describe('beside the hand coding', () => {
  test('a right topic is among the first three for most claims of an article that is new', () => {
    const { first, three, possible, guess } = scoreTopics(CORPUS);
    expect(first).toBeGreaterThanOrEqual(0.35);
    expect(three).toBeGreaterThanOrEqual(0.6);
    expect(three).toBeGreaterThan(2 * guess);
    expect(possible).toBeGreaterThan(three);
  });

  test('the more of an article is coded the more often it is right, and beats the topics used last', () => {
    const { first, three, guess, stance } = scoreTopicsInOrder(CORPUS);
    expect(first).toBeGreaterThanOrEqual(0.54);
    expect(three).toBeGreaterThanOrEqual(0.78);
    expect(three).toBeGreaterThan(guess + 0.08);
    expect(stance).toBeGreaterThanOrEqual(0.7);
  });

  test('what is said twice is found by its other words, and hardly anything of another article is taken for it', () => {
    const { first, found, alarms } = scoreSame(CORPUS);
    expect(first).toBeGreaterThanOrEqual(0.6);
    expect(found).toBeGreaterThanOrEqual(0.45);
    expect(alarms).toBeLessThanOrEqual(0.02);
    const coders = scoreCoders(CORPUS);
    expect(coders.first).toBeGreaterThanOrEqual(0.95);
    expect(coders.alarms).toBeLessThanOrEqual(0.04);
  });

  test('settled sides make more of the links right, and nearly all of their kinds', () => {
    const [bare, settled] = [scoreLinks(CORPUS, false, false), scoreLinks(CORPUS, false, true)];
    expect(bare.three).toBeGreaterThanOrEqual(0.4);
    expect(settled.three).toBeGreaterThanOrEqual(0.52);
    expect(settled.kind).toBeGreaterThanOrEqual(0.9);
    expect(settled.disputes.found).toBeGreaterThan(2 * bare.disputes.found);
  });
});
