// The map: a picture in Sigma, knowing nothing of articles; appearance through reducers, never written into the graph.
import Sigma from 'sigma';
import type { Drawing } from '../../core/drawing';
import type { Rectangle } from '../../core/lanes';
import type { Picture } from '../../core/picture';
import type { Camera } from '../camera';
import { advance, move, setOut, toArrived, type Arrangement } from './arrangement';
import { still, toCamera, type Screen } from './camera';
import { NoEdgeProgram, NoNodeProgram } from './nothing';
import { hold, type Place } from './held';
import type { Canvas } from './names';
import type { Sketch } from './outline';
import { toOverlay } from './overlay';
import { followPointer, toCopy } from './pointer';
import {
  isHidden,
  isShown,
  rest,
  toChanged,
  toEdgeLook,
  toLayers,
  toNear,
  toNodeLook,
  type Scene,
} from './scene';
import { toStage } from './stage';
import { watchSurroundings } from './surroundings';
import { readTheme } from './theme';

/** What of a picture is visible, and in front of the rest. */
export type Shown = Pick<Scene, 'visible' | 'selected' | 'focus' | 'traced'>;

/** A map on the screen, and what may be asked of it. */
export type DrawnMap = {
  /** What it was drawn from. */
  picture: Picture;
  /** Shows only what is visible, and what is selected in front of the rest. */
  show: (what: Shown) => void;
  zoomBy: (factor: number) => void;
  panBy: (right: number, down: number) => void;
  /** Brings all that is shown into sight. */
  fit: () => void;
  /** Brings a node or edge into sight, with what it touches where that lies close together. */
  reveal: (id: string) => void;
  /** Where a node lies: x to the right, y upwards, in lengths that do not depend on the camera; undefined where it is not drawn. */
  place: (id: string) => Place | undefined;
  /** The node at a point of the screen, in CSS pixels. */
  findNode: (x: number, y: number) => string | undefined;
  /** Draws another picture in place of this one: what is in both stays as it looks, or `what` is shown of it. */
  redraw: (picture: Picture, what?: Shown) => void;
  /** The same where the other is what the map is of from now on: all of it is in sight from WHOLE. */
  replace: (picture: Picture) => void;
  /** Draws these nodes and edges too, wherever: an arrangement will say where. */
  include: (drawing: Drawing) => void;
  /** Rings the node that the keyboard has come to and keeps it in sight; undefined ends the walk. */
  walk: (id: string | undefined) => void;
  /** Whether dragging draws a lasso and clicking adds to what is selected. */
  selectSeveral: (on: boolean) => void;
  /** Goes there by a movement, or `at once`. */
  look: (camera: Camera, atOnce?: boolean) => void;
  /** Is told what is clicked (undefined: nothing), what is to be added to or taken out of what is selected, … */
  onSelect: (id: string | undefined) => void;
  onToggle: (id: string) => void;
  /** … what a lasso was drawn around, what is clicked twice, and where the camera comes to rest. */
  onLasso: (ids: readonly string[]) => void;
  onExpand: (id: string) => void;
  onLook: (camera: Camera) => void;
  /** Moves the nodes into an arrangement, or (undefined) back to the map; `at once` or by a movement; told when it is there. */
  arrange: (arrangement: Arrangement | undefined, atOnce?: boolean) => Promise<void>;
  /** Tells at once, and after each drawing, where an arrangement's pixels are, until what it returns is called. */
  watch: (tell: (screen: Screen) => void) => () => void;
  /** Makes a part of the arrangement as large as there is room. */
  enlarge: (box: Rectangle) => void;
  /** Moves, no farther than it takes, to where a card of the arrangement is in sight. */
  bringIn: (id: string) => void;
  /** Hands on what was done over something that lies over the canvas: a turn of the wheel, the beginning of a drag. */
  pass: (event: WheelEvent | MouseEvent | TouchEvent) => void;
  /** What is on the canvas now, for a figure of it. */
  sketch: () => Sketch;
  /** Moves it into another element. */
  moveTo: (host: HTMLElement) => void;
  end: () => void;
};

/** The smallest ratio of the camera: on the map, and among cards, which are read long before that. */
const CLOSEST = { map: 0.03, cards: 0.1 };
/** The least width and height of a map's extent, in the graph's coordinates: a few nodes do not fill the canvas. */
const LEAST_EXTENT = 240;
type Range = [number, number];
/** On a larger map nodes jump into an arrangement: moving them would take longer than a frame. */
const MOST_MOVING = 3000;

/**
 * Draws a picture into an element.
 * @throws where the browser gives it no WebGL.
 */
export function drawMap(picture: Picture, host: HTMLElement): DrawnMap {
  const surface = host.ownerDocument.createElement('div');
  surface.style.cssText = 'position: absolute; inset: 0';
  host.append(surface);
  const scene: Scene = {
    held: hold(picture),
    theme: readTheme(surface),
    selected: [],
    chosen: new Set(),
    moving: false,
  };
  const stage = toStage(() => toLayers(scene));
  // Sigma divides by it: of 0 comes a camera that is nowhere.
  const moment = still() ? 1 : 200;
  const sigma = new Sigma(scene.held.graph, surface, {
    // Under the names of Sigma's own programs, so that those are not compiled beside ours.
    defaultNodeType: 'circle',
    nodeProgramClasses: { circle: stage.NodeStage },
    nodeHoverProgramClasses: { circle: NoNodeProgram },
    defaultEdgeType: 'arrow',
    edgeProgramClasses: { arrow: stage.EdgeStage, line: NoEdgeProgram },
    nodeReducer: (id, data) =>
      isHidden(scene, id) ? { ...data, hidden: true } : toNodeLook(scene, id, data),
    edgeReducer: (id, data) =>
      isHidden(scene, id) ? { ...data, hidden: true } : toEdgeLook(scene, id, data),
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    enableEdgeEvents: true,
    zIndex: true,
    // Sizes belong to the picture, not the screen: what does not overlap on a large screen does not on a small one.
    itemSizesReference: 'positions',
    stagePadding: 28,
    minCameraRatio: CLOSEST.map,
    maxCameraRatio: 2.5,
    doubleClickZoomingDuration: moment,
    zoomDuration: moment,
    inertiaDuration: moment,
    // Where nothing glides, what was dragged stays under the pointer.
    ...(still() && { inertiaRatio: 0 }),
  });
  stage.fitOut(sigma);
  if (import.meta.env.MODE === 'test') Object.assign(window, { sigma });
  /** Tells places in the map's own extent, wherever nodes move; a few nodes have room around them. */
  const enclose = () => {
    const { x, y } = sigma.getBBox();
    const widen = ([least, most]: Range): Range => {
      const lack = Math.max(0, LEAST_EXTENT - (most - least)) / 2;
      return [least - lack, most + lack];
    };
    const extent = { x: widen(x), y: widen(y) };
    sigma.setCustomBBox(extent);
    // Sigma has placed the nodes by their own extent already.
    if (extent.x[0] < x[0] || extent.y[0] < y[0]) sigma.refresh();
  };
  enclose();
  const camera = toCamera(sigma, (at) => drawn.onLook(at));

  const overlay = toOverlay(sigma);
  const toCanvas = (): Canvas => ({
    toMiddle: (id) => {
      const data = sigma.getNodeDisplayData(id)!;
      return { ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
    },
    forEachInSight: stage.forEachInSight,
    ratio: sigma.getCamera().ratio,
  });
  const watching = new Set<(screen: Screen) => void>();
  /** While there is another frame to come that paints the words, they are not painted. */
  let comesAgain = false;
  const paint = () => {
    if (comesAgain) return;
    const screen = watching.size > 0 || scene.arranged?.arrangement ? camera.toScreen() : undefined;
    if (screen) for (const tell of watching) tell(screen);
    overlay.paint(scene, toCanvas(), screen);
  };
  sigma.on('afterRender', paint);

  let drawnScene: Scene = { ...scene };
  /** Draws the scene anew; where it can be, only what looks otherwise than before is worked out, and drawn in the next frame. */
  const refresh = () => {
    const before = drawnScene;
    if (before.theme !== scene.theme || before.moving || scene.moving) {
      rest(scene);
      drawnScene = { ...scene };
      // At once: until it has drawn, Sigma does not know again what a part of it is.
      sigma.refresh({ skipIndexation: true });
      return;
    }
    const changed = toChanged(scene, before);
    drawnScene = { ...scene };
    const { nodes, edges } = scene.held;
    sigma.refresh({
      partialGraph: {
        nodes: changed.filter((id) => nodes.has(id)),
        edges: changed.filter((id) => edges.has(id)),
      },
      skipIndexation: true,
      schedule: true,
    });
  };
  /** Draws what is pointed at or selected otherwise, with all that fades for it. */
  const change = (to: Partial<Scene>) => {
    Object.assign(scene, to);
    scene.near = toNear(scene);
    refresh();
  };
  const point = (id: string | undefined) => {
    scene.hovered = id;
    surface.style.cursor = id === undefined ? '' : 'pointer';
  };
  const pointer = followPointer(sigma, surface, {
    // Cards have places of their own: a line drawn among them would go around nobody knows what.
    canDraw: () => scene.arranged === undefined,
    hover: (id) => {
      if (scene.hovered === id) return;
      point(id);
      change({});
    },
    select: (id) => drawn.onSelect(id),
    toggle: (id) => drawn.onToggle(id),
    expand: (id) => drawn.onExpand(id),
    lasso: (isInside) =>
      drawn.onLasso(
        [...scene.held.nodes.keys()].filter(
          (id) => isShown(scene, id) && isInside(sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!)),
        ),
      ),
  });
  const unwatch = watchSurroundings(surface, {
    onTheme: () => {
      scene.theme = readTheme(surface);
      refresh();
    },
    // Sigma looks at the window only, but the map also gives way to what is opened beside it.
    onSize: (size) => {
      const { width, height } = sigma.getDimensions();
      if (width === size.width && height === size.height) return;
      sigma.resize();
      refresh();
    },
  });
  /** Goes to where nodes fill the map: where they are on it, even if they are still on their way back. */
  const frame = (ids: readonly string[], closest: number, farthest?: number) =>
    camera.frame(
      ids.map((id) => scene.held.onMap.get(id)!),
      closest,
      farthest,
    );

  const take = (what: Shown) => Object.assign(scene, what, { chosen: new Set(what.selected) });
  /** What is drawn where nothing is unfolded in it. */
  let whole = picture.drawing;
  const drawn: DrawnMap = {
    picture,
    show: (what) => {
      const { visible, selected, focus, traced } = what;
      const { total } = scene.held;
      const same = (one: Scene['visible']) => one === undefined || total === one.size;
      const asBefore =
        (scene.visible === visible || (same(scene.visible) && same(visible))) &&
        scene.selected.join(' ') === selected.join(' ') &&
        scene.focus === focus &&
        scene.traced === traced;
      take(what);
      if (!asBefore) change({});
    },
    zoomBy: camera.zoomBy,
    panBy: camera.panBy,
    fit: () => {
      const { arrangement } = scene.arranged ?? {};
      if (arrangement) {
        const boxes = [...arrangement.boxes.values()];
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const width = Math.max(...boxes.map((box) => box.left + box.width)) - left;
        const height = Math.max(...boxes.map((box) => box.top + box.height)) - top;
        if (boxes.length > 0) camera.enclose(arrangement, { left, top, width, height }, 1);
        return;
      }
      const { nodes, drawing } = scene.held;
      const ids = [...nodes.keys()].filter((id) => isShown(scene, id));
      if (ids.length === 0 || (ids.length === nodes.size && drawing === whole)) camera.home();
      else frame(ids, 0.15);
    },
    reveal: (id) => {
      const { nodes, toNear: toNeighbourhood } = scene.held;
      const near = [...toNeighbourhood([id])].filter((other) => nodes.has(other) && isShown(scene, other));
      if (near.length > 0) frame(near, 0.3, 1);
    },
    place: (id) => sigma.getNodeDisplayData(id),
    findNode: (x, y) => {
      const { left, top } = surface.getBoundingClientRect();
      return stage.findNode(x - left, y - top);
    },
    redraw: (next, what) => {
      drawn.picture = next;
      if (what) take(what);
      Object.assign(scene, { held: hold(next), arranged: undefined, moving: false });
      // What is pointed at Sigma knows on, where it is in the other picture.
      const { held, hovered = '' } = scene;
      if (!held.nodes.has(hovered) && !held.edges.has(hovered)) point(undefined);
      rest(scene);
      scene.near = toNear(scene);
      drawnScene = { ...scene };
      // Sigma draws at once, whatever moves the camera to it yet.
      comesAgain = true;
      sigma.setGraph(scene.held.graph);
      comesAgain = false;
      sigma.scheduleRender();
    },
    replace: (next) => {
      whole = next.drawing;
      drawn.redraw(next);
      const [extent, { x, y }] = [sigma.getCustomBBox()!, sigma.getBBox()];
      const holds = ([least, most]: Range, [from, to]: Range) =>
        least <= from && to <= most && (most - least <= 2 * (to - from) || most - least <= LEAST_EXTENT);
      if (holds(extent.x, x) && holds(extent.y, y)) return;
      enclose();
      sigma.refresh();
    },
    include: (more) => {
      const { drawing, nodes, edges, onMap } = scene.held;
      const missing = {
        nodes: more.nodes.filter(({ id }) => !nodes.has(id)),
        edges: more.edges.filter(({ id }) => !edges.has(id)),
      };
      if (missing.nodes.length + missing.edges.length === 0) return;
      drawn.redraw({
        drawing: {
          nodes: [...drawing.nodes, ...missing.nodes],
          edges: [...drawing.edges, ...missing.edges],
        },
        positions: Float64Array.from([
          ...drawing.nodes.flatMap(({ id }) => [onMap.get(id)!.x, onMap.get(id)!.y]),
          ...missing.nodes.flatMap(() => [0, 0]),
        ]),
      });
    },
    walk: (id) => {
      if (scene.walked === id) return;
      change({ walked: id });
      const place = id === undefined ? undefined : sigma.getNodeDisplayData(id);
      if (place) camera.keepInSight(place);
    },
    selectSeveral: pointer.selectSeveral,
    look: camera.look,
    enlarge: (box) => camera.enclose(scene.arranged!.arrangement!, box, 4),
    bringIn: (id) => {
      const { arrangement } = scene.arranged ?? {};
      // A line is seen where it begins.
      const box = arrangement?.boxes.get(scene.held.edges.get(id)?.source ?? id);
      if (arrangement && box) camera.bringIn(arrangement, box);
    },
    pass: (event) => void sigma.getMouseCaptor().container.dispatchEvent(toCopy(event)),
    arrange: async (arrangement, atOnce = false) => {
      const { held, arranged: before } = scene;
      if (!arrangement && !before) return;
      const arranged = setOut(sigma, held, before, arrangement);
      const isWanted = () => scene.arranged === arranged;
      scene.arranged = arranged;
      scene.moving = !atOnce && !still() && held.nodes.size <= MOST_MOVING;
      camera.limit(arrangement ? CLOSEST.cards : CLOSEST.map);
      if (scene.moving) {
        refresh();
        await move(sigma, held, arranged, isWanted);
        if (!isWanted()) return;
      } else advance(held, arranged, 1);
      scene.moving = false;
      scene.arranged = arrangement && toArrived(arranged, arrangement);
      refresh();
    },
    onSelect: () => {},
    onToggle: () => {},
    onLasso: () => {},
    onExpand: () => {},
    onLook: () => {},
    watch: (tell) => {
      watching.add(tell);
      tell(camera.toScreen());
      return () => watching.delete(tell);
    },
    sketch: () => ({ ...toCanvas(), ...sigma.getDimensions(), scene, painter: overlay.painter }),
    moveTo: (other) => {
      other.append(surface);
      // Draws anew only where the size is another.
      sigma.resize().scheduleRender();
    },
    end: () => {
      camera.end();
      pointer.end();
      unwatch();
      scene.arranged = undefined;
      sigma.kill();
      surface.remove();
    },
  };
  paint();
  requestAnimationFrame(() => performance.mark('map painted'));
  return drawn;
}
