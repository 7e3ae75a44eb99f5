// Measures the first painted map of the five articles beside bare Sigma with given positions, and what a first visit fetches.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { build } from 'vite';
import { readFiles } from '../../src/cli/files';
import { readCorpus } from '../../src/core/corpus';
import { toDrawing } from '../../src/core/drawing';
import { layout } from '../../src/core/layout';
import { toMedian } from './measure';
import { findVisited } from '../visit';
import { serveFolder, servePage, VIEWPORT } from './page';

const ROUNDS = 5;
const root = path.resolve(import.meta.dirname, '../..');

export type PaintFigures = {
  /** When the map was painted, in milliseconds on the clock from the beginning of the visit. */
  ours: number;
  sigma: number;
  /** The longest task in the two seconds after that; under 50 ms none is told. */
  longest: number;
  /** What the first visit fetches of the page with the five articles, compressed by gzip. */
  bytes: number;
};

/** One visit with an empty cache: when the map was painted, and the longest task in the two seconds after that, in ms. */
async function visit(browser: Browser, address: string): Promise<{ painted: number; longest: number }> {
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: PerformanceEntry[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ entryTypes: ['longtask'] });
  });
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('map painted').length > 0, undefined, {
    timeout: 300_000,
  });
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

/** Visits the page of the five articles and bare Sigma by turns. */
export async function measurePaint(): Promise<PaintFigures> {
  const corpus = readCorpus(await readFiles(root));
  const drawing = toDrawing(corpus);
  const positions = layout(drawing);
  const served = await servePage('production');
  const outDir = path.join(served.folder, 'bare');
  await build({
    root: path.join(root, 'tests/bench/bare'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: { outDir, target: 'es2023' },
  });
  writeFileSync(
    path.join(outDir, 'given.json'),
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
  const bare = await serveFolder(outDir);
  const visits: Record<'ours' | 'sigma', { painted: number; longest: number }[]> = { ours: [], sigma: [] };
  for (let round = 0; round < ROUNDS; round++) {
    visits.sigma.push(await visit(served.browser, bare.address));
    visits.ours.push(await visit(served.browser, served.address));
  }
  const visited = findVisited(path.join(served.folder, 'page'));
  await bare.close();
  await served.close();
  return {
    ours: toMedian(visits.ours.map(({ painted }) => painted)),
    sigma: toMedian(visits.sigma.map(({ painted }) => painted)),
    longest: Math.max(...visits.ours.map(({ longest }) => longest)),
    bytes: visited.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
