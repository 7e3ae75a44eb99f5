// A node in plain words: what it says or is, and all that leads to and from it.
import { lazy, memo, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { printDate } from '../../core/date';
import { toArguments, toPositions, toReasons } from '../../core/debate';
import { filterInSteps } from '../../core/filter';
import { countBeyond } from '../../core/graph';
import { isSaid, type GraphEdge, type GraphNode } from '../../core/model';
import type { Steps } from '../../core/steps';
import { isSpeakerType } from '../../core/vocabulary';
import { useSteps } from '../steps';
import { expand, focusAround, focusOn, hide, useStore, type Opened } from '../store';
import { ArgumentLink } from '../ui/ArgumentLink';
import { ItemLink } from '../ui/ItemLink';
import { KindIcon } from '../ui/Kind';
import { OriginalLink } from '../ui/OriginalLink';
import { StanceBar, StanceKey } from '../ui/StanceBar';
import { TypeIcon } from '../ui/Icon';
import { ViewLink } from '../ui/ViewLink';
import { DEPTHS } from '../view';
import { NODE_LOOK, STANCE_NAMES } from '../vocabulary';
import { count } from '../numbers';
import { printResponses, printSpeakers, printVoice } from '../words';
import { toTopics } from '../views/topic';
import { CardHeading } from './CardHeading';
import { Editable } from './Editable';
import { EdgeGroups } from './EdgeGroups';
import { More } from './More';
import { Origin } from './Origin';
import buttons from '../ui/button.module.css';
import styles from './Inspector.module.css';

const Commands = lazy(async () => ({ default: (await import('./Commands')).Commands }));
const FocusControls = lazy(async () => ({ default: (await import('./FocusControls')).FocusControls }));

/** Made anew only for another node, or another graph. */
export const NodeCard = memo(function NodeCard({ opened, node }: { opened: Opened; node: GraphNode }) {
  const statement = 'statement' in node ? node.statement : node.label;
  const responses = printResponses(opened, node.id);
  return (
    <Editable opened={opened} id={node.id}>
      <div className={styles.card}>
        <CardHeading id={node.id}>
          <TypeIcon type={node.type} />
          <span>{node.type === 'recommendation' ? FORM_WORDS[node.form] : NODE_LOOK[node.type].one}</span>
          <Side opened={opened} id={node.id} />
        </CardHeading>
        <h2>{statement}</h2>
        {responses && (
          <p className={styles.lead}>
            <strong>{responses}</strong>
          </p>
        )}
        {responses && <Reasons opened={opened} id={node.id} />}
        <Facts node={node} />
        {node.type === 'topic' && <DebateLinks opened={opened} node={node} />}
        {node.type === 'topic' && <TopicArguments opened={opened} topic={node.id} />}
        <EdgeGroups opened={opened} node={node} />
        {node.type === 'article' && <ArticleClaims opened={opened} article={node.id} />}
        {node.type !== 'topic' && <DebateLinks opened={opened} node={node} />}
        <CompareLink node={node} />
        <Origin item={node} />
        <Tools opened={opened} node={node} />
      </div>
    </Editable>
  );
});

/** Which side something said takes, where it takes the same wherever it takes one. */
function Side({ opened: { corpus, incidence }, id }: { opened: Opened; id: string }) {
  const stances = new Set(
    incidence
      .get(id)
      ?.flatMap((edge) =>
        edge.type === 'about' && edge.source === id && isSaid(corpus.nodes.get(id)!) ? edge.stance : [],
      ),
  );
  const [stance] = stances;
  if (stance === undefined || stances.size > 1) return null;
  return (
    <span className={styles.side}>
      <KindIcon kind={stance} />
      {STANCE_NAMES[stance]}
    </span>
  );
}

/** Why a recommendation was answered as it was, in the words of who answered. */
function Reasons({ opened: { corpus, incidence }, id }: { opened: Opened; id: string }) {
  const reasons = useMemo(() => toReasons(corpus, incidence, id), [corpus, incidence, id]);
  if (reasons.length === 0) return null;
  return (
    <More name="Reasons given" items={reasons}>
      {(edge) => (
        <li key={edge.id}>
          <ItemLink id={edge.source} className={styles.line}>
            <TypeIcon type={corpus.nodes.get(edge.source)!.type} />
            <span>{corpus.nodes.get(edge.source)!.label}</span>
          </ItemLink>
        </li>
      )}
    </More>
  );
}

/** How many debates are named before it is enough. */
const MOST_DEBATES = 3;

/** Leads to the debates that a node is part of, or most part of. */
function DebateLinks({ opened: { corpus }, node }: { opened: Opened; node: GraphNode }) {
  const shown = useStore((state) => (state.view.mode === 'debate' ? state.view.topic : undefined));
  const topics = useMemo(
    () => toTopics(corpus, node.id).filter((topic) => topic !== shown),
    [corpus, node, shown],
  );
  if (topics.length === 0) return null;
  return (
    <p className={styles.views}>
      {node.type !== 'topic' && <span>{shown === undefined ? 'See the debate:' : 'Other debates:'}</span>}
      {topics.slice(0, MOST_DEBATES).map((topic) => (
        <ViewLink key={topic} to={{ mode: 'debate', topic }}>
          {node.type === 'topic' ? 'See the debate, year by year' : corpus.nodes.get(topic)!.label}
        </ViewLink>
      ))}
    </p>
  );
}

/** Leads to what an actor, a report or an article says beside what another says. */
function CompareLink({ node: { id, type } }: { node: GraphNode }) {
  if (type !== 'article' && !isSpeakerType(type)) return null;
  return (
    <p className={styles.views}>
      <ViewLink to={{ mode: 'compare', compare: [id] }}>
        Compare with {type === 'article' || type === 'report' ? 'another' : 'what others say'}…
      </ViewLink>
    </p>
  );
}

/** What can be done with it: on the map, where one is on the screen, and how it is connected. */
function Tools({ opened, node }: { opened: Opened; node: GraphNode }) {
  const onMap = useStore(({ view: { mode } }) => mode === 'map' || mode === 'debate');
  return (
    <div className={styles.tools}>
      {onMap && <Around opened={opened} node={node} />}
      <Connect opened={opened} />
    </div>
  );
}

/** Asks for another node, to tell how the two are connected. */
function Connect({ opened }: { opened: Opened }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${buttons.plain} ${styles.connect}`}
        aria-haspopup="dialog"
        aria-label="See how it is connected with…"
        title="See how it is connected with another"
        onClick={() => setOpen(true)}
      >
        Connected with…
      </button>
      {open && (
        <Suspense>
          <Commands opened={opened} sheet="connect" close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** How many neighbours of a node the focus leaves out, of those that the filters leave. */
function useOthers({ corpus }: Opened, { id }: GraphNode): number {
  const focus = useStore((state) => state.view.focus);
  const query = useStore((state) => state.view.query);
  const visible = useStore((state) => state.visible);
  const start = useCallback(
    function* () {
      // Only what is in sight is expanded.
      if (!focus || !visible.has(id)) return 0;
      const { ids } = yield* filterInSteps(corpus, query, focus.ids);
      return countBeyond(ids, visible, id);
    },
    [corpus, focus, query, visible, id],
  );
  return useSteps(start).value ?? 0;
}

/** Shows only what is a few steps around a node, its neighbours too, or all but it. */
function Around({ opened, node }: { opened: Opened; node: GraphNode }) {
  const focus = useStore((state) => state.view.focus);
  const centred = focus?.ids.length === 1 && focus.ids[0] === node.id;
  const others = useOthers(opened, node);
  const expanded = focus?.expanded?.includes(node.id) === true;
  return (
    <>
      <div className={styles.steps} role="group" aria-label="Show only what is around it">
        <span>Around it</span>
        {DEPTHS.map((depth) => {
          const on = centred && focus.depth === depth;
          return (
            <button
              key={depth}
              type="button"
              className={buttons.button}
              aria-pressed={on}
              aria-label={count(depth, 'step')}
              title={`Show only what is ${count(depth, 'step')} around it (${depth})`}
              onClick={() => (on ? focusOn(undefined) : focusAround([node.id], depth))}
            >
              {depth}
            </button>
          );
        })}
      </div>
      <div className={styles.steps} role="group" aria-label="On the map">
        {centred && (
          <Suspense>
            <FocusControls focus={focus} />
          </Suspense>
        )}
        {focus && (others > 0 || expanded) && (
          <button
            type="button"
            className={buttons.button}
            aria-pressed={expanded}
            title="Show its neighbours too (E, or click it twice)"
            onClick={() => expand([node.id])}
          >
            {expanded ? 'Expanded' : `Expand: ${others} more`}
          </button>
        )}
        <button
          type="button"
          className={buttons.button}
          title="Take it off the map (H)"
          onClick={() => hide([node.id])}
        >
          Hide
        </button>
      </div>
    </>
  );
}

function TopicArguments({ opened, topic }: { opened: Opened; topic: string }) {
  const { corpus } = opened;
  const position = useMemo(() => toPositions(corpus).find((one) => one.topic.id === topic)!, [corpus, topic]);
  return (
    <>
      <StanceKey />
      <StanceBar position={position} />
      <Arguments opened={opened} topic={topic} type="disputes" name="Disputes" />
      <Arguments opened={opened} topic={topic} type="responds-to" name="Answers" />
    </>
  );
}

/** How many arguments are put into words before a pause. */
const STRETCH = 64;

function Arguments({
  opened,
  topic,
  type,
  name,
}: {
  opened: Opened;
  topic: string;
  type: 'disputes' | 'responds-to';
  name: string;
}) {
  const { corpus, incidence } = opened;
  // Several reasons of one speaker against one claim are told once; the claim's own card lists them all.
  const start = useCallback(
    function* (): Steps<GraphEdge[]> {
      const told = new Map<string, GraphEdge>();
      let seen = 0;
      for (const edge of yield* toArguments(corpus, incidence, topic, type)) {
        if (++seen % STRETCH === 0) yield undefined;
        const key = `${printVoice(opened, corpus.nodes.get(edge.source)!)} ${edge.target}`;
        if (!told.has(key)) told.set(key, edge);
      }
      return [...told.values()];
    },
    [opened, corpus, incidence, topic, type],
  );
  const { value: edges, busy } = useSteps(start);
  if (!edges || busy || edges.length === 0) return null;
  return (
    <More name={name} items={edges}>
      {(edge) => (
        <li key={edge.id}>
          <ArgumentLink opened={opened} edge={edge} />
        </li>
      )}
    </More>
  );
}

function ArticleClaims({ opened, article }: { opened: Opened; article: string }) {
  const items = [...opened.corpus.nodes.values()].filter(
    (node) => isSaid(node) && node.passages.some((passage) => passage.article === article),
  );
  const place = (node: GraphNode) => node.passages.find((passage) => passage.article === article)!.start;
  return (
    <More name="Claimed in it" items={items.toSorted((a, b) => place(a) - place(b))}>
      {(node) => (
        <li key={node.id}>
          <ItemLink id={node.id} className={styles.line}>
            <TypeIcon type={node.type} />
            <span>
              {node.label}
              <small>{printSpeakers(opened, node)}</small>
            </span>
          </ItemLink>
        </li>
      )}
    </More>
  );
}

const FORM_WORDS = {
  recommendation: 'Recommendation',
  proposal: 'Proposal',
  commitment: 'Commitment',
} as const;

/** What a node stores of its own, beyond its statement and its edges. */
function Facts({ node }: { node: GraphNode }) {
  const facts: [string, ReactNode][] = [];
  if (node.type === 'article') facts.push(['Published', `${node.publisher}, ${printDate(node.date)}`]);
  if (node.type === 'article' && node.url) facts.push(['On the web', <OriginalLink key="url" node={node} />]);
  if (node.type === 'report' && node.date) facts.push(['Dated', printDate(node.date)]);
  if (node.type === 'organisation' && node.collective)
    facts.push(['Kind', 'a group without a name of its own']);
  if (node.type === 'topic') facts.push(['For', node.poles.for], ['Against', node.poles.against]);
  if (node.type === 'topic' && node.note) facts.push(['Note', node.note]);
  if (node.aliases) facts.push(['Also named', node.aliases.join(', ')]);
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
