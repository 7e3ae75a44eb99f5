// The proposals below each other, with the one in front as a card among them: however many, only those in sight are drawn.
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Corpus } from '../../core/model';
import { TypeIcon } from '../ui/Icon';
import { printCase, printConfidence, type Case, type Queue } from './queue';
import styles from './Review.module.css';

/** How high a row and the card are at first, in pixels, and how many rows are drawn beside those in sight. */
const HEIGHTS = { row: 56, card: 440 } as const;
const BESIDE = 10;

/** `children` is the card of the one in front. */
export function Listed({
  queue,
  corpus,
  shown,
  front,
  bring,
  children,
}: {
  queue: Queue;
  corpus: Corpus;
  shown: readonly Case[];
  front: number | undefined;
  bring: (place: number) => void;
  children: ReactNode;
}) {
  const list = useRef<HTMLOListElement>(null);
  /** How far below the top of what scrolls the list begins. */
  const [top, setTop] = useState(0);
  const at = shown.findIndex(({ place }) => place === front);
  const toScroller = () => list.current?.closest<HTMLElement>('[role="tabpanel"]') ?? null;
  useEffect(() => {
    const scroller = toScroller()!;
    const watcher = new ResizeObserver(() => {
      const begins = list.current!.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setTop(Math.round(begins + scroller.scrollTop));
    });
    watcher.observe(list.current!.parentElement!);
    return () => watcher.disconnect();
  }, []);
  /** What is in front and what has the keyboard stay, wherever one scrolls. */
  const rangeExtractor = useCallback(
    (range: Range) => {
      const row = document.activeElement?.closest<HTMLElement>('li[data-index]');
      const held = row && list.current?.contains(row) ? Number(row.dataset.index) : -1;
      const some = new Set([...defaultRangeExtractor(range), at, held]);
      return [...some]
        .filter((index) => index >= 0 && index < range.count)
        .toSorted((one, other) => one - other);
    },
    [at],
  );
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React Compiler
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: toScroller,
    estimateSize: (index) => (index === at ? HEIGHTS.card : HEIGHTS.row),
    getItemKey: (index) => `${shown[index]!.place}${index === at ? ' in front' : ''}`,
    overscan: BESIDE,
    scrollMargin: top,
    rangeExtractor,
  });
  return (
    <ol ref={list} className={styles.list} style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const one = shown[index]!;
        const isFront = index === at;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={isFront ? styles.front : styles.line}
            data-standing={isFront ? undefined : one.standing}
            aria-current={isFront ? 'true' : undefined}
            aria-setsize={shown.length}
            aria-posinset={index + 1}
            // What sticks to the end of the panel would not be told of a transform.
            style={{ top: start - top }}
          >
            {isFront ? (
              children
            ) : (
              <Row one={one} name={printCase(queue, corpus, one.proposal)} bring={bring} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

const STANDING = { open: '', accepted: 'accepted', rejected: 'rejected', coded: 'coded already' } as const;

const Row = memo(function Row({
  one: { place, proposal, standing },
  name,
  bring,
}: {
  one: Case;
  name: string;
  bring: (place: number) => void;
}) {
  return (
    <button type="button" onClick={() => bring(place)}>
      {proposal.kind === 'relation' ? <span aria-hidden="true">⟶</span> : <TypeIcon type={proposal.kind} />}
      <span>
        {name}
        <small>
          {'speakers' in proposal &&
            proposal.speakers.length > 0 &&
            `${proposal.speakers.map(({ label }) => label).join(', ')} · `}
          {STANDING[standing] || printConfidence(proposal.confidence)}
        </small>
      </span>
    </button>
  );
});
