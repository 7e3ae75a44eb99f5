// Nodes and edges put into words.
import { isSaid, type GraphEdge, type GraphNode } from '../core/model';
import { parseDate, printShortDate } from '../core/date';
import { toResponses, toSpeakers, type Speaker } from '../core/debate';
import { toBody } from '../core/voices';
import { RESPONSE_WORDS } from '../core/vocabulary';
import type { Opened } from './store';
import { EDGE_LOOK, SPEECH_WORDS, STANCE_WORDS } from './vocabulary';

/** 'Alan Wood', 'Alan Wood and ADCS', 'Alan Wood, ADCS and 2 others'. */
export function listNames(names: readonly string[]): string {
  if (names.length <= 2) return names.join(' and ');
  if (names.length === 3) return `${names[0]}, ${names[1]} and ${names[2]}`;
  return `${names[0]}, ${names[1]} and ${names.length - 2} others`;
}

/** A name short enough for a list: 'Association of Directors of Children’s Services (ADCS)' → 'ADCS'. */
export function toShortName(node: GraphNode): string {
  return /\(([A-Z]{2,})\)$/.exec(node.label)?.[1] ?? node.label;
}

const listSpeakers = (speakers: readonly Speaker[]) =>
  listNames(speakers.map(({ node }) => toShortName(node)));

/** Who says a claim or recommendation, in a few words; empty for other nodes. */
export function printSpeakers({ corpus, incidence }: Opened, node: GraphNode): string {
  if (!isSaid(node)) return '';
  return listSpeakers(toSpeakers(corpus, incidence, node.id));
}

/** Who of some speakers says what is said, one person for which body: 'Alan Wood of ADCS', 'Ofsted and ADCS'. */
function printNames(
  { corpus, incidence }: Opened,
  node: GraphNode,
  speakers: readonly [Speaker, ...Speaker[]],
): string {
  const [first, ...others] = speakers;
  const body =
    first.node.type === 'person' && others.length === 0
      ? corpus.nodes.get(toBody(corpus, incidence, first.node.id, node.passages[0]!.article))!
      : first.node;
  const named = listSpeakers(speakers);
  // 'Ofsted spokesman' tells for whom.
  return named.includes(toShortName(body)) ? named : `${named} of ${toShortName(body)}`;
}

/** Who says it, a person for which body, and in which year first: 'Alan Wood of ADCS (2014)'; a node that says nothing is its name. */
export function printVoice(opened: Opened, node: GraphNode): string {
  const [first, ...others] = isSaid(node) ? toSpeakers(opened.corpus, opened.incidence, node.id) : [];
  if (!first) return toShortName(node);
  const names = printNames(opened, node, [first, ...others]);
  // 'Ofsted spokesman (2015)' tells when.
  return names.endsWith(`(${parseDate(first.date)!.year})`)
    ? names
    : `${names} (${printShortDate(first.date)})`;
}

/** A sign that a line is the coder's conclusion, to follow what it does. */
export const printBasis = ({ basis }: Pick<GraphEdge, 'basis'>): string =>
  basis === 'inferred' ? ' (inferred)' : '';

/** What became of a recommendation: 'Ofsted: rejected', 'Debbie Jones of Ofsted: noted (inferred)'; empty where nobody answered. */
export function printResponses(opened: Opened, id: string): string {
  const { corpus, incidence } = opened;
  const answers = new Map<string, string>();
  for (const { response, edge } of toResponses(corpus, incidence, id)) {
    const node = corpus.nodes.get(edge.source)!;
    const [first, ...others] = toSpeakers(corpus, incidence, node.id);
    const names = first ? printNames(opened, node, [first, ...others]) : toShortName(node);
    const answer = `${names}: ${RESPONSE_WORDS[response].name}`;
    // What is stated stands for what is inferred of the same.
    if (answers.get(answer) !== '') answers.set(answer, printBasis(edge));
  }
  return Array.from(answers, (told) => told.join('')).join(', ');
}

/** What an edge itself says besides its type and its ends, in a few words each. */
export function listDetails(edge: GraphEdge): string[] {
  const details = [
    'stance' in edge ? STANCE_WORDS[edge.stance] : undefined,
    'role' in edge ? edge.role : undefined,
    'speech' in edge && edge.speech ? SPEECH_WORDS[edge.speech] : undefined,
    'grade' in edge ? edge.grade : undefined,
    'response' in edge && edge.response ? RESPONSE_WORDS[edge.response].name : undefined,
  ];
  return details.filter((detail) => detail !== undefined);
}

/** An edge as a sentence: its source, what it does, its target. */
export function printEdge({ corpus }: Opened, edge: GraphEdge): string {
  return `${corpus.nodes.get(edge.source)!.label} ${EDGE_LOOK[edge.type].out} ${corpus.nodes.get(edge.target)!.label}`;
}

/** A node by its name, an edge as a sentence. */
export const printItem = (opened: Opened, item: GraphNode | GraphEdge): string =>
  'source' in item ? printEdge(opened, item) : item.label;

/** Words in quotation marks, unless they bring their own. */
export function printQuote(quote: string): string {
  const words = quote.replace(/\s+/g, ' ');
  return /^[“"]/.test(words) ? words : `“${words}”`;
}

/** A name in quotation marks, with those it has itself as the inner ones. */
export const printName = (name: string): string => `“${name.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** 'said by' → 'Said by'. */
export const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
