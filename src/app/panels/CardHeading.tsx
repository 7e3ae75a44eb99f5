// What a card is about, and the way out of it.
import type { ReactNode } from 'react';
import { select } from '../store';
import styles from './Inspector.module.css';

export function CardHeading({ children }: { children: ReactNode }) {
  return (
    <div className={styles.kind}>
      {children}
      <button
        type="button"
        className={styles.close}
        onClick={() => select(undefined)}
        aria-label="Select nothing"
        title="Select nothing (Esc)"
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}
