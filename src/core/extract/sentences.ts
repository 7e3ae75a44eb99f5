// Sentences as they are written: each with what is quoted in it as one unit.
import { isCapital, isTerminal, isWord, type Language, type Token } from './language';
import { REPORTING } from './lexicon';
import type { Quotation } from './quotations';

/** A token, or words between quotation marks that are somebody's speech. */
export type Unit = Omit<Token, 'pos'> & { pos: Token['pos'] | 'QUOTE'; quotation?: Quotation };
/** `quotation` where the sentence stands within one. */
export type Sentence = { units: readonly Unit[]; block: number; quotation?: Quotation };

/** Words that begin sentences, so that 'U.S.' before them ends one. */
const BEGINNERS =
  /^(?:the|he|she|it|they|we|i|you|this|that|these|those|in|on|at|a|an|but|and|as|after|before|when|while|if|there|his|her|its|their|for|however|although)$/;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** No sentence is longer than so many units: what is, is no sentence. */
const MOST_UNITS = 400;

/** Whether a sentence ends after a full stop, question or exclamation mark. */
function endsAt(unit: Unit, next: Unit | undefined): boolean {
  if (!next) return true;
  const isStart = isCapital(next) || next.pos === 'QUOTE' || /^[\d"“‘'([•@#]/.test(next.text);
  if (isTerminal(unit)) return isStart && (next.start > unit.end || next.pos === 'QUOTE' || isCapital(next));
  if (/^(?:\p{L}\.){2,}$/u.test(unit.text)) return isCapital(next) && BEGINNERS.test(next.lower);
  return false;
}

/** Whether a dateline ends at a unit: 'Tuesday, September 22, 2015' before the first words of an article. */
function isDateline(units: readonly Unit[], place: number): boolean {
  const [unit, next] = [units[place]!, units[place + 1]];
  if (!/^(?:19|20)\d\d$/.test(unit.text) || !next || !isCapital(next)) return false;
  const before = units.slice(Math.max(0, place - 5), place);
  return before.some(({ lower }) => WEEKDAY.test(lower)) && before.some(({ lower }) => MONTH.test(lower));
}

/** Whether who says a finished quotation is named right behind it: '“Is it?” Munro said.' */
function isAttributed(units: readonly Unit[], place: number): boolean {
  for (let index = place + 1; index < Math.min(units.length, place + 16); index++) {
    const unit = units[index]!;
    if (unit.pos === 'QUOTE') return false;
    if (isTerminal(unit)) return false;
    const verb = REPORTING.get(unit.lower);
    if (!verb || (!verb.takes.has('say') && !verb.takes.has('quote') && !verb.takes.has('tell'))) continue;
    if (unit.pos === 'NOUN') continue;
    const next = units[index + 1];
    return (
      !next ||
      isTerminal(next) ||
      next.text === ',' ||
      next.pos === 'ADP' ||
      next.pos === 'ADV' ||
      index === place + 1
    );
  }
  return false;
}

/** The sentences of units in order. */
function split(units: readonly Unit[], block: number, quotation?: Quotation): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let place = 0; place < units.length; place++) {
    const unit = units[place]!;
    const next = units[place + 1];
    let ends = endsAt(unit, next) || isDateline(units, place) || place - start >= MOST_UNITS;
    if (!ends && unit.quotation && next) {
      const last = unit.text.slice(-3);
      const isFinished = /[.!?…]["”’'»]?$/.test(last) || /["”’'»][.!?]$/.test(last);
      if (isFinished && (isCapital(next) || next.pos === 'QUOTE')) ends = !isAttributed(units, place);
    }
    // Closing brackets and marks belong to the sentence before.
    if (ends && place - start < MOST_UNITS && next && /^[)\]"”’]$/.test(next.text) && next.start === unit.end)
      ends = false;
    if (
      !ends &&
      next &&
      /^[)\]"”’]$/.test(unit.text) &&
      place > start &&
      isTerminal(units[place - 1]!) &&
      isCapital(next)
    )
      ends = true;
    if (ends || !next) {
      sentences.push({ units: units.slice(start, place + 1), block, ...(quotation && { quotation }) });
      start = place + 1;
    }
  }
  return sentences.filter((sentence) => sentence.units.some((unit) => unit.pos === 'QUOTE' || isWord(unit)));
}

/** All sentences of a text, and those within its quotations. A block that ends with a colon goes on in a quotation below it. */
export function toSentences(
  { text, tokens, blocks }: Language,
  quotations: readonly Quotation[],
): { outer: Sentence[]; inner: Sentence[] } {
  const spoken = new Map(quotations.filter((one) => one.isSpoken).map((one) => [one.tokens.from - 1, one]));
  const outer: Sentence[][] = [];
  const inner: Sentence[][] = [];
  let units: Unit[] = [];
  for (const [block, { from, to }] of blocks.entries()) {
    for (let index = from; index < to; index++) {
      const quotation = spoken.get(index);
      if (!quotation) {
        units.push(tokens[index]!);
        continue;
      }
      const { start, end } = quotation;
      units.push({
        start,
        end,
        text: text.slice(start, end),
        lower: '"',
        pos: 'QUOTE',
        block,
        index,
        quotation,
      });
      inner.push(split(tokens.slice(quotation.tokens.from, quotation.tokens.to), block, quotation));
      // On to what stands behind the closing mark.
      while (index + 1 < to && tokens[index + 1]!.start < end) index++;
    }
    const next = blocks[block + 1];
    const isSigned =
      next && units.at(-1)?.quotation && next.to - next.from < 16 && /^[-–—]+$/.test(tokens[next.from]!.text);
    if (next && ((units.at(-1)?.text === ':' && spoken.has(next.from)) || isSigned)) continue;
    outer.push(split(units, block));
    units = [];
  }
  outer.push(split(units, blocks.length - 1));
  return { outer: outer.flat(), inner: inner.flat() };
}
