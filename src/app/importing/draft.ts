// An article that was read, as it is confirmed: what the reader makes of what its file proposes, and what is still missing.
import {
  FIELDS,
  findLacks,
  findTwin,
  type Confirmed,
  type Details,
  type Field,
} from '../../core/article/addition';
import { findAlike, findSameAddress, isCopy, toTold, type Alike } from '../../core/article/alike';
import type { ImportedArticle } from '../../core/article/imported';
import { findDoubt, parseWritten } from '../../core/article/writtendate';
import type { Corpus } from '../../core/model';
import type { Steps } from '../../core/steps';

/** What is said of an article, as somebody writes it: authors are names with commas between them. */
export type Written = Readonly<Record<Field | 'authors', string>>;

/** What came of a file. */
export type Read = { readonly file: string; readonly article: ImportedArticle };

export type Draft = Read &
  Written & {
    /** No other draft has it. */
    readonly key: number;
    /** The stretches of page furniture, by their places, that are kept after all. */
    readonly kept: ReadonlySet<number>;
    /** Whether it is not to be added; undefined as long as nobody has said so, when a copy of another is not. */
    readonly isLeftOut?: boolean | undefined;
  };

export const toDraft = (key: number, file: string, article: ImportedArticle): Draft => ({
  key,
  file,
  article,
  title: article.title ?? '',
  publisher: article.publisher ?? '',
  date: article.date ?? '',
  url: article.url ?? '',
  authors: article.authors.join(', '),
  kept: new Set(),
});

/** What is said of an article, to be written over. */
export const toWritten = ({ authors, url = '', ...rest }: Details): Written => ({
  ...rest,
  url,
  authors: authors.join(', '),
});

/** What to look at again in a date that somebody writes today. */
export const toDoubt = (date: string): string | undefined => findDoubt(date, new Date());

/** The names that somebody wrote; one of those `known` may have a comma within. */
export function readAuthors(written: string, known: readonly string[] = []): string[] {
  const whole = known.filter((name) => /[,;]/.test(name) && written.includes(name));
  const rest = whole.reduce((text, name) => text.replace(name, ','), written).split(/[,;]/);
  return [...whole, ...rest.map((name) => name.trim()).filter((name) => name !== '')];
}

/** What somebody wrote that lacks nothing; `known` are authors as in `readAuthors`. */
export const readWritten = (
  { title, publisher, date, url, authors }: Written,
  known: readonly string[] = [],
): Details => ({
  title: title.trim(),
  publisher: publisher.trim(),
  date: parseWritten(date)!,
  url: url.trim() || undefined,
  authors: readAuthors(authors, known),
});

const lacks = new WeakMap<Draft, ReturnType<typeof findLacks>>();
/** findLacks of a draft, worked out once. */
export function toLacks(draft: Draft): ReturnType<typeof findLacks> {
  const known = lacks.get(draft) ?? findLacks(draft);
  lacks.set(draft, known);
  return known;
}

/** Where a draft stands: what it lacks, or why it will not be added. */
export type Standing =
  | { is: 'ready' }
  | { is: 'lacking'; fields: readonly Field[] }
  | { is: 'left out' }
  | { is: 'there'; as: string };

/** What drafts are much the same as, by their articles. */
export type Likes = ReadonlyMap<ImportedArticle, Alike>;

/** What each of some articles is much the same as, of those in the corpus that they are added to and those before it. */
export function* findLikes(articles: readonly Read[], corpus: Corpus): Steps<Likes> {
  const found = yield* findAlike(
    corpus,
    articles.map(({ file, article: { text, title = '' } }) => ({ text, title, file })),
  );
  return new Map(
    found.flatMap((alike, place) => (alike ? [[articles[place]!.article, alike] as const] : [])),
  );
}

/** Which of them have, as it is written, the address of an article that is there or before them; else what they are `likes`. */
export function* findUpdates(
  drafts: readonly Draft[],
  corpus: Corpus,
  likes: Likes = new Map(),
): Steps<Likes> {
  const found = yield* findSameAddress(
    corpus,
    drafts.map(({ file, article, title, url }) => ({ text: article.text, title, file, url: url.trim() })),
  );
  return new Map(
    drafts.flatMap(({ article }, place) => {
      const told = toTold(likes.get(article), found[place]);
      return told ? [[article, told] as const] : [];
    }),
  );
}

/** Where each stands. `corpus` is what they are added to, `likes` what they are much the same as. */
export function toStandings(
  drafts: readonly Draft[],
  corpus: Corpus,
  likes: Likes = new Map(),
): Map<number, Standing> {
  const texts = new Map<string, string>();
  return new Map(
    drafts.map((draft): [number, Standing] => {
      const { key, article, title, file, isLeftOut } = draft;
      const twin = findTwin(corpus, article.text);
      const as = twin === undefined ? texts.get(article.text) : corpus.nodes.get(twin)!.label;
      if (as !== undefined) return [key, { is: 'there', as }];
      const alike = likes.get(article);
      if (isLeftOut ?? (alike && isCopy(alike))) return [key, { is: 'left out' }];
      texts.set(article.text, title.trim() || file);
      const fields = FIELDS.filter((field) => toLacks(draft)[field] !== undefined);
      return [key, fields.length > 0 ? { is: 'lacking', fields } : { is: 'ready' }];
    }),
  );
}

/** A draft that lacks nothing, as it is added. */
export function toConfirmed(draft: Draft): Confirmed {
  const { article, kept } = draft;
  const details = readWritten(draft);
  return {
    ...details,
    text: article.text,
    ...(article.dateWords && details.date === article.date && { dateWords: article.dateWords }),
    leftOut: article.furniture.filter((_, place) => !kept.has(place)),
  };
}
