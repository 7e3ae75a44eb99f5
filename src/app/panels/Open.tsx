// Opens a corpus of the reader's own, and says how far it has come or what keeps it from being opened.
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { readChosen, readDropped, type Chosen, type Phase } from '../local';
import { enter, tellReader, toFailure, toServed, useStore, type Failure } from '../store';
import buttons from '../ui/button.module.css';
import { isCovered, useDialog } from '../ui/dialog';
import type { Dropped } from '../ui/dropped';
import { FileButtons } from '../ui/FileButtons';
import { paced, useWork } from '../ui/work';
import { count, printNumber } from '../numbers';
import { Projects } from '../project/Projects';
import { ProblemList } from './Problems';
import styles from './Open.module.css';

type State =
  | { is: 'choosing' }
  | { is: 'reading'; name: string; phase: Phase | undefined }
  | { is: 'refused'; name: string; failure: Failure };

/** There for as long as it is wanted; while it reads, the page can be used. `dropped` is what was dropped on it. */
export function Open({ dropped, close }: { dropped: readonly Dropped[] | undefined; close: () => void }) {
  const { begin } = useWork();
  const [state, setState] = useState<State>({ is: 'choosing' });
  const isLocal = useStore(({ opened }) => opened?.local !== undefined);

  const read = useCallback(
    async (name: string, choose: () => Promise<readonly Chosen[]> | readonly Chosen[]) => {
      const signal = begin();
      setState({ is: 'reading', name, phase: undefined });
      const tell = paced((phase: Phase) => setState({ is: 'reading', name, phase }), signal);
      try {
        const { opened, notes } = await readChosen(await choose(), tell, signal);
        signal.throwIfAborted();
        close();
        enter(opened);
        if (notes.length > 0) tellReader(`${name}: ${notes.join(' ')}`);
        // The page is another one now.
        setTimeout(() => document.getElementById('open')?.focus());
      } catch (error) {
        if (!signal.aborted) setState({ is: 'refused', name, failure: toFailure(error) });
      }
    },
    [begin, close],
  );
  useEffect(() => {
    if (dropped)
      void Promise.resolve().then(() =>
        read(dropped.map(({ name }) => name).join(', '), () => readDropped(dropped)),
      );
  }, [dropped, read]);
  const isReading = state.is === 'reading';
  useEffect(() => {
    if (!isReading) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isCovered()) return;
      event.preventDefault();
      close();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [isReading, close]);

  const take = (chosen: readonly Chosen[]) => void read(chosen[0]!.path.split('/')[0]!, () => chosen);
  const served = isLocal ? toServed() : undefined;
  if (isReading || (dropped && state.is === 'choosing'))
    return (
      <div role="dialog" aria-label="Open" className={styles.reading}>
        <h2>Opening {isReading ? state.name : '…'}</h2>
        <Told phase={isReading ? state.phase : undefined} />
        <div className={styles.actions}>
          <button type="button" className={buttons.button} onClick={close}>
            Cancel
          </button>
        </div>
      </div>
    );
  return (
    <Modal close={close}>
      {(leave) => (
        <>
          {state.is === 'choosing' ? (
            <>
              <h2>Open a graph of your own</h2>
              <p>
                A zip or folder that a project was saved as, or another that holds <code>graph/</code> and{' '}
                <code>seeds/</code>; or what was coded in Discourse Network Analyzer (a <code>.dna</code>{' '}
                file); or GraphML that was exported here, on the words of the articles that are open. You can
                also drop it on the page. It is read in this browser and sent nowhere.
              </p>
            </>
          ) : (
            <>
              <h2>{state.name} cannot be opened</h2>
              <p role="alert">{state.failure.sentence}</p>
              {state.failure.problems.length > 0 && (
                // Whoever has no mouse scrolls it, too.
                <section className={styles.problems} aria-label="Problems" tabIndex={0}>
                  <ProblemList problems={state.failure.problems} next="open it again" />
                </section>
              )}
              <p>Nothing you had open has changed.</p>
            </>
          )}
          <div className={styles.actions}>
            {state.is === 'choosing' && served && (
              <button
                type="button"
                className={buttons.button}
                onClick={() => {
                  close();
                  enter(served);
                }}
              >
                Back to {served.corpus.title ?? 'what was here first'}
              </button>
            )}
            <button type="button" className={buttons.button} onClick={leave}>
              {state.is === 'refused' ? 'Close' : 'Cancel'}
            </button>
            <FileButtons
              names={{ file: 'File', folder: 'Folder' }}
              accept=".zip,.dna,.graphml,application/zip"
              take={take}
            />
          </div>
          {state.is === 'choosing' && <Projects close={close} />}
        </>
      )}
    </Modal>
  );
}

function Modal({ close, children }: { close: () => void; children: (leave: () => void) => ReactNode }) {
  const { dialog, leave } = useDialog();
  useEffect(() => dialog.current!.querySelector('button')?.focus(), [dialog]);
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label="Open" onClose={close}>
      {children(leave)}
    </dialog>
  );
}

const PHASES = {
  folder: { name: 'Fetching the files', one: 'file', many: 'files' },
  files: { name: 'Reading what is coded', one: 'file', many: 'files' },
  words: { name: 'Finding the words in the articles', one: 'node or line', many: 'nodes and lines' },
  map: { name: 'Laying out the map', one: 'step', many: 'steps' },
} as const satisfies Record<Phase['phase'], { name: string; one: string; many: string }>;

/** How far it has come: the phase for those who hear it, figures too for those who see it. */
function Told({ phase }: { phase: Phase | undefined }) {
  const what = PHASES[phase?.phase ?? 'folder'];
  const isCounted = phase !== undefined && phase.all > 0;
  return (
    <div className={styles.told}>
      <p role="status">{what.name}…</p>
      <progress aria-label={what.name} {...(isCounted && { value: phase.done, max: phase.all })} />
      <p>
        {isCounted
          ? `${printNumber(phase.done)} of ${count(phase.all, what.one, what.many)}`
          : 'What is open stays until this is done.'}
      </p>
    </div>
  );
}
