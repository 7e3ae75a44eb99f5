// Which types of line are to be followed: all, or those that are ticked.
import { useState } from 'react';
import { EDGE_TYPES, type EdgeType } from '../../core/vocabulary';
import { EDGE_LOOK } from '../vocabulary';
import { LineSample } from './LineSample';
import buttons from './button.module.css';
import styles from './LinesChoice.module.css';

export function LinesChoice({
  along,
  onChange,
}: {
  along: readonly EdgeType[] | undefined;
  onChange: (along: readonly EdgeType[] | undefined) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const chosen = along ?? EDGE_TYPES;
  const toggle = (type: EdgeType) => {
    const next = EDGE_TYPES.filter((one) => chosen.includes(one) !== (one === type));
    onChange(next.length === EDGE_TYPES.length || next.length === 0 ? undefined : next);
  };
  return (
    <details
      className={styles.choice}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !event.currentTarget.open) return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.open = false;
        event.currentTarget.querySelector('summary')!.focus();
      }}
    >
      <summary className={buttons.button}>
        {along === undefined
          ? 'All lines'
          : along.length === 1
            ? `Only ‘${EDGE_LOOK[along[0]!].name}’`
            : `${along.length} kinds of line`}
      </summary>
      {isOpen && (
        <div role="group" aria-label="Lines to follow" tabIndex={-1}>
          {EDGE_TYPES.map((type) => (
            <label key={type}>
              <input type="checkbox" checked={chosen.includes(type)} onChange={() => toggle(type)} />
              <LineSample type={type} />
              {EDGE_LOOK[type].name}
            </label>
          ))}
          {along && (
            <button type="button" className={buttons.plain} onClick={() => onChange(undefined)}>
              All lines
            </button>
          )}
        </div>
      )}
    </details>
  );
}
