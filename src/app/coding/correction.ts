// What a correction of an article does, in words, and what of it is still to be settled.
import { locate } from '../../core/anchor';
import type { Lost, Settled, Use } from '../../core/correction';
import type { Files } from '../../core/corpus';
import type { Corpus } from '../../core/model';
import { readStory } from '../../core/story';
import { toWords } from '../../core/text';
import { count } from '../numbers';

export const isSettled = (settled: Settled, { key, isNeeded }: Lost) =>
  isNeeded ? Boolean(settled.get(key)) : settled.has(key);

/** What goes with what is let go, in words. */
export function printRemoved(corpus: Corpus, removed: readonly string[] | undefined): string {
  if (!removed) return 'Nothing is lost by it.';
  const nodes = removed.filter((id) => corpus.nodes.has(id)).length;
  const edges = removed.length - nodes;
  const parts = [...(nodes > 0 ? [count(nodes, 'node')] : []), ...(edges > 0 ? [count(edges, 'line')] : [])];
  return `It removes ${parts.join(' and ')}; undo brings ${removed.length === 1 ? 'it' : 'them'} back.`;
}

/** What happens to what rests on words that are let go. */
export function printLetGo(corpus: Corpus, falling: readonly string[], uses: readonly Use[]): string {
  if (falling.length === 0)
    return uses.every(({ part }) => part === 'leftOut')
      ? 'They are left out no more.'
      : 'Let go: what rested on them stays on its other words.';
  const nodes = falling.flatMap((id) => corpus.nodes.get(id) ?? []);
  const lines = falling.length - nodes.length;
  const [first, ...others] = nodes;
  if (!first)
    return `${count(lines, 'line rests', 'lines rest')} on nothing else and ${lines === 1 ? 'goes' : 'go'}.`;
  const names = `‘${first.label}’${others.length > 0 ? ` and ${count(others.length, 'more node')}` : ''}`;
  const along = lines > 0 ? `, with ${count(lines, 'line')}` : '';
  return `${names} ${others.length > 0 ? 'rest' : 'rests'} on nothing else and ${others.length > 0 ? 'go' : 'goes'}${along}.`;
}

/** Whether words differ in marks, spaces and capitals alone, or in one word of five at most. */
function isNearly(one: string, other: string): boolean {
  const [words, others] = [toWords(one), toWords(other)];
  const most = Math.max(1, Math.floor(Math.min(words.length, others.length) / 5));
  const countMissing = (some: readonly string[], from: readonly string[]) =>
    some.filter((word) => !from.includes(word)).length;
  return (
    others.length > 0 &&
    Math.abs(words.length - others.length) <= most &&
    countMissing(words, others) <= most &&
    countMissing(others, words) <= most
  );
}

/** The passages that are still to be settled, and whose words differ from those in their place in little alone. */
export const findNear = (lost: readonly Lost[], settled: Settled, text: string): Lost[] =>
  lost.filter(
    (one) => !isSettled(settled, one) && isNearly(one.quote, text.slice(one.place.start, one.place.end)),
  );

/** The stories that quote words of an article which are gone from its text, each with the steps that do. */
export function findBroken(files: Files, article: string, old: string, text: string): string[] {
  return [...files].flatMap(([path, file]) => {
    const { story } = readStory(path, file);
    const steps = story?.steps.flatMap(({ quote }, index) =>
      quote.article === article && locate(old, quote).length > 0 && locate(text, quote).length === 0
        ? [index + 1]
        : [],
    );
    return story && steps!.length > 0 ? [`‘${story.title}’ (step ${steps!.join(', ')})`] : [];
  });
}

/** The most characters of words that are only to be recognised. */
const LONG = 160;
export const shorten = (words: string) =>
  words.length > LONG ? `${words.slice(0, LONG / 2)} … ${words.slice(-LONG / 2)}` : words;
