// What is selected, in plain words, every line of it leading on; or, where nothing is, where to start.
import { lazy, Suspense, useDeferredValue, useLayoutEffect, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useStore, type Opened } from '../store';
import type { Mode } from '../view';
import { useSoon } from '../ui/soon';
import { Start } from './Start';
import styles from './Inspector.module.css';

const importCards = {
  node: () => import('./NodeCard'),
  edge: () => import('./EdgeCard'),
};
const fetchCards = () => Promise.all([importCards.node(), importCards.edge()]);
const NodeCard = lazy(async () => ({ default: (await importCards.node()).NodeCard }));
const EdgeCard = lazy(async () => ({ default: (await importCards.edge()).EdgeCard }));
const Several = lazy(async () => ({ default: (await import('./Several')).Several }));

const isIn = ({ corpus }: Opened, id: string) => corpus.nodes.has(id) || corpus.edges.has(id);

/** What can be chosen in a view to read its words. */
const HINTS: Partial<Readonly<Record<Mode, string>>> = {
  table: 'Choose a row to read its words.',
  matrix: 'Choose a cell, and a line of it, to read its words.',
  coalitions: 'Choose an actor or a line to see what it rests on.',
  compare: 'Choose what is said to read its words.',
  story: 'Choose a story to have it told step by step.',
  articles: 'Choose an article, and marked words in it, to see what rests on them.',
  codebook: 'Choose an example to read its words.',
};

/** Where nothing is selected: where to start, or beside a view what to choose in it. */
function Nothing({ opened, mode }: { opened: Opened; mode: Mode }) {
  const hint = HINTS[mode];
  return hint === undefined || opened.corpus.nodes.size === 0 ? (
    <Start opened={opened} />
  ) : (
    <div className={styles.hint}>
      <h2 className="unseen">Nothing is selected</h2>
      <p>{hint}</p>
    </div>
  );
}

export function Inspector({ opened }: { opened: Opened }) {
  // The map shows at once what is selected; what is told of it comes after that frame.
  const now = useStore(useShallow(({ view: { mode, selection, also } }) => ({ mode, selection, also })));
  const view = useDeferredValue(now);
  const { selection } = view;
  // The view may be of a moment ago, and what was selected gone since.
  const several = view.also.length > 0 && [...view.also, selection!].every((id) => isIn(opened, id));
  const node = selection === undefined ? undefined : opened.corpus.nodes.get(selection);
  const edge = selection === undefined ? undefined : opened.corpus.edges.get(selection);
  const region = useRef<HTMLElement>(null);
  const followed = useRef(false);
  useLayoutEffect(() => {
    region.current!.scrollTop = 0;
    // The link that was followed is gone: the keyboard goes on from what it led to, unless it is elsewhere by now.
    const { activeElement, body } = document;
    const isFree = activeElement === body || region.current!.contains(activeElement);
    if (followed.current && isFree) region.current!.focus({ preventScroll: true });
    followed.current = false;
  }, [selection]);
  // Whoever moves on the page will select something.
  useSoon(fetchCards);
  return (
    <section
      ref={region}
      aria-label="Inspector"
      aria-busy={now !== view || undefined}
      id="inspector"
      tabIndex={-1}
      className={styles.inspector}
      onClickCapture={() => {
        followed.current = region.current!.contains(document.activeElement);
        // A click that selects nothing new is forgotten.
        setTimeout(() => {
          if (useStore.getState().view.selection === selection) followed.current = false;
        });
      }}
    >
      {/* Around Start as well, which stays until what was selected can be told. */}
      <Suspense>
        {several ? (
          <Several opened={opened} view={view} />
        ) : node ? (
          <NodeCard key={node.id} opened={opened} node={node} />
        ) : edge ? (
          <EdgeCard opened={opened} edge={edge} />
        ) : (
          <Nothing opened={opened} mode={view.mode} />
        )}
      </Suspense>
    </section>
  );
}
