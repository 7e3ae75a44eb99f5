// What a query leaves of a corpus, and how much each further choice would leave.
import { parseDate, parseInterval, type DateRange, type Interval } from './date';
import { incidenceOf, neighbourhood, type Focus } from './graph';
import { perCorpusInSteps } from './memo';
import { toStatements, toStatementsInSteps, type Statement } from './discourse';
import { isSaid, isUtterance, type Corpus, type EdgeOf, type GraphEdge, type GraphNode } from './model';
import type { Query, QueryKey } from './query';
import { BASES, EDGE_TYPES, NODE_TYPES, SPEECH, STANCES, type Stance } from './schema';
import { fold } from './text';

/** The keys that are asked of what is said: all of them of the same statement. */
const SAID_KEYS = ['actor', 'topic', 'stance', 'speech', 'article', 'date'] as const;
type SaidKey = (typeof SAID_KEYS)[number];
const BIT = { actor: 1, topic: 2, stance: 4, speech: 8, article: 16, date: 32 } as const satisfies Record<
  SaidKey,
  number
>;

/** Lists of numbers one behind the other: those of `at` stand from `from[at]` to before `from[at + 1]`. */
type Lists = { from: Int32Array; of: Int32Array };

function toLists(lists: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) from[at + 1] = from[at]! + list.length;
  return { from, of: Int32Array.from(lists.flat()) };
}

/**
 * A corpus as the filters see it: nodes and edges by their places, in numbers, so that tens of thousands are gone through
 * within a frame. A row is something said by somebody on one topic: a statement once for each topic it is about. The rows
 * of a node stand together. -1 stands for none.
 */
type Index = {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  nodeTypes: Uint8Array;
  edgeTypes: Uint8Array;
  bases: Uint8Array;
  sources: Int32Array;
  targets: Int32Array;
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
  years: Int32Array;
  actors: Lists;
  /** The edges that say so. */
  saidBy: Lists;
  firstYear: number;
  lastYear: number;
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
  places: ReadonlyMap<string, number>,
): Generator<Row> {
  const incidence = incidenceOf(corpus);
  for (const { utterance, said, actors, range, article, about: sides } of statements)
    for (const about of sides.length > 0 ? sides : [undefined])
      yield {
        item: places.get(said.id)!,
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
          item: places.get(node.id)!,
          actors: [node.id, ...authored.map(({ source }) => source)],
          about,
          speech: undefined,
          article,
          range: node.date === undefined ? undefined : parseDate(node.date),
          edges: [...authored.map(({ id }) => id), ...(about ? [about.id] : [])],
        };
  }
}

/** How many rows are read before a pause. */
const STRETCH = 1024;

function* buildIndex(corpus: Corpus): Generator<undefined, Index> {
  const statements = yield* toStatementsInSteps(corpus);
  const nodes = [...corpus.nodes.values()];
  const edges = [...corpus.edges.values()];
  const places = new Map(nodes.map(({ id }, place) => [id, place]));
  const edgePlaces = new Map(edges.map(({ id }, place) => [id, place]));
  yield undefined;
  const found: Row[] = [];
  for (const row of toRows(corpus, statements, places)) if (found.push(row) % STRETCH === 0) yield undefined;
  const rows = found.toSorted((a, b) => a.item - b.item);
  yield undefined;
  const toArticles = ({ passages }: GraphNode | GraphEdge) => [
    ...new Set(passages.map(({ article }) => places.get(article)!)),
  ];
  const nodeArticles = toLists(nodes.map(toArticles));
  yield undefined;
  const edgeArticles = toLists(edges.map(toArticles));
  yield undefined;
  const actors = toLists(rows.map((row) => row.actors.map((id) => places.get(id)!)));
  yield undefined;
  const saidBy = toLists(rows.map((row) => row.edges.map((id) => edgePlaces.get(id)!)));
  yield undefined;
  const ofEdges = {
    edgeTypes: Uint8Array.from(edges, ({ type }) => EDGE_TYPES.indexOf(type)),
    bases: Uint8Array.from(edges, ({ basis }) => BASES.indexOf(basis)),
    sources: Int32Array.from(edges, ({ source }) => places.get(source)!),
    targets: Int32Array.from(edges, ({ target }) => places.get(target)!),
    says: Uint8Array.from(edges, (edge) => Number(edge.type === 'about' || isUtterance(corpus, edge))),
  };
  yield undefined;
  const years = rows.flatMap(({ range }) => (range ? [range.year] : []));
  return {
    nodes,
    edges,
    nodeTypes: Uint8Array.from(nodes, ({ type }) => NODE_TYPES.indexOf(type)),
    ...ofEdges,
    nodeArticles,
    edgeArticles,
    items: Int32Array.from(rows, ({ item }) => item),
    topics: Int32Array.from(rows, ({ about }) => (about ? places.get(about.target)! : -1)),
    stances: Int8Array.from(rows, ({ about }) => (about ? STANCES.indexOf(about.stance) : -1)),
    speech: Int8Array.from(rows, ({ speech }) => (speech ? SPEECH.indexOf(speech) : -1)),
    articles: Int32Array.from(rows, ({ article }) => places.get(article)!),
    starts: Float64Array.from(rows, ({ range }) => range?.start ?? Number.NaN),
    ends: Float64Array.from(rows, ({ range }) => range?.end ?? Number.NaN),
    uncertain: Uint8Array.from(rows, ({ range }) => Number(range?.uncertain ?? false)),
    years: Int32Array.from(rows, ({ range }) => range?.year ?? 0),
    actors,
    saidBy,
    firstYear: years.reduce((a, b) => Math.min(a, b), Infinity),
    lastYear: years.reduce((a, b) => Math.max(a, b), -Infinity),
    texts: [],
  };
}

const indexOf = perCorpusInSteps(buildIndex);

/** Prepares a corpus for its first filter in steps, so that a page is not held up; without it the first filter does so. */
export function* prepareFilters(corpus: Corpus): Generator<undefined, void> {
  yield* indexOf.inSteps(corpus);
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

/** How many there would be of a key's values with the other keys as they are, by value. */
export type Counts = Readonly<Record<Exclude<QueryKey, 'isolated' | 'hide'>, ReadonlyMap<string, number>>>;

/**
 * Something said, as a chronology shows it: by whom does not matter, only what it is, when, and with which stances. What is
 * said again at another time is there again.
 */
export type Dated = {
  id: string;
  start: number;
  end: number;
  uncertain: boolean;
  stances: Stance[];
};

export type Matches = {
  /** The ids of the nodes and edges for which the query holds. */
  ids: Set<string>;
  /** Of types nodes, of edge types and bases edges, of all else what is said; of `date` by the year something may first have been said in. */
  counts: Counts;
  /** What is said, in whatever time, with the other keys as they are. */
  dated: readonly Dated[];
};

/**
 * What a query leaves. An edge needs both its ends; `type`, `hide` and words choose nodes, `edge` and `basis` edges,
 * `article` both. `actor`, `topic`, `stance`, `speech` and `date` choose what is said, all of them of the same utterance,
 * with who says it, for whom, and on which topic. An actor is whoever speaks, wrote the report that speaks, or is the body
 * spoken for. `isolated:hidden` leaves out nodes that no matching edge touches. `kept` are ids of nodes that are taken
 * whether they match or not.
 */
export function filterCorpus(corpus: Corpus, query: Query, kept: readonly string[] = []): Matches {
  const index = indexOf.atOnce(corpus);
  const { nodes, edges, nodeTypes, items, topics, stances, speech, articles, starts, ends } = index;
  const keep = new Set(kept);
  const hidden = new Set(query.hide);
  /** Which values of a key hold, by place; undefined where all do. */
  const toMask = (values: readonly string[] | undefined, all: readonly string[]) =>
    values && Uint8Array.from(all, (value) => Number(values.includes(value)));
  const toNodeMask = (values: readonly string[] | undefined) => {
    if (!values) return undefined;
    const set = new Set(values);
    return Uint8Array.from(nodes, ({ id }) => Number(set.has(id)));
  };
  const typeMask = toMask(query.type, NODE_TYPES);
  const edgeMask = toMask(query.edge, EDGE_TYPES);
  const basisMask = toMask(query.basis, BASES);
  const stanceMask = toMask(query.stance, STANCES);
  const speechMask = toMask(query.speech, SPEECH);
  const actorMask = toNodeMask(query.actor);
  const topicMask = toNodeMask(query.topic);
  const articleMask = toNodeMask(query.article);
  const intervals = query.date?.map(parseInterval).filter((one): one is Interval => one !== undefined);
  /** Whether any of a list holds. */
  const holdsAny = (mask: Uint8Array | undefined, { from, of }: Lists, at: number): boolean => {
    if (!mask) return true;
    for (let place = from[at]!; place < from[at + 1]!; place++) if (mask[of[place]!]) return true;
    return false;
  };
  const words = query.words.map(fold);
  const isNamed = (place: number) => {
    if (hidden.has(nodes[place]!.id)) return false;
    if (words.length === 0) return true;
    const text = (index.texts[place] ??= toSearchText(nodes[place]!));
    return words.every((word) => text.includes(word));
  };
  const isKept = Uint8Array.from(nodes, ({ id }) => Number(keep.has(id)));
  const fits = Uint8Array.from(nodes, (_, place) => Number(isKept[place] || isNamed(place)));
  const holdsType = (place: number) => !typeMask || typeMask[nodeTypes[place]!] === 1;
  /** Which keys a row fails, as bits. Where there is no value, the place -1 of a mask is as good as 0. */
  const toFailed = (row: number): number => {
    let failed = 0;
    if (!holdsAny(actorMask, index.actors, row)) failed |= BIT.actor;
    if (topicMask && !topicMask[topics[row]!]) failed |= BIT.topic;
    if (stanceMask && !stanceMask[stances[row]!]) failed |= BIT.stance;
    if (speechMask && !speechMask[speech[row]!]) failed |= BIT.speech;
    if (articleMask && !articleMask[articles[row]!]) failed |= BIT.article;
    if (intervals && !intervals.some(({ start, end }) => starts[row]! <= end && start <= ends[row]!))
      failed |= BIT.date;
    return failed;
  };

  // What is said, counted whatever its type where no type of what is said is asked for.
  const countsSaid = !query.type || query.type.some((type) => type === 'claim' || type === 'recommendation');
  /** Counts an item under a value, once: its rows stand together. */
  const toTally = (size: number) => {
    const numbers = new Int32Array(size);
    const last = new Int32Array(size).fill(-1);
    const add = (value: number, item: number) => {
      if (value < 0 || last[value] === item) return;
      last[value] = item;
      numbers[value]! += 1;
    };
    const read = (name: (value: number) => string) => {
      const counts = new Map<string, number>();
      for (const [value, number] of numbers.entries()) if (number > 0) counts.set(name(value), number);
      return counts;
    };
    return { add, read };
  };
  const tallies = {
    actor: toTally(nodes.length),
    topic: toTally(nodes.length),
    stance: toTally(STANCES.length),
    speech: toTally(SPEECH.length),
    article: toTally(nodes.length),
    date: toTally(Math.max(0, index.lastYear - index.firstYear + 1)),
  } satisfies Record<SaidKey, unknown>;
  const matching = new Uint8Array(nodes.length);
  const company = Uint8Array.from(nodes, (_, place) => Number(actorMask?.[place] || topicMask?.[place]));
  const saying = new Uint8Array(edges.length);
  const dated: Dated[] = [];
  for (let from = 0, to = 0; from < items.length; from = to) {
    const item = items[from]!;
    const node = nodes[item]!;
    const counts = isSaid(node) && fits[item] && (!countsSaid || holdsType(item));
    const first = dated.length;
    for (to = from; items[to] === item; to++) {
      const failed = toFailed(to);
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
      tallies.date.add(index.years[to]! - index.firstYear, item);
      const [start, end] = [starts[to]!, ends[to]!];
      let when: Dated | undefined;
      for (let at = first; at < dated.length; at++)
        if (dated[at]!.start === start && dated[at]!.end === end) when = dated[at];
      if (!when)
        dated.push((when = { id: node.id, start, end, uncertain: index.uncertain[to] === 1, stances: [] }));
      const stance = STANCES[stances[to]!];
      if (stance && !when.stances.includes(stance)) when.stances.push(stance);
    }
  }

  const needsCompany = Boolean(query.actor ?? query.topic ?? query.stance ?? query.speech ?? query.date);
  /** Whether a node is left but for its type. */
  const isLeft = (place: number): boolean => {
    if (isKept[place]) return true;
    if (!fits[place] || !holdsAny(articleMask, index.nodeArticles, place)) return false;
    return !needsCompany || matching[place] === 1 || (company[place] === 1 && !isSaid(nodes[place]!));
  };
  const typeCounts = new Int32Array(NODE_TYPES.length);
  const shown = new Uint8Array(nodes.length);
  for (let place = 0; place < nodes.length; place++) {
    if (!isLeft(place)) continue;
    typeCounts[nodeTypes[place]!]! += 1;
    if (isKept[place] || holdsType(place)) shown[place] = 1;
  }

  const edgeCounts = new Int32Array(EDGE_TYPES.length);
  const basisCounts = new Int32Array(BASES.length);
  const left: string[] = [];
  const touched = new Uint8Array(nodes.length);
  for (let place = 0; place < edges.length; place++) {
    const [source, target] = [index.sources[place]!, index.targets[place]!];
    if (!shown[source] || !shown[target] || !holdsAny(articleMask, index.edgeArticles, place)) continue;
    if (needsCompany && index.says[place] && !saying[place]) continue;
    const [type, basis] = [index.edgeTypes[place]!, index.bases[place]!];
    const ofType = !edgeMask || edgeMask[type] === 1;
    const ofBasis = !basisMask || basisMask[basis] === 1;
    if (ofBasis) edgeCounts[type]! += 1;
    if (ofType) basisCounts[basis]! += 1;
    if (!ofType || !ofBasis) continue;
    left.push(edges[place]!.id);
    touched[source] = 1;
    touched[target] = 1;
  }
  const alone = query.isolated?.includes('hidden');
  const ids = new Set<string>();
  for (const [place, { id }] of nodes.entries())
    if (shown[place] && (!alone || touched[place] || isKept[place])) ids.add(id);
  for (const id of left) ids.add(id);
  const toCounts = (names: readonly string[], numbers: Int32Array) =>
    new Map(names.flatMap((name, at) => (numbers[at]! > 0 ? [[name, numbers[at]!] as const] : [])));
  const toId = (place: number) => nodes[place]!.id;
  return {
    ids,
    counts: {
      type: toCounts(NODE_TYPES, typeCounts),
      edge: toCounts(EDGE_TYPES, edgeCounts),
      basis: toCounts(BASES, basisCounts),
      actor: tallies.actor.read(toId),
      topic: tallies.topic.read(toId),
      stance: tallies.stance.read((at) => STANCES[at]!),
      speech: tallies.speech.read((at) => SPEECH[at]!),
      article: tallies.article.read(toId),
      date: tallies.date.read((at) => String(index.firstYear + at)),
    },
    dated,
  };
}

/** The ids of the nodes and edges for which a query holds, as filterCorpus tells it. */
export function match(corpus: Corpus, query: Query): Set<string> {
  return filterCorpus(corpus, query).ids;
}

/**
 * What is said by whom, as a query and what is `visible` under it leave it: what is hidden is not told of, but the types of
 * node and of line that are drawn, and the words looked for, choose what is said, not who is known to say it.
 */
export function matchStatements(
  corpus: Corpus,
  query: Query,
  visible: ReadonlySet<string>,
): readonly Statement[] {
  const { type: _, edge: __, isolated: ___, ...rest } = query;
  // Most often nothing is asked of what is said, and all of it stays.
  const asks = Object.entries(rest).some(([key, values]) => key !== 'words' && values !== undefined);
  const ids = asks ? filterCorpus(corpus, { ...rest, words: [] }).ids : undefined;
  return toStatements(corpus).flatMap((statement) => {
    const { said, utterance, body } = statement;
    if (!visible.has(said.id)) return [];
    if (ids === undefined) return [statement];
    if (!ids.has(utterance.id) || query.hide?.includes(body)) return [];
    const about = statement.about.filter(({ id }) => ids.has(id));
    return [about.length === statement.about.length ? statement : { ...statement, about }];
  });
}

/** What is to be seen: all that matches a query and, with a focus, lies around its nodes in what matches. */
export function toVisible(corpus: Corpus, query: Query, focus?: Focus): Set<string> {
  const { ids } = filterCorpus(corpus, query, focus?.ids);
  return focus ? neighbourhood(corpus, focus, ids) : ids;
}
