// The page where browsers refuse, other tabs meddle, and nobody waits for it.
import { ofType, STORIES, toPlace } from './corpus';
import { expect, test, toFind, toFront, toInspector } from './page';
import type { StoryFile } from '../../src/core/schema';
import type { Page } from '@playwright/test';

const toList = (page: Page) => page.getByRole('region', { name: 'Stories', exact: true });
const toStory = (page: Page) => page.getByRole('region', { name: 'Story', exact: true });
const KEY = 'claimscape.story.own-1';
const [SHIPPED] = STORIES;
const OWN: StoryFile = { version: 1, id: 'own-1', title: 'Mine', steps: SHIPPED!.steps };
/** Puts a story into the storage before the page reads it, once. */
const saveBefore = (page: Page, story: StoryFile) =>
  page.addInitScript(
    ([key, text]) => localStorage.getItem(key!) ?? localStorage.setItem(key!, text!),
    [KEY, JSON.stringify(story)],
  );
const readSaved = (page: Page) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key)!) as StoryFile, KEY);

test('where all storage is refused every view opens, and a story is told and recorded', async ({
  page,
  visit,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await visit(`#select=${ofType('claim')[0]!.id}`);
  for (const name of ['Debate', 'Table', 'Matrix', 'Compare', 'Articles', 'Map']) {
    await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await visit('#view=story');
  await toList(page).getByRole('button', { name: 'Edit a copy' }).first().click();
  await expect(toStory(page).getByRole('alert')).toContainText('Download it before you leave');
  await toStory(page).getByLabel('Title').fill('Kept for now');
  await toStory(page).getByRole('button', { name: 'Done' }).click();
  await expect(toList(page)).toContainText('Kept for now');
  await toList(page).getByRole('button', { name: 'Remove Kept for now' }).click();
  // Nothing is left that could be lost.
  await expect(toList(page).getByText('This browser will not save')).toHaveCount(0);
});

test('what was not saved for want of room is saved when there is room again', async ({ page, visit }) => {
  await saveBefore(page, { ...OWN, steps: [...OWN.steps, ...OWN.steps] });
  await visit('#view=story');
  // To the brim, which is where the browser has it.
  await page.evaluate(() => {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2))
      for (let number = 0; number < 3; number++)
        try {
          localStorage.setItem(`filler ${size} ${number}`, 'x'.repeat(size));
        } catch {
          // Smaller ones may fit.
        }
  });
  await toList(page).getByRole('button', { name: 'Edit a copy' }).first().click();
  await expect(toStory(page).getByRole('alert')).toContainText('Download it before you leave');
  await toStory(page).getByRole('button', { name: 'Done' }).click();
  await toList(page).getByRole('button', { name: 'Remove Mine' }).click();
  await expect(toList(page).getByText('This browser will not save')).toHaveCount(0);
  const texts = await page.evaluate(() =>
    Object.keys(localStorage).flatMap((key) =>
      key.startsWith('claimscape.story.') ? [localStorage.getItem(key)!] : [],
    ),
  );
  expect(texts.map((text) => (JSON.parse(text) as StoryFile).title)).toEqual([`${SHIPPED!.title} (my copy)`]);
});

test('a story takes no more steps than can be read again, and says so', async ({ page, visit }) => {
  const steps = Array.from({ length: 200 }, () => OWN.steps[0]!);
  await saveBefore(page, { ...OWN, steps });
  await visit(`#select=${ofType('claim')[0]!.id}&story=own-1&as=edit`);
  const text = toStory(page).getByLabel('What you say about it');
  await text.fill('One too many.');
  await toStory(page).getByRole('button', { name: 'Add this view as a step' }).click();
  await expect(toStory(page).getByRole('alert')).toContainText('A story has at most 200 steps');
  await expect(text).toHaveValue('One too many.');
  expect((await readSaved(page)).steps).toHaveLength(200);
  await toStory(page).getByRole('button', { name: 'Remove step 200', exact: true }).click();
  await expect(toStory(page).getByRole('alert')).toHaveCount(0);
  await toStory(page).getByRole('button', { name: 'Add this view as a step' }).click();
  await expect.poll(async () => (await readSaved(page)).steps.at(-1)!.text).toBe('One too many.');
});

test('a step with all that can be selected at once is there when the page is loaded again', async ({
  page,
  visit,
}) => {
  await saveBefore(page, { ...OWN, steps: [] });
  const claims = ofType('claim').map(({ id }) => id);
  await visit(`#select=${claims[0]!}&also=${claims.slice(1).join(',')}&story=own-1&as=edit`);
  await toStory(page).getByRole('button', { name: 'Add this view as a step' }).click();
  await page.reload();
  await expect(toStory(page).getByLabel('What you say at step 1')).toBeVisible();
});

test('a tab says what another changed, removed or spoilt', async ({ page, visit, context }) => {
  await saveBefore(page, OWN);
  await visit('#view=map&story=own-1&as=edit');
  const other = await context.newPage();
  await other.goto('/#story=own-1&as=edit');
  await toStory(other).getByLabel('Title').fill('From elsewhere');
  await expect(toStory(page).getByLabel('Title')).toHaveValue('From elsewhere');
  await expect(toStory(page)).toContainText('just changed in another tab');
  await toStory(page).getByLabel('Summary').fill('And from here');
  await expect(toStory(page)).not.toContainText('just changed in another tab');
  expect(await readSaved(page)).toMatchObject({ title: 'From elsewhere', summary: 'And from here' });
  const whole = await other.evaluate((key) => localStorage.getItem(key)!, KEY);
  await other.evaluate((key) => localStorage.setItem(key, '{'), KEY);
  await expect(toStory(page).getByRole('alert')).toContainText('is not here');
  await toStory(page).getByRole('link', { name: 'All stories' }).click();
  await expect(toList(page)).toContainText('the story ‘own-1’ saved in this browser: is not JSON');
  await other.evaluate(([key, text]) => localStorage.setItem(key!, text!), [KEY, whole]);
  await expect(toList(page)).toContainText('From elsewhere');
  await expect(toList(page)).not.toContainText('is not JSON');
});

test('a story file does not take the place of one that is saved and cannot be read', async ({
  page,
  visit,
}) => {
  await page.addInitScript((key) => localStorage.setItem(key, '{"half":'), KEY);
  await visit('#view=story');
  await toList(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(`\uFEFF${JSON.stringify(OWN)}`),
    });
  await expect(toList(page).getByRole('article').filter({ hasText: 'Mine' })).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBe('{"half":');
});

test('a story file with hundreds of mistakes names some of them, by step, and counts the others', async ({
  page,
  visit,
}) => {
  await visit('#view=story');
  const steps = Array.from({ length: 150 }, (_, index) => ({
    ...OWN.steps[0]!,
    view: `select=claim:nobody-${index}<img src=x onerror=alert(1)>`,
  }));
  await toList(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: '<b>mine</b>.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...OWN, steps })),
    });
  const alert = toList(page).getByRole('alert');
  await expect(alert).toContainText('<b>mine</b>.json is not opened');
  await alert.getByText('What exactly').click();
  await expect(alert).toContainText('<b>mine</b>.json, step 1: view: ');
  await expect(alert.getByRole('listitem')).toHaveCount(21);
  await expect(alert).toContainText('and 130 more problems.');
  await expect(page.locator('#root img')).toHaveCount(0);
});

test('where the browser takes no more addresses the page goes on, and the address follows', async ({
  page,
  visit,
}) => {
  const [first, second] = ofType('article');
  await visit();
  await page.evaluate(() => {
    const refuse = () => {
      throw new DOMException('too often', 'SecurityError');
    };
    Object.assign(window.history, { pushState: refuse, replaceState: refuse });
    setTimeout(() => {
      // Its own are gone, those of all histories are left.
      Reflect.deleteProperty(window.history, 'pushState');
      Reflect.deleteProperty(window.history, 'replaceState');
    }, 1500);
  });
  await toInspector(page).getByRole('link', { name: first!.label }).click();
  await expect(toFront(page)).toHaveText(toPlace(first!.passages[0]!).words);
  await toFind(page).getByRole('searchbox').fill(second!.label);
  await toFind(page).getByRole('link', { name: second!.label }).first().click();
  await expect(toFront(page)).toHaveText(toPlace(second!.passages[0]!).words);
  await expect(page).toHaveURL(new RegExp(`select=${second!.id}`));
});

test('no script runs but the page’s own, whatever gets into it', async ({ page, visit, errors }) => {
  await visit();
  const refused = await page.evaluate(async () => {
    const found: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      found.push(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    const there = document.createElement('script');
    there.src = 'https://elsewhere.example/run.js';
    document.head.append(script, there);
    document.body.insertAdjacentHTML('beforeend', `<img src="data:," onerror="document.title = 'run'">`);
    for (let frame = 0; found.length < 3 && frame < 60; frame++)
      await new Promise((done) => requestAnimationFrame(done));
    return found;
  });
  expect(refused.toSorted()).toEqual(['script-src-attr', 'script-src-elem', 'script-src-elem']);
  expect(await page.title()).not.toBe('run');
  // What is refused is told in the console too.
  errors.length = 0;
});
