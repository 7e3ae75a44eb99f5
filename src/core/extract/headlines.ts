// Lines in which capitals say little: headlines, and the place and agency in front of a report.
import { FIRST_NAMES } from './forenames';
import { isCapital, isKnownWord, type Run, type Token } from './language';
import { REPORTING } from './lexicon';
import { has, isAcronym, type Name } from './nameword';

/** Where the place in front of a report ends: 'DES MOINES, Iowa (AP) —'. */
export function findDateline(tokens: readonly Token[], { from, to }: Run): number {
  if (!/^\p{Lu}{2,}\.?$/u.test(tokens[from]!.text)) return from;
  for (let index = from + 1; index < Math.min(to, from + 12); index++) {
    const { text } = tokens[index]!;
    if (/^(?:—|–|-|--)$/.test(text)) return index;
    if (!/^[\p{Lu}\d.,()/]/u.test(text)) return from;
  }
  return from;
}

/** Whether a line is written in capital letters throughout. */
export function isShouted(tokens: readonly Token[], { from, to }: Run): boolean {
  const words = tokens.slice(from, Math.min(to, from + 60)).filter(({ text }) => /^\p{L}{3}/u.test(text));
  const shouted = words.filter(({ text }) => text === text.toUpperCase()).length;
  return words.length > 3 && shouted > words.length * 0.6;
}
/** Whether a line is a headline in which most words have a capital: 'Council Leaders Call For More Money'. */
export function isTitled(tokens: readonly Token[], { from, to }: Run): boolean {
  const line = tokens.slice(from, to);
  const words = line.filter(({ text }) => /^\p{L}{4}/u.test(text));
  if (
    to - from > 25 ||
    words.length < 4 ||
    line.at(-1)!.text === '.' ||
    line.some(({ text }) => text === ':')
  )
    return false;
  const big = words.filter(isCapital);
  const isTelling = line.some(
    (token, place) =>
      place > 0 &&
      (/^(?:VERB|AUX)$/.test(token.pos) || REPORTING.has(token.lower)) &&
      !has(FIRST_NAMES, token),
  );
  return (
    isTelling &&
    big.length >= words.length * 0.8 &&
    big.filter(({ lower }) => isKnownWord(lower)).length >= big.length * 0.6
  );
}

/** In headlines, where capitals say nothing, whoever is named elsewhere is found. */
export function addToHeadlines(tokens: readonly Token[], names: Name[], headlines: readonly Run[]): void {
  if (headlines.length === 0) return;
  const byFirst = new Map<string, Name[]>();
  const wordsOf = ({ from, to }: Run) => tokens.slice(from, to).map(({ lower }) => lower);
  const seen = new Set<string>();
  const add = (name: Name) => {
    const key = wordsOf(name).join(' ');
    const { lower } = tokens[name.from]!;
    const list = byFirst.get(lower);
    if (!seen.has(key) && list) list.push(name);
    else if (!seen.has(key)) byFirst.set(lower, [name]);
    seen.add(key);
  };
  for (const name of names) {
    const [first, last] = [tokens[name.from]!, tokens[name.to - 1]!];
    const isLone = name.to - name.from === 1;
    if (!name.kind || (isLone && isKnownWord(first.lower) && !isAcronym(first))) continue;
    add(name);
    // A surname alone.
    if (name.kind === 'person' && !isLone && !isKnownWord(last.lower)) add({ ...name, from: name.to - 1 });
  }
  // The longest first.
  for (const list of byFirst.values()) list.sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const { from, to } of headlines)
    for (let index = from; index < to;) {
      const name = byFirst
        .get(tokens[index]!.lower)
        ?.find(
          (one) =>
            wordsOf({ from: index, to: index + one.to - one.from }).join(' ') === wordsOf(one).join(' '),
        );
      if (name) names.push({ ...name, from: index, to: index + name.to - name.from });
      index += name ? name.to - name.from : 1;
    }
  names.sort((a, b) => a.from - b.from);
}
