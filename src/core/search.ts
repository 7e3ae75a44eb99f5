// Search as you type: names, statements and aliases of nodes, and the sentences of the articles.
import MiniSearch from 'minisearch';
import { toPassages, type Corpus, type GraphNode } from './model';
import { toSentences } from './coverage';
import { toMarks, toMarksAt } from './passage';
import type { Steps } from './steps';
import { fold, toPhrases, toWords } from './text';

/** A node that fits a search, or a sentence with the node or edge that best tells what it says, and which of its passages that is. */
export type Hit =
  | { kind: 'node'; node: GraphNode }
  | { kind: 'passage'; id: string; passage: number; article: string; quote: string };

type Entry = { id: number; label: string; aliases: string; statement: string; text: string; hit: Hit };

/** Ready to be searched again and again. */
export type Searcher = (text: string) => Hit[];

/** What answers to a recommendation are called, so that they can be searched for. */
const RESPONSE_TERMS = {
  accepted: 'accepted agreed',
  partly: 'partly accepted',
  rejected: 'rejected refused turned down',
  noted: 'noted',
} as const;

/** How many entries are indexed in a step, and from how many on a single letter is a whole word. */
const STEP = 20;
const MANY = 5000;

/**
 * Indexes a corpus, in steps of a few milliseconds. A search finds what holds every word, at least as its beginning, and
 * every "phrase" as it is; the best first.
 */
export function* toSearcher(corpus: Corpus): Steps<Searcher> {
  const index = new MiniSearch<Entry>({
    fields: ['label', 'aliases', 'statement', 'text'],
    tokenize: toWords,
    processTerm: (term) => term,
    // In a great corpus one letter begins more words than can be gone through in time.
    searchOptions: {
      prefix: (term) => term.length > 1 || entries.length < MANY,
      combineWith: 'AND',
      boost: { label: 4, aliases: 3, statement: 2 },
    },
  });
  const entries: Entry[] = [];
  /** Whether it is time for a pause. */
  const add = (entry: Omit<Entry, 'id'>): boolean => {
    const whole = { id: entries.length, ...entry };
    entries.push(whole);
    index.add(whole);
    return entries.length % STEP === 0;
  };
  const responses = new Map<string, string>();
  for (const edge of corpus.edges.values())
    if (edge.type === 'responds-to' && edge.response)
      responses.set(edge.target, `${responses.get(edge.target) ?? ''} ${RESPONSE_TERMS[edge.response]}`);
  for (const node of corpus.nodes.values()) {
    const poles = node.type === 'topic' ? Object.values(node.poles).join('\n') : '';
    const isFull = add({
      label: node.label,
      aliases: [...(node.aliases ?? []), responses.get(node.id) ?? ''].join('\n'),
      statement: 'statement' in node ? node.statement : poles,
      text: '',
      hit: { kind: 'node', node },
    });
    if (isFull) yield;
  }
  for (const [article, { text }] of corpus.articles) {
    const marks = toMarks(corpus, article);
    yield;
    const sentences = toSentences(text);
    yield;
    for (const sentence of sentences) {
      const [best] = toMarksAt(marks, sentence);
      if (!best) continue;
      const passage = toPassages(best.item).findIndex(
        ({ article: where, start, end }) => where === article && start === best.start && end === best.end,
      );
      const quote = text.slice(sentence.start, sentence.end);
      const isFull = add({
        label: '',
        aliases: '',
        statement: '',
        text: quote,
        hit: { kind: 'passage', id: best.item.id, passage, article, quote },
      });
      if (isFull) yield;
    }
  }
  return (text) => {
    const phrases = toPhrases(text).map(fold);
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
