// Without a connection: what is there stays, what is not there says so, and with a connection all goes on where it was.
import type { Page } from '@playwright/test';
import { expect, test, toMap } from './page';

const UNFETCHED = 'What does this could not be fetched: check the connection, or load the page again.';

const toAlert = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'This part of the page could not be shown' });

test('a view that cannot be fetched says so, leaves the rest of the page, and opens when the page is loaded again', async ({
  page,
  context,
  visit,
  errors,
}) => {
  await visit('#select=person:eileen-munro');
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await expect(toAlert(page)).toBeVisible();
  await page.getByRole('link', { name: 'Map', exact: true }).click();
  await expect(toAlert(page)).toHaveCount(0);
  await expect(toMap(page)).toBeVisible();
  await page.getByRole('link', { name: 'Matrix', exact: true }).click();
  await context.setOffline(false);
  await toAlert(page).getByRole('button', { name: 'Load the page again' }).click();
  await expect(page.getByRole('region', { name: 'Matrix' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Eileen Munro' })).toBeVisible();
  // What could not be fetched is told in the console too.
  errors.length = 0;
});

test('a dialog that cannot be fetched says so each time it is asked for', async ({
  page,
  context,
  visit,
  errors,
}) => {
  await visit();
  await context.setOffline(true);
  for (let time = 0; time < 2; time++) {
    await page.getByRole('button', { name: 'Export' }).click();
    await expect(toAlert(page)).toBeVisible();
    await toAlert(page).getByRole('button', { name: 'Close' }).click();
    await expect(toAlert(page)).toHaveCount(0);
  }
  await expect(toMap(page)).toBeVisible();
  errors.length = 0;
});

for (const [what, pattern] of [
  ['the worker', '**/worker-*.js'],
  ['what the worker reads with', '**/article-*.js'],
] as const)
  test(`where ${what} cannot be fetched, a pasted article is kept and not blamed, and is read once it can be`, async ({
    page,
    context,
    visit,
    errors,
  }) => {
    await visit();
    await context.route(pattern, (route) => route.abort());
    await page.getByRole('button', { name: 'Add articles', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Add articles' });
    const text =
      'Ofsted should end one-word judgments\n\nAlan Wood, president of the ADCS, said on Tuesday that they do not help children.';
    await dialog.getByLabel(/paste the text/).fill(text);
    await dialog.getByRole('button', { name: 'Read this text' }).click();
    await expect(dialog.getByRole('alert')).toHaveText(UNFETCHED);
    await expect(dialog).not.toContainText('could not be read');
    await expect(dialog.getByLabel(/paste the text/)).toHaveValue(text);
    await context.unroute(pattern);
    await dialog.getByRole('button', { name: 'Read this text' }).click();
    await expect(dialog.getByLabel('Title')).toHaveValue('Ofsted should end one-word judgments');
    await expect(dialog.getByText(UNFETCHED)).toHaveCount(0);
    errors.length = 0;
  });

for (const [what, pattern] of [
  ['the worker', '**/worker-*.js'],
  ['what the worker reads it with', '**/reader-*.js'],
] as const)
  test(`where ${what} cannot be fetched, a graph that is opened is told why`, async ({
    page,
    context,
    visit,
    errors,
  }) => {
    await visit();
    await context.route(pattern, (route) => route.abort());
    await page.getByRole('button', { name: 'Open…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open', exact: true });
    const buffer = Buffer.from('<?xml version="1.0"?><graphml/>');
    await dialog
      .getByLabel('File', { exact: true })
      .setInputFiles({ name: 'mended.graphml', mimeType: 'application/xml', buffer });
    await expect(dialog.getByRole('alert')).toHaveText(UNFETCHED);
    errors.length = 0;
  });
