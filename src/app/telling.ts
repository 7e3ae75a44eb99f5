// A path between two nodes told as a sentence, clause by clause, each with the edges whose words it rests on.
import { printShortDate } from '../core/date';
import { toUtteranceDate } from '../core/debate';
import { isSaid, isUtterance, type GraphEdge } from '../core/model';
import type { Path } from '../core/paths';
import { isArgumentType, type EdgeType } from '../core/vocabulary';
import { toBody } from '../core/voices';
import type { Opened } from './store';
import { printBasis, printVoice, toShortName } from './words';

/** Words of a sentence; those with an id stand for a node or an edge. */
type Word = { readonly text: string; readonly id?: string };
/** A part of the sentence, and the edges it tells. */
export type Clause = { readonly words: readonly Word[]; readonly edges: readonly GraphEdge[] };

/** What comes between two nodes when an edge is told from its source (`out`) or from its target (`back`). */
const VERBS = {
  authored: { out: 'said', back: 'was said by' },
  states: { out: 'states', back: 'is stated in' },
  disputes: { out: 'disputes', back: 'is disputed by' },
  supports: { out: 'supports', back: 'is supported by' },
  'responds-to': { out: 'responds to', back: 'is answered by' },
  'addressed-to': { out: 'is addressed to', back: 'is addressed in' },
  about: { out: 'is about', back: 'is taken up by' },
  'affiliated-with': { out: 'belongs to', back: 'counts among its people' },
  commissioned: { out: 'commissioned', back: 'was commissioned by' },
  'based-on': { out: 'is based on', back: 'is evidence for' },
  rated: { out: 'rated', back: 'was rated by' },
} as const satisfies Record<EdgeType, { out: string; back: string }>;

/** ' in 2014', ' about 2015' where that is not certain. */
const printWhen = (date: string) =>
  /\?$|^c\. /.test(date) ? ` about ${date.replace(/\?$|^c\. /g, '')}` : ` in ${date}`;

/** What an edge does, with whether that is inferred before the word that leads on: 'is addressed (inferred) in'. */
const printVerb = (verb: string, edge: GraphEdge, when = '') => {
  const [, does, leads] = /^(.+?)( by| in)?$/.exec(verb)!;
  return `${does}${when}${printBasis(edge)}${leads ?? ''}`;
};

/** The clauses of a path: 'Alan Wood, for ADCS, said in 2014 ‘…’', 'which Ofsted disputes: ‘…’'. */
export function tellPath(opened: Opened, { nodes: ids, steps }: Path): Clause[] {
  const { corpus, incidence } = opened;
  const nodes = ids.map((id) => corpus.nodes.get(id)!);
  const said = (edge: GraphEdge | undefined) => edge !== undefined && isUtterance(corpus, edge);
  const year = (edge: GraphEdge) =>
    isUtterance(corpus, edge) ? printWhen(printShortDate(toUtteranceDate(corpus, edge))) : '';
  /** A node by its name; what is said with who says it, unless the sentence names them beside it. */
  const toName = (index: number): Word[] => {
    const node = nodes[index]!;
    const name = {
      id: node.id,
      text: isSaid(node) || node.type === 'topic' ? `‘${node.label}’` : toShortName(node),
    };
    const named = said(steps[index - 1]?.[0]) || said(steps[index]?.[0]);
    return isSaid(node) && !named ? [name, { text: ` (${printVoice(opened, node)})` }] : [name];
  };
  /** ', for ADCS,' where somebody speaks for another. */
  const toBehalf = (edge: GraphEdge): Word[] => {
    const body = said(edge) ? toBody(corpus, incidence, edge.source, edge.passages[0]!.article) : edge.source;
    if (body === edge.source) return [];
    return [{ text: ', for ' }, { id: body, text: toShortName(corpus.nodes.get(body)!) }, { text: ',' }];
  };
  const clauses: Clause[] = [];
  for (let at = 0; at < steps.length; at++) {
    const node = nodes[at]!;
    const next = steps[at + 1]?.[0];
    const subject: Word[] = at === 0 ? toName(0) : [{ text: node.type === 'person' ? 'who' : 'which' }];
    const [first] = steps[at]!;
    // 'A, which is disputed by B, which was said by C' is better told as 'A, which C disputes: B'.
    if (
      isArgumentType(first!.type) &&
      first!.target === node.id &&
      next &&
      said(next) &&
      next.target === ids[at + 1]
    ) {
      clauses.push({
        words: [
          ...subject,
          { text: ' ' },
          ...toName(at + 2),
          ...toBehalf(next),
          { text: ' ' },
          { id: first!.id, text: `${VERBS[first!.type].out}${printBasis(first!)}` },
          { text: ': ' },
          ...toName(at + 1),
          { text: ', ' },
          { id: next.id, text: `said${year(next)}${printBasis(next)}` },
        ],
        edges: [first!, next],
      });
      at++;
      continue;
    }
    // Of several edges of a type one is told: the two nodes' own cards list them all.
    const told = [
      ...new Map(steps[at]!.toReversed().map((edge) => [`${edge.type} ${edge.source}`, edge])).values(),
    ];
    const verbs = told.toReversed().flatMap((edge, index): Word[] => {
      const out = edge.source === node.id;
      const wrote = edge.type === 'authored' && !said(edge);
      const verb = wrote ? (out ? 'wrote' : 'was written by') : VERBS[edge.type][out ? 'out' : 'back'];
      return [
        { text: index === 0 ? ' ' : ' and ' },
        { id: edge.id, text: printVerb(verb, edge, out ? year(edge) : '') },
      ];
    });
    const speaks = first!.source === node.id;
    clauses.push({
      words: [
        ...subject,
        ...(speaks ? toBehalf(first!) : []),
        ...verbs,
        { text: ' ' },
        ...toName(at + 1),
        ...(speaks ? [] : [...toBehalf(first!).slice(0, -1), { text: year(first!) }]),
      ],
      edges: told.toReversed(),
    });
  }
  return clauses;
}
