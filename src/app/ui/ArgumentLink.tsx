// A dispute or an answer in one line.
import type { GraphEdge } from '../../core/model';
import type { Opened } from '../store';
import { EDGE_LOOK } from '../vocabulary';
import { printVoice } from '../words';
import { ItemLink } from './ItemLink';
import styles from './ArgumentLink.module.css';

/** 'Ofsted (2019) disputes University of Birmingham academics (2019): what they claim'. */
export function ArgumentLink({ opened, edge }: { opened: Opened; edge: GraphEdge }) {
  const [source, target] = [edge.source, edge.target].map((id) => opened.corpus.nodes.get(id)!);
  const { out, colour } = EDGE_LOOK[edge.type];
  return (
    <ItemLink id={edge.id} className={styles.argument}>
      {printVoice(opened, source!)} <em style={{ color: `var(${colour})` }}>{out}</em>{' '}
      {printVoice(opened, target!)}: {target!.label}
    </ItemLink>
  );
}
