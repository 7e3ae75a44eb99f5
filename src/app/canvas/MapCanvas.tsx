// The map: the whole graph in Sigma; appearance through reducers, never written into the graph.
import { useLayoutEffect, useRef } from 'react';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Attributes } from 'graphology-types';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { NodeType } from '../../core/schema';
import { look, select, useStore, type Opened } from '../store';
import { WHOLE, type Camera } from '../view';
import { EDGE_LOOK, isArgument, NODE_LOOK } from '../vocabulary';
import { RibbonProgram, type EdgeLook } from './edges';
import { LabelPainter, type Box, type Dot, type Labelled } from './labels';
import { NoEdgeProgram, NoNodeProgram } from './nothing';
import { ShapeProgram, type NodeLook } from './nodes';
import { readTheme, type Theme } from './theme';

/** What the reducers look at: set before each refresh. */
type Scene = {
  theme: Theme;
  visible: ReadonlySet<string>;
  selection?: string | undefined;
  hovered?: string | undefined;
  /** The neighbourhood everything else fades for; undefined where nothing fades. */
  near?: ReadonlySet<string> | undefined;
};

/** What the rest of the page may ask of the map. */
export type MapHandle = {
  zoomBy: (factor: number) => void;
  panBy: (right: number, down: number) => void;
  fit: () => void;
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

const still = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A node or edge, all that it touches, and the argument between those. */
function toNear({ corpus, incidence }: Opened, id: string): Set<string> {
  const near = new Set([id]);
  const edge = corpus.edges.get(id);
  if (edge) return near.add(edge.source).add(edge.target);
  for (const { id: other, source, target } of incidence.get(id) ?? [])
    near.add(other).add(source).add(target);
  for (const other of near)
    for (const { id: inner, type, source, target } of incidence.get(other) ?? [])
      if (isArgument(type) && near.has(source) && near.has(target)) near.add(inner);
  return near;
}

/** How much each edge bows, so that those between the same two nodes lie apart. */
function toCurvatures({ corpus }: Opened): Map<string, number> {
  const bundles = new Map<string, string[]>();
  for (const { id, source, target } of corpus.edges.values()) {
    const key = source < target ? `${source} ${target}` : `${target} ${source}`;
    bundles.set(key, [...(bundles.get(key) ?? []), id]);
  }
  const curvatures = new Map<string, number>();
  for (const ids of bundles.values())
    for (const [index, id] of ids.entries()) {
      const { source, target, type } = corpus.edges.get(id)!;
      const side = source < target ? 1 : -1;
      const bow = ids.length === 1 ? (isArgument(type) ? 0.12 : 0) : (index - (ids.length - 1) / 2) * 0.22;
      curvatures.set(id, bow * side);
    }
  return curvatures;
}

/** The corpus as a graphology graph: same ids; of attributes only where each node stands and how large it is. */
function toGraph({ corpus, drawing, positions }: Opened): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [index, { id, size }] of drawing.nodes.entries())
    graph.addNode(id, { x: positions[2 * index], y: positions[2 * index + 1], size });
  for (const { id, source, target } of corpus.edges.values())
    graph.addDirectedEdgeWithKey(id, source, target);
  return graph;
}

/** Where the map's tools and messages lie over it: every element of its section marked with `data-over-map`. */
function toReserved(container: HTMLElement): Box[] {
  const { left, top } = container.getBoundingClientRect();
  return [...(container.closest('section')?.querySelectorAll('[data-over-map]') ?? [])].map((element) => {
    const box = element.getBoundingClientRect();
    return { left: box.left - left, right: box.right - left, top: box.top - top, bottom: box.bottom - top };
  });
}

/** Draws the map into an element and keeps it in step with the store; returns its handle and how to end it. */
function mount(opened: Opened, container: HTMLElement): { handle: MapHandle; end: () => void } {
  const { corpus } = opened;
  const graph = toGraph(opened);
  const curvatures = toCurvatures(opened);
  const state = useStore.getState();
  const scene: Scene = { theme: readTheme(container), visible: state.visible };
  /** Takes from the store what the reducers are to look at. */
  const setScene = () => {
    const { view, visible } = useStore.getState();
    scene.visible = visible;
    scene.selection = view.selection;
    const centre = scene.hovered ?? view.selection;
    // Around a node that the map is focused on, everything counts: nothing fades.
    const focused = centre === view.focus?.id && scene.hovered === undefined;
    scene.near = !focused && centre !== undefined && visible.has(centre) ? toNear(opened, centre) : undefined;
  };
  setScene();

  const reduceNode = (id: string, data: Attributes): Partial<NodeDisplayData> & NodeLook => {
    const { type } = corpus.nodes.get(id)!;
    const { colour, shape } = NODE_LOOK[type];
    const { theme, near, selection } = scene;
    const fades = near !== undefined && !near.has(id);
    const chosen = id === selection;
    return {
      ...data,
      hidden: !scene.visible.has(id),
      color: fades ? theme.faded(colour) : theme.colour(colour),
      shape,
      ink: fades ? theme.faded('--pictogram') : theme.colour('--pictogram'),
      ring: chosen ? theme.colour('--accent') : theme.colour('--paper'),
      ringWidth: chosen ? 4 : 1.5,
      zIndex: fades ? 0 : chosen ? 2 : 1,
    };
  };
  const reduceEdge = (id: string, data: Attributes): Partial<EdgeDisplayData> & EdgeLook => {
    const { type, basis } = corpus.edges.get(id)!;
    const { colour, width } = EDGE_LOOK[type];
    const { theme, near, selection, hovered } = scene;
    const fades = near !== undefined && !near.has(id);
    const chosen = id === selection || id === hovered;
    // On the whole map disputes stand out; who says what recedes until something is pointed at.
    const whole = near === undefined && !chosen;
    const shade = fades ? 'faded' : whole && type !== 'disputes' ? 'soft' : 'colour';
    return {
      ...data,
      hidden: !scene.visible.has(id),
      color: theme[shade](isArgument(type) ? colour : whole ? '--line' : chosen ? '--accent' : colour),
      size: chosen ? width + 1.5 : near === undefined && type !== 'disputes' ? Math.min(width, 1.3) : width,
      curvature: curvatures.get(id)!,
      dashed: basis === 'inferred',
      arrow: isArgument(type) || (near !== undefined && !fades),
      zIndex: fades ? 0 : isArgument(type) ? 2 : 1,
    };
  };

  const sigma = new Sigma(graph, container, {
    // Under the names of Sigma's own programs, so that those are not compiled beside ours.
    defaultNodeType: 'circle',
    nodeProgramClasses: { circle: ShapeProgram },
    nodeHoverProgramClasses: { circle: NoNodeProgram },
    defaultEdgeType: 'arrow',
    edgeProgramClasses: { arrow: RibbonProgram, line: NoEdgeProgram },
    nodeReducer: reduceNode,
    edgeReducer: reduceEdge,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    enableEdgeEvents: true,
    zIndex: true,
    // Sizes belong to the picture, not the screen: what does not overlap on a large screen does not on a small one.
    itemSizesReference: 'positions',
    stagePadding: 28,
    minCameraRatio: 0.03,
    maxCameraRatio: 2.5,
    doubleClickZoomingDuration: still() ? 0 : 200,
    zoomDuration: still() ? 0 : 200,
    inertiaDuration: still() ? 0 : 200,
  });
  if (import.meta.env.MODE === 'test') Object.assign(window, { sigma });
  const camera = sigma.getCamera();
  const animate = (to: Partial<Camera>) => {
    // Sigma divides by the duration: without motion there is no animation, but a jump.
    if (still()) camera.setState(to);
    else void camera.animate(to, { duration: 300 });
  };
  if (state.view.camera !== WHOLE) camera.setState(state.view.camera);

  const overlay = sigma.createCanvas('words', { style: { pointerEvents: 'none' } });
  const context = overlay.getContext('2d')!;
  const painter = new LabelPainter(context);

  const toLabels = (): { items: Labelled[]; dots: Dot[] } => {
    const items: Labelled[] = [];
    const dots: Dot[] = [];
    const { near, selection, hovered } = scene;
    const middle = (id: string) => {
      const data = sigma.getNodeDisplayData(id)!;
      return { ...sigma.framedGraphToViewport(data), size: data.size, radius: sigma.scaleSize(data.size) };
    };
    for (const { id, type, label } of corpus.nodes.values()) {
      if (!scene.visible.has(id) || (near !== undefined && !near.has(id))) continue;
      const { x, y, size, radius } = middle(id);
      dots.push({ x, y, radius });
      const always = id === selection || id === hovered;
      if (
        near === undefined &&
        !always &&
        (size < LABEL_RADIUS * Math.sqrt(camera.ratio) || radius < LEAST_RADIUS)
      )
        continue;
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
    }
    if (near !== undefined)
      for (const id of near) {
        const edge = corpus.edges.get(id);
        if (!edge || !scene.visible.has(id) || (!isArgument(edge.type) && id !== selection && id !== hovered))
          continue;
        const from = middle(edge.source);
        const to = middle(edge.target);
        const bow = curvatures.get(id)!;
        items.push({
          text: EDGE_LOOK[edge.type].out,
          x: (from.x + to.x) / 2 + (to.y - from.y) * bow,
          y: (from.y + to.y) / 2 - (to.x - from.x) * bow,
          radius: 0,
          rank: [edge.source, edge.target, id].includes(selection ?? '') ? 60 : -1,
          face: 'relation',
          colour: isArgument(edge.type) ? EDGE_LOOK[edge.type].colour : '--ink',
        });
      }
    return { items, dots };
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
    const { items, dots } = toLabels();
    painter.paint(items, dots, toReserved(container), scene.theme, { width, height });
  };
  sigma.on('afterRender', paint);

  const refresh = () => sigma.refresh({ skipIndexation: true });
  const show = () => {
    setScene();
    refresh();
  };
  const hover = (id: string | undefined) => {
    if (scene.hovered === id) return;
    scene.hovered = id;
    container.style.cursor = id === undefined ? '' : 'pointer';
    show();
  };
  sigma.on('enterNode', ({ node }) => hover(node));
  sigma.on('leaveNode', () => hover(undefined));
  sigma.on('enterEdge', ({ edge }) => hover(edge));
  sigma.on('leaveEdge', () => hover(undefined));
  // What is pointed at on the map is in sight already: the map stays as it is.
  let pointed: string | undefined;
  const point = (id: string) => {
    pointed = id;
    select(id);
  };
  sigma.on('clickNode', ({ node }) => point(node));
  sigma.on('clickEdge', ({ edge }) => point(edge));
  sigma.on('clickStage', () => {
    if (useStore.getState().view.selection !== undefined) select(undefined);
  });

  /** Moves the camera to where all of these nodes fill the map, as far as it makes sense to go in. */
  const frame = (ids: readonly string[], closest: number, farthest = Infinity) => {
    const seen = ids.map((id) => sigma.getNodeDisplayData(id)!);
    const [left, right] = [Math.min(...seen.map(({ x }) => x)), Math.max(...seen.map(({ x }) => x))];
    const [bottom, top] = [Math.min(...seen.map(({ y }) => y)), Math.max(...seen.map(({ y }) => y))];
    const ratio = Math.max(right - left, top - bottom) * 1.3;
    animate({
      x: (left + right) / 2,
      y: (bottom + top) / 2,
      ratio: Math.min(Math.max(ratio, closest), farthest),
    });
  };
  const fit = () => {
    const ids = [...corpus.nodes.keys()].filter((id) => scene.visible.has(id));
    if (ids.length === 0 || ids.length === corpus.nodes.size) animate(WHOLE);
    else frame(ids, 0.15);
  };
  /** Brings what is selected elsewhere than on the map into sight, with what it touches where that lies close together. */
  const reveal = (id: string) => {
    const near = [...toNear(opened, id)].filter(
      (other) => corpus.nodes.has(other) && scene.visible.has(other),
    );
    if (near.length > 0) frame(near, 0.3, 1);
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  camera.on('updated', ({ x, y, ratio }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => look({ x, y, ratio }), 200);
  });
  const unsubscribe = useStore.subscribe((now, before) => {
    if (now.view === before.view) return;
    const { selection, camera: wanted } = now.view;
    if (selection !== before.view.selection || now.visible !== before.visible) show();
    if (now.cause === 'focus') fit();
    if (now.cause === 'select' && selection !== undefined && selection !== pointed) reveal(selection);
    if (now.cause === 'link') {
      // What the camera was about to be remembered as belongs to the step that was left.
      clearTimeout(waiting);
      animate(wanted);
    }
    pointed = undefined;
  });
  const scheme = window.matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    scene.theme = readTheme(container);
    refresh();
  };
  const themed = new MutationObserver(repaint);
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  scheme.addEventListener('change', repaint);
  paint();
  requestAnimationFrame(() => performance.mark('map painted'));

  return {
    handle: {
      zoomBy: (factor) => animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }),
      panBy: (right, down) => {
        const { x, y, ratio } = camera.getState();
        animate({ x: x + right * 0.15 * ratio, y: y - down * 0.15 * ratio });
      },
      fit,
    },
    end: () => {
      clearTimeout(waiting);
      unsubscribe();
      themed.disconnect();
      scheme.removeEventListener('change', repaint);
      sigma.kill();
    },
  };
}

/** The map's drawing surface. `onReady` gets its handle, and undefined when it goes; `onBroken` is told that it cannot draw. */
export function MapCanvas({
  opened,
  onReady,
  onBroken,
}: {
  opened: Opened;
  onReady: (handle: MapHandle | undefined) => void;
  onBroken: () => void;
}) {
  const container = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let mounted: ReturnType<typeof mount>;
    try {
      mounted = mount(opened, container.current!);
    } catch {
      // Sigma throws where the browser gives it no WebGL.
      onBroken();
      return undefined;
    }
    onReady(mounted.handle);
    return () => {
      onReady(undefined);
      mounted.end();
    };
  }, [opened, onReady, onBroken]);
  return <div ref={container} style={{ position: 'absolute', inset: 0 }} />;
}
