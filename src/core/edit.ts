// The only way a corpus changes: an edit is done wholly or not at all, and tells the edit that takes it back.
import * as z from 'zod';
import { locate, withoutPlace } from './anchor';
import { CorpusError, shorten } from './corpus';
import { toStored } from './graphfile';
import {
  restsOn,
  toPassages,
  type Article,
  type Corpus,
  type GraphEdge,
  type GraphNode,
  type Passage,
  type Problem,
  toTriple,
} from './model';
import { checkEdge, isOnce } from './rules';
import { Definition, Label, LeftOut, perType, StoredEdge, StoredNode, type Anchor } from './schema';
import { atOnce, type Steps } from './steps';
import { EDGE_TYPES, NODE_TYPES } from './vocabulary';

/** A node or edge as it is stored. */
export const Item = z.union([StoredNode, StoredEdge]);
export type Item = z.infer<typeof Item>;

/**
 * What is changed at once. `put` are added, or take the place of what has their id; `remove` are ids. `texts` are the texts of
 * articles that are added, or corrected, by the name of their seed. `leftOut` are, for an article, all its words that are left out.
 * `definitions` say what types mean from now on; null, that they mean here what they mean elsewhere.
 */
export const Edit = z.strictObject({
  put: z.array(Item).optional(),
  remove: z.array(z.string()).optional(),
  texts: z.array(z.strictObject({ seed: z.string(), text: z.string() })).optional(),
  leftOut: z.array(z.strictObject({ article: z.string(), words: z.array(LeftOut) })).optional(),
  title: Label.nullable().optional(),
  definitions: perType(Definition.nullable()).optional(),
});
export type Edit = z.infer<typeof Edit>;

/** A corpus after an edit, and the edit that leads back. */
export type Edited = { corpus: Corpus; reverse: Edit };

const isNode = (item: Item | GraphNode | GraphEdge): item is Extract<typeof item, StoredNode | GraphNode> =>
  !('source' in item);

/**
 * A corpus with an edit done. The corpus that is given stays as it is.
 * Where the text of an article is corrected, all that rests on it must find its words there once: see `toCorrection`.
 * @throws CorpusError with all that is wrong with the edit: words that are not in their article once, ends that are missing
 *   or may not meet, something removed that others need. What a claim still lacks (a speaker, a topic) is not wrong: see
 *   `findOpen`.
 */
export const apply = (corpus: Corpus, edit: Edit): Edited => atOnce(applyInSteps(corpus, edit));

/** How many items are entered, or edges looked at, between two pauses. */
const STRETCH = { entered: 50, checked: 1000 } as const;

/** The same in steps, for edits of thousands of items. @throws CorpusError as `apply` does. */
export function* applyInSteps(corpus: Corpus, edit: Edit): Steps<Edited> {
  const problems: Problem[] = [];
  const report = (id: string, reason: string, path?: string) =>
    void problems.push({ file: 'the edit', id, ...(path !== undefined && { path }), reason });
  const nodes = new Map(corpus.nodes);
  const edges = new Map(corpus.edges);
  const articles = new Map(corpus.articles);
  const before = (id: string) => corpus.nodes.get(id) ?? corpus.edges.get(id);

  const removed = new Set(edit.remove);
  const touched = new Set<string>();
  for (const id of removed) {
    if (!before(id)) report(id, 'cannot be removed: it is not there');
    nodes.delete(id);
    edges.delete(id);
    articles.delete(id);
    touched.add(id);
  }
  const texts = new Map(edit.texts?.map(({ seed, text }) => [seed, text]));
  const put = edit.put ?? [];
  const seeds = new Map([...articles.values()].map(({ node }) => [node.seed, node.id]));
  const corrected = toCorrected(corpus, edit);
  for (const { node } of corrected)
    articles.set(node.id, { ...articles.get(node.id)!, text: texts.get(node.seed)! });
  for (const item of put) {
    if (touched.has(item.id) && !removed.has(item.id)) report(item.id, 'is put twice');
    touched.add(item.id);
    if (item.type !== 'article') continue;
    const known = corpus.articles.get(item.id);
    const text = texts.get(item.seed) ?? known?.text;
    const owner = seeds.get(item.seed) ?? item.id;
    seeds.set(item.seed, owner);
    if (owner !== item.id) report(item.id, `seeds/${item.seed} already belongs to ${owner}`);
    else if (text === undefined) report(item.id, `comes without the text of its article seeds/${item.seed}`);
    else articles.set(item.id, { node: item as Article['node'], text, leftOut: known?.leftOut ?? [] });
  }

  const place = <T extends Anchor>(id: string, path: string, anchor: T): (T & Passage) | undefined => {
    const article = articles.get(anchor.article);
    if (!article) {
      report(id, `there is no article ${anchor.article}`, path);
      return undefined;
    }
    const spans = locate(article.text, anchor);
    if (spans.length === 1) return { ...anchor, ...spans[0]! };
    const seed = `seeds/${article.node.seed}`;
    report(
      id,
      spans.length === 0
        ? `${shorten(anchor.quote)} is not in ${seed}: copy the words exactly`
        : `${shorten(anchor.quote)} is ${spans.length} times in ${seed}: quote more, or single it out with 'before' or 'after'`,
      path,
    );
    return undefined;
  };
  const enter = (item: Item) => {
    const passages = item.passages.map((anchor, index) => place(item.id, `passages.${index}`, anchor));
    const date = 'datePassage' in item && item.datePassage && place(item.id, 'datePassage', item.datePassage);
    const located = { ...item, passages, ...(date && { datePassage: date }) } as GraphNode | GraphEdge;
    if (isNode(located)) {
      nodes.set(item.id, located);
      const article = articles.get(item.id);
      if (located.type === 'article' && article) articles.set(item.id, { ...article, node: located });
    } else edges.set(item.id, located);
  };
  for (const [index, item] of put.entries()) {
    enter(item);
    if (index % STRETCH.entered === 0) yield;
  }
  // What the edit leaves as it is finds its words in the new text.
  for (const article of corrected)
    for (const items of [nodes, edges])
      for (const item of items.values())
        if (!touched.has(item.id) && restsOn(item, article.node.id)) enter(toStored(item));
  const leftOut = [
    ...corrected
      .filter(({ node }) => !edit.leftOut?.some(({ article }) => article === node.id))
      .map((article) => ({ article: article.node.id, words: toLeftOut(article) })),
    ...(edit.leftOut ?? []),
  ];
  for (const { article: id, words } of leftOut) {
    const article = articles.get(id);
    if (!article) report(id, 'is no article that words could be left out of');
    else {
      const placed = words.map((anchor, index) => place(id, `leftOut.${index}`, anchor));
      articles.set(id, { ...article, leftOut: placed as Article['leftOut'] });
    }
  }

  const definitions = edit.definitions ? toDefinitions(corpus, edit.definitions) : corpus.definitions;
  const edited: Corpus = {
    ...(corpus.title !== undefined && { title: corpus.title }),
    ...(definitions && { definitions }),
    articles,
    nodes,
    edges,
  };
  if (edit.title === null) delete edited.title;
  else if (edit.title !== undefined) edited.title = edit.title;
  yield* checkEdges(edited, touched, report);
  checkWords(edited, new Set([...corpus.articles.keys()].filter((id) => !articles.has(id))), report);
  if (problems.length > 0) throw new CorpusError(problems);
  return { corpus: edited, reverse: toReverse(corpus, edit) };
}

/** The articles, as they are, that an edit brings another text of. */
function toCorrected({ articles }: Corpus, { texts, remove }: Edit): Article[] {
  const bySeed = new Map(texts?.map(({ seed, text }) => [seed, text]));
  return [...articles.values()].filter(
    ({ node, text }) => !remove?.includes(node.id) && bySeed.has(node.seed) && bySeed.get(node.seed) !== text,
  );
}

const toLeftOut = ({ leftOut }: Article): LeftOut[] => leftOut.map(withoutPlace);

/** Reports what the edges that an edit touches, or whose ends it touches, break of the rules. */
function* checkEdges(
  corpus: Corpus,
  touched: ReadonlySet<string>,
  report: (id: string, reason: string) => void,
): Steps<void> {
  const twins = new Map<string, string>();
  let looked = 0;
  for (const edge of corpus.edges.values()) {
    if (++looked % STRETCH.checked === 0) yield;
    const { id, source, target } = edge;
    const isTouched = touched.has(id);
    if (isTouched || touched.has(source) || touched.has(target))
      checkEdge(corpus, edge, (reason) => report(id, reason));
    if (!isOnce(corpus, edge)) continue;
    const key = toTriple(edge);
    const twin = twins.get(key);
    twins.set(key, id);
    if (twin !== undefined && (isTouched || touched.has(twin)))
      report(id, `says the same as ${twin}: put the passages together in one edge`);
  }
}

/** Reports what still rests on the words of articles that are gone. */
function checkWords(corpus: Corpus, gone: ReadonlySet<string>, report: (id: string, reason: string) => void) {
  if (gone.size === 0) return;
  for (const item of [...corpus.nodes.values(), ...corpus.edges.values()]) {
    const lost = toPassages(item).find(({ article }) => gone.has(article));
    if (lost) report(item.id, `rests on words of ${lost.article}, which is removed`);
  }
}

/** What types mean after an edit, in the order of the vocabulary; undefined where nothing is said of any. */
function toDefinitions(corpus: Corpus, edit: NonNullable<Edit['definitions']>): Corpus['definitions'] {
  const found = [...NODE_TYPES, ...EDGE_TYPES].flatMap((type) => {
    const definition = edit[type] === undefined ? corpus.definitions?.[type] : edit[type];
    return definition ? [[type, definition] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

function toReverse(corpus: Corpus, edit: Edit): Edit {
  const ids = new Set([...(edit.remove ?? []), ...(edit.put ?? []).map(({ id }) => id)]);
  const known = [...ids].flatMap((id) => {
    const item = corpus.nodes.get(id) ?? corpus.edges.get(id);
    return item ? [toStored(item)] : [];
  });
  const added = [...ids].filter((id) => !corpus.nodes.has(id) && !corpus.edges.has(id));
  const goneArticles = (edit.remove ?? []).flatMap((id) => corpus.articles.get(id) ?? []);
  const texts = [...goneArticles, ...toCorrected(corpus, edit)].map(({ node, text }) => ({
    seed: node.seed,
    text,
  }));
  const leftOut = [
    ...goneArticles.map((article) => ({ article: article.node.id, words: toLeftOut(article) })),
    ...(edit.leftOut ?? []).flatMap(({ article: id }) => {
      const article = corpus.articles.get(id);
      return article && !goneArticles.includes(article) ? [{ article: id, words: toLeftOut(article) }] : [];
    }),
  ];
  return {
    ...(known.length > 0 && { put: known }),
    ...(added.length > 0 && { remove: added }),
    ...(texts.length > 0 && { texts }),
    ...(leftOut.length > 0 && { leftOut }),
    ...(edit.title !== undefined && { title: corpus.title ?? null }),
    ...(edit.definitions && {
      definitions: Object.fromEntries(
        [...NODE_TYPES, ...EDGE_TYPES]
          .filter((type) => edit.definitions![type] !== undefined)
          .map((type) => [type, corpus.definitions?.[type] ?? null]),
      ),
    }),
  };
}
