// The page's side: runs one of the worker's jobs off the page's thread.
import type { Jobs } from './worker';

/**
 * Runs a job in a worker of its own, which ends with the job or when it is aborted.
 * @throws what the job threw, or the signal's reason.
 */
export function run<J extends keyof Jobs>(
  job: J,
  input: Parameters<Jobs[J]>[0],
  signal?: AbortSignal,
): Promise<ReturnType<Jobs[J]>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    signal?.addEventListener('abort', () => end(() => reject(signal.reason as Error)), { once: true });
    worker.addEventListener('error', (event) => end(() => reject(new Error(event.message))));
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<{ output: ReturnType<Jobs[J]>; error?: string }>) =>
        end(() => (data.error === undefined ? resolve(data.output) : reject(new Error(data.error)))),
    );
    worker.postMessage({ job, input });
  });
}
