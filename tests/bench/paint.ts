// Measures the first painted map of the five articles beside bare Sigma: `npm run bench`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { build, preview } from 'vite';
import { readFiles } from '../../src/cli/files';
import { readCorpus } from '../../src/core/corpus';
import { toDrawing } from '../../src/core/drawing';
import { layout } from '../../src/core/layout';
import config from '../../playwright.config';
import { prepare } from '../prepare';

const ROUNDS = 9;
const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'claimscape-bench-'));
const outputs = { page: path.join(folder, 'page'), bare: path.join(folder, 'bare') };

const corpus = readCorpus(await readFiles(root));
const drawing = toDrawing(corpus);
const positions = layout(drawing);

await build({
  root: path.join(root, 'src/app'),
  configFile: path.join(root, 'vite.config.ts'),
  logLevel: 'error',
  build: { outDir: outputs.page },
});
await build({
  root: path.join(root, 'tests/bench/bare'),
  configFile: false,
  logLevel: 'error',
  base: './',
  build: { outDir: outputs.bare, target: 'es2023' },
});
writeFileSync(
  path.join(outputs.bare, 'given.json'),
  JSON.stringify({
    nodes: drawing.nodes.map(({ id, size }, index) => [
      id,
      positions[2 * index],
      positions[2 * index + 1],
      size,
      corpus.nodes.get(id)!.label,
    ]),
    edges: drawing.edges.map(({ source, target }) => [source, target]),
  }),
);

/** One visit with an empty cache: when the map was painted, and the longest task in the two seconds after that, in ms. */
async function visit(browser: Browser, address: string): Promise<{ painted: number; longest: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: PerformanceEntry[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('map painted').length > 0);
  await page.waitForTimeout(2000);
  const figures = await page.evaluate(() => {
    const { tasks } = window as unknown as { tasks: PerformanceEntry[] };
    const painted = performance.getEntriesByName('map painted')[0]!.startTime;
    return {
      painted,
      longest: Math.max(0, ...tasks.filter((task) => task.startTime > painted).map((task) => task.duration)),
    };
  });
  await context.close();
  return figures;
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const servers = await Promise.all(
  Object.values(outputs).map((outDir) =>
    preview({ configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0 } }),
  ),
);
const [page, bare] = servers.map((server) => server.resolvedUrls!.local[0]!);
const browser = await chromium.launch({
  ...config.use!.launchOptions,
  executablePath: prepare().CHROMIUM_PATH,
});
const figures: Record<'page' | 'bare', { painted: number; longest: number }[]> = { page: [], bare: [] };
for (let round = 0; round < ROUNDS; round++) {
  figures.bare.push(await visit(browser, bare!));
  figures.page.push(await visit(browser, page!));
}
await browser.close();
await Promise.all(servers.map((server) => server.close()));
rmSync(folder, { recursive: true });

const painted = {
  page: median(figures.page.map((one) => one.painted)),
  bare: median(figures.bare.map((one) => one.painted)),
};
console.table({
  'first painted map, Claimscape (ms)': Math.round(painted.page),
  'first painted map, bare Sigma (ms)': Math.round(painted.bare),
  ratio: +(painted.page / painted.bare).toFixed(2),
  'longest task after it (ms; under 50 is not measured)': Math.round(
    Math.max(...figures.page.map((one) => one.longest)),
  ),
});
