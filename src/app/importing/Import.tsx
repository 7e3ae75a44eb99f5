// Adds articles: chosen, dropped or pasted, read in the worker, confirmed one by one, and put into a project with proposals.
import { useCallback, useEffect, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { count, printNumber } from '../numbers';
import { readDropped, type Chosen } from '../local';
import { toReason } from '../store';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { toDropped } from '../ui/dropped';
import { toChosen } from '../ui/FileButtons';
import { readPasted } from '../ui/paste';
import { paced, useWork } from '../ui/work';
import { addArticles, type Goal } from './adding';
import { Confirm } from './Confirm';
import { toDraft, type Draft } from './draft';
import { FetchError } from '../../worker/failures';
import { readSources, type Read, type Source } from './reading';
import { EXTENSIONS, toPasted, toSources } from './sources';
import styles from './Import.module.css';

/** A file that could not be read: why, and what to do about it. */
export type Broken = Extract<Read, { reason: string }>;

type Stage =
  | { is: 'choosing' }
  | { is: 'reading' | 'adding'; done: number; all: number }
  | { is: 'confirming'; failure?: string };

const nextTick = () => Promise.resolve();

/** A dialog that is open for as long as it is there; `files` and `text` are what was dropped or pasted on the page. */
export function Import({
  files,
  text,
  close,
}: {
  files?: readonly Chosen[];
  text?: string;
  close: () => void;
}) {
  const { dialog, leave } = useDialog();
  const { begin, stop } = useWork();
  const keys = useRef(0);
  const [stage, setStage] = useState<Stage>({ is: 'choosing' });
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [broken, setBroken] = useState<readonly Broken[]>([]);
  const [aside, setAside] = useState(0);
  const [goal, setGoal] = useState<Goal>();
  /** What is typed or pasted as an article: kept until it is one. */
  const [words, setWords] = useState('');
  /** Where one is asked whether to leave: what puts the focus back if not. */
  const [stay, setLeaving] = useState<() => void>();

  /** Reads them, and goes on to what can be confirmed; stopped, with what was read until then. Whether all became articles. */
  const read = useCallback(
    async (sources: readonly Source[]) => {
      if (sources.length === 0) return false;
      const signal = begin();
      const found: Read[] = [];
      let done = 0;
      const tell = paced(
        (progress: { done: number; all: number }) => setStage({ is: 'reading', ...progress }),
        signal,
      );
      tell({ done, all: sources.length });
      const failure = await readSources(
        sources,
        (place, one) => {
          found[place] = one;
          tell({ done: ++done, all: sources.length });
        },
        signal,
      ).catch((error: unknown) => {
        if (error instanceof FetchError) return error.message;
        if (signal.reason !== STOPPED) throw error;
        return undefined;
      });
      // Those that were not reached are holes in the list, which flat() closes.
      const all = found.flat();
      const fresh = all.flatMap((one) =>
        'article' in one ? [toDraft(keys.current++, one.name, one.article)] : [],
      );
      setDrafts((before) => [...before, ...fresh]);
      setBroken((before) => [...before, ...all.flatMap((one) => ('reason' in one ? [one] : []))]);
      setStage({ is: 'confirming', ...(failure !== undefined && { failure }) });
      return fresh.length === sources.length;
    },
    [begin],
  );
  const take = useCallback(
    (chosen: readonly Chosen[], pasted = '') => {
      const { sources, aside: more } = toSources(chosen);
      setAside((before) => before + more);
      const isPasted = pasted.trim() !== '' && chosen.length === 0;
      if (isPasted) setWords(pasted);
      void read(isPasted ? [toPasted(pasted)] : sources).then(
        (isRead) => {
          if (isRead && isPasted) setWords('');
        },
        // What was closed meanwhile is of no use.
        () => {},
      );
    },
    [read],
  );
  useEffect(() => {
    let isGone = false;
    void nextTick().then(() => {
      if (!isGone && (files?.length || text)) take(files ?? [], text);
    });
    return () => {
      isGone = true;
    };
  }, [files, text, take]);

  const add = async (confirmed: readonly Draft[], to: Goal) => {
    const signal = begin();
    const tell = (done: number, all: number) => setStage({ is: 'adding', done, all });
    tell(0, confirmed.length);
    try {
      await addArticles(confirmed, to, tell, leave, signal);
    } catch (error) {
      setStage({
        is: 'confirming',
        ...(!signal.aborted && { failure: `Nothing is added. ${toReason(error)}` }),
      });
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const dropped = toDropped(event.dataTransfer.items);
    const signal = begin();
    // Nothing else is taken in while folders are looked into.
    setStage({ is: 'reading', done: 0, all: 0 });
    void readDropped(dropped).then(
      (chosen) => {
        if (signal.aborted) return;
        setStage(stage);
        take(chosen);
      },
      (error: unknown) => {
        if (signal.aborted) return;
        const name = dropped.map((one) => one.name).join(', ');
        setBroken((before) => [...before, { name, reason: toReason(error) }]);
        setStage(stage);
      },
    );
  };
  const isBusy = stage.is === 'reading' || stage.is === 'adding';
  const isWide = stage.is === 'confirming' && drafts.length > 0;
  return (
    <dialog
      ref={dialog}
      className={isWide ? styles.wide : styles.dialog}
      aria-label="Add articles"
      onClose={close}
      // What was filled in is not lost by one key.
      onCancel={(event) => {
        if (!isWide || stay) return;
        event.preventDefault();
        const before = document.activeElement as HTMLElement | null;
        setLeaving(() => () => before?.focus());
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      onPaste={(event) => {
        const pasted = isBusy ? undefined : readPasted(event);
        if (!pasted) return;
        event.preventDefault();
        take(pasted.files, pasted.text);
      }}
    >
      {stay && isWide && (
        <div className={styles.leaving} role="alert">
          <p>Leave without adding {drafts.length === 1 ? 'it' : 'them'}? What you filled in would be gone.</p>
          <button type="button" className={buttons.button} onClick={leave}>
            Leave
          </button>
          <StayButton
            stay={() => {
              setLeaving(undefined);
              stay();
            }}
          />
        </div>
      )}
      {isBusy ? (
        <Working {...toPhase(stage)} stage={stage}>
          {stage.is === 'reading' && stage.done > 0 && stage.all > 1 && (
            <button type="button" className={buttons.button} onClick={() => stop(STOPPED)}>
              Go on with those read
            </button>
          )}
          {(stage.is === 'reading' || stage.done < stage.all) && (
            <button
              type="button"
              className={buttons.button}
              onClick={() => (stage.is === 'adding' ? stop() : leave())}
            >
              Cancel
            </button>
          )}
        </Working>
      ) : isWide ? (
        <Confirm
          drafts={drafts}
          change={setDrafts}
          notes={<Notes broken={broken} aside={aside} />}
          failure={stage.failure}
          goal={goal}
          aim={setGoal}
          choose={() => setStage({ is: 'choosing' })}
          add={(confirmed, to) => void add(confirmed, to)}
          leave={leave}
        />
      ) : (
        <Choose
          text={words}
          setText={setWords}
          take={take}
          leave={drafts.length > 0 ? () => setStage({ is: 'confirming' }) : leave}
          isMore={drafts.length > 0}
        >
          {stage.is === 'confirming' && stage.failure !== undefined && (
            <p role="alert" className={styles.broken}>
              {stage.failure}
            </p>
          )}
          <Notes broken={broken} aside={aside} />
        </Choose>
      )}
    </dialog>
  );
}

/** Has the focus when it is there. */
function StayButton({ stay }: { stay: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current!.focus(), []);
  return (
    <button ref={button} type="button" className={buttons.button} onClick={stay}>
      Stay
    </button>
  );
}

/** Why reading ended: not to be closed, but to go on with what is read. */
const STOPPED = 'stopped';

const LOOKING = { name: 'Looking into what was dropped', done: 'found' };
const READING = { name: 'Reading', done: 'read' };
const PROPOSING = { name: 'Looking for who says what', done: 'gone through' };
/** It takes but a moment, and cannot be left halfway. */
const PUTTING = { name: 'Putting them into the project', done: 'gone through' };

function toPhase({ is, done, all }: Extract<Stage, { done: number }>) {
  if (is === 'reading') return all === 0 ? LOOKING : READING;
  return done < all ? PROPOSING : PUTTING;
}

/** How far it has come: that it goes on for those who hear it, figures too for those who see it. */
function Working({
  name,
  done,
  stage,
  children,
}: {
  name: string;
  done: string;
  stage: { done: number; all: number };
  children: ReactNode;
}) {
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current!.querySelector('button')?.focus(), []);
  return (
    <>
      <h2>Add articles</h2>
      <div className={styles.told}>
        <p role="status">{name}…</p>
        <progress aria-label={name} value={stage.done} max={stage.all || 1} />
        {stage.all > 0 && (
          <p>
            {printNumber(stage.done)} of {count(stage.all, 'article')} {done}
          </p>
        )}
      </div>
      <div className={styles.actions} ref={first}>
        {children}
      </div>
    </>
  );
}

/** The ways in. */
function Choose({
  text,
  setText,
  take,
  leave,
  isMore,
  children,
}: {
  text: string;
  setText: (text: string) => void;
  take: (chosen: readonly Chosen[], text?: string) => void;
  leave: () => void;
  isMore: boolean;
  children: ReactNode;
}) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current!.focus(), []);
  const choose = (input: HTMLInputElement) => {
    const chosen = toChosen(input.files);
    input.value = '';
    if (chosen.length > 0) take(chosen);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') words.current!.focus();
        else take([], text);
      }}
    >
      <h2>Add articles</h2>
      <p>
        Text, Markdown, saved web pages, PDF and Word, one or a thousand. They are read in this browser and
        sent nowhere.
      </p>
      {children}
      <div className={styles.ways}>
        <p>Drop files or a folder here, or</p>
        <button type="button" className={buttons.button} onClick={() => files.current!.click()}>
          Choose files
        </button>
        <button type="button" className={buttons.button} onClick={() => folder.current!.click()}>
          Choose a folder
        </button>
      </div>
      <label className={styles.field}>
        Or paste the text of an article here
        <textarea ref={words} rows={7} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className={styles.actions}>
        <button type="button" className={buttons.button} onClick={leave}>
          {isMore ? 'Back' : 'Cancel'}
        </button>
        <button type="submit" className={buttons.main}>
          Read this text
        </button>
      </div>
      <input
        ref={files}
        type="file"
        aria-label="Files"
        accept={EXTENSIONS.map((extension) => `.${extension}`).join(',')}
        multiple
        hidden
        onChange={(event) => choose(event.target)}
      />
      <input
        ref={folder}
        type="file"
        aria-label="Folder"
        {...{ webkitdirectory: '' }}
        hidden
        onChange={(event) => choose(event.target)}
      />
    </form>
  );
}

/** What could not be read, and what of a folder was left aside. */
function Notes({ broken, aside }: { broken: readonly Broken[]; aside: number }) {
  return (
    <div className={styles.notes} role={broken.length > 0 ? 'alert' : undefined}>
      {broken.length > 0 && (
        <details className={styles.broken} open={broken.length < 4}>
          <summary>{count(broken.length, 'file')} could not be read</summary>
          <ul>
            {broken.map(({ name, reason }, place) => (
              <li key={`${place} ${name}`}>
                <bdi>{name}</bdi>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
      {aside > 0 && (
        <p className={styles.aside}>
          {count(aside, 'other file')} of the folder {aside === 1 ? 'was' : 'were'} left aside: no article by{' '}
          {aside === 1 ? 'its' : 'their'} name.
        </p>
      )}
    </div>
  );
}
