// The commands: everything that can be done and every node, by typing; and the list of keys.
import type { Page } from '@playwright/test';
import { toFiles, toSynthetic } from '../bench/synthetic';
import { NODES, ofType, toNode } from './corpus';
import { expect, serve, test, toFind, toInspector } from './page';

const toDialog = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const toOptions = (page: Page) => toDialog(page).getByRole('option');
const toHash = (page: Page) => new URL(page.url()).hash;

/** Opens the commands and waits until every node can be found. */
async function open(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(toDialog(page).getByRole('combobox')).toBeFocused();
}

test('opens by Ctrl K and by its button, closes by Escape, and gives the focus back', async ({
  page,
  visit,
}) => {
  await visit(`#select=${NODES[0]!.id}`);
  await toFind(page).getByRole('searchbox').focus();
  await open(page);
  await page.keyboard.press('Escape');
  await expect(toDialog(page)).toHaveCount(0);
  await expect(toFind(page).getByRole('searchbox')).toBeFocused();
  // Escape closed the dialog only.
  expect(toHash(page)).toContain('select=');
  const button = page.getByRole('button', { name: 'Commands' });
  await button.click();
  await expect(toDialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('goes to a node by its name, with the keys alone', async ({ page, visit }) => {
  const munro = toNode('person:eileen-munro');
  await visit();
  await open(page);
  await page.keyboard.type('eileen');
  await expect(toOptions(page).filter({ hasText: munro.label }).first()).toBeVisible();
  const options = toOptions(page);
  const place = (await options.allInnerTexts()).findIndex((text) => text.trim() === munro.label);
  expect(place).toBeGreaterThanOrEqual(0);
  for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown');
  await expect(options.nth(place)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(toDialog(page)).toHaveCount(0);
  expect(toHash(page)).toContain(`select=${munro.id}`);
  await expect(toInspector(page)).toContainText(munro.label);
});

test('finds every kind of node, by another name too, whatever the accents and quotation marks', async ({
  page,
  visit,
}) => {
  await visit();
  await open(page);
  const field = toDialog(page).getByRole('combobox');
  const alias = NODES.find(({ aliases }) => aliases !== undefined)!;
  for (const [text, label] of [
    [alias.aliases![0]!, alias.label],
    [ofType('claim')[3]!.label.toUpperCase(), ofType('claim')[3]!.label],
    [ofType('topic')[0]!.label.replaceAll('’', "'"), ofType('topic')[0]!.label],
    [ofType('article')[0]!.label, ofType('article')[0]!.label],
  ] as const) {
    await field.fill(text);
    await expect(toOptions(page).filter({ hasText: label }).first()).toBeVisible();
  }
  await field.fill('zebra crossing');
  await expect(toDialog(page)).toContainText('Nothing is called that.');
  await expect(toOptions(page)).toHaveCount(0);
});

test('goes to every view', async ({ page, visit }) => {
  await visit();
  for (const [text, mode] of [
    ['look table of the lines', 'view=table&rows=edges'],
    ['matrix', 'view=matrix'],
    ['debate', 'view=debate'],
    ['stories', 'view=story'],
    ['who agrees', 'view=coalitions'],
    ['compared', 'view=compare'],
    ['look at the articles', 'view=articles'],
  ] as const) {
    await open(page);
    await page.keyboard.type(text);
    await expect(toOptions(page).first()).toContainText('Look at');
    await page.keyboard.press('Enter');
    await expect.poll(() => toHash(page)).toContain(mode);
  }
  await open(page);
  await page.keyboard.type('the map');
  await toOptions(page).filter({ hasText: 'Look at the map' }).click();
  await expect.poll(() => toHash(page)).not.toContain('view=');
});

test('offers only what there is to do', async ({ page, visit }) => {
  const munro = toNode('person:eileen-munro');
  await visit();
  await open(page);
  await expect(toOptions(page).filter({ hasText: 'Look at the table' })).toHaveCount(1);
  for (const name of ['Look at the map', 'Show everything', 'Select nothing', 'Leave the focus', 'around'])
    await expect(toOptions(page).filter({ hasText: name })).toHaveCount(0);
  // What is called so comes before what is so in other words.
  await page.keyboard.type('open');
  await expect(toOptions(page).first()).toHaveText(/^Open/);
  await page.goto(`/#select=${munro.id}`);
  await page.keyboard.press('Escape');
  await expect(toDialog(page)).toHaveCount(0);
  await open(page);
  await page.keyboard.type('2 steps');
  await toOptions(page)
    .filter({ hasText: `Show only 2 steps around “${munro.label}”` })
    .click();
  await expect.poll(() => toHash(page)).toContain(`around=${munro.id}&depth=2`);
  await open(page);
  await page.keyboard.type('show everything');
  await page.keyboard.press('Enter');
  await expect.poll(() => toHash(page)).not.toContain('around=');
  const { id } = NODES.find(({ passages }) => passages.length > 1)!;
  await page.goto(`/#select=${id}`);
  await open(page);
  await page.keyboard.type('next passage');
  await page.keyboard.press('Enter');
  await expect.poll(() => toHash(page)).toContain('passage=2');
});

test('does what the buttons of the page do', async ({ page, visit }) => {
  await visit();
  await open(page);
  await page.keyboard.type('graphml');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Export' })).toHaveCount(0);
  await open(page);
  await page.keyboard.type('only claims');
  await page.keyboard.press('Enter');
  await expect.poll(() => toHash(page)).toContain('q=type:claim');
  await open(page);
  await page.keyboard.type('search claims');
  await page.keyboard.press('Enter');
  await expect(toFind(page).getByRole('searchbox')).toBeFocused();
});

test('lists the keys, by ? and as a command', async ({ page, visit }) => {
  await visit();
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await page.keyboard.press('?');
  await expect(keys).toContainText('Select nothing');
  await expect(keys).toContainText('Go from cell to cell');
  await keys.getByRole('button', { name: 'Close' }).click();
  await expect(keys).toHaveCount(0);
  await open(page);
  await page.keyboard.type('keys');
  await page.keyboard.press('Enter');
  await expect(keys).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toHaveCount(0);
  // Where one types, a question mark is a question mark.
  await toFind(page).getByRole('searchbox').focus();
  await page.keyboard.type('why?');
  await expect(toFind(page).getByRole('searchbox')).toHaveValue('why?');
  await expect(keys).toHaveCount(0);
});

test('among 1,000 nodes few are offered, and it says of how many', async ({ page, visit }) => {
  const corpus = toSynthetic(1000);
  await serve(page, Object.fromEntries(toFiles(corpus)));
  await visit();
  await open(page);
  await page.keyboard.type('council 1');
  const councils = [...corpus.nodes.values()].filter(({ label }) => /^council 1/i.test(label));
  await expect(toDialog(page)).toContainText(`5 of ${councils.length}`);
  expect(await toOptions(page).count()).toBeLessThan(60);
});

test('before the names can be searched it does not say that nothing is called so', async ({
  page,
  visit,
  errors,
}) => {
  await visit();
  let go: () => void = () => {};
  const held = new Promise<void>((resume) => (go = resume));
  await page.route(/\/(?:indexing|search)-[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await page.keyboard.type('eileen munro');
  await expect(toDialog(page)).toContainText('Looking…');
  await expect(toDialog(page)).not.toContainText('Nothing is called that');
  go();
  await expect(toOptions(page).first()).toContainText('Eileen Munro');
  expect(errors).toEqual([]);
});

test('where the names cannot be searched it says so', async ({ page, visit, errors }) => {
  await visit();
  await page.route(/\/(?:indexing|search)-[^/]*\.js/, (route) => route.abort());
  await open(page);
  await page.keyboard.type('eileen munro');
  await expect(toDialog(page)).toContainText('could not be fetched');
  // What is there without them is still offered.
  await page.keyboard.press('Control+a');
  await page.keyboard.type('export');
  await expect(toOptions(page).first()).toContainText('Export');
  expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  errors.length = 0;
});
