// What it is about: the topics, and how what filters and focus leave about each divides.
import { useState } from 'react';
import { usePositions } from '../positions';
import { printNumber } from '../numbers';
import { isUnfiltered, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { StanceBar, StanceKey } from '../ui/StanceBar';
import styles from './Find.module.css';

/** How many topics are listed before one asks for all. */
const FEW = 8;

export function FindTopics({ opened }: { opened: Opened }) {
  const { value: positions = [], busy } = usePositions(opened.corpus);
  const isWhole = useStore(isUnfiltered);
  const [all, setAll] = useState(false);
  const shown = all ? positions : positions.slice(0, FEW);
  return (
    <section className={styles.group} aria-labelledby="topics">
      <h2 id="topics">What it is about</h2>
      {positions.length === 0 ? (
        <p className={styles.none}>
          {busy
            ? 'Counting …'
            : isWhole
              ? 'Nobody is coded as saying anything on a topic yet.'
              : 'Nothing that is said fits the filters.'}
        </p>
      ) : (
        <StanceKey />
      )}
      <ul className={styles.list}>
        {shown.map((position) => (
          <li key={position.topic.id}>
            <ItemLink id={position.topic.id} className={styles.topic}>
              <span>{position.topic.label}</span>
              <span className={styles.number}>{printNumber(position.size)}</span>
              <StanceBar position={position} />
            </ItemLink>
          </li>
        ))}
      </ul>
      {positions.length > FEW && (
        <button type="button" className={styles.more} onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? 'Show fewer topics' : `Show all ${positions.length} topics`}
        </button>
      )}
    </section>
  );
}
