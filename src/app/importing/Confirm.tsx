// What was read, to be confirmed: each article with what its file proposes, what it lacks, and where all of them go.
import {
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import { printAlike, type Alike } from '../../core/article/alike';
import { count } from '../numbers';
import { MOST_NAME, useOpenProject } from '../project/project';
import { useSteps } from '../steps';
import { useStore } from '../store';
import buttons from '../ui/button.module.css';
import { toBase, type Goal } from './adding';
import { DetailFields } from './Details';
import { DraftList } from './DraftList';
import { findLikes, findUpdates, toDoubt, toLacks, toStandings, type Draft, type Standing } from './draft';
import { DraftText } from './DraftText';
import styles from './Import.module.css';

/** Puts the caret into the first of these fields of the form that can be filled in; else the focus goes to what can be done. */
function focusField(form: HTMLElement, ...names: readonly string[]): void {
  [...names.map((name) => `[name="${name}"]:enabled`), 'button']
    .map((one) => form.querySelector<HTMLElement>(one))
    .find((found) => found)
    ?.focus();
}

export function Confirm({
  drafts,
  change,
  notes,
  failure,
  goal: chosen,
  aim,
  choose,
  add,
  leave,
}: {
  drafts: readonly Draft[];
  change: (drafts: readonly Draft[]) => void;
  /** What else there is to say of what was read. */
  notes: ReactNode;
  /** Why they could not be added. */
  failure: string | undefined;
  /** Where they go; undefined until it is chosen otherwise than at first. */
  goal: Goal | undefined;
  aim: (goal: Goal) => void;
  /** Goes back to choose more of them. */
  choose: () => void;
  add: (confirmed: readonly Draft[], goal: Goal) => void;
  leave: () => void;
}) {
  const opened = useStore((state) => state.opened);
  const project = useOpenProject();
  const isInto = project !== undefined && project.locked === undefined;
  const local = opened?.local;
  const isCopied = opened !== undefined && opened.corpus.nodes.size > 0;
  const goal: Goal =
    chosen ??
    (isInto
      ? { is: 'project', name: project.entry.name }
      : local && isCopied
        ? { is: 'copy', name: local.name.replace(/\.\w+$/, '') }
        : { is: 'new', name: 'My project' });
  // What is filled in changes nothing of what they are like.
  const [read, setRead] = useState(drafts);
  if (read.length !== drafts.length || read.some(({ article }, place) => article !== drafts[place]!.article))
    setRead(drafts);
  const { value: words, busy: isComparing } = useSteps(
    useCallback(() => findLikes(read, toBase(goal.is)), [read, goal.is]),
  );
  // … but their addresses.
  const [addressed, setAddressed] = useState(drafts);
  if (
    addressed.length !== drafts.length ||
    addressed.some(
      ({ article, url }, place) => article !== drafts[place]!.article || url !== drafts[place]!.url,
    )
  )
    setAddressed(drafts);
  const { value: likes, busy: isReading } = useSteps(
    useCallback(() => findUpdates(addressed, toBase(goal.is), words), [addressed, goal.is, words]),
  );
  const isLooking = isComparing || isReading;
  const standings = useMemo(() => toStandings(drafts, toBase(goal.is), likes), [drafts, goal.is, likes]);
  const [current, setCurrent] = useState(
    () => drafts.find(({ key }) => standings.get(key)!.is === 'lacking')?.key ?? drafts[0]!.key,
  );
  const draft = drafts.find(({ key }) => key === current) ?? drafts[0]!;
  /** Whether they were to be added as they are. */
  const [isTried, setTried] = useState(false);
  /** What is to be added as soon as it is compared. */
  const [awaited, setAwaited] = useState<readonly Draft[]>();
  const form = useRef<HTMLFormElement>(null);
  const set = (part: Partial<Draft>) =>
    change(drafts.map((one) => (one === draft ? { ...one, ...part } : one)));
  const of = (is: Standing['is']) => drafts.filter(({ key }) => standings.get(key)!.is === is);
  const [ready, lacking] = [of('ready'), of('lacking')];
  const isNameless = goal.name.trim() === '';
  const toFields = ({ key }: Draft): readonly string[] => {
    const standing = standings.get(key)!;
    return standing.is === 'lacking' ? standing.fields : [];
  };
  const start = useEffectEvent(() => focusField(form.current!, ...toFields(draft), 'title', 'out'));
  // With what had the focus gone, nothing may come between.
  useLayoutEffect(() => start(), []);
  const submit = () => {
    const [first] = lacking;
    flushSync(() => {
      setTried(true);
      if (first) setCurrent(first.key);
    });
    if (first) focusField(form.current!, ...toFields(first));
    else if (isNameless) focusField(form.current!, 'project');
    else if (isLooking) setAwaited(ready);
    else if (ready.length > 0) add(ready, goal);
  };
  // What the comparison leaves out, or is changed meanwhile, is looked at before.
  const isAwaited =
    awaited !== undefined && awaited.length === ready.length && awaited.every((one) => ready.includes(one));
  const addAwaited = useEffectEvent(() => add(ready, goal));
  useEffect(() => {
    if (isAwaited && !isLooking) addAwaited();
  }, [isAwaited, isLooking]);
  const title = opened?.corpus.title ?? local?.name;
  return (
    <form
      ref={form}
      className={styles.confirm}
      data-several={drafts.length > 1}
      noValidate
      onChange={() => setAwaited(undefined)}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={styles.head}>
        <h2>{drafts.length === 1 ? 'Add an article' : `Add ${count(drafts.length, 'article')}`}</h2>
        <button type="button" className={buttons.button} onClick={choose}>
          More files…
        </button>
      </div>
      {notes}
      {drafts.length > 1 && (
        <DraftList drafts={drafts} standings={standings} likes={likes} current={draft.key} go={setCurrent} />
      )}
      <Fields
        key={draft.key}
        draft={draft}
        drafts={drafts}
        standing={standings.get(draft.key)!}
        alike={likes?.get(draft.article)}
        isTried={isTried}
        set={set}
        change={change}
      />
      <fieldset className={styles.goal}>
        <legend>Where {drafts.length === 1 ? 'it goes' : 'they go'}</legend>
        {project && isInto ? (
          <p>
            Into the project ‘<bdi>{project.entry.name}</bdi>’, which is open.
          </p>
        ) : (
          <>
            {!isCopied && <p>Into a new project.</p>}
            {(isCopied ? (['new', 'copy'] as const) : []).map((one) => (
              <label key={one} className={styles.choice}>
                <input
                  type="radio"
                  name="goal"
                  checked={goal.is === one}
                  onChange={() => aim({ ...goal, is: one })}
                />
                {one === 'new' ? (
                  'Into a new project'
                ) : (
                  <span>
                    Into a copy of ‘<bdi>{title ?? 'what is open'}</bdi>’
                  </span>
                )}
              </label>
            ))}
            <label className={styles.field}>
              Its name
              <input
                name="project"
                value={goal.name}
                maxLength={MOST_NAME}
                autoComplete="off"
                aria-invalid={isNameless}
                onChange={(event) => aim({ ...goal, name: event.target.value })}
              />
            </label>
          </>
        )}
      </fieldset>
      <div className={styles.foot}>
        <p role={failure === undefined ? 'status' : 'alert'} className={styles.sum}>
          {failure ??
            (isNameless
              ? 'Give the project a name.'
              : isLooking
                ? isAwaited
                  ? 'Comparing with what is there already, then adding…'
                  : 'Comparing with what is there already…'
                : [
                    toSummary(drafts.length, ready.length, lacking.map(toFields)),
                    printAhead(ready, drafts.length),
                  ]
                    .join(' ')
                    .trim())}
        </p>
        <div className={styles.actions}>
          <button type="button" className={buttons.button} onClick={leave}>
            Cancel
          </button>
          {lacking.length > 0 && ready.length > 0 && (
            <button
              type="button"
              className={buttons.button}
              disabled={isNameless || isLooking}
              onClick={() => add(ready, goal)}
            >
              Add only{' '}
              {ready.length === 1 ? 'the one that is complete' : `the ${ready.length} that are complete`}
            </button>
          )}
          <button type="submit" className={buttons.main} disabled={ready.length + lacking.length === 0}>
            Add {count(ready.length + lacking.length, 'article')}
          </button>
        </div>
      </div>
    </form>
  );
}

/** `lacking` are the fields that each article lacks which lacks any. */
function toSummary(all: number, ready: number, lacking: readonly (readonly string[])[]): string {
  const [fields, ...others] = lacking;
  if (ready === 0 && !fields) return all === 1 ? 'It will not be added.' : 'None of them will be added.';
  const needed = fields?.filter((field) => field !== 'url') ?? [];
  if (fields)
    return all === 1
      ? needed.length > 0
        ? `Still needed: ${needed.join(', ')}.`
        : 'Mend its web address, or leave that empty.'
      : `${lacking.length} of ${all} ${others.length === 0 ? 'lacks' : 'lack'} something.`;
  return ready < all ? `${all - ready} of ${all} will not be added.` : '';
}

/** What becomes of an article that is much the same as another, and what else can be done. */
function printAdvice({ isThere }: Alike, isOut: boolean): string {
  const now = isOut
    ? 'It is left out unless you add it as an article of its own.'
    : 'It is added as an article of its own unless you leave it out.';
  return isThere
    ? `${now} If it is an update, open that one in Code, choose ‘Correct…’ and paste this text over it: what is coded follows its words.`
    : `${now} That one is among those to be added.`;
}

/** What is to be looked at in dates before they are added. */
function printAhead(ready: readonly Draft[], all: number): string {
  const ahead = ready.filter(({ date }) => toDoubt(date) !== undefined).length;
  if (ahead === 0) return '';
  return all === 1
    ? 'Its date lies in the future.'
    : `${count(ahead, 'date lies', 'dates lie')} in the future.`;
}

/** What the file proposes, to be corrected. */
function Fields({
  draft,
  drafts,
  standing,
  alike,
  isTried,
  set,
  change,
}: {
  draft: Draft;
  drafts: readonly Draft[];
  standing: Standing;
  alike: Alike | undefined;
  /** Whether what is still missing is wrong by now: until then, or until its field was left, it is only still to do. */
  isTried: boolean;
  set: (part: Partial<Draft>) => void;
  change: (drafts: readonly Draft[]) => void;
}) {
  const { article, file } = draft;
  const id = useId();
  const lacks = standing.is === 'lacking' ? toLacks(draft) : {};
  const isOut = standing.is === 'left out' || standing.is === 'there';
  return (
    <section className={styles.article} aria-label={draft.title || file}>
      <p className={styles.file}>
        <bdi>{file}</bdi>
        {standing.is === 'there' ? (
          <strong>
            It will not be added: its text is there already, as ‘<bdi>{standing.as}</bdi>’.
          </strong>
        ) : (
          (drafts.length > 1 || alike) && (
            <label>
              <input
                type="checkbox"
                name="out"
                aria-describedby={alike && `${id}-alike`}
                checked={isOut}
                onChange={(event) => set({ isLeftOut: event.target.checked })}
              />
              Do not add this one
            </label>
          )
        )}
      </p>
      {alike && standing.is !== 'there' && (
        <p id={`${id}-alike`} className={styles.notice}>
          <strong>{printAlike(alike)}</strong> {printAdvice(alike, isOut)}
        </p>
      )}
      {article.notices.map((notice) => (
        <p key={notice} className={styles.notice}>
          {notice}
        </p>
      ))}
      <DetailFields
        written={draft}
        write={set}
        lacks={lacks}
        isTried={isTried}
        isDisabled={isOut}
        open={alike?.isSameAddress && standing.is !== 'there' ? 'url' : undefined}
        text={article.text}
      >
        {(field) => {
          // What each article has of its own.
          if (field === 'title' || field === 'url') return undefined;
          const others = drafts.filter((one) => one !== draft && one[field].trim() === '').length;
          const isShared = others > 0 && draft[field].trim() !== '' && lacks[field] === undefined;
          return (
            isShared && (
              <button
                type="button"
                className={buttons.plain}
                onClick={() =>
                  change(
                    drafts.map((one) => (one[field].trim() === '' ? { ...one, [field]: draft[field] } : one)),
                  )
                }
              >
                The same for the {others === 1 ? 'other article' : count(others, 'article')} without a {field}
              </button>
            )
          );
        }}
      </DetailFields>
      <DraftText draft={draft} set={set} />
    </section>
  );
}
