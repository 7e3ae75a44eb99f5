// The reference for a frame: the same nodes and edges in one call for points and one for lines, and nothing besides.
import type { Given } from './given';

const given = (await (await fetch('./given.json')).json()) as Given;
const canvas = document.getElementById('map') as HTMLCanvasElement;
canvas.width = canvas.clientWidth;
canvas.height = canvas.clientHeight;
const gl = canvas.getContext('webgl2', { antialias: false, depth: false })!;

function toProgram(vertex: string, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return program;
}

const points = toProgram(
  `attribute vec3 a_node; uniform vec4 u_camera; uniform float u_scale;
  void main() { gl_Position = vec4(a_node.xy * u_camera.xy + u_camera.zw, 0.0, 1.0); gl_PointSize = a_node.z * u_scale; }`,
  `precision mediump float;
  void main() { if (length(gl_PointCoord - 0.5) > 0.5) discard; gl_FragColor = vec4(0.0, 0.3, 0.6, 1.0); }`,
);
const lines = toProgram(
  `attribute vec2 a_end; uniform vec4 u_camera;
  void main() { gl_Position = vec4(a_end * u_camera.xy + u_camera.zw, 0.0, 1.0); }`,
  `precision mediump float; void main() { gl_FragColor = vec4(0.8, 0.8, 0.8, 1.0); }`,
);

const places = new Map(given.nodes.map(([id, x, y]) => [id, [x, y] as const]));
const xs = given.nodes.map(([, x]) => x);
const ys = given.nodes.map(([, , y]) => y);
const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
/** The element's pixels to a unit of the graph with all of it in sight. */
const fit = Math.min(canvas.width / (right - left), canvas.height / (top - bottom)) * 0.95;

function toArray(program: WebGLProgram, name: string, size: number, data: number[]): WebGLVertexArrayObject {
  const array = gl.createVertexArray();
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(data), gl.STATIC_DRAW);
  const place = gl.getAttribLocation(program, name);
  gl.enableVertexAttribArray(place);
  gl.vertexAttribPointer(place, size, gl.FLOAT, false, 0, 0);
  return array;
}
const nodes = toArray(
  points,
  'a_node',
  3,
  given.nodes.flatMap(([, x, y, size]) => [x, y, 2 * size]),
);
const edges = toArray(
  lines,
  'a_end',
  2,
  given.edges.flatMap(([source, target]) => [...places.get(source)!, ...places.get(target)!]),
);

/** Draws what a camera sees: its middle as a share of the graph's width and height, and its ratio. */
function look(x: number, y: number, ratio: number): void {
  const scale = fit / ratio;
  const [across, up] = [(2 * scale) / canvas.width, (2 * scale) / canvas.height];
  const camera = [
    across,
    up,
    -(left + (right - left) * x) * across,
    -(bottom + (top - bottom) * y) * up,
  ] as const;
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.useProgram(lines);
  gl.uniform4f(gl.getUniformLocation(lines, 'u_camera'), ...camera);
  gl.bindVertexArray(edges);
  gl.drawArrays(gl.LINES, 0, 2 * given.edges.length);
  gl.useProgram(points);
  gl.uniform4f(gl.getUniformLocation(points, 'u_camera'), ...camera);
  gl.uniform1f(gl.getUniformLocation(points, 'u_scale'), scale);
  gl.bindVertexArray(nodes);
  gl.drawArrays(gl.POINTS, 0, given.nodes.length);
}
gl.viewport(0, 0, canvas.width, canvas.height);
look(0.5, 0.5, 1);
Object.assign(window, { look });
requestAnimationFrame(() => performance.mark('map painted'));
