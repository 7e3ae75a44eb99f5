// Projects as they are kept in this browser, the only user of IndexedDB: each a packed corpus, and all that was done since.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import * as z from 'zod';
import { Edit } from '../../core/edit';
import { Prepared } from '../../core/extract/prepared';
import { Proposal } from '../../core/extract/proposal';

/**
 * What is known of a project without opening it. Of its acts the first `done` are done, those behind them were undone; the
 * packed corpus holds the first `packed`. `created` and `changed` are ISO 8601, UTC.
 */
const Entry = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Who codes in it here, as provenance names them. */
  coder: z.string().optional(),
  created: z.string(),
  changed: z.string(),
  articles: z.number(),
  claims: z.number(),
  done: z.number(),
  packed: z.number(),
  /** One more with each write, so that two tabs never write over each other. */
  revision: z.number(),
});
export type Entry = z.infer<typeof Entry>;

/** What became of proposals of an article, by their places in the list. */
const Decision = z.strictObject({
  article: z.string(),
  proposals: z.array(z.number().int().min(0)),
  as: z.enum(['accepted', 'rejected']),
});
export type Decision = z.infer<typeof Decision>;

/** Something that was done: what it is called, when (ISO 8601, UTC), the edit and the one that takes it back. */
const Act = z.strictObject({
  name: z.string(),
  at: z.string(),
  edit: Edit,
  reverse: Edit,
  decided: z.array(Decision).optional(),
});
export type Act = z.infer<typeof Act>;

const Proposals = z.array(Proposal);
/** What was prepared of proposals of an article, by their places in the list. */
const PreparedByPlace = z.map(z.number(), Prepared);

/** A project as it lies here. Without a `pack` it began with nothing. */
export type Kept = {
  entry: Entry;
  pack: Uint8Array | undefined;
  acts: Act[];
  proposals: Map<string, Proposal[]>;
  prepared: Map<string, ReadonlyMap<number, Prepared>>;
};

/** Thrown with a sentence for the reader where a project cannot be read or written. */
export class JournalError extends Error {
  /** Whether somebody else, in another tab, wrote in between. */
  readonly isOverwritten: boolean;
  constructor(sentence: string, isOverwritten = false) {
    super(sentence);
    this.name = 'JournalError';
    this.isOverwritten = isOverwritten;
  }
}

type Schema = DBSchema & {
  entries: { key: string; value: unknown };
  packs: { key: string; value: Uint8Array };
  /** By project and number, from 0. */
  acts: { key: [string, number]; value: unknown };
  /** By project and article. */
  proposals: { key: [string, string]; value: unknown };
  /** What was prepared of proposals, by project and article. */
  prepared: { key: [string, string]; value: unknown };
  /** Corrections of articles that are not done yet, by project and article. */
  drafts: { key: [string, string]; value: unknown };
};
const STORES = ['entries', 'packs', 'acts', 'proposals', 'prepared', 'drafts'] as const;

let opening: Promise<IDBPDatabase<Schema>> | undefined;
/** The database; opened anew where the browser closed it. */
function database(): Promise<IDBPDatabase<Schema>> {
  const forget = () => void (opening = undefined);
  opening ??= openDB<Schema>('claimscape', 3, {
    upgrade: (db) => {
      for (const store of STORES) if (!db.objectStoreNames.contains(store)) db.createObjectStore(store);
    },
    // A newer page wants to change the form of it.
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  }).catch((error: unknown) => {
    forget();
    throw error;
  });
  return opening;
}

/** Why the browser does not do it, for those who look at the page. */
function toJournalError(error: unknown): JournalError {
  if (error instanceof JournalError) return error;
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  if (name === 'QuotaExceededError')
    return new JournalError('The space that this browser has for it, or the disk, is full.');
  if (name === 'SecurityError' || name === 'InvalidStateError' || name === 'ReferenceError')
    return new JournalError('This browser keeps nothing for this page, as in a private window.');
  return new JournalError(`The browser refused it (${message || name}).`);
}

async function attempt<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  try {
    return await work(await database());
  } catch (error) {
    throw toJournalError(error);
  }
}

/** All acts or proposals of a project. */
const allOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

/** The projects kept here, the last changed first; what an unknown version wrote is left alone. */
export const listEntries = (): Promise<Entry[]> =>
  attempt(async (db) =>
    (await db.getAll('entries'))
      .flatMap((entry) => Entry.safeParse(entry).data ?? [])
      .toSorted((one, other) => (one.changed < other.changed ? 1 : -1)),
  );

/** @throws JournalError where it is not there, or cannot be read. */
export const readProject = (id: string): Promise<Kept> =>
  attempt(async (db) => {
    const transaction = db.transaction(STORES);
    const [stored, pack, acts, keys, proposals, preparedKeys, prepared] = await Promise.all([
      transaction.objectStore('entries').get(id),
      transaction.objectStore('packs').get(id),
      transaction.objectStore('acts').getAll(allOf(id)),
      transaction.objectStore('proposals').getAllKeys(allOf(id)),
      transaction.objectStore('proposals').getAll(allOf(id)),
      transaction.objectStore('prepared').getAllKeys(allOf(id)),
      transaction.objectStore('prepared').getAll(allOf(id)),
    ]);
    if (stored === undefined)
      throw new JournalError('There is no such project in this browser: it was removed, or made in another.');
    const entry = Entry.safeParse(stored);
    const journal = z.array(Act).safeParse(acts);
    if (!entry.success || !journal.success)
      throw new JournalError('What this browser keeps of the project cannot be read by this version.');
    return {
      entry: entry.data,
      pack,
      // As they lie there: what is written keeps the order of its fields.
      acts: acts as Act[],
      // Those of another version cannot be shown: what was decided of them goes by their places.
      proposals: new Map(
        keys.map(([, article], place) => [article, Proposals.safeParse(proposals[place]).data ?? []]),
      ),
      prepared: new Map(
        preparedKeys.map(([, article], place) => [
          article,
          PreparedByPlace.safeParse(prepared[place]).data ?? new Map(),
        ]),
      ),
    };
  });

/** What is written at once. */
export type Change = {
  entry: Entry;
  /** null where it begins with nothing. */
  pack?: Uint8Array | null;
  /** Takes the place of the acts from its number on. */
  act?: { number: number; act: Act };
  proposals?: ReadonlyMap<string, readonly Proposal[]>;
  prepared?: ReadonlyMap<string, ReadonlyMap<number, Prepared>>;
};

/**
 * Writes a change wholly or not at all, and waits until it is on the disk. `entry.revision` must follow on what is kept.
 * @throws JournalError where it is not written.
 */
export const writeProject = ({ entry, pack, act, proposals, prepared }: Change): Promise<void> =>
  attempt(async (db) => {
    const transaction = db.transaction(STORES, 'readwrite', { durability: 'strict' });
    try {
      const entries = transaction.objectStore('entries');
      const kept = Entry.safeParse(await entries.get(entry.id)).data;
      if (!kept && entry.revision > 1)
        throw new JournalError('The project was removed from this browser meanwhile.', true);
      if ((kept?.revision ?? 0) + 1 !== entry.revision)
        throw new JournalError('The project was changed in another tab meanwhile.', true);
      await entries.put(entry, entry.id);
      if (pack) await transaction.objectStore('packs').put(pack, entry.id);
      if (pack === null) await transaction.objectStore('packs').delete(entry.id);
      if (act) {
        const acts = transaction.objectStore('acts');
        await acts.delete(IDBKeyRange.bound([entry.id, act.number], [entry.id, []]));
        await acts.put(act.act, [entry.id, act.number]);
      }
      for (const [article, some] of proposals ?? [])
        await transaction.objectStore('proposals').put(some, [entry.id, article]);
      for (const [article, some] of prepared ?? [])
        await transaction.objectStore('prepared').put(some, [entry.id, article]);
    } catch (error) {
      transaction.done.catch(() => {});
      try {
        transaction.abort();
      } catch {
        // It was aborted by what went wrong.
      }
      throw error;
    }
    await transaction.done;
  });

/** Removes all that is kept of a project. @throws JournalError */
export const removeEntry = (id: string): Promise<void> =>
  attempt(async (db) => {
    const transaction = db.transaction(STORES, 'readwrite');
    await Promise.all([
      transaction.objectStore('entries').delete(id),
      transaction.objectStore('packs').delete(id),
      transaction.objectStore('acts').delete(allOf(id)),
      transaction.objectStore('proposals').delete(allOf(id)),
      transaction.objectStore('prepared').delete(allOf(id)),
      transaction.objectStore('drafts').delete(allOf(id)),
      transaction.done,
    ]);
  });

/**
 * A correction of an article that somebody has begun: the text it began `from`, the text so far, which words of it take the
 * place of words that are lost, by their keys, and what is written of the article besides, where that is changed.
 */
const Draft = z.object({
  from: z.string(),
  text: z.string(),
  settled: z.array(z.tuple([z.string(), z.object({ start: z.number(), end: z.number() }).nullable()])),
  written: z
    .object({
      title: z.string(),
      publisher: z.string(),
      date: z.string(),
      // There was none when older ones were begun.
      url: z.string().default(''),
      authors: z.string(),
    })
    .optional(),
});
export type Draft = z.infer<typeof Draft>;

/** The correction of an article that was begun; undefined where there is none. @throws JournalError */
export const readDraft = (id: string, article: string): Promise<Draft | undefined> =>
  attempt(async (db) => Draft.safeParse(await db.get('drafts', [id, article])).data);

/** Keeps a correction as far as it has come; undefined forgets it. @throws JournalError */
export const writeDraft = (id: string, article: string, draft: Draft | undefined): Promise<void> =>
  attempt(async (db) => {
    if (draft) await db.put('drafts', draft, [id, article]);
    else await db.delete('drafts', [id, article]);
  });
