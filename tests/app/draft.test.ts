// Where articles stand that are to be added, and what is made of the names of their authors.
import { expect, test } from 'vitest';
import {
  findLikes,
  findUpdates,
  readAuthors,
  toDraft,
  toStandings,
  type Draft,
} from '../../src/app/importing/draft';
import type { ImportedArticle } from '../../src/core/article/imported';
import { atOnce } from '../../src/core/steps';
import { CORPUS } from '../shipped';

const { node, text } = CORPUS.articles.get('article:too-tough-2015')!;
const toArticle = (words: string): ImportedArticle => ({
  text: words,
  format: 'text',
  title: 'A title',
  publisher: 'A publisher',
  date: '2015-05-01',
  authors: [],
  furniture: [],
  isEnglish: true,
  notices: [],
});
const toIs = (drafts: readonly Draft[]) => {
  const standings = toStandings(drafts, CORPUS, atOnce(findLikes(drafts, CORPUS)));
  return drafts.map(({ key }) => standings.get(key)!.is);
};

test('a copy of what is there is left out unless somebody adds it; what is only like it is added unless somebody leaves it out', () => {
  const copy = `${text}\n\nA spokesman has replied since.`;
  const half = `${text.slice(0, text.length / 2)}\n\n${'Nobody has replied as yet, and more is to come. '.repeat(50)}`;
  const drafts = [text, copy, copy, half, 'Other words.'].map((words, key) =>
    toDraft(key, `${key}.txt`, toArticle(words)),
  );
  expect(atOnce(findLikes(drafts, CORPUS)).get(drafts[1]!.article)!.label).toBe(node.label);
  expect(toIs(drafts)).toEqual(['there', 'left out', 'left out', 'ready', 'ready']);
  const set = (place: number, isLeftOut: boolean) => drafts.with(place, { ...drafts[place]!, isLeftOut });
  expect(toIs(set(1, false))).toEqual(['there', 'ready', 'there', 'ready', 'ready']);
  expect(toIs(set(3, true))).toEqual(['there', 'left out', 'left out', 'left out', 'ready']);
});

test('what has the address of an article before it, as it is written, is left out unless somebody adds it', () => {
  const [one, other] = ['One.', 'Other words.'].map((words, key) =>
    toDraft(key, `${key}.txt`, { ...toArticle(words), title: `Title ${key}`, url: 'https://example.org/a' }),
  ) as [Draft, Draft];
  const toIsWith = (second: Partial<Draft>) => {
    const drafts = [one, { ...other, ...second }];
    const standings = toStandings(drafts, CORPUS, atOnce(findUpdates(drafts, CORPUS)));
    return standings.get(1)!.is;
  };
  expect(toIsWith({})).toBe('left out');
  expect(toIsWith({ isLeftOut: false })).toBe('ready');
  expect(toIsWith({ url: ' https://example.org/b ' })).toBe('ready');
  expect(toIsWith({ url: 'http://u:p@x/' })).toBe('lacking');
});

test('authors stand between commas, but where a body in the graph has one in its name', () => {
  const body = 'Department for Education, Skills and Children';
  expect(readAuthors('Jane Doe, John Roe; Ann Other')).toEqual(['Jane Doe', 'John Roe', 'Ann Other']);
  expect(readAuthors(`Jane Doe, ${body}, Ann Other`, [body])).toEqual([body, 'Jane Doe', 'Ann Other']);
  expect(readAuthors(' , ')).toEqual([]);
});
