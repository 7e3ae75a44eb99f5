// Proposals that were accepted, as the edit that codes them.
import { findNearest, type Span } from '../anchor';
import type { Edit } from '../edit';
import type { Corpus, Said } from '../model';
import { codedIn } from '../passage';
import { MAX_LABEL, MAX_TEXT } from '../schema';
import type { NodeType, Stance } from '../vocabulary';
import { clip, dropTurns, fold, isVisible } from '../text';
import { findCoded, findKnown, isActor, SAME, toOverlap, type Party } from './coded';
import { toEntries } from './entries';
import type { Bearing, NewActor, NewTopic, Prepared } from './prepared';
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

/** What something said is about, and where it stands between the poles of that. */
export type Stand = { readonly topic: string | NewTopic; readonly stance: Stance };

/**
 * A proposal that is accepted, by its place in the list, as it was prepared. What it says the same as then takes on its words and
 * whoever says them; another proposal that says it is accepted as well.
 */
export type Acceptance = Omit<Prepared, 'topic' | 'stance'> & {
  readonly place: number;
  readonly about?: Stand | undefined;
};

/** Text that can be stored: one line, nothing in it that turns its direction, no longer than may be. */
export function toStorable(text: string, most: number): string {
  return clip(dropTurns(text).replace(/\s+/g, ' ').trim(), most);
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first words of what is said, as many as a headline has room for. */
export function toHeadline(quote: string): string {
  const text = capitalise(toStorable(quote, MAX_TEXT));
  if (text.length <= HEADLINE) return text;
  const cut = text.slice(0, HEADLINE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), HEADLINE / 2)).replace(/[\s,;:–—\uD800-\uDBFF-]+$/, '')}…`;
}

/** What is said as a sentence: with a capital letter in front and a stop behind it. */
export function toStatement(quote: string): string {
  const sentence = capitalise(toStorable(quote, MAX_TEXT - 1));
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

/** The first of two names that can be read, as it is stored. */
const toName = (name: string | undefined, otherwise: string) =>
  [name, otherwise].map((one) => toStorable(one ?? '', MAX_LABEL)).find(isVisible) ?? 'Unnamed';
const toProvenance = ({ rule, confidence }: Proposal) => ({ provenance: { rule, confidence } });
/** The words that name somebody beside some others: one passage where they stand together. */
function beside(speaker: Speaker, passage: Span): Span[] {
  const [start, end] = [Math.min(speaker.start, passage.start), Math.max(speaker.end, passage.end)];
  const isNear = end - start - (passage.end - passage.start) <= NEAR;
  return isNear ? [{ start, end }] : [passage, { start: speaker.start, end: speaker.end }];
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
  const entries = toEntries(corpus, article);
  const { toItem, typeOf, isHere, isTaken, findNamesake, enterNode, extend, join } = entries;
  /** What each proposal became, by its place. */
  const nodes = new Map<number, string>();
  /** What was accepted of each kind, by its words. */
  const entered: { kind: string; passage: Span; id: string }[] = [];
  const findEntered = ({ kind, passage }: Proposal) =>
    entered.find((one) => one.kind === kind && toOverlap(text, one.passage, passage) >= SAME)?.id;
  const toFound = ({ place, into }: Acceptance, type: NodeType) =>
    into !== undefined && corpus.nodes.get(into)?.type === type ? into : coded.by.get(place);

  const findReport = (label: string): string | undefined =>
    [...(codedIn(corpus).get(article) ?? []), ...entries.all()].find(
      (item) => item.type === 'report' && fold(item.label) === fold(label),
    )?.id;
  const addNamed = (one: Acceptance, proposal: ActorProposal | ReportProposal): string => {
    const { kind, passage } = proposal;
    const own = [proposal.label, ...(isActor(proposal) ? proposal.aliases : [])].map((name) =>
      toStorable(name, MAX_LABEL),
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
    const enterNamed = () => {
      const aliases = names.filter((name) => name !== label && !isTaken(name));
      const fields = { type: kind, label, ...(aliases.length > 0 && { aliases }) };
      return enterNode(fields, passage, toProvenance(proposal));
    };
    const id =
      same === undefined
        ? enterNamed()
        : extend(same, takesAll || !isHere(same) ? [passage] : [], takesAll ? names : []);
    if (kind !== 'report') entries.actors.add(id);
    entered.push({ kind, passage, id });
    return id;
  };
  /**
   * Enters somebody whom a person names, on the words of the article that name them, or those that tell of a speaker who is nobody
   * else, or what is said.
   */
  const addSpeaker = ({ kind, label }: NewActor, said: Span, speaker: Speaker | undefined): string => {
    const name = toName(label, '');
    const told = speaker && !coded.findSpeaker(speaker) ? speaker : undefined;
    const words =
      findNearest(text, name, said.start) ??
      (told && (findNearest(text, told.label, told.start) ?? told)) ??
      said;
    const known = findNamesake(kind, [name]);
    const id =
      known === undefined
        ? enterNode({ type: kind, label: name }, words)
        : extend(known, isHere(known) ? [] : [words]);
    entries.actors.add(id);
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
    const label = toName(one.label, toHeadline(passage.quote));
    const statement =
      [one.statement ?? '', toStatement(passage.quote)]
        .map((words) => toStorable(words, MAX_TEXT))
        .find(isVisible) ?? label;
    const found = toFound(one, kind) ?? findEntered(proposal) ?? findStated(kind, statement);
    const form = kind === 'recommendation' ? { form: proposal.form } : {};
    const id =
      found === undefined
        ? enterNode({ type: kind, label, statement, ...form }, passage, toProvenance(proposal))
        : extend(found, [passage]);
    entered.push({ kind, passage, id });
    return id;
  };

  const toBy = (
    by: NonNullable<Acceptance['by']>,
    said: Span,
    speaker: Speaker | undefined,
  ): string | undefined => {
    if (typeof by === 'object') return addSpeaker(by, said, speaker);
    if (typeof by === 'number') return nodes.get(by) ?? coded.by.get(by);
    return corpus.nodes.has(by) ? by : undefined;
  };
  const find = (party: Party | undefined): string | undefined =>
    party && ('node' in party ? party.node : nodes.get(party.place));
  /** Enters who says something: whoever was chosen, or else whom its words name. */
  const addUtterances = (target: string, { by }: Acceptance, proposal: SaidProposal | ReportProposal) => {
    const { passage } = proposal;
    const utter = (source: string | undefined, passages: Span[]) => {
      if (source === undefined) return;
      const type = typeOf(source) === 'report' ? 'states' : 'authored';
      join({ type, source, target }, passages, {
        ...('speech' in proposal && { speech: proposal.speech }),
        ...toProvenance(proposal),
      });
    };
    const speakers = proposal.kind === 'report' ? proposal.authors : proposal.speakers;
    // Whoever says it, the words that were taken for a speaker's name tell who.
    const [named] = speakers;
    if (by !== undefined) utter(toBy(by, passage, named), named ? beside(named, passage) : [passage]);
    else for (const speaker of speakers) utter(find(coded.findSpeaker(speaker)), beside(speaker, passage));
  };
  const addAbout = (source: string, { topic, stance }: Stand, passage: Span) => {
    if (typeof topic === 'string') {
      join({ type: 'about', source, target: topic }, [passage], { stance });
      return;
    }
    const label = toName(topic.label, '');
    const known = [...entries.all()].find((item) => item.type === 'topic' && item.label === label);
    const poles = { for: toName(topic.poles.for, 'Yes'), against: toName(topic.poles.against, 'No') };
    const target = known?.id ?? enterNode({ type: 'topic', label, poles }, passage);
    join({ type: 'about', source, target }, [passage], { stance });
  };
  const addBearing = (source: string, { on, type, reason, rule }: Bearing, passage: Span) => {
    const rationale = toStorable(reason, MAX_TEXT);
    if (!isVisible(rationale)) return;
    entries.infer({ type, source, target: on }, passage, { rationale, provenance: { rule } });
  };
  const addRelation = (proposal: RelationProposal) => {
    const { type, passage } = proposal;
    const [source, target] = [proposal.source, proposal.target].map((end) => {
      if (typeof end === 'number') return nodes.get(end) ?? coded.by.get(end);
      return corpus.nodes.has(end) ? end : undefined;
    });
    if (source === undefined || target === undefined) return;
    // What the answer is, the words of a proposal do not tell.
    const isAnswer = type === 'responds-to' && typeOf(target) === 'recommendation';
    join({ type, source, target }, [passage], {
      ...(isAnswer && { response: 'noted' }),
      ...toProvenance(proposal),
    });
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
    const id = nodes.get(one.place)!;
    addUtterances(id, one, proposal);
    if (one.about) addAbout(id, one.about, proposal.passage);
    for (const bearing of one.bearings ?? []) addBearing(id, bearing, proposal.passage);
  }
  for (const { place } of wanted) {
    const proposal = proposals[place]!;
    if (proposal.kind === 'relation') addRelation(proposal);
  }
  return entries.toEdit();
}
