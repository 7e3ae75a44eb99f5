// Exporting what is on the map, what is selected, and what lies around it.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { around, EDGES, NODES, ofType } from './corpus';
import { expect, readShown, test } from './page';

const printSize = ({ nodes, edges }: { nodes: readonly string[]; edges: readonly string[] }) =>
  [[nodes, 'node'] as const, [edges, 'edge'] as const]
    .map(([ids, word]) => `${ids.length.toLocaleString('en-GB')} ${word}${ids.length === 1 ? '' : 's'}`)
    .join(', ');

const CHOICES = {
  visible: 'What is on the map now',
  selection: 'Only what is selected',
  around: 'What is selected, and what lies around it',
} as const;

/** Exports and reads the file: the ids in it, in whatever order. */
async function save(page: Page, what: keyof typeof CHOICES, format: 'GraphML' | 'JSON', steps = 1) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const choice = dialog.getByRole('radio', { name: new RegExp(`^${CHOICES[what]}`) });
  await choice.check();
  if (what === 'around') await dialog.getByLabel('Steps').selectOption(`${steps}`);
  await dialog.getByRole('radio', { name: format }).check();
  const button = dialog.getByRole('button', { name: /^Export \d/ });
  const [promised, said] = [await button.textContent(), await choice.locator('xpath=..').textContent()];
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = readFileSync(await download.path(), 'utf8');
  await expect(dialog).toBeHidden();
  expect(download.suggestedFilename()).toMatch(format === 'JSON' ? /^claimscape-.*\.json$/ : /\.graphml$/);
  const ids =
    format === 'JSON'
      ? readJson(text)
      : await page.evaluate((xml) => {
          const read = new DOMParser().parseFromString(xml, 'application/xml');
          if (read.querySelector('parsererror'))
            throw new Error(read.querySelector('parsererror')!.textContent);
          const list = (name: string) =>
            [...read.querySelectorAll(`graph > ${name}`)].map((element) => element.id).toSorted();
          return { nodes: list('node'), edges: list('edge') };
        }, text);
  return { promised, said, ids };
}

function readJson(text: string) {
  const json = JSON.parse(text) as Record<'nodes' | 'edges', { id: string; passages: unknown[] }[]>;
  for (const { passages } of [...json.nodes, ...json.edges]) expect(passages.length).toBeGreaterThan(0);
  const list = (items: { id: string }[]) => items.map(({ id }) => id).toSorted();
  return { nodes: list(json.nodes), edges: list(json.edges) };
}

const [dispute] = EDGES.filter(({ type }) => type === 'disputes');
const [claim] = ofType('claim');
const person = ofType('person')[0]!;

for (const format of ['GraphML', 'JSON'] as const)
  test(`as ${format}, what is exported is what was counted before: all of it, and no more`, async ({
    page,
    visit,
  }) => {
    const expectSaved = async (
      what: keyof typeof CHOICES,
      wanted: { nodes: readonly string[]; edges: readonly string[] },
      steps?: number,
    ) => {
      const { promised, said, ids } = await save(page, what, format, steps);
      expect(promised).toBe(`Export ${printSize(wanted)}`);
      expect(said).toContain(printSize(wanted));
      expect(ids).toEqual({ nodes: wanted.nodes.toSorted(), edges: wanted.edges.toSorted() });
    };
    await visit();
    await expectSaved('visible', { nodes: NODES.map(({ id }) => id), edges: EDGES.map(({ id }) => id) });
    await page.goto(`/#q=type:claim,topic,person%20basis:stated`);
    await expect.poll(async () => (await readShown(page)).nodes.length).toBeLessThan(NODES.length);
    await expectSaved('visible', await readShown(page));
    await page.goto(`/#select=${claim!.id}`);
    await expectSaved('selection', { nodes: [claim!.id], edges: [] });
    await page.goto(`/#select=${dispute!.id}`);
    await expectSaved('selection', { nodes: [dispute!.source, dispute!.target], edges: [dispute!.id] });
    await page.goto(`/#select=${person.id}`);
    for (const steps of [1, 2, 3]) await expectSaved('around', around(person.id, steps), steps);
  });

test('what cannot be exported yet says why', async ({ page, visit }) => {
  await visit();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: new RegExp(`^${CHOICES.selection}`) })).toBeDisabled();
  await expect(dialog).toContainText('Select a node or line first.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});
