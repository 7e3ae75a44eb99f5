// What an article is proposed to hold: who is named, what they say and recommend, by rules that can each be named.
import type { Span } from '../anchor';
import { findActors, type Actor, type Mention } from './actors';
import { attribute, findLeadIn } from './attribution';
import type { Attribution } from './content';
import { findOpeningSubject, isFinite, toSpan, type Part } from './clauses';
import { isCapital, isTerminal, isWord, toLanguage, type Language, type Token } from './language';
import type {
  ActorProposal,
  Proposal,
  RelationProposal,
  ReportProposal,
  SaidProposal,
  Speaker,
  Words,
} from './proposal';
import type { KnownActor } from './known';
import { findQuotations, type Quotation } from './quotations';
import { findAffiliations, findReport, findStances, isTakenUp } from './relations';
import { REPORTS, ROLES, TITLES } from './lexicon';
import { findReports, type Report, type ReportMention } from './reports';
import { toSentences, type Sentence, type Unit } from './sentences';
import { toMemory, type Memory, type Resolved } from './speakers';

/** Fewer words than this are not a claim. */
const LEAST_WORDS = 3;
const ADVISING = /^(?:recommend|urge|demand|advise|call|propose)$/;
const PLEDGING = /^(?:pledge|promise|vow)$/;

/** Something said, before it is a proposal. `kind` where a list's lead-in tells it. */
type Said = {
  span: Span;
  attribution: Pick<Attribution, 'verb' | 'rule' | 'confidence'>;
  resolved?: Resolved;
  speech: SaidProposal['speech'];
  kind?: ReturnType<typeof toKind>;
};
/** A side taken: by whom, with or against which report or what said before. */
type Side = {
  type: 'supports' | 'disputes' | 'responds-to';
  source: Actor | Said;
  target: Report | Said;
  span: Span;
};

/** Whether words open a quotation that they do not close: 'called it “crude'. */
const isOpen = (words: string) =>
  words.lastIndexOf('“') > words.lastIndexOf('”') ||
  words.split('"').length % 2 === 0 ||
  /(?:^|[\s(])(?:‘[^’]*|'[^']*)$/.test(words);

/** A span without the marks and spaces around it. */
function trim(text: string, { start, end }: Span): Span {
  while (start < end && /[\s"“”‘’'„«»,;:•–—-]/.test(text[start]!)) start++;
  while (end > start && /[\s"“”‘'„«»,;:–—-]/.test(text[end - 1]!)) end--;
  if (text[end - 1] === '’' && !text.slice(start, end - 1).includes('‘')) end--;
  // What opens or closes within the span stays in it.
  if (/[”"’']/.test(text[end] ?? '') && isOpen(text.slice(start, end))) end++;
  const words = text.slice(start, end);
  const closing = words.indexOf('”');
  const isClosed = closing >= 0 && !words.slice(0, closing).includes('“');
  if ((text[start - 1] === '“' && isClosed) || (text[start - 1] === '"' && words.split('"').length % 2 === 0))
    start--;
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

const BULLET = /^(?:[•*‣◦▪·–—-]|\d{1,2}[.)]?)$/;
/** How much less sure something said is for whom it is said by: a pronoun may mean nobody named, or two. */
const toDoubt = ({ speaker, actor, rival, isUnsure }: Resolved): number =>
  // 'We believe that good journalism …' of whoever runs the page.
  !actor && PRONOUN.test(speaker.label) ? 0.3 : rival || isUnsure ? 0.2 : 0;
const PRONOUN = /^(?:s?he|it|they|we|i)$/i;
const FIRST_PERSON = /^(?:we|our|us|i|my|me|ours)$/;
/** From how many of its sentences that speak of 'we' and 'I' an article is somebody's own voice. */
const LEAST_OWN = 4;
const OWN_SHARE = 0.2;
const SPEECHES = /^(?:speech|address|lecture|keynote|statement|letter|column|blog|remarks)$/;
/** In how many of its first and last paragraphs whoever wrote an article is named in a line of their own. */
const [MOST_ABOVE, MOST_BELOW] = [8, 4];

/** Reads sentence after sentence who says what, and who takes sides. */
function readSaid(
  language: Language,
  { outer, inner }: { outer: readonly Sentence[]; inner: readonly Sentence[] },
  mentions: readonly Mention[],
  reports: ReadonlyMap<number, ReportMention>,
): { said: Said[]; sides: Side[] } {
  const { text, tokens } = language;
  const memory = toMemory(language, mentions, reports);
  const said: Said[] = [];
  const sides: Side[] = [];
  const speakerOf = new Map<Quotation, Resolved>();
  const push = (units: readonly Unit[], attribution: Attribution, resolved: Resolved | undefined): Said => {
    const { from, to } = attribution.content;
    const whole = to - from === 1 ? units[from]!.quotation : undefined;
    const span = trim(text, whole ? whole.inner : toSpan(units, attribution.content));
    const confidence = Math.max(0, attribution.confidence - (resolved ? toDoubt(resolved) : 0));
    const one: Said = {
      span,
      attribution: { ...attribution, confidence },
      ...(resolved && { resolved }),
      speech: whole ? 'direct' : 'indirect',
    };
    said.push(one);
    if (resolved)
      for (let place = from; place < to; place++) {
        const { quotation } = units[place]!;
        if (quotation && !speakerOf.has(quotation)) speakerOf.set(quotation, resolved);
      }
    return one;
  };
  const author = findOwnVoice(outer, tokens, mentions, text);
  const people = new Map(
    mentions.flatMap((mention) => (mention.actor.kind === 'person' ? [[mention.from, mention]] : [])),
  );
  const labels = findLabels(language, outer, people);

  /** Who last said something in quotation marks, and in which sentence: a quotation alone goes on with them. */
  let lastQuoted: { resolved: Resolved; sentence: number } | undefined;
  /** Which person a sentence that tells of nothing said is about: a quotation right behind it is theirs. */
  let lastAbout: { resolved: Resolved; sentence: number } | undefined;
  /** What leads in the list below it. */
  let leadIn: Said | undefined;
  /** Who says the paragraphs below, without quotation marks. */
  let below: Below | undefined;
  for (const [place, sentence] of outer.entries()) {
    const { units } = sentence;
    const before = said.length;
    if (leadIn && BULLET.test(units[0]!.text) && units.length > 3) {
      const item = units.slice(1).filter((unit) => unit.quotation || isWord(unit));
      const { resolved, kind } = leadIn;
      const end = units.at(-1)!.end;
      // '…; and' leads on to the next item.
      const words = text.slice(item[0]?.start ?? end, end).replace(/[;,]\s*(?:and|or)\s*$/, '');
      const next: Said = {
        span: trim(text, { start: item[0]?.start ?? end, end: (item[0]?.start ?? end) + words.length }),
        attribution: { verb: leadIn.attribution.verb, rule: 'list', confidence: 0.65 },
        ...(resolved && { resolved }),
        speech: 'indirect',
        kind: kind!,
      };
      said.push(next);
      continue;
    }
    if (leadIn && outer[place - 1]?.block !== sentence.block) leadIn = undefined;

    const isFirst = outer[place - 1]?.block !== sentence.block;
    if (below && isFirst) below = goesOnBelow(below, outer, place) ? below : undefined;
    if (below && isFirst) {
      let last = place;
      while (outer[last + 1]?.block === sentence.block) last++;
      said.push({
        span: trim(text, { start: units[0]!.start, end: outer[last]!.units.at(-1)!.end }),
        attribution: { verb: 'say', rule: 'colon', confidence: below.block === sentence.block ? 0.7 : 0.5 },
        resolved: below.resolved,
        speech: 'direct',
      });
    }
    const label = labels.get(sentence.block);
    if (label && outer[place - 1]?.block !== sentence.block) {
      said.push({
        span: trim(text, label.span),
        attribution: { verb: 'say', rule: 'label', confidence: label.confidence },
        resolved: label.resolved,
        speech: 'direct',
      });
      memory.hear(label.resolved);
    }
    const voice = label?.resolved ?? below?.resolved ?? author;
    const attributions = attribute(sentence);
    const contents = attributions.map(({ content }) => content);
    const opening = findOpeningSubject(units);
    const isFree = opening && !contents.some(({ from, to }) => from <= opening.from && opening.from < to);
    const isSaying = attributions.length > 0 || said.length > before;
    const about = isFree ? memory.notice(units, opening, isSaying) : undefined;
    const covered = new Set<Quotation>();
    const speakers: Part[] = [];
    for (const attribution of attributions) {
      const { speaker } = attribution;
      const resolved = speaker && memory.resolve(units, speaker, voice);
      push(units, attribution, resolved);
      let isQuoted = false;
      for (let index = attribution.content.from; index < attribution.content.to; index++) {
        const { quotation } = units[index]!;
        if (!quotation) continue;
        covered.add(quotation);
        isQuoted = true;
      }
      // Who speaks within what somebody else says is not the one who goes on speaking.
      const isWithin = attributions.some(
        ({ content, verb }) =>
          attribution.speaker &&
          verb !== attribution.verb &&
          content.from <= attribution.speaker.from &&
          attribution.speaker.to <= content.to,
      );
      if (!resolved || isWithin) continue;
      memory.hear(resolved);
      speakers.push(speaker);
      if (isQuoted || attribution.confidence > 0.7) lastQuoted = { resolved, sentence: place };
    }
    memory.close(units, contents, opening ? [...speakers, opening] : speakers);
    for (const { type, subject, object } of findStances(units)) {
      const source = memory.resolve(units, subject).actor;
      const words = units.slice(object.from, object.to);
      const target = findReport(words, reports)?.report ?? (isTakenUp(words) ? said[before - 1] : undefined);
      const span = {
        start: Math.min(units[subject.from]!.start, words[0]!.start),
        end: Math.max(words.at(-1)!.end, units[subject.to - 1]!.end),
      };
      if (source && target) sides.push({ type, source, target, span });
    }
    const answered = isAnswer(units) ? findReport(units.slice(0, 14), reports)?.report : undefined;
    if (answered)
      for (const source of said.slice(before, before + 1))
        sides.push({
          type: 'responds-to',
          source,
          target: answered,
          span: toSpan(units, { from: 0, to: units.length }),
        });

    // 'Mohammed Iqbal lost everything. “…”'
    if (about && said.length === before) lastAbout = { resolved: about, sentence: place };
    for (const [index, unit] of units.entries()) {
      if (!unit.quotation || covered.has(unit.quotation) || label) continue;
      const isLed = index === units.length - 1 && units[index - 1]?.text === ':';
      const named = !isLed
        ? undefined
        : said.length > before
          ? said.at(-1)!.resolved
          : (about ?? findOnly(units, people, memory));
      if (named) {
        const content = { from: index, to: index + 1 };
        const confidence = about ? 0.7 : 0.6;
        push(units, { content, verb: 'say', rule: 'quotation-beside', confidence }, named);
        lastQuoted = { resolved: named, sentence: place };
        continue;
      }
      // 'On early help: “…”' is a heading with what is said below it.
      const isHeaded = isLed && !units.some((_, at) => isFinite(units, at));
      const isAlone = isHeaded || units.every((other) => other.quotation || !isWord(other));
      const next = units[index + 1];
      if (!isAlone || !(/[.!?…,]["”’'»]*$/.test(unit.text) || (next && isTerminal(next)))) continue;
      let last = place - 1;
      while (last > 0 && isHeading(outer[last]!, outer[last + 1])) last--;
      const isAbout =
        lastAbout?.sentence === last &&
        (outer[last]!.block === sentence.block || isResponse(outer[last]!.units));
      if (isAbout) lastQuoted = lastAbout;
      if (!lastQuoted || last + 1 - lastQuoted.sentence > 2) continue;
      const content = { from: index, to: index + 1 };
      push(
        units,
        isAbout
          ? { content, verb: 'say', rule: 'quotation-beside', confidence: 0.6 }
          : { content, verb: 'say', rule: 'quotation-continued', confidence: 0.75 },
        lastQuoted.resolved,
      );
      lastQuoted = { ...lastQuoted, sentence: place };
    }
    if (units.at(-1)!.text === ':') {
      const last = said.length > before ? said.at(-1)! : undefined;
      const words = text.slice(units[0]!.start, units.at(-1)!.end);
      const led = last ? undefined : findLeadIn(units);
      const verb =
        last?.attribution.verb ?? led?.verb ?? (/\brecommend/i.test(words) ? 'recommend' : undefined);
      const leader = led?.speaker ?? opening;
      const resolved = last?.resolved ?? (leader && verb ? memory.resolve(units, leader) : undefined);
      if (led && resolved && units.length < 60) {
        lastQuoted = { resolved, sentence: place };
        if (SAYING.test(led.verb)) below = { resolved, block: sentence.block + 1 };
      }
      if (verb && resolved)
        leadIn = {
          span: { start: 0, end: 0 },
          attribution: { verb, rule: 'list', confidence: 0.65 },
          resolved,
          speech: 'indirect',
          kind: toKind(last ? text.slice(last.span.start, last.span.end) : words, verb),
        };
    }
    if (
      author &&
      !label &&
      !below &&
      said.length === before &&
      units.length > 6 &&
      findOpeningSubject(units) &&
      !units.some(({ quotation }) => quotation)
    )
      push(
        units,
        { content: { from: 0, to: units.length }, verb: 'say', rule: 'own-voice', confidence: 0.5 },
        author,
      ).speech = 'narration';
  }
  for (const { units, quotation, ...sentence } of inner) {
    const speaker = speakerOf.get(quotation!);
    for (const attribution of attribute({ units, ...sentence })) {
      if (attribution.content.from === 0) continue;
      const resolved = attribution.speaker && memory.resolve(units, attribution.speaker, speaker);
      push(units, { ...attribution, confidence: attribution.confidence - 0.2 }, resolved ?? speaker);
    }
  }
  return { said, sides };
}

/** The only person some units name: 'For Alan Wood, the answer is clear: “…”'. */
function findOnly(
  units: readonly Unit[],
  people: ReadonlyMap<number, Mention>,
  memory: Memory,
): Resolved | undefined {
  const named = units.flatMap(({ index }) => people.get(index) ?? []);
  const from = units.findIndex(({ index }) => index === named[0]?.from);
  const to = units.findIndex(({ index }) => index === named[0]?.to);
  return named.length === 1 && to > from ? memory.resolve(units, { from, to }) : undefined;
}

/** What a paragraph says behind the name it opens with, as in a transcript: 'Alan Wood: I think …'. */
type Label = { resolved: Resolved; span: Span; confidence: number };
/** Fewer words than this behind a name and a colon are no speech. */
const LEAST_SPEECH = 5;

/** The paragraphs that open with who says them. */
function findLabels(
  { text, tokens, blocks }: Language,
  outer: readonly Sentence[],
  people: ReadonlyMap<number, Mention>,
): Map<number, Label> {
  const labels = new Map<number, Label>();
  for (const { units, block } of outer) {
    const { from, to } = blocks[block]!;
    if (units[0]!.index !== from || labels.has(block)) continue;
    const colon = units.findIndex((unit, place) => place < 16 && unit.text === ':');
    if (colon < 1) continue;
    const end = units[colon]!.index;
    const words = tokens.slice(end + 1, to);
    const isSpeech = !words.some((word) => word.text === '@' || /^\d{4}/.test(word.text));
    if (!isSpeech || words.filter(isWord).length < LEAST_SPEECH) continue;
    // 'Q134 Chair:'
    const begin = /^Q\d+$/.test(tokens[from]!.text) ? from + 1 : from;
    const front = tokens.slice(begin, end);
    const named = front.flatMap(({ index }) => people.get(index) ?? []);
    const mention = tokens[end - 1]?.text === ')' ? named.at(-1) : named[0];
    // 'Alan Wood (Hackney):', 'Alan Wood, president of ADCS:', 'The Secretary of State (Alan Wood):'
    const isFirst = mention && mention.from - begin < 3 && tokens.slice(begin, mention.from).every(isCapital);
    const isBehind = mention && tokens[mention.to]?.text === ')' && mention.to === end - 1;
    const isName =
      mention &&
      isCapital(tokens[begin]!) &&
      (isBehind || (isFirst && (mention.to === end || /^[,(]$/.test(tokens[mention.to]!.text)))) &&
      front.every(({ pos, index }) => (pos !== 'VERB' && pos !== 'AUX') || mention.to > index);
    const isSentence = words.slice(-2).some(isTerminal);
    // 'Chair: …' in a transcript, 'Police: …' in a headline.
    const role = front.length === 1 && isCapital(front[0]!) ? front[0]! : undefined;
    const isRole =
      role &&
      (isSentence ? TITLES.has(role.lower) : block < 3 && (ROLES.has(role.lower) || REPORTS.has(role.lower)));
    if (!isName && !isRole) continue;
    const holder = isName ? mention : { from: begin, to: end, actor: undefined };
    const { start } = tokens[holder.from]!;
    const stop = tokens[holder.to - 1]!.end;
    const quote = text.slice(start, stop);
    const { label, id } = holder.actor ?? { label: quote };
    labels.set(block, {
      resolved: {
        speaker: { start, end: stop, quote, label, ...(id !== undefined && { id }) },
        ...(holder.actor && { actor: holder.actor }),
        isPlural: false,
      },
      span: { start: words[0]!.start, end: words.at(-1)!.end },
      confidence: isSentence ? 0.75 : 0.5,
    });
  }
  return labels;
}

/** Who is said to say what stands in the paragraphs from `block` on: 'Tim Loughton said:'. */
type Below = { resolved: Resolved; block: number };
const SAYING = /^(?:say|add|comment|tell|write|state|explain|respond|reply|continue)$/;
/** In how many paragraphs without quotation marks somebody goes on speaking, at most. */
const MOST_BELOW_SAID = 6;

/** Whether the paragraph that a sentence opens is theirs: the first, and those in the first person that follow. */
function goesOnBelow({ block: first }: Below, outer: readonly Sentence[], place: number): boolean {
  const { block } = outer[place]!;
  const units = outer.slice(place, place + 40).flatMap((one) => (one.block === block ? one.units : []));
  if (block >= first + MOST_BELOW_SAID || BULLET.test(units[0]!.text) || units.length < 9) return false;
  if (units.some(({ quotation }) => quotation) || !isTerminal(units.at(-1)!)) return false;
  return block === first || units.some(({ lower, pos }) => pos === 'PRON' && FIRST_PERSON.test(lower));
}

/** Whether a sentence is a short line of its own that ends no sentence: 'On early help:'. */
const isHeading = ({ units, block }: Sentence, next: Sentence | undefined) =>
  units.length < 14 &&
  block !== next?.block &&
  !units.some(({ quotation }) => quotation) &&
  !isTerminal(units.at(-1)!);

/** Whether a sentence tells that somebody answers or comments: what they say may be the next paragraph. */
const isResponse = (units: readonly Unit[]) =>
  units.some(({ lower }) => /^(?:respond|react|comment|repl|answer)(?:s|ed|ies|ied)$/.test(lower));

/** Whether a sentence opens with 'Responding to' or 'In response to'. */
const isAnswer = (units: readonly Unit[]) =>
  /^respond(?:ing|ed)$/.test(units[0]!.lower) ||
  (units[0]!.lower === 'in' && /^(?:response|reply|reaction)$/.test(units[1]?.lower ?? ''));

/** Whoever writes an article of their own opinion: it says 'we' and 'I' outside quotations, under somebody's name. */
function findOwnVoice(
  outer: readonly Sentence[],
  tokens: readonly Token[],
  mentions: readonly Mention[],
  text: string,
): Resolved | undefined {
  const own = outer.filter(({ units }) =>
    units.some(({ lower, pos }) => pos === 'PRON' && FIRST_PERSON.test(lower)),
  );
  if (own.length < LEAST_OWN || own.length < outer.length * OWN_SHARE) return undefined;
  const last = outer.at(-1)!.block;
  const byline = mentions.find(({ from, to, actor }) => {
    const { block } = tokens[from]!;
    if (actor.kind !== 'person') return false;
    if (tokens[from - 1]?.lower === 'by') return tokens[from - 2]?.block !== block;
    // 'Amanda Spielman’s speech at the conference'
    if (block < 3 && tokens[to]?.lower === "'s" && SPEECHES.test(tokens[to + 1]?.lower ?? '')) return true;
    // A line that is only a name, above or below what is written: 'HMCI Amanda Spielman'.
    const front = tokens.slice(Math.max(0, from - 3), from).filter((token) => token.block === block);
    return (
      (block < MOST_ABOVE || block > last - MOST_BELOW) &&
      tokens[from - front.length - 1]?.block !== block &&
      front.every((token) => isCapital(token) && token.lower !== 'dear') &&
      (tokens[to]?.block !== block || tokens[to].text === ',') &&
      !tokens
        .slice(to, to + 24)
        .some((token) => token.block === block && (token.pos === 'VERB' || isTerminal(token)))
    );
  });
  if (!byline) return undefined;
  const { start } = tokens[byline.from]!;
  const { end } = tokens[byline.to - 1]!;
  const { label, id } = byline.actor;
  return {
    speaker: { start, end, quote: text.slice(start, end), label, ...(id !== undefined && { id }) },
    actor: byline.actor,
    isPlural: false,
  };
}

/**
 * Everything proposed from an article: people and organisations first, then reports, what is said in the order of the text,
 * and what joins them. `known` are the actors the corpus has already. The same text gives the same proposals; no text makes
 * it fail.
 */
export function propose(text: string, known: readonly KnownActor[]): Proposal[] {
  const language = toLanguage(text);
  const { tokens } = language;
  const sentences = toSentences(language, findQuotations(language));
  const starts = new Set<number>();
  for (const { units } of [...sentences.outer, ...sentences.inner]) {
    const first = units.find((unit) => unit.pos !== 'QUOTE' && isWord(unit));
    if (first) starts.add(first.index);
  }
  const { actors, mentions } = findActors(language, starts, known);
  const reports = findReports(language, mentions);
  const reportAt = new Map(
    reports.flatMap((report) => report.mentions.map((mention) => [mention.from, mention])),
  );
  const { said, sides } = readSaid(language, sentences, mentions, reportAt);

  const wordsOf = ({ from, to }: { from: number; to: number }) =>
    toWords(text, { start: tokens[from]!.start, end: tokens[to - 1]!.end });
  const speakerOf = (mention: Mention): Speaker => {
    const { label, id } = mention.actor;
    return { ...wordsOf(mention), label, ...(id !== undefined && { id }) };
  };
  const proposals: Proposal[] = [];
  const placeOf = new Map<Actor | Report | Said, number>();
  const add = (proposal: Proposal, from?: Actor | Report | Said) => {
    if (from) placeOf.set(from, proposals.length);
    proposals.push(proposal);
  };

  for (const actor of actors) {
    const places = actor.mentions.map(wordsOf);
    add(
      {
        kind: actor.kind,
        label: actor.label,
        aliases: [...actor.names].filter((name) => name !== actor.label),
        ...(actor.id !== undefined && { id: actor.id }),
        passage: places.reduce((a, b) => (b.quote.length > a.quote.length ? b : a)),
        mentions: places,
        confidence: actor.confidence,
        rule: actor.rule,
      } satisfies ActorProposal,
      actor,
    );
  }
  for (const report of reports) {
    const places = report.mentions.map(wordsOf);
    add(
      {
        kind: 'report',
        label: report.label,
        authors: report.authors.map(speakerOf),
        passage: places[0]!,
        mentions: places,
        confidence: report.confidence,
        rule: report.rule,
      } satisfies ReportProposal,
      report,
    );
  }
  // The same words by the same speaker once, as in a headline or the caption of a picture.
  const taken = new Map<string, number>();
  for (const one of said.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const { span, attribution, resolved, speech, kind } = one;
    const passage = toWords(text, span);
    const words = passage.quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < LEAST_WORDS) continue;
    const key = `${resolved?.speaker.label ?? ''}: ${words.join(' ')}`;
    const same = taken.get(key);
    if (same !== undefined) {
      placeOf.set(one, same);
      continue;
    }
    taken.set(key, proposals.length);
    add(
      {
        ...(kind ?? toKind(passage.quote, attribution.verb)),
        passage,
        confidence: Math.round(attribution.confidence * 100) / 100,
        rule: attribution.rule,
        speech,
        speakers: resolved ? [resolved.speaker] : [],
        ...(resolved?.rival && { rivals: [resolved.rival.speaker] }),
      } satisfies SaidProposal,
      one,
    );
  }
  for (const { type, source, target, span } of sides) {
    const [from, to] = [placeOf.get(source), placeOf.get(target)];
    if (from === undefined || to === undefined) continue;
    add({
      kind: 'relation',
      type,
      source: from,
      target: to,
      passage: toWords(text, span),
      confidence: 0.5,
      rule: type === 'responds-to' ? 'response' : 'taking-sides',
    } satisfies RelationProposal);
  }
  for (const { person, body, isRole } of findAffiliations(language, mentions)) {
    const [source, target] = [placeOf.get(person.actor), placeOf.get(body.actor)];
    if (source === undefined || target === undefined) continue;
    const [first, last] = person.from < body.from ? [person, body] : [body, person];
    add({
      kind: 'relation',
      type: 'affiliated-with',
      source,
      target,
      passage: wordsOf({ from: first.from, to: last.to }),
      confidence: isRole ? 0.7 : 0.6,
      rule: isRole ? 'role-beside-name' : 'of-body',
    } satisfies RelationProposal);
  }
  return proposals;
}
