// Looking at a part: so many steps around what is selected, expanded, without what is hidden.
import { around, EDGES, NODES, ofType, toNode } from './corpus';
import {
  expect,
  expectShown,
  readCamera,
  readShown,
  settle,
  test,
  toFind,
  toInspector,
  toMap,
  toPoint,
} from './page';

const WOOD = toNode('person:alan-wood');

/** The nodes a few steps along edges from a node, and the edges of the wanted kinds between these. */
function toAround(
  id: string,
  depth: number,
  takes: (edge: (typeof EDGES)[number], at: string) => boolean,
  counts: (edge: (typeof EDGES)[number]) => boolean = () => true,
) {
  let near = new Set([id]);
  for (let step = 0; step < depth; step++)
    near = new Set([
      ...near,
      ...EDGES.filter(counts).flatMap((edge) => [
        ...(near.has(edge.source) && takes(edge, edge.source) ? [edge.target] : []),
        ...(near.has(edge.target) && takes(edge, edge.target) ? [edge.source] : []),
      ]),
    ]);
  return {
    nodes: [...near],
    edges: EDGES.filter((edge) => near.has(edge.source) && near.has(edge.target) && counts(edge)).map(
      (edge) => edge.id,
    ),
  };
}

test('the keys 1, 2 and 3 show so many steps around what is selected, and the map fits it', async ({
  page,
  visit,
}) => {
  await visit(`#select=${WOOD.id}`);
  for (const depth of [1, 2]) {
    await page.keyboard.press(`${depth}`);
    await expectShown(page, around(WOOD.id, depth));
    await expect(toMap(page).getByRole('status')).toContainText(
      `${around(WOOD.id, depth).nodes.length} of ${NODES.length} nodes: ${depth} step${depth > 1 ? 's' : ''} around Alan Wood`,
    );
  }
  await page.keyboard.press('1');
  await settle(page);
  expect((await readCamera(page))[2]).toBeLessThan(0.9);
  await expect(page).toHaveURL(new RegExp(`around=${WOOD.id}&depth=1`));
  // What is typed is not a command.
  await toFind(page).getByRole('searchbox').pressSequentially('2013');
  await expectShown(page, around(WOOD.id, 1));
});

test('a link to a focus without a place shows all of it clear of the bar that names it', async ({
  page,
  visit,
}) => {
  const id = 'claim:single-word-describes-little';
  await visit(`#select=${id}&around=${id}&depth=2`);
  await settle(page);
  const { bottom } = await toMap(page)
    .getByRole('status')
    .evaluate((bar) => bar.getBoundingClientRect());
  const map = (await toMap(page).boundingBox())!;
  for (const node of around(id, 2).nodes) {
    const { x, y } = await toPoint(page, node);
    expect(y, node).toBeGreaterThan(bottom);
    expect(y, node).toBeLessThan(map.y + map.height);
    expect(x, node).toBeGreaterThan(map.x);
    expect(x, node).toBeLessThan(map.x + map.width);
  }
});

test('a focus follows the arrows one way only, or some lines only, and says so in the link', async ({
  page,
  visit,
}) => {
  await visit(`#select=${WOOD.id}&around=${WOOD.id}&depth=2`);
  const bar = toMap(page).getByRole('status');
  await bar.getByRole('combobox', { name: 'Direction' }).selectOption('out');
  const outwards = (edge: (typeof EDGES)[number], at: string) => edge.source === at;
  await expectShown(page, toAround(WOOD.id, 2, outwards));
  await expect(page).toHaveURL(/direction=out/);
  await bar.getByText('All lines').click();
  const lines = bar.getByRole('group', { name: 'Lines to follow' });
  for (const box of await lines.getByRole('checkbox').all())
    if (!/said or wrote|supports/.test((await box.locator('..').textContent())!)) await box.uncheck();
  await page.keyboard.press('Escape');
  await expectShown(
    page,
    toAround(WOOD.id, 2, outwards, ({ type }) => type === 'authored' || type === 'supports'),
  );
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expectShown(
    page,
    toAround(WOOD.id, 2, outwards, ({ type }) => type === 'authored' || type === 'supports'),
  );
});

test('a node is expanded by E, by two clicks on it, and by its button, and folded again', async ({
  page,
  visit,
}) => {
  const adcs = 'organisation:adcs';
  await visit(`#select=${adcs}&around=${WOOD.id}&depth=1`);
  const first = around(WOOD.id, 1).nodes;
  const nodes = [...new Set([...first, ...around(adcs, 1).nodes])];
  const edges = EDGES.filter(({ source, target }) => nodes.includes(source) && nodes.includes(target));
  const expanded = { nodes, edges: edges.map(({ id }) => id) };
  await expectShown(page, around(WOOD.id, 1));
  const button = toInspector(page).getByRole('button', { name: /^Expand/ });
  await expect(button).toHaveText(`Expand: ${nodes.length - first.length} more`);
  await page.keyboard.press('e');
  await expectShown(page, expanded);
  await expect(toMap(page).getByRole('status')).toContainText('and what lies around ADCS');
  await button.click();
  await expectShown(page, around(WOOD.id, 1));
  await settle(page);
  const { x, y } = await toPoint(page, adcs);
  await page.mouse.dblclick(x, y);
  await expectShown(page, expanded);
  await expect(page).toHaveURL(new RegExp(`expand=${adcs}`));
});

test('of what the filters hide nothing is offered to be expanded', async ({ page, visit }) => {
  const [adcs, ofsted] = ['organisation:adcs', 'organisation:ofsted'];
  const button = toInspector(page).getByRole('button', { name: /^Expand/ });
  await visit(`#select=${ofsted}&around=${ofsted}&depth=1&q=stance:for`);
  await expect(toInspector(page).getByRole('button', { name: 'Hide', exact: true })).toBeVisible();
  await expect(button).toHaveCount(0);
  // Elsewhere just what comes is told.
  await visit(`#select=${adcs}&around=${WOOD.id}&depth=1&q=stance:against`);
  const before = (await readShown(page)).nodes.length;
  const more = Number(/\d+/.exec(await button.innerText())![0]);
  await button.click();
  await expect(button).toHaveText('Expanded');
  await expect.poll(async () => (await readShown(page)).nodes.length).toBe(before + more);
});

test('folded again, nothing is said to be expanded', async ({ page, visit }) => {
  const adcs = 'organisation:adcs';
  await visit(`#select=${adcs}&around=${WOOD.id}&depth=1&expand=${adcs}`);
  await expect(toMap(page).getByRole('status')).toContainText('and what lies around ADCS');
  await page.keyboard.press('e');
  await expect(toMap(page).getByRole('status')).not.toContainText('and what lies around');
});

test('what is hidden takes the place among its passages with it', async ({ page, visit }) => {
  const claim = ofType('claim').find(({ passages }) => passages.length > 1)!;
  await visit(`#select=${claim.id}&passage=2`);
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/hide/);
  expect(page.url()).not.toContain('passage=');
});

test('a hidden node goes with its lines, the map names it, and brings it back', async ({ page, visit }) => {
  await visit(`#select=${WOOD.id}`);
  await page.keyboard.press('h');
  const without = (...ids: string[]) => ({
    nodes: NODES.map(({ id }) => id).filter((id) => !ids.includes(id)),
    edges: EDGES.filter(({ source, target }) => !ids.includes(source) && !ids.includes(target)).map(
      ({ id }) => id,
    ),
  });
  await expectShown(page, without(WOOD.id));
  await expect(page).toHaveURL(new RegExp(`hide:${WOOD.id}|hide%3A${WOOD.id}`));
  await visit(`#select=organisation:adcs&q=hide:${WOOD.id}`);
  await toInspector(page).getByRole('button', { name: 'Hide', exact: true }).click();
  await expectShown(page, without(WOOD.id, 'organisation:adcs'));
  const hidden = toMap(page).getByRole('group', { name: 'Hidden' });
  await hidden.getByRole('button', { name: 'Bring back Alan Wood' }).click();
  await expectShown(page, without('organisation:adcs'));
  await hidden.getByRole('button', { name: 'Bring back ADCS' }).click();
  await expectShown(page, without());
  expect(new URL(page.url()).hash).not.toContain('hide');
});

test('beside who says it stands how much of what is around they say', async ({ page, visit }) => {
  const said = EDGES.filter(({ type, source }) => type === 'authored' && source === WOOD.id).map(
    ({ target }) => target,
  );
  const { nodes } = around(said[0]!, 1);
  const own = new Set(said.filter((id) => nodes.includes(id)));
  expect(own.size).toBeLessThan(new Set(said).size);
  await visit(`#select=${said[0]}&around=${said[0]}&depth=1`);
  await toFind(page)
    .getByRole('button', { name: /^Who says it/ })
    .click();
  const actors = toFind(page).getByRole('group', { name: 'Who says it' });
  await expect(actors.getByRole('listitem').filter({ hasText: WOOD.label })).toHaveText(
    new RegExp(`${WOOD.label}${own.size}$`),
  );
});
