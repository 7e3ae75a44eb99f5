// Writes a network of actors as GraphML, as Discourse Network Analyzer does: undirected, weighed by the questions that join two.
import type { Corpus } from '../model';
import { toTiedClaims, toTies, type Actor, type ActorNetwork, type ActorTie } from '../network';
import {
  countDeep,
  double,
  HEAD,
  int,
  printData,
  printKey,
  printText,
  text,
  toJsonText,
  toNodeIds,
  toKeys,
} from './columns';
import type { About } from './record';

const ACTOR_COLUMNS = [
  text<Actor>('kind', ({ node }) => node.type, 'labels'),
  text<Actor>('label', ({ node }) => node.label),
  int<Actor>('statements', ({ statements }) => statements),
  int<Actor>('topics', ({ sides }) => sides.size),
];

type TieRow = ActorTie & { network: ActorNetwork };
const TIE_COLUMNS = [
  text<TieRow>('label', ({ network }) => network.type, 'label'),
  double<TieRow>('weight', ({ topics }) => topics.length),
  // As many questions as these: 'congruence' less 'conflict', by the cosine, is 'agreement'.
  int<TieRow>('congruence', ({ accord }) => accord.same),
  int<TieRow>('conflict', ({ accord }) => accord.opposite),
  double<TieRow>('agreement', ({ accord }) => accord.score),
  text<TieRow>('topics', ({ topics }, corpus) =>
    topics.map((topic) => corpus.nodes.get(topic)!.label).join(' | '),
  ),
  text<TieRow>('claims', (row) => toJsonText(toTiedClaims(row.network, row))),
];

const ABOUT_COLUMNS = [
  text<About>('title', ({ title }) => title),
  text<About>('description', ({ description }) => description),
];

/** How many characters of what a network names XML 1.0 forbids: it is written without them. */
export const countForbiddenNames = ({ actors, matrix }: ActorNetwork, about: About): number =>
  countDeep([
    about,
    ...[...actors.values()].map(({ node }) => node.label),
    ...matrix.rows.map(({ label }) => label),
  ]);

/** The network as GraphML text in pieces: valid by the standard's XSD, undirected, a tie's claims told by their ids. */
export function* writeNetwork(corpus: Corpus, network: ActorNetwork, about: About): Generator<string> {
  const toNodeId = toNodeIds(network.actors);
  const graphKeys = toKeys('graph', ABOUT_COLUMNS);
  const nodeKeys = toKeys('node', ACTOR_COLUMNS);
  const edgeKeys = toKeys('edge', TIE_COLUMNS);
  yield HEAD;
  for (const key of [...graphKeys, ...nodeKeys, ...edgeKeys]) yield printKey(key);
  yield `  <graph id="claimscape" edgedefault="undirected">\n    ${printData(graphKeys, about, corpus)}\n`;
  for (const [id, actor] of network.actors)
    yield `    <node id="${toNodeId(id)}"><desc>${printText(actor.node.label)}</desc>${printData(nodeKeys, actor, corpus)}</node>\n`;
  let count = 0;
  for (const tie of toTies(network))
    yield `    <edge id="tie-${++count}" source="${toNodeId(tie.source)}" target="${toNodeId(tie.target)}">${printData(edgeKeys, { ...tie, network }, corpus)}</edge>\n`;
  yield '  </graph>\n</graphml>\n';
}
