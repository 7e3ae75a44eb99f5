// Who stands where: utterances, stances and disputes read off the graph.
import type { Corpus, EdgeOf, GraphEdge, GraphNode, NodeOf } from './model';
import { parseDate } from './date';
import { adjacencyOf, type Marks } from './adjacency';
import { incidenceOf, type Incidence } from './graph';
import { perCorpus, perCorpusInSteps } from './memo';
import { isSaid, isUtterance } from './model';
import { isRelayed, toAuthors, toVoices } from './voices';
import { EDGE_TYPES, STANCES, type RESPONSES, type Stance } from './vocabulary';
import { atOnce, type Steps } from './steps';

export type Utterance = EdgeOf<'authored'> | EdgeOf<'states'>;

/** How many edges are looked at before a pause. */
const STRETCH = 256;
const ABOUT = EDGE_TYPES.indexOf('about');

/** When something was said: the date of the edge, else of the report that states it, else of the article it stands in. */
export function toUtteranceDate(corpus: Corpus, edge: Utterance): string {
  const source = corpus.nodes.get(edge.source);
  return (
    edge.date ??
    (source?.type === 'report' ? source.date : undefined) ??
    corpus.articles.get(edge.passages[0]!.article)!.node.date
  );
}

/** Things in the order of when they began, worked out once for each; 0 stands for what has no date. */
export function* toEarliestInSteps<T>(
  things: Iterable<T>,
  toDate: (thing: T) => string | undefined,
): Steps<T[]> {
  const starts: { thing: T; start: number }[] = [];
  for (const thing of things)
    if (starts.push({ thing, start: parseDate(toDate(thing) ?? '')?.start ?? 0 }) % STRETCH === 0)
      yield undefined;
  return starts.toSorted((a, b) => a.start - b.start).map(({ thing }) => thing);
}

/** toEarliestInSteps without a pause. */
export const toEarliest = <T>(things: Iterable<T>, toDate: (thing: T) => string | undefined): T[] =>
  atOnce(toEarliestInSteps(things, toDate));

/** Everybody saying a claim or recommendation, earliest first. */
export function toUtterances(corpus: Corpus, incidence: Incidence, id: string): Utterance[] {
  const utterances = (incidence.get(id) ?? []).filter(
    (edge): edge is Utterance => edge.target === id && isUtterance(corpus, edge),
  );
  return utterances.length < 2 ? utterances : toEarliest(utterances, (edge) => toUtteranceDate(corpus, edge));
}

/** When a claim or recommendation was first said; undefined for other nodes. */
export function toFirstDate(corpus: Corpus, incidence: Incidence, id: string): string | undefined {
  const [first] = toUtterances(corpus, incidence, id);
  return first && toUtteranceDate(corpus, first);
}

/** Who says something, and when they first do, as EDTF. */
export type Speaker = { node: GraphNode; date: string };

/**
 * All who put a claim or recommendation forward, the first first: actors themselves, and the authors of the reports that state
 * it, or a report where it has none. What a body's report states adds nobody where one who speaks for that body says it, or where
 * the report only tells what others say.
 */
export function toSpeakers(corpus: Corpus, incidence: Incidence, id: string): Speaker[] {
  const utterances = toUtterances(corpus, incidence, id).filter(
    (utterance) => !isRelayed(corpus, incidence, utterance),
  );
  const isReported = ({ source }: Utterance) => corpus.nodes.get(source)!.type === 'report';
  const spokenFor = new Set(
    utterances.flatMap((utterance) => {
      if (isReported(utterance)) return [];
      const { source, passages } = utterance;
      return toVoices(corpus, incidence, source, passages[0]!.article).bodies.filter(
        (body) => body !== source,
      );
    }),
  );
  const own = new Set(utterances.map(({ source }) => source));
  const speakers = new Map<string, Speaker>();
  for (const utterance of utterances)
    for (const actor of toAuthors(corpus, incidence, utterance.source))
      if (!speakers.has(actor) && (own.has(actor) || !spokenFor.has(actor)))
        speakers.set(actor, { node: corpus.nodes.get(actor)!, date: toUtteranceDate(corpus, utterance) });
  return [...speakers.values()];
}

/** A topic with how many claims and recommendations are about it, by stance, and in all. */
export type Positions = { topic: NodeOf<'topic'>; numbers: Record<Stance, number>; size: number };

/**
 * Where claims and recommendations stand, that at the place n from `from[n]` to before `from[n + 1]`: the number of the topic
 * among `topics`, which are in the order of the corpus, the stance by its number, and the place of the edge that tells it,
 * counted on from the last node.
 */
type Stands = {
  topics: readonly NodeOf<'topic'>[];
  /** The places of the topics. */
  places: readonly number[];
  from: Int32Array;
  on: Int32Array;
  stances: Uint8Array;
  abouts: Int32Array;
};

function* readStands(corpus: Corpus): Steps<Stands> {
  const graph = yield* adjacencyOf.inSteps(corpus);
  const { nodes, edges, types } = graph;
  const places = [...nodes.keys()].filter((place) => nodes[place]!.type === 'topic');
  const numberOf = new Map(places.map((place, number) => [place, number]));
  const from = new Int32Array(nodes.length + 1);
  const on = new Int32Array(edges.length);
  const [stances, abouts] = [new Uint8Array(edges.length), new Int32Array(edges.length)];
  let size = 0;
  for (let node = 0; node < nodes.length; node++) {
    if (node % (16 * STRETCH) === 0) yield undefined;
    if (isSaid(nodes[node]!))
      for (let index = graph.from[node]!; index < graph.turn[node]!; index++) {
        const edge = graph.at[index]!;
        if (types[edge] !== ABOUT) continue;
        on[size] = numberOf.get(graph.others[index]!)!;
        abouts[size] = nodes.length + edge;
        stances[size++] = STANCES.indexOf((edges[edge] as EdgeOf<'about'>).stance);
      }
    from[node + 1] = size;
  }
  return {
    topics: places.map((place) => nodes[place] as NodeOf<'topic'>),
    places,
    from,
    on: on.slice(0, size),
    stances: stances.slice(0, size),
    abouts: abouts.slice(0, size),
  };
}
const standsOf = perCorpusInSteps(readStands);
export const toStandsInSteps = standsOf.inSteps;

/**
 * The topics that some claims and recommendations are about, the most discussed first, and how many are on each side; where they
 * are given, of the nodes marked by place in `said` only, by the edges in `about`.
 */
export function* countPositions(
  corpus: Corpus,
  said?: Uint8Array,
  about?: Marks,
): Steps<readonly Positions[]> {
  const { topics, from, on, stances, abouts } = yield* standsOf.inSteps(corpus);
  const counts = about?.marks;
  const numbers = new Int32Array(topics.length * STANCES.length);
  for (let place = 0; place < corpus.nodes.size; place++) {
    if (place % (64 * STRETCH) === 0) yield undefined;
    if (said?.[place] === 0) continue;
    for (let index = from[place]!; index < from[place + 1]!; index++)
      if (counts?.[abouts[index]!] !== 0) numbers[on[index]! * STANCES.length + stances[index]!]! += 1;
  }
  const positions = topics.map((topic, number): Positions => {
    const of = (stance: Stance) => numbers[number * STANCES.length + STANCES.indexOf(stance)]!;
    const sides = { for: of('for'), against: of('against'), mixed: of('mixed'), neutral: of('neutral') };
    return { topic, numbers: sides, size: sides.for + sides.against + sides.mixed + sides.neutral };
  });
  return positions
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => b.size - a.size || (a.topic.id < b.topic.id ? -1 : 1));
}

function* readPositions(corpus: Corpus): Steps<readonly Positions[]> {
  const positions = yield* countPositions(corpus);
  const discussed = new Set<GraphNode>(positions.map(({ topic }) => topic));
  const others = [...corpus.nodes.values()]
    .filter((node) => node.type === 'topic' && !discussed.has(node))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1)) as NodeOf<'topic'>[];
  const numbers = { for: 0, against: 0, mixed: 0, neutral: 0 };
  return [...positions, ...others.map((topic) => ({ topic, numbers, size: 0 }))];
}

const positionsOf = perCorpusInSteps(readPositions);
/** Every topic as countPositions tells of it, those that nothing is about last; worked out once. */
export const toPositions = positionsOf.atOnce;

/** The answers given to a recommendation: the line of each, and whether it was accepted, partly, rejected or noted. */
export function toResponses(
  corpus: Corpus,
  incidence: Incidence,
  id: string,
): { response: (typeof RESPONSES)[number]; edge: EdgeOf<'responds-to'> }[] {
  return (incidence.get(id) ?? []).flatMap((edge) =>
    edge.type === 'responds-to' && edge.target === id && edge.response
      ? [{ response: edge.response, edge }]
      : [],
  );
}

/** What the people, bodies and reports that answered a recommendation say in support of their answers: one edge for each reason. */
export function toReasons(corpus: Corpus, incidence: Incidence, id: string): EdgeOf<'supports'>[] {
  const toSources = (said: string) => toUtterances(corpus, incidence, said).map(({ source }) => source);
  const reasons = new Map<string, EdgeOf<'supports'>>();
  for (const answer of incidence.get(id) ?? []) {
    if (answer.type !== 'responds-to' || answer.target !== id || !answer.response) continue;
    const answering = toSources(answer.source);
    for (const edge of incidence.get(answer.source) ?? [])
      if (
        edge.type === 'supports' &&
        edge.target === answer.source &&
        toSources(edge.source).some((source) => answering.includes(source)) &&
        !reasons.has(edge.source)
      )
        reasons.set(edge.source, edge);
  }
  return [...reasons.values()];
}

/** A topic with the disputes between claims that are about it. */
export type Controversy = { position: Positions; disputes: EdgeOf<'disputes'>[] };

/** The disputes, or the answers, of which either side is about a topic, by when they were begun. */
export function* toArguments<T extends 'disputes' | 'responds-to'>(
  corpus: Corpus,
  incidence: Incidence,
  topic: string,
  type: T,
): Steps<EdgeOf<T>[]> {
  const found = new Set<EdgeOf<T>>();
  const isWanted = (edge: GraphEdge): edge is EdgeOf<T> => edge.type === type;
  let seen = 0;
  for (const about of incidence.get(topic) ?? []) {
    if (++seen % STRETCH === 0) yield undefined;
    if (about.type === 'about')
      for (const edge of incidence.get(about.source) ?? []) if (isWanted(edge)) found.add(edge);
  }
  return yield* toEarliestInSteps(found, ({ source }: GraphEdge) => toFirstDate(corpus, incidence, source));
}

function* findControversies(corpus: Corpus): Steps<Controversy[]> {
  yield* adjacencyOf.inSteps(corpus);
  const incidence = incidenceOf(corpus);
  const byTopic = new Map<string, EdgeOf<'disputes'>[]>();
  let seen = 0;
  // Each dispute is looked at once, and so in the order in which they were begun under every topic.
  const dated: { edge: EdgeOf<'disputes'>; start: number }[] = [];
  for (const edge of corpus.edges.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    if (edge.type !== 'disputes') continue;
    dated.push({ edge, start: parseDate(toFirstDate(corpus, incidence, edge.source) ?? '')?.start ?? 0 });
  }
  for (const { edge } of dated.toSorted((a, b) => a.start - b.start)) {
    if (++seen % STRETCH === 0) yield undefined;
    const topics = new Set(
      [edge.source, edge.target].flatMap((end) =>
        (incidence.get(end) ?? []).flatMap((about) =>
          about.type === 'about' && about.source === end ? [about.target] : [],
        ),
      ),
    );
    for (const topic of topics) {
      const known = byTopic.get(topic);
      if (known) known.push(edge);
      else byTopic.set(topic, [edge]);
    }
  }
  yield undefined;
  const heat = ({ topic }: Positions) => byTopic.get(topic.id)?.length ?? 0;
  const told = new Set<GraphEdge>();
  const controversies: Controversy[] = [];
  const positions = yield* positionsOf.inSteps(corpus);
  for (const position of positions.toSorted((a, b) => heat(b) - heat(a))) {
    const parties = new Set<string>();
    const fresh: EdgeOf<'disputes'>[] = [];
    for (const edge of byTopic.get(position.topic.id) ?? []) {
      if (++seen % STRETCH === 0) yield undefined;
      if (told.has(edge)) continue;
      const between = [edge.source, edge.target]
        .map((id) => toSpeakers(corpus, incidence, id)[0]?.node.id ?? id)
        .join(' ');
      if (parties.has(between)) continue;
      told.add(edge);
      parties.add(between);
      fresh.push(edge);
    }
    if (fresh.length > 0) controversies.push({ position, disputes: fresh });
  }
  return controversies;
}

const controversiesOf = perCorpusInSteps(findControversies);
/** toControversies in steps. */
export const controversiesInSteps = controversiesOf.inSteps;
/**
 * The topics people disagree on, the hottest first: those with the most disputes, then those with the most claims. A dispute is
 * told under the first of its topics only, between two speakers only once.
 */
export const toControversies = controversiesOf.atOnce;

/** All articles, the earliest first. */
export const toArticles = perCorpus((corpus) =>
  toEarliest(corpus.articles.values(), ({ node }) => node.date),
);

/** The years a corpus's articles span, as '2010–2019'; 'no years' where there is none. */
export const toYears = perCorpus((corpus): string => {
  let [first, last] = [Infinity, -Infinity];
  for (const { node } of corpus.articles.values()) {
    const { year } = parseDate(node.date)!;
    first = Math.min(first, year);
    last = Math.max(last, year);
  }
  if (corpus.articles.size === 0) return 'no years';
  return first === last ? String(first) : `${first}–${last}`;
});
