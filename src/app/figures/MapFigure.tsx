// The map as a picture: what the canvas shows, as shapes, lines and words.
import { isArgumentType, NODE_TYPES, type NodeType } from '../../core/vocabulary';
import type { Outline } from '../canvas/outline';
import { isBacked } from '../canvas/labels';
import { TYPE_SHAPES } from '../ui/Icon';
import { NODE_LOOK } from '../vocabulary';
import { Arrow, toLineSigns, type End } from './Arrow';
import { Figure, Lines, type Caption, type Sign } from './Figure';
import type { Measure } from './figure';

/** How far each pictogram reaches from its middle where the map draws a radius of 1, in units of its square of 16. */
const REACH = {
  claim: 4.5,
  recommendation: 4.8,
  person: 7,
  organisation: 7,
  report: 7,
  article: 6.9,
  topic: 7.4,
} as const satisfies Record<NodeType, number>;

function Shape({ type, x, y, radius }: { type: NodeType; x: number; y: number; radius: number }) {
  const scale = radius / REACH[type];
  return (
    <g
      transform={`translate(${(x - 8 * scale).toFixed(2)} ${(y - 8 * scale).toFixed(2)}) scale(${scale.toFixed(3)})`}
      fill={`var(${NODE_LOOK[type].colour})`}
    >
      {TYPE_SHAPES[type]}
    </g>
  );
}

const toEnd = ({ x, y, radius }: Outline['edges'][number]['source'], room: number): End => ({
  x,
  y,
  holds: (point) => Math.hypot(point.x - x, point.y - y) < radius + room,
});

/** How many shapes or lines are drawn at a time. */
const STRETCH = 100;
function* toStretches<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < items.length; at += STRETCH) yield items.slice(at, at + STRETCH);
}

const Edges = ({ edges }: Pick<Outline, 'edges'>) => (
  <g>
    {edges.map(({ id, source, target, colour, width, look }) => (
      <Arrow
        key={id}
        source={toEnd(source, 0)}
        target={toEnd(target, 1.5)}
        curvature={look.curvature}
        colour={colour}
        width={width}
        dashed={look.dashed}
        headed={look.arrow}
      />
    ))}
  </g>
);

const Nodes = ({ nodes }: Pick<Outline, 'nodes'>) => (
  <g>
    {nodes.map(({ id, type, x, y, radius, faded, ring, ringWidth }) => (
      <g key={id} opacity={faded ? 'var(--trace)' : undefined}>
        <circle cx={x.toFixed(2)} cy={y.toFixed(2)} r={(radius + ringWidth).toFixed(2)} fill={ring} />
        <Shape type={type} x={x} y={y} radius={radius} />
      </g>
    ))}
  </g>
);

export function MapFigure({
  outline: { width, height, nodes, edges, labels },
  caption,
  measure,
}: {
  outline: Outline;
  caption: Caption;
  measure: Measure;
}) {
  const types = new Set(nodes.map(({ type }) => type));
  const signs: Sign[] = [
    ...NODE_TYPES.filter((type) => types.has(type)).map((type) => ({
      word: NODE_LOOK[type].many,
      width: 13,
      sign: <Shape type={type} x={6} y={6} radius={6} />,
    })),
    ...toLineSigns(
      new Set(edges.map(({ type }) => type)),
      edges.some(({ look }) => look.dashed),
    ),
    ...(edges.some(({ type }) => !isArgumentType(type))
      ? [{ word: 'any other line', width: 24, sign: <path d="M0 6h24" stroke="var(--authored)" /> }]
      : []),
  ];
  return (
    <Figure caption={caption} signs={signs} width={width} height={height} measure={measure}>
      <clipPath id="map">
        <rect width={width} height={height} />
      </clipPath>
      <g clipPath="url(#map)">
        {Array.from(toStretches(edges), (some, index) => (
          <Edges key={index} edges={some} />
        ))}
        {Array.from(toStretches(nodes), (some, index) => (
          <Nodes key={index} nodes={some} />
        ))}
        {labels.map(({ item, lines, x, y, line, font, box }, index) => {
          const [, weight, size] = /^(\d+) (\d+)px/.exec(font)!;
          const tall = lines.length * line;
          return (
            <g key={index}>
              {isBacked(item) && (
                <rect
                  x={box.left - 2}
                  y={box.top - 1}
                  width={box.right - box.left + 4}
                  height={tall + 4}
                  rx={4}
                  fill="var(--paper)"
                  fillOpacity={0.85}
                />
              )}
              <Lines
                lines={lines}
                x={x}
                y={y - tall / 2 + (line - Number(size)) / 2}
                size={Number(size)}
                line={line}
                weight={Number(weight)}
                fill={`var(${item.colour})`}
                anchor="middle"
                halo
              />
            </g>
          );
        })}
      </g>
    </Figure>
  );
}
