// An article's text as a text area shows it: there all lines end in one character, whatever those of the text end in.

export const toShown = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Where in the text area stands what is at a place of the text. */
export const toShownAt = (text: string, at: number): number => toShown(text.slice(0, at)).length;

/** Where in the text stands what is at a place of the text area. */
export function toTextAt(text: string, shownAt: number): number {
  if (!text.includes('\r\n')) return shownAt;
  let at = 0;
  for (let shown = 0; shown < shownAt && at < text.length; shown++) at += text.startsWith('\r\n', at) ? 2 : 1;
  return at;
}

/** The text that is meant by what the text area holds, where it held `before`: lines that were not touched end as they did. */
export function readShown(shown: string, before: string): string {
  const was = toShown(before);
  const most = Math.min(shown.length, was.length);
  let [head, tail] = [0, 0];
  while (head < most && shown[head] === was[head]) head++;
  while (tail < most - head && shown.at(-1 - tail) === was.at(-1 - tail)) tail++;
  const end = /\r\n?|\n/.exec(before)?.[0] ?? '\n';
  const text =
    before.slice(0, toTextAt(before, head)) +
    shown.slice(head, shown.length - tail).replaceAll('\n', end) +
    before.slice(toTextAt(before, was.length - tail));
  // Two ends that come to stand side by side may be taken for one.
  return toShown(text) === shown ? text : shown.replaceAll('\n', end);
}
