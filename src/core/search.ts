// Search as you type: names, statements and aliases of nodes, who says them, and the sentences of the articles.
import { readResponses, toTexts, type SearchIndex } from './indexing';
import { IN_A_NAME, MOST_FIT, NAMED, toFinder, type Fits } from './inverted';
import { adjacencyOf } from './adjacency';
import type { Corpus, GraphNode } from './model';
import { isSpeakerType, NODE_TYPES, type NodeType } from './vocabulary';
import type { Steps } from './steps';
import { fold, toPhrases, toWords } from './text';

/** A node that fits a search, or a sentence with the node or edge that best tells what it says, and which of its passages that is. */
export type Hit =
  | { kind: 'node'; node: GraphNode }
  | { kind: 'passage'; id: string; passage: number; article: string; quote: string };

/** Hits in their order, the best first, made when they are asked for. */
export type Hits<H extends Hit = Hit> = { length: number; slice: (start?: number, end?: number) => H[] };

/** All hits of a kind: nodes of a type, or, where it is undefined, sentences. */
export type Group =
  | { type: NodeType; hits: Hits<Extract<Hit, { kind: 'node' }>> }
  | { type: undefined; hits: Hits<Extract<Hit, { kind: 'passage' }>> };

/** All that a search finds: topics and speakers first where one is so named, then the kind of the best hit, sentences last. */
export type Found = { length: number; groups: readonly Group[] };

/** Ready to be searched again and again, in steps of a few milliseconds; there is more than one for common words only. */
export type Searcher = {
  /** What holds every word, at least as its beginning, and every "phrase" as it is. */
  find: (text: string) => Steps<Found>;
  /** The nodes that hold every word, at least as its beginning, in a name. */
  findNamed: (text: string) => Steps<Found>;
};

/** Who and what is looked for by name, rather than by what is said; claims that have the same words are far more. */
const leads = (type: NodeType) => type === 'topic' || isSpeakerType(type);

/** How many fits are told apart. */
const FITS = MOST_FIT + 1;

/** How many texts are read for phrases in a step. */
const READ = 50;

/**
 * Puts entries in order, by kind (of those without a type, the last) and then by fit, those that fit alike as they come: a
 * counting sort. Tells too where each kind starts and how well the best of it fits.
 */
function rank(
  entries: Uint32Array,
  fits: Uint16Array,
  types: Uint8Array,
): { sorted: Uint32Array; starts: Uint32Array; tops: Uint16Array } {
  const kinds = NODE_TYPES.length + 1;
  const boxes = new Uint32Array(kinds * FITS);
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]!;
    const kind = entry < types.length ? types[entry]! : kinds - 1;
    fits[at] = (kind + 1) * FITS - 1 - fits[at]!;
    boxes[fits[at]!]! += 1;
  }
  const starts = new Uint32Array(kinds + 1);
  const tops = new Uint16Array(kinds);
  let next = 0;
  for (let kind = 0; kind < kinds; kind++) {
    starts[kind] = next;
    for (let fit = FITS - 1; fit >= 0; fit--) {
      const box = (kind + 1) * FITS - 1 - fit;
      const many = boxes[box]!;
      if (many > 0 && next === starts[kind]) tops[kind] = fit;
      boxes[box] = next;
      next += many;
    }
  }
  starts[kinds] = next;
  const sorted = new Uint32Array(entries.length);
  for (let at = 0; at < entries.length; at++) sorted[boxes[fits[at]!]!++] = entries[at]!;
  return { sorted, starts, tops };
}

/** What searches a corpus by its index, made ready in steps. */
export function* toSearcher(corpus: Corpus, index: SearchIndex): Steps<Searcher> {
  const { sentences } = index;
  const responses = yield* readResponses(corpus);
  const { nodes, edges } = yield* adjacencyOf.inSteps(corpus);
  const articles = [...corpus.articles];
  const types = Uint8Array.from(nodes, ({ type }) => NODE_TYPES.indexOf(type));
  const finder = toFinder(index.words);
  const toQuote = (sentence: number) =>
    articles[sentences.article[sentence]!]![1].text.slice(sentences.start[sentence], sentences.end[sentence]);
  const toNodeHit = (entry: number) => ({ kind: 'node' as const, node: nodes[entry]! });
  const toPassageHit = (entry: number) => {
    const sentence = entry - nodes.length;
    const item = sentences.item[sentence]!;
    return {
      kind: 'passage' as const,
      id: (nodes[item] ?? edges[item - nodes.length]!).id,
      passage: sentences.passage[sentence]!,
      article: articles[sentences.article[sentence]!]![0],
      quote: toQuote(sentence),
    };
  };
  const toHits = <H extends Hit>(entries: Uint32Array, toHit: (entry: number) => H): Hits<H> => ({
    length: entries.length,
    slice: (start, end) => Array.from(entries.subarray(start, end), toHit),
  });
  /** Whether an entry holds a phrase in one of its texts. */
  const holds = (entry: number, phrases: readonly string[]) => {
    const texts =
      entry < nodes.length
        ? toTexts(corpus, nodes[entry]!, responses).map(([, text]) => fold(text))
        : [fold(toQuote(entry - nodes.length))];
    return phrases.every((phrase) => texts.some((text) => text.includes(phrase)));
  };

  const toFound = ({ entries, fits }: Fits): Found => {
    const { sorted, starts, tops } = rank(entries, fits, types);
    const ofKind = (kind: number) => sorted.subarray(starts[kind], starts[kind + 1]);
    const groups: Group[] = NODE_TYPES.map((type, kind) => ({ type, kind }))
      .map((group) => ({ ...group, isNamed: tops[group.kind]! >= NAMED && leads(group.type) }))
      .toSorted((a, b) => Number(b.isNamed) - Number(a.isNamed) || tops[b.kind]! - tops[a.kind]!)
      .map(({ type, kind }) => ({ type, hits: toHits(ofKind(kind), toNodeHit) }));
    groups.push({ type: undefined, hits: toHits(ofKind(NODE_TYPES.length), toPassageHit) });
    return { length: entries.length, groups: groups.filter(({ hits }) => hits.length > 0) };
  };

  const look = (text: string, least: number): Steps<Found> => {
    const phrases = toPhrases(text).map(fold);
    return finder(toWords(text), least, function* ({ entries, fits }) {
      if (phrases.length === 0) return toFound({ entries, fits });
      let kept = 0;
      for (const [at, entry] of entries.entries()) {
        if (holds(entry, phrases)) {
          entries[kept] = entry;
          fits[kept++] = fits[at]!;
        }
        if (at % READ === READ - 1) yield undefined;
      }
      return toFound({ entries: entries.subarray(0, kept), fits });
    });
  };
  return { find: (text) => look(text, 1), findNamed: (text) => look(text, IN_A_NAME) };
}
