// Keyword in context: what was searched for found again in a text, and the text cut around it.
import { fold, toPhrases, toWords } from './text';

/** A stretch of a text; `found` where it is what was searched for. */
export type Piece = { text: string; found: boolean };
/** A text in pieces. `before` and `after` say that it goes on there. */
export type Excerpt = { pieces: readonly Piece[]; before: boolean; after: boolean };

type Token = { start: number; end: number; word: string };

const toTokens = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}'’‘]+/gu)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    word: fold(found).replaceAll("'", ''),
  }));

/** How much of a text stands in front of the first thing found, in characters. */
const LEAD = 50;

/** Where a search's words begin words of a text, and where its "phrases" stand. */
function findWords(text: string, search: string): { start: number; end: number }[] {
  const phrases = toPhrases(search)
    .map(toWords)
    .filter((words) => words.length > 0);
  const loose = toWords(toPhrases(search).reduce((rest, phrase) => rest.replace(phrase, ' '), search));
  const tokens = toTokens(text);
  const spans = tokens.filter(({ word }) => loose.some((wanted) => word.startsWith(wanted)));
  for (const phrase of phrases)
    for (const [place, token] of tokens.entries()) {
      const last = tokens[place + phrase.length - 1];
      const fits = phrase.every((wanted, index) => {
        const word = tokens[place + index]?.word ?? '';
        if (phrase.length === 1) return word.includes(wanted);
        if (index === 0) return word.endsWith(wanted);
        return index === phrase.length - 1 ? word.startsWith(wanted) : word === wanted;
      });
      if (fits && last) spans.push({ ...token, end: last.end });
    }
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const before = joined.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** A text with what a search finds in it; no more than about `room` characters of it, between words, around the first find. */
export function toExcerpt(text: string, search: string, room = Infinity): Excerpt {
  const found = findWords(text, search);
  let [from, to] = [0, text.length];
  if (text.length > room) {
    const first = found[0]?.start ?? 0;
    if (first > LEAD) from = text.indexOf(' ', first - LEAD) + 1 || first;
    if (from > first) from = first;
    if (from + room < to) to = Math.max(text.lastIndexOf(' ', from + room), found[0]?.end ?? 0);
    if (to <= from) to = Math.min(text.length, from + room);
  }
  const pieces: Piece[] = [];
  let at = from;
  const add = (end: number, isFound: boolean) => {
    if (end > at) pieces.push({ text: text.slice(at, end), found: isFound });
    at = Math.max(at, end);
  };
  for (const { start, end } of found) {
    if (start >= to) break;
    add(Math.max(from, start), false);
    add(Math.min(to, end), true);
  }
  add(to, false);
  return { pieces, before: from > 0, after: to < text.length };
}
