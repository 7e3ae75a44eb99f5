// What the tables show: their rows, and for each column what stands in a cell and what it is sorted by.
import { parseDate, printDate } from '../../core/date';
import { toFirstDate, toSpeakers, toUtteranceDate } from '../../core/debate';
import type { Statement } from '../../core/discourse';
import { matchStatements } from '../../core/filter';
import { isUtterance, type GraphEdge, type GraphNode, type Ids, type Passage } from '../../core/model';
import { orderInSteps, type Key } from '../../core/order';
import type { Query } from '../../core/query';
import type { EdgeType } from '../../core/vocabulary';
import type { Steps } from '../../core/steps';
import { fold } from '../../core/text';
import { printOrigin } from '../origin';
import type { Opened } from '../store';
import type { View } from '../view';
import { EDGE_LOOK, NODE_LOOK, SPEECH_WORDS, STANCE_WORDS } from '../vocabulary';
import { capitalise, listDetails } from '../words';

export type RowsName = View['table']['rows'];

/** A row: what is selected by it, and the words it rests on. */
export type Row = {
  readonly id: string;
  readonly passages: readonly Passage[];
  readonly node?: GraphNode;
  readonly edge?: GraphEdge;
  readonly statement?: Statement;
  /** Of what is said, everybody saying it. */
  readonly said?: readonly Statement[] | undefined;
};

/** A node that a cell leads to, and what is said of it there. */
export type Mention = { readonly id: string; readonly note?: string };

export type Column = {
  /** As the address names it. */
  readonly id: string;
  readonly name: string;
  /** In pixels. */
  readonly width: number;
  /** Whether it is shown unless one chooses otherwise; 'always' cannot be taken away. */
  readonly shown: boolean | 'always';
  /** How a cell looks: `item` leads to the row's own node or edge, `words` are the source's. */
  readonly look: 'item' | 'words' | 'mentions' | 'text' | 'number';
  /** The nodes that a cell leads to. */
  readonly mentions?: (row: Row) => readonly Mention[];
  /** What stands in a cell, as text; of mentions their names, unless given. */
  readonly text: (row: Row) => string;
  /** What a file has of it, where that is not the text. */
  readonly data?: (row: Row) => string;
  readonly key: (row: Row) => Key;
};

export type TableModel = {
  readonly columns: readonly Column[];
  /** The usual order: a column's id, with '-' in front the other way round; '' is the order of the files. */
  readonly order: string;
  /** The rows that filters and focus leave, in steps. */
  readonly readRows: () => Steps<readonly Row[]>;
};

/** How many rows are looked at before a pause. */
const STRETCH = 32;

/** How many maps a great one is parted into: one that grows to a hundred thousand texts takes longer than a frame each time it does. */
const SHARDS = 64;

/** Folded once however often it is looked at: many rows rest on the same words. */
const toFold = () => {
  const shards = Array.from({ length: SHARDS }, () => new Map<string, string>());
  return (text: string) => {
    const known = shards[text.length % SHARDS]!;
    const found = known.get(text) ?? fold(text);
    known.set(text, found);
    return found;
  };
};

const toPrinted = () => {
  const known = new Map<string, string>();
  return (date: string) => {
    const found = known.get(date) ?? printDate(date);
    known.set(date, found);
    return found;
  };
};

/** The folded texts of one corpus; kept as long as it is open. */
const folds = new WeakMap<Opened, (text: string) => string>();
export function foldOf(opened: Opened): (text: string) => string {
  const known = folds.get(opened) ?? toFold();
  folds.set(opened, known);
  return known;
}

/** Columns of each kind, and those that every table has. */
function toColumns(opened: Opened) {
  const { corpus } = opened;
  const folded = foldOf(opened);
  // Dates are few, and slow to put into words.
  const printed = toPrinted();
  const labelOf = (id: string) => corpus.nodes.get(id)?.label ?? id;
  const say = ({ id, note }: Mention) => (note === undefined ? labelOf(id) : `${labelOf(id)} (${note})`);

  type Given = Pick<Column, 'id' | 'name' | 'width'> & { shown?: Column['shown'] };
  const text = (given: Given, read: (row: Row) => string | undefined): Column => ({
    shown: true,
    ...given,
    look: 'text',
    text: (row) => read(row) ?? '',
    key: (row) => folded(read(row) ?? '') || undefined,
  });
  const number = (given: Given, read: (row: Row) => number | undefined): Column => ({
    shown: true,
    ...given,
    look: 'number',
    text: (row) => String(read(row) ?? ''),
    key: read,
  });
  const date = (given: Given, read: (row: Row) => string | undefined): Column => ({
    shown: true,
    ...given,
    look: 'text',
    text: (row) => {
      const found = read(row);
      return found === undefined ? '' : printed(found);
    },
    data: (row) => read(row) ?? '',
    key: (row) => parseDate(read(row) ?? '')?.start,
  });
  const mentions = (given: Given, read: (row: Row) => readonly Mention[]): Column => ({
    shown: true,
    ...given,
    look: 'mentions',
    mentions: read,
    text: (row) => read(row).map(say).join('; '),
    key: (row) => {
      const [first] = read(row);
      return first && folded(say(first));
    },
  });
  const words: Column = {
    id: 'words',
    name: 'Its words in the article',
    width: 300,
    shown: 'always',
    look: 'words',
    text: (row) => row.passages[0]!.quote,
    key: (row) => folded(row.passages[0]!.quote),
  };
  const article = mentions({ id: 'article', name: 'Article', width: 200, shown: false }, (row) =>
    [...new Set(row.passages.map((passage) => passage.article))].map((id) => ({ id })),
  );
  const passages = number(
    { id: 'passages', name: 'Passages', width: 90, shown: false },
    (row) => row.passages.length,
  );
  const id = text({ id: 'id', name: 'Id', width: 220, shown: false }, (row) => row.id);
  const origin = text(
    { id: 'origin', name: 'How it was coded', width: 220, shown: false },
    ({ node, edge }) => printOrigin(node ?? edge!),
  );
  return { text, number, date, mentions, words, article, passages, id, origin };
}

const toTopics = (abouts: readonly GraphEdge[]): Mention[] =>
  abouts.flatMap((edge) =>
    edge.type === 'about' ? [{ id: edge.target, note: STANCE_WORDS[edge.stance] }] : [],
  );

/** Some items as rows, those left out for which there is none. */
function* toRows<T>(items: Iterable<T>, toRow: (item: T) => Row | undefined): Steps<readonly Row[]> {
  const found: Row[] = [];
  let seen = 0;
  for (const item of items) {
    const row = toRow(item);
    if (row) found.push(row);
    if (++seen % (16 * STRETCH) === 0) yield undefined;
  }
  return found;
}

/** Rows that are read but once. */
function once(read: () => Steps<readonly Row[]>): TableModel['readRows'] {
  let known: readonly Row[] | undefined;
  return function* () {
    return (known ??= yield* read());
  };
}

function toNodeTable(opened: Opened, visible: Ids, query: Query): TableModel {
  const { corpus, incidence } = opened;
  const folded = foldOf(opened);
  const { text, number, date, mentions, words, article, passages, id, origin } = toColumns(opened);
  const toNeighbours = (row: Row): Set<string> => {
    const ids = new Set<string>();
    for (const { id: edge, source, target } of incidence.get(row.id) ?? [])
      if (visible.has(edge)) ids.add(source === row.id ? target : source);
    return ids;
  };
  const countOf = (type: EdgeType) => (row: Row) => {
    let found = 0;
    for (const edge of incidence.get(row.id) ?? []) if (edge.type === type && visible.has(edge.id)) found++;
    return found;
  };
  const authors = (row: Row) =>
    (incidence.get(row.id) ?? []).flatMap((edge) =>
      edge.type === 'authored' && edge.target === row.id ? [{ id: edge.source }] : [],
    );
  return {
    order: '-neighbours',
    columns: [
      {
        id: 'name',
        name: 'Name',
        width: 240,
        shown: 'always',
        look: 'item',
        text: ({ node }) => node!.label,
        key: ({ node }) => folded(node!.label),
      },
      text({ id: 'type', name: 'Type', width: 128 }, ({ node }) => NODE_LOOK[node!.type].one),
      words,
      text({ id: 'statement', name: 'Statement', width: 280, shown: false }, ({ node }) =>
        'statement' in node!
          ? node.statement
          : node!.type === 'topic'
            ? `For: ${node!.poles.for}. Against: ${node!.poles.against}.`
            : undefined,
      ),
      text({ id: 'url', name: 'Web address', width: 240, shown: false }, ({ node }) =>
        node!.type === 'article' ? node!.url : undefined,
      ),
      date(
        { id: 'date', name: 'First said', width: 130 },
        ({ node }) => toFirstDate(corpus, incidence, node!.id) ?? ('date' in node! ? node.date : undefined),
      ),
      mentions({ id: 'by', name: 'Said by', width: 180 }, (row) =>
        row.node!.type === 'claim' || row.node!.type === 'recommendation'
          ? toSpeakers(corpus, incidence, row.id).map(({ node }) => ({ id: node.id }))
          : authors(row),
      ),
      mentions({ id: 'topics', name: 'Topics and stance', width: 240 }, (row) =>
        toTopics((incidence.get(row.id) ?? []).filter((edge) => edge.source === row.id)),
      ),
      number({ id: 'disputes', name: 'Disputes', width: 92 }, countOf('disputes')),
      number({ id: 'supports', name: 'Supports', width: 92 }, countOf('supports')),
      number({ id: 'answers', name: 'Answers', width: 92 }, countOf('responds-to')),
      {
        ...mentions({ id: 'neighbours', name: 'Neighbours', width: 300 }, (row) =>
          [...toNeighbours(row)].map((neighbour) => ({ id: neighbour })),
        ),
        key: (row) => toNeighbours(row).size,
      },
      number(
        { id: 'articles', name: 'Articles that say it', width: 120, shown: false },
        ({ said }) => said && new Set(said.map((statement) => statement.article)).size,
      ),
      number(
        { id: 'bodies', name: 'Bodies that say it', width: 120, shown: false },
        ({ said }) => said && new Set(said.flatMap(({ bodies }) => bodies)).size,
      ),
      passages,
      article,
      origin,
      id,
    ],
    readRows: once(function* () {
      const said = new Map<string, Statement[]>();
      for (const [index, statement] of (yield* matchStatements(corpus, query, visible)).entries()) {
        if (index % (16 * STRETCH) === 0) yield undefined;
        const { id: of } = statement.said;
        const some = said.get(of);
        if (some) some.push(statement);
        else said.set(of, [statement]);
      }
      return yield* toRows(corpus.nodes.values(), (node) =>
        visible.has(node.id)
          ? { id: node.id, passages: node.passages, node, said: said.get(node.id) }
          : undefined,
      );
    }),
  };
}

function toEdgeTable(opened: Opened, visible: Ids): TableModel {
  const { corpus } = opened;
  const { text, date, mentions, words, article, passages, id, origin } = toColumns(opened);
  return {
    order: '',
    columns: [
      mentions({ id: 'source', name: 'From', width: 180 }, ({ edge }) => [{ id: edge!.source }]),
      {
        id: 'type',
        name: 'Line',
        width: 156,
        shown: 'always',
        look: 'item',
        text: ({ edge }) => EDGE_LOOK[edge!.type].out,
        key: ({ edge }) => EDGE_LOOK[edge!.type].out,
      },
      mentions({ id: 'target', name: 'To', width: 188 }, ({ edge }) => [{ id: edge!.target }]),
      words,
      text({ id: 'basis', name: 'Basis', width: 96 }, ({ edge }) => edge!.basis),
      text({ id: 'why', name: 'Why', width: 240 }, ({ edge }) => edge!.rationale),
      date({ id: 'date', name: 'Date', width: 130 }, ({ edge }) =>
        isUtterance(corpus, edge!)
          ? toUtteranceDate(corpus, edge)
          : 'date' in edge! && edge.date !== undefined
            ? edge.date
            : corpus.articles.get(edge!.passages[0]!.article)?.node.date,
      ),
      text({ id: 'detail', name: 'Detail', width: 150, shown: false }, ({ edge }) =>
        capitalise(listDetails(edge!).join(', ')),
      ),
      passages,
      { ...article, shown: true },
      origin,
      id,
    ],
    readRows: once(() =>
      toRows(corpus.edges.values(), (edge) =>
        visible.has(edge.id) ? { id: edge.id, passages: edge.passages, edge } : undefined,
      ),
    ),
  };
}

/** Who says what as all views count it: whatever types of node and line are drawn. */
function toUtteranceTable(opened: Opened, visible: Ids, query: Query): TableModel {
  const folded = foldOf(opened);
  const { text, date, mentions, words, article, id } = toColumns(opened);
  return {
    order: 'date',
    columns: [
      date({ id: 'date', name: 'Date', width: 130 }, ({ statement }) => statement!.date),
      mentions({ id: 'speaker', name: 'Speaker', width: 160 }, ({ statement }) => [
        { id: statement!.speaker },
      ]),
      {
        ...mentions({ id: 'claim', name: 'Claim', width: 280, shown: 'always' }, ({ statement }) => [
          { id: statement!.said.id },
        ]),
        text: ({ statement }) => statement!.said.statement,
        key: ({ statement }) => folded(statement!.said.statement),
      },
      words,
      mentions({ id: 'body', name: 'For which body', width: 160 }, ({ statement }) =>
        statement!.bodies.flatMap((body) => (body === statement!.speaker ? [] : [{ id: body }])),
      ),
      text({ id: 'role', name: 'Role', width: 150 }, ({ statement }) =>
        statement!.utterance.type === 'authored' ? statement!.utterance.role : undefined,
      ),
      text({ id: 'speech', name: 'Speech', width: 110 }, ({ statement }) =>
        statement!.utterance.speech ? SPEECH_WORDS[statement!.utterance.speech] : undefined,
      ),
      text({ id: 'basis', name: 'Basis', width: 96 }, ({ statement }) => statement!.utterance.basis),
      text(
        { id: 'why', name: 'Why', width: 240, shown: false },
        ({ statement }) => statement!.utterance.rationale,
      ),
      mentions({ id: 'topics', name: 'Topics and stance', width: 240 }, ({ statement }) =>
        toTopics(statement!.about),
      ),
      article,
      id,
    ],
    readRows: once(function* () {
      const statements = yield* matchStatements(opened.corpus, query, visible);
      return yield* toRows(statements, (statement) => {
        const { id: utterance, passages } = statement.utterance;
        return { id: utterance, passages, statement };
      });
    }),
  };
}

const TABLES = {
  nodes: toNodeTable,
  edges: toEdgeTable,
  utterances: toUtteranceTable,
} as const satisfies Record<RowsName, (opened: Opened, visible: Ids, query: Query) => TableModel>;

/** A table of what a query and what is `visible` under it leave. */
export const toTableModel = (opened: Opened, rows: RowsName, visible: Ids, query: Query): TableModel =>
  TABLES[rows](opened, visible, query);

/** Whether a column is sorted by how many there are. */
export const isCounted = ({ look, id }: Column): boolean => look === 'number' || id === 'neighbours';

/** How rows are sorted, in words: 'sorted by first said, newest first'; empty where they are as the files have them. */
export function printSort({ columns }: TableModel, sort: string): string {
  const column = columns.find(({ id }) => id === sort.replace('-', ''));
  if (!column) return '';
  const [first, last] =
    column.id === 'date'
      ? ['oldest first', 'newest first']
      : isCounted(column)
        ? ['fewest first', 'most first']
        : ['A to Z', 'Z to A'];
  return `sorted by ${column.name.toLowerCase()}, ${sort.startsWith('-') ? last : first}`;
}

/** What a view shows of a table: the columns that are chosen, and by which it is sorted. A link may name columns that the table does not have. */
export function toShown(
  { columns, order }: TableModel,
  { sort, columns: chosen }: Pick<View['table'], 'sort' | 'columns'>,
): { sort: string; columns: readonly Column[] } {
  const has = (name: string) => columns.some(({ id }) => id === name);
  const named = chosen?.some(has) ? chosen : undefined;
  return {
    sort: sort !== undefined && has(sort.replace('-', '')) ? sort : order,
    columns: columns.filter(({ id, shown }) => shown === 'always' || (named ? named.includes(id) : shown)),
  };
}

/**
 * The rows whose texts and neighbours hold every word, sorted by a column (its id, '-' in front the other way round), in
 * steps.
 */
export function* arrange(
  opened: Opened,
  { columns, readRows }: TableModel,
  sort: string,
  words: string,
): Steps<readonly Row[]> {
  let rows = yield* readRows();
  const folded = foldOf(opened);
  for (const word of folded(words)
    .split(' ')
    .filter((one) => one !== '')) {
    const isNamed = (id: string) => folded(opened.corpus.nodes.get(id)!.label).includes(word);
    let seen = 0;
    const holds = (column: Column, row: Row) =>
      (column.mentions?.(row).some(({ id, note }) => isNamed(id) || note?.includes(word)) ?? false) ||
      ((column.mentions === undefined || column.id === 'claim') &&
        column.look !== 'number' &&
        folded(column.text(row)).includes(word));
    const left: Row[] = [];
    for (const row of rows) {
      if (columns.some((column) => holds(column, row))) left.push(row);
      if (++seen % STRETCH === 0) yield undefined;
    }
    rows = left;
  }
  const descending = sort.startsWith('-');
  const column = columns.find(({ id }) => id === sort.slice(Number(descending)));
  if (!column) return rows;
  const keys: Key[] = [];
  for (const row of rows) {
    keys.push(column.key(row));
    if (keys.length % STRETCH === 0) yield undefined;
  }
  const order = yield* orderInSteps(keys, descending);
  return order.map((place) => rows[place]!);
}
