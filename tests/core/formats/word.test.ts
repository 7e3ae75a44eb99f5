// A document as Word reads it, read back by mammoth.
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { writeWord, type Paragraph } from '../../../src/core/formats/word';

const read = async (bytes: Uint8Array) => {
  const buffer = Buffer.from(bytes);
  const [{ value: text }, { value: html, messages }] = await Promise.all([
    mammoth.extractRawText({ buffer }),
    mammoth.convertToHtml({ buffer }),
  ]);
  return { lines: text.split('\n').filter((line) => line !== ''), html, messages };
};

const PARAGRAPHS: readonly Paragraph[] = [
  { is: 'title', runs: [{ text: 'Should inspections end in a one-word judgment?' }] },
  { is: 'note', runs: [{ text: '1 claim & <b>no</b> more' }] },
  { is: 'question', runs: [{ text: 'Arabic: هل' }] },
  { is: 'side', runs: [{ text: 'Against' }] },
  {
    is: 'said',
    runs: [
      { text: 'Recommendation: ', look: 'soft' },
      { text: 'Stop.', look: 'strong' },
    ],
  },
  {
    is: 'voice',
    runs: [
      { text: 'ADCS, 2014: ' },
      { text: '“One word” ' },
      { text: '[1]', link: 'https://example.org/?a=1&b=2#select=claim:one' },
    ],
  },
  { is: 'argument', runs: [{ text: 'Disputed by: another' }] },
  { is: 'source', runs: [{ text: '[1] ‘Too tough’' }] },
];

test('every paragraph is there in order, to the letter, headings are headings and links lead where they did', async () => {
  const { lines, html, messages } = await read(await writeWord('A briefing', PARAGRAPHS));
  expect(lines).toEqual(PARAGRAPHS.map(({ runs }) => runs.map(({ text }) => text).join('')));
  expect(html).toContain('<h1>Arabic: هل</h1>');
  expect(html).toContain('<h2>Against</h2>');
  expect(html).toContain('<strong>Stop.</strong>');
  expect(html).toContain('<a href="https://example.org/?a=1&amp;b=2#select=claim:one">[1]</a>');
  // mammoth knows no titles.
  expect(messages.filter(({ message }) => !message.includes("'Title'"))).toEqual([]);
});

test('characters that XML cannot hold are left out, and nothing else', async () => {
  const { lines } = await read(
    await writeWord('A\u0000B', [{ is: 'note', runs: [{ text: 'one\u0000\u000Btwo\uD800 three 🙂' }] }]),
  );
  expect(lines).toEqual(['onetwo\uFFFD three 🙂']);
});
