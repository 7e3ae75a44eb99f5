// The matrix as a picture: a row for each question or claim, a column for each actor, and in each cell its side and number.
import { toEntries, toKey, type Matrix } from '../../core/matrix';
import type { Corpus } from '../../core/model';
import { KIND_LOOK, KIND_SHAPES } from '../ui/Kind';
import { wrapText } from '../ui/wrap';
import type { View } from '../view';
import { hasRoom, toHeading, toKinds, toLead } from '../views/cells';
import { Figure, Lines, type Caption } from './Figure';
import type { Measure } from './figure';

/** All in pixels. */
const ROW = { label: 270, least: 26, pad: 5 };
const COLUMN = { width: 40 };
const TEXT = { font: '400 12px', size: 12, line: 15 };
/** The names of columns lean to the right, by an angle with this sine. */
const LEAN = { degrees: -55, sine: 0.82, cosine: 0.574 };

/** The rows below each other from `top` on, each as high as its name needs. */
function layRows(nodes: Matrix['rows'], top: number, measureText: (text: string) => number) {
  let bottom = top;
  const rows = nodes.map((row) => {
    const lines = wrapText(row.label, ROW.label - 10, measureText);
    const height = Math.max(ROW.least, lines.length * TEXT.line + 2 * ROW.pad);
    const placed = { row, lines, top: bottom, height };
    bottom += height;
    return placed;
  });
  return { rows, bottom };
}

export function MatrixFigure({
  corpus,
  matrix,
  across,
  caption,
  measure,
}: {
  corpus: Corpus;
  matrix: Matrix;
  across: View['matrix'];
  caption: Caption;
  measure: Measure;
}) {
  const kinds = toKinds(across);
  const measureText = (text: string) => measure(text, TEXT.font);
  const headings = matrix.columns.map((column) => toHeading(corpus, column));
  const longest = Math.max(0, ...headings.map(measureText));
  const head = longest * LEAN.sine + 16;
  const wide = COLUMN.width * matrix.columns.length;
  const { rows, bottom } = layRows(matrix.rows, head, measureText);
  const signs = kinds.map((kind) => ({
    word: KIND_LOOK[kind].name,
    width: 10,
    sign: (
      <g transform="translate(0 1)" fill={`var(${KIND_LOOK[kind].colour})`}>
        {KIND_SHAPES[kind]}
      </g>
    ),
  }));
  return (
    <Figure
      caption={caption}
      signs={signs}
      width={ROW.label + wide + longest * LEAN.cosine}
      height={bottom}
      measure={measure}
    >
      {matrix.columns.map((column, index) => {
        const x = ROW.label + (index + 0.5) * COLUMN.width;
        return (
          <g key={toKey(column)} transform={`translate(${x} ${head - 6}) rotate(${LEAN.degrees})`}>
            <Lines
              lines={[headings[index]!]}
              x={0}
              y={-6}
              size={TEXT.size}
              line={TEXT.line}
              weight={column.speaker === undefined ? 600 : 400}
            />
          </g>
        );
      })}
      {rows.map(({ row, lines, top: y, height }) => (
        <g key={row.id}>
          <path d={`M0 ${y}H${ROW.label + wide}`} stroke="var(--rule)" />
          <Lines
            lines={lines}
            x={0}
            y={y + (height - lines.length * TEXT.line) / 2 + 2}
            size={TEXT.size}
            line={TEXT.line}
          />
          {matrix.columns.map((column, index) => {
            const entries = toEntries(matrix, row.id, column);
            if (entries.length === 0) return null;
            const lead = toLead(entries);
            const colour = `var(${KIND_LOOK[lead.kind].colour})`;
            const x = ROW.label + index * COLUMN.width;
            const middle = y + height / 2;
            return (
              <g key={toKey(column)}>
                <rect
                  x={x + 1}
                  y={y + 2}
                  width={COLUMN.width - 2}
                  height={height - 4}
                  rx={3}
                  fill={colour}
                  fillOpacity={0.06 + 0.07 * Math.min(4, entries.length)}
                />
                {hasRoom(lead.number) && (
                  <g transform={`translate(${x + 5} ${middle - 5})`} fill={colour}>
                    {KIND_SHAPES[lead.kind]}
                  </g>
                )}
                <Lines
                  lines={[lead.number]}
                  x={x + (hasRoom(lead.number) ? 18 : 3)}
                  y={middle - 5}
                  size={12}
                  line={15}
                />
              </g>
            );
          })}
        </g>
      ))}
      <path d={`M0 ${bottom}H${ROW.label + wide}`} stroke="var(--rule)" />
    </Figure>
  );
}
