// Where a run of name words ends: what joins them to one name – hyphens, particles, owners, 'of', commas and 'and' – and what does not.
import { FIRST_NAMES } from './forenames';
import { isCapital, isKnownWord, type Token } from './language';
import {
  NOT_NAMES,
  NOT_ORGANISATIONS,
  ORGANISATION_WORDS,
  PERSON_JOINTS,
  PLACES,
  ROLES,
  TITLES,
  WELL_KNOWN,
} from './lexicon';
import {
  CALENDAR,
  findPlace,
  has,
  isAcronym,
  isClitic,
  isNameWord,
  OWNERS,
  PARTIES,
  PRESS,
  SUBJECTS,
} from './nameword';
import type { Writing } from './writing';

/** Bodies that are named after whose they are: 'King's College'. */
const SEATS = /^(?:college|school|hospital|church)$/;

/** A run as it grows: `end` is where it ends as yet, `to` where its block does. */
type Growing = {
  from: number;
  end: number;
  to: number;
  /** Whether a word for bodies is in it. */
  hasBody: boolean;
  /** Whether 'of', 'for' or 'on' is in it. */
  hasJoint: boolean;
};
/** How a run goes on at a word that is no name's; nothing where it does not. */
type Joint = (writing: Writing, run: Growing) => Partial<Growing> | undefined;

/** Words before a colon that tell who took a picture. */
const CAPTION = /^(?:images?|photos?|photographs?|pictures?|videos?|audio|credits?|file)$/;
/** Bodies that are on a matter. */
const ADVISORY =
  /^(?:committee|council|commission|panel|taskforce|inquiry|center|centre|conference|convention)$/;
/** Words for bodies whose names are as long as what they are for. */
const WHOLE = /^(?:department|ministry|office|committee|board|secretary|commission|institute)$/;
/** Words in small letters that make a body of the place in front: 'Doncaster council', 'New Zealand government'. */
const SMALL_HEADS = /^(?:council|government|navy|army|military|parliament|police)$/;
const SMALL_KINDS =
  /^(?:city|borough|county|district|town|parish|metropolitan|unitary|foreign|defen[cs]e|interior|health|finance|justice|education|security|supreme|high|federal|constitutional)$/;

/** A word of the dictionary that is neither a first name nor a place. */
export const isCommon = (token: Token | undefined): boolean =>
  isNameWord(token) &&
  !has(FIRST_NAMES, token) &&
  !PLACES.has(token.lower) &&
  !CALENDAR.test(token.lower) &&
  !WELL_KNOWN.has(token.lower) &&
  isKnownWord(token.lower);

/** A common word with a capital, as in the names of bodies: 'Markets', 'Safety'. */
const isPlainNoun = (token: Token | undefined): boolean =>
  isNameWord(token) &&
  /^\p{Lu}\p{Ll}+$/u.test(token.text) &&
  !has(FIRST_NAMES, token) &&
  !PLACES.has(token.lower) &&
  !NOT_NAMES.has(token.lower) &&
  !WELL_KNOWN.has(token.lower) &&
  isKnownWord(token.lower);

/** Where name words end that stand side by side. */
function findPlainEnd(tokens: readonly Token[], from: number, to: number): number {
  let end = from;
  while (end < to && end - from < 8 && isNameWord(tokens[end])) end++;
  return end;
}

/** 'Marks & Spencer', 'Stratford upon Avon' */
const joinMark: Joint = ({ tokens }, { end }) =>
  /^(?:&|upon)$/.test(tokens[end]!.lower) && isNameWord(tokens[end + 1]) ? { end: end + 2 } : undefined;

/** A hyphen between spaces that is within a name: 'Kim Jong - un', 'El - Hassan'. */
const joinHyphen: Joint = ({ tokens, isSpaced }, { end }) => {
  const [before, after] = [tokens[end - 1]!, tokens[end + 1]];
  if (tokens[end]!.text !== '-' || !after) return undefined;
  const isTail =
    /^\p{Ll}{2,8}$/u.test(after.text) &&
    /^\p{Lu}\p{Ll}{1,6}$/u.test(before.text) &&
    isNameWord(tokens[end - 2]);
  const isWithin = isTail
    ? !isKnownWord(after.lower) ||
      has(PERSON_JOINTS, after) ||
      (isSpaced && after.lower.length === 2 && after.pos !== 'ADP')
    : isSpaced && isNameWord(after) && (!NOT_NAMES.has(after.lower) || NOT_NAMES.has(before.lower));
  return isWithin ? { end: end + 2 } : undefined;
};

/** 'Ursula von der Leyen', 'Bashar al - Assad' */
const joinParticle: Joint = ({ tokens }, { end, hasBody }) => {
  const [token, next, last] = [tokens[end]!, tokens[end + 1], tokens[end + 2]];
  if (!has(PERSON_JOINTS, token)) return undefined;
  const isLong = (!hasBody && has(PERSON_JOINTS, next)) || next?.text === '-';
  if (isLong && isNameWord(last)) return { end: end + 3 };
  return isNameWord(next) && !hasBody ? { end: end + 2 } : undefined;
};

/** 'the Children's Society', 'the Office of the Children's Commissioner' */
const joinOwner: Joint = ({ tokens }, { from, end, to, hasBody, hasJoint }) => {
  const [before, next] = [tokens[end - 1]!, tokens[end + 1]];
  if (!isClitic(tokens[end]) || !isNameWord(next)) return undefined;
  const [lead, owned] = [tokens[from - 1], tokens[from + 2]];
  const isOwned = () =>
    (lead?.lower === 'the' || isClitic(lead) || SEATS.test(owned!.lower)) &&
    has(ORGANISATION_WORDS, owned) &&
    !SUBJECTS.test(owned!.lower);
  // 'the Royal College of Nursing's Alan Wood'
  if (has(FIRST_NAMES, next) && isNameWord(tokens[end + 2])) return undefined;
  const isBody = () =>
    tokens.slice(end + 1, findPlainEnd(tokens, end + 1, to)).some((word) => has(ORGANISATION_WORDS, word));
  const isWithin =
    (hasJoint && hasBody && !isAcronym(before)) ||
    (OWNERS.test(before.lower) && (end - from > 1 || isOwned())) ||
    // 'St Mary's Primary School', 'the Tenants' Union'
    (/^st\.?$/.test(tokens[from]!.lower) && end - from === 2 && isBody()) ||
    (tokens[end]!.lower === "'" && before.lower.endsWith('s') && isCommon(before) && isBody());
  return isWithin ? { end: end + 2, hasBody: hasBody || has(ORGANISATION_WORDS, next) } : undefined;
};

/** 'the Department for Education', 'the Committee on Standards' */
const joinMatter: Joint = ({ tokens }, { from, end, to, hasBody }) => {
  const { lower } = tokens[end]!;
  const isOn = lower === 'on' && tokens.slice(from, end).some((token) => ADVISORY.test(token.lower));
  if (!/^(?:of|for)$/.test(lower) && !isOn) return undefined;
  const skip = tokens[end + 1]?.lower === 'the' ? 2 : 1;
  const after = tokens[end + skip];
  const isLast = !isNameWord(tokens[end + skip + 1]);
  if (!isNameWord(after) || end + skip >= to || (lower !== 'of' && !hasBody)) return undefined;
  if (CALENDAR.test(after.lower) || (!hasBody && NOT_NAMES.has(after.lower) && isLast)) return undefined;
  // '… of the US' says where.
  if (skip === 2 && ((PLACES.has(after.lower) && isLast) || NOT_ORGANISATIONS.has(after.lower)))
    return undefined;
  return { end: end + skip + 1, hasBody: hasBody || has(ORGANISATION_WORDS, after), hasJoint: true };
};

/** 'Transport for London', 'Streets for Families': a common word with a capital, and for whom or where. */
const joinFor: Joint = ({ tokens, starts }, { from, end, to, hasBody, hasJoint }) => {
  const [before, next] = [tokens[end - 1]!, tokens[end + 1]];
  if (tokens[end]!.lower !== 'for' || hasBody || !isNameWord(next)) return undefined;
  const isNoun =
    isCommon(before) && !has(TITLES, before) && !has(ROLES, before) && !NOT_NAMES.has(before.lower);
  const last = findPlainEnd(tokens, end + 1, to);
  const isWhere =
    last === end + 2 && !has(FIRST_NAMES, next) && (PLACES.has(next.lower) || !isKnownWord(next.lower));
  const isShort = end - from <= 2 && !starts.has(from) && tokens[from]!.pos !== 'VERB';
  return isNoun && (isCommon(next) || isWhere) && (isShort || hasJoint)
    ? { end: last, hasJoint: true }
    : undefined;
};

/** Where a series of common words ends that begins at a comma: ', Culture, Media and Sport'. */
function findSeries(tokens: readonly Token[], comma: number, to: number): number | undefined {
  let and = 0;
  let at = comma;
  for (; at < Math.min(to, comma + 12); at++) {
    const token = tokens[at]!;
    if (token.lower === 'and' && !and) and = at;
    else if (!(token.text === ',' && !and) && !isCommon(token)) break;
  }
  return and > 0 && at > and + 1 ? at : undefined;
}

/** 'the Children, Young People and Families Committee', 'the Department for Culture, Media and Sport' */
const joinSeries: Joint = ({ tokens }, { from, end, to, hasJoint }) => {
  if (tokens[end]!.text !== ',') return undefined;
  const isThe = [from - 2, from - 1, from].some((index) => tokens[index]?.lower === 'the');
  const isWhole = WHOLE.test(tokens[from]!.lower) && hasJoint;
  const at = isThe || isWhole ? findSeries(tokens, end, to) : undefined;
  if (at === undefined) return undefined;
  const isListed =
    isThe &&
    has(ORGANISATION_WORDS, tokens[at - 1]) &&
    tokens.slice(from, end).every((token) => token.lower === 'the' || isCommon(token));
  return isListed || isWhole ? { end: at } : undefined;
};

/** The first words of one body: 'the Competition and Markets Authority', 'The Globe and Mail'. */
const joinPair: Joint = ({ tokens }, { from, end, to }) => {
  const next = tokens[end + 1];
  if (tokens[end]!.lower !== 'and' || !isNameWord(next)) return undefined;
  const joined = { end: end + 2, hasBody: true };
  if (end - from === 1 && PRESS.test(tokens[from]!.lower) && PRESS.test(next.lower)) return joined;
  const last = findPlainEnd(tokens, end + 1, to);
  const isPair =
    end - from <= 2 &&
    last - end > 2 &&
    last - end < 6 &&
    tokens.slice(from, end).every((token) => isCommon(token) && !has(ORGANISATION_WORDS, token)) &&
    isCommon(next) &&
    !has(ORGANISATION_WORDS, next) &&
    has(ORGANISATION_WORDS, tokens[last - 1]);
  return isPair ? joined : undefined;
};

/** The last words of one body: 'the Department of Health and Care'; 'the Department for Education and Ofsted' are two, as are two universities. */
const joinLast: Joint = ({ tokens, small }, { from, end, to, hasBody, hasJoint }) => {
  const [next, last] = [tokens[end + 1], tokens[end + 2]];
  if (tokens[end]!.lower !== 'and' || !hasBody || !hasJoint || !isNameWord(next)) return undefined;
  if (has(FIRST_NAMES, next) || has(TITLES, next) || has(ROLES, next) || isAcronym(next)) return undefined;
  const isOther =
    !WHOLE.test(tokens[from]!.lower) &&
    tokens.slice(end + 1, findPlainEnd(tokens, end + 1, to)).some((word) => has(ORGANISATION_WORDS, word));
  const isLone =
    next.pos === 'PROPN' &&
    last?.text !== '(' &&
    !isNameWord(last) &&
    !small.has(next.lower) &&
    !isPlainNoun(next);
  return isOther || isLone ? undefined : { end: end + 2 };
};

const JOINTS: readonly Joint[] = [
  joinMark,
  joinHyphen,
  joinParticle,
  joinOwner,
  joinMatter,
  joinFor,
  joinSeries,
  joinPair,
  joinLast,
];

/** Where the run of name words that begins at a token ends, within what ends at `to`. */
export function findEnd(writing: Writing, from: number, to: number): number {
  const { tokens } = writing;
  let run: Growing = {
    from,
    end: from + 1,
    to,
    hasBody: has(ORGANISATION_WORDS, tokens[from]),
    hasJoint: false,
  };
  while (run.end < to && run.end - from < 14) {
    const token = tokens[run.end]!;
    if (CAPTION.test(token.lower) && tokens[run.end + 1]?.text === ':') break;
    // 'Theresa May'
    const isNamesake =
      /^(?:may|june|april|august)$/.test(token.lower) &&
      run.end - from === 1 &&
      has(FIRST_NAMES, tokens[from]);
    if (isNameWord(token) && (isNamesake || !CALENDAR.test(token.lower))) {
      run.hasBody ||= has(ORGANISATION_WORDS, token);
      run.end++;
      continue;
    }
    if (run.end + 1 >= to) break;
    let joined: Partial<Growing> | undefined;
    for (const join of JOINTS) if ((joined = join(writing, run))) break;
    if (!joined) break;
    run = { ...run, ...joined };
  }
  return Math.min(run.end, to);
}

/** Where a body's name ends that goes on in small letters: 'Doncaster council', 'Labour party'; nowhere if it does not. */
export function findSmallHead(
  { tokens }: Writing,
  from: number,
  end: number,
  to: number,
): number | undefined {
  const last = tokens[end - 1]!;
  const at = SMALL_KINDS.test(tokens[end]?.lower ?? '') ? end + 1 : end;
  const head = tokens[at];
  if (at >= to || !head || isCapital(head)) return undefined;
  if (head.lower === 'party' && at === end)
    return end - from === 1 && (!isKnownWord(last.lower) || PARTIES.test(last.lower)) ? end + 1 : undefined;
  if (
    last.lower === 'sheriff' &&
    isClitic(head) &&
    /^(?:office|department)$/.test(tokens[at + 1]?.lower ?? '')
  )
    return at + 2;
  const isKind = at > end;
  if (!SMALL_HEADS.test(head.lower) && !(isKind && /^(?:ministry|court)$/.test(head.lower))) return undefined;
  const isOf =
    findPlace(tokens, from, end) === end ||
    (end - from === 1 && /(?:ish|an|ese|i)$/.test(last.lower) && NOT_NAMES.has(last.lower));
  const isUnknown =
    end - from === 1 &&
    ((/^(?:council|government)$/.test(head.lower) && !isKnownWord(last.lower)) ||
      (isKind && isAcronym(last)));
  const behind = tokens[at + 1];
  if (head.lower === 'police' && (behind?.pos === 'NOUN' || NOT_NAMES.has(last.lower))) return undefined;
  return isOf || isUnknown ? at + 1 : undefined;
}
