// Exporting what is on the map, what is selected, and what lies around it; pictures of the views; the comparison as CSV.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import mammoth from 'mammoth';
import Papa from 'papaparse';
import { around, EDGES, FILES, JUDGMENT, NODES, ofType, toNode } from './corpus';
import { expect, readShown, serve, settle, test, toFront } from './page';

const printSize = ({ nodes, edges }: { nodes: readonly string[]; edges: readonly string[] }) =>
  [[nodes, 'node'] as const, [edges, 'line'] as const]
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
  const line = choice.locator('xpath=..');
  await expect(line).not.toContainText('Counting');
  const [promised, said] = [await button.textContent(), await line.textContent()];
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

test('who agrees and who disagrees with whom is exported as a network, of what filters leave', async ({
  page,
  visit,
}) => {
  await visit('#q=topic:one-word-judgment');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'JSON' }).check();
  await dialog.getByRole('radio', { name: /^Who disagrees with whom/ }).check();
  await expect(dialog.getByRole('radio', { name: 'GraphML' })).toBeChecked();
  await expect(dialog.getByRole('radio', { name: 'JSON' })).toBeDisabled();
  const button = dialog.getByRole('button', { name: /^Export \d/ });
  const promised = (await button.textContent())!;
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('claimscape-conflict.graphml');
  const graphml = readFileSync(await download.path(), 'utf8');
  const [actors, ties] = [graphml.match(/<node /g)!.length, graphml.match(/<edge /g)!.length];
  expect(promised).toBe(`Export ${actors} actors, ${ties} ties`);
  // Ofsted stands alone for it, all others against it.
  for (const [, source] of graphml.matchAll(/<edge [^>]*source="([^"]+)"/g))
    expect(source).toBe('organisation:ofsted');
  await page.goto('/#view=matrix');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: /^Who speaks on which question/ })).toBeChecked();
  await expect(button).toHaveText(/^Export \d+ actors and questions, \d+ ties$/);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.goto('/#q=type:article');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByRole('radio', { name: /^Who agrees with whom/ })).toBeDisabled();
  await expect(dialog).toContainText('No two take the same side on a question here.');
});

test('who says what is exported as CSV, a row for each, of what filters leave', async ({ page, visit }) => {
  await visit('#q=topic:one-word-judgment');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  const button = dialog.getByRole('button', { name: /^Export \d+ rows$/ });
  const promised = await button.textContent();
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('claimscape-visible.csv');
  const { data } = Papa.parse<{ words: string; topic: string }>(readFileSync(await download.path(), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(promised).toBe(`Export ${data.length} rows`);
  for (const { words, topic } of data) {
    expect(topic).toBe('topic:one-word-judgment');
    expect(words).not.toBe('');
  }
  await page.goto('/#q=type:person');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByRole('radio', { name: 'CSV' }).check();
  await expect(dialog).toContainText('No claim is in it');
  await expect(dialog.getByRole('button', { name: /^Export/ })).toBeDisabled();
});

/** Saves the view as a picture: its text, and its size by what this browser makes of it. */
async function savePicture(page: Page, type: 'SVG' | 'PNG') {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: `Save as ${type}` }).click(),
  ]);
  await expect(dialog).toBeHidden();
  expect(download.suggestedFilename()).toMatch(new RegExp(`^claimscape-[a-z]+\\.${type.toLowerCase()}$`));
  return readFileSync(await download.path());
}

/** What an SVG file says, read by an XML parser and drawn by a browser as a page of its own. */
async function readPicture(page: Page, svg: string) {
  await page.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  return page.evaluate(() => {
    const root = document.documentElement;
    const texts = [...root.querySelectorAll('text')];
    const { width, height } = root.getBoundingClientRect();
    return {
      faults: document.querySelectorAll('parsererror').length,
      name: root.localName,
      words: texts.map((text) => [...text.children].map((line) => line.textContent).join(' ')),
      outside: texts
        .filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < 0 || box.top < 0 || box.right > width || box.bottom > height;
        })
        .map((text) => text.textContent),
      /** All words with the boxes of the cards they stand in, where they do not fit. */
      cut: [...root.querySelectorAll('rect[rx="3"]')].flatMap((card) => {
        const [box, own] = [card.getBoundingClientRect(), card.parentElement!.querySelectorAll('text')];
        return [...own]
          .filter((text) => {
            const words = text.getBoundingClientRect();
            return words.right > box.right + 1 || words.bottom > box.bottom + 1;
          })
          .map((text) => text.textContent);
      }),
      paper: root.querySelector('rect')!.getAttribute('fill'),
      scripts: root.querySelectorAll('script, foreignObject, [onload], [href]').length,
      left: new XMLSerializer().serializeToString(root).includes('var(--'),
    };
  });
}

const SIGHTS = {
  map: '',
  'map with something selected': `#select=${JUDGMENT.id}`,
  debate: `#view=debate&topic=${JUDGMENT.id}`,
  'matrix of questions': '#view=matrix',
  'matrix of claims': '#view=matrix&matrix=claims',
  coalitions: '#view=coalitions',
} as const;

for (const [name, hash] of Object.entries(SIGHTS))
  test(`the ${name} can be saved as a picture that stands by itself, on white paper`, async ({
    page,
    visit,
  }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await visit(hash);
    const address = page.url();
    const svg = (await savePicture(page, 'SVG')).toString();
    const read = await readPicture(page, svg);
    expect(read).toMatchObject({ faults: 0, name: 'svg', scripts: 0, left: false, outside: [], cut: [] });
    expect(read.paper).toBe('rgb(255, 255, 255)');
    // An address is broken where the line is full.
    expect(read.words.at(-1)!.replaceAll(' ', '')).toBe(`Claimscape:${address}`);
  });

test('the picture of a debate tells all who take part, the times and the sides', async ({ page, visit }) => {
  await visit(SIGHTS.debate);
  const { words } = await readPicture(page, (await savePicture(page, 'SVG')).toString());
  const about = EDGES.filter(({ type, target }) => type === 'about' && target === JUDGMENT.id);
  for (const { source } of about) expect(words).toContain(toNode(source).label);
  for (const word of [
    JUDGMENT.label,
    JUDGMENT.poles.for,
    'disputes',
    'inferred by the coder',
    'ADCS',
    '2014',
  ])
    expect(words).toContain(word);
  expect(words.join(' ')).toContain(
    'on others that dispute or answer them, or are disputed or answered by them, each where it was first said',
  );
});

test('the picture of a part of the map counts what is in it', async ({ page, visit }) => {
  await visit('');
  const read = async () => {
    const svg = (await savePicture(page, 'SVG')).toString();
    const drawn = (name: string) =>
      page.evaluate(
        ([text, path]) =>
          new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll(path).length,
        [svg, `g[clip-path] > g > ${name}`] as const,
      );
    const [, nodes, lines] = />(\d+) nodes?, ([\d,]+) lines?</.exec(svg)!;
    expect(await drawn('g > circle:first-child')).toBe(Number(nodes));
    return { nodes: Number(nodes), lines: Number(lines!.replace(',', '')) };
  };
  expect(await read()).toEqual({ nodes: NODES.length, lines: EDGES.length });
  const map = page.getByRole('application');
  await map.focus();
  for (let times = 0; times < 6; times++) await map.press('+');
  await settle(page);
  const { nodes, lines } = await read();
  expect(nodes).toBeGreaterThan(0);
  expect(nodes).toBeLessThan(NODES.length / 2);
  expect(lines).toBeGreaterThan(0);
  expect(lines).toBeLessThan(EDGES.length);
});

test('a picture shows what the filters leave, and says so', async ({ page, visit }) => {
  await visit(`#view=debate&topic=${JUDGMENT.id}&q=actor:organisation:adcs`);
  const { words } = await readPicture(page, (await savePicture(page, 'SVG')).toString());
  expect(words.some((line) => line.includes('Shown: Said by: ADCS'))).toBe(true);
  expect(words).not.toContain('Impower');
  await page.goto(`/#view=debate&topic=${JUDGMENT.id}&q=date:1990`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  await expect(page.getByRole('alert')).toContainText('There is nothing to draw');
});

test('as PNG a picture is as wide and high as the drawing, twice as fine', async ({ page, visit }) => {
  await visit(SIGHTS['matrix of questions']);
  const svg = (await savePicture(page, 'SVG')).toString();
  const png = await savePicture(page, 'PNG');
  const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * width!, 2 * height!]);
  // A phone that paints only half as many dots paints it as fine as it is drawn.
  await page.evaluate(
    (most) => {
      const paint = Reflect.get(HTMLCanvasElement.prototype, 'toBlob');
      HTMLCanvasElement.prototype.toBlob = function (give, ...more) {
        if (this.width * this.height > most) give(null);
        else paint.call(this, give, ...more);
      };
    },
    2 * width! * height!,
  );
  const coarse = await savePicture(page, 'PNG');
  expect([coarse.readUInt32BE(16), coarse.readUInt32BE(20)]).toEqual([width, height]);
});

test('names that are markup are words in a picture', async ({ page, visit }) => {
  const label = 'Ofsted <script>alert(1)</script> & "co"';
  const files = Object.fromEntries(
    Object.entries(FILES).map(([name, text]) => [
      name,
      text.replaceAll('"label": "Ofsted"', `"label": ${JSON.stringify(label)}`),
    ]),
  );
  await serve(page, files);
  await visit('#view=matrix');
  await expect(page.getByRole('region', { name: 'Matrix', exact: true })).toContainText('<script>');
  const svg = (await savePicture(page, 'SVG')).toString();
  const { words, scripts, faults } = await readPicture(page, svg);
  expect(words).toContain(label);
  expect({ scripts, faults }).toEqual({ scripts: 0, faults: 0 });
});

test('what a view cannot be drawn from says where to go', async ({ page, visit }) => {
  await visit('#view=table');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog).toContainText('For a picture, open the map, a debate, the matrix or coalitions');
  await expect(dialog).toContainText('“Save as CSV” above the table');
  await expect(dialog.getByRole('button', { name: 'Save as SVG' })).toHaveCount(0);
});

test('a comparison is saved as CSV: all claims of both, each with its words', async ({ page, visit }) => {
  await visit('#view=compare&compare=organisation:impower,organisation:ofsted');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('claimscape-comparison.csv');
  const text = readFileSync(await download.path(), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  // What Impower says, itself or in its reports.
  const reports = EDGES.flatMap(({ type, source, target }) =>
    type === 'authored' && source === 'organisation:impower' && target.startsWith('report:') ? [target] : [],
  );
  const own = EDGES.filter(
    ({ type, source, target }) =>
      (type === 'authored' || type === 'states') &&
      ['organisation:impower', ...reports].includes(source) &&
      /^(claim|recommendation):/.test(target),
  );
  for (const { target, passages } of own) {
    const row = data.find(({ Id }) => Id === target)!;
    expect(row['Who says it']).toMatch(/^Impower/);
    expect(row.Claim).toBe(toNode(target).label);
    expect(row['Its words in the article']).toContain(passages[0]!.quote);
    expect(row.Article).toContain(toNode(passages[0]!.article).label);
  }
  const between = EDGES.filter(({ type, source, target }) => {
    const [mine, theirs] = [own.some((edge) => edge.target === target), data.find(({ Id }) => Id === source)];
    return type === 'disputes' && mine && theirs?.['Who says it'] === 'Ofsted';
  });
  expect(between.length).toBeGreaterThan(0);
  for (const { source, target } of between)
    expect(data.find(({ Id }) => Id === source)).toMatchObject({
      'Where they stand': expect.stringContaining('they disagree'),
      'How it stands to the other side': expect.stringContaining(toNode(target).label),
    });
});

test('a picture that is still being drawn when the dialog is closed is not saved', async ({
  page,
  visit,
}) => {
  await visit();
  let go: () => void = () => {};
  const held = new Promise<void>((resume) => (go = resume));
  await page.route(/\/draw-[^/]*\.js/, async (route) => {
    await held;
    await route.continue();
  });
  const downloads: string[] = [];
  page.on('download', (download) => downloads.push(download.suggestedFilename()));
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Save as SVG' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  go();
  // By the time another is saved, the one before would be, too.
  expect((await savePicture(page, 'PNG')).length).toBeGreaterThan(0);
  expect(downloads).toEqual(['claimscape-map.png']);
});

test('a briefing is saved as Word: each claim of the debate under its side, and links to its words', async ({
  page,
  visit,
}) => {
  await visit(`#view=debate&topic=${JUDGMENT.id}&q=speech:direct`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as Word' }).click(),
  ]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(download.suggestedFilename()).toBe('claimscape-briefing.docx');
  const { value: html } = await mammoth.convertToHtml({ path: await download.path() });
  const written = await page.evaluate((text) => {
    const { body } = new DOMParser().parseFromString(text, 'text/html');
    const [link] = body.querySelectorAll('a');
    return {
      words: body.textContent,
      sides: [...body.querySelectorAll('h2')].map(({ textContent }) => textContent),
      link: link!.getAttribute('href')!,
      voice: link!.closest('p')!.textContent,
    };
  }, html);
  expect(written.words).toContain('Shown: Speech: quoted');
  expect(written.sides).toContainEqual(
    expect.stringMatching(/^Against: A single word misleads or does harm \(\d+\)$/),
  );
  // A link shows the words it stands behind.
  await page.goto('about:blank');
  await page.goto(written.link);
  await expect(toFront(page).first()).toBeVisible();
  expect((await toFront(page).allTextContents()).join(' ')).toContain(written.voice.match(/“([^“”]+)/)![1]);
});

test('where nobody says anything, no briefing is written, and that is said', async ({ page, visit }) => {
  await visit('#q=type:article');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('button', { name: 'Save as Word' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Nobody says anything');
});
