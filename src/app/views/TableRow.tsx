// A row of a table: its cells, each with what it names.
import { memo, useDeferredValue, useState } from 'react';
import { isArgumentType } from '../../core/vocabulary';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { ItemLink } from '../ui/ItemLink';
import { LineSample } from '../ui/LineSample';
import { EDGE_LOOK } from '../vocabulary';
import buttons from '../ui/button.module.css';
import type { Column, Mention, Row } from './columns';
import styles from './Table.module.css';

export const TableRow = memo(function TableRow({
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
  // Of what is long only the first lines are shown until the row is selected.
  const text = column.look === 'mentions' ? '' : column.text(row);
  if (column.look === 'words')
    return (
      <ItemLink id={row.id} className={styles.words} title={text} tabIndex={tabIndex}>
        <q>{text}</q>
      </ItemLink>
    );
  if (column.look === 'item')
    return (
      <ItemLink id={row.id} className={styles.item} title={text} tabIndex={tabIndex}>
        {row.node && <TypeIcon type={row.node.type} />}
        {row.edge && <LineSample type={row.edge.type} dashed={row.edge.basis === 'inferred'} />}
        <span
          style={
            row.edge && isArgumentType(row.edge.type)
              ? { color: `var(${EDGE_LOOK[row.edge.type].colour})` }
              : undefined
          }
        >
          {text}
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
  return (
    <span className={styles.text} title={text}>
      {text}
    </span>
  );
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
  const named = all ? mentions : mentions.slice(0, FEW);
  return (
    <ul className={all ? `${styles.mentions} ${styles.all}` : styles.mentions}>
      {named.map(({ id, note }) => {
        const node = opened.corpus.nodes.get(id)!;
        return (
          <li key={`${id} ${note}`}>
            <ItemLink id={id} title={text ?? node.label} tabIndex={tabIndex}>
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
