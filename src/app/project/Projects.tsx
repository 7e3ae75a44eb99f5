// The projects of this browser: to go on with, to begin, to remove.
import { useEffect, useRef, useState } from 'react';
import { useUnsaved } from '../coding/unsaved';
import { count, countSaid } from '../numbers';
import { show, toFailure, useStore } from '../store';
import buttons from '../ui/button.module.css';
import { listEntries, type Entry } from './journal';
import { createProject, MOST_NAME, openProject, removeProject } from './project';
import styles from './Projects.module.css';

const printDay = (time: string) =>
  new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** What one can go on with or begin; calls `close` when a project is open. */
export function Projects({ close }: { close: () => void }) {
  const opened = useStore((state) => state.opened);
  const [entries, setEntries] = useState<readonly Entry[]>();
  const [busy, setBusy] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [name, setName] = useState('');
  const [leaving, setLeaving] = useState<Entry>();
  const begun = useRef<HTMLInputElement>(null);
  const unsaved = useUnsaved();
  const attempt = async (what: string, work: () => Promise<unknown>) => {
    setBusy(what);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(toFailure(error).sentence);
    } finally {
      setBusy(undefined);
    }
  };
  useEffect(() => {
    listEntries().then(setEntries, (error: unknown) => {
      setEntries([]);
      setFailure(toFailure(error).sentence);
    });
  }, []);
  const begin = (copied: boolean) => {
    const wanted = name.trim();
    if (wanted === '') {
      begun.current!.focus();
      setFailure('Give the project a name first.');
      return;
    }
    void attempt('begin', async () => {
      const { mode, coded } = useStore.getState().view;
      await createProject(wanted, copied ? opened : undefined);
      // Who lacked a project to code in goes on where they were.
      if (mode === 'code') show({ mode, ...(copied && { coded }) });
      close();
    });
  };
  const here = opened?.local?.project;
  return (
    <section aria-label="Projects" className={styles.projects} aria-busy={busy !== undefined}>
      <h3>Your projects</h3>
      <p>
        In a project you code articles of your own. It is kept in this browser, with all you do in it, until
        you remove it.
      </p>
      {unsaved > 0 && (
        <p className={styles.sure}>
          What is written in {count(unsaved, 'form')} of what is open is not saved yet, and is left behind
          when another is opened.
        </p>
      )}
      {entries && entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <button
                type="button"
                className={styles.entry}
                disabled={busy !== undefined || entry.id === here}
                onClick={() =>
                  void attempt(entry.id, async () => {
                    await openProject(entry.id);
                    close();
                  })
                }
              >
                <strong>{entry.name}</strong>
                <small>
                  {entry.id === here && 'Open now · '}
                  {count(entry.articles, 'article')}, {countSaid(entry.claims)} · changed{' '}
                  {printDay(entry.changed)}
                </small>
              </button>
              {entry.id !== here && (
                <button
                  type="button"
                  className={buttons.button}
                  aria-label={`Remove ${entry.name}`}
                  onClick={() => setLeaving(entry)}
                >
                  Remove
                </button>
              )}
              {leaving?.id === entry.id && (
                <div role="alert" className={styles.sure}>
                  <p>
                    Remove ‘{entry.name}’ from this browser for good? What was not saved as a file is gone.
                  </p>
                  <button
                    type="button"
                    className={buttons.main}
                    onClick={() =>
                      void attempt(entry.id, async () => {
                        await removeProject(entry.id);
                        setLeaving(undefined);
                        setEntries(await listEntries());
                      })
                    }
                  >
                    Remove it
                  </button>
                  <button type="button" className={buttons.button} onClick={() => setLeaving(undefined)}>
                    Keep it
                  </button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          begin(false);
        }}
      >
        <label className={styles.field}>
          Name of a new project
          <input
            ref={begun}
            value={name}
            maxLength={MOST_NAME}
            autoComplete="off"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className={styles.begin}>
          <button type="submit" className={buttons.button} disabled={busy !== undefined}>
            Begin empty
          </button>
          {opened && opened.corpus.nodes.size > 0 && (
            <button
              type="button"
              className={buttons.button}
              disabled={busy !== undefined}
              onClick={() => begin(true)}
            >
              Begin with a copy of what is open
            </button>
          )}
        </div>
      </form>
      {failure !== undefined && <p role="alert">{failure}</p>}
    </section>
  );
}
