// Who says what in a sentence: reporting verbs with the clause or quotation that is said, and the words that name who says it.
import type { Span } from '../anchor';
import { isCapital, isTerminal } from './language';
import {
  CONTENT_NOUNS,
  MIND_ADJECTIVES,
  NOUN_TOO,
  REPORTING,
  ROLES,
  TITLES,
  type ReportingVerb,
} from './lexicon';
import type { Sentence, Unit } from './sentences';

/** Units of one sentence: from `from` up to, not including, `to`. */
export type Part = { from: number; to: number };
/** What is said, who says it as far as the sentence tells, by which verb (its base) and rule. */
export type Attribution = {
  content: Part;
  /** The noun phrase that names the speaker, with what is set beside it in commas; none where nobody is named. */
  speaker?: Part;
  verb: string;
  rule: string;
  confidence: number;
};

const DENYING = /^(?:deny|doubt|dispute)$/;
const BE = /^(?:is|are|was|were|be|been|being|am|'s|'re|'m)$/;
const HAVE = /^(?:has|have|had|having|'ve|'d)$/;
const NOT = /^(?:not|n't|never)$/;
const WH = /^(?:what|why|how|whether|if|where|who|when|which)$/;
const SUBJECT_PRONOUN =
  /^(?:he|she|they|it|we|i|you|there|this|these|those|nobody|everyone|everybody|someone|something|nothing|anyone|many|most|some)$/;
const CONTRAST = /^(?:while|whereas|although|though|but)$/;
const TIME =
  /^(?:yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|this|earlier|later|recently|also|then|now|again|afterwards|previously)$/;
const SUPPORT =
  /^(?:have|has|had|having|make|makes|made|making|express|expressed|expresses|expressing|voice|voiced|come|came|comes|reach|reached|reaches|give|gave|given|giving|hold|holds|held|share|shares|shared|raise|raised|raises|raising|issue|issued|issuing|put|repeat|repeated|defend|defended|drew|draw|reject|rejected|rejects|dismiss|dismissed|deny|denied|denies|is|was|are|were)$/;

const isNominal = ({ pos }: Unit) =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'QUOTE';

/** Whether a unit is a verb that can carry a clause of its own. */
function isFinite(units: readonly Unit[], index: number): boolean {
  const unit = units[index]!;
  if (
    unit.lower === 'be' &&
    index > 0 &&
    (units[index - 1]!.pos === 'NOUN' || units[index - 1]!.pos === 'PROPN')
  )
    return true;
  if (unit.pos === 'AUX')
    return (
      !/^(?:be|been|being|having)$/.test(unit.lower) ||
      /^(?:can|could|will|would|may|might|must|shall|should|'ll|'d)$/.test(units[index - 1]?.lower ?? '')
    );
  if (unit.pos !== 'VERB' || unit.lower.endsWith('ing')) return false;
  const before = units[index - 1];
  if (before?.lower === 'to' || before?.pos === 'DET' || before?.pos === 'ADP' || before?.pos === 'ADJ')
    return false;
  const after = units[index + 1];
  // 'crops grown in', 'companies accused of'
  if (
    /(?:ed|en|wn|ght|ade|elt)$/.test(unit.lower) &&
    before &&
    (before.pos === 'NOUN' || before.pos === 'PROPN') &&
    after &&
    /^(?:by|of|as|with|against|at|for)$/.test(after.lower)
  )
    return false;
  return true;
}

/** Whether words are a clause: something named, and then a verb of its own, before it ends. */
function isClause(units: readonly Unit[], from: number, to: number): boolean {
  const first = units[from];
  if (!first || from >= to) return false;
  if (first.lower === 'to' || /^[,.;:)]$/.test(first.text)) return false;
  let hasNoun = false;
  let relatives = 0;
  for (let index = from; index < Math.min(to, from + 45); index++) {
    const unit = units[index]!;
    if (/^(?:[;:–—]|--)$/.test(unit.text)) return false;
    if (unit.text === ',' && /^(?:how|what|why)$/.test(units[index + 1]?.lower ?? '')) return false;
    if (
      index > from &&
      hasNoun &&
      unit.pos === 'SCONJ' &&
      units[index + 1]?.lower !== 'any' &&
      unit.lower !== 'that' &&
      /^(?:after|when|because|if|while|although|though|unless|until|since|whether|before|as)$/.test(
        unit.lower,
      )
    ) {
      const isAside = units.slice(index, Math.min(to, index + 20)).some(({ text }) => text === ',');
      if (!isAside) return false;
    }
    if (unit.pos === 'ADP' && units[index + 1]?.text === ',') return false;
    if (/^(?:who|which|whom|whose)$/.test(unit.lower) && index > from) relatives++;
    if (unit.lower === 'that' && hasNoun && index > from) relatives++;
    if (
      hasNoun &&
      (isFinite(units, index) || (unit.pos === 'QUOTE' && index > from && units[index - 1]!.pos !== 'PUNCT'))
    ) {
      if (relatives === 0) return true;
      // The relative clause's own; its auxiliaries and verb are one.
      relatives--;
      while (
        index + 1 < to &&
        (units[index + 1]!.pos === 'VERB' ||
          units[index + 1]!.pos === 'AUX' ||
          units[index + 1]!.pos === 'ADV')
      )
        index++;
      continue;
    }
    if (
      unit.pos === 'CCONJ' &&
      units[index + 1]?.pos === 'VERB' &&
      !units[index + 1]!.lower.endsWith('ing') &&
      hasNoun
    )
      return false;
    if (
      isNominal(unit) ||
      SUBJECT_PRONOUN.test(unit.lower) ||
      (unit.pos === 'VERB' && unit.lower.endsWith('ing')) ||
      unit.pos === 'DET'
    )
      hasNoun = true;
  }
  return false;
}

/** Whether some words have any verb at all, or a quotation that may hold one, or are too many to have none. */
const hasVerb = (units: readonly Unit[], from: number, to: number) =>
  to - from > 6 ||
  units.slice(from, to).some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'QUOTE');

/** A verb of reporting at a unit, if it is one there. */
function toVerb(units: readonly Unit[], index: number): ReportingVerb | undefined {
  const unit = units[index]!;
  if (unit.pos === 'QUOTE' || unit.pos === 'ADJ') return undefined;
  const verb = REPORTING.get(unit.lower);
  if (!verb) return undefined;
  const before = units[index - 1];
  const after = units[index + 1];
  // 'the United States'
  if (before?.pos === 'PROPN' && isCapital(unit) && isCapital(before)) return undefined;
  if (NOUN_TOO.has(unit.lower)) {
    if (unit.pos !== 'VERB') {
      // After a name a noun is most likely its verb: 'Ofsted claims that'.
      const isOpening =
        before?.pos === 'NOUN' &&
        verb.tense === 'present' &&
        index < 5 &&
        units
          .slice(0, index)
          .every(({ pos }) => pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'DET') &&
        isClause(units, index + 1, Math.min(units.length, index + 14));
      const isJoined = before?.pos === 'CCONJ' && /^(?:he|she|they|it|we|that)$/.test(after?.lower ?? '');
      const isVerbal =
        isOpening ||
        isJoined ||
        (before &&
          (before.pos === 'PROPN' || before.pos === 'PRON') &&
          !/^(?:his|her|its|their|our|my|your)$/.test(before.lower) &&
          (after?.lower === 'that' ||
            (verb.tense !== 'base' && isClause(units, index + 1, Math.min(units.length, index + 14))) ||
            after?.pos === 'QUOTE' ||
            (after?.text === ',' && units[index + 2]?.pos === 'QUOTE')));
      // 'the findings show reduction is'
      const isPlural =
        before?.pos === 'NOUN' &&
        before.lower.endsWith('s') &&
        verb.tense === 'base' &&
        (after?.lower === 'that' || isClause(units, index + 1, Math.min(units.length, index + 12)));
      if (!isVerbal && !isPlural) return undefined;
    }
    if (
      before &&
      (before.pos === 'DET' ||
        before.pos === 'ADJ' ||
        before.pos === 'ADP' ||
        before.pos === 'NUM' ||
        before.lower === "'s" ||
        /^(?:his|her|its|their|our|my|your)$/.test(before.lower))
    )
      return undefined;
  }
  // 'the most well known effects'
  let front = index - 1;
  while (front >= 0 && units[front]!.pos === 'ADV') front--;
  if (verb.tense === 'past' && front < index - 1 && units[front]?.pos === 'DET' && unit.pos === 'VERB')
    return undefined;
  if (before && before.pos === 'DET' && !/^(?:this|that|these|those|all|both|some|each)$/.test(before.lower))
    return undefined;
  if (
    verb.tense === 'ing' &&
    before &&
    (before.pos === 'ADJ' || before.pos === 'DET' || before.lower === 'of' || before.lower === 'without')
  )
    return undefined;
  return verb;
}

/** Where a clause that begins at a unit ends. */
function findClauseEnd(units: readonly Unit[], from: number): number {
  let depth = 0;
  for (let index = from; index < units.length; index++) {
    const unit = units[index]!;
    if (unit.text === '(' || unit.text === '[') depth++;
    if (unit.text === ')' || unit.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 && units.length - index > 1) continue;
    if (isTerminal(unit) && index >= units.length - 2) return index;
    if (unit.text === ';') return index;
    if (index === from) continue;
    const next = units[index + 1];
    if (!next) break;
    const isComma = unit.text === ',' || unit.text === '–' || unit.text === '—';
    if (isComma) {
      if (CONTRAST.test(next.lower)) return index;
      // 'they won't do that, we've tried': another sentence joined on by a comma.
      const isJoinedOn =
        /^(?:i|we|he|she|they|you)$/.test(next.lower) ||
        (next.lower === 'so' && /^(?:i|we|he|she|they|you|it)$/.test(units[index + 2]?.lower ?? ''));
      if (
        isJoinedOn &&
        unit.text === ',' &&
        units[from]!.pos !== 'SCONJ' &&
        units[from]!.pos !== 'ADP' &&
        !WH.test(units[from]!.lower) &&
        isClause(units, from, index)
      )
        return index;
      const verb = toVerb(units, index + 1);
      if (verb?.tense === 'ing' && !verb.takes.has('show')) return index;
      if ((next.lower === 'and' || next.lower === 'as') && saysSoon(units, index + 2)) return index;
      if (saysSoon(units, index + 1, 8, true) && isTrailing(units, index + 1)) return index;
    }
    if (unit.lower === 'and') {
      const verb = toVerb(units, index + 1) ?? (next.pos === 'ADV' ? toVerb(units, index + 2) : undefined);
      if (
        verb &&
        verb.tense !== 'ing' &&
        (verb.tense !== 'base' || /^(?:that|he|she|it|they|we)$/.test(units[index + 2]?.lower ?? '')) &&
        (verb.takes.has('say') || verb.takes.has('tell') || verb.takes.has('quote'))
      )
        return index;
    }
  }
  const last = units.at(-1)!;
  return isTerminal(last) ? units.length - 1 : units.length;
}

/** Whether a subject and a verb of saying follow within a few units. */
function saysSoon(units: readonly Unit[], from: number, most = 7, orShows = false): boolean {
  for (let index = from; index < Math.min(units.length, from + most); index++) {
    const unit = units[index]!;
    if (unit.text === ',' || unit.pos === 'SCONJ') return false;
    const verb = toVerb(units, index);
    if (
      verb &&
      verb.tense !== 'ing' &&
      verb.tense !== 'base' &&
      (verb.takes.has('say') || verb.takes.has('tell') || (orShows && verb.takes.has('show')))
    )
      return true;
    if (unit.pos === 'VERB' || (unit.pos === 'AUX' && !HAVE.test(unit.lower))) return false;
  }
  return false;
}

/** Whether a short clause ends the sentence: ', she added.' */
function isTrailing(units: readonly Unit[], from: number): boolean {
  for (let index = from; index < Math.min(units.length, from + 12); index++)
    if (isTerminal(units[index]!)) return true;
  return units.length - from < 12;
}

const isPhrase = (unit: Unit) =>
  unit.pos === 'NOUN' ||
  unit.pos === 'PROPN' ||
  unit.pos === 'ADJ' ||
  unit.pos === 'DET' ||
  unit.pos === 'NUM' ||
  unit.pos === 'PRON' ||
  unit.pos === 'PART' ||
  unit.pos === 'SYM' ||
  unit.pos === 'ADP' ||
  /^(?:and|&|-|\/|'s|'|"|“|”|‘|’|\.)$/.test(unit.lower);

/** The noun phrase that ends right before a unit, from its first to its last word. */
function findPhraseBefore(units: readonly Unit[], end: number): Part | undefined {
  let from = end;
  while (from > 0) {
    const unit = units[from - 1]!;
    if (unit.text === ')') {
      let open = from - 1;
      while (open > 0 && from - open < 12 && units[open]!.text !== '(') open--;
      if (units[open]!.text !== '(') break;
      from = open;
      continue;
    }
    const isReduced =
      unit.pos === 'VERB' &&
      from < end &&
      (units[from]!.pos === 'ADP' || units[from]!.lower === 'as') &&
      /(?:ed|ing|en|wn|ade)$/.test(unit.lower) &&
      (units[from - 2]?.pos === 'NOUN' || units[from - 2]?.pos === 'PROPN');
    if (isReduced) {
      from--;
      continue;
    }
    if (unit.pos === 'QUOTE' || !isPhrase(unit) || (unit.lower === '.' && units[from - 2]?.pos !== 'PROPN'))
      break;
    // 'he was sure Munro said': a pronoun that is a subject begins its phrase.
    if (/^(?:he|she|they|it|we|i|who)$/.test(unit.lower)) {
      from--;
      break;
    }
    if (unit.lower === 'to' && unit.pos === 'PART') break;
    if (unit.lower === 'that' || unit.lower === 'which') break;
    from--;
  }
  while (
    from < end &&
    (/^(?:and|but|&|-|'s|'|\.|"|”|’)$/.test(units[from]!.lower) ||
      units[from]!.pos === 'PART' ||
      units[from]!.pos === 'CCONJ')
  )
    from++;
  return from < end ? { from, to: end } : undefined;
}

/** Where a noun phrase that begins at a unit ends. */
function findPhraseEnd(units: readonly Unit[], from: number): number {
  let to = from;
  while (to < units.length && isPhrase(units[to]!) && !isTerminalAt(units, to)) {
    const unit = units[to]!;
    if (to > from && (unit.lower === 'that' || SUBJECT_PRONOUN.test(unit.lower))) break;
    if (/^(?:he|she|they|it|we|i)$/.test(unit.lower)) return to + 1;
    to++;
  }
  while (
    to > from &&
    (units[to - 1]!.pos === 'ADP' || units[to - 1]!.pos === 'DET' || units[to - 1]!.pos === 'CCONJ')
  )
    to--;
  return to;
}
const isTerminalAt = (units: readonly Unit[], index: number) =>
  isTerminal(units[index]!) && index >= units.length - 2;

/** The subject of a verb that stands before it; what stands between commas beside it belongs to it. */
export function findSubject(units: readonly Unit[], verb: number): Part | undefined {
  let end = verb;
  while (end > 0) {
    const { pos, lower } = units[end - 1]!;
    if (
      pos === 'AUX' ||
      pos === 'ADV' ||
      NOT.test(lower) ||
      HAVE.test(lower) ||
      lower === 'also' ||
      (lower === 'to' && end > 1)
    )
      end--;
    // 'continues to believe', 'went on to say'
    else if (units[end]?.lower === 'to' && (pos === 'VERB' || pos === 'ADP' || pos === 'ADJ')) end--;
    else break;
  }
  const last = units[end - 1];
  if (!last) return undefined;
  if (/^(?:who|which|that)$/.test(last.lower)) {
    const before = units[end - 2]?.text === ',' ? end - 2 : end - 1;
    return findPhraseBefore(units, before) ?? { from: end - 1, to: end };
  }
  if (last.text === ',' || last.text === '–' || last.text === '—') {
    // Back over what is set in commas to the name in front.
    let to = end - 1;
    for (let tries = 0; tries < 4; tries++) {
      let comma = to - 1;
      while (
        comma >= 0 &&
        to - comma < 40 &&
        !/^[,–—]$/.test(units[comma]!.text) &&
        units[comma]!.pos !== 'QUOTE'
      )
        comma--;
      if (comma < 0) {
        const named = findPhraseBefore(units, to);
        return tries === 0 && named && units[named.from]!.pos !== 'ADP' ? named : undefined;
      }
      if (units[comma]!.pos === 'QUOTE' || to - comma >= 40) break;
      const named = findPhraseBefore(units, comma);
      if (!named) break;
      const isMore =
        named.from > 0 &&
        units[named.from - 1]!.text === ',' &&
        (/^(?:and|a|an|the|who|whose)$/.test(units[named.from]!.lower) ||
          ROLES.has(units[named.from]!.lower) ||
          TITLES.has(units[named.from]!.lower) ||
          units[named.from]!.pos === 'NUM');
      if (!isMore && !(units[named.from]!.pos === 'ADP')) return { from: named.from, to: end - 1 };
      to = comma;
    }
    return undefined;
  }
  const phrase = findPhraseBefore(units, end);
  if (!phrase) return undefined;
  // 'Claudio De Vincenti, undersecretary to the prime minister said'; 'the coach, Alireza Mehraban said'
  return phrase;
}

/** The subject of the sentence's main verb: who adds what follows in '…, adding that'. */
function findMainSubject(units: readonly Unit[], before: number): Part | undefined {
  for (let index = before - 1; index > 0; index--) {
    const verb = toVerb(units, index);
    if (verb && verb.tense !== 'ing' && verb.tense !== 'base') {
      const subject = findSubject(units, index);
      if (subject) return subject;
    }
  }
  for (let index = 1; index < before; index++)
    if (isFinite(units, index)) {
      const subject = findSubject(units, index);
      if (subject) return subject;
    }
  return undefined;
}

/** The subject a sentence opens with. */
export function findOpeningSubject(units: readonly Unit[]): Part | undefined {
  for (let index = 1; index < Math.min(units.length, 40); index++)
    if (isFinite(units, index)) return findSubject(units, index);
  return undefined;
}

/** Who said it, named behind the verb: ', said Ambassador Mohib'. */
function findInverted(units: readonly Unit[], verb: number): Part | undefined {
  let from = verb + 1;
  while (units[from]?.pos === 'ADV') from++;
  if (units[from]?.pos === 'ADP' && !/^(?:of)$/.test(units[from]!.lower)) return undefined;
  const to = findPhraseEnd(units, from);
  if (to <= from) return undefined;
  const after = units[to];
  if (after?.text === ',') {
    const end = findPhraseEnd(units, to + 1);
    if (end > to + 1) return { from, to: end };
  }
  return { from, to };
}

/** What is said after a verb: where it begins and how that is marked; none if nothing is. */
function findSaid(
  units: readonly Unit[],
  index: number,
  verb: ReportingVerb,
): { from: number; marked: 'that' | 'wh' | 'quotation' | 'colon' | 'nothing' } | undefined {
  let at = index + 1;
  const { takes } = verb;
  const isSaying = takes.has('say') || takes.has('tell');
  if (verb.base === 'point' || verb.base === 'set') {
    if (units[at]?.lower !== 'out') return undefined;
    at++;
  }
  const markedAt = (
    place: number,
  ): { from: number; marked: 'that' | 'wh' | 'quotation' | 'colon' } | undefined => {
    const unit = units[place];
    if (!unit) return undefined;
    if (unit.pos === 'QUOTE') return { from: place, marked: 'quotation' };
    const next = units[place + 1];
    if (unit.lower === 'that' && next) {
      if (next.text === ',' || hasVerb(units, place + 1, findClauseEnd(units, place + 1)))
        return { from: place + 1, marked: 'that' };
      if (next.pos === 'QUOTE') return { from: place + 1, marked: 'quotation' };
      return undefined;
    }
    if (/^[,:]$/.test(unit.text) && next?.pos === 'QUOTE') return { from: place + 1, marked: 'quotation' };
    if (unit.text === ':' && next && isSaying && units.length - place > 4)
      return { from: place + 1, marked: 'colon' };
    if (unit.text === ',' && next?.lower === 'that') {
      if (hasVerb(units, place + 2, units.length)) return { from: place + 2, marked: 'that' };
    }
    return undefined;
  };
  const direct = markedAt(at);
  if (direct) return takes.has('ask') && direct.marked === 'that' && takes.size === 1 ? undefined : direct;
  const first = units[at];
  if (!first) return undefined;
  if (
    (WH.test(first.lower) && !/^(?:when|which|who|where|if)$/.test(first.lower)) ||
    (WH.test(first.lower) && (takes.has('ask') || takes.has('tell')))
  ) {
    if (takes.has('say') || takes.has('ask') || takes.has('think') || takes.has('show') || takes.has('tell'))
      return verb.base === 'say' ||
        takes.has('ask') ||
        takes.has('think') ||
        takes.has('show') ||
        takes.has('say')
        ? { from: at, marked: 'wh' }
        : undefined;
  }
  // Over whom it is told, when and where.
  let place = at;
  const isTold =
    takes.has('tell') ||
    verb.base === 'warn' ||
    verb.base === 'remind' ||
    verb.base === 'ask' ||
    verb.base === 'show';
  if (isTold && isNominalStart(first)) {
    const end = findObjectEnd(units, at);
    if (end > at) {
      const marked = markedAt(end);
      if (marked) return marked;
      if (
        takes.has('tell') &&
        isClause(units, end, units.length) &&
        !/^(?:to|about|of)$/.test(units[end]?.lower ?? '')
      )
        return { from: end, marked: 'nothing' };
      if (takes.has('tell') && WH.test(units[end]?.lower ?? '')) return { from: end, marked: 'wh' };
      place = end;
    }
  }
  const canSkip =
    isTold ||
    first.lower === 'to' ||
    first.pos === 'ADP' ||
    first.pos === 'ADV' ||
    TIME.test(first.lower) ||
    first.text === ',' ||
    first.text === '(';
  for (
    let steps = 0;
    (isSaying || takes.has('quote') || first.pos === 'ADP') && place < units.length && steps < 22;
    place++, steps++
  ) {
    const unit = units[place]!;
    const marked = markedAt(place);
    if (
      marked &&
      place > at &&
      (canSkip || marked.marked === 'quotation' || marked.marked === 'colon') &&
      (isSaying || takes.has('quote') || marked.marked === 'that')
    ) {
      if (marked.marked === 'that' && unit.lower === 'that' && !canSkip) return undefined;
      return marked;
    }
    if (isFinite(units, place) && !(unit.pos === 'VERB' && unit.lower.endsWith('ed'))) break;
    if (unit.text === ';' || isTerminalAt(units, place)) break;
  }
  if (!(takes.has('say') || takes.has('think') || takes.has('show'))) return undefined;
  let begin = at;
  if (
    units[begin]?.pos === 'ADV' &&
    !/^(?:no|not|however|although|almost|only|even|nearly|about|over|more|just|around|less)$/.test(
      units[begin]!.lower,
    ) &&
    isNominalStart(units[begin + 1])
  )
    begin++;
  if (
    isNominalStart(units[begin]) ||
    /^(?:no|not|almost|only|even|nearly|about|over|more|just|around|less|if|although|while|when|because|by|in|on|for|at|with|as|after|adding|having)$/.test(
      units[begin]?.lower ?? '',
    ) ||
    (units[begin]?.pos === 'VERB' && units[begin]!.lower.endsWith('ing'))
  ) {
    const end = findClauseEnd(units, begin);
    const isLedIn =
      units[begin]!.lower === 'by'
        ? units[begin + 1]?.pos === 'NUM'
        : units[begin]!.pos !== 'ADP' || units.slice(begin, end).some(({ text }) => text === ',');
    if (/^(?:them|him|us|me|itself|themselves|himself|herself)$/.test(units[begin]!.lower)) return undefined;
    const lead = units[begin]!;
    const comma = units.findIndex(({ text }, place) => place > begin && place < end && text === ',');
    // 'everybody knows his name, even those who …'
    const isBroken =
      verb.base !== 'say' &&
      comma > 0 &&
      isNominalStart(lead) &&
      !/^(?:who|which|whose)$/.test(units[comma + 1]?.lower ?? '') &&
      !units.slice(begin, comma).some((_, place) => isFinite(units, begin + place));
    if (isBroken) return undefined;
    if (
      (isLedIn && isClause(units, begin, end)) ||
      (verb.base === 'say' &&
        end - begin > 5 &&
        !/^(?:,|")$/.test(units[index - 1]?.lower ?? ',') &&
        units[begin]!.pos !== 'ADP')
    )
      return { from: begin, marked: 'nothing' };
  }
  return undefined;
}

const isNominalStart = (unit: Unit | undefined): unit is Unit =>
  unit !== undefined &&
  (isNominal(unit) || unit.pos === 'DET' || unit.pos === 'ADJ' || SUBJECT_PRONOUN.test(unit.lower));

/** Where the one who is told ends: 'told [reporters] the report was'. */
function findObjectEnd(units: readonly Unit[], from: number): number {
  let to = from;
  const first = units[from]!;
  if (/^(?:me|him|her|us|them|you|it)$/.test(first.lower)) return from + 1;
  if (first.pos === 'DET' || first.pos === 'ADJ' || first.pos === 'NUM') {
    while (
      to < units.length &&
      (units[to]!.pos === 'DET' || units[to]!.pos === 'ADJ' || units[to]!.pos === 'NUM') &&
      to - from < 4
    )
      to++;
  }
  while (to < units.length && to - from < 10) {
    const unit = units[to]!;
    const isName = unit.pos === 'PROPN' || (/^\p{Lu}/u.test(unit.text) && unit.pos !== 'PRON');
    if (isName || unit.pos === 'NOUN' || unit.lower === "'s") to++;
    else if (
      /^(?:of|and|for|in|at|&)$/.test(unit.lower) &&
      units[to + 1] &&
      units[to + 1]!.pos !== 'PRON' &&
      /^(?:\p{Lu}|the$)/u.test(units[to + 1]!.text)
    ) {
      to++;
      while (units[to]?.pos === 'DET') to++;
    } else break;
  }
  return to;
}

/** Where a clause that ends before a unit begins: at the start of the sentence, without 'but' and 'however'. */
function findClauseStart(units: readonly Unit[], end: number): number {
  let from = 0;
  while (from < end && /^(?:and|but|however|meanwhile|,|•|-|–|\*)$/.test(units[from]!.lower)) from++;
  return from;
}

/** What is said in front of a verb: '“…,” she said', '…, the review found'. */
function findSaidBefore(units: readonly Unit[], end: number): Part | undefined {
  let to = end;
  if (/^(?:and|but)$/.test(units[to - 1]?.lower ?? '')) return undefined;
  const mark = units[to - 1];
  if (!mark) return undefined;
  if (mark.pos === 'QUOTE') {
    const before = units[to - 2];
    if (
      !before ||
      /^[:,.;–—-]$/.test(before.text) ||
      before.pos === 'QUOTE' ||
      before.pos === 'CCONJ' ||
      before.pos === 'X'
    )
      return { from: to - 1, to };
    const from = findClauseStart(units, to - 1);
    return { from, to };
  }
  if (!/^[,–—-]$/.test(mark.text)) return undefined;
  if (mark.text === '-' && units[to - 2]?.pos !== 'QUOTE') return undefined;
  to--;
  if (to <= 0) return undefined;
  if (units[to - 1]!.pos === 'QUOTE') return findSaidBefore(units, to);
  const from = findClauseStart(units, to);
  if (
    !isClause(units, from, to) &&
    !(to - from > 5 && units.slice(from, to).some((_, place) => isFinite(units, from + place)))
  )
    return undefined;
  return { from, to };
}

const ADVISING =
  /^(?:(call)(?:s|ed|ing)?|(urg)(?:es?|ed|ing)|(recommend)(?:s|ed|ing)?|(advis)(?:es?|ed)|(encourag)(?:es?|ed)|(propos)(?:es?|ed)|(pledg)(?:es?|ed|ing)|(promis)(?:es?|ed|ing)|(vow)(?:s|ed|ing)?)$/;
const STEMS: Record<string, string> = {
  urg: 'urge',
  advis: 'advise',
  encourag: 'encourage',
  propos: 'propose',
  pledg: 'pledge',
  promis: 'promise',
};
const baseOf = (word: string) => {
  const stem =
    ADVISING.exec(word)
      ?.slice(1)
      .find((one) => one) ?? word;
  return STEMS[stem] ?? stem;
};

/** Where what is called for, urged, recommended or pledged begins, if a verb does so without a clause of saying. */
function findAdvice(units: readonly Unit[], index: number): number | undefined {
  const unit = units[index]!;
  if (unit.pos !== 'VERB' || !ADVISING.test(unit.lower)) return undefined;
  const before = units[index - 1];
  if (
    !before ||
    before.lower === 'to' ||
    before.pos === 'DET' ||
    before.pos === 'ADJ' ||
    BE.test(before.lower)
  )
    return undefined;
  const next = units[index + 1];
  if (!next) return undefined;
  const base = baseOf(unit.lower);
  const hasInfinitive = (from: number) =>
    units
      .slice(from, from + 14)
      .some(
        ({ lower }, place, all) =>
          lower === 'to' && (all[place + 1]?.pos === 'VERB' || all[place + 1]?.pos === 'AUX'),
      );
  if (base === 'call') {
    if (next.lower === 'for') return units[index + 2]?.pos === 'QUOTE' ? undefined : index + 2;
    if (next.lower === 'on' && hasInfinitive(index + 2)) return index + 2;
    return undefined;
  }
  if (base === 'pledge' || base === 'promise' || base === 'vow')
    return next.lower === 'to' ? index + 1 : undefined;
  if (!(next.pos === 'VERB' && next.lower.endsWith('ing')) && !isNominalStart(next)) return undefined;
  if (units.slice(index + 1, index + 8).some(({ lower }) => lower === 'that' || lower === 'should'))
    return undefined;
  if (base === 'recommend' || base === 'propose')
    return isClause(units, index + 1, findClauseEnd(units, index + 1)) ? undefined : index + 1;
  return hasInfinitive(index + 1) ? index + 1 : undefined;
}

/** Who says a sentence that goes on around them: 'The system, Munro said, is broken', '…, said Munro, are …'. */
function findAside(units: readonly Unit[], index: number, verb: ReportingVerb): Part | undefined {
  if (!(verb.takes.has('say') || verb.takes.has('show')) || verb.tense === 'base') return undefined;
  let part: Part | undefined;
  if (units[index - 1]?.text === ',') {
    const to = findPhraseEnd(units, index + 1);
    if (to > index + 1 && units[to]?.text === ',' && units[to + 1]?.pos === 'AUX')
      part = { from: index + 1, to };
    if (part && part.from - 2 < 1) return undefined;
    return part && units[part.from - 3] && isNominal(units[part.from - 3]!) ? part : undefined;
  }
  const subject = findSubject(units, index);
  if (!subject || subject.from < 2 || units[subject.from - 1]!.text !== ',') return undefined;
  if (
    units[index + 1]?.text !== ',' ||
    units[index + 2]?.pos !== 'AUX' ||
    !isNominal(units[subject.from - 2]!)
  )
    return undefined;
  return isClause(units, 0, subject.from - 1) ? undefined : subject;
}

/** Everything a sentence tells of who says what. */
export function attribute(sentence: Sentence): Attribution[] {
  const { units } = sentence;
  const found: Attribution[] = [];
  const push = (attribution: Attribution) => {
    const { content } = attribution;
    if (content.to <= content.from) return;
    found.push(attribution);
  };
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]!;
    const before1 = units[index - 1];
    const isWords =
      /^(?:words|view|opinion|eyes)$/.test(unit.lower) &&
      units[index - 1]?.lower === 'the' &&
      units[index - 2]?.lower === 'in' &&
      units[index + 1]?.lower === 'of';
    if ((unit.lower === 'according' && units[index + 1]?.lower === 'to') || isWords) {
      const from = index + 2;
      const lead = isWords ? index - 2 : index;
      let to = findPhraseEnd(units, from);
      if (to <= from) continue;
      const isFirst =
        lead === 0 ||
        units[lead]!.text === 'According' ||
        (lead === 1 && /^(?:and|but|that|"|“|-|–|•|,)$/.test(units[0]!.lower)) ||
        /^(?:that|and|but|while|although|though|because|:|which|who|where)$/.test(units[lead - 1]!.lower) ||
        /^(?:which|who|where|that|and|but)$/.test(units[lead - 2]?.lower ?? '');
      if (isFirst) {
        let begin = to;
        // Over what is set beside the name, up to the comma in front of what is said.
        if (units[to]?.text === ',') {
          begin = to + 1;
          const more = findPhraseEnd(units, begin);
          if (more > begin && units[more]?.text === ',' && !isFinite(units, more + 1)) {
            const first = units[begin]!;
            if (first.pos === 'PROPN' || first.pos === 'DET' || first.pos === 'NOUN') {
              to = more;
              begin = more + 1;
            }
          }
        } else {
          // '… made just over 24 hours ago, the site is'
          const comma = units.findIndex((one, place) => place > to && place < to + 10 && one.text === ',');
          if (units[to]?.pos === 'VERB' && comma > 0) begin = comma + 1;
          else if (units[to]?.pos === 'VERB' || units[to]?.pos === 'AUX') {
            // No comma at all: the phrase has swallowed the subject; the name ends where another phrase begins.
            for (let place = from + 1; place < to; place++) {
              const { pos, lower } = units[place]!;
              const isNext =
                pos === 'DET' && !/^(?:of|for|in|to|from|at|on|by|and|with)$/.test(units[place - 1]!.lower);
              const isCount =
                isCapital(units[place - 1]!) &&
                (/^(?:over|about|around|more|at)$/.test(lower) || pos === 'NUM');
              if (!isNext && !isCount) continue;
              to = place;
              break;
            }
            begin = to;
          }
        }
        push({
          content: { from: begin, to: findClauseEnd(units, begin) },
          speaker: { from, to },
          verb: 'according',
          rule: 'according-to',
          confidence: 0.85,
        });
      } else {
        const end = units[lead - 1]!.text === ',' ? lead - 1 : lead;
        const before = units[end - 1];
        const rest = units[to]?.text === ',' ? findClauseEnd(units, to + 1) - to - 1 : 0;
        if (before?.pos !== 'QUOTE' && rest > 4 && !isClause(units, findClauseStart(units, end), end)) {
          // 'The number, according to the report, has doubled': what is said goes around who says it.
          const from1 = findClauseStart(units, end);
          push({
            content: { from: from1, to: to + 1 + rest },
            speaker: { from, to },
            verb: 'according',
            rule: 'according-to',
            confidence: 0.6,
          });
          continue;
        }
        const isQuoted = before?.pos === 'QUOTE';
        const content = isQuoted
          ? findSaidBefore(units, end)
          : { from: findClauseStart(units, end), to: end };
        if (content)
          push({ content, speaker: { from, to }, verb: 'according', rule: 'according-to', confidence: 0.85 });
      }
      continue;
    }
    // 'is concerned that', 'came to the conclusion that'
    if (
      MIND_ADJECTIVES.has(unit.lower) &&
      (BE.test(units[index - 1]?.lower ?? '') || BE.test(units[index - 2]?.lower ?? '')) &&
      index > 0
    ) {
      const next = units[index + 1];
      const begin = next?.lower === 'that' ? index + 2 : index + 1;
      if (
        next &&
        !/^(?:it|that|there|this|what)$/.test(units[index - 2]?.lower ?? '') &&
        (next.lower === 'that' || isNominalStart(next)) &&
        isClause(units, begin, findClauseEnd(units, begin))
      ) {
        const subject = findSubject(units, index);
        push({
          content: { from: begin, to: findClauseEnd(units, begin) },
          ...(subject && { speaker: subject }),
          verb: unit.lower,
          rule: 'state-of-mind',
          confidence: 0.55,
        });
      }
      continue;
    }
    if (CONTENT_NOUNS.has(unit.lower) && units[index + 1]?.lower === 'that' && unit.pos === 'NOUN') {
      let support = -1;
      for (let place = index - 1; place >= Math.max(0, index - 6); place--)
        if (SUPPORT.test(units[place]!.lower)) {
          support = place;
          break;
        }
      if (support > 0 && isClause(units, index + 2, units.length)) {
        const subject = findSubject(units, support);
        const isBe = BE.test(units[support]!.lower);
        if (!isBe || /^(?:his|her|its|their|our|my)$/.test(units[index - 1]?.lower ?? ''))
          push({
            content: { from: index + 2, to: findClauseEnd(units, index + 2) },
            ...(subject && { speaker: subject }),
            verb: unit.lower,
            rule: 'noun-that',
            confidence: 0.55,
          });
      }
      continue;
    }
    if (
      unit.pos === 'QUOTE' &&
      /^[-–—]+$/.test(units[index + 1]?.text ?? '') &&
      units[index + 2]?.pos === 'PROPN'
    ) {
      // '“…” – Matthew Ingram'
      const to = findPhraseEnd(units, index + 2);
      push({
        content: { from: index, to: index + 1 },
        speaker: { from: index + 2, to },
        verb: 'say',
        rule: 'dash',
        confidence: 0.8,
      });
      continue;
    }
    const advice = findAdvice(units, index);
    if (advice) {
      const subject =
        before1?.pos === 'CCONJ' || unit.lower.endsWith('ing')
          ? findMainSubject(units, index)
          : findSubject(units, index);
      if (subject)
        push({
          content: { from: advice, to: findClauseEnd(units, advice) },
          speaker: subject,
          verb: baseOf(unit.lower),
          rule: 'advice',
          confidence: 0.65,
        });
      continue;
    }
    const verb = toVerb(units, index);
    if (!verb) continue;
    const before = units[index - 1];
    if (before?.text === '-') continue;
    const isInfinitive =
      (verb.tense === 'base' &&
        before?.pos === 'CCONJ' &&
        units.slice(0, index).some(({ lower, pos }) => lower === 'to' && pos === 'PART')) ||
      before?.lower === 'to' ||
      (before?.pos === 'ADV' && units[index - 2]?.lower === 'to');
    let auxiliary = index - 1;
    while (auxiliary >= 0 && (units[auxiliary]!.pos === 'ADV' || NOT.test(units[auxiliary]!.lower)))
      auxiliary--;
    const isPassive = verb.tense === 'past' && BE.test(units[auxiliary]?.lower ?? '');
    const said = findSaid(units, index, verb);
    if (said) {
      const { from, marked } = said;
      const isQuoted = marked === 'quotation';
      if (
        !isQuoted &&
        marked !== 'colon' &&
        !(
          verb.takes.has('say') ||
          verb.takes.has('tell') ||
          verb.takes.has('think') ||
          verb.takes.has('show') ||
          verb.takes.has('ask') ||
          (verb.takes.has('that') && marked === 'that')
        )
      )
        continue;
      if (isInfinitive && (marked === 'nothing' || (verb.takes.has('think') && !verb.takes.has('say'))))
        continue;
      if (isInfinitive && marked === 'wh') continue;
      if (
        isPassive &&
        !isQuoted &&
        from > index + 2 &&
        !verb.takes.has('tell') &&
        !units.slice(index, from).some(({ lower }) => lower === 'by')
      )
        continue;
      if (
        verb.tense === 'ing' &&
        marked === 'nothing' &&
        before &&
        before.text !== ',' &&
        before.pos !== 'CCONJ' &&
        !BE.test(before.lower)
      )
        continue;
      if (verb.base === 'show' && marked === 'nothing' && !isClause(units, from, findClauseEnd(units, from)))
        continue;
      let to = findClauseEnd(units, from);
      if (isQuoted) {
        const quotation = units[from]!;
        const next = units[from + 1];
        const isWhole =
          (from > index + 1 && !/^[,:]$/.test(units[from - 1]!.text) && units[from - 1]!.lower !== 'that') ||
          !next ||
          /^[,.;:!?)]$/.test(next.text) ||
          next.pos === 'QUOTE' ||
          next.text === '(' ||
          next.pos === 'CCONJ' ||
          next.pos === 'SCONJ' ||
          /[.!?]["”’']?$/.test(quotation.text);
        if (isWhole) to = from + 1;
      }
      let subject: Part | undefined;
      if (isPassive) {
        const by = units.findIndex((one, place) => place > index && place < from && one.lower === 'by');
        if (by > 0) subject = { from: by + 1, to: findPhraseEnd(units, by + 1) };
      } else if (verb.tense === 'ing' && !BE.test(units[auxiliary]?.lower ?? '')) {
        subject =
          before && before.text !== ',' && before.pos !== 'CCONJ' && isNominal(before)
            ? findPhraseBefore(units, index)
            : findMainSubject(units, index);
      } else if (before?.pos !== 'CCONJ') subject = findSubject(units, index);
      if (subject && subject.to <= subject.from) subject = undefined;
      if (
        !subject &&
        (before?.pos === 'CCONJ' ||
          before?.text === ',' ||
          isInfinitive ||
          (before?.pos === 'ADV' && units[index - 2]?.pos === 'CCONJ'))
      )
        subject = findMainSubject(units, index);
      if (!subject && !isPassive && !isQuoted && index > 0) subject = findMainSubject(units, index);
      if (!subject && marked === 'nothing' && !isPassive) continue;
      if (index === 0 && (verb.tense === 'ing' || (!subject && verb.tense === 'past'))) continue;
      if (marked === 'wh' && to - from < 5) continue;
      if (
        !isQuoted &&
        subject &&
        /^(?:you|everybody|everyone|all|nobody|anyone|anybody)$/.test(units[subject.to - 1]!.lower)
      )
        continue;
      if (isInfinitive && verb.takes.has('tell') && verb.base !== 'tell') continue;
      const rule =
        DENYING.test(verb.base) && !isQuoted
          ? 'denial'
          : isQuoted
            ? 'direct-quotation'
            : marked === 'colon'
              ? 'colon'
              : verb.takes.has('show') && !verb.takes.has('say')
                ? 'finding'
                : isPassive
                  ? 'passive'
                  : verb.takes.has('think') && !verb.takes.has('say')
                    ? 'opinion'
                    : 'indirect-speech';
      const confidence =
        (isQuoted
          ? 0.92
          : marked === 'that'
            ? 0.85
            : marked === 'wh'
              ? 0.6
              : marked === 'colon'
                ? 0.6
                : 0.75) -
        (subject ? 0 : 0.2) -
        (isInfinitive ? 0.2 : 0);
      // '“I think,” he said, “we …”': what stands on both sides of the verb.
      const first = isQuoted && subject ? findSaidBefore(units, subject.from) : undefined;
      if (first && units[first.to - 1]!.pos === 'QUOTE')
        push({ content: first, ...(subject && { speaker: subject }), verb: verb.base, rule, confidence });
      push({
        content: { from, to },
        ...(subject && { speaker: subject }),
        verb: verb.base,
        rule,
        confidence,
      });
      continue;
    }
    if (!(
      verb.takes.has('say') ||
      verb.takes.has('tell') ||
      verb.takes.has('quote') ||
      verb.takes.has('show') ||
      verb.takes.has('think') ||
      verb.takes.has('that')
    ))
      continue;
    if (verb.tense === 'ing' || isInfinitive || isPassive) continue;
    // '…, said Munro' and '…, Munro said'
    const isInverted =
      before &&
      (before.pos === 'QUOTE' || before.text === ',' || (before.text === '–' && verb.base === 'say'));
    const aside = findAside(units, index, verb);
    if (aside) {
      push({
        content: { from: findClauseStart(units, aside.from - 1), to: findClauseEnd(units, aside.to) },
        speaker: aside,
        verb: verb.base,
        rule: 'aside',
        confidence: 0.6,
      });
      continue;
    }
    if (isInverted) {
      const speaker = findInverted(units, index);
      const content = speaker && findSaidBefore(units, index);
      if (
        content &&
        speaker &&
        (verb.takes.has('say') || verb.takes.has('quote') || verb.takes.has('show')) &&
        (units[content.to - 1]!.pos === 'QUOTE' || verb.takes.has('say') || verb.takes.has('show'))
      ) {
        push({
          content,
          speaker,
          verb: verb.base,
          rule: units[content.to - 1]!.pos === 'QUOTE' ? 'direct-quotation' : 'trailing',
          confidence: 0.85,
        });
        pushRest(units, index, speaker.to, speaker, verb, push);
        continue;
      }
    }
    const subject = findSubject(units, index);
    if (!subject) continue;
    // 'As Heald told The Huffington Post, …'

    const isAs = units[subject.from - 1]?.lower === 'as' || units[subject.from]!.lower === 'as';
    if (isAs) {
      const comma = units.findIndex((one, place) => place > index && place < index + 14 && one.text === ',');
      const start = units[subject.from]!.lower === 'as' ? subject.from : subject.from - 1;
      const speaker = { from: start + 1, to: subject.to };
      if (start === 0 && comma > 0) {
        const to = units[comma + 1]?.pos === 'QUOTE' ? comma + 2 : findClauseEnd(units, comma + 1);
        push({
          content: { from: comma + 1, to },
          speaker,
          verb: verb.base,
          rule: 'as-said',
          confidence: 0.7,
        });
      } else if (start > 0 && units[start - 1]!.text === ',') {
        const content = findSaidBefore(units, start);
        if (content) push({ content, speaker, verb: verb.base, rule: 'as-said', confidence: 0.65 });
      }
      continue;
    }
    const content = findSaidBefore(units, subject.from);
    if (!content) continue;
    const isQuoted = units[content.to - 1]!.pos === 'QUOTE';
    const next = units[index + 1];
    const isEnd =
      !next ||
      isTerminal(next) ||
      next.pos === 'ADP' ||
      (next.pos === 'ADV' && units.length - index < 5) ||
      /^[,;:–—-]$/.test(next.text) ||
      TIME.test(next.lower) ||
      next.pos === 'CCONJ' ||
      next.pos === 'SCONJ' ||
      verb.takes.has('tell');
    if (!isEnd) continue;
    if (!isQuoted && !(verb.takes.has('say') || verb.takes.has('show') || verb.takes.has('think'))) continue;
    push({
      content,
      speaker: subject,
      verb: verb.base,
      rule: isQuoted ? 'direct-quotation' : 'trailing',
      confidence: isQuoted ? 0.92 : 0.75,
    });
    pushRest(units, index, index + 1, subject, verb, push);
  }
  return found;
}

/** What goes on behind the one who says it: '“…,” she said, “…”'. */
function pushRest(
  units: readonly Unit[],
  index: number,
  from: number,
  speaker: Part,
  verb: ReportingVerb,
  push: (attribution: Attribution) => void,
): void {
  for (let place = Math.max(from, index + 1); place < Math.min(units.length, from + 14); place++) {
    const unit = units[place]!;
    if (unit.pos === 'QUOTE') {
      push({
        content: { from: place, to: place + 1 },
        speaker,
        verb: verb.base,
        rule: 'direct-quotation',
        confidence: 0.85,
      });
      return;
    }
    if (REPORTING.has(unit.lower) && toVerb(units, place)) return;
  }
}

/** From the first of some units to the last. */
export function toSpan(units: readonly Unit[], { from, to }: Part): Span {
  return { start: units[from]!.start, end: units[to - 1]!.end };
}
