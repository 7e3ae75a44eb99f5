// A list of an inspector's card, mostly under a heading: its first few rows, and more of them when asked.
import type { ReactNode } from 'react';
import { isArgumentType, type EdgeType } from '../../core/vocabulary';
import { EDGE_LOOK } from '../vocabulary';
import { GrowingList } from './GrowingList';
import styles from './Inspector.module.css';

/** How many rows are shown before one asks for more. */
const FEW = 5;

/** A heading, coloured where `type` is of an argument, and what stands under it. */
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
  return (
    <section>
      {name && (
        <h3 style={type && isArgumentType(type) ? { color: `var(${EDGE_LOOK[type].colour})` } : undefined}>
          {name} {items.length > FEW + 1 && <span>{items.length}</span>}
        </h3>
      )}
      <GrowingList items={items} first={whole ? items.length : FEW} className={styles.rows}>
        {children}
      </GrowingList>
    </section>
  );
}
