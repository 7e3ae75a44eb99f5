// One topic as a chart over the canvas: a lane for each body, a column for each time, cards with the words.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { adjacencyOf, Marks, toMarks } from '../../core/adjacency';
import { isLarge, toDrawing } from '../../core/drawing';
import { groupBy } from '../../core/group';
import { limitDebate, toBodies, toDebate, type Chart } from '../../core/lanes';
import type { Corpus, Ids, NodeOf } from '../../core/model';
import type { Query } from '../../core/query';
import type { Steps } from '../../core/steps';
import { run } from '../../worker/index';
import { WHOLE } from '../camera';
import type { DrawnMap } from '../canvas/map';
import { useSteps } from '../steps';
import { useStore, type Opened } from '../store';
import { Heading } from './DebateHeading';
import { Axis, LaneOf, Times } from './DebateLanes';
import { toTopic } from './topic';
import { toArrangement, toNamed, toNameHeight, toNotesHeight, toTexts, toUnits, type Told } from './units';
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
    : { width, height, left: 118, top, above: 0, more: 25 };
};
/** For names beside the lanes: how high each body's stands, and below that of somebody who speaks for it its own. */
const toNames = (corpus: Corpus, { debate, texts }: Told) =>
  Object.fromEntries(
    [...groupBy(debate.cards, ({ body }) => body)].map(([body, cards]) => {
      const named = toNamed(corpus, body, cards);
      return [body, toNameHeight(texts.name(named)) + (named === body ? 0 : toNotesHeight(texts.name(body)))];
    }),
  );

function* tell(corpus: Corpus, topic: NodeOf<'topic'>, query: Query, visible: Ids): Steps<Told> {
  const whole = yield* toDebate(corpus, topic.id, query, visible);
  const debate = limitDebate(whole);
  yield undefined;
  const { size: bodies } = toBodies(whole);
  yield undefined;
  return { topic, whole, bodies, debate, texts: toTexts(corpus, topic.id, debate) };
}

/** The chart of what is told, laid out in the worker: undefined until it is there, and where `failed`. */
function useChart(corpus: Corpus, told: Told | undefined, size: Size | undefined) {
  const [made, setMade] = useState<{ chart: Chart | undefined; told: Told; size: Size }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!told || !size) return undefined;
    const leave = new AbortController();
    const room = toRoom(size);
    const names = room.above === 0 ? toNames(corpus, told) : {};
    run('chart', { cards: told.debate.cards, room: { ...room, names } }, leave.signal).then(
      (chart) => setMade({ chart, told, size }),
      () => {
        if (!leave.signal.aborted) setMade({ chart: undefined, told, size });
      },
    );
    return () => leave.abort();
  }, [corpus, told, size, tries]);
  const now = made?.told === told && made?.size === size ? made : undefined;
  const retry = () => {
    setMade(undefined);
    setTries(tries + 1);
  };
  return { chart: now?.chart, failed: now !== undefined && now.chart === undefined, retry };
}

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
  const { selection, query } = view;
  const visible = useStore((state) => state.visible);
  const { value } = useSteps(
    useCallback(() => tell(corpus, topic, query, visible), [corpus, topic, query, visible]),
  );
  // What was said on another topic is no answer.
  const told = value?.topic === topic ? value : undefined;
  const debate = told?.debate;
  const passing = usePassing(map);
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLElement>(null);
  const [size, setSize] = useState<Size>();
  const [zoom, setZoom] = useState(1);
  const [arrived, setArrived] = useState<Chart>();
  const { chart, failed, retry } = useChart(corpus, told, size);

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

  // Of a large debate the map does not draw all.
  useEffect(() => {
    if (!debate || !isLarge(corpus)) return;
    const ids = new Set([...debate.cards, ...debate.edges].map((item) => item.id));
    const adjacency = adjacencyOf.atOnce(corpus);
    map.include(toDrawing(corpus, new Marks(adjacency, toMarks(adjacency, ids))));
  }, [map, corpus, debate]);

  const units = useMemo(() => (chart && told ? toUnits(chart, told.texts, zoom) : []), [chart, told, zoom]);
  const { left, top } = size ? toRoom(size) : { left: 0, top: 0 };
  const arrangement = useMemo(
    () => toArrangement(units, debate?.edges ?? [], selection, { left, top }),
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
  return (
    <div
      ref={root}
      className={styles.debate}
      data-arrived={settled}
      data-wide={width >= WIDE}
      style={{ '--head-height': head, '--names': left } as React.CSSProperties}
    >
      <Heading region={heading} opened={opened} topic={topic} told={told} selection={selection}>
        {failed && (
          <p role="alert" className={styles.failed}>
            The chart could not be laid out: there is no connection, the page was renewed meanwhile, or it has
            failed.
            <button type="button" className={buttons.plain} onClick={retry}>
              Try again
            </button>
          </p>
        )}
      </Heading>
      {chart && told && (
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
                texts={told.texts}
                units={units.filter(({ cell }) => cell.body === lane.body)}
                zoom={zoom}
                open={map.enlarge}
              />
            ))}
          </div>
        </>
      )}
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
