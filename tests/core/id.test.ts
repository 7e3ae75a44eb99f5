// Ids say what they are of where they can, and tell one label from another where they cannot.
import { describe, expect, test } from 'vitest';
import { isMadeOf, toFreeId, toStem } from '../../src/core/id';
import { StoredNode } from '../../src/core/schema';
import { CORPUS } from '../shipped';

describe('what an id is made of', () => {
  test.each([
    ['One word says little', 'claim:one-word-says-little'],
    ['Łukasz Weiß, children’s ombudsman', 'claim:lukasz-weiss-childrens-ombudsman'],
    ['One two three four five six seven eight nine', 'claim:one-two-three-four-five-six-seven-eight'],
  ])('is the words of “%s”', (label, stem) => {
    expect(toStem('claim', label)).toBe(stem);
  });

  test.each([
    ['Чиновники', /^claim:[0-9a-z]{4,7}$/],
    ['राम', /^claim:[0-9a-z]{4,7}$/],
    ['李明 on COVID-19', /^claim:on-covid-19-[0-9a-z]{4,7}$/],
    ['—', /^claim:[0-9a-z]{4,7}$/],
  ])(
    'is a number of its own where “%s” has other letters, or none, and the same for all who write it',
    (label, stem) => {
      const id = toStem('claim', label);
      expect(id).toMatch(stem);
      expect(toStem('claim', ` ${label.toUpperCase()}`)).toBe(id);
      expect(isMadeOf({ id, type: 'claim', label })).toBe(true);
      expect(isMadeOf({ id: `${id}-2`, type: 'claim', label })).toBe(true);
      expect(isMadeOf({ id, type: 'claim', label: `${label} б` })).toBe(false);
      const node = {
        id,
        type: 'claim',
        label,
        statement: label,
        passages: [{ article: 'article:a', quote: label }],
      };
      expect(StoredNode.safeParse(node).success).toBe(true);
    },
  );

  test('tells many labels of another script apart', () => {
    const labels = Array.from({ length: 10_000 }, (_, place) => `Чиновник № ${place} и его школа`);
    const stems = labels.map((label) => toStem('person', label));
    expect(new Set(stems).size).toBe(labels.length);
  });
});

describe('an id that is free', () => {
  test('is the id itself, or has the next number', () => {
    const taken = new Set<string>();
    const numbered = Array.from({ length: 200 }, () => {
      const id = toFreeId('claim:a', (one) => taken.has(one));
      taken.add(id);
      return id;
    });
    expect(numbered).toEqual(['claim:a', ...Array.from({ length: 199 }, (_, at) => `claim:a-${at + 2}`)]);
    expect(toFreeId('claim:a', (one) => CORPUS.nodes.has(one))).toBe('claim:a');
  });

  test('is found in few questions, however many are taken', () => {
    let questions = 0;
    const isTaken = (id: string) => {
      questions += 1;
      return id === 'claim:a' || Number(/-(\d+)$/.exec(id)?.[1]) <= 100_000;
    };
    expect(toFreeId('claim:a', isTaken)).toBe('claim:a-100001');
    expect(questions).toBeLessThan(50);
  });
});
