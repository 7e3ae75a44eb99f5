// A list that shows its first rows, and more of them when asked, however long it is.
import { useState, type ReactNode } from 'react';
import styles from './Find.module.css';

/** How many rows are added at a time; all the rest where it is fewer. */
const MORE = 300;

/** The `first` of the items, and buttons for more of them; `children` makes a row of each. */
export function GrowingList<T>({
  items,
  first,
  className,
  children,
}: {
  /** All of them, or what gives some of them when asked. */
  items: { readonly length: number; readonly slice: (start: number, end: number) => readonly T[] };
  first: number;
  className?: string | undefined;
  children: (item: T) => ReactNode;
}) {
  const [wanted, setWanted] = useState(first);
  // One row more takes no more room than the button that asks for it.
  const shown = items.length === wanted + 1 ? items.length : wanted;
  const rest = items.length - shown;
  return (
    <>
      <ul className={className ?? styles.list}>{items.slice(0, shown).map(children)}</ul>
      {rest > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => setWanted(rest <= MORE ? items.length : shown + MORE)}
        >
          {rest <= MORE ? `Show all ${items.length}` : `Show ${MORE} more of ${items.length}`}
        </button>
      )}
    </>
  );
}
