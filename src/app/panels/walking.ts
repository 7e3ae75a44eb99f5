// A walk over the map by keyboard: where it has come to, and where each key leads.
import { useEffect, useState } from 'react';
import type { DrawnMap } from '../canvas/map';
import { printStep, printStop, toHub, toNeighbours, toward } from '../canvas/walk';
import { count } from '../numbers';
import { select, toggle, toSelected, useStore, type Opened } from '../store';
import { printName } from '../words';

/** Where the keyboard has come to: which neighbour of which node, while what was selected when it set out is selected. */
type Walk = { from: string; at: string; words: string; selection: string | undefined };

/**
 * The walk over `map`: the node it has come to and the words that say so, while it is `on`; what each key does, and where a
 * `step` in a direction leads, x to the right, y upwards.
 */
export function useWalk(opened: Opened, map: DrawnMap | undefined, on: boolean) {
  const visible = useStore((state) => state.visible);
  const selection = useStore((state) => state.view.selection);
  const [last, setWalk] = useState<Walk>();
  const walk = last && last.selection === selection && visible.has(last.at) ? last : undefined;
  const walked = on ? walk?.at : undefined;
  useEffect(() => map?.walk(walked), [map, walked]);

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
        `No line leads that way from ${printName(opened.corpus.nodes.get(start)!.label)}. ] and [ go through ${count(neighbours.length, 'neighbour')}.`,
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
    const here = toStart();
    if (here === undefined) return;
    select(here);
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
      words: `${selected.includes(at) ? 'Selected' : 'No longer selected'}: ${printName(name)}. ${selected.length} selected.`,
      selection: view.selection,
    });
  };
  const keys: Readonly<Record<string, () => void>> = {
    ']': () => turn(1),
    '[': () => turn(-1),
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    Home: goHome,
    Enter: openWalked,
    ' ': toggleWalked,
  };
  return { at: walked, words: walked === undefined ? undefined : walk?.words, keys, step };
}
