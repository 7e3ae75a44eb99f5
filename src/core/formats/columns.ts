// What is written of a row, column by column; and what any GraphML is made of: keys in the order of columns, the data of rows
// under them, text and ids as its readers take them.
import type { Corpus } from '../model';
import { FORBIDDEN, toXmlText } from './xml';

export const toJsonText = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? toXmlText(part) : part));

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  // Line ends to XML 1.1 and to xmldom, which would read them as LF.
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};
/** Whatever may not stand as it is, and surrogates, which may where they are whole: most texts have none of it. */
const UNSAFE = /[^\t\n -%'-;=?-\x84\x86-\u2027\u2029-\uD7FF\uE000-\uFFFD]/;
export const printText = (text: string) =>
  UNSAFE.test(text) ? toXmlText(text).replace(/[&<>\u0085\u2028]/g, (char) => ESCAPES[char]!) : text;

/** What FORBIDDEN may find, found without taking surrogates together, which takes a third of the time. */
const SUSPECT = /[^\t\n\r -\uD7FF\uE000-\uFFFD]/;
export const countIn = (text: string) => (SUSPECT.test(text) ? (text.match(FORBIDDEN)?.length ?? 0) : 0);

/** How many forbidden characters the texts of a value have, however deep; the keys of objects are not counted. */
export function countDeep(value: unknown): number {
  if (typeof value === 'string') return countIn(value);
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  for (const key in value) count += countDeep((value as Record<string, unknown>)[key]);
  return count;
}

/** A GraphML key: its attr.name and attr.type, what a row has under it, and its id where readers know it by another. */
export type Column<R> = {
  name: string;
  type: 'string' | 'int' | 'double' | 'boolean';
  read: (row: R, corpus: Corpus) => string | number | boolean | undefined;
  id?: string;
};
type Read<R, V> = (row: R, corpus: Corpus) => V | undefined;
export const text = <R>(name: string, read: Read<R, string>, id?: string): Column<R> => ({
  name,
  type: 'string',
  read,
  id,
});
export const int = <R>(name: string, read: Read<R, number>): Column<R> => ({ name, type: 'int', read });
export const double = <R>(name: string, read: Read<R, number>): Column<R> => ({ name, type: 'double', read });
export const boolean = <R>(name: string, read: Read<R, boolean>): Column<R> => ({
  name,
  type: 'boolean',
  read,
});

/** A row's cell as text, unescaped; '' where it has none, which GraphML leaves out. */
function toCell<R>(column: Column<R>, row: R, corpus: Corpus): string {
  const value = column.read(row, corpus);
  return value === undefined ? '' : toXmlText(String(value));
}

/** The rows of columns as texts; a cell that has no value is empty. */
export function* toRows<R>(
  columns: readonly Column<R>[],
  rows: Iterable<R>,
  corpus: Corpus,
): Generator<string[]> {
  for (const row of rows) yield columns.map(({ read }) => String(read(row, corpus) ?? ''));
}

type Element = 'graph' | 'node' | 'edge';

/** Columns, each with the id of its key and the tags between the data before and its own. */
export const toKeys = <R>(element: Element, columns: readonly Column<R>[]) =>
  columns.map((column) => {
    const id = column.id ?? `${element[0]}_${column.name}`;
    return { ...column, element, id, tag: `</data><data key="${id}">` };
  });
type Key<R> = ReturnType<typeof toKeys<R>>[number];

/** Finds out which columns occur in any of the rows that it is shown. */
export function toOccurring<R>(element: Element, columns: readonly Column<R>[], corpus: Corpus) {
  let unseen = columns;
  const show = (row: R) => {
    if (unseen.some((column) => toCell(column, row, corpus) !== ''))
      unseen = unseen.filter((column) => toCell(column, row, corpus) === '');
  };
  return {
    show,
    toKeys: () =>
      toKeys(
        element,
        columns.filter((column) => !unseen.includes(column)),
      ),
  };
}

export const printKey = ({ id, element, name, type }: Key<never>) =>
  `  <key id="${id}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`;

/** The `<data>` of one element, on one line: Neo4j looks for an edge's type right behind the edge's tag. */
export function printData<R>(keys: readonly Key<R>[], row: R, corpus: Corpus): string {
  let data = '';
  for (const key of keys) {
    const value = key.read(row, corpus);
    if (value === undefined) continue;
    const cell = typeof value === 'string' ? printText(value) : String(value);
    if (cell !== '') data += key.tag + cell;
  }
  return data === '' ? '' : `${data.slice('</data>'.length)}</data>`;
}

/** Ids that XML (NMTOKEN) and the readers take as they are; networkx would make a number of an edge id without letters. */
const NODE_ID = /^[\w.:-]+$/;
const EDGE_ID = /^(?=.*[A-Za-z.:])[\w.:-]+$/;

/** XML ids for ids: the same where it is valid, else a valid one that no other has. */
function toXmlIds(ids: ReadonlyMap<string, unknown>, valid: RegExp, prefix: string): (id: string) => string {
  const mended = new Map<string, string>();
  const taken = new Set<string>();
  for (const id of ids.keys()) {
    if (valid.test(id)) continue;
    const stem = prefix + id.replace(/[^\w.:-]/gu, (char) => `_${char.codePointAt(0)!.toString(16)}_`);
    let xmlId = stem;
    for (let count = 2; taken.has(xmlId) || ids.has(xmlId); count += 1) xmlId = `${stem}.${count}`;
    taken.add(xmlId);
    mended.set(id, xmlId);
  }
  return mended.size === 0 ? (id) => id : (id) => mended.get(id) ?? id;
}

export const toNodeIds = (ids: ReadonlyMap<string, unknown>) => toXmlIds(ids, NODE_ID, 'n_');
export const toEdgeIds = (ids: ReadonlyMap<string, unknown>) => toXmlIds(ids, EDGE_ID, 'e_');

export const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;
