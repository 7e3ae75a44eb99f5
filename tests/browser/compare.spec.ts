// The comparison: what two say side by side, each line with its words.
import type { Page } from '@playwright/test';
import { EDGES, FILES, ofType, toNode, toPlace } from './corpus';
import { expect, serve, test, toFront, toInspector } from './page';

const toCompare = (page: Page) => page.getByRole('region', { name: 'Compare', exact: true });
const toPart = (page: Page, name: string) => toCompare(page).getByRole('region', { name, exact: true });
const open = async (page: Page, part: string) => {
  const more = toPart(page, part).getByRole('button', { name: /^Show all \d+$/ });
  for (let left = await more.count(); left > 0; left--) await more.first().click();
};

const IMPOWER = toNode('organisation:impower', 'organisation');
const reportsOf = (id: string) =>
  EDGES.flatMap(({ type, source, target }) =>
    type === 'authored' && source === id && target.startsWith('report:') ? [target] : [],
  );
/** What an actor without people of its own says, itself or in its reports. */
const saidBy = (id: string) => {
  const speakers = [id, ...reportsOf(id)];
  return new Set(
    EDGES.flatMap(({ type, source, target }) =>
      (type === 'authored' || type === 'states') &&
      speakers.includes(source) &&
      /^(claim|recommendation):/.test(target)
        ? [target]
        : [],
    ),
  );
};
const saidIn = (article: string) =>
  new Set(
    EDGES.flatMap(({ type, target, passages }) =>
      (type === 'authored' || type === 'states') &&
      /^(claim|recommendation):/.test(target) &&
      passages[0]!.article === article
        ? [target]
        : [],
    ),
  );
const disputesBetween = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  EDGES.filter(
    ({ type, source, target }) =>
      type === 'disputes' && ((a.has(source) && b.has(target)) || (a.has(target) && b.has(source))),
  );

test('opens on the two with most between them, and offers others who disagree', async ({ page, visit }) => {
  await visit('#view=compare');
  const sides = toCompare(page).getByRole('combobox');
  await expect(sides.nth(0)).toHaveValue('organisation:adcs');
  await expect(sides.nth(1)).toHaveValue('organisation:ofsted');
  await toCompare(page).getByText('Other pairs to compare').click();
  await toCompare(page)
    .getByRole('navigation', { name: 'Pairs to compare' })
    .getByRole('link', { name: /^Impower – Ofsted/ })
    .click();
  await expect(sides.nth(0)).toHaveValue(IMPOWER.id);
  await expect(page).toHaveURL(/compare=organisation:impower,organisation:ofsted/);
});

test('tells who changed sides on which topic, and sets both times side by side', async ({ page, visit }) => {
  await visit('#view=compare');
  const changes = toCompare(page).getByRole('group').filter({ hasText: 'Who changed sides' });
  await changes.getByText('Who changed sides: 5 times').click();
  const change = changes.getByRole('listitem').first();
  await expect(change).toContainText(
    'November 2010 (uncertain): against, 9 to 1 28 June 2016 (uncertain): for, 11 to 5',
  );
  await change.getByRole('link', { name: /^Ofsted: / }).click();
  await expect(page).toHaveURL(/compare=2010-11%3F,2016-06-28%3F.*q=actor:organisation:ofsted/);
  await expect(toCompare(page)).toContainText('Both speak about one topic, and are on opposite sides on it.');
  // Where nobody did, nothing is said of it.
  await page.goto('/#view=compare&q=date:2014');
  await expect(toCompare(page).getByRole('combobox').first()).toBeVisible();
  await expect(changes).toHaveCount(0);
});

test('tells who disputes what, each line with its words', async ({ page, visit }) => {
  const mine = saidBy(IMPOWER.id);
  const disputes = EDGES.filter(
    ({ type, source, target }) =>
      type === 'disputes' && mine.has(target) && source.startsWith('claim:') && !mine.has(source),
  ).filter(({ source }) =>
    EDGES.some(
      ({ type, source: speaker, target }) =>
        type === 'authored' &&
        target === source &&
        EDGES.some(
          (edge) =>
            edge.type === 'affiliated-with' &&
            edge.source === speaker &&
            edge.target === 'organisation:ofsted',
        ),
    ),
  );
  expect(disputes.length).toBeGreaterThan(5);
  await visit('#view=compare&compare=organisation:impower,organisation:ofsted');
  await open(page, 'Where they disagree');
  for (const { source, target } of disputes)
    await expect(
      toPart(page, 'Where they disagree').getByRole('link', {
        name: `the words that ${toNode(source).label} disputes ${toNode(target).label}`,
      }),
    ).toBeVisible();
  const [edge] = disputes;
  await toPart(page, 'Where they disagree')
    .getByRole('link', {
      name: `the words that ${toNode(edge!.source).label} disputes ${toNode(edge!.target).label}`,
    })
    .click();
  await expect(page).toHaveURL(new RegExp(`select=${edge!.id}`));
  await expect(toFront(page)).toHaveText(toPlace(edge!.passages[0]!).words);
});

test('tells disputes from refusals, which are none, and how many of them are inferred', async ({
  page,
  visit,
}) => {
  await visit('#view=compare&compare=organisation:ofsted,organisation:university-of-birmingham');
  const compare = toCompare(page);
  await compare.getByText('Other pairs to compare').click();
  const pairs = compare.getByRole('navigation', { name: 'Pairs to compare' }).getByRole('listitem');
  await expect(pairs.filter({ hasText: /^Ofsted – University of Birmingham/ })).toHaveText(
    'Ofsted – University of Birmingham 4 disputes, 4 refusals, 5 inferred',
  );
  await expect(pairs.filter({ hasText: /^Impower – Eileen Munro/ })).toHaveText(
    'Impower – Eileen Munro 1 dispute, inferred',
  );
  const parts = compare.getByRole('navigation', { name: 'Parts' });
  await expect(parts.getByRole('button', { name: /They disagree/ })).toHaveText(
    'They disagree 8, 5 inferred',
  );
  await expect(parts.getByRole('button', { name: /^What else.* 3$/ })).toHaveText(
    'What else is said by University of Birmingham 3',
  );
});

test('tells on how many of the topics of both they take the same side, in a sentence that holds for one and for all', async ({
  page,
  visit,
}) => {
  const compare = toCompare(page);
  const tellings = {
    'organisation:adcs,organisation:ofsted':
      'Of the 16 topics that both speak about, they are on the same side on 9 and on opposite sides on 4.',
    'organisation:ofsted,organisation:university-of-birmingham':
      'Of the 5 topics that both speak about, they are on opposite sides on all.',
    'organisation:ofsted,organisation:university-of-birmingham&q=topic:one-word-judgment':
      'Both speak about one topic, and are on opposite sides on it.',
  };
  for (const [sides, words] of Object.entries(tellings)) {
    await visit(`#view=compare&compare=${sides}`);
    await expect(compare).toContainText(words);
  }
});

test('answers what councils and Ofsted agree on, in the words of both', async ({ page, visit }) => {
  await visit('#view=compare&compare=organisation:councils,organisation:ofsted');
  const councils = saidBy('organisation:councils');
  const both = [...councils].filter((id) =>
    EDGES.some(
      ({ type, source, target }) =>
        target === id &&
        ((type === 'authored' && source === 'organisation:ofsted') ||
          (type === 'states' && reportsOf('organisation:ofsted').includes(source))),
    ),
  );
  expect(both.length).toBeGreaterThan(1);
  await open(page, 'Where they agree');
  for (const id of both) {
    await expect(
      toPart(page, 'Where they agree')
        .getByRole('link', { name: toNode(id).label, exact: true })
        .first(),
    ).toBeVisible();
    const utterance = EDGES.find(
      ({ source, target }) => source === 'organisation:councils' && target === id,
    )!;
    await expect(toPart(page, 'Where they agree')).toContainText(
      utterance.passages[0]!.quote.replace(/\s+/g, ' '),
    );
  }
  await expect(toPart(page, 'Where they disagree')).toContainText('Neither disputes');
});

test('compares two articles, and swaps them', async ({ page, visit }) => {
  const articles = ofType('article').map(({ id }) => id);
  const pairs = articles.flatMap((a, index) => articles.slice(index + 1).map((b) => [a, b] as const));
  const [a, b] = pairs.toSorted(
    (one, other) =>
      disputesBetween(saidIn(other[0]), saidIn(other[1])).length -
      disputesBetween(saidIn(one[0]), saidIn(one[1])).length,
  )[0]!;
  const disputes = disputesBetween(saidIn(a), saidIn(b));
  expect(disputes.length).toBeGreaterThan(0);
  await visit(`#view=compare&compare=${a},${b}`);
  const sides = toCompare(page).getByRole('combobox');
  await expect(sides.nth(0)).toHaveValue(a);
  await open(page, 'Where they disagree');
  for (const { source, target } of disputes)
    await expect(
      toPart(page, 'Where they disagree').getByRole('link', {
        name: `the words that ${toNode(source).label} disputes ${toNode(target).label}`,
      }),
    ).toBeVisible();
  await toCompare(page).getByRole('button', { name: 'Swap the two' }).click();
  await expect(sides.nth(0)).toHaveValue(b);
  await expect(sides.nth(1)).toHaveValue(a);
  await page.reload();
  await expect(sides.nth(0)).toHaveValue(b);
});

test('compares two times, chosen from the lists', async ({ page, visit }) => {
  await visit('#view=compare');
  const sides = toCompare(page).getByRole('combobox');
  await sides.nth(0).selectOption('2010');
  await sides.nth(1).selectOption('2019');
  await expect(page).toHaveURL(/compare=2010,2019/);
  await expect(toPart(page, 'What else is said in 2010')).toBeVisible();
  const [first] = [...saidIn('article:demand-no-excuse-2010')];
  await toPart(page, 'What else is said in 2010').evaluate((part) => {
    for (const details of part.querySelectorAll('details')) details.open = true;
  });
  await open(page, 'What else is said in 2010');
  await expect(
    toPart(page, 'What else is said in 2010')
      .getByRole('link', { name: toNode(first!).label, exact: true })
      .first(),
  ).toBeVisible();
});

test('is reached from the card of an actor, with it as the first side', async ({ page, visit }) => {
  await visit('#select=person:eileen-munro');
  await toInspector(page)
    .getByRole('link', { name: /^Compare with/ })
    .click();
  await expect(toCompare(page).getByRole('combobox').nth(0)).toHaveValue('person:eileen-munro');
  await expect(toCompare(page).getByRole('combobox').nth(1)).toHaveValue('organisation:ofsted');
});

test('follows the filters, and says so where they leave nothing', async ({ page, visit }) => {
  await visit('#view=compare&compare=organisation:impower,organisation:ofsted&q=edge:supports');
  await expect(toPart(page, 'Where they disagree').getByRole('link', { name: /disputes/ })).toHaveCount(0);
  await page.goto('/#view=compare&q=date:1999');
  await toCompare(page).getByRole('button', { name: 'Show everything' }).click();
  await expect(toPart(page, 'Where they agree')).toBeVisible();
});

for (const sides of ['organisation:ofsted,organisation:impower&q=date:2019', '2010,2030'])
  test(`where there is no topic in common no agreement is told: ${sides}`, async ({ page, visit }) => {
    await visit(`#view=compare&compare=${sides}`);
    await expect(toCompare(page)).toContainText(
      'There is no topic that both speak about, so no agreement can be told.',
    );
    await expect(toCompare(page)).not.toContainText('0.00');
  });

test('where neither takes a side on what both speak about no agreement is told', async ({ page, visit }) => {
  const undecided = Object.entries(FILES).map(([name, text]) => [
    name,
    text.replaceAll(/"stance":\s*"\w+"/g, '"stance": "neutral"'),
  ]);
  await serve(page, Object.fromEntries(undecided) as Record<string, string>);
  await visit('#view=compare&compare=organisation:impower,organisation:ofsted');
  await expect(toCompare(page)).toContainText(
    /Both speak about \d+ topics, but there is none on which both lean to a side, so no agreement can be told\./,
  );
  await expect(toCompare(page)).not.toContainText('0.00');
});

test('how agreement is counted says what a side is', async ({ page, visit }) => {
  await visit('#view=compare&compare=organisation:impower,organisation:ofsted');
  await toCompare(page).getByText('how it is counted').click();
  await expect(toCompare(page)).toContainText(
    'A side on a topic is for or against, whichever more of what is said on it is; what is both or neither is not counted, and where as much is for as against, no side is taken.',
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the two stand below each other, named in full, and nothing is scrolled sideways', async ({
    page,
    visit,
  }) => {
    await visit('#view=compare');
    const name = toCompare(page).getByText('Association of Directors of Children’s Services', {
      exact: true,
    });
    await expect(name).toBeVisible();
    expect(await name.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await toCompare(page)
      .getByRole('button', { name: /They disagree/ })
      .tap();
    await expect(toPart(page, 'Where they disagree').getByRole('heading').first()).toBeInViewport();
    await expect(
      toPart(page, 'Where they disagree').getByText('ADCS', { exact: true }).first(),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
