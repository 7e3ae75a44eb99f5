// A proposal in front: its words, who says it, why it is proposed, and everything that is settled before it is accepted.
import { useId, useState, type KeyboardEvent, type Ref } from 'react';
import { toLabel, toStatement } from '../../core/extract/accept';
import { findKnown, findNamesakes, isActor } from '../../core/extract/coded';
import type { Bearing, Prepared } from '../../core/extract/prepared';
import { isSaying, type Proposal, type Speaker } from '../../core/extract/proposal';
import { printRule } from '../../core/extract/rule';
import type { Corpus, GraphNode } from '../../core/model';
import { MAX_LABEL, MAX_TEXT } from '../../core/schema';
import { ACTOR_TYPES, SPEAKER_TYPES } from '../../core/vocabulary';
import { count } from '../numbers';
import type { Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { ItemLink } from '../ui/ItemLink';
import { isTyping } from '../ui/typing';
import buttons from '../ui/button.module.css';
import { NODE_LOOK, SPEECH_WORDS } from '../vocabulary';
import { Bearings, toOffered } from './Bearings';
import { Choose, takeKeyboard } from './Choose';
import { rememberChosen } from './coding';
import { Key } from './Key';
import { useLinks, type Links } from './links';
import { printCase, printConfidence, type Case, type Queue } from './queue';
import { NewTopic, Topic } from './Topic';
import { readSpeaker, toProposedSpeakers, toSpeakerId, Voices } from './Voices';
import { printQuote } from '../words';
import styles from './Review.module.css';

/** What of a card is being worked on. */
export type Field = 'edit' | 'topic' | 'merge' | 'by';

/** How many characters of a passage are shown before one asks for all; the article beside has them marked. */
const SHORT = 320;

const toKind = ({ kind }: Proposal) => (kind === 'relation' ? 'Link' : NODE_LOOK[kind].one);

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
  draft: Prepared;
  settle: (part: Prepared) => void;
  field: Field | undefined;
  work: (field: Field | undefined, then?: 'card' | 'side') => void;
  addedWith: readonly number[];
  isLocked: boolean;
  frame: Ref<HTMLDivElement>;
  decide: { accept: () => void; reject: () => void; skip: () => void };
}) {
  const { corpus } = opened;
  const { proposal, standing, place } = one;
  const id = useId();
  const links = useLinks(corpus, article, queue, one, draft);
  const type = proposal.kind === 'relation' ? undefined : proposal.kind;
  const into = draft.into === undefined ? undefined : corpus.nodes.get(draft.into);
  const isOpen = standing !== 'accepted' && standing !== 'coded';
  const same = links?.same.find(({ isSame }) => isSame) ?? toNamesake(corpus, article, proposal);
  const { bearings = [] } = draft;
  const offered = isOpen && !into ? toOffered(opened, links, bearings) : [];
  const toggle = (bearing: Bearing) => {
    const others = bearings.filter(({ on }) => on !== bearing.on);
    settle({ bearings: others.length < bearings.length ? others : [...bearings, bearing] });
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    const bearing = offered[Number(event.key) - 1];
    if (!bearing) return;
    const { node: _, ...chosen } = bearing;
    event.preventDefault();
    toggle(chosen);
  };
  const chooseTopic = (topic: NonNullable<Prepared['topic']>, stance?: Prepared['stance']) => {
    settle({ topic, ...(stance && { stance }) });
    work(undefined, 'side');
  };
  return (
    <div
      ref={frame}
      role="group"
      tabIndex={0}
      className={styles.card}
      onKeyDown={press}
      aria-label={`${toKind(proposal)}: ${printCase(queue, corpus, proposal)}`}
    >
      <Proposed
        corpus={corpus}
        article={article}
        queue={queue}
        proposal={proposal}
        addedWith={addedWith}
        by={draft.by}
        settle={settle}
      />
      <Standing corpus={corpus} one={one} codedAs={queue.coded.by.get(place)} />
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
      {isOpen && !into && isSaying(proposal) && field !== 'topic' && (
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
      <Bearings opened={opened} offered={offered} chosen={bearings} toggle={toggle} />
      {isOpen && type && field !== undefined && field !== 'edit' && (
        <Choosing
          key={field}
          opened={opened}
          article={article}
          queue={queue}
          type={type}
          field={field}
          draft={draft}
          speakers={'speakers' in proposal ? proposal.speakers : []}
          links={links}
          chooseTopic={chooseTopic}
          settle={settle}
          work={work}
        />
      )}
      {isOpen && type && field === undefined && (
        <Tools type={type} proposal={proposal} isNew={!into} work={work} />
      )}
      {isOpen && field === undefined && (
        <Acts
          name={into ? 'Add words' : 'Accept'}
          canReject={standing === 'open'}
          isLocked={isLocked}
          decide={decide}
        />
      )}
    </div>
  );
}

/** What is proposed: its words, who says them, and why. */
function Proposed({
  corpus,
  article,
  queue,
  proposal,
  addedWith,
  by,
  settle,
}: {
  corpus: Corpus;
  article: string;
  queue: Queue;
  proposal: Proposal;
  addedWith: readonly number[];
  by: Prepared['by'];
  settle: (part: Prepared) => void;
}) {
  const type = proposal.kind === 'relation' ? undefined : proposal.kind;
  return (
    <>
      <p className={styles.kind}>
        {type ? <TypeIcon type={type} /> : <span aria-hidden="true">⟶</span>}
        <b>{toKind(proposal)}</b>
        <span className={styles.sure}>
          {printConfidence(proposal.confidence)}, {Math.round(100 * proposal.confidence)} %
        </span>
      </p>
      {!isSaying(proposal) && <p className={styles.name}>{printCase(queue, corpus, proposal)}</p>}
      <Quote quote={printQuote(proposal.passage.quote)} />
      {isSaying(proposal) && (
        <Voices
          verb={`Said by, ${SPEECH_WORDS[proposal.speech]}:`}
          speakers={proposal.speakers}
          rivals={proposal.rivals}
          queue={queue}
          corpus={corpus}
          addedWith={addedWith}
          by={by}
          settle={settle}
        />
      )}
      {proposal.kind === 'report' && (
        <Voices verb="By:" speakers={proposal.authors} queue={queue} corpus={corpus} addedWith={addedWith} />
      )}
      {isActor(proposal) && <Named corpus={corpus} article={article} proposal={proposal} />}
      <p className={styles.why}>Proposed because {printRule(proposal.rule)}</p>
    </>
  );
}

/** What became of it, where somebody has decided or the graph had it. */
function Standing({ corpus, one, codedAs }: { corpus: Corpus; one: Case; codedAs: string | undefined }) {
  const { standing } = one;
  const isCoded = standing === 'accepted' || standing === 'coded';
  return (
    <>
      {standing === 'rejected' && <p className={styles.was}>You turned it down. It can still be accepted.</p>}
      {isCoded && codedAs !== undefined && (
        <p className={styles.was}>
          {standing === 'coded' ? 'Coded already: ' : 'In the graph: '}
          <ItemLink id={codedAs}>{corpus.nodes.get(codedAs)?.label ?? 'the link'}</ItemLink>
        </p>
      )}
    </>
  );
}

/** What can be worked on of it, each by its key. */
function Tools({
  type,
  proposal,
  isNew,
  work,
}: {
  type: GraphNode['type'];
  proposal: Proposal;
  isNew: boolean;
  work: (field: Field) => void;
}) {
  return (
    <div className={styles.tools}>
      {isNew && <Tool name="Edit" keyName="E" title="Write it over" does={() => work('edit')} />}
      {isNew && isSaying(proposal) && (
        <Tool name="Topic…" keyName="T" title="Choose what it is about" does={() => work('topic')} />
      )}
      {isSaying(proposal) && (
        <Tool name="Speaker…" keyName="W" title="Choose who says it" does={() => work('by')} />
      )}
      <Tool
        name="Same as…"
        keyName="M"
        title={`Add its words to a ${type} in the graph`}
        does={() => work('merge')}
      />
    </div>
  );
}

/** What is decided; accepting goes by what it does. */
function Acts({
  name,
  canReject,
  isLocked,
  decide,
}: {
  name: string;
  canReject: boolean;
  isLocked: boolean;
  decide: { accept: () => void; reject: () => void; skip: () => void };
}) {
  return (
    <div className={styles.acts}>
      <button
        type="button"
        className={buttons.main}
        disabled={isLocked}
        aria-keyshortcuts="A"
        onClick={decide.accept}
      >
        {name} <Key name="A" />
      </button>
      {canReject && (
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
  );
}

/** Who of the graph somebody proposed may be, of their kind. */
function toNamesake(corpus: Corpus, article: string, proposal: Proposal) {
  if (!isActor(proposal)) return undefined;
  const node = findNamesakes(corpus, proposal, article).find(({ type }) => type === proposal.kind);
  return node && { id: node.id, icon: <TypeIcon type={node.type} />, name: node.label };
}

/** What else somebody is called, how often, and whether the graph has them. */
function Named({
  corpus,
  article,
  proposal,
}: {
  corpus: Corpus;
  article: string;
  proposal: Extract<Proposal, { aliases: unknown }>;
}) {
  const found = findKnown(corpus, proposal, article);
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
  draft: Prepared;
  settle: (part: Prepared) => void;
  field: Field | undefined;
  work: (field: Field | undefined) => void;
}) {
  const label = draft.label ?? toLabel(proposal);
  const statement = isSaying(proposal) ? (draft.statement ?? toStatement(proposal.passage.quote)) : undefined;
  if (field !== 'edit')
    return (
      <div className={styles.texts}>
        <p>
          <span>{isSaying(proposal) ? 'Headline' : 'Name'}</span>
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
        const isAnyway = event.ctrlKey || event.metaKey;
        const isDone =
          event.key === 'Escape' ||
          (event.key === 'Enter' && (isAnyway || !(event.target instanceof HTMLTextAreaElement)));
        if (!isDone) return;
        event.preventDefault();
        event.stopPropagation();
        work(undefined);
      }}
    >
      <label>
        <span>{isSaying(proposal) ? 'Headline' : 'Name'}</span>
        <input
          value={label}
          maxLength={MAX_LABEL}
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
            maxLength={MAX_TEXT}
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

/** A topic, what it is the same as, or who says it, chosen from the graph, from what is proposed, or new. */
function Choosing({
  opened,
  article,
  queue,
  type,
  field,
  draft,
  speakers,
  links,
  chooseTopic,
  settle,
  work,
}: {
  opened: Opened;
  article: string;
  queue: Queue;
  type: GraphNode['type'];
  field: Exclude<Field, 'edit'>;
  draft: Prepared;
  /** Who is proposed to say it. */
  speakers: readonly Speaker[];
  links: Links | undefined;
  chooseTopic: (topic: NonNullable<Prepared['topic']>, stance?: Prepared['stance']) => void;
  settle: (part: Prepared) => void;
  work: (field: Field | undefined) => void;
}) {
  const [fresh, setFresh] = useState<string>();
  const leave = () => work(undefined);
  if (fresh !== undefined)
    return <NewTopic typed={fresh} done={(made) => (made ? chooseTopic(made) : leave())} />;
  if (field === 'topic')
    return (
      <Choose
        opened={opened}
        label="Which question is it about?"
        types={['topic']}
        present={typeof draft.topic === 'string' ? draft.topic : undefined}
        likely={links?.topics}
        choose={(topic) => {
          rememberChosen([topic]);
          chooseTopic(topic, links?.topics.find((one) => one.id === topic)?.stance);
        }}
        create={(_, typed) => setFresh(typed)}
        leave={leave}
      />
    );
  if (field === 'merge')
    return (
      <Choose
        opened={opened}
        label={`Which ${type} is it?`}
        types={[type]}
        present={draft.into}
        likely={links?.same}
        choose={(id) => {
          settle({ into: id });
          leave();
        }}
        leave={leave}
      />
    );
  const speak = (by: NonNullable<Prepared['by']>) => {
    if (typeof by === 'string') rememberChosen([by]);
    settle({ by });
    leave();
  };
  return (
    <Choose
      opened={opened}
      label="Who says it?"
      types={SPEAKER_TYPES}
      present={toSpeakerId(queue, speakers, draft.by)}
      besides={toProposedSpeakers(queue, opened.corpus, article)}
      choose={(id) => speak(readSpeaker(id))}
      create={(kind, label) => speak({ kind: kind as 'person' | 'organisation', label })}
      creates={ACTOR_TYPES}
      leave={leave}
    />
  );
}
