// Projects: kept in the browser with all that was done, in one tab at a time, and nothing lost without a word.
import type { BrowserContext, Page } from '@playwright/test';
import { EDGES, NODES } from './corpus';
import { beginProject, expect, test, toFront, toInspector, toMap, toProject } from './page';

const toKept = (page: Page) => toProject(page).getByRole('status');

/** Gives the project another name, which is a change like any other. */
async function rename(page: Page, name: string): Promise<void> {
  await toProject(page).locator('[popovertarget="project-menu"]').click();
  await page.getByLabel('Name of the project').fill(name);
  await page.getByLabel('Name of the project').press('Enter');
  await page.keyboard.press('Escape');
}

/** From now on the browser has no room for anything more. */
const fillDisk = (page: Page) =>
  page.evaluate(() => {
    const own = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    const refuse = () => {
      throw new DOMException('There is no room.', 'QuotaExceededError');
    };
    Object.defineProperty(IDBObjectStore.prototype, 'put', { ...own, value: refuse });
    Object.assign(window, {
      emptyDisk: () => Object.defineProperty(IDBObjectStore.prototype, 'put', own),
    });
  });
const emptyDisk = (page: Page) =>
  page.evaluate(() => (window as unknown as { emptyDisk: () => void }).emptyDisk());

const openAgain = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(address);
  return page;
};

test('an empty project says how to begin, and is there again when the page is loaded anew', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Inspection of children’s services', 'Begin empty');
  await expect(toInspector(page)).toContainText('Add articles');
  // Its name may be as long there as where it was begun.
  await page.getByRole('button', { name: 'Open…' }).click();
  const most = await page.getByLabel('Name of a new project').getAttribute('maxlength');
  await page.keyboard.press('Escape');
  await toProject(page).locator('[popovertarget="project-menu"]').click();
  await expect(page.getByLabel('Name of the project')).toHaveAttribute('maxlength', most!);
  await page.reload();
  await expect(toProject(page)).toContainText('Inspection of children’s services');
  await expect(toKept(page)).toHaveText('Saved');
});

test('a copy of the five articles holds every node and edge with its words, and what was open is a step back', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'A copy');
  const count = () => page.evaluate(() => [window.sigma.getGraph().order, window.sigma.getGraph().size]);
  await expect.poll(count).toEqual([NODES.length, EDGES.length]);
  const claim = NODES.find(({ type }) => type === 'claim')!;
  await page.evaluate((id) => (window.location.hash = `select=${id}`), claim.id);
  await expect(toFront(page).first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(toProject(page)).toHaveCount(0);
  await expect(toMap(page)).toBeVisible();
});

test('projects are listed with what was changed last in front, gone on with, and removed when asked twice', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'First', 'Begin empty');
  await beginProject(page, 'Second', 'Begin empty');
  await page.getByRole('button', { name: 'Open…' }).click();
  const entries = page.getByRole('region', { name: 'Projects' }).getByRole('listitem');
  await expect(entries).toHaveText([/^Second.*Open now/, /^First/]);
  await entries
    .nth(1)
    .getByRole('button', { name: /^First/ })
    .click();
  await expect(toProject(page)).toContainText('First');
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('button', { name: 'Remove Second' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(entries).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove Second' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(entries).toHaveCount(1);
  // The last one too, once it is left.
  await page.getByRole('button', { name: /^Back to/ }).click();
  await expect(toProject(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('button', { name: 'Remove First' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await expect(entries).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(page.getByRole('alert')).toContainText('There is no such project in this browser');
});

test('a second tab can read a project, and take it over; the first then only reads', async ({
  page,
  context,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Shared', 'Begin empty');
  const second = await openAgain(context, page.url());
  await expect(second.getByRole('alert')).toContainText('open in another tab');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await second.getByRole('button', { name: 'Work on it here' }).click();
  await expect(second.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('alert')).toContainText('open in another tab');
  await rename(second, 'Taken over');
  await expect(toKept(second)).toHaveText('Saved');
  await second.reload();
  await expect(toProject(second)).toContainText('Taken over');
});

test('a name that is half typed when another tab takes the project over is not written', async ({
  page,
  context,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Shared', 'Begin empty');
  await toProject(page).locator('[popovertarget="project-menu"]').click();
  await page.getByLabel('Name of the project').fill('Too late');
  const second = await openAgain(context, page.url());
  await second.getByRole('button', { name: 'Work on it here' }).click();
  await expect(second.getByRole('alert')).toHaveCount(0);
  await expect(page.getByRole('alert')).toContainText('open in another tab');
  await page.getByLabel('Name of the project').dispatchEvent('blur');
  await page.keyboard.press('Escape');
  await rename(second, 'Taken over');
  await expect(toKept(second)).toHaveText('Saved');
  await expect(toProject(page)).not.toContainText('Too late');
});

test('who leaves a project for what is served and comes back goes on where they left', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Left', 'Begin empty');
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('button', { name: /^Back to/ }).click();
  await expect(toProject(page)).toHaveCount(0);
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('region', { name: 'Projects' }).getByRole('button', { name: /^Left/ }).click();
  await expect(toProject(page)).toContainText('Left');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await rename(page, 'Come back to');
  await expect(toKept(page)).toHaveText('Saved');
});

test('where the disk is full the page says what is not kept, and keeps it once there is room', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Full', 'Begin empty');
  await fillDisk(page);
  await rename(page, 'Overfull');
  await expect(page.getByRole('alert')).toContainText('1 change is not kept in this browser');
  await expect(page.getByRole('alert')).toContainText('full');
  await emptyDisk(page);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(toKept(page)).toHaveText('Saved');
  await page.reload();
  await expect(toProject(page)).toContainText('Overfull');
});

test('what a full disk has not taken keeps other projects from being begun, and leaves none behind', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Full', 'Begin empty');
  await fillDisk(page);
  await rename(page, 'Overfull');
  await expect(page.getByRole('alert')).toContainText('1 change is not kept');
  await emptyDisk(page);
  await page.getByRole('button', { name: 'Open…' }).click();
  const projects = page.getByRole('region', { name: 'Projects' });
  await projects.getByLabel('Name of a new project').fill('Another');
  await projects.getByRole('button', { name: 'Begin empty' }).click();
  await expect(projects.getByRole('alert')).toContainText('‘Overfull’ could not be kept yet');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Open…' }).click();
  await expect(projects.getByRole('listitem')).toHaveText([/^Full/]);
});

test('a project that another tab works on is not removed; where it is taken over, one stays where one is', async ({
  page,
  context,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Worked on', 'Begin empty');
  const second = await openAgain(context, page.url());
  await second.getByRole('button', { name: 'Work on it here' }).click();
  await expect(second.getByRole('alert')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Views' }).getByText('Code', { exact: true }).click();
  const address = page.url();
  expect(address).toContain('view=code');
  await page.getByRole('button', { name: 'Work on it here' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(page.url()).toBe(address);
  await second.goto('/');
  await second.getByRole('button', { name: 'Open…' }).click();
  const projects = second.getByRole('region', { name: 'Projects' });
  await projects.getByRole('button', { name: 'Remove Worked on' }).click();
  await projects.getByRole('button', { name: 'Remove it' }).click();
  await expect(projects.getByText('It is open in another tab')).toBeVisible();
  await expect(projects.getByRole('listitem')).toHaveCount(1);
});

test('what turns the direction of text is not taken into a name, so that nothing coded is refused for it', async ({
  page,
  visit,
}) => {
  await visit();
  await beginProject(page, 'Names', 'Begin empty');
  await toProject(page).locator('[popovertarget="project-menu"]').click();
  await page.getByLabel('Who codes').fill('\u202EMunro');
  await page.getByLabel('Who codes').press('Enter');
  await page.keyboard.press('Escape');
  await expect(toKept(page)).toHaveText('Saved');
  await page.reload();
  await toProject(page).locator('[popovertarget="project-menu"]').click();
  await expect(page.getByLabel('Who codes')).toHaveValue('Munro');
});

test('a browser that keeps nothing says so, and what was open stays', async ({ page, visit }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'indexedDB', {
      get: () => {
        throw new DOMException('Not allowed', 'SecurityError');
      },
    }),
  );
  await visit();
  await page.getByRole('button', { name: 'Open…' }).click();
  await expect(page.getByRole('region', { name: 'Projects' }).getByRole('alert')).toContainText(
    'keeps nothing',
  );
  await page.keyboard.press('Escape');
  await expect(toMap(page)).toBeVisible();
});

test('an address of a project that is not in this browser opens what is served, and says why', async ({
  page,
}) => {
  await page.goto('/?project=nowhere');
  await expect(page.getByRole('alert')).toContainText('There is no such project in this browser');
  await expect(toMap(page)).toBeVisible();
});

test('who follows a link to coding without a project can make one there', async ({ page, visit }) => {
  await visit('#view=code');
  // Until then nothing can be proposed, but all can be read.
  await expect(page.getByRole('tab', { name: 'Proposals' })).toHaveCount(0);
  await expect(toInspector(page)).toContainText('How Ofsted inspects');
  await page.getByRole('button', { name: 'Make a project…' }).click();
  await page.getByLabel('Name of a new project').fill('Care homes');
  await page.getByRole('button', { name: 'Begin with a copy of what is open' }).click();
  await expect(toProject(page)).toContainText('Care homes');
  await expect(page.getByRole('tab', { name: 'Proposals' })).toBeVisible();
});
