// Writes who says what as an event list, as Discourse Network Analyzer calls it: what R, pandas or a spreadsheet counts.
import type { Statement } from '../discourse';
import { incidenceOf } from '../graph';
import type { Corpus, EdgeOf } from '../model';
import type { Steps } from '../steps';
import { toVoices } from '../voices';
import { text, toRows, type Column } from './columns';
import { writeCsv } from './csv';

/** A statement by one person, or by none, for one body on one question, or on none where what is said is about none. */
type Event = Omit<Statement, 'about'> & { person: string | undefined; about: EdgeOf<'about'> | undefined };

const label = (name: string, toId: (event: Event) => string | undefined) =>
  text<Event>(name, (event, { nodes }) => {
    const id = toId(event);
    return id === undefined ? undefined : nodes.get(id)!.label;
  });
const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

/** Ids beside names, and one thing to a cell; `statement` is the same in all rows of one statement. */
const COLUMNS: readonly Column<Event>[] = [
  text('statement', ({ utterance }) => utterance.id),
  text('date', ({ date }) => date),
  text('earliest', ({ range }) => toDay(range.start)),
  text('latest', ({ range }) => toDay(range.end)),
  text('speaker', ({ speaker }) => speaker),
  label('speaker_name', ({ speaker }) => speaker),
  text('speaker_kind', ({ speaker }, { nodes }) => nodes.get(speaker)!.type),
  text('role', ({ utterance }) => (utterance.type === 'authored' ? utterance.role : undefined)),
  text('person', ({ person }) => person),
  label('person_name', ({ person }) => person),
  text('body', ({ body }) => body),
  label('body_name', ({ body }) => body),
  text('topic', ({ about }) => about?.target),
  label('topic_name', ({ about }) => about?.target),
  text('stance', ({ about }) => about?.stance),
  text('claim', ({ said }) => said.id),
  text('claim_kind', ({ said }) => said.type),
  text('claim_statement', ({ said }) => said.statement),
  text('words', ({ utterance }) => utterance.passages[0]!.quote),
  text('speech', ({ utterance }) => utterance.speech),
  text('basis', ({ utterance }) => utterance.basis),
  text('rationale', ({ utterance }) => utterance.rationale),
  text('article', ({ article }) => article),
  label('article_name', ({ article }) => article),
  text('publisher', ({ article }, { articles }) => articles.get(article)!.node.publisher),
  text('article_url', ({ article }, { articles }) => articles.get(article)!.node.url),
];

/** Some things, or none as one. */
const orNone = <T>(some: readonly T[]): readonly (T | undefined)[] => (some.length > 0 ? some : [undefined]);

/** Each body that a statement is for, with each person who makes it for that body, or with none. */
function toParties(corpus: Corpus, { bodies, people, article }: Statement): Pick<Event, 'body' | 'person'>[] {
  const incidence = incidenceOf(corpus);
  const speaksFor = (person: string, body: string) =>
    toVoices(corpus, incidence, person, article).bodies.includes(body);
  return bodies.flatMap((body) =>
    orNone(people.filter((person) => speaksFor(person, body))).map((person) => ({ body, person })),
  );
}

function* toEvents(corpus: Corpus, statements: readonly Statement[]): Generator<Event> {
  for (const statement of statements)
    for (const party of toParties(corpus, statement))
      for (const about of orNone(statement.about)) yield { ...statement, ...party, about };
}

/** How many statements are counted before a pause. */
const STRETCH = 1024;

/** How many rows the event list of some statements has. */
export function* countEvents(corpus: Corpus, statements: readonly Statement[]): Steps<number> {
  let count = 0;
  for (const [index, statement] of statements.entries()) {
    if (index % STRETCH === 0) yield undefined;
    count += toParties(corpus, statement).length * Math.max(1, statement.about.length);
  }
  return count;
}

/**
 * The event list of some statements as CSV in pieces: a row for each, for each body it is for, each person who makes it for that
 * body, and each question it is about. Dates are EDTF, with the days they may lie on.
 */
export function* writeEvents(corpus: Corpus, statements: readonly Statement[]): Generator<string> {
  yield* writeCsv(
    COLUMNS.map(({ name }) => name),
    toRows(COLUMNS, toEvents(corpus, statements), corpus),
  );
}
