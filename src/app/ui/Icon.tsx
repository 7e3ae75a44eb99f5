// The pictograms of the node types, as the map draws them.
import { memo } from 'react';
import type { NodeType } from '../../core/vocabulary';
import { NODE_LOOK } from '../vocabulary';

const INK = { fill: 'var(--pictogram)' };

/** In a square of 16, filled by what is around them. */
export const TYPE_SHAPES = {
  claim: <circle cx="8" cy="8" r="4.5" />,
  recommendation: <path d="M8 2 14 8 8 14 2 8Z" />,
  person: (
    <>
      <circle cx="8" cy="8" r="7" />
      <circle cx="8" cy="6" r="2" style={INK} />
      <path d="M4.2 12.4a3.8 3.8 0 0 1 7.6 0Z" style={INK} />
    </>
  ),
  organisation: (
    <>
      <rect x="1.5" y="1.5" width="13" height="13" rx="2" />
      <path d="M4 4.5h8v1.4H4zM4 7h1.4v5H4zM10.6 7H12v5h-1.4zM7.2 7h1.6v5H7.2z" style={INK} />
    </>
  ),
  report: (
    <>
      <rect x="2.5" y="1" width="11" height="14" rx="1.2" />
      <path d="M4.8 4h6.4v1.3H4.8zM4.8 6.7h6.4v1H4.8zM4.8 9.1h6.4v1H4.8zM4.8 11.5h4v1h-4z" style={INK} />
    </>
  ),
  article: (
    <>
      <rect x="0.8" y="2" width="14.4" height="12" rx="1.2" />
      <path d="M3 4.2h10v1.7H3zM3 7.4h4.4v4.4H3zM8.8 7.8H13v1H8.8zM8.8 10.4H13v1H8.8z" style={INK} />
    </>
  ),
  topic: (
    <>
      <path d="M5 1h6l4.5 7L11 15H5L.5 8Z" />
      <path
        d="M6 6.1A2.1 2.1 0 1 1 8 8.4v1.2"
        style={{ fill: 'none', stroke: 'var(--pictogram)', strokeWidth: 1.5, strokeLinecap: 'round' }}
      />
      <circle cx="8" cy="11.7" r="0.95" style={INK} />
    </>
  ),
} as const satisfies Record<NodeType, React.ReactNode>;

/** The pictogram of a type of node, in the type's colour. Decorative: its name stands beside it. */
export const TypeIcon = memo(function TypeIcon({ type, size = 16 }: { type: NodeType; size?: number }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      style={{ fill: `var(${NODE_LOOK[type].colour})`, flex: 'none' }}
    >
      {TYPE_SHAPES[type]}
    </svg>
  );
});
