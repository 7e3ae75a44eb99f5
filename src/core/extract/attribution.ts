// Who says what in a sentence: reporting verbs with the clause or quotation that is said, and the words that name who says it.
import {
  BE,
  NOT,
  TIME,
  WH,
  findClauseEnd,
  findClauseStart,
  findInverted,
  findMainSubject,
  findPhraseBefore,
  findPhraseEnd,
  findSubject,
  hasVerb,
  isClause,
  isFinite,
  isNominal,
  isNominalStart,
  isTerminalAt,
  toVerb,
  type Part,
} from './clauses';
import { isCapital, isTerminal } from './language';
import { CONTENT_NOUNS, MIND_ADJECTIVES, REPORTS, ROLES, type ReportingVerb } from './lexicon';
import type { RuleName } from './rule';
import type { Sentence, Unit } from './sentences';

/** What is said, who says it as far as the sentence tells, by which verb (its base) and rule. */
export type Attribution = {
  content: Part;
  /** The noun phrase that names the speaker, with what is set beside it in commas; none where nobody is named. */
  speaker?: Part;
  verb: string;
  rule: RuleName;
  confidence: number;
};

const DENYING = /^(?:deny|doubt|dispute)$/;
const FACT = /^(?:fact|reality|risk|danger|possibility|idea|view|concern)$/;
const PERCEIVING = /^(?:see|hear|notice|consider|know|recogni[sz]e|require|judge|remember|expect|want|feel)$/;
/** Subjects that nobody is meant by. */
const NO_ONE = /^(?:no|nothing|none|nobody|neither)$/;
/** Subjects that mean nobody in particular. */
const ANYBODY = /^(?:that|this|there|what|you|everybody|everyone|all|nobody|anyone|anybody)$/;
/** Verbs beside a noun that tells the content: 'have the feeling that'. */
const SUPPORT =
  /^(?:have|has|had|having|make|makes|made|making|express|expressed|expresses|expressing|voice|voiced|come|came|comes|reach|reached|reaches|give|gave|given|giving|hold|holds|held|share|shares|shared|raise|raised|raises|raising|issue|issued|issuing|put|repeat|repeated|defend|defended|drew|draw|reject|rejected|rejects|dismiss|dismissed|deny|denied|denies|confirm|confirmed|confirms|is|was|are|were)$/;

/** How what is said is marked: by 'that', a question word, quotation marks, a colon, or nothing. */
type Marked = 'that' | 'wh' | 'quotation' | 'colon' | 'nothing';

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
function findBare(units: readonly Unit[], index: number, base: string): Said | undefined {
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
function findSaid(units: readonly Unit[], index: number, { takes, base }: ReportingVerb): Said | undefined {
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
function findSaidBefore(units: readonly Unit[], end: number): Part | undefined {
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

const CALLING =
  /^(?:repeat|renew|reiterat|mak|made|issu|back|support|echo|join|led|lead|head)(?:e|es|s|ed|ing)?$/;

/** Where what is called for, urged, recommended or pledged begins, if a verb does so without a clause of saying. */
function findAdvice(units: readonly Unit[], index: number): number | undefined {
  const unit = units[index]!;
  const before = units[index - 1];
  // 'repeated its call for', 'renewed calls for'
  if (/^calls?$/.test(unit.lower) && units[index + 1]?.lower === 'for' && unit.pos === 'NOUN') {
    const verb = units.findLastIndex(
      ({ lower }, place) => place < index && place > index - 8 && CALLING.test(lower),
    );
    return verb > 0 ? index + 2 : undefined;
  }
  // 'Charities call on'
  const isCall =
    unit.lower === 'call' && /^(?:NOUN|PROPN)$/.test(before?.pos ?? '') && before!.lower.endsWith('s');
  if ((unit.pos !== 'VERB' && !isCall) || !ADVISING.test(unit.lower)) return undefined;
  if (
    !before ||
    before.lower === 'to' ||
    (before.pos === 'AUX' && unit.lower === 'encourage') ||
    before.pos === 'DET' ||
    before.pos === 'ADJ' ||
    before.pos === 'ADP' ||
    (BE.test(before.lower) && !unit.lower.endsWith('ing'))
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

/** What one rule finds at a unit; nothing at all if it is not for that unit. */
type Rule = (units: readonly Unit[], index: number) => Attribution[] | undefined;

/** 'According to X, …', '…, according to X', 'in the words of X'. */
const readAccording: Rule = (units, index) => {
  const { lower } = units[index]!;
  const isWords =
    /^(?:words|view|opinion|eyes)$/.test(lower) &&
    units[index - 1]?.lower === 'the' &&
    units[index - 2]?.lower === 'in' &&
    units[index + 1]?.lower === 'of';
  if (!(lower === 'according' && units[index + 1]?.lower === 'to') && !isWords) return undefined;
  const from = index + 2;
  const lead = isWords ? index - 2 : index;
  const to = findPhraseEnd(units, from);
  if (to <= from) return [];
  const shared = { verb: 'according', rule: 'according-to' } as const;
  const [before, earlier] = [units[lead - 1], units[lead - 2]];
  const isFirst =
    !before ||
    units[lead]!.text === 'According' ||
    (lead === 1 && /^(?:and|but|that|"|“|-|–|•|,)$/.test(before.lower)) ||
    /^(?:that|and|but|while|although|though|because|:|which|who|where)$/.test(before.lower) ||
    /^(?:which|who|where|that|and|but)$/.test(earlier?.lower ?? '');
  if (isFirst) {
    const [end, begin] = findSource(units, from, to);
    const content = { from: begin, to: findClauseEnd(units, begin) };
    return [{ ...shared, content, speaker: { from, to: end }, confidence: 0.85 }];
  }
  const end = before.text === ',' ? lead - 1 : lead;
  const start = findClauseStart(units, end);
  const isQuoted = units[end - 1]?.pos === 'QUOTE';
  const rest = units[to]?.text === ',' ? findClauseEnd(units, to + 1) : 0;
  // 'The number, according to the report, has doubled': what is said goes around who says it.
  if (!isQuoted && rest > to + 5 && !isClause(units, start, end))
    return [{ ...shared, content: { from: start, to: rest }, speaker: { from, to }, confidence: 0.6 }];
  const content = isQuoted ? findSaidBefore(units, end) : { from: start, to: end };
  return content ? [{ ...shared, content, speaker: { from, to }, confidence: 0.85 }] : [];
};

/** Where a source that 'according to' names ends, and where what it says begins. */
function findSource(units: readonly Unit[], from: number, to: number): [end: number, begin: number] {
  const after = units[to];
  if (after?.text === ',') {
    // Over what is set beside the name, up to the comma in front of what is said.
    const more = findPhraseEnd(units, to + 1);
    const isBeside =
      more > to + 1 &&
      units[more]?.text === ',' &&
      !isFinite(units, more + 1) &&
      /^(?:PROPN|DET|NOUN)$/.test(units[to + 1]!.pos);
    return isBeside ? [more, more + 1] : [to, to + 1];
  }
  if (after?.pos !== 'VERB' && after?.pos !== 'AUX') return [to, to];
  // 'a posting made just over 24 hours ago, the site is'
  const comma = units.findIndex(({ text }, place) => place > to && place < to + 10 && text === ',');
  if (after.pos === 'VERB' && comma > 0) return [to, comma + 1];
  // No comma at all: the phrase has swallowed the subject; the name ends where another phrase begins.
  for (let place = from + 1; place < to; place++) {
    const { pos, lower } = units[place]!;
    const before = units[place - 1]!;
    const isNext = pos === 'DET' && !/^(?:of|for|in|to|from|at|on|by|and|with)$/.test(before.lower);
    const isCount = isCapital(before) && (/^(?:over|about|around|more|at)$/.test(lower) || pos === 'NUM');
    if (isNext || isCount) return [place, place];
  }
  return [to, to];
}

/** 'is concerned that …' */
const readMind: Rule = (units, index) => {
  const { lower } = units[index]!;
  if (index === 0 || !MIND_ADJECTIVES.has(lower)) return undefined;
  const earlier = units[index - 2]?.lower ?? '';
  // 'made clear that', 'made it clear that'
  const made = [index - 1, index - 2].find((place) =>
    /^(?:make|makes|made|making)$/.test(units[place]?.lower ?? ''),
  );
  const that = units.findIndex((unit, place) => place > index && place < index + 9 && unit.lower === 'that');
  if (made && lower === 'clear' && (that === index + 1 || (that > 0 && units[index + 1]!.lower === 'to'))) {
    const speaker = findSubject(units, made);
    const content = { from: that + 1, to: findClauseEnd(units, that + 1) };
    return [{ content, ...(speaker && { speaker }), verb: 'say', rule: 'indirect-speech', confidence: 0.75 }];
  }
  let be = index - 1;
  while (be > 0 && index - be < 5 && (units[be]!.pos === 'ADV' || units[be]!.text === ',')) be--;
  if (!BE.test(units[be]!.lower) && !BE.test(earlier)) return undefined;
  const next = units[index + 1];
  const from = next?.lower === 'that' ? index + 2 : index + 1;
  const to = findClauseEnd(units, from);
  const isMind =
    next &&
    !/^(?:it|that|there|this|what)$/.test(earlier) &&
    (next.lower === 'that' || isNominalStart(next)) &&
    isClause(units, from, to);
  if (!isMind) return [];
  const speaker = findSubject(units, index);
  return [
    {
      content: { from, to },
      ...(speaker && { speaker }),
      verb: lower,
      rule: 'state-of-mind',
      confidence: 0.55,
    },
  ];
};

/** Whose a noun is: '[Ofsted]'s firm view', '[our] concern'. */
function findOwner(units: readonly Unit[], noun: number): Part | undefined {
  let owner = noun - 1;
  while (owner > 0 && (units[owner]!.pos === 'ADJ' || units[owner]!.pos === 'NOUN')) owner--;
  const { lower } = units[owner] ?? { lower: '' };
  if (/^(?:my|our|his|her|its|their)$/.test(lower)) return { from: owner, to: owner + 1 };
  return lower === "'s" || lower === "'" ? findPhraseBefore(units, owner) : undefined;
}

const RAISED = /^(?:raised|voiced|expressed|made|dismissed|rejected|denied|aired)$/;

/** 'Ofsted's claim that …', 'concerns raised by ADCS that …': what is said, and by whom. */
function findOwned(units: readonly Unit[], index: number): { content: Part; speaker?: Part } | undefined {
  let [that, speaker]: [number, Part | undefined] = [index + 1, undefined];
  if (units[that]?.lower === 'that') {
    speaker = findOwner(units, index);
    // 'Fears that … were raised by'
    const raised = units.findIndex(
      ({ lower }, place) => place > that + 4 && RAISED.test(lower) && units[place - 1]!.pos === 'AUX',
    );
    if (!speaker && index < 3 && raised > 0) {
      let to = raised;
      while (units[to - 1]!.pos === 'AUX' || units[to - 1]!.pos === 'ADV') to--;
      const by = units[raised + 1]?.lower === 'by' ? raised + 2 : 0;
      const namer = by > 0 ? { from: by, to: findPhraseEnd(units, by) } : undefined;
      return { content: { from: that + 1, to }, ...(namer && { speaker: namer }) };
    }
  } else {
    let by = index + 1;
    if (units[by]?.pos === 'VERB') by++;
    if (!/^(?:by|from|among|amongst)$/.test(units[by]?.lower ?? '')) return undefined;
    that = units.findIndex(({ lower }, place) => place > by && place < by + 24 && lower === 'that');
    const between = units.slice(by + 1, Math.max(by + 1, that));
    if (that < 0 || between.some(({ pos, text }) => pos === 'AUX' || /^[,;:]$/.test(text))) return undefined;
    const beside = between.findIndex(
      ({ pos, lower: word }) => pos === 'ADP' && word !== 'of' && word !== 'for',
    );
    speaker = {
      from: by + 1,
      to: Math.min(findPhraseEnd(units, by + 1), beside < 0 ? that : by + 1 + beside),
    };
  }
  // 'claims made by a study that said …'
  if (/^(?:VERB|AUX)$/.test(units[that + 1]?.pos ?? '')) return undefined;
  if (!speaker || speaker.to <= speaker.from || !hasVerb(units, that + 1, units.length)) return undefined;
  return { content: { from: that + 1, to: findClauseEnd(units, that + 1) }, speaker };
}

/** 'came to the conclusion that …', 'their view is that …' */
const readNoun: Rule = (units, index) => {
  const { lower, pos } = units[index]!;
  if ((pos !== 'NOUN' && index > 0) || !CONTENT_NOUNS.has(lower)) return undefined;
  const owned = findOwned(units, index);
  if (owned) return [{ ...owned, verb: lower, rule: 'noun-that', confidence: 0.6 }];
  // 'Our view is that', 'Ofsted's concern was that'
  const isTold = BE.test(units[index + 1]?.lower ?? '') && units[index + 2]?.lower === 'that';
  const owner = isTold ? findOwner(units, index) : undefined;
  const lead = units[(owner?.from ?? 0) - 1];
  if (owner && (!lead || /^(?:PUNCT|CCONJ|SCONJ)$/.test(lead.pos))) {
    const content = { from: index + 3, to: findClauseEnd(units, index + 3) };
    return [{ content, speaker: owner, verb: lower, rule: 'noun-that', confidence: 0.65 }];
  }
  if (units[index + 1]?.lower !== 'that' || units[index - 1]?.lower === 'no') return undefined;
  // 'concerns about the fact that'
  if (
    units[index - 1]?.lower === 'the' &&
    /^(?:about|despite|by|with|of|for|over)$/.test(units[index - 2]?.lower ?? '')
  )
    return undefined;
  const support = units.findLastIndex(
    (unit, place) => place < index && place >= index - 6 && SUPPORT.test(unit.lower),
  );
  if (support < 1 || units.slice(support + 1, index).some((unit) => unit.pos === 'VERB')) return undefined;
  if (!isClause(units, index + 2, units.length)) return [];
  const isOwned = /^(?:his|her|its|their|our|my)$/.test(units[index - 1]!.lower);
  if (BE.test(units[support]!.lower) && !isOwned && lower !== 'evidence') return [];
  const speaker =
    units[support - 1]!.pos === 'CCONJ' ? findMainSubject(units, support) : findSubject(units, support);
  const content = { from: index + 2, to: findClauseEnd(units, index + 2) };
  return [{ content, ...(speaker && { speaker }), verb: lower, rule: 'noun-that', confidence: 0.55 }];
};

/** '“…” – Matthew Ingram' */
const readDash: Rule = (units, index) => {
  if (units[index]!.pos !== 'QUOTE' || !/^[-–—]+$/.test(units[index + 1]?.text ?? '')) return undefined;
  if (units[index + 2]?.pos !== 'PROPN') return undefined;
  const speaker = { from: index + 2, to: findPhraseEnd(units, index + 2) };
  return [{ content: { from: index, to: index + 1 }, speaker, verb: 'say', rule: 'dash', confidence: 0.8 }];
};

/** 'called for …', 'urged … to' */
const readAdvice: Rule = (units, index) => {
  const from = findAdvice(units, index);
  if (from === undefined) return undefined;
  const { lower, pos } = units[index]!;
  const before = units[index - 1];
  const isShared = before?.pos === 'CCONJ' || (lower.endsWith('ing') && !BE.test(before?.lower ?? ''));
  const calling = units.findLastIndex((unit, place) => place < index && CALLING.test(unit.lower));
  const verb = pos === 'NOUN' && calling > 0 ? calling : index;
  const speaker = isShared ? findMainSubject(units, index) : findSubject(units, verb);
  const content = { from, to: findClauseEnd(units, from) };
  return speaker ? [{ content, speaker, verb: baseOf(lower), rule: 'advice', confidence: 0.65 }] : [];
};

/** 'called the review “a missed chance”', 'described the grades as “misleading”' */
const readCalling: Rule = (units, index) => {
  const calling = CALLING_IT.exec(units[index]!.lower);
  const before = units[index - 1];
  if (!calling || !before || BE.test(before.lower) || before.lower === 'to') return undefined;
  if (/^(?:for|as)$/.test(units[index + 1]?.lower ?? '')) return undefined;
  const place = units.slice(index + 1, index + 24).findIndex(isQuotationMark) + index + 1;
  if (place <= index + 1 || isCapital(units[place + 1] ?? { text: '' })) return undefined;
  if (calling[1] === undefined && !units.slice(index, place).some(({ lower }) => lower === 'as'))
    return undefined;
  const speaker = findSubject(units, index);
  if (!speaker) return undefined;
  const content = { from: index + 1, to: findClauseEnd(units, index + 1) };
  return [{ content, speaker, verb: 'call', rule: 'calling', confidence: 0.5 }];
};
const CALLING_IT =
  /^(?:(calls|called|brands|branded|labels|labelled)|describes|described|dismissed|dismisses|denounced|condemned|hailed|praised)$/;
const isQuotationMark = ({ text, pos }: Unit) => pos === 'QUOTE' || /^["“‘'„]$/.test(text);

/** 'Inspection puts staff off: study': a headline that ends with who says it. */
const readHeadline: Rule = (units, index) => {
  if (units[index]!.text !== ':' || index < 4 || units.length - index > 6 || units.length > 30)
    return undefined;
  const last = units.at(-1)!;
  if (isTerminal(last) || !units.slice(index + 1).every((unit) => isNominal(unit) || unit.pos === 'ADJ'))
    return undefined;
  const isSource = ROLES.has(last.lower) || REPORTS.has(last.lower) || last.lower === 'source';
  if (!isSource || !units.slice(0, index).some(({ pos }) => pos === 'VERB' || pos === 'AUX'))
    return undefined;
  const content = { from: findClauseStart(units, index), to: index };
  return [
    { content, speaker: { from: index + 1, to: units.length }, verb: 'say', rule: 'label', confidence: 0.6 },
  ];
};

/** How a reporting verb stands in its sentence. */
type Use = { verb: ReportingVerb; isPassive: boolean; isInfinitive: boolean; isProgressive: boolean };

function toUse(units: readonly Unit[], index: number, verb: ReportingVerb): Use {
  const before = units[index - 1];
  // 'to submit … and suggest'
  const isListed =
    verb.tense === 'base' &&
    before?.pos === 'CCONJ' &&
    units.slice(0, index).some(({ lower, pos }) => lower === 'to' && pos === 'PART');
  const isInfinitive =
    isListed || before?.lower === 'to' || (before?.pos === 'ADV' && units[index - 2]?.lower === 'to');
  let auxiliary = index - 1;
  while (auxiliary >= 0 && (units[auxiliary]!.pos === 'ADV' || NOT.test(units[auxiliary]!.lower)))
    auxiliary--;
  const isBe = BE.test(units[auxiliary]?.lower ?? '');
  return { verb, isInfinitive, isPassive: verb.tense === 'past' && isBe, isProgressive: isBe };
}

/** Who a verb with its words behind it is said by. */
function findSpeaker(units: readonly Unit[], index: number, from: number, use: Use, isQuoted: boolean) {
  const before = units[index - 1];
  if (use.isPassive) {
    const by = units.findIndex(({ lower }, place) => place > index && place < from && lower === 'by');
    if (by > 0) return { from: by + 1, to: findPhraseEnd(units, by + 1) };
  }
  const isJoined = before?.pos === 'CCONJ' || (before?.pos === 'ADV' && units[index - 2]?.pos === 'CCONJ');
  let subject: Part | undefined;
  if (use.verb.tense === 'ing' && !use.isProgressive && !use.isPassive)
    subject =
      before && before.text !== ',' && before.pos !== 'CCONJ' && isNominal(before)
        ? findPhraseBefore(units, index)
        : findMainSubject(units, index);
  // 'has written to all directors to confirm that'
  else if (use.isInfinitive && units[index - 2] && isNominal(units[index - 2]!))
    subject = findMainSubject(units, index);
  else if (!use.isPassive && before?.pos !== 'CCONJ') subject = findSubject(units, index);
  if (subject && subject.to > subject.from) return subject;
  const isElsewhere = isJoined || before?.text === ',' || use.isInfinitive;
  return isElsewhere || (!use.isPassive && !isQuoted && index > 0)
    ? findMainSubject(units, index)
    : undefined;
}

const toRule = ({ verb, isPassive }: Use, marked: Marked): RuleName => {
  if (marked === 'quotation') return 'direct-quotation';
  if (DENYING.test(verb.base)) return 'denial';
  if (marked === 'colon') return 'colon';
  if (verb.takes.has('say')) return isPassive ? 'passive' : 'indirect-speech';
  if (verb.takes.has('show')) return 'finding';
  if (isPassive) return 'passive';
  return verb.takes.has('think') ? 'opinion' : 'indirect-speech';
};
const SURENESS = { quotation: 0.92, that: 0.85, nothing: 0.75, wh: 0.6, colon: 0.6 } satisfies Record<
  Marked,
  number
>;

/** A verb with what is said behind it: 'said that …', 'found …', 'said: “…”'. */
const readSaidBehind = (units: readonly Unit[], index: number, use: Use): Attribution[] | undefined => {
  const { verb, isPassive, isInfinitive } = use;
  const { takes, base, tense } = verb;
  const said =
    findSaid(units, index, verb) ?? (isPassive && base === 'tell' ? findBare(units, index, base) : undefined);
  if (!said) return undefined;
  const { from, marked } = said;
  const before = units[index - 1];
  // 'for discovering that'
  if (tense === 'ing' && takes.has('show') && /^(?:for|of|from|about)$/.test(before?.lower ?? '')) return [];
  const isQuoted = marked === 'quotation';
  const isBare = marked === 'nothing';
  const takesClause = takes.has('say') || takes.has('tell') || takes.has('think') || takes.has('show');
  if (
    !isQuoted &&
    marked !== 'colon' &&
    !takesClause &&
    !takes.has('ask') &&
    !(takes.has('that') && marked === 'that')
  )
    return [];
  if (isInfinitive) {
    // 'was forced to admit it had'
    const isForced = /^(?:forced|obliged|compelled|on|continued|continues|had|has)$/.test(
      units[index - 2]?.lower ?? '',
    );
    if ((isBare && !isForced) || marked === 'wh' || (takes.has('think') && !takes.has('say'))) return [];
    if (takes.has('tell') && base !== 'tell') return [];
  }
  const isBy = units.slice(index, from).some(({ lower }) => lower === 'by');
  const isDated =
    from < index + 7 &&
    units.slice(index + 1, from).some((unit) => unit.pos === 'NUM' || TIME.test(unit.lower));
  if (isPassive && !isQuoted && from > index + 2 && !takes.has('tell') && !isBy && !isDated) return [];
  // 'They say adding the mineral is'; but 'with inspectors saying'
  if (
    tense === 'ing' &&
    isBare &&
    before &&
    before.text !== ',' &&
    before.pos !== 'CCONJ' &&
    !BE.test(before.lower) &&
    !/^(?:responded|replied|wrote|tweeted)$/.test(before.lower) &&
    units[index + 1]?.pos !== 'PRON' &&
    units[findPhraseBefore(units, index)?.from ?? index]!.lower !== 'with'
  )
    return [];
  // 'As I have said many times before, …', 'which, as we all know, …'
  const subject = isBare ? findSubject(units, index) : undefined;
  if (subject && [subject.from, subject.from - 1].some((place) => units[place]?.lower === 'as'))
    return undefined;
  // 'Suggesting that grades mislead, Munro said …'
  if (index === 0 && tense === 'ing' && marked === 'that' && from === 2)
    return readOpening(units, from, base);
  const end = findClauseEnd(units, from);
  if (base === 'show' && isBare && !isClause(units, from, end)) return [];
  const to = isQuoted && isWholeQuotation(units, index, from) ? from + 1 : end;
  if (marked === 'wh' && (to - from < 5 || (isPassive && !takes.has('tell')))) return [];
  const speaker = findSpeaker(units, index, from, use, isQuoted);
  if (!speaker && isBare && !isPassive) return [];
  if (index === 0 && (tense === 'ing' || !speaker)) return [];
  const isAnybody = speaker && ANYBODY.test(units[speaker.to - 1]!.lower);
  if (!isQuoted && isAnybody && units[speaker.from]!.lower !== 'we') return [];
  if (!isQuoted && before?.lower === 'you') return [];
  if (!isQuoted && speaker && NO_ONE.test(units[speaker.from]!.lower)) return [];
  const shared = {
    ...(speaker && { speaker }),
    verb: base,
    rule: toRule(use, marked),
    confidence:
      SURENESS[marked] -
      (speaker ? 0 : 0.2) -
      (isInfinitive ? 0.2 : 0) -
      (toRule(use, marked) === 'denial' ? 0.2 : 0),
  };
  // '“I think,” he said, “we …”': what stands on both sides of the verb.
  const first = isQuoted && speaker ? findSaidBefore(units, speaker.from) : undefined;
  return [
    ...(first && units[first.to - 1]!.pos === 'QUOTE' ? [{ ...shared, content: first }] : []),
    { ...shared, content: { from, to } },
  ];
};

/** What stands between 'Suggesting that' and the comma before who says it and says more. */
function readOpening(units: readonly Unit[], from: number, verb: string): Attribution[] {
  for (let place = from + 3; place < units.length; place++) {
    const { text } = units[place]!;
    const isQuoted = /,["”’']$/.test(text);
    if (text !== ',' && !isQuoted) continue;
    const next = units.findIndex((_, index) => index > place && toVerb(units, index)?.takes.has('say'));
    const speaker = next > 0 ? findSubject(units, next) : undefined;
    if (speaker?.from === place + 1)
      return [
        {
          content: { from, to: isQuoted ? place + 1 : place },
          speaker,
          verb,
          rule: 'indirect-speech',
          confidence: 0.7,
        },
      ];
  }
  return [];
}

/** Whether a quotation is all that is said, rather than the beginning of a clause. */
function isWholeQuotation(units: readonly Unit[], verb: number, at: number): boolean {
  const [before, next] = [units[at - 1]!, units[at + 1]];
  if (at > verb + 1 && !/^[,:;]$/.test(before.text) && before.lower !== 'that') return true;
  if (!next || /^[,.;:!?()]$/.test(next.text)) return true;
  return /^(?:QUOTE|CCONJ|SCONJ)$/.test(next.pos) || /[.!?]["”’']?$/.test(units[at]!.text);
}

/** A verb with what is said in front of it or around it: '…, Munro said', '“…,” said Munro', 'As Munro said, …'. */
const readSaidInFront = (units: readonly Unit[], index: number, { verb }: Use): Attribution[] => {
  const { takes, base } = verb;
  const before = units[index - 1];
  const canSay = takes.has('say') || takes.has('show');
  const isInverted =
    before && (before.pos === 'QUOTE' || before.text === ',' || (before.text === '–' && base === 'say'));
  if (isInverted && (canSay || takes.has('quote'))) {
    const speaker = findInverted(units, index);
    const content = speaker && findSaidBefore(units, index);
    const isQuoted = content && content.to - content.from === 1 && units[content.from]!.pos === 'QUOTE';
    // 'councils that were rated poor, showed failings'
    if (content && (isQuoted || takes.has('say'))) {
      const rule = isQuoted ? 'direct-quotation' : 'trailing';
      return [
        { content, speaker, verb: base, rule, confidence: 0.85 },
        ...readRest(units, Math.max(index + 1, speaker.to), speaker, base),
      ];
    }
  }
  const found = findSubject(units, index);
  if (!found) return [];
  const subject = { ...found };
  const start = units[subject.from]!.lower === 'as' ? subject.from : subject.from - 1;
  if (units[start]?.lower === 'as') {
    const speaker = { from: start + 1, to: subject.to };
    const comma = units.findIndex(({ text }, place) => place > index && place < index + 14 && text === ',');
    if (start === 0 && comma > 0) {
      const to = units[comma + 1]?.pos === 'QUOTE' ? comma + 2 : findClauseEnd(units, comma + 1);
      return [{ content: { from: comma + 1, to }, speaker, verb: base, rule: 'as-said', confidence: 0.6 }];
    }
    const after = units[index + 1];
    const isBare = !after || /^(?:PUNCT|ADP|ADV|CCONJ)$/.test(after.pos) || takes.has('tell');
    const isWhole = units[start - 1]?.text === ',' && !/^(?:AUX|ADP)$/.test(units[start - 2]?.pos ?? '');
    const content = isBare && isWhole ? findSaidBefore(units, start) : undefined;
    return content ? [{ content, speaker, verb: base, rule: 'as-said', confidence: 0.6 }] : [];
  }
  // ', with casualties reported from'
  if ([subject.from, subject.from - 1].some((place) => units[place]?.lower === 'with')) return [];
  const content =
    findSaidBefore(units, subject.from) ?? findBeside(units, subject) ?? findUnmarked(units, index, subject);
  if (!content) return [];
  if (content.to > subject.from) subject.from = content.to;
  const isQuoted = content.to - content.from === 1 && units[content.from]!.pos === 'QUOTE';
  const next = units[index + 1];
  const isEnd =
    !next ||
    isTerminal(next) ||
    /^(?:ADP|CCONJ|SCONJ)$/.test(next.pos) ||
    (next.pos === 'ADV' && units.length - index < 5) ||
    /^[,;:–—-]$/.test(next.text) ||
    TIME.test(next.lower) ||
    takes.has('tell');
  if (!isEnd || !(isQuoted || canSay || takes.has('think'))) return [];
  // '…, Munro felt outside help was needed'
  const isLed = next?.pos === 'ADP' && isNominal(units[index + 2]!) && isFinite(units, index + 3);
  if (!isQuoted && isLed) return [];
  // '…, the first of them found through luck'
  if (!isQuoted && takes.has('show') && next?.pos === 'ADP' && !/^(?:in|on|at)$/.test(next.lower)) return [];
  const rule = isQuoted ? 'direct-quotation' : 'trailing';
  const confidence = isQuoted ? 0.92 : 0.75;
  return [
    { content, speaker: subject, verb: base, rule, confidence },
    ...readRest(units, index + 1, subject, base),
  ];
};

/** A quotation in front of an office with a name beside it: '“…”, the lead author of the review, Munro said'. */
function findBeside(units: readonly Unit[], subject: Part): Part | undefined {
  if (units[subject.from - 1]?.text !== ',') return undefined;
  const office = findPhraseBefore(units, subject.from - 1);
  if (!office || units[office.from]!.pos !== 'DET') return undefined;
  const content = findSaidBefore(units, office.from);
  return content && units[content.to - 1]!.pos === 'QUOTE' ? content : undefined;
}

/** What ends where who says it begins, without a comma: 'Children are at risk the charities say.' */
function findUnmarked(units: readonly Unit[], verb: number, subject: Part): Part | undefined {
  const next = units[verb + 1];
  if (next && !isTerminal(next)) return undefined;
  const to = units.findLastIndex(
    ({ lower }, place) => place > subject.from && place < subject.to && lower === 'the',
  );
  if (to < 4 || !isNominal(units[to - 1]!) || subject.to - to > 5) return undefined;
  const from = findClauseStart(units, to);
  return isClause(units, from, to) ? { from, to } : undefined;
}

/** What goes on behind the one who says it: '“…,” she said, “…”'. */
function readRest(units: readonly Unit[], from: number, speaker: Part, verb: string): Attribution[] {
  for (let place = from; place < Math.min(units.length, from + 14); place++) {
    if (units[place]!.pos === 'QUOTE')
      return [
        {
          content: { from: place, to: place + 1 },
          speaker,
          verb,
          rule: 'direct-quotation',
          confidence: 0.85,
        },
      ];
    if (toVerb(units, place)) return [];
  }
  return [];
}

/** '…, Munro was quoted as saying', 'Munro was quoted by the paper as saying that …' */
function readQuoted(units: readonly Unit[], index: number, verb: ReportingVerb): Attribution[] | undefined {
  if (verb.base !== 'say' || verb.tense !== 'ing' || units[index - 1]?.lower !== 'as') return undefined;
  const quoted = units.findLastIndex(
    ({ lower }, place) => place < index && place > index - 12 && /^(?:quoted|cited|reported)$/.test(lower),
  );
  const speaker = quoted > 0 ? findSubject(units, quoted) : undefined;
  if (!speaker) return undefined;
  const shared = { speaker, verb: 'say', confidence: 0.8 };
  const said = findSaid(units, index, verb);
  if (said) {
    const content = { from: said.from, to: findClauseEnd(units, said.from) };
    return [
      { ...shared, content, rule: said.marked === 'quotation' ? 'direct-quotation' : 'indirect-speech' },
    ];
  }
  const content = findSaidBefore(units, speaker.from);
  return content && [{ ...shared, content, rule: 'trailing' }];
}

/** Verbs of saying, thinking and finding, wherever what is said stands. */
const readVerb: Rule = (units, index) => {
  const verb = toVerb(units, index);
  // 'well - understood'
  if (!verb || (units[index - 1]?.text === '-' && /^(?:ADV|ADJ)$/.test(units[index - 2]?.pos ?? '')))
    return undefined;
  const quoted = readQuoted(units, index, verb);
  if (quoted) return quoted;
  const use = toUse(units, index, verb);
  const aside = use.isPassive ? undefined : findAside(units, index, verb);
  if (aside) {
    const content = { from: findClauseStart(units, aside.from - 1), to: findClauseEnd(units, aside.to) };
    return [{ content, speaker: aside, verb: verb.base, rule: 'aside', confidence: 0.6 }];
  }
  // '“…,” said Alan Wood, lead author of …', '…, warns a report released today'
  const [before, next] = [units[index - 1], units[index + 1]];
  const isNamedBehind =
    verb.takes.has('say') &&
    next?.lower !== 'that' &&
    ((before?.pos === 'QUOTE' &&
      (next?.pos === 'PROPN' || (next?.pos === 'DET' && /[,.?!]\P{L}*$/u.test(before.text)))) ||
      (before?.text === ',' &&
        /^an?$/.test(next?.lower ?? '') &&
        verb.tense !== 'ing' &&
        isClause(units, findClauseStart(units, index - 1), index - 1) &&
        !units.slice(0, index).some((_, place) => toVerb(units, place)?.takes.has('say'))));
  const behind = isNamedBehind ? undefined : readSaidBehind(units, index, use);
  if (behind) return behind;
  const isAsked = verb.takes.size === 1 && verb.takes.has('ask');
  if (isAsked || verb.tense === 'ing' || use.isInfinitive || use.isPassive) return [];
  return readSaidInFront(units, index, use);
};

const RULES: readonly Rule[] = [
  readAccording,
  readMind,
  readNoun,
  readDash,
  readHeadline,
  readAdvice,
  readCalling,
  readVerb,
];

/** Everything a sentence tells of who says what: at each unit by the first rule that is for it. */
export function attribute({ units }: Sentence): Attribution[] {
  const found: Attribution[] = [];
  // 'Where did it say that …?'
  const isAsked = units.at(-1)!.text === '?' && (units[0]!.pos === 'AUX' || units[1]?.pos === 'AUX');
  for (let index = 0; index < units.length; index++)
    for (const rule of RULES) {
      const attributions = rule(units, index);
      if (!attributions) continue;
      found.push(
        ...attributions.filter(
          ({ content: { from, to } }) => to > from && (!isAsked || units[from]!.pos === 'QUOTE'),
        ),
      );
      break;
    }
  return found;
}

/** Who leads in a list below, by which verb: 'Inspectors found that:'. */
export function findLeadIn(units: readonly Unit[]): Pick<Attribution, 'speaker' | 'verb'> | undefined {
  // 'agreed to propose to the LGA that:'
  const least = units.length - (units.at(-2)?.lower === 'that' ? 14 : 6);
  for (let index = units.length - 2; index > Math.max(0, least); index--) {
    const verb = toVerb(units, index);
    const speaker = verb && verb.tense !== 'ing' ? findSubject(units, index) : undefined;
    if (verb && speaker) return { speaker, verb: verb.base };
  }
  return undefined;
}
