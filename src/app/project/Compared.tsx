// What another coding of the same articles says otherwise: settled one by one, and merged as one act.
import { useCallback, useState } from 'react';
import { GIT_ATTRIBUTES, KEPT_BY_GIT } from '../../core/corpus';
import type { Edit } from '../../core/edit';
import type { Corpus } from '../../core/model';
import {
  toChoices,
  toSettlement,
  type Choice,
  type Choices,
  type Comparison,
  type Dispute,
} from '../../core/settlement';
import type { Steps } from '../../core/steps';
import { count, printNumber } from '../numbers';
import { GrowingList } from '../panels/GrowingList';
import { useSteps } from '../steps';
import { toReason, type Opened } from '../store';
import buttons from '../ui/button.module.css';
import { saveFile } from '../ui/save';
import styles from './Agreement.module.css';
import { AgreementFigures } from './AgreementFigures';
import { DisputeCard } from './DisputeCard';
import { chosenOf, KINDS, toCsv } from './disputes';
import { act, useOpenProject } from './project';

type Shown = Dispute['kind'] | 'all';

/** What comes of what is chosen, or why nothing can; neither before it is worked out for the first time. */
type Settled = { edit?: Edit; sentence?: string };

/** What is chosen of each dispute, what comes of it, and whether that could be merged. */
function useSettlement(corpus: Corpus, theirs: Corpus, comparison: Comparison) {
  const [choices, setChoices] = useState<Choices>(new Map());
  const [takesLines, takeLines] = useState(true);
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const start = useCallback(
    function* (): Steps<Settled> {
      try {
        return { edit: yield* toSettlement(corpus, theirs, comparison, choices, takesLines) };
      } catch (error) {
        return { sentence: toReason(error) };
      }
    },
    [corpus, theirs, comparison, choices, takesLines],
  );
  const { value, busy } = useSteps(start);
  const settled: Settled = value ?? {};
  const choose = (some: readonly Dispute[], choice: Choice) =>
    setChoices(
      new Map([
        ...choices,
        ...some.flatMap((dispute): [string, Choice][] =>
          toChoices(dispute).includes(choice) ? [[dispute.key, choice]] : [],
        ),
      ]),
    );
  /** Merges the coding of this name as it is settled; whether it could. */
  const merge = async (name: string): Promise<boolean> => {
    if (!settled.edit) return false;
    setBusy(true);
    setFailure(undefined);
    try {
      await act(`Merged the coding ‘${name}’`, settled.edit, { isElsewhere: true });
      return true;
    } catch (error) {
      setFailure(toReason(error));
      setBusy(false);
      return false;
    }
  };
  return { choices, choose, takesLines, takeLines, settled, merge, isBusy: isBusy || busy, failure };
}

export function Compared({
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
  const locked = useOpenProject()?.locked;
  const settling = useSettlement(corpus, theirs, comparison);
  const { choices, takesLines, settled } = settling;
  const [kind, setKind] = useState<Shown>('all');
  const { disputes, articles, differing, lineEnds, missing } = comparison;
  const shown = kind === 'all' ? disputes : disputes.filter((dispute) => dispute.kind === kind);
  const left = (
    <>
      {differing.length > 0 && (
        <p className={styles.failure} role="alert">
          Not compared, since the words of the article are not the same here and there:{' '}
          {listTitles(differing)}. Correct one of them first.
        </p>
      )}
      {lineEnds.length > 0 && (
        <p className={styles.failure} role="alert">
          Not compared, since lines end otherwise here than there, though the words are the same, as where git
          for Windows turned them: {listTitles(lineEnds)}. Where they end as in Windows, put the line{' '}
          <code>{KEPT_BY_GIT}</code> into the file <code>{GIT_ATTRIBUTES}</code> beside <code>seeds/</code>,
          remove these texts from <code>seeds/</code>, check them out again, and open the folder anew.
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
  const sentence = settling.failure ?? settled.sentence ?? locked;
  return (
    <>
      <h2>Compared with ‘{name}’</h2>
      <div className={styles.body} tabIndex={0} role="region" aria-label="How far both agree">
        <AgreementFigures opened={opened} comparison={comparison} />
        {left}
        <h3>
          {disputes.length === 0
            ? 'Both agree on everything that is said'
            : `What both do not agree on: ${printNumber(disputes.length)}`}
        </h3>
        {disputes.length > 0 && (
          <Tools
            disputes={disputes}
            kind={kind}
            show={setKind}
            choose={(choice) => settling.choose(shown, choice)}
          />
        )}
        <GrowingList key={kind} items={shown} first={60} className={styles.disputes}>
          {(dispute) => (
            <li key={dispute.key}>
              <DisputeCard
                opened={opened}
                theirs={theirs}
                ids={comparison.ids}
                dispute={dispute}
                chosen={chosenOf(choices, dispute)}
                choose={(choice) => settling.choose([dispute], choice)}
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
          <p role="status">
            {settled.edit
              ? printEdit(corpus, settled.edit)
              : sentence === undefined && 'Looking what that does…'}
          </p>
          <label className={styles.lines}>
            <input
              type="checkbox"
              checked={takesLines}
              onChange={(event) => settling.takeLines(event.target.checked)}
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
          disabled={settling.isBusy || locked !== undefined || !settled.edit || isNothing(settled.edit)}
          onClick={() => void settling.merge(name).then((isDone) => isDone && close())}
        >
          Merge
        </button>
      </div>
    </>
  );
}

/** Shows disputes of one kind only, and settles all that are shown. */
function Tools({
  disputes,
  kind,
  show,
  choose,
}: {
  disputes: readonly Dispute[];
  kind: Shown;
  show: (kind: Shown) => void;
  choose: (choice: Choice) => void;
}) {
  const numberOf = (one: Dispute['kind']) => disputes.filter((dispute) => dispute.kind === one).length;
  const kinds = (Object.keys(KINDS) as Dispute['kind'][]).filter((one) => numberOf(one) > 0);
  return (
    <div className={styles.tools}>
      <label>
        Show{' '}
        <select
          className={buttons.button}
          value={kind}
          onChange={(event) => show(event.target.value as Shown)}
        >
          <option value="all">all {disputes.length}</option>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {KINDS[one]} ({numberOf(one)})
            </option>
          ))}
        </select>
      </label>
      <span role="group" aria-label="Settle all that are shown">
        <button type="button" className={buttons.button} onClick={() => choose('ours')}>
          All as yours
        </button>{' '}
        <button type="button" className={buttons.button} onClick={() => choose('theirs')}>
          All as theirs
        </button>
      </span>
    </div>
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
