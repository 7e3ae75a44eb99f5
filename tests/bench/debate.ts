// Measures the chart of a debate of 200 claims: its cards, and its layout as the worker runs it.
import { toPositions } from '../../src/core/debate';
import { toChart, toDebate } from '../../src/core/lanes';
import { EVERYTHING } from '../../src/core/query';
import { atOnce } from '../../src/core/steps';
import { measureTimes, type Cost } from './measure';
import { toSynthetic } from './synthetic';

const CLAIMS = 200;
const TIMES = 21;
/** A canvas between the panels of a screen of 1440 by 900 pixels. */
const ROOM = { width: 760, height: 640, left: 124, top: 150, above: 0, more: 25 };

/** The cards are made on the page's thread, the chart in the worker. */
export type DebateFigures = { claims: number; cards: Cost; chart: Cost };

/** A topic of a corpus of so many nodes, with all that is about it but the first 200 claims hidden. */
export function measureDebate(size: number): DebateFigures {
  const corpus = toSynthetic(size);
  const [topic] = toPositions(corpus);
  const about = [...corpus.edges.values()].filter(
    (edge) => edge.type === 'about' && edge.target === topic!.topic.id && !edge.source.startsWith('report:'),
  );
  const claims = new Set([...new Set(about.map(({ source }) => source))].slice(0, CLAIMS));
  const visible = new Set([...corpus.nodes.keys(), ...corpus.edges.keys()]);
  for (const { source } of about) if (!claims.has(source)) visible.delete(source);
  const draw = () => atOnce(toDebate(corpus, topic!.topic.id, EVERYTHING, visible));
  const { cards } = draw();
  return {
    claims: claims.size,
    cards: measureTimes(draw, TIMES),
    chart: measureTimes(() => toChart(cards, ROOM), TIMES),
  };
}
