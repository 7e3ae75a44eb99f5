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
