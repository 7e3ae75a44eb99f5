// The filter language: `type:claim,person actor:ofsted date:2014/2016 "one word"`; read, printed, completed.
import type { Corpus, GraphNode } from './model';
import { parseInterval } from './date';
import { incidenceOf } from './graph';
import { BASES, EDGE_TYPES, NODE_TYPES, SPEECH, STANCES, type NodeType } from './vocabulary';
import { stepsOf } from './timeline';
import { abbreviate, fold, QUOTES } from './text';

/** The types of node whose ids a key takes, in the order in which a slug alone is looked for. */
const IDS = {
  actor: ['organisation', 'person', 'report'],
  topic: ['topic'],
  article: ['article'],
  hide: NODE_TYPES,
} as const satisfies Record<string, readonly NodeType[]>;
type IdKey = keyof typeof IDS;

/** The values of the keys that have a closed list. */
const CLOSED = {
  type: NODE_TYPES,
  edge: EDGE_TYPES,
  basis: BASES,
  stance: STANCES,
  speech: SPEECH,
  isolated: ['hidden'],
} as const satisfies Record<string, readonly string[]>;
type ClosedKey = keyof typeof CLOSED;

/** The keys of the language, in the order they are printed. */
export const QUERY_KEYS = [
  'type',
  'edge',
  'basis',
  'actor',
  'topic',
  'stance',
  'speech',
  'article',
  'date',
  'isolated',
  'hide',
] as const satisfies readonly (IdKey | ClosedKey | 'date')[];
export type QueryKey = (typeof QUERY_KEYS)[number];

/** The value that stands for no value at all: `type:none` holds for no node. */
const NONE = 'none';

/**
 * Every key must hold; of a key's values any one. `words` are looked for in all that is said by or of a node. Ids are whole
 * ('person:eileen-munro'), dates EDTF dates or intervals ('2014', '2014-06/2016', '2015/..').
 */
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

const isKey = (text: string): text is QueryKey => (QUERY_KEYS as readonly string[]).includes(text);
const isIdKey = (key: QueryKey): key is IdKey => Object.hasOwn(IDS, key);
const isClosed = (key: QueryKey): key is ClosedKey => Object.hasOwn(CLOSED, key);

/** Where only one type of node can be meant its name need not be written: `topic:consistency`. */
const toId = (key: IdKey, value: string) =>
  IDS[key].length === 1 && !value.startsWith(`${key}:`) ? `${key}:${value}` : value;
function toShort(key: QueryKey, value: string): string {
  if (!isIdKey(key) || IDS[key].length > 1 || !value.startsWith(`${key}:`)) return value;
  const short = value.slice(key.length + 1);
  return short === '' || short === NONE || short.startsWith(`${key}:`) ? value : short;
}

/** One term as it was typed: `at` its first UTF-16 code unit. */
type Token = { at: number; text: string; phrase?: string; closed?: boolean };

/** A phrase between straight quotation marks, which may hold others; one that begins or ends with another; or a term without any. */
const TERM = new RegExp(`"([^"]*)(")|[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)|[^\\s${QUOTES}]+`, 'g');

const toTokens = (text: string): Token[] =>
  Array.from(
    text.matchAll(TERM),
    ({ 0: term, 1: straight, 3: phrase = straight, 2: end, 4: close = end, index }) => ({
      at: index,
      text: term,
      ...(phrase !== undefined && { phrase, closed: close !== '' }),
    }),
  );

/** The key in front of a term, and where its colon stands; undefined for words. Keys are read in any case. */
function findKey(term: string): { key: string; colon: number } | undefined {
  const colon = term.indexOf(':');
  return colon > 0 ? { key: term.slice(0, colon).toLowerCase(), colon } : undefined;
}

/** Whether a text means to filter, be it rightly: it holds a key, or words that stand where a key would. */
export function holdsKey(text: string): boolean {
  return toTokens(text).some(({ text: term, phrase }) => {
    const found = phrase === undefined ? findKey(term) : undefined;
    return found !== undefined && (isKey(found.key) || found.colon < term.length - 1);
  });
}

/**
 * Reads a query: words and "phrases", and `key:value` or `key:value,value`. With a corpus, a slug alone is made the id it
 * means ('actor:ofsted'), and a value that names nothing in it cannot be read.
 * @throws QueryError for an unknown key, an unknown or missing value, or a quotation mark that is never closed.
 */
export function parseQuery(text: string, corpus?: Corpus): Query {
  const words: string[] = [];
  const terms = new Map<QueryKey, string[]>();
  for (const { at, text: term, phrase, closed } of toTokens(text)) {
    if (phrase !== undefined) {
      if (!closed) throw new QueryError('this quotation mark is never closed', at);
      if (phrase.trim()) words.push(phrase.trim());
      continue;
    }
    const found = findKey(term);
    if (!found) {
      words.push(term);
      continue;
    }
    const { key, colon } = found;
    if (!isKey(key))
      throw new QueryError(
        `‘${cut(term.slice(0, colon))}’ is not a key: use ${QUERY_KEYS.join(', ')}, or put the words in quotes`,
        at,
      );
    let offset = at + colon + 1;
    for (const value of term.slice(colon + 1).split(',')) {
      const values = terms.get(key) ?? [];
      terms.set(key, values);
      if (value !== NONE) values.push(readValue(key, value, offset, corpus));
      offset += value.length + 1;
    }
  }
  return { words, ...Object.fromEntries(terms) };
}

/** What was typed as a message quotes it. */
const cut = (text: string) => abbreviate(text, 80);

/** @throws QueryError where a key does not take the value. */
function readValue(key: QueryKey, value: string, at: number, corpus: Corpus | undefined): string {
  const allowed: readonly string[] | undefined = isClosed(key) ? CLOSED[key] : undefined;
  if (!value) throw new QueryError(`‘${key}:’ needs a value${allowed ? `: ${allowed.join(', ')}` : ''}`, at);
  if (allowed && !allowed.includes(value))
    throw new QueryError(`‘${cut(value)}’ is no ${key}: use ${allowed.join(', ')}`, at);
  if (key === 'date' && parseInterval(value) === undefined)
    throw new QueryError(
      `‘${cut(value)}’ is no date: use a year, a month, a day, or two of them as 2014/2016, 2014-06/.. or ../2016`,
      at,
    );
  if (!isIdKey(key)) return value;
  if (!corpus) return toId(key, value);
  const types: readonly NodeType[] = IDS[key];
  const id = [value, ...types.map((type) => `${type}:${value}`)].find((one) => {
    const type = corpus.nodes.get(one)?.type;
    return type !== undefined && types.includes(type);
  });
  if (id !== undefined) return id;
  const [nearest] = findNodes(corpus, key, value);
  const hint = nearest ? `; perhaps ${toShort(key, nearest.id)}, ‘${nearest.label}’` : '';
  throw new QueryError(`‘${cut(value)}’ names no ${types.join(' or ')} here${hint}`, at);
}

/** The keys of which a new choice takes the place of the old one; those of the others are added. */
const REPLACED: readonly QueryKey[] = ['type', 'edge', 'basis', 'date', 'isolated'];

/** A query narrowed, or widened, by what another adds to it. */
export function mergeQueries(query: Query, added: Query): Query {
  const values = QUERY_KEYS.flatMap((key) => {
    const old = added[key] && REPLACED.includes(key) ? [] : (query[key] ?? []);
    return query[key] || added[key] ? [[key, [...new Set([...old, ...(added[key] ?? [])])]] as const] : [];
  });
  return { words: [...new Set([...query.words, ...added.words])], ...Object.fromEntries(values) };
}

const NEEDS_QUOTES = new RegExp(`[\\s:${QUOTES}]`);

/** The shortest text that parseQuery reads as this query. */
export function printQuery(query: Query): string {
  const terms = QUERY_KEYS.flatMap((key) => {
    const values = query[key];
    if (values === undefined) return [];
    return [`${key}:${values.length === 0 ? NONE : values.map((value) => toShort(key, value)).join(',')}`];
  });
  const words = query.words.map((word) => (NEEDS_QUOTES.test(word) ? `"${word}"` : word));
  return [...terms, ...words].join(' ');
}

/** What could stand where one is typing: `text` in place of what lies from `start` to `end` (UTF-16 code units). */
export type Completion = {
  text: string;
  start: number;
  end: number;
  /** What it is called: the name of the node that an id stands for. */
  label: string;
};

const KEY_HINTS = {
  type: 'kind of node',
  edge: 'kind of line',
  basis: 'stated or inferred',
  actor: 'who says it, or for whom',
  topic: 'what it is about',
  stance: 'for or against',
  speech: 'quoted or reported',
  article: 'where it stands',
  date: 'when it was said, as 2014 or 2014/2016',
  isolated: 'nodes without a line',
  hide: 'leave out a node',
} as const satisfies Record<QueryKey, string>;

/** How many values are offered. */
const MOST = 8;

/** The nodes that a key takes and begun words may mean, the likeliest first: by name, then by how much is known of them. */
function findNodes(corpus: Corpus, key: IdKey, text: string): GraphNode[] {
  const types: readonly NodeType[] = IDS[key];
  const begun = fold(text);
  const words = begun.replaceAll('-', ' ');
  const incidence = incidenceOf(corpus);
  const rank = ({ id, label, aliases = [] }: GraphNode) => {
    const slug = id.slice(id.indexOf(':') + 1);
    if (id === begun || slug === begun) return 0;
    if (slug.startsWith(begun) || id.startsWith(begun)) return 1;
    const names = [label, ...aliases].map((name) => fold(name).replaceAll('-', ' '));
    if (names.some((name) => name.startsWith(words))) return 1;
    if (names.some((name) => name.includes(` ${words}`)) || slug.includes(`-${begun}`)) return 2;
    return names.some((name) => name.includes(words)) || slug.includes(begun) ? 3 : undefined;
  };
  return [...corpus.nodes.values()]
    .filter((node) => types.includes(node.type))
    .map((node) => ({ node, rank: rank(node) }))
    .filter((one): one is { node: GraphNode; rank: number } => one.rank !== undefined)
    .toSorted(
      (a, b) => a.rank - b.rank || incidence.get(b.node.id)!.length - incidence.get(a.node.id)!.length,
    )
    .map(({ node }) => node);
}

/** What could be typed at a place of a query (`at`, a UTF-16 code unit): keys, and the values of a key, the likeliest first. */
export function completeQuery(corpus: Corpus, text: string, at: number): Completion[] {
  const token = toTokens(text).find((one) => one.at < at && at <= one.at + one.text.length);
  if (token?.phrase !== undefined) return [];
  const from = token?.at ?? at;
  const typed = text.slice(from, at);
  const found = findKey(typed);
  if (!found) {
    const end = from + (token ? (findKey(token.text)?.colon ?? -1) + 1 : 0);
    return QUERY_KEYS.filter((key) => key.startsWith(typed.toLowerCase())).map((key) => ({
      text: `${key}:`,
      start: from,
      end: Math.max(at, end),
      label: KEY_HINTS[key],
    }));
  }
  const { key, colon } = found;
  if (!token || !isKey(key)) return [];
  const start = from + Math.max(colon, typed.lastIndexOf(',')) + 1;
  const [rest] = /^[^,]*/.exec(text.slice(at, token.at + token.text.length))!;
  const end = at + rest.length;
  const others = token.text.slice(colon + 1).split(',');
  const offer = (value: string, label: string): Completion[] =>
    others.includes(value) && value !== text.slice(start, end) ? [] : [{ text: value, start, end, label }];
  const begun = text.slice(start, at);
  if (isIdKey(key))
    return findNodes(corpus, key, begun)
      .flatMap(({ id, label }) => offer(toShort(key, id), label))
      .slice(0, MOST);
  const values: readonly string[] = isClosed(key) ? CLOSED[key] : stepsOf(corpus).map(({ first }) => first);
  return values
    .filter((value) => value.startsWith(begun.toLowerCase()))
    .flatMap((value) => offer(value, ''))
    .slice(0, isClosed(key) ? values.length : MOST);
}
