// Many files read and proposed from on all cores, each answered in the order they were named.
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { Corpus } from '../core/model';
import type { Answer, Order } from './extractor';
import type { Found } from './files';

/** The most minutes that one file may take, and the most memory of a thread, in MB: what needs more is broken. */
const LONGEST = 5;
const MEMORY = 2048;
/** How many files may be ready or in work for each thread while an earlier one is waited for. */
const AHEAD = 16;

/** Starts extractor.ts, which lies beside this file both as it is written and as it is built. */
function startThread(options: WorkerOptions): Worker {
  const isBuilt = !import.meta.url.endsWith('.ts');
  const file = new URL(isBuilt ? './extractor.js' : './extractor.ts', import.meta.url);
  if (isBuilt) return new Worker(file, options);
  // Node 20 does not hand on to threads how the main one reads TypeScript.
  const reader = `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`;
  return new Worker(file, { ...options, execArgv: ['--import', `data:text/javascript,${reader}`] });
}

type Task = { order: Order; done: (answer: Answer) => void };

/** Threads that share the work out among themselves; one that fails or hangs is replaced, and its file named. */
function toPool(size: number, corpus: Corpus | undefined) {
  const waiting: Task[] = [];
  const idle: (() => void)[] = [];
  const workers = new Set<Worker>();
  let isOver = false;

  const employ = () => {
    const worker = startThread({
      workerData: { corpus },
      // What libraries print is not for the results.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    worker.stdout.resume();
    worker.stderr.resume();
    workers.add(worker);
    let task: Task | undefined;
    let timer: NodeJS.Timeout | undefined;
    const next = () => {
      task = waiting.shift();
      if (!task) {
        idle.push(next);
        return;
      }
      timer = setTimeout(() => void fail(`it took longer than ${LONGEST} minutes`), LONGEST * 60_000);
      // Where nobody waits for it any more, as with | head -1, neither does the command.
      timer.unref();
      worker.postMessage(task.order);
    };
    const finish = (answer: Answer) => {
      clearTimeout(timer);
      const finished = task;
      task = undefined;
      finished?.done(answer);
    };
    const fail = async (reason: string) => {
      if (!workers.delete(worker) || isOver) return;
      const place = idle.indexOf(next);
      if (place !== -1) idle.splice(place, 1);
      finish({ error: `${task?.order.file ?? 'a thread'}: ${reason}` });
      employ();
      await worker.terminate();
    };
    worker.on('message', (answer: Answer) => {
      finish(answer);
      next();
    });
    worker.on('error', (error) => void fail(`it could not be worked through: ${error.message}`));
    worker.on('exit', () => void fail('its thread ended'));
    next();
  };
  for (let index = 0; index < size; index++) employ();

  return {
    run: (order: Order) =>
      new Promise<Answer>((done) => {
        waiting.push({ order, done });
        idle.pop()?.();
      }),
    end: async () => {
      isOver = true;
      await Promise.all([...workers].map((worker) => worker.terminate()));
    },
  };
}

/**
 * The files with where what comes of each is written: 'DIR/NAME.json' without the file's own extension, unless two differ only
 * in that. @throws Error where two files would be written to one.
 */
export function toOrders(all: readonly Found[], folder: string | undefined): Order[] {
  if (folder === undefined) return all.map(({ file }) => ({ file, out: undefined }));
  // What was written before is no article, should the folder be one of those that are read.
  const isWritten = (file: string) =>
    file.endsWith('.json') &&
    !path.relative(folder, file).startsWith('..') &&
    !path.isAbsolute(path.relative(folder, file));
  const found = all.filter(({ file }) => !isWritten(file));
  const toStem = (name: string) => name.slice(0, name.length - path.extname(name).length);
  const counts = new Map<string, number>();
  for (const { name } of found) counts.set(toStem(name), (counts.get(toStem(name)) ?? 0) + 1);
  const taken = new Map<string, string>();
  return found.map(({ file, name }) => {
    const stem = counts.get(toStem(name)) === 1 ? toStem(name) : name;
    const other = taken.get(stem);
    if (other !== undefined)
      throw new Error(
        `${other} and ${file} would both be written to ${stem}.json: name the folder that holds both`,
      );
    taken.set(stem, file);
    return { file, out: path.join(folder, `${stem}.json`) };
  });
}

/** What comes of each file, in their order, beside a corpus if there is one; only a few at a time are held in memory. */
export async function* extract(
  orders: readonly Order[],
  corpus: Corpus | undefined,
): AsyncGenerator<{ order: Order; answer: Answer }> {
  const size = Math.max(1, Math.min(availableParallelism(), orders.length));
  const pool = toPool(size, corpus);
  try {
    const ahead: { order: Order; coming: Promise<Answer> }[] = [];
    for (const order of orders) {
      ahead.push({ order, coming: pool.run(order) });
      if (ahead.length < size * AHEAD) continue;
      const first = ahead.shift()!;
      yield { order: first.order, answer: await first.coming };
    }
    for (const { order, coming } of ahead) yield { order, answer: await coming };
  } finally {
    await pool.end();
  }
}
