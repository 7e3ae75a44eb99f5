// What the commands print, as text.
import { accountFor } from '../core/corpus';
import type { Corpus } from '../core/model';
import { toYears } from '../core/debate';
import type { QueryError } from '../core/query';
import { EDGE_TYPES, NODE_TYPES } from '../core/vocabulary';

const plural = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;

/** How every article is accounted for: a line each, and (`all`) a line for every sentence left out. */
export function* printCoverage(corpus: Corpus, all: boolean): Generator<string> {
  for (const [id, { node }] of corpus.articles) {
    const sentences = accountFor(corpus, id);
    const left = sentences.filter(({ state }) => state === 'left out');
    yield `seeds/${node.seed}: ${plural(sentences.length, 'sentence')}, ${sentences.length - left.length} coded, ${left.length} left out\n`;
    if (all) for (const { reason, text } of left) yield `  ${reason}: ${text}\n`;
  }
}

/** How many of everything there are. */
export function* printStats(corpus: Corpus): Generator<string> {
  const counts = new Map<string, number>();
  for (const { type } of [...corpus.nodes.values(), ...corpus.edges.values()])
    counts.set(type, (counts.get(type) ?? 0) + 1);
  const row = (name: string, number: number) => `${name.padEnd(16)}${String(number).padStart(6)}\n`;
  yield `${plural(corpus.articles.size, 'article')}, ${toYears(corpus)}\n\n`;
  for (const type of NODE_TYPES) yield row(type, counts.get(type) ?? 0);
  yield `${row('nodes', corpus.nodes.size)}\n`;
  for (const type of EDGE_TYPES) yield row(type, counts.get(type) ?? 0);
  yield row('edges', corpus.edges.size);
  const inferred = [...corpus.edges.values()].filter(({ basis }) => basis === 'inferred').length;
  yield row('  inferred', inferred);
  const passages = [...corpus.nodes.values(), ...corpus.edges.values()].reduce(
    (sum, item) => sum + item.passages.length,
    0,
  );
  yield row('passages', passages);
}

/** A query that cannot be read, with a mark under the place. */
export function printQueryError(query: string, { message, at }: QueryError): string {
  return `the query cannot be read: ${message}\n  ${query}\n  ${' '.repeat(at)}^`;
}
