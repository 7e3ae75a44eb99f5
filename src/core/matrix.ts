// Who takes which side: actors against the topics, or against what others say.
import type { Statement } from './discourse';
import { groupBy } from './group';
import { incidenceOf } from './graph';
import type { Corpus, GraphEdge, GraphNode, Ids } from './model';
import { isSpeakerType, type ActorKind, type Stance } from './vocabulary';
import { toVoices } from './voices';
import type { Steps } from './steps';

/** How an actor stands to what somebody says: says it too, backs it, disputes it, or answers it. */
export type Manner = 'says' | 'supports' | 'disputes' | 'answers';

/** One thing that an actor does in a cell. */
export type Entry = {
  kind: Stance | Manner;
  /** The edge whose words say so. */
  edge: GraphEdge;
  /** By what the actor says; none where the actor, or its report, is itself said to support, dispute or answer. */
  said: Statement['said'] | undefined;
  /** Each time the actor says it. */
  statements: readonly Statement[];
};

/** A body with all who speak for it, or, with a speaker, only that one for that body; among people, a person. */
export type Column = { readonly body: string; readonly speaker?: string };

export type Matrix = {
  /** Topics, or claims and recommendations. */
  rows: readonly GraphNode[];
  columns: readonly Column[];
  /** By the row's id and the column's key. */
  cells: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;
  /** How many speak for each body in these rows, the body itself among them. */
  speakers: ReadonlyMap<string, number>;
};

export const toKey = ({ body, speaker }: Column) => (speaker === undefined ? body : `${body},${speaker}`);

export const toEntries = (matrix: Matrix, row: string, column: Column): readonly Entry[] =>
  matrix.cells.get(row)?.get(toKey(column)) ?? [];

/** How many statements, edges or rows are gone through before a pause. */
const STRETCH = 256;

/** Gathers entries by row, column and edge, and who speaks for whom in each row. */
function collect(unfolded: readonly string[]) {
  type Gathered = Entry & { statements: Statement[] };
  const cells = new Map<string, Map<string, Map<string, Gathered>>>();
  const columns = new Map<string, Column>();
  const voices = new Map<string, Map<string, Set<string>>>();
  const add = (
    row: string,
    { body, speaker }: Required<Column>,
    entry: Omit<Entry, 'statements'>,
    statement?: Statement,
  ) => {
    const known = voices.get(row) ?? new Map<string, Set<string>>();
    voices.set(row, known.set(body, (known.get(body) ?? new Set()).add(speaker)));
    const line = cells.get(row) ?? new Map<string, Map<string, Gathered>>();
    cells.set(row, line);
    for (const column of unfolded.includes(body) ? [{ body }, { body, speaker }] : [{ body }]) {
      const key = toKey(column);
      columns.set(key, column);
      const entries = line.get(key) ?? new Map<string, Gathered>();
      line.set(key, entries);
      // What is said twice is one claim: all that says it is one entry, whichever words say so.
      const id = entry.kind === 'says' ? entry.kind : entry.edge.id;
      const gathered = entries.get(id) ?? { ...entry, statements: [] };
      entries.set(id, gathered);
      if (statement) gathered.statements.push(statement);
    }
  };
  /** The matrix of those rows that have at least so many bodies. */
  function* toMatrix(corpus: Corpus, bodies: number): Steps<Matrix> {
    const rows: GraphNode[] = [];
    const used = new Set<string>();
    const speakers = new Map<string, Set<string>>();
    const found = new Map<string, ReadonlyMap<string, readonly Entry[]>>();
    let seen = 0;
    for (const [row, line] of cells) {
      if (++seen % STRETCH === 0) yield undefined;
      const keys = [...line.keys()];
      if (keys.filter((key) => !key.includes(',')).length < bodies) continue;
      rows.push(corpus.nodes.get(row)!);
      for (const key of keys) used.add(key);
      for (const [body, some] of voices.get(row)!) {
        const all = speakers.get(body) ?? new Set();
        speakers.set(body, all);
        for (const speaker of some) all.add(speaker);
      }
      found.set(row, new Map([...line].map(([key, entries]) => [key, [...entries.values()]])));
    }
    return {
      rows,
      columns: [...columns].flatMap(([key, column]) => (used.has(key) ? [column] : [])),
      cells: found,
      speakers: new Map([...speakers].map(([body, all]) => [body, all.size])),
    };
  }
  return { add, toMatrix };
}

/**
 * Topics against actors: which sides each body, or each person, takes; those in `unfolded` with a column for each who speaks for
 * them.
 */
export function* toTopicMatrix(
  corpus: Corpus,
  statements: readonly Statement[],
  unfolded: readonly string[] = [],
  kind: ActorKind = 'bodies',
): Steps<Matrix> {
  const { add, toMatrix } = collect(unfolded);
  for (const [index, statement] of statements.entries()) {
    const { said, speaker } = statement;
    for (const edge of statement.about)
      for (const body of statement[kind])
        add(edge.target, { body, speaker }, { kind: edge.stance, edge, said }, statement);
    if (index % STRETCH === 0) yield undefined;
  }
  return yield* toMatrix(corpus, 1);
}

const MANNER_OF: Partial<Record<GraphEdge['type'], Manner>> = {
  supports: 'supports',
  disputes: 'disputes',
  'responds-to': 'answers',
};

/**
 * What more than one body says, supports, disputes or answers, against the bodies. Who supports what it says itself only
 * says it. `visible` are the ids of the edges that count.
 */
export function* toClaimMatrix(
  corpus: Corpus,
  statements: readonly Statement[],
  visible: Ids,
  unfolded: readonly string[] = [],
): Steps<Matrix> {
  const incidence = incidenceOf(corpus);
  const { add, toMatrix } = collect(unfolded);
  const bySaid = groupBy(statements, ({ said }) => said.id);
  const isSaidBy = (id: string, body: string) => bySaid.get(id)!.some(({ bodies }) => bodies.includes(body));
  let seen = 0;
  for (const statement of statements) {
    if (++seen % STRETCH === 0) yield undefined;
    const { said, speaker, bodies, utterance } = statement;
    for (const body of bodies)
      add(said.id, { body, speaker }, { kind: 'says', edge: utterance, said }, statement);
  }
  for (const edge of corpus.edges.values()) {
    if (++seen % STRETCH === 0) yield undefined;
    const kind = MANNER_OF[edge.type];
    if (!kind || !visible.has(edge.id) || !bySaid.has(edge.target)) continue;
    const source = corpus.nodes.get(edge.source)!;
    for (const statement of bySaid.get(source.id) ?? [])
      for (const body of statement.bodies)
        if (kind !== 'supports' || !isSaidBy(edge.target, body))
          add(
            edge.target,
            { body, speaker: statement.speaker },
            { kind, edge, said: statement.said },
            statement,
          );
    if (isSpeakerType(source.type))
      for (const body of toVoices(corpus, incidence, source.id, edge.passages[0]!.article).bodies)
        if (kind !== 'supports' || !isSaidBy(edge.target, body))
          add(edge.target, { body, speaker: source.id }, { kind, edge, said: undefined });
  }
  return yield* toMatrix(corpus, 2);
}

/** 1 for taking one side, -1 for taking the other, 0 for neither. */
export function toSide({ kind, edge }: Pick<Entry, 'kind' | 'edge'>): -1 | 0 | 1 {
  if (kind === 'for' || kind === 'says' || kind === 'supports') return 1;
  if (kind === 'against' || kind === 'disputes') return -1;
  if (edge.type !== 'responds-to') return 0;
  return edge.response === 'accepted' ? 1 : edge.response === 'rejected' ? -1 : 0;
}

/** The side that more of some entries are on, those on none not counted; 0 where they are on none or as many on either. */
export const toLean = (entries: readonly Pick<Entry, 'kind' | 'edge'>[]): -1 | 0 | 1 =>
  Math.sign(entries.reduce((sum, entry) => sum + toSide(entry), 0)) as -1 | 0 | 1;

/** The side taken on each question on which one is taken, by the question's id. */
export type Sides = ReadonlyMap<string, -1 | 1>;

/** On how many questions two take the same side and opposite sides, and the two in one figure, from -1 to 1. */
export type Accord = { same: number; opposite: number; score: number };

/**
 * How far two actors agree: the questions on which both take the same side (congruence) less those on which they take
 * opposite sides (conflict), over the geometric mean of how many each takes a side on; 0 where they have none in common.
 * This is the 'subtract' network of P. Leifeld, 'Discourse Network Analysis: Policy Debates as Dynamic Networks', in The
 * Oxford Handbook of Political Networks (2017), ch. 12, normalised by the cosine of the two; an actor's side on a question
 * is the one that more of its claims are on than on the other.
 */
export function toAccord(a: Sides, b: Sides): Accord {
  let [same, opposite] = [0, 0];
  for (const [question, side] of a) {
    const other = b.get(question);
    if (other === side) same += 1;
    else if (other !== undefined) opposite += 1;
  }
  const score = same + opposite === 0 ? 0 : (same - opposite) / Math.sqrt(a.size * b.size);
  return { same, opposite, score };
}

/** The side that the entries of each line are on, of those that are on any. */
export const toSides = (line: Iterable<readonly [string, readonly Pick<Entry, 'kind' | 'edge'>[]]>): Sides =>
  new Map(
    [...line].flatMap(([question, entries]) => {
      const lean = toLean(entries);
      return lean === 0 ? [] : [[question, lean] as const];
    }),
  );

/** The part of a matrix that has most in it: at most so many rows and so many bodies. What ties is kept by id. */
export function limitMatrix(matrix: Matrix, rows: number, bodies: number): Matrix {
  const { byRow, byColumn } = toTotals(matrix);
  const most = (ids: readonly string[], totals: ReadonlyMap<string, number>, limit: number) =>
    new Set(ids.toSorted((a, b) => totals.get(b)! - totals.get(a)! || (a < b ? -1 : 1)).slice(0, limit));
  const keptRows = most(
    matrix.rows.map(({ id }) => id),
    byRow,
    rows,
  );
  const keptBodies = most(
    matrix.columns.flatMap(({ body, speaker }) => (speaker === undefined ? [body] : [])),
    byColumn,
    bodies,
  );
  return {
    ...matrix,
    rows: matrix.rows.filter(({ id }) => keptRows.has(id)),
    columns: matrix.columns.filter(({ body }) => keptBodies.has(body)),
  };
}

/** How much there is in each row, counted once for a body, and in each column by its key. */
export function toTotals(matrix: Matrix): {
  byRow: ReadonlyMap<string, number>;
  byColumn: ReadonlyMap<string, number>;
} {
  const byRow = new Map<string, number>();
  const byColumn = new Map<string, number>();
  for (const { id } of matrix.rows) {
    byRow.set(id, 0);
    for (const [key, entries] of matrix.cells.get(id) ?? []) {
      byColumn.set(key, (byColumn.get(key) ?? 0) + entries.length);
      if (!key.includes(',')) byRow.set(id, byRow.get(id)! + entries.length);
    }
  }
  return { byRow, byColumn };
}

/** What a matrix holds as a table, a line for each cell with something in it: how much there is of each of the kinds. */
export function toMatrixTable(
  corpus: Corpus,
  matrix: Matrix,
  kinds: readonly Entry['kind'][],
): { header: string[]; rows: string[][] } {
  const name = (id: string) => corpus.nodes.get(id)!.label;
  const places = new Map(matrix.columns.map((column, place) => [toKey(column), place]));
  return {
    header: ['row_id', 'row', 'actor_id', 'actor', 'speaker_id', 'speaker', ...kinds],
    // Few of all the cells hold anything: only those are gone through.
    rows: matrix.rows.flatMap((row) =>
      [...(matrix.cells.get(row.id) ?? [])]
        .flatMap(([key, entries]) => {
          const place = places.get(key);
          return place === undefined ? [] : [{ place, entries }];
        })
        .toSorted((a, b) => a.place - b.place)
        .map(({ place, entries }) => {
          const { body, speaker } = matrix.columns[place]!;
          return [
            row.id,
            row.label,
            body,
            name(body),
            speaker ?? '',
            speaker === undefined ? '' : name(speaker),
            ...kinds.map((kind) => String(entries.filter((entry) => entry.kind === kind).length)),
          ];
        }),
    ),
  };
}
