// The stories there are, shipped and one's own: where they begin, and where new ones are recorded and opened.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../core/model';
import type { StoryFile } from '../../core/schema';
import { findMismatch, MAX_STORY, printStoryProblem, type Mismatch } from '../../core/story';
import { show, type Opened } from '../store';
import { load, openStory, record, remove, saveStory, undo, useStories, type Refusal } from '../stories';
import { StoryLink } from '../story/StoryLink';
import buttons from '../ui/button.module.css';
import { count } from '../numbers';
import styles from './Story.module.css';

const startEditing = (story: StoryFile) =>
  show({ mode: 'map', story: { id: story.id, step: 0, as: 'edit' } });

export function Story({ opened }: { opened: Opened }) {
  const { corpus } = opened;
  const stories = useStories();
  const [refused, setRefused] = useState<Refusal & { file: string }>();
  const [told, setTold] = useState('');
  const [removed, setRemoved] = useState<StoryFile>();
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => void load(corpus), [corpus]);
  const own = useMemo(
    () => stories.own.map((story) => ({ story, mismatch: findMismatch(corpus, story, story.title) })),
    [stories.own, corpus],
  );
  const open = async (chosen: File | undefined) => {
    setTold('');
    setRefused(undefined);
    if (!chosen) return;
    const { name } = chosen;
    if (chosen.size > 4 * MAX_STORY) {
      setRefused({
        file: name,
        told: `is larger than ${4 * MAX_STORY} bytes: no story is that long`,
        problems: [],
      });
      return;
    }
    let text: string;
    try {
      text = await chosen.text();
    } catch (error) {
      setRefused({ file: name, told: `could not be read (${String(error)}): choose it again`, problems: [] });
      return;
    }
    // Which ids are taken is known when all stories are there.
    await load(corpus);
    const result = openStory(corpus, name, text);
    if ('id' in result) setTold(`‘${result.title}’ is among your stories.`);
    else setRefused({ file: name, ...result });
  };
  return (
    <section aria-label="Stories" className={styles.stories}>
      <h2>Stories</h2>
      <p className={styles.lead}>
        A story goes through the debate step by step. Each step is a view of the graph with a sentence about
        it and the words it rests on. Read one, or record your own.
      </p>
      {!stories.ready && <p>Opening the stories…</p>}
      {stories.failure !== undefined && <p role="alert">{stories.failure}</p>}
      {stories.shipped.length > 0 && <h3 className="unseen">About these articles</h3>}
      <ul className={styles.list}>
        {stories.shipped.map((story) => (
          <li key={story.id}>
            <Card opened={opened} story={story}>
              <button
                type="button"
                className={buttons.button}
                onClick={() => startEditing(record(story))}
                aria-label={`Edit a copy of ${story.title}`}
              >
                Edit a copy
              </button>
            </Card>
          </li>
        ))}
      </ul>
      <h3>Your stories</h3>
      <p className={styles.lead}>
        They are kept in this browser. To share one, download it; others open the file here.
      </p>
      <p className={styles.actions}>
        <button type="button" className={buttons.main} onClick={() => startEditing(record())}>
          Record a story
        </button>
        <button type="button" className={buttons.button} onClick={() => file.current!.click()}>
          Open a story file
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </p>
      <p role="status" className={told ? styles.told : 'unseen'}>
        {told}
      </p>
      {refused && (
        <div role="alert" className={styles.refused}>
          <p>
            {refused.file} is not opened: it {refused.told}.
          </p>
          <Reasons problems={refused.problems} />
        </div>
      )}
      {stories.unsaved.size > 0 && (
        <p role="alert" className={styles.refused}>
          This browser will not save your stories: its storage is full or turned off. Download them before you
          leave the page.
        </p>
      )}
      {removed && (
        <p className={styles.told} role="status">
          ‘{removed.title}’ is removed.{' '}
          <button
            type="button"
            className={buttons.button}
            onClick={() => {
              undo(removed.id);
              setRemoved(undefined);
            }}
          >
            Undo
          </button>
        </p>
      )}
      <ul className={styles.list}>
        {own.map(({ story, mismatch }) => (
          <li key={story.id}>
            <Card opened={opened} story={story} mismatch={mismatch}>
              {(
                [
                  ...(mismatch?.isWhole ? [] : [['Edit', () => startEditing(story)] as const]),
                  ['Download', () => saveStory(story)],
                  [
                    'Remove',
                    () => {
                      remove(story);
                      setRemoved(story);
                    },
                  ],
                ] as const
              ).map(([name, act]) => (
                <button
                  key={name}
                  type="button"
                  className={buttons.button}
                  onClick={act}
                  aria-label={`${name} ${story.title}`}
                >
                  {name}
                </button>
              ))}
            </Card>
          </li>
        ))}
      </ul>
      {stories.problems.length + stories.broken.length > 0 && (
        <>
          <h3>Stories that cannot be shown</h3>
          <Problems problems={[...stories.problems, ...stories.broken]} />
        </>
      )}
    </section>
  );
}

/** How many problems are listed: who has mended these opens the file again. */
const MOST_PROBLEMS = 20;

/** The same where what is wrong is told in a sentence already. */
function Reasons({ problems }: { problems: readonly Problem[] }) {
  return (
    problems.length > 0 && (
      <details>
        <summary>What exactly</summary>
        <Problems problems={problems} />
      </details>
    )
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const lines = [...new Set(problems.map(printStoryProblem))];
  const over = lines.length - MOST_PROBLEMS;
  return (
    lines.length > 0 && (
      <ul className={styles.problems}>
        {lines.slice(0, MOST_PROBLEMS).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {over > 0 && <li>and {count(over, 'more problem')}.</li>}
      </ul>
    )
  );
}

/** '2010 to 2019': the years of the articles that a story quotes. */
function printYears({ corpus }: Opened, { steps }: StoryFile): string {
  const years = steps
    .map(({ quote }) => corpus.articles.get(quote.article)?.node.date.slice(0, 4) ?? '')
    .filter((year) => year !== '')
    .toSorted((a, b) => Number(a) - Number(b));
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? (first ?? '') : `${first} to ${last}`;
}

function Card({
  opened,
  story,
  mismatch,
  children,
}: {
  opened: Opened;
  story: StoryFile;
  mismatch?: Mismatch | undefined;
  children: React.ReactNode;
}) {
  const facts = [count(story.steps.length, 'step'), printYears(opened, story)];
  return (
    <article className={styles.card}>
      <h4>{story.title}</h4>
      {story.summary && <p>{story.summary}</p>}
      <p className={styles.facts}>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {mismatch && (
        <div className={styles.mismatch}>
          <p>It {mismatch.told}.</p>
          <Reasons problems={mismatch.problems} />
        </div>
      )}
      <p className={styles.actions}>
        {story.steps.length > 0 && !mismatch?.isWhole && (
          <StoryLink opened={opened} story={story} index={0} className={buttons.main}>
            Start<span className="unseen"> {story.title}</span>
          </StoryLink>
        )}
        {children}
      </p>
    </article>
  );
}
