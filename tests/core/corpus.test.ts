// Whatever is wrong in the files is named with its file, its id and a reason, all of it in one run.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  accountFor,
  CorpusError,
  findUnaccounted,
  printProblem,
  readCorpus,
  type Files,
} from '../../src/core/corpus';
import { toPassages, type GraphEdge, type Problem } from '../../src/core/model';
import { isUtterance } from '../../src/core/model';
import { toSentences } from '../../src/core/coverage';
import { EDGE_TYPES, type EdgeType } from '../../src/core/vocabulary';
import {
  ARTICLE_FILE,
  ARTICLE_FILES,
  CORPUS,
  edit,
  FILES,
  findProblems,
  OTHER_FILE,
  parseFile,
  replace,
  SHARED,
  type Draft,
} from '../shipped';

const FILE = ARTICLE_FILE;
const FILE_DRAFT = parseFile(FILE);
const articleOf = (draft: Draft) => draft.nodes.find((node) => node.type === 'article')!;
const ARTICLE = articleOf(FILE_DRAFT);
const SEED = `seeds/${ARTICLE.seed}`;
const TEXT = FILES.get(SEED)!;
const OTHER_ARTICLE = articleOf(parseFile(OTHER_FILE));
const CLAIM = FILE_DRAFT.nodes.find((node) => node.type === 'claim')!;
const TOPIC = parseFile(SHARED).nodes.find((node) => node.type === 'topic')!;

/** Where an edge is that a test can break: its file and its place in it. */
type Place = { file: string; index: number; edge: GraphEdge };
function findEdge(holds: (edge: GraphEdge) => boolean): Place {
  for (const file of ARTICLE_FILES)
    for (const [index, { id }] of parseFile(file).edges.entries()) {
      const edge = CORPUS.edges.get(id)!;
      if (holds(edge)) return { file, index, edge };
    }
  throw new Error('the corpus has no such edge');
}
/** The real files with one edge changed. */
const editEdge = ({ file, index }: Place, change: (edge: Record<string, unknown>) => void) =>
  edit(file, (draft) => change(draft.edges[index]!));
const isTo = (type: string) => (edge: GraphEdge) => CORPUS.nodes.get(edge.target)!.type === type;
const ofType = (type: EdgeType) => (edge: GraphEdge) => edge.type === type;

const DISPUTE = findEdge(ofType('disputes'));
const STATED = findEdge((edge) => edge.basis === 'stated');
const INFERRED = findEdge((edge) => edge.basis === 'inferred');
const UTTERANCE = findEdge(
  (edge) => edge.type === 'authored' && isTo('claim')(edge) && edge.passages.length === 1,
);
const WRITTEN = findEdge((edge) => edge.type === 'authored' && isTo('article')(edge));
const RESPONSE = findEdge((edge) => edge.type === 'responds-to' && isTo('recommendation')(edge));
const ANSWER = findEdge((edge) => edge.type === 'responds-to' && isTo('claim')(edge));
const LONG = 'x'.repeat(50_000_001);

type Expected = { file: string; id?: string; path?: string; reason: string | RegExp };
const toExpected = ({ reason, ...place }: Expected) => ({
  ...place,
  reason: expect.stringMatching(reason) as string,
});

/** One thing broken in the real files: the sentence that says what, the files, and the one problem expected. */
const BROKEN: [string, Files, Expected][] = [
  [
    'a reference from nothing',
    editEdge(DISPUTE, (edge) => (edge.source = 'claim:nowhere')),
    { file: DISPUTE.file, id: DISPUTE.edge.id, reason: 'leads from claim:nowhere, which is no node' },
  ],
  [
    'a reference to nothing',
    editEdge(DISPUTE, (edge) => (edge.target = 'claim:nowhere')),
    { file: DISPUTE.file, id: DISPUTE.edge.id, reason: 'leads to claim:nowhere, which is no node' },
  ],
  [
    'a reference to a name that every object of JavaScript has',
    editEdge(DISPUTE, (edge) => (edge.target = 'constructor')),
    { file: DISPUTE.file, id: DISPUTE.edge.id, reason: 'leads to constructor, which is no node' },
  ],
  [
    'a reference to __proto__',
    editEdge(DISPUTE, (edge) => (edge.target = '__proto__')),
    { file: DISPUTE.file, id: DISPUTE.edge.id, reason: 'leads to __proto__, which is no node' },
  ],
  [
    'an edge from a type that may not be its source',
    editEdge(DISPUTE, (edge) => (edge.source = ARTICLE.id)),
    {
      file: DISPUTE.file,
      id: DISPUTE.edge.id,
      reason: new RegExp(
        `'disputes' may lead from claim, .*, not from a node of type article \\(${ARTICLE.id}\\)`,
      ),
    },
  ],
  [
    'an edge to a type that may not be its target',
    editEdge(DISPUTE, (edge) => (edge.target = TOPIC.id)),
    {
      file: DISPUTE.file,
      id: DISPUTE.edge.id,
      reason: new RegExp(`'disputes' may lead to claim, .*, not to a node of type topic \\(${TOPIC.id}\\)`),
    },
  ],
  [
    'an edge from a node to itself',
    edit(FILE, (draft) => draft.edges.push(toDraft('disputes:itself', CLAIM.id, CLAIM.id))),
    { file: FILE, id: 'disputes:itself', reason: 'leads from a node to itself' },
  ],
  [
    'a quote that is not in the article',
    edit(FILE, (draft) => (draft.nodes[1]!.passages[0]!.quote = 'Nobody ever wrote this.')),
    {
      file: FILE,
      id: FILE_DRAFT.nodes[1]!.id,
      path: 'passages.0',
      reason: `“Nobody ever wrote this.” is not in ${SEED}`,
    },
  ],
  [
    'a quote with one letter in another case',
    edit(FILE, (draft) => {
      const [passage] = draft.edges[0]!.passages;
      passage!.quote = passage!.quote.slice(0, -1) + swapCase(passage!.quote.at(-1)!);
    }),
    { file: FILE, id: FILE_DRAFT.edges[0]!.id, path: 'passages.0', reason: `is not in ${SEED}` },
  ],
  [
    'a quote that is there several times',
    edit(FILE, (draft) => (draft.nodes[1]!.passages = [{ article: ARTICLE.id, quote: 'Ofsted' }])),
    {
      file: FILE,
      id: FILE_DRAFT.nodes[1]!.id,
      path: 'passages.0',
      reason: new RegExp(`“Ofsted” is ${TEXT.split('Ofsted').length - 1} times in ${SEED}: quote more`),
    },
  ],
  [
    'a before that does not fit',
    edit(FILE, (draft) => (draft.nodes[1]!.passages[0]!.before = 'Never in front of it')),
    {
      file: FILE,
      id: FILE_DRAFT.nodes[1]!.id,
      path: 'passages.0',
      reason: `is in ${SEED}, but not right between its 'before' and 'after'`,
    },
  ],
  [
    'an after that does not fit',
    edit(FILE, (draft) => (draft.nodes[1]!.passages[0]!.after = 'Never behind it')),
    {
      file: FILE,
      id: FILE_DRAFT.nodes[1]!.id,
      path: 'passages.0',
      reason: `is in ${SEED}, but not right between its 'before' and 'after'`,
    },
  ],
  [
    'words of a date that are not in the article',
    edit(FILE, (draft) => (draft.nodes[0]!.datePassage = { article: ARTICLE.id, quote: 'the 41st of May' })),
    { file: FILE, id: ARTICLE.id, path: 'datePassage', reason: `“the 41st of May” is not in ${SEED}` },
  ],
  [
    'words left out that are not in the article',
    edit(FILE, (draft) => (draft.leftOut[0]!.quote = 'Nobody ever wrote this.')),
    { file: FILE, path: 'leftOut.0', reason: `“Nobody ever wrote this.” is not in ${SEED}` },
  ],
  [
    'a passage of an article that is no node',
    edit(FILE, (draft) => (draft.nodes[1]!.passages[0]!.article = 'article:nowhere')),
    {
      file: FILE,
      id: FILE_DRAFT.nodes[1]!.id,
      path: 'passages.0',
      reason: 'there is no article article:nowhere',
    },
  ],
  [
    'a missing article',
    replace({ [SEED]: undefined }),
    { file: FILE, id: ARTICLE.id, reason: `its article ${SEED} is missing: add the file or mend 'seed'` },
  ],
  [
    'an article file that no node knows',
    replace({ 'seeds/stranger.txt': 'A stranger.' }),
    { file: 'seeds/stranger.txt', reason: 'no article node in graph/ has this file as its seed' },
  ],
  [
    'an article that is too long',
    replace({ [SEED]: LONG }),
    { file: SEED, reason: 'longer than 50000000 characters: split the article' },
  ],
  [
    'a graph file that is too long',
    replace({ 'graph/long.json': LONG }),
    { file: 'graph/long.json', reason: 'longer than 50000000 characters: split the file' },
  ],
  [
    'an id that is in two files',
    edit(OTHER_FILE, (draft) => draft.nodes.push(CLAIM)),
    // Files are read in their order, so the second of the two is the one to mend.
    { file: OTHER_FILE, id: CLAIM.id, reason: `this id is there twice, first in ${FILE}` },
  ],
  [
    'an id that is twice in a file',
    edit(FILE, (draft) => draft.edges.push(draft.edges[0]!)),
    { file: FILE, id: FILE_DRAFT.edges[0]!.id, reason: `this id is there twice, first in ${FILE}` },
  ],
  [
    'a claim that nobody makes',
    replace(
      Object.fromEntries(
        ARTICLE_FILES.map((file) => {
          const draft = parseFile(file);
          draft.edges = draft.edges.filter(
            ({ type, target }) => !(target === CLAIM.id && (type === 'authored' || type === 'states')),
          );
          return [file, JSON.stringify(draft)];
        }),
      ),
    ),
    { file: FILE, id: CLAIM.id, reason: 'nobody says it' },
  ],
  [
    'a claim about nothing',
    edit(FILE, (draft) => {
      draft.edges = draft.edges.filter(({ type, source }) => !(type === 'about' && source === CLAIM.id));
    }),
    { file: FILE, id: CLAIM.id, reason: 'belongs to no topic' },
  ],
  [
    'a topic that nothing is about',
    edit(SHARED, (draft) => draft.nodes.push({ ...TOPIC, id: 'topic:idle' })),
    { file: SHARED, id: 'topic:idle', reason: 'nothing is about it' },
  ],
  [
    'an inferred edge without a rationale',
    editEdge(INFERRED, (edge) => delete edge.rationale),
    { file: INFERRED.file, id: INFERRED.edge.id, reason: "is inferred, so it needs a 'rationale'" },
  ],
  [
    'a stated edge with a rationale',
    editEdge(STATED, (edge) => (edge.rationale = 'Because it says so.')),
    { file: STATED.file, id: STATED.edge.id, reason: "has a 'rationale' but is stated" },
  ],
  [
    'an utterance without its speech',
    editEdge(UTTERANCE, (edge) => delete edge.speech),
    { file: UTTERANCE.file, id: UTTERANCE.edge.id, reason: "needs 'speech': direct, indirect or narration" },
  ],
  [
    'speech where nothing is said',
    editEdge(WRITTEN, (edge) => (edge.speech = 'direct')),
    { file: WRITTEN.file, id: WRITTEN.edge.id, reason: "has 'speech', which only an utterance" },
  ],
  [
    'an utterance over several articles',
    editEdge(UTTERANCE, (edge) =>
      (edge.passages as object[]).push(
        UTTERANCE.edge.passages[0]!.article === ARTICLE.id
          ? OTHER_ARTICLE.passages[0]!
          : ARTICLE.passages[0]!,
      ),
    ),
    { file: UTTERANCE.file, id: UTTERANCE.edge.id, reason: 'has passages in several articles' },
  ],
  [
    'an answer to a recommendation that does not say which',
    editEdge(RESPONSE, (edge) => delete edge.response),
    { file: RESPONSE.file, id: RESPONSE.edge.id, reason: "it needs 'response': accepted, partly, rejected" },
  ],
  [
    'an answer to a claim that accepts it like a recommendation',
    editEdge(ANSWER, (edge) => (edge.response = 'accepted')),
    {
      file: ANSWER.file,
      id: ANSWER.edge.id,
      reason: "has 'response', which only an answer to a recommendation has, not to a claim",
    },
  ],
  [
    'a relation that is there twice',
    edit(DISPUTE.file, (draft) =>
      draft.edges.push({
        ...draft.edges[DISPUTE.index]!,
        id: 'disputes:once-more',
      }),
    ),
    { file: DISPUTE.file, id: 'disputes:once-more', reason: `says the same as ${DISPUTE.edge.id}` },
  ],
  [
    'a sentence that is neither coded nor left out',
    replace({ [SEED]: `${TEXT}\nNobody coded this.\n` }),
    { file: SEED, reason: '“Nobody coded this.” is neither coded nor left out: code it' },
  ],
  [
    'a sentence that is no longer left out',
    edit(FILE, (draft) => void draft.leftOut.pop()),
    { file: SEED, reason: 'is neither coded nor left out' },
  ],
  [
    'a sentence of which the greater part is neither coded nor left out',
    edit(
      FILE,
      (draft) => draft.leftOut.push({ article: ARTICLE.id, quote: 'Zounds', reason: 'furniture' }),
      replace({ [SEED]: `${TEXT}\nZounds, nobody ever coded any of this.\n` }),
    ),
    {
      file: SEED,
      reason:
        '“nobody ever coded any of this” is neither coded nor left out, though the rest of its sentence is',
    },
  ],
  [
    'two articles with one text',
    edit(SHARED, (draft) => draft.nodes.push({ ...ARTICLE, id: 'article:twin' })),
    { file: SHARED, id: 'article:twin', reason: `${SEED} already belongs to ${ARTICLE.id}` },
  ],
];

function swapCase(letter: string): string {
  return letter === letter.toUpperCase() ? `${letter.toLowerCase()}~` : letter.toUpperCase();
}

function toDraft(id: string, source: string, target: string): Draft['edges'][number] {
  return { id, type: 'disputes', source, target, basis: 'stated', passages: CLAIM.passages };
}

describe('the shipped files, with one thing broken: the one problem that is named is', () => {
  test('none, as long as nothing is broken', () => {
    expect(findProblems(FILES)).toEqual([]);
  });

  test.each(BROKEN)('%s', (_, files, expected) => {
    expect(findProblems(files)).toEqual([toExpected(expected)]);
  });

  test('each of them, all in one run, where all are broken in files of their own', () => {
    // Sentences are accounted for once all else is in order, so none of those is among them.
    const names = [
      'an inferred edge without',
      'a stated edge with',
      'an answer to a claim',
      'a missing article',
    ];
    const some = BROKEN.filter(([name]) => names.some((start) => name.startsWith(start)));
    expect(some).toHaveLength(names.length);
    let files = FILES;
    for (const [, broken] of some) {
      const changes: Record<string, string | undefined> = {};
      for (const name of FILES.keys())
        if (broken.get(name) !== FILES.get(name)) changes[name] = broken.get(name);
      for (const [name, text] of Object.entries(changes)) {
        if (text === undefined || files.get(name) === FILES.get(name)) {
          files = replace({ [name]: text }, files);
          continue;
        }
        // Two changes in one file: take the items that are not as they were from the newer one.
        const newer = JSON.parse(text) as Draft;
        const was = parseFile(name);
        files = edit(
          name,
          (draft) => {
            for (const [index, edge] of newer.edges.entries())
              if (JSON.stringify(edge) !== JSON.stringify(was.edges[index])) draft.edges[index] = edge;
          },
          files,
        );
      }
    }
    const found = findProblems(files);
    expect(found).toHaveLength(some.length);
    for (const [, , expected] of some) expect(found).toContainEqual(toExpected(expected));
  });
});

describe('a graph file of the wrong shape is named, with the place:', () => {
  // What other files say about things in a file that cannot be read may be named too, behind it.
  const first = (files: Files) => findProblems(files)[0];
  const node = FILE_DRAFT.nodes[1]!;
  const broken = (change: (draft: Draft) => void) => first(edit(FILE, change));
  const written = (text: string, other: string) => {
    const source = FILES.get(FILE)!;
    expect(source).toContain(text);
    return first(replace({ [FILE]: source.replace(text, other) }));
  };

  test.each(['', '{', '{"version": 1,}', 'undefined', '<html>'])('not JSON: “%s”', (text) => {
    expect(first(replace({ [FILE]: text }))).toEqual(toExpected({ file: FILE, reason: /^is not JSON: ./ }));
  });

  test.each(['null', '[]', '1', '"a"', 'true'])('JSON, but no object: %s', (text) => {
    expect(first(replace({ [FILE]: text }))).toEqual(toExpected({ file: FILE, reason: /expected object/ }));
  });

  test('another version', () => {
    const expected = toExpected({
      file: FILE,
      path: 'version',
      reason: 'must be 1, the version this program reads',
    });
    expect(broken((draft) => Object.assign(draft, { version: 2 }))).toEqual(expected);
    expect(broken((draft) => Object.assign(draft, { version: '1' }))).toEqual(expected);
    expect(broken((draft) => Object.assign(draft, { version: undefined }))).toEqual(expected);
  });

  test('an unknown type of node', () => {
    expect(broken((draft) => Object.assign(draft.nodes[1]!, { type: 'planet' }))).toEqual(
      toExpected({ file: FILE, id: node.id, path: 'type', reason: /organisation/ }),
    );
  });

  test('an unknown type of edge', () => {
    expect(broken((draft) => Object.assign(draft.edges[0]!, { type: 'likes' }))).toEqual(
      toExpected({ file: FILE, id: FILE_DRAFT.edges[0]!.id, path: 'type', reason: /disputes/ }),
    );
  });

  test.each(['3 June 2014', '2014-13', '2014-02-30', '', 'someday'])(
    'a date that is not EDTF: “%s”',
    (date) => {
      expect(broken((draft) => (draft.nodes[0]!.date = date))).toEqual(
        toExpected({ file: FILE, id: ARTICLE.id, path: 'date', reason: 'must be an EDTF level 1 date' }),
      );
    },
  );

  test.each(['Claim:x', 'claim:', 'claim:a--b', 'claim:a b', 'claim:é', 'topic:x', '__proto__', 'x'])(
    'an id that is none of a claim: “%s”',
    (id) => {
      const index = FILE_DRAFT.nodes.indexOf(CLAIM);
      expect(broken((draft) => (draft.nodes[index]!.id = id))).toEqual(
        toExpected({ file: FILE, id, path: 'id', reason: "an id is 'claim:' and a slug" }),
      );
    },
  );

  test('nodes and edges without passages', () => {
    const reason = 'must name at least one passage: nothing stands without its words';
    expect(broken((draft) => (draft.nodes[1]!.passages = []))).toEqual(
      toExpected({ file: FILE, id: node.id, path: 'passages', reason }),
    );
    expect(broken((draft) => (draft.edges[0]!.passages = []))).toEqual(
      toExpected({ file: FILE, id: FILE_DRAFT.edges[0]!.id, path: 'passages', reason }),
    );
  });

  test('a quote, a before or a label of no words', () => {
    expect(broken((draft) => (draft.nodes[1]!.passages[0]!.quote = ''))).toMatchObject({
      file: FILE,
      id: node.id,
      path: 'passages.0.quote',
    });
    expect(broken((draft) => (draft.nodes[1]!.passages[0]!.before = ''))).toMatchObject({
      file: FILE,
      id: node.id,
      path: 'passages.0.before',
    });
    expect(broken((draft) => (draft.nodes[1]!.label = ' \n'))).toEqual(
      toExpected({ file: FILE, id: node.id, path: 'label', reason: 'must not be empty' }),
    );
  });

  test('a rationale of no words', () => {
    const { file, index, edge } = INFERRED;
    const found = first(edit(file, (draft) => (draft.edges[index]!.rationale = ' ')));
    expect(found).toEqual(toExpected({ file, id: edge.id, path: 'rationale', reason: 'must not be empty' }));
  });

  test.each([
    ['javascript:alert(1)', 'must begin with https:// or http://'],
    ['http://u:p@x/', 'must not hold a user name or password: whoever sees the article would read it'],
    [
      'https://u@example.org/',
      'must not hold a user name or password: whoever sees the article would read it',
    ],
    [' https://example.org/', 'must begin with https:// or http://'],
    ['https://example.org/a b', 'must not hold spaces, backslashes or invisible characters'],
    ['https://example.org\\@example.com/', 'must not hold spaces, backslashes or invisible characters'],
    ['https://example.org/\u202egpj', 'must not hold spaces, backslashes or invisible characters'],
    ['https://', 'is none that leads anywhere: copy it from the browser'],
    [`https://example.org/${'a'.repeat(2000)}`, 'must not be longer than 2000 characters'],
  ])('the web address %.40s', (url, reason) => {
    const files = edit(FILE, (draft) => Object.assign(articleOf(draft), { url }));
    expect(findProblems(files)).toEqual([
      expect.objectContaining({
        file: FILE,
        id: ARTICLE.id,
        path: 'url',
        reason: expect.stringContaining(`: ${reason}`),
      }),
    ]);
  });

  test('a field that is not in the schema', () => {
    expect(broken((draft) => (draft.nodes[1]!.colour = 'red'))).toEqual(
      toExpected({ file: FILE, id: node.id, reason: /colour/ }),
    );
    expect(broken((draft) => Object.assign(draft, { notes: [] }))).toEqual(
      toExpected({ file: FILE, reason: /notes/ }),
    );
  });

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'a key that JavaScript’s objects have: %s',
    (key) => {
      const extra = `"${key}": {"polluted": true},`;
      const reason = new RegExp(`Unrecognized key: "${key}"`);
      expect(written('"version": 1,', `"version": 1, ${extra}`)).toEqual(toExpected({ file: FILE, reason }));
      expect(written('"type": "article",', `"type": "article", ${extra}`)).toEqual(
        toExpected({ file: FILE, id: ARTICLE.id, reason }),
      );
      expect(written('"quote":', `${extra} "quote":`)).toMatchObject({
        ...toExpected({ file: FILE, id: ARTICLE.id, reason }),
        path: expect.stringMatching(/^(passages\.0|datePassage)$/) as string,
      });
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  test('a __proto__ that would stand in for a missing field', () => {
    expect(written('"version": 1,', '"__proto__": {"version": 1},')).toMatchObject({ file: FILE });
    expect(written('"type": "article",', '"__proto__": {"type": "article"},')).toMatchObject({
      file: FILE,
      id: ARTICLE.id,
    });
  });

  test('a node that is no object, and an id that is no text', () => {
    expect(broken((draft) => Object.assign(draft, { nodes: [null] }))).toMatchObject({
      file: FILE,
      path: 'nodes.0',
    });
    expect(broken((draft) => Object.assign(draft.nodes[1]!, { id: 7 }))).toMatchObject({
      file: FILE,
      path: 'nodes.1.id',
    });
    expect(broken((draft) => Object.assign(draft, { nodes: { length: 1 } }))).toMatchObject({
      file: FILE,
      path: 'nodes',
    });
  });

  test('each of several things that are wrong in one file', () => {
    const found = findProblems(
      edit(FILE, (draft) => {
        draft.nodes[0]!.date = 'someday';
        draft.nodes[1]!.label = '';
        Object.assign(draft.edges[0]!, { type: 'likes' });
        Object.assign(draft.edges[1]!, { basis: 'guessed' });
      }),
    );
    for (const expected of [
      { file: FILE, id: ARTICLE.id, path: 'date' },
      { file: FILE, id: node.id, path: 'label' },
      { file: FILE, id: FILE_DRAFT.edges[0]!.id, path: 'type' },
      { file: FILE, id: FILE_DRAFT.edges[1]!.id, path: 'basis' },
    ])
      expect(found).toContainEqual(expect.objectContaining(expected));
  });

  test('each of several files that are broken', () => {
    const found = findProblems(replace({ [FILE]: '{', [OTHER_FILE]: 'null', 'graph/new.json': '[' }));
    expect(found.map(({ file }) => file)).toEqual(
      expect.arrayContaining([FILE, OTHER_FILE, 'graph/new.json']),
    );
  });
});

describe('readCorpus', () => {
  test('throws nothing but a CorpusError, whatever JSON it is given', () => {
    const item = fc.record(
      {
        id: fc.constantFrom('article:a', 'claim:a', 'disputes:a', '__proto__', 7),
        type: fc.constantFrom('article', 'claim', 'disputes', 'constructor'),
        source: fc.constantFrom('claim:a', 'toString'),
        passages: fc.jsonValue(),
        seed: fc.constantFrom('a.txt', '../a.txt', '__proto__'),
        __proto__: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const file = fc.oneof(
      fc.json(),
      fc.string(),
      fc
        .record({ version: fc.constantFrom(1, 2), nodes: fc.array(item), edges: fc.array(item) })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(file, fc.string(), (text, seed) => {
        const files = new Map([
          ['graph/a.json', text],
          ['seeds/a.txt', seed],
        ]);
        expect(findProblems(files).length).toBeGreaterThan(text.includes('"edges":[]') ? -1 : 0);
      }),
    );
  });

  test('says so where there is no graph file', () => {
    expect(findProblems(new Map())).toEqual([toExpected({ file: 'graph/', reason: 'holds no graph file' })]);
  });

  test('reads only graph/*.json and the articles, not the schema, the codebook or other folders', () => {
    const files = replace({
      'graph/schema.json': '{',
      'graph/CODEBOOK.md': '# Codebook',
      'graph/old/a.json': '{',
      'other/graph/a.json': '{',
      'seeds/README.md': 'whose they are',
      'package.json': '{',
    });
    expect(findProblems(files)).toEqual([]);
  });

  test.each([
    ['{', '', 'is not JSON'],
    ['{"version":2,"definitions":{}}', 'version', 'must be 1'],
    ['{"version":1}', 'definitions', 'is missing'],
    ['{"version":1,"definitions":{"claim":{"means":" "}}}', 'definitions.claim.means', 'must not be empty'],
    ['{"version":1,"definitions":{"claim":{}}}', 'definitions.claim.means', 'is missing'],
    ['{"version":1,"definitions":{"opinion":{"means":"x"}}}', 'definitions', 'opinion'],
    ['{"version":1,"definitions":{"__proto__":{"means":"x"}}}', 'definitions', '__proto__'],
    ['{"version":1,"definitions":{"about":{"means":"x","colour":"red"}}}', 'definitions.about', 'colour'],
  ])('names what is wrong with the codebook %s', (text, path, reason) => {
    expect(findProblems(replace({ 'graph/codebook.json': text }))).toEqual([
      {
        file: 'graph/codebook.json',
        ...(path !== '' && { path }),
        reason: expect.stringContaining(reason) as string,
      },
    ]);
  });

  test('keeps nodes and edges in the order of the files', () => {
    const drafts = [...FILES.keys()].filter(
      (name) => /^graph\/[^/]+\.json$/.test(name) && !name.endsWith('schema.json'),
    );
    const ids = (key: 'nodes' | 'edges') =>
      drafts.flatMap((file) => parseFile(file)[key].map(({ id }) => id));
    expect([...CORPUS.nodes.keys()]).toEqual(ids('nodes'));
    expect([...CORPUS.edges.keys()]).toEqual(ids('edges'));
  });

  test('lets a speaker say the same thing on two occasions', () => {
    const files = edit(UTTERANCE.file, (draft) =>
      draft.edges.push({ ...draft.edges[UTTERANCE.index]!, id: 'authored:again' }),
    );
    expect(findProblems(files)).toEqual([]);
  });

  test('says of words over several lines that lines end otherwise where git turned those of the text', () => {
    const seed = 'seeds/001_b7e7e7cfa3d0a4a3.txt';
    const problems = findProblems(replace({ [seed]: FILES.get(seed)!.replaceAll('\n', '\r\n') }));
    expect(problems.length).toBeGreaterThan(0);
    for (const { reason } of problems)
      expect(reason).toMatch(
        / is in seeds\/001_\w+\.txt, but lines end otherwise there, .*‘seeds\/\*\.txt -text’/,
      );
  });

  test('takes a quote that is there several times once its before and after single it out', () => {
    const [passage] = readCorpus(FILES).nodes.get(ARTICLE.id)!.passages;
    const start = TEXT.lastIndexOf('Ofsted');
    const anchor = {
      article: ARTICLE.id,
      quote: 'Ofsted',
      before: TEXT.slice(start - 20, start),
      after: TEXT.slice(start + 6, start + 26),
    };
    const corpus = readCorpus(edit(FILE, (draft) => draft.nodes[0]!.passages.push(anchor)));
    expect(corpus.nodes.get(ARTICLE.id)!.passages).toEqual([passage, { ...anchor, start, end: start + 6 }]);
  });

  test('places the words that give a date like any passage', () => {
    const quote = TEXT.trim().split('\n')[0]!;
    const corpus = readCorpus(
      edit(FILE, (draft) => (draft.nodes[0]!.datePassage = { article: ARTICLE.id, quote })),
    );
    const node = corpus.nodes.get(ARTICLE.id)!;
    const start = TEXT.indexOf(quote);
    const expected = { article: ARTICLE.id, quote, start, end: start + quote.length };
    expect(node).toMatchObject({ datePassage: expected });
    expect(toPassages(node)).toEqual([...node.passages, expected]);
    expect(corpus.articles.get(ARTICLE.id)!.node).toBe(node);
  });
});

describe('a problem', () => {
  const problem = { file: 'graph/a.json', id: 'claim:x', path: 'passages.0', reason: 'is wrong' };
  test.each<[Problem, string]>([
    [problem, 'graph/a.json: claim:x (passages.0): is wrong'],
    [{ file: 'graph/a.json', id: 'claim:x', reason: 'is wrong' }, 'graph/a.json: claim:x: is wrong'],
    [{ file: 'graph/a.json', path: 'version', reason: 'is wrong' }, 'graph/a.json: version: is wrong'],
    [{ file: 'seeds/a.txt', reason: 'is wrong' }, 'seeds/a.txt: is wrong'],
  ])('is printed in one line', (one, line) => {
    expect(printProblem(one)).toBe(line);
  });

  test('is among the first twenty of a message that counts the others', () => {
    const { message } = new CorpusError(Array.from({ length: 1234 }, () => problem));
    expect(message.split('\n')).toEqual([
      ...Array.from({ length: 20 }, () => printProblem(problem)),
      'and 1214 more',
    ]);
  });

  test('is one line of the message of a CorpusError', () => {
    expect(new CorpusError([problem, problem]).message).toBe(
      `${printProblem(problem)}\n${printProblem(problem)}`,
    );
  });

  test.each([
    ['nothing but what cannot be seen', '\u200B\u2060\u3164 ', 'must not be empty'],
    ['ten thousand characters', 'W'.repeat(10_000), 'must not be longer than 300 characters'],
    ['what turns the text behind it round', 'Ofsted \u202Edetsfo', 'turn the direction of the text'],
  ])('is told of a name of %s, in few words', (_what, label, reason) => {
    const [found, ...others] = findProblems(edit(FILE, (draft) => (draft.nodes[1]!.label = label)));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ file: FILE, path: 'label' });
    expect(found!.reason).toContain(reason);
    expect(found!.reason.length).toBeLessThan(250);
  });

  test('takes a name in any script, and one of signs alone', () => {
    for (const label of ['עברית', '儿童', 'é̀', '😀', '?', '<b>'])
      expect(findProblems(edit(FILE, (draft) => (draft.nodes[1]!.label = label)))).toEqual([]);
  });

  test('is told of values nested deeper than can be printed', () => {
    const text = FILES.get(FILE)!.replace(
      '"label"',
      `"label": ${'['.repeat(300_000)}${']'.repeat(300_000)}, "was"`,
    );
    expect(findProblems(replace({ [FILE]: text }))[0]!.reason).toContain('what is nested so deep');
  });

  test('quotes long words in part and on one line', () => {
    const words = `${'word\n'.repeat(100)}end`;
    const [found] = findProblems(edit(FILE, (draft) => (draft.nodes[1]!.passages[0]!.quote = words)));
    expect(printProblem(found!)).not.toContain('\n');
    expect(found!.reason).toMatch(/^“(word )+.*…” is not in/);
    const [wide] = findProblems(
      edit(FILE, (draft) => (draft.nodes[1]!.passages[0]!.quote = '𠮷'.repeat(100))),
    );
    expect(wide!.reason).toMatch(/^“𠮷+…” is not in/u);
  });
});

describe('what a corpus says of itself', () => {
  test('no sentence that is neither coded nor left out, or all of them where nothing is coded', () => {
    expect(findUnaccounted(CORPUS)).toEqual([]);
    const bare = new Map([...CORPUS.articles].map(([id, article]) => [id, { ...article, leftOut: [] }]));
    const problems = findUnaccounted({ articles: bare, nodes: new Map(), edges: new Map() });
    expect(problems).toHaveLength(
      [...bare.values()].reduce((sum, { text }) => sum + toSentences(text).length, 0),
    );
  });

  test('every sentence of an article, with what became of it', () => {
    for (const article of CORPUS.articles.keys()) {
      const sentences = accountFor(CORPUS, article);
      expect(sentences.length).toBeGreaterThan(20);
      expect(sentences.filter(({ state }) => state === 'unaccounted')).toEqual([]);
    }
  });

  test('an utterance is somebody, or a report, putting forward a claim or recommendation', () => {
    for (const edge of CORPUS.edges.values()) {
      const isSaid = ['claim', 'recommendation'].includes(CORPUS.nodes.get(edge.target)!.type);
      expect(isUtterance(CORPUS, edge)).toBe(isSaid && ['authored', 'states'].includes(edge.type));
    }
    expect(EDGE_TYPES.filter((type) => findEdge(ofType(type)))).toEqual(EDGE_TYPES);
  });
});

describe('as large or as broken as anything,', { timeout: 120_000 }, () => {
  const passages = [{ article: 'article:a', quote: 'It is so.' }];
  const item = (type: string, name: string, more: object) => ({
    id: `${type}:${name}`,
    type,
    passages,
    ...more,
  });
  const toGraph = (nodes: readonly object[], edges: readonly object[]) =>
    JSON.stringify({ version: 1, nodes, edges });
  const article = item('article', 'a', { label: 'A', date: '2014', seed: 'a.txt', publisher: 'A' });
  const topic = item('topic', 't', { label: 'Is it so?', poles: { for: 'Yes', against: 'No' } });
  const person = item('person', 'p', { label: 'P' });
  const claim = (name: string) => item('claim', name, { label: 'So', statement: 'It is so.' });
  const utterance = (name: string) =>
    item('authored', name, {
      source: 'person:p',
      target: `claim:${name}`,
      basis: 'stated',
      speech: 'direct',
    });
  const about = (name: string) =>
    item('about', name, { source: `claim:${name}`, target: 'topic:t', basis: 'stated', stance: 'for' });
  const refuse = (files: Files) => {
    try {
      readCorpus(files);
    } catch (error) {
      if (error instanceof CorpusError) return error.problems;
      throw error;
    }
    throw new Error('it was read');
  };

  test('a node with 100,000 edges is read', () => {
    const names = Array.from({ length: 100_000 }, (_, index) => `c${index}`);
    const { edges } = readCorpus(
      new Map([
        [
          'graph/a.json',
          toGraph(
            [article, topic, person, ...names.map(claim)],
            names.flatMap((name) => [utterance(name), about(name)]),
          ),
        ],
        ['seeds/a.txt', 'It is so.'],
      ]),
    );
    expect(edges.size).toBe(200_000);
  });

  test('a passage of five million characters is read', () => {
    const quote = 'It is so, and so on. '.repeat(240_000);
    const long = { ...claim('c'), passages: [{ article: 'article:a', quote }] };
    const { nodes } = readCorpus(
      new Map([
        ['graph/a.json', toGraph([article, topic, person, long], [utterance('c'), about('c')])],
        ['seeds/a.txt', `It is so.\n${quote}`],
      ]),
    );
    expect(nodes.get('claim:c')!.passages).toEqual([
      { article: 'article:a', quote, start: 10, end: 10 + quote.length },
    ]);
  });

  test('ten million nodes are refused with a sentence, whatever they are', () => {
    const many = `{"version": 1, "edges": [], "nodes": [${'1,'.repeat(9_999_999)}1]}`;
    expect(refuse(new Map([['graph/a.json', many]]))).toEqual([
      {
        file: 'graph/a.json',
        reason: expect.stringContaining('more than 2000000 nodes and edges') as string,
      },
    ]);
  });

  test('more than 100,000 problems are not looked for', () => {
    const problems = refuse(
      new Map([['graph/a.json', `{"version": 1, "edges": [], "nodes": [${'1,'.repeat(999_999)}1]}`]]),
    );
    expect(problems).toHaveLength(100_001);
    expect(problems.at(-1)!.reason).toContain('more than 100000 problems');
  });

  test('200,000 things that claims lack are each told, not too many for one call', () => {
    const claims = Array.from({ length: 100_000 }, (_, index) => claim(`c${index}`));
    expect(
      refuse(
        new Map([
          ['graph/a.json', toGraph([article, ...claims], [])],
          ['seeds/a.txt', 'It is so.'],
        ]),
      ),
    ).toHaveLength(200_000);
  });

  test('of 5,000 articles every sentence is accounted for in a few seconds', () => {
    const names = Array.from({ length: 5_000 }, (_, index) => `a${index}`);
    const corpus = readCorpus(
      new Map([
        [
          'graph/a.json',
          toGraph(
            names.flatMap((name) => {
              const mine = [{ article: `article:${name}`, quote: 'It is so.' }];
              return [
                { ...article, id: `article:${name}`, seed: `${name}.txt`, passages: mine },
                { ...person, id: `person:${name}`, passages: mine },
              ];
            }),
            [],
          ),
        ],
        ...names.map((name) => [`seeds/${name}.txt`, 'It is so. It was so.'] as const),
      ]),
    );
    const before = process.cpuUsage();
    expect(findUnaccounted(corpus)).toHaveLength(5_000);
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(4);
  });

  test('of 10,000 articles some of which are broken, each that is, and nothing else, is named', () => {
    const files = new Map(
      Array.from({ length: 10_000 }, (_, index) => `a${index}`).flatMap((name) => {
        const mine = [{ article: `article:${name}`, quote: 'It is so.' }];
        const node = { ...article, id: `article:${name}`, seed: `${name}.txt`, passages: mine };
        return [
          [`graph/${name}.json`, toGraph([node], [])],
          [`seeds/${name}.txt`, name.endsWith('77') ? 'It was not so.' : 'It is so.'],
        ] as const;
      }),
    );
    const problems = refuse(files);
    expect(problems.map(({ id }) => id)).toEqual(
      [...files.keys()].flatMap(
        (file) =>
          /^graph\/(a\d*77)\.json$/
            .exec(file)
            ?.slice(1)
            .map((name) => `article:${name}`) ?? [],
      ),
    );
    expect(problems).toHaveLength(100);
  });
});
