// A project outside the page: saved as files that are, to the letter, those it came from, and opened again.
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { toFiles, toSynthetic } from '../bench/synthetic';
import { EDGES, FILES, NODES, STORIES, toNode } from './corpus';
import { beginProject, expect as expectSoon, readShown, test, toFront, toProject } from './page';

/** Making a project of five articles, and reading one again, takes a while. */
const expect = expectSoon.configure({ timeout: 20_000 });

const ROOT = path.resolve(import.meta.dirname, '../..');
const SHIPPED: Readonly<Record<string, string>> = {
  '.gitattributes': readFileSync(path.join(ROOT, '.gitattributes'), 'utf8'),
  ...FILES,
  ...Object.fromEntries(
    STORIES.map(({ id }) => [
      `graph/stories/${id}.json`,
      readFileSync(path.join(ROOT, `graph/stories/${id}.json`), 'utf8'),
    ]),
  ),
};

/** Opens what the menu of the project leads to. */
async function choose(page: Page, name: string): Promise<Locator> {
  await toProject(page).getByRole('button').first().click();
  await page.getByRole('button', { name: `${name}…` }).click();
  return page.getByRole('dialog', { name, exact: true });
}

/** The files in the zip that a button saves; how they are called → their text. */
async function saveZip(page: Page, name: string): Promise<{ zip: string; files: Record<string, string> }> {
  const dialog = await choose(page, 'Save as files');
  await expect(dialog).toContainText('not decided yet, and what can be undone, stay in this browser only');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save a zip' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const zip = test.info().outputPath(name);
  await download.saveAs(zip);
  const unpacked = Object.entries(unzipSync(readFileSync(zip))).map(([file, bytes]) => [
    file,
    strFromU8(bytes),
  ]);
  return { zip, files: Object.fromEntries(unpacked) as Record<string, string> };
}

test('a project saved as a zip holds the files it came from, byte for byte, and so does one made of that zip', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'How Ofsted inspects');
  const { zip, files } = await saveZip(page, 'How Ofsted inspects.zip');
  const { 'picture.json': picture, ...rest } = files;
  expect(rest).toEqual(SHIPPED);
  expect(JSON.parse(picture!)).toMatchObject({ nodes: expect.any(Array) });

  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(zip);
  await expect(page).toHaveURL(/\?file=/);
  await beginProject(page, 'Again');
  await expect
    .poll(() => page.evaluate(() => [window.sigma.getGraph().order, window.sigma.getGraph().size]))
    .toEqual([NODES.length, EDGES.length]);
  const again = await saveZip(page, 'Again.zip');
  const { 'picture.json': _, ...same } = again.files;
  expect(same).toEqual(SHIPPED);
});

/** A folder of the browser's own stands for one that was chosen; `files` are put into it, undefined removes one. */
const fill = (page: Page, files: Record<string, string | null>) =>
  page.evaluate(async (some) => {
    const own = await navigator.storage.getDirectory();
    const root = await own.getDirectoryHandle('my debate', { create: true });
    Object.assign(window, { showDirectoryPicker: () => Promise.resolve(root) });
    for (const [at, text] of Object.entries(some)) {
      const names = at.split('/');
      let folder = root;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      if (text === null) await folder.removeEntry(names.at(-1)!);
      else {
        const stream = await (await folder.getFileHandle(names.at(-1)!, { create: true })).createWritable();
        await stream.write(text);
        await stream.close();
      }
    }
  }, files);

const readAll = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, string> = {};
    const read = async (folder: FileSystemDirectoryHandle, before: string): Promise<void> => {
      for await (const [name, handle] of folder.entries())
        if (handle.kind === 'directory') await read(handle, `${before}${name}/`);
        else found[before + name] = await (await handle.getFile()).text();
    };
    await read(await (await navigator.storage.getDirectory()).getDirectoryHandle('my debate'), '');
    return found;
  });

test('into a folder only what differs is written, and what is not the project’s is named and stays', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'How Ofsted inspects');
  const beside = { 'README.md': '# Mine', 'graph/CODEBOOK.md': '# Types' };
  await fill(page, beside);
  const dialog = await choose(page, 'Save as files');
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  const count = Object.keys(SHIPPED).length;
  await expect(dialog.getByRole('status')).toHaveText(`${count} files are new.`);
  await dialog.getByRole('button', { name: `Write ${count} files` }).click();
  await expect(dialog.getByRole('status')).toHaveText(`${count} files written into ‘my debate’.`);
  expect(await readAll(page)).toEqual({ ...SHIPPED, ...beside });
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Somebody else wrote there meanwhile.
  const other = { 'graph/other.json': '{"version":1,"nodes":[{"id":"person:x"}],"edges":[]}' };
  await fill(page, { ...other, 'graph/shared.json': '{}', 'seeds/000_22c91d1266f468ca.txt': null });
  const again = await choose(page, 'Save as files');
  await again.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(again.getByRole('status')).toHaveText(
    `1 file changes, 1 file is new, ${count - 2} files stay as before.`,
  );
  await expect(again.getByRole('listitem')).toHaveText([
    'graph/shared.json changed',
    'seeds/000_22c91d1266f468ca.txt new',
  ]);
  await expect(again.getByRole('alert')).toContainText('graph/other.json');
  await again.getByRole('button', { name: 'Write 2 files' }).click();
  await expect(again.getByRole('status')).toContainText('2 files written');
  expect(await readAll(page)).toEqual({ ...SHIPPED, ...beside, ...other });
});

test('of many files that would be written the first are listed, and the others when asked', async ({
  page,
  visit,
}) => {
  await visit();
  const zip = test.info().outputPath('many.zip');
  const files = [...toFiles(toSynthetic(4000))].map(([name, text]) => [name, strToU8(text)] as const);
  writeFileSync(zip, zipSync(Object.fromEntries(files), { level: 1 }));
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(zip);
  await expect(page).toHaveURL(/\?file=/);
  await beginProject(page, 'Many');
  await fill(page, {});
  const dialog = await choose(page, 'Save as files');
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  const all = files.length + 1;
  await expect(dialog.getByRole('status')).toHaveText(`${all} files are new.`);
  await expect(dialog.getByRole('listitem')).toHaveCount(100);
  await dialog.getByRole('button', { name: `Show all ${all}` }).click();
  await expect(dialog.getByRole('listitem')).toHaveCount(all);
});

test('a folder that may not be written to stays as it was, and the page says why', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'How Ofsted inspects');
  const before = { 'graph/shared.json': '{}' };
  await fill(page, before);
  // The third file cannot be written, as where the disk is full.
  await page.evaluate(() => {
    const { write } = FileSystemWritableFileStream.prototype as unknown as {
      write: (this: unknown, text: string) => Promise<void>;
    };
    let written = 0;
    Object.assign(FileSystemWritableFileStream.prototype, {
      write(this: unknown, text: string) {
        if (++written === 3) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
        return write.call(this, text);
      },
    });
  });
  const dialog = await choose(page, 'Save as files');
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await dialog.getByRole('button', { name: /^Write \d+ files$/ }).click();
  await expect(dialog.getByRole('alert')).toHaveText(
    'The disk of ‘my debate’ is full: make room, or choose another folder.',
  );
  expect(await readAll(page)).toEqual(before);
  await page.evaluate(() =>
    Object.assign(window, {
      showDirectoryPicker: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    }),
  );
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('not allowed');
});

test('an article is corrected: what still stands follows its words, what does not is settled first, and undo brings all back', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'How Ofsted inspects');
  const claim = toNode('claim:ofsted-unfairly-tough');
  const { article } = claim.passages[0]!;
  await page.goto(`${page.url().split('#')[0]}#view=code&coded=${article}`);
  const openDialog = async () => {
    await page.getByRole('button', { name: 'Correct…' }).click();
    return page.getByRole('dialog', { name: 'Correct the article' });
  };
  let dialog = await openDialog();
  // What is said of it first, on its own, by the rules that hold where it is added.
  const date = dialog.getByLabel('Date');
  const correct = dialog.getByRole('button', { name: 'Correct the article' });
  await dialog.getByLabel('Title').fill('');
  await expect(dialog.getByLabel('Title')).toHaveAccessibleDescription('Give the article its title.');
  await date.fill('5 March 2199');
  await expect(date).toHaveAccessibleDescription('5 March 2199 lies in the future: is that right?');
  await expect(correct).toBeDisabled();
  await dialog.getByLabel('Title').fill('Inspectors ‘too tough’');
  await date.fill('5 March 2022');
  await expect(date).toHaveAccessibleDescription('5 March 2022');
  await expect(dialog.getByLabel('Authors, if known')).toHaveValue('Joe Lepper');
  await dialog.getByLabel('Authors, if known').fill('Joe Lepper, Phil Adams');
  await dialog.getByRole('button', { name: 'Close, and go on later' }).click();
  await expect(dialog).toHaveCount(0);
  dialog = await openDialog();
  await expect(dialog.getByRole('region', { name: 'What is said of it' })).toContainText('Phil Adams');
  await correct.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Article', exact: true })).toContainText(
    'Inspectors ‘too tough’ (Children & Young People Now, 5 March 2022)',
  );
  await toProject(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toProject(page).getByRole('button', { name: 'Undo' })).toBeDisabled();

  dialog = await openDialog();
  const text = dialog.getByLabel('The article’s text');
  await expect(text).toHaveValue(/unfairly tough/);
  const before = await text.inputValue();
  await expect(dialog.getByRole('button', { name: 'Correct the article' })).toBeDisabled();

  // A line in front: nothing is lost.
  await text.fill(`Corrected.\n${before}`);
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ passages stand as before\.$/);
  // Words that something rests on: they are to be settled.
  await text.fill(`Corrected.\n${before.replace('unfairly tough', 'unfairly harsh')}`);
  await expect(dialog.getByRole('status')).toContainText('need a check');
  await expect(dialog.getByRole('button', { name: 'Correct the article' })).toBeDisabled();
  // What was written last is kept too, though the dialog is closed right behind it.
  await text.fill(`Corrected here.\n${before.replace('unfairly tough', 'unfairly harsh')}`);
  await dialog.getByRole('button', { name: 'Close, and go on later' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(toProject(page).getByRole('button', { name: 'Undo' })).toBeDisabled();

  // What was begun is there again, after loading the page anew too.
  await page.reload();
  dialog = await openDialog();
  await expect(dialog).toContainText('You began this correction earlier');
  await expect(text).toHaveValue(/^Corrected here\./);
  const cards = dialog.getByRole('region', { name: 'To be checked' }).getByRole('listitem');
  await expect(cards.filter({ hasText: claim.passages[0]!.quote }).first()).toContainText(claim.label);
  const take = dialog.getByRole('button', { name: 'Take these words' });
  // What is settled while what was written is still being looked at is settled in that too.
  const open = await take.count();
  await text.evaluate((area: HTMLTextAreaElement) => {
    area.setRangeText('Typed on. ', 0, 0);
    area.dispatchEvent(new Event('input', { bubbles: true }));
    const buttons = [...area.closest('dialog')!.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Take these words')!.click();
  });
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText('Typed on');
  await expect(take).toHaveCount(open - 1);
  for (let left = await take.count(); left > 0; left--) {
    await take.first().press('Enter');
    // By the keyboard one goes on at the same words.
    await expect(dialog.locator(':focus')).toHaveText('Change');
  }
  await dialog.getByRole('button', { name: 'Correct the article' }).click();
  await expect(dialog).toHaveCount(0);

  await page.goto(`${page.url().split('#')[0]}#select=${claim.id}`);
  await expect(toFront(page).first()).toContainText('unfairly harsh');
  // Only what rests on the words, and the text itself, differ from what the project began with.
  const corrected = await saveZip(page, 'How Ofsted inspects.zip');
  const quoting = Object.keys(SHIPPED).filter((file) => /"quote": "[^"]*unfairly tough/.test(SHIPPED[file]!));
  const seed = Object.keys(SHIPPED).find((file) => file.endsWith('.txt') && SHIPPED[file] === before)!;
  expect(Object.keys(SHIPPED).filter((file) => corrected.files[file] !== SHIPPED[file])).toEqual([
    ...quoting,
    seed,
  ]);
  expect(corrected.files[seed]).toMatch(/^Typed on\. Corrected here\./);
  await toProject(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toFront(page).first()).toContainText('unfairly tough');
  const { files } = await saveZip(page, 'How Ofsted inspects.zip');
  const { 'picture.json': _, ...rest } = files;
  expect(rest).toEqual(SHIPPED);

  // What was begun can be thrown away.
  await page.goto(`${page.url().split('#')[0]}#view=code&coded=${article}`);
  dialog = await openDialog();
  await text.fill(`Begun again. ${before}`);
  await dialog.getByRole('button', { name: 'Close, and go on later' }).click();
  dialog = await openDialog();
  await dialog.getByRole('button', { name: 'Start anew' }).click();
  await expect(dialog).not.toContainText('You began this correction earlier');
  await expect(text).toHaveValue(before);
});

/** One of two codings of an article, as its coder would save it. */
function writeCoding(
  coder: 'first' | 'second',
  toText: (text: string) => string = (text) => text,
): { zip: string; said: number } {
  const text = readFileSync(path.join(ROOT, `tests/codings/${coder}/ilacs-review-2019.json`), 'utf8');
  const seed = 'seeds/003_5031a30f68856265.txt';
  const zip = test.info().outputPath(`${coder}.zip`);
  writeFileSync(
    zip,
    zipSync({ 'graph/ilacs-review-2019.json': strToU8(text), [seed]: strToU8(toText(FILES[seed]!)) }),
  );
  const { nodes } = JSON.parse(text) as { nodes: { type: string }[] };
  return { zip, said: nodes.filter(({ type }) => type === 'claim' || type === 'recommendation').length };
}

test('a coding whose lines git turned is told apart from one of another text, with what to do', async ({
  page,
  visit,
}) => {
  const first = writeCoding('first');
  const second = writeCoding('second', (text) => text.replaceAll('\n', '\r\n'));
  await visit();
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(first.zip);
  await page.getByRole('button', { name: 'Work on it' }).click();
  const dialog = await choose(page, 'Compare with another coding');
  await dialog.getByLabel('Another coding', { exact: true }).setInputFiles(second.zip);
  await expect(dialog.getByRole('alert')).toContainText('lines end otherwise here than there');
  await expect(dialog.getByRole('alert')).toContainText('seeds/*.txt -text');
  await expect(dialog).not.toContainText('the words of the article are not the same');
});

test('two codings of an article are compared, what differs is settled, and both are merged in one act', async ({
  page,
  visit,
}) => {
  const [first, second] = [writeCoding('first'), writeCoding('second')];
  await visit();
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByLabel('File', { exact: true }).setInputFiles(first.zip);
  await expect(page).toHaveURL(/\?file=first\.zip/);
  await page.getByRole('button', { name: 'Work on it' }).click();
  await expect(toProject(page)).toContainText('first');
  const dialog = await choose(page, 'Compare with another coding');
  await dialog.getByLabel('Another coding', { exact: true }).setInputFiles(second.zip);
  await expect(dialog.getByRole('heading', { name: 'Compared with ‘second.zip’' })).toBeVisible();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  const cells = dialog.getByRole('row').nth(1).getByRole('cell');
  const [ours, theirs, both, f1] = (await cells.allTextContents()).map(Number) as [
    number,
    number,
    number,
    number,
  ];
  expect([ours, theirs]).toEqual([first.said, second.said]);
  expect(f1).toBeCloseTo((2 * both) / (ours + theirs), 2);
  // How what both found is read, beside chance.
  const read = dialog.getByRole('table', { name: 'How both read what both found' });
  const [alike, of, alpha] = await read
    .getByRole('row', { name: /^Who says it/ })
    .getByRole('cell')
    .allTextContents();
  expect(Number(of)).toBe(both);
  expect(Number(alike)).toBeLessThanOrEqual(both);
  expect(Number(alpha)).toBeLessThanOrEqual(1);

  // What only one of them found, and no more than that.
  const show = dialog.getByRole('combobox', { name: 'Show' });
  await show.selectOption('only second');
  const cards = dialog.getByRole('group', { name: 'Only they found it' });
  await expect(cards).toHaveCount(theirs - both);
  for (const card of await cards.all())
    await expect(card.getByRole('radio', { name: 'Take it' })).toBeChecked();
  await show.selectOption('only first');
  await expect(dialog.getByRole('group', { name: 'Only you found it' })).toHaveCount(ours - both);
  await dialog
    .getByRole('group', { name: 'Only you found it' })
    .first()
    .getByRole('radio', { name: 'Take it out' })
    .check();

  const [table] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  const csv = readFileSync(await table.path(), 'utf8');
  expect(csv).toMatch(/^\uFEFFarticle,dispute,words/);
  expect(csv.match(/Only they found it/g)?.length ?? 0).toBe(theirs - both);
  expect(csv.match(/Take it out/g)?.length).toBe(1);

  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toHaveCount(0);
  const countSaid = () =>
    page.evaluate(
      () =>
        window.sigma
          .getGraph()
          .nodes()
          .filter((id) => /^(claim|recommendation):/.test(id)).length,
    );
  await expect.poll(countSaid).toBe(ours + theirs - both - 1);
  await toProject(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(countSaid).toBe(ours);
});

/** Serves files from a folder below an address of their own, as any web server does; `close` ends it. */
async function serveFolder(files: Readonly<Record<string, Uint8Array>>) {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.wasm': 'application/wasm',
  };
  const asked: string[] = [];
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url!, 'http://localhost');
    const name = pathname.replace(/^\/debate\//, '') || 'index.html';
    asked.push(name);
    const content = pathname.startsWith('/debate/') ? files[name] : undefined;
    if (!content) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': types[path.extname(name)] ?? 'text/plain' })
      .end(content);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/debate/`,
    asked,
    close: () => new Promise((done) => server.close(done)),
  };
}

test('a project saved as a website is explored at any address, with its words, without the rest of this browser', async ({
  page,
  visit,
  browser,
}) => {
  await visit();
  await beginProject(page, 'Who judges whom');
  const dialog = await choose(page, 'Save as files');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Save a website' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Who judges whom-website.zip');
  await expect(dialog.getByRole('status')).toContainText('Unpack it into a folder of any web server');
  const site = unzipSync(readFileSync(await download.path()));
  expect(strFromU8(site['README.txt']!)).toContain('put all its files, as they are, into a folder');
  const { address, asked, close } = await serveFolder(site);
  const visitor = await browser.newPage();
  const errors: string[] = [];
  visitor.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    const claim = toNode('claim:ofsted-unfairly-tough');
    await visitor.goto(`${address}#select=${claim.id}`);
    await expect(toFront(visitor).first()).toBeVisible();
    await expect(visitor.getByRole('banner')).toContainText('5 articles');
    await expect(visitor.getByRole('button', { name: 'Copy link' })).toBeVisible();
    expect((await readShown(visitor)).nodes.length).toBe(NODES.length);
    // Its other parts are there too, and its worker.
    await visitor.getByRole('button', { name: 'Commands' }).click();
    const command = visitor.getByRole('combobox');
    await command.fill('look at the stories');
    await command.press('Enter');
    await expect(visitor.getByRole('main')).toContainText(STORIES[0]!.title);
    await visitor.goto(`${address}#view=debate`);
    await expect(visitor.locator('[data-arrived="true"]')).toBeVisible();
    expect(asked.filter((name) => site[name] === undefined && name !== 'favicon.ico')).toEqual([]);
    expect(errors).toEqual([]);
  } finally {
    await visitor.close();
    await close();
  }
});

test('where the page’s own files cannot be fetched no website is saved, and that is said', async ({
  page,
  visit,
  context,
  errors,
}) => {
  await visit();
  await beginProject(page, 'Cut off');
  const dialog = await choose(page, 'Save as files');
  await context.setOffline(true);
  await dialog.getByRole('button', { name: 'Save a website' }).click();
  await expect(dialog.getByRole('alert')).toContainText('check the connection');
  // What the browser itself says of it.
  expect(errors.splice(0)).toEqual(['Failed to load resource: net::ERR_INTERNET_DISCONNECTED']);
});
