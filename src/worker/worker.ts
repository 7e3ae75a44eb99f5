// The worker's side: tables of the core's long jobs.
import { toChart, type Card, type Room } from '../core/lanes';
import { layout } from '../core/layout';
import { toSearchIndex, type SearchPart } from '../core/indexing';

export const JOBS = {
  layout,
  chart: ({ cards, room }: { cards: readonly Card[]; room: Room }) => toChart(cards, room),
};
export type Jobs = typeof JOBS;

/** Those that take their input in parts, one a step, and none at its end. */
export const PART_JOBS = { searchIndex: toSearchIndex };
export type PartJobs = typeof PART_JOBS;

/** What is asked of a worker: a job with its input, a job that will ask for its input, or a step of that input. */
export type Order =
  | { job: keyof Jobs; input: Parameters<Jobs[keyof Jobs]>[0] }
  | { partJob: keyof PartJobs }
  | { part: unknown; isLast: boolean };

/** What a worker answers: what came of the job, why nothing did, or that it wants the next step of its input. */
export type Answer = { output: unknown } | { error: string } | { wants: 'part' };

/** The arrays in what came of a job, which are handed over rather than copied. */
function toBuffers(output: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(output)) return [output.buffer as ArrayBuffer];
  return typeof output === 'object' && output !== null ? Object.values(output).flatMap(toBuffers) : [];
}

const answer = (message: Answer, transfer: ArrayBuffer[] = []) => self.postMessage(message, { transfer });

/** The job that is being given its input. */
let taking: Generator<undefined, unknown, SearchPart | undefined>;

function obey(order: Order): void {
  if ('job' in order) {
    // The job's name and its input come from the same call of run().
    const job = JOBS[order.job] as (input: unknown) => unknown;
    answer({ output: job(order.input) });
  } else if ('partJob' in order) {
    taking = PART_JOBS[order.partJob]();
    taking.next();
    answer({ wants: 'part' });
  } else if (order.part === undefined && !order.isLast) {
    // A step of the input that made no part is but a pause.
    answer({ wants: 'part' });
  } else {
    const { done, value } = taking.next(order.part as SearchPart | undefined);
    if (done) answer({ output: value }, toBuffers(value));
    else answer({ wants: 'part' });
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  try {
    obey(data);
  } catch (error) {
    answer({ error: String(error) });
  }
});
