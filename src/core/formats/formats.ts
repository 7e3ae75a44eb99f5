// The one table of file formats: what each is called, and how a corpus is written in it.
import type { Statement } from '../discourse';
import type { Corpus } from '../model';
import type { Coverage, Network } from '../network';
import type { Steps } from '../steps';
import { countEvents, writeEvents } from './events';
import { countForbidden, writeGraphml } from './graphml';
import { writeJson } from './json';
import { countForbiddenNames, writeNetwork as writeGraphmlNetwork, writeTieRows } from './network';
import {
  describeNetwork,
  isNetwork,
  toExport,
  toNetwork,
  toStatementsOf,
  type Part,
  type Size,
} from './part';
import type { About } from './record';

export type { About } from './record';

export const FORMAT_IDS = ['graphml', 'json', 'csv'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

type Format = {
  /** What people call it. */
  label: string;
  /** The ending of its files' names, without the dot. */
  extension: string;
  mime: string;
  /**
   * A network as text, in chunks of about 64 kB that never part a character; an empty one is a pause in long work, for a page
   * that wants to answer meanwhile. The same corpus gives the same text. Absent where the format is for the graph alone.
   */
  writeNetwork?: (corpus: Corpus, network: Network, about: About) => Iterable<string>;
  /** How many characters of what a network names the format cannot hold, and removes; absent where it holds them all. */
  countRemovedNames?: (network: Network, about: About) => number;
};

/** A format that a graph is written in, node by node and edge by edge. */
export type GraphFormat = Format & {
  /**
   * The corpus as text, likewise. Where `corpus` is a part of a `whole`, give the whole too: a claim is then dated by its first
   * utterance even where the part leaves that utterance out.
   */
  write: (corpus: Corpus, about: About, whole?: Corpus) => Iterable<string>;
  /** How many characters of the texts `write` removes, likewise. */
  countRemoved?: (corpus: Corpus, about: About) => Steps<number>;
};

/** A format of rows, in which who says what is written of a graph, as text likewise. */
export type RowsFormat = Format & {
  writeStatements: (corpus: Corpus, statements: readonly Statement[]) => Iterable<string>;
};

const CHUNK = 65_536;

function* toChunks(pieces: Iterable<string>): Generator<string> {
  // Joined at once: a string that grows piece by piece leaves three times as much behind.
  let chunk: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    chunk.push(piece);
    length += piece.length;
    if (piece !== '' && length < CHUNK) continue;
    yield chunk.join('');
    chunk = [];
    length = 0;
  }
  if (length > 0) yield chunk.join('');
}

/** Every format a corpus can be exported to. */
export const FORMATS: Readonly<Record<'graphml' | 'json', GraphFormat> & Record<'csv', RowsFormat>> = {
  graphml: {
    label: 'GraphML',
    extension: 'graphml',
    mime: 'application/graphml+xml',
    write: (corpus, about, whole) => toChunks(writeGraphml(corpus, about, whole)),
    writeNetwork: (corpus, network, about) => toChunks(writeGraphmlNetwork(corpus, network, about)),
    countRemoved: countForbidden,
    countRemovedNames: countForbiddenNames,
  },
  json: {
    label: 'JSON',
    extension: 'json',
    mime: 'application/json',
    write: (corpus) => toChunks(writeJson(corpus)),
  },
  csv: {
    label: 'CSV',
    extension: 'csv',
    mime: 'text/csv',
    writeStatements: (corpus, statements) => toChunks(writeEvents(corpus, statements)),
    writeNetwork: (corpus, network) => toChunks(writeTieRows(corpus, network)),
  },
};

/** Something ready to be written in a format: how much it is, and how many characters the format cannot hold of it. */
export type Prepared = { removed: number; write: () => Iterable<string> } & (
  | { size: Size; coverage?: Coverage; rows?: undefined }
  | { rows: number; size?: undefined; coverage?: undefined }
);

/**
 * Makes a part of a corpus ready to be written.
 * @throws Error where a network is asked for in a format that is for the graph alone.
 */
export function* prepareExport(corpus: Corpus, part: Part, id: FormatId): Steps<Prepared> {
  const format = FORMATS[id];
  if (isNetwork(part)) {
    const { label, writeNetwork, countRemovedNames } = format;
    if (!writeNetwork) throw new Error(`${label} is for the graph itself: write a network as GraphML or CSV`);
    const network = yield* toNetwork(corpus, part);
    const about = describeNetwork(corpus, part, network);
    return {
      size: { nodes: network.nodes.size, edges: network.size },
      coverage: network.coverage,
      removed: countRemovedNames?.(network, about) ?? 0,
      write: () => writeNetwork(corpus, network, about),
    };
  }
  if ('writeStatements' in format) {
    const statements = yield* toStatementsOf(corpus, part);
    return {
      rows: yield* countEvents(corpus, statements),
      removed: 0,
      write: () => format.writeStatements(corpus, statements),
    };
  }
  const { corpus: some, about } = yield* toExport(corpus, part);
  return {
    size: { nodes: some.nodes.size, edges: some.edges.size },
    removed: format.countRemoved ? yield* format.countRemoved(some, about) : 0,
    write: () => format.write(some, about, corpus),
  };
}
