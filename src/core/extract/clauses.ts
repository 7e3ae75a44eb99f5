// Clauses and phrases of a sentence: where they begin and end, their verbs and subjects.
import type { Span } from '../anchor';
import { isCapital, isTerminal } from './language';
import { NOUN_TOO, REPORTING, ROLES, TITLES, type ReportingVerb } from './lexicon';
import type { Unit } from './sentences';

/** Units of one sentence: from `from` up to, not including, `to`. */
export type Part = { from: number; to: number };
export const BE = /^(?:is|are|was|were|be|been|being|am|'s|'re|'m)$/;
const HAVE = /^(?:has|have|had|having|'ve|'d)$/;
export const NOT = /^(?:not|n't|never)$/;
export const WH = /^(?:what|why|how|whether|if|where|who|when|which)$/;
const SUBJECT_PRONOUN =
  /^(?:he|she|they|it|we|i|you|there|this|these|those|nobody|everyone|everybody|someone|something|nothing|anyone|many|most|some)$/;
const CONTRAST = /^(?:while|whereas|although|though|but)$/;
export const TIME =
  /^(?:yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|this|earlier|later|recently|also|then|now|again|afterwards|previously)$/;
const DAY = /^(?:yesterday|today|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
export const isNominal = ({ pos }: Unit) =>
  pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'QUOTE';

const ISSUED = /^(?:published|issued|released|commissioned|written|seen|obtained|produced|prepared)$/;

/** Whether a unit is a verb that can carry a clause of its own; behind the last there is none. */
export function isFinite(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (!unit) return false;
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
  // 'in a report published today'
  if (
    ISSUED.test(unit.lower) &&
    before?.pos === 'NOUN' &&
    units[index - 2]?.pos === 'DET' &&
    units[index - 3]?.pos === 'ADP'
  )
    return false;
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
export function isClause(units: readonly Unit[], from: number, to: number): boolean {
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
      (units[index + 1]?.pos === 'AUX' ||
        (units[index + 1]?.pos === 'VERB' && !units[index + 1]!.lower.endsWith('ing'))) &&
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
export const hasVerb = (units: readonly Unit[], from: number, to: number) =>
  to - from > 4 ||
  units.slice(from, to).some(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'QUOTE');

/** A verb of reporting at a unit, if it is one there; behind the last there is none. */
export function toVerb(units: readonly Unit[], index: number): ReportingVerb | undefined {
  const unit = units[index];
  if (!unit || unit.pos === 'QUOTE') return undefined;
  const verb = REPORTING.get(unit.lower);
  if (!verb) return undefined;
  const before = units[index - 1];
  const after = units[index + 1];
  // 'inspectors revealing it had' is none of 'a revealing report'.
  const isParticiple =
    (verb.tense === 'ing' || verb.tense === 'past') &&
    /^(?:NOUN|PROPN|PRON)$/.test(before?.pos ?? '') &&
    /^(?:PRON|SCONJ)$/.test(after?.pos ?? '');
  if (unit.pos === 'ADJ' && !isParticiple) return undefined;
  // 'better known as TESS'
  if (verb.base === 'know' && after?.lower === 'as') return undefined;
  // 'schools have rules that work'
  if (verb.tense === 'present' && HAVE.test(before?.lower ?? '')) return undefined;
  // 'stronger than expected', 'by clicking Accept'
  if (before?.lower === 'than' || (index > 0 && verb.tense === 'base' && isCapital(unit))) return undefined;
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
        (after?.lower === 'that' || isClause(units, index + 1, Math.min(units.length, index + 14)));
      // 'The company forecast that'
      const isForecast =
        /^(?:forecast|estimate)s?$/.test(unit.lower) &&
        after?.lower === 'that' &&
        (before?.pos === 'NOUN' || before?.text === ',');
      // 'with officials warning that'
      const isWith =
        verb.tense === 'ing' &&
        after?.lower === 'that' &&
        before?.pos === 'NOUN' &&
        units.slice(Math.max(0, index - 4), index).some(({ lower }) => lower === 'with');
      // ', warning members that'
      const isWarning =
        verb.tense === 'ing' &&
        before?.text === ',' &&
        (after?.lower === 'that' ||
          (unit.lower === 'warning' &&
            units.slice(index + 1, index + 6).some(({ lower }) => lower === 'that')));
      const isJoined = before?.pos === 'CCONJ' && /^(?:he|she|they|it|we|that)$/.test(after?.lower ?? '');
      const isVerbal =
        isOpening ||
        isForecast ||
        isWith ||
        isWarning ||
        isJoined ||
        /^(?:which|who)$/.test(before?.lower ?? '') ||
        // 'advertisers that claim they were'
        (before?.lower === 'that' && after?.pos === 'PRON') ||
        // 'minutes of the meeting show that'
        (unit.lower === 'show' && after?.lower === 'that' && before?.pos === 'NOUN') ||
        (before &&
          (before.pos === 'PROPN' || before.pos === 'PRON') &&
          !/^(?:his|her|its|their|our|my|your)$/.test(before.lower) &&
          // 'the most balanced Ofsted reports we have seen'
          units[index - 2]?.pos !== 'ADJ' &&
          (after?.lower === 'that' ||
            (verb.tense !== 'base' && isClause(units, index + 1, Math.min(units.length, index + 14))) ||
            after?.pos === 'QUOTE' ||
            (after?.text === ',' && units[index + 2]?.pos === 'QUOTE')));
      // 'the findings show reduction is'
      const isPlural =
        before?.pos === 'NOUN' &&
        before.lower.endsWith('s') &&
        verb.tense === 'base' &&
        (after?.lower === 'that' || isClause(units, index + 1, Math.min(units.length, index + 20)));
      if (!isVerbal && !isPlural) return undefined;
    }
    if (
      before &&
      !/^(?:which|who)$/.test(before.lower) &&
      !(unit.lower === 'saying' && before.lower === 'as') &&
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
  if (
    before &&
    before.pos === 'DET' &&
    !/^(?:this|that|these|those|all|both|some|each|which)$/.test(before.lower)
  )
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
export function findClauseEnd(units: readonly Unit[], from: number): number {
  let depth = 0;
  for (let index = from; index < units.length; index++) {
    const unit = units[index]!;
    if (unit.text === '(' || unit.text === '[') depth++;
    if (unit.text === ')' || unit.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 && units.length - index > 1) continue;
    if (isTerminal(unit) && index >= units.length - 2) return index;
    if (unit.text === ';') return index;
    // 'The report says a balance is needed: “…”'
    if (unit.text === ':' && units[index + 1]?.pos === 'QUOTE' && index > from + 3) return index;
    if (index === from) continue;
    const next = units[index + 1];
    if (!next) break;
    const isComma = unit.text === ',' || unit.text === '–' || unit.text === '—';
    if (isComma) {
      // '…, but are having to'
      const isOngoing =
        next.lower === 'but' && units[index + 2]?.pos === 'AUX' && !saysSoon(units, index + 3, 3);
      if (CONTRAST.test(next.lower) && !isOngoing) return index;
      // ', after a report said …'
      if (next.lower === 'after' && saysSoon(units, index + 2, 9)) return index;
      // '– and demanded to know'
      if (next.lower === 'and' && toVerb(units, index + 2)?.tense === 'past') return index;
      // ', with one of them telling inspectors …'
      if (next.lower === 'with' && saysSoon(units, index + 2, 7, false, true)) return index;
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
      // 'said the services are poor and highlighted …'
      if (/^(?:highlighted|underlined|outlined|welcomed|questioned|praised|criticised)$/.test(next.lower))
        return index;
      const verb =
        toVerb(units, index + 1) ??
        (next.pos === 'ADV' || HAVE.test(next.lower) ? toVerb(units, index + 2) : undefined);
      if (
        verb &&
        verb.tense !== 'ing' &&
        (verb.tense !== 'base' || /^(?:that|he|she|it|they|we)$/.test(units[index + 2]?.lower ?? '')) &&
        (verb.takes.has('say') ||
          verb.takes.has('tell') ||
          verb.takes.has('quote') ||
          opensClause(units, index + 2))
      )
        return index;
      // '… and its chief executive said …'
      const isNext = /^(?:PROPN|DET|PRON|ADV|NUM)$/.test(next.pos);
      if (isNext && saysSoon(units, index + 1)) return index;
    }
  }
  const last = units.at(-1)!;
  return isTerminal(last) ? units.length - 1 : units.length;
}

const opensClause = (units: readonly Unit[], index: number) =>
  units[index]?.lower === 'that' || WH.test(units[index]?.lower ?? '');

/** Whether a subject and a verb of saying follow within a few units. */
function saysSoon(
  units: readonly Unit[],
  from: number,
  most = 7,
  orShows = false,
  isParticiple = false,
): boolean {
  for (let index = from; index < Math.min(units.length, from + most); index++) {
    const unit = units[index]!;
    if (unit.text === ',' || unit.pos === 'SCONJ') return false;
    const verb = toVerb(units, index);
    if (
      verb &&
      (verb.tense === 'ing') === isParticiple &&
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
export function findPhraseBefore(units: readonly Unit[], end: number): Part | undefined {
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
    // 'a meeting on safeguarding'
    const isGerund =
      unit.pos === 'VERB' && unit.lower.endsWith('ing') && units[from - 2]?.pos === 'ADP' && from === end;
    if (isReduced || isGerund) {
      from--;
      continue;
    }
    // '(Reuters) - The Federal Reserve'
    if (unit.text === '-' && (units[from - 2]?.text === ')' || units[from]?.pos === 'DET')) break;
    // 'Living Streets', 'Playing Out'
    const isName = unit.pos === 'VERB' && from < end && isCapital(unit) && isCapital(units[from]!);
    if (isName) {
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
    // 'was appointed after Ofsted found'
    if (from < end && /^(?:after|before|since|until|as|because|while|although)$/.test(unit.lower)) break;
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
export function findPhraseEnd(units: readonly Unit[], from: number): number {
  let to = from;
  while (to < units.length && isPhrase(units[to]!) && !isTerminalAt(units, to)) {
    const unit = units[to]!;
    if (unit.pos === 'QUOTE') break;
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
export const isTerminalAt = (units: readonly Unit[], index: number) =>
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
    // 'Debbie Jones, the president, today said'
    else if (DAY.test(lower) && end > 1) end -= units[end - 2]!.lower === 'on' ? 2 : 1;
    // 'continues to believe', 'went on to say'
    else if (units[end]?.lower === 'to' && (pos === 'VERB' || pos === 'ADP' || pos === 'ADJ')) end--;
    else break;
  }
  const last = units[end - 1];
  if (!last) return undefined;
  if (/^(?:who|which|that)$/.test(last.lower)) {
    const before = units[end - 2]?.text === ',' ? end - 2 : end - 1;
    const phrase = findPhraseBefore(units, before) ?? { from: end - 1, to: end };
    // 'the claims made by a new study that said'
    const by = units.findLastIndex(
      ({ lower }, place) => place > phrase.from && place < phrase.to - 1 && lower === 'by',
    );
    return by > 0 && units[by - 1]!.pos === 'VERB' ? { from: by + 1, to: phrase.to } : phrase;
  }
  if (/^[,–—-]$/.test(last.text)) {
    // Back over what is set in commas to the name in front.
    let to = end - 1;
    let kept: Part | undefined;
    for (let tries = 0; tries < 4; tries++) {
      let comma = to - 1;
      while (
        comma >= 0 &&
        to - comma < 40 &&
        !/^[,–—-]$/.test(units[comma]!.text) &&
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
      kept = { from: named.from, to: end - 1 };
      // 'Councillor Debbie Jones' is a name, 'director of' stands beside one.
      const isName = isCapital(units[named.from]!) && units[named.from + 1]?.pos === 'PROPN';
      const isMore =
        named.from > 0 &&
        units[named.from - 1]!.text === ',' &&
        !isName &&
        (/^(?:and|a|an|the|who|whose)$/.test(units[named.from]!.lower) ||
          ROLES.has(units[named.from]!.lower) ||
          TITLES.has(units[named.from]!.lower) ||
          units[named.from]!.pos === 'NUM');
      if (!isMore && !(units[named.from]!.pos === 'ADP')) return { from: named.from, to: end - 1 };
      to = comma;
    }
    return kept;
  }
  const phrase = findPhraseBefore(units, end);
  if (!phrase) return undefined;
  // 'Claudio De Vincenti, undersecretary to the prime minister said'; 'the coach, Alireza Mehraban said'
  return phrase;
}

/** The subject of the sentence's main verb: who adds what follows in '…, adding that'. */
export function findMainSubject(units: readonly Unit[], before: number): Part | undefined {
  for (let index = before - 1; index > 0; index--) {
    const verb = toVerb(units, index);
    if (!verb || verb.tense === 'ing' || verb.tense === 'base') continue;
    if (verb.takes.size === 1 && (verb.takes.has('quote') || verb.takes.has('ask'))) continue;
    // 'the paper was published and called for'
    if (verb.tense === 'past' && BE.test(units[index - 1]!.lower)) continue;
    const subject = findSubject(units, index);
    // 'the deal they had requested, arguing that'
    const isRelative =
      subject &&
      subject.to - subject.from === 1 &&
      SUBJECT_PRONOUN.test(units[subject.from]!.lower) &&
      units[subject.from - 1]?.pos === 'NOUN';
    if (subject && !isRelative) return subject;
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
export function findInverted(units: readonly Unit[], verb: number): Part | undefined {
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
export const isNominalStart = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  (isNominal(unit) || unit.pos === 'DET' || unit.pos === 'ADJ' || SUBJECT_PRONOUN.test(unit.lower));

/** Where a clause that ends before a unit begins: at the start of the sentence, without 'but' and 'however'. */
export function findClauseStart(units: readonly Unit[], end: number): number {
  let from = 0;
  while (from < end && /^(?:and|but|however|meanwhile|,|•|-|–|\*)$/.test(units[from]!.lower)) from++;
  return from;
}

/** From the first of some units to the last. */
export function toSpan(units: readonly Unit[], { from, to }: Part): Span {
  return { start: units[from]!.start, end: units[to - 1]!.end };
}
