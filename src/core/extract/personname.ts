// Rules for the names of people: first names, titles, initials, honours, and roles, ages and verbs beside a name.
import { BODIES } from './bodies';
import { FIRST_NAMES } from './forenames';
import { isCapital, isKnownWord } from './language';
import {
  NOT_NAMES,
  NOT_ORGANISATIONS,
  ORGANISATION_WORDS,
  PERSON_JOINTS,
  PLACES,
  ROLES,
  TITLES,
} from './lexicon';
import { CALENDAR, has, hasBodyIn, isAcronym, isClitic, isNameWord } from './nameword';
import { findPersonOf, isOfRole, isSaying } from './beside';
import { isCommon } from './nameend';
import { readFirst, toBody, toNeither, toPerson, type Candidate, type Rule } from './candidate';

/** What people are, before their name. */
const PEOPLE_BEFORE =
  /^(?:star|legend|boss|skipper|winger|forward|playmaker|teammate|wife|husband|fianc[ée]e?|girlfriend|boyfriend|widow|pundit|presenter|host|tycoon|billionaire|businessman|businesswoman|entrepreneur|designer|illustrator|photographer|architect|chef|dancer|drummer|guitarist|vocalist|bassist|frontman|sculptor|cartoonist|playwright|screenwriter|scholar|psychiatrist|surgeon|midwife|paramedic|firefighter|policeman|soldier|gunman|defendant|killer|dictator|warlord|cleric|golfer|boxer|swimmer|sprinter|cyclist|jockey|quarterback|teenager|mum|dad|grandmother|grandfather|uncle|aunt|cousin|nephew|niece|owner|visionary|superstar)$/;

/** 'Yvette Cooper MP' */
export const readHonoured: Rule = (candidate) => {
  const { writing, from, to, hasJoints, isHonoured } = candidate;
  return isHonoured && !hasJoints && !hasBodyIn(writing.tokens, from, to)
    ? toPerson(candidate, 'role-beside-name', 0.85)
    : undefined;
};

/** 'Full Circle Care, which runs …, said' is a body, and no person is 'which'. */
export const readWhich: Rule = (candidate) => {
  const { writing, from, to, after } = candidate;
  const { tokens } = writing;
  if (after?.text !== ',' || tokens[to + 1]?.lower !== 'which' || hasBodyIn(tokens, from, to))
    return undefined;
  const comma = tokens.slice(to + 2, to + 18).findIndex(({ text }) => text === ',');
  return comma >= 0 && isSaying(tokens[to + 3 + comma])
    ? toBody(candidate, 'speaks', 0.65)
    : isCommon(candidate.words.at(-1)) || has(FIRST_NAMES, candidate.first)
      ? toNeither(candidate)
      : undefined;
};

/** 'Yvette Cooper', 'Ursula von der Leyen' */
export const readFirstName: Rule = (candidate) => {
  const { words, first, hasJoints } = candidate;
  const isNamed =
    has(FIRST_NAMES, first) &&
    words.length >= 2 &&
    words.length <= 5 &&
    (isNameWord(words[1]) || (words.length > 2 && has(PERSON_JOINTS, words[1])));
  return isNamed && !hasJoints && !has(ORGANISATION_WORDS, words.at(-1))
    ? toPerson(candidate, 'first-name', 0.9)
    : undefined;
};

/** 'Prof Munro' */
export const readTitle: Rule = (candidate) => {
  const { words, before, hasJoints } = candidate;
  return has(TITLES, before) && words.length <= 4 && !hasJoints && !has(ROLES, words.at(-1))
    ? toPerson(candidate, 'title-before-name', 0.9)
    : undefined;
};

/** 'the Civil Aviation Secretary' */
const readOffice: Rule = (candidate) => {
  const last = candidate.words.at(-1);
  return has(TITLES, last) || has(ROLES, last) ? toNeither(candidate) : undefined;
};

/** 'Scientist Jane Smith' */
const readFirstNameWithin: Rule = (candidate) => {
  const { from, to, words, first } = candidate;
  const named = words.findIndex(
    (token, place) => place > 0 && place < words.length - 1 && has(FIRST_NAMES, token),
  );
  return named > 0 && !has(FIRST_NAMES, first)
    ? toPerson({ from: from + named, to }, 'first-name', 0.7)
    : undefined;
};

/** What somebody is, by its ending. */
const AGENT = /(?:er|or|ist|ian|ee|ant|man|woman)$/;
/** 'Campaigner Clive Diaz' where a sentence begins. */
const readCalled: Rule = ({ writing, from, to, words, first }) => {
  const isCalled =
    words.length === 3 &&
    writing.starts.has(from) &&
    ((has(ROLES, first) && !first.lower.endsWith('s')) || (isCommon(first) && AGENT.test(first.lower))) &&
    words.slice(1).some(({ lower }) => !isKnownWord(lower));
  return isCalled ? toPerson({ from: from + 1, to }, 'role-beside-name', 0.7) : undefined;
};

/** An initial behind the first word. */
const readInitialWithin: Rule = (candidate) =>
  candidate.words.slice(1).some(({ text }) => /^\p{Lu}\.?$/u.test(text))
    ? toPerson(candidate, 'initial', 0.85)
    : undefined;

/** 'Kim Shin-Wook', 'Kwok Ka-ki' */
const readHyphenated: Rule = (candidate) => {
  const { words, first } = candidate;
  const isHyphenated =
    words.length === 2 &&
    /^\p{Lu}\p{Ll}{1,6}$/u.test(first.text) &&
    /^\p{Lu}\p{Ll}{1,6}-\p{L}\p{Ll}{1,6}$/u.test(words[1]!.text) &&
    words[1]!.lower.split('-').some((part) => !isKnownWord(part));
  return isHyphenated ? toPerson(candidate, 'unknown-words', 0.7) : undefined;
};

/** Whether an age stands behind between commas. */
function isAged({ writing: { tokens }, to, after }: Candidate, age: RegExp): boolean {
  return after?.text === ',' && age.test(tokens[to + 1]?.text ?? '') && tokens[to + 2]?.text === ',';
}

/** What somebody is stands beside: 'Alan Wood, director of …'; or what a body is: 'Community Care, a magazine'. */
const readRole: Rule = (candidate) => {
  const { writing, from, to, before, after } = candidate;
  const { tokens } = writing;
  const next = tokens.slice(to + 1, to + 9);
  const role = next.findIndex((token) => has(ROLES, token) || has(TITLES, token) || has(BODIES, token));
  const lead = next.slice(0, Math.max(role, 0));
  const isApposition =
    after?.text === ',' &&
    role >= 0 &&
    !lead.some(({ text, pos }) => /^[,.;:]$/.test(text) || pos === 'VERB' || pos === 'AUX');
  const isOfBody = isApposition && has(BODIES, next[role]) && !isClitic(next[role + 1]);
  const isBody =
    isOfBody &&
    role > 0 &&
    role < 5 &&
    /^(?:a|an|the)$/.test(next[0]!.lower) &&
    !lead.some(({ pos }) => pos === 'ADP');
  if (isBody) return toBody(candidate, 'role-beside-name', 0.7);
  const isRoleBefore =
    before !== undefined &&
    (has(ROLES, before) ||
      PEOPLE_BEFORE.test(before.lower) ||
      (before.text === ',' && has(ROLES, tokens[from - 2])));
  // 'Alan Wood, her supervisor, said'
  const isTheirs =
    after?.text === ',' && /^(?:his|her)$/.test(next[0]?.lower ?? '') && next[1]?.pos === 'NOUN';
  return isAged(candidate, /^\d{1,2}$/) || (isApposition && !isOfBody) || isRoleBefore || isTheirs
    ? toPerson(candidate, 'role-beside-name', 0.8)
    : undefined;
};

/** 'a spokeswoman for Exxon Mobil' */
const readRoleOfBody: Rule = (candidate) =>
  isOfRole(candidate.writing.tokens, candidate.from) ? toBody(candidate, 'role-of-body', 0.6) : undefined;

/** Last words of where people live. */
const ADDRESS =
  /^(?:lane|grove|close|crescent|drive|terrace|gardens|way|farm|green|hill|park|heath|wood|village|estate|court|mews)$/;
/** 'Alan Wood of Full Circle Care said': a body or a place, but nobody who speaks. */
const readOfPerson: Rule = (candidate) => {
  const { writing, from, words } = candidate;
  if (findPersonOf(writing.tokens, from) === undefined) return undefined;
  if (words.slice(1, -1).some((token) => has(FIRST_NAMES, token))) return undefined;
  return ADDRESS.test(words.at(-1)!.lower) ? toNeither(candidate) : toBody(candidate, 'of-body', 0.6);
};

/** Whoever says or does something, or is somebody 'who' does. */
const readSpeaking: Rule = (candidate) => {
  const { writing, from, to, words, before, after } = candidate;
  const { tokens, small } = writing;
  const isBetween = after?.text === ',' || after?.pos === 'ADV' || after?.pos === 'AUX';
  const speaks = isSaying(after) || (isBetween && isSaying(tokens[to + 1])) || isSaying(tokens[from - 1]);
  // 'residents of Elm Grove say'
  if (speaks && (before?.pos === 'ADP' || before?.lower === 'to')) return toNeither(candidate);
  // 'Exxon Mobil said its profit …'
  if (speaks && tokens.slice(to + 1, to + 6).some(({ lower }) => lower === 'its'))
    return toBody(candidate, 'speaks', 0.6);
  // 'Community Care': words that are no names elsewhere are a body's.
  if (speaks && words.some((token) => small.has(token.lower) && !has(PERSON_JOINTS, token)))
    return toBody(candidate, 'speaks', 0.5);
  // 'Living Streets', 'Doncaster Homes'
  const last = words.at(-1)!;
  const isPlain = () => (/[^s]s$/.test(last.lower) && isCommon(last)) || words.slice(0, 2).every(isCommon);
  if (speaks && isPlain()) return toBody(candidate, 'speaks', 0.55);
  const isWho = after?.lower === 'who' || (after?.text === ',' && tokens[to + 1]?.lower === 'who');
  // 'Shelter Cymru' may be either.
  return speaks || isWho
    ? toPerson(candidate, 'speaks', isCommon(words[0]) && !isWho ? 0.45 : 0.65)
    : undefined;
};

/** A line of nothing but a name, as above a date. */
const readByline: Rule = (candidate) => {
  const { writing, from, to, words, first } = candidate;
  const block = writing.blocks[first.block]!;
  const below = writing.tokens[block.to];
  const isAlone =
    block.from === from &&
    block.to === to &&
    words.length <= 3 &&
    !isKnownWord(first.lower) &&
    below &&
    (CALENDAR.test(below.lower) || /^\d/.test(below.text) || below.lower === 'published');
  return isAlone ? toPerson(candidate, 'byline-alone', 0.6) : undefined;
};

/** Words that no dictionary has, where no place is told. */
const readStrange: Rule = (candidate) => {
  const { writing, from, words, first, before } = candidate;
  const isPlaced = /^(?:in|at|near|to|the|a|an)$/.test(before?.lower ?? '');
  const isStrange =
    !isKnownWord(words.at(-1)!.lower) && (!isKnownWord(first.lower) || has(FIRST_NAMES, first));
  return !isPlaced && isStrange && !writing.starts.has(from)
    ? toPerson(candidate, 'unknown-words', 0.5)
    : undefined;
};

const PLAIN_RULES: readonly Rule[] = [
  readOfPerson,
  readOffice,
  readFirstNameWithin,
  readCalled,
  readInitialWithin,
  readHyphenated,
  readRole,
  readRoleOfBody,
  readSpeaking,
  readByline,
  readStrange,
];

/** Two to four words with nothing in them that people's names have not: a person's, unless what is beside them says otherwise. */
export const readPlain: Rule = (candidate) => {
  const { words, first, hasJoints } = candidate;
  const isPlain =
    words.length >= 2 &&
    words.length <= 4 &&
    !hasJoints &&
    !/^st\.?$/.test(first.lower) &&
    words.every((token) => !isAcronym(token) && !/\d/.test(token.text) && !NOT_NAMES.has(token.lower));
  return isPlain ? (readFirst(PLAIN_RULES, candidate) ?? toNeither(candidate)) : undefined;
};

/** 'AS Heagle', 'K.C. Maurer' */
export const readInitials: Rule = (candidate) => {
  const { words, first, before } = candidate;
  const isNamed =
    words.length === 2 &&
    /^(?:\p{Lu}{1,2}|(?:\p{Lu}\.){1,3})$/u.test(first.text) &&
    !PLACES.has(first.lower) &&
    !NOT_ORGANISATIONS.has(first.lower) &&
    /^\p{Lu}\p{Ll}{2,}$/u.test(words[1]!.text) &&
    !isKnownWord(words[1]!.lower) &&
    !/^(?:from|at|against|in|to|beat|v|vs)$/.test(before?.lower ?? '');
  return isNamed ? toPerson(candidate, 'initial', 0.7) : undefined;
};

/** One word with what somebody is in front of it, or an age behind. */
export const readLonePerson: Rule = (candidate) => {
  const { words, first, before, after } = candidate;
  if (words.length > 1 || !/^\p{Lu}\p{Ll}{2,}$/u.test(first.text)) return undefined;
  const isRoleBefore =
    before !== undefined &&
    (PEOPLE_BEFORE.test(before.lower) || has(ROLES, before)) &&
    !isCapital(before) &&
    (has(FIRST_NAMES, first) || !isKnownWord(first.lower)) &&
    /^[.,;:)]$/.test(after?.text ?? '.');
  return isRoleBefore || (!NOT_NAMES.has(first.lower) && isAged(candidate, /^\d\d$/))
    ? toPerson(candidate, 'role-beside-name', 0.6)
    : undefined;
};
