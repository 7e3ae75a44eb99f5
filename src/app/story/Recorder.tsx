// A story of one's own being worked on: what is on screen becomes a step, and the steps are told, moved and removed.
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { toPassages } from '../../core/model';
import type { Anchor, StoryFile } from '../../core/schema';
import { show, turnTo, useStore, type Opened } from '../store';
import { edit, editStep, goToStep, moveStep, printStepView, saveStory, undo, useStories } from '../stories';
import buttons from '../ui/button.module.css';
import { keepDraft, readDraft } from '../storage';
import { Quote } from './Quote';
import styles from './Recorder.module.css';

/** Says what was done to who cannot see it. */
type Tell = (sentence: string) => void;

/** `story` is an own one; every change to it is saved at once. */
export function Recorder({ opened, story }: { opened: Opened; story: StoryFile }) {
  const canUndo = useStories(({ past }) => past.some((one) => one.story.id === story.id));
  const isUnsaved = useStories(({ unsaved }) => unsaved.has(story.id));
  const isChanged = useStories(({ changed }) => changed === story.id);
  const refusal = useStories((state) =>
    state.refusal?.id === story.id ? state.refusal.sentence : undefined,
  );
  const [told, setTold] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const name = useId();
  useEffect(() => {
    // Whoever begins goes on here; a link leaves the focus where it is.
    if (useStore.getState().cause !== 'link') heading.current!.focus();
  }, []);
  const move = (from: number, to: number, control: string) => {
    if (to < 0 || to >= story.steps.length) return;
    if (!flushSync(() => moveStep(story.id, from, to))) return;
    setTold(`Step ${from + 1} is now step ${to + 1}.`);
    // The focus goes with what was moved.
    list.current!.children[to]?.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
  };
  const removeStep = (index: number) => {
    const isRemoved = flushSync(() =>
      edit(story.id, '', (one) => ({ ...one, steps: one.steps.filter((_, at) => at !== index) })),
    );
    if (!isRemoved) return;
    setTold(`Step ${index + 1} is removed. Undo brings it back.`);
    const next = list.current?.children[Math.min(index, story.steps.length - 2)];
    (next?.querySelector<HTMLElement>('textarea') ?? document.getElementById(`${name}-title`))?.focus();
  };
  return (
    <>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          Recording a story
        </h2>
        <button
          type="button"
          className={buttons.button}
          aria-disabled={!canUndo}
          onClick={() => {
            if (!canUndo) return;
            undo(story.id);
            setTold('The last change is undone.');
          }}
        >
          Undo
        </button>
        <button type="button" className={buttons.button} onClick={() => saveStory(story)}>
          Download
        </button>
        <button
          type="button"
          className={buttons.button}
          disabled={story.steps.length === 0}
          onClick={() => goToStep(opened.corpus, story, 0)}
        >
          Play
        </button>
        <button
          type="button"
          className={buttons.button}
          onClick={() => show({ mode: 'story', story: undefined })}
        >
          Done
        </button>
      </header>
      <p role="status" className="unseen">
        {told}
      </p>
      <div className={styles.body}>
        {isUnsaved && (
          <p role="alert" className={styles.unsaved}>
            This browser will not save the story: its storage is full or turned off. Download it before you
            leave the page.
          </p>
        )}
        {refusal !== undefined && (
          <p role="alert" className={styles.unsaved}>
            Not done: {refusal}
          </p>
        )}
        {isChanged && (
          <p role="status" className={styles.hint}>
            This story was just changed in another tab. Here it is as it is now.
          </p>
        )}
        <NewStep opened={opened} story={story} tell={setTold} />
        <div className={styles.story}>
          <label htmlFor={`${name}-title`}>Title</label>
          <Title key={story.id} id={`${name}-title`} story={story} />
          <label htmlFor={`${name}-summary`}>Summary</label>
          <textarea
            id={`${name}-summary`}
            rows={2}
            maxLength={1000}
            value={story.summary ?? ''}
            onChange={({ target }) =>
              edit(story.id, 'summary', (one) => ({ ...one, summary: target.value || undefined }))
            }
          />
          <h3>{story.steps.length === 0 ? 'No steps yet' : 'Steps'}</h3>
          <ol ref={list} aria-label="Steps of the story" className={styles.steps}>
            {story.steps.map((_, index) => (
              <Step
                // Steps are nothing but what they hold, and may hold the same.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                opened={opened}
                story={story}
                index={index}
                hint={`${name}-keys`}
                move={move}
                remove={removeStep}
                tell={setTold}
              />
            ))}
          </ol>
          {story.steps.length > 1 && (
            <p id={`${name}-keys`} className={styles.hint}>
              Alt+↑ and Alt+↓ move a step.
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** A button that moves or changes a step; `data-control` finds it again where the step has gone. */
function Control({
  name,
  label,
  off = false,
  act,
  children,
}: {
  name: string;
  label: string;
  off?: boolean;
  act: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      className={buttons.button}
      data-control={name}
      aria-label={label}
      title={label}
      aria-disabled={off}
      onClick={act}
    >
      {children}
    </button>
  );
}

function Step({
  opened,
  story,
  index,
  hint,
  move,
  remove,
  tell,
}: {
  opened: Opened;
  story: StoryFile;
  index: number;
  /** The id of the element that says how the keys move a step. */
  hint: string;
  move: (from: number, to: number, control: string) => void;
  remove: (index: number) => void;
  tell: Tell;
}) {
  const step = story.steps[index]!;
  const number = index + 1;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const control = (event.target as HTMLElement).dataset.control ?? 'text';
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1), control);
  };
  return (
    <li onKeyDown={keys}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div>
        <textarea
          rows={3}
          maxLength={2000}
          data-control="text"
          aria-label={`What you say at step ${number}`}
          aria-describedby={story.steps.length > 1 ? hint : undefined}
          value={step.text}
          onChange={({ target }) => editStep(story.id, index, { text: target.value })}
        />
        <Quote opened={opened} step={step} />
        <div className={styles.tools}>
          <Control
            name="show"
            label={`Show step ${number}`}
            act={() => goToStep(opened.corpus, story, index, 'edit')}
          >
            Show
          </Control>
          <Control
            name="up"
            label={`Move step ${number} up`}
            off={index === 0}
            act={() => move(index, index - 1, 'up')}
          >
            ↑
          </Control>
          <Control
            name="down"
            label={`Move step ${number} down`}
            off={number === story.steps.length}
            act={() => move(index, index + 1, 'down')}
          >
            ↓
          </Control>
          <Retake opened={opened} story={story} index={index} tell={tell} />
          <Control name="remove" label={`Remove step ${number}`} act={() => remove(index)}>
            Remove
          </Control>
        </div>
      </div>
    </li>
  );
}

/** The title, which is kept only where it is not empty: a story must be called something. */
function Title({ id, story }: { id: string; story: StoryFile }) {
  const [draft, setDraft] = useState<string>();
  return (
    <input
      id={id}
      value={draft ?? story.title}
      maxLength={200}
      onChange={({ target: { value } }) => {
        setDraft(value);
        if (value.trim() !== '') edit(story.id, 'title', (one) => ({ ...one, title: value }));
      }}
      onBlur={() => setDraft(undefined)}
    />
  );
}

/** The words in front: those of what is selected. */
function useWords({ corpus }: Opened): { quotes: readonly Anchor[]; index: number } {
  const selection = useStore((state) => state.view.selection);
  const passage = useStore((state) => state.view.passage);
  const item =
    selection === undefined ? undefined : (corpus.nodes.get(selection) ?? corpus.edges.get(selection));
  const quotes = (item ? toPassages(item) : []).map(({ article, quote, before, after }): Anchor => ({
    article,
    quote,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  }));
  return { quotes, index: Math.min(passage, Math.max(0, quotes.length - 1)) };
}

/** What is on screen, as the next step. */
function NewStep({ opened, story, tell }: { opened: Opened; story: StoryFile; tell: Tell }) {
  const view = useStore((state) => state.view);
  const { quotes, index } = useWords(opened);
  const [text, setText] = useState(() => readDraft(story.id));
  const write = (draft: string) => {
    keepDraft(story.id, draft);
    setText(draft);
  };
  const quote = quotes[index];
  const step = quote && { text, quote, view: printStepView(view) };
  const add = () => {
    if (!step) return;
    if (!edit(story.id, '', (one) => ({ ...one, steps: [...one.steps, step] }))) return;
    write('');
    tell(`Step ${story.steps.length + 1} is added.`);
  };
  return (
    <form
      className={styles.next}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <h3>The next step</h3>
      {step ? (
        <>
          <Quote opened={opened} step={step} />
          {quotes.length > 1 && (
            <label>
              Words{' '}
              <select value={index} onChange={({ target }) => turnTo(Number(target.value))}>
                {quotes.map((one, at) => (
                  <option key={`${at} ${one.quote}`} value={at}>
                    {at + 1} of {quotes.length}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            What you say about it
            <textarea rows={3} maxLength={2000} value={text} onChange={({ target }) => write(target.value)} />
          </label>
          <button
            type="submit"
            className={buttons.main}
            // The second click of a double click would add what is empty by then.
            onClick={(event) => event.detail > 1 && event.preventDefault()}
          >
            Add this view as a step
          </button>
        </>
      ) : (
        <p className={styles.hint}>
          Bring the view to where the step should be, and select a claim, a name or a line: every step shows
          the words that its selection rests on.
        </p>
      )}
    </form>
  );
}

/** Takes what is on screen for a step that is there already. */
function Retake({
  opened,
  story,
  index,
  tell,
}: {
  opened: Opened;
  story: StoryFile;
  index: number;
  tell: Tell;
}) {
  const words = useWords(opened);
  const quote = words.quotes[words.index];
  return (
    <button
      type="button"
      className={buttons.button}
      disabled={!quote}
      title="Show what is on screen now at this step, with the words in front"
      aria-label={`Use this view at step ${index + 1}`}
      onClick={() => {
        if (!quote) return;
        if (editStep(story.id, index, { quote, view: printStepView(useStore.getState().view) }))
          tell(`Step ${index + 1} shows this view now.`);
      }}
    >
      Use this view
    </button>
  );
}
