// Articles that were read and confirmed, as the one edit that adds them to a corpus.
import { describe, uniteAnchors, type Span } from '../anchor';
import { toNewId } from '../act';
import type { Edit, Item } from '../edit';
import { toStored } from '../graphfile';
import { toFreeId } from '../id';
import { perCorpus } from '../memo';
import type { Corpus } from '../model';
import { Address, Label, type Anchor } from '../schema';
import type { Steps } from '../steps';
import { fold } from '../text';
import { isActorType } from '../vocabulary';
import { findFault } from './writtendate';

/** What is said of an article besides its words; `date` is EDTF, `url` where it is on the web. Of the `authors` those whom the text names are coded. */
export type Details = {
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url?: string | undefined;
  readonly authors: readonly string[];
};

/**
 * What somebody confirms of an article before it is added. `dateWords` and `leftOut` are places in its text (UTF-16 code
 * units).
 */
export type Confirmed = Details & {
  readonly text: string;
  readonly dateWords?: Span | undefined;
  readonly leftOut: readonly Span[];
};

/** What is written of an article besides its words and authors: all but its web address it must have. */
export const FIELDS = ['title', 'publisher', 'date', 'url'] as const;
export type Field = (typeof FIELDS)[number];

const MISSING = {
  title: 'Give the article its title.',
  publisher: 'Say who published it.',
  date: 'Say when it appeared: the day, or 2014-06, or 2014? where unsure.',
  url: undefined,
} as const satisfies Record<Field, string | undefined>;

/** What is missing or wrong, by field, with a sentence each. */
export function findLacks(written: Readonly<Record<Field, string>>): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const text = written[field].trim();
    const { error } = (field === 'url' ? Address : Label).safeParse(text);
    if (text === '') {
      if (MISSING[field] !== undefined) found[field] = MISSING[field];
    } else if (field === 'date' && findFault(text) !== undefined) found[field] = findFault(text)!;
    else if (error)
      found[field] = `The ${field === 'url' ? 'web address' : field} ${error.issues[0]!.message}.`;
  }
  return found;
}

/**
 * In a text that says the same over and over, what can be told from its likes only by more around it than this stays among what
 * is to be coded, in UTF-16 code units.
 */
const MOST_AROUND = 5000;

const articlesByText = perCorpus(
  ({ articles }) => new Map([...articles.values()].map(({ text, node }) => [text, node.id])),
);
/** The article of a corpus that has just this text; undefined where none has. */
export const findTwin = (corpus: Corpus, text: string): string | undefined =>
  articlesByText(corpus).get(text);

/** Where a text names an author, as whole words; undefined where it does not, so that nothing could show it. */
export function findAuthor(text: string, name: string): Span | undefined {
  for (let at = text.indexOf(name); at !== -1 && name !== ''; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (!/^[\p{L}\p{M}]|[\p{L}\p{M}]$/u.test(text.slice(at - 1, at) + text.slice(end, end + 1)))
      return { start: at, end };
  }
  return undefined;
}

/** Where an article's title stands in its text: to the letter, else its first line that says something. */
export function toTitleSpan(text: string, title: string): Span {
  const at = text.indexOf(title);
  if (title !== '' && at !== -1) return { start: at, end: at + title.length };
  const line = /\S[^\n]{0,299}/.exec(text)!;
  return { start: line.index, end: line.index + line[0].trimEnd().length };
}

/** People and bodies by the names they go by, folded. */
export const toNames = perCorpus((corpus): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const node of corpus.nodes.values())
    if (isActorType(node.type))
      for (const name of [node.label, ...(node.aliases ?? [])])
        if (!names.has(fold(name))) names.set(fold(name), node.id);
  return names;
});

/**
 * Enters among what is `put` that somebody wrote an article, by the words that name them: who goes by that name already, else
 * a new person. Ids are none of those `taken`.
 */
export function toBylines(
  corpus: Corpus,
  put: Map<string, Item>,
  taken: Pick<ReadonlySet<string>, 'has'> = new Set(),
): (article: string, author: string, byline: Anchor) => void {
  const entered = new Set<string>();
  const names = new Map(toNames(corpus));
  const toId = (type: Parameters<typeof toNewId>[1], label: string) =>
    toNewId(corpus, type, label, { has: (id) => put.has(id) || taken.has(id) });
  return (article, author, byline) => {
    const source = names.get(fold(author)) ?? toId('person', author);
    names.set(fold(author), source);
    const known = corpus.nodes.get(source);
    const before = put.get(source) ?? (known && toStored(known));
    put.set(
      source,
      before
        ? { ...before, passages: uniteAnchors(before.passages, [byline]) }
        : { id: source, type: 'person', label: author, passages: [byline], provenance: { rule: 'byline' } },
    );
    const edge = `${source.slice(source.indexOf(':') + 1)} to ${article.slice('article:'.length)}`;
    // By two of their names, they wrote it once.
    if (entered.has(edge)) return;
    entered.add(edge);
    const written = toId('authored', edge);
    put.set(written, {
      id: written,
      type: 'authored',
      source,
      target: article,
      basis: 'stated',
      passages: [byline],
      provenance: { rule: 'byline' },
    });
  };
}

/**
 * Adds articles to a corpus: their words, who wrote them where the text names them, and what is left out as page furniture.
 * Nothing else is coded in them yet. Their ids, in the same order and none of those `taken`, and the names of their files are
 * made of title and year.
 * @throws Error with a sentence where a text is empty, or an article that is there has it already.
 */
export function* toAddition(
  corpus: Corpus,
  added: readonly Confirmed[],
  taken: Pick<ReadonlySet<string>, 'has'> = new Set(),
): Steps<{ edit: Edit; articles: string[] }> {
  const seeds = new Set([...corpus.articles.values()].map(({ node }) => node.seed));
  const texts = new Map<string, string>();
  const put = new Map<string, Item>();
  const enterAuthor = toBylines(corpus, put, taken);
  const leftOut: NonNullable<Edit['leftOut']> = [];
  const articles: string[] = [];
  for (const { text, title, publisher, date, dateWords, url, authors, leftOut: spans } of added) {
    yield undefined;
    if (text.trim() === '') throw new Error('There are no words in it: an article cannot be empty.');
    const twin = findTwin(corpus, text);
    const label = twin === undefined ? texts.get(text) : corpus.nodes.get(twin)!.label;
    if (label !== undefined)
      throw new Error(`‘${title}’ is there already, as ‘${label}’: its text is the same.`);
    texts.set(text, title);
    const year = /\d{4}/.exec(date)?.[0] ?? '';
    const id = toNewId(corpus, 'article', `${title} ${year}`, {
      has: (one) => put.has(one) || taken.has(one),
    });
    const seed = `${toFreeId(id.slice('article:'.length), (name) => seeds.has(`${name}.txt`))}.txt`;
    seeds.add(seed);
    const anchor = (span: Span): Anchor => describe(text, span, id);
    put.set(id, {
      id,
      type: 'article',
      label: title,
      publisher,
      ...(url !== undefined && { url }),
      date,
      ...(dateWords && { datePassage: anchor(dateWords) }),
      seed,
      passages: [anchor(toTitleSpan(text, title))],
    });
    articles.push(id);
    for (const name of new Set(authors)) {
      const span = findAuthor(text, name);
      if (span) enterAuthor(id, name, anchor(span));
    }
    const words: (typeof leftOut)[number]['words'] = [];
    for (const span of spans) {
      const one = anchor(span);
      if ((one.before ?? '').length + (one.after ?? '').length <= MOST_AROUND)
        words.push({ ...one, reason: 'furniture' });
      yield undefined;
    }
    if (words.length > 0) leftOut.push({ article: id, words });
  }
  return {
    articles,
    edit: {
      texts: articles.map((id, place) => ({
        seed: (put.get(id) as { seed: string }).seed,
        text: added[place]!.text,
      })),
      put: [...put.values()],
      ...(leftOut.length > 0 && { leftOut }),
    },
  };
}
