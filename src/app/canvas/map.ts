// The map: a picture in Sigma, knowing nothing of articles; appearance through reducers, never written into the graph.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Attributes } from 'graphology-types';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Ids } from '../../core/model';
import type { EdgeType, NodeType } from '../../core/vocabulary';
import type { Drawing } from '../../core/drawing';
import type { Picture } from '../../core/picture';
import { WHOLE, type Camera } from '../camera';
import { EDGE_LOOK, isArgumentType, NODE_LOOK } from '../vocabulary';
import { count } from '../numbers';
import type { Rectangle } from '../../core/lanes';
import { NO_BOX, type EdgeLook } from './edges';
import { LAYER, type Layer, type Layers } from './frame';
import { followLasso, isWithin, type Point } from './lasso';
import type { Box } from './grid';
import { LabelPainter, type Dot, type Labelled, type Placed } from './labels';
import { NoEdgeProgram, NoNodeProgram } from './nothing';
import type { NodeLook } from './nodes';
import { toStage } from './stage';
import { readTheme, type Theme } from './theme';

/** What the reducers look at: set before each refresh. */
type Scene = {
  theme: Theme;
  /** The ids of what is shown; everything where it is undefined. */
  visible?: Ids | undefined;
  /** What is selected, the last of it in front. */
  selected: readonly string[];
  /** The nodes that everything shown lies around: nothing fades for them. */
  focus?: readonly string[] | undefined;
  /** What is told of elsewhere on the page: everything else fades for `all` of it; `now` is drawn stronger. */
  traced?: { readonly all: ReadonlySet<string>; readonly now: ReadonlySet<string> } | undefined;
  hovered?: string | undefined;
  /** Where the keyboard walks. */
  walked?: string | undefined;
  /** The neighbourhood everything else fades for; undefined where nothing fades. */
  near?: ReadonlySet<string> | undefined;
  /** Where nodes stand otherwise than on the map. */
  arranged?: Arranged | undefined;
};

/**
 * Nodes as cards: each in its box (pixels from the canvas's top left corner with the camera on WHOLE), and the edges drawn
 * between them, each with its curvature. Nothing else is shown.
 */
export type Arrangement = {
  /** How much of the canvas something lies over, in pixels from its left and top. */
  over: { left: number; top: number };
  boxes: ReadonlyMap<string, Rectangle>;
  edges: ReadonlyMap<string, number>;
};

type Place = { x: number; y: number };
/** An arrangement (none: the map) on its way: the nodes that move, in the graph's coordinates, and how far they are, from 0 to 1. */
type Arranged = {
  arrangement: Arrangement | undefined;
  moves: ReadonlyMap<string, { from: Place; to: Place }>;
  /** Half the width and height of each node's box, in framed coordinates. */
  halves: ReadonlyMap<string, readonly [number, number]>;
  progress: number;
};

/** What the canvas shows, in pixels: edges and nodes from the lowest up, and the labels. */
export type Outline = {
  width: number;
  height: number;
  nodes: readonly {
    id: string;
    type: NodeType;
    x: number;
    y: number;
    radius: number;
    faded: boolean;
    ring: string;
    ringWidth: number;
  }[];
  edges: readonly {
    id: string;
    type: EdgeType;
    source: Dot;
    target: Dot;
    colour: string;
    width: number;
    look: Pick<EdgeLook, 'curvature' | 'dashed' | 'arrow'>;
  }[];
  labels: readonly Placed[];
};

/** Where on the screen the pixels of an arrangement are: x → left + zoom · x. */
export type Screen = { left: number; top: number; zoom: number };

/** A map on the screen, and what may be asked of it. */
export type DrawnMap = {
  /** What it was drawn from. */
  picture: Picture;
  /** Shows only what is visible, and what is selected in front of the rest. */
  show: (what: Pick<Scene, 'visible' | 'selected' | 'focus' | 'traced'>) => void;
  zoomBy: (factor: number) => void;
  panBy: (right: number, down: number) => void;
  /** Brings all that is shown into sight. */
  fit: () => void;
  /** Brings a node or edge into sight, with what it touches where that lies close together. */
  reveal: (id: string) => void;
  /** Where a node lies: x to the right, y upwards, in lengths that do not depend on the camera; undefined where it is not drawn. */
  place: (id: string) => Point | undefined;
  /** Draws another picture in place of this one: what is in both stays as it looks. */
  redraw: (picture: Picture) => void;
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
  /** All that is on the canvas of the map, in the colours of a theme; enlarged, but for words, where it is less than so many pixels. */
  outline: (theme: Theme, least: number) => Outline;
  /** Moves it into another element. */
  moveTo: (host: HTMLElement) => void;
  end: () => void;
};

const LABEL_RANK = {
  topic: 40,
  organisation: 34,
  person: 35,
  report: 12,
  article: 10,
  recommendation: 1,
  claim: 0,
} as const satisfies Record<NodeType, number>;
const LABEL_FACE = {
  topic: 'title',
  organisation: 'name',
  person: 'name',
  report: 'note',
  article: 'note',
  recommendation: 'note',
  claim: 'note',
} as const satisfies Record<NodeType, Labelled['face']>;
/** A node gets a label from this radius on, in the layout's pixels, which grow as the map is zoomed. */
const LABEL_RADIUS = 7;
/** … and only from this one on, in pixels on screen: a small screen names the largest only. */
const LEAST_RADIUS = 3.5;
/** Fewer nodes and edges than this are little to show. */
const FEW = 150;
/** Of what lies around something that more than this touches only the larger is named. */
const MUCH = 600;
/** Of a map of more nodes and edges than this a smaller part is shown by leaving out the rest as a whole. */
const MANY = 5000;
/** Fewer of what is selected, or told of, are all named. */
const FEW_NAMED = 12;

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The smallest ratio of the camera: on the map, and among cards, which are read long before that. */
const CLOSEST = { map: 0.03, cards: 0.1 };
const HOME = { ...WHOLE, angle: 0 };
/** How long nodes take from the map to a debate, in milliseconds. */
const MOVE = 550;
/** … and how much of that they go from one frame to the next at most. */
const LONGEST_STEP = 80;
/** On a larger map they jump: moving them would take longer than a frame. */
const MOST_MOVING = 3000;
const ease = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2);

/** How much each edge bows, so that those between the same two nodes lie apart. */
function toCurvatures({ edges }: Drawing): Map<string, number> {
  const bundles = Map.groupBy(edges, ({ source, target }) =>
    source < target ? `${source} ${target}` : `${target} ${source}`,
  );
  const curvatures = new Map<string, number>();
  for (const bundle of bundles.values())
    for (const [index, { id, source, target, type }] of bundle.entries()) {
      const side = source < target ? 1 : -1;
      const bow =
        bundle.length === 1 ? (isArgumentType(type) ? 0.12 : 0) : (index - (bundle.length - 1) / 2) * 0.22;
      curvatures.set(id, bow * side);
    }
  return curvatures;
}

/** The picture as a graphology graph: same ids; of attributes only where each node stands and how large it is. */
function toGraph({ drawing, positions }: Picture): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [index, { id, size }] of drawing.nodes.entries())
    graph.addNode(id, { x: positions[2 * index], y: positions[2 * index + 1], size });
  for (const { id, source, target } of drawing.edges) graph.addDirectedEdgeWithKey(id, source, target);
  return graph;
}

/** A picture with what is looked up in it. */
function hold(picture: Picture) {
  const { drawing } = picture;
  const graph = toGraph(picture);
  return {
    drawing,
    graph,
    nodes: new Map(drawing.nodes.map((node) => [node.id, node])),
    edges: new Map(drawing.edges.map((edge) => [edge.id, edge])),
    curvatures: toCurvatures(drawing),
    onMap: new Map(
      graph.mapNodes((id, { x, y }): [string, Place] => [id, { x: x as number, y: y as number }]),
    ),
    total: drawing.nodes.length + drawing.edges.length,
  };
}

/** Where the map's tools and messages lie over it: every element of its section marked with `data-over-map`. */
function toReserved(container: HTMLElement): Box[] {
  const { left, top } = container.getBoundingClientRect();
  return [...(container.closest('section')?.querySelectorAll('[data-over-map]') ?? [])].map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
  });
}

/**
 * Draws a picture into an element.
 * @throws where the browser gives it no WebGL.
 */
export function drawMap(picture: Picture, host: HTMLElement): DrawnMap {
  let { drawing, nodes, edges, graph, curvatures, onMap, total } = hold(picture);
  const surface = host.ownerDocument.createElement('div');
  surface.style.cssText = 'position: absolute; inset: 0';
  host.append(surface);
  const scene: Scene = { theme: readTheme(surface), selected: [] };
  let chosen: ReadonlySet<string> = new Set();
  const isShown = (id: string) =>
    scene.visible === undefined || scene.visible.has(id) || edges.get(id)?.bundles !== undefined;

  let touching: Map<string, Drawing['edges']> | undefined;
  /** The edges at a node; worked out when first asked for. */
  const toTouching = (id: string) => {
    if (!touching) {
      touching = new Map([...nodes.keys()].map((node) => [node, []]));
      for (const edge of edges.values()) {
        touching.get(edge.source)!.push(edge);
        touching.get(edge.target)!.push(edge);
      }
    }
    return touching.get(id) ?? [];
  };
  /** Nodes and edges, all that they touch, and the argument between those. */
  const toNear = (ids: Iterable<string>): Set<string> => {
    const near = new Set(ids);
    const centres = [...near].filter((id) => nodes.has(id));
    for (const id of near) {
      const edge = edges.get(id);
      if (edge) near.add(edge.source).add(edge.target);
    }
    for (const id of centres)
      for (const edge of toTouching(id)) near.add(edge.id).add(edge.source).add(edge.target);
    if (centres.length > 0)
      for (const id of near)
        for (const edge of toTouching(id))
          if (isArgumentType(edge.type) && near.has(edge.source) && near.has(edge.target)) near.add(edge.id);
    return near;
  };
  const setNear = () => {
    const pointed = scene.hovered ?? scene.walked;
    const centres = (pointed === undefined ? scene.selected : [pointed]).filter(
      (id) => (nodes.has(id) || edges.has(id)) && isShown(id),
    );
    const { focus, traced } = scene;
    // Nothing fades for what everything shown lies around.
    const focused = pointed === undefined && centres.every((id) => focus?.includes(id) === true);
    if (pointed === undefined && traced) scene.near = traced.all;
    else scene.near = focused || centres.length === 0 ? undefined : toNear(centres);
  };
  /** What is named whatever stands in its way. */
  const isNamed = (id: string) =>
    id === scene.hovered ||
    id === scene.walked ||
    id === scene.selected.at(-1) ||
    (chosen.size <= FEW_NAMED && chosen.has(id)) ||
    (scene.traced !== undefined && scene.traced.now.size <= 2 * FEW_NAMED && scene.traced.now.has(id));

  /** Whether a node or edge is left out of the arrangement: faded on the way there, and gone when it is reached. */
  const isApart = (id: string) =>
    scene.arranged !== undefined &&
    !scene.arranged.moves.has(id) &&
    !scene.arranged.arrangement?.edges.has(id);
  const isGone = (id: string) =>
    isApart(id) && scene.arranged?.arrangement !== undefined && scene.arranged.progress === 1;

  /** Whether what is visible is shown by leaving out the rest as a whole, … */
  let alone = false;
  /** … which is then drawn as it was when last these were visible. */
  let atRest: Ids | undefined;
  const isHidden = (id: string) => !isShown(id) && !(alone && (atRest === undefined || atRest.has(id)));
  const toLayer = (id: string): Layer => {
    const { near, hovered, walked } = scene;
    if (near === undefined ? chosen.has(id) : near.has(id))
      return chosen.has(id) || id === hovered || id === walked ? LAYER.chosen : LAYER.near;
    return alone && isShown(id) ? LAYER.shown : LAYER.rest;
  };
  const toLayers = (): Layers => ({
    drawn: alone
      ? [LAYER.shown, LAYER.near, LAYER.chosen]
      : scene.near !== undefined || chosen.size > 0
        ? [LAYER.rest, LAYER.near, LAYER.chosen]
        : 'all',
    fades: scene.near !== undefined,
  });

  const reduceNode = (id: string, data: Attributes): Partial<NodeDisplayData> & NodeLook => {
    const { type } = nodes.get(id)!;
    const { colour, shape } = NODE_LOOK[type];
    const { theme, selected, walked } = scene;
    const apart = isApart(id);
    const [fadedColor, fadedInk] = [theme.faded(colour), theme.faded('--pictogram')];
    const ringed = chosen.has(id);
    return {
      ...data,
      id,
      hidden: isHidden(id) || isGone(id),
      color: apart ? fadedColor : theme.colour(colour),
      fadedColor,
      shape,
      ink: apart ? fadedInk : theme.colour('--pictogram'),
      fadedInk,
      layer: toLayer(id),
      ring: theme.colour(id === walked ? '--ink' : ringed ? '--accent' : '--paper'),
      ringWidth: id === walked || id === selected.at(-1) ? 4 : ringed ? 3 : 1.5,
    };
  };
  const reduceEdge = (id: string, data: Attributes): Partial<EdgeDisplayData> & EdgeLook => {
    const { type, inferred, bundles } = edges.get(id)!;
    const { colour } = EDGE_LOOK[type];
    const width = bundles === undefined ? EDGE_LOOK[type].width : 1 + Math.log2(bundles) / 2;
    const { theme, hovered, traced } = scene;
    const apart = isApart(id);
    const near = scene.near?.has(id) === true;
    const strong = chosen.has(id) || id === hovered || traced?.now.has(id) === true;
    const halves =
      scene.arranged?.arrangement && scene.arranged.progress === 1 ? scene.arranged.halves : undefined;
    const { source, target } = edges.get(id)!;
    // On the whole map disputes stand out; who says what recedes until something is pointed at.
    const whole = !near && !strong && scene.arranged?.arrangement === undefined;
    // Among cards supports recede behind disputes and answers.
    const recedes = whole ? type !== 'disputes' : halves !== undefined && !near && type === 'supports';
    const shade = apart ? 'faded' : recedes ? 'soft' : 'colour';
    return {
      ...data,
      id,
      hidden: isHidden(id) || isGone(id) || (apart && scene.arranged?.arrangement !== undefined),
      sourceBox: halves?.get(source) ?? NO_BOX,
      targetBox: halves?.get(target) ?? NO_BOX,
      color: theme[shade](isArgumentType(type) ? colour : whole ? '--line' : strong ? '--accent' : colour),
      fadedColor: theme.faded(colour),
      layer: toLayer(id),
      size: strong
        ? width + 1.5
        : !near && type !== 'disputes' && bundles === undefined && !(halves && !recedes)
          ? Math.min(width, 1.3)
          : width,
      curvature: scene.arranged?.arrangement?.edges.get(id) ?? curvatures.get(id)!,
      dashed: inferred,
      arrow: isArgumentType(type) || near,
      zIndex: isArgumentType(type) ? 2 : 1,
    };
  };

  const stage = toStage(toLayers);
  const sigma = new Sigma(graph, surface, {
    // Under the names of Sigma's own programs, so that those are not compiled beside ours.
    defaultNodeType: 'circle',
    nodeProgramClasses: { circle: stage.NodeStage },
    nodeHoverProgramClasses: { circle: NoNodeProgram },
    defaultEdgeType: 'arrow',
    edgeProgramClasses: { arrow: stage.EdgeStage, line: NoEdgeProgram },
    nodeReducer: reduceNode,
    edgeReducer: reduceEdge,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    enableEdgeEvents: true,
    zIndex: true,
    // Sizes belong to the picture, not the screen: what does not overlap on a large screen does not on a small one.
    itemSizesReference: 'positions',
    stagePadding: 28,
    minCameraRatio: CLOSEST.map,
    maxCameraRatio: 2.5,
    doubleClickZoomingDuration: still() ? 0 : 200,
    zoomDuration: still() ? 0 : 200,
    inertiaDuration: still() ? 0 : 200,
  });
  stage.fitOut(sigma);
  if (import.meta.env.MODE === 'test') Object.assign(window, { sigma });
  // Places are told in the map's own extent, wherever nodes move.
  sigma.setCustomBBox(sigma.getBBox());
  const camera = sigma.getCamera();
  /** Where the camera is, or is on its way to. */
  let goal = camera.getState();
  const animate = (to: Partial<Camera>) => {
    goal = { ...camera.getState(), ...to };
    // Sigma divides by the duration: without motion there is no animation, but a jump.
    if (still()) camera.setState(to);
    else void camera.animate(to, { duration: 300 });
  };

  const overlay = sigma.createCanvas('words', { style: { pointerEvents: 'none' } });
  const context = overlay.getContext('2d')!;
  const painter = new LabelPainter(context);

  const toMiddle = (id: string) => {
    const data = sigma.getNodeDisplayData(id)!;
    return { ...sigma.framedGraphToViewport(data), size: data.size, radius: sigma.scaleSize(data.size) };
  };
  /** The names of the lines near what is pointed at or selected, each with how much it bows. */
  const toRelations = (bows: ReadonlyMap<string, number>): Labelled[] => {
    const { near, selected } = scene;
    return [...(near ?? [])].flatMap((id) => {
      const edge = edges.get(id);
      const bow = bows.get(id);
      if (!edge || bow === undefined || !isShown(id)) return [];
      if (!isArgumentType(edge.type) && !isNamed(id)) return [];
      const [from, to] = [toMiddle(edge.source), toMiddle(edge.target)];
      return [
        {
          text: edge.bundles === undefined ? EDGE_LOOK[edge.type].out : count(edge.bundles, 'statement'),
          x: (from.x + to.x) / 2 + (to.y - from.y) * bow,
          y: (from.y + to.y) / 2 - (to.x - from.x) * bow,
          radius: 0,
          rank: isNamed(id) || [edge.source, edge.target].includes(selected.at(-1) ?? '') ? 60 : -1,
          face: 'relation' as const,
          colour: isArgumentType(edge.type) ? EDGE_LOOK[edge.type].colour : '--ink',
        },
      ];
    });
  };
  const toLabels = (): { items: Labelled[]; dots: number[] } => {
    const items: Labelled[] = [];
    const dots: number[] = [];
    const { near } = scene;
    // Where little is shown everything is named, as far as there is room.
    const few = (scene.visible !== undefined && scene.visible.size < FEW) || total < FEW;
    const least = LABEL_RADIUS * Math.sqrt(camera.ratio);
    stage.forEachInSight((id, x, y, size, radius) => {
      if (near !== undefined && !near.has(id)) return;
      dots.push(x, y, radius);
      const always = isNamed(id);
      if (
        (near === undefined || near.size > MUCH) &&
        !always &&
        !few &&
        (size < least || radius < LEAST_RADIUS)
      )
        return;
      if (!isShown(id)) return;
      const { type, label } = nodes.get(id)!;
      items.push({
        text: label,
        x,
        y,
        radius,
        rank: LABEL_RANK[type] + 1.5 * size + (near && near.size < 60 ? 10 : 0),
        face: LABEL_FACE[type],
        colour: type === 'topic' ? '--topic' : '--ink',
        always,
      });
    });
    if (near !== undefined) items.push(...toRelations(curvatures));
    return { items, dots };
  };
  const watching = new Set<(screen: Screen) => void>();
  const toScreen = (cameraState = camera.getState()): Screen => {
    const corner = sigma.viewportToGraph({ x: 0, y: 0 }, { cameraState: HOME });
    const origin = sigma.graphToViewport(corner, { cameraState });
    return { left: origin.x, top: origin.y, zoom: 1 / cameraState.ratio };
  };
  /** Where the cards lie on the screen. */
  const toCards = ({ boxes }: Arrangement): Box[] => {
    const screen = toScreen();
    return [...new Set(boxes.values())].map((box) => {
      const left = screen.left + box.left * screen.zoom;
      const top = screen.top + box.top * screen.zoom;
      return { left, top, right: left + box.width * screen.zoom, bottom: top + box.height * screen.zoom };
    });
  };
  const paint = () => {
    const { width, height } = sigma.getDimensions();
    const dense = window.devicePixelRatio || 1;
    if (overlay.width !== width * dense || overlay.height !== height * dense) {
      overlay.width = width * dense;
      overlay.height = height * dense;
      overlay.style.width = `${width}px`;
      overlay.style.height = `${height}px`;
    }
    context.setTransform(dense, 0, 0, dense, 0, 0);
    context.clearRect(0, 0, width, height);
    if (watching.size > 0) {
      const screen = toScreen();
      for (const tell of watching) tell(screen);
    }
    // Cards carry their own words; only what joins them is named.
    const { arrangement } = scene.arranged ?? {};
    const { items, dots } = arrangement ? { items: toRelations(arrangement.edges), dots: [] } : toLabels();
    const reserved = [...toReserved(surface), ...(arrangement ? toCards(arrangement) : [])];
    painter.paint(items, dots, reserved, scene.theme, { width, height });
  };
  sigma.on('afterRender', paint);

  let drawnScene: Scene = { ...scene };
  /** What is drawn unlike its neighbours. */
  const toSpecial = ({ hovered, walked, selected, traced }: Scene) =>
    [hovered, walked, ...selected, ...(traced?.now ?? [])].filter((id) => id !== undefined);
  /** What is shown, or no more, though the rest is not drawn otherwise. */
  const toChanged = (before: Scene): string[] => {
    if (before.visible === scene.visible) return [];
    const [was, is] = [alone, scene.visible !== undefined && total >= MANY && 2 * scene.visible.size < total];
    alone = is;
    const changed = was ? [...before.visible!] : [];
    if (is) return [...changed, ...scene.visible!];
    const rested = atRest;
    atRest = scene.visible;
    for (const { id } of [...drawing.nodes, ...drawing.edges])
      if (isShown(id) !== (rested === undefined || rested.has(id))) changed.push(id);
    return changed;
  };
  /** Draws the scene anew; only what looks otherwise than before is worked out. */
  const refresh = () => {
    const before = drawnScene;
    drawnScene = { ...scene };
    if (before.theme !== scene.theme || before.arranged !== scene.arranged || scene.arranged) {
      alone = false;
      atRest = scene.visible;
      sigma.refresh({ skipIndexation: true });
      return;
    }
    const changed = new Set([
      ...toChanged(before),
      ...(before.near ?? []),
      ...(scene.near ?? []),
      ...toSpecial(before),
      ...toSpecial(scene),
    ]);
    const ids = [...changed];
    sigma.refresh({
      partialGraph: { nodes: ids.filter((id) => nodes.has(id)), edges: ids.filter((id) => edges.has(id)) },
      skipIndexation: true,
    });
  };
  const hover = (id: string | undefined) => {
    if (scene.hovered === id) return;
    scene.hovered = id;
    surface.style.cursor = id === undefined ? '' : 'pointer';
    setNear();
    refresh();
  };
  sigma.on('enterNode', ({ node }) => hover(node));
  sigma.on('leaveNode', () => hover(undefined));
  sigma.on('enterEdge', ({ edge }) => hover(edge));
  sigma.on('leaveEdge', () => hover(undefined));
  let several = false;
  // Where a finger lifts off that drew a lasso Sigma may see a tap: what comes before the next press is none.
  let hasDrawn = false;
  surface.addEventListener('pointerdown', () => (hasDrawn = false), true);
  const click = (id: string | undefined, { original }: { original: MouseEvent | TouchEvent }) => {
    if (hasDrawn) return;
    const adds = several || original.shiftKey || original.ctrlKey || original.metaKey;
    if (!adds) drawn.onSelect(id);
    else if (id !== undefined) drawn.onToggle(id);
  };
  sigma.on('clickNode', ({ node, event }) => click(node, event));
  sigma.on('clickEdge', ({ edge, event }) => click(edge, event));
  sigma.on('clickStage', ({ event }) => click(undefined, event));
  sigma.on('doubleClickNode', ({ node, event }) => {
    event.preventSigmaDefault();
    drawn.onExpand(node);
  });
  const unfollow = followLasso(surface, {
    isWanted: (event) => several || event.shiftKey,
    onHold: (held) => (held ? camera.disable() : camera.enable()),
    onEnd: (line) => {
      hasDrawn = true;
      const inside = [...nodes.keys()].filter(
        (id) => isShown(id) && isWithin(sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!), line),
      );
      drawn.onLasso(inside);
    },
  });

  /** Moves the camera to where all of these nodes fill the map, as far as it makes sense to go in. */
  const frame = (ids: readonly string[], closest: number, farthest = Infinity) => {
    // Where they are on the map, even if they are still on their way back to it.
    const seen = ids.map((id) => sigma.viewportToFramedGraph(sigma.graphToViewport(onMap.get(id)!)));
    const [left, right] = [Math.min(...seen.map(({ x }) => x)), Math.max(...seen.map(({ x }) => x))];
    const [bottom, top] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))];
    const ratio = Math.max(right - left, top - bottom) * 1.3;
    animate({
      x: (left + right) / 2,
      y: (bottom + top) / 2,
      ratio: Math.min(Math.max(ratio, closest), farthest),
    });
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  camera.on('updated', ({ x, y, ratio }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => drawn.onLook({ x, y, ratio }), 200);
  });
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    scene.theme = readTheme(surface);
    refresh();
  };
  const themed = new MutationObserver(repaint);
  themed.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-contrast'],
  });
  scheme.addEventListener('change', repaint);
  // Sigma looks at the window only, but the map also gives way to what is opened beside it.
  const resized = new ResizeObserver(() => {
    const { width, height } = sigma.getDimensions();
    const { clientWidth, clientHeight } = surface;
    if (clientWidth === 0 || clientHeight === 0 || (width === clientWidth && height === clientHeight)) return;
    sigma.resize();
    refresh();
  });
  resized.observe(surface);
  /** Puts the nodes of an arrangement where they are on their way: Sigma takes their places from the graph. */
  const advance = (arranged: Arranged, progress: number) => {
    arranged.progress = progress;
    const t = ease(progress);
    graph.updateEachNodeAttributes(
      (id, data) => {
        const move = arranged.moves.get(id);
        if (!move) return data;
        const { from, to } = move;
        return { ...data, x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
      },
      { attributes: ['x', 'y'] },
    );
  };
  /** Moves the nodes until they are there, or another arrangement takes the place of this one. */
  const move = (arranged: Arranged) =>
    new Promise<void>((arrive) => {
      let last = performance.now();
      refresh();
      const step = () => {
        const now = performance.now();
        // Where drawing is slow it takes longer, but is still seen to move.
        const progress = arranged.progress + Math.min(now - last, LONGEST_STEP) / MOVE;
        last = now;
        if (scene.arranged === arranged) advance(arranged, Math.min(1, progress));
        if (scene.arranged !== arranged || arranged.progress === 1) arrive();
        else requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });

  /** Brings a part of the arrangement into sight, clear of what lies over the canvas, at most so much enlarged. */
  const enclose = (box: Rectangle, most: number): void => {
    const { over } = scene.arranged!.arrangement!;
    const { width, height } = sigma.getDimensions();
    const zoom = Math.min((width - over.left - 24) / box.width, (height - over.top - 24) / box.height, most);
    if (zoom === 1) {
      animate(WHOLE);
      return;
    }
    // The middle of the canvas, as far from the box's middle as the middle of what is free is from it.
    const middle = {
      x: box.left + box.width / 2 - over.left / 2 / zoom,
      y: box.top + box.height / 2 - over.top / 2 / zoom,
    };
    animate({
      ...sigma.viewportToFramedGraph(middle, { cameraState: HOME }),
      ratio: camera.getBoundedRatio(1 / zoom),
    });
  };

  const drawn: DrawnMap = {
    picture,
    show: ({ visible, selected, focus, traced }) => {
      const same = (one: Scene['visible']) => one === undefined || total === one.size;
      const asBefore =
        (scene.visible === visible || (same(scene.visible) && same(visible))) &&
        scene.selected.join(' ') === selected.join(' ') &&
        scene.focus === focus &&
        scene.traced === traced;
      Object.assign(scene, { visible, selected, focus, traced });
      chosen = new Set(selected);
      if (asBefore) return;
      setNear();
      refresh();
    },
    zoomBy: (factor) => animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }),
    panBy: (right, down) => {
      const { x, y, ratio } = camera.getState();
      animate({ x: x + right * 0.15 * ratio, y: y - down * 0.15 * ratio });
    },
    fit: () => {
      if (scene.arranged?.arrangement) {
        const boxes = [...scene.arranged.arrangement.boxes.values()];
        const left = Math.min(...boxes.map((box) => box.left));
        const top = Math.min(...boxes.map((box) => box.top));
        const width = Math.max(...boxes.map((box) => box.left + box.width)) - left;
        const height = Math.max(...boxes.map((box) => box.top + box.height)) - top;
        if (boxes.length > 0) enclose({ left, top, width, height }, 1);
        return;
      }
      const ids = [...nodes.keys()].filter(isShown);
      if (ids.length === 0 || (ids.length === nodes.size && drawing === picture.drawing)) animate(WHOLE);
      else frame(ids, 0.15);
    },
    reveal: (id) => {
      const near = [...toNear([id])].filter((other) => nodes.has(other) && isShown(other));
      if (near.length > 0) frame(near, 0.3, 1);
    },
    place: (id) => sigma.getNodeDisplayData(id),
    redraw: (next) => {
      drawn.picture = next;
      ({ drawing, nodes, edges, graph, curvatures, onMap, total } = hold(next));
      touching = undefined;
      scene.hovered = undefined;
      scene.arranged = undefined;
      alone = false;
      atRest = scene.visible;
      setNear();
      drawnScene = { ...scene };
      sigma.setGraph(graph);
    },
    include: (more) => {
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
      scene.walked = id;
      setNear();
      refresh();
      const data = id === undefined ? undefined : sigma.getNodeDisplayData(id);
      if (!data) return;
      const { x, y } = sigma.framedGraphToViewport(data);
      const { width, height } = sigma.getDimensions();
      const [across, down] = [width * 0.15, height * 0.15];
      if (x < across || y < down || x > width - across || y > height - down)
        animate({ x: data.x, y: data.y });
    },
    selectSeveral: (on) => {
      several = on;
      // A finger that draws must not scroll the page.
      surface.style.touchAction = on ? 'none' : '';
    },
    look: (wanted, atOnce = false) => {
      // Where the camera was about to come to rest is told no more.
      clearTimeout(waiting);
      const { x, y, ratio } = camera.getState();
      // A movement that has only begun is still where it set out.
      if (!camera.isAnimated() && wanted.x === x && wanted.y === y && wanted.ratio === ratio) return;
      if (atOnce) camera.setState(wanted);
      else animate(wanted);
    },
    enlarge: (box) => enclose(box, 4),
    bringIn: (id) => {
      const { arrangement } = scene.arranged ?? {};
      // A line is seen where it begins.
      const box = arrangement?.boxes.get(edges.get(id)?.source ?? id);
      if (!arrangement || !box) return;
      const cameraState = camera.isAnimated() ? goal : camera.getState();
      const { left, top, zoom } = toScreen(cameraState);
      const { width, height } = sigma.getDimensions();
      /** How far to move so that what lies from `from` to `to` is between `least` and `most`; its beginning where it is too long. */
      const toShift = (from: number, to: number, least: number, most: number) =>
        from < least || to - from > most - least ? least - from : Math.min(0, most - to);
      const right = toShift(
        left + box.left * zoom,
        left + (box.left + box.width) * zoom,
        arrangement.over.left + 8,
        width - 8,
      );
      const down = toShift(
        top + box.top * zoom,
        top + (box.top + box.height) * zoom,
        arrangement.over.top + 8,
        height - 8,
      );
      if (right === 0 && down === 0) return;
      animate(sigma.viewportToFramedGraph({ x: width / 2 - right, y: height / 2 - down }, { cameraState }));
    },
    pass: (event) => {
      const copy =
        event instanceof WheelEvent
          ? new WheelEvent(event.type, event)
          : event instanceof MouseEvent
            ? new MouseEvent(event.type, event)
            : new TouchEvent(event.type, {
                touches: [...event.touches],
                targetTouches: [...event.targetTouches],
                changedTouches: [...event.changedTouches],
              });
      sigma.getMouseCaptor().container.dispatchEvent(copy);
    },
    arrange: async (arrangement, atOnce = false) => {
      const before = scene.arranged;
      if (!arrangement && !before) return;
      const here = (id: string): Place => {
        const { x, y } = graph.getNodeAttributes(id);
        return { x: x as number, y: y as number };
      };
      const there = (id: string): Place => {
        const box = arrangement?.boxes.get(id);
        if (!box) return onMap.get(id)!;
        const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        return sigma.viewportToGraph(middle, { cameraState: HOME });
      };
      const toFramed = (pixels: number) => {
        const [left, right] = [0, 1].map(
          (x) => sigma.framedGraphToViewport({ x, y: 0 }, { cameraState: HOME }).x,
        );
        return pixels / (right! - left!);
      };
      const ids = new Set([...(arrangement?.boxes.keys() ?? []), ...(before?.moves.keys() ?? [])]);
      const arranged: Arranged = {
        arrangement,
        moves: new Map([...ids].map((id) => [id, { from: here(id), to: there(id) }])),
        halves: new Map(
          [...(arrangement?.boxes ?? [])].map(([id, { width, height }]) => [
            id,
            [toFramed(width / 2), toFramed(height / 2)],
          ]),
        ),
        progress: 0,
      };
      scene.arranged = arranged;
      sigma.setSetting('minCameraRatio', arrangement ? CLOSEST.cards : CLOSEST.map);
      if (atOnce || still() || nodes.size > MOST_MOVING) advance(arranged, 1);
      else await move(arranged);
      if (scene.arranged !== arranged) return;
      // What came back to the map is part of it again, what did not stay is gone.
      scene.arranged = arrangement && {
        ...arranged,
        moves: new Map([...arranged.moves].filter(([id]) => arrangement.boxes.has(id))),
      };
      refresh();
    },
    onSelect: () => {},
    onToggle: () => {},
    onLasso: () => {},
    onExpand: () => {},
    onLook: () => {},
    watch: (tell) => {
      watching.add(tell);
      tell(toScreen());
      return () => watching.delete(tell);
    },
    outline: (theme, least) => {
      const { theme: before, near } = scene;
      const { width, height } = sigma.getDimensions();
      const scale = Math.max(1, least / Math.max(width, height));
      const size = { width: width * scale, height: height * scale };
      const enlarge = <T extends Dot>(dot: T): T => ({
        ...dot,
        x: dot.x * scale,
        y: dot.y * scale,
        radius: dot.radius * scale,
      });
      const isFaded = (layer: Layer) => near !== undefined && layer < LAYER.near;
      const byLayer = (a: { layer: Layer }, b: { layer: Layer }) => a.layer - b.layer;
      scene.theme = theme;
      const outline: Outline = {
        ...size,
        nodes: drawing.nodes
          .filter(({ id }) => isShown(id))
          .map(({ id, type }) => ({ ...reduceNode(id, {}), id, type, ...enlarge(toMiddle(id)) }))
          .toSorted(byLayer)
          .map((node) => ({ ...node, faded: isFaded(node.layer) })),
        edges: drawing.edges
          .filter(({ id }) => isShown(id))
          .map((edge) => ({ ...edge, look: reduceEdge(edge.id, {}) }))
          .toSorted((a, b) => byLayer(a.look, b.look) || a.look.zIndex! - b.look.zIndex!)
          .map(({ id, type, source, target, look }) => ({
            id,
            type,
            source: enlarge(toMiddle(source)),
            target: enlarge(toMiddle(target)),
            colour: isFaded(look.layer) ? look.fadedColor : look.color!,
            width: look.size!,
            look,
          })),
        labels: [],
      };
      scene.theme = before;
      const { items, dots } = toLabels();
      const placer = new LabelPainter(context);
      const labels = placer.place(
        items.map(enlarge),
        dots.map((length) => length * scale),
        [],
        theme.sans,
        size,
      );
      return { ...outline, labels };
    },
    moveTo: (other) => {
      other.append(surface);
      // Draws anew only where the size is another.
      sigma.resize().scheduleRender();
    },
    end: () => {
      clearTimeout(waiting);
      unfollow();
      themed.disconnect();
      resized.disconnect();
      scheme.removeEventListener('change', repaint);
      scene.arranged = undefined;
      sigma.kill();
      surface.remove();
    },
  };
  paint();
  requestAnimationFrame(() => performance.mark('map painted'));
  return drawn;
}
