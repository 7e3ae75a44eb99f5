// What can be set side by side, and what each side is called.
import { parseInterval, printInterval, printShortDate } from '../../core/date';
import { toStatements, type Statement } from '../../core/discourse';
import type { Corpus, GraphNode } from '../../core/model';
import { compareNames } from '../../core/order';
import type { Steps } from '../../core/steps';
import { printYear } from '../../core/timeline';
import { isActorType, isSpeakerType } from '../../core/vocabulary';
import { printNumber } from '../numbers';
import { capitalise, toShortName } from '../words';

/** A side in a few words: 'ADCS', 'Community Care, 2019?' for an article, 'until 2014'. */
export function printSide(corpus: Corpus, side: string): string {
  const node = corpus.nodes.get(side);
  if (node?.type === 'article') return `${node.publisher}, ${printShortDate(node.date)}`;
  return node ? toShortName(node) : printInterval(side);
}

/** What a side says besides what it has to do with the other: 'What else is said by ADCS', 'What else is said in 2014'. */
export function printElse(corpus: Corpus, side: string): string {
  const node = corpus.nodes.get(side);
  return `What else is said ${node ? toPreposition(node) : toPrepositionOfTime(side)}${printSide(corpus, side)}`;
}

const toPreposition = ({ type }: GraphNode) =>
  isSpeakerType(type) ? 'by ' : type === 'article' ? 'in ' : 'on ';

function toPrepositionOfTime(date: string): string {
  const words = printInterval(date);
  if (/^(from|until|at) /.test(words)) return '';
  return date.includes('/') ? 'from ' : /^\d{1,2} /.test(words) ? 'on ' : 'in ';
}

/** What the few words for a side leave out: what 'ADCS' stands for, an article's title; empty where they say all. */
export function printRest(corpus: Corpus, side: string): string {
  const node = corpus.nodes.get(side);
  if (node?.type === 'article') return node.label;
  return node ? toWords(node) : '';
}

/** The words that a short name stands for, if a node has one. */
function toWords(node: GraphNode): string {
  const short = toShortName(node);
  return short === node.label ? '' : node.label.replace(` (${short})`, '');
}

/** 'Association of … (ADCS)' → 'ADCS: Association of …', so that a narrow list still tells which it is. */
function toListName(node: GraphNode): string {
  const words = toWords(node);
  return words === '' ? node.label : `${toShortName(node)}: ${words}`;
}

/** The side that something selected belongs to: an actor or article itself, of a claim the body that says it. */
export function findSide(corpus: Corpus, selection: string | undefined): string | undefined {
  const node = corpus.nodes.get(selection ?? '');
  if (node && (isActorType(node.type) || node.type === 'article')) return node.id;
  return toStatements(corpus).find(({ said, utterance }) => [said.id, utterance.id].includes(selection ?? ''))
    ?.body;
}

/** The years in which anything is said, the earliest first. */
export const toYearsSaid = (statements: readonly Statement[]): number[] =>
  [...new Set(statements.map(({ range }) => range.year))].toSorted((a, b) => a - b);

const printUntil = (year: number) => `../${printYear(year)}`;
const printSince = (year: number) => `${printYear(year)}/..`;

/** The time up to the middle of some years and the time since; undefined where no date can say so. */
export function toHalves(years: readonly number[]): readonly [string, string] | undefined {
  const middle = Math.floor(years.length / 2);
  const [last, next] = [years[middle - 1], years[middle]];
  if (last === undefined || next === undefined) return undefined;
  const halves = [printUntil(last), printSince(next)] as const;
  // EDTF has no interval from or to a year of more than four digits.
  return halves.every(parseInterval) ? halves : undefined;
}

export type Choices = readonly [name: string, choices: [id: string, label: string][]][];

/** How many of a kind can be chosen from a list: a browser takes seconds over more, and nobody reads them. */
const LISTED = 300;
/** How many statements are gone through before a pause. */
const STRETCH = 1024;

/** What can be compared, in groups: those who say most, the articles that hold most, and times. */
export function* toChoices(corpus: Corpus, statements: readonly Statement[]): Steps<Choices> {
  const actors = new Map<string, number>();
  const articles = new Map<string, number>();
  for (const [at, { actors: all, article }] of statements.entries()) {
    for (const id of all) actors.set(id, (actors.get(id) ?? 0) + 1);
    articles.set(article, (articles.get(article) ?? 0) + 1);
    if (at % STRETCH === 0) yield undefined;
  }
  const years = toYearsSaid(statements);
  yield undefined;
  const toGroup = (
    name: string,
    numbers: readonly (readonly [string, number])[],
  ): [string, [string, string][]] => [
    numbers.length > LISTED
      ? `${name} (the ${LISTED} with most to say of ${printNumber(numbers.length)})`
      : name,
    numbers
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, LISTED)
      .map(([id]): [string, string] => [id, toListName(corpus.nodes.get(id)!)])
      .toSorted(([, a], [, b]) => compareNames(a, b)),
  ];
  const ofType = (type: string) => [...actors].filter(([id]) => corpus.nodes.get(id)!.type === type);
  const periods = [
    ...years.map(printYear),
    ...years.slice(0, -1).map(printUntil),
    ...years.slice(1).map(printSince),
  ].filter(parseInterval);
  const groups: [string, [string, string][]][] = [
    toGroup('Organisations', ofType('organisation')),
    toGroup('People', ofType('person')),
    toGroup('Reports', ofType('report')),
    toGroup('Articles', [...articles]),
    ['Times', periods.map((period) => [period, capitalise(printInterval(period))])],
  ];
  return groups.filter(([, choices]) => choices.length > 0);
}
