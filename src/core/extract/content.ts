// What is said in a sentence: where it begins and ends, behind a verb that tells of it or in front of one.
import {
  TIME,
  WH,
  findClauseEnd,
  findClauseStart,
  hasVerb,
  isClause,
  isFinite,
  isNominalStart,
  isTerminalAt,
  toVerb,
  type Part,
} from './clauses';
import { isTerminal } from './language';
import type { ReportingVerb } from './lexicon';
import type { RuleName } from './rule';
import type { Unit } from './sentences';

/** What is said, who says it as far as the sentence tells, by which verb (its base) and rule. */
export type Attribution = {
  content: Part;
  /** The noun phrase that names the speaker, with what is set beside it in commas; none where nobody is named. */
  speaker?: Part;
  verb: string;
  rule: RuleName;
  confidence: number;
};

const FACT = /^(?:fact|reality|risk|danger|possibility|idea|view|concern)$/;
const PERCEIVING = /^(?:see|hear|notice|consider|know|recogni[sz]e|require|judge|remember|expect|want|feel)$/;

/** How what is said is marked: by 'that', a question word, quotation marks, a colon, or nothing. */
export type Marked = 'that' | 'wh' | 'quotation' | 'colon' | 'nothing';

/** Where something said begins, and how it is marked. */
type Said = { from: number; marked: Marked };

/** Words that may stand in front of the subject of what is said: 'said only a quarter …', 'said if …'. */
const OPENING =
  /^(?:no|not|almost|only|even|nearly|about|over|more|just|around|less|if|although|while|when|because|by|in|on|for|at|with|as|after|having)$/;

/** What is said at a unit, if it is marked there. */
function findMarked(units: readonly Unit[], at: number, isSaying: boolean): Said | undefined {
  const [unit, next] = [units[at], units[at + 1]];
  if (unit?.pos === 'QUOTE') return { from: at, marked: 'quotation' };
  if (!unit || !next) return undefined;
  // 'agreed with that, …'
  if (unit.lower === 'that' && units[at - 1]?.pos === 'ADP' && next.text === ',') return undefined;
  if (unit.lower === 'that') {
    if (next.text === ',' || hasVerb(units, at + 1, findClauseEnd(units, at + 1)))
      return { from: at + 1, marked: 'that' };
    return next.pos === 'QUOTE' ? { from: at + 1, marked: 'quotation' } : undefined;
  }
  if (/^[,:;]$/.test(unit.text) && next.pos === 'QUOTE') return { from: at + 1, marked: 'quotation' };
  if (unit.text === ':' && isSaying && units.length - at > 4) return { from: at + 1, marked: 'colon' };
  if (unit.text === ',' && next.lower === 'that' && hasVerb(units, at + 2, units.length))
    return { from: at + 2, marked: 'that' };
  return undefined;
}

/** Whether an adverb or the like that was told to be a preposition opens a clause: 'outside help was needed'. */
const isLedClause = (units: readonly Unit[], from: number) =>
  units[from]!.pos === 'ADP' && units[from + 1]?.pos === 'NOUN' && units[from + 2]?.pos === 'AUX';

const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const isDay = ({ lower }: Unit) => TIME.test(lower) && /day$|^tonight$/.test(lower);

/** Where words of time in front of what is said end: 'said [in May] the services were poor'. */
function skipTime(units: readonly Unit[], from: number): number {
  let to = from;
  const isOn = /^(?:on|in)$/.test(units[to]?.lower ?? '');
  if (isOn) to++;
  const first = units[to];
  if (!first) return from;
  if (isDay(first)) to++;
  else if (isOn && MONTH.test(first.lower)) to++;
  else if (!isOn) return from;
  if (isOn && /^(?:19|20)\d\d$/.test(units[to]?.text ?? '')) to++;
  if (units[to - 1]!.lower === 'in' || units[to - 1]!.lower === 'on') return from;
  return isNominalStart(units[to]) ? to : from;
}

/** A clause that follows a verb at once, with nothing to mark it: 'said councils are struggling'. */
export function findBare(units: readonly Unit[], index: number, base: string): Said | undefined {
  let from = index + 1;
  from = skipTime(units, from);
  const skipped = units[from];
  if (skipped?.pos === 'ADV' && !OPENING.test(skipped.lower) && !WH.test(skipped.lower))
    if (skipped.lower !== 'however' && isNominalStart(units[from + 1])) from++;
  const first = units[from];
  // 'feel vulnerable and', 'known as'
  if (first?.pos === 'ADJ' && /^(?:CCONJ|ADP|PUNCT)$/.test(units[from + 1]?.pos ?? '')) return undefined;
  if (!first || /^(?:them|him|us|me|itself|themselves|himself|herself|which|who|whose)$/.test(first.lower))
    return undefined;
  const isGerund = first.pos === 'VERB' && first.lower.endsWith('ing');
  const isMarked = /^["“‘']$/.test(first.text) && isNominalStart(units[from + 1]);
  const isOpening =
    isMarked || isNominalStart(first) || OPENING.test(first.lower) || isLedClause(units, from);
  if (!isOpening && !isGerund) return undefined;
  // 'felt as if', 'felt like'
  if (first.lower === 'like' || (first.lower === 'as' && units[from + 1]?.lower === 'if')) return undefined;
  const end = findClauseEnd(units, from);
  // 'found the services to be poor'
  const be = units.findIndex(({ lower }, place) => place > from && place < from + 14 && lower === 'to');
  const isJudged =
    /^(?:find|believe|consider|judge)$/.test(base) &&
    be > 0 &&
    units[be + 1]?.lower === 'be' &&
    !units.slice(from, be).some((_, place) => isFinite(units, from + place));
  if (isJudged && isNominalStart(first)) return { from, marked: 'nothing' };
  const comma = units.findIndex(({ text }, place) => place > from && place < end && text === ',');
  // 'everybody knows his name, even those who …'
  const isBroken =
    base !== 'say' &&
    comma > 0 &&
    isNominalStart(first) &&
    !/^(?:who|which|whose)$/.test(units[comma + 1]?.lower ?? '') &&
    !units.slice(from, comma).some((unit, place) => unit.pos === 'QUOTE' || isFinite(units, from + place));
  if (isBroken) return undefined;
  const isLedIn =
    first.lower === 'by'
      ? units[from + 1]?.pos === 'NUM'
      : first.pos !== 'ADP' || comma > 0 || isLedClause(units, from);
  if (isLedIn && isClause(units, from, end)) return { from, marked: 'nothing' };
  // What follows 'said' is a clause even where its verb was not told to be one.
  const isSaid =
    base === 'say' &&
    end - from > 5 &&
    first.pos !== 'ADP' &&
    !/^(?:any|some|no|every)thing$/.test(first.lower) &&
    !/^[,"]$/.test(units[index - 1]?.lower ?? ',');
  return isSaid ? { from, marked: 'nothing' } : undefined;
}

/** What is said after a verb; none if nothing is. */
export function findSaid(
  units: readonly Unit[],
  index: number,
  { takes, base }: ReportingVerb,
): Said | undefined {
  const isSaying = takes.has('say') || takes.has('tell');
  const at = base === 'point' ? index + 2 : index + 1;
  // 'acknowledged the fact that', 'points to the risk that'
  const fact = base === 'point' ? index + 2 : at;
  if (
    units[fact]?.lower === 'the' &&
    FACT.test(units[fact + 1]?.lower ?? '') &&
    units[fact + 2]?.lower === 'that'
  )
    return { from: fact + 3, marked: 'that' };
  if (base === 'point' && units[index + 1]?.lower !== 'out') return undefined;
  // 'asked pointedly why'
  if (takes.has('ask') && units[at]?.pos === 'ADV' && WH.test(units[at + 1]?.lower ?? ''))
    return { from: at + 1, marked: 'wh' };
  const direct = findMarked(units, at, isSaying);
  // 'had seen “more and more evidence”'
  if (
    direct?.marked === 'quotation' &&
    PERCEIVING.test(base) &&
    /^\P{L}*\p{Ll}/u.test(units[direct.from]!.text)
  )
    return undefined;
  if (direct) return takes.has('ask') && direct.marked === 'that' && takes.size === 1 ? undefined : direct;
  const first = units[at];
  // 'think of meetings that'
  if (!first || (/^(?:of|about)$/.test(first.lower) && base !== 'tell')) return undefined;
  const isAsking = takes.has('ask') || takes.has('tell');
  if (WH.test(first.lower) && (isAsking || !/^(?:when|which|who|where|if)$/.test(first.lower)))
    if (takes.has('say') || takes.has('ask') || takes.has('think') || takes.has('show'))
      return { from: at, marked: 'wh' };

  // Over whom it is told, when and where.
  let place = at;
  const isTold = takes.has('tell') || /^(?:warn|remind|ask|show)$/.test(base);
  const told = isTold && isNominalStart(first) ? findObjectEnd(units, at) : at;
  if (told > at) {
    const marked = findMarked(units, told, isSaying);
    if (marked) return marked;
    const next = units[told]?.lower ?? '';
    if (takes.has('tell') && !/^(?:to|about|of)$/.test(next) && isClause(units, told, units.length))
      return { from: told, marked: 'nothing' };
    if ((takes.has('tell') || base === 'ask') && WH.test(next)) return { from: told, marked: 'wh' };
    place = told;
  }
  const isQuoting = isSaying || takes.has('quote');
  const canSkip =
    isTold || /^(?:to|,|\()$/.test(first.lower) || /^(?:ADP|ADV)$/.test(first.pos) || TIME.test(first.lower);
  const last = isQuoting || first.pos === 'ADP' ? Math.min(units.length, place + 22) : 0;
  for (; place < last; place++) {
    const unit = units[place]!;
    const said = place > at ? findMarked(units, place, isSaying) : undefined;
    const isQuoted = said?.marked === 'quotation' || said?.marked === 'colon';
    // 'urged ministers to prevent “a crisis that …”'
    if (said?.marked === 'quotation' && said.from === place && unit.pos === 'QUOTE')
      if (
        /^\P{L}*\p{Ll}/u.test(unit.text) &&
        units[place - 1]!.pos === 'VERB' &&
        units[place - 2]?.lower === 'to'
      )
        return undefined;
    if (said && (isQuoted ? isQuoting : canSkip)) return said;
    if (isFinite(units, place) && !(unit.pos === 'VERB' && unit.lower.endsWith('ed'))) break;
    if (toVerb(units, place)?.base === 'say') break;
    if (unit.text === ';' || isTerminalAt(units, place)) break;
  }
  return takes.has('say') || takes.has('think') || takes.has('show')
    ? findBare(units, index, base)
    : undefined;
}

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

/** What is said in front of a verb: '“…,” she said', '…, the review found'. */
export function findSaidBefore(units: readonly Unit[], end: number): Part | undefined {
  let to = end;
  if (/^(?:and|but)$/.test(units[to - 1]?.lower ?? '')) return undefined;
  const mark = units[to - 1];
  if (!mark) return undefined;
  if (mark.pos === 'QUOTE') {
    const before = units[to - 2];
    // 'The system is good at this – “even when it matters”, Munro said': the quotation goes on with the sentence.
    const start = findClauseStart(units, to - 1);
    const goesOn =
      /^[,–—-]$/.test(before?.text ?? '') &&
      /^\P{L}*\p{Ll}/u.test(mark.text) &&
      isClause(units, start, to - 2) &&
      !units.slice(start, to - 1).some((_, place) => toVerb(units, start + place));
    if (goesOn) return { from: start, to };
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
  const isHeadline = !isTerminal(units.at(-1)!) && to - from > 4 && units.length < 24;
  if (
    !isHeadline &&
    !isClause(units, from, to) &&
    !(to - from > 5 && units.slice(from, to).some((_, place) => isFinite(units, from + place)))
  )
    return undefined;
  return { from, to };
}

/** What one rule finds at a unit; nothing at all if it is not for that unit. */
export type Rule = (units: readonly Unit[], index: number) => Attribution[] | undefined;
