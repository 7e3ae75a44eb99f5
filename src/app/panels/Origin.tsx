// What a card tells at its foot: how the node or line came into the graph.
import type { GraphEdge, GraphNode } from '../../core/model';
import { printOrigin } from '../origin';
import styles from './Inspector.module.css';

/** The rule that proposed it and who coded it when; nothing where neither is known. */
export function Origin({ item }: { item: GraphNode | GraphEdge }) {
  const told = printOrigin(item);
  return told === '' ? null : <p className={styles.origin}>{told}</p>;
}
