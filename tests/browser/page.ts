// The page as the tests handle it: opened as a visitor opens it, its map asked through Sigma, any error in it a failure.
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import type Sigma from 'sigma';

declare global {
  interface Window {
    /** Only in the build for tests. */
    sigma: Sigma;
  }
}

/** `visit` loads the page anew with what stands behind '#', and waits for the map, if it is there, and the panels. `errors` must be empty in the end. */
export const test = base.extend<{ errors: string[]; visit: (hash?: string) => Promise<void> }>({
  errors: [
    async ({ page }, give) => {
      const errors: string[] = [];
      const context = page.context();
      context.on('weberror', (error) => errors.push(error.error().message));
      context.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      context.on('dialog', (dialog) => {
        errors.push(`a dialog opened: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await give(errors);
      expect(errors, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
  visit: async ({ page }, give) => {
    await give((hash) => open(page, hash));
  },
});

/** Loads the page anew in a tab, as `visit` does in its own. */
export async function open(page: Page, hash = ''): Promise<void> {
  // From the same address only what is behind '#' would change, and nothing would load.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await page.goto(`/${hash}`);
  await page.waitForFunction(
    () =>
      ((window as Partial<Window>).sigma !== undefined ||
        document.querySelector('section[aria-label="Map"]') === null) &&
      document.querySelector('section[aria-busy="false"]') !== null &&
      // What tells of what a link selects is fetched when it is wanted.
      document.querySelector('section[aria-label="Inspector"]:not(:has(h2))') === null,
  );
}

export { expect };

export const toFind = (page: Page) => page.getByRole('region', { name: 'Search and filters', exact: true });
export const toMap = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });
export const toInspector = (page: Page) => page.getByRole('region', { name: 'Inspector', exact: true });
export const toSource = (page: Page) => page.getByRole('region', { name: 'Source', exact: true });
/** The words in front: one mark for each paragraph they stand in. */
export const toFront = (page: Page) => toSource(page).locator('mark[aria-current="true"]');

/** The project that is open, in the page's head. */
export const toProject = (page: Page) => page.getByRole('group', { name: 'Project', exact: true });

/** Makes a project, of a copy of what is open or empty. */
export async function beginProject(
  page: Page,
  name: string,
  by: 'Begin with a copy of what is open' | 'Begin empty' = 'Begin with a copy of what is open',
): Promise<void> {
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('Name of a new project').fill(name);
  await page.getByRole('button', { name: by }).click();
  await expect(toProject(page)).toContainText(name, { timeout: 20_000 });
}

/** The ids that the map draws. */
export function readShown(page: Page): Promise<{ nodes: string[]; edges: string[] }> {
  return page.evaluate(() => {
    const graph = window.sigma.getGraph();
    return {
      nodes: graph.nodes().filter((id) => !window.sigma.getNodeDisplayData(id)!.hidden),
      edges: graph.edges().filter((id) => !window.sigma.getEdgeDisplayData(id)!.hidden),
    };
  });
}

/** Waits until the map draws exactly these, in whatever order. */
export async function expectShown(page: Page, ids: { nodes: string[]; edges: string[] }): Promise<void> {
  const sort = ({ nodes, edges }: { nodes: string[]; edges: string[] }) => ({
    nodes: nodes.toSorted(),
    edges: edges.toSorted(),
  });
  await expect.poll(async () => sort(await readShown(page))).toEqual(sort(ids));
}

/** Where the camera stands, to three decimals. */
export const readCamera = (page: Page) =>
  page.evaluate(() => {
    const { x, y, ratio } = window.sigma.getCamera();
    return [x, y, ratio].map((number) => Number(number.toFixed(3)));
  });

/** Waits until the camera has stood still long enough for the address to hold it. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const camera = window.sigma.getCamera();
    const look = () => JSON.stringify(camera.getState());
    let last = look();
    for (let still = 0; still < 9; still++) {
      await new Promise((done) => setTimeout(done, 50));
      if (camera.isAnimated() || look() !== last) still = 0;
      last = look();
    }
  });
}

/** An object of path → text as the page fetches it: JSON, each on a line of its own. */
export function toBundle(files: Readonly<Record<string, string>>): string {
  const lines = Object.entries(files).map(([name, text]) => JSON.stringify({ [name]: text }).slice(1, -1));
  return `{\n${lines.join(',\n')}\n}`;
}

/** Gives the page other files than those of the repository. */
export const serve = (page: Page, files: Readonly<Record<string, string>>) =>
  page.route('**/corpus.json', (route) =>
    route.fulfill({ body: toBundle(files), contentType: 'application/json' }),
  );

/** Where on the screen a node lies, or the middle of an edge. */
export const toPoint = (page: Page, id: string) =>
  page.evaluate((wanted) => {
    const { sigma } = window;
    const graph = sigma.getGraph();
    const { left, top } = sigma.getContainer().getBoundingClientRect();
    const at = (node: string) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(node)!);
    if (graph.hasNode(wanted)) {
      const { x, y } = at(wanted);
      return { x: left + x, y: top + y };
    }
    const [from, to] = [at(graph.source(wanted)), at(graph.target(wanted))];
    const { curvature } = sigma.getEdgeDisplayData(wanted) as unknown as { curvature: number };
    return {
      x: left + (from.x + to.x) / 2 + (to.y - from.y) * curvature,
      y: top + (from.y + to.y) / 2 - (to.x - from.x) * curvature,
    };
  }, id);

/** Of these edges the one whose middle lies farthest from all other nodes and edges, and where that is on the map. */
export const toClearest = (page: Page, edges: readonly string[]) =>
  page.evaluate((wanted) => {
    const { sigma } = window;
    const graph = sigma.getGraph();
    const at = (node: string) => sigma.framedGraphToViewport(sigma.getNodeDisplayData(node)!);
    const toCurve = (edge: string) => {
      const [from, to] = [at(graph.source(edge)), at(graph.target(edge))];
      const { curvature } = sigma.getEdgeDisplayData(edge) as unknown as { curvature: number };
      const bow = {
        x: (from.x + to.x) / 2 + (to.y - from.y) * curvature * 2,
        y: (from.y + to.y) / 2 - (to.x - from.x) * curvature * 2,
      };
      return Array.from({ length: 21 }, (_, step) => {
        const t = step / 20;
        const along = (a: number, b: number, c: number) =>
          (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
        return { x: along(from.x, bow.x, to.x), y: along(from.y, bow.y, to.y) };
      });
    };
    const curves = new Map(graph.edges().map((edge) => [edge, toCurve(edge)]));
    const nodes = graph.nodes().map((node) => ({
      ...at(node),
      radius: sigma.scaleSize(sigma.getNodeDisplayData(node)!.size),
    }));
    const { width, height } = sigma.getDimensions();
    const room = (edge: string) => {
      const { x, y } = curves.get(edge)![10]!;
      const inside = x > 20 && y > 80 && x < width - 20 && y < height - 80;
      if (!inside) return 0;
      return Math.min(
        ...nodes.map((node) => Math.hypot(node.x - x, node.y - y) - node.radius),
        ...[...curves].flatMap(([other, points]) =>
          other === edge ? [] : points.map((point) => Math.hypot(point.x - x, point.y - y)),
        ),
      );
    };
    const edge = wanted.map((id) => ({ id, room: room(id) })).toSorted((a, b) => b.room - a.room)[0]!.id;
    return { id: edge, ...sigma.viewportToFramedGraph(curves.get(edge)![10]!) };
  }, edges);

/** Clicks a node or an edge on the canvas, and waits until the next click would not make it a double click. */
export async function clickOnMap(page: Page, id: string): Promise<void> {
  const { x, y } = await toPoint(page, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await page.waitForFunction(() => window.sigma.getMouseCaptor().clicks === 0);
}

/** Opens every list that is cut short, of what is selected now. */
export async function showAll(region: Locator): Promise<void> {
  const inspector = toInspector(region.page());
  await expect(inspector).not.toHaveAttribute('aria-busy', 'true');
  // What tells of it may be on its way yet.
  await expect(inspector.getByRole('heading').first()).toBeVisible();
  const more = region.getByRole('button', { name: /^Show all \d+$/ });
  for (let left = await more.count(); left > 0; left--) await more.first().click();
}

/** Of these nodes the ids of those with no other node over or right beside their middle. */
export const toFree = (page: Page, ids: readonly string[]) =>
  page.evaluate((wanted) => {
    const { sigma } = window;
    const dots = sigma.getGraph().mapNodes((id) => {
      const data = sigma.getNodeDisplayData(id)!;
      return { id, ...sigma.framedGraphToViewport(data), radius: sigma.scaleSize(data.size) };
    });
    return wanted.filter((id) => {
      const { x, y } = dots.find((dot) => dot.id === id)!;
      return dots.every((dot) => dot.id === id || Math.hypot(dot.x - x, dot.y - y) > dot.radius + 6);
    });
  }, ids);
