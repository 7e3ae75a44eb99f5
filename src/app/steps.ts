// Long work in steps, a few milliseconds at a stretch, so that the page answers in between.
import { useEffect, useMemo, useState } from 'react';
import type { Steps } from '../core/steps';

/** How long the page may be kept waiting, in milliseconds: half a frame. */
const STRETCH = 8;

/** Works for half a frame, or another `stretch` of milliseconds; undefined where there is more to do, else what came of it. */
export function advance<T>(steps: Steps<T>, stretch = STRETCH): { value: T } | undefined {
  const end = performance.now() + stretch;
  do {
    const { done, value } = steps.next();
    if (done) return { value };
  } while (performance.now() < end);
  return undefined;
}

/**
 * Lets the page answer to what was done meanwhile. Timers would be held back: one set by another for 4 ms, in a page that is not
 * seen for a second.
 */
export const pause = (): Promise<unknown> =>
  'scheduler' in globalThis
    ? scheduler.postTask(() => {}, { priority: 'user-visible' })
    : new Promise((go) => setTimeout(go));

/** Works until the end, with a pause before every half frame. @throws the signal's reason where it is aborted. */
export async function finish<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    await pause();
    signal?.throwIfAborted();
    const result = advance(steps);
    if (result) return result.value;
  }
}

/** How long all that wants steps of its own at the same moment may work at once, in milliseconds. */
const START = 16;
let begun: number | undefined;

/** The first half frame of some work; less where others began just before, which all wait for the same picture. */
function begin<T>(steps: Steps<T>): { value: T } | undefined {
  const now = performance.now();
  if (begun === undefined) {
    begun = now;
    setTimeout(() => (begun = undefined));
  }
  return advance(steps, Math.min(STRETCH, begun + START - now));
}

let changes = 0;
/** Says that the graph has changed: what came of steps begun before tells of nodes that may be gone. */
export const forgetResults = (): void => void changes++;

/**
 * Works through steps made anew when `start` changes: at once where there is little to do, else in pauses; meanwhile what came
 * of it last, unless the graph has changed since.
 * @throws in drawing, whenever a step throws.
 */
export function useSteps<T>(start: () => Steps<T>): { value: T | undefined; busy: boolean } {
  const job = useMemo(() => {
    const steps = start();
    return { steps, early: begin(steps), since: changes };
  }, [start]);
  const [late, setLate] = useState<{ job: object; value: T }>();
  const [failure, setFailure] = useState<{ job: object; error: unknown }>();
  useEffect(() => {
    if (job.early) return undefined;
    const leaving = new AbortController();
    finish(job.steps, leaving.signal).then(
      (value) => setLate({ job, value }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setFailure({ job, error });
      },
    );
    return () => leaving.abort();
  }, [job]);
  if (failure?.job === job) throw failure.error;
  const done = job.early ?? (late?.job === job ? late : undefined);
  const [last, setLast] = useState(done && { value: done.value, since: job.since });
  if (done && (done.value !== last?.value || job.since !== last.since))
    setLast({ value: done.value, since: job.since });
  const known = last?.since === job.since ? last : undefined;
  return { value: (done ?? known)?.value, busy: done === undefined };
}
