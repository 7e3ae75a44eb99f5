// How two nodes are connected: each path told as a sentence, with the words along the way.
import { Fragment, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { printDate } from '../../core/date';
import type { GraphEdge, Passage } from '../../core/model';
import { findPathsInSteps, type Path, type Paths, type PathSearch } from '../../core/paths';
import type { Steps } from '../../core/steps';
import { useSteps } from '../steps';
import { show, showAll, trace, useStore, type Opened } from '../store';
import { tellPath, type Clause } from '../telling';
import { ItemLink } from '../ui/ItemLink';
import { LinesChoice } from '../ui/LinesChoice';
import { PATH_STEPS, type View } from '../view';
import { count } from '../numbers';
import { listNames, printName } from '../words';
import buttons from '../ui/button.module.css';
import cards from './Inspector.module.css';
import styles from './PathList.module.css';

/** How many paths are listed before one asks for more. */
const FEW = 8;

/** The paths while there are none yet. */
const NONE: Paths['paths'] = [];

const byCost = (a: Path, b: Path) => a.cost - b.cost;

/** The paths between two nodes, as they were asked for; `turn` tells them from the other end. */
export function PathList({
  opened,
  from,
  to,
  turn,
}: {
  opened: Opened;
  from: string;
  to: string;
  turn: () => void;
}) {
  const { corpus } = opened;
  const visible = useStore((state) => state.visible);
  const choice = useStore((state) => state.view.paths);
  const { steps, directed, along } = choice;
  const [hovered, setHovered] = useState<number>();
  const [all, setAll] = useState(false);
  const name = useId();
  const start = useCallback(
    function* (): Steps<Paths & { from: string; to: string; asked: PathSearch }> {
      const asked = { steps, directed, along };
      const wanted = { ...asked, within: visible };
      const there = yield* findPathsInSteps(corpus, from, to, wanted);
      if (!directed) return { from, to, asked, ...there };
      // Where arrows count a path may lead from either of them to the other.
      const back = yield* findPathsInSteps(corpus, to, from, wanted);
      const both = [there, back].filter(({ paths }) => paths.length > 0);
      const least = Math.min(...both.map(({ paths }) => paths[0]!.steps.length));
      const kept = steps === undefined ? both.filter(({ paths }) => paths[0]!.steps.length === least) : both;
      return {
        from,
        to,
        asked,
        paths: kept.flatMap(({ paths }) => paths).toSorted(byCost),
        complete: kept.every(({ complete }) => complete),
      };
    },
    [corpus, from, to, steps, directed, along, visible],
  );
  const { value: last, busy } = useSteps(start);
  // While others are looked for, those there were stay, as long as they are between the same two.
  const found = last?.from === from && last.to === to ? last : undefined;
  const paths = found?.paths ?? NONE;
  const open = Math.min(choice.open, paths.length - 1);
  const now = hovered ?? open;
  const union = useMemo(() => new Set(paths.flatMap(toIds)), [paths]);
  useEffect(() => {
    trace(paths.length > 0 ? { all: union, now: new Set(paths[now] ? toIds(paths[now]) : []) } : undefined);
  }, [paths, union, now]);
  useEffect(() => () => trace(undefined), []);
  const choose = (part: Partial<View['paths']>) => show({ paths: { ...choice, open: 0, ...part } });
  const missing = [from, to].filter((id) => !visible.has(id));
  const shown = all || open >= FEW ? paths : paths.slice(0, FEW);
  return (
    <section aria-labelledby={name}>
      <h3 id={name}>How they are connected</h3>
      <div className={styles.choices}>
        <select
          aria-label="Paths"
          className={buttons.button}
          value={steps ?? ''}
          onChange={({ target: { value } }) => choose({ steps: value === '' ? undefined : Number(value) })}
        >
          <option value="">Shortest paths</option>
          {PATH_STEPS.map((most) => (
            <option key={most} value={most}>
              All of up to {most} steps
            </option>
          ))}
        </select>
        <select
          aria-label="Arrows"
          className={buttons.button}
          value={directed ? 'kept' : ''}
          onChange={({ target: { value } }) => choose({ directed: value === 'kept' ? true : undefined })}
        >
          <option value="">Either way</option>
          <option value="kept">Along the arrows</option>
        </select>
        <LinesChoice along={along} onChange={(lines) => choose({ along: lines })} />
        <button type="button" className={buttons.button} title="Tell them from the other end" onClick={turn}>
          ⇄ <span className="unseen">Tell them from the other end</span>
        </button>
      </div>
      {missing.length > 0 ? (
        <p className={cards.lead} role="status">
          {listNames(missing.map((id) => printName(corpus.nodes.get(id)!.label)))}{' '}
          {missing.length === 1 ? 'is' : 'are'} not on the map now.{' '}
          <button type="button" className={buttons.plain} onClick={showAll}>
            Show everything
          </button>
        </p>
      ) : (
        <p className={cards.lead} role="status">
          {found ? printResult(found, found.asked) : 'Looking for paths…'}
        </p>
      )}
      <ol className={styles.paths} aria-busy={busy}>
        {shown.map((path, index) => (
          <li
            key={path.nodes.join(' ')}
            className={styles.path}
            data-open={index === open}
            onMouseEnter={() => setHovered(index)}
            onMouseLeave={() => setHovered(undefined)}
          >
            <Sentence opened={opened} clauses={tellPath(opened, path)} whole={index === open} />
            {index !== open && (
              <button
                type="button"
                className={buttons.plain}
                onClick={() => show({ paths: { ...choice, open: index } })}
              >
                With the words<span className="unseen"> of path {index + 1}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {shown.length < paths.length && (
        <button type="button" className={buttons.plain} onClick={() => setAll(true)}>
          Show all {paths.length} paths
        </button>
      )}
    </section>
  );
}

/** The ids of what a path leads through: of each step the edges of the most telling kind. */
const toIds = ({ nodes, steps }: Path): string[] => [
  ...nodes,
  ...steps.flatMap((edges) => edges.map(({ id }) => id)),
];

/** How many paths there are, of those that were asked for. */
function printResult({ paths, complete }: Paths, { steps, directed, along }: PathSearch): string {
  if (paths.length === 0) {
    const further = [
      ...(steps === undefined ? [] : ['more steps']),
      ...(directed ? ['either way'] : []),
      ...(along ? ['all lines'] : []),
    ];
    return `No path leads from one to the other${steps === undefined ? '' : ` in ${count(steps, 'step')} or fewer`}.${further.length > 0 ? ` Try ${further.join(', ')}.` : ''}`;
  }
  const [first] = paths;
  const what =
    steps === undefined
      ? `${count(paths.length, 'shortest path', 'shortest paths')} of ${count(first!.steps.length, 'step')}`
      : `${count(paths.length, 'path')} of up to ${count(steps, 'step')}`;
  const order =
    paths.length > 1
      ? ', the most telling first: arguments before shared topics, nodes with few lines before those with many'
      : '';
  return `${what}${complete ? '' : ', and there are more'}${order}.`;
}

/** The clauses in a line, or below one another with the words that each rests on. */
function Sentence({
  opened,
  clauses,
  whole,
}: {
  opened: Opened;
  clauses: readonly Clause[];
  whole: boolean;
}) {
  const toText = ({ words }: Clause) =>
    words.map(({ id, text }, index) =>
      id === undefined ? (
        // oxlint-disable-next-line react/no-array-index-key -- words have no other name
        <Fragment key={index}>{text}</Fragment>
      ) : (
        <ItemLink key={id} id={id}>
          {text}
        </ItemLink>
      ),
    );
  const stop = (index: number) => (index === clauses.length - 1 ? '.' : ', ');
  if (!whole)
    return (
      <p>
        {clauses.map((clause, index) => (
          <Fragment key={clause.edges[0]!.id}>
            {toText(clause)}
            {stop(index)}
          </Fragment>
        ))}
      </p>
    );
  return clauses.map((clause, index) => (
    <Fragment key={clause.edges[0]!.id}>
      <p>
        {toText(clause)}
        {stop(index)}
      </p>
      {clause.edges.map((edge) => (
        <Words key={edge.id} opened={opened} edge={edge} />
      ))}
    </Fragment>
  ));
}

/** The words an edge rests on, article by article, and where they stand. */
function Words({ opened, edge: { id, passages } }: { opened: Opened; edge: GraphEdge }) {
  const articles = [...new Set(passages.map(({ article }) => article))];
  return articles.map((article) => {
    const { node } = opened.corpus.articles.get(article)!;
    const isHere = (passage: Passage) => passage.article === article;
    return (
      <blockquote key={article} className={styles.words}>
        {passages.filter(isHere).map(({ quote, start }) => (
          <q key={start}>{quote}</q>
        ))}
        <cite>
          <ItemLink id={id} passage={passages.findIndex(isHere)}>
            {node.publisher}, {printDate(node.date)}
          </ItemLink>
        </cite>
      </blockquote>
    );
  });
}
