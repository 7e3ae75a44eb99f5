// How two selected nodes are connected: told in sentences with the words along the way, and shown on the map.
import type { Page } from '@playwright/test';
import { LAYER } from '../../src/app/canvas/frame';
import { EDGES, NODES, toNode, toPlace } from './corpus';
import { expect, test, toFront, toInspector, toMap, toSource } from './page';

const [WOOD, OFSTED] = ['person:alan-wood', 'organisation:ofsted'];
const TWO = `#select=${OFSTED}&also=${WOOD}`;
const toPaths = (page: Page) => toInspector(page).getByRole('region', { name: 'How they are connected' });

const neighbours = new Map(
  NODES.map(({ id }) => [
    id,
    new Set(
      EDGES.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])),
    ),
  ]),
);
/** The nodes between the two on the shortest paths, found by trying all of two steps. */
const between = [...neighbours.get(WOOD)!].filter((id) => neighbours.get(OFSTED)!.has(id));

test('the shortest paths are told, every node and edge of them a link, with the words each step rests on', async ({
  page,
  visit,
}) => {
  expect(neighbours.get(WOOD)!.has(OFSTED)).toBe(false);
  expect(between.length).toBeGreaterThan(1);
  await visit(TWO);
  const list = toPaths(page).getByRole('listitem');
  await expect(list).toHaveCount(between.length);
  await expect(toPaths(page).getByRole('status')).toContainText(
    `${between.length} shortest paths of 2 steps`,
  );
  const told: string[] = [];
  for (const [index, item] of (await list.all()).entries()) {
    const more = item.getByRole('button', { name: 'With the words' });
    if (index > 0) await more.click();
    await expect(more).toHaveCount(0);
    const ids = await item
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => /select=([^&]+)/.exec(link.getAttribute('href')!)![1]!));
    const middle = between.filter((id) => ids.includes(id));
    expect(middle).toHaveLength(1);
    told.push(...middle);
    expect(ids).toEqual(expect.arrayContaining([WOOD, OFSTED]));
    const edges = EDGES.filter(({ id }) => ids.includes(id));
    for (const end of [WOOD, OFSTED])
      expect(edges.some(({ source, target }) => [source, target].includes(end))).toBe(true);
    for (const { passages } of edges)
      for (const { quote } of passages)
        await expect(item.locator('q').filter({ hasText: quote }).first()).toBeVisible();
    await expect(item.locator('q').first()).toHaveCSS('font-family', /Charter/);
  }
  expect(told.toSorted()).toEqual(between.toSorted());
  await expect(list.first()).toContainText('Alan Wood, for ADCS, said in 2014');
});

test('along the arrows those that lead back are not among the shortest, where they are longer', async ({
  page,
  visit,
}) => {
  const inspectors = 'organisation:ofsted-inspectors';
  const leads = (from: string, to: string) =>
    EDGES.some(({ source, target }) => source === from && target === to);
  expect([leads(inspectors, OFSTED), leads(OFSTED, inspectors)]).toEqual([true, false]);
  await visit(`#select=${OFSTED}&also=${inspectors}&arrows=kept`);
  await expect(toPaths(page).getByRole('status')).toContainText('1 shortest path of 1 step');
  await expect(toPaths(page).getByRole('listitem')).toHaveCount(1);
  await toPaths(page).getByRole('combobox', { name: 'Paths' }).selectOption('2');
  await expect(toPaths(page).getByRole('listitem')).not.toHaveCount(1);
});

test('the map shows the paths and nothing else fades in: their union, until they are left', async ({
  page,
  visit,
}) => {
  await visit(TWO);
  await expect(toPaths(page).getByRole('listitem')).toHaveCount(between.length);
  /** What stands out while all else fades. */
  const readBright = () =>
    page.evaluate(
      ([near, chosen]) => {
        const { sigma } = window;
        const layer = (id: string) => (sigma.getNodeDisplayData(id) as unknown as { layer: number }).layer;
        return sigma.getGraph().filterNodes((id) => layer(id) === near || layer(id) === chosen);
      },
      [LAYER.near, LAYER.chosen],
    );
  await expect
    .poll(async () => (await readBright()).toSorted())
    .toEqual([WOOD, OFSTED, ...between].toSorted());
  await toInspector(page).getByRole('button', { name: 'Clear' }).click();
  await expect.poll(async () => (await readBright()).length).toBe(0);
});

test('longer paths, arrows and lines can be chosen, are in the link, and what finds nothing says what to try', async ({
  page,
  visit,
}) => {
  await visit(TWO);
  const region = toPaths(page);
  await region.getByRole('combobox', { name: 'Paths' }).selectOption('3');
  await expect(page).toHaveURL(/paths=3/);
  await expect(region.getByRole('status')).toContainText(/\d+ paths of up to 3 steps/);
  const three = await region.getByRole('listitem').count();
  expect(three).toBeGreaterThan(between.length);
  await region.getByRole('combobox', { name: 'Arrows' }).selectOption('kept');
  await expect(page).toHaveURL(/arrows=kept/);
  await region.getByText('All lines').click();
  const lines = region.getByRole('group', { name: 'Lines to follow' });
  for (const box of await lines.getByRole('checkbox').all())
    if (!(await box.locator('..').textContent())!.includes('disputes')) await box.uncheck();
  await page.keyboard.press('Escape');
  await expect(region.getByRole('status')).toContainText('No path leads from one to the other');
  await expect(region.getByRole('status')).toContainText('Try more steps, either way, all lines');
  await page.reload();
  await expect(region.getByRole('status')).toContainText('Try more steps, either way, all lines');
});

test('a dispute on the way is told by who disputes, and leads to the words', async ({ page, visit }) => {
  // Somebody, their claim, the claim that disputes it, and who says that.
  const dispute = EDGES.find(({ type, source, target }) => {
    const speakers = [source, target].map((id) =>
      EDGES.filter((edge) => edge.type === 'authored' && edge.target === id),
    );
    return (
      type === 'disputes' &&
      speakers.every((all) => all.length === 1) &&
      speakers[0]![0]!.source !== speakers[1]![0]!.source
    );
  })!;
  const speaker = (id: string) =>
    EDGES.find((edge) => edge.type === 'authored' && edge.target === id)!.source;
  const [from, to] = [speaker(dispute.target), speaker(dispute.source)];
  await visit(`#select=${to}&also=${from}&paths=3&by=authored,disputes`);
  const link = toPaths(page).getByRole('link', { name: /^disputes/ });
  await expect(link.first()).toBeVisible();
  const item = toPaths(page)
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="select=${dispute.id}"]`) });
  await expect(item.first()).toContainText(`which ${toNode(to).label.replace(/.*\(([A-Z]+)\)$/, '$1')}`);
  await item
    .first()
    .getByRole('link', { name: /^disputes/ })
    .click();
  await expect(page).toHaveURL(new RegExp(`select=${dispute.id}`));
  await expect(toFront(page)).toHaveText(toPlace(dispute.passages[0]!).words);
});

test('where one of the two is not shown, it says so and shows everything on request', async ({
  page,
  visit,
}) => {
  await visit(`${TWO}&q=type:claim`);
  await expect(toPaths(page).getByRole('status')).toContainText('are not on the map now');
  await toPaths(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(toPaths(page).getByRole('listitem')).toHaveCount(between.length);
  await expect(toMap(page).getByRole('status')).toHaveCount(0);
});

test('where a step rests on words of several articles, each is told with the article it stands in', async ({
  page,
  visit,
}) => {
  const edge = EDGES.find(
    ({ type, passages }) => type !== 'authored' && new Set(passages.map(({ article }) => article)).size > 1,
  )!;
  await visit(`#select=${edge.source}&also=${edge.target}`);
  const [open] = await toPaths(page).getByRole('listitem').all();
  for (const { article, quote } of edge.passages) {
    const words = open!.getByRole('blockquote').filter({ hasText: quote });
    await expect(words.first()).toContainText(toNode(article, 'article').publisher);
    await expect(words.first().locator('q').filter({ hasText: quote })).toBeVisible();
  }
  // Each leads to its own words.
  const last = edge.passages.at(-1)!;
  await open!.getByRole('blockquote').filter({ hasText: last.quote }).first().getByRole('link').click();
  await expect(toSource(page).getByRole('heading').or(toFront(page)).first()).toBeVisible();
  await expect(toSource(page)).toContainText(toNode(last.article, 'article').label);
});
