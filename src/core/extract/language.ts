// A text as words: tokens with their places and parts of speech, blocks (paragraphs) and sentences.
import winkNLP, { type PartOfSpeech, type WinkMethods } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { Span } from '../anchor';

/** One word, number or mark. `lower` is in small letters with straight apostrophes, `index` its place among all of the text. */
export type Token = Span & { text: string; lower: string; pos: PartOfSpeech; block: number; index: number };

/** A run of tokens: from `from` up to, not including, `to`. */
export type Run = { from: number; to: number };

export type Language = { text: string; tokens: readonly Token[]; blocks: readonly Run[] };

const TOKEN =
  /https?:\/\/[^\s"“”<>]{1,500}|(?:\p{L}\.){2,10}|[@#]\p{L}[\p{L}\p{N}_]{0,100}|\d[\d,.]{0,40}\d(?:[-–]\d{1,4}(?!\d))?|\d{1,3}(?=\D|$)|[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}(?:(?:[-’'‐‑]|\.(?=\p{Ll}))[\p{L}\p{N}][\p{L}\p{M}\p{N}]{0,60}){0,12}|\.{2,}|[^\s]/gu;
const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/i;
/** Words that a full stop belongs to. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof rev st sen rep gov gen col capt lt sgt maj jr sr no vs inc ltd co corp dept jan feb mar apr jun jul aug sep sept oct nov dec etc fig hon'.split(
    ' ',
  ),
);

/** Before these 's is 'is' or 'has'. */
const SUBJECT = /^(?:it|he|she|that|there|what|who|here|this|where)$/;

/** How many UTF-16 code units one tagger reads before it is replaced: it remembers each new word it meets. */
const MOST_READ = 8_000_000;
/** `known` are words that were looked up, and whether the dictionary has them. */
let tagger: { nlp: WinkMethods; read: number; strange: number; known: Map<string, boolean> } | undefined;
/** A word in no dictionary. */
const STRANGE = 'qzxqzxj';

/** The number of a word in the tagger's dictionary; words it meets for the first time are numbered on behind it. */
function toNumber(nlp: WinkMethods, word: string): number {
  const { its } = nlp;
  const token = nlp.readDoc(word).tokens().itemAt(0);
  // oxlint-disable-next-line typescript/unbound-method -- it is handed over by itself in all of its uses
  return Number(token?.out(its.uniqueId) ?? 0);
}

function toTagger(length: number): NonNullable<typeof tagger> {
  if (!tagger || tagger.read > MOST_READ) {
    const nlp = winkNLP(model, ['pos']);
    tagger = { nlp, read: 0, strange: toNumber(nlp, STRANGE), known: new Map() };
  }
  tagger.read += length;
  return tagger;
}

/** Whether a word in small letters is one of the dictionary: names mostly are not. */
export function isKnownWord(word: string): boolean {
  const { nlp, strange, known } = toTagger(word.length);
  let isKnown = known.get(word);
  if (isKnown === undefined) known.set(word, (isKnown = toNumber(nlp, word) < strange));
  return isKnown;
}

/** Parts of speech of words that stand together. */
function tag(words: readonly string[]): PartOfSpeech[] {
  const joined = words.join(' ');
  const { nlp } = toTagger(joined.length);
  const { its } = nlp;
  const read = nlp.readDoc(joined).tokens();
  const values = read.out();
  // oxlint-disable-next-line typescript/unbound-method -- it is handed over by itself in all of its uses
  const parts = read.out(its.pos) as PartOfSpeech[];
  // Its tokens are matched with ours by how many characters lie before each.
  const found: PartOfSpeech[] = [];
  let [index, theirs, ours] = [0, 0, 0];
  for (const word of words) {
    while (index < values.length - 1 && theirs + values[index]!.length <= ours)
      theirs += values[index++]!.length;
    found.push(parts[index] ?? 'X');
    ours += word.length;
  }
  return found;
}

/** How long a text's lines are that were all broken for their width, as in e-mails; 0 where they were not. */
function toWidth(text: string): number {
  let [lines, open, width] = [0, 0, 0];
  for (const line of text.split('\n', 400)) {
    if (line.length > 100) return 0;
    if (line.length < 45) continue;
    lines++;
    if (!/[.!?:"”’'\s]$/.test(line)) open++;
    width = Math.max(width, line.length);
  }
  return open > 5 && open > lines / 2 ? width : 0;
}

/** Text as blocks: a line ends one, unless the line was only broken for its width. */
function toBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  const width = toWidth(text);
  /** Where the block begins, and where the last line feed stands. */
  let [start, feed] = [0, -1];
  const lines = /\r?\n|[\u2028\u2029\f\v]/g;
  for (;;) {
    const line = lines.exec(text);
    const end = line ? line.index : text.length;
    const next = line ? text.slice(line.index + line[0].length, line.index + line[0].length + 2) : '';
    const length = end - feed - 1;
    if (line?.[0].endsWith('\n')) feed = lines.lastIndex - 1;
    const last = text.slice(end - 1, end);
    // A line that had room for the next word was ended on purpose.
    const isFull =
      width > 0 &&
      length + 1 + /^\S*/.exec(text.slice(lines.lastIndex, lines.lastIndex + 40))![0].length > width;
    const isBroken =
      line &&
      ((length > 44 && /^[\p{Ll}(]/u.test(next) && /[\p{L}\d,;’'–—-]$/u.test(last)) ||
        (isFull && /^[\p{L}\d(£$‘']/u.test(next) && /\S/.test(last)));
    if (isBroken) continue;
    if (end > start) blocks.push({ start, end });
    if (!line) return blocks;
    start = line.index + line[0].length;
  }
}

const TERMINAL = /^(?:[.!?…]|\.{2,})$/;
export const isTerminal = ({ text }: { text: string }): boolean => TERMINAL.test(text);
export const isCapital = ({ text }: { text: string }): boolean => /^\p{Lu}/u.test(text);
export const isWord = ({ text }: { text: string }): boolean => /^[\p{L}\p{N}@#]/u.test(text);

/** A text as tokens in blocks, tagged stretch by stretch; never more than a few hundred tokens at once. */
export function toLanguage(text: string): Language {
  const tokens: Token[] = [];
  const blocks: Run[] = [];
  for (const { start, end } of toBlocks(text)) {
    const from = tokens.length;
    const block = blocks.length;
    const push = (at: number, word: string) =>
      tokens.push({
        start: at,
        end: at + word.length,
        text: word,
        lower: word.toLowerCase().replaceAll('’', "'"),
        pos: 'X',
        block,
        index: tokens.length,
      });
    TOKEN.lastIndex = start;
    for (let match = TOKEN.exec(text); match && match.index < end; match = TOKEN.exec(text)) {
      const word = match[0];
      const last = tokens.at(-1);
      const clitic = CLITIC.exec(word);
      if (clitic) {
        push(match.index, clitic[1]!);
        push(match.index + clitic[1]!.length, clitic[2]!);
      } else if (
        word === '.' &&
        last?.end === match.index &&
        last.block === block &&
        (ABBREVIATIONS.has(last.lower) || /^\p{Lu}$/u.test(last.text)) &&
        /^\s?\s?[\p{L}\d]/u.test(text.slice(match.index + 1, match.index + 4))
      )
        tokens.splice(-1, 1, { ...last, end: last.end + 1, text: `${last.text}.`, lower: `${last.lower}.` });
      else push(match.index, word);
    }
    if (tokens.length > from) blocks.push({ from, to: tokens.length });
  }
  for (const { from, to } of blocks)
    for (let start = from; start < to;) {
      let end = start + 1;
      while (end < to && end - start < 300 && !(isTerminal(tokens[end - 1]!) && end - start > 3)) end++;
      const parts = tag(tokens.slice(start, end).map((token) => token.text));
      for (const [index, pos] of parts.entries()) {
        const token = tokens[start + index]!;
        token.pos =
          /^'(?:re|ve|ll|d|m)$/.test(token.lower) ||
          (token.lower === "'s" && SUBJECT.test(tokens[start + index - 1]?.lower ?? ''))
            ? 'AUX'
            : pos;
        if (token.lower === 'police') token.pos = 'NOUN';
        if (token.pos === 'VERB' && isCapital(token) && /^['’]s$/.test(tokens[start + index + 1]?.text ?? ''))
          token.pos = 'PROPN';
        // The last part of a name may look like a verb: 'John Burrows'.
        const before = tokens[start + index - 1];
        if (
          index > 0 &&
          (pos === 'VERB' || pos === 'NOUN' || pos === 'ADV') &&
          isCapital(token) &&
          before?.pos === 'PROPN' &&
          isCapital(before)
        )
          token.pos = 'PROPN';
      }
      start = end;
    }
  return { text, tokens, blocks };
}
