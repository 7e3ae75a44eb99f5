// The page on a phone: narrow, and touched.
import type { Page } from '@playwright/test';
import { printDate } from '../../src/core/date';
import { EDGES, ofType, toNode, toPlace } from './corpus';
import {
  expect,
  readCamera,
  settle,
  test,
  toFind,
  toFree,
  toFront,
  toInspector,
  toMap,
  toPoint,
  toSource,
} from './page';

type Point = { x: number; y: number };

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 });

test('tapping a node on the map shows its statement and its words', async ({ page, visit }) => {
  await visit('#map=0.5,0.5,0.3');
  const inside = await page.evaluate(() => {
    const { sigma } = window;
    const { width, height } = sigma.getDimensions();
    return sigma.getGraph().filterNodes((id) => {
      const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!);
      return x > 20 && y > 60 && x < width - 20 && y < height - 80;
    });
  });
  const [id] = await toFree(
    page,
    inside.filter((name) => name.startsWith('claim:')),
  );
  const { x, y } = await toPoint(page, id!);
  await page.touchscreen.tap(x, y);
  const claim = toNode(id!, 'claim');
  await expect(toFront(page)).toHaveText(toPlace(claim.passages[0]!).words);
  await expect(toFront(page).first()).toBeInViewport();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
  await expect(toMap(page)).toBeInViewport();
});

test('of a claim its sentence, who said it, and the words with where and when they stand are in sight at once', async ({
  page,
  visit,
}) => {
  for (const id of [
    'claim:single-word-describes-little',
    ...ofType('claim')
      .toSorted((a, b) => a.statement.length - b.statement.length)
      .filter((_, at) => at % 80 === 40)
      .map((claim) => claim.id),
  ]) {
    await visit(`#select=${id}`);
    const claim = toNode(id, 'claim');
    const heading = toInspector(page).getByRole('heading', { level: 2 });
    await expect(heading).toHaveText(claim.statement);
    await expect(heading).toBeInViewport({ ratio: 1 });
    const voices = EDGES.filter(
      ({ type, target }) => (type === 'authored' || type === 'states') && target === id,
    );
    const said = toInspector(page).locator(voices.map(({ source }) => `a[href*="select=${source}"]`).join());
    await expect(said.first()).toBeInViewport({ ratio: 1 });
    const { words } = toPlace(claim.passages[0]!);
    const article = toNode(claim.passages[0]!.article, 'article');
    const whence = toSource(page).getByText(article.publisher).filter({ visible: true }).first();
    await expect(whence).toContainText(printDate(article.date));
    await expect(whence).toBeInViewport({ ratio: 1 });
    await expect(toFront(page).first()).toContainText(words[0]!);
    await expect(toFront(page).first()).toBeInViewport({ ratio: 1 });
    // The map only tells where it is: what is selected is on it, and nothing lies over that.
    const { x, y } = await toPoint(page, id);
    const isOnMap = await page.evaluate(
      ([left, top]) => document.elementFromPoint(left!, top!)?.closest('#map') !== null,
      [x, y],
    );
    expect(isOnMap).toBe(true);
  }
});

test('all of the map is in sight, and none of it under its tools', async ({ page, visit }) => {
  await visit();
  const tools = (await toMap(page).getByRole('group', { name: 'Map tools' }).boundingBox())!;
  const nodes = await page.evaluate(() => {
    const { sigma } = window;
    const { left, top } = sigma.getContainer().getBoundingClientRect();
    return sigma.getGraph().mapNodes((id) => {
      const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!);
      return { id, x: left + x, y: top + y };
    });
  });
  const frame = (await toMap(page).boundingBox())!;
  const isIn = ({ x, y }: Point, box: { x: number; y: number; width: number; height: number }) =>
    x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
  expect(nodes.filter((node) => !isIn(node, frame) || isIn(node, tools))).toEqual([]);
});

test('a view has the screen until something is chosen in it, which then stays in sight above what is told of it', async ({
  page,
  visit,
}) => {
  await visit('#view=table');
  const view = page.locator('#view');
  await expect(toInspector(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Start here' })).toHaveCount(0);
  expect((await view.boundingBox())!.height).toBeGreaterThan(560);
  const chosen = toNode('person:eleanor-schooling');
  const row = view.getByRole('link', { name: chosen.label, exact: true }).first();
  // Where what is told of it will be.
  await expect.poll(async () => (await row.boundingBox())!.y).toBeGreaterThan(560);
  await row.tap();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(chosen.label);
  await expect(row).toBeInViewport();
  await page.getByRole('button', { name: 'Select nothing' }).tap();
  const search = page.getByRole('button', { name: 'Search and filter' });
  await search.tap();
  await expect(toFind(page)).toBeVisible();
  await search.tap();
  await expect(toFind(page)).toBeHidden();
  expect((await view.boundingBox())!.height).toBeGreaterThan(560);
});

test('of an article that is added all there is to say fits the screen, and of what is proposed the words are read above what decides', async ({
  page,
  visit,
}) => {
  await visit();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox').fill('Add articles');
  await page.getByRole('option', { name: /^Add articles/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox')
    .fill(
      'One word is not enough\n\nEleanor Schooling, national director of social care at Ofsted, said inspections are too heavy a burden on social workers. “One word cannot sum up a whole service,” she told the conference.',
    );
  await dialog.getByRole('button', { name: 'Read this text' }).click();
  const add = dialog.getByRole('button', { name: 'Add 1 article' });
  for (const one of [
    dialog.getByLabel('Authors, if known'),
    dialog.getByLabel('Its name'),
    dialog.getByText('Still needed: publisher, date'),
    dialog.getByRole('button', { name: 'Cancel' }),
    add,
  ])
    await expect(one).toBeInViewport({ ratio: 1 });
  await dialog.getByRole('button', { name: 'Read them' }).tap();
  await expect(dialog.getByText('she told the conference')).toBeVisible();
  await expect(add).toBeInViewport({ ratio: 1 });
  await dialog.getByLabel('Publisher').fill('Community Care');
  await dialog.getByLabel('Date').fill('2021-05-04');
  await add.tap();
  const card = page.getByRole('region', { name: 'Proposals' }).locator('[aria-current="true"]');
  const accept = card.getByRole('button', { name: 'Accept' });
  for (let decided = 0; decided < 3; decided++) {
    const words = card.locator('blockquote').first();
    await expect(words).toBeInViewport({ ratio: 1, timeout: 20_000 });
    const [read, acts] = [(await words.boundingBox())!, (await accept.boundingBox())!];
    expect(read.y + read.height).toBeLessThanOrEqual(acts.y);
    const name = (await card.getByRole('group').first().getAttribute('aria-label'))!;
    await accept.tap();
    await expect(card.getByRole('group').first()).not.toHaveAttribute('aria-label', name);
  }
});

test('the tabs turn between searching and reading, and what is chosen comes to the front', async ({
  page,
  visit,
}) => {
  await visit();
  const search = page.getByRole('button', { name: 'Search and filter' });
  await expect(page.getByRole('button', { name: 'Start here' })).toHaveAttribute('aria-pressed', 'true');
  await expect(toInspector(page)).toBeVisible();
  await expect(toFind(page)).toBeHidden();
  await search.tap();
  await expect(toFind(page)).toBeVisible();
  await expect(toInspector(page)).toBeHidden();
  const topic = ofType('topic').find(({ id }) => id === 'topic:one-word-judgment')!;
  await toFind(page).getByRole('link', { name: topic.label }).tap();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(topic.label);
  await expect(toFront(page)).toHaveText(toPlace(topic.passages[0]!).words);
  await expect(toFront(page).first()).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Selected' })).toHaveAttribute('aria-pressed', 'true');
});

test('choosing once more what is selected brings it to the front again', async ({ page, visit }) => {
  const topic = ofType('topic').find(({ id }) => id === 'topic:one-word-judgment')!;
  await visit(`#select=${topic.id}`);
  await page.getByRole('button', { name: 'Search and filter' }).tap();
  await toFind(page).getByRole('link', { name: topic.label }).tap();
  await expect(toFront(page).first()).toBeInViewport();
});

test('nothing has to be scrolled sideways, and every control is at least 24 by 24 pixels', async ({
  page,
  visit,
}) => {
  const measure = () =>
    page.evaluate(() => {
      const seen = (element: Element) => element.checkVisibility() && element.closest('.unseen') === null;
      const small = [...document.querySelectorAll('button, input, select, summary, a[href]')]
        .filter(seen)
        // Links within a sentence may be as high as its line; a skip link waits off the screen.
        .filter((element) => element.tagName !== 'A' || getComputedStyle(element).display !== 'inline')
        .map((element) => element.closest('label') ?? element)
        .filter((element) => {
          const { width, height } = element.getBoundingClientRect();
          return width < 24 || height < 24;
        })
        .map((element) => element.outerHTML.slice(0, 160));
      const wide = [document.documentElement, ...document.querySelectorAll('body *')]
        .filter(seen)
        .filter(
          (element) =>
            /auto|scroll/.test(getComputedStyle(element).overflowX) &&
            element.scrollWidth > element.clientWidth + 1,
        )
        .map((element) => element.outerHTML.slice(0, 160));
      return { small, wide, page: document.documentElement.scrollWidth };
    });
  const fine = { small: [], wide: [], page: 390 };
  await visit();
  expect.soft(await measure(), 'the first screen').toEqual(fine);
  await page.getByRole('button', { name: 'Search and filter' }).tap();
  await toFind(page)
    .getByRole('button', { name: /^List all \d+ people/ })
    .tap();
  expect.soft(await measure(), 'the search and filters').toEqual(fine);
  await toFind(page).getByRole('searchbox').fill('judgment');
  await expect(toFind(page).getByRole('status')).toContainText('results');
  expect.soft(await measure(), 'search results').toEqual(fine);
  await page.goto(`/#select=${ofType('claim')[0]!.id}`);
  await toSource(page).locator('summary').tap();
  expect.soft(await measure(), 'a claim').toEqual(fine);
  const dispute = EDGES.find(({ type }) => type === 'disputes')!;
  await page.goto(`/#select=${dispute.id}&around=${dispute.source}&depth=1`);
  await page.getByRole('button', { name: 'Adjust' }).tap();
  await expect(page.getByRole('group', { name: 'Steps' })).toBeVisible();
  expect.soft(await measure(), 'an edge, focused').toEqual(fine);
  await page.goto('/#select=organisation:ofsted&also=person:alan-wood&around=organisation:ofsted&depth=1');
  await expect(page.getByRole('region', { name: 'How they are connected' })).toBeVisible();
  expect.soft(await measure(), 'two selected').toEqual(fine);
  await page.getByRole('button', { name: 'Export', exact: true }).tap();
  await expect(page.getByRole('dialog')).toBeInViewport({ ratio: 1 });
  expect.soft(await measure(), 'the export dialog').toEqual(fine);
});

/** Fingers put down at some points, moved in steps to others, and lifted, as the screen reports them. */
async function touch(page: Page, from: readonly Point[], to: readonly Point[]): Promise<void> {
  const screen = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    screen.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id })),
    });
  await send('touchStart', from);
  const STEPS = 12;
  for (let step = 1; step <= STEPS; step++) {
    await send(
      'touchMove',
      from.map(({ x, y }, finger) => ({
        x: x + ((to[finger]!.x - x) * step) / STEPS,
        y: y + ((to[finger]!.y - y) * step) / STEPS,
      })),
    );
    await page.waitForTimeout(16);
  }
  await send('touchEnd', []);
  await screen.detach();
}

test('one finger moves the map, two make it larger and smaller, and the address follows', async ({
  page,
  visit,
}) => {
  await visit();
  const { x, y, width, height } = (await toMap(page).boundingBox())!;
  const [middle, down] = [x + width / 2, y + height / 2];
  const [startX, startY, startRatio] = (await readCamera(page)) as [number, number, number];
  await touch(page, [{ x: middle, y: down }], [{ x: middle - 80, y: down - 40 }]);
  await settle(page);
  const [movedX, movedY, sameRatio] = (await readCamera(page)) as [number, number, number];
  expect(movedX).toBeGreaterThan(startX);
  expect(movedY).toBeLessThan(startY);
  expect(sameRatio).toBeCloseTo(startRatio, 2);
  await expect(page).toHaveURL(/map=/);
  await touch(
    page,
    [
      { x: middle - 30, y: down },
      { x: middle + 30, y: down },
    ],
    [
      { x: middle - 120, y: down },
      { x: middle + 120, y: down },
    ],
  );
  await settle(page);
  const [, , nearer] = (await readCamera(page)) as [number, number, number];
  expect(nearer).toBeLessThan(sameRatio * 0.7);
  await touch(
    page,
    [
      { x: middle - 120, y: down },
      { x: middle + 120, y: down },
    ],
    [
      { x: middle - 30, y: down },
      { x: middle + 30, y: down },
    ],
  );
  await settle(page);
  const [, , farther] = (await readCamera(page)) as [number, number, number];
  expect(farther).toBeGreaterThan(nearer * 1.4);
  // A finger that moves selects nothing.
  await expect(page).not.toHaveURL(/select=/);
});

test('the buttons above the map, on it and in what opens over it are as high as a finger is wide', async ({
  page,
  visit,
}) => {
  await visit();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Export \d/ })).toBeVisible();
  const buttons = await page
    .locator('header button, dialog button, [aria-label="Map"] button')
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('p') === null)
        .map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return { name: one.textContent, least: Math.min(width, height) };
        }),
    );
  expect(buttons.length).toBeGreaterThan(8);
  expect(buttons.filter(({ least }) => least < 40)).toEqual([]);
});

test('a project is named above the map, with whether it is kept', async ({ page, visit }) => {
  await visit();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox').fill('Open a graph');
  await page.getByRole('option', { name: 'Open a graph of your own…' }).click();
  // What can be opened is chosen from one row of buttons.
  const actions = page.getByRole('dialog').getByRole('button', { name: /^(Cancel|Choose a (folder|file))$/ });
  await expect(actions).toHaveCount(3);
  const tops = await actions.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().top)),
  );
  expect(new Set(tops).size).toBe(1);
  await page.getByLabel('Name of a new project').fill('Care homes');
  await page.getByRole('button', { name: 'Begin empty' }).click();
  const bar = page.getByRole('group', { name: 'Project', exact: true });
  const name = bar.getByText('Care homes', { exact: true });
  await expect(name).toBeVisible();
  expect(await name.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  await expect(bar.getByRole('status')).toHaveText('Saved');
  await expect(bar.getByRole('status')).toBeInViewport();
});

test('a finger scrolls the panel under it, and neither the map nor the page', async ({ page, visit }) => {
  await visit('#select=topic:one-word-judgment');
  const camera = await readCamera(page);
  const inspector = (await toInspector(page).boundingBox())!;
  const readScroll = () => toInspector(page).evaluate((element) => element.scrollTop);
  expect(await readScroll()).toBe(0);
  const at = { x: inspector.x + inspector.width - 12, y: inspector.y + inspector.height - 12 };
  await touch(page, [at], [{ x: at.x, y: at.y - 100 }]);
  await expect.poll(readScroll).toBeGreaterThan(40);
  const text = toFront(page).first();
  const before = (await text.boundingBox())!.y;
  const source = (await toSource(page).boundingBox())!;
  const low = { x: source.x + source.width - 10, y: source.y + source.height - 20 };
  await touch(page, [low], [{ x: low.x, y: low.y - 60 }]);
  await expect.poll(async () => (await text.boundingBox())!.y).toBeLessThan(before - 20);
  expect(await readCamera(page)).toEqual(camera);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('an article is read large, and its tabs and marks are touched', async ({ page, visit }) => {
  await visit('#view=articles');
  const articles = page.getByRole('region', { name: 'Articles', exact: true });
  const article = ofType('article').find(({ id }) => id === 'article:too-tough-2015')!;
  await articles.getByRole('link', { name: article.label }).tap();
  const link = toSource(page).locator('p a[href*="select=claim:"]').nth(2);
  await link.tap();
  await expect(page).toHaveURL(/select=claim:/);
  await expect(toFront(page).first()).toBeInViewport();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toBeInViewport();
  await page.getByRole('button', { name: 'In this article' }).tap();
  await expect(page.getByRole('list', { name: 'In this article' })).toBeInViewport();
});

test('a finger draws around nodes, or taps them, to select several', async ({ page, visit }) => {
  await visit();
  const tool = toMap(page).getByRole('button', { name: 'Select several' });
  await tool.tap();
  await expect(toMap(page)).toContainText('Draw around nodes');
  const frame = (await toMap(page).boundingBox())!;
  const box = {
    left: Math.round(frame.x + frame.width * 0.35),
    top: Math.round(frame.y + frame.height * 0.4),
    right: Math.round(frame.x + frame.width * 0.6),
    bottom: Math.round(frame.y + frame.height * 0.6),
  };
  const places = await page.evaluate(() => {
    const { sigma } = window;
    const { left, top } = sigma.getContainer().getBoundingClientRect();
    return sigma.getGraph().mapNodes((id) => {
      const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!);
      return { id, x: left + x, y: top + y };
    });
  });
  const inside = places.filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  expect(inside.length).toBeGreaterThan(2);
  const camera = await readCamera(page);
  const client = await page.context().newCDPSession(page);
  const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await put('touchStart', { x: box.left, y: box.top });
  for (const [x, y] of [
    [Math.round((box.left + box.right) / 2), box.top],
    [box.right, box.top],
    [box.right, box.bottom],
    [box.left, box.bottom],
    [box.left, box.top],
  ] as const)
    await put('touchMove', { x, y });
  await put('touchEnd');
  const heading = toInspector(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText(`${inside.length} selected`);
  await settle(page);
  expect(await readCamera(page)).toEqual(camera);
  const [id] = await toFree(
    page,
    inside.map((one) => one.id),
  );
  const { x, y } = await toPoint(page, id!);
  await page.touchscreen.tap(x, y);
  await expect(heading).toHaveText(`${inside.length - 1} selected`);
  await toMap(page).getByRole('button', { name: 'Done' }).tap();
  await expect(tool).toHaveAttribute('aria-pressed', 'false');
});
