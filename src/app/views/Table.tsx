// The graph as tables: what is on the map, a row each, for those who sort, count, or cannot see it.
import { useCallback, useDeferredValue, useId, useMemo } from 'react';
import { writeCsv } from '../../core/formats/csv';
import type { Steps } from '../../core/steps';
import { findRows, isUnfiltered, showAll, useStore, type Opened } from '../store';
import { finish, useSteps } from '../steps';
import { saveFile } from '../ui/save';
import { ViewLink } from '../ui/ViewLink';
import { ROWS } from '../view';
import { count } from '../numbers';
import buttons from '../ui/button.module.css';
import { arrange, printSort, toShown, toTableModel, type Column, type Row, type RowsName } from './columns';
import { ColumnChooser } from './ColumnChooser';
import { Grid } from './Grid';
import styles from './Table.module.css';

const NAMES = {
  nodes: {
    one: 'node',
    many: 'nodes',
    tab: 'Claims and people',
    what: 'each node of the map: claims, people, bodies, reports and topics',
  },
  edges: {
    one: 'line',
    many: 'lines',
    tab: 'How they connect',
    what: 'each line of the map: who or what is connected with what, and how',
  },
  utterances: {
    one: 'statement',
    many: 'statements',
    tab: 'Who said what',
    what: 'each time that something is said: by whom, when and for whom',
  },
} as const satisfies Record<RowsName, object>;

const NO_ROWS: readonly Row[] = [];

export function Table({ opened }: { opened: Opened }) {
  const table = useStore((state) => state.view.table);
  const visible = useDeferredValue(useStore((state) => state.visible));
  const query = useDeferredValue(useStore((state) => state.view.query));
  const model = useMemo(
    () => toTableModel(opened, table.rows, visible, query),
    [opened, table.rows, visible, query],
  );
  const words = useDeferredValue(table.find ?? '');
  const { sort, columns } = useMemo(() => toShown(model, table), [model, table]);
  const start = useCallback(
    function* () {
      return { name: table.rows, rows: yield* arrange(opened, model, sort, words) };
    },
    [opened, table.rows, model, sort, words],
  );
  const { value, busy } = useSteps(start);
  // The rows of another table would not fit the columns of this one.
  const rows = value?.name === table.rows ? value.rows : NO_ROWS;
  const caption = useId();
  const { one, many } = NAMES[table.rows];
  const save = () => saveCsv(`claimscape-${table.rows}.csv`, columns, rows);
  return (
    <section aria-label="Table" className={styles.table}>
      <div className={styles.tools}>
        <nav aria-label="Rows" className={styles.kinds}>
          {ROWS.map((name) => (
            <ViewLink
              key={name}
              to={{ table: { rows: name, ...(table.find && { find: table.find }) } }}
              current={table.rows === name}
              title={NAMES[name].what}
            >
              {NAMES[name].tab}
            </ViewLink>
          ))}
        </nav>
        <input
          type="search"
          aria-label={`Find in these ${many}`}
          placeholder="Find in the table"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={table.find ?? ''}
          onChange={(event) => findRows(event.target.value)}
        />
        <ColumnChooser columns={model.columns} shown={columns} />
        <button type="button" className={buttons.button} disabled={busy || rows.length === 0} onClick={save}>
          Save as CSV
        </button>
      </div>
      <p id={caption} role="status" className={styles.caption}>
        {busy
          ? 'Putting the rows in order…'
          : [count(rows.length, one, many), printSort(model, sort)].filter(Boolean).join(', ')}
      </p>
      {rows.length === 0 && !busy ? (
        <Empty many={many} />
      ) : (
        <Grid
          key={table.rows}
          opened={opened}
          columns={columns}
          rows={rows}
          sort={sort}
          labelledBy={caption}
          busy={busy}
        />
      )}
    </section>
  );
}

function Empty({ many }: { many: string }) {
  const words = useStore((state) => state.view.table.find);
  const isWhole = useStore(isUnfiltered);
  return (
    <div className={styles.empty}>
      <p>
        {words
          ? `None of the ${many}${isWhole ? '' : ' that the filters leave'} holds “${words}”.`
          : isWhole
            ? `There are no ${many} yet.`
            : `The filters leave no ${many}.`}
      </p>
      {words && (
        <button type="button" className={buttons.button} onClick={() => findRows('')}>
          Clear the words
        </button>
      )}
      {!isWhole && (
        <button type="button" className={buttons.button} onClick={showAll}>
          Show everything
        </button>
      )}
    </div>
  );
}

/** Saves the rows as they are shown, dates in EDTF. */
async function saveCsv(name: string, columns: readonly Column[], rows: readonly Row[]): Promise<void> {
  function* cells() {
    for (const row of rows) yield columns.map(({ text, data = text }) => data(row));
  }
  function* pieces(): Steps<string[]> {
    const written: string[] = [];
    for (const piece of writeCsv(
      columns.map((column) => column.name),
      cells(),
    )) {
      written.push(piece);
      if (written.length % 64 === 0) yield undefined;
    }
    return written;
  }
  saveFile(name, 'text/csv;charset=utf-8', await finish(pieces()));
}
