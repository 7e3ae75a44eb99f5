// What a card is about, and the way out of it.
import { lazy, Suspense, type ReactNode } from 'react';
import { select, useStore } from '../store';
import styles from './Inspector.module.css';

const EditButton = lazy(async () => ({ default: (await import('../coding/EditButton')).EditButton }));

/** `id` is of what the card is about, where that is one thing. */
export function CardHeading({ id, children }: { id?: string; children: ReactNode }) {
  const inProject = useStore(({ opened }) => opened?.local?.project !== undefined);
  return (
    <div className={styles.kind}>
      {children}
      {id !== undefined && inProject && (
        <Suspense>
          <EditButton id={id} className={styles.edit} />
        </Suspense>
      )}
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
