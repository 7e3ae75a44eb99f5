// The page: search and filters, the map, and what is selected with its words.
import { useDeferredValue, useEffect, useState } from 'react';
import { toYears } from '../core/debate';
import { useStore } from './store';
import { Find } from './panels/Find';
import { Inspector } from './panels/Inspector';
import { MapView } from './panels/MapView';
import { Problems } from './panels/Problems';
import { ExportButton } from './panels/Export';
import { ThemeButton } from './ui/ThemeButton';
import { Source } from './reader/Source';
import { count } from './words';
import styles from './App.module.css';

export function App() {
  const opened = useStore((state) => state.opened);
  // The map first, then the panels: what is seen at once is not to wait for what is read later.
  const read = useDeferredValue(opened, undefined);
  const failure = useStore((state) => state.failure);
  const selection = useStore((state) => state.view.selection);
  const [panel, setPanel] = useState<'find' | 'read'>('read');
  // On a phone the panels take turns: what was just chosen comes to the front.
  const [shown, setShown] = useState(selection);
  if (shown !== selection) {
    setShown(selection);
    if (selection !== undefined) setPanel('read');
  }
  useEffect(() => {
    const node = selection === undefined ? undefined : opened?.corpus.nodes.get(selection);
    document.title = node ? `${node.label} – Claimscape` : 'Claimscape';
  }, [opened, selection]);
  if (failure) return <Problems {...failure} />;
  return (
    <div className={styles.page}>
      <a className={styles.skip} href="#inspector" onClick={skipToInspector}>
        Skip to what is selected
      </a>
      <header className={styles.head}>
        <h1 className={styles.brand}>
          Claim<span>scape</span>
        </h1>
        <p className={styles.corpus}>
          {opened && (
            <>
              {count(opened.corpus.articles.size, 'article')}, {toYears(opened.corpus)}
              <span className={styles.size}>
                {' '}
                · {count(opened.corpus.nodes.size, 'node')}, {count(opened.corpus.edges.size, 'edge')}
              </span>
            </>
          )}
        </p>
        {opened && <ExportButton opened={opened} />}
        <ThemeButton />
      </header>
      <section
        aria-label="Search and filters"
        className={`${styles.find} ${panel === 'find' ? '' : styles.away}`}
        aria-busy={!read}
      >
        {read && <Find opened={read} />}
      </section>
      <main className={styles.map}>
        <MapView opened={opened} />
      </main>
      <nav className={styles.tabs} aria-label="Panels">
        <button type="button" aria-pressed={panel === 'find'} onClick={() => setPanel('find')}>
          Search and filter
        </button>
        <button type="button" aria-pressed={panel === 'read'} onClick={() => setPanel('read')}>
          {selection === undefined ? 'Start here' : 'Selected'}
        </button>
      </nav>
      <div className={`${styles.read} ${panel === 'read' ? '' : styles.away}`}>
        {read && (
          <>
            <Inspector opened={read} />
            <Source opened={read} />
          </>
        )}
      </div>
    </div>
  );
}

/** Moves the focus, not the address, which holds the view. */
function skipToInspector(event: React.MouseEvent): void {
  event.preventDefault();
  document.getElementById('inspector')?.focus();
}
