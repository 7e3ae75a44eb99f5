// Quote ⇄ span: where the words of an anchor stand in a text.
import type { Anchor } from './schema';

/** A stretch of text: UTF-16 code units from `start` up to, not including, `end`. */
export type Span = { start: number; end: number };

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
