// Work that can be left, and how often one hears how far it is.
import { useEffect, useState } from 'react';

type Work = {
  /** Begins anew, and leaves what was begun before: the signal of what begins. */
  begin: () => AbortSignal;
  /** Leaves what was begun last. */
  stop: (why?: unknown) => void;
};

function toWork(): Work {
  let begun: AbortController | undefined;
  const stop = (why?: unknown) => begun?.abort(why);
  const begin = () => {
    stop();
    begun = new AbortController();
    return begun.signal;
  };
  return { begin, stop };
}

/** Work of a part of the page, as a dialog, one at a time; it is left with that part. */
export function useWork(): Work {
  const [work] = useState(toWork);
  useEffect(() => () => work.stop(), [work]);
  return work;
}

/** How far work has come, in files or what else it is done with one by one. */
export type Progress = { readonly done: number; readonly all: number };

/** How often the reader hears how far it has come, in milliseconds. */
const PACE = 80;

/** Tells how far work has come no more often than one can read it, but each phase when it begins; nothing once it is left. */
export function paced<T extends { readonly done: number; readonly phase?: string }>(
  tell: (progress: T) => void,
  signal: AbortSignal,
): (progress: T) => void {
  let last: { phase: string | undefined; at: number } | undefined;
  return (progress) => {
    const [{ phase }, at] = [progress, performance.now()];
    if (signal.aborted || (last && phase === last.phase && at - last.at < PACE)) return;
    last = { phase, at };
    tell(progress);
  };
}
