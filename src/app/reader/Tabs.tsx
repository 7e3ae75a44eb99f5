// The open articles as tabs, each with how many passages of the selection lie in it.
import { useRef, type KeyboardEvent } from 'react';
import { printShortDate } from '../../core/date';
import type { Opened } from '../store';
import { useStore } from '../store';
import { count } from '../numbers';
import { bringUp, close, type Desk } from './desk';
import styles from './Tabs.module.css';

/** More tabs than this are told by their year alone, where that tells them apart. */
const FEW = 3;

/** `panel` is the id of what the tabs turn; `full` says the publisher of each where there are few. */
export function Tabs({
  opened,
  desk,
  panel,
  full = false,
}: {
  opened: Opened;
  desk: Desk;
  panel: string;
  full?: boolean;
}) {
  const open = useStore((state) => state.view.reader.open);
  const list = useRef<HTMLDivElement>(null);
  const { tabs } = desk;
  const at = tabs.findIndex(({ article }) => article === desk.article);
  const years = tabs.map(({ article }) => printShortDate(opened.corpus.articles.get(article)!.node.date));
  const turn = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Delete' && open.includes(desk.article!)) {
      close(desk.article!);
      return;
    }
    const next = STEPS[event.key]?.(at, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    bringUp(desk, tabs[next]!.article);
    list.current!.querySelectorAll<HTMLElement>('[role=tab]')[next]!.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="Open articles" className={styles.tabs}>
      {tabs.map(({ article, passages }, index) => {
        const { node } = opened.corpus.articles.get(article)!;
        const alone = years.filter((year) => year === years[index]).length === 1;
        return (
          <button
            key={article}
            type="button"
            role="tab"
            aria-selected={index === at}
            aria-controls={panel}
            tabIndex={index === at ? 0 : -1}
            title={`${node.label} (${node.publisher})`}
            onClick={() => bringUp(desk, article)}
            onKeyDown={turn}
          >
            <span>
              {years[index]}
              {!alone && ` ${node.publisher}`}
              {full && alone && tabs.length <= FEW && (
                <span className={styles.publisher}> {node.publisher}</span>
              )}
            </span>
            {passages > 0 && <b aria-hidden="true">{passages}</b>}
            <span className="unseen">
              : {node.label}
              {desk.item && `, ${count(passages, 'passage')} of what is selected`}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** Where a key leads from one tab, by the pattern of the ARIA Authoring Practices Guide. */
const STEPS: Readonly<Record<string, (at: number, size: number) => number>> = {
  ArrowRight: (at, size) => (at + 1) % size,
  ArrowLeft: (at, size) => (at - 1 + size) % size,
  Home: () => 0,
  End: (_, size) => size - 1,
};
