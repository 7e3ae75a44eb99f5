// The rows of a table, drawn where one looks, gone through by the keys of a grid.
import { useVirtualizer, defaultRangeExtractor } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { select, show, useStore, type Opened } from '../store';
import { isCounted, type Column, type Row } from './columns';
import styles from './Table.module.css';
import { TableRow } from './TableRow';

/** Which cell the keys act on: 0 is the row of headings, and the first column. */
type Place = { readonly row: number; readonly column: number };

/** The height of the headings, which lie over the rows (Table.module.css), in pixels. */
const HEAD = 40;
/** The height of a row that is not opened (Table.module.css), in pixels. */
const ROW = 56;
/** How many rows Page Up and Page Down go over. */
const PAGE = 10;

export function Grid({
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
    if (place === -1) return;
    // Of a row that is higher than what is seen, its beginning.
    const isHigh = virtual.measurementsCache[place]!.size > scroller.current!.clientHeight - HEAD;
    virtual.scrollToIndex(place, { align: isHigh ? 'start' : 'auto' });
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
  const first = isCounted(column) ? `-${column.id}` : column.id;
  const other = sort.startsWith('-') ? column.id : `-${column.id}`;
  const isSorted = direction !== undefined;
  const cell = useRef<HTMLDivElement>(null);
  // Where the headings are a line to be scrolled, that by which one sorts comes into sight.
  useEffect(() => {
    const row = cell.current!.parentElement!;
    const [own, whole] = [cell.current!, row].map((element) => element.getBoundingClientRect());
    if (isSorted) row.scrollLeft += own!.right - whole!.right;
  }, [isSorted]);
  return (
    <div
      ref={cell}
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
