// Other people's files are read in the browser's worker as they are on the command line, and nothing is fetched for it from elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './page';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(ROOT, 'tests/core/article/fixtures');
const ASSETS = path.join(ROOT, 'dist/test/assets');

type Answer = {
  output?: { title?: string; text: string; authors: string[]; date?: string };
  error?: string;
};

test('a page, a PDF, a scan and a locked PDF are read in the worker', async ({ page, visit }) => {
  const elsewhere: string[] = [];
  await visit();
  const origin = new URL(page.url()).origin;
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) elsewhere.push(request.url());
  });
  const worker = readdirSync(ASSETS).find((name) => /^worker-.*\.js$/.test(name))!;
  const read = (name: string) =>
    page.evaluate(
      async ([file, base64, address]) =>
        new Promise<Answer>((resolve, reject) => {
          const thread = new Worker(address!, { type: 'module' });
          thread.addEventListener('error', (event) => reject(new Error(event.message)));
          thread.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
          const bytes = Uint8Array.from(atob(base64!), (sign) => sign.charCodeAt(0));
          thread.postMessage({ job: 'article', input: { name: file, file: new Blob([bytes]) } });
        }),
      [name, readFileSync(path.join(FIXTURES, name)).toString('base64'), `/assets/${worker}`],
    );

  expect((await read('too-tough.html')).output).toMatchObject({
    title: "Ofsted 'too tough' on child protection teams, finds scathing report",
    authors: ['Joe Lepper'],
    date: '2015-04-29',
  });
  const pdf = (await read('ilacs.pdf')).output;
  expect(pdf?.title).toBe(
    'Ofsted to increase management oversight of inspections to boost consistency, following review',
  );
  expect(pdf?.text).toContain('Diaz also called for one-word judgments to be reviewed');
  expect((await read('scan.pdf')).error).toContain('scan.pdf: it holds pictures of pages and no text');
  expect((await read('locked.pdf')).error).toContain('locked.pdf: it has a password.');
  expect(elsewhere).toEqual([]);
});
