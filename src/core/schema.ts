// Every stored shape as one zod schema; its TypeScript type is inferred under the same name.
import * as z from 'zod';
import { findAddressFault, MOST_ADDRESS } from './address';
import { isEdtf } from './date';
import { dropTurns, isVisible } from './text';
import {
  BASES,
  EDGE_TYPES,
  NODE_TYPES,
  REASONS,
  RECOMMENDATION_FORMS,
  RESPONSES,
  SPEECH,
  STANCES,
  type EdgeType,
  type NodeType,
} from './vocabulary';

// Compiling the schemas would take longer than reading five articles with them, and a strict page forbids it.
z.config({ jitless: true });

/** The version of the graph file format that this program reads and writes. */
export const VERSION = 1;

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*';
const idOf = (type: string) =>
  z.string().regex(new RegExp(`^${type}:${SLUG}$`), {
    error: `an id is '${type}:' and a slug of lower-case letters, digits and single hyphens`,
  });
/**
 * Words of ours that can be seen, up to `most` UTF-16 code units, without any that turn the direction of what is written
 * behind them. What the articles say may hold whatever it does.
 */
const wordsOf = (most: number) =>
  z
    .string()
    .max(most, { error: `must not be longer than ${most} characters` })
    .refine(isVisible, { error: 'must not be empty' })
    .refine((text) => dropTurns(text) === text, {
      error: 'must not hold characters that turn the direction of the text: remove them',
    });
/** How long a sentence or more about something may be, in UTF-16 code units. */
export const MAX_TEXT = 5000;
/** … and how long what something is called. */
export const MAX_LABEL = 300;
/** A sentence or more about something, and what something is called. */
const Text = wordsOf(MAX_TEXT);
export const Label = wordsOf(MAX_LABEL);

const toFault = ({ input }: { input?: unknown }) => findAddressFault(input as string);
/** Where an article can be read on the web, as it was given: https or http, without a password. */
export const Address = z
  .string()
  .max(MOST_ADDRESS, { error: toFault, abort: true })
  .refine((text) => findAddressFault(text) === undefined, { error: toFault });

/** A date as EDTF (ISO 8601-2) level 1: '2014-06-03', '2010-11', '2019?'. */
export const Edtf = z.string().refine(isEdtf, {
  error: "must be an EDTF level 1 date such as '2014-06-03', '2010-11' or '2019?'",
});

/**
 * Words of an article, as stored on disk (W3C Web Annotation's TextQuoteSelector). `quote` is verbatim; where it occurs
 * more than once, `before` and `after` are the words right before and after it that single it out.
 */
export const Anchor = z.strictObject({
  article: idOf('article'),
  quote: z.string().min(1),
  before: z.string().min(1).optional(),
  after: z.string().min(1).optional(),
});
export type Anchor = z.infer<typeof Anchor>;

/** How many characters whoever coded something may be called by. */
export const MOST_CODER = 100;

/**
 * How something came into the graph: the rule that proposed it, if one did, and how sure that was, from 0 to 1; who coded or
 * accepted it, and when (ISO 8601, UTC).
 */
export const Provenance = z.strictObject({
  rule: wordsOf(100).optional(),
  confidence: z.number().min(0).max(1).optional(),
  coder: wordsOf(MOST_CODER).optional(),
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/, {
      error: "must be a time in UTC such as '2026-01-31T09:30:00Z'",
    })
    .optional(),
});
export type Provenance = z.infer<typeof Provenance>;

const Anchors = z
  .array(Anchor)
  .min(1, { error: 'must name at least one passage: nothing stands without its words' });

const node = <T extends NodeType, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({
    id: idOf(type),
    type: z.literal(type),
    label: Label,
    aliases: z.array(Label).min(1).optional(),
    passages: Anchors,
    provenance: Provenance.optional(),
    ...shape,
  });

/** Where a date comes from the text, `datePassage` is the words that give it. */
const dated = { date: Edtf, datePassage: Anchor.optional() };

const ArticleNode = node('article', {
  ...dated,
  seed: z.string().regex(/^[A-Za-z0-9_.-]+\.txt$/, { error: 'must be the name of a .txt file in seeds/' }),
  publisher: Label,
  url: Address.optional(),
});
/** `collective` marks people or bodies taken together, without a name of their own ('directors', 'inspectors'). */
const OrganisationNode = node('organisation', { collective: z.literal(true).optional() });
const PersonNode = node('person', {});
const ReportNode = node('report', { date: Edtf.optional(), datePassage: Anchor.optional() });
/** `label` is a headline for the map; `statement` the whole proposition, one sentence that stands without its context. */
const ClaimNode = node('claim', { statement: Text });
const RecommendationNode = node('recommendation', {
  statement: Text,
  form: z.enum(RECOMMENDATION_FORMS),
});
/**
 * `label` is a neutral question; `poles` say in words what it is to answer it with 'for' and with 'against'; `note` what
 * belongs here and what does not.
 */
const TopicNode = node('topic', {
  poles: z.strictObject({ for: Label, against: Label }),
  note: Text.optional(),
});

export const StoredNode = z.discriminatedUnion('type', [
  ArticleNode,
  OrganisationNode,
  PersonNode,
  ReportNode,
  ClaimNode,
  RecommendationNode,
  TopicNode,
]);
export type StoredNode = z.infer<typeof StoredNode>;

const edge = <T extends EdgeType, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({
    id: idOf(type),
    type: z.literal(type),
    source: z.string(),
    target: z.string(),
    basis: z.enum(BASES),
    /** Why the coder concludes it: for every inferred edge, and for no stated one. */
    rationale: Text.optional(),
    passages: Anchors,
    provenance: Provenance.optional(),
    ...shape,
  });

const when = { date: Edtf.optional(), datePassage: Anchor.optional() };

export const StoredEdge = z.discriminatedUnion('type', [
  /** To a claim or recommendation this is an utterance: how it was said, as what, and when, if not on the article's date. */
  edge('authored', { speech: z.enum(SPEECH).optional(), role: Label.optional(), ...when }),
  edge('states', { speech: z.enum(SPEECH), ...when }),
  edge('disputes', {}),
  edge('supports', {}),
  edge('responds-to', { response: z.enum(RESPONSES).optional() }),
  edge('addressed-to', {}),
  edge('about', { stance: z.enum(STANCES) }),
  edge('affiliated-with', { role: Label.optional(), ...when }),
  edge('commissioned', { ...when }),
  edge('based-on', {}),
  edge('rated', { grade: Label, ...when }),
]);
export type StoredEdge = z.infer<typeof StoredEdge>;

/** Words of an article that are deliberately not coded: page furniture, scene-setting, or said already elsewhere in it. */
export const LeftOut = z.strictObject({ ...Anchor.shape, reason: z.enum(REASONS) });
export type LeftOut = z.infer<typeof LeftOut>;

/** One file of `graph/`: what was found in one article, or (shared.json) what several articles name. */
export const GraphFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(VERSION, { error: `must be ${VERSION}, the version this program reads` }),
  /** What the articles are about, as a heading; given in one file only. */
  title: Label.optional(),
  nodes: z.array(StoredNode),
  edges: z.array(StoredEdge),
  leftOut: z.array(LeftOut).optional(),
});
export type GraphFile = z.infer<typeof GraphFile>;

/** What a type means: in general, by words of an article with what they are coded `as`, and by a `rule` for borderline cases. */
export const Definition = z.strictObject({
  means: Text,
  example: Text.optional(),
  as: Text.optional(),
  rule: Text.optional(),
});
export type Definition = z.infer<typeof Definition>;

/** Something for each type of node and edge that it is said of. */
export const perType = <T extends z.ZodType>(schema: T) =>
  z.strictObject(
    Object.fromEntries([...NODE_TYPES, ...EDGE_TYPES].map((type) => [type, schema.optional()])) as Record<
      NodeType | EdgeType,
      z.ZodOptional<T>
    >,
  );

/** `graph/codebook.json`: what types mean in these files, where that is not what they mean elsewhere. */
export const CodebookFile = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(VERSION, { error: `must be ${VERSION}, the version this program reads` }),
  definitions: perType(Definition),
});
export type CodebookFile = z.infer<typeof CodebookFile>;

/** `graph/schema.json`: the JSON Schema of the graph files, and in its `$defs` that of the codebook. */
export const toJsonSchema = () => ({
  ...z.toJSONSchema(GraphFile),
  $defs: { codebook: { ...z.toJSONSchema(CodebookFile), $schema: undefined } },
});

/** How many steps a story may have. */
export const MAX_STEPS = 200;
/** How long the view of a step may be, in UTF-16 code units: room for as much as can be selected at once. */
export const MAX_STEP_VIEW = 50_000;

/**
 * One file of `graph/stories/`, or one recorded in the page: steps through a debate, each a saved view with what we say of it
 * (`text`) and the words it rests on (`quote`). `view` is what stands behind '#' in a link. `order` is its place among the
 * stories offered; the first is offered to newcomers.
 */
export const StoryFile = z.strictObject({
  version: z.literal(VERSION, { error: `must be ${VERSION}, the version this program reads` }),
  id: z
    .string()
    .max(100)
    .regex(new RegExp(`^${SLUG}$`), {
      error: 'must be a slug of lower-case letters, digits and single hyphens',
    }),
  order: z.number().int().min(1).optional(),
  title: wordsOf(200),
  summary: z.string().max(1000).optional(),
  steps: z
    .array(z.strictObject({ text: z.string().max(2000), quote: Anchor, view: z.string().max(MAX_STEP_VIEW) }))
    .max(MAX_STEPS),
});
export type StoryFile = z.infer<typeof StoryFile>;
export type StoryStep = StoryFile['steps'][number];
