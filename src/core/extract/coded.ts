// Which proposals of an article are coded in it already, and whom or what in the graph they name.
import type { Span } from '../anchor';
import { incidenceOf } from '../graph';
import { groupBy } from '../group';
import { perCorpus } from '../memo';
import type { Corpus, GraphNode } from '../model';
import { codedIn } from '../passage';
import { fold } from '../text';
import { isActorType } from '../vocabulary';
import type { ActorProposal, Proposal, RelationProposal, Speaker } from './proposal';

/** Words of which the letters are shared by so much are the same. */
export const SAME = 0.5;

/** A node that is in the graph, or the place of a proposal that would make one. */
export type Party = { readonly node: string } | { readonly place: number };

export type Coded = {
  /** What codes a proposal, by its place in the list: the id of a node or edge. */
  readonly by: ReadonlyMap<number, string>;
  /** Whom a proposal names as saying it; undefined where that is nobody of the graph or the proposals. */
  readonly findSpeaker: (speaker: Speaker) => Party | undefined;
  /** Between which nodes a relation leads; undefined as long as one of them is not in the graph. */
  readonly findEnds: (relation: RelationProposal) => readonly [source: string, target: string] | undefined;
};

export const isActor = (proposal: Proposal): proposal is ActorProposal => isActorType(proposal.kind);

/** Somebody by kind and all their names, folded. */
export type Named = { readonly kind: string; readonly names: readonly string[] };
export const toNamed = (kind: string, names: readonly string[]): Named => ({ kind, names: names.map(fold) });
/** A name of one word tells no person from their namesakes. */
const isWhole = (kind: string, name: string) => kind !== 'person' || /\S\s+\S/.test(name);
/** Whether a name in full tells somebody from their namesakes. */
const isTold = ({ kind, names }: Named) => kind === 'person' && names.some((name) => isWhole(kind, name));

/**
 * Whether two that are named are one: since both go by a name, be it as a person and as a body. A person's name of one word tells
 * that only within an article, and not of two people who each go by a name in full, too.
 */
export function sharesName(one: Named, other: Named, isInOneArticle: boolean): boolean {
  const shared = one.names.filter((name) => other.names.includes(name));
  return (
    shared.some((name) => isWhole(one.kind, name) || isWhole(other.kind, name)) ||
    (isInOneArticle && shared.length > 0 && !(isTold(one) && isTold(other)))
  );
}

const countLetters = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** How far two spans of a text are the same: letters and digits of both, of those of either. */
export function toOverlap(text: string, one: Span, other: Span): number {
  const [start, end] = [Math.max(one.start, other.start), Math.min(one.end, other.end)];
  if (start >= end) return 0;
  const all = text.slice(Math.min(one.start, other.start), Math.max(one.end, other.end));
  return countLetters(text.slice(start, end)) / (countLetters(all) || 1);
}

const namedNodes = new WeakMap<GraphNode, Named>();
/** What a node goes by; nodes that an act leaves alone stay the same. */
function toNamedNode(node: GraphNode): Named {
  const named = namedNodes.get(node) ?? toNamed(node.type, [node.label, ...(node.aliases ?? [])]);
  namedNodes.set(node, named);
  return named;
}

/** People and bodies by each of their names, folded. */
const namesOf = perCorpus(({ nodes }) => {
  const names = new Map<string, GraphNode[]>();
  for (const node of nodes.values())
    if (isActorType(node.type))
      for (const name of new Set(toNamedNode(node).names)) {
        const list = names.get(name);
        if (list) list.push(node);
        else names.set(name, [node]);
      }
  return names;
});
/** The people and bodies that go by a name. */
export const findNamed = (corpus: Corpus, name: string): readonly GraphNode[] =>
  namesOf(corpus).get(fold(name)) ?? [];

/**
 * The body of the corpus that a speaker without a name of their own is called like, whatever the letters: ‘the education ministry’.
 * One word is that only as it stands: ‘the union’ is not a body that goes by ‘Union’, and ‘a teachers’ union’ is any.
 */
function findCalled(corpus: Corpus, { quote, label }: Speaker): GraphNode | undefined {
  const isAsItStands = fold(quote).endsWith(fold(label));
  const isAny = !/\s/.test(label) || /^an?\s/i.test(quote);
  return [...(isAsItStands ? [quote] : []), ...(isAny ? [] : [label])]
    .flatMap((name) => findNamed(corpus, name))
    .find(({ type }) => type === 'organisation');
}

/** The person or body of the corpus that somebody named in an article is: one of their kind if there is one. */
export function findKnown(
  corpus: Corpus,
  { id, kind, label, aliases }: Pick<ActorProposal, 'id' | 'kind' | 'label' | 'aliases'>,
  article: string,
): string | undefined {
  if (id !== undefined && corpus.nodes.get(id)?.type === kind) return id;
  const names = [label, ...aliases];
  const one = toNamed(kind, names);
  const found = names
    .flatMap((name) => findNamed(corpus, name))
    .filter((node) =>
      sharesName(
        one,
        toNamedNode(node),
        node.passages.some((passage) => passage.article === article),
      ),
    );
  return (found.find(({ type }) => type === kind) ?? found[0])?.id;
}

/** People by the last word of each of their names, folded. */
const surnamesOf = perCorpus(({ nodes }) =>
  groupBy(
    [...nodes.values()].flatMap((node) =>
      node.type === 'person'
        ? [...new Set(toNamedNode(node).names.map(toLastWord))].map((surname) => ({ surname, node }))
        : [],
    ),
    ({ surname }) => surname,
  ),
);
const toLastWord = (name: string) => name.slice(name.lastIndexOf(' ') + 1);

/**
 * Who of the corpus somebody named in an article may be, where findKnown does not tell: people and bodies that go by one of the
 * names, or have it as their surname; not two people who each go by a name in full.
 */
export function findNamesakes(
  corpus: Corpus,
  proposal: Pick<ActorProposal, 'id' | 'kind' | 'label' | 'aliases'>,
  article: string,
): readonly GraphNode[] {
  if (findKnown(corpus, proposal, article) !== undefined) return [];
  const one = toNamed(proposal.kind, [proposal.label, ...proposal.aliases]);
  const found = one.names.flatMap((name) => [
    ...findNamed(corpus, name),
    ...(/\s/.test(name) ? [] : (surnamesOf(corpus).get(name) ?? []).map(({ node }) => node)),
  ]);
  return [...new Set(found)].filter((node) => !(isTold(one) && isTold(toNamedNode(node))));
}

/** Tells of the proposals of an article what of them its coding has already: nobody need be asked again. */
export function findCoded(corpus: Corpus, article: string, proposals: readonly Proposal[]): Coded {
  const { text } = corpus.articles.get(article)!;
  const here = codedIn(corpus).get(article) ?? [];
  const isHere = (id: string) =>
    (corpus.nodes.get(id) ?? corpus.edges.get(id))!.passages.some((passage) => passage.article === article);
  /** The node of its kind whose words here are the likest. */
  const findSame = ({ kind, passage }: Proposal): string | undefined => {
    let best: { id: string; overlap: number } | undefined;
    for (const { id, type, passages } of here)
      if (type === kind)
        for (const one of passages) {
          const overlap = one.article === article ? toOverlap(text, one, passage) : 0;
          if (overlap >= SAME && overlap > (best?.overlap ?? 0)) best = { id, overlap };
        }
    return best?.id;
  };
  const findNode = (proposal: Exclude<Proposal, RelationProposal>): string | undefined => {
    const known = isActor(proposal) ? findKnown(corpus, proposal, article) : undefined;
    return known !== undefined && isHere(known) ? known : findSame(proposal);
  };

  const by = new Map<number, string>();
  /** Places by the names of who may speak, their own before others that they go by, people and bodies before reports. */
  const places = new Map<string, number>();
  const enter = (name: string, place: number) => {
    if (!places.has(name)) places.set(name, place);
  };
  for (const [place, proposal] of proposals.entries()) {
    if (proposal.kind === 'relation') continue;
    const node = findNode(proposal);
    if (node !== undefined) by.set(place, node);
    if (isActor(proposal)) enter(proposal.label, place);
  }
  for (const [place, proposal] of proposals.entries())
    if (isActor(proposal)) for (const alias of proposal.aliases) enter(alias, place);
  for (const [place, proposal] of proposals.entries())
    if (proposal.kind === 'report') enter(proposal.label, place);

  const findSpeaker: Coded['findSpeaker'] = (speaker) => {
    const { id, label } = speaker;
    if (id !== undefined && corpus.nodes.has(id)) return { node: id };
    const place = places.get(label);
    if (place === undefined) {
      const called = findCalled(corpus, speaker);
      return called && { node: called.id };
    }
    const proposal = proposals[place]!;
    const node = by.get(place) ?? (isActor(proposal) ? findKnown(corpus, proposal, article) : undefined);
    return node === undefined ? { place } : { node };
  };
  const findEnd = (end: string | number) =>
    typeof end === 'number' ? by.get(end) : corpus.nodes.has(end) ? end : undefined;
  const findEnds: Coded['findEnds'] = ({ source, target }) => {
    const [from, to] = [findEnd(source), findEnd(target)];
    return from === undefined || to === undefined || from === to ? undefined : [from, to];
  };
  const incidence = incidenceOf(corpus);
  for (const [place, proposal] of proposals.entries()) {
    if (proposal.kind !== 'relation') continue;
    const [source, target] = findEnds(proposal) ?? [];
    if (source === undefined) continue;
    const edge = incidence
      .get(source)!
      .find((one) => one.type === proposal.type && one.source === source && one.target === target);
    if (edge && isHere(edge.id)) by.set(place, edge.id);
  }
  return { by, findSpeaker, findEnds };
}

/** Those of more proposals of a text that propose what no earlier one does: nobody of the same name, nothing in the same words. */
export function toFurther(text: string, earlier: readonly Proposal[], more: readonly Proposal[]): Proposal[] {
  const taken = [...earlier];
  return more.filter((one) => {
    const isKnown = taken.some(
      (other) =>
        other.kind === one.kind &&
        (isActor(one) && isActor(other)
          ? fold(one.label) === fold(other.label)
          : toOverlap(text, one.passage, other.passage) >= SAME),
    );
    if (!isKnown) taken.push(one);
    return !isKnown;
  });
}
