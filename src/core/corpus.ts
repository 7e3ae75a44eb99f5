// Files ⇄ corpus: reads graph files and articles, finds every passage, and names every problem at once.
import * as z from 'zod';
import { locate } from './anchor';
import { toCoverage, type Sentence } from './coverage';
import {
  toPassages,
  type Article,
  type Corpus,
  type GraphEdge,
  type GraphNode,
  type Located,
  type NodeOf,
  type Passage,
  type Problem,
} from './model';
import { checkRules, type Unread } from './rules';
import { GraphFile, LeftOut, StoredEdge, StoredNode, type Anchor } from './schema';
import { atOnce, type Steps } from './steps';
import { fold } from './text';

/** Path → text, with '/' between folders: 'graph/shared.json', 'seeds/000.txt'. */
export type Files = ReadonlyMap<string, string>;

/** Thrown by readCorpus with everything that is wrong with the files. */
export class CorpusError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(printProblem).join('\n'));
    this.name = 'CorpusError';
  }
}

/** One line: 'graph/a.json: claim:x (passages.0): the reason'. */
export function printProblem({ file, id, path, reason }: Problem): string {
  return `${file}: ${id ? `${id}${path ? ` (${path})` : ''}: ` : path ? `${path}: ` : ''}${reason}`;
}

const isGraphFile = (path: string) => /^graph\/[^/]+\.json$/.test(path) && path !== 'graph/schema.json';

/** Texts longer than this (UTF-16 code units) are refused with a message. */
const MAX_FILE = 50_000_000;

const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Words of a file as a message quotes them: on one line, and not too many. */
export const shorten = (words: string) => `“${cut(words.replace(/\s+/g, ' '), 120)}”`;

/** Every sentence of an article with what became of it. */
export function accountFor(corpus: Corpus, article: string): Sentence[] {
  const { text, leftOut } = corpus.articles.get(article)!;
  const items = [...corpus.nodes.values(), ...corpus.edges.values()];
  const coded = items.flatMap(toPassages).filter((passage) => passage.article === article);
  return toCoverage(text, coded, leftOut);
}

/**
 * Reads every `graph/*.json` (but `graph/schema.json`) and the `seeds/*.txt` they speak of.
 * @throws CorpusError with every problem found: not JSON, not the schema, an id twice, an edge to nothing or between types
 *   that may not meet, a quote that is not in its article or is there twice, a missing article, a claim nobody makes.
 */
export function readCorpus(files: Files): Corpus {
  return atOnce(readInSteps(files));
}

/**
 * readCorpus with a pause after every file and every part of the checking, for a page that is to stay usable meanwhile.
 * @throws CorpusError as readCorpus does.
 */
export function* readInSteps(files: Files): Steps<Corpus> {
  const problems: Problem[] = [];
  const graphFiles = new Map<string, ReadFile>();
  for (const [path, text] of files) {
    if (!isGraphFile(path)) continue;
    const file = readGraphFile(path, text, problems);
    if (file) graphFiles.set(path, file);
    yield;
  }
  if (graphFiles.size === 0 && problems.length === 0)
    problems.push({
      file: 'graph/',
      reason: 'holds no graph file: expected at least one graph/<article>.json',
    });

  const unread: Unread = {
    files: graphFiles.size < [...files.keys()].filter(isGraphFile).length,
    ids: new Set([...graphFiles.values()].flatMap((file) => file.broken)),
  };
  const homes = new Map<string, string>();
  const stored: { nodes: StoredNode[]; edges: StoredEdge[] } = { nodes: [], edges: [] };
  const enter = (file: string, id: string) => {
    const other = homes.get(id);
    if (other === undefined) homes.set(id, file);
    else
      problems.push({
        file,
        id,
        reason: `this id is there twice, first in ${other}: give one of them another id`,
      });
    return other === undefined;
  };
  for (const [path, file] of graphFiles) {
    for (const node of file.nodes) if (enter(path, node.id)) stored.nodes.push(node);
    for (const edge of file.edges) if (enter(path, edge.id)) stored.edges.push(edge);
  }

  const articles = new Map<string, Article>();
  const bySeed = new Map<string, string>();
  for (const node of stored.nodes) {
    if (node.type !== 'article') continue;
    const file = homes.get(node.id)!;
    const text = files.get(`seeds/${node.seed}`);
    const twin = bySeed.get(node.seed);
    if (twin === undefined) bySeed.set(node.seed, node.id);
    if (text === undefined)
      problems.push({
        file,
        id: node.id,
        reason: `its article seeds/${node.seed} is missing: add the file or mend 'seed'`,
      });
    else if (text.length > MAX_FILE)
      problems.push({
        file: `seeds/${node.seed}`,
        reason: `longer than ${MAX_FILE} characters: split the article`,
      });
    else if (twin)
      problems.push({ file, id: node.id, reason: `seeds/${node.seed} already belongs to ${twin}` });
    else articles.set(node.id, { node: node as unknown as NodeOf<'article'>, text, leftOut: [] });
  }
  for (const path of unread.files || unread.ids.size > 0 ? [] : files.keys())
    if (/^seeds\/[^/]+\.txt$/.test(path) && !bySeed.has(path.slice('seeds/'.length)))
      problems.push({ file: path, reason: 'no article node in graph/ has this file as its seed' });

  const find = (file: string, id: string | undefined, path: string, anchor: Anchor): Passage[] => {
    const article = articles.get(anchor.article);
    const report = (reason: string) => void problems.push({ file, ...(id && { id }), path, reason });
    if (!article) {
      const known =
        unread.files ||
        unread.ids.has(anchor.article) ||
        stored.nodes.some((node) => node.id === anchor.article);
      if (!known) report(`there is no article ${anchor.article}`);
      return [];
    }
    const spans = locate(article.text, anchor);
    const seed = `seeds/${article.node.seed}`;
    if (spans.length === 1) return [{ ...anchor, ...spans[0]! }];
    if (spans.length > 1)
      report(
        `${shorten(anchor.quote)} is ${spans.length} times in ${seed}: quote more, or single it out with 'before' or 'after'`,
      );
    else if ((anchor.before ?? anchor.after) !== undefined && article.text.includes(anchor.quote))
      report(`${shorten(anchor.quote)} is in ${seed}, but not right between its 'before' and 'after'`);
    else if (fold(article.text).includes(fold(anchor.quote)))
      report(
        `${shorten(anchor.quote)} is not in ${seed} to the letter: mend its capitals, quotation marks, dashes or non-breaking spaces`,
      );
    else report(`${shorten(anchor.quote)} is not in ${seed}: copy the words exactly`);
    return [];
  };
  const findAll = <T extends StoredNode | StoredEdge>(item: T): Located<T> => {
    const file = homes.get(item.id)!;
    const dated =
      'datePassage' in item && item.datePassage ? find(file, item.id, 'datePassage', item.datePassage) : [];
    const passages = item.passages.flatMap((anchor, index) =>
      find(file, item.id, `passages.${index}`, anchor),
    );
    return { ...item, passages, ...(dated[0] && { datePassage: dated[0] }) } as unknown as Located<T>;
  };
  for (const [path, file] of graphFiles)
    for (const [index, leftOut] of file.leftOut.entries())
      for (const span of find(path, undefined, `leftOut.${index}`, leftOut))
        articles.get(leftOut.article)?.leftOut.push({ ...leftOut, ...span });

  yield;
  const nodes = new Map<string, GraphNode>(stored.nodes.map((node) => [node.id, findAll(node)]));
  for (const [id, article] of articles)
    articles.set(id, { ...article, node: nodes.get(id) as NodeOf<'article'> });
  yield;
  const edges = new Map<string, GraphEdge>(stored.edges.map((edge) => [edge.id, findAll(edge)]));
  const titled = [...graphFiles].filter(([, file]) => file.title !== undefined);
  for (const [path] of titled.slice(1))
    problems.push({
      file: path,
      path: 'title',
      reason: `${titled[0]![0]} has a title already: remove one of them`,
    });
  const corpus: Corpus = { ...(titled[0] && { title: titled[0][1].title }), articles, nodes, edges };
  yield;
  problems.push(...checkRules(corpus, homes, unread));
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
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

function readGraphFile(path: string, text: string, problems: Problem[]): ReadFile | undefined {
  const report = (
    issues: readonly z.core.$ZodIssue[],
    input: unknown,
    id?: string,
    prefix: PropertyKey[] = [],
  ) => {
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
  if (text.length > MAX_FILE) {
    problems.push({ file: path, reason: `longer than ${MAX_FILE} characters: split the file` });
    return undefined;
  }
  const { json, reason } = parseJson(text);
  if (reason !== undefined) {
    problems.push({ file: path, reason });
    return undefined;
  }
  const frame = GraphFileFrame.safeParse(json);
  if (!frame.success) {
    report(frame.error.issues, json);
    return undefined;
  }
  const broken: string[] = [];
  const readAll = <T>(key: 'nodes' | 'edges' | 'leftOut', schema: z.ZodType<T>): T[] =>
    (frame.data[key] ?? []).flatMap((item, index) => {
      const result = schema.safeParse(item);
      if (result.success) return [result.data];
      const id = (item as { id?: unknown } | null)?.id;
      const named = typeof id === 'string' && id !== '' ? id : undefined;
      if (named !== undefined) broken.push(named);
      report(result.error.issues, item, named, named === undefined ? [key, index] : []);
      return [];
    });
  return {
    title: frame.data.title,
    nodes: readAll('nodes', StoredNode),
    edges: readAll('edges', StoredEdge),
    leftOut: readAll('leftOut', LeftOut),
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

/** What is wrong, with the words that are. */
export function printIssue(issue: z.core.$ZodIssue, input: unknown): string {
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    input,
  );
  const message = cut(issue.message, 300);
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
