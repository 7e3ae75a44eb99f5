// Rules for the names of bodies: short forms, brands, newspapers, words for bodies, and what stands beside a name of one word.
import { FIRST_NAMES } from './forenames';
import { isKnownWord } from './language';
import { BODIES, HEADS } from './bodies';
import { ORGANISATION_WORDS, PLACES, REPORTS, ROLES, TITLES, WELL_KNOWN } from './lexicon';
import { has, hasBodyIn, isAcronym, isClitic, isJoint, isPeriodical, PARTIES, PRESS } from './nameword';
import { findPersonOf, isOfKind, isOfRole, isSaying } from './beside';
import { toBody, toNeither, toPerson, type Candidate, type Rule } from './candidate';
import { isShortForm } from './writing';

/** A name with a capital inside, or an address: 'YouTube', 'DfE', 'Gawker.com'. */
const BRAND =
  /^(?!(?:Ma?c|De|Di|Du|La|Le|Van|Fitz|O)\p{Lu})\p{Lu}?\p{Ll}+\p{Lu}\p{L}*$|^\p{L}[\p{L}\d-]+\.(?:com|org|net|co)$/u;
/** Newspapers by their last word. */
const PAPER =
  /^(?:guardian|telegraph|independent|observer|times|mirror|tribune|herald|economist|mail|express)$/;
const PARTY =
  /^(?:labour|labor|lab|conservative|con|cons|lib|liberal|ld|green|snp|party|democrat|ind|ukip|reform)$/;
/** Words right behind a body's name: 'Google headquarters'. */
const BODY_AFTER =
  /^(?:headquarters|spokesman|spokeswoman|spokesperson|spokespeople|employees?|staff|shares|shareholders|inspectors?|officials?|executives?|inspections?|judge?ments?|ratings?|reports?|reviews?|surveys?|frameworks?|guidance|members|leaders|bosses|data|figures|annual|statement|website|founder|co-founder|creator|chiefs?|campaigners)$/;
/** Words for bodies that are names of one by themselves. */
const LONE_HEADS =
  /^(?:parliament|congress|senate|treasury|labour|labor|conservatives|democrats|republicans|reuters)$/;

/** 'ADCS' */
export const readLoneShort: Rule = (candidate) => {
  const { writing, first, words } = candidate;
  if (words.length > 1 || !isAcronym(first)) return undefined;
  return isShortForm(writing, first)
    ? toBody(candidate, 'acronym', /\d/.test(first.text) ? 0.4 : 0.55)
    : toNeither(candidate);
};

/** 'Ofsted', 'YouTube', 'Air Canada' */
export const readKnownBody: Rule = (candidate) => {
  const { words, first } = candidate;
  if (words.length <= 3 && WELL_KNOWN.has(words.map(({ lower }) => lower).join(' ')))
    return toBody(candidate, 'well-known', 0.8);
  const isBrand =
    words.length === 1 &&
    BRAND.test(first.text) &&
    !FIRST_NAMES.has(/^\p{Lu}\p{Ll}+/u.exec(first.text)?.[0].toLowerCase() ?? '');
  if (isBrand) return toBody(candidate, 'brand', 0.5);
  if (words.length === 2 && first.lower === 'air') return toBody(candidate, 'organisation-word', 0.7);
  return undefined;
};

/** '(Labour)', '(Labour, Dudley North)' */
export const readParty: Rule = (candidate) => {
  const { writing, from, words, first, before, after } = candidate;
  const isParty = /^[,)]$/.test(after?.text ?? '') && before?.text === '(';
  if (words.length === 1 && isParty && PARTIES.test(first.lower)) return toBody(candidate, 'well-known', 0.6);
  if (before?.text !== ',') return undefined;
  const bracket = writing.tokens.slice(Math.max(0, from - 5), from);
  const isBehindParty =
    bracket.some(({ text }) => text === '(') && bracket.some(({ lower }) => PARTY.test(lower));
  return isBehindParty ? toNeither(candidate) : undefined;
};

/** 'The Globe and Mail' */
export const readPress: Rule = (candidate) => {
  const { words } = candidate;
  const isPress =
    words.length <= 3 &&
    words.some(({ lower }) => lower === 'and') &&
    words.every(({ lower }) => PRESS.test(lower) || lower === 'and');
  return isPress ? toBody(candidate, 'newspaper', 0.75) : undefined;
};

/** 'an analyst at Edward Jones' */
export const readEmployer: Rule = (candidate) => {
  const { writing, from, to, words, before } = candidate;
  const { tokens } = writing;
  const isEmployer =
    before?.lower === 'at' &&
    has(ROLES, tokens[from - 2]) &&
    !hasBodyIn(tokens, from, to) &&
    words.length <= 3;
  return isEmployer ? toBody(candidate, 'role-of-body', 0.65) : undefined;
};

/** Where a person's name begins behind a body's in the same run, counted in words; −1 if there is none. */
function findPersonBehind({ words, first }: Candidate): number {
  const { length } = words;
  const isStrangeEnd =
    length > 3 &&
    !isJoint(words.at(-3)!) &&
    words
      .slice(-2)
      .every(
        (token) =>
          !isJoint(token) &&
          !has(ORGANISATION_WORDS, token) &&
          !isAcronym(token) &&
          !isKnownWord(token.lower),
      );
  if (isStrangeEnd) return length - 2;
  return words.findIndex(
    (token, place) =>
      (place > 1 || (place > 0 && first.lower.endsWith('s'))) &&
      place < length - 1 &&
      has(FIRST_NAMES, token) &&
      !isJoint(words[place - 1]!) &&
      !words.slice(place).some((one) => isJoint(one) || has(ORGANISATION_WORDS, one)),
  );
}

/** 'Doncaster Council', 'the Council'; a person's name may follow a body's at once. */
export const readBodyWord: Rule = (candidate) => {
  const { writing, from, to, words, first, before, after } = candidate;
  const { tokens, starts } = writing;
  if (!hasBodyIn(tokens, from, to)) return undefined;
  const isBody =
    words.length > 1 ||
    (before?.lower === 'the' && HEADS.test(first.lower)) ||
    (/^labou?r$/.test(first.lower) && starts.has(from) && /^(?:VERB|AUX)$/.test(after?.pos ?? '')) ||
    (LONE_HEADS.test(first.lower) && !starts.has(from));
  if (!isBody) return undefined;
  const person = findPersonBehind(candidate);
  if (person === 1) return toPerson({ from: from + 1, to }, 'first-name', 0.8);
  if (person > 1 && hasBodyIn(tokens, from, from + person))
    return [
      ...toBody({ from, to: from + person }, 'organisation-word', 0.75),
      ...toPerson({ from: from + person, to }, 'first-name', 0.8),
    ];
  return toBody(candidate, 'organisation-word', 0.85);
};

/** 'Transport for London said', 'a spokeswoman for Friends of the Earth': names of several parts that are nobody's office. */
export const readJoined: Rule = (candidate) => {
  const { writing, from, to, words, after, hasJoints } = candidate;
  const { tokens } = writing;
  if (!hasJoints) return undefined;
  const isOther = words
    .slice(0, words.findIndex(isJoint))
    .some(
      (token) => has(TITLES, token) || has(ROLES, token) || has(REPORTS, token) || has(FIRST_NAMES, token),
    );
  if (isOther) return undefined;
  if (isOfRole(tokens, from)) return toBody(candidate, 'role-of-body', 0.6);
  if (findPersonOf(tokens, from) !== undefined) return toBody(candidate, 'of-body', 0.6);
  const speaks = isSaying(after) || (after?.pos === 'ADV' && isSaying(tokens[to + 1]));
  return speaks && tokens[from - 1]?.pos !== 'ADP' ? toBody(candidate, 'speaks', 0.55) : undefined;
};

/** 'the firm Impower' */
export const readKind: Rule = (candidate) =>
  isOfKind(candidate.writing.tokens, candidate.from) ? toBody(candidate, 'kind-before-name', 0.8) : undefined;

/** 'ADCS Safeguarding Pressures', 'BASW England' */
export const readShort: Rule = (candidate) => {
  const { writing, from, to, words, first } = candidate;
  if (words.length === 1 || !isShortForm(writing, first)) return undefined;
  const isWhole =
    words.length === 2 && (PLACES.has(words[1]!.lower) || isPeriodical(writing.tokens, from + 1));
  return toBody({ from, to: isWhole ? to : from + 1 }, 'acronym', 0.5);
};

/** What beside a name of one word tells that it is a body's: 'Google's chairman', 'Impower inspectors', 'Tesco said'. */
const readBeside: Rule = (candidate) => {
  const { writing, from, first: token } = candidate;
  const { tokens } = writing;
  const [before, after] = [tokens[from - 1], tokens[from + 1]];
  if (has(TITLES, token) || has(FIRST_NAMES, token)) return undefined;
  if (has(ORGANISATION_WORDS, token) && token.lower.endsWith('s') && isKnownWord(token.lower))
    return undefined;
  const behind = tokens.slice(from + 2, from + 6);
  const role = behind.findIndex(
    (one) => BODY_AFTER.test(one.lower) || has(ROLES, one) || has(BODIES, one) || has(REPORTS, one),
  );
  if (isClitic(after) && role >= 0 && !behind.slice(0, role).some(({ text }) => /^[,.;:]$/.test(text)))
    return toBody(candidate, 'role-of-body', 0.7);
  if (BODY_AFTER.test(after?.lower ?? '')) return toBody(candidate, 'role-of-body', 0.65);
  if (isOfRole(tokens, from) && !/^(?:region|province|area|state|valley|coast)$/.test(after?.lower ?? ''))
    return toBody(candidate, 'role-of-body', 0.6);
  const isInverted =
    isSaying(before) &&
    before!.block === token.block &&
    (!after || /^[.,;]$/.test(after.text) || after.block !== token.block);
  // 'Alan Wood of Doncaster said'
  if (before?.pos === 'ADP') return undefined;
  const speaks =
    (isSaying(after) && !after!.lower.endsWith('ing')) ||
    (after?.pos === 'ADV' && isSaying(tokens[from + 2])) ||
    isInverted;
  return speaks && !/^\p{Lu}{2,}s$/u.test(token.text) ? toBody(candidate, 'speaks', 0.55) : undefined;
};

/** A name of one word by what stands beside it: 'the Guardian', 'Impower said'. */
export const readLoneBody: Rule = (candidate) => {
  const { writing, from, words, first, before } = candidate;
  const isDoubtful = writing.starts.has(from) && isKnownWord(first.lower) && !writing.big.has(first.lower);
  if (words.length > 1 || isDoubtful) return undefined;
  return before?.lower === 'the' && PAPER.test(first.lower)
    ? toBody(candidate, 'newspaper', 0.7)
    : readBeside(candidate);
};
