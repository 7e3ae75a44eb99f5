// Filters that combine: facets with counts, chips, and the query language in the search field.
import type { Page } from '@playwright/test';
import { EDGES, NODES, ofType, toNode } from './corpus';
import { expect, readShown, test, toFind, toMap } from './page';

const chips = (page: Page) => toFind(page).getByRole('region', { name: 'Filters in use' });
const chip = (page: Page, text: string) =>
  chips(page).getByRole('button', { name: `Take out the filter ${text}` });
const facet = (page: Page, name: string) =>
  toFind(page).getByRole('button', { name: new RegExp(`^${name}( \\d+ chosen)?$`) });
const field = (page: Page) => toFind(page).getByLabel('Search', { exact: true });
const query = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('q') ?? '';

const JUDGMENT = toNode('topic:one-word-judgment', 'topic');
/** Claims and recommendations on a side of the one-word judgment. */
const side = (stance: string) =>
  EDGES.flatMap((edge) =>
    edge.type === 'about' &&
    edge.target === JUDGMENT.id &&
    edge.stance === stance &&
    !edge.source.startsWith('report:')
      ? [edge.source]
      : [],
  );
const expectSaid = (page: Page, ids: readonly string[]) =>
  expect
    .poll(async () =>
      (await readShown(page)).nodes.filter((id) => /^(claim|recommendation):/.test(id)).toSorted(),
    )
    .toEqual([...new Set(ids)].toSorted());

test('facets combine, each value says what it would leave, and the link brings all of it back', async ({
  page,
  visit,
}) => {
  await visit();
  await facet(page, 'On which topic').click();
  const topics = toFind(page).getByRole('group', { name: 'On which topic' });
  await topics.getByRole('textbox').fill('one-word');
  await expect(topics.getByRole('checkbox')).toHaveCount(1);
  await topics.getByRole('checkbox', { name: JUDGMENT.label }).check();
  await facet(page, 'On which side').click();
  const sides = toFind(page).getByRole('group', { name: 'On which side' });
  const row = (name: string) =>
    sides.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name, exact: true }) });
  for (const [stance, name] of [
    ['for', 'for'],
    ['against', 'against'],
    ['mixed', 'both for and against'],
  ] as const)
    await expect(row(name)).toContainText(`${new Set(side(stance)).size}`);
  await sides.getByRole('checkbox', { name: 'for', exact: true }).check();
  await expectSaid(page, side('for'));
  await expect.poll(() => query(page)).toBe('topic:one-word-judgment stance:for');
  await sides.getByRole('checkbox', { name: 'against', exact: true }).check();
  await expectSaid(page, [...side('for'), ...side('against')]);
  const types = toFind(page).getByRole('region', { name: 'Shown on the map' });
  const claims = new Set([...side('for'), ...side('against')].filter((id) => id.startsWith('claim:'))).size;
  await expect(types.getByRole('button', { name: `List all ${claims} claims` })).toBeVisible();
  await types.getByRole('button', { name: `List all ${claims} claims` }).click();
  await expect(types.getByRole('link')).toHaveCount(claims);
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expectSaid(page, [...side('for'), ...side('against')]);
  await expect(facet(page, 'On which side')).toContainText('2 chosen');
});

test('who says it is listed by how much they say, and can be looked for by name', async ({ page, visit }) => {
  await visit();
  await facet(page, 'Who says it').click();
  const actors = toFind(page).getByRole('group', { name: 'Who says it' });
  const numbers = async () =>
    (await actors.getByRole('listitem').allTextContents()).map((text) => Number(/\d+$/.exec(text)![0]));
  expect(await numbers()).toHaveLength(8);
  expect(await numbers()).toEqual((await numbers()).toSorted((a, b) => b - a));
  await actors.getByRole('button', { name: /^Show all \d+$/ }).click();
  expect((await numbers()).length).toBeGreaterThan(20);
  await actors.getByRole('textbox').fill('munr');
  await actors.getByRole('checkbox', { name: 'Eileen Munro' }).check();
  await expect.poll(() => query(page)).toBe('actor:person:eileen-munro');
  const said = EDGES.filter(({ source, type }) => source === 'person:eileen-munro' && type === 'authored');
  const shown = (await readShown(page)).nodes;
  for (const { target } of said) if (/^(claim|recommendation):/.test(target)) expect(shown).toContain(target);
  await actors.getByRole('textbox').fill('nobody at all');
  await expect(actors).toContainText('None is called “nobody at all”');
});

test('lines and types count what the other filters leave', async ({ page, visit }) => {
  await visit('#q=edge:disputes');
  const lines = toFind(page).getByRole('region', { name: 'Lines' });
  const disputes = EDGES.filter(({ type }) => type === 'disputes');
  const inferred = disputes.filter(({ basis }) => basis === 'inferred').length;
  const row = (name: string) =>
    lines.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name, exact: true }) });
  await expect(row('inferred by the coder')).toContainText(`${inferred}`);
  await expect(row('stated in the text')).toContainText(`${disputes.length - inferred}`);
  await lines.getByRole('checkbox', { name: 'stated in the text' }).uncheck();
  await expect.poll(async () => (await readShown(page)).edges.length).toBe(inferred);
  await expect(chip(page, 'Only lines: inferred by the coder')).toBeVisible();
});

test('every filter is a chip in words, taken out by mouse or keyboard, one or all', async ({
  page,
  visit,
}) => {
  await visit('#q=topic:one-word-judgment stance:for,against date:2014/2019');
  await expect(chips(page).getByRole('button')).toHaveCount(5);
  await expect(chips(page)).toContainText(`Topic: ${JUDGMENT.label}`);
  await expect(chips(page)).toContainText('When: 2014 to 2019');
  await chip(page, 'Stance: for').click();
  await expect.poll(() => query(page)).toBe('topic:one-word-judgment stance:against date:2014/2019');
  await chip(page, 'Stance: against').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)).toBe('topic:one-word-judgment date:2014/2019');
  // The focus goes on to the next one.
  await expect(chip(page, 'When: 2014 to 2019')).toBeFocused();
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await expect.poll(() => query(page)).toBe('');
  await expect(chips(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await expect.poll(async () => (await readShown(page)).nodes.length).toBe(NODES.length);
});

test('a key typed in the search field offers its values by name, and Enter filters', async ({
  page,
  visit,
}) => {
  await visit('#q=stance:against');
  await field(page).focus();
  await page.keyboard.type('top');
  const options = toFind(page).getByRole('listbox').getByRole('option');
  await expect(options).toHaveCount(1);
  await expect(options).toContainText('what it is about');
  await expect(toFind(page).getByRole('combobox', { name: 'Search' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('topic:');
  await page.keyboard.type('one-w');
  await expect(options.first()).toContainText(JUDGMENT.label);
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const active = await toFind(page).getByRole('combobox').getAttribute('aria-activedescendant');
  expect(active).toBe(await options.first().getAttribute('id'));
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('topic:one-word-judgment');
  await expect(options).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('');
  await expect.poll(() => query(page)).toBe('topic:one-word-judgment stance:against');
  await expectSaid(page, side('against'));
});

test('the same with the mouse, and a slug alone is enough', async ({ page, visit }) => {
  await visit();
  await field(page).fill('stance:ag');
  await toFind(page).getByRole('option', { name: 'against' }).click();
  await expect(field(page)).toHaveValue('stance:against');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(' topic:one-word-judgment');
  await toFind(page)
    .getByRole('button', { name: `Filter by Topic: ${JUDGMENT.label}, Stance: against` })
    .click();
  await expectSaid(page, side('against'));
  await field(page).fill('actor:ofsted');
  await page.keyboard.press('Enter');
  await expect.poll(() => query(page)).toContain('actor:organisation:ofsted');
});

test('where filters leave out what is selected, it is said', async ({ page, visit }) => {
  const claim = ofType('claim').find(({ passages }) =>
    passages.every(({ article }) => !/2019/.test(article)),
  )!;
  await visit(`#select=${claim.id}&q=date:2019`);
  const status = toMap(page).getByRole('status').first();
  await expect(status).toContainText('What is selected is not among them.');
  await toMap(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(toMap(page)).not.toContainText('not among them');
});

test('the keys are offered in the empty field on ArrowDown, and sent away by Escape', async ({
  page,
  visit,
}) => {
  await visit();
  await field(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(toFind(page).getByRole('option')).toHaveCount(11);
  await page.keyboard.press('Escape');
  await expect(toFind(page).getByRole('option')).toHaveCount(0);
  await expect(field(page)).toBeFocused();
});

test('what cannot be read is shown with the place and what would be right', async ({ page, visit }) => {
  await visit();
  for (const [text, wrong, hint] of [
    ['date:2014 colour:red', 'colour:red', 'is not a key: use type, edge'],
    ['type:claim,planet', 'planet', 'is no type: use article'],
    ['date:today', 'today', 'is no date: use a year'],
    ['actor:nobody stance:for', 'nobody', 'names no organisation or person or report here'],
    ['stance:for "one word', '"one word', 'this quotation mark is never closed'],
  ] as const) {
    await field(page).fill(text);
    await page.keyboard.press('Enter');
    const alert = toFind(page).getByRole('alert');
    await expect(alert.locator('b')).toHaveText(wrong);
    await expect(alert).toContainText(new RegExp(hint, 'i'));
    await expect(alert).toContainText(text);
    await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(field(page)).toHaveAccessibleDescription(new RegExp(hint, 'i'));
  }
  await expect.poll(() => query(page)).toBe('');
  await field(page).fill('date:2014 <img src=x onerror=alert(1)>:x');
  await expect(toFind(page).getByRole('alert')).toBeVisible();
  await expect(toFind(page).locator('img')).toHaveCount(0);
});

test('the place of what cannot be read is right behind spaces, too', async ({ page, visit }) => {
  await visit();
  await toFind(page).getByRole('searchbox').fill('   topic:weather');
  await page.keyboard.press('Enter');
  await expect(toFind(page).getByRole('alert').locator('b')).toHaveText('weather');
});

test('words that are searched for become a filter', async ({ page, visit }) => {
  await visit();
  await field(page).fill('"one word" judgment');
  await toFind(page).getByRole('button', { name: 'Filter by “one word” and “judgment”' }).click();
  await expect.poll(() => query(page)).toBe('"one word" judgment');
  await expect(chip(page, 'Words: “one word”')).toBeVisible();
  await expect(toMap(page).getByRole('status')).toContainText(/^\d+ of \d+ nodes/);
  await chip(page, 'Words: “judgment”').click();
  await expect.poll(() => query(page)).toBe('"one word"');
});
