// Long work in steps, a few milliseconds at a stretch, so that the page answers in between.

/** How long the page may be kept waiting, in milliseconds: half a frame. */
const STRETCH = 8;

/** Works for half a frame; undefined where there is more to do, else what came of it. */
export function advance<T>(steps: Generator<undefined, T>): { value: T } | undefined {
  const end = performance.now() + STRETCH;
  do {
    const { done, value } = steps.next();
    if (done) return { value };
  } while (performance.now() < end);
  return undefined;
}

/** Works until the end, with a pause before every half frame. @throws the signal's reason where it is aborted. */
export async function finish<T>(steps: Generator<undefined, T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    await new Promise((go) => setTimeout(go));
    signal?.throwIfAborted();
    const result = advance(steps);
    if (result) return result.value;
  }
}
