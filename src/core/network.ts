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
import { incidenceOf } from './graph';
import type { Corpus, GraphNode } from './model';
import type { Steps } from './steps';
import { toVoices } from './voices';
import { STANCES, type ActorKind, type ActorNetworkType, type Stance, type TieType } from './vocabulary';

/**
 * A body or a person, how many statements on any question are made for or by it, the side it takes on each, and the bodies that
 * a person speaks for in them.
 */
export type Actor = { node: GraphNode; statements: number; bodies: readonly string[]; sides: Sides };

/** Two actors, and what joins them; `accord` counts all questions on which both take a side. */
export type ActorTie = {
  source: string;
  target: string;
  /** Whether it is agreeing or disagreeing that joins them: in a 'subtract' network, which of the two prevails. */
  type: TieType;
  /** On how many questions they do; in a 'subtract' network, on how many more they agree than disagree, below 0 where on fewer. */
  weight: number;
  /** The ids of these questions; in a 'subtract' network, of all on which both take a side. */
  topics: readonly string[];
  accord: Accord;
};

/** How many statements on any question there are, and how many of them are left out of a network of people: no person makes them. */
export type Coverage = { statements: number; leftOut: number };

/** 'Left out: 218 of 408 statements, which no person is known to make.'; '' where none are left out. */
export const printLeftOut = (
  { statements, leftOut }: Coverage,
  print: (number: number) => string = String,
) =>
  leftOut === 0
    ? ''
    : `Left out: ${print(leftOut)} of ${print(statements)} statements, which no person is known to make.`;

/** `nodes` by id: all that take a side; `size` is how many ties there are between them. */
export type ActorNetwork = {
  type: ActorNetworkType;
  kind: ActorKind;
  coverage: Coverage;
  nodes: ReadonlyMap<string, Actor>;
  size: number;
  matrix: Matrix;
};

/** A body or a person, or a question (which has no statements of its own). */
export type Affiliate = Pick<Actor, 'node'> & Partial<Pick<Actor, 'statements' | 'bodies'>>;

/** What a body or a person says on a question: of how many claims, which side it takes by most of them, and how many are on each. */
export type Affiliation = {
  /** The actor's id. */
  source: string;
  /** The question's id. */
  target: string;
  stance: Stance;
  weight: number;
  stances: Readonly<Record<Stance, number>>;
  /** The ids of the claims. */
  claims: readonly string[];
};

/** `nodes` by id: all actors who say something on a question, then all these questions; `size` counts the ties. */
export type AffiliationNetwork = {
  type: 'affiliation';
  kind: ActorKind;
  coverage: Coverage;
  nodes: ReadonlyMap<string, Affiliate>;
  size: number;
  matrix: Matrix;
};

export type Network = ActorNetwork | AffiliationNetwork;

/** How many times two on one question are looked at before a pause. */
const STRETCH = 65_536;
/** How many statements are counted before a pause. */
const SHORT = 1024;

/** What counts for a tie in a network, and what counts against it. */
const SIGNS = {
  congruence: [1],
  conflict: [-1],
  subtract: [1, -1],
} as const satisfies Record<ActorNetworkType, readonly (-1 | 1)[]>;

/** Others by their places who take the same side on a question (1), the actor itself among them, or the other (-1). */
type Meeting = { topic: string; sign: -1 | 1; others: readonly number[] };

/** Tells of an actor whom it meets on which question. */
function meet(type: ActorNetworkType, actors: readonly Actor[]): (actor: Actor) => Meeting[] {
  const byTopic = new Map<string, Record<-1 | 1, number[]>>();
  for (const [place, { sides }] of actors.entries())
    for (const [topic, side] of sides) {
      const places = byTopic.get(topic) ?? { [-1]: [], 1: [] };
      byTopic.set(topic, places);
      places[side].push(place);
    }
  return ({ sides }) =>
    [...sides].flatMap(([topic, side]) =>
      SIGNS[type].map((sign) => ({ topic, sign, others: byTopic.get(topic)![side === sign ? 1 : -1] })),
    );
}

/** Of each actor how many statements on any question there are, what is said again on the same date being one, and its bodies. */
function* countStatements(
  corpus: Corpus,
  statements: readonly Statement[],
  kind: ActorKind,
): Steps<{ counted: ReadonlyMap<string, Omit<Actor, 'sides'>>; coverage: Coverage }> {
  const incidence = incidenceOf(corpus);
  const made = new Map<string, { said: Set<string>; bodies: Set<string> }>();
  const coverage: Coverage = { statements: 0, leftOut: 0 };
  for (const [index, { said, date, article, about, [kind]: actors }] of statements.entries()) {
    if (index % SHORT === 0) yield undefined;
    if (about.length === 0) continue;
    coverage.statements += 1;
    if (actors.length === 0) coverage.leftOut += 1;
    for (const actor of actors) {
      const own = made.get(actor) ?? { said: new Set(), bodies: new Set() };
      made.set(actor, own);
      own.said.add(`${said.id} ${date}`);
      if (kind === 'people')
        for (const body of toVoices(corpus, incidence, actor, article).bodies)
          if (body !== actor) own.bodies.add(body);
    }
  }
  const counted = Array.from(made, ([actor, { said, bodies }]) => {
    const node = corpus.nodes.get(actor)!;
    return [actor, { node, statements: said.size, bodies: [...bodies] }] as const;
  });
  return { counted: new Map(counted), coverage };
}

/** The bodies, or the people, who take a side on any question, by id, in the order of what is said. */
export function* toSidingActors(
  corpus: Corpus,
  statements: readonly Statement[],
  kind: ActorKind,
): Steps<{ actors: ActorNetwork['nodes']; matrix: Matrix; coverage: Coverage }> {
  const matrix = yield* toTopicMatrix(corpus, statements, [], kind);
  const { counted, coverage } = yield* countStatements(corpus, statements, kind);
  const sides = new Map<string, Map<string, -1 | 1>>();
  for (const { id: topic } of matrix.rows) {
    for (const body of matrix.cells.get(topic)!.keys()) {
      const lean = toLean(toEntries(matrix, topic, { body }));
      if (lean !== 0) sides.set(body, (sides.get(body) ?? new Map<string, -1 | 1>()).set(topic, lean));
    }
    yield undefined;
  }
  const actors = new Map(
    [...sides].map(([actor, own]): [string, Actor] => [actor, { ...counted.get(actor)!, sides: own }]),
  );
  return { actors, matrix, coverage };
}

/**
 * The congruence, conflict or subtract network of the bodies, or of the people, in some statements (P. Leifeld, 'Discourse Network Analysis:
 * Policy Debates as Dynamic Networks', in The Oxford Handbook of Political Networks, 2017, ch. 12): those are joined who take
 * the same side on a question, or opposite sides, or who do the one more often than the other. An actor's side is the one that
 * more of what is said for or by it is on. What no person says has no place in a network of people.
 */
export function* toActorNetwork(
  corpus: Corpus,
  statements: readonly Statement[],
  type: ActorNetworkType,
  kind: ActorKind = 'bodies',
): Steps<ActorNetwork> {
  const { actors: nodes, matrix, coverage } = yield* toSidingActors(corpus, statements, kind);
  const all = [...nodes.values()];
  const meetingsOf = meet(type, all);
  // Whom each was met by last, and how often more on the same side than not.
  const met = new Int32Array(all.length).fill(-1);
  const balance = new Int32Array(all.length);
  let [size, seen] = [0, 0];
  for (const [place, actor] of all.entries()) {
    const joined: number[] = [];
    for (const { sign, others } of meetingsOf(actor)) {
      for (const other of others) {
        if (other <= place) continue;
        if (met[other] !== place) {
          met[other] = place;
          balance[other] = 0;
          joined.push(other);
        }
        balance[other]! += sign;
      }
      seen += others.length;
      if (seen < STRETCH) continue;
      seen = 0;
      yield undefined;
    }
    for (const other of joined) if (balance[other] !== 0) size += 1;
  }
  return { type, kind, coverage, nodes, size, matrix };
}

/** The ties of a network of actors one by one; they have no direction. */
export function* toTies({ type, nodes }: ActorNetwork): Generator<ActorTie> {
  const all = [...nodes.values()];
  const meetingsOf = meet(type, all);
  for (const [place, actor] of all.entries()) {
    const joined = new Map<number, { topics: string[]; balance: number }>();
    for (const { topic, sign, others } of meetingsOf(actor))
      for (const other of others) {
        if (other <= place) continue;
        const tie = joined.get(other) ?? { topics: [], balance: 0 };
        joined.set(other, tie);
        tie.topics.push(topic);
        tie.balance += sign;
      }
    for (const [other, { topics, balance }] of joined) {
      if (balance === 0) continue;
      const target = all[other]!;
      yield {
        source: actor.node.id,
        target: target.node.id,
        type: balance > 0 ? 'congruence' : 'conflict',
        weight: type === 'subtract' ? balance : Math.abs(balance),
        topics,
        accord: toAccord(actor.sides, target.sides),
      };
    }
  }
}

/** The affiliation network of some statements (Leifeld 2017): bodies, or people, and the questions they say something on. */
export function* toAffiliationNetwork(
  corpus: Corpus,
  statements: readonly Statement[],
  kind: ActorKind = 'bodies',
): Steps<AffiliationNetwork> {
  const matrix = yield* toTopicMatrix(corpus, statements, [], kind);
  const { counted, coverage } = yield* countStatements(corpus, statements, kind);
  let size = 0;
  for (const { id } of matrix.rows) size += matrix.cells.get(id)!.size;
  const nodes = new Map<string, Affiliate>([
    ...counted,
    ...matrix.rows.map((node) => [node.id, { node }] as const),
  ]);
  return { type: 'affiliation', kind, coverage, nodes, size, matrix };
}

/** The ties of an affiliation network one by one, question by question. */
export function* toAffiliations({ matrix }: AffiliationNetwork): Generator<Affiliation> {
  for (const { id: target } of matrix.rows)
    for (const [source, entries] of matrix.cells.get(target)!) {
      const count = (stance: Stance) => entries.filter(({ kind }) => kind === stance).length;
      const stances = Object.fromEntries(STANCES.map((stance) => [stance, count(stance)])) as Record<
        Stance,
        number
      >;
      const lean = toLean(entries);
      const isSplit = stances.for > 0 || stances.mixed > 0;
      yield {
        source,
        target,
        stance: lean > 0 ? 'for' : lean < 0 ? 'against' : isSplit ? 'mixed' : 'neutral',
        weight: entries.length,
        stances,
        claims: [...new Set(entries.map(({ said }) => said!.id))],
      };
    }
}

/** What an actor says of a question that puts it on its side there. */
export function toLeaning(matrix: Matrix, { node, sides }: Actor, topic: string): Entry[] {
  return toEntries(matrix, topic, { body: node.id }).filter((entry) => toSide(entry) === sides.get(topic));
}

/** The ids of what the two say that puts them on their sides of the questions that join them. */
export function toTiedClaims(
  { nodes, matrix }: ActorNetwork,
  { source, target, topics }: ActorTie,
): string[] {
  const claims = topics.flatMap((topic) =>
    [source, target].flatMap((body) =>
      toLeaning(matrix, nodes.get(body)!, topic).map(({ said }) => said!.id),
    ),
  );
  return [...new Set(claims)];
}
