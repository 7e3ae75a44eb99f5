// Opening a corpus of one's own: packed, zipped or in a folder, while the page goes on; and what cannot be opened.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Locator, type Page } from '@playwright/test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { toFiles, toSynthetic } from '../bench/synthetic';
import { toVisible } from '../../src/core/filter';
import { prepareExport } from '../../src/core/formats/formats';
import { parseQuery } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { CODED, toDna, type Statement } from '../dna';
import { CORPUS } from '../shipped';
import { readTasks } from '../tasks';
import { EDGES, FILES, NODES, STORIES, toPlace } from './corpus';
import { expect as expectSoon, serve, test, toFind, toFront, toInspector } from './page';

/** Reading and drawing another corpus takes a while. */
const expect = expectSoon.configure({ timeout: 30_000 });

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'claimscape-open-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The five articles as `claimscape pack` packs them. */
const PACKED = path.join(folder, 'five.zip');
test.beforeAll(() => {
  // One that did other tests in between has cleared it away.
  mkdirSync(folder, { recursive: true });
  execFileSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'pack', '--out', PACKED], {
    cwd: root,
    stdio: 'ignore',
  });
});

/** Writes files as a zip. */
function writeZip(name: string, files: Iterable<readonly [string, string]>): string {
  const zip = zipSync(Object.fromEntries([...files].map(([file, text]) => [file, strToU8(text)])), {
    level: 1,
  });
  writeFileSync(path.join(folder, name), zip);
  return path.join(folder, name);
}

const toDialog = (page: Page) => page.getByRole('dialog', { name: 'Open', exact: true });
async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Open…' }).click();
  return toDialog(page);
}
async function choose(page: Page, files: string | string[], by: 'File' | 'Folder' = 'File'): Promise<void> {
  await (await openDialog(page)).getByLabel(by, { exact: true }).setInputFiles(files);
}
const countNodes = (page: Page) => page.evaluate(() => (window as Partial<Window>).sigma?.getGraph().order);

/** The files of a made-up corpus, and a picture of it, the nodes in rows of a hundred. */
function toPackable(size: number): (readonly [string, string])[] {
  const files = [...toFiles(toSynthetic(size))];
  const nodes = files
    .filter(([name]) => name.startsWith('graph/'))
    .flatMap(([, text]) => (JSON.parse(text) as { nodes: { id: string; label: string }[] }).nodes);
  const columns = [
    nodes.map(({ id }) => id),
    nodes.map(({ label }) => label),
    nodes.map(() => 4),
    nodes.map((_, place) => 9 * (place % 100)),
    nodes.map((_, place) => Math.floor(place / 11)),
  ];
  return [...files, ['picture.json', JSON.stringify({ nodes: columns, edges: [[], [], [], []] })]];
}
const SMALL = toPackable(200);

test('the five articles, packed and opened, are all there: the map, the words, the stories', async ({
  page,
  visit,
}) => {
  await visit();
  await choose(page, PACKED);
  await expect(page).toHaveURL('/?file=five.zip');
  await expect(toDialog(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Open…' })).toBeFocused();
  await expect(toInspector(page)).toContainText('Opened from five.zip');
  await expect
    .poll(() => page.evaluate(() => [window.sigma.getGraph().order, window.sigma.getGraph().size]))
    .toEqual([NODES.length, EDGES.length]);
  // From the picture in the file.
  const shipped = JSON.parse(Buffer.from(unzipSync(readFileSync(PACKED))['picture.json']!).toString()) as {
    nodes: [string[], string[], number[], number[], number[]];
  };
  const [ids, , , across, down] = shipped.nodes;
  const [id, x, y] = [ids[7]!, across[7]!, down[7]!];
  expect(
    await page.evaluate((node) => {
      const at = window.sigma.getGraph().getNodeAttributes(node);
      return [at.x, at.y];
    }, id),
  ).toEqual([x, y]);
  const claim = NODES.find(({ type }) => type === 'claim')!;
  await page.goto(`/?file=five.zip#select=${claim.id}`);
  await expect(toFront(page)).toHaveText(toPlace(claim.passages[0]!).words);
  await page.getByRole('banner').getByRole('link', { name: 'Stories' }).click();
  await expect(page.getByRole('heading', { name: STORIES[0]!.title })).toBeVisible();
});

test('another corpus takes the place of what was open, and Back leads to it again', async ({
  page,
  visit,
}) => {
  await visit();
  const before = await countNodes(page);
  await choose(page, writeZip('small.zip', SMALL));
  await expect(page).toHaveURL('/?file=small.zip');
  await expect.poll(() => countNodes(page)).toBe(200);
  await expect(page.getByRole('banner')).toContainText('A debate of 200 nodes');
  await toFind(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/\?file=small\.zip#select=topic:t\d+/);
  await expect(toFront(page).first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL('/');
  await expect.poll(() => countNodes(page)).toBe(before);
  await page.goForward();
  await expect.poll(() => countNodes(page)).toBe(200);
  await (await openDialog(page)).getByRole('button', { name: /^Back to How Ofsted/ }).click();
  await expect.poll(() => countNodes(page)).toBe(before);
  await expect(page).toHaveURL('/');
});

test('what was coded in Discourse Network Analyzer opens, with its words, and what is not taken over is told', async ({
  page,
  visit,
  errors,
}) => {
  const [some] = CODED as [Statement];
  const file = path.join(folder, 'coded.dna');
  const annotation = { article: some.article, start: 0, stop: 10 };
  writeFileSync(file, toDna(3, [...CODED, annotation]).export());
  await visit();
  // Its reader is fetched when it is wanted.
  await page.route('**/*.wasm', (route) => route.abort());
  await choose(page, file);
  await expect(toDialog(page).getByRole('alert')).toContainText('could not be fetched');
  await toDialog(page).getByRole('button', { name: 'Close' }).click();
  await page.unroute('**/*.wasm');
  // What could not be fetched is told in the console too.
  errors.length = 0;
  await choose(page, file);
  await expect(page).toHaveURL('/?file=coded.dna');
  await expect(toInspector(page)).toContainText('Opened from coded.dna');
  await expect(page.getByRole('alert')).toContainText(
    'coded.dna: 1 statement of the type ‘Annotation’ left out',
  );
  // What read it holds the database in memory until it ends.
  const reads = page
    .workers()
    .map((worker) =>
      worker.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm')),
      ),
    );
  expect(await Promise.all(reads)).not.toContain(true);
  await page.goto('/?file=coded.dna#view=debate&topic=topic:should-inspections-end-in-a-one-word-judgment');
  const debate = page.getByRole('region', { name: 'Debate', exact: true });
  await expect(debate).toContainText('Disagrees');
  // Nobody there backs or disputes a claim by a line: sides tell who agrees.
  await page.goto('/?file=coded.dna#view=compare');
  await expect(page.getByRole('navigation', { name: 'Parts' })).toContainText(
    /On (the same side|opposite sides) \d+ topics?/,
  );
  await page.goto('/?file=coded.dna#select=person:eileen-munro');
  await expect(toFront(page).first()).toContainText('Munro');
  // What is no database, for all its first bytes.
  const broken = path.join(folder, 'broken.dna');
  writeFileSync(broken, Buffer.concat([readFileSync(file).subarray(0, 200), Buffer.alloc(5000)]));
  await choose(page, broken);
  await expect(toDialog(page).getByRole('alert')).toContainText('cannot be read as a database');
  await toDialog(page).getByRole('button', { name: 'Close' }).click();
  const empty = path.join(folder, 'empty.dna');
  writeFileSync(empty, '');
  await choose(page, empty);
  await expect(toDialog(page).getByRole('alert')).toContainText(
    'is no database of Discourse Network Analyzer',
  );
  await expect(toDialog(page)).toContainText('Nothing you had open has changed.');
});

test('GraphML that was exported here and changed elsewhere opens on the words of its articles', async ({
  page,
  visit,
}) => {
  const whole = { query: parseQuery('', CORPUS), ids: toVisible(CORPUS, parseQuery('', CORPUS)) };
  const write = (name: string, kind: 'visible' | 'congruence', mend = (text: string) => text) => {
    const { write: pieces } = atOnce(prepareExport(CORPUS, { kind, ...whole }, 'graphml'));
    writeFileSync(path.join(folder, name), mend([...pieces()].join('')));
    return path.join(folder, name);
  };
  const mended = write('mended.graphml', 'visible', (text) =>
    text.replaceAll('n_label">Eileen Munro<', 'n_label">Professor Eileen Munro<'),
  );
  await visit();
  await choose(page, mended);
  await expect(page).toHaveURL('/?file=mended.graphml');
  await expect.poll(() => countNodes(page)).toBe(NODES.length);
  await page.goto('/?file=mended.graphml#select=person:eileen-munro');
  await expect(toInspector(page).getByRole('heading', { name: 'Professor Eileen Munro' })).toBeVisible();
  await expect(toFront(page).first()).toContainText('Munro');
  // A network is no debate: nothing in it has words.
  await choose(page, write('network.graphml', 'congruence'));
  await expect(toDialog(page).getByRole('alert')).toBeVisible();
  await toDialog(page).getByRole('button', { name: 'Close' }).click();
  await choose(page, writeZip('small.zip', SMALL));
  await expect.poll(() => countNodes(page)).toBe(200);
  await choose(page, mended);
  await expect(toDialog(page).getByRole('alert')).toContainText(
    'open the articles that it was exported from first',
  );
});

test('its stories are those in the file, and the shipped ones come back with the shipped articles', async ({
  page,
  visit,
}) => {
  await visit('#view=story');
  await expect(page.getByRole('heading', { name: STORIES[0]!.title })).toBeVisible();
  await choose(page, writeZip('small.zip', SMALL));
  await expect.poll(() => countNodes(page)).toBe(200);
  await page.getByRole('banner').getByRole('link', { name: 'Stories' }).click();
  await expect(page.getByRole('heading', { name: 'Your stories' })).toBeVisible();
  await expect(page.getByRole('heading', { name: STORIES[0]!.title })).toHaveCount(0);
  await page.goto('/#view=story');
  await expect(page.getByRole('heading', { name: STORIES[0]!.title })).toBeVisible();
});

test('a folder is opened like a zip, whatever else is in it', async ({ page, visit }) => {
  const debate = path.join(folder, 'my debate');
  for (const [name, text] of [...SMALL, ['notes.txt', 'Notes'], ['graph/CODEBOOK.md', '#']] as const) {
    mkdirSync(path.join(debate, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(debate, name), text);
  }
  await visit();
  await choose(page, debate, 'Folder');
  await expect(page).toHaveURL('/?file=my+debate');
  await expect.poll(() => countNodes(page)).toBe(200);
});

test('what is dropped on the page is opened', async ({ page, visit }) => {
  await visit();
  const bytes = readFileSync(writeZip('dropped.zip', SMALL)).toString('base64');
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    const file = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    transfer.items.add(new File([file], 'dropped.zip', { type: 'application/zip' }));
    return transfer;
  }, bytes);
  await page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
  await expect(page.getByText('Drop articles to add them, or a graph to open it')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
  await expect(page).toHaveURL('/?file=dropped.zip');
  await expect.poll(() => countNodes(page)).toBe(200);
});

test('a link to it says that it does not hold the file; who follows it is told, and opening the file leads there', async ({
  page,
  visit,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit();
  const small = writeZip('small.zip', SMALL);
  await choose(page, small);
  await expect.poll(() => countNodes(page)).toBe(200);
  await toFind(page).getByRole('link').first().click();
  await expect(page).toHaveURL(/select=topic/);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByRole('alert')).toContainText('The link does not hold ‘small.zip’');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('alert')).toContainText('This address is of ‘small.zip’');
  await expect.poll(() => countNodes(page)).toBe(NODES.length);
  await choose(page, small);
  await expect.poll(() => countNodes(page)).toBe(200);
  await expect(page).toHaveURL(link);
  await expect(toFront(page).first()).toBeVisible();
});

test('the dialog names everything that can be opened', async ({ page, visit }) => {
  await visit();
  const dialog = await openDialog(page);
  const accepted = (await dialog.getByLabel('File', { exact: true }).getAttribute('accept'))!;
  for (const ending of accepted.split(',').filter((one) => one.startsWith('.')))
    await expect(dialog).toContainText(ending.slice(1), { ignoreCase: true });
});

test('closed by its button as by Escape, the dialog gives the keyboard back', async ({ page, visit }) => {
  await visit();
  const button = page.getByRole('button', { name: 'Open…' });
  for (const leave of [
    () => toDialog(page).getByRole('button', { name: 'Cancel' }).press('Enter'),
    () => page.keyboard.press('Escape'),
    () => toDialog(page).getByRole('button', { name: 'Cancel' }).click(),
  ]) {
    await button.press('Enter');
    await expect(toDialog(page)).toBeVisible();
    await leave();
    await expect(toDialog(page)).toHaveCount(0);
    await expect(button).toBeFocused();
  }
});

for (const [way, leave] of [
  ['the button', (page: Page) => toDialog(page).getByRole('button', { name: 'Cancel' }).click()],
  ['Escape', (page: Page) => page.keyboard.press('Escape')],
] as const)
  test(`cancelled by ${way}, everything is as it was`, async ({ page, visit }) => {
    await visit(`#select=${NODES[1]!.id}`);
    const countSteps = () => page.evaluate(() => history.length);
    const before = await countSteps();
    const files = toPackable(10_000);
    await choose(page, writeZip('large.zip', files));
    await expect(toDialog(page).getByRole('progressbar')).toBeVisible();
    await leave(page);
    await expect(toDialog(page)).toHaveCount(0);
    await expect(page).toHaveURL(`/#select=${NODES[1]!.id}`);
    expect(await countNodes(page)).toBe(NODES.length);
    await expect(toInspector(page).getByRole('heading', { level: 2 })).toBeVisible();
    // By the time as many others are read, these would be, too.
    await choose(page, writeZip('others.zip', files));
    await expect(page).toHaveURL('/?file=others.zip');
    await expect(toDialog(page)).toHaveCount(0);
    expect(await countSteps()).toBe(before + 1);
  });

test('10,000 nodes are read without holding up the page, which can be used meanwhile', async ({
  baseURL,
}, info) => {
  test.setTimeout(180_000);
  const large = writeZip('large.zip', toPackable(10_000));
  const browser = await chromium.launch(info.project.use.launchOptions);
  const page = await browser.newPage();
  await page.goto(baseURL!);
  await page.waitForFunction(() => document.querySelector('section[aria-busy="false"]') !== null);
  const dialog = await openDialog(page);
  await expect(dialog).toBeVisible();
  const read = async () => {
    await dialog.getByLabel('File', { exact: true }).setInputFiles(large);
    await expect(toDialog(page).getByRole('progressbar')).toBeVisible();
    // What is open answers.
    await toFind(page).getByRole('link').first().click();
    await expect(page).toHaveURL(/#select=topic:/);
    await expect(toFront(page).first()).toBeVisible();
    await page.evaluate(() => {
      const push = history.pushState.bind(history);
      history.pushState = (...values) => {
        console.timeStamp('entered');
        push(...values);
      };
    });
    await page.waitForURL('/?file=large.zip', { timeout: 120_000 });
  };
  // Of the processor's time, which does not depend on what else the machine does. What draws the new map comes after.
  const { processor } = await readTasks(browser, page, info.outputPath('trace.json'), read, 'entered');
  await browser.close();
  expect(processor).toBeGreaterThan(2);
  expect(processor).toBeLessThan(50);
});

const [first] = SMALL.find(([name]) => name.startsWith('graph/'))!;
const REFUSED: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['an empty zip', () => zipSync({}), 'There is nothing in it.'],
  ['a zip without graph/', () => zipSync({ 'seeds/a.txt': strToU8('a') }), 'There is no graph/ in it'],
  ['a text', () => strToU8('not a zip'), 'This file isn’t a zip'],
  ['a zip cut short', () => readFileSync(PACKED).subarray(0, 50_000), 'cut short'],
  [
    'a zip with a password',
    () => {
      const bytes = Uint8Array.from(readFileSync(PACKED));
      const view = new DataView(bytes.buffer);
      for (let at = 0; at < bytes.length - 4; at++)
        if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
      return bytes;
    },
    'has a password',
  ],
];
for (const [what, make, sentence] of REFUSED)
  test(`${what} is refused with a sentence, and what was open still is`, async ({ page, visit }) => {
    await visit(`#select=${NODES[1]!.id}`);
    writeFileSync(path.join(folder, 'bad.zip'), make());
    await choose(page, path.join(folder, 'bad.zip'));
    const dialog = toDialog(page);
    await expect(dialog.getByRole('heading', { name: 'bad.zip cannot be opened' })).toBeVisible();
    await expect(dialog.getByRole('alert')).toContainText(sentence);
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(page).toHaveURL(`/#select=${NODES[1]!.id}`);
    expect(await countNodes(page)).toBe(NODES.length);
  });

test('of thousands of problems the first are listed with their files, and all are counted', async ({
  page,
  visit,
}) => {
  const broken = [...toFiles(toSynthetic(10_000))].map(
    ([name, text]) => [name, /a\d*1\.txt$/.test(name) ? text.slice(5000) : text] as const,
  );
  await visit();
  await choose(page, writeZip('broken.zip', broken));
  const dialog = toDialog(page);
  await expect(dialog.getByRole('alert')).toHaveText('The graph cannot be shown: its files have problems.', {
    timeout: 60_000,
  });
  await expect(dialog).toContainText(/\d,?\d+ problems in \d+ files\./);
  await expect(dialog.getByRole('listitem')).toHaveCount(100);
  await expect(dialog.getByRole('listitem').first()).toContainText(/^graph\/a\d*1\.json/);
  await expect(dialog).toContainText(/And [\d,]+ problems more\./);
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await countNodes(page)).toBe(NODES.length);
});

test('the palette opens the dialog, and where nothing could be opened a file still can', async ({
  page,
  visit,
}) => {
  await visit();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await page.keyboard.type('open a graph');
  await page.keyboard.press('Enter');
  await expect(toDialog(page).getByRole('button', { name: 'Choose a file' })).toBeVisible();
  await page.keyboard.press('Escape');
  await serve(page, { ...FILES, [first]: '{' });
  await page.goto('about:blank');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Claimscape cannot open this graph');
  await choose(page, writeZip('small.zip', SMALL));
  await expect.poll(() => countNodes(page)).toBe(200);
});
