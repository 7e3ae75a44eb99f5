// The passages whose words a correction changes: what rests on them, what stands there now, and what is to become of them.
import { Fragment } from 'react';
import type { Span } from '../../core/anchor';
import { toDifferences, type Correction, type Lost, type Settled, type Use } from '../../core/correction';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { LineSample } from '../ui/LineSample';
import buttons from '../ui/button.module.css';
import { printEdge } from '../words';
import { findNear, isSettled, printLetGo } from './correction';
import styles from './Correct.module.css';

/** The passages whose words are not there as they were. */
export function Losses({
  opened,
  text,
  correction: { lost },
  settled,
  selected,
  settle,
  point,
}: {
  opened: Opened;
  text: string;
  correction: Correction;
  settled: Settled;
  selected: Span | undefined;
  settle: (some: readonly [string, Span | null | undefined][]) => void;
  point: (span: Span) => void;
}) {
  if (lost.length === 0) return null;
  const near = findNear(lost, settled, text);
  return (
    <section aria-label="To be checked">
      <h3>To be checked</h3>
      {near.length > 1 && (
        <p className={styles.alike}>
          {near.length} differ in a word or a mark alone.{' '}
          <button
            type="button"
            className={buttons.button}
            onClick={() => settle(near.map(({ key, place }) => [key, place]))}
          >
            Take all {near.length} as they stand now
          </button>
        </p>
      )}
      <ol className={styles.lost}>
        {lost.map((one) => (
          <li key={one.key} data-settled={isSettled(settled, one)}>
            <LostCard
              opened={opened}
              text={text}
              lost={one}
              now={settled.get(one.key)}
              selected={selected}
              settle={(span) => settle([[one.key, span]])}
              point={point}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LostCard({
  opened,
  text,
  lost: { quote, place, uses, falling, isNeeded },
  now,
  selected,
  settle,
  point,
}: {
  opened: Opened;
  text: string;
  lost: Lost;
  now: Span | null | undefined;
  selected: Span | undefined;
  settle: (span: Span | null | undefined) => void;
  point: (span: Span) => void;
}) {
  const words = (span: Span) => text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const isThere = place.end > place.start;
  if (now !== undefined && !(isNeeded && now === null))
    return (
      <>
        <p className={styles.old}>
          <q>{quote}</q>
        </p>
        <p>
          {now ? (
            <>
              Now rests on: <Now old={quote} now={words(now)} />
            </>
          ) : (
            printLetGo(opened.corpus, falling, uses)
          )}
        </p>
        <div className={styles.acts}>
          <button type="button" className={buttons.button} onClick={() => settle(undefined)}>
            Change
          </button>
        </div>
      </>
    );
  return (
    <>
      <p className={styles.old}>
        <q>{quote}</q>
      </p>
      <Uses opened={opened} uses={uses} />
      {isThere ? (
        <p>
          There stands now: <Now old={quote} now={words(place)} />
        </p>
      ) : (
        <p>Nothing stands there now.</p>
      )}
      <div className={styles.acts}>
        {isThere && (
          <button type="button" className={buttons.main} onClick={() => settle(place)}>
            Take these words
          </button>
        )}
        <button
          type="button"
          className={buttons.button}
          disabled={!selected}
          title={selected ? undefined : 'Select words in the text first'}
          onClick={() => settle(selected)}
        >
          Take the selected words
        </button>
        <button type="button" className={buttons.button} onClick={() => point(place)}>
          Show in the text
        </button>
        {!isNeeded && (
          <button type="button" className={buttons.button} onClick={() => settle(null)}>
            Let go
          </button>
        )}
      </div>
      <p className={styles.hint}>
        {isNeeded
          ? 'The article itself rests on these words: choose others.'
          : falling.length > 0
            ? `If you let go: ${printLetGo(opened.corpus, falling, uses)}`
            : 'If you let go: all of this has other passages and stays.'}
      </p>
    </>
  );
}

/** Words, with what is new in them marked. */
function Now({ old, now }: { old: string; now: string }) {
  const differences = toDifferences(old.replace(/\s+/g, ' '), now);
  const ends = [...differences.map((one) => one.now.start), now.length];
  return (
    <q className={styles.new}>
      {now.slice(0, ends[0])}
      {differences.map(({ now: { start, end } }, index) => (
        <Fragment key={start}>
          {end > start && <ins>{now.slice(start, end)}</ins>}
          {now.slice(end, ends[index + 1])}
        </Fragment>
      ))}
    </q>
  );
}

/** How many of those that rest on the same words are told at once. */
const FEW = 3;

function Uses({ opened, uses }: { opened: Opened; uses: readonly Use[] }) {
  const line = (use: Use) => (
    <li key={`${use.id} ${use.part} ${use.index}`}>
      <UseLine opened={opened} use={use} />
    </li>
  );
  return (
    <>
      <ul className={styles.uses} aria-label="What rests on them">
        {uses.slice(0, FEW).map(line)}
      </ul>
      {uses.length > FEW && (
        <details className={styles.more}>
          <summary>and {uses.length - FEW} more</summary>
          <ul className={styles.uses}>{uses.slice(FEW).map(line)}</ul>
        </details>
      )}
    </>
  );
}

function UseLine({ opened, use: { id, part, index } }: { opened: Opened; use: Use }) {
  const { corpus } = opened;
  if (part === 'leftOut') return <>Left out: {corpus.articles.get(id)!.leftOut[index]!.reason}</>;
  const node = corpus.nodes.get(id);
  const edge = corpus.edges.get(id);
  return (
    <>
      {node ? (
        <TypeIcon type={node.type} />
      ) : (
        <LineSample type={edge!.type} dashed={edge!.basis === 'inferred'} />
      )}
      <span>
        {part === 'datePassage' && 'The date of: '}
        {node ? node.label : printEdge(opened, edge!)}
      </span>
    </>
  );
}
