// The thread that reads files into articles and proposes what is in them, one at a time.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { readArticle } from '../core/article/article';
import { MOST } from '../core/article/imported';
import { proposeFrom } from '../core/extract/imported';
import { toKnownActors } from '../core/extract/known';
import { link } from '../core/extract/similar';
import type { Corpus } from '../core/model';
import { atOnce } from '../core/steps';
import { makeFolder, readBytes, readStart, writeFile } from './files';

/** What is asked of it: a file to be read, and where what comes of it is written, if it is. */
export type Order = { file: string; out: string | undefined };
/** What it answers: what came of the file as JSON on one line, that this lies there already, or why nothing came of it. */
export type Answer = { json: string } | { isThere: true } | { error: string };

const { corpus } = workerData as { corpus: Corpus | undefined };
const actors = corpus ? toKnownActors(corpus) : [];
/** Who is known, and what is coded of them, changes what is proposed. */
const known = createHash('sha256')
  .update(corpus ? JSON.stringify([[...corpus.nodes.values()], [...corpus.edges.values()]]) : '')
  .digest();

async function extract({ file, out }: Order): Promise<Answer> {
  const bytes = await readBytes(file, MOST.packed);
  const hash = createHash('sha256').update(bytes).update(known).digest('hex');
  const begin = `{"hash":"${hash}",`;
  if (out !== undefined && (await readStart(out, begin.length)) === begin) return { isThere: true };
  const article = await readArticle(file, bytes);
  const { text, title, publisher, authors, date, furniture, notices } = article;
  const proposals = proposeFrom(article, actors);
  const json = JSON.stringify({
    file,
    title: title ?? null,
    publisher: publisher ?? null,
    authors,
    date: date ?? null,
    text,
    furniture,
    notices,
    proposals: corpus ? atOnce(link(corpus, proposals)) : proposals,
  });
  if (out !== undefined) {
    await makeFolder(path.dirname(out));
    await writeFile(out, [begin, json.slice(1), '\n']);
  }
  return { json };
}

parentPort!.on('message', (order: Order) => {
  void extract(order)
    .catch((error: unknown): Answer => ({ error: error instanceof Error ? error.message : String(error) }))
    .then((answer) => parentPort!.postMessage(answer));
});
