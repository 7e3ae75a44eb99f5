// Writes a network as GraphML, as Discourse Network Analyzer does (undirected, weighed by what joins two), or its ties as CSV.
import type { Corpus } from '../model';
import {
  toAffiliations,
  toTiedClaims,
  toTies,
  type Actor,
  type ActorNetwork,
  type ActorTie,
  type Affiliate,
  type Affiliation,
  type Network,
} from '../network';
import { STANCES } from '../vocabulary';
import {
  countDeep,
  double,
  HEAD,
  int,
  printData,
  printKey,
  text,
  toJsonText,
  toNodeIds,
  toKeys,
  toRows,
  type Column,
} from './columns';
import { writeCsv } from './csv';
import type { About } from './record';

const AFFILIATE_COLUMNS = [
  text<Affiliate>('kind', ({ node }) => node.type, 'labels'),
  text<Affiliate>('name', ({ node }) => node.label),
  text<Affiliate>('label', ({ node }) => node.label),
  int<Affiliate>('statements', ({ statements }) => statements),
];
const ACTOR_COLUMNS = [...AFFILIATE_COLUMNS, int<Actor>('topics', ({ sides }) => sides.size)];
/** Of people, the bodies they speak for. */
const BODIES = text<Affiliate>('bodies', ({ bodies }, corpus) =>
  bodies?.map((body) => corpus.nodes.get(body)!.label).join(' | '),
);

type TieRow = ActorTie & { network: ActorNetwork };

/**
 * A tie's weight over what Discourse Network Analyzer normalises it by: of how many questions each of the two takes a side on,
 * the mean (average activity) or the geometric mean (cosine), or how many questions with their sides either takes (Jaccard).
 */
const normalised = (name: string, toNorm: (one: number, other: number, same: number) => number) =>
  double<TieRow>(name, ({ network: { nodes }, source, target, weight, accord }) => {
    const [one, other] = [nodes.get(source)!.sides.size, nodes.get(target)!.sides.size];
    return weight / toNorm(one, other, accord.same);
  });

const TIE_COLUMNS = [
  text<TieRow>('label', ({ type }) => type, 'label'),
  double<TieRow>('weight', ({ weight }) => weight),
  normalised('average_activity', (one, other) => (one + other) / 2),
  normalised('jaccard', (one, other, same) => one + other - same),
  normalised('cosine', (one, other) => Math.sqrt(one * other)),
  // As many questions as these: 'congruence' less 'conflict', by the cosine, is 'agreement'.
  int<TieRow>('congruence', ({ accord }) => accord.same),
  int<TieRow>('conflict', ({ accord }) => accord.opposite),
  double<TieRow>('agreement', ({ accord }) => accord.score),
  text<TieRow>('topics', ({ topics }, corpus) =>
    topics.map((topic) => corpus.nodes.get(topic)!.label).join(' | '),
  ),
  text<TieRow>('claims', (row) => toJsonText(toTiedClaims(row.network, row))),
];

const AFFILIATION_COLUMNS = [
  text<Affiliation>('label', ({ stance }) => stance, 'label'),
  double<Affiliation>('weight', ({ weight }) => weight),
  ...STANCES.map((stance) => int<Affiliation>(stance, ({ stances }) => stances[stance])),
  text<Affiliation>('claims', ({ claims }) => toJsonText(claims)),
];

const ABOUT_COLUMNS = [
  text<About>('title', ({ title }) => title),
  text<About>('description', ({ description }) => description),
];

/** How many characters of what a network names XML 1.0 forbids: it is written without them. */
export const countForbiddenNames = ({ type, nodes, matrix }: Network, about: About): number =>
  countDeep([
    about,
    ...[...nodes.values()].map(({ node }) => node.label),
    ...(type === 'affiliation' ? [] : matrix.rows.map(({ label }) => label)),
  ]);

/** The network as GraphML text in pieces: valid by the standard's XSD, undirected, a tie's claims told by their ids. */
export function* writeNetwork(corpus: Corpus, network: Network, about: About): Generator<string> {
  const more = network.kind === 'people' ? [BODIES] : [];
  if (network.type === 'affiliation')
    return yield* writeTies(
      corpus,
      about,
      network.nodes,
      [...AFFILIATE_COLUMNS, ...more],
      toAffiliations(network),
      AFFILIATION_COLUMNS,
    );
  return yield* writeTies(
    corpus,
    about,
    network.nodes,
    [...ACTOR_COLUMNS, ...more],
    withNetwork(network),
    TIE_COLUMNS,
  );
}

function* withNetwork(network: ActorNetwork): Generator<TieRow> {
  for (const tie of toTies(network)) yield { ...tie, network };
}

function* writeTies<N extends Affiliate, T extends { source: string; target: string }>(
  corpus: Corpus,
  about: About,
  nodes: ReadonlyMap<string, N>,
  nodeColumns: readonly Column<N>[],
  ties: Iterable<T>,
  tieColumns: readonly Column<T>[],
): Generator<string> {
  const toNodeId = toNodeIds(nodes);
  const graphKeys = toKeys('graph', ABOUT_COLUMNS);
  const nodeKeys = toKeys('node', nodeColumns);
  const edgeKeys = toKeys('edge', tieColumns);
  yield HEAD;
  for (const key of [...graphKeys, ...nodeKeys, ...edgeKeys]) yield printKey(key);
  yield `  <graph id="claimscape" edgedefault="undirected">\n    ${printData(graphKeys, about, corpus)}\n`;
  for (const [id, row] of nodes)
    yield `    <node id="${toNodeId(id)}">${printData(nodeKeys, row, corpus)}</node>\n`;
  let count = 0;
  for (const tie of ties)
    yield `    <edge id="tie-${++count}" source="${toNodeId(tie.source)}" target="${toNodeId(tie.target)}">${printData(edgeKeys, tie, corpus)}</edge>\n`;
  yield '  </graph>\n</graphml>\n';
}

/** The ties of a network as CSV in pieces, one a row: what GraphML has of them, under the same names. */
export function* writeTieRows(corpus: Corpus, network: Network): Generator<string> {
  if (network.type === 'affiliation')
    return yield* writeRows(corpus, toAffiliations(network), AFFILIATION_COLUMNS);
  return yield* writeRows(corpus, withNetwork(network), TIE_COLUMNS);
}

function* writeRows<T extends { source: string; target: string }>(
  corpus: Corpus,
  ties: Iterable<T>,
  tieColumns: readonly Column<T>[],
): Generator<string> {
  const columns = [
    text<T>('source', ({ source }) => source),
    text<T>('source_name', ({ source }) => corpus.nodes.get(source)!.label),
    text<T>('target', ({ target }) => target),
    text<T>('target_name', ({ target }) => corpus.nodes.get(target)!.label),
    ...tieColumns,
  ];
  yield* writeCsv(
    columns.map(({ name }) => name),
    toRows(columns, ties, corpus),
  );
}
