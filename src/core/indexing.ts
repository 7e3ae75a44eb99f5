// What a search looks through, and the index of it: taken apart where the corpus is, indexed wherever there is time.
import { adjacencyOf } from './adjacency';
import { toSentences } from './coverage';
import { toNamesAround } from './discourse';
import { incidenceOf } from './graph';
import { toIndexer, type Field, type Inverted } from './inverted';
import { isSaid, type Corpus, type GraphNode } from './model';
import { toRank } from './passage';
import type { Steps } from './steps';
import { RESPONSE_WORDS } from './vocabulary';

/**
 * Where the sentences stand that are found, by number: the place of the article, the node or edge (places of edges come
 * after those of nodes) and its passage, each in the order of the corpus; first and last UTF-16 code unit.
 */
export type Sentences = Record<'article' | 'start' | 'end' | 'item' | 'passage', Uint32Array<ArrayBuffer>>;

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

/** How many nodes or edges are gone through in a step, and how many characters handed over. */
const STEP = 2000;
const CHARS = 100_000;

/** By node, what answers to it are called. */
export type Responses = ReadonlyMap<string, string>;

export function* readResponses(corpus: Corpus): Steps<Responses> {
  const responses = new Map<string, string>();
  let seen = 0;
  for (const edge of corpus.edges.values()) {
    if (edge.type === 'responds-to' && edge.response) {
      const { name, also } = RESPONSE_WORDS[edge.response];
      responses.set(edge.target, `${responses.get(edge.target) ?? ''} ${name} ${also}`);
    }
    if (++seen % STEP === 0) yield undefined;
  }
  return responses;
}

/** All that a node can be found by, its label first; who says a claim, and what it is about, counts least. */
export function toTexts(corpus: Corpus, node: GraphNode, responses: Responses): (readonly [Field, string])[] {
  const around = isSaid(node) ? toNamesAround(corpus, incidenceOf(corpus), node.id) : [];
  const response = responses.get(node.id);
  const said = 'statement' in node ? [node.statement] : [];
  const meant =
    node.type === 'topic'
      ? [...Object.values(node.poles), ...(node.note === undefined ? [] : [node.note])]
      : [];
  return [
    ['label', node.label],
    ...(node.aliases ?? []).map((alias) => ['alias', alias] as const),
    ...(response === undefined ? [] : [['statement', response] as const]),
    ...[...said, ...meant].map((statement) => ['statement', statement] as const),
    ...around.map((name) => ['text', name] as const),
  ];
}

/**
 * Takes a corpus apart for its index: strings and numbers that are cheaply handed to another thread, where the corpus
 * itself would have to be copied object by object. A step takes a few milliseconds, and not every one gives a part.
 */
export function* toSearchParts(corpus: Corpus): Generator<SearchPart | undefined, void> {
  yield* adjacencyOf.inSteps(corpus);
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
    for (const [field, text] of toTexts(corpus, node, responses)) {
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
