// Cuts a run of name words to the part that is a name: without what leads to it, titles, offices, honours and places.
import { FIRST_NAMES } from './forenames';
import { isKnownWord, isWord, type Run } from './language';
import { NOT_NAMES, NOT_ORGANISATIONS, ORGANISATION_WORDS, ROLES, TITLES } from './lexicon';
import {
  findPlace,
  has,
  hasBodyIn,
  isAcronym,
  isClitic,
  isJoint,
  isNameWord,
  isPeriodical,
  OWNERS,
  SUBJECTS,
  THING,
  type Name,
} from './nameword';
import { isJudged } from './beside';
import { toBody, toNeither, toPerson, type Part } from './candidate';

/** What a cut leaves of a part, or what it names; `others` are runs in front of that, to be read each by itself. */
export type Cut = { part: Part } | { names: Name[]; others?: readonly Run[] };
type Cutter = (part: Part) => Cut;

/** What stands behind the names of those who were honoured, elected or called to the bar. */
const HONOURS = /^(?:MP|MPs|MSP|MEP|MS|QC|KC|SC|OBE|MBE|CBE|DBE|KBE|CB|CH|PhD|MD|JP|FRS|QPM)$/;
/** Titles right before a name, never before a place. */
const PERSONAL = /^(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|sir|dame|lady|rev|reverend)\.?$/;
/** Second words of offices: 'Chief Executive', 'Chief Social Worker'. */
const OFFICERS = new Set(
  'executive officer inspector minister secretary constable adviser advisor worker whip social'.split(' '),
);
/** Who is at the head of a body rather than of a subject: 'CEO of Frontline', not 'Director of Education'. */
const HOLDERS = /^(?:ceo|chair|chairman|chairwoman|founder|co-founder)$/;
const DIRECTIONS = /^(?:north|south|east|west|central|northern|southern|eastern|western)$/;

/** Whether a word that names nobody is part of a name where a run begins with it. */
function isLeading({ writing: { tokens, starts }, to }: Part, from: number): boolean {
  const [before, token, next] = [tokens[from - 1], tokens[from]!, tokens[from + 1]];
  const isMore = from + 1 < to;
  const isFirstName =
    /^(?:bill|christian|june|april)$/.test(token.lower) &&
    isMore &&
    isNameWord(next) &&
    !has(ORGANISATION_WORDS, next) &&
    !/^(?:the|a|this|that|every)$/.test(before?.lower ?? '');
  if (isFirstName || (OWNERS.test(token.lower) && isClitic(next) && from + 2 < to)) return true;
  if (!hasBodyIn(tokens, from, to)) return false;
  return (
    (/^(?:and|&|,)$/.test(next?.lower ?? '') && from + 2 < to) ||
    (isNameWord(next) && (DIRECTIONS.test(token.lower) || !starts.has(from)))
  );
}

/** 'The' and other words in front that are no part of a name. */
const cutFront: Cutter = (part) => {
  const { tokens } = part.writing;
  const { to } = part;
  let { from } = part;
  const isThe = tokens[from]!.lower === 'the';
  if (isThe) from++;
  const place = findPlace(tokens, from, to);
  if (place === to && to - from > 1) return { names: toNeither({ from, to }) };
  if (!isThe && place === from)
    while (from < to && NOT_NAMES.has(tokens[from]!.lower) && !isLeading(part, from)) from++;
  while (from < to && !isWord(tokens[from]!)) from++;
  return { part: { ...part, from } };
};

/** Words behind that are no part of the name. */
const cutBack: Cutter = (part) => {
  const { tokens } = part.writing;
  const { from } = part;
  let { to } = part;
  if (from >= to) return { names: [] };
  // 'Streets for Families'
  const isFor =
    tokens[to - 2]?.lower === 'for' &&
    to - from > 2 &&
    !has(TITLES, tokens[from]) &&
    !has(ROLES, tokens[from]);
  const isWhole =
    isFor ||
    has(FIRST_NAMES, tokens[from]) ||
    (hasBodyIn(tokens, from, to) &&
      tokens.slice(from, to).some(isJoint) &&
      !THING.test(tokens[to - 1]!.lower));
  while (to > from && !isWhole && NOT_NAMES.has(tokens[to - 1]!.lower) && !isPeriodical(tokens, to - 1)) to--;
  while (to > from && isJoint(tokens[to - 1]!)) to--;
  return from >= to ? { names: [] } : { part: { ...part, to } };
};

/** 'local authorities' are nobody in particular, with capitals or without. */
const cutGeneral: Cutter = (part) => {
  const { from, to, end } = part;
  const { tokens } = part.writing;
  const isMember = tokens[from + 1]?.lower === 'member' && from + 1 < to;
  const isLocal =
    tokens[from]!.lower === 'local' && tokens[end - 1]!.lower.startsWith('authorit') && to - from === 2;
  return isMember || isLocal ? { names: toNeither(part) } : { part };
};

/** 'Fernando Cheung of the Labour Party' are two. */
const cutOf: Cutter = (part) => {
  const { from, to } = part;
  const { tokens } = part.writing;
  const joint = tokens
    .slice(from, to)
    .findIndex((token, place) => place > 1 && /^(?:of|for)$/.test(token.lower));
  if (joint < 0) return { part };
  const isPost =
    (has(TITLES, tokens[from]) && isJoint(tokens[from + 1]!)) ||
    tokens.slice(from + 1, from + joint).some((token) => has(TITLES, token) || has(ROLES, token));
  if (isPost || hasBodyIn(tokens, from, from + joint)) return { part };
  const rest = tokens[from + joint + 1]!.lower === 'the' ? joint + 2 : joint + 1;
  const others = [
    { from, to: from + joint },
    { from: from + rest, to },
  ];
  return { names: [], others };
};

/** Offices behind a body's name: 'Cardiff Council Leader'. */
const cutOffice: Cutter = (part) => {
  const { from } = part;
  let { to } = part;
  const { tokens } = part.writing;
  while (
    to - from > 1 &&
    (has(TITLES, tokens[to - 1]) || has(OFFICERS, tokens[to - 1])) &&
    hasBodyIn(tokens, from, to - 1)
  )
    to--;
  return { part: { ...part, to } };
};

/** 'Children's Social Care Review', 'Services', 'Care Act': subjects and things rather than bodies. */
const cutSubject: Cutter = (part) => {
  const { from, to, end } = part;
  const { tokens } = part.writing;
  const isSubject =
    isClitic(tokens[from - 1]) &&
    OWNERS.test(tokens[from - 2]?.lower ?? '') &&
    tokens
      .slice(from, to)
      .every(
        (token) =>
          isKnownWord(token.lower) && (!has(ORGANISATION_WORDS, token) || SUBJECTS.test(token.lower)),
      );
  const isThing = THING.test(tokens[end - 1]!.lower) && end - from > 1;
  return isSubject || isThing ? { names: toNeither(part) } : { part };
};

/** 'Yvette Cooper MP', 'Christine Lenehan OBE DL' */
const cutHonours: Cutter = (part) => {
  const { from } = part;
  let { to } = part;
  const { tokens } = part.writing;
  while (to - from > 1 && HONOURS.test(tokens[to - 1]!.text) && !hasBodyIn(tokens, from, to)) to--;
  return { part: { ...part, to, isHonoured: to < part.to && to - from > 1 && to - from <= 4 } };
};

/** Where the last title in a run stands, and where the words of the office end that it begins; nothing if no name follows. */
function findTitle({ from, to, writing: { tokens } }: Part): { title: number; start: number } | undefined {
  let title = -1;
  for (let index = from; index < Math.min(to, from + 6); index++)
    if (
      has(TITLES, tokens[index]) ||
      (index === from && has(ROLES, tokens[index]) && tokens[index + 1]?.lower === 'of')
    )
      title = index;
  const isName = title === from && has(FIRST_NAMES, tokens[title]) && to - from === 2;
  if (title < 0 || title >= to - 1 || isName) return undefined;
  // 'Chief Executive of …'
  let start = title + 1;
  while (start < to - 1 && has(OFFICERS, tokens[start])) start++;
  return { title, start };
}

/** 'U.S. President Donald Trump', 'Minister of Education Stefania Giannini': the name is what follows the title. */
const cutTitle: Cutter = (part) => {
  const found = findTitle(part);
  if (!found) return { part };
  const { title, start } = found;
  const { from, to } = part;
  const { tokens } = part.writing;
  if (start === to - 1 && has(OFFICERS, tokens[start])) return { names: toNeither(part) };
  if (/^(?:of|for)$/.test(tokens[start]!.lower)) return cutPost(part, title, start);
  const isPerson =
    isNameWord(tokens[start]) &&
    !hasBodyIn(tokens, start, to) &&
    to - start <= 5 &&
    !tokens.slice(start, to).some(isJoint);
  if (!isPerson) return { part };
  const place = findPlace(tokens, start, to);
  if (place === to && to - start > 1) return { names: toNeither(part) };
  // 'Dr Berlin Kafoa'
  const isPersonal = PERSONAL.test(tokens[title]!.lower);
  const isPlaced = place > start && place < to && !isPersonal;
  // 'Cardiff Council Leader Huw Thomas' are two.
  const isOfBody =
    title - from > 1 &&
    hasBodyIn(tokens, title - 1, title) &&
    !/^(?:county|district|services?)$/.test(tokens[title - 1]!.lower);
  const names = toPerson({ from: isPlaced ? place : start, to }, 'title-before-name', 0.9);
  return { names, others: isOfBody ? [{ from, to: title }] : [] };
};

/** What a post is of, or who holds it: 'CEO of Frontline', 'Minister of Education Stefania Giannini'. */
function cutPost(part: Part, title: number, of: number): Cut {
  const { to } = part;
  const { tokens } = part.writing;
  const rest = tokens.slice(of, to);
  const first = rest.findIndex(
    (token, place) => place > 1 && has(FIRST_NAMES, token) && place < rest.length - 1,
  );
  if (first > 0 && !rest.slice(first).some(isJoint))
    return { names: toPerson({ from: of + first, to }, 'title-before-name', 0.9) };
  const body = tokens[of + 1]?.lower === 'the' ? of + 2 : of + 1;
  const isHeld = to - body === 1 && (isAcronym(tokens[body]!) || HOLDERS.test(tokens[title]!.lower));
  return hasBodyIn(tokens, body, to) || isHeld
    ? { part: { ...part, from: body } }
    : { names: toNeither(part) };
}

/** A place names nobody unless it is judged; in front of a name it is none of it. */
const cutPlace: Cutter = (part) => {
  const { from, to } = part;
  const { tokens } = part.writing;
  const place = findPlace(tokens, from, to);
  if (place === to && isJudged(tokens, from, to)) return { names: toBody(part, 'judged', 0.6) };
  const isPerson =
    to - from > 1 && has(FIRST_NAMES, tokens[from]) && findPlace(tokens, from, from + 1) === from;
  if (place === to && !isPerson) return { names: toNeither(part) };
  const isInFront = place > from && to - place >= 2 && !hasBodyIn(tokens, place, to);
  return { part: isInFront ? { ...part, from: place } : part };
};

/** Short forms behind a name that are of no body. */
const cutShort: Cutter = (part) => {
  const { from } = part;
  let { to } = part;
  const { tokens } = part.writing;
  while (to - from > 2 && isAcronym(tokens[to - 1]!) && NOT_ORGANISATIONS.has(tokens[to - 1]!.lower)) to--;
  return { part: { ...part, to } };
};

const CUTTERS: readonly Cutter[] = [
  cutFront,
  cutBack,
  cutGeneral,
  cutOf,
  cutOffice,
  cutSubject,
  cutHonours,
  cutTitle,
  cutPlace,
  cutShort,
];

/** Cuts a part in all ways in turn, until one tells what it names. */
export function cut(whole: Part): Cut {
  let part = whole;
  for (const cutter of CUTTERS) {
    const found = cutter(part);
    if (!('part' in found)) return found;
    ({ part } = found);
  }
  return { part };
}
