// What must hold of a graph beyond the shape of its items: which ends may meet, what needs whom to say it.
import { isSaid, isUtterance, type Corpus, type GraphEdge, type GraphNode, type Problem } from './model';
import type { StoredEdge } from './schema';
import { hash } from './text';
import { EDGE_ENDS, type NodeType } from './vocabulary';
import type { Steps } from './steps';

const list = (words: readonly string[]) => words.join(', ');

/** What could not be read: whether whole files, and the ids of items in the others. */
export type Unread = { files: boolean; ids: ReadonlySet<string> };

/** How many nodes or edges are looked at before a pause. */
const STRETCH = 128;

/**
 * Keeps edges, of which there are so many, and tells of each one that was kept before with the same type and ends. One
 * table of its final size, since a Map of so many stalls whenever it grows.
 */
function toTwins(most: number): (edge: GraphEdge) => GraphEdge | undefined {
  const kept: GraphEdge[] = [];
  const mask = 2 ** Math.ceil(Math.log2(2 * most + 1)) - 1;
  /** Places in `kept`, from 1. */
  const table = new Int32Array(mask + 1);
  return (edge) => {
    const { type, source, target } = edge;
    let at = hash(target, hash(source, hash(type)));
    // The lower bits of products know little of the higher.
    at = (at ^ (at >>> 15)) & mask;
    for (; table[at] !== 0; at = (at + 1) & mask) {
      const other = kept[table[at]! - 1]!;
      if (other.source === source && other.target === target && other.type === type) return other;
    }
    table[at] = kept.push(edge);
    return undefined;
  };
}

/** Whether there may be only one such edge between its ends. Things are said, grades given and posts held more than once. */
export const isOnce = (corpus: Pick<Corpus, 'nodes'>, edge: GraphEdge): boolean =>
  !isUtterance(corpus, edge) && edge.type !== 'rated' && edge.type !== 'affiliated-with';

/**
 * An edge where its ends have other ids, by these (others stay). Whether an answer says what became of a recommendation follows
 * the type of what it answers then: it is 'noted' where nothing was said of that.
 */
export function toMoved<T extends StoredEdge>(edge: T, ids: ReadonlyMap<string, string>): T {
  const target = ids.get(edge.target) ?? edge.target;
  const moved = { ...edge, source: ids.get(edge.source) ?? edge.source, target };
  const isTold = target.startsWith('recommendation:');
  if (moved.type !== 'responds-to' || isTold === (moved.response !== undefined)) return moved;
  const { response: _, ...rest } = moved;
  return (isTold ? { ...rest, response: 'noted' } : rest) as T;
}

/**
 * Reports what an edge breaks of the rules, whatever other edges there are; false where an end of it is missing. That what
 * `mayExist` is missing is no problem.
 */
export function checkEdge(
  corpus: Pick<Corpus, 'nodes'>,
  edge: GraphEdge,
  report: (reason: string) => void,
  mayExist: (id: string) => boolean = () => false,
): boolean {
  const source = corpus.nodes.get(edge.source);
  const target = corpus.nodes.get(edge.target);
  if (!source && !mayExist(edge.source)) report(`leads from ${edge.source}, which is no node`);
  if (!target && !mayExist(edge.target)) report(`leads to ${edge.target}, which is no node`);
  if (!source || !target) return false;
  const [from, to] = EDGE_ENDS[edge.type] as readonly [readonly NodeType[], readonly NodeType[]];
  if (!from.includes(source.type))
    report(
      `'${edge.type}' may lead from ${list(from)}, not from a node of type ${source.type} (${source.id})`,
    );
  if (!to.includes(target.type))
    report(`'${edge.type}' may lead to ${list(to)}, not to a node of type ${target.type} (${target.id})`);
  if (source === target) report('leads from a node to itself');
  if (edge.basis === 'inferred' && edge.rationale === undefined)
    report("is inferred, so it needs a 'rationale': one sentence on why the coder concludes it");
  if (edge.basis === 'stated' && edge.rationale !== undefined)
    report("has a 'rationale' but is stated: the passage must say it by itself, or the basis is 'inferred'");
  const isSaying = isUtterance(corpus, edge);
  if (isSaying) {
    if (edge.speech === undefined) report("needs 'speech': direct, indirect or narration");
    if (edge.passages.some(({ article }) => article !== edge.passages[0]!.article))
      report('has passages in several articles: each article that reports it is an utterance of its own');
  }
  if (edge.type === 'authored' && edge.speech !== undefined && !isSaying)
    report(`has 'speech', which only an utterance of a claim or recommendation has, not of ${target.type}`);
  if (edge.type === 'responds-to' && (target.type === 'recommendation') !== (edge.response !== undefined))
    report(
      target.type === 'recommendation'
        ? "responds to a recommendation, so it needs 'response': accepted, partly, rejected or noted"
        : `has 'response', which only an answer to a recommendation has, not to a ${target.type}`,
    );
  return true;
}

/**
 * Everything in a graph that breaks a rule. `toHome` tells the file of an id; that what is `unread`
 * is missing is no further problem. A draft may lack what `findOpen` tells.
 */
export function* checkRules(
  corpus: Corpus,
  toHome: (id: string) => string,
  unread: Unread,
  isDraft = false,
): Steps<Problem[]> {
  const problems: Problem[] = [];
  const report = ({ id }: GraphNode | GraphEdge, reason: string) =>
    void problems.push({ file: toHome(id), id, reason });
  const mayExist = (id: string) => unread.files || unread.ids.has(id);
  const { nodes, edges } = corpus;
  const findTwin = toTwins(edges.size);
  let looked = 0;
  for (const edge of edges.values()) {
    if (++looked % STRETCH === 0) yield;
    if (!checkEdge(corpus, edge, (reason) => report(edge, reason), mayExist)) continue;
    const source = nodes.get(edge.source)!;
    const target = nodes.get(edge.target)!;
    // One text for each id, however often it is named.
    edge.source = source.id;
    edge.target = target.id;
    if (isOnce(corpus, edge)) {
      const twin = findTwin(edge);
      if (twin) report(edge, `says the same as ${twin.id}: put the passages together in one edge`);
    }
  }
  // What is missing can be told only once everything could be read.
  if (isDraft || unread.files || unread.ids.size > 0) return problems;
  for (const { id, reason } of yield* findOpen(corpus)) problems.push({ file: toHome(id), id, reason });
  return problems;
}

/** What nodes still lack before a coding is whole: somebody who says a claim, a topic it is about, something about a topic. */
export function* findOpen(corpus: Corpus): Steps<{ id: string; reason: string }[]> {
  const said = new Set<string>();
  const placed = new Set<string>();
  let looked = 0;
  for (const edge of corpus.edges.values()) {
    if (++looked % STRETCH === 0) yield;
    if (isUtterance(corpus, edge)) said.add(edge.target);
    if (edge.type === 'about') placed.add(edge.source).add(edge.target);
  }
  const open: { id: string; reason: string }[] = [];
  for (const node of corpus.nodes.values()) {
    if (++looked % STRETCH === 0) yield;
    const { id } = node;
    if (isSaid(node) && !said.has(id))
      open.push({
        id,
        reason: "nobody says it: it needs an 'authored' edge from an actor or 'states' from a report",
      });
    if (isSaid(node) && !placed.has(id))
      open.push({ id, reason: "belongs to no topic: it needs an 'about' edge" });
    if (node.type === 'topic' && !placed.has(id))
      open.push({ id, reason: "nothing is about it: remove it or add 'about' edges" });
  }
  return open;
}
