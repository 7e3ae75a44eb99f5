// A correction that somebody is writing: looked at and kept for later while it is written, and done as one act.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Span } from '../../core/anchor';
import { findLacks, type Details } from '../../core/article/addition';
import { toDetails } from '../../core/article/details';
import { toCorrection, toShifted, type Correction, type Settled } from '../../core/correction';
import type { Corpus } from '../../core/model';
import { readWritten, toWritten, type Written } from '../importing/draft';
import { writeDraft } from '../project/journal';
import { act } from '../project/project';
import { toReason } from '../store';

/** What is written: the text, what is said of the article, and what became of the words that are lost by it. */
export type Draft = { readonly text: string; readonly written: Written; readonly settled: Settled };

/** Whether the same is said of an article. */
export const isSameWritten = (one: Written, other: Written): boolean =>
  JSON.stringify(one) === JSON.stringify({ ...one, ...other });

/** How long after the last key it is looked what the correction does, in milliseconds. */
const PAUSE = 300;

export type Correcting = {
  /** What is written. */
  readonly text: string;
  readonly written: Written;
  /** What the article is as yet: its details, and these to be written over. */
  readonly details: Details;
  readonly before: Written;
  /** What is missing or wrong in what is written of it, by field. */
  readonly lacks: ReturnType<typeof findLacks>;
  /** What is looked at: behind what is written for as long as somebody writes. */
  readonly draft: Draft;
  readonly correction: Correction;
  /** Whether it goes on with what was begun before. */
  readonly isResumed: boolean;
  readonly isBusy: boolean;
  /** Why it could not be kept or done. */
  readonly failure: string | undefined;
  readonly write: (part: Partial<Pick<Draft, 'text' | 'written'>>) => void;
  /** Settles what becomes of lost words, by their keys: others in their place, none (null), or it is open again (undefined). */
  readonly settle: (some: readonly [key: string, span: Span | null | undefined][]) => void;
  readonly startAnew: () => void;
  /** Waits until what was done is kept. */
  readonly keepAll: () => Promise<void>;
  /** Corrects the article; whether it could. */
  readonly finish: () => Promise<boolean>;
};

/** Goes on with a correction of an article of a project, or begins one where none was `begun`. */
export function useCorrecting(
  corpus: Corpus,
  article: string,
  project: string,
  begun: Draft | undefined,
): Correcting {
  const { node, text: old } = corpus.articles.get(article)!;
  const details = useMemo(() => toDetails(corpus, article), [corpus, article]);
  const before = useMemo(() => toWritten(details), [details]);
  const [{ text, written }, setNow] = useState<Pick<Draft, 'text' | 'written'>>(
    begun ?? { text: old, written: before },
  );
  const [draft, setDraft] = useState<Draft>(begun ?? { text: old, written: before, settled: new Map() });
  const [failure, setFailure] = useState<string>();
  const [isResumed, setResumed] = useState(begun !== undefined);
  const [isBusy, setBusy] = useState(false);
  const lacks = useMemo(() => findLacks(written), [written]);
  const correction = useMemo(() => {
    const isWhole = Object.keys(findLacks(draft.written)).length === 0;
    const next =
      isSameWritten(before, draft.written) || !isWhole
        ? details
        : readWritten(draft.written, details.authors);
    return toCorrection(corpus, article, draft.text, draft.settled, next);
  }, [corpus, article, draft, details, before]);
  /** The draft as it is now, though another may be on the page until it is drawn anew. */
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What is still to be looked at and kept; done at once where the dialog is closed. */
  const pending = useRef<() => void>(undefined);
  /** The last time that the draft was kept. */
  const keeping = useRef<Promise<void>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      pending.current?.();
    },
    [],
  );
  const keep = useCallback(
    (next: Draft) => {
      latest.current = next;
      setDraft(next);
      const isWritten = !isSameWritten(before, next.written);
      const kept =
        next.text === old && !isWritten
          ? undefined
          : {
              from: old,
              text: next.text,
              settled: [...next.settled],
              ...(isWritten && { written: next.written }),
            };
      keeping.current = writeDraft(project, article, kept).catch((error: unknown) =>
        setFailure(`The correction could not be kept for later: ${toReason(error)}`),
      );
    },
    [project, article, old, before],
  );
  const write = (part: Parameters<Correcting['write']>[0]) => {
    const next = { text, written, ...part };
    setNow(next);
    clearTimeout(timer.current);
    pending.current = () => {
      pending.current = undefined;
      const shift = toShifted(latest.current.text, next.text);
      const settled = [...latest.current.settled].flatMap(([key, span]): [string, Span | null][] => {
        const now = span && shift(span);
        return span && !now ? [] : [[key, now ?? null]];
      });
      keep({ ...next, settled: new Map(settled) });
    };
    timer.current = setTimeout(pending.current, PAUSE);
  };
  const settle: Correcting['settle'] = (some) => {
    const settled = new Map(latest.current.settled);
    for (const [key, span] of some)
      if (span === undefined) settled.delete(key);
      else settled.set(key, span);
    keep({ ...latest.current, settled });
  };
  const startAnew = () => {
    clearTimeout(timer.current);
    pending.current = undefined;
    const next = { text: old, written: before };
    setNow(next);
    setResumed(false);
    keep({ ...next, settled: new Map() });
  };
  const keepAll = async () => {
    clearTimeout(timer.current);
    pending.current?.();
    await keeping.current;
  };
  const finish = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await act(`Corrected ‘${node.label}’`, correction.edit!);
      await writeDraft(project, article, undefined).catch(() => undefined);
      return true;
    } catch (error) {
      setFailure(`It cannot be corrected so. ${toReason(error)}`);
      setBusy(false);
      return false;
    }
  };
  return {
    text,
    written,
    details,
    before,
    lacks,
    draft,
    correction,
    isResumed,
    isBusy,
    failure,
    write,
    settle,
    startAnew,
    keepAll,
    finish,
  };
}
