// Who agrees with whom as a picture: actors, those who agree near each other, and a line for the questions two share.
import type { Coalitions } from '../../core/coalitions';
import type { Corpus } from '../../core/model';
import { TIE_TYPES } from '../../core/vocabulary';
import { TYPE_SHAPES } from '../ui/Icon';
import { wrapText } from '../ui/wrap';
import { NODE_LOOK } from '../vocabulary';
import { toHeading } from '../views/cells';
import {
  arrange,
  printBodies,
  TIE_LOOK,
  toKey,
  toDiameter,
  toAllPaths,
  toWidth,
  type Joined,
} from '../views/pairs';
import { Figure, Lines, type Caption, type Sign } from './Figure';
import type { Measure } from './figure';

/** All in pixels. */
const ROOM = { width: 960, height: 640 };
const TEXT = { font: '600 12.5px', size: 12.5, line: 15, width: 120 };

export function CoalitionsFigure({
  corpus,
  standing,
  joined,
  most,
  caption,
  measure,
}: {
  corpus: Corpus;
  standing: Coalitions;
  joined: readonly Joined[];
  most: number;
  caption: Caption;
  measure: Measure;
}) {
  const { actors } = standing;
  const { places, width, height } = arrange(standing, ROOM);
  const paths = toAllPaths(joined, actors, places);
  const largest = Math.max(...actors.map(({ statements }) => statements));
  const drawn = new Set(joined.flatMap(({ ties }) => ties.map(({ type }) => type)));
  const signs: Sign[] = TIE_TYPES.filter((type) => drawn.has(type)).map((type) => ({
    word: TIE_LOOK[type].name,
    width: 24,
    sign: <Line path="M2 6h20" type={type} width={3.5} />,
  }));
  return (
    <Figure caption={caption} signs={signs} width={width} height={height} measure={measure}>
      {joined.map(({ pair, ties }, index) => (
        <g key={toKey(pair)} opacity={0.8}>
          {ties.map(({ type, number }, place) => (
            <Line key={type} path={paths[index]![place]!} type={type} width={toWidth(number, most)} />
          ))}
        </g>
      ))}
      {actors.map((actor, at) => {
        const { node } = actor;
        const { x, y } = places[at]!;
        const side = toDiameter(actor.statements / largest);
        const toLines = (words: string) => wrapText(words, TEXT.width, (text) => measure(text, TEXT.font));
        const name = toLines(toHeading(corpus, { body: node.id }));
        const bodies = printBodies(corpus, actor);
        const below = { x, size: TEXT.size, line: TEXT.line, anchor: 'middle', halo: true } as const;
        return (
          <g key={node.id}>
            <g
              transform={`translate(${(x - side / 2).toFixed(2)} ${(y - side / 2).toFixed(2)}) scale(${(side / 16).toFixed(3)})`}
              fill={`var(${NODE_LOOK[node.type].colour})`}
            >
              {TYPE_SHAPES[node.type]}
            </g>
            <Lines {...below} lines={name} y={y + side / 2 + 2} weight={600} />
            {bodies && (
              <Lines
                {...below}
                lines={toLines(bodies)}
                y={y + side / 2 + 2 + name.length * TEXT.line}
                fill="var(--ink-soft)"
              />
            )}
          </g>
        );
      })}
    </Figure>
  );
}

const Line = ({ path, type, width }: { path: string; type: keyof typeof TIE_LOOK; width: number }) => (
  <path
    d={path}
    fill="none"
    stroke={`var(${TIE_LOOK[type].colour})`}
    strokeWidth={width.toFixed(2)}
    strokeLinecap="round"
    strokeDasharray={TIE_LOOK[type].dots}
  />
);
