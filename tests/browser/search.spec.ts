// The search field and what it finds.
import { toStatements } from '../../src/core/discourse';
import type { GraphNode } from '../../src/core/model';
import { toFiles, toSynthetic } from '../bench/synthetic';
import { EDGES, FILES, NODES, ofType, toPlace } from './corpus';
import { expect, serve, showAll, test, toFind, toFront, toInspector } from './page';

test('a node is found by its label, by an alias and by its statement, under the name of its type', async ({
  page,
  visit,
}) => {
  await visit();
  const field = toFind(page).getByRole('searchbox', { name: 'Search' });
  const group = (name: string) => toFind(page).getByRole('region', { name: new RegExp(`^${name} \\d+$`) });
  const person = ofType('person')[0]!;
  await field.fill(person.label);
  await expect(group('People').getByRole('link', { name: person.label })).toBeVisible();
  const named = ofType('organisation').find(({ aliases }) => aliases)!;
  await field.fill(named.aliases![0]!);
  await expect(group('Organisations').getByRole('link', { name: named.label }).first()).toBeVisible();
  const claim = ofType('claim')[5]!;
  await field.fill(claim.statement);
  await expect(group('Claims').getByRole('link', { name: claim.label }).first()).toBeVisible();
  await field.fill(claim.statement.toUpperCase().replaceAll('’', "'"));
  await expect(group('Claims').getByRole('link', { name: claim.label }).first()).toBeVisible();
});

test('words of an article are found and lead to where they stand', async ({ page, visit }) => {
  await visit();
  const { quote } = ofType('claim')
    .flatMap(({ passages }) => passages)
    .toSorted((a, b) => b.quote.length - a.quote.length)[0]!;
  await toFind(page)
    .getByRole('searchbox')
    .fill(quote.slice(0, 190).replace(/\s\S*$/, ''));
  const hit = toFind(page)
    .getByRole('region', { name: /^In the articles’ words/ })
    .getByRole('link')
    .first();
  await expect(hit).toContainText(quote.slice(0, 40));
  await hit.click();
  await expect(toFront(page).first()).toBeInViewport();
});

test('what was looked for is set off in its context, and a long sentence can be read whole', async ({
  page,
  visit,
}) => {
  await visit();
  await toFind(page).getByRole('searchbox').fill('inspection frame');
  const words = toFind(page).getByRole('region', { name: /^In the articles’ words/ });
  const isCut = await words
    .getByRole('listitem')
    .evaluateAll((items) => items.map((item) => item.querySelector('button') !== null));
  const long = words.getByRole('listitem').nth(isCut.indexOf(true));
  const link = long.getByRole('link');
  const cut = (await link.locator('span').textContent())!;
  expect(cut).toContain('…');
  expect(cut.length).toBeLessThan(170);
  const found = await link.locator('b').allTextContents();
  expect(found.join(' ').toLowerCase()).toMatch(/inspection|frame/);
  await long.getByRole('button', { name: 'Show the whole sentence' }).click();
  const whole = (await link.locator('span').textContent())!;
  expect(whole).not.toContain('…');
  expect(whole.length).toBeGreaterThan(cut.length);
  expect(whole).toContain(cut.replace(/^“…?|…?”$/g, ''));
  expect(Object.values(FILES).some((text) => text.includes(whole.slice(1, -1)))).toBe(true);
  for (const text of await toFind(page).getByRole('link').locator('b').allTextContents())
    expect(text.toLowerCase()).toMatch(/^(inspection|frame)/);
  await expect(toFind(page).locator('mark')).toHaveCount(0);
});

test('a sentence leads to the passage it lies in, not just to the first of what says it', async ({
  page,
  visit,
}) => {
  await visit();
  await toFind(page).getByRole('searchbox').fill('ofsted');
  const words = toFind(page).getByRole('region', { name: /^In the articles’ words/ });
  await showAll(words);
  const link = words.locator('a[href*="passage="]').first();
  const [, id, place] = /select=([^&]+)&passage=(\d+)/.exec((await link.getAttribute('href'))!)!;
  await link.click();
  const item = [...NODES, ...EDGES].find((one) => one.id === id)!;
  await expect(toFront(page)).toHaveText(toPlace(item.passages[Number(place) - 1]!).words);
  await expect(toFront(page).first()).toBeInViewport();
});

test('the index is fetched when the search is first wanted, and the page answers while it is made', async ({
  page,
  visit,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await visit();
  expect(fetched.filter((url) => /search-[^/]*\.js/.test(url))).toEqual([]);
  await toFind(page).getByRole('searchbox').focus();
  await toFind(page).getByRole('searchbox').fill('munro');
  await expect(toFind(page).getByRole('status')).toContainText('results');
  expect(fetched.filter((url) => /search-[^/]*\.js/.test(url))).toHaveLength(1);
});

test('the number of results is said, and groups that are cut short can be shown whole', async ({
  page,
  visit,
}) => {
  await visit();
  await toFind(page).getByRole('searchbox').fill('inspection');
  const status = toFind(page).getByRole('status');
  await expect(status).toHaveText(/^\d+ results$/);
  await showAll(toFind(page));
  await expect(toFind(page).getByRole('link')).toHaveCount(Number.parseInt((await status.textContent())!));
});

test('the arrow keys walk through the results, Enter follows one, Escape clears the search', async ({
  page,
  visit,
}) => {
  await visit();
  const field = toFind(page).getByRole('searchbox');
  await expect(field).toBeVisible();
  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await page.keyboard.type('ofsted');
  await expect(toFind(page).getByRole('status')).toContainText('results');
  const links = toFind(page).getByRole('link');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const id = /select=([^&]+)/.exec((await links.first().getAttribute('href'))!)![1]!;
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`select=${id}`));
  await expect(links.first()).toHaveAttribute('aria-current', 'true');
  const node = NODES.find((other) => other.id === id)!;
  await expect(toFront(page)).toHaveText(toPlace(node.passages[0]!).words);
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await expect(toFind(page).getByRole('region', { name: 'Shown on the map' })).toBeVisible();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toBeVisible();
});

test('what is not there is said not to be there, and no sign typed does harm', async ({ page, visit }) => {
  await visit();
  const field = toFind(page).getByRole('searchbox');
  const status = toFind(page).getByRole('status');
  for (const text of [
    'zzzzqqqq',
    '<script>alert(1)</script>zz',
    '<img src=x onerror=alert(1)>zz',
    '(zz[*+?\\^$|{zz',
    'constructorzz __proto__',
    '"zz',
    '😀zz\u0000',
  ]) {
    await field.fill(text);
    await expect(status).toContainText('Nothing in claims, names or the articles fits');
    await expect(status).toContainText(text.replace('\u0000', '').slice(0, 8));
  }
  for (const text of ['[', '.*', '((((', '\\', '%', '&']) {
    await field.fill(text);
    await expect(status).toBeVisible();
  }
  await expect(page.locator('script:text("alert(1)"), img')).toHaveCount(0);
  await field.fill('');
  await expect(toFind(page).getByRole('region', { name: 'Shown on the map' })).toBeVisible();
});

test('what is found outside the filters is listed, marked and counted', async ({ page, visit }) => {
  await visit('#q=type:claim');
  await toFind(page).getByRole('searchbox').fill('munro');
  const status = toFind(page).getByRole('status');
  await expect(status).toHaveText(/^\d+ results, \d+ outside the filters$/);
  const [all, out] = (await status.textContent())!.match(/\d+/g)!.map(Number);
  await showAll(toFind(page));
  await expect(
    toFind(page)
      .getByRole('link')
      .filter({ has: page.locator('small') }),
  ).not.toHaveCount(0);
  const marked = toFind(page).getByRole('listitem').filter({ hasText: 'outside the filters' });
  await expect(marked).toHaveCount(out!);
  expect(out).toBeLessThan(all!);
  await expect(
    marked
      .filter({ hasText: ofType('person').find(({ id }) => id === 'person:eileen-munro')!.label })
      .first(),
  ).toBeVisible();
});

test('among 2,000 nodes a search finds all there is, names and sentences, and a phrase as it stands', async ({
  page,
  visit,
}) => {
  const corpus = toSynthetic(2000);
  await serve(page, Object.fromEntries(toFiles(corpus)));
  await visit('#view=table');
  const toNames = (id: string) => {
    const { label, aliases = [] } = corpus.nodes.get(id)!;
    return [label, ...aliases];
  };
  // Who says something, and what it is about, is asked for too.
  const around = new Map<string, string[]>();
  for (const { said, actors, about } of toStatements(corpus))
    around.set(said.id, [
      ...(around.get(said.id) ?? []),
      ...[...actors, ...about.map(({ target }) => target)].flatMap(toNames),
    ]);
  const toTexts = (node: GraphNode) => [
    node.label,
    ...('statement' in node ? [node.statement] : []),
    ...('poles' in node ? Object.values(node.poles) : []),
    ...(around.get(node.id) ?? []),
  ];
  const holding = (fits: (words: string) => boolean) =>
    [...corpus.nodes.values()].filter((node) => toTexts(node).some(fits)).length;
  const field = toFind(page).getByRole('searchbox');
  const claims = [...corpus.nodes.values()].filter(
    (node) => node.type === 'claim' && /(^|[^\p{L}\p{N}’'])judg/iu.test(toTexts(node).join(' ')),
  ).length;
  await field.fill('judg');
  await expect(toFind(page).getByRole('region', { name: `Claims ${claims}`, exact: true })).toBeVisible();
  await field.fill('"social work"');
  // Until the results of the search before have gone.
  await expect
    .poll(async () => {
      const groups = await toFind(page)
        .getByRole('region')
        .getByRole('heading', { level: 2 })
        .allTextContents();
      return groups
        .filter((name) => !name.startsWith('In the articles'))
        .reduce((sum, name) => sum + Number(/[\d,]+$/.exec(name)?.[0].replace(',', '')), 0);
    })
    .toBe(holding((words) => words.toLowerCase().includes('social work')));
});

test('each search begins with the first of its results, however many were shown before', async ({
  page,
  visit,
}) => {
  await visit();
  const field = toFind(page).getByRole('searchbox');
  const claims = toFind(page).getByRole('region', { name: /^Claims/ });
  await field.fill('ofsted');
  await claims.getByRole('button', { name: /^Show all/ }).click();
  await expect(claims.getByRole('button', { name: /^Show all/ })).toHaveCount(0);
  await field.fill('inspectors');
  await expect(claims.getByRole('listitem').first()).toContainText(/inspectors/i);
  await expect(claims.getByRole('button', { name: /^Show all/ })).toBeVisible();
});

test('where the index cannot be fetched the search says so, and another try finds it', async ({
  page,
  visit,
  errors,
}) => {
  await visit();
  const asked: { url: string; at: number }[] = [];
  await page.route(/\/indexing-[^/]*\.js/, (route) => {
    asked.push({ url: route.request().url(), at: Date.now() });
    return route.abort();
  });
  /** What is fetched comes in several files. */
  const toTries = () => asked.filter(({ url }) => url === asked[0]!.url).map(({ at }) => at);
  const field = toFind(page).getByRole('searchbox');
  await field.fill('inspection');
  await expect(toFind(page).getByRole('status')).toContainText('could not be fetched');
  // However often it is asked for, it is tried again only after two seconds, and then once.
  await expect
    .poll(async () => {
      await field.fill('');
      await field.fill('inspection');
      return toTries().length;
    })
    .not.toBe(1);
  const [first, second, ...others] = toTries();
  expect(others).toEqual([]);
  expect(second! - first!).toBeGreaterThan(1900);
  await page.unroute(/\/indexing-[^/]*\.js/);
  await expect(async () => {
    await field.fill('');
    await field.fill('inspection');
    await expect(toFind(page).getByRole('status')).toContainText('results', { timeout: 1000 });
  }).toPass();
  expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  errors.length = 0;
});

test('Enter pressed before the results are there never follows one of what was typed before', async ({
  page,
  visit,
}) => {
  await visit();
  const field = toFind(page).getByRole('searchbox');
  await field.fill('munro');
  await expect(toFind(page).getByRole('status')).toContainText(/\d+ result/);
  await field.evaluate((element: HTMLInputElement) => {
    // Both in one turn of the page, as when it is busy.
    element.select();
    document.execCommand('insertText', false, 'impower');
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  });
  await expect(toFind(page).getByRole('link').first()).toHaveAttribute('aria-current', 'true');
  expect(page.url()).toMatch(/select=[^&]*impower/);
});

test('what somebody says on a question is found by their name and a word of the question', async ({
  page,
  visit,
}) => {
  await visit();
  await toFind(page).getByRole('searchbox').fill('Munro one-word');
  const claims = toFind(page).getByRole('region', { name: /^Claims/ });
  await expect(claims).toContainText('Eileen Munro');
  await expect(claims.getByRole('listitem').first()).toContainText(
    'on: Should inspections end in a one-word judgment?',
  );
  await toFind(page).getByRole('button', { name: 'Filter by “Munro” and “one-word”' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^2 of \d+ nodes/ })).toBeVisible();
});
