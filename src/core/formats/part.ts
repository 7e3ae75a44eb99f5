// Which part of a corpus is exported, and how the file tells it.
import { toYears } from '../debate';
import type { Corpus } from '../model';
import { neighbourhood, subset, type Focus } from '../graph';
import { printQuery, type Query } from '../query';
import type { About } from './formats';

/** What a person can ask to be exported: what is to be seen, one node or edge, or what lies around a node. */
export type Part =
  | { kind: 'visible'; ids: ReadonlySet<string>; query: Query; focus?: Focus | undefined }
  | { kind: 'selection'; id: string }
  | { kind: 'around'; focus: Focus };

function toIds(corpus: Corpus, part: Part): ReadonlySet<string> {
  if (part.kind === 'visible') return part.ids;
  if (part.kind === 'around') return neighbourhood(corpus, part.focus);
  const edge = corpus.edges.get(part.id);
  return new Set(edge ? [edge.id, edge.source, edge.target] : [part.id]);
}

function describe(part: Part): string {
  if (part.kind === 'selection') return `Selected: ${part.id}.`;
  const around = ({ ids, depth, direction, along, expanded = [] }: Focus) =>
    `Around ${ids.join(', ')}, ${depth} step${depth === 1 ? '' : 's'}${direction ? `, ${direction}wards` : ''}${along ? `, along ${along.join(', ')}` : ''}${expanded.length > 0 ? `, expanded: ${expanded.join(', ')}` : ''}.`;
  if (part.kind === 'around') return around(part.focus);
  const query = printQuery(part.query);
  return [query ? `Filter: ${query}.` : 'No filter.', ...(part.focus ? [around(part.focus)] : [])].join(' ');
}

/** The part of a corpus that is asked for, ready to be written; an edge comes with both its ends. */
export function toExport(corpus: Corpus, part: Part): { corpus: Corpus; about: About } {
  const exported = subset(corpus, toIds(corpus, part));
  return {
    corpus: exported,
    about: {
      title: `${corpus.title ?? 'Claimscape'}: ${corpus.articles.size} article${corpus.articles.size === 1 ? '' : 's'}, ${toYears(corpus)}`,
      description: `${describe(part)} ${exported.nodes.size} of ${corpus.nodes.size} nodes, ${exported.edges.size} of ${corpus.edges.size} edges.`,
    },
  };
}
