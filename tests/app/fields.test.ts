// What a form is filled with is what it gives back: nothing of an item is lost by saving it.
import { describe, expect, test } from 'vitest';
import {
  findDateFaults,
  readValues,
  toEdgeFields,
  toNodeFields,
  toValues,
  type Field,
} from '../../src/app/coding/fields';
import { printOrigin } from '../../src/app/origin';
import { findLacks } from '../../src/core/article/addition';
import { toStored } from '../../src/core/graphfile';
import type { GraphEdge, GraphNode } from '../../src/core/model';
import { CORPUS } from '../shipped';

/** What stands in no field, since it is chosen, not written: where lines lead, and the words. */
const CHOSEN = ['id', 'type', 'source', 'target', 'passages', 'datePassage', 'seed', 'provenance'];
const toWritten = (item: GraphNode | GraphEdge) =>
  Object.fromEntries(Object.entries(toStored(item)).filter(([name]) => !CHOSEN.includes(name)));
const write = (item: object, fields: readonly Field[]) => readValues(fields, toValues(item, fields));

describe('a form', () => {
  test('gives back everything of every node of the corpus', () => {
    for (const node of CORPUS.nodes.values())
      expect({ id: node.id, ...write(node, toNodeFields(node.type)) }).toEqual({
        id: node.id,
        ...toWritten(node),
      });
  });

  test('gives back the web address of an article, and none where it is emptied', () => {
    const article = { ...CORPUS.nodes.get('article:too-tough-2015')!, url: 'https://example.org/a' };
    const fields = toNodeFields('article');
    expect(write(article, fields)).toMatchObject({ url: 'https://example.org/a' });
    expect(readValues(fields, { ...toValues(article, fields), url: ' ' })).not.toHaveProperty('url');
  });

  test('gives back everything of every line of the corpus', () => {
    for (const edge of CORPUS.edges.values()) {
      const fields = toEdgeFields(edge.type, CORPUS.nodes.get(edge.target)!.type, { basis: edge.basis });
      expect({ id: edge.id, ...write(edge, fields) }).toEqual({ id: edge.id, ...toWritten(edge) });
    }
  });

  test('takes names a line each, and leaves away what says nothing, but for what must not be missing', () => {
    const fields = toNodeFields('organisation');
    expect(readValues(fields, { label: ' Ofsted ', aliases: 'the inspectorate\n\n the watchdog\n' })).toEqual(
      {
        label: 'Ofsted',
        aliases: ['the inspectorate', 'the watchdog'],
      },
    );
    expect(readValues(fields, { label: '', aliases: '\n', collective: 'true' })).toEqual({
      label: '',
      collective: true,
    });
  });
});

test('a date in a form is understood as where an article is added, or refused in the same words', () => {
  const fields = toNodeFields('report');
  const toDate = (date: string) =>
    (readValues(fields, { label: 'A report', date }) as { date?: string }).date;
  expect(['5 March 2022', 'March 2022', ' 2022? ', '2022-21', ''].map(toDate)).toEqual([
    '2022-03-05',
    '2022-03',
    '2022?',
    '2022-21',
    undefined,
  ]);
  expect(findDateFaults(fields, { date: 'soon' })).toEqual({
    date: findLacks({ ...LACKS, date: 'soon' }).date,
  });
  expect(findDateFaults(fields, { date: '5 March 2022' })).toEqual({});
  expect(findDateFaults(fields, { date: '' })).toEqual({});
});
const LACKS = { title: '', publisher: '', url: '' };

describe('how something was coded', () => {
  const claim = [...CORPUS.nodes.values()][0]!;
  test.each([
    [undefined, ''],
    [{}, ''],
    [{ at: '2026-11-22T09:30:00Z' }, 'Coded on 22 November 2026.'],
    [{ coder: 'A. Coder', at: '2026-11-22T23:59:59Z' }, 'Coded by A. Coder on 22 November 2026.'],
    [{ rule: 'according-to', confidence: 0.82 }, 'Proposed by the rule ‘according to’ (82 %).'],
    [
      { rule: 'according-to', confidence: 0.82, coder: 'A. Coder', at: '2026-11-22T09:30:00Z' },
      'Proposed by the rule ‘according to’ (82 %), accepted by A. Coder on 22 November 2026.',
    ],
  ])('is told in a sentence: %o', (provenance, sentence) => {
    expect(printOrigin({ ...claim, provenance })).toBe(sentence);
  });
});
