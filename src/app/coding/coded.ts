// Which article is coded.
import type { Corpus } from '../../core/model';
import { toDesk } from '../reader/desk';
import { useStore, type Opened } from '../store';
import type { View } from '../view';

/** The article that is coded: as the address says, else the one that is read, else the last one; undefined where there is none. */
export const toCoded = (corpus: Corpus, view: View): string | undefined =>
  view.coded ?? toDesk(corpus, view).article ?? [...corpus.articles.keys()].at(-1);

export const useCoded = ({ corpus }: Opened): string | undefined =>
  useStore(({ view }) => toCoded(corpus, view));
