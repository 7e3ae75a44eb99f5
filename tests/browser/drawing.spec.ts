// How the map is drawn: in full where there is a graphics card or little in sight, plainly where neither is, and never in vain.
import type { Page } from '@playwright/test';
import { readCorpus } from '../../src/core/corpus';
import { toDrawing } from '../../src/core/drawing';
import { writePicture } from '../../src/core/picture';
import { toFiles, toSynthetic } from '../bench/synthetic';
import { clickOnMap, expect, serve, settle, test, toInspector, toMap } from './page';

declare global {
  interface Window {
    /** What was drawn since it was last emptied: WebGL's mode, and how many corners. */
    draws: { mode: 'lines' | 'points' | 'strips'; corners: number }[];
  }
}

/** Serves a debate of 4,000 nodes, each in its own place on a sunflower's spiral; the largest in the middle. */
async function serveLarge(page: Page): Promise<void> {
  const files = toFiles(toSynthetic(4000));
  const drawing = toDrawing(readCorpus(files));
  const positions = Float64Array.from(
    drawing.nodes.flatMap((_, index) => {
      const [reach, angle] = [30 * Math.sqrt(index), index * Math.PI * (3 - Math.sqrt(5))];
      return [reach * Math.cos(angle), reach * Math.sin(angle)];
    }),
  );
  await serve(page, Object.fromEntries(files));
  await page.route('**/picture.json', (route) =>
    route.fulfill({ body: writePicture({ drawing, positions }), contentType: 'application/json' }),
  );
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    window.draws = [];
    const { prototype, LINES, POINTS } = WebGL2RenderingContext;
    const methods = prototype as unknown as Record<string, (this: void, ...given: number[]) => void>;
    for (const [name, place] of [
      ['drawArrays', 2],
      ['drawElements', 1],
    ] as const)
      methods[name] = new Proxy(methods[name]!, {
        apply: (draw, gl, given: number[]) => {
          const mode = given[0] === LINES ? 'lines' : given[0] === POINTS ? 'points' : 'strips';
          window.draws.push({ mode, corners: given[place]! });
          Reflect.apply(draw, gl, given);
        },
      });
  });
});

/** What one frame draws, with the camera there. */
const readDraws = (page: Page, camera: { x: number; y: number; ratio: number }) =>
  page.evaluate(async (state) => {
    window.draws = [];
    window.sigma.getCamera().setState(state);
    window.sigma.scheduleRender();
    await new Promise<void>((done) => {
      window.sigma.once('afterRender', done);
    });
    return window.draws;
  }, camera);
const toModes = (draws: Window['draws']) => [...new Set(draws.map(({ mode }) => mode))].toSorted();
const WHOLE = { x: 0.5, y: 0.5, ratio: 1 };
/** Beside the middle, where the topics are that most edges lead to. */
const PART = { x: 0.75, y: 0.7, ratio: 0.06 };

test('the five articles are drawn in full, each node and edge once', async ({ page, visit }) => {
  await visit();
  const draws = await readDraws(page, WHOLE);
  expect(toModes(draws)).toEqual(['strips']);
  expect(draws).toHaveLength(2);
});

test('without a graphics card a large map is lines and points, what is near in full, and all where little is in sight', async ({
  page,
  visit,
}) => {
  await serveLarge(page);
  await visit();
  const whole = await readDraws(page, WHOLE);
  expect(toModes(whole)).toEqual(['lines', 'points', 'strips']);
  const { edges } = await page.evaluate(() => ({ edges: window.sigma.getGraph().size }));
  expect(whole.find(({ mode }) => mode === 'lines')!.corners).toBe(2 * edges);
  expect(toModes(await readDraws(page, PART))).toEqual(['strips']);
  // Selected on the whole map: as many ribbons as there are lines fewer.
  await readDraws(page, WHOLE);
  const claim = await page.evaluate(() => {
    const graph = window.sigma.getGraph();
    return graph.nodes().find((id) => id.startsWith('claim:') && graph.degree(id) === 6)!;
  });
  await page.evaluate((node) => {
    const event = { original: new MouseEvent('click') } as never;
    window.sigma.emit('clickNode', { node, event, preventSigmaDefault() {} });
  }, claim);
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toBeVisible();
  await settle(page);
  const selected = await readDraws(page, WHOLE);
  const lines = selected.find(({ mode }) => mode === 'lines')!.corners / 2;
  expect(edges - lines).toBeGreaterThanOrEqual(6);
  const before = whole.filter(({ mode }) => mode === 'strips').length;
  expect(selected.filter(({ mode }) => mode === 'strips').length).toBeGreaterThan(before);
});

test('a large map looks as it did after debates were looked at, and something in them', async ({
  page,
  visit,
}) => {
  test.setTimeout(120_000);
  await serveLarge(page);
  await visit();
  const [topic, other, hub] = await page.evaluate(() => {
    const graph = window.sigma.getGraph();
    const byDegree = graph.nodes().toSorted((a, b) => graph.degree(b) - graph.degree(a));
    const topics = byDegree.filter((id) => id.startsWith('topic:'));
    return [topics[0], topics[1], byDegree.find((id) => id.startsWith('person:'))];
  });
  const goTo = async (hash: string) => {
    await page.evaluate((address) => void (window.location.hash = address), hash);
    if (hash.includes('debate'))
      await expect(page.locator('[data-arrived="true"]')).toBeVisible({ timeout: 30_000 });
    await settle(page);
  };
  /** What is drawn, read before the browser takes it. */
  const readPicture = () =>
    page.evaluate(async () => {
      window.sigma.scheduleRender();
      await new Promise<void>((done) => {
        window.sigma.once('afterRender', done);
      });
      return window.sigma.getCanvases().nodes!.toDataURL();
    });
  const map = await readPicture();
  await goTo(`view=debate&topic=${topic}`);
  const debate = await readPicture();
  expect(debate).not.toBe(map);
  await goTo(`view=debate&topic=${topic}&select=${hub}`);
  await goTo(`view=debate&topic=${other}`);
  expect(await readPicture()).not.toBe(map);
  await goTo('');
  expect(await readPicture()).toBe(map);
});

test('with a graphics card a large map is drawn in full', async ({ page, visit }) => {
  await page.addInitScript(() => {
    const methods = WebGL2RenderingContext.prototype as unknown as Record<
      string,
      (this: void, name: number) => unknown
    >;
    const UNMASKED_RENDERER = 0x9246;
    methods.getParameter = new Proxy(methods.getParameter!, {
      apply: (get, gl, [name]: [number]): unknown =>
        name === UNMASKED_RENDERER ? 'ANGLE (NVIDIA GeForce RTX 3060)' : Reflect.apply(get, gl, [name]),
    });
  });
  await serveLarge(page);
  await visit();
  expect(toModes(await readDraws(page, WHOLE))).toEqual(['strips']);
});

for (const [name, isLarge] of [
  ['the five articles', false],
  ['a large map', true],
] as const) {
  test(`${name}: nothing is drawn while nothing moves, and panning draws again`, async ({ page, visit }) => {
    if (isLarge) await serveLarge(page);
    await visit();
    await settle(page);
    await page.waitForTimeout(1000);
    const count = () => page.evaluate(() => window.draws.length);
    const before = await count();
    await page.waitForTimeout(1200);
    expect(await count()).toBe(before);
    await page.evaluate(() => window.sigma.getCamera().setState({ x: 0.4 }));
    await expect.poll(count).toBeGreaterThan(before);
  });

  test(`${name}: the pointer finds every node in sight, after panning and zooming too`, async ({
    page,
    visit,
  }) => {
    if (isLarge) await serveLarge(page);
    await visit();
    const box = (await toMap(page).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 90, box.y + box.height / 2 + 40, { steps: 4 });
    await page.mouse.up();
    await settle(page);
    const { x, y } = await page.evaluate(() => window.sigma.getCamera().getState());
    expect([x, y]).not.toEqual([0.5, 0.5]);
    await readDraws(page, { x, y, ratio: isLarge ? 0.1 : 0.25 });
    const missed = await page.evaluate(() => {
      const { sigma } = window;
      const { left, top } = sigma.getContainer().getBoundingClientRect();
      const { width, height } = sigma.getDimensions();
      const dots = sigma.getGraph().mapNodes((id) => {
        const data = sigma.getNodeDisplayData(id)!;
        return { id, ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
      });
      const isFree = (one: (typeof dots)[number]) =>
        one.x > 0 &&
        one.y > 0 &&
        one.x < width &&
        one.y < height &&
        dots.every((dot) => dot.id === one.id || Math.hypot(dot.x - one.x, dot.y - one.y) > dot.radius + 6);
      const free = dots.filter(isFree);
      const found: string[] = [];
      sigma.on('enterNode', ({ node }) => found.push(node));
      for (const dot of free)
        sigma
          .getMouseCaptor()
          .container.dispatchEvent(
            new MouseEvent('mousemove', { clientX: left + dot.x, clientY: top + dot.y, bubbles: true }),
          );
      return { free: free.length, missed: free.filter(({ id }) => !found.includes(id)).map(({ id }) => id) };
    });
    expect(missed.free).toBeGreaterThan(20);
    expect(missed.missed).toEqual([]);
  });
}

test('on a large map a click selects what it falls on', async ({ page, visit }) => {
  await serveLarge(page);
  await visit();
  await readDraws(page, PART);
  const id = await page.evaluate(() => {
    const { sigma } = window;
    const { width, height } = sigma.getDimensions();
    return sigma.getGraph().findNode((node) => {
      const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(node)!);
      return Math.abs(x - width / 2) < 150 && Math.abs(y - height / 2) < 150;
    })!;
  });
  await clickOnMap(page, id);
  await expect(page).toHaveURL(new RegExp(`select=${id}`));
});

test.describe('on a screen of two device pixels to a CSS pixel', () => {
  test.use({ deviceScaleFactor: 2 });
  const readScale = (page: Page) =>
    page.evaluate(() => window.sigma.getCanvases().nodes!.width / window.sigma.getDimensions().width);

  test('without a graphics card a large map is drawn in CSS pixels, the five articles in the device’s', async ({
    page,
    visit,
  }) => {
    await visit();
    expect(await readScale(page)).toBe(2);
    await serveLarge(page);
    await visit();
    expect(await readScale(page)).toBe(1);
    expect((await readDraws(page, WHOLE)).length).toBeGreaterThan(0);
  });
});
