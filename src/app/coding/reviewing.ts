// The proposals under review: which are shown, which is in front with the keyboard, and every decision on them.
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Prepared } from '../../core/extract/prepared';
import type { Corpus } from '../../core/model';
import { keepPrepared, type Project } from '../project/project';
import { toReason } from '../store';
import { NODE_LOOK } from '../vocabulary';
import type { Field } from './Card';
import { bringToFront, findFront, useFront } from './coding';
import { accept, inTurn, reject, takeBack, toAddedWith, toQueueNow, withoutGone } from './decide';
import { PARTS, printCase, type Case, type Part, type Queue } from './queue';

const NOTHING: Prepared = {};
const isLeft = ({ standing }: Case) => standing === 'open';

/** What is shown of a queue, and which of it is in front. `going` are decided, though the graph is not there yet. */
function useShown(article: string, queue: Queue, going: ReadonlySet<number>) {
  const [part, setPart] = useState<Part>('all');
  const [showsAll, setShowsAll] = useState(false);
  const asked = useFront(article);
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
    if (front !== asked) bringToFront(article, front);
  }, [article, front, asked]);
  const one = queue.cases.find(({ place }) => place === front);
  return { part, setPart, showsAll, setShowsAll, open, shown, front, one, holds };
}

/** Whether the keyboard is nowhere in particular, as when an article was just added or chosen by a button that is gone. */
const isFree = () => document.activeElement === document.body || document.activeElement?.id === 'view';

/** Brings what is in front into sight, and gives the keyboard to what is wanted to have it. */
function useKeyboard(front: number | undefined) {
  const card = useRef<HTMLDivElement>(null);
  // The list draws its card after all else is there: its coming is a reason to look again who wants the keyboard.
  const [, setCard] = useState<HTMLDivElement | null>(null);
  const frame = useCallback((element: HTMLDivElement | null) => {
    card.current = element;
    setCard(element);
  }, []);
  const end = useRef<HTMLDivElement>(null);
  /** What is to have the keyboard as soon as it is there: the card, or the choice of a side in it. */
  const wanted = useRef<'card' | 'side'>(undefined);
  /** What was in front before: what is at first stays where it is. */
  const seen = useRef<number>(undefined);
  useEffect(() => {
    // As much of it as there is room for, in any case its beginning.
    if (seen.current !== undefined)
      for (const part of [card.current, card.current?.firstElementChild])
        part?.scrollIntoView({ block: 'nearest' });
    seen.current = front;
  }, [front]);
  useLayoutEffect(() => {
    if (isFree()) wanted.current = 'card';
  }, []);
  // Before the page is painted: the next key may be on its way.
  useLayoutEffect(() => {
    const side =
      wanted.current === 'side' ? card.current?.querySelector<HTMLElement>('input[type=radio]') : undefined;
    const place = side ?? card.current ?? end.current;
    if (!wanted.current || !place) return;
    wanted.current = undefined;
    place.focus({ preventScroll: true });
  });
  const want = useCallback((what: 'card' | 'side') => void (wanted.current = what), []);
  return { card, frame, end, want };
}

/** Tells what is taken back and done again, be it here or by the page's own keys and buttons. */
function useTold({ acts, entry: { done } }: Project) {
  const [told, setTold] = useState('');
  const seen = useRef({ acts, done });
  useEffect(() => {
    const before = seen.current;
    seen.current = { acts, done };
    // Other acts are new ones, or another project's.
    if (before.acts !== acts || before.done === done) return;
    setTold(done < before.done ? `Taken back: ${acts[done]!.name}` : `Done again: ${acts[done - 1]!.name}`);
  }, [acts, done]);
  return [told, setTold] as const;
}

/** Reviews what is proposed of an article. */
export function useReviewing(corpus: Corpus, article: string, project: Project, queue: Queue) {
  const [going, setGoing] = useState<ReadonlySet<number>>(new Set());
  const [field, setField] = useState<Field>();
  const [told, setTold] = useTold(project);
  const [trouble, setTrouble] = useState<string>();
  const list = useShown(article, queue, going);
  const { open, shown, front, one, holds } = list;
  const { card, frame, end, want } = useKeyboard(front);
  const isLocked = project.locked !== undefined;
  const prepared = project.prepared.get(article);
  const drafts = useMemo(() => withoutGone(corpus, prepared), [corpus, prepared]);
  const draft = (front === undefined ? undefined : drafts.get(front)) ?? NOTHING;
  const settle = (more: Prepared) => {
    if (front !== undefined) keepPrepared(article, front, { ...draft, ...more });
  };
  const work = (next: Field | undefined, then: 'card' | 'side' = 'card') => {
    setField(next);
    if (!next) want(then);
  };
  const bring = useCallback(
    (place: number | undefined) => {
      want('card');
      setField(undefined);
      setTrouble(undefined);
      bringToFront(article, place);
    },
    [article, want],
  );
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
          const isAsked = next === undefined || isLeft(left[at]!) || findFront(article) !== next;
          const last = isAsked
            ? next
            : [...left.slice(at), ...left].find((other) => isLeft(other) && holds(other.proposal))?.place;
          if (!isAsked) bring(last);
          setTold(`${name}. ${describe(last)}`);
        },
        (error: unknown) => {
          setTrouble(toReason(error));
          bringToFront(article, before);
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
        if (!back) setTold('There is nothing to take back.');
        if (back?.place !== undefined) bring(back.place);
      },
      (error: unknown) => setTrouble(toReason(error)),
    );
  };
  const acceptMany = (places: readonly number[], left: number) =>
    decide(places, async () => {
      const name = await accept(article, places, drafts);
      return left === 0 ? name : `${name}, left out ${left} that may be what another is or says`;
    });
  return {
    list,
    card,
    frame,
    end,
    told,
    trouble,
    isLocked,
    drafts,
    draft,
    settle,
    field,
    work,
    bring,
    step,
    goBack,
    acceptMany,
    decide: { accept: acceptFront, reject: rejectFront, skip },
  };
}
