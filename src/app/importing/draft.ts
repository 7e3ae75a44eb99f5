// An article that was read, as it is confirmed: what the reader makes of what its file proposes, and what is still missing.
import {
  FIELDS,
  findLacks,
  findTwin,
  parseWritten,
  type Confirmed,
  type Field,
} from '../../core/article/addition';
import type { ImportedArticle } from '../../core/article/imported';
import type { Corpus } from '../../core/model';

export type Draft = {
  /** No other draft has it. */
  readonly key: number;
  readonly file: string;
  readonly article: ImportedArticle;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  /** Names with commas between them. */
  readonly authors: string;
  /** The stretches of page furniture, by their places, that are kept after all. */
  readonly kept: ReadonlySet<number>;
  /** Whether it is not to be added. */
  readonly isLeftOut: boolean;
};

export const toDraft = (key: number, file: string, article: ImportedArticle): Draft => ({
  key,
  file,
  article,
  title: article.title ?? '',
  publisher: article.publisher ?? '',
  date: article.date ?? '',
  authors: article.authors.join(', '),
  kept: new Set(),
  isLeftOut: false,
});

export const toAuthors = ({ authors }: Draft): string[] =>
  authors
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

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

/** Where each stands. `corpus` is what they are added to. */
export function toStandings(drafts: readonly Draft[], corpus: Corpus): Map<number, Standing> {
  const texts = new Map<string, string>();
  return new Map(
    drafts.map((draft): [number, Standing] => {
      const { key, article, title, file, isLeftOut } = draft;
      const twin = findTwin(corpus, article.text);
      const as = twin === undefined ? texts.get(article.text) : corpus.nodes.get(twin)!.label;
      if (as !== undefined) return [key, { is: 'there', as }];
      if (isLeftOut) return [key, { is: 'left out' }];
      texts.set(article.text, title.trim() || file);
      const fields = FIELDS.filter((field) => toLacks(draft)[field] !== undefined);
      return [key, fields.length > 0 ? { is: 'lacking', fields } : { is: 'ready' }];
    }),
  );
}

/** A draft that lacks nothing, as it is added. */
export function toConfirmed(draft: Draft): Confirmed {
  const { article, title, publisher, kept } = draft;
  const date = parseWritten(draft.date)!;
  return {
    text: article.text,
    title: title.trim(),
    publisher: publisher.trim(),
    date,
    ...(article.dateWords && date === article.date && { dateWords: article.dateWords }),
    authors: toAuthors(draft),
    leftOut: article.furniture.filter((_, place) => !kept.has(place)),
  };
}
