// The proposals of an article as a queue: what is to be decided, in the order of the article, and what became of the rest.
import { isStanding, toStanding } from '../../core/correction';
import { toLabel } from '../../core/extract/accept';
import { findCoded, isActor, type Coded } from '../../core/extract/coded';
import type { Proposal } from '../../core/extract/proposal';
import type { Corpus } from '../../core/model';
import { toDecided, type Project } from '../project/project';
import { EDGE_LOOK } from '../vocabulary';

/** What became of a proposal; `coded` is what the graph had already. */
export type Standing = 'open' | 'accepted' | 'rejected' | 'coded';
export type Case = { readonly place: number; readonly proposal: Proposal; readonly standing: Standing };
export type Queue = {
  readonly proposals: readonly Proposal[];
  readonly cases: readonly Case[];
  readonly coded: Coded;
};

/** What a queue was made of besides the corpus, and the queue. */
type Made = { acts: Project['acts']; done: number; proposals: readonly Proposal[]; queue: Queue };
const known = new WeakMap<Corpus, Map<string, Made>>();

/**
 * The queue of an article; undefined where nothing has been proposed of it yet. What would join two that are not both in the
 * graph waits until they are.
 */
export function toQueue(project: Project, corpus: Corpus, article: string): Queue | undefined {
  const proposals = project.proposals.get(article);
  if (!proposals || !corpus.articles.has(article)) return undefined;
  const {
    acts,
    entry: { done },
  } = project;
  const ofCorpus = known.get(corpus) ?? new Map<string, Made>();
  known.set(corpus, ofCorpus);
  const made = ofCorpus.get(article);
  if (made?.acts === acts && made.done === done && made.proposals === proposals) return made.queue;
  const queue = makeQueue(project, corpus, article, proposals);
  ofCorpus.set(article, { acts, done, proposals, queue });
  return queue;
}

function makeQueue(project: Project, corpus: Corpus, article: string, kept: readonly Proposal[]): Queue {
  const { text } = corpus.articles.get(article)!;
  // The article may have been corrected since.
  const proposals = kept.map((proposal) => toStanding(text, proposal));
  const decided = toDecided(project, article);
  const coded = findCoded(corpus, article, proposals);
  const cases = proposals.flatMap((proposal, place): Case[] => {
    const standing = decided.get(place) ?? (coded.by.has(place) ? 'coded' : 'open');
    const waits = standing === 'open' && proposal.kind === 'relation' && !coded.findEnds(proposal);
    const isGone = standing === 'open' && !isStanding(text, proposal);
    return waits || isGone ? [] : [{ place, proposal, standing }];
  });
  return {
    proposals,
    cases: cases.toSorted(
      (one, other) => one.proposal.passage.start - other.proposal.passage.start || one.place - other.place,
    ),
    coded,
  };
}

/** The proposals of an article that are still to be decided. */
export const toPending = (project: Project, corpus: Corpus, article: string): readonly Case[] =>
  toQueue(project, corpus, article)?.cases.filter(({ standing }) => standing === 'open') ?? [];

/** What can be listed alone. */
export const PARTS = {
  all: { name: 'All', noun: 'proposals', holds: () => true },
  claim: { name: 'Claims', noun: 'claims', holds: ({ kind }) => kind === 'claim' },
  recommendation: {
    name: 'Recommendations',
    noun: 'recommendations',
    holds: ({ kind }) => kind === 'recommendation',
  },
  named: {
    name: 'People and bodies',
    noun: 'people and bodies',
    holds: isActor,
  },
  report: { name: 'Reports', noun: 'reports', holds: ({ kind }) => kind === 'report' },
  relation: { name: 'Links', noun: 'links', holds: ({ kind }) => kind === 'relation' },
} as const satisfies Record<string, { name: string; noun: string; holds: (proposal: Proposal) => boolean }>;
export type Part = keyof typeof PARTS;

/** How sure a rule is, in words. */
export function printConfidence(confidence: number): string {
  if (confidence >= 0.85) return 'almost sure';
  if (confidence >= 0.7) return 'likely';
  return confidence >= 0.5 ? 'perhaps' : 'doubtful';
}

const headlines = new WeakMap<Proposal, string>();
/** What a proposal is called at first, short enough for a line. */
function toName(proposal: Exclude<Proposal, { kind: 'relation' }>): string {
  const name = headlines.get(proposal) ?? toLabel(proposal);
  headlines.set(proposal, name);
  return name;
}

/** What a proposal would be called, short enough for a line. */
export function printCase({ proposals, coded }: Queue, corpus: Corpus, proposal: Proposal): string {
  if (proposal.kind !== 'relation') return toName(proposal);
  const ends = coded.findEnds(proposal);
  const name = (end: string | number, id: string | undefined): string => {
    if (id !== undefined) return corpus.nodes.get(id)!.label;
    const other = typeof end === 'number' ? proposals[end] : undefined;
    return other && other.kind !== 'relation' ? toName(other) : '…';
  };
  return `${name(proposal.source, ends?.[0])} ${EDGE_LOOK[proposal.type].out} ${name(proposal.target, ends?.[1])}`;
}
