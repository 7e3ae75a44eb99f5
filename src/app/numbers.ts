// Numbers put into words.

/** Digits in groups of three. By hand, since loading the language data of Intl holds up the first paint by 20 ms. */
export const printNumber = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

/** '1 claim or recommendation', '1,200 claims and recommendations'. */
export const countSaid = (number: number) =>
  count(number, 'claim or recommendation', 'claims and recommendations');

/** How many of some are inferred, to follow their number: ', 6 inferred'; ', inferred' where all are. */
export const printInferred = (inferred: number, all: number): string =>
  inferred === 0 ? '' : inferred === all ? ', inferred' : `, ${printNumber(inferred)} inferred`;

/** '1 claim', '1,200 claims'. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${printNumber(number)} ${number === 1 ? one : many}`;
}
