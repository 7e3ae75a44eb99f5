// Places the map's labels: wrapped, most important first, never one over another.
import { wrapText } from '../ui/wrap';
import type { Theme } from './theme';

/** Something to be named on the map: `x` and `y` its middle, `radius` its size, all in CSS pixels of the canvas. */
export type Labelled = {
  text: string;
  x: number;
  y: number;
  radius: number;
  /** The higher, the earlier it gets its room. */
  rank: number;
  face: 'title' | 'name' | 'note' | 'relation';
  /** The custom property its words are coloured by. */
  colour: string;
  /** Whether it is shown whatever stands in its way (what the pointer is on, what is selected). */
  always?: boolean;
};

/** Where a node is and how large, in CSS pixels of the canvas. */
export type Dot = Pick<Labelled, 'x' | 'y' | 'radius'>;

/** A rectangle in CSS pixels of the canvas. */
export type Box = { left: number; top: number; right: number; bottom: number };

const FACES = {
  title: { font: '650 13px', line: 16, width: 150 },
  name: { font: '600 13px', line: 16, width: 140 },
  note: { font: '400 12px', line: 15, width: 160 },
  relation: { font: '600 12px', line: 15, width: 120 },
} as const;

/** Room kept between two labels, in pixels. */
const GAP = 3;

const toBox = ({ x, y, radius }: Dot): Box => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
/** Whether a label has paper behind it. */
export const isBacked = ({ always, face }: Labelled) => always === true || face === 'relation';
const meets = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

type Wrapped = { lines: string[]; width: number };

/** A label in its place: `x` and `y` the middle of its lines, each `line` high. */
export type Placed = {
  item: Labelled;
  lines: readonly string[];
  x: number;
  y: number;
  line: number;
  font: string;
  box: Box;
};

/** Places and draws labels on a canvas; remembers how texts wrap. */
export class LabelPainter {
  private readonly wrapped = new Map<string, Wrapped>();

  constructor(private readonly context: CanvasRenderingContext2D) {}

  private wrap(text: string, face: keyof typeof FACES, sans: string): Wrapped {
    const key = `${face} ${text}`;
    const known = this.wrapped.get(key);
    if (known) return known;
    const { font, width } = FACES[face];
    this.context.font = `${font} ${sans}`;
    const lines = wrapText(text, width, (words) => this.context.measureText(words).width);
    const result = { lines, width: Math.max(...lines.map((words) => this.context.measureText(words).width)) };
    this.wrapped.set(key, result);
    return result;
  }

  /**
   * As many labels as there is room for on a canvas that is `width` by `height` CSS pixels, each where it hides the fewest of
   * `dots`: below its node, beside it or above it, or not at all; never in the `reserved` boxes, where something else stands.
   */
  place(
    items: readonly Labelled[],
    dots: readonly Dot[],
    reserved: readonly Box[],
    sans: string,
    { width, height }: { width: number; height: number },
  ): Placed[] {
    const placed: Placed[] = [];
    const taken: Box[] = [...reserved];
    // A label may cross a line or a small dot, but not a node that has a name of its own.
    const bodies = items.filter((item) => item.face !== 'relation' && item.face !== 'note').map(toBox);
    const small = dots.map(toBox);
    const ranked = [...items].toSorted(
      (a, b) => Number(b.always ?? false) - Number(a.always ?? false) || b.rank - a.rank,
    );
    for (const item of ranked) {
      if (item.x < -100 || item.y < -60 || item.x > width + 100 || item.y > height + 60) continue;
      const { line, font } = FACES[item.face];
      const { lines, width: wide } = this.wrap(item.text, item.face, sans);
      const half = wide / 2;
      const tall = lines.length * line;
      // Clear of the shape's corners, and of the ring around what is selected.
      const clear = item.radius * 1.1 + (item.always ? 6 : 1);
      const [across, down] = [clear + GAP + half, clear + GAP + tall / 2];
      const shifts: [number, number][] =
        item.face === 'relation'
          ? [[0, 0]]
          : [
              [0, down],
              [across, 0],
              [-across, 0],
              [0, -down],
              [across * 0.7, down],
              [-across * 0.7, down],
              [across * 0.7, -down],
              [-across * 0.7, -down],
            ];
      let place: { x: number; y: number; box: Box } | undefined;
      let fewest = Infinity;
      for (const [dx, dy] of shifts) {
        const [x, y] = [item.x + dx, item.y + dy];
        const box = {
          left: x - half - GAP,
          right: x + half + GAP,
          top: y - tall / 2 - 1,
          bottom: y + tall / 2 + 1,
        };
        if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) continue;
        const blocked = taken.some((other) => meets(box, other)) || bodies.some((body) => meets(box, body));
        if (blocked && !item.always) continue;
        const hidden = small.reduce((sum, dot) => sum + Number(meets(box, dot)), blocked ? 1000 : 0);
        // What is not a landmark gives way to the dots: it is named once the map is zoomed, and in the lists.
        if (hidden > 0 && !item.always && (item.face === 'relation' || item.face === 'note')) continue;
        if (hidden >= fewest) continue;
        fewest = hidden;
        place = { x, y, box };
      }
      if (!place) continue;
      taken.push(place.box);
      placed.push({ item, lines, line, font, ...place });
    }
    return placed;
  }

  /** Paints the labels that `place` finds room for. */
  paint(
    items: readonly Labelled[],
    dots: readonly Dot[],
    reserved: readonly Box[],
    theme: Theme,
    size: { width: number; height: number },
  ): void {
    const { context } = this;
    const placed = this.place(items, dots, reserved, theme.sans, size);
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const { item, lines, x, y, line, font, box } of placed) {
      const tall = lines.length * line;
      context.font = `${font} ${theme.sans}`;
      if (isBacked(item)) {
        context.globalAlpha = 0.85;
        context.fillStyle = theme.colour('--paper');
        context.beginPath();
        context.roundRect(box.left - 2, box.top - 1, box.right - box.left + 4, tall + 4, 4);
        context.fill();
        context.globalAlpha = 1;
      }
      context.strokeStyle = theme.colour('--paper');
      context.lineWidth = 4;
      context.fillStyle = theme.colour(item.colour);
      for (const [index, words] of lines.entries()) {
        const middle = y - tall / 2 + line * (index + 0.5);
        context.strokeText(words, x, middle);
        context.fillText(words, x, middle);
      }
    }
  }
}
