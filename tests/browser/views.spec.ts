// One selection in every view: each view is reached from each other, and shows in sight what is selected.
import { EDGES, FILES, ofType } from './corpus';
import { expect, serve, test, toFind, toInspector, toMap } from './page';

/** Something Impower alone says, deep in every list. */
const claim = ofType('claim').find(({ id }) =>
  EDGES.some(
    ({ type, source, target }) => type === 'states' && target === id && source === 'report:impower-2015',
  ),
)!;

test('a claim stays selected and in sight from view to view', async ({ page, visit }) => {
  await visit(`#view=matrix&select=${claim.id}`);
  const views = page.getByRole('navigation', { name: 'Views' });
  for (const name of ['Matrix', 'Debate', 'Table', 'Compare', 'Articles', 'Compare', 'Map'] as const) {
    await views.getByRole('link', { name, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`select=${claim.id}`));
    await expect(toInspector(page)).toContainText(claim.label);
    const region = page.getByRole('region', { name, exact: true });
    await expect(region).toBeVisible();
    // The map tells what is selected by drawing it.
    if (name !== 'Map')
      await expect(
        region.locator('[aria-current="true"]:is(a, button, mark)').filter({ visible: true }).first(),
      ).toBeInViewport();
  }
});

test('who comes to Compare with somebody selected sees them compared, or the body that makes a claim', async ({
  page,
  visit,
}) => {
  const first = page.getByRole('region', { name: 'Compare', exact: true }).getByRole('combobox').first();
  for (const [selected, side] of [
    ['person:alan-wood', 'person:alan-wood'],
    [claim.id, 'organisation:impower'],
  ] as const) {
    await visit(`#view=matrix&select=${selected}`);
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Compare' }).click();
    await expect(first).toHaveValue(side);
  }
});

test('a person selected is found in the matrix under the body they speak for', async ({ page, visit }) => {
  await visit('#view=matrix&select=person:alan-wood');
  const current = page
    .getByRole('region', { name: 'Matrix', exact: true })
    .locator('button[aria-current="true"]');
  await expect(current.first()).toBeInViewport();
  for (const cell of await current.all()) await expect(cell).toHaveAccessibleName(/^ADCS/);
});

test('of an article in which nothing is coded yet no view blames a filter, and the map shows it whole', async ({
  page,
  visit,
}) => {
  const article = ofType('article')[0]!;
  const seed = `seeds/${article.seed}`;
  const graph = JSON.stringify({ version: 1, nodes: [article], edges: [] });
  await serve(page, { [seed]: FILES[seed]!, 'graph/coding.json': graph });
  await visit();
  await expect(toInspector(page)).toContainText(
    '1 article taken apart: 0 claims and recommendations. Choose',
  );
  await expect(toInspector(page).getByRole('heading', { name: 'Where they disagree' })).toHaveCount(0);
  await expect(toFind(page)).toContainText('Nobody is coded as saying anything on a topic yet.');
  const radius = await page.evaluate(() => window.sigma.scaleSize(1) * 9);
  const { height } = (await toMap(page).boundingBox())!;
  expect(radius).toBeLessThan(height / 20);
  const views = page.getByRole('navigation', { name: 'Views' });
  for (const [name, told] of [
    ['Matrix', 'There is nothing yet that anybody says on a topic.'],
    ['Compare', 'there is nothing to compare'],
  ] as const) {
    await views.getByRole('link', { name, exact: true }).click();
    const region = page.getByRole('region', { name, exact: true });
    await expect(region).toContainText(told);
    await expect(region).not.toContainText('filters leave');
  }
  await page.goto('/#view=table&rows=utterances');
  const table = page.getByRole('region', { name: 'Table', exact: true });
  await expect(table).toContainText('There are no statements yet.');
  await expect(table.getByRole('button', { name: 'Show everything' })).toHaveCount(0);
});

test('nothing moves when the link is copied', async ({ page, visit, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit();
  const views = page.getByRole('navigation', { name: 'Views' });
  const before = await views.boundingBox();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await views.boundingBox()).toEqual(before);
});

test('all that stands above the map fits the width, be it of a tablet or of a laptop, the title of the graph too', async ({
  page,
  visit,
}) => {
  const findOutside = () =>
    page
      .getByRole('banner')
      .locator('button, a')
      .filter({ visible: true })
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth)
          .map((one) => one.textContent),
      );
  const expectFit = async () => {
    for (const width of [960, 1024, 1100, 1180, 1280]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await findOutside(), `${width} wide`).toEqual([]);
    }
  };
  await visit();
  await expectFit();
  const title = page.getByRole('banner').getByText('How Ofsted inspects children’s services');
  for (const width of [390, 480, 960, 1024, 1180, 1280, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    const box = (await title.boundingBox())!;
    expect(box.width, `the title, ${width} wide`).toBeGreaterThan(width < 600 ? 100 : 150);
    expect(box.x + box.width, `the title, ${width} wide`).toBeLessThan(width);
    // What the search field says ends before its key.
    const over = await page.locator('input[placeholder] + kbd').evaluate((key: HTMLElement) => {
      const field = key.previousElementSibling as HTMLInputElement;
      const { font, paddingLeft } = getComputedStyle(field);
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = font;
      const end = Number.parseFloat(paddingLeft) + context.measureText(field.placeholder).width;
      return key.checkVisibility() ? end - key.offsetLeft : 0;
    });
    expect(over, `the search field, ${width} wide`).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('Name of a new project').fill('Inspection of care homes in England');
  await page.getByRole('button', { name: 'Begin empty' }).click();
  const bar = page.getByRole('group', { name: 'Project', exact: true });
  await expect(bar).toContainText('Saved');
  await expectFit();
  for (const width of [960, 1024, 1100, 1180, 1280]) {
    await page.setViewportSize({ width, height: 768 });
    const over = await bar.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    expect(over, `${width} wide`).toBe(0);
    const { width: room } = (await bar.locator('bdi').boundingBox())!;
    expect(room, `${width} wide`).toBeGreaterThan(40);
  }
});
