// What somebody says, each time with the words of it: who, when and where.
import { Fragment } from 'react';
import { printDate } from '../../core/date';
import type { Statement } from '../../core/discourse';
import { groupBy } from '../../core/group';
import type { GraphNode } from '../../core/model';
import type { Opened } from '../store';
import { BASIS_WORDS, SPEECH_WORDS } from '../vocabulary';
import { capitalise, listNames, printQuote, toShortName } from '../words';
import { ItemLink } from './ItemLink';
import { TypeIcon } from './Icon';
import styles from './Words.module.css';

/** A claim or recommendation, or another node, as a link to it. */
export function ItemLine({ node }: { node: GraphNode }) {
  return (
    <ItemLink id={node.id} className={styles.item}>
      <TypeIcon type={node.type} />
      <span>{node.label}</span>
    </ItemLink>
  );
}

/** What is shown of the words of a statement: where a coder infers who says it, all that tell. */
const toShown = ({ utterance: { passages, rationale } }: Statement) =>
  rationale === undefined
    ? printQuote(passages[0]!.quote)
    : [...new Set(passages.map(({ quote }) => quote))].map((quote) => printQuote(quote)).join(' … ');

/**
 * The words of some statements, each once as a link to where they stand, and below them who says them when, in which article;
 * where a coder infers that, why.
 */
export function Words({ opened, statements }: { opened: Opened; statements: readonly Statement[] }) {
  const { corpus } = opened;
  const toName = (id: string) => toShortName(corpus.nodes.get(id)!);
  const toSpeaker = ({ speaker, bodies }: Statement) => {
    const others = bodies.filter((body) => body !== speaker).map(toName);
    return toName(speaker) + (others.length === 0 ? '' : ` for ${listNames(others)}`);
  };
  const wordings = groupBy(statements, (statement) => `${statement.article} ${toShown(statement)}`);
  return [...wordings].map(([key, wording]) => {
    const first = wording[0]!;
    const { publisher } = corpus.articles.get(first.article)!.node;
    const attributions = groupBy(wording, ({ date, utterance: { speech, rationale } }) =>
      [speech, date, rationale].join('\n'),
    );
    return (
      <div key={key} className={styles.words}>
        <ItemLink id={first.utterance.id} className={styles.quote}>
          {toShown(first)}
        </ItemLink>
        {[...attributions.values()].map((same, index) => {
          const { utterance: own, date } = same[0]!;
          const speakers = listNames(same.map(toSpeaker));
          return (
            <Fragment key={own.id}>
              <p>
                {index === 0 ? speakers : <ItemLink id={own.id}>{speakers}</ItemLink>}
                {[...(own.speech ? [SPEECH_WORDS[own.speech]] : []), printDate(date), publisher]
                  .map((words) => ` · ${words}`)
                  .join('')}
              </p>
              {own.rationale !== undefined && (
                <p>
                  <b>{capitalise(BASIS_WORDS.inferred)}:</b> {own.rationale}
                </p>
              )}
            </Fragment>
          );
        })}
      </div>
    );
  });
}
