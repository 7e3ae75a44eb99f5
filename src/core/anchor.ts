// Quote ⇄ span: where the words of an anchor stand in a text.
import type { Anchor } from './schema';

/** A stretch of text: UTF-16 code units from `start` up to, not including, `end`. */
export type Span = { start: number; end: number };

/** Words as they are stored, without their place. */
export const withoutPlace = <T extends Span>({
  start: _start,
  end: _end,
  ...words
}: T): Omit<T, keyof Span> => words;

/**
 * Every place where an anchor's quote stands with its `before` right in front and its `after` right behind. None: the
 * words are not there; more than one: they are ambiguous. Exact to the character; never a look-alike.
 */
export function locate(text: string, { quote, before = '', after = '' }: Omit<Anchor, 'article'>): Span[] {
  const spans: Span[] = [];
  if (quote === '') return spans;
  const words = before + quote + after;
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const start = at + before.length;
    spans.push({ start, end: start + quote.length });
  }
  return spans;
}

/** How many words more of what stands around a quote are tried at a time, and in how many characters they are looked for. */
const CONTEXT = 3;
const REACH = 200;
/** After so many tries twice as many characters more are tried each time: a text may say the same over and over. */
const TRIES = 12;

/**
 * The anchor of a span of an article: its words, with as much of what stands before and after them as singles them out. The
 * inverse of `locate`, which finds just this span for it.
 */
export function describe(text: string, { start, end }: Span, article: string): Anchor {
  const quote = text.slice(start, end);
  const isOne = (before: string, after: string) => {
    const words = before + quote + after;
    // Forwards, which takes a fraction of the time that looking from the end does.
    return !text.includes(words, text.indexOf(words) + 1);
  };
  if (isOne('', '')) return { article, quote };
  let [from, to] = [start, end];
  const around = () => ({ before: text.slice(from, start), after: text.slice(end, to) });
  for (let tries = 0; (from > 0 || to < text.length) && !isOne(around().before, around().after); tries++) {
    const reach = REACH * 2 ** Math.max(0, tries - TRIES);
    const isNear = reach === REACH;
    const back =
      isNear &&
      new RegExp(`(?:\\S+\\s*){1,${CONTEXT}}$|\\s+$`).exec(text.slice(Math.max(0, from - reach), from));
    from -= back ? back[0].length : Math.min(from, reach);
    if (isOne(around().before, '')) {
      to = end;
      break;
    }
    const on = isNear && new RegExp(`^(?:\\s*\\S+){1,${CONTEXT}}|^\\s+`).exec(text.slice(to, to + reach));
    to += on ? on[0].length : Math.min(text.length - to, reach);
    if (isOne('', around().after)) from = start;
  }
  const { before, after } = around();
  return { article, quote, ...(before !== '' && { before }), ...(after !== '' && { after }) };
}

/** Each anchor once, those of the first in front. */
export function uniteAnchors(some: readonly Anchor[], more: readonly Anchor[]): Anchor[] {
  return [...new Map([...some, ...more].map((anchor) => [JSON.stringify(anchor), anchor])).values()];
}

/** What of a name matters wherever it stands: not a 'the' in front, which apostrophe, or how words are parted. */
const toPattern = (name: string) =>
  name
    .trim()
    .replace(/^the\s+(?=\S)/i, '')
    .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replace(/['’‘]/g, "['’‘]")
    .replace(/\s+/g, String.raw`\s+`);

/**
 * Where a name stands nearest to a place in a text, as whole words: as it is written, else in other letters, as ‘the education
 * ministry’ for ‘Education Ministry’; undefined where it does not. One word in small letters may be any word, and names nobody.
 */
export function findNearest(text: string, name: string, to: number): Span | undefined {
  const pattern = toPattern(name);
  if (pattern === '') return undefined;
  const find = (flags: string): Span[] =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, flags))]
      .map(({ 0: words, index }) => ({ start: index, end: index + words.length }))
      .toSorted((a, b) => Math.abs(a.start - to) - Math.abs(b.start - to));
  const isName = ({ start, end }: Span) => /\s|^\p{Lu}/u.test(text.slice(start, end));
  return find('gu')[0] ?? find('giu').find(isName);
}
