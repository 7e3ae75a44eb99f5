// Several things selected: what they are, what can be done with all of them, and how two of them are connected.
import { isSaid, type GraphEdge, type GraphNode } from '../../core/model';
import { isSpeakerType } from '../../core/vocabulary';
import {
  expand,
  focusAround,
  hide,
  select,
  selectAll,
  toggle,
  toSelected,
  useStore,
  type Opened,
} from '../store';
import { ItemLink } from '../ui/ItemLink';
import { ItemIcon } from '../ui/ItemIcon';
import { ViewLink } from '../ui/ViewLink';
import type { View } from '../view';
import { printItem, printVoice } from '../words';
import { CardHeading } from './CardHeading';
import { ExportButton } from '../ui/ExportButton';
import { More } from './More';
import { PathList } from './PathList';
import buttons from '../ui/button.module.css';
import cards from './Inspector.module.css';
import styles from './Several.module.css';

const isEdge = (item: GraphNode | GraphEdge): item is GraphEdge => 'source' in item;

/** The two of a selection that can be set side by side; undefined where they are of different kinds. */
function toPair(nodes: readonly GraphNode[]): [string, string] | undefined {
  const [a, b] = nodes;
  if (nodes.length !== 2 || !a || !b) return undefined;
  const alike =
    (isSpeakerType(a.type) && isSpeakerType(b.type)) || (a.type === 'article' && b.type === 'article');
  return alike ? [a.id, b.id] : undefined;
}

/** The card of several nodes and edges, all of which are in the graph. */
export function Several({ opened, view }: { opened: Opened; view: Pick<View, 'selection' | 'also'> }) {
  const { corpus } = opened;
  const focus = useStore((state) => state.view.focus);
  const ids = toSelected(view);
  const items = ids.map((id) => corpus.nodes.get(id) ?? corpus.edges.get(id)!);
  const nodes = items.filter((item) => !isEdge(item));
  const names = nodes.map(({ id }) => id);
  const around = [
    ...new Set(items.flatMap((item) => (isEdge(item) ? [item.source, item.target] : [item.id]))),
  ];
  const pair = toPair(nodes);
  const expanded = names.length > 0 && names.every((id) => focus?.expanded?.includes(id));
  return (
    <div className={cards.card}>
      <CardHeading>
        <span>Several at once</span>
      </CardHeading>
      <h2>{ids.length} selected</h2>
      <div className={styles.actions} role="group" aria-label="With all of them">
        <button
          type="button"
          className={buttons.button}
          title="Show only them and what is 1 step around (1)"
          onClick={() => focusAround(around, 1)}
        >
          Show only around them
        </button>
        {focus && names.length > 0 && (
          <button
            type="button"
            className={buttons.button}
            aria-pressed={expanded}
            title="Show their neighbours too (E)"
            onClick={() => expand(names)}
          >
            Expand
          </button>
        )}
        {names.length > 0 && (
          <button
            type="button"
            className={buttons.button}
            title="Take them off the map (H)"
            onClick={() => hide(names)}
          >
            Hide
          </button>
        )}
        <ExportButton opened={opened} what="selection" name="Export these" />
        {pair && (
          <ViewLink to={{ mode: 'compare', compare: pair }} className={buttons.button}>
            Compare
          </ViewLink>
        )}
        <ViewLink
          to={{ mode: 'table', table: { rows: names.length > 0 ? 'nodes' : 'edges' } }}
          className={buttons.button}
        >
          Open in the table
        </ViewLink>
        <button type="button" className={buttons.button} onClick={() => select(undefined)}>
          Clear
        </button>
      </div>
      <More name="Selected" items={items.toReversed()}>
        {(item) => (
          <li key={item.id} className={styles.row}>
            <ItemLink id={item.id} className={cards.line}>
              <ItemIcon item={item} />
              <span>
                {printItem(opened, item)}
                {!isEdge(item) && isSaid(item) && <small>{printVoice(opened, item)}</small>}
              </span>
            </ItemLink>
            <button
              type="button"
              className={cards.close}
              aria-label={`Take out ${printItem(opened, item)}`}
              title="Take it out of what is selected"
              onClick={() => toggle(item.id)}
            >
              <span aria-hidden="true">✕</span>
            </button>
          </li>
        )}
      </More>
      {ids.length === 2 && nodes.length === 2 ? (
        <PathList
          key={ids.join(' ')}
          opened={opened}
          from={ids[0]!}
          to={ids[1]!}
          turn={() => selectAll(ids.toReversed())}
        />
      ) : (
        <p className={cards.lead}>Select exactly two nodes to see how they are connected.</p>
      )}
    </div>
  );
}
