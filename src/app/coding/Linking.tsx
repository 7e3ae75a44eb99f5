// Linking one node with another by dragging: with Alt on the map, in the article or in a list, or by what is marked as a handle.
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { toEdgeTypes } from '../../core/coding';
import type { Corpus } from '../../core/model';
import { toShownMap } from '../canvas/MapCanvas';
import type { Opened } from '../store';
import { readView } from '../view';
import { startEdge } from './drafts';
import styles from './Linking.module.css';

/** Less than this is a click by a shaky hand, in pixels. */
const LEAST = 6;
/** How far beside a node of the map a finger may be, in pixels, and in which directions it is looked for there. */
const REACH = 12;
const AROUND = [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => (eighth * Math.PI) / 4);

/** So near to the upper or lower end of the article, in pixels, and for so long, in milliseconds, it scrolls so far in a frame. */
const EDGE = 40;
const PATIENCE = 250;
const PACE = 8;

type Point = { readonly x: number; readonly y: number };
/** A drag on its way: where it began, at which node, and what it is over now. */
type Drag = {
  readonly from: string;
  readonly start: Point;
  readonly at: Point;
  readonly over: string | undefined;
};

function findOnMap({ x, y }: Point): string | undefined {
  const map = toShownMap();
  for (const reach of [0, REACH])
    for (const angle of reach === 0 ? [0] : AROUND) {
      const found = map?.findNode(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
      if (found !== undefined) return found;
    }
  return undefined;
}

/** The node that a place of the screen stands for: on the map itself, in the words that rest on it, or by a link to it. */
function findNode(corpus: Corpus, point: Point): string | undefined {
  const element = document.elementFromPoint(point.x, point.y);
  const link = element?.closest<HTMLAnchorElement>('a[href^="#"]');
  const id = link
    ? readView(link.hash, corpus).view.selection
    : element?.closest('#map') && !element.closest('[data-over-map]')
      ? findOnMap(point)
      : undefined;
  return id !== undefined && corpus.nodes.has(id) ? id : undefined;
}

/** From which to which a line may lead, turned round where it may only so; undefined where none may. */
function toEnds(corpus: Corpus, from: string, to: string): { source: string; target: string } | undefined {
  const may = (source: string, target: string) =>
    toEdgeTypes(corpus.nodes.get(source)!.type, corpus.nodes.get(target)!.type).length > 0;
  if (from === to) return undefined;
  if (may(from, to)) return { source: from, target: to };
  return may(to, from) ? { source: to, target: from } : undefined;
}

/** Scrolls the article while somebody waits at its upper or lower end, until what it returns is called. */
function followEdges(toPoint: () => Point | undefined): () => void {
  let since: number | undefined;
  let frame = requestAnimationFrame(function go(now) {
    frame = requestAnimationFrame(go);
    const point = toPoint();
    const scroller =
      point && document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('#article-text > div');
    const { top, bottom } = scroller?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    const by = !scroller ? 0 : point.y < top + EDGE ? -PACE : point.y > bottom - EDGE ? PACE : 0;
    since = by === 0 ? undefined : (since ?? now);
    if (since !== undefined && now - since > PATIENCE) scroller!.scrollTop += by;
  });
  return () => cancelAnimationFrame(frame);
}

/** Follows drags from one node to another as long as it is there. */
export function Linking({ opened: { corpus } }: { opened: Opened }) {
  const [drag, setDrag] = useState<Drag>();
  useEffect(() => {
    let begun: { from: string; start: Point; pointer: number } | undefined;
    let last: Drag | undefined;
    let unfollow: (() => void) | undefined;
    const tell = (next: Drag | undefined) => {
      if (next && !last) unfollow = followEdges(() => last?.at);
      if (!next) unfollow?.();
      last = next;
      setDrag(next);
    };
    const toPoint = ({ clientX, clientY }: PointerEvent): Point => ({ x: clientX, y: clientY });
    const begin = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      const handle = event.target.closest<HTMLElement>('[data-link-from]')?.dataset.linkFrom;
      const from = handle ?? (event.altKey ? findNode(corpus, toPoint(event)) : undefined);
      begun = from === undefined ? undefined : { from, start: toPoint(event), pointer: event.pointerId };
      if (handle === undefined && begun) event.stopPropagation();
    };
    const go = (event: PointerEvent) => {
      if (!begun || event.pointerId !== begun.pointer) return;
      const at = toPoint(event);
      if (!last && Math.hypot(at.x - begun.start.x, at.y - begun.start.y) < LEAST) return;
      tell({ from: begun.from, start: begun.start, at, over: findNode(corpus, at) });
    };
    const end = (event: PointerEvent) => {
      if (!begun || event.pointerId !== begun.pointer) return;
      const done = last;
      begun = undefined;
      tell(undefined);
      if (!done) return;
      // What follows is no click on anything.
      const swallow = (click: Event) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, true));
      // The article may have scrolled under it.
      const over = findNode(corpus, toPoint(event));
      const ends = over !== undefined && toEnds(corpus, done.from, over);
      if (event.type === 'pointerup' && ends) startEdge(ends);
    };
    // Neither the map is moved, nor words are selected, nor what a link leads to is saved by the browser.
    const hold = (event: Event) => {
      const isAlt = event instanceof MouseEvent && event.altKey;
      if (!last && !(begun && isAlt)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !last) return;
      event.preventDefault();
      event.stopPropagation();
      begun = undefined;
      tell(undefined);
    };
    const leaving = new AbortController();
    const { signal } = leaving;
    document.addEventListener('pointerdown', begin, { capture: true, signal });
    document.addEventListener('pointermove', go, { signal });
    document.addEventListener('pointerup', end, { capture: true, signal });
    document.addEventListener('pointercancel', end, { signal });
    for (const type of ['mousedown', 'mousemove', 'dragstart', 'click'])
      document.addEventListener(type, hold, { capture: true, signal });
    window.addEventListener('keydown', leave, { capture: true, signal });
    return () => {
      unfollow?.();
      leaving.abort();
    };
  }, [corpus]);
  if (!drag) return null;
  const { from, start, at, over } = drag;
  const ends = over === undefined ? undefined : toEnds(corpus, from, over);
  const toLabel = (id: string) => corpus.nodes.get(id)!.label;
  return createPortal(
    <div className={styles.linking} aria-hidden="true" data-may={ends !== undefined}>
      <svg>
        <path d={`M${start.x},${start.y}L${at.x},${at.y}`} />
        <circle cx={start.x} cy={start.y} r="5" />
        <circle cx={at.x} cy={at.y} r={ends ? 12 : 5} />
      </svg>
      <p
        style={{
          left: Math.min(at.x + 16, window.innerWidth - 256),
          top: Math.max(8, at.y > window.innerHeight - 90 ? at.y - 70 : at.y + 18),
        }}
      >
        {over === undefined || over === from ? (
          <>Onto what ‘{toLabel(from)}’ is to be linked with</>
        ) : ends ? (
          <>
            From <b>{toLabel(ends.source)}</b> to <b>{toLabel(ends.target)}</b>
          </>
        ) : (
          <>No line may join it with ‘{toLabel(over)}’</>
        )}
      </p>
    </div>,
    document.body,
  );
}
