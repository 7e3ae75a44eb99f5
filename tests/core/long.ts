// A corpus with more to say than one file may hold.
import type { Corpus } from '../../src/core/model';
import { MAX_TEXT } from '../../src/core/schema';

/** With topics of long notes, on the words of one that rests on several articles, that are longer together than this. */
export function toLong(corpus: Corpus, most: number): Corpus {
  const [topic] = [...corpus.nodes.values()].filter(
    ({ type, passages }) => type === 'topic' && new Set(passages.map(({ article }) => article)).size > 1,
  );
  const note = 'long '.repeat(MAX_TEXT / 5).trim();
  const topics = Array.from({ length: Math.ceil(most / note.length) + 1 }, (_, number) => ({
    ...topic!,
    id: `topic:long-${number}`,
    label: `Long ${number}`,
    passages: topic!.passages.slice(0, 1),
    note,
  }));
  return { ...corpus, nodes: new Map([...corpus.nodes, ...topics.map((one) => [one.id, one] as const)]) };
}
