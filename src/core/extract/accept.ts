// Proposals that were accepted, as the edit that codes them.
import { toAnchor, toNewId } from '../act';
import { uniteAnchors, type Span } from '../anchor';
import type { Edit, Item } from '../edit';
import { incidenceOf } from '../graph';
import { toStored } from '../graphfile';
import { isUtterance, type Corpus, type GraphEdge } from '../model';
import { EDGE_ENDS, type NodeType, type Stance } from '../vocabulary';
import { findCoded, findKnown, isActor, type Party } from './coded';
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

/**
 * A proposal that is accepted, by its place in the list. `label` and `statement` take the place of what is made of its words;
 * `into` is the node it says the same as, which then takes on its words and whoever says them; `by` is who says it, in place of
 * those that are proposed.
 */
export type Acceptance = {
  readonly place: number;
  readonly label?: string | undefined;
  readonly statement?: string | undefined;
  readonly about?: Stand | undefined;
  readonly into?: string | undefined;
  readonly by?: string | undefined;
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

/**
 * Codes what was accepted of the proposals of an article: people and bodies, reports with their authors, what is said with an
 * utterance by each speaker who is accepted too or in the graph, and what joins those that are. Known actors take on the words
 * that name them here. What somebody still lacks, `findOpen` tells. Nothing that was accepted is refused by `apply`.
 */
export function toCoding(
  corpus: Corpus,
  article: string,
  proposals: readonly Proposal[],
  accepted: readonly Acceptance[],
): Edit {
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
  const toName = (text: string | undefined, otherwise: string) =>
    [text, otherwise].map((one) => toStorable(one ?? '', MOST.label)).find(isVisible) ?? 'Unnamed';
  const toProvenance = ({ rule, confidence }: Proposal) => ({ provenance: { rule, confidence } });
  /** Lets a node take on words of the article, and other names. */
  const extend = (id: string, spans: readonly Span[], names: readonly string[] = []) => {
    const item = toItem(id)!;
    const passages = uniteAnchors(item.passages, spans.map(anchor));
    const known = 'aliases' in item ? (item.aliases ?? []) : [];
    const aliases = [
      ...known,
      ...names.filter((name) => !known.includes(name) && !('label' in item && item.label === name)),
    ];
    if (passages.length > item.passages.length || aliases.length > known.length)
      enter({ ...item, ...(aliases.length > 0 && { aliases }), passages });
    return id;
  };
  /** Edges that were entered, by type and ends. */
  const joined = new Map<string, string>();
  /** Enters an edge, or lets the one there is take on its words. */
  const join = (
    { type, source, target }: Pick<GraphEdge, 'type' | 'source' | 'target'>,
    spans: readonly Span[],
    more: object,
  ) => {
    const key = `${type} ${source} ${target}`;
    const known =
      joined.get(key) ??
      incidence.get(source)?.find(
        (edge) =>
          edge.type === type &&
          edge.source === source &&
          edge.target === target &&
          // Each article that reports it is an utterance of its own.
          (!isUtterance(corpus, edge) || edge.passages.every((passage) => passage.article === article)),
      )?.id;
    const toSlug = (id: string) => id.slice(id.indexOf(':') + 1);
    const id =
      known === undefined
        ? enter({
            id: toNewId(corpus, type, `${toSlug(source)} to ${toSlug(target)}`, taken),
            type,
            source,
            target,
            basis: 'stated',
            passages: spans.map(anchor),
            ...more,
          } as Item)
        : extend(known, spans);
    joined.set(key, id);
  };
  const toFound = ({ place, into }: Acceptance, type: NodeType) =>
    into !== undefined && corpus.nodes.get(into)?.type === type ? into : coded.by.get(place);

  const addNamed = (one: Acceptance, proposal: ActorProposal | ReportProposal) => {
    const { label, into } = one;
    const found =
      toFound(one, proposal.kind) ?? (isActor(proposal) ? findKnown(corpus, proposal) : undefined);
    const own = [proposal.label, ...(isActor(proposal) ? proposal.aliases : [])].map((name) =>
      toStorable(name, MOST.label),
    );
    const names = [...new Set(own)].filter(isVisible);
    if (found !== undefined) {
      const isNew = toItem(found)!.passages.every((passage) => passage.article !== article);
      return extend(
        found,
        into !== undefined || isNew ? [proposal.passage] : [],
        into === undefined ? [] : names,
      );
    }
    const name = toName(label, proposal.label);
    const aliases = names.filter((alias) => alias !== name);
    return enter({
      id: toNewId(corpus, proposal.kind, name, taken),
      type: proposal.kind,
      label: name,
      ...(aliases.length > 0 && { aliases }),
      passages: [anchor(proposal.passage)],
      ...toProvenance(proposal),
    });
  };
  const addSaid = (one: Acceptance, proposal: SaidProposal) => {
    const { passage, kind } = proposal;
    const { label, statement } = one;
    const found = toFound(one, kind);
    if (found !== undefined) return extend(found, [passage]);
    const name = toName(label, toHeadline(passage.quote));
    return enter({
      id: toNewId(corpus, kind, name, taken),
      type: kind,
      label: name,
      statement:
        [statement ?? '', toStatement(passage.quote)]
          .map((text) => toStorable(text, MOST.statement))
          .find(isVisible) ?? name,
      ...(kind === 'recommendation' && { form: proposal.form }),
      passages: [anchor(passage)],
      ...toProvenance(proposal),
    } as Item);
  };
  const find = (party: Party | undefined): string | undefined =>
    party && ('node' in party ? party.node : nodes.get(party.place));
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
    if (one.by !== undefined) utter(one.by, named ? beside(named, proposal.passage) : [proposal.passage]);
    else
      for (const speaker of speakers) {
        const source = find(coded.findSpeaker(speaker));
        if (source !== undefined) utter(source, beside(speaker, proposal.passage));
      }
    if (one.about) addAbout(target, one.about, proposal.passage);
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
