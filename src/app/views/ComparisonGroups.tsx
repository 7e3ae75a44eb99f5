// What stands in a comparison, topic by topic: each claim with who says it, its words, and how it stands to the other side.
import { useState, type ReactNode } from 'react';
import type { ByTopic, Comparison, Position, Stand, Tie, Voice } from '../../core/compare';
import { isArgumentType, STANCES } from '../../core/vocabulary';
import { More } from '../panels/More';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KindIcon, STANCE_KINDS } from '../ui/Kind';
import { ItemLine, Words } from '../ui/Words';
import { EDGE_LOOK } from '../vocabulary';
import { printBasis, printEdge } from '../words';
import { printRelation } from './comparison';
import styles from './Compare.module.css';

/** What the two sides are called. */
export type Names = readonly [string, string];

/** What stands under a topic. */
function Group<T>({
  topic,
  items,
  holds,
  children,
}: {
  topic: ByTopic<T>[number]['topic'];
  items: readonly T[];
  /** Whether an item tells of something. */
  holds: (item: T, id: string) => boolean;
  children: (item: T) => ReactNode;
}) {
  const [whole] = useState(() => isSelected((id) => items.some((item) => holds(item, id))));
  return (
    <div className={styles.group}>
      <h5>{topic ? <ItemLink id={topic.id}>{topic.label}</ItemLink> : 'On no topic'}</h5>
      <More items={items} whole={whole}>
        {children}
      </More>
    </div>
  );
}

/** One side of a pair; on a small screen, where the columns stand below each other, with its name. */
function Column({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.column}>
      <p className={styles.name}>{name}</p>
      {children}
    </div>
  );
}

/** Whether what is selected just now is meant. */
const isSelected = (holds: (selection: string) => boolean): boolean => {
  const { selection } = useStore.getState().view;
  return selection !== undefined && holds(selection);
};

/** Whether something selected is what is said, or its being said. */
const isVoiceOf = ({ node, statements }: Voice, id: string) =>
  node.id === id || statements.some(({ utterance }) => utterance.id === id);

function VoiceOf({ opened, voice: { node, statements } }: { opened: Opened; voice: Voice }) {
  return (
    <>
      <ItemLine node={node} />
      <Words opened={opened} statements={statements} />
    </>
  );
}

/** What both say, with the words of either. */
export function Same({ opened, names, same }: { opened: Opened; names: Names; same: Comparison['same'] }) {
  return same.map(({ topic, items }) => (
    <Group
      key={topic?.id ?? ''}
      topic={topic}
      items={items}
      holds={({ said, first, second }, id) =>
        isVoiceOf({ node: said, statements: [...first, ...second] }, id)
      }
    >
      {({ said, first, second }) => (
        <li key={said.id}>
          <ItemLine node={said} />
          <div className={styles.pair}>
            <Column name={names[0]}>
              <Words opened={opened} statements={first} />
            </Column>
            <span />
            <Column name={names[1]}>
              <Words opened={opened} statements={second} />
            </Column>
          </div>
        </li>
      )}
    </Group>
  ));
}

export function Ties({ opened, names, ties }: { opened: Opened; names: Names; ties: ByTopic<Tie> }) {
  return ties.map(({ topic, items }) => (
    <Group
      key={topic?.id ?? ''}
      topic={topic}
      items={items}
      holds={({ edge, first, second }, id) =>
        edge.id === id || [first, second].some((voice) => isVoiceOf(voice, id))
      }
    >
      {({ edge, first, second }) => {
        const isForward = edge.source === first.node.id;
        return (
          <li key={edge.id} className={styles.pair}>
            <Column name={names[0]}>
              <VoiceOf opened={opened} voice={first} />
            </Column>
            <div
              className={styles.relation}
              style={{ color: isArgumentType(edge.type) ? `var(${EDGE_LOOK[edge.type].colour})` : undefined }}
            >
              <ItemLink id={edge.id} title={printEdge(opened, edge)}>
                {!isForward && <span aria-hidden="true">← </span>}
                {printRelation(edge)}
                {isForward && <span aria-hidden="true"> →</span>}
                <span className="unseen">: the words that {printEdge(opened, edge)}</span>
              </ItemLink>
              {edge.basis === 'inferred' && <small>inferred</small>}
            </div>
            <Column name={names[1]}>
              <VoiceOf opened={opened} voice={second} />
            </Column>
          </li>
        );
      }}
    </Group>
  ));
}

export function Stands({
  opened,
  names,
  name,
  stands,
}: {
  opened: Opened;
  names: Names;
  name: string;
  stands: readonly Stand[];
}) {
  if (stands.length === 0) return null;
  return (
    <>
      <h4>{name}</h4>
      {stands.map(({ topic, first, second }) => (
        <Fold
          key={topic.id}
          holds={() => false}
          summary={
            <>
              <span>{topic.label}</span>
              <Tally positions={first} name={names[0]} />
              <Tally positions={second} name={names[1]} />
            </>
          }
        >
          <div className={styles.pair}>
            <Column name={names[0]}>
              <Positions opened={opened} positions={first} />
            </Column>
            <span />
            <Column name={names[1]}>
              <Positions opened={opened} positions={second} />
            </Column>
          </div>
        </Fold>
      ))}
    </>
  );
}

/** What is made only when it is opened: a large comparison has hundreds. */
function Fold({
  summary,
  holds,
  children,
}: {
  summary: ReactNode;
  /** Whether it is open at first for what is selected. */
  holds: (selection: string) => boolean;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(() => isSelected(holds));
  return (
    <details className={styles.stand} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}

/** How many claims are on each side: '▲ 3 for', '▼ 2 against'. */
function Tally({ positions, name }: { positions: readonly Position[]; name: string }) {
  return (
    <span className={styles.tally}>
      <span>{name}</span>
      {STANCE_KINDS.toReversed().map((stance) => {
        const number = positions.filter(({ edge }) => edge.stance === stance).length;
        return (
          number > 0 && (
            <span key={stance}>
              <KindIcon kind={stance} />
              {number}
              <span className="unseen">{KIND_LOOK[stance].name}</span>
            </span>
          )
        );
      })}
    </span>
  );
}

/** What somebody says of a topic, each with its words, and with those that put it on its side. */
function Positions({ opened, positions }: { opened: Opened; positions: readonly Position[] }) {
  const sorted = STANCES.flatMap((stance) => positions.filter(({ edge }) => edge.stance === stance));
  return (
    <More items={sorted}>
      {({ edge, voice }) => (
        <li key={edge.id}>
          <VoiceOf opened={opened} voice={voice} />
          <p className={styles.why}>
            <KindIcon kind={edge.stance} />
            <ItemLink id={edge.id}>
              {KIND_LOOK[edge.stance].name}
              {printBasis(edge)}
              <span className="unseen">: the words that {printEdge(opened, edge)}</span>
            </ItemLink>
          </p>
        </li>
      )}
    </More>
  );
}

export function Only({ opened, voices }: { opened: Opened; voices: ByTopic<Voice> }) {
  if (voices.length === 0) return <p className={styles.none}>Nothing that is not told above.</p>;
  return voices.map(({ topic, items }) => (
    <Fold
      key={topic?.id ?? ''}
      holds={(selection) => items.some((voice) => isVoiceOf(voice, selection))}
      summary={
        <>
          <span>{topic?.label ?? 'On no topic'}</span>
          <span className={styles.tally}>{items.length}</span>
        </>
      }
    >
      <More items={items} whole={isSelected((id) => items.some((voice) => isVoiceOf(voice, id)))}>
        {(voice) => (
          <li key={voice.node.id}>
            <VoiceOf opened={opened} voice={voice} />
          </li>
        )}
      </More>
    </Fold>
  ));
}
