// What both programs are told before they draw: of the screen, and which of their layers are wanted.
import type { ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

export const UNIFORMS = [
  'u_matrix',
  'u_viewport',
  'u_sizeRatio',
  'u_pixelRatio',
  'u_layer',
  'u_fades',
] as const;
export type Uniform = (typeof UNIFORMS)[number];

/** Sets the camera's matrix, the canvas's size in CSS pixels, what a size is divided by, and device pixels per CSS pixel. */
export function setUniforms(parameters: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, parameters.matrix);
  gl.uniform2f(uniformLocations.u_viewport, parameters.width, parameters.height);
  gl.uniform1f(uniformLocations.u_sizeRatio, parameters.sizeRatio);
  gl.uniform1f(uniformLocations.u_pixelRatio, parameters.pixelRatio);
}

/**
 * What lies over what: the rest; where the rest is left out, what is shown; what is near to what is pointed at or selected;
 * and this itself. So that not all has to be worked out anew when one of them is another.
 */
export const LAYER = { rest: 0, shown: 1, near: 2, chosen: 3 } as const;
export type Layer = (typeof LAYER)[keyof typeof LAYER];

/** The layers that are drawn, one over the other, or `all` at once; whether what is not near is drawn in its faded colours. */
export type Layers = { drawn: readonly Layer[] | 'all'; fades: boolean };

/** GLSL for a vertex shader with an attribute `a_layer`: whether it is not this layer's turn, and whether it fades. */
export const LAYERING = /* glsl */ `
attribute float a_layer;
uniform float u_layer;
uniform float u_fades;
bool isOut() { return u_layer >= 0.0 && abs(a_layer - u_layer) > 0.5; }
bool isFaded() { return u_fades > 0.5 && a_layer < 1.5; }
`;

/** Draws layer after layer. */
export function drawLayers(
  { drawn, fades }: Layers,
  { gl, uniformLocations }: ProgramInfo<Uniform>,
  draw: () => void,
): void {
  gl.uniform1f(uniformLocations.u_fades, Number(fades));
  for (const layer of drawn === 'all' ? [-1] : drawn) {
    gl.uniform1f(uniformLocations.u_layer, layer);
    draw();
  }
}
