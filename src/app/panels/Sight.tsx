// What is said over the map: what a link could not bring, and how much focus and filters leave, with what changes that.
import { lazy, Suspense, useState } from 'react';
import { isLarge } from '../../core/drawing';
import { EVERYTHING } from '../../core/query';
import { count } from '../numbers';
import { dismiss, focusOn, showAll, unhide, useStore, type Opened } from '../store';
import buttons from '../ui/button.module.css';
import { DEPTHS } from '../view';
import { listNames, toShortName } from '../words';
import styles from './MapView.module.css';

const FocusControls = lazy(async () => ({ default: (await import('./FocusControls')).FocusControls }));

/** How many hidden nodes are named. */
const FEW_HIDDEN = 6;

/** What in the link could not be followed. */
export function MapNotices() {
  const notices = useStore((state) => state.notices);
  // Beside an article that is coded, it is said over the article.
  const isCoding = useStore((state) => state.view.mode === 'code');
  if (notices.length === 0 || isCoding) return null;
  return (
    <div className={styles.notice} data-over-map role="alert">
      <p>{notices.join(' ')}</p>
      <button type="button" className={buttons.button} onClick={dismiss}>
        Close
      </button>
    </div>
  );
}

/** How much of the graph the map shows, and where only part of it, why; nothing where it shows all. */
export function Sight({ opened, nodes }: { opened: Opened; nodes: number }) {
  const { corpus } = opened;
  const [adjusting, setAdjusting] = useState(false);
  const size = useStore((state) => state.visible.size);
  const query = useStore((state) => state.view.query);
  const focus = useStore((state) => state.view.focus);
  const isLeftOut = useStore(
    ({ view: { selection }, visible, sifting }) =>
      selection !== undefined && !sifting && !visible.has(selection),
  );
  const isDebate = useStore((state) => state.view.mode === 'debate');
  // A story says itself what its steps show.
  const isTold = useStore(({ view }) => view.story !== undefined && view.story.as !== 'edit');
  const unfolded = useStore((state) => (isLarge(corpus) ? state.unfolded : undefined));
  const filtered = query !== EVERYTHING && size < corpus.nodes.size + corpus.edges.size;
  const toName = (id: string) => toShortName(corpus.nodes.get(id)!);
  const hidden = (query.hide ?? []).filter((id) => corpus.nodes.has(id));
  if (isTold) return null;
  if (!filtered && !focus)
    return (
      !isDebate &&
      unfolded !== undefined && (
        <div className={styles.sight} data-over-map role="status">
          <p>
            The topics most is said on, and who says most: {unfolded} of {count(nodes, 'node')}. Choose one to
            see what lies around it, a line to see what one says on the other, or filter.
          </p>
        </div>
      )
    );
  return (
    <div className={styles.sight} data-over-map data-adjusting={adjusting} role="status">
      <p>
        {nodes === 0 ? 'Nothing is left to show' : `${nodes} of ${count(corpus.nodes.size, 'node')}`}
        {unfolded !== undefined && unfolded < nodes && `, the main ${unfolded} drawn`}
        {focus && `: ${count(focus.depth, 'step')} around ${listNames(focus.ids.map(toName))}`}
        {focus?.expanded && `, and what lies around ${listNames(focus.expanded.map(toName))}`}
        {isLeftOut && nodes > 0 && '. What is selected is not among them.'}
      </p>
      {focus && (
        <div role="group" aria-label="Steps">
          {DEPTHS.map((depth) => (
            <button
              key={depth}
              type="button"
              className={buttons.button}
              aria-pressed={focus.depth === depth}
              onClick={() => focusOn({ ...focus, depth })}
            >
              {depth}
            </button>
          ))}
        </div>
      )}
      {focus && (
        <Suspense>
          <FocusControls focus={focus} />
        </Suspense>
      )}
      <button type="button" className={buttons.button} onClick={showAll}>
        Show everything
      </button>
      {(focus || hidden.length > 0) && (
        <button
          type="button"
          className={`${buttons.button} ${styles.adjust}`}
          aria-expanded={adjusting}
          onClick={() => setAdjusting(!adjusting)}
        >
          Adjust <span aria-hidden="true">{adjusting ? '▴' : '▾'}</span>
        </button>
      )}
      {hidden.length > 0 && (
        <div role="group" aria-label="Hidden" className={styles.hidden}>
          <span>Hidden:</span>
          {hidden.slice(0, FEW_HIDDEN).map((id) => (
            <button
              key={id}
              type="button"
              className={buttons.button}
              aria-label={`Bring back ${toName(id)}`}
              onClick={() => unhide([id])}
            >
              {toName(id)} <span aria-hidden="true">✕</span>
            </button>
          ))}
          {hidden.length > 1 && (
            <button type="button" className={buttons.plain} onClick={() => unhide(hidden)}>
              Bring back all {hidden.length}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
