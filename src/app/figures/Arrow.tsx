// An edge as a picture draws it: bowed, dashed where it is inferred, from the border of one thing to that of another.
import { ARGUMENT_TYPES, type EdgeType } from '../../core/vocabulary';
import { EDGE_LOOK } from '../vocabulary';
import type { Sign } from './Figure';

export type Point = { x: number; y: number };
/** An end of an arrow: its middle, and whether a point is inside it. */
export type End = Point & { holds: (point: Point) => boolean };

const mix = (a: Point, b: Point, t: number): Point => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
});
const print = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A quadratic curve that bows to the side by `curvature` of its length, as on the map. */
export type Curve = readonly [from: Point, bow: Point, to: Point];
export function toCurve(from: Point, to: Point, curvature: number): Curve {
  const middle = mix(from, to, 0.5);
  const bow = {
    x: middle.x + (to.y - from.y) * curvature * 2,
    y: middle.y - (to.x - from.x) * curvature * 2,
  };
  return [from, bow, to];
}
export const pointOn = ([from, bow, to]: Curve, t: number): Point =>
  mix(mix(from, bow, t), mix(bow, to, t), t);

/** The part of a curve from `begin` to `end`, both from 0 to 1. */
function cut([from, bow, to]: Curve, begin: number, end: number): Curve {
  const joint = mix(mix(from, bow, begin), mix(bow, to, begin), end);
  return [pointOn([from, bow, to], begin), joint, pointOn([from, bow, to], end)];
}

/** How far along its first half a curve leaves what holds its beginning, found by halving. */
function toBorder(curve: Curve, { holds }: End): number {
  let [inside, outside] = [0, 0.5];
  for (let step = 0; step < 12; step++) {
    const t = (inside + outside) / 2;
    if (holds(pointOn(curve, t))) inside = t;
    else outside = t;
  }
  return outside;
}

export function Arrow({
  source,
  target,
  curvature,
  colour,
  width,
  dashed,
  headed,
}: {
  source: End;
  target: End;
  curvature: number;
  colour: string;
  width: number;
  dashed: boolean;
  headed: boolean;
}) {
  const whole = toCurve(source, target, curvature);
  const begin = toBorder(whole, source);
  const end = 1 - toBorder([whole[2], whole[1], whole[0]], target);
  const [from, bow, tip] = cut(whole, begin, Math.max(begin, end));
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  const head = headed ? Math.min(5 + width * 2.5, Math.max(3, length)) : 0;
  // The last of the curve is the head's.
  const back = Math.hypot(tip.x - bow.x, tip.y - bow.y) || 1;
  const along = { x: (tip.x - bow.x) / back, y: (tip.y - bow.y) / back };
  const neck = { x: tip.x - along.x * head, y: tip.y - along.y * head };
  const half = head * 0.45;
  return (
    <g>
      <path
        d={`M${print(from)}Q${print(bow)} ${print(neck)}`}
        fill="none"
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={dashed ? '5 3' : undefined}
      />
      {headed && (
        <path
          d={`M${print(tip)}L${print({ x: neck.x - along.y * half, y: neck.y + along.x * half })}L${print({ x: neck.x + along.y * half, y: neck.y - along.x * half })}Z`}
          fill={colour}
        />
      )}
    </g>
  );
}

/** The key's entries for lines: each type of the argument that is drawn, and what a dashed one says. */
export function toLineSigns(types: ReadonlySet<EdgeType>, dashed: boolean): Sign[] {
  const signs = ARGUMENT_TYPES.filter((type) => types.has(type)).map((type) => ({
    word: EDGE_LOOK[type].name,
    colour: EDGE_LOOK[type].colour,
    broken: false,
  }));
  const all = [
    ...signs,
    ...(dashed ? [{ word: 'inferred by the coder', colour: '--ink-soft', broken: true }] : []),
  ];
  return all.map(({ word, colour, broken }) => ({
    word,
    width: 30,
    sign: (
      <>
        <path
          d="M0 6h22"
          stroke={`var(${colour})`}
          strokeWidth={2.2}
          strokeDasharray={broken ? '5 3' : undefined}
        />
        <path d="M21 2l9 4-9 4z" fill={`var(${colour})`} />
      </>
    ),
  }));
}
