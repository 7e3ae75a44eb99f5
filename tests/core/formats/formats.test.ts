// The table of formats: what holds for each of them.
import { describe, expect, test } from 'vitest';
import { FORMAT_IDS, FORMATS } from '../../../src/core/formats/formats';
import { ABOUT, DEBATE, toClaim, toCorpus, write } from './corpora';

describe.each(FORMAT_IDS)('the format %s', (id) => {
  test('has a name for people, an ending without a dot, and a media type', () => {
    expect(FORMATS[id].label).not.toBe('');
    expect(FORMATS[id].extension).toMatch(/^[a-z]+$/);
    expect(FORMATS[id].mime).toMatch(/^[a-z]+\/[a-z+]+$/);
  });
});

describe.each(['graphml', 'json'] as const)('the format %s', (id) => {
  test('writes the same bytes for the same corpus', () => {
    expect(write(id, structuredClone(DEBATE))).toBe(write(id, DEBATE));
  });

  test('writes in chunks of about 64 kB, each of whole characters', () => {
    const text = '🧑🏽‍🏫 “teacher” '.repeat(40);
    const claims = Array.from({ length: 400 }, (_, index) => toClaim(`claim:${index}`, text));
    const chunks = [...FORMATS[id].write(toCorpus(claims), ABOUT)];
    expect(chunks.length).toBeGreaterThan(3);
    for (const chunk of chunks) {
      expect(chunk.length).toBeLessThan(2 * 65_536);
      expect(Buffer.from(chunk).toString() === chunk).toBe(true);
    }
    for (const chunk of chunks.slice(0, -1)) expect(chunk.length).toBeGreaterThanOrEqual(65_536);
  });

  test('writes every node and edge, and no others', () => {
    const text = write(id, DEBATE);
    for (const key of [...DEBATE.nodes.keys(), ...DEBATE.edges.keys()])
      expect(text).toContain(`id="${key}"`.slice(3));
    const part = write(id, { ...DEBATE, nodes: new Map([...DEBATE.nodes].slice(0, 1)), edges: new Map() });
    expect(part).toContain('article:first');
    expect(part).not.toContain('article:second');
  });
});
