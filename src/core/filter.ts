// What a query leaves of a corpus, and how much each further choice would leave.
import { parseDate, parseInterval, type Interval } from './date';
import { incidenceOf, neighbourhood, type Focus } from './graph';
import { perCorpus } from './memo';
import { toStatements, type Statement } from './discourse';
import { isUtterance, type Corpus, type GraphEdge, type GraphNode } from './model';
import type { Query, QueryKey } from './query';
import { fold } from './text';

/** The keys that are asked of what is said: all of them of the same statement. */
const SAID_KEYS = ['actor', 'topic', 'stance', 'speech', 'article', 'date'] as const;
type SaidKey = (typeof SAID_KEYS)[number];
const BIT = { actor: 1, topic: 2, stance: 4, speech: 8, article: 16, date: 32 } as const satisfies Record<
  SaidKey,
  number
>;
/** All but the article, which every node and edge has without anybody saying it. */
const COMPANY_BITS = BIT.actor | BIT.topic | BIT.stance | BIT.speech | BIT.date;

/** Something said by somebody on one topic, as the filters see it: a statement once for each topic it is about. */
type Row = {
  item: number;
  actors: readonly string[];
  topic: string | undefined;
  stance: string | undefined;
  speech: string | undefined;
  article: string | undefined;
  start: number;
  end: number;
  uncertain: boolean;
  /** The year of `start`. */
  year: string | undefined;
  /** The ids of the edges that say so. */
  edges: readonly string[];
};

/** An edge, where its ends stand among the nodes, and the ids of the articles its words stand in; `says` what somebody says, or on which topic. */
type IndexedEdge = {
  edge: GraphEdge;
  source: number;
  target: number;
  says: boolean;
  articles: readonly string[];
};

type Index = {
  nodes: readonly GraphNode[];
  edges: readonly IndexedEdge[];
  /** By item, so that those of one node stand together. */
  rows: readonly Row[];
  /** The ids of the articles that each node's words stand in. */
  articles: readonly (readonly string[])[];
  /** What words are looked for in, made when first asked for. */
  texts: (string | undefined)[];
};

const isSaid = ({ type }: GraphNode) => type === 'claim' || type === 'recommendation';
const toArticles = ({ passages }: GraphNode | GraphEdge) => [
  ...new Set(passages.map(({ article }) => article)),
];

const toIndex = perCorpus((corpus: Corpus): Index => {
  const incidence = incidenceOf(corpus);
  const nodes = [...corpus.nodes.values()];
  const places = new Map(nodes.map(({ id }, index) => [id, index]));
  const rows: Row[] = [];
  for (const { utterance, said, actors, range, article, about } of toStatements(corpus)) {
    const common = {
      item: places.get(said.id)!,
      actors,
      speech: utterance.speech,
      article,
      start: range.start,
      end: range.end,
      uncertain: range.uncertain,
      year: String(range.year),
    };
    if (about.length === 0)
      rows.push({ ...common, topic: undefined, stance: undefined, edges: [utterance.id] });
    for (const edge of about)
      rows.push({ ...common, topic: edge.target, stance: edge.stance, edges: [utterance.id, edge.id] });
  }
  // Reports and articles are not said by anybody, but have authors, a date and, reports, topics.
  for (const [item, node] of nodes.entries()) {
    if (node.type !== 'report' && node.type !== 'article') continue;
    const edges = incidence.get(node.id)!;
    const authored = edges.filter(({ type, target }) => type === 'authored' && target === node.id);
    const about = edges.filter((edge) => edge.type === 'about' && edge.source === node.id);
    const range = node.date === undefined ? undefined : parseDate(node.date);
    for (const article of toArticles(node))
      for (const edge of about.length > 0 ? about : [undefined])
        rows.push({
          item,
          actors: [node.id, ...authored.map(({ source }) => source)],
          topic: edge?.target,
          stance: edge?.type === 'about' ? edge.stance : undefined,
          speech: undefined,
          article,
          start: range?.start ?? Number.NaN,
          end: range?.end ?? Number.NaN,
          uncertain: range?.uncertain ?? false,
          year: range && String(range.year),
          edges: [...authored.map(({ id }) => id), ...(edge ? [edge.id] : [])],
        });
  }
  return {
    nodes,
    edges: [...corpus.edges.values()].map((edge) => ({
      edge,
      source: places.get(edge.source)!,
      target: places.get(edge.target)!,
      says: edge.type === 'about' || isUtterance(corpus, edge),
      articles: toArticles(edge),
    })),
    rows: rows.toSorted((a, b) => a.item - b.item),
    articles: nodes.map(toArticles),
    texts: [],
  };
});

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
  stances: readonly string[];
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
  const index = toIndex(corpus);
  const { nodes, edges, rows } = index;
  const keep = new Set(kept);
  const sets = new Map(
    Object.entries(query).flatMap(([key, values]) =>
      values === undefined || key === 'words' ? [] : [[key as QueryKey, new Set(values)] as const],
    ),
  );
  const holds = (key: QueryKey, value: string | undefined) => {
    const set = sets.get(key);
    return set === undefined || (value !== undefined && set.has(value));
  };
  const holdsAny = (key: QueryKey, values: readonly string[]) => {
    const set = sets.get(key);
    return set === undefined || values.some((value) => set.has(value));
  };
  const intervals = query.date?.map(parseInterval).filter((one): one is Interval => one !== undefined);
  const words = query.words.map(fold);
  const isNamed = (place: number) => {
    if (sets.get('hide')?.has(nodes[place]!.id)) return false;
    if (words.length === 0) return true;
    const text = (index.texts[place] ??= toSearchText(nodes[place]!));
    return words.every((word) => text.includes(word));
  };
  const fits = nodes.map(({ id }, place) => isNamed(place) || keep.has(id));
  /** Which keys a row fails, as bits. */
  const toFailed = (row: Row) =>
    (holdsAny('actor', row.actors) ? 0 : BIT.actor) |
    (holds('topic', row.topic) ? 0 : BIT.topic) |
    (holds('stance', row.stance) ? 0 : BIT.stance) |
    (holds('speech', row.speech) ? 0 : BIT.speech) |
    (holds('article', row.article) ? 0 : BIT.article) |
    (intervals === undefined || intervals.some(({ start, end }) => row.start <= end && start <= row.end)
      ? 0
      : BIT.date);

  // What is said, counted whatever its type where no type of what is said is asked for.
  const countsSaid = !query.type || query.type.some((type) => type === 'claim' || type === 'recommendation');
  const tallies = Object.fromEntries(
    SAID_KEYS.map((key) => [key, new Map<string, { number: number; last: number }>()]),
  ) as Record<SaidKey, Map<string, { number: number; last: number }>>;
  /** Counts an item under a value, once: its rows stand together. */
  const tally = (key: SaidKey, value: string | undefined, item: number) => {
    if (value === undefined) return;
    const known = tallies[key].get(value);
    if (!known) tallies[key].set(value, { number: 1, last: item });
    else if (known.last !== item) {
      known.number += 1;
      known.last = item;
    }
  };
  const matching = new Set<number>();
  const company = new Set<string>([...(query.actor ?? []), ...(query.topic ?? [])]);
  const saying = new Set<string>();
  const dated: Dated[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    const { item } = rows[from]!;
    const node = nodes[item]!;
    const counts = isSaid(node) && fits[item]! && (!countsSaid || holds('type', node.type));
    const times: (Dated & { stances: string[] })[] = [];
    for (to = from; to < rows.length && rows[to]!.item === item; to++) {
      const row = rows[to]!;
      const failed = toFailed(row);
      if (failed === 0) {
        matching.add(item);
        for (const id of row.actors) company.add(id);
        if (row.topic !== undefined) company.add(row.topic);
        for (const id of row.edges) saying.add(id);
      }
      if (!counts || (failed & (failed - 1)) !== 0) continue;
      const counting = (key: SaidKey) => failed === 0 || failed === BIT[key];
      if (counting('actor')) for (const actor of row.actors) tally('actor', actor, item);
      if (counting('topic')) tally('topic', row.topic, item);
      if (counting('stance')) tally('stance', row.stance, item);
      if (counting('speech')) tally('speech', row.speech, item);
      if (counting('article')) tally('article', row.article, item);
      if (counting('date')) {
        tally('date', row.year, item);
        const { start, end, uncertain, stance } = row;
        let when = times.find((other) => other.start === start && other.end === end);
        if (!when) times.push((when = { id: node.id, start, end, uncertain, stances: [] }));
        if (stance !== undefined && !when.stances.includes(stance)) when.stances.push(stance);
      }
    }
    dated.push(...times);
  }

  const needsCompany = [...sets.keys()].some(
    (key) => ((BIT as Partial<Record<QueryKey, number>>)[key] ?? 0) & COMPANY_BITS,
  );
  /** Whether a node is left but for its type. */
  const isLeft = (place: number): boolean => {
    const node = nodes[place]!;
    if (keep.has(node.id)) return true;
    if (!fits[place] || !holdsAny('article', index.articles[place]!)) return false;
    if (!needsCompany) return true;
    return matching.has(place) || (!isSaid(node) && company.has(node.id));
  };
  const types = new Map<string, number>();
  const shown = new Uint8Array(nodes.length);
  for (const [place, { id, type }] of nodes.entries()) {
    if (!isLeft(place)) continue;
    types.set(type, (types.get(type) ?? 0) + 1);
    if (holds('type', type) || keep.has(id)) shown[place] = 1;
  }

  const edgeTypes = new Map<string, number>();
  const bases = new Map<string, number>();
  const left: string[] = [];
  const touched = new Uint8Array(nodes.length);
  for (const { edge, source, target, says, articles } of edges) {
    if (!shown[source] || !shown[target] || !holdsAny('article', articles)) continue;
    if (needsCompany && says && !saying.has(edge.id)) continue;
    const [ofType, ofBasis] = [holds('edge', edge.type), holds('basis', edge.basis)];
    if (ofBasis) edgeTypes.set(edge.type, (edgeTypes.get(edge.type) ?? 0) + 1);
    if (ofType) bases.set(edge.basis, (bases.get(edge.basis) ?? 0) + 1);
    if (!ofType || !ofBasis) continue;
    left.push(edge.id);
    touched[source] = touched[target] = 1;
  }
  const alone = query.isolated?.includes('hidden');
  const ids = new Set<string>();
  for (const [place, { id }] of nodes.entries())
    if (shown[place] && (!alone || touched[place] || keep.has(id))) ids.add(id);
  for (const id of left) ids.add(id);
  const toCounts = (key: SaidKey) => new Map([...tallies[key]].map(([value, { number }]) => [value, number]));
  return {
    ids,
    counts: {
      type: types,
      edge: edgeTypes,
      basis: bases,
      actor: toCounts('actor'),
      topic: toCounts('topic'),
      stance: toCounts('stance'),
      speech: toCounts('speech'),
      article: toCounts('article'),
      date: toCounts('date'),
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
