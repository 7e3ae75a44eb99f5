// What became of every sentence of an article, in figures.
import type { Sentence } from '../../core/coverage';
import { count } from '../numbers';
import styles from './Coverage.module.css';

const REASON_WORDS = {
  furniture: 'page furniture',
  'scene-setting': 'scene-setting',
  repetition: 'said already',
} as const satisfies Record<NonNullable<Sentence['reason']>, string>;

/** The legend of the text's sentences, with how many there are of each. */
export function Coverage({ sentences }: { sentences: readonly Sentence[] }) {
  const coded = sentences.filter(({ state }) => state === 'coded').length;
  const missed = sentences.filter(({ state }) => state === 'unaccounted').length;
  const reasons = (Object.keys(REASON_WORDS) as (keyof typeof REASON_WORDS)[]).map((reason) => ({
    reason,
    size: sentences.filter((sentence) => sentence.reason === reason).length,
  }));
  return (
    <dl className={styles.coverage} aria-label="Coverage">
      <div>
        <dt>
          <i data-state="coded" /> Coded
        </dt>
        <dd>{coded}</dd>
      </div>
      {reasons.map(({ reason, size }) => (
        <div key={reason}>
          <dt>
            <i data-state="left out" /> Left out: {REASON_WORDS[reason]}
          </dt>
          <dd>{size}</dd>
        </div>
      ))}
      <div>
        <dt>
          <i data-state="unaccounted" /> Not accounted for
        </dt>
        <dd>{missed}</dd>
      </div>
      <div>
        <dt>All</dt>
        <dd>{count(sentences.length, 'sentence')}</dd>
      </div>
    </dl>
  );
}
