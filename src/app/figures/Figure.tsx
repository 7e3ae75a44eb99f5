// What every picture of a view has around it: what it shows, a key, and the address where it comes from.
import type { ReactNode } from 'react';
import { wrapText } from '../ui/wrap';
import { SANS, type Measure } from './figure';

/** What a picture says of itself; `notes` are what is shown of what, a line each. */
export type Caption = { title: string; notes: readonly string[]; link: string };

/** An entry of the key: a sign, drawn in a box so many pixels wide and 12 high, and its word. */
export type Sign = { sign: ReactNode; width: number; word: string };

const MARGIN = 24;
const TITLE = { font: '650 20px', size: 20, weight: 650, line: 26 };
const NOTE = { font: '400 12px', size: 12, weight: 400, line: 17 };

/** Lines of text, the first with its base line so far below `y`. */
export function Lines({
  lines,
  x,
  y,
  size,
  line,
  weight = 400,
  fill = 'var(--ink)',
  anchor = 'start',
  halo = false,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  size: number;
  line: number;
  weight?: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Whether paper shows around the letters. */
  halo?: boolean;
}) {
  return (
    <text
      fontSize={size}
      fontWeight={weight}
      fill={fill}
      textAnchor={anchor}
      {...(halo && { stroke: 'var(--paper)', strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' })}
    >
      {lines.map((words, index) => (
        <tspan key={index} x={x} y={y + size * 0.8 + index * line}>
          {words}
        </tspan>
      ))}
    </text>
  );
}

/** An address has no spaces to break it at. */
function breakLink(link: string, width: number, measure: Measure): string[] {
  const most = Math.max(20, Math.floor(width / (measure('0', NOTE.font) * 1.05)));
  return link.match(new RegExp(`.{1,${most}}`, 'gsu')) ?? [];
}

/** A drawing that is `width` by `height` pixels, with a caption over it and a key and an address below. */
export function Figure({
  caption: { title, notes, link },
  signs,
  width,
  height,
  measure,
  children,
}: {
  caption: Caption;
  signs: readonly Sign[];
  width: number;
  height: number;
  measure: Measure;
  children: ReactNode;
}) {
  const wide = Math.max(width, 640);
  const titleLines = wrapText(title, wide, (text) => measure(text, TITLE.font));
  const noteLines = notes.flatMap((note) => wrapText(note, wide, (text) => measure(text, NOTE.font)));
  const linkLines = breakLink(link, wide, measure);
  const head = titleLines.length * TITLE.line + noteLines.length * NOTE.line + 12;
  const places: { x: number; row: number }[] = [];
  let [x, row] = [0, 0];
  for (const { word, width: sign } of signs) {
    const needed = sign + 6 + measure(word, NOTE.font);
    if (x > 0 && x + needed > wide) [x, row] = [0, row + 1];
    places.push({ x, row });
    x += needed + 20;
  }
  const key = signs.length > 0 ? (row + 1) * 20 + 10 : 0;
  const [allWide, allHigh] = [
    Math.ceil(wide + 2 * MARGIN),
    Math.ceil(head + height + 14 + key + linkLines.length * NOTE.line + 2 * MARGIN),
  ];
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={allWide}
      height={allHigh}
      viewBox={`0 0 ${allWide} ${allHigh}`}
      fontFamily={SANS}
      role="img"
    >
      <title>{title}</title>
      <rect width={allWide} height={allHigh} fill="var(--paper)" />
      <g transform={`translate(${MARGIN} ${MARGIN})`}>
        <Lines lines={titleLines} x={0} y={0} {...TITLE} />
        <Lines
          lines={noteLines}
          x={0}
          y={titleLines.length * TITLE.line}
          size={NOTE.size}
          line={NOTE.line}
          fill="var(--ink-soft)"
        />
      </g>
      <g transform={`translate(${MARGIN} ${MARGIN + head})`}>{children}</g>
      <g transform={`translate(${MARGIN} ${MARGIN + head + height + 14})`}>
        {signs.map(({ sign, word, width: signWidth }, index) => (
          <g key={word} transform={`translate(${places[index]!.x} ${places[index]!.row * 20})`}>
            {sign}
            <Lines lines={[word]} x={signWidth + 6} y={1} size={NOTE.size} line={NOTE.line} />
          </g>
        ))}
        <Lines lines={linkLines} x={0} y={key} size={NOTE.size} line={NOTE.line} fill="var(--ink-soft)" />
      </g>
    </svg>
  );
}
