// What is much the same as an article that is there is told, by how much; what only speaks of the same is not.
import { expect, test } from 'vitest';
import {
  findAlike,
  findSameAddress,
  isCopy,
  printAlike,
  toTold,
  type Alike,
} from '../../../src/core/article/alike';
import { apply, type Item } from '../../../src/core/edit';
import { toStored } from '../../../src/core/graphfile';
import { EMPTY, type Corpus } from '../../../src/core/model';
import { atOnce } from '../../../src/core/steps';
import { CORPUS } from '../../shipped';

const ARTICLES = [...CORPUS.articles.values()];
const { node, text } = CORPUS.articles.get('article:too-tough-2015')!;
const find = (some: readonly { text: string; title?: string }[], corpus: Corpus = CORPUS) =>
  atOnce(
    findAlike(
      corpus,
      some.map((one, place) => ({ title: '', file: `${place}.txt`, ...one })),
    ),
  );
const findOne = (now: string, title = ''): Alike | undefined => find([{ text: now, title }])[0];

test('an updated copy is told with how much of its words are the same, however it is set', () => {
  for (const article of ARTICLES) {
    const paragraphs = article.text.split('\n\n');
    const updated = paragraphs.with(paragraphs.length - 2, 'A spokesman has replied since.').join('\n \n');
    const alike = findOne(updated.replaceAll('’', "'"))!;
    expect(alike.label).toBe(article.node.label);
    expect(alike.isThere).toBe(true);
    expect(isCopy(alike)).toBe(true);
  }
  const [first, ...words] = text.split(' ');
  const alike = findOne(`${first!} really ${words.join(' ')}`)!;
  expect(printAlike(alike)).toBe(`Nearly the same as ‘${node.label}’ (99 % of its words).`);
});

test('neither an article itself nor others on the same question are told', () => {
  expect(find(ARTICLES.map((article) => ({ text: article.text, title: article.node.label })))).toEqual(
    ARTICLES.map(() => undefined),
  );
  for (const article of ARTICLES) {
    const { corpus } = apply(EMPTY, {
      texts: [{ seed: 'one.txt', text: article.text }],
      put: [
        {
          ...article.node,
          seed: 'one.txt',
          passages: [{ article: article.node.id, quote: article.text }],
          datePassage: undefined,
        },
      ],
    });
    for (const other of ARTICLES)
      expect(find([{ text: other.text, title: other.node.label }], corpus)).toEqual([undefined]);
  }
});

test('what is half the same is told as that, and is no copy; so is what quotes a text whole', () => {
  const half = text.slice(0, text.length / 2);
  const longer = `${half}\n\n${ARTICLES[0]!.text.slice(0, 0.7 * half.length)}`;
  const alike = findOne(longer)!;
  expect(printAlike(alike)).toMatch(
    /^Much of it stands in ‘Ofsted ‘too tough’ .*’, too \(\d\d % of its words\)\.$/,
  );
  expect(isCopy(alike)).toBe(false);
  const whole = findOne(`${ARTICLES[0]!.text}\n${text}`)!;
  expect(isCopy(whole)).toBe(false);
  expect(Math.max(whole.own, whole.others)).toBeGreaterThan(0.99);
});

test('the same title over other words is told, of texts however short', () => {
  const alike = findOne(
    'Nothing of it is the same.',
    'Ofsted “too tough” on child protection teams – finds scathing report',
  )!;
  expect(printAlike(alike)).toBe(`It is called as ‘${node.label}’ is, but most of its words are others.`);
  expect(findOne('Nothing of it is the same.', 'Ofsted')).toBeUndefined();
  expect(findOne('', '')).toBeUndefined();
});

test('of those that are added together each is compared with those before it', () => {
  const now = `${text}\nA spokesman has replied since.`;
  const found = find(
    [{ text, title: 'First' }, { text: now }, { text: now }, { text: 'Another one.' }],
    EMPTY,
  );
  expect(found.map((one) => one && [one.label, one.isThere, isCopy(one)])).toEqual([
    undefined,
    ['First', false, true],
    ['First', false, true],
    undefined,
  ]);
});

test('a text that says the same over and over, or has no spaces, is compared too', () => {
  const over = 'One word is not enough. '.repeat(20_000);
  expect(find([{ text: over }, { text: `${over}!` }, { text: '字'.repeat(100_000) }], EMPTY)).toHaveLength(3);
});

test('other words from the same address are told as an updated copy, however the address is written', () => {
  const put = { ...toStored(node), url: 'https://Example.org/News/Too-tough/?id=1&utm_source=x#top' } as Item;
  const { corpus } = apply(CORPUS, { put: [put] });
  const findByAddress = (url: string | undefined, now = 'Other words.') =>
    atOnce(findSameAddress(corpus, [{ text: now, title: '', file: 'a.txt', url }]))[0];
  for (const url of [
    'https://example.org/News/Too-tough?id=1',
    'http://EXAMPLE.org:80/News/Too-tough/?utm_medium=y&id=1#end',
  ]) {
    const same = findByAddress(url)!;
    expect(isCopy(same)).toBe(true);
    expect(same.isThere).toBe(true);
    expect(printAlike(same)).toBe(
      `It has the same address as ‘${node.label}’, but other words, as an updated copy has.`,
    );
    // What the words tell says more.
    const copy = findOne(`${text}\nA spokesman has replied since.`);
    expect([toTold(copy, same), toTold(findOne('Other words.', node.label), same)]).toEqual([copy, same]);
    expect(findByAddress(url, text)).toBeUndefined();
  }
  for (const url of [
    undefined,
    'https://example.org/News/Too-tough',
    'https://example.org/news/too-tough?id=1',
    'https://other.example/News/Too-tough?id=1',
    'https://example.org/',
    'javascript:alert(1)',
    'http://u:p@example.org/News/Too-tough?id=1',
  ])
    expect(findByAddress(url)).toBeUndefined();
  const both = [
    { text: 'One.', title: 'First', file: 'a.txt', url: 'https://example.org/a' },
    { text: 'Two.', title: '', file: 'b.txt', url: 'https://example.org/a/' },
    { text: 'One.', title: '', file: 'c.txt', url: 'https://example.org/a' },
    // The front page of a site is no article.
    { text: 'Three.', title: '', file: 'd.txt', url: 'https://example.org/' },
    { text: 'Four.', title: '', file: 'e.txt', url: 'https://example.org' },
  ];
  const labels = atOnce(findSameAddress(EMPTY, both)).map((one) => one && [one.label, one.isThere]);
  expect(labels).toEqual([undefined, ['First', false], undefined, undefined, undefined]);
});
