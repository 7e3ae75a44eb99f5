// Edges as ribbons: straight or curved, solid or dashed, with their arrow heads.
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { FRAME, LAYER_SHIFT, type Layer } from './frame';
import { toRecordReader, type Records } from './records';

/**
 * What the reducer must give besides Sigma's own fields. `curvature` is the bow's height as a share of the length. Where an
 * end is a card, its box is half as wide and high as the card (framed coordinates), and the line ends at the card's border.
 */
export type EdgeLook = {
  id: string;
  curvature: number;
  dashed: boolean;
  arrow: boolean;
  layer: Layer;
  fadedColor: string;
  sourceBox: readonly [number, number];
  targetBox: readonly [number, number];
};
export const NO_BOX = [0, 0] as const;

/** Texels of a record: ends and where they are, widths, what it looks like, colours, the boxes around its ends. */
export const EDGE_TEXELS = 4;
const DASHED = 1;
const ARROW = 2;

/** Writes an edge down as what the shader reads. */
export function writeEdge(
  { floats, bits }: Records,
  start: number,
  source: NodeDisplayData,
  target: NodeDisplayData,
  look: EdgeDisplayData & EdgeLook,
): void {
  floats[start] = source.x;
  floats[start + 1] = source.y;
  floats[start + 2] = target.x;
  floats[start + 3] = target.y;
  floats[start + 4] = source.size;
  floats[start + 5] = target.size;
  floats[start + 6] = look.size;
  floats[start + 7] = look.curvature;
  bits[start + 8] = (look.dashed ? DASHED : 0) | (look.arrow ? ARROW : 0) | (look.layer << LAYER_SHIFT);
  floats[start + 9] = floatColor(look.color);
  floats[start + 10] = floatColor(look.fadedColor);
  [floats[start + 11], floats[start + 12]] = look.sourceBox as [number, number];
  [floats[start + 13], floats[start + 14]] = look.targetBox as [number, number];
}

/** Pieces a curve is drawn in. */
const PIECES = 10;
const BODY = 2 * (PIECES + 1);
/** Corners of a ribbon in a strip: its body, its head, and those doubled that part the two and one ribbon from the next. */
export const RIBBON_CORNERS = BODY + 7;

export const RIBBON_VERTEX = /* glsl */ `
precision highp float;
precision highp int;
${FRAME}${toRecordReader(EDGE_TEXELS)}
out vec4 v_color;
out float v_across;
out float v_along;
out float v_half;
out float v_dashed;

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
  int item = gl_VertexID / ${RIBBON_CORNERS};
  int corner = clamp(gl_VertexID % ${RIBBON_CORNERS} - 1, 0, ${RIBBON_CORNERS - 3});
  // Across, from -1 to 1, and whether it is where the line goes to.
  bool isHead = corner > ${BODY};
  float side = corner < ${BODY} ? float(corner % 2) * 2.0 - 1.0 : corner < ${BODY + 1} ? 1.0 : corner < ${BODY + 3} ? -1.0 : corner < ${BODY + 4} ? 1.0 : 0.0;
  float share = corner < ${BODY} ? float(corner / 2) / ${PIECES}.0 : corner == ${BODY} || corner == ${BODY + 4} ? 1.0 : 0.0;
  vec4 ends = uintBitsToFloat(read(item, 0));
  vec4 sizes = uintBitsToFloat(read(item, 1));
  uvec4 look = read(item, 2);
  uvec4 rest = read(item, 3);
  vec2 sourceBox = uintBitsToFloat(uvec2(look.w, rest.x));
  vec2 targetBox = uintBitsToFloat(rest.yz);
  bool isDashed = (look.x & ${DASHED}u) != 0u;
  bool hasArrow = (look.x & ${ARROW}u) != 0u;
  float width = sizes.z;
  float curvature = sizes.w;
  vec2 from = toPixels(ends.xy);
  vec2 to = toPixels(ends.zw);
  float len = max(distance(from, to), 0.001);
  vec2 chord = (to - from) / len;
  vec2 bow = (from + to) * 0.5 + vec2(-chord.y, chord.x) * curvature * len * 2.0;
  float radius = sizes.y / u_sizeRatio;
  float room = targetBox.x > 0.0 ? 100.0 : 3.0 + 2.0 * radius;
  float head = hasArrow ? min(5.0 + width * 2.5, room) : 0.0;
  float begin = sourceBox.x > 0.0
    ? toBorder(from, bow, to, sourceBox, 0.0)
    : min(sizes.x / u_sizeRatio / len, 0.5);
  float tip = targetBox.x > 0.0
    ? 1.0 - toBorder(to, bow, from, targetBox, 2.0)
    : max(1.0 - (radius + 1.5) / len, 0.5);
  float neck = max(tip - head / len, begin);
  float t = isHead ? (share > 0.5 ? tip : neck) : mix(begin, neck, share);
  vec2 at = toCurve(from, bow, to, t);
  vec2 along = normalize(mix(bow - from, to - bow, t) + chord * 0.0001);
  vec2 normal = vec2(-along.y, along.x);
  v_half = isHead ? 1000.0 : width * 0.5;
  v_color = vec4(toColour(isFaded(look.x) ? look.z : look.y), 1.0);
  float reach = isHead ? (share > 0.5 ? 0.0 : head * 0.45) : v_half + 1.0;
  v_across = side * reach;
  v_along = t * len;
  v_dashed = isDashed && !isHead ? 1.0 : 0.0;
  gl_Position = vec4((at + normal * v_across) * 2.0 / u_viewport, 0.0, 1.0);
}`;

export const RIBBON_FRAGMENT = /* glsl */ `
precision highp float;
in vec4 v_color;
in float v_across;
in float v_along;
in float v_half;
in float v_dashed;
uniform float u_pixelRatio;
out vec4 colour;
void main() {
  float soft = 0.7 / u_pixelRatio;
  float alpha = v_color.a * (1.0 - smoothstep(v_half - soft, v_half + soft, abs(v_across)));
  if (v_dashed > 0.5) alpha *= smoothstep(0.0, 1.0, 2.5 - abs(mod(v_along, 8.0) - 4.0));
  colour = vec4(v_color.rgb * alpha, alpha);
}`;
