// A field of a form that holds one node, which is chosen by typing a part of its name, or a new one that is named.
import { flushSync } from 'react-dom';
import { useId, useRef, useState } from 'react';
import type { End } from '../../core/coding';
import type { NodeType } from '../../core/vocabulary';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { Choose } from './Choose';
import { typeOf } from './drafts';
import styles from './Editor.module.css';

/** `create` makes a new node of a type by what was typed, where new ones are offered. */
export function NodeChoice({
  opened,
  label,
  types,
  value,
  choose,
  create,
  without = [],
  fault,
  isFirst = false,
}: {
  opened: Opened;
  label: string;
  types: readonly NodeType[];
  value: End | undefined;
  choose: (end: End | undefined) => void;
  create?: (type: NodeType, name: string) => End;
  without?: readonly string[];
  fault?: string | undefined;
  isFirst?: boolean;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [typed, setTyped] = useState<string>();
  const close = () => {
    // At once, so that no key is lost between the field that goes and the button that comes.
    flushSync(() => setTyped(undefined));
    button.current?.focus();
  };
  const take = (end: End) => {
    choose(end);
    close();
  };
  const type = typeOf(opened.corpus, value);
  const shown =
    value === undefined
      ? undefined
      : typeof value === 'string'
        ? opened.corpus.nodes.get(value)?.label
        : value.label;
  if (typed === undefined)
    return (
      <div className={styles.field} data-fault={fault !== undefined}>
        <span className={styles.label} id={`${id}l`}>
          {label}
        </span>
        <button
          ref={button}
          type="button"
          className={styles.choice}
          aria-haspopup="listbox"
          aria-labelledby={`${id}l ${id}v`}
          aria-describedby={fault === undefined ? undefined : `${id}f`}
          data-first={isFirst || undefined}
          onClick={() => setTyped('')}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key === 'ArrowDown') setTyped('');
            else if (event.key.length === 1 && event.key !== ' ') setTyped(event.key);
            else if ((event.key === 'Backspace' || event.key === 'Delete') && value !== undefined)
              choose(undefined);
            else return;
            event.preventDefault();
          }}
        >
          {type && <TypeIcon type={type} />}
          <span id={`${id}v`} data-empty={shown === undefined}>
            {shown === undefined ? 'choose…' : typeof value === 'string' ? shown : `new: ${shown || '…'}`}
          </span>
        </button>
        <Fault id={`${id}f`}>{fault}</Fault>
      </div>
    );
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <Choose
        opened={opened}
        label={label}
        hint="Type a name"
        types={types}
        // What is chosen is among what can be chosen.
        without={without.filter((one) => one !== value)}
        typed={typed}
        present={typeof value === 'string' ? value : undefined}
        choose={take}
        create={create && ((of, name) => take(create(of, name)))}
        leave={close}
        lose={() => setTyped(undefined)}
        className={styles.combobox}
      />
    </div>
  );
}

/** What is wrong with a field. */
export function Fault({ id, children }: { id: string; children: string | undefined }) {
  return children === undefined ? null : (
    <p id={id} className={styles.fault}>
      {children}
    </p>
  );
}
