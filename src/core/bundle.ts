// Files in one, as they are served beside the page: JSON, each file on a line of its own, so that one is read after the other.
import type { Files } from './corpus';

/** An object of path → text; JSON on a single line stands in it as what it holds, which is shorter and sooner read. */
export function writeBundle(files: Files): string {
  const lines = Array.from(files, ([path, text]) => {
    const isJson = path.endsWith('.json') && /^\{.*\}$/.test(text);
    return `\n${JSON.stringify(path)}:${isJson ? text : JSON.stringify(text)}`;
  });
  return `{${lines.join(',')}\n}`;
}

/**
 * The path and the text on a line of a bundle; undefined on its first and last.
 * @throws SyntaxError where it is no such line.
 */
export function readBundleLine(line: string): [path: string, text: string] | undefined {
  if (line === '{' || line === '}') return undefined;
  const [head, path] = /^("(?:[^"\\]|\\.)*"):/.exec(line) ?? [];
  if (head === undefined) throw new SyntaxError('no path');
  const rest = line.slice(head.length, line.endsWith(',') ? -1 : undefined);
  const text: unknown = rest.startsWith('{') ? rest : JSON.parse(rest);
  if (typeof text !== 'string') throw new SyntaxError('no text');
  return [JSON.parse(path!) as string, text];
}
