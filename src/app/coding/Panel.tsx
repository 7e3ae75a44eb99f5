// What stands beside the article that is coded: what is proposed, what is selected or being made, and what is still to be done.
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { findOpen } from '../../core/rules';
import { atOnce } from '../../core/steps';
import { useOpenProject } from '../project/project';
import { Inspector } from '../panels/Inspector';
import { useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { TypeIcon } from '../ui/Icon';
import { ViewLink } from '../ui/ViewLink';
import { setCoding, useCoding, type Panel as Name } from './coding';
import { useCoded } from './coded';
import { toPending } from './queue';
import styles from './Panel.module.css';

const Editor = lazy(async () => ({ default: (await import('./Editor')).Editor }));
const Review = lazy(async () => ({ default: (await import('./Review')).Review }));

const NAMES = { proposals: 'Proposals', selected: 'Selected', open: 'To do' } as const satisfies Record<
  Name,
  string
>;

export function Panel({ opened }: { opened: Opened }) {
  const article = useCoded(opened);
  const { panel } = useCoding();
  const [called, setCalled] = useState(0);
  const project = useOpenProject();
  const selections = useStore((state) => state.selections);
  const selection = useStore((state) => state.view.selection);
  useEffect(() => {
    if (selection !== undefined) setCoding({ panel: 'selected' });
  }, [selections, selection]);
  const several = useStore((state) => state.view.also.length > 0);
  const left = useMemo(() => {
    if (!project || article === undefined) return undefined;
    return project.proposals.has(article) ? toPending(project, opened.corpus, article).length : undefined;
  }, [project, opened, article]);
  const open = useMemo(() => toOpen(opened, article), [opened, article]);
  if (article === undefined || !project) return <Inspector opened={opened} />;
  const counts = { proposals: left, selected: undefined, open: open.length };
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.tabs} role="tablist" aria-label="Beside the article">
          {(Object.keys(NAMES) as Name[]).map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`coding-${name}`}
              aria-selected={panel === name}
              aria-controls="coding-panel"
              tabIndex={panel === name ? 0 : -1}
              onClick={({ detail }) => {
                setCoding({ panel: name });
                // By the keyboard it stays on the tab.
                setCalled(name === 'proposals' && detail > 0 ? called + 1 : 0);
              }}
              onKeyDown={(event) => {
                const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
                if (!by) return;
                const all = Object.keys(NAMES) as Name[];
                const next = all[(all.indexOf(name) + by + all.length) % all.length]!;
                setCoding({ panel: next });
                setCalled(0);
                document.getElementById(`coding-${next}`)?.focus();
              }}
            >
              {NAMES[name]}
              {counts[name] !== undefined && <small>{counts[name]}</small>}
            </button>
          ))}
        </div>
        <ViewLink to={{ mode: 'codebook' }} className={styles.codebook} title="What types and topics mean">
          Codebook
        </ViewLink>
      </div>
      <div id="coding-panel" role="tabpanel" aria-labelledby={`coding-${panel}`} className={styles.body}>
        {panel === 'proposals' && (
          <Suspense>
            <Review key={article} opened={opened} article={article} called={called} />
          </Suspense>
        )}
        {panel === 'selected' &&
          (several || project.locked !== undefined ? (
            <Inspector opened={opened} />
          ) : (
            <section aria-label="Inspector" id="inspector" tabIndex={-1}>
              <Suspense>
                <Editor opened={opened} />
              </Suspense>
            </section>
          ))}
        {panel === 'open' && <ToDo opened={opened} open={open} />}
      </div>
    </div>
  );
}

type Open = { id: string; reasons: string[] };

/** What the nodes of an article still lack, those first that lack most. */
function toOpen({ corpus }: Opened, article: string | undefined): Open[] {
  const found = new Map<string, string[]>();
  for (const { id, reason } of atOnce(findOpen(corpus)))
    if (corpus.nodes.get(id)!.passages.some((passage) => passage.article === article))
      found.set(id, [...(found.get(id) ?? []), reason]);
  return [...found].map(([id, reasons]) => ({ id, reasons }));
}

/** A reason of core's rules as it is told to a reader. */
const toSentence = (reason: string) => reason.slice(0, 1).toUpperCase() + reason.slice(1).split(':')[0];

function ToDo({ opened: { corpus }, open }: { opened: Opened; open: readonly Open[] }) {
  if (open.length === 0)
    return (
      <section className={styles.todo} aria-label="To do">
        <h2>Nothing is left to do</h2>
        <p>All that is coded as said in this article has somebody who says it, and a topic.</p>
      </section>
    );
  return (
    <section className={styles.todo} aria-label="To do">
      <h2>Still to be coded</h2>
      <ul>
        {open.map(({ id, reasons }) => (
          <li key={id}>
            <ItemLink id={id} className={styles.line}>
              <TypeIcon type={corpus.nodes.get(id)!.type} />
              <span>
                {corpus.nodes.get(id)!.label}
                <small>{reasons.map(toSentence).join('. ')}.</small>
              </span>
            </ItemLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
