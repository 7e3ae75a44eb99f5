// Several things selected at once: on the map, by a lasso, and what can be done with them.
import { NODES, ofType, toNode } from './corpus';
import {
  clickOnMap,
  expect,
  expectShown,
  readCamera,
  settle,
  test,
  toFree,
  toFront,
  toInspector,
  toMap,
  toSource,
} from './page';
import type { Page } from '@playwright/test';

/** The ids of the nodes with a ring of the colour of what is selected. */
const readRinged = (page: Page) =>
  page.evaluate(() => {
    const { sigma } = window;
    const look = (id: string) => sigma.getNodeDisplayData(id) as unknown as { ringWidth: number };
    return sigma
      .getGraph()
      .filterNodes((id) => look(id).ringWidth >= 3)
      .toSorted((a, b) => (a < b ? -1 : 1));
  });
const sort = (ids: readonly string[]) => ids.toSorted((a, b) => (a < b ? -1 : 1));

/** Draws along the sides of a box with the mouse. */
async function drawAround(page: Page, [left, top, right, bottom]: readonly [number, number, number, number]) {
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (const [x, y] of [
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ] as const)
    await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
}
/** The ids of the nodes whose middle lies in a box of the screen. */
const readWithin = (page: Page, box: readonly [number, number, number, number]) =>
  page.evaluate(([left, top, right, bottom]) => {
    const { sigma } = window;
    const frame = sigma.getContainer().getBoundingClientRect();
    return sigma.getGraph().filterNodes((id) => {
      const at = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!);
      const [x, y] = [frame.left + at.x, frame.top + at.y];
      return x > left && x < right && y > top && y < bottom;
    });
  }, box);

/** A box around the middle of the map. */
async function toBox(page: Page): Promise<[number, number, number, number]> {
  const { x, y, width, height } = (await toMap(page).boundingBox())!;
  return [x + width * 0.4, y + height * 0.4, x + width * 0.55, y + height * 0.55];
}

test('Shift-click and Ctrl-click add to what is selected and take out again, and the map stays', async ({
  page,
  visit,
}) => {
  await visit();
  const [a, b, c] = (await toFree(
    page,
    NODES.filter(({ type }) => type === 'organisation' || type === 'person').map(({ id }) => id),
  )) as [string, string, string];
  const before = await readCamera(page);
  const click = async (id: string, modifier?: 'Shift' | 'Control') => {
    if (modifier) await page.keyboard.down(modifier);
    await clickOnMap(page, id);
    if (modifier) await page.keyboard.up(modifier);
  };
  await click(a);
  await click(b, 'Shift');
  await click(c, 'Control');
  const heading = toInspector(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('3 selected');
  for (const id of [a, b, c])
    await expect(toInspector(page).getByRole('link', { name: toNode(id).label, exact: true })).toBeVisible();
  expect(await readRinged(page)).toEqual(sort([a, b, c]));
  await expect(page).toHaveURL(new RegExp(`select=${c}&also=${a},${b}(&|$)`));
  await page.reload();
  await expect(heading).toHaveText('3 selected');
  await expect.poll(() => readRinged(page)).toEqual(sort([a, b, c]));
  await click(b, 'Shift');
  await expect(heading).toHaveText('2 selected');
  await settle(page);
  expect(await readCamera(page)).toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => readRinged(page)).toEqual([]);
});

test('a lasso selects what lies in it: with the tool, which Escape leaves, and with Shift', async ({
  page,
  visit,
}) => {
  await visit();
  const box = await toBox(page);
  const inside = await readWithin(page, box);
  expect(inside.length).toBeGreaterThan(3);
  const tool = toMap(page).getByRole('button', { name: 'Select several' });
  const heading = toInspector(page).getByRole('heading', { level: 2 });
  const before = await readCamera(page);
  await tool.click();
  await drawAround(page, box);
  await expect(heading).toHaveText(`${inside.length} selected`);
  expect(await readRinged(page)).toEqual(sort(inside));
  await page.keyboard.press('Escape');
  await expect(tool).toHaveAttribute('aria-pressed', 'false');
  await expect(heading).toHaveText(`${inside.length} selected`);
  await page.keyboard.press('Escape');
  await expect.poll(() => readRinged(page)).toEqual([]);
  // Without the tool, and without Shift, dragging moves the map; with Shift it draws.
  await page.keyboard.down('Shift');
  await drawAround(page, box);
  await page.keyboard.up('Shift');
  await expect(heading).toHaveText(`${inside.length} selected`);
  await settle(page);
  expect(await readCamera(page)).toEqual(before);
  await toInspector(page).getByRole('button', { name: 'Clear' }).click();
  await drawAround(page, [box[0], box[1], box[2], box[1] + 1]);
  await settle(page);
  await expect.poll(() => readRinged(page)).toEqual([]);
});

test('among the cards of a debate nothing is selected by dragging: nodes have other places there', async ({
  page,
  visit,
}) => {
  await visit('#view=debate');
  await expect(page.locator('[data-arrived="true"]')).toBeVisible();
  // From between two cards around the middle of the map.
  const [left, top, right, bottom] = await page.evaluate(() => {
    const surface = window.sigma.getContainer();
    const { x, y, width, height } = surface.getBoundingClientRect();
    for (let down = y + height * 0.3; down < y + height / 2; down += 4)
      for (let across = x + width * 0.2; across < x + width / 2; across += 4)
        if (surface.contains(document.elementFromPoint(across, down)))
          return [across, down, x + width * 0.8, y + height * 0.8] as const;
    throw new Error('the cards leave no room between them');
  });
  await page.keyboard.down('Shift');
  await drawAround(page, [left, top, right, bottom]);
  await page.keyboard.up('Shift');
  await page.waitForTimeout(300);
  expect(page.url()).not.toMatch(/select=|also=/);
});

test('what is selected can be shown alone, hidden, thinned out and set side by side', async ({
  page,
  visit,
}) => {
  const [ofsted, wood] = ['organisation:ofsted', 'person:alan-wood'];
  await visit(`#select=${ofsted}&also=${wood}`);
  const actions = toInspector(page).getByRole('group', { name: 'With all of them' });
  await expect(actions.getByRole('link', { name: 'Compare' })).toHaveAttribute(
    'href',
    new RegExp(`view=compare.*compare=${wood},${ofsted}|compare=${wood},${ofsted}.*`),
  );
  await actions.getByRole('button', { name: 'Show only around them' }).click();
  await expect(toMap(page).getByRole('status')).toContainText('1 step around Alan Wood and Ofsted');
  await actions.getByRole('button', { name: 'Hide' }).click();
  await expect(toMap(page).getByRole('group', { name: 'Hidden' })).toContainText('Alan Wood');
  await page.goBack();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText('2 selected');
  await toInspector(page).getByRole('button', { name: 'Take out Ofsted' }).click();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText('Alan Wood');
  await expect(toFront(page).first()).toBeInViewport();
  const topic = ofType('topic')[0]!;
  await visit(`#select=${topic.id}&also=${wood}`);
  await expect(actions.getByRole('button', { name: 'Hide' })).toBeVisible();
  await expect(actions.getByRole('link', { name: 'Compare' })).toHaveCount(0);
  await expect(toSource(page)).toBeHidden();
});

test('what is selected is exported with the edges between', async ({ page, visit }) => {
  await visit('#select=organisation:adcs&also=person:alan-wood');
  await toInspector(page).getByRole('button', { name: 'Export these' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: /^Only what is selected/ })).toBeChecked();
  await expect(dialog.getByRole('button', { name: /^Export \d/ })).toHaveText('Export 2 nodes, 1 line');
  await expectShown(page, {
    nodes: NODES.map(({ id }) => id),
    edges: await page.evaluate(() => window.sigma.getGraph().edges()),
  });
});
