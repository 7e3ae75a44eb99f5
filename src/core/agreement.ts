// How far two codings of the same article agree, and on what they do not.
import { locate, type Span } from './anchor';
import { groupBy } from './group';
import type { GraphFile, StoredNode } from './schema';

type StoredSaid = Extract<StoredNode, { type: 'claim' | 'recommendation' }>;
const isSaid = (node: StoredNode): node is StoredSaid =>
  node.type === 'claim' || node.type === 'recommendation';

/** The least share of the shorter of two sets of passages that both must have in common to count as the same find. */
const SHARED = 0.5;

/** What a coder found said, with the places of its words, who says it and its topics. */
type Found = {
  node: StoredSaid;
  spans: Span[];
  /** Ids of actors and reports. */
  speakers: readonly string[];
  /** Topic → stance. */
  stances: ReadonlyMap<string, string>;
};

/** What both found (a pair), or only one of them. */
export type Match = { first: Found; second: Found };

/**
 * What the two do not agree on: something only one found, or something both found that they read otherwise. `at` is where its
 * words begin in the text (UTF-16 code units).
 */
export type Disagreement = {
  kind: 'only first' | 'only second' | 'type' | 'speakers' | 'topics' | 'stance';
  at: number;
  first?: StoredSaid;
  second?: StoredSaid;
  /** What each has instead, where both found it. */
  readings?: { first: string; second: string };
};

/** What there is to read of what both found, and of the topics that both say it is about. */
export const ASPECTS = ['type', 'speakers', 'topics', 'stance'] as const;
/** How each of the two reads something; several speakers or topics are one reading. */
type Reading = readonly [first: string, second: string];
export type Readings = Readonly<Record<(typeof ASPECTS)[number], readonly Reading[]>>;

export type Agreement = {
  /** How many claims and recommendations each found, and how many both. */
  first: number;
  second: number;
  both: number;
  /** Of those both found: how many share a topic. */
  sharedTopic: number;
  /** Of those both found, how each reads them; of the shared topics, on which side. */
  readings: Readings;
  /** Krippendorff's alpha on the words of the text: in a claim, in a recommendation, or in neither. */
  alpha: number;
  /** The ids of what both found: the second's → the first's. */
  pairs: ReadonlyMap<string, string>;
  disagreements: readonly Disagreement[];
};

/** The same stretches, none over another. */
function uniteSpans(spans: readonly Span[]): Span[] {
  const united: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else united.push({ start, end });
  }
  return united;
}

function toFound(file: GraphFile, text: string): Found[] {
  const bySource = groupBy(file.edges, ({ source }) => source);
  const byTarget = groupBy(file.edges, ({ target }) => target);
  return file.nodes.filter(isSaid).map((node) => ({
    node,
    spans: uniteSpans(node.passages.flatMap((anchor) => locate(text, anchor))),
    // Who says it twice is one of them.
    speakers: [
      ...new Set(
        (byTarget.get(node.id) ?? []).flatMap(({ type, source }) =>
          type === 'authored' || type === 'states' ? [source] : [],
        ),
      ),
    ].toSorted(),
    stances: new Map(
      (bySource.get(node.id) ?? []).flatMap((edge) =>
        edge.type === 'about' ? [[edge.target, edge.stance]] : [],
      ),
    ),
  }));
}

const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function toOverlap(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const one of a)
    for (const other of b)
      common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return common / Math.min(length(a), length(b));
}

const toLikeness = ({ one, other }: { one: Found; other: Found }) =>
  2 * Number(one.node.id === other.node.id) + Number(one.node.type === other.node.type);

/**
 * Pairs that share at least half of the shorter one's passages; each is matched once, the best overlaps first, of those equal
 * the ones alike in name, then in type.
 */
function toMatches(first: readonly Found[], second: readonly Found[]): Match[] {
  const pairs = first
    .flatMap((one) => second.map((other) => ({ one, other, share: toOverlap(one.spans, other.spans) })))
    .filter(({ share }) => share >= SHARED)
    .toSorted((x, y) => y.share - x.share || toLikeness(y) - toLikeness(x));
  const matched = new Set<Found>();
  return pairs.flatMap(({ one, other }) => {
    if (matched.has(one) || matched.has(other)) return [];
    matched.add(one).add(other);
    return [{ first: one, second: other }];
  });
}

/**
 * Krippendorff's alpha of two coders who give every unit one of several names (nominal data, none missing): 1 less the
 * disagreement observed over that expected by chance (Krippendorff, Computing Krippendorff's alpha-reliability, 2011). 1 where
 * both give all units the same one name, or there is no unit.
 */
export function toAlpha(first: readonly string[], second: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const name of [...first, ...second]) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = first.length + second.length;
  if (all === 0) return 1;
  const observed = (2 * first.filter((name, index) => name !== second[index]).length) / all;
  const alike = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
  const expected = 1 - alike / (all * (all - 1));
  return expected === 0 ? 1 : 1 - observed / expected;
}

/** How many of some readings are the same, and Krippendorff's alpha on them. */
export const toAlike = (readings: readonly Reading[]): { same: number; alpha: number } => ({
  same: readings.filter(([first, second]) => first === second).length,
  alpha: toAlpha(
    readings.map(([first]) => first),
    readings.map(([, second]) => second),
  ),
});

/** Of every word of a text, whether it stands in a claim, a recommendation (which goes before), or neither. */
function toNames(text: string, found: readonly Found[]): string[] {
  const names = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => ({ at: index, name: 'neither' }));
  for (const type of ['claim', 'recommendation'] as const)
    for (const { node, spans } of found)
      if (node.type === type)
        for (const { start, end } of spans)
          for (const word of names) if (word.at >= start && word.at < end) word.name = type;
  return names.map(({ name }) => name);
}

const list = (ids: Iterable<string>) => [...ids].toSorted().join(', ') || 'none';

function toDisagreements(
  first: readonly Found[],
  second: readonly Found[],
  matches: readonly Match[],
): Disagreement[] {
  const at = ({ spans }: Found) => Math.min(...spans.map(({ start }) => start));
  const matched = new Set(matches.flatMap((match) => [match.first, match.second]));
  const read = ({ first: one, second: other }: Match): Disagreement[] => {
    const differ = (kind: Disagreement['kind'], mine: string, theirs: string): Disagreement[] =>
      mine === theirs
        ? []
        : [
            {
              kind,
              at: at(one),
              first: one.node,
              second: other.node,
              readings: { first: mine, second: theirs },
            },
          ];
    const shared = [...one.stances.keys()].filter((topic) => other.stances.has(topic));
    return [
      ...differ('type', one.node.type, other.node.type),
      ...differ('speakers', list(one.speakers), list(other.speakers)),
      ...differ('topics', list(one.stances.keys()), list(other.stances.keys())),
      ...shared.flatMap((topic) =>
        differ('stance', `${topic} ${one.stances.get(topic)!}`, `${topic} ${other.stances.get(topic)!}`),
      ),
    ];
  };
  return [
    ...first.flatMap((one): Disagreement[] =>
      matched.has(one) ? [] : [{ kind: 'only first', at: at(one), first: one.node }],
    ),
    ...second.flatMap((one): Disagreement[] =>
      matched.has(one) ? [] : [{ kind: 'only second', at: at(one), second: one.node }],
    ),
    ...matches.flatMap(read),
  ].toSorted((a, b) => a.at - b.at);
}

/** Compares what two coders found in one article, whose text is given; what is the same actor, report or topic has one id in both (`toIds`). */
export function compareCodings(first: GraphFile, second: GraphFile, text: string): Agreement {
  const [a, b] = [toFound(first, text), toFound(second, text)];
  const matches = toMatches(a, b);
  const shared = matches.map((match) =>
    [...match.first.stances].filter(([topic]) => match.second.stances.has(topic)),
  );
  const read = (toReading: (found: Found) => string) =>
    matches.map((match): Reading => [toReading(match.first), toReading(match.second)]);
  const readings: Readings = {
    type: read(({ node }) => node.type),
    speakers: read(({ speakers }) => list(speakers)),
    topics: read(({ stances }) => list(stances.keys())),
    stance: matches.flatMap(({ second: other }, index) =>
      shared[index]!.map(([topic, stance]): Reading => [stance, other.stances.get(topic)!]),
    ),
  };
  return {
    first: a.length,
    second: b.length,
    both: matches.length,
    sharedTopic: shared.filter((topics) => topics.length > 0).length,
    readings,
    alpha: toAlpha(toNames(text, a), toNames(text, b)),
    pairs: new Map(matches.map((match) => [match.second.node.id, match.first.node.id])),
    disagreements: toDisagreements(a, b, matches),
  };
}

/** What was found in several articles together, and how it was read. */
export type Total = Pick<Agreement, 'first' | 'second' | 'both' | 'sharedTopic' | 'readings'>;

export function toTotal(agreements: readonly Total[]): Total {
  const sum = (key: Exclude<keyof Total, 'readings'>) => agreements.reduce((all, one) => all + one[key], 0);
  const unite = (aspect: keyof Readings) => agreements.flatMap(({ readings }) => readings[aspect]);
  return {
    first: sum('first'),
    second: sum('second'),
    both: sum('both'),
    sharedTopic: sum('sharedTopic'),
    readings: {
      type: unite('type'),
      speakers: unite('speakers'),
      topics: unite('topics'),
      stance: unite('stance'),
    },
  };
}

/** The share of all finds that both made (F1, the harmonic mean of either's recall of the other): 1 where nobody found anything. */
export const toF1 = ({ first, second, both }: Pick<Agreement, 'first' | 'second' | 'both'>): number =>
  first + second === 0 ? 1 : (2 * both) / (first + second);
