// The project in the page's head: its name, what can be taken back, and whether all of it is kept.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { MOST_CODER } from '../../core/schema';
import { dropTurns } from '../../core/text';
import { useUnsaved } from '../coding/unsaved';
import { tellReader, toReason, useStore } from '../store';
import { count } from '../numbers';
import buttons from '../ui/button.module.css';
import { isTyping } from '../ui/typing';
import {
  MOST_NAME,
  openProject,
  redo,
  rename,
  retry,
  setCoder,
  undo,
  useOpenProject,
  type Project,
} from './project';
import styles from './Bar.module.css';

const Save = lazy(async () => ({ default: (await import('./Save')).Save }));
const Agreement = lazy(async () => ({ default: (await import('./Agreement')).Agreement }));

/** What is done with a project in a dialog of its own. */
type Dialog = 'save' | 'compare';
const DIALOGS = {
  save: 'Save as files…',
  compare: 'Compare with another coding…',
} as const satisfies Record<Dialog, string>;

const attempt = async (work: () => unknown) => {
  try {
    await work();
  } catch (error) {
    tellReader(toReason(error));
  }
};

/** How many acts the history tells. */
const FEW = 30;

export function Bar() {
  const project = useOpenProject();
  const opened = useStore((state) => state.opened);
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void attempt(key === 'y' || event.shiftKey ? redo : undo);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  if (!project) return null;
  const { entry, acts, locked } = project;
  const before = acts[entry.done - 1];
  const after = acts[entry.done];
  return (
    <div className={styles.bar} role="group" aria-label="Project">
      <button
        type="button"
        className={styles.name}
        popoverTarget="project-menu"
        aria-haspopup="dialog"
        title={entry.name}
      >
        <bdi>{entry.name}</bdi> <span aria-hidden="true">▾</span>
      </button>
      <Menu project={project} begin={setDialog} />
      <Suspense>
        {dialog === 'save' && <Save opened={opened!} close={close} />}
        {dialog === 'compare' && <Agreement opened={opened!} close={close} />}
      </Suspense>
      <button
        type="button"
        className={buttons.button}
        aria-label="Undo"
        title={before ? `Undo: ${before.name} (Ctrl Z)` : 'There is nothing to undo'}
        disabled={!before || locked !== undefined}
        onClick={() => void attempt(undo)}
      >
        <span aria-hidden="true">↶</span>
      </button>
      <button
        type="button"
        className={buttons.button}
        aria-label="Redo"
        title={after ? `Redo: ${after.name} (Ctrl Shift Z)` : 'There is nothing to redo'}
        disabled={!after || locked !== undefined}
        onClick={() => void attempt(redo)}
      >
        <span aria-hidden="true">↷</span>
      </button>
      <Kept project={project} save={() => setDialog('save')} />
    </div>
  );
}

/** Whether what was done is kept; where it is not, or nothing can be done here, what to do. */
function Kept({ project: { entry, saving, locked }, save }: { project: Project; save: () => void }) {
  const unsaved = useUnsaved();
  if (locked !== undefined)
    return (
      <div className={styles.trouble} role="alert">
        <p>
          {locked}
          {saving.is === 'refused' &&
            ` ${count(saving.unsaved, 'change is', 'changes are')} on this page alone: save the project as files first.`}
        </p>
        <button
          type="button"
          className={buttons.button}
          onClick={() => void attempt(() => openProject(entry.id, true))}
        >
          Work on it here
        </button>
      </div>
    );
  if (saving.is === 'refused')
    return (
      <div className={styles.trouble} role="alert">
        <p>
          {count(saving.unsaved, 'change is', 'changes are')} not kept in this browser and would be lost with
          this page. {saving.sentence} Make room and try again, or save the project as files.
        </p>
        <button type="button" className={buttons.button} onClick={retry}>
          Try again
        </button>
        <button type="button" className={buttons.button} aria-haspopup="dialog" onClick={save}>
          {DIALOGS.save}
        </button>
      </div>
    );
  return (
    <span
      className={styles.kept}
      role="status"
      title={unsaved > 0 ? `${count(unsaved, 'form holds', 'forms hold')} what is not saved yet` : undefined}
    >
      {saving.is === 'saving' ? 'Saving…' : unsaved > 0 ? 'Not all saved' : 'Saved'}
    </span>
  );
}

/** What can be done with the project as a whole, and what was done in it. */
function Menu({
  project: { entry, acts, locked },
  begin,
}: {
  project: Project;
  begin: (dialog: Dialog) => void;
}) {
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const told = acts.map((act, place) => ({ ...act, place })).slice(-FEW);
  return (
    <div
      ref={menu}
      id="project-menu"
      popover="auto"
      role="dialog"
      aria-label="The project"
      className={styles.menu}
      onToggle={(event) => setOpen(event.newState === 'open')}
    >
      {isOpen && (
        <>
          <Field
            name="Name of the project"
            value={entry.name}
            most={MOST_NAME}
            isLocked={locked !== undefined}
            keep={(name) => name !== '' && void attempt(() => rename(name))}
          />
          <Field
            name="Who codes"
            hint="Your name or initials: kept with everything that you code from now on."
            value={entry.coder ?? ''}
            most={MOST_CODER}
            isLocked={locked !== undefined}
            keep={(coder) => void attempt(() => setCoder(coder === '' ? undefined : coder))}
          />
          <div className={styles.doing}>
            {(Object.keys(DIALOGS) as Dialog[]).map((name) => (
              <button
                key={name}
                type="button"
                className={buttons.button}
                aria-haspopup="dialog"
                onClick={() => {
                  menu.current!.hidePopover();
                  begin(name);
                }}
              >
                {DIALOGS[name]}
              </button>
            ))}
          </div>
          <h3>What was done</h3>
          {told.length === 0 ? (
            <p>Nothing yet.</p>
          ) : (
            <ol className={styles.acts} tabIndex={0} aria-label="What was done, the last first">
              {told.toReversed().map((act) => (
                <li key={act.place} data-undone={act.place >= entry.done}>
                  {act.name} {act.place >= entry.done && <em>(undone)</em>}
                  <small>
                    {new Date(act.at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
                  </small>
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </div>
  );
}

function Field({
  name,
  hint,
  value,
  most,
  isLocked,
  keep,
}: {
  name: string;
  hint?: string;
  value: string;
  /** How many characters it may have. */
  most: number;
  isLocked: boolean;
  keep: (value: string) => void;
}) {
  const [now, setNow] = useState(value);
  const finish = () => {
    // What turns the direction of the text is not seen in a name, and is nowhere taken.
    const entered = dropTurns(now).trim();
    if (entered !== value) keep(entered);
  };
  return (
    <label className={styles.field}>
      {name}
      <input
        value={now}
        maxLength={most}
        autoComplete="off"
        disabled={isLocked}
        onChange={(event) => setNow(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
        }}
      />
      {hint && <small>{hint}</small>}
    </label>
  );
}
