// The words that everything rests on, in their article.
import type { Page } from '@playwright/test';
import { EDGES, NODES, ofType, toNode, toPlace } from './corpus';
import { expect, test, toFront, toInspector, toSource } from './page';

/** Follows the link to each of these in turn; what is not as promised, a line each. */
async function followAll(page: Page, items: readonly (typeof NODES | typeof EDGES)[number][]) {
  const failures: string[] = [];
  for (const { id, passages } of items) {
    const { words, paragraph, offset } = toPlace(passages[0]!);
    await page.goto(`/#select=${id}`);
    const seen = await page.evaluate(
      async ({ expected, quote }) => {
        const source = document.querySelector('section[aria-label="Source"]')!;
        const look = () => {
          const marks = [...source.querySelectorAll('mark[aria-current="true"]')];
          return { marks, words: marks.map((mark) => mark.textContent) };
        };
        const isThere = () =>
          JSON.stringify(look().words) === JSON.stringify(expected) &&
          source.querySelector('[role=status]')!.textContent.includes(quote);
        // The page is given two seconds to follow.
        const end = performance.now() + 2000;
        while (!isThere() && performance.now() < end) await new Promise(requestAnimationFrame);
        const { marks, words: found } = look();
        const [mark] = marks;
        if (!mark) return { words: found };
        const line = mark.closest('p')!;
        const range = document.createRange();
        range.setStart(line, 0);
        range.setEndBefore(mark);
        const box = mark.getBoundingClientRect();
        const frame = line.parentElement!.getBoundingClientRect();
        return {
          words: found,
          paragraph: [...line.parentElement!.children].indexOf(line),
          offset: range.toString().length,
          status: source.querySelector('[role=status]')!.textContent,
          // A passage higher than the reader shows at least its middle.
          inSight:
            (box.top + box.bottom) / 2 > frame.top &&
            (box.top + box.bottom) / 2 < frame.bottom &&
            (box.height > frame.height || (box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1)),
        };
      },
      { expected: words, quote: passages[0]!.quote },
    );
    if (JSON.stringify(seen.words) !== JSON.stringify(words))
      failures.push(`${id}: marks ${JSON.stringify(seen.words)} instead of ${JSON.stringify(words)}`);
    else if (seen.paragraph !== paragraph || seen.offset !== offset)
      failures.push(
        `${id}: marks its words at ${seen.paragraph}, ${seen.offset} instead of ${paragraph}, ${offset}`,
      );
    else if (!seen.inSight) failures.push(`${id}: its words are not scrolled into sight`);
    else if (!seen.status?.includes(passages[0]!.quote)) failures.push(`${id}: its words are not announced`);
  }
  return failures;
}

test.describe('by its link', () => {
  // A small window and no motion: drawing the map is what takes the time.
  test.use({ viewport: { width: 900, height: 600 }, contextOptions: { reducedMotion: 'reduce' } });

  test('every single node brings its exact words into sight and says them', async ({ page, visit }) => {
    test.setTimeout(120_000);
    await visit();
    expect(await followAll(page, NODES)).toEqual([]);
  });

  for (const [name, part] of [
    ['of the first half', EDGES.slice(0, EDGES.length / 2)],
    ['of the second half', EDGES.slice(EDGES.length / 2)],
  ] as const)
    test(`every single edge (${name}) brings its exact words into sight and says them`, async ({
      page,
      visit,
    }) => {
      test.setTimeout(120_000);
      await visit();
      expect(await followAll(page, part)).toEqual([]);
    });

  test('every passage of whatever has several can be brought in front', async ({ page, visit }) => {
    test.setTimeout(120_000);
    await visit();
    const failures: string[] = [];
    const several = [...NODES, ...EDGES].flatMap(({ id, passages }) =>
      passages.slice(1).map((passage, index) => ({ id, number: index + 2, words: toPlace(passage).words })),
    );
    for (const { id, number, words } of several) {
      await page.goto(`/#select=${id}&passage=${number}`);
      const found = await page.evaluate(async (expected) => {
        const look = () =>
          [...document.querySelectorAll('mark[aria-current="true"]')].map((mark) => mark.textContent);
        const end = performance.now() + 1000;
        while (JSON.stringify(look()) !== JSON.stringify(expected) && performance.now() < end)
          await new Promise(requestAnimationFrame);
        return look();
      }, words);
      if (JSON.stringify(found) !== JSON.stringify(words))
        failures.push(
          `${id}, passage ${number}: ${JSON.stringify(found)} instead of ${JSON.stringify(words)}`,
        );
    }
    expect(failures).toEqual([]);
  });
});

test('where something rests on several passages, one turns from each to the next, and all are marked', async ({
  page,
  visit,
}) => {
  const claim = ofType('claim').find(
    ({ passages }) => passages.length > 2 && new Set(passages.map(({ article }) => article)).size === 1,
  )!;
  await visit(`#select=${claim.id}`);
  const turn = toSource(page).getByRole('group', { name: 'Passages' });
  for (const [index, passage] of claim.passages.entries()) {
    await expect(turn).toContainText(`Passage ${index + 1} of ${claim.passages.length}`);
    await expect(toFront(page)).toHaveText(toPlace(passage).words);
    await expect(toFront(page).first()).toBeInViewport();
    await expect(toSource(page).getByRole('status')).toContainText(passage.quote);
    if (index + 1 < claim.passages.length) await turn.getByRole('button', { name: 'Next passage' }).click();
  }
  await expect(turn.getByRole('button', { name: 'Next passage' })).toBeDisabled();
  expect(await toSource(page).locator('mark').count()).toBeGreaterThanOrEqual(claim.passages.length);
  await turn.getByRole('button', { name: 'Previous passage' }).click();
  await expect(toFront(page)).toHaveText(toPlace(claim.passages.at(-2)!).words);
});

test('where its passages are in several articles, turning brings up the other article', async ({
  page,
  visit,
}) => {
  const node = NODES.find(({ passages }) =>
    passages.some(({ article }) => article !== passages[0]!.article),
  )!;
  const other = node.passages.findIndex(({ article }) => article !== node.passages[0]!.article);
  await visit(`#select=${node.id}&passage=${other + 1}`);
  const article = toNode(node.passages[other]!.article, 'article');
  await expect(toSource(page).getByRole('link', { name: article.label })).toBeVisible();
  await expect(toFront(page)).toHaveText(toPlace(node.passages[other]!).words);
});

test('clicking marked words selects what rests on them', async ({ page, visit }) => {
  const items = new Map([...NODES, ...EDGES].map((item) => [item.id, item]));
  for (const { id } of ofType('article').slice(0, 3)) {
    await visit(`#select=${id}`);
    const links = await toSource(page).locator('p a[href*="select=claim:"]').all();
    const link = links[Math.floor(links.length / 2)]!;
    const words = (await link.textContent())!;
    await link.click();
    await expect(page).toHaveURL(/select=claim:/);
    const claim = items.get(/select=([^&]+)/.exec(page.url())![1]!) as ReturnType<typeof ofType<'claim'>>[0];
    await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
    expect(claim.passages.some(({ quote }) => quote.includes(words))).toBe(true);
    await expect(toFront(page)).toHaveText(toPlace(claim.passages[0]!).words);
    await expect(toFront(page).first()).toBeInViewport();
  }
});

test('where passages overlap, each thing that rests on the words can be reached', async ({ page, visit }) => {
  // Of the claims, the one whose very words most other things share.
  const sharing = (quote: string, article: string) =>
    [...NODES, ...EDGES].filter(({ passages }) =>
      passages.some((passage) => passage.article === article && passage.quote === quote),
    );
  const claim = ofType('claim').toSorted(
    (a, b) =>
      sharing(b.passages[0]!.quote, b.passages[0]!.article).length -
      sharing(a.passages[0]!.quote, a.passages[0]!.article).length,
  )[0]!;
  const [{ quote, article }] = claim.passages as [(typeof claim.passages)[0]];
  const others = sharing(quote, article).filter(({ id }) => id !== claim.id);
  expect(others.length).toBeGreaterThan(2);
  await visit(`#select=${claim.id}`);
  const summary = toSource(page).locator('summary');
  await expect(summary).toHaveText(/\d+ other things rest on these words/);
  await summary.click();
  const list = toSource(page).locator('details');
  for (const { id } of others) await expect(list.locator(`a[href*="select=${id}"]`).first()).toBeVisible();
  const counted = Number.parseInt((await summary.textContent())!);
  await expect(list.getByRole('link')).toHaveCount(counted);
  const wanted = others.at(-1)!;
  await list.locator(`a[href*="select=${wanted.id}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`select=${wanted.id}`));
  await expect(toFront(page)).toHaveText(toPlace(wanted.passages[0]!).words);
});
