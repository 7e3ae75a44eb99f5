// On paper: an article whole, what is selected with its words, and nothing that can only be pressed.
import { FILES, toNode } from './corpus';
import { expect, test, toFront, toInspector } from './page';

const ARTICLE = toNode('article:too-tough-2015', 'article');
const CLAIM = toNode('claim:ofsted-unfairly-tough');

test('an article is printed from its first word to its last, dark on light, without the panels', async ({
  page,
  visit,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visit(`#view=articles&article=${ARTICLE.id}`);
  const paragraphs = page.getByRole('region', { name: 'Source' }).locator('p');
  await expect(paragraphs.first()).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const lines = FILES[`seeds/${ARTICLE.seed}`]!.split('\n').map((line) => line.trim());
  expect((await paragraphs.allTextContents()).map((words) => words.trim())).toEqual(
    lines.filter((line) => line !== ''),
  );
  // Nothing is left to be scrolled to.
  const cut = await paragraphs.last().evaluate((last) => {
    let box = last.parentElement;
    while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
    return box && box !== document.documentElement ? box.className : undefined;
  });
  expect(cut).toBeUndefined();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Search and filters' })).toBeHidden();
  const [red] = (await paragraphs.last().evaluate((last) => getComputedStyle(last).color.match(/\d+/g)))!;
  expect(Number(red)).toBeLessThan(60);
});

test('what is selected on the map is printed with its words; a figure of the map is told of', async ({
  page,
  visit,
}) => {
  await visit(`#select=${CLAIM.id}`);
  await expect(toFront(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(toInspector(page)).toContainText(CLAIM.label);
  await expect(toFront(page).first()).toBeVisible();
  await expect(page.getByText('Export makes a figure of it')).toBeVisible();
  await expect(page.locator('canvas').first()).toBeHidden();
});

test('a table says that only its rows in sight are printed', async ({ page, visit }) => {
  await visit('#view=table');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Only the rows in sight are printed')).toBeVisible();
  const [first, second] = await Promise.all([1, 2].map((at) => page.getByRole('row').nth(at).boundingBox()));
  expect(second!.y).toBeGreaterThanOrEqual(first!.y + first!.height - 1);
});
