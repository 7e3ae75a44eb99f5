// Which articles lie open, and which of them is in front.
import { parseDate } from '../../core/date';
import { toPassages, type Corpus, type GraphEdge, type GraphNode, type Passage } from '../../core/model';
import { show, useStore } from '../store';
import type { View } from '../view';

/** An open article, and how many passages of what is selected lie in it. */
export type Tab = { article: string; passages: number };

/** `passage` is that of the selection in front, undefined where the article in front was only opened. */
export type Desk = {
  item: GraphNode | GraphEdge | undefined;
  passages: readonly Passage[];
  passage: Passage | undefined;
  tabs: readonly Tab[];
  article: string | undefined;
};

/** The articles that the selection's words stand in and those opened beside them, the earliest first, and what is in front. */
export function toDesk(
  corpus: Corpus,
  { selection, passage: index, reader }: Pick<View, 'selection' | 'passage' | 'reader'>,
): Desk {
  const item =
    selection === undefined ? undefined : (corpus.nodes.get(selection) ?? corpus.edges.get(selection));
  const passages = item ? toPassages(item) : [];
  const chosen = passages[index] ?? passages[0];
  // A view may be of a moment ago, and an article gone since.
  const open = reader.open.filter((id) => corpus.articles.has(id));
  const front =
    reader.article !== undefined && corpus.articles.has(reader.article) ? reader.article : undefined;
  const article = front ?? chosen?.article ?? open.at(-1);
  const ids = [...passages.map((passage) => passage.article), ...open, ...(article ? [article] : [])];
  const timeOf = (id: string) => parseDate(corpus.articles.get(id)!.node.date)!.start;
  const tabs = [...new Set(ids)]
    .toSorted((a, b) => timeOf(a) - timeOf(b))
    .map((id) => ({
      article: id,
      passages: passages.filter((passage) => passage.article === id).length,
    }));
  return { item, passages, passage: chosen?.article === article ? chosen : undefined, tabs, article };
}

/** Brings an open article to the front, with the selection's first passage in it where it has one. */
export function bringUp({ passages }: Desk, article: string): void {
  const { reader, passage } = useStore.getState().view;
  const index = passages.findIndex((one) => one.article === article);
  if (index === -1) show({ reader: { ...reader, article } });
  else {
    const stays = passages[passage]?.article === article;
    show({ passage: stays ? passage : index, reader: { ...reader, article: undefined } });
  }
}

/** The reader's part of the view with an article opened and in front. */
export const withOpened = (reader: View['reader'], article: string): View['reader'] => ({
  ...reader,
  open: reader.open.includes(article) ? reader.open : [...reader.open, article],
  article,
});

/** Puts an article away that was opened. */
export function close(article: string): void {
  const { reader } = useStore.getState().view;
  show({
    reader: { ...reader, open: reader.open.filter((id) => id !== article), article: undefined },
  });
}
