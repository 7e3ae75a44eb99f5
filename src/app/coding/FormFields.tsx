// The fields of a form, each by what kind of thing is written in it.
import { useId, type KeyboardEvent } from 'react';
import { parseWritten } from '../../core/article/writtendate';
import { printDate } from '../../core/date';
import { MAX_LABEL, MAX_TEXT, type Anchor } from '../../core/schema';
import { clip } from '../../core/text';
import { toDoubt } from '../importing/draft';
import { Fault } from './NodeChoice';
import type { Values } from './coding';
import type { Field } from './fields';
import buttons from '../ui/button.module.css';
import styles from './Editor.module.css';

/** Gives the keyboard back after a form that is gone, unless somebody has gone on elsewhere. */
export function giveKeyboard(place: HTMLElement | null): void {
  if (document.activeElement === document.body) place?.focus();
}

/** What the keys do in a form: Enter saves, but in a list of lines, and Escape leaves it, where there is anything to leave. */
export const toFormKeys =
  (save: () => void, leave: (() => void) | undefined) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && leave) {
      event.preventDefault();
      leave();
    }
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const isAnyway = event.ctrlKey || event.metaKey;
    const inText = event.target instanceof HTMLTextAreaElement && event.target.dataset.lines !== 'true';
    if (!isAnyway && !(inText && !event.shiftKey)) return;
    event.preventDefault();
    save();
  };

/** `faults` are by the names of fields with `prefix` in front. */
export function Fields({
  fields,
  values,
  change,
  faults,
  prefix = '',
}: {
  fields: readonly Field[];
  values: Values;
  change: (values: Values) => void;
  faults: Readonly<Record<string, string>>;
  prefix?: string;
}) {
  return fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      change={(value) => change({ ...values, [field.name]: value })}
      fault={faults[prefix + field.name]}
    />
  ));
}

function OneField({
  field: { label, as, hint },
  value,
  change,
  fault,
}: {
  field: Field;
  value: string;
  change: (value: string) => void;
  fault: string | undefined;
}) {
  const id = useId();
  const doubt = as === 'date' ? toDoubt(value) : undefined;
  const described = [hint && `${id}h`, fault && `${id}f`].filter(Boolean).join(' ') || undefined;
  const common = {
    id,
    value,
    'aria-describedby': described,
    'aria-invalid': fault !== undefined || undefined,
    onChange: (event: { target: { value: string } }) => change(event.target.value),
  };
  if (as === 'check')
    return (
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => change(event.target.checked ? 'true' : '')}
        />
        {label}
      </label>
    );
  if (typeof as === 'object')
    return (
      <fieldset
        className={styles.field}
        data-fault={fault !== undefined}
        aria-describedby={fault && `${id}f`}
      >
        <legend className={styles.label}>{label}</legend>
        <div className={styles.options}>
          {Object.entries(as).map(([one, words]) => (
            <label key={one}>
              <input
                type="radio"
                name={id}
                value={one}
                checked={value === one}
                onChange={() => change(one)}
              />
              <span>{words}</span>
            </label>
          ))}
        </div>
        <Fault id={`${id}f`}>{fault}</Fault>
      </fieldset>
    );
  return (
    <div className={styles.field} data-fault={fault !== undefined}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {as === 'date' ? (
        <input type="text" {...common} maxLength={100} autoComplete="off" spellCheck={false} />
      ) : (
        // What is one line is written in as many as it needs to be seen whole.
        <textarea
          {...common}
          rows={as === 'line' ? 1 : as === 'names' ? 2 : 3}
          maxLength={as === 'line' ? MAX_LABEL : MAX_TEXT}
          data-lines={as === 'names'}
          onChange={({ target }) =>
            change(as === 'names' ? target.value : target.value.replace(/\s*\n\s*/g, ' '))
          }
        />
      )}
      {hint && (
        <p id={`${id}h`} className={doubt ? styles.doubt : styles.hint}>
          {doubt ?? ((as === 'date' && printWritten(value)) || hint)}
        </p>
      )}
      <Fault id={`${id}f`}>{fault}</Fault>
    </div>
  );
}

/** How a date that somebody writes is understood. */
function printWritten(written: string): string | undefined {
  const date = parseWritten(written);
  return date && printDate(date);
}

/** How many characters of a passage are shown before one asks for all. */
const SHORT = 180;

/** The words that something rests on, each to be gone to, replaced or removed, and the selected ones to be added. */
export function PassageList({
  name,
  anchors,
  change,
  selected,
  goTo,
  fault,
  most = Infinity,
}: {
  name: string;
  anchors: readonly Anchor[];
  change: (anchors: readonly Anchor[]) => void;
  /** The words selected in the article. */
  selected: Anchor | undefined;
  goTo?: ((place: number) => void) | undefined;
  fault?: string | undefined;
  most?: number;
}) {
  const id = useId();
  const isThere = selected && anchors.some((anchor) => JSON.stringify(anchor) === JSON.stringify(selected));
  const fresh = isThere ? undefined : selected;
  return (
    <div className={styles.field} role="group" aria-labelledby={id} data-fault={fault !== undefined}>
      <span className={styles.label} id={id}>
        {name}
      </span>
      <ul className={styles.passages}>
        {anchors.map((anchor, place) => (
          <li key={JSON.stringify(anchor)}>
            <Quote quote={anchor.quote} />
            <div className={styles.tools}>
              {goTo && (
                <button type="button" className={buttons.plain} onClick={() => goTo(place)}>
                  Go to
                </button>
              )}
              {fresh && (
                <button
                  type="button"
                  className={buttons.plain}
                  onClick={() => change(anchors.map((one, at) => (at === place ? fresh : one)))}
                >
                  Replace by the selected words
                </button>
              )}
              <button
                type="button"
                className={buttons.plain}
                aria-label={`Remove the words “${clip(anchor.quote, 40)}”`}
                onClick={() => change(anchors.filter((_, at) => at !== place))}
              >
                Remove
              </button>
            </div>
          </li>
        ))}
      </ul>
      {anchors.length < most &&
        (fresh ? (
          <button type="button" className={buttons.button} onClick={() => change([...anchors, fresh])}>
            Add the selected words
          </button>
        ) : (
          anchors.length === 0 && <p className={styles.hint}>Select words in the article to add them here.</p>
        ))}
      <Fault id={`${id}f`}>{fault}</Fault>
    </div>
  );
}

/** Words of an article, the first of them where they are many. */
export function Quote({ quote }: { quote: string }) {
  if (quote.length <= SHORT) return <q className={styles.quote}>{quote}</q>;
  return (
    <details className={styles.long}>
      <summary>
        <q className={styles.quote}>{clip(quote, SHORT).trimEnd()}…</q>
      </summary>
      <q className={styles.quote}>{quote}</q>
    </details>
  );
}
