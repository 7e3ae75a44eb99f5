// The reference for the first painted map: Sigma alone, as it comes, drawing the same nodes and edges at given positions.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Given } from './given';

const given = (await (await fetch('./given.json')).json()) as Given;
const graph = new MultiDirectedGraph();
for (const [id, x, y, size, label] of given.nodes) graph.addNode(id, { x, y, size, label });
for (const [source, target] of given.edges) graph.addDirectedEdge(source, target);
const sigma = new Sigma(graph, document.getElementById('map')!);
Object.assign(window, { sigma });
requestAnimationFrame(() => performance.mark('map painted'));
