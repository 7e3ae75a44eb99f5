// Which part of a corpus is exported, and how the file tells it.
import { toYears } from '../debate';
import type { Statement } from '../discourse';
import { matchStatements } from '../filter';
import { toDebate } from '../lanes';
import type { Corpus, GraphEdge, GraphNode, Ids } from '../model';
import { neighbourhood, type Focus } from '../graph';
import { printLeftOut, toActorNetwork, toAffiliationNetwork, type Coverage, type Network } from '../network';
import { NETWORK_TYPES, type ActorKind, type NetworkType } from '../vocabulary';
import { plural } from '../plural';
import { EVERYTHING, printQuery, type Query } from '../query';
import type { Steps } from '../steps';
import type { About } from './record';

/** What a query and a focus leave to be seen. */
type Visible = { ids: Ids; query: Query; focus?: Focus | undefined };

/**
 * What a person can ask to be exported of the graph: what is to be seen, nodes and edges with the edges between them, what
 * lies around nodes, or the debate on a topic with who takes part in it (of what is to be seen).
 */
export type GraphPart =
  | ({ kind: 'visible' } & Visible)
  | { kind: 'selection'; ids: readonly string[] }
  | { kind: 'around'; focus: Focus }
  | ({ kind: 'debate'; topic: string } & Visible);

/** A network of the actors in what is to be seen: of bodies, where it is not said to be of people. */
export type NetworkPart = { kind: NetworkType; actors?: ActorKind | undefined } & Visible;
export type Part = GraphPart | NetworkPart;

export const isNetwork = (part: Part): part is NetworkPart =>
  (NETWORK_TYPES as readonly string[]).includes(part.kind);

/** The network that is asked for. */
export function* toNetwork(corpus: Corpus, { kind, actors, ids, query }: NetworkPart): Steps<Network> {
  const statements = yield* matchStatements(corpus, query, ids);
  return kind === 'affiliation'
    ? yield* toAffiliationNetwork(corpus, statements, actors)
    : yield* toActorNetwork(corpus, statements, kind, actors);
}

/** What is said in a part of the graph: of what is to be seen as all views count it, else who says the claims that are in it. */
export function* toStatementsOf(corpus: Corpus, part: GraphPart): Steps<readonly Statement[]> {
  if (part.kind === 'debate') {
    const { statements } = yield* toDebate(corpus, part.topic, part.query, part.ids);
    return [...statements.values()].flat();
  }
  const query = part.kind === 'visible' ? part.query : EVERYTHING;
  return yield* matchStatements(corpus, query, yield* toIds(corpus, part));
}

function* toIds(corpus: Corpus, part: GraphPart): Steps<Ids> {
  if (part.kind === 'visible') return part.ids;
  if (part.kind === 'around') return neighbourhood(corpus, part.focus);
  if (part.kind === 'debate') return yield* toParticipants(corpus, part);
  const ids = new Set(neighbourhood(corpus, { ids: part.ids, depth: 0 }));
  for (const id of part.ids) {
    const edge = corpus.edges.get(id);
    if (edge) ids.add(edge.id).add(edge.source).add(edge.target);
  }
  return ids;
}

/**
 * A debate's topic, its cards, all who say them but those who are hidden, with the edges that say so and which side they are on,
 * whatever types of node and line are drawn, and the visible edges between these.
 */
function* toParticipants(
  corpus: Corpus,
  { topic, ids: visible, query }: GraphPart & { kind: 'debate' },
): Steps<Set<string>> {
  const { statements } = yield* toDebate(corpus, topic, query, visible);
  const nodes = new Set([topic]);
  const saying = new Set<string>();
  yield* walk(
    [...statements.values()].flat(),
    () => true,
    ({ said, actors, utterance, about }) => {
      for (const id of [said.id, ...actors]) if (!query.hide?.includes(id)) nodes.add(id);
      for (const { id } of [utterance, ...about]) saying.add(id);
    },
  );
  const ids = new Set(nodes);
  yield* walk(
    corpus.edges.values(),
    ({ id, source, target }) => (visible.has(id) || saying.has(id)) && nodes.has(source) && nodes.has(target),
    ({ id }) => void ids.add(id),
  );
  return ids;
}

function describe(part: GraphPart): string {
  if (part.kind === 'selection') return `Selected: ${part.ids.join(', ')}.`;
  const around = ({ ids, depth, direction, along, expanded = [] }: Focus) =>
    `Around ${ids.join(', ')}, ${plural(depth, 'step')}${direction ? `, ${direction}wards` : ''}${along ? `, along ${along.join(', ')}` : ''}${expanded.length > 0 ? `, expanded: ${expanded.join(', ')}` : ''}.`;
  if (part.kind === 'around') return around(part.focus);
  const query = printQuery(part.query);
  return [
    ...(part.kind === 'debate' ? [`The debate on ${part.topic}.`] : []),
    query ? `Filter: ${query}.` : 'No filter.',
    ...(part.focus ? [around(part.focus)] : []),
  ].join(' ');
}

/** What a corpus is, in a line: 'How Ofsted inspects children’s services: 5 articles, 2010–2019'. */
export const toTitle = (corpus: Corpus): string =>
  `${corpus.title ?? 'Claimscape'}: ${plural(corpus.articles.size, 'article')}, ${toYears(corpus)}`;

/** How many nodes or edges are looked at between two pauses. */
const STRETCH = 500;

/** The items of a part that `isIn` takes, given to `take` one by one. */
function* walk<T>(items: Iterable<T>, isIn: (item: T) => boolean, take: (item: T) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    if (isIn(item)) take(item);
    if (++count % STRETCH === 0) yield undefined;
  }
}

/** How many nodes, and edges with both their ends. */
export type Size = { nodes: number; edges: number };

/** How many a part has, without building it; of a network how many nodes and ties. */
export function* countPart(corpus: Corpus, part: Part): Steps<Size> {
  if (isNetwork(part)) {
    const { nodes, size } = yield* toNetwork(corpus, part);
    return { nodes: nodes.size, edges: size };
  }
  return yield* countAll(corpus, yield* toIds(corpus, part));
}

function* countAll(corpus: Corpus, ids: Ids): Steps<Size> {
  const size = { nodes: 0, edges: 0 };
  yield* walk(
    corpus.nodes.keys(),
    (id) => ids.has(id),
    () => void (size.nodes += 1),
  );
  yield* walk(
    corpus.edges.values(),
    ({ id, source, target }) => ids.has(id) && ids.has(source) && ids.has(target),
    () => void (size.edges += 1),
  );
  return size;
}

/** What is asked for of a corpus, ready to be written, and what the file says of itself. */
export type Exported = { corpus: Corpus; about: About };

/** The part of a corpus that is asked for, ready to be written; an edge comes with both its ends. */
export function* toExport(corpus: Corpus, part: GraphPart): Steps<Exported> {
  const ids = yield* toIds(corpus, part);
  const size = yield* countAll(corpus, ids);
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const isWhole = size.nodes === corpus.nodes.size && size.edges === corpus.edges.size;
  if (!isWhole) {
    yield* walk(
      corpus.nodes.values(),
      ({ id }) => ids.has(id),
      (node) => void nodes.set(node.id, node),
    );
    yield* walk(
      corpus.edges.values(),
      ({ id, source, target }) => ids.has(id) && ids.has(source) && ids.has(target),
      (edge) => void edges.set(edge.id, edge),
    );
  }
  return {
    corpus: isWhole ? corpus : { ...corpus, nodes, edges },
    about: {
      title: toTitle(corpus),
      description: `${describe(part)} ${size.nodes} of ${plural(corpus.nodes.size, 'node')}, ${size.edges} of ${plural(corpus.edges.size, 'edge')}.`,
    },
  };
}

const NETWORK_WORDS = {
  congruence: 'Who agrees with whom: weighed by the questions on which both take the same side.',
  conflict: 'Who disagrees with whom: weighed by the questions on which they take opposite sides.',
  subtract:
    'Who agrees more often than disagrees with whom, or, below 0, the other way round: weighed by the questions on which both take the same side less those on which they take opposite sides.',
  affiliation: 'Who speaks on which question, and on which side: weighed by the claims.',
} as const satisfies Record<NetworkType, string>;

/** What the nodes of a network are: one of them, and several. */
export function nameNodes({
  kind,
  actors,
}: Pick<NetworkPart, 'kind' | 'actors'>): readonly [one: string, many: string] {
  const [one, many] = actors === 'people' ? ['person', 'people'] : ['actor', 'actors'];
  return kind === 'affiliation' ? [`${one} or question`, `${many} and questions`] : [one, many];
}

/** What is told of a network of people. */
const toPeopleWords = (coverage: Coverage) =>
  [' Its actors are the people who speak, for whatever body.', printLeftOut(coverage)]
    .filter(Boolean)
    .join(' ');

/** What the file of a network says of itself. */
export const describeNetwork = (
  corpus: Corpus,
  part: NetworkPart,
  { nodes, size, coverage }: Network,
): About => ({
  title: toTitle(corpus),
  description: `${NETWORK_WORDS[part.kind]}${part.kind === 'affiliation' ? '' : ' An actor’s side on a question is the one that more of its claims are on; where it is on both alike, none. Its ‘statements’ are what it says, each once for each date.'}${part.actors === 'people' ? toPeopleWords(coverage) : ''} ${describe({ ...part, kind: 'visible' })} ${plural(nodes.size, ...nameNodes(part))}, ${plural(size, 'tie')}.`,
});
