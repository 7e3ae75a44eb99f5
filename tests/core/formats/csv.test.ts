// CSV as spreadsheets and scripts read it: nothing lost, nothing run.
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../src/core/formats/csv';
import { CORPUS } from '../../shipped';

const write = (header: readonly string[], rows: Iterable<readonly string[]>) =>
  [...writeCsv(header, rows)].join('');
/** As another program reads it. */
const read = (text: string) => {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  return data.slice(0, -1);
};

describe('CSV', () => {
  test('begins with the mark of UTF-8 and ends every line with CR LF', () => {
    expect(write(['a', 'b'], [['1', 'Zoë, “x”']])).toBe('\uFEFFa,b\r\n1,"Zoë, “x”"\r\n');
    expect(write(['only'], [])).toBe('\uFEFFonly\r\n');
  });

  test('quotes what has a comma, a quotation mark, a line end, or a space at an end', () => {
    expect(write(['c'], [['a,b'], ['say "so"'], ['a\nb'], ['a\r\nb'], [' a'], ['a b']])).toBe(
      '\uFEFFc\r\n"a,b"\r\n"say ""so"""\r\n"a\nb"\r\n"a\r\nb"\r\n" a"\r\na b\r\n',
    );
  });

  test.each([
    ['=HYPERLINK("http://evil.example","x")', `"'=HYPERLINK(""http://evil.example"",""x"")"`],
    ['+44 20', `'+44 20`],
    ['-1+1', `'-1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\t=1', `'\t=1`],
    ['\r=1', `"'\r=1"`],
    ['\n=1', `"'\n=1"`],
    ['=1\n+1', `"'=1\n+1"`],
    ['＝1', `'＝1`],
    [' =1', `' =1`],
    ['\u00A0@A1', `'\u00A0@A1`],
    ['\u200B=1', `'\u200B=1`],
    ['\uFEFF-1', `'\uFEFF-1`],
    ['\0=1', `'\0=1`],
  ])('lets no spreadsheet run %j', (cell, expected) => {
    expect(write(['c'], [[cell]])).toBe(`\uFEFFc\r\n${expected}\r\n`);
    expect(write([cell], [])).toBe(`\uFEFF${expected}\r\n`);
  });

  test('leaves alone what only has such a character inside', () => {
    expect(write(['c'], [['a=b'], ['one-word'], ['–1'], ['a@b']])).toBe(
      '\uFEFFc\r\na=b\r\none-word\r\n–1\r\na@b\r\n',
    );
  });

  test('leaves alone negative numbers, which are read as numbers', () => {
    expect(write(['c'], [['-0.340'], ['-12']])).toBe('\uFEFFc\r\n-0.340\r\n-12\r\n');
    expect(write(['c'], [['-1.2.3'], ['-1e5'], ['-0x1'], ['-1 ']])).toBe(
      `\uFEFFc\r\n'-1.2.3\r\n'-1e5\r\n'-0x1\r\n"'-1 "\r\n`,
    );
  });

  test('is read back by another program as it was, whatever the cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('"', ',', '\n', '\r\n', '""', ' ', 'é'),
    );
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(rows, (table) => {
        const safe = table.map((row) =>
          row.map((text) =>
            /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u.test(text) ? `'${text}` : text,
          ),
        );
        expect(read(write(table[0]!, table.slice(1)).slice(1))).toEqual(safe);
      }),
    );
  });

  test('holds every passage of the corpus to the letter', () => {
    const rows = [...CORPUS.edges.values()].map(({ id, passages }) => [id, passages[0]!.quote]);
    expect(read(write(['id', 'quote'], rows).slice(1)).slice(1)).toEqual(rows);
  });
});
