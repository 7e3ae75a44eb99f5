// Measures filters with all their counts, and what is made for them once, beside a plain look at every node and edge.
import { prepareFilters, seeInSteps } from '../../src/core/filter';
import { atOnce } from '../../src/core/steps';
import { parseQuery } from '../../src/core/query';
import { measureSteps, measureTimes, type Cost } from './measure';
import { toSynthetic } from './synthetic';

const QUERIES = [
  '',
  'type:claim edge:disputes isolated:hidden',
  'actor:organisation:o0 stance:for',
  'date:2010/2014 speech:direct',
  'inspection',
];

export type FilterFigures = {
  nodes: number;
  /** Made once, in steps: all of them, and the longest, in milliseconds of the processor. */
  making: { all: number; longest: number };
  first: Cost;
  /** Each query with all its counts, once it has been asked for. */
  queries: Readonly<Record<string, Cost>>;
  /** All nodes of a type and the edges between them put together, nothing counted. */
  plain: Cost;
};

export function measureFilters(size: number): FilterFigures {
  const corpus = toSynthetic(size);
  const { all, longest } = measureSteps(prepareFilters(corpus));
  const first = measureTimes(() => atOnce(seeInSteps(corpus, parseQuery(''))), 1);
  const queries = Object.fromEntries(
    QUERIES.map((text) => {
      const query = parseQuery(text);
      atOnce(seeInSteps(corpus, query));
      return [text, measureTimes(() => atOnce(seeInSteps(corpus, { ...query })), 11)];
    }),
  );
  const plain = measureTimes(() => {
    const found = new Set<string>();
    for (const { id, type } of corpus.nodes.values()) if (type === 'claim') found.add(id);
    for (const { id, source, target } of corpus.edges.values())
      if (found.has(source) && found.has(target)) found.add(id);
    return found;
  }, 11);
  return { nodes: corpus.nodes.size, making: { all, longest }, first, queries, plain };
}
