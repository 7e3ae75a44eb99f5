// Writes a corpus as GraphML that its readers take without loss: Gephi, Cytoscape, Neo4j, networkx, igraph, graphology.
import type { Corpus } from '../model';
import { isUtterance } from '../model';
import { parseDate } from '../date';
import { toUtteranceDate, toUtterances } from '../debate';
import { toIncidence } from '../graph';
import { VERSION } from '../schema';
import {
  toEdgeRecord,
  toNodeRecord,
  type About,
  type EdgeRecord,
  type NodeRecord,
  type PassageRecord,
} from './record';
import { FORBIDDEN, toXmlText } from './xml';

const toJsonText = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? toXmlText(part) : part));

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Line ends to XML 1.1 and to xmldom, which would read them as LF.
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};
const escapeText = (text: string) => text.replace(/[&<>\u0085\u2028]/g, (char) => ESCAPES[char]!);

/** How many characters of the corpus's texts XML 1.0 forbids: GraphML is written without them. */
export function countForbidden(corpus: Corpus, about: About): number {
  let count = 0;
  const visit = (value: unknown): void => {
    if (typeof value === 'string') count += value.match(FORBIDDEN)?.length ?? 0;
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(about);
  for (const node of corpus.nodes.values()) visit(toNodeRecord(corpus, node));
  for (const edge of corpus.edges.values()) visit(toEdgeRecord(corpus, edge));
  return count;
}

/** A member of a union with every field that any member has: fields that not all have are optional. */
type Wide<U> = Pick<U, keyof U> & {
  [K in U extends unknown ? keyof U : never]?: U extends unknown ? (K extends keyof U ? U[K] : never) : never;
};
/** `id` is the XML id; `original` the id in the corpus where XML cannot have it as an id. */
type Row<R> = Wide<R> & { original?: string; date?: string };
type NodeRow = Row<NodeRecord>;
type EdgeRow = Row<EdgeRecord>;

/** A GraphML key: its attr.name and attr.type, what a row has under it, and its id where readers know it by another. */
type Column<R> = {
  name: string;
  type: 'string' | 'int' | 'double' | 'boolean';
  read: (row: R) => string | number | boolean | undefined;
  id?: string;
};
type Read<R, V> = (row: R) => V | undefined;
const text = <R>(name: string, read: Read<R, string>, id?: string): Column<R> => ({
  name,
  type: 'string',
  read,
  id,
});
const int = <R>(name: string, read: Read<R, number>): Column<R> => ({ name, type: 'int', read });
const double = <R>(name: string, read: Read<R, number>): Column<R> => ({ name, type: 'double', read });
const boolean = <R>(name: string, read: Read<R, boolean>): Column<R> => ({ name, type: 'boolean', read });

type Dated = { date?: string; datePassage?: PassageRecord };
const DATE_COLUMNS: readonly Column<Dated>[] = [
  text('date', (row) => row.date),
  int('year', (row) => (row.date === undefined ? undefined : parseDate(row.date)?.year)),
  text('date_passage', (row) => row.datePassage?.quote),
  text('date_passage_article', (row) => row.datePassage?.article),
  int('date_passage_start', (row) => row.datePassage?.start),
  int('date_passage_end', (row) => row.datePassage?.end),
];

/** GraphML has no lists: the first passage in columns, and all of them as JSON text where there are more. */
const PASSAGE_COLUMNS: readonly Column<{ passages: PassageRecord[]; seed?: string }>[] = [
  text('passage', ({ passages }) => passages[0]?.quote),
  int('passage_count', ({ passages }) => passages.length),
  text('article', ({ passages }) => passages[0]?.article),
  text('seed', ({ passages, seed }) => seed ?? passages[0]?.seed),
  int('quote_start', ({ passages }) => passages[0]?.start),
  int('quote_end', ({ passages }) => passages[0]?.end),
  text('passages', ({ passages }) => (passages.length > 1 ? toJsonText(passages) : undefined)),
];

const NODE_COLUMNS: readonly Column<NodeRow>[] = [
  // Neo4j takes a node's label from the key with the id 'labels'; an attribute named 'type' would crash Sigma.
  text('kind', (node) => node.type, 'labels'),
  text('label', (node) => node.label),
  text('aliases', (node) => node.aliases && toJsonText(node.aliases)),
  text('statement', (node) => node.statement),
  text('form', (node) => node.form),
  text('pole_for', (node) => node.poles?.for),
  text('pole_against', (node) => node.poles?.against),
  // igraph reads a missing boolean as false, so both are written.
  boolean('collective', (node) => (node.type === 'organisation' ? node.collective === true : undefined)),
  text('publisher', (node) => node.publisher),
  ...DATE_COLUMNS,
  ...PASSAGE_COLUMNS,
  text('original_id', (node) => node.original),
];

const EDGE_COLUMNS: readonly Column<EdgeRow>[] = [
  // Neo4j takes an edge's type from its first datum, if the id of that key is 'label'; Gephi shows it.
  text('label', (edge) => edge.type, 'label'),
  text('basis', (edge) => edge.basis),
  text('rationale', (edge) => edge.rationale),
  // Gephi drops edges that weigh nothing.
  double('weight', (edge) => edge.passages.length || undefined),
  text('speech', (edge) => edge.speech),
  text('role', (edge) => edge.role),
  text('stance', (edge) => edge.stance),
  text('response', (edge) => edge.response),
  text('grade', (edge) => edge.grade),
  ...DATE_COLUMNS,
  ...PASSAGE_COLUMNS,
  text('original_id', (edge) => edge.original),
];

type GraphRow = About & { removed: number };
const GRAPH_COLUMNS: readonly Column<GraphRow>[] = [
  text('title', (graph) => graph.title),
  text('description', (graph) => graph.description),
  int('vocabulary_version', () => VERSION),
  int('removed_characters', (graph) => graph.removed || undefined),
];

/** A row's cell as text; '' where it has none, which GraphML leaves out. */
function toCell<R>(column: Column<R>, row: R): string {
  const value = column.read(row);
  return value === undefined ? '' : toXmlText(String(value));
}

/** The columns that occur in any of the rows, in their order, each with the id of its key. */
function toKeys<R>(element: 'graph' | 'node' | 'edge', columns: readonly Column<R>[], rows: Iterable<R>) {
  const unseen = new Set(columns);
  for (const row of rows) for (const column of unseen) if (toCell(column, row) !== '') unseen.delete(column);
  return columns
    .filter((column) => !unseen.has(column))
    .map((column) => ({ ...column, element, id: column.id ?? `${element[0]}_${column.name}` }));
}
type Key<R> = ReturnType<typeof toKeys<R>>[number];

const printKey = ({ id, element, name, type }: Key<never>) =>
  `  <key id="${id}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`;

/** The `<data>` of one element, on one line: Neo4j looks for an edge's type right behind the edge's tag. */
function printData<R>(keys: readonly Key<R>[], row: R): string {
  let data = '';
  for (const key of keys) {
    const cell = toCell(key, row);
    if (cell !== '') data += `<data key="${key.id}">${escapeText(cell)}</data>`;
  }
  return data;
}

/** Ids that XML (NMTOKEN) and the readers take as they are; networkx would make a number of an edge id without letters. */
const NODE_ID = /^[\w.:-]+$/;
const EDGE_ID = /^(?=.*[A-Za-z.:])[\w.:-]+$/;

/** An XML id for each id: the same where it is valid, else a valid one that no other has. */
function toXmlIds(ids: Iterable<string>, valid: RegExp, prefix: string): ReadonlyMap<string, string> {
  const xmlIds = new Map<string, string>();
  const broken: string[] = [];
  for (const id of ids) {
    if (valid.test(id)) xmlIds.set(id, id);
    else broken.push(id);
  }
  const taken = new Set(xmlIds.values());
  for (const id of broken) {
    const stem = prefix + id.replace(/[^\w.:-]/gu, (char) => `_${char.codePointAt(0)!.toString(16)}_`);
    let xmlId = stem;
    for (let count = 2; taken.has(xmlId); count += 1) xmlId = `${stem}.${count}`;
    taken.add(xmlId);
    xmlIds.set(id, xmlId);
  }
  return xmlIds;
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

/**
 * The corpus as GraphML text in pieces, in the order of the corpus: valid by the standard's XSD, directed, each passage
 * verbatim but for line ends (LF) and the characters that `countForbidden` counts, which the file tells as
 * `removed_characters`. Where `corpus` is a part of a `whole`, claims and recommendations keep the date of their first
 * utterance in the whole.
 * @throws Error where an edge leads from or to a node that is not in the corpus: no valid file says that.
 */
export function* writeGraphml(corpus: Corpus, about: About, whole: Corpus = corpus): Generator<string> {
  const nodeIds = toXmlIds(corpus.nodes.keys(), NODE_ID, 'n_');
  const edgeIds = toXmlIds(corpus.edges.keys(), EDGE_ID, 'e_');
  const incidence = toIncidence(whole);
  const toIds = (id: string, xmlId: string) => ({ id: xmlId, ...(xmlId !== id && { original: id }) });
  const findEnd = (edge: string, end: string) => {
    const xmlId = nodeIds.get(end);
    if (xmlId === undefined)
      throw new Error(`${edge} leads from or to ${end}, which is not among the nodes to write`);
    return xmlId;
  };
  function* toNodeRows(): Generator<NodeRow> {
    for (const [id, node] of corpus.nodes) {
      const record: Wide<NodeRecord> = toNodeRecord(corpus, node);
      const first = toUtterances(whole, incidence, id)[0];
      const date = first ? toUtteranceDate(whole, first) : record.date;
      yield { ...record, date, ...toIds(id, nodeIds.get(id)!) };
    }
  }
  function* toEdgeRows(): Generator<EdgeRow> {
    for (const [id, edge] of corpus.edges) {
      const record: Wide<EdgeRecord> = toEdgeRecord(corpus, edge);
      const date = isUtterance(whole, edge)
        ? toUtteranceDate(whole, edge)
        : (record.date ?? whole.articles.get(edge.passages[0]?.article ?? '')?.node.date);
      const ends = { source: findEnd(id, edge.source), target: findEnd(id, edge.target) };
      yield { ...record, ...ends, date, ...toIds(id, edgeIds.get(id)!) };
    }
  }

  const graph: GraphRow = { ...about, removed: countForbidden(corpus, about) };
  const graphKeys = toKeys('graph', GRAPH_COLUMNS, [graph]);
  const nodeKeys = toKeys('node', NODE_COLUMNS, toNodeRows());
  const edgeKeys = toKeys('edge', EDGE_COLUMNS, toEdgeRows());

  yield HEAD;
  for (const key of [...graphKeys, ...nodeKeys, ...edgeKeys]) yield printKey(key);
  yield `  <graph id="claimscape" edgedefault="directed">\n    ${printData(graphKeys, graph)}\n`;
  for (const node of toNodeRows()) {
    // Cytoscape names a node by its <desc>.
    const name = escapeText(toXmlText(node.label));
    yield `    <node id="${node.id}">${name && `<desc>${name}</desc>`}${printData(nodeKeys, node)}</node>\n`;
  }
  for (const edge of toEdgeRows())
    yield `    <edge id="${edge.id}" source="${edge.source}" target="${edge.target}">${printData(edgeKeys, edge)}</edge>\n`;
  yield '  </graph>\n</graphml>\n';
}
