// On paper: an article whole, what is selected with its words, and nothing that can only be pressed.
import type { Locator, Page } from '@playwright/test';
import { readArticle } from '../../src/core/article/article';
import { EDGES, FILES, JUDGMENT, NODES, toNode } from './corpus';
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

/** Presses the key that prints, and shows the page as paper when the browser is asked to print it. */
async function print(page: Page): Promise<Locator> {
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await page.keyboard.press('Control+p');
  await expect(page.locator('body')).toHaveAttribute('data-printed');
  await page.emulateMedia({ media: 'print' });
  return page.locator('[data-paper]');
}

/** The words of the printed pages. */
async function readPages(page: Page): Promise<string> {
  const article = await readArticle('printed.pdf', new Uint8Array(await page.pdf({ format: 'A4' })));
  return article.text.replace(/\s+/g, ' ');
}

test('the map is printed as a picture, and what is selected with its words', async ({ page, visit }) => {
  await visit(`#select=${CLAIM.id}`);
  await expect(toFront(page).first()).toBeVisible();
  const paper = await print(page);
  const picture = paper.getByRole('presentation');
  await expect(picture).toBeVisible();
  const [wide, high] = await picture.evaluate((image: HTMLImageElement) => [
    image.naturalWidth,
    image.naturalHeight,
  ]);
  expect(Math.min(wide, high)).toBeGreaterThan(600);
  await expect(toInspector(page)).toContainText(CLAIM.label);
  await expect(toFront(page).first()).toBeVisible();
  await expect(page.locator('canvas').first()).toBeHidden();
  // Once it is printed, or not, the page is as it was.
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(paper.locator('img')).toHaveCount(0);
});

test('a debate is printed with all that is said in it, its words to the letter', async ({ page, visit }) => {
  await visit(`#view=debate&topic=${JUDGMENT.id}`);
  await print(page);
  const printed = await readPages(page);
  const said = NODES.flatMap((node) =>
    (node.type === 'claim' || node.type === 'recommendation') &&
    EDGES.some(({ type, source, target }) => type === 'about' && source === node.id && target === JUDGMENT.id)
      ? [node]
      : [],
  );
  expect(said.length).toBeGreaterThan(20);
  for (const { id, statement } of said) {
    expect(printed).toContain(statement);
    const quotes = EDGES.flatMap(({ type, target, passages }) =>
      (type === 'authored' || type === 'states') && target === id ? [passages[0]!.quote] : [],
    );
    expect(quotes.filter((quote) => printed.includes(quote.replace(/\s+/g, ' '))).length).toBeGreaterThan(0);
  }
  expect(printed).toContain(`For: ${JUDGMENT.poles.for}`);
  expect(printed).toContain('Disputed by');
});

test('all rows of a table are printed, sorted and with the columns that are shown, and the heading on each page', async ({
  page,
  visit,
}) => {
  await visit('#view=table&rows=utterances&sort=-date&columns=date,claim');
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  const shown = await page.getByRole('status').filter({ hasText: 'statements' }).textContent();
  const paper = await print(page);
  await expect(paper.getByRole('row')).toHaveCount(Number(shown!.match(/\d+/)![0]) + 1);
  await expect(paper.getByRole('columnheader')).toHaveText(['Date', 'Claim', 'Its words in the article']);
  await expect(paper.getByRole('cell').first()).toHaveText(/2019/);
});

for (const [view, words] of [
  ['matrix', 'Who takes which side'],
  ['coalitions', 'Who agrees with whom'],
] as const)
  test(`${view} is printed as its picture, from Export too`, async ({ page, visit }) => {
    await visit(`#view=${view}`);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', '');
    });
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Print this view…' }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await readPages(page)).toContain(words);
  });

test('printed otherwise than from the page, a view that must be drawn first says so', async ({
  page,
  visit,
}) => {
  await visit('#view=matrix');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('to have this view drawn for paper')).toBeVisible();
  await expect(page.getByRole('table')).toBeHidden();
});
