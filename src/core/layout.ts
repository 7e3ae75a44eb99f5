// Where each node stands on the map: force-directed, from a seeded start, so that the same corpus gives the same picture.
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Plan } from './drawing';
import { GOLDEN_ANGLE, separate, toRoom } from './overlap';
import type { EdgeType } from './vocabulary';

/** x and y of every node, in the order of the drawing: `[x0, y0, x1, y1, …]`. */
export type Positions = Float64Array;

/**
 * How strongly each type of edge draws its ends together: what is about a topic gathers round it. Of 10,000 nodes, edges are a
 * sixth longer than if all pulled alike, but of the ten claims nearest to one two thirds share its topic, not a seventh
 * (tests/bench/layout.ts).
 */
const PULL = {
  authored: 0.25,
  states: 0.1,
  disputes: 0.3,
  supports: 0.2,
  'responds-to': 0.2,
  'addressed-to': 0.05,
  about: 3,
  'affiliated-with': 1,
  commissioned: 0.6,
  'based-on': 0.4,
  rated: 1,
} as const satisfies Record<EdgeType, number>;

/** Marsaglia's xorshift32: numbers in [0, 1), the same for the same seed. */
function toRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Edges by the places of their ends in a list of nodes, and how strongly each pulls. */
type Links = { sources: number[]; targets: number[]; pulls: number[] };

function link(links: Links, source: number, target: number, pull: number): void {
  links.sources.push(source);
  links.targets.push(target);
  links.pulls.push(pull);
}

/** What a node is linked to, and how strongly. */
type Neighbours = { places: number[]; pulls: number[] };

function addNeighbour(to: Map<number, Neighbours>, place: number, other: number, pull: number): void {
  const neighbours = to.get(place);
  if (!neighbours) to.set(place, { places: [other], pulls: [pull] });
  else {
    neighbours.places.push(other);
    neighbours.pulls.push(pull);
  }
}

/** Where a node belongs: the mean place of its neighbours that stand somewhere (not NaN), each as heavy as it pulls; undefined without any. */
function toCentre(positions: Positions, { places, pulls }: Neighbours): [x: number, y: number] | undefined {
  let [x, y, sum] = [0, 0, 0];
  for (const [index, place] of places.entries()) {
    if (Number.isNaN(positions[2 * place]!)) continue;
    x += positions[2 * place]! * pulls[index]!;
    y += positions[2 * place + 1]! * pulls[index]!;
    sum += pulls[index]!;
  }
  return sum > 0 ? [x / sum, y / sum] : undefined;
}

/** What of a drawing the forces act on. */
type Structure = {
  radii: Float64Array;
  /** By place: whether it is something said, a claim or recommendation. */
  isSaid: boolean[];
  links: Links;
  /** By place of what is said: the actors, reports and topics it is linked to. */
  around: Map<number, Neighbours>;
};

function toStructure({ nodes, edges }: Plan): Structure {
  const isSaid = nodes.map(({ type }) => type === 'claim' || type === 'recommendation');
  const placeOf = new Map(nodes.map(({ id }, place) => [id, place]));
  const links: Links = { sources: [], targets: [], pulls: [] };
  const around: Structure['around'] = new Map();
  for (const { source, target, type } of edges) {
    const [from, to, pull] = [placeOf.get(source)!, placeOf.get(target)!, PULL[type]];
    link(links, from, to, pull);
    if (isSaid[from] === isSaid[to]) continue;
    const [said, other] = isSaid[from] ? [from, to] : [to, from];
    addNeighbour(around, said, other, pull);
  }
  return { radii: Float64Array.from(nodes, ({ size }) => size), isSaid, links, around };
}

/** How ForceAtlas2 lays out a node and an edge: so many numbers for each, these among them. */
const NODE = { length: 10, x: 0, y: 1, mass: 6, convergence: 7, size: 8 };
const EDGE = { length: 3, source: 0, target: 1, weight: 2 };
/** From this number of nodes on the forces of what is far away are taken together. */
const MANY = 1000;

/** Steps of ForceAtlas2 for so many nodes: fewer for many, which begin near where they will end. */
const toSteps = (usual: number, least: number, size: number) =>
  Math.max(least, Math.round(usual * Math.min(1, Math.sqrt(MANY / size))));

/** ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679), from where the nodes stand. */
function runForces(
  positions: Positions,
  { sources, targets, pulls }: Links,
  { steps, scalingRatio }: { steps: number; scalingRatio: number },
  tell: () => void,
): void {
  const size = positions.length / 2;
  const nodes = new Float32Array(size * NODE.length);
  for (let place = 0; place < size; place++) {
    const at = place * NODE.length;
    nodes[at + NODE.x] = positions[2 * place]!;
    nodes[at + NODE.y] = positions[2 * place + 1]!;
    nodes[at + NODE.mass] = 1;
    nodes[at + NODE.convergence] = 1;
    nodes[at + NODE.size] = 1;
  }
  const edges = new Float32Array(sources.length * EDGE.length);
  for (const [index, pull] of pulls.entries()) {
    const at = index * EDGE.length;
    const [source, target] = [sources[index]! * NODE.length, targets[index]! * NODE.length];
    edges[at + EDGE.source] = source;
    edges[at + EDGE.target] = target;
    edges[at + EDGE.weight] = pull;
    nodes[source + NODE.mass]! += pull;
    nodes[target + NODE.mass]! += pull;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    strongGravityMode: true,
    gravity: 0.06,
    scalingRatio,
    slowDown: 1 + Math.log(size),
    barnesHutOptimize: size > MANY,
    barnesHutTheta: 1.2,
  };
  for (let step = 0; step < steps; step++) {
    iterate(settings, nodes, edges);
    tell();
  }
  for (let place = 0; place < size; place++) {
    positions[2 * place] = nodes[place * NODE.length + NODE.x]!;
    positions[2 * place + 1] = nodes[place * NODE.length + NODE.y]!;
  }
}

/** Room between two nodes, in pixels. */
const MARGIN = 4;
/** The share of the picture that nodes, with the room around them, may take. */
const DENSITY = 0.26;
/** By how much a crowded picture grows at a time. */
const SPREAD = 1.1;

/** Brings a layout to the size at which its nodes, drawn at their radii, fill the wanted share of it. */
function rescale(positions: Positions, radii: Float64Array): void {
  let [area, reach] = [0, 0];
  for (const radius of radii) area += (2 * (radius + MARGIN)) ** 2;
  for (const coordinate of positions) reach = Math.max(reach, Math.abs(coordinate));
  const scale = Math.sqrt(area / DENSITY) / (2 * reach || 1);
  for (let index = 0; index < positions.length; index++) positions[index]! *= scale;
}

/** How many times as far out as nineteen in twenty nodes any may stand: what little holds would make the rest small. */
const FARTHEST = 1.1;

/** Brings in what stands far out. */
function gather(positions: Positions): void {
  const distances = Float64Array.from({ length: positions.length / 2 }, (_, place) =>
    Math.hypot(positions[2 * place]!, positions[2 * place + 1]!),
  );
  const most = FARTHEST * (distances.toSorted()[Math.ceil(0.95 * distances.length) - 1] ?? 0);
  for (const [place, distance] of distances.entries())
    if (distance > most) for (const axis of [0, 1]) positions[2 * place + axis]! *= most / distance;
}

/** Of all that one claim is linked to, no more than so many are drawn together by it. */
const MOST_TOGETHER = 24;

/** The links among actors, reports and topics, by their places among themselves: their own, and one for each claim that two of them share. */
function toBackbone({ isSaid, links, around }: Structure): { places: number[]; links: Links } {
  const places = [...isSaid.keys()].filter((place) => !isSaid[place]);
  const inBackbone = new Map(places.map((place, index) => [place, index]));
  const backbone: Links = { sources: [], targets: [], pulls: [] };
  const join = (source: number, target: number, pull: number) =>
    link(backbone, inBackbone.get(source)!, inBackbone.get(target)!, pull);
  for (const [index, source] of links.sources.entries()) {
    const target = links.targets[index]!;
    if (!isSaid[source] && !isSaid[target]) join(source, target, links.pulls[index]!);
  }
  for (const { places: others, pulls } of around.values()) {
    const count = Math.min(others.length, MOST_TOGETHER);
    for (let one = 0; one < count; one++)
      for (let other = one + 1; other < count; other++)
        if (others[one] !== others[other])
          join(others[one]!, others[other]!, (pulls[one]! * pulls[other]!) / others.length);
  }
  return { places, links: backbone };
}

/** The share of the time that the forces take, the rest being for what overlaps. */
const FORCED = 0.8;

/** Lays out everything from nothing: see `layout`. */
function arrange(structure: Structure, tell: (share: number) => void): Positions {
  const { isSaid, around, radii } = structure;
  const size = isSaid.length;
  const random = toRandom(2010);
  const jitter = (spread: number) => (random() - 0.5) * spread;
  const backbone = toBackbone(structure);
  const first = { steps: toSteps(400, 100, backbone.places.length), scalingRatio: 30 };
  const second = { steps: toSteps(150, 40, size), scalingRatio: 12 };
  let done = 0;
  const toTell = (nodes: number) => () => {
    done += nodes;
    tell((FORCED * done) / (first.steps * backbone.places.length + second.steps * size));
  };

  const places = Float64Array.from({ length: 2 * backbone.places.length }, () => jitter(1000));
  runForces(places, backbone.links, first, toTell(backbone.places.length));

  const positions = new Float64Array(2 * size);
  for (const [index, place] of backbone.places.entries()) {
    positions[2 * place] = places[2 * index]! * 3;
    positions[2 * place + 1] = places[2 * index + 1]! * 3;
  }
  for (let place = 0; place < size; place++) {
    if (!isSaid[place]) continue;
    const neighbours = around.get(place);
    const [x, y] = (neighbours && toCentre(positions, neighbours)) ?? [0, 0];
    positions[2 * place] = x + jitter(20);
    positions[2 * place + 1] = y + jitter(20);
  }
  runForces(positions, structure.links, second, toTell(size));
  gather(positions);
  rescale(positions, radii);
  separate(positions, radii, MARGIN, SPREAD);
  tell(1);
  return positions;
}

/** How often each new node is drawn to what it is linked to. */
const SWEEPS = 10;

/** Brings each new node (NaN) amid what it is linked to, whatever stands there; what nothing known leads to, beside it all. */
function approach(positions: Positions, fresh: ReadonlyMap<number, Neighbours>): void {
  const stands = (place: number) => !Number.isNaN(positions[2 * place]!);
  const draw = (place: number) => {
    const centre = toCentre(positions, fresh.get(place)!);
    if (centre) positions.set(centre, 2 * place);
  };
  /** Draws in these, and from those that stand then what is linked to them. */
  const drawFrom = (places: Iterable<number>) => {
    const queue = [...places];
    for (const place of queue) {
      if (!stands(place)) draw(place);
      if (stands(place))
        for (const other of fresh.get(place)!.places)
          if (fresh.has(other) && !stands(other)) queue.push(other);
    }
  };
  drawFrom(fresh.keys());
  const reach = positions.reduce((most, coordinate) => Math.max(most, Math.abs(coordinate) || 0), 0);
  for (const place of fresh.keys()) {
    if (stands(place)) continue;
    const angle = place * GOLDEN_ANGLE;
    positions.set([1.1 * reach * Math.cos(angle), 1.1 * reach * Math.sin(angle)], 2 * place);
    drawFrom([place]);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) for (const place of fresh.keys()) draw(place);
}

/** The share of a round area that nodes fill which are put there one after the other. */
const PACKING = 0.5;

/** Places what is new (NaN in `known`) among what is not: see `layout`. */
function insert(
  { nodes }: Plan,
  { radii, links, isSaid }: Structure,
  known: Positions,
  tell: (share: number) => void,
): Positions {
  const isNew = (place: number) => Number.isNaN(known[2 * place]!);
  const places = [...nodes.keys()];
  const fresh = new Map(
    places.filter(isNew).map((place): [number, Neighbours] => [place, { places: [], pulls: [] }]),
  );
  for (const [index, source] of links.sources.entries()) {
    const [target, pull] = [links.targets[index]!, links.pulls[index]!];
    if (fresh.has(source)) addNeighbour(fresh, source, target, pull);
    if (fresh.has(target)) addNeighbour(fresh, target, source, pull);
  }

  const positions = known.slice();
  const old = places.filter((place) => !isNew(place));
  // A node to which more is linked than before has grown, perhaps over its neighbours.
  const standing = Float64Array.from(old.flatMap((place) => [known[2 * place]!, known[2 * place + 1]!]));
  separate(
    standing,
    Float64Array.from(old, (place) => radii[place]!),
    MARGIN / 2,
    1,
  );
  const [room, spacious] = [toRoom(MARGIN / 2), toRoom(MARGIN / 2)];
  for (const [index, place] of old.entries()) {
    const [x, y] = [standing[2 * index]!, standing[2 * index + 1]!];
    positions.set([x, y], 2 * place);
    for (const one of [room, spacious]) one.fill(x, y, radii[place]!);
  }
  approach(positions, fresh);

  /** The radius that a new topic needs together with what is newly said on it. */
  const toSpace = (topic: number) => {
    const around = [topic, ...fresh.get(topic)!.places.filter((other) => fresh.has(other) && isSaid[other])];
    return Math.sqrt(around.reduce((sum, place) => sum + (radii[place]! + MARGIN / 2) ** 2, 0) / PACKING);
  };
  let done = 0;
  const settle = (place: number, [x, y]: readonly [number, number]) => {
    positions.set([x, y], 2 * place);
    room.fill(x, y, radii[place]!);
    tell(++done / fresh.size);
  };
  const standingAt = (place: number) => [positions[2 * place]!, positions[2 * place + 1]!] as const;
  const order = [...fresh.keys()];
  for (const topic of order.filter((place) => nodes[place]!.type === 'topic')) {
    const space = toSpace(topic);
    const [x, y] = spacious.find(...standingAt(topic), space);
    spacious.fill(x, y, space);
    settle(topic, [x, y]);
  }
  const rest = order.filter((place) => nodes[place]!.type !== 'topic');
  for (const place of [
    ...rest.filter((one) => isSaid[one]),
    ...rest.filter((one) => !isSaid[one]).toSorted((one, other) => radii[other]! - radii[one]!),
  ])
    settle(place, room.find(...(toCentre(positions, fresh.get(place)!) ?? standingAt(place)), radii[place]!));
  return positions;
}

/**
 * Where every node stands, without overlaps; deterministic. ForceAtlas2 in two steps, then overlaps removed: first actors,
 * reports and topics, drawn together by what they say or take up in common; then everything, each claim starting from its
 * topics.
 *
 * Where some places are `known` (NaN for a node that is new), the picture is kept: what is known moves no farther than it
 * takes to make room for nodes that have grown; new nodes take the nearest free place to what they are linked to.
 *
 * `tell` hears what share is done, from 0 to 1.
 */
export function layout(plan: Plan, known?: Positions, tell: (share: number) => void = () => {}): Positions {
  const structure = toStructure(plan);
  return known?.some(Number.isFinite) ? insert(plan, structure, known, tell) : arrange(structure, tell);
}
