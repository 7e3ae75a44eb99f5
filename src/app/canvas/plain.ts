// What is too much to be drawn well, or too small: edges as lines and nodes as points, each in one call.
import { toLayer, LAYER, setUniforms, UNIFORMS, FRAME, type Frame } from './frame';
import { toProgram, type Records } from './records';

const LINE_VERTEX = /* glsl */ `
precision highp float;
${FRAME}
in vec2 a_place;
in vec4 a_color;
out vec3 v_color;
void main() {
  v_color = a_color.rgb;
  gl_Position = vec4(toPixels(a_place) * 2.0 / u_viewport, 0.0, 1.0);
}`;
const LINE_FRAGMENT = /* glsl */ `
precision mediump float;
in vec3 v_color;
out vec4 colour;
void main() { colour = vec4(v_color, 1.0); }`;

/** How far the paper reaches around a point, as a share of its radius; more would hide the lines below. */
const RING = 0.6;
const POINT_VERTEX = /* glsl */ `
precision highp float;
${FRAME}
uniform float u_pixelRatio;
in vec2 a_place;
in vec4 a_color;
in float a_size;
in vec4 a_ring;
out vec3 v_color;
out vec3 v_ring;
out float v_radius;
out float v_ringWidth;
out float v_reach;
void main() {
  v_color = a_color.rgb;
  v_ring = a_ring.rgb;
  v_radius = a_size / u_sizeRatio;
  v_ringWidth = v_radius * ${RING};
  v_reach = v_radius + v_ringWidth + 0.5;
  gl_PointSize = 2.0 * v_reach * u_pixelRatio;
  gl_Position = vec4(toPixels(a_place) * 2.0 / u_viewport, 0.0, 1.0);
}`;
const POINT_FRAGMENT = /* glsl */ `
precision mediump float;
in vec3 v_color;
in vec3 v_ring;
in float v_radius;
in float v_ringWidth;
in float v_reach;
out vec4 colour;
void main() {
  float d = length(gl_PointCoord * 2.0 - 1.0) * v_reach - v_radius;
  float ring = clamp(v_ringWidth + 0.5 - d, 0.0, 1.0);
  colour = mix(vec4(v_ring * ring, ring), vec4(v_color, 1.0), clamp(0.5 - d, 0.0, 1.0));
}`;

type Plain = {
  /** Draws these of the records. */
  draw: (records: Records, items: Uint32Array, frame: Frame) => void;
};

/** Vertices that hold their item's place and colours, rewritten when these are others, and drawn by their numbers. */
function toPlain(
  gl: WebGL2RenderingContext,
  shaders: readonly [vertex: string, fragment: string],
  attributes: readonly { name: string; at: number; size: number; type: number }[],
  {
    words,
    corners,
    mode,
    write,
  }: {
    /** 32 bits each, to a vertex. */
    words: number;
    /** Vertices to an item. */
    corners: number;
    mode: number;
    write: (to: Uint32Array, start: number, from: Uint32Array, item: number, colour: number) => void;
  },
  /** The words of a record that hold its look, its colour and its faded colour. */
  [look, colour, fadedColour]: readonly [number, number, number],
): Plain {
  const { program, uniforms } = toProgram(gl, ...shaders, UNIFORMS);
  const array = gl.createVertexArray();
  gl.bindVertexArray(array);
  const [vertices, indices] = [gl.createBuffer(), gl.createBuffer()];
  gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  for (const { name, at, size, type } of attributes) {
    const place = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, size, type, type === gl.UNSIGNED_BYTE, words * 4, at * 4);
  }
  gl.bindVertexArray(null);
  let data = new Uint32Array();
  let written: { version: number; fades: boolean } | undefined;
  let shown: Uint32Array | undefined;
  return {
    draw: (records, items, frame) => {
      if (items.length === 0) return;
      gl.useProgram(program);
      setUniforms(gl, uniforms, frame);
      gl.bindVertexArray(array);
      const { version, bits, count } = records;
      if (written?.version !== version || written.fades !== frame.fades) {
        written = { version, fades: frame.fades };
        const step = records.texels * 4;
        if (data.length !== count * corners * words) data = new Uint32Array(count * corners * words);
        for (let item = 0; item < count; item++) {
          const from = item * step;
          const fades = frame.fades && toLayer(bits[from + look]!) < LAYER.near;
          write(data, item * corners * words, bits, from, bits[from + (fades ? fadedColour : colour)]!);
        }
        gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
        gl.bufferData(gl.ARRAY_BUFFER, data, gl.DYNAMIC_DRAW);
      }
      if (shown !== items) {
        shown = items;
        const numbers = corners === 1 ? items : new Uint32Array(items.length * corners);
        if (corners > 1)
          for (let index = 0, to = 0; index < items.length; index++)
            for (let corner = 0; corner < corners; corner++) numbers[to++] = items[index]! * corners + corner;
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, numbers, gl.DYNAMIC_DRAW);
      }
      gl.drawElements(mode, items.length * corners, gl.UNSIGNED_INT, 0);
      gl.bindVertexArray(null);
    },
  };
}

/** Edges as lines of one pixel. */
export const toLines = (gl: WebGL2RenderingContext): Plain =>
  toPlain(
    gl,
    [LINE_VERTEX, LINE_FRAGMENT],
    [
      { name: 'a_place', at: 0, size: 2, type: gl.FLOAT },
      { name: 'a_color', at: 2, size: 4, type: gl.UNSIGNED_BYTE },
    ],
    {
      words: 3,
      corners: 2,
      mode: gl.LINES,
      write: (to, start, from, item, colour) => {
        to[start] = from[item]!;
        to[start + 1] = from[item + 1]!;
        to[start + 3] = from[item + 2]!;
        to[start + 4] = from[item + 3]!;
        to[start + 2] = to[start + 5] = colour;
      },
    },
    [8, 9, 10],
  );

/** Nodes as round points with a ring of paper. */
export const toPoints = (gl: WebGL2RenderingContext): Plain =>
  toPlain(
    gl,
    [POINT_VERTEX, POINT_FRAGMENT],
    [
      { name: 'a_place', at: 0, size: 2, type: gl.FLOAT },
      { name: 'a_size', at: 2, size: 1, type: gl.FLOAT },
      { name: 'a_color', at: 3, size: 4, type: gl.UNSIGNED_BYTE },
      { name: 'a_ring', at: 4, size: 4, type: gl.UNSIGNED_BYTE },
    ],
    {
      words: 5,
      corners: 1,
      mode: gl.POINTS,
      write: (to, start, from, item, colour) => {
        to[start] = from[item]!;
        to[start + 1] = from[item + 1]!;
        to[start + 2] = from[item + 2]!;
        to[start + 3] = colour;
        to[start + 4] = from[item + 7]!;
      },
    },
    [3, 5, 8],
  );
