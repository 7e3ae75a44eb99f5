// What a correction does: how many passages need a check, which these are, which stories it breaks, and what changes in the text.
import { useMemo } from 'react';
import type { Span } from '../../core/anchor';
import { toDifferences, type Correction, type Settled } from '../../core/correction';
import type { Written } from '../importing/draft';
import { count } from '../numbers';
import type { Opened } from '../store';
import { findBroken, isSettled, shorten } from './correction';
import { Losses } from './Losses';
import styles from './Correct.module.css';

export function Outcome({
  opened,
  article,
  text,
  before,
  written,
  correction,
  settled,
  selected,
  settle,
  point,
}: {
  opened: Opened;
  article: string;
  /** The corrected text. */
  text: string;
  /** What was said of the article, and what is. */
  before: Written;
  written: Written;
  correction: Correction;
  settled: Settled;
  /** Words that are selected in it, to take the place of others. */
  selected: Span | undefined;
  settle: (some: readonly [key: string, span: Span | null | undefined][]) => void;
  point: (span: Span) => void;
}) {
  const { text: old } = opened.corpus.articles.get(article)!;
  return (
    <>
      <Told correction={correction} settled={settled} />
      <Losses
        opened={opened}
        text={text}
        correction={correction}
        settled={settled}
        selected={selected}
        settle={settle}
        point={point}
      />
      <Stories opened={opened} article={article} text={text} />
      <Rewritten before={before} written={written} />
      <Differences old={old} text={text} point={point} />
    </>
  );
}

function Told({ correction: { lost, kept }, settled }: { correction: Correction; settled: Settled }) {
  const open = lost.filter((one) => !isSettled(settled, one)).length;
  const stands = `${count(kept, 'passage stands', 'passages stand')} as before.`;
  return (
    <p role="status">
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

/** The stories of the project that quote what is not there any more. */
function Stories({ opened, article, text }: { opened: Opened; article: string; text: string }) {
  const files = opened.local?.stories;
  const { text: old } = opened.corpus.articles.get(article)!;
  const broken = useMemo(
    () => (files ? findBroken(files, article, old, text) : []),
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

const NAMES = {
  title: 'Title',
  publisher: 'Publisher',
  date: 'Date',
  url: 'Web address',
  authors: 'Authors',
} as const satisfies Record<keyof Written, string>;

/** What changes in what is said of the article. */
function Rewritten({ before, written }: { before: Written; written: Written }) {
  const changed = (Object.keys(NAMES) as (keyof Written)[]).filter((name) => before[name] !== written[name]);
  if (changed.length === 0) return null;
  return (
    <section aria-label="What is said of it">
      <h3>What changes in what is said of it</h3>
      <ul className={styles.rewritten}>
        {changed.map((name) => (
          <li key={name}>
            {NAMES[name]}: {before[name] !== '' && <del>{before[name]}</del>} <ins>{written[name]}</ins>
          </li>
        ))}
      </ul>
    </section>
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
