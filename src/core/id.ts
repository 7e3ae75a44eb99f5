// Ids that nothing else has.
import { toWords } from './text';

/** The most words of a label that an id is made of. */
const MOST_WORDS = 8;

/** What the id of something with this label begins with: 'claim:one-word-says-little'. */
export function toStem(type: string, label: string): string {
  const words = toWords(label)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
  return `${type}:${words.slice(0, MOST_WORDS).join('-') || 'unnamed'}`;
}

/** Whether an id is what the label alone makes it, with a number or without. */
export function isMadeOf({ id, type, label }: { id: string; type: string; label: string }): boolean {
  const stem = toStem(type, label);
  return id.startsWith(stem) && /^(?:-\d+)?$/.test(id.slice(stem.length));
}

/** An id that is not taken: as it is, or with a number after it. */
export function toFreeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free); number++) free = `${id}-${number}`;
  return free;
}
