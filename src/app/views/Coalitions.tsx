// The coalitions view: who takes the same side as whom, and who the opposite, drawn so that those who agree are near.
import { memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { toPairTable, type Coalitions as Standing, type Pair } from '../../core/coalitions';
import { writeCsv } from '../../core/formats/csv';
import type { Corpus } from '../../core/model';
import { printLeftOut, type Actor } from '../../core/network';
import {
  ACTOR_KINDS,
  ACTOR_NETWORK_TYPES,
  TIE_TYPES,
  type ActorNetworkType,
  type TieType,
} from '../../core/vocabulary';
import { count, printNumber } from '../numbers';
import { GrowingList } from '../panels/GrowingList';
import { useSteps } from '../steps';
import { isUnfiltered, show, showAll, useStore, type Opened } from '../store';
import { TypeIcon } from '../ui/Icon';
import { ItemLink } from '../ui/ItemLink';
import { saveFile } from '../ui/save';
import { useSize } from '../ui/size';
import { MOST_TIMES } from '../view';
import { toHeading } from './cells';
import {
  arrange,
  isBetween,
  printAccord,
  printBodies,
  printPair,
  TIE_LOOK,
  toAllPaths,
  toDiameter,
  toJoined,
  toJoining,
  toKey,
  toVisibleCoalitions,
  toWidth,
  type Joined,
} from './pairs';
import { PairPanel } from './PairPanel';
import buttons from '../ui/button.module.css';
import styles from './Coalitions.module.css';

const TIE_NAMES = {
  congruence: TIE_LOOK.congruence.name,
  conflict: TIE_LOOK.conflict.name,
  subtract: 'the one that prevails',
} as const satisfies Record<ActorNetworkType, string>;

/** How much of the list of pairs is seen below the drawing where it does not stand beside it, in pixels. */
const PEEK = 72;
/** What is less high would not keep those who agree together, in pixels: it is scrolled. */
const LEAST = 280;
/** How much of the head's height is around what stands in it. */
const EDGE = 20;

/** What is kept in sight around two that are opened, with their names below them, in pixels. */
const AROUND = { above: 24, below: 64 };

/** How many pairs are listed at first. */
const FEW = 40;

const holds = ({ first, second }: Pair, id: string) => first.node.id === id || second.node.id === id;

export function Coalitions({ opened }: { opened: Opened }) {
  const { corpus } = opened;
  const query = useStore((state) => state.view.query);
  const asked = useStore((state) => state.view.coalitions);
  const visible = useStore((state) => state.visible);
  const isWhole = useStore(isUnfiltered);
  const view = useRef<HTMLElement>(null);
  const head = useRef<HTMLElement>(null);
  // What is opened below the drawing moves nobody.
  const { width, height } = useSize(view);
  const { height: above } = useSize(head);
  const { ties, pair, times, actors } = asked;
  const start = useCallback(
    () => toVisibleCoalitions(corpus, query, visible, { times, actors }),
    [corpus, query, visible, times, actors],
  );
  // Many lines are drawn when there is time.
  const standing = useDeferredValue(useSteps(start).value);
  const change = (to: Partial<typeof asked>) => show({ coalitions: { ...asked, ...to } });
  const { joined, least, most } = useMemo(
    () => toJoined(standing?.pairs ?? [], { ties, least: asked.least, pair }),
    [standing, ties, asked.least, pair],
  );
  const open = standing?.pairs.find((one) => isBetween(one, pair));
  const save = () => {
    const { header, rows } = toPairTable(
      corpus,
      joined.map((one) => one.pair),
    );
    saveFile('claimscape-coalitions.csv', 'text/csv', writeCsv(header, rows));
  };
  /** Back to where the pair was chosen. */
  const close = () => {
    view.current!.querySelector<HTMLElement>('button[aria-expanded="true"]')?.focus();
    change({ pair: undefined });
  };
  return (
    <section
      ref={view}
      aria-label="Coalitions"
      className={styles.coalitions}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !pair) return;
        event.preventDefault();
        close();
      }}
    >
      <header ref={head} className={styles.head}>
        <h2>Who agrees with whom</h2>
        <label>
          Actors
          <select
            value={actors}
            onChange={({ target }) => {
              const kind = ACTOR_KINDS.find((one) => one === target.value)!;
              change({ actors: kind, least: undefined, pair: undefined });
            }}
          >
            {ACTOR_KINDS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          Lines
          <select
            value={ties ?? ''}
            onChange={({ target }) =>
              change({ ties: ACTOR_NETWORK_TYPES.find((one) => one === target.value) })
            }
          >
            <option value="">both kinds</option>
            {ACTOR_NETWORK_TYPES.map((one) => (
              <option key={one} value={one}>
                {TIE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {ties === 'subtract' ? 'by at least' : 'on at least'}
          <select value={least} onChange={({ target }) => change({ least: Number(target.value) })}>
            {[...new Set([...Array.from({ length: most }, (_, index) => index + 1), least])].map((number) => (
              <option key={number} value={number}>
                {count(number, 'question')}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className={buttons.button} disabled={joined.length === 0} onClick={save}>
          Save as CSV
        </button>
        <ul className={styles.key} aria-label="Key">
          {TIE_TYPES.map((one) => (
            <li key={one}>
              <TieSample type={one} />
              {TIE_LOOK[one].name}
            </li>
          ))}
          <li>
            Those who agree are near each other
            <span className={styles.hint}>
              ; those who say more are larger. Choose a line or a pair to read what it rests on
            </span>
            .
          </li>
        </ul>
        {standing && standing.actors.length < standing.total && (
          <p className={styles.cut}>
            {`The ${standing.actors.length} who say most, of ${printNumber(standing.total)} who take a side. `}
            {times < MOST_TIMES && (
              <button type="button" className={buttons.plain} onClick={() => change({ times: times + 1 })}>
                Show more
              </button>
            )}
          </p>
        )}
        {standing && standing.coverage.leftOut > 0 && (
          <p className={styles.cut}>{printLeftOut(standing.coverage, printNumber)}</p>
        )}
      </header>
      {!standing ? (
        <p className={styles.empty}>Working…</p>
      ) : standing.pairs.length === 0 ? (
        <p className={styles.empty}>
          {isWhole && actors === 'people'
            ? 'There are no two people yet who take a side on the same question.'
            : isWhole
              ? 'There are no two yet who take a side on the same question: lines come as claims are coded with who says them, their topic and their side.'
              : 'The filters leave no two who take a side on the same question. '}
          {!isWhole && (
            <button type="button" className={buttons.plain} onClick={showAll}>
              Show everything
            </button>
          )}
        </p>
      ) : (
        <div className={styles.room}>
          <Drawing
            opened={opened}
            standing={standing}
            joined={joined}
            most={most}
            open={open}
            view={{ width, height: height - above }}
          />
          <Pairs corpus={corpus} standing={standing} joined={joined} open={open} />
        </div>
      )}
      {pair && standing && standing.pairs.length > 0 && !open && (
        <p className={styles.gone} role="status">
          {pair.map((id) => toHeading(corpus, { body: id })).join(' and ')} take no side on the same question
          {isWhole ? '' : ' in what the filters leave'}, or are not among those who are drawn.{' '}
          <button type="button" className={buttons.plain} onClick={close}>
            Close
          </button>
        </p>
      )}
      {open && standing && (
        <PairPanel key={toKey(open)} opened={opened} pair={open} matrix={standing.matrix} close={close} />
      )}
    </section>
  );
}

/** A line as it is drawn between two. */
function TieSample({ type }: { type: TieType }) {
  const { colour, dots } = TIE_LOOK[type];
  return (
    <svg viewBox="0 0 26 10" width="26" height="10" aria-hidden="true" style={{ flex: 'none' }}>
      <path
        d="M3 5h20"
        style={{ stroke: `var(${colour})`, strokeWidth: 3.5, strokeLinecap: 'round', strokeDasharray: dots }}
      />
    </svg>
  );
}

/** Opens what a pair rests on, or closes it. */
function openPair(pair: Pair, isOpen: boolean): void {
  const { coalitions } = useStore.getState().view;
  show({
    coalitions: { ...coalitions, pair: isOpen ? undefined : [pair.first.node.id, pair.second.node.id] },
  });
}

function showAllTies(): void {
  const { coalitions } = useStore.getState().view;
  show({ coalitions: { ...coalitions, ties: undefined, least: undefined } });
}

const Drawing = memo(function Drawing({
  opened: { corpus },
  standing,
  joined,
  most,
  open,
  view,
}: {
  opened: Opened;
  standing: Standing;
  joined: readonly Joined[];
  most: number;
  open: Pair | undefined;
  /** How much room there is for it and the list of pairs, in pixels. */
  view: { width: number; height: number };
}) {
  const field = useRef<HTMLDivElement>(null);
  const { width: wide } = useSize(field);
  const isAbove = wide === view.width;
  const high = Math.max(LEAST, view.height - EDGE - (isAbove ? PEEK : 0));
  const { actors } = standing;
  const { places, width, height } = useMemo(
    () => arrange(standing, { width: wide, height: high }),
    [standing, wide, high],
  );
  const paths = useMemo(() => toAllPaths(joined, actors, places), [joined, actors, places]);
  const [pointed, setPointed] = useState<string>();
  const [over, setOver] = useState<Pair>();
  const selection = useStore((state) => state.view.selection);
  // Of a line selected elsewhere, who is at its end.
  const line = selection === undefined ? undefined : corpus.edges.get(selection);
  const chosen = [selection, line?.source, line?.target].find((id) =>
    actors.some(({ node }) => node.id === id),
  );
  const centre = pointed ?? (open ? undefined : chosen);
  const isNear = (pair: Pair) =>
    centre === undefined ? open === undefined || pair === open : holds(pair, centre);
  const fades = centre !== undefined || open !== undefined;
  const near = new Set(
    joined.flatMap(({ pair }) => (isNear(pair) ? [pair.first.node.id, pair.second.node.id] : [])),
  );
  // What is opened stays where it is, unless what opens below would cover it.
  const before = isAbove ? 0 : Math.max(0, (high - height) / 2);
  useEffect(() => {
    if (!open) return;
    const { scrollTop, clientHeight } = field.current!;
    const [top, bottom] = [open.first, open.second]
      .map((actor) => before + places[actors.indexOf(actor)]!.y)
      .toSorted((a, b) => a - b);
    const [from, to] = [top! - AROUND.above, bottom! + AROUND.below];
    if (to - from > clientHeight) field.current!.scrollTop = (from + to - clientHeight) / 2;
    else field.current!.scrollTop = Math.min(from, Math.max(scrollTop, to - clientHeight));
  }, [open, actors, places, before]);
  const largest = Math.max(...actors.map(({ statements }) => statements));
  return (
    <div ref={field} className={styles.field} style={{ maxHeight: isAbove ? high + PEEK : undefined }}>
      {wide > 0 && (
        <div className={styles.drawing} style={{ width, height, marginBlock: before }}>
          <svg width={width} height={height} aria-hidden="true">
            {/* What is pointed at itself comes before what is only near. */}
            {(['reach', 'tie'] as const).map((layer) =>
              joined.map(({ pair, ties }, index) => (
                <g
                  key={`${layer} ${toKey(pair)}`}
                  className={styles[layer]}
                  data-over={pair === over}
                  data-faded={layer === 'tie' && fades && !isNear(pair)}
                  onClick={() => openPair(pair, pair === open)}
                  onPointerEnter={() => setOver(pair)}
                  onPointerLeave={() => setOver(undefined)}
                >
                  <title>{`${printPair(corpus, pair)}: ${printAccord(pair)}`}</title>
                  {ties.map(({ type, number }, place) => (
                    <path
                      key={type}
                      d={paths[index]![place]}
                      style={
                        layer === 'tie'
                          ? {
                              stroke: `var(${TIE_LOOK[type].colour})`,
                              strokeWidth: toWidth(number, most),
                              strokeDasharray: TIE_LOOK[type].dots,
                            }
                          : undefined
                      }
                    />
                  ))}
                </g>
              )),
            )}
          </svg>
          {actors.map((actor, at) => (
            <ActorMark
              key={actor.node.id}
              actor={actor}
              name={toHeading(corpus, { body: actor.node.id })}
              bodies={printBodies(corpus, actor)}
              place={places[at]!}
              side={toDiameter(actor.statements / largest)}
              isFaded={fades && actor.node.id !== centre && !near.has(actor.node.id)}
              point={setPointed}
            />
          ))}
        </div>
      )}
    </div>
  );
});

function ActorMark({
  actor: { node, statements, sides },
  name,
  bodies,
  place,
  side,
  isFaded,
  point,
}: {
  actor: Actor;
  name: string;
  /** Those that a person speaks for. */
  bodies: string;
  place: { x: number; y: number };
  side: number;
  isFaded: boolean;
  point: (id: string | undefined) => void;
}) {
  return (
    <div
      className={styles.actor}
      style={{ left: place.x, top: place.y - side / 2 }}
      data-faded={isFaded}
      onPointerEnter={() => point(node.id)}
      onPointerLeave={() => point(undefined)}
      onFocus={() => point(node.id)}
      onBlur={() => point(undefined)}
    >
      <ItemLink
        id={node.id}
        title={`${node.label}${bodies && `, ${bodies}`}: ${count(statements, 'statement')}, a side on ${count(sides.size, 'question')}`}
      >
        <TypeIcon type={node.type} size={side} />
        <span>{name}</span>
        {bodies && <small>{bodies}</small>}
      </ItemLink>
    </div>
  );
}

/** The pairs that have a line, those with most first; each with all that joins and parts it. */
const Pairs = memo(function Pairs({
  corpus,
  standing: { pairs },
  joined,
  open,
}: {
  corpus: Corpus;
  standing: Standing;
  joined: readonly Joined[];
  open: Pair | undefined;
}) {
  const list = useRef<HTMLElement>(null);
  // Where it scrolls by itself, and not with the drawing, which would be lost from sight.
  useEffect(() => {
    const chosen = open && list.current!.querySelector('[aria-expanded="true"]');
    if (!chosen) return;
    const [room, row] = [list.current!, chosen].map((element) => element.getBoundingClientRect());
    list.current!.scrollTop += Math.floor(Math.min(0, row!.top - room!.top));
    list.current!.scrollTop += Math.ceil(Math.max(0, row!.bottom - room!.bottom));
  }, [open]);
  return (
    <section ref={list} className={styles.pairs} aria-label="Pairs">
      <h3>
        {joined.length < pairs.length && `${printNumber(joined.length)} of `}
        {count(pairs.length, 'pair')}
      </h3>
      {joined.length === 0 && (
        <p>
          None has such a line.{' '}
          <button type="button" className={buttons.plain} onClick={showAllTies}>
            Show all lines
          </button>
        </p>
      )}
      <GrowingList items={joined} first={FEW}>
        {({ pair }) => (
          <li key={toKey(pair)}>
            <button type="button" aria-expanded={pair === open} onClick={() => openPair(pair, pair === open)}>
              {printPair(corpus, pair)}
              <small>
                {TIE_TYPES.filter((type) => toJoining(pair, type).length > 0).map((type) => (
                  <span key={type}>
                    <TieSample type={type} />
                    {toJoining(pair, type).length}
                    <span className="unseen"> {TIE_LOOK[type].name}</span>
                  </span>
                ))}
              </small>
            </button>
          </li>
        )}
      </GrowingList>
      <details>
        <summary>How it is counted</summary>
        <p>
          A body’s side on a question is for or against, whichever more of what is said for it is on; what is
          both or neither is not counted. Two are as far apart as their agreement is low, as nearly as a plane
          can show it: the questions on which they take the same side, less those on which they take opposite
          sides, divided by the geometric mean of how many each takes a side on (congruence less conflict, as
          in discourse network analysis, Leifeld 2017, normalised by the cosine).
        </p>
      </details>
    </section>
  );
});
