// What the map is to show, and how each node and edge looks for it.
import type { Attributes } from 'graphology-types';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Ids } from '../../core/model';
import { isArgumentType } from '../../core/vocabulary';
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import type { Arranged } from './arrangement';
import { NO_BOX, type EdgeLook } from './edges';
import { LAYER, type Layer, type Layers } from './frame';
import type { Held } from './held';
import type { NodeLook } from './nodes';
import type { Theme } from './theme';

export type Scene = {
  held: Held;
  theme: Theme;
  /** The ids of what is shown; everything where it is undefined. */
  visible?: Ids | undefined;
  /** What is selected, the last of it in front; the same as a set. */
  selected: readonly string[];
  chosen: ReadonlySet<string>;
  /** The nodes that everything shown lies around: nothing fades for them. */
  focus?: readonly string[] | undefined;
  /** What is told of elsewhere on the page: everything else fades for `all` of it; `now` is drawn stronger. */
  traced?: { readonly all: ReadonlySet<string>; readonly now: ReadonlySet<string> } | undefined;
  hovered?: string | undefined;
  /** Where the keyboard walks. */
  walked?: string | undefined;
  /** The neighbourhood everything else fades for; undefined where nothing fades. */
  near?: ReadonlySet<string> | undefined;
  /** Where nodes stand otherwise than on the map, and whether they are seen on their way there, or back. */
  arranged?: Arranged | undefined;
  moving: boolean;
  /** What is shown by leaving out the rest as a whole, … */
  alone?: Ids | undefined;
  /** … which is then drawn as it was when last these were visible. */
  atRest?: Ids | undefined;
};

/** Of a map of more nodes and edges than this a smaller part is shown by leaving out the rest as a whole. */
const MANY = 5000;
/** Fewer of what is selected, or told of, are all named. */
const FEW_NAMED = 12;

export const isShown = ({ visible, held }: Scene, id: string): boolean =>
  visible === undefined || visible.has(id) || held.edges.get(id)?.bundles !== undefined;

/** What is named whatever stands in its way. */
export const toNamed = ({
  hovered,
  walked,
  selected,
  chosen,
  traced,
}: Scene): ReadonlySet<string | undefined> =>
  new Set([
    hovered,
    walked,
    selected.at(-1),
    ...(chosen.size <= FEW_NAMED ? chosen : []),
    ...(traced && traced.now.size <= 2 * FEW_NAMED ? traced.now : []),
  ]);

/** The neighbourhood that everything else is to fade for. */
export function toNear(scene: Scene): ReadonlySet<string> | undefined {
  const { held, hovered, walked, selected, focus, traced } = scene;
  const pointed = hovered ?? walked;
  if (pointed === undefined && traced) return traced.all;
  const centres = (pointed === undefined ? selected : [pointed]).filter(
    (id) => (held.nodes.has(id) || held.edges.has(id)) && isShown(scene, id),
  );
  // Nothing fades for what everything shown lies around.
  const focused = pointed === undefined && centres.every((id) => focus?.includes(id) === true);
  return focused || centres.length === 0 ? undefined : held.toNear(centres);
}

/** What is drawn unlike its neighbours. */
const toSpecial = ({ hovered, walked, selected, traced }: Scene) =>
  [hovered, walked, ...selected, ...(traced?.now ?? [])].filter((id) => id !== undefined);

/** What is to be shown alone. */
function toAlone({ arranged, visible, held }: Scene): Ids | undefined {
  if (arranged) return arranged.ids;
  return visible && held.total >= MANY && 2 * visible.size < held.total ? visible : undefined;
}

/** What is shown, or no more, or stands elsewhere; settles what is shown alone. */
function settle(scene: Scene, before: Scene): string[] {
  const { visible, held, arranged, atRest: rested } = scene;
  if (before.visible === visible && before.arranged === arranged) return [];
  scene.alone = toAlone(scene);
  const changed = [...(before.alone ?? []), ...(scene.alone ?? [])];
  // Lines of the rest may have been worked out anew while the nodes stood elsewhere.
  if (before.arranged && before.arranged !== arranged)
    for (const id of before.arranged.moves.keys()) changed.push(...held.graph.edges(id));
  if (scene.alone || rested === visible) return changed;
  scene.atRest = visible;
  for (const { id } of [...held.drawing.nodes, ...held.drawing.edges])
    if (isShown(scene, id) !== (rested === undefined || rested.has(id))) changed.push(id);
  return changed;
}

/** All of it is drawn as it is. */
export function rest(scene: Scene): void {
  scene.alone = scene.moving ? undefined : toAlone(scene);
  scene.atRest = scene.visible;
}

/** Which nodes and edges may look otherwise than they did before, in the same theme and none moving. */
export function toChanged(scene: Scene, before: Scene): string[] {
  return [
    ...new Set([
      ...settle(scene, before),
      ...(before.near ?? []),
      ...(scene.near ?? []),
      ...toSpecial(before),
      ...toSpecial(scene),
    ]),
  ];
}

/** Whether a node or edge is left out of the arrangement that others are on their way to: nodes fade, edges are gone. */
const isLeft = ({ arranged, moving }: Scene, id: string) => moving && arranged?.ids.has(id) === false;
export function isHidden(scene: Scene, id: string): boolean {
  const { held, alone, atRest, arranged } = scene;
  if (arranged?.arrangement && held.edges.has(id) && isLeft(scene, id)) return true;
  if (isShown(scene, id)) return false;
  return alone === undefined || alone.has(id) || atRest?.has(id) === false;
}

function toLayer(scene: Scene, id: string): Layer {
  const { near, chosen, hovered, walked, alone } = scene;
  if (alone?.has(id) === false) return LAYER.rest;
  if (near === undefined ? chosen.has(id) : near.has(id))
    return chosen.has(id) || id === hovered || id === walked ? LAYER.chosen : LAYER.near;
  return alone ? LAYER.shown : LAYER.rest;
}
export const isFaded = ({ near }: Scene, layer: Layer): boolean => near !== undefined && layer < LAYER.near;

export const toLayers = ({ alone, near, chosen }: Scene): Layers => ({
  drawn: alone
    ? [LAYER.shown, LAYER.near, LAYER.chosen]
    : near !== undefined || chosen.size > 0
      ? [LAYER.rest, LAYER.near, LAYER.chosen]
      : 'all',
  fades: near !== undefined,
});

/** How a node that is not hidden looks, besides what Sigma knows of it. */
export function toNodeLook(scene: Scene, id: string, data: Attributes): Partial<NodeDisplayData> & NodeLook {
  const { type } = scene.held.nodes.get(id)!;
  const { colour, shape } = NODE_LOOK[type];
  const { theme, selected, chosen, walked } = scene;
  const left = isLeft(scene, id);
  const [fadedColor, fadedInk] = [theme.faded(colour), theme.faded('--pictogram')];
  const ringed = chosen.has(id);
  return {
    ...data,
    id,
    color: left ? fadedColor : theme.colour(colour),
    fadedColor,
    shape,
    ink: left ? fadedInk : theme.colour('--pictogram'),
    fadedInk,
    layer: toLayer(scene, id),
    ring: theme.colour(id === walked ? '--ink' : ringed ? '--accent' : '--paper'),
    ringWidth: id === walked || id === selected.at(-1) ? 4 : ringed ? 3 : 1.5,
  };
}

/** How an edge that is not hidden looks, besides what Sigma knows of it. */
export function toEdgeLook(scene: Scene, id: string, data: Attributes): Partial<EdgeDisplayData> & EdgeLook {
  const { held, theme, hovered, chosen, traced, arranged } = scene;
  const edge = held.edges.get(id)!;
  const { type, source, target, inferred, bundles } = edge;
  const { colour } = EDGE_LOOK[type];
  const argues = isArgumentType(edge.type);
  const width = bundles === undefined ? EDGE_LOOK[type].width : 1 + Math.log2(bundles) / 2;
  // What stays on the map looks as it does there.
  const arrangement = arranged?.ids.has(id) ? arranged.arrangement : undefined;
  const near = scene.near?.has(id) === true;
  const strong = chosen.has(id) || id === hovered || traced?.now.has(id) === true;
  const halves = arrangement && arranged?.progress === 1 ? arranged.halves : undefined;
  // On the whole map disputes stand out; who says what recedes until something is pointed at.
  const whole = !near && !strong && !arrangement;
  const shade = isLeft(scene, id) ? 'faded' : whole && type !== 'disputes' ? 'soft' : 'colour';
  // Among cards supports are thinner than disputes and answers.
  const thin = halves ? type === 'supports' : type !== 'disputes' && bundles === undefined;
  return {
    ...data,
    id,
    sourceBox: halves?.get(source) ?? NO_BOX,
    targetBox: halves?.get(target) ?? NO_BOX,
    color: theme[shade](argues ? colour : whole ? '--line' : strong ? '--accent' : colour),
    fadedColor: theme.faded(colour),
    layer: toLayer(scene, id),
    size: strong ? width + 1.5 : thin && !near ? Math.min(width, 1.3) : width,
    curvature: arrangement?.edges.get(id) ?? held.curvatures.get(id)!,
    dashed: inferred,
    arrow: argues || near,
    zIndex: argues ? 2 : 1,
  };
}
