// The fields for what is said of an article: its title, publisher, date, web address and authors, with what is missing or to be looked at.
import { useId, useState, type ReactNode } from 'react';
import { FIELDS, findAuthor, type Field } from '../../core/article/addition';
import { printDate } from '../../core/date';
import { parseWritten } from '../../core/article/writtendate';
import { readAuthors, toDoubt, type Written } from './draft';
import styles from './Details.module.css';

const NAMES = {
  title: 'Title',
  publisher: 'Publisher',
  date: 'Date',
  url: 'Web address (optional)',
} as const satisfies Record<Field, string>;

export function DetailFields({
  written,
  write,
  lacks,
  isTried,
  isDisabled,
  open,
  text,
  known,
  children,
}: {
  written: Written;
  write: (part: Partial<Written>) => void;
  lacks: Readonly<Partial<Record<Field, string>>>;
  /** Whether what is still missing is wrong by now: until then, or until its field was left, it is only still to do. */
  isTried: boolean;
  isDisabled: boolean;
  /** The field that can be written in though the others cannot: what is in it is why. */
  open?: Field | undefined;
  /** The article's words, which must name its authors. */
  text: string;
  /** Who wrote it so far, where it is in the graph. */
  known?: readonly string[];
  /** What stands below a field. */
  children?: (field: Field) => ReactNode;
}) {
  const id = useId();
  const [left, setLeft] = useState<ReadonlySet<Field>>(new Set());
  const unnamed = readAuthors(written.authors, known).filter(
    (name) => !known?.includes(name) && !findAuthor(text, name),
  );
  const toHint = (field: Field): [hint: string, className: string | undefined] => {
    const lack = lacks[field];
    if (lack !== undefined) return [lack, isTried || left.has(field) ? styles.lack : styles.hint];
    const date = field === 'date' && written.date !== '' ? parseWritten(written.date) : undefined;
    if (date === undefined) return ['', styles.hint];
    const doubt = toDoubt(date);
    return doubt === undefined ? [printDate(date), styles.hint] : [doubt, styles.doubt];
  };
  return (
    <div className={styles.fields}>
      {FIELDS.map((field) => {
        const [hint, className] = toHint(field);
        return (
          <div key={field} className={styles[field]}>
            <label className={styles.field}>
              {NAMES[field]}
              <input
                name={field}
                value={written[field]}
                autoComplete="off"
                disabled={isDisabled && field !== open}
                {...(field === 'url' ? { type: 'url', inputMode: 'url' } : { dir: 'auto', required: true })}
                aria-invalid={className === styles.lack}
                aria-describedby={`${id}-${field}`}
                onChange={(event) => write({ [field]: event.target.value })}
                onBlur={() => setLeft(new Set([...left, field]))}
              />
            </label>
            <p id={`${id}-${field}`} className={className}>
              {hint}
            </p>
            {children?.(field)}
          </div>
        );
      })}
      <div className={styles.authors}>
        <label className={styles.field}>
          Authors, if known
          <input
            name="authors"
            value={written.authors}
            autoComplete="off"
            dir="auto"
            disabled={isDisabled}
            aria-describedby={`${id}-authors`}
            onChange={(event) => write({ authors: event.target.value })}
          />
        </label>
        <p id={`${id}-authors`} className={styles.hint}>
          {unnamed.length > 0
            ? `The text does not name ${unnamed.join(', ')}: nothing stands here without its words, so the article will be without.`
            : 'With commas between them.'}
        </p>
      </div>
    </div>
  );
}
