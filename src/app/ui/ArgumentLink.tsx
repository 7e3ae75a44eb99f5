// A dispute or an answer in one line.
import { isSaid, type GraphEdge } from '../../core/model';
import type { Opened } from '../store';
import { EDGE_LOOK } from '../vocabulary';
import { printBasis, printVoice } from '../words';
import { ItemLink } from './ItemLink';
import { LineSample } from './LineSample';
import styles from './ArgumentLink.module.css';

/** 'Ofsted (2019?) disputes (inferred) University of Birmingham academics (2019?): what they claim'. */
export function ArgumentLink({ opened, edge }: { opened: Opened; edge: GraphEdge }) {
  const [source, target] = [edge.source, edge.target].map((id) => opened.corpus.nodes.get(id)!);
  const { out, colour } = EDGE_LOOK[edge.type];
  return (
    <ItemLink id={edge.id} className={styles.argument}>
      {printVoice(opened, source!)} <LineSample type={edge.type} dashed={edge.basis === 'inferred'} />{' '}
      <em style={{ color: `var(${colour})` }}>{out}</em>
      {printBasis(edge)} {printVoice(opened, target!)}
      {isSaid(target!) && `: ${target.label}`}
    </ItemLink>
  );
}
