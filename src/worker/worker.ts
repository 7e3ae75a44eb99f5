// The worker's side: a table of the core's long jobs.
import { toChart, type Card, type Room } from '../core/lanes';
import { layout } from '../core/layout';

export const JOBS = {
  layout,
  chart: ({ cards, room }: { cards: readonly Card[]; room: Room }) => toChart(cards, room),
};
export type Jobs = typeof JOBS;

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ job: keyof Jobs; input: Parameters<Jobs[keyof Jobs]>[0] }>) => {
    try {
      // The job's name and its input come from the same call of run().
      const job = JOBS[data.job] as (input: Parameters<Jobs[keyof Jobs]>[0]) => ReturnType<Jobs[keyof Jobs]>;
      self.postMessage({ output: job(data.input) });
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  },
);
