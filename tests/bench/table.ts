// Measures the table: putting its rows in order, and scrolling it in a browser.
import { arrange, toTableModel } from '../../src/app/views/columns';
import { incidenceOf } from '../../src/core/graph';
import { EVERYTHING } from '../../src/core/query';
import { measureSteps } from './measure';
import type { Tasks } from '../tasks';
import { servePage, traceTasks, VIEWPORT } from './page';
import { toSynthetic } from './synthetic';

/** In milliseconds of the processor: all steps, and the longest. */
type Arranged = { all: number; longest: number };
export type TableFigures = {
  /** Rows of nodes put in order by a column, or found by two words. */
  rows: { sorted: Readonly<Record<string, Arranged>>; found: Arranged };
  /** The longest tasks of the page with three times as many rows of edges. */
  tasks: Readonly<Record<'wheel' | 'bar' | 'sorting' | 'finding', Tasks>>;
};

function measureRows(size: number): TableFigures['rows'] {
  const corpus = toSynthetic(size);
  const opened = {
    corpus,
    incidence: incidenceOf(corpus),
    picture: { drawing: { nodes: [], edges: [] }, positions: new Float64Array() },
  };
  const visible = new Set([...corpus.nodes.keys(), ...corpus.edges.keys()]);
  const model = toTableModel(opened, 'nodes', visible, EVERYTHING);
  const measure = (sort: string, words: string): Arranged => {
    const { all, longest } = measureSteps(arrange(opened, model, sort, words));
    return { all, longest };
  };
  return {
    sorted: Object.fromEntries(model.columns.map(({ id }) => [id, measure(`-${id}`, '')])),
    found: measure('-neighbours', 'ofsted council'),
  };
}

async function measureScrolling(size: number): Promise<TableFigures['tasks']> {
  const served = await servePage('production', toSynthetic(size));
  const page = await served.browser.newPage({ viewport: VIEWPORT });
  await page.goto(`${served.address}#view=table&rows=edges`);
  const grid = page.getByRole('grid');
  await grid.getByRole('row').nth(8).waitFor({ timeout: 300_000 });
  await page.mouse.move(600, 500);
  const tasks = {
    wheel: await traceTasks(served, page, async () => {
      for (let turn = 0; turn < 60; turn++) {
        await page.mouse.wheel(0, 240);
        await page.waitForTimeout(16);
      }
    }),
    bar: await traceTasks(served, page, async () => {
      for (let step = 1; step <= 40; step++) {
        await grid.evaluate((element, part) => {
          const scroller = element.parentElement!;
          scroller.scrollTop = scroller.scrollHeight * part;
        }, step / 41);
        await page.waitForTimeout(32);
      }
    }),
    // By selectors that are found at once: looking for texts and names would itself be a long task of the page.
    sorting: await traceTasks(served, page, async () => {
      await page.locator('[data-cell="0 0"] button').click();
      await page.locator('[data-cell="0 0"][aria-sort=ascending]').waitFor();
      await page.locator('[role=grid][aria-busy=false]').waitFor({ timeout: 60_000 });
    }),
    finding: await traceTasks(served, page, async () => {
      const rows = await grid.getAttribute('aria-rowcount');
      await page.locator('[aria-label="Find in these lines"]').fill('council');
      await page
        .locator(`[role=grid][aria-busy=false]:not([aria-rowcount="${rows}"])`)
        .waitFor({ timeout: 60_000 });
    }),
  };
  await served.close();
  return tasks;
}

/** A table of so many nodes as rows, and of as many edges in the browser. */
export async function measureTable(size: number): Promise<TableFigures> {
  return { rows: measureRows(size), tasks: await measureScrolling(Math.ceil(size / 3)) };
}
