// How a topic's claims divide, as one bar with its figures in words.
import type { Positions } from '../../core/debate';
import type { Stance } from '../../core/vocabulary';
import { STANCE_NAMES, STANCE_WORDS } from '../vocabulary';
import { KindIcon } from './Kind';
import styles from './StanceBar.module.css';

const ORDER = ['against', 'mixed', 'neutral', 'for'] as const satisfies readonly Stance[];

/** How many of a topic's claims stand on each side, as one bar; its words are its name. */
export function StanceBar({ position: { numbers, size } }: { position: Positions }) {
  const taken = ORDER.filter((stance) => numbers[stance] > 0);
  const words = taken.map((stance) => `${numbers[stance]} ${STANCE_WORDS[stance]}`).join(', ');
  return (
    <span className={styles.bar} title={words}>
      <span className="unseen">: {words}</span>
      {taken.map((stance) => (
        <span
          key={stance}
          style={{
            width: `${(100 * numbers[stance]) / Math.max(1, size)}%`,
            background: `var(--${stance})`,
          }}
        />
      ))}
    </span>
  );
}

/** What the colours of a stance bar mean. */
export function StanceKey() {
  return (
    <p className={styles.key} aria-hidden="true">
      {ORDER.map((stance) => (
        <span key={stance}>
          <KindIcon kind={stance} />
          {STANCE_NAMES[stance]}
        </span>
      ))}
    </p>
  );
}
