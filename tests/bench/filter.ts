// Measures filters with all their counts, in the processor's time, on 10,000 nodes and 30,000 edges: `npm run bench`.
import { filterCorpus, prepareFilters } from '../../src/core/filter';
import type { Corpus } from '../../src/core/model';
import { parseQuery } from '../../src/core/query';
import { toSynthetic } from './synthetic';

const QUERIES = [
  '',
  'type:claim edge:disputes isolated:hidden',
  'actor:organisation:o0 stance:for',
  'date:2010/2014 speech:direct',
  'inspection',
];
const TIMES = 21;

const toMedian = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!.toFixed(0);

/** What the processor takes for it, in ms. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  return process.cpuUsage(start).user / 1000;
}

/** Works through steps and tells what they take. */
function measureSteps<T>(name: string, steps: Generator<undefined, T>): T {
  const times: number[] = [];
  for (;;) {
    let step: IteratorResult<undefined, T> | undefined;
    times.push(time(() => (step = steps.next())));
    const { done, value } = step!;
    if (!done) continue;
    const all = times.reduce((sum, one) => sum + one, 0);
    console.log(
      `${name}: ${all.toFixed(0)} ms in ${times.length} steps, the longest ${Math.max(...times).toFixed(0)} ms`,
    );
    return value;
  }
}

function measureFilters(corpus: Corpus): void {
  measureSteps('what filters need, made when the page opens', prepareFilters(corpus));
  const first = time(() => filterCorpus(corpus, parseQuery('')));
  console.log(`the first filter: ${first.toFixed(0)} ms`);
  for (const text of QUERIES) {
    const query = parseQuery(text);
    filterCorpus(corpus, query);
    const times = Array.from({ length: TIMES }, () => time(() => filterCorpus(corpus, query)));
    console.log(`filter “${text}” with all counts: ${toMedian(times)} ms (median of ${TIMES})`);
  }
}

const corpus = toSynthetic(10_000);
console.log(`${corpus.nodes.size} nodes, ${corpus.edges.size} edges`);
measureFilters(corpus);
