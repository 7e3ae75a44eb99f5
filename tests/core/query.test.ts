// The filter language: read, printed, and matched against the real corpus.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStatements } from '../../src/core/discourse';
import { toVisible } from '../../src/core/filter';
import {
  completeQuery,
  EVERYTHING,
  holdsKey,
  mergeQueries,
  parseQuery,
  printQuery,
  QUERY_KEYS,
  QueryError,
  type Query,
} from '../../src/core/query';
import { neighbourhood } from '../../src/core/graph';
import type { Corpus } from '../../src/core/model';
import { BASES, EDGE_TYPES, NODE_TYPES, SPEECH, STANCES } from '../../src/core/vocabulary';
import { CORPUS } from '../shipped';

const value = fc
  .string({ unit: fc.constantFrom('a', 'é', ':', '-', '_', '7', '’'), minLength: 1 })
  .map((text) => `x${text}`);
const some = (values: fc.Arbitrary<string>) => fc.array(values, { minLength: 1, maxLength: 4 });
const word = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(' ', ':', ',', 'a', '\n', '\u00a0', '-'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  })
  .map((text) => text.replaceAll('"', '').trim())
  .filter((text) => text !== '');
const query: fc.Arbitrary<Query> = fc.record(
  {
    words: fc.array(word, { maxLength: 4 }),
    type: some(fc.constantFrom(...NODE_TYPES)),
    edge: some(fc.constantFrom(...EDGE_TYPES)),
    basis: some(fc.constantFrom(...BASES)),
    stance: some(fc.constantFrom(...STANCES)),
    speech: some(fc.constantFrom(...SPEECH)),
    actor: some(value),
    hide: some(value),
    article: some(value.map((slug) => `article:${slug}`)),
    topic: some(value.map((slug) => `topic:${slug}`)),
    date: some(fc.constantFrom('2014', '2014-06', '2019?', '2014/2016', '2014-06-03/..', '../2016')),
  },
  { requiredKeys: ['words'] },
);
const typed = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'type:claim',
        'edge:',
        'disputes',
        ',',
        ':',
        ' ',
        '"',
        '“',
        '”',
        'one word',
        'topic:x',
        '__proto__:',
      ),
    )
    .map((parts) => parts.join('')),
);

/** What a query cannot be read for; undefined where it can. */
function findError(text: string, corpus?: Corpus): { message: string; at: number } | undefined {
  try {
    parseQuery(text, corpus);
    return undefined;
  } catch (error) {
    if (error instanceof QueryError) return { message: error.message, at: error.at };
    throw error;
  }
}

describe('a query', () => {
  test.each<[string, Query]>([
    ['', { words: [] }],
    ['  \n ', { words: [] }],
    ['Munro', { words: ['Munro'] }],
    ['one word', { words: ['one', 'word'] }],
    ['"one word"', { words: ['one word'] }],
    ['""', { words: [] }],
    ['type:claim “one word”', { words: ['one word'], type: ['claim'] }],
    ['„one word“ type:claim', { words: ['one word'], type: ['claim'] }],
    ['“one: word" "two”', { words: ['one: word', 'two'] }],
    ['"he said “one word”, twice"', { words: ['he said “one word”, twice'] }],
    ['"“one”"', { words: ['“one”'] }],
    ['"type:claim"', { words: ['type:claim'] }],
    [':x', { words: [':x'] }],
    ['type:claim', { words: [], type: ['claim'] }],
    ['type:claim,person', { words: [], type: ['claim', 'person'] }],
    ['Type:claim DATE:2014', { words: [], type: ['claim'], date: ['2014'] }],
    ['type:claim type:person', { words: [], type: ['claim', 'person'] }],
    ['topic:topic:consistency', { words: [], topic: ['topic:consistency'] }],
    ['topic:consistency article:a', { words: [], topic: ['topic:consistency'], article: ['article:a'] }],
    ['date:2014/2016,2019?', { words: [], date: ['2014/2016', '2019?'] }],
    [
      'type:claim Ofsted edge:disputes "one word"',
      { words: ['Ofsted', 'one word'], type: ['claim'], edge: ['disputes'] },
    ],
  ])('“%s” is read as what it says', (text, expected) => {
    expect(parseQuery(text)).toEqual(expected);
  });

  test.each([
    [
      'colour:red',
      0,
      '‘colour’ is not a key: use type, edge, basis, actor, topic, stance, speech, article, date',
    ],
    ['a colour:red', 2, '‘colour’ is not a key'],
    ['__proto__:x', 0, '‘__proto__’ is not a key'],
    ['constructor:x', 0, '‘constructor’ is not a key'],
    ['http://ofsted.gov.uk', 0, '‘http’ is not a key'],
    ['type:planet', 5, '‘planet’ is no type: use article, organisation'],
    ['a type:claim,planet', 13, '‘planet’ is no type'],
    ['type:Claim', 5, '‘Claim’ is no type'],
    ['type:', 5, '‘type:’ needs a value: article'],
    ['type:claim,', 11, '‘type:’ needs a value'],
    ['edge:,disputes', 5, '‘edge:’ needs a value'],
    ['topic:', 6, '‘topic:’ needs a value'],
    ['date:today', 5, '‘today’ is no date: use a year'],
    ['date:2014,2016/2014', 10, '‘2016/2014’ is no date'],
    ['type:"claim"', 5, '‘type:’ needs a value'],
    ['Ofsted "one word', 7, 'this quotation mark is never closed'],
    ['"', 0, 'this quotation mark is never closed'],
    ['Ofsted “one word', 7, 'this quotation mark is never closed'],
  ])('“%s” cannot be read, from %i on', (text, at, message) => {
    expect(findError(text)).toEqual({ at, message: expect.stringContaining(message) as string });
  });

  test('is quoted in an error without cutting a character in two', () => {
    expect(findError(`type:${'𠮷'.repeat(60)}`)!.message).toContain(`‘${'𠮷'.repeat(39)}…’`);
  });

  test('is the same query after it is printed and read again', () => {
    fc.assert(
      fc.property(query, (one) => {
        expect(parseQuery(printQuery(one))).toEqual(one);
      }),
    );
  });

  test('as anybody may type it is either read, and the same after printing, or an error that names a place', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const error = findError(text);
        if (error) {
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at).toBeLessThanOrEqual(text.length);
          return;
        }
        const read = parseQuery(text);
        expect(parseQuery(printQuery(read))).toEqual(read);
        expect(printQuery(parseQuery(printQuery(read)))).toBe(printQuery(read));
      }),
    );
  });

  test('is printed with its keys first, without quotes it does not need', () => {
    expect(printQuery(EVERYTHING)).toBe('');
    expect(printQuery(parseQuery('"Ofsted"  "one word" edge:disputes type:person type:claim'))).toBe(
      'type:person,claim edge:disputes Ofsted "one word"',
    );
    expect(printQuery(parseQuery('type:claim “one word”'))).toBe('type:claim "one word"');
  });
});

describe('a query read with a corpus', () => {
  test.each([
    ['actor:ofsted', 'actor', 'organisation:ofsted'],
    ['actor:organisation:ofsted', 'actor', 'organisation:ofsted'],
    ['actor:eileen-munro', 'actor', 'person:eileen-munro'],
    ['actor:impower-2015', 'actor', 'report:impower-2015'],
    ['topic:one-word-judgment', 'topic', 'topic:one-word-judgment'],
    ['hide:ofsted', 'hide', 'organisation:ofsted'],
  ] as const)('“%s” names what is meant', (text, key, id) => {
    expect(parseQuery(text, CORPUS)).toEqual({ words: [], [key]: [id] });
    expect(parseQuery(printQuery(parseQuery(text, CORPUS)), CORPUS)).toEqual(parseQuery(text, CORPUS));
  });

  test.each([
    ['actor:nobody', 6, '‘nobody’ names no organisation or person or report here'],
    ['date:2014 actor:ofsted,claim', 23, '‘claim’ names no organisation'],
    ['topic:organisation:ofsted', 6, '‘organisation:ofsted’ names no topic here'],
    ['actor:munro', 6, '‘munro’ names no organisation or person or report here; perhaps'],
    ['topic:constructor', 6, '‘constructor’ names no topic'],
  ])('“%s” cannot be read, from %i on', (text, at, message) => {
    expect(findError(text, CORPUS)).toEqual({ at, message: expect.stringContaining(message) as string });
    expect(findError(text)).toBeUndefined();
  });

  test('says what may have been meant, so that typing it is right', () => {
    const { message } = findError('actor:munr', CORPUS)!;
    const [, meant] = /perhaps (\S+),/.exec(message)!;
    expect(findError(`actor:${meant}`, CORPUS)).toBeUndefined();
    expect(meant).toContain('munro');
  });
});

describe('whether a text means to filter', () => {
  test.each([
    'topic:',
    'a topic:x',
    'Topic:x',
    'colour:red',
    'http://ofsted.gov.uk',
    'type:claim "one word"',
  ])('“%s” does', (text) => expect(holdsKey(text)).toBe(true));
  test.each(['', 'topic', 'the review: what it found', '"topic:x"', ':x', 'one-word', 'he said: "x"'])(
    '“%s” does not',
    (text) => expect(holdsKey(text)).toBe(false),
  );
});

describe('two queries', () => {
  const merge = (one: string, two: string) => printQuery(mergeQueries(parseQuery(one), parseQuery(two)));
  test('are both asked, each value once', () => {
    expect(merge('', 'topic:x')).toBe('topic:x');
    expect(merge('topic:x one', 'topic:x,y stance:for one two')).toBe('topic:x,y stance:for one two');
    expect(merge('actor:person:a', '')).toBe('actor:person:a');
  });
  test('of types, lines and dates keep the newer', () => {
    expect(merge('type:claim,person date:2014 basis:stated', 'type:topic date:2016/2019')).toBe(
      'type:topic basis:stated date:2016/2019',
    );
    expect(merge('type:claim', 'type:none')).toBe('type:none');
  });
});

describe('what could be typed next', () => {
  /** The text with each completion in place; '|' is where one types. */
  const complete = (text: string) => {
    const at = text.indexOf('|');
    const whole = text.replace('|', '');
    return completeQuery(CORPUS, whole, at).map(
      (one) => whole.slice(0, one.start) + one.text + whole.slice(one.end),
    );
  };

  test('are the keys where a word begins, and those that begin so', () => {
    expect(complete('|')).toEqual(QUERY_KEYS.map((key) => `${key}:`));
    expect(complete('Ofsted |')).toEqual(QUERY_KEYS.map((key) => `Ofsted ${key}:`));
    expect(complete('t|')).toEqual(['type:', 'topic:']);
    expect(complete('TO|')).toEqual(['topic:']);
    expect(complete('x|')).toEqual([]);
    expect(complete('"to|"')).toEqual([]);
    expect(complete('ty|:claim')).toEqual(['type:claim']);
    expect(complete('st|pic:consistency "one word"')).toEqual(['stance:consistency "one word"']);
    for (const { label } of completeQuery(CORPUS, '', 0)) expect(label).toMatch(/\p{L}/u);
  });

  test('are the values of a closed list, but those already named', () => {
    expect(complete('stance:|')).toEqual(STANCES.map((stance) => `stance:${stance}`));
    expect(complete('stance:FO| Ofsted')).toEqual(['stance:for Ofsted']);
    expect(complete('stance:for,|')).not.toContain('stance:for,for');
    expect(complete('stance:for,a|,mixed')).toEqual(['stance:for,against,mixed']);
    expect(complete('isolated:|')).toEqual(['isolated:hidden']);
    expect(complete('edge:zz|')).toEqual([]);
    expect(complete('colour:|')).toEqual([]);
  });

  test('are the years in which anything was said', () => {
    expect(complete('date:201|')[0]).toBe('date:2010');
    expect(complete('date:2016|')).toEqual(['date:2016']);
  });

  test('are nodes by their names, aliases and ids, the likeliest first, with what they are called', () => {
    expect(complete('actor:ofst|')[0]).toBe('actor:organisation:ofsted');
    expect(complete('actor:munro|')).toContain('actor:person:eileen-munro');
    expect(complete('actor:ADCS|')[0]).toBe('actor:organisation:adcs');
    expect(complete('topic:one-word|')).toEqual(['topic:one-word-judgment']);
    expect(complete('topic:should-insp|')).toContain('topic:one-word-judgment');
    expect(complete('topic:zounds|')).toEqual([]);
    expect(completeQuery(CORPUS, 'topic:one-word', 14)[0]!.label).toBe(
      'Should inspections end in a one-word judgment?',
    );
    for (const text of ['actor:|', 'topic:|', 'hide:a|'])
      expect(complete(text).length).toBeLessThanOrEqual(8);
  });

  test('can each be read once its value is whole', () => {
    for (const key of QUERY_KEYS)
      for (const { text, start } of completeQuery(CORPUS, `${key}:`, key.length + 1)) {
        expect(start).toBe(key.length + 1);
        expect(findError(`${key}:${text}`, CORPUS)).toBeUndefined();
      }
  });

  test('never fail, whatever is typed and wherever', () => {
    fc.assert(
      fc.property(typed, fc.nat(60), (text, at) => {
        for (const one of completeQuery(CORPUS, text, Math.min(at, text.length))) {
          expect(one.start).toBeLessThanOrEqual(one.end);
          expect(one.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

const ask = (text: string) => new Set(toVisible(CORPUS, parseQuery(text)));
const nodes = (ids: ReadonlySet<string>) => [...CORPUS.nodes.values()].filter(({ id }) => ids.has(id));
const edges = (ids: ReadonlySet<string>) => [...CORPUS.edges.values()].filter(({ id }) => ids.has(id));

describe('in the real corpus', () => {
  const TOPIC = [...CORPUS.nodes.values()].find(({ type }) => type === 'topic')!.id;
  const [ARTICLE] = [...CORPUS.articles.keys()] as [string];

  test('no query leaves everything', () => {
    expect(ask('')).toEqual(new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]));
  });

  test('type: leaves the nodes of these types, and the edges between them', () => {
    const ids = ask('type:claim,report');
    const kept = [...CORPUS.nodes.values()].filter(({ type }) => type === 'claim' || type === 'report');
    expect(nodes(ids)).toEqual(kept);
    expect(edges(ids).map(({ id }) => id)).toEqual(
      [...CORPUS.edges.values()]
        .filter((edge) => ids.has(edge.source) && ids.has(edge.target))
        .map(({ id }) => id),
    );
    expect(edges(ids).length).toBeGreaterThan(0);
  });

  test('edge: and basis: leave all nodes, and the edges that are both', () => {
    const ids = ask('edge:disputes,supports basis:inferred');
    expect(nodes(ids)).toHaveLength(CORPUS.nodes.size);
    expect(edges(ids)).toEqual(
      [...CORPUS.edges.values()].filter(
        ({ type, basis }) => (type === 'disputes' || type === 'supports') && basis === 'inferred',
      ),
    );
  });

  test('article: leaves what rests on its words', () => {
    const ids = ask(`article:${ARTICLE}`);
    for (const item of [...nodes(ids), ...edges(ids)])
      expect(item.passages.some(({ article }) => article === ARTICLE)).toBe(true);
    expect(nodes(ids).length).toBe(
      [...CORPUS.nodes.values()].filter(({ passages }) => passages.some(({ article }) => article === ARTICLE))
        .length,
    );
  });

  test('topic: leaves the topic, what is about it, who says that, and for whom', () => {
    const ids = ask(`topic:${TOPIC}`);
    const about = new Set(
      [...CORPUS.edges.values()].flatMap(({ type, source, target }) =>
        type === 'about' && target === TOPIC ? [source] : [],
      ),
    );
    const said = toStatements(CORPUS).filter((statement) => about.has(statement.said.id));
    const reports = [...about].filter((id) => id.startsWith('report:'));
    const authors = [...CORPUS.edges.values()].flatMap(({ type, source, target }) =>
      type === 'authored' && reports.includes(target) ? [source] : [],
    );
    expect(about.size).toBeGreaterThan(0);
    expect(
      nodes(ids)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(
      [...new Set([TOPIC, ...about, ...authors, ...said.flatMap(({ actors }) => actors)])].toSorted(),
    );
  });

  test('stance: with topic: leaves one side of it', () => {
    const side = (stance: string) => ask(`topic:${TOPIC} stance:${stance} type:claim`);
    const sides = [...CORPUS.edges.values()].filter(
      (edge) => edge.type === 'about' && edge.target === TOPIC && edge.source.startsWith('claim:'),
    );
    for (const stance of STANCES)
      expect(
        nodes(side(stance))
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(
        sides
          .flatMap((edge) => (edge.type === 'about' && edge.stance === stance ? [edge.source] : []))
          .toSorted(),
      );
  });

  test('words find what is named or quoted, whatever the case, accents and quotation marks', () => {
    const munro = [...CORPUS.nodes.values()].find(({ label }) => label === 'Eileen Munro')!.id;
    for (const text of ['Munro', 'munro', 'MUNRO', 'Múnro', '"eileen munro"', 'Eileen Munro'])
      expect(ask(text).has(munro)).toBe(true);
    expect(ask("children's services")).toEqual(ask('children’s services'));
    expect(ask('children’s').size).toBeGreaterThan(0);
    expect(nodes(ask('one word'))).toEqual(expect.arrayContaining(nodes(ask('"one word"'))));
    expect(ask('type:claim “single-word judgment”')).toEqual(ask('type:claim "single-word judgment"'));
    expect(ask('type:claim “single-word judgment”').size).toBeGreaterThan(0);
  });

  test('words that nobody says find nothing', () => {
    expect(ask('zounds')).toEqual(new Set());
    expect(ask('Munro zounds')).toEqual(new Set());
    expect(ask('article:article:nowhere')).toEqual(new Set());
    expect(ask('topic:constructor type:claim')).toEqual(new Set());
  });

  test('every query leaves edges with both their ends only', () => {
    const real = fc.record(
      {
        words: fc.array(fc.constantFrom('Ofsted', 'Munro', 'children', 'one word'), { maxLength: 2 }),
        type: some(fc.constantFrom(...NODE_TYPES)),
        edge: some(fc.constantFrom(...EDGE_TYPES)),
        basis: some(fc.constantFrom(...BASES)),
        stance: some(fc.constantFrom(...STANCES)),
        article: some(fc.constantFrom(...CORPUS.articles.keys())),
        topic: some(fc.constantFrom(TOPIC, 'topic:nowhere')),
      },
      { requiredKeys: ['words'] },
    );
    fc.assert(
      fc.property(real, (one) => {
        const ids = new Set(toVisible(CORPUS, one));
        for (const { source: from, target } of edges(ids))
          expect(ids.has(from) && ids.has(target)).toBe(true);
        for (const { type } of nodes(ids)) if (one.type) expect(one.type).toContain(type);
      }),
      { numRuns: 50 },
    );
  });

  test('a focus leaves what lies around a node in what the query leaves, and the node', () => {
    const [claim] = nodes(ask('type:claim')).map(({ id }) => id) as [string];
    expect(new Set(toVisible(CORPUS, EVERYTHING))).toEqual(ask(''));
    expect(new Set(toVisible(CORPUS, EVERYTHING, { ids: [claim], depth: 2 }))).toEqual(
      new Set(neighbourhood(CORPUS, { ids: [claim], depth: 2 })),
    );
    const only = new Set(toVisible(CORPUS, parseQuery('type:topic'), { ids: [claim], depth: 1 }));
    expect(
      nodes(only)
        .filter(({ type }) => type !== 'topic')
        .map(({ id }) => id),
    ).toEqual([claim]);
    expect(new Set(toVisible(CORPUS, EVERYTHING, { ids: ['claim:nowhere'], depth: 1 }))).toEqual(new Set());
  });
});
