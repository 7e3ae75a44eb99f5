// Ids that nothing else has.

/** An id that is not taken: as it is, or with a number after it. */
export function toFreeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free); number++) free = `${id}-${number}`;
  return free;
}
