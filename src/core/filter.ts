// What a query leaves of a corpus, and how much each further choice would leave.
import { parseDate, parseInterval, type DateRange, type Interval } from './date';
import { adjacencyOf, markIn, Marks, type Adjacency } from './adjacency';
import { incidenceOf, neighbourhood, type Focus } from './graph';
import { perCorpus, perCorpusInSteps } from './memo';
import {
  toStatementPlacesInSteps,
  toStatementsInSteps,
  toNamesAround,
  type Statement,
  type StatementPlaces,
} from './discourse';
import {
  isSaid,
  isUtterance,
  type Corpus,
  type EdgeOf,
  type GraphEdge,
  type GraphNode,
  type Ids,
} from './model';
import { orderInSteps } from './order';
import type { Query, QueryKey } from './query';
import { BASES, EDGE_TYPES, NODE_TYPES, SPEECH, STANCES, type Stance } from './vocabulary';
import { atOnce, type Steps } from './steps';
import { fold } from './text';
import { toVoices } from './voices';

/** The keys that are asked of what is said: all of them of the same statement. */
const SAID_KEYS = ['actor', 'topic', 'stance', 'speech', 'article', 'date'] as const;
type SaidKey = (typeof SAID_KEYS)[number];
const BIT = { actor: 1, topic: 2, stance: 4, speech: 8, article: 16, date: 32 } as const satisfies Record<
  SaidKey,
  number
>;

/** Lists of numbers one behind the other: those of `at` stand from `from[at]` to before `from[at + 1]`. */
type Lists = { from: Int32Array; of: Int32Array };

/** The lists that `toList` makes of some things, in steps. */
function* toLists<T>(items: readonly T[], toList: (item: T) => Iterable<number>): Steps<Lists> {
  const from = new Int32Array(items.length + 1);
  const of: number[] = [];
  for (const [at, item] of items.entries()) {
    for (const number of toList(item)) of.push(number);
    from[at + 1] = of.length;
    if (at % STRETCH === 0) yield undefined;
  }
  return { from, of: Int32Array.from(of) };
}

/**
 * A corpus as the filters see it: nodes and edges by their places, in numbers, so that tens of thousands are gone through
 * within a frame. A row is something said by somebody on one topic: a statement once for each topic it is about. The rows
 * of a node stand together. -1 stands for none.
 */
type Index = {
  graph: Adjacency;
  nodeTypes: Uint8Array;
  bases: Uint8Array;
  /** Whether an edge says something, or what it is about. */
  says: Uint8Array;
  /** The articles that the words of each stand in. */
  nodeArticles: Lists;
  edgeArticles: Lists;
  items: Int32Array;
  topics: Int32Array;
  stances: Int8Array;
  speech: Int8Array;
  articles: Int32Array;
  starts: Float64Array;
  ends: Float64Array;
  uncertain: Uint8Array;
  actors: Lists;
  /** The edges that say so. */
  saidBy: Lists;
  /** What words are looked for in, made when first asked for. */
  texts: (string | undefined)[];
};

type Row = {
  item: number;
  actors: readonly string[];
  about: EdgeOf<'about'> | undefined;
  speech: (typeof SPEECH)[number] | undefined;
  article: string;
  range: DateRange | undefined;
  edges: readonly string[];
};

function* toRows(
  corpus: Corpus,
  statements: readonly Statement[],
  placeOf: (id: string) => number,
): Generator<Row> {
  const incidence = incidenceOf(corpus);
  for (const { utterance, said, actors, range, article, about: sides } of statements)
    for (const about of sides.length > 0 ? sides : [undefined])
      yield {
        item: placeOf(said.id),
        actors,
        about,
        speech: utterance.speech,
        article,
        range,
        edges: about ? [utterance.id, about.id] : [utterance.id],
      };
  // Reports and articles are not said by anybody, but have authors, a date and, reports, topics.
  for (const node of corpus.nodes.values()) {
    if (node.type !== 'report' && node.type !== 'article') continue;
    const edges = incidence.get(node.id)!;
    const authored = edges.filter(({ type, target }) => type === 'authored' && target === node.id);
    const sides = edges.filter(
      (edge): edge is EdgeOf<'about'> => edge.type === 'about' && edge.source === node.id,
    );
    for (const article of new Set(node.passages.map((passage) => passage.article)))
      for (const about of sides.length > 0 ? sides : [undefined])
        yield {
          item: placeOf(node.id),
          actors: [node.id, ...authored.map(({ source }) => source)],
          about,
          speech: undefined,
          article,
          range: node.date === undefined ? undefined : parseDate(node.date),
          edges: [...authored.map(({ id }) => id), ...(about ? [about.id] : [])],
        };
  }
}

/** How many rows, nodes or edges are gone through before a pause, and how many whose texts must first be made ready. */
const STRETCH = 1024;
const FEW = 64;

function* buildIndex(corpus: Corpus): Steps<Index> {
  const statements = yield* toStatementsInSteps(corpus);
  const graph = yield* adjacencyOf.inSteps(corpus);
  const { nodes, edges } = graph;
  const placeOf = (id: string) => graph.placeOf(id)!;
  const unsorted: Row[] = [];
  for (const row of toRows(corpus, statements, placeOf))
    if (unsorted.push(row) % STRETCH === 0) yield undefined;
  const order = yield* orderInSteps(unsorted.map(({ item }) => item));
  const rows = order.map((place) => unsorted[place]!);
  yield undefined;
  const toArticles = ({ passages }: GraphNode | GraphEdge) =>
    new Set(passages.map(({ article }) => placeOf(article)));
  const nodeArticles = yield* toLists(nodes, toArticles);
  const edgeArticles = yield* toLists(edges, toArticles);
  const actors = yield* toLists(rows, (row) => row.actors.map(placeOf));
  const saidBy = yield* toLists(rows, (row) => row.edges.map((id) => placeOf(id) - nodes.length));
  const bases = new Uint8Array(edges.length);
  const says = new Uint8Array(edges.length);
  for (const [place, edge] of edges.entries()) {
    bases[place] = BASES.indexOf(edge.basis);
    says[place] = Number(edge.type === 'about' || isUtterance(corpus, edge));
    if (place % STRETCH === 0) yield undefined;
  }
  const size = rows.length;
  const ofRows = {
    items: new Int32Array(size),
    topics: new Int32Array(size).fill(-1),
    stances: new Int8Array(size).fill(-1),
    speech: new Int8Array(size).fill(-1),
    articles: new Int32Array(size),
    starts: new Float64Array(size).fill(Number.NaN),
    ends: new Float64Array(size).fill(Number.NaN),
    uncertain: new Uint8Array(size),
  };
  for (const [at, { item, about, speech, article, range }] of rows.entries()) {
    ofRows.items[at] = item;
    ofRows.articles[at] = placeOf(article);
    if (about) {
      ofRows.topics[at] = placeOf(about.target);
      ofRows.stances[at] = STANCES.indexOf(about.stance);
    }
    if (speech) ofRows.speech[at] = SPEECH.indexOf(speech);
    if (range) {
      ofRows.starts[at] = range.start;
      ofRows.ends[at] = range.end;
      ofRows.uncertain[at] = Number(range.uncertain);
    }
    if (at % STRETCH === 0) yield undefined;
  }
  return {
    graph,
    nodeTypes: Uint8Array.from(nodes, ({ type }) => NODE_TYPES.indexOf(type)),
    bases,
    says,
    nodeArticles,
    edgeArticles,
    ...ofRows,
    actors,
    saidBy,
    texts: [],
  };
}

const indexOf = perCorpusInSteps(buildIndex);

/** Prepares a corpus for its first filter in steps, so that a page is not held up; without it the first filter does so. */
export function* prepareFilters(corpus: Corpus): Steps<void> {
  yield* indexOf.inSteps(corpus);
}

/** All that is to be searched of a node: its names, its statement, its passages. */
function toSearchText(corpus: Corpus, node: GraphNode): string {
  const around = isSaid(node) ? toNamesAround(corpus, incidenceOf(corpus), node.id) : [];
  const statement = 'statement' in node ? [node.statement] : [];
  return fold(
    [
      node.label,
      ...(node.aliases ?? []),
      ...statement,
      ...around,
      ...node.passages.map(({ quote }) => quote),
    ].join('\n'),
  );
}

/** How many there would be of a key's values with the other keys as they are, by value; of when things are said `dated` tells. */
export type Counts = Readonly<
  Record<Exclude<QueryKey, 'date' | 'isolated' | 'hide'>, ReadonlyMap<string, number>>
>;

/**
 * Something said, as a chronology shows it: by whom does not matter, only what it is, when, and with which stances. What is
 * said again at another time is there again.
 */
export type Dated = {
  id: string;
  /** The node's place in the corpus, in the order of which they come. */
  place: number;
  start: number;
  end: number;
  uncertain: boolean;
  stances: Stance[];
};

export type Matches = {
  /** The nodes and edges for which the query holds. */
  ids: Marks;
  /** Of types nodes, of edge types and bases edges, of all else what is said, with a line or without. */
  counts: Counts;
  /** What is said, in whatever time, with the other keys as they are. */
  dated: readonly Dated[];
};

/** All that a query leaves; what the node at a place says stands in `dated` from `datedFrom` on to that of the next place. */
type AllMatches = Matches & { datedFrom: Int32Array };

/**
 * What a query leaves. An edge needs both its ends; `type`, `hide` and words choose nodes, `edge` and `basis` edges,
 * `article` both. `actor`, `topic`, `stance`, `speech` and `date` choose what is said, all of them of the same utterance,
 * with who says it, for whom, and on which topic. An actor is whoever speaks, wrote the report that speaks, or is the body
 * spoken for. `isolated:hidden` leaves out nodes that no matching edge touches. `kept` are ids of nodes that are taken
 * whether they match or not. What a query left is remembered as long as the query itself.
 */
export function* filterInSteps(
  corpus: Corpus,
  query: Query,
  kept: readonly string[] = [],
): Steps<AllMatches> {
  const known = knownOf(corpus).get(query);
  // What matches need not be kept.
  if (known && kept.every((id) => known.ids.has(id))) return known;
  const matches = yield* filterAnew(corpus, query, kept);
  if (kept.length === 0) knownOf(corpus).set(query, matches);
  return matches;
}

const knownOf = perCorpus(() => new WeakMap<Query, AllMatches>());

/** Whether any of a list holds. */
function holdsAny(mask: Uint8Array | undefined, { from, of }: Lists, at: number): boolean {
  if (!mask) return true;
  for (let place = from[at]!; place < from[at + 1]!; place++) if (mask[of[place]!]) return true;
  return false;
}

/** What a query and the ids that are `kept` hold of, by the places of values; undefined where all do. */
function toMasks({ graph }: Index, query: Query, kept: readonly string[]) {
  const toMask = (values: readonly string[] | undefined, all: readonly string[]) =>
    values && Uint8Array.from(all, (value) => Number(values.includes(value)));
  const toNodeMask = (values: readonly string[] | undefined) => {
    if (!values) return undefined;
    const mask = new Uint8Array(graph.nodes.length);
    for (const place of values.map(graph.placeOf)) if (place !== undefined) mask[place] = 1;
    return mask;
  };
  return {
    kept: toNodeMask(kept)!,
    hidden: toNodeMask(query.hide),
    type: toMask(query.type, NODE_TYPES),
    edge: toMask(query.edge, EDGE_TYPES),
    basis: toMask(query.basis, BASES),
    stance: toMask(query.stance, STANCES),
    speech: toMask(query.speech, SPEECH),
    actor: toNodeMask(query.actor),
    topic: toNodeMask(query.topic),
    article: toNodeMask(query.article),
    intervals: query.date?.map(parseInterval).filter((one): one is Interval => one !== undefined),
  };
}
type Masks = ReturnType<typeof toMasks>;

/** The nodes that are named as a query asks, or kept. */
function* findNamed(corpus: Corpus, index: Index, query: Query, masks: Masks): Steps<Uint8Array> {
  const { nodes } = index.graph;
  const words = query.words.map(fold);
  const isNamed = (place: number) => {
    if (masks.hidden?.[place] === 1) return false;
    if (words.length === 0) return true;
    const text = (index.texts[place] ??= toSearchText(corpus, nodes[place]!));
    return words.every((word) => text.includes(word));
  };
  const fits = new Uint8Array(nodes.length);
  for (let place = 0; place < nodes.length; place++) {
    fits[place] = Number(masks.kept[place] === 1 || isNamed(place));
    if (place % FEW === 0) yield undefined;
  }
  return fits;
}

/** Which keys a row fails, as bits. Where there is no value, the place -1 of a mask is as good as 0. */
function toFailed(index: Index, masks: Masks, row: number): number {
  const { actor, topic, stance, speech, article, intervals } = masks;
  let failed = 0;
  if (!holdsAny(actor, index.actors, row)) failed |= BIT.actor;
  if (topic && !topic[index.topics[row]!]) failed |= BIT.topic;
  if (stance && !stance[index.stances[row]!]) failed |= BIT.stance;
  if (speech && !speech[index.speech[row]!]) failed |= BIT.speech;
  if (article && !article[index.articles[row]!]) failed |= BIT.article;
  if (
    intervals &&
    !intervals.some(({ start, end }) => index.starts[row]! <= end && start <= index.ends[row]!)
  )
    failed |= BIT.date;
  return failed;
}

/** Counts an item under a value, once: its rows stand together. */
function toTally(size: number) {
  const numbers = new Int32Array(size);
  const last = new Int32Array(size).fill(-1);
  const add = (value: number, item: number) => {
    if (value < 0 || last[value] === item) return;
    last[value] = item;
    numbers[value]! += 1;
  };
  const read = function* (name: (value: number) => string): Steps<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    for (let value = 0; value < size; value++) {
      if (numbers[value]! > 0) counts.set(name(value), numbers[value]!);
      if (value % (16 * STRETCH) === 0) yield undefined;
    }
    return counts;
  };
  return { add, read };
}

/** What of what is said a query leaves, with its company, and how much of it there is under each value. */
type SaidLeft = {
  /** By the places of nodes: what is said, and who says it, for whom, and the topics it is about. */
  matching: Uint8Array;
  company: Uint8Array;
  /** By the places of edges: those that say it. */
  saying: Uint8Array;
  tallies: Record<Exclude<SaidKey, 'date'>, ReturnType<typeof toTally>>;
  dated: Dated[];
  datedFrom: Int32Array;
};

/** `fits` are the nodes that are named as the query asks. */
function* findSaid(index: Index, query: Query, masks: Masks, fits: Uint8Array): Steps<SaidLeft> {
  const { items, topics, stances, speech, articles, starts, ends } = index;
  const { nodes, edges } = index.graph;
  // What is said, counted whatever its type where no type of what is said is asked for.
  const countsSaid = !query.type || query.type.some((type) => type === 'claim' || type === 'recommendation');
  const tallies = {
    actor: toTally(nodes.length),
    topic: toTally(nodes.length),
    stance: toTally(STANCES.length),
    speech: toTally(SPEECH.length),
    article: toTally(nodes.length),
  } satisfies SaidLeft['tallies'];
  const matching = new Uint8Array(nodes.length);
  const company = Uint8Array.from(nodes, (_, place) => Number(masks.actor?.[place] || masks.topic?.[place]));
  const saying = new Uint8Array(edges.length);
  const dated: Dated[] = [];
  const datedFrom = new Int32Array(nodes.length + 1);
  for (let from = 0, to = 0, seen = 0; from < items.length; from = to) {
    if (++seen % STRETCH === 0) yield undefined;
    const item = items[from]!;
    const node = nodes[item]!;
    const counts = isSaid(node) && fits[item] && (!countsSaid || holdsType(index, masks, item));
    const first = dated.length;
    for (to = from; items[to] === item; to++) {
      const failed = toFailed(index, masks, to);
      const { actors, saidBy } = index;
      if (failed === 0) {
        matching[item] = 1;
        for (let at = actors.from[to]!; at < actors.from[to + 1]!; at++) company[actors.of[at]!] = 1;
        if (topics[to]! >= 0) company[topics[to]!] = 1;
        for (let at = saidBy.from[to]!; at < saidBy.from[to + 1]!; at++) saying[saidBy.of[at]!] = 1;
      }
      if (!counts || (failed & (failed - 1)) !== 0) continue;
      const counting = (key: SaidKey) => failed === 0 || failed === BIT[key];
      if (counting('actor'))
        for (let at = actors.from[to]!; at < actors.from[to + 1]!; at++)
          tallies.actor.add(actors.of[at]!, item);
      if (counting('topic')) tallies.topic.add(topics[to]!, item);
      if (counting('stance')) tallies.stance.add(stances[to]!, item);
      if (counting('speech')) tallies.speech.add(speech[to]!, item);
      if (counting('article')) tallies.article.add(articles[to]!, item);
      if (!counting('date')) continue;
      const [start, end] = [starts[to]!, ends[to]!];
      let when: Dated | undefined;
      for (let at = first; at < dated.length; at++)
        if (dated[at]!.start === start && dated[at]!.end === end) when = dated[at];
      if (!when)
        dated.push(
          (when = {
            id: node.id,
            place: item,
            start,
            end,
            uncertain: index.uncertain[to] === 1,
            stances: [],
          }),
        );
      const stance = STANCES[stances[to]!];
      if (stance && !when.stances.includes(stance)) when.stances.push(stance);
    }
    datedFrom[item + 1] = dated.length;
  }
  for (let place = 0; place < nodes.length; place++) datedFrom[place + 1] ||= datedFrom[place]!;
  return { matching, company, saying, tallies, dated, datedFrom };
}

const holdsType = ({ nodeTypes }: Index, { type }: Masks, place: number): boolean =>
  !type || type[nodeTypes[place]!] === 1;

/** How many there are of each name that there are any of; their numbers stand in the order of the names. */
const toCounts = (names: readonly string[], numbers: Int32Array): ReadonlyMap<string, number> =>
  new Map(names.flatMap((name, at) => (numbers[at]! > 0 ? [[name, numbers[at]!] as const] : [])));

const hidesIsolated = ({ isolated }: Query): boolean => isolated?.includes('hidden') === true;

function* filterAnew(corpus: Corpus, query: Query, kept: readonly string[]): Steps<AllMatches> {
  const index = yield* indexOf.inSteps(corpus);
  const { graph, nodeTypes } = index;
  const { nodes, edges } = graph;
  const masks = toMasks(index, query, kept);
  const isKept = masks.kept;
  const fits = yield* findNamed(corpus, index, query, masks);
  const { matching, company, saying, tallies, ...when } = yield* findSaid(index, query, masks, fits);
  const needsCompany = Boolean(query.actor ?? query.topic ?? query.stance ?? query.speech ?? query.date);
  /** Whether a node is left but for its type. */
  const isLeft = (place: number): boolean => {
    if (isKept[place]) return true;
    if (!fits[place] || !holdsAny(masks.article, index.nodeArticles, place)) return false;
    return !needsCompany || matching[place] === 1 || (company[place] === 1 && !isSaid(nodes[place]!));
  };
  const left = new Uint8Array(nodes.length);
  const marks = new Uint8Array(nodes.length + edges.length);
  for (let place = 0; place < nodes.length; place++) {
    if (!isLeft(place)) continue;
    left[place] = 1;
    if (isKept[place] || holdsType(index, masks, place)) marks[place] = 1;
  }
  yield undefined;

  const edgeCounts = new Int32Array(EDGE_TYPES.length);
  const basisCounts = new Int32Array(BASES.length);
  // Which nodes an edge touches, and which one would if no type were asked for.
  const [touched, linked] = [new Uint8Array(nodes.length), new Uint8Array(nodes.length)];
  for (let place = 0; place < edges.length; place++) {
    if (place % (16 * STRETCH) === 0) yield undefined;
    const [source, target] = [graph.sources[place]!, graph.targets[place]!];
    if (!left[source] || !left[target] || !holdsAny(masks.article, index.edgeArticles, place)) continue;
    if (needsCompany && index.says[place] && !saying[place]) continue;
    const [type, basis] = [graph.types[place]!, index.bases[place]!];
    const ofType = !masks.edge || masks.edge[type] === 1;
    const ofBasis = !masks.basis || masks.basis[basis] === 1;
    if (ofType && ofBasis) linked[source] = linked[target] = 1;
    if (!marks[source] || !marks[target]) continue;
    if (ofBasis) edgeCounts[type]! += 1;
    if (ofType) basisCounts[basis]! += 1;
    if (!ofType || !ofBasis) continue;
    marks[nodes.length + place] = 1;
    touched[source] = touched[target] = 1;
  }
  const hides = hidesIsolated(query);
  const typeCounts = new Int32Array(NODE_TYPES.length);
  for (let place = 0; place < nodes.length; place++) {
    if (left[place] && (!hides || linked[place] || isKept[place])) typeCounts[nodeTypes[place]!]! += 1;
    if (hides && !touched[place] && !isKept[place]) marks[place] = 0;
  }
  const toId = (place: number) => nodes[place]!.id;
  return {
    ids: new Marks(graph, marks),
    counts: {
      type: toCounts(NODE_TYPES, typeCounts),
      edge: toCounts(EDGE_TYPES, edgeCounts),
      basis: toCounts(BASES, basisCounts),
      actor: yield* tallies.actor.read(toId),
      topic: yield* tallies.topic.read(toId),
      stance: yield* tallies.stance.read((at) => STANCES[at]!),
      speech: yield* tallies.speech.read((at) => SPEECH[at]!),
      article: yield* tallies.article.read(toId),
    },
    ...when,
  };
}

/**
 * Some statements by their numbers in the order of all, of the edges that say what they are about those that count, all where
 * it is undefined, and the places of the bodies that are hidden.
 */
export type MatchingStatements = {
  readonly numbers: Int32Array;
  readonly about: Marks | undefined;
  readonly hidden: ReadonlySet<number>;
};

/** Of no more nodes and edges than this those that say them are looked up; else all statements are gone through. */
const LITTLE = 8192;

/** The numbers of the statements that say some nodes, in order. */
function findSaying(some: Marks, { saidFrom, numbers }: StatementPlaces): Int32Array {
  const found: number[] = [];
  for (const node of some.toNodePlaces())
    for (let at = saidFrom[node]!; at < saidFrom[node + 1]!; at++) found.push(numbers[at]!);
  return Int32Array.from(found).toSorted();
}

/**
 * What is said by whom, as a query and what is `visible` under it leave it: what is hidden is not told of, nor what is said for
 * hidden bodies only, but the types of node and of line that are drawn, and the words looked for, choose what is said, not who
 * is known to say it.
 */
export function* matchNumbers(corpus: Corpus, query: Query, visible: Ids): Steps<MatchingStatements> {
  const { type, edge, isolated, ...rest } = query;
  // Most often nothing is asked of what is said, and all of it stays.
  const asks = Object.entries(rest).some(([key, values]) => key !== 'words' && values !== undefined);
  // What the query itself leaves is remembered.
  const isRest = query.words.length === 0 && (type ?? edge ?? isolated) === undefined;
  const asked = isRest ? query : { ...rest, words: [] };
  const about = asks ? (yield* filterInSteps(corpus, asked)).ids : undefined;
  const graph = yield* adjacencyOf.inSteps(corpus);
  const seen = markIn(graph, visible);
  const places = yield* toStatementPlacesInSteps(corpus);
  const { said, from, bodies } = places;
  const hidden = new Set((query.hide ?? []).flatMap((id) => graph.placeOf(id) ?? []));
  const hasBody = (number: number) => {
    if (hidden.size === 0) return true;
    for (let at = from[number]!; at < from[number + 1]!; at++) if (!hidden.has(bodies[at]!)) return true;
    return false;
  };
  const statements = about && (yield* toStatementsInSteps(corpus));
  const some = seen.size < LITTLE ? findSaying(seen, places) : undefined;
  const numbers = new Int32Array(some?.length ?? said.length);
  let size = 0;
  for (let index = 0; index < numbers.length; index++) {
    if (index % (16 * STRETCH) === 0) yield undefined;
    const number = some ? some[index]! : index;
    if ((!some && seen.marks[said[number]!] === 0) || !hasBody(number)) continue;
    if (about?.has(statements![number]!.utterance.id) !== false) numbers[size++] = number;
  }
  return { numbers: numbers.slice(0, size), about, hidden };
}

/** The statements that matchNumbers numbers, each with the topics it is about that count, and without those who are hidden. */
export function* matchStatements(corpus: Corpus, query: Query, visible: Ids): Steps<readonly Statement[]> {
  const { numbers, about: counting, hidden } = yield* matchNumbers(corpus, query, visible);
  const all = yield* toStatementsInSteps(corpus);
  const statements: Statement[] = [];
  for (const [index, number] of numbers.entries()) {
    if (index % STRETCH === 0) yield undefined;
    const statement = all[number]!;
    const about = counting ? statement.about.filter(({ id }) => counting.has(id)) : statement.about;
    const told = about.length === statement.about.length ? statement : { ...statement, about };
    statements.push(hidden.size > 0 ? withoutHidden(corpus, told, query.hide!) : told);
  }
  return statements;
}

/** A statement without the bodies that are hidden, and without the people who are or who speak for these. */
function withoutHidden(corpus: Corpus, statement: Statement, hidden: readonly string[]): Statement {
  const incidence = incidenceOf(corpus);
  const gone = statement.bodies.filter((body) => hidden.includes(body));
  const people = statement.people.filter(
    (person) =>
      !hidden.includes(person) &&
      !toVoices(corpus, incidence, person, statement.article).bodies.some((body) => gone.includes(body)),
  );
  if (gone.length === 0 && people.length === statement.people.length) return statement;
  const [actors, bodies] = [statement.actors, statement.bodies].map((ids) =>
    ids.filter((id) => !gone.includes(id)),
  ) as [string[], string[]];
  return { ...statement, actors, bodies, body: bodies[0]!, people };
}

/** What is said by some of the nodes. */
function keepDated({ dated, datedFrom }: AllMatches, some: Marks): Dated[] {
  const kept: Dated[] = [];
  for (const place of some.toNodePlaces())
    for (let at = datedFrom[place]!; at < datedFrom[place + 1]!; at++) kept.push(dated[at]!);
  return kept;
}

/**
 * What is to be seen: all that matches a query and, with a focus, lies around its nodes in what matches. The numbers of types,
 * lines and bases, and what is said when, are of that too; all others, where not all that matches is seen, countSeen counts.
 */
export function* seeInSteps(corpus: Corpus, query: Query, focus?: Focus): Steps<Matches> {
  const matches = yield* filterInSteps(corpus, query, focus?.ids);
  if (!isPartial(query, focus)) return matches;
  yield undefined;
  const toSeen = (left: Marks): Marks => (focus ? neighbourhood(corpus, focus, left) : left);
  const ids = toSeen(matches.ids);
  /** What would be seen if a key were not asked for. */
  function* without(key: 'type' | 'edge' | 'basis' | 'date'): Steps<Marks> {
    if (query[key] === undefined) return ids;
    return toSeen((yield* filterInSteps(corpus, { ...query, [key]: undefined }, focus?.ids)).ids);
  }
  const dated = keepDated(matches, yield* without('date'));
  // Who has no line is counted neither among the types nor at the ends of lines already.
  if (!focus) return { ...matches, dated };
  yield undefined;
  const { nodeTypes, bases, graph } = yield* indexOf.inSteps(corpus);
  const { length } = graph.nodes;
  const type = toCounts(NODE_TYPES, (yield* without('type')).tally(nodeTypes, 0));
  const edge = toCounts(EDGE_TYPES, (yield* without('edge')).tally(graph.types, length));
  const basis = toCounts(BASES, (yield* without('basis')).tally(bases, length));
  return { ids, counts: { ...matches.counts, type, edge, basis }, dated };
}

/** Whether of what fits a query only a part is seen: what lies around a focus, or what has a line. */
export const isPartial = (query: Query, focus: Focus | undefined): boolean =>
  focus !== undefined || hidesIsolated(query);

/** What somebody says has of a key that is asked of what is said. */
const VALUES_OF = {
  actor: ({ actors }) => actors,
  topic: ({ about }) => about.map(({ target }) => target),
  stance: ({ about }) => about.map(({ stance }) => stance),
  speech: ({ utterance }) => utterance.speech ?? [],
  article: ({ article }) => article,
} as const satisfies Record<Exclude<SaidKey, 'date'>, (statement: Statement) => string | readonly string[]>;

/**
 * How much of what is said and seen, as seeInSteps tells it, there would be under each value of a key with the other keys as they
 * are; whatever its type where no type of what is said is asked for.
 */
export function* countSeen(
  corpus: Corpus,
  query: Query,
  focus: Focus | undefined,
  key: keyof typeof VALUES_OF,
): Steps<ReadonlyMap<string, number>> {
  const isOfSaid = query.type?.some((type) => type === 'claim' || type === 'recommendation');
  const rest: Query = { ...query, [key]: undefined, type: isOfSaid ? query.type : undefined };
  const { ids } = yield* seeInSteps(corpus, rest, focus);
  const found = new Map<string, Set<string>>();
  // Whether it is stated that somebody says it is no part of what is said.
  for (const statement of yield* matchStatements(corpus, { ...rest, basis: undefined }, ids))
    for (const value of [VALUES_OF[key](statement)].flat()) {
      const said = found.get(value) ?? new Set();
      found.set(value, said.add(statement.said.id));
    }
  return new Map(Array.from(found, ([value, said]) => [value, said.size]));
}

/** What is to be seen, as seeInSteps tells it. */
export const toVisible = (corpus: Corpus, query: Query, focus?: Focus): Marks =>
  atOnce(seeInSteps(corpus, query, focus)).ids;
