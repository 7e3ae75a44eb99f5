// What a pair of actors rests on: the questions that join or part the two, with what each says on it, in its words.
import { useState } from 'react';
import type { Pair } from '../../core/coalitions';
import type { Matrix } from '../../core/matrix';
import { NETWORK_TYPES, toLeaning, type Actor } from '../../core/network';
import type { NodeOf } from '../../core/model';
import { count } from '../numbers';
import { GrowingList } from '../panels/GrowingList';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { capitalise } from '../words';
import { toHeading } from './cells';
import { EntryItem } from './EntryItem';
import { printAccord, printPair, TIE_LOOK, toJoining } from './pairs';
import sheet from '../ui/sheet.module.css';
import styles from './Coalitions.module.css';

/** How many questions of a kind are listed at first. */
const FEW = 30;

const sideOf = ({ sides }: Actor, topic: string) =>
  sides.get(topic) === 1 ? ('for' as const) : ('against' as const);

export function PairPanel({
  opened,
  pair,
  matrix,
  close,
}: {
  opened: Opened;
  pair: Pair;
  matrix: Matrix;
  close: () => void;
}) {
  const { corpus } = opened;
  const query = useStore((state) => state.view.query);
  const { first, second, same, opposite } = pair;
  const both = [first.node.id, second.node.id] as const;
  const leave = (panel: Element) => {
    panel.parentElement!.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    close();
  };
  return (
    <section
      className={styles.panel}
      aria-label={`What ${printPair(corpus, pair)} say`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave(event.currentTarget);
      }}
    >
      <header>
        <h3>
          <ItemLink id={both[0]}>{toHeading(corpus, { body: both[0] })}</ItemLink> and{' '}
          <ItemLink id={both[1]}>{toHeading(corpus, { body: both[1] })}</ItemLink>: {printAccord(pair)}
        </h3>
        <button
          type="button"
          className={sheet.close}
          aria-label="Close the list"
          onClick={(event) => leave(event.currentTarget.closest('section')!)}
        >
          ✕
        </button>
        <p className={sheet.ways}>
          <ViewLink to={{ mode: 'compare', compare: both }}>Compare all that the two say</ViewLink>
          <ViewLink
            to={{ mode: 'map', query: { ...query, actor: [...both], topic: [...same, ...opposite] } }}
          >
            Show on the map
          </ViewLink>
        </p>
      </header>
      {NETWORK_TYPES.map((type) => {
        const topics = toJoining(pair, type);
        if (topics.length === 0) return null;
        return (
          <section key={type} className={styles.questions}>
            <h4>
              {capitalise(TIE_LOOK[type].name)} on {count(topics.length, 'question')}
            </h4>
            <GrowingList items={topics} first={FEW}>
              {(id) => (
                <li key={id}>
                  <Question
                    opened={opened}
                    topic={corpus.nodes.get(id) as NodeOf<'topic'>}
                    actors={[first, second]}
                    matrix={matrix}
                  />
                </li>
              )}
            </GrowingList>
          </section>
        );
      })}
    </section>
  );
}

/** A question, and, unfolded, what each of two says that puts it on its side. */
function Question({
  opened,
  topic,
  actors,
  matrix,
}: {
  opened: Opened;
  topic: NodeOf<'topic'>;
  actors: readonly [Actor, Actor];
  matrix: Matrix;
}) {
  const said = actors.map((actor) => ({
    actor,
    side: sideOf(actor, topic.id),
    entries: toLeaning(matrix, actor, topic.id),
  }));
  // There may be hundreds of words.
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.question}
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {topic.label}{' '}
        <span>
          {said.map(({ actor, side, entries }) => (
            <span key={actor.node.id}>
              {toHeading(opened.corpus, { body: actor.node.id })} <KindIcon kind={side} /> {entries.length}{' '}
              <span className="unseen">{KIND_LOOK[side].verb}</span>
            </span>
          ))}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.both}>
          {said.map(({ actor, side, entries }) => (
            <section key={actor.node.id}>
              <h5>
                <KindIcon kind={side} size={12} />
                {toHeading(opened.corpus, { body: actor.node.id })}, {KIND_LOOK[side].name}:{' '}
                {topic.poles[side]}
              </h5>
              <ul>
                {entries.map((entry) => (
                  <EntryItem key={entry.edge.id} opened={opened} entry={entry} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </details>
  );
}
