// The reference for the first painted map: Sigma alone, as it comes, drawing the same nodes and edges at given positions.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';

type Given = {
  nodes: [id: string, x: number, y: number, size: number, label: string][];
  edges: [string, string][];
};

const given = (await (await fetch('./given.json')).json()) as Given;
const graph = new MultiDirectedGraph();
for (const [id, x, y, size, label] of given.nodes) graph.addNode(id, { x, y, size, label });
for (const [source, target] of given.edges) graph.addDirectedEdge(source, target);
new Sigma(graph, document.getElementById('map')!);
requestAnimationFrame(() => performance.mark('map painted'));
