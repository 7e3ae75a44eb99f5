// What a first visit fetches, from the built page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

type Chunk = {
  file: string;
  imports?: string[];
  css?: string[];
  assets?: string[];
  dynamicImports?: string[];
};

/**
 * The files a first visit fetches: what index.html, start.tsx and the offer of a story need, and the corpus. No view that is opened later, and no
 * worker, since the map is laid out beforehand; tests/browser/start.spec.ts sees that nothing else is fetched.
 */
function findFetched(folder: string): string[] {
  const chunks = JSON.parse(readFileSync(path.join(folder, 'chunks.json'), 'utf8')) as Record<string, Chunk>;
  const fetched = new Set(['index.html', 'corpus.json', 'picture.json', 'offer.json', 'icon.svg']);
  const take = (name: string) => {
    const { file, imports = [], css = [] } = chunks[name]!;
    if (fetched.has(file)) return;
    for (const one of [file, ...css]) fetched.add(one);
    imports.forEach(take);
  };
  take('index.html');
  take('start.tsx');
  take('story/Offer.tsx');
  return [...fetched];
}

/** The files of a built page that a first visit fetches, each with its bytes compressed by gzip. */
export function findVisited(folder: string): { file: string; bytes: number }[] {
  return findFetched(folder).map((file) => ({
    file,
    bytes: gzipSync(readFileSync(path.join(folder, file))).length,
  }));
}
