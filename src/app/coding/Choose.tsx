// A choice by typing part of a name: of the nodes of the graph, the likeliest first, of what is offered besides, or of something new.
import { Command } from 'cmdk';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { printTopic } from '../../core/codebook';
import { isBodyName } from '../../core/extract/bodies';
import { atOnce } from '../../core/steps';
import type { GraphNode } from '../../core/model';
import { fold } from '../../core/text';
import type { NodeType } from '../../core/vocabulary';
import { useSteps } from '../steps';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { NODE_LOOK } from '../vocabulary';
import { printSpeakers } from '../words';
import { findCandidates, toFitOf } from './candidates';
import { useCoding } from './coding';
import styles from './Choose.module.css';

/** `words` is what it is found by besides its name, `note` says more of it. */
export type Option = {
  readonly id: string;
  readonly name: string;
  readonly words?: string;
  readonly note?: string | undefined;
  readonly icon?: ReactNode;
};

/** Gives the keyboard to what was just asked for. */
export const takeKeyboard = (field: HTMLElement | null): void => field?.focus({ preventScroll: true });

type Candidates = readonly { node: GraphNode; fit: number }[];
const NONE: Candidates = [];
const NO_OPTIONS: readonly Option[] = [];

/**
 * `present` is what is chosen so far: it is marked, and first before anything is typed. `likely` is offered before anything is
 * typed, too, `besides` always, by the ids that `choose` hears; `create` hears of which type
 * something new is to be and what was typed. `leave` is called by Escape, and `lose` where the keyboard goes elsewhere.
 */
export function Choose({
  opened,
  label,
  hint = label,
  types,
  without = [],
  typed = '',
  present,
  likely = NO_OPTIONS,
  besides = NO_OPTIONS,
  choose,
  create,
  creates = types,
  leave,
  lose,
  className = styles.choose,
}: {
  opened: Opened;
  label: string;
  hint?: string;
  types: readonly NodeType[];
  without?: readonly string[];
  typed?: string;
  present?: string | undefined;
  likely?: readonly Option[];
  besides?: readonly Option[];
  choose: (id: string) => void;
  create?: ((type: NodeType, typed: string) => void) | undefined;
  creates?: readonly NodeType[];
  leave: () => void;
  lose?: () => void;
  className?: string | undefined;
}) {
  const [text, setText] = useState(typed);
  const [chosen, setChosen] = useState('');
  const recent = useCoding((state) => state.recent);
  // As texts they stay the same as long as they say the same.
  const [of, but] = [types.join(' '), without.join(' ')];
  const start = useCallback(
    () => findCandidates(opened, of.split(' ') as NodeType[], text, recent, but.split(' ')),
    [opened, of, text, recent, but],
  );
  const { value: last, busy } = useSteps(start);
  const name = text.trim();
  const toOption = (node: GraphNode): Option => ({
    id: node.id,
    name: node.label,
    note: node.type === 'topic' ? printTopic(node) : printSpeakers(opened, node) || undefined,
    icon: <TypeIcon type={node.type} />,
  });
  const toOffered = (found: Candidates): readonly Option[] => {
    const nodes = found.map(({ node, fit }) => ({ option: toOption(node), fit }));
    const fitting = besides.flatMap((option) => {
      const fit = toFitOf(option.name, option.words ?? '', text);
      return fit === undefined ? [] : [{ option, fit }];
    });
    if (name !== '')
      return [...nodes, ...fitting].toSorted((a, b) => a.fit - b.fit).map(({ option }) => option);
    const now = present === undefined ? undefined : opened.corpus.nodes.get(present);
    const all = [...likely, ...[...fitting, ...nodes].map(({ option }) => option)];
    const first = all.find(({ id }) => id === present) ?? (now && toOption(now));
    const known = new Set<string>();
    // Each once, where it comes first.
    return [...(first ? [first] : []), ...all].filter(({ id }) => !known.has(id) && known.add(id));
  };
  // What was found for other words is not taken by who types fast.
  const offered = toOffered(busy || !last ? NONE : last);
  const isKnown = offered.some((option) => fold(option.name) === fold(name));
  // A body first where the name is likely one's.
  const isBody = (type: NodeType) => type === 'organisation' && isBodyName(name);
  const kinds = creates.toSorted((a, b) => Number(isBody(b)) - Number(isBody(a)));
  const fresh = create && !busy && !isKnown ? kinds.filter((type) => name !== '' || type === 'topic') : [];
  const values = [...offered.map(({ id }) => id), ...fresh.map((type) => `new ${type}`)];
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'Tab') lose?.();
    else if (event.key === 'Enter' && busy) {
      // Whoever types fast gets the first all the same.
      event.preventDefault();
      const [first] = toOffered(atOnce(start()));
      if (first) choose(first.id);
      else if (create && name !== '') create(kinds[0]!, name);
    }
  };
  return (
    <Command
      label={label}
      shouldFilter={false}
      vimBindings={false}
      loop
      className={className}
      value={values.includes(chosen) ? chosen : (values[0] ?? '')}
      onValueChange={setChosen}
      onKeyDown={keys}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) lose?.();
      }}
    >
      <Search hint={hint} value={text} change={setText} />
      <Command.List label={label}>
        {offered.map(({ id, name: called, note, icon }) => (
          <Command.Item key={id} value={id} onSelect={() => choose(id)} aria-current={id === present}>
            {icon}
            <span>
              {called}
              {id === present && <small>✓ chosen now</small>}
              {note !== undefined && <small>{note}</small>}
            </span>
          </Command.Item>
        ))}
        {fresh.map((one) => (
          <Command.Item key={one} value={`new ${one}`} onSelect={() => create!(one, name)}>
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
  );
}

/** Where one types; it takes the keyboard as soon as it is there. */
function Search({ hint, value, change }: { hint: string; value: string; change: (text: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current!.focus({ preventScroll: true });
    input.current!.closest('[cmdk-root]')!.querySelector('[cmdk-list]')!.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Command.Input ref={input} value={value} onValueChange={change} maxLength={200} placeholder={hint} />
  );
}
