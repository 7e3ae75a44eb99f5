// What a program draws, one record an item: kept as Sigma hands it over, told to the shaders as a texture.

/** The texture's width, in texels of four words; a record may lie across two rows. */
const WIDTH = 1024;

/** GLSL for a vertex shader: a texel of the record that is drawn as the `item`-th, of `texels` a record. */
export const toRecordReader = (texels: number) => /* glsl */ `
uniform highp usampler2D u_records;
uvec4 read(int item, int texel) {
  int at = item * ${texels} + texel;
  return texelFetch(u_records, ivec2(at % ${WIDTH}, at / ${WIDTH}), 0);
}
vec3 toColour(uint bits) { return vec3(uvec3(bits, bits >> 8u, bits >> 16u) & 255u) / 255.0; }
`;

/** Records of `texels` times four words; one whose `ids` has nothing in its place is not drawn. */
export type Records = {
  texels: number;
  count: number;
  floats: Float32Array;
  /** The same words, as whole numbers. */
  bits: Uint32Array;
  ids: (string | undefined)[];
  /** Counts what was written. */
  version: number;
};

export const toRecords = (texels: number): Records => ({
  texels,
  count: 0,
  floats: new Float32Array(),
  bits: new Uint32Array(),
  ids: [],
  version: 0,
});

/** Makes room for so many. */
export function reallocate(records: Records, count: number): void {
  records.version++;
  if (count === records.count) return;
  records.count = count;
  records.floats = new Float32Array(count * records.texels * 4);
  records.bits = new Uint32Array(records.floats.buffer);
  records.ids = Array.from({ length: count });
}

/** The records that are drawn, in their order, in a texture. */
export function toTexture(gl: WebGL2RenderingContext): {
  fill: (records: Records, items: Uint32Array) => void;
  bind: () => void;
} {
  const texture = gl.createTexture();
  let rows = 0;
  let words = new Uint32Array();
  const bind = () => gl.bindTexture(gl.TEXTURE_2D, texture);
  bind();
  for (const side of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, side, gl.NEAREST);
  return {
    bind,
    fill: ({ bits, texels }, items) => {
      const step = texels * 4;
      const needed = Math.ceil((items.length * texels) / WIDTH);
      bind();
      if (needed > rows) {
        rows = needed;
        words = new Uint32Array(rows * WIDTH * 4);
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, WIDTH, rows, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, null);
      }
      for (let index = 0, to = 0; index < items.length; index++)
        for (let from = items[index]! * step, end = from + step; from < end; from++)
          words[to++] = bits[from]!;
      gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, WIDTH, needed, gl.RGBA_INTEGER, gl.UNSIGNED_INT, words);
    },
  };
}

/**
 * Compiles a program.
 * @throws where the browser cannot.
 */
export function toProgram<Uniform extends string>(
  gl: WebGL2RenderingContext,
  vertex: string,
  fragment: string,
  uniforms: readonly Uniform[],
): { program: WebGLProgram; uniforms: Record<Uniform, WebGLUniformLocation | null> } {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)!;
    gl.shaderSource(shader, `#version 300 es\n${source}`);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(gl.getProgramInfoLog(program) ?? 'the map cannot be drawn');
  const found = Object.fromEntries(uniforms.map((name) => [name, gl.getUniformLocation(program, name)]));
  return { program, uniforms: found as Record<Uniform, WebGLUniformLocation | null> };
}
