// A debate as a picture: every claim as a card at its time in the lane of its body, and the arrows between them.
import { parseDate, printShortDate } from '../../core/date';
import { toChart, type Card, type Debate, type Rectangle } from '../../core/lanes';
import { groupBy } from '../../core/group';
import { STANCES } from '../../core/vocabulary';
import { KIND_LOOK, KIND_SHAPES } from '../ui/Kind';
import { wrapText } from '../ui/wrap';
import { toArrangement, type Texts } from '../views/units';
import { EDGE_LOOK, STANCE_NAMES } from '../vocabulary';
import { Arrow, pointOn, toCurve, toLineSigns, type End } from './Arrow';
import { Figure, Lines, type Caption, type Sign } from './Figure';
import type { Measure } from './figure';

/** All in pixels. A card is as wide as the page shows it; between cards there is room for arrows. */
const CARD = { width: 206, left: 12, right: 8, above: 7, below: 7 };
const BETWEEN = { across: 30, down: 12 };
const LANE = { left: 150, above: 12, below: 12 };
const AXIS = 26;
const GAP_COLUMN = 34;
const HEADLINE = { font: '400 12.5px', size: 12.5, line: 16 };
const FOOT = { font: '400 12px', size: 12, line: 16 };
const NAME = { font: '650 13px', size: 13, line: 17, weight: 650 };
/** Room for the sign of a card's side. */
const SIGN = 14;
/** So many cards of a cell stand below each other before another stack is begun, up to so many stacks. */
const STACK = { cards: 5, most: 4 };

type Placed = { id: string; box: Rectangle; lines: readonly string[]; foot: readonly string[] };
type Sheet = {
  width: number;
  height: number;
  columns: readonly { label: string; left: number; width: number; gap: boolean; uncertain: boolean }[];
  lanes: readonly { body: string; lines: readonly string[]; top: number; height: number }[];
  cards: readonly Placed[];
};

/** Lays out every card: lanes and times in the order of the page's chart, in as much room as they need. */
function toSheet(cards: readonly Card[], texts: Texts, measure: Measure): Sheet {
  const chart = toChart(cards, { width: 1600, height: 900, left: 0, top: 0, above: 0, more: 0 });
  const at = ({ left, width }: Rectangle) =>
    chart.columns.findIndex(
      (column) => column.left <= left && left + width <= column.left + column.width + 1,
    );
  const byColumn = groupBy(chart.cells, ({ box }) => at(box));
  let left = LANE.left;
  const columns = chart.columns.map(({ label, gap, uncertain }, index) => {
    const fullest = Math.max(0, ...(byColumn.get(index) ?? []).map((cell) => cell.cards.length));
    const stacks = Math.min(STACK.most, Math.max(1, Math.ceil(fullest / STACK.cards)));
    const width = gap ? GAP_COLUMN : stacks * (CARD.width + BETWEEN.across);
    const column = { label, gap, uncertain, left, width, stacks };
    left += width;
    return column;
  });
  const inside = CARD.width - CARD.left - CARD.right;
  const placed: Placed[] = [];
  const lanes: Sheet['lanes'][number][] = [];
  let top = AXIS;
  for (const { body } of chart.lanes) {
    const lines = wrapText(texts.name(body), LANE.left - 20, (text) => measure(text, NAME.font));
    let bottom = top + LANE.above + lines.length * NAME.line;
    for (const cell of chart.cells.filter((one) => one.body === body)) {
      const column = columns[at(cell.box)]!;
      const ends = Array.from({ length: column.stacks }, () => top + LANE.above);
      for (const { id } of cell.cards) {
        const stack = ends.indexOf(Math.min(...ends));
        // The sign stands in the first line, and nothing below it.
        const words = wrapText(texts.label(id), inside - SIGN, (text) => measure(text, HEADLINE.font));
        const foot = wrapText(toFoot(texts, id), inside, (text) => measure(text, FOOT.font));
        const height = CARD.above + words.length * HEADLINE.line + foot.length * FOOT.line + CARD.below;
        placed.push({
          id,
          lines: words,
          foot,
          box: {
            left: column.left + BETWEEN.across / 2 + stack * (CARD.width + BETWEEN.across),
            top: ends[stack]!,
            width: CARD.width,
            height,
          },
        });
        ends[stack]! += height + BETWEEN.down;
      }
      bottom = Math.max(bottom, ...ends.map((end) => end - BETWEEN.down));
    }
    lanes.push({ body, lines, top, height: bottom + LANE.below - top });
    top = bottom + LANE.below;
  }
  return { width: left, height: top, columns, lanes, cards: placed };
}

/** Who says it, and when: 'Alan Wood, 2016', 'ADCS, 2010?'. */
function toFoot(texts: Texts, id: string): string {
  const { date, speaker } = texts.own(id);
  const name = texts.name(speaker);
  // 'Impower’s study (2015)' says it already.
  return name.endsWith(`(${parseDate(date)!.year})`) ? name : `${name}, ${printShortDate(date)}`;
}

const toEnd = ({ left, top, width, height }: Rectangle, room: number): End => ({
  x: left + width / 2,
  y: top + height / 2,
  holds: ({ x, y }) =>
    x > left - room && x < left + width + room && y > top - room && y < top + height + room,
});

const meets = (a: Rectangle, b: Rectangle) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;

/** Where along an arrow its word is tried. */
const TRIES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78];

export function DebateFigure({
  debate,
  texts,
  poles,
  caption,
  measure,
}: {
  debate: Debate;
  texts: Texts;
  /** What the two sides of the question are. */
  poles: { for: string; against: string };
  caption: Caption;
  measure: Measure;
}) {
  const { width, height, columns, lanes, cards } = toSheet(debate.cards, texts, measure);
  const boxes = new Map(cards.map(({ id, box }) => [id, box]));
  const units = cards.map(({ id, box }) => ({
    box,
    ids: [id],
    cell: { body: texts.card(id).body, box, cards: [] },
  }));
  const { edges: bows } = toArrangement(units, debate.edges, undefined, { left: 0, top: 0 });
  const arrows = debate.edges.flatMap((edge) => {
    const [source, target, bow] = [boxes.get(edge.source), boxes.get(edge.target), bows.get(edge.id)];
    return source && target && bow !== undefined ? [{ edge, source, target, bow }] : [];
  });
  const taken: Rectangle[] = [...boxes.values()];
  const words = arrows.flatMap(({ edge, source, target, bow }) => {
    const curve = toCurve(toEnd(source, 0), toEnd(target, 0), bow);
    const text = EDGE_LOOK[edge.type].out;
    const [wide, tall] = [measure(text, '600 12px') + 6, 16];
    const places = TRIES.map((t) => pointOn(curve, t)).map(({ x, y }) => ({
      left: x - wide / 2,
      top: y - tall / 2,
      width: wide,
      height: tall,
    }));
    const place = places.find((box) => taken.every((other) => !meets(box, other)));
    if (!place) return [];
    taken.push(place);
    return [{ edge, text, x: place.left + wide / 2, y: place.top + 2 }];
  });
  const shown = new Set(debate.cards.map(({ stance }) => stance));
  const signs: Sign[] = [
    ...STANCES.filter((stance) => shown.has(stance)).map((stance) => ({
      word: { ...STANCE_NAMES, ...poles }[stance],
      width: 10,
      sign: (
        <g transform="translate(0 1)" fill={`var(${KIND_LOOK[stance].colour})`}>
          {KIND_SHAPES[stance]}
        </g>
      ),
    })),
    ...(shown.has(undefined)
      ? [
          {
            word: 'on another topic',
            width: 4,
            sign: <path d="M2 0v12" stroke="var(--rule-strong)" strokeWidth={3} strokeDasharray="3 2" />,
          },
        ]
      : []),
    ...toLineSigns(
      new Set(arrows.map(({ edge }) => edge.type)),
      arrows.some(({ edge }) => edge.basis === 'inferred'),
    ),
  ];
  return (
    <Figure caption={caption} signs={signs} width={width} height={height} measure={measure}>
      {lanes.map(({ body, lines, top, height: tall }, index) => (
        <g key={body}>
          <rect
            y={top}
            width={width}
            height={tall}
            fill={index % 2 === 0 ? 'var(--sunken)' : 'var(--paper)'}
          />
          <Lines lines={lines} x={8} y={top + LANE.above} {...NAME} />
        </g>
      ))}
      {columns.map(({ label, left, width: wide, gap, uncertain }) => (
        <g key={label}>
          <path d={`M${left} 0V${height}`} stroke="var(--rule)" strokeDasharray={gap ? '3 3' : undefined} />
          <Lines
            lines={[gap ? '…' : uncertain ? `${label} (date uncertain)` : label]}
            x={gap ? left + wide / 2 : left + BETWEEN.across / 2}
            y={6}
            size={13}
            line={16}
            weight={650}
            anchor={gap ? 'middle' : 'start'}
            fill="var(--ink-soft)"
          />
        </g>
      ))}
      {arrows.map(({ edge, source, target, bow }) => (
        <Arrow
          key={edge.id}
          source={toEnd(source, 0)}
          target={toEnd(target, 2)}
          curvature={bow}
          colour={`var(${EDGE_LOOK[edge.type].colour})`}
          width={edge.type === 'supports' ? 1.4 : 2.2}
          dashed={edge.basis === 'inferred'}
          headed
        />
      ))}
      {cards.map(({ id, box, lines, foot }) => {
        const { stance, uncertain } = texts.card(id);
        const colour = stance ? `var(${KIND_LOOK[stance].colour})` : 'var(--rule-strong)';
        const text = { x: box.left + CARD.left, y: box.top + CARD.above };
        return (
          <g key={id}>
            <rect
              x={box.left}
              y={box.top}
              width={box.width}
              height={box.height}
              rx={3}
              fill="var(--panel)"
              stroke="var(--rule-strong)"
              strokeWidth={0.8}
              strokeDasharray={uncertain ? '4 3' : undefined}
            />
            <path
              d={`M${box.left + 2} ${box.top}v${box.height}`}
              stroke={colour}
              strokeWidth={4}
              strokeDasharray={stance ? undefined : '3 3'}
            />
            {stance && (
              <g transform={`translate(${text.x} ${text.y + 2})`} fill={colour}>
                {KIND_SHAPES[stance]}
              </g>
            )}
            <Lines lines={lines} x={text.x + (stance ? SIGN : 0)} y={text.y} {...HEADLINE} />
            <Lines
              lines={foot}
              x={text.x}
              y={text.y + lines.length * HEADLINE.line + 1}
              {...FOOT}
              fill="var(--ink-soft)"
            />
          </g>
        );
      })}
      {words.map(({ edge, text, x, y }) => (
        <Lines
          key={edge.id}
          lines={[text]}
          x={x}
          y={y}
          size={12}
          line={16}
          weight={600}
          anchor="middle"
          fill={`var(${EDGE_LOOK[edge.type].colour})`}
          halo
        />
      ))}
    </Figure>
  );
}
