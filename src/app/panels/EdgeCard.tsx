// An edge in plain words: its two ends, what it says of them, and why.
import type { GraphEdge, GraphNode } from '../../core/model';
import { isArgumentType } from '../../core/vocabulary';
import type { Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { LineSample } from '../ui/LineSample';
import { TypeIcon } from '../ui/Icon';
import { EDGE_LOOK } from '../vocabulary';
import { capitalise, printEdge, printSpeakers } from '../words';
import { CardHeading } from './CardHeading';
import { Editable } from './Editable';
import { Origin } from './Origin';
import { printDetails } from './EdgeGroups';
import styles from './Inspector.module.css';

/** The card of an edge in the inspector. */
export function EdgeCard({ opened, edge }: { opened: Opened; edge: GraphEdge }) {
  const ends = [edge.source, edge.target].map((id) => opened.corpus.nodes.get(id)!);
  const details = printDetails(opened, edge, ends[1]!).filter(
    (detail) => detail !== printSpeakers(opened, ends[1]!),
  );
  const end = (node: GraphNode) => (
    <ItemLink id={node.id} className={styles.line}>
      <TypeIcon type={node.type} />
      <span>
        {node.label}
        {printSpeakers(opened, node) && <small>{printSpeakers(opened, node)}</small>}
      </span>
    </ItemLink>
  );
  return (
    <Editable opened={opened} id={edge.id}>
      <div className={styles.card}>
        <CardHeading id={edge.id}>
          <LineSample type={edge.type} dashed={edge.basis === 'inferred'} />
          <span>
            {edge.basis === 'inferred'
              ? 'Connection, inferred by the coder'
              : 'Connection, stated in the article'}
          </span>
        </CardHeading>
        <h2 className="unseen">{printEdge(opened, edge)}</h2>
        <div className={styles.ends}>
          {end(ends[0]!)}
          <p style={{ color: isArgumentType(edge.type) ? `var(${EDGE_LOOK[edge.type].colour})` : undefined }}>
            {EDGE_LOOK[edge.type].out}
          </p>
          {end(ends[1]!)}
        </div>
        {details.length > 0 && <p className={styles.lead}>{capitalise(details.join(' · '))}</p>}
        {edge.rationale && (
          <p className={styles.lead}>
            <strong>Why:</strong> {edge.rationale}
          </p>
        )}
        <Origin item={edge} />
      </div>
    </Editable>
  );
}
