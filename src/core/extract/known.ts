// Whom a corpus knows, and what is proposed from an imported article but its page furniture.
import type { ImportedArticle } from '../article/imported';
import type { Corpus } from '../model';
import type { KnownActor } from './actors';
import { propose } from './propose';
import type { Proposal, Words } from './proposal';

/** The people and organisations of a corpus. */
export const toKnownActors = (corpus: Corpus): KnownActor[] =>
  [...corpus.nodes.values()].flatMap((node) =>
    node.type === 'person' || node.type === 'organisation'
      ? [{ id: node.id, label: node.label, aliases: node.aliases ?? [], type: node.type }]
      : [],
  );

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
    ...('authors' in proposal && { authors: proposal.authors.map(restore) }),
  }));
}
