// The search index, made in the worker when it is first wanted, and asked on the page.
import type { Corpus } from '../core/model';
import type { Searcher } from '../core/search';
import { runInParts } from '../worker/index';
import { finish } from './steps';

/** How long after a failure the index can be asked for again, in milliseconds. */
const PAUSE = 2000;

const searchers = new WeakMap<Corpus, Promise<Searcher | undefined>>();

/**
 * The worker makes the index and ends; its arrays are handed over, not copied, and searches run on the page. They take a
 * millisecond or so, far less than a frame, answer at once, so that none has to be thrown away, and read a phrase in the
 * texts that the page has: a worker that answered would have to keep all of them a second time.
 */
async function build(corpus: Corpus): Promise<Searcher | undefined> {
  try {
    const [{ toSearchParts }, { toSearcher }] = await Promise.all([
      import('../core/indexing'),
      import('../core/search'),
    ]);
    const index = await runInParts('searchIndex', toSearchParts(corpus));
    return await finish(toSearcher(corpus, index));
  } catch {
    // Another try may find the page's files again, but not at once: whoever waits for them would ask without end.
    setTimeout(() => searchers.delete(corpus), PAUSE);
    return undefined;
  }
}

/** Builds the index of a corpus, or gives the one that is being built; undefined where it could not be fetched. */
export function openSearcher(corpus: Corpus): Promise<Searcher | undefined> {
  const searcher = searchers.get(corpus) ?? build(corpus);
  searchers.set(corpus, searcher);
  return searcher;
}
