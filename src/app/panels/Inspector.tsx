// What is selected, in plain words, every line of it leading on; or, where nothing is, where to start.
import { useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { GraphEdge, GraphNode } from '../../core/model';
import { parseDate, printDate } from '../../core/date';
import {
  toControversies,
  toDisputesAbout,
  toFirstDate,
  toPositions,
  toUtteranceDate,
} from '../../core/debate';
import { isUtterance } from '../../core/model';
import { STANCES, type EdgeType, type Stance } from '../../core/schema';
import { focusOn, select, useStore, type Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { LineSample } from '../ui/LineSample';
import { TypeIcon } from '../ui/Icon';
import { DEPTHS } from '../view';
import { EDGE_LOOK, isArgument, NODE_LOOK, SPEECH_WORDS, STANCE_WORDS } from '../vocabulary';
import { StanceBar, StanceKey } from '../ui/StanceBar';
import { count, printEdge, printResponses, printSpeakers, printVoice, toShortName } from '../words';
import buttons from '../ui/button.module.css';
import styles from './Inspector.module.css';

/** How many lines of a kind are listed before one asks for more. */
const FEW = 5;

export function Inspector({ opened }: { opened: Opened }) {
  const selection = useStore((state) => state.view.selection);
  const node = selection === undefined ? undefined : opened.corpus.nodes.get(selection);
  const edge = selection === undefined ? undefined : opened.corpus.edges.get(selection);
  const region = useRef<HTMLElement>(null);
  const followed = useRef(false);
  useLayoutEffect(() => {
    region.current!.scrollTop = 0;
    // The link that was followed is gone: the keyboard goes on from what it led to.
    if (followed.current) region.current!.focus({ preventScroll: true });
    followed.current = false;
  }, [selection]);
  return (
    <section
      ref={region}
      aria-label="Inspector"
      id="inspector"
      tabIndex={-1}
      className={styles.inspector}
      onClickCapture={() => {
        followed.current = region.current!.contains(document.activeElement);
        // A click that selects nothing new is forgotten.
        setTimeout(() => (followed.current = false));
      }}
    >
      {node ? (
        <NodeCard key={node.id} opened={opened} node={node} />
      ) : edge ? (
        <EdgeCard opened={opened} edge={edge} />
      ) : (
        <Start opened={opened} />
      )}
    </section>
  );
}

/** The first thing a newcomer reads: what this is, and three ways in. */
function Start({ opened }: { opened: Opened }) {
  const { corpus, incidence } = opened;
  const said = [...corpus.nodes.values()].filter(
    ({ type }) => type === 'claim' || type === 'recommendation',
  ).length;
  const speaking = new Set(
    [...corpus.edges.values()].flatMap((edge) =>
      edge.type === 'authored' && isUtterance(corpus, edge) ? [edge.source] : [],
    ),
  ).size;
  const controversies = useMemo(() => toControversies(corpus, incidence), [corpus, incidence]);
  return (
    <div className={styles.card}>
      <h2>{corpus.title ?? 'Who says what, and in which words'}</h2>
      <p className={styles.lead}>
        {count(corpus.articles.size, 'article')} taken apart:{' '}
        {count(said, 'claim and proposal', 'claims and proposals')} by{' '}
        {count(speaking, 'person or body', 'people and bodies')}, who disputes them and who answers. Choose a
        question below, or a dot or line on the map, to read who said it and in which words.
      </p>
      <h3>Where they disagree</h3>
      <StanceKey />
      <ul className={styles.rows}>
        {controversies.slice(0, 4).map(({ position, disputes: [edge] }) => (
          <li key={position.topic.id} className={styles.controversy}>
            <ItemLink id={position.topic.id} className={styles.question}>
              {position.topic.label}
              <StanceBar position={position} />
            </ItemLink>
            <DisputeLink opened={opened} edge={edge!} />
          </li>
        ))}
      </ul>
      <h3>The articles</h3>
      <ul className={styles.rows}>
        {[...corpus.articles.values()]
          .toSorted((a, b) => (a.node.date < b.node.date ? -1 : 1))
          .map(({ node }) => (
            <li key={node.id}>
              <ItemLink id={node.id} className={styles.line}>
                <TypeIcon type="article" />
                <span>
                  {node.label}
                  <small>
                    {node.publisher}, {printDate(node.date)}
                  </small>
                </span>
              </ItemLink>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** 'Ofsted (2019) disputes University of Birmingham academics (2019): what they claim'. */
function DisputeLink({ opened, edge }: { opened: Opened; edge: GraphEdge }) {
  const [source, target] = [edge.source, edge.target].map((id) => opened.corpus.nodes.get(id)!);
  return (
    <ItemLink id={edge.id} className={styles.dispute}>
      {printVoice(opened, source!)} <em>disputes</em> {printVoice(opened, target!)}: {target!.label}
    </ItemLink>
  );
}

function Heading({ children }: { children: ReactNode }) {
  return (
    <div className={styles.kind}>
      {children}
      <button
        type="button"
        className={styles.close}
        onClick={() => select(undefined)}
        aria-label="Select nothing"
        title="Select nothing (Esc)"
      >
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  );
}

function NodeCard({ opened, node }: { opened: Opened; node: GraphNode }) {
  const statement = 'statement' in node ? node.statement : node.label;
  const responses = printResponses(opened, node.id);
  return (
    <div className={styles.card}>
      <Heading>
        <TypeIcon type={node.type} />
        <span>{node.type === 'recommendation' ? FORM_WORDS[node.form] : NODE_LOOK[node.type].one}</span>
      </Heading>
      <h2>{statement}</h2>
      {responses && (
        <p className={styles.lead}>
          <strong>{responses}</strong>
        </p>
      )}
      <Facts node={node} />
      <Steps node={node} />
      {node.type === 'topic' && <TopicDisputes opened={opened} topic={node.id} />}
      {groupEdges(opened, node).map(({ key, name, edges, type }) => (
        <EdgeGroup key={key} opened={opened} node={node} name={name} type={type} edges={edges} />
      ))}
      {node.type === 'article' && <ArticleClaims opened={opened} article={node.id} />}
    </div>
  );
}

/** Shows only what is a few steps around a node. */
function Steps({ node }: { node: GraphNode }) {
  const focus = useStore((state) => state.view.focus);
  return (
    <div className={styles.steps} role="group" aria-label="Show only what is around it">
      <span>Show only</span>
      {DEPTHS.map((depth) => {
        const on = focus?.id === node.id && focus.depth === depth;
        return (
          <button
            key={depth}
            type="button"
            className={buttons.button}
            aria-pressed={on}
            onClick={() => focusOn(on ? undefined : { id: node.id, depth })}
          >
            {count(depth, 'step')}
          </button>
        );
      })}
      <span>around it</span>
    </div>
  );
}

function TopicDisputes({ opened, topic }: { opened: Opened; topic: string }) {
  const { corpus, incidence } = opened;
  // Several reasons of one speaker against one claim are told once; the claim's own card lists them all.
  const disputes = useMemo(() => {
    const told = new Map<string, GraphEdge>();
    for (const edge of toDisputesAbout(corpus, incidence, topic)) {
      const key = `${printVoice(opened, corpus.nodes.get(edge.source)!)} ${edge.target}`;
      if (!told.has(key)) told.set(key, edge);
    }
    return [...told.values()];
  }, [opened, corpus, incidence, topic]);
  const position = useMemo(() => toPositions(corpus).find((one) => one.topic.id === topic)!, [corpus, topic]);
  return (
    <>
      <StanceKey />
      <StanceBar position={position} />
      {disputes.length > 0 && (
        <More name="Disputes" items={disputes}>
          {(edge) => (
            <li key={edge.id}>
              <DisputeLink opened={opened} edge={edge} />
            </li>
          )}
        </More>
      )}
    </>
  );
}

function ArticleClaims({ opened, article }: { opened: Opened; article: string }) {
  const items = [...opened.corpus.nodes.values()].filter(
    (node) =>
      (node.type === 'claim' || node.type === 'recommendation') &&
      node.passages.some((passage) => passage.article === article),
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

/** A list under a heading: its first few rows, and the rest when asked for. */
function More<T>({
  name,
  type,
  items,
  children,
}: {
  name: string;
  type?: EdgeType;
  items: readonly T[];
  children: (item: T) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const long = items.length > FEW + 1;
  return (
    <section className={styles.group}>
      <h3 style={type && isArgument(type) ? { color: `var(${EDGE_LOOK[type].colour})` } : undefined}>
        {name} {long && <span>{items.length}</span>}
      </h3>
      <ul className={styles.rows}>{(all || !long ? items : items.slice(0, FEW)).map(children)}</ul>
      {long && !all && (
        <button type="button" className={buttons.plain} onClick={() => setAll(true)}>
          Show all {items.length}
        </button>
      )}
    </section>
  );
}

const FORM_WORDS = {
  recommendation: 'Recommendation',
  proposal: 'Proposal',
  commitment: 'Commitment',
} as const;

/** What a node stores of its own, beyond its statement and its edges. */
function Facts({ node }: { node: GraphNode }) {
  const facts: [string, string][] = [];
  if (node.type === 'article') facts.push(['Published', `${node.publisher}, ${printDate(node.date)}`]);
  if (node.type === 'report' && node.date) facts.push(['Dated', printDate(node.date)]);
  if (node.type === 'organisation' && node.collective)
    facts.push(['Kind', 'a group without a name of its own']);
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

type Group = { key: string; name: string; type: EdgeType; edges: GraphEdge[] };

/** What a node's edges are told in: of what is said, who says it comes first; of all else, what it is about. */
const SAID_ORDER: readonly EdgeType[] = [
  'authored',
  'states',
  'responds-to',
  'disputes',
  'supports',
  'about',
  'addressed-to',
];
const OTHER_ORDER: readonly EdgeType[] = [
  'about',
  'disputes',
  'supports',
  'responds-to',
  'affiliated-with',
  'commissioned',
  'based-on',
  'authored',
  'states',
  'addressed-to',
  'rated',
];

/** A node's edges by what they say of it; a topic's claims by stance, the earliest first. */
function groupEdges(opened: Opened, node: GraphNode): Group[] {
  const { corpus, incidence } = opened;
  const edges = incidence.get(node.id) ?? [];
  if (node.type === 'topic') {
    const about = edges.filter((edge) => edge.type === 'about');
    const start = (edge: GraphEdge) =>
      parseDate(toFirstDate(corpus, incidence, edge.source) ?? '')?.start ?? 0;
    return STANCES.map((stance) => ({
      key: stance,
      type: 'about' as const,
      name:
        stance === 'for' || stance === 'against'
          ? `${STANCE_NAMES[stance]}: ${node.poles[stance]}`
          : STANCE_NAMES[stance],
      edges: about.filter((edge) => edge.stance === stance).toSorted((a, b) => start(a) - start(b)),
    })).filter((group) => group.edges.length > 0);
  }
  const groups = new Map<string, Group>();
  for (const type of node.type === 'claim' || node.type === 'recommendation' ? SAID_ORDER : OTHER_ORDER)
    for (const edge of edges) {
      if (edge.type !== type) continue;
      const out = edge.source === node.id;
      const name =
        type === 'authored' && out
          ? isUtterance(corpus, edge)
            ? 'says'
            : 'wrote'
          : EDGE_LOOK[type][out ? 'out' : 'back'];
      const key = `${type} ${name}`;
      const group = groups.get(key) ?? { key, name: capitalise(name), type, edges: [] };
      group.edges.push(edge);
      groups.set(key, group);
    }
  return [...groups.values()];
}

const STANCE_NAMES = {
  for: 'For',
  against: 'Against',
  mixed: 'Both for and against',
  neutral: 'Neither for nor against',
} as const satisfies Record<Stance, string>;

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function EdgeGroup({
  opened,
  node,
  name,
  type,
  edges,
}: {
  opened: Opened;
  node: GraphNode;
  name: string;
  type: EdgeType;
  edges: readonly GraphEdge[];
}) {
  return (
    <More name={name} type={type} items={edges}>
      {(edge) => {
        const other = opened.corpus.nodes.get(edge.source === node.id ? edge.target : edge.source)!;
        const details = printDetails(opened, edge, other, node);
        return (
          <li key={edge.id} className={styles.edge}>
            <ItemLink id={other.id} className={styles.line}>
              <TypeIcon type={other.type} />
              <span>{other.label}</span>
            </ItemLink>
            <p>
              {details.length > 0 && `${details.join(' · ')} · `}
              <ItemLink id={edge.id} className={styles.words}>
                {edge.basis === 'inferred' ? 'inferred from these words' : 'the words'}
                <span className="unseen"> that {printEdge(opened, edge)}</span>
              </ItemLink>
            </p>
          </li>
        );
      }}
    </More>
  );
}

/** What an edge says beyond its two ends, in a few words each; nothing of who speaks where that is the node it is told of. */
function printDetails(opened: Opened, edge: GraphEdge, other: GraphNode, node?: GraphNode): string[] {
  const details: string[] = [];
  const speakers = printSpeakers(opened, other);
  if (speakers && speakers !== (node && toShortName(node))) details.push(speakers);
  const first = toFirstDate(opened.corpus, opened.incidence, other.id);
  if (edge.type === 'about' && first !== undefined) details.push(String(parseDate(first)!.year));
  if (edge.type === 'about' && other.type === 'topic') details.push(STANCE_WORDS[edge.stance]);
  const responses = other.type === 'recommendation' ? printResponses(opened, other.id) : '';
  if (responses && edge.type !== 'responds-to') details.push(responses);
  if ('role' in edge && edge.role) details.push(edge.role);
  if ('speech' in edge && edge.speech) details.push(SPEECH_WORDS[edge.speech]);
  if ('grade' in edge) details.push(edge.grade);
  if ('response' in edge && edge.response) details.push(edge.response);
  if (isUtterance(opened.corpus, edge)) {
    const article = opened.corpus.nodes.get(edge.passages[0]!.article)!;
    details.push(printDate(toUtteranceDate(opened.corpus, edge)));
    if (article.type === 'article') details.push(article.publisher);
  } else if ('date' in edge && edge.date) details.push(printDate(edge.date));
  return details;
}

function EdgeCard({ opened, edge }: { opened: Opened; edge: GraphEdge }) {
  const ends = [edge.source, edge.target].map((id) => opened.corpus.nodes.get(id)!);
  const details = printDetails(opened, edge, ends[1]!).filter(
    (detail) => detail !== printSpeakers(opened, ends[1]!),
  );
  const end = (node: GraphNode) => (
    <ItemLink id={node.id} className={styles.line}>
      <TypeIcon type={node.type} />
      <span>
        {node.label}
        {printSpeakers(opened, node) && <small>{printSpeakers(opened, node)}</small>}
      </span>
    </ItemLink>
  );
  return (
    <div className={styles.card}>
      <Heading>
        <LineSample type={edge.type} dashed={edge.basis === 'inferred'} />
        <span>
          {edge.basis === 'inferred'
            ? 'Connection, inferred by the coder'
            : 'Connection, stated in the article'}
        </span>
      </Heading>
      <h2 className="unseen">{printEdge(opened, edge)}</h2>
      <div className={styles.ends}>
        {end(ends[0]!)}
        <p style={{ color: isArgument(edge.type) ? `var(${EDGE_LOOK[edge.type].colour})` : undefined }}>
          {EDGE_LOOK[edge.type].out}
        </p>
        {end(ends[1]!)}
      </div>
      {details.length > 0 && <p className={styles.lead}>{capitalise(details.join(' · '))}</p>}
      {edge.rationale && (
        <p className={styles.lead}>
          <strong>Why:</strong> {edge.rationale}
        </p>
      )}
    </div>
  );
}
