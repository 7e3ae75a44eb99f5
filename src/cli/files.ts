// The only user of the file system: reads the files of a corpus.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Files } from '../core/corpus';

/** Reads `graph/*.json` and `seeds/*.txt` below a folder. A folder that is not there holds no files. */
export async function readFiles(root: string): Promise<Files> {
  const files = new Map<string, string>();
  for (const [folder, extension] of [
    ['graph', '.json'],
    ['seeds', '.txt'],
  ] as const) {
    const names = await readdir(path.join(root, folder)).catch(() => []);
    for (const name of names.sort())
      if (name.endsWith(extension)) files.set(`${folder}/${name}`, await readFile(path.join(root, folder, name), 'utf8'));
  }
  return files;
}

