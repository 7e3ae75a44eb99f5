// Stories: files ⇄ click-throughs of saved views, every step of them with words that its selection rests on.
import type * as z from 'zod';
import { locate } from './anchor';
import { parseInterval } from './date';
import { parseJson, printIssue, printProblem, shorten, type Files } from './corpus';
import { toPassages, type Corpus, type Problem } from './model';
import { parseQuery, QueryError } from './query';
import { StoryFile, type StoryStep } from './schema';

/** Files longer than this (UTF-16 code units) are refused with a message. */
export const MAX_STORY = 1_000_000;

/** Whether a path is that of a shipped story. */
export const isStoryFile = (path: string) => /^graph\/stories\/[^/]+\.json$/.test(path);

const isItem = (corpus: Corpus, id: string) => corpus.nodes.has(id) || corpus.edges.has(id);
/** The parts of an address behind '#' that name something, with what has what they name, and how it is told that it has not. */
const NAMES: [names: readonly string[], has: (corpus: Corpus, id: string) => boolean, lack: string][] = [
  [
    ['select', 'also', 'around', 'expand', 'topic', 'people', 'cell', 'pair'],
    isItem,
    'which is not in the graph',
  ],
  [['open', 'article', 'coded'], ({ articles }, id) => articles.has(id), 'which is no article here'],
  [
    ['compare'],
    (corpus, id) => isItem(corpus, id) || parseInterval(id) !== undefined,
    'which is neither in the graph nor a time',
  ],
];

/** What stands behind '#', by name; of several of a name the page takes the first. Undefined where it is not written as an address is. */
function toParameters(view: string): ReadonlyMap<string, readonly string[]> | undefined {
  const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
  const parameters = new Map<string, string[]>();
  try {
    for (const part of view.replace(/^#/, '').split('&')) {
      if (part === '') continue;
      const [name = '', ...value] = part.split('=');
      const values = parameters.get(decode(name)) ?? [];
      values.push(decode(value.join('=')));
      parameters.set(decode(name), values);
    }
  } catch {
    return undefined;
  }
  return parameters;
}

/** The node or edge that a step's view selects; undefined where it selects none that is there. */
function toSelected(corpus: Corpus, { view }: StoryStep) {
  const [id = ''] = toParameters(view)?.get('select') ?? [];
  return corpus.nodes.get(id) ?? corpus.edges.get(id);
}

/** Which passage of what the step selects its quote is, from 0; -1 where those words are none of them. */
export function toPassageIndex(corpus: Corpus, step: StoryStep): number {
  const selected = toSelected(corpus, step);
  const article = corpus.articles.get(step.quote.article);
  if (!selected || !article) return -1;
  const spans = locate(article.text, step.quote);
  return toPassages(selected).findIndex(
    (passage) =>
      passage.article === step.quote.article &&
      spans.some(({ start, end }) => passage.start === start && passage.end === end),
  );
}

/** A sentence for each reason why a view cannot be shown on this corpus. */
function* findInView(corpus: Corpus, view: string): Generator<string> {
  const parameters = toParameters(view);
  if (!parameters) return yield `${shorten(view)} cannot be read: copy what stands behind '#' in the address`;
  for (const name of ['story', 'step', 'as'])
    if (parameters.has(name)) yield `'${name}' belongs to the story, not to a view in it: remove it`;
  for (const [names, has, lack] of NAMES)
    for (const name of names)
      for (const id of new Set(parameters.get(name)?.flatMap((value) => value.split(','))))
        if (!has(corpus, id)) yield `'${name}' names ${id.slice(0, 80)}, ${lack}`;
  if (!parameters.has('select')) yield `selects nothing: add 'select=', so that the step has words to show`;
  for (const query of parameters.get('q') ?? [])
    try {
      parseQuery(query, corpus);
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      yield `'q' cannot be read: ${error.message}`;
    }
}

/** Why the words of a step cannot be shown for what it selects; undefined where they can. */
function findInQuote(corpus: Corpus, step: StoryStep): string | undefined {
  const { quote } = step;
  const article = corpus.articles.get(quote.article);
  if (!article) return `there is no article ${quote.article}`;
  const seed = `seeds/${article.node.seed}`;
  if (locate(article.text, quote).length === 0)
    return `${shorten(quote.quote)} is not in ${seed}: copy the words exactly`;
  const selected = toSelected(corpus, step);
  if (selected && toPassageIndex(corpus, step) === -1)
    return `${shorten(quote.quote)} is not among the words that ${selected.id} rests on: quote one of its passages whole, or select what rests on these words`;
  return undefined;
}

/** All that keeps a story from being told on this corpus: ids that are not in it, and words that its articles do not hold. */
export function checkStory(corpus: Corpus, story: StoryFile, file: string): Problem[] {
  return story.steps.flatMap((step, index) => {
    const wrong = findInQuote(corpus, step);
    return [
      ...[...findInView(corpus, step.view)].map((reason) => ({
        file,
        path: `steps.${index}.view`,
        reason,
      })),
      ...(wrong === undefined ? [] : [{ file, path: `steps.${index}.quote`, reason: wrong }]),
    ];
  });
}

/** Why a story is not told on a corpus as it was recorded. */
export type Mismatch = {
  /** What is wrong, in words that go on from ‘it’. */
  readonly told: string;
  readonly problems: readonly Problem[];
  /** Whether there is no step that can be shown. */
  readonly isWhole: boolean;
};

/** Why a story, called as its `file` is, cannot be told on this corpus, or not all of it; undefined where it can. */
export function findMismatch(corpus: Corpus, story: StoryFile, file: string): Mismatch | undefined {
  const { steps } = story;
  const problems = checkStory(corpus, story, file);
  if (problems.length === 0) return undefined;
  const wrong = new Set(problems.map(({ path }) => path!.split('.')[1])).size;
  const isHere = steps.some(({ quote }) => {
    const article = corpus.articles.get(quote.article);
    return article && locate(article.text, quote).length > 0;
  });
  const told = !isHere
    ? 'belongs to other articles than those open here'
    : wrong === steps.length
      ? 'shows nothing that is coded here'
      : `shows at ${wrong} of its ${steps.length} steps what is not here`;
  return { told, problems, isWhole: wrong === steps.length };
}

/** A story as read from a file; none where it cannot be, and why. */
type ReadStory = { story?: StoryFile; problems: Problem[] };

/** Reads a story file; with a corpus it must also be one that can be told on it. */
export function readStory(file: string, text: string, corpus?: Corpus): ReadStory {
  const fail = (reason: string): ReadStory => ({ problems: [{ file, reason }] });
  if (text.length > MAX_STORY) return fail(`longer than ${MAX_STORY} characters: split the story`);
  const { json, reason: unread } = parseJson(text);
  if (unread !== undefined) return fail(unread);
  const result = StoryFile.safeParse(json);
  if (!result.success)
    return {
      problems: result.error.issues.map((issue: z.core.$ZodIssue) => ({
        file,
        ...(issue.path.length > 0 && { path: issue.path.map(String).join('.') }),
        reason: printIssue(issue, json),
      })),
    };
  const problems = corpus ? checkStory(corpus, result.data, file) : [];
  return problems.length > 0 ? { problems } : { story: result.data, problems };
}

/** A line for the reader of a story: 'mine.json, step 3: the reason'. */
export function printStoryProblem({ file, path, reason }: Problem): string {
  const [, index, rest] = /^steps\.(\d+)(?:\.(.+))?$/.exec(path ?? '') ?? [];
  if (index === undefined) return printProblem({ file, ...(path !== undefined && { path }), reason });
  const part = rest === undefined || rest === 'quote' ? '' : `${rest}: `;
  return `${file}, step ${Number(index) + 1}: ${part}${reason}`;
}

/** The text of a story file, as readStory reads it. */
export const writeStory = (story: StoryFile): string => `${JSON.stringify(story, null, 2)}\n`;

/**
 * Every story of `graph/stories/` that can be told, in their order, and what is wrong with the others. Without a corpus, as
 * where that one has problems itself, only their form is looked at.
 */
export function readStories(
  files: Files,
  corpus: Corpus | undefined,
): { stories: StoryFile[]; problems: Problem[] } {
  const stories: StoryFile[] = [];
  const problems: Problem[] = [];
  for (const [file, text] of files) {
    if (!isStoryFile(file)) continue;
    const read = readStory(file, text, corpus);
    problems.push(...read.problems);
    if (!read.story) continue;
    const name = `graph/stories/${read.story.id}.json`;
    if (file !== name) problems.push({ file, path: 'id', reason: `its file must be called ${name}` });
    else if (read.story.steps.length === 0) problems.push({ file, path: 'steps', reason: 'has no step' });
    else stories.push(read.story);
  }
  return {
    stories: stories.toSorted((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0),
    problems,
  };
}
