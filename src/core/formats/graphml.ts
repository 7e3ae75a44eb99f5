// Writes a corpus as GraphML that its readers take without loss: Gephi, Cytoscape, Neo4j, networkx, igraph, graphology.
import { parseDate } from '../date';
import { toUtteranceDate } from '../debate';
import { isUtterance, type Corpus, type GraphEdge, type GraphNode, type Passage } from '../model';
import { VERSION, type Provenance } from '../schema';
import type { Steps } from '../steps';
import {
  boolean,
  countDeep,
  countIn,
  double,
  HEAD,
  int,
  printData,
  printKey,
  text,
  toEdgeIds,
  toJsonText,
  toNodeIds,
  toOccurring,
  type Column,
} from './columns';
import { toPassageRecord, type About } from './record';

/** A member of a union with every field that any member has: fields that not all have are optional. */
type Wide<U> = Pick<U, keyof U> & {
  [K in U extends unknown ? keyof U : never]?: U extends unknown ? (K extends keyof U ? U[K] : never) : never;
};
/** A node or edge with when it was: said, where it is something said, else its own date or that of its article. */
type Row<T> = { item: Wide<T>; date: string | undefined };
type Items = GraphNode | GraphEdge;

type Dated = { date: string | undefined; item: { datePassage?: Passage | undefined } };
const DATE_COLUMNS: readonly Column<Dated>[] = [
  text('date', (row) => row.date),
  int('year', (row) => (row.date === undefined ? undefined : parseDate(row.date)?.year)),
  text('date_passage', ({ item }) => item.datePassage?.quote),
  text('date_passage_article', ({ item }) => item.datePassage?.article),
  text('date_passage_before', ({ item }) => item.datePassage?.before),
  text('date_passage_after', ({ item }) => item.datePassage?.after),
  int('date_passage_start', ({ item }) => item.datePassage?.start),
  int('date_passage_end', ({ item }) => item.datePassage?.end),
];

const toSeed = (corpus: Corpus, passage: Passage | undefined) =>
  passage && corpus.articles.get(passage.article)?.node.seed;

/** GraphML has no lists: the first passage in columns, and all of them as JSON text where there are more. */
const PASSAGE_COLUMNS: readonly Column<{ item: { passages: readonly Passage[]; seed?: string } }>[] = [
  text('passage', ({ item }) => item.passages[0]?.quote),
  int('passage_count', ({ item }) => item.passages.length),
  text('article', ({ item }) => item.passages[0]?.article),
  text('seed', ({ item }, corpus) => item.seed ?? toSeed(corpus, item.passages[0])),
  text('passage_before', ({ item }) => item.passages[0]?.before),
  text('passage_after', ({ item }) => item.passages[0]?.after),
  int('quote_start', ({ item }) => item.passages[0]?.start),
  int('quote_end', ({ item }) => item.passages[0]?.end),
  text('passages', ({ item: { passages } }, corpus) =>
    passages.length > 1 ? toJsonText(passages.map((passage) => toPassageRecord(corpus, passage))) : undefined,
  ),
];

/** How it came into the graph: the rule that proposed it and how sure that was, who coded or accepted it, and when. */
const ORIGIN_COLUMNS: readonly Column<{ item: { provenance?: Provenance | undefined } }>[] = [
  text('proposed_by', ({ item }) => item.provenance?.rule),
  double('confidence', ({ item }) => item.provenance?.confidence),
  text('coder', ({ item }) => item.provenance?.coder),
  text('coded_at', ({ item }) => item.provenance?.at),
];

const NODE_COLUMNS: readonly Column<Row<GraphNode>>[] = [
  // Neo4j takes a node's label from the key with the id 'labels'; an attribute named 'type' would crash Sigma.
  text('kind', ({ item }) => item.type, 'labels'),
  // Cytoscape and igraph name a node by 'name', Gephi by 'label'. A <desc>, of which Cytoscape would take it too, ends what igraph's
  // R package of Debian 12 reads at the first node.
  text('name', ({ item }) => item.label),
  text('label', ({ item }) => item.label),
  text('aliases', ({ item }) => item.aliases && toJsonText(item.aliases)),
  text('statement', ({ item }) => item.statement),
  text('form', ({ item }) => item.form),
  text('pole_for', ({ item }) => item.poles?.for),
  text('pole_against', ({ item }) => item.poles?.against),
  text('note', ({ item }) => item.note),
  // igraph reads a missing boolean as false, so both are written.
  boolean('collective', ({ item }) => (item.type === 'organisation' ? item.collective === true : undefined)),
  text('publisher', ({ item }) => item.publisher),
  text('url', ({ item }) => item.url),
  ...DATE_COLUMNS,
  ...PASSAGE_COLUMNS,
  text('left_out', ({ item: { type, id } }, { articles }) => {
    const leftOut = type === 'article' ? articles.get(id)?.leftOut : undefined;
    return leftOut?.length
      ? toJsonText(leftOut.map(({ quote, before, after, reason }) => ({ quote, before, after, reason })))
      : undefined;
  }),
  ...ORIGIN_COLUMNS,
  // yEd and Cytoscape number nodes and edges anew: what an id was is a datum too, so that it comes home.
  text('original_id', ({ item }) => item.id),
];

const EDGE_COLUMNS: readonly Column<Row<GraphEdge>>[] = [
  // Neo4j takes an edge's type from its first datum, if the id of that key is 'label'; Gephi shows it.
  text('label', ({ item }) => item.type, 'label'),
  text('basis', ({ item }) => item.basis),
  text('rationale', ({ item }) => item.rationale),
  // Gephi drops edges that weigh nothing.
  double('weight', ({ item }) => item.passages.length || undefined),
  text('speech', ({ item }) => item.speech),
  text('role', ({ item }) => item.role),
  text('stance', ({ item }) => item.stance),
  text('response', ({ item }) => item.response),
  text('grade', ({ item }) => item.grade),
  ...DATE_COLUMNS,
  ...PASSAGE_COLUMNS,
  ...ORIGIN_COLUMNS,
  text('original_id', ({ item }) => item.id),
];

type GraphRow = About & { removed: number };
const GRAPH_COLUMNS: readonly Column<GraphRow>[] = [
  text('title', (graph) => graph.title),
  text('description', (graph) => graph.description),
  text('corpus_title', (_, corpus) => corpus.title),
  int('vocabulary_version', () => VERSION),
  int('removed_characters', (graph) => graph.removed || undefined),
];

/** How many nodes or edges are worked through between two pauses. */
const STRETCH = 500;

/** Pauses after every stretch of the items. */
function* inStretches<T>(items: Iterable<T>, work: (item: T) => void): Steps<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    if (++count % STRETCH === 0) yield undefined;
  }
}

/** The pauses of steps as empty text. */
function* toPauses<T>(steps: Steps<T>): Generator<'', T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    yield '';
  }
}

/** The date of the first utterance of everything that is said. */
function* toFirstDates(corpus: Corpus): Steps<ReadonlyMap<string, string>> {
  const dates = new Map<string, string>();
  const toStart = (date: string) => parseDate(date)?.start ?? 0;
  yield* inStretches(corpus.edges.values(), (edge) => {
    if (!isUtterance(corpus, edge)) return;
    const date = toUtteranceDate(corpus, edge);
    const first = dates.get(edge.target);
    if (first === undefined || toStart(date) < toStart(first)) dates.set(edge.target, date);
  });
  return dates;
}

/** How many characters of a node or edge, of its articles' files' names, and of what an article leaves out, XML forbids. */
function countInItem({ articles }: Corpus, item: Items): number {
  let count = countDeep(item) + (item.type === 'article' ? countDeep(articles.get(item.id)?.leftOut) : 0);
  for (const { article } of item.passages) count += countIn(articles.get(article)?.node.seed ?? '');
  return count;
}

/** How many characters of the corpus's texts XML 1.0 forbids: GraphML is written without them. */
export function* countForbidden(corpus: Corpus, about: About): Steps<number> {
  let count = countDeep(about);
  const add = (item: Items) => void (count += countInItem(corpus, item));
  yield* inStretches(corpus.nodes.values(), add);
  yield* inStretches(corpus.edges.values(), add);
  return count;
}

/**
 * The corpus as GraphML text in pieces, in the order of the corpus: valid by the standard's XSD, directed, each passage
 * verbatim but for line ends (LF) and the characters that `countForbidden` counts, which the file tells as
 * `removed_characters`. Where `corpus` is a part of a `whole`, claims and recommendations keep the date of their first
 * utterance in the whole. A piece may be empty: it is a pause in looking through the corpus before the first is written.
 * @throws Error where an edge leads from or to a node that is not in the corpus: no valid file says that.
 */
export function* writeGraphml(corpus: Corpus, about: About, whole: Corpus = corpus): Generator<string> {
  const toNodeId = toNodeIds(corpus.nodes);
  const toEdgeId = toEdgeIds(corpus.edges);
  const firstDates = yield* toPauses(toFirstDates(whole));
  const toNodeRow = (item: Wide<GraphNode>): Row<GraphNode> => ({
    item,
    date: firstDates.get(item.id) ?? item.date,
  });
  const toEdgeRow = (edge: GraphEdge): Row<GraphEdge> => {
    const item: Wide<GraphEdge> = edge;
    return {
      item,
      date: isUtterance(whole, edge)
        ? toUtteranceDate(whole, edge)
        : (item.date ?? whole.articles.get(item.passages[0]?.article ?? '')?.node.date),
    };
  };

  let removed = countDeep(about);
  const nodeColumns = toOccurring('node', NODE_COLUMNS, corpus);
  const showNode = (node: GraphNode) => {
    removed += countInItem(corpus, node);
    nodeColumns.show(toNodeRow(node));
  };
  yield* toPauses(inStretches(corpus.nodes.values(), showNode));
  const edgeColumns = toOccurring('edge', EDGE_COLUMNS, corpus);
  const showEdge = (edge: GraphEdge) => {
    for (const end of [edge.source, edge.target])
      if (!corpus.nodes.has(end))
        throw new Error(`${edge.id} leads from or to ${end}, which is not among the nodes to write`);
    removed += countInItem(corpus, edge);
    edgeColumns.show(toEdgeRow(edge));
  };
  yield* toPauses(inStretches(corpus.edges.values(), showEdge));
  const graph: GraphRow = { ...about, removed };
  const graphColumns = toOccurring('graph', GRAPH_COLUMNS, corpus);
  graphColumns.show(graph);
  const [graphKeys, nodeKeys, edgeKeys] = [graphColumns.toKeys(), nodeColumns.toKeys(), edgeColumns.toKeys()];

  yield HEAD;
  for (const key of [...graphKeys, ...nodeKeys, ...edgeKeys]) yield printKey(key);
  yield `  <graph id="claimscape" edgedefault="directed">\n    ${printData(graphKeys, graph, corpus)}\n`;
  for (const node of corpus.nodes.values())
    yield `    <node id="${toNodeId(node.id)}">${printData(nodeKeys, toNodeRow(node), corpus)}</node>\n`;
  for (const edge of corpus.edges.values())
    yield `    <edge id="${toEdgeId(edge.id)}" source="${toNodeId(edge.source)}" target="${toNodeId(edge.target)}">${printData(edgeKeys, toEdgeRow(edge), corpus)}</edge>\n`;
  yield '  </graph>\n</graphml>\n';
}
