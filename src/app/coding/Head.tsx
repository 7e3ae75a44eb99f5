// Above the queue: how much is decided, which proposals are listed, and which keys decide.
import { count } from '../numbers';
import { Key } from './Key';
import { PARTS, type Case, type Part, type Queue } from './queue';
import styles from './Review.module.css';

const KEYS = [
  ['↓ or J, ↑ or K', 'the next, the one before'],
  ['A or Enter', 'accept'],
  ['R', 'reject'],
  ['S', 'skip'],
  ['E', 'edit headline and statement, or name'],
  ['T', 'choose a topic'],
  ['M', 'it is the same as one in the graph'],
  ['W', 'choose who says it'],
  ['1, 2, 3', 'it supports or disputes that claim, too'],
  ['Z', 'undo, also Ctrl Z anywhere'],
  ['Esc', 'leave what is being chosen or written'],
] as const;

export function Head({
  queue: { cases },
  open,
  part,
  choose,
  showsAll,
  showAll,
  isHelping,
  help,
  isSorting,
  sort,
}: {
  queue: Queue;
  open: readonly Case[];
  part: Part;
  choose: (part: Part) => void;
  showsAll: boolean;
  showAll: (shows: boolean) => void;
  isHelping: boolean;
  help: (helps: boolean) => void;
  /** Whether which are listed, and many at once, can be chosen, where that takes the room of what is decided. */
  isSorting: boolean;
  sort: (sorts: boolean) => void;
}) {
  const done = cases.length - open.length;
  return (
    <header className={styles.head}>
      <p>
        <b>{count(open.length, 'proposal')} to decide</b>
        <button
          type="button"
          className={`${styles.quiet} ${styles.sort}`}
          aria-expanded={isSorting}
          onClick={() => sort(!isSorting)}
        >
          Filter, or many at once <span aria-hidden="true">{isSorting ? '▴' : '▾'}</span>
        </button>
        <button
          type="button"
          className={`${styles.quiet} ${styles.keys}`}
          aria-expanded={isHelping}
          onClick={() => help(!isHelping)}
        >
          Keys <Key name="?" />
        </button>
      </p>
      {isHelping && (
        <dl>
          {KEYS.map(([keys, does]) => (
            <div key={keys}>
              <dt>{keys}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      )}
      <progress value={done} max={cases.length || 1} aria-label="Decided" />
      <div className={styles.parts} role="group" aria-label="Which proposals">
        {(Object.keys(PARTS) as Part[]).map((name) => {
          const left = open.filter(({ proposal }) => PARTS[name].holds(proposal)).length;
          return left === 0 && name !== part && name !== 'all' ? null : (
            <button key={name} type="button" aria-pressed={part === name} onClick={() => choose(name)}>
              {PARTS[name].name} <span>{left}</span>
            </button>
          );
        })}
        {done > 0 && (
          <button type="button" aria-pressed={showsAll} onClick={() => showAll(!showsAll)}>
            Done <span>{done}</span>
          </button>
        )}
      </div>
    </header>
  );
}
