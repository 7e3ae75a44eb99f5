// Search as you type: names, statements and aliases of nodes, and the sentences of the articles.
import { toSentences } from './coverage';
import { IN_A_NAME, MOST_FIT, toFinder, toIndexer, type Field, type Fits, type Inverted } from './inverted';
import { toPassages, type Corpus, type GraphEdge, type GraphNode } from './model';
import { toRank } from './passage';
import { NODE_TYPES, type NodeType } from './schema';
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

/** All that a search finds: the kind of the best hit first, sentences last. */
export type Found = { length: number; groups: readonly Group[] };

/** Ready to be searched again and again, in steps of a few milliseconds; there is more than one for common words only. */
export type Searcher = {
  /** What holds every word, at least as its beginning, and every "phrase" as it is. */
  find: (text: string) => Generator<undefined, Found>;
  /** The nodes that hold every word, at least as its beginning, in a name. */
  findNamed: (text: string) => Generator<undefined, Found>;
};

/**
 * Where the sentences stand that are found, by number: the place of the article, the node or edge (places of edges come
 * after those of nodes) and its passage, each in the order of the corpus; first and last UTF-16 code unit.
 */
type Sentences = Record<'article' | 'start' | 'end' | 'item' | 'passage', Uint32Array<ArrayBuffer>>;

/** The words of nodes, in their order, and then of sentences. */
export type SearchIndex = { words: Inverted; sentences: Sentences };

/**
 * A part of what is indexed. Texts with the fields they stand in, each label being the beginning of the next node; or an
 * article with what rests on it, five numbers a passage: first and last UTF-16 code unit, rank among others at the same
 * words, place of the node or edge, place of the passage there.
 */
export type SearchPart =
  | { texts: readonly string[]; fields: readonly Field[] }
  | { article: string; marks: Uint32Array<ArrayBuffer> };
const PER_MARK = 5;

/** What answers to a recommendation are called, so that they can be searched for. */
const RESPONSE_TERMS = {
  accepted: 'accepted agreed',
  partly: 'partly accepted',
  rejected: 'rejected refused turned down',
  noted: 'noted',
} as const;

/** How many nodes or edges are gone through in a step, how many characters handed over, and how many texts read for phrases. */
const STEP = 2000;
const CHARS = 100_000;
const READ = 50;

/** By node, what answers to it are called. */
type Responses = ReadonlyMap<string, string>;

function* readResponses(corpus: Corpus): Generator<undefined, Responses> {
  const responses = new Map<string, string>();
  let seen = 0;
  for (const edge of corpus.edges.values()) {
    if (edge.type === 'responds-to' && edge.response)
      responses.set(edge.target, `${responses.get(edge.target) ?? ''} ${RESPONSE_TERMS[edge.response]}`);
    if (++seen % STEP === 0) yield undefined;
  }
  return responses;
}

/** All that can be found of a node, its label first. */
function toTexts(node: GraphNode, responses: Responses): (readonly [Field, string])[] {
  const response = responses.get(node.id);
  const statements =
    'statement' in node ? [node.statement] : node.type === 'topic' ? Object.values(node.poles) : [];
  return [
    ['label', node.label],
    ...(node.aliases ?? []).map((alias) => ['alias', alias] as const),
    ...(response === undefined ? [] : [['statement', response] as const]),
    ...statements.map((statement) => ['statement', statement] as const),
  ];
}

/**
 * Takes a corpus apart for its index: strings and numbers that are cheaply handed to another thread, where the corpus
 * itself would have to be copied object by object. A step takes a few milliseconds, and not every one gives a part.
 */
export function* toSearchParts(corpus: Corpus): Generator<SearchPart | undefined, void> {
  const responses = yield* readResponses(corpus);
  const marks = new Map<string, number[]>([...corpus.articles.keys()].map((id) => [id, []]));
  let place = 0;
  for (const items of [corpus.nodes, corpus.edges])
    for (const item of items.values()) {
      const rank = toRank(item);
      for (const [passage, { article, start, end }] of item.passages.entries())
        marks.get(article)?.push(start, end, rank, place, passage);
      if (++place % STEP === 0) yield undefined;
    }
  let texts: string[] = [];
  let fields: Field[] = [];
  let chars = 0;
  for (const node of corpus.nodes.values()) {
    for (const [field, text] of toTexts(node, responses)) {
      texts.push(text);
      fields.push(field);
      chars += text.length;
    }
    if (chars < CHARS) continue;
    yield { texts, fields };
    texts = [];
    fields = [];
    chars = 0;
  }
  yield { texts, fields };
  for (const [id, { text }] of corpus.articles) {
    yield { article: text, marks: Uint32Array.from(marks.get(id)!) };
    marks.delete(id);
  }
}

/**
 * The sentences of a text that something rests on: of each, where it stands and the place in `marks` of what best tells
 * what it says, as toMarks has it.
 */
function findMarked(text: string, marks: Uint32Array): { start: number; end: number; mark: number }[] {
  const sentences = toSentences(text);
  const places = Array.from({ length: marks.length / PER_MARK }, (_, index) => index * PER_MARK);
  const lengthOf = (mark: number) => marks[mark + 1]! - marks[mark]!;
  places.sort((a, b) => marks[a + 2]! - marks[b + 2]! || lengthOf(a) - lengthOf(b));
  /** Of each sentence its mark, and the first from it on that has none yet: each is passed but once or twice. */
  const found = new Int32Array(sentences.length).fill(-1);
  const free = Uint32Array.from({ length: sentences.length + 1 }, (_, index) => index);
  const toFree = (from: number): number => {
    let at = from;
    while (free[at] !== at) {
      free[at] = free[free[at]!]!;
      at = free[at]!;
    }
    return at;
  };
  for (const mark of places) {
    let low = 0;
    let high = sentences.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sentences[middle]!.end <= marks[mark]!) low = middle + 1;
      else high = middle;
    }
    for (
      let at = toFree(low);
      at < sentences.length && sentences[at]!.start < marks[mark + 1]!;
      at = toFree(at)
    ) {
      found[at] = mark;
      free[at] = at + 1;
    }
  }
  return sentences.flatMap(({ start, end }, at) =>
    found[at] === -1 ? [] : [{ start, end, mark: found[at]! }],
  );
}

/** Makes the index of the parts it is given one after the other, and none at the end. */
export function* toSearchIndex(): Generator<undefined, SearchIndex, SearchPart | undefined> {
  const indexer = toIndexer();
  const sentences: Record<keyof Sentences, number[]> = {
    article: [],
    start: [],
    end: [],
    item: [],
    passage: [],
  };
  let article = 0;
  for (;;) {
    const part = yield undefined;
    if (!part) break;
    if ('texts' in part) {
      for (const [at, text] of part.texts.entries()) {
        const field = part.fields[at]!;
        if (field === 'label') indexer.begin();
        indexer.add(field, text);
      }
      continue;
    }
    for (const { start, end, mark } of findMarked(part.article, part.marks)) {
      indexer.begin();
      indexer.add('text', part.article.slice(start, end));
      sentences.article.push(article);
      sentences.start.push(start);
      sentences.end.push(end);
      sentences.item.push(part.marks[mark + 3]!);
      sentences.passage.push(part.marks[mark + 4]!);
    }
    article += 1;
  }
  return {
    words: indexer.finish(),
    sentences: {
      article: Uint32Array.from(sentences.article),
      start: Uint32Array.from(sentences.start),
      end: Uint32Array.from(sentences.end),
      item: Uint32Array.from(sentences.item),
      passage: Uint32Array.from(sentences.passage),
    },
  };
}

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
  const boxes = new Uint32Array(kinds * (MOST_FIT + 1));
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]!;
    const kind = entry < types.length ? types[entry]! : kinds - 1;
    fits[at] = (kind + 1) * (MOST_FIT + 1) - 1 - fits[at]!;
    boxes[fits[at]!]! += 1;
  }
  const starts = new Uint32Array(kinds + 1);
  const tops = new Uint16Array(kinds);
  let next = 0;
  for (let kind = 0; kind < kinds; kind++) {
    starts[kind] = next;
    for (let fit = MOST_FIT; fit >= 0; fit--) {
      const box = (kind + 1) * (MOST_FIT + 1) - 1 - fit;
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
export function* toSearcher(corpus: Corpus, index: SearchIndex): Generator<undefined, Searcher> {
  const { sentences } = index;
  const responses = yield* readResponses(corpus);
  const nodes = [...corpus.nodes.values()];
  yield undefined;
  const edges: GraphEdge[] = [...corpus.edges.values()];
  yield undefined;
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
        ? toTexts(nodes[entry]!, responses).map(([, text]) => fold(text))
        : [fold(toQuote(entry - nodes.length))];
    return phrases.every((phrase) => texts.some((text) => text.includes(phrase)));
  };

  const toFound = ({ entries, fits }: Fits): Found => {
    const { sorted, starts, tops } = rank(entries, fits, types);
    const ofKind = (kind: number) => sorted.subarray(starts[kind], starts[kind + 1]);
    const groups: Group[] = NODE_TYPES.map((type, kind) => ({ type, kind }))
      .toSorted((a, b) => tops[b.kind]! - tops[a.kind]!)
      .map(({ type, kind }) => ({ type, hits: toHits(ofKind(kind), toNodeHit) }));
    groups.push({ type: undefined, hits: toHits(ofKind(NODE_TYPES.length), toPassageHit) });
    return { length: entries.length, groups: groups.filter(({ hits }) => hits.length > 0) };
  };

  return {
    *find(text) {
      const phrases = toPhrases(text).map(fold);
      return yield* finder(toWords(text), 1, function* ({ entries, fits }) {
        if (phrases.length === 0) return toFound({ entries, fits });
        let kept = 0;
        for (let at = 0; at < entries.length; at++) {
          if (holds(entries[at]!, phrases)) {
            entries[kept] = entries[at]!;
            fits[kept++] = fits[at]!;
          }
          if (at % READ === READ - 1) yield undefined;
        }
        return toFound({ entries: entries.subarray(0, kept), fits });
      });
    },
    *findNamed(text) {
      return yield* finder(toWords(text), IN_A_NAME, function* (found) {
        return toFound(found);
      });
    },
  };
}
