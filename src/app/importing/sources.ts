// What was chosen, dropped or pasted as what is to be read: of a folder only what may be an article.
import type { Chosen } from '../local';
import type { Source } from './reading';

/** The kinds of file that are read, by the ends of their names. */
export const EXTENSIONS = [
  'txt',
  'text',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'mhtml',
  'mht',
  'pdf',
  'docx',
];
const IS_ARTICLE = new RegExp(`\\.(?:${EXTENSIONS.join('|')})$`, 'i');
/** What browsers save beside a page, and what systems keep in folders. */
const IS_BESIDE = /(?:^|\/)(?:[^/]*_files|__MACOSX|\.[^/]*)(?:\/|$)/;

/** The files to be read, and how many others of a folder were left aside. */
export function toSources(chosen: readonly Chosen[]): { sources: Source[]; aside: number } {
  const wanted = chosen.filter(
    ({ path }) => !path.includes('/') || (IS_ARTICLE.test(path) && !IS_BESIDE.test(path)),
  );
  return {
    sources: wanted.map(({ path, file }) => ({ name: path.split('/').at(-1)!, file })),
    aside: chosen.length - wanted.length,
  };
}

/** A pasted text, under a name that messages can use. */
export const toPasted = (text: string): Source => ({ name: 'Pasted text', file: new Blob([text]) });

/** Whether these are a graph of somebody's own: by its ending one that is in one file, or what holds graph/ with its files. */
export const isGraph = (chosen: readonly Chosen[]): boolean =>
  (chosen.length === 1 && /\.(?:zip|dna|graphml)$/i.test(chosen[0]!.path)) ||
  chosen.some(({ path }) => /(?:^|\/)graph\/[^/]+\.json$/.test(path));
