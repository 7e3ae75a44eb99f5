// Passages copied as citations.
import type { Page } from '@playwright/test';
import { EDGES, ofType, toNode } from './corpus';
import { expect, test, toSource } from './page';

const utterance = EDGES.find(({ source, type }) => type === 'authored' && source === 'person:alan-wood')!;
const claim = toNode(utterance.target, 'claim');
const toDialog = (page: Page) => page.getByRole('dialog', { name: 'Cite' });
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('where the clipboard may be written', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('a passage is copied with its words, its speaker, its article and the link, by keyboard alone', async ({
    page,
    visit,
  }) => {
    await visit(`#select=${claim.id}`);
    await toSource(page).getByRole('button', { name: 'Cite' }).press('Enter');
    await expect(toDialog(page).getByRole('button', { name: 'Copy' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(toDialog(page).getByRole('status')).toHaveText('Copied');
    const text = await readClipboard(page);
    expect(text).toContain(`“${claim.passages[0]!.quote}” – Alan Wood, ADCS president`);
    expect(text).toContain(toNode(claim.passages[0]!.article, 'article').label);
    expect(text.endsWith(page.url())).toBe(true);
    await page.keyboard.press('Escape');
    await expect(toDialog(page)).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`select=${claim.id}`));
  });

  test('the format chosen last is offered first, on the next visit too', async ({ page, visit }) => {
    await visit(`#select=${claim.id}`);
    await toSource(page).getByRole('button', { name: 'Cite' }).click();
    await toDialog(page).getByRole('radio', { name: 'BibTeX' }).check();
    await toDialog(page).getByRole('button', { name: 'Copy' }).click();
    expect(await readClipboard(page)).toMatch(/^@article\{/);
    const dispute = EDGES.find(({ type }) => type === 'disputes')!;
    await visit(`#select=${dispute.id}`);
    await toSource(page).getByRole('button', { name: 'Cite' }).click();
    await expect(toDialog(page).getByRole('radio', { name: 'BibTeX' })).toBeChecked();
    await expect(toDialog(page).getByRole('textbox')).toHaveValue(/disputes \(inferred by the coder/);
    await toDialog(page).getByRole('radio', { name: 'CSL-JSON' }).check();
    const items = JSON.parse(await toDialog(page).getByRole('textbox').inputValue()) as { URL: string }[];
    expect(items[0]!.URL).toBe(page.url());
  });
});

test('left by Back, it stays closed when its words are in front again', async ({ page, visit }) => {
  const open = `#view=articles&open=${claim.passages[0]!.article}`;
  await visit(open);
  await page.evaluate((hash) => (window.location.hash = hash), `${open}&select=${claim.id}`);
  await toSource(page).getByRole('button', { name: 'Cite' }).click();
  await expect(toDialog(page)).toBeVisible();
  await page.goBack();
  await expect(toDialog(page)).toHaveCount(0);
  await page.goForward();
  await expect(toSource(page).getByRole('button', { name: 'Cite' })).toBeVisible();
  await expect(toDialog(page)).toHaveCount(0);
});

test('where the clipboard is refused, the text is there to be copied by hand', async ({ page, visit }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await visit(`#select=${ofType('topic')[0]!.id}`);
  await toSource(page).getByRole('button', { name: 'Cite' }).click();
  await toDialog(page).getByRole('button', { name: 'Copy' }).click();
  await expect(toDialog(page).getByRole('status')).toContainText('copy it by hand');
  const field = toDialog(page).getByRole('textbox');
  await expect(field).toBeFocused();
  const selected = await field.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe(await field.inputValue());
});
