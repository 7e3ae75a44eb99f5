// A dispute in one line.
import type { GraphEdge } from '../../core/model';
import type { Opened } from '../store';
import { printVoice } from '../words';
import { ItemLink } from './ItemLink';
import styles from './DisputeLink.module.css';

/** 'Ofsted (2019) disputes University of Birmingham academics (2019): what they claim'. */
export function DisputeLink({ opened, edge }: { opened: Opened; edge: GraphEdge }) {
  const [source, target] = [edge.source, edge.target].map((id) => opened.corpus.nodes.get(id)!);
  return (
    <ItemLink id={edge.id} className={styles.dispute}>
      {printVoice(opened, source!)} <em>disputes</em> {printVoice(opened, target!)}: {target!.label}
    </ItemLink>
  );
}
