// The passages of what is selected: turning from one to the next, citing the one in front, and what else rests on it.
import { printDate } from '../../core/date';
import type { GraphEdge, GraphNode } from '../../core/model';
import { toMarksAt, type Mark } from '../../core/passage';
import { turnTo, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { ItemIcon } from '../ui/ItemIcon';
import { count } from '../numbers';
import { printItem } from '../words';
import type { Desk } from './desk';
import buttons from '../ui/button.module.css';
import styles from './Passages.module.css';

/** Buttons that lead through the passages of what is selected, where there are several. */
export function Turner({ passages, passage }: Desk) {
  if (!passage || passages.length < 2) return null;
  const at = passages.indexOf(passage);
  const last = passages.length - 1;
  return (
    <div className={styles.turn} role="group" aria-label="Passages">
      <button
        type="button"
        className={buttons.button}
        aria-disabled={at === 0}
        aria-label="Previous passage"
        onClick={() => at > 0 && turnTo(at - 1)}
      >
        ‹
      </button>
      <span>
        Passage {at + 1} of {passages.length}
      </span>
      <button
        type="button"
        className={buttons.button}
        aria-disabled={at === last}
        aria-label="Next passage"
        onClick={() => at < last && turnTo(at + 1)}
      >
        ›
      </button>
    </div>
  );
}

/** Says the words in front, for those who do not see where the text was scrolled to. */
export function PassageStatus({ opened, desk }: { opened: Opened; desk: Desk }) {
  const { passage, passages } = desk;
  if (!passage) return null;
  const { node } = opened.corpus.articles.get(passage.article)!;
  return (
    <p role="status" className="unseen">
      Passage {passages.indexOf(passage) + 1} of {passages.length}, {node.publisher}, {printDate(node.date)}:
      “{passage.quote}”
    </p>
  );
}

/** Everything else that rests on the words in front: overlapping passages can each be reached. */
export function Others({
  opened,
  desk: { item, passage },
  marks,
}: {
  opened: Opened;
  desk: Desk;
  marks: readonly Mark[];
}) {
  if (!item || !passage) return null;
  const others = toMarksAt(marks, passage).filter((mark) => mark.item.id !== item.id);
  const items: (GraphNode | GraphEdge)[] = [
    ...new Map(others.map((mark) => [mark.item.id, mark.item])).values(),
  ];
  if (items.length === 0) return null;
  return (
    <details key={`${item.id} ${passage.start}`} className={styles.others}>
      <summary>{count(items.length, 'other thing rests', 'other things rest')} on these words</summary>
      <ul>
        {items.map((other) => (
          <li key={other.id}>
            <ItemLink id={other.id} className={styles.other}>
              <ItemIcon item={other} />
              <span>{printItem(opened, other)}</span>
            </ItemLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
