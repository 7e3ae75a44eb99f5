// How what filters and focus leave about each topic divides.
import { useCallback } from 'react';
import { matchPositions, type Positions } from '../core/debate';
import type { Corpus } from '../core/model';
import { useSteps } from './steps';
import { useStore } from './store';

/** The topics that something left is about, the most discussed first; undefined, and `busy`, until they are counted. */
export function usePositions(corpus: Corpus): { value: readonly Positions[] | undefined; busy: boolean } {
  const visible = useStore((state) => state.visible);
  const stances = useStore((state) => state.view.query.stance);
  return useSteps(
    // What is about a topic counts although the topics or the lines to them are not drawn.
    useCallback(() => matchPositions(corpus, visible, stances), [corpus, visible, stances]),
  );
}
