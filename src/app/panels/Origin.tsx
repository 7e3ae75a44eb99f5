// How a node or line came into the graph: the rule that proposed it, and who coded it when.
import type { GraphEdge, GraphNode } from '../../core/model';
import { printOrigin } from '../words';
import styles from './Inspector.module.css';

export function Origin({ item }: { item: GraphNode | GraphEdge }) {
  const told = printOrigin(item);
  return told === '' ? null : <p className={styles.origin}>{told}</p>;
}
