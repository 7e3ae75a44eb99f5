// How each type of node and edge is called and drawn in the page.
import type { EdgeType, NodeType, Stance } from '../core/vocabulary';

/** `colour` names a custom property of style/tokens.css; `shape` a branch of canvas/nodes.ts and a pictogram of ui/Icon. */
export const NODE_LOOK = {
  topic: { one: 'Topic', many: 'Topics', colour: '--topic', shape: 6 },
  claim: { one: 'Claim', many: 'Claims', colour: '--claim', shape: 0 },
  recommendation: { one: 'Recommendation', many: 'Recommendations', colour: '--recommendation', shape: 1 },
  person: { one: 'Person', many: 'People', colour: '--person', shape: 2 },
  organisation: { one: 'Organisation', many: 'Organisations', colour: '--organisation', shape: 3 },
  report: { one: 'Report', many: 'Reports', colour: '--report', shape: 4 },
  article: { one: 'Article', many: 'Articles', colour: '--article', shape: 5 },
} as const satisfies Record<NodeType, { one: string; many: string; colour: string; shape: number }>;

/**
 * `out` reads from source to target ('A disputes B'), `back` from target to source ('B is disputed by A'), `name` is the
 * line in the legend. `width` is in pixels.
 */
export const EDGE_LOOK = {
  disputes: { name: 'disputes', out: 'disputes', back: 'disputed by', colour: '--disputes', width: 2.2 },
  supports: { name: 'supports', out: 'supports', back: 'supported by', colour: '--supports', width: 2.2 },
  'responds-to': {
    name: 'responds to',
    out: 'responds to',
    back: 'answered by',
    colour: '--responds',
    width: 2.2,
  },
  authored: { name: 'said or wrote', out: 'said or wrote', back: 'said by', colour: '--authored', width: 1 },
  states: { name: 'states (a report)', out: 'states', back: 'stated in', colour: '--states', width: 1 },
  about: { name: 'is about', out: 'is about', back: 'taken up by', colour: '--about', width: 1 },
  'addressed-to': {
    name: 'is addressed to',
    out: 'is addressed to',
    back: 'asked of it',
    colour: '--addressed',
    width: 1,
  },
  'affiliated-with': {
    name: 'belongs to',
    out: 'belongs to',
    back: 'its people',
    colour: '--affiliated',
    width: 1.6,
  },
  commissioned: {
    name: 'commissioned',
    out: 'commissioned',
    back: 'commissioned by',
    colour: '--commissioned',
    width: 1.2,
  },
  'based-on': {
    name: 'is based on',
    out: 'is based on',
    back: 'evidence for',
    colour: '--based-on',
    width: 1,
  },
  rated: { name: 'rated', out: 'rated', back: 'rated by', colour: '--rated', width: 1 },
} as const satisfies Record<
  EdgeType,
  { name: string; out: string; back: string; colour: string; width: number }
>;

export const STANCE_WORDS = {
  for: 'for',
  against: 'against',
  mixed: 'both for and against',
  neutral: 'neither for nor against',
} as const satisfies Record<Stance, string>;

/** The same where there is little room. */
export const STANCE_NAMES = {
  against: 'against',
  mixed: 'both',
  neutral: 'neither',
  for: 'for',
} as const satisfies Record<Stance, string>;

export const SPEECH_WORDS = {
  direct: 'quoted',
  indirect: 'reported',
  narration: 'in the author’s own voice',
} as const;

export const BASIS_WORDS = {
  stated: 'stated in the text',
  inferred: 'inferred by the coder',
} as const;
