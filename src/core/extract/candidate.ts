// A part of a run of name words while it is decided what it names, and the words of that decision.
import type { Run, Token } from './language';
import { isJoint, type Name } from './nameword';
import type { RuleName } from './rule';
import type { Writing } from './writing';

/** What is left of the run that ended at `end`, and whether honours stood behind it. */
export type Part = Run & { writing: Writing; end: number; isHonoured: boolean };

/** A part that is cut no further, with its words and those beside it; `before` only if in the same block. */
export type Candidate = Part & {
  words: readonly Token[];
  first: Token;
  before: Token | undefined;
  after: Token | undefined;
  hasJoints: boolean;
};

/** What a candidate names; nothing if the rule is not for it. */
export type Rule = (candidate: Candidate) => Name[] | undefined;

export function toCandidate(part: Part): Candidate {
  const { from, to, writing } = part;
  const { tokens } = writing;
  const words = tokens.slice(from, to);
  const first = words[0]!;
  const before = tokens[from - 1]?.block === first.block ? tokens[from - 1] : undefined;
  return { ...part, words, first, before, after: tokens[to], hasJoints: words.some(isJoint) };
}

export const toPerson = ({ from, to }: Run, rule: RuleName, confidence: number): Name[] => [
  { from, to, kind: 'person', rule, confidence },
];
export const toBody = ({ from, to }: Run, rule: RuleName, confidence: number): Name[] => [
  { from, to, kind: 'organisation', rule, confidence },
];
/** A run of capitals that names neither a person nor a body, as far as can be told. */
export const toNeither = ({ from, to }: Run): Name[] => [
  { from, to, kind: undefined, rule: 'capitals', confidence: 0 },
];

/** What the first rule tells that is for a candidate. */
export function readFirst(rules: readonly Rule[], candidate: Candidate): Name[] | undefined {
  for (const rule of rules) {
    const names = rule(candidate);
    if (names) return names;
  }
  return undefined;
}
