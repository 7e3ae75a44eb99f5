// Articles that were read and confirmed, as the one edit that adds them to a corpus.
import { describe, uniteAnchors, type Span } from '../anchor';
import { toNewId } from '../act';
import { isEdtf } from '../date';
import type { Edit, Item } from '../edit';
import { toStored } from '../graphfile';
import { toFreeId } from '../id';
import { perCorpus } from '../memo';
import type { Corpus } from '../model';
import { Label, type Anchor } from '../schema';
import type { Steps } from '../steps';
import { fold } from '../text';
import { isActorType } from '../vocabulary';
import { findDate } from './writtendate';

/**
 * What somebody confirms of an article before it is added. `dateWords` and `leftOut` are places in its text (UTF-16 code
 * units); `date` is EDTF. Of the `authors` those whom the text names are coded.
 */
export type Confirmed = {
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly dateWords?: Span | undefined;
  readonly authors: readonly string[];
  readonly leftOut: readonly Span[];
};

/** What an article must have besides its words, as somebody writes it. */
export const FIELDS = ['title', 'publisher', 'date'] as const;
export type Field = (typeof FIELDS)[number];

const MISSING = {
  title: 'Give the article its title.',
  publisher: 'Say who published it.',
  date: 'Say when it appeared: the day, or 2014-06, or 2014? where unsure.',
} as const satisfies Record<Field, string>;

/** A date as it is written in EDTF, however somebody put it; undefined where it is none. */
export function parseWritten(date: string): string | undefined {
  const text = date.trim();
  return isEdtf(text) ? text : findDate(text)?.date;
}

/** What is missing or wrong, by field, with a sentence each. */
export function findLacks(written: Readonly<Record<Field, string>>): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const text = written[field].trim();
    const label = Label.safeParse(text);
    if (text === '') found[field] = MISSING[field];
    else if (field === 'date' && parseWritten(text) === undefined)
      found[field] =
        `‘${text}’ is no date that can be read: write the day, or 2014-06, or 2014? where unsure.`;
    else if (!label.success) found[field] = `The ${field} ${label.error.issues[0]!.message}.`;
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
function toTitleSpan(text: string, title: string): Span {
  const at = text.indexOf(title);
  if (title !== '' && at !== -1) return { start: at, end: at + title.length };
  const line = /\S[^\n]{0,299}/.exec(text)!;
  return { start: line.index, end: line.index + line[0].trimEnd().length };
}

/** People and bodies by the names they go by, folded. */
function toNames(corpus: Corpus): Map<string, string> {
  const names = new Map<string, string>();
  for (const node of corpus.nodes.values())
    if (isActorType(node.type))
      for (const name of [node.label, ...(node.aliases ?? [])])
        if (!names.has(fold(name))) names.set(fold(name), node.id);
  return names;
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
  const names = toNames(corpus);
  const texts = new Map<string, string>();
  const put = new Map<string, Item>();
  const leftOut: NonNullable<Edit['leftOut']> = [];
  const articles: string[] = [];
  const toId = (type: Parameters<typeof toNewId>[1], label: string) =>
    toNewId(corpus, type, label, { has: (id) => put.has(id) || taken.has(id) });

  /** The author's id, with their name in the article among the words they rest on. */
  const enterAuthor = (name: string, byline: Anchor): string => {
    const id = names.get(fold(name)) ?? toId('person', name);
    names.set(fold(name), id);
    const known = corpus.nodes.get(id);
    const before = put.get(id) ?? (known && toStored(known));
    put.set(
      id,
      before
        ? { ...before, passages: uniteAnchors(before.passages, [byline]) }
        : { id, type: 'person', label: name, passages: [byline], provenance: { rule: 'byline' } },
    );
    return id;
  };

  for (const { text, title, publisher, date, dateWords, authors, leftOut: spans } of added) {
    yield undefined;
    if (text.trim() === '') throw new Error('There are no words in it: an article cannot be empty.');
    const twin = findTwin(corpus, text);
    const label = twin === undefined ? texts.get(text) : corpus.nodes.get(twin)!.label;
    if (label !== undefined)
      throw new Error(`‘${title}’ is there already, as ‘${label}’: its text is the same.`);
    texts.set(text, title);
    const year = /\d{4}/.exec(date)?.[0] ?? '';
    const id = toId('article', `${title} ${year}`);
    const seed = `${toFreeId(id.slice('article:'.length), (name) => seeds.has(`${name}.txt`))}.txt`;
    seeds.add(seed);
    const anchor = (span: Span): Anchor => describe(text, span, id);
    put.set(id, {
      id,
      type: 'article',
      label: title,
      publisher,
      date,
      ...(dateWords && { datePassage: anchor(dateWords) }),
      seed,
      passages: [anchor(toTitleSpan(text, title))],
    });
    articles.push(id);
    for (const name of new Set(authors)) {
      const span = findAuthor(text, name);
      if (!span) continue;
      const byline = anchor(span);
      const source = enterAuthor(name, byline);
      const edge = `${source.slice(source.indexOf(':') + 1)} to ${id.slice('article:'.length)}`;
      const written = toId('authored', edge);
      put.set(written, {
        id: written,
        type: 'authored',
        source,
        target: id,
        basis: 'stated',
        passages: [byline],
        provenance: { rule: 'byline' },
      });
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
