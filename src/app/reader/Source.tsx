// The reader: an article with its passages marked, the selected one in front.
import { useEffect, useMemo, useRef } from 'react';
import { toPassages, type GraphEdge, type GraphNode, type Passage } from '../../core/model';
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
  const passages = useMemo(() => (item ? toPassages(item) : []), [item]);
  const passage = passages[index] ?? passages[0];
  return (
    <section aria-label="Source" className={styles.source}>
      {item && passage ? (
        <Reader opened={opened} item={item} passages={passages} passage={passage} />
      ) : (
        <p className={styles.empty}>The words that a dot or line rests on appear here, in their article.</p>
      )}
    </section>
  );
}

function Reader({
  opened,
  item,
  passages,
  passage,
}: {
  opened: Opened;
  item: GraphNode | GraphEdge;
  passages: readonly Passage[];
  passage: Passage;
}) {
  const { corpus } = opened;
  const { id } = item;
  const { node, text } = corpus.articles.get(passage.article)!;
  const marks = useMemo(() => toMarks(corpus, passage.article), [corpus, passage.article]);
  const here = useMemo(
    () => passages.filter(({ article }) => article === passage.article),
    [passages, passage.article],
  );
  const at = passages.indexOf(passage);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = body.current!;
    const mark = scroller.querySelector<HTMLElement>(`[data-start="${passage.start}"]`);
    if (!mark) return;
    // Only the article scrolls; scrollIntoView would move the page as well.
    const { top, height } = mark.getBoundingClientRect();
    const room = scroller.clientHeight;
    scroller.scrollTop += top - scroller.getBoundingClientRect().top - Math.max(0, (room - height) / 2);
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
          {item.id !== node.id && !('source' in item) && (
            <span className={styles.whose}> · the words for “{item.label}”</span>
          )}
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
  return toLinks(runs, text, selection).map(({ start, end, id }) => {
    const words = text.slice(start, end);
    return id === undefined ? (
      words
    ) : (
      <ItemLink key={start} id={id} className={styles.coded}>
        {words}
      </ItemLink>
    );
  });
}

/** Shorter stretches than this make no link of their own: they could hardly be hit. */
const LEAST = 5;

/** Runs joined where they lead to the same item, and where one is too short to stand alone. */
function toLinks(runs: readonly Run[], text: string, selection: string) {
  const links: { start: number; end: number; id: string | undefined }[] = [];
  for (const { start, end, marks } of runs) {
    // The selected item's own words lead on to what else rests on them.
    const best = marks.find((mark) => mark.item.id !== selection) ?? marks[0];
    const last = links.at(-1);
    const words = (link: { start: number; end: number }) => text.slice(link.start, link.end).trim().length;
    if (last && (last.id === best?.item.id || words({ start, end }) < LEAST)) last.end = end;
    else if (last && words(last) < LEAST) Object.assign(last, { end, id: best?.item.id });
    else links.push({ start, end, id: best?.item.id });
  }
  // What is left alone and too short is read, not followed.
  return links.map((link) =>
    text.slice(link.start, link.end).trim().length < 2 ? { ...link, id: undefined } : link,
  );
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
