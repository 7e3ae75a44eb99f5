// The quick test of a schema never takes what zod would refuse or change.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { LeftOut, StoredEdge, StoredNode } from '../../src/core/schema';
import { toShape } from '../../src/core/shape';
import { ARTICLE_FILES, parseFile, SHARED } from '../shipped';

const drafts = [...ARTICLE_FILES, SHARED].map(parseFile);
const KINDS = [
  ['nodes', StoredNode, drafts.flatMap(({ nodes }) => nodes)],
  ['edges', StoredEdge, drafts.flatMap(({ edges }) => edges)],
  ['words left out', LeftOut, drafts.flatMap(({ leftOut }) => leftOut ?? [])],
] as const satisfies readonly (readonly [string, z.ZodType, readonly unknown[]])[];

describe.each(KINDS)('%s', (_, schema, items) => {
  const isRight = toShape<unknown>(schema);

  test('that are shipped pass, so that none of them has to be read by zod', () => {
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((item) => !isRight(item))).toEqual([]);
  });

  test('with anything in them changed pass only where zod takes them, and gives them back as they are', () => {
    let refused = 0;
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', ' ', 'claim', 'stated', '2014', 'claim:a', '__proto__', null, []),
    );
    const key = fc.oneof(
      fc.constantFrom('__proto__', 'toString', 'id', 'type', 'date', 'passages'),
      fc.string(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...items),
        fc.nat(),
        value,
        key,
        fc.nat(3),
        (item, place, other, name, how) => {
          const copy = JSON.parse(JSON.stringify(item)) as Record<string, unknown>;
          const keys = Object.keys(copy);
          const chosen = keys[place % keys.length]!;
          const inner = (copy.passages as Record<string, unknown>[] | undefined)?.[0] ?? copy;
          if (how === 0) copy[chosen] = other;
          else if (how === 1) delete copy[chosen];
          else
            Object.defineProperty(how === 2 ? copy : inner, name, {
              value: other,
              enumerable: true,
              configurable: true,
              writable: true,
            });
          const result = schema.safeParse(copy);
          if (!result.success) refused += 1;
          if (isRight(copy)) expect(result).toEqual({ success: true, data: copy });
        },
      ),
      { numRuns: 1000 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

test.each([
  ['a text that zod would change', z.string().trim(), ' a '],
  ['fields that zod would drop', z.object({ a: z.string() }), { a: 'a', b: 'b' }],
  [
    'what a refinement of the whole looks at',
    z.strictObject({ a: z.string() }).refine(() => false),
    { a: 'a' },
  ],
  ['a default', z.strictObject({ a: z.string().default('b') }), {}],
])('%s is left to zod', (_, schema, value) => {
  expect(toShape<unknown>(schema)(value)).toBe(false);
});
