// Measures how soon a selection, a hover and a focus are painted on a large map.
import type Sigma from 'sigma';
import type { MouseCoords } from 'sigma/types';
import { incidenceOf } from '../../src/core/graph';
import { toMedian } from './measure';
import { servePage, VIEWPORT } from './page';
import { toSynthetic } from './synthetic';

const ROUNDS = 5;

/** In milliseconds: of the page's thread in the processor's time, and on the clock to the next frame. */
type Act = { work: number; longest: number; frame: number };
export type SelectFigures = Readonly<
  Record<'claim' | 'pointed' | 'away' | 'hub' | 'aroundOne' | 'aroundTwo', Act>
>;

/** What acts take on a map of so many nodes and three times as many edges, of which all is shown. */
export async function measureSelect(size: number): Promise<SelectFigures> {
  const corpus = toSynthetic(size);
  const incidence = incidenceOf(corpus);
  const byEdges = [...corpus.nodes.keys()].toSorted(
    (a, b) => incidence.get(b)!.length - incidence.get(a)!.length,
  );
  const claims = byEdges.filter((id) => id.startsWith('claim:'));
  const some = claims.filter((_, index) => index % Math.floor(claims.length / ROUNDS) === 3).slice(0, ROUNDS);
  const served = await servePage('test', corpus);
  const page = await served.browser.newPage({ viewport: VIEWPORT });
  await page.goto(served.address);
  await page.locator('section[aria-busy="false"]').waitFor({ timeout: 300_000 });
  await page.waitForTimeout(2000);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const readWork = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  /** What acts take, given as what the map's canvas tells of a node, or as a key. */
  const measure = async (
    acts: readonly (readonly ['clickNode' | 'enterNode' | 'leaveNode' | 'key', string])[],
    counts: (index: number) => boolean = () => true,
  ): Promise<Act> => {
    const times: { work: number; frame: number }[] = [];
    for (const [index, act] of acts.entries()) {
      const before = await readWork();
      const frame = await page.evaluate(async ([does, what]) => {
        const start = performance.now();
        if (does === 'key') dispatchEvent(new KeyboardEvent('keydown', { key: what, bubbles: true }));
        else {
          const event = { original: new MouseEvent('click') } as MouseCoords;
          (window as unknown as { sigma: Sigma }).sigma.emit(does, {
            node: what,
            event,
            preventSigmaDefault() {},
          });
        }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      }, act);
      const work = (await readWork()) - before;
      if (counts(index)) times.push({ work, frame });
      await page.waitForTimeout(600);
    }
    return {
      work: toMedian(times.map(({ work }) => work)),
      longest: Math.max(...times.map(({ work }) => work)),
      frame: toMedian(times.map(({ frame }) => frame)),
    };
  };
  const keys = Array.from({ length: 2 * ROUNDS }, (_, index) => ['key', index % 2 ? '2' : '1'] as const);
  const figures = {
    claim: await measure(some.map((id) => ['clickNode', id])),
    pointed: await measure(some.toReversed().map((id) => ['enterNode', id])),
    away: await measure(some.map((id) => ['leaveNode', id])),
    hub: await measure(byEdges.slice(0, ROUNDS).map((id) => ['clickNode', id])),
    // By turns one and two steps around the last of the hubs.
    aroundOne: await measure(keys, (index) => index % 2 === 0),
    aroundTwo: await measure(keys, (index) => index % 2 === 1),
  };
  await served.close();
  return figures;
}
