// What a run of name words names: cut to the part that is the name, then told by the first rule that is for it.
import type { Run } from './language';
import {
  readBodyWord,
  readEmployer,
  readKind,
  readJoined,
  readKnownBody,
  readLoneBody,
  readLoneShort,
  readParty,
  readPress,
  readShort,
} from './bodyname';
import { readFirst, toCandidate, toNeither, type Rule } from './candidate';
import { cut } from './cut';
import type { Name } from './nameword';
import {
  readFirstName,
  readHonoured,
  readInitials,
  readLonePerson,
  readPlain,
  readTitle,
  readWhich,
} from './personname';
import type { Writing } from './writing';

/** 'Vitamin C', 'Apollo 9' */
const readNumbered: Rule = (candidate) =>
  candidate.words.length === 2 && /^(?:\p{Lu}|\d)$/u.test(candidate.words[1]!.text)
    ? toNeither(candidate)
    : undefined;

/** 'PRESS RELEASE': what a text is, not whose. */
const readRelease: Rule = (candidate) =>
  /(?:^| )(?:press|news|media) (?:release|notice|statement)$/.test(
    candidate.words.map(({ lower }) => lower).join(' '),
  )
    ? toNeither(candidate)
    : undefined;

const RULES: readonly Rule[] = [
  readLoneShort,
  readKnownBody,
  readParty,
  readWhich,
  readHonoured,
  readNumbered,
  readRelease,
  readPress,
  readEmployer,
  readFirstName,
  readBodyWord,
  readTitle,
  readKind,
  readPlain,
  readInitials,
  readJoined,
  readShort,
  readLonePerson,
  readLoneBody,
];

/** What a run of name words names: the part of it that is the name, and of what kind; several where it names several. */
export function toNamed(writing: Writing, { from, to }: Run): Name[] {
  const found = cut({ writing, from, to, end: to, isHonoured: false });
  if ('names' in found)
    return [...(found.others ?? []).flatMap((run) => toNamed(writing, run)), ...found.names];
  const candidate = toCandidate(found.part);
  return readFirst(RULES, candidate) ?? toNeither(candidate);
}
