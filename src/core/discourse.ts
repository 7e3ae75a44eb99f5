// Who says what for whom, when and on which side: the statements of discourse network analysis, read off the graph.
import { adjacencyOf } from './adjacency';
import type { Corpus, EdgeOf, NodeOf } from './model';
import { parseDate, type DateRange } from './date';
import { toUtteranceDate, type Utterance } from './debate';
import { incidenceOf, type Incidence } from './graph';
import { perCorpusInSteps } from './memo';
import { isUtterance } from './model';
import type { Steps } from './steps';
import { isRelayed, toActors, toVoices } from './voices';

/**
 * One actor putting one claim or recommendation forward (Leifeld 2017: a statement has an actor, a concept and a date). What
 * a report only tells of those it is based on is their statement, not its own.
 * `speaker` is the edge's source; `actors` are all who can be said to say it: the speaker, the authors of a report that
 * speaks, and the bodies they speak for; `bodies` are those, several where a report has several authors, and `body` the first of
 * them, for where it can stand in one place only; `people` are those who speak or are authors, none where a body does.
 */
export type Statement = {
  utterance: Utterance;
  said: NodeOf<'claim'> | NodeOf<'recommendation'>;
  speaker: string;
  actors: readonly string[];
  bodies: readonly string[];
  body: string;
  people: readonly string[];
  /** EDTF, and the days it may lie on. */
  date: string;
  range: DateRange;
  /** The id of the article that quotes it. */
  article: string;
  /** The topics it is about, each with its stance. */
  about: readonly EdgeOf<'about'>[];
};

/** What a claim or recommendation can be asked for by besides its words: all names of those who say it, or for whom, and its topics. */
export function toNamesAround(corpus: Corpus, incidence: Incidence, said: string): string[] {
  const actors = new Set<string>();
  const topics: string[] = [];
  for (const edge of incidence.get(said) ?? [])
    if (edge.type === 'about') topics.push(corpus.nodes.get(edge.target)!.label);
    else if (edge.target === said && isUtterance(corpus, edge))
      for (const id of toActors(corpus, incidence, edge.source, edge.passages[0]!.article)) actors.add(id);
  const names = [...actors].flatMap((id) => {
    const { label, aliases = [] } = corpus.nodes.get(id)!;
    return [label, ...aliases];
  });
  return [...names, ...topics];
}

/** How many edges are looked at before a pause. */
const STRETCH = 512;

function* readStatements(corpus: Corpus): Steps<readonly Statement[]> {
  yield* adjacencyOf.inSteps(corpus);
  const incidence = incidenceOf(corpus);
  const statements: Statement[] = [];
  let seen = 0;
  for (const utterance of corpus.edges.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    if (!isUtterance(corpus, utterance) || isRelayed(corpus, incidence, utterance)) continue;
    const { source: speaker, target, passages } = utterance;
    const article = passages[0]!.article;
    const { actors, bodies, people } = toVoices(corpus, incidence, speaker, article);
    const date = toUtteranceDate(corpus, utterance);
    statements.push({
      utterance,
      said: corpus.nodes.get(target) as Statement['said'],
      speaker,
      actors,
      bodies,
      body: bodies[0]!,
      people,
      date,
      range: parseDate(date)!,
      article,
      about: (incidence.get(target) ?? []).filter((edge) => edge.type === 'about'),
    });
  }
  return statements;
}

/**
 * Every statement in numbers: the place among the nodes of what is said, and of the bodies it is said for. Those of one
 * statement stand in `bodies` from its number in `from` to before the next. `first` tells of each where in `bodies` the same
 * body first says the same on the same date: itself and a report of its own make one statement of it. The numbers of those that
 * say the node n stand in `numbers` from `saidFrom[n]` to before `saidFrom[n + 1]`.
 */
export type StatementPlaces = Readonly<
  Record<'said' | 'from' | 'bodies' | 'first' | 'saidFrom' | 'numbers', Int32Array>
>;

function* readStatementPlaces(corpus: Corpus): Steps<StatementPlaces> {
  const { nodes, placeOf } = yield* adjacencyOf.inSteps(corpus);
  const statements = yield* statementsOf.inSteps(corpus);
  const [said, from] = [new Int32Array(statements.length), new Int32Array(statements.length + 1)];
  const [bodies, first]: [number[], number[]] = [[], []];
  const saidFrom = new Int32Array(nodes.length + 1);
  const known = new Map<string, number>();
  for (const [index, statement] of statements.entries()) {
    if (index % STRETCH === 0) yield undefined;
    said[index] = placeOf(statement.said.id)!;
    for (const body of statement.bodies) {
      const place = placeOf(body)!;
      const key = `${place} ${said[index]} ${statement.date}`;
      const before = known.get(key);
      if (before === undefined) known.set(key, bodies.length);
      first.push(before ?? bodies.length);
      bodies.push(place);
    }
    from[index + 1] = bodies.length;
    saidFrom[said[index] + 1]! += 1;
  }
  yield undefined;
  for (let node = 0; node < nodes.length; node++) saidFrom[node + 1]! += saidFrom[node]!;
  const [next, numbers] = [saidFrom.slice(), new Int32Array(said.length)];
  for (const [number, node] of said.entries()) numbers[next[node]!++] = number;
  return { said, from, bodies: Int32Array.from(bodies), first: Int32Array.from(first), saidFrom, numbers };
}

const statementsOf = perCorpusInSteps(readStatements);
export const toStatementPlacesInSteps = perCorpusInSteps(readStatementPlaces).inSteps;
export const toStatementsInSteps = statementsOf.inSteps;
/** Every statement of a corpus, in the order of its edges. */
export const toStatements = statementsOf.atOnce;
