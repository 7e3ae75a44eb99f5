// The words of an article, with what rests on them marked: what is selected in front, all else as links.
import { useEffect, useMemo, useRef } from 'react';
import type { Span } from '../../core/anchor';
import type { Sentence } from '../../core/coverage';
import type { GraphEdge, GraphNode, Passage } from '../../core/model';
import { findFirst } from '../../core/order';
import { toParagraphs, toRuns, type Mark, type Run } from '../../core/passage';
import { ItemLink } from '../ui/ItemLink';
import styles from './Text.module.css';

/** Of more paragraphs than this those out of sight are not laid out; their heights are guessed. */
const LONG = 300;

/** Where each article was left: the paragraph at the top, by where it begins, and how much of its height was above. */
const left = new Map<string, { at: number; above: number }>();

const toTop = (element: Element): number => element.getBoundingClientRect().top;

/** The paragraph at the top of what is seen, and how much of its height is above. */
function findTop(scroller: HTMLElement, body: HTMLElement): { at: number; above: number } {
  const top = toTop(scroller);
  const paragraphs = [...body.querySelectorAll<HTMLElement>('p[data-at]')];
  const first = paragraphs[findFirst(paragraphs, (one) => one.getBoundingClientRect().bottom > top)];
  const paragraph = first ?? paragraphs.at(-1)!;
  return { at: Number(paragraph.dataset.at), above: top - toTop(paragraph) };
}

/** What scrolls an element: itself, or where its height is not limited what is around it. */
const toScroller = (element: HTMLElement): HTMLElement =>
  getComputedStyle(element).overflowY === 'visible' && element.parentElement
    ? toScroller(element.parentElement)
    : element;

/** Brings an element to the middle of what scrolls it, below what stays at its top; scrollIntoView would move the page as well. */
export function centre(scroller: HTMLElement, element: HTMLElement): void {
  const { top, height } = element.getBoundingClientRect();
  const over = Number.parseFloat(getComputedStyle(scroller).scrollPaddingTop) || 0;
  const room = scroller.clientHeight - over;
  scroller.scrollTop += top - toTop(scroller) - over - Math.max(0, (room - height) / 2);
}

/**
 * An article's text. `marks` are its links, the first of those that share words before the others, drawn as `toClass` says;
 * `passages` of `item` are marked, `passage` is in front; `sentences` cut the text where coverage is to be shown.
 */
export function Text({
  article,
  text,
  marks,
  item,
  passages,
  passage,
  toClass,
  sentences,
  className,
  children,
}: {
  article: string;
  text: string;
  marks: readonly Mark[];
  item: GraphNode | GraphEdge | undefined;
  passages: readonly Passage[];
  passage: Passage | undefined;
  toClass?: (mark: Mark) => string | undefined;
  sentences?: readonly Sentence[] | undefined;
  className?: string | undefined;
  children?: React.ReactNode;
}) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const own = body.current!;
    const scroller = toScroller(own);
    const mark = passage && own.querySelector<HTMLElement>(`[data-start="${passage.start}"]`);
    const start = left.get(article);
    const paragraph = start && own.querySelector(`p[data-at="${start.at}"]`);
    let placed = 0;
    const put = () => {
      if (mark) centre(scroller, mark);
      else if (paragraph) scroller.scrollTop += toTop(paragraph) - toTop(scroller) + start.above;
      else scroller.scrollTop = 0;
      placed = scroller.scrollTop;
    };
    put();
    // It may be shown, or get its final room, only after this; until the reader scrolls it stays where it belongs.
    const watcher = new ResizeObserver(() => {
      if (scroller.clientHeight > 0 && Math.abs(scroller.scrollTop - placed) <= 1) put();
    });
    watcher.observe(scroller);
    // What scrolls may tell of it once more when the text is gone.
    const remember = () => own.isConnected && left.set(article, findTop(scroller, own));
    scroller.addEventListener('scroll', remember, { passive: true });
    return () => {
      scroller.removeEventListener('scroll', remember);
      watcher.disconnect();
    };
  }, [article, item, passage]);
  const here = useMemo(() => passages.filter((one) => one.article === article), [passages, article]);
  const paragraphs = useMemo(() => {
    // The selection's passages are cut out, whether they are among the links or not.
    const all = item ? [...marks, ...here.map(({ start, end }) => ({ start, end, item }))] : marks;
    return toParagraphs(text).map((paragraph) => ({
      ...paragraph,
      parts: toParts(paragraph, sentences).map((part) => ({ ...part, runs: toRuns(part, all) })),
    }));
  }, [text, marks, here, item, sentences]);
  // Where one passage lies within another, the one in front is seen.
  const inOrder = passage ? [passage, ...here] : here;
  const runs = (some: readonly Run[]) => (
    <Runs key={some[0]!.start} runs={some} text={text} selection={item?.id} toClass={toClass} />
  );
  return (
    <div
      ref={body}
      className={`${styles.body} ${paragraphs.length > LONG ? styles.long : ''} ${className ?? ''}`}
    >
      {children}
      {paragraphs.map(({ start, parts }) => (
        <p key={start} data-at={start}>
          {parts.map((part) => {
            const words = toStretches(part.runs, inOrder).map((stretch) =>
              stretch.passage ? (
                <mark
                  key={stretch.runs[0]!.start}
                  data-start={stretch.passage.start}
                  aria-current={stretch.passage === passage ? 'true' : undefined}
                >
                  {runs(stretch.runs)}
                </mark>
              ) : (
                runs(stretch.runs)
              ),
            );
            return part.sentence ? (
              <span key={part.start} className={styles.sentence} data-state={part.sentence.state}>
                {part.note && <span className={styles.note}>{part.note}</span>}
                {words}
              </span>
            ) : (
              words
            );
          })}
        </p>
      ))}
    </div>
  );
}

type Part = Span & { sentence?: Sentence; note?: string | undefined };

/** What a sentence that is not coded is told by: why it was left out. */
const toNote = ({ state, reason }: Sentence) =>
  state === 'coded' ? undefined : (reason ?? 'not accounted for');

/** A paragraph cut into its sentences and what lies between them; the first of several with the same note bears it. */
function toParts(paragraph: Span, sentences: readonly Sentence[] | undefined): Part[] {
  if (!sentences) return [paragraph];
  const parts: Part[] = [];
  let at = paragraph.start;
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.start < paragraph.start || sentence.end > paragraph.end) continue;
    if (at < sentence.start) parts.push({ start: at, end: sentence.start });
    const note = toNote(sentence);
    const before = sentences[index - 1];
    const isTold = before !== undefined && toNote(before) === note;
    parts.push({ start: sentence.start, end: sentence.end, sentence, note: isTold ? undefined : note });
    at = sentence.end;
  }
  if (at < paragraph.end) parts.push({ start: at, end: paragraph.end });
  return parts;
}

type Stretch = { passage: Passage | undefined; runs: Run[] };

/** Runs next to each other that lie in the same selected passage, the first of several, or in none, put together. */
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
function Runs({
  runs,
  text,
  selection,
  toClass,
}: {
  runs: readonly Run[];
  text: string;
  selection: string | undefined;
  toClass: ((mark: Mark) => string | undefined) | undefined;
}) {
  return toLinks(runs, text, selection).map(({ start, end, mark }) => {
    const words = text.slice(start, end);
    return mark ? (
      <ItemLink key={start} id={mark.item.id} className={`${styles.coded} ${toClass?.(mark) ?? ''}`}>
        {words}
      </ItemLink>
    ) : (
      words
    );
  });
}

/** Shorter stretches than this make no link of their own: they could hardly be hit. */
const LEAST = 5;

/** Runs joined where they lead to the same item, and where one is too short to stand alone. */
function toLinks(runs: readonly Run[], text: string, selection: string | undefined) {
  const links: { start: number; end: number; mark: Mark | undefined }[] = [];
  for (const { start, end, marks } of runs) {
    // The selected item's own words lead on to what else rests on them.
    const best = marks.find((mark) => mark.item.id !== selection) ?? marks[0];
    const last = links.at(-1);
    const words = (link: Span) => text.slice(link.start, link.end).trim().length;
    if (last && (last.mark?.item.id === best?.item.id || words({ start, end }) < LEAST)) last.end = end;
    else if (last && words(last) < LEAST) Object.assign(last, { end, mark: best });
    else links.push({ start, end, mark: best });
  }
  // What is left alone and too short is read, not followed.
  return links.map((link) =>
    text.slice(link.start, link.end).trim().length < 2 ? { ...link, mark: undefined } : link,
  );
}
