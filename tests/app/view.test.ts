// What a link brings back, and what it says where it cannot; nodes and edges put into words.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WHOLE } from '../../src/app/camera';
import type { Opened } from '../../src/app/store';
import { printSort, toTableModel } from '../../src/app/views/columns';
import { printRelation } from '../../src/app/views/comparison';
import {
  COLUMNS,
  DEPTHS,
  MARK_KINDS,
  MATRICES,
  MODES,
  ORDERS,
  PATH_STEPS,
  printView,
  readView,
  ROWS,
  START,
  type View,
} from '../../src/app/view';
import { count } from '../../src/app/numbers';
import { tellPath } from '../../src/app/telling';
import {
  listDetails,
  listNames,
  printEdge,
  printName,
  printResponses,
  printSpeakers,
  printVoice,
  toShortName,
} from '../../src/app/words';
import { printShortDate } from '../../src/core/date';
import { toFirstDate } from '../../src/core/debate';
import { toDrawing } from '../../src/core/drawing';
import { matchStatements, seeInSteps } from '../../src/core/filter';
import { incidenceOf } from '../../src/core/graph';
import type { Argument } from '../../src/core/model';
import { EVERYTHING, parseQuery, type Query } from '../../src/core/query';
import { ACTOR_KINDS, ACTOR_NETWORK_TYPES, EDGE_TYPES, NODE_TYPES } from '../../src/core/vocabulary';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const NODES = [...CORPUS.nodes.keys()];
const TOPICS = NODES.filter((id) => id.startsWith('topic:'));
const IDS = [...NODES, ...CORPUS.edges.keys()];

const read = (hash: string) => readView(hash, CORPUS);
const [NODE, OTHER] = NODES as [string, string];

/** A number as the URL keeps it: to four places, and without a sign where it is nothing. */
const place = (least: number, most: number) =>
  fc.integer({ min: least * 10_000, max: most * 10_000 }).map((number) => number / 10_000);
const query: fc.Arbitrary<Query> = fc.record(
  {
    words: fc.array(
      fc
        .string({ unit: 'binary' })
        .map((text) => text.replaceAll('"', '').trim())
        .filter((text) => text !== ''),
      { maxLength: 3 },
    ),
    type: fc.array(fc.constantFrom(...NODE_TYPES), { minLength: 1, maxLength: 3 }),
    edge: fc.array(fc.constantFrom(...EDGE_TYPES), { minLength: 1, maxLength: 3 }),
    article: fc.array(fc.constantFrom(...CORPUS.articles.keys()), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['words'] },
);
const some = <T extends string>(values: readonly T[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
const focus = fc.record(
  {
    ids: some(NODES),
    depth: fc.constantFrom(...DEPTHS),
    direction: fc.constantFrom('out' as const, 'in' as const),
    along: some(EDGE_TYPES),
    expanded: some(NODES),
  },
  { requiredKeys: ['ids', 'depth'] },
);
const ACTORS = NODES.filter((id) => /^(organisation|person|report):/.test(id));
const actor = fc.constantFrom(...ACTORS);
const SAID = NODES.filter((id) => /^(claim|recommendation):/.test(id));
const ARTICLES = [...CORPUS.articles.keys()];
const reader = fc.record(
  {
    open: fc.uniqueArray(fc.constantFrom(...ARTICLES), { maxLength: 3 }),
    article: fc.constantFrom(...ARTICLES),
    marks: some(MARK_KINDS),
    coverage: fc.boolean(),
  },
  { requiredKeys: ['open', 'coverage'] },
);
const table: fc.Arbitrary<View['table']> = fc.constantFrom(...ROWS).chain((rows) =>
  fc.record(
    {
      rows: fc.constant(rows),
      sort: fc
        .tuple(fc.constantFrom('', '-'), fc.constantFrom<string>(...COLUMNS[rows]))
        .map((parts) => parts.join('')),
      columns: fc.array(fc.constantFrom<string>(...COLUMNS[rows]), { minLength: 1, maxLength: 4 }),
      find: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
    },
    { requiredKeys: ['rows'] },
  ),
);
const view: fc.Arbitrary<View> = fc
  .record(
    {
      mode: fc.constantFrom(...MODES),
      selected: some(IDS),
      passage: fc.nat({ max: 999 }),
      query,
      focus,
      camera: fc.record({ x: place(-5, 5), y: place(-5, 5), ratio: place(0.005, 10) }),
      topic: fc.constantFrom(...TOPICS),
      table,
      cells: fc.constantFrom(...MATRICES).chain((matrix) => {
        const row = fc.constantFrom(...(matrix === 'topics' ? TOPICS : SAID));
        return fc.record(
          {
            matrix: fc.constant(matrix),
            cell: fc.oneof(fc.tuple(row, actor), fc.tuple(row, actor, actor)),
          },
          { requiredKeys: ['matrix'] },
        );
      }),
      order: fc.constantFrom(...ORDERS),
      coalitions: fc.record(
        {
          ties: fc.constantFrom(...ACTOR_NETWORK_TYPES),
          least: fc.integer({ min: 1, max: 1000 }),
          actors: fc.constantFrom(...ACTOR_KINDS),
          times: fc.integer({ min: 1, max: 5 }),
          pair: fc.tuple(actor, actor).filter(([one, other]) => one !== other),
        },
        { requiredKeys: ['actors', 'times'] },
      ),
      unfolded: fc.uniqueArray(actor, { maxLength: 3 }),
      compare: fc.oneof(
        fc.tuple(fc.oneof(actor, fc.constantFrom(...CORPUS.articles.keys()))),
        fc.tuple(actor, fc.constantFrom('2014', '2014-06/2016', '../2016')),
      ),
      story: fc.record({ id: fc.constantFrom('one-word', 'a'), step: fc.nat({ max: 99 }) }),
      reader,
      paths: fc.record(
        {
          steps: fc.constantFrom(...PATH_STEPS),
          directed: fc.constant(true),
          along: some(EDGE_TYPES),
          open: fc.nat({ max: 99 }),
        },
        { requiredKeys: ['open'] },
      ),
    },
    {
      requiredKeys: [
        'mode',
        'passage',
        'query',
        'camera',
        'table',
        'cells',
        'order',
        'unfolded',
        'coalitions',
        'reader',
        'paths',
      ],
    },
  )
  .map(({ selected = [], cells, ...rest }) => ({
    ...rest,
    ...cells,
    also: selected.slice(0, -1),
    ...(selected.length > 0 && { selection: selected.at(-1)! }),
  }));

describe('a view', () => {
  test('is the same view after it is written into a URL and read again', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(read(printView(one))).toEqual({ view: one, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('is the same after it went through a browser’s address', () => {
    fc.assert(
      fc.property(view, (one) => {
        const { hash } = new URL(printView(one), 'https://example.org/page/');
        expect(read(hash)).toEqual({ view: one, problems: [] });
      }),
    );
  });

  test('of the start is no hash at all', () => {
    expect(printView(START)).toBe('');
    for (const hash of ['', '#']) expect(read(hash)).toEqual({ view: START, problems: [] });
  });

  test('is a link that a person can read', () => {
    const one: View = {
      ...START,
      selection: NODE,
      passage: 1,
      query: parseQuery('type:claim,person "one word"'),
      focus: { ids: [OTHER], depth: 2 },
    };
    expect(printView(one)).toBe(
      `#select=${NODE}&passage=2&q=type:claim,person%20%22one%20word%22&around=${OTHER}&depth=2`,
    );
  });

  test('names the articles that are open, and nothing of the reader where nothing was opened', () => {
    const [first, second] = ARTICLES as [string, string];
    const one: View = { ...START, reader: { open: [first, second], article: first, coverage: true } };
    expect(printView(one)).toBe(`#open=${first},${second}&article=${first}&coverage=shown`);
    expect(printView({ ...START, selection: NODE })).toBe(`#select=${NODE}`);
    expect(read(`#open=${first},article:nowhere`).problems).toEqual([
      'The link names “article:nowhere”, which is not in this graph.',
    ]);
  });

  test('keeps the camera to four places', () => {
    const hash = printView({ ...START, camera: { x: 1 / 3, y: 0.5, ratio: 1 } });
    expect(hash).toBe('#map=0.3333,0.5,1');
    expect(read(hash).view.camera).toEqual({ x: 0.3333, y: 0.5, ratio: 1 });
  });
});

describe('a link that names nothing known', () => {
  const rest = `passage=2&q=type:claim&map=0.4,0.6,2`;
  const kept = {
    ...START,
    passage: 1,
    query: { words: [], type: ['claim'] },
    camera: { x: 0.4, y: 0.6, ratio: 2 },
  };

  test('says so, and keeps the rest', () => {
    const { view: found, problems } = read(`#select=claim:nowhere&around=${NODE}&depth=2&${rest}`);
    expect(found).toEqual({ ...kept, focus: { ids: [NODE], depth: 2 } });
    expect(problems).toEqual(['The link names “claim:nowhere”, which is not in this graph.']);
  });

  test('says so of what it looks around, too', () => {
    const { view: found, problems } = read(`#select=${NODE}&around=person:nobody&${rest}`);
    expect(found).toEqual({ ...kept, selection: NODE });
    expect(problems).toEqual(['The link names “person:nobody”, which is not in this graph.']);
  });

  test.each([
    ['select', '%3Cscript%3E', '<script>'],
    ['select', '__proto__', '__proto__'],
    ['passage', '0', '0'],
    ['passage', 'two', 'two'],
    ['passage', '1.5', '1.5'],
    ['passage', '1e9', '1e9'],
    ['around', '', ''],
    ['view', 'cinema', 'cinema'],
    ['direction', 'up', 'up'],
    ['along', 'disputes,teases', 'disputes,teases'],
    ['rows', 'columns', 'columns'],
    ['sort', '--label', '--label'],
    ['compare', 'a,b,c', 'a,b,c'],
    ['cell', 'topic:a', 'topic:a'],
    ['order', 'size', 'size'],
    ['story', '../x', '../x'],
    ['marks', 'claims,jokes', 'claims,jokes'],
    ['coverage', 'maybe', 'maybe'],
    ['depth', '4', '4'],
    ['depth', '-1', '-1'],
    ['map', '0.5', '0.5'],
    ['map', '0.5,0.5,0', '0.5,0.5,0'],
    ['map', '1,2,3,4', '1,2,3,4'],
    ['map', 'NaN,0,1', 'NaN,0,1'],
    ['map', 'Infinity,0,1', 'Infinity,0,1'],
    ['map', '0,0,1e99', '0,0,1e99'],
  ])('or whose %s is “%s” says so', (name, written, text) => {
    const { view: found, problems } = read(`#${name}=${written}`);
    expect(found).toEqual(START);
    expect(problems).toEqual([`The link’s ‘${name}’ cannot be read: “${text}”.`]);
  });

  test('or names columns that its table does not have says so, and keeps the others', () => {
    const { view: found, problems } = read(
      '#view=table&rows=utterances&columns=speaker,label&sort=-neighbours',
    );
    expect(found.table).toEqual({ rows: 'utterances', columns: ['speaker'] });
    expect(problems).toEqual([
      'The link’s ‘sort’ names “neighbours”, which this table has no column for.',
      'The link’s ‘columns’ names “label”, which this table has no column for.',
    ]);
    expect(printView(found)).toBe('#view=table&rows=utterances&columns=speaker');
  });

  test.each(ROWS)('can name every column of the %s, and no other', (rows) => {
    const opened = { corpus: CORPUS, incidence: incidenceOf(CORPUS) } as Opened;
    const { columns } = toTableModel(opened, rows, new Set(), EVERYTHING);
    expect(columns.map(({ id }) => id)).toEqual(COLUMNS[rows]);
  });

  test('or compares with nothing known says so', () => {
    const { view: found, problems } = read(`#view=compare&compare=${ACTORS[0]},yesterday`);
    expect(found).toEqual({ ...START, mode: 'compare' });
    expect(problems).toEqual(['The link names “yesterday”, which is not in this graph.']);
  });

  const [claim] = NODES.filter((id) => id.startsWith('claim:')) as [string];
  test.each([
    ['topic', claim, claim],
    ['people', claim, claim],
    ['compare', `${ACTORS[0]},${claim}`, claim],
    ['cell', `${TOPICS[0]},${TOPICS[0]}`, TOPICS[0]],
    ['cell', `${claim},${ACTORS[0]}`, claim],
    ['cell', `${ACTORS[0]},${ACTORS[0]}`, ACTORS[0]],
  ])('or whose %s is something else that is in the graph says so', (name, written, wrong) => {
    const { view: found, problems } = read(`#${name}=${written}`);
    expect(found).toEqual(START);
    expect(problems).toEqual([`The link’s ‘${name}’ cannot be “${wrong}”.`]);
  });

  test('or lacks only what was to be in front selects the others', () => {
    const { view: found } = read(`#select=claim:nowhere&also=${OTHER},${NODE}`);
    expect(found).toEqual({ ...START, selection: NODE, also: [OTHER] });
  });

  test('or whose filter cannot be read says why, and shows everything', () => {
    const { view: found, problems } = read(`#select=${NODE}&q=type:planet`);
    expect(found).toEqual({ ...START, selection: NODE });
    expect(problems).toEqual([
      expect.stringMatching(/^The link’s filter cannot be read: ‘planet’ is no type/),
    ]);
  });

  test('names everything that is wrong with it at once, and not at any length', () => {
    const { view: found, problems } = read(
      `#select=${'x'.repeat(9999)}&around=a:b&depth=9&map=x&q=%22&passage=-1`,
    );
    expect(found).toEqual(START);
    expect(problems).toHaveLength(6);
    for (const problem of problems) expect(problem.length).toBeLessThan(300);
  });

  test('names a few of the many that are not there, and counts the others', () => {
    const ids = Array.from({ length: 400 }, (_, index) => `claim:nobody-${index}`);
    const { view: found, problems } = read(`#select=${NODE}&also=${ids.join(',')}&around=${OTHER}`);
    expect(found).toEqual({ ...START, selection: NODE, focus: { ids: [OTHER], depth: 1 } });
    expect(problems).toHaveLength(4);
    expect(problems[0]).toBe('The link names “claim:nobody-0”, which is not in this graph.');
    expect(problems[3]).toBe('So it is with 397 more that it names.');
  });

  test.each(['also', 'around', 'open', 'people', 'expand'])(
    'and ten thousand under ‘%s’ are too many, which is said in a few words',
    (name) => {
      const ids = Array.from({ length: 10_000 }, (_, index) => `claim:nobody-${index}`);
      const { view: found, problems } = read(`#${name}=${ids.join(',')}&view=table`);
      expect(found).toEqual({ ...START, mode: 'table' });
      expect(problems[0]).toBe(`The link’s ‘${name}’ names more than 500: 9500 are left out.`);
      expect(problems.join(' ').length).toBeLessThan(400);
    },
  );

  test('says what is wrong with a filter of any length in a few words', () => {
    for (const key of ['topic:', 'type:', 'date:', 'hide:', ''])
      expect(read(`#q=${key}${'x'.repeat(5000)}${key ? '' : ':y'}`).problems.join(' ').length).toBeLessThan(
        400,
      );
  });

  test('once more counts once', () => {
    const { view: found } = read(`#select=${NODE}&also=${OTHER},${OTHER}&around=${OTHER},${OTHER}`);
    expect(found).toEqual({
      ...START,
      selection: NODE,
      also: [OTHER],
      focus: { ids: [OTHER], depth: 1 },
    });
  });

  test('is read without fail, whatever rubbish it is, and what was read can be written again', () => {
    const rubbish = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(
          fc.constantFrom(
            '#',
            '&',
            '=',
            '%',
            '%ff',
            '%00',
            'select',
            'q',
            'map',
            'passage',
            'around',
            NODE,
            '"',
            ',',
            '1',
            ':',
            'type',
            '+',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(rubbish, (text) => {
        const { view: found } = read(`#${text}`);
        expect(read(printView(found))).toEqual({ view: found, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('passes over parameters it does not know', () => {
    expect(read('#colour=red&__proto__=x&constructor=y')).toEqual({ view: START, problems: [] });
    expect(START.camera).toBe(WHOLE);
  });
});

describe('words', () => {
  const opened = {
    corpus: CORPUS,
    incidence: incidenceOf(CORPUS),
    picture: { drawing: toDrawing(CORPUS), positions: new Float64Array(2 * CORPUS.nodes.size) },
  };
  const toOrganisation = (label: string) => ({
    id: 'organisation:a',
    type: 'organisation' as const,
    label,
    passages: [],
  });

  test.each([
    [[], ''],
    [['Ofsted'], 'Ofsted'],
    [['Ofsted', 'ADCS'], 'Ofsted and ADCS'],
    [['Ofsted', 'ADCS', 'LGA'], 'Ofsted, ADCS and LGA'],
    [['Ofsted', 'ADCS', 'LGA', 'DfE'], 'Ofsted, ADCS and 2 others'],
  ])('list names: %j', (names, words) => {
    expect(listNames(names)).toBe(words);
  });

  test('shorten a name to its letters where it gives them', () => {
    expect(toShortName(toOrganisation('Association of Directors of Children’s Services (ADCS)'))).toBe(
      'ADCS',
    );
    expect(toShortName(toOrganisation('Ofsted'))).toBe('Ofsted');
    expect(toShortName(toOrganisation('The review (2013)'))).toBe('The review (2013)');
  });

  test('count one and many', () => {
    expect([count(0, 'claim'), count(1, 'claim'), count(2, 'claim')]).toEqual([
      '0 claims',
      '1 claim',
      '2 claims',
    ]);
    expect(count(2, 'person', 'people')).toBe('2 people');
    expect(count(1234, 'edge')).toBe('1,234 edges');
  });

  test('say who says each claim and recommendation, and nothing of other nodes', () => {
    for (const node of CORPUS.nodes.values()) {
      const isSaid = node.type === 'claim' || node.type === 'recommendation';
      expect(printSpeakers(opened, node) !== '').toBe(isSaid);
    }
  });

  test('tell who says it themselves or through a report, and the year in which one of those first does', () => {
    const say = (id: string, { corpus, incidence }: Pick<Opened, 'corpus' | 'incidence'> = opened) =>
      printVoice({ ...opened, corpus, incidence }, corpus.nodes.get(id)!);
    expect(say('claim:ofsted-judgments-inconsistent-2014')).toBe(
      'Ofsted, Eileen Munro and Community Care (2014)',
    );
    expect(say('claim:councils-prioritised-by-risk-2010')).toBe('Ofsted and Matt Dunkley (2010?)');
    // One who is called by a body's name is not said to be of it again.
    expect(say('claim:ofsted-recognises-constraints')).toBe('Ofsted spokesman (2015)');
    // Ofsted is not named beside its chief inspector: its report does not date what she says.
    const states = [...CORPUS.edges.values()].find(
      ({ type, target }) => type === 'states' && target === 'claim:safeguarding-depends-on-assessment',
    )!;
    const early = { ...states, date: '2009' } as typeof states;
    const corpus = { ...CORPUS, edges: new Map([...CORPUS.edges, [early.id, early]]) };
    expect(say(early.target, { corpus, incidence: incidenceOf(corpus) })).toBe(
      'Christine Gilbert of Ofsted (2010?)',
    );
    expect(say('topic:one-word-judgment')).toBe(CORPUS.nodes.get('topic:one-word-judgment')!.label);
  });

  test('tell of a year that is not certain that it is so, of everything that is said', () => {
    const doubts = new Set<string>();
    for (const node of CORPUS.nodes.values()) {
      const first = toFirstDate(CORPUS, opened.incidence, node.id);
      if (first === undefined) continue;
      const year = printShortDate(first);
      doubts.add(year);
      if (!/\(\d{4}\)$/.test(printSpeakers(opened, node)))
        expect(printVoice(opened, node)).toMatch(new RegExp(`\\(${year.replace('?', '\\?')}\\)$`));
    }
    expect(doubts).toEqual(new Set(['2010?', '2014', '2015', '2015?', 'c. 2015', '2016?', '2019?']));
    const [clause] = tellPath(opened, {
      nodes: ['organisation:ofsted', 'claim:ofsted-grades-comparable-2019'],
      steps: [[CORPUS.edges.get('authored:ofsted-to-ofsted-grades-comparable-2019')!]],
      cost: 0,
    });
    expect(clause!.words.map(({ text }) => text).join('')).toContain('said about 2019 ');
  });

  test('call an answer to a recommendation the same wherever it is told', () => {
    const partly = [...CORPUS.edges.values()].find(
      (edge) => edge.type === 'responds-to' && edge.response === 'partly',
    )!;
    expect(listDetails(partly)).toEqual(['partly accepted']);
    const { columns } = toTableModel(opened, 'edges', new Set(), EVERYTHING);
    const { text } = columns.find(({ id }) => id === 'detail')!;
    expect(text({ ...partly, edge: partly })).toBe('Partly accepted');
    expect(printResponses(opened, partly.target)).toMatch(/: partly accepted \(inferred\)$/);
    expect(printRelation(partly as Argument)).toBe('partly accepts');
    expect(printRelation(partly as Argument, 'back')).toBe('partly accepted by');
  });

  test('tell who answered a recommendation, a person for which body, and of what is inferred that it is so', () => {
    expect(printResponses(opened, 'recommendation:transparent-moderation')).toBe(
      'Ofsted: accepted (inferred), Debbie Jones of Ofsted: partly accepted (inferred)',
    );
    expect(printResponses(opened, 'recommendation:observe-supervisions')).toBe('Ofsted: rejected');
    // Two answers of the same kind are told once, as stated where one of them is.
    const [one, other] = ['letter-after-modular-visit', 'monitoring-shows-what-to-tackle'].map(
      (said) => CORPUS.edges.get(`responds-to:${said}-to-clear-commentary-for-councils`) as Argument,
    );
    expect(printResponses(opened, one!.target)).toBe(
      'Eleanor Schooling of Ofsted: partly accepted (inferred)',
    );
    const stated = { ...other!, basis: 'stated' } as Argument;
    const corpus = { ...CORPUS, edges: new Map([...CORPUS.edges, [stated.id, stated]]) };
    expect(printResponses({ ...opened, corpus, incidence: incidenceOf(corpus) }, one!.target)).toBe(
      'Eleanor Schooling of Ofsted: partly accepted',
    );
  });

  test('name every body that wrote a report beside what it says', () => {
    const own = CORPUS.edges.get('authored:impower-to-impower-2015')!;
    const wrote = { ...own, id: 'authored:labour-to-impower-2015', source: 'organisation:labour' };
    const corpus = { ...CORPUS, edges: new Map([...CORPUS.edges, [wrote.id, wrote]]) };
    const { columns, readRows } = toTableModel(
      { ...opened, corpus, incidence: incidenceOf(corpus) },
      'utterances',
      new Set([...corpus.nodes.keys(), ...corpus.edges.keys()]),
      EVERYTHING,
    );
    const said = atOnce(readRows()).filter(({ statement }) => statement!.speaker === own.target);
    expect(said.length).toBeGreaterThan(5);
    const { text } = columns.find(({ id }) => id === 'body')!;
    for (const row of said) expect(text(row)).toBe('Impower; Labour Party');
  });

  test.each(['', 'date:2014/2016', 'hide:organisation:ofsted', 'topic:one-word-judgment'])(
    'tell of every claim how many articles and bodies say it, as all views count them: %s',
    (text) => {
      const asked = parseQuery(text);
      const { ids } = atOnce(seeInSteps(CORPUS, asked));
      const counted = atOnce(matchStatements(CORPUS, asked, ids));
      const { columns, readRows } = toTableModel(opened, 'nodes', ids, asked);
      const [articles, bodies] = ['articles', 'bodies'].map((name) => columns.find(({ id }) => id === name)!);
      const numbers = atOnce(readRows()).map((row) => {
        const own = counted.filter(({ said }) => said.id === row.id);
        const told = [articles!.text(row), bodies!.text(row)];
        const wanted = [own.map(({ article }) => article), own.flatMap((one) => one.bodies)];
        expect(told).toEqual(wanted.map((all) => (own.length === 0 ? '' : String(new Set(all).size))));
        expect(bodies!.key(row)).toBe(own.length === 0 ? undefined : Number(told[1]));
        return told.join(' ');
      });
      expect(new Set(numbers).size).toBeGreaterThan(2);
    },
  );

  test.each([
    ['nodes', '-neighbours', 'sorted by neighbours, most first'],
    ['nodes', 'disputes', 'sorted by disputes, fewest first'],
    ['nodes', '-date', 'sorted by first said, newest first'],
    ['utterances', 'date', 'sorted by date, oldest first'],
    ['edges', '-type', 'sorted by line, Z to A'],
    ['edges', '', ''],
  ] as const)('say by what the table of %s is sorted as ‘%s’: “%s”', (rows, sort, words) => {
    expect(printSort(toTableModel(opened, rows, new Set(), EVERYTHING), sort)).toBe(words);
  });

  test.each([
    ['type:claim', undefined],
    ['edge:disputes isolated:hidden', undefined],
    ['hide:organisation:ofsted', undefined],
    ['topic:one-word-judgment stance:against', undefined],
    ['"one-word"', undefined],
    ['', { ids: ['person:eileen-munro'], depth: 2 }],
  ])('are the rows of the table of utterances that all views count: %s', (text, around) => {
    const asked = parseQuery(text);
    const { ids } = atOnce(seeInSteps(CORPUS, asked, around));
    const counted = atOnce(matchStatements(CORPUS, asked, ids));
    const { columns, readRows } = toTableModel(opened, 'utterances', ids, asked);
    const rows = atOnce(readRows());
    expect(counted.length).toBeGreaterThan(5);
    expect(rows.map(({ id }) => id)).toEqual(counted.map(({ utterance }) => utterance.id));
    const { text: toBodies } = columns.find(({ id }) => id === 'body')!;
    for (const row of rows)
      for (const id of asked.hide ?? []) expect(toBodies(row)).not.toBe(CORPUS.nodes.get(id)!.label);
  });

  test('put a name in quotation marks, those it has itself within them', () => {
    const { label } = CORPUS.nodes.get('claim:requires-improvement-as-pernicious')!;
    expect(label).toBe('“Requires improvement” can harm as much as “inadequate”');
    expect(printName(label)).toBe('“‘Requires improvement’ can harm as much as ‘inadequate’”');
    expect(printName('Ofsted’s grades')).toBe('“Ofsted’s grades”');
  });

  test('tell every edge as a sentence from its source to its target', () => {
    for (const edge of CORPUS.edges.values()) {
      const sentence = printEdge(opened, edge);
      expect(sentence.startsWith(`${CORPUS.nodes.get(edge.source)!.label} `)).toBe(true);
      expect(sentence.endsWith(` ${CORPUS.nodes.get(edge.target)!.label}`)).toBe(true);
    }
  });
});
