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

/** The words of a text, folded; an apostrophe parts none, so that ‘childrens’ finds “children’s”. */
const toTerms = (text: string) =>
  fold(text)
    .replaceAll("'", '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((term) => term !== '');

/** What answers to a recommendation are called, so that they can be searched for. */
const RESPONSE_TERMS = {
  accepted: 'accepted agreed',
  partly: 'partly accepted',
  rejected: 'rejected refused turned down',
  noted: 'noted',
} as const;

/**
 * Indexes a corpus. A search finds what holds every word, at least as its beginning, and every "phrase" as it is; the best
 * first.
 */
export function toSearcher(corpus: Corpus): Searcher {
  const entries: Entry[] = [];
  const responses = new Map<string, string>();
  for (const edge of corpus.edges.values())
    if (edge.type === 'responds-to' && edge.response)
      responses.set(edge.target, `${responses.get(edge.target) ?? ''} ${RESPONSE_TERMS[edge.response]}`);
  for (const node of corpus.nodes.values())
    entries.push({
      id: entries.length,
      label: node.label,
      aliases: [...(node.aliases ?? []), responses.get(node.id) ?? ''].join('\n'),
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
    tokenize: (text) => toTerms(text),
    processTerm: (term) => term,
    searchOptions: { prefix: true, combineWith: 'AND', boost: { label: 4, aliases: 3, statement: 2 } },
  });
  index.addAll(entries);
  return (text) => {
    const phrases = [...text.matchAll(/["“”]([^"“”]+)["“”]/g)].map((phrase) => fold(phrase[1]!));
    return index
      .search(text)
      .map(({ id }) => entries[id as number]!)
      .filter((entry) =>
        phrases.every((phrase) =>
          fold([entry.label, entry.aliases, entry.statement, entry.text].join('\n')).includes(phrase),
        ),
      )
      .map(({ hit }) => hit);
  };
}
