// Measures filters with all their counts, and the search index, on 10,000 nodes and 30,000 edges: `npm run bench`.
import { filterCorpus } from '../../src/core/filter';
import type { Corpus } from '../../src/core/model';
import { parseQuery } from '../../src/core/query';
import { toSearcher, type Searcher } from '../../src/core/search';
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

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measureFilters(corpus: Corpus): void {
  const first = time(() => filterCorpus(corpus, parseQuery('')));
  console.log(`the first filter, which numbers the corpus: ${first.toFixed(0)} ms`);
  for (const text of QUERIES) {
    const query = parseQuery(text);
    filterCorpus(corpus, query);
    const times = Array.from({ length: TIMES }, () => time(() => filterCorpus(corpus, query)));
    console.log(`filter “${text}” with all counts: ${toMedian(times)} ms (median of ${TIMES})`);
  }
}

function measureSearch(corpus: Corpus): void {
  const steps = toSearcher(corpus);
  const times: number[] = [];
  let search: Searcher | undefined;
  while (!search) times.push(time(() => (search = steps.next().value)));
  const all = times.reduce((sum, one) => sum + one, 0);
  console.log(
    `the search index: ${all.toFixed(0)} ms in ${times.length} steps, the longest ${Math.max(...times).toFixed(0)} ms`,
  );
  for (const text of ['insp', 'inspection judgment'])
    console.log(`search “${text}”: ${time(() => search!(text)).toFixed(0)} ms`);
}

const corpus = toSynthetic(10_000);
console.log(`${corpus.nodes.size} nodes, ${corpus.edges.size} edges`);
measureFilters(corpus);
measureSearch(corpus);
