// What a pair of actors rests on: the questions that join or part the two, with what each says on it, in its words.
import { useEffect, useRef, useState } from 'react';
import type { Pair } from '../../core/coalitions';
import { toEntries, type Matrix } from '../../core/matrix';
import type { Actor } from '../../core/network';
import { TIE_TYPES } from '../../core/vocabulary';
import type { NodeOf } from '../../core/model';
import { GrowingList } from '../panels/GrowingList';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KindIcon, KINDS } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { capitalise } from '../words';
import { toHeading } from './cells';
import { Entries } from './Entries';
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
  const joining = TIE_TYPES.map((type) => ({ type, topics: toJoining(pair, type) })).filter(
    ({ topics }) => topics.length > 0,
  );
  const panel = useRef<HTMLElement>(null);
  // Whoever opens it in the list goes on here.
  useEffect(() => {
    if (document.activeElement?.hasAttribute('aria-expanded')) panel.current!.focus();
  }, []);
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label={`What ${printPair(corpus, pair)} say`}
      tabIndex={-1}
    >
      <header>
        <h3>
          <ItemLink id={both[0]}>{toHeading(corpus, { body: both[0] })}</ItemLink> and{' '}
          <ItemLink id={both[1]}>{toHeading(corpus, { body: both[1] })}</ItemLink>: {printAccord(pair)}
        </h3>
        <button type="button" className={sheet.close} aria-label="Close the list" onClick={close}>
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
      {joining.map(({ type, topics }) => (
        <section key={type} className={styles.questions}>
          <h4 className={joining.length > 1 ? undefined : 'unseen'}>{capitalise(TIE_LOOK[type].name)}</h4>
          <GrowingList items={topics} first={FEW} className={styles.asked}>
            {(id) => (
              <li key={id}>
                <Question
                  opened={opened}
                  topic={corpus.nodes.get(id) as NodeOf<'topic'>}
                  actors={[first, second]}
                  matrix={matrix}
                  isFirst={id === joining[0]!.topics[0]}
                />
              </li>
            )}
          </GrowingList>
        </section>
      ))}
    </section>
  );
}

/** A question, and, unfolded, what each of two says that puts it on its side. */
function Question({
  opened,
  topic,
  actors,
  matrix,
  isFirst,
}: {
  opened: Opened;
  topic: NodeOf<'topic'>;
  actors: readonly [Actor, Actor];
  matrix: Matrix;
  isFirst: boolean;
}) {
  const said = actors.map((actor) => ({
    actor,
    side: sideOf(actor, topic.id),
    entries: toEntries(matrix, topic.id, { body: actor.node.id }),
  }));
  // There may be hundreds of words: those on the first question are there at once.
  const [isOpen, setOpen] = useState(isFirst);
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
              {toHeading(opened.corpus, { body: actor.node.id })}{' '}
              {[side, ...KINDS.filter((kind) => kind !== side)].map((kind) => {
                const { length } = entries.filter((entry) => entry.kind === kind);
                return (
                  length > 0 && (
                    <span key={kind}>
                      <KindIcon kind={kind} /> {length} <span className="unseen">{KIND_LOOK[kind].verb}</span>
                    </span>
                  )
                );
              })}
            </span>
          ))}
        </span>
      </summary>
      {isOpen && (
        <div className={styles.both}>
          {said.map(({ actor, side, entries }) => (
            <section key={actor.node.id}>
              <h5>{toHeading(opened.corpus, { body: actor.node.id })}</h5>
              <Entries opened={opened} row={topic} entries={entries} first={side} heading="h6" />
            </section>
          ))}
        </div>
      )}
    </details>
  );
}
