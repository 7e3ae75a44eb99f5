// The page as the benches visit it: built, served with a corpus of their own beside it, opened in Chromium, its tasks read from a trace.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, preview } from 'vite';
import { writeBundle } from '../../src/core/bundle';
import type { Corpus } from '../../src/core/model';
import { isLarge } from '../../src/core/drawing';
import { layout } from '../../src/core/layout';
import { toFirstDrawing } from '../../src/core/overview';
import { writePicture } from '../../src/core/picture';
import { atOnce } from '../../src/core/steps';
import config from '../../playwright.config';
import { prepare } from '../prepare';
import { readTasks, type Tasks } from '../tasks';
import { toFiles } from './synthetic';

const root = path.resolve(import.meta.dirname, '../..');
/** A screen as many have it. */
export const VIEWPORT = { width: 1440, height: 900 };

export type Served = {
  browser: Browser;
  /** Where the page is, with a slash at the end. */
  address: string;
  /** A folder for what is written on the way. */
  folder: string;
  close: () => Promise<void>;
};

/** Positions on a sunflower's spiral, so that no node lies on another. */
const toSpiral = (count: number): Float64Array =>
  Float64Array.from(
    Array.from({ length: count }, (_, index) => {
      const [reach, angle] = [20 * Math.sqrt(index), index * Math.PI * (3 - Math.sqrt(5))];
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    }).flat(),
  );

/** Builds the page, as people get it or as tests do, with a corpus in place of the articles where one is given, and serves it. */
export async function servePage(mode: 'production' | 'test', corpus?: Corpus): Promise<Served> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'claimscape-bench-'));
  const outDir = path.join(folder, 'page');
  await build({
    root: path.join(root, 'src/app'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    mode,
    build: { outDir },
  });
  if (corpus) {
    const drawing = atOnce(toFirstDrawing(corpus));
    writeFileSync(path.join(outDir, 'corpus.json'), writeBundle(toFiles(corpus)));
    writeFileSync(
      path.join(outDir, 'picture.json'),
      writePicture({
        drawing,
        positions: isLarge(corpus) ? layout(drawing) : toSpiral(drawing.nodes.length),
      }),
    );
  }
  const server = await serveFolder(outDir);
  const browser = await launch();
  return {
    browser,
    address: server.address,
    folder,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function serveFolder(outDir: string): Promise<{ address: string; close: () => Promise<void> }> {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir },
    preview: { port: 0 },
  });
  return { address: server.resolvedUrls!.local[0]!, close: () => server.close() };
}

const launch = () =>
  chromium.launch({ ...config.use!.launchOptions, executablePath: prepare().CHROMIUM_PATH });

/** The longest tasks of the page's thread while something is done on it, or until it calls `console.timeStamp(until)`. */
export async function traceTasks(
  { browser, folder }: Served,
  page: Page,
  act: () => Promise<void>,
  until?: string,
): Promise<Tasks> {
  await page.waitForTimeout(1000);
  return readTasks(browser, page, path.join(folder, 'trace.json'), act, until);
}
