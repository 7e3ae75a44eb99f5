// The words of a step, and who said them, where and when.
import { toPassages, type GraphEdge, type GraphNode } from '../../core/model';
import { printDate } from '../../core/date';
import type { StoryStep } from '../../core/schema';
import { toPassageIndex } from '../../core/story';
import { select, turnTo, useStore, type Opened } from '../store';
import { readView } from '../view';
import { printQuote, printSpeakers, toShortName } from '../words';
import styles from './Dock.module.css';

/** Who says what an item's words say; empty where it is nobody in particular. */
export function printWho(opened: Opened, item: GraphNode | GraphEdge): string {
  const node = 'source' in item ? opened.corpus.nodes.get(item.source)! : item;
  const said = printSpeakers(opened, node);
  return said === '' && 'source' in item ? toShortName(node) : said;
}

/** The words of a step; the button under them brings them up in their article. */
export function Quote({ opened, step }: { opened: Opened; step: StoryStep }) {
  const { corpus } = opened;
  const { view } = readView(step.view, corpus);
  const item =
    view.selection === undefined
      ? undefined
      : (corpus.nodes.get(view.selection) ?? corpus.edges.get(view.selection));
  const index = toPassageIndex(corpus, step);
  if (!item || index === -1)
    return (
      <p className={styles.lost}>
        The words of this step are not in the articles as they are here, so they are not shown.
      </p>
    );
  const { article, quote } = toPassages(item)[index]!;
  const { node } = corpus.articles.get(article)!;
  const who = printWho(opened, item);
  return (
    <figure className={styles.quote}>
      <blockquote>{printQuote(quote)}</blockquote>
      <figcaption>
        {who && <strong>{who}</strong>}{' '}
        <span>
          {who && '· '}
          <button
            type="button"
            onClick={() =>
              useStore.getState().view.selection === item.id ? turnTo(index) : select(item.id, index)
            }
            title={`Show these words in ‘${node.label}’`}
          >
            {node.publisher}, {printDate(node.date)}
          </button>
        </span>
      </figcaption>
    </figure>
  );
}
