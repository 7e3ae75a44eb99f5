// Nodes of every type: shape and pictogram as signed distances, crisp at any zoom.
import type { NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { FRAME, LAYER_SHIFT, type Layer } from './frame';
import { toRecordReader, type Records } from './records';

/** What the reducer must give besides Sigma's own fields; colours as '#rrggbb' or 'rgb()', the ring's width in pixels. */
export type NodeLook = {
  id: string;
  shape: number;
  ink: string;
  ring: string;
  ringWidth: number;
  layer: Layer;
  fadedColor: string;
  fadedInk: string;
};

/** Texels of a record: place, size and shape, the ring and colours, those that are faded. */
export const NODE_TEXELS = 3;

/** Writes a node down as what the shader reads. */
export function writeNode({ floats, bits }: Records, start: number, look: NodeDisplayData & NodeLook): void {
  floats[start] = look.x;
  floats[start + 1] = look.y;
  floats[start + 2] = look.size;
  bits[start + 3] = look.shape | (look.layer << LAYER_SHIFT);
  floats[start + 4] = look.ringWidth;
  floats[start + 5] = floatColor(look.color);
  floats[start + 6] = floatColor(look.ink);
  floats[start + 7] = floatColor(look.ring);
  floats[start + 8] = floatColor(look.fadedColor);
  floats[start + 9] = floatColor(look.fadedInk);
}

/** Corners of a node in a strip, the first and last doubled to part one from the next. */
export const SHAPE_CORNERS = 6;

export const SHAPE_VERTEX = /* glsl */ `
precision highp float;
precision highp int;
${FRAME}${toRecordReader(NODE_TEXELS)}
out vec2 v_offset;
flat out float v_radius;
flat out float v_shape;
flat out float v_ringWidth;
flat out vec3 v_color;
flat out vec3 v_ink;
flat out vec3 v_ring;
void main() {
  int item = gl_VertexID / ${SHAPE_CORNERS};
  int corner = clamp(gl_VertexID % ${SHAPE_CORNERS} - 1, 0, 3);
  uvec4 place = read(item, 0);
  uvec4 look = read(item, 1);
  uvec4 rest = read(item, 2);
  v_radius = uintBitsToFloat(place.z) / u_sizeRatio;
  v_shape = float(place.w & 15u);
  v_ringWidth = uintBitsToFloat(look.x);
  // As far as the farthest corner of a shape with its ring.
  float reach = v_radius * 1.25 + v_ringWidth * 1.5 + 1.0;
  v_offset = vec2(float(corner % 2), float(corner / 2)) * 2.0 * reach - reach;
  vec2 centre = toPixels(uintBitsToFloat(place.xy));
  gl_Position = vec4((centre + v_offset) * 2.0 / u_viewport, 0.0, 1.0);
  bool isFaded = isFaded(place.w);
  v_color = toColour(isFaded ? rest.x : look.y);
  v_ink = toColour(isFaded ? rest.y : look.z);
  v_ring = toColour(look.w);
}`;

export const SHAPE_FRAGMENT = /* glsl */ `
precision highp float;
in vec2 v_offset;
flat in float v_radius;
flat in float v_shape;
flat in float v_ringWidth;
flat in vec3 v_color;
flat in vec3 v_ink;
flat in vec3 v_ring;
uniform float u_pixelRatio;
out vec4 colour;

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
  float soft = 0.7 / u_pixelRatio;
  float ring = 1.0 - smoothstep(v_ringWidth - soft, v_ringWidth + soft, d);
  float fill = 1.0 - smoothstep(-soft, soft, d);
  vec4 color = mix(vec4(v_ring * ring, ring), vec4(v_color, 1.0), fill);
  if (v_radius > 5.0) {
    float ink = (1.0 - smoothstep(-soft, soft, pictogram(v_shape, p) * v_radius)) * fill;
    color = mix(color, vec4(v_ink, 1.0), ink * smoothstep(5.0, 8.0, v_radius));
  }
  colour = color;
}`;

const { abs, hypot, max, min } = Math;
const toBox = (x: number, y: number, wide: number, high: number, corner: number) => {
  const [across, up] = [abs(x) - wide + corner, abs(y) - high + corner];
  return hypot(max(across, 0), max(up, 0)) + min(max(across, up), 0) - corner;
};
/** How far a point lies from the outline of a shape of radius 1, less than 0 inside; as the shader has it. */
export function toDistance(shape: number, x: number, y: number): number {
  if (shape === 1) return (abs(x) + abs(y) - 1.25) * 0.7071;
  if (shape === 3) return toBox(x, y, 0.92, 0.92, 0.24);
  if (shape === 4) return toBox(x, y, 0.78, 1, 0.14);
  if (shape === 5) return toBox(x, y, 1.05, 0.85, 0.14);
  if (shape === 6) return max(abs(y) * 0.5 + abs(x) * 0.8660254, abs(y)) - 0.95;
  return hypot(x, y) - 1;
}
