// Reads GraphML that writeGraphml wrote, or that another program wrote again from it, back into a graph file.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type * as z from 'zod';
import { CorpusError, printIssue, shorten } from '../corpus';
import type { Problem } from '../model';
import { LeftOut, StoredEdge, StoredNode, VERSION, type GraphFile } from '../schema';
import { EDGE_TYPES, NODE_TYPES } from '../vocabulary';

/** What is read at most: elements within one another, characters in one tag or text, nodes and edges, problems told. */
export const LIMITS = { depth: 64, text: 10_000_000, items: 2_000_000, problems: 1_000 } as const;

/** The columns of writeGraphml that say something that the others do not. */
const READ = {
  node: [
    'kind',
    'label',
    'aliases',
    'statement',
    'form',
    'pole_for',
    'pole_against',
    'note',
    'collective',
    'publisher',
    'seed',
    'left_out',
  ],
  edge: ['label', 'basis', 'rationale', 'speech', 'role', 'stance', 'response', 'grade'],
  both: [
    'date',
    'date_passage',
    'date_passage_article',
    'date_passage_before',
    'date_passage_after',
    'passage',
    'passage_count',
    'passage_before',
    'passage_after',
    'article',
    'passages',
    'proposed_by',
    'confidence',
    'coder',
    'coded_at',
    'original_id',
    // What igraph makes of the ids.
    'id',
  ],
  graph: ['corpus_title', 'vocabulary_version', 'removed_characters'],
} as const;
type Name = (typeof READ)[keyof typeof READ][number];
const NAMES: ReadonlySet<string> = new Set(Object.values(READ).flat());
const isName = (name: string): name is Name => NAMES.has(name);

/** What the data of an element say, '' where they say nothing: one shape for all, since there are millions of them. */
type Values = Record<Name, string>;
// Parsed, since V8 makes a slow table of an object that is filled name by name.
const NOTHING = JSON.parse(
  JSON.stringify(Object.fromEntries([...NAMES].map((name) => [name, '']))),
) as Values;
/** An element that has data: where it begins, its XML id, what its data say, and, of an edge, the XML ids of its ends. */
type Item = {
  element: 'graph' | 'node' | 'edge';
  line: number;
  xmlId: string | undefined;
  values: Values;
  source: string | undefined;
  target: string | undefined;
};
/** Words as a graph file has them, and a node or edge as it is told: unchecked. */
type StoredAnchor = { article: string; quote: string; before?: string; after?: string };
type Raw = {
  id: string;
  type: string;
  label?: string;
  source?: string;
  target?: string;
  aliases?: unknown[];
  statement?: string;
  form?: string;
  poles?: { for: string; against: string };
  note?: string;
  collective?: true;
  basis?: string;
  rationale?: string;
  speech?: string;
  role?: string;
  stance?: string;
  response?: string;
  grade?: string;
  date?: string;
  datePassage?: StoredAnchor;
  seed?: string;
  publisher?: string;
  passages?: StoredAnchor[];
  provenance?: { rule?: string; confidence?: number; coder?: string; at?: string };
};

/** The name that we gave an attribute; Gephi calls an edge's label 'Edge Label'. */
function toName(attribute: string | undefined): Name | undefined {
  const name = (attribute ?? '').toLowerCase().replaceAll(' ', '_');
  return name === 'edge_label' ? 'label' : isName(name) ? name : undefined;
}

/** How an item came into the graph, where anything of that is told. */
function toProvenance({ proposed_by, confidence, coder, coded_at }: Values): Raw['provenance'] {
  if (proposed_by === '' && confidence === '' && coder === '' && coded_at === '') return undefined;
  return {
    ...(proposed_by !== '' && { rule: toOwn(proposed_by) }),
    ...(confidence !== '' && { confidence: Number(confidence) }),
    ...(coder !== '' && { coder: toOwn(coder) }),
    ...(coded_at !== '' && { at: toOwn(coded_at) }),
  };
}

/** A text that does not hold on to the chunk it was cut from. */
const toOwn = (text: string) => ` ${text}`.slice(1);

/** What `readGraphml` found: a graph file, and how many characters the writer had to leave out of it. */
export type Imported = { graph: GraphFile; removed: number };

/**
 * Reads GraphML, a chunk at a time. Keys are known by their attr.name, whatever their ids, order and types; attributes that
 * are not ours (positions, colours), nested drawings and defaults of other programs are passed over. Dates that
 * writeGraphml worked out are left away again. `file` is what problems call it.
 * @throws CorpusError with every problem and its line: not XML or cut off, a DOCTYPE, no GraphML of ours, too large, no
 *   direction, an item twice, an edge to nowhere, whatever the schema of the graph files does not allow.
 */
export function readGraphml(chunks: Iterable<string>, file: string): Imported {
  const problems: Problem[] = [];
  const parser = new SaxesParser();
  const refuse = (reason: string, line = parser.line): never => {
    throw new CorpusError([...problems, { file: `${file}:${line}`, reason }]);
  };
  const report = (line: number, id: string | undefined, reason: string, path?: string) => {
    problems.push({ file: `${file}:${line}`, ...(id && { id }), ...(path && { path }), reason });
    if (problems.length >= LIMITS.problems) refuse(`${LIMITS.problems} problems: the rest is not read`, line);
  };

  /** Equal texts are kept once: a passage often stands at a node and at all its edges. */
  const texts = new Map<string, string>();
  const keep = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const own = toOwn(text);
    texts.set(own, own);
    return own;
  };

  const keys = {
    node: new Map<string, Name>(),
    edge: new Map<string, Name>(),
    graph: new Map<string, Name>(),
  };
  const defaults = { node: { ...NOTHING }, edge: { ...NOTHING } };
  const defaulted: Name[] = [];
  const open: Item[] = [];
  let [depth, graphs, items] = [0, 0, 0];
  let prefix = '';
  let isUndirected = false;
  let key: { element: string; name: Name | undefined } | undefined;
  /** Where the text is kept that is being read, and how deep its element stands; without a name where it is not ours. */
  let reading: { at: number; name: Name | undefined; into: Values } | undefined;
  let text = '';
  let [read, quiet] = [0, 0];

  const nodes: StoredNode[] = [];
  const edges: Raw[] = [];
  /** When each edge was, '' where it does not say. */
  const dates: string[] = [];
  const leftOut: LeftOut[] = [];
  const byXmlId = new Map<string, string>();
  const lines = { node: new Map<string, number>(), edge: new Map<string, number>() };
  const graphValues: Values = { ...NOTHING };

  const parseList = (values: Values, name: Name, line: number, id: string): unknown[] | undefined => {
    if (values[name] === '') return undefined;
    try {
      const list: unknown = JSON.parse(values[name]);
      if (Array.isArray(list)) return list;
    } catch {
      // Told below, like JSON that is no list.
    }
    report(line, id, `${shorten(values[name])} is not a list in JSON, as Claimscape wrote it`, name);
    return undefined;
  };

  const toAnchor = (article: string, quote: string, before: string, after: string): StoredAnchor => {
    const anchor: StoredAnchor = { article: keep(article), quote: keep(quote) };
    if (before !== '') anchor.before = keep(before);
    if (after !== '') anchor.after = keep(after);
    return anchor;
  };
  const toDatePassage = (values: Values): StoredAnchor | undefined =>
    values.date_passage === ''
      ? undefined
      : toAnchor(
          values.date_passage_article,
          values.date_passage,
          values.date_passage_before,
          values.date_passage_after,
        );

  const toAnchors = (values: Values, line: number, id: string): StoredAnchor[] => {
    const first =
      values.passage === ''
        ? undefined
        : toAnchor(values.article, values.passage, values.passage_before, values.passage_after);
    const list = parseList(values, 'passages', line, id);
    if (list === undefined) {
      if (Number(values.passage_count) > 1 && values.passages === '')
        report(
          line,
          id,
          `rests on ${values.passage_count} passages, but the attribute 'passages' with all of them is missing`,
        );
      return first ? [first] : [];
    }
    const anchors = list.map((item) => {
      const words = (item ?? {}) as Record<string, unknown>;
      const toWord = (field: string) => (typeof words[field] === 'string' ? words[field] : '');
      return toAnchor(toWord('article'), toWord('quote'), toWord('before'), toWord('after'));
    });
    if (first && (first.quote !== anchors[0]?.quote || first.article !== anchors[0].article))
      report(line, id, `${shorten(first.quote)} is not the first of 'passages': mend both alike`, 'passage');
    return anchors;
  };

  /** Enters an id; whether it is new. */
  const enter = (element: 'node' | 'edge', id: string, line: number): boolean => {
    const other = lines.node.get(id) ?? lines.edge.get(id);
    if (other !== undefined) report(line, id, `this id is there twice, first in line ${other}`);
    else lines[element].set(id, line);
    return other === undefined;
  };

  /** Checks an item against its schema. */
  const check = <T>(schema: z.ZodType<T>, raw: Raw, line: number): T | undefined => {
    const result = schema.safeParse(raw);
    // The schema changes nothing, so that the item itself will do for its copy.
    if (result.success) return raw as unknown as T;
    for (const issue of result.error.issues)
      report(line, raw.id, printIssue(issue, raw), issue.path.map(String).join('.'));
    return undefined;
  };

  /** The id and type of an item; undefined, and told, where it has none that we know. */
  const identify = (item: Item, types: readonly string[], name: Name) => {
    const { element, line, values, xmlId } = item;
    const id = toOwn(values.original_id || values.id || xmlId || '');
    const prefixed = id.slice(0, Math.max(0, id.indexOf(':')));
    const told = values[name] || prefixed;
    const type = types.find((one) => one === told);
    if (id !== '' && type !== undefined) return { id, type };
    if (id === '') report(line, undefined, `this ${element} has no id`);
    else if (told === '' && values.passage === '')
      report(
        line,
        id,
        `is a ${element} without words: add '${name}' and 'passage' with its 'article', or remove it`,
      );
    else report(line, id, `${shorten(told)}: must be one of ${types.join(', ')}`, name);
    return undefined;
  };

  const toNode = (item: Item) => {
    const { line, values } = item;
    const found = identify(item, NODE_TYPES, 'kind');
    if (!found) return;
    const { id, type } = found;
    byXmlId.set(item.xmlId === undefined || item.xmlId === id ? id : toOwn(item.xmlId), id);
    if (!enter('node', id, line)) return;
    const raw: Raw = { id, type };
    if (values.label !== '') raw.label = toOwn(values.label);
    const aliases = parseList(values, 'aliases', line, id);
    if (aliases) raw.aliases = aliases;
    if (values.statement !== '') raw.statement = toOwn(values.statement);
    if (values.form !== '') raw.form = keep(values.form);
    if (values.pole_for !== '' || values.pole_against !== '')
      raw.poles = { for: toOwn(values.pole_for), against: toOwn(values.pole_against) };
    if (values.note !== '' && type === 'topic') raw.note = toOwn(values.note);
    if (/^(?:true|1)$/i.test(values.collective)) raw.collective = true;
    // A claim's date is that of its first utterance, a node's seed that of its first passage's article.
    if (values.date !== '' && (type === 'article' || type === 'report')) raw.date = toOwn(values.date);
    const datePassage = toDatePassage(values);
    if (datePassage) raw.datePassage = datePassage;
    if (values.seed !== '' && type === 'article') raw.seed = toOwn(values.seed);
    if (values.publisher !== '') raw.publisher = keep(values.publisher);
    raw.passages = toAnchors(values, line, id);
    const provenance = toProvenance(values);
    if (provenance) raw.provenance = provenance;
    const node = check(StoredNode, raw, line);
    if (node) nodes.push(node);
    for (const words of parseList(values, 'left_out', line, id) ?? []) {
      const left = check(LeftOut, { ...(words as object), article: id } as unknown as Raw, line);
      if (left) leftOut.push(left);
    }
  };

  /** The node at an end of an edge; its XML id where the node has not come yet. */
  const toEnd = (xmlId: string | undefined) => byXmlId.get(xmlId ?? '') ?? toOwn(xmlId ?? '');

  const toEdge = (item: Item) => {
    const { line, values, source, target } = item;
    const found = identify(item, EDGE_TYPES, 'label');
    if (!found || !enter('edge', found.id, line)) return;
    const { id, type } = found;
    const raw: Raw = { id, type, source: toEnd(source), target: toEnd(target) };
    if (values.basis !== '') raw.basis = keep(values.basis);
    if (values.rationale !== '') raw.rationale = toOwn(values.rationale);
    if (values.speech !== '') raw.speech = keep(values.speech);
    if (values.role !== '') raw.role = toOwn(values.role);
    if (values.stance !== '') raw.stance = keep(values.stance);
    if (values.response !== '') raw.response = keep(values.response);
    if (values.grade !== '') raw.grade = keep(values.grade);
    const datePassage = toDatePassage(values);
    if (datePassage) raw.datePassage = datePassage;
    raw.passages = toAnchors(values, line, id);
    const provenance = toProvenance(values);
    if (provenance) raw.provenance = provenance;
    edges.push(raw);
    dates.push(values.date === '' ? '' : keep(values.date));
  };

  const openTag = ({ name: qName, attributes }: SaxesTagPlain) => {
    quiet = read;
    if (++depth > LIMITS.depth) refuse(`has elements more than ${LIMITS.depth} deep`);
    if (depth === 1) {
      if (!/^(?:[^:]+:)?graphml$/.test(qName)) refuse(`is XML but not GraphML: it begins with <${qName}>`);
      prefix = qName.slice(0, -'graphml'.length);
      const { encoding = 'UTF-8' } = parser.xmlDecl;
      if (!/^(?:utf-?8|us-ascii)$/i.test(encoding)) refuse(`is written in ${encoding}: save it as UTF-8`);
    }
    if (!qName.startsWith(prefix) || reading) return;
    const name = qName.slice(prefix.length);
    const parent = open.at(-1);
    if (name === 'key') {
      const element = attributes.for ?? 'all';
      key = { element, name: toName(attributes['attr.name']) };
      if (key.name !== undefined && attributes.id !== undefined)
        for (const one of ['node', 'edge', 'graph'] as const)
          if (element === one || element === 'all') keys[one].set(attributes.id, key.name);
    } else if (name === 'graph') {
      if (depth === 2 && ++graphs > 1) refuse('holds a second graph: keep one');
      if (![...keys.node.values()].includes('passage'))
        refuse(
          "is GraphML, but not Claimscape's: no attribute of its nodes is called 'passage'. It must come from an export of Claimscape, whatever program saved it again",
        );
      isUndirected = attributes.edgedefault === 'undirected';
      open.push({
        element: 'graph',
        line: parser.line,
        xmlId: undefined,
        values: graphs === 1 && depth === 2 ? graphValues : { ...NOTHING },
        source: undefined,
        target: undefined,
      });
    } else if (name === 'node' || name === 'edge') {
      if (++items > LIMITS.items) refuse(`has more than ${LIMITS.items} nodes and edges`);
      const { id, source, target, directed = isUndirected ? 'false' : 'true' } = attributes;
      if (name === 'edge' && directed !== 'true' && directed !== '1')
        refuse(
          'this edge has no direction, so nobody can tell who said what: save the graph as a directed one',
        );
      open.push({ element: name, line: parser.line, xmlId: id, values: { ...NOTHING }, source, target });
    } else if (name === 'hyperedge') report(parser.line, attributes.id, 'is a hyperedge: make edges of it');
    else if (name === 'data' && parent && attributes.key !== undefined) {
      // Cytoscape says of all its keys that they are for nodes.
      const known = keys[parent.element].get(attributes.key) ?? keys.node.get(attributes.key);
      reading = { at: depth, name: known, into: parent.values };
    } else if (
      name === 'default' &&
      key?.name !== undefined &&
      (key.element === 'node' || key.element === 'edge')
    ) {
      reading = { at: depth, name: key.name, into: defaults[key.element] };
      defaulted.push(key.name);
    }
    text = '';
  };

  const closeTag = ({ name: qName }: SaxesTagPlain) => {
    quiet = read;
    if (reading?.at === depth) {
      const { name, into } = reading;
      if (name !== undefined && into[name] !== '' && into[name] !== text) {
        // The default of a key stands in no element.
        const { line, xmlId } = open.at(-1) ?? { line: parser.line, xmlId: undefined };
        report(line, xmlId, `has ${open.length === 0 ? 'a default of ' : ''}the attribute '${name}' twice`);
      }
      // Other programs write a value that is missing as an empty one.
      if (name !== undefined && text !== '') into[name] = text;
      reading = undefined;
    }
    depth -= 1;
    const local = qName.slice(prefix.length);
    if (local === 'key') key = undefined;
    if (reading || !(local === 'node' || local === 'edge' || local === 'graph') || !qName.startsWith(prefix))
      return;
    const item = open.pop()!;
    if (item.element === 'graph') return;
    for (const missing of defaulted) item.values[missing] ||= defaults[item.element][missing];
    if (item.element === 'node') toNode(item);
    else toEdge(item);
  };

  const addText = (piece: string) => {
    quiet = read;
    if (reading?.at === depth) text += piece;
  };
  // No more handlers than these: with eight the parser takes four times as long, because of how V8 keeps its fields.
  parser.on('opentag', openTag);
  parser.on('closetag', closeTag);
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('doctype', () =>
    refuse('has a DOCTYPE, by which a file can reach for others or swell without end: remove it'),
  );
  const parse = (work: () => void, isAtEnd: boolean) => {
    try {
      work();
    } catch (error) {
      if (error instanceof CorpusError) throw error;
      const reason = (error as Error).message.replace(/^\d+:\d+: /, '');
      if (isAtEnd && depth > 0) refuse(`is cut off: ${reason}`);
      refuse(`is not ${depth === 0 && graphs === 0 ? '' : 'well-formed '}XML: ${reason}`);
    }
  };
  for (const chunk of chunks) {
    read += chunk.length;
    parse(() => parser.write(chunk), false);
    if (read - quiet > LIMITS.text) refuse(`has a text or tag of more than ${LIMITS.text} characters`);
  }
  parse(() => parser.close(), true);
  if (graphs === 0) refuse('is GraphML without a graph');

  const version = graphValues.vocabulary_version;
  if (version !== '' && Number(version) !== VERSION)
    refuse(
      `was written with version ${shorten(version)} of the vocabulary; this program reads version ${VERSION}`,
    );

  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** The date that writeGraphml gives an edge that has none of its own. */
  const toGivenDate = ({ type, source, target, passages }: Raw): string | undefined => {
    const from = byId.get(source ?? '');
    const to = byId.get(target ?? '')?.type;
    const isUtterance =
      (type === 'authored' || type === 'states') && (to === 'claim' || to === 'recommendation');
    if (isUtterance && from?.type === 'report' && from.date !== undefined) return from.date;
    const article = byId.get(passages![0]?.article ?? '');
    return article?.type === 'article' ? article.date : undefined;
  };
  for (const [index, raw] of edges.entries()) {
    const line = lines.edge.get(raw.id)!;
    for (const end of ['source', 'target'] as const) {
      const id = byXmlId.get(raw[end]!) ?? raw[end]!;
      if (id === '') report(line, raw.id, `has no ${end}`);
      else if (!lines.node.has(id))
        report(
          line,
          raw.id,
          `leads ${end === 'source' ? 'from' : 'to'} ${id}, which is no node of this file`,
        );
      if (raw[end] !== id) raw[end] = id;
    }
    const date = dates[index]!;
    const isOwn = date !== '' && DATED.has(raw.type) && (raw.datePassage || date !== toGivenDate(raw));
    const edge = isOwn ? withDate(raw, date) : raw;
    check(StoredEdge, edge, line);
    edges[index] = edge;
  }
  if (problems.length > 0) throw new CorpusError(problems);
  const title = graphValues.corpus_title;
  return {
    graph: {
      version: VERSION,
      ...(title !== '' && { title }),
      nodes,
      edges: edges as unknown as StoredEdge[],
      ...(leftOut.length > 0 && { leftOut }),
    },
    removed: Number(graphValues.removed_characters) || 0,
  };
}

/** The types of edge that can have a date of their own. */
const DATED: ReadonlySet<string> = new Set(
  StoredEdge.options.filter(({ shape }) => 'date' in shape).map(({ shape }) => shape.type.value),
);

/** An edge with its date, right before its words. */
const withDate = ({ datePassage, passages, ...edge }: Raw, date: string): Raw => ({
  ...edge,
  date,
  ...(datePassage && { datePassage }),
  ...(passages && { passages }),
});
