// The terms of a query put into words, each with the query that is left without it.
import { printInterval } from '../core/date';
import type { Corpus } from '../core/model';
import type { Query, QueryKey } from '../core/query';
import { EDGE_TYPES, NODE_TYPES, type EdgeType, type NodeType } from '../core/vocabulary';
import { BASIS_WORDS, EDGE_LOOK, NODE_LOOK, SPEECH_WORDS, STANCE_WORDS } from './vocabulary';
import { count } from './numbers';
import type { View } from './view';
import { listNames, toShortName } from './words';

/** One term: 'Topic' and 'Should inspections end in a one-word judgment?'. `name` may be all there is to say. */
export type Term = { id: string; name: string; text: string; without: Query };

const lookUp = (words: Readonly<Record<string, string>>, value: string) => words[value] ?? value;
const nameOf = (corpus: Corpus, id: string) => {
  const node = corpus.nodes.get(id);
  return node ? toShortName(node) : id;
};

/** How each key is called in front of its value, and how its values are. */
const KEYS = {
  type: { name: 'Only', text: (_, value) => NODE_LOOK[value as NodeType].many.toLowerCase() },
  edge: { name: 'Only lines', text: (_, value) => EDGE_LOOK[value as EdgeType].name },
  basis: { name: 'Only lines', text: (_, value) => lookUp(BASIS_WORDS, value) },
  actor: { name: 'Said by', text: nameOf },
  topic: { name: 'Topic', text: nameOf },
  stance: { name: 'Stance', text: (_, value) => lookUp(STANCE_WORDS, value) },
  speech: { name: 'Speech', text: (_, value) => lookUp(SPEECH_WORDS, value) },
  article: { name: 'Article', text: nameOf },
  date: { name: 'When', text: (_, value) => printInterval(value) },
  isolated: { name: 'No nodes without a line', text: () => '' },
  hide: { name: 'Without', text: nameOf },
} as const satisfies Record<QueryKey, { name: string; text: (corpus: Corpus, value: string) => string }>;

const KINDS = { type: NODE_TYPES, edge: EDGE_TYPES } as const;

/** Every term of a query, in the order of its keys; of types of which most are shown, those that are not. */
export function toTerms(corpus: Corpus, query: Query): Term[] {
  const terms = (Object.keys(KEYS) as QueryKey[]).flatMap((key): Term[] => {
    if (query[key] === undefined) return [];
    const values = [...new Set(query[key])];
    const { name, text } = KEYS[key];
    if (values.length === 0)
      return [{ id: key, name, text: 'none', without: { ...query, [key]: undefined } }];
    const all: readonly string[] = key === 'type' || key === 'edge' ? KINDS[key] : [];
    if (values.length > all.length / 2 && all.length > 0)
      return all
        .filter((value) => !values.includes(value))
        .map((value, _, hidden) => ({
          id: `${key}:${value}`,
          name: key === 'type' ? 'Without' : 'Without lines',
          text: text(corpus, value),
          without: { ...query, [key]: hidden.length === 1 ? undefined : [...values, value] },
        }));
    return values.map((value) => ({
      id: `${key}:${value}`,
      name,
      text: text(corpus, value),
      without: {
        ...query,
        [key]: values.length === 1 ? undefined : values.filter((other) => other !== value),
      },
    }));
  });
  const words = [...new Set(query.words)].map((word) => ({
    id: `words:${word}`,
    name: 'Words',
    text: `“${word}”`,
    without: { ...query, words: query.words.filter((other) => other !== word) },
  }));
  return [...terms, ...words];
}

/** A term as one line: 'Topic: Should inspections end in a one-word judgment?'. */
export const printTerm = ({ name, text }: Pick<Term, 'name' | 'text'>) => (text ? `${name}: ${text}` : name);

/** What the filters and the focus of a view leave, in a line; none where they leave all. */
export function listSight(corpus: Corpus, { query, focus }: Pick<View, 'query' | 'focus'>): string[] {
  const around = focus
    ? [
        `${count(focus.depth, 'step')} around ${listNames(focus.ids.map((id) => toShortName(corpus.nodes.get(id)!)))}`,
      ]
    : [];
  const all = [...toTerms(corpus, query).map(printTerm), ...around];
  return all.length > 0 ? [`Shown: ${all.join('; ')}`] : [];
}
