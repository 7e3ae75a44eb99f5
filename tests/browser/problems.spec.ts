// What stands in place of the map when the files cannot be shown, and what files may hold without doing harm.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { FILES, NODES } from './corpus';
import { expect, serve, test, toFind, toFront, toInspector, toSource } from './page';

type Loose = { nodes: Record<string, unknown>[]; edges: Record<string, unknown>[] };
/** The files with one of them changed; what `change` is given may be made into anything. */
function spoil(name: string, change: (file: Loose) => void): Record<string, string> {
  const file = JSON.parse(FILES[name]!) as Loose;
  change(file);
  return { ...FILES, [name]: JSON.stringify(file) };
}
const GRAPHS = Object.keys(FILES).filter((name) => name.endsWith('.json') && !name.includes('shared'));

const expectListed = async (page: Page, problems: string[][]) => {
  const list = page.getByRole('main').getByRole('listitem');
  for (const words of problems) {
    let item = list;
    for (const word of words) item = item.filter({ hasText: word });
    await expect(item.first(), words.join(', ')).toBeVisible();
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claimscape cannot open this graph');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`${await list.count()} problem`);
};

test('a corpus with a wrong quote, a loose edge and an edge between wrong types has each named', async ({
  page,
}) => {
  const [name] = GRAPHS;
  let ids: string[] = [];
  const files = spoil(name!, ({ nodes, edges }) => {
    const [claim, dangling, wrong] = [
      nodes.find(({ type }) => type === 'claim')!,
      edges.find(({ type }) => type === 'supports')!,
      edges.filter(({ type }) => type === 'about')[1]!,
    ];
    (claim.passages as { quote: string }[])[0]!.quote = 'Nobody ever wrote these words';
    dangling.target = 'claim:is-not-there';
    [wrong.source, wrong.target] = [wrong.target, wrong.source];
    ids = [claim, dangling, wrong].map(({ id }) => id as string);
  });
  await serve(page, files);
  await page.goto('/');
  await expectListed(page, [
    [name!, ids[0]!, 'Nobody ever wrote these words', 'is not in seeds/'],
    [name!, ids[1]!, 'claim:is-not-there', 'no node'],
    [name!, ids[2]!, "'about' may lead from"],
  ]);
});

test('a file that is not JSON, an unknown type and a missing field are named together', async ({ page }) => {
  const [first, second, third] = GRAPHS;
  let id = '';
  const files = {
    ...spoil(second!, ({ nodes, edges }) => {
      nodes[1]!.type = 'rumour';
      id = nodes[1]!.id as string;
      delete edges[0]!.passages;
    }),
    [first!]: '{ "version": 1, "nodes": [',
  };
  delete files[`seeds/${(JSON.parse(FILES[third!]!) as { nodes: { seed?: string }[] }).nodes[0]!.seed}`];
  await serve(page, files);
  await page.goto('/');
  await expectListed(page, [
    [first!, 'is not JSON'],
    [second!, id, 'type'],
    [second!, 'passages'],
  ]);
});

for (const [name, body] of [
  ['is not JSON', 'not JSON'],
  ['is no object of path and text', '[1, 2, 3]'],
  ['holds nothing', '{}'],
  ['is empty', ''],
  ['holds something else than texts', '{"graph/a.json": {}}'],
  ['holds no graph', '{}'],
] as const)
  test(`a corpus that ${name} is said to be so, in a sentence`, async ({ page }) => {
    await page.route('**/corpus.json', (route) => route.fulfill({ body, contentType: 'application/json' }));
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claimscape cannot open this graph');
    await expect(page.getByRole('alert')).toHaveText(/\w+ .*\.$/);
  });

test('a corpus that is not found, or not reached, is said to be so', async ({ page, errors }) => {
  await page.route('**/corpus.json', (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('answered 404');
  await page.unroute('**/corpus.json');
  await page.route('**/corpus.json', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('could not be fetched');
  // The browser's own report of the two answers; nothing else.
  expect(errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  errors.length = 0;
});

const NASTY = `<script>alert(1)</script> "quoted" 'single' & &amp; <img src=x onerror=alert(2)> \u0001\u0007 ]]> 😀`;
const QUOTE = `Ann said ${NASTY} and left.`;
const anchor = { article: 'article:nasty', quote: QUOTE };
const passages = [anchor];
const NASTY_FILES = {
  'seeds/nasty.txt': QUOTE,
  'graph/nasty.json': JSON.stringify({
    version: 1,
    nodes: [
      {
        id: 'article:nasty',
        type: 'article',
        label: `Article ${NASTY}`,
        date: '2020',
        publisher: `Press ${NASTY}`,
        seed: 'nasty.txt',
        passages,
      },
      { id: 'person:ann', type: 'person', label: `Ann ${NASTY}`, aliases: [NASTY], passages },
      { id: 'claim:it', type: 'claim', label: `It ${NASTY}`, statement: `It is ${NASTY}`, passages },
      {
        id: 'topic:it',
        type: 'topic',
        label: `Is it ${NASTY}?`,
        poles: { for: `Yes ${NASTY}`, against: 'No' },
        passages,
      },
    ],
    edges: [
      {
        id: 'authored:ann-it',
        type: 'authored',
        source: 'person:ann',
        target: 'claim:it',
        basis: 'stated',
        speech: 'direct',
        role: NASTY,
        passages,
      },
      {
        id: 'about:it-it',
        type: 'about',
        source: 'claim:it',
        target: 'topic:it',
        basis: 'inferred',
        rationale: NASTY,
        stance: 'for',
        passages,
      },
    ],
  }),
};

test('markup, quotes, ampersands and control characters in a corpus are shown as the text they are', async ({
  page,
  visit,
}) => {
  await serve(page, NASTY_FILES);
  await visit('#select=claim:it');
  await expect(toFront(page)).toHaveText(QUOTE);
  expect(await toFront(page).textContent()).toBe(QUOTE);
  await expect(toInspector(page).getByRole('heading', { level: 2 })).toHaveText(`It is ${NASTY}`);
  await expect(toInspector(page)).toContainText(`Ann ${NASTY}`);
  await expect(page).toHaveTitle(/It <script>alert\(1\)<\/script>/);
  await page.goto('/#select=about:it-it');
  await expect(toInspector(page)).toContainText(`Why: ${NASTY}`);
  await toFind(page).getByRole('searchbox').fill('ann');
  await expect(toFind(page).getByRole('link').first()).toContainText('<script>');
  await expect(page.locator('#root script, #root img')).toHaveCount(0);
});

test('such a corpus is exported whole as JSON, and as GraphML without what XML forbids, with a word on it', async ({
  page,
  visit,
}) => {
  await serve(page, NASTY_FILES);
  await visit();
  const save = async (format: string) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: format }).check();
    if (format === 'GraphML')
      await expect(dialog.getByRole('status')).toHaveText(
        /^\d+ characters that this format cannot hold will be left out\.$/,
      );
    else await expect(dialog.getByRole('status')).toHaveCount(0);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /^Export \d/ }).click(),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  const json = JSON.parse(await save('JSON')) as { nodes: { id: string; label: string }[] };
  expect(json.nodes.find(({ id }) => id === 'claim:it')!.label).toBe(`It ${NASTY}`);
  const texts = await page.evaluate(
    (xml) => {
      const read = new DOMParser().parseFromString(xml, 'application/xml');
      return read.querySelector('parsererror')
        ? ['not XML']
        : [...read.querySelectorAll('data')].map((element) => element.textContent);
    },
    await save('GraphML'),
  );
  expect(texts).toContain(`It ${NASTY.replace('\u0001\u0007', '')}`);
});

test('problems in files that hold markup are shown as text, too', async ({ page }) => {
  const [claim] = [JSON.parse(NASTY_FILES['graph/nasty.json']) as Loose];
  claim.nodes[2]!.passages = [{ ...anchor, quote: `${NASTY} is not there` }];
  await serve(page, { ...NASTY_FILES, 'graph/nasty.json': JSON.stringify(claim) });
  await page.goto('/');
  await expectListed(page, [['graph/nasty.json', 'claim:it', '<script>alert(1)</script>']]);
  await expect(page.locator('#root script, #root img')).toHaveCount(0);
});

test('a corpus of one article with nothing in dispute still opens', async ({ page, visit }) => {
  await serve(page, NASTY_FILES);
  await visit();
  await expect(toInspector(page)).toContainText('1 article');
  await expect(toSource(page)).toBeVisible();
  const camera = await page.evaluate(() => window.sigma.getCamera().getState());
  expect(Object.values(camera).every((number) => Number.isFinite(number))).toBe(true);
});

test('a graph in which nothing is yet opens in every view, and says so', async ({ page, visit }) => {
  await serve(page, { 'graph/empty.json': '{ "version": 1, "nodes": [], "edges": [] }' });
  await visit();
  await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(
    'Nothing in this graph has a date.',
  );
  for (const name of ['Debate', 'Table', 'Matrix', 'Compare', 'Articles', 'Map']) {
    await page.getByRole('banner').getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  }
});

test('a map that the graphics card lost is drawn anew, with what is selected', async ({ page, visit }) => {
  await visit('#select=organisation:ofsted');
  const map = await page.evaluateHandle(() => window.sigma);
  await page.evaluate(() => {
    const canvas = window.sigma.getCanvases().nodes!;
    canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
  });
  await expect.poll(() => page.evaluate((old) => window.sigma !== old, map)).toBe(true);
  expect(
    await page.evaluate(() => {
      const canvases = Object.values(window.sigma.getCanvases());
      const isLost = (canvas: HTMLCanvasElement) => canvas.getContext('webgl2')?.isContextLost() === true;
      return { lost: canvases.filter(isLost).length, order: window.sigma.getGraph().order };
    }),
  ).toEqual({ lost: 0, order: NODES.length });
  expect(await page.locator('canvas').count()).toBe(8);
});

test('without WebGL the page says so, and the keyboard follows its link to the table', async ({
  page,
  errors,
}) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto('/');
  const map = page.getByRole('region', { name: 'Map', exact: true });
  await expect(map.getByRole('alert')).toContainText('This browser cannot draw the map');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Save as SVG' }).click();
  await expect(dialog.getByRole('alert')).toContainText('because WebGL is turned off or missing');
  await page.keyboard.press('Escape');
  const link = map.getByRole('link', { name: 'table' });
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/view=table/);
  await expect(page.getByRole('region', { name: 'Table', exact: true })).toBeVisible();
  // What the browser is told of the missing canvas, once; nothing of it reaches the reader.
  errors.length = 0;
});
