// One node chosen by typing a part of its name, or a new one named.
import { Command } from 'cmdk';
import { flushSync } from 'react-dom';
import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { End } from '../../core/coding';
import { perCorpus } from '../../core/memo';
import type { Corpus, GraphNode } from '../../core/model';
import { atOnce, type Steps } from '../../core/steps';
import { fold } from '../../core/text';
import type { NodeType } from '../../core/vocabulary';
import { useSteps } from '../steps';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { NODE_LOOK } from '../vocabulary';
import { printSpeakers } from '../words';
import { useCoding } from './coding';
import { typeOf } from './drafts';
import styles from './Editor.module.css';

/** How many nodes are offered at once. */
const FEW = 8;

const folded = new WeakMap<GraphNode, string>();
/** All names of a node, folded; nodes that an act leaves alone stay the same. */
function toNames(node: GraphNode): string {
  const known = folded.get(node) ?? fold([node.label, ...(node.aliases ?? [])].join('\n'));
  folded.set(node, known);
  return known;
}

const byTypeOf = perCorpus(({ nodes }: Corpus) => {
  const byType = new Map<NodeType, GraphNode[]>();
  for (const node of nodes.values()) {
    const some = byType.get(node.type) ?? [];
    byType.set(node.type, some);
    some.push(node);
  }
  return byType;
});

/** How many nodes are looked at before a pause. */
const STRETCH = 200;
const NONE: readonly GraphNode[] = [];

/** Nodes with every word typed in a name: those chosen lately first, then those whose name begins so, then those with most lines. */
function* findNodes(
  { corpus, incidence }: Opened,
  types: readonly NodeType[],
  text: string,
  recent: readonly string[],
  without: readonly string[],
): Steps<readonly GraphNode[]> {
  const terms = fold(text).split(' ').filter(Boolean);
  const found: { node: GraphNode; rank: number; lines: number }[] = [];
  let seen = 0;
  for (const type of types)
    for (const node of byTypeOf(corpus).get(type) ?? []) {
      if (++seen % STRETCH === 0) yield undefined;
      if (without.includes(node.id)) continue;
      const names = toNames(node);
      if (!terms.every((term) => names.includes(term))) continue;
      const lately = recent.indexOf(node.id);
      const begins = terms.length > 0 && names.startsWith(terms[0]!);
      const lines = incidence.get(node.id)?.length ?? 0;
      found.push({ node, rank: (lately === -1 ? 100 : lately) + (begins ? 0 : 200), lines });
    }
  return found
    .toSorted((a, b) => a.rank - b.rank || b.lines - a.lines)
    .slice(0, FEW)
    .map(({ node }) => node);
}

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
  const [chosen, setChosen] = useState('');
  const recent = useCoding((state) => state.recent);
  const isOpen = typed !== undefined;
  const text = typed ?? '';
  // As texts they stay the same as long as they say the same.
  const [of, but] = [types.join(' '), without.join(' ')];
  const start = useCallback(
    function* () {
      if (!isOpen) return NONE;
      return yield* findNodes(opened, of.split(' ') as NodeType[], text, recent, but.split(' '));
    },
    [isOpen, opened, of, text, recent, but],
  );
  const { value: last, busy } = useSteps(start);
  // What was found for other words is not taken by who types fast.
  const found = busy || !last ? NONE : last;
  const close = () => {
    // At once, so that no key is lost between the field that goes and the button that comes.
    flushSync(() => {
      setTyped(undefined);
      setChosen('');
    });
    button.current?.focus();
  };
  const take = (end: End) => {
    choose(end);
    close();
  };
  const name = text.trim();
  const isKnown = found.some((node) => fold(node.label) === fold(name));
  const fresh = create && !busy && !isKnown && (name !== '' || types.includes('topic')) ? types : [];
  const values = [...found.map((node) => node.id), ...fresh.map((type) => `new ${type}`)];
  const type = typeOf(opened.corpus, value);
  const shown =
    value === undefined
      ? undefined
      : typeof value === 'string'
        ? opened.corpus.nodes.get(value)?.label
        : value.label;
  if (!isOpen)
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
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setTyped(undefined);
    else if (event.key === 'Enter' && busy) {
      // Whoever types fast gets the first all the same.
      event.preventDefault();
      const [first] = atOnce(start());
      if (first) take(first.id);
      else if (create && name !== '') take(create(types[0]!, name));
    }
  };
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      <Command
        label={label}
        shouldFilter={false}
        vimBindings={false}
        loop
        className={styles.combobox}
        value={values.includes(chosen) ? chosen : (values[0] ?? '')}
        onValueChange={setChosen}
        onKeyDown={keys}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setTyped(undefined);
        }}
      >
        <Search value={text} change={setTyped} />
        <Command.List label={label}>
          {found.map((node) => (
            <Command.Item key={node.id} value={node.id} onSelect={() => take(node.id)}>
              <TypeIcon type={node.type} />
              <span>
                {node.label}
                <small>{printSpeakers(opened, node)}</small>
              </span>
            </Command.Item>
          ))}
          {fresh.map((one) => (
            <Command.Item key={one} value={`new ${one}`} onSelect={() => take(create!(one, name))}>
              <TypeIcon type={one} />
              <span>
                New {NODE_LOOK[one].one.toLowerCase()}
                {name === '' ? '…' : ` ‘${name}’`}
              </span>
            </Command.Item>
          ))}
          <Command.Empty>
            {busy ? 'Looking…' : name === '' ? 'There is none yet.' : 'Nothing is called that.'}
          </Command.Empty>
        </Command.List>
      </Command>
    </div>
  );
}

/** Where one types; it takes the keyboard as soon as it is there. */
function Search({ value, change }: { value: string; change: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current!.focus();
    input.current!.closest('[cmdk-root]')!.querySelector('[cmdk-list]')!.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Command.Input
      ref={input}
      value={value}
      onValueChange={change}
      maxLength={200}
      placeholder="Type a name"
    />
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
