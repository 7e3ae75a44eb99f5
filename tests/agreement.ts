// How far two codings of the same articles agree.
import { locate, type Span } from '../src/core/anchor';
import { GraphFile, type StoredNode } from '../src/core/schema';

/** The least share of the shorter of two sets of passages that both must have in common to count as the same find. */
const SHARED = 0.5;

export type Agreement = {
  first: number;
  second: number;
  both: number;
  /** Of those both found: how many both call a claim, or both a recommendation. */
  sameType: number;
  /** Of those both found: how many share a topic; and of the shared topics, how many have the same stance. */
  sharedTopic: number;
  topics: number;
  sameStance: number;
};

type Said = { node: StoredNode; spans: Span[]; stances: Map<string, string> };

function toSaid(file: GraphFile, text: string): Said[] {
  return file.nodes
    .filter((node) => node.type === 'claim' || node.type === 'recommendation')
    .map((node) => ({
      node,
      spans: node.passages.flatMap((anchor) => locate(text, anchor)),
      stances: new Map(
        file.edges.flatMap((edge) =>
          edge.type === 'about' && edge.source === node.id ? [[edge.target, edge.stance]] : [],
        ),
      ),
    }));
}

const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function overlap(a: readonly Span[], b: readonly Span[]): number {
  let common = 0;
  for (const one of a)
    for (const other of b)
      common += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return common / Math.min(length(a), length(b));
}

/**
 * Compares what two coders found in one article. A claim or recommendation of the first is the same find as one of the
 * second where their passages share at least half of the shorter one; each is matched once, the best overlaps first.
 */
export function compare(first: unknown, second: unknown, text: string): Agreement {
  const [a, b] = [first, second].map((file) => toSaid(GraphFile.parse(file), text)) as [Said[], Said[]];
  const pairs = a
    .flatMap((one) => b.map((other) => ({ one, other, share: overlap(one.spans, other.spans) })))
    .filter(({ share }) => share >= SHARED)
    .toSorted((x, y) => y.share - x.share);
  const matched = new Set<Said>();
  const result = {
    first: a.length,
    second: b.length,
    both: 0,
    sameType: 0,
    sharedTopic: 0,
    topics: 0,
    sameStance: 0,
  };
  for (const { one, other } of pairs) {
    if (matched.has(one) || matched.has(other)) continue;
    matched.add(one).add(other);
    result.both += 1;
    result.sameType += Number(one.node.type === other.node.type);
    const shared = [...one.stances.keys()].filter((topic) => other.stances.has(topic));
    result.sharedTopic += Number(shared.length > 0);
    result.topics += shared.length;
    result.sameStance += shared.filter((topic) => one.stances.get(topic) === other.stances.get(topic)).length;
  }
  return result;
}
