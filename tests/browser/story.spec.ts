// Stories: read by keyboard with their words in front, linked to, presented, recorded, and handed on as files.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { StoryFile } from '../../src/core/schema';
import { ofType, STORIES, toPlace } from './corpus';
import { expect, test, toBundle, toFront, toInspector } from './page';

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

  test('where there is no story to offer, no room is kept for one', async ({ page, visit, errors }) => {
    const gap = async () => {
      await expect(toInspector(page)).toContainText('Where they disagree');
      const [lead, next] = [
        toInspector(page).getByText(/^5 articles taken apart/),
        toInspector(page).getByText(/^Or add articles/),
      ];
      const [above, below] = [(await lead.boundingBox())!, (await next.boundingBox())!];
      return below.y - above.y - above.height;
    };
    await page.route('**/offer.json', (route) => route.fulfill({ status: 404, body: '' }));
    await visit();
    await expect.poll(gap).toBeLessThan(20);
    errors.length = 0;
  });

  test('a link to a step shows the step, and leaves the focus where it is', async ({ page, visit }) => {
    await visit(`#story=${STORY.id}&step=3`);
    await expectStep(page, STORY, 2);
    await expect(page.locator('body')).toBeFocused();
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

test('a step that selects what is no longer in the graph says so, once, and the page stays still', async ({
  page,
  visit,
}) => {
  const [step] = STORY.steps;
  const lost: StoryFile = {
    version: 1,
    id: 'own-lost',
    title: 'Recorded before a claim was removed',
    steps: [step!, { ...step!, text: 'What it showed is gone.', view: 'select=claim:removed-since' }],
  };
  await page.addInitScript((text) => {
    localStorage.setItem('claimscape.story.own-lost', text);
    // How often the address is written.
    const write = history.replaceState.bind(history);
    const counted = window as unknown as { writes: number };
    counted.writes = 0;
    history.replaceState = (...all) => {
      counted.writes += 1;
      write(...all);
    };
  }, JSON.stringify(lost));
  await visit('#story=own-lost&step=2');
  await expect(toStory(page)).toContainText('What it showed is gone.');
  await expect(toStory(page)).toContainText('so they are not shown');
  const renders = await page.evaluate(async () => {
    let seen = 0;
    const watcher = new MutationObserver((changes) => (seen += changes.length));
    watcher.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const before = performance.now();
    let turns = 0;
    while (performance.now() < before + 500) {
      await new Promise((go) => setTimeout(go));
      turns += 1;
    }
    watcher.disconnect();
    return { seen, turns, writes: (window as unknown as { writes: number }).writes };
  });
  expect(renders.seen).toBeLessThan(20);
  // A page that keeps going to the same step has hardly a turn for anything else.
  expect(renders.turns).toBeGreaterThan(40);
  expect(renders.writes).toBeLessThan(5);
  await toStory(page).getByRole('button', { name: 'Back' }).click();
  await expect(toHeading(page)).toHaveText('Step 1 of 2');
});

test('the words of a step lead to the article, and what else the step selects stays selected', async ({
  page,
  visit,
}) => {
  const [claim, other] = ofType('claim');
  const story: StoryFile = {
    version: 1,
    id: 'own-two',
    title: 'Two at once',
    steps: [
      {
        text: 'Both.',
        quote: claim!.passages[0]!,
        view: `view=articles&select=${claim!.id}&also=${other!.id}`,
      },
    ],
  };
  await page.addInitScript(
    (text) => localStorage.setItem('claimscape.story.own-two', text),
    JSON.stringify(story),
  );
  await visit('#story=own-two');
  await toStory(page).getByRole('figure').getByRole('button').click();
  await expect(toFront(page)).toHaveText(toPlace(claim!.passages[0]!).words);
  await expect(page).toHaveURL(new RegExp(`also=${other!.id}`));
  await expect(toStory(page).getByRole('button', { name: 'Return to this step' })).toBeHidden();
});

test('a presentation that is left in whatever way leaves the full screen too', async ({ page, visit }) => {
  const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
  await visit(`#story=${STORY.id}&step=${STORY.steps.length}`);
  const present = toStory(page).getByRole('button', { name: 'Present' });
  for (const leave of [
    () => toStory(page).getByRole('link', { name: 'More stories' }).click(),
    () => page.goBack(),
  ]) {
    await present.click();
    await expect.poll(isFull).toBe(true);
    await expect(page.getByRole('banner')).toBeHidden();
    await leave();
    await expect(page.getByRole('banner')).toBeVisible();
    await expect.poll(isFull).toBe(false);
    await visit(`#story=${STORY.id}&step=${STORY.steps.length}`);
  }
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
  await expect(page.getByRole('region', { name: 'Debate', exact: true })).toBeVisible();
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
  const wasFull = await page.evaluate(async () => {
    if (!document.fullscreenElement) return false;
    await document.exitFullscreen();
    return true;
  });
  if (!wasFull) await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expectStep(page, STORY, 1);
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test.describe(`in a window ${width} wide`, () => {
    test.use({ viewport: { width, height } });

    test('long words without spaces push nothing of a story out of sight', async ({ page, visit }) => {
      const word = 'W'.repeat(200);
      const [step] = STORY.steps;
      const long: StoryFile = {
        version: 1,
        id: 'own-long',
        title: word,
        summary: word,
        steps: [{ ...step!, text: word }],
      };
      await page.addInitScript(
        (text) => localStorage.setItem('claimscape.story.own-long', text),
        JSON.stringify(long),
      );
      /** What of a part of the page reaches beyond the window, or is wider than the room it has. */
      const findWide = (part: Locator) =>
        part.evaluate((region) =>
          [region, ...region.querySelectorAll('*:not(.unseen)')].flatMap((element) => {
            const { left, right } = element.getBoundingClientRect();
            const isWide =
              left < 0 || right > window.innerWidth || element.scrollWidth > element.clientWidth + 1;
            const isShown = element.clientWidth > 0;
            return isShown && isWide ? [`${element.tagName}.${element.className}`] : [];
          }),
        );
      await visit('#view=story');
      await expect(toList(page)).toContainText(word);
      expect(await findWide(toList(page))).toEqual([]);
      await toList(page)
        .getByRole('button', { name: `Remove ${word}` })
        .click();
      expect(await findWide(toList(page))).toEqual([]);
      await toList(page).getByRole('button', { name: 'Undo' }).click();

      await toList(page)
        .getByRole('link', { name: `Start ${word}` })
        .click();
      await expect(toStory(page)).toContainText(word);
      expect(await findWide(toStory(page))).toEqual([]);
      await expect(toStory(page).getByRole('button', { name: 'Leave the story' })).toBeInViewport();
      await toStory(page).getByRole('button', { name: 'Present' }).click();
      await expect(toStory(page).getByRole('button', { name: 'End' })).toBeInViewport({ ratio: 1 });
      expect(await findWide(toStory(page))).toEqual([]);
    });
  });

test.describe('recording', () => {
  const claims = ofType('claim').slice(0, 3);
  const toText = (page: Page) => toStory(page).getByLabel('What you say about it');
  const toTexts = (page: Page) => toStory(page).getByRole('textbox', { name: /^What you say at step/ });
  const saved = (page: Page) =>
    page.evaluate(() =>
      Object.keys(localStorage).flatMap((key) =>
        key.startsWith('claimscape.story.') ? [JSON.parse(localStorage.getItem(key)!) as StoryFile] : [],
      ),
    );

  /** Records a step for each of the claims, which says that it is the first, second, third. */
  async function recordAll(page: Page): Promise<void> {
    await toList(page).getByRole('button', { name: 'Record a story' }).click();
    for (const [index, { id }] of claims.entries()) {
      await page.evaluate((claim) => {
        const parameters = new URLSearchParams(window.location.hash.slice(1));
        parameters.set('select', claim);
        window.location.hash = parameters.toString();
      }, id);
      await expect(toStory(page).getByRole('blockquote').first()).toContainText(
        claims[index]!.passages[0]!.quote,
      );
      await toText(page).fill(`Sentence ${index + 1}.`);
      await toStory(page).getByRole('button', { name: 'Add this view as a step' }).click();
      await expect(toTexts(page)).toHaveCount(index + 1);
    }
  }

  test('whoever begins one by the keyboard goes on at its head', async ({ page, visit }) => {
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Record a story' }).focus();
    await page.keyboard.press('Enter');
    await expect(toStory(page).getByRole('heading', { name: 'Recording a story' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(toStory(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  });

  test('a story is recorded, edited, put in another order, and still there when the page is loaded again', async ({
    page,
    visit,
  }) => {
    test.setTimeout(60_000);
    await visit('#view=story');
    await recordAll(page);
    await toStory(page).getByLabel('Title').fill('What Ofsted said first');
    await toStory(page).getByLabel('Summary').fill('Three claims.');
    const values = () =>
      toTexts(page).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));
    // By its button, and by the keys, the focus going with the step.
    await toStory(page).getByRole('button', { name: 'Move step 1 down' }).click();
    expect(await values()).toEqual(['Sentence 2.', 'Sentence 1.', 'Sentence 3.']);
    await expect(toStory(page).getByRole('button', { name: 'Move step 2 down' })).toBeFocused();
    await toTexts(page).nth(2).focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect(await values()).toEqual(['Sentence 2.', 'Sentence 3.', 'Sentence 1.']);
    await expect(toTexts(page).nth(1)).toBeFocused();
    await toTexts(page).nth(0).fill('Second, said first.');
    await toStory(page).getByRole('button', { name: 'Remove step 3' }).click();
    expect(await values()).toEqual(['Second, said first.', 'Sentence 3.']);
    await toStory(page).getByRole('button', { name: 'Undo' }).click();
    expect(await values()).toEqual(['Second, said first.', 'Sentence 3.', 'Sentence 1.']);
    // What was typed in one go is undone in one go.
    await toStory(page).getByRole('button', { name: 'Undo' }).click();
    expect(await values()).toEqual(['Sentence 2.', 'Sentence 3.', 'Sentence 1.']);

    await page.reload();
    await expect(toStory(page).getByLabel('Title')).toHaveValue('What Ofsted said first');
    expect(await values()).toEqual(['Sentence 2.', 'Sentence 3.', 'Sentence 1.']);
    await toStory(page).getByRole('button', { name: 'Play' }).click();
    const [story] = await saved(page);
    expect(story!.steps.map(({ quote }) => quote.quote)).toEqual(
      [claims[1]!, claims[2]!, claims[0]!].map(({ passages }) => passages[0]!.quote),
    );
    for (const index of [0, 1, 2]) {
      await expectStep(page, story!, index);
      await page.keyboard.press('ArrowRight');
    }
    await toStory(page).getByRole('link', { name: 'More stories' }).click();
    await expect(toList(page)).toContainText('What Ofsted said first');
    await toList(page).getByRole('button', { name: 'Remove What Ofsted said first' }).click();
    expect(await saved(page)).toEqual([]);
    await toList(page).getByRole('button', { name: 'Undo' }).click();
    expect(await saved(page)).toEqual([story]);
  });

  test('other words of what is selected can be taken without losing what else is selected', async ({
    page,
    visit,
  }) => {
    const several = ofType('claim').find(({ passages }) => passages.length > 1)!;
    const other = claims.find(({ id }) => id !== several.id)!;
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Record a story' }).click();
    await page.evaluate(
      ([id, also]) => {
        const parameters = new URLSearchParams(window.location.hash.slice(1));
        parameters.set('select', id!);
        parameters.set('also', also!);
        window.location.hash = parameters.toString();
      },
      [several.id, other.id],
    );
    await toStory(page).getByLabel('Words').selectOption({ index: 1 });
    await expect(toStory(page).getByRole('blockquote').first()).toContainText(several.passages[1]!.quote);
    await expect(page).toHaveURL(new RegExp(`also=${other.id}`));
    await toStory(page).getByRole('button', { name: 'Add this view as a step' }).click();
    await expect(toTexts(page)).toHaveCount(1);
    expect((await saved(page))[0]!.steps[0]!.view).toContain(`also=${other.id}`);
  });

  test('what is to be said at the next step is kept with its story until the step is added', async ({
    page,
    visit,
  }) => {
    const record = async (title: string) => {
      await toList(page).getByRole('button', { name: 'Record a story' }).click();
      await page.evaluate((id) => (window.location.hash += `&select=${id}`), claims[0]!.id);
      await toStory(page).getByLabel('Title').fill(title);
      await expect(toText(page)).toHaveValue('');
    };
    await visit('#view=story');
    await record('One');
    await toText(page).fill('Half a sentence');
    await toStory(page).getByRole('button', { name: 'Done' }).click();
    await expect(toList(page)).toContainText('One');
    await page.goBack();
    await expect(toText(page)).toHaveValue('Half a sentence');
    await page.reload();
    await expect(toText(page)).toHaveValue('Half a sentence');
    await toStory(page).getByRole('button', { name: 'Done' }).click();
    await record('Another');
    const { id } = (await saved(page)).find(({ title }) => title === 'One')!;
    await page.evaluate((one) => {
      window.location.hash = window.location.hash.replace(/story=[^&]+/, `story=${one}`);
    }, id);
    await expect(toText(page)).toHaveValue('Half a sentence');
    await toStory(page).getByRole('button', { name: 'Add this view as a step' }).click();
    await expect(toTexts(page)).toHaveValue('Half a sentence');
    await expect(toText(page)).toHaveValue('');
    await page.reload();
    await expect(toTexts(page)).toHaveValue('Half a sentence');
    await expect(toText(page)).toHaveValue('');
  });

  test('a double click adds one step', async ({ page, visit }) => {
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Record a story' }).click();
    await page.evaluate((id) => (window.location.hash += `&select=${id}`), claims[0]!.id);
    await toText(page).fill('Said once.');
    const add = toStory(page).getByRole('button', { name: 'Add this view as a step' });
    await add.dblclick();
    await expect(toTexts(page)).toHaveValue('Said once.');
    // Who wants it twice clicks twice.
    await toText(page).fill('Said again.');
    await add.click();
    await expect(toTexts(page)).toHaveCount(2);
    expect((await saved(page))[0]!.steps.map(({ text }) => text)).toEqual(['Said once.', 'Said again.']);
  });

  test('a title that nobody could see is not kept, and why is said', async ({ page, visit }) => {
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Record a story' }).click();
    await toStory(page).getByLabel('Title').fill('\u200b');
    await expect(toStory(page).getByRole('alert')).toContainText('must not be empty');
    expect((await saved(page))[0]!.title).toBe('My story');
  });

  test('the last thing that can be undone leaves the focus where it is', async ({ page, visit }) => {
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Record a story' }).click();
    await toStory(page).getByLabel('Title').fill('Another');
    const undo = toStory(page).getByRole('button', { name: 'Undo' });
    await undo.focus();
    await page.keyboard.press('Enter');
    await expect(toStory(page).getByLabel('Title')).toHaveValue('My story');
    await expect(undo).toBeDisabled();
    await expect(undo).toBeFocused();
  });

  test('a story goes out as a file and comes in as it was, also in another browser', async ({
    page,
    visit,
    browser,
    baseURL,
    context,
  }) => {
    test.setTimeout(60_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await visit('#view=story');
    await recordAll(page);
    // A link would not carry it.
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('The link does not hold your story ‘My story’');
    const download = page.waitForEvent('download');
    await toStory(page).getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('My story.json');
    const file = await (await download).path();
    const [story] = await saved(page);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(story);

    const other = await browser.newPage({ baseURL: baseURL! });
    await other.goto('/#view=story');
    await toList(other).locator('input[type=file]').setInputFiles(file);
    await expect(toList(other).getByRole('status').first()).toContainText('among your stories');
    expect(await saved(other)).toEqual([story]);
    // Once more changes nothing; with other words it is another story, and neither is lost.
    await toList(other).locator('input[type=file]').setInputFiles(file);
    await expect(toList(other).getByRole('article')).toHaveCount(STORIES.length + 1);
    await toList(other)
      .locator('input[type=file]')
      .setInputFiles({
        name: 'changed.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify({ ...story, title: 'Another' })),
      });
    await expect(toList(other).getByRole('article')).toHaveCount(STORIES.length + 2);
    const titles = (await saved(other)).map(({ title }) => title);
    expect(titles.toSorted((a, b) => a.localeCompare(b))).toEqual(['Another', 'My story']);
    await other.close();
  });

  test('what is no story of these articles is refused with what is wrong, and nothing is lost', async ({
    page,
    visit,
  }) => {
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Edit a copy' }).first().click();
    await toStory(page).getByRole('button', { name: 'Done' }).click();
    const before = await saved(page);
    const [step] = STORY.steps;
    for (const [name, text, wrong] of [
      ['rubbish.json', '<b>rubbish</b>', 'is not JSON'],
      ['list.json', '[]', 'expected object'],
      ['old.json', JSON.stringify({ ...STORY, version: 0 }), 'must be 1'],
      [
        'false.json',
        JSON.stringify({
          ...STORY,
          steps: [{ ...step, quote: { ...step!.quote, quote: 'Nobody said this.' } }],
        }),
        '“Nobody said this.” is not in seeds/',
      ],
      [
        'strange.json',
        JSON.stringify({ ...STORY, steps: [{ ...step, view: 'select=claim:unknown' }] }),
        'claim:unknown, which is not in the graph',
      ],
      ['large.json', ' '.repeat(4_000_001), 'larger than'],
    ] as const) {
      await toList(page)
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect(toList(page).getByRole('alert')).toContainText(name);
      await expect(toList(page).getByRole('alert')).toContainText(wrong);
    }
    expect(await saved(page)).toEqual(before);
  });

  test('a story of other articles says so in plain words, is not begun, and its file not opened', async ({
    page,
    visit,
  }) => {
    await visit('#view=story');
    await toList(page).getByRole('button', { name: 'Edit a copy' }).first().click();
    await toStory(page).getByRole('button', { name: 'Done' }).click();
    const [story] = await saved(page);
    const text = JSON.stringify(story).replaceAll('"article:', '"article:another-');
    await page.evaluate(({ key, words }) => localStorage.setItem(key, words), {
      key: `claimscape.story.${story!.id}`,
      words: text,
    });
    await page.goto('about:blank');
    await visit('#view=story');
    const told = 'belongs to other articles than those open here.';
    const card = toList(page).getByRole('article').last();
    await expect(card).toContainText(`It ${told}`);
    await expect(card.getByText('there is no article').first()).toBeHidden();
    await expect(card.getByRole('link')).toHaveCount(0);
    await toList(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await expect(toList(page).getByRole('alert')).toContainText(`other.json is not opened: it ${told}`);
  });

  test('two tabs do not write over each other', async ({ page, visit, context }) => {
    await visit('#view=story');
    await recordAll(page);
    const other = await context.newPage();
    await other.goto('/#view=story');
    await expect(toList(other)).toContainText('My story');
    await toStory(page).getByLabel('Title').fill('From the first tab');
    await expect(toList(other)).toContainText('From the first tab');
    await toList(other).getByRole('button', { name: 'Edit From the first tab' }).click();
    await toStory(other).getByLabel('Summary').fill('From the second tab');
    await expect(toStory(page).getByLabel('Summary')).toHaveValue('From the second tab');
    await toTexts(page).first().fill('And from the first again.');
    const [story] = await saved(page);
    expect(story).toMatchObject({ title: 'From the first tab', summary: 'From the second tab' });
    expect(story!.steps[0]!.text).toBe('And from the first again.');
  });

  test('where the browser saves nothing it says so, and the story can still be downloaded', async ({
    page,
    visit,
  }) => {
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await visit('#view=story');
    await recordAll(page);
    await expect(toStory(page).getByRole('alert')).toContainText('Download it before you leave');
    const download = page.waitForEvent('download');
    await toStory(page).getByRole('button', { name: 'Download' }).click();
    const story = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as StoryFile;
    expect(story.steps).toHaveLength(claims.length);
  });

  test('what is saved but cannot be read is named, and stays', async ({ page, visit }) => {
    await page.addInitScript(() => localStorage.setItem('claimscape.story.own-broken', '{"version":1'));
    await visit('#view=story');
    await expect(toList(page)).toContainText('the story ‘own-broken’ saved in this browser: is not JSON');
    expect(await page.evaluate(() => localStorage.getItem('claimscape.story.own-broken'))).toBe(
      '{"version":1',
    );
  });

  test('a shipped story that is broken hides neither the graph nor the others', async ({ page, visit }) => {
    await page.route('**/stories.json', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: toBundle(
          Object.fromEntries(
            STORIES.map((story, index) => [
              `graph/stories/${story.id}.json`,
              index === 0 ? '{' : JSON.stringify(story),
            ]),
          ),
        ),
      }),
    );
    await visit('#view=story');
    await expect(toList(page).getByRole('article')).toHaveCount(STORIES.length - 1);
    await expect(toList(page)).toContainText(`graph/stories/${STORY.id}.json: is not JSON`);
  });
});
