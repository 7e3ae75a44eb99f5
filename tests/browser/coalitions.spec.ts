// Who agrees with whom: a line for every question that joins or parts two, each with what is said on it.
import type { Page } from '@playwright/test';
import { ofType, toNode } from './corpus';
import { expect, serve, test, toFront, toInspector, toSource } from './page';
import { FILES } from './corpus';

const toView = (page: Page) => page.getByRole('region', { name: 'Coalitions', exact: true });
const toPairs = (page: Page) => toView(page).getByRole('region', { name: 'Pairs', exact: true });
const toPair = (page: Page, name: string) =>
  toPairs(page).getByRole('button', { name: new RegExp(`^${name} `) });
const toPanel = (page: Page) => toView(page).getByRole('region', { name: /^What .* say$/ });
const toActor = (page: Page, name: string) => toView(page).getByRole('link', { name, exact: true });
/** Where the lines of a pair can be clicked: a point on the first of them that nothing lies over. */
const toLine = (page: Page, title: string) =>
  page.evaluate((wanted) => {
    // The line itself lies over what reaches further than it does.
    const group = [...document.querySelectorAll('title')].findLast(({ textContent }) =>
      textContent.startsWith(wanted),
    )!.parentElement!;
    const path = group.querySelector('path')!;
    for (let share = 0.1; share < 1; share += 0.02) {
      const { x, y } = path
        .getPointAtLength(share * path.getTotalLength())
        .matrixTransform(path.getScreenCTM()!);
      if (group.contains(document.elementFromPoint(x, y))) return { x, y };
    }
    throw new Error(`nothing of “${wanted}” is to be seen`);
  }, title);

test('a pair is opened from the list, and what it rests on is read down to the words in their article', async ({
  page,
  visit,
}) => {
  await visit('#view=coalitions');
  await expect(toPairs(page).getByRole('heading')).toHaveText('39 pairs');
  await toPair(page, 'Ofsted and Impower').click();
  await expect(toPanel(page).getByRole('heading', { level: 3 })).toHaveText(
    'Ofsted and Impower: on the same side on 2 questions, on opposite sides on 7',
  );
  await expect(page).toHaveURL(/pair=organisation:ofsted,organisation:impower/);
  const topic = toNode('topic:one-word-judgment', 'topic');
  await toPanel(page).locator('summary', { hasText: topic.label }).click();
  const sides = toPanel(page).locator('details[open]', { hasText: topic.label });
  await expect(sides.getByRole('heading', { level: 5 })).toHaveText(['Ofsted', 'Impower']);
  await expect(sides.getByRole('heading', { name: `For: ${topic.poles.for}` })).toBeVisible();
  await expect(sides.getByRole('heading', { name: `Against: ${topic.poles.against}` })).toBeVisible();
  const quote = sides.getByRole('link', { name: /^“/ }).first();
  const words = (await quote.textContent())!;
  await quote.click();
  await expect(toFront(page).first()).toBeVisible();
  expect(words).toContain((await toFront(page).first().textContent())!.slice(0, 20));
  await expect(toSource(page)).toBeVisible();
});

test('a line is clicked, and closed again by Escape, which leads back to its pair', async ({
  page,
  visit,
}) => {
  await visit('#view=coalitions');
  await expect(toActor(page, 'ADCS')).toBeVisible();
  const { x, y } = await toLine(
    page,
    'Ofsted and ADCS: on the same side on 9 questions, on opposite sides on 4',
  );
  await page.mouse.click(x, y);
  await expect(toPanel(page)).toHaveAccessibleName('What Ofsted and ADCS say');
  await expect(toPair(page, 'Ofsted and ADCS')).toHaveAttribute('aria-expanded', 'true');
  await toPanel(page).getByRole('link', { name: 'Ofsted', exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(toPanel(page)).toHaveCount(0);
  await expect(toPair(page, 'Ofsted and ADCS')).toBeFocused();
});

test('a line that is chosen is among the pairs in sight, stays under the pointer, and its first words are there', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit('#view=coalitions');
  await expect(toActor(page, 'Impower')).toBeVisible();
  const title = 'Ofsted and Cardiff University: on opposite sides on 3 questions';
  await expect(toPair(page, 'Ofsted and Cardiff University')).not.toBeInViewport();
  const { x, y } = await toLine(page, title);
  await page.mouse.click(x, y);
  await expect(toPanel(page)).toBeVisible();
  await expect(toPair(page, 'Ofsted and Cardiff University')).toBeInViewport({ ratio: 1 });
  for (const name of ['Ofsted', 'Cardiff University'])
    await expect(toActor(page, name).first()).toBeInViewport({ ratio: 1 });
  await expect(toPanel(page).locator('details[open]')).toHaveCount(1);
  await expect(toPanel(page).getByRole('link', { name: /^“/ }).first()).toBeVisible();
  // What would not be covered stays under the pointer.
  await toPanel(page).getByRole('button', { name: 'Close the list' }).click();
  const above = 'Directors of children’s services';
  const before = (await toActor(page, above).boundingBox())!;
  const line = await toLine(page, `${above} and Social workers: on opposite sides on 1 question`);
  await page.mouse.click(line.x, line.y);
  await expect(toPanel(page)).toHaveAccessibleName(`What ${above} and Social workers say`);
  expect((await toActor(page, above).first().boundingBox())!.y).toBeCloseTo(before.y, 0);
});

test('an actor is selected, and what it is joined with stands out', async ({ page, visit }) => {
  await visit('#view=coalitions');
  await toActor(page, 'Eileen Munro').click();
  await expect(toInspector(page).getByRole('heading', { name: 'Eileen Munro' })).toBeVisible();
  const faded = toView(page).locator('g[data-faded="true"] title');
  const own = await toPairs(page)
    .getByRole('button', { name: /Eileen Munro/ })
    .count();
  await expect(faded).toHaveCount(39 - own);
  for (const title of await faded.allTextContents()) expect(title).not.toContain('Munro');
});

test('only lines of one type, or of many questions, are shown where one asks, and a link brings them back', async ({
  page,
  visit,
}) => {
  await visit('#view=coalitions');
  await toView(page).getByLabel('Lines').selectOption('on opposite sides');
  await toView(page).getByLabel('on at least').selectOption('3 questions');
  await expect(toPairs(page).getByRole('heading')).toHaveText('4 of 39 pairs');
  await expect(page).toHaveURL(/ties=conflict&least=3/);
  await page.reload();
  await expect(toPairs(page).getByRole('listitem')).toHaveText([
    /^Ofsted and Impower2 .*7 on opposite sides$/,
    /^Ofsted and University of Birmingham5 on opposite sides$/,
    /^Ofsted and ADCS9 .*4 on opposite sides$/,
    /^Ofsted and Cardiff University3 on opposite sides$/,
  ]);
});

test('filters hold here too: what leaves no pair says so, and gives all of it back', async ({
  page,
  visit,
}) => {
  await visit('#view=coalitions&q=actor:person:joe-lepper');
  await expect(toView(page)).toContainText('The filters leave no two who take a side on the same question');
  await toView(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(toPairs(page).getByRole('heading')).toHaveText('39 pairs');
});

test('leads to all that two say, and to it on the map', async ({ page, visit }) => {
  await visit('#view=coalitions&pair=organisation:ofsted,organisation:impower');
  // Words, and who says them, begin in a line.
  const quote = toPanel(page).getByRole('link', { name: /^“/ }).first();
  const lefts = await quote.evaluate((link) =>
    [link, link.nextElementSibling!].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return Math.round(range.getBoundingClientRect().left);
    }),
  );
  expect(lefts[0]).toBe(lefts[1]);
  await toPanel(page).getByRole('link', { name: 'Compare all that the two say' }).click();
  await expect(
    page.getByRole('region', { name: 'Compare', exact: true }).getByRole('combobox').first(),
  ).toHaveValue('organisation:ofsted');
  await page.goBack();
  await toPanel(page).getByRole('link', { name: 'Show on the map' }).click();
  await expect(page).toHaveURL(/q=actor:organisation:ofsted,organisation:impower/);
  await expect(page).not.toHaveURL(/view=/);
});

test('is saved as CSV, and exported as the network it shows', async ({ page, visit }) => {
  await visit('#view=coalitions');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    toView(page).getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('claimscape-coalitions.csv');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: /^Who agrees with whom/ })).toBeChecked();
  await expect(dialog).toContainText('“Save as CSV” above the pairs');
});

test('of people it joins those who speak, says what is left out, and is linked to and exported so', async ({
  page,
  visit,
}) => {
  await visit('#view=coalitions&pair=organisation:ofsted,organisation:adcs');
  await expect(toPanel(page)).toBeVisible();
  await toView(page).getByLabel('Actors').selectOption('people');
  await expect(toPanel(page)).toHaveCount(0);
  await expect(toView(page)).toContainText(
    'Left out: 218 of 408 statements, which no person is known to make.',
  );
  await expect(toPairs(page).getByRole('heading')).toHaveText('25 pairs');
  await expect(toActor(page, 'Steve Crocker ADCS')).toBeVisible();
  await toPair(page, 'Steve Crocker and Alan Wood').click();
  await expect(toPanel(page)).toContainText('Alan Wood for ADCS');
  await expect(page).toHaveURL(/actors=people/);
  await page.reload();
  await expect(toPanel(page)).toHaveAccessibleName('What Steve Crocker and Alan Wood say');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByLabel('Actors')).toHaveValue('people');
  await expect(dialog.getByRole('radio', { name: /^Who agrees with whom 10 people, 19 ties/ })).toBeChecked();
  await expect(dialog).toContainText('Left out: 218 of 408 statements');
  await dialog.getByLabel('Actors').selectOption('bodies');
  await expect(dialog.getByRole('radio', { name: /^Who agrees with whom 11 actors, / })).toBeChecked();
  await expect(dialog).not.toContainText('Left out');
});

test('nothing that is coded says what is to come, and names that are markup stay words', async ({
  page,
  visit,
}) => {
  const empty = { version: 1, nodes: ofType('article'), edges: [] };
  const seeds = Object.fromEntries(Object.entries(FILES).filter(([name]) => name.startsWith('seeds/')));
  await serve(page, { ...seeds, 'graph/articles.json': JSON.stringify(empty) });
  await visit('#view=coalitions');
  await expect(toView(page)).toContainText('There are no two yet who take a side on the same question');
  const label = '<img src=x onerror=alert(1)>';
  await serve(
    page,
    Object.fromEntries(
      Object.entries(FILES).map(([name, text]) => [
        name,
        text.replaceAll('"label": "Impower"', `"label": ${JSON.stringify(label)}`),
      ]),
    ),
  );
  await page.reload();
  await expect(toActor(page, label)).toBeVisible();
});
