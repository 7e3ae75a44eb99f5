// A node in a list: its pictogram, its name, and who says it.
import type { ReactNode } from 'react';
import type { GraphNode } from '../../core/model';
import type { Opened } from '../store';
import { ItemLink } from '../ui/ItemLink';
import { TypeIcon } from '../ui/Icon';
import { printSpeakers } from '../words';
import styles from './Find.module.css';

/** `children` stand in place of its name; `more` comes between that and who says it. */
export function NodeRow({
  opened,
  node,
  more,
  children,
}: {
  opened: Opened;
  node: GraphNode;
  more?: ReactNode;
  children?: ReactNode;
}) {
  const speakers = printSpeakers(opened, node);
  return (
    <li>
      <ItemLink id={node.id} className={styles.row}>
        <TypeIcon type={node.type} />
        <span>
          {children ?? node.label}
          {more}
          {speakers && <small>{speakers}</small>}
        </span>
      </ItemLink>
    </li>
  );
}
