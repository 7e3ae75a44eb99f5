// The worker's side: tables of the core's long jobs, each fetched when it is to be done.
import type { Plan } from '../core/drawing';
import type { SearchPart } from '../core/indexing';
import type { Card, Room } from '../core/lanes';
import type { KnownActor } from '../core/extract/known';
import type { Problem } from '../core/model';
import type { Positions } from '../core/layout';
import type { Furniture } from '../core/article/imported';
import type { Paragraph } from '../core/formats/word';
import { FetchError, isUnfetched, readBytes } from './failures';

/** Hears what share of a job is done, from 0 to 1. */
export type Tell = (share: number) => void;

/** Without `actors`, whom this worker was told of last are known. */
type ProposalInput = {
  article: { text: string; furniture: readonly Furniture[] };
  actors?: readonly KnownActor[];
};
let knownLast: readonly KnownActor[] = [];

/** Somebody's file, and what it is called. */
type Given = { name: string; file: Blob };

/** Files of a corpus by their paths, in UTF-8, so that they are handed over rather than copied. */
type Encoded = readonly (readonly [path: string, bytes: Uint8Array])[];
const encode = (files: Iterable<readonly [path: string, text: string]>): Encoded => {
  const encoder = new TextEncoder();
  return [...files].map(([path, text]) => [path, encoder.encode(text)]);
};

/** How many bytes become text at a time. */
const CHUNK = 1_000_000;
function* decode(bytes: Uint8Array): Generator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += CHUNK)
    yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
  yield decoder.decode();
}

/** The files, and what could not be taken over; or why nothing can be read. */
type DnaOutput = { files: Encoded; notes: readonly string[] } | { refused: string };

/** `held` are the ids of the articles in it, `named` of those its words are in, too; `removed` counts what its writer left out. */
type GraphmlOutput =
  | { files: Encoded; removed: number; held: readonly string[]; named: readonly string[] }
  | { problems: readonly Problem[] };

export const JOBS = {
  layout: async ({ known, ...plan }: Plan & { known?: Positions }, tell: Tell) =>
    (await import('../core/layout')).layout(plan, known, tell),
  chart: async ({ cards, room }: { cards: readonly Card[]; room: Room }) =>
    (await import('../core/lanes')).toChart(cards, room),
  /** The ids of a picture's nodes, a line each, and where they stand. */
  places: async (text: string) => {
    const { drawing, positions } = (await import('../core/picture')).readPicture(text);
    return { ids: drawing.nodes.map(({ id }) => id).join('\n'), positions };
  },
  /** A database of Discourse Network Analyzer as the files of a corpus. */
  dna: async ({ name, file }: Given): Promise<DnaOutput> => {
    const [{ default: open }, { default: wasm }, { readDna }, { PackError }, { atOnce }] = await Promise.all([
      import('sql.js'),
      import('sql.js/dist/sql-wasm-browser.wasm?url'),
      import('../core/formats/dna'),
      import('../core/pack'),
      import('../core/steps'),
    ]);
    const { Database } = await open({ locateFile: () => wasm }).catch(() => {
      throw new FetchError();
    });
    const bytes = await readBytes(name, file);
    let database: InstanceType<typeof Database> | undefined;
    try {
      database = new Database(bytes);
      const { files, notes } = atOnce(readDna(database));
      return { files: encode(files), notes };
    } catch (error) {
      const { message } = error as Error;
      return {
        refused: error instanceof PackError ? message : `It cannot be read as a database (${message}).`,
      };
    } finally {
      // Its memory is not cleared away by itself.
      database?.close();
    }
  },
  /** GraphML as graph files, with the ids of all articles it names; or what is wrong in it. */
  graphml: async ({ name, file }: Given): Promise<GraphmlOutput> => {
    const [{ readGraphml }, { printGraphFiles, toKept }, { CorpusError }, { atOnce }] = await Promise.all([
      import('../core/formats/reader'),
      import('../core/graphfile'),
      import('../core/corpus'),
      import('../core/steps'),
    ]);
    const bytes = await readBytes(name, file);
    try {
      const { graph, removed } = readGraphml(decode(bytes), name);
      const held = graph.nodes.flatMap(({ id, type }) => (type === 'article' ? [id] : []));
      const named = [...graph.nodes, ...graph.edges].flatMap(({ passages }) =>
        passages.map(({ article }) => article),
      );
      return {
        files: encode(atOnce(printGraphFiles(toKept(graph)))),
        removed,
        held,
        named: [...new Set([...held, ...named])],
      };
    } catch (error) {
      if (error instanceof CorpusError) return { problems: error.problems };
      throw error;
    }
  },
  /** A document as a Word file. */
  word: async ({ title, paragraphs }: { title: string; paragraphs: readonly Paragraph[] }) =>
    (await import('../core/formats/word')).writeWord(title, paragraphs),
  /** Somebody's file as an article. */
  article: async ({ name, file }: Given) =>
    (await import('../core/article/article')).readArticle(name, await readBytes(name, file)),
  /** What is proposed from an article, with nothing from its page furniture. */
  proposals: async ({ article, actors = knownLast }: ProposalInput) => {
    knownLast = actors;
    return (await import('../core/extract/imported')).proposeFrom(article, actors);
  },
};
export type Jobs = typeof JOBS;

/** Those that take their input in parts, one a step, and none at its end. */
export const PART_JOBS = { searchIndex: async () => (await import('../core/indexing')).toSearchIndex() };
export type PartJobs = typeof PART_JOBS;

/** What is asked of a worker: a job with its input, a job that will ask for its input, or a step of that input. */
export type Order =
  | { job: keyof Jobs; input: Parameters<Jobs[keyof Jobs]>[0] }
  | { partJob: keyof PartJobs }
  | { part: unknown; isLast: boolean };

/** What a worker answers: what came of the job, why nothing did, how much is done, or that it wants the next step of its input. */
export type Answer =
  { output: unknown } | { error: string; isUnfetched: boolean } | { share: number } | { wants: 'part' };

/** The arrays in what came of a job, which are handed over rather than copied. */
function toBuffers(output: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(output)) return [output.buffer as ArrayBuffer];
  return typeof output === 'object' && output !== null ? Object.values(output).flatMap(toBuffers) : [];
}

const answer = (message: Answer, transfer: ArrayBuffer[] = []) => self.postMessage(message, { transfer });

/** How often the page hears what share is done, in milliseconds: each time costs it a moment. */
const PAUSE = 50;

function toTell(): Tell {
  let told = performance.now();
  return (share) => {
    const now = performance.now();
    if (now - told < PAUSE) return;
    told = now;
    answer({ share });
  };
}

/** The job that is being given its input. */
let taking: Generator<undefined, unknown, SearchPart | undefined>;

async function obey(order: Order): Promise<void> {
  if ('job' in order) {
    // The job's name and its input come from the same call of run().
    const job = JOBS[order.job] as (input: unknown, tell: Tell) => Promise<unknown>;
    const output = await job(order.input, toTell());
    answer({ output }, [...new Set(toBuffers(output))]);
  } else if ('partJob' in order) {
    taking = await PART_JOBS[order.partJob]();
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
  obey(data).catch((error: unknown) =>
    answer({
      error: error instanceof Error ? error.message : String(error),
      isUnfetched: isUnfetched(error),
    }),
  );
});
