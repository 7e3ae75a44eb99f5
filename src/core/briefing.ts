// All that is said on some questions, side by side and in the order of time, in the words of the articles.
import type { Utterance } from './debate';
import { printAttribution, toWork, type Work } from './citation';
import type { Statement } from './discourse';
import { matchStatements } from './filter';
import { incidenceOf } from './graph';
import { groupBy } from './group';
import {
  isArgument,
  type Argument,
  type Corpus,
  type GraphNode,
  type Ids,
  type NodeOf,
  type Said,
} from './model';
import type { Query } from './query';
import type { Steps } from './steps';
import { STANCES, type Stance } from './vocabulary';

/** Who puts it forward at a time (EDTF) in the same words: each as what and for whom; `utterance` is the first one's. */
export type Voice = { utterance: Utterance; attributions: readonly string[]; date: string };

/** What is said, by whom, the first first; and the lines of the argument at it, with what is at their other end. */
export type Entry = {
  said: Said;
  voices: readonly Voice[];
  argument: readonly { edge: Argument; other: GraphNode }[];
};

/** What is said on one side of a question; without a stance, what is said on none. */
export type Side = { stance: Stance | undefined; entries: readonly Entry[] };

/** A question, how much is said on it, for how many bodies, and the sides that anybody takes; without a topic, what is about none. */
export type Question = {
  topic: NodeOf<'topic'> | undefined;
  size: number;
  bodies: number;
  sides: readonly Side[];
};

/** The questions, that on which most is said first, and the articles quoted, in the order of their first words. */
export type Briefing = { questions: readonly Question[]; works: readonly Work[] };

/** What more claims and recommendations have nobody reads. */
export const MOST_SAID = 1000;

function toEntry(corpus: Corpus, visible: Ids, statements: readonly Statement[]): Entry {
  const { said } = statements[0]!;
  const argument = (incidenceOf(corpus).get(said.id) ?? []).flatMap((edge) =>
    isArgument(edge) && visible.has(edge.id)
      ? [{ edge, other: corpus.nodes.get(edge.source === said.id ? edge.target : edge.source)! }]
      : [],
  );
  const toKey = ({ date, utterance }: Statement) =>
    [date, ...utterance.passages.map(({ article, start, end }) => `${article} ${start} ${end}`)].join();
  const voices = Array.from(groupBy(statements, toKey).values(), (same) => ({
    attributions: same.map(({ utterance }) => printAttribution(corpus, utterance)),
    date: same[0]!.date,
    utterance: same[0]!.utterance,
  }));
  return { said, voices, argument };
}

/** A statement as it stands on one question. */
type Stand = { statement: Statement; target: string | undefined; stance: Stance | undefined };

/** How many statements, and how many claims with all around them, are gone through before a pause. */
const STRETCH = 512;
const FEW = 16;

/**
 * The briefing on a topic, or on all, of what a query and what is `visible` under it leave, as matchStatements tells it.
 * @throws RangeError with a sentence where it would have more than MOST_SAID claims and recommendations.
 */
export function* toBriefing(corpus: Corpus, query: Query, visible: Ids, topic?: string): Steps<Briefing> {
  const stands: Stand[] = [];
  const ids = new Set<string>();
  let seen = 0;
  for (const statement of yield* matchStatements(corpus, query, visible)) {
    if (++seen % STRETCH === 0) yield undefined;
    const { said, about } = statement;
    for (const { target, stance } of about.length > 0 ? about : [{ target: undefined, stance: undefined }]) {
      if (topic !== undefined && target !== topic) continue;
      stands.push({ statement, target, stance });
      ids.add(said.id);
    }
  }
  if (ids.size > MOST_SAID)
    throw new RangeError(
      `It would hold ${ids.size} claims and recommendations, more than anybody reads. Filter until at most ${MOST_SAID} are left.`,
    );
  const inTime = stands.toSorted(
    ({ statement: { range: a } }, { statement: { range: b } }) => a.start - b.start || a.end - b.end,
  );
  const questions: Question[] = [];
  for (const [target, all] of groupBy(inTime, (stand) => stand.target)) {
    const byStance = groupBy(all, ({ stance }) => stance);
    const sides: Side[] = [];
    for (const stance of [...STANCES, undefined]) {
      const entries: Entry[] = [];
      for (const own of groupBy(byStance.get(stance) ?? [], ({ statement }) => statement.said.id).values()) {
        if (++seen % FEW === 0) yield undefined;
        entries.push(
          toEntry(
            corpus,
            visible,
            own.map(({ statement }) => statement),
          ),
        );
      }
      if (entries.length > 0) sides.push({ stance, entries });
    }
    questions.push({
      topic: target === undefined ? undefined : (corpus.nodes.get(target) as NodeOf<'topic'>),
      size: sides.reduce((sum, { entries }) => sum + entries.length, 0),
      bodies: new Set(all.flatMap(({ statement }) => statement.bodies)).size,
      sides,
    });
  }
  // What is about no question comes last.
  const ordered = questions.toSorted((a, b) => Number(!a.topic) - Number(!b.topic) || b.size - a.size);
  const quoted = ordered.flatMap(({ sides }) =>
    sides.flatMap(({ entries }) =>
      entries.flatMap(({ voices }) =>
        voices.flatMap(({ utterance }) => utterance.passages.map(({ article }) => article)),
      ),
    ),
  );
  return { questions: ordered, works: [...new Set(quoted)].map((article) => toWork(corpus, article)) };
}
