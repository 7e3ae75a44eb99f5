// Articles that are much the same as others, as an updated copy is: told by how many of their words stand in the same order, or by
// their web address.
import { toAddressKey } from '../address';
import { perCorpusInSteps } from '../memo';
import type { Article, Corpus } from '../model';
import type { Steps } from '../steps';
import { hash, toWords } from '../text';

/** What an article is much the same as. */
export type Alike = {
  /** What the other is called, and whether it is in the corpus. */
  label: string;
  isThere: boolean;
  /** How much of its words the other has, and how much of those of the other it has, from 0 to 1. */
  own: number;
  others: number;
  /** Whether it is told by their address, whatever their words are. */
  isSameAddress?: boolean;
};

/** From which share on it is told, and from which on, of either, it is a copy, with next to nothing of its own. */
const MUCH = 0.5;
const NEARLY_ALL = 0.9;

/** Whether it is a copy, perhaps an updated one: from the same address, or with next to nothing that is not in the other. */
export const isCopy = ({ own, others, isSameAddress = false }: Alike): boolean =>
  isSameAddress || Math.min(own, others) >= NEARLY_ALL;

const quote = (label: string) => `‘${label}’`;
/** Less than all, since not all is the same. */
const toPercent = (share: number) => `${Math.min(99, Math.round(100 * share))} %`;

/** What an article is much the same as, and how much, as a sentence. */
export function printAlike(alike: Alike): string {
  const { label, own, others, isSameAddress } = alike;
  if (isSameAddress)
    return `It has the same address as ${quote(label)}, but other words, as an updated copy has.`;
  if (isCopy(alike)) return `Nearly the same as ${quote(label)} (${toPercent(own)} of its words).`;
  if (own >= MUCH) return `Much of it stands in ${quote(label)}, too (${toPercent(own)} of its words).`;
  if (others >= MUCH)
    return `Much of ${quote(label)} stands in it (${toPercent(others)} of the words there).`;
  return `It is called as ${quote(label)} is, but most of its words are others.`;
}

/** So many words one after the other are taken as one. */
const RUN = 4;
/** So many of those, the least by their hashes, stand for a text (Broder 1997, doi:10.1109/SEQUEN.1997.666900). */
const SKETCH = 64;
/** How many of these two texts must have in common to be compared, and with how many of the likeliest that is done. */
const LEAST = 4;
const LIKELIEST = 3;
/** How many UTF-16 code units are read at a stretch, and after how many words a text is known well enough. */
const STRETCH = 20_000;
const MANY = 100_000;

/** The runs of a text as hashes, in order. */
function* toRuns(text: string): Steps<Int32Array> {
  const words: number[] = [];
  const space = /\s/g;
  for (let at = 0; at < text.length && words.length < MANY; at = space.lastIndex || text.length) {
    space.lastIndex = at + STRETCH;
    space.exec(text);
    for (const word of toWords(text.slice(at, space.lastIndex || text.length))) words.push(hash(word));
    yield undefined;
  }
  return Int32Array.from({ length: Math.max(0, words.length - RUN + 1) }, (_, at) => {
    let sum = 0;
    for (let next = at; next < at + RUN; next++)
      sum = Math.imul(sum ^ words[next]!, 0x9e3779b1) ^ (sum >>> 15);
    return sum;
  });
}

/** The least of some runs, each once, in order. */
function toSketch(runs: Int32Array): number[] {
  const least: number[] = [];
  for (const run of runs) {
    if (least.length === SKETCH && run >= least.at(-1)!) continue;
    const place = least.findIndex((one) => one >= run);
    if (least[place] === run) continue;
    least.splice(place === -1 ? least.length : place, 0, run);
    if (least.length > SKETCH) least.pop();
  }
  return least;
}

/** How much of the words of a text, as runs, stand in another. */
function toShare(runs: Int32Array, others: ReadonlySet<number>): number {
  let [shared, end] = [0, 0];
  for (const [at, run] of runs.entries()) {
    if (!others.has(run)) continue;
    shared += at + RUN - Math.max(at, end);
    end = at + RUN;
  }
  return shared / (runs.length + RUN - 1);
}

const toTitle = (title: string) => toWords(title).join(' ');

type Known = { label: string; title: string; text: string; isThere: boolean };
type Index = {
  /** The places of those with a run in their sketch, and with a title. */
  byRun: Map<number, number[]>;
  byTitle: Map<string, number>;
  all: Known[];
};

function enter({ byRun, byTitle, all }: Index, one: Known, sketch: readonly number[]): void {
  const place = all.push(one) - 1;
  for (const run of sketch) {
    const list = byRun.get(run);
    if (list) list.push(place);
    else byRun.set(run, [place]);
  }
  const title = toTitle(one.title);
  if (title !== '' && !byTitle.has(title)) byTitle.set(title, place);
}

/** What stands for articles, remembered through all edits of others. */
const sketches = new WeakMap<Article, readonly number[]>();

const indexOf = perCorpusInSteps(function* (corpus): Steps<Index> {
  const index: Index = { byRun: new Map(), byTitle: new Map(), all: [] };
  for (const article of corpus.articles.values()) {
    const sketch = sketches.get(article) ?? toSketch(yield* toRuns(article.text));
    sketches.set(article, sketch);
    const { node, text } = article;
    enter(index, { label: node.label, title: node.label, text, isThere: true }, sketch);
    yield undefined;
  }
  return index;
});

/** The places of those that have most of a sketch, the likeliest first. */
function findLikeliest({ byRun }: Index, sketch: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const run of sketch)
    for (const place of byRun.get(run) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1);
  const least = Math.min(LEAST, Math.ceil(sketch.length / 8));
  return [...counts]
    .filter(([, count]) => count >= least)
    .toSorted(([one, many], [other, more]) => more - many || one - other)
    .slice(0, LIKELIEST)
    .map(([place]) => place);
}

/**
 * What each of some articles is much the same as, of those in a corpus and those before it: most of its words or of the
 * other's, or the title. What has the very same text as one of them is no more told than that: see `findTwin`.
 */
export function* findAlike(
  corpus: Corpus,
  some: readonly { text: string; title: string; file: string }[],
): Steps<(Alike | undefined)[]> {
  const there = yield* indexOf.inSteps(corpus);
  const fresh: Index = { byRun: new Map(), byTitle: new Map(), all: [] };
  const found: (Alike | undefined)[] = [];
  for (const { text, title, file } of some) {
    const runs = yield* toRuns(text);
    const sketch = toSketch(runs);
    const set = new Set(runs);
    let best: Alike | undefined;
    const places = [there, fresh].flatMap((index) =>
      findLikeliest(index, sketch).map((place) => index.all[place]!),
    );
    for (const { text: other, label, isThere } of places) {
      const theirs = yield* toRuns(other);
      const alike = { label, isThere, own: toShare(runs, new Set(theirs)), others: toShare(theirs, set) };
      if (alike.own + alike.others > (best ? best.own + best.others : 0)) best = alike;
    }
    const isMuch = best && Math.max(best.own, best.others) >= MUCH;
    const called = [there, fresh].flatMap(({ byTitle, all }) => all[byTitle.get(toTitle(title)) ?? -1] ?? []);
    if (!isMuch) best = called.map(({ label, isThere }) => ({ label, isThere, own: 0, others: 0 }))[0];
    const twin = [...places, ...called].find((known) => known.text === text);
    found.push(twin ? found[fresh.all.indexOf(twin)] : best);
    enter(fresh, { label: title || file, title, text, isThere: false }, sketch);
    yield undefined;
  }
  return found;
}

const STRETCH_OF_ADDRESSES = 256;

/** The articles of a corpus by what tells their addresses from others. */
const addressesOf = perCorpusInSteps(function* ({ articles }): Steps<Map<string, Known>> {
  const known = new Map<string, Known>();
  let seen = 0;
  for (const { node, text } of articles.values()) {
    if (++seen % STRETCH_OF_ADDRESSES === 0) yield undefined;
    const key = node.url === undefined ? undefined : toAddressKey(node.url);
    if (key !== undefined && !known.has(key))
      known.set(key, { label: node.label, title: node.label, text, isThere: true });
  }
  return known;
});

/** Which article, of those in a corpus and those before it, each of some has the address of, but other words. */
export function* findSameAddress(
  corpus: Corpus,
  some: readonly { text: string; title: string; file: string; url?: string | undefined }[],
): Steps<(Alike | undefined)[]> {
  const there = yield* addressesOf.inSteps(corpus);
  const fresh = new Map<string, Known>();
  const found: (Alike | undefined)[] = [];
  for (const [place, { text, title, file, url }] of some.entries()) {
    if (place % STRETCH_OF_ADDRESSES === 0) yield undefined;
    const key = url === undefined ? undefined : toAddressKey(url);
    const known = key === undefined ? undefined : (there.get(key) ?? fresh.get(key));
    found.push(
      known && known.text !== text
        ? { label: known.label, isThere: known.isThere, own: 0, others: 0, isSameAddress: true }
        : undefined,
    );
    if (key !== undefined && !known) fresh.set(key, { label: title || file, title, text, isThere: false });
  }
  return found;
}

/** What is told of an article that is like one by its `words` and like one by its `address`: a copy by its words first. */
export const toTold = (words: Alike | undefined, address: Alike | undefined): Alike | undefined =>
  words && isCopy(words) ? words : (address ?? words);
