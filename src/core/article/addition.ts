// An article that was read and confirmed, as the edit that adds it to a corpus.
import type { Span } from '../anchor';
import { describe } from '../anchor';
import { toNewId } from '../act';
import type { Edit } from '../edit';
import { toFreeId } from '../id';
import type { Corpus } from '../model';
import type { Anchor } from '../schema';

/**
 * What somebody confirms of an article before it is added. `dateWords` and `leftOut` are places in its text (UTF-16 code
 * units); `date` is EDTF.
 */
export type Confirmed = {
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly dateWords?: Span | undefined;
  readonly leftOut: readonly Span[];
};

/** The article of a corpus that has just this text; undefined where none has. */
export const findTwin = (corpus: Corpus, text: string): string | undefined =>
  [...corpus.articles.values()].find((article) => article.text === text)?.node.id;

/** Where an article's title stands in its text: to the letter, else its first line that says something. */
function toTitleSpan(text: string, title: string): Span {
  const at = text.indexOf(title);
  if (title !== '' && at !== -1) return { start: at, end: at + title.length };
  const line = /\S[^\n]*/.exec(text)!;
  const words = line[0].trimEnd();
  return { start: line.index, end: line.index + words.length };
}

/**
 * Adds an article to a corpus, with nothing coded in it yet; the words left out are page furniture. Its id and the name of its
 * file are made of its title and its year.
 * @throws Error with a sentence where the text is empty, or an article of the corpus has it already.
 */
export function toAddition(corpus: Corpus, confirmed: Confirmed): { edit: Edit; article: string } {
  const { text, title, publisher, date, dateWords, leftOut } = confirmed;
  if (text.trim() === '') throw new Error('There are no words in it: an article cannot be empty.');
  const twin = findTwin(corpus, text);
  if (twin !== undefined)
    throw new Error(
      `It is in the graph already, as “${corpus.nodes.get(twin)!.label}”: its text is the same.`,
    );
  const year = /\d{4}/.exec(date)?.[0] ?? '';
  const id = toNewId(corpus, 'article', `${title} ${year}`);
  const seeds = new Set([...corpus.articles.values()].map(({ node }) => node.seed));
  const seed = `${toFreeId(id.slice('article:'.length), (name) => seeds.has(`${name}.txt`))}.txt`;
  const anchor = (span: Span): Anchor => describe(text, span, id);
  return {
    article: id,
    edit: {
      texts: [{ seed, text }],
      put: [
        {
          id,
          type: 'article',
          label: title,
          publisher,
          date,
          ...(dateWords && { datePassage: anchor(dateWords) }),
          seed,
          passages: [anchor(toTitleSpan(text, title))],
        },
      ],
      ...(leftOut.length > 0 && {
        leftOut: [
          { article: id, words: leftOut.map((span) => ({ ...anchor(span), reason: 'furniture' as const })) },
        ],
      }),
    },
  };
}
