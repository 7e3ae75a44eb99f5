// Whether a text seems to be in English, which proposals are made for.

const COMMON = /\b(?:the|of|and|to|in|that|is|was|for|on|with|he|she|it|said|by|are)\b/gi;

export type Measure = { words: number; isEnglish: boolean };

/** How many words there are in a text, or its beginning, and whether they seem to be English; of a few one cannot tell. */
export function measure(text: string): Measure {
  const sample = text.slice(0, 100_000);
  const words = sample.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  const common = sample.match(COMMON)?.length ?? 0;
  return { words, isEnglish: words < 30 || common >= words / 12 };
}
