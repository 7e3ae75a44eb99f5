// A quick yes or no from a zod schema: what passes needs no copy, and only what does not is put to zod, which says why.
import type * as z from 'zod';

type Test = (value: unknown) => boolean;

const NOT_SURE: Test = () => false;

/** Whether a value passes all checks, and as it is: one that a check would change is left to zod. */
function passes(checks: readonly z.core.$ZodCheck<never>[], value: unknown): boolean {
  const payload: z.core.ParsePayload<never> = { value: value as never, issues: [] };
  for (const check of checks) {
    if (check._zod.check(payload) instanceof Promise) return false;
    if (payload.issues.length > 0 || payload.value !== value) return false;
  }
  return true;
}

function toTextTest(checks: readonly z.core.$ZodCheck[]): Test {
  if (checks.length === 0) return (value) => typeof value === 'string';
  return (value) => typeof value === 'string' && passes(checks, value);
}

function toArrayTest(item: Test, checks: readonly z.core.$ZodCheck[]): Test {
  return (value) => {
    if (!Array.isArray(value)) return false;
    for (const one of value) if (!item(one)) return false;
    return checks.length === 0 || passes(checks, value);
  };
}

/** Every field that is there is one of the shape's and passes its test; every field that must be there is. */
function toStrictTest(shape: Readonly<Record<string, z.core.$ZodType>>): Test {
  const fields = Object.entries(shape).map(([key, schema]) => ({
    key,
    test: toTest(schema),
    isOptional: schema._zod.def.type === 'optional',
  }));
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    let known = 0;
    for (const { key, test, isOptional } of fields) {
      const field = (value as Record<string, unknown>)[key];
      if (field === undefined && isOptional) continue;
      if (!test(field)) return false;
      known += 1;
    }
    let all = 0;
    for (const _ in value) all += 1;
    return all === known;
  };
}

/** One test for each value of the field that tells the kinds apart. */
function toKindsTest(discriminator: string, options: readonly z.core.$ZodType[]): Test {
  const kinds = new Map<unknown, Test>();
  for (const option of options)
    for (const value of option._zod.propValues?.[discriminator] ?? []) kinds.set(value, toTest(option));
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    (kinds.get((value as Record<string, unknown>)[discriminator])?.(value) ?? false);
}

function toTest(schema: z.core.$ZodType): Test {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const checks = def.checks ?? [];
  switch (def.type) {
    case 'string':
      // A text of a named format is a check to itself.
      return schema._zod.traits.has('$ZodStringFormat') ? NOT_SURE : toTextTest(checks);
    case 'array':
      return toArrayTest(toTest(def.element), checks);
    case 'optional':
      return checks.length > 0 ? NOT_SURE : toTest(def.innerType);
    case 'literal':
    case 'enum': {
      const { values } = schema._zod;
      return checks.length > 0 || !values ? NOT_SURE : (value) => values.has(value as z.core.util.Primitive);
    }
    case 'object':
      // Strict objects only: another would have to drop the fields it does not know.
      return checks.length > 0 || def.catchall?._zod.def.type !== 'never'
        ? NOT_SURE
        : toStrictTest(def.shape);
    case 'union':
      return checks.length > 0 || !('discriminator' in def)
        ? NOT_SURE
        : toKindsTest(def.discriminator as string, def.options);
    default:
      return NOT_SURE;
  }
}

/**
 * A test that is true only of values that the schema takes as they are. For data from JSON, which has no getters and no
 * `undefined`; where it is false the schema may still take the value.
 */
export function toShape<T>(schema: z.ZodType<T>): (value: unknown) => value is T {
  return toTest(schema) as (value: unknown) => value is T;
}
