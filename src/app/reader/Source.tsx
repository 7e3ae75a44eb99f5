// The reader: an article with its passages marked, the selected one in front.
import { useEffect, useMemo, useRef } from 'react';
import type { Passage } from '../../core/model';
import { printDate } from '../../core/date';
import { toMarks, toMarksAt, toParagraphs, toRuns, type Mark, type Run } from '../../core/passage';
import { select, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { TypeIcon } from '../ui/Icon';
import { LineSample } from '../ui/LineSample';
import { count, printEdge } from '../words';
import buttons from '../ui/button.module.css';
import styles from './Source.module.css';

export function Source({ opened }: { opened: Opened }) {
  const selection = useStore((state) => state.view.selection);
  const index = useStore((state) => state.view.passage);
  const item =
    selection === undefined
      ? undefined
      : (opened.corpus.nodes.get(selection) ?? opened.corpus.edges.get(selection));
  const passage = item?.passages[index] ?? item?.passages[0];
  return (
    <section aria-label="Source" className={styles.source}>
      {item && passage ? (
        <Reader opened={opened} id={item.id} passages={item.passages} passage={passage} />
      ) : (
        <p className={styles.empty}>The words that a dot or line rests on appear here, in their article.</p>
      )}
    </section>
  );
}

function Reader({
  opened,
  id,
  passages,
  passage,
}: {
  opened: Opened;
  id: string;
  passages: readonly Passage[];
  passage: Passage;
}) {
  const { corpus } = opened;
  const { node, text } = corpus.articles.get(passage.article)!;
  const marks = useMemo(() => toMarks(corpus, passage.article), [corpus, passage.article]);
  const here = useMemo(
    () => passages.filter(({ article }) => article === passage.article),
    [passages, passage.article],
  );
  const at = passages.indexOf(passage);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    body.current?.querySelector(`[data-start="${passage.start}"]`)?.scrollIntoView({ block: 'center' });
  }, [id, passage]);
  const others = toMarksAt(marks, passage).filter((mark) => mark.item.id !== id);
  return (
    <>
      <header className={styles.head}>
        <ItemLink id={node.id} className={styles.title}>
          {node.label}
        </ItemLink>
        <p>
          {node.publisher}, {printDate(node.date)}
        </p>
        {passages.length > 1 && (
          <div className={styles.turn} role="group" aria-label="Passages">
            <button
              type="button"
              className={buttons.button}
              disabled={at === 0}
              aria-label="Previous passage"
              onClick={() => select(id, at - 1)}
            >
              ‹
            </button>
            <span>
              Passage {at + 1} of {passages.length}
            </span>
            <button
              type="button"
              className={buttons.button}
              disabled={at === passages.length - 1}
              aria-label="Next passage"
              onClick={() => select(id, at + 1)}
            >
              ›
            </button>
          </div>
        )}
        {others.length > 0 && <Others key={`${id} ${passage.start}`} opened={opened} marks={others} />}
      </header>
      <p role="status" className="unseen">
        Passage {at + 1} of {passages.length}, {node.publisher}, {printDate(node.date)}: “{passage.quote}”
      </p>
      <div ref={body} className={styles.body}>
        {toParagraphs(text).map((paragraph) => (
          <p key={paragraph.start}>
            {toStretches(toRuns(paragraph, marks), here).map((stretch) =>
              stretch.passage ? (
                <mark
                  key={stretch.runs[0]!.start}
                  data-start={stretch.passage.start}
                  aria-current={stretch.passage === passage ? 'true' : undefined}
                >
                  <Runs runs={stretch.runs} text={text} selection={id} />
                </mark>
              ) : (
                <Runs key={stretch.runs[0]!.start} runs={stretch.runs} text={text} selection={id} />
              ),
            )}
          </p>
        ))}
      </div>
    </>
  );
}

type Stretch = { passage: Passage | undefined; runs: Run[] };

/** Runs next to each other that lie in the same selected passage, or in none, put together. */
function toStretches(runs: readonly Run[], passages: readonly Passage[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const passage = passages.find(({ start, end }) => start <= run.start && run.end <= end);
    const last = stretches.at(-1);
    if (last && last.passage === passage) last.runs.push(run);
    else stretches.push({ passage, runs: [run] });
  }
  return stretches;
}

/** The words themselves; what is coded is a link to what it most tells. */
function Runs({ runs, text, selection }: { runs: readonly Run[]; text: string; selection: string }) {
  return runs.map(({ start, end, marks }) => {
    const words = text.slice(start, end);
    // The selected item's own words lead on to what else rests on them.
    const best = marks.find((mark) => mark.item.id !== selection) ?? marks[0];
    return best ? (
      <ItemLink key={start} id={best.item.id} className={styles.coded}>
        {words}
      </ItemLink>
    ) : (
      words
    );
  });
}

/** Everything else that rests on the words in front: overlapping passages can each be reached. */
function Others({ opened, marks }: { opened: Opened; marks: readonly Mark[] }) {
  const items = [...new Map(marks.map(({ item }) => [item.id, item])).values()];
  return (
    <details className={styles.others}>
      <summary>{count(items.length, 'other thing rests', 'other things rest')} on these words</summary>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <ItemLink id={item.id} className={styles.other}>
              {'source' in item ? (
                <LineSample type={item.type} dashed={item.basis === 'inferred'} />
              ) : (
                <TypeIcon type={item.type} />
              )}
              <span>{'source' in item ? printEdge(opened, item) : item.label}</span>
            </ItemLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
