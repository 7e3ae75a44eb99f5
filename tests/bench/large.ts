// Measures a debate too large to be drawn whole on the page: how soon there is a picture, and what is done to it.
import { incidenceOf } from '../../src/core/graph';
import type { Tasks } from '../tasks';
import { servePage, traceTasks, VIEWPORT } from './page';
import { toSynthetic } from './synthetic';

export type LargeFigures = {
  /** On the clock, in milliseconds from the beginning of the visit: the first picture, and all that can be used. */
  painted: number;
  ready: number;
  /** The longest task of the page's thread while something is done. */
  acts: Readonly<Record<string, Tasks>>;
};

/** What a debate of so many nodes, of which an overview ships with it, takes on the page. */
export async function measureLarge(size: number): Promise<LargeFigures> {
  const corpus = toSynthetic(size);
  const incidence = incidenceOf(corpus);
  const claims = [...corpus.nodes.keys()].filter((id) => id.startsWith('claim:'));
  const claim = claims.at(-1)!;
  const topic = [...corpus.nodes.keys()].find((id) => id.startsWith('topic:'))!;
  const article = incidence.get(claim)![0]!.passages[0]!.article;
  const served = await servePage('production', corpus);
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
  await served.close();
  return { painted, ready, acts };
}
