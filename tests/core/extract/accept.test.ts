// What is proposed from an article, accepted: a coding on its words, which can be taken back.
import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toArticleRemoval } from '../../../src/core/act';
import { toAddition } from '../../../src/core/article/addition';
import { apply, Edit } from '../../../src/core/edit';
import { toCoding, type Acceptance } from '../../../src/core/extract/accept';
import { findCoded } from '../../../src/core/extract/coded';
import { toKnownActors } from '../../../src/core/extract/known';
import type { Proposal } from '../../../src/core/extract/proposal';
import { propose } from '../../../src/core/extract/propose';
import { isSaid, isUtterance, type Corpus } from '../../../src/core/model';
import { findOpen } from '../../../src/core/rules';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';

/** The corpus with an article that is as new: its text, and nothing coded in it. */
function toUncoded(article: string): Corpus {
  const { node, text } = CORPUS.articles.get(article)!;
  const without = apply(CORPUS, toArticleRemoval(CORPUS, article)).corpus;
  const { start: _start, end: _end, ...heading } = node.passages[0]!;
  return apply(without, {
    texts: [{ seed: node.seed, text }],
    put: [
      {
        id: node.id,
        type: 'article',
        label: node.label,
        date: '2020',
        seed: node.seed,
        publisher: node.publisher,
        passages: [heading],
      },
    ],
  }).corpus;
}
describe.each([...CORPUS.articles.keys()])('all that is proposed from %s, accepted', (article) => {
  const before = toUncoded(article);
  const { text } = before.articles.get(article)!;
  const proposals = propose(text, toKnownActors(before));
  const { corpus, reverse } = apply(
    before,
    toCoding(
      before,
      article,
      proposals,
      proposals.map((_, place) => ({ place })),
    ),
  );
  const added = [...corpus.nodes.values()].filter(({ id }) => !before.nodes.has(id));

  test('is coded on just the words that were proposed', () => {
    const said = proposals.filter(({ kind }) => kind === 'claim' || kind === 'recommendation');
    expect(said.length).toBeGreaterThan(5);
    const coded = added.filter(isSaid);
    expect(coded.map(({ passages }) => [passages[0]!.start, passages[0]!.end])).toEqual(
      said.map(({ passage: { start, end } }) => [start, end]),
    );
    for (const { label } of coded) expect(label.length).toBeLessThanOrEqual(60);
  });

  test('has its speakers, and tells what is still to be done', () => {
    const names = new Set(
      proposals.flatMap((proposal) =>
        'aliases' in proposal
          ? [proposal.label, ...proposal.aliases]
          : proposal.kind === 'report'
            ? [proposal.label]
            : [],
      ),
    );
    const coded = added.filter(isSaid);
    const said = proposals.filter((proposal) => 'speakers' in proposal);
    for (const [index, { speakers }] of said.entries()) {
      const known = speakers.filter(
        ({ id, label }) => (id !== undefined && before.nodes.has(id)) || names.has(label),
      );
      const utterances = [...corpus.edges.values()].filter(
        (edge) => isUtterance(corpus, edge) && edge.target === coded[index]!.id,
      );
      expect(utterances.length > 0).toBe(known.length > 0);
    }
    const open = atOnce(findOpen(corpus)).map(({ id }) => id);
    for (const { id } of coded) expect(open).toContain(id);
  });

  test('takes known actors for what they are, with the words that name them here', () => {
    const ofsted = corpus.nodes.get('organisation:ofsted')!;
    expect(ofsted.passages.some((passage) => passage.article === article)).toBe(true);
    expect(added.some(({ label }) => label === 'Ofsted')).toBe(false);
  });

  test('is taken back in one step', () => {
    const back = apply(corpus, reverse).corpus;
    expect(new Set(back.nodes.keys())).toEqual(new Set(before.nodes.keys()));
    expect(new Set(back.edges.keys())).toEqual(new Set(before.edges.keys()));
  });
});

type Case = { corpus: Corpus; article: string; proposals: readonly Proposal[] };
const EMPTY: Corpus = { articles: new Map(), nodes: new Map(), edges: new Map() };

/** A text as the only article there is, and what is proposed from it. */
function toCase(text: string, title: string): Case {
  const { edit, articles } = atOnce(
    toAddition(EMPTY, [{ text, title, publisher: 'Test', date: '2020', authors: [], leftOut: [] }]),
  );
  return { corpus: apply(EMPTY, edit).corpus, article: articles[0]!, proposals: propose(text, []) };
}
const GUM = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../../fixtures/gum-news-attribution.json'), 'utf8'),
) as { documents: { id: string; text: string }[] };
const SEEDS = [...CORPUS.articles.values()];
const CASES: Case[] = [
  ...SEEDS.map(({ node, text }) => toCase(text, node.label)),
  ...SEEDS.map(({ node, text }) => {
    const corpus = toUncoded(node.id);
    return { corpus, article: node.id, proposals: propose(text, toKnownActors(corpus)) };
  }),
  ...GUM.documents.map(({ id, text }) => toCase(text, id)),
];

/** Does what is accepted as the page does it: checked, then applied. */
function accept({ corpus, article, proposals }: Case, accepted: readonly Acceptance[]): Corpus {
  return apply(corpus, Edit.parse(toCoding(corpus, article, proposals, accepted))).corpus;
}

/** Words that somebody may write over what was proposed, be they none or such as cannot be stored. */
const written = fc.option(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom('', ' ', '\u202Eabc', '\u200B', 'x'.repeat(6000), '😀'.repeat(200)),
  ),
  { nil: undefined },
);

test('whatever is accepted, in whatever order and written over however, is never refused and is coded then', () => {
  const decision = fc.record({
    place: fc.nat(),
    label: written,
    statement: written,
    stance: fc.constantFrom('for', 'against', 'mixed', 'neutral'),
    topic: fc.option(fc.oneof(fc.nat(), fc.string({ maxLength: 20 })), { nil: undefined }),
    into: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
  });
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
  fc.assert(
    fc.property(
      fc.constantFrom(...CASES),
      fc.array(fc.array(decision, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 5 }),
      (one, acts) => {
        if (one.proposals.length === 0) return;
        let { corpus } = one;
        for (const decisions of acts) {
          const nodes = [...corpus.nodes.values()];
          const topics = nodes.filter(({ type }) => type === 'topic');
          const accepted = decisions.map(({ place, label, statement, stance, topic, into }): Acceptance => {
            const at = place % one.proposals.length;
            const same = nodes.filter(({ type }) => type === one.proposals[at]!.kind);
            const known = typeof topic === 'number' ? pick(topics, topic)?.id : undefined;
            const named =
              typeof topic === 'string' ? { label: topic, poles: { for: topic, against: '' } } : known;
            return {
              place: at,
              label,
              statement,
              ...(named !== undefined && { about: { topic: named, stance } }),
              ...(into !== undefined && { into: pick(same, into)?.id }),
            };
          });
          corpus = accept({ ...one, corpus }, accepted);
          const { by } = findCoded(corpus, one.article, one.proposals);
          for (const { place } of accepted)
            if (one.proposals[place]!.kind !== 'relation') expect(by.has(place)).toBe(true);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test.each(CASES)(
  'everything accepted at once is coded, and accepted again changes nothing ($article)',
  (one) => {
    const all = one.proposals.map((_, place) => ({ place }));
    const corpus = accept(one, all);
    const { by, findEnds } = findCoded(corpus, one.article, one.proposals);
    for (const [place, proposal] of one.proposals.entries())
      if (proposal.kind !== 'relation' || findEnds(proposal)) expect(by.has(place)).toBe(true);
    const again = accept({ ...one, corpus }, all);
    expect([...again.nodes.keys()]).toEqual([...corpus.nodes.keys()]);
    expect([...again.edges.keys()]).toEqual([...corpus.edges.keys()]);
  },
);

describe('what is accepted of a short text', () => {
  const text = `Ofsted’s national director, Debbie Jones, said: “One word says too little about a council.”

The Association of Directors of Children’s Services (ADCS) said inspectors should visit more often.`;
  const one = toCase(text, 'A short text');
  const placeOf = (kind: string, words: string) =>
    one.proposals.findIndex(
      (proposal) =>
        proposal.kind === kind &&
        (proposal.passage.quote.includes(words) || ('label' in proposal && proposal.label === words)),
    );
  const claim = placeOf('claim', 'One word');
  const jones = placeOf('person', 'Debbie Jones');

  test('is said by whoever is accepted with it, and by nobody where they are not', () => {
    const alone = accept(one, [{ place: claim }]);
    expect([...alone.edges.keys()]).toEqual([]);
    const both = accept(one, [{ place: claim }, { place: jones }]);
    expect([...both.edges.values()]).toMatchObject([
      {
        type: 'authored',
        source: 'person:debbie-jones',
        target: 'claim:one-word-says-too-little-about-a-council',
        speech: 'direct',
      },
    ]);
    const later = accept({ ...one, corpus: accept(one, [{ place: jones }]) }, [{ place: claim }]);
    expect([...later.edges.keys()]).toEqual([...both.edges.keys()]);
  });

  test('is about the topic that was chosen, on the words of what is said', () => {
    const topic = {
      label: 'Should inspections end in a one-word judgment?',
      poles: { for: 'Yes', against: 'No' },
    };
    const corpus = accept(one, [{ place: claim, about: { topic, stance: 'against' } }]);
    const about = [...corpus.edges.values()].find(({ type }) => type === 'about');
    expect(about).toMatchObject({
      stance: 'against',
      target: 'topic:should-inspections-end-in-a-one-word-judgment',
    });
    expect(about!.passages[0]!.quote).toContain('One word says too little about a council');
  });

  test('is headed and stated as it was written over, on the same words', () => {
    const corpus = accept(one, [
      { place: claim, label: 'One word is too little', statement: 'A grade of one word says too little.' },
    ]);
    expect(corpus.nodes.get('claim:one-word-is-too-little')).toMatchObject({
      label: 'One word is too little',
      statement: 'A grade of one word says too little.',
      passages: [{ quote: expect.stringContaining('One word says too little') as string }],
    });
  });

  test('tells by which rule it was proposed and how sure that was', () => {
    const corpus = accept(one, [{ place: claim }, { place: jones }]);
    const { rule, confidence } = one.proposals[claim]!;
    for (const item of [
      corpus.nodes.get('claim:one-word-says-too-little-about-a-council')!,
      [...corpus.edges.values()][0]!,
    ])
      expect(item.provenance).toEqual({ rule, confidence });
  });

  test('gives its words and who says it to what says the same', () => {
    const before = apply(one.corpus, {
      put: [
        {
          id: 'claim:known',
          type: 'claim',
          label: 'Known',
          statement: 'Known.',
          passages: [{ article: one.article, quote: 'inspectors should visit' }],
        },
      ],
    }).corpus;
    const corpus = accept({ ...one, corpus: before }, [
      { place: claim, into: 'claim:known' },
      { place: jones },
    ]);
    expect([...corpus.nodes.values()].filter(({ type }) => type === 'claim')).toMatchObject([
      {
        id: 'claim:known',
        label: 'Known',
        passages: [{}, { quote: expect.stringContaining('One word') as string }],
      },
    ]);
    expect([...corpus.edges.values()]).toMatchObject([
      { source: 'person:debbie-jones', target: 'claim:known' },
    ]);
  });

  test('is joined where both ends are accepted', () => {
    const relation = one.proposals.findIndex((proposal) => proposal.kind === 'relation');
    const ofsted = placeOf('organisation', 'Ofsted');
    expect(accept(one, [{ place: relation }, { place: jones }]).edges.size).toBe(0);
    const corpus = accept(one, [{ place: relation }, { place: jones }, { place: ofsted }]);
    expect([...corpus.edges.values()]).toMatchObject([
      {
        type: 'affiliated-with',
        source: 'person:debbie-jones',
        target: 'organisation:ofsted',
        provenance: { rule: 'role-beside-name' },
      },
    ]);
  });
});
