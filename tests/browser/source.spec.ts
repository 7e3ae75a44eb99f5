// The words that everything rests on, in their article.
import type { Page } from '@playwright/test';
import { EDGES, NODES, ofType, toNode, toPlace } from './corpus';
import { expect, test, toFront, toInspector, toSource } from './page';

/** Chromium ignores changes of the address beyond 200 in 10 seconds. */
const PACE = 52;

/** Every passage of these with the link to it, and where the reader must mark which words. */
const toLinks = (items: readonly (typeof NODES | typeof EDGES)[number][]) =>
  items.flatMap(({ id, passages }) =>
    passages.map((anchor, index) => ({
      hash: `#select=${id}${index > 0 ? `&passage=${index + 1}` : ''}`,
      quote: anchor.quote,
      ...toPlace(anchor),
    })),
  );

/** Follows each link in turn within the page; what is not as promised, a line each. */
const followAll = (page: Page, links: ReturnType<typeof toLinks>) =>
  page.evaluate(
    async ({ wanted, pace }) => {
      const source = document.querySelector('section[aria-label="Source"]')!;
      const readMarks = () => [...source.querySelectorAll('mark[aria-current="true"]')];
      const readWords = () => JSON.stringify(readMarks().map((mark) => mark.textContent));
      const findFault = ({ words, quote, paragraph, offset }: (typeof wanted)[0]) => {
        if (readWords() !== JSON.stringify(words))
          return `marks ${readWords()} instead of ${JSON.stringify(words)}`;
        const mark = readMarks()[0]!;
        const line = mark.closest('p')!;
        const range = document.createRange();
        range.setStart(line, 0);
        range.setEndBefore(mark);
        const at = [[...line.parentElement!.children].indexOf(line), range.toString().length];
        if (at[0] !== paragraph || at[1] !== offset)
          return `marks its words in paragraph ${at.join(' at ')} instead of ${paragraph} at ${offset}`;
        if (!source.querySelector('[role=status]')?.textContent.includes(quote))
          return 'its words are not announced';
        const box = mark.getBoundingClientRect();
        const frame = line.parentElement!.getBoundingClientRect();
        const middle = (box.top + box.bottom) / 2;
        // Of a passage higher than the reader at least the middle is seen.
        const inSight =
          middle > frame.top &&
          middle < frame.bottom &&
          (box.height > frame.height || (box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1));
        return inSight ? undefined : 'its words are not scrolled into sight';
      };
      const wait = (time: number) => new Promise((done) => setTimeout(done, time));
      // The map, which is slow to draw without a graphics card, rests: only the words are looked at here.
      window.sigma.getCamera().disable();
      window.sigma.refresh = () => window.sigma;
      const faults: string[] = [];
      for (const link of wanted) {
        window.location.hash = link.hash;
        const start = performance.now();
        // The page is given two seconds to follow.
        while (findFault(link) !== undefined && performance.now() < start + 2000) await wait(4);
        const fault = findFault(link);
        if (fault !== undefined) faults.push(`${link.hash}: ${fault}`);
        await wait(start + pace - performance.now());
      }
      return faults;
    },
    { wanted: links, pace: PACE },
  );

test.describe('by its link', () => {
  test.use({ viewport: { width: 900, height: 600 } });

  const halves = [EDGES.slice(0, EDGES.length / 2), EDGES.slice(EDGES.length / 2)];
  for (const [name, items] of [
    ['node', NODES],
    ['edge of the first half', halves[0]!],
    ['edge of the second half', halves[1]!],
  ] as const)
    test(`every single ${name} brings each of its passages, to the character, into sight and says it`, async ({
      page,
      visit,
    }) => {
      test.setTimeout(180_000);
      await visit(`#select=${items[0]!.id}`);
      expect(await followAll(page, toLinks(items))).toEqual([]);
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
    // At either end a link may take in a stop or a word too short to be hit by itself.
    const heart = words.trim().slice(5, -5);
    expect(heart).not.toBe('');
    expect(claim.passages.some(({ quote }) => quote.includes(heart))).toBe(true);
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
