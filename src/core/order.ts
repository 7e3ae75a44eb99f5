// Order: sorting that pauses, so that a page stays usable while a hundred thousand rows are put in order, and finding in what is sorted.
import type { Steps } from './steps';

const COLLATOR = new Intl.Collator('en');

/** Below 0 where a name comes first in a list: as in an English index, whatever language the reader's machine speaks. */
export const compareNames = (one: string, other: string): number => COLLATOR.compare(one, other);

/** What something is sorted by: numbers come before texts, and what has nothing to be sorted by comes last. */
export type Key = number | string | undefined;

/** How many keys are compared at a stretch. */
const STRETCH = 1024;

/** Below 0 where `a` comes first; what has no key comes last either way round. */
function compare(a: Key, b: Key, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (typeof a !== typeof b) return sign * (typeof a === 'number' ? -1 : 1);
  return a < b ? -sign : a > b ? sign : 0;
}

/**
 * The places of the keys in their order (merge sort, stable: what has the same key stays as it was, either way round), with a
 * pause after every thousand comparisons or so.
 */
export function* orderInSteps(keys: readonly Key[], descending = false): Steps<number[]> {
  const sign = descending ? -1 : 1;
  let from = keys.map((_, place) => place);
  let to: number[] = Array.from({ length: from.length }, () => 0);
  for (let start = 0; start < from.length; start += STRETCH) {
    const run = from
      .slice(start, start + STRETCH)
      .toSorted((a, b) => compare(keys[a], keys[b], sign) || a - b);
    for (const [offset, place] of run.entries()) from[start + offset] = place;
    yield;
  }
  for (let width = STRETCH; width < from.length; width *= 2) {
    for (let start = 0; start < from.length; start += 2 * width) {
      const middle = Math.min(start + width, from.length);
      const end = Math.min(start + 2 * width, from.length);
      for (let left = start, right = middle, at = start; at < end; at++) {
        const takesLeft =
          left < middle && (right >= end || compare(keys[from[left]!], keys[from[right]!], sign) <= 0);
        to[at] = from[takesLeft ? left++ : right++]!;
        if (at % STRETCH === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The place of the first of some things for which something holds, as it does for all behind it; their number where there is none. */
export function findFirst<T>(all: readonly T[], holds: (one: T) => boolean): number {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(all[middle]!)) to = middle;
    else from = middle + 1;
  }
  return from;
}
