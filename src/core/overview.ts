// What is drawn of a debate too large to be drawn whole: its main topics and bodies first, and what one asks for among them.
import { adjacencyOf, Marks, toMarks } from './adjacency';
import { toStatementsInSteps, type Statement } from './discourse';
import { isLarge, readBundle, toBundleId, toDrawing, toRadius, type Drawing } from './drawing';
import type { Corpus, Ids } from './model';
import type { Steps } from './steps';

/** Of what is visible no more nodes than this are drawn one by one. */
const MOST_UNFOLDED = 1500;
/** How many topics, bodies, and lines between them an overview has at most. */
const MOST = { topics: 60, bodies: 140, bundles: 500 };
/** How many neighbours of a node are unfolded at most: those that most meets at. */
const MOST_NEIGHBOURS = 120;
/** How many statements are gone through before a pause. */
const STRETCH = 1024;

/** The lines that each stand for many statements, and what is said by or on each of their ends. */
type Bundles = { bundles: Drawing['edges']; weights: ReadonlyMap<string, number> };

/** The same things may be looked at again and again, each time with something else among them. */
const knownOf = new WeakMap<Ids, Bundles>();

function* toBundles(statements: readonly Statement[], visible: Ids): Steps<Bundles> {
  const topics = new Map<string, number>();
  const bodies = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  const toMost = (counts: Iterable<[string, number]>, limit: number) =>
    new Map([...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, limit));
  const isVisible = ([id]: [string, number]) => visible.has(id);
  for (const [index, { body, about }] of statements.entries()) {
    if (index % STRETCH === 0) yield undefined;
    if (about.length > 0) add(bodies, body);
    for (const { target } of about) add(topics, target);
  }
  const kept = {
    topics: toMost([...topics].filter(isVisible), MOST.topics),
    bodies: toMost([...bodies].filter(isVisible), MOST.bodies),
  };
  yield undefined;
  const pairs = new Map<string, number>();
  for (const [index, { body, about }] of statements.entries()) {
    if (index % STRETCH === 0) yield undefined;
    if (!kept.bodies.has(body)) continue;
    for (const { target } of about) if (kept.topics.has(target)) add(pairs, toBundleId(body, target));
  }
  const bundles = Array.from(toMost(pairs, MOST.bundles), ([id, number]): Drawing['edges'][number] => {
    const { body, topic } = readBundle(id)!;
    return { id, type: 'about', source: body, target: topic, inferred: false, bundles: number };
  });
  const weights = new Map(
    bundles
      .flatMap(({ source, target }) => [source, target])
      .map((id) => [id, (topics.get(id) ?? bodies.get(id))!]),
  );
  const known = { bundles, weights };
  knownOf.set(visible, known);
  return known;
}

/**
 * What is drawn of what is `visible` in a large corpus: all of it where it is little enough; else an overview of the
 * statements that `tell` gives, the topics most is said on and the bodies that say most, each pair joined by a bundle of all that the one says
 * on the other; and, either way, the nodes `asked` for with their neighbours, and those `named` without. Between nodes that are drawn every visible edge is.
 */
export function* toOverview(
  corpus: Corpus,
  tell: () => Steps<readonly Statement[]>,
  visible: Ids,
  asked: readonly string[] = [],
  named: readonly string[] = [],
): Steps<Drawing> {
  const graph = yield* adjacencyOf.inSteps(corpus);
  const { nodes, edges, placeOf, from, at, sources, targets } = graph;
  const marks = new Uint8Array(nodes.length + edges.length);
  const isVisible = toMarks(graph, visible);
  const toNode = (id: string) => {
    const place = placeOf(id);
    return place !== undefined && place < nodes.length && isVisible[place] === 1 ? place : undefined;
  };
  const isFew = new Marks(graph, isVisible).countNodes() <= MOST_UNFOLDED;
  if (isFew) marks.set(isVisible.subarray(0, nodes.length));
  const { bundles, weights } = isFew
    ? { bundles: [], weights: new Map<string, number>() }
    : (knownOf.get(visible) ?? (yield* toBundles(yield* tell(), visible)));
  for (const id of weights.keys()) marks[toNode(id)!] = 1;
  yield undefined;
  const toNodes = (ids: readonly string[]) =>
    ids
      .flatMap((id) => {
        const edge = corpus.edges.get(id);
        return edge ? [edge.source, edge.target] : [id];
      })
      .map(toNode)
      .filter((place) => place !== undefined);
  for (const place of toNodes(named)) marks[place] = 1;
  for (const place of toNodes(asked)) {
    marks[place] = 1;
    const near = new Set<number>();
    for (let index = from[place]!; index < from[place + 1]!; index++) {
      const other = sources[at[index]!] === place ? targets[at[index]!]! : sources[at[index]!]!;
      if (isVisible[other] === 1 && isVisible[nodes.length + at[index]!] === 1) near.add(other);
    }
    const degree = (node: number) => from[node + 1]! - from[node]!;
    for (const other of [...near].toSorted((a, b) => degree(b) - degree(a)).slice(0, MOST_NEIGHBOURS))
      marks[other] = 1;
  }
  yield undefined;
  for (let place = 0; place < nodes.length; place++) {
    if (marks[place] === 0) continue;
    for (let index = from[place]!; index < from[place + 1]!; index++) {
      const edge = at[index]!;
      if (marks[sources[edge]!] === 1 && marks[targets[edge]!] === 1)
        marks[nodes.length + edge] = isVisible[nodes.length + edge]!;
    }
  }
  const { nodes: some, edges: between } = toDrawing(corpus, new Marks(graph, marks));
  // What stands for much is drawn larger.
  const greatest = Math.max(1, ...weights.values());
  return {
    nodes: some.map((node) => {
      const weight = weights.get(node.id);
      return weight === undefined ? node : { ...node, size: toRadius(node.type, weight / greatest) };
    }),
    edges: [...bundles, ...between],
  };
}

/** What a corpus is drawn as at first: the whole of it, or, where it is large, an overview. */
export function* toFirstDrawing(corpus: Corpus): Steps<Drawing> {
  if (!isLarge(corpus)) return toDrawing(corpus);
  const graph = yield* adjacencyOf.inSteps(corpus);
  const all = new Marks(graph, new Uint8Array(graph.nodes.length + graph.edges.length).fill(1));
  return yield* toOverview(corpus, () => toStatementsInSteps(corpus), all);
}
