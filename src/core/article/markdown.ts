// Markdown, kept verbatim; its front matter says title, authors, date and web address.
import { toAddress } from '../address';
import type { Draft } from './imported';
import { findDate } from './writtendate';

const unquote = (value: string) => value.trim().replace(/^(['"])(.*)\1$/s, '$2');

/** The keys of front matter that are plain text or a list of it. */
function readFrontMatter(lines: readonly string[]): Map<string, string[]> {
  const values = new Map<string, string[]>();
  let key: string | undefined;
  for (const line of lines) {
    const pair = /^([A-Za-z_-]{1,40})\s*[:=]\s*(.*)$/.exec(line);
    const item = /^\s*-\s+(?:name:\s*)?(.+)$/.exec(line);
    if (pair) {
      key = pair[1]!.toLowerCase();
      const list = /^\[(.*)\]$/.exec(pair[2]!.trim());
      values.set(
        key,
        (list ? list[1]!.split(',') : [pair[2]!]).map(unquote).filter((value) => value !== ''),
      );
    } else if (item && key !== undefined) values.get(key)!.push(unquote(item[1]!));
  }
  return values;
}

export function readMarkdown(text: string): Draft {
  const matter = /^(---|\+\+\+)[ \t]*\n([\s\S]{0,20000}?)\n\1[ \t]*(?:\n|$)/.exec(text);
  const values = readFrontMatter(matter ? matter[2]!.split('\n') : []);
  const get = (...keys: string[]) => keys.map((key) => values.get(key)).find((found) => found?.length);
  // What is called its source may be who published it, or where.
  const names = ['publisher', 'publication', 'source', 'site'].flatMap((key) => values.get(key)?.[0] ?? []);
  const heading =
    /^#[ \t]+(\S.*)$/m
      .exec(text)?.[1]!
      .slice(0, 300)
      .replace(/\s+#*\s*$/, '') ?? /^(\S.{0,300})\n=+[ \t]*$/m.exec(text)?.[1];
  return {
    text,
    format: 'markdown',
    title: get('title')?.[0] ?? heading,
    publisher: names.find((name) => toAddress(name) === undefined),
    authors: get('author', 'authors', 'by'),
    date: findDate(get('date', 'published', 'pubdate', 'created')?.[0] ?? '')?.date,
    url: [get('url', 'canonical_url', 'link')?.[0], ...names]
      .map((told) => toAddress(told))
      .find((url) => url),
    furniture: matter ? [{ start: 0, end: matter[0].trimEnd().length, reason: 'front matter' }] : [],
    notices: [],
  };
}
