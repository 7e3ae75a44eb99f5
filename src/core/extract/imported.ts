// What is proposed from an imported article, with nothing from its page furniture.
import { blank, type ImportedArticle } from '../article/imported';
import type { KnownActor } from './known';
import { propose } from './propose';
import type { Proposal, Words } from './proposal';

/** Everything proposed from an imported article, with nothing from its page furniture; offsets are those of its text. */
export function proposeFrom(
  article: Pick<ImportedArticle, 'text' | 'furniture'>,
  actors: readonly KnownActor[],
): Proposal[] {
  if (article.furniture.length === 0) return propose(article.text, actors);
  // A passage may go on beyond a credit in the middle of it: its words are the article's.
  const restore = <T extends Words>(words: T): T => ({
    ...words,
    quote: article.text.slice(words.start, words.end),
  });
  return propose(blank(article), actors).map((proposal) => ({
    ...proposal,
    passage: restore(proposal.passage),
    ...('mentions' in proposal && { mentions: proposal.mentions.map(restore) }),
    ...('speakers' in proposal && { speakers: proposal.speakers.map(restore) }),
    ...('rivals' in proposal && { rivals: proposal.rivals?.map(restore) }),
    ...('authors' in proposal && { authors: proposal.authors.map(restore) }),
  }));
}
