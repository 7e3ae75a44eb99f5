// Reads GraphML that writeGraphml wrote, or that another program wrote again from it, back into a graph file.
import type * as z from 'zod';
import { CorpusError, printIssue, shorten } from '../corpus';
import { LeftOut, StoredEdge, StoredNode, VERSION, type GraphFile } from '../schema';
import { EDGE_TYPES, NODE_TYPES } from '../vocabulary';
import { readElements, toFaults, type Faults, type Item, type Name, type Values } from './elements';

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
  url?: string;
  passages?: StoredAnchor[];
  provenance?: { rule?: string; confidence?: number; coder?: string; at?: string };
};

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

/** Reads what the data of items say: texts, of which equal ones are kept once, lists, and passages. */
function toValueReader({ report }: Faults) {
  // A passage often stands at a node and at all its edges.
  const texts = new Map<string, string>();
  const keep = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    const own = toOwn(text);
    texts.set(own, own);
    return own;
  };
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
  return { keep, parseList, toDatePassage, toAnchors };
}

/** An item as its schema has it; undefined, and told, where it is not. */
function check<T>({ report }: Faults, schema: z.ZodType<T>, raw: Raw, line: number): T | undefined {
  const result = schema.safeParse(raw);
  // The schema changes nothing, so that the item itself will do for its copy.
  if (result.success) return raw as unknown as T;
  for (const issue of result.error.issues)
    report(line, raw.id, printIssue(issue, raw), issue.path.map(String).join('.'));
  return undefined;
}

/** The id and type of an item; undefined, and told, where it has none that we know. */
function identify({ report }: Faults, item: Item, types: readonly string[], name: Name) {
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
}

/** The date that writeGraphml gives an edge that has none of its own, by the nodes at its ends and its article. */
function toGivenDate(
  byId: ReadonlyMap<string, StoredNode>,
  { type, source, target, passages }: Raw,
): string | undefined {
  const from = byId.get(source ?? '');
  const to = byId.get(target ?? '')?.type;
  const isUtterance =
    (type === 'authored' || type === 'states') && (to === 'claim' || to === 'recommendation');
  if (isUtterance && from?.type === 'report' && from.date !== undefined) return from.date;
  const article = byId.get(passages![0]?.article ?? '');
  return article?.type === 'article' ? article.date : undefined;
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

/** Makes nodes and edges of a graph file from those of GraphML, taken as they come; `finish` checks how they hang together. */
function collect(faults: Faults) {
  const { report } = faults;
  const { keep, parseList, toDatePassage, toAnchors } = toValueReader(faults);
  const nodes: StoredNode[] = [];
  const edges: Raw[] = [];
  /** When each edge was, '' where it does not say. */
  const dates: string[] = [];
  const leftOut: LeftOut[] = [];
  const byXmlId = new Map<string, string>();
  const lines = { node: new Map<string, number>(), edge: new Map<string, number>() };
  /** Enters an id; whether it is new. */
  const enter = (element: 'node' | 'edge', id: string, line: number): boolean => {
    const other = lines.node.get(id) ?? lines.edge.get(id);
    if (other !== undefined) report(line, id, `this id is there twice, first in line ${other}`);
    else lines[element].set(id, line);
    return other === undefined;
  };

  const addNode = (item: Item) => {
    const { line, values } = item;
    const found = identify(faults, item, NODE_TYPES, 'kind');
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
    if (values.url !== '' && type === 'article') raw.url = toOwn(values.url);
    raw.passages = toAnchors(values, line, id);
    const provenance = toProvenance(values);
    if (provenance) raw.provenance = provenance;
    const node = check(faults, StoredNode, raw, line);
    if (node) nodes.push(node);
    for (const words of parseList(values, 'left_out', line, id) ?? []) {
      const left = check(faults, LeftOut, { ...(words as object), article: id } as unknown as Raw, line);
      if (left) leftOut.push(left);
    }
  };

  /** The node at an end of an edge; its XML id where the node has not come yet. */
  const toEnd = (xmlId: string | undefined) => byXmlId.get(xmlId ?? '') ?? toOwn(xmlId ?? '');

  const addEdge = (item: Item) => {
    const { line, values, source, target } = item;
    const found = identify(faults, item, EDGE_TYPES, 'label');
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

  const finish = () => {
    const byId = new Map(nodes.map((node) => [node.id, node]));
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
      const isOwn =
        date !== '' && DATED.has(raw.type) && (raw.datePassage || date !== toGivenDate(byId, raw));
      const edge = isOwn ? withDate(raw, date) : raw;
      check(faults, StoredEdge, edge, line);
      edges[index] = edge;
    }
    return { nodes, edges: edges as unknown as StoredEdge[], ...(leftOut.length > 0 && { leftOut }) };
  };
  return { take: (item: Item) => (item.element === 'node' ? addNode(item) : addEdge(item)), finish };
}

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
  const faults = toFaults(file);
  const { take, finish } = collect(faults);
  const { line, values } = readElements(chunks, faults, take);
  const { vocabulary_version: version, corpus_title: title, removed_characters: removed } = values;
  if (version !== '' && Number(version) !== VERSION)
    faults.refuse(
      line,
      `was written with version ${shorten(version)} of the vocabulary; this program reads version ${VERSION}`,
    );
  const items = finish();
  if (faults.problems.length > 0) throw new CorpusError(faults.problems);
  return {
    graph: { version: VERSION, ...(title !== '' && { title }), ...items },
    removed: Number(removed) || 0,
  };
}
