// A passage as a citation: who says it where, and in formats that programs made elsewhere read back.
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CITATION_FORMATS, toCitation, type Citation, type CitationFormat } from '../../src/core/citation';
import { isUtterance, toPassages } from '../../src/core/model';
import { CORPUS } from '../shipped';

const LINK = 'https://example.org/claims/#select=claim:a&q=type:claim%20%22100%25%22&map=0.5,0.5,1';

/** The citation of one passage of something in the shipped corpus. */
function cite(id: string, passage = 0, corpus = CORPUS): Citation {
  const item = (corpus.nodes.get(id) ?? corpus.edges.get(id))!;
  return toCitation(corpus, item, toPassages(item)[passage]!, LINK);
}

const print = (citation: Citation, format: CitationFormat) => CITATION_FORMATS[format].print(citation);

type Item = {
  id: string;
  type: string;
  title: string;
  author?: { family?: string; given?: string; literal?: string }[];
  issued: { 'date-parts'?: number[][]; season?: number; circa?: boolean; literal?: string };
  URL: string;
  note: string;
  'container-title': string;
};
const toCsl = (citation: Citation) => JSON.parse(print(citation, 'csl')) as Item[];
/** BibTeX as citation-js reads it. */
const readBibtex = (text: string) =>
  new Cite(text).data as (Item & { annote: string; author: { family: string; given?: string }[] })[];

const DISPUTE = 'disputes:ofsted-grades-objective-2019-to-one-word-grades-value-questionable';
/** A claim that Alan Wood makes, and the edge that says so. */
const UTTERANCE = [...CORPUS.edges.values()].find(
  (edge) => edge.source === 'person:alan-wood' && isUtterance(CORPUS, edge),
)!;
const CLAIM = UTTERANCE.target;

/** The citation of a claim by Alan Wood with another title, name and words. */
function withTexts({
  title,
  publisher,
  author,
  quote,
}: Record<'title' | 'publisher' | 'author' | 'quote', string>) {
  const citation = cite(CLAIM);
  const [work] = citation.works;
  return {
    ...citation,
    quotations: [{ ...citation.quotations[0]!, quote }],
    works: [
      {
        node: { ...work!.node, label: title, publisher },
        authors: [{ id: 'organisation:a', type: 'organisation' as const, label: author, passages: [] }],
      },
    ],
  };
}

describe('a citation', () => {
  test('of a claim names who says it, as what, in which article, when, and the link', () => {
    const [passage] = CORPUS.nodes.get(CLAIM)!.passages;
    expect(print(cite(CLAIM), 'text')).toBe(
      `“${passage!.quote}” – Alan Wood, ADCS president. ‘High caseloads are a problem in almost all below-par Authorities, says Ofsted’, Full Circle Care, 3 June 2014.\n${LINK}`,
    );
    expect(cite(UTTERANCE.id).quotations[0]!.speaker).toBe('Alan Wood, ADCS president');
  });

  test('says for whom somebody speaks where the role does not, and that words are the reporter’s', () => {
    const speakers = new Set(
      [...CORPUS.edges.values()]
        .filter((edge) => isUtterance(CORPUS, edge))
        .map(({ id }) => cite(id).quotations[0]!.speaker),
    );
    for (const speaker of [
      'Christine Gilbert, chief inspector, Ofsted',
      'Christine Gilbert, chief inspector, Ofsted, as reported',
      'Matt Dunkley, vice president of the Association of Directors of Children’s Services (ADCS)',
      'Steve McCabe, Labour’s shadow children’s minister, as reported',
      'Ofsted spokesman',
    ])
      expect(speakers).toContain(speaker);
  });

  test('says for whom somebody speaks though the body’s letters stand inside a name', () => {
    const adcs = CORPUS.nodes.get('organisation:adcs')!;
    const renamed = { ...adcs, label: 'Local Authority Network (LAN)', aliases: [] };
    const corpus = { ...CORPUS, nodes: new Map([...CORPUS.nodes, [renamed.id, renamed]]) };
    expect(cite(UTTERANCE.id, 0, corpus).quotations[0]!.speaker).toBe(
      'Alan Wood, ADCS president, Local Authority Network (LAN)',
    );
  });

  test('of every passage in the corpus has its words, its article and the link, in every format', () => {
    for (const item of [...CORPUS.nodes.values(), ...CORPUS.edges.values()])
      for (const [index, passage] of toPassages(item).entries()) {
        const citation = cite(item.id, index);
        const text = print(citation, 'text');
        if (citation.relation === undefined)
          expect(text).toContain(passage.quote.replace(/\s+/g, ' ').trim());
        expect(text).toContain(CORPUS.articles.get(passage.article)!.node.label);
        expect(text.endsWith(`\n${LINK}`)).toBe(true);
        expect(print(citation, 'markdown')).toContain(`](${LINK})`);
      }
  });

  test('of an article whose web address is known has that, and still the link to the words', () => {
    const url = 'https://example.org/a_(b)?c=1&d={2}';
    const citation = cite(CLAIM);
    const [work] = citation.works;
    const there = { ...citation, works: [{ ...work!, node: { ...work!.node, url } }] };
    expect(print(there, 'text')).toMatch(/, 3 June 2014, <https:\/\/example\.org\/a_\(b\)\?c=1&d=\{2\}>\.\n/);
    expect(print(there, 'text').endsWith(`\n${LINK}`)).toBe(true);
    expect(print(there, 'markdown')).toContain(
      `[*${work!.node.label}*](https://example.org/a_%28b%29?c=1&d={2}), Full Circle Care`,
    );
    expect(print(there, 'markdown')).toContain(`](${LINK})`);
    const [csl] = toCsl(there);
    expect(csl!.URL).toBe(url);
    expect(csl!.note.endsWith(LINK)).toBe(true);
    const [read] = readBibtex(print(there, 'bibtex'));
    expect(read).toMatchObject({ URL: 'https://example.org/a_%28b%29?c=1&d=%7B2%7D', annote: csl!.note });
  });

  test('of a dispute has both sides, what is between them, and that the coder infers it', () => {
    const { quotations, relation } = cite(DISPUTE);
    const edge = CORPUS.edges.get(DISPUTE)!;
    expect(quotations.map(({ quote }) => quote)).toEqual(edge.passages.map(({ quote }) => quote));
    expect(quotations[0]!.speaker).toMatch(/^Ofsted/);
    expect(quotations[1]!.speaker).toMatch(/^University of Birmingham academics, as reported/);
    expect(relation).toBe(`disputes (inferred by the coder: ${edge.rationale})`);
    for (const format of ['text', 'bibtex', 'csl'] as const)
      expect(print(cite(DISPUTE), format)).toContain('inferred by the coder');
  });

  test('of what nobody is said to have said tells that the coder infers it, and why', () => {
    const inferred = [...CORPUS.edges.values()].filter(
      (edge) => edge.basis === 'inferred' && isUtterance(CORPUS, edge),
    );
    expect(inferred.length).toBeGreaterThan(50);
    for (const { id, target, rationale } of inferred)
      for (const cited of [id, target]) {
        const { quotations } = cite(cited);
        if (cited === id) expect(quotations[0]!.speaker).toContain(`(inferred by the coder: ${rationale})`);
        for (const format of ['text', 'bibtex', 'csl'] as const)
          if (quotations[0]!.speaker?.includes('inferred'))
            expect(print(cite(cited), format)).toContain('inferred by the coder');
      }
    const stated = [...CORPUS.edges.values()].find(
      (edge) => edge.basis === 'stated' && isUtterance(CORPUS, edge),
    )!;
    expect(print(cite(stated.id), 'text')).not.toContain('inferred');
  });

  test('of every argument has a side from each end, and an entry for each article', () => {
    const between = [...CORPUS.edges.values()].filter(({ type }) =>
      ['disputes', 'supports', 'responds-to'].includes(type),
    );
    expect(between.length).toBeGreaterThan(50);
    for (const edge of between) {
      const citation = cite(edge.id);
      expect(citation.quotations).toHaveLength(2);
      const articles = new Set(citation.quotations.map(({ article }) => article));
      expect(toCsl(citation)).toHaveLength(articles.size);
      expect(readBibtex(print(citation, 'bibtex'))).toHaveLength(articles.size);
    }
  });

  test('leaves out a speaker where nothing is said', () => {
    expect(cite('person:alan-wood').quotations[0]!.speaker).toBeUndefined();
    expect(cite('topic:one-word-judgment').quotations[0]!.speaker).toBeUndefined();
  });
});

describe('BibTeX', () => {
  test('of every article says the same to citation-js as CSL-JSON does', () => {
    for (const id of CORPUS.articles.keys()) {
      const citation = cite(id);
      const [csl] = toCsl(citation);
      const [read] = readBibtex(print(citation, 'bibtex'));
      expect(read).toMatchObject({
        id: csl!.id,
        title: csl!.title,
        'container-title': csl!['container-title'],
        URL: LINK,
        annote: csl!.note,
        author: csl!.author!.map(({ literal, ...name }) => (literal ? { family: literal } : name)),
        issued: { 'date-parts': csl!.issued['date-parts'] },
      });
    }
  });

  test('keeps every sign that LaTeX would take for its own', () => {
    const title = String.raw`100% of “A_B” & {C} #1 $5 ~x ^y \z "q" -- 'a' <b> [c] | d`;
    const [read] = readBibtex(
      print(withTexts({ title, publisher: title, author: 'A & B', quote: title }), 'bibtex'),
    );
    expect(read!.title).toBe(title);
    expect(read!['container-title']).toBe(title);
    expect(read!.author).toEqual([{ family: 'A & B' }]);
    expect(read!.annote).toContain(title);
  });

  test('has as many braces open as closed, and one entry, whatever the words are', () => {
    const words = fc
      .string({
        unit: fc.constantFrom(...'ab {}\\%&_#$^~"“é–-\'`,=@\n|'.split('')),
        minLength: 1,
        maxLength: 30,
      })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(words, (title) => {
        const text = print(withTexts({ title, publisher: 'P', author: 'A', quote: title }), 'bibtex');
        expect(text.split('{').length).toBe(text.split('}').length);
        const read = readBibtex(text);
        expect(read).toHaveLength(1);
        expect(read[0]!.title.replace(/\s+/g, ' ')).toBe(title.replace(/\s+/g, ' '));
      }),
      { numRuns: 200 },
    );
  });

  test('has an address that ends no field', () => {
    const [read] = readBibtex(
      CITATION_FORMATS.bibtex.print({ ...cite(CLAIM), link: 'https://e.org/#q={a}(b) c' }),
    );
    expect(read!.URL).toBe('https://e.org/#q=%7Ba%7D%28b%29%20c');
  });
});

describe('CSL-JSON', () => {
  test.each([
    ['2014-06-03', { 'date-parts': [[2014, 6, 3]] }],
    ['2010-11?', { 'date-parts': [[2010, 11]], circa: true }],
    ['2019~', { 'date-parts': [[2019]], circa: true }],
    ['2014-22', { 'date-parts': [[2014]], season: 2 }],
    ['2014-06/2016', { 'date-parts': [[2014, 6], [2016]] }],
    ['201X', { 'date-parts': [[2010], [2019]], circa: true }],
    ['2014-XX', { 'date-parts': [[2014]], circa: true }],
  ])('has the date %s as it is known', (date, issued) => {
    const citation = cite(CLAIM);
    const [work] = citation.works;
    const [item] = toCsl({ ...citation, works: [{ ...work!, node: { ...work!.node, date } }] });
    expect(item!.issued).toEqual(issued);
  });

  test('names a person by family and given name, and a body as it is', () => {
    expect(toCsl(cite('article:too-tough-2015'))[0]!.author).toEqual([{ family: 'Lepper', given: 'Joe' }]);
    expect(toCsl(cite('article:high-caseloads-2014'))[0]!.author).toEqual([{ literal: 'Full Circle Care' }]);
  });

  test('becomes the same work again where citation-js turns it into BibTeX', () => {
    for (const id of [...CORPUS.articles.keys(), CLAIM, DISPUTE]) {
      const citation = cite(id);
      const other = new Cite(print(citation, 'csl')).format('biblatex');
      const [read] = readBibtex(other);
      const [csl] = toCsl(citation);
      expect(read).toMatchObject({
        title: csl!.title,
        URL: LINK,
        issued: { 'date-parts': csl!.issued['date-parts'] },
      });
    }
  });
});

describe('Markdown', () => {
  test('shows signs as signs, and starts no list, heading or HTML', () => {
    const text = print(
      withTexts({
        title: '*A* [b](c)',
        publisher: 'P_p_',
        author: 'A',
        quote: '<img src=x onerror=alert(1)> `a` | &amp;',
      }),
      'markdown',
    );
    expect(text).toContain(String.raw`> \<img src=x onerror=alert(1)\> \`a\` \| \&amp;`);
    expect(text).toContain(String.raw`*\*A\* \[b\](c)*, P\_p\_`);
    for (const [quote, written] of [
      ['# x', String.raw`> \# x`],
      ['1. x', String.raw`> 1\. x`],
      ['- x', String.raw`> \- x`],
    ] as const)
      expect(print(withTexts({ title: 'T', publisher: 'P', author: 'A', quote }), 'markdown')).toContain(
        written,
      );
  });
});
