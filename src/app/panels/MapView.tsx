// The map with its tools and keys, and what is said over it.
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
import { useStore, type Opened } from '../store';
import { count } from '../numbers';
import { MapCanvas } from '../canvas/MapCanvas';
import type { DrawnMap } from '../canvas/map';
import { ViewLink } from '../ui/ViewLink';
import { isCovered } from '../ui/dialog';
import { applyKey } from './shortcuts';
import { MapNotices, Sight } from './Sight';
import { useWalk } from './walking';
import buttons from '../ui/button.module.css';
import styles from './MapView.module.css';

const Debate = lazy(async () => ({ default: (await import('../views/Debate')).Debate }));

/** What the keys do on the map, for those who cannot see it. */
const WALK =
  'Arrow keys walk from node to node along the lines, the square brackets or Page Up and Page Down go through the neighbours of a node, Home goes to the biggest, Enter opens a node, Space adds it to what is selected; Shift with arrow keys moves the map';

/** Which way each arrow key leads: x to the right, y upwards. */
const ARROWS: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};

/** The keys that do the same among the cards of a debate. */
const ZOOM: readonly string[] = ['+', '=', '-', '0'];

export function MapView({ opened, early }: { opened: Opened; early: DrawnMap | undefined }) {
  const [broken, setBroken] = useState(false);
  const giveUp = useCallback(() => setBroken(true), []);
  const [map, setMap] = useState<DrawnMap>();
  const ready = useCallback((drawn: DrawnMap | undefined) => setMap(drawn), []);
  const [wantsSeveral, setSeveral] = useState(false);
  const visible = useStore((state) => state.visible);
  const isDebate = useStore((state) => state.view.mode === 'debate');
  const edits = useStore((state) => state.edits);
  const several = wantsSeveral && !isDebate;
  const [focused, setFocused] = useState(false);
  const walk = useWalk(opened, map, focused && !isDebate);
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

  const KEYS: Readonly<Record<string, () => void>> = {
    '+': () => map?.zoomBy(1.5),
    '=': () => map?.zoomBy(1.5),
    '-': () => map?.zoomBy(1 / 1.5),
    '0': () => map?.fit(),
    ...walk.keys,
  };
  const press = (event: KeyboardEvent) => {
    // Where the map cannot be drawn, a link stands in its place.
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    // Who walks acts on what the walk has come to, not on what is selected.
    if (walk.at !== undefined && applyKey(opened.corpus, [walk.at], event.key)) {
      event.preventDefault();
      return;
    }
    const direction = ARROWS[event.key];
    const act = KEYS[event.key];
    if ((!direction && !act) || (isDebate && act && !ZOOM.includes(event.key))) return;
    event.preventDefault();
    if (!direction) act!();
    else if (event.shiftKey || isDebate) map?.panBy(direction.x, -direction.y);
    else walk.step(direction);
  };
  // A click focuses the map too: only who came by keyboard sees a walk begun before.
  const arrive = (event: FocusEvent) => setFocused(event.target === event.currentTarget);
  const nodes = useMemo(() => visible.countNodes(), [visible]);
  return (
    <section
      aria-label={isDebate ? 'Debate' : 'Map'}
      className={styles.map}
      data-debate={isDebate}
      data-several={several}
    >
      <div
        id="map"
        className={styles.canvas}
        role="application"
        aria-label={
          isDebate
            ? 'A chart of who said what, and when; its cards follow. Arrow keys move it, plus and minus zoom, 0 shows all of it.'
            : `Map of ${count(nodes, 'node')} and ${count(visible.size - nodes, 'line')}. ${WALK}, plus and minus zoom, 0 shows all of it. Every node is also listed under ‘Shown on the map’, and every line in the inspector.`
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
        <MapNotices />
        <Sight opened={opened} nodes={nodes} />
        {several && (
          <div className={styles.sight} data-over-map>
            <p>Draw around nodes, or click them one by one.</p>
            <button type="button" className={buttons.button} onClick={() => setSeveral(false)}>
              Done
            </button>
          </div>
        )}
      </div>
      <p aria-live="polite" className={walk.at === undefined ? 'unseen' : styles.walk} data-over-map>
        {walk.words}
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
            <span>Select several</span>
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
              <path d="M3 9a7 5.5 0 1 1 7 5.5c-2 0-3 .5-3 1.7s1 2 2.5 2" />
            </svg>
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
