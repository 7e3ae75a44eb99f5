// What a correction does, told in words of the corpus: what goes, what stays, what differs but little, and which stories break.
import { describe, expect, test } from 'vitest';
import { findBroken, findNear, isSettled, printLetGo, printRemoved } from '../../src/app/coding/correction';
import { toCorrection, type Settled } from '../../src/core/correction';
import { isStoryFile } from '../../src/core/story';
import { CORPUS, FILES } from '../shipped';

const CLAIM = CORPUS.nodes.get('claim:ofsted-unfairly-tough')!;
const { article } = CLAIM.passages[0]!;
const { text } = CORPUS.articles.get(article)!;
const NONE: Settled = new Map();
const loseTo = (words: string) => {
  const now = text.replace(CLAIM.passages[0]!.quote, words);
  return { now, ...toCorrection(CORPUS, article, now, NONE) };
};

describe('a correction', () => {
  test('is told by what it removes', () => {
    const edge = CORPUS.edges.keys().next().value!;
    expect(printRemoved(CORPUS, undefined)).toBe('Nothing is lost by it.');
    expect(printRemoved(CORPUS, [CLAIM.id])).toBe('It removes 1 node; undo brings it back.');
    expect(printRemoved(CORPUS, [CLAIM.id, edge])).toBe(
      'It removes 1 node and 1 line; undo brings them back.',
    );
  });

  test('names what would go with words that are let go', () => {
    const edges = [...CORPUS.edges.keys()].slice(0, 2);
    expect(printLetGo(CORPUS, [CLAIM.id, ...edges], [])).toBe(
      `‘${CLAIM.label}’ rests on nothing else and goes, with 2 lines.`,
    );
    expect(printLetGo(CORPUS, edges, [])).toBe('2 lines rest on nothing else and go.');
    const passage = { id: CLAIM.id, part: 'passages', index: 0 } as const;
    expect(printLetGo(CORPUS, [], [passage])).toBe('Let go: what rested on them stays on its other words.');
    expect(printLetGo(CORPUS, [], [{ ...passage, part: 'leftOut' }])).toBe('They are left out no more.');
  });

  test('tells words that differ in a word from others in their place, until they are settled', () => {
    const { quote } = CLAIM.passages[0]!;
    const near = loseTo(quote.replace('unfairly tough', 'unfairly harsh'));
    expect(near.lost.length).toBeGreaterThan(0);
    const found = findNear(near.lost, NONE, near.now);
    expect(found.map((one) => one.quote)).toContain(quote);
    const settled: Settled = new Map(found.map(({ key, place }) => [key, place]));
    expect(findNear(near.lost, settled, near.now)).toEqual([]);
    const far = loseTo('Nothing of the kind was ever said about anybody at all.');
    expect(findNear(far.lost, NONE, far.now).map((one) => one.quote)).not.toContain(quote);
  });

  test('does not settle by letting go what the article itself rests on', () => {
    const [lost] = loseTo('Gone.').lost;
    const gone: Settled = new Map([[lost!.key, null]]);
    expect(isSettled(gone, { ...lost!, isNeeded: false })).toBe(true);
    expect(isSettled(gone, { ...lost!, isNeeded: true })).toBe(false);
    expect(isSettled(NONE, { ...lost!, isNeeded: false })).toBe(false);
  });

  test('breaks the stories that quote what is gone, and names their steps', () => {
    const stories = new Map([...FILES].filter(([file]) => isStoryFile(file)));
    const ids = [...CORPUS.articles.keys()];
    const broken = ids.flatMap((id) => findBroken(stories, id, CORPUS.articles.get(id)!.text, ''));
    expect(broken.length).toBeGreaterThan(0);
    expect(broken[0]).toMatch(/^‘.+’ \(step \d+(, \d+)*\)$/);
    for (const id of ids) {
      const { text: same } = CORPUS.articles.get(id)!;
      expect(findBroken(stories, id, same, `Put in front. ${same}`)).toEqual([]);
    }
  });
});
