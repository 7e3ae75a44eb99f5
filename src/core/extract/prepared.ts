// What somebody writes over or chooses of a proposal before it is accepted.
import * as z from 'zod';
import { STANCES } from '../vocabulary';

/** A topic that is not in the graph yet: a neutral question, and what it is to answer it with 'for' and with 'against'. */
const NewTopic = z.object({ label: z.string(), poles: z.object({ for: z.string(), against: z.string() }) });
export type NewTopic = z.infer<typeof NewTopic>;

/** Somebody who is neither in the graph nor proposed. */
const NewActor = z.object({ kind: z.enum(['person', 'organisation']), label: z.string() });
export type NewActor = z.infer<typeof NewActor>;

/** A claim or recommendation of the graph that something said supports or disputes, and why one concludes it: a sentence. */
const Bearing = z.object({
  on: z.string(),
  type: z.enum(['supports', 'disputes']),
  reason: z.string(),
  rule: z.string(),
});
export type Bearing = z.infer<typeof Bearing>;

/**
 * `label` and `statement` take the place of what is made of its words; `topic` is what it is about, `stance` where it stands on
 * that; `into` is the node it says the same as; `by` is who says it, in place of those that are proposed: a node by its id,
 * another proposal by its place, or somebody new.
 */
export const Prepared = z
  .object({
    label: z.string(),
    statement: z.string(),
    topic: z.union([z.string(), NewTopic]),
    stance: z.enum(STANCES),
    into: z.string(),
    by: z.union([z.string(), z.number(), NewActor]),
    bearings: z.array(Bearing).readonly(),
  })
  .partial()
  .readonly();
export type Prepared = z.infer<typeof Prepared>;
