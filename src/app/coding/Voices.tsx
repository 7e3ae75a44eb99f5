// Who says or wrote what is proposed, and what they are in the graph.
import type { ReactNode } from 'react';
import { findKnown, isActor, type Party } from '../../core/extract/coded';
import type { Speaker } from '../../core/extract/proposal';
import type { Corpus } from '../../core/model';
import { TypeIcon } from '../ui/Icon';
import { ItemLink } from '../ui/ItemLink';
import { NODE_LOOK } from '../vocabulary';
import buttons from '../ui/button.module.css';
import type { Option } from './Choose';
import type { NewActor, Prepared } from '../../core/extract/prepared';
import type { Queue } from './queue';
import styles from './Review.module.css';

/** Who says or wrote it, and what they are in the graph. */
export function Voices({
  verb,
  speakers,
  rivals,
  queue,
  corpus,
  addedWith,
  by,
  settle,
}: {
  verb: string;
  speakers: readonly Speaker[];
  /** Whom a pronoun may mean as well. */
  rivals?: readonly Speaker[] | undefined;
  queue: Queue;
  corpus: Corpus;
  addedWith: readonly number[];
  by?: Prepared['by'];
  settle?: (part: Prepared) => void;
}) {
  const { coded, cases } = queue;
  const toNote = (party: Party | undefined): ReactNode => {
    if (!party) return 'nobody in the graph: choose who that is (W), or leave it open';
    if ('node' in party) return 'in the graph';
    if (addedWith.includes(party.place)) return <b>accepting adds them too</b>;
    return cases.some(({ place, standing }) => place === party.place && standing === 'rejected')
      ? 'turned down: nobody is coded as saying it'
      : 'not in the graph';
  };
  const toName = (party: Party | undefined, label: string) =>
    party && 'node' in party ? (
      <ItemLink id={party.node}>{corpus.nodes.get(party.node)!.label}</ItemLink>
    ) : (
      label
    );
  const chosen = by === undefined ? undefined : toChosen(by, queue, corpus);
  return (
    <div className={styles.voices}>
      <p>{verb}</p>
      {chosen ? (
        <p>
          <span className={styles.voice}>{toName(chosen.party, chosen.label)}</span>{' '}
          <button type="button" className={buttons.plain} onClick={() => settle?.({ by: undefined })}>
            As proposed
          </button>
          <small>
            {chosen.kind ? (
              <b>
                <TypeIcon type={chosen.kind} /> new {NODE_LOOK[chosen.kind].one.toLowerCase()}: accepting adds{' '}
                {chosen.kind === 'person' ? 'them' : 'it'} too
              </b>
            ) : (
              toNote(chosen.party)
            )}
          </small>
        </p>
      ) : speakers.length === 0 ? (
        <p>Nobody is named: choose who says it (W), or leave it open.</p>
      ) : (
        <ul>
          {speakers.map((speaker) => {
            const party = coded.findSpeaker(speaker);
            return (
              <li key={`${speaker.start} ${speaker.label}`}>
                <span className={styles.voice}>{toName(party, speaker.label)}</span>
                {speaker.quote !== speaker.label && <q>{speaker.quote}</q>}
                <small>{toNote(party)}</small>
                {rivals && (
                  <small>
                    ‘{speaker.quote}’ may also mean {rivals.map(({ label }) => label).join(' or ')}: choose
                    who says it (W)
                  </small>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** Who says it as it stands, by the id that `Choosing` offers them under; undefined for nobody, several, and somebody new. */
export function toSpeakerId(
  { coded }: Queue,
  speakers: readonly Speaker[],
  by: Prepared['by'],
): string | undefined {
  if (typeof by === 'object') return undefined;
  const [party, ...others] = speakers.map((speaker) => coded.findSpeaker(speaker));
  const one = by ?? (!party || others.length > 0 ? undefined : 'node' in party ? party.node : party.place);
  return typeof one === 'number' ? (coded.by.get(one) ?? `${PROPOSED}${one}`) : one;
}

/** Whom somebody chose; of which kind, where they are new. Undefined where they are not there any more. */
function toChosen(
  by: NonNullable<Prepared['by']>,
  { proposals, coded }: Queue,
  corpus: Corpus,
): { label: string; kind?: NewActor['kind']; party?: Party } | undefined {
  if (typeof by === 'object') return by;
  const node = corpus.nodes.get(typeof by === 'string' ? by : (coded.by.get(by) ?? ''));
  if (node) return { label: node.label, party: { node: node.id } };
  const proposal = typeof by === 'number' ? proposals[by] : undefined;
  return proposal && 'label' in proposal
    ? { label: proposal.label, party: { place: by as number } }
    : undefined;
}

const PROPOSED = 'proposed ';

/** Everybody who may speak and is only proposed so far, under ids that `readSpeaker` reads. */
export const toProposedSpeakers = ({ cases }: Queue, corpus: Corpus, article: string): Option[] =>
  cases.flatMap(({ place, proposal, standing }) =>
    standing === 'open' &&
    'label' in proposal &&
    !(isActor(proposal) && findKnown(corpus, proposal, article) !== undefined)
      ? {
          id: `${PROPOSED}${place}`,
          name: proposal.label,
          words: 'aliases' in proposal ? proposal.aliases.join(' ') : '',
          note: 'proposed here: accepting adds them too',
          icon: <TypeIcon type={proposal.kind} />,
        }
      : [],
  );
export const readSpeaker = (id: string): string | number =>
  id.startsWith(PROPOSED) ? Number(id.slice(PROPOSED.length)) : id;
