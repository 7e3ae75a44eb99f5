// A picture held for drawing: its graph, its nodes and edges by id, where they stand, how much they bow, what lies near them.
import { MultiDirectedGraph } from 'graphology';
import type { Drawing } from '../../core/drawing';
import type { Picture } from '../../core/picture';
import { isArgumentType } from '../../core/vocabulary';

export type Place = { x: number; y: number };
export type Held = ReturnType<typeof hold>;

/** How much each edge bows, so that those between the same two nodes lie apart. */
function toCurvatures({ edges }: Drawing): Map<string, number> {
  const bundles = Map.groupBy(edges, ({ source, target }) =>
    source < target ? `${source} ${target}` : `${target} ${source}`,
  );
  const curvatures = new Map<string, number>();
  for (const bundle of bundles.values())
    for (const [index, edge] of bundle.entries()) {
      const side = edge.source < edge.target ? 1 : -1;
      const bow =
        bundle.length === 1
          ? isArgumentType(edge.type)
            ? 0.12
            : 0
          : (index - (bundle.length - 1) / 2) * 0.22;
      curvatures.set(edge.id, bow * side);
    }
  return curvatures;
}

/** The picture as a graphology graph: same ids; of attributes only where each node stands and how large it is. */
function toGraph({ drawing, positions }: Picture): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const [index, { id, size }] of drawing.nodes.entries())
    graph.addNode(id, { x: positions[2 * index], y: positions[2 * index + 1], size });
  for (const { id, source, target } of drawing.edges) graph.addDirectedEdgeWithKey(id, source, target);
  return graph;
}

export function hold(picture: Picture) {
  const { drawing } = picture;
  const graph = toGraph(picture);
  const nodes = new Map(drawing.nodes.map((node) => [node.id, node]));
  const edges = new Map(drawing.edges.map((edge) => [edge.id, edge]));
  let touching: Map<string, Drawing['edges']> | undefined;
  /** The edges at a node; worked out when first asked for. */
  const toTouching = (id: string) => {
    if (!touching) {
      touching = new Map([...nodes.keys()].map((node) => [node, []]));
      for (const edge of edges.values()) {
        touching.get(edge.source)!.push(edge);
        touching.get(edge.target)!.push(edge);
      }
    }
    return touching.get(id) ?? [];
  };
  return {
    drawing,
    graph,
    nodes,
    edges,
    curvatures: toCurvatures(drawing),
    /** Where the nodes stand on the map, wherever they are moved. */
    onMap: new Map(
      graph.mapNodes((id, { x, y }): [string, Place] => [id, { x: x as number, y: y as number }]),
    ),
    total: drawing.nodes.length + drawing.edges.length,
    /** Nodes and edges, all that they touch, and the argument between those. */
    toNear: (ids: Iterable<string>): Set<string> => {
      const near = new Set(ids);
      const centres = [...near].filter((id) => nodes.has(id));
      for (const id of near) {
        const edge = edges.get(id);
        if (edge) near.add(edge.source).add(edge.target);
      }
      for (const id of centres)
        for (const edge of toTouching(id)) near.add(edge.id).add(edge.source).add(edge.target);
      if (centres.length > 0)
        for (const id of near)
          for (const edge of toTouching(id))
            if (isArgumentType(edge.type) && near.has(edge.source) && near.has(edge.target))
              near.add(edge.id);
      return near;
    },
  };
}
