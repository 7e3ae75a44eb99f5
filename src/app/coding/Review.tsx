// The proposals of an article, one in front after the other: accepted, rejected, skipped, edited or merged, all by keyboard.
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
} from 'react';
import { CorpusError } from '../../core/corpus';
import type { Prepared } from '../../core/extract/prepared';
import { keepPrepared, useOpenProject, type Project } from '../project/project';
import type { Opened } from '../store';
import { isTicked, isTyping } from '../ui/typing';
import buttons from '../ui/button.module.css';
import { NODE_LOOK } from '../vocabulary';
import { Card, type Field } from './Card';
import { setCoding, useCoding } from './coding';
import {
  accept,
  inTurn,
  proposeFrom,
  reject,
  takeBack,
  toAddedWith,
  toQueueNow,
  withoutGone,
} from './decide';
import { End } from './End';
import { Head } from './Head';
import { Listed } from './Listed';
import { Many } from './Many';
import { PARTS, printCase, toQueue, type Case, type Part, type Queue } from './queue';
import styles from './Review.module.css';

export function Review({ opened, article }: { opened: Opened; article: string }) {
  const project = useOpenProject();
  if (!project) return null;
  const queue = toQueue(project, opened.corpus, article);
  return (
    <section className={styles.review} aria-label="Proposals">
      {queue ? (
        <Proposals opened={opened} article={article} project={project} queue={queue} />
      ) : (
        <Propose article={article} isLocked={project.locked !== undefined} />
      )}
    </section>
  );
}

const toSentence = (error: unknown): string =>
  error instanceof CorpusError
    ? error.problems.map(({ id, reason }) => `${id ?? 'It'} ${reason}.`).join(' ')
    : error instanceof Error
      ? error.message
      : String(error);

/** Where nothing has been proposed yet. */
function Propose({ article, isLocked }: { article: string; isLocked: boolean }) {
  const [state, setState] = useState<'idle' | 'busy' | { trouble: string }>('idle');
  const start = () => {
    setState('busy');
    proposeFrom(article).then(
      () => setState('idle'),
      (error: unknown) => setState({ trouble: toSentence(error) }),
    );
  };
  return (
    <div className={styles.none}>
      <h2>Nothing proposed yet</h2>
      <p>
        The article can be read for people, bodies, reports, claims and recommendations, with who says what.
        It is read in this browser; nothing is sent. You decide on each.
      </p>
      <button type="button" className={buttons.main} disabled={state === 'busy' || isLocked} onClick={start}>
        {state === 'busy' ? 'Reading…' : 'Propose'}
      </button>
      {typeof state === 'object' && <p role="alert">{state.trouble}</p>}
    </div>
  );
}

const NO_DRAFT: Prepared = {};
const isLeft = ({ standing }: Case) => standing === 'open';

function Proposals({
  opened,
  article,
  project,
  queue,
}: {
  opened: Opened;
  article: string;
  project: Project;
  queue: Queue;
}) {
  const { corpus } = opened;
  const [part, setPart] = useState<Part>('all');
  const [showsAll, setShowsAll] = useState(false);
  const [field, setField] = useState<Field>();
  const [told, setTold] = useState('');
  const [trouble, setTrouble] = useState<string>();
  const [isHelping, setHelping] = useState(false);
  /** Those that are decided, though the graph is not there yet. */
  const [going, setGoing] = useState<ReadonlySet<number>>(new Set());
  const asked = useCoding((state) => state.proposal);
  const card = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  /** What is to have the keyboard as soon as it is there: the card, or the choice of a side in it. */
  const wanted = useRef<'card' | 'side' | undefined>(isFree() ? 'card' : undefined);
  /** What was in front before: what is at first stays where it is. */
  const seen = useRef<number>(undefined);
  const isLocked = project.locked !== undefined;
  const prepared = project.prepared.get(article);
  const drafts = useMemo(() => withoutGone(corpus, prepared), [corpus, prepared]);

  const open = useMemo(
    () => queue.cases.filter((one) => isLeft(one) && !going.has(one.place)),
    [queue, going],
  );
  const { holds } = PARTS[part];
  const shown = useMemo(
    () =>
      queue.cases.filter(
        (one) =>
          one.place === asked || (holds(one.proposal) && !going.has(one.place) && (showsAll || isLeft(one))),
      ),
    [queue, going, holds, showsAll, asked],
  );
  const firstLeft = open.find(({ proposal }) => holds(proposal)) ?? open[0];
  const front =
    asked !== undefined && !going.has(asked) && shown.some(({ place }) => place === asked)
      ? asked
      : firstLeft?.place;
  useEffect(() => {
    if (front !== asked) setCoding({ proposal: front });
  }, [front, asked]);
  const one = queue.cases.find(({ place }) => place === front);

  useEffect(() => {
    if (seen.current !== undefined) card.current?.scrollIntoView({ block: 'nearest' });
    seen.current = front;
  }, [front]);
  // Before the page is painted: the next key may be on its way.
  useLayoutEffect(() => {
    const side =
      wanted.current === 'side' ? card.current?.querySelector<HTMLElement>('input[type=radio]') : undefined;
    const place = side ?? card.current ?? end.current;
    if (!wanted.current || !place) return;
    wanted.current = undefined;
    place.focus({ preventScroll: true });
  });

  const draft = (front === undefined ? undefined : drafts.get(front)) ?? NO_DRAFT;
  const settle = (more: Prepared) => {
    if (front !== undefined) keepPrepared(article, front, { ...draft, ...more });
  };
  const work = (next: Field | undefined, then: 'card' | 'side' = 'card') => {
    setField(next);
    if (!next) wanted.current = then;
  };
  const bring = useCallback((place: number | undefined) => {
    wanted.current = 'card';
    setField(undefined);
    setTrouble(undefined);
    setCoding({ proposal: place });
  }, []);
  const describe = (place: number | undefined) => {
    const next = queue.cases.find((other) => other.place === place);
    if (!next) return 'Nothing is left to decide here.';
    const { kind } = next.proposal;
    return `In front: ${kind === 'relation' ? 'link' : NODE_LOOK[kind].one.toLowerCase()} ${printCase(queue, corpus, next.proposal)}`;
  };
  /** The next that is still to be decided, behind this one or else from the beginning. */
  const toNext = (gone: readonly number[]): number | undefined => {
    const left = shown.filter((other) => isLeft(other) && !gone.includes(other.place));
    // All are in the order of the article, as what is shown is.
    const at = shown.findIndex(({ place }) => place === front);
    const behind = shown.slice(at + 1).find((other) => left.includes(other));
    return (behind ?? left[0] ?? open.find(({ place }) => !gone.includes(place)))?.place;
  };
  const decide = (places: readonly number[], todo: () => Promise<string>) => {
    const next = places.includes(front!) ? toNext(places) : front;
    const before = front;
    bring(next);
    setGoing((now) => new Set([...now, ...places]));
    inTurn(todo)
      .then(
        (name) => {
          const left = toQueueNow(article).cases;
          const at = left.findIndex(({ place }) => place === next);
          // What was accepted may code what is in front by now, too.
          const isAsked = next === undefined || isLeft(left[at]!) || useCoding.getState().proposal !== next;
          const last = isAsked
            ? next
            : [...left.slice(at), ...left].find((other) => isLeft(other) && holds(other.proposal))?.place;
          if (!isAsked) bring(last);
          setTold(`${name}. ${describe(last)}`);
        },
        (error: unknown) => {
          setTrouble(toSentence(error));
          setCoding({ proposal: before });
        },
      )
      .finally(() => setGoing((now) => new Set([...now].filter((place) => !places.includes(place)))));
  };
  const acceptFront = () => {
    if (!one || isLocked || one.standing === 'accepted' || one.standing === 'coded') return;
    if (draft.topic !== undefined && !draft.into && !draft.stance) {
      setTrouble('Choose where it stands on its topic, or choose no topic yet.');
      card.current?.querySelector<HTMLElement>('input[type=radio]')?.focus();
      return;
    }
    const { place } = one;
    decide([place, ...toAddedWith(queue, place, draft)], () => accept(article, [place], drafts));
  };
  const rejectFront = () => {
    if (!one || isLocked || !isLeft(one)) return;
    decide([one.place], () => reject(article, one.place));
  };
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ place }) => place === front);
    const next = shown[at + by];
    if (next) bring(next.place);
  };
  const skip = () => {
    const next = toNext(front === undefined ? [] : [front]);
    bring(next);
    setTold(`Skipped. ${describe(next)}`);
  };
  const goBack = () => {
    if (isLocked) return;
    inTurn(() => takeBack(article)).then(
      (back) => {
        setTold(back ? `Taken back: ${back.name}` : 'There is nothing to take back.');
        if (back?.place !== undefined) bring(back.place);
      },
      (error: unknown) => setTrouble(toSentence(error)),
    );
  };

  const press = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    if (isTyping(target)) return;
    const has = (asks: Field) =>
      one !== undefined &&
      one.proposal.kind !== 'relation' &&
      ((asks !== 'topic' && asks !== 'by') || 'speech' in one.proposal);
    const acts: Readonly<Record<string, () => void>> = {
      a: acceptFront,
      r: rejectFront,
      s: skip,
      j: () => step(1),
      k: () => step(-1),
      ...(has('edit') && !draft.into && { e: () => setField('edit') }),
      ...(has('merge') && { m: () => setField('merge') }),
      ...(has('topic') && !draft.into && { t: () => setField('topic') }),
      ...(has('by') && { w: () => setField('by') }),
      z: goBack,
      '?': () => setHelping(!isHelping),
      ...(isHelping && { escape: () => setHelping(false) }),
      ...(!isTicked(target) && { arrowdown: () => step(1), arrowup: () => step(-1) }),
      ...((target === card.current || isTicked(target)) && { enter: acceptFront }),
    };
    const does = acts[key.toLowerCase()];
    if (!does) return;
    event.preventDefault();
    event.stopPropagation();
    does();
  };

  return (
    <div className={styles.proposals} onKeyDown={press} role="presentation">
      <Head
        queue={queue}
        open={open}
        part={part}
        choose={setPart}
        showsAll={showsAll}
        showAll={setShowsAll}
        isHelping={isHelping}
        help={setHelping}
      />
      {open.length > 0 && !isLocked && (
        <Many
          corpus={corpus}
          article={article}
          queue={queue}
          open={open}
          drafts={drafts}
          take={(places, left) =>
            decide(places, async () => {
              const name = await accept(article, places, drafts);
              return left === 0 ? name : `${name}, left out ${left} that may be what another is`;
            })
          }
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
            frame={card}
            decide={{ accept: acceptFront, reject: rejectFront, skip }}
          />
        )}
      </Listed>
    </div>
  );
}

/** Whether the keyboard is nowhere in particular, as when an article was just added. */
const isFree = () => document.activeElement === document.body || document.activeElement?.id === 'view';
