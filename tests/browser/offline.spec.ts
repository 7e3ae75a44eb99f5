// Without a connection: what is there stays, what is not there says so, and with a connection all goes on where it was.
import type { Page } from '@playwright/test';
import { expect, test, toMap } from './page';

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
