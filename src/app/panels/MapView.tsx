// The map with its tools, what the focus and filters leave out, and what a link could not bring.
import { lazy, Suspense, useCallback, useState, type KeyboardEvent } from 'react';
import { EVERYTHING } from '../../core/query';
import { dismiss, focusOn, showAll, useStore, type Opened } from '../store';
import { DEPTHS } from '../view';
import { count, listNames } from '../words';
import { MapCanvas } from '../canvas/MapCanvas';
import type { DrawnMap } from '../canvas/map';
import buttons from '../ui/button.module.css';
import styles from './MapView.module.css';

const Debate = lazy(async () => ({ default: (await import('../views/Debate')).Debate }));

export function MapView({ opened, early }: { opened: Opened; early: DrawnMap | undefined }) {
  const [broken, setBroken] = useState(false);
  const giveUp = useCallback(() => setBroken(true), []);
  const [map, setMap] = useState<DrawnMap>();
  const ready = useCallback((drawn: DrawnMap | undefined) => setMap(drawn), []);
  const visible = useStore((state) => state.visible);
  const query = useStore((state) => state.view.query);
  const focus = useStore((state) => state.view.focus);
  const isDebate = useStore((state) => state.view.mode === 'debate');
  // A story says itself what its steps show.
  const isTold = useStore(({ view }) => view.story !== undefined && view.story.as !== 'edit');
  const notices = useStore((state) => state.notices);
  const keys = (event: KeyboardEvent) => {
    const act = {
      '+': () => map?.zoomBy(1.5),
      '=': () => map?.zoomBy(1.5),
      '-': () => map?.zoomBy(1 / 1.5),
      '0': () => map?.fit(),
      ArrowRight: () => map?.panBy(1, 0),
      ArrowLeft: () => map?.panBy(-1, 0),
      ArrowDown: () => map?.panBy(0, 1),
      ArrowUp: () => map?.panBy(0, -1),
    }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  const nodes = [...opened.corpus.nodes.keys()].filter((id) => visible.has(id)).length;
  const edges = [...opened.corpus.edges.keys()].filter((id) => visible.has(id)).length;
  const filtered =
    query !== EVERYTHING && nodes + edges < opened.corpus.nodes.size + opened.corpus.edges.size;
  const centres = focus?.ids.map((id) => opened.corpus.nodes.get(id)!.label) ?? [];
  return (
    <section aria-label={isDebate ? 'Debate' : 'Map'} className={styles.map} data-debate={isDebate}>
      <div
        id="map"
        className={styles.canvas}
        role="application"
        aria-label={`${isDebate ? 'Debate, drawn from' : 'Map of'} ${count(nodes, 'node')} and ${count(edges, 'edge')}. Arrow keys move it, plus and minus zoom, 0 shows all of it. Every node is also listed under ‘Shown on the map’, and every edge in the inspector.`}
        tabIndex={0}
        onKeyDown={keys}
      >
        {broken ? (
          <p role="alert" className={styles.wait}>
            This browser cannot draw the map, because WebGL is turned off or missing. Everything on it can
            still be found by searching, and under ‘Shown on the map’.
          </p>
        ) : (
          <MapCanvas opened={opened} early={early} onReady={ready} onBroken={giveUp} />
        )}
      </div>
      {isDebate && map && (
        <Suspense fallback={null}>
          <Debate opened={opened} map={map} />
        </Suspense>
      )}
      <div className={styles.top}>
        {notices.length > 0 && (
          <div className={styles.notice} data-over-map role="alert">
            <p>{notices.join(' ')} Here is the whole map.</p>
            <button type="button" className={buttons.button} onClick={dismiss}>
              Close
            </button>
          </div>
        )}
        {!isTold && (filtered || focus) && (
          <div className={styles.sight} data-over-map role="status">
            <p>
              {nodes === 0
                ? 'Nothing is left to show'
                : `${nodes} of ${count(opened.corpus.nodes.size, 'node')}`}
              {focus && `: ${count(focus.depth, 'step')} around ${listNames(centres)}`}
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
            <button type="button" className={buttons.button} onClick={showAll}>
              Show everything
            </button>
          </div>
        )}
      </div>
      <div className={styles.tools} data-over-map role="group" aria-label="Zoom">
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
