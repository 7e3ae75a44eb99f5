// What the page is served with: a bundle gives back each file, word for word, line by line.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundleLine, writeBundle } from '../../src/core/bundle';
import { FILES } from '../shipped';

/** What is read of a bundle, a line at a time. */
const read = (bundle: string) =>
  new Map(
    bundle
      .split('\n')
      .map(readBundleLine)
      .filter((file) => file !== undefined),
  );

test('the articles and their coding come back as they are, and the whole is JSON', () => {
  expect([...read(writeBundle(FILES))]).toEqual([...FILES]);
  expect(Object.keys(JSON.parse(writeBundle(FILES)) as object)).toEqual([...FILES.keys()]);
});

test('any files come back, whatever their names and words', () => {
  const path = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('graph/a.json', 'a".json', 'b\\.json'));
  const text = fc.oneof(fc.string(), fc.json(), fc.constantFrom('{', '{}', '{\n}', '{"a":1},', '}'));
  fc.assert(
    fc.property(fc.array(fc.tuple(path, text)), (entries) => {
      const files = new Map(entries);
      expect([...read(writeBundle(files))]).toEqual([...files]);
    }),
  );
});

test.each(['', 'not JSON', '[1, 2]', '"a":', '"a":1', '"a":"b', 'a:"b"', '"a" "b"'])(
  'a line that is ‘%s’ is no file',
  (line) => expect(() => readBundleLine(line)).toThrow(SyntaxError),
);
