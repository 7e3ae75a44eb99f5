// Asking a language model for proposals: only when the button is pressed, only at the address that was named, and only words of the article come of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { toNode } from './corpus';
import { beginProject, expect, test, toProject } from './page';

const TEXT = readFileSync(path.resolve(import.meta.dirname, '../../seeds/001_b7e7e7cfa3d0a4a3.txt'), 'utf8');
const SAID = 'The independent scrutiny which Ofsted provides is essential';

type Asked = { authorization: string | undefined; body: string };

/** A model that answers with statements in these words, once it may; what it was asked. */
async function answerWith(
  page: Page,
  quotes: readonly string[],
  may: Promise<unknown> = Promise.resolve(),
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const content = JSON.stringify({
    actors: [],
    reports: [],
    statements: quotes.map((quote) => ({
      kind: 'claim',
      form: null,
      quote,
      speech: 'direct',
      speakers: ['Ofsted'],
      confidence: 0.9,
    })),
  });
  await page.route('http://model.example/**', async (route) => {
    const request = route.request();
    if (request.method() === 'POST')
      asked.push({
        authorization: (await request.allHeaders()).authorization,
        body: request.postData()!,
      });
    await may;
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      contentType: 'application/json',
      body: JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }),
    });
  });
  return asked;
}

/** Sends the article in front to it. */
async function begin(dialog: Locator): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Address', exact: true }).fill('http://model.example/v1');
  await dialog.getByRole('textbox', { name: 'Model', exact: true }).fill('any');
  await dialog.getByRole('button', { name: 'Send this article' }).click();
}
/** … and waits for what comes of it. */
async function send(dialog: Locator): Promise<void> {
  await begin(dialog);
  await expect(dialog.getByRole('status')).toContainText(/added to the list|(was|were) in it already/);
}

test('a model is asked when the button is pressed; what is not in the article is left out and counted', async ({
  page,
  visit,
}) => {
  const asked = await answerWith(page, [SAID, 'Ofsted will close every children’s home at once']);
  await visit();
  await page.getByRole('button', { name: 'Add articles', exact: true }).click();
  const adding = page.getByRole('dialog');
  await adding.getByRole('textbox').fill(TEXT);
  await adding.getByRole('button', { name: 'Read this text' }).click();
  await adding.getByLabel('Publisher').fill('Children & Young People Now');
  await adding.getByRole('button', { name: 'Add 1 article' }).click();
  const asks = page.getByRole('button', { name: 'Ask a model…' });
  await asks.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Ask a language model' });
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(asks).toBeFocused();
  await asks.click();
  await expect(dialog).toContainText('What is sent:');
  await dialog.getByRole('textbox', { name: 'Address', exact: true }).fill('http://model.example/v1');
  await expect(dialog).not.toContainText('can be read on their way');
  await dialog.getByLabel('Key').fill('secret-key');
  await expect(dialog).toContainText('The key and the words can be read on their way there');
  expect(asked).toEqual([]);
  await send(dialog);
  await expect(dialog).toContainText('1 in words that are not in the article');
  expect(asked).toHaveLength(1);
  expect(asked[0]!.authorization).toBe('Bearer secret-key');
  expect(asked[0]!.body).toContain(SAID);
  expect(asked[0]!.body).not.toContain('Digital membership');
  const kept = await page.evaluate(async () => {
    const stores = await Promise.all(
      (await indexedDB.databases()).map(
        ({ name }) =>
          new Promise<string>((done) => {
            const opening = indexedDB.open(name!);
            opening.onsuccess = () => {
              const db = opening.result;
              const reads = [...db.objectStoreNames].map(
                (store) =>
                  new Promise<unknown>((found) => {
                    const all = db.transaction(store).objectStore(store).getAll();
                    all.onsuccess = () => found(all.result);
                  }),
              );
              void Promise.all(reads).then((found) => done(JSON.stringify(found)));
            };
          }),
      ),
    );
    return JSON.stringify([stores, Object.entries(localStorage), Object.entries(sessionStorage)]);
  });
  expect(kept).toContain(SAID);
  expect(kept).not.toContain('secret-key');
});

test('where nothing was proposed yet, what is proposed without a model is not left out for one that is asked', async ({
  page,
  visit,
}) => {
  const { id, seed } = toNode('article:too-tough-2015', 'article');
  const text = readFileSync(path.resolve(import.meta.dirname, '../../seeds', seed), 'utf8');
  const [line] = text.split('\n').filter((one) => one.length > 80);
  await answerWith(page, [line!]);
  await visit();
  await beginProject(page, 'Asking');
  await page.evaluate((article) => (window.location.hash = `view=code&coded=${article}`), id);
  await expect(page.getByRole('button', { name: 'Propose', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Ask a model…' }).click();
  await send(page.getByRole('dialog', { name: 'Ask a language model' }));
  await page.keyboard.press('Escape');
  const queue = page.getByRole('region', { name: 'Proposals' });
  const number = Number((await queue.getByText(/\d+ proposals? to decide/).textContent())!.split(' ')[0]);
  expect(number).toBeGreaterThan(1);
});

test('what was answered before the service takes no more, or before one leaves, is in the list, and the rest is told', async ({
  page,
  errors,
  visit,
}) => {
  const { id, seed } = toNode('article:ilacs-review-2019', 'article');
  const text = readFileSync(path.resolve(import.meta.dirname, '../../seeds', seed), 'utf8');
  let [asked, turn, isOver] = [0, 0, true];
  await answerWith(page, []);
  await page.route('http://model.example/**', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    asked += 1;
    if (asked === 1) {
      const { messages } = route.request().postDataJSON() as { messages: { content: string }[] };
      const quotes = text.split(/[\n.]+/).filter((one) => messages[1]!.content.includes(`${one}. `));
      const some = quotes.filter((_, place) => place % 2 === turn % 2);
      const statements = some.map((one) => ({
        kind: 'claim',
        form: null,
        quote: one.trim().split(' ').slice(-4).join(' '),
        speech: 'narration',
        speakers: [],
        confidence: 0.5,
      }));
      const content = JSON.stringify({ statements });
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: { choices: [{ message: { content }, finish_reason: 'stop' }] },
      });
    }
    if (!isOver) return undefined;
    return route.fulfill({ status: 429, headers: { 'access-control-allow-origin': '*' }, body: '' });
  });
  await visit();
  await beginProject(page, 'Asking');
  await page.evaluate((article) => (window.location.hash = `view=code&coded=${article}`), id);
  await page.getByRole('button', { name: 'Ask a model…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask a language model' });
  await send(dialog);
  const added = Number((await dialog.getByRole('status').textContent())!.split(' ')[0]);
  expect(added).toBeGreaterThan(0);
  await expect(dialog.getByRole('alert')).toContainText(
    /From “.+” on, the article was not answered\. .*\(429\)/,
  );
  await page.keyboard.press('Escape');
  expect(errors.splice(0)).toEqual([expect.stringContaining('429')]);
  // Sent again, and left.
  [asked, turn, isOver] = [0, 1, false];
  await page.getByRole('button', { name: 'Ask a model…' }).click();
  await begin(dialog);
  await expect(dialog.getByRole('progressbar')).toHaveAttribute('value', /0\./);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^\d+ proposals? (was|were) added to the list\.$/)).toBeVisible();
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
  // And stopped.
  [asked, turn] = [0, 2];
  await page.getByRole('button', { name: 'Ask a model…' }).click();
  await begin(dialog);
  await dialog.getByRole('button', { name: 'Stop, and keep what came' }).click();
  await expect(dialog.getByRole('status')).toContainText('0 proposals were added to the list');
  await expect(dialog.getByRole('alert')).toContainText('You stopped it there.');
});

test('an answer that comes when another tab works on the project is not written, and that tab works on', async ({
  page,
  context,
  visit,
}) => {
  const { id } = toNode('article:too-tough-2015', 'article');
  let answer = (): void => {};
  await answerWith(
    page,
    ['a lack of early intervention'],
    new Promise<void>((resolve) => (answer = resolve)),
  );
  await visit();
  await beginProject(page, 'Asking');
  await page.evaluate((article) => (window.location.hash = `view=code&coded=${article}`), id);
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  const queue = page.getByRole('region', { name: 'Proposals' });
  const told = (await queue.getByText(/\d+ proposals? to decide/).textContent())!;
  await page.getByRole('button', { name: 'Ask a model…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask a language model' });
  await begin(dialog);
  await expect(dialog.getByRole('status')).toContainText('Waiting');
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByRole('button', { name: 'Work on it here' }).click();
  await expect(toProject(second).getByRole('status')).toHaveText('Saved');
  await expect(toProject(page)).toContainText('open in another tab');
  answer();
  await expect(dialog.getByRole('alert')).toContainText('The project is open in another tab');
  await page.keyboard.press('Escape');
  await expect(queue).toContainText(told);
  await toProject(second).locator('[popovertarget="project-menu"]').click();
  await second.getByLabel('Name of the project').fill('Taken over');
  await second.getByLabel('Name of the project').press('Enter');
  await second.keyboard.press('Escape');
  await expect(toProject(second).getByRole('status')).toHaveText('Saved');
  await expect(second.getByRole('alert')).toHaveCount(0);
});
