// The debate: one topic read as a chart of who said what when, with the words one click away.
import type { Page } from '@playwright/test';
import { EDGES, edgesAt, FILES, JUDGMENT, ofType, toNode, toPlace } from './corpus';
import { expect, serve, settle, test, toFind, toFront, toInspector, toSource } from './page';

const toDebate = (page: Page) => page.getByRole('region', { name: 'Debate', exact: true });
const toLane = (page: Page, name: string) => toDebate(page).getByRole('region', { name, exact: true });

/** Waits until the cards are where they belong. */
const arrive = (page: Page) => expect(page.locator('[data-arrived="true"]')).toBeVisible({ timeout: 15_000 });

const ABOUT = EDGES.flatMap((edge) => (edge.type === 'about' && edge.target === JUDGMENT.id ? [edge] : []));
/** What is cut: the topic, or words: in a card by the card's own end, in a list by what stands below it or by the end of the cell. */
const isCut = (page: Page) =>
  page.evaluate(() => [
    ...[...document.querySelectorAll<HTMLElement>('[data-arrived] li li > a')].flatMap((words) => {
      const cell = words.closest('ul')!.parentElement!;
      const end =
        cell.querySelector('button')?.getBoundingClientRect().top ?? cell.getBoundingClientRect().bottom;
      return words.getBoundingClientRect().bottom > end + 2 ? [words.textContent] : [];
    }),
    ...[
      ...document.querySelectorAll<HTMLElement>(
        '[data-arrived] select, [data-detail] > a, [data-detail] > p, [data-arrived] li li > a',
      ),
    ]
      .filter((element) => element.scrollHeight > element.clientHeight + 2)
      .map((element) => element.textContent),
  ]);

test.use({ contextOptions: { reducedMotion: 'reduce' } });

test('the one-word-judgment debate reads from 2010 to 2019 at first sight: who was against, who for', async ({
  page,
  visit,
}) => {
  await visit('#view=debate');
  await arrive(page);
  const debate = toDebate(page);
  await expect(debate.getByRole('combobox', { name: 'Topic' })).toHaveValue(JUDGMENT.id);
  for (const year of ['2010', '2014', '2015', '2016', '2019'])
    await expect(debate.getByText(new RegExp(`^${year}( uncertain)?$`)).first()).toBeInViewport({
      ratio: 1,
    });
  const side = (stance: string) => ABOUT.filter((edge) => edge.stance === stance).length;
  await expect(debate.getByRole('banner').or(debate.locator('header'))).toContainText(
    `${side('against')} ${JUDGMENT.poles.against}`,
  );
  await expect(debate.locator('header')).toContainText(`${side('for')} ${JUDGMENT.poles.for}`);
  await expect(toLane(page, 'Ofsted').getByText(`${side('for')} for`)).toBeVisible();
  for (const body of ['ADCS', 'Eileen Munro', 'Impower', 'University of Birmingham'])
    await expect(
      toLane(page, body)
        .getByText(/\d+ against/)
        .first(),
    ).toBeVisible();
  await expect(
    toLane(page, 'Cardiff University').getByRole('link', { name: 'Clive Diaz' }).first(),
  ).toBeVisible();
  // All who take a side are in sight, above who does not, and so are the first words and the last.
  const lanes = debate.getByRole('region');
  const sides = lanes.filter({ hasText: /\d+ (for|against)/ });
  expect(await sides.count()).toBe((await lanes.count()) - 1);
  await expect(lanes.last()).toHaveAccessibleName('Community Care');
  for (const lane of await sides.all()) await expect(lane.getByRole('link').first()).toBeInViewport();
  for (const [body, label] of [
    ['Ofsted', 'One in three inspected councils is rated inadequate'],
    ['ADCS', 'One in three councils inadequate is clearly disappointing'],
    ['Ofsted', 'Ofsted’s grades make quality easy to understand'],
  ] as const)
    await expect(toLane(page, body).getByRole('link', { name: label }).first()).toBeInViewport({ ratio: 1 });
});

test('every claim on the topic can be reached, and its card brings its words in front', async ({
  page,
  visit,
}) => {
  test.setTimeout(90_000);
  await visit('#view=debate');
  await arrive(page);
  for (const { source } of ABOUT.filter((_, index) => index % 6 === 0)) {
    await visit(`#view=debate&topic=${JUDGMENT.id}`);
    await arrive(page);
    const card = toDebate(page).locator(`li a[href*="select=${source}"]`);
    for (const more of await toDebate(page).getByRole('button', { name: /more/ }).all()) {
      if ((await card.count()) > 0) break;
      await more.click();
      await settle(page);
      if ((await card.count()) === 0) await page.getByRole('button', { name: 'Fit' }).click();
      await settle(page);
    }
    await card.first().focus();
    await page.keyboard.press('Enter');
    await expect(toFront(page)).toHaveText(toPlace(toNode(source).passages[0]!).words);
    await expect(page).toHaveURL(new RegExp(`select=${source}`));
  }
});

test('an arrow is clicked, and its words come in front', async ({ page, visit }) => {
  await visit('#view=debate');
  await arrive(page);
  const found = await page.evaluate(() => {
    const { sigma } = window;
    const graph = sigma.getGraph();
    const { left, top } = sigma.getContainer().getBoundingClientRect();
    for (const edge of graph.edges()) {
      const data = sigma.getEdgeDisplayData(edge) as unknown as {
        hidden: boolean;
        layer: number;
        curvature: number;
      };
      // What is in the lowest layer is left on the map, which is not drawn.
      if (data.hidden || data.layer === 0) continue;
      const at = (node: string) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(node)!);
      const [from, to] = [at(graph.source(edge)), at(graph.target(edge))];
      const x = left + (from.x + to.x) / 2 + (to.y - from.y) * data.curvature;
      const y = top + (from.y + to.y) / 2 - (to.x - from.x) * data.curvature;
      if (edge.startsWith('disputes') && document.elementFromPoint(x, y)?.tagName === 'CANVAS')
        return { edge, x, y };
    }
    return undefined;
  });
  expect(found).toBeDefined();
  await page.mouse.move(found!.x, found!.y);
  await page.mouse.click(found!.x, found!.y);
  await expect(page).toHaveURL(/select=disputes:/);
  const id = /select=([^&]+)/.exec(page.url())![1]!;
  const edge = EDGES.find((one) => one.id === id)!;
  await expect(toFront(page)).toHaveText(toPlace(edge.passages[0]!).words);
});

test('cards grow with zoom from headline to statement to quote, and their text is never cut', async ({
  page,
  visit,
}) => {
  test.setTimeout(120_000);
  for (const topic of [JUDGMENT.id, 'topic:consistency', 'topic:demand-excuse', 'topic:good-enough'].filter(
    (id) => ofType('topic').some((node) => node.id === id),
  )) {
    await visit(`#view=debate&topic=${topic}`);
    await arrive(page);
    const seen = new Set<string>();
    for (let step = 0; step < 6; step++) {
      expect(await isCut(page), `${topic} at step ${step}`).toEqual([]);
      for (const detail of await page
        .locator('[data-detail]')
        .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.detail!)))
        seen.add(detail);
      await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
      await settle(page);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['headline', 'quote']));
  }
});

test('cards opened side by side tell as much of each, no link runs out of one, none is torn at the lanes’ names', async ({
  page,
  visit,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await visit(`#view=debate&topic=${JUDGMENT.id}&map=0.5559,0.2711,0.25`);
  await arrive(page);
  const cards = toLane(page, 'Impower').locator('[data-detail]');
  await expect(cards).toHaveCount(10);
  const told = await cards.evaluateAll((all) =>
    all.map((card) => {
      const [box, foot] = [card.getBoundingClientRect(), card.querySelector('p')!];
      const out = [...foot.querySelectorAll('a')].filter((link) => {
        const { right, bottom } = link.getBoundingClientRect();
        return right > box.right || bottom > box.bottom || link.title === '';
      });
      return {
        detail: (card as HTMLElement).dataset.detail,
        side: getComputedStyle(card).borderLeftWidth,
        out,
      };
    }),
  );
  expect(told).toEqual(told.map(() => ({ detail: told[0]!.detail, side: '4px', out: [] })));
  const behind = await page.locator('[data-detail]').evaluateAll((all) => {
    const names = Math.max(
      ...[...document.querySelectorAll('[data-arrived] section > [data-over-map]')].map(
        (name) => name.getBoundingClientRect().right,
      ),
    );
    return all.flatMap((card) => {
      const { left, right } = card.getBoundingClientRect();
      return left < names && right > names && (right - names) / (right - left) < 0.4
        ? [[card, card.firstElementChild!].map((part) => getComputedStyle(part).opacity)]
        : [];
    });
  });
  expect(behind).not.toEqual([]);
  // The frame stays, so that no arrow ends in nothing.
  expect(behind).toEqual(behind.map(() => ['1', '0']));
});

for (const [place, viewport] of [
  ['a desk', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const)
  test(`no headline of any topic is cut on ${place}`, async ({ page, visit }) => {
    test.setTimeout(180_000);
    await page.setViewportSize(viewport);
    await visit('#view=debate');
    for (const { id } of ofType('topic')) {
      await page.goto(`/#view=debate&topic=${id}`);
      await expect(toDebate(page).getByLabel('Topic:')).toHaveValue(id);
      await arrive(page);
      await expect(page.locator('[data-arrived] li li > a, [data-detail] > a')).not.toHaveCount(0);
      expect(await isCut(page), id).toEqual([]);
    }
  });

test('no card lies over another, at rest or zoomed', async ({ page, visit }) => {
  await visit('#view=debate&topic=topic:right-aspects');
  await arrive(page);
  for (let step = 0; step < 4; step++) {
    const over = await page.evaluate(() => {
      const cards = [...document.querySelectorAll('[data-arrived] section > ul > li')].map((card) =>
        card.getBoundingClientRect(),
      );
      return cards.flatMap((a, index) =>
        cards
          .slice(index + 1)
          .filter(
            (b) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          ),
      ).length;
    });
    expect(over).toBe(0);
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await settle(page);
  }
});

test('a claim in several topics leads to its other debates, and to who said it', async ({ page, visit }) => {
  const claim = ofType('claim').find(({ id }) => {
    const topics = edgesAt(id).filter(({ type }) => type === 'about');
    return topics.some(({ target }) => target === JUDGMENT.id) && topics.length > 1;
  })!;
  const other = edgesAt(claim.id).find(
    ({ type, target }) => type === 'about' && target !== JUDGMENT.id,
  )!.target;
  await visit(`#view=debate&topic=${JUDGMENT.id}&select=${claim.id}`);
  await arrive(page);
  const card = page.locator(`li[data-detail]:has(> a[href*="select=${claim.id}"])`);
  const pivot = card.getByRole('link', { name: toNode(other).label });
  for (let step = 0; step < 10 && (await pivot.count()) === 0; step++) {
    const more = toDebate(page)
      .locator('li', { has: page.locator(`a[href*="select=${claim.id}"]`) })
      .getByRole('button');
    if ((await more.count()) > 0) await more.first().click();
    else await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await settle(page);
  }
  await pivot.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`topic=${other}`));
  await expect(toDebate(page).getByRole('combobox', { name: 'Topic' })).toHaveValue(other);
  await page.goBack();
  await expect(toDebate(page).getByRole('combobox', { name: 'Topic' })).toHaveValue(JUDGMENT.id);
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
});

test('from a claim on the map the switch leads to its debate, with the claim still selected, and back', async ({
  page,
  visit,
}) => {
  const claim = toNode('claim:demand-no-excuse', 'claim');
  await visit(`#select=${claim.id}`);
  const before = await page.evaluate((id) => window.sigma.getNodeDisplayData(id)!.x, claim.id);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Debate' }).click();
  await arrive(page);
  const topics = edgesAt(claim.id).flatMap(({ type, target }) => (type === 'about' ? [target] : []));
  expect(topics).toContain(await toDebate(page).getByRole('combobox', { name: 'Topic' }).inputValue());
  await expect(toDebate(page).locator(`[aria-current="true"]`).first()).toBeVisible();
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Map' }).click();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
  await expect
    .poll(() => page.evaluate((id) => window.sigma.getNodeDisplayData(id)!.x, claim.id))
    .toBeCloseTo(before, 6);
});

test('a link reopens the debate with its topic, selection and zoom', async ({ page, visit }) => {
  await visit('#view=debate&topic=topic:consistency');
  await arrive(page);
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await settle(page);
  await expect(page).toHaveURL(/map=/);
  const cards = await toDebate(page).locator('[data-detail]').count();
  await page.reload();
  await arrive(page);
  await expect(toDebate(page).locator('[data-detail]')).toHaveCount(cards);
  await expect(toDebate(page).getByRole('combobox', { name: 'Topic' })).toHaveValue('topic:consistency');
});

test('filters hold in the debate; where they leave nothing it says what to do', async ({ page, visit }) => {
  await visit(`#view=debate&topic=${JUDGMENT.id}&q=date:2019`);
  await arrive(page);
  await expect(toDebate(page).getByText(/^2014/)).toHaveCount(0);
  await expect(toLane(page, 'Impower')).toHaveCount(0);
  await expect(toLane(page, 'Ofsted')).toHaveCount(1);
  // The topics in the list are counted as the filters leave them, too.
  const left = /(\d+) claims? [a-z ]*by/.exec((await toDebate(page).locator('header').textContent())!)![1]!;
  expect(Number(left)).toBeLessThan(ABOUT.length);
  await expect(toDebate(page).locator('option:checked')).toHaveText(`${JUDGMENT.label} (${left})`);
  await visit(`#view=debate&topic=${JUDGMENT.id}&q=date:2012`);
  await expect(toDebate(page).getByText('Nothing about this topic is left by the filters')).toBeVisible();
});

test('what is selected but not part of the debate is said so, with the debates that have it', async ({
  page,
  visit,
}) => {
  const claim = toNode('claim:demand-no-excuse', 'claim');
  await visit(`#view=debate&topic=${JUDGMENT.id}&select=${claim.id}`);
  await arrive(page);
  const note = toDebate(page).getByRole('status').filter({ hasText: 'not part of this debate' });
  await note.getByRole('link').first().click();
  await expect(note).toHaveCount(0);
  await arrive(page);
  await expect(toDebate(page).locator('[aria-current="true"]').first()).toBeVisible();
});

test('who takes part, if by what others are named for, is not told to be outside, and why a report has no card is', async ({
  page,
  visit,
}) => {
  const note = toDebate(page).locator('header').getByText('What is selected');
  for (const id of ['person:steve-crocker', 'report:munro-sif-review-2014', 'article:too-tough-2015']) {
    await visit(`#view=debate&topic=${JUDGMENT.id}&select=${id}`);
    await arrive(page);
    await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(toNode(id).label);
    await expect(note).toHaveCount(0);
  }
  await visit('#view=debate&topic=topic:sector-voice&select=report:ofsted-consultation-2016');
  await arrive(page);
  await expect(note).toHaveText(/^What is selected is a report about this topic/);
  await visit(`#view=debate&topic=${JUDGMENT.id}&q=date:2019&select=person:eileen-munro`);
  await arrive(page);
  await expect(note).toHaveText('What is selected is not part of this debate as the filters leave it. ');
});

test('whose claims all stand in the lanes of others is named above the chart', async ({ page, visit }) => {
  await visit('#view=debate&topic=topic:single-framework');
  await arrive(page);
  await expect(toLane(page, 'Directors of children’s services')).toHaveCount(0);
  await expect(toDebate(page).locator('header')).toContainText(
    'Also said by Directors of children’s services, in the lane of Ofsted.',
  );
});

test('a debate stays as it is when topics, or the lines to them, are not drawn, but for its arrows', async ({
  page,
  visit,
}) => {
  const { length } = ABOUT.filter(({ source }) => !source.startsWith('report:'));
  for (const query of ['edge:about', 'edge:disputes', 'type:claim,recommendation']) {
    await visit(`#view=debate&topic=${JUDGMENT.id}&q=${query}`);
    await arrive(page);
    await expect(toDebate(page).locator('header')).toContainText(`${length} claims and recommendations by`);
    await expect(toDebate(page).locator('option:checked')).toHaveText(`${JUDGMENT.label} (${length})`);
    // What is read aloud of the arrows is what is drawn. Lists become cards with zoom.
    for (let step = 0; step < 5; step++) {
      await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
      await settle(page);
    }
    const told = await toDebate(page).locator('[data-detail] > .unseen').allTextContents();
    const kinds = told.flatMap((words) =>
      words.split('; ').map((one) => /^[^:]+/.exec(one)![0].toLowerCase()),
    );
    if (query === 'edge:about') expect(kinds).toEqual([]);
    else if (query === 'edge:disputes') expect(new Set(kinds)).toEqual(new Set(['disputes', 'disputed by']));
    else expect(kinds).toContain('supports');
  }
});

test('how many bodies speak is told of all that say something, also of those in the lanes of others', async ({
  page,
  visit,
}) => {
  await visit('#view=debate&topic=topic:consistency');
  await expect(toDebate(page)).toContainText('claims and recommendations by 6 bodies');
});

test('a topic on which nobody says anything yet is said so, and no filter is blamed', async ({
  page,
  visit,
}) => {
  const files = { ...FILES };
  const isKept = (id: string) =>
    /^(article|report|organisation|person):/.test(id) || id === 'topic:sector-voice';
  for (const [name, text] of Object.entries(files)) {
    if (!name.startsWith('graph/') || !name.endsWith('.json') || name.includes('stories')) continue;
    const { nodes, edges, ...rest } = JSON.parse(text) as {
      nodes: { id: string }[];
      edges: { source: string; target: string }[];
    };
    files[name] = JSON.stringify({
      ...rest,
      nodes: nodes.filter(({ id }) => isKept(id)),
      edges: edges.filter(({ source, target }) => isKept(source) && isKept(target)),
    });
  }
  await serve(page, files);
  await visit('#view=debate&topic=topic:sector-voice');
  await expect(toDebate(page)).toContainText('Nobody is coded as saying anything about this topic yet.');
  await expect(toDebate(page)).not.toContainText('filters');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  await expect(page.getByRole('alert')).toHaveText('There is nothing to draw yet.');
});

test('a chart that cannot be laid out is told of in its place, and is there when it can', async ({
  page,
  visit,
}) => {
  await page.addInitScript(() => {
    const { prototype } = Worker;
    const post = Reflect.get(prototype, 'postMessage') as (message: unknown) => void;
    prototype.postMessage = function (message: { job?: string }) {
      // As where the worker cannot be fetched.
      if (message.job === 'chart' && 'refuses' in window) this.dispatchEvent(new ErrorEvent('error'));
      else post.call(this, message);
    };
    Object.assign(window, { refuses: true });
  });
  await visit('#view=debate');
  const alert = toDebate(page).getByRole('alert');
  await expect(alert).toContainText('The chart could not be laid out');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toBeVisible();
  await page.evaluate(() => Reflect.deleteProperty(window, 'refuses'));
  await alert.getByRole('button', { name: 'Try again' }).click();
  await arrive(page);
  await expect(alert).toHaveCount(0);
});

test('the debate is exported with who takes part in it', async ({ page, visit }) => {
  await visit('#view=debate');
  await arrive(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: /This debate/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /JSON/ }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: /^Export \d+ nodes/ }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const { nodes, edges } = JSON.parse(Buffer.concat(chunks).toString()) as {
    nodes: { id: string }[];
    edges: { source: string; target: string }[];
  };
  const ids = new Set(nodes.map(({ id }) => id));
  for (const { source } of ABOUT.filter((edge) => !edge.source.startsWith('report:')))
    expect(ids.has(source)).toBe(true);
  for (const id of [JUDGMENT.id, 'organisation:ofsted', 'person:alan-wood', 'organisation:adcs'])
    expect(ids.has(id)).toBe(true);
  for (const { source, target } of edges) expect(ids.has(source) && ids.has(target)).toBe(true);
});

test('the wheel over a card zooms, and dragging it moves the chart without selecting', async ({
  page,
  visit,
}) => {
  await visit('#view=debate');
  await arrive(page);
  const card = toDebate(page).locator('[data-detail] > a').first();
  const box = (await card.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + 20];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 80, y + 60, { steps: 5 });
  await page.mouse.up();
  await settle(page);
  expect(page.url()).not.toContain('select=');
  const moved = (await card.boundingBox())!;
  expect(moved.x).toBeLessThan(box.x - 40);
  await page.mouse.move(moved.x + moved.width / 2, moved.y + 20);
  await page.mouse.wheel(0, -300);
  await settle(page);
  expect((await card.boundingBox())!.width).toBeGreaterThan(moved.width * 1.2);
});

test('markup in a statement is text', async ({ page, visit }) => {
  const files = { ...FILES };
  for (const [name, text] of Object.entries(files))
    files[name] = text.replace(
      '"label": "The impact of Ofsted’s four-point grades is a concern"',
      '"label": "<img src=x onerror=alert(1)> grades"',
    );
  await serve(page, files);
  await visit('#view=debate');
  await arrive(page);
  await expect(toDebate(page).getByText('<img src=x onerror=alert(1)> grades').first()).toBeVisible();
});

test.describe('with motion', () => {
  test.use({ contextOptions: { reducedMotion: 'no-preference' } });

  test('nodes travel from the map to their cards and back', async ({ page, visit }) => {
    await visit();
    const id = ABOUT[0]!.source;
    const at = () => page.evaluate((node) => window.sigma.getNodeDisplayData(node)!.x, id);
    const start = await at();
    await page.evaluate(() => {
      const places: number[] = [];
      Object.assign(window, { places });
      const look = () => {
        places.push(window.sigma.getNodeDisplayData('claim:too-much-focus-on-grade')!.x);
        if (places.length < 400) requestAnimationFrame(look);
      };
      look();
    });
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Debate' }).click();
    await arrive(page);
    const places = await page.evaluate(() => (window as unknown as { places: number[] }).places);
    expect(new Set(places).size).toBeGreaterThan(2);
    expect(await at()).not.toBeCloseTo(start, 3);
    await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Map' }).click();
    await expect.poll(at, { timeout: 10_000 }).toBeCloseTo(start, 6);
  });
});

test('a topic chosen in the list beside it is the one that is debated', async ({ page, visit }) => {
  await visit('#view=debate');
  await arrive(page);
  await toFind(page)
    .getByRole('link', { name: /Does inspection improve services/ })
    .first()
    .click();
  await expect(toInspector(page)).toContainText('Does inspection improve services');
  await expect(toDebate(page).getByRole('combobox', { name: 'Topic' })).toHaveValue(
    'topic:inspection-improves',
  );
  await expect(toSource(page).locator('mark').first()).toBeVisible();
});

test('the debate opens whole from a map however it is zoomed, and what is selected comes clear of what lies over it', async ({
  page,
  visit,
}) => {
  await visit('#map=0.2,0.2,0.1');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Debate' }).click();
  await arrive(page);
  await settle(page);
  expect(await page.evaluate(() => window.sigma.getCamera().ratio)).toBeCloseTo(1);
  await page.getByRole('button', { name: /more by Impower/ }).click();
  await settle(page);
  const far = ABOUT.find(({ source }) => source === 'claim:four-point-grade-impact-concern')!.source;
  const name = toNode(far).label;
  await toFind(page).getByRole('searchbox').fill(name);
  await toFind(page).getByRole('link', { name }).first().click();
  await settle(page);
  const card = toDebate(page).locator(`li a[href*="select=${far}"][aria-current="true"]`).first();
  await expect(card).toBeVisible();
  const box = (await card.boundingBox())!;
  const lane = (await toLane(page, 'ADCS').getByRole('link', { name: 'ADCS' }).first().boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(lane.x + 90);
  await page.getByRole('button', { name: 'Fit' }).click();
  await settle(page);
  const { x, y, width, height } = (await toDebate(page).boundingBox())!;
  for (const one of await toDebate(page).locator('section > ul > li').all()) {
    const place = (await one.boundingBox())!;
    expect(place.x).toBeGreaterThanOrEqual(x);
    expect(place.y).toBeGreaterThanOrEqual(y);
    expect(place.x + place.width).toBeLessThanOrEqual(x + width + 1);
    expect(place.y + place.height).toBeLessThanOrEqual(y + height + 1);
  }
});

test('a corpus in which nothing is claimed says that there is nothing to debate yet', async ({
  page,
  visit,
}) => {
  const files = { ...FILES };
  for (const [name, text] of Object.entries(files)) {
    if (!name.startsWith('graph/') || !name.endsWith('.json') || name.includes('stories')) continue;
    const file = JSON.parse(text) as {
      nodes: { id: string }[];
      edges: { source: string; target: string }[];
    };
    const isKept = (id: string) => /^(article|organisation|person):/.test(id);
    files[name] = JSON.stringify({
      ...file,
      nodes: file.nodes.filter(({ id }) => isKept(id)),
      edges: file.edges.filter(({ source, target }) => isKept(source) && isKept(target)),
    });
  }
  await serve(page, files);
  await visit('#view=debate');
  await expect(toDebate(page)).toContainText('No debate yet');
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Map' }).click();
  await expect(page.getByRole('region', { name: 'Map', exact: true })).toBeVisible();
});

test('a selected dispute is among the arrows, whatever others lead the same way', async ({ page, visit }) => {
  const own = new Set(ABOUT.map(({ source }) => source));
  const disputes = EDGES.filter(
    ({ type, source, target }) => type === 'disputes' && own.has(source) && own.has(target),
  );
  expect(disputes.length).toBeGreaterThan(5);
  await visit('#view=debate');
  await arrive(page);
  for (const { id } of disputes) {
    await page.evaluate((hash) => (window.location.hash = hash), `#view=debate&select=${id}`);
    await expect
      .poll(() => page.evaluate((edge) => window.sigma.getEdgeDisplayData(edge)!.hidden, id), { message: id })
      .toBe(false);
  }
});

test('read aloud, the topic comes before the cards, which run from the earliest on and tell their year', async ({
  page,
  visit,
}) => {
  await visit('#view=debate');
  await arrive(page);
  const first = await toDebate(page)
    .locator('select, [data-stance] a')
    .first()
    .evaluate((element) => element.tagName);
  expect(first).toBe('SELECT');
  const told = await toLane(page, 'Ofsted').locator('[data-stance] > a').allTextContents();
  const years = told.map((text) => Number(/(\d{4})(?: \(\w+\))?$/.exec(text)?.[1]));
  expect(years.length).toBeGreaterThan(1);
  expect(years).toEqual(years.toSorted((a, b) => a - b));
});
