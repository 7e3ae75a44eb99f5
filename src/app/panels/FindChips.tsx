// What filters now, each term in words and with a way to take it out.
import type { MouseEvent } from 'react';
import { EVERYTHING } from '../../core/query';
import { filter, useStore, type Opened } from '../store';
import { printTerm, toTerms, type Term } from '../terms';
import styles from './Find.module.css';

/** `left` is called when the last term, and with it the focus, has gone. */
export function FindChips({ opened: { corpus }, left }: { opened: Opened; left: () => void }) {
  const query = useStore((state) => state.view.query);
  const terms = toTerms(corpus, query);
  if (terms.length === 0) return null;
  const remove = (event: MouseEvent<HTMLElement>, { without }: Term) => {
    const item = event.currentTarget.parentElement!;
    const next = item.nextElementSibling ?? item.previousElementSibling;
    if (terms.length > 1) next?.querySelector('button')?.focus();
    else left();
    filter(without);
  };
  const clear = () => {
    left();
    filter(EVERYTHING);
  };
  return (
    <section className={styles.chips} aria-label="Filters in use">
      <ul>
        {terms.map((term) => (
          <li key={term.id}>
            <button
              type="button"
              className={styles.chip}
              aria-label={`Take out the filter ${printTerm(term)}`}
              onClick={(event) => remove(event, term)}
            >
              <span>
                <b>{term.name}</b>
                {term.text && `: ${term.text}`}
              </span>
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
        {terms.length > 1 && (
          <li>
            <button type="button" className={styles.more} onClick={clear}>
              Clear all
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}
