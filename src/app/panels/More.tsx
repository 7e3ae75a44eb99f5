// A list that shows its first few rows.
import { useState, type ReactNode } from 'react';
import { isArgumentType, type EdgeType } from '../../core/vocabulary';
import { EDGE_LOOK } from '../vocabulary';
import buttons from '../ui/button.module.css';
import styles from './Inspector.module.css';

/** How many rows are shown before one asks for more. */
const FEW = 5;

/** A list, mostly under a heading: its first few rows, and the rest when asked for. */
export function More<T>({
  name,
  type,
  items,
  whole = false,
  children,
}: {
  name?: string;
  type?: EdgeType;
  items: readonly T[];
  /** Whether all of it is shown from the beginning. */
  whole?: boolean;
  children: (item: T) => ReactNode;
}) {
  const [all, setAll] = useState(whole);
  const long = items.length > FEW + 1;
  return (
    <section>
      {name && (
        <h3 style={type && isArgumentType(type) ? { color: `var(${EDGE_LOOK[type].colour})` } : undefined}>
          {name} {long && <span>{items.length}</span>}
        </h3>
      )}
      <ul className={styles.rows}>{(all || !long ? items : items.slice(0, FEW)).map(children)}</ul>
      {long && !all && (
        <button type="button" className={buttons.plain} onClick={() => setAll(true)}>
          Show all {items.length}
        </button>
      )}
    </section>
  );
}
