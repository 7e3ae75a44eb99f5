// The table: everything on the map a row, sorted, searched, saved, and reached without a mouse.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { toStatements } from '../../src/core/discourse';
import { CORPUS } from '../shipped';
import { around, EDGES, edgesAt, FILES, NODES, ofType, toNode } from './corpus';
import { expect, serve, test, toFind, toFront, toInspector } from './page';

const toTable = (page: Page) => page.getByRole('region', { name: 'Table', exact: true });
const toGrid = (page: Page) => toTable(page).getByRole('grid');
/** Row 1 is the headings; columns count from 1. */
const toCell = (page: Page, row: number, column: number) =>
  toGrid(page).locator(`[aria-rowindex="${row}"] > [aria-colindex="${column}"]`);
const toCaption = (page: Page) => toTable(page).getByRole('status').first();
const toHeading = (page: Page, name: string) => toGrid(page).getByRole('columnheader', { name, exact: true });

/** The first so many texts of a column from the top. */
const readColumn = async (page: Page, column: number, rows: number) => {
  const texts: string[] = [];
  for (let row = 2; row < rows + 2; row++) {
    const cell = toCell(page, row, column);
    texts.push((await cell.locator(':scope > :not([aria-hidden])').innerText()).trim());
  }
  return texts;
};

const STATEMENTS = toStatements(CORPUS).length;
const degree = (id: string) =>
  new Set(edgesAt(id).map(({ source, target }) => (source === id ? target : source))).size;

test('has a row for each node, line and statement, and says how many', async ({ page, visit }) => {
  await visit('#view=table');
  await expect(toCaption(page)).toContainText(`${NODES.length} nodes`);
  await expect(toGrid(page)).toHaveAttribute('aria-rowcount', String(NODES.length + 1));
  await toTable(page).getByRole('link', { name: 'How they connect', exact: true }).click();
  await expect(toCaption(page)).toContainText(/^1,\d{3} lines/);
  await expect(toGrid(page)).toHaveAttribute('aria-rowcount', String(EDGES.length + 1));
  await toTable(page).getByRole('link', { name: 'Who said what', exact: true }).click();
  await expect(toCaption(page)).toContainText(`${STATEMENTS} statements`);
  await page.goBack();
  await expect(toCaption(page)).toContainText('lines');
});

test('sorts by a column, either way round, and the address keeps it', async ({ page, visit }) => {
  await visit('#view=table');
  const most = NODES.map(({ id }) => degree(id)).toSorted((a, b) => b - a);
  const [hub] = NODES.toSorted((a, b) => degree(b.id) - degree(a.id));
  await expect(toHeading(page, 'Neighbours')).toHaveAttribute('aria-sort', 'descending');
  expect((await readColumn(page, 1, 1))[0]).toBe(hub!.label);
  await expect(toCell(page, 2, 10)).toContainText(`${most[0]! - 2} more`);

  await toHeading(page, 'Name').getByRole('button').click();
  await expect(toHeading(page, 'Name')).toHaveAttribute('aria-sort', 'ascending');
  await expect(toHeading(page, 'Neighbours')).toHaveAttribute('aria-sort', 'none');
  const plain = (text: string) =>
    text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/–/g, '-');
  const names = NODES.map(({ label }) => label).toSorted((a, b) => (plain(a) < plain(b) ? -1 : 1));
  expect(await readColumn(page, 1, 5)).toEqual(names.slice(0, 5));
  await toHeading(page, 'Name').getByRole('button').click();
  await expect(toHeading(page, 'Name')).toHaveAttribute('aria-sort', 'descending');
  expect(await readColumn(page, 1, 5)).toEqual(names.toReversed().slice(0, 5));
  expect(new URL(page.url()).hash).toContain('sort=-name');

  await page.reload();
  await expect(toHeading(page, 'Name')).toHaveAttribute('aria-sort', 'descending');
  expect((await readColumn(page, 1, 1))[0]).toBe(names.at(-1));
});

test('sorts dates by when they were, not by their letters, with what has none last', async ({
  page,
  visit,
}) => {
  await visit('#view=table&sort=date');
  const years = (await readColumn(page, 4, 6)).map((text) => Number(/\d{4}/.exec(text)![0]));
  expect(years).toEqual(years.toSorted((a, b) => a - b));
  await page.goto('/#view=table&sort=-date');
  await expect(toHeading(page, 'First said')).toHaveAttribute('aria-sort', 'descending');
  const last = (await readColumn(page, 4, 6)).map((text) => Number(/\d{4}/.exec(text)![0]));
  expect(last).toEqual(last.toSorted((a, b) => b - a));
  expect(last[0]).toBeGreaterThan(years[0]!);
});

test('shows the columns one chooses, and the address keeps them', async ({ page, visit }) => {
  await visit('#view=table');
  await expect(toHeading(page, 'Statement')).toHaveCount(0);
  await toTable(page).locator('summary', { hasText: 'Columns' }).click();
  const group = toTable(page).getByRole('group', { name: 'Columns' });
  await group.getByRole('checkbox', { name: 'Statement' }).check();
  await group.getByRole('checkbox', { name: 'Type' }).uncheck();
  await expect(group.getByRole('checkbox', { name: 'Its words in the article' })).toBeDisabled();
  await expect(toHeading(page, 'Statement')).toHaveCount(1);
  await expect(toHeading(page, 'Type')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(group).toBeHidden();
  await page.reload();
  await expect(toHeading(page, 'Statement')).toHaveCount(1);
  await expect(toHeading(page, 'Type')).toHaveCount(0);
  await page.goto('/#view=table&columns=nonsense&sort=nonsense');
  await expect(page.getByRole('alert')).toContainText(
    'The link’s ‘sort’ names “nonsense”, which this table has no column for.',
  );
  await expect(toHeading(page, 'Name')).toHaveCount(1);
  await expect(toHeading(page, 'Type')).toHaveCount(1);
});

test('follows filters and focus', async ({ page, visit }) => {
  await visit('#view=table');
  await toFind(page).getByRole('button', { name: 'Show only Claims' }).click();
  await expect(toCaption(page)).toContainText(`${ofType('claim').length} claims`.replace('claims', 'nodes'));
  const topic = toNode('topic:one-word-judgment');
  await page.goto(`/#view=table&rows=edges&around=${topic.id}&depth=1`);
  await expect(toGrid(page)).toHaveAttribute('aria-rowcount', String(around(topic.id, 1).edges.length + 1));
  await page.goto('/#view=table&q=type:none');
  await expect(toTable(page)).toContainText('The filters leave no nodes.');
  await toTable(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(toCaption(page)).toContainText(`${NODES.length} nodes`);
  await page.goto('/#view=table&q=type:claim&find=zebra');
  await expect(toTable(page)).toContainText('None of the nodes that the filters leave holds “zebra”.');
});

test('finds rows by words, in names, quotes and neighbours', async ({ page, visit }) => {
  await visit('#view=table&rows=edges');
  const field = toTable(page).getByRole('searchbox', { name: 'Find in these lines' });
  await field.fill('OFSTED’S unfairly');
  await expect(toCaption(page)).not.toContainText(/^1,/);
  const rows = await toGrid(page).getByRole('row').allInnerTexts();
  expect(rows.length).toBeGreaterThan(1);
  expect(new URL(page.url()).hash).toContain('find=');
  await field.fill('zebra');
  await expect(toTable(page)).toContainText('None of the lines holds “zebra”.');
  await expect(toTable(page).getByRole('button', { name: 'Show everything' })).toHaveCount(0);
  await toTable(page).getByRole('button', { name: 'Clear the words' }).click();
  await expect(toGrid(page)).toHaveAttribute('aria-rowcount', String(EDGES.length + 1));
  await expect(field).toHaveValue('');
});

test('a row selects: its words appear in the article; its neighbours are links', async ({ page, visit }) => {
  await visit('#view=table&rows=utterances');
  const row = toGrid(page).locator('[aria-rowindex="2"]');
  const quote = (await row.locator('q').innerText()).replace(/^“|”$/g, '');
  // Two lines of text, until it is selected.
  expect((await row.boundingBox())!.height).toBeLessThanOrEqual(56);
  await row.locator('q').click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(toFront(page).first()).toBeVisible();
  expect((await toFront(page).allInnerTexts()).join(' ').replace(/\s+/g, ' ')).toContain(quote.slice(0, 40));
  // Anywhere else in the row too.
  const other = toGrid(page).locator('[aria-rowindex="4"]');
  await other.locator('[aria-colindex="1"]').click();
  await expect(other).toHaveAttribute('aria-selected', 'true');
  await expect(row).toHaveAttribute('aria-selected', 'false');

  await page.goto('/#view=table');
  const [hub] = NODES.toSorted((a, b) => degree(b.id) - degree(a.id));
  const neighbours = toCell(page, 2, 10);
  await neighbours.getByRole('button', { name: /more$/ }).click();
  await expect(neighbours.getByRole('link')).toHaveCount(degree(hub!.id));
  const link = neighbours.getByRole('link').first();
  const name = (await link.innerText()).trim();
  await link.click();
  await expect(toInspector(page)).toContainText(name);
});

test('says what a link to it could not bring', async ({ page, visit }) => {
  await visit('#view=table&select=claim:not-there');
  await expect(page.getByRole('alert')).toContainText('“claim:not-there”, which is not in this graph');
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(toCaption(page)).toContainText(`${NODES.length} nodes`);
});

test('brings what is selected into sight', async ({ page, visit }) => {
  const last = NODES.toSorted((a, b) => degree(a.id) - degree(b.id))[0]!;
  await visit(`#view=table&select=${last.id}`);
  await expect(toGrid(page).locator('[aria-selected="true"]')).toBeInViewport();
  await expect(toGrid(page).locator('[aria-selected="true"]')).toContainText(last.label);
});

test('is a grid to walk through with the keys', async ({ page, visit }) => {
  await visit('#view=table');
  await toHeading(page, 'Name').getByRole('button').focus();
  const at = () =>
    page.evaluate(() => document.activeElement!.closest<HTMLElement>('[data-cell]')?.dataset.cell);
  // One stop for Tab, whatever the table holds.
  await expect(toGrid(page).locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect.poll(at).toBe('1 0');
  await page.keyboard.press('ArrowRight');
  await expect.poll(at).toBe('1 1');
  await page.keyboard.press('End');
  await expect.poll(at).toBe('1 9');
  // A cell with several links is entered by Enter and left by Escape.
  await page.keyboard.press('Enter');
  const within = () => page.evaluate(() => document.activeElement!.textContent);
  const links = toCell(page, 2, 10).getByRole('link');
  await expect.poll(within).toBe(await links.nth(0).textContent());
  await page.keyboard.press('ArrowDown');
  await expect.poll(within).toBe(await links.nth(1).textContent());
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await expect.poll(at).toBe('11 9');
  await page.keyboard.press('Control+End');
  await expect.poll(at).toBe(`${NODES.length} 9`);
  await page.keyboard.press('Home');
  await expect.poll(at).toBe(`${NODES.length} 0`);
  await expect(toCell(page, NODES.length + 1, 1)).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(toGrid(page).locator('[aria-selected="true"]')).toHaveAttribute(
    'aria-rowindex',
    String(NODES.length + 1),
  );
  await page.keyboard.press('Control+Home');
  await expect.poll(at).toBe('0 0');
  await expect(toGrid(page).locator('[tabindex="0"]')).toHaveCount(1);
});

test('tells a screen reader where it is among how many', async ({ page, visit }) => {
  await visit('#view=table');
  const grid = toGrid(page);
  await expect(grid).toHaveAccessibleName(`${NODES.length} nodes, sorted by neighbours, most first`);
  await expect(grid).toHaveAttribute('aria-colcount', '10');
  await grid.evaluate((element) => element.parentElement!.scrollTo(0, 8000));
  await expect(grid.locator('[aria-rowindex="2"]')).toHaveCount(0);
  const rows = await grid
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-rowindex'))));
  expect(rows[0]).toBe(1);
  expect(rows.slice(1)).toEqual(rows.slice(1).map((_, index) => rows[1]! + index));
  await expect(grid.getByRole('rowheader').first()).not.toBeEmpty();
});

/** The rows of the file that is saved. */
async function saveCsv(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    toTable(page).getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ',' });
  expect(errors).toEqual([]);
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1);
}

test('saves the rows and columns that are shown, in their order, whole', async ({ page, visit }) => {
  await visit('#view=table&rows=edges&columns=source,target,basis,id&sort=-id');
  await expect(toHeading(page, 'Id')).toHaveAttribute('aria-sort', 'descending');
  const [header, ...rows] = await saveCsv(page);
  expect(header).toEqual(['From', 'Line', 'To', 'Its words in the article', 'Basis', 'Id']);
  const edges = EDGES.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  expect(rows.map((row) => row.at(-1))).toEqual(edges.map(({ id }) => id));
  expect(rows.map((row) => row[3])).toEqual(edges.map(({ passages }) => passages[0]!.quote));
  expect(rows.map((row) => row[0])).toEqual(edges.map(({ source }) => toNode(source).label));
});

test('saves dates as the files have them, so that a program can sort them', async ({ page, visit }) => {
  await visit('#view=table&rows=nodes&columns=type,date,id&q=type:article');
  const [header, ...rows] = await saveCsv(page);
  const [date, id] = [header!.indexOf('First said'), header!.indexOf('Id')];
  expect(new Map(rows.map((row) => [row[id], row[date]]))).toEqual(
    new Map(ofType('article').map((node) => [node.id, node.date])),
  );
});

test('saves nothing that a spreadsheet would run', async ({ page, visit }) => {
  const [path, text] = Object.entries(FILES).find(([, content]) =>
    content.includes('"person:eileen-munro"'),
  )!;
  const evil = '=HYPERLINK(""http://evil.example"")'.replaceAll('""', "'");
  await serve(page, {
    ...FILES,
    [path]: text.replace(`"label": "${toNode('person:eileen-munro').label}"`, `"label": "${evil}"`),
  });
  await visit('#view=table&columns=id&find=evil.example');
  const rows = await saveCsv(page);
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.find((row) => row.at(-1) === 'person:eileen-munro')![0]).toBe(`'${evil}`);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('shows a card for each row, nothing of it to the side of the screen', async ({ page, visit }) => {
    await visit('#view=table&rows=utterances');
    const row = toGrid(page).locator('[aria-rowindex="2"]');
    await expect(row.locator('q')).toBeVisible();
    for (const cell of await row.locator(':scope > :visible').all()) {
      const box = (await cell.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
    }
    await expect(row).toContainText('Speaker');
    await toHeading(page, 'Speaker').getByRole('button').click();
    await expect(toHeading(page, 'Speaker')).toHaveAttribute('aria-sort', 'ascending');
    // By which column it is sorted is in sight from the first, however many stand before it.
    await page.goto('/#view=table');
    await expect(toHeading(page, 'Neighbours')).toBeInViewport();
  });
});
