// What is proposed from an article: each on its passage, with how sure it is and the rule that made it.
import type { Span } from '../anchor';
import type { RECOMMENDATION_FORMS, SPEECH, EdgeType } from '../vocabulary';

/** Words of the article and where they stand in it (UTF-16 code units). */
export type Words = Span & { quote: string };

/** `confidence` is from 0 to 1; `rule` names the rule, such as 'direct-quotation' or 'according-to'. */
type Proposed = { passage: Words; confidence: number; rule: string };

/** Who says it: the words that name them there; `id` where the corpus has them. */
export type Speaker = Words & { label: string; id?: string };

/** Somebody the article names. `mentions` are all places, the passage is the first that names them in full; `id` where the corpus has them. */
export type ActorProposal = Proposed & {
  kind: 'person' | 'organisation';
  label: string;
  aliases: readonly string[];
  id?: string;
  mentions: readonly Words[];
};
export type ReportProposal = Proposed & {
  kind: 'report';
  label: string;
  authors: readonly Speaker[];
  mentions: readonly Words[];
};
/** Something said: the passage is what is said, without who says it. */
export type SaidProposal = Proposed & {
  speech: (typeof SPEECH)[number];
  speakers: readonly Speaker[];
} & ({ kind: 'claim' } | { kind: 'recommendation'; form: (typeof RECOMMENDATION_FORMS)[number] });
/** What joins two proposals (by their place in the list) or a proposal and a node of the corpus (by its id). */
export type RelationProposal = Proposed & {
  kind: 'relation';
  type: EdgeType;
  source: number | string;
  target: number | string;
};

export type Proposal = ActorProposal | ReportProposal | SaidProposal | RelationProposal;
