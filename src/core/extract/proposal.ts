// What is proposed from an article: each on its passage, with how sure it is and the rule that made it.
import * as z from 'zod';
import { ACTOR_TYPES, EDGE_TYPES, RECOMMENDATION_FORMS, SPEECH } from '../vocabulary';

const at = { start: z.number().int().min(0), end: z.number().int().min(0), quote: z.string() };
const all = <T extends z.ZodType>(shape: T) => z.array(shape).readonly();

/** Words of the article and where they stand in it (UTF-16 code units). */
const Words = z.object(at);
export type Words = z.infer<typeof Words>;

/** `confidence` is from 0 to 1; `rule` names the rule, such as 'direct-quotation' or 'according-to'. */
const proposed = { passage: Words, confidence: z.number().min(0).max(1), rule: z.string() };

/** Who says it: the words that name them there; `id` where the corpus has them. */
const Speaker = z.object({ ...at, label: z.string(), id: z.string().optional() });
export type Speaker = z.infer<typeof Speaker>;

/** Somebody the article names. `mentions` are all places, the passage is the first that names them in full; `id` where the corpus has them. */
const ActorProposal = z.object({
  kind: z.enum(ACTOR_TYPES),
  ...proposed,
  label: z.string(),
  aliases: all(z.string()),
  id: z.string().optional(),
  mentions: all(Words),
});
export type ActorProposal = z.infer<typeof ActorProposal>;
const ReportProposal = z.object({
  kind: z.literal('report'),
  ...proposed,
  label: z.string(),
  authors: all(Speaker),
  mentions: all(Words),
});
export type ReportProposal = z.infer<typeof ReportProposal>;
/** `rivals` are whom the pronoun that names the speaker may mean as well. */
const said = {
  ...proposed,
  speech: z.enum(SPEECH),
  speakers: all(Speaker),
  rivals: all(Speaker).optional(),
};
/** Something said: the passage is what is said, without who says it. */
const SaidProposal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), ...said }),
  z.object({ kind: z.literal('recommendation'), ...said, form: z.enum(RECOMMENDATION_FORMS) }),
]);
export type SaidProposal = z.infer<typeof SaidProposal>;
export const isSaying = (proposal: Proposal): proposal is SaidProposal =>
  proposal.kind === 'claim' || proposal.kind === 'recommendation';
/** What joins two proposals (by their place in the list) or a proposal and a node of the corpus (by its id). */
const RelationProposal = z.object({
  kind: z.literal('relation'),
  ...proposed,
  type: z.enum(EDGE_TYPES),
  source: z.union([z.number(), z.string()]),
  target: z.union([z.number(), z.string()]),
});
export type RelationProposal = z.infer<typeof RelationProposal>;

export const Proposal = z.union([ActorProposal, ReportProposal, SaidProposal, RelationProposal]);
export type Proposal = z.infer<typeof Proposal>;
