// The page: search and filters, the map, and what is selected with its words.
import {
  lazy,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type MouseEvent,
} from 'react';
import type { DrawnMap } from './canvas/map';
import { dismiss, select, useStore, type Opened } from './store';
import type { Mode } from './view';
import { Find } from './panels/Find';
import { ON_PAPER, usePaper } from './paper/printing';
import { Inspector } from './panels/Inspector';
import { MapView } from './panels/MapView';
import { useShortcuts } from './panels/shortcuts';
import { Timeline } from './panels/Timeline';
import { Views } from './panels/Views';
import { Appearance } from './ui/Appearance';
import { CommandsButton } from './ui/CommandsButton';
import { CopyLinkButton } from './ui/CopyLinkButton';
import { ExportButton } from './ui/ExportButton';
import { OpenButton } from './ui/OpenButton';
import { isCovered } from './ui/dialog';
import { keepFocus } from './ui/focus';
import { Part } from './ui/Part';
import { Source } from './reader/Source';
import { count } from './numbers';
import alarms from './ui/alarm.module.css';
import buttons from './ui/button.module.css';
import styles from './App.module.css';

export function App({ opened, early }: { opened: Opened; early: DrawnMap | undefined }) {
  // The map first, then one panel after the other: what is seen at once does not wait for what is read later.
  const [panels, setPanels] = useState(0);
  useEffect(() => {
    if (panels === 2) return undefined;
    const soon = setTimeout(() => startTransition(() => setPanels(panels + 1)));
    return () => clearTimeout(soon);
  }, [panels]);
  const mode = useStore((state) => state.view.mode);
  const onMap = mode === 'map' || mode === 'debate';
  // The map grows beside the article that is coded.
  const coding = mode === 'code';
  // Once it is drawn the map stays, below the other views.
  const [mapWanted, setMapWanted] = useState(onMap);
  if ((onMap || coding) && !mapWanted) setMapWanted(true);
  const Lazy = onMap ? undefined : VIEWS[mode];
  const edits = useStore((state) => state.edits);
  const selection = useStore((state) => state.view.selection);
  const several = useStore((state) => state.view.also.length > 0);
  const selections = useStore((state) => state.selections);
  // A story is told beside every view but the list of stories.
  const story = useStore((state) => (state.view.mode === 'story' ? undefined : state.view.story));
  const cause = useStore((state) => state.cause);
  const empty = mode !== 'codebook' && opened.local?.project !== undefined && opened.corpus.nodes.size === 0;
  // Beside a view of which nothing is selected there is but a line to say: the view has the room.
  const aside = !onMap && !coding && !empty && selection === undefined;
  const [wanted, setPanel] = useState<'find' | 'read' | 'story'>(story ? 'story' : 'read');
  const panel = wanted === 'story' && !story ? 'read' : wanted;
  const told = story && `${story.id} ${story.as}`;
  const [begun, setBegun] = useState(told);
  if (begun !== told) {
    setBegun(told);
    if (told) setPanel('story');
  }
  // On a phone the panels take turns: what was just chosen comes to the front.
  const [shown, setShown] = useState(selections);
  if (shown !== selections) {
    setShown(selections);
    if (story && cause !== 'select') setPanel('story');
    else if (selection !== undefined) setPanel('read');
  }
  useEffect(keepFocus, []);
  const choose = useChosenKept(aside);
  const paper = usePaper((state) => state.paper);
  useShortcuts(opened.corpus);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isCovered()) return;
      if (useStore.getState().view.selection !== undefined) select(undefined);
    };
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, []);
  useEffect(() => {
    const node = selection === undefined ? undefined : opened.corpus.nodes.get(selection);
    document.title = node ? `${node.label} – Claimscape` : 'Claimscape';
  }, [opened, selection]);
  const title = opened.corpus.title ?? opened.local?.name;
  return (
    <div
      className={styles.page}
      data-mode={mode}
      data-redrawn={mode in ON_PAPER}
      data-selected={selection !== undefined}
      data-empty={empty}
      data-aside={aside}
      data-panel={panel}
      data-project={opened.local?.project !== undefined}
      data-story={story && (story.as ?? 'read')}
    >
      <nav aria-label="Skip">
        {[
          { id: 'inspector', name: 'Skip to what is selected' },
          { id: onMap ? 'map' : 'view', name: 'Skip to the view' },
        ].map(({ id, name }) => (
          <a key={name} className={styles.skip} href={`#${id}`} onClick={(event) => skipTo(event, id)}>
            {name}
          </a>
        ))}
      </nav>
      <header className={styles.head}>
        <div className={styles.name}>
          <h1 className={styles.brand}>
            Claim<span>scape</span>
          </h1>
          {opened.local?.project === undefined && (
            <p className={styles.corpus} title={title}>
              {title && <bdi>{title}</bdi>}
              <span>
                {title && '· '}
                {count(opened.corpus.articles.size, 'article')}
              </span>
            </p>
          )}
        </div>
        {opened.local?.project !== undefined && (
          <Part>
            <Bar />
          </Part>
        )}
        <OpenButton />
        <Views opened={opened} />
        <CommandsButton opened={opened} />
        {/* No link carries a project. */}
        {opened.local?.project === undefined && <CopyLinkButton />}
        <ExportButton opened={opened} id="export" />
        <Appearance />
      </header>
      {mode in ON_PAPER && (
        <div className={styles.paper} data-paper="">
          {paper ?? <p>Press Ctrl P (⌘ P), or Print in Export, to have this view drawn for paper.</p>}
        </div>
      )}
      <section
        aria-label="Search and filters"
        className={`${styles.find} ${panel === 'find' ? '' : styles.away}`}
        aria-busy={panels < 2}
      >
        {panels > 1 && (
          <Part>
            <Find opened={opened} />
          </Part>
        )}
      </section>
      <main className={styles.map} onClickCapture={choose}>
        {mapWanted && (
          <div
            className={onMap ? undefined : coding ? styles.beside : styles.behind}
            inert={!onMap && !coding}
          >
            <Part>
              <MapView opened={opened} early={early} />
            </Part>
          </div>
        )}
        {Lazy && (
          <div className={styles.view} id="view" tabIndex={-1}>
            <Notices />
            <Part key={mode} fallback={<p className={styles.wait}>Opening…</p>}>
              {/* Only where one edits is it the same view after an edit. */}
              <Lazy key={coding || mode === 'codebook' ? mode : edits} opened={opened} />
            </Part>
          </div>
        )}
      </main>
      {story && (
        <div className={`${styles.story} ${panel === 'story' ? '' : styles.away}`}>
          <Part fallback={<p className={styles.wait}>Opening the story…</p>}>
            <Dock opened={opened} />
          </Part>
        </div>
      )}
      <div className={styles.time}>
        {panels > 1 && (
          <Part>
            <Timeline opened={opened} />
          </Part>
        )}
      </div>
      <nav className={styles.tabs} aria-label="Panels">
        <button
          type="button"
          aria-pressed={panel === 'find'}
          onClick={() => setPanel(aside && panel === 'find' ? 'read' : 'find')}
        >
          Search and filter
        </button>
        {!aside && (
          <button type="button" aria-pressed={panel === 'read'} onClick={() => setPanel('read')}>
            {selection === undefined ? 'Start here' : 'Selected'}
          </button>
        )}
        {story && (
          <button type="button" aria-pressed={panel === 'story'} onClick={() => setPanel('story')}>
            Story
          </button>
        )}
      </nav>
      <div className={`${styles.read} ${panel === 'read' ? '' : styles.away}`} data-several={several}>
        {coding ? (
          <Part>
            <CodingPanel opened={opened} />
          </Part>
        ) : (
          panels > 0 && (
            <>
              <Part>
                <Inspector opened={opened} />
              </Part>
              {mode !== 'articles' && (
                <Part>
                  <Source opened={opened} />
                </Part>
              )}
            </>
          )
        )}
      </div>
    </div>
  );
}

const CodingPanel = lazy(async () => ({ default: (await import('./coding/Panel')).Panel }));
const Bar = lazy(async () => ({ default: (await import('./project/Bar')).Bar }));
const Dock = lazy(async () => ({ default: (await import('./story/Dock')).Dock }));

/** Keeps what is chosen in a view where it is, and in sight, when the view gives way to what is told of it; returns what is to hear of each click. */
function useChosenKept(aside: boolean): (event: MouseEvent) => void {
  const chosen = useRef<{ element: Element; top: number }>(undefined);
  useLayoutEffect(() => {
    const { element, top } = chosen.current ?? {};
    chosen.current = undefined;
    let scroller = element?.parentElement;
    while (scroller && !/auto|scroll/.test(getComputedStyle(scroller).overflowY))
      scroller = scroller.parentElement;
    if (!element || top === undefined || !scroller) return;
    const now = element.getBoundingClientRect();
    const lowest = scroller.getBoundingClientRect().bottom - now.height - 12;
    scroller.scrollTop += now.top - Math.min(top, lowest);
  }, [aside]);
  return ({ target }) => {
    if (target instanceof Element)
      chosen.current = { element: target, top: target.getBoundingClientRect().top };
  };
}

/** What in the link could not be followed; over the map the map says it. */
function Notices() {
  const notices = useStore((state) => state.notices);
  if (notices.length === 0) return null;
  return (
    <div className={styles.notice} role="alert">
      <div className={alarms.alarm}>
        <p>{notices.join(' ')}</p>
        <button type="button" className={buttons.button} onClick={dismiss}>
          Close
        </button>
      </div>
    </div>
  );
}

/** The views that are fetched when they are first opened; the map and the debate share one canvas. */
const VIEWS = {
  table: lazy(async () => ({ default: (await import('./views/Table')).Table })),
  matrix: lazy(async () => ({ default: (await import('./views/Matrix')).Matrix })),
  coalitions: lazy(async () => ({ default: (await import('./views/Coalitions')).Coalitions })),
  compare: lazy(async () => ({ default: (await import('./views/Compare')).Compare })),
  story: lazy(async () => ({ default: (await import('./views/Story')).Story })),
  articles: lazy(async () => ({ default: (await import('./views/Articles')).Articles })),
  code: lazy(async () => ({ default: (await import('./coding/Code')).Code })),
  codebook: lazy(async () => ({ default: (await import('./coding/Codebook')).Codebook })),
} as const satisfies Partial<Record<Mode, ComponentType<{ opened: Opened }>>>;

/** Moves the focus, not the address, which holds the view. */
function skipTo(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.focus();
}
