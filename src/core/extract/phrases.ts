// Who says what where no verb of saying tells it: ‘according to’, a noun such as claim or concern, a call, a dash, a headline.
import {
  BE,
  findClauseEnd,
  findClauseStart,
  findMainSubject,
  findPhraseBefore,
  findPhraseEnd,
  findSubject,
  hasVerb,
  isClause,
  isFinite,
  isNominal,
  isNominalStart,
  type Part,
} from './clauses';
import { findSaidBefore, type Rule } from './content';
import { isCapital, isTerminal } from './language';
import { CONTENT_NOUNS, MIND_ADJECTIVES, REPORTS, ROLES } from './lexicon';
import type { Unit } from './sentences';

/** Verbs beside a noun that tells the content: 'have the feeling that'. */
const SUPPORT =
  /^(?:have|has|had|having|make|makes|made|making|express|expressed|expresses|expressing|voice|voiced|come|came|comes|reach|reached|reaches|give|gave|given|giving|hold|holds|held|share|shares|shared|raise|raised|raises|raising|issue|issued|issuing|put|repeat|repeated|defend|defended|drew|draw|reject|rejected|rejects|dismiss|dismissed|deny|denied|denies|confirm|confirmed|confirms|is|was|are|were)$/;

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

/** 'According to X, …', '…, according to X', 'in the words of X'. */
export const readAccording: Rule = (units, index) => {
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
export const readMind: Rule = (units, index) => {
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
export const readNoun: Rule = (units, index) => {
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
export const readDash: Rule = (units, index) => {
  if (units[index]!.pos !== 'QUOTE' || !/^[-–—]+$/.test(units[index + 1]?.text ?? '')) return undefined;
  if (units[index + 2]?.pos !== 'PROPN') return undefined;
  const speaker = { from: index + 2, to: findPhraseEnd(units, index + 2) };
  return [{ content: { from: index, to: index + 1 }, speaker, verb: 'say', rule: 'dash', confidence: 0.8 }];
};

/** 'called for …', 'urged … to' */
export const readAdvice: Rule = (units, index) => {
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
export const readCalling: Rule = (units, index) => {
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
export const readHeadline: Rule = (units, index) => {
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
