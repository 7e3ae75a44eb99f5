// When what was said: bars, marks, and the brush that filters.
import type { Page } from '@playwright/test';
import { EDGES, NODES, ofType, toNode } from './corpus';
import { expect, readShown, test, toFind, toInspector, toMap } from './page';

const toTimeline = (page: Page) => page.getByRole('region', { name: 'Timeline', exact: true });
const ends = (page: Page) =>
  (['Said from', 'Said until'] as const).map((name) => toTimeline(page).getByRole('slider', { name }));

/** In which year an utterance was made, as far as the files tell without reading src/core. */
const yearOf = (edge: (typeof EDGES)[number]) => {
  const dated = (id: string) => {
    const node = NODES.find((other) => other.id === id);
    return node && 'date' in node ? node.date : undefined;
  };
  const own = 'date' in edge ? edge.date : undefined;
  const report = edge.source.startsWith('report:') ? dated(edge.source) : undefined;
  return (own ?? report ?? dated(edge.passages[0]!.article))!.slice(0, 4);
};
const isSaid = (id: string) => /^(claim|recommendation):/.test(id);
const UTTERANCES = EDGES.filter(
  ({ type, target }) => (type === 'authored' || type === 'states') && isSaid(target),
);
const YEARS = ['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017', '2018', '2019'];
const said = (...years: string[]) => [
  ...new Set(UTTERANCES.filter((edge) => years.includes(yearOf(edge))).map(({ target }) => target)),
];

/** The middle of a year on the chart. */
async function toYear(page: Page, year: string): Promise<{ x: number; y: number }> {
  const [from, until] = ends(page);
  await expect(from!).toHaveAttribute('aria-valuemax', `${YEARS.length - 1}`);
  const area = await from!.evaluate((end) => {
    const { left, top, width, height } = end.parentElement!.getBoundingClientRect();
    return { left, top, width, height };
  });
  expect(until).toBeDefined();
  return {
    x: area.left + (area.width * (YEARS.indexOf(year) + 0.5)) / YEARS.length,
    y: area.top + area.height / 2,
  };
}

async function drag(page: Page, from: string, to: string): Promise<void> {
  const [start, end] = [await toYear(page, from), await toYear(page, to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move((start.x + end.x) / 2, start.y, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 3 });
  await page.mouse.up();
}

/** Waits until the map draws just what was said in these years. */
const expectSaid = (page: Page, years: string[]) =>
  expect
    .poll(async () => (await readShown(page)).nodes.filter(isSaid).toSorted())
    .toEqual(said(...years).toSorted());

test('pointing at a year tells what was said in it, and that nothing was', async ({ page, visit }) => {
  await visit();
  for (const year of YEARS) {
    const { x, y } = await toYear(page, year);
    await page.mouse.move(x, y);
    const ids = said(year);
    const claims = ids.filter((id) => id.startsWith('claim:')).length;
    const told = toTimeline(page)
      .locator('p')
      .filter({ hasText: new RegExp(`^${year}: `) });
    await expect(told).toContainText(ids.length === 0 ? 'nothing said' : `${claims} claims`);
    if (['2010', '2019'].includes(year)) await expect(told).toContainText('the date is uncertain');
  }
});

test('years dragged over are what the whole page shows, are in the link, and stay on reload', async ({
  page,
  visit,
}) => {
  await visit();
  await drag(page, '2014', '2015');
  await expect(page).toHaveURL(/#q=date:2014\/2015/);
  await expectSaid(page, ['2014', '2015']);
  await expect(toMap(page).getByRole('status')).toContainText(/^\d+ of \d+ nodes/);
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expectSaid(page, ['2014', '2015']);
  const [from, until] = ends(page);
  await expect(from!).toHaveAttribute('aria-valuetext', /^2014: \d+ claims, \d+ recommendations/);
  await expect(until!).toHaveAttribute('aria-valuetext', /^2015: /);
});

test('the years chosen can be moved, made longer and shorter, chosen alone, and cleared', async ({
  page,
  visit,
}) => {
  await visit('#q=date:2014/2015');
  await drag(page, '2014', '2016');
  await expect(page).toHaveURL(/date:2016\/2017/);
  const [from, until] = ends(page);
  const grip = (await until!.boundingBox())!;
  const far = await toYear(page, '2019');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(far.x, far.y, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/date:2016\/2019/);
  await expectSaid(page, ['2016', '2017', '2018', '2019']);
  const { x, y } = await toYear(page, '2019');
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/date:2019$/);
  await expect(from!).toHaveAttribute('aria-valuenow', '9');
  await toTimeline(page)
    .getByRole('button', { name: /^2019: all years again/ })
    .click();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
  await expectSaid(page, YEARS);
});

test('arrow keys move either end, with Shift both, and Delete brings all years back', async ({
  page,
  visit,
}) => {
  await visit('#q=stance:for,against');
  const [from, until] = ends(page);
  await from!.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/stance:for,against%20date:2014\/2019/);
  await until!.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/date:2014$/);
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page).toHaveURL(/date:2015$/);
  await expect(from!).toHaveAttribute('aria-valuetext', /^2015: /);
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/date:2015\/2019$/);
  await page.keyboard.press('Delete');
  await expect(page).toHaveURL(/#q=stance:for,against$/);
});

test('bars follow the other filters, and can be parted by stance', async ({ page, visit }) => {
  await visit('#q=topic:one-word-judgment');
  const about = EDGES.flatMap((edge) =>
    edge.type === 'about' && edge.target === 'topic:one-word-judgment' ? [edge] : [],
  );
  const against = about.filter(
    ({ source, stance }) => stance === 'against' && said('2019').includes(source),
  ).length;
  const [, until] = ends(page);
  const stance = toTimeline(page).getByRole('button', { name: 'Stance' });
  await expect(stance).toHaveAttribute('aria-pressed', 'true');
  expect(against).toBeGreaterThan(0);
  await expect(until!).toHaveAttribute('aria-valuetext', new RegExp(`^2019: ${against} against`));
  await toTimeline(page).getByRole('button', { name: 'Type' }).click();
  await expect(until!).toHaveAttribute('aria-valuetext', /^2019: \d+ claims/);
});

test('bars are parted by stance on one question only: a claim may be for on one and against on another', async ({
  page,
  visit,
}) => {
  await visit();
  const [, until] = ends(page);
  const stance = toTimeline(page).getByRole('button', { name: 'Stance' });
  await expect(until!).toHaveAttribute('aria-valuetext', /^2019: \d+ claims/);
  await expect(stance).toHaveCount(0);
  for (const [topics, has] of [
    ['one-word-judgment,demand-excuse', false],
    ['one-word-judgment', true],
  ] as const) {
    await visit(`#q=topic:${topics}`);
    await expect(stance).toHaveCount(has ? 1 : 0);
    await expect(until!).toHaveAttribute(
      'aria-valuetext',
      has ? /^2019: \d+ (for|against)/ : /^2019: \d+ claims/,
    );
  }
});

test('every article and every dated report is a mark, and selects', async ({ page, visit }) => {
  await visit();
  for (const article of ofType('article'))
    await expect(toTimeline(page).getByRole('link', { name: article.label.slice(0, 30) })).toHaveAttribute(
      'href',
      `#select=${article.id}`,
    );
  for (const report of ofType('report').filter(({ date }) => date))
    await expect(toTimeline(page).getByTitle(report.label.slice(0, 30))).toHaveCount(1);
  const article = toNode('article:high-caseloads-2014', 'article');
  await toTimeline(page)
    .getByRole('link', { name: article.label.slice(0, 30) })
    .click();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(article.label);
  await expect(toTimeline(page).locator('a[aria-current="true"]')).toHaveCount(1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 });

  test('a tap chooses a year, the ends can be taken with a finger, and all years come back', async ({
    page,
    visit,
  }) => {
    await visit();
    const { x, y } = await toYear(page, '2016');
    await page.touchscreen.tap(x, y);
    await expect(page).toHaveURL(/date:2016/);
    for (const end of ends(page)) {
      const box = (await end.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(40);
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(390);
    }
    const clear = toTimeline(page).getByRole('button', { name: /all years again/ });
    expect((await clear.boundingBox())!.width).toBeGreaterThanOrEqual(40);
    await clear.tap();
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Search and filter' }).tap();
    await expect(toFind(page)).toBeVisible();
  });
});
