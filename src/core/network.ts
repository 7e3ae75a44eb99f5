// Who agrees, or disagrees, with whom: the networks of actors of discourse network analysis.
import type { Statement } from './discourse';
import {
  toAccord,
  toEntries,
  toLean,
  toSide,
  toTopicMatrix,
  type Accord,
  type Entry,
  type Matrix,
  type Sides,
} from './matrix';
import type { Corpus, GraphNode } from './model';
import type { Steps } from './steps';
import type { NetworkType } from './vocabulary';

/** A body, how many statements on any question are made for it, and the side it takes on each. */
export type Actor = { node: GraphNode; statements: number; sides: Sides };

/** Two bodies, and the ids of the questions that join them; `accord` counts all on which both take a side. */
export type ActorTie = { source: string; target: string; topics: readonly string[]; accord: Accord };

/** `actors` by id: all that take a side; `size` is how many ties there are between them. */
export type ActorNetwork = {
  type: NetworkType;
  actors: ReadonlyMap<string, Actor>;
  size: number;
  matrix: Matrix;
};

/** How many times two on one question are looked at before a pause. */
const STRETCH = 65_536;
/** How many statements are counted before a pause. */
const SHORT = 1024;

/** Tells of an actor each question with the places of those it joins it with: on the same side itself among them. */
function meet(type: NetworkType, actors: readonly Actor[]) {
  const byTopic = new Map<string, Record<-1 | 1, number[]>>();
  for (const [place, { sides }] of actors.entries())
    for (const [topic, side] of sides) {
      const places = byTopic.get(topic) ?? { [-1]: [], 1: [] };
      byTopic.set(topic, places);
      places[side].push(place);
    }
  return ({ sides }: Actor): (readonly [topic: string, others: readonly number[]])[] =>
    Array.from(sides, ([topic, side]) => [
      topic,
      byTopic.get(topic)![type === 'congruence' ? side : side === 1 ? -1 : 1],
    ]);
}

/** How many statements on any question are made for each body; what is said again on the same date is one. */
function* countStatements(statements: readonly Statement[]): Steps<ReadonlyMap<string, number>> {
  const made = new Map<string, Set<string>>();
  for (const [index, { said, date, bodies, about }] of statements.entries()) {
    if (index % SHORT === 0) yield undefined;
    if (about.length === 0) continue;
    for (const body of bodies) made.set(body, (made.get(body) ?? new Set()).add(`${said.id} ${date}`));
  }
  return new Map(Array.from(made, ([body, all]) => [body, all.size]));
}

/** The bodies that take a side on any question, by id, in the order of what is said. */
export function* toSidingActors(
  corpus: Corpus,
  statements: readonly Statement[],
): Steps<Pick<ActorNetwork, 'actors' | 'matrix'>> {
  const matrix = yield* toTopicMatrix(corpus, statements);
  const numbers = yield* countStatements(statements);
  const sides = new Map<string, Map<string, -1 | 1>>();
  for (const { id: topic } of matrix.rows) {
    for (const body of matrix.cells.get(topic)!.keys()) {
      const lean = toLean(toEntries(matrix, topic, { body }));
      if (lean !== 0) sides.set(body, (sides.get(body) ?? new Map<string, -1 | 1>()).set(topic, lean));
    }
    yield undefined;
  }
  const actors = new Map(
    [...sides].map(([body, own]): [string, Actor] => [
      body,
      { node: corpus.nodes.get(body)!, statements: numbers.get(body)!, sides: own },
    ]),
  );
  return { actors, matrix };
}

/**
 * The congruence or conflict network of the bodies in some statements (P. Leifeld, 'Discourse Network Analysis: Policy
 * Debates as Dynamic Networks', in The Oxford Handbook of Political Networks, 2017, ch. 12): those are joined who take the
 * same side, or opposite sides, on a question. A body's side is the one that more of what is said for it is on.
 */
export function* toActorNetwork(
  corpus: Corpus,
  statements: readonly Statement[],
  type: NetworkType,
): Steps<ActorNetwork> {
  const { actors, matrix } = yield* toSidingActors(corpus, statements);
  const all = [...actors.values()];
  const othersOf = meet(type, all);
  // Whom each was met by last.
  const met = new Int32Array(all.length).fill(-1);
  let [size, seen] = [0, 0];
  for (const [place, actor] of all.entries())
    for (const [, others] of othersOf(actor)) {
      for (const other of others) {
        if (other <= place || met[other] === place) continue;
        met[other] = place;
        size += 1;
      }
      seen += others.length;
      if (seen < STRETCH) continue;
      seen = 0;
      yield undefined;
    }
  return { type, actors, size, matrix };
}

/** The ties of a network one by one; they have no direction. */
export function* toTies({ type, actors }: ActorNetwork): Generator<ActorTie> {
  const all = [...actors.values()];
  const othersOf = meet(type, all);
  for (const [place, actor] of all.entries()) {
    const joined = new Map<number, string[]>();
    for (const [topic, others] of othersOf(actor))
      for (const other of others) {
        if (other <= place) continue;
        const topics = joined.get(other);
        if (topics) topics.push(topic);
        else joined.set(other, [topic]);
      }
    for (const [other, topics] of joined) {
      const { node, sides } = all[other]!;
      yield { source: actor.node.id, target: node.id, topics, accord: toAccord(actor.sides, sides) };
    }
  }
}

/** What a body says of a question that puts it on its side there. */
export function toLeaning(matrix: Matrix, { node, sides }: Actor, topic: string): Entry[] {
  return toEntries(matrix, topic, { body: node.id }).filter((entry) => toSide(entry) === sides.get(topic));
}

/** The ids of what the two say that puts them on their sides of the questions that join them. */
export function toTiedClaims(
  { actors, matrix }: ActorNetwork,
  { source, target, topics }: ActorTie,
): string[] {
  const claims = topics.flatMap((topic) =>
    [source, target].flatMap((body) =>
      toLeaning(matrix, actors.get(body)!, topic).map(({ said }) => said!.id),
    ),
  );
  return [...new Set(claims)];
}
