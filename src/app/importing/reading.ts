// Files and pasted text read into articles in the worker, and proposals made of them: in two where there are many.
import { MOST, type Furniture, type ImportedArticle } from '../../core/article/imported';
import type { KnownActor } from '../../core/extract/known';
import type { Proposal } from '../../core/extract/proposal';
import { FetchError } from '../../worker/failures';
import { hire } from '../../worker/index';

/** A file or a pasted text before it is read. */
export type Source = { readonly name: string; readonly file: Blob };
/** What came of it: the article, or why there is none and what to do about it. */
export type Read = { readonly name: string } & ({ article: ImportedArticle } | { reason: string });

/** More than so many are shared out between two workers. */
const FEW = 3;
/** How long one of them may take, in milliseconds, before it is given up: longer than the longest article takes. */
const SLOW = 120_000;

type Worker = ReturnType<typeof hire>;

/**
 * Does a job for each item in a worker that is kept. One that takes too long or ends its worker fails alone: `tell` hears of
 * each item, in no order, what came of it or why nothing did.
 * @throws the signal's reason where it is aborted.
 */
async function share<T, R>(
  items: readonly T[],
  job: (worker: Worker, item: T, signal: AbortSignal) => Promise<R>,
  tell: (place: number, result: R | Error) => void,
  signal: AbortSignal,
): Promise<void> {
  const queue = items.entries();
  const work = async () => {
    let worker = hire();
    try {
      for (const [place, item] of queue) {
        signal.throwIfAborted();
        const slow = AbortSignal.timeout(SLOW);
        try {
          tell(place, await job(worker, item, AbortSignal.any([signal, slow])));
        } catch (error) {
          signal.throwIfAborted();
          tell(place, slow.aborted ? new Error(TOO_SLOW) : (error as Error));
          // What went wrong in it may have left it in disorder.
          worker.end();
          worker = hire();
        }
      }
    } finally {
      worker.end();
    }
  };
  await Promise.all(items.length > FEW ? [work(), work()] : [work()]);
}

const TOO_SLOW = 'it takes longer than two minutes. Split it, or save it as text.';

/** What a worker's error says of a file, without its name. */
const toReason = (name: string, { message }: Error): string => message.replace(`${name}: `, '');

/**
 * Reads each; `tell` hears what came of it.
 * @throws FetchError where what reads them could not be fetched, which is no fault of theirs; the signal's reason where it is
 *   aborted.
 */
export async function readSources(
  sources: readonly Source[],
  tell: (place: number, read: Read) => void,
  signal: AbortSignal,
): Promise<void> {
  const failing = new AbortController();
  await share(
    sources,
    async (worker, { name, file }, during) => {
      if (file.size > MOST.packed)
        throw new Error(
          `it is ${Math.ceil(file.size / 1e6)} MB, and at most ${MOST.packed / 1e6} MB are read. Split it into articles.`,
        );
      return worker.run('article', { name, file }, during);
    },
    (place, result) => {
      const { name } = sources[place]!;
      if (result instanceof FetchError) failing.abort(result);
      else if (result instanceof Error) tell(place, { name, reason: toReason(name, result) });
      else tell(place, { name, article: result });
    },
    AbortSignal.any([signal, failing.signal]),
  );
  failing.signal.throwIfAborted();
}

/** Makes proposals of each text; where none could be made, an Error. @throws the signal's reason where it is aborted. */
export const makeProposals = (
  articles: readonly { text: string; furniture: readonly Furniture[] }[],
  actors: readonly KnownActor[],
  tell: (place: number, proposals: readonly Proposal[] | Error) => void,
  signal: AbortSignal,
): Promise<void> => {
  const told = new WeakSet<Worker>();
  const propose = (worker: Worker, article: (typeof articles)[number], during: AbortSignal) => {
    const known = told.has(worker) ? {} : { actors };
    told.add(worker);
    return worker.run('proposals', { article, ...known }, during);
  };
  return share(articles, propose, tell, signal);
};
