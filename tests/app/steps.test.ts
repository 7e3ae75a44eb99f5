// Long work in steps, and the pauses in it.
import { afterEach, expect, test, vi } from 'vitest';
import { finish } from '../../src/app/steps';
import type { Steps } from '../../src/core/steps';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Work of so many steps, none of them short enough for two in a stretch. */
function toWork(steps: number): Steps<number> {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
  return (function* work() {
    for (let step = 0; step < steps; step++) yield undefined;
    return steps;
  })();
}

test('pauses are no timers, which browsers hold back, where tasks can be posted', async () => {
  const postTask = vi.fn<(task: () => void) => Promise<void>>((task) => Promise.resolve().then(task));
  vi.stubGlobal('scheduler', { postTask });
  const timers = vi.spyOn(globalThis, 'setTimeout');
  expect(await finish(toWork(20))).toBe(20);
  expect(postTask.mock.calls.length).toBeGreaterThan(15);
  expect(timers).not.toHaveBeenCalled();
});

test('where no tasks can be posted, pauses are timers', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  expect(await finish(toWork(20))).toBe(20);
  expect(timers.mock.calls.length).toBeGreaterThan(15);
});
