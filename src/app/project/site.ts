// What is open as a website of its own: this page, with that corpus in place of the one that is served with it.
import * as z from 'zod';
import type { Files } from '../../core/corpus';
import { SERVED, toServedFiles } from '../../core/site';
import type { Opened } from '../store';
import type { Progress } from '../ui/work';

/** The paths of the page's own files: none leads out of it. */
const Paths = z.array(z.string().regex(/^(?!.*\.\.)[\w./-]+$/)).max(10_000);

const NOT_FETCHED =
  'The files of this page could not be fetched: check the connection, or load the page again, and then save once more.';

const README = `This is a website: put all its files, as they are, into a folder of any web server, and open that
folder's address. Nothing needs to be installed there, and nothing is sent anywhere.

Opened from a disk, by a double click, it does not start: browsers do not run such pages from
there. To look at it on this computer, run a web server in this folder, such as

    python3 -m http.server

and open http://localhost:8000.
`;

async function fetchFile(path: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(new URL(path, document.baseURI), { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new Error(NOT_FETCHED, { cause: error });
  });
  if (!response.ok) throw new Error(NOT_FETCHED);
  return response;
}

/**
 * The files of a website that shows what is open, whose files these are.
 * @throws Error with a sentence where the page's own files cannot be had, and the signal's reason where it is aborted.
 */
export async function toSite(
  files: Files,
  opened: Opened,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const list = Paths.safeParse(await (await fetchFile('site.json', signal)).json().catch(() => undefined));
  if (!list.success) throw new Error('Only a page that was built (npm start) can be saved as a website.');
  const paths = list.data.filter((path) => !SERVED.some((name) => name === path));
  const content = new Map<string, string | Uint8Array>([
    ['README.txt', README],
    ...toServedFiles(files, opened),
  ]);
  for (const [done, path] of paths.entries()) {
    tell({ done, all: paths.length });
    content.set(path, new Uint8Array(await (await fetchFile(path, signal)).arrayBuffer()));
  }
  return content;
}
