// What a proposal in front may be about, be the same as, and bear on, worked out in steps.
import { useCallback } from 'react';
import type { Bearing, Prepared } from '../../core/extract/prepared';
import { isSaying } from '../../core/extract/proposal';
import { findSimilar, printReason, proposeTopics, toNeighbours, type Link } from '../../core/extract/similar';
import type { Corpus, GraphNode, Said } from '../../core/model';
import type { Steps } from '../../core/steps';
import { useSteps } from '../steps';
import { TypeIcon } from '../ui/Icon';
import type { Option } from './Choose';
import type { Case, Queue } from './queue';

export type Links = {
  topics: readonly (Option & { stance?: Prepared['stance'] })[];
  same: readonly (Option & { isSame: boolean })[];
  bearings: readonly (Bearing & { node: Said })[];
};

/** How many claims are told of that it may support or dispute. */
const MOST_BEARINGS = 3;
/** What tells most that it does stands first; most only have words in common. */
const TELLING = [
  'opposite-sides',
  'same-side',
  'opposite-words',
  'negation',
  'shared-words',
] as const satisfies readonly Link['rule'][];

function toBearings(corpus: Corpus, similar: readonly Link[]): Links['bearings'] {
  const found = similar.flatMap((one) =>
    one.kind === 'same'
      ? []
      : [
          {
            node: corpus.nodes.get(one.id) as Said,
            on: one.id,
            type: one.kind,
            reason: printReason(one),
            rule: one.rule,
          },
        ],
  );
  return found
    .toSorted((one, other) => TELLING.indexOf(one.rule) - TELLING.indexOf(other.rule))
    .slice(0, MOST_BEARINGS);
}

/** The likeliest first. */
export function useLinks(
  corpus: Corpus,
  article: string,
  { proposals }: Queue,
  { proposal }: Case,
  { topic: about, stance }: Prepared,
): Links | undefined {
  const topic = typeof about === 'string' ? about : undefined;
  const start = useCallback(
    function* (): Steps<Links> {
      if (!isSaying(proposal)) return { topics: [], same: [], bearings: [] };
      const near = toNeighbours(proposals.filter(isSaying), proposal);
      const topics = (yield* proposeTopics(corpus, near, article))[near.indexOf(proposal)]!;
      const sides = topic !== undefined && stance ? { about: [{ topic, stance }] } : {};
      const [similar] = yield* findSimilar(corpus, [{ ...proposal, ...sides }], article);
      return {
        topics: topics.map((one) => ({
          ...toOption(corpus.nodes.get(one.id)!),
          note:
            one.rule === 'words' ? `by ${one.words.slice(0, 4).join(', ')}` : 'since it is taken up nearby',
          ...(one.stance && { stance: one.stance }),
        })),
        same: similar!
          .filter(({ id }) => corpus.nodes.get(id)!.type === proposal.kind)
          .map((one) => ({ ...toOption(corpus.nodes.get(one.id)!), isSame: one.kind === 'same' })),
        bearings: toBearings(corpus, similar!),
      };
    },
    [corpus, article, proposals, proposal, topic, stance],
  );
  return useSteps(start).value;
}

const toOption = (node: GraphNode): Option => ({
  id: node.id,
  name: node.label,
  icon: <TypeIcon type={node.type} />,
});
