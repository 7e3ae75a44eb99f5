// The map: what is clicked on it, and what it shows.
import { around, EDGES, NODES, ofType, toNode, toPlace } from './corpus';
import {
  clickOnMap,
  expect,
  expectShown,
  readCamera,
  settle,
  test,
  toClearest,
  toFind,
  toFree,
  toFront,
  toInspector,
  toMap,
  toPoint,
  toSource,
} from './page';

const WHOLE = { nodes: NODES.map(({ id }) => id), edges: EDGES.map(({ id }) => id) };
const typeOf = new Map(NODES.map(({ id, type }) => [id, type]));

test('clicking a claim on the map brings its exact words in front, in sight, and says them', async ({
  page,
  visit,
}) => {
  await visit();
  const free = await toFree(
    page,
    ofType('claim').map(({ id }) => id),
  );
  for (const id of free.filter((_, index) => index % 60 === 7)) {
    const claim = toNode(id, 'claim');
    await clickOnMap(page, claim.id);
    const [passage] = claim.passages;
    await expect(toFront(page)).toHaveText(toPlace(passage!).words);
    await expect(toFront(page).first()).toBeInViewport();
    await expect(toSource(page).getByRole('status')).toContainText(passage!.quote);
    await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(claim.statement);
    await expect(page).toHaveURL(new RegExp(`#select=${claim.id}`));
  }
});

test('a node of every type can be clicked on the map', async ({ page, visit }) => {
  await visit();
  for (const type of new Set(NODES.map((node) => node.type))) {
    const [id] = await toFree(
      page,
      ofType(type).map((node) => node.id),
    );
    await clickOnMap(page, id!);
    await expect(toFront(page)).toHaveText(toPlace(toNode(id!).passages[0]!).words);
    await expect(page).toHaveURL(new RegExp(`#select=${id}`));
  }
});

test('clicking an edge on the map brings its exact words in front, in sight, and says them', async ({
  page,
  visit,
}) => {
  await visit();
  const clear = [];
  for (const type of ['disputes', 'supports', 'responds-to', 'authored', 'affiliated-with'])
    clear.push(
      await toClearest(
        page,
        EDGES.filter((edge) => edge.type === type).map(({ id }) => id),
      ),
    );
  for (const { id, x, y } of clear) {
    await visit(`#map=${x},${y},0.15`);
    await clickOnMap(page, id);
    const edge = EDGES.find((other) => other.id === id)!;
    await expect(page).toHaveURL(new RegExp(`#select=${id}&`));
    await expect(toFront(page)).toHaveText(toPlace(edge.passages[0]!).words);
    await expect(toFront(page).first()).toBeInViewport();
    await expect(toSource(page).getByRole('status')).toContainText(edge.passages[0]!.quote);
    await expect(toInspector(page)).toContainText(
      edge.basis === 'inferred' ? 'inferred by the coder' : 'stated in the article',
    );
  }
});

test('what is clicked on the map does not move it, and clicking beside everything selects nothing', async ({
  page,
  visit,
}) => {
  await visit();
  const before = await readCamera(page);
  await clickOnMap(page, ofType('claim')[3]!.id);
  await settle(page);
  expect(await readCamera(page)).toEqual(before);
  const box = (await toMap(page).boundingBox())!;
  await page.mouse.click(box.x + 4, box.y + 4);
  await expect(toSource(page).locator('mark')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
});

test('what is chosen in a list comes into sight on the map', async ({ page, visit }) => {
  await visit('#map=0.05,0.05,0.1');
  const claim = ofType('claim')[0]!;
  await toFind(page).getByRole('searchbox').fill(claim.label);
  await toFind(page).getByRole('link', { name: claim.label }).first().click();
  await settle(page);
  const inside = await page.evaluate((id) => {
    const { x, y } = window.sigma.framedGraphToViewport(window.sigma.getNodeDisplayData(id)!);
    const { width, height } = window.sigma.getDimensions();
    return x > 0 && y > 0 && x < width && y < height;
  }, claim.id);
  expect(inside).toBe(true);
});

test('without the picture that was laid out beforehand, the page lays out the same one itself', async ({
  page,
  visit,
}) => {
  const readPlaces = () =>
    page.evaluate(() => {
      const graph = window.sigma.getGraph();
      return graph.mapNodes((id, { x, y }) => [id, x as number, y as number] as const);
    });
  await visit();
  const before = await readPlaces();
  await page.route('**/picture.json', (route) => route.fulfill({ json: {} }));
  await visit();
  const after = await readPlaces();
  expect(after.map(([id]) => id)).toEqual(before.map(([id]) => id));
  for (const [index, [id, x, y]] of before.entries()) {
    // The picture that is shipped has whole pixels.
    expect(Math.abs(after[index]![1] - x), id).toBeLessThanOrEqual(0.5001);
    expect(Math.abs(after[index]![2] - y), id).toBeLessThanOrEqual(0.5001);
  }
});

test('the same corpus gives the same picture', async ({ page, visit }) => {
  const places = () =>
    page.evaluate(() =>
      window.sigma.getGraph().mapNodes((id, { x, y, size }: { [key: string]: unknown }) => [id, x, y, size]),
    );
  await visit();
  const first = await places();
  expect(first).toHaveLength(NODES.length);
  expect(first.flat().every((value) => typeof value === 'string' || Number.isFinite(value))).toBe(true);
  await visit();
  expect(await places()).toEqual(first);
});

test('every node can be pointed at: no other lies over its middle', async ({ page, visit }) => {
  await visit();
  const hidden = await page.evaluate(() => {
    const { sigma } = window;
    const dots = sigma.getGraph().mapNodes((id) => {
      const data = sigma.getNodeDisplayData(id)!;
      return { id, ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
    });
    return dots.flatMap((a, index) =>
      dots
        .slice(index + 1)
        .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < Math.max(a.radius, b.radius))
        .map((b) => `${a.id} ${b.id}`),
    );
  });
  expect(hidden).toEqual([]);
});

test('a type turned off goes from the map with its lines, is in the link, and stays off on reload', async ({
  page,
  visit,
}) => {
  await visit();
  const claims = toFind(page).getByRole('checkbox', { name: 'Claims', exact: true });
  await claims.uncheck();
  const left = {
    nodes: WHOLE.nodes.filter((id) => typeOf.get(id) !== 'claim'),
    edges: EDGES.filter(
      ({ source, target }) => typeOf.get(source) !== 'claim' && typeOf.get(target) !== 'claim',
    ).map(({ id }) => id),
  };
  await expectShown(page, left);
  await expect(toMap(page).getByRole('status')).toContainText(
    `${left.nodes.length} of ${NODES.length} nodes`,
  );
  await expect(toMap(page).getByRole('application')).toHaveAccessibleName(
    new RegExp(`^Map of ${left.nodes.length} nodes and ${left.edges.length} lines`),
  );
  expect(new URL(page.url()).hash).toContain('type');
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expect(claims).not.toBeChecked();
  await expectShown(page, left);
  await claims.check();
  await expectShown(page, WHOLE);
  expect(new URL(page.url()).hash).toBe('');
});

test('a kind of line turned off goes from the map, is in the link, and stays off on reload', async ({
  page,
  visit,
}) => {
  await visit();
  const lines = toFind(page).getByRole('region', { name: 'Lines' });
  await lines.getByRole('checkbox', { name: 'disputes', exact: true }).uncheck();
  await lines.getByRole('checkbox', { name: 'inferred by the coder' }).uncheck();
  const left = {
    nodes: WHOLE.nodes,
    edges: EDGES.filter(({ type, basis }) => type !== 'disputes' && basis === 'stated').map(({ id }) => id),
  };
  await expectShown(page, left);
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expect(lines.getByRole('checkbox', { name: 'disputes', exact: true })).not.toBeChecked();
  await expect(lines.getByRole('checkbox', { name: 'supports', exact: true })).toBeChecked();
  await expect(lines.getByRole('checkbox', { name: 'inferred by the coder' })).not.toBeChecked();
  await expectShown(page, left);
  await toMap(page).getByRole('button', { name: 'Show everything' }).click();
  await expectShown(page, WHOLE);
});

test('with every type turned off the map says that nothing is left, and so does its link', async ({
  page,
  visit,
}) => {
  await visit();
  const types = toFind(page).getByRole('region', { name: 'Shown on the map' });
  for (const box of await types.getByRole('checkbox').all()) await box.uncheck();
  await expectShown(page, { nodes: [], edges: [] });
  await expect(toMap(page).getByRole('status')).toContainText('Nothing is left to show');
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expect(toMap(page).getByRole('alert')).toHaveCount(0);
  await expectShown(page, { nodes: [], edges: [] });
  await toMap(page).getByRole('button', { name: 'Show everything' }).click();
  await expectShown(page, WHOLE);
});

test('only what is one, two or three steps around a node can be shown, and everything again', async ({
  page,
  visit,
}) => {
  const person = ofType('person')[1]!;
  await visit(`#select=${person.id}`);
  await toInspector(page).getByRole('button', { name: '1 step' }).click();
  await expectShown(page, around(person.id, 1));
  await expect(toMap(page).getByRole('status')).toContainText(`1 step around ${person.label}`);
  for (const depth of [2, 3]) {
    await toMap(page)
      .getByRole('group', { name: 'Steps' })
      .getByRole('button', { name: `${depth}`, exact: true })
      .click();
    await expectShown(page, around(person.id, depth));
    await expect(page).toHaveURL(new RegExp(`around=${person.id}&depth=${depth}`));
  }
  await page.reload();
  await page.waitForFunction(() => (window as Partial<Window>).sigma !== undefined);
  await expectShown(page, around(person.id, 3));
  await toMap(page).getByRole('button', { name: 'Show everything' }).click();
  await expectShown(page, WHOLE);
  await expect(toMap(page).getByRole('status')).toHaveCount(0);
});

test('one Back undoes one “Show everything”', async ({ page, visit }) => {
  const person = ofType('person')[1]!;
  await visit(`#q=edge:authored,about&around=${person.id}&depth=1`);
  await settle(page);
  const [address] = page.url().split('&map');
  await toMap(page).getByRole('button', { name: 'Show everything' }).click();
  await expectShown(page, WHOLE);
  await page.goBack();
  expect(page.url().split('&map')[0]).toBe(address);
});

test.describe('where motion is to be reduced', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the map jumps at once', async ({ page, visit }) => {
    await visit();
    const states = await page.evaluate(async (id) => {
      const camera = window.sigma.getCamera();
      const seen = new Set<string>();
      const note = () => seen.add([camera.x, camera.y, camera.ratio].join(' '));
      camera.on('updated', note);
      document.querySelector<HTMLElement>(`a[href*="select=${id}"]`)!.click();
      await new Promise((done) => setTimeout(done, 700));
      return [...seen];
    }, ofType('article')[0]!.id);
    expect(states).toHaveLength(1);
    expect(states[0]).not.toContain('NaN');
  });

  test('dragging, a lasso, the wheel and a double click never lose the map', async ({ page, visit }) => {
    await visit();
    await page.evaluate(() => {
      const camera = window.sigma.getCamera();
      const lost: string[] = [];
      Object.assign(window, { lost });
      camera.on('updated', ({ x, y, ratio }) => {
        if (![x, y, ratio].every(Number.isFinite)) lost.push([x, y, ratio].join(' '));
      });
    });
    const { left, top } = await page.evaluate(() => {
      const { x, y, width, height } = window.sigma.getContainer().getBoundingClientRect();
      return { left: x + width / 2, top: y + height / 2 };
    });
    const drag = async () => {
      await page.mouse.move(left, top);
      await page.mouse.down();
      for (const step of [20, 40, 60]) await page.mouse.move(left + step, top + step);
      await page.mouse.up();
    };
    const held = ofType('topic')[0]!.id;
    const before = await toPoint(page, held);
    await drag();
    await settle(page);
    const after = await toPoint(page, held);
    expect([after.x - before.x, after.y - before.y].map(Math.round)).toEqual([60, 60]);
    const dragged = await readCamera(page);
    await page.keyboard.down('Shift');
    await drag();
    await page.keyboard.up('Shift');
    await settle(page);
    expect(await readCamera(page)).toEqual(dragged);
    await page.evaluate(
      ([x, y]) => {
        const canvas = window.sigma.getMouseCaptor().container;
        for (const deltaY of [-100, -100, -100])
          canvas.dispatchEvent(
            new WheelEvent('wheel', { clientX: x!, clientY: y!, deltaY, bubbles: true, cancelable: true }),
          );
      },
      [left, top],
    );
    await settle(page);
    expect((await readCamera(page))[2]).toBeLessThan(dragged[2]!);
    await page.mouse.dblclick(left, top);
    await settle(page);
    expect(await page.evaluate(() => (window as unknown as { lost: string[] }).lost)).toEqual([]);
  });

  test('keys pressed faster than the screen is drawn move the map as far as slower ones', async ({
    page,
    visit,
  }) => {
    await visit();
    await page.evaluate(() => {
      const map = document.querySelector('[role=application]')!;
      for (const key of ['ArrowRight', 'ArrowRight', '+', '+'])
        map.dispatchEvent(
          new KeyboardEvent('keydown', { key, shiftKey: true, bubbles: true, cancelable: true }),
        );
    });
    await settle(page);
    const quick = await readCamera(page);
    await visit();
    await toMap(page).getByRole('application').focus();
    for (const key of ['Shift+ArrowRight', 'Shift+ArrowRight', '+', '+']) {
      await page.keyboard.press(key);
      await settle(page);
    }
    expect(quick).toEqual(await readCamera(page));
  });
});
