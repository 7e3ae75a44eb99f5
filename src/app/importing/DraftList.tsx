// The articles that were read, as a list to go through: however many, only those in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import { isCopy, type Alike } from '../../core/article/alike';
import { parseWritten } from '../../core/article/writtendate';
import { printDate } from '../../core/date';
import { listNames } from '../words';
import { toDoubt, type Draft, type Likes, type Standing } from './draft';
import styles from './Import.module.css';

/** How high a row is, in pixels. */
const ROW = 70;

/** What is said of a draft below its title. */
function printStanding({ publisher, date }: Draft, standing: Standing, alike: Alike | undefined): string {
  if (standing.is === 'there') return 'Is there already';
  const same = alike?.isSameAddress ? 'the same address' : 'nearly the same';
  const like = alike && isCopy(alike) ? `: ${same} as ‘${alike.label}’` : '';
  if (standing.is === 'left out') return `Not to be added${like}`;
  if (standing.is === 'lacking') {
    const needed = standing.fields.filter((field) => field !== 'url');
    return needed.length > 0 ? `Lacks its ${listNames(needed)}` : 'Its web address is to be mended';
  }
  const told = `${publisher.trim()}, ${printDate(parseWritten(date)!)}`;
  return `${told}${toDoubt(date) === undefined ? '' : ', in the future'}${like}`;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: -Infinity,
  End: Infinity,
};

export function DraftList({
  drafts,
  standings,
  likes,
  current,
  go,
}: {
  drafts: readonly Draft[];
  standings: ReadonlyMap<number, Standing>;
  likes: Likes | undefined;
  current: number;
  go: (key: number) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the page is built without the React Compiler
  const virtual = useVirtualizer({
    count: drafts.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 6,
  });
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = drafts.findIndex(({ key }) => key === current);
    const next = Math.min(Math.max(at + step, 0), drafts.length - 1);
    go(drafts[next]!.key);
    virtual.scrollToIndex(next, { align: 'auto' });
    setTimeout(() =>
      scroller.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true }),
    );
  };
  return (
    <div ref={scroller} className={styles.list}>
      <ol aria-label="Articles" style={{ height: virtual.getTotalSize() }} onKeyDown={press}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const draft = drafts[index]!;
          const standing = standings.get(draft.key)!;
          const isCurrent = draft.key === current;
          return (
            <li
              key={draft.key}
              aria-setsize={drafts.length}
              aria-posinset={index + 1}
              style={{ height: ROW, transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                aria-current={isCurrent}
                data-standing={standing.is}
                onClick={() => go(draft.key)}
              >
                <strong dir="auto">{draft.title.trim() || draft.file}</strong>
                <small>{printStanding(draft, standing, likes?.get(draft.article))}</small>
              </button>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
