// The stories: those shipped with the corpus and those recorded in this browser, and every action on them.
import { create } from 'zustand';
import type { Corpus, Problem } from '../core/model';
import { MAX_STEP_VIEW, MAX_STEPS, type StoryFile, type StoryStep } from '../core/schema';
import { clip } from '../core/text';
import {
  findMismatch,
  MAX_STORY,
  readStories,
  readStory,
  toPassageIndex,
  writeStory,
  type Mismatch,
} from '../core/story';
import { WHOLE } from './camera';
import { fetchFiles } from './files';
import { forget, onSavedElsewhere, readSaved, save } from './storage';
import { tell, useStore } from './store';
import { saveFile, toFileName } from './ui/save';
import { printView, readView, type View } from './view';

type Stories = {
  /** Whether the shipped ones have come. */
  ready: boolean;
  shipped: readonly StoryFile[];
  own: readonly StoryFile[];
  /** What is wrong with stories that are therefore not shown: shipped ones, and those saved in this browser. */
  problems: readonly Problem[];
  broken: readonly Problem[];
  /** A sentence where the shipped ones could not be fetched. */
  failure?: string | undefined;
  /** The ids of own stories that the browser would not save. */
  unsaved: ReadonlySet<string>;
  /** The id of the own story that another tab has just changed. */
  changed: string | undefined;
  /** Why the last change to an own story was not made: its id, and a sentence. */
  refusal: { id: string; sentence: string } | undefined;
  /** What own stories were before each change, the last last; `what` tells changes to the same words from others. */
  past: readonly { story: StoryFile; what: string }[];
};

/** What there is of stories, and what was done to the own ones. */
export const useStories = create<Stories>(() => ({
  ready: false,
  shipped: [],
  own: [],
  problems: [],
  broken: [],
  unsaved: new Set(),
  changed: undefined,
  refusal: undefined,
  past: [],
}));
const { getState: get, setState: set } = useStories;

/** The own stories as they are saved now, with what could not be read of them. */
function readOwn(): Pick<Stories, 'own' | 'broken'> {
  const own: StoryFile[] = [];
  const broken: Problem[] = [];
  for (const [id, text] of readSaved()) {
    const file = `the story ‘${id}’ saved in this browser`;
    const { story, problems } = readStory(file, text);
    if (story?.id === id) own.push(story);
    else if (story) broken.push({ file, path: 'id', reason: `is ‘${story.id}’` });
    broken.push(...problems);
  }
  // What the browser would not save is newer than what it has.
  const newer = get().own.filter(({ id }) => get().unsaved.has(id));
  const saved = own.filter(({ id }) => !get().unsaved.has(id));
  return { own: [...saved, ...newer].toSorted((a, b) => (a.id < b.id ? -1 : 1)), broken };
}

let loading: { corpus: Corpus; done: Promise<void> } | undefined;

/** Fetches the shipped stories and reads the own ones, once; of a corpus of the reader's own the stories came with it. */
export function load(corpus: Corpus): Promise<void> {
  if (loading?.corpus === corpus) return loading.done;
  const local = useStore.getState().opened?.local;
  if (loading) set({ ready: false, shipped: [], problems: [], failure: undefined });
  else
    onSavedElsewhere((id) => {
      set({ ...readOwn(), changed: id, past: get().past.filter(({ story }) => story.id !== id) });
    });
  const read = async () => {
    set(readOwn());
    const isWanted = () => loading?.corpus === corpus;
    try {
      const { stories, problems } = readStories(local?.stories ?? (await fetchFiles('stories.json')), corpus);
      if (isWanted()) set({ ready: true, shipped: stories, problems });
    } catch (error) {
      if (isWanted()) set({ ready: true, failure: (error as Error).message });
    }
  };
  loading = { corpus, done: Promise.resolve().then(read) };
  return loading.done;
}

/** The story with an id, shipped or own. */
export const findStory = ({ shipped, own }: Stories, id: string): StoryFile | undefined =>
  [...shipped, ...own].find((story) => story.id === id);

/** What the title of the story on screen is, where it is one's own, which no link carries; undefined where it is not. */
export const toOwnTitle = ({ story }: View): string | undefined =>
  get().own.find(({ id }) => id === story?.id)?.title;

/** What a step shows: its view, with its words in front. */
export function toView(
  corpus: Corpus,
  story: StoryFile,
  index: number,
  as?: NonNullable<View['story']>['as'],
): View {
  const step = story.steps[index]!;
  const { view } = readView(step.view, corpus);
  return {
    ...view,
    reader: { ...view.reader, article: undefined },
    passage: Math.max(0, toPassageIndex(corpus, step)),
    story: { id: story.id, step: index, ...(as && { as }) },
  };
}

/** Goes to a step of a story. */
export function goToStep(
  corpus: Corpus,
  story: StoryFile,
  index: number,
  as?: NonNullable<View['story']>['as'],
  replaces = false,
): void {
  const step = story.steps[index];
  if (step) tell(toView(corpus, story, index, as), readView(step.view, corpus).problems, replaces);
}

/** The view on screen as a step of a story holds it: all but the story itself. */
export const printStepView = (view: View): string =>
  printView({ ...view, story: undefined, passage: 0 }).replace(/^#/, '');

/** Puts a story among the own ones, and saves it. */
function keep(story: StoryFile): void {
  const isSaved = save(story.id, writeStory(story));
  const { own, unsaved } = get();
  const others = new Set(unsaved);
  if (isSaved) others.delete(story.id);
  else others.add(story.id);
  set({
    own: [...own.filter(({ id }) => id !== story.id), story].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    unsaved: others,
    changed: undefined,
    refusal: undefined,
  });
}

/** An id that no story has, not even one that is saved here and cannot be read. */
function toFreeId(): string {
  const id = `own-${window.crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`;
  return isTaken(id) ? toFreeId() : id;
}

const isTaken = (id: string): boolean => findStory(get(), id) !== undefined || readSaved().has(id);

/** Begins a story of one's own, empty or as a copy of another, and returns it. */
export function record(from?: StoryFile): StoryFile {
  const story: StoryFile = {
    version: 1,
    id: toFreeId(),
    title: from ? `${clip(from.title, 190)} (my copy)` : 'My story',
    ...(from?.summary && { summary: from.summary }),
    steps: from?.steps ?? [],
  };
  keep(story);
  return story;
}

/** Why a story would not be read again as it is written; undefined where it would. */
function findFault(story: StoryFile): string | undefined {
  const text = writeStory(story);
  const {
    story: isRead,
    problems: [problem],
  } = readStory(story.id, text);
  if (isRead || !problem) return undefined;
  if (story.steps.length > MAX_STEPS)
    return `A story has at most ${MAX_STEPS} steps. Begin another story, or remove a step.`;
  if (story.steps.some(({ view }) => view.length > MAX_STEP_VIEW))
    return 'This view is too much for a step. Select, hide or look around fewer nodes.';
  if (text.length > MAX_STORY)
    return `A story has at most ${MAX_STORY.toLocaleString('en-GB')} characters. Begin another story, or remove a step.`;
  return `${problem.path ?? 'It'}: ${problem.reason}.`;
}

/**
 * Changes an own story as it is saved now, be it by another tab. Changes in a row of the same `what` are undone together.
 * False where the change is not made, and `refusal` says why.
 */
export function edit(id: string, what: string, change: (story: StoryFile) => StoryFile): boolean {
  const story = readOwn().own.find((one) => one.id === id);
  if (!story) return false;
  const next = change(story);
  const sentence = findFault(next);
  if (sentence !== undefined) {
    set({ refusal: { id, sentence } });
    return false;
  }
  const { past } = get();
  const last = past.at(-1);
  if (last?.story.id !== id || last.what !== what || what === '') set({ past: [...past, { story, what }] });
  keep(next);
  return true;
}

/** Changes parts of a step of an own story, as `edit` does; what is typed into its text in a row is undone together. */
export const editStep = (id: string, index: number, part: Partial<StoryStep>) =>
  edit(id, 'text' in part ? `text ${index}` : '', (story) => ({
    ...story,
    steps: story.steps.map((step, at) => (at === index ? { ...step, ...part } : step)),
  }));

/** Moves a step to another place. */
export const moveStep = (id: string, from: number, to: number) =>
  edit(id, '', (story) => {
    const step = story.steps[from];
    // Another tab may have removed it.
    if (!step) return story;
    const steps = story.steps.filter((_, at) => at !== from);
    return { ...story, steps: [...steps.slice(0, to), step, ...steps.slice(to)] };
  });

/** Takes the last change to a story back; of a removed one, its removal. */
export function undo(id: string): void {
  const { past } = get();
  const last = past.findLast(({ story }) => story.id === id);
  if (!last) return;
  set({ past: past.filter((one) => one !== last) });
  keep(last.story);
}

/** Removes an own story; `undo` brings it back. */
export function remove(story: StoryFile): void {
  forget(story.id);
  const { own, past, unsaved } = get();
  const left = own.filter(({ id }) => id !== story.id);
  set({
    own: left,
    past: [...past, { story, what: '' }],
    unsaved: new Set([...unsaved].filter((id) => id !== story.id)),
  });
  // There may be room now for what could not be saved before.
  for (const one of left) if (unsaved.has(one.id)) keep(one);
}

const toWords = ({ title, summary, steps }: StoryFile) => JSON.stringify({ title, summary, steps });

/** Why a story file is not opened: what goes on from ‘it’, and where it is wrong. */
export type Refusal = Pick<Mismatch, 'told' | 'problems'>;

/** Opens the text of a story file: puts it among the own ones, unless it is there, and returns it; or says what is wrong. */
export function openStory(corpus: Corpus, name: string, text: string): StoryFile | Refusal {
  const { story, problems } = readStory(name, text);
  if (!story) return { told: 'cannot be read as a story', problems };
  const mismatch = findMismatch(corpus, story, name);
  if (mismatch) return mismatch;
  const there = findStory(get(), story.id);
  if (there && toWords(there) === toWords(story)) return there;
  const { order: _, ...rest } = story;
  const opened = { ...rest, id: isTaken(story.id) ? toFreeId() : story.id };
  keep(opened);
  return opened;
}

/** Hands a story to the browser to be saved as a file that is called as it is. */
export const saveStory = (story: StoryFile): void =>
  saveFile(`${toFileName(story.title, 'story')}.json`, 'application/json', [writeStory(story)]);

/** Whether the link names a step, and nothing of what it shows. */
export const isOnlyStep = (): boolean => printStepView({ ...useStore.getState().view, camera: WHOLE }) === '';
