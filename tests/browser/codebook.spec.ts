// The codebook: what types and topics mean, adapted by the keyboard, shown while one codes, kept, saved and taken over.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { EDGES, NODES, ofType, toNode } from './corpus';
import { beginProject, expect, test, toFind } from './page';

const ARTICLE = 'article:ilacs-review-2019';
const TOPIC = toNode('topic:one-word-judgment', 'topic');
const OWN = 'Whatever somebody holds to be so.';
const RULE = 'Counts of grades are claims too.';
const FILE = 'graph/codebook.json';

const toCodebook = (page: Page) => page.getByRole('region', { name: 'Codebook', exact: true });
const toEntry = (page: Page, name: string) =>
  toCodebook(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 4, name, exact: true }) });
const toForm = (page: Page, name: string) => page.getByRole('form', { name, exact: true });
const toWords = (page: Page) => page.getByRole('group', { name: 'The article’s words' });

/** Makes a project of a copy of the five articles and goes to what stands behind '#'. */
async function begin(page: Page, hash: string): Promise<void> {
  await beginProject(page, 'Coding');
  await page.evaluate((to) => (window.location.hash = to), hash);
}

/** What a button saves: its name and its bytes. */
async function save(page: Page, press: () => Promise<void>): Promise<[name: string, bytes: Buffer]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return [download.suggestedFilename(), readFileSync(await download.path())];
}

test('what a type means is adapted, shown while one codes, undone, there after loading anew and in every file', async ({
  page,
  visit,
}) => {
  await visit();
  await begin(page, `view=code&coded=${ARTICLE}`);
  await page.getByRole('link', { name: 'Codebook' }).press('Enter');
  await expect(page).toHaveURL(/view=codebook/);
  const edit = page.getByRole('button', { name: 'Edit what ‘Claim’ means' });
  await edit.press('Enter');
  const form = toForm(page, 'Edit what ‘Claim’ means');
  await expect(form.getByLabel('What it means')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(form).toContainText('Say what it means.');
  await page.keyboard.type(OWN);
  await form.getByLabel('Rule').focus();
  await page.keyboard.type(RULE);
  await page.keyboard.press('Enter');
  await expect(edit).toBeFocused();
  await expect(toEntry(page, 'Claim')).toContainText(`Claimadapted${ofType('claim').length}${OWN}`);

  await page.getByRole('link', { name: 'Back to coding' }).press('Enter');
  await toWords(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await expect(toForm(page, 'New claim')).toContainText(OWN);
  await expect(toForm(page, 'New claim')).toContainText(RULE);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(toForm(page, 'New claim')).toContainText('One proposition that others could check');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(toForm(page, 'New claim')).toContainText(OWN);
  await toForm(page, 'New claim').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Codebook' }).click();
  await page.reload();
  await expect(toEntry(page, 'Claim')).toContainText(OWN, { timeout: 20_000 });
  const [name, document] = await save(page, () =>
    page.getByRole('button', { name: 'Save codebook' }).click(),
  );
  expect(name).toBe('Coding codebook.md');
  expect(document.toString()).toContain(`| \`claim\` | ${ofType('claim').length} | ${OWN} |`);
  expect(document.toString()).toContain(`### ${TOPIC.label}`);
  await page.getByRole('group', { name: 'Project', exact: true }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'Save as files…' }).click();
  const [, zip] = await save(page, () => page.getByRole('button', { name: 'Save a zip' }).click());
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  const stored = JSON.parse(strFromU8(unzipSync(zip)[FILE]!)) as { definitions: unknown };
  expect(stored.definitions).toEqual({
    claim: expect.objectContaining({ means: OWN, rule: RULE }) as unknown,
  });

  await edit.press('Enter');
  await page.getByRole('button', { name: 'Set back' }).press('Enter');
  await expect(toEntry(page, 'Claim')).not.toContainText('adapted');

  // Another project's, from its zip; one that is broken is named, and nothing changes.
  const other = page.getByLabel('Another codebook');
  const broken = Buffer.from('{"version":1,"definitions":{"claim":{"means":""}}}');
  await other.setInputFiles({ name: 'mine.json', mimeType: 'application/json', buffer: broken });
  await expect(toCodebook(page).getByRole('alert')).toContainText('mine.json: definitions.claim.means');
  await expect(toEntry(page, 'Claim')).not.toContainText('adapted');
  await other.setInputFiles({ name: 'mine.zip', mimeType: 'application/zip', buffer: zip });
  await expect(toEntry(page, 'Claim')).toContainText(OWN);
});

test('a codebook is saved before there is an article, and worked on from its file', async ({
  page,
  visit,
}) => {
  await visit();
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('Name of a new project').fill('Rules');
  await page.getByRole('button', { name: 'Begin empty' }).click();
  const project = page.getByRole('group', { name: 'Project', exact: true });
  await expect(project).toContainText('Rules', { timeout: 20_000 });
  await page.evaluate(() => (window.location.hash = 'view=codebook'));
  await page.getByRole('button', { name: 'Edit what ‘Claim’ means' }).press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(OWN);
  await page.keyboard.press('Control+Enter');
  await expect(toEntry(page, 'Claim')).toContainText(OWN);
  await project.getByRole('button').first().click();
  await page.getByRole('button', { name: 'Save as files…' }).click();
  await expect(page.getByRole('dialog')).toContainText('The codebook as JSON, no article yet');
  const [name, zip] = await save(page, () => page.getByRole('button', { name: 'Save a zip' }).click());
  expect(name).toBe('Rules.zip');
  expect(Object.keys(unzipSync(zip))).toContain(FILE);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Open…' }).click();
  await page
    .getByLabel('File', { exact: true })
    .setInputFiles({ name: 'rules.zip', mimeType: 'application/zip', buffer: zip });
  await expect(page).toHaveURL(/file=rules\.zip/);
  await page.getByRole('button', { name: 'Work on it' }).click();
  await expect(project).toContainText('rules');
  await page.evaluate(() => (window.location.hash = 'view=codebook'));
  await expect(toEntry(page, 'Claim')).toContainText(OWN);
});

test('topics are found, noted, added, merged and removed by the keyboard alone', async ({ page, visit }) => {
  await visit();
  await begin(page, 'view=codebook');
  const find = page.getByRole('searchbox', { name: 'Find a topic' });
  const press = (label: string, name: string) =>
    page
      .getByRole('group', { name: `Change ‘${label}’` })
      .getByRole('button', { name })
      .press('Enter');
  await find.focus();
  await page.keyboard.type('one-word');
  const count = (stance: string) =>
    EDGES.filter(
      (edge) =>
        edge.type === 'about' &&
        edge.target === TOPIC.id &&
        edge.stance === stance &&
        !edge.source.startsWith('report:'),
    ).length;
  await expect(toEntry(page, TOPIC.label)).toContainText(
    `for${TOPIC.poles.for}${count('for')}against${TOPIC.poles.against}${count('against')}`,
  );
  await press(TOPIC.label, 'Edit');
  await expect(page.getByRole('textbox', { name: 'Question' })).toBeFocused();
  await page.getByLabel('Note').focus();
  await page.keyboard.type('Grades in a word only, not what is graded.');
  await page.keyboard.press('Control+Enter');
  await expect(toEntry(page, TOPIC.label)).toContainText('Grades in a word only');
  await expect(toEntry(page, TOPIC.label).getByRole('button', { name: 'Edit' })).toBeFocused();

  await page.getByRole('button', { name: 'Add a topic…' }).press('Enter');
  const form = toForm(page, 'New topic');
  await expect(form.getByRole('textbox', { name: 'Question' })).toBeFocused();
  await page.keyboard.type('Should grades be numbers?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Numbers say more');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Numbers say less');
  await toWords(page).focus();
  await page.keyboard.press('ArrowDown');
  await form.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(form).toHaveCount(0);
  await page.getByRole('link', { name: 'Codebook' }).press('Enter');
  await expect(toEntry(page, 'Should grades be numbers?')).toContainText('Nothing is about it yet.');

  await press('Should grades be numbers?', 'Merge into…');
  await expect(page.getByRole('button', { name: /^Which topic/ })).toBeFocused();
  await page.keyboard.type('one-word');
  // The note is shown where a topic is chosen.
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Grades in a word only');
  await page.keyboard.press('Enter');
  const merge = toForm(page, 'Merge this topic into another');
  await expect(merge).toContainText('Numbers say less');
  await merge.getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(toEntry(page, 'Should grades be numbers?')).toHaveCount(0);
  await expect(toEntry(page, TOPIC.label)).toContainText('Grades in a word only');

  const last = ofType('topic').find(({ id }) => id !== TOPIC.id)!;
  const lines = EDGES.filter(({ source, target }) => source === last.id || target === last.id).length;
  await press(last.label, 'Remove…');
  await expect(toForm(page, 'Remove this topic')).toContainText(
    `${lines} lines from it or to it go with it.`,
  );
  await page.keyboard.press('Enter');
  await expect(toEntry(page, last.label)).toHaveCount(0);
  await expect(find).toBeFocused();
});

test('of the five articles it is read from the legend, each figure one click from what it counts', async ({
  page,
  visit,
}) => {
  await visit();
  await toFind(page).getByRole('link', { name: 'What the types mean' }).click();
  await expect(toEntry(page, 'Claim')).toContainText('One proposition that others could check or contest.');
  const disputes = EDGES.filter(({ type }) => type === 'disputes').length;
  await expect(toEntry(page, 'disputes')).toContainText(String(disputes));
  await expect(toCodebook(page).getByRole('button', { name: /^(Edit|Merge|Remove|Add)/ })).toHaveCount(0);
  await page.getByLabel('Sort by').selectOption('name');
  await expect(page).toHaveURL(/order=name/);
  const topics = NODES.filter(({ type }) => type === 'topic').map(({ label }) => label);
  const shown = toCodebook(page).getByRole('region', { name: 'Topics' }).getByRole('heading', { level: 4 });
  await expect(shown.first()).toHaveText(
    topics.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1))[0]!,
  );
  await toEntry(page, 'disputes')
    .getByRole('link', { name: String(disputes) })
    .click();
  await expect(page).toHaveURL(/view=table.*rows=edges.*edge:disputes/);
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('disputes');
});
