// A debate too large to be drawn whole: an overview first, and on it what one asks for.
import { readCorpus } from '../../src/core/corpus';
import { toStatements } from '../../src/core/discourse';
import { toFiles, toSynthetic } from '../bench/synthetic';
import { expect, readShown, test, toFind, toFront, toInspector, toMap } from './page';

const FILES = toFiles(toSynthetic(13_000));
const CORPUS = readCorpus(FILES);
const STATEMENTS = toStatements(CORPUS);

test.beforeEach(async ({ page }) => {
  test.setTimeout(120_000);
  page.setDefaultTimeout(60_000);
  await page.route('**/corpus.json', (route) => route.fulfill({ json: Object.fromEntries(FILES) }));
  await page.route('**/picture.json', (route) => route.fulfill({ json: {} }));
});

test('opens on its main topics and speakers, says so, and unfolds what is chosen with its words', async ({
  page,
  visit,
}) => {
  await visit();
  const status = toMap(page).getByRole('status');
  await expect(status).toContainText(/The topics most is said on, and who says most: \d+ of 13,?000 nodes/);
  const before = await readShown(page);
  expect(before.nodes.length).toBeLessThanOrEqual(200);
  expect(before.edges.every((id) => id.startsWith('bundle:') || CORPUS.edges.has(id))).toBe(true);
  // A claim from a list: it is drawn with what it touches, and its words are there.
  const topic = before.nodes.find((id) => id.startsWith('topic:'))!;
  await toFind(page).getByRole('link').first().click();
  await expect(toFront(page).first()).toBeVisible();
  await expect
    .poll(async () => (await readShown(page)).nodes.filter((id) => id.startsWith('claim:')).length)
    .toBeGreaterThan(20);
  expect((await readShown(page)).nodes).toContain(topic);
});

test('a line of the overview leads to what one says on the other, drawn one by one', async ({
  page,
  visit,
}) => {
  await visit();
  const { edges } = await readShown(page);
  const bundle = edges.find((id) => id.startsWith('bundle:'))!;
  const [body, topic] = bundle.slice('bundle:'.length).split(' ') as [string, string];
  await page.evaluate(
    (edge) => window.sigma.emit('clickEdge', { edge, event: { original: new MouseEvent('click') } } as never),
    bundle,
  );
  await expect(page).toHaveURL(new RegExp(`actor%3A${encodeURIComponent(body)}|actor:${body}`));
  const said = new Set(
    STATEMENTS.filter(
      (statement) =>
        statement.actors.includes(body) && statement.about.some(({ target }) => target === topic),
    ).map((statement) => statement.said.id),
  );
  await expect
    .poll(async () =>
      (await readShown(page)).nodes.filter((id) => /^(claim|recommendation):/.test(id)).toSorted(),
    )
    .toEqual([...said].toSorted());
});

test('a link to one of its claims shows it on the map; filters, focus, search and the views answer', async ({
  page,
  visit,
}) => {
  const claim = [...CORPUS.nodes.values()].findLast((node) => node.type === 'claim')!;
  await visit(`#select=${claim.id}`);
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
  await expect.poll(async () => (await readShown(page)).nodes).toContain(claim.id);
  await page.keyboard.press('1');
  await expect(toMap(page).getByRole('status')).toContainText('1 step around');
  await toMap(page).getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(async () => (await readShown(page)).nodes.length).toBeGreaterThan(100);
  for (const [view, region] of [
    ['Debate', 'Debate'],
    ['Table', 'Table'],
    ['Matrix', 'Matrix'],
    ['Compare', 'Compare'],
    ['Map', 'Map'],
  ] as const) {
    await page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('link', { name: view, exact: true })
      .click();
    await expect(page.getByRole('region', { name: region, exact: true })).toBeVisible();
  }
  await expect.poll(async () => (await readShown(page)).nodes).toContain(claim.id);
});
