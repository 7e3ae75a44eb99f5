// The words of a text that tell what it is about: their stems, without the words that every text has.
import stem from 'wink-eng-lite-web-model/dist/porter-stemmer.js';
import { toWords } from '../text';

const FUNCTION_WORDS = new Set(
  `a an the and or but if of to in on at by for with from as that this these those it its they their theirs them he she his
  her hers him we ours our us you your yours i my me mine is are was were be been being am has have had having do does did done
  doing will would can could may might shall should must not no nor so than then there here which who whom whose what when where
  why how any all both each some such own same too very just also into onto out up down over under again further about between
  through during before after above below off while because until against s t now said say says saying im ive id youre weve
  were theyre theyve thats theres dont doesnt didnt isnt arent wasnt werent wont wouldnt cannot cant couldnt hasnt havent hadnt
  however therefore although though whether upon per via eg ie etc mr mrs ms`.split(/\s+/),
);

const stems = new Map<string, string>();
/** How many stems are remembered. */
const MOST_STEMS = 100_000;

/** The stem of a folded word, so that ‘inspections’ and ‘inspecting’ are one (Porter’s second algorithm). */
export function toStem(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    if (stems.size === MOST_STEMS) stems.clear();
    found = stem(word);
    stems.set(word, found);
  }
  return found;
}

/** The stems of the telling ones of some folded words, in their order. */
export const toTerms = (words: readonly string[]): string[] =>
  words.filter((word) => !FUNCTION_WORDS.has(word)).map(toStem);

/** The telling words of a text as they are written, by the stem of each, the first of those that have the same. */
export function toSpellings(text: string): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const [spelling] of text.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu))
    for (const term of toTerms(toWords(spelling))) if (!spellings.has(term)) spellings.set(term, spelling);
  return spellings;
}
