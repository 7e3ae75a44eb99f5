// The reference for the script of a frame: Sigma with programs of its own that draw what ours draw, curves, arrows, pictograms.
import { createEdgeCurveProgram, DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS } from '@sigma/edge-curve';
import { createNodeImageProgram } from '@sigma/node-image';
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Given } from './given';

const PICTOGRAM = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="64" height="64"><circle cx="8" cy="8" r="6" fill="#fff"/></svg>')}`;

const given = (await (await fetch('./given.json')).json()) as Given;
const graph = new MultiDirectedGraph();
for (const [id, x, y, size, label] of given.nodes)
  graph.addNode(id, { x, y, size, label, type: 'image', image: PICTOGRAM });
for (const [source, target] of given.edges)
  graph.addDirectedEdge(source, target, { type: 'curved', curvature: 0.2 });
const sigma = new Sigma(graph, document.getElementById('map')!, {
  nodeProgramClasses: { image: createNodeImageProgram() },
  edgeProgramClasses: {
    curved: createEdgeCurveProgram({
      ...DEFAULT_EDGE_CURVE_PROGRAM_OPTIONS,
      arrowHead: { extremity: 'target', lengthToThicknessRatio: 2.5, widenessToThicknessRatio: 2 },
    }),
  },
});
Object.assign(window, { sigma });
requestAnimationFrame(() => performance.mark('map painted'));
