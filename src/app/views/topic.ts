// Which debate a view leads to.
import { toControversies, toPositions } from '../../core/debate';
import { toStatements } from '../../core/discourse';
import { incidenceOf } from '../../core/graph';
import { perCorpus } from '../../core/memo';
import type { Corpus } from '../../core/model';
import type { View } from '../view';

/** The topics a node or edge has to do with, the closest first. */
export function toTopics(corpus: Corpus, id: string): string[] {
  const incidence = incidenceOf(corpus);
  const node = corpus.nodes.get(id);
  const edge = corpus.edges.get(id);
  if (edge) return [edge.target, edge.source].flatMap((end) => toTopics(corpus, end));
  if (node?.type === 'topic') return [id];
  const about = (incidence.get(id) ?? []).flatMap((other) =>
    other.type === 'about' && other.source === id ? [other.target] : [],
  );
  if (about.length > 0) return about;
  const spoken = toStatements(corpus)
    .filter(({ actors, article }) => actors.includes(id) || article === id)
    .flatMap((statement) => statement.about.map(({ target }) => target));
  const numbers = new Map<string, number>();
  for (const topic of spoken) numbers.set(topic, (numbers.get(topic) ?? 0) + 1);
  return [...numbers].toSorted(([, a], [, b]) => b - a).map(([topic]) => topic);
}

const toMostDisputed = perCorpus(
  (corpus) => (toControversies(corpus)[0]?.position ?? toPositions(corpus)[0])?.topic.id,
);

/**
 * The topic whose debate is shown: the one in the view where there is one; else what the selection has most to do with;
 * else the one most disputed. None where the corpus has no topic.
 */
export function toTopic(
  corpus: Corpus,
  { topic, selection }: Pick<View, 'topic' | 'selection'>,
): string | undefined {
  return (
    topic ?? (selection === undefined ? undefined : toTopics(corpus, selection)[0]) ?? toMostDisputed(corpus)
  );
}

/** The topic to go to from a view: the one last seen where the selection is part of it, else the selection's own. */
export function toNextTopic(
  corpus: Corpus,
  { topic, selection }: Pick<View, 'topic' | 'selection'>,
): string | undefined {
  const stays =
    topic !== undefined && (selection === undefined || toTopics(corpus, selection).includes(topic));
  return toTopic(corpus, { topic: stays ? topic : undefined, selection });
}
