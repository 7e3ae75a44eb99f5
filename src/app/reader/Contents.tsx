// What is in an article, in the order of its text; and of which kinds it is marked.
import { useEffect, useMemo, useRef } from 'react';
import { toPassages } from '../../core/model';
import type { Mark } from '../../core/passage';
import { show, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { ItemIcon } from '../ui/ItemIcon';
import { MARK_KINDS, type MarkKind } from '../view';
import { printItem, printSpeakers } from '../words';
import { MARK_NAMES, toKind, USUAL } from './kinds';
import { centre } from './Text';
import styles from './Contents.module.css';

/** Each node or edge once, by the first of its marks, in the order of the text. */
const toFirst = (marks: readonly Mark[]): Mark[] => {
  const first = new Map<string, Mark>();
  for (const mark of marks.toSorted((a, b) => a.start - b.start))
    if (!first.has(mark.item.id)) first.set(mark.item.id, mark);
  return [...first.values()];
};

/** `all` are the article's marks, `marks` those of the kinds that are marked. */
export function Contents({
  opened,
  article,
  all,
  marks,
  kinds,
}: {
  opened: Opened;
  article: string;
  all: readonly Mark[];
  marks: readonly Mark[];
  kinds: readonly MarkKind[];
}) {
  const selection = useStore((state) => state.view.selection);
  const first = useMemo(() => toFirst(marks), [marks]);
  const sizes = useMemo(() => {
    const found = new Map<MarkKind, number>();
    for (const { item } of toFirst(all)) found.set(toKind(item), (found.get(toKind(item)) ?? 0) + 1);
    return found;
  }, [all]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current!.querySelector<HTMLElement>('[aria-current]');
    if (current) centre(list.current!, current);
  }, [selection, article]);
  const toggle = (kind: MarkKind) => {
    const next = MARK_KINDS.filter((one) => kinds.includes(one) !== (one === kind));
    const usual = next.length === USUAL.length && next.every((one) => USUAL.includes(one));
    show({ reader: { ...useStore.getState().view.reader, marks: usual ? undefined : next } });
  };
  return (
    <>
      <fieldset className={styles.kinds}>
        <legend>Marked and listed</legend>
        {MARK_KINDS.map((kind) => (
          <label key={kind}>
            <input type="checkbox" checked={kinds.includes(kind)} onChange={() => toggle(kind)} />
            <span className={styles[kind]}>{MARK_NAMES[kind]}</span>
            <small>{sizes.get(kind) ?? 0}</small>
          </label>
        ))}
      </fieldset>
      {first.length === 0 && (
        <p className={styles.none}>
          {kinds.length === 0
            ? 'Nothing is marked. Tick what you look for.'
            : 'Nothing of that is in this article, as it is filtered.'}
        </p>
      )}
      <ul ref={list} className={styles.list} aria-label="In this article">
        {first.map(({ item, start }) => (
          <li key={item.id}>
            <ItemLink
              id={item.id}
              passage={toPassages(item).findIndex(
                (passage) => passage.article === article && passage.start === start,
              )}
              className={styles.item}
            >
              <ItemIcon item={item} />
              <span>
                {printItem(opened, item)}
                {!('source' in item) && printSpeakers(opened, item) && (
                  <small>{printSpeakers(opened, item)}</small>
                )}
              </span>
            </ItemLink>
          </li>
        ))}
      </ul>
    </>
  );
}
