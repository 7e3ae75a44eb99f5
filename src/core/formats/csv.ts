// Writes rows of text as CSV, no cell of which a spreadsheet runs.

/**
 * What makes a spreadsheet take a cell for a formula (OWASP, CSV injection), their full-width twins included; also behind
 * spaces and characters that are not seen, which some leave out.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** What is a number and nothing else, which no formula is. */
const NUMBER = /^-?\d+(?:\.\d+)?$/;

const toCell = (text: string) => {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
const toLine = (cells: readonly string[]) => `${cells.map(toCell).join(',')}\r\n`;

/**
 * A table as CSV (RFC 4180) in pieces, one a row, with the byte order mark by which Excel knows UTF-8. A cell that a
 * spreadsheet would run as a formula has an apostrophe in front; all else, negative numbers too, is as given, line ends within
 * cells as well.
 */
export function* writeCsv(header: readonly string[], rows: Iterable<readonly string[]>): Generator<string> {
  yield `\uFEFF${toLine(header)}`;
  for (const row of rows) yield toLine(row);
}
