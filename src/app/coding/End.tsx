// Where all of an article is decided: what is left to be coded in it, and which article is next.
import { useMemo, type RefObject } from 'react';
import { toArticles } from '../../core/debate';
import type { Corpus } from '../../core/model';
import { findOpen } from '../../core/rules';
import { atOnce } from '../../core/steps';
import { count } from '../numbers';
import type { Project } from '../project/project';
import { show, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { ViewLink } from '../ui/ViewLink';
import buttons from '../ui/button.module.css';
import { toPending, type Queue } from './queue';
import styles from './Review.module.css';

export function End({
  frame,
  opened: { corpus },
  article,
  project,
  queue,
}: {
  frame: RefObject<HTMLDivElement | null>;
  opened: Opened;
  article: string;
  project: Project;
  queue: Queue;
}) {
  const left = useMemo(() => toLeft(corpus, article), [corpus, article]);
  const next = toArticles(corpus).find(
    ({ node: { id } }) =>
      id !== article && (!project.proposals.has(id) || toPending(project, corpus, id).length > 0),
  );
  return (
    <div ref={frame} className={styles.end} role="group" aria-label="What is left" tabIndex={-1}>
      <h2>{queue.cases.length === 0 ? 'Nothing was found to propose' : 'All proposals are decided'}</h2>
      {queue.cases.length === 0 && <p>Select words in the article to code them by hand.</p>}
      {left.map(({ name, ids }) => (
        <details key={name}>
          <summary>
            {count(ids.length, 'claim or recommendation has', 'claims and recommendations have')} {name}
          </summary>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <ItemLink id={id}>{corpus.nodes.get(id)!.label}</ItemLink>
              </li>
            ))}
          </ul>
        </details>
      ))}
      {left.length === 0 && queue.cases.length > 0 && <p>Everything said in it has a speaker and a topic.</p>}
      {next ? (
        <button type="button" className={buttons.main} onClick={() => show({ coded: next.node.id })}>
          Next article: {next.node.label}
        </button>
      ) : (
        <p>
          <ViewLink to={{ mode: 'map' }}>See the whole map</ViewLink>
        </p>
      )}
    </div>
  );
}

/** What is said in an article and lacks somebody who says it, or a topic. */
function toLeft(corpus: Corpus, article: string): { name: string; ids: string[] }[] {
  const groups = [
    { name: 'nobody who says it', opens: 'nobody says', ids: [] as string[] },
    { name: 'no topic', opens: 'belongs to no topic', ids: [] as string[] },
  ];
  for (const { id, reason } of atOnce(findOpen(corpus)))
    if (corpus.nodes.get(id)!.passages.some((passage) => passage.article === article))
      groups.find(({ opens }) => reason.startsWith(opens))?.ids.push(id);
  return groups.filter(({ ids }) => ids.length > 0);
}
