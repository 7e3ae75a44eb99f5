// What a coder does, each as the one edit that does it: code words, remove, merge, split.
import { describe, uniteAnchors, withoutPlace, type Span } from './anchor';
import { toFreeId, toStem } from './id';
import type { Edit, Item } from './edit';
import { toStored } from './graphfile';
import { incidenceOf } from './graph';
import { isSaid, isUtterance, restsOn, toTriple, type Corpus, type GraphEdge, type GraphNode } from './model';
import { isOnce, toMoved } from './rules';
import { MAX_TEXT, type Anchor, type StoredEdge } from './schema';
import { clip } from './text';
import type { EdgeType, NodeType, RESPONSES, Stance } from './vocabulary';

/** An id that nothing in the corpus, and none of those `taken`, has: 'claim:one-word-says-little', with a number where it must be. */
export function toNewId(
  corpus: Corpus,
  type: NodeType | GraphEdge['type'],
  label: string,
  taken: Pick<ReadonlySet<string>, 'has'> = new Set(),
): string {
  const isTaken = (id: string) => corpus.nodes.has(id) || corpus.edges.has(id) || taken.has(id);
  return toFreeId(toStem(type, label), isTaken);
}

/** Words of an article by their place. */
export const toAnchor = (corpus: Corpus, article: string, span: Span): Anchor =>
  describe(corpus.articles.get(article)!.text, span, article);

/** Removes nodes and edges, with every edge that begins or ends at one of them. */
export function toRemoval(corpus: Corpus, ids: readonly string[]): Edit {
  const incidence = incidenceOf(corpus);
  const edges = ids
    .flatMap((id) => (corpus.nodes.has(id) ? (incidence.get(id) ?? []) : []))
    .map(({ id }) => id);
  return { remove: [...new Set([...ids, ...edges])] };
}

const TURNED = {
  for: 'against',
  against: 'for',
  mixed: 'mixed',
  neutral: 'neutral',
} as const satisfies Record<Stance, Stance>;

/** What one says of its date, with the words that give it; where it says none, or gives no words for it, what the other does. */
function toDated(one: Dated, other: Dated): Dated {
  const isOther = one.date === undefined || (one.date === other.date && !one.datePassage);
  const { date, datePassage } = isOther ? other : one;
  return { ...(date !== undefined && { date }), ...(datePassage && { datePassage }) };
}
type Dated = { date?: string; datePassage?: Anchor };

type Side = Stance | (typeof RESPONSES)[number] | undefined;
/** On which side something stands, or what became of a recommendation, as an edge tells it. */
const toSide = (edge: StoredEdge): Side =>
  edge.type === 'about' ? edge.stance : edge.type === 'responds-to' ? edge.response : undefined;

/** What the words of both bear out: what takes no side leaves the other's; who accepts one thing and not another accepts partly. */
function toCommonSide(type: EdgeType, one: Side, other: Side): Side {
  if (one === other) return one;
  const sides = [one, other];
  if (type === 'about') return sides.includes('neutral') ? sides.find((side) => side !== 'neutral') : 'mixed';
  return sides.includes('accepted') || sides.includes('partly') ? 'partly' : 'noted';
}

/**
 * Two edges that join the same in the same way as one, with the passages of both. It says what the first does, and what only
 * the other says. Of stances for and against it is 'mixed', of a neutral one and another the other; of answers that differ it is
 * 'partly' where something is accepted, else 'noted'. It is stated where one of those that say so is, or both where neither
 * says just so; what is inferred has the reasons of both.
 */
export function toUnited(one: StoredEdge, other: StoredEdge): StoredEdge {
  const both = [one, other];
  const side = toCommonSide(one.type, toSide(one), toSide(other));
  const bearers = both.filter((edge) => toSide(edge) === side);
  const isStated = ({ basis }: StoredEdge) => basis === 'stated';
  const basis = (bearers.length > 0 ? bearers.some(isStated) : both.every(isStated)) ? 'stated' : 'inferred';
  const reasons = new Set(both.flatMap(({ rationale }) => rationale ?? []));
  const { rationale: _, ...own } = one;
  return {
    ...('role' in other && { role: other.role }),
    ...own,
    ...toDated(one as Dated, other as Dated),
    ...(side !== undefined && { [one.type === 'about' ? 'stance' : 'response']: side }),
    basis,
    ...(basis === 'inferred' && { rationale: clip([...reasons].join(' '), MAX_TEXT) }),
    passages: uniteAnchors(one.passages, other.passages),
  };
}

/**
 * Makes one node of two of the same type: what led from or to the first leads from or to the second, which keeps its own
 * label and takes on the other's names and passages, and its date where it has none. Edges that then join the same in the same
 * way become one, as `toUnited` tells; one that would lead from the node to itself goes. Where the poles of two topics are
 * `turned`, what is for the one is against the other.
 * @throws Error where they are of different types, or articles.
 */
export function toMerge(corpus: Corpus, from: string, into: string, { turned = false } = {}): Edit {
  const [one, other] = [corpus.nodes.get(from)!, corpus.nodes.get(into)!];
  if (one.type !== other.type)
    throw new Error(`A ${one.type} and a ${other.type} cannot be one: change the type of one of them first.`);
  if (one.type === 'article') throw new Error('Articles are never one: their words are not the same.');
  const names = [one.label, ...(one.aliases ?? [])].filter(
    (name) => name !== other.label && !other.aliases?.includes(name),
  );
  const merged = {
    ...toStored(other),
    // What a claim or topic is called is no other name of it.
    ...(!isSaid(one) &&
      one.type !== 'topic' &&
      names.length > 0 && { aliases: [...(other.aliases ?? []), ...names] }),
    ...toDated(toStored(other) as Dated, toStored(one) as Dated),
    passages: uniteAnchors(toStored(other).passages, toStored(one).passages),
  } as Item;
  const incidence = incidenceOf(corpus);
  const known = new Map(
    (incidence.get(into) ?? []).filter((edge) => isOnce(corpus, edge)).map((edge) => [toTriple(edge), edge]),
  );
  const put = new Map<string, StoredEdge>();
  const remove: string[] = [from];
  for (const edge of incidence.get(from) ?? []) {
    const stands = turned && edge.type === 'about' ? { ...edge, stance: TURNED[edge.stance] } : edge;
    const moved = toMoved(stands, new Map([[from, into]]));
    const twin = known.get(toTriple(moved));
    if (moved.source === moved.target) remove.push(edge.id);
    else if (twin) {
      put.set(twin.id, toUnited(put.get(twin.id) ?? toStored(twin), toStored(moved)));
      remove.push(edge.id);
    } else {
      put.set(edge.id, toStored(moved));
      if (isOnce(corpus, edge)) known.set(toTriple(moved), moved);
    }
  }
  return { put: [merged, ...put.values()], remove };
}

/**
 * Makes two nodes of one: the new one, with a label of its own, takes these passages (by their place in the node) and edges.
 * Where `passages` are all there are, both rest on the same words.
 * @throws Error where it would take no passage, or an edge that is not the node's.
 */
export function toSplit(
  corpus: Corpus,
  id: string,
  part: { label: string; passages: readonly number[]; edges: readonly string[] },
): Edit {
  const node = corpus.nodes.get(id)!;
  if (node.type === 'article') throw new Error('An article cannot be split: it is one text.');
  const stored = toStored(node);
  const taken = part.passages.map((place) => stored.passages[place]);
  if (taken.length === 0 || taken.includes(undefined))
    throw new Error('Choose the passages that the new node is to rest on: nothing stands without its words.');
  const left = stored.passages.filter((_, place) => !part.passages.includes(place));
  const newId = toNewId(corpus, node.type, part.label);
  const { aliases: _, ...own } = stored;
  const edges = part.edges.map((edgeId) => {
    const edge = corpus.edges.get(edgeId);
    if (!edge || (edge.source !== id && edge.target !== id))
      throw new Error(`${edgeId} is no edge of ${id}.`);
    return toMoved(toStored(edge), new Map([[id, newId]]));
  });
  return {
    put: [
      { ...stored, passages: left.length > 0 ? left : stored.passages },
      { ...own, id: newId, label: part.label, passages: taken } as Item,
      ...edges,
    ],
  };
}

/** Whether a node is an article, or rests on its words alone. */
const isOnlyIn = ({ id, passages }: GraphNode, article: string): boolean =>
  id === article || passages.every((passage) => passage.article === article);

/**
 * Of nodes that rest on an article alone, those that others need: what is said in another article too, and what lines there
 * lead from or to. Each with the first words of those lines, in the order of the articles.
 */
function toNeeded(corpus: Corpus, article: string): Map<string, Anchor> {
  const order = new Map([...corpus.articles.keys()].map((id, place) => [id, place]));
  const incidence = incidenceOf(corpus);
  const toWordsElsewhere = ({ passages }: GraphEdge) =>
    passages.filter((passage) => passage.article !== article);
  const isSaidElsewhere = ({ id }: GraphNode) =>
    incidence
      .get(id)!
      .some((edge) => edge.target === id && isUtterance(corpus, edge) && toWordsElsewhere(edge).length > 0);
  // Who disputes or answers a claim elsewhere does not say it there.
  const isGone = (node: GraphNode) =>
    isOnlyIn(node, article) && (node.type === 'article' || (isSaid(node) && !isSaidElsewhere(node)));
  const needed = new Map<string, Anchor>();
  for (const node of corpus.nodes.values()) {
    if (!isOnlyIn(node, article) || isGone(node)) continue;
    const [first] = incidence
      .get(node.id)!
      .filter(
        (edge) =>
          (!isSaid(node) || isUtterance(corpus, edge)) &&
          ![edge.source, edge.target].some((end) => isGone(corpus.nodes.get(end)!)),
      )
      .flatMap(toWordsElsewhere)
      .toSorted((a, b) => order.get(a.article)! - order.get(b.article)! || a.start - b.start);
    if (first) needed.set(node.id, withoutPlace(first));
  }
  return needed;
}

/**
 * An article, and everything that rests on it alone, with every edge that begins or ends there. What others name too keeps its
 * words there, and what only an edge there needs takes on the first words of that.
 */
export function toArticleRemoval(corpus: Corpus, article: string): Edit {
  const needed = toNeeded(corpus, article);
  const gone = [...corpus.nodes.values()].filter((node) => isOnlyIn(node, article) && !needed.has(node.id));
  const { remove } = toRemoval(
    corpus,
    gone.map(({ id }) => id),
  );
  const removed = new Set(remove);
  const put: Item[] = [];
  for (const item of [...corpus.nodes.values(), ...corpus.edges.values()]) {
    if (removed.has(item.id) || !restsOn(item, article)) continue;
    const stored = toStored(item);
    const words = needed.get(item.id);
    const passages = words ? [words] : stored.passages.filter((anchor) => anchor.article !== article);
    if (passages.length === 0) removed.add(item.id);
    else {
      const { datePassage, ...rest } = stored as Item & { datePassage?: Anchor };
      put.push({
        ...rest,
        passages,
        ...(datePassage && datePassage.article !== article && { datePassage }),
      });
    }
  }
  return { remove: [...removed], ...(put.length > 0 && { put }) };
}
