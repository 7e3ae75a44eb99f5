// The matrix view: which side each actor takes on each question, or how it stands to what others say.
import {
  memo,
  useCallback,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
} from 'react';
import { writeCsv } from '../../core/formats/csv';
import {
  toEntries,
  toKey,
  toMatrixTable,
  type Column,
  type Entry,
  type Matrix as Cells,
} from '../../core/matrix';
import type { Corpus, GraphNode } from '../../core/model';
import { sortMatrix } from '../../core/seriation';
import { useSteps } from '../steps';
import { isUnfiltered, show, showAll, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KindIcon, MANNER_KINDS, STANCE_KINDS } from '../ui/Kind';
import { saveFile } from '../ui/save';
import { ViewLink } from '../ui/ViewLink';
import { ORDERS } from '../view';
import { count, countSaid, printNumber } from '../numbers';
import { toShortName } from '../words';
import { countBodies, hasRoom, toAllCells, toHeading, toKinds, toLead, toShownCells } from './cells';
import { CellPanel, printCell, toActorName } from './CellPanel';
import buttons from '../ui/button.module.css';
import styles from './Matrix.module.css';

const ORDER_NAMES = {
  agreement: 'agreement',
  name: 'name',
  number: 'how much is said',
} as const satisfies Record<(typeof ORDERS)[number], string>;

export function Matrix({ opened }: { opened: Opened }) {
  const { corpus } = opened;
  const { matrix: across, order, unfolded, cell, query } = useStore((state) => state.view);
  const visible = useStore((state) => state.visible);
  const [times, setTimes] = useState(1);
  const start = useCallback(
    function* () {
      return { across, all: yield* toAllCells(corpus, { matrix: across, query, unfolded }, visible) };
    },
    [corpus, query, visible, across, unfolded],
  );
  const { value } = useSteps(start);
  // Questions would not fit the key of claims.
  const all = value?.across === across ? value.all : undefined;
  const sort = useCallback(
    function* () {
      return all && { across, cells: yield* toShownCells(corpus, all, order, times) };
    },
    [corpus, across, all, times, order],
  );
  const { value: sorted } = useSteps(sort);
  const isWhole = useStore(isUnfiltered);
  // Thousands of cells are drawn when there is time.
  const shown = useDeferredValue(sorted?.across === across ? sorted.cells : undefined);
  const kinds = toKinds(across);
  const countRows = (number: number) => (across === 'topics' ? count(number, 'topic') : countSaid(number));
  const cut = all && shown && (shown.rows.length < all.rows.length || countBodies(shown) < countBodies(all));
  const save = () => {
    const { header, rows } = toMatrixTable(corpus, sortMatrix(corpus, all!, 'number'), kinds);
    saveFile(
      `claimscape-${across === 'topics' ? 'sides' : 'claims'}.csv`,
      'text/csv',
      writeCsv(header, rows),
    );
  };
  return (
    <section aria-label="Matrix" className={styles.matrix}>
      <header className={styles.head}>
        <h2>{across === 'topics' ? 'Who takes which side' : 'Who says and disputes what'}</h2>
        <nav aria-label="Rows" className={styles.switch}>
          <ViewLink to={{ matrix: 'topics', cell: undefined }} current={across === 'topics'}>
            Topics
          </ViewLink>
          <ViewLink to={{ matrix: 'claims', cell: undefined }} current={across === 'claims'}>
            Claims
          </ViewLink>
        </nav>
        <label className={styles.sort}>
          Sort by
          <select
            value={order}
            onChange={(event) => show({ order: ORDERS.find((one) => one === event.target.value)! })}
          >
            {ORDERS.map((one) => (
              <option key={one} value={one}>
                {ORDER_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className={buttons.button}
          disabled={!all || all.rows.length === 0}
          onClick={save}
        >
          Save as CSV
        </button>
        <ul className={styles.key} aria-label="Key">
          {kinds.map((kind) => (
            <li key={kind}>
              <KindIcon kind={kind} />
              {KIND_LOOK[kind].name}
            </li>
          ))}
          <li className={styles.hint}>
            {order === 'agreement' && 'Those who agree stand together. '}
            {across === 'topics' && 'Each number counts the claims on the stronger side; 1:1 is a tie. '}
            Choose a {across === 'topics' ? 'number to read them' : 'sign to read the words'}, or + to see a
            body’s people.
          </li>
        </ul>
        {cut && (
          <p className={styles.cut}>
            {`The ${countRows(shown.rows.length)} with most to show, of ${printNumber(all.rows.length)}, by the ${count(countBodies(shown), 'body', 'bodies')} with most, of ${printNumber(countBodies(all))}. `}
            <button type="button" className={buttons.plain} onClick={() => setTimes(times + 1)}>
              Show more
            </button>
          </p>
        )}
      </header>
      {!all || !shown ? (
        <p className={styles.empty}>Working…</p>
      ) : all.rows.length === 0 ? (
        <p className={styles.empty}>
          {isWhole ? 'There is nothing yet' : 'The filters leave nothing'} that{' '}
          {across === 'topics'
            ? 'anybody says on a topic. '
            : 'more than one of them says, supports, disputes or answers. '}
          {isWhole
            ? 'The matrix fills as claims are coded with who says them and their topic.'
            : 'Take a filter away to fill the matrix. '}
          {!isWhole && (
            <button type="button" className={buttons.plain} onClick={showAll}>
              Show everything
            </button>
          )}
        </p>
      ) : (
        shown.rows.length > 0 && <Grid opened={opened} matrix={shown} cell={cell} />
      )}
      {cell && all && <CellPanel key={cell.join()} opened={opened} matrix={all} cell={cell} />}
    </section>
  );
}

/** How many cells are drawn at first, and with all that is there already each time after that. */
const CELLS = { first: 160, more: 100 };

/** How many rows of so many columns are drawn: a few more after each pause, until all are. */
function useGrowing(rows: number, columns: number): number {
  const [first, more] = [CELLS.first, CELLS.more].map((cells) => Math.max(1, Math.floor(cells / columns)));
  const [grown, setGrown] = useState(first!);
  const isWhole = grown >= rows;
  useEffect(() => {
    if (isWhole) return undefined;
    // Once the rows before are on the screen.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setGrown(grown + more!))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [isWhole, grown, more]);
  return Math.min(rows, grown);
}

/** Where the keyboard is: -1 stands for the headers. */
type Place = { row: number; column: number };

const Grid = memo(function Grid({
  opened,
  matrix,
  cell,
}: {
  opened: Opened;
  matrix: Cells;
  cell: readonly string[] | undefined;
}) {
  const { corpus } = opened;
  const { rows, columns, speakers } = matrix;
  const unfolded = useStore((state) => state.view.unfolded);
  const [at, setAt] = useState<Place>({ row: 0, column: -1 });
  const place: Place = {
    row: Math.min(at.row, rows.length - 1),
    column: Math.min(at.column, columns.length - 1),
  };
  const table = useRef<HTMLTableElement>(null);
  const drawn = useGrowing(rows.length, columns.length);
  const isWhole = drawn === rows.length;
  // Whoever comes with something selected finds it.
  useEffect(() => {
    if (!isWhole) return;
    const current = table.current!.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [isWhole]);
  // The list of a cell's claims takes room: the cell stays in sight, and one that a link names comes into it.
  const open = cell?.join();
  useEffect(() => {
    if (open === undefined || !isWhole) return;
    const pressed = table.current!.querySelector('[aria-pressed="true"]');
    pressed?.scrollIntoView({ block: 'center', inline: 'nearest' });
    // Whatever the order and the columns are.
  }, [open, isWhole, matrix]);
  const stop = (row: number, column: number) => (place.row === row && place.column === column ? 0 : -1);
  const isEmpty = ({ row, column }: Place) =>
    row === -1
      ? column === -1
      : column !== -1 && toEntries(matrix, rows[row]!.id, columns[column]!).length === 0;
  const isOutside = ({ row, column }: Place) =>
    row < -1 || row >= rows.length || column < -1 || column >= columns.length;
  /** The next thing in a direction that can be reached by the keyboard. */
  const next = (from: Place, down: number, right: number): Place | undefined => {
    let one = from;
    do one = { row: one.row + down, column: one.column + right };
    while (!isOutside(one) && isEmpty(one));
    return isOutside(one) ? undefined : one;
  };
  const toPlace = (target: Element): Place => {
    const [row, column] = (target.closest<HTMLElement>('[data-place]')?.dataset.place ?? '')
      .split(' ')
      .map(Number);
    return row !== undefined && column !== undefined ? { row, column } : place;
  };
  // The buttons that unfold a body are stops of their own: on the way past them the cells keep theirs.
  const notice = ({ target }: FocusEvent<HTMLElement>) => {
    if (target.hasAttribute('tabindex')) setAt(toPlace(target));
  };
  const follow = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape' && cell) {
      event.preventDefault();
      show({ cell: undefined });
    }
    if (!step) return;
    event.preventDefault();
    const to = next(toPlace(event.target as Element), ...step);
    if (!to) return;
    event.currentTarget
      .querySelector<HTMLElement>(`[data-place="${to.row} ${to.column}"] :is(a, button)`)
      ?.focus();
  };
  return (
    <div className={styles.scroll}>
      {/* The arrow keys move between its links and buttons. */}
      <table
        ref={table}
        className={styles.table}
        onKeyDown={follow}
        onFocus={notice}
        aria-busy={!isWhole}
        style={{ '--columns': columns.length } as React.CSSProperties}
      >
        <caption className="unseen">
          {count(rows.length, 'row')}, and {count(columns.length, 'column')} of actors. The arrow keys move
          between cells.
        </caption>
        <thead>
          <tr>
            <td className={styles.corner}>
              <span className="unseen">{rows[0]!.type === 'topic' ? 'Topic' : 'Claim'}</span>
            </td>
            {columns.map((column, index) => (
              <ActorHeader
                key={toKey(column)}
                opened={opened}
                column={column}
                speakers={speakers.get(column.body) ?? 1}
                unfolded={unfolded}
                place={`-1 ${index}`}
                tabIndex={stop(-1, index)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, drawn).map((row, index) => (
            <tr key={row.id}>
              <th scope="row" data-place={`${index} -1`}>
                <ItemLink id={row.id} tabIndex={stop(index, -1)}>
                  {row.label}
                </ItemLink>
              </th>
              {columns.map((column, columnIndex) => {
                const entries = toEntries(matrix, row.id, column);
                const key = toKey(column);
                if (entries.length === 0)
                  return (
                    <td key={key} data-part={column.speaker !== undefined || undefined}>
                      <span className="unseen">nothing</span>
                    </td>
                  );
                return (
                  <td
                    key={key}
                    data-part={column.speaker !== undefined || undefined}
                    data-place={`${index} ${columnIndex}`}
                  >
                    <CellButton
                      corpus={corpus}
                      entries={entries}
                      row={row}
                      column={column}
                      isOpen={open === `${row.id},${key}`}
                      tabIndex={stop(index, columnIndex)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
});

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** An actor's name, and, where others speak for it, the way to a column for each of them. */
function ActorHeader({
  opened: { corpus },
  column,
  speakers,
  unfolded,
  place,
  tabIndex,
}: {
  opened: Opened;
  column: Column;
  speakers: number;
  unfolded: readonly string[];
  place: string;
  tabIndex: number;
}) {
  const { body, speaker } = column;
  const actor = corpus.nodes.get(speaker ?? body)!;
  const isUnfolded = unfolded.includes(body);
  return (
    <th scope="col" data-part={speaker !== undefined || undefined} data-place={place}>
      <div>
        <ItemLink id={actor.id} title={actor.label} tabIndex={tabIndex}>
          {toHeading(corpus, column)}
        </ItemLink>
        {speaker === undefined && speakers > 1 && (
          <button
            type="button"
            aria-expanded={isUnfolded}
            aria-label={`${count(speakers, 'voice')} of ${toShortName(actor)}`}
            title={isUnfolded ? 'Only as a whole' : `Each of the ${speakers} who speak for it`}
            onClick={() =>
              show({ unfolded: isUnfolded ? unfolded.filter((id) => id !== body) : [...unfolded, body] })
            }
          >
            {isUnfolded ? '−' : `+${speakers}`}
          </button>
        )}
      </div>
    </th>
  );
}

/** Whether something is what an entry tells of, or who says it for the body. */
const isOf = ({ edge, said, statements }: Entry, id: string | undefined) =>
  id !== undefined &&
  (edge.id === id ||
    said?.id === id ||
    statements.some(
      ({ utterance, speaker, body }) => utterance.id === id || (speaker === id && body !== id),
    ));

/** There may be thousands: each is made anew only where it changes. */
const CellButton = memo(function CellButton({
  corpus,
  entries,
  row,
  column,
  isOpen,
  tabIndex,
}: {
  corpus: Corpus;
  entries: readonly Entry[];
  row: GraphNode;
  column: Column;
  isOpen: boolean;
  tabIndex: number;
}) {
  const name = `${toActorName(corpus, column)}, ${row.label}: ${printCell(entries)}`;
  const lead = toLead(entries);
  const holds = useStore(({ view: { selection } }) => entries.some((entry) => isOf(entry, selection)));
  const cell =
    column.speaker === undefined
      ? ([row.id, column.body] as const)
      : ([row.id, column.body, column.speaker] as const);
  return (
    <button
      type="button"
      className={styles.cell}
      aria-label={name}
      title={name}
      aria-pressed={isOpen}
      aria-current={holds ? 'true' : undefined}
      tabIndex={tabIndex}
      onClick={() => show({ cell: isOpen ? undefined : cell })}
      style={
        {
          '--colour': `var(${KIND_LOOK[lead.kind].colour})`,
          '--strength': Math.min(4, entries.length),
        } as React.CSSProperties
      }
    >
      <span>
        {hasRoom(lead.number) && <KindIcon kind={lead.kind} />}
        {lead.number}
      </span>
      <span className={styles.split}>
        {[...STANCE_KINDS, ...MANNER_KINDS].map((kind) => {
          const number = entries.filter((one) => one.kind === kind).length;
          return (
            number > 0 && (
              <i key={kind} style={{ flexGrow: number, background: `var(${KIND_LOOK[kind].colour})` }} />
            )
          );
        })}
      </span>
    </button>
  );
});
