// Files ⇄ corpus: reads graph files and articles, finds every passage, and names every problem at once.
import * as z from 'zod';
import { locate } from './anchor';
import { toCoverage, type Sentence } from './coverage';
import { groupBy } from './group';
import { perCorpus } from './memo';
import {
  toPassages,
  type Article,
  type Corpus,
  type GraphEdge,
  type GraphNode,
  type Passage,
  type Problem,
} from './model';
import { checkRules, type Unread } from './rules';
import { CodebookFile, GraphFile, LeftOut, StoredEdge, StoredNode, type Anchor } from './schema';
import { toShape } from './shape';
import { atOnce, type Steps } from './steps';
import { abbreviate, fold, withLineFeeds } from './text';

/** Path → text, with '/' between folders: 'graph/shared.json', 'seeds/000.txt'. */
export type Files = ReadonlyMap<string, string>;

/** Thrown by readCorpus with everything that is wrong with the files. */
export class CorpusError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(printProblems(problems).join('\n'));
    this.name = 'CorpusError';
  }
}

/** One line: 'graph/a.json: claim:x (passages.0): the reason'. */
export function printProblem({ file, id, path, reason }: Problem): string {
  return `${file}: ${id ? `${id}${path ? ` (${path})` : ''}: ` : path ? `${path}: ` : ''}${reason}`;
}

/** How many problems a message names; nobody mends more before looking again. */
const FEW = 20;

/** A line for each of the first problems, or of `most`, and how many more there are. */
export function printProblems(problems: readonly Problem[], most = FEW): string[] {
  const more = problems.length - most;
  return [...problems.slice(0, most).map(printProblem), ...(more > 0 ? [`and ${more} more`] : [])];
}

/** The file in graph/ that says what types mean. */
export const CODEBOOK = 'graph/codebook.json';

/** What git is told beside graph/ and seeds/, and in which file: texts are kept to the letter, however lines end elsewhere. */
export const GIT_ATTRIBUTES = '.gitattributes';
export const KEPT_BY_GIT = 'seeds/*.txt -text';

/** Whether a file's path is that of a graph file. */
export const isGraphFile = (path: string) =>
  /^graph\/[^/]+\.json$/.test(path) && path !== 'graph/schema.json' && path !== CODEBOOK;

/** Texts longer than this (UTF-16 code units) are refused with a message. */
export const MAX_FILE = 50_000_000;

/** Words of a file as a message quotes them: on one line, and not too many. */
export const shorten = (words: string) => `“${abbreviate(words.replace(/\s+/g, ' '), 120)}”`;

/** All words that something rests on, by the article they stand in. */
const codedOf = perCorpus(({ nodes, edges }) =>
  groupBy([...nodes.values(), ...edges.values()].flatMap(toPassages), ({ article }) => article),
);

/** Every sentence of an article with what became of it. */
export function accountFor(corpus: Corpus, article: string): Sentence[] {
  const { text, leftOut } = corpus.articles.get(article)!;
  return toCoverage(text, codedOf(corpus).get(article) ?? [], leftOut);
}

/**
 * Reads every `graph/*.json` (but `graph/schema.json`) and the `seeds/*.txt` they speak of; `graph/codebook.json` may be missing.
 * @throws CorpusError with every problem found: not JSON, not the schema, an id twice, an edge to nothing or between types
 *   that may not meet, a quote that is not in its article or is there twice, a missing article, a claim nobody makes.
 */
export function readCorpus(files: Files): Corpus {
  return atOnce(readInSteps(files));
}

/**
 * Reads files that somebody still works on: what a claim in them lacks is no problem (see `findOpen`).
 * @throws CorpusError as readCorpus does.
 */
export const readDraft = (files: Files): Corpus => atOnce(readInSteps(files, undefined, true));

/** How far the reading has come: so many of all graph files, or of all nodes and edges whose words are looked up. */
export type Progress = { phase: 'files' | 'words'; done: number; all: number };

/** How many nodes or edges are dealt with before a pause. */
const STRETCH = 64;

/** The most nodes and edges of a corpus, and the most problems that are looked for; many more would end the page without a word. */
const MAX_ITEMS = 2_000_000;
const MAX_PROBLEMS = 100_000;

/**
 * readCorpus with short pauses, for a page that is to stay usable meanwhile; `tell` hears how far it has come. Each file is
 * asked for when it is wanted, and not kept but for the articles' texts. `isDraft` as in readDraft.
 * @throws CorpusError as readCorpus does.
 */
export function* readInSteps(
  files: Pick<Files, 'keys' | 'get'>,
  tell: (progress: Progress) => void = () => undefined,
  isDraft = false,
): Steps<Corpus> {
  const problems: Problem[] = [];
  const names = [...files.keys()];
  const graphNames = names.filter(isGraphFile);
  const graphFiles = new Map<string, ReadFile>();
  let items = 0;
  const checkNumbers = (path: string) => {
    if (items > MAX_ITEMS) throw new CorpusError([{ file: path, reason: TOO_MANY }]);
    if (problems.length > MAX_PROBLEMS)
      throw new CorpusError([...problems.slice(0, MAX_PROBLEMS), { file: path, reason: TOO_WRONG }]);
  };
  for (const [index, path] of graphNames.entries()) {
    tell({ phase: 'files', done: index, all: graphNames.length });
    const json = parseFile(path, files.get(path)!, problems);
    items += countItems(json);
    checkNumbers(path);
    const file = json && (yield* readGraphFile(path, json.value, problems));
    checkNumbers(path);
    if (file) graphFiles.set(path, file);
  }
  const codebook = files.get(CODEBOOK);
  const definitions = codebook === undefined ? undefined : readCodebook(CODEBOOK, codebook, problems);
  // A draft may begin with what its types mean.
  if (graphFiles.size === 0 && problems.length === 0 && !(isDraft && definitions))
    problems.push({
      file: 'graph/',
      reason: 'holds no graph file: expected at least one graph/<article>.json',
    });

  const unread: Unread = {
    files: graphFiles.size < graphNames.length,
    ids: new Set([...graphFiles.values()].flatMap((file) => file.broken)),
  };
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const toHome = toHomes(graphFiles);
  /** Enters what has an id that is new; its words are not found yet. */
  const enter = <T extends GraphNode | GraphEdge>(
    into: Map<string, T>,
    path: string,
    item: StoredNode | StoredEdge,
  ) => {
    if (nodes.has(item.id) || edges.has(item.id))
      problems.push({
        file: path,
        id: item.id,
        reason: `this id is there twice, first in ${toHome(item.id)}: give one of them another id`,
      });
    else into.set(item.id, item as T);
  };
  let entered = 0;
  for (const [path, file] of graphFiles) {
    for (const node of file.nodes) {
      enter(nodes, path, node);
      if (++entered % STRETCH === 0) yield;
    }
    for (const edge of file.edges) {
      enter(edges, path, edge);
      if (++entered % STRETCH === 0) yield;
    }
  }

  const articles = yield* findArticles(files, nodes.values(), toHome, problems, unread);
  const place = toPlacer(
    articles,
    (article) => unread.files || unread.ids.has(article) || nodes.has(article),
    problems,
  );
  const placeAll = (file: string, item: GraphNode | GraphEdge) => {
    if ('datePassage' in item && item.datePassage && !place(file, item.id, 'datePassage', item.datePassage))
      delete item.datePassage;
    let lost = false;
    for (const [index, anchor] of item.passages.entries())
      if (!place(file, item.id, `passages.${index}`, anchor)) lost = true;
    if (lost) item.passages = item.passages.filter(({ start }) => start !== undefined);
  };
  for (const [path, file] of graphFiles)
    for (const [index, anchor] of file.leftOut.entries()) {
      if (place(path, undefined, `leftOut.${index}`, anchor))
        articles.get(anchor.article)!.leftOut.push(anchor);
      if (index % STRETCH === 0) yield;
    }
  let placed = 0;
  const all = nodes.size + edges.size;
  for (const key of ['nodes', 'edges'] as const)
    for (const [path, file] of graphFiles) {
      tell({ phase: 'words', done: placed, all });
      checkNumbers(path);
      for (const item of file[key]) {
        // What has the id of another is left out.
        if ((nodes.get(item.id) ?? edges.get(item.id)) !== item) continue;
        placeAll(path, item as GraphNode | GraphEdge);
        if (++placed % STRETCH === 0) yield;
      }
    }

  const titled = [...graphFiles].filter(([, file]) => file.title !== undefined);
  for (const [path] of titled.slice(1))
    problems.push({
      file: path,
      path: 'title',
      reason: `${titled[0]![0]} has a title already: remove one of them`,
    });
  const corpus: Corpus = {
    ...(titled[0] && { title: titled[0][1].title }),
    ...(definitions && { definitions }),
    articles,
    nodes,
    edges,
  };
  // One by one: so many as there may be are more than a function takes at once.
  for (const problem of yield* checkRules(corpus, toHome, unread, isDraft)) problems.push(problem);
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
}

/** The texts of the articles by their nodes' ids. */
function* findArticles(
  files: Pick<Files, 'keys' | 'get'>,
  nodes: Iterable<GraphNode>,
  toHome: (id: string) => string,
  problems: Problem[],
  unread: Unread,
): Steps<Map<string, Article>> {
  const articles = new Map<string, Article>();
  const bySeed = new Map<string, string>();
  for (const node of nodes) {
    if (node.type !== 'article') continue;
    const text = files.get(`seeds/${node.seed}`);
    const twin = bySeed.get(node.seed);
    if (twin === undefined) bySeed.set(node.seed, node.id);
    if (text === undefined)
      problems.push({
        file: toHome(node.id),
        id: node.id,
        reason: `its article seeds/${node.seed} is missing: add the file or mend 'seed'`,
      });
    else if (text.length > MAX_FILE)
      problems.push({
        file: `seeds/${node.seed}`,
        reason: `longer than ${MAX_FILE} characters: split the article`,
      });
    else if (twin)
      problems.push({
        file: toHome(node.id),
        id: node.id,
        reason: `seeds/${node.seed} already belongs to ${twin}`,
      });
    else articles.set(node.id, { node, text, leftOut: [] });
    yield;
  }
  for (const path of unread.files || unread.ids.size > 0 ? [] : files.keys())
    if (/^seeds\/[^/]+\.txt$/.test(path) && !bySeed.has(path.slice('seeds/'.length)))
      problems.push({ file: path, reason: 'no article node in graph/ has this file as its seed' });
  return articles;
}

/**
 * Places anchors in their articles, and makes passages of them; whether one is there, once. `isNamed` tells of what is no
 * article here whether it may be one that could not be read, so that this is no problem of its own.
 */
function toPlacer(
  articles: ReadonlyMap<string, Article>,
  isNamed: (article: string) => boolean,
  problems: Problem[],
) {
  const folded = new Map<Article, string>();
  const turned = new Map<Article, string>();
  /** Whether words would be there if the lines of both ended alike. */
  const isTurned = (article: Article, { quote, before, after }: Anchor): boolean => {
    const text = turned.get(article) ?? withLineFeeds(article.text);
    turned.set(article, text);
    const words = {
      quote: withLineFeeds(quote),
      ...(before !== undefined && { before: withLineFeeds(before) }),
      ...(after !== undefined && { after: withLineFeeds(after) }),
    };
    return locate(text, words).length === 1;
  };
  return (file: string, id: string | undefined, path: string, anchor: Anchor): anchor is Passage => {
    const article = articles.get(anchor.article);
    const report = (reason: string) => void problems.push({ file, ...(id && { id }), path, reason });
    if (!article) {
      if (!isNamed(anchor.article)) report(`there is no article ${anchor.article}`);
      return false;
    }
    const { text } = article;
    const spans = locate(text, anchor);
    const seed = `seeds/${article.node.seed}`;
    if (spans.length === 1) {
      // The words as part of the text, so that they are in memory once.
      anchor.article = article.node.id;
      anchor.quote = text.slice(spans[0]!.start, spans[0]!.end);
      Object.assign(anchor, spans[0]);
      return true;
    }
    if (spans.length > 1)
      report(
        `${shorten(anchor.quote)} is ${spans.length} times in ${seed}: quote more, or single it out with 'before' or 'after'`,
      );
    else if (isTurned(article, anchor))
      report(
        `${shorten(anchor.quote)} is in ${seed}, but lines end otherwise there, as git for Windows turns them: fetch the text as it was, with the line ‘${KEPT_BY_GIT}’ in ${GIT_ATTRIBUTES}`,
      );
    else if ((anchor.before ?? anchor.after) !== undefined && text.includes(anchor.quote))
      report(`${shorten(anchor.quote)} is in ${seed}, but not right between its 'before' and 'after'`);
    else {
      const plain = folded.get(article) ?? fold(text);
      folded.set(article, plain);
      report(
        plain.includes(fold(anchor.quote))
          ? `${shorten(anchor.quote)} is not in ${seed} to the letter: mend its capitals, quotation marks, dashes or non-breaking spaces`
          : `${shorten(anchor.quote)} is not in ${seed}: copy the words exactly`,
      );
    }
    return false;
  };
}

const TOO_MANY = `with it there are more than ${MAX_ITEMS} nodes and edges, which are more than can be shown: leave out files`;
const TOO_WRONG = `there are more than ${MAX_PROBLEMS} problems up to here: mend them before the rest is looked at`;

/** Which file an id is first in; found out when first asked, which is where there is a problem. */
function toHomes(graphFiles: ReadonlyMap<string, ReadFile>): (id: string) => string {
  let homes: Map<string, string> | undefined;
  return (id) => {
    if (!homes) {
      homes = new Map();
      for (const [path, { nodes, edges }] of graphFiles)
        for (const item of [...nodes, ...edges]) if (!homes.has(item.id)) homes.set(item.id, path);
    }
    return homes.get(id)!;
  };
}

/** A graph file as far as it could be read; `broken` are the ids of items that could not. */
type ReadFile = Required<Pick<GraphFile, 'nodes' | 'edges' | 'leftOut'>> & {
  title: string | undefined;
  broken: string[];
};

/** The outer form of a graph file; its items are read one by one, so that one broken item hides no other. */
const GraphFileFrame = GraphFile.extend({
  nodes: z.array(z.unknown()),
  edges: z.array(z.unknown()),
  leftOut: z.array(z.unknown()).optional(),
});

/** The value of a file's text; none where it is too long or not JSON. */
function parseFile(path: string, text: string, problems: Problem[]): { value: unknown } | undefined {
  const { json, reason } =
    text.length > MAX_FILE
      ? { reason: `longer than ${MAX_FILE} characters: split the file` }
      : parseJson(text);
  if (reason === undefined) return { value: json };
  problems.push({ file: path, reason });
  return undefined;
}

/** How many nodes, edges and words left out a file names, right or wrong. */
function countItems(file: { value: unknown } | undefined): number {
  const lists = (file?.value ?? {}) as Partial<Record<'nodes' | 'edges' | 'leftOut', unknown>>;
  return [lists.nodes, lists.edges, lists.leftOut].reduce<number>(
    (sum, list) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
}

/** Puts what is wrong with a part of a file among the problems. */
const toReport =
  (path: string, problems: Problem[]) =>
  (issues: readonly z.core.$ZodIssue[], input: unknown, id?: string, prefix: PropertyKey[] = []) => {
    for (const issue of issues) {
      const place = [...prefix, ...issue.path].map(String).join('.');
      problems.push({
        file: path,
        ...(id !== undefined && { id }),
        ...(place !== '' && { path: place }),
        reason: printIssue(issue, input),
      });
    }
  };

/** What a codebook says; undefined where it cannot be read, which is told among the problems. */
export function readCodebook(path: string, text: string, problems: Problem[]): Corpus['definitions'] {
  const json = parseFile(path, text, problems);
  if (!json) return undefined;
  const { success, data, error } = CodebookFile.safeParse(json.value);
  if (success) return data.definitions;
  toReport(path, problems)(error.issues, json.value);
  return undefined;
}

function* readGraphFile(path: string, json: unknown, problems: Problem[]): Steps<ReadFile | undefined> {
  const report = toReport(path, problems);
  const frame = GraphFileFrame.safeParse(json);
  if (!frame.success) {
    report(frame.error.issues, json);
    return undefined;
  }
  const broken: string[] = [];
  function* readAll<T>(
    key: 'nodes' | 'edges' | 'leftOut',
    isRight: (item: unknown) => item is T,
    schema: z.ZodType<T>,
  ): Steps<T[]> {
    const found: T[] = [];
    for (const [index, item] of (frame.data![key] ?? []).entries()) {
      if (index % STRETCH === 0) yield;
      if (problems.length > MAX_PROBLEMS) break;
      if (isRight(item)) {
        found.push(item);
        continue;
      }
      const result = schema.safeParse(item);
      if (result.success) {
        found.push(result.data);
        continue;
      }
      const id = (item as { id?: unknown } | null)?.id;
      const named = typeof id === 'string' && id !== '' ? id : undefined;
      if (named !== undefined) broken.push(named);
      report(result.error.issues, item, named, named === undefined ? [key, index] : []);
    }
    return found;
  }
  return {
    title: frame.data.title,
    nodes: yield* readAll('nodes', isNode, StoredNode),
    edges: yield* readAll('edges', isEdge, StoredEdge),
    leftOut: yield* readAll('leftOut', isLeftOut, LeftOut),
    broken,
  };
}

/** The value that a JSON text stands for, or why it stands for none. A byte order mark in front is passed over. */
export function parseJson(text: string): { json?: unknown; reason?: string } {
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch (error) {
    // What was read as UTF-8 and is not begins with what no JSON holds outside its strings.
    if (/^\uFFFD|\0/.test(text)) return { reason: 'is not text in UTF-8: save it as JSON in UTF-8' };
    return { reason: `is not JSON: ${(error as Error).message}` };
  }
}

/** A value as a message quotes it. */
function printValue(value: unknown): string {
  if (typeof value === 'string') return shorten(value);
  try {
    return shorten(JSON.stringify(value));
  } catch {
    return 'what is nested so deep';
  }
}

const [isNode, isEdge, isLeftOut] = [toShape(StoredNode), toShape(StoredEdge), toShape(LeftOut)];

/** What is wrong, with the words that are. */
export function printIssue(issue: z.core.$ZodIssue, input: unknown): string {
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );
  const message = abbreviate(issue.message, 300);
  if (found === undefined) return issue.code === 'unrecognized_keys' ? message : `is missing: ${message}`;
  if (issue.code === 'unrecognized_keys') return `${message}: remove it, or mend its spelling`;
  return `${printValue(found)}: ${message}`;
}

/** Every sentence, and every longer part of one, that is neither coded nor left out: what keeps a coding from being whole. */
export function findUnaccounted(corpus: Corpus): Problem[] {
  const problems: Problem[] = [];
  for (const [id, { node }] of corpus.articles) {
    for (const sentence of accountFor(corpus, id)) {
      const file = `seeds/${node.seed}`;
      if (sentence.state === 'unaccounted')
        problems.push({
          file,
          reason: `${shorten(sentence.text)} is neither coded nor left out: code it, or add it to 'leftOut' with a reason`,
        });
      else
        for (const gap of sentence.gaps)
          problems.push({
            file,
            reason: `${shorten(corpus.articles.get(id)!.text.slice(gap.start, gap.end))} is neither coded nor left out, though the rest of its sentence is`,
          });
    }
  }
  return problems;
}
