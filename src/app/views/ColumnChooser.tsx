// Which columns a table shows.
import { useRef, type KeyboardEvent } from 'react';
import { show, useStore } from '../store';
import buttons from '../ui/button.module.css';
import type { Column } from './columns';
import styles from './Table.module.css';

export function ColumnChooser({ columns, shown }: { columns: readonly Column[]; shown: readonly Column[] }) {
  const table = useStore((state) => state.view.table);
  const box = useRef<HTMLDetailsElement>(null);
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !box.current?.open) return;
    event.preventDefault();
    box.current.open = false;
    box.current.querySelector('summary')!.focus();
  };
  const choose = (id: string, on: boolean) => {
    const chosen = columns.filter((column) => (column.id === id ? on : shown.includes(column)));
    const isUsual = columns.every((column) => chosen.includes(column) === (column.shown !== false));
    show({ table: { ...table, columns: isUsual ? undefined : chosen.map((column) => column.id) } });
  };
  return (
    <details
      ref={box}
      className={styles.chooser}
      onKeyDown={leave}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
    >
      <summary className={buttons.button}>Columns</summary>
      <fieldset>
        <legend className="unseen">Columns</legend>
        {columns.map((column) => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={shown.includes(column)}
              disabled={column.shown === 'always'}
              onChange={(event) => choose(column.id, event.target.checked)}
            />
            {column.name}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
