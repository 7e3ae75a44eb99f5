// Files read into articles and added to a corpus: their texts to seeds/, what is known of them to graph/.
import { findAlike, findSameAddress, printAlike, toTold } from '../core/article/alike';
import { readArticle } from '../core/article/article';
import {
  FIELDS,
  findLacks,
  findTwin,
  toAddition,
  type Confirmed,
  type Field,
} from '../core/article/addition';
import { MOST } from '../core/article/imported';
import { findDoubt, parseWritten } from '../core/article/writtendate';
import { isGraphFile, readDraft, type Files } from '../core/corpus';
import { apply } from '../core/edit';
import { readHomes, writeCorpus } from '../core/graphfile';
import { EMPTY, type Corpus } from '../core/model';
import { atOnce } from '../core/steps';
import { readBytes, type Found } from './files';

/** What is said of the articles, in place of what their files tell. */
export type Stated = Readonly<Partial<Record<Field, string>>>;

/** @throws Error that names the file, what is wrong with it, and what to do. */
async function confirm(file: string, stated: Stated, corpus: Corpus): Promise<Confirmed> {
  const article = await readArticle(file, await readBytes(file, MOST.packed));
  const { text, authors, dateWords, furniture } = article;
  const twin = findTwin(corpus, text);
  if (twin !== undefined)
    throw new Error(`${file}: it is there already, as ‘${corpus.nodes.get(twin)!.label}’.`);
  const written = {
    title: stated.title ?? article.title ?? '',
    publisher: stated.publisher ?? article.publisher ?? '',
    date: stated.date ?? article.date ?? '',
    url: stated.url ?? article.url ?? '',
  };
  const lacks = findLacks(written);
  const [lack] = FIELDS.filter((field) => lacks[field] !== undefined);
  if (lack !== undefined) throw new Error(`${file}: ${lacks[lack]} (--${lack})`);
  const date = parseWritten(written.date)!;
  return {
    text,
    title: written.title.trim(),
    publisher: written.publisher.trim(),
    date,
    url: written.url.trim() || undefined,
    ...(dateWords && date === article.date && { dateWords }),
    authors,
    leftOut: furniture,
  };
}

/**
 * Adds articles to the corpus that files hold: what comes of it are the files that are new or changed, and how many articles
 * were added. One that cannot be read, or lacks something, is told, and the rest goes in; `ask` hears what to look at again in
 * that: a date that is still to come, what is much the same as another.
 * @throws CorpusError where the files have problems.
 */
export async function addArticles(
  files: Files,
  found: readonly Found[],
  stated: Stated,
  tell: (problem: string) => void,
  ask: (doubt: string) => void,
): Promise<{ changed: Files; added: number }> {
  const corpus = [...files.keys()].some(isGraphFile) ? readDraft(files) : EMPTY;
  const confirmed = new Map<string, Confirmed & { file: string }>();
  for (const { file } of found) {
    try {
      const article = await confirm(file, stated, corpus);
      const twin = confirmed.get(article.text);
      if (twin) throw new Error(`${file}: it has the same text as ‘${twin.title}’.`);
      confirmed.set(article.text, { ...article, file });
    } catch (error) {
      tell((error as Error).message);
    }
  }
  const all = [...confirmed.values()];
  const words = atOnce(findAlike(corpus, all));
  const addresses = atOnce(findSameAddress(corpus, all));
  for (const [place, { file, date }] of all.entries()) {
    const alike = toTold(words[place], addresses[place]);
    const doubt = findDoubt(date, new Date());
    if (doubt !== undefined) ask(`${file}: ${doubt}`);
    if (alike)
      ask(
        `${file}: ${printAlike(alike)} If it is an update, remove this one and correct that one on the page.`,
      );
  }
  const { edit } = atOnce(toAddition(corpus, all));
  const written = writeCorpus(apply(corpus, edit).corpus, readHomes(files));
  const changed = [...written].filter(([name, text]) => files.get(name) !== text);
  return { changed: new Map(changed), added: confirmed.size };
}
