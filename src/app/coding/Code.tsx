// Coding an article: its text to select words in, the map that grows, and what is proposed beside them.
import { toDesk } from '../reader/desk';
import { useStore, type Opened } from '../store';

/** The article that is coded; undefined where there is none. */
export function useCoded({ corpus }: Opened): string | undefined {
  const view = useStore((state) => state.view);
  return view.coded ?? toDesk(corpus, view).article ?? [...corpus.articles.keys()].at(-1);
}

export function Code({ opened }: { opened: Opened }) {
  const article = useCoded(opened);
  return (
    <section aria-label="Article">
      {article === undefined ? <p>There is no article yet.</p> : opened.corpus.articles.get(article)!.text}
    </section>
  );
}
