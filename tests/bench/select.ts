// Measures how soon a selection, a hover and a focus are painted on a map of 10,000 nodes and 30,000 edges: `npm run bench`.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import type Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { build, preview } from 'vite';
import { toDrawing } from '../../src/core/drawing';
import { incidenceOf } from '../../src/core/graph';
import { readCorpus } from '../../src/core/corpus';
import { findPaths } from '../../src/core/paths';
import { writePicture } from '../../src/core/picture';
import config from '../../playwright.config';
import { prepare } from '../prepare';
import { toFiles, toSynthetic } from './synthetic';

const NODES = 10_000;
const ROUNDS = 5;
const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'claimscape-bench-'));
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

const files = toFiles(toSynthetic(NODES));
const corpus = readCorpus(files);
const incidence = incidenceOf(corpus);
const byEdges = [...corpus.nodes.keys()].toSorted(
  (a, b) => incidence.get(b)!.length - incidence.get(a)!.length,
);
const hub = byEdges[0]!;
const claims = byEdges.filter((id) => id.startsWith('claim:'));

// Paths, from claims everywhere to claims everywhere.
const paths: Record<string, object> = {};
for (const steps of [undefined, 3, 4, 5]) {
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    const [from, to] = [claims[(round * 397) % claims.length]!, claims[(round * 911 + 5) % claims.length]!];
    const start = process.cpuUsage();
    findPaths(corpus, from, to, { steps });
    times.push(process.cpuUsage(start).user / 1000);
  }
  paths[steps === undefined ? 'shortest paths' : `paths of up to ${steps} steps`] = {
    'median (ms)': +median(times).toFixed(1),
    'longest (ms)': +Math.max(...times).toFixed(1),
  };
}
console.table(paths);

// The page, with the debate in place of the articles; nodes on a sunflower's spiral, so that none lies on another.
const outDir = path.join(folder, 'page');
await build({
  root: path.join(root, 'src/app'),
  configFile: path.join(root, 'vite.config.ts'),
  logLevel: 'error',
  mode: 'test',
  build: { outDir },
});
const drawing = toDrawing(corpus);
const positions = Float64Array.from(
  drawing.nodes.flatMap((_, index) => {
    const [reach, angle] = [20 * Math.sqrt(index), index * Math.PI * (3 - Math.sqrt(5))];
    return [reach * Math.cos(angle), reach * Math.sin(angle)];
  }),
);
writeFileSync(path.join(outDir, 'corpus.json'), JSON.stringify(Object.fromEntries(files)));
writeFileSync(path.join(outDir, 'picture.json'), writePicture({ drawing, positions }));
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
await page.goto(server.resolvedUrls!.local[0]!);
await page.locator('section[aria-busy="false"]').waitFor({ timeout: 120_000 });
await page.waitForTimeout(2000);

const client = await page.context().newCDPSession(page);
await client.send('Performance.enable', { timeDomain: 'threadTicks' });
/** What the page's thread has worked so far, in ms of the processor. */
const readWork = async () => {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
};
const figures: Record<string, object> = {};
/** What an act takes, given as what the map's canvas tells of a node, or as a key. */
const measure = async (
  name: string,
  act: 'clickNode' | 'enterNode' | 'leaveNode' | number,
  ids: readonly string[],
) => {
  const times: { work: number; frame: number }[] = [];
  for (const id of ids) {
    const before = await readWork();
    const frame = await page.evaluate(
      async ([node, does]) => {
        const start = performance.now();
        if (typeof does === 'number')
          dispatchEvent(new KeyboardEvent('keydown', { key: `${does}`, bubbles: true }));
        else {
          const event = { original: new MouseEvent('click') } as MouseCoords;
          (window as unknown as { sigma: Sigma }).sigma.emit(does, { node, event, preventSigmaDefault() {} });
        }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      },
      [id, act] as const,
    );
    times.push({ work: (await readWork()) - before, frame });
    await page.waitForTimeout(600);
  }
  figures[name] = {
    'of the processor, median (ms)': Math.round(median(times.map(({ work }) => work))),
    'longest (ms)': Math.round(Math.max(...times.map(({ work }) => work))),
    'on the clock, to the next frame, median (ms)': Math.round(median(times.map(({ frame }) => frame))),
  };
};
const some = claims.filter((_, index) => index % Math.floor(claims.length / ROUNDS) === 3).slice(0, ROUNDS);
await measure('a claim selected', 'clickNode', some);
await measure('pointed at another claim', 'enterNode', some.toReversed());
await measure('pointed away', 'leaveNode', some);
await measure('the greatest hub selected', 'clickNode', byEdges.slice(0, ROUNDS));
await measure('1 step around the hub', 1, ['']);
await measure('2 steps around it', 2, ['']);
await measure('1 step around it again', 1, ['']);
console.table({
  [`on a map of ${drawing.nodes.length} nodes, ${drawing.edges.length} edges`]: {
    hub,
    edges: incidence.get(hub)!.length,
  },
});
console.table(figures);
await browser.close();
await server.close();
rmSync(folder, { recursive: true });
