// The compare view: two actors, articles or times side by side, what both say, where they disagree, and what else each says.
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { compare, toPairings, type Comparison, type Pairing } from '../../core/compare';
import type { Statement } from '../../core/discourse';
import { matchStatements } from '../../core/filter';
import { writeCsv } from '../../core/formats/csv';
import type { Corpus } from '../../core/model';
import type { Steps } from '../../core/steps';
import { count, countSaid, printInferred } from '../numbers';
import { useSteps } from '../steps';
import { isUnfiltered, show, showAll, useStore, type Opened } from '../store';
import { saveFile } from '../ui/save';
import { ViewLink } from '../ui/ViewLink';
import buttons from '../ui/button.module.css';
import { capitalise } from '../words';
import { Changes } from './Changes';
import { toComparisonTable } from './comparison';
import { ComparisonSheet } from './ComparisonSheet';
import { findSide, printRest, printSide, toChoices, toHalves, toYearsSaid, type Choices } from './sides';
import styles from './Compare.module.css';

type Sides = readonly [string, string];

/** What there is to compare, and who has most to do with whom. */
type Field = {
  statements: readonly Statement[];
  choices: Choices;
  pairings: readonly Pairing[];
  /** The two articles that have most to do with each other. */
  articles: Sides | undefined;
};

type Result = { first?: string | undefined; second?: string; comparison?: Comparison };
const NOTHING: Result = {};

const toNames = (corpus: Corpus, { first, second }: Result): [string, string] => [
  printSide(corpus, first!),
  printSide(corpus, second!),
];

/** How many pairs are offered. */
const OFFERED = 6;

export function Compare({ opened }: { opened: Opened }) {
  const { corpus } = opened;
  const query = useStore((state) => state.view.query);
  const asked = useStore((state) => state.view.compare);
  const visible = useStore((state) => state.visible);
  const find = useCallback(
    function* (): Steps<Field> {
      const statements = yield* matchStatements(corpus, query, visible);
      const choices = yield* toChoices(corpus, statements);
      const pairings = yield* toPairings(corpus, statements, visible, 'actor');
      const [articles] = yield* toPairings(corpus, statements, visible, 'article');
      return { statements, choices, pairings, articles: articles?.sides };
    },
    [corpus, query, visible],
  );
  const { value: field } = useSteps(find);
  // Whoever comes with something selected finds it: what is selected when the view opens says whom to compare.
  const [came] = useState(() => findSide(corpus, useStore.getState().view.selection));
  const work = useCallback(
    function* (): Steps<Result> {
      if (!field) return {};
      const { statements, pairings } = field;
      let [first, second] = asked ?? [came];
      if (first !== undefined && second === undefined) {
        const of = corpus.nodes.get(first)?.type === 'article' ? 'article' : 'actor';
        second = (yield* toPairings(corpus, statements, visible, of, first))[0]?.sides[1];
      }
      if (!asked && second === undefined) [first, second] = pairings[0]?.sides ?? [];
      if (first === undefined || second === undefined) return { first };
      return { first, second, comparison: yield* compare(corpus, statements, visible, [first, second]) };
    },
    [corpus, field, asked, came, visible],
  );
  const result = useSteps(work).value ?? NOTHING;
  const first = asked?.[0] ?? result.first;
  const second = asked?.[1] ?? result.second;
  // What is told may be long: it is drawn when there is time.
  const told = useDeferredValue(result);
  const isWhole = useStore(isUnfiltered);
  const sizeOf = (side: string | undefined) =>
    told.comparison && [told.first, told.second].includes(side)
      ? told.comparison.sizes[side === told.first ? 0 : 1]
      : undefined;
  const save = () => {
    const { header, rows } = toComparisonTable(corpus, told.comparison!, toNames(corpus, told));
    saveFile('claimscape-comparison.csv', 'text/csv', writeCsv(header, rows));
  };
  return (
    <section aria-label="Compare" className={styles.compare}>
      <header className={styles.head}>
        <h2>What two say, side by side</h2>
        <div className={styles.sides}>
          <SideSelect
            name="First"
            corpus={corpus}
            choices={field?.choices ?? []}
            sides={[first, second]}
            at={0}
            size={sizeOf(first)}
          />
          <button
            type="button"
            className={buttons.button}
            aria-label="Swap the two"
            title="Swap the two"
            disabled={second === undefined}
            onClick={() => show({ compare: [second!, first!] })}
          >
            ⇄
          </button>
          <SideSelect
            name="Second"
            corpus={corpus}
            choices={field?.choices ?? []}
            sides={[first, second]}
            at={1}
            size={sizeOf(second)}
          />
        </div>
        <div className={styles.more}>
          {field && <Offers corpus={corpus} field={field} />}
          {field && <Changes corpus={corpus} statements={field.statements} />}
          <button type="button" className={buttons.button} disabled={!told.comparison} onClick={save}>
            Save as CSV
          </button>
        </div>
      </header>
      {!field ? (
        <p className={styles.empty}>Working…</p>
      ) : field.statements.length === 0 && isWhole ? (
        <p className={styles.empty}>
          Nobody is coded yet as saying anything on a topic: there is nothing to compare.
        </p>
      ) : field.statements.length === 0 ? (
        <p className={styles.empty}>
          The filters leave nothing that anybody says.{' '}
          <button type="button" className={buttons.plain} onClick={showAll}>
            Show everything
          </button>
        </p>
      ) : told.comparison ? (
        <ComparisonSheet opened={opened} comparison={told.comparison} sides={[told.first!, told.second!]} />
      ) : (
        <p className={styles.empty}>Choose whom or what to compare, on both sides.</p>
      )}
    </section>
  );
}

/** A list to choose a side from, over what is chosen in as many lines as that takes: a list itself would cut it. */
function SideSelect({
  name,
  corpus,
  choices,
  sides,
  at,
  size,
}: {
  name: string;
  corpus: Corpus;
  choices: Choices;
  sides: readonly [string | undefined, string | undefined];
  at: 0 | 1;
  /** How much it says, once that is counted. */
  size: number | undefined;
}) {
  const side = sides[at];
  const isListed = side === undefined || choices.some(([, group]) => group.some(([id]) => id === side));
  // There may be thousands, and they stay as they are whatever is chosen.
  const options = useMemo(
    () =>
      choices.map(([group, all]) => (
        <optgroup key={group} label={group}>
          {all.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </optgroup>
      )),
    [choices],
  );
  const choose = (chosen: string) => {
    const other = sides[1 - at];
    // To choose what stands on the other side is to swap the two.
    const kept = chosen === other ? side : other;
    if (kept === undefined) show({ compare: [chosen] });
    else show({ compare: at === 0 ? [chosen, kept] : [kept, chosen] });
  };
  const rest = side === undefined ? '' : printRest(corpus, side);
  return (
    <div className={styles.side}>
      <div aria-hidden="true">
        <strong>{side === undefined ? 'Choose…' : capitalise(printSide(corpus, side))}</strong>
        {rest !== '' && <small>{rest}</small>}
        {size !== undefined && <small>{countSaid(size)}</small>}
      </div>
      <select
        aria-label={name}
        title={rest || undefined}
        value={side ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {side === undefined && <option value="">Choose…</option>}
        {!isListed && <option value={side}>{printSide(corpus, side)}</option>}
        {options}
      </select>
    </div>
  );
}

const countDisagreements = ({ disputes, refusals }: Pairing) => disputes + refusals;

/** '5 disputes, 4 refusals, 6 inferred'. */
function printDisagreements(pairing: Pairing): string {
  const { disputes, refusals, inferred } = pairing;
  const told = [
    ...(disputes > 0 ? [count(disputes, 'dispute')] : []),
    ...(refusals > 0 ? [count(refusals, 'refusal')] : []),
  ];
  return told.join(', ') + printInferred(inferred, countDisagreements(pairing));
}

/** Who disagrees with whom most, the two articles that have most to do with each other, and the time before and after. */
function Offers({ corpus, field: { statements, pairings, articles } }: { corpus: Corpus; field: Field }) {
  const years = useMemo(() => toYearsSaid(statements), [statements]);
  const halves = toHalves(years);
  const disputing = useMemo(
    () =>
      pairings
        .filter((pairing) => countDisagreements(pairing) > 0)
        .toSorted((a, b) => countDisagreements(b) - countDisagreements(a))
        .slice(0, OFFERED),
    [pairings],
  );
  if (disputing.length === 0 && !articles && !halves) return null;
  return (
    <details className={styles.offers}>
      <summary>Other pairs to compare</summary>
      <nav aria-label="Pairs to compare">
        {disputing.length > 0 && (
          <>
            <h3>Who disagrees with whom</h3>
            <ul>
              {disputing.map((pairing) => (
                <li key={pairing.sides.join()}>
                  <ViewLink to={{ compare: pairing.sides }}>
                    {pairing.sides.map((id) => printSide(corpus, id)).join(' – ')}
                  </ViewLink>{' '}
                  <small>{printDisagreements(pairing)}</small>
                </li>
              ))}
              <li>
                <ViewLink to={{ mode: 'coalitions' }}>All of them, drawn</ViewLink>
              </li>
            </ul>
          </>
        )}
        {(articles ?? halves) && (
          <>
            <h3>Articles and times</h3>
            <ul>
              {articles && (
                <li>
                  <ViewLink to={{ compare: articles }}>
                    {articles.map((id) => printSide(corpus, id)).join(' – ')}
                  </ViewLink>
                </li>
              )}
              {halves && (
                <li>
                  <ViewLink to={{ compare: halves }}>
                    {capitalise(printSide(corpus, halves[0]))} and since
                  </ViewLink>
                </li>
              )}
            </ul>
          </>
        )}
      </nav>
    </details>
  );
}
