// One topic as a chart over the canvas: a lane for each body, a column for each time, cards with the words.
import { useEffect, useMemo, useRef, useState } from 'react';
import { parseDate, printDate } from '../../core/date';
import { toControversies, toPositions } from '../../core/debate';
import { toStatements, type Statement } from '../../core/discourse';
import {
  countLines,
  countListed,
  toDebate,
  toDetail,
  type Card,
  type Cell,
  type Chart,
  type Rectangle,
} from '../../core/lanes';
import type { Corpus, NodeOf } from '../../core/model';
import { STANCES, type Stance } from '../../core/schema';
import { run } from '../../worker/index';
import { WHOLE } from '../camera';
import type { Arrangement, DrawnMap } from '../canvas/map';
import { show, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { KindIcon } from '../ui/Kind';
import { ViewLink } from '../ui/ViewLink';
import { EDGE_LOOK, STANCE_NAMES, STANCE_WORDS } from '../vocabulary';
import { capitalise, count, listNames, toShortName } from '../words';
import { toTopic } from './topic';
import buttons from '../ui/button.module.css';
import styles from './Debate.module.css';

/** From this width of the canvas on, in pixels, the names of the lanes stand beside them, not above. */
const WIDE = 600;

/** Of the canvas, and how much of it the heading takes from above, in pixels. */
type Size = { width: number; height: number; head: number };
const AXIS = 24;
const toRoom = ({ width, height, head }: Size) => {
  const top = head + AXIS;
  return width < WIDE
    ? { width, height, left: 8, top, above: 28, more: 41 }
    : { width, height, left: 124, top, above: 0, more: 25 };
};

/** The chart of the cards in a room, laid out in the worker; undefined until it is there. */
function useChart(cards: readonly Card[], size: Size | undefined): Chart | undefined {
  const [made, setMade] = useState<{ chart: Chart; cards: readonly Card[]; size: Size }>();
  useEffect(() => {
    if (!size) return undefined;
    const leave = new AbortController();
    run('chart', { cards, room: toRoom(size) }, leave.signal).then(
      (chart) => setMade({ chart, cards, size }),
      () => undefined,
    );
    return () => leave.abort();
  }, [cards, size]);
  return made?.cards === cards && made.size === size ? made.chart : undefined;
}

/** What is drawn at a zoom: cells whose cards all have room for their labels as cards, others as lists. */
type Unit = { cell: Cell; box: Rectangle; ids: readonly string[]; opened: boolean };

/** The debate on the view's topic, drawn on the map's canvas. */
export function Debate({ opened, map }: { opened: Opened; map: DrawnMap }) {
  const id = useStore((state) => toTopic(opened.corpus, state.view));
  const topic = id === undefined ? undefined : opened.corpus.nodes.get(id);
  if (topic?.type === 'topic') return <TopicDebate opened={opened} map={map} topic={topic} />;
  return (
    <div className={styles.debate}>
      <header className={styles.head}>
        <h2>No debate yet</h2>
        <p>A debate is about a topic, and nothing in this graph is coded as about one.</p>
      </header>
    </div>
  );
}

function TopicDebate({ opened, map, topic }: { opened: Opened; map: DrawnMap; topic: NodeOf<'topic'> }) {
  const { corpus } = opened;
  const view = useStore((state) => state.view);
  const visible = useStore((state) => state.visible);
  const debate = useMemo(() => toDebate(corpus, topic.id, visible), [corpus, topic, visible]);
  const texts = useMemo(() => new Texts(corpus, topic.id, debate.cards), [corpus, topic, debate]);
  const passing = usePassing(map);
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size>();
  const [zoom, setZoom] = useState(1);
  const [arrived, setArrived] = useState<Chart>();
  const chart = useChart(debate.cards, size);

  useEffect(() => {
    const element = root.current!;
    const watcher = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      const head = heading.current!.offsetHeight;
      if (width > 0 && height > 0)
        setSize((before) =>
          before?.width === width && before.height === height && before.head === head
            ? before
            : { width, height, head },
        );
    });
    watcher.observe(element);
    watcher.observe(heading.current!);
    const leave = map.watch(({ left, top, zoom: now }) => {
      element.style.setProperty('--left', String(left));
      element.style.setProperty('--top', String(top));
      element.style.setProperty('--zoom', String(now));
      setZoom(Math.round(now * 20) / 20);
    });
    return () => {
      watcher.disconnect();
      leave();
      void map.arrange(undefined);
    };
  }, [map]);

  const units = useMemo(() => (chart ? toUnits(chart, texts, zoom) : []), [chart, texts, zoom]);
  const { selection } = view;
  const { left, top } = size ? toRoom(size) : { left: 0, top: 0 };
  const arrangement = useMemo(
    () => toArrangement(units, debate.edges, selection, { left, top }),
    [units, debate, selection, left, top],
  );
  const shownChart = useRef<Chart>(undefined);
  useEffect(() => {
    if (!chart) return;
    const again = shownChart.current === chart;
    shownChart.current = chart;
    void map.arrange(arrangement, again).then(() => setArrived(chart));
  }, [map, chart, arrangement]);

  const settled = chart !== undefined && arrived === chart;
  const selections = useStore((state) => state.selections);
  useEffect(() => {
    const { cause, view: now } = useStore.getState();
    // A link that says where to look is followed.
    const isTold = (cause === 'link' || cause === 'step') && now.camera !== WHOLE;
    if (settled && selection !== undefined && !isTold) map.bringIn(selection);
  }, [map, settled, selection, selections]);

  const { width, head } = size ?? { width: 0, head: 0 };
  const outside =
    view.selection !== undefined &&
    corpus.nodes.has(view.selection) &&
    !debate.cards.some(({ id, body, speaker }) => [id, body, speaker].includes(view.selection!)) &&
    view.selection !== topic.id
      ? view.selection
      : undefined;
  return (
    <div
      ref={root}
      className={styles.debate}
      data-arrived={settled}
      data-wide={width >= WIDE}
      style={{ '--head-height': head } as React.CSSProperties}
    >
      {chart && (
        <>
          <Times chart={chart} />
          <Axis chart={chart} />
          <div className={styles.cards} {...passing}>
            {chart.lanes.map((lane) => (
              <LaneOf
                key={lane.body}
                opened={opened}
                lane={lane}
                chart={chart}
                texts={texts}
                units={units.filter(({ cell }) => cell.body === lane.body)}
                zoom={zoom}
                open={map.enlarge}
              />
            ))}
          </div>
        </>
      )}
      <Heading region={heading} opened={opened} topic={topic} cards={debate.cards} outside={outside} />
    </div>
  );
}

/** Pixels that a press may move and still be a click. */
const STEADY = 4;

/** What is done over the cards but click is done to the canvas below: cards can be zoomed and dragged like anything else. */
function usePassing(map: DrawnMap) {
  const pressed = useRef<{ x: number; y: number }>(undefined);
  return {
    onWheel: ({ nativeEvent }: React.WheelEvent) => map.pass(nativeEvent),
    onMouseDown: ({ nativeEvent, clientX, clientY }: React.MouseEvent) => {
      pressed.current = { x: clientX, y: clientY };
      map.pass(nativeEvent);
    },
    onTouchStart: ({ nativeEvent }: React.TouchEvent) => map.pass(nativeEvent),
    onDragStart: (event: React.DragEvent) => event.preventDefault(),
    onClickCapture: (event: React.MouseEvent) => {
      const from = pressed.current;
      pressed.current = undefined;
      // The keyboard clicks without pressing.
      if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) <= STEADY) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** The words of a debate's cards, each looked up once. */
class Texts {
  private readonly byId: ReadonlyMap<string, { card: Card; statements: readonly Statement[] }>;
  /** The lanes in which several speak, so that each card must tell who. */
  private readonly mixed: ReadonlySet<string>;

  constructor(
    private readonly corpus: Corpus,
    readonly topic: string,
    cards: readonly Card[],
  ) {
    const statements = Map.groupBy(toStatements(corpus), ({ said }) => said.id);
    this.byId = new Map(cards.map((card) => [card.id, { card, statements: statements.get(card.id)! }]));
    const speakers = Map.groupBy(cards, ({ body }) => body);
    this.mixed = new Set(
      [...speakers].flatMap(([body, own]) =>
        new Set(own.map(({ speaker }) => speaker)).size > 1 ? [body] : [],
      ),
    );
  }

  card = (id: string) => this.byId.get(id)!.card;
  statements = (id: string) => this.byId.get(id)!.statements;
  label = (id: string) => this.card(id).label;
  statement = (id: string) => this.byId.get(id)!.statements[0]!.said.statement;
  /** The words of the utterance that the card stands for. */
  quote = (id: string) => {
    const { card, statements } = this.byId.get(id)!;
    const { utterance } = statements.find(({ speaker }) => speaker === card.speaker) ?? statements[0]!;
    return utterance.passages[0]!.quote.replace(/\s+/g, ' ');
  };
  isMixed = (body: string) => this.mixed.has(body);
  name = (id: string) => toShortName(this.corpus.nodes.get(id)!);
  all = (id: string) => ({
    label: this.label(id),
    statement: this.statement(id),
    quote: this.quote(id),
    meta: this.isMixed(this.card(id).body),
  });
}

const scale = ({ width, height }: Rectangle, zoom: number) => ({
  width: width * zoom,
  height: height * zoom,
});

function toUnits(chart: Chart, texts: Texts, zoom: number): Unit[] {
  return chart.cells.flatMap((cell): Unit[] => {
    const legible = cell.cards.every(({ id, box }) => toDetail(scale(box, zoom), texts.all(id)) !== 'dot');
    if (cell.cards.length > 1 && !legible)
      return [{ cell, box: cell.box, ids: cell.cards.map(({ id }) => id), opened: false }];
    return cell.cards.map(({ id, box }) => ({ cell, box, ids: [id], opened: true }));
  });
}

/** How much an edge bows: more where it would run behind the cards of its own column, and those between the same two apart. */
function toCurvature(from: Rectangle, to: Rectangle, index: number): number {
  const [dx, dy] = [to.left + to.width / 2 - from.left - from.width / 2, to.top - from.top];
  const spread = 0.09 * index;
  if (Math.abs(dx) > 40) return 0.12 + spread;
  // Past the left side of the column, whichever way it leads.
  const bow = Math.min(0.35, (from.width * 0.6) / Math.max(1, Math.abs(dy)));
  return (bow + spread) * (dy > 0 ? -1 : 1);
}

/**
 * Every card where its unit is, and of the edges between the same two units one of each kind: that which is selected, or
 * leads to what is.
 */
function toArrangement(
  units: readonly Unit[],
  edges: ReturnType<typeof toDebate>['edges'],
  selection: string | undefined,
  over: Arrangement['over'],
): Arrangement {
  const unitOf = new Map(units.flatMap((unit) => unit.ids.map((id) => [id, unit] as const)));
  const places = new Map(units.map((unit, index) => [unit, index]));
  const drawn = new Map<string, number>();
  const kinds = new Set<string>();
  const between = new Map<string, number>();
  // What is stated stands for what is inferred of the same kind.
  const rank = ({ id, source, target, basis }: (typeof edges)[number]) =>
    ([id, source, target].includes(selection ?? '') ? 0 : 2) + Number(basis === 'inferred');
  for (const { id, type, source, target } of edges.toSorted((a, b) => rank(a) - rank(b))) {
    const [from, to] = [unitOf.get(source), unitOf.get(target)];
    if (!from || !to || from === to) continue;
    const ends = [places.get(from)!, places.get(to)!];
    const kind = `${ends.join(' ')} ${type}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    const pair = ends.toSorted((a, b) => a - b).join(' ');
    const index = between.get(pair) ?? 0;
    between.set(pair, index + 1);
    drawn.set(id, toCurvature(from.box, to.box, index));
  }
  return { over, boxes: new Map([...unitOf].map(([id, { box }]) => [id, box])), edges: drawn };
}

const place = ({ left, top, width, height }: Rectangle) =>
  ({ '--x': left, '--y': top, '--w': width, '--h': height }) as React.CSSProperties;

/** The lines between the times, behind the cards. */
function Times({ chart }: { chart: Chart }) {
  return chart.columns.map(({ label, left, width, gap }) => (
    <div
      key={label}
      className={gap ? styles.gap : styles.column}
      style={place({ left, top: 0, width, height: 0 })}
    />
  ));
}

/** What the times are, over the cards. */
function Axis({ chart }: { chart: Chart }) {
  return (
    <div className={styles.axis}>
      {chart.columns.map(({ label, left, width, gap, uncertain }) => (
        <span key={label} style={place({ left, top: 0, width, height: 0 })} data-gap={gap}>
          {gap ? (
            <span title={`${label}: nothing was said on this`}>
              <span aria-hidden="true">⋯</span>
              <span className="unseen">{label}: nothing was said on this</span>
            </span>
          ) : (
            <>
              {label}
              {uncertain && <small> date uncertain</small>}
            </>
          )}
        </span>
      ))}
    </div>
  );
}

function LaneOf({
  opened,
  lane,
  chart,
  units,
  texts,
  zoom,
  open,
}: {
  opened: Opened;
  lane: Chart['lanes'][number];
  chart: Chart;
  units: readonly Unit[];
  texts: Texts;
  zoom: number;
  open: (box: Rectangle) => void;
}) {
  const { corpus } = opened;
  const cards = units.flatMap(({ ids }) => ids).map(texts.card);
  const speakers = [...new Set(cards.map(({ speaker }) => speaker))];
  // A body for which one person speaks all along is named after that person first.
  const [only] = speakers;
  const person = speakers.length === 1 && corpus.nodes.get(only!)!.type === 'person' ? only! : undefined;
  const named = person ?? lane.body;
  const others = person && person !== lane.body ? [lane.body] : speakers.filter((id) => id !== lane.body);
  const words = listNames(others.map(texts.name));
  const room = lane.height * zoom - 12 - 17 * countLines(texts.name(named), 100, 7.4) - 18;
  const isRead = countLines(words, 100, 6.6) * 15 <= room;
  const stances = STANCES.map((stance) => ({
    stance,
    number: cards.filter((card) => card.stance === stance).length,
  })).filter(({ number }) => number > 0);
  return (
    <section className={styles.lane} aria-label={texts.name(lane.body)}>
      <div
        className={styles.band}
        style={place({ left: 0, top: lane.top, width: chart.width, height: lane.height })}
        aria-hidden="true"
      />
      <div className={styles.name} style={place({ left: 0, top: lane.top, width: 0, height: lane.height })}>
        <ItemLink id={named} title={corpus.nodes.get(named)!.label}>
          {texts.name(named)}
        </ItemLink>
        <p>
          {stances.map(({ stance, number }) => (
            <span key={stance} data-stance={stance}>
              <KindIcon kind={stance} /> {number} <span className="unseen">{STANCE_WORDS[stance]} </span>
            </span>
          ))}
        </p>
        {others.length > 0 && isRead && <p className={styles.speakers}>{words}</p>}
      </div>
      <ul>
        {units.map((unit) =>
          unit.opened ? (
            <CardOf key={unit.ids[0]} opened={opened} unit={unit} texts={texts} zoom={zoom} />
          ) : (
            <ListOf
              key={unit.cell.cards[0]!.id}
              unit={unit}
              texts={texts}
              zoom={zoom}
              more={chart.room.more}
              open={open}
            />
          ),
        )}
      </ul>
    </section>
  );
}

/** A card's side in words, for those who do not see its sign. */
const Side = ({ stance }: { stance: Stance | undefined }) =>
  stance ? (
    <>
      <KindIcon kind={stance} />
      <span className="unseen">{capitalise(STANCE_WORDS[stance])}: </span>
    </>
  ) : (
    <span className="unseen">On another topic: </span>
  );

const printWhen = ({ date }: Statement) => {
  const year = parseDate(date)!.year;
  return /[?~%]/.test(date) ? `c. ${year}` : String(year);
};

function CardOf({ opened, unit, texts, zoom }: { opened: Opened; unit: Unit; texts: Texts; zoom: number }) {
  const { corpus } = opened;
  const id = unit.ids[0]!;
  const card = texts.card(id);
  const detail = toDetail(scale(unit.box, zoom), texts.all(id));
  const statements = texts.statements(id);
  const own = statements.find(({ speaker }) => speaker === card.speaker) ?? statements[0]!;
  const topics = own.about.filter(({ target }) => target !== texts.topic);
  const rich = detail === 'statement' || detail === 'quote';
  return (
    <li
      className={styles.card}
      style={place(unit.box)}
      data-stance={card.stance ?? 'none'}
      data-uncertain={card.uncertain}
      data-detail={detail}
    >
      <ItemLink id={id} className={styles.words} title={detail === 'dot' ? card.label : undefined}>
        {detail === 'dot' ? (
          <span className="unseen">{card.label}</span>
        ) : (
          <>
            <span>
              <Side stance={card.stance} />
              {rich ? own.said.statement : card.label}
            </span>
            {detail === 'quote' && (
              <q className={styles.quote}>{texts.quote(id).replace(/^["“”']+|["“”']+$/g, '')}</q>
            )}
            {detail === 'headline' && texts.isMixed(card.body) && <small>{texts.name(card.speaker)}</small>}
          </>
        )}
      </ItemLink>
      {rich && (
        <p className={styles.foot}>
          <ItemLink id={card.speaker}>{texts.name(card.speaker)}</ItemLink>
          <span title={card.uncertain ? `${printDate(own.date)}` : undefined}>, {printWhen(own)}</span>
          {topics.map(({ target }) => (
            <ViewLink
              key={target}
              to={{ topic: target }}
              title={`The debate: ${corpus.nodes.get(target)!.label}`}
            >
              {corpus.nodes.get(target)!.label}
            </ViewLink>
          ))}
        </p>
      )}
      <Relations opened={opened} id={id} />
    </li>
  );
}

/** What the arrows say, for those who do not see them. */
function Relations({ opened: { corpus, incidence }, id }: { opened: Opened; id: string }) {
  const edges = (incidence.get(id) ?? []).filter(
    ({ type }) => type === 'disputes' || type === 'supports' || type === 'responds-to',
  );
  if (edges.length === 0) return null;
  const words = edges.map((edge) => {
    const out = edge.source === id;
    return `${EDGE_LOOK[edge.type][out ? 'out' : 'back']}: ${corpus.nodes.get(out ? edge.target : edge.source)!.label}`;
  });
  return <span className="unseen">{capitalise(words.join('; '))}.</span>;
}

/** Several cards for which there is no room: as many of their labels as there is, the weightiest first. */
function ListOf({
  unit,
  texts,
  zoom,
  more,
  open,
}: {
  unit: Unit;
  texts: Texts;
  zoom: number;
  more: number;
  open: (box: Rectangle) => void;
}) {
  const selection = useStore((state) => state.view.selection);
  const mixed = texts.isMixed(unit.cell.body);
  const listed = countListed(scale(unit.box, zoom), unit.ids.map(texts.label), mixed, more);
  const first = unit.ids.slice(0, listed);
  // What is selected is among those that are seen.
  const seen =
    selection !== undefined && unit.ids.includes(selection) && !first.includes(selection) && listed > 0
      ? [selection, ...first.slice(1)]
      : first;
  const rest = unit.ids.length - seen.length;
  return (
    <li className={styles.list} style={place(unit.box)}>
      <ul>
        {seen.map((id) => (
          <li
            key={id}
            data-stance={texts.card(id).stance ?? 'none'}
            data-uncertain={texts.card(id).uncertain}
          >
            <ItemLink id={id} className={styles.words}>
              <span>
                <Side stance={texts.card(id).stance} />
                {texts.label(id)}
              </span>
              {mixed && <small>{texts.name(texts.card(id).speaker)}</small>}
            </ItemLink>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className={styles.more} style={{ height: more }} onClick={() => open(unit.box)}>
          {seen.length === 0 ? count(rest, 'claim') : `${rest} more`}
          <span className="unseen"> by {texts.name(unit.cell.body)}: zoom in</span>
        </button>
      )}
    </li>
  );
}

function Heading({
  region,
  opened,
  topic,
  cards,
  outside,
}: {
  region: React.RefObject<HTMLElement | null>;
  opened: Opened;
  topic: NodeOf<'topic'>;
  cards: readonly Card[];
  outside: string | undefined;
}) {
  const { corpus, incidence } = opened;
  const topics = useMemo(() => {
    const hot = toControversies(corpus, incidence).map(({ position }) => position);
    return [
      ...new Map([...hot, ...toPositions(corpus)].map((position) => [position.topic.id, position])).values(),
    ];
  }, [corpus, incidence]);
  const own = cards.filter(({ stance }) => stance !== undefined);
  const speakers = new Set(own.map(({ body }) => body)).size;
  const sides = STANCES.map((stance) => ({
    stance,
    number: own.filter((card) => card.stance === stance).length,
  })).filter(({ number }) => number > 0);
  const words = { ...STANCE_NAMES, ...topic.poles };
  return (
    <header ref={region} className={styles.head} data-over-map>
      <h2>
        <label>
          <span className="unseen">Topic: </span>
          <select value={topic.id} onChange={(event) => show({ topic: event.target.value })}>
            {topics.map(({ topic: { id, label }, size }) => (
              <option key={id} value={id}>
                {label} ({size})
              </option>
            ))}
          </select>
        </label>
      </h2>
      {own.length === 0 ? (
        <p role="status">
          Nothing about this topic is left by the filters. Take some away, or choose another topic.
        </p>
      ) : (
        <p>
          {sides.map(({ stance, number }) => (
            <span key={stance} className={styles.side}>
              <KindIcon kind={stance} /> {number} {words[stance]}
            </span>
          ))}
          <span className="unseen">
            {count(own.length, 'claim')} by {count(speakers, 'body', 'bodies')}
          </span>
        </p>
      )}
      {outside !== undefined && <Outside opened={opened} id={outside} topic={topic.id} />}
    </header>
  );
}

/** What is selected, but is not on the chart: why, and where it is. */
function Outside({
  opened: { corpus, incidence },
  id,
  topic,
}: {
  opened: Opened;
  id: string;
  topic: string;
}) {
  const topics = (incidence.get(id) ?? []).flatMap((edge) =>
    edge.type === 'about' && edge.source === id ? [edge.target] : [],
  );
  return (
    <p role="status" className={styles.outside}>
      {topics.includes(topic)
        ? 'What is selected is left out by the filters.'
        : 'What is selected is not part of this debate. '}
      {!topics.includes(topic) &&
        topics.slice(0, 3).map((other) => (
          <ViewLink key={other} to={{ topic: other }} className={buttons.plain}>
            {corpus.nodes.get(other)!.label}
          </ViewLink>
        ))}
    </p>
  );
}
