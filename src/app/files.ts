// Where the page's corpus comes from: the bundles of seeds/ and graph/, and of the stories, that are served beside it.
import * as z from 'zod';
import { readBundleLine } from '../core/bundle';
import type { Files } from '../core/corpus';

/** The largest bundle that is read, in UTF-16 code units. */
const MAX_BUNDLE = 500_000_000;

/** What a newcomer is told of the first story. */
const Offer = z.object({ id: z.string(), title: z.string(), steps: z.number() });
export type Offer = z.infer<typeof Offer>;

/** Fetches what a newcomer is to be told; undefined where there is nothing. */
export async function fetchOffer(): Promise<Offer | undefined> {
  try {
    const response = await fetch(new URL('offer.json', document.baseURI));
    return response.ok ? Offer.safeParse(await response.json()).data : undefined;
  } catch {
    return undefined;
  }
}

/** What is in the bundles, as messages call it. */
const CONTENT = { 'corpus.json': 'articles', 'stories.json': 'stories' } as const;

/** The lines of a text, as they arrive; told of each part's length. */
async function* readLines(body: ReadableStream<BufferSource>, tell: (length: number) => void) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value = '' } = await reader.read();
    tell(value.length);
    const [first, ...others] = value.split('\n');
    rest += first!;
    for (const line of others) {
      yield rest;
      rest = line;
    }
    if (done) break;
  }
  yield rest;
}

/**
 * Fetches a bundle, file by file.
 * @throws Error with a sentence for the reader where it is missing, too large, or no bundle.
 */
export async function fetchFiles(name: keyof typeof CONTENT): Promise<Files> {
  const what = CONTENT[name];
  const address = new URL(name, document.baseURI).href;
  const response = await fetch(address).catch((error: unknown) => {
    throw new Error(
      `The ${what} could not be fetched (${String(error)}). Check the connection and load the page again.`,
    );
  });
  if (!response.ok)
    throw new Error(
      `The ${what} could not be fetched: ${address} answered ${response.status}. Build the page again.`,
    );
  const files = new Map<string, string>();
  let length = 0;
  let last = '';
  const lines = readLines(response.body!, (more) => {
    length += more;
    if (length > MAX_BUNDLE)
      throw new Error(`The ${what} are more than 500 million characters. Leave some out.`);
  });
  try {
    for await (last of lines) {
      const file = readBundleLine(last);
      if (file) files.set(...file);
    }
    if (last !== '}') throw new SyntaxError('no end');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Error(
      `The ${what} could not be read: ${address} is not a bundle of files. Build the page again.`,
    );
  }
  return files;
}
