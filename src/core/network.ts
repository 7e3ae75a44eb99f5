// Who agrees, or disagrees, with whom: the networks of actors of discourse network analysis.
import type { Statement } from './discourse';
import { toAccord, toEntries, toLean, toSide, toTopicMatrix, type Accord, type Matrix } from './matrix';
import type { Corpus, GraphNode } from './model';
import type { Steps } from './steps';

/** Whether two are joined by the questions on which both take the same side, or by those on which they take opposite sides. */
export const NETWORK_TYPES = ['congruence', 'conflict'] as const;
export type NetworkType = (typeof NETWORK_TYPES)[number];

/** A body, how much is said for it on the questions, and on how many of them it takes a side. */
export type Actor = { node: GraphNode; statements: number; topics: number };

/** Two bodies, and the ids of the questions that join them; `accord` counts all on which both take a side. */
export type ActorTie = { source: string; target: string; topics: readonly string[]; accord: Accord };

/** `actors` by id: all that take a side. Ties have no direction; who comes first in the corpus is their source. */
export type ActorNetwork = {
  type: NetworkType;
  actors: ReadonlyMap<string, Actor>;
  ties: readonly ActorTie[];
  matrix: Matrix;
};

/** How many pairs are gone through before a pause. */
const STRETCH = 4096;

/**
 * The congruence or conflict network of the bodies in some statements (P. Leifeld, 'Discourse Network Analysis: Policy
 * Debates as Dynamic Networks', in The Oxford Handbook of Political Networks, 2017, ch. 12): those are joined who take the
 * same side, or opposite sides, on a question. A body's side is the one that most of what is said for it is on.
 */
export function* toActorNetwork(
  corpus: Corpus,
  statements: readonly Statement[],
  type: NetworkType,
): Steps<ActorNetwork> {
  const matrix = yield* toTopicMatrix(corpus, statements);
  const sides = new Map<string, Map<string, -1 | 1>>(matrix.columns.map(({ body }) => [body, new Map()]));
  const sizes = new Map<string, number>();
  for (const { body, about } of statements) if (about.length > 0) sizes.set(body, (sizes.get(body) ?? 0) + 1);
  /** For each body those after it, each with the questions that join the two. */
  const joined = new Map<string, Map<string, string[]>>();
  let seen = 0;
  for (const { id: topic } of matrix.rows) {
    const before: (readonly [string, -1 | 1])[] = [];
    for (const { body } of matrix.columns) {
      const lean = toLean(toEntries(matrix, topic, { body }));
      if (lean === 0) continue;
      sides.get(body)!.set(topic, lean);
      for (const [other, side] of before) {
        if (++seen % STRETCH === 0) yield undefined;
        if ((side === lean) !== (type === 'congruence')) continue;
        const others = joined.get(other) ?? new Map<string, string[]>();
        joined.set(other, others.set(body, [...(others.get(body) ?? []), topic]));
      }
      before.push([body, lean]);
    }
    yield undefined;
  }
  const ties: ActorTie[] = [];
  for (const [source, others] of joined)
    for (const [target, topics] of others) {
      if (ties.length % STRETCH === 0) yield undefined;
      ties.push({ source, target, topics, accord: toAccord(sides.get(source)!, sides.get(target)!) });
    }
  const actors = new Map<string, Actor>();
  for (const [body, own] of sides)
    if (own.size > 0)
      actors.set(body, { node: corpus.nodes.get(body)!, statements: sizes.get(body)!, topics: own.size });
  return { type, actors, ties, matrix };
}

/** The ids of what the two say that puts them on their sides of the questions that join them. */
export function toTiedClaims({ matrix }: ActorNetwork, { source, target, topics }: ActorTie): string[] {
  const claims = topics.flatMap((topic) =>
    [source, target].flatMap((body) => {
      const entries = toEntries(matrix, topic, { body });
      const lean = toLean(entries);
      return entries.flatMap((entry) => (toSide(entry) === lean ? [entry.said!.id] : []));
    }),
  );
  return [...new Set(claims)];
}
