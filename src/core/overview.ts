// What is drawn of a debate too large to be drawn whole: its main topics and bodies first, and what one asks for among them.
import { adjacencyOf, markIn, Marks } from './adjacency';
import { toStandsInSteps } from './debate';
import { toStatementPlacesInSteps } from './discourse';
import { isLarge, toBundleId, toDrawing, toRadius, type Drawing } from './drawing';
import { matchNumbers } from './filter';
import type { Corpus, Ids } from './model';
import { EVERYTHING, type Query } from './query';
import type { Steps } from './steps';

/** Of what is visible no more nodes than this are drawn one by one. */
const MOST_UNFOLDED = 1500;
/** How many topics, bodies, and lines between them an overview has at most. */
const MOST = { topics: 60, bodies: 140, bundles: 500 };
/** How many neighbours of a node are unfolded at most: those that most meets at. */
const MOST_NEIGHBOURS = 120;
/** How many statements are gone through before a pause. */
const STRETCH = 16_384;

/** The lines that each stand for many statements, and how much is said by or on each of their ends, by its place. */
type Bundles = { bundles: Drawing['edges']; weights: ReadonlyMap<number, number> };

/** The same things may be looked at again and again, each time with something else among them. */
const knownOf = new WeakMap<Ids, Bundles>();

/** Of some places those of the greatest numbers, at most so many, the greatest first; of equals the first. */
function toGreatest(numbers: Int32Array, places: readonly number[], limit: number): number[] {
  const { length } = numbers;
  const keys = Float64Array.from(places, (place) => numbers[place]! * length + (length - 1 - place));
  return Array.from(keys.toSorted().toReversed().subarray(0, limit), (key) => length - 1 - (key % length));
}

function* toBundles(corpus: Corpus, query: Query, visible: Marks): Steps<Bundles> {
  const { nodes } = visible.adjacency;
  const { numbers, about, hidden } = yield* matchNumbers(corpus, query, visible);
  const statements = yield* toStatementPlacesInSteps(corpus);
  const { said, bodies } = statements;
  const stands = yield* toStandsInSteps(corpus);
  const isCounted = new Uint8Array(bodies.length);
  const counts = about?.marks;
  const isVisible = visible.marks;
  const onTopics = new Int32Array(nodes.length);
  const ofBodies = new Int32Array(nodes.length);
  // Those of them that are visible, and what each statement is about, with who says it.
  const topicsSeen: number[] = [];
  const bodiesSeen: number[] = [];
  /** Body and topic, one after the other. */
  const pairs: number[] = [];
  for (const [index, number] of numbers.entries()) {
    if (index % STRETCH === 0) yield undefined;
    const item = said[number]!;
    for (let one = statements.from[number]!; one < statements.from[number + 1]!; one++) {
      const body = bodies[one]!;
      const known = statements.first[one]!;
      if (hidden.has(body) || isCounted[known] === 1) continue;
      isCounted[known] = 1;
      const before = pairs.length;
      for (let stand = stands.from[item]!; stand < stands.from[item + 1]!; stand++) {
        if (counts?.[stands.abouts[stand]!] === 0) continue;
        const topic = stands.places[stands.on[stand]!]!;
        if (onTopics[topic]!++ === 0 && isVisible[topic] === 1) topicsSeen.push(topic);
        pairs.push(body, topic);
      }
      if (pairs.length > before && ofBodies[body]!++ === 0 && isVisible[body] === 1) bodiesSeen.push(body);
    }
  }
  yield undefined;
  const topics = toGreatest(onTopics, topicsSeen, MOST.topics);
  const kept = toGreatest(ofBodies, bodiesSeen, MOST.bodies);
  const ranks = new Int32Array(nodes.length).fill(-1);
  for (const places of [topics, kept]) for (const [rank, place] of places.entries()) ranks[place] = rank;
  const cells = new Int32Array(kept.length * topics.length);
  const cellsUsed: number[] = [];
  for (let pair = 0; pair < pairs.length; pair += 2) {
    const [row, column] = [ranks[pairs[pair]!]!, ranks[pairs[pair + 1]!]!];
    if (row < 0 || column < 0) continue;
    const cell = row * topics.length + column;
    if (cells[cell]!++ === 0) cellsUsed.push(cell);
  }
  const weights = new Map<number, number>();
  const bundles = toGreatest(cells, cellsUsed, MOST.bundles).map((cell): Drawing['edges'][number] => {
    const body = kept[Math.floor(cell / topics.length)]!;
    const topic = topics[cell % topics.length]!;
    weights.set(body, ofBodies[body]!).set(topic, onTopics[topic]!);
    const [source, target] = [nodes[body]!.id, nodes[topic]!.id];
    const id = toBundleId(source, target);
    return { id, type: 'about', source, target, inferred: false, bundles: cells[cell]! };
  });
  const known = { bundles, weights };
  knownOf.set(visible, known);
  return known;
}

/**
 * What is drawn of what a query leaves `visible` of a large corpus: all of it where it is little enough; else an overview of
 * what is said, the topics most is said on and the bodies that say most, each pair joined by a bundle of all that the one says
 * on the other; and, either way, the nodes `asked` for with their neighbours, and those `named` without. Between nodes that are
 * drawn every visible edge is.
 */
export function* toOverview(
  corpus: Corpus,
  query: Query,
  visible: Ids,
  asked: readonly string[] = [],
  named: readonly string[] = [],
): Steps<Drawing> {
  const graph = yield* adjacencyOf.inSteps(corpus);
  const { nodes, placeOf, from, turn, at, others } = graph;
  const seen = markIn(graph, visible);
  if (seen.countNodes() <= MOST_UNFOLDED) return toDrawing(corpus, seen);
  const { bundles, weights } = knownOf.get(seen) ?? (yield* toBundles(corpus, query, seen));
  yield undefined;
  const isVisible = seen.marks;
  const drawn = new Set<number>(weights.keys());
  const toNodes = (ids: readonly string[]) =>
    ids
      .flatMap((id) => {
        const edge = corpus.edges.get(id);
        return edge ? [edge.source, edge.target] : [id];
      })
      .map(placeOf)
      .filter((place) => place !== undefined && place < nodes.length && isVisible[place] === 1) as number[];
  for (const place of toNodes(named)) drawn.add(place);
  for (const place of toNodes(asked)) {
    drawn.add(place);
    const near = new Set<number>();
    for (let index = from[place]!; index < from[place + 1]!; index++)
      if (isVisible[others[index]!] === 1 && isVisible[nodes.length + at[index]!] === 1)
        near.add(others[index]!);
    const degree = (node: number) => from[node + 1]! - from[node]!;
    for (const other of [...near].toSorted((a, b) => degree(b) - degree(a)).slice(0, MOST_NEIGHBOURS))
      drawn.add(other);
  }
  const places = [...drawn];
  for (const place of drawn)
    for (let index = from[place]!; index < turn[place]!; index++) {
      const edge = nodes.length + at[index]!;
      if (isVisible[edge] === 1 && drawn.has(others[index]!)) places.push(edge);
    }
  yield undefined;
  const { nodes: some, edges: between } = toDrawing(corpus, new Marks(graph, Int32Array.from(places)));
  // What stands for much is drawn larger.
  const greatest = Math.max(1, ...weights.values());
  const sizeOf = new Map(Array.from(weights, ([place, weight]) => [nodes[place]!.id, weight / greatest]));
  return {
    nodes: some.map((node) => {
      const share = sizeOf.get(node.id);
      return share === undefined ? node : { ...node, size: toRadius(node.type, share) };
    }),
    edges: [...bundles, ...between],
  };
}

/** What a corpus is drawn as at first: the whole of it, or, where it is large, an overview. */
export function* toFirstDrawing(corpus: Corpus): Steps<Drawing> {
  if (!isLarge(corpus)) return toDrawing(corpus);
  const graph = yield* adjacencyOf.inSteps(corpus);
  const all = new Marks(graph, new Uint8Array(graph.nodes.length + graph.edges.length).fill(1));
  return yield* toOverview(corpus, EVERYTHING, all);
}
