// A project as the files it is kept in outside the page: in a zip, or in a folder, where only what differs is written.
import { CODEBOOK, GIT_ATTRIBUTES, isGraphFile, KEPT_BY_GIT, parseJson, type Files } from '../../core/corpus';
import { writeInSteps, type Homes } from '../../core/graphfile';
import { writePack, writeZip } from '../../core/pack';
import type { Steps } from '../../core/steps';
import { withLineFeeds } from '../../core/text';
import { finish } from '../steps';
import type { Opened } from '../store';
import type { Act } from './journal';
import { toSite } from './site';
import type { Progress } from '../ui/work';

/** Thrown with a sentence for the reader where a folder cannot be read or written. */
export class SaveError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'SaveError';
  }
}

/**
 * All files of what is open: what `claimscape check` reads, as far as nothing is left open in it, and what git is told of them.
 * What has no title has its `name` for one.
 */
export function* toFiles({ corpus, local }: Opened, homes: Homes, name: string): Steps<Files> {
  return new Map([
    [GIT_ATTRIBUTES, `${KEPT_BY_GIT}\n`],
    ...(yield* writeInSteps({ ...corpus, title: corpus.title ?? name }, homes)),
    ...(local?.stories ?? []),
  ]);
}

/** The pieces of a zip, a little at a time. */
async function collect(zip: Iterable<Uint8Array>, signal: AbortSignal): Promise<Blob> {
  const pieces: BlobPart[] = [];
  function* take(): Steps<void> {
    for (const piece of zip) {
      pieces.push(piece as BlobPart);
      yield undefined;
    }
  }
  await finish(take(), signal);
  return new Blob(pieces, { type: 'application/zip' });
}

/** The files and the map as one zip. */
export const toZip = (files: Files, { picture }: Opened, signal: AbortSignal): Promise<Blob> =>
  collect(writePack(files, picture), signal);

/** A website that shows what is open, whose files these are, as a zip. @throws as toSite does. */
export const toSiteZip = async (
  files: Files,
  opened: Opened,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Blob> => collect(writeZip(await toSite(files, opened, tell, signal)), signal);

/** What a project ever held: the ids of its items, the files of its articles' texts, and whether it had a codebook of its own. */
export type Past = { ids: ReadonlySet<string>; seeds: ReadonlySet<string>; hadCodebook: boolean };

export function toPast({ corpus }: Opened, homes: Homes, acts: readonly Act[]): Past {
  const items = acts.flatMap(({ edit, reverse }) => [...(edit.put ?? []), ...(reverse.put ?? [])]);
  const texts = acts.flatMap(({ edit, reverse }) => [...(edit.texts ?? []), ...(reverse.texts ?? [])]);
  return {
    ids: new Set([
      ...homes.items.keys(),
      ...corpus.nodes.keys(),
      ...corpus.edges.keys(),
      ...items.map(({ id }) => id),
    ]),
    seeds: new Set(texts.map(({ seed }) => `seeds/${seed}`)),
    hadCodebook: acts.some(({ edit }) => edit.definitions),
  };
}

/** What is to be done so that a folder holds the files; all by their paths. */
export type Plan = {
  fresh: readonly string[];
  changed: readonly string[];
  same: readonly string[];
  /** What this project put there earlier, and has no more. */
  gone: readonly string[];
  /** What is not of this project, and would be read together with it. */
  foreign: readonly string[];
};

const isSeed = (path: string) => /^seeds\/[^/]+\.txt$/.test(path);

/** Whether all that a graph file holds is, or was once, of the project. */
function isOwn(text: string, past: Past): boolean {
  const { json } = parseJson(text);
  const { nodes, edges } = (json ?? {}) as Partial<Record<string, unknown>>;
  return (
    Array.isArray(nodes) &&
    Array.isArray(edges) &&
    [...nodes, ...edges].every((item) => past.ids.has(String((item as { id?: unknown } | null)?.id)))
  );
}

/** JSON is the same however its lines end, as where git turned them; an article is not. What git is told there is somebody's own. */
const isSame = (path: string, one: string, other: string) =>
  one === other || path === GIT_ATTRIBUTES || (path.endsWith('.json') && one === withLineFeeds(other));

/** Compares the files of a project with those `there` in a folder. */
export function toPlan(files: Files, there: Files, past: Past): Plan {
  const [paths, others] = [[...files.keys()], [...there.keys()].filter((path) => !files.has(path))];
  const isPast = (path: string) => {
    if (path === CODEBOOK) return past.hadCodebook;
    return isSeed(path) ? past.seeds.has(path) : isOwn(there.get(path)!, past);
  };
  const read = others.filter((path) => isGraphFile(path) || path === CODEBOOK || isSeed(path));
  const same = new Set(
    paths.filter((path) => there.has(path) && isSame(path, files.get(path)!, there.get(path)!)),
  );
  return {
    fresh: paths.filter((path) => !there.has(path)),
    changed: paths.filter((path) => there.has(path) && !same.has(path)),
    same: [...same],
    gone: read.filter(isPast),
    foreign: read.filter((path) => !isPast(path)),
  };
}

/** What a browser's own error means, for whoever saves. */
function toSaveError(error: unknown, name?: string, path?: string): unknown {
  if (!(error instanceof DOMException) || error.name === 'AbortError') return error;
  const folder = name === undefined ? 'the folder' : `‘${name}’`;
  const what = path === undefined ? folder : `${path} in ${folder}`;
  const reasons: Record<string, string> = {
    NotAllowedError: `The browser was not allowed to write into ${folder}: allow it when it asks, or choose another folder.`,
    SecurityError: `The browser does not write into ${folder}: choose another folder.`,
    QuotaExceededError: `The disk of ${folder} is full: make room, or choose another folder.`,
    NotFoundError: `${what} was moved or removed meanwhile: choose the folder again.`,
    TypeMismatchError: `${what} is a folder where a file is wanted, or a file where a folder is: choose another folder.`,
    NoModificationAllowedError: `${what} is being written by another program: close it there and save again.`,
  };
  return new SaveError(reasons[error.name] ?? `${what} could not be read or written (${error.message}).`);
}

type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
const findPicker = () => (window as { showDirectoryPicker?: Picker }).showDirectoryPicker;

/** Whether this browser can write into folders. */
export const canWriteFolders = () => findPicker() !== undefined;

/** Asks for a folder. @throws SaveError where none may be written to, an AbortError where none was chosen. */
export const askForFolder = (): Promise<FileSystemDirectoryHandle> =>
  findPicker()!({ id: 'claimscape', mode: 'readwrite' }).catch((error: unknown) => {
    throw toSaveError(error);
  });

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

/** The folder within a folder that a path leads through; undefined where it is not there and is not `made`. */
async function findFolder(root: FileSystemDirectoryHandle, path: string, made: boolean) {
  let folder = root;
  for (const name of path.split('/').slice(0, -1))
    try {
      folder = await folder.getDirectoryHandle(name, { create: made });
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  return folder;
}

const toName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/**
 * What a folder holds of a corpus, and what git is told in it: path → text.
 * @throws SaveError where it cannot be read, the signal's reason where it is aborted.
 */
export async function readFolder(
  root: FileSystemDirectoryHandle,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Files> {
  const found: [path: string, file: FileSystemFileHandle][] = [];
  try {
    for (const [within, ending] of [
      ['', GIT_ATTRIBUTES],
      ['graph/', '.json'],
      ['graph/stories/', '.json'],
      ['seeds/', '.txt'],
    ] as const) {
      const folder = await findFolder(root, within, false);
      if (!folder) continue;
      for await (const [name, handle] of folder.entries())
        if (handle.kind === 'file' && name.endsWith(ending)) found.push([within + name, handle]);
    }
  } catch (error) {
    throw toSaveError(error, root.name);
  }
  const texts = new Map<string, string>();
  for (const [path, handle] of found) {
    signal.throwIfAborted();
    tell({ done: texts.size, all: found.length });
    try {
      texts.set(path, await (await handle.getFile()).text());
    } catch (error) {
      throw toSaveError(error, root.name, path);
    }
  }
  return texts;
}

/** So many files are open at once at most. */
const AT_ONCE = 200;

/**
 * Writes files into a folder, and then removes `gone` from it. All are written beside what is there first (up to 200 at a
 * time), and take its place only when that went well: whatever happens, each file is either as it was or wholly new, and where
 * it is aborted or there is no room, all of those are as they were.
 * @throws SaveError where it cannot be done, with how much was; the signal's reason where it is aborted.
 */
export async function writeFolder(
  root: FileSystemDirectoryHandle,
  files: Files,
  gone: readonly string[],
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const paths = [...files.keys()];
  let done = 0;
  let at: string | undefined;
  const fail = (error: unknown) => {
    const failure = toSaveError(error, root.name, at);
    if (!(failure instanceof SaveError) || done === 0) return failure;
    return new SaveError(
      `${failure.message} ${done} of ${paths.length} files were written; the others are as they were.`,
    );
  };
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    const waiting = new Map<string, FileSystemWritableFileStream>();
    const made = new Set<string>();
    try {
      for (at of paths.slice(start, start + AT_ONCE)) {
        signal.throwIfAborted();
        tell({ done: start + waiting.size, all: paths.length });
        const folder = (await findFolder(root, at, true))!;
        const isThere = await folder.getFileHandle(toName(at)).then(
          () => true,
          (error: unknown) => {
            if (isMissing(error)) return false;
            throw error;
          },
        );
        const file = await folder.getFileHandle(toName(at), { create: true });
        if (!isThere) made.add(at);
        const stream = await file.createWritable();
        waiting.set(at, stream);
        await stream.write(files.get(at)!);
      }
      for (const [path, stream] of waiting) {
        at = path;
        await stream.close();
        waiting.delete(path);
        made.delete(path);
        done++;
      }
    } catch (error) {
      await Promise.allSettled([...waiting.values()].map((stream) => stream.abort()));
      for (const path of made)
        await findFolder(root, path, false)
          .then((folder) => folder?.removeEntry(toName(path)))
          .catch(() => undefined);
      throw fail(error);
    }
  }
  for (at of gone)
    try {
      await (await findFolder(root, at, false))?.removeEntry(toName(at));
    } catch (error) {
      if (!isMissing(error)) throw fail(error);
    }
}
