// The map with its tools, what the focus and filters leave out, and what a link could not bring.
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react';
import { isLarge } from '../../core/drawing';
import { EVERYTHING } from '../../core/query';
import {
  dismiss,
  expand,
  focusAround,
  focusOn,
  hide,
  select,
  showAll,
  toggle,
  toSelected,
  unhide,
  useStore,
  type Opened,
} from '../store';
import { DEPTHS, printView } from '../view';
import { count } from '../numbers';
import { listNames, toShortName } from '../words';
import { MapCanvas } from '../canvas/MapCanvas';
import { printStep, printStop, toHub, toNeighbours, toward } from '../canvas/walk';
import type { DrawnMap } from '../canvas/map';
import { ViewLink } from '../ui/ViewLink';
import { isCovered } from '../ui/dialog';
import { isTyping } from '../ui/typing';
import buttons from '../ui/button.module.css';
import styles from './MapView.module.css';

const Debate = lazy(async () => ({ default: (await import('../views/Debate')).Debate }));
const FocusControls = lazy(async () => ({ default: (await import('./FocusControls')).FocusControls }));

/** What the keys do on the map, for those who cannot see it. */
const WALK =
  'Arrow keys walk from node to node along the lines, the square brackets or Page Up and Page Down go through the neighbours of a node, Home goes to the biggest, Enter opens a node, Space adds it to what is selected; Shift with arrow keys moves the map';

/** How many hidden nodes are named. */
const FEW_HIDDEN = 6;

/** Which way each arrow key leads: x to the right, y upwards. */
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The keys that do the same among the cards of a debate. */
const ZOOM: readonly string[] = ['+', '=', '-', '0'];

/** Where the keyboard has come to: which neighbour of which node, while what was selected when it set out is selected. */
type Walk = { from: string; at: string; words: string; selection: string | undefined };

/** Keys that work anywhere on the page for what is selected: 1, 2, 3 steps around it, E expands, H hides it. */
function useSelectionKeys({ corpus }: Opened, walked: string | undefined): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || isCovered()) return;
      const { view } = useStore.getState();
      const wanted = walked === undefined ? toSelected(view) : [walked];
      const edge = (id: string) => corpus.edges.get(id);
      const nodes = wanted.filter((id) => corpus.nodes.has(id));
      const around = wanted.flatMap((id) => (edge(id) ? [edge(id)!.source, edge(id)!.target] : [id]));
      const key = event.key.toLowerCase();
      const depth = DEPTHS.find((one) => String(one) === key);
      if (depth !== undefined && around.length > 0) focusAround([...new Set(around)], depth);
      else if (depth !== undefined && view.focus) focusOn({ ...view.focus, depth });
      else if (key === 'e' && nodes.length > 0) expand(nodes);
      else if (key === 'h' && nodes.length > 0) hide(nodes);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [corpus, walked]);
}

export function MapView({ opened, early }: { opened: Opened; early: DrawnMap | undefined }) {
  const [broken, setBroken] = useState(false);
  const giveUp = useCallback(() => setBroken(true), []);
  const [map, setMap] = useState<DrawnMap>();
  const ready = useCallback((drawn: DrawnMap | undefined) => setMap(drawn), []);
  const [wantsSeveral, setSeveral] = useState(false);
  const [adjusting, setAdjusting] = useState(false);
  const visible = useStore((state) => state.visible);
  const query = useStore((state) => state.view.query);
  const focus = useStore((state) => state.view.focus);
  const isDebate = useStore((state) => state.view.mode === 'debate');
  const edits = useStore((state) => state.edits);
  // Beside an article that is coded, it is said over the article.
  const isCoding = useStore((state) => state.view.mode === 'code');
  // A story says itself what its steps show.
  const isTold = useStore(({ view }) => view.story !== undefined && view.story.as !== 'edit');
  const several = wantsSeveral && !isDebate;
  const selection = useStore((state) => state.view.selection);
  const isWhole = useStore(({ cause, view }) => cause === 'link' && printView(view) === '');
  const notices = useStore((state) => state.notices);
  const unfolded = useStore((state) => (isLarge(opened.corpus) ? state.unfolded : undefined));
  const [lastWalk, setWalk] = useState<Walk>();
  const [focused, setFocused] = useState(false);
  const walk =
    lastWalk && lastWalk.selection === selection && visible.has(lastWalk.at) ? lastWalk : undefined;
  const walked = focused && !isDebate ? walk?.at : undefined;
  useEffect(() => map?.walk(walked), [map, walked]);
  useSelectionKeys(opened, walked);
  useEffect(() => {
    map?.selectSeveral(several);
    if (!several) return undefined;
    const leave = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isCovered()) return;
      event.preventDefault();
      setSeveral(false);
    };
    window.addEventListener('keydown', leave, true);
    return () => window.removeEventListener('keydown', leave, true);
  }, [map, several]);

  /** Where the walk is, or sets out from: what is selected, or else what most meets at. */
  const toStart = (): string | undefined => {
    if (walk) return walk.at;
    const edge = selection === undefined ? undefined : opened.corpus.edges.get(selection);
    const start = edge?.source ?? selection;
    return start !== undefined && visible.has(start) ? start : toHub(opened, visible);
  };
  const goTo = (from: string, at: string, words: string) => setWalk({ from, at, words, selection });
  const goHome = () => {
    const hub = toHub(opened, visible);
    if (hub === undefined) return;
    const node = opened.corpus.nodes.get(hub)!;
    const neighbours = toNeighbours(opened, visible, hub).length;
    goTo(hub, hub, `The biggest: ${printStop(opened, node)}. ${count(neighbours, 'neighbour')}.`);
  };
  const step = (direction: { x: number; y: number }) => {
    const start = toStart();
    if (!map || start === undefined) return;
    const neighbours = toNeighbours(opened, visible, start);
    const here = map.place(start);
    const next = here && toward(here, direction, neighbours, ({ node }) => map.place(node.id));
    if (next) goTo(start, next.node.id, printStep(opened, start, neighbours, next.node.id));
    else
      goTo(
        walk?.from ?? start,
        start,
        `No line leads that way from “${opened.corpus.nodes.get(start)!.label}”. ] and [ go through ${count(neighbours.length, 'neighbour')}.`,
      );
  };
  /** Goes on to the next, or back to the last, of the neighbours among which the walk is. */
  const turn = (by: 1 | -1) => {
    const from = walk && walk.from !== walk.at ? walk.from : toStart();
    if (from === undefined) return;
    const neighbours = toNeighbours(opened, visible, from);
    if (neighbours.length === 0) return;
    const index = neighbours.findIndex(({ node }) => node.id === walk?.at);
    const to = index === -1 ? (by === 1 ? 0 : -1) : (index + by) % neighbours.length;
    const { node } = neighbours.at(to)!;
    goTo(from, node.id, printStep(opened, from, neighbours, node.id));
  };
  const openWalked = () => {
    const at = toStart();
    if (at === undefined) return;
    select(at);
    setTimeout(() => document.getElementById('inspector')?.focus());
  };
  const toggleWalked = () => {
    const at = toStart();
    if (at === undefined) return;
    toggle(at);
    const { view } = useStore.getState();
    const selected = toSelected(view);
    const name = opened.corpus.nodes.get(at)!.label;
    setWalk({
      from: walk?.from ?? at,
      at,
      words: `${selected.includes(at) ? 'Selected' : 'No longer selected'}: “${name}”. ${selected.length} selected.`,
      selection: view.selection,
    });
  };
  const KEYS: Readonly<Record<string, () => void>> = {
    '+': () => map?.zoomBy(1.5),
    '=': () => map?.zoomBy(1.5),
    '-': () => map?.zoomBy(1 / 1.5),
    '0': () => map?.fit(),
    ']': () => turn(1),
    '[': () => turn(-1),
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    Home: goHome,
    Enter: openWalked,
    ' ': toggleWalked,
  };
  const press = (event: KeyboardEvent) => {
    // Where the map cannot be drawn, a link stands in its place.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    const act = KEYS[event.key];
    if ((!direction && !act) || (isDebate && act && !ZOOM.includes(event.key))) return;
    event.preventDefault();
    if (!direction) act!();
    else if (event.shiftKey || isDebate) map?.panBy(direction.x, -direction.y);
    else step(direction);
  };
  // A click focuses the map too: only who came by keyboard sees a walk begun before.
  const arrive = (event: FocusEvent) => setFocused(event.target === event.currentTarget);
  const nodes = useMemo(() => visible.countNodes(), [visible]);
  const edges = visible.size - nodes;
  const filtered =
    query !== EVERYTHING && nodes + edges < opened.corpus.nodes.size + opened.corpus.edges.size;
  const toName = (id: string) => toShortName(opened.corpus.nodes.get(id)!);
  const hidden = (query.hide ?? []).filter((id) => opened.corpus.nodes.has(id));
  return (
    <section aria-label={isDebate ? 'Debate' : 'Map'} className={styles.map} data-debate={isDebate}>
      <div
        id="map"
        className={styles.canvas}
        role="application"
        aria-label={
          isDebate
            ? 'A chart of who said what, and when; its cards follow. Arrow keys move it, plus and minus zoom, 0 shows all of it.'
            : `Map of ${count(nodes, 'node')} and ${count(edges, 'line')}. ${WALK}, plus and minus zoom, 0 shows all of it. Every node is also listed under ‘Shown on the map’, and every line in the inspector.`
        }
        tabIndex={0}
        onKeyDown={press}
        onFocus={arrive}
        onBlur={() => setFocused(false)}
      >
        {broken ? (
          <p role="alert" className={styles.wait}>
            This browser cannot draw the {isDebate ? 'debate' : 'map'}, because WebGL is turned off or
            missing. Everything on it can still be found by searching, and under ‘Shown on the map’, and the{' '}
            <ViewLink to={{ mode: 'table', table: { rows: isDebate ? 'utterances' : 'nodes' } }}>
              {isDebate ? 'table of who said what when' : 'table'}
            </ViewLink>{' '}
            holds all of it.
          </p>
        ) : (
          <MapCanvas opened={opened} early={early} onReady={ready} onBroken={giveUp} />
        )}
      </div>
      {isDebate && map && (
        <Suspense fallback={null}>
          <Debate key={edits} opened={opened} map={map} />
        </Suspense>
      )}
      <div className={styles.top}>
        {notices.length > 0 && !isCoding && (
          <div className={styles.notice} data-over-map role="alert">
            <p>
              {notices.join(' ')} {isWhole && 'Here is the whole map.'}
            </p>
            <button type="button" className={buttons.button} onClick={dismiss}>
              Close
            </button>
          </div>
        )}
        {!isTold && !isDebate && !filtered && !focus && unfolded !== undefined && (
          <div className={styles.sight} data-over-map role="status">
            <p>
              The topics most is said on, and who says most: {unfolded} of {count(nodes, 'node')}. Choose one
              to see what lies around it, a line to see what one says on the other, or filter.
            </p>
          </div>
        )}
        {!isTold && (filtered || focus) && (
          <div className={styles.sight} data-over-map data-adjusting={adjusting} role="status">
            <p>
              {nodes === 0
                ? 'Nothing is left to show'
                : `${nodes} of ${count(opened.corpus.nodes.size, 'node')}`}
              {unfolded !== undefined && unfolded < nodes && `, the main ${unfolded} drawn`}
              {focus && `: ${count(focus.depth, 'step')} around ${listNames(focus.ids.map(toName))}`}
              {focus?.expanded && `, and what lies around ${listNames(focus.expanded.map(toName))}`}
            </p>
            {focus && (
              <div role="group" aria-label="Steps">
                {DEPTHS.map((depth) => (
                  <button
                    key={depth}
                    type="button"
                    className={buttons.button}
                    aria-pressed={focus.depth === depth}
                    onClick={() => focusOn({ ...focus, depth })}
                  >
                    {depth}
                  </button>
                ))}
              </div>
            )}
            {focus && (
              <Suspense>
                <FocusControls focus={focus} />
              </Suspense>
            )}
            <button type="button" className={buttons.button} onClick={showAll}>
              Show everything
            </button>
            {(focus || hidden.length > 0) && (
              <button
                type="button"
                className={`${buttons.button} ${styles.adjust}`}
                aria-expanded={adjusting}
                onClick={() => setAdjusting(!adjusting)}
              >
                Adjust <span aria-hidden="true">{adjusting ? '▴' : '▾'}</span>
              </button>
            )}
            {hidden.length > 0 && (
              <div role="group" aria-label="Hidden" className={styles.hidden}>
                <span>Hidden:</span>
                {hidden.slice(0, FEW_HIDDEN).map((id) => (
                  <button
                    key={id}
                    type="button"
                    className={buttons.button}
                    aria-label={`Bring back ${toName(id)}`}
                    onClick={() => unhide([id])}
                  >
                    {toName(id)} <span aria-hidden="true">✕</span>
                  </button>
                ))}
                {hidden.length > 1 && (
                  <button type="button" className={buttons.plain} onClick={() => unhide(hidden)}>
                    Bring back all {hidden.length}
                  </button>
                )}
              </div>
            )}
          </div>
        )}
        {several && (
          <div className={styles.sight} data-over-map>
            <p>Draw around nodes, or click them one by one.</p>
            <button type="button" className={buttons.button} onClick={() => setSeveral(false)}>
              Done
            </button>
          </div>
        )}
      </div>
      <p aria-live="polite" className={walked === undefined ? 'unseen' : styles.walk} data-over-map>
        {walked !== undefined && walk?.words}
      </p>
      <div className={styles.tools} data-over-map role="group" aria-label="Map tools">
        {!isDebate && (
          <button
            type="button"
            className={buttons.button}
            aria-pressed={several}
            title="Select several: draw around them (or hold Shift and drag, or Shift-click)"
            onClick={() => setSeveral(!several)}
          >
            Select several
          </button>
        )}
        <button
          type="button"
          className={buttons.button}
          aria-label="Zoom in"
          title="Zoom in (+)"
          onClick={() => map?.zoomBy(1.5)}
        >
          +
        </button>
        <button
          type="button"
          className={buttons.button}
          aria-label="Zoom out"
          title="Zoom out (-)"
          onClick={() => map?.zoomBy(1 / 1.5)}
        >
          −
        </button>
        <button
          type="button"
          className={buttons.button}
          title="Show all of it (0)"
          onClick={() => map?.fit()}
        >
          Fit
        </button>
      </div>
    </section>
  );
}
