// Measures search: the index made and 200 queries answered, beside MiniSearch and a plain scan in the same run, in the
// processor's time: `tsx tests/bench/search.ts [nodes]`, 100,000 where no number is given.
import { serialize, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import MiniSearch from 'minisearch';
import type { Corpus } from '../../src/core/model';
import { toSearchParts, type SearchIndex } from '../../src/core/indexing';
import { toSearcher, type Hit } from '../../src/core/search';
import { atOnce } from '../../src/core/steps';
import { toWords } from '../../src/core/text';
import { toHits, toIndex } from '../indexed';
import { toChance, toSynthetic } from './synthetic';

const TIMES = 5;
const QUERIES = 200;

/** Processor's time in ms, memory in MB; `recall` is the share of what a plain scan finds that is found. */
export type Engine = { build: number; memory: number; p50: number; p99: number; recall: number };
export type SearchFigures = {
  nodes: number;
  entries: number;
  ours: Engine;
  miniSearch: Engine;
  scan: Engine;
  /** How much memory making our index takes at most, in MB, with what is then let go. */
  peak: number;
  handOver: { all: number; longest: number };
  /** One letter, and a phrase of common words, in ms. */
  letter: number;
  phrase: number;
};

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const toQuantile = (numbers: readonly number[], share: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;
const toMedian = (numbers: readonly number[]) => toQuantile(numbers, 0.5);

/** What the processor takes for it, in ms. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** What is held in memory, in MB: objects, and the arrays beside them. */
function toMemory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/** What is made several times: the median of the processor's time in ms, and what one of it keeps in memory in MB. */
function measureMaking<T>(make: () => T): { made: T; cpu: number; memory: number } {
  let made: T | undefined;
  let memory = 0;
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn++) {
    made = undefined;
    collectGarbage();
    const before = toMemory();
    times.push(time(() => (made = make())));
    collectGarbage();
    memory = toMemory() - before;
  }
  return { made: made!, cpu: toMedian(times), memory };
}

type Entry = { id: number; label: string; alias: string; statement: string; text: string };

/** All that can be found, with the key of the hit it makes. */
function toEntries(corpus: Corpus, index: SearchIndex): { entries: Entry[]; keys: string[] } {
  const entries: Entry[] = [];
  const keys: string[] = [];
  const nodes = corpus.nodes.keys();
  const add = (key: string, text = '') => {
    const entry = { id: entries.length, label: '', alias: '', statement: '', text };
    keys.push(key);
    entries.push(entry);
  };
  for (const part of toSearchParts(corpus)) {
    if (!part || 'article' in part) continue;
    for (const [at, text] of part.texts.entries()) {
      if (part.fields[at] === 'label') add(nodes.next().value!);
      entries.at(-1)![part.fields[at]!] += `${text}\n`;
    }
  }
  const articles = [...corpus.articles];
  const { article, start, end } = index.sentences;
  for (let sentence = 0; sentence < article.length; sentence++) {
    const [id, { text }] = articles[article[sentence]!]!;
    const quote = text.slice(start[sentence], end[sentence]);
    add(`${id} ${quote}`, quote);
  }
  return { entries, keys };
}

const toKey = (hit: Hit) => (hit.kind === 'node' ? hit.node.id : `${hit.article} ${hit.quote}`);

/** Two or three words of something that is there, anywhere in it, each whole or its first letters, three at least. */
function toQueries(entries: readonly Entry[]): string[] {
  const chance = toChance(QUERIES);
  return Array.from({ length: QUERIES }, () => {
    for (;;) {
      const { label, statement, text } = entries[Math.floor(chance() * entries.length)]!;
      const words = toWords(`${label} ${statement} ${text}`).filter((word) => word.length > 2);
      const wanted = chance() < 0.5 ? 2 : 3;
      if (words.length < wanted) continue;
      const begin = (word: string) =>
        chance() < 0.5 ? word : word.slice(0, 3 + Math.floor(chance() * (word.length - 2)));
      return Array.from({ length: wanted }, () => begin(words[Math.floor(chance() * words.length)]!)).join(
        ' ',
      );
    }
  });
}

/** What queries take, each the median of so many times, in ms of the processor; and the share of the `truth` that is found. */
function measureQueries<T>(
  queries: readonly string[],
  truth: readonly (readonly string[])[],
  times: number,
  ask: (text: string) => T,
  toKeys: (found: T) => readonly string[],
): Pick<Engine, 'p50' | 'p99' | 'recall'> {
  let found = 0;
  const figures = queries.map((text, at) => {
    let answer: T | undefined;
    const figure = toMedian(Array.from({ length: times }, () => time(() => (answer = ask(text)))));
    const keys = new Set(toKeys(answer!));
    found += truth[at]!.filter((key) => keys.has(key)).length;
    return figure;
  });
  return {
    p50: toQuantile(figures, 0.5),
    p99: toQuantile(figures, 0.99),
    recall: found / truth.reduce((sum, keys) => sum + keys.length, 0),
  };
}

/** What handing a corpus over costs its thread: all of it, and the longest step, in ms. */
function measureHandOver(corpus: Corpus): { all: number; longest: number } {
  const runs = Array.from({ length: TIMES }, () => {
    const steps = toSearchParts(corpus);
    const times: number[] = [];
    for (let done: boolean | undefined = false; !done;)
      times.push(
        time(() => {
          const step = steps.next();
          done = step.done;
          // Copied as it is for another thread.
          if (step.value) serialize(step.value);
        }),
      );
    return { all: times.reduce((sum, one) => sum + one, 0), longest: times.reduce((a, b) => Math.max(a, b)) };
  });
  return {
    all: toMedian(runs.map(({ all }) => all)),
    longest: toMedian(runs.map(({ longest }) => longest)),
  };
}

/** Measures search in a corpus, ours beside MiniSearch with the same words, fields and weights, and a scan of all words. */
export function measureSearch(corpus: Corpus): SearchFigures {
  const handOver = measureHandOver(corpus);
  const parts = [...toSearchParts(corpus)].filter((part) => part !== undefined);
  const index = measureMaking(() => toIndex(parts));
  collectGarbage();
  const before = toMemory();
  let peak = 0;
  toIndex(
    (function* () {
      for (const part of parts) {
        yield part;
        peak = Math.max(peak, toMemory() - before);
      }
    })(),
  );
  peak = Math.max(peak, toMemory() - before);
  const searcher = atOnce(toSearcher(corpus, index.made));
  const { entries, keys } = toEntries(corpus, index.made);
  const queries = toQueries(entries);

  const scan = measureMaking(() =>
    entries.map(
      ({ label, alias, statement, text }) =>
        ` ${toWords(`${label}\n${alias}\n${statement}\n${text}`).join(' ')}`,
    ),
  );
  const look = (text: string): string[] => {
    const words = toWords(text).map((word) => ` ${word}`);
    return keys.filter((_, at) => words.every((word) => scan.made[at]!.includes(word)));
  };
  const truth: string[][] = [];
  const lookTimes = queries.map((text) => time(() => truth.push(look(text))));
  const ours: Engine = {
    build: index.cpu,
    memory: index.memory,
    ...measureQueries(
      queries,
      truth,
      TIMES,
      (text) => atOnce(searcher.find(text)),
      (found) => toHits(found).map(toKey),
    ),
  };
  const ask = (text: string) => time(() => atOnce(searcher.find(text)));
  const median = (text: string) => toMedian(Array.from({ length: TIMES }, () => ask(text)));
  const letter = median('a');
  const phrase = median('"of the"');
  const mini = measureMaking(() => {
    const engine = new MiniSearch<Entry>({
      fields: ['label', 'alias', 'statement', 'text'],
      tokenize: toWords,
      processTerm: (term) => term,
      searchOptions: { prefix: true, combineWith: 'AND', boost: { label: 4, alias: 3, statement: 2 } },
    });
    engine.addAll(entries);
    return engine;
  });
  const miniSearch: Engine = {
    build: mini.cpu,
    memory: mini.memory,
    ...measureQueries(
      queries,
      truth,
      1,
      (text) => mini.made.search(text),
      (found) => found.map(({ id }) => keys[id as number]!),
    ),
  };
  return {
    nodes: corpus.nodes.size,
    entries: entries.length,
    ours,
    miniSearch,
    scan: {
      build: scan.cpu,
      memory: scan.memory,
      p50: toQuantile(lookTimes, 0.5),
      p99: toQuantile(lookTimes, 0.99),
      recall: 1,
    },
    peak,
    handOver,
    letter,
    phrase,
  };
}

if (process.argv[1] === import.meta.filename) {
  const figures = measureSearch(toSynthetic(Number(process.argv[2] ?? 100_000)));
  const { ours, miniSearch, scan, ...others } = figures;
  const round = (engine: Engine) =>
    Object.fromEntries(Object.entries(engine).map(([name, value]) => [name, +value.toFixed(2)]));
  console.table({ ours: round(ours), MiniSearch: round(miniSearch), 'plain scan': round(scan) });
  console.log(others);
}
