// What comes of reading somebody's file into an article, and why one cannot be read.
import type { Span } from '../anchor';

/** Page furniture, such as an invitation to subscribe; `reason` says what it is, for the reader. */
export type Furniture = Span & { reason: string };

export type ArticleFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'word';

/**
 * A file read into an article: its text, what the file proposes as its title, publisher, authors, date (EDTF) and web address, and the page
 * furniture in it, in order and never overlapping. `dateWords` is where the text itself gives the date. `isEnglish`: it seems to
 * be in the language that proposals are made for. `notices` are sentences for whoever opened the file. Offsets are UTF-16 code
 * units of the text.
 */
export type ImportedArticle = {
  text: string;
  format: ArticleFormat;
  title?: string;
  publisher?: string;
  authors: readonly string[];
  date?: string;
  dateWords?: Span;
  url?: string;
  furniture: readonly Furniture[];
  isEnglish: boolean;
  notices: readonly string[];
};

/** What a format's own reader finds; the rest is found in the text. */
export type Draft = Partial<
  Pick<ImportedArticle, 'title' | 'publisher' | 'authors' | 'date' | 'url' | 'furniture'>
> &
  Pick<ImportedArticle, 'text' | 'format' | 'notices'>;

/** Thrown where a file cannot be read as an article: which file, why, and what to do about it. */
export class ArticleError extends Error {
  readonly file: string;
  readonly reason: string;
  readonly advice: string;
  /** @param reason what is wrong, to be read after the file's name: 'it is empty'. @param advice a sentence. */
  constructor(file: string, reason: string, advice: string) {
    super(`${file}: ${reason}. ${advice}`);
    this.name = 'ArticleError';
    this.file = file;
    this.reason = reason;
    this.advice = advice;
  }
}

/** The most bytes of a text, of a page, PDF or Word file with the pictures in it, and of a Word file unpacked. */
export const MOST = { text: 10_000_000, packed: 50_000_000, unpacked: 100_000_000 } as const;

/** The text with its furniture as blanks, so that nothing else moves. */
export function blank({ text, furniture }: Pick<ImportedArticle, 'text' | 'furniture'>): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of furniture) {
    pieces.push(text.slice(at, start), text.slice(start, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
