// Pictures of the views: well-formed whatever the labels say, all that is shown in them, and nothing over anything else.
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { CoalitionsFigure } from '../../src/app/figures/CoalitionsFigure';
import { DebateFigure } from '../../src/app/figures/DebateFigure';
import { MapFigure } from '../../src/app/figures/MapFigure';
import { MatrixFigure } from '../../src/app/figures/MatrixFigure';
import type { Outline } from '../../src/app/canvas/outline';
import { toAllCells, toLead, toShownCells } from '../../src/app/views/cells';
import { printPair, toJoined, toVisibleCoalitions } from '../../src/app/views/pairs';
import { toTexts } from '../../src/app/views/units';
import { START } from '../../src/app/view';
import { printShortDate } from '../../src/core/date';
import { toDebate } from '../../src/core/lanes';
import { toEntries } from '../../src/core/matrix';
import type { Corpus } from '../../src/core/model';
import { EVERYTHING } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const ALL = new Set([...CORPUS.nodes.keys(), ...CORPUS.edges.keys()]);
const TOPICS = [...CORPUS.nodes.values()].filter((node) => node.type === 'topic');
const caption = {
  title: 'A <title> & more',
  notes: ['5 “articles”'],
  link: 'https://example.org/#q=a&b=<c>',
};
/** Letters of one width. */
const measure = (text: string, font: string) => text.length * Number(/([\d.]+)px/.exec(font)![1]) * 0.55;

const HOSTILE = '</tspan></text><script>alert(1)</script><svg onload="x"> ]]> & "q"';
/** The corpus with every name and statement an attack. */
const ATTACKING: Corpus = {
  ...CORPUS,
  nodes: new Map([...CORPUS.nodes].map(([id, node]) => [id, { ...node, label: `${HOSTILE} ${id}` }])),
};

/** What an XML parser has against some files: nothing, where they are well-formed. */
async function findFaults(files: readonly string[]): Promise<string[]> {
  const { errors } = await validateXML({
    xml: files.map((contents, index) => ({ fileName: `figure-${index}.svg`, contents })),
    normalization: 'format',
  });
  return errors.map(({ message }) => message);
}

/** What is read in a picture, without spaces, since lines are broken at them. */
const toWords = (svg: string) =>
  svg
    .replace(/<[^>]*>/g, '')
    .replace(
      /&(lt|gt|amp|quot|#x27);/g,
      (_, name: string) => ({ lt: '<', gt: '>', amp: '&', quot: '"' })[name] ?? "'",
    )
    .replace(/\s+/g, '');
const squeeze = (text: string) => text.replace(/\s+/g, '');

function drawDebate(corpus: Corpus, topic: (typeof TOPICS)[number]): string {
  const debate = atOnce(toDebate(corpus, topic.id, EVERYTHING, ALL));
  const texts = toTexts(corpus, topic.id, debate);
  return draw(createElement(DebateFigure, { debate, texts, poles: topic.poles, caption, measure }));
}
const draw = (figure: ReactElement) => renderToStaticMarkup(figure);

function drawMatrix(corpus: Corpus, across: 'topics' | 'claims'): string {
  const all = atOnce(toAllCells(corpus, { ...START, matrix: across }, ALL));
  const matrix = atOnce(toShownCells(corpus, all, 'agreement'));
  return draw(createElement(MatrixFigure, { corpus, matrix, across, caption, measure }));
}

function drawCoalitions(corpus: Corpus, actors = START.coalitions.actors): string {
  const standing = atOnce(toVisibleCoalitions(corpus, START.query, ALL, { times: 1, actors }));
  const { joined, most } = toJoined(standing.pairs, START.coalitions);
  return draw(createElement(CoalitionsFigure, { corpus, standing, joined, most, caption, measure }));
}

function toOutline(label: string): Outline {
  const dot = (x: number) => ({ x, y: 50, radius: 8 });
  const node = (id: string, x: number) =>
    ({ id, type: 'claim', ...dot(x), faded: false, ring: '#fff', ringWidth: 1.5 }) as const;
  return {
    width: 400,
    height: 100,
    nodes: [node('claim:a', 50), node('claim:b', 350)],
    edges: [
      {
        id: 'disputes:a-to-b',
        type: 'disputes',
        source: dot(50),
        target: dot(350),
        colour: '#c00',
        width: 2,
        look: { curvature: 0.12, dashed: true, arrow: true },
      },
    ],
    labels: [
      {
        item: { text: label, x: 50, y: 50, radius: 8, rank: 0, face: 'name', colour: '--ink' },
        lines: [label],
        x: 50,
        y: 70,
        line: 16,
        font: '600 13px',
        box: { left: 0, right: 100, top: 60, bottom: 80 },
      },
    ],
  };
}

describe('a picture of a debate', () => {
  test('tells every claim, who says it and when, in every debate', async () => {
    expect(await findFaults(TOPICS.map((topic) => drawDebate(CORPUS, topic)))).toEqual([]);
    for (const topic of TOPICS) {
      const words = toWords(drawDebate(CORPUS, topic));
      const debate = atOnce(toDebate(CORPUS, topic.id, EVERYTHING, ALL));
      const { cards } = debate;
      const texts = toTexts(CORPUS, topic.id, debate);
      for (const { id, label, speaker } of cards) {
        const { date, range } = texts.own(id);
        const said = squeeze(label + texts.name(speaker));
        expect(words).toContain(said);
        const year = texts.name(speaker).endsWith(`(${range.year})`)
          ? String(range.year)
          : printShortDate(date);
        expect(words.slice(words.indexOf(said) + said.length - 6).slice(0, 14)).toContain(squeeze(year));
      }
      for (const body of new Set(cards.map((card) => card.body)))
        expect(words).toContain(squeeze(texts.name(body)));
      if (cards.some(({ stance }) => stance === 'for')) expect(words).toContain(squeeze(topic.poles.for));
    }
  });

  test('has no card over another, and none outside the picture', () => {
    for (const topic of TOPICS) {
      const svg = drawDebate(CORPUS, topic);
      const boxes = [
        ...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="3"/g),
      ].map((match) => match.slice(1).map(Number) as [number, number, number, number]);
      expect(boxes).toHaveLength(atOnce(toDebate(CORPUS, topic.id, EVERYTHING, ALL)).cards.length);
      const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);
      for (const [index, [x, y, w, h]] of boxes.entries()) {
        expect(x + w).toBeLessThan(width!);
        expect(y + h).toBeLessThan(height!);
        for (const [x2, y2, w2, h2] of boxes.slice(index + 1))
          expect(x + w <= x2 || x2 + w2 <= x || y + h <= y2 || y2 + h2 <= y).toBe(true);
      }
    }
  });

  test('draws what is inferred dashed, and only that', () => {
    for (const topic of TOPICS) {
      const { edges } = atOnce(toDebate(CORPUS, topic.id, EVERYTHING, ALL));
      const svg = drawDebate(CORPUS, topic);
      const curves = [...svg.matchAll(/<path d="M[^"]*Q[^"]*" fill="none"[^>]*>/g)].map(([path]) => path);
      expect(curves).toHaveLength(edges.length);
      expect(curves.filter((path) => path.includes('stroke-dasharray'))).toHaveLength(
        edges.filter(({ basis }) => basis === 'inferred').length,
      );
    }
  });
});

describe('a picture of the matrix', () => {
  test.each(['topics', 'claims'] as const)(
    'of %s has every row and column, and in each cell its number',
    async (across) => {
      const svg = drawMatrix(CORPUS, across);
      expect(await findFaults([svg])).toEqual([]);
      const words = toWords(svg);
      const all = atOnce(toAllCells(CORPUS, { ...START, matrix: across }, ALL));
      const matrix = atOnce(toShownCells(CORPUS, all, 'agreement'));
      for (const row of matrix.rows) expect(words).toContain(squeeze(row.label));
      const cells = matrix.rows.flatMap(({ id }) =>
        matrix.columns.map((column) => toEntries(matrix, id, column)).filter((entries) => entries.length > 0),
      );
      const drawn = [...svg.matchAll(/fill="var\((--[a-z]+)\)" fill-opacity="[\d.]+"/g)];
      expect(drawn).toHaveLength(cells.length);
      for (const entries of cells) expect(svg).toContain(`>${toLead(entries).number}</tspan>`);
    },
  );
});

describe('a picture of the coalitions', () => {
  test('of people names them, and the bodies they speak for', async () => {
    const svg = drawCoalitions(CORPUS, 'people');
    expect(await findFaults([svg])).toEqual([]);
    const words = toWords(svg);
    for (const name of ['Steve Crocker', 'Clive Diaz', 'Eileen Munro', 'ADCS', 'Cardiff University'])
      expect(words).toContain(squeeze(name));
    expect(words).not.toContain(squeeze('Impower'));
  });

  test('has all actors, and a line for each way in which two are joined', async () => {
    const svg = drawCoalitions(CORPUS);
    expect(await findFaults([svg])).toEqual([]);
    const { pairs } = atOnce(toVisibleCoalitions(CORPUS, START.query, ALL, START.coalitions));
    const lines = [...svg.matchAll(/<path d="M[^"]*" fill="none"[^>]*>/g)].map(([path]) => path);
    const [same, opposite] = [pairs.filter((one) => one.same[0]), pairs.filter((one) => one.opposite[0])];
    // Each with one of its key.
    expect(lines.filter((path) => !path.includes('dasharray'))).toHaveLength(same.length + 1);
    expect(lines.filter((path) => path.includes('dasharray'))).toHaveLength(opposite.length + 1);
    const words = toWords(svg);
    for (const name of pairs.flatMap((pair) => printPair(CORPUS, pair).split(' and ')))
      expect(words).toContain(squeeze(name));
  });
});

describe('a picture of the map', () => {
  test('has the nodes, the lines between them, and the names', async () => {
    const svg = draw(createElement(MapFigure, { outline: toOutline('Ofsted'), caption, measure }));
    expect(await findFaults([svg])).toEqual([]);
    expect(svg.match(/<circle [^>]*fill="#fff"/g)).toHaveLength(2);
    expect(svg.match(/stroke="#c00"[^>]*stroke-dasharray/g)).toHaveLength(1);
    expect(toWords(svg)).toContain('Ofsted');
  });
});

describe('whatever a name says', () => {
  test('an XML parser refuses what is not well-formed', async () => {
    expect(await findFaults([`<svg><text>${HOSTILE}</text></svg>`])).not.toEqual([]);
  });

  test.each([
    [
      'the debate',
      () =>
        drawDebate(
          ATTACKING,
          TOPICS.find(({ id }) => id === 'topic:one-word-judgment')!,
        ),
    ],
    ['the matrix', () => drawMatrix(ATTACKING, 'topics')],
    ['the coalitions', () => drawCoalitions(ATTACKING)],
    ['the map', () => draw(createElement(MapFigure, { outline: toOutline(HOSTILE), caption, measure }))],
  ])('%s shows it as words and stays well-formed', async (_, drawn) => {
    const svg = drawn();
    expect(await findFaults([svg])).toEqual([]);
    expect(svg).not.toMatch(/<script|<[a-z]+[^>]* on[a-z]+=/i);
    expect(toWords(svg)).toContain('<script>alert(1)</script>');
    expect(toWords(svg)).toContain('A<title>&more');
  });
});
