// Opens a corpus of the reader's own, be it packed, in a folder, in GraphML or coded elsewhere; nothing of it leaves the browser.
import { CorpusError, isGraphFile, readInSteps, type Files, type Progress } from '../core/corpus';
import { printGraphFiles, readHomes, type Homes } from '../core/graphfile';
import { EMPTY, type Corpus } from '../core/model';
import { findCorpus, MOST, PackError, PICTURE, readPack, type LazyFiles } from '../core/pack';
import { isStoryFile } from '../core/story';
import { readBytes } from '../worker/failures';
import { hire, run } from '../worker/index';
import type { Dropped } from './ui/dropped';
import { finish } from './steps';
import { count } from './numbers';
import { prepare, useStore, type Opened } from './store';

/** A file as it was chosen or dropped: its path below what was, and where its content is. */
export type Chosen = { readonly path: string; readonly file: File };

/** How far it has come. */
export type Phase = Progress | { phase: 'folder' | 'map'; done: number; all: number };

const toMegabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

/** How many files of a folder are asked for at a time. */
const AT_ONCE = 16;

async function readFolder(
  chosen: readonly Chosen[],
  tell: (phase: Phase) => void,
  signal: AbortSignal,
): Promise<LazyFiles> {
  const contents = new Map(chosen.map(({ path, file }) => [path, file]));
  const wanted = [...findCorpus(contents.keys())].map(([path, given]) => ({
    path,
    file: contents.get(given)!,
  }));
  const all = wanted.reduce((sum, { file }) => sum + file.size, 0);
  const large = wanted.find(({ file }) => file.size > MOST.file);
  if (large || all > MOST.all)
    throw new PackError(
      large
        ? `${large.path} is ${toMegabytes(large.file.size)}, and at most ${toMegabytes(MOST.file)} are read: split it.`
        : `The folder holds ${toMegabytes(all)}, and at most ${toMegabytes(MOST.all)} are read: leave files out.`,
    );
  const files = new Map<string, string>();
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    signal.throwIfAborted();
    tell({ phase: 'folder', done: at, all: wanted.length });
    const some = wanted.slice(at, at + AT_ONCE);
    const texts = await Promise.all(
      some.map(({ path, file }) =>
        file.text().catch(() => {
          throw new PackError(`${path} could not be read: it was changed or moved. Choose the folder again.`);
        }),
      ),
    );
    for (const [index, { path }] of some.entries()) files.set(path, texts[index]!);
  }
  return files;
}

/** How many bytes of a file tell what it is. */
const START = 100;
/** The first bytes of any SQLite database. */
const MAGIC = 'SQLite format 3\0';
const isDatabase = (bytes: Uint8Array): boolean =>
  String.fromCharCode(...bytes.subarray(0, MAGIC.length)) === MAGIC;

/** Whether a text begins as XML does. */
const isXml = (bytes: Uint8Array): boolean => /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes));

/** The files of a corpus, and sentences about what of somebody's file is not among them. */
type Found = { files: LazyFiles; notes: readonly string[] };

/** Each a text, or in UTF-8, which becomes one when it is asked for. */
function toLazy(files: Iterable<readonly [path: string, content: string | Uint8Array]>): LazyFiles {
  const contents = new Map(files);
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const get = (path: string) => {
    const content = contents.get(path);
    return typeof content === 'object' ? decoder.decode(content) : content;
  };
  return { get, has: (path) => contents.has(path), keys: () => contents.keys() };
}

async function readDatabase(file: File, signal: AbortSignal): Promise<Found> {
  // What a database took there is given back only with the whole worker.
  const worker = hire();
  const read = await worker.run('dna', { name: file.name, file }, signal).finally(worker.end);
  if ('refused' in read) throw new PackError(read.refused);
  return { files: toLazy(read.files), notes: read.notes };
}

/** Where the articles are kept that GraphML only names: no article's own file is called so. */
const NAMED = 'graph/shared.articles.json';

/** GraphML that was exported of what is open, and perhaps changed elsewhere, on the words of the articles that are open. */
async function readGraph(file: File, signal: AbortSignal): Promise<Found> {
  const { opened } = useStore.getState();
  const corpus = opened?.corpus ?? EMPTY;
  const read = await run('graphml', { name: file.name, file }, signal);
  if ('problems' in read) throw new CorpusError(read.problems);
  const missing = read.named.filter((id) => !corpus.articles.has(id));
  if (missing.length > 0)
    throw new PackError(
      `Its words are in ${count(missing.length, 'article')} not open here (${missing[0]}): open the articles that it was exported from first, then this file.`,
    );
  const articles = read.named.map((id) => corpus.articles.get(id)!);
  const held = new Set(read.held);
  const named = new Map(articles.filter(({ node }) => !held.has(node.id)).map(({ node }) => [node.id, node]));
  const homes = { items: new Map([...named.keys()].map((id) => [id, NAMED])) };
  return {
    files: toLazy([
      ...read.files,
      ...(await finish(printGraphFiles({ nodes: named, edges: new Map() }, homes), signal)),
      ...articles.map(({ node, text }) => [`seeds/${node.seed}`, text] as const),
    ]),
    notes:
      read.removed > 0
        ? [`${count(read.removed, 'character')} that GraphML cannot hold had been left out of it.`]
        : [],
  };
}

async function readFile(file: File, signal: AbortSignal): Promise<Found> {
  if (file.size > MOST.packed)
    throw new PackError(
      `${file.name} is ${toMegabytes(file.size)}, and at most ${toMegabytes(MOST.packed)} are read: leave files out.`,
    );
  const start = await readBytes(file.name, file.slice(0, START));
  if (isDatabase(start)) return readDatabase(file, signal);
  if (/\.dna$/i.test(file.name))
    throw new PackError(
      `${file.name} is no database of Discourse Network Analyzer: it is empty, cut short, or something else.`,
    );
  if (isXml(start)) return readGraph(file, signal);
  return { files: await finish(readPack(await readBytes(file.name, file)), signal), notes: [] };
}

/**
 * Reads the files of a corpus, be it a draft, and makes it ready to be shown; the page can be used meanwhile. `tell` hears how
 * far it has come.
 * @throws PackError or CorpusError where it cannot be opened, the signal's reason where it is aborted.
 */
export async function openFiles(
  files: LazyFiles,
  tell: (phase: Phase) => void = () => {},
  signal?: AbortSignal,
): Promise<Opened & { stories: Files; readHomes: () => Homes }> {
  const stories = new Map<string, string>();
  for (const path of files.keys()) if (isStoryFile(path)) stories.set(path, files.get(path)!);
  const corpus = await finish(readInSteps(files, tell, true), signal);
  tell({ phase: 'map', done: 0, all: 0 });
  const text = files.get(PICTURE);
  // A picture that cannot be read is made anew.
  const places = text === undefined ? undefined : await run('places', text, signal).catch(() => undefined);
  signal?.throwIfAborted();
  const opened = await prepare(
    corpus,
    ({ nodes }) => (nodes.map(({ id }) => id).join('\n') === places?.ids ? places.positions : undefined),
    signal,
    (share) => tell({ phase: 'map', done: Math.round(100 * share), all: 100 }),
  );
  // Asked for only where it is made a project of.
  const graph = new Set([...files.keys()].filter(isGraphFile));
  return {
    ...opened,
    stories,
    readHomes: () => readHomes(new Map([...graph].map((path) => [path, files.get(path)!]))),
  };
}

const isFile = (chosen: readonly Chosen[]) => chosen.length === 1 && !chosen[0]!.path.includes('/');

/** What was chosen as the files of a corpus. @throws PackError, or the signal's reason where it is aborted. */
async function readFiles(
  chosen: readonly Chosen[],
  tell: (phase: Phase) => void,
  signal: AbortSignal,
): Promise<Found> {
  const [first] = chosen;
  if (!first) throw new PackError('There is nothing in it.');
  if (isFile(chosen)) return readFile(first.file, signal);
  return { files: await readFolder(chosen, tell, signal), notes: [] };
}

/** Reads what was chosen as a corpus, be it a draft, that is not to be shown. @throws as openFiles does. */
export async function readCoding(
  chosen: readonly Chosen[],
  tell: (phase: Phase) => void,
  signal: AbortSignal,
): Promise<Corpus> {
  const { files } = await readFiles(chosen, tell, signal);
  return finish(readInSteps(files, tell, true), signal);
}

/**
 * Reads what was chosen, as openFiles does; `notes` are sentences about what of it could not be taken over.
 * @throws as openFiles does.
 */
export async function readChosen(
  chosen: readonly Chosen[],
  tell: (phase: Phase) => void,
  signal: AbortSignal,
): Promise<{ opened: Opened; notes: readonly string[] }> {
  const { files, notes } = await readFiles(chosen, tell, signal);
  const { stories, readHomes: read, ...opened } = await openFiles(files, tell, signal);
  const [{ path }] = chosen as [Chosen];
  const name = path.split('/')[0]!;
  return { opened: { ...opened, local: { name, stories, readHomes: read } }, notes };
}

/**
 * All files of what was dropped, those in folders too.
 * @throws PackError where there are too many, or one cannot be read.
 */
export async function readDropped(dropped: readonly Dropped[]): Promise<Chosen[]> {
  const found: Chosen[] = [];
  const add = (path: string, file: File) => {
    if (found.push({ path, file }) > MOST.files)
      throw new PackError(`There are more than ${MOST.files} files in the folder.`);
  };
  const visit = async (entry: FileSystemEntry, path: string): Promise<void> => {
    const ask = <T>(answer: (take: (found: T) => void, fail: () => void) => void) =>
      new Promise<T>(answer).catch(() => {
        throw new PackError(`${path} could not be read: it was changed or moved. Choose it again.`);
      });
    if (entry.isFile)
      return add(path, await ask<File>((take, fail) => (entry as FileSystemFileEntry).file(take, fail)));
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      // A hundred at a time, until there are none.
      const some = await ask<FileSystemEntry[]>((take, fail) => reader.readEntries(take, fail));
      if (some.length === 0) return undefined;
      for (const one of some) await visit(one, `${path}/${one.name}`);
    }
  };
  for (const one of dropped) await (one instanceof File ? add(one.name, one) : visit(one, one.name));
  return found;
}
