// A view on paper: its picture, what is said in a debate, or the rows of a table.
import type { ReactElement } from 'react';
import type { Paragraph } from '../../core/formats/word';
import type { Ids } from '../../core/model';
import { drawView } from '../figures/draw';
import { count, printNumber } from '../numbers';
import { finish } from '../steps';
import type { Opened } from '../store';
import type { View } from '../view';
import { toTopic } from '../views/topic';
import { arrange, toShown, toTableModel, type Column, type Row } from '../views/columns';
import { toShortName } from '../words';
import { toDocument } from './briefing';
import styles from './Paper.module.css';

const TAGS = {
  title: 'h2',
  note: 'p',
  question: 'h2',
  side: 'h3',
  said: 'h4',
  voice: 'p',
  argument: 'p',
  source: 'p',
} as const satisfies Record<Paragraph['is'], string>;

function Text({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return paragraphs.map(({ is, runs }, index) => {
    const Tag = TAGS[is];
    return (
      <Tag key={index} className={styles[is]} dir="auto">
        {runs.map(({ text, look }, place) => (
          <span key={place} className={look && styles[look]}>
            {text}
          </span>
        ))}
      </Tag>
    );
  });
}

/** What a column has beside its width on the screen, in pixels: a narrow one's name is to fit. */
const PAD = 30;
/** What more rows have is no longer read on paper. */
const MOST_ROWS = 2000;

/** What more nodes a cell names is only counted. */
const MOST_NAMES = 5;

function toCell({ corpus }: Opened, { mentions, text }: Column, row: Row): string {
  const all = mentions?.(row) ?? [];
  if (all.length <= MOST_NAMES) return text(row);
  const names = all.slice(0, MOST_NAMES).map(({ id }) => toShortName(corpus.nodes.get(id)!));
  return `${names.join('; ')}; and ${printNumber(all.length - MOST_NAMES)} more`;
}

function Rows({
  opened,
  columns,
  rows,
}: {
  opened: Opened;
  columns: readonly Column[];
  rows: readonly Row[];
}) {
  const wide = columns.reduce((sum, { width }) => sum + width + PAD, 0);
  return (
    <>
      <style>{'@page { size: landscape; }'}</style>
      <p className={styles.note}>
        {rows.length > MOST_ROWS
          ? `The first ${count(MOST_ROWS, 'row')} of ${count(rows.length, 'row')}: “Save as CSV” has all of them.`
          : count(rows.length, 'row')}
      </p>
      <table className={styles.table}>
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: `${(100 * (width + PAD)) / wide}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td key={column.id} dir="auto">
                  {toCell(opened, column, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

async function drawTable(opened: Opened, { table, query }: View, visible: Ids): Promise<ReactElement> {
  const model = toTableModel(opened, table.rows, visible, query);
  const { sort, columns } = toShown(model, table);
  const rows = await finish(arrange(opened, model, sort, table.find ?? ''));
  return <Rows opened={opened} columns={columns} rows={rows} />;
}

/** What a view shows, for paper. @throws where it cannot be drawn. */
export async function drawPaper(opened: Opened, view: View, visible: Ids): Promise<ReactElement> {
  if (view.mode === 'table') return drawTable(opened, view, visible);
  const svg = await drawView(opened, view, visible, window.location.href);
  if (svg === undefined) return <p>There is nothing here.</p>;
  const topic = view.mode === 'debate' ? toTopic(opened.corpus, view) : undefined;
  const said =
    topic === undefined ? undefined : await finish(toDocument(opened, view, visible, topic, undefined));
  return (
    <>
      <img className={styles.picture} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt="" />
      {/* The picture's caption has the title. */}
      {said && <Text paragraphs={said.paragraphs.filter(({ is }) => is !== 'title')} />}
    </>
  );
}
