// Texts made comparable: case, accents and kinds of quotation mark and space do not matter to a search.

/** A text folded for comparison: lower case, no accents, plain quotes, dashes and spaces. Its length may differ. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[‘’‚‛′`]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/** The words of a text, folded; an apostrophe parts none, so that ‘childrens’ finds “children’s”. */
export const toWords = (text: string): string[] =>
  fold(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The "phrases" of what somebody types, without their quotation marks, of whichever kind. */
export const toPhrases = (text: string): string[] =>
  [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((phrase) => phrase[1]!);
