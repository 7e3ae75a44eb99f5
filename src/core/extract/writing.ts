// How a text is written as a whole: which words stand in small letters, which short forms are of things, how hyphens stand.
import { FIRST_NAMES } from './forenames';
import { isCapital, type Language, type Token } from './language';
import { NOT_NAMES, NOT_ORGANISATIONS, ORGANISATION_WORDS, WELL_KNOWN } from './lexicon';
import { has, isAcronym, isNameWord } from './nameword';

export type Writing = Pick<Language, 'tokens' | 'blocks'> & {
  /** The tokens that begin a sentence, where a capital says nothing. */
  starts: ReadonlySet<number>;
  /** Words that stand in small letters somewhere. */
  small: ReadonlySet<string>;
  /** Words that have a capital somewhere within a sentence. */
  big: ReadonlySet<string>;
  /** Short forms of things: with a number somewhere, or as what kind of thing they are. */
  things: ReadonlySet<string>;
  /** Texts put together of single words have hyphens with spaces around them: 'girl - led'. */
  isSpaced: boolean;
};

/** Nouns behind a short form that tell it is of a thing. */
const THING_AFTER =
  /^(?:systems?|motions?|standards?|tests?|levels?|syndrome|virus|vaccines?|formats?|protocols?|scans?|tax|therapy|treatments?|patients?|sequences?|genes?|browsers?|users?)$/;
const ROMAN = /^[IVXLC]+$/;

/** Whether hyphens stand between spaces throughout. */
function isHyphenSpaced(tokens: readonly Token[]): boolean {
  let [spaced, joined] = [0, 0];
  for (const [index, token] of tokens.entries())
    if (
      token.text === '-' &&
      /^[\p{L}\d]/u.test(tokens[index + 1]?.text ?? '') &&
      /[\p{L}\d]$/u.test(tokens[index - 1]?.text ?? '')
    )
      spaced++;
    else if (/\p{L}-\p{L}/u.test(token.text)) joined++;
  return spaced > 2 && spaced > joined;
}

export function toWriting({ tokens, blocks }: Language, starts: ReadonlySet<number>): Writing {
  const [small, big, things] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const [index, token] of tokens.entries()) {
    const { text, lower } = token;
    if (/^\p{Ll}/u.test(text)) small.add(lower);
    if (isCapital(token) && !starts.has(index)) big.add(lower);
    if (/^\p{Lu}{2,}\d+$/u.test(text)) things.add(text.replace(/\d+$/, ''));
    if (isAcronym(token) && THING_AFTER.test(tokens[index + 1]?.lower ?? '')) things.add(text);
  }
  return { tokens, blocks, starts, small, big, things, isSpaced: isHyphenSpaced(tokens) };
}

/** Whether a capital at the start of a sentence is that of a name. */
export function isNamedAtStart({ tokens, small, big }: Writing, index: number): boolean {
  const token = tokens[index]!;
  const next = tokens[index + 1];
  if (
    /^(?:bill|april|june)$/.test(token.lower) &&
    isNameWord(next) &&
    !isAcronym(next) &&
    !WELL_KNOWN.has(next.lower) &&
    !has(ORGANISATION_WORDS, next)
  )
    return true;
  if (/^labou?r$/.test(token.lower) && /^(?:VERB|AUX)$/.test(next?.pos ?? '')) return true;
  if (NOT_NAMES.has(token.lower)) return false;
  // 'Living Streets', which has its capitals within a sentence too
  if (token.pos === 'VERB' && isNameWord(next) && big.has(token.lower) && big.has(next.lower)) return true;
  if (isAcronym(token)) return true;
  if (has(FIRST_NAMES, token) && isNameWord(next)) return true;
  if (token.pos === 'PROPN' || (token.pos === 'NOUN' && isNameWord(next)))
    return !small.has(token.lower) || isNameWord(next);
  return isNameWord(next) && token.pos === 'ADJ' && !small.has(token.lower);
}

/** Whether a word is the short form of a body, as far as its letters and the rest of the text tell. */
export const isShortForm = ({ small, things }: Writing, token: Token): boolean =>
  isAcronym(token) &&
  !NOT_ORGANISATIONS.has(token.lower) &&
  !small.has(token.lower) &&
  !ROMAN.test(token.text) &&
  // As 'IE' is where 'IE6' stands too.
  !/\d$/.test(token.text) &&
  !things.has(token.text) &&
  /^(?:PROPN|NOUN|X)$/.test(token.pos);
