// The first sight of the page.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EDGES, JUDGMENT, NODES, toNode, toPlace } from './corpus';
import { expect, settle, test, toFind, toFront, toInspector, toMap, toSource } from './page';

test('the first screen names what this is and how much of it there is', async ({ page, visit }) => {
  await visit();
  await expect(page).toHaveTitle('Claimscape');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claimscape');
  const articles = new Set(EDGES.flatMap(({ passages }) => passages.map(({ article }) => article))).size;
  await expect(page.getByRole('banner')).toContainText(`${articles} articles`);
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(
    'How Ofsted inspects children’s services',
  );
  const said = NODES.filter(({ type }) => type === 'claim' || type === 'recommendation').length;
  await expect(toInspector(page)).toContainText(`${said} claims and recommendations`);
  for (const region of [toFind(page), toMap(page), toInspector(page), toSource(page)])
    await expect(region).toBeVisible();
  await expect(toSource(page)).toContainText('The words that a node or line rests on appear here');
});

test('one click leads from the first screen to the dispute on one-word judgments and its words', async ({
  page,
  visit,
}) => {
  await visit();
  const entry = toInspector(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: JUDGMENT.label }) });
  const link = entry.getByRole('link', { name: 'disputes' });
  const id = /select=([^&]+)/.exec((await link.getAttribute('href'))!)![1]!;
  const dispute = EDGES.find((edge) => edge.id === id)!;
  const about = EDGES.filter(({ type, target }) => type === 'about' && target === JUDGMENT.id);
  expect(about.map(({ source }) => source)).toContain(dispute.target);
  await link.click();
  await expect(toFront(page)).toHaveText(toPlace(dispute.passages[0]!).words);
  await expect(toFront(page).first()).toBeInViewport();
  await expect(toInspector(page)).toContainText(toNode(dispute.source).label);
  await expect(toInspector(page)).toContainText(toNode(dispute.target).label);
  await expect(page).toHaveURL(new RegExp(`#select=${dispute.id}`));
});

test('one click leads from the first screen to the question itself, with both of its answers', async ({
  page,
  visit,
}) => {
  await visit();
  await toFind(page).getByRole('link', { name: JUDGMENT.label }).click();
  await expect(toInspector(page)).toContainText(JUDGMENT.poles.for);
  await expect(toInspector(page)).toContainText(JUDGMENT.poles.against);
  await expect(toFront(page)).toHaveText(toPlace(JUDGMENT.passages[0]!).words);
  await expect(page).toHaveTitle(`${JUDGMENT.label} – Claimscape`);
});

test('the colours can be changed, and stay changed when the page is loaded again', async ({
  page,
  visit,
}) => {
  await visit();
  const menu = page.getByRole('group', { name: 'Appearance' });
  const colours = menu.getByRole('group', { name: 'Colours' });
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await expect(colours.getByRole('radio', { name: 'As the system' })).toBeChecked();
  await colours.getByRole('radio', { name: 'Dark' }).check();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await expect(colours.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await paper()).toBe(dark);
  // Other pages of this origin may keep theirs.
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => !key.startsWith('claimscape.'))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});

test('a first visit fetches the map, the page and the corpus, and nothing that is opened later', async ({
  page,
  visit,
}) => {
  const fetched: string[] = [];
  page.on('response', (response) => fetched.push(path.basename(new URL(response.url()).pathname)));
  await visit();
  await settle(page);
  const chunks = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../dist/test/chunks.json'), 'utf8'),
  ) as Record<string, { file: string; css?: string[]; imports?: string[] }>;
  const expected = new Set(['', 'corpus.json', 'picture.json', 'offer.json', 'icon.svg']);
  const take = (name: string) => {
    const { file, css = [], imports = [] } = chunks[name]!;
    for (const one of [file, ...css]) expected.add(path.basename(one));
    imports.forEach(take);
  };
  take('index.html');
  take('start.tsx');
  take('story/Offer.tsx');
  expect(fetched.filter((name) => !expected.has(name))).toEqual([]);
});
