// What types mean in a project: kept as words in its files, and printed with the topics as a document.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFINITIONS, printCodebook, toDefining, toDefinition } from '../../src/core/codebook';
import { readCorpus, readInSteps } from '../../src/core/corpus';
import { apply } from '../../src/core/edit';
import { readHomes, toStored, writeCorpus } from '../../src/core/graphfile';
import { atOnce } from '../../src/core/steps';
import { EDGE_TYPES, NODE_TYPES } from '../../src/core/vocabulary';
import { CORPUS, FILES } from '../shipped';

const TYPES = [...NODE_TYPES, ...EDGE_TYPES];
const FILE = 'graph/codebook.json';
const OWN = {
  means: 'What somebody holds to be so.',
  example: 'grades | “help”',
  rule: 'Two halves are two.',
};
const own = apply(CORPUS, toDefining('claim', OWN)).corpus;

describe('a definition', () => {
  test('is the built-in one until a project has its own', () => {
    for (const type of TYPES) expect(toDefinition(CORPUS, type)).toBe(DEFINITIONS[type]);
    expect(toDefinition(own, 'claim')).toEqual(OWN);
    expect(toDefinition(own, 'topic')).toBe(DEFINITIONS.topic);
  });

  test('is stored only where it differs, and taken away where it is set back', () => {
    expect(own.definitions).toEqual({ claim: OWN });
    const back = apply(own, toDefining('claim', { ...DEFINITIONS.claim })).corpus;
    expect(back.definitions).toBeUndefined();
    expect(writeCorpus(back).has(FILE)).toBe(false);
  });

  test('is read from its file as it was written, whichever types have one, and written to the letter', () => {
    const text = fc.stringMatching(/^[A-Z][a-z ’“”|\n]{0,60}[a-z]$/);
    const definition = fc.record(
      { means: text, example: text, as: text, rule: text },
      { requiredKeys: ['means'] },
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...TYPES), definition, { minKeys: 1 }), (definitions) => {
        const { corpus, reverse } = apply(CORPUS, { definitions });
        const files = writeCorpus(corpus, readHomes(FILES));
        const again = readCorpus(files);
        expect(again.definitions).toEqual({ ...definitions });
        expect(writeCorpus(again, readHomes(files))).toEqual(files);
        expect(apply(corpus, reverse).corpus.definitions).toBeUndefined();
      }),
      { numRuns: 20 },
    );
  });

  test('can be there before any article is, in a draft', () => {
    const files = new Map([[FILE, writeCorpus(own).get(FILE)!]]);
    expect(atOnce(readInSteps(files, undefined, true)).definitions).toEqual({ claim: OWN });
    expect(() => readCorpus(files)).toThrow('holds no graph file');
  });

  test('has no article in its place: one that is called ‘codebook’ is kept elsewhere', () => {
    const article = 'article:codebook';
    const { corpus } = apply(own, {
      texts: [{ seed: 'codebook.txt', text: 'A codebook.' }],
      put: [
        {
          id: article,
          type: 'article',
          label: 'Codebook',
          date: '2020',
          seed: 'codebook.txt',
          publisher: 'Ofsted',
          passages: [{ article, quote: 'A codebook' }],
        },
      ],
    });
    const again = atOnce(readInSteps(writeCorpus(corpus), undefined, true));
    expect(again.articles.has(article)).toBe(true);
    expect(again.definitions).toEqual({ claim: OWN });
  });
});

describe('the codebook as Markdown', () => {
  const text = [...printCodebook(own, 'Grades | *stars*')].join('');
  const rows = text.split('\n').filter((line) => line.startsWith('| `'));

  test('has a row for each type, with how often it is used, in as many columns as its head', () => {
    expect(rows.length).toBe(TYPES.length);
    for (const [place, type] of TYPES.entries()) {
      const items = [...own.nodes.values(), ...own.edges.values()].filter((item) => item.type === type);
      const cells = rows[place]!.split(/(?<!\\)\|/).map((cell) => cell.trim());
      expect(cells.length).toBe(place < NODE_TYPES.length ? 7 : 8);
      expect(cells).toContain(`\`${type}\``);
      expect(cells).toContain(String(items.length));
    }
    expect(text).toContain('# Codebook: Grades \\| \\*stars\\*\n');
    expect(text).toContain('| What somebody holds to be so. | “grades \\| “help”” | Two halves are two. |');
  });

  test('has every topic with its poles, how many stand where, and words that raise it', () => {
    for (const topic of CORPUS.nodes.values()) {
      if (topic.type !== 'topic') continue;
      const about = [...CORPUS.edges.values()].filter(
        (edge) => edge.type === 'about' && edge.target === topic.id && !edge.source.startsWith('report:'),
      );
      const at = text.indexOf(`### ${topic.label}`);
      expect(at).toBeGreaterThan(0);
      const [part] = text.slice(at + 4).split('\n### ');
      for (const pole of ['for', 'against'] as const) {
        const number = about.filter((edge) => edge.type === 'about' && edge.stance === pole).length;
        expect(part).toContain(`${pole === 'for' ? 'For' : 'Against'} (${number}): ${topic.poles[pole]}`);
      }
      expect(part).toContain(topic.passages[0]!.quote.slice(0, 20).replace(/\s.*$/s, ''));
    }
  });

  test('tells a note of a topic, and holds together where nothing is coded', () => {
    const topic = toStored(CORPUS.nodes.get('topic:one-word-judgment')!);
    const noted = apply(CORPUS, {
      put: [{ ...topic, note: 'Grades in a word only.' } as typeof topic],
    }).corpus;
    expect([...printCodebook(noted, 'x')].join('')).toContain('\n\nGrades in a word only.\n');
    const empty = [...printCodebook({ articles: new Map(), nodes: new Map(), edges: new Map() }, 'x')].join(
      '',
    );
    expect(empty).toContain('0 articles; 0 nodes, 0 edges.');
  });
});
