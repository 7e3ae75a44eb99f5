// Measures the chart of a debate of 200 claims: its cards, and its layout as the worker runs it: `npm run bench`.
import { toDebate, toChart } from '../../src/core/lanes';
import { toPositions } from '../../src/core/debate';
import { toSynthetic } from './synthetic';

const CLAIMS = 200;
const ROUNDS = 21;
/** A canvas between the panels of a screen of 1440 by 900 pixels. */
const ROOM = { width: 760, height: 640, left: 124, top: 150, above: 0, more: 25 };

const toMedian = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
/** What the processor takes for it, in ms: the first time, and the median of many. */
function time(work: () => unknown): { 'first (ms)': number; 'median (ms)': number } {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return { 'first (ms)': Math.round(times[0]!), 'median (ms)': Math.round(toMedian(times)) };
}

const corpus = toSynthetic(10_000);
const [topic] = toPositions(corpus);
const about = Object.values(topic!.edges).flat();
const claims = [...new Set(about.map(({ source }) => source))].slice(0, CLAIMS);
const visible = new Set([...corpus.nodes.keys(), ...corpus.edges.keys()]);
for (const { source } of about) if (!claims.includes(source)) visible.delete(source);
const { cards } = toDebate(corpus, topic!.topic.id, visible);
console.log(`a debate of ${claims.length} claims and recommendations: ${cards.length} cards`);
console.table({
  'its cards, on the page’s thread': time(() => toDebate(corpus, topic!.topic.id, visible)),
  'its chart, in the worker': time(() => toChart(cards, ROOM)),
});
