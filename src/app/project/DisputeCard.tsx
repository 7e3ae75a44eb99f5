// Something that two coders do not agree on, to be settled beside its words.
import { useId } from 'react';
import type { Corpus } from '../../core/model';
import type { Choice, Comparison, Dispute } from '../../core/settlement';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import styles from './Agreement.module.css';
import { KINDS, toQuote, toReadings } from './disputes';

export function DisputeCard({
  opened,
  theirs,
  ids,
  dispute,
  chosen,
  choose,
}: {
  opened: Opened;
  theirs: Corpus;
  ids: Comparison['ids'];
  dispute: Dispute;
  chosen: Choice;
  choose: (choice: Choice) => void;
}) {
  const name = useId();
  const { kind, first, second } = dispute;
  const node = (first ?? second)!;
  return (
    <fieldset className={styles.dispute}>
      <legend>{KINDS[kind]}</legend>
      <p className={styles.label}>
        <TypeIcon type={node.type} />
        <span>{node.label}</span>
      </p>
      <p className={styles.quote}>
        <q>{toQuote(dispute)}</q>
      </p>
      <div className={styles.choices}>
        {toReadings(opened, theirs, ids, dispute).map((reading) => (
          <label key={reading.choice}>
            <input
              type="radio"
              name={name}
              checked={chosen === reading.choice}
              onChange={() => choose(reading.choice)}
            />
            <span>
              {reading.name}
              {reading.words !== '' && <small>{reading.words}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
