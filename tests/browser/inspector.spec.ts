// What is selected, in plain words, every line of it leading on.
import { EDGES, edgesAt, NODES, ofType, toNode, toPlace } from './corpus';
import { expect, showAll, test, toFront, toInspector } from './page';

const isSaid = (type: string) => type === 'authored' || type === 'states';
/** A claim that a person says in so many words, and that is argued about. */
const CLAIM = ofType('claim').toSorted(
  (a, b) =>
    new Set(edgesAt(b.id).map(({ type }) => type)).size - new Set(edgesAt(a.id).map(({ type }) => type)).size,
)[0]!;

test('a claim is told with its statement, who said it, when, how, in which article, and what it is about', async ({
  page,
  visit,
}) => {
  const quoted = EDGES.find(
    (edge) => edge.type === 'authored' && edge.speech === 'direct' && !edge.date && edge.role,
  )!;
  await visit(`#select=${quoted.target}`);
  const inspector = toInspector(page);
  const claim = toNode(quoted.target);
  const article = toNode(quoted.passages[0]!.article, 'article');
  await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(
    'statement' in claim ? claim.statement : '',
  );
  const line = inspector
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="select=${quoted.id}"]`) });
  await expect(line.getByRole('link').first()).toHaveText(toNode(quoted.source).label);
  await expect(line).toContainText('quoted');
  await expect(line).toContainText(article.publisher);
  await expect(line).toContainText(/\d{4}/.exec(article.date)![0]);
  if (quoted.type === 'authored') await expect(line).toContainText(quoted.role!);
  const about = edgesAt(claim.id).find(({ type }) => type === 'about')!;
  const topic = inspector
    .getByRole('listitem')
    .filter({ has: page.locator(`a[href*="select=${about.id}"]`) });
  await expect(topic.getByRole('link').first()).toHaveText(toNode(about.target).label);
  if (about.type === 'about')
    await expect(topic).toContainText(
      {
        for: 'for',
        against: 'against',
        mixed: 'both for and against',
        neutral: 'neither for nor against',
      }[about.stance],
    );
});

test('of a claim its side and who said it come first, the tools of the map last, and only where one is', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  const id = 'claim:single-word-describes-little';
  await visit(`#select=${id}`);
  const inspector = toInspector(page);
  await expect(inspector.getByText('Claim', { exact: true }).locator('xpath=..')).toContainText('against');
  const voice = EDGES.find(({ type, target }) => isSaid(type) && target === id)!.source;
  await expect(inspector.locator(`a[href*="select=${voice}"]`).first()).toBeInViewport({ ratio: 1 });
  const tops = await Promise.all(
    [
      inspector.locator(`a[href*="select=${voice}"]`).first(),
      inspector.getByRole('heading', { name: /^Disputed by/ }),
      inspector.getByText('See the debate:'),
      inspector.getByRole('group', { name: 'Show only what is around it' }),
    ].map(async (one) => (await one.boundingBox())!.y),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  const [steps, hide, connect] = await Promise.all(
    ['1 step', 'Hide', 'See how it is connected with…'].map(async (name) =>
      inspector.getByRole('button', { name, exact: true }).boundingBox(),
    ),
  );
  expect(hide!.y).toBe(steps!.y);
  expect(connect!.y).toBe(steps!.y);
  await visit(`#view=table&select=${id}`);
  await expect(inspector.getByRole('button', { name: 'See how it is connected with…' })).toBeVisible();
  await expect(inspector.getByRole('button', { name: 'Hide', exact: true })).toHaveCount(0);
});

test('what disputes, supports or answers a claim stands under its own heading', async ({ page, visit }) => {
  const headings = {
    disputes: ['Disputes', 'Disputed by'],
    supports: ['Supports', 'Supported by'],
    'responds-to': ['Responds to', 'Answered by'],
  } as const;
  for (const type of Object.keys(headings) as (keyof typeof headings)[]) {
    const edge = EDGES.find((other) => other.type === type && toNode(other.target).type === 'claim')!;
    for (const [index, id] of [edge.source, edge.target].entries()) {
      const other = index === 0 ? edge.target : edge.source;
      await visit(`#select=${id}`);
      const group = toInspector(page)
        .locator('section')
        .filter({
          has: page.getByRole('heading', { name: new RegExp(`^${headings[type][index]}( \\d+)?$`) }),
        });
      const more = group.getByRole('button', { name: /^Show all/ });
      if (await more.isVisible()) await more.click();
      await expect(group.getByRole('link', { name: toNode(other).label }).first()).toBeVisible();
    }
  }
});

test('a report and an article are written by somebody, a claim is said', async ({ page, visit }) => {
  const heading = (name: string) =>
    toInspector(page).getByRole('heading', { name: new RegExp(`^${name} by( \\d+)?$`) });
  for (const [id, name, other] of [
    ['report:munro-review-2011', 'Written', 'Said'],
    ['article:too-tough-2015', 'Written', 'Said'],
    ['claim:ofsted-grades-comparable-2019', 'Said', 'Written'],
  ] as const) {
    await visit(`#select=${id}`);
    await expect(heading(name)).toBeVisible();
    await expect(heading(other)).toHaveCount(0);
  }
});

test('a dispute or an answer that is told in one line says whether it is the coder’s inference', async ({
  page,
  visit,
}) => {
  const told = { inferred: 0, stated: 0 };
  const hashes = ['', ...ofType('topic').map(({ id }) => `#select=${id}`)];
  for (const hash of hashes.slice(0, 6).concat('#select=topic:ofsted-reform')) {
    await visit(hash);
    const links = toInspector(page)
      .locator('a')
      .filter({ hasText: /disputes|responds to/ });
    for (const link of await links.all()) {
      const id = /select=((?:disputes|responds-to)[^&]+)/.exec((await link.getAttribute('href'))!)?.[1];
      const edge = EDGES.find((other) => other.id === id);
      if (!edge) continue;
      told[edge.basis] += 1;
      const words = (await link.textContent())!;
      expect(words.includes('(inferred)')).toBe(edge.basis === 'inferred');
      // Dashed as on the map.
      await expect(link.locator('path[style*="dasharray"]')).toHaveCount(edge.basis === 'inferred' ? 1 : 0);
      // A report is what it is called: its name stands once.
      const { label } = toNode(edge.target);
      expect(words.split(label)).toHaveLength(2);
    }
  }
  expect(told.inferred).toBeGreaterThan(5);
  expect(told.stated).toBeGreaterThan(1);
});

test('every line of a claim leads to the node it names, and to the words it rests on', async ({
  page,
  visit,
}) => {
  await visit(`#select=${CLAIM.id}`);
  const inspector = toInspector(page);
  await showAll(inspector);
  for (const edge of edgesAt(CLAIM.id)) {
    const other = toNode(edge.source === CLAIM.id ? edge.target : edge.source);
    await inspector.locator(`a[href*="select=${edge.id}"]`).click();
    await expect(toFront(page)).toHaveText(toPlace(edge.passages[0]!).words);
    await expect(inspector).toContainText(
      edge.basis === 'inferred' ? 'inferred by the coder' : 'stated in the article',
    );
    if (edge.rationale) await expect(inspector).toContainText(edge.rationale);
    await inspector.getByRole('link', { name: other.label }).first().click();
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(
      'statement' in other ? other.statement : other.label,
    );
    await page.goto(`/#select=${CLAIM.id}`);
    await expect(inspector.getByRole('heading', { level: 2 })).toHaveText(CLAIM.statement);
    await showAll(inspector);
  }
});

test('every edge of a node has its line, whatever the type of the node', async ({ page, visit }) => {
  await visit();
  for (const type of new Set(NODES.map((node) => node.type))) {
    const [node] = ofType(type).toSorted((a, b) => edgesAt(b.id).length - edgesAt(a.id).length);
    await page.goto(`/#select=${node!.id}`);
    await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(
      'statement' in node! ? node.statement : node!.label,
    );
    await showAll(toInspector(page));
    const lines = await toInspector(page)
      .getByRole('listitem')
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => /select=([^&]+)/.exec(link.getAttribute('href')!)![1]!));
    expect(lines).toEqual(expect.arrayContaining(edgesAt(node!.id).map(({ id }) => id)));
  }
});

test('under each stance of a topic stand as many as its bar counts, and reports by themselves', async ({
  page,
  visit,
}) => {
  let reports = 0;
  for (const topic of ofType('topic')) {
    const about = EDGES.flatMap((edge) => (edge.type === 'about' && edge.target === topic.id ? [edge] : []));
    const isReport = ({ source }: { source: string }) => toNode(source).type === 'report';
    if (!about.some(isReport)) continue;
    await visit(`#select=${topic.id}`);
    for (const [name, stance] of [
      ['For: ', 'for'],
      ['Against: ', 'against'],
      ['Both for and against', 'mixed'],
      ['Neither for nor against', 'neutral'],
      ['Reports on it', undefined],
    ] as const) {
      const group = about.filter((edge) =>
        stance ? edge.stance === stance && !isReport(edge) : isReport(edge),
      );
      const heading = toInspector(page).getByRole('heading', { name });
      if (group.length === 0) await expect(heading).toHaveCount(0);
      else if (group.length > 6) await expect(heading).toContainText(String(group.length));
      else await expect(heading.locator('..').getByRole('listitem')).toHaveCount(group.length);
      if (stance === undefined) reports += group.length;
    }
  }
  expect(reports).toBeGreaterThan(2);
});

test('who says something is told for all who say it', async ({ page, visit }) => {
  const several = ofType('claim').find(
    ({ id }) =>
      new Set(
        edgesAt(id)
          .filter(({ type }) => isSaid(type))
          .map(({ source }) => source),
      ).size > 2,
  )!;
  await visit(`#select=${several.id}`);
  for (const { source } of edgesAt(several.id).filter(({ type }) => isSaid(type)))
    await expect(
      toInspector(page)
        .getByRole('link', { name: toNode(source).label })
        .first(),
    ).toBeVisible();
});

test('“Select nothing” leads back to the start', async ({ page, visit }) => {
  await visit(`#select=${CLAIM.id}`);
  await toInspector(page).getByRole('button', { name: 'Select nothing' }).click();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(
    'How Ofsted inspects children’s services',
  );
  expect(new URL(page.url()).hash).not.toContain('select');
});

test('who says something says it for whom, where their role does not tell', async ({ page, visit }) => {
  const expectSaid = async (claim: string, said: RegExp) => {
    await visit(`#select=${claim}`);
    await expect(toInspector(page)).toContainText(said);
  };
  await expectSaid('claim:much-to-learn-from-report-2010', /Schools secretary · .*for UK government · /);
  await expectSaid('claim:adcs-discusses-self-evaluation-exemplars', /for ADCS · /);
  await expectSaid('claim:ofsted-welcomes-debate', /Ofsted spokesman · (?!.*for Ofsted)/);
});
