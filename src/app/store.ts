// The one store: the document (corpus), the session (view), and every action on them.
import { create } from 'zustand';
import { CorpusError, readCorpus } from '../core/corpus';
import type { Corpus, Problem } from '../core/model';
import { toIncidence } from '../core/graph';
import { toDrawing, type Drawing } from '../core/drawing';
import type { Positions } from '../core/layout';
import { toVisible, type Focus, type Query } from '../core/query';
import { run } from '../worker/index';
import { fetchBundle } from './files';
import { printView, readView, START, type Camera, type View } from './view';

/** Everything that follows from the files alone. */
export type Opened = {
  readonly corpus: Corpus;
  readonly incidence: ReturnType<typeof toIncidence>;
  readonly drawing: Drawing;
  readonly positions: Positions;
};

type State = {
  opened?: Opened;
  /** Why nothing could be opened: a sentence, and what is wrong in the files. */
  failure?: { sentence: string; problems: readonly Problem[] };
  view: View;
  /** The ids of the nodes and edges that filters and focus leave. */
  visible: ReadonlySet<string>;
  /** Sentences about what in the link could not be followed. */
  notices: readonly string[];
};

export const useStore = create<State>(() => ({ view: START, visible: new Set(), notices: [] }));

const { getState: get, setState: set } = useStore;

/** Fetches, checks and lays out the corpus, then follows the link. What is wrong ends up in `failure`. */
export async function open(): Promise<void> {
  try {
    const { files, positions: known } = await fetchBundle();
    const corpus = readCorpus(files);
    const drawing = toDrawing(corpus);
    const positions =
      known?.length === 2 * corpus.nodes.size ? Float64Array.from(known) : await run('layout', drawing);
    set({ opened: { corpus, incidence: toIncidence(corpus), drawing, positions } });
    followLink();
    window.addEventListener('popstate', followLink);
  } catch (error) {
    if (error instanceof CorpusError)
      fail('The graph cannot be shown: its files have problems.', error.problems);
    else fail(error instanceof Error ? error.message : String(error));
  }
}

/** Gives up on showing anything but why. */
export const fail = (sentence: string, problems: readonly Problem[] = []) =>
  set({ failure: { sentence, problems } });

/** Takes the view from the address. */
function followLink(): void {
  const { corpus } = get().opened!;
  const { view, problems } = readView(window.location.hash, corpus);
  set({ view, visible: toVisible(corpus, view.query, view.focus), notices: problems });
}

/** Changes the view: a new step to go Back from, or (`replace`) the same step seen otherwise. */
function change(part: Partial<View>, replace = false): void {
  const { opened, view } = get();
  if (!opened) return;
  const next = { ...view, ...part };
  const address = printView(next) || window.location.pathname + window.location.search;
  if (printView(next) !== printView(view))
    window.history[replace ? 'replaceState' : 'pushState'](null, '', address);
  set({
    view: next,
    notices: [],
    ...(('query' in part || 'focus' in part) && {
      visible: toVisible(opened.corpus, next.query, next.focus),
    }),
  });
}

/** Selects a node or edge and brings one of its passages to the front; undefined selects nothing. */
export const select = (selection: string | undefined, passage = 0) => change({ selection, passage });
/** Filters what is visible. */
export const filter = (query: Query) => change({ query });
/** Shows only what lies around a node; undefined shows everything again. */
export const focusOn = (focus: Focus | undefined) => change({ focus });
/** Remembers where the map's camera stands. */
export const look = (camera: Camera) => change({ camera }, true);
export const dismiss = () => set({ notices: [] });
