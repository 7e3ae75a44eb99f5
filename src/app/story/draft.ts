// What is about to be said at the next step of a story: it is kept as long as the tab is open, or until the step is added.

const DRAFT = 'claimscape.draft.';

/** By the story's id; all there is of them where the browser keeps nothing. */
const drafts = new Map<string, string>();

function attempt<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(window.sessionStorage);
  } catch {
    return undefined;
  }
}

export const readDraft = (id: string): string =>
  drafts.get(id) ?? attempt((storage) => storage.getItem(DRAFT + id)) ?? '';

export function keepDraft(id: string, text: string): void {
  drafts.set(id, text);
  attempt((storage) => (text === '' ? storage.removeItem(DRAFT + id) : storage.setItem(DRAFT + id, text)));
}
