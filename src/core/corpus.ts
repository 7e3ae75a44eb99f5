// Files ⇄ corpus: reads graph files and articles, finds every passage, and names every problem at once.
import { locate, type Span } from './anchor';
import { toCoverage, type Sentence } from './coverage';
import {
  EDGE_ENDS,
  GraphFile,
  type Anchor,
  type EdgeType,
  type LeftOut,
  type NodeType,
  type StoredEdge,
  type StoredNode,
} from './schema';

/** Path → text, with '/' between folders: 'graph/shared.json', 'seeds/000.txt'. */
export type Files = ReadonlyMap<string, string>;

/** Words of an article and where they stand in it (UTF-16 code units). */
export type Passage = Anchor & Span;

type Located<T> = T extends { datePassage?: Anchor | undefined }
  ? Omit<T, 'passages' | 'datePassage'> & { passages: Passage[]; datePassage?: Passage }
  : Omit<T, 'passages'> & { passages: Passage[] };
export type GraphNode = Located<StoredNode>;
export type GraphEdge = Located<StoredEdge>;
export type NodeOf<T extends NodeType> = Extract<GraphNode, { type: T }>;
export type EdgeOf<T extends EdgeType> = Extract<GraphEdge, { type: T }>;

/** An article as read: its node, its text, and the words of it that are deliberately not coded. */
export type Article = { node: NodeOf<'article'>; text: string; leftOut: (LeftOut & Span)[] };

/** A whole coded debate: everything by id, in the order of the files. Never mutated. */
export type Corpus = {
  articles: ReadonlyMap<string, Article>;
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
};

/** One thing wrong in the files: where (`id` of a node or edge, `path` of a field), what, and how to mend it. */
export type Problem = { file: string; id?: string; path?: string; reason: string };

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

/** Texts longer than this (UTF-16 code units) are refused with a message. */
const MAX_FILE = 50_000_000;

const shorten = (words: string) => {
  const text = words.replace(/\s+/g, ' ');
  return `“${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`;
};
const list = (words: readonly string[]) => words.join(', ');

/** All the words a node or edge rests on, those that give its date last. */
export function toPassages(item: GraphNode | GraphEdge): Passage[] {
  return 'datePassage' in item && item.datePassage ? [...item.passages, item.datePassage] : item.passages;
}

/** Every sentence of an article with what became of it. */
export function accountFor(corpus: Corpus, article: string): Sentence[] {
  const { text, leftOut } = corpus.articles.get(article)!;
  const items = [...corpus.nodes.values(), ...corpus.edges.values()];
  const coded = items.flatMap(toPassages).filter((passage) => passage.article === article);
  return toCoverage(text, coded, leftOut);
}

/** Whether an edge is somebody, or a report, putting forward a claim or recommendation. */
export function isUtterance(
  corpus: Pick<Corpus, 'nodes'>,
  edge: GraphEdge,
): edge is EdgeOf<'authored'> | EdgeOf<'states'> {
  const type = corpus.nodes.get(edge.target)?.type;
  return (
    (edge.type === 'authored' || edge.type === 'states') && (type === 'claim' || type === 'recommendation')
  );
}

/**
 * Reads every `graph/*.json` (but `graph/schema.json`) and the `seeds/*.txt` they speak of.
 * @throws CorpusError with every problem found: not JSON, not the schema, an id twice, an edge to nothing or between types
 *   that may not meet, a quote that is not in its article or is there twice, a missing article, a claim nobody makes.
 */
export function readCorpus(files: Files): Corpus {
  const problems: Problem[] = [];
  const graphFiles = new Map<string, GraphFile>();
  for (const [path, text] of files) {
    if (!/^graph\/[^/]+\.json$/.test(path) || path === 'graph/schema.json') continue;
    const file = readGraphFile(path, text, problems);
    if (file) graphFiles.set(path, file);
  }
  if (graphFiles.size === 0 && problems.length === 0)
    problems.push({
      file: 'graph/',
      reason: 'holds no graph file: expected at least one graph/<article>.json',
    });

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
  for (const node of stored.nodes) {
    if (node.type !== 'article') continue;
    const file = homes.get(node.id)!;
    const text = files.get(`seeds/${node.seed}`);
    const twin = [...articles.values()].find((article) => article.node.seed === node.seed);
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
      problems.push({ file, id: node.id, reason: `seeds/${node.seed} already belongs to ${twin.node.id}` });
    else articles.set(node.id, { node: node as unknown as NodeOf<'article'>, text, leftOut: [] });
  }
  const seeds = new Set(
    [...stored.nodes].map((node) => (node.type === 'article' ? `seeds/${node.seed}` : '')),
  );
  for (const path of files.keys())
    if (/^seeds\/[^/]+\.txt$/.test(path) && !seeds.has(path))
      problems.push({ file: path, reason: 'no article node in graph/ has this file as its seed' });

  const find = (file: string, id: string | undefined, path: string, anchor: Anchor): Passage[] => {
    const article = articles.get(anchor.article);
    const report = (reason: string) => void problems.push({ file, ...(id && { id }), path, reason });
    if (!article) {
      const known = stored.nodes.some((node) => node.id === anchor.article);
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
    else
      report(
        `${shorten(anchor.quote)} is not in ${seed}: copy the words exactly, curly quotes and spaces included`,
      );
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
    for (const [index, leftOut] of (file.leftOut ?? []).entries())
      for (const span of find(path, undefined, `leftOut.${index}`, leftOut))
        articles.get(leftOut.article)?.leftOut.push({ ...leftOut, ...span });

  const nodes = new Map<string, GraphNode>(stored.nodes.map((node) => [node.id, findAll(node)]));
  for (const [id, article] of articles)
    articles.set(id, { ...article, node: nodes.get(id) as NodeOf<'article'> });
  const edges = new Map<string, GraphEdge>(stored.edges.map((edge) => [edge.id, findAll(edge)]));
  const corpus: Corpus = { articles, nodes, edges };
  checkGraph(corpus, homes, problems);
  if (problems.length > 0) throw new CorpusError(problems);
  return corpus;
}

function readGraphFile(path: string, text: string, problems: Problem[]): GraphFile | undefined {
  if (text.length > MAX_FILE) {
    problems.push({ file: path, reason: `longer than ${MAX_FILE} characters: split the file` });
    return undefined;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    problems.push({ file: path, reason: `is not JSON: ${(error as Error).message}` });
    return undefined;
  }
  const result = GraphFile.safeParse(json);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const [key, index, ...rest] = issue.path;
    const item =
      (key === 'nodes' || key === 'edges') && typeof index === 'number'
        ? (json as Record<string, unknown[]>)[key]?.[index]
        : undefined;
    const id = (item as { id?: unknown } | null | undefined)?.id;
    const named = typeof id === 'string' && id !== '' ? id : undefined;
    const place = (named === undefined ? issue.path : rest).map(String).join('.');
    problems.push({
      file: path,
      ...(named !== undefined && { id: named }),
      ...(place !== '' && { path: place }),
      reason: issue.message,
    });
  }
  return undefined;
}

function checkGraph(corpus: Corpus, homes: ReadonlyMap<string, string>, problems: Problem[]): void {
  const { nodes, edges } = corpus;
  const said = new Set<string>();
  const placed = new Set<string>();
  const once = new Map<string, string>();
  for (const edge of edges.values()) {
    const report = (reason: string) => void problems.push({ file: homes.get(edge.id)!, id: edge.id, reason });
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source) report(`leads from ${edge.source}, which is no node`);
    if (!target) report(`leads to ${edge.target}, which is no node`);
    if (!source || !target) continue;
    const [from, to] = EDGE_ENDS[edge.type] as readonly [readonly NodeType[], readonly NodeType[]];
    if (!from.includes(source.type))
      report(
        `'${edge.type}' may lead from ${list(from)}, not from a node of type ${source.type} (${source.id})`,
      );
    if (!to.includes(target.type))
      report(`'${edge.type}' may lead to ${list(to)}, not to a node of type ${target.type} (${target.id})`);
    if (source === target) report('leads from a node to itself');
    if (edge.basis === 'inferred' && edge.rationale === undefined)
      report("is inferred, so it needs a 'rationale': one sentence on why the coder concludes it");
    if (edge.basis === 'stated' && edge.rationale !== undefined)
      report(
        "has a 'rationale' but is stated: the passage must say it by itself, or the basis is 'inferred'",
      );
    const utterance = isUtterance(corpus, edge);
    if (utterance) {
      said.add(target.id);
      if (edge.speech === undefined) report("needs 'speech': direct, indirect or narration");
      if (new Set(edge.passages.map((passage) => passage.article)).size > 1)
        report('has passages in several articles: each article that reports it is an utterance of its own');
    }
    if (edge.type === 'authored' && edge.speech !== undefined && !utterance)
      report(`has 'speech', which only an utterance of a claim or recommendation has, not of ${target.type}`);
    if (edge.type === 'responds-to' && (target.type === 'recommendation') !== (edge.response !== undefined))
      report(
        target.type === 'recommendation'
          ? "responds to a recommendation, so it needs 'response': accepted, partly, rejected or noted"
          : `has 'response', which only an answer to a recommendation has, not to a ${target.type}`,
      );
    if (edge.type === 'about') placed.add(source.id).add(target.id);
    if (!utterance && edge.type !== 'rated' && edge.type !== 'affiliated-with') {
      const key = `${edge.type} ${edge.source} ${edge.target}`;
      const twin = once.get(key);
      if (twin) report(`says the same as ${twin}: put the passages together in one edge`);
      once.set(key, edge.id);
    }
  }
  for (const node of nodes.values()) {
    const report = (reason: string) => void problems.push({ file: homes.get(node.id)!, id: node.id, reason });
    if (node.type === 'claim' || node.type === 'recommendation') {
      if (!said.has(node.id))
        report("nobody says it: it needs an 'authored' edge from an actor or 'states' from a report");
      if (!placed.has(node.id)) report("belongs to no topic: it needs an 'about' edge");
    }
    if (node.type === 'topic' && !placed.has(node.id))
      report("nothing is about it: remove it or add 'about' edges");
  }
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
