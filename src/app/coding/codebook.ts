// What each type means, in short and with words of the first articles as an example: graph/CODEBOOK.md says it in full.
import type { EdgeType, NodeType } from '../../core/vocabulary';

/** `example` is what an article says, `as` what it is coded as, where the words alone do not tell. */
export type Definition = { readonly means: string; readonly example: string; readonly as?: string };

export const DEFINITIONS = {
  article: {
    means: 'One text that is coded.',
    example: 'Service demand no excuse for poor performance, finds Ofsted',
  },
  organisation: {
    means:
      'A body the text names; or people who speak or are addressed together without a name of their own.',
    example: 'DCSs were positive',
    as: 'directors of children’s services, taken together',
  },
  person: { means: 'A human being, named, or unnamed but quoted.', example: 'said ADCS president Alan Wood' },
  report: {
    means: 'A document with findings, published alone or inside another.',
    example: 'contained within an appendix to the report',
  },
  claim: {
    means:
      'One proposition that others could check or contest. Where one could agree with half of it and dispute the other half, it is two.',
    example: 'the single-word judgment … does little to describe the overall progress',
  },
  recommendation: {
    means: 'One proposition about what is to be done.',
    example: 'create a consistency panel',
  },
  topic: {
    means: 'An issue in dispute, put as a neutral question with two poles.',
    example: 'a one-word judgment doesn’t work',
    as: 'Should inspections end in a one-word judgment?',
  },
  authored: {
    means: 'Wrote it, or said it: in direct or reported speech, or in the author’s own voice.',
    example: 'said ADCS president Alan Wood',
  },
  states: { means: 'A report says it.', example: 'it states', as: 'of Impower’s study' },
  disputes: {
    means: 'Holds it to be wrong, overstated or harmful: both cannot be true.',
    example: 'Ofsted’s grading system… provides an objective view',
    as: 'against the academics’ doubts',
  },
  supports: {
    means: 'Agrees with it, endorses it, or gives a reason for it.',
    example: 'because a lack of clarity resulted in high numbers of inappropriate referrals',
  },
  'responds-to': {
    means:
      'Answers a recommendation or report; or a claim, without disputing or supporting it. An answer to a recommendation accepts it, partly or wholly, rejects or notes it.',
    example: 'Ofsted has agreed to take action on the points raised',
  },
  'addressed-to': {
    means: 'Who is to do it.',
    example: 'Ofsted needs to make its moderation process more transparent',
  },
  about: {
    means: 'The question it bears on, and where it stands between the two poles.',
    example: 'a one-word judgment doesn’t work',
    as: 'against',
  },
  'affiliated-with': {
    means: 'Works or has worked for it, speaks for it, or belongs to it.',
    example: 'Debbie Jones, national director for social care at Ofsted',
  },
  commissioned: { means: 'Had it made.', example: 'as part of the review', as: 'of the academics’ appendix' },
  'based-on': {
    means: 'Its evidence: the bodies it examined, the studies it used.',
    example: 'the first 11 councils to be inspected',
  },
  rated: {
    means: 'Gave it a grade, in the words of the text.',
    example: 'Only Lincolnshire was rated outstanding',
  },
} as const satisfies Record<NodeType | EdgeType, Definition>;
