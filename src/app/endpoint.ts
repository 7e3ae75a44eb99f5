// Asks a language model that the user names for proposals: the only place that sends words of an article anywhere.
import type { Span } from '../core/anchor';
import type { KnownActor } from '../core/extract/known';
import { readAddress, readAnswers, toRequests, type Believed } from '../core/extract/endpoint';
import { blank, type ImportedArticle } from '../core/article/imported';
import { shorten } from '../core/corpus';
import { clip } from '../core/text';

/** Which model is asked, where, and with which key, if it needs one; the key is sent there and kept nowhere. */
export type Endpoint = { address: string; model: string; key?: string | undefined };

/** What can be believed of the answers; where not all came, the words `from` which on there is none, and why, unless it was given up. */
export type Asked = Believed & { unanswered?: { from: string; why?: string } };

/** The most bytes of an answer, and the most minutes one may take. */
const MOST_BYTES = 5_000_000;
const LONGEST = 10;

/** What a service says of an error, if it does, in a few words. */
function findMessage(text: string): string {
  let found: unknown;
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown } | string };
    found = typeof error === 'string' ? error : error?.message;
  } catch {
    // It says nothing that could be shown.
  }
  return typeof found === 'string' && found.trim() !== ''
    ? ` It says: “${clip(found.replace(/\s+/g, ' ').trim(), 300)}”`
    : '';
}

/** A sentence for an answer that is none. */
function toComplaint(status: number, text: string, { model, key }: Endpoint): string {
  const said = findMessage(text);
  if (status === 401 || status === 403)
    return `${key ? 'The key was not accepted' : 'The service wants a key, or does not allow this page to ask it'} (${status}).${said}`;
  if (status === 404)
    return `The service has no model “${model}”, or the address is not that of its API (404).${said}`;
  if (status === 413) return `The service takes no requests of this size (413).${said}`;
  if (status === 429)
    return `The service takes no more requests for now (429): wait, or look at your quota.${said}`;
  return `The service could not answer (${status}).${said}`;
}

/** The text of an answer. @throws Error where it is longer than may be. */
async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader!.read()) {
    size += part.value.length;
    if (size > MOST_BYTES) {
      await reader!.cancel();
      throw new Error(`The answer is longer than ${MOST_BYTES / 1_000_000} MB: it was not read.`);
    }
    chunks.push(part.value);
  }
  return new Blob(chunks as BlobPart[]).text();
}

async function post(
  url: string,
  body: string,
  endpoint: Endpoint,
  signal: AbortSignal | undefined,
): Promise<string> {
  const late = AbortSignal.timeout(LONGEST * 60_000);
  const { key } = endpoint;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      body,
      signal: signal ? AbortSignal.any([signal, late]) : late,
      // The key and the article go to this address and no other.
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    const text = await readText(response);
    if (!response.ok) throw new Error(toComplaint(response.status, text, endpoint));
    return text;
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    if (late.aborted)
      throw new Error(`The service did not answer within ${LONGEST} minutes.`, { cause: error });
    if (error instanceof TypeError)
      throw new Error(
        `${new URL(url).origin} cannot be reached from this page: is it running, and does it allow pages to ask it (CORS)? Ollama does where OLLAMA_ORIGINS names this page.`,
        { cause: error },
      );
    throw error;
  }
}

/**
 * What a model proposes of an article, asked piece by piece; `tell` hears what share is done. Nothing is sent but what
 * `toRequests` says. Where it fails or is aborted after the first piece, what was answered stands.
 * @throws Error with a sentence for the reader: no such address, not reached, refused, no answer that can be read; the signal's
 *   reason where it is aborted before anything was answered.
 */
export async function ask(
  endpoint: Endpoint,
  article: Pick<ImportedArticle, 'text' | 'furniture'>,
  actors: readonly KnownActor[],
  { signal, tell }: { signal?: AbortSignal; tell?: (share: number) => void } = {},
): Promise<Asked> {
  const url = readAddress(endpoint.address);
  const model = endpoint.model.trim();
  if (model === '') throw new Error('Type the name of a model that the service has.');
  if (endpoint.key !== undefined && !/^[\x21-\x7e]*$/.test(endpoint.key))
    throw new Error('The key holds characters that no key has: copy it again, without spaces.');
  const requests = toRequests(article, actors, model);
  const answers: { span: Span; body: string }[] = [];
  let unanswered: Asked['unanswered'];
  for (const { span, body } of requests) {
    try {
      signal?.throwIfAborted();
      answers.push({ span, body: await post(url, body, { ...endpoint, model }, signal) });
    } catch (error) {
      if (answers.length === 0) throw error;
      const from = shorten(blank(article).slice(span.start).trim());
      unanswered = { from, ...(!signal?.aborted && { why: (error as Error).message }) };
      break;
    }
    // Where the first cannot be read, the others hardly can.
    if (answers.length === 1) readAnswers(article, actors, answers);
    tell?.(answers.length / requests.length);
  }
  return { ...readAnswers(article, actors, answers), ...(unanswered && { unanswered }) };
}
