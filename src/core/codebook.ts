// The codebook: what each type means, in short and with words of an article, and all topics; as a document too.
import { toMarkdown } from './citation';
import { printDate } from './date';
import { toPositions, toYears, type Positions } from './debate';
import type { Edit } from './edit';
import { perCorpus } from './memo';
import type { Corpus, NodeOf } from './model';
import { plural } from './plural';
import type { Definition } from './schema';
import { EDGE_ENDS, EDGE_TYPES, NODE_TYPES, type EdgeType, type NodeType } from './vocabulary';

const TYPES = [...NODE_TYPES, ...EDGE_TYPES];

/** What types mean where nothing else is said, with examples from the first articles: graph/CODEBOOK.md says it in full. */
export const DEFINITIONS = {
  article: {
    means: 'One text that is coded.',
    example: 'Service demand no excuse for poor performance, finds Ofsted',
  },
  organisation: {
    means:
      'A body the text names; or people who speak or are addressed together without a name of their own.',
    example: 'DCSs were positive',
    as: 'directors of children’s services, taken together',
  },
  person: { means: 'A human being, named, or unnamed but quoted.', example: 'said ADCS president Alan Wood' },
  report: {
    means: 'A document with findings, published alone or inside another.',
    example: 'contained within an appendix to the report',
  },
  claim: {
    means:
      'One proposition that others could check or contest. Where one could agree with half of it and dispute the other half, it is two.',
    example: 'the single-word judgment … does little to describe the overall progress',
  },
  recommendation: {
    means: 'One proposition about what is to be done.',
    example: 'create a consistency panel',
  },
  topic: {
    means: 'An issue in dispute, put as a neutral question with two poles.',
    example: 'a one-word judgment doesn’t work',
    as: 'Should inspections end in a one-word judgment?',
  },
  authored: {
    means: 'Wrote it, or said it: in direct or reported speech, or in the author’s own voice.',
    example: 'said ADCS president Alan Wood',
  },
  states: { means: 'A report says it.', example: 'it states', as: 'of Impower’s study' },
  disputes: {
    means: 'Holds it to be wrong, overstated or harmful: both cannot be true.',
    example: 'Ofsted’s grading system… provides an objective view',
    as: 'against the academics’ doubts',
  },
  supports: {
    means: 'Agrees with it, endorses it, or gives a reason for it.',
    example: 'because a lack of clarity resulted in high numbers of inappropriate referrals',
  },
  'responds-to': {
    means:
      'Answers a recommendation or report; or a claim, without disputing or supporting it. An answer to a recommendation accepts it, partly or wholly, rejects or notes it.',
    example: 'Ofsted has agreed to take action on the points raised',
  },
  'addressed-to': {
    means: 'Who is to do it.',
    example: 'Ofsted needs to make its moderation process more transparent',
  },
  about: {
    means: 'The question it bears on, and where it stands between the two poles.',
    example: 'a one-word judgment doesn’t work',
    as: 'against',
  },
  'affiliated-with': {
    means: 'Works for it, speaks for it, or belongs to it, at the time.',
    example: 'Debbie Jones, national director for social care at Ofsted',
  },
  commissioned: { means: 'Had it made.', example: 'as part of the review', as: 'of the academics’ appendix' },
  'based-on': {
    means: 'Its evidence: the bodies it examined, the studies it used.',
    example: 'the first 11 councils to be inspected',
  },
  rated: {
    means: 'Gave it a grade, in the words of the text.',
    example: 'Only Lincolnshire was rated outstanding',
  },
} as const satisfies Record<NodeType | EdgeType, Definition>;

/** What a type means in a corpus. */
export const toDefinition = (
  { definitions }: Pick<Corpus, 'definitions'>,
  type: NodeType | EdgeType,
): Definition => definitions?.[type] ?? DEFINITIONS[type];

const isSame = (one: Definition, other: Definition) =>
  (['means', 'example', 'as', 'rule'] as const).every((field) => one[field] === other[field]);

/** The edit by which a type means this from now on; what it means anyway is not stored. */
export const toDefining = (type: NodeType | EdgeType, definition: Definition): Edit => ({
  definitions: { [type]: isSame(definition, DEFINITIONS[type]) ? null : definition },
});

/** The edit by which all types mean what they mean in another codebook; undefined where they do already. */
export function toAdoption(corpus: Corpus, theirs: NonNullable<Corpus['definitions']>): Edit | undefined {
  const differing = TYPES.flatMap((type) => {
    const definition = theirs[type] ?? DEFINITIONS[type];
    return isSame(definition, toDefinition(corpus, type)) ? [] : [toDefining(type, definition).definitions];
  });
  return differing.length > 0
    ? { definitions: Object.assign({}, ...differing) as Edit['definitions'] }
    : undefined;
}

/** How many nodes and edges there are of each type. */
export const toUses = perCorpus(({ nodes, edges }) => {
  const uses = Object.fromEntries(TYPES.map((type) => [type, 0])) as Record<NodeType | EdgeType, number>;
  for (const { type } of nodes.values()) uses[type] += 1;
  for (const { type } of edges.values()) uses[type] += 1;
  return uses;
});

/** What it is to be for and against a topic, and what belongs to it. */
export const printTopic = ({ poles, note }: NodeOf<'topic'>): string =>
  `For: ${poles.for}. Against: ${poles.against}.${note === undefined ? '' : ` ${note}`}`;

/** Text as it stands on one line of Markdown. */
const toLine = (text: string) => toMarkdown(text.replace(/\s+/g, ' ').trim());

function* printTable(head: readonly string[], rows: readonly (readonly string[])[]): Generator<string> {
  yield `| ${head.join(' | ')} |\n|${' --- |'.repeat(head.length)}\n`;
  for (const row of rows) yield `| ${row.join(' | ')} |\n`;
}

function toCells(corpus: Corpus, type: NodeType | EdgeType): string[] {
  const { means, example, as, rule } = toDefinition(corpus, type);
  const words = example === undefined ? '' : `“${toLine(example)}”`;
  const sense = as === undefined ? '' : words === '' ? toLine(as) : ` (${toLine(as)})`;
  return [String(toUses(corpus)[type]), toLine(means), words + sense, toLine(rule ?? '')];
}

function* printSection(corpus: Corpus, { topic, numbers, size }: Positions): Generator<string> {
  yield `\n### ${toLine(topic.label)}\n\n`;
  for (const pole of ['for', 'against'] as const)
    yield `- ${pole === 'for' ? 'For' : 'Against'} (${numbers[pole]}): ${toLine(topic.poles[pole])}\n`;
  yield `- Both for and against: ${numbers.mixed}; neither: ${numbers.neutral}; in all: ${size}\n`;
  if (topic.note !== undefined) yield `\n${toLine(topic.note)}\n`;
  const [{ article, quote } = { article: '', quote: '' }] = topic.passages;
  const source = corpus.articles.get(article)?.node;
  if (source)
    yield `\n> ${toLine(quote)}\n>\n> — *${toLine(source.label)}*, ${toLine(source.publisher)}, ${toLine(printDate(source.date))}\n`;
}

/**
 * The codebook as Markdown in pieces, for the appendix of a paper: what each type means, with an example and how often it is
 * used; each topic with its poles, its note, how many claims and recommendations stand where, and words that raise it.
 */
export function* printCodebook(corpus: Corpus, title: string): Generator<string> {
  const { articles, nodes, edges } = corpus;
  yield `# Codebook: ${toLine(title)}\n\n`;
  yield `${plural(articles.size, 'article')}${articles.size > 0 ? `, ${toYears(corpus)}` : ''}; ${plural(nodes.size, 'node')}, ${plural(edges.size, 'edge')}.\n`;
  yield '\n## Types of node\n\n';
  yield* printTable(
    ['Type', 'Used', 'What it means', 'Example', 'Rule'],
    NODE_TYPES.map((type) => [`\`${type}\``, ...toCells(corpus, type)]),
  );
  yield '\n## Types of edge\n\n';
  yield* printTable(
    ['Type', 'From → to', 'Used', 'What it means', 'Example', 'Rule'],
    EDGE_TYPES.map((type) => {
      const [from, to] = EDGE_ENDS[type];
      return [`\`${type}\``, `${from.join(', ')} → ${to.join(', ')}`, ...toCells(corpus, type)];
    }),
  );
  yield '\n## Topics\n';
  for (const position of toPositions(corpus)) yield* printSection(corpus, position);
}
