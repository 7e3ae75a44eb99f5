// What somebody comes to find out, answered from the page alone, each answer with its passages.
import type { Page } from '@playwright/test';
import { EDGES, edgesAt, JUDGMENT, NODES, toNode, toPlace } from './corpus';
import type { StoredEdge } from '../../src/core/schema';
import { expect, showAll, test, toFind, toFront, toInspector } from './page';

const nameOf = (id: string) => {
  const { label } = toNode(id);
  return /\(([A-Z]{2,})\)$/.exec(label)?.[1] ?? label;
};
const utterancesOf = (id: string) =>
  EDGES.filter(({ type, target }) => (type === 'authored' || type === 'states') && target === id);
/** Who says a claim: the people and bodies that do, else the authors of the reports that state it. */
function speakersOf(id: string): string[] {
  const sources = utterancesOf(id).map(({ source }) => source);
  const actors = sources.filter((source) => !source.startsWith('report:'));
  const authors = sources.flatMap((report) =>
    EDGES.flatMap((edge) => (edge.type === 'authored' && edge.target === report ? [edge.source] : [])),
  );
  return [...new Set(actors.length > 0 ? actors : authors.length > 0 ? authors : sources)];
}
/** The year in which a claim was first said. */
const yearOf = (id: string) =>
  Math.min(
    ...utterancesOf(id).map((edge) =>
      Number(
        (
          ('date' in edge && edge.date) ||
          ('date' in toNode(edge.source) && (toNode(edge.source) as { date?: string }).date) ||
          toNode(edge.passages[0]!.article, 'article').date
        ).slice(0, 4),
      ),
    ),
  );
/** The body, its people and its reports. */
function voicesOf(body: string): ReadonlySet<string> {
  const people = EDGES.flatMap((edge) =>
    edge.type === 'affiliated-with' && edge.target === body ? [edge.source] : [],
  );
  const all = [body, ...people];
  return new Set([
    ...all,
    ...EDGES.flatMap(({ type, source, target }) =>
      type === 'authored' && all.includes(source) && target.startsWith('report:') ? [target] : [],
    ),
  ]);
}
const OFSTED = voicesOf('organisation:ofsted');
const saysAny = (voices: ReadonlySet<string>, id: string) =>
  utterancesOf(id).some(({ source }) => voices.has(source));

const toGroup = (page: Page, name: RegExp) =>
  toInspector(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name }) });
const search = async (page: Page, words: string, name: string) => {
  await toFind(page).getByRole('searchbox').fill(words);
  await toFind(page).getByRole('link', { name }).first().click();
  await expect(toInspector(page).getByRole('heading', { level: 2, name })).toBeVisible();
  await showAll(toInspector(page));
};
const expectWords = async (page: Page, { passages }: { passages: StoredEdge['passages'] }) => {
  await expect(toFront(page)).toHaveText(toPlace(passages[0]!).words);
  await expect(toFront(page).first()).toBeInViewport();
};

const AGAINST = EDGES.flatMap((edge) =>
  edge.type === 'about' && edge.target === JUDGMENT.id && edge.stance === 'against' ? [edge] : [],
).filter(({ source }) => !source.startsWith('report:'));

test('who speaks against one-word judgments, and when', async ({ page, visit }) => {
  test.setTimeout(90_000);
  await visit();
  await toFind(page).getByRole('link', { name: JUDGMENT.label }).click();
  await showAll(toInspector(page));
  const against = toGroup(page, /^Against: /).getByRole('listitem');
  await expect(against).toHaveCount(AGAINST.length);
  for (const edge of AGAINST) {
    const row = against.filter({ has: page.locator(`a[href*="select=${edge.source}"]`) });
    await expect(row).toContainText(toNode(edge.source).label);
    await expect(row).toContainText(nameOf(speakersOf(edge.source)[0]!));
    await expect(row).toContainText(String(yearOf(edge.source)));
  }
  expect(new Set(AGAINST.map(({ source }) => yearOf(source)))).toEqual(new Set([2014, 2015, 2019]));
  for (const edge of AGAINST.filter((_, index) => index % 5 === 0)) {
    await against.locator(`a[href*="select=${edge.id}"]`).click();
    await expectWords(page, edge);
    await page.goBack();
    await showAll(toInspector(page));
  }
});

test('what Ofsted replied each time', async ({ page, visit }) => {
  test.setTimeout(90_000);
  const about = new Set(
    EDGES.flatMap((edge) => (edge.type === 'about' && edge.target === JUDGMENT.id ? [edge.source] : [])),
  );
  const replies = EDGES.filter(
    ({ type, source, target }) =>
      (type === 'disputes' || type === 'responds-to') &&
      saysAny(OFSTED, source) &&
      AGAINST.some((edge) => edge.source === target),
  );
  expect(replies.length).toBeGreaterThan(5);
  await visit(`#select=${JUDGMENT.id}`);
  await showAll(toInspector(page));
  for (const [type, name, verb] of [
    ['disputes', /^Disputes/, 'disputes'],
    ['responds-to', /^Answers/, 'responds to'],
  ] as const) {
    const rows = toGroup(page, name).getByRole('listitem');
    const wanted = replies.filter((edge) => edge.type === type);
    expect(wanted.length).toBeGreaterThan(0);
    for (const { source, target } of wanted) {
      expect(about.has(target)).toBe(true);
      const year = yearOf(source);
      await expect(
        rows
          .filter({ hasText: toNode(target).label })
          .filter({ hasText: verb })
          .filter({ hasText: new RegExp(`^${nameOf(speakersOf(source)[0]!)}.*${year}`) }),
      ).not.toHaveCount(0);
    }
    const link = rows.getByRole('link').first();
    const id = /select=([^&]+)/.exec((await link.getAttribute('href'))!)![1]!;
    await link.click();
    await expectWords(
      page,
      EDGES.find((edge) => edge.id === id)!,
    );
    await page.goBack();
    await showAll(toInspector(page));
  }
});

test('which suggestions of the Birmingham academics Ofsted turned down, and why', async ({ page, visit }) => {
  test.setTimeout(90_000);
  const academics = toNode('organisation:birmingham-academics');
  const suggested = edgesAt(academics.id).flatMap((edge) =>
    edge.type === 'authored' && edge.target.startsWith('recommendation:') ? [edge.target] : [],
  );
  const refusals = EDGES.flatMap((edge) =>
    edge.type === 'responds-to' && edge.response === 'rejected' && suggested.includes(edge.target)
      ? [edge]
      : [],
  );
  expect(refusals.map(({ target }) => toNode(target).label).toSorted()).toEqual([
    'Inspectors should consider austerity when grading',
    'Inspectors should observe direct practice first-hand',
    'Inspectors should observe supervisions first-hand',
    'Involve families more deeply in inspections',
  ]);
  await visit();
  await search(page, 'Birmingham academics', academics.label);
  const turned = toGroup(page, /^Recommends/)
    .getByRole('listitem')
    .filter({ hasText: 'Ofsted: rejected' });
  await expect(turned).toHaveCount(refusals.length);
  for (const refusal of refusals) {
    await turned.getByRole('link', { name: toNode(refusal.target).label, exact: true }).click();
    const told = refusal.basis === 'inferred' ? 'Ofsted: rejected (inferred)' : 'Ofsted: rejected';
    await expect(toInspector(page).getByText(told, { exact: true })).toBeVisible();
    const reasons = EDGES.filter(
      ({ type, source, target }) =>
        type === 'supports' && target === refusal.source && saysAny(OFSTED, source),
    ).map(({ source }) => toNode(source));
    expect(reasons.length).toBeGreaterThan(0);
    const given = toGroup(page, /^Reasons given/).getByRole('link');
    await expect(given).toHaveText(reasons.map(({ label }) => label));
    await given.first().click();
    await expectWords(page, reasons[0]!);
    await page.goBack();
    await toGroup(page, /^Answered by/)
      .locator(`a[href*="select=${refusal.id}"]`)
      .click();
    await expectWords(page, refusal);
    await page.goBack();
    await page.goBack();
    await showAll(toInspector(page));
  }
});

test('what councils and Ofsted agree on', async ({ page, visit }) => {
  const councils = toNode('organisation:councils');
  const shared = NODES.filter(
    ({ id, type }) =>
      (type === 'claim' || type === 'recommendation') &&
      saysAny(voicesOf(councils.id), id) &&
      saysAny(OFSTED, id),
  );
  expect(shared.length).toBeGreaterThan(1);
  await visit();
  await search(page, 'councils', councils.label);
  await toInspector(page).getByRole('link', { name: 'Compare with what others say…' }).click();
  const compare = page.getByRole('region', { name: 'Compare', exact: true });
  await compare.getByRole('combobox', { name: 'Second' }).selectOption('organisation:ofsted');
  const agreed = compare.getByRole('region', { name: 'Where they agree', exact: true });
  await showAll(agreed);
  for (const claim of shared) {
    const row = agreed.getByRole('listitem').filter({ has: page.locator(`a[href*="select=${claim.id}"]`) });
    await expect(row.first()).toBeVisible();
    for (const voices of [voicesOf(councils.id), OFSTED]) {
      const [utterance] = utterancesOf(claim.id).filter(({ source }) => voices.has(source));
      const [words] = toPlace(utterance!.passages[0]!).words;
      await expect(row.first()).toContainText(words!.replace(/^[“"]|[”"]$/g, ''));
    }
  }
  await agreed.locator(`a[href*="select=${shared[0]!.id}"]`).first().click();
  await expectWords(page, shared[0]!);
});

test('how Alan Wood and Ofsted are connected, with the keys alone', async ({ page, visit }) => {
  await visit('#select=person:alan-wood');
  const ask = toInspector(page).getByRole('button', { name: 'See how it is connected with…' });
  await ask.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Connect with' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Alan Wood');
  await expect(dialog.getByText('Nothing is called that.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(ask).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('ofsted');
  // Of all that begin so, the one of just this name comes first.
  await expect(dialog.getByRole('option', { name: 'Ofsted', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  const paths = page.getByRole('region', { name: 'How they are connected' });
  await expect(paths.getByRole('link', { name: 'Alan Wood', exact: true }).first()).toBeVisible();
  await expect(paths.getByRole('link', { name: 'Ofsted', exact: true }).first()).toBeVisible();
});

test('what the ADCS said in 2014: the numbers beside the topics follow', async ({ page, visit }) => {
  const adcs = voicesOf('organisation:adcs');
  const said = new Set(
    EDGES.flatMap((edge) =>
      (edge.type === 'authored' || edge.type === 'states') &&
      adcs.has(edge.source) &&
      edge.passages[0]!.article === 'article:high-caseloads-2014'
        ? [edge.target]
        : [],
    ),
  );
  const number = EDGES.filter(
    (edge) => edge.type === 'about' && edge.target === JUDGMENT.id && said.has(edge.source),
  ).length;
  expect(number).toBeGreaterThan(0);
  await visit();
  const topic = toFind(page).getByRole('link', { name: JUDGMENT.label });
  await visit('#q=actor:organisation:adcs date:2014');
  await expect(topic).toContainText(`${JUDGMENT.label}${number}:`);
  // What nobody of them speaks about is not offered.
  await expect(toFind(page).getByRole('link', { name: /^Does high demand excuse/ })).toHaveCount(0);
});
