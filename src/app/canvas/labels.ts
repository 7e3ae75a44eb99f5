// Places the map's labels: wrapped, most important first, never one over another.
import { wrapText } from '../ui/wrap';
import { Grid, type Box } from './grid';
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

const FACES = {
  title: { font: '650 13px', line: 16, width: 150 },
  name: { font: '600 13px', line: 16, width: 140 },
  note: { font: '400 12px', line: 15, width: 160 },
  relation: { font: '600 12px', line: 15, width: 120 },
} as const;

/** Room kept between two labels, in pixels. */
const GAP = 3;

/** How many of the places around a node a label is tried at first. */
const USUAL = 8;

/** Whether a label has paper behind it. */
export const isBacked = ({ always, face }: Labelled) => always === true || face === 'relation';

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
  private readonly wrapped: Record<keyof typeof FACES, Map<string, Wrapped>> = {
    title: new Map(),
    name: new Map(),
    note: new Map(),
    relation: new Map(),
  };
  /** The typeface that they are wrapped in. */
  private sans = '';

  constructor(private readonly context: CanvasRenderingContext2D) {}

  private wrap(text: string, face: keyof typeof FACES, sans: string): Wrapped {
    if (sans !== this.sans) for (const texts of Object.values(this.wrapped)) texts.clear();
    this.sans = sans;
    const known = this.wrapped[face].get(text);
    if (known) return known;
    const { font, width } = FACES[face];
    this.context.font = `${font} ${sans}`;
    const lines = wrapText(text, width, (words) => this.context.measureText(words).width);
    const result = { lines, width: Math.max(...lines.map((words) => this.context.measureText(words).width)) };
    this.wrapped[face].set(text, result);
    return result;
  }

  /**
   * As many labels as there is room for on a canvas that is `width` by `height` CSS pixels, each where it hides the fewest of
   * `dots` (x, y and radius of each, one after the other): below its node, beside it or above it, or not at all; never in the
   * `reserved` boxes, where something else stands.
   */
  place(
    items: readonly Labelled[],
    dots: readonly number[],
    reserved: readonly Box[],
    sans: string,
    { width, height }: { width: number; height: number },
  ): Placed[] {
    const placed: Placed[] = [];
    // A label may cross a line or a small dot, but not a node that has a name of its own.
    const taken = new Grid({ width, height });
    for (const { left, right, top, bottom } of reserved) taken.add(left, right, top, bottom);
    for (const { face, x, y, radius } of items)
      if (face !== 'relation' && face !== 'note') taken.add(x - radius, x + radius, y - radius, y + radius);
    const small = new Grid({ width, height });
    for (let dot = 0; dot < dots.length; dot += 3) {
      const [x, y, radius] = [dots[dot]!, dots[dot + 1]!, dots[dot + 2]!];
      small.add(x - radius, x + radius, y - radius, y + radius);
    }
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
              // Between these, where none of them is free.
              ...[0.35, -0.35].flatMap((share): [number, number][] => [
                [across * share, down],
                [across * share, -down],
              ]),
              ...[0.55, -0.55].flatMap((share): [number, number][] => [
                [across, down * share],
                [-across, down * share],
              ]),
            ];
      let place: { x: number; y: number; box: Box } | undefined;
      let fewest = Infinity;
      for (const [index, [dx, dy]] of shifts.entries()) {
        if (index >= USUAL && place) break;
        const [x, y] = [item.x + dx, item.y + dy];
        const box = {
          left: x - half - GAP,
          right: x + half + GAP,
          top: y - tall / 2 - 1,
          bottom: y + tall / 2 + 1,
        };
        if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height) continue;
        const blocked = taken.count(box, 1) > 0;
        if (blocked && !item.always) continue;
        // What is not a landmark gives way to the dots: it is named once the map is zoomed, and in the lists.
        const givesWay = !item.always && (item.face === 'relation' || item.face === 'note');
        const hidden = (blocked ? 1000 : 0) + small.count(box, givesWay ? 1 : fewest);
        if (hidden > 0 && givesWay) continue;
        if (hidden >= fewest) continue;
        fewest = hidden;
        place = { x, y, box };
      }
      if (!place) continue;
      const { left, right, top, bottom } = place.box;
      taken.add(left, right, top, bottom);
      placed.push({ item, lines, line, font, ...place });
    }
    return placed;
  }

  /** Paints the labels that `place` finds room for. */
  paint(
    items: readonly Labelled[],
    dots: readonly number[],
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
