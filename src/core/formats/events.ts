// Writes who says what as an event list, as Discourse Network Analyzer calls it: what R, pandas or a spreadsheet counts.
import { toStatements, toStatementsInSteps, type Statement } from '../discourse';
import type { Corpus, EdgeOf } from '../model';
import type { Steps } from '../steps';
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

/**
 * The events of a corpus; of a part those whose lines are in it, each on the questions that the part ties it to, else on all it
 * is about: the whole tells which, and who speaks for whom.
 */
function* toEvents(corpus: Corpus, whole: Corpus): Generator<Event> {
  for (const statement of toStatements(whole)) {
    if (!corpus.edges.has(statement.utterance.id)) continue;
    const tied = statement.about.filter(({ id }) => corpus.edges.has(id));
    const abouts = tied.length > 0 ? tied : statement.about;
    for (const body of statement.bodies)
      for (const about of abouts.length > 0 ? abouts : [undefined]) yield { ...statement, body, about };
  }
}

/** How many rows the event list of a part has. */
export function* countEvents(corpus: Corpus, whole: Corpus): Steps<number> {
  yield* toStatementsInSteps(whole);
  let count = 0;
  for (const _ of toEvents(corpus, whole)) if (++count % 1024 === 0) yield undefined;
  return count;
}

/**
 * The event list of a corpus as CSV in pieces: a row for each statement, body it is for and question it is about. Dates are
 * EDTF, with the days they may lie on.
 */
export function* writeEvents(corpus: Corpus, whole: Corpus): Generator<string> {
  yield* writeCsv(
    COLUMNS.map(({ name }) => name),
    toRows(COLUMNS, toEvents(corpus, whole), whole),
  );
}
