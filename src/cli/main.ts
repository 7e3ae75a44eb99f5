#!/usr/bin/env node
// The command line: a table of commands over the core. Results on standard output, all else on standard error.
import path from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  CorpusError,
  findUnaccounted,
  GIT_ATTRIBUTES,
  KEPT_BY_GIT,
  MAX_FILE,
  parseJson,
  printProblems,
  readCorpus,
  readDraft,
  type Files,
} from '../core/corpus';
import { apply } from '../core/edit';
import { toFirstDrawing } from '../core/overview';
import { layout } from '../core/layout';
import type { Article, Corpus } from '../core/model';
import { FORMAT_IDS, FORMATS, prepareExport, type FormatId } from '../core/formats/formats';
import { NETWORK_NODES } from '../core/formats/part';
import { readGraphml } from '../core/formats/reader';
import { toVisible } from '../core/filter';
import { NETWORK_TYPES, type NetworkType } from '../core/vocabulary';
import { writePack } from '../core/pack';
import { plural } from '../core/plural';
import { parseQuery, QueryError } from '../core/query';
import { GraphFile, toJsonSchema } from '../core/schema';
import { compareCorpora, toSettlement } from '../core/settlement';
import { atOnce } from '../core/steps';
import { readStories } from '../core/story';
import { addArticles, type Stated } from './add';
import { extract, toOrders } from './extraction';
import { findFiles, isFile, isFolder, makeFolder, readChunks, readFiles, writeFile, writeOut } from './files';
import { printGraphFile, printGraphFiles, toKept, toStored } from '../core/graphfile';
import {
  printAgreement,
  printCoverage,
  printExtracted,
  printQueryError,
  printStats,
  type Extracted,
} from './print';

/** What names a file, a folder or a node. */
const toName = (text: string): string => {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
};
const toNames = (text: string, before: readonly string[] = []): string[] => [...before, toName(text)];

const program = new Command('claimscape')
  .description(
    'Checks, counts, exports and imports a debate: graph/*.json, coded from the articles seeds/*.txt.',
  )
  .option('--corpus <folder>', 'the folder that holds graph/ and seeds/', toName, '.')
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError();

const say = (text: string) => void process.stderr.write(`${text}\n`);
/** A graph file that codes one article, as it is read. */
type Coding = { file: GraphFile; corpus: Corpus; article: Article };

/** What a graph file names and does not hold: the ends of its lines, and the articles of its words. */
function findMissing({ nodes, edges }: GraphFile): string[] {
  const held = new Set(nodes.map(({ id }) => id));
  const named = [
    ...edges.flatMap(({ source, target }) => [source, target]),
    ...[...nodes, ...edges].flatMap(({ passages }) => passages.map(({ article }) => article)),
  ];
  return [...new Set(named)].filter((id) => !held.has(id));
}

/**
 * @throws Error where the file codes no article, or several, or names what it does not hold; CorpusError where it is no coding of
 * an article in seeds/.
 */
async function readCoding(name: string, folder: string): Promise<Coding> {
  const text = [...readChunks(name)].join('');
  const { data: file } = GraphFile.safeParse(parseJson(text).json);
  if (file) {
    const coded = file.nodes.filter(({ type }) => type === 'article').length;
    if (coded !== 1) throw new Error(`${name} must code one article, not ${coded}`);
    const missing = findMissing(file);
    if (missing.length > 0)
      throw new Error(
        `${name} does not stand alone: it names ${plural(missing.length, 'node')} that it does not hold, such as ${missing[0]}. Copy them into it, with what is quoted of its own article; or compare whole folders on the page, with ‘Compare with another coding…’ in a project`,
      );
  }
  const seeds = [...(await readFiles(folder))].filter(([seed]) => seed.startsWith('seeds/'));
  const named = new Set([...text.matchAll(/"seed":\s*"([^"]+)"/g)].map(([, seed]) => `seeds/${seed}`));
  // Wherever it lies, it is read as a graph file is; problems in it are told by its own name.
  const placed = 'graph/coding.json';
  let corpus;
  try {
    const files = new Map([[placed, text], ...seeds.filter(([seed]) => named.has(seed))]);
    corpus = readDraft(files);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    throw new CorpusError(
      error.problems.map((problem) => (problem.file === placed ? { ...problem, file: name } : problem)),
    );
  }
  const [article] = corpus.articles.values();
  // What was read as a corpus has the form of a graph file.
  return { file: file!, corpus, article: article! };
}

/** What `extract` wrote to a file, as it prints it. */
const withoutHash = (text: string) => text.replace(/^\{"hash":"[0-9a-f]*",/, '{').trimEnd();

/** A coding may be unfinished: only `check` asks for what it lacks. */
const read = async (): Promise<Corpus> =>
  readDraft(await readFiles(program.opts<{ corpus: string }>().corpus));

program
  .command('check')
  .description('name every problem in the files; exits with 1 where there is one')
  .option('--coverage', 'list every sentence that is left out, with its reason')
  .action(async ({ coverage = false }: { coverage?: boolean }) => {
    const files = await readFiles(program.opts<{ corpus: string }>().corpus);
    let corpus;
    try {
      corpus = readCorpus(files);
    } catch (error) {
      if (!(error instanceof CorpusError)) throw error;
      throw new CorpusError([...error.problems, ...readStories(files, undefined).problems]);
    }
    const { stories, problems } = readStories(files, corpus);
    await writeOut(printCoverage(corpus, coverage));
    const found = [...findUnaccounted(corpus), ...problems];
    if (found.length > 0) throw new CorpusError(found);
    say(
      `${plural(corpus.nodes.size, 'node')}, ${plural(corpus.edges.size, 'edge')}, ${plural(stories.length, 'story', 'stories')}: no problems`,
    );
  });

program
  .command('stats')
  .description('count nodes, edges and passages by type')
  .action(async () => writeOut(printStats(await read())));

program
  .command('schema')
  .description('print the JSON Schema of the files in graph/')
  .action(async () => writeOut([`${JSON.stringify(toJsonSchema(), null, 2)}\n`]));

const toDepth = (text: string) => {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 99.');
  return Number(text);
};

program
  .command('export')
  .description('write the graph, or what a query or a neighbourhood leaves of it')
  .addOption(new Option('--format <format>', 'the file format').choices(FORMAT_IDS).makeOptionMandatory())
  .option('--query <query>', 'only what matches, such as: type:claim,person edge:disputes "one word"', '')
  .option('--around <id>', 'only what lies around this node', toName)
  .option('--depth <steps>', 'how many steps around it (default: 1)', toDepth)
  .addOption(
    new Option(
      '--network <type>',
      'who agrees (congruence), disagrees (conflict) or does the one more often (subtract) with whom in it, or who speaks on which question (affiliation)',
    ).choices(NETWORK_TYPES),
  )
  .option('--out <file>', 'write to a file instead of standard output', toName)
  .action(
    async (options: {
      format: FormatId;
      query: string;
      around?: string;
      depth?: number;
      network?: NetworkType;
      out?: string;
    }) => {
      if (options.depth !== undefined && options.around === undefined)
        throw new Error('--depth: it counts the steps around a node: name that with --around');
      const whole = await read();
      let query;
      try {
        query = parseQuery(options.query, whole);
      } catch (error) {
        if (error instanceof QueryError)
          throw new Error(printQueryError(options.query, error), { cause: error });
        throw error;
      }
      if (options.around !== undefined && !whole.nodes.has(options.around))
        throw new Error(`--around: there is no node ${options.around}; ids look like 'person:eileen-munro'`);
      const focus =
        options.around === undefined ? undefined : { ids: [options.around], depth: options.depth ?? 1 };
      const ids = toVisible(whole, query, focus);
      const part = { kind: options.network ?? 'visible', ids, query, focus } as const;
      const { size, rows, removed, write } = atOnce(prepareExport(whole, part, options.format));
      await (options.out === undefined ? writeOut(write()) : writeFile(options.out, write()));
      if (removed > 0)
        say(`left out: ${removed} characters that ${FORMATS[options.format].label} cannot hold`);
      const nodes = options.network ? NETWORK_NODES[options.network] : (['node', 'nodes'] as const);
      const edges = options.network ? 'tie' : 'edge';
      const told = size
        ? `${plural(size.nodes, ...nodes)}, ${plural(size.edges, edges)}`
        : plural(rows, 'row');
      say(`${told}${options.out === undefined ? '' : ` in ${options.out}`}`);
    },
  );

/**
 * Writes graph files, one an article, into a folder, which is made where there is none.
 * @throws Error where one of them is there already: it may be one that these stand in for, or another's.
 */
async function writeGraph(graph: GraphFile, folder: string): Promise<void> {
  const files = [...atOnce(printGraphFiles(toKept(graph)))].map(
    ([name, text]) => [path.join(folder, path.basename(name)), text] as const,
  );
  for (const [name] of files)
    if (await isFile(name)) throw new Error(`${name} is there already: name an empty folder, or a new one`);
  await makeFolder(folder);
  for (const [name, text] of files) await writeFile(name, [text]);
}

program
  .command('import')
  .description('turn GraphML that was exported here, and perhaps mended elsewhere, back into a graph file')
  .argument(
    '<file.graphml>',
    'as exported, or as Gephi, yEd, Cytoscape, networkx or igraph saved it again',
    toName,
  )
  .option(
    '--out <path>',
    'write to a file, such as graph/mended.json, instead of standard output; or, as what is too long for one must be, to a file an article in a folder, such as mended/, that is made where there is none',
    toName,
  )
  .action(async (file: string, { out }: { out?: string }) => {
    const { graph, removed } = readGraphml(readChunks(file), file);
    if (out !== undefined && (/[/\\]$/.test(out) || (await isFolder(out)))) await writeGraph(graph, out);
    else {
      const pieces = [...printGraphFile(graph)];
      if (pieces.reduce((sum, { length }) => sum + length, 0) > MAX_FILE)
        throw new Error(
          `${file} makes a graph file of more than ${MAX_FILE} characters, which no command reads: write it into a folder, as with --out mended/`,
        );
      await (out === undefined ? writeOut(pieces) : writeFile(out, pieces));
    }
    if (removed > 0) say(`${removed} characters that GraphML cannot hold had been left out of this file`);
    say(
      `${plural(graph.nodes.length, 'node')}, ${plural(graph.edges.length, 'edge')}${out === undefined ? '' : ` in ${out}: \`check\` reads them against seeds/`}`,
    );
  });

program
  .command('add')
  .description('add articles to graph/ and seeds/, to be coded; the folders are made where there are none')
  .argument('<file...>', 'text, Markdown, saved web pages, PDF or Word, or folders of them', toNames)
  .option('--title <title>', 'its title, where the file tells none or another')
  .option('--publisher <name>', 'who published them')
  .option('--date <date>', 'when they appeared: the day, or 2014-06, or 2014? where unsure')
  .action(async (named: string[], stated: Stated) => {
    const { corpus: folder } = program.opts<{ corpus: string }>();
    const found = await findFiles(named);
    if (found.length === 0) throw new Error(`there is no file in ${named.join(', ')}`);
    if (stated.title !== undefined && found.length > 1)
      throw new Error(`--title: there are ${found.length} files, and only one can have this title`);
    const folders = ['graph', 'seeds'].map((name) => path.join(folder, name));
    const isThere = (await Promise.all(folders.map(isFolder))).includes(true);
    const makeFolders = () => Promise.all(folders.map(makeFolder));
    if (isThere) await makeFolders();
    const known: Files = isThere ? await readFiles(folder) : new Map();
    let failed = 0;
    const { changed, added } = await addArticles(known, found, stated, (problem) => {
      failed += 1;
      say(problem);
    });
    if (changed.size > 0) await makeFolders();
    const attributes = path.join(folder, GIT_ATTRIBUTES);
    if (changed.size > 0 && !isThere && !(await isFile(attributes)))
      await writeFile(attributes, [`${KEPT_BY_GIT}\n`]);
    // The texts first: what is coded never lacks its words.
    for (const [name, text] of [...changed].toSorted(([one], [other]) => (one < other ? 1 : -1)))
      await writeFile(path.join(folder, name), [text]);
    say(
      `${plural(added, 'article')} added${failed > 0 ? `, ${failed} not` : ''}${added > 0 ? `: ${[...changed.keys()].join(', ')}` : ''}`,
    );
    if (failed > 0) process.exitCode = 1;
  });

program
  .command('extract')
  .description('propose people, organisations, claims and recommendations from articles, on all cores')
  .argument('<file...>', 'text, Markdown, saved web pages, PDF or Word, or folders of them', toNames)
  .option(
    '--out <folder>',
    'write one .json an article; those that are there already are passed over',
    toName,
  )
  .option('--json', 'print one JSON object a line for each article')
  .action(async (named: string[], { out, json = false }: { out?: string; json?: boolean }) => {
    const { corpus: folder } = program.opts<{ corpus: string }>();
    const corpus = (await isFolder(path.join(folder, 'graph'))) ? await read() : undefined;
    const orders = toOrders(await findFiles(named), out);
    if (orders.length === 0) throw new Error(`there is no file in ${named.join(', ')}`);
    if (out !== undefined) await makeFolder(out);
    let [done, there, failed] = [0, 0, 0];
    const clear = process.stderr.isTTY ? '\r\x1b[K' : '';
    async function* work() {
      for await (const { order, answer } of extract(orders, corpus)) {
        done += 1;
        if ('error' in answer) {
          failed += 1;
          say(`${clear}${answer.error}`);
        } else {
          if ('isThere' in answer) there += 1;
          if (json || out === undefined) {
            const line = 'json' in answer ? answer.json : withoutHash([...readChunks(order.out!)].join(''));
            if (json) yield `${line}\n`;
            else yield* printExtracted(JSON.parse(line) as Extracted);
          }
        }
        if (clear !== '')
          process.stderr.write(
            `${clear}${done} of ${orders.length}${failed > 0 ? `, ${failed} failed` : ''}`,
          );
      }
    }
    await writeOut(work());
    say(
      `${clear}${done - failed - there} read${there > 0 ? `, ${there} there already` : ''}${failed > 0 ? `, ${failed} failed` : ''}${out === undefined ? '' : ` in ${out}`}`,
    );
    if (failed > 0) process.exitCode = 1;
  });

program
  .command('agree')
  .description('tell how far two codings of the same articles agree, and where they do not')
  .argument('<first.json>', 'a graph file', toName)
  .argument('<second.json>', 'another coding of the same articles', toName)
  .option('--list', 'list every disagreement, in the order of the text')
  .option(
    '--merge <file>',
    'write both as one graph file: what is read otherwise stays as the first has it',
    toName,
  )
  .action(async (first: string, second: string, options: { list?: boolean; merge?: string }) => {
    const { corpus: folder } = program.opts<{ corpus: string }>();
    const codings = await Promise.all([first, second].map(async (file) => readCoding(file, folder)));
    const [one, other] = codings as [Coding, Coding];
    const comparison = atOnce(compareCorpora(one.corpus, other.corpus));
    const [compared] = comparison.articles.values();
    if (!compared)
      throw new Error(
        `${first} codes seeds/${one.article.node.seed}, ${second} seeds/${other.article.node.seed}: they must code the same article`,
      );
    await writeOut(printAgreement(compared.agreement, one.article.text, options.list ?? false));
    if (options.merge === undefined) return;
    const { corpus } = apply(one.corpus, atOnce(toSettlement(one.corpus, other.corpus, comparison)));
    const nodes = [...corpus.nodes.values()].map((node) => toStored(node));
    const edges = [...corpus.edges.values()].map((edge) => toStored(edge));
    await writeFile(options.merge, printGraphFile({ ...one.file, nodes, edges }));
    say(`${plural(nodes.length, 'node')}, ${plural(edges.length, 'edge')} in ${options.merge}`);
  });

program
  .command('pack')
  .description('write the files and the map of them, laid out, into one zip that the page opens')
  .option('--out <file>', 'the file to write', toName, 'debate.zip')
  .action(async ({ out }: { out: string }) => {
    const files = await readFiles(program.opts<{ corpus: string }>().corpus);
    const corpus = readDraft(files);
    const { stories, problems } = readStories(files, corpus);
    if (problems.length > 0) throw new CorpusError(problems);
    const drawing = atOnce(toFirstDrawing(corpus));
    say(`laying out ${plural(corpus.nodes.size, 'node')}`);
    const positions = layout(
      drawing,
      undefined,
      process.stderr.isTTY
        ? (share) => process.stderr.write(`\r${Math.round(100 * share)} %${share === 1 ? '\n' : ''}`)
        : undefined,
    );
    await writeFile(out, writePack(files, { drawing, positions }));
    say(
      `${plural(corpus.articles.size, 'article')}, ${plural(corpus.nodes.size, 'node')}, ${plural(corpus.edges.size, 'edge')}, ${plural(stories.length, 'story', 'stories')} in ${out}`,
    );
  });

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CorpusError) {
    // Only `check` is asked for all of them.
    const all = program.args[0] === 'check';
    for (const line of printProblems(error.problems, all ? Infinity : undefined)) say(line);
    say(`${plural(error.problems.length, 'problem')}`);
  } else say(`claimscape: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
