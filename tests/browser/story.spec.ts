// Stories: read by keyboard with their words in front, linked to, presented, recorded, and handed on as files.
import type { Page } from '@playwright/test';
import type { StoryFile } from '../../src/core/schema';
import { STORIES, toPlace } from './corpus';
import { expect, test, toFront, toInspector } from './page';

const [STORY] = STORIES as [StoryFile];
const toStory = (page: Page) => page.getByRole('region', { name: 'Story', exact: true });
const toList = (page: Page) => page.getByRole('region', { name: 'Stories', exact: true });
const toHeading = (page: Page) => toStory(page).getByRole('heading', { name: /^Step / });

async function expectStep(page: Page, story: StoryFile, index: number): Promise<void> {
  const step = story.steps[index]!;
  await expect(toHeading(page)).toHaveText(`Step ${index + 1} of ${story.steps.length}`);
  await expect(toStory(page)).toContainText(step.text);
  await expect(toStory(page).getByRole('blockquote')).toContainText(step.quote.quote);
  await expect(toFront(page)).toHaveText(toPlace(step.quote).words);
}

test.describe('reading', () => {
  test('a first visit offers the first story, which one click begins, and offers it no more', async ({
    page,
    visit,
  }) => {
    await visit();
    await expect(toInspector(page)).toContainText(`New here? ${STORY.title} in ${STORY.steps.length} steps.`);
    await toInspector(page).getByRole('link', { name: STORY.title }).click();
    await expectStep(page, STORY, 0);
    await expect(toHeading(page)).toBeFocused();
    await visit();
    await expect(toInspector(page)).toContainText('Where they disagree');
    await expect(toInspector(page)).not.toContainText('New here?');
  });

  test('the offer can be waved away, for good', async ({ page, visit }) => {
    await visit();
    await toInspector(page).getByRole('button', { name: 'Do not offer the story again' }).click();
    await expect(toInspector(page)).not.toContainText('New here?');
    await page.reload();
    await expect(toInspector(page)).toContainText('Where they disagree');
    await expect(toInspector(page)).not.toContainText('New here?');
  });

  for (const story of STORIES)
    test(`${story.title}: from step to step by the keyboard, each with its words in the article`, async ({
      page,
      visit,
    }) => {
      test.setTimeout(60_000);
      await visit('#view=story');
      const start = toList(page).getByRole('link', { name: `Start ${story.title}` });
      await start.focus();
      await page.keyboard.press('Enter');
      for (const index of story.steps.keys()) {
        await expectStep(page, story, index);
        await expect(page).toHaveURL(
          new RegExp(`story=${story.id}${index > 0 ? `&step=${index + 1}&` : '&'}`),
        );
        await page.keyboard.press('ArrowRight');
      }
      // After the last there is no further.
      await expectStep(page, story, story.steps.length - 1);
      await page.keyboard.press('ArrowLeft');
      await expectStep(page, story, story.steps.length - 2);
      await page.goBack();
      await expectStep(page, story, story.steps.length - 1);
    });

  test('a link reproduces a step, be it the whole address or only its number', async ({ page, visit }) => {
    await visit(`#story=${STORY.id}&step=3`);
    await expectStep(page, STORY, 2);
    const address = new URL(page.url()).hash;
    expect(address).toContain('select=');
    await visit(address);
    await expectStep(page, STORY, 2);
    expect(new URL(page.url()).hash).toBe(address);
  });

  test('who looks elsewhere can return to the step, and leaving keeps the view', async ({ page, visit }) => {
    await visit(`#story=${STORY.id}`);
    await expectStep(page, STORY, 0);
    const back = toStory(page).getByRole('button', { name: 'Return to this step' });
    await expect(back).toBeHidden();
    await toInspector(page).getByRole('link', { name: 'Ofsted', exact: true }).click();
    await expect(page).toHaveURL(/select=organisation:ofsted/);
    await back.click();
    await expectStep(page, STORY, 0);
    await expect(back).toBeHidden();
    await toStory(page).getByRole('button', { name: 'Leave the story' }).click();
    await expect(toStory(page)).toBeHidden();
    await expect(toFront(page)).toHaveText(toPlace(STORY.steps[0]!.quote).words);
  });

  test('a story that is not here says so, and a step beyond the last is the last', async ({
    page,
    visit,
  }) => {
    await visit('#story=own-unknown&step=2');
    await expect(toStory(page).getByRole('alert')).toContainText('not here');
    await toStory(page).getByRole('link', { name: 'All stories' }).click();
    await expect(toList(page).getByRole('article')).toHaveCount(STORIES.length);
    await visit(`#story=${STORY.id}&step=99`);
    await expectStep(page, STORY, STORY.steps.length - 1);
  });
});

test('a presentation fills the window with the view and the step, and goes by keys', async ({
  page,
  visit,
}) => {
  await visit(`#story=${STORY.id}`);
  await expectStep(page, STORY, 0);
  await toStory(page).getByRole('button', { name: 'Present' }).click();
  await expect(toInspector(page)).toBeHidden();
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  const at = (index: number) =>
    expect(toHeading(page)).toHaveText(`Step ${index + 1} of ${STORY.steps.length}`);
  for (const [key, index] of [
    ['ArrowRight', 1],
    ['PageDown', 2],
    ['PageUp', 1],
    ['End', STORY.steps.length - 1],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    await at(index);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Space');
  await at(1);
  expect(
    await toStory(page)
      .getByRole('blockquote')
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
  ).toBeGreaterThanOrEqual(20);
  // In full screen the browser takes Escape for itself; in a window the page does.
  await page.evaluate(() => (document.fullscreenElement ? document.exitFullscreen() : undefined));
  if (await page.getByRole('banner').isHidden()) await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expectStep(page, STORY, 1);
});
