// A comparison as a table: a row for each claim compared, with who says it, how it stands to the other side, and the words.
import type { ByTopic, Comparison, Tie, Voice } from '../../core/compare';
import { printDate } from '../../core/date';
import type { Argument, Corpus, GraphNode } from '../../core/model';
import { RESPONSE_WORDS } from '../../core/vocabulary';
import { BASIS_WORDS, EDGE_LOOK, STANCE_WORDS } from '../vocabulary';

/** What an edge of the argument does, read from its source: 'disputes', 'rejects'; or from its target: 'disputed by'. */
export function printRelation(edge: Argument, way: 'out' | 'back' = 'out'): string {
  if (edge.type !== 'responds-to' || !edge.response) return EDGE_LOOK[edge.type][way];
  const { name, out } = RESPONSE_WORDS[edge.response];
  return way === 'out' ? out : `${name} by`;
}

const HEADER = [
  'Id',
  'Claim',
  'Who says it',
  'Where they stand',
  'How it stands to the other side',
  'The words for that',
  'Topics',
  'Speakers',
  'Basis',
  'First said',
  'Said',
  'Its words in the article',
  'Article',
];

const RELATIONS = {
  agreements: 'they agree',
  disagreements: 'they disagree',
  answers: 'one answers the other',
} as const;

/** What a row is made of: a node, what each side says of it, and its lines to what the other side says. */
type Told = {
  node: GraphNode;
  first: Voice['statements'];
  second: Voice['statements'];
  side: 'first' | 'second' | 'both';
  stands: Set<string>;
  ties: { edge: Argument; other: GraphNode }[];
};

const flatten = <T>(groups: ByTopic<T>): readonly T[] => groups.flatMap(({ items }) => items);

/**
 * Everything two sides say, a row each, by the names of the two: first what both say, then what agrees, disagrees and
 * answers, last what else each says. Where a cell tells of several utterances or lines each has a line of its own, in the
 * same order in all cells.
 */
export function toComparisonTable(
  corpus: Corpus,
  comparison: Comparison,
  names: readonly [string, string],
): { header: readonly string[]; rows: string[][] } {
  const all = new Map<string, Told>();
  const add = (side: 'first' | 'second', { node, statements }: Voice, stand: string): Told => {
    const key = all.get(node.id)?.side === 'both' ? node.id : `${side} ${node.id}`;
    const told: Told = all.get(key) ??
      // The same report may be told on either side, and then is not what both say.
      { node, first: [], second: [], side, stands: new Set(), ties: [], [side]: statements };
    told.stands.add(stand);
    all.set(key, told);
    return told;
  };
  for (const { said, first, second } of flatten(comparison.same))
    all.set(said.id, {
      node: said,
      first,
      second,
      side: 'both',
      stands: new Set(['both say it']),
      ties: [],
    });
  for (const part of ['agreements', 'disagreements', 'answers'] as const)
    for (const { edge, first, second } of flatten<Tie>(comparison[part])) {
      add('first', first, RELATIONS[part]).ties.push({ edge, other: second.node });
      add('second', second, RELATIONS[part]).ties.push({ edge, other: first.node });
    }
  for (const voice of flatten(comparison.onlyFirst))
    add('first', voice, `only ${names[0]}, without a line to ${names[1]}`);
  for (const voice of flatten(comparison.onlySecond))
    add('second', voice, `only ${names[1]}, without a line to ${names[0]}`);

  const toRow = ({ node, first, second, side, stands, ties }: Told): string[] => {
    const name = (id: string) => corpus.nodes.get(id)!.label;
    const statements = [...new Set([...first, ...second])];
    const lines = (of: (one: (typeof statements)[number]) => string) => statements.map(of).join('\n');
    const [dates, [passage]] = [statements.map(({ range }) => range.start), node.passages];
    const earliest = statements[dates.indexOf(Math.min(...dates))];
    return [
      node.id,
      node.label,
      side === 'both' ? names.join(' and ') : names[side === 'first' ? 0 : 1],
      [...stands].join('; '),
      ties
        .map(
          ({ edge, other }) =>
            `${printRelation(edge, edge.source === node.id ? 'out' : 'back')} “${other.label}” (${BASIS_WORDS[edge.basis]})`,
        )
        .join('\n'),
      ties.map(({ edge }) => edge.passages[0]!.quote).join('\n'),
      (statements[0]?.about ?? [])
        .map((edge) => `${name(edge.target)} (${STANCE_WORDS[edge.stance]})`)
        .join('; '),
      lines(({ speaker, bodies }) => {
        const others = bodies.filter((body) => body !== speaker).map(name);
        return name(speaker) + (others.length === 0 ? '' : ` for ${others.join(' and ')}`);
      }),
      lines(({ utterance }) => BASIS_WORDS[utterance.basis]),
      earliest ? printDate(earliest.date) : '',
      lines(({ date }) => printDate(date)),
      statements.length > 0 ? lines(({ utterance }) => utterance.passages[0]!.quote) : (passage?.quote ?? ''),
      statements.length > 0 ? lines(({ article }) => name(article)) : passage ? name(passage.article) : '',
    ];
  };
  return { header: HEADER, rows: [...all.values()].map(toRow) };
}
