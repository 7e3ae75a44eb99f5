// Proposals that were accepted, as the edit that codes them.
import { toAnchor, toNewId } from '../act';
import type { Edit, Item } from '../edit';
import { toStored } from '../graphfile';
import type { Corpus } from '../model';
import type { ActorProposal, Proposal, ReportProposal, SaidProposal, Speaker } from './proposal';

/** A label is a headline of at most so many characters. */
const HEADLINE = 60;
/** Words that stand so close together, in UTF-16 code units, are one passage. */
const NEAR = 400;

/** The first words of what is said, as many as a headline has room for. */
function toHeadline(quote: string): string {
  const text = quote.replace(/\s+/g, ' ').trim();
  if (text.length <= HEADLINE) return text;
  const cut = text.slice(0, HEADLINE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), HEADLINE / 2)).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** What is said as a sentence: with a capital letter in front and a stop behind it. */
function toStatement(quote: string): string {
  const text = quote.replace(/\s+/g, ' ').trim().slice(0, 4999);
  const sentence = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

const isActor = (proposal: Proposal): proposal is ActorProposal =>
  proposal.kind === 'person' || proposal.kind === 'organisation';
const isSaid = (proposal: Proposal): proposal is SaidProposal =>
  proposal.kind === 'claim' || proposal.kind === 'recommendation';

/**
 * Codes what was accepted of an article: people and bodies, reports, and what is said with an utterance by each speaker who
 * is known, accepted too, or in the corpus. What is said belongs to no topic yet, and where nobody is known to say it, to nobody:
 * `findOpen` tells. Known actors take on the words that name them here. Relations are not coded: they lead between proposals of
 * which either may have been turned down.
 */
export function toCoding(corpus: Corpus, article: string, accepted: readonly Proposal[]): Edit {
  const put = new Map<string, Item>();
  const taken = new Set<string>();
  const anchor = (span: { start: number; end: number }) => toAnchor(corpus, article, span);
  const enter = (item: Item) => {
    taken.add(item.id);
    put.set(item.id, item);
    return item.id;
  };
  /** Names → ids of who may speak. */
  const speakers = new Map<string, string>();
  const addActor = (proposal: ActorProposal | ReportProposal) => {
    const { label, passage } = proposal;
    const aliases = isActor(proposal) ? proposal.aliases : [];
    const known = isActor(proposal) && proposal.id !== undefined ? corpus.nodes.get(proposal.id) : undefined;
    if (known) {
      const stored = toStored(known);
      if (known.passages.every((one) => one.article !== article))
        enter({ ...stored, passages: [...stored.passages, anchor(passage)] });
    }
    const id =
      known?.id ??
      enter({
        id: toNewId(corpus, proposal.kind, label, taken),
        type: proposal.kind,
        label,
        ...(aliases.length > 0 && { aliases: [...aliases] }),
        passages: [anchor(passage)],
      });
    for (const name of [label, ...aliases]) if (!speakers.has(name)) speakers.set(name, id);
  };
  for (const proposal of accepted) if (isActor(proposal) || proposal.kind === 'report') addActor(proposal);

  const toSpeaker = ({ id, label }: Speaker): string | undefined =>
    id !== undefined && corpus.nodes.has(id) ? id : speakers.get(label);
  for (const proposal of accepted) {
    if (!isSaid(proposal)) continue;
    const { passage, speech } = proposal;
    const label = toHeadline(passage.quote);
    const id = enter({
      id: toNewId(corpus, proposal.kind, label, taken),
      type: proposal.kind,
      label,
      statement: toStatement(passage.quote),
      ...(proposal.kind === 'recommendation' && { form: proposal.form }),
      passages: [anchor(passage)],
    } as Item);
    const said = new Set<string>();
    for (const speaker of proposal.speakers) {
      const source = toSpeaker(speaker);
      if (source === undefined || said.has(source)) continue;
      said.add(source);
      const [start, end] = [Math.min(speaker.start, passage.start), Math.max(speaker.end, passage.end)];
      const isNear = end - start - (passage.end - passage.start) <= NEAR;
      const type = source.startsWith('report:') ? 'states' : 'authored';
      enter({
        id: toNewId(
          corpus,
          type,
          `${source.slice(source.indexOf(':') + 1)} to ${id.slice(id.indexOf(':') + 1)}`,
          taken,
        ),
        type,
        source,
        target: id,
        basis: 'stated',
        speech,
        passages: isNear ? [anchor({ start, end })] : [anchor(passage), anchor(speaker)],
      });
    }
  }
  return { put: [...put.values()] };
}
