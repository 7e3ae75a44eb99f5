// Where the page's corpus comes from: the bundle of seeds/ and graph/ that is served beside it.
import * as z from 'zod';
import type { Files } from '../core/corpus';

/** The largest bundle that is read, in UTF-16 code units. */
const MAX_BUNDLE = 200_000_000;
const Bundle = z.record(z.string(), z.string());

/**
 * Fetches the bundle 'corpus.json': an object of path → text.
 * @throws Error with a sentence for the reader where it is missing, too large, or no such object.
 */
export async function fetchFiles(): Promise<Files> {
  const address = new URL('corpus.json', document.baseURI).href;
  const response = await fetch(address).catch((error: unknown) => {
    throw new Error(
      `The articles could not be fetched (${String(error)}). Check the connection and load the page again.`,
    );
  });
  if (!response.ok)
    throw new Error(
      `The articles could not be fetched: ${address} answered ${response.status}. Build the page again.`,
    );
  const text = await response.text();
  if (text.length > MAX_BUNDLE)
    throw new Error('The corpus is larger than 200 million characters. Split it.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`The articles could not be read: ${address} is not JSON. Build the page again.`);
  }
  const bundle = Bundle.safeParse(json);
  if (!bundle.success)
    throw new Error(
      `The articles could not be read: ${address} is not a bundle of files. Build the page again.`,
    );
  return new Map(Object.entries(bundle.data));
}
