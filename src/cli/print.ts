// What the commands print, as text.
import { ASPECTS, toAlike, toF1, toTotal, type Agreement, type Total } from '../core/agreement';
import { accountFor } from '../core/corpus';
import type { Corpus } from '../core/model';
import type { ImportedArticle } from '../core/article/imported';
import { printDate } from '../core/date';
import { toYears } from '../core/debate';
import type { LinkedProposal } from '../core/extract/similar';
import { plural } from '../core/plural';
import type { QueryError } from '../core/query';
import type { Comparison } from '../core/settlement';
import { EDGE_TYPES, NODE_TYPES } from '../core/vocabulary';

/** How every article is accounted for: a line each, and (`all`) a line for every sentence left out. */
export function* printCoverage(corpus: Corpus, all: boolean): Generator<string> {
  for (const [id, { node }] of corpus.articles) {
    const sentences = accountFor(corpus, id);
    const left = sentences.filter(({ state }) => state === 'left out');
    const coded = sentences.filter(({ state }) => state === 'coded');
    yield `seeds/${node.seed}: ${plural(sentences.length, 'sentence')}, ${coded.length} coded, ${left.length} left out\n`;
    if (all) for (const { reason, text } of left) yield `  ${reason}: ${text}\n`;
  }
}

/** How many of everything there are. */
export function* printStats(corpus: Corpus): Generator<string> {
  const counts = new Map<string, number>();
  for (const { type } of [...corpus.nodes.values(), ...corpus.edges.values()])
    counts.set(type, (counts.get(type) ?? 0) + 1);
  const row = (name: string, number: number) => `${name.padEnd(16)}${String(number).padStart(6)}\n`;
  yield `${plural(corpus.articles.size, 'article')}, ${toYears(corpus)}\n\n`;
  for (const type of NODE_TYPES) yield row(type, counts.get(type) ?? 0);
  yield `${row('nodes', corpus.nodes.size)}\n`;
  for (const type of EDGE_TYPES) yield row(type, counts.get(type) ?? 0);
  yield row('edges', corpus.edges.size);
  const inferred = [...corpus.edges.values()].filter(({ basis }) => basis === 'inferred').length;
  yield row('  inferred', inferred);
  const passages = [...corpus.nodes.values(), ...corpus.edges.values()].reduce(
    (sum, item) => sum + item.passages.length,
    0,
  );
  yield row('passages', passages);
}

const ASPECT_NAMES = {
  type: 'same type',
  speakers: 'same speakers',
  topics: 'same topics',
  stance: 'same stance on one shared',
} as const satisfies Record<(typeof ASPECTS)[number], string>;

const toShare = (part: number, whole: number) =>
  whole === 0 ? 'none' : `${Math.round((100 * part) / whole)} % (${part} of ${whole})`;

/** How far two codings agree on what was found; `alpha` is that of the words, where they are of one article. */
function* printTotal(total: Total, alpha?: number): Generator<string> {
  const { first, second, both, sharedTopic, readings } = total;
  yield `claims and recommendations  first ${first}, second ${second}, both ${both}\n`;
  yield `agreement (F1)              ${Math.round(100 * toF1(total))} %\n`;
  if (alpha !== undefined)
    yield `alpha on the words          ${alpha.toFixed(2)} (Krippendorff, nominal: claim, recommendation, neither)\n`;
  yield `share a topic               ${toShare(sharedTopic, both)}\n`;
  for (const aspect of ASPECTS) {
    const { length } = readings[aspect];
    const alike = toAlike(readings[aspect]);
    yield `${ASPECT_NAMES[aspect].padEnd(28)}${toShare(alike.same, length)}${length === 0 ? '' : `, alpha ${alike.alpha.toFixed(2)}`}\n`;
  }
}

/** How far two codings agree, article by article, and in all of them where there are several. */
export function* printComparison(corpus: Corpus, { articles }: Comparison, all: boolean): Generator<string> {
  for (const [id, { agreement }] of articles) {
    const { node, text } = corpus.articles.get(id)!;
    if (articles.size > 1) yield `${node.label} (seeds/${node.seed})\n`;
    yield* printAgreement(agreement, text, all);
    if (articles.size > 1) yield '\n';
  }
  if (articles.size < 2) return;
  yield `all ${articles.size} articles\n`;
  yield* printTotal(toTotal(Array.from(articles.values(), ({ agreement }) => agreement)));
}

/** How far two codings of an article agree, and (`all`) a line for everything they do not agree on. */
function* printAgreement(agreement: Agreement, text: string, all: boolean): Generator<string> {
  const { disagreements, alpha } = agreement;
  yield* printTotal(agreement, alpha);
  yield `${plural(disagreements.length, 'disagreement')} to settle${all || disagreements.length === 0 ? '' : ': --list names them'}\n`;
  if (!all) return;
  for (const { kind, at, first: one, second: other, readings } of disagreements) {
    const line = text.slice(0, at).split('\n').length;
    yield `line ${line}: ${kind}: ${(one ?? other)!.label}\n`;
    if (readings) yield `  first: ${readings.first}\n  second: ${readings.second}\n`;
  }
}

/** A query that cannot be read, with a mark under the place. */
export function printQueryError(query: string, { message, at }: QueryError): string {
  return `the query cannot be read: ${message}\n  ${query}\n  ${' '.repeat(at)}^`;
}

/** What was proposed from an article, as `extract` reads it back. */
export type Extracted = Pick<ImportedArticle, 'furniture' | 'notices' | 'authors'> & {
  file: string;
  title: string | null;
  publisher: string | null;
  date: string | null;
  proposals: readonly LinkedProposal[];
};

const onOneLine = (text: string) => text.replace(/\s+/g, ' ');
const toPercent = (share: number) => `${String(Math.round(100 * share)).padStart(3)} %`;

/** What stands below a proposal, and how many links of it. */
const UNDER = ' '.repeat(25);
const MOST_LINKS = 3;

/** An article's proposals for people to read: a line each, with how sure it is and the rule that made it. */
export function* printExtracted(article: Extracted): Generator<string> {
  const { file, title, publisher, authors, date, notices, proposals, furniture } = article;
  yield `${title ?? file}\n`;
  yield `${[file, publisher, authors.join(', '), date && printDate(date)].filter((fact) => fact).join(' · ')}\n`;
  for (const notice of notices) yield `! ${notice}\n`;
  const toName = (end: number | string) => {
    const proposal = typeof end === 'number' ? proposals[end] : undefined;
    if (!proposal) return String(end);
    return 'label' in proposal ? proposal.label : `“${onOneLine(proposal.passage.quote)}”`;
  };
  for (const proposal of proposals) {
    const { kind, confidence, rule, passage } = proposal;
    const sure = `  ${toPercent(confidence)}  ${kind.padEnd(14)}`;
    if (kind === 'person' || kind === 'organisation' || kind === 'report')
      yield `${sure}  ${onOneLine(proposal.label)} (${plural(proposal.mentions.length, 'mention')}, ${rule})\n`;
    else if (kind === 'relation')
      yield `${sure}  ${toName(proposal.source)} ${proposal.type} ${toName(proposal.target)} (${rule})\n`;
    else if ('speakers' in proposal) {
      const speakers = proposal.speakers.map(({ label }) => onOneLine(label)).join(', ');
      const rivals = (proposal.rivals ?? []).map(({ label }) => ` or ${onOneLine(label)}?`).join('');
      yield `${sure}  ${speakers === '' ? '' : `${speakers}${rivals}: `}“${onOneLine(passage.quote)}” (${rule})\n`;
      const { topics = [], similar = [] } = proposal;
      if (topics.length > 0)
        yield `${UNDER}about ${topics
          .slice(0, MOST_LINKS)
          .map(({ id }) => id)
          .join(', ')}?\n`;
      for (const { kind: likeness, id } of similar.slice(0, MOST_LINKS))
        yield `${UNDER}${likeness === 'same' ? 'same as' : likeness} ${id}?\n`;
    }
  }
  if (furniture.length > 0) yield `  ${plural(furniture.length, 'piece')} of page furniture left out\n`;
  yield '\n';
}
