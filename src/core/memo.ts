// What follows from a corpus alone is worked out once.
import type { Corpus } from './model';

/** The same function, which remembers its result for as long as the corpus lives; sound because a corpus is never mutated. */
export function perCorpus<T>(work: (corpus: Corpus) => T): (corpus: Corpus) => T {
  const known = new WeakMap<Corpus, { value: T }>();
  return (corpus) => {
    const found = known.get(corpus) ?? { value: work(corpus) };
    known.set(corpus, found);
    return found.value;
  };
}
