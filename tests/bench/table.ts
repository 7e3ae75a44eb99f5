// Measures a table of 100,000 rows: putting it in order, and scrolling it in a browser: `npm run bench`.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { arrange, toTableModel } from '../../src/app/views/columns';
import { readCorpus, type Files } from '../../src/core/corpus';
import { toDrawing } from '../../src/core/drawing';
import { incidenceOf } from '../../src/core/graph';
import { writePicture } from '../../src/core/picture';
import config from '../../playwright.config';
import { prepare } from '../prepare';
import { toFiles, toSynthetic } from './synthetic';

const ROWS = 100_000;
const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'claimscape-bench-'));

/** What a piece of work in steps takes, and the longest of its steps, in ms. */
function time<T>(steps: Generator<undefined, T>): { all: number; longest: number; value: T } {
  let longest = 0;
  const begin = performance.now();
  for (;;) {
    const start = performance.now();
    const { done, value } = steps.next();
    const end = performance.now();
    longest = Math.max(longest, end - start);
    if (done) return { all: end - begin, longest, value };
  }
}

/** The rows of a table of 100,000 nodes, sorted by each of its columns and found by a word. */
function measureRows(): void {
  const corpus = toSynthetic(ROWS);
  const opened = {
    corpus,
    incidence: incidenceOf(corpus),
    picture: { drawing: { nodes: [], edges: [] }, positions: new Float64Array() },
  };
  const visible = new Set([...corpus.nodes.keys(), ...corpus.edges.keys()]);
  const model = toTableModel(opened, 'nodes', visible);
  const figures: Record<string, object> = {};
  const measure = (name: string, sort: string, words: string) => {
    const { all, longest, value } = time(arrange(opened, model, sort, words));
    figures[name] = {
      rows: value.length,
      'all (ms)': Math.round(all),
      'longest step (ms)': +longest.toFixed(1),
    };
  };
  for (const { id } of model.columns) measure(`sorted by ${id}`, `-${id}`, '');
  measure('found by two words', '-neighbours', 'ofsted council');
  console.table(figures);
}

/** Puts a debate beside the page in place of the articles. */
function serve(outDir: string, files: Files): void {
  const drawing = toDrawing(readCorpus(files));
  // Any places will do: it is not the map that is looked at.
  const positions = Float64Array.from(
    drawing.nodes.flatMap((_, index) => [index % 200, Math.floor(index / 200)]),
  );
  writeFileSync(path.join(outDir, 'corpus.json'), JSON.stringify(Object.fromEntries(files)));
  writeFileSync(path.join(outDir, 'picture.json'), writePicture({ drawing, positions }));
}

type TraceEvent = {
  name: string;
  dur?: number;
  tdur?: number;
  tid: number;
  pid: number;
  args?: { name?: string };
};

/** The longest tasks of the page's own thread in a trace, in ms: on the clock, and of the processor. */
function readTasks(file: string): { clock: number; processor: number } {
  const { traceEvents } = JSON.parse(readFileSync(file, 'utf8')) as { traceEvents: TraceEvent[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name === 'ThreadControllerImpl::RunTask' && main.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace has no tasks of the page');
  return {
    clock: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000,
    processor: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000,
  };
}

async function measureScrolling(): Promise<void> {
  const outDir = path.join(folder, 'page');
  await build({
    root: path.join(root, 'src/app'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir },
  });
  serve(outDir, toFiles(toSynthetic(Math.ceil(ROWS / 3))));
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0 },
  });
  const browser = await chromium.launch({
    ...config.use!.launchOptions,
    executablePath: prepare().CHROMIUM_PATH,
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${server.resolvedUrls!.local[0]!}#view=table&rows=edges`);
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(8).waitFor({ timeout: 120_000 });
  const figures: Record<string, object> = {
    rows: { count: Number(await grid.getAttribute('aria-rowcount')) - 1 },
  };
  const measure = async (name: string, act: () => Promise<void>) => {
    const file = path.join(folder, `${name}.json`);
    await page.waitForTimeout(1000);
    await browser.startTracing(page, {
      path: file,
      categories: ['toplevel', 'disabled-by-default-devtools.timeline'],
    });
    await act();
    await browser.stopTracing();
    const { clock, processor } = readTasks(file);
    figures[name] = {
      'longest task (ms)': +clock.toFixed(1),
      'of the processor (ms)': +processor.toFixed(1),
    };
  };
  await page.mouse.move(600, 500);
  await measure('turning the wheel', async () => {
    for (let turn = 0; turn < 60; turn++) {
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(16);
    }
  });
  await measure('dragging the bar', async () => {
    for (let step = 1; step <= 40; step++) {
      await grid.evaluate((element, part) => {
        const scroller = element.parentElement!;
        scroller.scrollTop = scroller.scrollHeight * part;
      }, step / 41);
      await page.waitForTimeout(32);
    }
  });
  // By selectors that are found at once: looking for texts and names would itself be a long task of the page.
  await measure('sorting', async () => {
    await page.locator('[data-cell="0 0"] button').click();
    await page.locator('[data-cell="0 0"][aria-sort=ascending]').waitFor();
    await page.locator('[role=grid][aria-busy=false]').waitFor({ timeout: 60_000 });
  });
  await measure('finding', async () => {
    await page.locator('[aria-label="Find in these lines"]').fill('council');
    await page.locator('[role=grid][aria-busy=true]').waitFor();
    await page.locator('[role=grid][aria-busy=false]').waitFor({ timeout: 60_000 });
  });
  console.table(figures);
  await browser.close();
  await server.close();
}

measureRows();
await measureScrolling();
rmSync(folder, { recursive: true });
