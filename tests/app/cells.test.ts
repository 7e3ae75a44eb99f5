// The cell of a matrix at a glance: the side it leans to, and how much is on that side.
import { expect, test } from 'vitest';
import { toLead } from '../../src/app/views/cells';
import { toStatements } from '../../src/core/discourse';
import { toEntries, toTopicMatrix } from '../../src/core/matrix';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const matrix = atOnce(toTopicMatrix(CORPUS, toStatements(CORPUS)));
const ONE_WORD = 'topic:one-word-judgment';
const cell = (body: string) => toEntries(matrix, ONE_WORD, { body });

test('the number beside the sign of a side is of what is on that side', () => {
  const kinds = cell('organisation:ofsted').map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['for', 'neutral']));
  expect(toLead(cell('organisation:ofsted'))).toEqual({
    kind: 'for',
    number: String(kinds.filter((kind) => kind === 'for').length),
  });
  expect(toLead(cell('organisation:adcs')).kind).toBe('against');
  expect(toLead(cell('person:eileen-munro'))).toEqual({ kind: 'against', number: '2' });
});

test('what leans to neither side is mixed, and tells how much is on either, or else how much is both', () => {
  const tied = 'topic:inspection-improves';
  expect(toLead(toEntries(matrix, tied, { body: 'organisation:adcs' }))).toEqual({
    kind: 'mixed',
    number: '1:1',
  });
  expect(toLead(toEntries(matrix, tied, { body: 'person:eileen-munro' }))).toEqual({
    kind: 'mixed',
    number: '1:1',
  });
  for (const { id } of matrix.rows)
    for (const column of matrix.columns) {
      const entries = toEntries(matrix, id, column);
      if (entries.length === 0) continue;
      const { kind, number } = toLead(entries);
      const of = (one: string) => entries.filter((entry) => entry.kind === one).length;
      const isTie = of('for') === of('against') && of('for') > 0;
      expect(number).toBe(isTie ? `${of('for')}:${of('against')}` : String(of(kind)));
      expect(number).not.toBe('0');
    }
});
