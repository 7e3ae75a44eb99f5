// What a debate is about, how it divides, and where else the selection is debated.
import { toControversies, toPositions } from '../../core/debate';
import type { Card } from '../../core/lanes';
import { perCorpus } from '../../core/memo';
import type { NodeOf } from '../../core/model';
import { STANCES } from '../../core/vocabulary';
import { usePositions } from '../positions';
import { show, type Opened } from '../store';
import { KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { STANCE_NAMES } from '../vocabulary';
import { count } from '../numbers';
import buttons from '../ui/button.module.css';
import styles from './Debate.module.css';

/** Every topic, the most disputed first. */
const toTopicList = perCorpus((corpus) => {
  const hot = toControversies(corpus).map(({ position }) => position);
  return [...new Set([...hot, ...toPositions(corpus)].map((position) => position.topic))];
});

export function Heading({
  region,
  opened,
  topic,
  cards,
  drawn,
  outside,
}: {
  region: React.RefObject<HTMLElement | null>;
  opened: Opened;
  topic: NodeOf<'topic'>;
  /** Undefined as long as they are looked up. */
  cards: readonly Card[] | undefined;
  /** How many of them the chart has. */
  drawn: number;
  outside: string | undefined;
}) {
  const { corpus } = opened;
  const topics = toTopicList(corpus);
  const { value: positions } = usePositions(corpus);
  const sizes = new Map(positions?.map(({ topic: { id }, size }) => [id, size]));
  const own = (cards ?? []).filter(({ stance }) => stance !== undefined);
  const speakers = new Set(own.map(({ body }) => body)).size;
  const sides = STANCES.map((stance) => ({
    stance,
    number: own.filter((card) => card.stance === stance).length,
  })).filter(({ number }) => number > 0);
  const words = { ...STANCE_NAMES, ...topic.poles };
  return (
    <header ref={region} className={styles.head} data-over-map>
      <h2>
        <label>
          <span className="unseen">Topic: </span>
          <select value={topic.id} onChange={(event) => show({ topic: event.target.value })}>
            {topics.map(({ id, label }) => (
              <option key={id} value={id}>
                {positions ? `${label} (${sizes.get(id) ?? 0})` : label}
              </option>
            ))}
          </select>
        </label>
      </h2>
      {!cards ? (
        <p role="status">Working…</p>
      ) : own.length === 0 ? (
        <p role="status">
          Nothing about this topic is left by the filters. Take some away, or choose another topic.
        </p>
      ) : (
        <p>
          {sides.map(({ stance, number }) => (
            <span key={stance} className={styles.side}>
              <KindIcon kind={stance} /> {number} {words[stance]}
            </span>
          ))}
          {drawn < cards.length && (
            <span className={styles.side}>
              {`The ${drawn} that carry most of the argument are drawn: filter by actor or time to see others.`}
            </span>
          )}
          <span className="unseen">
            {count(own.length, 'claim')} by {count(speakers, 'body', 'bodies')}
          </span>
        </p>
      )}
      {outside !== undefined && <Outside opened={opened} id={outside} topic={topic.id} />}
    </header>
  );
}

/** What is selected, but is not on the chart: why, and where it is. */
function Outside({
  opened: { corpus, incidence },
  id,
  topic,
}: {
  opened: Opened;
  id: string;
  topic: string;
}) {
  const topics = (incidence.get(id) ?? []).flatMap((edge) =>
    edge.type === 'about' && edge.source === id ? [edge.target] : [],
  );
  return (
    <p role="status" className={styles.outside}>
      {topics.includes(topic)
        ? 'What is selected is left out by the filters.'
        : 'What is selected is not part of this debate. '}
      {!topics.includes(topic) &&
        topics.slice(0, 3).map((other) => (
          <ViewLink key={other} to={{ topic: other }} className={buttons.plain}>
            {corpus.nodes.get(other)!.label}
          </ViewLink>
        ))}
    </p>
  );
}
