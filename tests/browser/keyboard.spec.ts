// The page without a mouse.
import type { Page } from '@playwright/test';
import { printName } from '../../src/app/words';
import { edgesAt, NODES, ofType, toNode, toPlace } from './corpus';
import { expect, readCamera, settle, test, toFind, toFront, toInspector, toMap, toSource } from './page';

/** Presses Tab (or Shift+Tab) until the focus comes round; what it stopped at and what it should have, by number. */
async function goRound(page: Page, key: 'Tab' | 'Shift+Tab') {
  const wanted = await page.evaluate(() => {
    const stops = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button:not(:disabled), input:not(:disabled), summary, [tabindex="0"]',
      ),
    ].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    for (const [index, element] of stops.entries()) element.dataset.stop = `${index}`;
    (document.activeElement as HTMLElement | null)?.blur();
    return stops.map((element, index) => `${index} ${element.outerHTML.slice(0, 120)}`);
  });
  const reached = new Set<number>();
  for (let press = 0; press < 2 * wanted.length && reached.size < wanted.length; press++) {
    await page.keyboard.press(key);
    const at = await page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.stop);
    if (at !== undefined) reached.add(Number(at));
  }
  return { wanted: wanted.length, missed: wanted.filter((_, index) => !reached.has(index)) };
}

test('Tab reaches every control, forward and back, and is never trapped', async ({ page, visit }) => {
  test.setTimeout(60_000);
  await visit();
  expect((await goRound(page, 'Tab')).missed).toEqual([]);
  await visit(`#select=${ofType('person')[0]!.id}&around=${ofType('person')[0]!.id}&depth=1`);
  const round = await goRound(page, 'Shift+Tab');
  expect(round.missed).toEqual([]);
  expect(round.wanted).toBeGreaterThan(50);
});

test('where the focus is can be seen on every control', async ({ page, visit }) => {
  await visit();
  const unseen: string[] = [];
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press('Tab');
    const without = await page.evaluate(() => {
      const element = document.activeElement!;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const inSight = box.bottom > 0 && box.top < innerHeight;
      return outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1 || !inSight
        ? element.outerHTML.slice(0, 120)
        : '';
    });
    if (without) unseen.push(without);
  }
  expect(unseen).toEqual([]);
});

test('the first Tab leads to a link that skips to what is selected', async ({ page, visit }) => {
  const claim = ofType('claim')[0]!;
  await visit(`#select=${claim.id}`);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to what is selected' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(toInspector(page)).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`select=${claim.id}`));
  await page.keyboard.press('Tab');
  expect(await toInspector(page).evaluate((element) => element.contains(document.activeElement))).toBe(true);
});

test('every node is in the lists under “Shown on the map”, and Enter selects it', async ({ page, visit }) => {
  await visit();
  const types = toFind(page).getByRole('region', { name: 'Shown on the map' });
  const listed: string[] = [];
  for (const button of await types.getByRole('button', { name: /^List all/ }).all()) {
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    const ids = await types
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => /select=([^&]+)/.exec(link.getAttribute('href')!)![1]!));
    expect((await button.getAttribute('aria-label'))!).toContain(` ${ids.length} `);
    listed.push(...ids);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const node = NODES.find(({ id }) => id === ids[0])!;
    await expect(toFront(page)).toHaveText(toPlace(node.passages[0]!).words);
    await expect(types.locator('[aria-current="true"]')).toHaveCount(1);
  }
  expect(listed.toSorted()).toEqual(NODES.map(({ id }) => id).toSorted());
});

test('keys zoom the map and, with Shift, move it, 0 shows all of it, Escape selects nothing', async ({
  page,
  visit,
}) => {
  await visit(`#select=${ofType('claim')[0]!.id}`);
  await toMap(page).getByRole('application').focus();
  const press = async (key: string) => {
    const [x, y, ratio] = await readCamera(page);
    await page.keyboard.press(key);
    await settle(page);
    const [toX, toY, toRatio] = await readCamera(page);
    return { right: toX! - x!, up: toY! - y!, closer: ratio! / toRatio! };
  };
  expect((await press('Shift+ArrowRight')).right).toBeGreaterThan(0.05);
  expect((await press('Shift+ArrowLeft')).right).toBeLessThan(-0.05);
  expect((await press('Shift+ArrowUp')).up).toBeGreaterThan(0.05);
  expect((await press('Shift+ArrowDown')).up).toBeLessThan(-0.05);
  expect((await press('+')).closer).toBeGreaterThan(1.2);
  expect((await press('-')).closer).toBeLessThan(0.9);
  // What is pressed while the map still moves counts as well.
  const [, , before] = await readCamera(page);
  for (let times = 0; times < 3; times++) await page.keyboard.press('+');
  await page.keyboard.press('Shift+ArrowUp');
  await settle(page);
  const [, , after] = await readCamera(page);
  expect(before! / after!).toBeCloseTo(1.5 ** 3, 1);
  await page.keyboard.press('0');
  await settle(page);
  expect(await readCamera(page)).toEqual([0.5, 0.5, 1]);
  await page.keyboard.press('Escape');
  await expect(toSource(page).locator('mark')).toHaveCount(0);
});

/** The last thing said of the walk over the map. */
const toSaid = (page: Page) => toMap(page).locator('[aria-live="polite"]');
/** The nodes an edge joins a node to. */
const neighboursOf = (id: string) => [
  ...new Set(edgesAt(id).map(({ source, target }) => (source === id ? target : source))),
];

test('an arrow key walks along an edge to the neighbour that lies that way, and says where it has come', async ({
  page,
  visit,
}) => {
  test.setTimeout(60_000);
  const start = toNode('person:alan-wood');
  await visit(`#select=${start.id}`);
  const places = await page.evaluate(
    (ids) => Object.fromEntries(ids.map((id) => [id, { ...window.sigma.getNodeDisplayData(id)! }])),
    [start.id, ...neighboursOf(start.id)],
  );
  const from = places[start.id]!;
  const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] } as const;
  const reached: string[] = [];
  for (const [key, [right, up]] of Object.entries(arrows)) {
    const straight = (id: string) => {
      const [x, y] = [places[id]!.x - from.x, places[id]!.y - from.y];
      return (x * right + y * up) / Math.hypot(x, y);
    };
    await visit(`#select=${start.id}`);
    await toMap(page).getByRole('application').focus();
    const [straightest] = neighboursOf(start.id).toSorted((a, b) => straight(b) - straight(a));
    await page.keyboard.press(key);
    if (straight(straightest!) > 0.5) {
      await expect(toSaid(page)).toContainText(printName(toNode(straightest!).label));
      await expect(toSaid(page)).toContainText(
        `of ${neighboursOf(start.id).length} neighbours of “Alan Wood”`,
      );
      reached.push(straightest!);
    } else await expect(toSaid(page)).toContainText('No line leads that way from “Alan Wood”');
  }
  expect(reached.length).toBeGreaterThan(1);
});

test('every neighbour of a node can be reached, told with what leads to it, and opened', async ({
  page,
  visit,
}) => {
  const start = toNode('person:alan-wood');
  await visit(`#select=${start.id}`);
  await toMap(page).getByRole('application').focus();
  const wanted = neighboursOf(start.id);
  const said: string[] = [];
  for (const [index] of wanted.entries()) {
    await page.keyboard.press(index % 2 === 0 ? ']' : 'PageDown');
    await expect(toSaid(page)).toContainText(`${index + 1} of ${wanted.length} neighbours`);
    said.push((await toSaid(page).textContent())!);
    const ringed = await page.evaluate(() => {
      const { sigma } = window;
      const { width, height } = sigma.getDimensions();
      return sigma
        .getGraph()
        .filterNodes(
          (id) => (sigma.getNodeDisplayData(id) as unknown as { ringWidth: number }).ringWidth === 4,
        )
        .filter((id) => {
          const { x, y } = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id)!);
          return x > 0 && y > 0 && x < width && y < height;
        });
    });
    expect(
      ringed.map((id) => toNode(id).label).filter((label) => said.at(-1)!.includes(printName(label))),
    ).not.toEqual([]);
  }
  for (const id of wanted) expect(said.some((text) => text.includes(printName(toNode(id).label)))).toBe(true);
  expect(said.some((text) => text.startsWith('Belongs to: organisation'))).toBe(true);
  await page.keyboard.press('[');
  await expect(toSaid(page)).toContainText(`${wanted.length - 1} of ${wanted.length} neighbours`);
  const at = (await toSaid(page).textContent())!;
  await page.keyboard.press('Enter');
  await expect(toInspector(page)).toBeFocused();
  const node = wanted.map((id) => toNode(id)).find(({ label }) => at.includes(printName(label)))!;
  await expect(page).toHaveURL(new RegExp(`select=${node.id}(&|$)`));
  await expect(toFront(page)).toHaveText(toPlace(node.passages[0]!).words);
});

test('Home goes to the node with the most edges, and Space adds what the walk has come to', async ({
  page,
  visit,
}) => {
  await visit();
  await toMap(page).getByRole('application').focus();
  await page.keyboard.press('Home');
  const degree = ({ id }: { id: string }) => edgesAt(id).length;
  const [hub] = NODES.toSorted((a, b) => degree(b) - degree(a));
  await expect(toSaid(page)).toContainText(`“${hub!.label}”`);
  await expect(toSaid(page)).toContainText(`${neighboursOf(hub!.id).length} neighbours`);
  await page.keyboard.press('Space');
  await expect(toSaid(page)).toContainText(`Selected: “${hub!.label}”. 1 selected.`);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Space');
  await expect(toSaid(page)).toContainText('2 selected.');
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText('2 selected');
  await page.keyboard.press('Space');
  await expect(toSaid(page)).toContainText('No longer selected');
  await expect(page).toHaveURL(new RegExp(`select=${hub!.id}(&|$)`));
});

test('the export dialog keeps the focus, closes on Escape and gives it back', async ({ page, visit }) => {
  await visit();
  const button = page.getByRole('button', { name: 'Export', exact: true });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toBeVisible();
  for (let press = 0; press < 12; press++) {
    await page.keyboard.press('Tab');
    // Between the last control and the first Chromium leaves the page for its own.
    expect(
      await dialog.evaluate(
        (element) => element.contains(document.activeElement) || document.activeElement === document.body,
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('where a click gives no focus, as in Safari, a dialog gives it back to the button all the same', async ({
  page,
  visit,
}) => {
  await page.addInitScript(() =>
    window.addEventListener('mousedown', (event) => {
      event.preventDefault();
      (document.activeElement as HTMLElement).blur();
    }),
  );
  await visit();
  const button = page.getByRole('button', { name: 'Export', exact: true });
  await button.click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('the words can be read on without a mouse: from a passage to what else rests on it', async ({
  page,
  visit,
}) => {
  const claim = ofType('claim')[0]!;
  await visit(`#select=${claim.id}`);
  const summary = toSource(page).locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(new RegExp(`select=${claim.id}(&|$)`));
  await expect(toFront(page).first()).toBeInViewport();
});

test('where what had the focus goes away, the focus goes to what it stood in', async ({ page, visit }) => {
  const CASES = [
    ['#q=date:2014', 'button', 'Show everything', '#map'],
    ['#q=date:2014', 'button', '2014: all years again', '[aria-label="Timeline"] :focus'],
    ['#select=claim:none', 'button', 'Close', '#map'],
    ['#view=table&sort=none', 'button', 'Close', '#view'],
    ['', 'button', 'Do not offer the story again', '#inspector'],
    ['#view=table&select=topic:one-word-judgment', 'link', 'See the debate, year by year', ':focus'],
  ] as const;
  for (const [hash, role, name, place] of CASES) {
    await visit(hash);
    const control = page.getByRole(role, { name, exact: true });
    await control.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator(place), name).toBeFocused();
    expect(await page.evaluate(() => document.activeElement !== document.body), name).toBe(true);
  }
});

test('the keys for what is selected work after a filter was ticked, too', async ({ page, visit }) => {
  await visit('#select=organisation:ofsted');
  const box = page.getByRole('checkbox', { name: 'Articles', exact: true });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).not.toBeChecked();
  await page.keyboard.press('1');
  await expect(page).toHaveURL(/around=organisation:ofsted/);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});

test('the keys for what is selected work in a view that a link opened before the map', async ({
  page,
  visit,
}) => {
  await visit('#view=table&select=organisation:ofsted');
  await page.keyboard.press('2');
  await expect(page).toHaveURL(/around=organisation:ofsted&depth=2/);
});

test('Escape closes the dialog in front, and leaves the tool behind it as it was', async ({
  page,
  visit,
}) => {
  await visit();
  const several = page.getByRole('button', { name: 'Select several' });
  await several.click();
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Commands' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(several).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(several).toHaveAttribute('aria-pressed', 'false');
});

test('in every view a link skips to the view itself', async ({ page, visit }) => {
  for (const [hash, place] of [
    ['', '#map'],
    ['#view=table', '#view'],
  ] as const) {
    await visit(hash);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the view' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator(place)).toBeFocused();
  }
});

test('in the matrix, Tab leads past the buttons that unfold a body to the cells', async ({ page, visit }) => {
  await visit('#view=matrix');
  const table = page.getByRole('region', { name: 'Matrix' }).getByRole('table');
  const unfold = table.getByRole('columnheader').getByRole('button');
  await unfold.last().focus();
  await page.keyboard.press('Tab');
  await expect(table.getByRole('rowheader').first().getByRole('link')).toBeFocused();
});
