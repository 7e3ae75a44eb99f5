// Which article is coded.
import { toDesk } from '../reader/desk';
import { useStore, type Opened } from '../store';

/** The article that is coded: as the address says, else the one that is read, else the last one; undefined where there is none. */
export function useCoded({ corpus }: Opened): string | undefined {
  const view = useStore((state) => state.view);
  return view.coded ?? toDesk(corpus, view).article ?? [...corpus.articles.keys()].at(-1);
}
