// Long work in steps: a generator that pauses between small stretches, so that whoever runs it may do something else meanwhile.

/** Work that pauses now and then, and what comes of it in the end. */
export type Steps<T> = Generator<undefined, T>;

/** Does all of the work without a pause; what comes of it. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
