// The worker's side: a table of the core's long jobs.
import { layout } from '../core/layout';

export const JOBS = { layout };
export type Jobs = typeof JOBS;

self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ job: keyof Jobs; input: Parameters<Jobs[keyof Jobs]>[0] }>) => {
    try {
      self.postMessage({ output: JOBS[data.job](data.input) });
    } catch (error) {
      self.postMessage({ error: String(error) });
    }
  },
);
