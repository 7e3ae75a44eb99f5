// Keeps the map of a debate too large to be drawn whole in step with what is asked for: an overview, and in it what is unfolded.
import { toPlan } from '../../core/drawing';
import { toOverview } from '../../core/overview';
import type { Ids } from '../../core/model';
import { printQuery } from '../../core/query';
import { run } from '../../worker/index';
import { finish } from '../steps';
import { countUnfolded, toSelected, useStore, type Opened } from '../store';
import type { DrawnMap, Shown } from './map';

const NOWHERE = [Number.NaN, Number.NaN] as const;

/**
 * Draws what filters, focus and selection ask for whenever `draw` is called, the last call's only, with what `toShown` tells of
 * it; `arrived` is told when it is drawn. What is drawn already stays where it is.
 */
export function unfold(
  map: DrawnMap,
  { corpus, picture }: Opened,
  toShown: () => Shown,
  arrived: () => void,
) {
  const places = new Map<string, readonly [number, number]>();
  const remember = ({ drawing, positions }: Opened['picture']) => {
    for (const [index, { id }] of drawing.nodes.entries())
      places.set(id, [positions[2 * index]!, positions[2 * index + 1]!]);
  };
  remember(picture);
  let leaving = new AbortController();
  let drawn: string | undefined = '';
  let chosenFrom: Ids | undefined;
  const work = async (signal: AbortSignal): Promise<void> => {
    const { view, visible, traced } = useStore.getState();
    const asked = [...new Set([...toSelected(view), ...(view.focus?.ids ?? [])])];
    const named = [...(traced?.all ?? [])];
    const key = [printQuery(view.query), JSON.stringify(view.focus ?? ''), ...asked, '', ...named].join('\n');
    if (key === drawn) return arrived();
    const drawing = await finish(toOverview(corpus, view.query, visible, asked, named), signal);
    // Where most of it is drawn already it stays; else it would only be in the way of the rest.
    const stays = 2 * drawing.nodes.filter(({ id }) => places.has(id)).length > drawing.nodes.length;
    const known = stays
      ? { known: Float64Array.from(drawing.nodes.flatMap(({ id }) => places.get(id) ?? NOWHERE)) }
      : {};
    const positions = await run('layout', { ...toPlan(drawing), ...known }, signal);
    const next = { drawing, positions };
    remember(next);
    drawn = key;
    chosenFrom = visible;
    map.redraw(next, toShown());
    countUnfolded(drawing.nodes.length);
    return arrived();
  };
  return {
    draw: () => {
      leaving.abort();
      leaving = new AbortController();
      const { signal } = leaving;
      // What is not wanted any more is not drawn; where nothing can be unfolded, what is drawn stays.
      work(signal).catch(() => signal.aborted || arrived());
    },
    /** The map draws something else meanwhile. */
    forget: () => {
      leaving.abort();
      drawn = chosenFrom = undefined;
    },
    /** Whether all that is drawn is among this: it need not be asked for one by one. */
    shows: (visible: Ids) => visible === chosenFrom,
  };
}
