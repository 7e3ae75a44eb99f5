// Corrects the text of an article: what rests on its words is followed, and what cannot be is settled one by one before anything changes.
import { Fragment, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { locate, type Span } from '../../core/anchor';
import {
  toCorrection,
  toDifferences,
  toShifted,
  type Correction,
  type Lost,
  type Settled,
  type Use,
} from '../../core/correction';
import { readStory } from '../../core/story';
import { toWords } from '../../core/text';
import { readDraft, writeDraft } from '../project/journal';
import { act, useOpenProject } from '../project/project';
import { toFailure, type Opened } from '../store';
import { count } from '../numbers';
import { TypeIcon } from '../ui/Icon';
import { LineSample } from '../ui/LineSample';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { printEdge } from '../words';
import styles from './Correct.module.css';

/** What is written, and what became of the words that are lost by it. */
type Draft = { text: string; settled: Settled };

/** How long after the last key it is looked what the correction does, in milliseconds. */
const PAUSE = 300;

/** A dialog that is open for as long as it is there. */
export function Correct({ opened, article, close }: { opened: Opened; article: string; close: () => void }) {
  const { dialog, leave } = useDialog();
  const project = useOpenProject();
  const id = project?.entry.id;
  const { node, text } = opened.corpus.articles.get(article)!;
  const [begun, setBegun] = useState<{ draft: Draft | undefined }>();
  useEffect(() => {
    if (id === undefined) return undefined;
    let left = false;
    const begin = (draft?: Draft) => !left && setBegun({ draft });
    readDraft(id, article).then(
      (kept) => {
        if (!kept) return begin();
        // It was begun from another text, as before an undo: its words are good, what was settled is not.
        const settled: Settled = new Map(kept.from === text ? kept.settled : []);
        return begin(kept.text === text ? undefined : { text: kept.text, settled });
      },
      () => begin(),
    );
    return () => {
      left = true;
    };
  }, [id, article, text]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Correct the article" onClose={close}>
      <h2>Correct ‘{node.label}’</h2>
      {begun && id !== undefined && (
        <Correcting
          opened={opened}
          article={article}
          project={id}
          locked={project?.locked}
          begun={begun.draft}
          close={leave}
        />
      )}
    </dialog>
  );
}

function Correcting({
  opened,
  article,
  project,
  locked,
  begun,
  close,
}: {
  opened: Opened;
  article: string;
  project: string;
  locked: string | undefined;
  begun: Draft | undefined;
  close: () => void;
}) {
  const { corpus } = opened;
  const { node, text: old } = corpus.articles.get(article)!;
  const [text, setText] = useState(begun?.text ?? old);
  /** What is looked at: behind what is written for as long as somebody writes. */
  const [draft, setDraft] = useState<Draft>(begun ?? { text: old, settled: new Map() });
  const [selected, setSelected] = useState<Span>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is still to be looked at and kept; done at once where the dialog is closed. */
  const pending = useRef<() => void>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      pending.current?.();
    },
    [],
  );
  const correction = useMemo(
    () => toCorrection(corpus, article, draft.text, draft.settled),
    [corpus, article, draft],
  );
  /** The last time that the draft was kept. */
  const keeping = useRef<Promise<void>>(undefined);
  const keep = useCallback(
    (next: Draft) => {
      setDraft(next);
      const kept = next.text === old ? undefined : { from: old, text: next.text, settled: [...next.settled] };
      keeping.current = writeDraft(project, article, kept).catch((error: unknown) =>
        setFailure(`The correction could not be kept for later: ${toFailure(error).sentence}`),
      );
    },
    [project, article, old],
  );
  const write = (shown: string) => {
    const next = fromShown(shown, old);
    setText(next);
    setSelected(undefined);
    clearTimeout(timer.current);
    pending.current = () => {
      pending.current = undefined;
      const shift = toShifted(draft.text, next);
      const settled = [...draft.settled].flatMap(([key, span]): [string, Span | null][] => {
        const now = span && shift(span);
        return span && !now ? [] : [[key, now ?? null]];
      });
      keep({ text: next, settled: new Map(settled) });
    };
    timer.current = setTimeout(pending.current, PAUSE);
  };
  const settle = (some: readonly [key: string, span: Span | null | undefined][]) => {
    const settled = new Map(draft.settled);
    for (const [key, span] of some)
      if (span === undefined) settled.delete(key);
      else settled.set(key, span);
    keep({ ...draft, settled });
  };
  const point = ({ start, end }: Span) => {
    const it = area.current!;
    it.focus();
    it.setSelectionRange(toShownAt(text, start), toShownAt(text, end));
    // Where the words are it scrolls to only when it gets the focus.
    it.blur();
    it.focus();
  };
  /** Closes when what was done is kept. */
  const leave = async () => {
    clearTimeout(timer.current);
    pending.current?.();
    await keeping.current;
    close();
  };
  const isSame = text === old;
  const isBehind = draft.text !== text;
  const finish = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await act(`Corrected ‘${node.label}’`, correction.edit!);
      await writeDraft(project, article, undefined).catch(() => undefined);
      close();
    } catch (error) {
      const { sentence, problems } = toFailure(error);
      setFailure(problems[0] ? `It cannot be corrected so: ${problems[0].reason}.` : sentence);
      setBusy(false);
    }
  };
  return (
    <>
      <div className={styles.body}>
        <div className={styles.text}>
          <label htmlFor="corrected">The article’s text</label>
          <textarea
            id="corrected"
            ref={area}
            value={toShown(text)}
            readOnly={locked !== undefined}
            spellCheck={false}
            aria-describedby="corrected-hint"
            onChange={(event) => write(event.target.value)}
            onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => {
              const span = toTrimmedSpan(text, {
                start: toTextAt(text, selectionStart),
                end: toTextAt(text, selectionEnd),
              });
              setSelected(span);
            }}
          />
          <p id="corrected-hint">
            {selected ? (
              <>
                Selected: <q>{shorten(text.slice(selected.start, selected.end))}</q>
              </>
            ) : (
              'Change it here. What is already coded follows its words.'
            )}
          </p>
        </div>
        <div className={styles.side} tabIndex={0} role="region" aria-label="What the correction does">
          {begun && (
            <p className={styles.begun}>
              You began this correction earlier; the graph is as it was.{' '}
              <button
                type="button"
                className={buttons.plain}
                onClick={() => {
                  clearTimeout(timer.current);
                  pending.current = undefined;
                  setText(old);
                  keep({ text: old, settled: new Map() });
                }}
              >
                Start anew
              </button>
            </p>
          )}
          {isSame && !isBehind ? (
            <p className={styles.none}>
              Nothing is changed yet. Mend what was copied or read wrongly: a word, a name, a line that is
              missing. Passages keep their words; those whose words you change are listed here to be checked.
            </p>
          ) : (
            <>
              <Told correction={correction} settled={draft.settled} />
              <Losses
                opened={opened}
                text={draft.text}
                correction={correction}
                settled={draft.settled}
                selected={isBehind ? undefined : selected}
                settle={settle}
                point={point}
              />
              <Stories opened={opened} article={article} text={draft.text} />
              <Differences old={old} text={draft.text} point={point} />
            </>
          )}
        </div>
      </div>
      {(failure ?? locked) !== undefined && (
        <p role="alert" className={styles.failure}>
          {failure ?? locked}
        </p>
      )}
      <div className={styles.actions}>
        <p>
          {isSame
            ? ''
            : correction.edit
              ? printRemoved(opened, correction.edit.remove)
              : 'The graph stays as it is until all are settled. What you did is kept.'}
        </p>
        <button type="button" className={buttons.button} onClick={() => void leave()}>
          {isSame ? 'Cancel' : 'Close, and go on later'}
        </button>
        <button
          type="button"
          className={buttons.main}
          disabled={isSame || isBehind || busy || !correction.edit || locked !== undefined}
          onClick={() => void finish()}
        >
          Correct the article
        </button>
      </div>
    </>
  );
}

const isSettled = (settled: Settled, { key, isNeeded }: Lost) =>
  isNeeded ? Boolean(settled.get(key)) : settled.has(key);

function Told({ correction: { lost, kept }, settled }: { correction: Correction; settled: Settled }) {
  const open = lost.filter((one) => !isSettled(settled, one)).length;
  const stands = `${count(kept, 'passage stands', 'passages stand')} as before.`;
  return (
    <p role="status" className={styles.told}>
      {open > 0 ? (
        <>
          <strong>{count(open, 'passage needs', 'passages need')} a check</strong>: the words are not there
          any more, or cannot be told from others. {stands}
        </>
      ) : lost.length > 0 ? (
        <>All that needed a check is settled. {stands}</>
      ) : (
        stands
      )}
    </p>
  );
}

/** What goes with what is let go, in words. */
function printRemoved({ corpus }: Opened, removed: readonly string[] | undefined): string {
  if (!removed) return 'Nothing is lost by it.';
  const nodes = removed.filter((id) => corpus.nodes.has(id)).length;
  const edges = removed.length - nodes;
  const parts = [...(nodes > 0 ? [count(nodes, 'node')] : []), ...(edges > 0 ? [count(edges, 'line')] : [])];
  return `It removes ${parts.join(' and ')}; undo brings ${removed.length === 1 ? 'it' : 'them'} back.`;
}

/** Whether words differ in marks, spaces and capitals alone, or in one word of five at most. */
function isNearly(one: string, other: string): boolean {
  const [words, others] = [toWords(one), toWords(other)];
  const most = Math.max(1, Math.floor(Math.min(words.length, others.length) / 5));
  const countMissing = (some: readonly string[], from: readonly string[]) =>
    some.filter((word) => !from.includes(word)).length;
  return (
    others.length > 0 &&
    Math.abs(words.length - others.length) <= most &&
    countMissing(words, others) <= most &&
    countMissing(others, words) <= most
  );
}

/** The passages whose words are not there as they were. */
function Losses({
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
  const nearly = lost.filter(
    (one) => !isSettled(settled, one) && isNearly(one.quote, text.slice(one.place.start, one.place.end)),
  );
  return (
    <section aria-label="To be checked">
      <h3>To be checked</h3>
      {nearly.length > 1 && (
        <p className={styles.alike}>
          {nearly.length} differ in a word or a mark alone.{' '}
          <button
            type="button"
            className={buttons.button}
            onClick={() => settle(nearly.map(({ key, place }) => [key, place]))}
          >
            Take all {nearly.length} as they stand now
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
            printLetGo(opened, falling, uses)
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
            ? `If you let go: ${printLetGo(opened, falling, uses)}`
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

/** What happens to what rests on words that are let go. */
function printLetGo({ corpus }: Opened, falling: readonly string[], uses: readonly Use[]): string {
  if (falling.length === 0)
    return uses.every(({ part }) => part === 'leftOut')
      ? 'They are left out no more.'
      : 'Let go: what rested on them stays on its other words.';
  const nodes = falling.flatMap((id) => corpus.nodes.get(id) ?? []);
  const lines = falling.length - nodes.length;
  const [first, ...others] = nodes;
  if (!first)
    return `${count(lines, 'line rests', 'lines rest')} on nothing else and ${lines === 1 ? 'goes' : 'go'}.`;
  const names = `‘${first.label}’${others.length > 0 ? ` and ${count(others.length, 'more node')}` : ''}`;
  const along = lines > 0 ? `, with ${count(lines, 'line')}` : '';
  return `${names} ${others.length > 0 ? 'rest' : 'rests'} on nothing else and ${others.length > 0 ? 'go' : 'goes'}${along}.`;
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

/** The stories of the project that quote what is not there any more. */
function Stories({ opened, article, text }: { opened: Opened; article: string; text: string }) {
  const files = opened.local?.stories;
  const { text: old } = opened.corpus.articles.get(article)!;
  const broken = useMemo(
    () =>
      [...(files ?? [])].flatMap(([path, file]) => {
        const { story } = readStory(path, file);
        const steps = story?.steps.flatMap(({ quote }, index) =>
          quote.article === article && locate(old, quote).length > 0 && locate(text, quote).length === 0
            ? [index + 1]
            : [],
        );
        return story && steps!.length > 0 ? [`‘${story.title}’ (step ${steps!.join(', ')})`] : [];
      }),
    [files, article, old, text],
  );
  if (broken.length === 0) return null;
  return (
    <p className={styles.begun}>
      {broken.length === 1 ? 'A story quotes' : 'Stories quote'} words that are not there any more and cannot
      be told until {broken.length === 1 ? 'it is' : 'they are'} mended: {broken.join(', ')}.
    </p>
  );
}

/** How many differences are listed, and how many characters around each. */
const MANY = 30;
const AROUND = 28;

/** What is changed in the text, in its own words. */
function Differences({ old, text, point }: { old: string; text: string; point: (span: Span) => void }) {
  const differences = useMemo(() => toDifferences(old, text), [old, text]);
  if (differences.length === 0) return null;
  return (
    <section aria-label="What changes">
      <h3>What changes in the text</h3>
      <ol className={styles.differences}>
        {differences.slice(0, MANY).map(({ old: gone, now }) => (
          <li key={`${gone.start} ${now.start}`}>
            <button type="button" onClick={() => point(now)}>
              …{text.slice(Math.max(0, now.start - AROUND), now.start)}
              {gone.end > gone.start && <del>{shorten(old.slice(gone.start, gone.end))}</del>}
              {now.end > now.start && <ins>{shorten(text.slice(now.start, now.end))}</ins>}
              {text.slice(now.end, now.end + AROUND)}…
            </button>
          </li>
        ))}
      </ol>
      {differences.length > MANY && <p>And {count(differences.length - MANY, 'more place')}.</p>}
    </section>
  );
}

/** The most characters of words that are only to be recognised. */
const LONG = 160;
const shorten = (words: string) =>
  words.length > LONG ? `${words.slice(0, LONG / 2)} … ${words.slice(-LONG / 2)}` : words;

function toTrimmedSpan(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end);
  const from = end - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : undefined;
}

// A text area has lines that end in one character, whatever those of the text end in.

const toShown = (text: string) => text.replace(/\r\n?/g, '\n');
const fromShown = (shown: string, like: string) =>
  like.includes('\r\n') ? shown.replaceAll('\n', '\r\n') : shown;
const toShownAt = (text: string, at: number) => toShown(text.slice(0, at)).length;
function toTextAt(text: string, shownAt: number): number {
  if (!text.includes('\r\n')) return shownAt;
  let at = 0;
  for (let shown = 0; shown < shownAt && at < text.length; shown++) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
