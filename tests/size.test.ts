// The first sight of the map does not keep a reader on a slow line waiting.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const PAGE = path.resolve(import.meta.dirname, '../dist/page');
const MOST = 350_000;

/** Every file of the page that index.html names, or that is named by one of those, and the corpus. */
function findFetched(): string[] {
  const files = readdirSync(PAGE, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => path.relative(PAGE, path.join(file.parentPath, file.name)));
  const fetched = new Set(['index.html', 'corpus.json']);
  for (const file of fetched)
    if (/\.(html|js|css)$/.test(file)) {
      const text = readFileSync(path.join(PAGE, file), 'utf8');
      for (const other of files) if (text.includes(path.basename(other))) fetched.add(other);
    }
  return [...fetched];
}

test('all that the first load fetches is at most 350 kB, compressed', () => {
  if (!existsSync(path.join(PAGE, 'index.html')))
    throw new Error('dist/page is not built: run npm test, which builds it, or npx vite build.');
  const fetched = findFetched();
  for (const part of [/^assets\/index-.*\.js$/, /\.css$/, /worker.*\.js$/])
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
