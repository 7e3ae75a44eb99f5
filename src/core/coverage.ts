// Accounts for every sentence of an article: coded, left out for a reason, or neither.
import type { Span } from './anchor';
import type { LeftOut } from './schema';

/**
 * How many words in a row may stand in a sentence outside every passage: room for 'the review said' between two quotes,
 * none for a proposition.
 */
const LONGEST_GAP = 5;

export type Sentence = Span & {
  text: string;
  /** 'coded' where a passage touches it, 'left out' where only words left out do, else 'unaccounted'. */
  state: 'coded' | 'left out' | 'unaccounted';
  reason: LeftOut['reason'] | undefined;
  /** Stretches of more than five words that are neither coded nor left out. */
  gaps: Span[];
};

/** The sentences of a text (Unicode UAX #29, never across a line break), white space at their ends cut off. */
export function toSentences(text: string): Span[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const spans: Span[] = [];
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    for (const { segment, index } of segmenter.segment(line[0])) {
      const start = line.index + index + (segment.length - segment.trimStart().length);
      const end = line.index + index + segment.trimEnd().length;
      if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) spans.push({ start, end });
    }
  }
  return spans;
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function findGaps(text: string, sentence: Span, accounted: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let gap: Span | undefined;
  let words = 0;
  const close = () => {
    if (gap && words > LONGEST_GAP) gaps.push(gap);
    gap = undefined;
    words = 0;
  };
  for (const word of text.slice(sentence.start, sentence.end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)) {
    const span = { start: sentence.start + word.index, end: sentence.start + word.index + word[0].length };
    if (accounted.some((other) => overlaps(span, other))) close();
    else {
      gap = { start: gap?.start ?? span.start, end: span.end };
      words += 1;
    }
  }
  close();
  return gaps;
}

/**
 * Every sentence of a text with what became of it: `coded` are the stretches that something rests on, `leftOut` those that
 * are deliberately not coded. Offsets are UTF-16 code units of the text.
 */
export function toCoverage(
  text: string,
  coded: readonly Span[],
  leftOut: readonly (Span & Pick<LeftOut, 'reason'>)[],
): Sentence[] {
  const accounted = [...coded, ...leftOut];
  return toSentences(text).map((sentence) => {
    const left = leftOut.find((span) => overlaps(sentence, span));
    const state = coded.some((span) => overlaps(sentence, span))
      ? 'coded'
      : left
        ? 'left out'
        : 'unaccounted';
    return {
      start: sentence.start,
      end: sentence.end,
      text: text.slice(sentence.start, sentence.end),
      state,
      reason: state === 'left out' ? left?.reason : undefined,
      gaps: findGaps(text, sentence, accounted),
    };
  });
}
