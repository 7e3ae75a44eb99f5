// The commands: every action and every node, typed for; a node to connect what is selected with; and the list of keys.
import { Command } from 'cmdk';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { GraphNode } from '../../core/model';
import type { NodeType } from '../../core/vocabulary';
import type { Searcher } from '../../core/search';
import type { Steps } from '../../core/steps';
import { fold } from '../../core/text';
import { ACTIONS, KEYS_IN_PLACE, type Action, type Situation } from '../actions';
import { openSearcher } from '../searcher';
import { useSteps } from '../steps';
import { select, toggle, useStore, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { START } from '../view';
import { NODE_LOOK } from '../vocabulary';
import { printSpeakers } from '../words';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { readPasted } from '../ui/paste';
import styles from './Commands.module.css';

/** What the dialog shows. */
export type Sheet = 'commands' | 'connect' | 'keys';

/** A dialog that is open for as long as it is there. */
export function Commands({ opened, sheet, close }: { opened: Opened; sheet: Sheet; close: () => void }) {
  const { dialog, leave: shut } = useDialog();
  useEffect(() => dialog.current!.querySelector('input')?.focus(), [dialog]);
  /** The dialog gives the focus back before anything else takes it. */
  const leave = (then?: () => void) => {
    shut();
    close();
    then?.();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={SHEET_NAMES[sheet]}
      {...{ closedby: 'any' }}
      // At once, so that it can be opened again at once.
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
      // An article that is pasted over a mere list is for the page behind it.
      onPaste={(event) => {
        if (readPasted(event)) leave();
      }}
    >
      {sheet === 'keys' ? (
        <Keys opened={opened} leave={leave} />
      ) : (
        <Palette opened={opened} connects={sheet === 'connect'} leave={leave} />
      )}
    </dialog>
  );
}

const SHEET_NAMES = {
  commands: 'Commands',
  connect: 'Connect with',
  keys: 'Keys',
} as const satisfies Record<Sheet, string>;

/** How many nodes of a type are offered. */
const FEW = 5;

const toTerms = (text: string) =>
  fold(text)
    .split(' ')
    .filter((term) => term !== '');
const holdsAll = (text: string, terms: readonly string[]) => terms.every((term) => text.includes(term));

/** Nodes of a type that are called what is typed: the first of them, and how many there are. */
type Named = { type: NodeType; nodes: readonly GraphNode[]; length: number };

/** How many nodes are looked through in a step. */
const STEP = 500;

/** The nodes that hold every word in a name, the likeliest first, without one of them; none before they can be searched. */
function* findNamed(
  searcher: Searcher | undefined,
  text: string,
  without: string | undefined,
): Steps<readonly Named[]> {
  if (!searcher) return [];
  const { groups } = yield* searcher.findNamed(text);
  const named: Named[] = [];
  for (const { type, hits } of groups) {
    if (type === undefined) continue;
    const isOther = ({ node }: { node: GraphNode }) => node.id !== without;
    let length = hits.length;
    for (let at = 0; without !== undefined && at < hits.length; at += STEP) {
      if (!hits.slice(at, at + STEP).every(isOther)) length -= 1;
      yield undefined;
    }
    const nodes = hits
      .slice(0, FEW + 1)
      .filter(isOther)
      .slice(0, FEW)
      .map(({ node }) => node);
    if (length > 0) named.push({ type, nodes, length });
  }
  return named;
}

const nameOf = (action: Action, situation: Situation) =>
  typeof action.name === 'string' ? action.name : action.name(situation);

/** `connects` offers nodes only, to be selected beside what is. */
function Palette({
  opened,
  connects,
  leave,
}: {
  opened: Opened;
  connects: boolean;
  leave: (then?: () => void) => void;
}) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const terms = useMemo(() => toTerms(text), [text]);
  const view = useStore((state) => state.view);
  const situation = { opened, view };
  const [fetched, setFetched] = useState<{ searcher: Searcher | undefined }>();
  const searcher = fetched?.searcher;
  useEffect(() => {
    let isWanted = true;
    void openSearcher(opened.corpus).then((found) => isWanted && setFetched({ searcher: found }));
    return () => {
      isWanted = false;
    };
  }, [opened]);
  // With itself it is not connected.
  const without = connects ? view.selection : undefined;
  const start = useCallback(() => findNamed(searcher, text, without), [searcher, text, without]);
  const { value: named = [], busy } = useSteps(start);
  const possible = ACTIONS.filter(
    (action) =>
      !connects &&
      (action.isAvailable?.(situation) ?? true) &&
      holdsAll(fold(`${nameOf(action, situation)} ${action.group} ${action.also ?? ''}`), terms),
  );
  const isNamed = (action: Action) => holdsAll(fold(nameOf(action, situation)), terms);
  const actions = [...possible.filter(isNamed), ...possible.filter((action) => !isNamed(action))];
  const groups = [...new Set(actions.map(({ group }) => group))];
  const offered = [
    ...actions.map(({ id }) => id),
    ...named.flatMap(({ nodes }) => nodes.map(({ id }) => id)),
  ];
  return (
    <Command
      label="Commands"
      shouldFilter={false}
      loop
      className={styles.palette}
      // Whatever was typed, Enter takes the first of what is offered now.
      value={offered.includes(chosen) ? chosen : (offered[0] ?? '')}
      onValueChange={setChosen}
    >
      <Command.Input
        value={text}
        onValueChange={(typed) => {
          setText(typed);
          setChosen('');
        }}
        placeholder={connects ? 'Type a name, or words of a claim' : 'Type what to do, or a name or claim'}
        maxLength={200}
      />
      <Command.List label="Commands">
        <Command.Empty>
          {terms.length === 0
            ? 'Every person, body, report, claim and topic can be named.'
            : busy || !fetched
              ? 'Looking…'
              : searcher
                ? 'Nothing is called that. Try fewer or shorter words.'
                : 'No such command; and the names could not be fetched. Try again in a moment, or load the page again.'}
        </Command.Empty>
        {groups.map((group) => (
          <Command.Group key={group} heading={group}>
            {actions
              .filter((action) => action.group === group)
              .map((action) => (
                <Command.Item
                  key={action.id}
                  value={action.id}
                  onSelect={() => leave(() => action.run(situation))}
                >
                  <span>{nameOf(action, situation)}</span>
                  {action.keys && <kbd>{action.keys}</kbd>}
                </Command.Item>
              ))}
          </Command.Group>
        ))}
        {named.map(({ type, nodes, length }) => (
          <Command.Group
            key={type}
            heading={
              length > FEW
                ? `${NODE_LOOK[type].many}: ${FEW} of ${length}, type more to narrow them`
                : NODE_LOOK[type].many
            }
          >
            {nodes.map((node) => (
              <Command.Item
                key={node.id}
                value={node.id}
                onSelect={() => leave(() => (connects ? toggle(node.id) : select(node.id)))}
              >
                <TypeIcon type={type} />
                <span>
                  {node.label}
                  <small>{printSpeakers(opened, node)}</small>
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}

function Keys({ opened, leave }: { opened: Opened; leave: () => void }) {
  const rows = [
    ...KEYS_IN_PLACE.slice(0, 1),
    ...ACTIONS.flatMap(({ id, name, keys }) =>
      keys === undefined
        ? []
        : [
            {
              where: id === 'fit' ? 'On the map' : 'Anywhere',
              keys,
              does: typeof name === 'string' ? name : name({ opened, view: START }),
            },
          ],
    ),
    ...KEYS_IN_PLACE.slice(1),
  ];
  const places = [...new Set(rows.map(({ where }) => where))];
  return (
    // Has the focus when it opens, as its end else has in Firefox and Safari, and can be scrolled by keys.
    <div className={styles.keys} tabIndex={0}>
      <h2>Keys</h2>
      {places.map((place) => (
        <section key={place}>
          <h3>{place}</h3>
          <dl>
            {rows
              .filter(({ where }) => where === place)
              .map(({ keys, does }) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <button type="button" className={buttons.button} onClick={() => leave()}>
        Close
      </button>
    </div>
  );
}
