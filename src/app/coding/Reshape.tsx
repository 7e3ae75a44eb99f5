// What is done to a node or line as a whole: merged into another, split, or removed; each says first what will happen.
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { toArticleRemoval, toMerge, toRemoval, toSplit } from '../../core/act';
import { printTopic } from '../../core/codebook';
import type { End } from '../../core/coding';
import type { Edit } from '../../core/edit';
import { printDate } from '../../core/date';
import { toUtteranceDate } from '../../core/debate';
import { isSaid, isUtterance, type GraphEdge, type GraphNode } from '../../core/model';
import { MAX_LABEL } from '../../core/schema';
import { abbreviate } from '../../core/text';
import { GrowingList } from '../panels/GrowingList';
import { act } from '../project/project';
import { select, useStore, type Opened } from '../store';
import { count } from '../numbers';
import { EDGE_LOOK, NODE_LOOK } from '../vocabulary';
import { capitalise, printItem } from '../words';
import { NO_FAULTS, toFaults, type Faults } from './drafts';
import { NodeChoice } from './NodeChoice';
import { Quote } from './FormFields';
import buttons from '../ui/button.module.css';
import styles from './Editor.module.css';

export type Reshaping = 'merge' | 'split' | 'remove';

/** A step that is confirmed: what it says, and the act it is. `close` ends it, done or not. */
function Step({
  opened,
  name,
  about,
  verb,
  isReady,
  toAct,
  close,
  children,
}: {
  opened: Opened;
  name: string;
  about: string;
  verb: string;
  isReady: boolean;
  /** The edit, what it is called, and what is selected then. */
  toAct: () => { edit: Edit; name: string; selected: string | undefined };
  close: () => void;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>(NO_FAULTS);
  useEffect(() => form.current!.querySelector<HTMLElement>('button, input, select')?.focus(), []);
  const submit = async () => {
    try {
      const { edit, name: told, selected } = toAct();
      await act(told, edit);
      close();
      const { opened: now } = useStore.getState();
      select(selected !== undefined && now!.corpus.nodes.has(selected) ? selected : undefined);
    } catch (error) {
      setFaults(toFaults(opened, undefined, error));
    }
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <h3>{name}</h3>
      <p>{about}</p>
      {faults.all.length > 0 && (
        <div role="alert" className={styles.refused}>
          <p>This cannot be done:</p>
          <ul>
            {faults.all.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      {children}
      <div className={styles.foot}>
        <button type="submit" className={buttons.main} disabled={!isReady}>
          {verb}
        </button>
        <button type="button" className={buttons.button} onClick={close}>
          Cancel
        </button>
        <small>It can be undone</small>
      </div>
    </form>
  );
}

const quoted = (label: string) => `‘${abbreviate(label, 60)}’`;

type Props<T> = { opened: Opened; item: T; close: () => void };

export function Merge({ opened, item, close }: Props<GraphNode>) {
  const [into, setInto] = useState<End>();
  const [turned, setTurned] = useState(false);
  const other = typeof into === 'string' ? opened.corpus.nodes.get(into) : undefined;
  const lines = opened.incidence.get(item.id)?.length ?? 0;
  return (
    <Step
      opened={opened}
      name={`Merge this ${NODE_LOOK[item.type].one.toLowerCase()} into another`}
      about={item.label}
      verb="Merge"
      isReady={other !== undefined}
      close={close}
      toAct={() => ({
        edit: toMerge(opened.corpus, item.id, other!.id, { turned }),
        name: `Merged ${quoted(item.label)} into ${quoted(other!.label)}`,
        selected: other!.id,
      })}
    >
      <NodeChoice
        opened={opened}
        label={`Which ${NODE_LOOK[item.type].one.toLowerCase()} it is in truth`}
        types={[item.type]}
        value={into}
        choose={setInto}
        without={[item.id]}
      />
      {item.type === 'topic' && other?.type === 'topic' && (
        <>
          <p className={styles.hint}>Of this one: {printTopic(item)}</p>
          <p className={styles.hint}>Of the other: {printTopic(other)}</p>
          <label className={styles.check}>
            <input type="checkbox" checked={turned} onChange={() => setTurned(!turned)} />
            Its poles stand the other way round: what is for the one is against the other
          </label>
        </>
      )}
      <p className={styles.told}>
        {other ? quoted(other.label) : 'The other'} keeps its own{' '}
        {item.type === 'topic' ? 'question, poles and note' : 'name'}
        {item.type === 'claim' || item.type === 'recommendation' || item.type === 'topic'
          ? ''
          : `, is also named ${quoted(item.label)}`}
        , and takes on {count(item.passages.length, 'passage')} and {count(lines, 'line')}
        {item.type === 'report' && ', and the date where it has none'}. Lines that then join the same in the
        same way become one, with the words of both
        {item.type === 'topic'
          ? '; what is for the one and against the other is then both for and against.'
          : item.type === 'claim' || item.type === 'recommendation'
            ? '; what is for a topic by the one and against it by the other is then both, and what was accepted of one only is partly accepted.'
            : '.'}
      </p>
    </Step>
  );
}

export function Split({ opened, item, close }: Props<GraphNode>) {
  const id = useId();
  const [label, setLabel] = useState('');
  const [passages, setPassages] = useState<ReadonlySet<number>>(new Set());
  const [edges, setEdges] = useState<ReadonlySet<string>>(new Set());
  const flip = <T,>(all: ReadonlySet<T>, one: T) =>
    all.has(one) ? new Set([...all].filter((other) => other !== one)) : new Set([...all, one]);
  const lines = opened.incidence.get(item.id) ?? [];
  return (
    <Step
      opened={opened}
      name={`Split this ${NODE_LOOK[item.type].one.toLowerCase()} in two`}
      about={item.label}
      verb="Split"
      isReady={label.trim() !== '' && passages.size > 0}
      close={close}
      toAct={() => {
        const edit = toSplit(opened.corpus, item.id, {
          label: label.trim(),
          passages: [...passages],
          edges: [...edges],
        });
        const made = edit.put!.find((one) => !opened.corpus.nodes.has(one.id) && 'label' in one);
        return { edit, name: `Split ${quoted(label.trim())} off ${quoted(item.label)}`, selected: made?.id };
      }}
    >
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          What the new one is called
        </label>
        <input
          id={id}
          type="text"
          value={label}
          maxLength={MAX_LABEL}
          onChange={(event) => setLabel(event.target.value)}
        />
      </div>
      <fieldset className={styles.field}>
        <legend className={styles.label}>Words that the new one takes</legend>
        {item.passages.map(({ article, start, quote }, place) => (
          <label key={`${article} ${start}`} className={styles.check}>
            <input
              type="checkbox"
              checked={passages.has(place)}
              onChange={() => setPassages(flip(passages, place))}
            />
            <span>
              <Quote quote={quote} />
              <Where opened={opened} article={article} />
            </span>
          </label>
        ))}
      </fieldset>
      {lines.length > 0 && (
        <fieldset className={styles.field}>
          <legend className={styles.label}>Lines that the new one takes</legend>
          <GrowingList items={lines} first={20}>
            {(edge) => (
              <li key={edge.id}>
                <label className={styles.check}>
                  <input
                    type="checkbox"
                    checked={edges.has(edge.id)}
                    onChange={() => setEdges(flip(edges, edge.id))}
                  />
                  <span>
                    {printLine(opened, edge, item.id)}
                    <Where
                      opened={opened}
                      article={edge.passages[0]!.article}
                      said={
                        isUtterance(opened.corpus, edge) ? toUtteranceDate(opened.corpus, edge) : undefined
                      }
                    />
                  </span>
                </label>
              </li>
            )}
          </GrowingList>
        </fieldset>
      )}
      <p className={styles.told}>
        The rest stays with {quoted(item.label)}. Where the new one takes all the words, both rest on them.
      </p>
    </Step>
  );
}

/** In which article words stand, and when they were said, where that is another time. */
function Where({ opened, article, said }: { opened: Opened; article: string; said?: string | undefined }) {
  const { label, publisher, date } = opened.corpus.articles.get(article)!.node;
  return (
    <small className={styles.where} title={label}>
      {publisher}, {printDate(date)}
      {said !== undefined && said !== date && `; said ${printDate(said)}`}
    </small>
  );
}

/** A line as a node at one of its ends tells it. */
function printLine({ corpus }: Opened, { type, source, target }: GraphEdge, id: string): string {
  const look = EDGE_LOOK[type];
  return source === id
    ? `${capitalise(look.out)} ${corpus.nodes.get(target)!.label}`
    : `${capitalise(look.back)} ${corpus.nodes.get(source)!.label}`;
}

/** How much is about a topic and about no other. */
const countOrphans = ({ corpus, incidence }: Opened, topic: string): number =>
  (incidence.get(topic) ?? []).filter(
    ({ type, source }) =>
      type === 'about' &&
      isSaid(corpus.nodes.get(source)!) &&
      (incidence.get(source) ?? []).every(
        (edge) => edge.type !== 'about' || edge.source !== source || edge.target === topic,
      ),
  ).length;

export function Remove({ opened, item, close }: Props<GraphNode | GraphEdge>) {
  const { corpus } = opened;
  const isArticle = item.type === 'article';
  const edit = isArticle ? toArticleRemoval(corpus, item.id) : toRemoval(corpus, [item.id]);
  const label = printItem(opened, item);
  const removed = edit.remove ?? [];
  const lines = removed.filter((id) => corpus.edges.has(id)).length;
  const orphans = item.type === 'topic' ? countOrphans(opened, item.id) : 0;
  const others = removed.filter((id) => corpus.nodes.has(id) && id !== item.id).length;
  return (
    <Step
      opened={opened}
      name={'source' in item ? 'Remove this line' : `Remove this ${NODE_LOOK[item.type].one.toLowerCase()}`}
      about={label}
      verb="Remove"
      isReady
      close={close}
      toAct={() => ({ edit, name: `Removed ${quoted(label)}`, selected: undefined })}
    >
      <p className={styles.told}>
        {'source' in item
          ? 'Only the line goes; what it joins stays.'
          : isArticle
            ? `Its text goes, and with it ${count(others, 'node')} that rest${others === 1 ? 's' : ''} on it alone, and ${count(lines, 'line')} that ${lines === 1 ? 'rests' : 'rest'} on it alone or ${lines === 1 ? 'leads' : 'lead'} from or to what goes. What other articles name too, or need for what is said there, stays, with its words there.`
            : lines === 0
              ? 'No line leads from it or to it.'
              : `${count(lines, 'line')} from it or to it ${lines === 1 ? 'goes' : 'go'} with it.`}
        {orphans > 0 &&
          ` ${count(orphans, 'claim or recommendation belongs', 'claims and recommendations belong')} to no other topic: ‘To do’ will name ${orphans === 1 ? 'it' : 'them'}.`}
      </p>
    </Step>
  );
}
