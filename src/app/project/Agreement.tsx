// Compares the project with another coding of the same articles, which is read from a file.
import { useState } from 'react';
import type { Corpus } from '../../core/model';
import { compareCorpora, type Comparison } from '../../core/settlement';
import { readCoding, type Chosen, type Phase } from '../local';
import { ProblemList } from '../panels/Problems';
import { finish } from '../steps';
import { toFailure, type Failure, type Opened } from '../store';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { FileButtons } from '../ui/FileButtons';
import { paced, useWork } from '../ui/work';
import styles from './Agreement.module.css';
import { Compared } from './Compared';

type State =
  | { is: 'choosing'; failure?: Failure & { name: string } }
  | { is: 'reading'; name: string; phase?: Phase }
  | { is: 'compared'; name: string; theirs: Corpus; comparison: Comparison };

/** A dialog that is open for as long as it is there. */
export function Agreement({ opened, close }: { opened: Opened; close: () => void }) {
  const { dialog, leave } = useDialog();
  const { begin, stop } = useWork();
  const [state, setState] = useState<State>({ is: 'choosing' });
  const read = async (chosen: readonly Chosen[]) => {
    const name = chosen[0]!.path.split('/')[0]!;
    const signal = begin();
    setState({ is: 'reading', name });
    const tell = paced((phase: Phase) => setState({ is: 'reading', name, phase }), signal);
    try {
      const theirs = await readCoding(chosen, tell, signal);
      const comparison = await finish(compareCorpora(opened.corpus, theirs), signal);
      signal.throwIfAborted();
      setState({ is: 'compared', name, theirs, comparison });
    } catch (error) {
      if (signal.aborted) setState({ is: 'choosing' });
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
          cancel={() => (state.is === 'reading' ? stop() : leave())}
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
