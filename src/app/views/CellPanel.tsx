// What stands in a cell of the matrix: each claim with its words, and the ways on from it.
import { toKey, type Column, type Entry, type Matrix } from '../../core/matrix';
import type { Corpus } from '../../core/model';
import { isUnfiltered, show, showAll, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KINDS, STANCE_KINDS } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { toShortName } from '../words';
import { Entries } from './Entries';
import buttons from '../ui/button.module.css';
import sheet from '../ui/sheet.module.css';
import styles from './Matrix.module.css';

/** '3 for, 2 against'; 'says it, disputes it (2)'. */
export function printCell(entries: readonly Entry[]): string {
  return KINDS.flatMap((kind) => {
    const number = entries.filter((entry) => entry.kind === kind).length;
    if (number === 0) return [];
    const { verb } = KIND_LOOK[kind];
    if ((STANCE_KINDS as readonly string[]).includes(kind)) return [`${number} ${verb}`];
    return [number === 1 ? verb : `${verb} (${number})`];
  }).join(', ');
}

/** 'Ofsted', 'Eleanor Schooling for Ofsted', 'Ofsted itself'. */
export function toActorName(corpus: Corpus, { body, speaker }: Column): string {
  const name = (id: string) => toShortName(corpus.nodes.get(id)!);
  if (speaker === undefined) return name(body);
  return speaker === body ? `${name(body)} itself` : `${name(speaker)} for ${name(body)}`;
}

export function CellPanel({
  opened,
  matrix,
  cell: [rowId, body, speaker],
}: {
  opened: Opened;
  matrix: Matrix;
  cell: readonly [string, string] | readonly [string, string, string];
}) {
  const { corpus } = opened;
  const query = useStore((state) => state.view.query);
  const isWhole = useStore(isUnfiltered);
  const row = corpus.nodes.get(rowId)!;
  const column: Column = speaker === undefined ? { body } : { body, speaker };
  // A column may be folded away while the link still names who speaks.
  const entries =
    matrix.cells.get(rowId)?.get(toKey(column)) ??
    matrix.cells
      .get(rowId)
      ?.get(body)
      ?.flatMap((entry) => {
        const statements = entry.statements.filter((one) => one.speaker === speaker);
        // Who supports, disputes or answers without a claim of their own does it in the line itself.
        const isOwn = entry.said === undefined && entry.edge.source === speaker;
        return statements.length > 0 || isOwn ? [{ ...entry, statements }] : [];
      }) ??
    [];
  const actor = speaker ?? body;
  /** Back to the cell. */
  const leave = (panel: Element) => {
    panel.parentElement!.querySelector<HTMLElement>('td [aria-pressed="true"]')?.focus();
    show({ cell: undefined });
  };
  return (
    <section
      className={styles.panel}
      aria-label="In this cell"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave(event.currentTarget);
      }}
    >
      <header>
        <h3>
          <ItemLink id={actor}>{toActorName(corpus, column)}</ItemLink> on{' '}
          <ItemLink id={rowId}>{row.label}</ItemLink>
          {entries.length > 0 && `: ${printCell(entries)}`}
        </h3>
        <button
          type="button"
          className={sheet.close}
          aria-label="Close the list"
          onClick={(event) => leave(event.currentTarget.closest('section')!)}
        >
          ✕
        </button>
        <p className={sheet.ways}>
          {row.type === 'topic' ? (
            <>
              <ViewLink to={{ mode: 'map', query: { ...query, actor: [actor], topic: [rowId] } }}>
                Show on the map
              </ViewLink>
              <ViewLink to={{ mode: 'debate', topic: rowId }}>Read the debate</ViewLink>
            </>
          ) : (
            <ViewLink
              to={{ mode: 'map', selection: rowId, also: [], passage: 0, focus: { ids: [rowId], depth: 1 } }}
            >
              Show on the map
            </ViewLink>
          )}
          <ViewLink to={{ mode: 'compare', compare: [actor] }}>
            Compare {toShortName(corpus.nodes.get(actor)!)} with…
          </ViewLink>
        </p>
      </header>
      {entries.length === 0 && isWhole && (
        <p className={styles.empty}>Nothing that is coded in the articles stands in this cell.</p>
      )}
      {entries.length === 0 && !isWhole && (
        <p className={styles.empty}>
          The filters leave nothing here.{' '}
          <button type="button" className={buttons.plain} onClick={showAll}>
            Show everything
          </button>
        </p>
      )}
      <Entries opened={opened} row={row} entries={entries} />
    </section>
  );
}
