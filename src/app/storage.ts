// What the page remembers in this browser: stories recorded or begun in it, and what was chosen.

const STORY = 'claimscape.story.';
const DRAFT = 'claimscape.draft.';
const OFFER = 'claimscape.offer';
const CHOICE = 'claimscape.';

/** What `work` finds in what is stored here, or for this tab alone; undefined where the browser has none, refuses it, or it is full. */
function attempt<T>(
  work: (storage: Storage) => T,
  where: 'localStorage' | 'sessionStorage' = 'localStorage',
): T | undefined {
  try {
    return work(window[where]);
  } catch {
    return undefined;
  }
}

/** The texts of the stories saved here, by id; not yet known to be stories. */
export const readSaved = (): ReadonlyMap<string, string> =>
  new Map(
    attempt((storage) =>
      Object.keys(storage)
        .filter((key) => key.startsWith(STORY))
        .map((key): [string, string] => [key.slice(STORY.length), storage.getItem(key) ?? '']),
    ),
  );

/** Saves the text of a story, each under a key of its own, so that two tabs never write over each other's; false where it cannot. */
export const save = (id: string, text: string): boolean =>
  attempt((storage) => {
    storage.setItem(STORY + id, text);
    return true;
  }) ?? false;

export const forget = (id: string): void => attempt((storage) => storage.removeItem(STORY + id));

/** What is about to be said at the next step of a story, by its id; all there is of it where the browser keeps nothing. */
const drafts = new Map<string, string>();
export const readDraft = (id: string): string =>
  drafts.get(id) ?? attempt((storage) => storage.getItem(DRAFT + id), 'sessionStorage') ?? '';
/** Keeps it as long as the tab is open. */
export function keepDraft(id: string, text: string): void {
  drafts.set(id, text);
  attempt(
    (storage) => (text === '' ? storage.removeItem(DRAFT + id) : storage.setItem(DRAFT + id, text)),
    'sessionStorage',
  );
}

/** Calls back with the id whenever another tab saves or forgets a story; without one where all is forgotten. */
export function onSavedElsewhere(call: (id: string | undefined) => void): void {
  window.addEventListener('storage', ({ key }) => {
    if (key === null || key.startsWith(STORY)) call(key?.slice(STORY.length));
  });
}

/** Whether nobody here has read a story yet, or said that they would rather not. */
export const isNewcomer = (): boolean => attempt((storage) => storage.getItem(OFFER)) !== 'taken';
export const takeOffer = (): void => attempt((storage) => storage.setItem(OFFER, 'taken'));

/** What is kept from one visit to the next; index.html reads the colours and contrast by these names before anything is painted. */
type Choice = 'theme' | 'contrast' | 'citation';
/** What was chosen here last; undefined where nothing was. */
export const readChoice = (choice: Choice): string | undefined =>
  attempt((storage) => storage.getItem(CHOICE + choice)) ?? undefined;
/** Where it cannot be kept it is forgotten with the page. */
export const keepChoice = (choice: Choice, value: string): void =>
  attempt((storage) => storage.setItem(CHOICE + choice, value));
