// What follows from something alone, as from a corpus, is worked out once.
import type { Corpus } from './model';
import { atOnce, type Steps } from './steps';

/** The same function, which remembers its result for as long as what it was given lives; sound where that is never mutated. */
export function memoise<K extends object, T>(work: (given: K) => T): (given: K) => T {
  const known = new WeakMap<K, { value: T }>();
  return (given) => {
    const found = known.get(given) ?? { value: work(given) };
    known.set(given, found);
    return found.value;
  };
}

/** The same of what follows from a corpus, which is never mutated. */
export const perCorpus = <T>(work: (corpus: Corpus) => T): ((corpus: Corpus) => T) => memoise(work);

/**
 * The same of work in steps: `inSteps` pauses between them, `atOnce` does what is left of them. Either goes on with what the
 * other began. Work that throws is begun anew when it is next asked for.
 */
export function perCorpusInSteps<T>(work: (corpus: Corpus) => Steps<T>): {
  inSteps: (corpus: Corpus) => Steps<T>;
  atOnce: (corpus: Corpus) => T;
} {
  const find = perCorpus((corpus) => ({
    steps: work(corpus),
    result: undefined as { value: T } | undefined,
  }));
  const next = (job: ReturnType<typeof find>, corpus: Corpus) => {
    try {
      return job.steps.next();
    } catch (error) {
      job.steps = work(corpus);
      throw error;
    }
  };
  function* inSteps(corpus: Corpus): Steps<T> {
    const job = find(corpus);
    while (!job.result) {
      const { done, value } = next(job, corpus);
      if (done) job.result = { value };
      else yield undefined;
    }
    return job.result.value;
  }
  return { inSteps, atOnce: (corpus) => atOnce(inSteps(corpus)) };
}
