// Measures the layout beside ForceAtlas2, in the processor's time and by how well it shows what belongs together: `npx tsx tests/bench/layout.ts 1000 10000`.
import { pathToFileURL } from 'node:url';
import { MultiDirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { toDrawing, type Drawing } from '../../src/core/drawing';
import { layout, type Positions } from '../../src/core/layout';
import { separate } from '../../src/core/overlap';
import { toChance, toSynthetic } from './synthetic';

/** Steps of ForceAtlas2 that people wait for. */
const STEPS = 500;
/** Larger debates are not laid out by it: it would take ten minutes for 100,000 nodes. */
const MOST_FOR_REFERENCE = 10_000;
const PAIRS = 100_000;
const NEAREST = 10;

type Figures = {
  nodes: number;
  edges: number;
  /** What the processor takes, in seconds. */
  cpu: number;
  /** The mean length of an edge in mean distances of two nodes taken at random. */
  edgeLength: number;
  /** Among the ten nearest claims and recommendations of each, the share that has a topic in common with it. */
  purity: number;
  /** Pairs of nodes that cover each other in part at the sizes they are drawn at. */
  overlaps: number;
};

/** Cells of a grid, each with the nodes in it. */
function toGrid(places: readonly number[], positions: Positions, side: number) {
  const cells = new Map<string, number[]>();
  const cellOf = (place: number) => [
    Math.floor(positions[2 * place]! / side),
    Math.floor(positions[2 * place + 1]! / side),
  ];
  for (const place of places) {
    const key = cellOf(place).join(' ');
    const cell = cells.get(key);
    if (cell) cell.push(place);
    else cells.set(key, [place]);
  }
  /** The nodes in the cells at most so many cells away. */
  return (place: number, reach: number) => {
    const [column, row] = cellOf(place) as [number, number];
    const found: number[] = [];
    for (let x = column - reach; x <= column + reach; x++)
      for (let y = row - reach; y <= row + reach; y++) found.push(...(cells.get(`${x} ${y}`) ?? []));
    return found;
  };
}

const toDistance = (positions: Positions, one: number, other: number) =>
  Math.hypot(
    positions[2 * one]! - positions[2 * other]!,
    positions[2 * one + 1]! - positions[2 * other + 1]!,
  );

function countOverlaps({ nodes }: Drawing, positions: Positions): number {
  const largest = Math.max(...nodes.map(({ size }) => size));
  const find = toGrid([...nodes.keys()], positions, 2 * largest);
  let count = 0;
  for (const [place, { size }] of nodes.entries())
    for (const other of find(place, 1))
      if (other > place && toDistance(positions, place, other) < size + nodes[other]!.size) count++;
  return count;
}

function toEdgeLength({ nodes, edges }: Drawing, positions: Positions): number {
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const chance = toChance(nodes.length);
  const pick = () => Math.floor(chance() * nodes.length);
  let [length, distance] = [0, 0];
  for (const { source, target } of edges)
    length += toDistance(positions, placeOf.get(source)!, placeOf.get(target)!);
  for (let pair = 0; pair < PAIRS; pair++) distance += toDistance(positions, pick(), pick());
  return length / edges.length / (distance / PAIRS);
}

function toPurity({ nodes, edges }: Drawing, positions: Positions): number {
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const topics = new Map<number, Set<string>>();
  for (const { type, source, target } of edges)
    if (type === 'about' && !source.startsWith('report:')) {
      const place = placeOf.get(source)!;
      topics.set(place, (topics.get(place) ?? new Set()).add(target));
    }
  const said = [...topics.keys()];
  const xs = said.map((place) => positions[2 * place]!);
  const ys = said.map((place) => positions[2 * place + 1]!);
  const range = (numbers: readonly number[]) =>
    numbers.reduce((a, b) => Math.max(a, b)) - numbers.reduce((a, b) => Math.min(a, b));
  // About three in a cell.
  const side = Math.sqrt((range(xs) * range(ys) * 3) / said.length) || 1;
  const find = toGrid(said, positions, side);
  let shares = 0;
  for (const place of said) {
    const own = topics.get(place)!;
    let nearest: number[] = [];
    for (let reach = 1; ; reach *= 2) {
      const sure = find(place, reach)
        .map((other) => ({ other, distance: toDistance(positions, place, other) }))
        .filter(({ other, distance }) => other !== place && distance <= reach * side)
        .toSorted((a, b) => a.distance - b.distance);
      nearest = sure.slice(0, NEAREST).map(({ other }) => other);
      if (nearest.length === Math.min(NEAREST, said.length - 1)) break;
    }
    shares +=
      nearest.filter((other) => [...topics.get(other)!].some((topic) => own.has(topic))).length /
      nearest.length;
  }
  return shares / said.length;
}

type Laid = { positions: Positions; cpu: number };

function time(work: () => Positions): Laid {
  const start = process.cpuUsage();
  const positions = work();
  const { user, system } = process.cpuUsage(start);
  return { positions, cpu: (user + system) / 1e6 };
}

const toFigures = (drawing: Drawing, { positions, cpu }: Laid): Figures => ({
  nodes: drawing.nodes.length,
  edges: drawing.edges.length,
  cpu,
  edgeLength: toEdgeLength(drawing, positions),
  purity: toPurity(drawing, positions),
  overlaps: countOverlaps(drawing, positions),
});

/** ForceAtlas2 as graphology runs it by default, from a seeded start. */
function runReference({ nodes, edges }: Drawing): Positions {
  const chance = toChance(nodes.length);
  const graph = new MultiDirectedGraph();
  for (const { id, size } of nodes) graph.addNode(id, { x: chance() * 1000, y: chance() * 1000, size });
  for (const { source, target } of edges) graph.addDirectedEdge(source, target);
  forceAtlas2.assign(graph, { iterations: STEPS, settings: forceAtlas2.inferSettings(graph) });
  return Float64Array.from(graph.mapNodes((_, { x, y }) => [x as number, y as number] as const).flat());
}

const toReach = (positions: Positions) =>
  positions.reduce((most, coordinate) => Math.max(most, Math.abs(coordinate)), 0);

/** A layout brought to so large an area, and freed of overlaps as ours is. */
function spread({ nodes }: Drawing, positions: Positions, reach: number): Positions {
  const scale = reach / toReach(positions);
  const scaled = positions.map((coordinate) => coordinate * scale);
  separate(
    scaled,
    Float64Array.from(nodes, ({ size }) => size),
    4,
    1.1,
  );
  return scaled;
}

/**
 * Our layout of a debate of so many nodes. As reference, where it is not too large, ForceAtlas2's: as it is, and without
 * overlaps on the area that ours takes.
 */
export function measureLayout(size: number): {
  ours: Figures;
  reference?: Figures;
  referenceSpread?: Figures;
} {
  const drawing = toDrawing(toSynthetic(size));
  const ours = time(() => layout(drawing));
  if (size > MOST_FOR_REFERENCE) return { ours: toFigures(drawing, ours) };
  const reference = time(() => runReference(drawing));
  const further = time(() => spread(drawing, reference.positions, toReach(ours.positions)));
  return {
    ours: toFigures(drawing, ours),
    reference: toFigures(drawing, reference),
    referenceSpread: toFigures(drawing, { ...further, cpu: reference.cpu + further.cpu }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href)
  for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 10_000, 100_000]) {
    const { ours, reference, referenceSpread } = measureLayout(size);
    console.table({
      Claimscape: ours,
      ...(reference && { [`${STEPS} steps of ForceAtlas2`]: reference }),
      ...(referenceSpread && { 'the same, without overlaps': referenceSpread }),
    });
  }
