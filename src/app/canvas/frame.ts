// What all programs are told of a frame: of the camera, the screen, and which layers are drawn.

/**
 * What lies over what: the rest; where the rest is left out, what is shown; what is near to what is pointed at or selected;
 * and this itself. So that not all has to be worked out anew when one of them is another.
 */
export const LAYER = { rest: 0, shown: 1, near: 2, chosen: 3 } as const;
export type Layer = (typeof LAYER)[keyof typeof LAYER];

/** The layers that are drawn, one over the other, or `all` at once; whether what is not near is drawn in its faded colours. */
export type Layers = { drawn: readonly Layer[] | 'all'; fades: boolean };

/** From which bit on a record's word for its look holds its layer. */
export const LAYER_SHIFT = 8;
export const toLayer = (look: number) => (look >> LAYER_SHIFT) as Layer;

/** Sigma's camera as a matrix, the canvas in CSS pixels, what a size is divided by, and device pixels per CSS pixel. */
export type Frame = {
  matrix: Float32Array;
  width: number;
  height: number;
  sizeRatio: number;
  pixelRatio: number;
  fades: boolean;
};

export const UNIFORMS = [
  'u_matrix',
  'u_viewport',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_fades',
  'u_records',
] as const;

export function setUniforms(
  gl: WebGL2RenderingContext,
  uniforms: Record<(typeof UNIFORMS)[number], WebGLUniformLocation | null>,
  { matrix, width, height, sizeRatio, pixelRatio, fades }: Frame,
): void {
  gl.uniformMatrix3fv(uniforms.u_matrix, false, matrix);
  gl.uniform2f(uniforms.u_viewport, width, height);
  gl.uniform1f(uniforms.u_sizeRatio, sizeRatio);
  gl.uniform1f(uniforms.u_pixelRatio, pixelRatio);
  gl.uniform1i(uniforms.u_fades, Number(fades));
  gl.uniform1i(uniforms.u_records, 0);
}

/** GLSL for a vertex shader: the frame, where on the screen something lies, and whether what has this look fades. */
export const FRAME = /* glsl */ `
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform bool u_fades;
vec2 toPixels(vec2 p) { return (u_matrix * vec3(p, 1.0)).xy * 0.5 * u_viewport; }
bool isFaded(uint look) { return u_fades && (look >> ${LAYER_SHIFT}u) < ${LAYER.near}u; }
`;
