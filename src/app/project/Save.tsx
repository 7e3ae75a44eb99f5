// Saves a project as files: as one zip, or into a folder, where it is shown first what would change.
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { Files } from '../../core/corpus';
import { findOpen } from '../../core/rules';
import { finish, useSteps } from '../steps';
import { toFailure, type Opened } from '../store';
import { useUnsaved } from '../coding/unsaved';
import { count, printNumber } from '../numbers';
import { GrowingList } from '../panels/GrowingList';
import buttons from '../ui/button.module.css';
import { useDialog } from '../ui/dialog';
import { saveFile, toFileName } from '../ui/save';
import { useWork, type Progress } from '../ui/work';
import { useOpenProject } from './project';
import {
  askForFolder,
  canWriteFolders,
  readFolder,
  toFiles,
  toPast,
  toPlan,
  toSiteZip,
  toZip,
  writeFolder,
  type Plan,
} from './save';
import styles from './Save.module.css';

type Folder = FileSystemDirectoryHandle;
type State =
  | { is: 'choosing'; failure?: string }
  | { is: 'busy'; what: string; progress?: Progress }
  | { is: 'asking'; folder: Folder; files: Files; plan: Plan }
  | { is: 'done'; sentence: string };

const NO_HOMES = { items: new Map<string, string>() };

/** A dialog that is open for as long as it is there. */
export function Save({ opened, close }: { opened: Opened; close: () => void }) {
  const { dialog, leave } = useDialog();
  const { begin, stop } = useWork();
  const [state, setState] = useState<State>({ is: 'choosing' });
  const project = useOpenProject();
  const name = project?.entry.name ?? opened.local?.name ?? opened.corpus.title ?? 'Debate';
  const homes = project?.homes ?? NO_HOMES;

  /** Does work that can be cancelled; what it leads to is shown. */
  const work = async (what: string, job: (signal: AbortSignal) => Promise<State>) => {
    const signal = begin();
    setState({ is: 'busy', what });
    try {
      const next = await job(signal);
      signal.throwIfAborted();
      setState(next);
    } catch (error) {
      // Who chose no folder, or cancelled, knows it.
      const isLeft = signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
      setState({ is: 'choosing', ...(!isLeft && { failure: toFailure(error).sentence }) });
    }
  };
  const tell = (progress: Progress) =>
    setState((before) => (before.is === 'busy' ? { ...before, progress } : before));
  const saveZip = () =>
    work('Packing the zip', async (signal) => {
      const files = await finish(toFiles(opened, homes, name), signal);
      const file = `${toFileName(name, 'project')}.zip`;
      saveFile(file, 'application/zip', [await toZip(files, opened, signal)]);
      return {
        is: 'done',
        sentence: `${file} with ${count(files.size, 'file')} goes where your browser puts downloads.`,
      };
    });
  const saveSite = () =>
    work('Putting the website together', async (signal) => {
      const files = await finish(toFiles(opened, homes, name), signal);
      const file = `${toFileName(name, 'debate')}-website.zip`;
      saveFile(file, 'application/zip', [await toSiteZip(files, opened, tell, signal)]);
      return {
        is: 'done',
        sentence: `${file} goes where your browser puts downloads. Unpack it into a folder of any web server: the README.txt in it tells how.`,
      };
    });
  const compare = (choose: () => Promise<Folder>) =>
    work('Comparing with what is in the folder', async (signal) => {
      const folder = await choose();
      if (folder.name === 'graph' || folder.name === 'seeds')
        throw new Error(`Choose the folder that holds ${folder.name}/, not ${folder.name}/ itself.`);
      const files = await finish(toFiles(opened, homes, name), signal);
      const there = await readFolder(folder, tell, signal);
      const plan = toPlan(files, there, toPast(opened, homes, project?.acts ?? []));
      return { is: 'asking', folder, files, plan };
    });
  const write = (folder: Folder, files: Files, { fresh, changed, same }: Plan, gone: readonly string[]) =>
    work(`Writing into ‘${folder.name}’`, async (signal) => {
      const wanted = new Map([...fresh, ...changed].map((path) => [path, files.get(path)!]));
      await writeFolder(folder, wanted, gone, tell, signal);
      const others = same.length > 0 ? `; ${printNumber(same.length)} were the same already` : '';
      const removed = gone.length > 0 ? `, ${printNumber(gone.length)} removed` : '';
      return {
        is: 'done',
        sentence: `${count(wanted.size, 'file')} written into ‘${folder.name}’${removed}${others}.`,
      };
    });
  const cancel = () => {
    if (state.is === 'busy') stop();
    else leave();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Save as files"
      onCancel={(event) => {
        if (state.is !== 'busy') return;
        event.preventDefault();
        cancel();
      }}
      onClose={close}
    >
      {state.is === 'asking' ? (
        <Asking
          {...state}
          again={() => void compare(askForFolder)}
          write={(gone) => void write(state.folder, state.files, state.plan, gone)}
          cancel={cancel}
        />
      ) : (
        <>
          <h2>Save ‘{name}’ as files</h2>
          {state.is === 'choosing' && (
            <Choosing
              opened={opened}
              failure={state.failure}
              saveZip={() => void saveZip()}
              saveFolder={() => void compare(askForFolder)}
              saveSite={() => void saveSite()}
            />
          )}
          {state.is === 'busy' && <Busy {...state} />}
          {state.is === 'done' && <p role="status">{state.sentence}</p>}
          <div className={styles.actions}>
            <button
              type="button"
              className={state.is === 'done' ? buttons.main : buttons.button}
              onClick={cancel}
            >
              {state.is === 'done' ? 'Close' : 'Cancel'}
            </button>
          </div>
        </>
      )}
    </dialog>
  );
}

function Choosing({
  opened,
  failure,
  saveZip,
  saveFolder,
  saveSite,
}: {
  opened: Opened;
  failure: string | undefined;
  saveZip: () => void;
  saveFolder: () => void;
  saveSite: () => void;
}) {
  const { corpus, local } = opened;
  const found = useSteps(useCallback(() => findOpen(corpus), [corpus])).value;
  const open = found?.length ?? 0;
  const unsaved = useUnsaved();
  const isUncoded = corpus.nodes.size === 0;
  if (isUncoded && !corpus.definitions) return <p>There is nothing to save yet: add an article first.</p>;
  const stories = local?.stories.size ?? 0;
  return (
    <>
      <p>
        {isUncoded
          ? 'The codebook as JSON, no article yet'
          : `${count(corpus.articles.size, 'article')} as text, with ${count(corpus.nodes.size, 'node')} and ${count(corpus.edges.size, 'line')} as JSON`}
        {stories > 0 && `, and ${count(stories, 'story', 'stories')}`}: what Claimscape opens again, here or
        anywhere. It is sent nowhere.
      </p>
      {local?.project !== undefined && (
        <p>Proposals that are not decided yet, and what can be undone, stay in this browser only.</p>
      )}
      {open > 0 && (
        <p>
          {count(open, 'thing is', 'things are')} still open, such as a claim without a topic. The files open
          here all the same; <code>claimscape check</code> will name them.
        </p>
      )}
      {unsaved > 0 && (
        <p className={styles.note}>
          What is written in {count(unsaved, 'form')} and not saved yet is not among it: go back to{' '}
          {unsaved === 1 ? 'it' : 'them'} and choose ‘Save’ first.
        </p>
      )}
      {failure !== undefined && (
        <p role="alert" className={styles.note}>
          {failure}
        </p>
      )}
      <div className={styles.ways}>
        <Way name="As a zip" act="Save a zip" onClick={saveZip}>
          One file to keep, to send to somebody, or to open again.
        </Way>
        {canWriteFolders() ? (
          <Way name="Into a folder" act="Choose a folder…" onClick={saveFolder}>
            Made for version control: only what differs is written, in the same order as before. You see what
            changes first.
          </Way>
        ) : (
          <p>
            This browser does not write into folders, as Chrome and Edge do: unpack the zip over the folder
            instead.
          </p>
        )}
        <Way name="As a website" act="Save a website" onClick={saveSite}>
          For any web server: whoever visits it explores this debate as here, with links to every claim, and
          changes nothing. The articles are in it whole: see that you may publish them.
        </Way>
      </div>
    </>
  );
}

function Way({
  name,
  act,
  onClick,
  children,
}: {
  name: string;
  act: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <div className={styles.way}>
      <div>
        <h3>{name}</h3>
        <p>{children}</p>
      </div>
      <button type="button" className={buttons.main} onClick={onClick}>
        {act}
      </button>
    </div>
  );
}

function Busy({ what, progress }: { what: string; progress?: Progress }) {
  return (
    <>
      <p role="status">{what}…</p>
      <progress aria-label={what} {...(progress && { value: progress.done, max: progress.all })} />
      <p>{progress ? `${printNumber(progress.done)} of ${count(progress.all, 'file')}` : 'One moment.'}</p>
    </>
  );
}

const list = (paths: readonly string[]) => paths.join(', ');
/** How many of the files that would be written are listed at first. */
const FIRST = 100;

/** What would change in a folder, before anything does. */
function Asking({
  folder,
  plan: { fresh, changed, same, gone, foreign },
  again,
  write,
  cancel,
}: {
  folder: Folder;
  plan: Plan;
  again: () => void;
  write: (gone: readonly string[]) => void;
  cancel: () => void;
}) {
  const [removes, setRemoves] = useState(true);
  const isChanged = useMemo(() => new Set(changed), [changed]);
  const differing = useMemo(() => [...changed, ...fresh].toSorted(), [changed, fresh]);
  const all = differing.length + (removes ? gone.length : 0);
  const main = useRef<HTMLButtonElement>(null);
  useEffect(() => main.current!.focus(), []);
  return (
    <>
      <h2>Save into ‘{folder.name}’</h2>
      {differing.length === 0 ? (
        <p role="status">
          The folder holds {count(same.length, 'file')} of this project, all as they are here.
        </p>
      ) : (
        <>
          <p role="status">
            {[
              ...(changed.length > 0 ? [`${count(changed.length, 'file changes', 'files change')}`] : []),
              ...(fresh.length > 0 ? [`${count(fresh.length, 'file is new', 'files are new')}`] : []),
              ...(same.length > 0 ? [`${count(same.length, 'file stays', 'files stay')} as before`] : []),
            ].join(', ')}
            .
          </p>
          <section className={styles.files} tabIndex={0} aria-label="Files that would be written">
            <GrowingList items={differing} first={FIRST} className={styles.list}>
              {(path) => (
                <li key={path}>
                  {path} <small>{isChanged.has(path) ? 'changed' : 'new'}</small>
                </li>
              )}
            </GrowingList>
          </section>
        </>
      )}
      {gone.length > 0 && (
        <label className={styles.choice}>
          <input type="checkbox" checked={removes} onChange={(event) => setRemoves(event.target.checked)} />
          <span>
            Remove what this project put there earlier and holds no more
            <small>{list(gone)}</small>
          </span>
        </label>
      )}
      {foreign.length > 0 && (
        <p className={styles.note} role="alert">
          {foreign.length === 1 ? 'This file is' : 'These files are'} not of this project, and whoever opens
          the folder would read {foreign.length === 1 ? 'it' : 'them'} together with it: {list(foreign)}.
          Choose another folder, or move {foreign.length === 1 ? 'it' : 'them'} away.{' '}
          {foreign.length === 1 ? 'It is' : 'They are'} left as {foreign.length === 1 ? 'it is' : 'they are'}.
        </p>
      )}
      <div className={styles.actions}>
        <button type="button" className={buttons.button} onClick={cancel}>
          {all === 0 ? 'Close' : 'Cancel'}
        </button>
        <button
          ref={main}
          type="button"
          className={all === 0 ? buttons.main : buttons.button}
          onClick={again}
        >
          Another folder…
        </button>
        {all > 0 && (
          <button
            ref={main}
            type="button"
            className={buttons.main}
            onClick={() => write(removes ? gone : [])}
          >
            {differing.length > 0
              ? `Write ${count(differing.length, 'file')}`
              : `Remove ${count(gone.length, 'file')}`}
          </button>
        )}
      </div>
    </>
  );
}
