// The packed command: what is installed with it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findImports, toPackage } from '../imports';

const ROOT = path.resolve(import.meta.dirname, '../..');
const BUILT = path.join(ROOT, 'dist/cli');

test('what the built command imports is installed with it, and nothing else', () => {
  const files = new Map(
    readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(path.join(BUILT, file), 'utf8')]),
  );
  const imported = new Set(
    [...files.keys()].flatMap((file) =>
      findImports(file, files).flatMap(({ specifier }) => toPackage(specifier) ?? []),
    ),
  );
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect([...imported].toSorted()).toEqual(Object.keys(dependencies).toSorted());
});
