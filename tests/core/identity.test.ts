// Which actors, reports and topics of two codings are the same.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toNewId } from '../../src/core/act';
import { toIds } from '../../src/core/identity';
import { EMPTY } from '../../src/core/model';
import { GraphFile } from '../../src/core/schema';
import type { NodeType } from '../../src/core/vocabulary';
import { CORPUS, ROOT } from '../shipped';

const name = (type: NodeType, label: string, id = toNewId(EMPTY, type, label), aliases?: string[]) => ({
  id,
  type,
  label,
  ...(aliases && { aliases }),
});
const meet = (ours: ReturnType<typeof name>, theirs: ReturnType<typeof name>) =>
  toIds([ours], [theirs]).get(theirs.id);

describe('what is the same in two codings', () => {
  test('is what two coders of an article gave the same id by hand, though they name it otherwise', () => {
    const folder = path.join(ROOT, 'tests/codings');
    for (const file of readdirSync(path.join(folder, 'first'))) {
      const [first, second] = ['first', 'second'].map(
        (coder) => GraphFile.parse(JSON.parse(readFileSync(path.join(folder, coder, file), 'utf8'))).nodes,
      ) as [GraphFile['nodes'], GraphFile['nodes']];
      const ids = toIds(first, second);
      const known = new Set(first.map(({ id }) => id));
      for (const [theirs, here] of ids) if (known.has(theirs)) expect(here).toBe(theirs);
    }
  });

  test('is each to itself', () => {
    const nodes = [...CORPUS.nodes.values()];
    for (const [theirs, here] of toIds(nodes, nodes)) expect(here).toBe(theirs);
  });

  test('has the same name, however it is written, or one of the other’s names', () => {
    const munro = name('person', 'Eileen Munro', 'person:eileen-munro', ['Professor Munro']);
    expect(meet(munro, name('person', 'EILEEN MUNRO', 'person:munro'))).toBe(munro.id);
    expect(meet(munro, name('person', 'Professor Munro'))).toBe(munro.id);
    expect(meet(name('person', 'Professor Munro', 'person:munro'), munro)).toBe('person:munro');
    expect(meet(munro, name('organisation', 'Eileen Munro'))).toBe('organisation:eileen-munro');
  });

  test('is not what an id made of its first words, or once of no letter of it, is the same for', () => {
    const unnamed = (label: string) => name('topic', label, 'topic:unnamed');
    expect(meet(unnamed('Полезны ли проверки школ?'), unnamed('Полезны ли проверки садов?'))).toBe(
      'topic:unnamed-2',
    );
    const ask = (whom: string) =>
      name('topic', `Should inspections of children’s services end in one word for ${whom}?`);
    expect(meet(ask('schools'), ask('councils'))).toBe(`${ask('schools').id}-2`);
    expect(meet(ask('schools'), ask('schools'))).toBe(ask('schools').id);
  });

  test('is not what has an id of ours and quite another name', () => {
    const wood = name('person', 'Alan Wood', 'person:president');
    expect(meet(wood, name('person', 'Eileen Munro', 'person:president'))).toBe('person:president-2');
    // An id that is free beside ours is free beside all of theirs, too.
    const ids = toIds(
      [wood],
      [name('person', 'Eileen Munro', wood.id), name('person', 'Debbie Jones', `${wood.id}-2`)],
    );
    expect([...ids.values()]).toEqual(['person:president-3', 'person:president-2']);
  });
});
