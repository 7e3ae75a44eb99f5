// An inverted index in typed arrays: which entries hold a word, found by the word's beginning, and how much it counts there.
import type { Steps } from './steps';
import { toWords } from './text';

/** The parts of an entry that words can stand in, those that count most first. */
export const FIELDS = ['label', 'alias', 'statement', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Entries are numbered from 0. `terms` are all words, folded, in the order of their UTF-16 code units, one behind the other,
 * the nth from `termStarts[n]` to `termStarts[n + 1]`. What holds it is in `entries` from `listStarts[n]` to
 * `listStarts[n + 1]`, ascending, with how much it counts there in `weights`: by field from 192 (a label), 128, 64 or 1 on,
 * the more the shorter the field is and the more often the word is there.
 */
export type Inverted = {
  size: number;
  terms: string;
  termStarts: Uint32Array<ArrayBuffer>;
  listStarts: Uint32Array<ArrayBuffer>;
  entries: Uint32Array<ArrayBuffer>;
  weights: Uint8Array<ArrayBuffer>;
};

/** How many weights a field has, and the least that a word in a name has. */
const TIER = 64;
export const IN_A_NAME = TIER * (FIELDS.length - 1 - FIELDS.indexOf('alias'));
/** The most that a field's weight grows with its shortness, the rest being for repetition; halved at a usual length in words. */
const BREVITY = 56;
const USUAL_LENGTH = { label: 8, alias: 4, statement: 20, text: 25 } as const satisfies Record<Field, number>;
/** What a word counts that only begins as wanted, by weight: less, but never so little that it would pass for a worse field. */
const BEGUN = Uint8Array.from({ length: 256 }, (_, weight) =>
  Math.max(weight - 24, weight - (weight % TIER), 1),
);

/** What becomes of a character: `PARTS` words, is `DROPPED` from them, or needs `CARE`; else the character it is folded to. */
const PARTS = 0;
const DROPPED = 1;
const CARE = 2;
/** The characters whose fate is looked up: letters of western languages, and general punctuation. */
const LETTERS = 0x180;
const SIGNS = [0x2000, 0x2070] as const;

let known: Uint16Array | undefined;
/** What toWords makes of each character, wherever it stands; found out once. */
function toFates(): Uint16Array {
  if (known) return known;
  const fates = new Uint16Array(SIGNS[1]).fill(CARE);
  for (let code = 0; code < fates.length; code++) {
    if (code >= LETTERS && code < SIGNS[0]) continue;
    const [word = '', ...others] = toWords(`a${String.fromCharCode(code)}b`);
    if (others.length === 1 && word === 'a' && others[0] === 'b') fates[code] = PARTS;
    else if (others.length === 0 && word.length === 2) fates[code] = DROPPED;
    else if (others.length === 0 && word.length === 3) fates[code] = word.charCodeAt(1);
  }
  known = fates;
  return fates;
}

/** An array of numbers that grows. */
const grown = <T extends Uint8Array | Uint16Array | Uint32Array>(array: T, room: number): T => {
  if (room <= array.length) return array;
  const larger = new (array.constructor as new (length: number) => T)(Math.max(room, array.length * 2));
  larger.set(array);
  return larger;
};

/** How many characters a function takes at once. */
const MOST_CODES = 4096;

function toText(chars: Uint16Array): string {
  let text = '';
  for (let at = 0; at < chars.length; at += MOST_CODES)
    text += String.fromCharCode(...chars.subarray(at, at + MOST_CODES));
  return text;
}

/** Words that are numbered as they come: a hash table with open addressing over one run of characters. */
function toNumbering() {
  let chars = new Uint16Array(1 << 12);
  let starts = new Uint32Array(1 << 8);
  let hashes = new Uint32Array(1 << 8);
  let slots = new Uint32Array(1 << 10);
  let size = 0;
  const place = (hash: number, number: number) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  };
  const toHash = (buffer: Uint16Array, length: number) => {
    // FNV-1a, mixed once more since only its lower bits are looked at.
    let hash = 0x811c9dc5;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ buffer[at]!, 0x01000193);
    return (hash ^ (hash >>> 15)) >>> 0;
  };
  return {
    /** The number of the word that stands at the beginning of a buffer; a new one where it is new. */
    take(buffer: Uint16Array, length: number): number {
      const hash = toHash(buffer, length);
      for (let slot = hash & (slots.length - 1); slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
        const number = slots[slot]! - 1;
        const start = starts[number]!;
        if (hashes[number] !== hash || starts[number + 1]! - start !== length) continue;
        let at = 0;
        while (at < length && chars[start + at] === buffer[at]) at++;
        if (at === length) return number;
      }
      const start = starts[size]!;
      chars = grown(chars, start + length);
      chars.set(buffer.subarray(0, length), start);
      starts = grown(starts, size + 2);
      starts[size + 1] = start + length;
      hashes = grown(hashes, size + 1);
      hashes[size] = hash;
      if (size * 2 > slots.length) {
        slots = new Uint32Array(slots.length * 2);
        for (let number = 0; number < size; number++) place(hashes[number]!, number);
      }
      place(hash, size);
      return size++;
    },
    toTexts: (): string[] =>
      Array.from({ length: size }, (_, number) => toText(chars.subarray(starts[number], starts[number + 1]))),
  };
}

/** Takes entries one after the other: `begin` begins the next, `add` adds a text to it; `finish` makes the index. */
export type Indexer = {
  begin: () => void;
  add: (field: Field, text: string) => void;
  finish: () => Inverted;
};

/** Takes time and memory in proportion to the words; those of most texts are found without making strings of them. */
export function toIndexer(): Indexer {
  const fates = toFates();
  const numbering = toNumbering();
  /** Of each word in each entry: the word's number, and its weight there; of each entry where it ends. */
  let words = new Uint32Array(1 << 12);
  let weights = new Uint8Array(1 << 12);
  let ends = new Uint32Array(1 << 8);
  let length = 0;
  let size = 0;
  /** Where the current entry begins, and where in `words` a word was put last, and one more. */
  let start = 0;
  let last = new Uint32Array(1 << 8);
  /** The words of a text, and a word's characters. */
  let found = new Uint32Array(1 << 8);
  let buffer = new Uint16Array(1 << 8);

  /** The words of any text. */
  const readWithCare = (text: string): number => {
    let count = 0;
    for (const word of toWords(text)) {
      buffer = grown(buffer, word.length);
      for (let at = 0; at < word.length; at++) buffer[at] = word.charCodeAt(at);
      found = grown(found, count + 1);
      found[count++] = numbering.take(buffer, word.length);
    }
    return count;
  };
  /** Puts the numbers of a text's words into `found`, and tells how many they are. */
  const read = (text: string): number => {
    let count = 0;
    let at = 0;
    for (let place = 0; place <= text.length; place++) {
      const code = text.charCodeAt(place);
      const fate = place === text.length ? PARTS : code < fates.length ? fates[code]! : CARE;
      if (fate === CARE) return readWithCare(text);
      if (fate === DROPPED) continue;
      if (fate !== PARTS) {
        if (at === buffer.length) buffer = grown(buffer, at + 1);
        buffer[at++] = fate;
      } else if (at > 0) {
        if (count === found.length) found = grown(found, count + 1);
        found[count++] = numbering.take(buffer, at);
        at = 0;
      }
    }
    return count;
  };
  return {
    begin() {
      ends = grown(ends, size + 1);
      ends[size++] = length;
      start = length;
    },
    add(field, text) {
      const count = read(text);
      const base = TIER * (FIELDS.length - 1 - FIELDS.indexOf(field));
      const weight = base + Math.max(1, Math.round(BREVITY / (1 + count / USUAL_LENGTH[field])));
      words = grown(words, length + count);
      weights = grown(weights, length + count);
      for (let place = 0; place < count; place++) {
        const word = found[place]!;
        last = grown(last, word + 1);
        const at = last[word]! - 1;
        if (at >= start) {
          const more = Math.max(weights[at]!, weight);
          // Never so much that it would pass for a better field.
          weights[at] = (more + 1) % TIER === 0 ? more : more + 1;
        } else {
          words[length] = word;
          weights[length++] = weight;
          last[word] = length;
        }
      }
      ends[size - 1] = length;
    },
    finish() {
      const texts = numbering.toTexts();
      const counts = new Uint32Array(texts.length);
      for (let at = 0; at < length; at++) counts[words[at]!]! += 1;
      const order = Uint32Array.from(texts.keys())
        // A text that needed care may have left parts of words behind.
        .filter((word) => counts[word]! > 0)
        .toSorted((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
      const termStarts = new Uint32Array(order.length + 1);
      const listStarts = new Uint32Array(order.length + 1);
      /** Where the next entry of a word goes. */
      const next = counts;
      for (const [place, word] of order.entries()) {
        termStarts[place + 1] = termStarts[place]! + texts[word]!.length;
        listStarts[place + 1] = listStarts[place]! + counts[word]!;
        next[word] = listStarts[place]!;
      }
      const sorted = { entries: new Uint32Array(length), weights: new Uint8Array(length) };
      let at = 0;
      for (let entry = 0; entry < size; entry++)
        for (; at < ends[entry]!; at++) {
          const to = next[words[at]!]!++;
          sorted.entries[to] = entry;
          sorted.weights[to] = weights[at]!;
        }
      return {
        size,
        terms: Array.from(order, (word) => texts[word]!).join(''),
        termStarts,
        listStarts,
        ...sorted,
      };
    },
  };
}

/** Entries, ascending, and how well each fits, from 0 to MOST_FIT. */
export type Fits = { entries: Uint32Array; fits: Uint16Array };
/** How finely fits are told apart: steps to one of weight. */
const FINE = 4;
/** The least fit of what has every word in a name; what has not fits for half of what its words count, which is less. */
export const NAMED = IN_A_NAME * FINE;
export const MOST_FIT = 256 * FINE - 1;

/** The words that begin as wanted, by place: `exact` is the end of those that are just as wanted. */
type Range = { from: number; exact: number; to: number };

function toRange({ terms, termStarts }: Inverted, word: string): Range {
  const size = termStarts.length - 1;
  /** The first place from which on a term is not before the word, or, `past` it, does not begin with it either. */
  const find = (past: boolean) => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const term = terms.slice(termStarts[middle], termStarts[middle + 1]);
      if (term < word || (past && term.startsWith(word))) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const from = find(false);
  const isThere = from < size && terms.slice(termStarts[from], termStarts[from + 1]) === word;
  return { from, exact: from + Number(isThere), to: find(true) };
}

/**
 * Room to work in, for one search at a time; made anew for each it would keep the garbage collector busy. What a word counts
 * by entry; the entries left, and of each the sum of what its words count and the least of it.
 */
type Desk = {
  best: Uint8Array<ArrayBuffer>;
  left: Uint32Array;
  sums: Float32Array;
  weakest: Uint8Array;
  fits: Uint16Array;
};

/** Writes into `best` how much a word counts in every entry, 0 where it is not, or for less than `least`. */
function weigh(
  { listStarts, entries, weights }: Inverted,
  { from, exact, to }: Range,
  least: number,
  best: Uint8Array,
): void {
  best.fill(0);
  const middle = listStarts[exact]!;
  const end = listStarts[to]!;
  for (let at = listStarts[from]!; at < middle; at++) {
    const weight = weights[at]!;
    if (weight >= least) best[entries[at]!] = weight;
  }
  for (let at = middle; at < end; at++) {
    const weight = weights[at]!;
    if (weight < least) continue;
    const counts = BEGUN[weight]!;
    const entry = entries[at]!;
    if (counts > best[entry]!) best[entry] = counts;
  }
}

/** Puts the places that are not 0 into `left`, and tells how many they are. The length of `best` is a multiple of four. */
function collect(best: Uint8Array<ArrayBuffer>, left: Uint32Array): number {
  const fours = new Uint32Array(best.buffer);
  let count = 0;
  for (let four = 0; four < fours.length; four++) {
    if (fours[four] === 0) continue;
    const end = four * 4 + 4;
    for (let place = end - 4; place < end; place++) if (best[place] !== 0) left[count++] = place;
  }
  return count;
}

/** Keeps of `left` what holds the word weighed, adds its share to the sums, and tells how many are kept. */
function keep({ best, left, sums, weakest }: Desk, count: number, share: number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const entry = left[at]!;
    const weight = best[entry]!;
    if (weight === 0) continue;
    left[kept] = entry;
    weakest[kept] = weight < weakest[at]! ? weight : weakest[at]!;
    sums[kept++] = sums[at]! + weight * share;
  }
  return kept;
}

/**
 * What finds the entries that hold every word, at least as the beginning of one of theirs: all of them, exactly. A step is
 * a pass over what holds one word. How well an entry fits is the mean of what the words count there, the rarer of them for
 * more; what has all of them in a name fits better than what has not. With `least`, only where a word counts so much at
 * least. `take` gets what is found, to be copied.
 */
export function toFinder(
  index: Inverted,
): <T>(words: readonly string[], least: number, take: (found: Fits) => Steps<T>) => Steps<T> {
  const { size, listStarts } = index;
  const desks: Desk[] = [];
  const toDesk = (): Desk => ({
    best: new Uint8Array(Math.ceil(size / 4) * 4),
    left: new Uint32Array(size),
    sums: new Float32Array(size),
    weakest: new Uint8Array(size),
    fits: new Uint16Array(size),
  });
  const lengthOf = ({ from, to }: Range) => listStarts[to]! - listStarts[from]!;
  const toShare = (range: Range) => 1 + Math.log2(1 + size / (lengthOf(range) + 1));
  return function* find(words, least, take) {
    // The rarest first: it leaves the fewest to look at.
    const ranges = [...new Set(words)]
      .map((word) => toRange(index, word))
      .toSorted((a, b) => lengthOf(a) - lengthOf(b));
    const desk = desks.pop() ?? toDesk();
    const { best, left, sums, weakest, fits } = desk;
    let count = 0;
    let shares = 0;
    for (const [place, range] of ranges.entries()) {
      if (place > 0) yield undefined;
      weigh(index, range, least, best);
      if (place === 0) {
        count = collect(best, left);
        sums.fill(0, 0, count);
        weakest.fill(255, 0, count);
      }
      const share = toShare(range);
      shares += share;
      count = keep(desk, count, share);
      if (count === 0) break;
    }
    const scale = FINE / shares;
    for (let at = 0; at < count; at++)
      fits[at] = weakest[at]! >= IN_A_NAME ? Math.max(NAMED, sums[at]! * scale) : (sums[at]! * scale) / 2;
    const result = yield* take({ entries: left.subarray(0, count), fits: fits.subarray(0, count) });
    desks.push(desk);
    return result;
  };
}
