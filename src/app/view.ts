// Session state ⇄ URL: what is selected, filtered, focused and looked at lives behind the '#'.
import * as z from 'zod';
import { parseInterval } from '../core/date';
import type { Focus } from '../core/graph';
import type { Corpus } from '../core/model';
import type { PathSearch } from '../core/paths';
import { EVERYTHING, parseQuery, printQuery, QueryError, type Query } from '../core/query';
import { clip } from '../core/text';
import {
  ACTOR_KINDS,
  ACTOR_NETWORK_TYPES,
  EDGE_TYPES,
  SPEAKER_TYPES,
  type ActorKind,
  type ActorNetworkType,
  type NodeType,
} from '../core/vocabulary';
import { WHOLE, type Camera } from './camera';

/** The ways to look at the same corpus. */
export const MODES = [
  'map',
  'debate',
  'table',
  'matrix',
  'coalitions',
  'compare',
  'story',
  'articles',
  'code',
  'codebook',
] as const;
export type Mode = (typeof MODES)[number];

export const ROWS = ['nodes', 'edges', 'utterances'] as const;
export const MATRICES = ['topics', 'claims'] as const;
/** Those who agree together, by name, or those with most to say first. */
export const ORDERS = ['agreement', 'name', 'number'] as const;
/** What can be marked in an article that is read: nodes, the edges of the argument, and all else that rests on words. */
export const MARK_KINDS = ['claims', 'recommendations', 'actors', 'reports', 'arguments', 'rest'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
/** The columns of each table, as the address names them. */
export const COLUMNS = {
  nodes: [
    'name',
    'type',
    'words',
    'statement',
    'url',
    'date',
    'by',
    'topics',
    'disputes',
    'supports',
    'answers',
    'neighbours',
    'articles',
    'bodies',
    'passages',
    'article',
    'origin',
    'id',
  ],
  edges: [
    'source',
    'type',
    'target',
    'words',
    'basis',
    'why',
    'date',
    'detail',
    'passages',
    'article',
    'origin',
    'id',
  ],
  utterances: [
    'date',
    'speaker',
    'claim',
    'words',
    'body',
    'role',
    'speech',
    'basis',
    'why',
    'topics',
    'article',
    'id',
  ],
} as const satisfies Record<(typeof ROWS)[number], readonly string[]>;
const TELLINGS = ['present', 'edit'] as const;

/** All that a link brings back. */
export type View = {
  readonly mode: Mode;
  /** What the inspector tells of; with `also` several are selected, this one last. */
  readonly selection?: string | undefined;
  readonly also: readonly string[];
  /** Which passage of the selection is in front, from 0. */
  readonly passage: number;
  readonly query: Query;
  readonly focus?: Focus | undefined;
  readonly camera: Camera;
  /** What the debate is about. */
  readonly topic?: string | undefined;
  /**
   * `sort` is a column's name, with '-' in front the other way round; `columns` those that are shown, where not the usual;
   * `find` the words that a row must hold.
   */
  readonly table: {
    readonly rows: (typeof ROWS)[number];
    readonly sort?: string | undefined;
    readonly columns?: readonly string[] | undefined;
    readonly find?: string | undefined;
  };
  /** What the matrix has across: topics against actors, or claims. */
  readonly matrix: (typeof MATRICES)[number];
  /** How the matrix is sorted, and the topics of the codebook. */
  readonly order: (typeof ORDERS)[number];
  /** The bodies in the matrix that have a column for each who speaks for them. */
  readonly unfolded: readonly string[];
  /** The cell of the matrix whose claims are listed: a row, a body and, of an unfolded one, who speaks for it. */
  readonly cell?: readonly [string, string] | readonly [string, string, string] | undefined;
  /**
   * Of who agrees with whom the lines of one type, or one for each pair by which of both prevails, and only where it is so on at
   * `least` so many questions: where that is not said, as many as can be told apart. Whether the `actors` are bodies or people,
   * how many `times` as many as at first; the two whose words are listed.
   */
  readonly coalitions: {
    readonly ties?: ActorNetworkType | undefined;
    readonly least?: number | undefined;
    readonly actors: ActorKind;
    readonly times: number;
    readonly pair?: readonly [string, string] | undefined;
  };
  /** Two ids of articles or of actors, or two EDTF dates or intervals; one: with what it has most to do with. */
  readonly compare?: readonly [string] | readonly [string, string] | undefined;
  /**
   * The articles `open` beside those the selection's words stand in; `article` is in front where it is not that of the passage
   * in front; `marks` are what is marked where not the usual; `coverage` shows what became of every sentence.
   */
  readonly reader: {
    readonly open: readonly string[];
    readonly article?: string | undefined;
    readonly marks?: readonly MarkKind[] | undefined;
    readonly coverage: boolean;
  };
  /** The article that is coded. */
  readonly coded?: string | undefined;
  /** The step of a story that is told, from 0; `as` says that it is shown full screen, or worked on. */
  readonly story?:
    | { readonly id: string; readonly step: number; readonly as?: (typeof TELLINGS)[number] | undefined }
    | undefined;
  /** Which paths between two selected nodes are told, and which of them in full, from 0. */
  readonly paths: Omit<PathSearch, 'within'> & { readonly open: number };
};

export const START: View = {
  mode: 'map',
  also: [],
  passage: 0,
  query: EVERYTHING,
  camera: WHOLE,
  table: { rows: 'nodes' },
  matrix: 'topics',
  order: 'agreement',
  unfolded: [],
  coalitions: { actors: 'bodies', times: 1 },
  reader: { open: [], coverage: false },
  paths: { open: 0 },
};
/** How many can be selected: a link that names more is taken by no browser. */
export const MOST_SELECTED = 500;
/** How many are named of those that a link names in vain. */
const FEW = 3;
/** How many times as many actors as at first are drawn at most. */
export const MOST_TIMES = 5;
/** Of how many steps paths may be asked for. */
export const PATH_STEPS = [2, 3, 4, 5] as const;
export const DEPTHS = [1, 2, 3] as const;

const Id = z.string().regex(/^[a-z-]+:[a-z0-9-]+$/);
const Ids = z
  .string()
  .transform((text) => [...new Set(text.split(','))])
  .pipe(z.array(Id));
const Depth = z.coerce.number().int().min(DEPTHS[0]).max(DEPTHS[2]);
const PathSteps = z.coerce.number().int().min(PATH_STEPS[0]).max(PATH_STEPS.at(-1)!);
const Count = z.coerce.number().int().min(1).max(1000);
const Coordinates = z
  .string()
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number().min(-5).max(5), z.number().min(-5).max(5), z.number().min(0.005).max(10)]));
const Along = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(EDGE_TYPES)));
const Sort = z.string().regex(/^-?[a-z]+$/);
const Columns = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.string().regex(/^[a-z]+$/)).max(30));
const Words = z.string().max(200);
const Sides = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.union([z.tuple([z.string()]), z.tuple([z.string(), z.string()])]));
const Cell = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.union([z.tuple([Id, Id]), z.tuple([Id, Id, Id])]));
const Times = z.coerce.number().int().min(1).max(MOST_TIMES);
const Two = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([Id, Id]));
const Marks = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(MARK_KINDS)));
const Story = z.string().regex(/^[a-z0-9-]+$/);

/**
 * Reads the part of a URL behind '#'. What cannot be read is left at its default and named in `problems`, a sentence each.
 */
export function readView(hash: string, corpus: Corpus): { view: View; problems: string[] } {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const problems: string[] = [];
  const read = <T>(name: string, schema: z.ZodType<T>): T | undefined => {
    const text = parameters.get(name);
    if (text === null) return undefined;
    const result = schema.safeParse(text);
    if (!result.success) problems.push(`The link’s ‘${name}’ cannot be read: “${clip(text, 80)}”.`);
    return result.data;
  };
  /** How much that the link names cannot stand where it does, or is not there. */
  let misfits = 0;
  const isNode = (id: string) => corpus.nodes.has(id);
  const isItem = (id: string) => isNode(id) || corpus.edges.has(id);
  const isOf = (id: string, types: readonly NodeType[]) =>
    types.some((type) => corpus.nodes.get(id)?.type === type);
  const isArticle = (id: string) => corpus.articles.has(id);
  const isSpeaker = (id: string) => isOf(id, SPEAKER_TYPES);
  /** Whether what a parameter names can stand there; says so where it cannot. */
  const fits = (name: string, id: string, can: boolean): boolean => {
    const short = clip(id, 80);
    if (!can && ++misfits <= FEW)
      problems.push(
        isItem(id)
          ? `The link’s ‘${name}’ cannot be “${short}”.`
          : `The link names “${short}”, which is not in this graph.`,
      );
    return can;
  };
  const known = (name: string, has: (id: string) => boolean): string | undefined => {
    const id = read(name, Id);
    return id !== undefined && fits(name, id, has(id)) ? id : undefined;
  };
  const allKnown = (name: string, has: (id: string) => boolean): string[] => {
    const ids = read(name, Ids) ?? [];
    const over = ids.length - MOST_SELECTED;
    if (over > 0)
      problems.push(`The link’s ‘${name}’ names more than ${MOST_SELECTED}: ${over} are left out.`);
    return ids.slice(0, MOST_SELECTED).filter((id) => fits(name, id, has(id)));
  };

  const named = known('select', isItem);
  const also = allKnown('also', isItem);
  // Where what was to be in front is not there, the others are selected all the same.
  const selection = named ?? also.at(-1);
  const passage = read('passage', Count);
  const around = allKnown('around', isNode);
  const depth = read('depth', Depth);
  const direction = read('direction', z.enum(['out', 'in']));
  const along = read('along', Along);
  const expanded = allKnown('expand', isNode);
  const camera = read('map', Coordinates);
  const topic = known('topic', (id) => isOf(id, ['topic']));
  const rows = read('rows', z.enum(ROWS)) ?? 'nodes';
  const isColumn = (parameter: string, name: string): boolean => {
    const is = COLUMNS[rows].some((one) => one === name);
    if (!is)
      problems.push(
        `The link’s ‘${parameter}’ names “${clip(name, 80)}”, which this table has no column for.`,
      );
    return is;
  };
  const order = read('sort', Sort);
  const sort = order !== undefined && isColumn('sort', order.replace('-', '')) ? order : undefined;
  const columns = read('columns', Columns)?.filter((name) => isColumn('columns', name));
  const find = read('find', Words);
  const unfolded = allKnown('people', isSpeaker);
  const cell = read('cell', Cell);
  const ties = read('ties', z.enum(ACTOR_NETWORK_TYPES));
  const least = read('least', Count);
  const actors = read('actors', z.enum(ACTOR_KINDS));
  const times = read('times', Times);
  const pair = read('pair', Two);
  const compare = read('compare', Sides);
  const story = read('story', Story);
  const step = read('step', Count);
  const open = allKnown('open', isArticle);
  const article = known('article', isArticle);
  const coded = known('coded', isArticle);
  const marks = read('marks', Marks);
  const as = read('as', z.enum(TELLINGS));
  const paths: View['paths'] = {
    steps: read('paths', PathSteps),
    directed: read('arrows', z.literal('kept')) && true,
    along: read('by', Along),
    open: (read('path', Count) ?? 1) - 1,
  };
  let query = EVERYTHING;
  try {
    query = parseQuery(parameters.get('q') ?? '', corpus);
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    problems.push(`The link’s filter cannot be read: ${error.message}.`);
  }
  const isSide = (side: string) =>
    fits('compare', side, isSpeaker(side) || isArticle(side) || parseInterval(side) !== undefined);
  const matrix = read('matrix', z.enum(MATRICES)) ?? 'topics';
  const isRow = (id: string) => isOf(id, matrix === 'topics' ? ['topic'] : ['claim', 'recommendation']);
  const isOfCell = (id: string, place: number) => fits('cell', id, place === 0 ? isRow(id) : isSpeaker(id));
  const hasCell = cell?.every(isOfCell);
  const hasPair = pair?.every((id, place) => fits('pair', id, isSpeaker(id) && pair.indexOf(id) === place));
  const hasSides = compare?.every(isSide);
  if (misfits > FEW) problems.push(`So it is with ${misfits - FEW} more that it names.`);
  const focus: Focus | undefined =
    around.length === 0
      ? undefined
      : {
          ids: around,
          depth: depth ?? 1,
          ...(direction && { direction }),
          ...(along && { along }),
          ...(expanded.length > 0 && { expanded }),
        };
  const view: View = {
    mode: read('view', z.enum(MODES)) ?? 'map',
    ...(selection !== undefined && { selection }),
    also: selection === undefined ? [] : also.filter((id) => id !== selection),
    passage: (passage ?? 1) - 1,
    query,
    ...(focus && { focus }),
    camera: camera ? { x: camera[0], y: camera[1], ratio: camera[2] } : WHOLE,
    ...(topic !== undefined && { topic }),
    table: {
      rows,
      ...(sort && { sort }),
      ...(columns && columns.length > 0 && { columns }),
      ...(find && { find }),
    },
    matrix,
    order: read('order', z.enum(ORDERS)) ?? 'agreement',
    unfolded,
    ...(hasCell && { cell }),
    coalitions: {
      ...(ties && { ties }),
      ...(least !== undefined && { least }),
      actors: actors ?? START.coalitions.actors,
      times: times ?? 1,
      ...(hasPair && { pair }),
    },
    ...(hasSides && { compare }),
    reader: {
      open,
      ...(article !== undefined && { article }),
      ...(marks && { marks }),
      coverage: read('coverage', z.literal('shown')) !== undefined,
    },
    ...(coded !== undefined && { coded }),
    ...(story !== undefined && { story: { id: story, step: (step ?? 1) - 1, ...(as && { as }) } }),
    paths,
  };
  return { view, problems };
}

const toFocusParameters = ({ ids, depth, direction, along, expanded }: Focus): [string, string][] => [
  ['around', ids.join(',')],
  ['depth', String(depth)],
  ...(direction ? [['direction', direction] as [string, string]] : []),
  ...(along ? [['along', along.join(',')] as [string, string]] : []),
  ...(expanded && expanded.length > 0 ? [['expand', expanded.join(',')] as [string, string]] : []),
];

/** The part of the URL from '#' on that readView reads as this view; empty for the first sight of the map. */
export function printView(view: View): string {
  const { mode, selection, also, passage, query, focus, camera, topic, table, compare, story } = view;
  const { matrix, order, unfolded, cell, coalitions, reader, coded, paths } = view;
  const parameters: [string, string][] = [];
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') parameters.push([name, value]);
  };
  if (mode !== 'map') add('view', mode);
  add('topic', topic);
  add('story', story?.id);
  if (story && story.step > 0) add('step', String(story.step + 1));
  add('as', story?.as);
  add('compare', compare?.join(','));
  if (matrix !== START.matrix) add('matrix', matrix);
  if (order !== START.order) add('order', order);
  add('people', unfolded.join(','));
  add('cell', cell?.join(','));
  add('ties', coalitions.ties);
  add('least', coalitions.least?.toString());
  if (coalitions.actors !== START.coalitions.actors) add('actors', coalitions.actors);
  if (coalitions.times > 1) add('times', String(coalitions.times));
  add('pair', coalitions.pair?.join(','));
  if (table.rows !== START.table.rows) add('rows', table.rows);
  add('sort', table.sort);
  add('columns', table.columns?.join(','));
  add('find', table.find);
  add('select', selection);
  add('also', also.join(','));
  if (passage > 0) add('passage', String(passage + 1));
  add('open', reader.open.join(','));
  add('article', reader.article);
  add('coded', coded);
  add('marks', reader.marks?.join(','));
  if (reader.coverage) add('coverage', 'shown');
  add('q', printQuery(query));
  if (focus) parameters.push(...toFocusParameters(focus));
  add('paths', paths.steps?.toString());
  if (paths.directed) add('arrows', 'kept');
  add('by', paths.along?.join(','));
  if (paths.open > 0) add('path', String(paths.open + 1));
  if (camera.x !== WHOLE.x || camera.y !== WHOLE.y || camera.ratio !== WHOLE.ratio)
    add('map', [camera.x, camera.y, camera.ratio].map((number) => +number.toFixed(4)).join(','));
  // ':', ',' and '/' may stand in a fragment as they are, and a link is meant to be read.
  const text = parameters.map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(value.toWellFormed()).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%2F/g, '/')}`,
  );
  return text.length > 0 ? `#${text.join('&')}` : '';
}
