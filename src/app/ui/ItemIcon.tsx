// What stands before a node or edge in a list: the pictogram of its type, or its line.
import type { GraphEdge, GraphNode } from '../../core/model';
import { TypeIcon } from './Icon';
import { LineSample } from './LineSample';

/** The pictogram of a node, or the line of an edge as the map draws it. */
export function ItemIcon({ item }: { item: GraphNode | GraphEdge }) {
  return 'source' in item ? (
    <LineSample type={item.type} dashed={item.basis === 'inferred'} />
  ) : (
    <TypeIcon type={item.type} />
  );
}
