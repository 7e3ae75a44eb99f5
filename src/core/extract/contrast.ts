// Words by which one proposition contradicts another on the same matter: a negation in one alone, or words of opposite meaning.
import { toWords } from '../text';
import { toStem } from './terms';

const NEGATIONS = new Set(
  `not no never none nobody nothing neither nor without cannot cant dont doesnt didnt isnt arent wasnt werent wont wouldnt
  shouldnt couldnt hasnt havent hadnt unable unwilling hardly barely unlikely fail fails failed failing lack lacks lacked
  lacking absent little insufficiently questionable`.split(/\s+/),
);

/** A line for each pair of opposites, the words of either side behind each other. */
const OPPOSITES = `good better best effective strong : bad worse worst poor ineffective weak
  increase rise grow higher : decrease fall drop decline reduce lower
  more : fewer less
  improve benefit beneficial helpful : worsen deteriorate harm harmful damage detrimental pernicious catastrophic
  easy simple : difficult hard complex
  succeed success : fail failure
  support endorse welcome accept agree : oppose criticise reject disagree dispute
  wide broad : narrow
  modern new : outdated
  quick swift : slow
  expand extend : cut shrink reduce abolish
  safe protect : risk dangerous expose
  fair : harsh tough
  clear transparent : opaque confuse vague`;
/** In front of a word they make its opposite: ‘consistent’ and ‘inconsistent’. */
const PREFIXES = ['un', 'in', 'im', 'ir', 'il', 'dis', 'non'];
/** A stem shorter than this has no such opposite. */
const LEAST_STEM = 4;

const toOpposites = (): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const line of OPPOSITES.split('\n')) {
    const [one, other] = line.split(':').map((side) => toWords(side).map(toStem)) as [string[], string[]];
    for (const a of one)
      for (const b of other) {
        found.set(a, (found.get(a) ?? new Set()).add(b));
        found.set(b, (found.get(b) ?? new Set()).add(a));
      }
  }
  return found;
};
const opposites = toOpposites();

/** The first of some folded words that negates. */
export const findNegation = (words: readonly string[]): string | undefined =>
  words.find((word) => NEGATIONS.has(word));

/** The opposites of a stem, as stems. */
function* toOppositesOf(stem: string): Generator<string> {
  yield* opposites.get(stem) ?? [];
  for (const prefix of PREFIXES) {
    if (stem.length >= LEAST_STEM) yield prefix + stem;
    if (stem.startsWith(prefix) && stem.length >= prefix.length + LEAST_STEM) yield stem.slice(prefix.length);
  }
}

/** The stems of one's telling words, and the negation in each of its texts, if any. */
export type Polarity = { terms: ReadonlySet<string>; negations: readonly (string | undefined)[] };

/** Which stems, or which negation, make one contradict another. */
export type Contrast =
  { rule: 'opposite-words'; ours: string; theirs: string } | { rule: 'negation'; word: string };

/**
 * What makes one contradict the other, as far as words tell: a word whose opposite only the other has, or a negation in all texts
 * of one and none of the other.
 */
export function findContrast(one: Polarity, other: Polarity): Contrast | undefined {
  for (const ours of one.terms) {
    if (other.terms.has(ours)) continue;
    for (const theirs of toOppositesOf(ours))
      if (other.terms.has(theirs) && !one.terms.has(theirs)) return { rule: 'opposite-words', ours, theirs };
  }
  for (const [negated, plain] of [
    [one, other],
    [other, one],
  ] as const) {
    const [word] = negated.negations;
    if (word !== undefined && !negated.negations.includes(undefined) && !plain.negations.some(Boolean))
      return { rule: 'negation', word };
  }
  return undefined;
}
