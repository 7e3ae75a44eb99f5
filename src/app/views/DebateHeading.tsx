// What a debate is about, how it divides, and where else the selection is debated.
import { toControversies, toPositions, toUtterances } from '../../core/debate';
import type { Statement } from '../../core/discourse';
import type { Debate } from '../../core/lanes';
import { perCorpus } from '../../core/memo';
import { isArgument, isSaid, type Ids, type NodeOf } from '../../core/model';
import { isSpeakerType, STANCES } from '../../core/vocabulary';
import { usePositions } from '../positions';
import { isUnfiltered, show, useStore, type Opened } from '../store';
import { KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { STANCE_NAMES } from '../vocabulary';
import { count, countSaid } from '../numbers';
import { listNames } from '../words';
import type { Told } from './units';
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
  told,
  selection,
  children,
}: {
  region: React.RefObject<HTMLElement | null>;
  opened: Opened;
  topic: NodeOf<'topic'>;
  /** Undefined as long as it is looked up. */
  told: Told | undefined;
  selection: string | undefined;
  children: React.ReactNode;
}) {
  const { corpus } = opened;
  const topics = toTopicList(corpus);
  const { value: positions } = usePositions(corpus);
  const sizes = new Map(positions?.map(({ topic: { id }, size }) => [id, size]));
  const isWhole = useStore(isUnfiltered);
  const cards = told?.whole.cards ?? [];
  const drawn = told?.debate.cards.length ?? 0;
  const own = cards.filter(({ stance }) => stance !== undefined);
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
      {!told ? (
        <p role="status">Working…</p>
      ) : own.length === 0 ? (
        <p role="status">
          {isWhole
            ? 'Nobody is coded as saying anything about this topic yet.'
            : 'Nothing about this topic is left by the filters. Take some away, or choose another topic.'}
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
          {told.texts.guests.size > 0 && <span className={styles.side}>{printGuests(told)}</span>}
          <span className="unseen">
            {countSaid(own.length)} by {count(told.bodies, 'body', 'bodies')}
          </span>
        </p>
      )}
      {told && selection !== undefined && <Outside opened={opened} id={selection} told={told} />}
      {children}
    </header>
  );
}

/** Whose claims all stand in the lanes of others, and in whose: 'Also said by ADCS, in the lane of Ofsted.' */
function printGuests({ texts: { guests, name } }: Told): string {
  const hosts = [...new Set([...guests.values()].flatMap((lanes) => [...lanes]))];
  return `Also said by ${listNames([...guests.keys()].map(name))}, in the lane${hosts.length === 1 ? '' : 's'} of ${listNames(hosts.map(name))}.`;
}

/** Whether something is a card of a debate, says or quotes one, or, being no claim itself, backs or disputes one. */
function isPart(
  { corpus, incidence }: Opened,
  id: string,
  { cards, statements }: Debate,
  visible: Ids,
): boolean {
  const ids = new Set(cards.map((card) => card.id));
  const isSaying = ({ actors, article }: Statement) => article === id || actors.includes(id);
  return (
    ids.has(id) ||
    [...ids].some((card) => statements.get(card)!.some(isSaying)) ||
    (isSpeakerType(corpus.nodes.get(id)!.type) &&
      incidence.get(id)!.some((edge) => isArgument(edge) && ids.has(edge.target) && visible.has(edge.id)))
  );
}

/** Of what is selected, but has no part in what is drawn: why, and where it is. */
function Outside({ opened, id, told: { topic, whole, debate } }: { opened: Opened; id: string; told: Told }) {
  const { corpus, incidence } = opened;
  const visible = useStore((state) => state.visible);
  const isWhole = useStore(isUnfiltered);
  const node = corpus.nodes.get(id);
  if (!node || node === topic || isPart(opened, id, debate, visible)) return null;
  const topics = incidence
    .get(id)!
    .flatMap((edge) => (edge.type === 'about' && edge.source === id ? [edge.target] : []));
  const explain = (): string => {
    if (isPart(opened, id, whole, visible))
      return `What is selected is not among the ${debate.cards.length} that are drawn.`;
    if (!topics.includes(topic.id))
      return `What is selected is not part of this debate${isWhole ? '' : ' as the filters leave it'}.`;
    if (!isSaid(node))
      return 'What is selected is a report about this topic: only claims and recommendations have cards.';
    return toUtterances(corpus, incidence, id).length === 0
      ? 'Nobody is coded as saying what is selected: it has no card yet.'
      : 'What is selected is left out by the filters.';
  };
  return (
    <p role="status" className={styles.outside}>
      {explain()}{' '}
      {!topics.includes(topic.id) &&
        topics.slice(0, 3).map((other) => (
          <ViewLink key={other} to={{ topic: other }} className={buttons.plain}>
            {corpus.nodes.get(other)!.label}
          </ViewLink>
        ))}
    </p>
  );
}
