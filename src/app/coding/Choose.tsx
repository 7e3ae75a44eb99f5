// A choice by typing part of a name: of the nodes of the graph, the likeliest first, of what is offered besides, or of something new.
import { Command } from 'cmdk';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { printTopic } from '../../core/codebook';
import { isBodyName } from '../../core/extract/bodies';
import { perCorpus } from '../../core/memo';
import { isSaid, type Corpus, type GraphNode } from '../../core/model';
import { atOnce, type Steps } from '../../core/steps';
import { fold } from '../../core/text';
import type { NodeType } from '../../core/vocabulary';
import { useSteps } from '../steps';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { NODE_LOOK } from '../vocabulary';
import { printSpeakers } from '../words';
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

/** How many nodes are offered at once. */
const MANY = 40;
/** How many nodes are looked at before a pause. */
const STRETCH = 200;
const NONE: readonly GraphNode[] = [];
const NO_OPTIONS: readonly Option[] = [];

const folded = new WeakMap<GraphNode, { names: string; all: string }>();
/** All names of a node, folded, and with what it states, or what a topic is about; nodes that an act leaves alone stay the same. */
function toTexts(node: GraphNode): { names: string; all: string } {
  let known = folded.get(node);
  if (!known) {
    const names = fold([node.label, ...(node.aliases ?? [])].join('\n'));
    const more = isSaid(node) ? node.statement : node.type === 'topic' ? printTopic(node) : '';
    known = { names, all: `${names} ${fold(more)}` };
    folded.set(node, known);
  }
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

/** Nodes with every word typed in what they are called or state: those chosen lately first, then those whose name begins so, then those with most lines. */
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
      const { names, all } = toTexts(node);
      if (!terms.every((term) => all.includes(term))) continue;
      const lately = recent.indexOf(node.id);
      const begins = terms.length > 0 && names.startsWith(terms[0]!);
      const isNamed = terms.every((term) => names.includes(term));
      const lines = incidence.get(node.id)?.length ?? 0;
      found.push({
        node,
        rank: (lately === -1 ? 100 : lately) + (begins ? 0 : 200) + (isNamed ? 0 : 400),
        lines,
      });
    }
  return found
    .toSorted((a, b) => a.rank - b.rank || b.lines - a.lines)
    .slice(0, MANY)
    .map(({ node }) => node);
}

/**
 * `likely` is offered before anything is typed, `besides` always, by the ids that `choose` hears; `create` hears of which type
 * something new is to be and what was typed. `leave` is called by Escape, and `lose` where the keyboard goes elsewhere.
 */
export function Choose({
  opened,
  label,
  hint = label,
  types,
  without = [],
  typed = '',
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
    () => findNodes(opened, of.split(' ') as NodeType[], text, recent, but.split(' ')),
    [opened, of, text, recent, but],
  );
  const { value: last, busy } = useSteps(start);
  const name = text.trim();
  const terms = fold(text).split(' ');
  const fitting = besides.filter((option) => {
    const all = fold(`${option.name} ${option.words ?? ''}`);
    return terms.every((term) => all.includes(term));
  });
  const toOffered = (found: readonly GraphNode[]): readonly Option[] => {
    const nodes = found.map((node): Option => ({
      id: node.id,
      name: node.label,
      note: node.type === 'topic' ? printTopic(node) : printSpeakers(opened, node) || undefined,
      icon: <TypeIcon type={node.type} />,
    }));
    if (name !== '') return [...nodes, ...fitting];
    const first = [...likely, ...fitting];
    return [...first, ...nodes.filter(({ id }) => first.every((option) => option.id !== id))];
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
          <Command.Item key={id} value={id} onSelect={() => choose(id)}>
            {icon}
            <span>
              {called}
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
