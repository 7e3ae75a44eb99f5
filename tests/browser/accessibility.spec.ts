// What assistive technology needs, as far as a program can tell: axe-core with the rules of WCAG 2.2 AA.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { strToU8, zipSync } from 'fflate';
import { EDGES, ofType } from './corpus';
import { beginProject, expect, serve, settle, test, toFind, toFront, toProject } from './page';

// Its source: the page lets no script be added.
const AXE = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** A line for each element that breaks a rule. */
async function findViolations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  return page.evaluate(
    async ({ tags, only }) => {
      // What is measured after it is drawn, as the rows of a list below a card that has grown, comes to its place first.
      for (let frame = 0; frame < 4; frame++) await new Promise((done) => requestAnimationFrame(done));
      const { axe } = window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      const { violations } = await axe.run({
        runOnly: only ? { type: 'rule', values: [...only] } : [...tags],
        resultTypes: ['violations'],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { tags: TAGS, only: rules },
  );
}

/** That nothing on the screen breaks a rule, in light colours and in dark. */
async function check(page: Page, screen: string, rules?: readonly string[]): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await findViolations(page, rules), `${screen}, ${colorScheme}`).toEqual([]);
  }
}

const [claim] = ofType('claim');
const dispute = EDGES.find(({ type }) => type === 'disputes')!;
const office = EDGES.find(({ type }) => type === 'affiliated-with')!;
const sizes = { 'a desk': { width: 1440, height: 900 }, 'a phone': { width: 390, height: 844 } };

for (const [device, viewport] of Object.entries(sizes))
  test.describe(`on ${device}`, () => {
    test.use({ viewport, contextOptions: { reducedMotion: 'reduce' } });
    test.beforeEach(() => test.setTimeout(120_000));

    test('no screen breaks a rule of WCAG 2.2 AA that a program can check', async ({ page, visit }) => {
      await visit();
      await check(page, 'the first screen');
      const tab = page.getByRole('button', { name: 'Search and filter' });
      if (await tab.isVisible()) {
        await tab.click();
        await check(page, 'the search and filters');
      }
      await toFind(page)
        .getByRole('button', { name: /^List all \d+ people/ })
        .click();
      await check(page, 'a list of nodes');
      await toFind(page).getByRole('searchbox').fill('judgment');
      await expect(toFind(page).getByRole('status')).toContainText('results');
      await check(page, 'search results');
      await toFind(page).getByLabel('Search', { exact: true }).fill('topic:insp');
      await expect(toFind(page).getByRole('option').first()).toBeVisible();
      await check(page, 'what could be typed next');
      await toFind(page).getByLabel('Search', { exact: true }).fill('colour:red');
      await expect(toFind(page).getByRole('alert')).toBeVisible();
      await check(page, 'a filter that cannot be read');
      await page.goto('/#q=topic:one-word-judgment stance:against date:2014/2016');
      await toFind(page).getByLabel('Search', { exact: true }).fill('');
      await toFind(page).getByRole('button', { name: 'Who says it' }).click();
      await settle(page);
      await check(page, 'filters, a facet and years chosen');
      await page.goto(`/#select=${claim!.id}`);
      await expect(toFront(page)).toHaveCount(1);
      await settle(page);
      await check(page, 'a claim');
      await page.locator('summary').click();
      await check(page, 'other things on the same words');
      await page.goto(`/#select=${dispute.id}&around=${dispute.source}&depth=1`);
      if (device === 'a phone') await page.getByRole('button', { name: 'Adjust' }).click();
      await expect(page.getByRole('group', { name: 'Steps' })).toBeVisible();
      await settle(page);
      await check(page, 'an edge, focused');
      await page.goto('/#select=organisation:ofsted&also=person:alan-wood&paths=3&path=2');
      await expect(page.getByRole('region', { name: 'How they are connected' })).toBeVisible();
      await settle(page);
      await check(page, 'two selected, and how they are connected');
      await page.goto(
        `/#select=organisation:ofsted&also=${claim!.id},${dispute.id}&around=organisation:ofsted&depth=1&q=hide:person:alan-wood`,
      );
      await expect(page.getByRole('group', { name: 'Hidden' })).toBeVisible();
      await page.getByRole('button', { name: 'Select several' }).click();
      await page.getByText('All lines').first().click();
      await settle(page);
      await check(page, 'several selected, focused, one hidden');
      await page.goto('/#select=claim:not-there');
      await expect(page.getByRole('alert')).toBeVisible();
      await check(page, 'a link that names nothing known');
      for (const rows of ['nodes', 'edges', 'utterances']) {
        await page.goto(`/#view=table&rows=${rows}`);
        await expect(page.getByRole('grid').getByRole('row').nth(3)).toBeVisible();
        await check(page, `the table of ${rows}`);
      }
      await page.getByRole('grid').locator('q').first().click();
      await page.locator('summary', { hasText: 'Columns' }).click();
      await check(page, 'a row of the table, and the choice of columns');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('munro');
      await expect(page.getByRole('option').first()).toBeVisible();
      await check(page, 'the commands');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      await check(page, 'the keys');
      await page.keyboard.press('Escape');
      await page.goto('/#view=codebook');
      await expect(page.getByRole('heading', { name: 'Types of node' })).toBeVisible();
      await check(page, 'the codebook');
      await page.goto('/#view=articles');
      await expect(page.getByRole('heading', { name: 'The articles' }).first()).toBeVisible();
      await check(page, 'the articles');
      await page.goto(
        `/#view=articles&select=${claim!.id}&coverage=shown&marks=claims,actors,arguments,rest`,
      );
      await expect(toFront(page).first()).toBeVisible();
      await check(page, 'an article read large, with its coverage');
      await page.getByRole('button', { name: 'Cite' }).click();
      await expect(page.getByRole('dialog', { name: 'Cite' })).toBeVisible();
      await check(page, 'a citation');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Appearance' }).click();
      await check(page, 'the choice of colours and contrast');
      await page.keyboard.press('Escape');
      await page.goto(`/#select=${claim!.id}`);
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      await page
        .getByRole('dialog')
        .getByRole('radio', { name: /around it/ })
        .check();
      await check(page, 'the export dialog');
      await serve(page, {
        'graph/a.json': '{',
        'graph/b.json': '{"version":1,"nodes":[{"id":"claim:a"}]}',
      });
      await page.goto('about:blank');
      await page.goto('/');
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      await check(page, 'the problems');
    });

    test('nor does any step of adding articles', async ({ page, visit }) => {
      await visit();
      await page.evaluate(() => document.getElementById('add-articles')!.click());
      const dialog = page.getByRole('dialog', { name: 'Add articles', exact: true });
      await expect(dialog.getByRole('textbox')).toBeFocused();
      await check(page, 'the ways to add articles');
      const fixtures = path.resolve(import.meta.dirname, '../core/article/fixtures');
      const files = ['too-tough.html', 'ilacs.pdf', 'scan.pdf', 'arabic.pdf'];
      await dialog
        .getByLabel('Files', { exact: true })
        .setInputFiles(files.map((name) => path.join(fixtures, name)));
      await expect(dialog.getByRole('textbox', { name: 'Date' })).toBeFocused({ timeout: 20_000 });
      await check(page, 'an article that lacks its date, and a file that could not be read');
      await dialog.getByLabel('Do not add this one').check();
      await page.keyboard.press('Escape');
      await expect(dialog.getByRole('button', { name: 'Stay' })).toBeFocused();
      await check(page, 'an article that is not to be added, and the question whether to leave');
    });

    test('nor does the coding of an article by hand', async ({ page, visit }) => {
      // On a phone it is begun by a command.
      await page.setViewportSize(sizes['a desk']);
      await visit();
      await beginProject(page, 'Coding');
      await page.setViewportSize(viewport);
      const go = async (hash: string) => page.evaluate((to) => (window.location.hash = to), hash);
      await go('view=code&coded=article:ilacs-review-2019');
      await page.getByRole('group', { name: 'The article’s words' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('c');
      await page.getByRole('button', { name: /^Who says it/ }).click();
      await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
      await check(page, 'somebody chosen');
      await page.keyboard.type('Nobody yet');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^The question/ }).focus();
      await page.keyboard.type('Anything new?');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText('A topic needs both its poles.').first()).toBeVisible();
      await check(page, 'a new claim that cannot be saved');
      await page.keyboard.press('Escape');
      await go(`view=code&coded=article:ilacs-review-2019&select=${office.id}`);
      await page.getByRole('radio', { name: 'my conclusion' }).check();
      await page.getByText('More', { exact: true }).click();
      await check(page, 'a line that is edited');
      await go('view=code&coded=article:ilacs-review-2019&select=organisation:ofsted');
      await page.getByRole('button', { name: 'Split…' }).click();
      await check(page, 'a node that is split');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Merge into…' }).click();
      await check(page, 'a node that is merged');
      await page.keyboard.press('Escape');
      await go('view=codebook');
      await page.getByRole('button', { name: 'Edit what ‘Claim’ means' }).click();
      await page.getByRole('button', { name: 'Merge into…' }).first().click();
      await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
      await expect(page.getByLabel('Note')).toBeVisible();
      await check(page, 'the codebook, a topic and a meaning in it edited');
    });

    test('nor does saving a project, correcting an article, or comparing two codings', async ({
      page,
      visit,
    }) => {
      // On a phone it is begun by a command.
      await page.setViewportSize(sizes['a desk']);
      await visit();
      const project = toProject(page);
      await beginProject(page, 'Files');
      await page.setViewportSize(viewport);
      const choose = async (name: string) => {
        await project.getByRole('button').first().click();
        await page.getByRole('button', { name: `${name}…` }).click();
        return page.getByRole('dialog', { name, exact: true });
      };
      await page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        const graph = await folder.getDirectoryHandle('graph', { create: true });
        await graph.getFileHandle('other.json', { create: true });
        Object.assign(window, { showDirectoryPicker: () => Promise.resolve(folder) });
      });
      const save = await choose('Save as files');
      await check(page, 'the ways to save a project');
      await save.getByRole('button', { name: 'Choose a folder…' }).click();
      await expect(save.getByRole('alert')).toBeVisible();
      await check(page, 'what would be written into a folder');
      await page.keyboard.press('Escape');

      const coding = [
        ['graph/a.json', 'tests/codings/second/ilacs-review-2019.json'],
        ['seeds/003_5031a30f68856265.txt', 'seeds/003_5031a30f68856265.txt'],
      ].map(([name, file]) => [
        name,
        new Uint8Array(readFileSync(path.resolve(import.meta.dirname, '../..', file!))),
      ]);
      const zip = test.info().outputPath('other.zip');
      writeFileSync(zip, zipSync(Object.fromEntries(coding)));
      const comparison = await choose('Compare with another coding');
      await check(page, 'the choice of another coding');
      await comparison.getByLabel('Another coding', { exact: true }).setInputFiles(zip);
      await expect(comparison.getByRole('row').nth(1)).toBeVisible({ timeout: 20_000 });
      await check(page, 'two codings compared');
      await page.keyboard.press('Escape');

      await page.evaluate((to) => (window.location.hash = to), 'view=code&coded=article:too-tough-2015');
      await page.getByRole('button', { name: 'Correct…' }).click();
      const text = page.getByLabel('The article’s text');
      await text.fill((await text.inputValue()).replace('unfairly tough', 'unfairly harsh'));
      await expect(page.getByRole('button', { name: 'Take these words' }).first()).toBeVisible();
      await check(page, 'a correction with passages to be checked');
      await page.getByRole('button', { name: 'Take these words' }).first().click();
      await check(page, 'a correction with one of them settled');
    });

    test('nor does the review of what is proposed', async ({ page, visit }) => {
      await page.setViewportSize(sizes['a desk']);
      await visit();
      await beginProject(page, 'Review');
      await page.setViewportSize(viewport);
      await page.evaluate(() => (window.location.hash = 'view=code&coded=article:too-tough-2015'));
      const queue = page.getByRole('region', { name: 'Proposals' });
      const propose = queue.getByRole('button', { name: 'Propose' });
      await expect(propose).toBeVisible();
      await check(page, 'an article of which nothing is proposed');
      await propose.click();
      const card = queue.locator('li[aria-current="true"]').getByRole('group').first();
      await expect(card.getByText('Perhaps the same as')).toBeVisible({ timeout: 20_000 });
      await card.getByText('Its words').first().click();
      await card.getByRole('checkbox').first().check();
      // Where it ends nothing lies half under its buttons.
      await card.evaluate((element) => element.scrollIntoView({ block: 'end' }));
      await check(page, 'a claim that is proposed, with what it may bear on');
      await card.focus();
      await page.keyboard.press('w');
      await expect(card.getByRole('option').first()).toContainText('proposed here');
      await check(page, 'who may say it');
      await page.keyboard.press('Escape');
      await card.focus();
      await page.keyboard.press('t');
      await expect(card.getByRole('combobox')).toBeFocused();
      await check(page, 'the topics to choose from');
      await page.keyboard.press('Enter');
      await expect(card.getByRole('radio').first()).toBeVisible();
      // On a phone it is folded up.
      if (device === 'a phone') await queue.getByRole('button', { name: /^Filter, or many at once/ }).click();
      await queue.getByText('Accept many at once').click();
      await queue.getByRole('button', { name: /^Done/ }).click();
      await card.focus();
      await page.keyboard.press('?');
      await expect(queue.getByText('skip', { exact: true })).toBeVisible();
      await check(page, 'its side, many at once, what is done, and the keys');
      await page.keyboard.press('Escape');
      await card.focus();
      await page.keyboard.press('e');
      await expect(card.getByLabel('Headline')).toBeFocused();
      await check(page, 'its headline and statement');
    });

    test('nor does a debate, near or far', async ({ page, visit }) => {
      await visit('#view=debate');
      await expect(page.locator('[data-arrived="true"]')).toBeVisible({ timeout: 15_000 });
      await check(page, 'the debate');
      for (const _ of [1, 2, 3]) {
        await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
        await settle(page);
      }
      await check(page, 'its cards');
      await page.goto(`/#view=debate&topic=topic:demand-excuse&select=${claim!.id}&q=date:2014`);
      await expect(page.getByText('Nothing about this topic is left')).toBeVisible();
      await check(page, 'a debate of which nothing is left');
    });

    test('nor do the matrix, the coalitions or the comparison', async ({ page, visit }) => {
      await visit('#view=matrix');
      await expect(page.getByRole('region', { name: 'Matrix' }).getByRole('table')).toBeVisible();
      await check(page, 'the matrix of questions');
      await page.goto(
        '/#view=matrix&people=organisation:adcs&cell=topic:one-word-judgment,organisation:adcs',
      );
      await expect(page.getByRole('region', { name: 'In this cell' })).toBeVisible();
      await check(page, 'a cell of it');
      await page.goto('/#view=matrix&matrix=claims&order=name');
      await expect(page.getByRole('region', { name: 'In this cell' })).toBeHidden();
      await check(page, 'the matrix of claims');
      await page.goto('/#view=coalitions&pair=organisation:ofsted,organisation:impower');
      await page.locator('summary').filter({ hasText: 'one-word' }).click();
      await check(page, 'who agrees with whom, and a pair');
      await page.goto('/#view=compare');
      const compare = page.getByRole('region', { name: 'Compare' });
      await compare.getByRole('button', { name: /They disagree/ }).click();
      await compare.locator('details').last().locator('summary').click();
      await check(page, 'the comparison');
    });

    test('nor does opening a graph of one’s own, or what keeps it from being opened', async ({
      page,
      visit,
    }) => {
      await visit();
      // On a phone it is among the commands.
      await page.evaluate(() => document.querySelector<HTMLElement>('button[id="open"]')!.click());
      const dialog = page.getByRole('dialog', { name: 'Open', exact: true });
      await expect(dialog.getByRole('button', { name: 'Choose a file' })).toBeVisible();
      await check(page, 'the dialog');
      const broken = zipSync({ 'graph/a.json': strToU8('{"version":1,"nodes":[1],"edges":[]}') });
      await dialog
        .getByLabel('File', { exact: true })
        .setInputFiles({ name: 'a.zip', mimeType: 'application/zip', buffer: Buffer.from(broken) });
      await expect(dialog.getByRole('heading', { name: 'a.zip cannot be opened' })).toBeVisible();
      await expect(dialog.getByRole('region', { name: 'Problems' })).toBeVisible();
      await check(page, 'the problems');
    });

    test('nor do the stories', async ({ page, visit }) => {
      const story = page.getByRole('region', { name: 'Story', exact: true });
      const list = page.getByRole('region', { name: 'Stories', exact: true });
      await visit('#view=story');
      await expect(list.getByRole('article')).toHaveCount(3);
      await list
        .locator('input[type=file]')
        .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{') });
      await expect(list.getByRole('alert')).toBeVisible();
      await check(page, 'the stories, and a file that is none');
      await page.goto('/#story=one-word-judgment&step=7');
      await expect(story.getByRole('heading', { name: 'Step 7' })).toBeVisible();
      await settle(page);
      await check(page, 'a step');
      await page.goto('/#story=one-word-judgment&step=7&as=present');
      await expect(page.getByRole('banner')).toBeHidden();
      await settle(page);
      await check(page, 'a presentation');
      await page.goto('/#view=story');
      await list.getByRole('button', { name: 'Edit a copy' }).first().click();
      await expect(story.getByRole('textbox', { name: 'What you say at step 1' })).toBeVisible();
      await check(page, 'a story being recorded');
      await page.goto('/#story=own-nobody');
      await expect(story.getByRole('alert')).toBeVisible();
      await check(page, 'a story that is not here');
    });
  });

/** A link to every view, with something in it. */
const VIEWS = {
  'the first screen': '',
  'a claim': `#select=${claim!.id}`,
  'the debate': '#view=debate&topic=topic:one-word-judgment',
  'the table': '#view=table',
  'the matrix': '#view=matrix',
  'the coalitions': '#view=coalitions&pair=organisation:ofsted,organisation:impower',
  'the comparison': '#view=compare',
  'the stories': '#view=story',
  'the articles': '#view=articles',
  'an article': '#view=articles&select=topic:one-word-judgment&coverage=shown',
};

test.describe('where the system asks for more contrast', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce', contrast: 'more' } });

  test('all text of every view has 7 : 1, or 4.5 : 1 where it is large', async ({ page, visit }) => {
    test.setTimeout(180_000);
    for (const [name, hash] of Object.entries(VIEWS)) {
      await visit(hash);
      await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
      await check(page, name, ['color-contrast-enhanced']);
    }
  });
});

test('high contrast can be chosen, reaches the map, and is there before anything is drawn next time', async ({
  page,
  visit,
}) => {
  await visit();
  const readColour = () =>
    page.evaluate(() => window.sigma.getNodeDisplayData('topic:one-word-judgment')!.color);
  const standard = await readColour();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('group', { name: 'Contrast' }).getByRole('radio', { name: 'High' }).check();
  await expect.poll(readColour).not.toBe(standard);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      document.documentElement.dataset.before = document.documentElement.dataset.contrast ?? 'none';
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-before', 'high');
});

test('where the system paints with colours of its own, marked words and what is chosen are still to be seen', async ({
  page,
  visit,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await visit(`#select=${claim!.id}`);
  const link = toFront(page).first().locator('a').first();
  const [ink, paper] = await link.evaluate((element) => [
    getComputedStyle(element).color,
    getComputedStyle(element.closest('mark')!).backgroundColor,
  ]);
  expect(ink).not.toBe(paper);
  const around = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).not.toBe(around);
  for (const chosen of [
    page.getByRole('navigation', { name: 'Views' }).locator('[aria-current]'),
    page.getByRole('tab', { selected: true }),
  ])
    if ((await chosen.count()) > 0) await expect(chosen.first()).toHaveCSS('outline-style', 'solid');
  const bar = page.getByRole('region', { name: 'Search and filters' }).locator('a span span[style]').first();
  const colours = await bar.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(colours).not.toBe(around);
});

/** Letters, words, lines and paragraphs as far apart as WCAG 1.4.12 lets a reader set them. */
const SPACED =
  '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }';

test.describe('at 200 % zoom', () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test('what is read has most of the height, and the page is scrolled to the rest', async ({
    page,
    visit,
  }) => {
    for (const name of ['Table', 'Matrix', 'Compare', 'Articles']) {
      await visit(`#view=${name.toLowerCase()}&select=organisation:ofsted`);
      const box = (await page.getByRole('region', { name, exact: true }).boundingBox())!;
      expect(box.height, name).toBeGreaterThan(0.8 * 450);
      const panel = page.getByRole('region', { name: 'Inspector', exact: true });
      await panel.scrollIntoViewIfNeeded();
      await expect(panel).toBeInViewport();
    }
  });

  test('the arrows of a debate are seen down to the end of the page', async ({ page, visit }) => {
    await visit('#view=debate');
    await expect(page.locator('[data-arrived="true"]')).toBeVisible();
    // Beside the card of 2014, where there is nothing else. A picture of only this would be drawn anew.
    const countColours = async () =>
      page.evaluate(
        async (png) => {
          const image = new Image();
          image.src = `data:image/png;base64,${png}`;
          await image.decode();
          const context = new OffscreenCanvas(112, 40).getContext('2d')!;
          context.drawImage(image, -392, -410);
          return new Set(new Uint32Array(context.getImageData(0, 0, 112, 40).data.buffer)).size;
        },
        (await page.screenshot()).toString('base64'),
      );
    await expect.poll(countColours).toBeGreaterThan(10);
  });
});

for (const [zoom, viewport] of [
  ['200 %', { width: 720, height: 450 }],
  ['400 %', { width: 320, height: 640 }],
] as const)
  test.describe(`at ${zoom} zoom`, () => {
    test.use({ viewport });

    test('no view has to be scrolled sideways but its own table or chart, nor with its text spaced out', async ({
      page,
      visit,
    }) => {
      test.setTimeout(180_000);
      const findOutside = () =>
        page.evaluate(() => {
          const isScrolled = (element: Element): boolean =>
            /auto|scroll/.test(getComputedStyle(element).overflowX) ||
            (element.parentElement !== null && isScrolled(element.parentElement));
          return [...document.querySelectorAll('button, a[href], input, select, summary')]
            .filter((element) => element.checkVisibility() && !element.closest('.unseen'))
            .filter((element) => element.closest('section[aria-label="Debate"]') === null)
            .filter((element) => {
              const { left, right, width } = element.getBoundingClientRect();
              return width > 0 && (left < -1 || right > window.innerWidth + 1) && !isScrolled(element);
            })
            .map((element) => element.outerHTML.slice(0, 120));
        });
      for (const [name, hash] of Object.entries(VIEWS)) {
        await visit(hash);
        const fits = async (how: string) => {
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect.soft(wide, `${name}, ${how}`).toBeLessThanOrEqual(viewport.width);
          expect.soft(await findOutside(), `${name}, ${how}`).toEqual([]);
        };
        await fits('as it is');
        await page.evaluate((css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }, SPACED);
        await fits('spaced out');
      }
    });
  });
