// Proposals that were accepted, as the edit that codes them.
import { toAnchor, toNewId } from '../act';
import { findNearest, uniteAnchors, type Span } from '../anchor';
import type { Edit, Item } from '../edit';
import { incidenceOf } from '../graph';
import { toStored } from '../graphfile';
import { isUtterance, toTriple, type Corpus, type GraphEdge, type Said } from '../model';
import { codedIn } from '../passage';
import type { Anchor } from '../schema';
import { EDGE_ENDS, type EdgeType, type NodeType, type Stance } from '../vocabulary';
import { fold } from '../text';
import {
  findCoded,
  findKnown,
  findNamed,
  isActor,
  SAME,
  sharesName,
  toNamed,
  toOverlap,
  type Named,
  type Party,
} from './coded';
import type {
  ActorProposal,
  Proposal,
  RelationProposal,
  ReportProposal,
  SaidProposal,
  Speaker,
} from './proposal';

/** A label is a headline of at most so many characters. */
const HEADLINE = 60;
/** Words that stand so close together, in UTF-16 code units, are one passage. */
const NEAR = 400;
/** How long labels and statements may be, in UTF-16 code units. */
const MOST = { label: 300, statement: 5000 } as const;

/** A topic that is not in the graph yet: a neutral question, and what it is to answer it with 'for' and with 'against'. */
export type NewTopic = {
  readonly label: string;
  readonly poles: Readonly<Record<'for' | 'against', string>>;
};
/** What something said is about, and where it stands between the poles of that. */
export type Stand = { readonly topic: string | NewTopic; readonly stance: Stance };

/** Somebody who is neither in the graph nor proposed. */
export type NewActor = { readonly kind: ActorProposal['kind']; readonly label: string };
/** A claim or recommendation of the graph that something said supports or disputes, and why one concludes it: a sentence. */
export type Bearing = {
  readonly on: string;
  readonly type: Extract<EdgeType, 'supports' | 'disputes'>;
  readonly reason: string;
  readonly rule: string;
};

/**
 * A proposal that is accepted, by its place in the list. `label` and `statement` take the place of what is made of its words;
 * `into` is the node it says the same as, which then takes on its words and whoever says them; `by` is who says it, in place of
 * those that are proposed: a node by its id, another proposal that is accepted by its place, or somebody new.
 */
export type Acceptance = {
  readonly place: number;
  readonly label?: string | undefined;
  readonly statement?: string | undefined;
  readonly about?: Stand | undefined;
  readonly into?: string | undefined;
  readonly by?: string | number | NewActor | undefined;
  readonly bearings?: readonly Bearing[] | undefined;
};

/** Text that can be stored: one line, nothing in it that turns its direction, no longer than may be. */
function toStorable(text: string, most: number): string {
  const line = text
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
const isVisible = (text: string) => /[^\p{Z}\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text);

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first words of what is said, as many as a headline has room for. */
export function toHeadline(quote: string): string {
  const text = capitalise(toStorable(quote, MOST.statement));
  if (text.length <= HEADLINE) return text;
  const cut = text.slice(0, HEADLINE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), HEADLINE / 2)).replace(/[\s,;:–—\uD800-\uDBFF-]+$/, '')}…`;
}

/** What is said as a sentence: with a capital letter in front and a stop behind it. */
export function toStatement(quote: string): string {
  const sentence = capitalise(toStorable(quote, MOST.statement - 1));
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** What a proposal of somebody or something said is called at first. */
export const toLabel = (proposal: Exclude<Proposal, RelationProposal>): string =>
  'label' in proposal ? proposal.label : toHeadline(proposal.passage.quote);

/** How much longer or shorter two texts may be that are the same once they are folded. */
const FOLDED_AWAY = 20;
const folded = new WeakMap<Said, string>();
/** What something said states, folded; nodes that an act leaves alone stay the same. */
function toFolded(node: Said): string {
  const text = folded.get(node) ?? fold(node.statement);
  folded.set(node, text);
  return text;
}

/**
 * Codes what was accepted of the proposals of an article: people and bodies, reports with their authors, what is said with an
 * utterance by each speaker who is accepted too or in the graph, and what joins those that are. Known actors take on the words
 * that name them here. Nothing becomes two nodes: what rests on the same words, states the same or goes by the same name as
 * something of the graph, or as something accepted with it, becomes that. What somebody still lacks, `findOpen` tells. Nothing
 * that was accepted is refused by `apply`.
 */
export function toCoding(
  corpus: Corpus,
  article: string,
  proposals: readonly Proposal[],
  accepted: readonly Acceptance[],
): Edit {
  const { text } = corpus.articles.get(article)!;
  const coded = findCoded(corpus, article, proposals);
  const incidence = incidenceOf(corpus);
  const put = new Map<string, Item>();
  const taken = new Set<string>();
  /** What each proposal became, by its place. */
  const nodes = new Map<number, string>();
  const anchor = (span: Span) => toAnchor(corpus, article, span);
  const enter = (item: Item): string => {
    taken.add(item.id);
    put.set(item.id, item);
    return item.id;
  };
  const toItem = (id: string): Item | undefined => {
    const item = corpus.nodes.get(id) ?? corpus.edges.get(id);
    return put.get(id) ?? (item && toStored(item));
  };
  const typeOf = (id: string) => toItem(id)?.type as NodeType | undefined;
  const toName = (name: string | undefined, otherwise: string) =>
    [name, otherwise].map((one) => toStorable(one ?? '', MOST.label)).find(isVisible) ?? 'Unnamed';
  const toProvenance = ({ rule, confidence }: Proposal) => ({ provenance: { rule, confidence } });
  const toAliases = (aliases: string[]) => (aliases.length > 0 ? { aliases } : {});
  /** The people and bodies that were entered, or took on words. */
  const actors = new Set<string>();
  const toNamedItem = (id: string): Named => {
    const item = toItem(id)!;
    return toNamed(item.type, 'label' in item ? [item.label, ...(item.aliases ?? [])] : []);
  };
  /** Whether anybody else goes by a name already. */
  const isTaken = (name: string, id: string | undefined) =>
    findNamed(corpus, name).some((node) => node.id !== id) ||
    [...actors].some((other) => other !== id && toNamedItem(other).names.includes(fold(name)));
  /** Lets a node take on words of the article, and other names. */
  const extend = (id: string, spans: readonly Span[], names: readonly string[] = []) => {
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
      enter({ ...item, ...toAliases(aliases), passages });
    return id;
  };
  /** Edges that were entered, by type and ends. */
  const joined = new Map<string, string>();
  type Ends = Pick<GraphEdge, 'type' | 'source' | 'target'>;
  const findJoined = ({ type, source, target }: Ends) =>
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
  const enterEdge = (ends: Ends, passages: readonly Anchor[], more: object) => {
    const id = toNewId(corpus, ends.type, `${toSlug(ends.source)} to ${toSlug(ends.target)}`, taken);
    joined.set(toTriple(ends), enter({ id, ...ends, basis: 'stated', passages, ...more } as Item));
  };
  /** Enters an edge, or lets the one there is take on its words. */
  const join = (ends: Ends, spans: readonly Span[], more: object) => {
    const known = findJoined(ends);
    if (known === undefined) enterEdge(ends, spans.map(anchor), more);
    else extend(known, spans);
  };
  const toFound = ({ place, into }: Acceptance, type: NodeType) =>
    into !== undefined && corpus.nodes.get(into)?.type === type ? into : coded.by.get(place);

  /** What was accepted of each kind, by its words. */
  const entered: { kind: string; passage: Span; id: string }[] = [];
  const findEntered = ({ kind, passage }: Proposal) =>
    entered.find((one) => one.kind === kind && toOverlap(text, one.passage, passage) >= SAME)?.id;

  const enterNode = (id: string, { kind, passage }: Pick<Proposal, 'kind' | 'passage'>): string => {
    entered.push({ kind, passage, id });
    return id;
  };

  /** Who goes by such names: among what is accepted, or else in the graph. */
  const findNamesake = (kind: NewActor['kind'], names: readonly string[]): string | undefined => {
    const one = toNamed(kind, names);
    const [label, ...aliases] = names as [string, ...string[]];
    return (
      [...actors].find((id) => sharesName(one, toNamedItem(id), true)) ??
      findKnown(corpus, { kind, label, aliases }, article)
    );
  };
  const findReport = (label: string): string | undefined =>
    [...(codedIn(corpus).get(article) ?? []), ...put.values()].find(
      (item) => item.type === 'report' && fold(item.label) === fold(label),
    )?.id;
  const isHere = (id: string) => toItem(id)!.passages.some((passage) => passage.article === article);

  const addNamed = (one: Acceptance, proposal: ActorProposal | ReportProposal): string => {
    const { kind, passage } = proposal;
    const own = [proposal.label, ...(isActor(proposal) ? proposal.aliases : [])].map((name) =>
      toStorable(name, MOST.label),
    );
    const names = [...new Set(own)].filter(isVisible);
    const label = toName(one.label, proposal.label);
    const found =
      toFound(one, kind) ?? (isActor(proposal) ? findKnown(corpus, proposal, article) : undefined);
    const same =
      found ??
      findEntered(proposal) ??
      (isActor(proposal)
        ? (findNamesake(proposal.kind, [label, ...names]) ?? findNamesake(proposal.kind, [label]))
        : findReport(label));
    // What is known by its own name or words takes on no names that it had elsewhere.
    const takesAll = same !== found || one.into !== undefined;
    const id =
      same === undefined
        ? enter({
            id: toNewId(corpus, kind, label, taken),
            type: kind,
            label,
            ...toAliases(names.filter((name) => name !== label && !isTaken(name, undefined))),
            passages: [anchor(passage)],
            ...toProvenance(proposal),
          })
        : extend(same, takesAll || !isHere(same) ? [passage] : [], takesAll ? names : []);
    if (kind !== 'report') actors.add(id);
    return enterNode(id, proposal);
  };
  /** Enters somebody whom a person names, on the words of the article that name them, or else those that they say. */
  const addSpeaker = ({ kind, label }: NewActor, said: Span): string => {
    const name = toName(label, '');
    const words = findNearest(text, name, said.start) ?? said;
    const known = findNamesake(kind, [name]);
    const id =
      known === undefined
        ? enter({
            id: toNewId(corpus, kind, name, taken),
            type: kind,
            label: name,
            passages: [anchor(words)],
          })
        : extend(known, isHere(known) ? [] : [words]);
    actors.add(id);
    return id;
  };
  const findStated = (kind: Said['type'], statement: string): string | undefined => {
    const sought = fold(statement);
    for (const { id } of entered) {
      const item = toItem(id)!;
      if (item.type === kind && fold((item as Said).statement) === sought) return id;
    }
    // Folding changes the length by little, and takes long for many.
    const isAsLong = (node: Said) => Math.abs(node.statement.length - statement.length) <= FOLDED_AWAY;
    for (const node of corpus.nodes.values())
      if (node.type === kind && isAsLong(node) && toFolded(node) === sought) return node.id;
    return undefined;
  };
  const addSaid = (one: Acceptance, proposal: SaidProposal): string => {
    const { passage, kind } = proposal;
    const name = toName(one.label, toHeadline(passage.quote));
    const statement =
      [one.statement ?? '', toStatement(passage.quote)]
        .map((words) => toStorable(words, MOST.statement))
        .find(isVisible) ?? name;
    const found = toFound(one, kind) ?? findEntered(proposal) ?? findStated(kind, statement);
    const id =
      found === undefined
        ? enter({
            id: toNewId(corpus, kind, name, taken),
            type: kind,
            label: name,
            statement,
            ...(kind === 'recommendation' && { form: proposal.form }),
            passages: [anchor(passage)],
            ...toProvenance(proposal),
          } as Item)
        : extend(found, [passage]);
    return enterNode(id, proposal);
  };
  const find = (party: Party | undefined): string | undefined =>
    party && ('node' in party ? party.node : nodes.get(party.place));
  const toBy = (by: NonNullable<Acceptance['by']>, said: Span): string | undefined =>
    typeof by === 'object'
      ? addSpeaker(by, said)
      : typeof by === 'number'
        ? (nodes.get(by) ?? coded.by.get(by))
        : corpus.nodes.has(by)
          ? by
          : undefined;
  /** The words that name somebody beside some others: one passage where they stand together. */
  const beside = (speaker: Speaker, passage: Span): Span[] => {
    const [start, end] = [Math.min(speaker.start, passage.start), Math.max(speaker.end, passage.end)];
    const isNear = end - start - (passage.end - passage.start) <= NEAR;
    return isNear ? [{ start, end }] : [passage, { start: speaker.start, end: speaker.end }];
  };
  const mayJoin = (type: GraphEdge['type'], source: string, target: string): boolean => {
    const [from, to] = EDGE_ENDS[type] as readonly [readonly NodeType[], readonly NodeType[]];
    return source !== target && from.includes(typeOf(source)!) && to.includes(typeOf(target)!);
  };

  const wanted = [...new Map(accepted.map((one) => [one.place, one])).values()];
  for (const one of wanted) {
    const proposal = proposals[one.place]!;
    if (isActor(proposal) || proposal.kind === 'report') nodes.set(one.place, addNamed(one, proposal));
  }
  for (const one of wanted) {
    const proposal = proposals[one.place]!;
    if (isActor(proposal) || proposal.kind === 'relation') continue;
    if (proposal.kind !== 'report') nodes.set(one.place, addSaid(one, proposal));
    const target = nodes.get(one.place)!;
    const utter = (source: string, passages: Span[]) => {
      const type = typeOf(source) === 'report' ? 'states' : 'authored';
      if (!mayJoin(type, source, target)) return;
      join({ type, source, target }, passages, {
        ...('speech' in proposal && { speech: proposal.speech }),
        ...toProvenance(proposal),
      });
    };
    const speakers = proposal.kind === 'report' ? proposal.authors : proposal.speakers;
    // Whoever says it, the words that were taken for a speaker's name tell who.
    const [named] = speakers;
    if (one.by !== undefined) {
      const source = toBy(one.by, proposal.passage);
      if (source !== undefined) utter(source, named ? beside(named, proposal.passage) : [proposal.passage]);
    } else
      for (const speaker of speakers) {
        const source = find(coded.findSpeaker(speaker));
        if (source !== undefined) utter(source, beside(speaker, proposal.passage));
      }
    if (one.about) addAbout(target, one.about, proposal.passage);
    for (const bearing of one.bearings ?? []) addBearing(target, bearing, proposal.passage);
  }
  function addBearing(source: string, { on, type, reason, rule }: Bearing, passage: Span) {
    const rationale = toStorable(reason, MOST.statement);
    const ends = { type, source, target: on };
    const other = toItem(on);
    if (!other || !isVisible(rationale) || !mayJoin(type, source, on) || findJoined(ends) !== undefined)
      return;
    // One concludes it from the words of both.
    enterEdge(ends, uniteAnchors([anchor(passage)], other.passages.slice(0, 1)), {
      basis: 'inferred',
      rationale,
      provenance: { rule },
    });
  }
  function addAbout(source: string, { topic, stance }: Stand, passage: Span) {
    if (typeof topic === 'string') {
      if (typeOf(topic) === 'topic') join({ type: 'about', source, target: topic }, [passage], { stance });
      return;
    }
    const label = toName(topic.label, '');
    const known = [...put.values()].find((item) => item.type === 'topic' && item.label === label);
    const target =
      known?.id ??
      enter({
        id: toNewId(corpus, 'topic', label, taken),
        type: 'topic',
        label,
        poles: { for: toName(topic.poles.for, 'Yes'), against: toName(topic.poles.against, 'No') },
        passages: [anchor(passage)],
      });
    join({ type: 'about', source, target }, [passage], { stance });
  }
  for (const { place } of wanted) {
    const proposal = proposals[place]!;
    if (proposal.kind !== 'relation') continue;
    const [source, target] = [proposal.source, proposal.target].map((end) =>
      typeof end === 'string'
        ? corpus.nodes.has(end)
          ? end
          : undefined
        : (nodes.get(end) ?? coded.by.get(end)),
    );
    if (source === undefined || target === undefined || !mayJoin(proposal.type, source, target)) continue;
    join({ type: proposal.type, source, target }, [proposal.passage], {
      // What the answer is, the words of a proposal do not tell.
      ...(proposal.type === 'responds-to' && typeOf(target) === 'recommendation' && { response: 'noted' }),
      ...toProvenance(proposal),
    });
  }
  return put.size > 0 ? { put: [...put.values()] } : {};
}
