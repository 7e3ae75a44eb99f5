// The page's side: runs one of the worker's jobs off the page's thread.
import type { Answer, Jobs, Order, PartJobs, Tell } from './worker';

/** Gives a worker of its own an order, and what it wants, until it has answered or is aborted. */
function order(
  first: Order,
  feed: () => Order,
  { signal, tell }: { signal?: AbortSignal | undefined; tell?: Tell | undefined },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const send = (message: Order) => worker.postMessage(message);
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    signal?.addEventListener('abort', () => end(() => reject(signal.reason as Error)), { once: true });
    worker.addEventListener('error', (event) => end(() => reject(new Error(event.message))));
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if ('output' in data) end(() => resolve(data.output));
      else if ('error' in data) end(() => reject(new Error(data.error)));
      else if ('share' in data) tell?.(data.share);
      else
        try {
          send(feed());
        } catch (error) {
          end(() => reject(error));
        }
    });
    send(first);
  });
}

/**
 * Runs a job in a worker of its own, which ends with the job or when it is aborted; `tell` hears what share of it is done,
 * where the job says so.
 * @throws what the job threw, or the signal's reason.
 */
export async function run<J extends keyof Jobs>(
  job: J,
  input: Parameters<Jobs[J]>[0],
  signal?: AbortSignal,
  tell?: Tell,
): Promise<Awaited<ReturnType<Jobs[J]>>> {
  const neverFed = () => {
    throw new Error(`The job ${job} has all its input.`);
  };
  return (await order({ job, input }, neverFed, { signal, tell })) as Awaited<ReturnType<Jobs[J]>>;
}

type Taking<J extends keyof PartJobs> = Awaited<ReturnType<PartJobs[J]>>;
/** What a job that takes parts is given, and what comes of it. */
type PartOf<J extends keyof PartJobs> = NonNullable<Parameters<Taking<J>['next']>[0]>;
type OutputOf<J extends keyof PartJobs> = Taking<J> extends Generator<unknown, infer T> ? T : never;

/**
 * The same for a job that takes its input in parts. Each is made and handed over when the one before is worked in, so that
 * the page answers in between, and neither side ever holds two of them.
 */
export async function runInParts<J extends keyof PartJobs>(
  job: J,
  parts: Iterator<PartOf<J> | undefined, void>,
): Promise<OutputOf<J>> {
  const feed = () => {
    const { done = false, value } = parts.next();
    return { part: value, isLast: done };
  };
  return (await order({ partJob: job }, feed, {})) as OutputOf<J>;
}
