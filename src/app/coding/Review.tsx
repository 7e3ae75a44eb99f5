// The proposals of an article, one in front after the other: accepted, rejected, skipped, edited or merged, all by keyboard.
import { useEffect, useEffectEvent, useMemo, useState, type KeyboardEvent } from 'react';
import { measure } from '../../core/article/english';
import { useOpenProject, type Project } from '../project/project';
import { toReason, type Opened } from '../store';
import { isTicked, isTyping } from '../ui/typing';
import buttons from '../ui/button.module.css';
import { Card, type Field } from './Card';
import { proposeFrom, toAddedWith } from './decide';
import { End } from './End';
import { Head } from './Head';
import { Listed } from './Listed';
import { Many } from './Many';
import { toQueue, type Queue } from './queue';
import { useReviewing } from './reviewing';
import styles from './Review.module.css';

/** `called` counts how often the pointer asked for it: each time the keyboard is where the eye is, on what is in front. */
export function Review({ opened, article, called }: { opened: Opened; article: string; called: number }) {
  const project = useOpenProject();
  if (!project) return null;
  const queue = toQueue(project, opened.corpus, article);
  return (
    <section className={styles.review} aria-label="Proposals">
      {queue ? (
        <Proposals opened={opened} article={article} project={project} queue={queue} called={called} />
      ) : (
        <Propose
          key={article}
          article={article}
          text={opened.corpus.articles.get(article)!.text}
          isLocked={project.locked !== undefined}
        />
      )}
    </section>
  );
}

/** Where nothing has been proposed yet. */
function Propose({ article, text, isLocked }: { article: string; text: string; isLocked: boolean }) {
  const isEnglish = useMemo(() => measure(text).isEnglish, [text]);
  const [state, setState] = useState<'idle' | 'busy' | { trouble: string }>('idle');
  const start = () => {
    setState('busy');
    proposeFrom(article).then(
      () => setState('idle'),
      (error: unknown) => setState({ trouble: toReason(error) }),
    );
  };
  return (
    <div className={styles.none}>
      <h2>Nothing proposed yet</h2>
      {isEnglish ? (
        <p>
          The article can be read for people, bodies, reports, claims and recommendations, with who says what.
          It is read in this browser; nothing is sent. You decide on each.
        </p>
      ) : (
        <p>
          It does not seem to be in English, which proposals are made for: of other languages little is found,
          and much of that is wrong. Select words in the article to code them by hand.
        </p>
      )}
      <button
        type="button"
        className={isEnglish ? buttons.main : buttons.button}
        disabled={state === 'busy' || isLocked}
        onClick={start}
      >
        {state === 'busy' ? 'Reading…' : isEnglish ? 'Propose' : 'Propose all the same'}
      </button>
      {typeof state === 'object' && <p role="alert">{state.trouble}</p>}
    </div>
  );
}

function Proposals({
  opened,
  article,
  project,
  queue,
  called,
}: {
  opened: Opened;
  article: string;
  project: Project;
  queue: Queue;
  called: number;
}) {
  const { corpus } = opened;
  const review = useReviewing(corpus, article, project, queue);
  const { list, card, frame, end, told, trouble, isLocked, drafts, draft, field, settle, work } = review;
  const { bring, step, goBack, acceptMany, decide } = review;
  const { part, setPart, showsAll, setShowsAll, open, shown, front, one } = list;
  const [isHelping, setHelping] = useState(false);
  const [isSorting, setSorting] = useState(false);

  const comeToFront = useEffectEvent(() => bring(front));
  useEffect(() => {
    if (called > 0) comeToFront();
  }, [called]);

  const press = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (isTyping(target)) return;
    const has = (asks: Field) =>
      one !== undefined &&
      one.proposal.kind !== 'relation' &&
      ((asks !== 'topic' && asks !== 'by') || 'speech' in one.proposal);
    const acts: Readonly<Record<string, () => void>> = {
      a: decide.accept,
      r: decide.reject,
      s: decide.skip,
      j: () => step(1),
      k: () => step(-1),
      ...(has('edit') && !draft.into && { e: () => work('edit') }),
      ...(has('merge') && { m: () => work('merge') }),
      ...(has('topic') && !draft.into && { t: () => work('topic') }),
      ...(has('by') && { w: () => work('by') }),
      z: goBack,
      '?': () => setHelping(!isHelping),
      ...(isHelping && { escape: () => setHelping(false) }),
      ...(!isTicked(target) && { arrowdown: () => step(1), arrowup: () => step(-1) }),
      ...((target === card.current || isTicked(target)) && { enter: decide.accept }),
    };
    const does = acts[key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };

  return (
    <div
      className={styles.proposals}
      data-sorting={isSorting}
      onKeyDown={press}
      role="presentation"
      // A click on what has no focus of its own leaves it within, and the keys alive.
      tabIndex={-1}
    >
      <Head
        queue={queue}
        open={open}
        part={part}
        choose={setPart}
        showsAll={showsAll}
        showAll={setShowsAll}
        isHelping={isHelping}
        help={setHelping}
        isSorting={isSorting}
        sort={setSorting}
      />
      {open.length > 0 && !isLocked && (
        <Many
          corpus={corpus}
          article={article}
          queue={queue}
          open={open}
          drafts={drafts}
          take={acceptMany}
          bring={bring}
        />
      )}
      {trouble !== undefined && (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      )}
      <p role="status" className="unseen">
        {told}
      </p>
      {open.length === 0 && (
        <End frame={end} opened={opened} article={article} project={project} queue={queue} />
      )}
      <Listed queue={queue} corpus={corpus} shown={shown} front={front} bring={bring}>
        {one && (
          <Card
            key={one.place}
            opened={opened}
            article={article}
            queue={queue}
            one={one}
            draft={draft}
            settle={settle}
            field={field}
            work={work}
            addedWith={toAddedWith(queue, one.place, draft)}
            isLocked={isLocked}
            frame={frame}
            decide={decide}
          />
        )}
      </Listed>
    </div>
  );
}
