// Measures a debate too large to be drawn whole on the page: how soon there is a picture, and what is done to it.
import type { Page } from '@playwright/test';
import type Sigma from 'sigma';
import { incidenceOf } from '../../src/core/graph';
import type { Tasks } from '../tasks';
import { toMedian, toQuantile } from './measure';
import { servePage, traceTasks, VIEWPORT } from './page';
import { toSynthetic } from './synthetic';

export type LargeFigures = {
  /** On the clock, in milliseconds from the beginning of the visit: the first picture, and all that can be used. */
  painted: number;
  ready: number;
  /** The longest task of the page's thread while something is done. */
  acts: Readonly<Record<string, Tasks>>;
  /**
   * All scripts of the page from asking for what lies 2 steps around a claim to the picture of it, in milliseconds of the
   * processor; `hub` is the slowest of the greatest hubs.
   */
  refocus: { p50: number; p99: number; hub: number };
};

/** How many claims, evenly spread, and how many nodes with the most edges are looked around, after some tries. */
const PICKS = 40;
const HUBS = 10;
const TRIES = 4;

/** Presses a key and waits until the map has drawn another picture, which it marks. */
const redraw = (page: Page, key: string): Promise<void> =>
  page.evaluate(async (pressed) => {
    const { sigma } = window as unknown as { sigma: Sigma };
    // To look again and again would count as the page's own.
    const drawn = new Promise<void>((done) => {
      sigma.setGraph = (graph) => {
        Reflect.deleteProperty(sigma, 'setGraph');
        sigma.setGraph(graph);
        done();
      };
    });
    dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true }));
    await drawn;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    console.timeStamp('drawn');
  }, key);

/** What a debate of so many nodes, of which an overview ships with it, takes on the page. */
export async function measureLarge(size: number): Promise<LargeFigures> {
  const corpus = toSynthetic(size);
  const incidence = incidenceOf(corpus);
  const claims = [...corpus.nodes.keys()].filter((id) => id.startsWith('claim:'));
  const claim = claims.at(-1)!;
  const topic = [...corpus.nodes.keys()].find((id) => id.startsWith('topic:'))!;
  const article = incidence.get(claim)![0]!.passages[0]!.article;
  const served = await servePage('test', corpus);
  const page = await served.browser.newPage({ viewport: VIEWPORT });
  await page.goto(served.address);
  await page.waitForFunction(() => performance.getEntriesByName('map painted').length > 0, undefined, {
    timeout: 300_000,
  });
  const painted = await page.evaluate(() => performance.getEntriesByName('map painted')[0]!.startTime);
  await page.locator('section[aria-busy="false"]').waitFor({ timeout: 300_000 });
  const ready = await page.evaluate(() => performance.now());
  const acts: Record<string, Tasks> = {};
  const goTo = (hash: string) => () =>
    page
      .evaluate((address) => void (window.location.hash = address), hash)
      .then(() => page.waitForTimeout(5000));
  for (const [name, hash] of [
    ['a claim selected', `select=${claim}`],
    ['1 step around it', `select=${claim}&around=${claim}&depth=1`],
    ['2 steps around the greatest topic', `select=${topic}&around=${topic}&depth=2`],
    ['a filter with all its counts', 'q=type%3Aclaim+date%3A2010%2F2014'],
    ['all of it again', ''],
    ['its words read large', `view=articles&article=${article}`],
    ['the matrix', 'view=matrix'],
    ['the coalitions', 'view=coalitions'],
    ['the debate on the greatest topic', `view=debate&topic=${topic}`],
    ['two compared', 'view=compare'],
    ['the table', 'view=table'],
  ] as const)
    acts[name] = await traceTasks(served, page, goTo(hash));
  const search = page.locator('section[aria-label="Search and filters"] input').first();
  acts['a search typed'] = await traceTasks(served, page, async () => {
    await search.pressSequentially('council insp', { delay: 80 });
    await page.waitForTimeout(5000);
  });
  // What it found would be looked through again with every sight.
  await search.fill('');
  const byEdges = [...corpus.nodes.keys()].toSorted(
    (a, b) => incidence.get(b)!.length - incidence.get(a)!.length,
  );
  const spread = claims.filter((_, index) => index % Math.floor(claims.length / PICKS) === 0).slice(0, PICKS);
  const measureAround = async (ids: readonly string[]): Promise<number[]> => {
    const scripts: number[] = [];
    for (const id of ids) {
      await page.evaluate((hash) => void (window.location.hash = hash), `select=${id}`);
      await page.waitForTimeout(2000);
      // However many frames of the camera's movement follow before the trace ends.
      const { script } = await traceTasks(served, page, () => redraw(page, '2'), 'drawn');
      scripts.push(script);
    }
    return scripts;
  };
  await goTo('')();
  await measureAround(claims.slice(1, 1 + TRIES));
  const around = await measureAround(spread);
  const aroundHubs = await measureAround(byEdges.slice(0, HUBS));
  acts['opening it'] = await traceTasks(served, page, async () => {
    await page.goto('about:blank');
    await page.goto(served.address);
    await page.locator('section[aria-busy="false"]').waitFor({ timeout: 300_000 });
  });
  await served.close();
  return {
    painted,
    ready,
    acts,
    refocus: { p50: toMedian(around), p99: toQuantile(around, 0.99), hub: Math.max(...aroundHubs) },
  };
}
