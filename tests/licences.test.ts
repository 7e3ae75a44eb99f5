// Everything that is installed may be used, changed and passed on: what ships freely, what builds it at least openly.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findImports, SOURCES, toPackage } from './imports';

type Package = {
  version?: string;
  license?: string;
  dev?: boolean;
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

const SHIPPED = ['MIT', 'Apache-2.0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Zlib'];
/** For tools that build and test, and never reach a reader. */
const TOOLS = [...SHIPPED, 'MPL-2.0', 'CC0-1.0', 'CC-BY-4.0', 'Python-2.0', 'BlueOak-1.0.0'];
/** Packages that are free in another way: 'name': 'licence'. */
const EXCEPTIONS: Record<string, string> = {
  // In the public domain. It draws the diagrams of nearley's grammars, and is in nothing that we build.
  'railroad-diagrams': 'CC0-1.0',
  // Its licence file has the two clauses.
  duck: 'BSD',
};

const { packages } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8'),
) as { packages: Record<string, Package> };

/** Whether a licence, or with 'A OR B' one of them, with 'A AND B' each of them, is among those allowed. */
function isAllowed(license: string, allowed: readonly string[]): boolean {
  const words = license.replace(/[()]/g, '');
  if (words.includes(' OR ')) return words.split(' OR ').some((part) => isAllowed(part, allowed));
  return words.split(' AND ').every((part) => allowed.includes(part.trim()));
}

/** Where the packages lie that are built into the page or the command: those imported, and all that they need. */
function findBuiltIn(locked: Record<string, Package>, imported: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const visit = (from: string, name: string) => {
    // The nearest of that name, as Node finds it.
    const inside = `${from && `${from}/`}node_modules/${name}`;
    const place = inside in locked ? inside : undefined;
    if (!place && from !== '')
      return visit(from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))), name);
    if (!place || found.has(place)) return undefined;
    found.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = locked[place]!;
    const needed = { ...dependencies, ...optionalDependencies, ...peerDependencies };
    return Object.keys(needed).forEach((one) => visit(place, one));
  };
  for (const name of imported) visit('', name);
  return found;
}

/** A sentence for every package whose licence is not among those allowed. */
function findForbidden(locked: Record<string, Package>, imported: Iterable<string>): string[] {
  const builtIn = findBuiltIn(locked, imported);
  return Object.entries(locked).flatMap(([place, { license = 'no licence', version = '', dev, link }]) => {
    if (place === '' || link) return [];
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const isTool = dev && !builtIn.has(place);
    if (isAllowed(license, isTool ? TOOLS : SHIPPED) || EXCEPTIONS[name] === license) return [];
    return [`${name} ${version} has ${license}, which ${isTool ? 'a tool' : 'what ships'} may not have`];
  });
}

/** What src/ imports. */
const IMPORTED = new Set(
  [...SOURCES.keys()].flatMap((file) =>
    findImports(file, SOURCES).flatMap(({ specifier }) => toPackage(specifier) ?? []),
  ),
);

test('every dependency that ships has a permissive licence, and every tool an open one', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(50);
  expect(findForbidden(packages, IMPORTED)).toEqual([]);
});

test('what is built into the page ships, though only those who build it install it', () => {
  const builtIn = findBuiltIn(packages, IMPORTED);
  for (const name of ['react', 'react-dom', 'scheduler', 'sigma', 'graphology-utils', 'sql.js', 'commander'])
    expect(builtIn).toContain(`node_modules/${name}`);
  for (const name of ['vite', 'vitest', 'typescript', 'axe-core'])
    expect(builtIn).not.toContain(`node_modules/${name}`);
});

test('every exception is still installed', () => {
  for (const name of Object.keys(EXCEPTIONS)) expect(packages).toHaveProperty([`node_modules/${name}`]);
});

test('a package with another licence, or none, is named', () => {
  expect(
    findForbidden(
      {
        '': { license: 'UNLICENSED' },
        'node_modules/fine': { version: '1.0.0', license: '(MIT OR GPL-3.0)' },
        'node_modules/copyleft': { version: '1.0.0', license: 'GPL-3.0' },
        'node_modules/fine/node_modules/@scope/both': { version: '2.0.0', license: 'MIT AND CC-BY-3.0' },
        'node_modules/silent': { version: '3.0.0' },
        'node_modules/tool': { version: '4.0.0', license: 'MPL-2.0', dev: true },
        'node_modules/library': { version: '5.0.0', license: 'MPL-2.0' },
        'node_modules/closed': { version: '6.0.0', license: 'SEE LICENSE IN LICENSE', dev: true },
        'node_modules/drawn': { license: 'MIT', dev: true, dependencies: { inner: '1' } },
        'node_modules/drawn/node_modules/inner': {
          version: '7.0.0',
          license: 'CC0-1.0',
          dev: true,
          dependencies: { outer: '1' },
        },
        'node_modules/outer': { version: '8.0.0', license: 'MPL-2.0', dev: true },
        'node_modules/inner': { version: '9.0.0', license: 'MPL-2.0', dev: true },
      },
      ['drawn'],
    ),
  ).toEqual([
    'copyleft 1.0.0 has GPL-3.0, which what ships may not have',
    '@scope/both 2.0.0 has MIT AND CC-BY-3.0, which what ships may not have',
    'silent 3.0.0 has no licence, which what ships may not have',
    'library 5.0.0 has MPL-2.0, which what ships may not have',
    'closed 6.0.0 has SEE LICENSE IN LICENSE, which a tool may not have',
    'inner 7.0.0 has CC0-1.0, which what ships may not have',
    'outer 8.0.0 has MPL-2.0, which what ships may not have',
  ]);
});
