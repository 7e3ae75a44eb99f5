// What is worked out once for a corpus.
import { expect, test } from 'vitest';
import { perCorpusInSteps } from '../../src/core/memo';
import { CORPUS } from '../shipped';

test('work in steps is done once, whoever asks, and gone on with where it was left', () => {
  let steps = 0;
  const find = perCorpusInSteps(function* () {
    for (let step = 0; step < 3; step++) {
      steps++;
      yield undefined;
    }
    return { steps };
  });
  find.inSteps(CORPUS).next();
  const found = find.atOnce(CORPUS);
  expect(found).toEqual({ steps: 3 });
  expect(find.atOnce(CORPUS)).toBe(found);
});

test('work that throws is begun anew when it is next asked for', () => {
  let isBroken = true;
  const find = perCorpusInSteps(function* () {
    yield undefined;
    if (isBroken) throw new Error('broken');
    return 'found';
  });
  expect(() => find.atOnce(CORPUS)).toThrow('broken');
  expect(() => find.atOnce(CORPUS)).toThrow('broken');
  isBroken = false;
  expect(find.atOnce(CORPUS)).toBe('found');
});
