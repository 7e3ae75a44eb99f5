// The edges of a node by what they say of it, each with its details and its words.
import { useCallback } from 'react';
import { printDate, printShortDate } from '../../core/date';
import { toEarliestInSteps, toFirstDate, toUtteranceDate } from '../../core/debate';
import { isSaid, isUtterance, type GraphEdge, type GraphNode } from '../../core/model';
import { STANCES, type EdgeType } from '../../core/vocabulary';
import { toBody } from '../../core/voices';
import type { Steps } from '../../core/steps';
import { useSteps } from '../steps';
import type { Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { TypeIcon } from '../ui/Icon';
import { EDGE_LOOK, STANCE_WORDS } from '../vocabulary';
import { capitalise, listDetails, printEdge, printResponses, printSpeakers, toShortName } from '../words';
import { More } from './More';
import styles from './Inspector.module.css';

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

/** What its author does: advice is looked for by those who ask what became of it. */
const toVerb = ({ type }: GraphNode) =>
  type === 'recommendation' ? 'recommends' : type === 'claim' ? 'says' : 'wrote';

/** A node's edges by what they say of it; a topic's claims and recommendations by stance, as its bar counts them, the earliest first, and then reports. */
function* groupEdges(opened: Opened, node: GraphNode): Steps<Group[]> {
  const { corpus, incidence } = opened;
  const edges = incidence.get(node.id) ?? [];
  if (node.type === 'topic') {
    const about = yield* toEarliestInSteps(
      edges.filter((edge) => edge.type === 'about'),
      (edge) => toFirstDate(corpus, incidence, edge.source),
    );
    const isReport = ({ source }: GraphEdge) => corpus.nodes.get(source)!.type === 'report';
    const sides = STANCES.map((stance): Group => ({
      key: stance,
      type: 'about',
      name:
        stance === 'for' || stance === 'against'
          ? `${capitalise(STANCE_WORDS[stance])}: ${node.poles[stance]}`
          : capitalise(STANCE_WORDS[stance]),
      edges: about.filter((edge) => edge.stance === stance && !isReport(edge)),
    }));
    const reports: Group = {
      key: 'report',
      type: 'about',
      name: 'Reports on it',
      edges: about.filter(isReport),
    };
    return [...sides, reports].filter((group) => group.edges.length > 0);
  }
  const groups = new Map<string, Group>();
  for (const type of isSaid(node) ? SAID_ORDER : OTHER_ORDER)
    for (const edge of edges) {
      if (edge.type !== type) continue;
      const out = edge.source === node.id;
      const name =
        type !== 'authored'
          ? EDGE_LOOK[type][out ? 'out' : 'back']
          : out
            ? toVerb(corpus.nodes.get(edge.target)!)
            : isSaid(node)
              ? EDGE_LOOK.authored.back
              : 'written by';
      const key = `${type} ${name}`;
      const group = groups.get(key) ?? { key, name: capitalise(name), type, edges: [] };
      group.edges.push(edge);
      groups.set(key, group);
    }
  return [...groups.values()];
}

/** Every group of a node's edges. */
export function EdgeGroups({ opened, node }: { opened: Opened; node: GraphNode }) {
  const { value: groups, busy } = useSteps(useCallback(() => groupEdges(opened, node), [opened, node]));
  if (!groups || busy) return null;
  return groups.map(({ key, name, edges, type }) => (
    <EdgeGroup key={key} opened={opened} node={node} name={name} type={type} edges={edges} />
  ));
}

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
export function printDetails(opened: Opened, edge: GraphEdge, other: GraphNode, node?: GraphNode): string[] {
  const details: string[] = [];
  const speakers = printSpeakers(opened, other);
  if (speakers && speakers !== (node && toShortName(node))) details.push(speakers);
  const first = toFirstDate(opened.corpus, opened.incidence, other.id);
  if (edge.type === 'about' && first !== undefined) details.push(printShortDate(first));
  const responses = other.type === 'recommendation' ? printResponses(opened, other.id) : '';
  if (responses && edge.type !== 'responds-to') details.push(responses);
  // What is said on a topic stands under its stance.
  if (edge.type !== 'about' || !isSaid(other)) details.push(...listDetails(edge));
  if (isUtterance(opened.corpus, edge)) {
    const article = opened.corpus.nodes.get(edge.passages[0]!.article)!;
    const body = opened.corpus.nodes.get(toBody(opened.corpus, opened.incidence, edge.source, article.id))!;
    const isInRole = 'role' in edge && edge.role?.includes(toShortName(body)) === true;
    if (body.id !== edge.source && !isInRole) details.push(`for ${toShortName(body)}`);
    details.push(printDate(toUtteranceDate(opened.corpus, edge)));
    if (article.type === 'article') details.push(article.publisher);
  } else if ('date' in edge && edge.date) details.push(printDate(edge.date));
  return details;
}
