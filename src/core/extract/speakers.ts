// Who a noun phrase means: somebody named, somebody named before ('she', 'the regulator'), or a role as it is written.
import { isOfWoman, type Actor, type Mention } from './actors';
import { isFinite, toSpan, type Part } from './clauses';
import { isCapital, isTerminal, type Language, type Token } from './language';
import { BODIES, HEADS, isBodyName } from './bodies';
import { REPORTING, REPORTS, ROLES, TITLES } from './lexicon';
import type { Speaker } from './proposal';
import type { ReportMention } from './reports';
import type { Unit } from './sentences';

type Named = { speaker: Speaker; actor?: Actor };
/**
 * A speaker, and the actor it is where one is named; `rival` is whom 'he' or 'she' may mean as well, and it `isUnsure` whom they
 * mean where nobody fits.
 */
export type Resolved = Named & { isPlural: boolean; rival?: Named; isUnsure?: boolean };

const SHE = /^(?:she|her|herself)$/;
const HE = /^(?:he|him|himself|his)$/;
const THEY = /^(?:they|them|themselves|both|their)$/;
const IT = /^its?$/;
const WE = /^(?:i|we|me|us|my|our|myself|ourselves)$/;
/** The noun of a role phrase: 'director' of 'the director of services'. */
const toHead = (label: string) =>
  /\p{L}+$/u.exec(label.toLowerCase().replace(/ (?:of|for|from|at|in) .*$/, ''))?.[0] ?? '';
/** Whether a role phrase means one person. */
const isSomebody = (label: string) => {
  const head = toHead(label);
  const isRole = ROLES.has(head) || TITLES.has(head) || /^(?:man|woman|girl|boy|poster)$/.test(head);
  return isRole && !/[^s]s$|^(?:people|men|women|children|police|staff|team)$/.test(head);
};

/** The roles beside a person's name: 'Labour leader Ian Ward', 'Peter Dwyer, the council’s director'. */
function findRoles(tokens: readonly Token[], { from, to }: Mention): string[] {
  const isRole = ({ lower }: Token) => ROLES.has(lower) || TITLES.has(lower);
  const front = tokens.slice(Math.max(0, from - 4), from);
  const isBeside = (token: Token) => token.text === ',' || /^(?:NOUN|PROPN|ADJ|ADP)$/.test(token.pos);
  const near = front.slice(front.findLastIndex((token) => !isBeside(token)) + 1);
  const behind = tokens[to]?.text === ',' ? tokens.slice(to + 1, to + 8) : [];
  const end = behind.findIndex(({ pos, text }) => pos === 'VERB' || pos === 'AUX' || text === ',');
  return [...near, ...behind.slice(0, end < 0 ? behind.length : end)]
    .filter(isRole)
    .map(({ lower }) => lower);
}

/** Whether a line tells something, with a verb, and does not only give a paper, a date or a name. */
const isTelling = (line: readonly Token[]) =>
  line.some((token) => /^(?:VERB|AUX)$/.test(token.pos) && !isCapital(token));

/** The words for bodies that the text calls one: 'the union, Unison,', 'the union Unison said', 'Ofsted, the schools regulator,'. */
function findDescriptions(tokens: readonly Token[], { from, to }: Mention): string[] {
  const [before, behind] = [tokens[from - 1], tokens[to]];
  const isClosed = behind?.text === ',' || (behind && isTerminal(behind));
  // 'the council Ofsted inspected'
  const isRelative = /^(?:VERB|AUX)$/.test(behind?.pos ?? '') && !REPORTING.has(behind!.lower);
  const front = before?.text === ',' ? isClosed && tokens[from - 2] : !isRelative && before;
  const apposed = behind?.text === ',' && tokens[to + 1]?.pos === 'DET' ? tokens.slice(to + 2, to + 8) : [];
  const end = apposed.findIndex(({ pos }) => !/^(?:NOUN|ADJ|PART|PROPN)$/.test(pos));
  const back = apposed[end]?.pos !== 'CCONJ' && apposed[end - 1];
  return [front, back].flatMap((word) => (word && BODIES.has(word.lower) ? word.lower : []));
}

const toNamed = ({ speaker, actor }: Resolved): Named => ({ speaker, ...(actor && { actor }) });
const toNameWords = (name: string) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether somebody is a woman, as far as their name or role tells. */
const isWomanOf = ({ actor, speaker }: Named): boolean | undefined =>
  actor ? actor.isWoman : isOfWoman(toHead(speaker.label));

/** Whether words may be the name of somebody nobody knows: 'Clive Diaz'. */
const isNamelike = (label: string) =>
  /^(?:\p{Lu}\p{Ll}[\p{L}'’-]* ){1,3}\p{Lu}\p{Ll}[\p{L}'’-]*$/u.test(label) && !isBodyName(label);

/** Whether what is named up to a unit is the subject of a verb, over what stands beside it in commas. */
function isSubject(units: readonly Unit[], from: number, to: number): boolean {
  if (units[from - 1]?.pos === 'ADP') return false;
  const comma =
    units[to]?.text === ',' ? units.findIndex(({ text }, place) => place > to && text === ',') : to;
  let verb = comma > to ? comma + 1 : comma;
  while (units[verb]?.pos === 'ADV') verb++;
  return comma >= to && comma < to + 16 && isFinite(units, verb);
}

/** Whether somebody's name is followed by who they are: 'Munro, a professor', 'Munro, who', 'Munro, 54'. */
const isDescribed = (units: readonly Unit[], to: number): boolean => {
  const next = units[to]?.text === ',' ? units[to + 1] : undefined;
  return (
    next !== undefined &&
    (/^(?:DET|NUM|NOUN)$/.test(next.pos) ||
      next.lower === 'who' ||
      ROLES.has(next.lower) ||
      TITLES.has(next.lower))
  );
};

/** Remembers who was named and who spoke, sentence after sentence. */
export type Memory = {
  resolve: (units: readonly Unit[], part: Part, quoted?: Resolved) => Resolved;
  /** Makes somebody the last who spoke. */
  hear: (resolved: Resolved) => void;
  /** Keeps in mind whom a sentence opens with, for 'he said' and 'it said' behind it; tells which person. */
  notice: (units: readonly Unit[], part: Part, isSaying: boolean) => Resolved | undefined;
  /** At the end of a sentence: whoever else it names may be 'she' in the next, but for those named in what is said and as its subjects. */
  close: (units: readonly Unit[], contents: readonly Part[], subjects: readonly Part[]) => void;
};

export function toMemory(
  { text, tokens, blocks }: Language,
  mentions: readonly Mention[],
  reports: ReadonlyMap<number, ReportMention>,
): Memory {
  const byToken = new Map<number, Mention>();
  for (const mention of mentions) byToken.set(mention.from, mention);
  /** Who was named with which role: 'the president' is whoever was introduced as one. */
  const holders = new Map<string, Mention[]>();
  for (const mention of mentions) {
    if (mention.actor.kind !== 'person') continue;
    for (const word of findRoles(tokens, mention)) {
      const list = holders.get(word);
      if (list) list.push(mention);
      else holders.set(word, [mention]);
    }
  }
  /** What the text calls a body besides its names. */
  const descriptions = new Map<Actor, Set<string>>();
  for (const mention of mentions) {
    const words = findDescriptions(tokens, mention);
    descriptions.set(mention.actor, new Set([...(descriptions.get(mention.actor) ?? []), ...words]));
  }
  /** Whoever the text speaks of: who only publishes or writes it stands beside a date or in a line of their own. */
  const told = blocks.map(({ from, to }) => isTelling(tokens.slice(from, to)));
  const spokenOf = mentions.filter(({ from }) => told[tokens[from]!.block]);
  let lastPerson: Resolved | undefined;
  let lastBody: Resolved | undefined;
  let latest: Resolved | undefined;
  let lastMany: Resolved | undefined;
  /** Whether the sentence tells of the last person. */
  let isTold = false;

  /** The last person or body named before a token. */
  const findNamed = (
    before: number,
    isMeant: (actor: Actor) => boolean,
    among: readonly Mention[] = spokenOf,
  ): Actor | undefined => {
    let [low, high] = [0, among.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (among[middle]!.from < before) low = middle + 1;
      else high = middle;
    }
    for (let place = low - 1; place >= Math.max(0, low - 30); place--)
      if (isMeant(among[place]!.actor)) return among[place]!.actor;
    return undefined;
  };
  const toWords = (units: readonly Unit[], part: Part) => {
    const { start, end } = toSpan(units, part);
    return { start, end, quote: text.slice(start, end) };
  };
  const toSpeaker = (
    words: { start: number; end: number; quote: string },
    label: string,
    id?: string,
  ): Speaker => ({
    ...words,
    label,
    ...(id !== undefined && { id }),
  });
  const ofActor = (units: readonly Unit[], part: Part, actor: Actor): Resolved => ({
    speaker: toSpeaker(toWords(units, part), actor.label, actor.id),
    actor,
    isPlural: false,
  });
  const asBefore = (units: readonly Unit[], part: Part, before: Resolved): Resolved => ({
    ...before,
    speaker: toSpeaker(toWords(units, part), before.speaker.label, before.speaker.id),
  });

  /** Where the units of a mention end. */
  const toEnd = (units: readonly Unit[], from: number, to: number, token: number) => {
    let end = from + 1;
    while (end < to && units[end]!.index < token) end++;
    return end;
  };

  const resolve = (units: readonly Unit[], whole: Part, quoted?: Resolved): Resolved => {
    // Without what belongs to the sentence rather than to the name.
    let { from, to } = whole;
    while (
      from < to - 1 &&
      (units[from]!.pos === 'ADV' ||
        units[from]!.pos === 'CCONJ' ||
        /^(?:,|-|–|•|\.)$/.test(units[from]!.lower))
    )
      from++;
    const token = units[from]!.index;
    // A pronoun at the end is the subject, whatever stands in front of it.
    const isAll = to - from === 2 && /^(?:all|both)$/.test(units[to - 1]!.lower);
    const pronoun = units[isAll ? from : to - 1]!.lower;
    const only = { from: to - 1, to };
    if (SHE.test(pronoun) || HE.test(pronoun)) {
      const isWoman = SHE.test(pronoun);
      const fits = (one: Named) => (isWomanOf(one) ?? isWoman) === isWoman;
      if (lastPerson && fits(lastPerson)) {
        const { rival, ...meant } = asBefore(units, only, lastPerson);
        return { ...meant, ...(rival && fits(rival) && { rival }) };
      }
      const named = findNamed(
        token,
        (actor) => actor.kind === 'person' && (actor.isWoman ?? isWoman) === isWoman,
      );
      if (named) return ofActor(units, only, named);
      // First names tell less of whether one is a man or a woman than titles and roles do.
      if (lastPerson?.actor && !lastPerson.actor.isTitled)
        return { ...asBefore(units, only, lastPerson), isUnsure: true };
    } else if (THEY.test(pronoun)) {
      // 'A spokesperson said so. They added …'
      const before =
        latest && !latest.actor && isSomebody(latest.speaker.label) ? latest : (lastMany ?? lastBody);
      if (before) return asBefore(units, only, before);
    } else if (IT.test(pronoun)) {
      if (lastBody) return asBefore(units, only, lastBody);
      const named = findNamed(token, (actor) => actor.kind === 'organisation');
      if (named) return ofActor(units, only, named);
    } else if (WE.test(pronoun) && quoted) return asBefore(units, only, quoted);

    // Somebody named in the phrase who is its head: no possessor, and behind no preposition.
    let body: { mention: Mention; from: number; to: number } | undefined;
    let person: { mention: Mention; from: number; to: number } | undefined;
    const comma = units.findIndex((unit, place) => place > from && place < to && unit.text === ',');
    for (let place = from; place < to; place++) {
      const mention = byToken.get(units[place]!.index);
      if (!mention) continue;
      let end = place + 1;
      while (end < to && units[end]!.index < mention.to) end++;
      const isOwner = units[end]?.lower === "'s" || units[end]?.lower === "'";
      // 'a spokeswoman for the ADCS', 'for Ms Jones'; but 'a review by Professor Munro' is Munro's.
      const lead = units[place - 1];
      const isTitled = TITLES.has(lead?.lower.replace(/\.$/, '') ?? '') && units[place - 2]?.lower !== 'by';
      const preposition = lead?.lower === 'the' || isTitled ? units[place - 2] : lead;
      const isInside =
        place > from &&
        (preposition?.pos === 'ADP' ||
          (mention.actor.kind === 'organisation' &&
            units.slice(from + 1, place).some(({ pos }) => pos === 'ADP')));
      if (mention.actor.kind === 'person' && !isOwner && (!isInside || !person)) {
        if (!person && !isInside) person = { mention, from: place, to: end };
      } else if (
        mention.actor.kind === 'organisation' &&
        !isOwner &&
        !isInside &&
        !body &&
        (comma < 0 || place < comma)
      ) {
        const next = units[end];
        // 'Ofsted inspectors', 'an Ofsted spokesman' are not Ofsted.
        if (
          end >= to ||
          next!.text === ',' ||
          next!.text === '(' ||
          next!.pos === 'ADP' ||
          next!.pos === 'CCONJ'
        )
          body = { mention, from: place, to: end };
      }
      place = end - 1;
    }
    const report = reports.get(units[from]!.index);
    const isOwner = report && /^'s?$/.test(tokens[report.to]?.lower ?? '');
    if (report && !isOwner && report.to >= units[to - 1]!.index - 12)
      return {
        speaker: toSpeaker(
          toWords(units, { from, to: toEnd(units, from, to, report.to) }),
          report.report.label,
        ),
        isPlural: false,
      };
    // 'the public services union, Unison'
    const beside = comma > 0 && comma + 1 < to ? byToken.get(units[comma + 1]!.index) : undefined;
    if (!person && !body && beside?.actor.kind === 'organisation') {
      const end = toEnd(units, comma + 1, to, beside.to);
      if (end >= to || units[end]!.text === ',') body = { mention: beside, from: comma + 1, to: end };
    }
    const head = person ?? body;
    if (head) return ofActor(units, { from: head.from, to: head.to }, head.mention.actor);

    // A role or report as it is written; up to the first comma.
    let end = comma > 0 ? comma : to;
    if (end - from > 14) end = to;
    let begin = from;
    // 'In a statement the council': behind the last preposition that leads in.
    if (units[begin]!.pos === 'ADP') {
      for (let place = end - 1; place > begin; place--)
        if (units[place]!.pos === 'DET' && units[place - 1]!.pos !== 'ADP') {
          begin = place;
          break;
        }
    }
    while (begin < end - 1 && (units[begin]!.pos === 'ADP' || units[begin]!.pos === 'ADV')) begin++;
    const participle = units.findIndex((unit, place) => place > begin && place < end && unit.pos === 'VERB');
    const isNamed = units.slice(begin, participle).some(({ pos }) => /^(?:NOUN|PROPN|PRON)$/.test(pos));
    if (participle > 0 && isNamed) end = participle;
    // 'Munro in her review'
    if (
      units[begin]!.pos === 'PROPN' &&
      !REPORTS.has(units[begin]!.lower) &&
      !ROLES.has(units[begin]!.lower) &&
      units[begin + 1]?.pos === 'ADP' &&
      // 'Transport for London'
      !(/^(?:of|for)$/.test(units[begin + 1]!.lower) && units[begin + 2] && isCapital(units[begin + 2]!)) &&
      begin + 1 < end
    )
      end = begin + 1;
    const words = units.slice(begin, end);
    const named = { from: begin, to: end };
    const heads = words.findIndex((unit, place) => place > 0 && unit.pos === 'ADP');
    const noun =
      (heads > 0 ? words.slice(0, heads) : words).findLast(
        (unit) => unit.pos === 'NOUN' || unit.pos === 'PROPN',
      )?.lower ?? '';
    const label = text
      .slice(words[0]!.start, words.at(-1)!.end)
      .replace(/\s+/g, ' ')
      .replace(/^(?:the|a|an) /i, '');
    const isDefinite =
      /^(?:the|this|that|its|their)$/.test(words[0]!.lower) &&
      words.length <= 4 &&
      !words.slice(1).some(isCapital);
    const isPlural = /[^s]s$|^(?:people|men|women|police|staff|children)$/.test(noun);
    if (isDefinite && !isPlural && (BODIES.has(noun) || HEADS.test(noun))) {
      // 'The children's charity' is whoever has all of its words in a name or is called so, never just who spoke last.
      const sought = words
        .slice(1)
        .filter(({ pos, text: word }) => pos !== 'ADP' && /^[\p{L}\p{N}]/u.test(word));
      const bearer = findNamed(token, (actor) => {
        const own = new Set([actor.label, ...actor.names].flatMap(toNameWords));
        for (const word of descriptions.get(actor)!) own.add(word);
        return actor.kind === 'organisation' && sought.every(({ lower }) => own.has(lower));
      });
      if (bearer) return ofActor(units, named, bearer);
    }
    const holder =
      isDefinite && !isPlural ? findNamed(token, () => true, holders.get(noun) ?? []) : undefined;
    if (holder) return ofActor(units, named, holder);
    return { speaker: toSpeaker(toWords(units, named), label), isPlural };
  };

  const hear = (resolved: Resolved) => {
    latest = resolved;
    const isPerson = resolved.actor
      ? resolved.actor.kind === 'person'
      : !resolved.isPlural && isSomebody(resolved.speaker.label);
    if (isPerson) [lastPerson, isTold] = [resolved, true];
    else if (resolved.actor) lastBody = resolved;
    else if (resolved.isPlural) lastMany = resolved;
    // 'A survey of its members found …' goes on with whose members they are.
    else if (!/\bits\b/i.test(resolved.speaker.quote)) lastBody = resolved;
  };
  const notice = (units: readonly Unit[], part: Part, isSaying: boolean): Resolved | undefined => {
    const word = units[part.to - 1]!.lower;
    isTold ||= /^s?he$/.test(word);
    if (
      part.to - part.from === 1 &&
      (SHE.test(word) ||
        HE.test(word) ||
        THEY.test(word) ||
        IT.test(word) ||
        WE.test(word) ||
        units[part.from]!.pos === 'PRON')
    )
      return undefined;
    const resolved = resolve(units, part);
    const { actor, speaker } = resolved;
    if (actor ? actor.kind !== 'person' : !isSomebody(speaker.label)) {
      const isBody = actor || (!resolved.isPlural && BODIES.has(toNameWords(speaker.label).at(-1) ?? ''));
      if (isBody && !isSaying) lastBody = resolved;
      if (!actor && !resolved.isPlural && isNamelike(speaker.label))
        [lastPerson, isTold] = [{ ...resolved, rival: lastPerson && toNamed(lastPerson) }, true];
      return undefined;
    }
    [lastPerson, isTold] = [resolved, true];
    latest = resolved;
    return resolved;
  };
  const close = (units: readonly Unit[], contents: readonly Part[], subjects: readonly Part[]) => {
    const [before, isKept] = [lastPerson, isTold];
    const left = isKept ? [...contents, ...subjects] : contents;
    isTold = false;
    let other: (Resolved & { isSure: boolean }) | undefined;
    for (const [from, { index }] of units.entries()) {
      const mention = byToken.get(index);
      const { actor } = mention ?? {};
      if (actor?.kind !== 'person' || actor === before?.actor) continue;
      if (left.some((part) => part.from <= from && from < part.to)) continue;
      const to = toEnd(units, from, units.length, mention!.to);
      const isSure = isSubject(units, from, to) || (actor.mentions[0] === mention && isDescribed(units, to));
      if (!other?.isSure || isSure) other = { ...ofActor(units, { from, to }, actor), isSure };
    }
    if (!other) return;
    const { isSure, ...named } = other;
    const isWoman = before && isWomanOf(before);
    const isAlike = before && (isWomanOf(named) ?? isWoman) === (isWoman ?? isWomanOf(named));
    if (before && isKept) lastPerson = isAlike ? { ...before, rival: toNamed(named) } : before;
    else lastPerson = isAlike && !isSure ? { ...named, rival: toNamed(before) } : named;
  };
  return { resolve, hear, notice, close };
}
