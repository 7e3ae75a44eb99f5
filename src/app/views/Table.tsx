// The graph as tables: what is on the map, a row each, for those who sort, count, or cannot see it.
import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { writeCsv } from '../../core/formats/csv';
import type { Steps } from '../../core/steps';
import { isArgumentType } from '../../core/vocabulary';
import { findRows, select, show, showAll, useStore, type Opened } from '../store';
import { finish, useSteps } from '../steps';
import { ItemLink } from '../ui/ItemLink';
import { LineSample } from '../ui/LineSample';
import { saveFile } from '../ui/save';
import { TypeIcon } from '../ui/Icon';
import { ViewLink } from '../ui/ViewLink';
import { ROWS } from '../view';
import { EDGE_LOOK } from '../vocabulary';
import { count } from '../numbers';
import buttons from '../ui/button.module.css';
import { arrange, toTableModel, type Column, type Mention, type Row, type RowsName } from './columns';
import styles from './Table.module.css';

const NAMES = {
  nodes: { one: 'node', many: 'nodes', tab: 'Nodes', what: 'claims, people, reports and topics' },
  edges: { one: 'line', many: 'lines', tab: 'Lines', what: 'who is connected with what, and how' },
  utterances: {
    one: 'utterance',
    many: 'utterances',
    tab: 'Utterances',
    what: 'who said what, when, for whom',
  },
} as const satisfies Record<RowsName, object>;

const NO_ROWS: readonly Row[] = [];

export function Table({ opened }: { opened: Opened }) {
  const table = useStore((state) => state.view.table);
  const visible = useDeferredValue(useStore((state) => state.visible));
  const model = useMemo(() => toTableModel(opened, table.rows, visible), [opened, table.rows, visible]);
  const words = useDeferredValue(table.find ?? '');
  // A link may name columns that this table does not have.
  const has = (name: string) => model.columns.some(({ id }) => id === name);
  const sort = table.sort !== undefined && has(table.sort.replace('-', '')) ? table.sort : model.order;
  const start = useCallback(
    function* () {
      return { name: table.rows, rows: yield* arrange(opened, model, sort, words) };
    },
    [opened, table.rows, model, sort, words],
  );
  const { value, busy } = useSteps(start);
  // The rows of another table would not fit the columns of this one.
  const rows = value?.name === table.rows ? value.rows : NO_ROWS;
  const chosen = table.columns?.some(has) ? table.columns : undefined;
  const columns = useMemo(
    () =>
      model.columns.filter(({ id, shown }) => shown === 'always' || (chosen ? chosen.includes(id) : shown)),
    [model, chosen],
  );
  const caption = useId();
  const { one, many } = NAMES[table.rows];
  const column = model.columns.find(({ id }) => id === sort.replace('-', ''));
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
          : `${count(rows.length, one, many)}${column ? `, sorted by ${column.name.toLowerCase()}, ${sort.startsWith('-') ? 'descending' : 'ascending'}` : ''}`}
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
  return (
    <div className={styles.empty}>
      <p>
        {words
          ? `None of the ${many} that the filters leave holds “${words}”.`
          : `The filters leave no ${many}.`}
      </p>
      {words && (
        <button type="button" className={buttons.button} onClick={() => findRows('')}>
          Clear the words
        </button>
      )}
      <button type="button" className={buttons.button} onClick={showAll}>
        Show everything
      </button>
    </div>
  );
}

/** Saves the rows as they are shown. */
async function saveCsv(name: string, columns: readonly Column[], rows: readonly Row[]): Promise<void> {
  function* cells() {
    for (const row of rows) yield columns.map((column) => column.text(row));
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

function ColumnChooser({ columns, shown }: { columns: readonly Column[]; shown: readonly Column[] }) {
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

/** Which cell the keys act on: 0 is the row of headings, and the first column. */
type Place = { readonly row: number; readonly column: number };

/** The height of the headings, which lie over the rows (Table.module.css), in pixels. */
const HEAD = 40;
/** The height of a row that is not opened (Table.module.css), in pixels. */
const ROW = 92;
/** How many rows Page Up and Page Down go over. */
const PAGE = 10;

function Grid({
  opened,
  columns,
  rows,
  sort,
  labelledBy,
  busy,
}: {
  opened: Opened;
  columns: readonly Column[];
  rows: readonly Row[];
  sort: string;
  labelledBy: string;
  busy: boolean;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  /** The focus follows the active cell only where a key moved it. */
  const follows = useRef(false);
  const { row: at } = active;
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React Compiler
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 3,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // The row that holds the focus stays, however far one scrolls from it.
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const inView = defaultRangeExtractor(range);
        return at === 0 || at > range.count || inView.includes(at - 1)
          ? inView
          : [...inView, at - 1].toSorted((a, b) => a - b);
      },
      [at],
    ),
    getItemKey: useCallback((index: number) => rows[index]!.id, [rows]),
  });
  const selection = useStore((state) => state.view.selection);
  const selections = useStore((state) => state.selections);
  // What was selected elsewhere comes into sight.
  useEffect(() => {
    const place = rows.findIndex(({ id }) => id === selection);
    if (place !== -1) virtual.scrollToIndex(place, { align: 'auto' });
  }, [virtual, rows, selection, selections]);
  useEffect(() => {
    if (!follows.current) return;
    follows.current = false;
    const cell = toCell(scroller.current!, active);
    if (!cell) return;
    const [first, second] = cell.querySelectorAll<HTMLElement>('a, button');
    (first && !second ? first : cell).focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const go = (place: Place) => {
    const next = {
      row: Math.max(0, Math.min(rows.length, place.row)),
      column: Math.max(0, Math.min(columns.length - 1, place.column)),
    };
    follows.current = true;
    if (next.row > 0) virtual.scrollToIndex(next.row - 1, { align: 'auto' });
    setActive(next);
  };
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
    if (!cell || event.altKey || event.shiftKey) return;
    const place = readPlace(cell);
    const inside = [...cell.querySelectorAll<HTMLElement>('a, button')];
    const within = inside.length > 1 ? inside.indexOf(event.target as HTMLElement) : -1;
    const jump = event.ctrlKey || event.metaKey;
    if (within !== -1 && (event.key === 'Escape' || /^Arrow(Left|Right|Up|Down)$/.test(event.key))) {
      event.preventDefault();
      const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1;
      (event.key === 'Escape' ? cell : inside[within + step])?.focus();
      return;
    }
    if ((event.key === 'Enter' || event.key === 'F2') && event.target === cell && inside[0]) {
      event.preventDefault();
      inside[0].focus();
      return;
    }
    const to = {
      ArrowDown: { ...place, row: jump ? rows.length : place.row + 1 },
      ArrowUp: { ...place, row: jump ? 0 : place.row - 1 },
      ArrowRight: { ...place, column: place.column + 1 },
      ArrowLeft: { ...place, column: place.column - 1 },
      PageDown: { ...place, row: place.row + PAGE },
      PageUp: { ...place, row: place.row - PAGE },
      Home: { row: jump ? 0 : place.row, column: 0 },
      End: { row: jump ? rows.length : place.row, column: columns.length - 1 },
    }[event.key];
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  /** The cell that is pointed at is the one the keys go on from. */
  const settle = (event: { target: EventTarget }) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
    if (cell) setActive((now) => (isSame(readPlace(cell), now) ? now : readPlace(cell)));
  };
  /** A click anywhere in a row selects it, unless it is on something of its own or marks words to be copied. */
  const choose = (event: MouseEvent) => {
    const target = event.target as Element;
    const index = target.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (index === undefined || target.closest('a, button') || !window.getSelection()?.isCollapsed) return;
    select(rows[Number(index)]!.id);
  };
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const template = columns.map((column) => `minmax(${column.width}px, ${column.width}fr)`).join(' ');
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="grid"
        aria-labelledby={labelledBy}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-busy={busy}
        className={styles.grid}
        style={{ minWidth: width, '--columns': template } as React.CSSProperties}
        tabIndex={-1}
        onKeyDown={keys}
        onClick={choose}
        onFocus={settle}
      >
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {columns.map((column, index) => (
              <Heading
                key={column.id}
                column={column}
                index={index}
                sort={sort}
                reached={at === 0 && active.column === index}
              />
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => (
            <TableRow
              key={key}
              opened={opened}
              columns={columns}
              row={rows[index]!}
              index={index}
              start={start - HEAD}
              measure={virtual.measureElement}
              reached={at === index + 1 ? active.column : undefined}
              selected={rows[index]!.id === selection}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

const isSame = (a: Place, b: Place) => a.row === b.row && a.column === b.column;
const readPlace = ({ dataset }: HTMLElement): Place => {
  const [row, column] = dataset.cell!.split(' ').map(Number);
  return { row: row!, column: column! };
};
const toCell = (within: Element, { row, column }: Place) =>
  within.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`);

function Heading({
  column,
  index,
  sort,
  reached,
}: {
  column: Column;
  index: number;
  sort: string;
  reached: boolean;
}) {
  const table = useStore((state) => state.view.table);
  const direction = sort === column.id ? 'ascending' : sort === `-${column.id}` ? 'descending' : undefined;
  // What is counted is of interest from the most down.
  const first = column.look === 'number' || column.id === 'neighbours' ? `-${column.id}` : column.id;
  const other = sort.startsWith('-') ? column.id : `-${column.id}`;
  return (
    <div
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={direction ?? 'none'}
      data-cell={`0 ${index}`}
      data-look={column.look}
    >
      <button
        type="button"
        tabIndex={reached ? 0 : -1}
        onClick={() => show({ table: { ...table, sort: direction ? other : first } })}
      >
        {column.name}
        <span aria-hidden="true">{direction === 'ascending' ? '▲' : direction ? '▼' : ''}</span>
      </button>
    </div>
  );
}

const TableRow = memo(function TableRow({
  opened,
  columns,
  row,
  index,
  start,
  measure,
  reached,
  selected,
}: {
  opened: Opened;
  columns: readonly Column[];
  row: Row;
  index: number;
  start: number;
  measure: (element: Element | null) => void;
  reached: number | undefined;
  selected: boolean;
}) {
  // While one scrolls, a row's first cell is there at once and the rest as soon as there is time.
  const soon = useDeferredValue(true, false);
  const whole = soon || reached !== undefined;
  return (
    <div
      ref={measure}
      role="row"
      aria-busy={!whole}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      className={styles.row}
      style={{ top: start }}
    >
      {(whole ? columns : columns.slice(0, 1)).map((column, place) => (
        <Cell
          key={column.id}
          opened={opened}
          column={column}
          row={row}
          name={`${index + 1} ${place}`}
          place={place}
          reached={reached === place}
        />
      ))}
    </div>
  );
});

function Cell({
  opened,
  column,
  row,
  name,
  place,
  reached,
}: {
  opened: Opened;
  column: Column;
  row: Row;
  name: string;
  place: number;
  reached: boolean;
}) {
  const mentions = column.mentions?.(row) ?? [];
  const lone = column.look === 'item' || column.look === 'words' || mentions.length === 1;
  const tabIndex = reached ? 0 : -1;
  return (
    <div
      role={column.look === 'item' || column.id === 'claim' ? 'rowheader' : 'gridcell'}
      aria-colindex={place + 1}
      data-cell={name}
      data-look={column.look}
      data-empty={(column.mentions ? mentions.length === 0 : column.text(row) === '') || undefined}
      tabIndex={lone ? undefined : tabIndex}
    >
      <span className={styles.label} aria-hidden="true">
        {column.name}
      </span>
      <Content
        opened={opened}
        column={column}
        row={row}
        mentions={mentions}
        tabIndex={lone ? tabIndex : -1}
      />
    </div>
  );
}

function Content({
  opened,
  column,
  row,
  mentions,
  tabIndex,
}: {
  opened: Opened;
  column: Column;
  row: Row;
  mentions: readonly Mention[];
  tabIndex: number;
}) {
  if (column.look === 'words')
    return (
      <ItemLink id={row.id} className={styles.words} tabIndex={tabIndex}>
        <q>{column.text(row)}</q>
      </ItemLink>
    );
  if (column.look === 'item')
    return (
      <ItemLink id={row.id} className={styles.item} tabIndex={tabIndex}>
        {row.node && <TypeIcon type={row.node.type} />}
        {row.edge && <LineSample type={row.edge.type} dashed={row.edge.basis === 'inferred'} />}
        <span
          style={
            row.edge && isArgumentType(row.edge.type)
              ? { color: `var(${EDGE_LOOK[row.edge.type].colour})` }
              : undefined
          }
        >
          {column.text(row)}
        </span>
      </ItemLink>
    );
  if (column.look === 'mentions')
    return (
      <Mentions
        opened={opened}
        mentions={mentions}
        text={column.id === 'claim' ? column.text(row) : undefined}
        tabIndex={tabIndex}
      />
    );
  return <span className={styles.text}>{column.text(row)}</span>;
}

/** How many neighbours are named before one asks for more. */
const FEW = 2;

function Mentions({
  opened,
  mentions,
  text,
  tabIndex,
}: {
  opened: Opened;
  mentions: readonly Mention[];
  text: string | undefined;
  tabIndex: number;
}) {
  const [all, setAll] = useState(false);
  const named = all || mentions.length <= FEW + 1 ? mentions : mentions.slice(0, FEW);
  return (
    <ul className={all ? `${styles.mentions} ${styles.all}` : styles.mentions}>
      {named.map(({ id, note }) => {
        const node = opened.corpus.nodes.get(id)!;
        return (
          <li key={`${id} ${note}`}>
            <ItemLink id={id} tabIndex={tabIndex}>
              <TypeIcon type={node.type} size={14} />
              <span>{text ?? node.label}</span>
            </ItemLink>
            {note && <small>{note}</small>}
          </li>
        );
      })}
      {named.length < mentions.length && (
        <li>
          <button type="button" className={buttons.plain} tabIndex={tabIndex} onClick={() => setAll(true)}>
            {mentions.length - named.length} more
          </button>
        </li>
      )}
    </ul>
  );
}
