// Ids that nothing else has.
import { fold, hash, toWords } from './text';

/** The most words of a label that an id is made of. */
const MOST_WORDS = 8;

/**
 * What the id of something with this label begins with: 'claim:one-word-says-little'. Where it has letters that an id cannot
 * hold, or none, a number stands for the whole label, the same for all who write it so: 'person:1h2x9ab'.
 */
export function toStem(type: string, label: string): string {
  const words = toWords(label);
  const kept = words.map((word) => word.replace(/[^a-z0-9]/g, '')).filter((word) => word !== '');
  const isWhole = words.length > 0 && kept.join() === words.join();
  const number = isWhole ? [] : [(hash(fold(label)) >>> 0).toString(36)];
  return `${type}:${[...kept.slice(0, MOST_WORDS), ...number].join('-')}`;
}

/** Whether an id is what the label alone makes it, or made it once where it had no letter of a-z, with a number or without. */
export const isMadeOf = ({ id, type, label }: { id: string; type: string; label: string }): boolean =>
  [toStem(type, label), `${type}:unnamed`].some(
    (stem) => id.startsWith(stem) && /^(?:-\d+)?$/.test(id.slice(stem.length)),
  );

/** An id that is not taken: as it is, or with a number after it, which thousands that are taken are not asked for one by one. */
export function toFreeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  const isFree = (number: number) => !isTaken(`${id}-${number}`);
  let [taken, free] = [1, 2];
  while (!isFree(free)) [taken, free] = [free, 2 * free - 1];
  while (free - taken > 1) {
    const middle = (taken + free) >> 1;
    if (isFree(middle)) free = middle;
    else taken = middle;
  }
  return `${id}-${free}`;
}
