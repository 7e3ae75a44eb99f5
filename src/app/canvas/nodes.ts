// Draws every type of node in one call: its shape and pictogram as signed distances, crisp at any zoom.
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import {
  drawLayers,
  LAYERING,
  setUniforms,
  UNIFORMS,
  type Layer,
  type Layers,
  type Uniform,
} from './uniforms';

/** What the reducer must give besides Sigma's own fields; colours as '#rrggbb' or 'rgb()', the ring's width in pixels. */
export type NodeLook = {
  shape: number;
  ink: string;
  ring: string;
  ringWidth: number;
  layer: Layer;
  fadedColor: string;
  fadedInk: string;
};

const VERTEX = /* glsl */ `${LAYERING}attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_ringWidth;
attribute vec4 a_color;
attribute vec4 a_ink;
attribute vec4 a_fadedColor;
attribute vec4 a_fadedInk;
attribute vec4 a_ring;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_ringWidth;
varying vec4 v_color;
varying vec4 v_ink;
varying vec4 v_ring;
const float bias = 255.0 / 254.0;
void main() {
  v_radius = a_size / u_sizeRatio;
  float reach = v_radius * 1.2 + 8.0;
  v_offset = a_corner * reach;
  v_shape = a_shape;
  v_ringWidth = a_ringWidth;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_offset * 2.0 / u_viewport, 0.0, 1.0);
  if (isOut()) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = isFaded() ? a_fadedColor : a_color;
  #endif
  v_color.a *= bias;
  vec4 ink = isFaded() ? a_fadedInk : a_ink;
  v_ink = vec4(ink.rgb, ink.a * bias);
  v_ring = vec4(a_ring.rgb, a_ring.a * bias);
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_ringWidth;
varying vec4 v_color;
varying vec4 v_ink;
varying vec4 v_ring;
uniform float u_pixelRatio;

float box(vec2 p, vec2 half_, float corner) {
  vec2 q = abs(p) - half_ + corner;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - corner;
}
float hexagon(vec2 p, float r) {
  p = abs(p);
  return max(p.x * 0.5 + p.y * 0.8660254, p.x) - r;
}
// Outline and pictogram of a shape of radius 1; less than 0 is inside.
float outline(float shape, vec2 p) {
  if (shape < 0.5) return length(p) - 1.0;
  if (shape < 1.5) return (abs(p.x) + abs(p.y) - 1.25) * 0.7071;
  if (shape < 2.5) return length(p) - 1.0;
  if (shape < 3.5) return box(p, vec2(0.92), 0.24);
  if (shape < 4.5) return box(p, vec2(0.78, 1.0), 0.14);
  if (shape < 5.5) return box(p, vec2(1.05, 0.85), 0.14);
  return hexagon(p.yx, 0.95);
}
float pictogram(float shape, vec2 p) {
  if (shape < 1.5) return 1.0;
  if (shape < 2.5) return min(length(p - vec2(0.0, 0.28)) - 0.27, max(length(p - vec2(0.0, -0.62)) - 0.52, -0.62 - p.y));
  if (shape < 3.5) {
    float roof = box(p - vec2(0.0, 0.36), vec2(0.58, 0.09), 0.02);
    float left = box(p - vec2(-0.46, -0.14), vec2(0.1, 0.42), 0.02);
    float right = box(p - vec2(0.46, -0.14), vec2(0.1, 0.42), 0.02);
    return min(min(roof, box(p - vec2(0.0, -0.2), vec2(0.12, 0.36), 0.02)), min(left, right));
  }
  if (shape < 4.5) {
    float first = min(box(p - vec2(0.0, 0.48), vec2(0.46, 0.09), 0.02), box(p - vec2(0.0, 0.12), vec2(0.46, 0.07), 0.02));
    return min(first, min(box(p - vec2(0.0, -0.2), vec2(0.46, 0.07), 0.02), box(p - vec2(-0.14, -0.52), vec2(0.32, 0.07), 0.02)));
  }
  if (shape < 5.5) {
    float picture = box(p - vec2(-0.4, -0.18), vec2(0.32, 0.32), 0.02);
    float lines = min(box(p - vec2(0.4, 0.02), vec2(0.34, 0.07), 0.02), box(p - vec2(0.4, -0.36), vec2(0.34, 0.07), 0.02));
    return min(min(picture, lines), box(p - vec2(0.0, 0.42), vec2(0.74, 0.12), 0.02));
  }
  vec2 q = p - vec2(0.0, 0.22);
  float hook = abs(length(q) - 0.28) - 0.1;
  if (q.x < 0.0 && q.y < 0.0) hook = 1.0;
  float stem = box(p - vec2(0.0, -0.14), vec2(0.1, 0.14), 0.02);
  return min(min(hook, stem), length(p - vec2(0.0, -0.52)) - 0.13);
}
void main() {
  vec2 p = v_offset / max(v_radius, 0.001);
  float d = outline(v_shape, p) * v_radius;
  #ifdef PICKING_MODE
  // A finger or a shaky hand may miss by a little.
  if (d > 5.0) discard;
  gl_FragColor = v_color;
  #else
  float soft = 0.7 / u_pixelRatio;
  float ring = (1.0 - smoothstep(v_ringWidth - soft, v_ringWidth + soft, d)) * v_ring.a;
  float fill = (1.0 - smoothstep(-soft, soft, d)) * v_color.a;
  float ink = (1.0 - smoothstep(-soft, soft, pictogram(v_shape, p) * v_radius)) * fill * v_ink.a * smoothstep(5.0, 8.0, v_radius);
  vec4 color = vec4(v_ring.rgb * ring, ring);
  color = mix(color, vec4(v_color.rgb, 1.0), fill);
  gl_FragColor = mix(color, vec4(v_ink.rgb, 1.0), ink);
  #endif
}`;

/** Sigma's program for all nodes, drawn in the layers that are wanted. Expects every node's display data to carry a NodeLook. */
export function toShapeProgram(layers: () => Layers) {
  return class ShapeProgram extends NodeProgram<Uniform> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_ringWidth', size: 1, type: FLOAT },
          { name: 'a_color', ...colour },
          { name: 'a_ink', ...colour },
          { name: 'a_ring', ...colour },
          { name: 'a_layer', size: 1, type: FLOAT },
          { name: 'a_fadedColor', ...colour },
          { name: 'a_fadedInk', ...colour },
          { name: 'a_id', ...colour },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(index: number, start: number, data: NodeDisplayData) {
      const look = data as NodeDisplayData & NodeLook;
      const { array } = this;
      array[start++] = data.x;
      array[start++] = data.y;
      array[start++] = data.size;
      array[start++] = look.shape;
      array[start++] = look.ringWidth;
      array[start++] = floatColor(data.color);
      array[start++] = floatColor(look.ink);
      array[start++] = floatColor(look.ring);
      array[start++] = look.layer;
      array[start++] = floatColor(look.fadedColor);
      array[start++] = floatColor(look.fadedInk);
      array[start] = index;
    }

    setUniforms = setUniforms;

    drawWebGL(method: number, info: ProgramInfo<Uniform>) {
      drawLayers(layers(), info, () => super.drawWebGL(method, info));
    }
  };
}
