// Stories: what is shipped can be told, what is broken is named, and what is written reads back as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPassages } from '../../src/core/model';
import type { StoryFile } from '../../src/core/schema';
import {
  findMismatch,
  isStoryFile,
  MAX_STORY,
  printStoryProblem,
  readStories,
  readStory,
  toPassageIndex,
  writeStory,
} from '../../src/core/story';
import { CORPUS, FILES, replace } from '../shipped';

const { stories: STORIES, problems } = readStories(FILES, CORPUS);
const STORY = STORIES[0]!;
const NAME = `graph/stories/${STORY.id}.json`;

/** What is wrong with the first story after a change to it, a line each. */
function findWrong(change: (draft: StoryFile) => void): string[] {
  const draft = JSON.parse(writeStory(STORY)) as StoryFile;
  change(draft);
  return readStory(NAME, writeStory(draft), CORPUS).problems.map(({ path, reason }) => `${path}: ${reason}`);
}

describe('the shipped stories', () => {
  test('have no problems, and the debate on one-word judgments is the first', () => {
    expect(problems).toEqual([]);
    expect(STORIES).toHaveLength([...FILES.keys()].filter(isStoryFile).length);
    expect(STORIES.map(({ id }) => id)).toEqual([
      'one-word-judgment',
      'demand-excuse',
      'ofsted-accepted-turned-down',
    ]);
  });

  test.each(STORIES)(
    '$title: seven to ten steps, each with its words to the letter',
    ({ steps, summary }) => {
      expect(summary).not.toBe('');
      expect(steps.length).toBeGreaterThanOrEqual(7);
      expect(steps.length).toBeLessThanOrEqual(10);
      for (const step of steps) {
        const { quote } = step.quote;
        expect(CORPUS.articles.get(step.quote.article)!.text).toContain(quote);
        const id = /(?:^|&)select=([^&]+)/.exec(step.view)![1]!;
        const selected = CORPUS.nodes.get(id) ?? CORPUS.edges.get(id)!;
        expect(toPassages(selected)[toPassageIndex(CORPUS, step)]!.quote).toBe(quote);
        expect(step.text.length).toBeGreaterThan(40);
        expect(step.text.length).toBeLessThan(300);
      }
    },
  );

  test.each(STORIES)('$title: goes forward in time', ({ steps }) => {
    const years = steps.map(({ quote }) =>
      Number.parseInt(CORPUS.articles.get(quote.article)!.node.date, 10),
    );
    expect(years).toEqual(years.toSorted((a, b) => a - b));
  });

  test('say what the graph says: nobody but Ofsted takes the side of the one-word judgment', () => {
    const on = [...CORPUS.edges.values()].filter(
      (edge) => edge.type === 'about' && edge.target === 'topic:one-word-judgment' && edge.stance === 'for',
    );
    expect(on.length).toBeGreaterThan(0);
    for (const { source } of on)
      expect(CORPUS.edges.has(`authored:ofsted-to-${source.slice('claim:'.length)}`)).toBe(true);
  });
});

describe('a story of what is not open', () => {
  /** The first story, some steps of which were recorded elsewhere. */
  const toElsewhere = (
    isElsewhere: (index: number) => boolean,
    part: Partial<StoryFile['steps'][number]>,
  ) => ({
    ...STORY,
    steps: STORY.steps.map((step, index) => (isElsewhere(index) ? { ...step, ...part } : step)),
  });
  const quote = { article: 'article:nowhere', quote: 'One word' };

  test('is told to be so in plain words, with what exactly is missing', () => {
    expect(findMismatch(CORPUS, STORY, 'mine')).toBeUndefined();
    expect(findMismatch(CORPUS, { ...STORY, steps: [] }, 'mine')).toBeUndefined();
    const whole = findMismatch(
      CORPUS,
      toElsewhere(() => true, { quote, view: 'select=disputes:one-to-other' }),
      'mine',
    );
    expect(whole).toMatchObject({ told: 'belongs to other articles than those open here', isWhole: true });
    expect(whole!.problems).toHaveLength(2 * STORY.steps.length);
    expect(
      findMismatch(
        CORPUS,
        toElsewhere(() => true, { view: 'select=claim:gone' }),
        'mine',
      ),
    ).toMatchObject({
      told: 'shows nothing that is coded here',
      isWhole: true,
    });
    expect(
      findMismatch(
        CORPUS,
        toElsewhere((index) => index < 2, { quote }),
        'mine',
      ),
    ).toMatchObject({
      told: `shows at 2 of its ${STORY.steps.length} steps what is not here`,
      isWhole: false,
    });
  });
});

describe('a story that cannot be told', () => {
  test.each([
    [
      'words that are not in the article',
      (draft: StoryFile) => (draft.steps[0]!.quote.quote = 'No such words'),
      'steps.0.quote: “No such words” is not in seeds/',
    ],
    [
      'words in other letters',
      (draft: StoryFile) => (draft.steps[1]!.quote.quote = draft.steps[1]!.quote.quote.toUpperCase()),
      'is not in seeds/',
    ],
    [
      'words of the article that are not those of the selection',
      (draft: StoryFile) => (draft.steps[0]!.quote = draft.steps[1]!.quote),
      'is not among the words that claim:one-third-inadequate-2010 rests on',
    ],
    [
      'an article that is not there',
      (draft: StoryFile) => (draft.steps[0]!.quote.article = 'article:nowhere'),
      'steps.0.quote: there is no article article:nowhere',
    ],
    [
      'a selection that is not in the graph',
      (draft: StoryFile) => (draft.steps[2]!.view = 'select=claim:nobody-said-this'),
      "steps.2.view: 'select' names claim:nobody-said-this, which is not in the graph",
    ],
    [
      'no selection',
      (draft: StoryFile) => (draft.steps[2]!.view = 'view=debate'),
      'steps.2.view: selects nothing',
    ],
    [
      'a centre that is not in the graph',
      (draft: StoryFile) => (draft.steps[0]!.view += ',claim:nowhere&around=person:nobody'),
      "'around' names person:nobody",
    ],
    [
      'a pair of whom one is not in the graph',
      (draft: StoryFile) => (draft.steps[0]!.view += '&pair=organisation:nope,organisation:ofsted'),
      "steps.0.view: 'pair' names organisation:nope, which is not in the graph",
    ],
    ...['open', 'article', 'coded'].map((name): [string, (draft: StoryFile) => unknown, string] => [
      `an article by ‘${name}’ that is not there`,
      (draft) => (draft.steps[0]!.view += `&${name}=topic:one-word-judgment`),
      `steps.0.view: '${name}' names topic:one-word-judgment, which is no article here`,
    ]),
    [
      'a side that is neither there nor a time',
      (draft: StoryFile) => (draft.steps[0]!.view += '&compare=2010/2014,person:nobody'),
      "steps.0.view: 'compare' names person:nobody, which is neither in the graph nor a time",
    ],
    [
      'a filter for what is not in the graph',
      (draft: StoryFile) => (draft.steps[0]!.view += '&q=topic%3Aweather'),
      "'q' cannot be read: ‘weather’ names no topic",
    ],
    [
      'a filter that cannot be read',
      (draft: StoryFile) => (draft.steps[0]!.view += '&q=colour:red'),
      "'q' cannot be read: ‘colour’ is not a key",
    ],
    [
      'two selections, of which the page follows the first',
      (draft: StoryFile) => (draft.steps[0]!.view = `select=claim:nobody-said-this&${draft.steps[0]!.view}`),
      "'select' names claim:nobody-said-this",
    ],
    [
      'a name that is written in signs',
      (draft: StoryFile) => (draft.steps[0]!.view += '&%73tory=another'),
      "'story' belongs to the story",
    ],
    [
      'an address that is none',
      (draft: StoryFile) => (draft.steps[0]!.view = 'select=%E0%A4%A'),
      'cannot be read',
    ],
    [
      'a story within the story',
      (draft: StoryFile) => (draft.steps[0]!.view += '&story=another&step=2'),
      "'story' belongs to the story",
    ],
  ])('with %s says so', (_what, change, wrong) => {
    expect(findWrong(change).join('\n')).toContain(wrong);
  });

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'expected object'],
    ['{"version":2}', 'version: “2”: must be 1'],
    ['{"version":1,"id":"A b","title":"T","steps":[]}', 'id: “A b”: must be a slug'],
    ['{"version":1,"id":"a","title":" ","steps":[]}', 'title: “ ”: must not be empty'],
    ['{"version":1,"id":"a","title":"T","steps":[{"text":"t"}]}', 'steps.0.quote: is missing'],
    ['{"version":1,"id":"a","title":"T","steps":[],"script":"x"}', 'script'],
    [`"${'x'.repeat(MAX_STORY)}"`, 'longer than'],
    ['{"version":1,"id":"a","title":"\u200b\u2060","steps":[]}', 'must not be empty'],
    [`{"version":1,"id":"${'a'.repeat(101)}","title":"T","steps":[]}`, 'id: '],
    [`{"version":1,"id":"a","title":"T","steps":[${'0,'.repeat(5000)}0]}`, 'steps: “[0,0,'],
    ['{"__proto__":{"title":"T"},"version":1,"id":"a","title":"T","steps":[]}', '"__proto__": remove it'],
    // Deeper than JSON.stringify can go.
    ['['.repeat(300_000) + ']'.repeat(300_000), 'what is nested so deep: Invalid input'],
    [
      `{"version":1,"id":"a","title":${'['.repeat(300_000) + ']'.repeat(300_000)},"steps":[]}`,
      'title: what is nested so deep',
    ],
  ])('as %.40s names what is wrong', (text, wrong) => {
    const { story, problems: found } = readStory('mine.json', text, CORPUS);
    expect(story).toBeUndefined();
    expect(found.map(({ path, reason }) => `${path}: ${reason}`).join('\n')).toContain(wrong);
  });

  test.each([
    ['UTF-16', Buffer.from(`\uFEFF${writeStory(STORY)}`, 'utf16le')],
    ['UTF-16 without its mark', Buffer.from(writeStory(STORY), 'utf16le')],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])],
  ])('as %s is said to be no text in UTF-8', (_what, bytes) => {
    expect(readStory('mine.json', bytes.toString('utf8'), CORPUS).problems).toEqual([
      { file: 'mine.json', reason: 'is not text in UTF-8: save it as JSON in UTF-8' },
    ]);
  });

  test('names no key of fifty thousand at any length', () => {
    const keys = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`key${index}`, 1]));
    const { problems: found } = readStory('mine.json', JSON.stringify({ ...STORY, ...keys }), CORPUS);
    expect(found.map(printStoryProblem).join('').length).toBeLessThan(500);
  });

  test('is told by its steps as people count them', () => {
    const draft = JSON.parse(writeStory(STORY)) as StoryFile;
    draft.steps[2]!.quote.quote = 'No such words';
    draft.steps[3]!.view = 'select=a:b';
    expect(readStory('mine.json', writeStory(draft), CORPUS).problems.map(printStoryProblem)).toEqual([
      expect.stringMatching(
        /^mine\.json, step 3: “No such words” is not in seeds\/.*: copy the words exactly$/,
      ),
      "mine.json, step 4: view: 'select' names a:b, which is not in the graph",
    ]);
    expect(printStoryProblem({ file: 'a.json', path: 'steps', reason: 'no' })).toBe('a.json: steps: no');
  });

  test('hides none of the others', () => {
    const files = replace({
      [NAME]: '{',
      'graph/stories/other-name.json': FILES.get('graph/stories/demand-excuse.json'),
    });
    const read = readStories(files, CORPUS);
    expect(read.stories.map(({ id }) => id)).toEqual(['demand-excuse', 'ofsted-accepted-turned-down']);
    expect(read.problems.map(({ file }) => file).toSorted()).toEqual(
      [NAME, 'graph/stories/other-name.json'].toSorted(),
    );
  });
});

test('a byte order mark and the # of an address do no harm', () => {
  expect(readStory(NAME, `\uFEFF${writeStory(STORY)}`, CORPUS).story).toEqual(STORY);
  const steps = STORY.steps.map((step) => ({ ...step, view: `#${step.view}` }));
  expect(readStory(NAME, writeStory({ ...STORY, steps }), CORPUS).problems).toEqual([]);
});

test('a story reads back as it was written', () => {
  const words = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
  const story = fc.record(
    {
      version: fc.constant(1 as const),
      id: fc.constantFrom('a', 'own-1', 'one-word-judgment'),
      title: words,
      summary: fc.string(),
      steps: fc.array(
        fc.record({
          text: fc.string({ unit: 'grapheme' }),
          quote: fc.record({ article: fc.constant('article:a'), quote: words }),
          view: fc.string(),
        }),
      ),
    },
    { requiredKeys: ['version', 'id', 'title', 'steps'] },
  );
  fc.assert(
    fc.property(story, (one) => {
      expect(readStory('a.json', writeStory(one)).story).toEqual(one);
    }),
  );
});
