// A line as the map draws it, for the legend.
import { memo } from 'react';
import type { EdgeType } from '../../core/vocabulary';
import { EDGE_LOOK } from '../vocabulary';

export const LineSample = memo(function LineSample({
  type = 'authored',
  dashed = false,
}: {
  type?: EdgeType;
  dashed?: boolean;
}) {
  const { colour, width } = EDGE_LOOK[type];
  const stroke = dashed ? 'var(--ink-soft)' : `var(${colour})`;
  return (
    <svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true" style={{ flex: 'none' }}>
      <path d="M1 5h20" style={{ stroke, strokeWidth: width, strokeDasharray: dashed ? '4 3' : undefined }} />
      {type !== 'about' && <path d="M19 2l6 3-6 3z" style={{ fill: stroke }} />}
    </svg>
  );
});
