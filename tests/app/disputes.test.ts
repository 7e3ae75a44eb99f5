// What two coders do not agree on, in words.
import { expect, test } from 'vitest';
import type { Dispute } from '../../src/core/settlement';
import { toReadings } from '../../src/app/project/disputes';
import type { Opened } from '../../src/app/store';
import { CORPUS } from '../shipped';

test('whom only they name is told by name, though they get another id here', () => {
  const opened = { corpus: { ...CORPUS, nodes: new Map() } } as unknown as Opened;
  const dispute = {
    kind: 'speakers',
    readings: { first: 'none', second: 'person:alan-wood-2' },
  } as unknown as Dispute;
  const ids = new Map([['person:alan-wood', 'person:alan-wood-2']]);
  expect(toReadings(opened, CORPUS, ids, dispute).map(({ words }) => words)).toEqual([
    'nobody',
    'Alan Wood',
    '',
  ]);
});
