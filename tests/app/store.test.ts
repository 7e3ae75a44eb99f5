// What is open, and what is seen of it.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { incidenceOf } from '../../src/core/graph';
import type { Corpus } from '../../src/core/model';
import { enter, useStore, type Opened } from '../../src/app/store';
import { toSynthetic } from '../bench/synthetic';
import { CORPUS } from '../shipped';

const toOpened = (corpus: Corpus, name: string): Opened => ({
  corpus,
  incidence: incidenceOf(corpus),
  picture: { drawing: { nodes: [], edges: [] }, positions: new Float64Array() },
  local: { name, stories: new Map() },
});

beforeEach(() => {
  const location = { hash: '', search: '', pathname: '/' };
  const history = {
    pushState: (_: unknown, __: string, address: string) => {
      location.search = new URL(address, 'http://localhost').search;
    },
    replaceState: () => {},
  };
  vi.stubGlobal('window', { location, history, addEventListener: () => {} });
});
afterEach(() => {
  vi.unstubAllGlobals();
  useStore.setState(useStore.getInitialState(), true);
});

const sifted = () => vi.waitUntil(() => !useStore.getState().sifting, { timeout: 20_000 });

test('where another graph is opened, nothing of the one before is told while what filters leave is worked out', async () => {
  enter(toOpened(CORPUS, 'five'));
  await sifted();
  expect(useStore.getState().dated.length).toBeGreaterThan(100);
  // No step is short enough to be done at once.
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 100));
  const other = toSynthetic(300);
  enter(toOpened(other, 'other'));
  const { opened, sifting, visible, dated, counts } = useStore.getState();
  expect(opened!.corpus).toBe(other);
  expect(sifting).toBe(true);
  expect([...visible]).toEqual([]);
  expect(dated).toEqual([]);
  expect(Object.values(counts).every((one) => one.size === 0)).toBe(true);
  clock.mockRestore();
  await sifted();
  expect(useStore.getState().visible.size).toBe(other.nodes.size + other.edges.size);
  expect(useStore.getState().dated.every(({ id }) => other.nodes.has(id))).toBe(true);
});
