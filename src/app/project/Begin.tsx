// Where a project stands: its articles, and how much of each is still to be decided; or how to begin.
import { useState } from 'react';
import { printDate } from '../../core/date';
import { toArticles } from '../../core/debate';
import { count } from '../numbers';
import { toFailure, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { ViewLink } from '../ui/ViewLink';
import { GrowingList } from '../panels/GrowingList';
import buttons from '../ui/button.module.css';
import { toPending } from '../coding/queue';
import { createProject, useOpenProject } from './project';
import styles from './Begin.module.css';

/** How many articles are listed before one asks for more. */
const FIRST = 12;

export function Begin({ opened }: { opened: Opened }) {
  const { corpus, local } = opened;
  const project = useOpenProject();
  if (!project) return local && <Opening opened={opened} name={local.name} />;
  const articles = toArticles(corpus);
  const add = () => document.getElementById('add-articles')?.click();
  if (articles.length === 0)
    return (
      <div className={styles.begin}>
        <h2>{project.entry.name}</h2>
        <p>This project is empty. It becomes a graph in three steps:</p>
        <ol>
          <li>
            <strong>Add articles.</strong> Drop files on the page, paste text, or choose files: text, web
            pages, PDF, Word.
          </li>
          <li>
            <strong>Go through what is proposed.</strong> People, bodies, reports, claims and who makes them,
            each on its words: accept, correct or reject it, or select words and code them yourself.
          </li>
          <li>
            <strong>See the debate.</strong> The map grows as you code; everything leads back to its words,
            and can be exported.
          </li>
        </ol>
        <button type="button" className={buttons.main} onClick={add}>
          Add articles…
        </button>
        <p className={styles.kept}>
          Or say first <ViewLink to={{ mode: 'codebook' }}>what each type means</ViewLink> in it.
        </p>
        <p className={styles.kept}>All of it stays in this browser: nothing is sent anywhere.</p>
      </div>
    );
  return (
    <div className={styles.begin}>
      <h3>Code the articles</h3>
      <GrowingList items={articles} first={FIRST} className={styles.articles}>
        {({ node }) => {
          const left = toPending(project, corpus, node.id).length;
          return (
            <li key={node.id}>
              <ViewLink to={{ mode: 'code', coded: node.id }} className={styles.article}>
                <TypeIcon type="article" />
                <span>
                  {node.label}
                  <small>
                    {node.publisher}, {printDate(node.date)}
                    {left > 0 && ` · ${count(left, 'proposal')} to decide`}
                  </small>
                </span>
              </ViewLink>
            </li>
          );
        }}
      </GrowingList>
      <button type="button" className={buttons.button} onClick={add}>
        Add articles…
      </button>
    </div>
  );
}

/** Where what is shown was opened from, and that it can be worked on. */
function Opening({ opened, name }: { opened: Opened; name: string }) {
  const [state, setState] = useState<{ busy: boolean; failure?: string }>({ busy: false });
  const begin = async () => {
    setState({ busy: true });
    try {
      await createProject(opened.corpus.title ?? name.replace(/\.(?:zip|dna|graphml)$/i, ''), opened);
    } catch (error) {
      setState({ busy: false, failure: toFailure(error).sentence });
    }
  };
  return (
    <div className={styles.begin}>
      <p className={styles.opened}>
        Opened from <bdi>{name}</bdi>, in this browser only: a link does not carry it. To change it, make a
        project of it; the file stays as it is.
      </p>
      <button type="button" className={buttons.button} disabled={state.busy} onClick={() => void begin()}>
        Work on it
      </button>
      {state.failure !== undefined && <p role="alert">{state.failure}</p>}
    </div>
  );
}
