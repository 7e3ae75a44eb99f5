// A corpus indexed and searched without a worker, all steps at once.
import { toSearchIndex, type SearchIndex, type SearchPart } from '../src/core/indexing';
import type { Found, Hit } from '../src/core/search';

/** Feeds an index its parts. */
export function toIndex(parts: Iterable<SearchPart | undefined>): SearchIndex {
  const index = toSearchIndex();
  index.next();
  for (const part of parts) if (part) index.next(part);
  const { done, value } = index.next();
  if (!done) throw new Error('The index asks for more than there is.');
  return value;
}

/** Everything found, the kinds one behind the other. */
export const toHits = ({ groups }: Found): Hit[] => groups.flatMap(({ hits }): Hit[] => hits.slice());
