// Who says what in a sentence: reporting verbs with the clause or quotation that is said, and the words that name who says it.
import {
  BE,
  NOT,
  TIME,
  findClauseEnd,
  findClauseStart,
  findInverted,
  findMainSubject,
  findPhraseBefore,
  findPhraseEnd,
  findSubject,
  isClause,
  isFinite,
  isNominal,
  toVerb,
  type Part,
} from './clauses';
import { type Attribution, type Marked, findBare, findSaid, findSaidBefore, type Rule } from './content';
import { isTerminal } from './language';
import type { ReportingVerb } from './lexicon';
import {
  readAccording,
  readMind,
  readNoun,
  readDash,
  readHeadline,
  readAdvice,
  readCalling,
} from './phrases';
import type { RuleName } from './rule';
import type { Sentence, Unit } from './sentences';

const DENYING = /^(?:deny|doubt|dispute)$/;

/** Subjects that nobody is meant by. */
const NO_ONE = /^(?:no|nothing|none|nobody|neither)$/;

/** Subjects that mean nobody in particular. */
const ANYBODY = /^(?:that|this|there|what|you|everybody|everyone|all|nobody|anyone|anybody)$/;

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
  const behind = units[index + 2];
  const isLed = next?.pos === 'ADP' && behind && isNominal(behind) && isFinite(units, index + 3);
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
      for (const { speaker, ...attribution } of attributions) {
        const { from, to } = attribution.content;
        if (to <= from || (isAsked && units[from]!.pos !== 'QUOTE')) continue;
        found.push(speaker && speaker.to > speaker.from ? { ...attribution, speaker } : attribution);
      }
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
