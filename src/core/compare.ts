// Two sides next to each other: what both say, where they agree, disagree and answer, and what else each says.
import { parseInterval } from './date';
import type { Statement } from './discourse';
import { groupBy } from './group';
import { incidenceOf } from './graph';
import { toAccord, toSides, type Accord } from './matrix';
import {
  isArgument,
  type Argument,
  type Corpus,
  type EdgeOf,
  type GraphEdge,
  type GraphNode,
  type Ids,
  type NodeOf,
} from './model';
import { orderInSteps } from './order';
import type { Steps } from './steps';
import { isSpeakerType } from './vocabulary';
import { toActors, toBody, toVoices, type Voices } from './voices';

/** What one side says of something, each time it does; a node that nobody says, such as a report, has no statements. */
export type Voice = { node: GraphNode; statements: readonly Statement[] };

/** The same claim or recommendation, as each side says it. */
export type Shared = { said: Statement['said']; first: readonly Statement[]; second: readonly Statement[] };

/** A line between something of the first side and something of the second; which of them it comes from, its source tells. */
export type Tie = { edge: Argument; first: Voice; second: Voice };

/** Things told under the topic they are about, the topic with most of them first, those without one last. */
export type ByTopic<T> = readonly { topic: NodeOf<'topic'> | undefined; items: readonly T[] }[];

/** What somebody says of a topic, and the line that puts it on a side. */
export type Position = { edge: EdgeOf<'about'>; voice: Voice };

/** What the two say of a topic that both speak about. */
export type Stand = {
  topic: NodeOf<'topic'>;
  first: readonly Position[];
  second: readonly Position[];
  /** Whether most of what each says is on the same side, on opposite sides, or on no side. */
  lean: (typeof LEANS)[number];
};

export type Comparison = {
  same: ByTopic<Shared>;
  /** What of one side supports, or accepts, what of the other. */
  agreements: ByTopic<Tie>;
  /** What of one side disputes, or rejects, what of the other. */
  disagreements: ByTopic<Tie>;
  /** What of one side answers what of the other, otherwise. */
  answers: ByTopic<Tie>;
  /** What one side says that has no part in any of these. */
  onlyFirst: ByTopic<Voice>;
  onlySecond: ByTopic<Voice>;
  stands: readonly Stand[];
  accord: Accord;
  /** How much is said by each. */
  sizes: readonly [number, number];
  /** The side that is told without what is the other's, since all of the other is part of it. */
  rest: 'first' | 'second' | undefined;
};

/** The statements of a side: of an actor, in an article, about a topic, of a claim, or, for an EDTF date or interval, at that time. */
export function toSideStatements(
  corpus: Corpus,
  statements: readonly Statement[],
  side: string,
): readonly Statement[] {
  const type = corpus.nodes.get(side)?.type;
  if (type === undefined) {
    const interval = parseInterval(side);
    if (!interval) return [];
    return statements.filter(({ range }) => range.start <= interval.end && interval.start <= range.end);
  }
  if (type === 'article') return statements.filter(({ article }) => article === side);
  if (type === 'topic') return statements.filter(({ about }) => about.some(({ target }) => target === side));
  if (type === 'claim' || type === 'recommendation') return statements.filter(({ said }) => said.id === side);
  return statements.filter(({ actors }) => actors.includes(side));
}

/** Whether some statements are part, and not the whole, of others. */
function isPart(part: readonly Statement[], whole: readonly Statement[]): boolean {
  const all = new Set(whole);
  return part.length > 0 && part.length < whole.length && part.every((one) => all.has(one));
}
function without(whole: readonly Statement[], part: readonly Statement[]): readonly Statement[] {
  const taken = new Set(part);
  return whole.filter((one) => !taken.has(one));
}

const bySaid = (statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> =>
  groupBy(statements, ({ said }) => said.id);

const toBearing = (edge: Argument): 'agreements' | 'disagreements' | 'answers' => {
  if (edge.type === 'supports') return 'agreements';
  if (edge.type === 'disputes') return 'disagreements';
  return edge.response === 'accepted'
    ? 'agreements'
    : edge.response === 'rejected'
      ? 'disagreements'
      : 'answers';
};

/**
 * Two sides compared: what is said as `statements` tells, and the lines whose ids are `visible`. A side is the id of an
 * actor or article (or of a topic or claim), or an EDTF date or interval; of a body and one who speaks for it the body is
 * told without that one. Each thing is told once, under the first topic that its two ends share, or else the first of either.
 */
export function* compare(
  corpus: Corpus,
  statements: readonly Statement[],
  visible: Ids,
  sides: readonly [string, string],
): Steps<Comparison> {
  const incidence = incidenceOf(corpus);
  const [left, right] = sides.map((side) => toSideStatements(corpus, statements, side)) as [
    readonly Statement[],
    readonly Statement[],
  ];
  // What two bodies wrote together both say, though one of them says nothing else.
  const isJoint = left.some(({ bodies }) => sides.every((side) => bodies.includes(side)));
  const rest = isJoint
    ? undefined
    : isPart(right, left)
      ? 'first'
      : isPart(left, right)
        ? 'second'
        : undefined;
  const first = bySaid(rest === 'first' ? without(left, right) : left);
  const second = bySaid(rest === 'second' ? without(right, left) : right);
  const topicsOf = (id: string): readonly string[] =>
    (first.get(id) ?? second.get(id))?.[0]?.about.map(({ target }) => target) ??
    (incidence.get(id) ?? []).flatMap((edge) =>
      edge.type === 'about' && edge.source === id ? [edge.target] : [],
    );
  const toTopic = (a: string, b = a): string | undefined => {
    const others = topicsOf(b);
    return topicsOf(a).find((topic) => others.includes(topic)) ?? topicsOf(a)[0] ?? others[0];
  };
  const group = <T>(items: readonly T[], topicOf: (item: T) => string | undefined): ByTopic<T> =>
    [...groupBy(items, topicOf)]
      .map(([topic, some]) => ({
        topic: topic === undefined ? undefined : (corpus.nodes.get(topic) as NodeOf<'topic'>),
        items: some,
      }))
      .toSorted(
        (a, b) =>
          Number(a.topic === undefined) - Number(b.topic === undefined) || b.items.length - a.items.length,
      );

  const shared = [...first].flatMap(([id, mine]): Shared[] => {
    const theirs = second.get(id);
    return theirs ? [{ said: mine[0]!.said, first: mine, second: theirs }] : [];
  });
  const told = new Set(shared.map(({ said }) => said.id));

  /** What a side has to do with one end of a line: what it says, or a body or a report of its own. */
  const toVoice = (
    edge: GraphEdge,
    id: string,
    said: ReadonlyMap<string, readonly Statement[]>,
    side: string,
  ): Voice | undefined => {
    const node = corpus.nodes.get(id)!;
    const mine = said.get(id);
    if (mine) return { node, statements: mine };
    return isSpeakerType(node.type) &&
      toActors(corpus, incidence, id, edge.passages[0]!.article).includes(side)
      ? { node, statements: [] }
      : undefined;
  };
  const ties: Record<'agreements' | 'disagreements' | 'answers', Tie[]> = {
    agreements: [],
    disagreements: [],
    answers: [],
  };
  let seen = 0;
  for (const edge of corpus.edges.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    if (!isArgument(edge) || !visible.has(edge.id)) continue;
    const toTie = (mine: string, theirs: string): Tie | undefined => {
      const one = toVoice(edge, mine, first, sides[0]);
      const other = toVoice(edge, theirs, second, sides[1]);
      return one && other && { edge, first: one, second: other };
    };
    const tie = toTie(edge.source, edge.target) ?? toTie(edge.target, edge.source);
    if (!tie) continue;
    ties[toBearing(edge)].push(tie);
    told.add(edge.source).add(edge.target);
  }
  const toOnly = (said: ReadonlyMap<string, readonly Statement[]>): ByTopic<Voice> =>
    group(
      [...said].flatMap(([id, mine]): Voice[] =>
        told.has(id) ? [] : [{ node: mine[0]!.said, statements: mine }],
      ),
      ({ node }) => toTopic(node.id),
    );
  const byEnds = ({ first: mine, second: theirs }: Tie) => toTopic(mine.node.id, theirs.node.id);
  const [ours, others] = [toTopics(first), toTopics(second)];
  return {
    same: group(shared, ({ said }) => toTopic(said.id)),
    agreements: group(ties.agreements, byEnds),
    disagreements: group(ties.disagreements, byEnds),
    answers: group(ties.answers, byEnds),
    onlyFirst: toOnly(first),
    onlySecond: toOnly(second),
    stands: toStands(corpus, ours, others),
    accord: toAccord(toLeans(ours), toLeans(others)),
    sizes: [first.size, second.size],
    rest,
  };
}

const NOBODY: ReadonlySet<string> = new Set();

/** More than two ever have to do with each other. */
const MOST_TIES = 2 ** 24;

/** How many statements or edges are gone through before a pause. */
const STRETCH = 512;

type Topics = ReadonlyMap<string, readonly Position[]>;

/** What is said of each topic, each claim once. */
function toTopics(said: ReadonlyMap<string, readonly Statement[]>): Topics {
  const positions = [...said.values()].flatMap((statements) =>
    statements[0]!.about.map((edge): Position => ({
      edge,
      voice: { node: statements[0]!.said, statements },
    })),
  );
  return groupBy(positions, ({ edge }) => edge.target);
}

const toLeans = (topics: Topics) =>
  toSides([...topics].map(([topic, some]) => [topic, some.map(({ edge }) => ({ kind: edge.stance, edge }))]));

const LEANS = ['opposite', 'same', 'neither'] as const;

function toStands(corpus: Corpus, first: Topics, second: Topics): Stand[] {
  const [mine, theirs] = [toLeans(first), toLeans(second)];
  const size = (stand: Stand) => stand.first.length + stand.second.length;
  return [...first]
    .flatMap(([topic, positions]): Stand[] => {
      const others = second.get(topic);
      if (!others) return [];
      const [a, b] = [mine.get(topic), theirs.get(topic)];
      const lean = a === undefined || b === undefined ? 'neither' : a === b ? 'same' : 'opposite';
      return [{ topic: corpus.nodes.get(topic) as NodeOf<'topic'>, first: positions, second: others, lean }];
    })
    .toSorted((a, b) => LEANS.indexOf(a.lean) - LEANS.indexOf(b.lean) || size(b) - size(a));
}

/**
 * Two who have to do with each other: how often what one says is disputed, refused, backed or answered by the other, or said by
 * both; and how many of the disputes and refusals are inferred.
 */
export type Pairing = {
  sides: readonly [string, string];
  disputes: number;
  refusals: number;
  inferred: number;
  agreements: number;
  answers: number;
};

const NONE = { disputes: 0, refusals: 0, inferred: 0, agreements: 0, answers: 0 };

/**
 * Who has most to do with whom, the most first: bodies, or, for `of` 'article', articles. With `side` only the pairs of it,
 * itself first.
 */
export function* toPairings(
  corpus: Corpus,
  statements: readonly Statement[],
  visible: Ids,
  of: 'actor' | 'article',
  side?: string,
): Steps<Pairing[]> {
  const pairings = new Map<string, Pairing>();
  const ownersOf = new Map<string, Set<string>>();
  const incidence = incidenceOf(corpus);
  /** The bodies a speaker speaks for in an article; `side` itself in place of the one that it speaks for. */
  const toParties = (speaker: string, { actors, bodies }: Voices, article: string): readonly string[] => {
    if (side === undefined || !actors.includes(side)) return bodies;
    if (side === speaker) return [side];
    const own = toBody(corpus, incidence, side, article);
    return [side, ...bodies.filter((body) => body !== own)];
  };
  let seen = 0;
  for (const statement of statements) {
    if (++seen % STRETCH === 0) yield undefined;
    const { said, speaker, article } = statement;
    const owners = ownersOf.get(said.id) ?? new Set();
    ownersOf.set(said.id, owners);
    for (const owner of of === 'article' ? [article] : toParties(speaker, statement, article))
      owners.add(owner);
  }
  const add = (a: string, b: string, ...what: readonly (keyof typeof NONE)[]) => {
    if (a === b || (side !== undefined && a !== side && b !== side)) return;
    const sides: [string, string] = b === side || (a !== side && b < a) ? [b, a] : [a, b];
    const key = sides.join(' ');
    const known = pairings.get(key) ?? { sides, ...NONE };
    for (const one of what) known[one] += 1;
    pairings.set(key, known);
  };
  for (const owners of ownersOf.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    const all = [...owners];
    for (const [index, a] of all.entries()) for (const b of all.slice(index + 1)) add(a, b, 'agreements');
  }
  /** Those who say one end of a line, or, of a body or a report itself, the one it belongs to. */
  const toOwners = (edge: Argument, id: string): ReadonlySet<string> => {
    const owners = ownersOf.get(id);
    if (owners) return owners;
    if (of === 'article' || !isSpeakerType(corpus.nodes.get(id)!.type)) return NOBODY;
    const { article } = edge.passages[0]!;
    return new Set(toParties(id, toVoices(corpus, incidence, id, article), article));
  };
  const toNames = (edge: Argument): readonly (keyof typeof NONE)[] => {
    const bearing = toBearing(edge);
    if (bearing !== 'disagreements') return [bearing];
    const name = edge.type === 'disputes' ? 'disputes' : 'refusals';
    return edge.basis === 'inferred' ? [name, 'inferred'] : [name];
  };
  for (const edge of corpus.edges.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    if (!isArgument(edge) || !visible.has(edge.id)) continue;
    const [sources, targets] = [toOwners(edge, edge.source), toOwners(edge, edge.target)];
    const names = toNames(edge);
    for (const a of sources)
      for (const b of targets)
        // Where both have a part in both ends, the line is still one.
        if (a < b || !sources.has(b) || !targets.has(a)) add(a, b, ...names);
  }
  yield undefined;
  const all = [...pairings.values()];
  const named = (yield* orderInSteps(all.map(({ sides }) => sides.join()))).map((place) => all[place]!);
  yield undefined;
  // By all that they have to do with each other, then by how much they disagree, then as they are.
  const weights = named.map(({ disputes, refusals, agreements, answers }) => {
    const disagreements = disputes + refusals;
    return (disagreements + agreements + answers) * MOST_TIES + disagreements;
  });
  return (yield* orderInSteps(weights, true)).map((place) => named[place]!);
}
