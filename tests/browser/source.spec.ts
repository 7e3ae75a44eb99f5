// The words that everything rests on, in their article.
import type { Page } from '@playwright/test';
import { EDGES, FILES, NODES, ofType, toNode, toPlace } from './corpus';
import { expect, open, test, toFront, toInspector, toSource } from './page';

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
      context,
    }) => {
      test.setTimeout(180_000);
      const links = toLinks(items);
      const half = Math.ceil(links.length / 2);
      // A tab has to wait between two links: two of them wait at the same time.
      const tabs: [Page, typeof links][] = [
        [page, links.slice(0, half)],
        [await context.newPage(), links.slice(half)],
      ];
      const faults = tabs.map(async ([tab, some]) => {
        await open(tab, some[0]!.hash);
        return followAll(tab, some);
      });
      expect((await Promise.all(faults)).flat()).toEqual([]);
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

test('turning to the last passage by keyboard keeps the focus, and what else is selected', async ({
  page,
  visit,
}) => {
  const claim = ofType('claim').find(({ passages }) => passages.length === 2)!;
  const other = ofType('claim').find(({ id }) => id !== claim.id)!;
  await visit(`#view=articles&select=${claim.id}&also=${other.id}`);
  const next = toSource(page).getByRole('button', { name: 'Next passage' });
  await next.focus();
  await page.keyboard.press('Enter');
  await expect(toFront(page)).toHaveText(toPlace(claim.passages[1]!).words);
  await expect(page).toHaveURL(new RegExp(`also=${other.id}`));
  await expect(next).toBeDisabled();
  await page.waitForTimeout(200);
  await expect(next).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toFront(page)).toHaveText(toPlace(claim.passages[1]!).words);
});

test('a passage that lies within another of the same thing comes into sight in front', async ({
  page,
  visit,
}) => {
  // The words that date it stand within those that name it.
  const dated = NODES.flatMap((node) => {
    if (!('datePassage' in node) || !node.datePassage) return [];
    const { datePassage, passages } = node;
    const isWithin = passages.some(
      ({ article, quote }) =>
        article === datePassage.article && quote !== datePassage.quote && quote.includes(datePassage.quote),
    );
    return isWithin ? [{ id: node.id, datePassage, place: passages.length + 1 }] : [];
  });
  expect(dated.length).toBeGreaterThan(1);
  for (const { id, datePassage, place } of dated) {
    await visit(`#select=${id}&passage=${place}`);
    await expect(toFront(page)).toHaveText(toPlace(datePassage).words);
    await expect(toFront(page).first()).toBeInViewport();
  }
});

test('with a key held beside it, an arrow is the browser’s own and turns no tab', async ({ page, visit }) => {
  const [first, second] = ofType('article');
  await visit(`#open=${first!.id},${second!.id}&article=${first!.id}`);
  const tab = toSource(page).getByRole('tab', { selected: true });
  await tab.focus();
  const chosen = await tab.getAttribute('title');
  await page.keyboard.press('Control+ArrowRight');
  await expect(tab).toHaveAttribute('title', chosen!);
  await page.keyboard.press('ArrowRight');
  await expect(tab).not.toHaveAttribute('title', chosen!);
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

test('the words that give a date are a passage as any other, even where nothing else rests on them', async ({
  page,
  visit,
}) => {
  const dated = [...NODES, ...EDGES].filter(
    (item): item is (typeof EDGES)[number] & { datePassage: (typeof EDGES)[number]['passages'][0] } =>
      'datePassage' in item &&
      item.datePassage !== undefined &&
      item.passages.every(({ quote }) => quote !== item.datePassage!.quote),
  );
  expect(dated.length).toBeGreaterThan(1);
  for (const { id, passages, datePassage } of [dated[0]!, dated.at(-1)!]) {
    for (const view of ['', 'view=articles&']) {
      await visit(`#${view}select=${id}&passage=${passages.length + 1}`);
      await expect(toFront(page)).toHaveText(toPlace(datePassage).words);
    }
  }
});

test('clicking marked words selects what rests on them', async ({ page, visit }) => {
  const items = new Map([...NODES, ...EDGES].map((item) => [item.id, item]));
  for (const { id } of ofType('article').slice(0, 3)) {
    await visit(`#select=${id}`);
    await expect(toFront(page).first()).toBeVisible();
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

/** A topic with words in several articles, and an article that has none of them. */
const topic = ofType('topic').find(
  ({ passages }) => new Set(passages.map(({ article }) => article)).size === 4,
)!;
const [apart] = ofType('article').filter(({ id }) => topic.passages.every(({ article }) => article !== id));
type Article = ReturnType<typeof ofType<'article'>>[0];
const toTabs = (page: Page) => page.getByRole('tablist', { name: 'Open articles' }).getByRole('tab');

test('every article that the selection has words in is a tab that tells how many; turning keeps the selection', async ({
  page,
  visit,
}) => {
  await visit(`#select=${topic.id}`);
  const dateOf = (id: string) => toNode(id, 'article').date;
  const articles = [...new Set(topic.passages.map(({ article }) => article))].toSorted((a, b) =>
    dateOf(a).localeCompare(dateOf(b)),
  );
  await expect(toTabs(page)).toHaveCount(articles.length);
  for (const [index, article] of articles.entries()) {
    const here = topic.passages.filter((passage) => passage.article === article);
    await toTabs(page).nth(index).click();
    await expect(toTabs(page).nth(index)).toHaveAttribute('aria-selected', 'true');
    await expect(toTabs(page).nth(index)).toContainText(
      `${here.length} passage${here.length === 1 ? '' : 's'} of what is selected`,
    );
    await expect(toFront(page)).toHaveText(toPlace(here[0]!).words);
    await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(topic.label);
  }
  await toTabs(page).last().press('ArrowRight');
  await expect(toTabs(page).first()).toBeFocused();
  const earliest = topic.passages.find(({ article }) => article === articles[0])!;
  await expect(toFront(page)).toHaveText(toPlace(earliest).words);
  await page.keyboard.press('End');
  await expect(toTabs(page).last()).toBeFocused();
});

test('the first screen leads to the articles; any of them can be opened, several at once, and put away', async ({
  page,
  visit,
}) => {
  await visit();
  await toSource(page).getByRole('link', { name: 'read the articles' }).click();
  const articles = page.getByRole('region', { name: 'Articles', exact: true });
  for (const { label } of ofType('article')) await expect(articles.getByText(label)).toBeVisible();
  const [first, second] = ofType('article').slice(0, 2) as [Article, Article];
  await articles.getByRole('link', { name: first.label }).click();
  await expect(page).toHaveURL(new RegExp(`open=${first.id}`));
  await expect(articles.getByRole('heading', { name: first.label })).toBeVisible();
  await articles.getByLabel('Open another article').click();
  await articles.getByRole('link', { name: second.label }).click();
  await expect(toTabs(page)).toHaveCount(2);
  await expect(articles.getByRole('heading', { name: second.label })).toBeVisible();
  await page.reload();
  await expect(articles.getByRole('heading', { name: second.label })).toBeVisible();
  await toTabs(page).nth(1).press('Delete');
  await expect(toTabs(page)).toHaveCount(1);
  await articles.getByRole('button', { name: 'Close this article' }).click();
  await expect(articles.getByRole('heading', { name: 'The articles' })).toBeVisible();
});

test('an article without words of the selection comes back where it was left', async ({ page, visit }) => {
  await visit(`#select=${topic.id}&open=${apart!.id}&article=${apart!.id}`);
  await expect(toSource(page).getByRole('link', { name: apart!.label }).first()).toBeVisible();
  await expect(toFront(page)).toHaveCount(0);
  const body = toSource(page)
    .locator('div', { has: page.locator('> p a') })
    .last();
  await body.evaluate((element) => (element.scrollTop = 300));
  const first = toNode(topic.passages[0]!.article);
  await toTabs(page).filter({ hasText: first.label }).click();
  await expect(toFront(page)).toHaveText(toPlace(topic.passages[0]!).words);
  await toTabs(page).filter({ hasText: apart!.label }).click();
  await expect(toSource(page).getByRole('link', { name: apart!.label }).first()).toBeVisible();
  await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBe(300);
});

test('the articles to choose from tell how much of each the filters leave', async ({ page, visit }) => {
  const { id, label } = ofType('article').find((node) => node.id === 'article:too-tough-2015')!;
  const said = [...ofType('claim'), ...ofType('recommendation')].filter(({ passages }) =>
    passages.some(({ article }) => article === id),
  );
  await visit(`#view=articles&q=article:${id}`);
  const choices = page.getByRole('region', { name: 'Articles', exact: true }).getByRole('listitem');
  await expect(choices.filter({ hasText: label })).toContainText(`${said.length} claims and recommendations`);
  await expect(choices.filter({ hasText: 'nothing that fits the filters' })).toHaveCount(
    ofType('article').length - 1,
  );
});

test('read large, an article has lines of some 65 signs and the passage in front in sight', async ({
  page,
  visit,
}) => {
  await visit(`#select=${topic.id}`);
  await toSource(page).getByRole('link', { name: 'Read large' }).click();
  await expect(page).toHaveURL(/view=articles/);
  await expect(toFront(page)).toHaveText(toPlace(topic.passages[0]!).words);
  await expect(toFront(page).first()).toBeInViewport();
  const signs = await toSource(page)
    .locator('p', { has: page.locator('mark') })
    .first()
    .evaluate((line) => {
      const { width } = line.getBoundingClientRect();
      const probe = document.createElement('span');
      probe.textContent = line.textContent.replace(/\s+/g, ' ');
      probe.style.whiteSpace = 'nowrap';
      line.append(probe);
      const perSign = probe.getBoundingClientRect().width / probe.textContent.length;
      probe.remove();
      return width / perSign;
    });
  expect(signs).toBeGreaterThan(50);
  expect(signs).toBeLessThan(80);
});

test('what is in an article is listed in the order of its text, by kind, and each leads to its place', async ({
  page,
  visit,
}) => {
  const article = ofType('article').find(({ id }) => id === 'article:too-tough-2015')!;
  const toOrder = (anchor: (typeof NODES)[number]['passages'][0]) => {
    const { paragraph, offset } = toPlace(anchor);
    return paragraph * 100_000 + offset;
  };
  const firstIn = ({ passages }: (typeof NODES)[number]) =>
    passages
      .filter((passage) => passage.article === article.id)
      .toSorted((a, b) => toOrder(a) - toOrder(b))[0];
  const inIt = (type: 'claim' | 'person' | 'organisation') =>
    ofType(type).filter((node) => firstIn(node) !== undefined);
  await visit(`#view=articles&open=${article.id}&marks=claims`);
  const list = page.getByRole('list', { name: 'In this article' });
  const claims = inIt('claim');
  await expect(list.getByRole('listitem')).toHaveCount(claims.length);
  const places = new Map(claims.map((claim) => [claim.id, toOrder(firstIn(claim)!)]));
  const ids = await list
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => /select=([^&]+)/.exec(link.getAttribute('href')!)![1]!));
  expect(ids.map((id) => places.get(id))).toEqual([...places.values()].toSorted((a, b) => a - b));
  const last = claims.find(({ id }) => id === ids.at(-1))!;
  await list.getByRole('link').last().click();
  await expect(toFront(page)).toHaveText(toPlace(firstIn(last)!).words);
  await expect(toFront(page).first()).toBeInViewport();
  const kinds = page.getByRole('group', { name: 'Marked and listed' });
  await kinds.getByRole('checkbox', { name: /^Claims/ }).uncheck();
  await kinds.getByRole('checkbox', { name: /^People and bodies/ }).check();
  await expect(page).toHaveURL(/marks=actors/);
  await expect(list.getByRole('listitem')).toHaveCount(inIt('person').length + inIt('organisation').length);
  const link = toSource(page).locator('p a[href*="select=person:joe-lepper"]').first();
  await expect(link).toHaveCSS('text-decoration-style', 'dotted');
  await link.click();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText('Joe Lepper');
});

test('coverage says of every sentence whether it is coded, or why it was left out, and counts them', async ({
  page,
  visit,
}) => {
  const article = ofType('article').find(({ id }) => id === 'article:too-tough-2015')!;
  const graph = JSON.parse(FILES['graph/too-tough-2015.json']!) as {
    leftOut: { quote: string; reason: string }[];
  };
  await visit(`#view=articles&open=${article.id}`);
  await page.getByRole('button', { name: 'Show coverage' }).click();
  await expect(page).toHaveURL(/coverage=shown/);
  const left = toSource(page).locator('p [data-state="left out"]');
  const reasons = new Set(graph.leftOut.map(({ reason }) => reason));
  expect(reasons.size).toBeGreaterThan(1);
  for (const reason of reasons) await expect(left.filter({ hasText: reason }).first()).toBeVisible();
  for (const { quote } of graph.leftOut.slice(0, 4))
    await expect(left.filter({ hasText: quote.split('\n')[0]!.trim() }).first()).toBeAttached();
  const legend = page.locator('dl[aria-label="Coverage"]');
  await expect(legend.locator('div', { hasText: 'Not accounted for' }).locator('dd')).toHaveText('0');
  const coded = await toSource(page).locator('p [data-state="coded"]').count();
  await expect(legend.locator('div', { hasText: 'Coded' }).locator('dd')).toHaveText(String(coded));
  await expect(legend).toContainText(`${coded + (await left.count())} sentences`);
});
