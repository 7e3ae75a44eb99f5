// Coding by hand: from words to a claim with its speaker and topic by the keyboard alone; everything edited, joined, parted, removed, and taken back.
import type { Locator, Page } from '@playwright/test';
import { printDate } from '../../src/core/date';
import { EDGES, edgesAt, FILES, NODES, toNode } from './corpus';
import { beginProject, clickOnMap, expect, test, toFront, toInspector, toPoint, toProject } from './page';

const ARTICLE = toNode('article:ilacs-review-2019', 'article');
const TEXT = FILES[`seeds/${ARTICLE.seed}`]!;
const [FIRST] = /\S[^\n]*/.exec(TEXT)!;

/** Makes a project of a copy of the five articles and goes to what stands behind '#'. */
async function begin(page: Page, hash: string): Promise<void> {
  await beginProject(page, 'Coding');
  await go(page, hash);
}
const go = (page: Page, hash: string) => page.evaluate((to) => (window.location.hash = to), hash);
const code = (select?: string) =>
  `view=code&coded=${ARTICLE.id}${select === undefined ? '' : `&select=${select}`}`;
const toForm = (page: Page, name: string) => page.getByRole('form', { name, exact: true });
const toArticle = (page: Page) => page.getByRole('group', { name: 'The article’s words' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click();
/** Everything in the graph that is drawn. */
const readGraph = (page: Page) =>
  page.evaluate(() => {
    const graph = window.sigma.getGraph();
    return { nodes: graph.nodes(), edges: graph.edges() };
  });
const expectCounts = (page: Page, nodes: number, edges: number) =>
  expect
    .poll(async () => {
      const graph = await readGraph(page);
      return [graph.nodes.length - NODES.length, graph.edges.length - EDGES.length];
    })
    .toEqual([nodes, edges]);
const addedTo = async (page: Page) =>
  (await readGraph(page)).nodes.find((id) => NODES.every((node) => node.id !== id))!;

/** Chooses a node by a part of its name, without the mouse. */
async function choose(page: Page, name: string, typed: string): Promise<void> {
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeFocused();
  await page.keyboard.type(typed);
  await expect(page.getByRole('combobox', { name })).toHaveValue(typed);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: new RegExp(`^${name}`) })).toBeFocused();
}

test('words become a claim with its speaker and a new topic by the keyboard alone, one click from them, and are undone at once', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, code());
  await toArticle(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  const form = toForm(page, 'New claim');
  await expect(form).toContainText('One proposition that others could check or contest');
  await expect(form.getByLabel('Headline')).toBeFocused();
  await page.keyboard.type('Ofsted will oversee inspections more closely');
  await page.keyboard.press('Tab');
  await expect(form.getByLabel('Statement')).toHaveValue(`${FIRST}.`);
  await page.keyboard.press('Tab');
  await choose(page, 'Who says it', 'ofst');
  await expect(form.getByRole('button', { name: /^Who says it/ })).toHaveText('Ofsted');
  await page.keyboard.press('Tab');
  await expect(form.getByRole('radio', { name: 'reported' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await choose(page, 'The question it bears on', 'Should inspectors be overseen?');
  // All that is missing is named where it is missing.
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('A topic needs both its poles.');
  await expect(form).toContainText('Choose: where it stands.');
  await form.getByLabel('To be for it is to say').focus();
  await page.keyboard.type('Oversight makes judgments consistent');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Oversight costs time');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(form.getByRole('radio', { name: 'for', exact: true })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  // The claim and its topic, who says it, and what it is about.
  await expectCounts(page, 2, 2);
  const id = 'claim:ofsted-will-oversee-inspections-more-closely';
  await expect(page).toHaveURL(new RegExp(`select=${id}`));
  await expect(toInspector(page)).toContainText(FIRST);
  await expect(toInspector(page)).toContainText('Ofsted');
  await expect(toInspector(page)).toContainText('Should inspectors be overseen?');
  await expect(toInspector(page)).toContainText(/Coded on \d+ \w+ \d{4}\./);
  // The keyboard is back where it was.
  await expect(toArticle(page)).toBeFocused();
  await go(page, `select=${id}`);
  await expect(toFront(page)).toHaveText(FIRST);
  await undo(page);
  await expectCounts(page, 0, 0);
});

test('what is changed is saved or left as it was, and what cannot be is told where it is written', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, code(ARTICLE.id));
  const form = toForm(page, 'Edit article');
  await form.getByLabel('Date', { exact: true }).fill('yesterday');
  await form.getByLabel('Date', { exact: true }).press('Enter');
  await expect(form).toContainText('‘yesterday’ is no date that can be read');
  await expect(form.getByLabel('Date', { exact: true })).toBeFocused();
  await expect(form.getByLabel('Date', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  // As long as it is not saved, nothing says that it is, where the project is saved or left either.
  const kept = toProject(page).getByRole('status');
  await expect(kept).toHaveText('Not all saved');
  await toProject(page).locator('[popovertarget="project-menu"]').click();
  await page.getByRole('button', { name: 'Save as files…' }).click();
  await expect(page.getByText('What is written in 1 form and not saved yet is not among it')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open…' }).click();
  await expect(page.getByText('What is written in 1 form of what is open is not saved yet')).toBeVisible();
  await page.keyboard.press('Escape');
  await form.getByLabel('Date', { exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(form.getByLabel('Date', { exact: true })).toHaveValue(ARTICLE.date);
  await expect(kept).toHaveText('Saved');
  // A date is understood however it is written, and told back.
  await form.getByLabel('Date', { exact: true }).fill('5 March 2202');
  await expect(form).toContainText('5 March 2202 lies in the future: is that right?');
  await form.getByLabel('Date', { exact: true }).fill('March 5th, 2022');
  await expect(form).toContainText('5 March 2022');
  await form.getByLabel('Date', { exact: true }).press('Enter');
  await expect(form.getByLabel('Date', { exact: true })).toHaveValue('2022-03-05');
  await undo(page);
  const claim = NODES.find(
    ({ type, passages }) => type === 'claim' && passages[0]!.article === ARTICLE.id && passages.length === 1,
  )!;
  await go(page, code(claim.id));
  const edit = toForm(page, 'Edit claim');
  await edit.getByLabel('Headline').fill('');
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(edit).toContainText('Headline: write one.');
  await edit.getByLabel('Headline').fill('Another headline');
  // What is typed while it is being saved is not taken in, and so never lost.
  const typed = await edit.getByLabel('Headline').evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.form!.requestSubmit();
    document.execCommand('insertText', false, ' of a claim');
    return [field.value, document.activeElement === field];
  });
  expect(typed).toEqual(['Another headline', true]);
  await expect(edit.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await go(page, `select=${claim.id}`);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(edit.getByLabel('Headline')).toHaveValue('Another headline');
  await edit.getByRole('button', { name: 'Cancel' }).click();
  await undo(page);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(edit.getByLabel('Headline')).toHaveValue(claim.label);
});

/** Drags the mouse from one place of the screen to another. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}
const toMiddle = async (place: Locator) => {
  const { x, y, height } = (await place.boundingBox())!;
  return { x: x + 12, y: y + Math.min(height / 2, 10) };
};

test('words that something rests on already are selected with the mouse, and a click on them still opens it', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, code());
  const passage = toArticle(page).getByRole('link').first();
  const { x, y } = await toMiddle(passage);
  await drag(page, { x, y }, { x: x + 120, y });
  await expect(page.getByRole('toolbar')).toContainText(/\d words? selected/);
  const selected = await page.evaluate(() => document.getSelection()!.toString());
  // No word is cut in two.
  expect((await passage.textContent())!.match(/[\p{L}\p{N}’']+/gu)).toEqual(
    expect.arrayContaining(selected.match(/[\p{L}\p{N}’']+/gu)!),
  );
  expect(await passage.textContent()).toContain(selected);
  expect(selected).not.toBe('');
  await expect(page).not.toHaveURL(/select=/);
  await expect(passage).toHaveAttribute('href', /select=/);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/select=/);
});

test('one thing is linked with another by words, and only as the two may be', async ({ page, visit }) => {
  await visit();
  await begin(page, code('person:alan-wood'));
  const form = toForm(page, 'New line');
  // Dragged onto a node of the map, or with Alt from one to another, which leaves the map where it is.
  const handle = page.getByRole('button', { name: 'Link to…' });
  await expect(handle).toBeVisible();
  await drag(page, await toMiddle(handle), await toPoint(page, 'organisation:impower'));
  await expect(form.getByRole('button', { name: /^From/ })).toHaveText('Alan Wood');
  await expect(form.getByRole('button', { name: /^To/ })).toHaveText('Impower');
  await form.getByRole('button', { name: 'Cancel' }).click();
  const places = [
    await toPoint(page, 'organisation:ofsted'),
    await toPoint(page, 'person:eileen-munro'),
  ] as const;
  await page.keyboard.down('Alt');
  await drag(page, ...places);
  await expect(form.getByRole('button', { name: /^From/ })).toHaveText('Eileen Munro');
  await expect(form.getByRole('button', { name: /^To/ })).toHaveText('Ofsted');
  expect(await toPoint(page, 'organisation:ofsted')).toEqual(places[0]);
  await form.getByRole('button', { name: 'Cancel' }).click();
  // Or from passage to passage; it rests on the words selected then.
  const passages = toArticle(page).getByRole('link');
  await drag(page, await toMiddle(passages.nth(0)), await toMiddle(passages.nth(3)));
  await page.keyboard.up('Alt');
  await expect(form.getByRole('button', { name: /^To/ })).not.toHaveText('choose…');
  await expect(page).toHaveURL(/select=person:alan-wood/);
  await form.getByRole('button', { name: 'Cancel' }).click();

  await handle.click();
  await expect(form.getByRole('button', { name: /^To/ })).toBeFocused();
  // Where it leads is pointed at, or named.
  await go(page, code('organisation:impower'));
  await page.getByRole('button', { name: 'Lead it here' }).click();
  await expect(form.getByLabel('What the one does')).toHaveValue('affiliated-with');
  await form.getByRole('button', { name: /^To/ }).focus();
  await choose(page, 'To', 'impower’s study');
  // What is chosen is in the list, marked.
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option').first()).toHaveText(
    /^Impower’s study.*✓ chosen now/,
  );
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  const types = form.getByLabel('What the one does');
  await expect(types.getByRole('option')).toHaveText([
    'choose…',
    'said or wrote',
    'disputes',
    'supports',
    'commissioned',
  ]);
  await types.selectOption('commissioned');
  await expect(form).toContainText('Had it made.');
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('Nothing stands without its words');
  await toArticle(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect(form).toContainText(FIRST);
  await form.getByRole('button', { name: 'Save' }).click();
  await expectCounts(page, 0, 1);
  await expect(toInspector(page)).toContainText('Alan Wood commissioned');
  // A line that is one of another sort is kept with its words.
  await page.getByLabel('What the one does').selectOption('supports');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(toInspector(page)).toContainText('Alan Wood supports');
  await expectCounts(page, 0, 1);
  await undo(page);
  await undo(page);
  await expectCounts(page, 0, 0);
});

test('two that are one are merged, one that is two is split, what is wrong removed; each is undone', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, code('person:alan-wood'));
  const lines = edgesAt('person:alan-wood').length;
  await page.getByRole('button', { name: 'Merge into…' }).click();
  const merge = toForm(page, 'Merge this person into another');
  await choose(page, 'Which person it is in truth', 'munro');
  await expect(merge).toContainText(`is also named ‘Alan Wood’, and takes on`);
  await merge.getByRole('button', { name: 'Merge' }).click();
  await expect(page).toHaveURL(/select=person:eileen-munro/);
  await expect(toForm(page, 'Edit person').getByLabel('Also named')).toHaveValue(/Alan Wood/);
  expect((await readGraph(page)).nodes).not.toContain('person:alan-wood');
  await undo(page);
  await expectCounts(page, 0, 0);

  await go(page, code('organisation:ofsted'));
  await page.getByRole('button', { name: 'Split…' }).click();
  const split = toForm(page, 'Split this organisation in two');
  await split.getByLabel('What the new one is called').fill('The watchdog');
  await expect(split.getByRole('button', { name: 'Split' })).toBeDisabled();
  // Each tells where and when it was said: two that read alike are told apart.
  for (const [group, [passage]] of [
    ['Words', toNode('organisation:ofsted').passages],
    ['Lines', edgesAt('organisation:ofsted')[0]!.passages],
  ] as const) {
    const { publisher, date } = toNode(passage!.article, 'article');
    await expect(split.getByRole('group', { name: group }).locator('label').first()).toContainText(
      `${publisher}, ${printDate(date)}`,
    );
  }
  await split.getByRole('group', { name: 'Words' }).getByRole('checkbox').first().check();
  await split.getByRole('group', { name: 'Lines' }).getByRole('checkbox').first().check();
  await split.getByRole('button', { name: 'Split' }).click();
  await expectCounts(page, 1, 0);
  expect(await addedTo(page)).toBe('organisation:the-watchdog');
  await undo(page);
  await expectCounts(page, 0, 0);

  await go(page, code('person:alan-wood'));
  await page.getByRole('button', { name: 'Remove…' }).click();
  const remove = toForm(page, 'Remove this person');
  await expect(remove).toContainText(`${lines} lines from it or to it go with it.`);
  await remove.getByRole('button', { name: 'Remove' }).click();
  await expectCounts(page, -1, -lines);
  await undo(page);
  await expectCounts(page, 0, 0);
  await clickOnMap(page, 'person:alan-wood');
  await expect(toForm(page, 'Edit person').getByLabel('Name', { exact: true })).toHaveValue('Alan Wood');
});

test('what a claim lacks is asked for where it is told, and a draft waits while something else is looked at', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, code());
  await toArticle(page).focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'c']) await page.keyboard.press(key);
  await expect(toForm(page, 'New claim').getByLabel('Headline')).toBeFocused();
  // Words within a sentence become a headline of their own.
  await expect(toForm(page, 'New claim').getByLabel('Headline')).toHaveValue('To increase');
  await go(page, code('person:alan-wood'));
  await expect(toInspector(page)).toContainText('New claim: not saved yet.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await toForm(page, 'New claim').getByRole('button', { name: 'Save' }).click();
  await expectCounts(page, 1, 0);
  await expect(toInspector(page)).toContainText('Nobody says it yet: choose who does.');
  await expect(toInspector(page)).toContainText('It belongs to no topic yet: choose one.');
  await page.getByRole('button', { name: /^The question it bears on/ }).focus();
  await choose(page, 'The question it bears on', 'one-word');
  await page.getByRole('radio', { name: 'neither' }).check();
  await toForm(page, 'Edit claim').getByRole('button', { name: 'Save' }).click();
  await expectCounts(page, 1, 1);
  await expect(toInspector(page)).not.toContainText('It belongs to no topic yet');
  await expect(toInspector(page)).toContainText('Nobody says it yet');
});

test('all of the article, and nothing else of the page, is selected by the keyboard', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, code());
  await toArticle(page).focus();
  await page.keyboard.press('Control+a');
  const words = TEXT.trim().split(/\s+/).length.toLocaleString('en-GB');
  await expect(page.getByRole('toolbar', { name: 'What the selected words are' })).toContainText(
    `${words} words selected`,
  );
  await page.keyboard.press('c');
  await expect(toForm(page, 'New claim')).toBeVisible();
});
