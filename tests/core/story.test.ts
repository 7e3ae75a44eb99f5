// Stories: what is shipped can be told, what is broken is named, and what is written reads back as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPassages } from '../../src/core/model';
import type { StoryFile } from '../../src/core/schema';
import {
  isStoryFile,
  MAX_STORY,
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
      'a filter for what is not in the graph',
      (draft: StoryFile) => (draft.steps[0]!.view += '&q=topic%3Aweather'),
      "'q' cannot be read: 'weather' names no topic",
    ],
    [
      'a filter that cannot be read',
      (draft: StoryFile) => (draft.steps[0]!.view += '&q=colour:red'),
      "'q' cannot be read: 'colour' is not a key",
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
  ])('as %.40s names what is wrong', (text, wrong) => {
    const { story, problems: found } = readStory('mine.json', text, CORPUS);
    expect(story).toBeUndefined();
    expect(found.map(({ path, reason }) => `${path}: ${reason}`).join('\n')).toContain(wrong);
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
