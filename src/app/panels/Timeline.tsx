// When what was said: bars for every step of time, articles and reports as marks on it, and a brush that filters.
import { memo, useCallback, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { adjacencyOf, markIn } from '../../core/adjacency';
import { parseDate, printDate, printInterval } from '../../core/date';
import type { Dated } from '../../core/filter';
import { perCorpus } from '../../core/memo';
import type { Corpus, NodeOf } from '../../core/model';
import type { Steps } from '../../core/steps';
import { findStep, printBrush, stepsOf, toBrush, type Brush, type Step } from '../../core/timeline';
import { useSteps } from '../steps';
import { filter, selectAll, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { TypeIcon } from '../ui/Icon';
import { useSize } from '../ui/size';
import { STANCE_WORDS } from '../vocabulary';
import { count } from '../numbers';
import styles from './Timeline.module.css';

/** What the bars are parted by. */
const PARTINGS = {
  type: {
    name: 'Type',
    parts: ['claim', 'recommendation'],
    words: { claim: 'claim', recommendation: 'recommendation' },
  },
  stance: {
    name: 'Stance',
    parts: ['against', 'mixed', 'neutral', 'for'],
    words: STANCE_WORDS,
  },
} as const;
type Parting = keyof typeof PARTINGS;

/** How much was said in a step, by part; `uncertain` is how much of it has an uncertain date. */
type Bar = { total: number; uncertain: number; parts: Map<string, { certain: number; uncertain: number }> };

/** The side of what is said, where it is all about one question. */
const toStance = ({ stances }: Dated): keyof typeof STANCE_WORDS =>
  stances.length > 1 ? 'mixed' : (stances[0] ?? 'neutral');

/** How much of what is said is gone through before a pause. */
const STRETCH = 1024;

function* toBars(
  corpus: Corpus,
  steps: readonly Step[],
  dated: readonly Dated[],
  by: Parting,
): Steps<readonly Bar[]> {
  const { nodes } = adjacencyOf.atOnce(corpus);
  const bars = steps.map((): Bar => ({ total: 0, uncertain: 0, parts: new Map() }));
  /** What was said last in each step, not counted yet: what is said twice within a step is one thing said in it. */
  const latest: (Dated | undefined)[] = [];
  const add = (one: Dated, step: number) => {
    const bar = bars[step]!;
    const part = by === 'type' ? nodes[one.place]!.type : toStance(one);
    const tally = bar.parts.get(part) ?? { certain: 0, uncertain: 0 };
    bar.parts.set(part, tally);
    tally[one.uncertain ? 'uncertain' : 'certain'] += 1;
    bar.total += 1;
    if (one.uncertain) bar.uncertain += 1;
  };
  for (const [index, one] of dated.entries()) {
    if (index % STRETCH === 0) yield undefined;
    const step = findStep(steps, one.start);
    const before = latest[step];
    if (before && before.place !== one.place) add(before, step);
    latest[step] =
      before?.place !== one.place
        ? one
        : {
            ...one,
            uncertain: one.uncertain && before.uncertain,
            stances: [...new Set([...before.stances, ...one.stances])],
          };
  }
  for (const [step, one] of latest.entries()) if (one) add(one, step);
  return bars;
}

const printStep = ({ first, last }: Step) => printInterval(first === last ? first : `${first}/${last}`);

/** What stands below a bar: the year, month or day that its step begins with. */
const toShortStep = ({ first }: Step) => printInterval(first).replace(/([A-Z][a-z]{2})[a-z]+/, '$1');

/** A bar in words: '2014: 40 claims, 9 recommendations'. */
function printBar(step: Step, { total, uncertain, parts }: Bar, by: Parting): string {
  const words: Readonly<Record<string, string>> = PARTINGS[by].words;
  const told = PARTINGS[by].parts.flatMap((part) => {
    const { certain = 0, uncertain: unsure = 0 } = parts.get(part) ?? {};
    const number = certain + unsure;
    if (number === 0) return [];
    return by === 'type' ? count(number, words[part]!) : `${number} ${words[part]}`;
  });
  const doubt =
    uncertain === 0 ? '' : `; ${uncertain === total ? 'the date is' : `${uncertain} with dates`} uncertain`;
  return `${printStep(step)}: ${told.length > 0 ? told.join(', ') : 'nothing said'}${doubt}`;
}

export const Timeline = memo(function Timeline({ opened }: { opened: Opened }) {
  const { corpus } = opened;
  const steps = stepsOf(corpus);
  const dated = useStore((state) => state.dated);
  const query = useStore((state) => state.view.query);
  const [wanted, setWanted] = useState<Parting>();
  // Sides are sides of one question: what is for on one may be against on another. Where there is one, they say more than types.
  const hasSides = query.topic?.length === 1;
  const by = hasSides ? (wanted ?? 'stance') : 'type';
  const start = useCallback(
    function* () {
      return { by, bars: yield* toBars(corpus, steps, dated, by) };
    },
    [corpus, steps, dated, by],
  );
  const { value: parted } = useSteps(start);
  const brush = toBrush(steps, query.date);
  const words = query.date?.map(printInterval).join(' or ');
  const clear = () => filter({ ...query, date: undefined });
  if (steps.length === 0)
    return (
      <section aria-label="Timeline" className={styles.time}>
        <div className={styles.head}>
          <h2>When it was said</h2>
          <p>Nothing in this graph has a date.</p>
        </div>
      </section>
    );
  return (
    <section aria-label="Timeline" className={styles.time} data-brushed={words !== undefined}>
      <div className={styles.head}>
        <h2>When it was said</h2>
        <p>
          {words ? (
            <button
              type="button"
              className={styles.clear}
              aria-label={`${words}: all years again`}
              onClick={clear}
            >
              <span>{words}</span>
              <span aria-hidden="true">✕</span>
            </button>
          ) : (
            <>
              All years<span>: drag to choose</span>
            </>
          )}
        </p>
        {/* What is said may be for on one question and against on another. */}
        {hasSides && (
          <div className={styles.switch} role="group" aria-label="Colours of the bars">
            {(Object.keys(PARTINGS) as Parting[]).map((parting) => (
              <button
                key={parting}
                type="button"
                aria-pressed={by === parting}
                onClick={() => setWanted(parting)}
              >
                {PARTINGS[parting].name}
              </button>
            ))}
          </div>
        )}
      </div>
      {parted && <Chart opened={opened} steps={steps} {...parted} brush={brush} />}
    </section>
  );
});

/** What the pointer holds: a new brush from where it went down, the whole brush, or one of its ends. */
type Grip = { part: 'new' | 'whole' | 'from' | 'to'; at: number; before: Brush; now?: Brush };

function Chart({
  opened,
  steps,
  bars,
  by,
  brush,
}: {
  opened: Opened;
  steps: readonly Step[];
  bars: readonly Bar[];
  by: Parting;
  brush: Brush | undefined;
}) {
  const query = useStore((state) => state.view.query);
  const area = useRef<HTMLDivElement>(null);
  const grip = useRef<Grip>(undefined);
  /** The brush as it is being drawn; it filters when it is let go. */
  const [draft, setDraft] = useState<Brush>();
  const [told, setTold] = useState<number>();
  const { width } = useSize(area);
  const last = steps.length - 1;
  const whole = { from: 0, to: last };
  const shown = draft ?? brush ?? whole;
  const most = Math.max(1, ...bars.map(({ total }) => total));
  const percent = (place: number) => `${(100 * place) / steps.length}%`;

  const choose = (next: Brush | undefined) => {
    setDraft(undefined);
    const date = next && printBrush(steps, next);
    if (date !== query.date?.join()) filter({ ...query, date: date === undefined ? undefined : [date] });
  };
  const toPlace = (event: PointerEvent) => {
    const box = area.current!.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / box.width) * steps.length);
    return Math.min(last, Math.max(0, place));
  };
  const take = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const at = toPlace(event);
    const end = (event.target as HTMLElement).dataset.end as 'from' | 'to' | undefined;
    const inside = brush !== undefined && brush.from <= at && at <= brush.to;
    grip.current = { part: end ?? (inside ? 'whole' : 'new'), at, before: shown };
    event.currentTarget.setPointerCapture(event.pointerId);
    setTold(at);
  };
  const drag = (event: PointerEvent) => {
    const at = toPlace(event);
    setTold(at);
    const held = grip.current;
    if (!held || (at === held.at && !held.now)) return;
    const { from, to } = held.before;
    const shift = Math.min(last - to, Math.max(-from, at - held.at));
    held.now = {
      new: { from: Math.min(held.at, at), to: Math.max(held.at, at) },
      whole: { from: from + shift, to: to + shift },
      from: { from: Math.min(at, to), to },
      to: { from, to: Math.max(at, from) },
    }[held.part];
    setDraft(held.now);
  };
  const release = () => {
    const held = grip.current;
    grip.current = undefined;
    if (!held) return;
    if (held.now) choose(held.now);
    else if (held.part === 'new' || held.part === 'whole') {
      const isAlone = brush?.from === held.at && brush.to === held.at;
      choose(isAlone ? undefined : { from: held.at, to: held.at });
    }
  };
  const drop = () => {
    grip.current = undefined;
    setDraft(undefined);
    setTold(undefined);
  };
  /** Arrow keys move one end; with Shift both. */
  const press = (event: KeyboardEvent, end: 'from' | 'to') => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { from, to } = shown;
    const far = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[
      event.key
    ];
    const at = event.key === 'Home' ? 0 : event.key === 'End' ? last : far && shown[end] + far;
    const isClearing = event.key === 'Delete' || event.key === 'Backspace';
    if (at === undefined && !isClearing) return;
    event.preventDefault();
    if (at === undefined) {
      setDraft(whole);
      setTold(whole[end]);
      return;
    }
    const least = end === 'from' ? 0 : from;
    const greatest = end === 'from' ? to : last;
    const shift = Math.min(last - to, Math.max(-from, at - shown[end]));
    const next = event.shiftKey
      ? { from: from + shift, to: to + shift }
      : { ...shown, [end]: Math.min(greatest, Math.max(least, at)) };
    setDraft(next);
    setTold(next[end]);
  };
  /** How many steps stand between two that are named, so that none runs into the next. */
  const names = useMemo(() => steps.map(toShortStep), [steps]);
  const room = Math.max(LABEL, ...names.map((name) => 8 + 7 * name.length));
  const every = Math.max(1, Math.ceil((room * steps.length) / Math.max(1, width)));
  return (
    <div
      className={styles.chart}
      style={{ '--gap': `${Math.min(10, (0.14 * width) / steps.length)}px` } as React.CSSProperties}
    >
      <Marks opened={opened} steps={steps} width={width} />
      <div
        ref={area}
        className={styles.area}
        onPointerDown={take}
        onPointerMove={drag}
        onPointerUp={release}
        onPointerCancel={drop}
        onPointerLeave={() => grip.current ?? setTold(undefined)}
      >
        <div
          className={styles.brush}
          style={{ left: percent(shown.from), right: percent(last - shown.to) }}
        />
        {bars.map(({ parts, total }, place) => (
          <div
            key={names[place]}
            className={styles.bar}
            data-out={place < shown.from || place > shown.to}
            style={{ left: percent(place), width: percent(1), height: `${(100 * total) / most}%` }}
          >
            {PARTINGS[by].parts.map((part) => {
              const { certain = 0, uncertain = 0 } = parts.get(part) ?? {};
              return [certain, uncertain].map((number, unsure) => (
                <i
                  key={unsure}
                  className={unsure ? styles.unsure : undefined}
                  style={{ flexGrow: number, background: number > 0 ? `var(--${part})` : undefined }}
                />
              ));
            })}
          </div>
        ))}
        {(['from', 'to'] as const).map((end) => (
          <div
            key={end}
            className={styles.end}
            data-end={end}
            role="slider"
            tabIndex={0}
            aria-label={end === 'from' ? 'Said from' : 'Said until'}
            aria-valuemin={0}
            aria-valuemax={last}
            aria-valuenow={shown[end]}
            aria-valuetext={printBar(steps[shown[end]]!, bars[shown[end]]!, by)}
            title="Arrow keys move it, with Shift both ends; Delete shows all years"
            style={{ left: percent(end === 'from' ? shown.from : shown.to + 1) }}
            onKeyDown={(event) => press(event, end)}
            onKeyUp={() => draft && choose(draft)}
            onFocus={() => setTold(shown[end])}
            onBlur={() => {
              setTold(undefined);
              if (draft) choose(draft);
            }}
          />
        ))}
        {told !== undefined && (
          <p
            className={styles.told}
            data-over-map
            style={told < steps.length / 2 ? { left: percent(told) } : { right: percent(last - told) }}
          >
            {printBar(steps[told]!, bars[told]!, by)}
          </p>
        )}
      </div>
      <div className={styles.names} aria-hidden="true">
        {names.map(
          (name, place) =>
            place % every === 0 && (
              <span key={name} style={{ left: percent(place + 0.5) }}>
                {name}
              </span>
            ),
        )}
      </div>
    </div>
  );
}

/** Least room for the name of a step, in pixels. */
const LABEL = 40;
/** How wide a mark is, in pixels. */
const MARK = 24;

type Landmark = NodeOf<'article'> | NodeOf<'report'>;
/** Articles, or reports, so close in time that they share a mark; `x` in pixels. `words` name them, the first few of many. */
type Mark = { x: number; nodes: readonly Landmark[]; words: string };

/** How many articles or reports of a mark are named. */
const MOST_NAMED = 6;

/** Marks side by side: those of one type that would lie on one another become one, others make room. */
function toMarks(nodes: readonly { node: Landmark; x: number }[], width: number): Mark[] {
  const marks: { x: number; nodes: Landmark[] }[] = [];
  for (const type of ['article', 'report'] as const) {
    let mark: (typeof marks)[number] | undefined;
    for (const { node, x } of nodes.filter((one) => one.node.type === type)) {
      if (mark && x - mark.x < MARK) mark.nodes.push(node);
      else marks.push((mark = { x, nodes: [node] }));
    }
  }
  const sorted = marks.toSorted((a, b) => a.x - b.x);
  for (let round = 0; round < 8; round++)
    for (const [index, right] of sorted.entries()) {
      const left = sorted[index - 1];
      const lack = left ? MARK - (right.x - left.x) : 0;
      if (!left || lack <= 0) continue;
      left.x = Math.max(0, left.x - lack / 2);
      right.x = Math.min(width, right.x + lack / 2);
    }
  return sorted.map((mark) => ({ ...mark, words: printLandmarks(mark.nodes) }));
}

function printLandmarks(nodes: readonly Landmark[]): string {
  const named = nodes
    .slice(0, MOST_NAMED)
    .map(({ label, date }) => `${label}, ${printDate(date!)}`)
    .join('; ');
  return nodes.length > MOST_NAMED ? `${named} and ${nodes.length - MOST_NAMED} more` : named;
}

const landmarksOf = perCorpus((corpus) =>
  [...corpus.nodes.values()].filter((node) => node.type === 'article' || node.type === 'report'),
);

function Marks({ opened, steps, width }: { opened: Opened; steps: readonly Step[]; width: number }) {
  const visible = useStore((state) => state.visible);
  const selection = useStore((state) => state.view.selection);
  const marks = useMemo(() => {
    const landmarks = landmarksOf(opened.corpus).flatMap((node) => {
      if (node.date === undefined) return [];
      const { start, end } = parseDate(node.date)!;
      const time = (start + end) / 2;
      const place = findStep(steps, time);
      const step = steps[place]!;
      const part = (time - step.start) / (step.end - step.start);
      return [{ node, x: (width * (place + part)) / steps.length }];
    });
    return toMarks(
      landmarks.toSorted((a, b) => a.x - b.x),
      width,
    );
  }, [opened, steps, width]);
  const places = useMemo(
    () => new Map(marks.flatMap(({ nodes }, place) => nodes.map(({ id }) => [id, place]))),
    [marks],
  );
  const graph = adjacencyOf.atOnce(opened.corpus);
  const numbers = useMemo(
    () => marks.map(({ nodes }) => nodes.map(({ id }) => graph.placeOf(id)!)),
    [graph, marks],
  );
  const isVisible = markIn(graph, visible).marks;
  const chosen = selection === undefined ? undefined : places.get(selection);
  if (width === 0) return null;
  return (
    <ul className={styles.marks}>
      {marks.map((mark, place) => (
        <MarkLink
          key={mark.nodes[0]!.id}
          mark={mark}
          isOut={numbers[place]!.every((number) => isVisible[number] === 0)}
          isChosen={place === chosen}
        />
      ))}
    </ul>
  );
}

/** A mark that selects what it stands for. */
const MarkLink = memo(function MarkLink({
  mark: { x, nodes, words },
  isOut,
  isChosen,
}: {
  mark: Mark;
  isOut: boolean;
  isChosen: boolean;
}) {
  const { id: first, type } = nodes[0]!;
  return (
    <li style={{ left: x }} data-out={isOut}>
      {nodes.length === 1 ? (
        <ItemLink id={first} title={words}>
          <TypeIcon type={type} />
          <span className="unseen">{words}</span>
        </ItemLink>
      ) : (
        <button
          type="button"
          title={words}
          aria-current={isChosen ? 'true' : undefined}
          onClick={() => selectAll(nodes.map(({ id }) => id))}
        >
          <TypeIcon type={type} />
          <span className="unseen">Select </span>
          <b className={nodes.length > 9 ? 'unseen' : undefined}>{nodes.length}</b>
          <span className="unseen">
            {' '}
            {type}s: {words}
          </span>
        </button>
      )}
    </li>
  );
});
