// Numbers of things in words.

/** '1 node', '2 nodes'. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
