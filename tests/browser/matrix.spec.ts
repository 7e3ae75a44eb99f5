// The matrix: who takes which side, every number one click from the claims and their words.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { EDGES, NODES, ofType, toNode, toPlace } from './corpus';
import { expect, readShown, test, toFront } from './page';

const toMatrix = (page: Page) => page.getByRole('region', { name: 'Matrix', exact: true });
const toCells = (page: Page) => toMatrix(page).getByRole('table').getByRole('button', { name: /: \S/ });
/** Once every row is drawn. */
const seeWhole = (page: Page) =>
  expect(toMatrix(page).getByRole('table')).toHaveAttribute('aria-busy', 'false');
const toList = (page: Page) => page.getByRole('region', { name: 'In this cell' });

const STANCES = {
  for: 'for',
  neutral: 'neither for nor against',
  mixed: 'both for and against',
  against: 'against',
} as const;

/** For whom nobody else speaks: what it says are its own utterances. */
const ALONE = toNode('organisation:community-care', 'organisation');
const said = new Set(
  EDGES.flatMap(({ type, source, target }) =>
    type === 'authored' && source === ALONE.id && /^(claim|recommendation):/.test(target) ? [target] : [],
  ),
);
/** By topic how many of its claims are on each side, as a cell is named. */
const cells = new Map(
  ofType('topic').flatMap((topic) => {
    const words = ['for', 'neutral', 'mixed', 'against'].flatMap((stance) => {
      const number = EDGES.filter(
        (edge) =>
          edge.type === 'about' &&
          edge.target === topic.id &&
          edge.stance === stance &&
          said.has(edge.source),
      ).length;
      return number === 0 ? [] : [`${number} ${STANCES[stance as keyof typeof STANCES]}`];
    });
    return words.length === 0 ? [] : [[topic, words.join(', ')] as const];
  }),
);

test('there is a cell for each question an actor speaks about, named with how many claims are on each side', async ({
  page,
  visit,
}) => {
  await visit('#view=matrix');
  expect(EDGES.some(({ type, target }) => type === 'affiliated-with' && target === ALONE.id)).toBe(false);
  expect(cells.size).toBeGreaterThan(3);
  for (const [topic, words] of cells)
    await expect(
      toMatrix(page).getByRole('button', { name: `${ALONE.label}, ${topic.label}: ${words}`, exact: true }),
    ).toBeVisible();
  await expect(
    toMatrix(page)
      .getByRole('table')
      .getByRole('button', { name: new RegExp(`^${ALONE.label}, `) }),
  ).toHaveCount(cells.size);
  const topics = new Set(EDGES.flatMap(({ type, target }) => (type === 'about' ? [target] : [])));
  await expect(toMatrix(page).getByRole('rowheader')).toHaveCount(topics.size);
});

test('a cell leads to its claims, each with its words, and those to where they stand', async ({
  page,
  visit,
}) => {
  await visit('#view=matrix');
  const [[topic, words]] = cells as unknown as [[(typeof NODES)[number], string]];
  await toMatrix(page)
    .getByRole('button', { name: `${ALONE.label}, ${topic.label}: ${words}`, exact: true })
    .click();
  const claims = [...said].filter((id) =>
    EDGES.some(({ type, source, target }) => type === 'about' && source === id && target === topic.id),
  );
  for (const id of claims) {
    await expect(toList(page).getByRole('link', { name: toNode(id).label, exact: true })).toBeVisible();
    const utterance = EDGES.find(({ source, target }) => source === ALONE.id && target === id)!;
    const quote = utterance.passages[0]!.quote.replace(/\s+/g, ' ');
    await toList(page).getByRole('link', { name: quote }).first().click();
    await expect(toFront(page)).toHaveText(toPlace(utterance.passages[0]!).words);
  }
  // The link holds the list: whoever follows it reads the same.
  await page.reload();
  await expect(toList(page)).toContainText(words);
  await toList(page).getByRole('link', { name: 'Show on the map' }).click();
  await expect
    .poll(async () => (await readShown(page)).nodes.filter((id) => said.has(id)).toSorted())
    .toEqual(claims.toSorted());
});

test('the arrow keys move between cells and headers, Enter opens a cell and Escape closes it', async ({
  page,
  visit,
}) => {
  await visit('#view=matrix&order=number');
  const rows = toMatrix(page).getByRole('rowheader');
  await rows.first().getByRole('link').focus();
  const tabStops = toMatrix(page).locator('table :is(a, button)[tabindex="0"]');
  await expect(tabStops).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  const first = await page.evaluate(() => document.activeElement!.getAttribute('aria-label')!);
  expect(first).toContain(await rows.first().innerText());
  await page.keyboard.press('ArrowUp');
  await expect(toMatrix(page).getByRole('columnheader').first().getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const second = await page.evaluate(() => document.activeElement!.getAttribute('aria-label')!);
  expect(second).not.toBe(first);
  expect(second.split(',')[0]).toBe(first.split(',')[0]);
  await page.keyboard.press('Enter');
  await expect(toList(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(toList(page)).toBeHidden();
});

test('words that two say are quoted once, with each of the two below them', async ({ page, visit }) => {
  await visit('#view=matrix&cell=topic:one-word-judgment,organisation:ofsted');
  await seeWhole(page);
  const items = toList(page)
    .getByRole('listitem')
    .filter({ has: page.locator('p', { hasText: 'review' }) });
  await expect(items).not.toHaveCount(0);
  for (const item of await items.all()) {
    const quotes = await item.getByRole('link', { name: /^“/ }).allTextContents();
    expect(quotes).toEqual([...new Set(quotes)]);
    await expect(item).toContainText(/Ofsted · quoted · .*Ofsted’s review .* for Ofsted · quoted/s);
    await expect(item.getByText('Inferred by the coder:')).toHaveCount(1);
  }
});

test('closing the list of a cell from within it leads back to the cell', async ({ page, visit }) => {
  const cell = 'topic:one-word-judgment,organisation:ofsted';
  await visit(`#view=matrix&cell=${cell}`);
  await seeWhole(page);
  const pressed = toMatrix(page).locator('td [aria-pressed="true"]');
  const name = (await pressed.getAttribute('aria-label'))!;
  for (const leave of ['Escape', 'Enter']) {
    await pressed.focus();
    await page.keyboard.press('Enter');
    await expect(toList(page)).toBeHidden();
    await page.keyboard.press('Enter');
    await toList(page).getByRole('button', { name: 'Close the list' }).focus();
    await page.keyboard.press(leave);
    await expect(toList(page)).toBeHidden();
    await expect(toMatrix(page).getByRole('button', { name, exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
  }
});

for (const [width, height] of [
  [960, 700],
  [1024, 768],
  [1280, 720],
] as const)
  test.describe(`in a window of ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test('an open cell is in sight between the headings and its list, in whatever order', async ({
      page,
      visit,
    }) => {
      await visit('#view=matrix&cell=topic:one-word-judgment,organisation:ofsted');
      await seeWhole(page);
      for (const order of ['agreement', 'name', 'number']) {
        await toMatrix(page).getByLabel('Sort by').selectOption(order);
        await expect
          .poll(() =>
            page.evaluate(() => {
              const pressed = document.querySelector('td [aria-pressed="true"]')!.getBoundingClientRect();
              const head = document.querySelector('thead')!.getBoundingClientRect();
              const panel = document.querySelector('[aria-label="In this cell"]')!.getBoundingClientRect();
              return pressed.top >= head.bottom && pressed.bottom <= panel.top;
            }),
          )
          .toBe(true);
      }
    });

    test('names at the heads of columns are within their column', async ({ page, visit }) => {
      await visit('#view=matrix&people=organisation:ofsted,organisation:university-of-birmingham');
      await seeWhole(page);
      const wide = await toMatrix(page)
        .locator('thead th')
        .evaluateAll((heads) =>
          heads.flatMap((head) => {
            const [outer, inner] = [head, head.querySelector('a')!].map((one) => one.getBoundingClientRect());
            return inner!.width > outer!.width || inner!.height > outer!.height ? [head.textContent] : [];
          }),
        );
      expect(wide).toEqual([]);
    });
  });

test('is a table to who hears it, however it is laid out', async ({ page, visit }) => {
  await visit('#view=matrix');
  await seeWhole(page);
  const rows = await toMatrix(page).getByRole('row').count();
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inTable = (node: (typeof nodes)[number] | undefined): boolean =>
    node !== undefined && (node.role?.value === 'table' || inTable(byId.get(node.parentId!)));
  const heard = nodes.filter((node) => !node.ignored && inTable(node)).map(({ role }) => String(role?.value));
  const number = (wanted: string) => heard.filter((role) => role === wanted).length;
  expect(number('row')).toBe(rows);
  expect(number('rowheader')).toBe(rows - 1);
  expect(number('columnheader')).toBeGreaterThan(5);
  expect(number('columnheader') * (rows - 1)).toBe(number('cell') - 1);
});

test('rows and columns are sorted as one chooses, and the link keeps it', async ({ page, visit }) => {
  await visit('#view=matrix');
  const names = async () => toMatrix(page).getByRole('rowheader').allInnerTexts();
  await seeWhole(page);
  const agreeing = await names();
  await toMatrix(page).getByLabel('Sort by').selectOption('name');
  await expect.poll(names).toEqual(agreeing.toSorted((a, b) => a.localeCompare(b, 'en')));
  await expect(page).toHaveURL(/order=name/);
  await page.reload();
  await expect.poll(names).toEqual(agreeing.toSorted((a, b) => a.localeCompare(b, 'en')));
  expect(agreeing).not.toEqual(agreeing.toSorted((a, b) => a.localeCompare(b, 'en')));
});

test('a body opens into those who speak for it', async ({ page, visit }) => {
  await visit('#view=matrix');
  const columns = toMatrix(page).getByRole('columnheader');
  await expect(columns.first()).toBeVisible();
  const before = await columns.count();
  await columns
    .filter({ hasText: 'ADCS' })
    .getByRole('button', { name: /^\d+ voices of ADCS$/ })
    .click();
  const people = EDGES.flatMap(({ type, source, target }) =>
    type === 'affiliated-with' && target === 'organisation:adcs' ? [toNode(source)] : [],
  ).filter(({ id }) =>
    EDGES.some(
      ({ type, source, target }) => type === 'authored' && source === id && target.startsWith('claim:'),
    ),
  );
  expect(people.length).toBeGreaterThan(1);
  for (const { label } of people)
    await expect(columns.getByRole('link', { name: label, exact: true })).toBeVisible();
  await expect(columns).toHaveCount(before + people.length + 1);
  await expect(page).toHaveURL(/people=organisation:adcs/);
});

test('the claims have a row each, and who disputes one is in it', async ({ page, visit }) => {
  await visit('#view=matrix&matrix=claims');
  // A dispute that Ofsted's own people begin with what Impower's report states.
  const wanted = EDGES.find(
    ({ type, source, target }) =>
      type === 'disputes' &&
      EDGES.some(
        (edge) => edge.type === 'states' && edge.source === 'report:impower-2015' && edge.target === target,
      ) &&
      EDGES.some((edge) => edge.type === 'authored' && edge.target === source),
  )!;
  const row = toMatrix(page)
    .getByRole('row')
    .filter({
      has: page.getByRole('rowheader', { name: toNode(wanted.target).label, exact: true }),
    });
  await row
    .getByRole('button', { name: /disputes it/ })
    .first()
    .click();
  await toList(page)
    .getByRole('link', { name: new RegExp(toNode(wanted.source).label.slice(0, 20)) })
    .first()
    .click();
  await expect(toFront(page).first()).toBeVisible();
  await expect(toList(page)).toContainText('Disputes it');
});

test('what somebody supports or disputes in a line of their own stays where their column is folded away', async ({
  page,
  visit,
}) => {
  const line = EDGES.find(
    ({ type, source, target }) =>
      type === 'supports' &&
      source.startsWith('person:') &&
      target.startsWith('claim:') &&
      EDGES.some((other) => other.type === 'affiliated-with' && other.source === source) &&
      EDGES.some((other) => other.type === 'authored' && other.target === target && other.source !== source),
  )!;
  const body = EDGES.find(({ type, source }) => type === 'affiliated-with' && source === line.source)!.target;
  const cell = `cell=${line.target},${body},${line.source}`;
  await visit(`#view=matrix&matrix=claims&people=${body}&${cell}`);
  await expect(toList(page)).toContainText('supports it');
  const unfolded = await toList(page).innerText();
  expect(unfolded).toContain('Why we infer this');
  await visit(`#view=matrix&matrix=claims&${cell}`);
  await expect.poll(() => toList(page).innerText()).toBe(unfolded);
});

test('filters are followed, and say so where they leave nothing', async ({ page, visit }) => {
  await visit('#view=matrix&q=stance:against');
  await seeWhole(page);
  const names = await toCells(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) expect(name).toMatch(/: \d+ against$/);
  await page.goto('/#view=matrix&q=date:1999');
  await expect(toMatrix(page)).toContainText('Take a filter away');
  await toMatrix(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(toCells(page).first()).toBeVisible();
});

test('it is saved as CSV with a line for each cell', async ({ page, visit }) => {
  await visit('#view=matrix');
  await seeWhole(page);
  const number = await toCells(page).count();
  const saving = page.waitForEvent('download');
  await toMatrix(page).getByRole('button', { name: 'Save as CSV' }).click();
  const download = await saving;
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toContain('actor');
  expect(lines).toHaveLength(number + 1);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a cell’s claims come over the matrix, and go again', async ({ page, visit }) => {
    await visit('#view=matrix&order=number');
    await toCells(page).first().tap();
    await expect(toList(page)).toBeInViewport({ ratio: 1 });
    const size = await toList(page).getByRole('button', { name: 'Close the list' }).boundingBox();
    expect(Math.min(size!.width, size!.height)).toBeGreaterThanOrEqual(40);
    await toList(page).getByRole('button', { name: 'Close the list' }).tap();
    await expect(toList(page)).toBeHidden();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
