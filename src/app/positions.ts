// How what filters and focus leave about each topic divides.
import { useCallback } from 'react';
import { countPositions, type Positions } from '../core/debate';
import { toStatementPlacesInSteps } from '../core/discourse';
import { matchNumbers } from '../core/filter';
import type { Corpus, Ids } from '../core/model';
import type { Query } from '../core/query';
import type { Steps } from '../core/steps';
import { useSteps } from './steps';
import { useStore } from './store';

/** How many statements are gone through before a pause. */
const STRETCH = 16_384;

/**
 * The topics that something a query leaves of what is `visible` is about, the most discussed first: of each as many claims and
 * recommendations as its debate and the matrix have.
 */
export function* matchPositions(corpus: Corpus, query: Query, visible: Ids): Steps<readonly Positions[]> {
  const { numbers, about } = yield* matchNumbers(corpus, query, visible);
  const { said } = yield* toStatementPlacesInSteps(corpus);
  const marks = new Uint8Array(corpus.nodes.size);
  for (const [index, number] of numbers.entries()) {
    if (index % STRETCH === 0) yield undefined;
    marks[said[number]!] = 1;
  }
  return yield* countPositions(corpus, marks, about);
}

/** The topics that something left is about, as matchPositions tells; undefined, and `busy`, until they are counted. */
export function usePositions(corpus: Corpus): { value: readonly Positions[] | undefined; busy: boolean } {
  const visible = useStore((state) => state.visible);
  const query = useStore((state) => state.view.query);
  return useSteps(useCallback(() => matchPositions(corpus, query, visible), [corpus, query, visible]));
}
