// Overlaps of round nodes: pushed apart where there are any, not made where a node is added.

/** x and y of every node: `[x0, y0, x1, y1, …]`. */
type Places = Float64Array;

/** The least room that is left between two nodes, in pixels. */
const LEAST_MARGIN = 1;
/** How often nodes are pushed apart before they are looked over, and looked over before everything is spread to make room. */
const PUSHES = 8;
const LOOKS = 5;

/** The turn from each to the next that spreads directions evenly (Vogel 1979, doi:10.1016/0025-5564(79)90080-4), in radians. */
export const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/** A grid over nodes: in cell c, counted in rows from the top left, are `places[from[c]]` up to `places[from[c + 1]]`. */
type Grid = { columns: number; rows: number; from: Int32Array; places: Int32Array };

function toGrid(positions: Places, leastSide: number): Grid {
  const size = positions.length / 2;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let place = 0; place < size; place++) {
    left = Math.min(left, positions[2 * place]!);
    right = Math.max(right, positions[2 * place]!);
    top = Math.min(top, positions[2 * place + 1]!);
    bottom = Math.max(bottom, positions[2 * place + 1]!);
  }
  // What lies far out makes the cells larger, not more of them.
  const [width, height] = [right - left, bottom - top];
  const side = Math.max(leastSide, Math.sqrt((width * height) / size), width / size, height / size);
  const [columns, rows] = [Math.floor(width / side) + 1, Math.floor(height / side) + 1];
  const from = new Int32Array(columns * rows + 1);
  const cells = new Int32Array(size);
  for (let place = 0; place < size; place++) {
    const row = Math.floor((positions[2 * place + 1]! - top) / side);
    const cell = row * columns + Math.floor((positions[2 * place]! - left) / side);
    cells[place] = cell;
    from[cell + 1]!++;
  }
  for (let cell = 0; cell < columns * rows; cell++) from[cell + 1]! += from[cell]!;
  const next = from.slice();
  const places = new Int32Array(size);
  for (let place = 0; place < size; place++) places[next[cells[place]!]!++] = place;
  return { columns, rows, from, places };
}

/** Tells of each two nodes that lie in the same cell or in neighbouring ones. */
function forEachPair(
  { columns, rows, from, places }: Grid,
  tell: (one: number, other: number) => void,
): void {
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      const [first, last] = [cell - Math.min(column, 1), cell + Math.min(columns - 1 - column, 1)];
      const [low, high] = row + 1 < rows ? [from[first + columns]!, from[last + columns + 1]!] : [0, 0];
      for (let index = from[cell]!; index < from[cell + 1]!; index++) {
        const place = places[index]!;
        for (let other = index + 1; other < from[last + 1]!; other++) tell(place, places[other]!);
        for (let other = low; other < high; other++) tell(place, places[other]!);
      }
    }
}

/** Pushes each two nodes with less room between them away from each other, the smaller farther; whether there were any. */
function push(positions: Places, radii: Float64Array, margin: number): boolean {
  let largest = 0;
  for (const radius of radii) largest = Math.max(largest, radius);
  let any = false;
  forEachPair(toGrid(positions, 2 * largest + margin), (one, other) => {
    const wanted = radii[one]! + radii[other]! + margin;
    let dx = positions[2 * one]! - positions[2 * other]!;
    let dy = positions[2 * one + 1]! - positions[2 * other + 1]!;
    const square = dx * dx + dy * dy;
    if (square >= wanted * wanted) return;
    any = true;
    if (square === 0) [dx, dy] = [Math.cos(one * GOLDEN_ANGLE), Math.sin(one * GOLDEN_ANGLE)];
    const distance = Math.sqrt(square);
    const [mine, theirs] = [radii[one]! ** 2, radii[other]! ** 2];
    const by = (wanted - distance) / (distance || 1) / (mine + theirs);
    positions[2 * one]! += dx * by * theirs;
    positions[2 * one + 1]! += dy * by * theirs;
    positions[2 * other]! -= dx * by * mine;
    positions[2 * other + 1]! -= dy * by * mine;
  });
  return any;
}

/**
 * Pushes nodes apart until none overlap, aiming at so much `margin` between those that do; radii and margin in pixels.
 * Where everything is crowded, all of it is spread by the factor `spread` now and then.
 */
export function separate(positions: Places, radii: Float64Array, margin: number, spread: number): void {
  for (let look = 1; push(positions, radii, LEAST_MARGIN); look++) {
    for (let times = 0; times < PUSHES; times++) push(positions, radii, margin);
    if (look % LOOKS === 0)
      for (let index = 0; index < positions.length; index++) positions[index]! *= spread;
  }
}

/** Where there is room among round nodes. */
export type Room = {
  /** Takes up the room of a node. */
  fill: (x: number, y: number, radius: number) => void;
  /** A place near a point where a node of such a radius has room. */
  find: (x: number, y: number, radius: number) => [x: number, y: number];
};

/** The side of a cell of the room, in pixels. */
const CELL = 32;

/** Room that is empty as yet, but for a `margin` to be kept around each node, in pixels. */
export function toRoom(margin: number): Room {
  const cells = new Map<number, [x: number, y: number, radius: number][]>();
  /** Whether it holds for the numbers of the cells that a square touches. */
  const some = (x: number, y: number, reach: number, holds: (cell: number) => boolean) => {
    for (let row = Math.floor((y - reach) / CELL); row <= (y + reach) / CELL; row++)
      for (let column = Math.floor((x - reach) / CELL); column <= (x + reach) / CELL; column++)
        if (holds(row * 2 ** 24 + column)) return true;
    return false;
  };
  const isFull = (x: number, y: number, radius: number) =>
    some(
      x,
      y,
      radius + margin,
      (cell) =>
        cells
          .get(cell)
          ?.some(([ox, oy, other]) => (x - ox) ** 2 + (y - oy) ** 2 < (radius + other + margin) ** 2) ??
        false,
    );
  return {
    fill: (x, y, radius) => {
      some(x, y, radius, (cell) => {
        const there = cells.get(cell);
        if (there) there.push([x, y, radius]);
        else cells.set(cell, [[x, y, radius]]);
        return false;
      });
    },
    find: (x, y, radius) => {
      const step = Math.max(2, radius);
      for (let turn = 0; ; turn++) {
        const [distance, angle] = [step * Math.sqrt(turn), turn * GOLDEN_ANGLE];
        const [nearX, nearY] = [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
        if (!isFull(nearX, nearY, radius)) return [nearX, nearY];
      }
    },
  };
}
