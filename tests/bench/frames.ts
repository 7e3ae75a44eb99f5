// Measures what a frame of a large map costs without a graphics card, beside bare Sigma and a bare page of points and lines.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import type Sigma from 'sigma';
import { build, preview } from 'vite';
import { writeBundle } from '../../src/core/bundle';
import { readCorpus } from '../../src/core/corpus';
import { toDrawing } from '../../src/core/drawing';
import { writePicture } from '../../src/core/picture';
import config from '../../playwright.config';
import { prepare } from '../prepare';
import { toFiles, toSynthetic } from './synthetic';

const FRAMES = 20;
const ROUNDS = 3;
const root = path.resolve(import.meta.dirname, '../..');
const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** How the camera moves: where it is `t` (0 to 1) of the way. */
const WAYS = {
  'panning the whole map': (t: number) => ({ x: 0.5 + 0.1 * Math.sin(2 * Math.PI * t), y: 0.5, ratio: 1 }),
  zooming: (t: number) => ({ x: 0.5, y: 0.5, ratio: 0.1 ** Math.sin(Math.PI * t) }),
  'panning a part': (t: number) => ({ x: 0.5 + 0.05 * Math.sin(2 * Math.PI * t), y: 0.5, ratio: 0.2 }),
} as const;
type Way = keyof typeof WAYS;
const PAGES = ['ours', 'sigma', 'points'] as const;
type Name = (typeof PAGES)[number];

/** Of a frame, in ms: the processor time of the whole browser, of the page's scripts, and the time on the clock. */
type Frame = { browser: number; script: number; clock: number };
export type Frames = {
  nodes: number;
  edges: number;
  /** Until the map was painted, from an empty cache: on the clock, and of the whole browser's processor time. */
  painted: Record<Name, { clock: number; browser: number }>;
  frames: Record<Way, Record<Name, Frame>>;
  /** What Chromium draws with. */
  renderer: string;
};

/** What a process and all that it started have worked so far, in ms of the processor (Linux only). */
function readProcessor(parent: number): number {
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // The name in brackets may hold spaces.
        const parts = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ');
        return [{ id: Number(name), parent: Number(parts[1]), ticks: Number(parts[11]) + Number(parts[12]) }];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
  const sum = (id: number): number =>
    stats.filter((one) => one.parent === id).reduce((total, one) => total + sum(one.id), 0) +
    (stats.find((one) => one.id === id)?.ticks ?? 0);
  return sum(parent) * 10;
}

/** Moves the camera along a way for so many frames; the time on the clock, in ms. */
function drive(page: Page, way: Way): Promise<number> {
  const cameras = Array.from({ length: FRAMES + 1 }, (_, index) => WAYS[way](index / FRAMES));
  return page.evaluate(async (states) => {
    const { sigma, look } = window as unknown as {
      sigma?: Sigma;
      look?: (x: number, y: number, ratio: number) => void;
    };
    const start = performance.now();
    for (const state of states) {
      await new Promise(requestAnimationFrame);
      if (sigma) sigma.getCamera().setState(state);
      else look!(state.x, state.y, state.ratio);
    }
    return performance.now() - start;
  }, cameras);
}

async function measurePage(
  { browser, id }: { browser: Browser; id: number },
  address: string,
  viewport: { width: number; height: number },
): Promise<{ painted: { clock: number; browser: number }; frames: Record<Way, Frame>; page: Page }> {
  const page = await browser.newPage({ viewport });
  const before = readProcessor(id);
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName('map painted').length > 0, undefined, {
    timeout: 300_000,
  });
  const painted = {
    clock: await page.evaluate(() => performance.getEntriesByName('map painted')[0]!.startTime),
    browser: readProcessor(id) - before,
  };
  await page.waitForFunction(
    () =>
      document.querySelector('#root') === null ||
      document.querySelector('section[aria-busy="false"]') !== null,
    undefined,
    { timeout: 300_000 },
  );
  await page.waitForTimeout(3000);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const readScript = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')!.value * 1000;
  };
  const frames = {} as Record<Way, Frame>;
  for (const way of Object.keys(WAYS) as Way[]) {
    const rounds: Frame[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [worked, scripted] = [readProcessor(id), await readScript()];
      const clock = await drive(page, way);
      rounds.push({
        browser: (readProcessor(id) - worked) / FRAMES,
        script: ((await readScript()) - scripted) / FRAMES,
        clock: clock / FRAMES,
      });
      await page.waitForTimeout(500);
    }
    frames[way] = {
      browser: median(rounds.map((one) => one.browser)),
      script: median(rounds.map((one) => one.script)),
      clock: median(rounds.map((one) => one.clock)),
    };
  }
  return { painted, frames, page };
}

/** Our page and the two references, each with a map of so many nodes and three times as many edges on a canvas of one size. */
export async function measureFrames(size: number): Promise<Frames> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'claimscape-bench-'));
  const outputs = { ours: path.join(folder, 'page'), bare: path.join(folder, 'bare') };
  const files = toFiles(toSynthetic(size));
  const corpus = readCorpus(files);
  const drawing = toDrawing(corpus);
  // On a sunflower's spiral, so that no node lies on another.
  const positions = Float64Array.from(
    drawing.nodes.flatMap((_, index) => {
      const [reach, angle] = [20 * Math.sqrt(index), index * Math.PI * (3 - Math.sqrt(5))];
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    }),
  );
  await build({
    root: path.join(root, 'src/app'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    mode: 'test',
    build: { outDir: outputs.ours },
  });
  await build({
    root: path.join(root, 'tests/bench/bare'),
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: outputs.bare,
      target: 'es2023',
      rollupOptions: {
        input: ['index.html', 'points.html'].map((name) => path.join(root, 'tests/bench/bare', name)),
      },
    },
  });
  writeFileSync(path.join(outputs.ours, 'corpus.json'), writeBundle(files));
  writeFileSync(path.join(outputs.ours, 'picture.json'), writePicture({ drawing, positions }));
  writeFileSync(
    path.join(outputs.bare, 'given.json'),
    JSON.stringify({
      nodes: drawing.nodes.map(({ id, size: radius, label }, index) => [
        id,
        positions[2 * index],
        positions[2 * index + 1],
        radius,
        label,
      ]),
      edges: drawing.edges.map(({ source, target }) => [source, target]),
    }),
  );
  const servers = await Promise.all(
    Object.values(outputs).map((outDir) =>
      preview({ configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0 } }),
    ),
  );
  const [ours, bare] = servers.map((one) => one.resolvedUrls!.local[0]!);
  const addresses = { ours: ours!, sigma: bare!, points: `${bare}points.html` };
  const figures = {} as Record<
    Name,
    { painted: { clock: number; browser: number }; frames: Record<Way, Frame> }
  >;
  let viewport = { width: 1440, height: 900 };
  let renderer = '';
  for (const name of PAGES) {
    const server = await chromium.launchServer({
      ...config.use!.launchOptions,
      executablePath: prepare().CHROMIUM_PATH,
    });
    const browser = await chromium.connect(server.wsEndpoint());
    const { page, ...measured } = await measurePage(
      { browser, id: server.process().pid! },
      addresses[name],
      viewport,
    );
    figures[name] = measured;
    if (name === 'ours') {
      // The references get a canvas as large as ours.
      viewport = await page.evaluate(() => (window as unknown as { sigma: Sigma }).sigma.getDimensions());
      renderer = await page.evaluate(() => {
        const gl = document.createElement('canvas').getContext('webgl2')!;
        const names = gl.getExtension('WEBGL_debug_renderer_info');
        return String(gl.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
      });
    }
    await browser.close();
    await server.close();
  }
  await Promise.all(servers.map((one) => one.close()));
  rmSync(folder, { recursive: true });
  const toRecord = <T>(pick: (name: Name) => T) =>
    Object.fromEntries(PAGES.map((name) => [name, pick(name)])) as Record<Name, T>;
  return {
    nodes: drawing.nodes.length,
    edges: drawing.edges.length,
    painted: toRecord((name) => figures[name].painted),
    frames: Object.fromEntries(
      (Object.keys(WAYS) as Way[]).map((way) => [way, toRecord((name) => figures[name].frames[way])]),
    ) as Frames['frames'],
    renderer,
  };
}

function print({ nodes, edges, painted, frames, renderer }: Frames): void {
  console.log(`${nodes} nodes, ${edges} edges, drawn by ${renderer}`);
  const to = (number: number) => Number(number.toFixed(1));
  console.table(
    Object.fromEntries(
      Object.entries(frames).flatMap(([way, { ours, sigma, points }]) => [
        [
          `${way}: processor a frame, whole browser (ms)`,
          {
            Claimscape: to(ours.browser),
            'bare Sigma': to(sigma.browser),
            'points and lines': to(points.browser),
            'to points and lines': Number((ours.browser / points.browser).toFixed(2)),
            'to Sigma': Number((ours.browser / sigma.browser).toFixed(2)),
          },
        ],
        [
          `${way}: script a frame (ms)`,
          {
            Claimscape: to(ours.script),
            'bare Sigma': to(sigma.script),
            'points and lines': to(points.script),
            'to Sigma': Number((ours.script / sigma.script).toFixed(2)),
          },
        ],
        [
          `${way}: clock a frame (ms)`,
          {
            Claimscape: to(ours.clock),
            'bare Sigma': to(sigma.clock),
            'points and lines': to(points.clock),
          },
        ],
      ]),
    ),
  );
  console.table({
    'painted map, clock (ms)': {
      Claimscape: to(painted.ours.clock),
      'bare Sigma': to(painted.sigma.clock),
      'to Sigma': Number((painted.ours.clock / painted.sigma.clock).toFixed(2)),
    },
    'painted map, processor of the whole browser (ms)': {
      Claimscape: to(painted.ours.browser),
      'bare Sigma': to(painted.sigma.browser),
      'to Sigma': Number((painted.ours.browser / painted.sigma.browser).toFixed(2)),
    },
  });
}

if (process.argv[1] === import.meta.filename) print(await measureFrames(10_000));
