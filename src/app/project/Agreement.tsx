// Compares the project with another coding of the same articles, settles what they do not agree on, and merges both.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { toF1 } from '../../core/agreement';
import { writeCsv } from '../../core/formats/csv';
import type { Edit } from '../../core/edit';
import type { Corpus } from '../../core/model';
import {
  compareCorpora,
  toChoices,
  toDefault,
  toSettlement,
  type Choice,
  type Choices,
  type Comparison,
  type Dispute,
} from '../../core/settlement';
import { readCoding, type Chosen, type Phase } from '../local';
import { count, printNumber } from '../numbers';
import { GrowingList } from '../panels/GrowingList';
import { ProblemList } from '../panels/Problems';
import { finish } from '../steps';
import { toFailure, type Failure, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { FileButtons } from '../ui/FileButtons';
import { saveFile } from '../ui/save';
import { STANCE_WORDS } from '../vocabulary';
import { act, useOpenProject } from './project';
import styles from './Agreement.module.css';

type State =
  | { is: 'choosing'; failure?: Failure & { name: string } }
  | { is: 'reading'; name: string; phase?: Phase }
  | { is: 'compared'; name: string; theirs: Corpus; comparison: Comparison };

/** How often the reader hears how far it has come, in milliseconds. */
const PACE = 80;

/** A dialog that is open for as long as it is there. */
export function Agreement({ opened, close }: { opened: Opened; close: () => void }) {
  const { dialog, leave } = useDialog();
  const leaving = useRef<AbortController>(undefined);
  const [state, setState] = useState<State>({ is: 'choosing' });
  useEffect(() => () => leaving.current?.abort(), []);
  const read = async (chosen: readonly Chosen[]) => {
    const name = chosen[0]!.path.split('/')[0]!;
    const work = new AbortController();
    leaving.current = work;
    setState({ is: 'reading', name });
    let told = 0;
    const tell = (phase: Phase) => {
      const now = performance.now();
      if (work.signal.aborted || now - told < PACE) return;
      told = now;
      setState({ is: 'reading', name, phase });
    };
    try {
      const theirs = await readCoding(chosen, tell, work.signal);
      const comparison = await finish(compareCorpora(opened.corpus, theirs), work.signal);
      work.signal.throwIfAborted();
      setState({ is: 'compared', name, theirs, comparison });
    } catch (error) {
      if (work.signal.aborted) setState({ is: 'choosing' });
      else setState({ is: 'choosing', failure: { ...toFailure(error), name } });
    }
  };
  const isWide = state.is === 'compared' && state.comparison.articles.size > 0;
  return (
    <dialog
      ref={dialog}
      className={isWide ? styles.wide : styles.dialog}
      aria-label="Compare with another coding"
      onClose={close}
    >
      {state.is === 'compared' ? (
        <Compared key={state.name} opened={opened} {...state} close={leave} />
      ) : (
        <Choosing
          state={state}
          read={(chosen) => void read(chosen)}
          cancel={() => (state.is === 'reading' ? leaving.current!.abort() : leave())}
        />
      )}
    </dialog>
  );
}

function Choosing({
  state,
  read,
  cancel,
}: {
  state: Exclude<State, { is: 'compared' }>;
  read: (chosen: readonly Chosen[]) => void;
  cancel: () => void;
}) {
  if (state.is === 'reading') {
    const { phase } = state;
    return (
      <>
        <h2>Reading {state.name}</h2>
        <p role="status">Reading the other coding…</p>
        <progress
          aria-label="Reading"
          {...(phase && phase.all > 0 && { value: phase.done, max: phase.all })}
        />
        <div className={styles.actions}>
          <button type="button" className={buttons.button} onClick={cancel}>
            Cancel
          </button>
        </div>
      </>
    );
  }
  const { failure } = state;
  return (
    <>
      <h2>Compare with another coding</h2>
      <p>
        Somebody else coded the same articles: choose what they saved, as a zip or a folder. You see how far
        you agree, settle what you do not agree on, and can take what they found. It is read in this browser
        and sent nowhere.
      </p>
      {failure && (
        <>
          <p role="alert" className={styles.failure}>
            {failure.name} cannot be compared. {failure.sentence}
          </p>
          {failure.problems.length > 0 && (
            <section className={styles.problems} aria-label="Problems" tabIndex={0}>
              <ProblemList problems={failure.problems} next="choose it again" />
            </section>
          )}
        </>
      )}
      <div className={styles.actions}>
        <button type="button" className={buttons.button} onClick={cancel}>
          Cancel
        </button>
        <FileButtons
          names={{ file: 'Another coding', folder: 'Folder of another coding' }}
          accept=".zip,application/zip"
          take={read}
        />
      </div>
    </>
  );
}

const KINDS = {
  'only first': 'Only you found it',
  'only second': 'Only they found it',
  type: 'What it is',
  speakers: 'Who says it',
  topics: 'What it is about',
  stance: 'Which side it takes',
} as const satisfies Record<Dispute['kind'], string>;

type Shown = Dispute['kind'] | 'all';

const chosenOf = (choices: Choices, dispute: Dispute): Choice =>
  choices.get(dispute.key) ?? toDefault(dispute);

function Compared({
  opened,
  name,
  theirs,
  comparison,
  close,
}: {
  opened: Opened;
  name: string;
  theirs: Corpus;
  comparison: Comparison;
  close: () => void;
}) {
  const { corpus } = opened;
  const project = useOpenProject();
  const [choices, setChoices] = useState<Choices>(new Map());
  const [takesLines, setTakesLines] = useState(true);
  const [kind, setKind] = useState<Shown>('all');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const { disputes, articles, differing, missing } = comparison;
  const settled = useMemo((): { edit: Edit } | { sentence: string } => {
    try {
      return { edit: toSettlement(corpus, theirs, comparison, choices, takesLines) };
    } catch (error) {
      const { sentence, problems } = toFailure(error);
      const [first] = problems;
      return { sentence: first ? `${first.id ?? first.file}: ${first.reason}` : sentence };
    }
  }, [corpus, theirs, comparison, choices, takesLines]);
  const shown = kind === 'all' ? disputes : disputes.filter((dispute) => dispute.kind === kind);
  const choose = (some: readonly Dispute[], choice: Choice) =>
    setChoices(
      new Map([
        ...choices,
        ...some.flatMap((dispute): [string, Choice][] =>
          toChoices(dispute).includes(choice) ? [[dispute.key, choice]] : [],
        ),
      ]),
    );
  const merge = async (edit: Edit) => {
    setBusy(true);
    setFailure(undefined);
    try {
      await act(`Merged the coding ‘${name}’`, edit, { isElsewhere: true });
      close();
    } catch (error) {
      const { sentence, problems } = toFailure(error);
      setFailure(problems[0]?.reason ?? sentence);
      setBusy(false);
    }
  };
  const left = (
    <>
      {differing.length > 0 && (
        <p className={styles.failure} role="alert">
          Not compared, since the words of the article are not the same here and there:{' '}
          {listTitles(differing)}. Correct one of them first.
        </p>
      )}
      {missing.length > 0 && (
        <p className={styles.soft}>
          Not compared, since {missing.length === 1 ? 'it is' : 'they are'} not in this project:{' '}
          {listTitles(missing)}.
        </p>
      )}
    </>
  );
  if (articles.size === 0)
    return (
      <>
        <h2>Nothing to compare with ‘{name}’</h2>
        <p>It codes none of the articles of this project, to the letter.</p>
        {left}
        <div className={styles.actions}>
          <button type="button" className={buttons.main} onClick={close}>
            Close
          </button>
        </div>
      </>
    );
  const kinds = (Object.keys(KINDS) as Dispute['kind'][]).filter((one) =>
    disputes.some((dispute) => dispute.kind === one),
  );
  const locked = project?.locked;
  const sentence = failure ?? ('sentence' in settled ? settled.sentence : locked);
  return (
    <>
      <h2>Compared with ‘{name}’</h2>
      <div className={styles.body} tabIndex={0} role="region" aria-label="How far both agree">
        <Figures opened={opened} comparison={comparison} />
        {left}
        <h3>
          {disputes.length === 0
            ? 'Both agree on everything that is said'
            : `What both do not agree on: ${printNumber(disputes.length)}`}
        </h3>
        {disputes.length > 0 && (
          <div className={styles.tools}>
            <label>
              Show{' '}
              <select
                className={buttons.button}
                value={kind}
                onChange={(event) => setKind(event.target.value as Shown)}
              >
                <option value="all">all {disputes.length}</option>
                {kinds.map((one) => (
                  <option key={one} value={one}>
                    {KINDS[one]} ({disputes.filter((dispute) => dispute.kind === one).length})
                  </option>
                ))}
              </select>
            </label>
            <span role="group" aria-label="Settle all that are shown">
              <button type="button" className={buttons.button} onClick={() => choose(shown, 'ours')}>
                All as yours
              </button>{' '}
              <button type="button" className={buttons.button} onClick={() => choose(shown, 'theirs')}>
                All as theirs
              </button>
            </span>
          </div>
        )}
        <GrowingList key={kind} items={shown} first={60} className={styles.disputes}>
          {(dispute) => (
            <li key={dispute.key}>
              <DisputeCard
                opened={opened}
                theirs={theirs}
                dispute={dispute}
                chosen={chosenOf(choices, dispute)}
                choose={(choice) => choose([dispute], choice)}
              />
            </li>
          )}
        </GrowingList>
      </div>
      {sentence !== undefined && (
        <p role="alert" className={styles.failure}>
          {sentence}
        </p>
      )}
      <div className={styles.actions}>
        <div className={styles.outcome}>
          <p role="status">{'edit' in settled && printEdit(corpus, settled.edit)}</p>
          <label className={styles.lines}>
            <input
              type="checkbox"
              checked={takesLines}
              onChange={(event) => setTakesLines(event.target.checked)}
            />
            Take their other lines too: who disputes, supports, answers whom
          </label>
        </div>
        <button
          type="button"
          className={buttons.button}
          onClick={() =>
            saveFile('claimscape-agreement.csv', 'text/csv', toCsv(opened, theirs, comparison, choices))
          }
        >
          Save as CSV
        </button>
        <button type="button" className={buttons.button} onClick={close}>
          Cancel
        </button>
        <button
          type="button"
          className={buttons.main}
          disabled={busy || locked !== undefined || !('edit' in settled) || isNothing(settled.edit)}
          onClick={() => 'edit' in settled && void merge(settled.edit)}
        >
          Merge
        </button>
      </div>
    </>
  );
}

const listTitles = (titles: readonly string[]) => titles.map((title) => `‘${title}’`).join(', ');

const isNothing = ({ put = [], remove = [] }: Edit) => put.length + remove.length === 0;

/** What merging does to the project, in a sentence. */
function printEdit(corpus: Corpus, { put = [], remove = [] }: Edit): string {
  if (put.length + remove.length === 0) return 'So settled, nothing changes.';
  const isThere = (id: string) => corpus.nodes.has(id) || corpus.edges.has(id);
  const added = put.filter(({ id }) => !isThere(id));
  const nodes = added.filter((item) => !('source' in item)).length;
  const changed = put.length - added.length;
  const parts = [
    ...(added.length > 0 ? [`adds ${count(nodes, 'node')} and ${count(added.length - nodes, 'line')}`] : []),
    ...(changed > 0 ? [`changes ${printNumber(changed)}`] : []),
    ...(remove.length > 0 ? [`removes ${printNumber(remove.length)}`] : []),
  ];
  return `Merging ${parts.join(', ')}. Undo takes it back.`;
}

const printFigure = (figure: number) => figure.toFixed(2);

/** How far both agree, article by article. */
function Figures({
  opened: { corpus },
  comparison: { articles },
}: {
  opened: Opened;
  comparison: Comparison;
}) {
  const all = [...articles.values()].reduce(
    (sum, { agreement }) => ({
      first: sum.first + agreement.first,
      second: sum.second + agreement.second,
      both: sum.both + agreement.both,
    }),
    { first: 0, second: 0, both: 0 },
  );
  return (
    <>
      <div className={styles.figures}>
        <table>
          <caption>Claims and recommendations that were found</caption>
          <thead>
            <tr>
              <th scope="col">Article</th>
              <th scope="col">yours</th>
              <th scope="col">theirs</th>
              <th scope="col">both</th>
              <th scope="col">F1</th>
              <th scope="col">alpha</th>
            </tr>
          </thead>
          <tbody>
            {[...articles].map(([id, { agreement }]) => (
              <tr key={id}>
                <th scope="row">{corpus.nodes.get(id)!.label}</th>
                <td>{agreement.first}</td>
                <td>{agreement.second}</td>
                <td>{agreement.both}</td>
                <td>{printFigure(toF1(agreement))}</td>
                <td>{printFigure(agreement.alpha)}</td>
              </tr>
            ))}
          </tbody>
          {articles.size > 1 && (
            <tfoot>
              <tr>
                <th scope="row">All</th>
                <td>{all.first}</td>
                <td>{all.second}</td>
                <td>{all.both}</td>
                <td>{printFigure(toF1(all))}</td>
                <td>–</td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      <p className={styles.soft}>
        F1 is 1 where both found the same, 0 where nothing. Krippendorff’s alpha asks of every word whether it
        stands in a claim or recommendation: 1 is full agreement, 0 what chance would give; below 0.67 draw no
        conclusions.
      </p>
    </>
  );
}

type Reading = { choice: Choice; name: string; words: string };

/** What can be chosen, in words. */
function toReadings({ corpus }: Opened, theirs: Corpus, { kind, readings }: Dispute): Reading[] {
  const toName = (id: string) =>
    (corpus.nodes.get(id) ?? theirs.nodes.get(id))?.label ?? (id === 'none' ? 'nobody' : id);
  const toNames = (ids: string) =>
    ids === 'none' && kind === 'topics' ? 'no topic' : ids.split(', ').map(toName).join('; ');
  if (kind === 'only first')
    return [
      { choice: 'ours', name: 'Keep it', words: '' },
      { choice: 'theirs', name: 'Take it out', words: '' },
    ];
  if (kind === 'only second')
    return [
      { choice: 'theirs', name: 'Take it', words: '' },
      { choice: 'ours', name: 'Leave it out', words: '' },
    ];
  const print = (reading: string) => {
    if (kind === 'type') return reading;
    if (kind !== 'stance') return toNames(reading);
    const [topic, stance] = reading.split(' ') as [string, keyof typeof STANCE_WORDS];
    return `${STANCE_WORDS[stance]}: ${toName(topic)}`;
  };
  return [
    { choice: 'ours', name: 'Yours', words: print(readings!.first) },
    { choice: 'theirs', name: 'Theirs', words: print(readings!.second) },
    ...(kind === 'type'
      ? []
      : [{ choice: 'both' as const, name: 'Both', words: kind === 'stance' ? STANCE_WORDS.mixed : '' }]),
  ];
}

/** The words in dispute, as they stand in the article. */
const toQuote = ({ first, second, article }: Dispute): string => {
  const { passages } = (first ?? second)!;
  return (passages.find((passage) => passage.article === article) ?? passages[0]!).quote.replace(/\s+/g, ' ');
};

function DisputeCard({
  opened,
  theirs,
  dispute,
  chosen,
  choose,
}: {
  opened: Opened;
  theirs: Corpus;
  dispute: Dispute;
  chosen: Choice;
  choose: (choice: Choice) => void;
}) {
  const name = useId();
  const { kind, first, second } = dispute;
  const node = (first ?? second)!;
  return (
    <fieldset className={styles.dispute}>
      <legend>{KINDS[kind]}</legend>
      <p className={styles.label}>
        <TypeIcon type={node.type} />
        <span>{node.label}</span>
      </p>
      <p className={styles.quote}>
        <q>{toQuote(dispute)}</q>
      </p>
      <div className={styles.choices}>
        {toReadings(opened, theirs, dispute).map((reading) => (
          <label key={reading.choice}>
            <input
              type="radio"
              name={name}
              checked={chosen === reading.choice}
              onChange={() => choose(reading.choice)}
            />
            <span>
              {reading.name}
              {reading.words !== '' && <small>{reading.words}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The disputes as a table, with what was chosen. */
function toCsv(opened: Opened, theirs: Corpus, comparison: Comparison, choices: Choices): Iterable<string> {
  const { corpus } = opened;
  const rows = comparison.disputes.map((dispute) => {
    const { article, kind, first, second } = dispute;
    const readings = toReadings(opened, theirs, dispute);
    const wordsOf = (choice: Choice) => readings.find((reading) => reading.choice === choice)?.words ?? '';
    return [
      corpus.nodes.get(article)!.label,
      KINDS[kind],
      toQuote(dispute),
      first?.label ?? '',
      second?.label ?? '',
      wordsOf('ours'),
      wordsOf('theirs'),
      readings.find((reading) => reading.choice === chosenOf(choices, dispute))!.name,
    ];
  });
  return writeCsv(
    [
      'article',
      'dispute',
      'words',
      'your label',
      'their label',
      'your reading',
      'their reading',
      'settled as',
    ],
    rows,
  );
}
