// What is worked on in the article that is coded: it is neither kept nor linked to.
import { create } from 'zustand';
import type { Span } from '../../core/anchor';

/** What is told beside the article: what is proposed, what is selected, or what is still to be done. */
export type Panel = 'proposals' | 'selected' | 'open';

type Coding = {
  readonly panel: Panel;
  /** The place of the proposal in front in the article's list of them. */
  readonly proposal?: number | undefined;
  /** The words that are selected in the article (UTF-16 code units). */
  readonly words?: Span | undefined;
};

export const useCoding = create<Coding>(() => ({ panel: 'proposals' }));
export const setCoding = (part: Partial<Coding>) => useCoding.setState(part);
