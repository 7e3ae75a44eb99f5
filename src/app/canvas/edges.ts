// Draws every edge in one call: straight or curved, solid or dashed, with its arrow head.
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
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

/**
 * What the reducer must give besides Sigma's own fields. `curvature` is the bow's height as a share of the length. Where an
 * end is a card, its box is half as wide and high as the card (framed coordinates), and the line ends at the card's border.
 */
export type EdgeLook = {
  curvature: number;
  dashed: boolean;
  arrow: boolean;
  layer: Layer;
  fadedColor: string;
  sourceBox: readonly [number, number];
  targetBox: readonly [number, number];
};
export const NO_BOX = [0, 0] as const;

/** Pieces a curve is drawn in. */
const PIECES = 10;

const VERTEX = /* glsl */ `${LAYERING}attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_sourceSize;
attribute float a_targetSize;
attribute float a_width;
attribute float a_curvature;
attribute float a_dashed;
attribute float a_arrow;
attribute vec2 a_sourceBox;
attribute vec2 a_targetBox;
attribute vec4 a_color;
attribute vec4 a_fadedColor;
attribute vec4 a_id;
attribute vec3 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dashed;
const float bias = 255.0 / 254.0;

vec2 toPixels(vec2 p) { return (u_matrix * vec3(p, 1.0)).xy * 0.5 * u_viewport; }

vec2 toCurve(vec2 from, vec2 bow, vec2 to, float t) { return mix(mix(from, bow, t), mix(bow, to, t), t); }

// How far along the curve it leaves the box around its end, found by halving.
float toBorder(vec2 from, vec2 bow, vec2 to, vec2 box, float margin) {
  vec2 half_ = abs((u_matrix * vec3(box, 0.0)).xy) * 0.5 * u_viewport;
  half_ += margin;
  float inside = 0.0;
  float outside = 0.5;
  for (int step = 0; step < 9; step++) {
    float t = (inside + outside) * 0.5;
    vec2 away = abs(toCurve(from, bow, to, t) - from);
    if (away.x < half_.x && away.y < half_.y) inside = t; else outside = t;
  }
  return outside;
}

void main() {
  if (isOut()) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 from = toPixels(a_source);
  vec2 to = toPixels(a_target);
  float len = max(distance(from, to), 0.001);
  vec2 chord = (to - from) / len;
  vec2 bow = (from + to) * 0.5 + vec2(-chord.y, chord.x) * a_curvature * len * 2.0;
  float radius = a_targetSize / u_sizeRatio;
  float room = a_targetBox.x > 0.0 ? 100.0 : 3.0 + 2.0 * radius;
  float head = a_arrow > 0.5 ? min(5.0 + a_width * 2.5, room) : 0.0;
  float begin = a_sourceBox.x > 0.0
    ? toBorder(from, bow, to, a_sourceBox, 0.0)
    : min(a_sourceSize / u_sizeRatio / len, 0.5);
  float tip = a_targetBox.x > 0.0
    ? 1.0 - toBorder(to, bow, from, a_targetBox, 2.0)
    : max(1.0 - (radius + 1.5) / len, 0.5);
  float neck = max(tip - head / len, begin);
  bool isHead = a_corner.z > 0.5;
  float t = isHead ? (a_corner.x > 0.5 ? tip : neck) : mix(begin, neck, a_corner.x);
  vec2 at = toCurve(from, bow, to, t);
  vec2 along = normalize(mix(bow - from, to - bow, t) + chord * 0.0001);
  vec2 normal = vec2(-along.y, along.x);
  v_half = isHead ? 1000.0 : a_width * 0.5;
  #ifdef PICKING_MODE
  v_half = max(v_half, 3.5);
  v_color = a_id;
  #else
  v_color = isFaded() ? a_fadedColor : a_color;
  #endif
  v_color.a *= bias;
  float reach = isHead ? (a_corner.x > 0.5 ? 0.0 : head * 0.45) : v_half + 1.0;
  v_across = a_corner.y * reach;
  v_along = t * len;
  v_dashed = isHead ? 0.0 : a_dashed;
  gl_Position = vec4((at + normal * v_across) * 2.0 / u_viewport, 0.0, 1.0);
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_half;
varying float v_dashed;
uniform float u_pixelRatio;
void main() {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float soft = 0.7 / u_pixelRatio;
  float alpha = v_color.a * (1.0 - smoothstep(v_half - soft, v_half + soft, abs(v_across)));
  if (v_dashed > 0.5) alpha *= smoothstep(0.0, 1.0, 2.5 - abs(mod(v_along, 8.0) - 4.0));
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
  #endif
}`;

/** The body's ribbon as one strip, x along and y across, then (z = 1) the head; doubled corners part the two. */
function toCorners(): number[][] {
  const body = Array.from({ length: PIECES + 1 }, (_, piece) => [
    [piece / PIECES, -1, 0],
    [piece / PIECES, 1, 0],
  ]).flat();
  return [...body, [1, 1, 0], [0, -1, 1], [0, -1, 1], [0, 1, 1], [1, 0, 1]];
}

/** Sigma's program for all edges, drawn in the layers that are wanted. Expects every edge's display data to carry an EdgeLook. */
export function toRibbonProgram(layers: () => Layers) {
  return class RibbonProgram extends EdgeProgram<Uniform> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGL2RenderingContext;
      const corners = toCorners();
      const number = { size: 1, type: FLOAT };
      const colour = { size: 4, type: UNSIGNED_BYTE, normalized: true };
      return {
        VERTICES: corners.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_sourceSize', ...number },
          { name: 'a_targetSize', ...number },
          { name: 'a_width', ...number },
          { name: 'a_curvature', ...number },
          { name: 'a_dashed', ...number },
          { name: 'a_arrow', ...number },
          { name: 'a_sourceBox', size: 2, type: FLOAT },
          { name: 'a_targetBox', size: 2, type: FLOAT },
          { name: 'a_layer', ...number },
          { name: 'a_color', ...colour },
          { name: 'a_fadedColor', ...colour },
          { name: 'a_id', ...colour },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 3, type: FLOAT }],
        CONSTANT_DATA: corners,
      };
    }

    processVisibleItem(
      index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ) {
      const look = data as EdgeDisplayData & EdgeLook;
      const { array } = this;
      array[start++] = source.x;
      array[start++] = source.y;
      array[start++] = target.x;
      array[start++] = target.y;
      array[start++] = source.size;
      array[start++] = target.size;
      array[start++] = data.size;
      array[start++] = look.curvature;
      array[start++] = look.dashed ? 1 : 0;
      array[start++] = look.arrow ? 1 : 0;
      array[start++] = look.sourceBox[0];
      array[start++] = look.sourceBox[1];
      array[start++] = look.targetBox[0];
      array[start++] = look.targetBox[1];
      array[start++] = look.layer;
      array[start++] = floatColor(data.color);
      array[start++] = floatColor(look.fadedColor);
      array[start] = index;
    }

    setUniforms = setUniforms;

    drawWebGL(method: number, info: ProgramInfo<Uniform>) {
      drawLayers(layers(), info, () => super.drawWebGL(method, info));
    }
  };
}
