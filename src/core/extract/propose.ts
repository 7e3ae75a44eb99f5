// What an article is proposed to hold: who is named, what they say and recommend, by rules that can each be named.
import type { Span } from '../anchor';
import { findActors, type KnownActor } from './actors';
import { attribute, toSpan, type Attribution } from './attribution';
import { isWord, toLanguage } from './language';
import type { ActorProposal, Proposal, SaidProposal, Words } from './proposal';
import { findQuotations, type Quotation } from './quotations';
import { toSentences, type Sentence, type Unit } from './sentences';
import { toMemory, type Resolved } from './speakers';

/** Fewer words than this are not a claim. */
const LEAST_WORDS = 3;
const ADVISING = /^(?:recommend|urge|demand|advise|call|propose)$/;
const PLEDGING = /^(?:pledge|promise|vow)$/;

type Said = {
  span: Span;
  attribution: Pick<Attribution, 'verb' | 'rule' | 'confidence'>;
  resolved?: Resolved;
  speech: SaidProposal['speech'];
};

/** A span without the marks and spaces around it. */
function trim(text: string, { start, end }: Span): Span {
  while (start < end && /[\s"“”‘’'„«»,;:•–—-]/.test(text[start]!)) start++;
  while (end > start && /[\s"“”‘'„«»,;:–—-]/.test(text[end - 1]!)) end--;
  if (text[end - 1] === '’' && !text.slice(start, end - 1).includes('‘')) end--;
  return { start, end };
}

const toWords = (text: string, { start, end }: Span): Words => ({
  start,
  end,
  quote: text.slice(start, end),
});

/** What kind of proposal something said is. */
function toKind(
  words: string,
  verb: string,
): { kind: 'claim' } | { kind: 'recommendation'; form: 'recommendation' | 'proposal' | 'commitment' } {
  const opening = words.slice(0, 160).toLowerCase();
  if (PLEDGING.test(verb) && /\b(?:will|would|to)\b/.test(opening))
    return { kind: 'recommendation', form: 'commitment' };
  if (
    /^(?:it|they|he|she|we|i|the (?:government|party|council|company|regulator|inspectorate))\s+(?:will|would|'ll|’ll)\s(?!not be\b|be\b|have\b)/.test(
      opening,
    )
  )
    return { kind: 'recommendation', form: 'commitment' };
  if (/\b(?:should|ought to)\b/.test(opening) || ADVISING.test(verb))
    return {
      kind: 'recommendation',
      form: verb === 'propose' || verb === 'suggest' ? 'proposal' : 'recommendation',
    };
  if (/\bmust\b/.test(opening) && !/\bmust have\b/.test(opening))
    return { kind: 'recommendation', form: 'recommendation' };
  return { kind: 'claim' };
}

/**
 * Everything proposed from an article: people and organisations first, then what is said in the order of the text. `actors`
 * are those the corpus knows already. The same text gives the same proposals; no text makes it fail.
 */
export function propose(text: string, actors: readonly KnownActor[]): Proposal[] {
  const language = toLanguage(text);
  const { tokens } = language;
  const quotations = findQuotations(language);
  const { outer, inner } = toSentences(language, quotations);

  const starts = new Set<number>();
  for (const { units } of [...outer, ...inner]) {
    const first = units.find((unit) => unit.pos !== 'QUOTE' && isWord(unit));
    if (first) starts.add(first.index);
  }
  const found = findActors(language, starts, actors);
  const memory = toMemory(text, found.mentions);

  const said: Said[] = [];
  const speakerOf = new Map<Quotation, Resolved>();
  const push = (units: readonly Unit[], attribution: Attribution, resolved: Resolved | undefined) => {
    const { from, to } = attribution.content;
    const whole = to - from === 1 ? units[from]!.quotation : undefined;
    const span = trim(text, whole ? whole.inner : toSpan(units, attribution.content));
    said.push({ span, attribution, ...(resolved && { resolved }), speech: whole ? 'direct' : 'indirect' });
    if (resolved)
      for (let place = from; place < to; place++) {
        const quotation = units[place]!.quotation;
        if (quotation && !speakerOf.has(quotation)) speakerOf.set(quotation, resolved);
      }
  };

  let lastQuoted: { resolved: Resolved; sentence: number } | undefined;
  for (const [place, sentence] of outer.entries()) {
    const { units } = sentence;
    const attributions = attribute(sentence);
    const covered = new Set<Quotation>();
    for (const attribution of attributions) {
      const resolved = attribution.speaker && memory.resolve(units, attribution.speaker);
      push(units, attribution, resolved);
      let isQuoted = false;
      for (let index = attribution.content.from; index < attribution.content.to; index++) {
        const { quotation } = units[index]!;
        if (quotation) {
          covered.add(quotation);
          isQuoted = true;
        }
      }
      const isWithin = attributions.some(
        ({ content, verb }) =>
          attribution.speaker &&
          verb !== attribution.verb &&
          content.from <= attribution.speaker.from &&
          attribution.speaker.to <= content.to,
      );
      if (resolved && !isWithin) {
        memory.hear(resolved);
        if (isQuoted || attribution.confidence > 0.7) lastQuoted = { resolved, sentence: place };
      }
    }
    for (const [index, unit] of units.entries()) {
      if (!unit.quotation || covered.has(unit.quotation)) continue;
      const rest = restOf(units, index);
      if (
        rest === 'alone' &&
        lastQuoted &&
        place - lastQuoted.sentence <= 2 &&
        /[.!?…,]["”’'»]*$/.test(unit.text)
      ) {
        push(
          units,
          {
            content: { from: index, to: index + 1 },
            verb: 'say',
            rule: 'quotation-continued',
            confidence: 0.75,
          },
          lastQuoted.resolved,
        );
        lastQuoted = { ...lastQuoted, sentence: place };
      }
    }
  }
  for (const sentence of inner) {
    const { units, quotation } = sentence;
    const speaker = speakerOf.get(quotation!);
    for (const attribution of attribute(sentence)) {
      if (attribution.content.from === 0) continue;
      const resolved = attribution.speaker && memory.resolve(units, attribution.speaker, speaker);
      push(units, { ...attribution, confidence: attribution.confidence - 0.2 }, resolved ?? speaker);
    }
  }

  const proposals: Proposal[] = found.actors.map((actor): ActorProposal => {
    const mentions = actor.mentions.map(({ from, to }) =>
      toWords(text, { start: tokens[from]!.start, end: tokens[to - 1]!.end }),
    );
    const full = mentions.reduce((a, b) => (b.quote.length > a.quote.length ? b : a));
    return {
      kind: actor.kind,
      label: actor.label,
      aliases: [...actor.names].filter((name) => name !== actor.label),
      ...(actor.id !== undefined && { id: actor.id }),
      passage: full,
      mentions,
      confidence: actor.confidence,
      rule: actor.rule,
    };
  });

  const taken = new Set<string>();
  for (const { span, attribution, resolved, speech } of said.toSorted(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  )) {
    const passage = toWords(text, span);
    if ((passage.quote.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < LEAST_WORDS) continue;
    const key = `${span.start} ${span.end}`;
    if (taken.has(key)) continue;
    taken.add(key);
    proposals.push({
      ...toKind(passage.quote, attribution.verb),
      passage,
      confidence: Math.round(attribution.confidence * 100) / 100,
      rule: attribution.rule,
      speech,
      speakers: resolved ? [resolved.speaker] : [],
    });
  }
  return proposals;
}

/** What else stands in a sentence beside a quotation: nothing, or words. */
function restOf(units: Sentence['units'], index: number): 'alone' | 'words' {
  return units.every((unit, place) => place === index || unit.quotation || !isWord(unit)) ? 'alone' : 'words';
}
