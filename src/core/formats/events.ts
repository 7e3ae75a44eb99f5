// Writes who says what as an event list, as Discourse Network Analyzer calls it: what R, pandas or a spreadsheet counts.
import type { Statement } from '../discourse';
import type { Corpus, EdgeOf } from '../model';
import { text, toRows, type Column } from './columns';
import { writeCsv } from './csv';

/** A statement for one body on one question, or on none where what is said is about none. */
type Event = Omit<Statement, 'body' | 'about'> & { body: string; about: EdgeOf<'about'> | undefined };

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
];

function* toEvents(statements: readonly Statement[]): Generator<Event> {
  for (const statement of statements)
    for (const body of statement.bodies)
      for (const about of statement.about.length > 0 ? statement.about : [undefined])
        yield { ...statement, body, about };
}

/** How many rows the event list of some statements has. */
export const countEvents = (statements: readonly Statement[]): number =>
  statements.reduce((count, { bodies, about }) => count + bodies.length * Math.max(1, about.length), 0);

/**
 * The event list of some statements as CSV in pieces: a row for each, for each body it is for and question it is about. Dates
 * are EDTF, with the days they may lie on.
 */
export function* writeEvents(corpus: Corpus, statements: readonly Statement[]): Generator<string> {
  yield* writeCsv(
    COLUMNS.map(({ name }) => name),
    toRows(COLUMNS, toEvents(statements), corpus),
  );
}
