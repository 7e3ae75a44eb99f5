// Boxes by where they are, so that those that meet another are found without asking all.

/** A rectangle in CSS pixels of the canvas. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** The side of a cell, in pixels. */
const CELL = 48;

/** Boxes on a canvas of so many pixels; those beside it stand in its outermost cells. */
export class Grid {
  /** Left, right, top and bottom of each box, one after the other: there may be ten thousand, anew for every frame. */
  private readonly sides: number[] = [];
  /** For every cell its boxes, by where their sides begin. */
  private readonly cells: (number[] | undefined)[];
  private readonly across: number;
  private readonly down: number;

  constructor({ width, height }: { width: number; height: number }) {
    this.across = Math.max(1, Math.ceil(width / CELL));
    this.down = Math.max(1, Math.ceil(height / CELL));
    this.cells = Array.from({ length: this.across * this.down });
  }

  private toColumn(x: number) {
    return Math.max(0, Math.min(this.across - 1, Math.floor(x / CELL)));
  }
  private toRow(y: number) {
    return Math.max(0, Math.min(this.down - 1, Math.floor(y / CELL)));
  }

  add(left: number, right: number, top: number, bottom: number): void {
    const at = this.sides.push(left, right, top, bottom) - 4;
    const [last, lowest] = [this.toColumn(right), this.toRow(bottom)];
    for (let row = this.toRow(top); row <= lowest; row++)
      for (let column = this.toColumn(left); column <= last; column++)
        (this.cells[row * this.across + column] ??= []).push(at);
  }

  /** How many boxes meet this one; counting ends at `most`. */
  count({ left, right, top, bottom }: Box, most = Infinity): number {
    const { sides } = this;
    const [first, last] = [this.toColumn(left), this.toColumn(right)];
    const [highest, lowest] = [this.toRow(top), this.toRow(bottom)];
    let count = 0;
    for (let row = highest; row <= lowest; row++)
      for (let column = first; column <= last; column++)
        for (const at of this.cells[row * this.across + column] ?? []) {
          const meets =
            sides[at]! < right && sides[at + 1]! > left && sides[at + 2]! < bottom && sides[at + 3]! > top;
          // One that lies in several cells is counted in the first that both lie in.
          if (
            meets &&
            Math.max(first, this.toColumn(sides[at]!)) === column &&
            Math.max(highest, this.toRow(sides[at + 2]!)) === row &&
            ++count >= most
          )
            return count;
        }
    return count;
  }
}
