// What is said of an article besides its words: its title, publisher, date, web address and authors, as they are and as somebody corrects them.
import { describe } from '../anchor';
import { toWork } from '../citation';
import type { Item } from '../edit';
import { incidenceOf } from '../graph';
import { toStored } from '../graphfile';
import type { Corpus, EdgeOf, GraphNode } from '../model';
import type { StoredNode } from '../schema';
import { fold } from '../text';
import { findAuthor, toBylines, toNames, toTitleSpan, type Details } from './addition';
import { readHeading } from './heading';

/** What is said of an article of a corpus. */
export function toDetails(corpus: Corpus, article: string): Details {
  const { node, authors } = toWork(corpus, article);
  return {
    title: node.label,
    publisher: node.publisher,
    date: node.date,
    url: node.url,
    authors: authors.map(({ label }) => label),
  };
}

const isCalled = (node: GraphNode, name: string): boolean =>
  [node.label, ...(node.aliases ?? [])].some((one) => fold(one) === fold(name));

/** Whether nothing else is told of an author than that they wrote one article, in the words of that. */
const isOnlyAuthor = (corpus: Corpus, author: GraphNode, written: EdgeOf<'authored'>): boolean =>
  incidenceOf(corpus)
    .get(author.id)!
    .every((edge) => edge === written) &&
  author.passages.every(({ article, start, end }) =>
    written.passages.some((one) => one.article === article && one.start === start && one.end === end),
  );

/**
 * Enters details of an article among what is `put` and `removed` to give it a text: under its own id, whatever it is called now.
 * Authors are coded by the words that name them in the text, as they are where it is added; one whose name is mended there is
 * called so, and who did not write it goes where nothing else is told of them.
 */
export function enterDetails(
  corpus: Corpus,
  article: string,
  text: string,
  { title, publisher, date, url, authors }: Details,
  put: Map<string, Item>,
  removed: Set<string>,
): void {
  const { node, text: old } = corpus.articles.get(article)!;
  const next = (put.get(article) ?? toStored(node)) as Extract<StoredNode, { type: 'article' }>;
  const [first, ...others] = node.passages;
  const { start, end } = toTitleSpan(old, node.label);
  const isByTitle = others.length === 0 && first!.start === start && first!.end === end;
  const details = { ...next, label: title, publisher, date };
  if (url === undefined) delete details.url;
  else details.url = url;
  if (title !== node.label && isByTitle && text.includes(title))
    details.passages = [describe(text, toTitleSpan(text, title), article)];
  if (date !== node.date) {
    const heading = readHeading(text);
    delete details.datePassage;
    if (heading.date === date && heading.dateWords)
      details.datePassage = describe(text, heading.dateWords, article);
  }
  if (JSON.stringify(details) !== JSON.stringify(toStored(node))) put.set(article, details);

  const written = (incidenceOf(corpus).get(article) ?? []).filter(
    (edge) => edge.type === 'authored' && edge.target === article,
  ) as EdgeOf<'authored'>[];
  const isKnown = (name: string) => toNames(corpus).has(fold(name));
  const toAuthor = ({ source }: EdgeOf<'authored'>) => corpus.nodes.get(source)!;
  const fresh = new Set(authors.filter((name) => !written.some((edge) => isCalled(toAuthor(edge), name))));
  for (const edge of written) {
    const author = toAuthor(edge);
    if (removed.has(edge.id) || authors.some((name) => isCalled(author, name))) continue;
    const byline = (put.get(edge.id) ?? toStored(edge)).passages;
    // Whom the words by which they wrote it name otherwise now, and the text nowhere as before, was written wrongly.
    const mended =
      findAuthor(text, author.label) === undefined &&
      [...fresh].find((name) => !isKnown(name) && byline.some(({ quote }) => findAuthor(quote, name)));
    if (mended) {
      fresh.delete(mended);
      put.set(author.id, { ...(put.get(author.id) ?? toStored(author)), label: mended } as Item);
    } else
      for (const id of isOnlyAuthor(corpus, author, edge) ? [edge.id, author.id] : [edge.id]) {
        put.delete(id);
        removed.add(id);
      }
  }
  const enterAuthor = toBylines(corpus, put);
  for (const name of fresh) {
    const span = findAuthor(text, name);
    if (span) enterAuthor(article, name, describe(text, span, article));
  }
}
