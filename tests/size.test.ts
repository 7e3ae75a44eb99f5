// The first sight of the map does not keep a reader on a slow line waiting.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const PAGE = path.resolve(import.meta.dirname, '../dist/page');
const MOST = 350_000;

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
function findFetched(): string[] {
  const chunks = JSON.parse(readFileSync(path.join(PAGE, 'chunks.json'), 'utf8')) as Record<string, Chunk>;
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

test('all that the first load fetches is at most 350 kB, compressed', () => {
  if (!existsSync(path.join(PAGE, 'index.html')))
    throw new Error('dist/page is not built: run npm test, which builds it, or npx vite build.');
  const fetched = findFetched();
  for (const part of [/^assets\/index-.*\.js$/, /^assets\/start-.*\.js$/, /\.css$/])
    expect(fetched).toContainEqual(expect.stringMatching(part));
  const sizes = fetched.map((file) => ({
    file,
    bytes: gzipSync(readFileSync(path.join(PAGE, file))).length,
  }));
  const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
  console.log(
    `First load: ${sum} bytes of ${MOST} (${sizes.map(({ file, bytes }) => `${file} ${bytes}`).join(', ')})`,
  );
  expect(sum).toBeLessThanOrEqual(MOST);
});
