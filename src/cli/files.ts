// The only user of the file system: reads the files of a corpus, reads and writes exports.
import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Files } from '../core/corpus';

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
          : `${path.join(root, folder)} cannot be read: ${error.message}`,
      );
    });
    for (const name of names.toSorted())
      if (name.endsWith(extension))
        files.set(`${folder}/${name}`, await readFile(path.join(root, folder, name), 'utf8'));
  }
  return files;
}

/** Reads a file of any size as UTF-8 text, 64 kB at a time. @throws Error that names the file where it cannot be read. */
export function* readChunks(file: string): Generator<string> {
  const attempt = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
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

/** Writes text or bytes chunk by chunk to a file; what stood there stays until all of it is written. */
export async function writeFile(file: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  // A device or a pipe is written to, never replaced.
  const isStream = await stat(file).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
  const draft = isStream ? file : `${file}.${process.pid}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(draft));
    if (!isStream) await rename(draft, file);
  } catch (error) {
    if (!isStream) await rm(draft, { force: true }).catch(() => undefined);
    throw new Error(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

/** Writes text or bytes chunk by chunk to standard output; a reader that has seen enough may close it. */
export async function writeOut(chunks: Iterable<string | Uint8Array>): Promise<void> {
  await pipeline(Readable.from(chunks), process.stdout, { end: false }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    },
  );
}
