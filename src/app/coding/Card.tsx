// A proposal in front: its words, who says it, why it is proposed, and everything that is settled before it is accepted.
import { useCallback, useId, useMemo, useState, type ReactNode, type RefObject } from 'react';
import { toLabel, toStatement } from '../../core/extract/accept';
import { findKnown, isActor, type Party } from '../../core/extract/coded';
import type { Proposal, SaidProposal, Speaker } from '../../core/extract/proposal';
import { printRule } from '../../core/extract/rule';
import { findSimilar, proposeTopics } from '../../core/extract/similar';
import type { Corpus, GraphNode, NodeOf } from '../../core/model';
import type { Steps } from '../../core/steps';
import { STANCES } from '../../core/vocabulary';
import { count } from '../numbers';
import { useSteps } from '../steps';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { ItemLink } from '../ui/ItemLink';
import { KindIcon } from '../ui/Kind';
import buttons from '../ui/button.module.css';
import { NODE_LOOK, SPEECH_WORDS, STANCE_NAMES } from '../vocabulary';
import { printSpeakers } from '../words';
import { Choose, takeKeyboard, type Option } from './Choose';
import type { Draft } from './decide';
import { printCase, printConfidence, type Case, type Queue } from './queue';
import styles from './Review.module.css';

/** What of a card is being worked on. */
export type Field = 'edit' | 'topic' | 'merge' | 'by';

const isSaid = (proposal: Proposal): proposal is SaidProposal =>
  proposal.kind === 'claim' || proposal.kind === 'recommendation';

/** What an article's words are put in: quotation marks, unless they bring their own. */
const toQuotation = (quote: string) => {
  const words = quote.replace(/\s+/g, ' ');
  return /^[“"]/.test(words) ? words : `“${words}”`;
};

/** How many characters of a passage are shown before one asks for all; the article beside has them marked. */
const SHORT = 320;

function Quote({ quote }: { quote: string }) {
  const [isWhole, setWhole] = useState(quote.length <= SHORT * 1.2);
  const cut = quote.slice(0, quote.lastIndexOf(' ', SHORT));
  return (
    <blockquote className={styles.quote}>
      {isWhole ? quote : `${cut} … `}
      {!isWhole && (
        <button type="button" className={buttons.plain} onClick={() => setWhole(true)}>
          all of it
        </button>
      )}
    </blockquote>
  );
}

/** A key as it is shown on what it does. */
export const Key = ({ name }: { name: string }) => <kbd aria-hidden="true">{name}</kbd>;

export function Card({
  opened,
  article,
  queue,
  one,
  draft,
  settle,
  field,
  work,
  addedWith,
  isLocked,
  frame,
  decide,
}: {
  opened: Opened;
  article: string;
  queue: Queue;
  one: Case;
  draft: Draft;
  settle: (part: Draft) => void;
  field: Field | undefined;
  work: (field: Field | undefined, then?: 'card' | 'side') => void;
  addedWith: readonly number[];
  isLocked: boolean;
  frame: RefObject<HTMLDivElement | null>;
  decide: { accept: () => void; reject: () => void; skip: () => void };
}) {
  const { corpus } = opened;
  const { proposal, standing, place } = one;
  const id = useId();
  const links = useLinks(corpus, article, queue, one, draft);
  const type = proposal.kind === 'relation' ? undefined : proposal.kind;
  const into = draft.into === undefined ? undefined : corpus.nodes.get(draft.into);
  const isOpen = standing !== 'accepted' && standing !== 'coded';
  const codedAs = queue.coded.by.get(place);
  const kind = type ? NODE_LOOK[type].one : 'Link';
  const same = links?.similar.find(({ isSame }) => isSame);
  const chooseTopic = (topic: NonNullable<Draft['topic']>, stance?: Draft['stance']) => {
    settle({ topic, ...(stance && { stance }) });
    work(undefined, 'side');
  };
  return (
    <div
      ref={frame}
      role="group"
      tabIndex={0}
      className={styles.card}
      aria-label={`${kind}: ${printCase(queue, corpus, proposal)}`}
    >
      <p className={styles.kind}>
        {type ? <TypeIcon type={type} /> : <span aria-hidden="true">⟶</span>}
        <b>{kind}</b>
        <span className={styles.sure}>
          {printConfidence(proposal.confidence)}, {Math.round(100 * proposal.confidence)} %
        </span>
      </p>
      {!isSaid(proposal) && <p className={styles.name}>{printCase(queue, corpus, proposal)}</p>}
      <Quote quote={toQuotation(proposal.passage.quote)} />
      {isSaid(proposal) && (
        <Voices
          verb={`Said by, ${SPEECH_WORDS[proposal.speech]}:`}
          speakers={proposal.speakers}
          queue={queue}
          corpus={corpus}
          addedWith={addedWith}
          by={draft.by}
          settle={settle}
        />
      )}
      {proposal.kind === 'report' && (
        <Voices verb="By:" speakers={proposal.authors} queue={queue} corpus={corpus} addedWith={addedWith} />
      )}
      {isActor(proposal) && <Named corpus={corpus} proposal={proposal} />}
      <p className={styles.why}>Proposed because {printRule(proposal.rule)}</p>

      {standing === 'rejected' && <p className={styles.was}>You turned it down. It can still be accepted.</p>}
      {!isOpen && codedAs !== undefined && (
        <p className={styles.was}>
          {standing === 'coded' ? 'Coded already: ' : 'In the graph: '}
          <ItemLink id={codedAs}>{corpus.nodes.get(codedAs)?.label ?? 'the link'}</ItemLink>
        </p>
      )}
      {isOpen && into && (
        <p className={styles.into}>
          <span>
            Its words and whoever says them go to{' '}
            <ItemLink id={into.id}>
              <b>{into.label}</b>
            </ItemLink>
            .
          </span>
          <button type="button" className={buttons.plain} onClick={() => settle({ into: undefined })}>
            Add it as new
          </button>
        </p>
      )}
      {isOpen && !into && proposal.kind !== 'relation' && (
        <Fields key={place} proposal={proposal} draft={draft} settle={settle} field={field} work={work} />
      )}
      {isOpen && !into && isSaid(proposal) && field !== 'topic' && (
        <Topic
          id={id}
          corpus={corpus}
          likely={links?.topics ?? []}
          draft={draft}
          settle={settle}
          chooseTopic={chooseTopic}
        />
      )}
      {isOpen && !into && same && field !== 'merge' && (
        <div className={styles.suggested}>
          <p>Perhaps the same as</p>
          <button type="button" className={styles.likely} onClick={() => settle({ into: same.id })}>
            {same.icon}
            <span>{same.name}</span>
          </button>
        </div>
      )}
      {isOpen && type && field !== undefined && field !== 'edit' && (
        <Choosing
          key={field}
          opened={opened}
          type={type}
          field={field}
          links={links}
          chooseTopic={chooseTopic}
          settle={settle}
          work={work}
        />
      )}
      {isOpen && type && field === undefined && (
        <div className={styles.tools}>
          {!into && <Tool name="Edit" keyName="E" title="Write it over" does={() => work('edit')} />}
          {!into && isSaid(proposal) && (
            <Tool name="Topic…" keyName="T" title="Choose what it is about" does={() => work('topic')} />
          )}
          {isSaid(proposal) && (
            <Tool name="Speaker…" keyName="W" title="Choose who says it" does={() => work('by')} />
          )}
          <Tool
            name="Same as…"
            keyName="M"
            title={`Add its words to a ${type} in the graph`}
            does={() => work('merge')}
          />
        </div>
      )}
      {isOpen && field === undefined && (
        <div className={styles.acts}>
          <button
            type="button"
            className={buttons.main}
            disabled={isLocked}
            aria-keyshortcuts="A"
            onClick={decide.accept}
          >
            {into ? 'Add words' : 'Accept'} <Key name="A" />
          </button>
          {standing === 'open' && (
            <button
              type="button"
              className={buttons.button}
              disabled={isLocked}
              aria-keyshortcuts="R"
              onClick={decide.reject}
            >
              Reject <Key name="R" />
            </button>
          )}
          <button type="button" className={buttons.button} aria-keyshortcuts="S" onClick={decide.skip}>
            Skip <Key name="S" />
          </button>
        </div>
      )}
    </div>
  );
}

type Links = {
  topics: readonly (Option & { stance?: Draft['stance'] })[];
  similar: readonly (Option & { isSame: boolean })[];
};

/** What the proposal may be about, and what it may be the same as, the likeliest first; worked out in steps. */
function useLinks(
  corpus: Corpus,
  article: string,
  { proposals }: Queue,
  { proposal }: Case,
  { topic: about, stance }: Draft,
): Links | undefined {
  const topic = typeof about === 'string' ? about : undefined;
  const start = useCallback(
    function* (): Steps<Links> {
      if (!isSaid(proposal)) return { topics: [], similar: [] };
      const said = proposals.filter(isSaid);
      const topics = (yield* proposeTopics(corpus, said, article))[said.indexOf(proposal)]!;
      const sides = topic !== undefined && stance ? { about: [{ topic, stance }] } : {};
      const [similar] = yield* findSimilar(corpus, [{ ...proposal, ...sides }], article);
      return {
        topics: topics.map((one) => ({
          ...toOption(corpus.nodes.get(one.id)!),
          note:
            one.rule === 'words' ? `by ${one.words.slice(0, 4).join(', ')}` : 'since it is taken up nearby',
          ...(one.stance && { stance: one.stance }),
        })),
        similar: similar!
          .filter(({ id }) => corpus.nodes.get(id)!.type === proposal.kind)
          .map((one) => ({ ...toOption(corpus.nodes.get(one.id)!), isSame: one.kind === 'same' })),
      };
    },
    [corpus, article, proposals, proposal, topic, stance],
  );
  return useSteps(start).value;
}

const toOption = (node: GraphNode): Option => ({
  id: node.id,
  name: node.label,
  words: [...(node.aliases ?? []), 'statement' in node ? node.statement : ''].join(' '),
  icon: <TypeIcon type={node.type} />,
});

/** Who says or wrote it, and what they are in the graph. */
function Voices({
  verb,
  speakers,
  queue: { coded, cases },
  corpus,
  addedWith,
  by,
  settle,
}: {
  verb: string;
  speakers: readonly Speaker[];
  queue: Queue;
  corpus: Corpus;
  addedWith: readonly number[];
  by?: string | undefined;
  settle?: (part: Draft) => void;
}) {
  const chosen = by === undefined ? undefined : corpus.nodes.get(by);
  const toNote = (party: Party | undefined): ReactNode => {
    if (!party) return 'nobody in the graph: choose who that is (W), or leave it open';
    if ('node' in party) return 'in the graph';
    if (addedWith.includes(party.place)) return <b>accepting adds them too</b>;
    return cases.some(({ place, standing }) => place === party.place && standing === 'rejected')
      ? 'turned down: nobody is coded as saying it'
      : 'not in the graph';
  };
  const toName = (party: Party | undefined, { label }: Speaker) =>
    party && 'node' in party ? (
      <ItemLink id={party.node}>{corpus.nodes.get(party.node)!.label}</ItemLink>
    ) : (
      label
    );
  return (
    <div className={styles.voices}>
      <p>{verb}</p>
      {chosen ? (
        <p>
          <span className={styles.voice}>
            <ItemLink id={chosen.id}>{chosen.label}</ItemLink>
          </span>{' '}
          <button type="button" className={buttons.plain} onClick={() => settle?.({ by: undefined })}>
            As proposed
          </button>
        </p>
      ) : speakers.length === 0 ? (
        <p>Nobody is named: choose who says it (W), or leave it open.</p>
      ) : (
        <ul>
          {speakers.map((speaker) => {
            const party = coded.findSpeaker(speaker);
            return (
              <li key={`${speaker.start} ${speaker.label}`}>
                <span className={styles.voice}>{toName(party, speaker)}</span>
                {speaker.quote !== speaker.label && <q>{speaker.quote}</q>}
                <small>{toNote(party)}</small>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What else somebody is called, how often, and whether the graph has them. */
function Named({ corpus, proposal }: { corpus: Corpus; proposal: Extract<Proposal, { aliases: unknown }> }) {
  const found = findKnown(corpus, proposal);
  const { aliases, mentions } = proposal;
  return (
    <p className={styles.named}>
      {[
        `Named ${mentions.length === 1 ? 'once' : count(mentions.length, 'time')} here`,
        ...(aliases.length > 0 ? [`also as ${aliases.join(', ')}`] : []),
      ].join(', ')}
      .{' '}
      {found !== undefined && (
        <>
          In the graph as <ItemLink id={found}>{corpus.nodes.get(found)!.label}</ItemLink>: accepting adds
          these words.
        </>
      )}
    </p>
  );
}

/** Its headline or name and what it states, to be written over. */
function Fields({
  proposal,
  draft,
  settle,
  field,
  work,
}: {
  proposal: Exclude<Proposal, { kind: 'relation' }>;
  draft: Draft;
  settle: (part: Draft) => void;
  field: Field | undefined;
  work: (field: Field | undefined) => void;
}) {
  const label = draft.label ?? toLabel(proposal);
  const statement = isSaid(proposal) ? (draft.statement ?? toStatement(proposal.passage.quote)) : undefined;
  if (field !== 'edit')
    return (
      <div className={styles.texts}>
        <p>
          <span>{isSaid(proposal) ? 'Headline' : 'Name'}</span>
          <b>{label}</b>
        </p>
        {statement !== undefined && draft.statement !== undefined && (
          <p>
            <span>Statement</span>
            {statement}
          </p>
        )}
      </div>
    );
  return (
    <div
      className={styles.texts}
      onKeyDown={(event) => {
        const isDone =
          event.key === 'Escape' ||
          (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement && !event.ctrlKey));
        if (!isDone) return;
        event.preventDefault();
        event.stopPropagation();
        work(undefined);
      }}
    >
      <label>
        <span>{isSaid(proposal) ? 'Headline' : 'Name'}</span>
        <input
          value={label}
          maxLength={300}
          autoComplete="off"
          ref={takeKeyboard}
          onChange={(event) => settle({ label: event.target.value })}
        />
      </label>
      {statement !== undefined && (
        <label>
          <span>Statement: one sentence that stands without the article</span>
          <textarea
            value={statement}
            maxLength={5000}
            rows={3}
            onChange={(event) => settle({ statement: event.target.value })}
          />
        </label>
      )}
      <button type="button" className={buttons.button} onClick={() => work(undefined)}>
        Done <Key name="Esc" />
      </button>
    </div>
  );
}

/** The topics of a corpus, the last used first. */
function toTopics(corpus: Corpus): NodeOf<'topic'>[] {
  const topics = new Set<string>();
  for (const edge of [...corpus.edges.values()].toReversed())
    if (edge.type === 'about') topics.add(edge.target);
  for (const node of corpus.nodes.values()) if (node.type === 'topic') topics.add(node.id);
  return [...topics].map((id) => corpus.nodes.get(id) as NodeOf<'topic'>);
}

/** Which topic it is about, and where it stands between its poles. */
function Topic({
  id,
  corpus,
  likely,
  draft: { topic, stance: chosen },
  settle,
  chooseTopic,
}: {
  id: string;
  corpus: Corpus;
  likely: Links['topics'];
  draft: Draft;
  settle: (part: Draft) => void;
  chooseTopic: (topic: string, stance?: Draft['stance']) => void;
}) {
  const known = typeof topic === 'string' ? corpus.nodes.get(topic) : undefined;
  const named = known?.type === 'topic' ? known : typeof topic === 'object' ? topic : undefined;
  if (!named)
    return likely.length === 0 ? null : (
      <div className={styles.suggested}>
        <p>Perhaps about</p>
        {likely.slice(0, 2).map((option) => (
          <button
            key={option.id}
            type="button"
            className={styles.likely}
            onClick={() => chooseTopic(option.id, option.stance)}
            title={`Proposed ${option.note}`}
          >
            {option.icon}
            <span>{option.name}</span>
          </button>
        ))}
      </div>
    );
  return (
    <div className={styles.topic}>
      <p>
        <TypeIcon type="topic" /> <b>{named.label}</b>
        <button
          type="button"
          className={buttons.plain}
          aria-label="No topic yet"
          onClick={() => settle({ topic: undefined, stance: undefined })}
        >
          ✕
        </button>
      </p>
      <fieldset>
        <legend>Where does it stand?</legend>
        {STANCES.map((stance) => (
          <label key={stance}>
            <input type="radio" name={id} checked={chosen === stance} onChange={() => settle({ stance })} />
            <KindIcon kind={stance} />
            <span>
              {STANCE_NAMES[stance]}
              {(stance === 'for' || stance === 'against') && <small>{named.poles[stance]}</small>}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** A question that is in dispute, and what it is to answer it with yes and with no. */
function NewTopic({
  typed,
  done,
}: {
  typed: string;
  done: (topic: { label: string; poles: { for: string; against: string } } | undefined) => void;
}) {
  const [label, setLabel] = useState(typed);
  const [yes, setYes] = useState('');
  const [no, setNo] = useState('');
  const isWhole = [label, yes, no].every((text) => text.trim() !== '');
  const field = (
    name: string,
    value: string,
    change: (value: string) => void,
    example: string,
    isFirst = false,
  ) => (
    <label>
      <span>{name}</span>
      <input
        value={value}
        maxLength={300}
        autoComplete="off"
        ref={isFirst ? takeKeyboard : undefined}
        placeholder={example}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
  const make = () => isWhole && done({ label: label.trim(), poles: { for: yes.trim(), against: no.trim() } });
  return (
    <div
      className={styles.texts}
      role="group"
      aria-label="New topic"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Escape') done(undefined);
        else make();
      }}
    >
      {field('Question, put so that both sides would accept it', label, setLabel, 'Should … ?', true)}
      {field('To be for it is to say', yes, setYes, 'It should, since …')}
      {field('To be against it is to say', no, setNo, 'It should not, since …')}
      <div className={styles.row}>
        <button type="button" className={buttons.button} disabled={!isWhole} onClick={make}>
          Use this topic
        </button>
        <button type="button" className={buttons.plain} onClick={() => done(undefined)}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** What is done with a card, by a button or its key. */
const Tool = ({
  name,
  keyName,
  title,
  does,
}: {
  name: string;
  keyName: string;
  title: string;
  does: () => void;
}) => (
  <button type="button" title={title} aria-keyshortcuts={keyName} onClick={does}>
    {name} <Key name={keyName} />
  </button>
);

const SPEAKING: readonly GraphNode['type'][] = ['person', 'organisation', 'report'];

/** A topic, what it is the same as, or who says it, chosen from the graph. */
function Choosing({
  opened,
  type,
  field,
  links,
  chooseTopic,
  settle,
  work,
}: {
  opened: Opened;
  type: GraphNode['type'];
  field: Exclude<Field, 'edit'>;
  links: Links | undefined;
  chooseTopic: (topic: NonNullable<Draft['topic']>, stance?: Draft['stance']) => void;
  settle: (part: Draft) => void;
  work: (field: Field | undefined) => void;
}) {
  const { corpus } = opened;
  const [fresh, setFresh] = useState<string>();
  const options = useMemo((): Option[] => {
    if (field === 'topic') return toTopics(corpus).map(toOption);
    const types = field === 'by' ? SPEAKING : [type];
    const nodes = [...corpus.nodes.values()].filter((node) => types.includes(node.type));
    return nodes.map((node) => ({ ...toOption(node), note: printSpeakers(opened, node) || undefined }));
  }, [opened, corpus, field, type]);
  const leave = () => work(undefined);
  if (fresh !== undefined)
    return <NewTopic typed={fresh} done={(made) => (made ? chooseTopic(made) : leave())} />;
  if (field === 'topic')
    return (
      <Choose
        label="Which question is it about?"
        options={options}
        likely={links?.topics ?? []}
        more={{ name: 'New topic…', choose: setFresh }}
        choose={(topic) => chooseTopic(topic, links?.topics.find((one) => one.id === topic)?.stance)}
        leave={leave}
      />
    );
  return (
    <Choose
      label={field === 'by' ? 'Who says it?' : `Which ${type} is it?`}
      options={options}
      likely={field === 'by' ? [] : (links?.similar ?? [])}
      choose={(id) => {
        settle(field === 'by' ? { by: id } : { into: id });
        leave();
      }}
      leave={leave}
    />
  );
}
