// The region of the sources' words, beside every view: empty until there is something to read.
import { lazy, Suspense, useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useStore, type Opened } from '../store';
import { ViewLink } from '../ui/ViewLink';
import { useSoon } from '../ui/soon';
import { toDesk } from './desk';
import styles from './Source.module.css';

const load = () => import('./Reader');
const Reader = lazy(async () => ({ default: (await load()).Reader }));

export function Source({ opened }: { opened: Opened }) {
  // After the frame in which the map shows what is selected.
  const now = useStore(
    useShallow(({ view: { selection, passage, reader } }) => ({ selection, passage, reader })),
  );
  const view = useDeferredValue(now);
  const desk = useMemo(() => toDesk(opened.corpus, view), [opened, view]);
  useSoon(load);
  return (
    <section
      aria-label="Source"
      aria-busy={now !== view || undefined}
      className={styles.source}
      data-reading={desk.article !== undefined}
    >
      {desk.article === undefined ? (
        <p className={styles.empty}>
          The words that a node or line rests on appear here, in their article. Or{' '}
          <ViewLink to={{ mode: 'articles' }}>read the articles</ViewLink>.
        </p>
      ) : (
        <Suspense>
          <Reader opened={opened} desk={desk} article={desk.article} />
        </Suspense>
      )}
    </section>
  );
}
