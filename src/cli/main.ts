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
import type { Corpus } from '../core/model';
import { FORMAT_IDS, FORMATS, prepareExport, type FormatId } from '../core/formats/formats';
import { nameNodes } from '../core/formats/part';
import { readGraphml } from '../core/formats/reader';
import { toVisible } from '../core/filter';
import { printLeftOut } from '../core/network';
import { ACTOR_KINDS, NETWORK_TYPES, type ActorKind, type NetworkType } from '../core/vocabulary';
import { writePack } from '../core/pack';
import { plural } from '../core/plural';
import { parseQuery, QueryError } from '../core/query';
import { GraphFile, toJsonSchema } from '../core/schema';
import { compareCorpora, toSettlement, type Comparison } from '../core/settlement';
import { atOnce } from '../core/steps';
import { readStories } from '../core/story';
import { addArticles, type Stated } from './add';
import { extract, toOrders } from './extraction';
import {
  findFiles,
  isFile,
  isFolder,
  makeFolder,
  readChunks,
  readFiles,
  readSaved,
  writeFile,
  writeOut,
} from './files';
import { printGraphFile, printGraphFiles, toGraphFile, toKept } from '../core/graphfile';
import {
  printComparison,
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
/** What somebody coded, of which only one article counts where one file of it was named. */
type Coding = { corpus: Corpus; only?: string | undefined };

/** What a graph file names and does not hold: the ends of its lines, and the articles of its words. */
function findMissing({ nodes, edges }: GraphFile): string[] {
  const held = new Set(nodes.map(({ id }) => id));
  const named = [
    ...edges.flatMap(({ source, target }) => [source, target]),
    ...[...nodes, ...edges].flatMap(({ passages }) => passages.map(({ article }) => article)),
  ];
  return [...new Set(named)].filter((id) => !held.has(id));
}

/** A corpus that may be unfinished; problems in it are told with where it lies. */
function readNamed(files: Files, toPlace: (file: string) => string): Corpus {
  try {
    return readDraft(files);
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    throw new CorpusError(error.problems.map((problem) => ({ ...problem, file: toPlace(problem.file) })));
  }
}

/**
 * A coding as the page saves it, a folder or a zip; or one file of graph/, with those beside it or by itself, on the articles in
 * a folder.
 * @throws Error where the file codes no article, or several, or names what is not there; CorpusError where it is no coding of
 * these articles.
 */
async function readCoding(name: string, folder: string): Promise<Coding> {
  const saved = await readSaved(name);
  if (saved) return { corpus: readNamed(saved, (file) => path.join(name, file)) };
  const text = [...readChunks(name)].join('');
  const { data: file } = GraphFile.safeParse(parseJson(text).json);
  if (file) {
    const [article, ...others] = file.nodes.filter(({ type }) => type === 'article');
    if (!article || others.length > 0)
      throw new Error(`${name} must code one article, not ${article ? 1 + others.length : 0}`);
    const missing = findMissing(file);
    const beside = path.dirname(path.dirname(path.resolve(name)));
    const isBeside = path.basename(path.dirname(path.resolve(name))) === 'graph';
    if (missing.length > 0 && isBeside && (await isFolder(path.join(beside, 'seeds'))))
      return {
        corpus: readNamed(await readFiles(beside), (other) => path.join(beside, other)),
        only: article.id,
      };
    if (missing.length > 0)
      throw new Error(
        `${name} does not stand alone: it names ${plural(missing.length, 'node')} that it does not hold, such as ${missing[0]}. Name the folder or the zip that it was saved in`,
      );
  }
  const seeds = [...(await readFiles(folder))].filter(([seed]) => seed.startsWith('seeds/'));
  const named = new Set([...text.matchAll(/"seed":\s*"([^"]+)"/g)].map(([, seed]) => `seeds/${seed}`));
  // Wherever it lies, it is read as a graph file is; problems in it are told by its own name.
  const placed = 'graph/coding.json';
  const files = new Map([[placed, text], ...seeds.filter(([seed]) => named.has(seed))]);
  return { corpus: readNamed(files, (other) => (other === placed ? name : other)) };
}

/** Two codings compared in the articles that count in both. @throws Error where there is none. */
function compareBoth(one: Coding, other: Coding): Comparison {
  const whole = atOnce(compareCorpora(one.corpus, other.corpus));
  const articles = new Map(
    [...whole.articles].filter(
      ([id, { theirs }]) => (one.only ?? id) === id && (other.only ?? theirs) === theirs,
    ),
  );
  if (articles.size === 0)
    throw new Error(
      `no article is in both with the same words: they must code the same article${whole.differing.length > 0 ? `, and ${whole.differing.join(', ')} is not the same in them` : ''}`,
    );
  return { ...whole, articles, disputes: whole.disputes.filter(({ article }) => articles.has(article)) };
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
  .addOption(new Option('--actors <kind>', 'whom it is a network of (default: bodies)').choices(ACTOR_KINDS))
  .option('--out <file>', 'write to a file instead of standard output', toName)
  .action(
    async (options: {
      format: FormatId;
      query: string;
      around?: string;
      depth?: number;
      network?: NetworkType;
      actors?: ActorKind;
      out?: string;
    }) => {
      if (options.depth !== undefined && options.around === undefined)
        throw new Error('--depth: it counts the steps around a node: name that with --around');
      if (options.actors !== undefined && options.network === undefined)
        throw new Error('--actors: it says whom a network is of: name that with --network');
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
      const { network: kind, actors } = options;
      const left = { ids, query, focus };
      const { size, coverage, rows, removed, write } = atOnce(
        prepareExport(whole, kind ? { kind, actors, ...left } : { kind: 'visible', ...left }, options.format),
      );
      await (options.out === undefined ? writeOut(write()) : writeFile(options.out, write()));
      if (removed > 0)
        say(`left out: ${removed} characters that ${FORMATS[options.format].label} cannot hold`);
      if (coverage && coverage.leftOut > 0) say(printLeftOut(coverage));
      const nodes = kind ? nameNodes({ kind, actors }) : (['node', 'nodes'] as const);
      const edges = kind ? 'tie' : 'edge';
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
  .option('--url <address>', 'where it is on the web, where the file tells nothing or another')
  .action(async (named: string[], stated: Stated) => {
    const { corpus: folder } = program.opts<{ corpus: string }>();
    const found = await findFiles(named);
    if (found.length === 0) throw new Error(`there is no file in ${named.join(', ')}`);
    for (const [option, what] of [
      ['title', 'title'],
      ['url', 'address'],
    ] as const)
      if (stated[option] !== undefined && found.length > 1)
        throw new Error(`--${option}: there are ${found.length} files, and only one can have this ${what}`);
    const folders = ['graph', 'seeds'].map((name) => path.join(folder, name));
    const isThere = (await Promise.all(folders.map(isFolder))).includes(true);
    const makeFolders = () => Promise.all(folders.map(makeFolder));
    if (isThere) await makeFolders();
    const known: Files = isThere ? await readFiles(folder) : new Map();
    let failed = 0;
    const refuse = (problem: string) => {
      failed += 1;
      say(problem);
    };
    const { changed, added } = await addArticles(known, found, stated, refuse, say);
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
  .argument(
    '<first>',
    'a project as it was saved, a folder or a zip, or one file of its graph/ for one article',
    toName,
  )
  .argument('<second>', 'another coding of the same articles', toName)
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
    const comparison = compareBoth(one, other);
    const { differing, lineEnds, missing } = comparison;
    await writeOut(printComparison(one.corpus, comparison, options.list ?? false));
    if (one.only === undefined && other.only === undefined) {
      for (const title of differing) say(`not compared, as its words are not the same in both: ${title}`);
      for (const title of lineEnds) say(`not compared, as its lines end otherwise: ${title}`);
      for (const title of missing) say(`only in ${second}: ${title}`);
    }
    if (options.merge === undefined) return;
    const { corpus } = apply(one.corpus, atOnce(toSettlement(one.corpus, other.corpus, comparison)));
    await writeFile(options.merge, printGraphFile(toGraphFile(corpus)));
    say(`${plural(corpus.nodes.size, 'node')}, ${plural(corpus.edges.size, 'edge')} in ${options.merge}`);
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
