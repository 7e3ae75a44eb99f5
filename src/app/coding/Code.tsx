// Coding an article: its text, to select words in and to see what is proposed and coded; the map grows beside it.
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { Span } from '../../core/anchor';
import { toDefinition } from '../../core/codebook';
import { printDate } from '../../core/date';
import { toArticles } from '../../core/debate';
import { toPassages, type Corpus } from '../../core/model';
import { toMarks } from '../../core/passage';
import type { NodeType } from '../../core/vocabulary';
import { count } from '../numbers';
import { useOpenProject } from '../project/project';
import { centre, Text } from '../reader/Text';
import { USUAL, toMarksOf } from '../reader/kinds';
import { show, useStore, type Opened } from '../store';
import buttons from '../ui/button.module.css';
import { ViewLink } from '../ui/ViewLink';
import { isTyping } from '../ui/typing';
import { bringToFront, setCoding, useCoding, useFront } from './coding';
import { useCoded } from './coded';
import { startEdge, startNode } from './drafts';
import { toQueue } from './queue';
import { readPoint, readSelection, toRanges, toStepped, toTrimmed, toWhole, type Step } from './words';
import styles from './Code.module.css';

/** What words can be made, each by its key. */
const MADE = [
  { key: 'c', type: 'claim', name: 'Claim' },
  { key: 'r', type: 'recommendation', name: 'Recommendation' },
  { key: 'p', type: 'person', name: 'Person' },
  { key: 'o', type: 'organisation', name: 'Organisation' },
  { key: 't', type: 'report', name: 'Report' },
  { key: 'l', type: 'line', name: 'Line' },
] as const satisfies readonly { key: string; type: NodeType | 'line'; name: string }[];

/** Steps through the text by the arrow keys. */
const STEPS: Readonly<Record<string, { by: Step; back: boolean }>> = {
  ArrowRight: { by: 'word', back: false },
  ArrowLeft: { by: 'word', back: true },
  ArrowDown: { by: 'sentence', back: false },
  ArrowUp: { by: 'sentence', back: true },
};

/** Paints spans of the text under a name that the style sheet knows; where the browser cannot, nothing is painted. */
function paint(name: string, body: HTMLElement, spans: readonly Span[]): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.set(name, new Highlight(...toRanges(body, spans)));
}
const PAINTED = ['proposed', 'proposal', 'words'] as const;

export function Code({ opened }: { opened: Opened }) {
  const article = useCoded(opened);
  const project = useOpenProject();
  if (!project)
    return (
      <section aria-label="Article" className={styles.none}>
        <h2>Coding needs a project</h2>
        <p>Make a copy of what is open to work on, or begin an empty one.</p>
        <button
          type="button"
          className={buttons.main}
          onClick={() => document.getElementById('open')!.click()}
        >
          Make a project…
        </button>
        <p className={styles.other}>
          Just reading? See <ViewLink to={{ mode: 'articles' }}>the articles</ViewLink>.
        </p>
      </section>
    );
  if (article === undefined)
    return (
      <section aria-label="Article" className={styles.none}>
        <h2>No article yet</h2>
        <p>Add the first one: a file, or text that you paste.</p>
        <AddButton />
      </section>
    );
  return <Article opened={opened} article={article} />;
}

const Linking = lazy(async () => ({ default: (await import('./Linking')).Linking }));
const Ask = lazy(async () => ({ default: (await import('./Ask')).Ask }));
const Correct = lazy(async () => ({ default: (await import('./Correct')).Correct }));

function Article({ opened, article }: { opened: Opened; article: string }) {
  const { corpus } = opened;
  const { locked } = useOpenProject()!;
  const [dialog, setDialog] = useState<'ask' | 'correct'>();
  const close = () => setDialog(undefined);
  return (
    <section aria-label="Article" className={styles.code}>
      <header className={styles.bar}>
        <label>
          <span>Article</span>
          <select
            className={buttons.button}
            value={article}
            onChange={(event) => show({ coded: event.target.value })}
          >
            {toArticles(corpus).map(({ node }) => (
              <option key={node.id} value={node.id}>
                {node.label} ({node.publisher}, {printDate(node.date)})
              </option>
            ))}
          </select>
        </label>
        {locked === undefined && (
          <button
            type="button"
            className={buttons.button}
            title="Ask a language model that you name for further proposals"
            onClick={() => setDialog('ask')}
          >
            Ask a model…
          </button>
        )}
        {locked === undefined && (
          <button
            type="button"
            className={buttons.button}
            title="Correct this article: its text, title, publisher, date, web address and authors"
            onClick={() => setDialog('correct')}
          >
            Correct…
          </button>
        )}
      </header>
      <Suspense>
        {locked === undefined && <Linking opened={opened} />}
        {dialog === 'ask' && <Ask opened={opened} article={article} close={close} />}
        {dialog === 'correct' && <Correct opened={opened} article={article} close={close} />}
      </Suspense>
      <Coded key={article} opened={opened} article={article} />
    </section>
  );
}

/** Asks for more articles. */
const AddButton = () => (
  <button
    type="button"
    className={buttons.button}
    onClick={() => document.getElementById('add-articles')?.click()}
  >
    Add articles…
  </button>
);

function Coded({ opened: { corpus }, article }: { opened: Opened; article: string }) {
  const { text } = corpus.articles.get(article)!;
  const project = useOpenProject()!;
  const isLocked = project.locked !== undefined;
  const frame = useRef<HTMLDivElement>(null);
  const selection = useStore((state) => state.view.selection);
  const index = useStore((state) => state.view.passage);
  const { words } = useCoding();
  const proposal = useFront(article);
  const item =
    selection === undefined ? undefined : (corpus.nodes.get(selection) ?? corpus.edges.get(selection));
  const passages = useMemo(() => (item ? toPassages(item) : []), [item]);
  const passage = useMemo(() => {
    const asked = passages[index];
    return asked?.article === article ? asked : passages.find((one) => one.article === article);
  }, [passages, index, article]);
  const marks = useMemo(() => toMarksOf(toMarks(corpus, article), USUAL), [corpus, article]);
  const queue = toQueue(project, corpus, article);
  const pending = useMemo(
    () =>
      (queue?.cases ?? [])
        .filter(({ standing }) => standing === 'open')
        .map((one) => ({
          start: one.proposal.passage.start,
          end: one.proposal.passage.end,
          place: one.place,
        })),
    [queue],
  );
  const front = pending.find(({ place }) => place === proposal);

  // What is painted lies over the text as it is shown: it is painted anew where that, or it, changes.
  useEffect(() => paint('proposed', frame.current!, pending), [pending, marks, item, passages, passage]);
  useEffect(() => {
    paint('proposal', frame.current!, front ? [front] : []);
    paint('words', frame.current!, words ? [words] : []);
  }, [front, words, marks, item, passages, passage]);
  useEffect(
    () => () => {
      if ('highlights' in CSS) for (const name of PAINTED) CSS.highlights.delete(name);
    },
    [],
  );
  const frontStart = front?.start;
  useEffect(() => {
    if (frontStart !== undefined) bringIn(frame.current!, { start: frontStart, end: frontStart + 1 });
  }, [frontStart]);
  useEffect(() => {
    setCoding({ words: undefined });
    const read = () => {
      const body = frame.current;
      const selected = document.getSelection();
      // What is written in a form leaves the words as they are.
      if (!body || !selected?.anchorNode || !body.contains(selected.anchorNode)) return;
      setCoding({ words: readSelection(body, text) });
    };
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [text]);

  const press = useCallback(
    (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
        // All of the article, not of the page.
        event.preventDefault();
        const all = toTrimmed(text, { start: 0, end: text.length });
        if (all) choose(frame.current!, all);
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const made = MADE.find(({ key }) => key === event.key.toLowerCase());
      if (made && !isLocked) {
        event.preventDefault();
        if (made.type === 'line') startEdge();
        else startNode(made.type);
        return;
      }
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      const { words: selected } = useCoding.getState();
      const next = toStepped(text, selected, {
        ...step,
        extends: event.shiftKey,
        from: front?.start ?? passage?.start ?? 0,
      });
      if (next && choose(frame.current!, next)) bringIn(frame.current!, next);
    },
    [text, front, passage, isLocked],
  );
  const before = useRef<Span>(undefined);
  const grasp = (event: MouseEvent) => {
    before.current = readSelection(frame.current!, text);
    releaseLink(event);
    if (event.button !== 0) return;
    const snap = () => {
      const selected = frame.current && readSelection(frame.current, text);
      if (!selected) return;
      const whole = toWhole(text, selected);
      if (whole.start !== selected.start || whole.end !== selected.end) choose(frame.current!, whole);
    };
    window.addEventListener('mouseup', snap, { once: true });
  };
  const click = (event: MouseEvent) => {
    // What was selected by dragging over a link is not a click on it.
    const selected = readSelection(frame.current!, text);
    if (selected && (selected.start !== before.current?.start || selected.end !== before.current.end)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const at = readPoint(event.clientX, event.clientY);
    if (at === undefined) return;
    const hit = pending
      .filter(({ start, end }) => start <= at && at < end)
      .toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
    if (hit) {
      event.preventDefault();
      event.stopPropagation();
      bringToFront(article, hit.place);
      setCoding({ panel: 'proposals' });
    }
  };
  return (
    <>
      <div
        ref={frame}
        id="article-text"
        className={styles.text}
        role="group"
        tabIndex={0}
        aria-label="The article’s words"
        aria-describedby="words-hint"
        onKeyDown={press}
        onMouseDownCapture={grasp}
        onClickCapture={click}
        onDragStart={(event) => event.preventDefault()}
      >
        <Text article={article} text={text} marks={marks} item={item} passages={passages} passage={passage} />
      </div>
      <Words corpus={corpus} text={text} words={words} isLocked={isLocked} />
    </>
  );
}

/** Selects words; false where they are not shown. */
function choose(frame: HTMLElement, words: Span): boolean {
  const [range] = toRanges(frame, [words]);
  if (!range) return false;
  document.getSelection()!.removeAllRanges();
  document.getSelection()!.addRange(range);
  // The browser tells of it only after the next key.
  setCoding({ words });
  return true;
}

/** Chrome begins no selection on a link: for as long as the mouse is pressed on it, it is none. */
function releaseLink({ target, button, altKey }: MouseEvent): void {
  const link = (target as Element).closest('a[href]');
  if (!link || button !== 0 || altKey) return;
  const address = link.getAttribute('href')!;
  link.removeAttribute('href');
  const restore = () => link.setAttribute('href', address);
  window.addEventListener('mouseup', restore, { capture: true, once: true });
}

/** Brings words into sight, where they are not. */
function bringIn(frame: HTMLElement, span: Span): void {
  const [range] = toRanges(frame, [span]);
  const scroller = frame.firstElementChild as HTMLElement;
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  const room = scroller.getBoundingClientRect();
  if (top < room.top + 24 || bottom > room.bottom - 24) centre(scroller, range.startContainer.parentElement!);
}

/** What can be made of the words that are selected. */
function Words({
  corpus,
  text,
  words,
  isLocked,
}: {
  corpus: Corpus;
  text: string;
  words: Span | undefined;
  isLocked: boolean;
}) {
  const chosen = words && text.slice(words.start, words.end).split(/\s+/).length;
  return (
    <div className={styles.words} role="toolbar" aria-label="What the selected words are">
      <p id="words-hint" role="status">
        {chosen === undefined ? (
          <>
            Select words to code them by hand
            <span className={styles.byKeys}>: with the mouse, or with the arrow keys (Shift for more).</span>
            <span className={styles.byFinger}>: press and hold one.</span>
          </>
        ) : (
          `${count(chosen, 'word')} selected:`
        )}
      </p>
      {chosen !== undefined &&
        MADE.map(({ key, type, name }) => (
          <button
            key={type}
            type="button"
            className={buttons.button}
            disabled={isLocked}
            title={`${name} (${key.toUpperCase()})${type === 'line' ? '' : `: ${toDefinition(corpus, type).means}`}`}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => (type === 'line' ? startEdge() : startNode(type))}
          >
            {name}
          </button>
        ))}
    </div>
  );
}
