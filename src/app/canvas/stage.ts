// Draws a map's nodes and edges on one canvas as Sigma hands them over, and finds what lies under the pointer.
import type Sigma from 'sigma';
import { AbstractEdgeProgram, AbstractNodeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import {
  EDGE_TEXELS,
  RIBBON_CORNERS,
  RIBBON_FRAGMENT,
  RIBBON_VERTEX,
  writeEdge,
  type EdgeLook,
} from './edges';
import { setUniforms, UNIFORMS, type Frame, type Layers } from './frame';
import { NODE_TEXELS, SHAPE_CORNERS, SHAPE_FRAGMENT, SHAPE_VERTEX, writeNode, type NodeLook } from './nodes';
import { toLines, toPoints } from './plain';
import { reallocate, toProgram, toRecords, toTexture, type Records } from './records';
import { pickEdge, pickNode, toPixels, toEnding, toSeenEdges, toSeenNodes, type Sight } from './sight';

/** Without a graphics card, where more nodes or edges than this are in sight, edges that only pass are drawn as lines, … */
const MOST_SHAPES = 2000;
/** … and nodes whose radius is less than this, in pixels, as points. */
const LEAST_SHAPE = 3;
/** Without a graphics card, a map of more nodes and edges than this is drawn in CSS pixels, not the device's. */
const LARGE = 5000;

/** How far beside the canvas a node may be whose name, or whose body, may lie on it, in pixels. */
const BESIDE = 100;

/** Whether the browser has no graphics card to draw with. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const names = gl.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|basic render|software/i.test(renderer);
}

/** Draws records as strips, each of so many corners. */
function toStrips(gl: WebGL2RenderingContext, vertex: string, fragment: string, corners: number) {
  const { program, uniforms } = toProgram(gl, vertex, fragment, UNIFORMS);
  const texture = toTexture(gl);
  let filled: { items: Uint32Array; version: number } | undefined;
  return (records: Records, items: Uint32Array, frame: Frame) => {
    if (items.length === 0) return;
    if (filled?.items !== items || filled.version !== records.version) {
      texture.fill(records, items);
      filled = { items, version: records.version };
    }
    texture.bind();
    gl.useProgram(program);
    setUniforms(gl, uniforms, frame);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, items.length * corners);
  };
}

/** Parts nodes into those too small for more than a point and the others; the same objects where nothing is another. */
function toSizer(nodes: Records) {
  type Sized = { points: Uint32Array; shapes: Uint32Array; version: number; ratio: number };
  const known = new WeakMap<Uint32Array, Sized>();
  return (items: Uint32Array, ratio: number): Sized => {
    const { version } = nodes;
    const before = known.get(items);
    if (before?.version === version && before.ratio === ratio) return before;
    const isPoint = (item: number) => nodes.floats[item * NODE_TEXELS * 4 + 2]! / ratio < LEAST_SHAPE;
    const points = items.filter(isPoint);
    const sized = { points, shapes: items.filter((item) => !isPoint(item)), version, ratio };
    known.set(items, sized);
    return sized;
  };
}

/**
 * A stage for a Sigma of its own: the programs it is to be made with, whose items carry a NodeLook or an EdgeLook, and what
 * fits it out after that. What is in sight is drawn in one call for edges and one for nodes; without a graphics card, and
 * where it is much, more plainly.
 */
export function toStage(toLayers: () => Layers) {
  const nodes = toRecords(NODE_TEXELS);
  const edges = toRecords(EDGE_TEXELS);
  let frame: Frame | undefined;
  let seen: { nodes: Sight; edges: Sight } | undefined;
  let render: ((parameters: RenderParams) => void) | undefined;
  let software = false;

  const toRender = (gl: WebGL2RenderingContext) => {
    const [seeNodes, seeEdges] = [toSeenNodes(), toSeenEdges()];
    const drawRibbons = toStrips(gl, RIBBON_VERTEX, RIBBON_FRAGMENT, RIBBON_CORNERS);
    const drawShapes = toStrips(gl, SHAPE_VERTEX, SHAPE_FRAGMENT, SHAPE_CORNERS);
    const lines = software ? toLines(gl) : undefined;
    const points = software ? toPoints(gl) : undefined;
    const toSized = toSizer(nodes);
    return ({ matrix, width, height, sizeRatio }: RenderParams) => {
      const layers = toLayers();
      const pixelRatio = gl.drawingBufferWidth / width;
      frame = { matrix, width, height, sizeRatio, pixelRatio, fades: layers.fades };
      seen = { nodes: seeNodes(nodes, layers, frame), edges: seeEdges(edges, layers, frame) };
      gl.bindFramebuffer(gl.FRAMEBUFFER, null);
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
      gl.enable(gl.BLEND);
      const much = Math.max(seen.nodes.items.length, seen.edges.items.length) > MOST_SHAPES;
      if (!lines || !points || !much) {
        drawRibbons(edges, seen.edges.items, frame);
        drawShapes(nodes, seen.nodes.items, frame);
        return;
      }
      /** Edges, and the nodes over them, plainly unless they are `few`. */
      const draw = (edgeItems: Uint32Array, nodeItems: Uint32Array, few: boolean) => {
        if (few) {
          drawRibbons(edges, edgeItems, frame!);
          drawShapes(nodes, nodeItems, frame!);
          return;
        }
        const ending = toEnding(edges, edgeItems, frame!, MOST_SHAPES);
        gl.disable(gl.BLEND);
        lines.draw(edges, ending ? edgeItems.filter((item) => !ending.has(item)) : edgeItems, frame!);
        gl.enable(gl.BLEND);
        if (ending) drawRibbons(edges, Uint32Array.from(ending), frame!);
        const sized = toSized(nodeItems, sizeRatio);
        points.draw(nodes, sized.points, frame!);
        drawShapes(nodes, sized.shapes, frame!);
      };
      const { items, far, near } = seen.edges;
      if (near.length === 0 && seen.nodes.near.length === 0) draw(items, seen.nodes.items, false);
      else {
        // What is near lies over all the rest, whose points would break its lines up.
        draw(far, seen.nodes.far, false);
        draw(near, seen.nodes.near, near.length <= MOST_SHAPES);
      }
    };
  };

  class NodeStage extends AbstractNodeProgram {
    drawLabel = undefined;
    drawHover = undefined;
    constructor(gl: WebGLRenderingContext, picking: WebGLRenderingContext, sigma: Sigma) {
      super(gl, picking, sigma);
      if (!(gl instanceof WebGL2RenderingContext)) throw new Error('this browser has no WebGL 2');
      software = isSoftware(gl);
      render = toRender(gl);
    }
    reallocate(count: number) {
      seen = undefined;
      reallocate(nodes, count);
    }
    process(_index: number, offset: number, data: NodeDisplayData) {
      const look = data as NodeDisplayData & NodeLook;
      nodes.version++;
      nodes.ids[offset] = look.hidden ? undefined : look.id;
      if (!look.hidden) writeNode(nodes, offset * NODE_TEXELS * 4, look);
    }
    // With the edges, on which nodes lie.
    render() {}
    kill() {}
  }

  class EdgeStage extends AbstractEdgeProgram {
    drawLabel = undefined;
    reallocate(count: number) {
      seen = undefined;
      reallocate(edges, count);
    }
    process(
      _index: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const look = data as EdgeDisplayData & EdgeLook;
      const hidden = look.hidden || source.hidden || target.hidden;
      edges.version++;
      edges.ids[offset] = hidden ? undefined : look.id;
      if (!hidden) writeEdge(edges, offset * EDGE_TEXELS * 4, source, target, look);
    }
    render(parameters: RenderParams) {
      render!(parameters);
    }
    kill() {}
  }

  const findNode = (x: number, y: number): string | undefined =>
    frame && seen ? pickNode(nodes, seen.nodes, frame, x, y) : undefined;
  /** Leaves of Sigma's canvases only what is drawn on, and finds what is under the pointer in place of its second drawing. */
  const fitOut = (sigma: Sigma) => {
    Object.assign(sigma, {
      getNodeAtPosition: ({ x, y }: { x: number; y: number }) => findNode(x, y) ?? null,
      getEdgeAtPoint: (x: number, y: number) =>
        frame && seen ? (pickEdge(edges, seen.edges, frame, x, y) ?? null) : null,
      resetWebGLTexture: () => sigma,
    });
    const canvases = sigma.getCanvases();
    const unused = ['edges', 'edgeLabels', 'labels', 'hovers', 'hoverNodes'].map((name) => canvases[name]!);
    for (const canvas of unused) canvas.style.display = 'none';
    const drawn = canvases.nodes!;
    const size = drawn.width;
    const resize = () => {
      for (const canvas of unused) if (canvas.width !== 1) [canvas.width, canvas.height] = [1, 1];
      const { width, height } = sigma.getDimensions();
      const dense = software && nodes.count + edges.count >= LARGE ? 1 : window.devicePixelRatio || 1;
      const [wide, high] = [Math.floor(width * dense), Math.floor(height * dense)];
      if (drawn.width !== wide || drawn.height !== high) [drawn.width, drawn.height] = [wide, high];
    };
    sigma.on('resize', resize);
    // As much as there is to draw may be another.
    sigma.on('afterProcess', resize);
    resize();
    // What was drawn already went with the canvas's size.
    if (drawn.width !== size) sigma.scheduleRender();
  };
  /** Tells every node on the canvas, or right beside it, as it was last drawn: where it is, its size, its radius in pixels. */
  const forEachInSight = (
    tell: (id: string, x: number, y: number, size: number, radius: number) => void,
  ): void => {
    if (!frame || !seen) return;
    const { width, height, sizeRatio } = frame;
    for (const item of seen.nodes.items) {
      const at = item * NODE_TEXELS * 4;
      const [x, y] = toPixels(frame, nodes.floats[at]!, nodes.floats[at + 1]!);
      const size = nodes.floats[at + 2]!;
      const radius = size / sizeRatio;
      const reach = BESIDE + radius;
      if (x > -reach && y > -reach && x < width + reach && y < height + reach)
        tell(nodes.ids[item]!, x, y, size, radius);
    }
  };
  return { NodeStage, EdgeStage, findNode, fitOut, forEachInSight };
}
