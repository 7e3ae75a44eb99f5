// Two codings of the same articles put together: all that is chosen, nothing that is not, as one edit that can be taken back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toNewId, toRemoval } from '../../src/core/act';
import { withoutPlace } from '../../src/core/anchor';
import { readDraft } from '../../src/core/corpus';
import { toEntry, type NewEdge, type NewNode } from '../../src/core/coding';
import { apply, type Item } from '../../src/core/edit';
import { readHomes, toStored, writeCorpus } from '../../src/core/graphfile';
import { EMPTY, isSaid, type Corpus } from '../../src/core/model';
import { compareCorpora, toChoices, toSettlement, type Choice } from '../../src/core/settlement';
import { atOnce, type Steps } from '../../src/core/steps';
import { toSynthetic } from '../bench/synthetic';
import { CORPUS, FILES, ROOT } from '../shipped';

const ARTICLES = [
  ['demand-no-excuse-2010', '004_1f30778279557ceb.txt'],
  ['high-caseloads-2014', '000_22c91d1266f468ca.txt'],
  ['too-tough-2015', '001_b7e7e7cfa3d0a4a3.txt'],
  ['inspection-changes-2016', '002_42f8d32c885e2004.txt'],
  ['ilacs-review-2019', '003_5031a30f68856265.txt'],
] as const;

/** One of the two codings of an article, as a corpus of its own. */
const readCoding = (coder: string, article: string, seed: string): Corpus =>
  readDraft(
    new Map([
      [
        `graph/${article}.json`,
        readFileSync(path.join(ROOT, `tests/codings/${coder}/${article}.json`), 'utf8'),
      ],
      [`seeds/${seed}`, FILES.get(`seeds/${seed}`)!],
    ]),
  );
const CODINGS = ARTICLES.map(([article, seed]) => {
  const [ours, theirs] = [readCoding('first', article, seed), readCoding('second', article, seed)];
  return { article: `article:${article}`, ours, theirs, comparison: atOnce(compareCorpora(ours, theirs)) };
});
/** A corpus as files, with all that `ours` has in its order. */
const toText = (corpus: Corpus, ours: Corpus) =>
  JSON.stringify([...writeCorpus(corpus, readHomes(writeCorpus(ours)))]);
const countSaid = ({ nodes }: Corpus) => [...nodes.values()].filter(isSaid).length;

describe('two codings of an article', () => {
  test('compared have the same finds in common as their files', () => {
    for (const { article, comparison, ours, theirs } of CODINGS) {
      const { agreement } = comparison.articles.get(article)!;
      expect([agreement.first, agreement.second]).toEqual([countSaid(ours), countSaid(theirs)]);
      expect(agreement.pairs.size).toBe(agreement.both);
      expect(new Set(comparison.disputes.map(({ key }) => key)).size).toBe(comparison.disputes.length);
    }
  });

  test('compared and merged are the same whichever of them has the article’s web address', () => {
    const { article, ours, theirs, comparison } = CODINGS[0]!;
    const withAddress = (corpus: Corpus): Corpus =>
      apply(corpus, {
        put: [{ ...toStored(corpus.nodes.get(article)!), url: 'https://example.org/a' } as Item],
      }).corpus;
    const others = withAddress(theirs);
    const compared = atOnce(compareCorpora(ours, others));
    expect(compared.disputes).toEqual(comparison.disputes);
    expect([compared.differing, compared.missing]).toEqual([[], []]);
    const edit = atOnce(toSettlement(ours, theirs, comparison));
    expect(atOnce(toSettlement(ours, others, compared))).toEqual(edit);
    const both = withAddress(ours);
    const settled = apply(both, atOnce(toSettlement(both, theirs, atOnce(compareCorpora(both, theirs)))));
    expect(settled.corpus.nodes.get(article)).toMatchObject({ url: 'https://example.org/a' });
  });

  test('merged hold all of ours, and what only they found with who says it and what it is about', () => {
    for (const { article, ours, theirs, comparison } of CODINGS) {
      const { agreement } = comparison.articles.get(article)!;
      const { corpus, reverse } = apply(ours, atOnce(toSettlement(ours, theirs, comparison)));
      expect(countSaid(corpus)).toBe(agreement.first + agreement.second - agreement.both);
      for (const id of [...ours.nodes.keys(), ...ours.edges.keys()])
        expect(corpus.nodes.has(id) || corpus.edges.has(id)).toBe(true);
      for (const dispute of comparison.disputes) {
        if (dispute.kind !== 'only second') continue;
        const found = [...corpus.nodes.values()].find(
          (node) => node.label === dispute.second!.label && !ours.nodes.has(node.id),
        )!;
        const lines = [...corpus.edges.values()].filter(
          ({ source, target }) => source === found.id || target === found.id,
        );
        const theirLines = [...theirs.edges.values()].filter(
          ({ type, source, target }) =>
            (target === dispute.second!.id && (type === 'authored' || type === 'states')) ||
            (source === dispute.second!.id && type === 'about'),
        );
        for (const type of ['authored', 'states', 'about'])
          expect(lines.filter((line) => line.type === type).length).toBe(
            theirLines.filter((line) => line.type === type).length,
          );
      }
      expect(toText(apply(corpus, reverse).corpus, ours)).toBe(toText(ours, ours));
    }
  });

  test('settled wholly as theirs have their finds, their speakers, topics and stances', () => {
    for (const { article, ours, theirs, comparison } of CODINGS) {
      const choices = new Map(comparison.disputes.map(({ key }): [string, Choice] => [key, 'theirs']));
      const { corpus } = apply(ours, atOnce(toSettlement(ours, theirs, comparison, choices)));
      const again = atOnce(compareCorpora(corpus, theirs));
      const { agreement } = again.articles.get(article)!;
      expect(again.disputes.map(({ kind, readings }) => ({ kind, readings }))).toEqual([]);
      expect([agreement.first, agreement.both]).toEqual([agreement.second, agreement.second]);
    }
  });

  test('settled in whatever way can be shown, and taken back', () => {
    for (const { ours, theirs, comparison } of CODINGS)
      fc.assert(
        fc.property(
          fc.tuple(...comparison.disputes.map((dispute) => fc.constantFrom(...toChoices(dispute)))),
          fc.boolean(),
          (chosen, takesLines) => {
            const choices = new Map(comparison.disputes.map(({ key }, index) => [key, chosen[index]!]));
            const edit = atOnce(toSettlement(ours, theirs, comparison, choices, takesLines));
            const { corpus, reverse } = apply(ours, edit);
            expect(toText(apply(corpus, reverse).corpus, ours)).toBe(toText(ours, ours));
          },
        ),
        { numRuns: 6 },
      );
  });
});

describe('where two name things otherwise, merged', () => {
  const [{ ours: first }] = CODINGS as [(typeof CODINGS)[number]];
  const written = [...writeCorpus(first, readHomes(new Map())).entries()];
  /** The first coding with other words in its files. */
  const change = (...changes: readonly (readonly [string, string])[]): Corpus =>
    readDraft(
      new Map(
        written.map(([file, text]) => [
          file,
          file.startsWith('seeds/')
            ? text
            : changes.reduce(
                (so, [from, to]) => so.replaceAll(JSON.stringify(from), JSON.stringify(to)),
                text,
              ),
        ]),
      ),
    );
  const merge = (ours: Corpus, theirs: Corpus): Corpus =>
    apply(ours, atOnce(toSettlement(ours, theirs, atOnce(compareCorpora(ours, theirs))))).corpus;

  test('topics whose questions differ in their last words only, whose ids are the same, are kept apart', () => {
    const topic = [...first.nodes.values()].find(({ type }) => type === 'topic')!;
    const ask = (whom: string): Corpus => {
      const label = `Should inspections of children’s services end in one word for ${whom}?`;
      return change([topic.id, toNewId(EMPTY, 'topic', label)], [topic.label, label]);
    };
    const [ours, theirs] = [ask('schools'), ask('councils')];
    const { disputes } = atOnce(compareCorpora(ours, theirs));
    expect(disputes.length).toBeGreaterThan(0);
    expect(new Set(disputes.map(({ kind }) => kind))).toEqual(new Set(['topics']));
    expect(merge(ours, theirs).edges.size).toBe(ours.edges.size);
  });

  test('who has one name, however it is written, is one, and so is the article', () => {
    const person = [...first.nodes.values()].find(({ type }) => type === 'person')!;
    const article = [...first.articles.keys()][0]!;
    const theirs = change(
      [person.id, 'person:other'],
      [person.label, person.label.toLowerCase().replace(' ', '  ')],
      [article, 'article:other'],
    );
    expect(toText(merge(first, theirs), first)).toBe(toText(first, first));
  });
});

test('a coding compared with itself, or merged with it, has nothing to settle and stays as it is', () => {
  const comparison = atOnce(compareCorpora(CORPUS, CORPUS));
  expect(comparison.disputes).toEqual([]);
  expect(comparison.articles.size).toBe(CORPUS.articles.size);
  expect(atOnce(toSettlement(CORPUS, CORPUS, comparison))).toEqual({});
});

describe('what two coders call by names that make the same id', () => {
  const called = (where: string) => `The head of the first school that was inspected in ${where}`;
  const text = `${called('Leeds')} said: checks help. ${called('York')} said: checks harm.`;
  const words = (quote: string) => [{ article: 'article:a', quote }];
  const article: Item = {
    id: 'article:a',
    type: 'article',
    label: 'Checks',
    passages: words(text),
    date: '2020',
    seed: 'a.txt',
    publisher: 'The Paper',
  };
  const base = apply(EMPTY, { texts: [{ seed: 'a.txt', text }], put: [article] }).corpus;
  const code = (before: Corpus, [speaker, said]: readonly [string, string]): Corpus => {
    const person: NewNode = { type: 'person', label: speaker, passages: words(speaker) };
    const claim: NewNode = { type: 'claim', label: said, statement: said, passages: words(said) };
    const line: NewEdge = {
      type: 'authored',
      source: person,
      target: claim,
      basis: 'stated',
      speech: 'indirect',
      passages: words(`${speaker} said: ${said}`),
    };
    return apply(before, toEntry(before, [person, claim], [line]).edit).corpus;
  };
  const [first, second] = [
    [called('Leeds'), 'checks help'],
    [called('York'), 'checks harm'],
  ] as const;

  test('stays two, each with what it says', () => {
    const [ours, theirs] = [code(base, first), code(base, second)];
    expect(
      [ours, theirs].map(({ nodes }) => nodes.has('person:the-head-of-the-first-school-that-was')),
    ).toEqual([true, true]);
    const { nodes, edges } = apply(
      ours,
      atOnce(toSettlement(ours, theirs, atOnce(compareCorpora(ours, theirs)))),
    ).corpus;
    const said = [...edges.values()].map(({ source, target }) =>
      [source, target].map((id) => nodes.get(id)!.label),
    );
    expect(said).toEqual([first, second]);
  });

  test('is the same by name where each began with another', () => {
    const [ours, theirs] = [code(code(base, first), second), code(code(base, second), first)];
    expect(ours.nodes.get('person:the-head-of-the-first-school-that-was')!.label).not.toBe(
      theirs.nodes.get('person:the-head-of-the-first-school-that-was')!.label,
    );
    const comparison = atOnce(compareCorpora(ours, theirs));
    expect(comparison.disputes).toEqual([]);
    expect(atOnce(toSettlement(ours, theirs, comparison))).toEqual({});
  });
});

describe('what is said in several articles', () => {
  const [here, there] = ['article:demand-no-excuse-2010', 'article:ilacs-review-2019'] as const;
  const [SAID, SPEAKER] = ['claim:one-third-inadequate-2010', 'report:ofsted-annual-report-2010'];
  const [TOPIC, OTHER] = ['topic:state-of-services', 'topic:scheduling'];
  // Words that nothing is coded in.
  const { reason: _, ...left } = withoutPlace(CORPUS.articles.get(there)!.leftOut[0]!);
  /** The shipped coding, with a claim of one article said again in another. */
  const again = (speaker: string, topic = TOPIC): Corpus => {
    const claim = toStored(CORPUS.nodes.get(SAID)!);
    const about = [...CORPUS.edges.values()].find(
      ({ type, source, target }) => type === 'about' && source === SAID && target === topic,
    );
    const line = { target: SAID, basis: 'stated' as const, passages: [left] };
    const put: Item[] = [
      { ...claim, passages: [...claim.passages, left] },
      speaker.startsWith('report:')
        ? { ...line, id: 'states:again', type: 'states', source: speaker, speech: 'direct' }
        : { ...line, id: 'authored:again', type: 'authored', source: speaker, speech: 'direct' },
      about
        ? { ...toStored(about), passages: [...toStored(about).passages, left] }
        : { ...line, id: 'about:again', type: 'about', source: SAID, target: topic, stance: 'for' },
    ];
    return apply(CORPUS, { put }).corpus;
  };
  const settle = (ours: Corpus, theirs: Corpus, choice: Choice): Corpus => {
    const comparison = atOnce(compareCorpora(ours, theirs));
    expect(new Set(comparison.disputes.map(({ article }) => article))).toEqual(new Set([there]));
    const choices = new Map(comparison.disputes.map(({ key }): [string, Choice] => [key, choice]));
    const { corpus, reverse } = apply(ours, atOnce(toSettlement(ours, theirs, comparison, choices)));
    expect(toText(apply(corpus, reverse).corpus, ours)).toBe(toText(ours, ours));
    return corpus;
  };
  const speakers = ({ edges }: Corpus, article: string) =>
    [...edges.values()].flatMap(({ type, source, target, passages }) =>
      target === SAID && (type === 'authored' || type === 'states') && passages[0]!.article === article
        ? [source]
        : [],
    );
  const topics = ({ edges }: Corpus) =>
    [...edges.values()].flatMap((edge) =>
      edge.type === 'about' && edge.source === SAID
        ? edge.passages.map(({ article }) => `${edge.target} ${article}`)
        : [],
    );
  /** What there is, whatever it is called and in whatever order. */
  const toItems = ({ nodes, edges }: Corpus) =>
    new Set([...nodes.values(), ...edges.values()].map((item) => JSON.stringify({ ...item, id: '' })));

  test('is said in each by whom was chosen there, also where the other coder’s speaker says it elsewhere', () => {
    const [ours, theirs] = [again('person:eileen-munro'), again(SPEAKER)];
    expect(speakers(CORPUS, here)).toContain(SPEAKER);
    for (const [choice, who] of [
      ['ours', ['person:eileen-munro']],
      ['theirs', [SPEAKER]],
      ['both', ['person:eileen-munro', SPEAKER]],
    ] as const) {
      const settled = settle(ours, theirs, choice);
      expect(speakers(settled, there)).toEqual(who);
      expect(speakers(settled, here)).toEqual(speakers(CORPUS, here));
    }
  });

  test('is about what was chosen there, and elsewhere about what both say', () => {
    const [ours, theirs] = [again(SPEAKER), again(SPEAKER, OTHER)];
    const before = topics(CORPUS);
    const settled = settle(ours, theirs, 'theirs');
    expect(new Set(topics(settled))).toEqual(new Set([...before, `${OTHER} ${there}`]));
    expect(new Set(topics(settle(theirs, ours, 'theirs')))).toEqual(
      new Set([...before, `${TOPIC} ${there}`]),
    );
    expect(new Set(topics(settle(ours, theirs, 'both')))).toEqual(
      new Set([...before, `${TOPIC} ${there}`, `${OTHER} ${there}`]),
    );
  });

  test('is taken out of the article that only one found it in, and stays where both did', () => {
    for (const coded of [again('person:eileen-munro'), again('person:eileen-munro', OTHER)]) {
      expect(toItems(settle(coded, CORPUS, 'theirs'))).toEqual(toItems(CORPUS));
      expect(toItems(settle(coded, CORPUS, 'ours'))).toEqual(toItems(coded));
    }
  });

  test('comes with its words, speaker and topic there where only they found it there, or not at all', () => {
    for (const coded of [again('person:eileen-munro'), again('person:eileen-munro', OTHER)]) {
      expect(toItems(settle(CORPUS, coded, 'theirs'))).toEqual(toItems(coded));
      expect(toItems(settle(CORPUS, coded, 'ours'))).toEqual(toItems(CORPUS));
    }
  });

  test('comes from that article only where it was taken', () => {
    const without = apply(CORPUS, toRemoval(CORPUS, [SAID])).corpus;
    const theirs = again('person:eileen-munro');
    const comparison = atOnce(compareCorpora(without, theirs));
    const take = (article: string) => {
      const choices = new Map(
        comparison.disputes.map((dispute): [string, Choice] => [
          dispute.key,
          dispute.article === article ? 'theirs' : 'ours',
        ]),
      );
      return apply(without, atOnce(toSettlement(without, theirs, comparison, choices))).corpus;
    };
    expect(toItems(take(here))).toEqual(toItems(CORPUS));
    expect(
      take(there)
        .nodes.get(SAID)!
        .passages.map(({ article }) => article),
    ).toEqual([there]);
    expect([speakers(take(there), here), speakers(take(there), there)]).toEqual([
      [],
      ['person:eileen-munro'],
    ]);
  });
});

test('articles with other words, and those we have not, are named and left alone', () => {
  const [one] = CODINGS;
  const [id, article] = [...one!.theirs.articles][0]!;
  const changed: Corpus = {
    ...one!.theirs,
    articles: new Map([[id, { ...article, text: `${article.text} ` }]]),
  };
  const comparison = atOnce(compareCorpora(one!.ours, changed));
  expect(comparison.differing).toEqual([article.node.label]);
  expect([comparison.articles.size, comparison.missing]).toEqual([0, []]);
  const { missing } = atOnce(compareCorpora(one!.ours, CODINGS[1]!.theirs));
  expect(missing.length).toBe(1);
});

test('an article whose lines end otherwise is told apart from one with other words, whichever side it is on', () => {
  const [{ ours, theirs }] = CODINGS as [(typeof CODINGS)[number]];
  const [id, article] = [...theirs.articles][0]!;
  const text = article.text.replaceAll('\n', '\r\n');
  const windows: Corpus = { ...theirs, articles: new Map([[id, { ...article, text }]]) };
  for (const [one, other] of [
    [ours, windows],
    [windows, ours],
  ] as const) {
    const { articles, differing, missing, lineEnds } = atOnce(compareCorpora(one, other));
    expect([articles.size, differing, missing, lineEnds]).toEqual([0, [], [], [article.node.label]]);
  }
});

test('two large codings are compared and settled in steps, as many as there is to do', () => {
  const ours = toSynthetic(2000);
  const gone = new Set(
    [...ours.nodes.keys()].filter((id, index) => id.startsWith('claim:') && index % 5 === 0),
  );
  const theirs = {
    ...ours,
    nodes: new Map([...ours.nodes].filter(([id]) => !gone.has(id))),
    edges: new Map(
      [...ours.edges].filter(([, { source, target }]) => !gone.has(source) && !gone.has(target)),
    ),
  };
  const count = <T>(steps: Steps<T>): [number, T] => {
    for (let pauses = 0; ; pauses++) {
      const { done, value } = steps.next();
      if (done) return [pauses, value];
    }
  };
  const [pauses, comparison] = count(compareCorpora(ours, theirs));
  expect(pauses).toBeGreaterThan(ours.articles.size);
  const choices = new Map(comparison.disputes.map(({ key }): [string, Choice] => [key, 'theirs']));
  const [others, { remove }] = count(toSettlement(ours, theirs, comparison, choices));
  expect(others).toBeGreaterThan(ours.edges.size / 200);
  expect(remove).toEqual(expect.arrayContaining([...gone]));
});
