// Search as you type: names, statements and aliases of nodes, and the sentences of the articles.
import MiniSearch from 'minisearch';
import type { Corpus, GraphNode } from './model';
import { toSentences } from './coverage';
import { toMarks, toMarksAt } from './passage';
import { fold } from './text';

/** A node that fits a search, or a sentence with the node or edge that best tells what it says. */
export type Hit =
  { kind: 'node'; node: GraphNode } | { kind: 'passage'; id: string; article: string; quote: string };

type Entry = { id: number; label: string; aliases: string; statement: string; text: string; hit: Hit };

/** Ready to be searched again and again. */
export type Searcher = (text: string) => Hit[];

/** Indexes a corpus. A search finds what holds every word, at least as its beginning; the best first. */
export function toSearcher(corpus: Corpus): Searcher {
  const entries: Entry[] = [];
  for (const node of corpus.nodes.values())
    entries.push({
      id: entries.length,
      label: node.label,
      aliases: (node.aliases ?? []).join('\n'),
      statement:
        'statement' in node
          ? node.statement
          : node.type === 'topic'
            ? Object.values(node.poles).join('\n')
            : '',
      text: '',
      hit: { kind: 'node', node },
    });
  for (const [article, { text }] of corpus.articles) {
    const marks = toMarks(corpus, article);
    for (const sentence of toSentences(text)) {
      const [best] = toMarksAt(marks, sentence);
      if (!best) continue;
      const quote = text.slice(sentence.start, sentence.end);
      entries.push({
        id: entries.length,
        label: '',
        aliases: '',
        statement: '',
        text: quote,
        hit: { kind: 'passage', id: best.item.id, article, quote },
      });
    }
  }
  const index = new MiniSearch<Entry>({
    fields: ['label', 'aliases', 'statement', 'text'],
    processTerm: (term) => fold(term) || null,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { label: 4, aliases: 3, statement: 2 } },
  });
  index.addAll(entries);
  return (text) => index.search(text).map(({ id }) => entries[id as number]!.hit);
}
