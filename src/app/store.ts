// The one store: the document (corpus), the session (view), and every action on them.
import { create } from 'zustand';
import { adjacencyOf, Marks } from '../core/adjacency';
import { CorpusError, readInSteps, type Files } from '../core/corpus';
import type { Homes } from '../core/graphfile';
import { EMPTY, type Corpus, type Problem } from '../core/model';
import { controversiesInSteps } from '../core/debate';
import { incidenceOf, type Focus, type Incidence } from '../core/graph';
import { isLarge, isSame, toDrawing, toPlan, type Drawing } from '../core/drawing';
import type { Positions } from '../core/layout';
import type { Picture } from '../core/picture';
import { seeInSteps, prepareFilters, type Matches } from '../core/filter';
import { EVERYTHING, printQuery, type Query } from '../core/query';
import type { Steps } from '../core/steps';
import { run } from '../worker/index';
import { WHOLE, type Camera } from './camera';
import { fetchFiles } from './files';
import { advance, finish, forgetResults, pause } from './steps';
import { toTopic } from './views/topic';
import { MOST_SELECTED, printView, readView, START, type View } from './view';

/** Everything that follows from the files alone. */
export type Opened = {
  readonly corpus: Corpus;
  readonly incidence: Incidence;
  readonly picture: Picture;
  /**
   * Where it is the reader's own, the name of the file or folder it was opened from, the stories in it, and which file each node
   * and edge came from; `project` is the id of the project where it is one that is worked on.
   */
  readonly local?: {
    readonly name: string;
    readonly stories: Files;
    readonly readHomes?: () => Homes;
    readonly project?: string;
  };
};

/**
 * A link was followed, something selected, the sight changed by filter, focus or another view, the camera moved, or a story
 * went to a step.
 */
export type Cause = 'link' | 'select' | 'filter' | 'focus' | 'show' | 'look' | 'step';

type State = {
  opened?: Opened;
  /** How often a corpus was opened, be it the same again, and how often one was edited. */
  openings: number;
  edits: number;
  view: View;
  /** What brought the view about: a link (or Back), or something done on the page. */
  cause: Cause;
  /** How often something was selected, by hand or by a link, be it the same again. */
  selections: number;
  /** The nodes and edges that filters and focus leave; of those before as long as it is `sifting`. */
  visible: Marks;
  sifting: boolean;
  /** How much each further filter would leave. */
  counts: Matches['counts'];
  /** What is said, in whatever time, as the other filters leave it. */
  dated: Matches['dated'];
  /** What the map shows of what is told at the side: all of it, and what of it is told just now. */
  traced: Traced | undefined;
  /** Sentences about what in the link could not be followed. */
  notices: readonly string[];
  /** How many nodes the map draws of what is visible, where it draws an overview and what is unfolded in it. */
  unfolded?: number | undefined;
};

/** Ids of nodes and edges. */
export type Traced = { readonly all: ReadonlySet<string>; readonly now: ReadonlySet<string> };

const NONE: ReadonlyMap<string, number> = new Map();
const NO_COUNTS: Matches['counts'] = {
  type: NONE,
  edge: NONE,
  basis: NONE,
  actor: NONE,
  topic: NONE,
  stance: NONE,
  speech: NONE,
  article: NONE,
};

const NOTHING = new Marks(adjacencyOf.atOnce(EMPTY), new Uint8Array());

export const useStore = create<State>(() => ({
  openings: 0,
  edits: 0,
  view: START,
  cause: 'link',
  selections: 0,
  visible: NOTHING,
  sifting: false,
  counts: NO_COUNTS,
  dated: [],
  traced: undefined,
  notices: [],
}));

const { getState: get, setState: set } = useStore;

/** Whether nothing is left out: no filter, no focus. */
export const isUnfiltered = ({ view }: Pick<State, 'view'>): boolean =>
  printQuery(view.query) === '' && !view.focus;

/** Why nothing could be opened: a sentence, and what is wrong in the files. */
export type Failure = { sentence: string; problems: readonly Problem[] };

/** Where everything stands that a drawing shows, if that is known. */
export type Places = (drawing: Drawing) => Positions | Promise<Positions> | undefined;

/** Works out of a corpus what the page needs of it; it is laid out where `findPlaces` knows no places, and `tell` hears what share of that is done. */
export async function prepare(
  corpus: Corpus,
  findPlaces: Places,
  signal?: AbortSignal,
  tell?: (share: number) => void,
): Promise<Opened> {
  await finish(prepareFilters(corpus), signal);
  const drawing = isLarge(corpus)
    ? await finish((await import('../core/overview')).toFirstDrawing(corpus), signal)
    : toDrawing(corpus);
  await finish(controversiesInSteps(corpus), signal);
  const positions = (await findPlaces(drawing)) ?? (await run('layout', toPlan(drawing), signal, tell));
  return { corpus, incidence: incidenceOf(corpus), picture: { drawing, positions } };
}

/** Why files cannot be opened, for those who look at the page. */
export const toFailure = (error: unknown): Failure =>
  error instanceof CorpusError
    ? { sentence: 'The graph cannot be shown: its files have problems.', problems: error.problems }
    : { sentence: error instanceof Error ? error.message : String(error), problems: [] };

/** Why an act was not done, in sentences: of an edit that breaks a rule each problem with what it is of. */
export const toReason = (error: unknown): string =>
  error instanceof CorpusError
    ? error.problems.map(({ id, reason }) => `${id ?? 'It'} ${reason}.`).join(' ')
    : toFailure(error).sentence;

/** The corpora that can be gone back to: what is served, under '', and what was opened last, under its place. */
const shelf = new Map<string, Opened>();
/** What an address names: a project by its id, what was opened from a file by its name; neither is what is served. */
type Place = { readonly project?: string | undefined; readonly file?: string | undefined };
const printPlace = ({ project, file }: Place): string => {
  const named = project === undefined ? file !== undefined && ['file', file] : ['project', project];
  return named ? `?${String(new URLSearchParams([named]))}` : '';
};
const toPlace = ({ local }: Opened): string =>
  printPlace({ project: local?.project, file: local?.project === undefined ? local?.name : undefined });
export function readPlace(): Place {
  const parameters = new URLSearchParams(window.location.search);
  return { project: parameters.get('project') ?? undefined, file: parameters.get('file') ?? undefined };
}
/** What is served with the page, where it could be read. */
export const toServed = () => shelf.get('');

/**
 * Fetches and checks the corpus, and follows the link. A `picture` of it that was made beforehand saves the layout; it is
 * taken only where it shows just these nodes and edges.
 */
export async function open(picture?: Picture): Promise<Opened | Failure> {
  try {
    const corpus = await finish(readInSteps(await fetchFiles('corpus.json'), undefined, true));
    const prepared = await prepare(corpus, (drawing) =>
      picture && isSame(picture.drawing, drawing) ? picture.positions : undefined,
    );
    // The very picture, which may be drawn already.
    const isDrawn = prepared.picture.positions === picture?.positions;
    const opened = isDrawn ? { ...prepared, picture } : prepared;
    shelf.set('', opened);
    set({ opened });
    followLink();
    do await pause();
    while (get().sifting);
    return opened;
  } catch (error) {
    return toFailure(error);
  } finally {
    window.addEventListener('popstate', goBack);
  }
}

/** Follows the address to where the reader went back; what is not open is opened as it was at first. */
function goBack(): void {
  const place = readPlace();
  const isFetched = place.project !== undefined || place.file === undefined;
  if (isFetched && !shelf.has(printPlace(place))) window.location.reload();
  else followLink();
}

/**
 * Puts a corpus of the reader's own in place of what is open, or takes what is served again. The address names the file, which
 * a link cannot carry; where it names it already, as after loading the page again, the rest of it is followed.
 */
export function enter(opened: Opened): void {
  const place = toPlace(opened);
  for (const other of shelf.keys()) if (other !== '' && other !== place) shelf.delete(other);
  shelf.set(place, opened);
  const { opened: before } = get();
  const isAsked =
    place !== '' &&
    printPlace(readPlace()) === place &&
    (opened.local?.project !== undefined || !before || toPlace(before) !== place);
  if (!isAsked) window.history.pushState(null, '', `${window.location.pathname}${place}`);
  window.addEventListener('popstate', goBack);
  followLink();
}

/** A project that is removed cannot be gone back to. */
export const forgetProject = (project: string): void => void shelf.delete(printPlace({ project }));

/**
 * Puts a corpus in place of the one it was made of by an edit, with what filters and focus leave of it: nothing on the page ever
 * tells of both. What is gone from it goes from the view as well.
 */
export async function replace(opened: Opened): Promise<void> {
  const { opened: before } = get();
  shelf.set(toPlace(opened), opened);
  for (;;) {
    const { view: shown } = get();
    const link = printView(shown);
    const { view: read } = readView(link, opened.corpus);
    const view = printView(read) === link ? shown : toView(opened, read);
    const sight = await finish(toSight(opened, view));
    // Who went back to something else finds it as it is when they return.
    if (get().opened !== before) return;
    // Where one went on meanwhile, it is worked out for where one is.
    if (get().view !== shown) continue;
    leaving.abort();
    if (view !== shown) enterAddress(view, true);
    forgetResults();
    set({ opened, edits: get().edits + 1, view, cause: 'show', ...sight, sifting: false });
    return;
  }
}

/** A debate stays on its topic, whatever is selected. */
const toView = ({ corpus }: Opened, read: View): View => ({
  ...read,
  ...(read.mode === 'debate' && { topic: toTopic(corpus, read) }),
});

/** What filters and focus leave, and the counts beside them. */
type Sight = Pick<State, 'visible' | 'counts' | 'dated'>;

function* toSight({ corpus }: Opened, { query, focus }: View): Steps<Sight> {
  const { ids: visible, counts, dated } = yield* seeInSteps(corpus, query, focus);
  return { visible, counts, dated };
}

let leaving = new AbortController();
/** Begins to see what a view leaves: all of it where that takes less than half a frame, else what there was until it is there. */
function sift(opened: Opened, view: View): Partial<Sight> & Pick<State, 'sifting'> {
  leaving.abort();
  leaving = new AbortController();
  const steps = toSight(opened, view);
  const early = advance(steps);
  if (early) return { ...early.value, sifting: false };
  const { signal } = leaving;
  finish(steps, signal).then(
    (sight) => set({ ...sight, sifting: false }),
    (error: unknown) => {
      if (signal.aborted) return;
      set({ sifting: false });
      throw error;
    },
  );
  return { sifting: true };
}

/** Takes the corpus and the view from the address. */
function followLink(): void {
  const { opened: before, view: shown, visible, openings, selections } = get();
  const asked = shelf.get(printPlace(readPlace()));
  const opened = asked ?? before;
  if (!opened) return;
  const { view: read, problems } = asked
    ? readView(window.location.hash, opened.corpus)
    : { view: START, problems: [toMissing(readPlace().file)] };
  // What filters and focus leave is worked out again only where a link changes them.
  const isKnown = opened === before && visible !== NOTHING;
  const isFiltered = isKnown && printQuery(read.query) === printQuery(shown.query);
  const isSifted = isFiltered && JSON.stringify(read.focus) === JSON.stringify(shown.focus);
  const view = {
    ...toView(opened, read),
    ...(isFiltered && { query: shown.query }),
    ...(isSifted && { focus: shown.focus }),
  };
  set({
    opened,
    // Of what was open before nothing is told any more, not even while it is worked out what filters leave.
    ...(opened !== before && { openings: openings + 1, visible: NOTHING, counts: NO_COUNTS, dated: [] }),
    view,
    cause: 'link',
    selections: selections + 1,
    notices:
      problems.length > 0 && printView(view) === '' ? [...problems, 'Here is the whole map.'] : problems,
    ...(!isSifted && sift(opened, view)),
  });
}

const toMissing = (file = 'a project') =>
  `This address is of ‘${file}’, which lies only where it was opened: no link can carry it. Open it again to see it.`;

/** How long after a browser refused an address it is tried again, in milliseconds. */
const LATER = 2000;
let late: ReturnType<typeof setTimeout> | undefined;

/** Puts the view into the address, as a new step to go Back from or in place of the last. */
function enterAddress(view: View, replaces: boolean): void {
  clearTimeout(late);
  const address = printView(view) || window.location.pathname + window.location.search;
  try {
    window.history[replaces ? 'replaceState' : 'pushState'](null, '', address);
  } catch {
    // After a hundred steps in half a minute WebKit takes no more, after two hundred in ten seconds Gecko: the address follows.
    late = setTimeout(() => enterAddress(get().view, true), LATER);
  }
}

/** Goes to a view: a new step to go Back from, or, where it `replaces` the last, the same step seen otherwise. */
function move(
  next: View,
  cause: Cause,
  // To look elsewhere is no answer to what is told: often the camera only comes to rest.
  { selects = false, replaces = false, notices = cause === 'look' ? get().notices : ([] as string[]) },
): void {
  const { opened, view, selections } = get();
  if (!opened) return;
  if (printView(next) !== printView(view)) enterAddress(next, replaces);
  set({
    view: next,
    cause,
    notices,
    ...(selects && { selections: selections + 1 }),
    ...(next.query !== view.query || next.focus !== view.focus ? sift(opened, next) : {}),
  });
}

/** Changes a part of the view. */
function change(part: Partial<View>, cause: Cause): void {
  const { view } = get();
  const selects = 'selection' in part;
  const next = {
    ...view,
    // What is selected brings its own article to the front.
    ...(selects && { reader: { ...view.reader, article: undefined } }),
    ...part,
  };
  move(next, cause, { selects, replaces: cause === 'look' });
}

/** What another selection begins with: its first passage, the first of its paths. */
const toFresh = () => ({ passage: 0, paths: { ...get().view.paths, open: 0 } });
/**
 * Selects a node or edge alone and brings one of its passages to the front; undefined selects nothing. Among debates a topic
 * that is selected is the one shown.
 */
export function select(selection: string | undefined, passage = 0): void {
  const { opened, view } = get();
  const isTopic = selection !== undefined && opened?.corpus.nodes.get(selection)?.type === 'topic';
  const debate = view.mode === 'debate' && isTopic ? { topic: selection } : {};
  change({ ...toFresh(), selection, also: [], passage, ...debate }, 'select');
}
/** Brings one of the passages of what is selected to the front, from 0; what else is selected stays so. */
export const turnTo = (passage: number) => change({ selection: get().view.selection, passage }, 'select');
/** Selects several, the last of them in front; where they are too many the first are left out, and the page says so. */
export function selectAll(ids: readonly string[]): void {
  const wanted = [...new Set(ids)];
  const all = wanted.slice(-MOST_SELECTED);
  change({ ...toFresh(), selection: all.at(-1), also: all.slice(0, -1) }, 'select');
  const over = wanted.length - all.length;
  if (over > 0) set({ notices: [`At most ${MOST_SELECTED} can be selected: ${over} are left out.`] });
}
/** All that is selected, what is in front last. */
export const toSelected = ({ selection, also }: Pick<View, 'selection' | 'also'>): readonly string[] =>
  selection === undefined ? also : [...also, selection];
/** Adds a node or edge to what is selected, or takes it out. */
export function toggle(id: string): void {
  const selected = toSelected(get().view);
  selectAll(selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id]);
}
/** Shows the neighbours of nodes too, or, where all of them were expanded, no more; without a focus only what is around them. */
export function expand(ids: readonly string[]): void {
  const { focus } = get().view;
  if (!focus) return focusOn({ ids, depth: 1 });
  const expanded = focus.expanded ?? [];
  const others = expanded.filter((id) => !ids.includes(id));
  const next = ids.every((id) => expanded.includes(id)) ? others : [...others, ...ids];
  return focusOn({ ...focus, expanded: next.length > 0 ? next : undefined });
}
/** Takes nodes off the screen and out of what is selected. */
export function hide(ids: readonly string[]): void {
  const { view } = get();
  const { query, focus } = view;
  const left = (all: readonly string[]) => all.filter((id) => !ids.includes(id));
  const selected = left(toSelected(view));
  const centres = left(focus?.ids ?? []);
  change(
    {
      query: { ...query, hide: [...left(query.hide ?? []), ...ids] },
      focus: focus && centres.length > 0 ? { ...focus, ids: centres } : undefined,
      ...(selected.at(-1) !== view.selection && toFresh()),
      selection: selected.at(-1),
      also: selected.slice(0, -1),
    },
    'filter',
  );
}
/** Brings back nodes that were hidden. */
export function unhide(ids: readonly string[]): void {
  const { hide: hidden = [], ...query } = get().view.query;
  const left = hidden.filter((id) => !ids.includes(id));
  filter(left.length > 0 ? { ...query, hide: left } : query);
}
/** Shows on the map what is told at the side; undefined ends it. */
export const trace = (traced: Traced | undefined) => set({ traced });
/** Tells how many nodes the map draws of a large debate. */
export const countUnfolded = (unfolded: number | undefined) => set({ unfolded });
/** Filters what is visible. */
export const filter = (query: Query) => change({ query }, 'filter');
/** Shows only what lies so many steps around nodes, in the direction and along the lines as before. */
export const focusAround = (ids: readonly string[], depth: number) =>
  focusOn({ ...get().view.focus, ids, depth, expanded: undefined });
/** Shows only what lies around nodes; undefined shows everything that the filter leaves. */
export const focusOn = (focus: Focus | undefined) => change({ focus }, 'focus');
/** Takes filters and focus away. */
export const showAll = () => change({ query: EVERYTHING, focus: undefined }, 'focus');
/** Goes to another view, or shows another part of it; another view is seen whole at first. */
export const show = (part: Partial<View>) =>
  change(
    part.mode === undefined || part.mode === get().view.mode ? part : { camera: WHOLE, ...part },
    'show',
  );
/** Shows a step of a story: all of its view and nothing of the one before, in place of it where that was only a link to it. */
export const tell = (view: View, notices: string[], replaces: boolean) =>
  move(view, 'step', { selects: true, replaces, notices });
/** Remembers where the map's camera stands. */
export const look = (camera: Camera) => {
  if ([camera.x, camera.y, camera.ratio].every(Number.isFinite)) change({ camera }, 'look');
};
/** Shows only the rows of the table that hold some words; while one types there is but one step to go Back from. */
export const findRows = (find: string) =>
  change({ table: { ...get().view.table, find: find === '' ? undefined : find } }, 'look');
export const dismiss = () => set({ notices: [] });
/** Says something over the view. */
export const tellReader = (notice: string) => set({ notices: [notice] });
