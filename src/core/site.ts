// What the page fetches of a corpus: the files that are served beside it.
import { writeBundle } from './bundle';
import type { Files } from './corpus';
import type { Corpus } from './model';
import { writePicture, type Picture } from './picture';
import { isStoryFile, readStories } from './story';

/** The names of all of them. */
export const SERVED = ['corpus.json', 'stories.json', 'picture.json', 'offer.json'] as const;

/**
 * The files by their names: 'corpus.json', the files of seeds/ and graph/ as path → text, and 'stories.json', those of
 * graph/stories/; and where the corpus could be read, 'picture.json', the map laid out beforehand, so that nobody has to wait for
 * it, and 'offer.json', what a newcomer is told of the first story.
 */
export function toServedFiles(
  files: Files,
  read: { corpus: Corpus; picture: Picture } | undefined,
): ReadonlyMap<(typeof SERVED)[number], string> {
  const [own, stories] = [new Map<string, string>(), new Map<string, string>()];
  for (const [name, text] of files)
    if (/^(graph|seeds)\//.test(name) && name !== 'graph/schema.json')
      (isStoryFile(name) ? stories : own).set(name, name.endsWith('.json') ? toCompact(text) : text);
  const offer = read && toOffer(stories, read.corpus);
  return new Map<(typeof SERVED)[number], string>([
    ['corpus.json', writeBundle(toReadingOrder(own))],
    ['stories.json', writeBundle(stories)],
    ...(read ? [['picture.json', writePicture(read.picture)] as const] : []),
    ...(offer === undefined ? [] : [['offer.json', offer] as const]),
  ]);
}

/** JSON without its indentation, which is for people and weighs as much as the words; what is no JSON stays, for the page to say so. */
function toCompact(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Each article right before the coding that quotes it: what is said twice within 32 kB is written once when it is compressed. */
function toReadingOrder(files: Files): Files {
  const articles = [...files].filter(([name]) => name.startsWith('seeds/'));
  const others = [...files].filter(([name]) => !name.startsWith('seeds/'));
  const toName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const isOf = (path: string, text: string) => text.includes(`"${toName(path)}"`);
  return new Map([
    ...others.flatMap((file) => [...articles.filter(([path]) => isOf(path, file[1])), file]),
    ...articles,
  ]);
}

function toOffer(stories: Files, corpus: Corpus): string | undefined {
  const [first] = readStories(stories, corpus).stories;
  return first && JSON.stringify({ id: first.id, title: first.title, steps: first.steps.length });
}
