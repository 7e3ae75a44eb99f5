// What somebody says, each time with the words of it: who, when and where.
import { printDate } from '../../core/date';
import type { Statement } from '../../core/discourse';
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

/** What one says again in the same words is told once. */
const toWordings = (statements: readonly Statement[]): (readonly [Statement, ...Statement[]])[] => {
  const wordings = new Map<string, [Statement, ...Statement[]]>();
  for (const statement of statements) {
    const { passages, rationale = '' } = statement.utterance;
    const key = [passages[0]!.article, passages[0]!.quote, rationale].join('\n');
    const known = wordings.get(key);
    if (known) known.push(statement);
    else wordings.set(key, [statement]);
  }
  return [...wordings.values()];
};

/**
 * The words of some statements, each as a link to where they stand, and who says them when, in which article; where a coder
 * infers who says it, all the words that tell, and why.
 */
export function Words({ opened, statements }: { opened: Opened; statements: readonly Statement[] }) {
  const { corpus } = opened;
  const toName = (id: string) => toShortName(corpus.nodes.get(id)!);
  const toSpeaker = ({ speaker, bodies }: Statement) => {
    const others = bodies.filter((body) => body !== speaker).map(toName);
    return toName(speaker) + (others.length === 0 ? '' : ` for ${listNames(others)}`);
  };
  return toWordings(statements).map((wording) => {
    const [{ utterance, date, article }] = wording;
    const { passages, rationale } = utterance;
    const { publisher } = corpus.articles.get(article)!.node;
    const quotes = new Set(passages.map(({ quote }) => quote));
    return (
      <div key={utterance.id} className={styles.words}>
        <ItemLink id={utterance.id} className={styles.quote}>
          {rationale === undefined
            ? printQuote(passages[0]!.quote)
            : [...quotes].map((quote) => printQuote(quote)).join(' … ')}
        </ItemLink>
        <p>
          {[
            listNames(wording.map(toSpeaker)),
            ...(utterance.speech ? [SPEECH_WORDS[utterance.speech]] : []),
            printDate(date),
            publisher,
          ].join(' · ')}
        </p>
        {rationale !== undefined && (
          <p>
            <b>{capitalise(BASIS_WORDS.inferred)}:</b> {rationale}
          </p>
        )}
      </div>
    );
  });
}
