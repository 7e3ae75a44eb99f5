// The one table of file formats: what each is called, and how a corpus is written in it.
import type { Corpus } from '../model';
import type { Network } from '../network';
import type { Steps } from '../steps';
import { countEvents, writeEvents } from './events';
import { countForbidden, writeGraphml } from './graphml';
import { writeJson } from './json';
import { countForbiddenNames, writeNetwork as writeGraphmlNetwork, writeTieRows } from './network';
import { describeNetwork, isNetwork, toExport, toNetwork, type Part, type Size } from './part';
import type { About } from './record';

export type { About } from './record';

export const FORMAT_IDS = ['graphml', 'json', 'csv'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

export type Format = {
  /** What people call it. */
  label: string;
  /** The ending of its files' names, without the dot. */
  extension: string;
  mime: string;
  /**
   * The corpus as text, in chunks of about 64 kB that never part a character; an empty one is a pause in long work, for a
   * page that wants to answer meanwhile. The same corpus gives the same text.
   * Where `corpus` is a part of a `whole`, give the whole too: a claim is then dated by its first utterance even where the
   * part leaves that utterance out, and who speaks for whom is told.
   */
  write: (corpus: Corpus, about: About, whole?: Corpus) => Iterable<string>;
  /** A network as text, likewise; absent where the format is for the graph alone. */
  writeNetwork?: (corpus: Corpus, network: Network, about: About) => Iterable<string>;
  /** How many characters of the texts the format cannot hold and `write` removes; absent where it holds them all. */
  countRemoved?: (corpus: Corpus, about: About) => Steps<number>;
  /** Likewise of what a network names. */
  countRemovedNames?: (network: Network, about: About) => number;
  /** How many rows `write` makes of it, where that is not a node or an edge each. */
  countRows?: (corpus: Corpus, whole: Corpus) => Steps<number>;
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
export const FORMATS: Readonly<Record<FormatId, Format>> = {
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
    write: (corpus, _, whole = corpus) => toChunks(writeEvents(corpus, whole)),
    writeNetwork: (corpus, network) => toChunks(writeTieRows(corpus, network)),
    countRows: countEvents,
  },
};

/** Something ready to be written in a format: how much it is, in how many rows, and how many characters it cannot hold of it. */
export type Prepared = { size: Size; rows?: number; removed: number; write: () => Iterable<string> };

/**
 * Makes a part of a corpus ready to be written.
 * @throws Error where a network is asked for in a format that is for the graph alone.
 */
export function* prepareExport(corpus: Corpus, part: Part, format: FormatId): Steps<Prepared> {
  const { label, write, writeNetwork, countRemoved, countRemovedNames, countRows } = FORMATS[format];
  if (isNetwork(part)) {
    if (!writeNetwork) throw new Error(`${label} is for the graph itself: write a network as GraphML or CSV`);
    const network = yield* toNetwork(corpus, part);
    const about = describeNetwork(corpus, part, network);
    return {
      size: { nodes: network.nodes.size, edges: network.size },
      removed: countRemovedNames?.(network, about) ?? 0,
      write: () => writeNetwork(corpus, network, about),
    };
  }
  const { corpus: some, about } = yield* toExport(corpus, part);
  return {
    size: { nodes: some.nodes.size, edges: some.edges.size },
    ...(countRows && { rows: yield* countRows(some, corpus) }),
    removed: countRemoved ? yield* countRemoved(some, about) : 0,
    write: () => write(some, about, corpus),
  };
}
