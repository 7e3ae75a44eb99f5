// Writes a corpus as JSON: { nodes, edges }, one node or edge a line.
import type { Corpus } from '../model';
import { toEdgeRecord, toNodeRecord } from './record';

function* writeLines<T>(items: Iterable<T>, toRecord: (item: T) => object): Generator<string> {
  let separator = '\n';
  for (const item of items) {
    yield separator + JSON.stringify(toRecord(item));
    separator = ',\n';
  }
}

/** The corpus as JSON text in pieces, in the order of the corpus. Of nodes and edges nothing is lost: lone surrogates are written as escapes. */
export function* writeJson(corpus: Corpus): Generator<string> {
  yield '{\n"nodes": [';
  yield* writeLines(corpus.nodes.values(), (node) => toNodeRecord(corpus, node));
  yield '\n],\n"edges": [';
  yield* writeLines(corpus.edges.values(), (edge) => toEdgeRecord(corpus, edge));
  yield '\n]\n}\n';
}
