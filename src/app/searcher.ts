// The search index, fetched and built when it is first wanted, without holding up the page.
import type { Corpus } from '../core/model';
import type { Searcher } from '../core/search';

/** For how long the page may be kept busy at a time, in milliseconds: half a frame. */
const SLICE = 8;

const searchers = new WeakMap<Corpus, Promise<Searcher | undefined>>();

async function build(corpus: Corpus): Promise<Searcher | undefined> {
  try {
    const { toSearcher } = await import('../core/search');
    const steps = toSearcher(corpus);
    for (;;) {
      const start = performance.now();
      do {
        const { done, value } = steps.next();
        if (done) return value;
      } while (performance.now() - start < SLICE);
      await new Promise((go) => setTimeout(go));
    }
  } catch {
    // Another try may find the page's files again.
    searchers.delete(corpus);
    return undefined;
  }
}

/** Builds the index of a corpus, or gives the one that is being built; undefined where it could not be fetched. */
export function openSearcher(corpus: Corpus): Promise<Searcher | undefined> {
  const searcher = searchers.get(corpus) ?? build(corpus);
  searchers.set(corpus, searcher);
  return searcher;
}
