// What a coder enters into the graph from one article: each node and edge once, with all the words it takes on.
import { toAnchor, toNewId } from '../act';
import { uniteAnchors, type Span } from '../anchor';
import type { Edit, Item } from '../edit';
import { incidenceOf } from '../graph';
import { toStored } from '../graphfile';
import { isUtterance, toTriple, type Corpus, type GraphEdge } from '../model';
import { fold } from '../text';
import { EDGE_ENDS, type NodeType } from '../vocabulary';
import { findKnown, findNamed, sharesName, toNamed, type Named } from './coded';
import type { Anchor } from '../schema';
import type { ActorProposal } from './proposal';

type Ends = Pick<GraphEdge, 'type' | 'source' | 'target'>;

/** What is entered from an article, beside what the corpus has: nothing at first. Spans are of the article's text. */
export function toEntries(corpus: Corpus, article: string) {
  const incidence = incidenceOf(corpus);
  const put = new Map<string, Item>();
  const taken = new Set<string>();
  /** The people and bodies that were entered, or took on words. */
  const actors = new Set<string>();
  /** Edges that were entered, by type and ends. */
  const joined = new Map<string, string>();

  /** The words as they are stored. */
  const anchor = (span: Span) => toAnchor(corpus, article, span);
  /** A node or edge as it is by now; undefined for what is in no graph. */
  const toItem = (id: string): Item | undefined => {
    const item = corpus.nodes.get(id) ?? corpus.edges.get(id);
    return put.get(id) ?? (item && toStored(item));
  };
  const typeOf = (id: string) => toItem(id)?.type as NodeType | undefined;
  const isHere = (id: string) => toItem(id)!.passages.some((passage) => passage.article === article);
  const enter = (item: Item): string => {
    taken.add(item.id);
    put.set(item.id, item);
    return item.id;
  };

  const toNamedItem = (id: string): Named => {
    const item = toItem(id)!;
    return toNamed(item.type, 'label' in item ? [item.label, ...(item.aliases ?? [])] : []);
  };
  /** Whether anybody else goes by a name already. */
  const isTaken = (name: string, id?: string) =>
    findNamed(corpus, name).some((node) => node.id !== id) ||
    [...actors].some((other) => other !== id && toNamedItem(other).names.includes(fold(name)));
  /** Who goes by such names: among what is entered, or else in the graph. */
  const findNamesake = (kind: ActorProposal['kind'], names: readonly string[]): string | undefined => {
    const one = toNamed(kind, names);
    const [label, ...aliases] = names as [string, ...string[]];
    return (
      [...actors].find((id) => sharesName(one, toNamedItem(id), true)) ??
      findKnown(corpus, { kind, label, aliases }, article)
    );
  };

  /** Enters a node that is not there yet, on words of the article; its id. */
  const enterNode = (
    fields: { type: NodeType; label: string; [name: string]: unknown },
    words: Span,
    provenance: object = {},
  ): string => {
    const id = toNewId(corpus, fields.type, fields.label, taken);
    return enter({ id, ...fields, passages: [anchor(words)], ...provenance } as Item);
  };
  /** Lets a node or edge take on words of the article, and other names; its id. */
  const extend = (id: string, spans: readonly Span[], names: readonly string[] = []): string => {
    const item = toItem(id)!;
    const passages = uniteAnchors(item.passages, spans.map(anchor));
    const known = 'aliases' in item ? (item.aliases ?? []) : [];
    const aliases = [
      ...known,
      ...names.filter(
        (name) => !known.includes(name) && !('label' in item && item.label === name) && !isTaken(name, id),
      ),
    ];
    if (passages.length > item.passages.length || aliases.length > known.length)
      enter({ ...item, ...(aliases.length > 0 && { aliases }), passages });
    return id;
  };

  const mayJoin = ({ type, source, target }: Ends): boolean => {
    const [from, to] = EDGE_ENDS[type] as readonly [readonly NodeType[], readonly NodeType[]];
    return source !== target && from.includes(typeOf(source)!) && to.includes(typeOf(target)!);
  };
  /** The edge that joins the same in the same way, where there is one to take on more words. */
  const findJoined = ({ type, source, target }: Ends): string | undefined =>
    joined.get(toTriple({ type, source, target })) ??
    incidence.get(source)?.find(
      (edge) =>
        edge.type === type &&
        edge.source === source &&
        edge.target === target &&
        // Each article that reports it is an utterance of its own.
        (!isUtterance(corpus, edge) || edge.passages.every((passage) => passage.article === article)),
    )?.id;
  const toSlug = (id: string) => id.slice(id.indexOf(':') + 1);
  const enterEdge = (ends: Ends, passages: readonly Anchor[], more: object): void => {
    const id = toNewId(corpus, ends.type, `${toSlug(ends.source)} to ${toSlug(ends.target)}`, taken);
    joined.set(toTriple(ends), enter({ id, ...ends, basis: 'stated', passages, ...more } as Item));
  };
  /** Enters an edge, or lets the one there is take on its words; none where the vocabulary does not allow it. */
  const join = (ends: Ends, spans: readonly Span[], more: object): void => {
    if (!mayJoin(ends)) return;
    const known = findJoined(ends);
    if (known === undefined) enterEdge(ends, spans.map(anchor), more);
    else extend(known, spans);
  };
  /** Enters an edge that one concludes from the words of both ends, for a reason; none where there is one already. */
  const infer = (ends: Ends, passage: Span, more: { rationale: string; provenance: object }): void => {
    const other = toItem(ends.target);
    if (!other || !mayJoin(ends) || findJoined(ends) !== undefined) return;
    const passages = uniteAnchors([anchor(passage)], other.passages.slice(0, 1));
    enterEdge(ends, passages, { basis: 'inferred', ...more });
  };
  return {
    actors,
    toItem,
    typeOf,
    isHere,
    isTaken,
    findNamesake,
    enterNode,
    extend,
    join,
    infer,
    all: (): Iterable<Item> => put.values(),
    toEdit: (): Edit => (put.size > 0 ? { put: [...put.values()] } : {}),
  };
}
