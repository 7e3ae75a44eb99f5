// Measures reading and checking a corpus, in the processor's time, beside JSON.parse of the same files: `npm run bench`.
import { pathToFileURL } from 'node:url';
import { readCorpus, readInSteps } from '../../src/core/corpus';
import type { GraphEdge, GraphNode } from '../../src/core/model';
import { checkRules } from '../../src/core/rules';
import { StoredEdge, StoredNode } from '../../src/core/schema';
import { toShape } from '../../src/core/shape';
import { toFiles, toSynthetic } from './synthetic';

/** Times in milliseconds of the processor, medians; memory in megabytes above what was taken before. */
export type Reading = {
  nodes: number;
  edges: number;
  characters: number;
  /** JSON.parse of the graph files: the reference. */
  parse: number;
  /** All of it: parsing, checking, finding every quote. */
  read: number;
  /** The part of `read` that checks the shape of every node and edge, and its share of it. */
  check: number;
  share: number;
  /** The part of `read` that checks what must hold between nodes and edges. */
  rules: number;
  ratio: number;
  /** The longest of the steps in which a page reads. */
  step: number;
  peak: number;
};

const toMedian = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** What the processor takes for it, all its threads together, in ms. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Reads a made-up corpus of so many nodes a few times. */
export function measureReading(size: number, times = 5): Reading {
  const files = toFiles(toSynthetic(size));
  const graphs = [...files].filter(([name]) => name.startsWith('graph/'));
  const repeat = (work: () => unknown) => toMedian(Array.from({ length: times }, () => time(work)));
  const parse = repeat(() => graphs.map(([, text]): unknown => JSON.parse(text)));
  const read = repeat(() => readCorpus(files));

  const items = graphs.map(([, text]) => JSON.parse(text) as { nodes: GraphNode[]; edges: GraphEdge[] });
  const [isNode, isEdge] = [toShape(StoredNode), toShape(StoredEdge)];
  const check = repeat(() => items.every(({ nodes, edges }) => nodes.every(isNode) && edges.every(isEdge)));
  const corpus = readCorpus(files);
  const rules = repeat(() => [...checkRules(corpus, () => '', { files: false, ids: new Set() })]);

  const before = process.memoryUsage().heapUsed;
  let [step, peak] = [0, 0];
  const steps = readInSteps(files);
  for (let index = 0, done: boolean | undefined = false; !done; index++) {
    const start = process.cpuUsage();
    ({ done } = steps.next());
    step = Math.max(step, process.cpuUsage(start).user / 1000);
    if (index % 200 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  return {
    nodes: corpus.nodes.size,
    edges: corpus.edges.size,
    characters: [...files.values()].reduce((sum, text) => sum + text.length, 0),
    parse,
    read,
    check,
    share: check / read,
    rules,
    ratio: read / parse,
    step,
    peak: peak / 1e6,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]!).href) {
  const found = [1000, 10_000, 100_000].map((size) => measureReading(size));
  for (const one of found)
    console.log(
      `${one.nodes} nodes, ${one.edges} edges: read in ${one.read.toFixed(0)} ms of CPU (JSON.parse alone ${one.parse.toFixed(0)}: ${one.ratio.toFixed(1)} times), ` +
        `checking shapes ${one.check.toFixed(0)} ms (${(100 * one.share).toFixed(0)} %), rules ${one.rules.toFixed(0)} ms, the longest step ${one.step.toFixed(0)} ms, at most ${one.peak.toFixed(0)} MB`,
    );
  const [, middle, large] = found;
  console.log(`exponent from 10,000 to 100,000 nodes: ${Math.log10(large!.read / middle!.read).toFixed(2)}`);
}
