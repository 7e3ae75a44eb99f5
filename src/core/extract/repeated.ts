// What names tell by standing in a text again: surnames alone, and strange words that act.
import { FIRST_NAMES } from './forenames';
import { isKnownWord } from './language';
import { NOT_NAMES, ORGANISATION_WORDS, PLACES } from './lexicon';
import { findPlace, has, isAcronym, isJoint, THING, type Name } from './nameword';
import type { Writing } from './writing';

/**
 * A name of several words whose last stands alone elsewhere is a person's: 'Romelu Lukaku', then 'Lukaku'. Returns the words
 * by which people are called alone.
 */
export function markSurnames({ tokens, small }: Writing, names: readonly Name[]): Set<string> {
  const alone = new Set<string>();
  for (const { from, to, kind } of names)
    if (to - from === 1 && kind !== 'person') alone.add(tokens[from]!.lower);
  const surnames = new Set<string>();
  for (const name of names) {
    const words = tokens.slice(name.from, name.to);
    const last = words.at(-1)!;
    const isLikely =
      name.kind === undefined &&
      words.length >= 2 &&
      words.length <= 3 &&
      alone.has(last.lower) &&
      (!isKnownWord(last.lower) || has(FIRST_NAMES, words[0])) &&
      words.every(
        (token) =>
          !isJoint(token) &&
          !isAcronym(token) &&
          !/\d/.test(token.text) &&
          !small.has(token.lower) &&
          !NOT_NAMES.has(token.lower) &&
          !has(ORGANISATION_WORDS, token),
      ) &&
      findPlace(tokens, name.from, name.to) === name.from &&
      !THING.test(last.lower) &&
      !/^(?:the|a|an|in|at)$/.test(tokens[name.from - 1]?.lower ?? '');
    if (isLikely)
      Object.assign(name, { kind: 'person', rule: 'surname-alone', confidence: 0.6 } satisfies Partial<Name>);
    if (name.kind === 'person' && words.length > 1) {
      surnames.add(last.lower);
      // 'Anwar Ibrahim' may be called Anwar.
      if (!isKnownWord(words[0]!.lower)) surnames.add(words[0]!.lower);
    }
  }
  return surnames;
}

/** One word that no dictionary has, named again and again, and never as where something is, is most likely a body. */
export function markStrange(
  { tokens, starts }: Writing,
  names: readonly Name[],
  surnames: ReadonlySet<string>,
): void {
  const lone = names.filter(
    ({ from, to, kind }) =>
      kind === undefined &&
      to - from === 1 &&
      /^\p{Lu}\p{Ll}{2,}$/u.test(tokens[from]!.text) &&
      !has(FIRST_NAMES, tokens[from]) &&
      !PLACES.has(tokens[from]!.lower) &&
      !surnames.has(tokens[from]!.lower),
  );
  const strange = new Map<string, { times: number; isActing: boolean; isPlace: boolean }>();
  for (const { from, to } of lone) {
    const { lower } = tokens[from]!;
    const [before, after] = [tokens[from - 1], tokens[to]];
    const seen = strange.get(lower) ?? { times: 0, isActing: false, isPlace: false };
    seen.times++;
    seen.isPlace ||= /^(?:in|near|around|across|the|a|an)$/.test(before?.lower ?? '');
    seen.isActing ||=
      before?.pos === 'VERB' || (after?.pos === 'VERB' && !starts.has(from)) || after?.pos === 'AUX';
    strange.set(lower, seen);
  }
  for (const name of lone) {
    const { lower } = tokens[name.from]!;
    const { times, isActing, isPlace } = strange.get(lower)!;
    if (times > 1 && isActing && !isPlace && !isKnownWord(lower))
      Object.assign(name, {
        kind: 'organisation',
        rule: 'unknown-words',
        confidence: 0.45,
      } satisfies Partial<Name>);
  }
}
