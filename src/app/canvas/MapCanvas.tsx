// The map in the page: drawn once, and kept in step with the store.
import { useLayoutEffect, useRef, useState } from 'react';
import { isLarge, readBundle } from '../../core/drawing';
import { printQuery } from '../../core/query';
import { WHOLE } from '../camera';
import {
  expand,
  filter,
  look,
  select,
  selectAll,
  toggle,
  toSelected,
  useStore,
  type Cause,
  type Opened,
} from '../store';
import type { View } from '../view';
import { drawMap, type DrawnMap } from './map';
import type { unfold } from './unfold';

const isOnMap = ({ mode }: View) => mode === 'map' || mode === 'debate' || mode === 'code';

/** Ties a map to the store; returns how to untie it. */
function follow(map: DrawnMap, opened: Opened): () => void {
  // What is clicked on the map is in sight already: the map stays as it is.
  let byHand = false;
  const byPointing = (act: () => void) => {
    byHand = true;
    act();
    byHand = false;
  };
  map.onSelect = (id) => {
    const bundle = id === undefined ? undefined : readBundle(id);
    if (bundle) {
      const { query } = useStore.getState().view;
      filter({ ...query, actor: [bundle.body], topic: [bundle.topic] });
      return;
    }
    if (id === undefined && useStore.getState().view.selection === undefined) return;
    byPointing(() => select(id));
  };
  map.onToggle = (id) => {
    if (!readBundle(id)) byPointing(() => toggle(id));
  };
  map.onLasso = (ids) => {
    if (ids.length > 0) byPointing(() => selectAll([...toSelected(useStore.getState().view), ...ids]));
  };
  map.onExpand = (id) => expand([id]);
  map.onLook = look;
  let unfolding: ReturnType<typeof unfold> | undefined;
  const toShown = () => {
    const { view, visible: left, traced } = useStore.getState();
    const visible = unfolding?.shows(left) ? undefined : left;
    return { visible, selected: toSelected(view), focus: view.focus?.ids, traced };
  };
  const show = () => map.show(toShown());
  /** Brings into sight what was chosen elsewhere than on the map. */
  const move = (cause: Cause, { selection, also, focus, query }: View, pointed: boolean) => {
    if (cause === 'focus') map.fit();
    if (cause === 'select' && selection !== undefined && also.length === 0 && !pointed) map.reveal(selection);
    if (cause === 'step' && (focus || printQuery(query) !== '')) map.fit();
    else if (cause === 'step' && selection !== undefined) map.reveal(selection);
    // What a filter leaves of a large debate is laid out anew.
    if (cause === 'filter' && isLarge(opened.corpus)) map.fit();
  };
  let arrive = show;
  /** Moves the map when all that is asked for is drawn. */
  const draw = (cause?: Cause) => {
    const { view } = useStore.getState();
    if (view.mode === 'debate') return;
    if (!unfolding) {
      if (cause) move(cause, view, byHand);
      return;
    }
    const pointed = byHand;
    arrive = () => {
      show();
      if (cause) move(cause, view, pointed);
    };
    unfolding.draw();
  };
  show();
  /** Looks where a link says; at what it focuses on where it says nothing. */
  const lookAsLinked = ({ mode, focus, camera }: View, atOnce?: boolean) => {
    if (mode === 'map' && focus && camera === WHOLE) draw('focus');
    else map.look(camera, atOnce);
  };
  lookAsLinked(useStore.getState().view, true);
  let hasEnded = false;
  if (isLarge(opened.corpus))
    import('./unfold').then(
      (module) => {
        if (hasEnded) return;
        unfolding = module.unfold(map, opened, toShown, () => arrive());
        draw();
      },
      // What is drawn at first stays.
      () => {},
    );
  const unsubscribe = useStore.subscribe((now, before) => {
    // Another view lies over the map: it is drawn anew when it is seen again.
    if (!isOnMap(now.view)) return;
    if (now.traced !== before.traced) {
      show();
      if (unfolding) draw();
    }
    if (now.view === before.view) {
      if (now.visible === before.visible) return;
      // What is left of a large debate is drawn at once with what is unfolded of it.
      if (!unfolding) show();
      draw(now.cause);
      return;
    }
    if (now.view.mode === 'debate') unfolding?.forget();
    const { selection, also, camera } = now.view;
    const returns = !isOnMap(before.view);
    if (
      returns ||
      selection !== before.view.selection ||
      also !== before.view.also ||
      (now.visible !== before.visible && !unfolding)
    )
      show();
    const asked = now.cause === 'link' || (now.cause === 'step' && camera !== WHOLE);
    if (returns && now.view.mode !== 'code') map.look(camera, true);
    else if (asked) lookAsLinked(now.view);
    else if (now.view.mode === 'code' && before.view.mode !== 'code') requestAnimationFrame(map.fit);
    else if (now.view.mode !== before.view.mode) map.look(camera);
    // A debate keeps its cards in sight itself.
    else if (!now.sifting) {
      draw(now.cause);
      return;
    }
    if (unfolding && !now.sifting) draw();
  });
  return () => {
    hasEnded = true;
    unfolding?.forget();
    unsubscribe();
  };
}

/** Maps drawn early that have had their turn: each goes on, or is ended, once. */
const taken = new WeakSet<DrawnMap>();

let shown: DrawnMap | undefined;
/** The map that is on the page, if one is. */
export const toShownMap = (): DrawnMap | undefined => shown;

/**
 * The map's drawing surface. `early` is the map where it was drawn before the page; `onReady` gets the map, and undefined when
 * it goes; `onBroken` is told that it cannot be drawn.
 */
export function MapCanvas({
  opened,
  early,
  onReady,
  onBroken,
}: {
  opened: Opened;
  early: DrawnMap | undefined;
  onReady: (map: DrawnMap | undefined) => void;
  onBroken: () => void;
}) {
  const host = useRef<HTMLDivElement>(null);
  const [losses, setLosses] = useState(0);
  // What is unfolded of a large one belongs to it as it was.
  const large = isLarge(opened.corpus) ? opened : undefined;
  useLayoutEffect(() => {
    const current = large ?? useStore.getState().opened!;
    let map: DrawnMap;
    try {
      const goesOn = early !== undefined && early.picture === current.picture && !taken.has(early);
      map = goesOn ? early : drawMap(current.picture, host.current!);
      if (goesOn) map.moveTo(host.current!);
      else if (early && !taken.has(early)) early.end();
      if (early) taken.add(early);
    } catch {
      // Sigma throws where the browser gives it no WebGL.
      onBroken();
      return undefined;
    }
    const unfollow = follow(map, current);
    shown = map;
    onReady(map);
    // The graphics card was reset, or given to others meanwhile: what was drawn is gone, and is drawn anew.
    const surface = host.current!;
    const lose = () => setLosses(losses + 1);
    surface.addEventListener('webglcontextlost', lose, true);
    return () => {
      surface.removeEventListener('webglcontextlost', lose, true);
      shown = undefined;
      onReady(undefined);
      unfollow();
      map.end();
    };
  }, [large, early, onReady, onBroken, losses]);
  useLayoutEffect(() => {
    if (shown && !large && shown.picture !== opened.picture) shown.replace(opened.picture);
  }, [opened, large]);
  return <div ref={host} style={{ position: 'absolute', inset: 0 }} />;
}
