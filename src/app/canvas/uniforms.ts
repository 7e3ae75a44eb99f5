// What both programs are told of the screen before they draw.
import type { ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

export const UNIFORMS = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_pixelRatio'] as const;
export type Uniform = (typeof UNIFORMS)[number];

/** Sets the camera's matrix, the canvas's size in CSS pixels, what a size is divided by, and device pixels per CSS pixel. */
export function setUniforms(parameters: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, parameters.matrix);
  gl.uniform2f(uniformLocations.u_viewport, parameters.width, parameters.height);
  gl.uniform1f(uniformLocations.u_sizeRatio, parameters.sizeRatio);
  gl.uniform1f(uniformLocations.u_pixelRatio, parameters.pixelRatio);
}
