// The compare view: two actors, articles or times side by side, what both say, where they disagree, and what only one says.
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  compare,
  toPairings,
  type ByTopic,
  type Comparison,
  type Pairing,
  type Position,
  type Stand,
  type Tie,
  type Voice,
} from '../../core/compare';
import { toStatements, type Statement } from '../../core/discourse';
import { matchStatements } from '../../core/filter';
import type { Corpus } from '../../core/model';
import { isArgumentType, STANCES } from '../../core/vocabulary';
import type { Steps } from '../../core/steps';
import { useSteps } from '../steps';
import { isUnfiltered, show, showAll, useStore, type Opened } from '../store';
import { writeCsv } from '../../core/formats/csv';
import { saveFile } from '../ui/save';
import { ItemLink } from '../ui/ItemLink';
import { KIND_LOOK, KindIcon, STANCE_KINDS } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { ItemLine, Words } from '../ui/Words';
import { EDGE_LOOK } from '../vocabulary';
import { count } from '../numbers';
import { printEdge } from '../words';
import { More } from '../panels/More';
import { printRelation, toComparisonTable } from './comparison';
import { printSide, toChoices, toYears, type Choices } from './sides';
import buttons from '../ui/button.module.css';
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
  const [came] = useState(() => toSide(opened, useStore.getState().view.selection));
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
  const save = () => {
    const { header, rows } = toComparisonTable(corpus, told.comparison!, [
      printSide(corpus, told.first!),
      printSide(corpus, told.second!),
    ]);
    saveFile('claimscape-comparison.csv', 'text/csv', writeCsv(header, rows));
  };
  return (
    <section aria-label="Compare" className={styles.compare}>
      <header className={styles.head}>
        <div className={styles.title}>
          <h2>What two say, side by side</h2>
          <button type="button" className={buttons.button} disabled={!told.comparison} onClick={save}>
            Save as CSV
          </button>
        </div>
        <div className={styles.sides}>
          <SideSelect
            name="First"
            corpus={corpus}
            choices={field?.choices ?? []}
            sides={[first, second]}
            at={0}
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
          />
        </div>
        {field && <Offers corpus={corpus} field={field} />}
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
            Show all
          </button>
        </p>
      ) : told.comparison ? (
        <Sheet opened={opened} comparison={told.comparison} sides={[told.first!, told.second!]} />
      ) : (
        <p className={styles.empty}>Choose whom or what to compare, on both sides.</p>
      )}
    </section>
  );
}

/** The side that something selected belongs to: an actor or article itself, of a claim the body that says it. */
function toSide({ corpus }: Opened, selection: string | undefined): string | undefined {
  const type = corpus.nodes.get(selection ?? '')?.type;
  if (type === 'organisation' || type === 'person' || type === 'article') return selection;
  return toStatements(corpus).find(({ said, utterance }) => [said.id, utterance.id].includes(selection ?? ''))
    ?.body;
}

function SideSelect({
  name,
  corpus,
  choices,
  sides,
  at,
}: {
  name: string;
  corpus: Corpus;
  choices: Choices;
  sides: readonly [string | undefined, string | undefined];
  at: 0 | 1;
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
  return (
    <label className={styles.side}>
      <span className="unseen">{name}</span>
      <select value={side ?? ''} onChange={(event) => choose(event.target.value)}>
        {side === undefined && <option value="">Choose…</option>}
        {!isListed && <option value={side}>{printSide(corpus, side)}</option>}
        {options}
      </select>
    </label>
  );
}

/** Who disagrees with whom most, the two articles that have most to do with each other, and the time before and after. */
function Offers({ corpus, field: { statements, pairings, articles } }: { corpus: Corpus; field: Field }) {
  const years = useMemo(() => toYears(statements), [statements]);
  const middle = Math.floor(years.length / 2);
  const disputing = useMemo(
    () =>
      pairings
        .filter(({ disputes }) => disputes > 0)
        .toSorted((a, b) => b.disputes - a.disputes)
        .slice(0, OFFERED),
    [pairings],
  );
  return (
    <nav aria-label="Pairs to compare" className={styles.offers}>
      {disputing.length > 0 && <span>Who disagrees with whom:</span>}
      {disputing.map(({ sides, disputes }) => (
        <ViewLink key={sides.join()} to={{ compare: sides }}>
          {sides.map((id) => printSide(corpus, id)).join(' – ')} <small>{count(disputes, 'dispute')}</small>
        </ViewLink>
      ))}
      {articles && <ViewLink to={{ compare: articles }}>Two articles</ViewLink>}
      {years.length > 1 && (
        <ViewLink to={{ compare: [`../${years[middle - 1]}`, `${years[middle]}/..`] }}>
          Up to {years[middle - 1]} and since
        </ViewLink>
      )}
    </nav>
  );
}

const sizeOf = (groups: ByTopic<unknown>) => groups.reduce((sum, { items }) => sum + items.length, 0);

/** A comparison of more groups than this is laid out where it is in sight only. */
const LONG = 100;

/** All of a comparison, part by part. */
function Sheet({ opened, comparison, sides }: { opened: Opened; comparison: Comparison; sides: Sides }) {
  const { same, agreements, disagreements, answers, onlyFirst, onlySecond, stands, accord, sizes, rest } =
    comparison;
  const names = sides.map((side) => printSide(opened.corpus, side)) as [string, string];
  const sheet = useRef<HTMLDivElement>(null);
  const groups = [same, agreements, disagreements, answers, onlyFirst, onlySecond, stands];
  const isLong = groups.reduce((sum, { length }) => sum + length, 0) > LONG;
  useEffect(() => {
    const goToCurrent = () =>
      sheet.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
    goToCurrent();
    if (!isLong) return undefined;
    // What comes into sight around it is laid out only then, and moves it.
    const timer = setTimeout(goToCurrent, 100);
    return () => clearTimeout(timer);
  }, [isLong]);
  const goTo = (part: string) => {
    const heading = sheet.current!.querySelector<HTMLElement>(`[data-part="${part}"]`)!;
    heading.scrollIntoView({ block: 'start' });
    heading.focus({ preventScroll: true });
  };
  const of = (lean: Stand['lean']) => stands.filter((stand) => stand.lean === lean);
  const parts: [string, string, number][] = [
    ['agree', 'They agree', sizeOf(same) + sizeOf(agreements)],
    ['disagree', 'They disagree', sizeOf(disagreements)],
    ['answer', 'One answers the other', sizeOf(answers)],
    ['first', `Only ${names[0]}`, sizeOf(onlyFirst)],
    ['second', `Only ${names[1]}`, sizeOf(onlySecond)],
  ];
  const props = { opened, names };
  return (
    <div ref={sheet} data-long={isLong || undefined}>
      <nav aria-label="Parts" className={styles.parts}>
        {parts.map(([part, name, number]) => (
          <button key={part} type="button" onClick={() => goTo(part)}>
            <strong>{number}</strong> {name}
          </button>
        ))}
      </nav>
      <p className={styles.sum}>
        {names[0]}: {count(sizes[0], 'claim')}; {names[1]}: {count(sizes[1], 'claim')}. Of the{' '}
        {count(stands.length, 'topic')} that both speak about, they are on the same side on {accord.same} and
        on opposite sides on {accord.opposite}.
      </p>
      {rest && (
        <p className={styles.sum}>
          All under {names[rest === 'first' ? 1 : 0]} belongs to {names[rest === 'first' ? 0 : 1]} too; here
          it is told under {names[rest === 'first' ? 1 : 0]} only.
        </p>
      )}
      <details className={styles.how}>
        <summary>Agreement {printScore(accord.score)} on a scale from −1 to 1: how it is counted</summary>
        <p>
          A side on a topic is the one that most of what is said on it is on. The topics on which both are on
          the same side, less those on which they are on opposite sides, are divided by the geometric mean of
          how many topics each takes a side on: congruence less conflict, as in discourse network analysis
          (Leifeld 2017), normalised by the cosine.
        </p>
      </details>
      <div className={styles.names} aria-hidden="true">
        <span>{names[0]}</span>
        <span>{names[1]}</span>
      </div>

      <Part id="agree" name="Where they agree">
        {sizeOf(same) > 0 && <h4>Both say it</h4>}
        {same.map(({ topic, items }) => (
          <Group
            key={topic?.id ?? ''}
            topic={topic}
            items={items}
            holds={({ said, first, second }, id) =>
              isVoiceOf({ node: said, statements: [...first, ...second] }, id)
            }
          >
            {({ said, first, second }) => (
              <li key={said.id}>
                <ItemLine node={said} />
                <div className={styles.pair}>
                  <Column name={names[0]}>
                    <Words opened={opened} statements={first} />
                  </Column>
                  <span />
                  <Column name={names[1]}>
                    <Words opened={opened} statements={second} />
                  </Column>
                </div>
              </li>
            )}
          </Group>
        ))}
        {sizeOf(agreements) > 0 && <h4>What one says backs the other</h4>}
        <Ties {...props} ties={agreements} />
        <Stands {...props} name="They lean to the same side" stands={of('same')} />
        {sizeOf(same) + sizeOf(agreements) + of('same').length === 0 && (
          <p className={styles.none}>Nothing both say, and no line by which one backs the other.</p>
        )}
      </Part>
      <Part id="disagree" name="Where they disagree">
        <Ties {...props} ties={disagreements} />
        <Stands {...props} name="They lean to opposite sides" stands={of('opposite')} />
        {sizeOf(disagreements) + of('opposite').length === 0 && (
          <p className={styles.none}>Neither disputes what the other says.</p>
        )}
      </Part>
      <Part id="answer" name="Where one answers the other">
        <Ties {...props} ties={answers} />
        {sizeOf(answers) === 0 && <p className={styles.none}>Neither answers the other.</p>}
      </Part>
      <div className={styles.only}>
        <Part id="first" name={`Only ${names[0]} says`}>
          <Only opened={opened} voices={onlyFirst} />
        </Part>
        <Part id="second" name={`Only ${names[1]} says`}>
          <Only opened={opened} voices={onlySecond} />
        </Part>
      </div>
    </div>
  );
}

const printScore = (score: number) => score.toFixed(2).replace('-', '−');

function Part({ id, name, children }: { id: string; name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className={styles.part}>
      <h3 tabIndex={-1} data-part={id}>
        {name}
      </h3>
      {children}
    </section>
  );
}

/** What stands under a topic. */
function Group<T>({
  topic,
  items,
  holds,
  children,
}: {
  topic: ByTopic<T>[number]['topic'];
  items: readonly T[];
  /** Whether an item tells of something. */
  holds: (item: T, id: string) => boolean;
  children: (item: T) => ReactNode;
}) {
  const [whole] = useState(() => isSelected((id) => items.some((item) => holds(item, id))));
  return (
    <div className={styles.group}>
      <h5>{topic ? <ItemLink id={topic.id}>{topic.label}</ItemLink> : 'On no topic'}</h5>
      <More items={items} whole={whole}>
        {children}
      </More>
    </div>
  );
}

/** One side of a pair; on a small screen, where the columns stand below each other, with its name. */
function Column({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.column}>
      <p className={styles.name}>{name}</p>
      {children}
    </div>
  );
}

/** Whether what is selected just now is meant. */
const isSelected = (holds: (selection: string) => boolean): boolean => {
  const { selection } = useStore.getState().view;
  return selection !== undefined && holds(selection);
};

/** Whether something selected is what is said, or its being said. */
const isVoiceOf = ({ node, statements }: Voice, id: string) =>
  node.id === id || statements.some(({ utterance }) => utterance.id === id);

function VoiceOf({ opened, voice: { node, statements } }: { opened: Opened; voice: Voice }) {
  return (
    <>
      <ItemLine node={node} />
      <Words opened={opened} statements={statements} />
    </>
  );
}

function Ties({ opened, names, ties }: { opened: Opened; names: [string, string]; ties: ByTopic<Tie> }) {
  return ties.map(({ topic, items }) => (
    <Group
      key={topic?.id ?? ''}
      topic={topic}
      items={items}
      holds={({ edge, first, second }, id) =>
        edge.id === id || [first, second].some((voice) => isVoiceOf(voice, id))
      }
    >
      {({ edge, first, second }) => {
        const isForward = edge.source === first.node.id;
        return (
          <li key={edge.id} className={styles.pair}>
            <Column name={names[0]}>
              <VoiceOf opened={opened} voice={first} />
            </Column>
            <div
              className={styles.relation}
              style={{ color: isArgumentType(edge.type) ? `var(${EDGE_LOOK[edge.type].colour})` : undefined }}
            >
              <ItemLink id={edge.id} title={printEdge(opened, edge)}>
                {!isForward && <span aria-hidden="true">← </span>}
                {printRelation(edge)}
                {isForward && <span aria-hidden="true"> →</span>}
                <span className="unseen">: the words that {printEdge(opened, edge)}</span>
              </ItemLink>
              {edge.basis === 'inferred' && <small>inferred</small>}
            </div>
            <Column name={names[1]}>
              <VoiceOf opened={opened} voice={second} />
            </Column>
          </li>
        );
      }}
    </Group>
  ));
}

function Stands({
  opened,
  names,
  name,
  stands,
}: {
  opened: Opened;
  names: [string, string];
  name: string;
  stands: readonly Stand[];
}) {
  if (stands.length === 0) return null;
  return (
    <>
      <h4>{name}</h4>
      {stands.map(({ topic, first, second }) => (
        <Fold
          key={topic.id}
          holds={() => false}
          summary={
            <>
              <span>{topic.label}</span>
              <Tally positions={first} name={names[0]} />
              <Tally positions={second} name={names[1]} />
            </>
          }
        >
          <div className={styles.pair}>
            <Column name={names[0]}>
              <Positions opened={opened} positions={first} />
            </Column>
            <span />
            <Column name={names[1]}>
              <Positions opened={opened} positions={second} />
            </Column>
          </div>
        </Fold>
      ))}
    </>
  );
}

/** What is made only when it is opened: a large comparison has hundreds. */
function Fold({
  summary,
  holds,
  children,
}: {
  summary: ReactNode;
  /** Whether it is open at first for what is selected. */
  holds: (selection: string) => boolean;
  children: ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(() => isSelected(holds));
  return (
    <details className={styles.stand} open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}

/** How many claims are on each side: '▲ 3 for', '▼ 2 against'. */
function Tally({ positions, name }: { positions: readonly Position[]; name: string }) {
  return (
    <span className={styles.tally}>
      <span>{name}</span>
      {STANCE_KINDS.toReversed().map((stance) => {
        const number = positions.filter(({ edge }) => edge.stance === stance).length;
        return (
          number > 0 && (
            <span key={stance}>
              <KindIcon kind={stance} />
              {number}
              <span className="unseen">{KIND_LOOK[stance].name}</span>
            </span>
          )
        );
      })}
    </span>
  );
}

/** What somebody says of a topic, each with its words, and with those that put it on its side. */
function Positions({ opened, positions }: { opened: Opened; positions: readonly Position[] }) {
  const sorted = STANCES.flatMap((stance) => positions.filter(({ edge }) => edge.stance === stance));
  return (
    <More items={sorted}>
      {({ edge, voice }) => (
        <li key={edge.id}>
          <VoiceOf opened={opened} voice={voice} />
          <p className={styles.why}>
            <KindIcon kind={edge.stance} />
            <ItemLink id={edge.id}>
              {KIND_LOOK[edge.stance].name}
              {edge.basis === 'inferred' && ' (inferred)'}
              <span className="unseen">: the words that {printEdge(opened, edge)}</span>
            </ItemLink>
          </p>
        </li>
      )}
    </More>
  );
}

function Only({ opened, voices }: { opened: Opened; voices: ByTopic<Voice> }) {
  if (voices.length === 0) return <p className={styles.none}>Nothing that is not told above.</p>;
  return voices.map(({ topic, items }) => (
    <Fold
      key={topic?.id ?? ''}
      holds={(selection) => items.some((voice) => isVoiceOf(voice, selection))}
      summary={
        <>
          <span>{topic?.label ?? 'On no topic'}</span>
          <span className={styles.tally}>{items.length}</span>
        </>
      }
    >
      <More items={items} whole={isSelected((id) => items.some((voice) => isVoiceOf(voice, id)))}>
        {(voice) => (
          <li key={voice.node.id}>
            <VoiceOf opened={opened} voice={voice} />
          </li>
        )}
      </More>
    </Fold>
  ));
}
