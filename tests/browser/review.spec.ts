// Reviewing what is proposed from an article: every decision by the keyboard, with the graph growing, and all of it kept and undone.
import type { Page } from '@playwright/test';
import { FILES, NODES, toNode } from './corpus';
import { beginProject, expect, serve, test, toFront } from './page';

const { seed, ...SHIPPED } = toNode('article:demand-no-excuse-2010', 'article');
const TEXT = FILES[`seeds/${seed}`]!;
/** The article as it is before anybody has coded anything in it. */
const UNCODED = {
  [`seeds/${seed}`]: TEXT,
  'graph/one.json': JSON.stringify({
    version: 1,
    nodes: [{ ...SHIPPED, seed, passages: SHIPPED.passages.slice(0, 1), datePassage: undefined }],
    edges: [],
  }),
};
const SAID =
  'Ofsted’s findings that one in three of the local authorities they inspected have been found to be inadequate at keeping children safe are clearly disappointing.';

/** Makes a project of a copy of what is served and has it read for proposals. */
async function begin(page: Page, article: string): Promise<void> {
  await beginProject(page, 'Review');
  await page.evaluate((to) => (window.location.hash = `view=code&coded=${to}`), article);
  const propose = toQueue(page).getByRole('button', { name: 'Propose' });
  await propose.focus();
  await page.keyboard.press('Enter');
  await expect(toCard(page)).toBeFocused({ timeout: 20_000 });
}
const toQueue = (page: Page) => page.getByRole('region', { name: 'Proposals' });
const toCard = (page: Page) => toQueue(page).locator('li[aria-current="true"]').getByRole('group').first();
const toSaid = (page: Page) => toQueue(page).getByRole('status');
const toLeft = async (page: Page) =>
  Number(
    /^\d+/.exec(
      (await toQueue(page)
        .getByText(/^\d+ proposals? to decide/)
        .textContent())!,
    )![0],
  );
/** What the graph holds but the article. */
const readGraph = (page: Page) =>
  page.evaluate(() => {
    const graph = window.sigma.getGraph();
    return {
      nodes: graph
        .nodes()
        .filter((id) => !id.startsWith('article:'))
        .toSorted(),
      edges: graph.edges().toSorted(),
    };
  });
/** Goes down the queue until the words in front hold some. */
async function goTo(page: Page, words: string): Promise<void> {
  for (let steps = await toLeft(page); steps > 0; steps--) {
    if ((await toCard(page).textContent())!.includes(words)) return;
    const name = await toCard(page).getAttribute('aria-label');
    await page.keyboard.press('j');
    await expect(toCard(page)).not.toHaveAttribute('aria-label', name!);
    await expect(toCard(page)).toBeFocused();
  }
  throw new Error(`nothing proposed holds ‘${words}’`);
}

test('an article that nobody has coded is reviewed by the keyboard alone: claim, speaker and topic are in the graph with their words, undone and kept', async ({
  page,
  visit,
}) => {
  await serve(page, UNCODED);
  await visit();
  await begin(page, SHIPPED.id);
  const all = await toLeft(page);

  // Rejected, and taken back.
  const rejected = (await toCard(page).getAttribute('aria-label'))!;
  await page.keyboard.press('r');
  await expect(toSaid(page)).toContainText('Rejected');
  await expect(toCard(page)).not.toHaveAttribute('aria-label', rejected);
  expect(await toLeft(page)).toBe(all - 1);
  await page.keyboard.press('z');
  await expect(toCard(page)).toHaveAttribute('aria-label', rejected);
  // After a click on the tab, or on nothing, beside the article the keys act as well.
  for (const place of [
    page.getByRole('tab', { name: /^Proposals/ }),
    toQueue(page).getByText(/^\d+ proposals? to decide/),
  ]) {
    await place.click();
    await page.keyboard.press('r');
    await expect(toSaid(page)).toContainText('Rejected');
    await expect(toCard(page)).not.toHaveAttribute('aria-label', rejected);
    await page.keyboard.press('z');
    await expect(toCard(page)).toHaveAttribute('aria-label', rejected);
  }
  await expect(toCard(page)).toBeFocused();
  expect(await toLeft(page)).toBe(all);

  // Edited, put under a topic and accepted, with whoever says it.
  await goTo(page, SAID.slice(0, 60));
  await expect(toCard(page)).toContainText('Matt Dunkley');
  await expect(toCard(page)).toContainText('accepting adds them too');
  await expect(toCard(page)).toContainText(
    'Proposed because it stands in quotation marks beside a verb of saying.',
  );
  // Whoever is only proposed can be chosen to say it, or somebody new.
  await page.keyboard.press('w');
  await page.keyboard.type('gilbert');
  await expect(toCard(page).getByRole('option').first()).toContainText(
    'proposed here: accepting adds them too',
  );
  await page.keyboard.press('Enter');
  await expect(toCard(page)).toContainText(/Christine Gilbert.*accepting adds them too/);
  await page.keyboard.press('w');
  await page.keyboard.type('Alan Wood');
  await toCard(page).getByRole('option', { name: 'New person ‘Alan Wood’' }).click();
  await expect(toCard(page)).toContainText(/Alan Wood.*new person: accepting adds them too/);
  // A name with a word for bodies is a body's, unless one says otherwise.
  await toCard(page).focus();
  await page.keyboard.press('w');
  await page.keyboard.type('Education ministry');
  await expect(toCard(page).getByRole('option').first()).toHaveText('New organisation ‘Education ministry’');
  await page.keyboard.press('Enter');
  await expect(toCard(page)).toContainText(/Education ministry.*new organisation: accepting adds it too/);
  await toCard(page).getByRole('button', { name: 'As proposed' }).click();
  await toCard(page).focus();
  await page.keyboard.press('e');
  await expect(page.getByLabel('Headline')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('One in three inadequate is disappointing');
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.type('new question');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Are councils keeping children safe?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('They are');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Many are not');
  await page.keyboard.press('Enter');
  // Without a side it is not accepted.
  await page.keyboard.press('Enter');
  await expect(toQueue(page).getByRole('alert')).toContainText('where it stands');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^against/ })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(toSaid(page)).toContainText('Accepted ‘One in three inadequate is disappointing’');
  const coded = {
    nodes: [
      'claim:one-in-three-inadequate-is-disappointing',
      'person:matt-dunkley',
      'topic:are-councils-keeping-children-safe',
    ],
    edges: [
      'about:one-in-three-inadequate-is-disappointing-to-are',
      'authored:matt-dunkley-to-one-in-three-inadequate-is',
    ],
  };
  await expect.poll(() => readGraph(page)).toEqual(coded);
  await expect(toCard(page)).toBeFocused();
  const left = await toLeft(page);
  expect(left).toBeLessThanOrEqual(all - 2);

  await page.keyboard.press('e');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('A headline for later');

  // All of it is there after the page was loaded anew, and its words one click away; what is not decided yet, too.
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(toCard(page)).toBeVisible({ timeout: 20_000 });
  expect(await toLeft(page)).toBe(left);
  await toCard(page).focus();
  await goTo(page, 'A headline for later');
  await expect.poll(() => readGraph(page)).toEqual(coded);
  await page.evaluate((id) => (window.location.hash = `select=${id}`), coded.nodes[0]!);
  await expect(toFront(page).first()).toBeVisible();
  expect((await toFront(page).allTextContents()).join(' ').replace(/\s+/g, ' ')).toBe(SAID);
});

test('what the page’s own keys take back or do again is told in the queue', async ({ page, visit }) => {
  await serve(page, UNCODED);
  await visit();
  await begin(page, SHIPPED.id);
  const all = await toLeft(page);
  const names: string[] = [];
  for (const key of ['r', 'r']) {
    const left = await toLeft(page);
    await page.keyboard.press(key);
    await expect.poll(() => toLeft(page)).toBeLessThan(left);
    await expect(toSaid(page)).not.toContainText(names[0] ?? 'Taken back');
    await expect(toSaid(page)).toContainText('Rejected');
    names.push(/^.*?’/.exec((await toSaid(page).textContent())!)![0]);
  }
  for (const name of names.toReversed()) {
    await page.keyboard.press('Control+z');
    await expect(toSaid(page)).toHaveText(`Taken back: ${name}`);
  }
  expect(await toLeft(page)).toBe(all);
  await page.keyboard.press('Control+Shift+z');
  await expect(toSaid(page)).toHaveText(`Done again: ${names[0]}`);
  expect(await toLeft(page)).toBe(all - 1);
});

test('single letters act only in the queue; all people and bodies above a confidence are accepted in one act, which is undone in one', async ({
  page,
  visit,
}) => {
  await serve(page, UNCODED);
  await visit();
  await begin(page, SHIPPED.id);
  const all = await toLeft(page);
  await page.getByRole('tab', { name: /^Proposals/ }).focus();
  for (const key of ['a', 'r', 's', 'z']) await page.keyboard.press(key);
  expect(await toLeft(page)).toBe(all);
  await toQueue(page).getByRole('button', { name: 'Keys' }).focus();
  await page.keyboard.press('?');
  await expect(toQueue(page).getByText('reject', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByText('Accept many at once').click();
  await page.getByLabel('Which of them').selectOption('people and bodies');
  await page.getByLabel('How sure at least').selectOption('70 %');
  const accept = toQueue(page).getByRole('button', { name: /^Accept \d+$/ });
  const number = Number(/\d+/.exec((await accept.textContent())!)![0]);
  expect(number).toBeGreaterThan(1);
  await accept.click();
  await expect(toSaid(page)).toContainText(`Accepted ${number} proposals`);
  const { nodes, edges } = await readGraph(page);
  expect(nodes.length).toBe(number);
  expect(nodes.every((id) => /^(?:person|organisation):/.test(id))).toBe(true);
  expect(edges).toEqual([]);
  await expect(toCard(page)).toBeFocused();
  await page.keyboard.press('z');
  await expect.poll(() => readGraph(page)).toEqual({ nodes: [], edges: [] });
  await expect.poll(() => toLeft(page)).toBe(all);
});

test('what a coded article has already is not asked again; what says the same takes on the words; in the end is told what is left', async ({
  page,
  visit,
}) => {
  const article = toNode('article:too-tough-2015', 'article');
  await visit();
  await begin(page, article.id);
  const all = await toLeft(page);
  expect(all).toBeLessThan(10);
  await toQueue(page)
    .getByRole('button', { name: /^Done \d+/ })
    .click();
  await expect(toQueue(page).getByRole('listitem').filter({ hasText: 'coded already' })).not.toHaveCount(0);
  await toQueue(page)
    .getByRole('button', { name: /^Done \d+/ })
    .click();

  const same = toCard(page).getByRole('button', { name: 'Ofsted is unfairly tough on children’s services' });
  await expect(same).toBeVisible();
  await toCard(page).focus();
  await page.keyboard.press('m');
  await expect(toCard(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(toCard(page)).toContainText('Its words and whoever says them go to');
  await expect(toCard(page)).toBeFocused();
  await page.keyboard.press('a');
  await expect(toSaid(page)).toContainText(
    'Added words to ‘Ofsted is unfairly tough on children’s services’',
  );
  expect((await readGraph(page)).nodes).toHaveLength(NODES.filter(({ type }) => type !== 'article').length);

  // What it may support or dispute is left out unless it is chosen, is concluded for a reason, and goes with the claim.
  await goTo(page, 'Perhaps it also');
  const before = (await readGraph(page)).edges;
  await expect(toCard(page).getByRole('checkbox', { checked: true })).toHaveCount(0);
  await page.keyboard.press('1');
  const line = toCard(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('checkbox', { checked: true }) });
  await line.getByText('Its words').click();
  const quote = (await line.locator('blockquote').textContent())!.slice(1, -1);
  expect(FILES[`seeds/${article.seed}`]!.replace(/\s+/g, ' ') + TEXT.replace(/\s+/g, ' ')).toContain(quote);
  await toCard(page).focus();
  await page.keyboard.press('a');
  const toBearing = async () =>
    (await readGraph(page)).edges.find((id) => /^(?:supports|disputes):/.test(id) && !before.includes(id));
  await expect.poll(toBearing).toBeDefined();
  await page.keyboard.press('z');
  await expect.poll(toBearing).toBeUndefined();

  for (let left = await toLeft(page); left > 0; left--) {
    await expect(toCard(page)).toBeFocused();
    await page.keyboard.press('a');
    await expect.poll(() => toLeft(page)).toBeLessThan(left);
    left = (await toLeft(page)) + 1;
  }
  const end = toQueue(page).getByRole('group', { name: 'What is left' });
  await expect(end).toBeFocused();
  await end.getByText(/claims? .* no topic/).click();
  await expect(end.getByRole('link')).not.toHaveCount(0);
  await end.getByRole('button', { name: /^Next article/ }).click();
  await expect(toQueue(page).getByRole('button', { name: 'Propose' })).toBeVisible();
});

test('of an article in another language it is said that proposals are made for English, and that words are coded by hand', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Deutsch', 'Begin empty');
  await page.getByRole('banner').getByRole('button', { name: 'Add articles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add articles', exact: true });
  await dialog.getByRole('textbox').fill(GERMAN);
  await dialog.getByRole('button', { name: 'Read this text' }).click();
  await dialog.getByLabel('Publisher').fill('Amtsblatt');
  await dialog.getByLabel('Date').fill('3 June 2019');
  await dialog.getByRole('button', { name: 'Add 1 article' }).click();
  await expect(toQueue(page)).toContainText(
    'It does not seem to be in English, which proposals are made for',
  );
  await expect(toQueue(page).getByRole('button')).toHaveText(['Propose all the same']);
  // The words can be coded at once.
  await page.getByRole('group', { name: 'The article’s words' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('p');
  await expect(page.getByRole('form', { name: 'New person' })).toBeVisible();
});
const GERMAN = `Die Aufsicht ändert ihre Berichte

Die Aufsichtsbehörde will künftig auf Noten in einem Wort verzichten, sagte die Leiterin am Montag. „Ein einziges Wort kann den Eltern nicht sagen, wie gut Kinder geschützt werden“, erklärte Anna Schmidt. Der Verband der Jugendämter begrüßte den Schritt und forderte ausführlichere Berichte über jedes Amt. Die Opposition hält das für falsch, weil Eltern klare Urteile brauchten.`;

test('of a long queue only what is in sight is drawn, and what is in front wherever one scrolls', async ({
  page,
  visit,
}) => {
  const texts = Object.entries(FILES).flatMap(([name, text]) =>
    name.endsWith('.txt') && text !== TEXT ? text : [],
  );
  await serve(page, { ...UNCODED, [`seeds/${seed}`]: [TEXT, ...texts].join('\n\n') });
  await visit();
  await begin(page, SHIPPED.id);
  const all = await toLeft(page);
  expect(all).toBeGreaterThan(100);
  const rows = toQueue(page).locator('li[aria-posinset]');
  expect(await rows.count()).toBeLessThan(50);
  const panel = page.getByRole('tabpanel');
  // What comes into sight may be higher than it was taken for, so that the end lies farther down.
  await expect(async () => {
    await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(toQueue(page).locator(`li[aria-posinset="${all}"]`)).toBeInViewport({ timeout: 300 });
  }).toPass();
  await expect(toCard(page)).toBeFocused();
  await expect(toCard(page)).not.toBeInViewport();
  await page.keyboard.press('j');
  await expect(toQueue(page).locator('li[aria-current="true"][aria-posinset="2"]')).toBeInViewport();
  await page.keyboard.press('r');
  await expect.poll(() => toLeft(page)).toBe(all - 1);
  expect(await rows.count()).toBeLessThan(50);
});
