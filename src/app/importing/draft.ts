// An article that was read, as it is confirmed: what the reader makes of what its file proposes, and what is still missing.
import { isEdtf } from '../../core/date';
import { findTwin, type Confirmed } from '../../core/article/addition';
import type { ImportedArticle } from '../../core/article/imported';
import { findDate } from '../../core/article/writtendate';
import type { Corpus } from '../../core/model';
import { Label } from '../../core/schema';

export const FIELDS = ['title', 'publisher', 'date'] as const;
export type Field = (typeof FIELDS)[number];

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

/** A date as it is written in EDTF, however somebody put it; undefined where it is none. */
export function parseWritten(date: string): string | undefined {
  const text = date.trim();
  return isEdtf(text) ? text : findDate(text)?.date;
}

const MISSING = {
  title: 'Give the article its title.',
  publisher: 'Say who published it.',
  date: 'Say when it appeared: the day, or 2014-06, or 2014? where unsure.',
} as const satisfies Record<Field, string>;

const lacks = new WeakMap<Draft, Partial<Record<Field, string>>>();
/** What is missing or wrong, by field, with a sentence each. */
export function findLacks(draft: Draft): Partial<Record<Field, string>> {
  const known = lacks.get(draft);
  if (known) return known;
  const found: Partial<Record<Field, string>> = {};
  for (const field of FIELDS) {
    const text = draft[field].trim();
    const label = Label.safeParse(text);
    if (text === '') found[field] = MISSING[field];
    else if (field === 'date' && parseWritten(text) === undefined)
      found[field] =
        `“${text}” is no date that can be read: write the day, or 2014-06, or 2014? where unsure.`;
    else if (!label.success) found[field] = `The ${field} ${label.error.issues[0]!.message}.`;
  }
  lacks.set(draft, found);
  return found;
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
      const fields = FIELDS.filter((field) => findLacks(draft)[field] !== undefined);
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
