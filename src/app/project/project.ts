// The project that is worked on: every act is an edit, shown at once, written into the journal behind it, and taken back by undo.
import { create } from 'zustand';
import { CorpusError, printIssue, type Files } from '../../core/corpus';
import { toMovedProposals } from '../../core/correction';
import { toPlan } from '../../core/drawing';
import { applyInSteps, Edit, type Item } from '../../core/edit';
import type { Prepared } from '../../core/extract/prepared';
import type { Proposal } from '../../core/extract/proposal';
import { readHomes, writeInSteps, type Homes } from '../../core/graphfile';
import { layout } from '../../core/layout';
import { EMPTY, isSaid, type Corpus } from '../../core/model';
import { readPack, writePack, type LazyFiles } from '../../core/pack';
import { toKnown } from '../../core/picture';
import type { StoryFile } from '../../core/schema';
import { writeStory } from '../../core/story';
import { fetchFiles } from '../files';
import { openFiles } from '../local';
import { count } from '../numbers';
import { run } from '../../worker/index';
import { finish } from '../steps';
import { enter, forgetProject, prepare, replace, useStore, type Opened, type Places } from '../store';
import {
  JournalError,
  readProject,
  removeEntry,
  writeProject,
  type Act,
  type Change,
  type Decision,
  type Entry,
} from './journal';

/** Whether all that was done is kept; where it is not, why, and how many acts would be lost with the page. */
export type Saving =
  { is: 'saved' } | { is: 'saving' } | { is: 'refused'; sentence: string; unsaved: number };

export type Project = {
  readonly entry: Entry;
  /** All acts, those undone too: the first `entry.done` are done. */
  readonly acts: readonly Act[];
  /** What was proposed of each article. */
  readonly proposals: ReadonlyMap<string, readonly Proposal[]>;
  /** What was prepared of proposals of each article, by their places in the list. */
  readonly prepared: ReadonlyMap<string, ReadonlyMap<number, Prepared>>;
  readonly saving: Saving;
  /** Why nothing can be changed here: a sentence. */
  readonly locked?: string | undefined;
  /** Which files its nodes and edges came from. */
  readonly homes: Homes;
};

export const useProject = create<{ project?: Project }>(() => ({}));

/** The project that is on the page; undefined where something else is. */
export function useOpenProject(): Project | undefined {
  const id = useStore(({ opened }) => opened?.local?.project);
  const project = useProject((state) => state.project);
  return project?.entry.id === id ? project : undefined;
}

/** How many characters the name of a project may have. */
export const MOST_NAME = 200;

const current = (): Project => {
  const { project } = useProject.getState();
  if (!project) throw new Error('No project is open.');
  return project;
};
const set = (part: Partial<Project>) => useProject.setState({ project: { ...current(), ...part } });

const now = () => new Date().toISOString();

/** What became of each proposal of an article, by its place in the list; those that are not in it are still to be decided. */
export function toDecided(project: Project, article: string): ReadonlyMap<number, Decision['as']> {
  const decided = new Map<number, Decision['as']>();
  for (const act of project.acts.slice(0, project.entry.done))
    for (const { article: id, proposals, as } of act.decided ?? [])
      if (id === article) for (const place of proposals) decided.set(place, as);
  return decided;
}

/**
 * The ids of all articles the project ever had, be they removed or their addition undone: what was decided and prepared of
 * their proposals is kept by them.
 */
export function toArticlesEver(): ReadonlySet<string> {
  const { acts, proposals, prepared } = current();
  const added = acts.flatMap(({ edit }) =>
    (edit.put ?? []).flatMap(({ id, type }) => (type === 'article' ? id : [])),
  );
  return new Set([...proposals.keys(), ...prepared.keys(), ...added]);
}

// What is shown.

/** More new nodes than this, or twice as many as when all was laid out, have all laid out anew. */
const MOST_FRESH = 200;
let settled = 0;
/** Places for what is new are found among so many nodes at once, among more in the worker. */
const MOST_AT_ONCE = 1500;

/** Makes a changed corpus ready: what stood somewhere stays there. */
async function prepareChanged(corpus: Corpus, before: Opened): Promise<Opened> {
  const findPlaces: Places = (drawing) => {
    const { nodes } = drawing;
    const known = toKnown(before.picture, nodes);
    const fresh = nodes.filter((_, place) => Number.isNaN(known[2 * place])).length;
    if (fresh > MOST_FRESH || nodes.length > 2 * settled) {
      settled = nodes.length;
      return undefined;
    }
    return nodes.length > MOST_AT_ONCE
      ? run('layout', { ...toPlan(drawing), known })
      : layout(drawing, known);
  };
  return { ...(await prepare(corpus, findPlaces)), ...(before.local && { local: before.local }) };
}

// What is kept.

/** What is changed besides the entry, and what in the entry. */
type Write = { change: Omit<Change, 'entry'>; fields: Partial<Entry> };
/** What is still to be written, in this order; the first may be on its way. */
let writes: Write[] = [];
let writing: Promise<void> | undefined;
/** What the journal has of the entry. */
let kept: Entry;

const toCounts = ({ articles, nodes }: Corpus): Pick<Entry, 'articles' | 'claims'> => ({
  articles: articles.size,
  claims: [...nodes.values()].filter(isSaid).length,
});

/** Writes what is still to be written; what cannot be is kept here and told. */
function flush(): void {
  if (writes.length > 0) writing ??= writeAll();
}

async function writeAll(): Promise<void> {
  try {
    while (writes.length > 0) {
      const { locked } = current();
      if (locked !== undefined) throw new JournalError(locked);
      const { change, fields } = writes[0]!;
      const entry = { ...kept, ...fields, revision: kept.revision + 1 };
      await writeProject({ ...change, entry });
      kept = entry;
      writes.shift();
    }
    set({ saving: { is: 'saved' } });
  } catch (error) {
    const { message, isOverwritten } = error as JournalError;
    set({
      saving: { is: 'refused', sentence: message, unsaved: writes.length },
      ...(isOverwritten && { locked: message }),
    });
  } finally {
    writing = undefined;
  }
}

/** Waits for what is on its way. @throws Error where something is left that could not be written. */
async function ensureKept(): Promise<void> {
  await writing;
  if (writes.length > 0)
    throw new Error(
      `${count(writes.length, 'change')} of ‘${current().entry.name}’ could not be kept yet: save it as a file first.`,
    );
}

/**
 * Changes the project: shows it at once, and writes it behind.
 * @throws Error where it cannot be changed here; nothing is changed then.
 */
function write(fields: Partial<Entry>, change: Write['change'] = {}): void {
  const { entry, saving, locked, acts, proposals, prepared } = current();
  if (locked !== undefined) throw new Error(locked);
  const changed = { ...fields, changed: now() };
  writes.push({ change, fields: changed });
  const { act: done } = change;
  set({
    entry: { ...entry, ...changed },
    ...(done && { acts: [...acts.slice(0, done.number), done.act] }),
    ...(change.proposals && { proposals: new Map([...proposals, ...change.proposals]) }),
    ...(change.prepared && { prepared: new Map([...prepared, ...change.prepared]) }),
    saving: saving.is === 'refused' ? { ...saving, unsaved: writes.length } : { is: 'saving' },
  });
  if (saving.is !== 'refused') flush();
}

/** Tries again to write what could not be written. */
export function retry(): void {
  set({ saving: { is: 'saving' } });
  flush();
}

window.addEventListener('beforeunload', (event) => {
  if (writes.length > 0) event.preventDefault();
});

// What is done.

let last: Promise<unknown> = Promise.resolve();
/** One after the other, in the order they were asked for. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work);
  last = turn.catch(() => {});
  return turn;
}

/** In the project that is open when it is asked for, and in no other. */
async function inProject(work: () => Promise<void>): Promise<void> {
  const { id } = current().entry;
  return inTurn(async () => {
    if (current().entry.id !== id) throw new Error('The project is not on the page any more.');
    await work();
  });
}

/** @throws Error where the project cannot be changed here. */
function toOpened(): Opened {
  const { locked, entry } = current();
  if (locked !== undefined) throw new Error(locked);
  const { opened } = useStore.getState();
  if (opened?.local?.project !== entry.id) throw new Error('The project is not on the page any more.');
  return opened;
}

/** New items with who coded them, and when; what says so itself, as where only its type was changed, stays. */
function toStamped(
  corpus: Corpus,
  edit: Edit,
  { coder, at, isElsewhere }: { coder: string | undefined; at: string; isElsewhere: boolean },
): Edit {
  if (!edit.put || isElsewhere) return edit;
  const stamp = (item: Item): Item =>
    corpus.nodes.has(item.id) || corpus.edges.has(item.id) || item.provenance?.coder !== undefined
      ? item
      : { ...item, provenance: { ...item.provenance, ...(coder !== undefined && { coder }), at } };
  return { ...edit, put: edit.put.map(stamp) };
}

/** @throws CorpusError where the edit has not the shape that is stored. */
function check(edit: Edit): Edit {
  const parsed = Edit.safeParse(edit);
  // As it came: what is written keeps the order of its fields.
  if (parsed.success) return edit;
  throw new CorpusError(
    parsed.error.issues.map((issue) => {
      const [list, place, ...path] = issue.path;
      const id = list === 'put' ? edit.put?.[Number(place)]?.id : undefined;
      return {
        file: 'the edit',
        ...(id !== undefined && { id }),
        path: (id === undefined ? issue.path : path).join('.'),
        reason: printIssue(issue, edit),
      };
    }),
  );
}

/** What is proposed of articles that are corrected by a change, where its words stand now. */
function toMoved(before: Corpus, after: Corpus): Map<string, readonly Proposal[]> {
  const moved = new Map<string, readonly Proposal[]>();
  for (const [article, some] of current().proposals) {
    const [old, text] = [before, after].map(({ articles }) => articles.get(article)?.text);
    if (old !== undefined && text !== undefined && old !== text)
      moved.set(article, toMovedProposals(some, old, text));
  }
  return moved;
}

/** What an act brings with it besides its edit. */
export type Along = {
  /** What became of proposals by it. */
  decided?: readonly Decision[];
  /** What is proposed of articles that it adds. */
  proposals?: ReadonlyMap<string, readonly Proposal[]>;
  /** Whether new items were not coded here. */
  isElsewhere?: boolean;
};

/**
 * Does an edit: shows it, writes it into the journal, and can take it back. `name` says what was done, as “Accepted ‘…’”. New
 * items get the coder and the time.
 * @throws CorpusError where the edit breaks a rule of the model, Error where the project cannot be changed here; nothing is
 *   changed then.
 */
export const act = (
  name: string,
  edit: Edit,
  { decided, proposals, isElsewhere = false }: Along = {},
): Promise<void> =>
  inProject(async () => {
    const before = toOpened();
    const { entry, homes } = current();
    const at = now();
    const stamped = check(toStamped(before.corpus, edit, { coder: entry.coder, at, isElsewhere }));
    const { corpus, reverse } = await finish(applyInSteps(before.corpus, stamped));
    const proposed = new Map([...toMoved(before.corpus, corpus), ...(proposals ?? [])]);
    const done: Act = { name, at, edit: stamped, reverse, ...(decided && { decided: [...decided] }) };
    const next = await prepareChanged(corpus, before);
    // What was packed holds acts that were taken back: they are gone for good now.
    const isAhead = entry.packed > entry.done;
    const pack = isAhead ? await toPack(before, homes) : undefined;
    // The reader may have left it meanwhile.
    toOpened();
    write(
      { done: entry.done + 1, ...(isAhead && { packed: entry.done }), ...toCounts(corpus) },
      {
        act: { number: entry.done, act: done },
        ...(proposed.size > 0 && { proposals: proposed }),
        ...(pack !== undefined && { pack }),
      },
    );
    await replace(next);
  });

const step = (by: 1 | -1): Promise<void> =>
  inProject(async () => {
    const before = toOpened();
    const { entry, acts } = current();
    const it = acts[by === 1 ? entry.done : entry.done - 1];
    if (!it) return;
    const { corpus } = await finish(applyInSteps(before.corpus, by === 1 ? it.edit : it.reverse));
    const proposals = toMoved(before.corpus, corpus);
    const next = await prepareChanged(corpus, before);
    toOpened();
    write({ done: entry.done + by, ...toCounts(corpus) }, proposals.size > 0 ? { proposals } : {});
    await replace(next);
  });
/** Takes the last act back. */
export const undo = () => step(-1);
/** Does again what was taken back last. */
export const redo = () => step(1);

/**
 * Keeps what is proposed of an article: what was decided and prepared of it goes by the places in the list.
 * @throws Error where the project cannot be changed here.
 */
export const keepProposals = (article: string, some: readonly Proposal[]): void =>
  write({}, { proposals: new Map([[article, some]]) });

/** Keeps what is prepared of a proposal of an article; where nothing can be changed, only for as long as the page is there. */
export function keepPrepared(article: string, place: number, one: Prepared): void {
  const { prepared, locked } = current();
  const ofArticle = new Map([[article, new Map(prepared.get(article)).set(place, one)]]);
  if (locked !== undefined) return set({ prepared: new Map([...prepared, ...ofArticle]) });
  // What waits to be written says less, be it of the key before.
  if (writes.length > 1 && writes.at(-1)!.change.prepared?.has(article)) writes.pop();
  write({}, { prepared: ofArticle });
}

/** @throws Error where the project cannot be changed here. */
export const rename = (name: string): void => write({ name });
/** Says who codes here; undefined leaves it open. @throws Error where the project cannot be changed here. */
export const setCoder = (coder: string | undefined): void => write({ coder });

// What is opened.

/** That this tab is the one that may write a project, until it is given free or another tab takes it over. */
type Claim = { readonly id: string; readonly release: () => void; isLost?: boolean };
/** Of the project on the page; undefined where another tab has it. */
let claimed: Claim | undefined;
const IN_ANOTHER_TAB = 'The project is open in another tab: here it can be read, not changed.';

/** Makes this tab the one that may write; undefined where another has it, unless it is taken over. */
function claim(id: string, takesOver: boolean): Promise<Claim | undefined> {
  // A lock that is given free is not free at once, not even for the tab that had it.
  if (!takesOver && claimed?.id === id) return Promise.resolve(claimed);
  // Browsers have no locks where the page is not served securely; then only the journal's revisions tell.
  if (!('locks' in navigator)) return Promise.resolve({ id, release: () => {} });
  return new Promise((resolve) => {
    let mine: Claim | undefined;
    navigator.locks
      .request(`claimscape.project.${id}`, takesOver ? { steal: true } : { ifAvailable: true }, (lock) => {
        if (!lock) return resolve(undefined);
        return new Promise<void>((release) => resolve((mine = { id, release })));
      })
      .catch(() => {
        // Another tab has taken it over.
        if (!mine) return;
        mine.isLost = true;
        if (claimed !== mine) return;
        claimed = undefined;
        set({ locked: IN_ANOTHER_TAB });
      });
  });
}

/** The corpus as it is after the first `done` acts, from what was packed after the first `packed`. */
async function replay(corpus: Corpus, { done, packed }: Entry, acts: readonly Act[]): Promise<Corpus> {
  function* steps() {
    let at = corpus;
    for (let place = packed; place < done; place++) {
      at = (yield* applyInSteps(at, acts[place]!.edit)).corpus;
      yield;
    }
    for (let place = packed - 1; place >= done; place--) {
      at = (yield* applyInSteps(at, acts[place]!.reverse)).corpus;
      yield;
    }
    return at;
  }
  return finish(steps());
}

/** A corpus as it is packed with a project; null where there is nothing in it. */
async function toPack({ corpus, picture, local }: Opened, homes: Homes): Promise<Uint8Array | null> {
  if (corpus.nodes.size === 0 && !corpus.definitions) return null;
  function* pack() {
    const files = new Map([...(yield* writeInSteps(corpus, homes)), ...(local?.stories ?? [])]);
    const pieces: Uint8Array[] = [];
    for (const piece of writePack(files, picture)) {
      pieces.push(piece);
      yield;
    }
    return pieces;
  }
  return new Blob((await finish(pack())) as BlobPart[])
    .arrayBuffer()
    .then((buffer) => new Uint8Array(buffer));
}

/** A project as this browser keeps it, ready to be put on the page. @throws JournalError where it is not there or cannot be read. */
async function readKept(id: string) {
  const { pack, ...rest } = await readProject(id);
  const files: Files | LazyFiles | undefined = pack && (await finish(readPack(pack)));
  const found = files && (await openFiles(files));
  const packed = found?.corpus ?? EMPTY;
  const corpus = await replay(packed, rest.entry, rest.acts);
  const opened =
    found && corpus === packed
      ? found
      : found
        ? await prepareChanged(corpus, found)
        : await prepare(corpus, ({ nodes }) => (nodes.length === 0 ? new Float64Array() : undefined));
  const homes = found?.readHomes() ?? { items: new Map<string, string>() };
  return { ...rest, opened, homes, stories: found?.stories ?? new Map<string, string>() };
}

/** After so many acts a project is packed anew when it is opened. */
const MANY = 100;

/**
 * Opens a project of this browser and puts it on the page. Where another tab works on it, it can only be read, unless this one
 * `takesOver`.
 * @throws JournalError where it is not there or cannot be read, Error where the one that is open is not kept yet.
 */
export const openProject = (id: string, takesOver = false): Promise<void> =>
  inTurn(() => openKept(id, takesOver));

async function openKept(id: string, takesOver: boolean): Promise<void> {
  if (!takesOver) await ensureKept();
  let own = takesOver ? await claim(id, true) : undefined;
  try {
    const { opened, homes, stories, ...project } = await readKept(id);
    own ??= await claim(id, false);
    // The project before may have got another name meanwhile.
    if (takesOver) await writing;
    else await ensureKept();
    put(
      { ...project, homes },
      { ...opened, local: { name: project.entry.name, stories, readHomes: () => homes, project: id } },
      own,
    );
  } catch (error) {
    // What is on the page stays there, and this tab's.
    if (own !== claimed) own?.release();
    throw error;
  }
  const { entry, homes, locked } = current();
  if (locked !== undefined || Math.abs(entry.done - entry.packed) <= MANY) return;
  const pack = await toPack(useStore.getState().opened!, homes);
  // Another tab may have taken it over meanwhile.
  if (current().locked === undefined) write({ packed: entry.done }, { pack });
}

/** Puts a project on the page, in place of what is there. */
function put(project: Omit<Project, 'saving' | 'locked'>, opened: Opened, own: Claim | undefined): void {
  if (own !== claimed) claimed?.release();
  claimed = own?.isLost ? undefined : own;
  [writes, kept] = [[], project.entry];
  settled = opened.corpus.nodes.size;
  useProject.setState({
    project: { ...project, saving: { is: 'saved' }, ...(!claimed && { locked: IN_ANOTHER_TAB }) },
  });
  enter(opened);
}

/** The stories that are served with the page, where what is copied is served too. */
const fetchStories = (): Promise<Files> =>
  fetchFiles('stories.json').then(
    // Served without the indentation they have in their folder.
    (files) => new Map([...files].map(([path, text]) => [path, writeStory(JSON.parse(text) as StoryFile)])),
    () => new Map(),
  );

/**
 * Makes a project in this browser, empty or with a copy of what is open, and opens it.
 * @throws JournalError where the browser cannot keep it.
 */
export async function createProject(name: string, from?: Opened): Promise<void> {
  await ensureKept();
  const id = crypto.getRandomValues(new Uint32Array(2)).reduce((text, part) => text + part.toString(36), '');
  const at = now();
  let pack: Uint8Array | null = null;
  if (from) {
    const local = from.local ?? { name, stories: await fetchStories() };
    const homes = from.local
      ? (from.local.readHomes?.() ?? { items: new Map<string, string>() })
      : readHomes(await fetchFiles('corpus.json'));
    pack = await toPack({ ...from, local }, homes);
  }
  const entry: Entry = {
    id,
    name,
    created: at,
    changed: at,
    ...toCounts(from?.corpus ?? EMPTY),
    done: 0,
    packed: 0,
    revision: 1,
  };
  await writeProject({ entry, ...(pack && { pack }) });
  // Else the browser may clear it away when room is short.
  void navigator.storage?.persist?.();
  await openProject(id);
}

/**
 * Removes a project from this browser, for good.
 * @throws Error where it is open in another tab, JournalError where the browser does not remove it.
 */
export const removeProject = (id: string): Promise<void> =>
  inTurn(async () => {
    const { project } = useProject.getState();
    const isOnPage = useStore.getState().opened?.local?.project === id;
    // Once it is left it is this tab's still, as one may go back to it.
    const isLeft = project?.entry.id === id && project.locked === undefined && !isOnPage;
    if (isLeft || !('locks' in navigator)) {
      await writing;
      await removeEntry(id);
    } else
      await navigator.locks.request(`claimscape.project.${id}`, { ifAvailable: true }, (lock) => {
        if (!lock) throw new Error('It is open in another tab: leave it there first.');
        return removeEntry(id);
      });
    if (!isLeft) return;
    claimed?.release();
    [claimed, writes] = [undefined, []];
    forgetProject(id);
    useProject.setState({ project: undefined });
  });
