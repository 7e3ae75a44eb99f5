// Texts made comparable, where case, accents and kinds of quotation mark and space do not matter; and made fit to be stored and shown.

/** Letters that Unicode does not take apart, and what they are written as where they cannot be typed. */
const TYPED: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  ß: 'ss',
  þ: 'th',
  đ: 'd',
  ı: 'i',
  ł: 'l',
  œ: 'oe',
};
/** What ends in a letter whose marks are more than accents or points that many leave out: राम and रोम, は and ば are not the same. */
const BEFORE_A_VOWEL = /(?![\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{L}$/u;

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, (marks, at: number, all: string) =>
      BEFORE_A_VOWEL.test(all.slice(Math.max(0, at - 2), at)) ? marks.replace(/\p{VS}+/gu, '') : '',
    )
    .toLowerCase()
    .replace(/[æðøßþđıłœ]/g, (letter) => TYPED[letter]!)
    .normalize('NFC');

/** A text folded for comparison: lower case, no accents, plain quotes, dashes and spaces. Its length may differ. */
export function fold(text: string): string {
  const folded = /[^\0-\x7F‘’“”–—]/.test(text) ? foldLetters(text) : text.toLowerCase();
  return folded
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a text, folded; an apostrophe parts none, so that ‘childrens’ finds “children’s”. */
export const toWords = (text: string): string[] =>
  fold(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');

/** The double quotation marks that people type: straight ones, or what a phone or a Mac makes of them. */
export const QUOTES = '"“”„‟';
const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]+)[${QUOTES}]`, 'g');

/** The "phrases" of what somebody types, without their quotation marks, of whichever kind. */
export const toPhrases = (text: string): string[] =>
  Array.from(text.matchAll(PHRASE), (phrase) => phrase[1]!);

/** Whether anything of a text can be seen: more than spaces, control and format characters, and letters that look like a space. */
export const isVisible = (text: string): boolean =>
  /[^\p{Z}\p{Cc}\p{Cf}\u115F\u1160\u2800\u3164\uFFA0]/u.test(text);

/** A text without what turns the direction of what is written behind it (Unicode TR9). */
export const dropTurns = (text: string): string => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, '');

/** A text whose lines end in a line feed alone, as they did before git turned them to those of Windows. */
export const withLineFeeds = (text: string): string => text.replaceAll('\r\n', '\n');

/** The beginning of a text, of at most so many UTF-16 code units; a character of two is in it whole or not at all. */
export const clip = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '') : text;

/** A text as there is room for it: the whole, or its beginning and an ellipsis. */
export const abbreviate = (text: string, most: number): string =>
  text.length > most ? `${clip(text, most - 1).trimEnd()}…` : text;

/** FNV-1a over the UTF-16 code units of a text, on from that of another. */
export function hash(text: string, from = 0x811c9dc5): number {
  let sum = from;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 16_777_619);
  return sum;
}
