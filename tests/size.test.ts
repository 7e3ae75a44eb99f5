// The first sight of the map does not keep a reader on a slow line waiting.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findVisited } from './visit';

const PAGE = path.resolve(import.meta.dirname, '../dist/page');
const MOST = 350_000;

test('all that the first load fetches is at most 350 kB, compressed', () => {
  if (!existsSync(path.join(PAGE, 'index.html')))
    throw new Error('dist/page is not built: run npm test, which builds it, or npx vite build.');
  const sizes = findVisited(PAGE);
  const fetched = sizes.map(({ file }) => file);
  for (const part of [/^assets\/index-.*\.js$/, /^assets\/start-.*\.js$/, /\.css$/])
    expect(fetched).toContainEqual(expect.stringMatching(part));
  const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
  console.log(
    `First load: ${sum} bytes of ${MOST} (${sizes.map(({ file, bytes }) => `${file} ${bytes}`).join(', ')})`,
  );
  expect(sum).toBeLessThanOrEqual(MOST);
});
