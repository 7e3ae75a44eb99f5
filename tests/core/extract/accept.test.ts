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
import { findDoubtful } from '../../../src/core/extract/doubt';
import { toKnownActors } from '../../../src/core/extract/known';
import type { NewActor } from '../../../src/core/extract/prepared';
import type { Proposal } from '../../../src/core/extract/proposal';
import { propose } from '../../../src/core/extract/propose';
import { isSaid, isUtterance, type Corpus } from '../../../src/core/model';
import { findOpen } from '../../../src/core/rules';
import { atOnce } from '../../../src/core/steps';
import { fold } from '../../../src/core/text';
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
    const toSpans = (some: readonly { start: number; end: number }[]) =>
      some.map(({ start, end }) => `${start} ${end}`).toSorted();
    expect(toSpans(coded.flatMap(({ passages }) => passages))).toEqual(
      toSpans(said.map(({ passage }) => passage)),
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
    const bodies = [...before.nodes.values()].filter(({ type }) => type === 'organisation');
    const called = new Set(bodies.flatMap(({ label, aliases = [] }) => [label, ...aliases]).map(fold));
    const coded = added.filter(isSaid);
    const said = proposals.filter((proposal) => 'speakers' in proposal);
    for (const { id, type, passages } of coded) {
      const known = said
        .filter(({ kind, passage }) => kind === type && passages.some(({ start }) => start === passage.start))
        .flatMap(({ speakers }) => speakers)
        .filter(
          ({ id: node, label, quote }) =>
            (node !== undefined && before.nodes.has(node)) || names.has(label) || called.has(fold(quote)),
        );
      const utterances = [...corpus.edges.values()].filter(
        (edge) => isUtterance(corpus, edge) && edge.target === id,
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

/** Words that two nodes of a type share, and names that two people or bodies of an article share. */
function findTwins({ articles, nodes }: Corpus, article: string): string[] {
  const twins: string[] = [];
  const seen = new Map<string, string>();
  const enter = (key: string, id: string) => {
    const other = seen.get(key);
    if (other === undefined) seen.set(key, id);
    else if (other !== id) twins.push(`${other} and ${id}: ${key}`);
  };
  for (const node of nodes.values()) {
    if (isSaid(node)) enter(`${node.type} states ${fold(node.statement)}`, node.id);
    const here = node.passages.filter((passage) => passage.article === article);
    if (here.length === 0 || articles.has(node.id)) continue;
    // Whom only a person names, and not the article, rests on what they say, as another may.
    if (node.type !== 'topic' && (isSaid(node) || node.type === 'report' || node.provenance?.rule))
      for (const { start, end } of here) enter(`${node.type} on ${start} to ${end}`, node.id);
    if (node.type === 'person' || node.type === 'organisation')
      for (const name of [node.label, ...(node.aliases ?? [])]) enter(`name ${fold(name)}`, node.id);
  }
  return twins;
}

test('whatever is accepted in whatever order: no two nodes of a type on the same words, nobody under a name that another has', () => {
  const name = fc.constantFrom('Ofsted', 'Debbie Jones', 'Jones', 'Mohamed', 'The Guardian', undefined);
  const by = fc.option(
    fc.oneof(fc.nat(), fc.record({ kind: fc.constantFrom('person', 'organisation'), label: name })),
    { nil: undefined, freq: 3 },
  );
  const decision = fc.record({ place: fc.nat(), label: fc.option(name, { nil: undefined, freq: 3 }), by });
  fc.assert(
    fc.property(
      fc.constantFrom(...CASES),
      fc.array(fc.array(decision, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      ({ corpus: before, article, proposals }, acts, endsWithAll) => {
        if (proposals.length === 0) return;
        let corpus = before;
        const step = (accepted: readonly Acceptance[]) => {
          corpus = accept({ corpus, article, proposals }, accepted);
          expect(findTwins(corpus, article)).toEqual([]);
        };
        for (const decisions of acts)
          step(
            decisions.map(({ place, label, by: who }): Acceptance => {
              const at = place % proposals.length;
              const speaker =
                typeof who === 'number'
                  ? who % proposals.length
                  : who?.label === undefined
                    ? undefined
                    : ({ kind: who.kind, label: who.label } as NewActor);
              return { place: at, by: speaker, ...('aliases' in proposals[at]! && { label }) };
            }),
          );
        if (endsWithAll) step(proposals.map((_, place) => ({ place })));
      },
    ),
    { numRuns: 500 },
  );
});

test('of what is accepted in a heap nothing overlaps, says the same or may be the same as another, and what is left out is told with what it may be', () => {
  for (const { corpus, article, proposals } of CASES) {
    const places = proposals.map((_, place) => place);
    const doubtful = findDoubtful(corpus, article, proposals, places);
    for (const [place, other] of doubtful) {
      expect(other).not.toBe(place);
      if (typeof other === 'string') expect(corpus.nodes.has(other)).toBe(true);
      // The surer of two is not left out.
      else {
        expect(doubtful.has(other)).toBe(false);
        expect(proposals[other]!.confidence).toBeGreaterThanOrEqual(proposals[place]!.confidence);
      }
    }
    const sure = places.filter((place) => !doubtful.has(place));
    const after = accept(
      { corpus, article, proposals },
      sure.map((place) => ({ place })),
    );
    const { by } = findCoded(after, article, proposals);
    const coded = sure.flatMap((place) => (proposals[place]!.kind === 'relation' ? [] : by.get(place)!));
    // Each became a node of its own.
    expect(new Set(coded).size).toBe(coded.length);
  }
});

test('the same person under two names, a claim within a claim and one said twice are left out of a heap', () => {
  const one = toCase(
    `Ofsted’s national director, Debbie Jones, said: “One word says too little about a council.”

D. Jones added: “One word says far too little about a council.”

The Association of Directors of Children’s Services said inspectors should visit more often. ADCS agreed.`,
    'A short text',
  );
  const at = (quote: string) => {
    const start = one.corpus.articles.get(one.article)!.text.indexOf(quote);
    return { passage: { start, end: start + quote.length, quote }, confidence: 0.6, rule: 'capitals' };
  };
  const actor = (kind: 'person' | 'organisation', label: string, confidence: number): Proposal => ({
    ...at(label),
    kind,
    label,
    aliases: [],
    mentions: [],
    confidence,
  });
  const claim = (quote: string, confidence: number): Proposal => ({
    ...at(quote),
    kind: 'claim',
    speech: 'direct',
    speakers: [],
    confidence,
  });
  const proposals = [
    actor('person', 'D. Jones', 0.6),
    actor('person', 'Debbie Jones', 0.9),
    actor('organisation', 'Association of Directors of Children’s Services', 0.9),
    actor('organisation', 'ADCS', 0.7),
    actor('organisation', 'Ofsted', 0.8),
    claim('One word says too little about a council', 0.9),
    claim('One word says far too little about a council', 0.8),
    claim('too little about a council', 0.7),
    claim('inspectors should visit more often', 0.7),
  ];
  const doubtful = findDoubtful(one.corpus, one.article, proposals, [...proposals.keys()]);
  expect([...doubtful].toSorted(([a], [b]) => a - b)).toEqual([
    [0, 1],
    [3, 2],
    [6, 5],
    [7, 5],
  ]);
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

  /** The corpus with a claim that is coded in it already. */
  const withKnown = () =>
    apply(one.corpus, {
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

  test('gives its words and who says it to what says the same', () => {
    const before = withKnown();
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

  test('is said by whoever is chosen: somebody else who is proposed, or somebody new on the words that name them', () => {
    const adcs = one.proposals.findIndex(
      (proposal) => 'aliases' in proposal && proposal.aliases.includes('ADCS'),
    );
    const proposed = accept(one, [{ place: claim, by: adcs }, { place: adcs }]);
    expect([...proposed.edges.values()]).toMatchObject([
      { type: 'authored', source: 'organisation:association-of-directors-of-childrens-services' },
    ]);
    const corpus = accept(one, [{ place: claim, by: { kind: 'person', label: 'Debbie Jones' } }]);
    expect([...corpus.edges.values()]).toMatchObject([{ type: 'authored', source: 'person:debbie-jones' }]);
    expect(corpus.nodes.get('person:debbie-jones')).toMatchObject({ passages: [{ quote: 'Debbie Jones' }] });
    // Whom the article does not name stands on what they say.
    const unnamed = accept(one, [{ place: claim, by: { kind: 'person', label: 'Eileen Munro' } }]);
    expect(unnamed.nodes.get('person:eileen-munro')!.passages).toMatchObject([
      { quote: expect.stringContaining('One word says too little') as string },
    ]);
    // Who is there already is not entered again.
    const again = accept({ ...one, corpus }, [
      {
        place:
          placeOf('claim', 'inspectors') === -1
            ? placeOf('recommendation', 'inspectors')
            : placeOf('claim', 'inspectors'),
        by: { kind: 'person', label: 'debbie jones' },
      },
      { place: jones },
    ]);
    expect([...again.nodes.values()].filter(({ type }) => type === 'person')).toHaveLength(1);
  });

  test.each([
    ['Education Ministry', 'education ministry'],
    ['The Education Ministry', 'education ministry'],
    // Whom the article calls something else stands on the words that tell of the speaker, not on the pronoun.
    ['Department for Education', 'education ministry'],
    ['NASUWT', 'teachers’ union'],
  ])('is said by a new ‘%s’, who stands on the words ‘%s’', (label, words) => {
    const two = toCase(
      'Phones should be banned, the education ministry said. The teachers’ union rejected the plan. It said that schools have rules.',
      'Phones',
    );
    const place = two.proposals.findIndex(
      ({ passage }) =>
        passage.quote === (label === 'NASUWT' ? 'schools have rules' : 'Phones should be banned'),
    );
    const { nodes } = accept(two, [{ place, by: { kind: 'organisation', label } }]);
    expect([...nodes.values()].find(({ type }) => type === 'organisation')).toMatchObject({
      label,
      passages: [{ quote: words }],
    });
  });

  test('disputes or supports what was chosen, concluded for a reason from the words of both, and only once', () => {
    const before = withKnown();
    const bearing = {
      on: 'claim:known',
      type: 'disputes',
      reason: 'They take opposite sides.',
      rule: 'opposite-sides',
    } as const;
    const taken = [{ place: claim, bearings: [bearing, { ...bearing, on: 'claim:gone' }] }];
    const corpus = accept({ ...one, corpus: before }, taken);
    expect([...corpus.edges.values()]).toMatchObject([
      {
        type: 'disputes',
        source: 'claim:one-word-says-too-little-about-a-council',
        target: 'claim:known',
        basis: 'inferred',
        rationale: 'They take opposite sides.',
        provenance: { rule: 'opposite-sides' },
        passages: [
          { quote: expect.stringContaining('One word says too little') as string },
          { quote: 'inspectors should visit' },
        ],
      },
    ]);
    expect(accept({ ...one, corpus }, taken).edges).toEqual(corpus.edges);
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
