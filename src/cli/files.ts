// The only user of the file system: reads the files of a corpus, reads and writes exports.
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Files } from '../core/corpus';
import { MOST, readPack } from '../core/pack';
import { atOnce } from '../core/steps';

/** What the system says of a file, in words that tell what to look at. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a file stands where a folder should',
  EEXIST: 'a file stands where a folder should',
  EISDIR: 'it is a folder',
  EACCES: 'you have no right to it',
  EPERM: 'you have no right to it',
  EROFS: 'this disk can only be read',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'the name is too long',
};
const toReason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
};

/**
 * Reads `graph/*.json`, `seeds/*.txt` and, where there are any, `graph/stories/*.json` below a folder.
 * @throws Error that names the folder where graph/ or seeds/ is not there, or one cannot be read.
 */
export async function readFiles(root: string): Promise<Files> {
  const files = new Map<string, string>();
  for (const [folder, extension] of [
    ['graph', '.json'],
    ['graph/stories', '.json'],
    ['seeds', '.txt'],
  ] as const) {
    const names = await readdir(path.join(root, folder)).catch((error: NodeJS.ErrnoException): string[] => {
      if (error.code === 'ENOENT' && folder === 'graph/stories') return [];
      throw new Error(
        error.code === 'ENOENT'
          ? `there is no folder ${folder}/ in ${path.resolve(root)}: name the folder that holds graph/ and seeds/ with --corpus`
          : `${path.join(root, folder)} cannot be read: ${toReason(error)}`,
        { cause: error },
      );
    });
    for (const name of names.toSorted()) {
      if (!name.endsWith(extension)) continue;
      const file = path.join(root, folder, name);
      files.set(
        `${folder}/${name}`,
        await readFile(file, 'utf8').catch((error: unknown) => {
          throw new Error(`${file} cannot be read: ${toReason(error)}`, { cause: error });
        }),
      );
    }
  }
  return files;
}

/**
 * The files of a corpus that was saved as a folder or as a zip; undefined where a file is no zip.
 * @throws Error that names it where it cannot be read, or holds no corpus.
 */
export async function readSaved(name: string): Promise<Files | undefined> {
  if (await isFolder(name)) return readFiles(name);
  if ((await readStart(name, 2)) !== 'PK') return undefined;
  const bytes = await readBytes(name, MOST.packed);
  try {
    const files = atOnce(readPack(bytes));
    return new Map(Array.from(files.keys(), (file) => [file, files.get(file)!]));
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads a file of any size as UTF-8 text, 64 kB at a time. @throws Error that names the file where it cannot be read. */
export function* readChunks(file: string): Generator<string> {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new Error(`${file} cannot be read: ${toReason(error)}`, { cause: error });
    }
  };
  const descriptor = attempt(() => openSync(file, 'r'));
  try {
    const bytes = Buffer.allocUnsafe(65_536);
    const decoder = new StringDecoder('utf8');
    for (;;) {
      const length = attempt(() => readSync(descriptor, bytes));
      if (length === 0) break;
      yield decoder.write(bytes.subarray(0, length));
    }
    yield decoder.end();
  } finally {
    closeSync(descriptor);
  }
}

/** A file to be read: where it lies, and its path below the folder that was named, or else its name. */
export type Found = { file: string; name: string };

/**
 * The files named, and all below the folders named, in order. Hidden files and pipes are passed over, and so is what browsers
 * save beside a page: ‘Page_files’ beside ‘Page.html’. What cannot be read is found too: whoever reads it will say so.
 */
export async function findFiles(named: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  const walk = async (folder: string, below: string) => {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
    if (!entries) {
      found.push({ file: folder, name: below || path.basename(folder) });
      return;
    }
    const pages = new Set(
      entries
        .map((entry) => /^(.*)\.(?:x?html?)$/i.exec(entry.name)?.[1])
        .filter((stem) => stem !== undefined),
    );
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const [file, name] = [path.join(folder, entry.name), path.join(below, entry.name)];
      // Pipes and sockets hold no text until somebody writes to them, which may be never.
      if (entry.isFile() || entry.isSymbolicLink()) found.push({ file, name });
      else if (entry.isDirectory() && !pages.has(entry.name.replace(/(?:_files|\.files|-Dateien)$/, '')))
        await walk(file, name);
    }
  };
  for (const file of named)
    if (await isFolder(file)) await walk(file, '');
    else found.push({ file, name: path.basename(file) });
  return found;
}

/** Whether there is a folder of this name. */
export const isFolder = (file: string): Promise<boolean> =>
  stat(file).then(
    (entry) => entry.isDirectory(),
    () => false,
  );

/** Whether there is a file of this name. */
export const isFile = (file: string): Promise<boolean> =>
  stat(file).then(
    (entry) => !entry.isDirectory(),
    () => false,
  );

/** The bytes of a file, unless there are more than `most`. @throws Error that names the file where it cannot be read. */
export async function readBytes(file: string, most: number): Promise<Uint8Array> {
  let found;
  try {
    found = await stat(file);
    if (found.size <= most) return await readFile(file);
  } catch (error) {
    throw new Error(`${file}: ${toReason(error)}`, { cause: error });
  }
  throw new Error(
    `${file}: it is ${Math.ceil(found.size / 1e6)} MB, and at most ${most / 1e6} MB are read. Split it into articles.`,
  );
}

/** The first characters of a text file; none where it is not there. */
export async function readStart(file: string, length: number): Promise<string> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return '';
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Makes a folder, with those it lies in. @throws Error that names it where it cannot be made. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new Error(`${folder} cannot be made: ${toReason(error)}`, { cause: error });
  });
}

/** Writes text or bytes chunk by chunk to a file; what stood there stays until all of it is written. */
export async function writeFile(file: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) throw new Error(`${file} cannot be written: ${REASONS.EISDIR}`);
  // A device or a pipe is written to, never replaced.
  const isStream = found !== undefined && !found.isFile();
  const draft = isStream ? file : `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(draft));
    if (!isStream) await rename(draft, file);
  } catch (error) {
    if (!isStream) await rm(draft, { force: true }).catch(() => undefined);
    throw new Error(`${file} cannot be written: ${toReason(error)}`, { cause: error });
  }
}

/** Writes text or bytes chunk by chunk to standard output; a reader that has seen enough may close it. */
export async function writeOut(chunks: Iterable<string | Uint8Array> | AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(chunks), process.stdout, { end: false }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    },
  );
}
