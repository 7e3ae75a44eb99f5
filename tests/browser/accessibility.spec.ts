// What assistive technology needs, as far as a program can tell: axe-core with the rules of WCAG 2.2 AA.
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { EDGES, ofType } from './corpus';
import { expect, serve, settle, test, toFind, toFront } from './page';

const AXE = path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** A line for each element that breaks a rule. */
async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ path: AXE });
  return page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, TAGS);
}

const [claim] = ofType('claim');
const dispute = EDGES.find(({ type }) => type === 'disputes')!;
const sizes = { 'a desk': { width: 1440, height: 900 }, 'a phone': { width: 390, height: 844 } };

for (const [device, viewport] of Object.entries(sizes))
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`on ${device}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, contextOptions: { reducedMotion: 'reduce' } });

      test('no screen breaks a rule of WCAG 2.2 AA that a program can check', async ({ page, visit }) => {
        test.setTimeout(60_000);
        const check = async (screen: string) => expect.soft(await findViolations(page), screen).toEqual([]);
        await visit();
        await check('the first screen');
        const tab = page.getByRole('button', { name: 'Search and filter' });
        if (await tab.isVisible()) {
          await tab.click();
          await check('the search and filters');
        }
        await toFind(page)
          .getByRole('button', { name: /^List all \d+ people/ })
          .click();
        await check('a list of nodes');
        await toFind(page).getByRole('searchbox').fill('judgment');
        await expect(toFind(page).getByRole('status')).toContainText('results');
        await check('search results');
        await toFind(page).getByLabel('Search', { exact: true }).fill('topic:insp');
        await expect(toFind(page).getByRole('option').first()).toBeVisible();
        await check('what could be typed next');
        await toFind(page).getByLabel('Search', { exact: true }).fill('colour:red');
        await expect(toFind(page).getByRole('alert')).toBeVisible();
        await check('a filter that cannot be read');
        await page.goto('/#q=topic:one-word-judgment stance:against date:2014/2016');
        await toFind(page).getByLabel('Search', { exact: true }).fill('');
        await toFind(page).getByRole('button', { name: 'Who says it' }).click();
        await settle(page);
        await check('filters, a facet and years chosen');
        await page.goto(`/#select=${claim!.id}`);
        await expect(toFront(page)).toHaveCount(1);
        await settle(page);
        await check('a claim');
        await page.locator('summary').click();
        await check('other things on the same words');
        await page.goto(`/#select=${dispute.id}&around=${dispute.source}&depth=1`);
        await expect(page.getByRole('group', { name: 'Steps' })).toBeVisible();
        await settle(page);
        await check('an edge, focused');
        await page.goto('/#select=claim:not-there');
        await expect(page.getByRole('alert')).toBeVisible();
        await check('a link that names nothing known');
        for (const rows of ['nodes', 'edges', 'utterances']) {
          await page.goto(`/#view=table&rows=${rows}`);
          await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
          await check(`the table of ${rows}`);
        }
        await page.getByRole('grid').locator('q').first().click();
        await page.locator('summary', { hasText: 'Columns' }).click();
        await check('a row of the table, and the choice of columns');
        await page.goto(`/#select=${claim!.id}`);
        await page.getByRole('button', { name: 'Export', exact: true }).click();
        await page
          .getByRole('dialog')
          .getByRole('radio', { name: /around it/ })
          .check();
        await check('the export dialog');
        await serve(page, {
          'graph/a.json': '{',
          'graph/b.json': '{"version":1,"nodes":[{"id":"claim:a"}]}',
        });
        await page.goto('about:blank');
        await page.goto('/');
        await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
        await check('the problems');
      });

      test('nor does a debate, near or far', async ({ page, visit }) => {
        test.setTimeout(60_000);
        const check = async (screen: string) => expect.soft(await findViolations(page), screen).toEqual([]);
        await visit('#view=debate');
        await expect(page.locator('[data-arrived="true"]')).toBeVisible({ timeout: 15_000 });
        await check('the debate');
        for (const _ of [1, 2, 3]) {
          await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
          await settle(page);
        }
        await check('its cards');
        await page.goto(`/#view=debate&topic=topic:demand-excuse&select=${claim!.id}&q=date:2014`);
        await expect(page.getByText('Nothing about this topic is left')).toBeVisible();
        await check('a debate of which nothing is left');
      });

      test('nor does the matrix or the comparison', async ({ page, visit }) => {
        test.setTimeout(60_000);
        const check = async (screen: string) => expect.soft(await findViolations(page), screen).toEqual([]);
        await visit('#view=matrix');
        await expect(page.getByRole('region', { name: 'Matrix' }).getByRole('table')).toBeVisible();
        await check('the matrix of questions');
        await page.goto(
          '/#view=matrix&people=organisation:adcs&cell=topic:one-word-judgment,organisation:adcs',
        );
        await expect(page.getByRole('region', { name: 'In this cell' })).toBeVisible();
        await check('a cell of it');
        await page.goto('/#view=matrix&matrix=claims&order=name');
        await expect(page.getByRole('region', { name: 'In this cell' })).toBeHidden();
        await check('the matrix of claims');
        await page.goto('/#view=compare');
        const compare = page.getByRole('region', { name: 'Compare' });
        await compare.getByRole('button', { name: /They disagree/ }).click();
        await compare.locator('details').last().locator('summary').click();
        await check('the comparison');
      });
    });

test.describe('with a window of 320 pixels, as at 400 % zoom', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('nothing has to be scrolled sideways', async ({ page, visit }) => {
    await visit(`#select=${claim!.id}`);
    await expect(toFront(page)).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    for (const control of await page.getByRole('banner').getByRole('button').all())
      expect((await control.boundingBox())!.x + (await control.boundingBox())!.width).toBeLessThanOrEqual(
        320,
      );
  });
});
