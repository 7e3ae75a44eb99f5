// The filter language: `type:claim,person edge:disputes "one word"`; parsed, printed, and matched against a corpus.
import type { Corpus, GraphEdge, GraphNode } from './model';
import { neighbourhood, subset } from './graph';
import { BASES, EDGE_TYPES, NODE_TYPES, STANCES } from './schema';
import { fold } from './text';

/** The keys of the language and the values each takes; undefined where any id is a value. */
const KEYS = {
  type: NODE_TYPES,
  edge: EDGE_TYPES,
  basis: BASES,
  stance: STANCES,
  article: undefined,
  topic: undefined,
  isolated: ['hidden'],
} as const satisfies Record<string, readonly string[] | undefined>;
export type QueryKey = keyof typeof KEYS;

/** The value that stands for no value at all: `type:none` holds for no node. */
const NONE = 'none';

/** Every term must hold; of a key's values any one. `words` are looked for in all that is said by or of a node. */
export type Query = { readonly words: readonly string[] } & { readonly [K in QueryKey]?: readonly string[] };
export const EVERYTHING: Query = { words: [] };

/** A query that cannot be read: what is wrong and at which UTF-16 code unit of the text. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
    this.name = 'QueryError';
  }
}

const isKey = (text: string): text is QueryKey => Object.hasOwn(KEYS, text);

/**
 * Reads a query: words and "phrases", and `key:value` or `key:value,value`.
 * @throws QueryError for an unknown key, an unknown or missing value, or a quotation mark that is never closed.
 */
export function parseQuery(text: string): Query {
  const words: string[] = [];
  const terms = new Map<QueryKey, string[]>();
  for (const found of text.matchAll(/"([^"]*)("?)|[^\s"]+/g)) {
    const at = found.index;
    if (found[1] !== undefined) {
      if (!found[2]) throw new QueryError('this quotation mark is never closed', at);
      if (found[1].trim()) words.push(found[1].trim());
      continue;
    }
    const term = found[0];
    const colon = term.indexOf(':');
    if (colon <= 0) {
      words.push(term);
      continue;
    }
    const key = term.slice(0, colon);
    if (!isKey(key))
      throw new QueryError(
        `'${key}' is not a key: use ${Object.keys(KEYS).join(', ')}, or put the words in quotes`,
        at,
      );
    const allowed: readonly string[] | undefined = KEYS[key];
    let offset = at + colon + 1;
    for (const value of term.slice(colon + 1).split(',')) {
      if (!value)
        throw new QueryError(`'${key}:' needs a value${allowed ? `: ${allowed.join(', ')}` : ''}`, offset);
      if (value === NONE) {
        terms.set(key, terms.get(key) ?? []);
        continue;
      }
      if (allowed && !allowed.includes(value))
        throw new QueryError(`'${value}' is no ${key}: use ${allowed.join(', ')}`, offset);
      terms.set(key, [...(terms.get(key) ?? []), value]);
      offset += value.length + 1;
    }
  }
  return { words, ...Object.fromEntries(terms) };
}

/** The shortest text that parseQuery reads as this query. */
export function printQuery(query: Query): string {
  const terms = (Object.keys(KEYS) as QueryKey[]).flatMap((key) => {
    const values = query[key];
    return values === undefined ? [] : [`${key}:${values.length === 0 ? NONE : values.join(',')}`];
  });
  const words = query.words.map((word) => (/[\s:]/.test(word) ? `"${word}"` : word));
  return [...terms, ...words].join(' ');
}

/** All that is to be searched of a node: its names, its statement, its passages. */
function toSearchText(node: GraphNode): string {
  const statement = 'statement' in node ? [node.statement] : [];
  return fold(
    [node.label, ...(node.aliases ?? []), ...statement, ...node.passages.map(({ quote }) => quote)].join(
      '\n',
    ),
  );
}

/**
 * The ids of the nodes and edges for which a query holds. An edge needs both its ends; `type`, `topic` and words choose
 * nodes, `edge` and `basis` edges, `article` both. `stance` and `topic` keep what is about a topic, and the topic.
 * `isolated:hidden` leaves out nodes that no matching edge touches.
 * `kept` is the id of a node that is taken whether it matches or not.
 */
export function match(corpus: Corpus, query: Query, kept?: string): Set<string> {
  const words = query.words.map(fold);
  const holds = (key: QueryKey, value: string) => query[key] === undefined || query[key].includes(value);
  const inArticle = (item: GraphNode | GraphEdge) =>
    query.article === undefined || item.passages.some((passage) => query.article!.includes(passage.article));
  let onTopic: Set<string> | undefined;
  if (query.topic ?? query.stance) {
    onTopic = new Set(query.topic);
    for (const edge of corpus.edges.values())
      if (edge.type === 'about' && holds('topic', edge.target) && holds('stance', edge.stance))
        onTopic.add(edge.source).add(edge.target);
    for (const edge of corpus.edges.values())
      if ((edge.type === 'authored' || edge.type === 'states') && onTopic.has(edge.target))
        onTopic.add(edge.source);
  }
  const ids = new Set<string>(kept === undefined ? [] : [kept]);
  for (const node of corpus.nodes.values()) {
    if (!holds('type', node.type) || !inArticle(node) || (onTopic && !onTopic.has(node.id))) continue;
    if (words.length > 0) {
      const text = toSearchText(node);
      if (!words.every((word) => text.includes(word))) continue;
    }
    ids.add(node.id);
  }
  const touched = new Set<string>(kept === undefined ? [] : [kept]);
  const edges: string[] = [];
  for (const edge of corpus.edges.values())
    if (
      ids.has(edge.source) &&
      ids.has(edge.target) &&
      holds('edge', edge.type) &&
      holds('basis', edge.basis) &&
      (edge.type !== 'about' || holds('stance', edge.stance)) &&
      inArticle(edge)
    ) {
      edges.push(edge.id);
      touched.add(edge.source).add(edge.target);
    }
  const nodes = query.isolated?.includes('hidden') ? touched : ids;
  return new Set([...nodes, ...edges]);
}

/** A node and how many steps around it to go. */
export type Focus = { readonly id: string; readonly depth: number };

/** The ids in a query that name no topic or article of a corpus. */
export function findUnknown(corpus: Corpus, query: Query): string[] {
  return (['topic', 'article'] as const).flatMap((key) =>
    (query[key] ?? []).filter((id) => corpus.nodes.get(id)?.type !== key),
  );
}

/** What is to be seen: the ids of all that match a query and, with a focus, lie around a node in what matches. */
export function toVisible(corpus: Corpus, query: Query, focus?: Focus): Set<string> {
  const ids = match(corpus, query, focus?.id);
  return focus ? neighbourhood(subset(corpus, ids), focus.id, focus.depth) : ids;
}
