// Who changed sides on a question, each with a link that sets what was said first and last side by side.
import { useCallback } from 'react';
import { toChanges, type Change, type Moment } from '../../core/change';
import { printInterval } from '../../core/date';
import type { Statement } from '../../core/discourse';
import type { Corpus } from '../../core/model';
import { count } from '../numbers';
import { GrowingList } from '../panels/GrowingList';
import { useSteps } from '../steps';
import { useStore } from '../store';
import { KIND_LOOK, KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { capitalise } from '../words';
import { printSide } from './sides';
import styles from './Compare.module.css';

/** How many are listed at first. */
const FEW = 12;

export function Changes({ corpus, statements }: { corpus: Corpus; statements: readonly Statement[] }) {
  const query = useStore((state) => state.view.query);
  const { value: changes = [] } = useSteps(
    useCallback(() => toChanges(corpus, statements), [corpus, statements]),
  );
  if (changes.length === 0) return null;
  const toSight = ({ body, topic, first, last }: Change) => ({
    compare: [first.date, last.date] as const,
    query: { ...query, actor: [body], topic: [topic] },
  });
  return (
    <details className={styles.changes}>
      <summary>{`Who changed sides: ${count(changes.length, 'time')}`}</summary>
      <p>
        At each date a body is on the side that most of its claims on a topic take; dates that overlap count
        as one. These are on opposite sides at first and at last, though somebody else may speak for them by
        then: each link sets the words of both dates side by side.
      </p>
      <GrowingList items={changes} first={FEW} className={styles.changed}>
        {(change) => (
          <li key={`${change.body} ${change.topic}`}>
            <ViewLink to={toSight(change)}>
              {printSide(corpus, change.body)}: {corpus.nodes.get(change.topic)!.label}
            </ViewLink>
            <small>
              <Side moment={change.first} />
              <Side moment={change.last} />
            </small>
          </li>
        )}
      </GrowingList>
    </details>
  );
}

/** 'November 2010: against, 9 to 1'. */
function Side({ moment }: { moment: Moment }) {
  const kind = moment.side > 0 ? 'for' : 'against';
  const [more, less] = kind === 'for' ? [moment.for, moment.against] : [moment.against, moment.for];
  return (
    <span>
      <KindIcon kind={kind} size={12} /> {capitalise(printInterval(moment.date))}: {KIND_LOOK[kind].name},{' '}
      {less.length === 0 ? count(more.length, 'claim') : `${more.length} to ${less.length}`}
    </span>
  );
}
