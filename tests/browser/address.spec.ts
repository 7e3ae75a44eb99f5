// The address of the page: a link to anything seen.
import { around, EDGES, NODES, ofType, toNode, toPlace } from './corpus';
import {
  clickOnMap,
  expect,
  expectShown,
  readCamera,
  readShown,
  settle,
  test,
  toFind,
  toFree,
  toFront,
  toInspector,
  toMap,
  toSource,
} from './page';

const WHOLE = { nodes: NODES.map(({ id }) => id), edges: EDGES.map(({ id }) => id) };

test('a link reopens the same sight: selection, passage, filters, focus and camera', async ({
  page,
  visit,
  context,
}) => {
  const claim = ofType('claim').find(({ passages }) => passages.length > 1)!;
  await visit(`#select=${claim.id}`);
  await toFind(page).getByRole('checkbox', { name: 'Recommendations', exact: true }).uncheck();
  await toFind(page).getByRole('checkbox', { name: 'supports', exact: true }).uncheck();
  await toInspector(page).getByRole('button', { name: '2 steps' }).click();
  await toSource(page).getByRole('button', { name: 'Next passage' }).click();
  await toMap(page).getByRole('button', { name: 'Zoom in' }).click();
  await settle(page);
  await toMap(page).getByRole('application').focus();
  await page.keyboard.press('ArrowLeft');
  await settle(page);
  const [shown, camera] = [await readShown(page), await readCamera(page)];
  expect(shown.nodes.length).toBeLessThan(NODES.length);
  const other = await context.newPage();
  await other.goto(page.url());
  await other.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expectShown(other, shown);
  await settle(other);
  for (const [index, number] of (await readCamera(other)).entries())
    expect(number).toBeCloseTo(camera[index]!, 2);
  await expect(toInspector(other).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
  await expect(toFront(other)).toHaveText(toPlace(claim.passages[1]!).words);
  await expect(
    toFind(other).getByRole('checkbox', { name: 'Recommendations', exact: true }),
  ).not.toBeChecked();
  await expect(toFind(other).getByRole('checkbox', { name: 'supports', exact: true })).not.toBeChecked();
  await expect(toInspector(other).getByRole('button', { name: '2 steps' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(other.url()).toBe(page.url());
});

test('Back and Forward go through what was selected, filtered and focused', async ({ page, visit }) => {
  const [first, second] = [ofType('article')[0]!, ofType('article')[1]!];
  await visit();
  await toInspector(page).getByRole('link', { name: first.label }).click();
  await expect(toFront(page)).toHaveText(toPlace(first.passages[0]!).words);
  await settle(page);
  await toInspector(page).getByRole('button', { name: '1 step' }).click();
  await expectShown(page, around(first.id, 1));
  await settle(page);
  await page.goBack();
  await expectShown(page, WHOLE);
  await expect(toFront(page)).toHaveText(toPlace(first.passages[0]!).words);
  await page.goBack();
  await expect(toSource(page).locator('mark')).toHaveCount(0);
  await page.goForward();
  await expect(toFront(page)).toHaveText(toPlace(first.passages[0]!).words);
  await page.goForward();
  await expectShown(page, around(first.id, 1));
  await toFind(page).getByRole('searchbox').fill(second.label);
  await toFind(page).getByRole('link', { name: second.label }).first().click();
  await expect(toFront(page)).toHaveText(toPlace(second.passages[0]!).words);
  await page.goBack();
  await expect(toFront(page)).toHaveText(toPlace(first.passages[0]!).words);
});

test('Back brings back where the map stood', async ({ page, visit }) => {
  await visit();
  const [first, second] = await toFree(
    page,
    ofType('topic').map(({ id }) => id),
  );
  await clickOnMap(page, first!);
  await clickOnMap(page, second!);
  await settle(page);
  const whole = await readCamera(page);
  await page.goBack();
  await expect(toFront(page)).toHaveText(toPlace(toNode(first!).passages[0]!).words);
  await settle(page);
  expect(await readCamera(page)).toEqual(whole);
  await toInspector(page).getByRole('listitem').getByRole('link').first().click();
  await settle(page);
  expect(await readCamera(page)).not.toEqual(whole);
  await page.goBack();
  await settle(page);
  expect(await readCamera(page)).toEqual(whole);
});

test('going Back while the map still moves brings back where it stood', async ({ page, visit }) => {
  await visit();
  const whole = await readCamera(page);
  await toInspector(page)
    .getByRole('link', { name: ofType('article')[0]!.label })
    .click();
  await page.waitForTimeout(80);
  await page.goBack();
  await settle(page);
  await expect(toSource(page).locator('mark')).toHaveCount(0);
  expect(await readCamera(page)).toEqual(whole);
});

test('the address bar follows a link to something else without loading the page', async ({ page, visit }) => {
  await visit();
  const [edge] = EDGES;
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  await page.goto(`/#select=${edge!.id}`);
  await expect(toFront(page)).toHaveText(toPlace(edge!.passages[0]!).words);
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
});

test('a link that names nothing known opens the map and says so until it is closed', async ({
  page,
  visit,
}) => {
  await visit('#select=claim:nobody-ever-said-this');
  const alert = toMap(page).getByRole('alert');
  await expect(alert).toContainText('“claim:nobody-ever-said-this”, which is not in this graph');
  await expectShown(page, WHOLE);
  await expect(toSource(page).locator('mark')).toHaveCount(0);
  // Nor does it go when one looks elsewhere, or the camera comes to rest.
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expect(page).toHaveURL(/map=/);
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: 'Close' }).click();
  await expect(alert).toHaveCount(0);
});

test('a link that cannot be read opens the map, says what in it is wrong, and runs nothing', async ({
  page,
  visit,
}) => {
  for (const hash of [
    '#%%%',
    '#&&&===&',
    '#select=',
    '#select=<script>alert(1)</script>',
    '#select=__proto__',
    '#map=1,2',
    '#map=NaN,NaN,NaN',
    '#map=1e99,0,0',
    '#q=type:',
    '#q=%22open',
    '#q=nokey:x',
    '#around=constructor&depth=99',
    `#around=${EDGES[0]!.id}`,
    `#${'x'.repeat(5000)}`,
  ]) {
    await visit(hash);
    await expect(toMap(page).getByRole('application')).toBeVisible();
    // Nothing at all named is no mistake of the link.
    if (/[a-z]+=/.test(hash))
      await expect(toMap(page).getByRole('alert'), `nothing is said about ${hash}`).toBeVisible();
    expect((await readShown(page)).nodes, hash).toHaveLength(NODES.length);
    expect(await readCamera(page), hash).toEqual([0.5, 0.5, 1]);
  }
});

test('one part of a link that cannot be read does not lose the others', async ({ page, visit }) => {
  const claim = ofType('claim')[0]!;
  await visit(`#select=${claim.id}&depth=x&map=nowhere&passage=999&q=edge:disputes`);
  await expect(toFront(page)).toHaveText(toPlace(claim.passages[0]!).words);
  await expectShown(page, {
    nodes: WHOLE.nodes,
    edges: EDGES.filter(({ type }) => type === 'disputes').map(({ id }) => id),
  });
  await expect(toMap(page).getByRole('alert')).toContainText('nowhere');
});

test('a link in the page is an address of its own, to be opened in another tab', async ({
  page,
  visit,
  context,
}) => {
  const dispute = EDGES.find(({ type }) => type === 'disputes')!;
  await visit(`#select=${dispute.target}`);
  const link = toInspector(page).locator(`a[href*="select=${dispute.id}"]`);
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    link.click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await expect(toFront(tab)).toHaveText(toPlace(dispute.passages[0]!).words);
  await expect(page).toHaveURL(new RegExp(`#select=${dispute.target}`));
  await expect(page).toHaveTitle(`${toNode(dispute.target).label} – Claimscape`);
});
