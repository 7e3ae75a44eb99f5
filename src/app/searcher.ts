// The search index, fetched and built when it is first wanted, without holding up the page.
import type { Corpus } from '../core/model';
import type { Searcher } from '../core/search';
import { finish } from './steps';

const searchers = new WeakMap<Corpus, Promise<Searcher | undefined>>();

async function build(corpus: Corpus): Promise<Searcher | undefined> {
  try {
    const { toSearcher } = await import('../core/search');
    return await finish(toSearcher(corpus));
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
