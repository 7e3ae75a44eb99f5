// Search as you type, over the real corpus.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toSentences } from '../../src/core/coverage';
import { toStatements } from '../../src/core/discourse';
import { apply } from '../../src/core/edit';
import { toStored } from '../../src/core/graphfile';
import { toPassages, type Corpus } from '../../src/core/model';
import { toSearchParts, type SearchPart } from '../../src/core/indexing';
import { toSearcher, type Hit } from '../../src/core/search';
import { toMarks, toMarksAt } from '../../src/core/passage';
import { atOnce } from '../../src/core/steps';
import { fold, toPhrases, toWords } from '../../src/core/text';
import { toHits, toIndex } from '../indexed';
import { CORPUS } from '../shipped';

const parts = [...toSearchParts(CORPUS)];
const index = toIndex(parts);
const searcher = atOnce(toSearcher(CORPUS, index));
const search = (text: string) => toHits(atOnce(searcher.find(text)));
const labels = (hits: readonly Hit[]) => hits.flatMap((hit) => (hit.kind === 'node' ? [hit.node.label] : []));
const quotes = (hits: readonly Hit[]) => hits.flatMap((hit) => (hit.kind === 'passage' ? [hit.quote] : []));

describe('a search', { timeout: 30_000 }, () => {
  test.each(['Munro', 'munro', 'MUNRO', 'Múnro', 'eileen munro', 'munro, eileen'])(
    'for “%s” finds Eileen Munro first',
    (text) => {
      expect(labels(search(text))[0]).toBe('Eileen Munro');
    },
  );

  test('finds people by another of their names', () => {
    for (const node of CORPUS.nodes.values())
      if (node.type === 'person')
        for (const alias of node.aliases ?? []) expect(labels(search(alias))).toContain(node.label);
  });

  test('finds what somebody says by their name, or the body’s they speak for, after what has it in its words', () => {
    const saidBy = (actor: string) =>
      toStatements(CORPUS).flatMap(({ said, actors }) => (actors.includes(actor) ? [said] : []));
    for (const [actor, name, word] of [
      ['person:eileen-munro', 'Munro', 'grades'],
      ['person:alan-wood', 'Wood', 'grades'],
      ['organisation:adcs', 'ADCS', 'inadequate'],
    ] as const) {
      const text = `${name} ${word}`;
      const wanted = saidBy(actor).filter(({ label }) => toWords(label).includes(word));
      expect(wanted.length).toBeGreaterThan(0);
      expect(labels(search(text))).toEqual(expect.arrayContaining(wanted.map(({ label }) => label)));
    }
    const claims = search('Ofsted').flatMap((hit) =>
      hit.kind === 'node' && hit.node.type === 'claim' ? [hit.node] : [],
    );
    const first = claims.findIndex(({ label, statement }) => !/ofsted/i.test(`${label} ${statement}`));
    expect(first).toBeGreaterThan(0);
    expect(claims.slice(first).some(({ label }) => /ofsted/i.test(label))).toBe(false);
  });

  test('finds a topic by its note', () => {
    const topic = toStored(CORPUS.nodes.get('topic:one-word-judgment')!);
    const { corpus } = apply(CORPUS, { put: [{ ...topic, note: 'Xylophones left out.' } as typeof topic] });
    const noted = atOnce(toSearcher(corpus, toIndex([...toSearchParts(corpus)])));
    expect(labels(toHits(atOnce(noted.find('xylophones'))))).toEqual([topic.label]);
  });

  test('finds every node by its label', () => {
    for (const { label } of CORPUS.nodes.values()) expect(labels(search(label))).toContain(label);
  });

  test('finds words of an article with whichever apostrophe and quotation marks', () => {
    const curly = search('children’s services departments');
    expect(quotes(curly).length).toBeGreaterThan(0);
    expect(search("children's services departments")).toEqual(curly);
    expect(quotes(search('"one-dimensional lens"'))).toEqual(quotes(search('“one-dimensional lens”')));
    expect(quotes(search('"one-dimensional lens"')).length).toBeGreaterThan(0);
  });

  test('finds a word by its beginning', () => {
    expect(labels(search('Eil Mun'))).toContain('Eileen Munro');
    expect(quotes(search('one-dimens')).join()).toContain('one-dimensional');
    expect(labels(search('unro'))).not.toContain('Eileen Munro');
  });

  describe('has first', () => {
    const names = [...CORPUS.nodes.values()].flatMap(({ label }) => toWords(label));
    const texts = names.flatMap((word, at) => [word, word.slice(0, 3), `${word} ${names[at + 1] ?? ''}`]);
    const isNamed = (hit: Hit, text: string) =>
      hit.kind === 'node' &&
      toWords(text).every((word) =>
        [hit.node.label, ...(hit.node.aliases ?? [])].flatMap(toWords).some((one) => one.startsWith(word)),
      );

    test('the topics, people, organisations and reports that are called so', () => {
      const [question] = search('one word');
      expect(question).toMatchObject({ node: { id: 'topic:one-word-judgment' } });
      const leading = ['topic', 'person', 'organisation', 'report'];
      for (const text of new Set(texts)) {
        const { groups } = atOnce(searcher.find(text));
        const leads = groups.map(
          ({ type, hits }) =>
            leading.includes(String(type)) && hits.slice().some((hit) => isNamed(hit, text)),
        );
        expect([text, ...leads]).toEqual([text, ...leads.toSorted((a, b) => Number(b) - Number(a))]);
      }
    });

    test('in each kind what has all the words in a name', () => {
      for (const text of new Set(texts))
        for (const { hits } of atOnce(searcher.find(text)).groups) {
          const named = hits.slice().map((hit) => isNamed(hit, text));
          expect([text, ...named]).toEqual([text, ...named.toSorted((a, b) => Number(b) - Number(a))]);
        }
    });
  });

  test('finds only what holds every word', () => {
    for (const quote of quotes(search('Munro Ofsted'))) {
      expect(fold(quote)).toContain('munro');
      expect(fold(quote)).toContain('ofsted');
    }
    expect(search('Munro zounds')).toEqual([]);
  });

  test('gives sentences as they stand in an article, each with something that rests on it', () => {
    const hits = search('inspection').filter((hit) => hit.kind === 'passage');
    expect(hits.length).toBeGreaterThan(20);
    for (const { id, article, quote } of hits) {
      const { text } = CORPUS.articles.get(article)!;
      const start = text.indexOf(quote);
      expect(start).toBeGreaterThanOrEqual(0);
      const item = CORPUS.nodes.get(id) ?? CORPUS.edges.get(id)!;
      expect(
        item.passages.some(
          (passage) =>
            passage.article === article &&
            // A sentence may stand twice in an article.
            (text.slice(passage.start, passage.end).includes(quote) ||
              quote.includes(passage.quote) ||
              (passage.start < start + quote.length && start < passage.end) ||
              text.indexOf(quote, start + 1) !== -1),
        ),
      ).toBe(true);
    }
  });

  test('names the passage that a sentence lies in', () => {
    let others = 0;
    for (const hit of search('ofsted')) {
      if (hit.kind !== 'passage') continue;
      const passage = toPassages(CORPUS.nodes.get(hit.id) ?? CORPUS.edges.get(hit.id)!)[hit.passage]!;
      expect(passage.article).toBe(hit.article);
      const { text } = CORPUS.articles.get(hit.article)!;
      const around = text.slice(
        Math.max(0, passage.start - hit.quote.length),
        passage.end + hit.quote.length,
      );
      expect(around).toContain(hit.quote);
      if (hit.passage > 0) others += 1;
    }
    expect(others).toBeGreaterThan(0);
  });

  test('tells of every sentence what the reader, too, has first at its words', () => {
    const { article, start, item } = index.sentences;
    const articles = [...CORPUS.articles.keys()];
    const ids = [...CORPUS.nodes.keys(), ...CORPUS.edges.keys()];
    const told = Array.from(start, (at, place) => [articles[article[place]!], at, ids[item[place]!]]);
    const first = articles.flatMap((id) => {
      const marks = toMarks(CORPUS, id);
      return toSentences(CORPUS.articles.get(id)!.text).flatMap((sentence) => {
        const [best] = toMarksAt(marks, sentence);
        return best ? [[id, sentence.start, best.item.id]] : [];
      });
    });
    expect(first.length).toBeGreaterThan(100);
    expect(told).toEqual(first);
  });

  test('finds nothing where there is nothing to look for', () => {
    for (const text of ['', ' ', '—', '“”', 'zounds']) expect(search(text)).toEqual([]);
  });

  test('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(search(text))).toBe(true);
      }),
    );
    for (const text of ['__proto__', 'constructor', 'toString', '.*', '(', '\\', 'a'.repeat(10_000)])
      expect(Array.isArray(search(text))).toBe(true);
  });
});

/** Words that share beginnings, with what makes words hard: apostrophes, dashes, accents, letters of other scripts. */
const WORDS = [
  'care',
  'career',
  'carer’s',
  'cáre',
  'CARE',
  'child',
  'children',
  'children’s',
  'chil-dren',
  'one-word',
  'word',
  'ofsted',
  'Öfsted',
  'straße',
  'ﬁnding',
  'ΛΟΓΟΣ',
  'λόγος',
  '教育',
  '½',
  '2014',
  '20',
  '😀',
  'e\u0301tat',
  'İstanbul',
  '“judgment”',
] as const;
const PREFIXES = [
  'c',
  'ca',
  'car',
  'care',
  'carers',
  'chi',
  'children',
  'o',
  'one',
  'wor',
  'ofs',
  'str',
  'f',
  'λογ',
  '教',
  '1',
  '20',
  'et',
  'ist',
  'zounds',
];

const words = (most: number) =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: most }).map((some) => some.join(' '));

/** A small corpus: claims with other names, in one article each of whose lines is a claim's passage or nobody's. */
const corpora = fc
  .array(
    fc.record({
      label: words(3),
      aliases: fc.array(words(2), { maxLength: 2 }),
      statement: words(6),
      line: words(8),
      isSaid: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drafts): Corpus => {
    const article = 'article:a';
    const lines = drafts.map(({ line }) => `${line}.`);
    const text = lines.join('\n');
    const node = {
      id: article,
      type: 'article' as const,
      label: 'Issue',
      seed: 'a.txt',
      publisher: 'Community Care',
      date: '2014',
      passages: [{ article, quote: 'Issue', start: text.length, end: text.length }],
    };
    const claims = drafts.map(({ label, aliases, statement, isSaid }, at) => {
      const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
      const end = start + lines[at]!.length;
      return {
        id: `claim:c${at}`,
        type: 'claim' as const,
        label,
        aliases,
        statement,
        passages: isSaid ? [{ article, quote: text.slice(start, end), start, end }] : [],
      };
    });
    return {
      articles: new Map([[article, { node, text, leftOut: [] }]]),
      nodes: new Map([node, ...claims].map((one) => [one.id, one])),
      edges: new Map(),
    };
  });

/** What a plain look at every text finds: ids of nodes, and sentences that something rests on. */
function scan({ nodes, articles }: Corpus, text: string): string[] {
  const wanted = toWords(text);
  const phrases = toPhrases(text).map(fold);
  const fits = (texts: readonly string[]) =>
    wanted.length > 0 &&
    wanted.every((word) => texts.flatMap(toWords).some((other) => other.startsWith(word))) &&
    phrases.every((phrase) => texts.some((one) => fold(one).includes(phrase)));
  const found = [...nodes.values()].flatMap((node) =>
    fits([node.label, ...(node.aliases ?? []), ...('statement' in node ? [node.statement] : [])])
      ? [node.id]
      : [],
  );
  const passages = [...nodes.values()].flatMap((node) => node.passages);
  for (const [id, article] of articles)
    for (const { start, end } of toSentences(article.text))
      if (
        passages.some((passage) => passage.start < end && start < passage.end) &&
        fits([article.text.slice(start, end)])
      )
        found.push(`${id} ${start}`);
  return found;
}

describe('in any corpus', { timeout: 30_000 }, () => {
  const toSearch = (corpus: Corpus) => atOnce(toSearcher(corpus, toIndex(toSearchParts(corpus))));
  const searches = fc
    .tuple(fc.array(fc.constantFrom(...PREFIXES), { maxLength: 3 }), fc.option(words(2), { nil: undefined }))
    .map(([begun, phrase]) =>
      [...begun, ...(phrase === undefined ? [] : [`"${phrase.replaceAll(/[“”]/g, '')}"`])].join(' '),
    );

  test('a search finds all that a plain look at every text finds, and nothing else', () => {
    let all = 0;
    fc.assert(
      fc.property(corpora, fc.array(searches, { minLength: 1, maxLength: 8 }), (corpus, texts) => {
        const one = toSearch(corpus);
        for (const text of texts) {
          const expected = scan(corpus, text);
          const hits = toHits(atOnce(one.find(text)));
          // A sentence may stand there twice: how many there are tells.
          expect(hits).toHaveLength(expected.length);
          expect(hits.filter(({ kind }) => kind === 'passage')).toHaveLength(
            expected.filter((key) => key.startsWith('article:a ')).length,
          );
          expect(new Set(hits.flatMap((hit) => (hit.kind === 'node' ? [hit.node.id] : [])))).toEqual(
            new Set(expected.filter((key) => !key.startsWith('article:a '))),
          );
          all += hits.length;
        }
      }),
    );
    expect(all).toBeGreaterThan(50);
  });

  test('a search for a name finds the nodes that hold every word in their names', () => {
    fc.assert(
      fc.property(
        corpora,
        fc.constantFrom(...PREFIXES),
        fc.constantFrom(...PREFIXES),
        (corpus, one, other) => {
          const named = [...corpus.nodes.values()].filter(({ label, aliases = [] }) =>
            [one, other].every((begun) =>
              [label, ...aliases].flatMap(toWords).some((word) => word.startsWith(begun)),
            ),
          );
          const hits = toHits(atOnce(toSearch(corpus).findNamed(`${one} ${other}`)));
          expect(hits).toHaveLength(named.length);
          expect(new Set(hits.map((hit) => hit.kind === 'node' && hit.node))).toEqual(new Set(named));
        },
      ),
    );
  });

  test('the index is the same whether it is handed over in many parts or in few, copied or not', () => {
    const cut = function* (some: Iterable<SearchPart | undefined>): Generator<SearchPart> {
      for (const part of some)
        if (part && 'texts' in part)
          for (const [at, text] of part.texts.entries()) yield { texts: [text], fields: [part.fields[at]!] };
        else if (part) yield structuredClone(part);
    };
    expect(toIndex(cut(toSearchParts(CORPUS)))).toEqual(index);
    fc.assert(
      fc.property(corpora, (corpus) => {
        expect(toIndex(cut(toSearchParts(corpus)))).toEqual(toIndex(toSearchParts(corpus)));
      }),
    );
  });

  test('two searches that are worked on by turns do not disturb each other', () => {
    const alone = ['of the', 'ofsted a i', 'a inspection', 'munro'].map((text) => search(text));
    const both = ['of the', 'ofsted a i', 'a inspection', 'munro'].map((text) => ({
      steps: searcher.find(text),
      found: undefined as Hit[] | undefined,
    }));
    while (both.some(({ found }) => !found))
      for (const one of both) {
        if (one.found) continue;
        const { done, value } = one.steps.next();
        if (done) one.found = toHits(value);
      }
    expect(both.map(({ found }) => found)).toEqual(alone);
  });
});

describe('what fits best', () => {
  const toNode = (id: string, label: string, statement: string, aliases?: string[]) => ({
    id: `claim:${id}`,
    type: 'claim' as const,
    label,
    statement,
    ...(aliases && { aliases }),
    passages: [],
  });
  const nodes = [
    toNode('statement', 'Something else', 'Thresholds for care rise'),
    toNode('long', 'What is said of thresholds where need is high and money is short', 'x'),
    toNode('begun', 'Thresholdsomething', 'x'),
    toNode('alias', 'Another thing', 'x', ['Thresholds']),
    toNode('short', 'Thresholds', 'x'),
    toNode('twin', 'Thresholds', 'x'),
  ];
  const one = atOnce(
    toSearcher(
      { articles: new Map(), nodes: new Map(nodes.map((node) => [node.id, node])), edges: new Map() },
      toIndex(
        toSearchParts({
          articles: new Map(),
          nodes: new Map(nodes.map((node) => [node.id, node])),
          edges: new Map(),
        }),
      ),
    ),
  );
  const order = (text: string) =>
    toHits(atOnce(one.find(text))).map((hit) => hit.kind === 'node' && hit.node.id.slice(6));

  test('comes first: a label before another name before a statement, the shorter and the whole word before, else as they come', () => {
    expect(order('thresholds')).toEqual(['short', 'twin', 'begun', 'long', 'alias', 'statement']);
  });
});
