// The page's side: runs one of the worker's jobs off the page's thread.
import { FetchError } from './failures';
import type { Answer, Jobs, Order, PartJobs, Tell } from './worker';

const start = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Gives a worker an order, and what it wants, until it has answered or is aborted, which ends it. */
function order(
  worker: Worker,
  first: Order,
  feed: () => Order,
  { signal, tell }: { signal?: AbortSignal | undefined; tell?: Tell | undefined },
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const send = (message: Order) => worker.postMessage(message);
    const leaving = new AbortController();
    const settle = (done: () => void) => {
      leaving.abort();
      done();
    };
    const during = { signal: leaving.signal };
    const leave = () =>
      settle(() => {
        worker.terminate();
        reject(signal!.reason as Error);
      });
    signal?.addEventListener('abort', leave, during);
    worker.addEventListener(
      'error',
      // A script that could not be fetched gives no message.
      ({ message }: Partial<ErrorEvent>) =>
        settle(() => reject(message ? new Error(message) : new FetchError())),
      during,
    );
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Answer>) => {
        if ('output' in data) settle(() => resolve(data.output));
        else if ('error' in data)
          settle(() => reject(data.isUnfetched ? new FetchError() : new Error(data.error)));
        else if ('share' in data) tell?.(data.share);
        else
          try {
            send(feed());
          } catch (error) {
            settle(() => reject(error));
          }
      },
      during,
    );
    send(first);
  });
}

/**
 * Runs a job in a worker; `tell` hears what share of it is done, where the job says so.
 * @throws what the job threw, FetchError where what does it could not be fetched, or the signal's reason.
 */
type Run = <J extends keyof Jobs>(
  job: J,
  input: Parameters<Jobs[J]>[0],
  signal?: AbortSignal,
  tell?: Tell,
) => Promise<Awaited<ReturnType<Jobs[J]>>>;

/** A worker that is kept for many jobs, one after the other, until its `end` is called or one of them is aborted. */
export function hire(): { run: Run; end: () => void } {
  const worker = start();
  const neverFed = () => {
    throw new Error('A job that takes no parts wants one.');
  };
  return {
    // The job's name and what comes of it are of the same call.
    run: (job, input, signal, tell) =>
      order(worker, { job, input }, neverFed, { signal, tell }) as Promise<never>,
    end: () => worker.terminate(),
  };
}

/** One that has done its job is kept for the next: starting another takes longer than many a job. */
let idle: ReturnType<typeof hire> | undefined;

/** Runs a job in a worker that has no other meanwhile. @throws as the others do. */
export const run: Run = (job, input, signal, tell) => {
  const worker = idle ?? hire();
  idle = undefined;
  return worker
    .run(job, input, signal, tell)
    .then((output) => {
      idle ??= worker;
      return output;
    })
    .finally(() => {
      if (idle !== worker) worker.end();
    });
};

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
  const worker = start();
  try {
    return (await order(worker, { partJob: job }, feed, {})) as OutputOf<J>;
  } finally {
    worker.terminate();
  }
}
